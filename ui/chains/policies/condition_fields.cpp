#include "ui/chains/policies/condition_fields.h"

#include "ui/chains/field_makers.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using routing::Condition;
using routing::OutputForm;
using routing::Weekday;
using Makers = FieldMakers<Condition>;
using Layout = ConditionGroup::Layout;

struct ConditionFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::ConditionFields)
};

ConditionField listField(const char *path, const QString &title, QStringList Condition::*member,
                         const QString &explanation, const QString &usual)
{
    return Makers::names(
        {.path = QString::fromLatin1(path), .title = title, .explanation = explanation, .usual = usual},
        [member](Condition &condition) -> auto & { return condition.*member; });
}

ConditionField presenceField(const char *path, const QString &title, std::optional<bool> Condition::*member)
{
    return Makers::decision(
        {.path = QString::fromLatin1(path),
         .title = title,
         .explanation = ConditionFieldsText::tr("Whether the request has any of them. Usual: with or without."),
         .usual = ConditionFieldsText::tr("any")},
        [member](Condition &condition) -> auto & { return condition.*member; }, ConditionFieldsText::tr("only with"),
        ConditionFieldsText::tr("only without"));
}

/// A check for one value of a list of which one must hold; the list keeps the order of `all`.
template <typename T>
ConditionField oneOfField(ConditionField field, QList<T> Condition::*member, T value, const QList<T> &all)
{
    field.kind = FieldKind::Flag;
    field.read = [member, value](const Condition &condition) {
        return (condition.*member).contains(value) ? u"1"_s : QString();
    };
    field.write = [member, value, all](Condition &condition, const QString &text) {
        QList<T> chosen;
        for (const T each : all) {
            if (each == value ? !text.isEmpty() : (condition.*member).contains(each))
                chosen.append(each);
        }
        condition.*member = chosen;
        return true;
    };
    return field;
}

QList<ConditionField> outputFields()
{
    const QList<OutputForm> all{OutputForm::Text, OutputForm::JsonObject, OutputForm::JsonSchema};
    const auto make = [&](const char *name, const QString &title, OutputForm form) {
        return oneOfField(
            {.path = u"output."_s + QString::fromLatin1(name),
             .title = title,
             .explanation = ConditionFieldsText::tr("In which form the answer is asked for. None checked: in any.")},
            &Condition::outputs, form, all);
    };
    return {make("text", ConditionFieldsText::tr("Text"), OutputForm::Text),
            make("json_object", ConditionFieldsText::tr("JSON"), OutputForm::JsonObject),
            make("json_schema", ConditionFieldsText::tr("JSON by a schema"), OutputForm::JsonSchema)};
}

QList<ConditionField> weekdayFields()
{
    QList<Weekday> all;
    for (int day = 0; day < 7; ++day)
        all.append(Weekday(day));
    QList<ConditionField> fields;
    for (const Weekday day : all)
        fields.append(oneOfField({.path = u"weekdays.%1"_s.arg(int(day)),
                                  .title = QLocale().standaloneDayName(int(day) + 1),
                                  .explanation = ConditionFieldsText::tr(
                                      "None checked: on every day. Hours over midnight belong to the day on which "
                                      "they begin.")},
                                 &Condition::weekdays, day, all));
    return fields;
}

ConditionField hourField(const char *path, const QString &title, int routing::DayHours::*member)
{
    const int usual = routing::DayHours{}.*member;
    return {.path = u"hours."_s + QString::fromLatin1(path),
            .title = title,
            .expected = ConditionFieldsText::tr("a time such as 7:30, at most 24:00"),
            .explanation = ConditionFieldsText::tr(
                "In the time zone of the settings. An end that is not later than the start is on the next day."),
            .usual = minuteText(usual),
            .read =
                [member, usual](const Condition &condition) {
                    const int minute = condition.hours ? *condition.hours.*member : usual;
                    return minute == usual ? QString() : minuteText(minute);
                },
            .write =
                [member, usual](Condition &condition, const QString &text) {
                    const auto minute = text.isEmpty() ? std::optional(usual) : typedMinute(text);
                    const bool isStart = usual == 0;
                    if (!minute || (isStart && *minute == routing::MinutesOfDay))
                        return false;
                    routing::DayHours hours = condition.hours.value_or(routing::DayHours{});
                    hours.*member = *minute;
                    condition.hours = hours == routing::DayHours{} ? std::nullopt : std::optional(hours);
                    return true;
                }};
}

QList<ConditionGroup> taskGroups()
{
    return {{.fields = {
                 listField("tasks", ConditionFieldsText::tr("Tasks"), &Condition::taskClasses,
                           ConditionFieldsText::tr("Classes that the classifier gives to requests, such as code or "
                                                   "chat; * stands for any text. Commas between several, of which one "
                                                   "is enough; Down opens the list."),
                           ConditionFieldsText::tr("any")),
                 listField("models", ConditionFieldsText::tr("Models asked for"), &Condition::models,
                           ConditionFieldsText::tr("Patterns of models, * for any text: anthropic/*; auto where none "
                                                   "is named. Commas between several, of which one is enough."),
                           ConditionFieldsText::tr("any, such as anthropic/*"))}}};
}

