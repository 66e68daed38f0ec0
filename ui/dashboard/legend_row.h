#pragma once

#include <QColor>
#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace sb::ui {

/// Squares of 9 with names, below a chart: a row of toggle buttons that show and hide a series each.
class LegendRow final : public QWidget
{
    Q_OBJECT
public:
    struct Entry
    {
        QColor color = {};
        QString text = {};
        bool shown = true;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    explicit LegendRow(QWidget *parent = nullptr);
    /// @param before whom Tab leaves for the first of them
    void setEntries(const QList<Entry> &entries, QWidget *before);

signals:
    void toggled(int index, bool shown);

private:
    QList<Entry> m_entries;
    QHBoxLayout *m_layout;
};

} // namespace sb::ui
