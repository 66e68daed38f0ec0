#include "ui/requests/record_view.h"

#include "tests/testing/testing.h"
#include "tests/usage/samples.h"
#include "ui/common/label.h"
#include "ui/common/markdown/markdown_view.h"
#include "ui/common/segmented_control.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

namespace {

Json answerWith(const Json &message)
{
    Json choice = Json::object();
    choice.set("message", message);
    Json answer = Json::object();
    answer.set("choices", Json(Json::Array{choice}));
    return answer;
}

Json assistant(const Json &content)
{
    Json message = Json::object();
    message.set("role", "assistant");
    message.set("content", content);
    return message;
}

usage::RequestRecord recordWith(const Json &answer)
{
    usage::RequestRecord record{.opened = usage::smallOpenRecord({}), .settled = usage::smallSettlement({}, {1})};
    record.opened.request = Json::object();
    record.opened.request.set("model", "author/m0");
    record.settled.answer = answer;
    return record;
}

Json toolCallAnswer()
{
    Json function = Json::object();
    function.set("name", "weather");
    function.set("arguments", "{\"town\":\"Aachen\"}");
    Json call = Json::object();
    call.set("id", "c1");
    call.set("type", "function");
    call.set("function", function);
    Json message = assistant({});
    message.set("tool_calls", Json(Json::Array{call}));
    return answerWith(message);
}

Json refusedAnswer()
{
    Json message = assistant({});
    message.set("refusal", "I cannot help with that.");
    return answerWith(message);
}

Json reasonedAnswer()
{
    Json message = assistant("Forty-two.");
    message.set("reasoning", "Six by seven.");
    return answerWith(message);
}

Json failedAnswer()
{
    Json error = Json::object();
    error.set("message", "The model is overloaded.");
    Json answer = answerWith(assistant("Half an"));
    answer.set("error", error);
    return answer;
}

/// By the second rule of a policy, with an answer that failed its check.
usage::RequestRecord decided()
{
    usage::RequestRecord record = recordWith({});
    record.settled.attempts = {
        {.endpointId = u"a/x"_s, .error = chat::ErrorType::ModelOutputError, .errorMessage = u"Not JSON"_s}};
    const QByteArray decision =
        "{'policy':{'policy':'work','version':4,'rule':2,'rule_number':2,'rule_name':'Programs','chain':'careful',"
        "'passed':[{'rule':1,'rule_number':1,'unmet':'tools','detail':'Only for requests with tools.'}],'class':'code',"
        "'confidence':0.87,'classed_by':'features','evidence':[{'feature':'code_lines','weight':2.13}]},"
        "'candidates':[{'rank':1,'step':0,'endpoint':'a/x','probability':1,'pick':'listed'}],'excluded':[],"
        "'checks':[{'attempt':1,'verdicts':[{'check':'json','verdict':'failed','detail':'it is none'}]}]}";
    record.settled.decision = parseJson(QByteArray(decision).replace('\'', '"')).value();
    return record;
}

} // namespace

