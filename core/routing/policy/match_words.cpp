#include "core/routing/policy/match.h"
#include "core/routing/policy/policy_members.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct MatchText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Policies)
};

QString named(const QString &name, const char *form, const char *without)
{
    return name.isEmpty() ? MatchText::tr(without) : MatchText::tr(form).arg(name);
}

/// What the request is or has instead; empty where "only for" says it all.
QString found(Unmet unmet, const RequestFacts &facts)
{
    switch (unmet) {
    case Unmet::TaskClass:
        return named(facts.taskClass, QT_TRANSLATE_NOOP("sb::routing::Policies", "this one is of the class %1"),
                     QT_TRANSLATE_NOOP("sb::routing::Policies", "this one was not classed"));
    case Unmet::Model:
        return named(facts.model, QT_TRANSLATE_NOOP("sb::routing::Policies", "%1 was asked for"),
                     QT_TRANSLATE_NOOP("sb::routing::Policies", "no model was asked for"));
    case Unmet::PromptTokens:
        return MatchText::tr("this one has about %1").arg(QLocale().toString(facts.promptTokens));
    case Unmet::Output:
        return facts.output
            ? MatchText::tr("this one asks for %1").arg(QString::fromLatin1(nameIn(OutputFormNames, *facts.output)))
            : MatchText::tr("this one asks for another form");
    case Unmet::Tags:
        return named(facts.tags.join(u", "_s), QT_TRANSLATE_NOOP("sb::routing::Policies", "this one has %1"),
                     QT_TRANSLATE_NOOP("sb::routing::Policies", "this one has no tags"));
    case Unmet::Client:
        return named(facts.client, QT_TRANSLATE_NOOP("sb::routing::Policies", "this one is from %1"),
                     QT_TRANSLATE_NOOP("sb::routing::Policies", "this one is from nobody known"));
    case Unmet::Session:
        return named(facts.session, QT_TRANSLATE_NOOP("sb::routing::Policies", "this one is of the session %1"),
                     QT_TRANSLATE_NOOP("sb::routing::Policies", "this one is of no session"));
    case Unmet::Hours:
        return MatchText::tr("it is %1, %2")
            .arg(QLocale().standaloneDayName(int(facts.weekday) + 1), minuteText(facts.minute));
    case Unmet::Remaining:
        return facts.remaining ? MatchText::tr("$%1 is left").arg(toDecimal(*facts.remaining))
                               : MatchText::tr("there is no budget");
    case Unmet::Tools:
    case Unmet::Images:
    case Unmet::Files:
    case Unmet::Audio:
    case Unmet::Disabled:
    case Unmet::Unknown:
    case Unmet::Unless:
        break;
    }
    return {};
}

} // namespace

QString sentence(const Rule &rule, Unmet unmet, const RequestFacts &facts)
{
    switch (unmet) {
    case Unmet::Disabled:
        return MatchText::tr("Switched off.");
    case Unmet::Unless:
        return MatchText::tr("Not for %1.").arg(phrases(rule.unless.value_or(Condition{})).join(u", "_s));
    case Unmet::Unknown: {
        const bool inWhen = !rule.when.extra.isNull();
        return MatchText::tr("It asks for %1, which this version cannot judge.")
            .arg(phrase(inWhen || !rule.unless ? rule.when : *rule.unless, unmet));
    }
    default:
        break;
    }
    const QString wanted = phrase(rule.when, unmet);
    const QString instead = found(unmet, facts);
    return instead.isEmpty() ? MatchText::tr("Only for %1.").arg(wanted)
                             : MatchText::tr("Only for %1; %2.").arg(wanted, instead);
}

} // namespace sb::routing
