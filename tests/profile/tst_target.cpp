#include "core/profile/target.h"

#include "core/profile/settings.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;

namespace {

catalog::Endpoint offeredAt(const QString &provider, const QString &name, qint64 dollarsPerMillion)
{
    catalog::Endpoint endpoint{
        .id = provider + u'/' + name, .providerId = provider, .modelId = u"author/"_s + name, .upstreamModel = name};
    endpoint.capabilities.tools = true;
    if (dollarsPerMillion > 0)
        endpoint.price = catalog::Price{
            .components = {{.unit = catalog::PriceUnit::FreshInput, .amount = {dollarsPerMillion * 1'000'000}},
                           {.unit = catalog::PriceUnit::VisibleOutput, .amount = {dollarsPerMillion * 1'000'000}}}};
    return endpoint;
}

} // namespace

class TstTarget : public QObject
{
    Q_OBJECT
private slots:
    void theModestModelIsTheCheapestThatIsKnown_data()
    {
        QTest::addColumn<QStringList>("left"); // endpoints that are not there
        QTest::addColumn<QString>("expected");
        QTest::newRow("the cheapest with tools, before what is cheaper and exotic") << QStringList() << u"author/mid"_s;
        QTest::newRow("then the dearer") << QStringList{u"east/mid"_s} << u"author/a-dear"_s;
        QTest::newRow("then any that is priced") << QStringList{u"east/mid"_s, u"east/a-dear"_s} << u"author/plain"_s;
        QTest::newRow("then one that is free")
            << QStringList{u"east/mid"_s, u"east/a-dear"_s, u"east/plain"_s, u"east/own"_s} << u"author/home"_s;
        QTest::newRow("then practice") << QStringList{u"east/mid"_s, u"east/a-dear"_s, u"east/plain"_s, u"east/own"_s,
                                                      u"local/home"_s}
                                       << u"author/drill"_s;
    }
    void theModestModelIsTheCheapestThatIsKnown()
    {
        QFETCH(QStringList, left);
        QFETCH(QString, expected);
        catalog::Endpoint plain = offeredAt(u"east"_s, u"plain"_s, 1);
        plain.capabilities.tools = false;
        catalog::Endpoint own = offeredAt(u"east"_s, u"own"_s, 2);
        own.fromProfile = true;
        catalog::Endpoint home = offeredAt(u"local"_s, u"home"_s, 0);
        home.free = true;
        QList<catalog::Endpoint> endpoints{offeredAt(u"east"_s, u"a-dear"_s, 30),
                                           offeredAt(u"east"_s, u"mid"_s, 3),
                                           plain,
                                           own,
                                           home,
                                           offeredAt(u"drill"_s, u"drill"_s, 1),
                                           offeredAt(u"west"_s, u"nobody-has-a-key"_s, 1),
                                           offeredAt(u"east"_s, u"unpriced"_s, 0)};
        endpoints.removeIf([&left](const catalog::Endpoint &each) { return left.contains(each.id); });
        const catalog::Catalog all({{.id = u"east"_s},
                                    {.id = u"west"_s},
                                    {.id = u"local"_s, .local = true},
                                    {.id = u"drill"_s, .practice = true}},
                                   endpoints);
        const QSet<QString> usable{u"east"_s, u"local"_s, u"drill"_s};
        QCOMPARE(modestModel(all, usable), expected);
        QVERIFY(modestModel(all, usable, {expected}) != expected);
        QCOMPARE(modestModel(all, {}), QString());
    }

    void whatWasAskedLastComesFirstAndOnce()
    {
        QCOMPARE(withRecent({u"a/b"_s, u"c/d"_s}, u"c/d"_s), (QStringList{u"c/d"_s, u"a/b"_s}));
        QStringList many;
        for (int i = 0; i < 20; ++i)
            many = withRecent(many, u"a/m%1"_s.arg(i));
        QCOMPARE(many.size(), MaxRecentTargets);
        QCOMPARE(many.constFirst(), u"a/m19"_s);
    }
};

static const bool tstTarget = sb::testing::add<TstTarget>();

#include "tst_target.moc"
