#include "core/lab/judge.h"

#include "core/engine/trace.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sb::lab {

using routing::AfterFirstContent;
using routing::EndState;
using Stop = Performance::Stop;

namespace {

struct JudgeText
{
    Q_DECLARE_TR_FUNCTIONS(sb::lab)
};

constexpr milliseconds LongestBackoff{6'000}; ///< DESIGN.md: min(500 ms · 2^n, 5 s) × 1.2
constexpr milliseconds Slack{1'000};

/// What is wrong, or nothing.
using Finding = std::optional<QString>;

const Runner *runnerOf(const Field &field, const QString &endpointId)
{
    const auto found =
        std::ranges::find_if(field, [&](const Runner &runner) { return runner.endpoint.id == endpointId; });
    return found == field.end() ? nullptr : &*found;
}

const routing::Step &stepOf(const routing::Chain &chain, const Runner &runner)
{
    return chain.steps.at(runner.step);
}

/// Whether this one can take over what the first one of the field began. What is held back begins again, and is then
/// paid for twice where the first one was cut.
bool canGoOn(const Fault &fault, const routing::Chain &chain, const Runner &runner, const Runner &first)
{
    const bool sameWords = runner.endpoint.modelId == first.endpoint.modelId;
    switch (chain.afterFirstContent) {
    case AfterFirstContent::Error:
        return false;
    case AfterFirstContent::Hold:
        return chain.allowPayingTwice || !fault.errors.contains(chat::ErrorType::Cut);
    case AfterFirstContent::Splice:
        return sameWords;
    case AfterFirstContent::Continue:
        return sameWords || runner.endpoint.capabilities.prefill;
    }
    return false;
}

bool chainAllows(const Fault &fault, const routing::Chain &chain, const Field &field, const Runner &runner)
{
    switch (fault.rule) {
    case Rule::None:
        return true;
    case Rule::AfterContent:
        return canGoOn(fault, chain, runner, field.constFirst());
    case Rule::ContentPolicy:
        return stepOf(chain, field.constFirst()).moveOn.contentPolicy
            || !stepOf(chain, field.constFirst()).next.contentPolicy.isEmpty();
    case Rule::PayingTwice:
        return chain.allowPayingTwice;
    case Rule::RequestAtFault:
    case Rule::CallerLeft:
        return false;
    }
    return false;
}

/// Where a model may have to be loaded first, that has a clock of its own.
routing::StepClocks clocksOf(const routing::Step &step, const Runner &runner)
{
    routing::StepClocks clocks = step.clocks;
    if (runner.provider.local) {
        clocks.firstByte = std::max(clocks.firstByte, clocks.coldLoad);
        clocks.firstContent = std::max(clocks.firstContent, clocks.coldLoad);
    }
    return clocks;
}

/// So long until an exchange ends, at most.
milliseconds longest(const Exchange &exchange, const routing::StepClocks &clocks, bool reasons)
{
    const Performance &play = exchange.play;
    const milliseconds firstContent = reasons ? clocks.firstContentReasoning : clocks.firstContent;
    milliseconds playing = play.connect + play.upload + play.head + play.end;
    for (const Piece &piece : play.body)
        playing += piece.after;
    switch (play.stop) {
    case Stop::Nowhere:
        return playing;
    case Stop::Connecting:
        return playing + clocks.connect;
    case Stop::Uploading:
        return playing + clocks.upload;
    case Stop::BeforeHead:
        return playing + clocks.firstByte;
    case Stop::InBody:
        return playing + (play.body.isEmpty() ? firstContent : clocks.idle);
    }
    return playing;
}

bool isAnswer(const Fault &fault, EndState end)
{
    return end == EndState::Complete || (end == EndState::Length && fault.mayEndEarly);
}

/// The whole text of one model, its beginning where the limit ended it, or what one began and another ended.
bool isWholeText(const Field &field, const Played &request)
{
    const bool early = request.ended.end == EndState::Length;
    return std::ranges::any_of(field, [&](const Runner &runner) {
        const QString whole = wordsOf(runner.endpoint.modelId).join(QString());
        if (request.text == whole || (early && whole.startsWith(request.text)))
            return true;
        const QString rest = wordsAfter(runner.endpoint.modelId).join(QString());
        if (!request.text.endsWith(rest))
            return false;
        const QString begun = request.text.chopped(rest.size());
        return std::ranges::any_of(field, [&](const Runner &other) {
            return wordsOf(other.endpoint.modelId).join(QString()).startsWith(begun);
        });
    });
}

Finding wrongAnswer(const Field &field, const Played &request)
{
    if (isWholeText(field, request))
        return {};
    return JudgeText::tr("It ended as %1, but the answer is not the one that was sent.")
        .arg(QString::fromLatin1(toWireName(request.ended.end)));
}

/// In words of the wire, or ours where nothing was sent.
QString errorOf(const Played &request)
{
    if (const auto &error = request.ended.answer.error)
        return QString::fromLatin1(toWireName(error->type));
    return request.ended.refusal ? JudgeText::tr("refused") : JudgeText::tr("no error");
}

/// Whether what the caller was told is what went wrong.
bool isRightError(const Fault &fault, const Played &request)
{
    const engine::Ended &ended = request.ended;
    if (ended.end == EndState::Cancelled || ended.end == EndState::Filtered)
        return ended.end == fault.end;
    if (!ended.answer.error) // nothing was sent: no budget, or everybody rests after failures
        return ended.refusal && !ended.refusal->message.isEmpty() && !ended.key;
    const chat::ProviderError &error = *ended.answer.error;
    return !error.message.isEmpty() && fault.errors.contains(error.type) && ended.end == engine::endStateOf(error);
}

/// For lack of budget, or since a provider that has just recovered is left alone for a while.
bool mayBeRefused(const Fault &fault, int number)
{
    const bool rests = fault.proof == Proof::ComesBack && number >= fault.requestsStruck && number + 1 < fault.requests;
    return rests || fault.budget != Budget::Ample;
}

Finding wrongEnd(const Fault &fault, const routing::Chain &chain, const Evidence &evidence, int number)
{
    const Played &request = evidence.requests.at(number);
    if (!request.isOver)
        return JudgeText::tr("It had to be broken off: nothing ended it.");
    if (isAnswer(fault, request.ended.end))
        return wrongAnswer(evidence.field, request);
    const Runner *able = whoCouldAnswer(fault, chain, evidence.field, number);
    if (able && !mayBeRefused(fault, number))
        return JudgeText::tr("It ended as %1 (%2), although step %3 could have answered.")
            .arg(QString::fromLatin1(toWireName(request.ended.end)), errorOf(request))
            .arg(able->step + 1);
    if (able && !request.ended.answer.error && request.ended.refusal)
        return {};
    if (!isRightError(fault, request))
        return JudgeText::tr("It ended as %1 with the wrong error (%2).")
            .arg(QString::fromLatin1(toWireName(request.ended.end)), errorOf(request));
    return {};
}

Finding tooLong(const Fault &, const routing::Chain &chain, const Evidence &evidence, int number)
{
    QList<Exchange> mine = evidence.exchanges;
    mine.removeIf([number](const Exchange &exchange) { return exchange.request != number; });
    const milliseconds bound = longestWait(chain, evidence.field, mine, evidence.reasons);
    const milliseconds waited = evidence.requests.at(number).waited;
    if (waited <= bound)
        return {};
    return JudgeText::tr("It took %1 s, longer than its clocks and waits together (%2 s).")
        .arg(waited.count() / 1000)
        .arg(bound.count() / 1000);
}

/// The one record of each request that was opened, and none of the others.
Finding wrongRecords(const Fault &, const routing::Chain &, const Evidence &evidence)
{
    qsizetype opened = 0;
    for (const Played &request : evidence.requests) {
        if (!request.ended.key)
            continue;
        ++opened;
        const auto row = std::ranges::find(evidence.rows, request.ended.key->seq,
                                           [](const usage::LogRow &each) { return each.key.seq; });
        if (row == evidence.rows.end() || row->open || row->end != request.ended.end || !request.ended.recorded)
            return JudgeText::tr("Its record does not say how it ended.");
    }
    if (opened != evidence.rows.size())
        return JudgeText::tr("%1 requests left %2 records.").arg(opened).arg(evidence.rows.size());
    return {};
}

/// Each exchange is in the record, and nothing else that cost anything.
Finding wrongAttempts(const Fault &, const routing::Chain &, const Evidence &evidence)
{
    if (std::ranges::any_of(evidence.exchanges, [](const Exchange &exchange) { return exchange.endpointId.isEmpty(); }))
        return JudgeText::tr("Something was sent to nobody of the chain.");
    for (int number = 0; number < evidence.requests.size(); ++number) {
        const QList<usage::AttemptRecord> &attempts = evidence.requests.at(number).ended.record.attempts;
        const auto sent = std::ranges::count_if(
            attempts, [](const usage::AttemptRecord &attempt) { return attempt.error != chat::ErrorType::OverBudget; });
        const auto played = std::ranges::count(evidence.exchanges, number, &Exchange::request);
        if (sent != played)
            return JudgeText::tr("%1 exchanges were made, %2 are in the record.").arg(played).arg(sent);
    }
    return {};
}

Finding brokenBudget(const Fault &fault, const routing::Chain &, const Evidence &evidence)
{
    if (evidence.spent.reserved.value != 0)
        return JudgeText::tr("Something is still reserved after the end.");
    if (fault.proof == Proof::ExcessRecorded || !evidence.limit)
        return {};
    if (evidence.spent.settled > *evidence.limit)
        return JudgeText::tr("The budget was %1 dollars, and %2 were spent.")
            .arg(toDecimal(*evidence.limit), toDecimal(evidence.spent.settled));
    return {};
}

QList<Exchange> exchangesWith(const Evidence &evidence, int request, const QString &endpointId)
{
    QList<Exchange> found = evidence.exchanges;
    found.removeIf(
        [&](const Exchange &exchange) { return exchange.request != request || exchange.endpointId != endpointId; });
    return found;
}

/// Tries at one endpoint: the first, the retries, and one more for a Retry-After or a clamp.
Finding tooManyTries(const Fault &, const routing::Chain &chain, const Evidence &evidence)
{
    for (int number = 0; number < evidence.requests.size(); ++number) {
        for (const Runner &runner : evidence.field) {
            // An endpoint may stand in several steps, each with tries of its own.
            qsizetype most = 0;
            for (const Runner &each : evidence.field) {
                if (each.endpoint.id == runner.endpoint.id)
                    most += stepOf(chain, each).retries + 2;
            }
            const qsizetype made = exchangesWith(evidence, number, runner.endpoint.id).size();
            if (made > most)
                return JudgeText::tr("%1 was asked %2 times, at most %3 are allowed.")
                    .arg(runner.endpoint.id)
                    .arg(made)
                    .arg(most);
        }
    }
    return {};
}

/// What may not be sent again after what went wrong.
Finding sentAgainstRule(const Fault &fault, const routing::Chain &chain, const Evidence &evidence)
{
    for (qsizetype i = 0; i < evidence.exchanges.size(); ++i) {
        if (!evidence.exchanges.at(i).wrong)
            continue;
        const int number = evidence.exchanges.at(i).request;
        for (qsizetype j = i + 1; j < evidence.exchanges.size(); ++j) {
            const Exchange &later = evidence.exchanges.at(j);
            const Runner *runner = runnerOf(evidence.field, later.endpointId);
            if (later.request != number)
                continue;
            if (!runner)
                continue;
            const bool forbidden = fault.rule == Rule::AfterContent
                ? chain.afterFirstContent == AfterFirstContent::Error
                : !chainAllows(fault, chain, evidence.field, *runner);
            if (forbidden)
                return JudgeText::tr("%1 was asked although the chain's rules say no.").arg(later.endpointId);
            if (fault.where == Where::FirstWindow && strikes(fault.where, *runner, evidence.field))
                return JudgeText::tr("%1 was asked although its window is no larger.").arg(later.endpointId);
        }
    }
    return {};
}

Finding missingProof(const Fault &fault, const routing::Chain &, const Evidence &evidence)
{
    const Played &last = evidence.requests.constLast();
    const usage::Cost &cost = last.ended.record.cost;
    const Runner *served = runnerOf(evidence.field, last.ended.record.servedEndpoint);
    const bool priced = served && served->bound && served->bound->value > 0;
    switch (fault.proof) {
    case Proof::None:
        return {};
    case Proof::CostEstimated:
        if (priced && (cost.kind != usage::CostKind::Estimated || cost.amount.value_or(NanoDollars{}).value <= 0))
            return JudgeText::tr("Its cost is not marked as estimated.");
        return {};
    case Proof::ExcessRecorded:
        if (priced && cost.amount.value_or(NanoDollars{}) <= *served->bound)
            return JudgeText::tr("What was billed above the bound is not in the record.");
        return {};
    case Proof::NothingSpent:
        if (evidence.spent.settled.value > 0)
            return JudgeText::tr("Something was spent without a budget.");
        return {};
    case Proof::ComesBack: // or somebody beside it: within a step the plan chooses
        if (!served || served->step != evidence.field.constFirst().step)
            return JudgeText::tr("The first step is well again, and is not used.");
        return {};
    }
    return {};
}

using Check = Finding (*)(const Fault &, const routing::Chain &, const Evidence &);
constexpr std::array Checks{wrongRecords, wrongAttempts, brokenBudget, tooManyTries, sentAgainstRule, missingProof};

/// How a request that did what it should came to its end.
QString storyOf(const Fault &fault, const routing::Chain &chain, const Evidence &evidence)
{
    const qsizetype all = evidence.requests.size();
    if (all > 1) {
        const auto answered = std::ranges::count_if(
            evidence.requests, [&](const Played &request) { return isAnswer(fault, request.ended.end); });
        return JudgeText::tr("%1 of %2 requests were answered.").arg(answered).arg(all);
    }
    const Played &request = evidence.requests.constFirst();
    const engine::Ended &ended = request.ended;
    const bool struck = std::ranges::any_of(
        evidence.field, [&](const Runner &runner) { return strikes(fault.where, runner, evidence.field); });
    if (fault.where != Where::Nobody && !struck)
        return JudgeText::tr("It strikes nobody here.");
    if (isAnswer(fault, ended.end)) {
        const qsizetype tries = ended.record.attempts.size();
        const Runner *served = runnerOf(evidence.field, ended.record.servedEndpoint);
        const qsizetype step = served ? served->step + 1 : 0;
        return tries == 1 ? JudgeText::tr("Step %1 answered.").arg(step)
                          : JudgeText::tr("Step %1 answered, at try %2.").arg(step).arg(tries);
    }
    if (ended.end == EndState::Cancelled)
        return JudgeText::tr("It ended when its caller left, and is recorded.");
    if (fault.rule == Rule::AfterContent && chain.afterFirstContent == AfterFirstContent::Error)
        return JudgeText::tr("The chain ends here: what came is kept, with the error.");
    if (ended.end == EndState::Filtered)
        return JudgeText::tr("It ended where the filter ended it.");
    return JudgeText::tr("Nobody could answer, and the caller is told why (%1).").arg(errorOf(request));
}

} // namespace

const Runner *whoCouldAnswer(const Fault &fault, const routing::Chain &chain, const Field &field, int request)
{
    const auto found = std::ranges::find_if(field, [&](const Runner &runner) {
        const bool struck = isAtWork(fault, request) && strikes(fault.where, runner, field);
        const bool neverHeals = fault.times == Always && !fault.everyOther && !fault.harmless;
        return !(struck && neverHeals) && chainAllows(fault, chain, field, runner);
    });
    return found == field.end() ? nullptr : &*found;
}

milliseconds longestWait(const routing::Chain &chain, const Field &field, const QList<Exchange> &exchanges,
                         bool reasons)
{
    milliseconds sum = Slack;
    for (const Exchange &exchange : exchanges) {
        const Runner *runner = runnerOf(field, exchange.endpointId);
        if (!runner)
            continue;
        const routing::Step &step = stepOf(chain, *runner);
        sum += longest(exchange, clocksOf(step, *runner), reasons) + LongestBackoff
            + std::min(step.patience, routing::LongestPatience);
    }
    return sum;
}

Judgement judge(const Fault &fault, const routing::Chain &chain, const Evidence &evidence)
{
    for (int number = 0; number < evidence.requests.size(); ++number) {
        for (const auto check : {wrongEnd, tooLong}) {
            if (const Finding finding = check(fault, chain, evidence, number))
                return {.passed = false, .note = *finding};
        }
    }
    for (const Check check : Checks) {
        if (const Finding finding = check(fault, chain, evidence))
            return {.passed = false, .note = *finding};
    }
    return {.passed = true, .note = storyOf(fault, chain, evidence)};
}

} // namespace sb::lab
