#include "core/routing/acceptance/bounded_pattern.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct BoundedPatternText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

} // namespace

Result<BoundedPattern> BoundedPattern::compile(const QString &pattern, int mostSteps)
{
    // PCRE's settings stand before all else, and of two limits it takes the last one.
    static const QRegularExpression settings(u"^(?:\\(\\*[A-Z_0-9]+(?:=[0-9]+)?\\))*"_s);
    const qsizetype start = settings.match(pattern).capturedLength();
    const QString limit = u"(*LIMIT_MATCH=%1)"_s.arg(mostSteps);
    BoundedPattern made;
    made.m_expression.setPattern(pattern.first(start) + limit + pattern.sliced(start));
    if (!made.m_expression.isValid())
        return failure(Error::Kind::InvalidInput,
                       BoundedPatternText::tr("no regular expression: %1 at character %2")
                           .arg(made.m_expression.errorString())
                           .arg(std::max(made.m_expression.patternErrorOffset() - limit.size(), qsizetype(0)) + 1));
    return made;
}

Result<BoundedPattern> BoundedPattern::compileEcma(const QString &pattern, int mostSteps)
{
    return pcreFromEcma(pattern).and_then([&](const QString &pcre) { return compile(pcre, mostSteps); });
}

BoundedPattern::Outcome BoundedPattern::search(const QString &text) const
{
    const QRegularExpressionMatch match = m_expression.match(text);
    if (!match.isValid()) // of a valid expression: PCRE has ended the search
        return Outcome::GaveUp;
    return match.hasMatch() ? Outcome::Matches : Outcome::DoesNotMatch;
}

} // namespace sb::routing
