#include "ui/chains/field_makers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using routing::Step;

struct CheckFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::StepFields)
};

/// The check of that kind at a place; nullptr: another one is there by now.
template <typename Check>
Check *checkAt(Step &step, qsizetype at)
{
    return at < step.accept.size() ? std::get_if<Check>(&step.accept[at]) : nullptr;
}

/// Gathers the fields of the check at one place.
class CheckFieldMaker
{
public:
    explicit CheckFieldMaker(qsizetype at)
        : m_at(at)
    {
    }

    QList<StepField> operator()(const routing::JsonCheck &) const { return {repair<routing::JsonCheck>()}; }
    QList<StepField> operator()(const routing::JsonSchemaCheck &) const { return {repair<routing::JsonSchemaCheck>()}; }
    QList<StepField> operator()(const routing::ToolArgumentsCheck &) const
    {
        return {repair<routing::ToolArgumentsCheck>()};
    }
    QList<StepField> operator()(const routing::NonEmptyCheck &) const { return {}; }
    QList<StepField> operator()(const routing::LanguageCheck &) const
    {
        using Check = routing::LanguageCheck;
        return {text<Check>("language", &Check::language, CheckFieldsText::tr("Language"),
                            CheckFieldsText::tr("the prompt's"),
                            CheckFieldsText::tr("A code such as de or en; empty: the language of the prompt."))};
    }
    QList<StepField> operator()(const routing::LengthCheck &) const
    {
        using Check = routing::LengthCheck;
        return {limit("min_words", &Check::minWords, CheckFieldsText::tr("Words, at least")),
                limit("max_words", &Check::maxWords, CheckFieldsText::tr("Words, at most")),
                limit("min_characters", &Check::minCharacters, CheckFieldsText::tr("Letters, at least")),
                limit("max_characters", &Check::maxCharacters, CheckFieldsText::tr("Letters, at most"))};
    }
    QList<StepField> operator()(const routing::RepetitionCheck &) const
    {
        return {loop("times", &routing::LoopLimits::times, 2, CheckFieldsText::tr("Times"),
                     CheckFieldsText::tr("How often the same piece comes, one behind the other.")),
                loop("characters", &routing::LoopLimits::characters, 1, CheckFieldsText::tr("Letters"),
                     CheckFieldsText::tr("How long all of that is together. Both have to be reached."))};
    }
    QList<StepField> operator()(const routing::RefusalCheck &) const
    {
        return {{.path = path("patterns"),
                 .title = CheckFieldsText::tr("Also a refusal, an expression a line"),
                 .explanation = CheckFieldsText::tr(
                     "Regular expressions that mark a refusal beside those that are known, anywhere in a short text."),
                 .kind = StepField::Kind::Lines,
                 .usual = CheckFieldsText::tr("none"),
                 .read =
                     [at = m_at](const Step &step) {
                         Step copy = step;
                         const auto *check = checkAt<routing::RefusalCheck>(copy, at);
                         return check ? check->patterns.join(u'\n') : QString();
                     },
                 .write =
                     [at = m_at](Step &step, const QString &text) {
                         auto *check = checkAt<routing::RefusalCheck>(step, at);
                         if (check)
                             check->patterns = text.split(u'\n', Qt::SkipEmptyParts);
                         return check != nullptr;
                     }}};
    }
    QList<StepField> operator()(const routing::PatternCheck &) const
    {
        using Check = routing::PatternCheck;
        StepField expression =
            text<Check>("pattern", &Check::pattern, CheckFieldsText::tr("Expression"), {},
                        CheckFieldsText::tr("A regular expression, searched anywhere; (?i) in front: in any case."));
        expression.expected = CheckFieldsText::tr("an expression");
        expression.write = [write = expression.write](Step &step, const QString &typed) {
            return !typed.isEmpty() && write(step, typed); // a file without one could not be read
        };
        StepField must = flag<Check>("must_match", &Check::mustMatch, CheckFieldsText::tr("Has to occur"),
                                     CheckFieldsText::tr("Unchecked: must not occur."));
        return {expression, must};
    }

private:
    [[nodiscard]] QString path(const char *member) const
    {
        return u"accept[%1].%2"_s.arg(m_at).arg(QLatin1StringView(member));
    }
    template <typename Check>
    [[nodiscard]] StepField flag(const char *key, bool Check::*member, const QString &title,
                                 const QString &explanation) const
    {
        return {.path = path(key),
                .title = title,
                .explanation = explanation,
                .kind = StepField::Kind::Flag,
                .read =
                    [member, at = m_at](const Step &step) {
                        Step copy = step;
                        const Check *check = checkAt<Check>(copy, at);
                        return check && check->*member ? u"1"_s : QString();
                    },
                .write =
                    [member, at = m_at](Step &step, const QString &text) {
                        Check *check = checkAt<Check>(step, at);
                        if (check)
                            check->*member = !text.isEmpty();
                        return check != nullptr;
                    }};
    }
    template <typename Check>
    [[nodiscard]] StepField repair() const
    {
        return flag<Check>("repair", &Check::repair, CheckFieldsText::tr("Mend what has only one reading"),
                           CheckFieldsText::tr("Such as a fence around it, or a comma too many. The trace says so."));
    }
    template <typename Check>
    [[nodiscard]] StepField text(const char *key, QString Check::*member, const QString &title, const QString &usual,
                                 const QString &explanation) const
    {
        return {.path = path(key),
                .title = title,
                .explanation = explanation,
                .kind = StepField::Kind::Text,
                .usual = usual,
                .read =
                    [member, at = m_at](const Step &step) {
                        Step copy = step;
                        const Check *check = checkAt<Check>(copy, at);
                        return check ? check->*member : QString();
                    },
                .write =
                    [member, at = m_at](Step &step, const QString &typed) {
                        Check *check = checkAt<Check>(step, at);
                        if (check)
                            check->*member = typed;
                        return check != nullptr;
                    }};
    }
    [[nodiscard]] StepField limit(const char *key, std::optional<qint64> routing::LengthCheck::*member,
                                  const QString &title) const
    {
        return wholeField(
            {.path = path(key), .title = title, .usual = CheckFieldsText::tr("no limit")},
            [member, at = m_at, none = std::optional<qint64>()](Step &step) mutable -> auto & {
                auto *check = checkAt<routing::LengthCheck>(step, at);
                return check ? check->*member : none;
            },
            0);
    }
    [[nodiscard]] StepField loop(const char *key, int routing::LoopLimits::*member, int least, const QString &title,
                                 const QString &explanation) const
    {
        return {.path = path(key),
                .title = title,
                .expected = CheckFieldsText::tr("a whole number from %1, or empty").arg(least),
                .explanation = explanation,
                .usual = QString::number(routing::LoopLimits{}.*member),
                .read =
                    [member, at = m_at](const Step &step) {
                        Step copy = step;
                        const auto *check = checkAt<routing::RepetitionCheck>(copy, at);
                        return check ? QString::number(check->limits.*member) : QString();
                    },
                .write =
                    [member, least, at = m_at](Step &step, const QString &typed) {
                        bool ok = typed.isEmpty();
                        const int value = ok ? routing::LoopLimits{}.*member : typed.toInt(&ok);
                        auto *check = checkAt<routing::RepetitionCheck>(step, at);
                        if (!ok || value < least || !check)
                            return false;
                        check->limits.*member = value;
                        return true;
                    }};
    }

