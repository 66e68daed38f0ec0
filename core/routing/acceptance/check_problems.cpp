#include "core/routing/acceptance/bounded_pattern.h"
#include "core/routing/acceptance/check.h"
#include "core/routing/acceptance/language.h"
#include "core/routing/acceptance/schema.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct CheckProblemsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

/// Gathers what is wrong with the check at one path.
class CheckFindings
{
public:
    CheckFindings(const QString &path, QList<CheckProblem> &found)
        : m_path(path)
        , m_found(found)
    {
    }
    void operator()(const JsonCheck &) const { }
    void operator()(const ToolArgumentsCheck &) const { }
    void operator()(const NonEmptyCheck &) const { }
    void operator()(const RepetitionCheck &) const { }
    void operator()(const JsonSchemaCheck &check)
    {
        if (!check.schema.isNull())
            addError(u"schema"_s, compileSchema(check.schema));
    }
    void operator()(const LanguageCheck &check)
    {
        if (!check.language.isEmpty() && knownLanguage(check.language).isEmpty())
            add(u"language"_s,
                CheckProblemsText::tr("Texts in “%1” cannot be told from other languages.").arg(check.language));
    }
    void operator()(const LengthCheck &check)
    {
        if (check == LengthCheck())
            add({}, CheckProblemsText::tr("Say how long an answer is: at least one limit."));
        addOrder(u"max_characters"_s, check.minCharacters, check.maxCharacters);
        addOrder(u"max_words"_s, check.minWords, check.maxWords);
    }
    void operator()(const RefusalCheck &check)
    {
        for (qsizetype i = 0; i < check.patterns.size(); ++i)
            addError(u"patterns[%1]"_s.arg(i), BoundedPattern::compile(check.patterns.at(i), MostCheckSteps));
    }
    void operator()(const PatternCheck &check)
    {
        addError(u"pattern"_s, BoundedPattern::compile(check.pattern, MostCheckSteps));
    }

private:
    void add(const QString &member, const QString &message)
    {
        m_found.append({member.isEmpty() ? m_path : m_path + u'.' + member, message});
    }
    template <typename T>
    void addError(const QString &member, const Result<T> &result)
    {
        if (!result)
            add(member, result.error().message);
    }
    void addOrder(const QString &member, const std::optional<qint64> &least, const std::optional<qint64> &most)
    {
        if (least && most && *least > *most)
            add(member, CheckProblemsText::tr("No answer is at least %1 and at most %2 long.").arg(*least).arg(*most));
    }

    QString m_path;
    QList<CheckProblem> &m_found;
};

} // namespace

QList<CheckProblem> problems(const QList<AcceptanceCheck> &checks, const QString &path)
{
    QList<CheckProblem> found;
    for (qsizetype i = 0; i < checks.size(); ++i)
        std::visit(CheckFindings(u"%1[%2]"_s.arg(path).arg(i), found), checks.at(i));
    return found;
}

} // namespace sb::routing
