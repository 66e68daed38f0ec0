#include "core/dialects/cohere_chat/client/encoder.h"

#include "core/dialects/call_ids.h"
#include "core/dialects/cohere_chat/client/answer_format.h"
#include "core/dialects/cohere_chat/client/shared_members.h"
#include "core/dialects/cohere_chat/client/thinking.h"
#include "core/dialects/member_words.h"
#include "core/dialects/wire_request.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::cohere {

namespace {

/// Members of the API itself that a caller may write beside ours.
constexpr std::array OwnMembers{"citation_options", "safety_mode", "priority", "strict_tools"};
/// Read elsewhere, or carried out by our own router.
constexpr std::array Handled{"n",      "documents",      "models",           "provider", "session_id",
                             "stream", "stream_options", "reasoning_effort", "reasoning"};

} // namespace

RequestEncoder::RequestEncoder(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options)
    : m_request(request)
    , m_endpoint(endpoint)
    , m_url(urlBelow(provider.baseUrl, u"/v2/chat"_s))
    , m_options(options)
{
}

Result<WireRequest> RequestEncoder::encode()
{
    const AnswerFormat format = answerFormatOf(m_request, "json_schema", m_notices);
    completeCallIds(m_request.messages);
    const auto conversation =
        ConversationWriter(m_endpoint.capabilities.reasoning, m_notices).write(m_request.messages, format.instruction);
    if (!conversation)
        return tl::unexpected(conversation.error());
    m_body.set("model", m_endpoint.upstreamModel);
    m_body.set("messages", conversation->messages);
    setTools();
    setDocuments(conversation->documents);
    if (!format.mode.isNull())
        m_body.set("response_format", format.mode);
    m_maxTokens = setLimits(m_body, m_request, m_endpoint, m_options, m_notices);
    setSampling(m_body, m_request, m_notices);
    if (m_request.logprobs.value_or(false))
        m_body.set("logprobs", true);
    setThinking();
    setRest();
    noticeForeignMembers(m_request, m_notices);
    return jsonRequest(m_url, m_body, m_options, m_notices.all());
}

void RequestEncoder::setTools()
{
    const ToolMembers members = toolMembers(m_request, m_notices);
    const auto set = [this](const char *key, const Json &value) {
        if (!value.isNull())
            m_body.set(key, value);
    };
    set("tools", members.tools);
    set("strict_tools", members.strict);
    set("tool_choice", members.choice);
}

void RequestEncoder::setDocuments(const Json::Array &files)
{
    Json::Array all = m_request.extra["documents"].items();
    all += files;
    if (!all.isEmpty())
        m_body.set("documents", all);
}

void RequestEncoder::setThinking()
{
    const Json thinking =
        m_request.reasoning ? thinkingOf(*m_request.reasoning, m_endpoint, m_maxTokens, m_notices) : Json();
    if (!thinking.isNull())
        m_body.set("thinking", thinking);
}

void RequestEncoder::setRest()
{
    for (const auto &[key, value] : m_request.extra.members()) {
        if (value.isNull() || isAmong(Handled, key))
            continue;
        if (isAmong(OwnMembers, key))
            m_body.set(key, value);
        else
            dropMember(key, says(value), m_notices);
    }
    m_body.set("stream", m_options.stream);
}

} // namespace sb::dialects::cohere
