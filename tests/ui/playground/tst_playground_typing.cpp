#include "tests/testing/testing.h"
#include "tests/ui/playground/shown.h"
#include "ui/playground/conversation_list.h"
#include "ui/playground/turn_band.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QThreadPool>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using namespace sb::ui;

/// What is typed on the page, and what becomes of it.
class TstPlaygroundTyping final : public QObject
{
    Q_OBJECT
private slots:
    void anEditedMessageOutlastsScrollingAndAnotherPane();
    void anEditedMessageIsSentInItsOwnPlace();
    void aPromptThatIsBeingRewrittenIsThereAgain();
    void whatIsNotRightYetIsThereAgain();
    void resultsThatWereNotSentAreThereAgain();
    void anImageThatIsStillReadHoldsTheMessageBack();
    void anImageIsNotAttachedToAnotherConversation();
    void aSystemPromptCounts();
    void anImageAloneHasAnEstimate();
    void controlShiftZDoesWhatControlZTookBack();
    void theToolsButtonShowsThatThereAreTools();
    void anImagesWordsAreThoseOfTheRow();
    void tabBeginsInTheHeader();
    void tabGoesThroughImagesAndResults();
    void tabGoesThroughAPaneFromItsHeader();
};

namespace {

QImage noise(int side)
{
    QImage image(side, side, QImage::Format_RGB32);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x)
            image.setPixel(x, y, uint(x * 2654435761U) ^ uint(y * 40503U * 65537U)); // packs badly
    }
    return image;
}

/// Says where it was asked.
class ContextTranslator final : public QTranslator
{
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *, const char *, int) const override
    {
        return QString::fromLatin1(context);
    }
};

/// Where Tab goes, until it comes to this widget.
QWidgetList tabsUntil(QWidget *from, QWidget *end)
{
    QWidgetList path;
    from->setFocus();
    while (path.size() < 40 && (path.isEmpty() || path.constLast() != end)) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        path.append(QApplication::focusWidget());
    }
    return path;
}

const QString WeatherTool =
    uR"([{"type": "function", "function": {"name": "get_weather", "parameters": {"type": "object",
    "properties": {"city": {"type": "string"}}, "required": ["city"]}}}])"_s;

} // namespace

void TstPlaygroundTyping::anEditedMessageOutlastsScrollingAndAnotherPane()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig, {FirstModel, SecondModel});
    QVERIFY(shown.ask(u"Explain one"_s));
    QVERIFY(shown.ask(u"Explain two"_s));
    auto *band = shown.find<TurnBand>(u"turnBand"_s);
    band->edit();
    auto *edit = shown.find<QPlainTextEdit>(u"editTurn"_s);
    edit->setPlainText(u"half a thou"_s);
    shown.pane(1)->showPrompt(1);
    QTRY_COMPARE(shown.pane(1)->shownTurn(), 0);
    shown.pane(2)->view().setFocus();
    QVERIFY(band->isEditing());
    QCOMPARE(edit->toPlainText(), u"half a thou"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!band->isEditing());
    shown.pane(1)->view().setFocus();
    QVERIFY2(band->accessibleName().contains(u"Explain one"_s), qPrintable(band->accessibleName()));
}

void TstPlaygroundTyping::anEditedMessageIsSentInItsOwnPlace()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QVERIFY(shown.ask(u"Explain one"_s));
    QVERIFY(shown.ask(u"Explain two"_s));
    shown.find<TurnBand>(u"turnBand"_s)->edit();
    auto *edit = shown.find<QPlainTextEdit>(u"editTurn"_s);
    edit->setPlainText(u"Explain two, shorter"_s);
    shown.pane(1)->showPrompt(1);
    QTRY_COMPARE(shown.pane(1)->shownTurn(), 0);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(shown.settled());
    const QList<profile::Turn> &turns = shown.page.session().panes().constFirst()->state().turns;
    QCOMPARE(turns.size(), 2);
    QCOMPARE(turns[0].user.text(), u"Explain one"_s);
    QCOMPARE(turns[1].user.text(), u"Explain two, shorter"_s);
}

