#include "core/chat/event.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::chat;

Q_DECLARE_METATYPE(QList<int>)

namespace {

Answer gathered(const QList<Event> &events)
{
    Answer answer;
    for (const Event &event : events)
        answer.apply(event);
    return answer;
}

Json json(QByteArray text)
{
    return *parseJson(text.replace('\'', '"'));
}

} // namespace

class TstAnswer : public QObject
{
    Q_OBJECT

private slots:
    void piecesAreJoined()
    {
        const Answer answer =
            gathered({Started{.id = u"g-1"_s, .model = u"m"_s}, ReasoningDelta{u"let "_s}, ReasoningDelta{u"me"_s},
                      TextDelta{u"Hel"_s}, TextDelta{u"lo"_s}, RefusalDelta{u"n"_s}, RefusalDelta{u"o"_s},
                      Finished{.reason = FinishReason::Length, .raw = u"MAX_TOKENS"_s}});
        QCOMPARE(answer.id, u"g-1"_s);
        QCOMPARE(answer.model, u"m"_s);
        QCOMPARE(answer.reasoning, u"let me"_s);
        QCOMPARE(answer.text, u"Hello"_s);
        QCOMPARE(answer.refusal, u"no"_s);
        QVERIFY(answer.finish == FinishReason::Length);
        QCOMPARE(answer.rawFinish, u"MAX_TOKENS"_s);
    }

    void theLastUsageCounts()
    {
        const Answer answer = gathered({UsageReport{Usage{.prompt = 1}}, UsageReport{Usage{.completion = 2}}});
        QVERIFY(answer.usage == Usage{.completion = 2});
    }

    void anErrorIsKeptBesideTheText()
    {
        const Answer answer = gathered({TextDelta{u"a"_s}, Failed{ProviderError{.type = ErrorType::Cut}}});
        QCOMPARE(answer.text, u"a"_s);
        QVERIFY(answer.error && answer.error->type == ErrorType::Cut);
        QVERIFY(!answer.finish);
    }

    void otherContentIsKeptRaw()
    {
        const Answer answer = gathered({OtherContent{.kind = "annotation", .raw = json("{'a':1.0}")}});
        QCOMPARE(answer.other.size(), 1);
        QCOMPARE(answer.other.first().dump(), json("{'a':1.0}").dump());
    }

    void aToolCallComesInPieces()
    {
        const Answer answer =
            gathered({ToolCallDelta{.index = 0, .id = u"c1"_s, .name = u"get"_s},
                      ToolCallDelta{.index = 0, .arguments = u"{\"a\""_s},
                      ToolCallDelta{.index = 0, .arguments = u":1.0}"_s, .extra = json("{'signature':'s'}")}});
        QCOMPARE(
            answer.toolCalls,
            (QList<ToolCall>{
                {.id = u"c1"_s, .name = u"get"_s, .arguments = u"{\"a\":1.0}"_s, .extra = json("{'signature':'s'}")}}));
    }

    void repeatedIdsAndNamesAreNotJoined()
    {
        const Answer answer =
            gathered({ToolCallDelta{.index = 0, .id = u"c1"_s, .name = u"get"_s, .arguments = u"{"_s},
                      ToolCallDelta{.index = 0, .id = u"c1"_s, .name = u"get"_s, .arguments = u"}"_s}});
        QCOMPARE(answer.toolCalls, (QList<ToolCall>{{.id = u"c1"_s, .name = u"get"_s, .arguments = u"{}"_s}}));
    }

    void callsAreOrderedByTheirIndex_data()
    {
        QTest::addColumn<QList<int>>("order");
        QTest::addColumn<QList<int>>("indexes");
        QTest::newRow("one after the other") << QList<int>{0, 0, 1, 1, 2} << QList<int>{};
        QTest::newRow("interleaved") << QList<int>{0, 1, 0, 2, 1} << QList<int>{};
        QTest::newRow("backward") << QList<int>{2, 1, 0, 2} << QList<int>{};
        QTest::newRow("with a gap") << QList<int>{0, 2, 2, 0} << QList<int>{0, 2};
        QTest::newRow("with a gap that is filled later") << QList<int>{0, 3, 1, 2, 3} << QList<int>{};
        QTest::newRow("from one on") << QList<int>{1, 2, 1} << QList<int>{1, 2};
        QTest::newRow("far out") << QList<int>{0, std::numeric_limits<int>::max(), 0}
                                 << QList<int>{0, std::numeric_limits<int>::max()};
        QTest::newRow("negative") << QList<int>{0, -1, 0, -1} << QList<int>{-1, 0};
    }
    void callsAreOrderedByTheirIndex()
    {
        QFETCH(QList<int>, order);
        Answer answer;
        QMap<int, QString> arguments;
        for (const int index : order) {
            const QString piece = QString::number(arguments.value(index).size());
            arguments[index] += piece;
            answer.apply(ToolCallDelta{.index = index, .name = u"f%1"_s.arg(index), .arguments = piece});
        }
        QCOMPARE(answer.toolCalls.size(), arguments.size());
        qsizetype at = 0;
        for (auto it = arguments.begin(); it != arguments.end(); ++it, ++at) {
            QCOMPARE(answer.toolCalls[at].name, u"f%1"_s.arg(it.key()));
            QCOMPARE(answer.toolCalls[at].arguments, it.value());
        }
        QTEST(answer.toolCallIndexes, "indexes");
    }

