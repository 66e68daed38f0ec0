#include "core/dialects/model_list.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::dialects;
using catalog::DialectId;
using catalog::ListedModel;

class TstModelList : public QObject
{
    Q_OBJECT

private slots:
    void eachDialectAsksInItsOwnWay_data();
    void eachDialectAsksInItsOwnWay();
    void bedrocksListIsAtAnotherHost();
    void aProviderMayHaveItsListElsewhere();
    void everyFormOfListIsRead_data();
    void everyFormOfListIsRead();
    void limitsAreReadUnderTheNamesThatServersUse_data();
    void limitsAreReadUnderTheNamesThatServersUse();
    void modelsForOtherThingsThanChatAreMarked_data();
    void modelsForOtherThingsThanChatAreMarked();
    void whatIsNoListIsRefused_data();
    void whatIsNoListIsRefused();
};

void TstModelList::eachDialectAsksInItsOwnWay_data()
{
    QTest::addColumn<DialectId>("dialect");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("version");
    QTest::newRow("OpenAI") << DialectId::OpenAiChat << u"https://x.example/v1/models"_s << QByteArray();
    QTest::newRow("OpenAI responses") << DialectId::OpenAiResponses << u"https://x.example/v1/models"_s << QByteArray();
    QTest::newRow("OpenAI completions") << DialectId::OpenAiCompletions << u"https://x.example/v1/models"_s
                                        << QByteArray();
    QTest::newRow("Anthropic") << DialectId::AnthropicMessages << u"https://x.example/v1/models?limit=1000"_s
                               << QByteArray("2023-06-01");
    QTest::newRow("Gemini") << DialectId::GeminiGenerateContent << u"https://x.example/v1/models?pageSize=1000"_s
                            << QByteArray();
    QTest::newRow("Cohere") << DialectId::CohereChat << u"https://x.example/v1/v1/models?endpoint=chat&page_size=1000"_s
                            << QByteArray();
    QTest::newRow("Cohere, version 1") << DialectId::CohereV1Chat
                                       << u"https://x.example/v1/v1/models?endpoint=chat&page_size=1000"_s
                                       << QByteArray();
    QTest::newRow("Ollama") << DialectId::OllamaChat << u"https://x.example/v1/api/tags"_s << QByteArray();
    QTest::newRow("Bedrock") << DialectId::BedrockConverse << u"https://x.example/v1/foundation-models"_s
                             << QByteArray();
    QTest::newRow("Bedrock, bodies of the models")
        << DialectId::BedrockInvoke << u"https://x.example/v1/foundation-models"_s << QByteArray();
    QTest::newRow("Ollama, prompts") << DialectId::OllamaGenerate << u"https://x.example/v1/api/tags"_s << QByteArray();
}

void TstModelList::eachDialectAsksInItsOwnWay()
{
    QFETCH(DialectId, dialect);
    QFETCH(QString, url);
    QFETCH(QByteArray, version);
    const WireRequest wire = modelListRequest({.baseUrl = QUrl(u"https://x.example/v1"_s), .dialect = dialect});
    QCOMPARE(wire.method, QByteArray("GET"));
    QCOMPARE(wire.url.toString(), url);
    QVERIFY(wire.body.isEmpty());
    QCOMPARE((AnswerHead{.headers = wire.headers}.header("anthropic-version")), version);
}

void TstModelList::bedrocksListIsAtAnotherHost()
{
    const catalog::Provider provider{.baseUrl = QUrl(u"https://bedrock-runtime.eu-central-1.amazonaws.com"_s),
                                     .dialect = DialectId::BedrockInvoke};
    QCOMPARE(modelListRequest(provider).url, QUrl(u"https://bedrock.eu-central-1.amazonaws.com/foundation-models"_s));
}

// Written from the documentation of each server.
void TstModelList::aProviderMayHaveItsListElsewhere()
{
    const catalog::Provider provider{.baseUrl = QUrl(u"https://api.example/openai/v1"_s),
                                     .modelsPath = u"/catalog/models"_s};
    QCOMPARE(modelListRequest(provider).url, QUrl(u"https://api.example/openai/v1/catalog/models"_s));
}

void TstModelList::everyFormOfListIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("owner");
    const auto row = [](const char *name, QByteArray body, QStringList names, QString owner = {}) {
        QTest::newRow(name) << body << names << owner;
    };
    row("OpenAI", R"({"object":"list","data":[{"id":"gpt-5.4","object":"model","owned_by":"openai"}]})", {u"gpt-5.4"_s},
        u"openai"_s);
    row("Anthropic",
        R"({"data":[{"type":"model","id":"claude-haiku-4-5","display_name":"Claude Haiku"}],)"
        R"("has_more":false})",
        {u"claude-haiku-4-5"_s});
    row("Gemini", R"({"models":[{"name":"models/gemini-2.5-pro","displayName":"Gemini"}]})", {u"gemini-2.5-pro"_s});
    row("Cohere", R"({"models":[{"name":"command-a-03-2025","endpoints":["chat"],"context_length":288000}]})",
        {u"command-a-03-2025"_s});
    row("Bedrock",
        R"({"modelSummaries":[{"modelId":"amazon.nova-lite-v1:0","modelName":"Nova Lite","providerName":"Amazon",)"
        R"("outputModalities":["TEXT"]},{"modelId":"amazon.titan-image","outputModalities":["IMAGE"]}]})",
        {u"amazon.nova-lite-v1:0"_s, u"amazon.titan-image"_s});
    row("a bare list", R"([{"id":"a"},{"id":"b"}])", {u"a"_s, u"b"_s});
    row("a bare list of names", R"(["a","b"])", {u"a"_s, u"b"_s});
    row("Heroku", R"([{"model_id":"claude-4-6-sonnet","type":["text-to-text"]}])", {u"claude-4-6-sonnet"_s});
    row("Ollama's own", R"({"models":[{"name":"qwen3:32b","model":"qwen3:32b"}]})", {u"qwen3:32b"_s});
    row("llama.cpp, which sends both forms",
        R"({"models":[{"name":"phi.gguf"}],"object":"list","data":[{"id":"phi.gguf","owned_by":"llamacpp"}]})",
        {u"phi.gguf"_s}, u"llamacpp"_s);
    row("an empty list", R"({"object":"list","data":[]})", {});
    row("Ollama without a model", R"({"object":"list","data":null})", {});
    row("entries without a name are passed over", R"({"data":[{"object":"model"},7,null,{"id":"a"}]})", {u"a"_s});
}

