#include "core/base/json_fields.h"
#include "core/routing/acceptance/check.h"

#include <QCoreApplication>

#include <array>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr qint64 MostOfALimit = std::numeric_limits<qint32>::max();

struct CheckJsonText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

// In the order of the variant's types.
constexpr std::array<NamedValue<std::size_t>, std::variant_size_v<AcceptanceCheck>> CheckNames{{
    {"json", 0},
    {"json_schema", 1},
    {"tool_arguments", 2},
    {"non_empty", 3},
    {"language", 4},
    {"length", 5},
    {"repetition", 6},
    {"refusal", 7},
    {"pattern", 8},
}};
constexpr auto PromptLanguage = "prompt"_L1;

// One for each kind: its members are read here and written below, nowhere else.
void read(JsonCheck &check, JsonFields &fields)
{
    check.repair = fields.flag("repair", check.repair);
}
void read(JsonSchemaCheck &check, JsonFields &fields)
{
    check.schema = fields.raw("schema");
    if (fields.has("schema") && !check.schema.isObject() && !check.schema.isBool())
        fields.refuse("schema", CheckJsonText::tr("a JSON schema"));
    check.repair = fields.flag("repair", check.repair);
}
void read(ToolArgumentsCheck &check, JsonFields &fields)
{
    check.repair = fields.flag("repair", check.repair);
}
void read(NonEmptyCheck &, JsonFields &) { }
void read(LanguageCheck &check, JsonFields &fields)
{
    const QString language = fields.text("language", PromptLanguage);
    if (language.isEmpty())
        fields.refuse("language", CheckJsonText::tr("a language such as \"de\", or \"prompt\""));
    check.language = language == PromptLanguage ? QString() : language;
}
void read(LengthCheck &check, JsonFields &fields)
{
    check.minCharacters = fields.integer("min_characters", 0);
    check.maxCharacters = fields.integer("max_characters", 0);
    check.minWords = fields.integer("min_words", 0);
    check.maxWords = fields.integer("max_words", 0);
}
void read(RepetitionCheck &check, JsonFields &fields)
{
    LoopLimits &limits = check.limits;
    limits.times = int(fields.integer("times", 2, MostOfALimit).value_or(limits.times));
    limits.characters = int(fields.integer("characters", 1, MostOfALimit).value_or(limits.characters));
}
void read(RefusalCheck &check, JsonFields &fields)
{
    check.patterns = fields.texts("patterns");
}
void read(PatternCheck &check, JsonFields &fields)
{
    check.pattern = fields.requiredText("pattern");
    check.mustMatch = fields.flag("must_match", check.mustMatch);
}

/// Writes what is not at its default.
class CheckWriter
{
public:
    explicit CheckWriter(Json &json)
        : m_json(json)
    {
    }
    template <typename T>
    void set(const QByteArray &key, const T &value, const T &fallback)
    {
        if (!(value == fallback))
            m_json.set(key, Json(value));
    }
    void set(const QByteArray &key, const std::optional<qint64> &value)
    {
        if (value)
            m_json.set(key, Json(*value));
    }

private:
    Json &m_json;
};

void write(const JsonCheck &check, CheckWriter out)
{
    out.set("repair", check.repair, JsonCheck().repair);
}
void write(const JsonSchemaCheck &check, CheckWriter out)
{
    out.set("schema", check.schema, Json());
    out.set("repair", check.repair, JsonSchemaCheck().repair);
}
void write(const ToolArgumentsCheck &check, CheckWriter out)
{
    out.set("repair", check.repair, ToolArgumentsCheck().repair);
}
void write(const NonEmptyCheck &, CheckWriter) { }
void write(const LanguageCheck &check, CheckWriter out)
{
    out.set("language", check.language, QString());
}
void write(const LengthCheck &check, CheckWriter out)
{
    out.set("min_characters", check.minCharacters);
    out.set("max_characters", check.maxCharacters);
    out.set("min_words", check.minWords);
    out.set("max_words", check.maxWords);
}
void write(const RepetitionCheck &check, CheckWriter out)
{
    out.set("times", check.limits.times, LoopLimits().times);
    out.set("characters", check.limits.characters, LoopLimits().characters);
}
void write(const RefusalCheck &check, CheckWriter out)
{
    const Json patterns = Json::array(check.patterns);
    out.set("patterns", patterns, Json::array());
}
void write(const PatternCheck &check, CheckWriter out)
{
    out.set("pattern", check.pattern, QString());
    out.set("must_match", check.mustMatch, PatternCheck().mustMatch);
}

template <std::size_t I = 0>
AcceptanceCheck ofKind(std::size_t kind)
{
    if constexpr (I + 1 < std::variant_size_v<AcceptanceCheck>) {
        if (kind != I)
            return ofKind<I + 1>(kind);
    }
    return AcceptanceCheck(std::in_place_index<I>);
}

Result<AcceptanceCheck> readCheck(const Json &json, const QString &path)
{
    JsonFields fields(json, path);
    fields.requiredText("check");
    AcceptanceCheck check = ofKind(fields.choice("check", CheckNames, std::size_t(0)));
    std::visit([&fields](auto &kind) { read(kind, fields); }, check);
    fields.refuseUnread();
    return fields.result(check);
}

} // namespace

QByteArray toWireName(const AcceptanceCheck &check)
{
    return CheckNames.at(check.index()).first.toByteArray();
}

Result<QList<AcceptanceCheck>> parseChecks(const Json &list, const QString &path)
{
    if (!list.isArray())
        return failure(
            Error::Kind::InvalidInput,
            CheckJsonText::tr("%1: expected a list of checks, found %2").arg(path, QLatin1StringView(list.typeName())));
    QList<AcceptanceCheck> checks;
    for (const Json &item : list.items()) {
        const auto check = readCheck(item, u"%1[%2]"_s.arg(path).arg(checks.size()));
        if (!check)
            return tl::unexpected(check.error());
        checks.append(*check);
    }
    return checks;
}

Json toJson(const QList<AcceptanceCheck> &checks)
{
    Json list = Json::array();
    for (const AcceptanceCheck &check : checks) {
        Json json = Json::object();
        json.set("check", Json(toWireName(check)));
        std::visit([&json](const auto &kind) { write(kind, CheckWriter(json)); }, check);
        list.append(json);
    }
    return list;
}

} // namespace sb::routing
