#include "core/dialects/gemini_generate_content/server/request_reader.h"

#include "core/dialects/gemini_generate_content/parts.h"
#include "core/dialects/gemini_generate_content/server/contents_reader.h"
#include "core/dialects/gemini_generate_content/server/schema.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::gemini {

namespace {

/// An object whose members are taken one by one; what is left has no word of ours.
class Members
{
public:
    explicit Members(Json json)
        : m_json(std::move(json))
    {
    }
    /// @param name in camel case
    Json take(QByteArrayView name)
    {
        const QByteArray key = fieldName(m_json, name);
        const Json value = m_json[key];
        if (!key.isEmpty())
            m_json.remove(key);
        return value;
    }
    std::optional<Json::Number> takeNumber(QByteArrayView name)
    {
        const Json value = take(name);
        return value.isNumber() ? std::optional(Json::Number{value.numberLiteral()}) : std::nullopt;
    }
    [[nodiscard]] const Json &rest() const { return m_json; }

private:
    Json m_json;
};

void keep(Json &extra, const QByteArray &key, const Json &rest)
{
    if (rest.size() > 0)
        extra.set(key, rest);
}

chat::Tool readFunction(const Json &declaration)
{
    Members members(declaration);
    chat::Tool tool;
    tool.name = members.take("name").toText();
    tool.description = members.take("description").toText();
    tool.parameters = jsonSchema(members.take("parameters"));
    if (const Json schema = members.take("parametersJsonSchema"); !schema.isNull())
        tool.parameters = schema;
    tool.functionExtra = members.rest().size() > 0 ? members.rest() : Json();
    return tool;
}

QList<chat::Tool> readTools(const Json &tools)
{
    QList<chat::Tool> all;
    for (const Json &entry : tools.items()) {
        Members members(entry);
        const Json declarations = members.take("functionDeclarations");
        for (const Json &declaration : declarations.items())
            all.append(readFunction(declaration));
        if (members.rest().size() == 0)
            continue;
        Json raw = members.rest();
        raw.set("type", raw.members().first().first); // each tool has one in normalized form
        all.append(chat::Tool{.raw = raw});
    }
    return all;
}

/// Some of the functions, as OpenAI says it.
Json allowedTools(const char *mode, const Json &names)
{
    Json tools = Json::array();
    for (const Json &name : names.items()) {
        const Json function(Json::Object{{"name", name}});
        tools.append(Json(Json::Object{{"type", "function"}, {"function", function}}));
    }
    const Json allowed(Json::Object{{"mode", mode}, {"tools", tools}});
    return Json(Json::Object{{"type", "allowed_tools"}, {"allowed_tools", allowed}});
}

std::optional<chat::ToolChoice> readChoice(Members &calling)
{
    using Mode = chat::ToolChoice::Mode;
    const QByteArray mode = calling.take("mode").toBytes();
    const Json names = calling.take("allowedFunctionNames");
    if (mode == "AUTO")
        return chat::ToolChoice{.mode = Mode::Auto};
    if (mode == "NONE")
        return chat::ToolChoice{.mode = Mode::None};
    if (mode == "ANY" && names.size() == 0)
        return chat::ToolChoice{.mode = Mode::Required};
    if (mode == "ANY" && names.size() == 1)
        return chat::ToolChoice{.mode = Mode::Named, .name = names.at(0).toText()};
    if (mode == "ANY")
        return chat::ToolChoice{.mode = Mode::Other, .raw = allowedTools("required", names)};
    if (mode == "VALIDATED")
        return chat::ToolChoice{.mode = Mode::Other, .raw = allowedTools("auto", names)};
    return {};
}

void readToolConfig(chat::Request &request, const Json &json)
{
    Members config(json);
    Members calling(config.take("functionCallingConfig"));
    request.toolChoice = readChoice(calling);
    Json rest = config.rest();
    if (calling.rest().size() > 0)
        rest.set("functionCallingConfig", calling.rest());
    keep(request.extra, "toolConfig", rest);
}

std::optional<chat::ReasoningEffort> effortOf(const QByteArray &level)
{
    using enum chat::ReasoningEffort;
    for (const auto effort : {Minimal, Low, Medium, High}) {
        if (level.toLower() == toWireName(effort))
            return effort;
    }
    return {};
}

chat::Reasoning readThinking(const Json &json)
{
    Members members(json);
    const auto budget = members.take("thinkingBudget").toInteger();
    chat::Reasoning reasoning;
    reasoning.effort = effortOf(members.take("thinkingLevel").toBytes());
    if (budget && *budget > 0)
        reasoning.maxTokens = budget;
    else if (budget && *budget == 0)
        reasoning.effort = chat::ReasoningEffort::None;
    else if (!reasoning.effort)
        reasoning.enabled = true;
    reasoning.exclude =
        !members.take("includeThoughts").toBool().value_or(false) && reasoning.effort != chat::ReasoningEffort::None;
    return reasoning;
}

void readFormat(chat::Request &request, Members &config)
{
    const QByteArray mimeType = config.take("responseMimeType").toBytes();
    Json schema = config.take("responseJsonSchema");
    const Json own = config.take("responseSchema");
    if (schema.isNull())
        schema = jsonSchema(own);
    using Kind = chat::ResponseFormat::Kind;
    if (!schema.isNull())
        request.responseFormat = chat::ResponseFormat{.kind = Kind::JsonSchema, .name = u"answer"_s, .schema = schema};
    else if (mimeType == "application/json")
        request.responseFormat = chat::ResponseFormat{.kind = Kind::JsonObject};
}

void readConfig(chat::Request &request, const Json &json)
{
    Members config(json);
    request.temperature = config.takeNumber("temperature");
    request.topP = config.takeNumber("topP");
    request.topK = config.takeNumber("topK");
    request.presencePenalty = config.takeNumber("presencePenalty");
    request.frequencyPenalty = config.takeNumber("frequencyPenalty");
    request.maxTokens = config.take("maxOutputTokens").toInteger();
    request.seed = config.take("seed").toInteger();
    request.logprobs = config.take("responseLogprobs").toBool();
    request.topLogprobs = config.take("logprobs").toInteger();
    const Json stop = config.take("stopSequences");
    for (const Json &each : stop.items())
        request.stop.append(each.toText());
    if (const Json count = config.take("candidateCount"); !count.isNull())
        request.extra.set("n", count);
    readFormat(request, config);
    if (const Json thinking = config.take("thinkingConfig"); thinking.isObject())
        request.reasoning = readThinking(thinking);
    keep(request.extra, "generationConfig", config.rest());
}

} // namespace

Result<chat::Request> readRequest(const Json &body)
{
    if (!body.isObject())
        return failure(Error::Kind::InvalidInput,
                       QCoreApplication::translate("sb::dialects", "expected an object, got a %1")
                           .arg(QLatin1StringView(body.typeName())));
    Members members(body);
    const auto messages = readContents(members.take("contents"));
    if (!messages)
        return tl::unexpected(messages.error());
    chat::Request request;
    if (const Json instruction = members.take("systemInstruction"); !instruction.isNull())
        request.messages.append(readInstruction(instruction));
    request.messages += *messages;
    request.tools = readTools(members.take("tools"));
    readToolConfig(request, members.take("toolConfig"));
    readConfig(request, members.take("generationConfig"));
    if (const QByteArray tier = members.take("serviceTier").toBytes().toLower(); !tier.isEmpty())
        request.extra.set("service_tier", tier == "standard" ? QByteArray("default") : tier);
    members.take("model"); // Vertex AI's clients repeat it
    for (const auto &[key, value] : members.rest().members())
        request.extra.set(key, value);
    return request;
}

} // namespace sb::dialects::gemini