    void contentIsWhatAReaderSees_data()
    {
        QTest::addColumn<Event>("event");
        QTest::addColumn<bool>("content");
        QTest::newRow("text") << Event(TextDelta{u"a"_s}) << true;
        QTest::newRow("no text") << Event(TextDelta{}) << false;
        QTest::newRow("reasoning") << Event(ReasoningDelta{u"a"_s}) << true;
        QTest::newRow("no reasoning") << Event(ReasoningDelta{}) << false;
        QTest::newRow("an opaque block") << Event(ReasoningOpaque{}) << true;
        QTest::newRow("a refusal") << Event(RefusalDelta{u"a"_s}) << true;
        QTest::newRow("no refusal") << Event(RefusalDelta{}) << false;
        QTest::newRow("a tool's name") << Event(ToolCallDelta{.name = u"f"_s}) << true;
        QTest::newRow("a tool's arguments") << Event(ToolCallDelta{.arguments = u"{"_s}) << true;
        QTest::newRow("a tool call's id alone") << Event(ToolCallDelta{.id = u"c"_s}) << false;
        QTest::newRow("a picture") << Event(OtherContent{}) << true;
        QTest::newRow("the finish") << Event(Finished{}) << true;
        QTest::newRow("the start") << Event(Started{}) << false;
        QTest::newRow("usage") << Event(UsageReport{}) << false;
        QTest::newRow("an error") << Event(Failed{}) << false;
    }
    void contentIsWhatAReaderSees()
    {
        QFETCH(Event, event);
        QTEST(isContent(event), "content");
    }

    void anAnswerBecomesTheNextTurn()
    {
        const Message turn = gathered({TextDelta{u"Hi"_s}, ReasoningDelta{u"r"_s}, RefusalDelta{u"n"_s}}).toMessage();
        QVERIFY(turn.role == Role::Assistant);
        QCOMPARE(turn.text(), u"Hi"_s);
        QCOMPARE(turn.reasoning, u"r"_s);
        QCOMPARE(turn.refusal, u"n"_s);
        QVERIFY(!turn.contentIsNull);
    }

    void anAnswerOfToolCallsHasNullContent()
    {
        const Message turn = gathered({ToolCallDelta{.index = 0, .id = u"c"_s, .name = u"f"_s}}).toMessage();
        QVERIFY(turn.contentIsNull && turn.parts.isEmpty());
        QCOMPARE(turn.toolCalls.size(), 1);
    }

    void piecesOfAReasoningBlockAreJoinedForTheNextTurn()
    {
        const Answer answer = gathered({
            ReasoningOpaque{json("{'type':'reasoning.text','text':'let ','format':'f','index':0}")},
            ReasoningOpaque{json("{'type':'reasoning.text','text':'me','format':'f','index':0}")},
            ReasoningOpaque{json("{'type':'reasoning.text','signature':'s','text':null,'index':0}")},
            ReasoningOpaque{json("{'type':'reasoning.summary','summary':'a','index':1}")},
            ReasoningOpaque{json("{'type':'reasoning.summary','summary':'b','index':1}")},
        });
        QCOMPARE(answer.reasoningDetails.size(), 5);
        QCOMPARE(answer.toMessage().reasoningDetails.dump(),
                 json("[{'type':'reasoning.text','text':'let me','format':'f','index':0,'signature':'s'},"
                      "{'type':'reasoning.summary','summary':'ab','index':1}]")
                     .dump());
    }

    void encryptedBlocksAreNeverJoined()
    {
        const Json block = json("{'type':'reasoning.encrypted','data':'AA==','index':0}");
        const Answer answer = gathered({ReasoningOpaque{block}, ReasoningOpaque{block}});
        QCOMPARE(answer.toMessage().reasoningDetails.dump(), "[" + block.dump() + "," + block.dump() + "]");
    }

    void blocksWithoutAnIndexAreNeverJoined()
    {
        const Json block = json("{'type':'reasoning.text','text':'a'}");
        QCOMPARE(gathered({ReasoningOpaque{block}, ReasoningOpaque{block}}).toMessage().reasoningDetails.size(), 2);
    }

    void finishReasonsHaveNames()
    {
        QCOMPARE(toWireName(FinishReason::Stop), QByteArray("stop"));
        QCOMPARE(toWireName(FinishReason::Length), QByteArray("length"));
        QCOMPARE(toWireName(FinishReason::ToolCalls), QByteArray("tool_calls"));
        QCOMPARE(toWireName(FinishReason::ContentFilter), QByteArray("content_filter"));
        QCOMPARE(toWireName(FinishReason::Error), QByteArray("error"));
    }
};

static const bool tstAnswer = sb::testing::add<TstAnswer>();

#include "tst_answer.moc"
