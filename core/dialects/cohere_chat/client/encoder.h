#pragma once

#include "core/dialects/cohere_chat/client/conversation.h"
#include "core/dialects/cohere_chat/client/tools.h"

namespace sb::dialects::cohere {

/// The body of a chat request for one endpoint. What the API cannot take is translated or left out, with a notice.
class RequestEncoder
{
public:
    RequestEncoder(const chat::Request &request, const catalog::Provider &provider, const catalog::Endpoint &endpoint,
                   const EncodeOptions &options);

    /// Errors: InvalidInput for a part of a message that the API cannot take.
    [[nodiscard]] Result<WireRequest> encode();

private:
    void setTools();
    void setDocuments(const Json::Array &files);
    void setThinking();
    void setRest();

    chat::Request m_request;
    const catalog::Endpoint &m_endpoint;
    QUrl m_url;
    EncodeOptions m_options;
    Notices m_notices;
    Json m_body = Json::object();
    std::optional<qint64> m_maxTokens;
};

} // namespace sb::dialects::cohere
