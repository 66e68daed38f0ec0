#include "core/chat/message.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::chat;

class TstMessage : public QObject
{
    Q_OBJECT

private slots:
    void dataUrlsAreSplit_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("mimeType");
        QTest::addColumn<QByteArray>("base64");
        QTest::newRow("a picture") << QByteArray("data:image/png;base64,AAAA") << QByteArray("image/png")
                                   << QByteArray("AAAA");
        QTest::newRow("with a parameter") << QByteArray("data:text/plain;charset=utf-8;base64,QQ==")
                                          << QByteArray("text/plain") << QByteArray("QQ==");
        QTest::newRow("in capitals") << QByteArray("DATA:Image/PNG;BASE64,AAAA") << QByteArray("image/png")
                                     << QByteArray("AAAA");
        QTest::newRow("empty") << QByteArray("data:image/gif;base64,") << QByteArray("image/gif") << QByteArray("");
        QTest::newRow("without a type") << QByteArray("data:;base64,QQ==") << QByteArray("") << QByteArray("QQ==");
    }
    void dataUrlsAreSplit()
    {
        QFETCH(QByteArray, url);
        const auto data = splitDataUrl(url);
        QVERIFY(data);
        QTEST(data->mimeType, "mimeType");
        QTEST(data->base64, "base64");
    }

    void otherUrlsAreNot_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const char *url : {"", "data:", "data:image/png;base64", "data:image/png,AAAA", "https://h/a.png",
                                "data:,base64", "xdata:image/png;base64,AAAA"})
            QTest::newRow(url) << QByteArray(url);
    }
    void otherUrlsAreNot()
    {
        QFETCH(QByteArray, url);
        QVERIFY(!splitDataUrl(url));
    }

    void textJoinsTheTextParts()
    {
        const TextPart before{.text = u"a"_s};
        const ImagePart between{.url = "https://h"};
        const TextPart after{.text = u"b"_s};
        Message message;
        message.parts = {before, between, after};
        QCOMPARE(message.text(), u"ab"_s);
    }

    void aMessageOfNoTextHasNoPart() { QVERIFY(Message::make(Role::User, QString()).parts.isEmpty()); }

    void rolesHaveNames()
    {
        QCOMPARE(toWireName(Role::System), QByteArray("system"));
        QCOMPARE(toWireName(Role::Developer), QByteArray("developer"));
        QCOMPARE(toWireName(Role::User), QByteArray("user"));
        QCOMPARE(toWireName(Role::Assistant), QByteArray("assistant"));
        QCOMPARE(toWireName(Role::Tool), QByteArray("tool"));
    }
};

static const bool tstMessage = sb::testing::add<TstMessage>();

#include "tst_message.moc"
