#include "core/engine/attempt_error.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::engine;
using chat::ErrorType;
using net::HttpEnd;
using EndKind = HttpEnd::Kind;
using Phase = HttpEnd::Phase;

Q_DECLARE_METATYPE(sb::dialects::Notice)

class TstAttemptError : public QObject
{
    Q_OBJECT
private slots:
    void anEndMeans_data();
    void anEndMeans();
    void theDetailIsSaid();
    void noKeyIsLeftInAnError();
    void aLongBodyIsCut();
    void aRefusedKeySaysWhereToChangeIt_data();
    void aRefusedKeySaysWhereToChangeIt();
    void aModelThatIsNotThereMayBeInAnotherRegion();
    void allParametersAreRequiredOnlyWhereAsked_data();
    void allParametersAreRequiredOnlyWhereAsked();
};

void TstAttemptError::anEndMeans_data()
{
    QTest::addColumn<EndKind>("kind");
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("contentCame");
    QTest::addColumn<ErrorType>("type");
    const Phase none = Phase::None;
    QTest::newRow("a polite end after content is a cut") << EndKind::Complete << none << 200 << true << ErrorType::Cut;
    QTest::newRow("a polite end before content is a cut")
        << EndKind::Complete << none << 200 << false << ErrorType::Cut;
    QTest::newRow("a break is a cut") << EndKind::Cut << none << 200 << true << ErrorType::Cut;
    QTest::newRow("an error status without a word") << EndKind::Complete << none << 418 << false << ErrorType::Unmapped;
    QTest::newRow("nobody listens") << EndKind::Refused << none << 0 << false << ErrorType::ProviderUnavailable;
    QTest::newRow("no secure connection") << EndKind::TlsFailed << none << 0 << false << ErrorType::ProviderUnavailable;
    QTest::newRow("reset before an answer") << EndKind::Reset << none << 0 << false << ErrorType::ResetBeforeAnswer;
    QTest::newRow("slow connect") << EndKind::TimedOut << Phase::Connect << 0 << false << ErrorType::Timeout;
    QTest::newRow("no first byte") << EndKind::TimedOut << Phase::FirstByte << 0 << false << ErrorType::Timeout;
    QTest::newRow("no content") << EndKind::TimedOut << Phase::FirstContent << 200 << false << ErrorType::Timeout;
    QTest::newRow("silence after content") << EndKind::TimedOut << Phase::Idle << 200 << true << ErrorType::Stalled;
    QTest::newRow("cancelled") << EndKind::Aborted << none << 200 << true << ErrorType::Cancelled;
    QTest::newRow("a redirect") << EndKind::Redirected << none << 302 << false << ErrorType::InvalidResponse;
    QTest::newRow("not HTTP") << EndKind::BadResponse << none << 0 << false << ErrorType::InvalidResponse;
}

void TstAttemptError::anEndMeans()
{
    QFETCH(EndKind, kind);
    QFETCH(Phase, phase);
    QFETCH(int, status);
    QFETCH(bool, contentCame);
    const chat::ProviderError error = errorOf({.kind = kind, .phase = phase}, status, contentCame);
    QTEST(error.type, "type");
    QCOMPARE(error.httpStatus, status);
    QVERIFY(!error.message.isEmpty());
}

void TstAttemptError::theDetailIsSaid()
{
    QVERIFY(errorOf({.kind = EndKind::TlsFailed, .detail = u"The certificate has expired."_s}, 0, false)
                .message.endsWith(u"The certificate has expired."_s));
}

void TstAttemptError::noKeyIsLeftInAnError()
{
    Redactor redactor;
    redactor.addSecret("canary-key");
    const chat::ProviderError error = redacted({.code = u"x canary-key"_s,
                                                .providerType = u"canary-key"_s,
                                                .message = u"bad canary-key"_s,
                                                .rawBody = "{\"key\": \"canary-key\"}"},
                                               redactor);
    for (const QByteArray &text :
         {error.code.toUtf8(), error.providerType.toUtf8(), error.message.toUtf8(), error.rawBody}) {
        QVERIFY(!text.contains("canary-key"));
        QVERIFY(text.contains(Redactor::Mark));
    }
}

