#include "core/profile/conversation.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;

class TstConversation final : public QObject
{
    Q_OBJECT
private slots:
    void everythingComesBackFromItsFile();
    void membersOfANewerVersionAreKept();
    void anOlderFileCountsItsPrompts();
    void aBrokenFileSaysWhere_data();
    void aBrokenFileSaysWhere();
    void resultsFollowTheCallThatAskedForThem();
    void whatThePaneShowsIsSent_data();
    void whatThePaneShowsIsSent();
    void imagesOfAPromptWithoutAnAnswerAreSent();
    void callsThatGotNoResultAreNamed();
    void anExportHasRefusalsAndReasoning();
    void promptsAreCountedOverAllPanes();
    void anExportNamesCallsAndResults();
    void aTitleEndsAtAWord_data();
    void aTitleEndsAtAWord();
    void whatHoldsSomethingIsNotBlank_data();
    void whatHoldsSomethingIsNotBlank();
};

namespace {

Turn asked(int prompt, const QString &text, const QString &answer = {})
{
    Turn turn{.user = chat::Message::make(chat::Role::User, text), .prompt = prompt};
    if (!answer.isEmpty())
        turn.answer = chat::Message::make(chat::Role::Assistant, answer);
    return turn;
}

Turn calling(int prompt, const QString &text)
{
    Turn turn = asked(prompt, text);
    turn.answer.role = chat::Role::Assistant;
    turn.answer.contentIsNull = true;
    turn.answer.toolCalls = {{.id = u"call_1"_s, .name = u"weather"_s, .arguments = u"{\"city\":\"Bern\"}"_s}};
    return turn;
}

Turn resulting(const QString &result, const QString &answer = {})
{
    Turn turn = asked(0, {}, answer);
    turn.user = {};
    chat::Message message = chat::Message::make(chat::Role::Tool, result);
    message.toolCallId = u"call_1"_s;
    message.name = u"weather"_s;
    turn.results = {message};
    return turn;
}

QStringList rolesOf(const PaneState &pane, qsizetype turn)
{
    const auto request = requestFor({.id = u"c"_s, .systemPrompt = u"Be short."_s}, pane, turn);
    QStringList roles;
    if (!request)
        return {request.error().message};
    for (const chat::Message &message : request->messages)
        roles.append(QString::fromLatin1(chat::toWireName(message.role)) + u':' + message.text());
    return roles;
}

} // namespace

namespace {

Result<Conversation> toJsonAndBack(const Conversation &conversation)
{
    return parseJson(toJson(conversation).dumpIndented()).and_then(parseConversation);
}

} // namespace

void TstConversation::everythingComesBackFromItsFile()
{
    Turn turn = calling(1, u"Weather?"_s);
    turn.end = "complete";
    turn.servedModel = u"a/b"_s;
    turn.servedProvider = u"a"_s;
    turn.recordSeq = 7;
    turn.practice = true;
    turn.candidates = 3;
    turn.firstContentMs = 610;
    turn.latencyMs = 2300;
    turn.inputTokens = 41;
    turn.outputTokens = 312;
    turn.notices = {u"seed is not sent"_s};
    turn.cost = *parseJson(R"({"kind": "computed", "amount": "0.00056"})");
    turn.route = *parseJson(R"([{"endpoint": "a/b", "tries": 1, "ms": 0}])");
    const Conversation conversation{.id = u"abc-1"_s,
                                    .title = u"Weather"_s,
                                    .createdAt = fromMilliseconds(1000),
                                    .changedAt = fromMilliseconds(2000),
                                    .systemPrompt = u"Be short."_s,
                                    .panes = {{.target = u"a/b"_s,
                                               .turns = {turn, resulting(u"rain"_s, u"It rains."_s)},
                                               .parameters = *parseJson(R"({"seed": 1})")},
                                              {.target = u"chain/sample"_s}},
                                    .parameters = *parseJson(R"({"temperature": 0.70})"),
                                    .draft = u"And tomo"_s,
                                    .draftImages = {"data:image/png;base64,AAAA"},
                                    .tools = *parseJson(R"([{"type": "function", "function": {"name": "weather"}}])"),
                                    .responseFormat = *parseJson(R"({"type": "json_object"})")};
    const auto read = parseJson(toJson(conversation).dump()).and_then(parseConversation);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(toJson(*read).dump(), toJson(conversation).dump());
}

void TstConversation::membersOfANewerVersionAreKept()
{
    const Json json = *parseJson(R"({"format": 1, "id": "a", "panes": [], "stars": 5})");
    const auto read = parseConversation(json);
    QVERIFY(read);
    QCOMPARE(toJson(*read)["stars"].toInteger(), std::optional<qint64>(5));
}

void TstConversation::anOlderFileCountsItsPrompts()
{
    const auto read = parseConversation(*parseJson(
        R"({"format": 1, "id": "a", "panes": [{"target": "a/b", "turns": [{"user": {"role": "user", "content": "x"}},
            {"user": {"role": "user", "content": "y"}}]}]})"));
    QVERIFY(read);
    QCOMPARE(promptsOf(read->panes), (QList<int>{1, 2}));
}

