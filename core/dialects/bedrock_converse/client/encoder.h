#pragma once

#include "core/dialects/bedrock_converse/client/conversation.h"
#include "core/dialects/bedrock_converse/client/model_fields.h"

namespace sb::dialects::bedrock {

/// The body of Converse and ConverseStream for one endpoint. What the API or the model cannot take is translated or
/// left out, with a notice.
class RequestEncoder
{
public:
    RequestEncoder(const chat::Request &request, const catalog::Provider &provider, const catalog::Endpoint &endpoint,
                   const EncodeOptions &options);

    /// Errors: InvalidInput for a part of a message that the API cannot take.
    [[nodiscard]] Result<WireRequest> encode();

private:
    void setFormat();
    void setSchema(const chat::ResponseFormat &format);
    void setTools(const QStringList &called);
    void forceAnswerTool();
    void setReasoning(const Conversation &conversation);
    void setInference();
    void setSampling();
    void setCohereSampling();
    void setStops();
    void setRest();
    void setServiceTier();
    void noticeWhatIsMissing();
    void drop(const QByteArray &key, bool says);
    [[nodiscard]] qint64 limitOfAnswer() const;

    chat::Request m_request;
    const catalog::Endpoint &m_endpoint;
    QUrl m_baseUrl;
    EncodeOptions m_options;
    Family m_family;
    Notices m_notices;
    Json m_body = Json::object();
    Json m_inference;
    Json m_tools; ///< `toolConfig`
    Json m_outputConfig;
    Json m_answerTool; ///< that is forced where JSON is asked for
    ModelFields m_fields;
    QString m_instruction; ///< in words, what no member asks for
    std::optional<qint64> m_maxTokens;
};

} // namespace sb::dialects::bedrock
