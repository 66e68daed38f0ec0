#include "core/engine/delivery.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::engine;
using routing::AfterFirstContent;

namespace {

chat::Event text(const QString &text)
{
    return chat::TextDelta{.text = text};
}

/// Feeds text and says what came through; "!" for a mismatch.
QString fed(Delivery &delivery, const QStringList &pieces)
{
    QString out;
    for (const QString &piece : pieces) {
        const Delivery::Step step = delivery.take(text(piece));
        if (step.mismatch)
            return out + u'!';
        for (const chat::Event &event : step.events) {
            if (const auto *delta = std::get_if<chat::TextDelta>(&event))
                out += delta->text;
        }
    }
    return out;
}

} // namespace

class TstDelivery : public QObject
{
    Q_OBJECT
private slots:
    void nothingPassesBeforeContent();
    void theFinishWaitsUntilTheAnswerIsKnownToBeWhole();
    void aFailedAttemptWithoutContentLeavesNoTrace();
    void aSpliceTakesAnySplitOfTheRepeatedText_data();
    void aSpliceTakesAnySplitOfTheRepeatedText();
    void aSpliceKeepsTheReasoningThatWasShown();
    void aToolCallBehindTheRepeatedTextPasses();
    void anotherAnswerIsPossible_data();
    void anotherAnswerIsPossible();
    void holdGivesAllAtTheEnd();
    void anAnswerThatBeginsAnewReplacesWhatNobodyHasSeen_data();
    void anAnswerThatBeginsAnewReplacesWhatNobodyHasSeen();
    void anAnswerThatBeginsAnewMustRepeatWhatWasDelivered();
};

void TstDelivery::anAnswerThatBeginsAnewReplacesWhatNobodyHasSeen_data()
{
    QTest::addColumn<AfterFirstContent>("mode");
    QTest::addColumn<chat::Event>("before");
    QTest::newRow("nothing but usage") << AfterFirstContent::Error << chat::Event(chat::UsageReport{});
    QTest::newRow("held text") << AfterFirstContent::Hold << text(u"old"_s);
    QTest::newRow("reasoning") << AfterFirstContent::Splice << chat::Event(chat::ReasoningDelta{.text = u"old"_s});
}

void TstDelivery::anAnswerThatBeginsAnewReplacesWhatNobodyHasSeen()
{
    QFETCH(AfterFirstContent, mode);
    QFETCH(chat::Event, before);
    Delivery delivery(mode);
    const Delivery::Step first = delivery.take(before);
    QVERIFY(!first.mismatch);
    const Delivery::Step anew = delivery.take(chat::Started{.id = u"b"_s, .anew = true});
    QVERIFY(!anew.mismatch);
    const Delivery::Step step = delivery.take(text(u"new"_s));
    QVERIFY(!step.mismatch);
    const Delivery::Step last = delivery.complete();
    QCOMPARE(last.mismatch, false);
    QCOMPARE(delivery.answer().id, u"b"_s);
    QCOMPARE(delivery.answer().text, u"new"_s);
    QCOMPARE(delivery.answer().reasoning, QString());
}

void TstDelivery::anAnswerThatBeginsAnewMustRepeatWhatWasDelivered()
{
    Delivery delivery(AfterFirstContent::Splice);
    QCOMPARE(fed(delivery, {u"The "_s}), u"The "_s);
    QVERIFY(!delivery.take(chat::Started{.anew = true}).mismatch);
    QCOMPARE(fed(delivery, {u"The le"_s, u"ver"_s}), u"lever"_s);
    QVERIFY(!delivery.take(chat::Started{.anew = true}).mismatch);
    QCOMPARE(fed(delivery, {u"A lever"_s}), u"!"_s);

    Delivery strict(AfterFirstContent::Error);
    QCOMPARE(fed(strict, {u"The "_s}), u"The "_s);
    QVERIFY(strict.take(chat::Started{.anew = true}).mismatch);
}

void TstDelivery::nothingPassesBeforeContent()
{
    Delivery delivery(AfterFirstContent::Error);
    QVERIFY(delivery.take(chat::Started{.model = u"m"_s}).events.isEmpty());
    QVERIFY(delivery.take(chat::UsageReport{}).events.isEmpty());
    QVERIFY(!delivery.contentDelivered());
    QCOMPARE(delivery.take(text(u"a"_s)).events.size(), 3);
    QVERIFY(delivery.contentDelivered());
    QCOMPARE(delivery.answer().model, u"m"_s);
}

void TstDelivery::theFinishWaitsUntilTheAnswerIsKnownToBeWhole()
{
    Delivery delivery(AfterFirstContent::Error);
    QCOMPARE(delivery.take(text(u"a"_s)).events.size(), 1);
    QVERIFY(delivery.take(chat::Finished{}).events.isEmpty());
    QVERIFY(delivery.take(chat::UsageReport{}).events.isEmpty());
    QVERIFY(!delivery.answer().finish);
    QCOMPARE(delivery.complete().events.size(), 2);
    QCOMPARE(delivery.answer().finish, std::optional(chat::FinishReason::Stop));
}

