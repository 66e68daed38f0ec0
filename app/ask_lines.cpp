#include "app/ask_lines.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

using routing::EndState;

constexpr int SignalBase = 128; // as shells have it
constexpr int InterruptedExit = SignalBase + 2; // SIGINT
constexpr int FloatDigits = 9; // what a 32-bit float needs to be read back as it was

struct AskLinesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::app)
};

QString seconds(std::chrono::milliseconds time)
{
    return QString::number(double(time.count()) / 1000.0, 'f', 1);
}

QString nextStep(const routing::Move &next)
{
    if (next.kind == routing::Move::Kind::End)
        return AskLinesText::tr("giving up");
    const bool same = next.reason == routing::MoveReason::RetryTransient
        || next.reason == routing::MoveReason::RetryAfterHeader || next.reason == routing::MoveReason::RetryClamped;
    if (!same)
        return AskLinesText::tr("moving on");
    return AskLinesText::tr("retrying in %1 s").arg(seconds(next.delay));
}

QString costText(const usage::Cost &cost)
{
    if (!cost.amount)
        return AskLinesText::tr("cost unknown (unpriced)");
    return u"$%1 %2"_s.arg(toDecimal(*cost.amount), QString::fromLatin1(toWireName(cost.kind)));
}

bool isPractice(const engine::Ended &ended)
{
    return ended.plan.practice;
}

Json attemptsJson(const QList<usage::AttemptRecord> &attempts)
{
    Json::Array list;
    for (const usage::AttemptRecord &attempt : attempts) {
        Json item = Json::object();
        item.set("endpoint", attempt.endpointId);
        item.set("reason", attempt.moveReason);
        item.set("succeeded", attempt.succeeded);
        if (attempt.error) {
            item.set("error", toWireName(*attempt.error));
            item.set("message", attempt.errorMessage);
        }
        item.set("status", attempt.httpStatus);
        item.set("waited_ms", qint64(attempt.waitedBefore.count()));
        item.set("duration_ms", qint64(attempt.duration.count()));
        list.append(item);
    }
    return Json(list);
}

Json usageJson(const chat::TokenClasses &tokens)
{
    Json usage = Json::object();
    usage.set("input", tokens.input());
    usage.set("cache_read", tokens.cacheRead);
    usage.set("cache_write", tokens.cacheWrite5m + tokens.cacheWrite1h);
    usage.set("output", tokens.output());
    usage.set("reasoning", tokens.reasoning);
    return usage;
}

Json costJson(const engine::Ended &ended)
{
    const usage::Cost &paid = ended.record.cost;
    Json cost = Json::object();
    cost.set("kind", toWireName(paid.kind));
    cost.set("usd", paid.amount ? Json(Json::Number{toDecimal(*paid.amount).toLatin1()}) : Json());
    cost.set("ledger", isPractice(ended) ? "practice" : "real");
    return cost;
}

/// Two messages, each of which may end without a stop.
QString joined(const QString &first, const QString &second)
{
    const QString before = first.trimmed();
    const bool ends = before.isEmpty() || QStringView(u".!?…").contains(before.back());
    return (before + (ends ? u" "_s : u". "_s) + second).trimmed();
}

} // namespace

QString answeringLine(int number, const routing::Candidate &candidate)
{
    return AskLinesText::tr("attempt %1 %2: answering").arg(number).arg(candidate.endpointId);
}

QString failedLine(const engine::AttemptFailed &attempt)
{
    const QString line = AskLinesText::tr("attempt %1 %2: failed %3, %4")
                             .arg(attempt.number)
                             .arg(attempt.candidate.endpointId, QString::fromLatin1(toWireName(attempt.error.type)),
                                  nextStep(attempt.next));
    // What the last one met is said at the end.
    const bool saysWhy =
        attempt.error.type == chat::ErrorType::OverBudget && attempt.next.kind == routing::Move::Kind::Try;
    return saysWhy ? joined(line, attempt.error.message) : line;
}

QString summaryLine(const engine::Ended &ended)
{
    const usage::Settlement &record = ended.record;
    QStringList parts;
    if (!record.servedEndpoint.isEmpty())
        parts.append(AskLinesText::tr("%1 by %2").arg(record.modelId, record.servedEndpoint));
    parts.append(AskLinesText::tr("%1 tokens in, %2 out").arg(record.tokens.input()).arg(record.tokens.output()));
    parts.append(costText(record.cost));
    if (isPractice(ended))
        parts.append(AskLinesText::tr("practice"));
    parts.append(AskLinesText::tr("%1 s").arg(seconds(record.latency)));
    return QString::fromLatin1(toWireName(ended.end)) + u": "_s + parts.join(u", "_s);
}

