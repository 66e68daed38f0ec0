#pragma once

#include "core/profile/workspace.h"
#include "core/routing/classifier/classifier.h"
#include "core/routing/policy/match.h"
#include "core/usage/queries.h"

#include <QObject>

namespace sb::ui {

/// The request for which a policy is asked which rule decides: the last one on record, another one, one that was
/// pasted, or a made-up one. Sends nothing.
class RequestSource final : public QObject
{
    Q_OBJECT
public:
    RequestSource(usage::Queries &queries, const profile::Workspace &workspace, const Clock &clock,
                  QObject *parent = nullptr);

    void lookUp(); ///< what is on record, and what is left of the budget
    [[nodiscard]] const QList<usage::LogRow> &recent() const { return m_recent; } ///< newest first
    void useLast();
    void useRecorded(const usage::LogRow &row);
    void usePasted(const chat::Request &request);
    void useSample(qint64 tokens);

    /// What rules see of it. Until the first answer of the record, and where there is none: a sample.
    [[nodiscard]] routing::RequestFacts facts() const;
    [[nodiscard]] QString title() const; ///< "last request", "sample, 100 tokens"
    [[nodiscard]] QString caveat() const; ///< a sentence about what is not known of it; empty: all is
    [[nodiscard]] bool namesChain() const; ///< then no policy is asked about it
    [[nodiscard]] QTimeZone zone() const;

signals:
    void changed();

private:
    enum class Kind
    {
        Last,
        Recorded,
        Pasted,
        Sample
    };
    void takeAnswer(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer);
    void takePage(const usage::LogPage &page);
    void takeRecord(const usage::RequestRecord &record);
    void ask(const usage::LogRow &row);
    void use(const chat::Request &request, const QString &client, std::optional<WallTime> at);

    usage::Queries &m_queries;
    const profile::Workspace &m_workspace;
    const Clock &m_clock;
    QList<usage::LogRow> m_recent;
    usage::Ticket m_real;
    usage::Ticket m_practice;
    usage::Ticket m_detail;
    usage::Ticket m_spentTicket;
    usage::SpentNow m_spent;
    Kind m_kind = Kind::Last;
    QString m_name; ///< of one from the record
    chat::Request m_request;
    QString m_taskClass;
    QString m_client;
    std::optional<WallTime> m_at; ///< when it was sent; nullopt: now
    bool m_isTextKnown = true;
    qint64 m_sampleTokens = 100;
};

} // namespace sb::ui
