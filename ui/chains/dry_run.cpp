#include "ui/chains/dry_run.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {

constexpr auto Delay = 120ms; // one dry run for a burst of typing
constexpr int BytesPerToken = 4;

} // namespace

chat::Request samplePrompt(qint64 tokens)
{
    const QString sentence =
        QCoreApplication::translate("sb::ui::DryRun", "What does a signal box do when a line is blocked?");
    const qsizetype wanted = qMax(1, int(tokens) * BytesPerToken);
    const QString text = (sentence + u' ').repeated(wanted / (sentence.size() + 1) + 1).left(wanted);
    chat::Request request;
    request.messages = {chat::Message::make(chat::Role::User, text)};
    return request;
}

DryRun::DryRun(engine::Engine &engine, usage::Queries &queries, ChainDocument &document, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_queries(queries)
    , m_document(document)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(Delay);
    connect(&m_soon, &QTimer::timeout, this, &DryRun::runNow);
    connect(&m_document, &ChainDocument::changed, this, &DryRun::runSoon);
    connect(&m_engine, &engine::Engine::planned, this, &DryRun::takePlan);
    connect(&m_queries, &usage::Queries::answered, this, &DryRun::takeAnswer);
}

void DryRun::setPrompt(const DryRunPrompt &prompt)
{
    if (prompt == m_prompt)
        return;
    m_prompt = prompt;
    emit promptChanged();
    runNow();
}

chat::Request DryRun::request() const
{
    if (m_prompt.given)
        return *m_prompt.given;
    return m_prompt.tokens == 0 && m_last ? *m_last : samplePrompt(m_prompt.tokens);
}

void DryRun::runSoon()
{
    m_soon.start();
}

void DryRun::runNow()
{
    m_soon.stop();
    const routing::Chain &chain = m_document.chain();
    if (chain.steps.isEmpty()) {
        m_id = {};
        m_plan.reset();
        m_failure.clear();
        emit finished();
        return;
    }
    chat::Request request = this->request();
    request.model = routing::chainTarget(chain.name);
    m_id = m_engine.dryRun({.request = request, .chainValue = chain, .client = u"chains"_s});
}

void DryRun::takePlan(RequestId id, const Result<routing::Plan> &plan)
{
    if (id != m_id)
        return;
    m_plan = plan ? std::optional(*plan) : std::nullopt;
    m_failure = plan ? QString() : plan.error().message;
    emit finished();
}

void DryRun::lookUpLastPrompt()
{
    m_newest.reset();
    m_detail = {};
    m_real = m_queries.ask(usage::LogQuery{.filter = {.ledger = usage::Ledger::Real}, .count = 1});
    m_practice = m_queries.ask(usage::LogQuery{.filter = {.ledger = usage::Ledger::Practice}, .count = 1});
}

void DryRun::takeAnswer(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer)
{
    if (ticket == m_real || ticket == m_practice) {
        (ticket == m_real ? m_real : m_practice) = {};
        if (answer)
            takeNewest(std::get<usage::LogPage>(*answer));
        return;
    }
    if (ticket != m_detail)
        return;
    m_detail = {};
    if (!answer)
        return;
    const auto request = chat::parseRequest(std::get<usage::RequestRecord>(*answer).opened.request);
    if (!request || m_last == *request) // not kept, or the same
        return;
    m_last = *request;
    emit lastPromptChanged();
    if (m_prompt.tokens == 0 && !m_prompt.given) {
        emit promptChanged();
        runNow();
    }
}

void DryRun::takeNewest(const usage::LogPage &page)
{
    if (!page.rows.isEmpty() && (!m_newest || page.rows.constFirst().startedAt > m_newest->startedAt))
        m_newest = page.rows.constFirst();
    if (!m_real.isValid() && !m_practice.isValid() && m_newest)
        m_detail = m_queries.ask(usage::DetailQuery{.key = m_newest->key});
}

} // namespace sb::ui
