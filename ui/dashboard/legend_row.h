#pragma once

#include <QColor>
#include <QList>
#include <QWidget>

namespace sb::ui {

/// Squares of 9 with names, below a chart.
class LegendRow final : public QWidget
{
    Q_OBJECT
public:
    struct Entry
    {
        QColor color = {};
        QString text = {};
    };
    explicit LegendRow(QWidget *parent = nullptr);
    void setEntries(const QList<Entry> &entries);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Entry> m_entries;
};

} // namespace sb::ui
