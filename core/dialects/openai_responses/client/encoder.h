#pragma once

#include "core/dialects/dialect.h"
#include "core/dialects/notices.h"

namespace sb::dialects::responses {

/// The body of a request for a response from one endpoint. What the API cannot take is translated or left out, with a
/// notice.
class RequestEncoder
{
public:
    RequestEncoder(const chat::Request &request, const catalog::Provider &provider, const catalog::Endpoint &endpoint,
                   const EncodeOptions &options);

    /// Errors: InvalidInput for a part of a message that the API cannot take.
    [[nodiscard]] Result<WireRequest> encode();

private:
    [[nodiscard]] bool isStored() const;
    void demandSchemaInWords();
    [[nodiscard]] Result<void> setInput();
    void setTools();
    void setMaxTokens();
    [[nodiscard]] bool refusesSampling() const;
    void setSampling();
    void setReasoning();
    void setStorage();
    void setRest();
    void setStreaming();
    void noticeWhatIsMissing();
    void drop(const QByteArray &key, bool says);

    chat::Request m_request;
    const catalog::Provider &m_provider;
    const catalog::Endpoint &m_endpoint;
    EncodeOptions m_options;
    Notices m_notices;
    Json m_body = Json::object();
};

} // namespace sb::dialects::responses
