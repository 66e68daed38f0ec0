#include "core/lab/fault.h"
#include "core/lab/speech.h"

#include "tests/lab/company.h"
#include "tests/testing/testing.h"

#include "core/routing/failure.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using catalog::DialectId;

namespace {

constexpr std::array PlayedDialects{
    DialectId::OpenAiChat,        DialectId::OpenAiResponses,       DialectId::OpenAiCompletions,
    DialectId::AnthropicMessages, DialectId::GeminiGenerateContent, DialectId::CohereChat,
    DialectId::OllamaChat,        DialectId::OllamaGenerate,        DialectId::BedrockConverse};

/// A chain of one provider, and what our client half makes of it.
struct Conversation
{
    explicit Conversation(DialectId dialect)
        : catalog(companyOf({{.id = u"a"_s, .dialect = dialect}}))
        , runner{.endpoint = *catalog.endpoint(u"a/m"_s), .provider = *catalog.provider(u"a"_s)}
    {
    }

    [[nodiscard]] Result<dialects::WireRequest> encoded(const chat::Request &request,
                                                        std::optional<qint64> maxTokens = {}) const
    {
        return dialects::clientDialect(runner.provider.dialect)
            ->encode(request, runner.provider, runner.endpoint, {.maxTokens = maxTokens});
    }
    [[nodiscard]] chat::Answer decoded(const net::HttpHead &head, const QByteArray &body) const
    {
        const auto decoder = dialects::clientDialect(runner.provider.dialect)
                                 ->decoder({.status = head.status, .headers = head.headers}, runner.provider);
        chat::Answer answer;
        QList<chat::Event> events = decoder->feed(body);
        events += decoder->finish();
        for (const chat::Event &event : std::as_const(events))
            answer.apply(event);
        return answer;
    }

    catalog::Catalog catalog;
    lab::Runner runner;
};

QByteArray bodyOf(const lab::Performance &play)
{
    QByteArray body;
    for (const lab::Piece &piece : play.body)
        body += piece.bytes;
    return body;
}

void addDialects()
{
    QTest::addColumn<DialectId>("dialect");
    for (const DialectId dialect : PlayedDialects)
        QTest::newRow(toWireName(dialect).constData()) << dialect;
}

} // namespace

Q_DECLARE_METATYPE(sb::catalog::DialectId)

/// Scripted providers speak as real ones do: our own client halves understand every word.
class TstSpeech : public QObject
{
    Q_OBJECT

private slots:
    void aSoundAnswerIsUnderstoodWhole_data() { addDialects(); }
    void aSoundAnswerIsUnderstoodWhole()
    {
        QFETCH(DialectId, dialect);
        const Conversation with(dialect);
        const auto wire = with.encoded(lab::RehearsalSpec::someRequest());
        QVERIFY(wire);
        const routing::Step step;
        const lab::Performance play = lab::spoken({.runner = with.runner, .step = step, .body = wire->body});
        const chat::Answer answer = with.decoded(play.answer, bodyOf(play));
        QCOMPARE(answer.text, lab::wordsOf(u"author-a/m"_s).join(QString()));
        QCOMPARE(*answer.finish, chat::FinishReason::Stop);
        QVERIFY(!answer.error);
        QCOMPARE(answer.usage.completion, std::optional<qint64>(lab::wordsOf(u"author-a/m"_s).size()));
        QVERIFY(answer.usage.prompt.value_or(0) > 0);
        QVERIFY(*answer.usage.prompt < wire->body.size()); // of each byte at most one token
    }

    void theOutputLimitIsHeardAndKept_data() { addDialects(); }
    void theOutputLimitIsHeardAndKept()
    {
        QFETCH(DialectId, dialect);
        const Conversation with(dialect);
        const auto wire = with.encoded(lab::RehearsalSpec::someRequest(), 7);
        QVERIFY(wire);
        QCOMPARE(lab::hear(dialect, wire->body).maxTokens, std::optional<qint64>(7));
        const routing::Step step;
        const lab::Performance play = lab::spoken({.runner = with.runner, .step = step, .body = wire->body});
        const chat::Answer answer = with.decoded(play.answer, bodyOf(play));
        QCOMPARE(*answer.finish, chat::FinishReason::Length);
        const QStringList words = lab::wordsOf(u"author-a/m"_s);
        QCOMPARE(answer.text, words.first(7).join(QString()));
    }