class TstRecordView final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = std::make_unique<profile::Workspace>(*profile::prepare(m_folder->filePath(u"profile"_s)),
                                                           profile::Settings{});
        m_view = std::make_unique<RecordView>(*m_workspace, m_clock);
        m_view->resize(1000, 400);
        m_view->show();
    }
    void cleanup()
    {
        m_view.reset();
        m_workspace.reset();
        m_folder.reset();
    }

    void allOfTheAnswerIsShown_data()
    {
        QTest::addColumn<Json>("answer");
        QTest::addColumn<QString>("shown");
        QTest::newRow("text") << answerWith(assistant("Hello.")) << u"Hello."_s;
        QTest::newRow("a tool call") << toolCallAnswer() << u"Aachen"_s;
        QTest::newRow("a refusal") << refusedAnswer() << u"I cannot help with that."_s;
        QTest::newRow("after reasoning") << reasonedAnswer() << u"Forty-two."_s;
        QTest::newRow("that it reasoned") << reasonedAnswer() << u"easoning"_s;
        QTest::newRow("an error") << failedAnswer() << u"The model is overloaded."_s;
        QTest::newRow("what came before an error") << failedAnswer() << u"Half an"_s;
        QTest::newRow("how many vectors")
            << Json(Json::Object{{"object", "list"}, {"vectors", 2}, {"dimensions", 1536}})
            << u"Vectors came: 2, of 1536 numbers each."_s;
        QTest::newRow("nothing") << answerWith(assistant("")) << u"The answer has no text."_s;
        QTest::newRow("no answer, though it is recorded") << Json() << u"No answer came."_s;
    }
    void allOfTheAnswerIsShown()
    {
        QFETCH(Json, answer);
        QFETCH(QString, shown);
        m_view->present(recordWith(answer), {.seq = 1}, QTimeZone::utc());
        show(Answer);
        QVERIFY2(answerText().contains(shown), qPrintable(answerText()));
    }

    void whyAnAttemptFailedIsSaidWhereNoAnswerCame()
    {
        usage::RequestRecord record = recordWith({});
        record.settled.attempts = {{.error = chat::ErrorType::Server, .errorMessage = u"Bad gateway"_s}};
        m_view->present(record, {.seq = 1}, QTimeZone::utc());
        show(Answer);
        QVERIFY(answerText().contains(u"Bad gateway"_s));
    }

    void onlyWhatIsLookedAtIsFilled()
    {
        m_view->present(recordWith(answerWith(assistant("Hello."))), {.seq = 1}, QTimeZone::utc());
        QVERIFY(text(u"Request"_s).isEmpty());
        QVERIFY(text(u"Raw record"_s).isEmpty());
        QVERIFY(answerText().isEmpty());
        show(Request);
        QVERIFY(text(u"Request"_s).contains(u"author/m0"_s));
        m_view->present(recordWith(answerWith(assistant("Goodbye."))), {.seq = 2}, QTimeZone::utc());
        show(Raw);
        QVERIFY(text(u"Raw record"_s).contains(u"Goodbye."_s));
    }

    void whatIsClearedShowsNothingOfTheRecordBefore()
    {
        m_view->present(recordWith(answerWith(assistant("Hello."))), {.seq = 1}, QTimeZone::utc());
        for (const Tab tab : {Request, Answer, Raw})
            show(tab);
        m_view->clear();
        QVERIFY(text(u"Request"_s).isEmpty());
        QVERIFY(text(u"Raw record"_s).isEmpty());
        QVERIFY(answerText().isEmpty());
    }

    void whatDecidedStandsOverTheCandidates()
    {
        m_view->present(decided(), {.seq = 12}, QTimeZone::utc());
        const QString ruled = m_view->findChild<Label *>(u"ruled"_s)->text();
        QVERIFY2(ruled.contains(u"“Code”, 87% sure"_s) && ruled.contains(u"has lines of code (+2.1)"_s),
                 qPrintable(ruled));
        QVERIFY2(ruled.contains(u"Rule 1 did not apply: Only for requests with tools."_s), qPrintable(ruled));
        QVERIFY2(ruled.contains(u"Rule 2 “Programs” of the policy work"_s), qPrintable(ruled));
        const QString checks = m_view->findChild<Label *>(u"checks"_s)->text();
        QVERIFY2(checks.contains(u"attempt 1 failed the check “json”"_s), qPrintable(checks));
        usage::RequestRecord many = decided();
        Json policy = many.settled.decision["policy"];
        const Json passed = policy["passed"].at(0);
        policy.set("passed", Json(Json::Array{passed, passed, passed, passed, passed}));
        many.settled.decision.set("policy", policy);
        m_view->present(many, {.seq = 13}, QTimeZone::utc());
        const QString counted = m_view->findChild<Label *>(u"ruled"_s)->text();
        QVERIFY2(counted.contains(u"5 rule(s) before it"_s) && !counted.contains(u"Rule 1"_s), qPrintable(counted));
        m_view->present(recordWith({}), {.seq = 14}, QTimeZone::utc());
        QVERIFY(m_view->findChild<Label *>(u"ruled"_s)->isHidden()); // nobody ruled there
        QVERIFY(m_view->findChild<Label *>(u"checks"_s)->isHidden());
    }

    void theRecordIsExplainedInSentencesThatCanBeCopied()
    {
        m_view->present(decided(), {.seq = 12}, QTimeZone::utc());
        show(Explained);
        const auto *view = m_view->findChild<QTextEdit *>(u"explained"_s);
        const QString shown = view->toPlainText();
        QVERIFY2(shown.startsWith(u"Request\nRequest 12 from "_s), qPrintable(shown));
        QVERIFY2(shown.contains(u"What happened\nAttempt 1: "_s), qPrintable(shown));
        QVERIFY(m_view->findChild<QToolButton *>());
        m_view->findChild<QToolButton *>()->click();
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().constFirst()->text(), u"Explanation"_s);
        menu->actions().constFirst()->trigger();
        menu->close();
        QVERIFY(QApplication::clipboard()->text().startsWith(u"Request 12 from "_s));
        m_view->clear();
        QVERIFY(view->toPlainText().isEmpty());
    }

    void anAmountThatCannotBeReadIsSaidAndTheReturnKeySettles()
    {
        presentLost();
        QSignalSpy settled(m_view.get(), &RecordView::lostSettled);
        QLineEdit *amount = lostAmount();
        QVERIFY(!amount->accessibleName().isEmpty());
        QTest::keyClicks(amount, u"five"_s);
        QTest::keyClick(amount, Qt::Key_Return);
        QCOMPARE(settled.size(), 0);
        QVERIFY(amount->property("wrong").toBool());
        QCOMPARE(amount->accessibleDescription(), u"Expected dollars, such as 0.05"_s);
        amount->selectAll();
        QTest::keyClicks(amount, u"0.25"_s);
        QVERIFY(!amount->property("wrong").toBool());
        QTest::keyClick(amount, Qt::Key_Return);
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled[0][0].value<usage::LostSettlement>().amount, NanoDollars{250'000'000});
    }

    void aLostRequestIsSettledOnceUntilThatFailed()
    {
        presentLost();
        QTest::keyClicks(lostAmount(), u"1"_s);
        QTest::keyClick(lostAmount(), Qt::Key_Return);
        QVERIFY(!lostAmount()->isEnabled());
        m_view->takeLostProblem({.seq = 2}); // of another one
        QVERIFY(!lostAmount()->isEnabled());
        m_view->takeLostProblem({.seq = 1});
        QVERIFY(lostAmount()->isEnabled());
    }