void TstPlaygroundTyping::aPromptThatIsBeingRewrittenIsThereAgain()
{
    Rig rig;
    QVERIFY(rig.start());
    QString id;
    {
        Shown shown(rig);
        QVERIFY(shown.ask(u"Explain one"_s));
        QVERIFY(shown.ask(u"Explain two"_s));
        id = shown.page.session().shared().id;
        auto *band = shown.find<TurnBand>(u"turnBand"_s);
        shown.pane(1)->showPrompt(1);
        QTRY_COMPARE(shown.pane(1)->shownTurn(), 0);
        band->edit();
        auto *edit = shown.find<QPlainTextEdit>(u"editTurn"_s);
        edit->setPlainText(u"Explain one, shorter"_s);
        shown.page.newConversation(); // another one is opened
        QVERIFY(!band->isEditing());
        shown.page.openConversation(id);
        QTRY_COMPARE(shown.page.session().shared().id, id);
        QVERIFY(band->isEditing());
        QCOMPARE(edit->toPlainText(), u"Explain one, shorter"_s);
    }
    const auto kept = rig.onDisk(id);
    QCOMPARE(kept->edit, (profile::PromptEdit{.prompt = 1, .text = u"Explain one, shorter"_s}));

    Shown again(rig); // and after a restart
    again.page.openConversation(id);
    QTRY_COMPARE(again.page.session().shared().id, id);
    auto *band = again.find<TurnBand>(u"turnBand"_s);
    auto *edit = again.find<QPlainTextEdit>(u"editTurn"_s);
    QVERIFY(band->isEditing());
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier); // asks the prompt that it was, again
    QVERIFY(again.settled());
    QCOMPARE(again.page.session().panes().constFirst()->state().turns.size(), 1);
    QCOMPARE(again.page.session().turn(1)->user.text(), u"Explain one, shorter"_s);
    QCOMPARE(again.page.session().shared().edit, profile::PromptEdit());
    band->edit();
    QTest::keyClick(edit, Qt::Key_Escape); // given up
    QCOMPARE(again.page.session().shared().edit, profile::PromptEdit());
}

void TstPlaygroundTyping::whatIsNotRightYetIsThereAgain()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QTest::keyClick(shown.prompt(), Qt::Key_I, Qt::ControlModifier);
    auto *kind = shown.find<QComboBox>(u"answerKind"_s);
    auto *tools = shown.find<QPlainTextEdit>(u"toolsJson"_s);
    auto *schema = shown.find<QPlainTextEdit>(u"schema"_s);
    auto *temperature = shown.find<QLineEdit>(u"temperature"_s);
    kind->setCurrentIndex(2);
    emit kind->activated(2);
    schema->setPlainText(u"{\"type\": "_s);
    tools->setPlainText(u"[{\"type\""_s);
    QTest::keyClicks(temperature, u"3"_s);
    const QString id = shown.page.session().shared().id;
    shown.page.newConversation();
    QVERIFY(tools->toPlainText().isEmpty() && schema->toPlainText().isEmpty() && temperature->text().isEmpty());
    QCOMPARE(kind->currentIndex(), 0);

    shown.page.openConversation(id);
    QTRY_COMPARE(shown.page.session().shared().id, id);
    QCOMPARE(tools->toPlainText(), u"[{\"type\""_s);
    QCOMPARE(schema->toPlainText(), u"{\"type\": "_s);
    QCOMPARE(kind->currentIndex(), 2);
    QCOMPARE(temperature->text(), u"3"_s);
    QVERIFY(temperature->property("wrong").toBool());
}

void TstPlaygroundTyping::resultsThatWereNotSentAreThereAgain()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    PlaygroundSession &session = shown.page.session();
    session.setTools(*parseJson(WeatherTool.toUtf8()));
    QVERIFY(shown.ask(u"Use get_weather for Bern"_s));
    shown.find<QPlainTextEdit>(u"result-0"_s)->setPlainText(u"rain, 8 deg"_s);
    const QString id = session.shared().id;
    shown.page.newConversation();
    shown.page.openConversation(id);
    QTRY_COMPARE(session.shared().id, id);
    auto *result = shown.find<QPlainTextEdit>(u"result-0"_s);
    QVERIFY(result);
    QCOMPARE(result->toPlainText(), u"rain, 8 deg"_s);
    QTest::keyClick(result, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(shown.settled());
    QVERIFY(session.panes().constFirst()->state().unsentResults.isNull());
}

void TstPlaygroundTyping::anImageThatIsStillReadHoldsTheMessageBack()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    shown.prompt()->setPlainText(u"What is this?"_s);
    QApplication::clipboard()->setImage(noise(600));
    shown.prompt()->paste();
    QTest::keyClick(shown.prompt(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!shown.page.session().isAnyRunning());
    auto *send = shown.find<QAbstractButton>(u"send"_s);
    QVERIFY(!send->isEnabled() && send->toolTip().contains(u"image"_s));
    QTRY_VERIFY(send->isEnabled());
    QTest::keyClick(shown.prompt(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(shown.settled());
    QCOMPARE(shown.page.session().panes().constFirst()->state().turns.constFirst().user.parts.size(), 2);
}

void TstPlaygroundTyping::anImageIsNotAttachedToAnotherConversation()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QApplication::clipboard()->setImage(noise(600));
    shown.prompt()->paste();
    shown.page.newConversation();
    QApplication::clipboard()->setImage(noise(8));
    shown.prompt()->paste();
    QTRY_VERIFY(shown.find<QAbstractButton>(u"image-0"_s));
    QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
    QCoreApplication::processEvents();
    QCOMPARE(shown.page.session().shared().draftImages.size(), 1);
}

void TstPlaygroundTyping::aSystemPromptCounts()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    auto *estimate = shown.find<QLabel>(u"estimate"_s);
    shown.prompt()->setPlainText(u"Hello"_s);
    QTRY_VERIFY(!estimate->text().isEmpty());
    const QString before = estimate->text();
    shown.find<QPlainTextEdit>(u"systemPrompt"_s)->setPlainText(QString(u"levers and points "_s).repeated(200));
    QTRY_VERIFY(estimate->text() != before);
}

