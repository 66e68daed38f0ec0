#include "ui/providers/base_url.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstBaseUrl final : public QObject
{
    Q_OBJECT
private slots:
    void anAddressIsTakenAsPeopleTypeIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::newRow("whole") << u"https://api.example.com/v1"_s << u"https://api.example.com/v1"_s;
        QTest::newRow("blanks around, slashes at the end")
            << u"  https://x.example/v1// "_s << u"https://x.example/v1"_s;
        QTest::newRow("without a scheme") << u"api.example.com/v1"_s << u"https://api.example.com/v1"_s;
        QTest::newRow("this machine without a scheme") << u"127.0.0.1:8080/v1"_s << u"http://127.0.0.1:8080/v1"_s;
        QTest::newRow("this machine by name") << u"localhost:8080"_s << u"http://localhost:8080"_s;
        QTest::newRow("plain http elsewhere") << u"http://box.lan:8000/v1"_s << u"http://box.lan:8000/v1"_s;
        QTest::newRow("a host that is a number") << u"http://[::1]:8080/v1"_s << u"http://[::1]:8080/v1"_s;
    }
    void anAddressIsTakenAsPeopleTypeIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, url);
        const auto read = parseBaseUrl(typed);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->toString(), url);
    }

    void whatIsNoBaseUrlIsToldWhatWasExpected_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << u" "_s << u"such as"_s;
        QTest::newRow("another scheme") << u"ftp://x.example"_s << u"http or https"_s;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << u"http or https"_s;
        QTest::newRow("a key inside") << u"https://user:secret@x.example"_s << u"own field"_s;
        QTest::newRow("a query") << u"https://x.example/v1?key=1"_s << u"without ?"_s;
        QTest::newRow("words") << u"my server"_s << u"http or https"_s;
        QTest::newRow("the whole path of a request")
            << u"https://x.example/v1/chat/completions"_s << u"before chat/completions"_s;
    }
    void whatIsNoBaseUrlIsToldWhatWasExpected()
    {
        QFETCH(QString, typed);
        QFETCH(QString, says);
        const auto read = parseBaseUrl(typed);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
    }
};

static const bool tstBaseUrl = sb::testing::add<TstBaseUrl>();

#include "tst_base_url.moc"
