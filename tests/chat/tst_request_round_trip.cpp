#include "core/base/random.h"
#include "core/chat/request.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <ctime>

using namespace sb;

namespace {

/// The same value with the keys of every object in another order.
Json shuffled(const Json &json, Random &random)
{
    if (json.isArray()) {
        Json::Array items;
        for (const Json &item : json.items())
            items.append(shuffled(item, random));
        return items;
    }
    if (!json.isObject())
        return json;
    Json::Object members;
    for (const auto &[key, value] : json.members())
        members.insert(qsizetype(random.below(quint64(members.size()) + 1)), {key, shuffled(value, random)});
    return members;
}

} // namespace

// No raw strings with quotes here: moc of Qt 6.4 loses its place in them. A single quote stands for a double one.
class TstRequestRoundTrip : public QObject
{
    Q_OBJECT

    static void addRequests()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, QByteArray body) { QTest::newRow(name) << body.replace('\'', '"'); };
        const auto around = [](const QByteArray &messages) {
            return QByteArray("{'model':'openai/gpt-4o','messages':[" + messages + "]}");
        };
        row("the smallest", around("{'role':'user','content':'Hi'}"));
        row("every role",
            around("{'role':'system','content':'a'},{'role':'developer','content':'b'},"
                   "{'role':'user','content':'c','name':'Ann'},{'role':'assistant','content':'d'}"));
        row("numbers as they were spelled",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'temperature':1.0,'top_p':1e-1,'top_k':4E1,"
            "'min_p':0.050,'frequency_penalty':-0,'presence_penalty':-0.0,'repetition_penalty':1e0,"
            "'seed':9007199254740993,'logit_bias':{'50256':-100.0},'metadata':{'n':12345678901234567890}}");
        row("keys in an unusual order",
            "{'temperature':0.70,'stream':true,'messages':[{'content':'x','role':'user'}],'zebra':1,'model':'m',"
            "'alpha':{'b':1,'a':2}}");
        row("tools",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'tools':[{'type':'function','function':{"
            "'name':'get','description':'d','parameters':{'type':'object','properties':{'z':{'type':'number',"
            "'minimum':0.0},'a':{'enum':[1.0,2]}},'required':['z'],'$defs':{}},'strict':true}},"
            "{'type':'function','function':{'name':'no_parameters'}}],'tool_choice':'auto','parallel_tool_calls':"
            "false}");
        row("tools with members of their own",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'tools':[{'type':'function','function':{"
            "'name':'get','description':'','parameters':null,'x':1},'cache_control':{'type':'ephemeral'}},"
            "{'type':'custom','custom':{'name':'sh','format':{'type':'text'}}},{'type':'web_search','max':3}]}");
        row("a named tool choice",
            "{'model':'m','messages':[{'role':'user','content':'x'}],"
            "'tool_choice':{'type':'function','function':{'name':'get'}}}");
        row("another tool choice",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'tool_choice':{'type':"
            "'allowed_tools','allowed_tools':{'mode':'auto','tools':[]}}}");
        row("a tool choice with more",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'tool_choice':{'type':"
            "'function','function':{'name':'get'},'disable_parallel_tool_use':true}}");
        row("tool calls and results",
            around("{'role':'assistant','content':null,'tool_calls':[{'id':'c1','type':'function','function':{"
                   "'name':'get','arguments':'{\\\"a\\\": 1.0}'}},{'id':'c2','type':'custom','custom':{'name':'sh',"
                   "'input':'ls'}}]},{'role':'tool','content':'ok','tool_call_id':'c1'},"
                   "{'role':'tool','tool_call_id':'c2','content':[{'type':'text','text':''}]},"
                   "{'role':'tool','tool_call_id':'','content':'without an id'}"));
        row("tool calls with members of their own",
            around("{'role':'assistant','tool_calls':[{'id':'c1','type':'function','function':{'name':'get',"
                   "'arguments':'','note':[]},'extra_content':{'google':{'thought_signature':'AA=='}},'index':0},"
                   "{'type':'function','function':{'name':'get','arguments':'{}'}}]}"));
        row("an assistant's content in every form",
            around("{'role':'assistant','content':''},{'role':'assistant','content':null},{'role':'assistant'},"
                   "{'role':'assistant','content':[]},{'role':'assistant','content':[{'type':'text','text':'x'}]},"
                   "{'role':'assistant','content':'x','refusal':null,'annotations':[],'audio':null,'tool_calls':[]},"
                   "{'role':'assistant','content':null,'refusal':'no'}"));
        row("pictures, files and sound",
            around("{'role':'user','content':[{'type':'text','text':'see'},{'type':'image_url','image_url':{'url':"
                   "'https://h/a.png','detail':'high'}},{'type':'image_url','image_url':{'url':"
                   "'data:image/png;base64,iVBORw0KGgo='}},{'type':'file','file':{'filename':'a.pdf','file_data':"
                   "'data:application/pdf;base64,JVBERi0='}},{'type':'file','file':{'file_id':'f-1'}},{'type':'file',"
                   "'file':{'filename':'b.pdf','file_data':'https://h/b.pdf'}},{'type':'input_audio','input_audio':{"
                   "'data':'UklGRg==','format':'wav'}},{'type':'video_url','video_url':{'url':'https://h/v.mp4'}}]}"));
        row("parts with members of their own",
            around("{'role':'user','content':[{'type':'text','text':'x','cache_control':{'type':'ephemeral','ttl':"
                   "'1h'}},{'type':'image_url','image_url':{'url':'https://h/a.png','detail':'','x':{'y':1}},'z':2},"
                   "{'type':'input_audio','input_audio':{'data':'','format':'wav','x':1}}],'cache_control':null}"));
        row("OpenRouter's routing",
            "{'models':['a/b','c/d:floor'],'messages':[{'role':'user','content':'x'}],'provider':{'sort':'price',"
            "'order':['x','y'],'max_price':{'prompt':0.50,'completion':1}},'session_id':'s-1','user':'u',"
            "'plugins':[{'id':'web','max_results':5}],'transforms':['middle-out'],'route':'fallback',"
            "'usage':{'include':true}}");
        row("a limit of its cost as a number",
            "{'model':'m','max_cost':0.010,'messages':[{'role':'user','content':'x'}]}");
        row("a limit of its cost as a text",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'max_cost':'0.5'}");
        row("no limit of its cost", "{'model':'m','messages':[{'role':'user','content':'x'}],'max_cost':null}");
        row("reasoning",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'reasoning':{'effort':'xhigh',"
            "'max_tokens':2000,'enabled':true,'exclude':true,'summary':'auto'}}");
        row("reasoning that says little",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'reasoning':{"
            "'exclude':false,'effort':null}}");
        row("an empty reasoning", "{'model':'m','messages':[{'role':'user','content':'x'}],'reasoning':{}}");
        row("reasoning effort",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'reasoning_effort':'minimal'}");
        row("reasoning in both ways",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'reasoning_effort':'low',"
            "'reasoning':{'effort':'low','exclude':true}}");
        row("reasoning in two halves",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'reasoning':{"
            "'exclude':true},'reasoning_effort':'low'}");
        row("reasoning details",
            around("{'role':'assistant','content':'a','reasoning':'r','reasoning_details':[{'type':'reasoning.text',"
                   "'text':'r','signature':'s','format':'anthropic-claude-v1','index':0},{'type':"
                   "'reasoning.encrypted','data':'AA==','id':null}]},{'role':'assistant','content':'b',"
                   "'reasoning_content':'c'}"));
        row("response formats",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'response_format':{'type':"
            "'json_schema','json_schema':{'name':'n','description':'d','schema':{'type':'object',"
            "'additionalProperties':false,'minProperties':1.0},'strict':true}}}");
        row("a response format with more",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'response_format':{"
            "'type':'json_object','json_schema':{'type':'object'}}}");
        row("another response format",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'response_format':{"
            "'type':'grammar','syntax':'lark'}}");
        row("limits",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'max_completion_tokens':100,'n':1,"
            "'stop':['a','b'],'logprobs':true,'top_logprobs':5}");
        row("one stop", "{'model':'m','messages':[{'role':'user','content':'x'}],'max_tokens':7,'stop':'END'}");
        row("streaming",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'stream':true,'stream_options':{"
            "'include_usage':true,'include_obfuscation':false}}");
        row("no streaming",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'stream':false,'stream_options':{"
            "'include_usage':false}}");
        row("members that say nothing",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'max_tokens':null,'stop':null,'temperature':null,"
            "'stream':null,'tools':[],'tool_choice':null,'response_format':null,'user':'','provider':null,'seed':null,"
            "'logprobs':false,'stream_options':null,'reasoning':null,'models':[]}");
        row("legacy functions",
            "{'model':'m','messages':[{'role':'user','content':'x'}],'functions':[{'name':'f',"
            "'parameters':{}}],'function_call':'auto'}");
        row("any language", around("{'role':'user','content':'\xEF\xBB\xBF日本語 😀 \\n\\u0000'}"));
    }

private slots:
    void whatIsReadIsWrittenAgainByteForByte_data() { addRequests(); }
    void whatIsReadIsWrittenAgainByteForByte()
    {
        QFETCH(QByteArray, body);
        const auto request = chat::parseRequest(*parseJson(body));
        QVERIFY2(request, request ? "" : qPrintable(request.error().message));
        QCOMPARE(chat::toJson(*request).dump(), body);
    }

    void anyOrderOfAnyKeysIsKept_data() { addRequests(); }
    void anyOrderOfAnyKeysIsKept()
    {
        QFETCH(QByteArray, body);
        const Json source = *parseJson(body);
        SeededRandom random(11);
        for (int i = 0; i < 20; ++i) {
            const Json other = shuffled(source, random);
            const auto request = chat::parseRequest(other);
            QVERIFY2(request, request ? "" : qPrintable(request.error().message));
            QCOMPARE(chat::toJson(*request).dump(), other.dump());
        }
    }

    void readingWhatWasWrittenGivesTheSameRequest_data() { addRequests(); }
    void readingWhatWasWrittenGivesTheSameRequest()
    {
        QFETCH(QByteArray, body);
        const auto once = chat::parseRequest(*parseJson(body));
        QVERIFY(once);
        const auto twice = chat::parseRequest(chat::toJson(*once));
        QVERIFY(twice);
        QVERIFY(*once == *twice);
    }

    void aChangedRequestKeepsTheOrderOfTheRest()
    {
        const Json source =
            *parseJson("{\"stream\":false,\"max_tokens\":null,\"messages\":[{\"content\":\"x\",\"role\":\"user\"}],"
                       "\"model\":\"m\",\"zebra\":1}");
        auto request = chat::parseRequest(source);
        QVERIFY(request);
        request->maxTokens = 5;
        request->stream = true;
        request->topP = Json::Number{"0.90"};
        request->messages.append(chat::Message::make(chat::Role::Assistant, QStringLiteral("y")));
        QCOMPARE(chat::toJson(*request).dump(),
                 QByteArray("{\"stream\":true,\"max_tokens\":5,\"messages\":[{\"content\":\"x\",\"role\":\"user\"},"
                            "{\"role\":\"assistant\",\"content\":\"y\"}],\"model\":\"m\",\"zebra\":1,\"top_p\":0.90}"));
    }

    void aRequestMadeByHandHasAnOrder()
    {
        chat::Request request;
        request.model = QStringLiteral("auto");
        request.messages.append(chat::Message::make(chat::Role::User, QStringLiteral("Hi")));
        request.stream = true;
        request.includeUsage = true;
        request.maxTokens = 9;
        request.tools.append(chat::Tool{.name = QStringLiteral("f")});
        QCOMPARE(chat::toJson(request).dump(),
                 QByteArray("{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"tools\":[{"
                            "\"type\":\"function\",\"function\":{\"name\":\"f\"}}],\"max_tokens\":9,\"stream\":true,"
                            "\"stream_options\":{\"include_usage\":true}}"));
    }

    void aLargeRequestTakesLittleTime()
    {
        QByteArray body = "{\"model\":\"m\",\"messages\":[";
        while (body.size() < 200'000)
            body += "{\"content\":\"" + QByteArray("word \\n").repeated(60) + "\",\"role\":\"user\"},";
        body.chop(1);
        body += "]}";
        const std::clock_t start = std::clock();
        const auto request = chat::parseRequest(*parseJson(body));
        QCOMPARE(chat::toJson(*request).dump(), body);
        // Some 10 ms without optimization; square time would be seconds.
        const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC; // of this process: others may be busy
        QVERIFY2(seconds < 0.5, qPrintable(QString::number(seconds)));
    }
};

static const bool tstRequestRoundTrip = sb::testing::add<TstRequestRoundTrip>();

#include "tst_request_round_trip.moc"
