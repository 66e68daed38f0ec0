#include "core/engine/bound_reasoning.h"

#include "tests/catalog/cases.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::engine;
using sb::testing::quoted;

namespace {

chat::Request withDetails(const QByteArray &details)
{
    chat::Message answer = chat::Message::make(chat::Role::Assistant, u"Clear."_s);
    answer.reasoningDetails = *parseJson(quoted(details));
    chat::Request request;
    request.messages = {chat::Message::make(chat::Role::User, u"Clear?"_s), answer};
    return request;
}

UnboundRequest sentTo(const QString &endpointId, const QByteArray &details)
{
    static const catalog::Catalog catalog(
        {{.id = u"a"_s}, {.id = u"b"_s}},
        {{.id = u"a/m"_s, .providerId = u"a"_s, .modelId = u"openai/m"_s},
         {.id = u"b/m"_s, .providerId = u"b"_s, .modelId = u"openai/m"_s},
         {.id = u"a/claude"_s, .providerId = u"a"_s, .modelId = u"anthropic/claude"_s},
         {.id = u"b/claude"_s, .providerId = u"b"_s, .modelId = u"anthropic/claude"_s}});
    return forEndpoint(withDetails(details), *catalog.endpoint(endpointId), catalog);
}

} // namespace

class TstBoundReasoning : public QObject
{
    Q_OBJECT
private slots:
    void aBlockSaysWhoMadeIt()
    {
        const chat::Event marked = bound(
            chat::ReasoningOpaque{.block = *parseJson(quoted("{'type':'reasoning.encrypted','data':'x'}"))}, u"a/m"_s);
        QCOMPARE(std::get<chat::ReasoningOpaque>(marked).block[BoundTo].toText(), u"a/m"_s);
        QVERIFY(std::holds_alternative<chat::TextDelta>(bound(chat::TextDelta{.text = u"x"_s}, u"a/m"_s)));
    }

    void whatAnEndpointIsSentOfEarlierReasoning_data()
    {
        QTest::addColumn<QByteArray>("details");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<bool>("told");
        QTest::newRow("its own, as it was")
            << QByteArray("[{'type': 'reasoning.text', 'text': 'hm', 'signature': 's', 'bound_to': 'a/m'}]")
            << quoted("[{'type':'reasoning.text','text':'hm','signature':'s'}]") << false;
        QTest::newRow("another's text, without its signature")
            << QByteArray("[{'type': 'reasoning.text', 'text': 'hm', 'signature': 's', 'bound_to': 'b/m'}]")
            << quoted("[{'type':'reasoning.text','text':'hm'}]") << true;
        QTest::newRow("nothing that another encrypted")
            << QByteArray("[{'type': 'reasoning.encrypted', 'data': 'x', 'bound_to': 'b/m'}]") << QByteArray("null")
            << true;
        QTest::newRow("no signature alone")
            << QByteArray("[{'type': 'reasoning.text', 'signature': 's', 'bound_to': 'b/m'}]") << QByteArray("null")
            << true;
        QTest::newRow("another's summary, that nobody signed")
            << QByteArray("[{'type': 'reasoning.summary', 'summary': 'hm', 'bound_to': 'b/m'}]")
            << quoted("[{'type':'reasoning.summary','summary':'hm'}]") << false;
        QTest::newRow("what does not say whose it is")
            << QByteArray("[{'type': 'reasoning.encrypted', 'data': 'x'}]")
            << quoted("[{'type':'reasoning.encrypted','data':'x'}]") << false;
        QTest::newRow("of two only its own")
            << QByteArray("[{'type': 'reasoning.encrypted', 'data': 'x', 'bound_to': 'b/m'},"
                          " {'type': 'reasoning.encrypted', 'data': 'y', 'bound_to': 'a/m'}]")
            << quoted("[{'type':'reasoning.encrypted','data':'y'}]") << true;
    }
    void whatAnEndpointIsSentOfEarlierReasoning()
    {
        QFETCH(QByteArray, details);
        const UnboundRequest sent = sentTo(u"a/m"_s, details);
        QTEST(sent.request.messages[1].reasoningDetails.dump(), "sent");
        QTEST(!sent.notices.isEmpty(), "told");
    }

    void aCallSaysWhoSignedItAndGoesElsewhereWithoutThat()
    {
        const Json content = *parseJson(R"({"google": {"thought_signature": "c2ln"}})");
        chat::ToolCallDelta call{.id = u"1"_s, .name = u"look"_s};
        call.extra.set("extra_content", content);
        const auto marked = std::get<chat::ToolCallDelta>(bound(call, u"east/fox"_s));
        QCOMPARE(marked.extra[BoundTo].toText(), u"east/fox"_s);
        chat::ToolCallDelta plain{.id = u"2"_s, .name = u"look"_s};
        plain.extra.set("namespace", "n");
        QCOMPARE(bound(plain, u"east/fox"_s), chat::Event(plain));

        chat::Request request;
        chat::Message answer;
        answer.role = chat::Role::Assistant;
        answer.toolCalls = {{.id = u"1"_s, .name = u"look"_s, .extra = marked.extra}};
        request.messages = {answer};
        const UnboundRequest home = forEndpoint(request, {.id = u"east/fox"_s}, {});
        QCOMPARE(home.request.messages.constFirst().toolCalls.constFirst().extra, call.extra);
        QVERIFY(home.notices.isEmpty());
        const UnboundRequest away = forEndpoint(request, {.id = u"west/owl"_s}, {});
        QVERIFY(away.request.messages.constFirst().toolCalls.constFirst().extra["extra_content"].isNull());
        QVERIFY(!away.request.messages.constFirst().toolCalls.constFirst().extra.contains(BoundTo));
        QCOMPARE(away.notices.size(), 1);
        QCOMPARE(away.notices.constFirst().path, u"messages[0].tool_calls"_s);
    }

    void whatClaudeSignedIsGoodOnEveryPlatform()
    {
        const QByteArray details =
            "[{'type': 'reasoning.text', 'text': 'hm', 'signature': 's', 'bound_to': 'b/claude'}]";
        QCOMPARE(sentTo(u"a/claude"_s, details).request.messages[1].reasoningDetails.dump(),
                 quoted("[{'type':'reasoning.text','text':'hm','signature':'s'}]"));
        QVERIFY(!sentTo(u"a/m"_s, details).notices.isEmpty());
    }
};

static const bool tstBoundReasoning = sb::testing::add<TstBoundReasoning>();

#include "tst_bound_reasoning.moc"