private:
    enum Tab
    {
        Trace,
        Explained,
        Request,
        Answer,
        Raw
    };
    void show(Tab tab)
    {
        auto *tabs = m_view->findChild<SegmentedControl *>();
        tabs->choose(Trace);
        tabs->choose(tab);
    }
    void presentLost()
    {
        usage::RequestRecord record = recordWith({});
        record.settled.end = routing::EndState::Lost;
        record.settled.cost = {};
        m_view->present(record, {.seq = 1}, QTimeZone::utc());
    }
    [[nodiscard]] QLineEdit *lostAmount() const { return m_view->findChild<QLineEdit *>(u"lost-amount"_s); }
    [[nodiscard]] QString answerText() const { return m_view->findChild<MarkdownView *>()->toPlainText(); }
    [[nodiscard]] QString text(const QString &name) const
    {
        for (const auto *edit : m_view->findChildren<QPlainTextEdit *>()) {
            if (edit->accessibleName() == name)
                return edit->toPlainText();
        }
        return u"no such field"_s;
    }

    ManualClock m_clock{usage::Tuesday};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<profile::Workspace> m_workspace;
    std::unique_ptr<RecordView> m_view;
};

static const bool tstRecordView = sb::testing::add<TstRecordView>();

#include "tst_record_view.moc"
