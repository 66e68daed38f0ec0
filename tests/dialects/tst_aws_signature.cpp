#include "core/dialects/aws_signature.h"
#include "tests/testing/testing.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace sb;
using namespace sb::dialects;
using namespace Qt::StringLiterals;

namespace {

// All of this is AWS's own example: key, time and service of its published test suite.
const AwsKey Key{.id = "AKIDEXAMPLE", .secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"};

Header host()
{
    return {"Host", "example.amazonaws.com"};
}

WallTime exampleTime()
{
    return fromMilliseconds(QDateTime(QDate(2015, 8, 30), QTime(12, 36), QTimeZone::utc()).toMSecsSinceEpoch());
}

QByteArray hashOf(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
}

QByteArray valueOf(const QList<Header> &headers, const char *name)
{
    return AnswerHead{.headers = headers}.header(name);
}

} // namespace

class TstAwsSignature : public QObject
{
    Q_OBJECT

private slots:
    /// Source: AWS's Signature Version 4 test suite, github.com/awslabs/aws-c-auth, tests/aws-signing-test-suite/v4;
    /// those without a path that is made shorter first, which is never done here.
    void theTestSuiteOfAwsPasses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QList<Header>>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QByteArray>("signature");
        const auto row = [](const char *name, const QByteArray &method, const QByteArray &target,
                            const QList<Header> &headers, const QByteArray &names, const QByteArray &signature,
                            const QByteArray &body = {}, const QByteArray &token = {}) {
            QTest::newRow(name) << method << target << headers << body << token << names << signature;
        };
        row("get-vanilla", "GET", "/", {host()}, "host;x-amz-date",
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
        row("get-vanilla-with-session-token", "GET", "/", {host()}, "host;x-amz-date;x-amz-security-token",
            "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8", "",
            "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267");
        row("get-vanilla-query", "GET", "/", {host()}, "host;x-amz-date",
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
        row("get-vanilla-empty-query-key", "GET", "/?Param1=value1", {host()}, "host;x-amz-date",
            "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb");
        row("get-vanilla-query-order-key-case", "GET", "/?Param2=value2&Param1=value1", {host()}, "host;x-amz-date",
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
        row("get-vanilla-query-order-encoded", "GET", "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1", {host()},
            "host;x-amz-date", "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac");
        row("get-vanilla-query-unreserved", "GET",
            "/?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~"
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
            {host()}, "host;x-amz-date", "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197");
        row("get-vanilla-utf8-query", "GET", "/?\341\210\264=bar", {host()}, "host;x-amz-date",
            "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04");
        row("get-unreserved", "GET", "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", {host()},
            "host;x-amz-date", "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f");
        row("get-utf8", "GET", "/\341\210\264", {host()}, "host;x-amz-date",
            "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85");
        row("get-space-unnormalized", "GET", "/example space/", {host()}, "host;x-amz-date",
            "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741");
        row("get-slashes-unnormalized", "GET", "//example//", {host()}, "host;x-amz-date",
            "87cca117541a147f6df867677d98a7d80dff226d2bfca9e4ffa899665623c7e5");
        row("get-slash-dot-slash-unnormalized", "GET", "/./", {host()}, "host;x-amz-date",
            "68714168e6557f8f2de0ef956fc24dc2593a4bd2961f8df51898d8a134695145");
        row("get-relative-unnormalized", "GET", "/example/..", {host()}, "host;x-amz-date",
            "eca7ead57bb5aa5c8e28007acd4ff04e1ff9a0ff3b237ec1554a184887ff9282");
        row("get-header-key-duplicate", "GET", "/",
            {host(), {"My-Header1", "value2"}, {"My-Header1", "value2"}, {"My-Header1", "value1"}},
            "host;my-header1;x-amz-date", "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea");
        row("get-header-value-trim", "GET", "/", {host(), {"My-Header1", " value1"}, {"My-Header2", " \"a   b   c\""}},
            "host;my-header1;my-header2;x-amz-date",
            "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736");
        row("get-header-value-order", "GET", "/",
            {host(),
             {"My-Header1", "value4"},
             {"My-Header1", "value1"},
             {"My-Header1", "value3"},
             {"My-Header1", "value2"}},
            "host;my-header1;x-amz-date", "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01");
        row("post-vanilla", "POST", "/", {host()}, "host;x-amz-date",
            "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
        row("post-vanilla-query", "POST", "/?Param1=value1", {host()}, "host;x-amz-date",
            "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11");
        row("post-vanilla-empty-query-value", "POST", "/?Param1=value1", {host()}, "host;x-amz-date",
            "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11");
        row("post-header-key-sort", "POST", "/", {host(), {"My-Header1", "value1"}}, "host;my-header1;x-amz-date",
            "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c");
        row("post-header-key-case", "POST", "/", {host()}, "host;x-amz-date",
            "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
        row("post-header-value-case", "POST", "/", {host(), {"My-Header1", "VALUE1"}}, "host;my-header1;x-amz-date",
            "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d");
        row("post-sts-header-before", "POST", "/", {host()}, "host;x-amz-date;x-amz-security-token",
            "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead", "",
            "AQoDYXdzEPT//////////"
            "wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/"
            "qkPpKPi/"
            "kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+"
            "xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==");
        row("post-x-www-form-urlencoded", "POST", "/",
            {{"Content-Type", "application/x-www-form-urlencoded"},
             host(),
             {"Content-Length", "13"},
             {"X-Amz-Content-Sha256", "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e"}},
            "content-length;content-type;host;x-amz-content-sha256;x-amz-date",
            "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b", "Param1=value1");
        row("post-x-www-form-urlencoded-parameters", "POST", "/",
            {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"},
             host(),
             {"Content-Length", "13"},
             {"X-Amz-Content-Sha256", "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e"}},
            "content-length;content-type;host;x-amz-content-sha256;x-amz-date",
            "328d1b9eaadca9f5818ef05e8392801e091653bafec24fcab71e7344e7f51422", "Param1=value1");
    }
    void theTestSuiteOfAwsPasses()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QList<Header>, headers);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, names);
        QFETCH(QByteArray, signature);
        AwsKey key = Key;
        key.sessionToken = token;
        const QList<Header> added =
            awsSignature(key, {.region = "us-east-1", .service = "service", .time = exampleTime()},
                         {.method = method, .target = target, .headers = headers, .bodyHash = hashOf(body)});
        QCOMPARE(valueOf(added, "x-amz-date"), QByteArray("20150830T123600Z"));
        QCOMPARE(valueOf(added, "x-amz-security-token"), token);
        QCOMPARE(valueOf(added, "authorization"),
                 "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders="
                     + names + ", Signature=" + signature);
    }

    void whatIsEncodedInThePathIsEncodedOnceMore()
    {
        const auto signatureOf = [](const QByteArray &target) {
            return valueOf(awsSignature(Key, {.region = "r", .service = "s", .time = exampleTime()},
                                        {.method = "POST", .target = target, .headers = {host()}, .bodyHash = "0"}),
                           "authorization");
        };
        // Were it not, the encoded colon would be the same as the encoded percent sign before 3A.
        QVERIFY(signatureOf("/model/a%3A0/converse") != signatureOf("/model/a:0/converse"));
        QCOMPARE(signatureOf("/model/a%3A0/converse").size(), signatureOf("/model/a:0/converse").size());
    }

    void aKeyHasTwoOrThreeParts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<std::optional<AwsKey>>("key");
        using Split = std::optional<AwsKey>;
        QTest::newRow("two") << QByteArray(" AKID:se/c+ret \n") << Split(AwsKey{.id = "AKID", .secret = "se/c+ret"});
        QTest::newRow("three") << QByteArray("ASIA:s:tok//en==")
                               << Split(AwsKey{.id = "ASIA", .secret = "s", .sessionToken = "tok//en=="});
        QTest::newRow("one") << QByteArray("ABSKabc=") << Split();
        QTest::newRow("four") << QByteArray("a:b:c:d") << Split();
        QTest::newRow("an empty one") << QByteArray("AKID:") << Split();
        QTest::newRow("none") << QByteArray() << Split();
    }
    void aKeyHasTwoOrThreeParts()
    {
        QFETCH(QByteArray, text);
        QFETCH(std::optional<AwsKey>, key);
        QCOMPARE(splitAwsKey(text), key);
    }

    void eachPartIsASecret()
    {
        QCOMPARE(secretParts("AKIAIOSFODNN7EXAMPLE:secret/1:token2"),
                 QByteArrayList({"AKIAIOSFODNN7EXAMPLE", "secret/1", "token2"}));
        QCOMPARE(secretParts("AKIAIOSFODNN7EXAMPLE:secret/1").size(), 2);
        // Keys of others may have a colon, too; their halves are ordinary words.
        QVERIFY(secretParts("user:password").isEmpty());
        QVERIFY(secretParts("sk-1234").isEmpty());
    }
};

static const bool tstAwsSignature = sb::testing::add<TstAwsSignature>();

#include "tst_aws_signature.moc"
