// bench-decoder: how fast the bytes of answers become events, for every dialect that there is. One JSON line a figure.
// With SIGNALBOX_TRAFFIC (a folder of recordings, tests/conformance) also over the recorded streams.
#include "tests/benchmarks/figures.h"

#include "core/base/json.h"
#include "core/dialects/dialect.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::bench;

namespace {

constexpr int Tokens = 4'000;
constexpr int Runs = 40;
constexpr qsizetype SegmentSize = 16'384; ///< what a socket hands over at once when the reader is the slower side

/// The bytes of one answer, as a provider of this dialect streams them.
struct Stream
{
    QByteArray contentType = "text/event-stream";
    QByteArray body = {};
};

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

Stream streamOf(catalog::DialectId dialect)
{
    using enum catalog::DialectId;
    if (dialect == AnthropicMessages)
        return anthropicStream();
    if (dialect == OpenAiResponses)
        return responsesStream();
    return dialect == GeminiGenerateContent ? geminiStream() : openAiStream();
}

qsizetype decode(const dialects::ClientDialect &dialect, const Stream &stream, qsizetype piece)
{
    const auto decoder =
        dialect.decoder({.status = 200, .headers = {{"content-type", stream.contentType}}}, catalog::Provider{});
    qsizetype events = 0;
    for (qsizetype at = 0; at < stream.body.size(); at += piece)
        events +=
            decoder->feed(QByteArrayView(stream.body).sliced(at, std::min(piece, stream.body.size() - at))).size();
    return events + decoder->finish().size();
}

void reportSpeed(const QByteArray &name, const dialects::ClientDialect &dialect, const QList<Stream> &streams,
                 qsizetype piece, const QByteArray &includes)
{
    qsizetype bytes = 0;
    for (const Stream &stream : streams)
        bytes += stream.body.size();
    qsizetype events = 0;
    const double fastest = fastestMicroseconds(Runs, [&] {
        events = 0;
        for (const Stream &stream : streams)
            events += decode(dialect, stream, piece);
    });
    report(name, double(bytes) / fastest, "MB/s", includes);
    report(name + "_event", fastest * 1'000 / double(std::max<qsizetype>(events, 1)), "ns/event", includes);
}

/// Streamed answers among the recordings whose API speaks this dialect.
QList<Stream> recordedStreams(const QString &folder, const QByteArray &dialect)
{
    QList<Stream> streams;
    const QFileInfoList files = QDir(folder).entryInfoList({u"*.jsonl"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        while (!file.atEnd()) {
            const Json exchange = parseJson(file.readLine()).value_or(Json());
            const Json &response = exchange["response"];
            if (exchange["dialect"].toBytes() != dialect || response["status"].toInteger() != 200
                || !response["streaming"].toBool().value_or(false) || response["body_encoding"].toBytes() != "utf-8")
                continue;
            streams.append({.body = response["body"].toBytes()});
        }
    }
    return streams;
}

} // namespace

int main()
{
    using enum catalog::DialectId;
    const QString folder = qEnvironmentVariable("SIGNALBOX_TRAFFIC");
    for (const catalog::DialectId id : {OpenAiChat, OpenAiResponses, AnthropicMessages, GeminiGenerateContent}) {
        const dialects::ClientDialect *dialect = dialects::clientDialect(id);
        if (!dialect)
            continue;
        const QByteArray name = catalog::toWireName(id);
        const Stream stream = streamOf(id);
        reportSpeed("decoder." + name, *dialect, {stream}, SegmentSize,
                    "4,000 tokens, one an event, fed 16 kB at once; lines, JSON and events; fastest of 40, CPU time");
        reportSpeed("decoder." + name + "_by_100", *dialect, {stream}, 100, "the same, fed 100 bytes at once");
        if (const QList<Stream> recorded = recordedStreams(folder, name); !folder.isEmpty() && !recorded.isEmpty()) {
            reportSpeed("decoder." + name + "_recorded", *dialect, recorded, SegmentSize,
                        QByteArray::number(recorded.size()) + " recorded streams, fed 16 kB at once");
        }
    }
    return 0;
}