void TstConversation::aBrokenFileSaysWhere_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("not an object") << QByteArray("[]") << u"expected a conversation"_s;
    QTest::newRow("of a newer program") << QByteArray(R"({"format": 2})") << u"format: expected 1, got 2"_s;
    QTest::newRow("without an id") << QByteArray(R"({"format": 1, "panes": []})") << u"id: expected a name"_s;
    QTest::newRow("five panes") << QByteArray(R"({"format": 1, "id": "a", "panes": [{}, {}, {}, {}, {}]})")
                                << u"panes: expected a list of 1 to 4"_s;
    QTest::newRow("a turn without its message")
        << QByteArray(R"({"format": 1, "id": "a", "panes": [{"turns": [{"user": {"role": "guest"}}]}]})")
        << u"panes[0].turns[0].user.role"_s;
    QTest::newRow("a result that is none") << QByteArray(
        R"({"format": 1, "id": "a", "panes": [{"turns": [{"user": {"role": "user", "content": ""}, "results": [5]}]}]})")
                                           << u"panes[0].turns[0].results[0]"_s;
}

void TstConversation::aBrokenFileSaysWhere()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto read = parseConversation(*parseJson(json));
    QVERIFY(!read);
    QVERIFY2(read.error().message.startsWith(says), qPrintable(read.error().message));
}

void TstConversation::resultsFollowTheCallThatAskedForThem()
{
    const PaneState pane{.target = u"a/b"_s, .turns = {calling(1, u"Weather?"_s), resulting(u"rain"_s)}};
    QCOMPARE(rolesOf(pane, 1),
             (QStringList{u"system:Be short."_s, u"user:Weather?"_s, u"assistant:"_s, u"tool:rain"_s}));
}

void TstConversation::whatThePaneShowsIsSent_data()
{
    QTest::addColumn<QList<Turn>>("turns");
    QTest::addColumn<QStringList>("roles");
    QTest::newRow("no answer came") << QList<Turn>{asked(1, u"a"_s), asked(2, u"b"_s)}
                                    << QStringList{u"system:Be short."_s, u"user:a\n\nb"_s};
    QTest::newRow("a call got no result") << QList<Turn>{calling(1, u"a"_s), asked(2, u"b"_s)}
                                          << QStringList{u"system:Be short."_s, u"user:a"_s, u"assistant:"_s,
                                                         u"tool:No result was given."_s, u"user:b"_s};
    QTest::newRow("no answer came to a result")
        << QList<Turn>{calling(1, u"a"_s), resulting(u"rain"_s), asked(2, u"b"_s)}
        << QStringList{u"system:Be short."_s, u"user:a"_s, u"assistant:"_s, u"tool:rain"_s, u"user:b"_s};
    Turn broken = calling(1, u"a"_s);
    broken.answer.toolCalls.first().arguments = u"{\"city\":\"Ber"_s;
    QTest::newRow("a call broke off") << QList<Turn>{broken, asked(2, u"b"_s)}
                                      << QStringList{u"system:Be short."_s, u"user:a\n\nb"_s};
    QTest::newRow("an answer came") << QList<Turn>{asked(1, u"a"_s, u"A"_s), asked(2, u"b"_s)}
                                    << QStringList{u"system:Be short."_s, u"user:a"_s, u"assistant:A"_s, u"user:b"_s};
}

void TstConversation::whatThePaneShowsIsSent()
{
    QFETCH(QList<Turn>, turns);
    QTEST(rolesOf({.target = u"a/b"_s, .turns = turns}, turns.size() - 1), "roles");
}

void TstConversation::imagesOfAPromptWithoutAnAnswerAreSent()
{
    Turn shown = asked(1, u"What is this?"_s);
    shown.user.parts.append(chat::ImagePart{.url = "data:image/png;base64,AAAA"});
    shown.user.contentIsString = false;
    const auto request = requestFor({.id = u"c"_s}, {.target = u"a/b"_s, .turns = {shown, asked(2, u"Well?"_s)}}, 1);
    QVERIFY(request);
    QCOMPARE(request->messages.size(), 1);
    const QList<chat::Part> &parts = request->messages.constFirst().parts;
    QCOMPARE(parts.size(), 3);
    QVERIFY(std::holds_alternative<chat::ImagePart>(parts[1]));
    QCOMPARE(std::get<chat::TextPart>(parts[2]).text, u"Well?"_s);
}

void TstConversation::callsThatGotNoResultAreNamed()
{
    const PaneState pane{.turns = {calling(1, u"a"_s), asked(2, u"b"_s), calling(3, u"c"_s), resulting(u"rain"_s)}};
    QCOMPARE(callsWithoutResult(pane, 0), QStringList());
    QCOMPARE(callsWithoutResult(pane, 1), QStringList{u"weather"_s});
    QCOMPARE(callsWithoutResult(pane, 3), QStringList{u"weather"_s});
}

