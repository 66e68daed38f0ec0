#pragma once

#include "core/engine/engine.h"
#include "core/usage/queries.h"
#include "ui/chains/chain_document.h"

#include <QTimer>

namespace sb::ui {

/// What a dry run asks: the last prompt on record, one of a size, or one that was given.
struct DryRunPrompt
{
    qint64 tokens = 100; ///< of the made-up prompt; 0: the last prompt on record
    std::optional<chat::Request> given = {}; ///< instead of both: pasted, or from the register
    QString title = {}; ///< of the one that was given: "pasted", "request of 14:31"
    friend bool operator==(const DryRunPrompt &, const DryRunPrompt &) = default;
};

/// A prompt of about so many tokens, for when there is none on record or another size is of interest.
[[nodiscard]] chat::Request samplePrompt(qint64 tokens);

/// Keeps the dry run of a document current: the engine is asked anew a moment after each edit. Sends and spends
/// nothing.
class DryRun final : public QObject
{
    Q_OBJECT
public:
    DryRun(engine::Engine &engine, usage::Queries &queries, ChainDocument &document, QObject *parent = nullptr);

    void setPrompt(const DryRunPrompt &prompt);
    [[nodiscard]] const DryRunPrompt &prompt() const { return m_prompt; }
    /// Looks up the last prompt of both ledgers; lastPromptChanged() when there is another.
    void lookUpLastPrompt();
    [[nodiscard]] bool hasLastPrompt() const { return m_last.has_value(); }
    [[nodiscard]] chat::Request request() const; ///< what is asked
    void runNow();
    void runSoon();

    /// nullopt: none yet, or it failed.
    [[nodiscard]] const std::optional<routing::Plan> &plan() const { return m_plan; }
    [[nodiscard]] const QString &failure() const { return m_failure; } ///< a sentence; empty unless it failed

signals:
    void finished(); ///< plan() or failure() is another
    void lastPromptChanged();
    void promptChanged(); ///< what is asked is another request

private:
    void takePlan(RequestId id, const Result<routing::Plan> &plan);
    void takeAnswer(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer);
    void takeNewest(const usage::LogPage &page);

    engine::Engine &m_engine;
    usage::Queries &m_queries;
    ChainDocument &m_document;
    QTimer m_soon;
    DryRunPrompt m_prompt;
    std::optional<chat::Request> m_last;
    RequestId m_id;
    usage::Ticket m_real;
    usage::Ticket m_practice;
    usage::Ticket m_detail;
    std::optional<usage::LogRow> m_newest; ///< of the ledgers that have answered
    std::optional<routing::Plan> m_plan;
    QString m_failure;
};

} // namespace sb::ui
