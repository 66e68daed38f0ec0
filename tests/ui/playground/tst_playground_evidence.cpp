#include "tests/testing/testing.h"
#include "tests/ui/playground/shown.h"
#include "ui/common/label.h"
#include "ui/common/table.h"
#include "ui/playground/class_popup.h"
#include "ui/playground/evidence_table.h"
#include "ui/playground/route_popup.h"
#include "ui/playground/turn_band.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using namespace sb::ui;

namespace {

chat::Request requestOf(const QString &text)
{
    chat::Request request;
    request.messages.append(chat::Message::make(chat::Role::User, text));
    return request;
}

/// Opens what pops up below the class of the prompt.
ClassPopup *openEvidence(Shown &shown)
{
    shown.find<QAbstractButton>(u"class"_s)->click();
    return qobject_cast<ClassPopup *>(QApplication::activePopupWidget());
}

QString shownClass(Shown &shown)
{
    return shown.find<QAbstractButton>(u"class"_s)->accessibleName();
}

/// Says that it was another class, by the menu.
void correctTo(ClassPopup *popup, const QString &className)
{
    popup->findChild<QPushButton *>(u"wasInstead"_s)->click();
    const auto *menu = popup->findChild<QMenu *>(u"classMenu"_s);
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->data().toString() == className)
            return action->trigger();
    }
    QFAIL("not in the menu");
}

} // namespace

/// Why a prompt is taken for what it is taken for, and why an answer came from where it came.
class TstPlaygroundEvidence final : public QObject
{
    Q_OBJECT
private slots:
    void theEvidenceStandsHeaviestFirstWithItsWords();
    void thePromptsClassIsShownWithItsEvidenceAndPlaces();
    void aCorrectionIsUsedAtOnceAndCanBeUndone();
    void aCorrectionMakesAClassThatWasTyped();
    void whereARuleDecidesACorrectionSaysSo();
    void theWayOfAnAnswerIsExplainedAndCopied();
    void whatIsNotShownAnyMoreIsNotExplained();
};

void TstPlaygroundEvidence::theEvidenceStandsHeaviestFirstWithItsWords()
{
    const routing::Classification task = routing::classify(requestOf(u"Hi! Prove that 2 + 2 = 4."_s), {});
    EvidenceTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.present(task);
    QVERIFY(table.rowCount() > 2);
    double last = 1e9;
    bool hasWords = false;
    for (int row = 0; row < table.rowCount(); ++row) {
        const QString weight = table.index(row, EvidenceTable::Weight).data().toString();
        QVERIFY2(weight.startsWith(u'+') || weight.startsWith(u'−'), qPrintable(weight));
        const double value = QStringView(weight).mid(1).toDouble();
        QVERIFY2(value <= last + 0.051, qPrintable(weight));
        last = value;
        hasWords = hasWords || table.index(row, EvidenceTable::Words).data().toString() == "Prove"_L1;
    }
    QVERIFY(hasWords);
    const routing::ClassRules own{.classes = {{.name = u"sums"_s, .rules = {{.words = {u"prove"_s}}}}}};
    const routing::Classification ruled = routing::classify(requestOf(u"Prove it."_s), own);
    table.present(ruled);
    QCOMPARE(table.rowCount(), 1);
    QCOMPARE(table.index(0, EvidenceTable::Weight).data().toString(), u"–"_s); // a rule weighs nothing
    QCOMPARE(classSentence(ruled), u"sums"_s);
}

void TstPlaygroundEvidence::thePromptsClassIsShownWithItsEvidenceAndPlaces()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QVERIFY(!shown.find<QAbstractButton>(u"class"_s)->isVisible());
    QVERIFY(shown.ask(u"Write a Python function that sorts a list. def f(x): return x"_s));
    QVERIFY(shown.find<QAbstractButton>(u"class"_s)->isVisible());
    QVERIFY2(shownClass(shown).contains(u"Code"_s), qPrintable(shownClass(shown)));
    ClassPopup *popup = openEvidence(shown);
    QVERIFY(popup);
    QVERIFY(popup->findChild<Label *>(u"className"_s)->text().startsWith(u"Code, "_s));
    QVERIFY(popup->findChild<TableView *>(u"evidence"_s)->model()->rowCount() > 1);
    const auto *prompt = popup->findChild<QPlainTextEdit *>(u"markedPrompt"_s);
    QVERIFY(prompt);
    QStringList marked;
    for (const QTextEdit::ExtraSelection &mark : prompt->extraSelections())
        marked.append(mark.cursor.selectedText());
    QVERIFY2(marked.contains(u"Python"_s), qPrintable(marked.join(u'|')));
    popup->close();
}