    void theAssistantsOwnTextAtTheEndIsGoneOnFrom_data() { addDialects(); }
    void theAssistantsOwnTextAtTheEndIsGoneOnFrom()
    {
        QFETCH(DialectId, dialect);
        const Conversation with(dialect);
        chat::Request request = lab::RehearsalSpec::someRequest();
        QVERIFY(!lab::hear(dialect, with.encoded(request)->body).goesOn);
        request.messages.append(chat::Message::make(chat::Role::Assistant, u"So far"_s));
        const auto wire = with.encoded(request);
        QVERIFY2(wire, wire ? "" : qPrintable(wire.error().message));
        QVERIFY(lab::hear(dialect, wire->body).goesOn);
    }

    void usageIsMissingWhereItIsLeftOut_data() { addDialects(); }
    void usageIsMissingWhereItIsLeftOut()
    {
        QFETCH(DialectId, dialect);
        const Conversation with(dialect);
        const auto wire = with.encoded(lab::RehearsalSpec::someRequest());
        const routing::Step step;
        const lab::Performance play =
            lab::spoken({.runner = with.runner, .step = step, .body = wire->body}, {.usage = false});
        const chat::Answer answer = with.decoded(play.answer, bodyOf(play));
        QVERIFY(answer.finish);
        QVERIFY(answer.usage.completion.value_or(0) == 0);
        QVERIFY(answer.usage.prompt.value_or(0) == 0);
    }

    void aSignOfLifeIsNoContent_data() { addDialects(); }
    void aSignOfLifeIsNoContent()
    {
        QFETCH(DialectId, dialect);
        const Conversation with(dialect);
        const auto decoder = dialects::clientDialect(dialect)->decoder(
            {.status = 200, .headers = lab::answerHead(dialect).headers}, with.runner.provider);
        for (int i = 0; i < 3; ++i) {
            for (const chat::Event &event : decoder->feed(lab::signOfLife(dialect))) {
                QVERIFY(!chat::isContent(event));
                QVERIFY(!std::holds_alternative<chat::Failed>(event));
            }
        }
    }

    void aGarbledEventIsNone_data() { addDialects(); }
    void aGarbledEventIsNone()
    {
        QFETCH(DialectId, dialect);
        const Conversation with(dialect);
        const chat::Answer answer = with.decoded(lab::answerHead(dialect), lab::garbledEvent(dialect));
        QVERIFY(answer.error);
        QCOMPARE(answer.error->type, chat::ErrorType::InvalidResponse);
    }

    void complaintsAreOfTheirClass_data()
    {
        QTest::addColumn<DialectId>("dialect");
        QTest::addColumn<QByteArray>("fault");
        for (const DialectId dialect : PlayedDialects) {
            for (const lab::Fault &fault : lab::allFaults()) {
                const Conversation with(dialect);
                const routing::Step step;
                lab::Performance play = lab::spoken({.runner = with.runner, .step = step});
                if (fault.play)
                    fault.play(play, {.runner = with.runner, .step = step});
                const bool inside = fault.id == "error-in-200" || fault.id == "limit-in-200";
                if (play.answer.status >= 400 || inside)
                    QTest::addRow("%s, %s", toWireName(dialect).constData(), fault.id.data())
                        << dialect << fault.id.toByteArray();
            }
        }
    }
    void complaintsAreOfTheirClass()
    {
        QFETCH(DialectId, dialect);
        QFETCH(QByteArray, fault);
        const Conversation with(dialect);
        const QList<lab::Fault> all = lab::allFaults();
        const auto found = std::ranges::find_if(all, [&](const lab::Fault &each) { return each.id == fault; });
        const routing::Step step;
        const lab::Scene scene{.runner = with.runner, .step = step};
        lab::Performance play = lab::spoken(scene);
        found->play(play, scene);
        const chat::Answer answer = with.decoded(play.answer, bodyOf(play));
        QVERIFY(answer.error);
        QVERIFY2(found->errors.contains(answer.error->type), toWireName(answer.error->type).constData());
        QVERIFY(!answer.error->message.isEmpty());
    }

    void whatCannotBePlayedIsSaidToBeSo()
    {
        QVERIFY(!lab::canPlay(DialectId::BedrockInvoke));
        QVERIFY(!lab::canPlay(DialectId::CohereV1Chat));
    }
};

static const bool tstSpeech = sb::testing::add<TstSpeech>();

#include "tst_speech.moc"
