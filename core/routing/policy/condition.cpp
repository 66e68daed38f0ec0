#include "core/routing/policy/condition.h"

#include "core/routing/policy/policy_members.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct ConditionText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Policies)
};

constexpr std::array<WireName<Unmet>, 16> UnmetNames{{
    {Unmet::Disabled, "disabled"},
    {Unmet::TaskClass, "task"},
    {Unmet::Model, "model"},
    {Unmet::PromptTokens, "prompt_tokens"},
    {Unmet::Tools, "tools"},
    {Unmet::Images, "images"},
    {Unmet::Files, "files"},
    {Unmet::Audio, "audio"},
    {Unmet::Output, "output"},
    {Unmet::Tags, "tags"},
    {Unmet::Client, "client"},
    {Unmet::Session, "session"},
    {Unmet::Hours, "hours"},
    {Unmet::Remaining, "remaining"},
    {Unmet::Unknown, "unknown"},
    {Unmet::Unless, "unless"},
}};
static_assert(isComplete(UnmetNames, Unmet::Unless));

QString either(const QStringList &names)
{
    return names.join(ConditionText::tr(" or ", "between the names of a list of which one is enough"));
}

QString listPhrase(const char *form, const QStringList &names)
{
    return names.isEmpty() ? QString() : ConditionText::tr(form).arg(either(names));
}

QString flagPhrase(const std::optional<bool> &flag, const char *with, const char *without)
{
    return flag ? ConditionText::tr(*flag ? with : without) : QString();
}

/// The forms of a sentence about two bounds, of which one may be missing.
struct BoundsForms
{
    const char *both = "";
    const char *from = "";
    const char *below = "";
};

/// @param spell makes a text of a bound
template <typename T, typename Spell>
QString boundsPhrase(const Bounds<T> &bounds, const BoundsForms &forms, Spell spell)
{
    if (!bounds.isSet())
        return {};
    if (bounds.from && bounds.below)
        return ConditionText::tr(forms.both).arg(spell(*bounds.from), spell(*bounds.below));
    return bounds.from ? ConditionText::tr(forms.from).arg(spell(*bounds.from))
                       : ConditionText::tr(forms.below).arg(spell(*bounds.below));
}

QString tokensPhrase(const Bounds<qint64> &tokens)
{
    return boundsPhrase(
        tokens,
        {.both = QT_TRANSLATE_NOOP("sb::routing::Policies", "prompts of %1 tokens or more, but less than %2"),
         .from = QT_TRANSLATE_NOOP("sb::routing::Policies", "prompts of %1 tokens or more"),
         .below = QT_TRANSLATE_NOOP("sb::routing::Policies", "prompts of less than %1 tokens")},
        [](qint64 count) { return QLocale().toString(count); });
}

QString remainingPhrase(const Bounds<NanoDollars> &remaining)
{
    return boundsPhrase(
        remaining,
        {.both = QT_TRANSLATE_NOOP("sb::routing::Policies", "a budget with $%1 or more left, but less than $%2"),
         .from = QT_TRANSLATE_NOOP("sb::routing::Policies", "a budget with $%1 or more left"),
         .below = QT_TRANSLATE_NOOP("sb::routing::Policies", "a budget with less than $%1 left")},
        [](NanoDollars amount) { return toDecimal(amount); });
}

QString outputPhrase(const QList<OutputForm> &outputs)
{
    QStringList names;
    for (const OutputForm form : outputs)
        names.append(QString::fromLatin1(nameIn(OutputFormNames, form)));
    return listPhrase(QT_TRANSLATE_NOOP("sb::routing::Policies", "answers in the form %1"), names);
}

QString hoursPhrase(const Condition &condition)
{
    QStringList parts;
    if (condition.hours)
        parts.append(ConditionText::tr("the hours from %1 to %2")
                         .arg(minuteText(condition.hours->from), minuteText(condition.hours->to)));
    QStringList days;
    for (const Weekday day : condition.weekdays)
        days.append(QLocale().standaloneDayName(int(day) + 1));
    if (!days.isEmpty())
        parts.append(either(days));
    return parts.join(u", "_s);
}

} // namespace

QByteArray toWireName(Unmet unmet)
{
    return nameIn(UnmetNames, unmet);
}

QString minuteText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

bool asksAnything(const Condition &condition)
{
    return condition != Condition{};
}

QString phrase(const Condition &condition, Unmet member)
{
    switch (member) {
    case Unmet::TaskClass:
        return listPhrase(QT_TRANSLATE_NOOP("sb::routing::Policies", "tasks of the class %1"), condition.taskClasses);
    case Unmet::Model:
        return listPhrase(QT_TRANSLATE_NOOP("sb::routing::Policies", "the model %1"), condition.models);
    case Unmet::PromptTokens:
        return tokensPhrase(condition.promptTokens);
    case Unmet::Tools:
        return flagPhrase(condition.tools, QT_TRANSLATE_NOOP("sb::routing::Policies", "requests with tools"),
                          QT_TRANSLATE_NOOP("sb::routing::Policies", "requests without tools"));
    case Unmet::Images:
        return flagPhrase(condition.images, QT_TRANSLATE_NOOP("sb::routing::Policies", "requests with images"),
                          QT_TRANSLATE_NOOP("sb::routing::Policies", "requests without images"));
    case Unmet::Files:
        return flagPhrase(condition.files, QT_TRANSLATE_NOOP("sb::routing::Policies", "requests with files"),
                          QT_TRANSLATE_NOOP("sb::routing::Policies", "requests without files"));
    case Unmet::Audio:
        return flagPhrase(condition.audio, QT_TRANSLATE_NOOP("sb::routing::Policies", "requests with audio"),
                          QT_TRANSLATE_NOOP("sb::routing::Policies", "requests without audio"));
    case Unmet::Output:
        return outputPhrase(condition.outputs);
    case Unmet::Tags:
        return listPhrase(QT_TRANSLATE_NOOP("sb::routing::Policies", "requests with the tag %1"), condition.tags);
    case Unmet::Client:
        return listPhrase(QT_TRANSLATE_NOOP("sb::routing::Policies", "the client %1"), condition.clients);
    case Unmet::Session:
        return listPhrase(QT_TRANSLATE_NOOP("sb::routing::Policies", "the session %1"), condition.sessions);
    case Unmet::Hours:
        return hoursPhrase(condition);
    case Unmet::Remaining:
        return remainingPhrase(condition.remaining);
    case Unmet::Unknown:
        return condition.extra.isNull() ? QString()
                                        : ConditionText::tr("what a newer version calls “%1”")
                                              .arg(QString::fromUtf8(condition.extra.members().constFirst().first));
    case Unmet::Disabled:
    case Unmet::Unless:
        break; // of the rule, not of a condition
    }
    return {};
}

QStringList phrases(const Condition &condition)
{
    QStringList all;
    for (const auto &[member, name] : UnmetNames)
        all.append(phrase(condition, member));
    all.removeAll(QString());
    return all;
}

} // namespace sb::routing
