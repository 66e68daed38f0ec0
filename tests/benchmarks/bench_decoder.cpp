// bench-decoder: how fast the bytes of answers become events, and requests bodies, for every dialect that there is. One
// JSON line a figure.
// With SIGNALBOX_TRAFFIC (a folder of recordings, tests/conformance) also over the recorded streams.
#include "tests/benchmarks/answer_streams.h"
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

constexpr int Runs = 40;
constexpr qsizetype SegmentSize = 16'384; ///< what a socket hands over at once when the reader is the slower side

/// What an agent sends in the middle of its work: instructions, twenty rounds of calls and results, ten tools.
chat::Request conversation()
{
    chat::Request request{.model = u"author/model"_s, .maxTokens = 4096};
    request.messages.append(chat::Message::make(chat::Role::System, u"Be brief. "_s.repeated(100)));
    for (int round = 0; round < 20; ++round) {
        const QString id = u"call_%1"_s.arg(round);
        chat::Message answer = chat::Message::make(chat::Role::Assistant, u"Let me look at the line. "_s.repeated(5));
        answer.toolCalls.append({.id = id, .name = u"look"_s, .arguments = u"{\"from\":\"Zürich\",\"hour\":7}"_s});
        chat::Message result = chat::Message::make(chat::Role::Tool, u"The train leaves at 07:04. "_s.repeated(20));
        result.toolCallId = id;
        request.messages += {chat::Message::make(chat::Role::User, u"When does it leave?"_s), answer, result};
    }
    const Json schema =
        *parseJson(R"({"type":"object","properties":{"from":{"type":"string"},"hour":{"type":"integer"}},)"
                   R"("required":["from"]})");
    for (int tool = 0; tool < 10; ++tool)
        request.tools.append({.name = tool == 0 ? u"look"_s : u"look_%1"_s.arg(tool),
                              .description = u"Looks at the line."_s,
                              .parameters = schema});
    return request;
}

void reportEncoding(const QByteArray &name, const dialects::ClientDialect &dialect)
{
    const catalog::Provider provider{.baseUrl = QUrl(u"https://api.example.com/v1"_s)};
    catalog::Endpoint endpoint{.upstreamModel = u"anthropic.claude-sonnet-4-5-20250929-v1:0"_s};
    endpoint.capabilities = {.tools = true, .reasoning = true};
    const chat::Request request = conversation();
    qsizetype bytes = 0;
    const double fastest = fastestMicroseconds(Runs, [&] {
        const auto wire = dialect.encode(request, provider, endpoint, {});
        bytes = wire ? wire->body.size() : 0;
    });
    if (bytes > 0)
        report("encoder." + name, fastest, "us",
               "one request of 61 messages and 10 tools, a body of " + QByteArray::number(bytes)
                   + " bytes; fastest of 40, CPU time");
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
                || !response["streaming"].toBool().value_or(false))
                continue;
            const QByteArray body = response["body"].toBytes();
            const bool binary = response["body_encoding"].toBytes() == "base64";
            streams.append({.contentType = response["headers"]["content-type"].toBytes(),
                            .body = binary ? QByteArray::fromBase64(body) : body});
        }
    }
    return streams;
}

} // namespace

int main()
{
    using enum catalog::DialectId;
    const QString folder = qEnvironmentVariable("SIGNALBOX_TRAFFIC");
    for (const catalog::DialectId id :
         {OpenAiChat, OpenAiResponses, OpenAiCompletions, AnthropicMessages, GeminiGenerateContent, CohereChat,
          CohereV1Chat, OllamaChat, OllamaGenerate, BedrockConverse, BedrockInvoke}) {
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
        reportEncoding(name, *dialect);
    }
    return 0;
}
