#include "core/dialects/bedrock_invoke/client/bodies.h"

#include "core/dialects/anthropic_messages/anthropic_messages.h"
#include "core/dialects/bedrock_converse/bedrock_converse.h"
#include "core/dialects/openai_chat/openai_chat.h"

namespace sb::dialects::bedrock {

namespace {

/// Members that are in the path, in a header, or in the name of the operation here.
void leaveOut(Json &json, std::initializer_list<const char *> members)
{
    for (const char *member : members)
        json.remove(member);
}

/// Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
Json forClaude(Json messages, const WireRequest &wire)
{
    leaveOut(messages, {"model", "stream", "service_tier"});
    Json json(Json::Object{{"anthropic_version", "bedrock-2023-05-31"}});
    for (const auto &[key, value] : messages.members())
        json.set(key, value);
    for (const Header &header : wire.headers) {
        if (header.first != "anthropic-beta")
            continue;
        Json betas;
        for (const QByteArray &beta : header.second.split(','))
            betas.append(beta);
        json.set("anthropic_beta", betas);
    }
    return json;
}

/// What Converse keeps apart stands in the body itself.
/// Source: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
Json forNova(Json converse)
{
    const Json fields = converse["additionalModelRequestFields"];
    leaveOut(converse,
             {"additionalModelRequestFields", "additionalModelResponseFieldPaths", "requestMetadata",
              "projectIdentifier", "promptVariables"});
    Json inference = converse["inferenceConfig"];
    for (const auto &[key, value] : fields.members()) {
        if (key == "reasoningConfig") {
            inference.set(key, value);
        } else if (key == "inferenceConfig") {
            for (const auto &[inner, number] : value.members())
                inference.set(inner, number);
        } else {
            converse.set(key, value);
        }
    }
    if (!inference.isNull())
        converse.set("inferenceConfig", inference);
    Json json(Json::Object{{"schemaVersion", "messages-v1"}});
    for (const auto &[key, value] : converse.members())
        json.set(key, value);
    return json;
}

Json forChat(Json chat)
{
    leaveOut(chat, {"model", "stream", "stream_options"});
    return chat;
}

const ClientDialect *lender(Family family)
{
    switch (family) {
    case Family::Claude:
        return anthropic::messagesClient();
    case Family::Nova:
        return converseClient();
    default:
        return openai::chatClient();
    }
}

} // namespace

Result<Body> borrowedBody(const BodyInput &input)
{
    const auto wire = lender(input.family)->encode(input.request, input.provider, input.endpoint, input.options);
    if (!wire)
        return tl::unexpected(wire.error());
    const auto json = parseJson(wire->body);
    if (!json)
        return tl::unexpected(json.error());
    switch (input.family) {
    case Family::Claude:
        return Body{.json = forClaude(*json, *wire), .notices = wire->notices};
    case Family::Nova:
        return Body{.json = forNova(*json), .notices = wire->notices};
    default:
        return Body{.json = forChat(*json), .notices = wire->notices};
    }
}

} // namespace sb::dialects::bedrock
