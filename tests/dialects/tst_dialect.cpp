#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::dialects;

using Auth = catalog::Provider::Auth;
Q_DECLARE_METATYPE(sb::catalog::Provider::Auth)

class TstDialect : public QObject
{
    Q_OBJECT

private slots:
    void theFirstHeaderOfANameIsFound()
    {
        const AnswerHead head{.status = 200, .headers = {{"date", "a"}, {"via", "b"}, {"date", "c"}}};
        QCOMPARE(head.header("date"), QByteArray("a"));
        QCOMPARE(head.header("retry-after"), QByteArray());
    }

    void theKeyTravelsInTheProvidersOwnHeader_data()
    {
        QTest::addColumn<Auth>("auth");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("bearer") << Auth::Bearer << QByteArray("authorization") << QByteArray("Bearer k-1");
        QTest::newRow("x-api-key") << Auth::XApiKey << QByteArray("x-api-key") << QByteArray("k-1");
        QTest::newRow("x-goog-api-key") << Auth::XGoogApiKey << QByteArray("x-goog-api-key") << QByteArray("k-1");
    }
    void theKeyTravelsInTheProvidersOwnHeader()
    {
        QFETCH(Auth, auth);
        const auto header = authorization({.auth = auth}, " k-1\n");
        QVERIFY(header);
        QTEST(header->first, "name");
        QTEST(header->second, "value");
    }

    void noHeaderIsMadeFrom_data()
    {
        QTest::addColumn<Auth>("auth");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("no key") << Auth::Bearer << QByteArray();
        QTest::newRow("blanks") << Auth::Bearer << QByteArray(" \n");
        QTest::newRow("a key that would start another header") << Auth::Bearer << QByteArray("k\r\nhost: evil");
        QTest::newRow("a provider that takes none") << Auth::None << QByteArray("k-1");
    }
    void noHeaderIsMadeFrom()
    {
        QFETCH(Auth, auth);
        QFETCH(QByteArray, key);
        QCOMPARE(authorization({.auth = auth}, key), std::optional<Header>());
    }

    void theTableHasBothHalvesOfOpenAiChat()
    {
        QVERIFY(clientDialect(catalog::DialectId::OpenAiChat));
        QVERIFY(serverDialect(catalog::DialectId::OpenAiChat));
    }
};

static const bool registered = sb::testing::add<TstDialect>();

#include "tst_dialect.moc"
