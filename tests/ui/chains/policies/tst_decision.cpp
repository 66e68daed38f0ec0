#include "ui/chains/policies/decision.h"

#include "tests/testing/testing.h"
#include "ui/chains/paste_dialog.h"
#include "ui/chains/policies/decision_view.h"
#include "ui/chains/policies/request_source.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

namespace {

routing::Policy policyOfThree()
{
    routing::Rule images{.name = u"Pictures"_s, .chain = u"vision"_s};
    images.when.images = true;
    routing::Rule large{.chain = u"long"_s};
    large.when.promptTokens.from = 1000;
    routing::Rule off{.name = u"Off"_s, .enabled = false, .chain = u"never"_s};
    return {.name = u"test"_s, .rules = {images, off, large}, .otherwise = u"everyday"_s};
}

routing::RequestFacts factsOfSize(qint64 tokens)
{
    return {.taskClass = u"chat"_s, .model = u"auto"_s, .promptTokens = tokens, .client = u"playground"_s};
}

using State = DecisionRow::State;

QList<State> statesOf(const QList<DecisionRow> &rows)
{
    QList<State> states;
    for (const DecisionRow &row : rows)
        states.append(row.state);
    return states;
}

} // namespace

class TstDecision final : public QObject
{
    Q_OBJECT
private slots:
    void eachRuleBeforeTheOneThatDecidesSaysWhatDidNotHold();
    void whereNoRuleFitsTheRestDecides();
    void whatComesAfterIsNotReached();
    void whatIsLeftIsThatOfTheStrictestHardLimit_data();
    void whatIsLeftIsThatOfTheStrictestHardLimit();
    void theViewIsOneListForScreenReaders();
    void aRowChoosesItsRule();
    void pastedTextIsARequest_data();
    void pastedTextIsARequest();
    void whatIsNoRequestStaysAndSaysWhy();
};

void TstDecision::eachRuleBeforeTheOneThatDecidesSaysWhatDidNotHold()
{
    const QList<DecisionRow> rows = decisionRows(policyOfThree(), factsOfSize(5000));
    QCOMPARE(statesOf(rows), (QList{State::Request, State::Passed, State::Passed, State::Decides, State::NotReached}));
    QCOMPARE(rows.at(1).reason, u"Only for requests with images."_s);
    QCOMPARE(rows.at(2).reason, u"Switched off."_s);
    QCOMPARE(rows.at(3).destination, u"to long"_s);
    QCOMPARE(rows.at(4).reason, QString());
    QCOMPARE(decisionSentence(policyOfThree(), factsOfSize(5000)), u"Rule 3 decides: to long"_s);
}

void TstDecision::whereNoRuleFitsTheRestDecides()
{
    const QList<DecisionRow> rows = decisionRows(policyOfThree(), factsOfSize(120));
    QCOMPARE(rows.constLast().state, State::Decides);
    QCOMPARE(rows.at(3).reason, u"Only for prompts of 1000 tokens or more; this one has about 120."_s);
    QCOMPARE(decisionSentence(policyOfThree(), factsOfSize(120)), u"No rule fits: to everyday"_s);
    QCOMPARE(decisionSentence({}, factsOfSize(120)), u"No rule fits: as the request asks"_s);
}

void TstDecision::whatComesAfterIsNotReached()
{
    routing::RequestFacts facts = factsOfSize(5000);
    facts.images = true;
    const QList<DecisionRow> rows = decisionRows(policyOfThree(), facts);
    QCOMPARE(statesOf(rows),
             (QList{State::Request, State::Decides, State::NotReached, State::NotReached, State::NotReached}));
}

void TstDecision::whatIsLeftIsThatOfTheStrictestHardLimit_data()
{
    using budget::Limit;
    using budget::Period;
    QTest::addColumn<budget::Limits>("limits");
    QTest::addColumn<qint64>("cents"); // -1: there is none
    const NanoDollars one{1'000'000'000};
    const NanoDollars ten{10'000'000'000};
    QTest::newRow("none") << budget::Limits{} << qint64(-1);
    QTest::newRow("soft") << budget::Limits{.daily = Limit{.amount = one, .hard = false}} << qint64(-1);
    QTest::newRow("a day") << budget::Limits{.daily = Limit{.amount = one}} << qint64(75);
    QTest::newRow("the month is closer") << budget::Limits{.daily = Limit{.amount = ten},
                                                           .monthly = Limit{.period = Period::Month, .amount = one}}
                                         << qint64(50);
}

void TstDecision::whatIsLeftIsThatOfTheStrictestHardLimit()
{
    QFETCH(budget::Limits, limits);
    QFETCH(qint64, cents);
    const usage::SpentNow spent{.today = {.settled = NanoDollars{250'000'000}},
                                .month = {.settled = NanoDollars{500'000'000}}};
    const auto left = leftOf(limits, spent);
    QCOMPARE(left.has_value(), cents >= 0);
    if (left)
        QCOMPARE(left->value, cents * 10'000'000);
}

void TstDecision::theViewIsOneListForScreenReaders()
{
    DecisionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(decisionRows(policyOfThree(), factsOfSize(5000)));
    model.setRows(decisionRows(policyOfThree(), factsOfSize(10)));
    model.setRows(decisionRows({}, factsOfSize(10)));
    QCOMPARE(model.rowCount(), 2);
    model.setRows(decisionRows(policyOfThree(), factsOfSize(5000)));
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
             u"Pictures, Only for requests with images., to vision"_s);
    QVERIFY(model.index(4, 0).data(Qt::AccessibleTextRole).toString().endsWith(u"not reached"_s));
}

void TstDecision::aRowChoosesItsRule()
{
    DecisionView view;
    view.resize(500, 600);
    view.setRows(decisionRows(policyOfThree(), factsOfSize(10)));
    view.show();
    QSignalSpy chosen(&view, &DecisionView::partChosen);
    view.setCurrentIndex(view.model()->index(1, 0));
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(chosen.constLast().constFirst().value<qsizetype>(), 1);
}

void TstDecision::pastedTextIsARequest_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("model");
    QTest::newRow("plain text") << u"What does a signal say?"_s << u"auto"_s;
    QTest::newRow("JSON") << u"{\"model\": \"a/b\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}"_s
                          << u"a/b"_s;
}

void TstDecision::pastedTextIsARequest()
{
    QFETCH(QString, text);
    const auto request = pastedRequest(text);
    QVERIFY(request);
    QTEST(request->model, "model");
    QCOMPARE(request->messages.size(), 1);
}

void TstDecision::whatIsNoRequestStaysAndSaysWhy()
{
    auto *dialog = new PasteDialog({});
    dialog->show();
    QSignalSpy pasted(dialog, &PasteDialog::taken);
    auto *text = dialog->findChild<QPlainTextEdit *>(u"pasted"_s);
    auto *use = dialog->findChild<QPushButton *>(u"usePasted"_s);
    QVERIFY(!use->isEnabled());
    text->setPlainText(u"{\"messages\": 7}"_s);
    QVERIFY(!use->isEnabled());
    QVERIFY2(text->accessibleDescription().contains(u"messages"_s), qPrintable(text->accessibleDescription()));
    QCOMPARE(text->toPlainText(), u"{\"messages\": 7}"_s);
    text->setPlainText(u"Hello"_s);
    QVERIFY(use->isEnabled());
    use->click();
    QCOMPARE(pasted.size(), 1);
}

static const bool tstDecision = sb::testing::add<TstDecision>();

#include "tst_decision.moc"
