#pragma once

#include "core/usage/queries.h"
#include "ui/common/series_colors.h"
#include "ui/dashboard/chart_data.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace sb::ui {

class Banner;
class ChartPanel;
class EmptyState;
class FilterBand;
class FiguresRow;
class ModelTable;
class NameChips;
class PageHeader;
class SegmentedControl;
class TableView;

/// What was spent, on what, and whether it worked: key figures, a chart by model, its table.
class DashboardPage final : public QWidget
{
    Q_OBJECT
public:
    DashboardPage(usage::Queries &queries, usage::Register &usage, QWidget *parent = nullptr);

    /// What is shown, to go on with it in another page.
    struct Work
    {
        usage::Filter filter = {}; ///< its days follow from the range
        RangeKind range = RangeKind::Month;
        Measure measure = Measure::Money;
        bool asTable = false; ///< the chart
    };
    [[nodiscard]] Work work() const;
    void resume(const Work &work);

signals:
    void requestsWanted(const sb::usage::Filter &filter);
    void playgroundWanted(); ///< nothing is on record: the way to a first request

protected:
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setupHeader();
    void setupFilters();
    void setupContent();
    void setupReloading(usage::Register &usage);
    void reload();
    void askBefore(const DateRange &range);
    void take(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer);
    void takeNow(const Result<usage::QueryAnswer> &answer);
    void present();
    void presentFact();
    void presentLoading();
    void presentEmpty();
    void presentFilters();
    void showBody(QWidget *shown); ///< the content, or what stands for it; the focus goes along
    void presentFigures();
    void presentModels();
    void followEmptyState();
    void openRequests(const QString &model, qint64 firstDay, qint64 lastDay);

    usage::Queries &m_queries;
    usage::Filter m_filter;
    RangeKind m_range = RangeKind::Month;
    Measure m_measure = Measure::Money;
    usage::Overview m_now;
    std::optional<usage::Overview> m_before;
    usage::Filter m_beforeFilter; ///< of the period to compare with
    qint64 m_askedToday = 0; ///< the day that the range went by
    QStringList m_knownModels; ///< on record, whatever the filter
    usage::Ticket m_nowTicket;
    usage::Ticket m_beforeTicket;
    usage::Ticket m_namesTicket;
    QString m_failure;
    bool m_loaded = false;
    SeriesColors m_colors;
    QTimer m_reloadSoon;
    QTimer m_loadingSoon;
    QTimer m_minute; ///< other programs write to the register, too, and days end
    // In the order in which they are made, which is that of Tab.
    PageHeader *m_header;
    SegmentedControl *m_rangeControl;
    SegmentedControl *m_measureControl;
    Banner *m_banner;
    FilterBand *m_band;
    NameChips *m_chips;
    SegmentedControl *m_ledgerControl;
    QStackedWidget *m_stack;
    QWidget *m_content;
    EmptyState *m_empty;
    FiguresRow *m_figures;
    ChartPanel *m_chart;
    ModelTable *m_model;
    TableView *m_table;
};

} // namespace sb::ui
