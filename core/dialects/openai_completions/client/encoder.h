#pragma once

#include "core/dialects/dialect.h"
#include "core/dialects/notices.h"
#include "core/dialects/openai_completions/client/prompt.h"

namespace sb::dialects::completions {

/// The body of a completion for one endpoint. What the API cannot take is translated or left out, with a notice.
class RequestEncoder
{
public:
    RequestEncoder(const chat::Request &request, const catalog::Provider &provider, const catalog::Endpoint &endpoint,
                   const EncodeOptions &options);

    /// Errors: InvalidInput for a part of a message that is no text.
    [[nodiscard]] Result<WireRequest> encode();

private:
    void setFormat();
    void setMaxTokens();
    void setSampling();
    void setStops(const Prompt &prompt);
    void setLogprobs();
    void setStream();
    void keepMembers();
    void noticeWhatIsMissing();
    void drop(const QByteArray &key, bool says);

    chat::Request m_request;
    const catalog::Provider &m_provider;
    const catalog::Endpoint &m_endpoint;
    EncodeOptions m_options;
    QString m_instruction; ///< that asks for JSON; empty where none is wanted
    Notices m_notices;
    Json m_body = Json::object();
};

} // namespace sb::dialects::completions
