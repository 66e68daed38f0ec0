#include "core/routing/acceptance/bounded_pattern.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr int QuickSteps = 1'000; // of PCRE
constexpr qint64 LargestSize = 1'000'000'000;

struct BoundedPatternText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

BoundedPattern::Outcome outcomeOf(const QRegularExpressionMatch &match)
{
    using Outcome = BoundedPattern::Outcome;
    if (!match.isValid()) // of a valid expression: PCRE has ended the search
        return Outcome::GaveUp;
    return match.hasMatch() ? Outcome::Matches : Outcome::DoesNotMatch;
}

/// Counts the places of a pattern, group by group.
class SizeCount
{
public:
    void open() { m_sums.push_back(0); }
    void close()
    {
        if (m_sums.size() < 2)
            return;
        m_last = m_sums.back() + 1;
        m_sums.pop_back();
        m_sums.back() = std::min(m_sums.back() + m_last, LargestSize);
    }
    void place()
    {
        m_last = 1;
        m_sums.back() = std::min(m_sums.back() + 1, LargestSize);
    }
    void repeat(qint64 times) ///< what came last
    {
        const qint64 all = times > 0 && m_last > LargestSize / times ? LargestSize : m_last * times;
        m_sums.back() = std::min(m_sums.back() + std::max<qint64>(all - m_last, 0), LargestSize);
        m_last = std::max(all, m_last);
    }
    [[nodiscard]] qint64 sum() const
    {
        return std::min(std::accumulate(m_sums.begin(), m_sums.end(), qint64(0)), LargestSize);
    }

private:
    std::vector<qint64> m_sums{0};
    qint64 m_last = 0;
};

} // namespace

qint64 expandedSize(const QString &pattern)
{
    static const QRegularExpression repetition(u"\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}"_s);
    SizeCount count;
    bool inClass = false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern.at(i);
        if (c == u'\\') {
            ++i;
            if (!inClass)
                count.place();
        } else if (inClass) {
            inClass = c != u']';
        } else if (c == u'[') {
            inClass = true;
            count.place();
        } else if (c == u'(') {
            count.open();
        } else if (c == u')') {
            count.close();
        } else if (c == u'{') {
            const auto match = repetition.match(pattern, i, QRegularExpression::NormalMatch,
                                                QRegularExpression::AnchorAtOffsetMatchOption);
            if (match.hasMatch()) {
                count.repeat(std::max(match.captured(1).toLongLong(), match.captured(2).toLongLong()));
                i += match.capturedLength() - 1;
            } else {
                count.place();
            }
        } else {
            count.place();
        }
    }
    return count.sum();
}

Result<BoundedPattern> BoundedPattern::compile(const QString &pattern, int mostSteps)
{
    // PCRE's settings stand before all else, and of two limits it takes the last one.
    static const QRegularExpression settings(u"^(?:\\(\\*[A-Z_0-9]+(?:=[0-9]+)?\\))*"_s);
    const qsizetype start = settings.match(pattern).capturedLength();
    const auto limited = [&](int steps) {
        return pattern.first(start) + u"(*LIMIT_MATCH=%1)"_s.arg(steps) + pattern.sliced(start);
    };
    const QString whole = limited(mostSteps);
    const qsizetype added = whole.size() - pattern.size();
    BoundedPattern made;
    made.m_expression.setPattern(whole);
    made.m_quick.setPattern(limited(std::min(mostSteps, QuickSteps)));
    if (!made.m_expression.isValid())
        return failure(Error::Kind::InvalidInput,
                       BoundedPatternText::tr("no regular expression: %1 at character %2")
                           .arg(made.m_expression.errorString())
                           .arg(std::max(made.m_expression.patternErrorOffset() - added, qsizetype(0)) + 1));
    return made;
}

Result<BoundedPattern> BoundedPattern::compileEcma(const QString &pattern, int mostSteps)
{
    return pcreFromEcma(pattern).and_then([&](const QString &pcre) { return compile(pcre, mostSteps); });
}

BoundedPattern::Outcome BoundedPattern::search(const QString &text) const
{
    return outcomeOf(m_expression.match(text));
}

BoundedPattern::Outcome BoundedPattern::searchQuickly(const QString &text) const
{
    return outcomeOf(m_quick.match(text));
}

} // namespace sb::routing
