#pragma once

#include "core/usage/queries.h"

#include <QList>
#include <QObject>

namespace sb::ui {

class Chip;
class FilterBand;

/// The chips of a filter band whose values are names on record, a menu of checks each. They edit the page's filter
/// itself, which outlives them.
class NameChips final : public QObject
{
    Q_OBJECT
public:
    /// @param unset what a chip says that lets everything through: "all"
    NameChips(usage::Filter &filter, const QString &unset, FilterBand *band);
    void setNames(const usage::Names &names) { m_names = names; }
    void present(); ///< shows the filter

signals:
    void changed(); ///< the filter is another

private:
    struct Entry
    {
        Chip *chip = nullptr;
        QStringList usage::Names::*names = nullptr;
        QStringList usage::Filter::*member = nullptr;
    };
    void add(const QString &title, QStringList usage::Names::*names, QStringList usage::Filter::*member);
    void open(const Entry &entry);

    usage::Filter &m_filter;
    usage::Names m_names;
    QString m_unset;
    FilterBand *m_band;
    QList<Entry> m_entries;
};

/// "a" or "a +2": what a chip shows of several values.
[[nodiscard]] QString chosenText(const QStringList &chosen);

} // namespace sb::ui