QString problem(const engine::Ended &ended)
{
    if (ended.end == EndState::Complete && !ended.refusal)
        return {};
    if (ended.answer.error && ended.refusal)
        return forTerminal(joined(ended.answer.error->message, ended.refusal->message));
    if (ended.answer.error)
        return forTerminal(ended.answer.error->message);
    return ended.refusal ? forTerminal(ended.refusal->message) : QString();
}

QString keyAdvice(const routing::Plan &plan, const KeyPlaces &places, secrets::Keychain keychain)
{
    const auto isNoKey = [](const routing::Excluded &each) { return each.reason == routing::Exclusion::NoKey; };
    const QList<routing::Excluded> &excluded = plan.excluded;
    if (!plan.candidates.isEmpty() || std::none_of(excluded.cbegin(), excluded.cend(), isNoKey))
        return {};
    QString advice = AskLinesText::tr("Add a key in the window, under Providers.");
    if (!places.variables.isEmpty()) {
        const QString option = u"--keys-from-env"_s;
        advice = AskLinesText::tr("Add a key in the window, under Providers, or put it into $%1 and use %2.")
                     .arg(places.variables.join(AskLinesText::tr(" or $")),
                          places.mustBeNamed ? option + u'=' + places.providers.join(u',') : option);
    }
    if (keychain == secrets::Keychain::Missing)
        advice += u' ' + secrets::KeyStore::sentence(keychain);
    return advice;
}

Json toJson(const engine::Ended &ended)
{
    const usage::Settlement &record = ended.record;
    Json json = Json::object();
    json.set("answer", ended.answer.text);
    if (!ended.answer.reasoning.isEmpty())
        json.set("reasoning", ended.answer.reasoning);
    if (!ended.answer.refusal.isEmpty())
        json.set("refusal", ended.answer.refusal);
    json.set("end", toWireName(ended.end));
    if (const QString why = problem(ended); !why.isEmpty())
        json.set("error", why);
    json.set("model", record.modelId);
    json.set("endpoint", record.servedEndpoint);
    json.set("attempts", attemptsJson(record.attempts));
    json.set("usage", usageJson(record.tokens));
    json.set("cost", costJson(ended));
    if (const Json left = dialects::toJson(ended.headroom); !left.isNull())
        json.set("rate_limits", left);
    json.set("latency_ms", qint64(record.latency.count()));
    json.set("record", ended.key ? Json(ended.key->seq) : Json());
    return json;
}

QStringList endLines(const engine::Ended &ended, const KeyPlaces &places, secrets::Keychain keychain)
{
    QStringList lines{problem(ended), keyAdvice(ended.plan, places, keychain)};
    if (ended.key)
        lines.append(summaryLine(ended));
    lines.removeAll(QString());
    return lines;
}

Json vectorsJson(const engine::Ended &ended)
{
    const usage::Settlement &record = ended.record;
    Json vectors = Json::array();
    for (const chat::Vector &vector : ended.vectors) {
        Json numbers = Json::array();
        for (const float number : vector) // as a 32-bit float is spelled, not as its double; JSON has no infinity
            numbers.append(std::isfinite(number) ? Json(Json::Number{QByteArray::number(number, 'g', FloatDigits)})
                                                 : Json());
        vectors.append(numbers);
    }
    Json json = Json::object();
    json.set("model", record.modelId);
    json.set("endpoint", record.servedEndpoint);
    json.set("dimensions", ended.vectors.isEmpty() ? Json() : Json(qint64(ended.vectors.constFirst().size())));
    json.set("tokens", record.tokens.input());
    json.set("cost", costJson(ended));
    json.set("record", ended.key ? Json(ended.key->seq) : Json());
    json.set("vectors", vectors);
    return json;
}

QString countText(const engine::TokenCount &count)
{
    if (!count.tokens)
        return {};
    const QString number = QString::number(*count.tokens);
    return count.estimated ? AskLinesText::tr("%1 (estimate)").arg(number) : number;
}

QString countLine(const engine::TokenCount &count)
{
    if (count.refusal)
        return forTerminal(count.refusal->message);
    if (count.error)
        return forTerminal(count.error->message);
    return count.estimated
        ? AskLinesText::tr("%1 does not count tokens: estimated as one for four bytes").arg(count.endpointId)
        : AskLinesText::tr("counted by %1").arg(count.endpointId);
}

int exitCode(const engine::Ended &ended, std::optional<int> signal)
{
    if (ended.end == EndState::Cancelled)
        return signal ? SignalBase + *signal : InterruptedExit;
    return ended.end == EndState::Complete ? 0 : 1;
}

QString forTerminal(const QString &text)
{
    QString safe = text;
    safe.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
    return safe;
}

} // namespace sb::app
