#include "core/routing/classifier/class_rules.h"

#include "core/base/json_fields.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct ClassRulesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

std::optional<bool> readFlag(JsonFields &fields, QByteArrayView key)
{
    if (!fields.has(key))
        return {};
    return fields.flag(key, false);
}

ClassRule readRule(JsonFields &fields)
{
    ClassRule rule;
    rule.words = fields.texts("words");
    rule.pattern = fields.text("pattern");
    const QRegularExpression pattern(rule.pattern);
    if (!pattern.isValid())
        fields.refuse("pattern", ClassRulesText::tr("a regular expression (%1)").arg(pattern.errorString()));
    rule.minCharacters = fields.integer("min_characters", 0);
    rule.maxCharacters = fields.integer("max_characters", rule.minCharacters.value_or(0));
    rule.tools = readFlag(fields, "tools");
    rule.images = readFlag(fields, "images");
    rule.system = fields.text("system");
    rule.client = fields.text("client");
    rule.tag = fields.text("tag");
    if (rule.words.contains(QString()))
        fields.refuse("words", ClassRulesText::tr("a list of words that are not empty"));
    if (!fields.failed() && rule == ClassRule())
        fields.refuse({}, ClassRulesText::tr("at least one condition"));
    return rule;
}

/// Reads a list of objects, each with the path of its place.
template <typename Item>
QList<Item> readList(JsonFields &fields, QByteArrayView key, qsizetype most, Item (*read)(JsonFields &))
{
    QList<Item> items;
    if (!fields.has(key))
        return items;
    const Json &list = fields.raw(key);
    if (!list.isArray() || list.size() > most) {
        fields.refuse(key, ClassRulesText::tr("a list of at most %1 objects").arg(most));
        return items;
    }
    for (qsizetype i = 0; i < list.size() && !fields.failed(); ++i) {
        JsonFields item(list.at(i), u"%1[%2]"_s.arg(fields.pathTo(key)).arg(i), fields.where());
        items.append(read(item));
        item.refuseUnread();
        if (const auto checked = item.result(true); !checked)
            fields.take(checked.error());
    }
    return items;
}

std::optional<double> readThreshold(JsonFields &fields)
{
    if (!fields.has("threshold"))
        return {};
    const std::optional<double> value = fields.raw("threshold").toDouble();
    if (value && *value > 0 && *value <= 1)
        return value;
    fields.refuse("threshold", ClassRulesText::tr("a number above 0 and up to 1"));
    return {};
}

UserClass readClass(JsonFields &fields)
{
    UserClass userClass;
    userClass.name = fields.requiredText("name");
    userClass.rules = readList(fields, "rules", MostClassRules, readRule);
    userClass.examples = fields.texts("examples");
    if (userClass.examples.size() > MostExamples)
        fields.refuse("examples", ClassRulesText::tr("a list of at most %1 texts").arg(MostExamples));
    for (qsizetype i = 0; i < userClass.examples.size(); ++i) {
        if (userClass.examples.at(i).trimmed().isEmpty() || userClass.examples.at(i).size() > LongestExample)
            fields.refuseItem("examples", i, ClassRulesText::tr("a text of 1 to %1 characters").arg(LongestExample));
    }
    userClass.threshold = readThreshold(fields);
    return userClass;
}

void setText(Json &json, const char *key, const QString &text)
{
    if (!text.isEmpty())
        json.set(key, text);
}

Json ruleJson(const ClassRule &rule)
{
    Json json = Json::object();
    if (!rule.words.isEmpty())
        json.set("words", Json::array(rule.words));
    setText(json, "pattern", rule.pattern);
    if (rule.minCharacters)
        json.set("min_characters", *rule.minCharacters);
    if (rule.maxCharacters)
        json.set("max_characters", *rule.maxCharacters);
    if (rule.tools)
        json.set("tools", *rule.tools);
    if (rule.images)
        json.set("images", *rule.images);
    setText(json, "system", rule.system);
    setText(json, "client", rule.client);
    setText(json, "tag", rule.tag);
    return json;
}

} // namespace

Result<ClassRules> parseClassRules(const Json &json)
{
    JsonFields fields(json);
    fields.version(ClassRulesFormat);
    ClassRules rules{.classes = readList(fields, "classes", MostUserClasses, readClass)};
    for (qsizetype i = 0; i < rules.classes.size(); ++i) {
        const auto earlier = rules.classes.first(i);
        if (std::ranges::find(earlier, rules.classes.at(i).name, &UserClass::name) != earlier.end())
            fields.refuseItem("classes", i, ClassRulesText::tr("a name that no other class has"));
    }
    fields.refuseUnread();
    return fields.result(rules);
}

Json toJson(const ClassRules &rules)
{
    Json classes = Json::array();
    for (const UserClass &userClass : rules.classes) {
        Json json = Json::object();
        json.set("name", userClass.name);
        if (!userClass.rules.isEmpty()) {
            Json list = Json::array();
            for (const ClassRule &rule : userClass.rules)
                list.append(ruleJson(rule));
            json.set("rules", list);
        }
        if (!userClass.examples.isEmpty())
            json.set("examples", Json::array(userClass.examples));
        if (userClass.threshold)
            json.set("threshold", *userClass.threshold);
        classes.append(json);
    }
    Json json = Json::object();
    json.set("version", ClassRulesFormat);
    json.set("classes", classes);
    return json;
}

QString exampleOf(const chat::Request &request)
{
    for (auto message = request.messages.crbegin(); message != request.messages.crend(); ++message) {
        if (message->role == chat::Role::User)
            return message->text().left(LongestExample).trimmed();
    }
    return {};
}

ClassRules corrected(ClassRules rules, const chat::Request &request, const QString &className)
{
    const QString example = exampleOf(request);
    auto userClass = std::ranges::find(rules.classes, className, &UserClass::name);
    const bool isNew = userClass == rules.classes.end();
    if (example.isEmpty() || className.isEmpty() || (isNew && rules.classes.size() >= MostUserClasses)
        || (!isNew && userClass->examples.size() >= MostExamples))
        return rules;
    for (UserClass &other : rules.classes)
        other.examples.removeAll(example);
    if (isNew)
        rules.classes.append({.name = className, .examples = {example}});
    else
        userClass->examples.append(example);
    return rules;
}

} // namespace sb::routing