    qsizetype m_at;
};

struct CheckTitle
{
    QString operator()(const routing::JsonCheck &) const { return CheckFieldsText::tr("JSON"); }
    QString operator()(const routing::JsonSchemaCheck &) const { return CheckFieldsText::tr("JSON by a schema"); }
    QString operator()(const routing::ToolArgumentsCheck &) const { return CheckFieldsText::tr("Tool arguments"); }
    QString operator()(const routing::NonEmptyCheck &) const { return CheckFieldsText::tr("Not empty"); }
    QString operator()(const routing::LanguageCheck &) const { return CheckFieldsText::tr("Language"); }
    QString operator()(const routing::LengthCheck &) const { return CheckFieldsText::tr("Length"); }
    QString operator()(const routing::RepetitionCheck &) const { return CheckFieldsText::tr("No loop"); }
    QString operator()(const routing::RefusalCheck &) const { return CheckFieldsText::tr("No refusal"); }
    QString operator()(const routing::PatternCheck &) const { return CheckFieldsText::tr("Expression"); }
};

} // namespace

QList<StepField> checkFields(const routing::AcceptanceCheck &check, qsizetype at)
{
    return std::visit(CheckFieldMaker(at), check);
}

QString checkTitle(const routing::AcceptanceCheck &check)
{
    return std::visit(CheckTitle(), check);
}

QList<routing::AcceptanceCheck> checkKinds()
{
    // Length and expression begin with something that can be decided: a file without it would be refused.
    return {routing::NonEmptyCheck{},
            routing::JsonCheck{},
            routing::JsonSchemaCheck{},
            routing::ToolArgumentsCheck{},
            routing::LengthCheck{.minWords = 1},
            routing::LanguageCheck{},
            routing::RepetitionCheck{},
            routing::RefusalCheck{},
            routing::PatternCheck{.pattern = u"\\S"_s}};
}

} // namespace sb::ui
