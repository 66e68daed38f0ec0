#include "ui/chains/rehearsed_path.h"

#include "tests/testing/testing.h"
#include "ui/chains/fault_words.h"
#include "ui/chains/line_words.h"
#include "ui/chains/score_cells.h"

#include "core/lab/fault_names.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::ui;

namespace {

usage::Cost computed(qint64 nano)
{
    return {.kind = usage::CostKind::Computed, .amount = NanoDollars{nano}};
}

/// A 529 twice at the first step, then the second one answers.
lab::FaultResult fellBack()
{
    return {
        .fault = "status-529",
        .title = u"the first endpoint stays overloaded"_s,
        .passed = true,
        .end = routing::EndState::Complete,
        .path = {
            {.step = 0,
             .reason = "first_try",
             .took = 400ms,
             .httpStatus = 529,
             .error = "provider_overloaded",
             .cost = computed(0)},
            {.step = 0,
             .reason = "retry_transient",
             .startedAt = 1'000ms,
             .took = 420ms,
             .httpStatus = 529,
             .error = "provider_overloaded",
             .cost = computed(0)},
            {.step = 1, .reason = "next_overloaded", .startedAt = 1'420ms, .took = 890ms, .cost = computed(560'000)}}};
}

} // namespace

class TstRehearsedPath final : public QObject
{
    Q_OBJECT
private slots:
    void aLegHasItsTriesItsTimeAndItsCost()
    {
        const RehearsedPath path = pathOf(fellBack(), 3);
        QCOMPARE(path.servedBy, 1);
        QVERIFY(path.took == 2'310ms);
        QCOMPARE(path.legs[0].tries, 2);
        QVERIFY(path.legs[0].took == 1'420ms); // with the wait between
        QCOMPARE(path.legs[1].tries, 1);
        QCOMPARE(path.legs[2].tries, 0);
        QCOMPARE(path.moves,
                 (QList<PathMove>{{.from = -1, .to = 0, .reason = "first_try"},
                                  {.from = 0, .to = 1, .reason = "next_overloaded"}}));
        const QList<StepOutcome> outcomes = stepOutcomes(path);
        QCOMPARE(outcomes[0].part, StepOutcome::Part::Failed);
        QCOMPARE(outcomes[0].came, u"2 tries, 1.42 s"_s);
        QCOMPARE(outcomes[0].reason, u"529 overloaded"_s);
        QCOMPARE(outcomes[1].part, StepOutcome::Part::Served);
        QCOMPARE(outcomes[1].came, u"0.89 s · $0.00056"_s);
        QCOMPARE(outcomes[2].part, StepOutcome::Part::Later);
    }

    void theSentenceSaysWhoAnsweredOrHowItEnded()
    {
        QCOMPARE(pathSentence(pathOf(fellBack(), 2)), u"Answered by step 2 in 2.31 s, $0.00056"_s);
        lab::FaultResult nobody = fellBack();
        nobody.path.removeLast();
        QCOMPARE(pathSentence(pathOf(nobody, 2)), u"No answer after 1.42 s: 529 overloaded"_s);
        QCOMPARE(pathSentence(pathOf({}, 2)), u"Nobody was asked"_s);
    }

    void ofSeveralRequestsTheOneWithoutAnAnswerIsShown()
    {
        lab::FaultResult result = fellBack();
        lab::PathStop sound = result.path.constLast();
        sound.request = 1;
        sound.step = 0;
        lab::PathStop failed = result.path.constFirst();
        failed.request = 2;
        result.path += {sound, failed};
        const RehearsedPath path = pathOf(result, 2);
        QCOMPARE(path.request, 2);
        QCOMPARE(path.requests, 3);
        QVERIFY(pathSentence(path).startsWith(u"Request 3 of 3: No answer"_s));
        result.path.removeLast();
        QCOMPARE(pathOf(result, 2).request, 0); // all were answered: the one that tried most
    }

    void aMoveByATypedNextStepTakesItsOwnTrack()
    {
        routing::Chain chain{.name = u"c"_s,
                             .steps = {{.model = u"a"_s}, {.model = u"b"_s}, {.id = u"big"_s, .model = u"c"_s}}};
        chain.steps[0].next.contextFull = u"big"_s;
        chain.steps[0].next.rateLimit = u"big"_s;
        lab::FaultResult result = fellBack();
        result.path.removeAt(1);
        result.path[0].error = "context_length_exceeded";
        result.path[1].step = 2;
        result.path[1].reason = "next_context";
        LineShown shown{.rehearsed = true, .path = pathOf(result, 3)};
        line::Drawn drawn = drawnLine(chain, shown);
        QCOMPARE(drawn.branches, (QList<line::Jump>{{.from = 0, .to = 2, .branches = true}}));
        QCOMPARE(drawn.way, (QList<line::Jump>{{.from = -1, .to = 0}, {.from = 0, .to = 2, .branches = true}}));
        QCOMPARE(lineTexts(chain, shown).branches, QStringList{u"full context, limit"_s});
        shown.path->moves[1].reason = "next_overloaded"; // which goes by the list, not by the name
        QVERIFY(!drawnLine(chain, shown).way[1].branches);
    }

    void everyFaultHasAWordThatIsShort()
    {
        for (const lab::FaultName &fault : lab::faultNames()) {
            const QString word = faultWord(fault.id);
            QVERIFY2(word != QString::fromLatin1(fault.id), fault.id.constData());
            QVERIFY2(word.size() <= 16, qPrintable(word));
        }
        QCOMPARE(faultWord("of-tomorrow"), u"of-tomorrow"_s);
    }

    void noFaultOfAStationStandsOutsideOfItsMenu()
    {
        const QList<lab::FaultName> faults = lab::stepFaultNames();
        QVERIFY(faults.size() > 30);
        for (const lab::FaultName &fault : faults)
            QVERIFY2(faultGroup(fault.id) != FaultGroup::World, fault.id.constData());
    }

    void whatFailsComesFirstInTheScorecard()
    {
        lab::FaultResult failed = fellBack();
        failed.fault = "cut";
        failed.passed = false;
        failed.note = u"It ended as cut."_s;
        lab::FaultResult unanswered = fellBack();
        unanswered.fault = "all-down";
        unanswered.end = routing::EndState::Failed;
        lab::FaultResult left = fellBack();
        left.fault = "caller-leaves";
        left.end = routing::EndState::Cancelled;
        const QList<ScoreCell> cells = scoreCells({fellBack(), left, unanswered, failed});
        QByteArrayList order;
        for (const ScoreCell &cell : cells)
            order.append(cell.fault);
        QCOMPARE(order, (QByteArrayList{"cut", "all-down", "status-529", "caller-leaves"}));
        QCOMPARE(cells[0].signal, Signal::Stop);
        QCOMPARE(cells[1].signal, Signal::Caution);
        QCOMPARE(cells[3].signal, Signal::Clear);
        QVERIFY(cells[0].sentence.startsWith(u"cut, fails: "_s));
        QVERIFY(cells[0].sentence.endsWith(u"It ended as cut."_s));
    }
};

static const bool tstRehearsedPath = sb::testing::add<TstRehearsedPath>();

#include "tst_rehearsed_path.moc"
