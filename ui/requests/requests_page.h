#pragma once

#include "core/profile/workspace.h"
#include "core/usage/log_model.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QStackedWidget;

namespace sb::ui {

class Banner;
class EmptyState;
class LogProxy;
class PageHeader;
class RecordView;
class RequestFilters;
class TableView;

/// The register as a table, newest first, with one record in full below.
class RequestsPage final : public QWidget
{
    Q_OBJECT
public:
    RequestsPage(usage::Queries &queries, usage::Register &usage, profile::Workspace &workspace, const Clock &clock,
                 QWidget *parent = nullptr);

    /// What is shown, to go on with it in another page.
    struct Work
    {
        usage::Filter filter = {};
        usage::RecordKey shown = {};
    };
    [[nodiscard]] Work work() const;
    void resume(const Work &work);
    void showRecord(const usage::RecordKey &key);
    void showFiltered(const usage::Filter &filter);

signals:
    void openInPlayground(const QString &target, const QString &prompt);
    void playgroundWanted(); ///< nothing is on record: the way to a first request

protected:
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeBody();
    void connectModel();
    void connectSearch();
    void connectRegister();
    void setFilter(const usage::Filter &filter);
    void chooseFilter(); ///< the user did, in a chip or in the search
    void applyFilter();
    void renew(); ///< the same filter again, and the record that is open
    void takePage();
    void presentState();
    void presentLoading();
    void presentBanner();
    void presentEmpty();
    void followEmptyState();
    void showBody(QWidget *shown); ///< the table, or what stands for it; the focus goes along
    void openRow(int row);
    void askDetail(const usage::RecordKey &key);
    void take(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer);
    void settleLost(const usage::LostSettlement &settlement);
    void takeSettled(usage::Ticket ticket, const Result<usage::RecordKey> &outcome);
    [[nodiscard]] QTimeZone zone() const;

    usage::Queries &m_queries;
    usage::Register &m_usage;
    profile::Workspace &m_workspace;
    const Clock &m_clock;
    usage::LogModel m_model;
    usage::Ticket m_detailTicket;
    usage::Ticket m_namesTicket;
    usage::RecordKey m_shown;
    QHash<usage::Ticket, usage::RecordKey> m_lost; ///< that are being settled
    bool m_filterIsNew = false; ///< chosen by the user, and not answered yet
    QString m_failure; ///< of the list
    QString m_recordFailure; ///< of the record that is open
    QString m_lostFailure; ///< of settling it
    QTimer m_reloadSoon;
    QTimer m_searchSoon;
    QTimer m_loadingSoon;
    QTimer m_minute; ///< other programs write to the register, too, and days end
    PageHeader *m_header;
    Banner *m_banner;
    QLineEdit *m_search;
    RequestFilters *m_filters;
    QStackedWidget *m_stack;
    LogProxy *m_proxy;
    TableView *m_table;
    EmptyState *m_empty;
    RecordView *m_record;
    QWidget *m_body; ///< table and record
};

} // namespace sb::ui
