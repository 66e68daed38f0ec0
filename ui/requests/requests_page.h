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
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeBody();
    void connectModel();
    void connectSearch();
    void applyFilter();
    void presentState();
    void presentEmpty();
    void followEmptyState();
    void showBody(QWidget *shown); ///< the table, or what stands for it; the focus goes along
    void openRow(int row);
    void askDetail(const usage::RecordKey &key);
    void take(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer);
    [[nodiscard]] QTimeZone zone() const;

    usage::Queries &m_queries;
    usage::Register &m_usage;
    profile::Workspace &m_workspace;
    const Clock &m_clock;
    usage::LogModel m_model;
    usage::Ticket m_detailTicket;
    usage::Ticket m_namesTicket;
    usage::RecordKey m_shown;
    QString m_failure;
    QTimer m_reloadSoon;
    QTimer m_searchSoon;
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
