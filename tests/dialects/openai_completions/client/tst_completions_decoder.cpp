#include "core/dialects/dialect.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;

namespace {

Events decodedAs(const QByteArray &type, const QByteArray &body, const catalog::Quirks &quirks = {})
{
    const auto decoder =
        dialects::clientDialect(catalog::DialectId::OpenAiCompletions)->decoder(head(200, type), {.quirks = quirks});
    return decoded(*decoder, body);
}

QByteArray piece(const QByteArray &choice)
{
    return R"(data: {"id":"c","model":"m","choices":[{"index":0,)" + choice + "}]}\n\n";
}

const QByteArray Stream = "text/event-stream";
const QByteArray Done = "data: [DONE]\n\n";

} // namespace

class TstCompletionsDecoder : public QObject
{
    Q_OBJECT

private slots:
    void logProbabilitiesAreToldAsTheyCame()
    {
        const Events events = decodedAs(
            Stream, piece(R"("text":" a","logprobs":{"tokens":[" a"],"token_logprobs":[-0.5]},"finish_reason":null)"));
        const auto *other = std::get_if<chat::OtherContent>(&events.constLast());
        QVERIFY(other);
        QCOMPARE(other->kind, QByteArray("logprobs"));
        QCOMPARE(other->raw["token_logprobs"].at(0).numberLiteral(), QByteArray("-0.5"));
    }

    void onlyAReasonEndsAStream_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("declared"); // that reasons never come
        QTest::addColumn<bool>("ended");
        QTest::newRow("a reason") << piece(R"("text":"a","finish_reason":"stop")") << false << true;
        QTest::newRow("the marker alone") << piece(R"("text":"a","finish_reason":null)") + Done << false << false;
        QTest::newRow("the marker where no reason ever comes")
            << piece(R"("text":"a","finish_reason":null)") + Done << true << true;
        QTest::newRow("neither") << piece(R"("text":"a")") << false << false;
    }
    void onlyAReasonEndsAStream()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, declared);
        const chat::Answer answer = gathered(decodedAs(Stream, body, {.noFinishReason = declared}));
        QCOMPARE(answer.text, u"a"_s);
        QTEST(answer.finish.has_value(), "ended");
    }

    void usageThatIsRepeatedIsToldOnce()
    {
        const QByteArray usage = R"(data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":1}})"
                                 "\n\n";
        const Events events = decodedAs(Stream, piece(R"("text":"a","finish_reason":"stop")") + usage + usage + Done);
        const auto reports = std::count_if(events.begin(), events.end(), [](const chat::Event &event) {
            return std::holds_alternative<chat::UsageReport>(event);
        });
        QCOMPARE(reports, 1);
        QCOMPARE(gathered(events).usage.prompt, std::optional<qint64>(3));
    }

    void whatIsNoCompletionIsAnInvalidResponse_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no choices") << QByteArray(R"({"id":"c","choices":[]})");
        QTest::newRow("another document") << QByteArray(R"({"status":"ok"})");
        QTest::newRow("a list") << QByteArray("[1,2,3,4]");
    }
    void whatIsNoCompletionIsAnInvalidResponse()
    {
        QFETCH(QByteArray, body);
        const chat::Answer answer = gathered(decodedAs("application/json", body));
        QVERIFY(answer.error);
        QCOMPARE(answer.error->type, chat::ErrorType::InvalidResponse);
    }

    void aSentenceInsteadOfChoicesIsAnError()
    {
        const chat::Answer answer =
            gathered(decodedAs("application/json", R"({"detail":"Model m is overloaded, please try again later."})"));
        QVERIFY(answer.error);
        QVERIFY(answer.error->message.contains(u"overloaded"_s));
    }
};

static const bool tstCompletionsDecoder = sb::testing::add<TstCompletionsDecoder>();

#include "tst_completions_decoder.moc"