void TstPlaygroundTyping::anImageAloneHasAnEstimate()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QApplication::clipboard()->setImage(noise(24));
    shown.prompt()->paste();
    QTRY_VERIFY(shown.find<QAbstractButton>(u"image-0"_s));
    QTRY_VERIFY(!shown.find<QLabel>(u"estimate"_s)->text().isEmpty());
}

void TstPlaygroundTyping::controlShiftZDoesWhatControlZTookBack()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QVERIFY(shown.ask(u"Explain one"_s));
    PlaygroundSession &session = shown.page.session();
    session.sendAgain(1, u"Explain another"_s);
    QVERIFY(shown.settled());
    const auto asked = [&] { return session.panes().constFirst()->state().turns.constFirst().user.text(); };
    QVERIFY(QTest::qWaitForWindowActive(&shown.page));
    shown.prompt()->setFocus();
    QTest::keyClick(shown.prompt(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(asked(), u"Explain one"_s);
    QVERIFY(shown.answer(1).size() > 10);
    QTest::keyClick(shown.prompt(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(asked(), u"Explain another"_s);
}

void TstPlaygroundTyping::theToolsButtonShowsThatThereAreTools()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    auto *button = shown.find<QAbstractButton>(u"tools"_s);
    QVERIFY(!button->isChecked());
    shown.find<QPlainTextEdit>(u"toolsJson"_s)->setPlainText(WeatherTool);
    QVERIFY(button->isChecked());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(button->isChecked());
}

void TstPlaygroundTyping::anImagesWordsAreThoseOfTheRow()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    ContextTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QApplication::clipboard()->setImage(noise(24));
    shown.prompt()->paste();
    QTRY_VERIFY(shown.find<QAbstractButton>(u"image-0"_s));
    auto *chip = shown.find<QAbstractButton>(u"image-0"_s);
    QCOMPARE(chip->toolTip(), u"sb::ui::AttachmentRow"_s);
    QCOMPARE(chip->text(), u"sb::ui::AttachmentRow"_s);
    QCoreApplication::removeTranslator(&translator);
}

void TstPlaygroundTyping::tabBeginsInTheHeader()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QVERIFY(QTest::qWaitForWindowActive(&shown.page));
    QVERIFY(!(shown.page.focusPolicy() & Qt::TabFocus));
    QVERIFY(shown.prompt()->hasFocus()); // as the window gives the page the focus
    auto *search = shown.page.findChild<ConversationList *>()->findChild<QLineEdit *>();
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(!shown.prompt()->hasFocus()); // but in the header
    QVERIFY(QApplication::focusWidget() != search);
}

void TstPlaygroundTyping::tabGoesThroughImagesAndResults()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    shown.page.session().setTools(*parseJson(WeatherTool.toUtf8()));
    QVERIFY(shown.ask(u"Use get_weather for Bern"_s));
    QVERIFY(QTest::qWaitForWindowActive(&shown.page));
    QApplication::clipboard()->setImage(noise(24));
    shown.prompt()->paste();
    QTRY_VERIFY(shown.find<QAbstractButton>(u"image-0"_s));

    QWidget *result = shown.find<QWidget>(u"result-0"_s);
    QWidget *sendResults = shown.find<QWidget>(u"sendResults"_s);
    QWidget *image = shown.find<QWidget>(u"image-0"_s);
    QWidget *attach = shown.find<QWidget>(u"attach"_s);
    const QWidgetList path = tabsUntil(&shown.pane(1)->view(), attach);
    const QList<qsizetype> places{path.indexOf(result), path.indexOf(sendResults), path.indexOf(shown.prompt()),
                                  path.indexOf(image), path.indexOf(attach)};
    QStringList names;
    for (const QWidget *widget : path)
        names.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
    QVERIFY2(places.constFirst() >= 0 && std::is_sorted(places.cbegin(), places.cend()), qPrintable(names.join(u'\n')));
}

void TstPlaygroundTyping::tabGoesThroughAPaneFromItsHeader()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QVERIFY(shown.ask(u"Explain a signal box"_s));
    QVERIFY(QTest::qWaitForWindowActive(&shown.page));
    auto *view = &shown.pane(1)->view();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Why this route"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(QString::fromLatin1(QApplication::focusWidget()->metaObject()->className()), u"sb::ui::RouteStrip"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"More"_s);
}

static const bool tstPlaygroundTyping = sb::testing::add<TstPlaygroundTyping>();

#include "tst_playground_typing.moc"
