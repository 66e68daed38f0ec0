#include "core/catalog/aws_region.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::catalog;
using namespace Qt::StringLiterals;

class TstAwsRegion : public QObject
{
    Q_OBJECT

private slots:
    void aRegionIsReadFromTheBaseUrl_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("region");
        QTest::newRow("models") << u"https://bedrock-runtime.eu-central-1.amazonaws.com"_s << u"eu-central-1"_s;
        QTest::newRow("by FIPS") << u"https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com"_s << u"us-gov-west-1"_s;
        QTest::newRow("both kinds of address") << u"https://bedrock-runtime.us-east-2.api.aws/v1"_s << u"us-east-2"_s;
        QTest::newRow("lists") << u"https://bedrock.ap-southeast-2.amazonaws.com"_s << u"ap-southeast-2"_s;
        QTest::newRow("a private one") << u"https://vpce-1.bedrock-runtime.us-west-2.vpce.amazonaws.com"_s
                                       << u"us-west-2"_s;
        QTest::newRow("a proxy") << u"https://proxy.example/bedrock-runtime.us-west-2.amazonaws.com"_s << QString();
        QTest::newRow("this machine") << u"http://127.0.0.1:8080"_s << QString();
        QTest::newRow("no region behind it") << u"https://bedrock.example.com"_s << QString();
    }
    void aRegionIsReadFromTheBaseUrl()
    {
        QFETCH(QString, url);
        QTEST(awsRegion({.baseUrl = QUrl(url)}), "region");
    }

    void theFileKnowsBetter()
    {
        QCOMPARE(awsRegion({.baseUrl = QUrl(u"https://bedrock-runtime.eu-central-1.amazonaws.com"_s),
                            .awsRegion = u"us-east-1"_s}),
                 u"us-east-1"_s);
    }
};

static const bool tstAwsRegion = sb::testing::add<TstAwsRegion>();

#include "tst_aws_region.moc"
