#pragma once

#include "core/dialects/anthropic_messages/client/thinking.h"
#include "core/dialects/anthropic_messages/client/turn_writer.h"
#include "core/dialects/notices.h"

namespace sb::dialects::anthropic {

/// The body of a message for one endpoint. What the API cannot take is translated or left out, with a notice.
class RequestEncoder
{
public:
    RequestEncoder(const chat::Request &request, const catalog::Provider &provider, const catalog::Endpoint &endpoint,
                   const EncodeOptions &options);

    /// Errors: InvalidInput for a part of a message that the API cannot take.
    [[nodiscard]] Result<WireRequest> encode();

private:
    void setMaxTokens();
    void setTools();
    void forceAnswerTool(const Json &tool);
    void setThinking(const Turns &turns);
    void setSampling();
    void setStops();
    void setRest();
    void setMetadata();
    void keepMembers();
    void noticeWhatIsMissing();
    [[nodiscard]] QList<Header> headers(const Turns &turns) const;

    const chat::Request &m_request;
    const catalog::Endpoint &m_endpoint;
    bool m_rawPredict;
    QUrl m_url;
    EncodeOptions m_options;
    Notices m_notices;
    Json m_body = Json::object();
    Json m_outputConfig;
    Json m_tools;
    Json m_toolChoice;
    Thinking m_thinking;
    qint64 m_maxTokens = 0;
};

} // namespace sb::dialects::anthropic