void TstDelivery::aFailedAttemptWithoutContentLeavesNoTrace()
{
    Delivery delivery(AfterFirstContent::Error);
    (void)delivery.take(chat::Started{.model = u"first"_s});
    QVERIFY(delivery.canRestart());
    delivery.restart();
    QCOMPARE(delivery.take(text(u"a"_s)).events.size(), 1);
    QVERIFY(delivery.answer().model.isEmpty());
}

void TstDelivery::aSpliceTakesAnySplitOfTheRepeatedText_data()
{
    QTest::addColumn<QStringList>("second");
    QTest::addColumn<QString>("delivered");
    QTest::newRow("in one piece") << QStringList{u"abcdef"_s} << u"def"_s;
    QTest::newRow("letter by letter") << u"a,b,c,d,e,f"_s.split(u',') << u"def"_s;
    QTest::newRow("split at the seam") << QStringList{u"abc"_s, u"def"_s} << u"def"_s;
    QTest::newRow("other from the first letter") << QStringList{u"x"_s} << u"!"_s;
    QTest::newRow("other at the last letter") << QStringList{u"ab"_s, u"x"_s} << u"!"_s;
    QTest::newRow("other inside a longer piece") << QStringList{u"abxdef"_s} << u"!"_s;
    QTest::newRow("only the repetition so far") << QStringList{u"abc"_s} << QString();
}

void TstDelivery::aSpliceTakesAnySplitOfTheRepeatedText()
{
    QFETCH(QStringList, second);
    Delivery delivery(AfterFirstContent::Splice);
    QCOMPARE(fed(delivery, {u"ab"_s, u"c"_s}), u"abc"_s);
    delivery.restart();
    QTEST(fed(delivery, second), "delivered");
}

void TstDelivery::aSpliceKeepsTheReasoningThatWasShown()
{
    Delivery delivery(AfterFirstContent::Splice);
    (void)delivery.take(chat::ReasoningDelta{.text = u"first thought"_s});
    (void)delivery.take(text(u"abc"_s));
    delivery.restart();
    QVERIFY(delivery.take(chat::ReasoningDelta{.text = u"second thought"_s}).events.isEmpty());
    QCOMPARE(fed(delivery, {u"abcd"_s}), u"d"_s);
    QVERIFY(delivery.take(chat::ReasoningDelta{.text = u"third thought"_s}).events.isEmpty());
    QCOMPARE(delivery.answer().reasoning, u"first thought"_s);
    QCOMPARE(delivery.answer().text, u"abcd"_s);
}

void TstDelivery::aToolCallBehindTheRepeatedTextPasses()
{
    const chat::Event call = chat::ToolCallDelta{.name = u"look_up"_s};
    for (const QString &repeated : {u"abc"_s, u"ab"_s}) {
        Delivery delivery(AfterFirstContent::Splice);
        (void)delivery.take(text(u"abc"_s));
        delivery.restart();
        (void)delivery.take(text(repeated));
        const Delivery::Step step = delivery.take(call);
        QCOMPARE(step.mismatch, repeated != u"abc"_s);
        QCOMPARE(step.events.size(), repeated == u"abc"_s ? 1 : 0);
    }
}

void TstDelivery::anotherAnswerIsPossible_data()
{
    QTest::addColumn<AfterFirstContent>("mode");
    QTest::addColumn<chat::Event>("event");
    QTest::addColumn<bool>("possible");
    const chat::Event call = chat::ToolCallDelta{.name = u"look_up"_s};
    const chat::Event refusal = chat::RefusalDelta{.text = u"no"_s};
    QTest::newRow("error, text") << AfterFirstContent::Error << text(u"a"_s) << false;
    QTest::newRow("splice, text") << AfterFirstContent::Splice << text(u"a"_s) << true;
    QTest::newRow("continue, text") << AfterFirstContent::Continue << text(u"a"_s) << true;
    QTest::newRow("splice, a tool call") << AfterFirstContent::Splice << call << false;
    QTest::newRow("splice, a refusal") << AfterFirstContent::Splice << refusal << false;
    QTest::newRow("hold, a tool call") << AfterFirstContent::Hold << call << true;
}

void TstDelivery::anotherAnswerIsPossible()
{
    QFETCH(AfterFirstContent, mode);
    QFETCH(chat::Event, event);
    Delivery delivery(mode);
    (void)delivery.take(event);
    QTEST(delivery.canRestart(), "possible");
}

void TstDelivery::holdGivesAllAtTheEnd()
{
    Delivery delivery(AfterFirstContent::Hold);
    QCOMPARE(fed(delivery, {u"first"_s}), QString());
    QVERIFY(!delivery.contentDelivered());
    delivery.restart();
    QCOMPARE(fed(delivery, {u"sec"_s, u"ond"_s}), QString());
    (void)delivery.take(chat::Finished{});
    QCOMPARE(delivery.complete().events.size(), 3);
    QCOMPARE(delivery.answer().text, u"second"_s);
}

static const bool tstDelivery = sb::testing::add<TstDelivery>();

#include "tst_delivery.moc"
