#include "core/engine/trace.h"

#include "core/engine/billing.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sb::engine {

namespace {

int hourUtc(WallTime time)
{
    using std::chrono::floor;
    return int(floor<std::chrono::hours>(time - floor<std::chrono::days>(time)).count());
}

int dayOfWeekUtc(WallTime time)
{
    return int(std::chrono::weekday(std::chrono::floor<std::chrono::days>(time)).iso_encoding());
}

QString priceSource(const catalog::Endpoint &endpoint)
{
    if (!endpoint.price)
        return {};
    return u"%1 %2"_s.arg(endpoint.price->source, endpoint.price->asOf.toString(Qt::ISODate)).trimmed();
}

/// A request that was sent and then given up by us, where the provider goes on writing at the user's cost.
bool isBilledToItsEnd(const AttemptContext &context, const AttemptOutcome &outcome)
{
    return context.cancelStopsBilling == false && outcome.sent && !outcome.refused && !outcome.finish && outcome.error
        && outcome.error->type == chat::ErrorType::Cancelled;
}

Bill billOf(const AttemptContext &context, const AttemptOutcome &outcome)
{
    return billFor(context.endpoint,
                   {.sent = outcome.sent,
                    .answered = outcome.answered,
                    .refused = outcome.refused,
                    .whole = outcome.finish.has_value(),
                    .usage = outcome.usage,
                    .requestBytes = outcome.requestBytes,
                    .contentBytes = outcome.contentBytes,
                    .inputTokensBound = context.inputTokensBound,
                    .bound = context.candidate.bound,
                    .hourUtc = hourUtc(outcome.startedAt),
                    .dayOfWeekUtc = dayOfWeekUtc(outcome.startedAt),
                    .serviceTier = outcome.tierLeftOut ? QString() : context.serviceTier,
                    .billedToItsEnd = isBilledToItsEnd(context, outcome)});
}

Json verdictList(const QList<routing::CheckVerdict> &verdicts)
{
    Json list = Json::array();
    for (const routing::CheckVerdict &verdict : verdicts)
        list.append(toJson(verdict));
    return list;
}

} // namespace

QString serviceTier(const chat::Request &request)
{
    return request.extra["service_tier"].toText();
}

usage::OpenRecord openRecord(const RunSpec &spec, const routing::Chain &chain, bool practice,
                             const routing::Candidate &first, WallTime startedAt)
{
    return {.ledger = practice ? usage::Ledger::Practice : usage::Ledger::Real,
            .startedAt = startedAt,
            .client = spec.client,
            .session = spec.session.isEmpty() ? spec.request.sessionId : spec.session,
            .requestedModel = spec.request.model,
            .chain = chain.name,
            .chainVersion = chain.name.isEmpty() ? 0 : chain.version,
            .providerId = first.providerId,
            .modelId = first.modelId,
            .request = toJson(spec.request)};
}

usage::AttemptRecord attemptRecord(const AttemptContext &context, const AttemptOutcome &outcome)
{
    const Bill bill = billOf(context, outcome);
    usage::AttemptRecord record{.providerId = context.candidate.providerId,
                                .modelId = context.candidate.modelId,
                                .endpointId = context.candidate.endpointId,
                                .step = int(context.candidate.step),
                                .startedAt = outcome.startedAt,
                                .waitedBefore = context.waitedBefore,
                                .connect = outcome.connect,
                                .firstContent = outcome.firstContent,
                                .duration = outcome.duration,
                                .httpStatus = outcome.httpStatus,
                                .succeeded = !outcome.error,
                                .moveReason = context.moveReason,
                                .tokens = bill.tokens,
                                .tokensEstimated = bill.tokensEstimated,
                                .cost = bill.cost,
                                .bound = context.candidate.bound,
                                .priceSource = priceSource(context.endpoint)};
    if (outcome.error) {
        record.error = outcome.error->type;
        record.errorMessage = outcome.error->message;
    }
    if (isBilledToItsEnd(context, outcome))
        record.errorMessage += u' '
            + QCoreApplication::translate("sb::engine",
                                          "This provider bills an answer to its end all the same: the "
                                          "cost is the most that it can be.");
    return record;
}

void addUp(usage::Settlement &settlement)
{
    settlement.tokens = {};
    QList<usage::Cost> costs;
    for (const usage::AttemptRecord &attempt : std::as_const(settlement.attempts)) {
        settlement.tokens += attempt.tokens;
        costs.append(attempt.cost);
    }
    settlement.cost = sum(costs);
}

Json answerBody(const chat::Answer &answer, const QList<qsizetype> &seams, const QList<routing::CheckVerdict> &checks)
{
    if (answer == chat::Answer{})
        return {};
    Json choice = Json::object();
    choice.set("index", 0);
    choice.set("message", toJson(answer.toMessage()));
    choice.set("finish_reason", answer.finish ? Json(toWireName(*answer.finish)) : Json());
    Json body = Json::object();
    body.set("id", answer.id);
    body.set("object", "chat.completion");
    body.set("model", answer.model);
    body.set("choices", Json(Json::Array{choice}));
    body.set("usage", answer.usage.raw);
    Json places;
    for (const qsizetype seam : seams)
        places.append(qint64(seam));
    if (!places.isNull())
        body.set("seams", places);
    if (!checks.isEmpty())
        body.set("checks", verdictList(checks));
    if (answer.error) {
        Json error = Json::object();
        error.set("type", toWireName(answer.error->type));
        error.set("message", answer.error->message);
        body.set("error", error);
    }
    return body;
}

Json decisionBody(const routing::Plan &plan, const QList<AttemptChecks> &checks)
{
    Json body = toJson(plan);
    Json list;
    for (const AttemptChecks &each : checks) {
        Json attempt;
        attempt.set("attempt", each.attempt);
        attempt.set("verdicts", verdictList(each.verdicts));
        list.append(attempt);
    }
    if (!list.isNull())
        body.set("checks", list);
    return body;
}

routing::EndState endStateOf(const chat::ProviderError &error)
{
    if (error.type == chat::ErrorType::Cut)
        return routing::EndState::Cut;
    return error.type == chat::ErrorType::Stalled ? routing::EndState::Stalled : routing::EndState::Failed;
}

routing::EndState endStateOf(chat::FinishReason reason)
{
    switch (reason) {
    case chat::FinishReason::Length:
        return routing::EndState::Length;
    case chat::FinishReason::ContentFilter:
        return routing::EndState::Filtered;
    case chat::FinishReason::Error:
        return routing::EndState::Failed;
    case chat::FinishReason::Stop:
    case chat::FinishReason::ToolCalls:
        break;
    }
    return routing::EndState::Complete;
}

} // namespace sb::engine
