#include "core/engine/world.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::engine;

namespace {

World worldWith(const catalog::Provider &provider, const QByteArray &key = {}, const QUrl &keyFor = {})
{
    World world{.catalog = catalog::Catalog({provider}, {})};
    if (!key.isEmpty())
        world.keys.set(provider.id, {.value = key, .origin = secrets::originOf(keyFor)});
    return world;
}

} // namespace

class TstWorld : public QObject
{
    Q_OBJECT
private slots:
    void aProviderIsUsable_data();
    void aProviderIsUsable();
    void aKeyIsAnotherOne_data();
    void aKeyIsAnotherOne();

private:
    const QUrl m_home{u"https://api.example.com/v1"_s};
    const QUrl m_elsewhere{u"https://api.example.org/v1"_s};
};

void TstWorld::aProviderIsUsable_data()
{
    using Auth = catalog::Provider::Auth;
    QTest::addColumn<World>("world");
    QTest::addColumn<bool>("usable");
    const catalog::Provider keyed{.id = u"p"_s, .baseUrl = m_home, .auth = Auth::Bearer};
    catalog::Provider open = keyed;
    open.auth = Auth::None;
    catalog::Provider local = keyed;
    local.local = true;
    QTest::newRow("without a key that it needs: no") << worldWith(keyed) << false;
    QTest::newRow("with its key: yes") << worldWith(keyed, "key", m_home) << true;
    QTest::newRow("with a key for another origin: no") << worldWith(keyed, "key", m_elsewhere) << false;
    QTest::newRow("without need of a key: yes") << worldWith(open) << true;
    QTest::newRow("a local server: yes") << worldWith(local) << true;
}

void TstWorld::aProviderIsUsable()
{
    QFETCH(World, world);
    QTEST(usableProviders(world).contains(u"p"_s), "usable");
}

void TstWorld::aKeyIsAnotherOne_data()
{
    QTest::addColumn<World>("before");
    QTest::addColumn<World>("after");
    QTest::addColumn<bool>("changed");
    const catalog::Provider here{.id = u"p"_s, .baseUrl = m_home};
    const catalog::Provider moved{.id = u"p"_s, .baseUrl = m_elsewhere};
    const World old = worldWith(here, "old", m_home);
    QTest::newRow("the same: no") << old << old << false;
    QTest::newRow("another value: yes") << old << worldWith(here, "new", m_home) << true;
    QTest::newRow("removed: yes") << old << worldWith(here) << true;
    QTest::newRow("still none: no") << worldWith(here) << worldWith(here) << false;
    QTest::newRow("not usable at the new address: yes") << old << worldWith(moved, "old", m_home) << true;
    QTest::newRow("a new provider: yes") << World{} << old << true;
}

void TstWorld::aKeyIsAnotherOne()
{
    QFETCH(World, before);
    QFETCH(World, after);
    QTEST(changedKeys(before, after).contains(u"p"_s), "changed");
}

static const bool tstWorld = sb::testing::add<TstWorld>();

#include "tst_world.moc"
