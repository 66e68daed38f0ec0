#pragma once

#include "core/base/clock.h"
#include "core/chat/request.h"
#include "core/usage/queries.h"

#include <QDialog>
#include <QTimeZone>

class QPushButton;

namespace sb::ui {

class Label;
class RecordedModel;
class TableView;

/// Takes one of the last requests of the register, of both ledgers, and reads its body.
class RecordedDialog final : public QDialog
{
    Q_OBJECT
public:
    RecordedDialog(usage::Queries &queries, const Clock &clock, QWidget *parent = nullptr);
    ~RecordedDialog() override;

signals:
    /// @param title "14:31:07 chain/everyday-chat"
    void taken(const chat::Request &request, const QString &title);

private:
    void takeAnswer(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer);
    void takePage(const usage::LogPage &page);
    void takeRecord(const usage::RequestRecord &record);
    void use();

    usage::Queries &m_queries;
    const Clock &m_clock;
    RecordedModel *m_model;
    TableView *m_table;
    Label *m_problem;
    QPushButton *m_use;
    usage::Ticket m_real;
    usage::Ticket m_practice;
    usage::Ticket m_detail;
    QString m_title; ///< of the one that is being read
};

} // namespace sb::ui
