#pragma once

#include "core/usage/queries.h"
#include "ui/common/filter_band.h"
#include "ui/common/name_chips.h"

#include <QTimeZone>

class QMenu;

namespace sb::ui {

class Chip;
class SegmentedControl;

/// The chips over the table: which requests are shown.
class RequestFilters final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestFilters(QWidget *parent = nullptr);

    void setFilter(const usage::Filter &filter); ///< shows it; changed() is not emitted
    [[nodiscard]] const usage::Filter &filter() const { return m_filter; }
    void setNames(const usage::Names &names) { m_names->setNames(names); } ///< for the menus
    void setToday(qint64 day) { m_today = day; } ///< local day number, for "last 7 days"
    [[nodiscard]] bool isEmpty() const; ///< nothing is set but the ledger

signals:
    void changed(const sb::usage::Filter &filter);

private:
    void openEnds();
    void openDays();
    void openFellBack();
    void present();
    void change();
    [[nodiscard]] QMenu *makeMenu();
    void popUp(QMenu *menu, const Chip *chip);

    usage::Filter m_filter;
    qint64 m_today = 0;
    FilterBand *m_band;
    Chip *m_days;
    Chip *m_ends;
    Chip *m_fellBack;
    NameChips *m_names = nullptr;
    SegmentedControl *m_ledger = nullptr;
};

} // namespace sb::ui