void TstModelList::everyFormOfListIsRead()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, names);
    QFETCH(QString, owner);
    const auto models = readModelList(body);
    QVERIFY2(models.has_value(), models ? "" : qPrintable(models.error().message));
    QStringList read;
    for (const ListedModel &model : *models)
        read.append(model.upstreamModel);
    QCOMPARE(read, names);
    if (!owner.isEmpty())
        QCOMPARE(models->constFirst().ownedBy, owner);
}

void TstModelList::limitsAreReadUnderTheNamesThatServersUse_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<qint64>("context"); // 0: not said
    QTest::addColumn<qint64>("output");
    const auto row = [](const char *name, QByteArray members, qint64 context, qint64 output = 0) {
        QTest::newRow(name) << members << context << output;
    };
    row("OpenRouter", R"("context_length":262144,"top_provider":{"max_completion_tokens":65536})", 262144, 65536);
    row("Groq", R"("context_window":131072,"max_completion_tokens":32768)", 131072, 32768);
    row("vLLM", R"("max_model_len":8192)", 8192);
    row("LM Studio", R"("max_context_length":4096)", 4096);
    row("llama.cpp", R"("meta":{"n_ctx_train":131072})", 131072);
    row("Gemini", R"("inputTokenLimit":1048576,"outputTokenLimit":65536)", 1048576, 65536);
    row("a zero that says nothing", R"("max_input_tokens":0)", 0);
    row("a text", R"("context_length":"many")", 0);
}

void TstModelList::limitsAreReadUnderTheNamesThatServersUse()
{
    QFETCH(QByteArray, members);
    QFETCH(qint64, context);
    QFETCH(qint64, output);
    const auto models = readModelList("[{\"id\":\"m\"," + members + "}]");
    QVERIFY(models && models->size() == 1);
    QCOMPARE(models->constFirst().contextTokens.value_or(0), context);
    QCOMPARE(models->constFirst().maxOutputTokens.value_or(0), output);
}

void TstModelList::modelsForOtherThingsThanChatAreMarked_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<bool>("chat");
    QTest::newRow("a plain name") << QByteArray(R"({"id":"gpt-5.4-mini"})") << true;
    QTest::newRow("a name with a part that only looks so") << QByteArray(R"({"id":"imagine-chat"})") << true;
    QTest::newRow("embeddings by name") << QByteArray(R"({"id":"text-embedding-3-small"})") << false;
    QTest::newRow("speech by name") << QByteArray(R"({"id":"gpt-4o-mini-tts"})") << false;
    QTest::newRow("images by name") << QByteArray(R"({"id":"gpt-image-1"})") << false;
    QTest::newRow("Gemini's methods say chat")
        << QByteArray(R"({"name":"models/x-image","supportedGenerationMethods":["generateContent"]})") << true;
    QTest::newRow("Gemini's methods say embeddings")
        << QByteArray(R"({"name":"models/x","supportedGenerationMethods":["embedContent"]})") << false;
    QTest::newRow("OpenRouter's outputs say images")
        << QByteArray(R"({"id":"a/x","architecture":{"output_modalities":["image"]}})") << false;
    QTest::newRow("Heroku's type says ranking") << QByteArray(R"({"model_id":"x","type":["text-to-score"]})") << false;
}

void TstModelList::modelsForOtherThingsThanChatAreMarked()
{
    QFETCH(QByteArray, entry);
    QFETCH(bool, chat);
    const auto models = readModelList("{\"data\":[" + entry + "]}");
    QVERIFY(models && models->size() == 1);
    QCOMPARE(models->constFirst().answersChat, chat);
}

void TstModelList::whatIsNoListIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a web page") << QByteArray("<!doctype html><html></html>");
    QTest::newRow("an error object") << QByteArray(R"({"error":"Unexpected endpoint or method."})");
    QTest::newRow("a list that is an object") << QByteArray(R"({"data":{"id":"a"}})");
    QTest::newRow("a list that was cut") << QByteArray(R"({"data":[{"id":"a"},)");
    QTest::newRow("a number") << QByteArray("7");
}

void TstModelList::whatIsNoListIsRefused()
{
    QFETCH(QByteArray, body);
    QVERIFY(!readModelList(body).has_value());
}

static const bool tstModelList = sb::testing::add<TstModelList>();

#include "tst_model_list.moc"
