#include "core/chat/request.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;

// No raw strings with quotes here: moc of Qt 6.4 loses its place in them. A single quote stands for a double one.
class TstRequestErrors : public QObject
{
    Q_OBJECT

private slots:
    void anErrorNamesItsPlaceAndWhatWasExpected_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("message");
        const auto row = [](QByteArray body, const QString &message) {
            QTest::newRow(qPrintable(message)) << body.replace('\'', '"') << message;
        };
        const auto member = [&](const QByteArray &text, const QString &message) {
            row("{'model':'m','messages':[{'role':'user','content':'x'}]," + text + "}", message);
        };
        const auto messages = [&](const QByteArray &text, const QString &message) {
            row("{'model':'m','messages':[" + text + "]}", message);
        };
        const auto part = [&](const QByteArray &text, const QString &message) {
            messages("{'role':'system','content':'s'},{'role':'user','content':[" + text + "]}", message);
        };

        row("[]", u"expected an object, got a list"_s);
        row("{'messages':[]}", u"model: expected a string, got nothing"_s);
        row("{'model':'','messages':[]}", u"model: expected a name, got an empty string"_s);
        row("{'model':5,'messages':[]}", u"model: expected a string, got a number"_s);
        row("{'model':'m'}", u"messages: expected a list of at least one message, got nothing"_s);
        row("{'model':'m','messages':[]}", u"messages: expected a list of at least one message, got a list"_s);
        row("{'model':'m','messages':{}}", u"messages: expected a list, got an object"_s);

        messages("'x'", u"messages[0]: expected an object, got a string"_s);
        messages("{'content':'x'}", u"messages[0].role: expected a string, got nothing"_s);
        messages("{'role':'function','content':'x'}",
                 u"messages[0].role: expected system, developer, user, assistant or tool, got “function”"_s);
        messages("{'role':'user'}", u"messages[0].content: expected a string or a list, got nothing"_s);
        messages("{'role':'user','content':null}", u"messages[0].content: expected a string or a list, got null"_s);
        messages("{'role':'assistant','content':1}",
                 u"messages[0].content: expected a string or a list, got a number"_s);
        messages("{'role':'user','content':'x','name':true}", u"messages[0].name: expected a string, got true"_s);
        messages("{'role':'tool','content':'x'}", u"messages[0].tool_call_id: expected a string, got nothing"_s);
        messages("{'role':'assistant','tool_calls':{}}", u"messages[0].tool_calls: expected a list, got an object"_s);
        messages("{'role':'assistant','tool_calls':[{'type':'function'}]}",
                 u"messages[0].tool_calls[0].function: expected an object, got nothing"_s);
        messages("{'role':'assistant','tool_calls':[{'function':{'name':'f','arguments':{}}}]}",
                 u"messages[0].tool_calls[0].function.arguments: expected a string, got an object"_s);
        messages("{'role':'assistant','tool_calls':[{'type':'x'}]}",
                 u"messages[0].tool_calls[0].type: expected “function” or “custom”"_s);
        messages("{'role':'assistant','tool_calls':[{'type':'custom','custom':{'name':'f'}}]}",
                 u"messages[0].tool_calls[0].custom.input: expected a string, got nothing"_s);
        messages("{'role':'assistant','reasoning_details':'x'}",
                 u"messages[0].reasoning_details: expected a list, got a string"_s);

        part("'x'", u"messages[1].content[0]: expected an object, got a string"_s);
        part("{'text':'x'}", u"messages[1].content[0].type: expected a string, got nothing"_s);
        part("{'type':'text','text':'a'},{'type':'text','text':null}",
             u"messages[1].content[1].text: expected a string, got null"_s);
        part("{'type':'image_url','image_url':'https://h'}",
             u"messages[1].content[0].image_url: expected an object, got a string"_s);
        part("{'type':'image_url','image_url':{'url':5}}",
             u"messages[1].content[0].image_url.url: expected an https: or data: URL, got a number"_s);
        part("{'type':'image_url','image_url':{}}",
             u"messages[1].content[0].image_url.url: expected an https: or data: URL, got nothing"_s);
        part("{'type':'image_url','image_url':{'url':'file:///etc/passwd'}}",
             u"messages[1].content[0].image_url.url: expected an https: or data: URL"_s);
        part("{'type':'image_url','image_url':{'url':'data:image/png,%89PNG'}}",
             u"messages[1].content[0].image_url.url: expected a data: URL in Base64"_s);
        part("{'type':'file','file':{'filename':'a'}}",
             u"messages[1].content[0].file.file_data: expected an https: or data: URL, got nothing"_s);
        part("{'type':'input_audio','input_audio':{'data':'AA=='}}",
             u"messages[1].content[0].input_audio.format: expected a string, got nothing"_s);

