#pragma once

#include "core/dialects/dialect.h"
#include "core/dialects/notices.h"

namespace sb::dialects::gemini {

/// One request to generateContent or streamGenerateContent. The model is part of the path; the key is not part of it.
class RequestEncoder
{
public:
    RequestEncoder(const chat::Request &request, const catalog::Provider &provider, const catalog::Endpoint &endpoint,
                   const EncodeOptions &options);

    /// Errors: InvalidInput for a part that Gemini cannot take, see ContentsEncoder.
    [[nodiscard]] Result<WireRequest> encode();

private:
    [[nodiscard]] Result<Json> body();
    [[nodiscard]] bool takesJsonMode() const;
    void addOwnMembers(Json &body);
    void noticeDropped();
    [[nodiscard]] QUrl url() const;

    chat::Request m_request;
    catalog::Provider m_provider;
    catalog::Endpoint m_endpoint;
    EncodeOptions m_options;
    Notices m_notices;
};

} // namespace sb::dialects::gemini
