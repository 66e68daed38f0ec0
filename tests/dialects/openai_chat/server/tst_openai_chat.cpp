#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;

class TstOpenAiChatServer : public QObject
{
    Q_OBJECT

    const dialects::ServerDialect &m_server = *dialects::serverDialect(catalog::DialectId::OpenAiChat);

private slots:
    void aRequestIsRead()
    {
        const auto served = m_server.decodeRequest(
            "/v1/chat/completions",
            R"({"model":"a/b","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"Hi"}]})");
        QVERIFY(served);
        QVERIFY(served->stream);
        QVERIFY(served->request.includeUsage);
        QCOMPARE(served->request.model, u"a/b"_s);
        QCOMPARE(served->request.messages.size(), 1);
    }

    void aBadRequestSaysWhereItIsWrong()
    {
        const auto broken = m_server.decodeRequest("/", "{");
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, Error::Kind::InvalidInput);
        const auto wrong = m_server.decodeRequest("/", R"({"model":"a/b","messages":[{"role":7,"content":"Hi"}]})");
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().message.startsWith(u"messages[0].role"), qPrintable(wrong.error().message));
    }

    void aWholeAnswerHasItsContentReasonAndUsage()
    {
        chat::Answer answer{.id = u"c"_s, .model = u"m"_s, .text = u"Hi"_s, .finish = chat::FinishReason::Stop};
        answer.usage = {.prompt = 10, .cacheRead = 4, .completion = 3, .reasoning = 1};
        const auto json = parseJson(m_server.encodeWhole({}, answer));
        QVERIFY(json);
        QCOMPARE((*json)["object"].toBytes(), QByteArray("chat.completion"));
        const Json &choice = (*json)["choices"].at(0);
        QCOMPARE(choice["message"].dump(), QByteArray(R"({"role":"assistant","content":"Hi","refusal":null})"));
        QCOMPARE(choice["finish_reason"].toBytes(), QByteArray("stop"));
        QCOMPARE(
            (*json)["usage"].dump(),
            QByteArray(
                R"({"prompt_tokens":10,"completion_tokens":3,"total_tokens":13,)"
                R"("prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":1}})"));
    }

    void usageThatIsNotKnownIsNotZero()
    {
        const auto json = parseJson(m_server.encodeWhole({}, {.text = u"Hi"_s}));
        QVERIFY(json);
        QVERIFY((*json)["usage"].isNull());
    }

    void anErrorHasTheProvidersWordsAndTheCommonOne()
    {
        const chat::ProviderError error{
            .type = chat::ErrorType::RateLimitExceeded, .code = u"slow"_s, .message = u"Wait."_s};
        QCOMPARE(m_server.encodeError(429, error),
                 QByteArray(R"({"error":{"message":"Wait.","type":"rate_limit_exceeded","param":null,"code":"slow",)"
                            R"("metadata":{"error_type":"rate_limit_exceeded"}}})"));
    }
};

static const bool tstOpenAiChatServer = sb::testing::add<TstOpenAiChatServer>();

#include "tst_openai_chat.moc"
