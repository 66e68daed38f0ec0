#include "core/dialects/retry_after.h"

#include <QDate>
#include <QTime>

#include <cmath>

using namespace std::chrono;

namespace sb::dialects {

namespace {

constexpr double LongestSeconds = 365.0 * 24 * 3600; // more is a broken clock, not a wait

std::optional<milliseconds> fromSeconds(const QByteArray &text, double scale = 1)
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok) * scale;
    if (!ok || !(value >= 0) || value > LongestSeconds)
        return {};
    return milliseconds(std::llround(value * 1000));
}

/// Seconds since a fixed day of "Sun, 06 Nov 1994 08:49:37 GMT", the one form that HTTP lets servers send.
/// Source: RFC 9110, section 5.6.7
std::optional<qint64> fromHttpDate(const QByteArray &text)
{
    static constexpr const char *Months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const QList<QByteArray> words = text.simplified().split(' ');
    if (words.size() != 6 || words[5] != "GMT")
        return {};
    int month = 0;
    for (int i = 0; i < 12; ++i) {
        if (words[2] == Months[i])
            month = i + 1;
    }
    const QDate date(words[3].toInt(), month, words[1].toInt());
    const QTime time = QTime::fromString(QString::fromLatin1(words[4]), Qt::ISODate);
    if (!date.isValid() || !time.isValid())
        return {};
    return date.toJulianDay() * 86400 + time.msecsSinceStartOfDay() / 1000;
}

std::optional<milliseconds> fromRetryInfo(const Json &error)
{
    for (const Json &detail : error["details"].items()) {
        QByteArray delay = detail["retryDelay"].toBytes();
        if (delay.endsWith('s')) {
            delay.chop(1);
            return fromSeconds(delay);
        }
    }
    return {};
}

std::optional<milliseconds> fromRetryAfter(const AnswerHead &head)
{
    const QByteArray value = head.header("retry-after");
    if (const auto wait = fromSeconds(value))
        return wait;
    const auto until = fromHttpDate(value);
    const auto now = fromHttpDate(head.header("date"));
    if (!until || !now)
        return {};
    return fromSeconds(QByteArray::number(std::max<qint64>(*until - *now, 0)));
}

} // namespace

std::optional<milliseconds> retryAfter(const AnswerHead &head, const Json &error)
{
    const auto exact = fromSeconds(head.header("retry-after-ms"), 0.001);
    // Azure sends retry-after-ms: 0 beside retry-after: 1.
    if (exact && exact->count() > 0)
        return exact;
    if (const auto wait = fromRetryAfter(head))
        return wait;
    if (const auto wait = fromRetryInfo(error))
        return wait;
    return exact;
}

} // namespace sb::dialects