QList<ConditionGroup> formGroups()
{
    const QString size = ConditionFieldsText::tr("Likely size of the prompt in tokens. Empty: no bound.");
    const auto bound = [&](const char *path, const QString &title,
                           std::optional<qint64> routing::Bounds<qint64>::*member) {
        return Makers::whole(
            {.path = u"prompt_tokens."_s + QString::fromLatin1(path),
             .title = title,
             .explanation = size,
             .usual = ConditionFieldsText::tr("–")},
            [member](Condition &condition) -> auto & { return condition.promptTokens.*member; }, 0);
    };
    using Tokens = routing::Bounds<qint64>;
    return {{.layout = Layout::Strip,
             .title = ConditionFieldsText::tr("Prompt, tokens"),
             .fields = {bound("from", ConditionFieldsText::tr("from"), &Tokens::from),
                        bound("below", ConditionFieldsText::tr("below"), &Tokens::below)}},
            {.fields = {presenceField("tools", ConditionFieldsText::tr("Tools"), &Condition::tools),
                        presenceField("images", ConditionFieldsText::tr("Images"), &Condition::images),
                        presenceField("files", ConditionFieldsText::tr("Files"), &Condition::files),
                        presenceField("audio", ConditionFieldsText::tr("Audio"), &Condition::audio)}},
            {.layout = Layout::Checks, .title = ConditionFieldsText::tr("Answer as"), .fields = outputFields()}};
}

QList<ConditionGroup> senderGroups()
{
    return {{.fields = {
                 listField("clients", ConditionFieldsText::tr("Clients"), &Condition::clients,
                           ConditionFieldsText::tr("playground, ask, or the name of a client; * stands for any text. "
                                                   "Commas between several, of which one is enough."),
                           ConditionFieldsText::tr("any")),
                 listField("tags", ConditionFieldsText::tr("Tags"), &Condition::tags,
                           ConditionFieldsText::tr("KEY=VALUE of the request's metadata, an entry of metadata.tags, "
                                                   "or user=NAME; * stands for any text. One is enough."),
                           ConditionFieldsText::tr("any, such as team=night*")),
                 listField("sessions", ConditionFieldsText::tr("Sessions"), &Condition::sessions,
                           ConditionFieldsText::tr("Ids of conversations; * stands for any text. One is enough."),
                           ConditionFieldsText::tr("any"))}}};
}

QList<ConditionGroup> timeGroups()
{
    using routing::DayHours;
    return {{.layout = Layout::Strip,
             .title = ConditionFieldsText::tr("Hours"),
             .fields = {hourField("from", ConditionFieldsText::tr("from"), &DayHours::from),
                        hourField("to", ConditionFieldsText::tr("to"), &DayHours::to)}},
            {.layout = Layout::Checks, .title = ConditionFieldsText::tr("Days"), .fields = weekdayFields()}};
}

QList<ConditionGroup> budgetGroups()
{
    using Dollars = routing::Bounds<NanoDollars>;
    const auto bound = [](const char *path, const QString &title, std::optional<NanoDollars> Dollars::*member) {
        return Makers::dollars(
            {.path = u"remaining."_s + QString::fromLatin1(path),
             .title = title,
             .explanation = ConditionFieldsText::tr(
                 "What is left under the strictest limit. Without a limit there is always enough."),
             .usual = ConditionFieldsText::tr("–")},
            [member](Condition &condition) -> auto & { return condition.remaining.*member; }, 0);
    };
    return {{.layout = Layout::Strip,
             .title = ConditionFieldsText::tr("Left of the budget, $"),
             .fields = {bound("from", ConditionFieldsText::tr("from"), &Dollars::from),
                        bound("below", ConditionFieldsText::tr("below"), &Dollars::below)}}};
}

} // namespace

QString partTitle(ConditionPart part)
{
    switch (part) {
    case ConditionPart::Task:
        return ConditionFieldsText::tr("Task and model");
    case ConditionPart::Form:
        return ConditionFieldsText::tr("Size and content");
    case ConditionPart::Sender:
        return ConditionFieldsText::tr("Who asks");
    case ConditionPart::Time:
        return ConditionFieldsText::tr("Time");
    case ConditionPart::Budget:
        return ConditionFieldsText::tr("Budget");
    }
    return {};
}

routing::Condition onlyPart(const routing::Condition &condition, ConditionPart part)
{
    switch (part) {
    case ConditionPart::Task:
        return {.taskClasses = condition.taskClasses, .models = condition.models};
    case ConditionPart::Form:
        return {.promptTokens = condition.promptTokens,
                .tools = condition.tools,
                .images = condition.images,
                .files = condition.files,
                .audio = condition.audio,
                .outputs = condition.outputs};
    case ConditionPart::Sender:
        return {.tags = condition.tags, .clients = condition.clients, .sessions = condition.sessions};
    case ConditionPart::Time:
        return {.hours = condition.hours, .weekdays = condition.weekdays};
    case ConditionPart::Budget:
        return {.remaining = condition.remaining};
    }
    return {};
}

QList<ConditionGroup> conditionGroups(ConditionPart part)
{
    switch (part) {
    case ConditionPart::Task:
        return taskGroups();
    case ConditionPart::Form:
        return formGroups();
    case ConditionPart::Sender:
        return senderGroups();
    case ConditionPart::Time:
        return timeGroups();
    case ConditionPart::Budget:
        return budgetGroups();
    }
    return {};
}

QList<ConditionField> conditionFields()
{
    QList<ConditionField> fields;
    for (const ConditionPart part : ConditionParts) {
        for (const ConditionGroup &group : conditionGroups(part))
            fields += group.fields;
    }
    return fields;
}

QString minuteText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

std::optional<int> typedMinute(const QString &text)
{
    const QStringList parts = text.split(u':');
    bool isHour = false;
    bool isMinute = true;
    const int hour = parts.value(0).toInt(&isHour);
    const int minute = parts.size() > 1 ? parts.at(1).toInt(&isMinute) : 0;
    if (parts.size() > 2 || !isHour || !isMinute || hour < 0 || minute < 0 || minute > 59)
        return {};
    const int sum = hour * 60 + minute;
    return sum <= routing::MinutesOfDay ? std::optional(sum) : std::nullopt;
}

} // namespace sb::ui
