#pragma once

#include "core/dialects/dialect.h"

namespace sb::dialects::openai {

/// The body of a chat completion for one endpoint: the normalized request with the provider's quirks applied.
class RequestEncoder
{
public:
    RequestEncoder(const chat::Request &request, const catalog::Provider &provider, const catalog::Endpoint &endpoint,
                   const EncodeOptions &options);

    /// Errors: InvalidInput for a file that is named by a URL where the provider takes bytes only.
    [[nodiscard]] Result<WireRequest> encode();

private:
    void setStream();
    void setMaxTokens();
    void keepOneChoice();
    void leaveOutRouterMembers();
    void leaveOutForeignMembers();
    void translateReasoning();
    void translateResponseFormat();
    [[nodiscard]] bool isDescribed() const;
    void leaveOutSampling();
    void leaveOutCacheMarks();
    void translateRoles();
    void sendReasoningBack();
    [[nodiscard]] Result<void> checkFiles() const;
    void notice(Notice::Kind kind, const QString &path, const QString &message);

    chat::Request m_request;
    const catalog::Provider &m_provider; ///< outlives the encoder, which is used at once
    const catalog::Quirks &m_quirks;
    const catalog::Endpoint &m_endpoint;
    QUrl m_url;
    EncodeOptions m_options;
    QList<Notice> m_notices;
};

} // namespace sb::dialects::openai
