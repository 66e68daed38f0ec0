#include "core/chat/request.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::chat;

namespace {

Json body(QByteArray text)
{
    return *parseJson(text.replace('\'', '"'));
}

/// The request of that one message with these members.
Request read(const QByteArray &members)
{
    const auto request = parseRequest(body("{'model':'m','messages':[{'role':'user','content':'x'}]" + members + "}"));
    if (!request)
        qWarning("%s", qPrintable(request.error().message));
    return request.value_or(Request{});
}

Message message(const QByteArray &text)
{
    return parseMessage(body(text), u"m"_s).value_or(Message{});
}

} // namespace

class TstRequestReading : public QObject
{
    Q_OBJECT

private slots:
    void aStringIsOneTextPart()
    {
        const Message said = message("{'role':'user','content':'Hi'}");
        QVERIFY(said == Message::make(Role::User, u"Hi"_s));
        QCOMPARE(said.text(), u"Hi"_s);
    }

    void anEmptyStringIsNoPart()
    {
        QVERIFY(message("{'role':'assistant','content':''}") == Message::make(Role::Assistant, QString()));
    }

    void noContentAndNullAreToldApart()
    {
        const Message none = message("{'role':'assistant'}");
        QVERIFY(none.contentIsAbsent && !none.contentIsNull);
        const Message null = message("{'role':'assistant','content':null}");
        QVERIFY(null.contentIsNull && !null.contentIsAbsent);
    }

    void partsHaveTheirTypes()
    {
        const Message said = message("{'role':'user','content':[{'type':'text','text':'a'},{'type':'image_url',"
                                     "'image_url':{'url':'data:image/png;base64,AA==','detail':'low'}},{'type':'file',"
                                     "'file':{'filename':'f.pdf','file_data':'https://h/f'}},{'type':'input_audio',"
                                     "'input_audio':{'data':'BB==','format':'mp3'}},{'type':'video_url'},"
                                     "{'type':'text','text':'b'}]}");
        QCOMPARE(said.parts.size(), 6);
        QVERIFY(!said.contentIsString);
        QCOMPARE(said.text(), u"ab"_s);
        QVERIFY(said.parts[1] == Part(ImagePart{.url = "data:image/png;base64,AA==", .detail = u"low"_s}));
        QVERIFY(said.parts[2] == Part(FilePart{.filename = u"f.pdf"_s, .data = "https://h/f"}));
        QVERIFY(said.parts[3] == Part(AudioPart{.base64 = "BB==", .format = u"mp3"_s}));
        QVERIFY(said.parts[4] == Part(UnknownPart{.raw = body("{'type':'video_url'}")}));
    }

    void whatHasNoNameIsExtra()
    {
        const Message said = message("{'role':'user','content':[{'type':'image_url','image_url':{'url':'https://h',"
                                     "'x':1},'y':2}],'cache_control':{'type':'ephemeral'},'name':''}");
        const auto *image = std::get_if<ImagePart>(&said.parts.first());
        QVERIFY(image);
        QCOMPARE(image->extra.dump(), body("{'image_url':{'x':1},'y':2}").dump());
        QCOMPARE(said.extra.dump(), body("{'cache_control':{'type':'ephemeral'},'name':''}").dump());
    }

    void toolCallsKeepTheirArgumentsAsTheyWere()
    {
        const Message said =
            message("{'role':'assistant','content':null,'tool_calls':[{'id':'1','type':'function',"
                    "'function':{'name':'f','arguments':'{ \\\"a\\\":1.0 }'}},{'id':'2','type':'custom',"
                    "'custom':{'name':'g','input':'free'}}]}");
        QCOMPARE(said.toolCalls.size(), 2);
        QVERIFY(said.toolCalls[0] == (ToolCall{.id = u"1"_s, .name = u"f"_s, .arguments = u"{ \"a\":1.0 }"_s}));
        QVERIFY(said.toolCalls[1] == (ToolCall{.id = u"2"_s, .name = u"g"_s, .arguments = u"free"_s, .custom = true}));
    }

    void aToolThatIsNoFunctionIsKeptWhole()
    {
        const auto tools =
            parseTools(body("[{'type':'web_search','x':1},{'type':'function','function':{'name':'f'}}]"), u"tools"_s);
        QVERIFY(tools);
        QCOMPARE((*tools)[0].raw.dump(), body("{'type':'web_search','x':1}").dump());
        QVERIFY((*tools)[1] == Tool{.name = u"f"_s});
    }

