#include "tests/benchmarks/answer_streams.h"

#include "core/dialects/event_stream.h"

#include <QtEndian>

namespace sb::bench {

namespace {

constexpr int Tokens = 4'000;

/// Some four characters, now and then with what JSON escapes or UTF-8 takes more bytes for.
QByteArray word(int number)
{
    static const QByteArrayList words{" signal", " box", "\\n\\n", " Züge", " the", " \\\"point\\\"", " line", ","};
    return words.at((number * 7 + number / 11) % words.size());
}

QByteArray event(const QByteArray &data, const QByteArray &name = {})
{
    return (name.isEmpty() ? QByteArray() : "event: " + name + '\n') + "data: " + data + "\n\n";
}

Stream openAiStream()
{
    const auto chunk = [](const QByteArray &delta, const QByteArray &finish) {
        return event(R"({"id":"chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG","object":"chat.completion.chunk",)"
                     R"("created":1741570283,"model":"gpt-4o-2024-08-06","service_tier":"default",)"
                     R"("system_fingerprint":"fp_fc9f1d7035","choices":[{"index":0,"delta":)"
                     + delta + R"(,"logprobs":null,"finish_reason":)" + finish + "}]}");
    };
    Stream stream;
    stream.body = chunk(R"({"role":"assistant","content":"","refusal":null})", "null");
    for (int i = 0; i < Tokens; ++i)
        stream.body += chunk(R"({"content":")" + word(i) + "\"}", "null");
    stream.body += chunk("{}", "\"stop\"") + event("[DONE]");
    return stream;
}

Stream responsesStream()
{
    const auto text = [](int number) {
        return R"({"type":"response.output_text.delta","sequence_number":)" + QByteArray::number(number)
            + R"(,"item_id":"msg_67ccf190ca3881909d433c50b1f6357e","output_index":0,"content_index":0,"delta":")"
            + word(number) + R"(","logprobs":[],"obfuscation":"kQ3xW9ab"})";
    };
    const auto whole = [](const QByteArray &type, const QByteArray &status) {
        return event(R"({"type":")" + type
                         + R"(","response":{"id":"resp_67ccf18ef5fc8190b16dbee19bc54e5f",)"
                           R"("object":"response","status":")"
                         + status + R"(","model":"gpt-5.1","output":[]}})",
                     type);
    };
    Stream stream;
    stream.body = whole("response.created", "in_progress");
    for (int i = 0; i < Tokens; ++i)
        stream.body += event(text(i), "response.output_text.delta");
    stream.body += whole("response.completed", "completed");
    return stream;
}

Stream anthropicStream()
{
    Stream stream;
    stream.body =
        event(R"({"type":"message_start","message":{"id":"msg_01","type":"message","role":"assistant","content":[],)"
              R"("model":"claude-sonnet-4-5","stop_reason":null,"stop_sequence":null,)"
              R"("usage":{"input_tokens":25,"output_tokens":1}}})",
              "message_start")
        + event(R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})",
                "content_block_start");
    for (int i = 0; i < Tokens; ++i)
        stream.body +=
            event(R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":")" + word(i) + "\"}}",
                  "content_block_delta");
    stream.body += event(R"({"type":"content_block_stop","index":0})", "content_block_stop")
        + event(R"({"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},)"
                R"("usage":{"output_tokens":4000}})",
                "message_delta")
        + event(R"({"type":"message_stop"})", "message_stop");
    return stream;
}

Stream geminiStream()
{
    const auto chunk = [](const QByteArray &text, const QByteArray &finish) {
        return event(R"({"candidates":[{"content":{"parts":[{"text":")" + text + R"("}],"role":"model"})" + finish
                     + R"(,"index":0}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":40,)"
                       R"("totalTokenCount":49,"promptTokensDetails":[{"modality":"TEXT","tokenCount":9}]},)"
                       R"("modelVersion":"gemini-2.5-flash","responseId":"k3YQaLmYK5Wz1MkPzbm3gQc"})");
    };
    Stream stream;
    for (int i = 0; i < Tokens; ++i)
        stream.body += chunk(word(i), {});
    stream.body += chunk("", R"(,"finishReason":"STOP")");
    return stream;
}

Stream completionsStream()
{
    const auto chunk = [](const QByteArray &text, const QByteArray &finish) {
        return event(R"({"id":"cmpl-7EWSKi5qyrs3WCUr4LS2aWWS","object":"text_completion","created":1741570283,)"
                     R"("model":"gpt-3.5-turbo-instruct","choices":[{"text":")"
                     + text + R"(","index":0,"logprobs":null,"finish_reason":)" + finish + "}]}");
    };
    Stream stream;
    for (int i = 0; i < Tokens; ++i)
        stream.body += chunk(word(i), "null");
    stream.body += chunk("", "\"stop\"") + event("[DONE]");
    return stream;
}

