#include "core/net/public_address.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TstPublicAddress : public QObject
{
    Q_OBJECT

private slots:
    void onlyHostsOfTheInternetArePublic_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isPublic");
        const auto rows = [](bool isPublic, const QStringList &addresses) {
            for (const QString &address : addresses)
                QTest::newRow(qPrintable(address)) << address << isPublic;
        };
        rows(true,
             {u"1.1.1.1"_s, u"8.8.8.8"_s, u"9.255.255.255"_s, u"11.0.0.0"_s, u"100.63.255.255"_s, u"100.128.0.0"_s,
              u"126.255.255.255"_s, u"128.0.0.1"_s, u"169.253.255.255"_s, u"169.255.0.0"_s, u"172.15.255.255"_s,
              u"172.32.0.0"_s, u"192.0.1.0"_s, u"192.167.255.255"_s, u"192.169.0.0"_s, u"198.17.255.255"_s,
              u"198.20.0.0"_s, u"223.255.255.255"_s});
        rows(false,
             {u"0.0.0.0"_s,         u"0.1.2.3"_s,         u"10.0.0.1"_s,        u"10.255.255.255"_s,  u"100.64.0.0"_s,
              u"100.127.255.255"_s, u"127.0.0.1"_s,       u"127.255.255.255"_s, u"169.254.169.254"_s, u"172.16.0.0"_s,
              u"172.31.255.255"_s,  u"192.0.0.8"_s,       u"192.0.2.1"_s,       u"192.88.99.1"_s,     u"192.168.0.1"_s,
              u"192.168.255.255"_s, u"198.18.0.1"_s,      u"198.19.255.255"_s,  u"198.51.100.7"_s,    u"203.0.113.7"_s,
              u"224.0.0.1"_s,       u"239.255.255.255"_s, u"240.0.0.1"_s,       u"255.255.255.255"_s});
        rows(true, {u"2606:4700::1111"_s, u"2a00:1450:4001::1"_s, u"2001:4860:4860::8888"_s, u"3ffe::1"_s});
        rows(false,
             {u"::"_s, u"::1"_s, u"fe80::1"_s, u"fe80::1%eth0"_s, u"fec0::1"_s, u"fc00::1"_s, u"fd12:3456::1"_s,
              u"ff02::1"_s, u"2001::1"_s, u"2001:10::1"_s, u"2001:db8::1"_s, u"2002:7f00:1::"_s, u"3fff::1"_s,
              u"4000::1"_s, u"100::1"_s, u"64:ff9b:1::1"_s});
        rows(false,
             {u"::ffff:127.0.0.1"_s, u"::ffff:10.0.0.1"_s, u"::ffff:169.254.169.254"_s, u"::127.0.0.1"_s,
              u"64:ff9b::127.0.0.1"_s, u"64:ff9b::192.168.1.1"_s});
        rows(true, {u"::ffff:1.1.1.1"_s, u"64:ff9b::1.1.1.1"_s});
        rows(false, {QString(), u"nonsense"_s});
    }
    void onlyHostsOfTheInternetArePublic()
    {
        QFETCH(QString, address);
        QFETCH(bool, isPublic);
        QCOMPARE(sb::net::isPublic(QHostAddress(address)), isPublic);
    }
};

static const bool tstPublicAddress = sb::testing::add<TstPublicAddress>();

#include "tst_public_address.moc"
