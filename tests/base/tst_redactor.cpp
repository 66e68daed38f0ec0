#include "core/base/random.h"
#include "core/base/redactor.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using sb::Redactor;

namespace {

// A secret without any shape, so that only its being loaded can give it away; with what URLs and JSON escape.
const QByteArray Canary = "kanari/\"Vogel+7=gelb";

} // namespace

// No raw strings here: with quotes in them moc of Qt 6.4 loses its place and finds no class.
class TstRedactor : public QObject
{
    Q_OBJECT

private slots:
    void aLoadedSecretIsFoundInEverySpelling_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto basic = [](const QByteArray &user) { return (user + ":" + Canary + "\n").toBase64(); };
        QTest::newRow("plain") << QByteArray("error near " + Canary + " in line 3");
        QTest::newRow("in a header") << QByteArray("X-Whatever: " + Canary + "\r\n");
        QTest::newRow("in a URL") << QByteArray("/v1?x=" + Canary.toPercentEncoding() + "&alt=sse");
        QTest::newRow("percent-encoded in lower case") << QByteArray("x=kanari%2f%22Vogel%2b7%3dgelb");
        QTest::newRow("percent-encoded but for the slash") << QByteArray("x=" + Canary.toPercentEncoding("/"));
        QTest::newRow("in JSON") << QByteArray("{\"message\":\"kanari/\\\"Vogel+7=gelb is wrong\"}");
        QTest::newRow("in JSON with escaped slashes") << QByteArray("{\"message\":\"kanari\\/\\\"Vogel+7=gelb\"}");
        QTest::newRow("Base64") << Canary.toBase64();
        QTest::newRow("Base64 behind one byte") << basic("");
        QTest::newRow("Base64 behind two bytes") << basic("a");
        QTest::newRow("Base64 behind three bytes") << basic("ab");
        QTest::newRow("Base64 for URLs") << QByteArray(Canary + "?>").toBase64(QByteArray::Base64UrlEncoding);
        QTest::newRow("twice") << QByteArray(Canary + Canary);
    }
    void aLoadedSecretIsFoundInEverySpelling()
    {
        QFETCH(QByteArray, text);
        Redactor redactor;
        redactor.addSecret(Canary);
        const QByteArray clean = redactor.redact(text);
        QVERIFY(clean.contains(Redactor::Mark));
        // No five bytes of it are left, in any spelling that the row used.
        for (const QByteArray &form : {Canary, Canary.toBase64()}) {
            for (qsizetype at = 0; at + 5 <= form.size(); ++at)
                QVERIFY2(!clean.toLower().contains(form.mid(at, 5).toLower()), clean.constData());
        }
        QCOMPARE(redactor.redact(clean), clean);
    }

    void aSecretThatWasTornAtTheEndIsFound()
    {
        Redactor redactor;
        redactor.addSecret(Canary);
        const QByteArray text = "refused: " + Canary;
        const QByteArray encoded = "refused: " + Canary.toPercentEncoding();
        for (qsizetype left = 8; left < Canary.size(); ++left)
            QCOMPARE(redactor.redact(text.first(9 + left)), QByteArray("refused: ") + Redactor::Mark);
        QCOMPARE(redactor.redact(encoded.first(9 + 12)), QByteArray("refused: ") + Redactor::Mark);
        QCOMPARE(redactor.redact(QByteArray("refused: kanari")), QByteArray("refused: kanari")); // too little to use
        QCOMPARE(redactor.redact(QByteArray(Canary.first(12) + " and more")),
                 QByteArray(Canary.first(12) + " and more"));
    }

    void theLongerOfTwoSecretsGoesFirst()
    {
        Redactor redactor;
        redactor.addSecret("zebra-1");
        redactor.addSecret("zebra-1-and-more");
        QCOMPARE(redactor.redact(QByteArray("a zebra-1-and-more b zebra-1 c")),
                 QByteArray("a [redacted] b [redacted] c"));
    }

    void aRemovedSecretIsTextAgain()
    {
        Redactor redactor;
        redactor.addSecret("zebra-1");
        redactor.addSecret("zebra-1");
        redactor.addSecret("giraffe");
        redactor.removeSecret("zebra-1");
        redactor.removeSecret("elephant");
        QCOMPARE(redactor.redact(QByteArray("zebra-1 giraffe")), QByteArray("zebra-1 [redacted]"));
    }

    void shortSecretsAreIgnored()
    {
        Redactor redactor;
        redactor.addSecret("the");
        redactor.addSecret("redact"); // part of the mark
        QCOMPARE(redactor.redact(QByteArray("the redactor")), QByteArray("the redactor"));
    }

    void shapesAreFoundWithoutBeingLoaded_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("clean");
        const auto row = [](const char *name, QByteArray text, QByteArray clean) {
            QTest::newRow(name) << text << clean;
        };
        const QByteArray jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4f";

        row("a bearer header", "Authorization: Bearer abcDEF\r\nHost: x",
            "Authorization: Bearer [redacted]\r\nHost: x");
        row("a bearer header in lower case", "authorization: bearer abc", "authorization: bearer [redacted]");
        row("basic authentication", "Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic [redacted]");
        row("an unknown scheme", "Authorization: Foo abc def\nHost: x", "Authorization: [redacted]\nHost: x");
        row("a signature", "authorization: AWS4-HMAC-SHA256 Credential=AB/2/us, Signature=fe5f80", //
            "authorization: [redacted]");
        row("a header as JSON", "{\"Authorization\":\"Bearer abc\",\"a\":1}",
            "{\"Authorization\":\"Bearer [redacted]\",\"a\":1}");
        row("a header as JSON inside JSON", "\"{\\\"authorization\\\": \\\"Bearer abc\\\", \\\"a\\\":1}\"",
            "\"{\\\"authorization\\\": \\\"Bearer [redacted]\\\", \\\"a\\\":1}\"");
        row("curl", "curl -H 'Authorization: Bearer abc' -d '{}'",
            "curl -H 'Authorization: Bearer [redacted]' -d '{}'");
        row("a proxy's header", "Proxy-Authorization: Basic YWJj", "Proxy-Authorization: Basic [redacted]");
        row("x-api-key", "x-api-key: abc\r\n", "x-api-key: [redacted]\r\n");
        row("api-key", "api-key: 0123abc", "api-key: [redacted]");
        row("x-goog-api-key as JSON", "\"X-Goog-Api-Key\": \"abc\"", "\"X-Goog-Api-Key\": \"[redacted]\"");
        row("x-amz-security-token", "X-Amz-Security-Token: abc", "X-Amz-Security-Token: [redacted]");
        row("a cookie", "Set-Cookie: sid=abc123; Path=/", "Set-Cookie: [redacted]; Path=/");
        row("a bearer token in a sentence", "sent Bearer abc123def456 to it", "sent Bearer [redacted] to it");

        row("a key in a URL", "https://h/v1?key=abc&alt=sse", "https://h/v1?key=[redacted]&alt=sse");
        row("a later parameter", "GET /x?a=1&api_key=abc HTTP/1.1", "GET /x?a=1&api_key=[redacted] HTTP/1.1");
        row("an escaped ampersand", "\"/x?a=1\\u0026token=abc\"", "\"/x?a=1\\u0026token=[redacted]\"");
        row("a URL inside a URL", "u=https%3A%2F%2Fh%3Fkey%3Dabc%26a%3D1",
            "u=https%3A%2F%2Fh%3Fkey%3D[redacted]%26a%3D1");
        row("userinfo", "https://user:pa:ss@host/x", "https://[redacted]@host/x");
        row("userinfo of a proxy", "socks5://me:p@ss@host:1080", "socks5://[redacted]@host:1080");

        row("a field", "{\"api_key\":\"abc\",\"n\":1}", "{\"api_key\":\"[redacted]\",\"n\":1}");
        row("a field in camel case", "{\"accessToken\": \"abc\"}", "{\"accessToken\": \"[redacted]\"}");
        row("an assignment", "OPENAI_API_KEY=abcdefghijklmn", "OPENAI_API_KEY=[redacted]");
        row("an AWS secret", "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "aws_secret_access_key = [redacted]");

        row("sk-", "key sk-abcdefghijklmnop1234.", "key [redacted].");
        row("sk-proj-", "sk-proj-abc_DEF-123456", "[redacted]");
        row("sk-ant-", "'sk-ant-api03-abcdefgh-XY'", "'[redacted]'");
        row("sk-or-", "sk-or-v1-0123456789abcdef", "[redacted]");
        row("a key that the provider starred out", "Incorrect API key provided: sk-proj-********wxyz. You can",
            "Incorrect API key provided: [redacted]. You can");
        row("AIza", "(AIzaSyA-1234567890abcdefghijklmnopqrstu)", "([redacted])");
        row("xai-", "xai-abcdefghijklmnopqrstuvwx0", "[redacted]");
        row("gsk_", "gsk_abcdefghijklmnopqrst1234", "[redacted]");
        row("hf_", "hf_abcdefghijklmnopqrstuvwxyzABCD", "[redacted]");
        row("an AWS key id", "id AKIAIOSFODNN7EXAMPLE ok", "id [redacted] ok");
        row("a JWT", "token " + jwt + " expired", "token [redacted] expired");
        row("a key behind %20", "Bearer%20sk-abcdefghijkl1234", "Bearer%20[redacted]");
        row("a key behind an escaped line feed", "\"line\\nsk-abcdefghijkl1234\"", "\"line\\n[redacted]\"");
        row("a private key", "a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc=\n-----END RSA PRIVATE KEY-----\nb",
            "a\n[redacted]\nb");
        row("a private key as JSON", "{\"k\":\"-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----\\n\"}",
            "{\"k\":\"[redacted]\\n\"}");
        row("a private key that was cut", "-----BEGIN PRIVATE KEY-----\nMIIE", "[redacted]");
    }
    void shapesAreFoundWithoutBeingLoaded()
    {
        QFETCH(QByteArray, text);
        const Redactor redactor;
        const QByteArray clean = redactor.redact(text);
        QTEST(clean, "clean");
        QCOMPARE(redactor.redact(clean), clean);
    }

    void ordinaryTextStays_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {
                 "",
                 "The model gpt-4o-2024-08-06 does not exist or you do not have access to it.",
                 "Missing Authorization header. Basic authentication is not supported, Bearer tokens are.",
                 "You didn't provide an API key. You need to provide your API key in an Authorization header",
                 "This model's maximum context length is 8192 tokens; your messages resulted in 10,000 tokens.",
                 "password: must not be empty",
                 "max_tokens: 4096 > 2048, which is the maximum allowed number of output tokens",
                 R"({"error":{"type":"invalid_request_error","code":"invalid_api_key","param":null,"message":"no"}})",
                 "{\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":34},\"token\":\"hello\",\"key\":\"value\"}",
                 "risk-management-of-1234567890 and task-oriented-dialogs2024 with disk-usage-reports-2024",
                 "use sk-learn or sk-something-long-but-ordinary",
                 "https://openrouter.ai/docs/api#errors?page=2&sort=price",
                 "write to user@example.com at 12:30",
                 "ratio://a/b@2x.png",
                 "Claude xai-hf_gsk_ AKIA eyJ",
                 "naïve “quotes” – 日本語 😀",
             })
            QTest::newRow(text) << QByteArray(text);
    }
    void ordinaryTextStays()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(Redactor().redact(text), text);
    }

    void bytesThatAreNoUtf8Stay()
    {
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all.append(char(i));
        QCOMPARE(Redactor().redact(all), all);
    }

    void textIsRedactedLikeBytes()
    {
        Redactor redactor;
        redactor.addSecret("schlüssel-7");
        QCOMPARE(redactor.redact(u"é schlüssel-7 😀 x-api-key: abc"_s), u"é [redacted] 😀 x-api-key: [redacted]"_s);
    }

    void redactingTwiceChangesNothing()
    {
        const QList<QByteArray> words{"Authorization",
                                      ": ",
                                      "Bearer ",
                                      "Basic ",
                                      "key=",
                                      "?",
                                      "&",
                                      "\"",
                                      "\\",
                                      "\n",
                                      "https://",
                                      "@",
                                      "sk-",
                                      "abcd1234EFGH5678ijkl",
                                      "x-api-key",
                                      "=",
                                      "api_key",
                                      " ",
                                      "-----BEGIN PRIVATE KEY-----",
                                      "-----END PRIVATE KEY-----",
                                      "eyJabcdef",
                                      ".",
                                      "[redacted]",
                                      "zebra-1",
                                      "%20",
                                      "AKIAIOSFODNN7EXAMPLE",
                                      "Cookie",
                                      ";",
                                      ","};
        Redactor redactor;
        redactor.addSecret("zebra-1");
        sb::SeededRandom random(5);
        for (int i = 0; i < 5'000; ++i) {
            QByteArray text;
            for (quint64 n = random.below(12); n > 0; --n)
                text += words[qsizetype(random.below(quint64(words.size())))];
            const QByteArray once = redactor.redact(text);
            QVERIFY2(redactor.redact(once) == once, text.constData());
        }
    }

    void aLongTextTakesNoLongTime_data()
    {
        QTest::addColumn<QByteArray>("piece");
        for (const char *piece : {"a", "a-", "-", "sk-", "eyJ", "x-api-", "x-", "eyJ-", "a_", "http://", "a://",
                                  "-----BEGIN ", "Bearer ", "-----BEGIN PRIVATE KEY-----", "\\", " ", "{\"a\":\"b\"},"})
            QTest::newRow(piece) << QByteArray(piece);
    }
    void aLongTextTakesNoLongTime()
    {
        QFETCH(QByteArray, piece);
        const QByteArray text = piece.repeated((256 << 10) / piece.size())
            + "=:.://1@ PRIVATE KEY----- key token bearer basic 1"; // what all patterns look for at their end
        const std::clock_t start = std::clock();
        QVERIFY(!Redactor().redact(text).isEmpty());
        const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC; // of this process: others may be busy
        QVERIFY2(seconds < 2.0, qPrintable(QString::number(seconds)));
    }
};

static const bool tstRedactor = sb::testing::add<TstRedactor>();

#include "tst_redactor.moc"
