#include "core/dialects/rate_limits.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::dialects {

namespace {

using catalog::LimitFigure;
using catalog::ResetForm;
using std::chrono::milliseconds;

constexpr double LongestSeconds = 366.0 * 24 * 60 * 60; // a limit that resets later is none that anybody waits for

std::optional<milliseconds> wait(double seconds)
{
    if (!(seconds <= LongestSeconds))
        return {};
    return milliseconds(qint64(std::max(seconds, 0.0) * 1000));
}

std::optional<double> number(const QByteArray &text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<double> secondsOf(const QString &unit)
{
    static constexpr std::pair<QLatin1StringView, double> Units[] = {
        {"ms"_L1, 0.001}, {"s"_L1, 1}, {"m"_L1, 60}, {"h"_L1, 3600}, {"d"_L1, 86400}};
    const auto it = std::ranges::find(Units, unit, [](const auto &each) { return QString(each.first); });
    return it == std::end(Units) ? std::nullopt : std::optional(it->second);
}

/// "1h2m3.5s": numbers with their units, one behind the other, and nothing else.
std::optional<milliseconds> duration(const QByteArray &text)
{
    static const QRegularExpression part(u"\\G([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|s|m|h|d)"_s);
    const QString all = QString::fromLatin1(text);
    double seconds = 0;
    qsizetype read = 0;
    while (read < all.size()) {
        const auto match = part.match(all, read);
        if (!match.hasMatch())
            return {};
        seconds += match.captured(1).toDouble() * secondsOf(match.captured(2)).value_or(0);
        read = match.capturedEnd();
    }
    return read == 0 ? std::nullopt : wait(seconds);
}

std::optional<milliseconds> untilDate(const QByteArray &text, WallTime now)
{
    const QDateTime date = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    if (!date.isValid())
        return {};
    return wait(double(date.toMSecsSinceEpoch() - toMilliseconds(now)) / 1000);
}

std::optional<milliseconds> until(const QByteArray &text, ResetForm form, WallTime now)
{
    const auto fromNow = [&](double unit) -> std::optional<milliseconds> {
        const auto value = number(text);
        return value ? wait((*value * unit - double(toMilliseconds(now))) / 1000) : std::nullopt;
    };
    switch (form) {
    case ResetForm::Duration:
        return duration(text);
    case ResetForm::Seconds:
        if (const auto seconds = number(text))
            return wait(*seconds);
        return {};
    case ResetForm::Date:
        return untilDate(text, now);
    case ResetForm::UnixSeconds:
        return fromNow(1000);
    case ResetForm::UnixMilliseconds:
        return fromNow(1);
    }
    return {};
}

/// "499", and "499.0" where a proxy counts in halves.
std::optional<qint64> count(const QByteArray &text)
{
    const auto value = number(text);
    return value && *value >= 0 && *value < 1e15 ? std::optional(qint64(*value)) : std::nullopt;
}

/// What a header says: all of it, or a parameter of the first item in its list, as in `"default";r=50;t=30`.
QByteArray said(const AnswerHead &head, const QByteArray &name)
{
    const qsizetype semicolon = name.indexOf(';');
    if (semicolon < 0)
        return head.header(name).trimmed();
    static const QRegularExpression first(u"\\A\\s*(?:\"[^\"]*\"|[^\",;]+)((?:\\s*;[^,;]*)*)"_s);
    const QString parameters = first.match(QString::fromLatin1(head.header(name.first(semicolon)))).captured(1);
    for (const QString &parameter : parameters.split(u';', Qt::SkipEmptyParts)) {
        if (parameter.section(u'=', 0, 0).trimmed().toLatin1() == name.sliced(semicolon + 1))
            return parameter.section(u'=', 1).trimmed().toLatin1();
    }
    return {};
}

/// Which limit a figure is of, and which of its members: the enumerators come in threes.
LimitLeft &limitOf(Headroom &headroom, LimitFigure figure)
{
    switch (int(figure) / 3) {
    case 0:
        return headroom.requests;
    case 1:
        return headroom.tokens;
    case 2:
        return headroom.inputTokens;
    default:
        return headroom.outputTokens;
    }
}
static_assert(int(LimitFigure::TokensLimit) == 3 && int(LimitFigure::InputTokensLimit) == 6
              && int(LimitFigure::OutputTokensReset) == 11);

Json toJson(const LimitLeft &left)
{
    Json json;
    if (left.limit)
        json.set("limit", *left.limit);
    if (left.remaining)
        json.set("remaining", *left.remaining);
    if (left.resetsIn)
        json.set("resets_in_ms", qint64(left.resetsIn->count()));
    return json;
}

} // namespace

Headroom readHeadroom(const AnswerHead &head, const catalog::RateLimitHeaders &headers, WallTime now)
{
    Headroom headroom;
    for (const catalog::LimitHeader &header : headers.headers) {
        const QByteArray text = said(head, header.name);
        if (text.isEmpty())
            continue;
        LimitLeft &left = limitOf(headroom, header.figure);
        switch (int(header.figure) % 3) {
        case 0:
            left.limit = count(text);
            break;
        case 1:
            left.remaining = count(text);
            break;
        default:
            left.resetsIn = until(text, headers.resetForm, now);
            break;
        }
    }
    return headroom;
}

std::optional<milliseconds> exhaustedFor(const Headroom &headroom)
{
    std::optional<milliseconds> longest;
    for (const LimitLeft &left : {headroom.requests, headroom.tokens, headroom.inputTokens, headroom.outputTokens}) {
        if (left.remaining == 0 && left.resetsIn && *left.resetsIn > 0ms)
            longest = std::max(longest.value_or(0ms), *left.resetsIn);
    }
    return longest;
}

Json toJson(const Headroom &headroom)
{
    Json json;
    const auto add = [&json](const char *name, const LimitLeft &left) {
        if (left != LimitLeft{})
            json.set(name, toJson(left));
    };
    add("requests", headroom.requests);
    add("tokens", headroom.tokens);
    add("input_tokens", headroom.inputTokens);
    add("output_tokens", headroom.outputTokens);
    return json;
}

} // namespace sb::dialects
