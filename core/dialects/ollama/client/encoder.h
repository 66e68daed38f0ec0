#pragma once

#include "core/dialects/dialect.h"
#include "core/dialects/notices.h"

namespace sb::dialects::ollama {

enum class Call
{
    Chat, ///< a conversation, with tools
    Generate ///< one prompt
};

/// The body of a request for one endpoint. What the API cannot take is translated or left out, with a notice.
class RequestEncoder
{
public:
    RequestEncoder(Call call, const chat::Request &request, const catalog::Provider &provider,
                   const catalog::Endpoint &endpoint, const EncodeOptions &options);

    /// Errors: InvalidInput for a part of a message that the API cannot take.
    [[nodiscard]] Result<WireRequest> encode();

private:
    void setFormat();
    [[nodiscard]] Result<void> setMessages();
    [[nodiscard]] Result<void> setPrompt();
    void setTools();
    void setOptions();
    void setRest();
    void setTopLogprobs();
    void keepMembers();
    void noticeWhatIsMissing();
    void drop(const QByteArray &key, bool says);
    [[nodiscard]] std::optional<qint64> maxTokens() const;

    Call m_call;
    chat::Request m_request;
    const catalog::Endpoint &m_endpoint;
    QUrl m_url;
    EncodeOptions m_options;
    Notices m_notices;
    Json m_body = Json::object();
    Json m_format;
};

} // namespace sb::dialects::ollama