    void toolChoicesHaveModes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("name");
        using Mode = ToolChoice::Mode;
        QTest::newRow("auto") << QByteArray("'auto'") << int(Mode::Auto) << QString();
        QTest::newRow("none") << QByteArray("'none'") << int(Mode::None) << QString();
        QTest::newRow("required") << QByteArray("'required'") << int(Mode::Required) << QString();
        QTest::newRow("named") << QByteArray("{'function':{'name':'f'},'type':'function'}") << int(Mode::Named)
                               << u"f"_s;
        QTest::newRow("other") << QByteArray("{'type':'allowed_tools'}") << int(Mode::Other) << QString();
    }
    void toolChoicesHaveModes()
    {
        QFETCH(QByteArray, text);
        const auto choice = read(",'tool_choice':" + text).toolChoice;
        QVERIFY(choice);
        QTEST(int(choice->mode), "mode");
        QTEST(choice->name, "name");
    }

    void aSchemaIsTheAnswersFormat()
    {
        const auto format = parseResponseFormat(
            body("{'type':'json_schema','json_schema':{'name':'n','strict':true,'schema':{'type':'object'}}}"), u"f"_s);
        QVERIFY(format);
        QVERIFY(format->kind == ResponseFormat::Kind::JsonSchema);
        QCOMPARE(format->name, u"n"_s);
        QCOMPARE(format->strict, std::optional(true));
        QCOMPARE(format->schema.dump(), body("{'type':'object'}").dump());
        QVERIFY(format->raw.isNull());
    }

    void aFormatThatSaysMoreIsUnderstoodAndKept()
    {
        const Json source = body("{'type':'json_object','x':1}");
        const auto format = parseResponseFormat(source, u"f"_s);
        QVERIFY(format);
        QVERIFY(format->kind == ResponseFormat::Kind::JsonObject);
        QVERIFY(format->raw == source);
    }

    void reasoningIsAskedForInManyWays_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<bool>("asked");
        QTest::newRow("an effort") << QByteArray(",'reasoning':{'effort':'low'}") << true;
        QTest::newRow("an effort field") << QByteArray(",'reasoning_effort':'high'") << true;
        QTest::newRow("a budget") << QByteArray(",'reasoning':{'max_tokens':1000}") << true;
        QTest::newRow("enabled") << QByteArray(",'reasoning':{'enabled':true}") << true;
        QTest::newRow("not enabled") << QByteArray(",'reasoning':{'enabled':false,'effort':'low'}") << false;
        QTest::newRow("no effort") << QByteArray(",'reasoning_effort':'none'") << false;
        QTest::newRow("only excluded") << QByteArray(",'reasoning':{'exclude':true}") << false;
    }
    void reasoningIsAskedForInManyWays()
    {
        QFETCH(QByteArray, members);
        const auto reasoning = read(members).reasoning;
        QVERIFY(reasoning);
        QTEST(reasoning->asked(), "asked");
    }

    void bothNamesOfTheTokenLimitAreRead()
    {
        const Request older = read(",'max_tokens':5");
        QCOMPARE(older.maxTokens, std::optional<qint64>(5));
        QVERIFY(!older.maxTokensIsCompletion);
        const Request newer = read(",'max_completion_tokens':6");
        QCOMPARE(newer.maxTokens, std::optional<qint64>(6));
        QVERIFY(newer.maxTokensIsCompletion);
    }

    void numbersKeepTheirSpelling()
    {
        const Request request = read(",'temperature':1.0,'top_p':1e-1,'top_k':40");
        QCOMPARE(request.temperature->literal, QByteArray("1.0"));
        QCOMPARE(request.topP->literal, QByteArray("1e-1"));
        QCOMPARE(request.topK->literal, QByteArray("40"));
        QVERIFY(!request.minP);
    }

    void oneStopAndManyAreLists()
    {
        QCOMPARE(read(",'stop':'a'").stop, QStringList{u"a"_s});
        QCOMPARE(read(",'stop':['a','b']").stop, (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(read(",'stop':null").stop.isEmpty());
    }

    void streamingIsOffUnlessAskedFor()
    {
        QVERIFY(!read("").stream);
        QVERIFY(!read(",'stream':false").stream);
        const Request request = read(",'stream':true,'stream_options':{'include_usage':true,'x':1}");
        QVERIFY(request.stream && request.includeUsage);
        QCOMPARE(request.extra.dump(), body("{'stream_options':{'x':1}}").dump());
    }

    void routersMembersAreRead()
    {
        const auto request = parseRequest(body("{'models':['a/b','c/d'],'messages':[{'role':'user','content':'x'}],"
                                               "'provider':{'only':['x']},'session_id':'s','user':'u','plugins':[1]}"));
        QVERIFY(request);
        QVERIFY(request->model.isEmpty());
        QCOMPARE(request->fallbackModels, (QStringList{u"a/b"_s, u"c/d"_s}));
        QCOMPARE(request->provider.dump(), body("{'only':['x']}").dump());
        QCOMPARE(request->sessionId, u"s"_s);
        QCOMPARE(request->user, u"u"_s);
        QCOMPARE(request->extra.dump(), body("{'plugins':[1]}").dump());
        QCOMPARE(request->keyOrder,
                 (QList<QByteArray>{"models", "messages", "provider", "session_id", "user", "plugins"}));
    }

    void theUsualOrderOfKeysNeedsNoLayout()
    {
        const Request request = read(",'stream':true");
        QVERIFY(request.layout.isNull());
        QVERIFY(request.messages.first().layout.isNull());
    }

    void aLayoutHoldsNoValues()
    {
        const Message said = message("{'content':[{'text':'secret','type':'text'}],'role':'user'}");
        QVERIFY(!said.layout.isNull());
        QVERIFY(!said.layout.dump().contains("secret"));
    }
};

static const bool tstRequestReading = sb::testing::add<TstRequestReading>();

#include "tst_request_reading.moc"
