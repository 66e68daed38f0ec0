#include "core/dialects/gemini_generate_content/server/answer_encoder.h"

#include "core/dialects/gemini_generate_content/finish_reasons.h"
#include "core/dialects/gemini_generate_content/server/answer_json.h"

namespace sb::dialects::gemini {

namespace {

template <typename... Handlers>
struct Overload : Handlers...
{
    using Handlers::operator()...;
};
template <typename... Handlers>
Overload(Handlers...) -> Overload<Handlers...>;

QByteArray frame(const Json &json)
{
    return "data: " + json.dump() + "\r\n\r\n"; // Google ends its lines so
}

} // namespace

StreamEncoder::StreamEncoder(const chat::Request &request)
    : m_model(request.model)
{
}

QByteArray StreamEncoder::encode(const chat::Event &event)
{
    return std::visit(Overload{
                          [this](const chat::Started &started) {
                              m_id = started.id;
                              m_model = started.model.isEmpty() ? m_model : started.model;
                              return QByteArray();
                          },
                          [this](const chat::TextDelta &delta) { return chunk({textPart(delta.text)}); },
                          [this](const chat::ReasoningDelta &delta) { return chunk({textPart(delta.text, true)}); },
                          [this](const chat::ReasoningOpaque &opaque) {
                              const Json part = signaturePart(opaque.block);
                              return part.isNull() ? QByteArray() : chunk({part});
                          },
                          [this](const chat::RefusalDelta &delta) { return chunk({textPart(delta.text)}); },
                          [this](const chat::ToolCallDelta &call) {
                              m_calls.apply(call);
                              return QByteArray();
                          },
                          [](const chat::OtherContent &) { return QByteArray(); },
                          [this](const chat::Finished &finished) {
                              m_finish = finished.reason;
                              return QByteArray();
                          },
                          [this](const chat::UsageReport &report) {
                              m_usage = report.usage; // goes into the last chunk
                              return QByteArray();
                          },
                          [](const chat::Failed &failed) { return frame(errorJson(0, failed.error)); },
                      },
                      event);
}

QByteArray StreamEncoder::finish()
{
    if (!m_finish)
        return {};
    Json::Array parts;
    for (const chat::ToolCall &call : m_calls.toolCalls)
        parts.append(callPart(call));
    if (parts.isEmpty())
        parts.append(textPart({}));
    return chunk(parts, finishWord(*m_finish));
}

QByteArray StreamEncoder::chunk(const Json::Array &parts, const QByteArray &finish) const
{
    return frame(answerJson(m_id, m_model, parts, finish, finish.isEmpty() ? std::nullopt : m_usage));
}

} // namespace sb::dialects::gemini
