#include "core/routing/request_outline.h"

#include "core/routing/policy/policy_members.h"
#include "core/routing/request_needs.h"

namespace sb::routing {

namespace {

/// Beside the three forms that conditions know.
constexpr const char *OtherForm = "other";

struct OutlineFlag
{
    const char *key = "";
    bool RequestOutline::*member = nullptr;
};
constexpr std::array OutlineFlags{
    OutlineFlag{"tools", &RequestOutline::tools},
    OutlineFlag{"images", &RequestOutline::images},
    OutlineFlag{"files", &RequestOutline::files},
    OutlineFlag{"audio", &RequestOutline::audio},
    OutlineFlag{"service_tools", &RequestOutline::serviceTools},
    OutlineFlag{"reasoning", &RequestOutline::reasoning},
    OutlineFlag{"vectors", &RequestOutline::vectors},
};

chat::ResponseFormat::Kind kindOf(const std::optional<OutputForm> &form)
{
    using Kind = chat::ResponseFormat::Kind;
    if (!form)
        return Kind::Other;
    return *form == OutputForm::JsonSchema ? Kind::JsonSchema
        : *form == OutputForm::JsonObject  ? Kind::JsonObject
                                           : Kind::Text;
}

} // namespace

std::optional<OutputForm> outputFormOf(const chat::Request &request)
{
    using Kind = chat::ResponseFormat::Kind;
    switch (request.responseFormat ? request.responseFormat->kind : Kind::Text) {
    case Kind::Text:
        return OutputForm::Text;
    case Kind::JsonObject:
        return OutputForm::JsonObject;
    case Kind::JsonSchema:
        return OutputForm::JsonSchema;
    case Kind::Other:
        break;
    }
    return {};
}

RequestOutline outlineOf(const chat::Request &request)
{
    return outlineOf(request, needsOf(request));
}

RequestOutline outlineOf(const chat::Request &request, const RequestNeeds &needs)
{
    return {.model = request.model,
            .session = request.sessionId,
            .text = needs.text,
            .mostInput = needs.most,
            .likelyInput = needs.likelyHigh,
            .tools = needs.tools,
            .images = needs.images,
            .files = needs.files,
            .audio = needs.audio,
            .serviceTools = needs.serviceTools,
            .reasoning = request.reasoning && request.reasoning->asked(),
            .output = outputFormOf(request),
            .choices = needs.choices,
            .maxTokens = request.maxTokens,
            .serviceTier = needs.serviceTier,
            .fallbackModels = request.fallbackModels,
            .provider = request.provider};
}

RequestNeeds needsOf(const RequestOutline &outline)
{
    RequestNeeds needs{.text = outline.text,
                       .most = outline.mostInput,
                       .likelyHigh = outline.likelyInput,
                       .images = outline.images,
                       .files = outline.files,
                       .audio = outline.audio,
                       .tools = outline.tools,
                       .jsonObject = outline.output == OutputForm::JsonObject,
                       .jsonSchema = outline.output == OutputForm::JsonSchema,
                       .choices = outline.choices,
                       .serviceTier = outline.serviceTier,
                       .serviceTools = outline.serviceTools};
    measureText(needs);
    return needs;
}

RequestNeeds changedBy(const Json &overrides, RequestNeeds needs, const chat::Request &changed)
{
    const RequestNeeds now = needsOf(changed);
    if (overrides.contains("tools")) {
        needs.tools = now.tools;
        needs.serviceTools = now.serviceTools;
    }
    needs.jsonObject = now.jsonObject;
    needs.jsonSchema = now.jsonSchema;
    needs.choices = now.choices;
    needs.serviceTier = now.serviceTier;
    return needs;
}

chat::Request sketchOf(const RequestOutline &outline)
{
    chat::Request request{.model = outline.model,
                          .fallbackModels = outline.fallbackModels,
                          .maxTokens = outline.maxTokens,
                          .provider = outline.provider,
                          .sessionId = outline.session};
    // Without a message it is no whole request, and a step could not change it.
    request.messages = {chat::Message::make(chat::Role::User, QString())};
    if (outline.output != OutputForm::Text)
        request.responseFormat = chat::ResponseFormat{.kind = kindOf(outline.output)};
    if (outline.reasoning)
        request.reasoning = chat::Reasoning{.enabled = true};
    if (outline.choices != 1)
        request.extra.set("n", outline.choices);
    if (!outline.serviceTier.isEmpty())
        request.extra.set("service_tier", outline.serviceTier);
    return request;
}

Json toJson(const RequestOutline &outline)
{
    Json json = Json::object();
    json.set("text", outline.text);
    json.set("likely_input", outline.likelyInput);
    for (const OutlineFlag &flag : OutlineFlags) {
        if (outline.*flag.member)
            json.set(flag.key, true);
    }
    if (outline.output != OutputForm::Text)
        json.set("output", outline.output ? Json(nameIn(OutputFormNames, *outline.output)) : Json(OtherForm));
    if (outline.choices != 1)
        json.set("n", outline.choices);
    if (outline.maxTokens)
        json.set("max_tokens", *outline.maxTokens);
    if (!outline.serviceTier.isEmpty())
        json.set("service_tier", outline.serviceTier);
    if (!outline.session.isEmpty())
        json.set("session", true);
    for (const QString &model : outline.fallbackModels) {
        Json models = json["models"];
        models.append(model);
        json.set("models", models);
    }
    if (!outline.provider.isNull())
        json.set("provider", outline.provider);
    if (outline.remaining)
        json.set("remaining", toDecimal(*outline.remaining));
    return json;
}

RequestOutline outlineFrom(const Json &json)
{
    const bool session = json["session"].toBool().value_or(false);
    RequestOutline outline{.session = QString::fromLatin1(session ? SomeSession : ""),
                           .text = json["text"].toInteger().value_or(0),
                           .likelyInput = json["likely_input"].toInteger().value_or(0),
                           .choices = json["n"].toInteger().value_or(1),
                           .maxTokens = json["max_tokens"].toInteger(),
                           .serviceTier = json["service_tier"].toText(),
                           .provider = json["provider"]};
    for (const OutlineFlag &flag : OutlineFlags)
        outline.*flag.member = json[flag.key].toBool().value_or(false);
    if (json.contains("output"))
        outline.output = valueIn(OutputFormNames, json["output"].toBytes());
    for (const Json &model : json["models"].items())
        outline.fallbackModels.append(model.toText());
    if (const auto remaining = parseDollars(json["remaining"].toText()))
        outline.remaining = *remaining;
    return outline;
}

} // namespace sb::routing
