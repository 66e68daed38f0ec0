#include "core/catalog/names.h"
#include "core/dialects/embedding.h"
#include "core/dialects/token_count.h"
#include "tests/dialects/field_paths.h"
#include "tests/dialects/round_trip.h"
#include "tests/testing/testing.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;
using dialects::EmbeddingApi;

namespace {

/// Where the README.md of an API's folder is.
struct Api
{
    const char *name = "";
    const char *folder = "";
    std::optional<EmbeddingApi> embedding = {};
};

const std::array Apis{
    Api{"gemini.generateContent", "gemini_generate_content"},
    Api{"cohere.v2.chat", "cohere_chat"},
    Api{"cohere.v1.chat", "cohere_v1_chat"},
    Api{"bedrock.converse", "bedrock_converse"},
    Api{"bedrock.invoke", "bedrock_invoke", EmbeddingApi::BedrockInvoke},
    Api{"ollama.chat", "ollama"},
    Api{"ollama.generate", "ollama"},
    Api{"openai.completions", "openai_completions"},
    Api{"embeddings", "embeddings", EmbeddingApi::OpenAi},
    Api{"cohere.embed", "embeddings", EmbeddingApi::CohereV2},
    Api{"gemini.embed", "embeddings", EmbeddingApi::Gemini},
    Api{"vertex.predict", "embeddings", EmbeddingApi::VertexPredict},
    Api{"ollama.embed", "embeddings", EmbeddingApi::Ollama},
    Api{"count_tokens", "."},
};

const Api *apiNamed(const QByteArray &name)
{
    const auto *const it =
        std::find_if(Apis.begin(), Apis.end(), [&name](const Api &each) { return name == each.name; });
    return it == Apis.end() ? nullptr : it;
}

QList<Json> writtenRequests()
{
    QList<Json> all;
    const QDir folder(inSource(u"tests/fixtures/requests"_s));
    for (const QFileInfo &info : folder.entryInfoList({u"*.jsonl"_s}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        while (!file.atEnd())
            all.append(parseJson(file.readLine()).value_or(Json()));
    }
    return all;
}

template <typename Values, std::size_t N>
void setNamed(const std::array<NamedValue<bool Values::*>, N> &names, const Json &list, Values &values)
{
    for (const auto &[name, member] : names) {
        const auto &items = list.items();
        values.*member = std::any_of(items.begin(), items.end(),
                                     [&name = name](const Json &item) { return item.toBytes() == name; });
    }
}

chat::EmbeddingRequest embeddingOf(const Json &request)
{
    QStringList texts;
    for (const Json &text : request["input"].items())
        texts.append(text.toText());
    chat::EmbeddingRequest asked{.input = texts, .extra = request["extra"]};
    if (request.contains("dimensions"))
        asked.dimensions = request["dimensions"].toInteger();
    if (request["base64"].toBool() == true)
        asked.encoding = chat::EmbeddingEncoding::Base64;
    if (request.contains("use"))
        asked.use = request["use"].toBytes() == "query" ? chat::EmbeddingUse::Query : chat::EmbeddingUse::Document;
    return asked;
}

std::optional<qint64> limitOf(const Json &line, const char *name)
{
    return line["limits"].contains(name) ? line["limits"][name].toInteger() : std::nullopt;
}

catalog::Endpoint endpointOf(const Json &line)
{
    catalog::Endpoint endpoint{.upstreamModel = line["model"].toText()};
    endpoint.contextTokens = limitOf(line, "context_tokens");
    endpoint.maxOutputTokens = limitOf(line, "max_output_tokens");
    endpoint.leastThinkingTokens = limitOf(line, "least_thinking_tokens");
    endpoint.mostThinkingTokens = limitOf(line, "most_thinking_tokens");
    setNamed(catalog::CapabilityNames, line["can"], endpoint.capabilities);
    setNamed(catalog::RefusalNames, line["refuses"], endpoint.refuses);
    return endpoint;
}

Result<dialects::WireRequest> encoded(const Json &line)
{
    const catalog::Endpoint endpoint = endpointOf(line);
    catalog::Provider provider{.baseUrl = QUrl(u"https://api.example.com/v1"_s)};
    setNamed(catalog::QuirkNames, line["quirks"], provider.quirks);
    const QByteArray name = line["dialect"].toBytes();
    const Api *const api = apiNamed(name);
    if (api && api->embedding && line["request"].contains("input"))
        return encodeEmbedding(*api->embedding, embeddingOf(line["request"]), provider, endpoint);

    Json json = line["request"];
    json.set("model", "a/b");
    const auto request = chat::parseRequest(json);
    if (!request)
        return tl::unexpected(request.error());
    const auto dialect = catalog::dialectFromWireName(name);
    if (!dialect)
        return failure(Error::Kind::InvalidInput, u"There is no such dialect."_s);
    provider.dialect = *dialect;
    if (line["counts"].toBool() == true)
        return dialects::encodeTokenCount(*request, provider, endpoint);
    return dialects::clientDialect(*dialect)->encode(*request, provider, endpoint,
                                                     {.stream = line["streams"].toBool().value_or(false)});
}

QStringList writtenNotices(const Json &line)
{
    QStringList notices;
    for (const Json &notice : line["notices"].items())
        notices.append(notice.toText());
    notices.sort();
    return notices;
}

/// "dropped seed": what became of which member, without the sentence.
QStringList shortNotices(const QList<dialects::Notice> &notices)
{
    using Kind = dialects::Notice::Kind;
    QStringList all;
    for (const dialects::Notice &notice : notices) {
        const QString kind = notice.kind == Kind::Dropped ? u"dropped"_s
            : notice.kind == Kind::Translated             ? u"translated"_s
            : notice.kind == Kind::Clamped                ? u"clamped"_s
                                                          : u"told"_s;
        all.append(kind + u' ' + notice.path);
    }
    all.sort();
    return all;
}

/// The fields of all bodies that are written for an API.
QSet<QString> writtenFields(const QByteArray &api)
{
    QSet<QString> fields;
    for (const Json &line : writtenRequests()) {
        const QByteArray of = line["counts"].toBool() == true ? QByteArray("count_tokens") : line["dialect"].toBytes();
        if (of == api)
            fields += fieldPaths(line["body"], api.startsWith("gemini"));
    }
    return fields;
}

QString readmeOf(const Api &api)
{
    return u"core/dialects/%1/README.md"_s.arg(QLatin1StringView(api.folder));
}

} // namespace

/// Requests and the bodies that are sent for them, which were written by hand from the providers' documentation; and
/// that recorded requests have no field that neither is in one of them nor is known to be left out.
class TstWrittenRequests : public QObject
{
    Q_OBJECT

