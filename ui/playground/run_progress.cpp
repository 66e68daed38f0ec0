#include "ui/playground/run_progress.h"

#include "ui/common/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace sb::ui {

namespace {

/// While a stream runs no provider has counted yet: four characters a token is what English text comes to.
constexpr qint64 CharactersPerToken = 4;

/// What came all at once, since it was held back or asked for as a whole, has no speed.
constexpr double LeastStreaming = 0.02;

QString translated(const char *text)
{
    return QCoreApplication::translate("sb::ui::RunProgress", text);
}

double seconds(nanoseconds time)
{
    return duration<double>(time).count();
}

QString providerName(const catalog::Catalog &catalog, const QString &id)
{
    const catalog::Provider *provider = catalog.provider(id);
    return provider ? provider->name : id;
}

} // namespace

void RunProgress::start(SteadyTime now)
{
    *this = {};
    m_running = true;
    m_startedAt = now;
}

void RunProgress::apply(const engine::AttemptStarted &attempt)
{
    const routing::Candidate &candidate = attempt.candidate;
    if (m_tries.isEmpty() || m_tries.constLast().endpointId != candidate.endpointId) {
        m_tries.append(
            {.endpointId = candidate.endpointId, .providerId = candidate.providerId, .modelId = candidate.modelId});
    }
    m_tries.last().state = RouteStop::State::Trying;
    ++m_tries.last().tries;
}

void RunProgress::apply(const engine::AttemptFailed &attempt)
{
    if (m_tries.isEmpty())
        return;
    Try &last = m_tries.last();
    last.state = RouteStop::State::Failed;
    last.error = errorText(attempt.error.type, attempt.error.httpStatus);
    last.lost += attempt.took;
}

void RunProgress::apply(const chat::Event &event, SteadyTime now)
{
    if (!chat::isContent(event))
        return;
    if (m_firstContentAt.count() < 0)
        m_firstContentAt = now;
    if (const auto *text = std::get_if<chat::TextDelta>(&event))
        m_characters += text->text.size();
    else if (const auto *reasoning = std::get_if<chat::ReasoningDelta>(&event))
        m_characters += reasoning->text.size();
}

void RunProgress::apply(const engine::Ended &ended)
{
    m_running = false;
    m_end = ended.end;
    m_candidates = ended.plan.candidates.size();
    m_practice = ended.plan.practice;
    const usage::Settlement &record = ended.record;
    if (record.firstContent.count() >= 0)
        m_firstContent = record.firstContent;
    m_latency = record.latency;
    if (record.tokens.input() + record.tokens.output() > 0) {
        m_inputTokens = record.tokens.input();
        m_outputTokens = record.tokens.output();
    }
    m_cost = record.cost;
    m_costKnown = !record.attempts.isEmpty();
    if (!m_tries.isEmpty() && !record.servedEndpoint.isEmpty())
        m_tries.last().state = RouteStop::State::Served;
    else if (!m_tries.isEmpty() && m_tries.constLast().state == RouteStop::State::Trying)
        m_tries.last().state = RouteStop::State::Failed;
}

void RunProgress::showStored(const profile::Turn &turn)
{
    *this = {};
    m_end = routing::endStateFromWireName(turn.end);
    m_practice = turn.practice;
    if (turn.firstContentMs >= 0)
        m_firstContent = milliseconds(turn.firstContentMs);
    m_latency = milliseconds(turn.latencyMs);
    if (turn.inputTokens + turn.outputTokens > 0) {
        m_inputTokens = turn.inputTokens;
        m_outputTokens = turn.outputTokens;
    }
    m_costKnown = turn.cost.isObject();
    if (const auto amount = parseDollars(turn.cost["amount"].toText()))
        m_cost = {.kind = usage::CostKind::Computed, .amount = *amount};
    if (turn.cost["kind"].toBytes() == usage::toWireName(usage::CostKind::Estimated))
        m_cost.kind = usage::CostKind::Estimated;
    m_candidates = qMax<qsizetype>(turn.candidates, turn.route.size());
    for (const Json &stop : turn.route.items()) {
        const QString error = stop["error"].toText();
        m_tries.append({.endpointId = stop["endpoint"].toText(),
                        .providerId = stop["provider"].toText(),
                        .modelId = stop["model"].toText(),
                        .tries = int(stop["tries"].toInteger().value_or(1)),
                        .error = error,
                        .lost = milliseconds(stop["ms"].toInteger().value_or(0)),
                        .state = error.isEmpty() ? RouteStop::State::Served : RouteStop::State::Failed});
    }
}

