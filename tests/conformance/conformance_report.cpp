#include "tests/conformance/conformance_report.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

constexpr qsizetype LongestDifference = 400; ///< an answer of some pages is not shown whole

QString shortened(const QString &line)
{
    return line.size() <= LongestDifference ? line : line.first(LongestDifference) + u'…';
}

} // namespace

ConformanceReport::ConformanceReport(QList<Verdict> verdicts, QStringList errors)
    : m_verdicts(std::move(verdicts))
    , m_errors(std::move(errors))
{
}

ConformanceReport::Count ConformanceReport::countOf(QByteArrayView api) const
{
    Count count;
    for (const Verdict &verdict : m_verdicts) {
        if (!verdict.spoken || (!api.isEmpty() && api != verdict.api))
            continue;
        ++count.total;
        count.passed += verdict.differences.isEmpty() ? 1 : 0;
    }
    return count;
}

QStringList ConformanceReport::apis(bool spoken) const
{
    QSet<QString> names;
    for (const Verdict &verdict : m_verdicts) {
        if (verdict.spoken == spoken)
            names.insert(QString::fromUtf8(verdict.api));
    }
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted;
}

QStringList ConformanceReport::missedTarget(QByteArrayView api, qint64 percent) const
{
    const auto total = api.isEmpty() ? m_verdicts.size() : std::ranges::count(m_verdicts, api, &Verdict::api);
    const qint64 passed = countOf(api).passed;
    if (passed * 100 >= total * percent)
        return {};
    return {u"%1: %2 of %3 passed, fewer than %4 %"_s
                .arg(api.isEmpty() ? u"all exchanges"_s : QString::fromUtf8(api.toByteArray()))
                .arg(passed)
                .arg(total)
                .arg(percent)};
}

QStringList ConformanceReport::lines() const
{
    QStringList lines;
    for (const Verdict &verdict : m_verdicts) {
        for (const QString &difference : verdict.differences)
            lines.append(u"FAILED %1: %2"_s.arg(QString::fromUtf8(verdict.id), shortened(difference)));
    }
    for (const QString &error : m_errors)
        lines.append(u"FAILED %1"_s.arg(error));
    for (const QString &api : apis(true)) {
        const Count count = countOf(api.toUtf8());
        const auto own = std::ranges::count_if(m_verdicts, [&](const Verdict &verdict) {
            return verdict.ownRequest && QString::fromUtf8(verdict.api) == api;
        });
        lines.append(u"%1 %2 of %3 passed (%4 with the recorded request)"_s.arg(api, -26)
                         .arg(count.passed, 4)
                         .arg(count.total, 4)
                         .arg(own));
    }
    for (const QString &api : apis(false)) {
        const auto count = std::ranges::count_if(
            m_verdicts, [&](const Verdict &verdict) { return QString::fromUtf8(verdict.api) == api; });
        lines.append(u"%1 %2 not run: its dialect is not spoken yet"_s.arg(api, -26).arg(count, 4));
    }
    return lines;
}

QString ConformanceReport::lastLine() const
{
    const Count all = countOf({});
    return u"%1 passed, %2 failed"_s.arg(all.passed).arg(all.total - all.passed + m_errors.size());
}

QStringList ConformanceReport::shortcomings() const
{
    QStringList lines = missedTarget({}, OverallPercent);
    QStringList all = apis(true) + apis(false);
    all.removeDuplicates();
    for (const QString &api : std::as_const(all)) {
        if (std::ranges::count(m_verdicts, api.toUtf8(), &Verdict::api) >= EnoughExchanges)
            lines += missedTarget(api.toUtf8(), ApiPercent);
    }
    if (!m_errors.isEmpty())
        lines.append(u"%1 lines could not be read"_s.arg(m_errors.size()));
    return lines;
}

bool differsOnPurpose(QByteArrayView id)
{
    return id == "constructed-openrouter-403-moderation";
}

} // namespace sb::testing
