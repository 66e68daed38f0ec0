#include "core/practice/tokens.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb::practice;
using namespace Qt::StringLiterals;

class TstTokens : public QObject
{
    Q_OBJECT

private slots:
    void aTokenIsFourBytes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("tokens");
        QTest::addColumn<qint64>("count");
        QTest::newRow("empty") << QString() << QStringList{} << qint64(0);
        QTest::newRow("one letter") << u"a"_s << QStringList{u"a"_s} << qint64(1);
        QTest::newRow("four letters") << u"abcd"_s << QStringList{u"abcd"_s} << qint64(1);
        QTest::newRow("five letters") << u"abcde"_s << QStringList{u"abcd"_s, u"e"_s} << qint64(2);
        QTest::newRow("umlauts are two bytes") << u"äöü"_s << QStringList{u"äö"_s, u"ü"_s} << qint64(2);
        QTest::newRow("three bytes are not torn apart") << u"漢字"_s << QStringList{u"漢"_s, u"字"_s} << qint64(2);
        QTest::newRow("surrogates stay together") << u"a😀b"_s << QStringList{u"a"_s, u"😀"_s, u"b"_s} << qint64(2);
    }
    void aTokenIsFourBytes()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, tokens);
        QFETCH(const qint64, count);
        QCOMPARE(splitTokens(text), tokens);
        QCOMPARE(tokens.join(QString()), text);
        QCOMPARE(countTokens(text), count);
    }
};

static const bool tstTokens = sb::testing::add<TstTokens>();
#include "tst_tokens.moc"
