#include "core/practice/script.h"

#include "core/practice/answer_text.h"
#include "core/practice/tokens.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::practice;
using namespace Qt::StringLiterals;

namespace {

const QString OsloPrompt = u"What does the weather_report for Oslo say about heavy rain?"_s;

chat::Request asking(const QString &prompt = OsloPrompt)
{
    chat::Request made;
    made.model = u"express"_s;
    made.messages = {chat::Message::make(chat::Role::User, prompt)};
    return made;
}

chat::Tool weatherTool(const QString &name = u"weather_report"_s)
{
    return {.name = name,
            .parameters = *parseJson(R"({"type":"object","properties":{"city":{"enum":["Bergen","Oslo"]}}})")};
}

chat::Answer played(const Script &script)
{
    chat::Answer answer;
    answer.apply(script.started);
    for (const chat::Event &token : script.tokens)
        answer.apply(token);
    answer.apply(script.finished);
    answer.apply(script.usage);
    return answer;
}

} // namespace

Q_DECLARE_METATYPE(std::optional<sb::chat::ToolChoice>)

class TstScript : public QObject
{
    Q_OBJECT

private slots:
    void answersThePrompt()
    {
        const chat::Answer answer = played(writeScript(asking(), 2));
        QCOMPARE(answer.text, answerText(OsloPrompt, 2).text);
        QCOMPARE(answer.model, u"express"_s);
        QVERIFY(answer.id.startsWith(u"practice-"_s));
        QCOMPARE(answer.finish, chat::FinishReason::Stop);
        QCOMPARE(answer, played(writeScript(asking(), 2)));
        QVERIFY(answer.text != played(writeScript(asking(), 3)).text);
    }

    void answersTheLastPromptWhateverTheSystemSays()
    {
        chat::Request made = asking(u"Translate this"_s);
        made.messages += chat::Message::make(chat::Role::Assistant, u"…"_s);
        made.messages += chat::Message::make(chat::Role::User, OsloPrompt);
        made.messages.prepend(chat::Message::make(chat::Role::System, u"Be brief."_s));
        QCOMPARE(played(writeScript(made, 1)).text, answerText(OsloPrompt, 1).text);
    }

    void countsTokensByBytes()
    {
        chat::Request made = asking(u"12345"_s);
        made.messages.prepend(chat::Message::make(chat::Role::System, u"1234"_s));
        QCOMPARE(countInput(made), 3); // nine bytes
        made.messages.last().parts.append(chat::ImagePart{.url = "data:image/png;base64,AAAA"});
        QCOMPARE(countInput(made), 3 + 256);
        const chat::Answer answer = played(writeScript(made, 1));
        QCOMPARE(answer.usage.prompt, 259);
        QCOMPARE(answer.usage.completion, countTokens(answer.text));
        QCOMPARE(answer.usage.reasoning, std::nullopt);
    }

    void toolsCountAsInput()
    {
        chat::Request made = asking();
        const qint64 without = countInput(made);
        made.tools = {weatherTool()};
        QVERIFY(countInput(made) > without + 10);
    }

    void maxTokensEndsTheAnswer_data()
    {
        QTest::addColumn<qint64>("maxTokens");
        QTest::newRow("none") << qint64(0);
        QTest::newRow("one") << qint64(1);
        QTest::newRow("twenty") << qint64(20);
    }
    void maxTokensEndsTheAnswer()
    {
        QFETCH(const qint64, maxTokens);
        chat::Request made = asking();
        made.maxTokens = maxTokens;
        const chat::Answer answer = played(writeScript(made, 1));
        QCOMPARE(answer.finish, chat::FinishReason::Length);
        QCOMPARE(answer.usage.completion, maxTokens);
        QVERIFY(answerText(OsloPrompt, 1).text.startsWith(answer.text));
    }

    void maxTokensThatSufficeChangeNothing()
    {
        chat::Request made = asking();
        made.maxTokens = countTokens(answerText(OsloPrompt, 1).text);
        QCOMPARE(played(writeScript(made, 1)).finish, chat::FinishReason::Stop);
    }

    void stopSequencesEndTheAnswer()
    {
        chat::Request made = asking();
        made.stop = {u"wrote"_s, u" model"_s, u""_s, u"never there"_s};
        const chat::Answer answer = played(writeScript(made, 1));
        QCOMPARE(answer.text, u"*Practice text, voice 1: no"_s);
        QCOMPARE(answer.finish, chat::FinishReason::Stop);
    }