void TstConversation::anExportHasRefusalsAndReasoning()
{
    Turn refused = asked(1, u"a"_s);
    refused.answer.role = chat::Role::Assistant;
    refused.answer.refusal = u"I cannot do that."_s;
    refused.answer.reasoning = u"Is it allowed?\nNo."_s;
    const QString text = toMarkdown({.panes = {{.turns = {refused}}}});
    QVERIFY2(text.contains(u"I cannot do that."_s), qPrintable(text));
    QVERIFY2(text.contains(u"> Is it allowed?\n> No."_s), qPrintable(text));
}

void TstConversation::promptsAreCountedOverAllPanes()
{
    const PaneState first{.turns = {calling(1, u"a"_s), resulting(u"r"_s), asked(3, u"c"_s)}};
    const PaneState second{.turns = {asked(2, u"b"_s)}};
    QCOMPARE(promptsOf({first, second}), (QList<int>{1, 2, 3}));
    QCOMPARE(turnOfPrompt(first, 3), 2);
    QCOMPARE(turnOfPrompt(second, 3), -1);
    QCOMPARE(promptOfTurn(first, 1), 1); // results belong to the prompt before them
    QCOMPARE(promptOfTurn({}, 0), 0);
}

void TstConversation::anExportNamesCallsAndResults()
{
    const Conversation conversation{
        .title = u"Weather"_s,
        .panes = {
            {.target = u"a/b"_s, .turns = {calling(1, u"Weather?"_s), resulting(u"rain ``` x"_s, u"It rains."_s)}}}};
    const QString text = toMarkdown(conversation);
    QVERIFY(text.startsWith(u"# Weather\n"_s));
    QVERIFY(text.contains(u"`weather({\"city\":\"Bern\"})`"_s));
    QVERIFY(text.contains(u"````\nrain ``` x\n````"_s)); // a longer fence than what is inside
    QVERIFY(text.contains(u"It rains."_s));
}

void TstConversation::aTitleEndsAtAWord_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("title");
    QTest::newRow("short") << u"Rain\n in  Oslo"_s << u"Rain in Oslo"_s;
    QTest::newRow("as long as it may be") << u"a"_s.repeated(48) << u"a"_s.repeated(48);
    QTest::newRow("within a word") << u"Our provider answers 529 at peak hours. What should we do?"_s
                                   << u"Our provider answers 529 at peak hours. What…"_s;
    QTest::newRow("at the end of a word") << u"a"_s.repeated(48) + u" b"_s << u"a"_s.repeated(48) + u"…"_s;
    QTest::newRow("one long word") << u"see "_s + u"x"_s.repeated(60) << u"see "_s + u"x"_s.repeated(44) + u"…"_s;
}

void TstConversation::aTitleEndsAtAWord()
{
    QFETCH(QString, prompt);
    QTEST(titleFor(prompt), "title");
}

void TstConversation::whatHoldsSomethingIsNotBlank_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<bool>("blank");
    QTest::newRow("nothing") << QByteArray() << true;
    QTest::newRow("a model was chosen") << QByteArray(R"("panes": [{"target": "a/b"}])") << true;
    QTest::newRow("a title") << QByteArray(R"("title": "t")") << false;
    QTest::newRow("a draft") << QByteArray(R"("draft": "t")") << false;
    QTest::newRow("an image") << QByteArray(R"("draft_images": ["data:"])") << false;
    QTest::newRow("a system prompt") << QByteArray(R"("system": "t")") << false;
    QTest::newRow("parameters") << QByteArray(R"("parameters": {"seed": 1})") << false;
    QTest::newRow("parameters of a pane") << QByteArray(R"("panes": [{"parameters": {"seed": 1}}])") << false;
    QTest::newRow("tools") << QByteArray(R"("tools": [{}])") << false;
    QTest::newRow("a form of the answer") << QByteArray(R"("response_format": {"type": "json_object"})") << false;
    QTest::newRow("half a schema") << QByteArray(R"("unfinished": {"schema": "{"})") << false;
    QTest::newRow("a turn") << QByteArray(R"("panes": [{"turns": [{"user": {"role": "user", "content": "t"}}]}])")
                            << false;
    QTest::newRow("results of a tool") << QByteArray(R"("panes": [{"unsent_results": {"c": "t"}}])") << false;
    QTest::newRow("something of a newer version") << QByteArray(R"("mood": "good")") << false;
}

void TstConversation::whatHoldsSomethingIsNotBlank()
{
    QFETCH(QByteArray, members);
    const QByteArray panes = members.contains("\"panes\"") ? "" : R"("panes": [], )";
    const QByteArray rest = members.isEmpty() ? R"("title": "")" : members;
    const auto conversation =
        parseJson(R"({"format": 1, "id": "a", )" + panes + rest + "}").and_then(parseConversation);
    QVERIFY2(conversation, conversation ? "" : qPrintable(conversation.error().message));
    QTEST(isBlank(*conversation), "blank");
    QCOMPARE(*toJsonAndBack(*conversation), *conversation);
}

static const bool tstConversation = sb::testing::add<TstConversation>();

#include "tst_conversation.moc"