        member("'models':['a',1]", u"models[1]: expected a string, got a number"_s);
        member("'tools':{}", u"tools: expected a list, got an object"_s);
        member("'tools':[{'name':'f'}]", u"tools[0].type: expected a string, got nothing"_s);
        member("'tools':[{'type':'function','function':{'name':''}}]",
               u"tools[0].function.name: expected a name, got an empty string"_s);
        member("'tools':[{'type':'function','function':{'name':'f','parameters':[]}}]",
               u"tools[0].function.parameters: expected an object, got a list"_s);
        member("'tools':[{'type':'function','function':{'name':'f','strict':1}}]",
               u"tools[0].function.strict: expected true or false, got a number"_s);
        member("'tool_choice':'always'", u"tool_choice: expected auto, none, required or an object"_s);
        member("'tool_choice':{'type':'function'}", u"tool_choice.function: expected an object, got nothing"_s);
        member("'parallel_tool_calls':'no'", u"parallel_tool_calls: expected true or false, got a string"_s);
        member("'response_format':'json'", u"response_format: expected an object, got a string"_s);
        member("'response_format':{'type':'json_schema'}",
               u"response_format.json_schema: expected an object, got nothing"_s);
        member("'response_format':{'type':'json_schema','json_schema':{'schema':'x'}}",
               u"response_format.json_schema.schema: expected an object, got a string"_s);
        member("'reasoning':true", u"reasoning: expected an object, got true"_s);
        member("'reasoning':{'effort':'hgih'}",
               u"reasoning.effort: expected none, minimal, low, medium, high, xhigh or max, got “hgih”"_s);
        member("'reasoning':{'max_tokens':0}",
               u"reasoning.max_tokens: expected a whole number above 0, got a number"_s);
        member("'reasoning_effort':3", u"reasoning_effort: expected a string, got a number"_s);
        member("'reasoning':{'effort':'low'},'reasoning_effort':'high'",
               u"reasoning_effort: expected the same as in reasoning.effort, or none"_s);
        member("'max_tokens':'5'", u"max_tokens: expected a whole number above 0, got a string"_s);
        member("'max_tokens':-5", u"max_tokens: expected a whole number above 0, got a number"_s);
        member("'max_tokens':1.5", u"max_tokens: expected a whole number above 0, got a number"_s);
        member("'max_tokens':1,'max_completion_tokens':1",
               u"max_tokens: expected either this or max_completion_tokens"_s);
        member("'temperature':'hot'", u"temperature: expected a number, got a string"_s);
        member("'seed':1.5", u"seed: expected a whole number, got a number"_s);
        member("'stop':5", u"stop: expected a list, got a number"_s);
        member("'stop':['a',null]", u"stop[1]: expected a string, got null"_s);
        member("'stream':'true'", u"stream: expected true or false, got a string"_s);
        member("'stream_options':[]", u"stream_options: expected an object, got a list"_s);
        member("'stream_options':{'include_usage':1}",
               u"stream_options.include_usage: expected true or false, got a number"_s);
        member("'provider':'groq'", u"provider: expected an object, got a string"_s);
        member("'max_cost':true", u"max_cost: expected dollars such as \"0.01\", got true"_s);
        member("'max_cost':'much'", u"max_cost: expected dollars such as \"0.01\", got a string"_s);
        member("'max_cost':-1", u"max_cost: expected dollars such as \"0.01\", got a number"_s);
        member("'session_id':7", u"session_id: expected a string, got a number"_s);
    }
    void anErrorNamesItsPlaceAndWhatWasExpected()
    {
        QFETCH(QByteArray, body);
        const auto json = parseJson(body);
        QVERIFY2(json, body.constData());
        const auto request = chat::parseRequest(*json);
        QVERIFY(!request);
        QCOMPARE(request.error().kind, Error::Kind::InvalidInput);
        QTEST(request.error().message, "message");
    }

    void theFirstErrorIsTold()
    {
        const auto request = chat::parseRequest(*parseJson("{\"model\":1,\"messages\":2,\"stream\":3}"));
        QCOMPARE(request.error().message, u"model: expected a string, got a number"_s);
    }

    void partsOfARequestAreReadUnderTheirPath()
    {
        QCOMPARE(chat::parseMessage(Json(5), u"turns[3]"_s).error().message,
                 u"turns[3]: expected an object, got a number"_s);
        QCOMPARE(chat::parseTools(Json(5), u"tools"_s).error().message, u"tools: expected a list, got a number"_s);
        QCOMPARE(chat::parseTools(*parseJson("[7]"), u"set"_s).error().message,
                 u"set[0]: expected an object, got a number"_s);
        QCOMPARE(chat::parseResponseFormat(Json::object(), u"format"_s).error().message,
                 u"format.type: expected a string, got nothing"_s);
    }
};

static const bool tstRequestErrors = sb::testing::add<TstRequestErrors>();

#include "tst_request_errors.moc"
