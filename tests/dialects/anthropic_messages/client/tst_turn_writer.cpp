#include "core/dialects/anthropic_messages/client/turn_writer.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;
using dialects::Notice;
using dialects::Notices;
using dialects::anthropic::Turns;
using dialects::anthropic::TurnWriter;

namespace {

Result<Turns> written(const QByteArray &messages, Notices &notices)
{
    const auto request = chat::parseRequest(*parseJson(R"({"model":"m","messages":[)" + messages + "]}"));
    if (!request)
        return tl::unexpected(request.error());
    return TurnWriter(notices).write(request->messages);
}

QStringList paths(const Notices &notices)
{
    QStringList all;
    for (const Notice &notice : notices.all())
        all.append(notice.path);
    return all;
}

QByteArray user(const QByteArray &parts)
{
    return R"({"role":"user","content":[)" + parts + "]}";
}

} // namespace

class TstTurnWriter : public QObject
{
    Q_OBJECT

private slots:
    void messagesBecomeTurns_data()
    {
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QByteArray>("system");
        QTest::addColumn<QByteArray>("turns");
        QTest::addColumn<QStringList>("noticed");
        const auto row = [](const char *name, const QByteArray &messages, const QByteArray &system,
                            const QByteArray &turns, const QStringList &noticed = {}) {
            QTest::newRow(name) << messages << system << turns << noticed;
        };
        const QByteArray q = R"({"role":"user","content":"Q"})";
        const QByteArray call =
            R"({"role":"assistant","content":"I look.","tool_calls":[{"id":"call.1:0","type":"function",)"
            R"("function":{"name":"f","arguments":)"
            + Json(R"({"a": 1.0})").dump() + "}}]}";
        row("instructions stand apart", R"({"role":"system","content":"Be brief."},)" + q, R"("Be brief.")",
            "[" + q + "]");
        row("all of them, with their cache marks",
            R"({"role":"system","content":[{"type":"text","text":"A","cache_control":{"type":"ephemeral"}}]},)"
            R"({"role":"developer","content":"B"},)"
                + q,
            R"([{"type":"text","text":"A","cache_control":{"type":"ephemeral"}},{"type":"text","text":"B"}])",
            "[" + q + "]");
        row("instructions in the middle", q + R"(,{"role":"system","content":"Now in German."},)" + q,
            R"("Now in German.")",
            R"([{"role":"user","content":[{"type":"text","text":"Q"},{"type":"text","text":"Q"}]}])",
            {u"messages[1]"_s});
        row("nothing but instructions", R"({"role":"system","content":"Say hello."})", "null",
            R"([{"role":"user","content":"Say hello."}])", {u"messages"_s});
        row("neighbors of one role are one turn", q + "," + q + R"(,{"role":"assistant","content":"A"})", "null",
            R"([{"role":"user","content":[{"type":"text","text":"Q"},{"type":"text","text":"Q"}]},{"role":"assistant","content":"A"}])");
        row("what says nothing is left out", q + R"(,{"role":"assistant","content":"  "},)" + q, "null",
            R"([{"role":"user","content":[{"type":"text","text":"Q"},{"type":"text","text":"Q"}]}])");
        row("calls and their results",
            q + "," + call
                + R"(,{"role":"tool","tool_call_id":"call.1:0","content":"R"},{"role":"tool","tool_call_id":"call_2","content":""},)"
                + q,
            "null",
            "[" + q
                + R"(,{"role":"assistant","content":[{"type":"text","text":"I look."},{"type":"tool_use","id":"call_1_0","name":"f","input":{"a":1.0}}]},)"
                  R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"call_1_0","content":"R"},{"type":"tool_result","tool_use_id":"call_2"},{"type":"text","text":"Q"}]}])");
        row("a picture and a failure as results",
            q + R"(,{"role":"tool","tool_call_id":"t","is_error":true,"content":[{"type":"text","text":"See"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]})",
            "null",
            R"([{"role":"user","content":[{"type":"text","text":"Q"},{"type":"tool_result","tool_use_id":"t","content":[{"type":"text","text":"See"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}],"is_error":true}]}])");
        row("arguments that are no object",
            q + R"(,{"role":"assistant","content":null,"tool_calls":[{"id":"t","type":"function","function":{"name":"f","arguments":"1"}}]})",
            "null",
            "[" + q
                + R"(,{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"f","input":{"input":"1"}}]}])",
            {u"messages[1].tool_calls[0]"_s});
        row("signed thinking goes back first",
            q + R"(,{"role":"assistant","content":"A","reasoning":"R","reasoning_details":[{"type":"reasoning.text","text":"R","signature":"s","format":"anthropic-claude-v1","index":0},{"type":"reasoning.encrypted","data":"d","format":"anthropic-claude-v1"}]})",
            "null",
            "[" + q
                + R"(,{"role":"assistant","content":[{"type":"thinking","thinking":"R","signature":"s"},{"type":"redacted_thinking","data":"d"},{"type":"text","text":"A"}]}])");
        row("other models' reasoning does not",
            q + R"(,{"role":"assistant","content":"A","reasoning_details":[{"type":"reasoning.encrypted","data":"d","format":"openai-responses-v1"}]},)"
                + q + R"(,{"role":"assistant","content":"A","reasoning":"R"})",
            "null", "[" + q + R"(,{"role":"assistant","content":"A"},)" + q + R"(,{"role":"assistant","content":"A"}])",
            {u"messages[1].reasoning"_s, u"messages[3].reasoning"_s});
        row("an answer to go on from ends without blanks", q + R"(,{"role":"assistant","content":"The lever  "})",
            "null", "[" + q + R"(,{"role":"assistant","content":"The lever"}])", {u"messages[1]"_s});
        row("names", R"({"role":"user","name":"Ada","content":"Q"})", "null", "[" + q + "]", {u"messages[0].name"_s});
        row("a refusal is what the assistant said", q + R"(,{"role":"assistant","content":null,"refusal":"No."})",
            "null", "[" + q + R"(,{"role":"assistant","content":"No."}])");
    }
    void messagesBecomeTurns()
    {
        QFETCH(QByteArray, messages);
        Notices notices;
        const auto turns = written(messages, notices);
        QVERIFY2(turns, qPrintable(turns ? QString() : turns.error().message));
        QTEST(turns->system.dump(), "system");
        QTEST(turns->messages.dump(), "turns");
        QTEST(paths(notices), "noticed");
    }

    void partsBecomeBlocks_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<QStringList>("noticed");
        const auto row = [](const char *name, const QByteArray &part, const QByteArray &block,
                            const QStringList &noticed = {}) { QTest::newRow(name) << part << block << noticed; };
        const QByteArray address = "\"https://x.example/a.pdf\"";
        row("a text with its cache mark",
            R"({"type":"text","text":"T","cache_control":{"type":"ephemeral","ttl":"1h"}})",
            R"({"type":"text","text":"T","cache_control":{"type":"ephemeral","ttl":"1h"}})");
        row("a picture", R"({"type":"image_url","image_url":{"url":"data:image/webp;base64,AAAA","detail":"auto"}})",
            R"({"type":"image","source":{"type":"base64","media_type":"image/webp","data":"AAAA"}})");
        row("a picture by its address, looked at closely",
            R"({"type":"image_url","image_url":{"url":"https://x.example/a.png","detail":"high"}})",
            R"({"type":"image","source":{"type":"url","url":"https://x.example/a.png"}})",
            {u"messages[0].content[0].image_url.detail"_s});
        row("a PDF", R"({"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,JVBE"}})",
            R"({"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"JVBE"},"title":"a.pdf"})");
        row("a PDF by its address", R"({"type":"file","file":{"file_data":)" + address + "}}",
            R"({"type":"document","source":{"type":"url","url":)" + address + "}}");
        row("a text file", R"({"type":"file","file":{"file_data":"data:text/markdown;base64,KipIaSoq"}})",
            R"({"type":"document","source":{"type":"text","media_type":"text/plain","data":"**Hi**"}})");
        row("a picture as a file",
            R"({"type":"file","file":{"filename":"a.png","file_data":"data:image/png;base64,AAAA"}})",
            R"({"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}})");
        row("a file at the provider", R"({"type":"file","file":{"file_id":"file_1"}})",
            R"({"type":"document","source":{"type":"file","file_id":"file_1"}})");
        row("a block of the service", R"({"type":"container_upload","file_id":"file_1"})",
            R"({"type":"container_upload","file_id":"file_1"})");
    }
    void partsBecomeBlocks()
    {
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, block);
        Notices notices;
        const auto turns = written(user(part), notices);
        QVERIFY2(turns, qPrintable(turns ? QString() : turns.error().message));
        QCOMPARE(turns->messages.at(0)["content"].at(0).dump(), block);
        QTEST(paths(notices), "noticed");
    }

    void whatTheModelCannotTakeIsRefusedWithItsPath_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QString>("path");
        QTest::newRow("sound") << QByteArray(R"({"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}})")
                               << u"messages[0].content[0]: "_s;
        QTest::newRow("a picture of another kind")
            << QByteArray(R"({"type":"image_url","image_url":{"url":"data:image/tiff;base64,AAAA"}})")
            << u"messages[0].content[0].image_url.url: "_s;
        QTest::newRow("a file of another kind")
            << QByteArray(R"({"type":"file","file":{"file_data":"data:application/zip;base64,AAAA"}})")
            << u"messages[0].content[0].file.file_data: "_s;
        QTest::newRow("a part of another API")
            << QByteArray(R"({"type":"video_url","video_url":{"url":"x"}})") << u"messages[0].content[0].type: "_s;
    }
    void whatTheModelCannotTakeIsRefusedWithItsPath()
    {
        QFETCH(QByteArray, part);
        QFETCH(QString, path);
        Notices notices;
        const auto turns = written(user(part), notices);
        QVERIFY(!turns);
        QCOMPARE(turns.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(turns.error().message.startsWith(path), qPrintable(turns.error().message));
    }
};

static const bool tstTurnWriter = sb::testing::add<TstTurnWriter>();

#include "tst_turn_writer.moc"
