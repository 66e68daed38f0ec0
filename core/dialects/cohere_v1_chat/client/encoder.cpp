#include "core/dialects/cohere_v1_chat/client/encoder.h"

#include "core/dialects/call_ids.h"
#include "core/dialects/cohere_chat/client/answer_format.h"
#include "core/dialects/cohere_chat/client/shared_members.h"
#include "core/dialects/cohere_v1_chat/client/conversation.h"
#include "core/dialects/cohere_v1_chat/client/tools.h"
#include "core/dialects/member_words.h"
#include "core/dialects/wire_request.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::cohere_v1 {

namespace {

/// Members of the API itself that a caller may write beside ours.
constexpr std::array OwnMembers{"citation_quality", "safety_mode",       "conversation_id",
                                "connectors",       "prompt_truncation", "search_queries_only",
                                "max_input_tokens", "raw_prompting",     "force_single_step"};
/// Read elsewhere, or carried out by our own router.
constexpr std::array Handled{"n",      "documents",      "models",           "provider", "session_id",
                             "stream", "stream_options", "reasoning_effort", "reasoning"};

} // namespace

RequestEncoder::RequestEncoder(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options)
    : m_request(request)
    , m_endpoint(endpoint)
    , m_url(urlBelow(provider.baseUrl, u"/v1/chat"_s))
    , m_options(options)
{
}

Result<WireRequest> RequestEncoder::encode()
{
    const auto format = cohere::answerFormatOf(m_request, "schema", m_notices);
    completeCallIds(m_request.messages);
    const auto conversation = ConversationWriter(m_notices).write(m_request.messages, format.instruction);
    if (!conversation)
        return tl::unexpected(conversation.error());
    m_body.set("model", m_endpoint.upstreamModel);
    m_body.set("message", conversation->message);
    set("preamble", conversation->preamble);
    set("chat_history", Json(conversation->history));
    set("tools", toolsOf(m_request, !conversation->results.isNull(), m_notices));
    set("tool_results", conversation->results);
    setDocuments(conversation->documents);
    set("response_format", format.mode);
    cohere::setLimits(m_body, m_request, m_endpoint, m_options, m_notices);
    cohere::setSampling(m_body, m_request, m_notices);
    setRest();
    cohere::noticeForeignMembers(m_request, m_notices);
    return jsonRequest(m_url, m_body, m_options, m_notices.all());
}

void RequestEncoder::set(const char *key, const Json &value)
{
    if (says(value))
        m_body.set(key, value);
}

void RequestEncoder::setDocuments(const Json::Array &files)
{
    Json::Array all = m_request.extra["documents"].items();
    all += files;
    set("documents", Json(all));
}

void RequestEncoder::setRest()
{
    for (const auto &[key, value] : m_request.extra.members()) {
        if (value.isNull() || isAmong(Handled, key))
            continue;
        if (isAmong(OwnMembers, key))
            m_body.set(key, value);
        else
            cohere::dropMember(key, says(value), m_notices);
    }
    cohere::dropMember("logprobs", m_request.logprobs.value_or(false), m_notices);
    cohere::dropMember("reasoning", m_request.reasoning && m_request.reasoning->asked(), m_notices);
    m_body.set("stream", m_options.stream);
}

} // namespace sb::dialects::cohere_v1
