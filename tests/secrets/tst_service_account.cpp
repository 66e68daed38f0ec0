#include "core/secrets/service_account.h"

#include "core/base/json.h"
#include "core/secrets/key_entry.h"
#include "tests/secrets/key_file.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::secrets;
using sb::testing::isSignedBy;
using sb::testing::makeKeyFile;

namespace {

const QUrl Google(u"https://oauth2.googleapis.com/token"_s);

QByteArray with(const char *member, const Json &value)
{
    Json json = *parseJson(makeKeyFile(Google).json);
    json.set(member, value);
    return json.dump();
}

Json partOf(const QByteArray &token, qsizetype part)
{
    return *parseJson(QByteArray::fromBase64(token.split('.').at(part), QByteArray::Base64UrlEncoding));
}

} // namespace

class TstServiceAccount : public QObject
{
    Q_OBJECT
private slots:
    void aKeyFileIsReadForWhatIsNeededOfIt()
    {
        const auto account = parseServiceAccount(makeKeyFile(Google).json);
        QVERIFY2(account, account ? "" : qPrintable(account.error().message));
        QCOMPARE(account->email, "signaller@line-1.iam.gserviceaccount.com");
        QCOMPARE(account->project, "line-1");
        QCOMPARE(account->keyId, "0123456789abcdef");
        QCOMPARE(account->tokenUrl, Google);
    }

    void asAKeyItIsOneLineWithoutBlanksAndReadsBack()
    {
        const QByteArray file = makeKeyFile(Google).json;
        const Result<QByteArray> key = cleanKey(file);
        QVERIFY(key);
        QVERIFY(!key->contains(' ') && !key->contains('\n'));
        QCOMPARE(parseServiceAccount(*key).value(), parseServiceAccount(file).value());
        QCOMPARE(cleanKey(*key).value(), *key);
    }

    void anAssertionIsSignedWithTheAccountsKey()
    {
        const auto file = makeKeyFile(Google);
        const auto account = *parseServiceAccount(file.json);
        const auto token = assertionOf(account, fromMilliseconds(1'764'500'000'999));
        QVERIFY(token);
        QVERIFY(isSignedBy(*token, file.publicKey));
        QByteArray changed = *token;
        changed[30] = changed[30] == 'A' ? 'B' : 'A';
        QVERIFY(!isSignedBy(changed, file.publicKey));

        QCOMPARE(partOf(*token, 0)["alg"].toBytes(), "RS256");
        QCOMPARE(partOf(*token, 0)["kid"].toBytes(), "0123456789abcdef");
        const Json claims = partOf(*token, 1);
        QCOMPARE(claims["iss"].toBytes(), account.email);
        QCOMPARE(claims["aud"].toBytes(), "https://oauth2.googleapis.com/token");
        QCOMPARE(claims["scope"].toBytes(), "https://www.googleapis.com/auth/cloud-platform");
        QCOMPARE(claims["iat"].toInteger(), 1'764'500'000);
        QCOMPARE(claims["exp"].toInteger(), 1'764'503'600);
    }

    void whatIsNoKeyFileIsRefusedWithWhatToDo_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("half a file") << makeKeyFile(Google).json.first(200) << u"not JSON"_s;
        QTest::newRow("credentials of a person")
            << makeKeyFile(Google, "authorized_user").json << u"“authorized_user”"_s;
        QTest::newRow("no account") << with("client_email", "") << u"client_email"_s;
        QTest::newRow("a private key that is cut")
            << with("private_key", "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n")
            << u"private key"_s;
        QTest::newRow("no private key") << with("private_key", "") << u"private key"_s;
        QTest::newRow("another server for tokens")
            << with("token_uri", "https://oauth2.googleapis.com.evil.example/token") << u"token_uri"_s;
        QTest::newRow("a server that is named as a user")
            << with("token_uri", "https://oauth2.googleapis.com@evil.example/token") << u"token_uri"_s;
        QTest::newRow("tokens over plain http")
            << with("token_uri", "http://oauth2.googleapis.com/token") << u"token_uri"_s;
        QTest::newRow("another port") << with("token_uri", "https://oauth2.googleapis.com:444/token") << u"token_uri"_s;
    }
    void whatIsNoKeyFileIsRefusedWithWhatToDo()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        const auto account = parseServiceAccount(file);
        QVERIFY(!account);
        QVERIFY2(account.error().message.contains(says), qPrintable(account.error().message));
        QVERIFY(!account.error().message.contains("MII"_L1));
        QVERIFY(!cleanKey(file));
    }

    void whatMustNotBeShownIsThePrivateKey()
    {
        const QByteArray key = cleanKey(makeKeyFile(Google).json).value();
        const QByteArrayList parts = serviceAccountSecrets(key);
        QCOMPARE(parts.size(), 1);
        QVERIFY(key.contains(parts.first()));
        QVERIFY(serviceAccountSecrets("sk-1234").isEmpty());
    }
};

static const bool tstServiceAccount = sb::testing::add<TstServiceAccount>();

#include "tst_service_account.moc"
