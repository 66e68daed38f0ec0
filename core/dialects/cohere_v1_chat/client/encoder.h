#pragma once

#include "core/dialects/dialect.h"
#include "core/dialects/notices.h"

namespace sb::dialects::cohere_v1 {

/// The body of a chat request for one endpoint. What the API cannot take is translated or left out, with a notice.
class RequestEncoder
{
public:
    RequestEncoder(const chat::Request &request, const catalog::Provider &provider, const catalog::Endpoint &endpoint,
                   const EncodeOptions &options);

    /// Errors: InvalidInput for a part of a message that the API cannot take, and for a conversation that it cannot.
    [[nodiscard]] Result<WireRequest> encode();

private:
    void set(const char *key, const Json &value); ///< where it says something
    void setDocuments(const Json::Array &files);
    void setRest();

    chat::Request m_request;
    const catalog::Endpoint &m_endpoint;
    QUrl m_url;
    EncodeOptions m_options;
    Notices m_notices;
    Json m_body = Json::object();
};

} // namespace sb::dialects::cohere_v1