    static void addApis()
    {
        QTest::addColumn<QByteArray>("api");
        for (const Api &api : Apis)
            QTest::newRow(api.name) << QByteArray(api.name);
    }

private slots:
    void aRequestIsWrittenAsDocumented_data()
    {
        QTest::addColumn<Json>("line");
        for (const Json &line : writtenRequests())
            QTest::addRow("%s: %s", line["dialect"].toBytes().constData(), line["why"].toBytes().constData()) << line;
    }
    void aRequestIsWrittenAsDocumented()
    {
        QFETCH(Json, line);
        const auto wire = encoded(line);
        if (line.contains("refused")) {
            QVERIFY(!wire);
            QVERIFY2(wire.error().message.startsWith(line["refused"].toText()), qPrintable(wire.error().message));
            return;
        }
        QVERIFY2(wire, qPrintable(wire ? QString() : wire.error().message));
        QCOMPARE(differenceOf(parseJson(wire->body).value_or(Json()), line["body"]), QString());
        QCOMPARE(shortNotices(wire->notices).join(u", "_s), writtenNotices(line).join(u", "_s));
    }

    void everyDialectHasManyRequests_data()
    {
        QTest::addColumn<QByteArray>("dialect");
        for (const Api &api : Apis) {
            if (!api.embedding && QByteArrayView(api.name) != "count_tokens")
                QTest::newRow(api.name) << QByteArray(api.name);
        }
    }
    void everyDialectHasManyRequests()
    {
        QFETCH(QByteArray, dialect);
        const QList<Json> lines = writtenRequests();
        const auto whole = std::count_if(lines.begin(), lines.end(), [&dialect](const Json &line) {
            return line["dialect"].toBytes() == dialect && line["counts"].toBool() != true && line.contains("body");
        });
        QVERIFY2(whole >= 25, qPrintable(QString::number(whole)));
    }

    void everyRecordedFieldIsWrittenOrListed_data() { addApis(); }
    void everyRecordedFieldIsWrittenOrListed()
    {
        QFETCH(QByteArray, api);
        if (!hasRecordings())
            QSKIP(NoRecordings);
        const Api &of = *apiNamed(api);
        const QSet<QString> written = writtenFields(api);
        const QSet<QString> unsupported = unsupportedFields(readmeOf(of));
        QSet<QString> missing;
        for (const Exchange &exchange : readExchanges({qEnvironmentVariable("SIGNALBOX_TRAFFIC")}).all) {
            if (exchange.dialect != api || exchange.request.isEmpty())
                continue;
            const QSet<QString> paths = fieldPaths(*parseJson(exchange.request), api.startsWith("gemini"));
            for (const QString &path : paths) {
                if (!written.contains(path) && !isWithin(unsupported, path))
                    missing.insert(path);
            }
        }
        QStringList sorted = missing.values();
        sorted.sort();
        QVERIFY2(sorted.isEmpty(), qPrintable(sorted.join(u", "_s)));
    }

    void noFieldThatIsListedIsWritten_data() { addApis(); }
    void noFieldThatIsListedIsWritten()
    {
        QFETCH(QByteArray, api);
        const QSet<QString> written = writtenFields(api);
        const QSet<QString> listed = unsupportedFields(readmeOf(*apiNamed(api)));
        for (const QString &path : listed)
            QVERIFY2(!written.contains(path), qPrintable(path));
    }
};

static const bool tstWrittenRequests = sb::testing::add<TstWrittenRequests>();

#include "tst_written_requests.moc"