void TstAttemptError::aLongBodyIsCut()
{
    QCOMPARE(redacted({.rawBody = QByteArray(200'000, ' ')}, Redactor()).rawBody.size(), 64 * 1024);
}

void TstAttemptError::aRefusedKeySaysWhereToChangeIt_data()
{
    QTest::addColumn<chat::ProviderError>("error");
    QTest::addColumn<QString>("says");
    QTest::newRow("with the provider's reason")
        << chat::ProviderError{.type = ErrorType::Authentication, .message = u"Invalid key."_s}
        << u"Acme refused the key. Change it in Providers. It says: Invalid key."_s;
    QTest::newRow("without a reason") << chat::ProviderError{.type = ErrorType::Authentication}
                                      << u"Acme refused the key. Change it in Providers."_s;
    QTest::newRow("a signature for another region")
        << chat::ProviderError{.type = ErrorType::Authentication,
                               .message = u"Credential should be scoped to a valid region."_s}
        << u"Acme was asked with a signature for eu-west-1, which is not its region. Choose the region of its address "
           u"in "
           "Providers. It says: Credential should be scoped to a valid region."_s;
    QTest::newRow("no credit") << chat::ProviderError{.type = ErrorType::PaymentRequired}
                               << u"The account of this key has no credit at Acme. Top it up there, or add another key "
                                  "in Providers."_s;
    QTest::newRow("no permission")
        << chat::ProviderError{.type = ErrorType::PermissionDenied}
        << u"Acme knows the key, but does not let it do this. Allow it there, or take another "
           "region or key in Providers."_s;
    QTest::newRow("another error is as it was")
        << chat::ProviderError{.type = ErrorType::RateLimitExceeded, .message = u"Slow down."_s} << u"Slow down."_s;
}

void TstAttemptError::aRefusedKeySaysWhereToChangeIt()
{
    QFETCH(chat::ProviderError, error);
    const catalog::Provider acme{.name = u"Acme"_s,
                                 .baseUrl = QUrl(u"https://bedrock-runtime.eu-west-1.amazonaws.com"_s),
                                 .auth = catalog::Provider::Auth::AwsSigV4};
    QTEST(advised(error, acme).message, "says");
}

void TstAttemptError::aModelThatIsNotThereMayBeInAnotherRegion()
{
    catalog::Provider acme{.name = u"Acme"_s};
    const chat::ProviderError error{.type = ErrorType::NotFound, .message = u"No such model."_s};
    QCOMPARE(advised(error, acme).message, error.message);
    acme.regionUrls = {{.region = u"eu"_s, .baseUrl = QUrl(u"https://eu.acme.example"_s)}};
    QCOMPARE(advised(error, acme).message,
             u"Acme does not have this model in the region of its address, or not for this account. Choose another "
             u"region in Providers, or another model. It says: No such model."_s);
}

void TstAttemptError::allParametersAreRequiredOnlyWhereAsked_data()
{
    using dialects::Notice;
    QTest::addColumn<QByteArray>("preferences");
    QTest::addColumn<Notice>("notice");
    QTest::addColumn<bool>("refused");
    const Notice seed{.kind = Notice::Kind::Dropped, .path = u"seed"_s, .message = u"No seeds here."_s};
    const QByteArray all = R"({"require_parameters":true})";
    QTest::newRow("one is left out") << all << seed << true;
    QTest::newRow("nobody asked") << QByteArray("{}") << seed << false;
    QTest::newRow("asked not to be") << QByteArray(R"({"require_parameters":false})") << seed << false;
    QTest::newRow("translated is sent") << all << Notice{.kind = Notice::Kind::Translated, .path = u"response_format"_s}
                                        << false;
    QTest::newRow("a message is no parameter")
        << all << Notice{.kind = Notice::Kind::Dropped, .path = u"messages[0].name"_s} << false;
}

void TstAttemptError::allParametersAreRequiredOnlyWhereAsked()
{
    QFETCH(QByteArray, preferences);
    QFETCH(dialects::Notice, notice);
    QFETCH(bool, refused);
    const auto lost = lostParameter({.provider = *parseJson(preferences)}, {notice});
    QCOMPARE(lost.has_value(), refused);
    if (!lost)
        return;
    QCOMPARE(lost->type, ErrorType::UnsupportedParameter);
    QCOMPARE(lost->message, u"seed would be left out, and all parameters are required: No seeds here."_s);
}

static const bool tstAttemptError = sb::testing::add<TstAttemptError>();

#include "tst_attempt_error.moc"
