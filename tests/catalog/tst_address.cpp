#include "core/catalog/address.h"

#include "core/base/json.h"
#include "core/catalog/catalog.h"
#include "tests/catalog/cases.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;
using sb::testing::quoted;

namespace {

Provider vertex()
{
    return parseProvider(*parseJson(quoted("{'version': 1, 'id': 'v', 'name': 'V', "
                                           "'base_url': 'https://g.example/p/{project}/l/global', 'region_urls': {"
                                           "'global': 'https://g.example/p/{project}/l/global', "
                                           "'eu': 'https://eu.g.example/p/{project}/l/eu'}}")),
                         {})
        .value();
}

} // namespace

class TstAddress : public QObject
{
    Q_OBJECT
private slots:
    void anAddressIsEmptyUntilItsPartsAreFilledIn()
    {
        const Provider open = vertex();
        QVERIFY(open.baseUrl.isEmpty());
        QCOMPARE(missingPart(open), u"project"_s);
        const Provider filled = withAddressPart(open, u"project"_s, u"line-1"_s);
        QCOMPARE(filled.baseUrl, QUrl(u"https://g.example/p/line-1/l/global"_s));
        QVERIFY(missingPart(filled).isEmpty());
        QCOMPARE(withAddressPart(filled, u"project"_s, {}), open);
    }

    void whatIsFilledInIsKeptInTheFile()
    {
        const Provider filled = withAddressPart(vertex(), u"project"_s, u"line-1"_s);
        const Json file = toJson(filled);
        QCOMPARE(file["base_url"].toText(), u"https://g.example/p/{project}/l/global"_s);
        QCOMPARE(file["address_parts"]["project"].toText(), u"line-1"_s);
        QCOMPARE(parseProvider(file, {}).value(), filled);
    }

    void anotherRegionHasTheSameParts()
    {
        const Provider filled = withAddressPart(vertex(), u"project"_s, u"line-1"_s);
        QCOMPARE(regionOf(filled), u"global"_s);
        const Provider moved = inRegion(filled, u"eu"_s);
        QCOMPARE(moved.baseUrl, QUrl(u"https://eu.g.example/p/line-1/l/eu"_s));
        QCOMPARE(regionOf(moved), u"eu"_s);
        QCOMPARE(inRegion(moved, u"mars"_s), moved);
        QCOMPARE(parseProvider(toJson(moved), {}).value(), moved);
    }

    void anAddressOfOnesOwnIsInNoRegion()
    {
        Provider own = vertex();
        own.addressForm.clear();
        own.baseUrl = QUrl(u"https://proxy.example/v1"_s);
        QVERIFY(regionOf(own).isEmpty());
    }

    void whatMayStandForAPart_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("may");
        QTest::newRow("a name") << u"my-resource_2"_s << true;
        QTest::newRow("a project of a domain") << u"example.com:line-1"_s << true;
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("a further step") << u"a/b"_s << false;
        QTest::newRow("a step back") << u".."_s << false;
        QTest::newRow("another host") << u"evil.example/"_s << false;
        QTest::newRow("a user") << u"a@evil.example"_s << false;
        QTest::newRow("a query") << u"a?b"_s << false;
        QTest::newRow("an escape") << u"a%2fb"_s << false;
    }
    void whatMayStandForAPart()
    {
        QFETCH(QString, value);
        QTEST(isAddressPart(value), "may");
    }

    void aPartThatMakesNoHostIsStillMissing()
    {
        const Provider azure = parseProvider(*parseJson(quoted("{'version': 1, 'id': 'a', 'name': 'A', 'base_url': "
                                                               "'https://{resource}.example.com/v1'}")),
                                             {})
                                   .value();
        QCOMPARE(missingPart(withAddressPart(azure, u"resource"_s, u"a:b"_s)), u"resource"_s);
    }
};

static const bool tstAddress = sb::testing::add<TstAddress>();

#include "tst_address.moc"