void TstPlaygroundEvidence::aCorrectionIsUsedAtOnceAndCanBeUndone()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    const QString question = u"Is the signal at the junction upright?"_s;
    QVERIFY(shown.ask(question));
    const QString before = shownClass(shown);
    QVERIFY2(!before.contains(u"Bulk"_s), qPrintable(before));
    QSignalSpy notice(&shown.page, &PlaygroundPage::notice);
    ClassPopup *popup = openEvidence(shown);
    QVERIFY(popup);
    correctTo(popup, u"bulk"_s);
    QCOMPARE(notice.size(), 1);
    QVERIFY2(!notice.constFirst().at(1).toString().isEmpty(), "no undo is offered");
    QVERIFY2(shownClass(shown).contains(u"Bulk"_s), qPrintable(shownClass(shown)));
    const routing::Classification next = rig.workspace().classifier().classify(requestOf(question));
    QCOMPARE(next.className, u"bulk"_s);
    QCOMPARE(next.by, routing::ClassifiedBy::Example);
    QTRY_COMPARE(profile::loadClasses(rig.paths()).rules, rig.workspace().classRules());
    shown.page.undo();
    QCOMPARE(rig.workspace().classRules(), routing::ClassRules{});
    QCOMPARE(shownClass(shown), before);
}

void TstPlaygroundEvidence::aCorrectionMakesAClassThatWasTyped()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QVERIFY(shown.ask(u"May my landlord keep the deposit?"_s));
    ClassPopup *popup = openEvidence(shown);
    QVERIFY(popup);
    popup->findChild<QPushButton *>(u"wasInstead"_s)->click();
    popup->findChild<QMenu *>(u"classMenu"_s)->actions().constLast()->trigger();
    auto *name = popup->findChild<QLineEdit *>(u"newClass"_s);
    QVERIFY(name->isVisible());
    QTest::keyClick(name, Qt::Key_Return); // without a name nothing happens
    QVERIFY(rig.workspace().classRules().classes.isEmpty());
    QTest::keyClicks(name, u"legal"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(rig.workspace().classRules().classes.constFirst().name, u"legal"_s);
    QVERIFY2(shownClass(shown).contains(u"legal"_s), qPrintable(shownClass(shown)));
}

void TstPlaygroundEvidence::whereARuleDecidesACorrectionSaysSo()
{
    Rig rig;
    QVERIFY(rig.start());
    rig.workspace().setClassRules({.classes = {{.name = u"legal"_s, .rules = {{.words = {u"landlord"_s}}}}}});
    Shown shown(rig);
    QVERIFY(shown.ask(u"May my landlord keep the deposit?"_s));
    QVERIFY2(shownClass(shown).contains(u"legal"_s), qPrintable(shownClass(shown)));
    QSignalSpy notice(&shown.page, &PlaygroundPage::notice);
    ClassPopup *popup = openEvidence(shown);
    QVERIFY(popup);
    correctTo(popup, u"chat"_s);
    QVERIFY2(notice.constFirst().at(0).toString().contains(u"a rule of “legal” decides first"_s),
             qPrintable(notice.constFirst().at(0).toString()));
}

void TstPlaygroundEvidence::theWayOfAnAnswerIsExplainedAndCopied()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig, {u"chain/sample"_s});
    auto *why = shown.pane(1)->findChild<QToolButton *>(u"whyRoute"_s);
    QVERIFY(!why->isVisible()); // nothing is on record
    QVERIFY(shown.ask(u"Explain a signal box"_s));
    QVERIFY(why->isVisible());
    QSignalSpy wanted(&shown.page, &PlaygroundPage::explanationRequested);
    why->click();
    QCOMPARE(wanted.size(), 1);
    const auto key = wanted.constFirst().constFirst().value<usage::RecordKey>();
    QSignalSpy answered(&rig.queries(), &usage::Queries::answered);
    (void)rig.queries().ask(usage::DetailQuery{.key = key});
    QVERIFY(answered.wait());
    const auto answer = answered.constLast().at(1).value<Result<usage::QueryAnswer>>();
    QVERIFY(answer);
    shown.page.explain(std::get<usage::RequestRecord>(*answer), key);
    auto *popup = qobject_cast<RoutePopup *>(QApplication::activePopupWidget());
    QVERIFY(popup);
    QVERIFY(popup->findChild<TableView *>()->model()->rowCount() > 1);
    popup->findChild<QPushButton *>(u"copyExplanation"_s)->click();
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"asked for the chain sample"_s) && copied.contains(u"Attempt 2: "_s), qPrintable(copied));
    QSignalSpy trace(&shown.page, &PlaygroundPage::traceRequested);
    popup->findChild<QPushButton *>(u"openTrace"_s)->click();
    QCOMPARE(trace.size(), 1);
    QCOMPARE(trace.constFirst().constFirst().value<usage::RecordKey>(), key);
}

void TstPlaygroundEvidence::whatIsNotShownAnyMoreIsNotExplained()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QVERIFY(shown.ask(u"One"_s));
    shown.page.explain({}, {.ledger = usage::Ledger::Practice, .seq = 4711});
    QVERIFY(!QApplication::activePopupWidget());
}

static const bool tstPlaygroundEvidence = sb::testing::add<TstPlaygroundEvidence>();

#include "tst_playground_evidence.moc"
