#include "core/chat/error.h"
#include "tests/testing/testing.h"

#include <QSet>
#include <QTest>

using namespace sb::chat;

class TstError : public QObject
{
    Q_OBJECT

private slots:
    void everyTypeReadsBackFromItsName()
    {
        QSet<QByteArray> names;
        for (int i = 0; i <= int(ErrorType::Unmapped); ++i) {
            const QByteArray name = toWireName(ErrorType(i));
            QCOMPARE(errorTypeFromWireName(name), std::optional(ErrorType(i)));
            names.insert(name);
        }
        QCOMPARE(names.size(), int(ErrorType::Unmapped) + 1);
    }

    // The register stores these names; a shift of the table by one must not go unseen.
    void namesAreStable_data()
    {
        QTest::addColumn<ErrorType>("type");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("first") << ErrorType::ContextLengthExceeded << QByteArray("context_length_exceeded");
        QTest::newRow("money") << ErrorType::PaymentRequired << QByteArray("payment_required");
        QTest::newRow("rate") << ErrorType::RateLimitExceeded << QByteArray("rate_limit_exceeded");
        QTest::newRow("parameter") << ErrorType::UnsupportedParameter << QByteArray("unsupported_parameter");
        QTest::newRow("policy") << ErrorType::ContentPolicyViolation << QByteArray("content_policy_violation");
        QTest::newRow("server") << ErrorType::Server << QByteArray("server");
        QTest::newRow("stalled") << ErrorType::Stalled << QByteArray("stalled");
        QTest::newRow("reset") << ErrorType::ResetBeforeAnswer << QByteArray("reset_before_answer");
        QTest::newRow("last") << ErrorType::Unmapped << QByteArray("unmapped");
    }
    void namesAreStable()
    {
        QFETCH(ErrorType, type);
        QTEST(toWireName(type), "name");
    }

    void unknownNamesAreNoType()
    {
        QVERIFY(!errorTypeFromWireName("Server"));
        QVERIFY(!errorTypeFromWireName(""));
        QVERIFY(!errorTypeFromWireName("serve"));
    }
};

static const bool tstError = sb::testing::add<TstError>();

#include "tst_error.moc"
