#include "core/dialects/openai_chat/server/answer_encoder.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;
using dialects::openai::ChatEncoder;

namespace {

QByteArrayList linesOf(const QByteArray &bytes)
{
    QByteArrayList lines;
    for (const QByteArray &line : bytes.split('\n')) {
        if (!line.isEmpty())
            lines.append(line);
    }
    return lines;
}

} // namespace

class TstAnswerEncoder : public QObject
{
    Q_OBJECT

private slots:
    void aStreamIsTheRoleTheContentTheReasonTheUsageAndTheMarker()
    {
        ChatEncoder encoder({.model = u"m"_s, .includeUsage = true});
        QByteArray bytes = encoder.encode(chat::Started{.id = u"c"_s, .model = u"m-1"_s});
        bytes += encoder.encode(chat::TextDelta{.text = u"Hi"_s});
        bytes += encoder.encode(chat::UsageReport{.usage = {.prompt = 3, .completion = 1}});
        bytes += encoder.encode(chat::Finished{.reason = chat::FinishReason::Length});
        bytes += encoder.finish();

        const QByteArray begin =
            R"(data: {"id":"c","object":"chat.completion.chunk","created":0,"model":"m-1","choices":[)";
        QCOMPARE(linesOf(bytes),
                 QByteArrayList({
                     begin + R"({"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]})",
                     begin + R"({"index":0,"delta":{"content":"Hi"},"finish_reason":null}]})",
                     begin + R"({"index":0,"delta":{},"finish_reason":"length"}]})",
                     begin + R"(],"usage":{"prompt_tokens":3,"completion_tokens":1,"total_tokens":4}})",
                     "data: [DONE]",
                 }));
    }

    void withoutIncludeUsageNoneIsSent()
    {
        ChatEncoder encoder({.model = u"m"_s});
        QVERIFY(encoder.encode(chat::UsageReport{.usage = {.prompt = 3}}).isEmpty());
        QVERIFY(!encoder.encode(chat::Finished{}).isEmpty());
        QCOMPARE(encoder.finish(), QByteArray("data: [DONE]\n\n"));
    }

    void aCutAnswerIsNotClosed()
    {
        ChatEncoder encoder({.model = u"m"_s, .includeUsage = true});
        QVERIFY(!encoder.encode(chat::TextDelta{.text = u"Half"_s}).isEmpty());
        QVERIFY(encoder.finish().isEmpty());
    }

    void contentWithoutAPlaceInTheFormatIsLeftOut()
    {
        ChatEncoder encoder({.model = u"m"_s});
        QVERIFY(encoder.encode(chat::OtherContent{.kind = "server_tool_use", .raw = Json::object()}).isEmpty());
    }
};

static const bool tstAnswerEncoder = sb::testing::add<TstAnswerEncoder>();

#include "tst_answer_encoder.moc"
