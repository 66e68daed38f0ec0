#include "core/routing/chain_members.h"
#include "core/routing/field_reading.h"
#include "core/routing/policy/policy_members.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct ConditionJsonText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Policies)
};

/// A list of names of which each has a value.
template <typename Enum, std::size_t N>
QList<Enum> readNames(JsonFields &fields, const char *key, const std::array<WireName<Enum>, N> &names)
{
    QList<Enum> values;
    const QStringList texts = fields.texts(key);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (const auto value = valueIn(names, texts.at(i).toUtf8())) {
            values.append(*value);
            continue;
        }
        QStringList known;
        for (const WireName<Enum> &each : names)
            known.append(u'"' + QString::fromLatin1(each.name) + u'"');
        fields.refuseItem(key, i, known.join(u", "_s));
    }
    return values;
}

/// "HH:MM" as minutes since midnight; "24:00" is the end of the day.
std::optional<int> minuteOf(const QString &text)
{
    const auto isDigit = [&text](qsizetype i) { return text.at(i) >= u'0' && text.at(i) <= u'9'; };
    if (text.size() != 5 || text.at(2) != u':' || !isDigit(0) || !isDigit(1) || !isDigit(3) || !isDigit(4))
        return {};
    const int hours = QStringView(text).first(2).toInt();
    const int minutes = QStringView(text).last(2).toInt();
    const int all = hours * 60 + minutes;
    return minutes < 60 && all <= MinutesOfDay ? std::optional(all) : std::nullopt;
}

int readMinute(JsonFields &fields, const char *key, int most)
{
    const auto minute = minuteOf(fields.text(key));
    if (!minute || *minute > most)
        fields.refuse(key, ConditionJsonText::tr("a time such as \"07:30\""));
    return minute.value_or(0);
}

std::optional<DayHours> readHours(JsonFields &fields)
{
    if (!fields.has("hours"))
        return {};
    DayHours hours;
    fields.object("hours", [&hours](JsonFields &inner) {
        hours.from = readMinute(inner, "from", MinutesOfDay - 1);
        hours.to = readMinute(inner, "to", MinutesOfDay);
    });
    return hours;
}

template <typename T, typename Spell>
Json boundsJson(const Bounds<T> &bounds, Spell spell)
{
    Json json;
    if (bounds.from)
        json.set("from", spell(*bounds.from));
    if (bounds.below)
        json.set("below", spell(*bounds.below));
    return json;
}

void addPresent(Json &json, const char *key, const Json &value)
{
    if (value.size() > 0)
        json.set(key, value);
}

template <typename Enum, std::size_t N>
Json namesJson(const QList<Enum> &values, const std::array<WireName<Enum>, N> &names)
{
    Json json = Json::array();
    for (const Enum value : values)
        json.append(Json(nameIn(names, value)));
    return json;
}

Json hoursJson(const DayHours &hours)
{
    Json json;
    json.set("from", minuteText(hours.from));
    json.set("to", minuteText(hours.to));
    return json;
}

} // namespace

Condition readCondition(JsonFields &fields)
{
    Condition condition;
    for (const auto &[key, member, unmet] : ConditionLists)
        condition.*member = fields.texts(key);
    fields.object("prompt_tokens", [&condition](JsonFields &inner) {
        condition.promptTokens = {.from = inner.integer("from", 0), .below = inner.integer("below", 0)};
    });
    for (const auto &[key, member, unmet] : ConditionFlags)
        condition.*member = readOptionalFlag(fields, key);
    condition.outputs = readNames(fields, "output", OutputFormNames);
    condition.hours = readHours(fields);
    condition.weekdays = readNames(fields, "weekdays", WeekdayNames);
    fields.object("remaining", [&condition](JsonFields &inner) {
        condition.remaining = {.from = readMoney(inner, "from"), .below = readMoney(inner, "below")};
    });
    condition.extra = fields.unread();
    return condition;
}

Json conditionJson(const Condition &condition)
{
    Json json = Json::object();
    for (const auto &[key, member, unmet] : ConditionLists)
        addPresent(json, key, Json::array(condition.*member));
    addPresent(json, "prompt_tokens", boundsJson(condition.promptTokens, [](qint64 count) { return Json(count); }));
    for (const auto &[key, member, unmet] : ConditionFlags) {
        if (condition.*member)
            json.set(key, *(condition.*member));
    }
    addPresent(json, "output", namesJson(condition.outputs, OutputFormNames));
    if (condition.hours)
        json.set("hours", hoursJson(*condition.hours));
    addPresent(json, "weekdays", namesJson(condition.weekdays, WeekdayNames));
    addPresent(json, "remaining",
               boundsJson(condition.remaining, [](NanoDollars amount) { return Json(toDecimal(amount)); }));
    addRest(json, condition.extra);
    return json;
}

} // namespace sb::routing
