#pragma once

#include "core/profile/workspace.h"
#include "core/usage/log_model.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QStackedWidget;

namespace sb::ui {

class Chip;
class EmptyState;
class FilterBand;
class Label;
class LogProxy;
class PageHeader;
class RecordView;
class SegmentedControl;
class TableView;

/// The register as a table, newest first, with one record in full below.
class RequestsPage final : public QWidget
{
    Q_OBJECT
public:
    RequestsPage(usage::Queries &queries, usage::Register &usage, profile::Workspace &workspace,
                 QWidget *parent = nullptr);

    void showRecord(const usage::RecordKey &key);
    void showFiltered(const usage::Filter &filter);

signals:
    void openInPlayground(const QString &target, const QString &prompt);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void setupFilters();
    void addNamesChip(const QString &title, QStringList usage::Names::*names, QStringList usage::Filter::*member);
    void openNames(Chip *chip, QStringList usage::Names::*names, QStringList usage::Filter::*member);
    void openEnds();
    void applyFilter();
    void presentChips();
    void presentState();
    void openRow(int row);
    void askDetail(const usage::RecordKey &key);
    void take(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer);
    [[nodiscard]] QTimeZone zone() const;

    struct NamesChip
    {
        Chip *chip = nullptr;
        QStringList usage::Filter::*member = nullptr;
    };

    usage::Queries &m_queries;
    usage::Register &m_usage;
    profile::Workspace &m_workspace;
    usage::LogModel m_model;
    usage::Filter m_filter;
    usage::Names m_names;
    usage::Ticket m_detailTicket;
    usage::Ticket m_namesTicket;
    usage::RecordKey m_shown;
    QString m_failure;
    QTimer m_reloadSoon;
    QTimer m_searchSoon;
    PageHeader *m_header;
    QLineEdit *m_search;
    FilterBand *m_band;
    SegmentedControl *m_ledger;
    Chip *m_fellBack;
    Chip *m_ends;
    Chip *m_days;
    QList<NamesChip> m_nameChips;
    QStackedWidget *m_stack;
    LogProxy *m_proxy;
    TableView *m_table;
    EmptyState *m_empty;
    RecordView *m_record;
};

} // namespace sb::ui