Stream cohereStream()
{
    Stream stream;
    stream.body =
        event(R"({"type":"message-start","id":"29f14a5a","delta":{"message":{"role":"assistant","content":[]}}})")
        + event(R"({"type":"content-start","index":0,"delta":{"message":{"content":{"type":"text","text":""}}}})");
    for (int i = 0; i < Tokens; ++i)
        stream.body +=
            event(R"({"type":"content-delta","index":0,"delta":{"message":{"content":{"text":")" + word(i) + "\"}}}}");
    stream.body += event(R"({"type":"content-end","index":0})")
        + event(R"({"type":"message-end","delta":{"finish_reason":"COMPLETE","usage":{"tokens":{"input_tokens":9,)"
                R"("output_tokens":4000}}}})");
    return stream;
}

Stream cohereV1Stream()
{
    Stream stream;
    stream.body = event(R"({"is_finished":false,"event_type":"stream-start","generation_id":"29f14a5a"})");
    for (int i = 0; i < Tokens; ++i)
        stream.body += event(R"({"is_finished":false,"event_type":"text-generation","text":")" + word(i) + "\"}");
    stream.body += event(R"({"is_finished":true,"event_type":"stream-end","finish_reason":"COMPLETE","response":{}})");
    return stream;
}

/// @param member what holds a piece of text: "message" of a chat, "response" of a prompt
Stream ollamaStream(const QByteArray &member)
{
    const auto line = [&member](const QByteArray &text, const QByteArray &end) {
        const QByteArray said =
            member == "message" ? R"({"role":"assistant","content":")" + text + "\"}" : "\"" + text + "\"";
        return R"({"model":"llama3.2","created_at":"2026-05-19T09:26:59.678947Z",")" + member + "\":" + said
            + R"(,"done":)" + end + "}\n";
    };
    Stream stream{.contentType = "application/x-ndjson"};
    for (int i = 0; i < Tokens; ++i)
        stream.body += line(word(i), "false");
    stream.body += line("", R"(true,"done_reason":"stop","prompt_eval_count":9,"eval_count":4000)");
    return stream;
}

/// One of AWS's binary messages. Source: https://smithy.io/2.0/aws/amazon-eventstream.html
QByteArray awsMessage(const QByteArray &type, const QByteArray &payload)
{
    const auto number = [](quint32 value) {
        QByteArray bytes(4, '\0');
        qToBigEndian(value, bytes.data());
        return bytes;
    };
    const auto text = [](const QByteArray &name, const QByteArray &value) {
        QByteArray length(2, '\0');
        qToBigEndian(quint16(value.size()), length.data());
        return char(name.size()) + name + char(7) + length + value;
    };
    const QByteArray headers = text(":message-type", "event") + text(":event-type", type);
    QByteArray message = number(quint32(headers.size() + payload.size() + 16)) + number(quint32(headers.size()));
    message += number(dialects::crc32(message));
    message += headers + payload;
    return message + number(dialects::crc32(message));
}

Stream converseStream()
{
    Stream stream{.contentType = "application/vnd.amazon.eventstream"};
    stream.body = awsMessage("messageStart", R"({"role":"assistant"})");
    for (int i = 0; i < Tokens; ++i)
        stream.body += awsMessage("contentBlockDelta",
                                  R"({"contentBlockIndex":0,"delta":{"text":")" + word(i) + R"("},"p":"abcdefgh"})");
    stream.body += awsMessage("messageStop", R"({"stopReason":"end_turn"})")
        + awsMessage("metadata", R"({"usage":{"inputTokens":9,"outputTokens":4000,"totalTokens":4009}})");
    return stream;
}

/// Anthropic's events, each a chunk in Base64.
Stream invokeStream()
{
    Stream stream{.contentType = "application/vnd.amazon.eventstream"};
    const QList<QByteArray> lines = anthropicStream().body.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("data: "))
            stream.body += awsMessage("chunk", R"({"bytes":")" + line.sliced(6).toBase64() + "\"}");
    }
    return stream;
}

} // namespace

Stream streamOf(catalog::DialectId dialect)
{
    using enum catalog::DialectId;
    switch (dialect) {
    case OpenAiChat:
        return openAiStream();
    case OpenAiResponses:
        return responsesStream();
    case OpenAiCompletions:
        return completionsStream();
    case AnthropicMessages:
        return anthropicStream();
    case GeminiGenerateContent:
        return geminiStream();
    case CohereChat:
        return cohereStream();
    case CohereV1Chat:
        return cohereV1Stream();
    case OllamaChat:
        return ollamaStream("message");
    case OllamaGenerate:
        return ollamaStream("response");
    case BedrockConverse:
        return converseStream();
    case BedrockInvoke:
        return invokeStream();
    }
    Q_UNREACHABLE();
}

} // namespace sb::bench