QList<RouteStop> RunProgress::stops(const catalog::Catalog &catalog) const
{
    QList<RouteStop> stops;
    bool oneModel = true;
    for (const Try &attempt : m_tries)
        oneModel = oneModel && attempt.modelId == m_tries.constFirst().modelId;
    for (const Try &attempt : m_tries) {
        RouteStop stop{.name = oneModel ? providerName(catalog, attempt.providerId) : attempt.modelId,
                       .state = attempt.state};
        if (attempt.state == RouteStop::State::Failed) {
            stop.detail = attempt.tries > 1 ? u"%1 ×%2"_s.arg(attempt.error).arg(attempt.tries) : attempt.error;
            stop.detail += u" · "_s + formatSeconds(attempt.lost);
        } else if (attempt.state == RouteStop::State::Served) {
            //: In the line over an answer: it came from the second of three endpoints that could be asked.
            stop.detail = m_tries.size() > 1 ? translated(QT_TRANSLATE_NOOP("sb::ui::RunProgress", "served, %1 of %2"))
                                                   .arg(m_tries.size())
                                                   .arg(qMax(m_candidates, m_tries.size()))
                : attempt.tries > 1 ? translated(QT_TRANSLATE_NOOP("sb::ui::RunProgress", "try %1")).arg(attempt.tries)
                                    : translated(QT_TRANSLATE_NOOP("sb::ui::RunProgress", "first try"));
        } else if (attempt.tries > 1) {
            stop.detail = translated(QT_TRANSLATE_NOOP("sb::ui::RunProgress", "try %1")).arg(attempt.tries);
        }
        stops.append(stop);
    }
    return stops;
}

QString RunProgress::servedBy(const catalog::Catalog &catalog) const
{
    const Try &last = m_tries.constLast();
    const QString name = u"%1 · %2"_s.arg(last.modelId, providerName(catalog, last.providerId));
    QStringList models;
    for (const Try &attempt : m_tries) {
        if (!models.contains(attempt.modelId))
            models.append(attempt.modelId);
    }
    if (models.size() < 2)
        return name;
    //: Behind the name of the model that served: it is the second one that was asked.
    return models.size() == 2
        ? translated(QT_TRANSLATE_NOOP("sb::ui::RunProgress", "%1, second model")).arg(name)
        : translated(QT_TRANSLATE_NOOP("sb::ui::RunProgress", "%1, model no. %2")).arg(name).arg(models.size());
}

Metrics RunProgress::metrics(SteadyTime now, const catalog::Catalog &catalog) const
{
    Metrics metrics{.end = m_end, .streaming = m_running, .practice = m_practice};
    if (!m_tries.isEmpty() && m_tries.constLast().state != RouteStop::State::Failed)
        metrics.servedBy = servedBy(catalog);
    if (m_running) {
        metrics.elapsedSeconds = seconds(now - m_startedAt);
        if (m_firstContentAt.count() >= 0) {
            metrics.firstTokenSeconds = seconds(m_firstContentAt - m_startedAt);
            const double streaming = seconds(now - m_firstContentAt);
            const qint64 tokens = m_characters / CharactersPerToken;
            if (streaming > 0.5)
                metrics.tokensPerSecond = double(tokens) / streaming;
            metrics.outputTokens = tokens;
        }
        return metrics;
    }
    if (m_firstContent) {
        metrics.firstTokenSeconds = seconds(*m_firstContent);
        const double streaming = seconds(m_latency - *m_firstContent);
        if (m_outputTokens && streaming > LeastStreaming)
            metrics.tokensPerSecond = double(*m_outputTokens) / streaming;
    }
    metrics.elapsedSeconds = seconds(m_latency);
    metrics.inputTokens = m_inputTokens;
    metrics.outputTokens = m_outputTokens;
    const catalog::Endpoint *endpoint = m_tries.isEmpty() ? nullptr : catalog.endpoint(m_tries.constLast().endpointId);
    if (endpoint && endpoint->free && m_costKnown && !m_practice) {
        metrics.cost = translated(QT_TRANSLATE_NOOP("sb::ui::RunProgress", "free"));
    } else if (m_costKnown) {
        metrics.cost = formatCost(m_cost);
        if (m_cost.amount)
            metrics.costNano = m_cost.amount->value;
    }
    return metrics;
}

void RunProgress::store(profile::Turn &turn) const
{
    turn.end = m_end ? routing::toWireName(*m_end) : QByteArray();
    turn.practice = m_practice;
    turn.candidates = int(m_candidates);
    turn.firstContentMs = m_firstContent ? m_firstContent->count() : -1;
    turn.latencyMs = m_latency.count();
    turn.inputTokens = m_inputTokens.value_or(0);
    turn.outputTokens = m_outputTokens.value_or(0);
    turn.cost = {};
    if (m_costKnown) {
        turn.cost.set("kind", Json(usage::toWireName(m_cost.kind)));
        if (m_cost.amount)
            turn.cost.set("amount", toDecimal(*m_cost.amount));
    }
    Json::Array route;
    for (const Try &attempt : m_tries) {
        Json stop = Json::object();
        stop.set("endpoint", attempt.endpointId);
        stop.set("provider", attempt.providerId);
        stop.set("model", attempt.modelId);
        stop.set("tries", attempt.tries);
        stop.set("ms", qint64(attempt.lost.count()));
        if (attempt.state == RouteStop::State::Failed)
            stop.set("error", attempt.error);
        route.append(stop);
    }
    turn.route = Json(std::move(route));
    if (!m_tries.isEmpty() && m_tries.constLast().state == RouteStop::State::Served) {
        turn.servedModel = m_tries.constLast().modelId;
        turn.servedProvider = m_tries.constLast().providerId;
    }
}

} // namespace sb::ui
