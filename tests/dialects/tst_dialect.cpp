#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace sb;
using namespace sb::dialects;
using namespace Qt::StringLiterals;

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
        QTest::newRow("api-key") << Auth::ApiKey << QByteArray("api-key") << QByteArray("k-1");
        QTest::newRow("a token of a service account")
            << Auth::GoogleServiceAccount << QByteArray("authorization") << QByteArray("Bearer k-1");
        QTest::newRow("x-goog-api-key") << Auth::XGoogApiKey << QByteArray("x-goog-api-key") << QByteArray("k-1");
        QTest::newRow("an API key of Bedrock")
            << Auth::AwsSigV4 << QByteArray("authorization") << QByteArray("Bearer k-1");
    }
    void theKeyTravelsInTheProvidersOwnHeader()
    {
        QFETCH(Auth, auth);
        const auto headers = authorization({.auth = auth}, " k-1\n", {}, {});
        QCOMPARE(headers.size(), 1);
        QTEST(headers[0].first, "name");
        QTEST(headers[0].second, "value");
    }

    void noHeaderIsMadeFrom_data()
    {
        QTest::addColumn<Auth>("auth");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("no key") << Auth::Bearer << QByteArray();
        QTest::newRow("blanks") << Auth::Bearer << QByteArray(" \n");
        QTest::newRow("a key that would start another header") << Auth::Bearer << QByteArray("k\r\nhost: evil");
        QTest::newRow("a key file, which is sent nowhere") << Auth::Bearer << QByteArray("{\"type\":\"x\"}");
        QTest::newRow("a key file instead of its token")
            << Auth::GoogleServiceAccount << QByteArray("{\"type\":\"x\"}");
        QTest::newRow("an AWS key without a region") << Auth::AwsSigV4 << QByteArray("AKIDEXAMPLE:secret");
        QTest::newRow("an AWS key of four parts") << Auth::AwsSigV4 << QByteArray("a:b:c:d");
        QTest::newRow("a provider that takes none") << Auth::None << QByteArray("k-1");
    }
    void noHeaderIsMadeFrom()
    {
        QFETCH(Auth, auth);
        QFETCH(QByteArray, key);
        QCOMPARE(authorization({.auth = auth}, key, {}, {}), QList<Header>());
    }

    /// The signatures are those that AWS's own signer (botocore 1.44) makes of the same requests.
    void aRequestToBedrockIsSigned_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("signature");
        const QString model = u"/model/eu.amazon.nova-lite-v1%3A0/converse-stream"_s;
        const QString arn = u"/model/arn%3Aaws%3Abedrock%3Aeu-central-1%3A012345678901%3Ainference-profile%2F"
                            "eu.amazon.nova-lite-v1%3A0/converse"_s;
        const QByteArray token = "session/token+1==";
        QTest::newRow("a model with a colon")
            << model << QByteArray() << QByteArray("ef3318e9b860fbaa0415d3bbd5a7c84c74dab37588057f7ff4c912447a6bec42");
        QTest::newRow("an ARN with a slash")
            << arn << QByteArray() << QByteArray("683a2c08a47ed4b7fb73b228fc8a62349b706098cb5b7ff7039be198c95a1eb0");
        QTest::newRow("in a session") << model << token
                                      << QByteArray("1842357551342a0dbcbe5af12fd16ed5e0704fc3618e36a12454368289e5a5a0");
        QTest::newRow("an ARN in a session")
            << arn << token << QByteArray("7a020a9134d10275eb27754d1915a002265b58dc9b75e13427ebf9a418c03e95");
    }
    void aRequestToBedrockIsSigned()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, signature);
        const QUrl base(u"https://bedrock-runtime.eu-central-1.amazonaws.com"_s);
        const WireRequest wire{.url = QUrl(base.toString() + path),
                               .headers = {{"content-type", "application/json"}, {"accept", "*/*"}},
                               .body = R"({"messages":[]})"};
        const QByteArray key = "AKIDEXAMPLE:wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
        const QDateTime now(QDate(2026, 3, 1), QTime(8, 30), QTimeZone::utc());
        const QList<Header> headers =
            authorization({.baseUrl = base, .auth = Auth::AwsSigV4}, token.isEmpty() ? key : key + ':' + token, wire,
                          fromMilliseconds(now.toMSecsSinceEpoch()));
        const AnswerHead head{.headers = headers};
        QCOMPARE(headers.size(), token.isEmpty() ? 2 : 3);
        QCOMPARE(head.header("x-amz-date"), QByteArray("20260301T083000Z"));
        QCOMPARE(head.header("x-amz-security-token"), token);
        QVERIFY(head.header("authorization")
                    .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260301/eu-central-1/bedrock/aws4_request, "
                                "SignedHeaders=content-type;host;x-amz-date"));
        QCOMPARE(head.header("authorization").last(64), signature);
    }

    void aPortThatIsNotTheUsualOneIsSigned()
    {
        const auto signatureFor = [](const QString &address) {
            const catalog::Provider provider{
                .baseUrl = QUrl(address), .auth = Auth::AwsSigV4, .awsRegion = u"us-east-1"_s};
            const auto headers = authorization(provider, "AKIDEXAMPLE:s", {.url = QUrl(address)}, {});
            return AnswerHead{.headers = headers}.header("authorization");
        };
        QCOMPARE(signatureFor(u"https://x.example:443/a"_s), signatureFor(u"https://x.example/a"_s));
        QVERIFY(signatureFor(u"https://x.example:8443/a"_s) != signatureFor(u"https://x.example/a"_s));
    }

    void theTableHasBothHalvesOfOpenAiChat()
    {
        QVERIFY(clientDialect(catalog::DialectId::OpenAiChat));
        QVERIFY(serverDialect(catalog::DialectId::OpenAiChat));
    }
};

static const bool tstDialect = sb::testing::add<TstDialect>();

#include "tst_dialect.moc"
