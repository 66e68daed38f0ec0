#include "tests/testing/testing.h"
#include "ui/common/json_place.h"
#include "ui/common/json_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstJsonPlace final : public QObject
{
    Q_OBJECT
private slots:
    void aMemberIsFoundByItsPath_data();
    void aMemberIsFoundByItsPath();
    void textStopsBeingJson_data();
    void textStopsBeingJson();
    void aMessageBeginsWithItsPath_data();
    void aMessageBeginsWithItsPath();
    void aMessageIsShownBesideTheLineThatItIsAbout();
};

namespace {

QString chainText()
{
    return u"{\n  \"name\": \"c\",\n  \"steps\": [\n    {\n      \"model\": \"a\\\"b\"\n    },\n    {\n"
           "      \"clocks\": {\n        \"idle_ms\": 0\n      }\n    }\n  ]\n}\n"_s;
}

} // namespace

void TstJsonPlace::aMemberIsFoundByItsPath_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("line");
    QTest::newRow("a member") << u"name"_s << 1;
    QTest::newRow("an item of a list") << u"steps[1]"_s << 6;
    QTest::newRow("a member far inside") << u"steps[1].clocks.idle_ms"_s << 8;
    QTest::newRow("behind a text with a quotation mark") << u"steps[1].clocks"_s << 7;
    QTest::newRow("what is not there: the nearest around it") << u"steps[0].clocks.idle_ms"_s << 3;
    QTest::newRow("an index that begins alike") << u"steps[10].model"_s << 2;
    QTest::newRow("nothing at all") << u""_s << 0;
}

void TstJsonPlace::aMemberIsFoundByItsPath()
{
    QFETCH(QString, path);
    QTEST(int(chainText().first(placeOf(chainText(), path)).count(u'\n')), "line");
}

void TstJsonPlace::textStopsBeingJson_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("at"); // -1: it does not
    QTest::newRow("a chain") << chainText() << -1;
    QTest::newRow("every kind of value") << u" [true, null, -1.5e3, \"\\\"\", {}, []] "_s << -1;
    QTest::newRow("a comma too many") << u"{\"a\": 1,}"_s << 8;
    QTest::newRow("a comma missing") << u"{\"a\": 1 \"b\": 2}"_s << 8;
    QTest::newRow("a word without quotation marks") << u"{\"a\": no}"_s << 6;
    QTest::newRow("something behind the end") << u"{} x"_s << 3;
    QTest::newRow("nothing") << u""_s << 0;
    QTest::newRow("an open text") << u"{\"a"_s << 3;
}

void TstJsonPlace::textStopsBeingJson()
{
    QFETCH(QString, text);
    QTEST(int(mistakeIn(text).value_or(-1)), "at");
}

void TstJsonPlace::aMessageBeginsWithItsPath_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("path");
    QTest::newRow("a path") << u"steps[1].accept[0].max_words: expected a number"_s
                            << u"steps[1].accept[0].max_words"_s;
    QTest::newRow("one member") << u"name: expected a text"_s << u"name"_s;
    QTest::newRow("no path") << u"not valid JSON at byte 3"_s << u""_s;
    QTest::newRow("a sentence with a colon") << u"cannot check: color"_s << u""_s;
}

void TstJsonPlace::aMessageBeginsWithItsPath()
{
    QFETCH(QString, message);
    QTEST(pathIn(message), "path");
}

void TstJsonPlace::aMessageIsShownBesideTheLineThatItIsAbout()
{
    JsonText text;
    text.setPlainText(chainText());
    QCOMPARE(text.lineOf(u"steps[1].clocks.idle_ms: expected more"_s), 8);
    text.resize(600, 400);
    const QImage before = text.grab().toImage();
    text.setMarks({{8, u"expected more"_s}});
    QVERIFY(text.grab().toImage() != before);
    text.setMarks({});
    QCOMPARE(text.grab().toImage(), before);
    text.setPlainText(u"{\n  \"a\": oops\n}"_s);
    QCOMPARE(text.lineOf(u"not valid JSON at byte 9"_s), 1);
}

static const bool tstJsonPlace = sb::testing::add<TstJsonPlace>();

#include "tst_json_place.moc"