    void callsAToolWhenItShould_data()
    {
        using Choice = chat::ToolChoice;
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<std::optional<Choice>>("choice");
        QTest::addColumn<QString>("called");
        const auto row = [](const char *name, const char *prompt, const std::optional<Choice> &choice,
                            const char *called) {
            QTest::newRow(name) << QString::fromUtf8(prompt) << choice << QString::fromUtf8(called);
        };
        row("its name is in the prompt", "Use weather_report for Oslo", {}, "weather_report");
        row("its name in words", "Show the weather report", {}, "weather_report");
        row("nothing asks for it", "Hello, how are you today?", {}, "");
        row("required", "Hello", Choice{.mode = Choice::Mode::Required}, "calendar");
        row("required and mentioned", "weather report", Choice{.mode = Choice::Mode::Required}, "weather_report");
        row("named", "Hello", Choice{.mode = Choice::Mode::Named, .name = u"weather_report"_s}, "weather_report");
        row("named, but not there", "Hello", Choice{.mode = Choice::Mode::Named, .name = u"x"_s}, "");
        row("forbidden", "Use weather_report", Choice{.mode = Choice::Mode::None}, "");
    }
    void callsAToolWhenItShould()
    {
        QFETCH(const QString, prompt);
        QFETCH(const std::optional<chat::ToolChoice>, choice);
        QFETCH(const QString, called);
        chat::Request made = asking(prompt);
        made.tools = {weatherTool(u"calendar"_s), weatherTool()};
        made.toolChoice = choice;
        const chat::Answer answer = played(writeScript(made, 1));
        QCOMPARE(answer.toolCalls.isEmpty() ? QString() : answer.toolCalls.first().name, called);
        QCOMPARE(answer.finish, called.isEmpty() ? chat::FinishReason::Stop : chat::FinishReason::ToolCalls);
        QCOMPARE(answer.text.isEmpty(), !called.isEmpty());
    }

    void argumentsComeFromTheSchemaAndInPieces()
    {
        chat::Request made = asking();
        made.tools = {weatherTool()};
        const Script script = writeScript(made, 1);
        QVERIFY(script.tokens.size() > 3);
        const chat::ToolCall call = played(script).toolCalls.first();
        QCOMPARE(call.arguments, u"{\"city\":\"Oslo\"}"_s);
        QVERIFY(!call.id.isEmpty());
    }

    void aToolWithoutAUsableSchemaGetsAnEmptyObject()
    {
        chat::Request made = asking();
        made.tools = {{.name = u"weather_report"_s}};
        QCOMPARE(played(writeScript(made, 1)).toolCalls.first().arguments, u"{}"_s);
    }

    void afterAToolsResultComesText()
    {
        chat::Request made = asking();
        made.tools = {weatherTool()};
        made.messages.append(chat::Message::make(chat::Role::Assistant, {}));
        made.messages.append(chat::Message::make(chat::Role::Tool, u"Drizzle, 11 degrees"_s));
        const chat::Answer answer = played(writeScript(made, 1));
        QVERIFY(answer.toolCalls.isEmpty());
        QVERIFY(answer.text.contains(u"Drizzle, 11 degrees"_s));
    }

    void answersInJsonWhenAskedTo()
    {
        chat::Request made = asking();
        made.responseFormat = chat::ResponseFormat{.kind = chat::ResponseFormat::Kind::JsonObject};
        const Result<Json> object = parseJson(played(writeScript(made, 1)).text.toUtf8());
        QVERIFY(object);
        QCOMPARE((*object)["practice"], Json(true));

        made.responseFormat = chat::ResponseFormat{
            .kind = chat::ResponseFormat::Kind::JsonSchema,
            .schema = *parseJson(R"({"type":"object","properties":{"rain":{"type":"boolean"}}})"),
        };
        QCOMPARE(played(writeScript(made, 1)).text, u"{\"rain\":true}"_s);
    }

    void reasonsWhenAskedTo()
    {
        chat::Request made = asking();
        made.reasoning = chat::Reasoning{.effort = chat::ReasoningEffort::Low};
        const chat::Answer answer = played(writeScript(made, 1));
        QVERIFY(answer.reasoning.contains(u"heavy rain"_s));
        QCOMPARE(answer.usage.reasoning, countTokens(answer.reasoning));
        QCOMPARE(answer.usage.completion, countTokens(answer.reasoning) + countTokens(answer.text));
        QCOMPARE(answer.text, answerText(OsloPrompt, 1).text);
    }

    void goesOnFromThePrefill_data()
    {
        QTest::addColumn<QString>("prefill");
        QTest::addColumn<bool>("isOwn");
        QTest::newRow("of its own answer") << answerText(OsloPrompt, 1).text.left(120) << true;
        QTest::newRow("of another voice") << answerText(OsloPrompt, 2).text.left(120) << false;
        QTest::newRow("longer than its answer") << u"x"_s.repeated(5000) << false;
    }
    void goesOnFromThePrefill()
    {
        QFETCH(const QString, prefill);
        QFETCH(const bool, isOwn);
        chat::Request made = asking();
        made.messages.append(chat::Message::make(chat::Role::Assistant, prefill));
        const QString text = played(writeScript(made, 1)).text;
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.startsWith(u"*Practice"_s)); // no second beginning
        if (isOwn)
            QCOMPARE(prefill + text, answerText(OsloPrompt, 1).text);
        else
            QVERIFY(text.startsWith(u' '));
    }
};

static const bool tstScript = sb::testing::add<TstScript>();
#include "tst_script.moc"
