#include "core/net/manager_pool.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sb::net::ManagerPool;

namespace {

using Places = std::vector<std::unique_ptr<ManagerPool::Place>>;

const QNetworkProxy none(QNetworkProxy::NoProxy);

void take(ManagerPool &pool, Places &places, int count, const QString &origin = u"http://a:80"_s,
          const QNetworkProxy &proxy = none)
{
    for (int i = 0; i < count; ++i)
        places.push_back(pool.take(origin, proxy));
}

} // namespace

class TstManagerPool : public QObject
{
    Q_OBJECT

private slots:
    void sixPlacesOfAHostShareAManagerAndTheSeventhGetsANewOne()
    {
        ManagerPool pool(1h);
        Places places;
        take(pool, places, 6);
        QCOMPARE(pool.size(), 1);
        take(pool, places, 1);
        QCOMPARE(pool.size(), 2);
        QVERIFY(places[0]->sharesConnectionsWith(*places[5]));
        QVERIFY(!places[0]->sharesConnectionsWith(*places[6]));
    }

    void aFreePlaceIsTakenAgain()
    {
        ManagerPool pool(1h);
        Places places;
        take(pool, places, 7);
        places.erase(places.begin() + 2);
        take(pool, places, 1);
        QCOMPARE(pool.size(), 2);
        QVERIFY(places.back()->sharesConnectionsWith(*places[0]));
    }

    void anotherHostHasItsOwnSixInTheSameManager()
    {
        ManagerPool pool(1h);
        Places places;
        take(pool, places, 6);
        take(pool, places, 6, u"http://b:80"_s);
        QCOMPARE(pool.size(), 1);
        QVERIFY(!places[0]->sharesConnectionsWith(*places[6]));
    }

    void anotherProxyHasItsOwnManager()
    {
        ManagerPool pool(1h);
        Places places;
        const QNetworkProxy proxy(QNetworkProxy::HttpProxy, u"proxy"_s, 3128);
        take(pool, places, 1);
        take(pool, places, 1, u"http://b:80"_s, proxy);
        QCOMPARE(pool.size(), 2);
        QCOMPARE(places[1]->manager().proxy(), proxy);
    }

    void idleManagersGoExceptOne()
    {
        ManagerPool pool(10ms);
        Places places;
        take(pool, places, 20);
        QCOMPARE(pool.size(), 4);
        places.resize(1);
        QTRY_COMPARE(pool.size(), 1);
        places.clear();
        Places more;
        take(pool, more, 7); // the one that is left serves on
        QCOMPARE(pool.size(), 2);
    }

    void retiredManagersServeOutAndGo()
    {
        ManagerPool pool(1h);
        Places places;
        take(pool, places, 1);
        pool.retireAll();
        take(pool, places, 1);
        QCOMPARE(pool.size(), 2);
        QVERIFY(!places[0]->sharesConnectionsWith(*places[1]));
        places.erase(places.begin());
        QTRY_COMPARE(pool.size(), 1);
    }
};

static const bool tstManagerPool = sb::testing::add<TstManagerPool>();

#include "tst_manager_pool.moc"
