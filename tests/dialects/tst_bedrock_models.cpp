#include "core/dialects/bedrock_models.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::dialects::bedrock;
using namespace Qt::StringLiterals;

class TstBedrockModels : public QObject
{
    Q_OBJECT

private slots:
    void aFamilyIsKnownByTheId_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("family");
        const auto row = [](const char *id, Family family, const QString &model = {}) {
            QTest::newRow(id) << QString::fromLatin1(id) << model << int(family);
        };
        row("anthropic.claude-3-haiku-20240307-v1:0", Family::Claude);
        row("us.anthropic.claude-sonnet-4-5-20250929-v1:0", Family::Claude);
        row("global.anthropic.claude-opus-4-6-v1", Family::Claude);
        row("eu.amazon.nova-lite-v1:0", Family::Nova);
        row("amazon.nova-2-multimodal-embeddings-v1:0", Family::NovaEmbedding);
        row("amazon.titan-text-express-v1", Family::Titan);
        row("amazon.titan-embed-text-v2:0", Family::TitanEmbedding);
        row("meta.llama2-70b-chat-v1", Family::Llama2);
        row("apac.meta.llama3-2-3b-instruct-v1:0", Family::Llama3);
        row("us.meta.llama4-maverick-17b-instruct-v1:0", Family::Llama4);
        row("mistral.mistral-7b-instruct-v0:2", Family::MistralInstruct);
        row("mistral.mistral-large-2402-v1:0", Family::MistralInstruct);
        row("mistral.mistral-large-2407-v1:0", Family::MistralChat);
        row("us.mistral.pixtral-large-2502-v1:0", Family::MistralChat);
        row("cohere.command-text-v14", Family::Command);
        row("cohere.command-r-plus-v1:0", Family::CommandR);
        row("us.cohere.embed-v4:0", Family::CohereEmbedding);
        row("ai21.j2-ultra-v1", Family::Jurassic);
        row("ai21.jamba-1-5-large-v1:0", Family::Jamba);
        row("us.deepseek.r1-v1:0", Family::DeepSeekR1);
        row("deepseek.v3-v1:0", Family::OpenWeights);
        row("openai.gpt-oss-120b-1:0", Family::OpenWeights);
        row("does-not-exist", Family::OpenWeights);
        row("arn:aws:bedrock:us-east-1:012345678901:inference-profile/us.anthropic.claude-3-7-sonnet-20250219-v1:0",
            Family::Claude);
        row("arn:aws:bedrock:us-east-1::foundation-model/meta.llama3-70b-instruct-v1:0", Family::Llama3);
        row("arn:aws:bedrock:us-east-1:012345678901:custom-model/amazon.nova-lite-v1:0:300k/abcdefghijkl",
            Family::Nova);
        row("arn:aws:bedrock:us-east-1:012345678901:application-inference-profile/abcdefghijkl", Family::Claude,
            u"anthropic/claude-sonnet-4.5"_s);
        row("arn:aws:bedrock:us-east-1:012345678901:provisioned-model/abcdefghijkl", Family::Llama3,
            u"meta-llama/llama-3.3-70b-instruct"_s);
        row("arn:aws:bedrock:us-east-1:012345678901:imported-model/abcdefghijkl", Family::OpenWeights, u"me/mine"_s);
    }
    void aFamilyIsKnownByTheId()
    {
        QFETCH(QString, id);
        QFETCH(QString, model);
        QTEST(int(familyOf({.modelId = model, .upstreamModel = id})), "family");
    }

    void theIdIsOneStepOfThePath_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("a plain id") << u"https://x.example"_s << u"amazon.titan-text-express-v1"_s
                                    << QByteArray("https://x.example/model/amazon.titan-text-express-v1/converse");
        QTest::newRow("a version behind a colon")
            << u"https://x.example"_s << u"amazon.nova-lite-v1:0"_s
            << QByteArray("https://x.example/model/amazon.nova-lite-v1%3A0/converse");
        QTest::newRow("an ARN") << u"https://x.example"_s << u"arn:aws:bedrock:r:1:inference-profile/us.a.b-v1:0"_s
                                << QByteArray("https://x.example/model/"
                                              "arn%3Aaws%3Abedrock%3Ar%3A1%3Ainference-profile%2Fus.a.b-v1%3A0/"
                                              "converse");
        QTest::newRow("a base URL with a path") << u"https://x.example:8443/a%2Fb/c"_s << u"m:0"_s
                                                << QByteArray("https://x.example:8443/a%2Fb/c/model/m%3A0/converse");
        QTest::newRow("what would be a query")
            << u"https://x.example"_s << u"a?b#c%3A"_s << QByteArray("https://x.example/model/a%3Fb%23c%253A/converse");
    }
    void theIdIsOneStepOfThePath()
    {
        QFETCH(QString, base);
        QFETCH(QString, model);
        QTEST(operationUrl(QUrl(base), model, "converse"_L1).toEncoded(), "url");
    }

    void notAllAnswerInPieces()
    {
        QVERIFY(streams(Family::Claude));
        QVERIFY(streams(Family::OpenWeights));
        QVERIFY(!streams(Family::Jurassic));
        QVERIFY(!streams(Family::TitanEmbedding));
    }
};

static const bool tstBedrockModels = sb::testing::add<TstBedrockModels>();

#include "tst_bedrock_models.moc"
