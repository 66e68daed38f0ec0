#include "ui/requests/record_view.h"

#include "tests/testing/testing.h"
#include "tests/usage/samples.h"
#include "ui/common/label.h"
#include "ui/common/markdown/markdown_view.h"
#include "ui/common/segmented_control.h"

#include <QLineEdit>
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
