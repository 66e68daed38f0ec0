#include "tests/testing/testing.h"
#include "tests/ui/playground/shown.h"
#include "ui/playground/pane_row.h"

#include <QAbstractButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using namespace sb::ui;

/// Two panes that show different turns.
class TstPlaygroundComparing final : public QObject
{
    Q_OBJECT
private slots:
    void aComparisonIsAboutOnePrompt();
    void aVoteIsAgainstTheAnswerToTheSamePrompt();
    void aPaneThatWasNotAskedHasNoNumbers();
};

namespace {

class Scrolled : public Shown
{
public:
    explicit Scrolled(Rig &rig)
        : Shown(rig, {FirstModel, SecondModel})
    {
        QVERIFY(ask(u"Explain one"_s));
        QVERIFY(ask(u"Explain two"_s));
        pane(2)->showPrompt(1);
        QTRY_COMPARE(pane(2)->shownTurn(), 0);
        QCOMPARE(pane(1)->shownTurn(), 1);
    }
    PaneRow &row() { return *page.findChild<PaneRow *>(); }
};

} // namespace

void TstPlaygroundComparing::aComparisonIsAboutOnePrompt()
{
    Rig rig;
    QVERIFY(rig.start());
    Scrolled shown(rig);
    const QList<ComparedAnswer> compared = shown.row().compared();
    QCOMPARE(compared[0].key, shown.pane(1)->recordKey(1));
    QCOMPARE(compared[1].key, shown.pane(2)->recordKey(1));
    QVERIFY(compared[1].key);
    QCOMPARE(shown.row().sides()[1].text, shown.pane(2)->answerText(1));
    shown.pane(2)->view().setFocus(); // now it is about the first prompt
    QTRY_COMPARE(shown.row().active(), shown.pane(2));
    QCOMPARE(shown.row().compared()[0].key, shown.pane(1)->recordKey(0));
    QCOMPARE(shown.row().compared()[1].key, shown.pane(2)->recordKey(0));
}

void TstPlaygroundComparing::aVoteIsAgainstTheAnswerToTheSamePrompt()
{
    Rig rig;
    QVERIFY(rig.start());
    Scrolled shown(rig);
    QSignalSpy changed(&rig.ballot(), &Ballot::changed);
    shown.row().vote(usage::Vote::Kind::Better);
    QTRY_VERIFY(changed.count() > 0);
    const auto key = shown.pane(1)->recordKey(1);
    QSignalSpy answered(&rig.queries(), &usage::Queries::answered);
    rig.queries().ask(usage::VotesQuery{.keys = {*key}});
    QTRY_COMPARE(answered.count(), 1);
    const auto answer = answered.constFirst().at(1).value<Result<usage::QueryAnswer>>();
    const QList<usage::Vote> votes = std::get<usage::Votes>(*answer).votes;
    QCOMPARE(votes.size(), 1);
    QCOMPARE(votes.constFirst().key, *key);
    QCOMPARE(votes.constFirst().against, shown.pane(2)->recordKey(1));
}

void TstPlaygroundComparing::aPaneThatWasNotAskedHasNoNumbers()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig, {FirstModel, SecondModel});
    QVERIFY(shown.ask(u"Explain one"_s));
    PlaygroundSession &session = shown.page.session();
    session.setDraft(u"only the first"_s);
    session.send({session.panes()[0]});
    QVERIFY(shown.settled());
    const QList<ComparedAnswer> compared = shown.page.findChild<PaneRow *>()->compared();
    QVERIFY(compared[0].key);
    QVERIFY(!compared[1].key);
    QCOMPARE(compared[1].words, qint64(0));
    QVERIFY(!compared[1].metrics.end);
}

static const bool tstPlaygroundComparing = sb::testing::add<TstPlaygroundComparing>();

#include "tst_playground_comparing.moc"
