#include "tests/engine/list_server.h"
#include "tests/secrets/key_file.h"
#include "tests/testing/testing.h"
#include "tests/ui/providers/provider_world.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using namespace sb::ui;

namespace {

constexpr auto BoardKey = "sk-canary-0123456789-3f9A";
constexpr auto BoardList = R"({"data":[{"id":"m-1"},{"id":"m-2"},{"id":"text-embedding-1"}]})";

QStringList idsOf(const ProviderBoard &board)
{
    QStringList ids;
    for (const ProviderFacts &facts : board.listed())
        ids.append(facts.provider.id);
    return ids;
}

catalog::Provider ownAt(const QString &id, const QUrl &url, bool local = false)
{
    return {.id = id,
            .name = id.toUpper(),
            .baseUrl = url,
            .auth = local ? catalog::Provider::Auth::None : catalog::Provider::Auth::Bearer,
            .local = local};
}

} // namespace

class TstProviderBoard final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_world = std::make_unique<ProviderWorld>();
        QTRY_VERIFY(m_world->isReady());
    }
    void cleanup() { m_world.reset(); }

    void aNewProfileListsThePracticeLineOnly()
    {
        QCOMPARE(idsOf(board()), QStringList{PracticeLine});
        QVERIFY(board().hands().isEmpty());
        QVERIFY(board().known().size() >= 8);
    }

    void knownProvidersStandByTheirNamesAndServersOfOnesOwnBehindThem()
    {
        const QList<catalog::Provider> known = board().known();
        QStringList remote;
        QStringList local;
        for (const catalog::Provider &provider : known) {
            QVERIFY2(local.isEmpty() || provider.local, qPrintable(provider.name));
            (provider.local ? local : remote).append(provider.name);
        }
        QVERIFY(remote.size() > 40);
        QVERIFY(!local.isEmpty());
        for (const QStringList &names : {remote, local}) {
            QStringList sorted = names;
            std::ranges::sort(sorted, [](const QString &a, const QString &b) { return a.localeAwareCompare(b) < 0; });
            QCOMPARE(names, sorted);
        }
    }

    void modelsOfAnAddedProviderComeFromItsList()
    {
        ListServer server({{"/v1/models", {.body = BoardList, .key = BoardKey}}});
        const QString id = ProviderWorld::freshId();
        board().add(ownAt(id, server.url(u"/v1"_s)));
        QCOMPARE(lineOf(*board().find(id)).second, u"no key"_s);
        QVERIFY(server.received().isEmpty()); // without a key there is nothing to ask
        m_world->storeKey(id, BoardKey);
        QTRY_COMPARE(board().find(id)->models, 2);
        QCOMPARE(lineOf(*board().find(id)).second, u"key ends 3f9A, 2 model(s)"_s);
        for (const catalog::Endpoint &endpoint : board().endpoints(id)) {
            QVERIFY(!endpoint.price);
            QVERIFY(!endpoint.free);
        }
    }

    void aModelThatLeftTheListOfAnAddedProviderIsGone()
    {
        ListServer server({{"/v1/models", {.body = BoardList}}});
        const QString id = ProviderWorld::freshId();
        board().add(ownAt(id, server.url(u"/v1"_s), true));
        QTRY_COMPARE(board().find(id)->models, 2);
        QVERIFY(board().endpoints(id).constFirst().free);
        server.set("/v1/models", {.body = R"({"data":[{"id":"m-2"}]})"});
        board().check(id);
        QTRY_COMPARE(board().find(id)->models, 1);
    }

    void modelsBeyondTheShippedOnesAreAddedWhenAskedFor()
    {
        ListServer server({{"/v1/models", {.body = R"({"data":[{"id":"gpt-5.5"},{"id":"brand-new"}]})"}}});
        catalog::Provider openai = *m_world->workspace->catalog().provider(u"openai"_s);
        const qsizetype shipped = board().endpoints(u"openai"_s).size();
        openai.baseUrl = server.url(u"/v1"_s);
        openai.auth = catalog::Provider::Auth::None;
        board().add(openai);
        QTRY_COMPARE(board().newModels(u"openai"_s), 1);
        QCOMPARE(board().endpoints(u"openai"_s).size(), shipped);
        board().addListedModels(u"openai"_s);
        QCOMPARE(board().endpoints(u"openai"_s).size(), shipped + 1);
        QCOMPARE(board().newModels(u"openai"_s), 0);
    }

    void aRefusedKeyNeedsAHandUntilItIsReplaced()
    {
        ListServer server({{"/v1/models", {.body = BoardList, .key = BoardKey}}});
        const QString id = ProviderWorld::freshId();
        board().add(ownAt(id, server.url(u"/v1"_s)));
        m_world->storeKey(id, "sk-canary-wrong-key");
        QTRY_COMPARE(board().hands().size(), 1);
        QCOMPARE(board().hands().constFirst().act, Hand::Act::ReplaceKey);
        QTRY_COMPARE(lineOf(*board().find(id)).signal, Signal::Stop);
        m_world->storeKey(id, BoardKey);
        QTRY_VERIFY(board().hands().isEmpty());
        QTRY_COMPARE(lineOf(*board().find(id)).signal, Signal::Clear);
    }

    void aKeyIsNotSentToAnotherAddressUntilThatIsConfirmed()
    {
        ListServer first({{"/v1/models", {.body = BoardList, .key = BoardKey}}});
        ListServer second({{"/v1/models", {.body = BoardList, .key = BoardKey}}});
        const QString id = ProviderWorld::freshId();
        board().add(ownAt(id, first.url(u"/v1"_s)));
        m_world->storeKey(id, BoardKey);
        QTRY_COMPARE(board().find(id)->models, 2);
        catalog::Provider moved = board().find(id)->provider;
        moved.baseUrl = second.url(u"/v1"_s);
        board().change(moved);
        QTRY_COMPARE(board().hands().size(), 1);
        QCOMPARE(board().hands().constFirst().act, Hand::Act::ConfirmKey);
        board().check(id);
        QTRY_VERIFY(board().find(id)->check);
        for (const listen::Request &request : second.received())
            QVERIFY(request.header("authorization").isEmpty());

        QSignalSpy stored(&board(), &ProviderBoard::keyStored);
        board().confirmKey(id, secrets::PlainHttp::Refused);
        QTRY_COMPARE(stored.count(), 1);
        QTRY_VERIFY(board().hands().isEmpty());
        QTRY_VERIFY(board().find(id)->check && board().find(id)->check->keyProven);
    }

    void theOrderOfTheListIsTheOrderInWhichEndpointsAreTried()
    {
        const QUrl nobody(u"http://127.0.0.1:%1/v1"_s.arg(freePort()));
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s}) {
            board().add(ownAt(id, nobody, true));
            m_world->workspace->setEndpoints(
                id, {{.id = id + u"/m"_s, .providerId = id, .modelId = u"author/m"_s, .upstreamModel = u"m"_s}});
        }
        QCOMPARE(idsOf(board()), (QStringList{u"a"_s, u"b"_s, u"c"_s, PracticeLine}));
        board().move(u"c"_s, 0);
        QCOMPARE(idsOf(board()), (QStringList{u"c"_s, u"a"_s, u"b"_s, PracticeLine}));
        QCOMPARE(m_world->workspace->catalog().endpointsFor(u"author/m"_s).constFirst()->providerId, u"c"_s);
        board().move(u"c"_s, 3); // the practice line stays last
        board().move(u"c"_s, -1);
        board().move(PracticeLine, 0);
        QCOMPARE(idsOf(board()), (QStringList{u"c"_s, u"a"_s, u"b"_s, PracticeLine}));
    }

    void whatWasRemovedComesBackWhereItWas()
    {
        const QUrl nobody(u"http://127.0.0.1:%1/v1"_s.arg(freePort()));
        board().add(ownAt(u"a"_s, nobody, true));
        board().add(*m_world->workspace->shipped().provider(u"ollama"_s));
        board().add(ownAt(u"b"_s, nobody, true));
        const QStringList before = idsOf(board());
        for (const QString &id : {u"a"_s, u"ollama"_s}) {
            board().remove(id);
            QVERIFY(!board().find(id));
            QVERIFY(board().restore(id));
            QCOMPARE(idsOf(board()), before);
            QVERIFY(!board().restore(id)); // it is there
        }
        QCOMPARE(idsOf(board()), before);
    }

    void eachOfSeveralThatWereRemovedComesBackItself()
    {
        const QUrl nobody(u"http://127.0.0.1:%1/v1"_s.arg(freePort()));
        for (const QString &id : {u"a"_s, u"b"_s})
            board().add(ownAt(id, nobody, true));
        board().remove(u"a"_s);
        board().remove(u"b"_s);
        QVERIFY(board().restore(u"a"_s));
        QVERIFY(board().find(u"a"_s));
        QVERIFY(!board().find(u"b"_s));
        QVERIFY(board().restore(u"b"_s));
        QVERIFY(board().find(u"b"_s));
    }

    void whatWasAddedWithoutAKeyUsesOneThatIsStoredLater()
    {
        ListServer server({{"/v1/models", {.body = BoardList, .key = BoardKey}}});
        const QString id = ProviderWorld::freshId();
        catalog::Provider own = ownAt(id, server.url(u"/v1"_s), true);
        own.auth = catalog::Provider::Auth::None;
        board().add(own);
        QTRY_COMPARE(lineOf(*board().find(id)).signal, Signal::Caution); // it wants a key
        m_world->storeKey(id, BoardKey);
        QCOMPARE(board().find(id)->provider.auth, catalog::Provider::Auth::Bearer);
        QTRY_COMPARE(lineOf(*board().find(id)).signal, Signal::Clear);
    }

    void aKeyFileFillsInItsProject()
    {
        const QString id = u"google-vertex"_s;
        board().add(*m_world->workspace->shipped().provider(id));
        QVERIFY(board().find(id)->provider.baseUrl.isEmpty());
        QSignalSpy stored(&board(), &ProviderBoard::keyStored);
        board().storeKey(id, "AIza-an-api-key-of-another-kind", secrets::PlainHttp::Refused);
        QTRY_COMPARE(stored.count(), 1);
        QVERIFY(stored.at(0).at(1).value<Result<secrets::Kept>>().error().message.contains(u"service account"_s));
        board().storeKey(id, makeKeyFile(QUrl(u"http://127.0.0.1:9/token"_s)).json, secrets::PlainHttp::Refused);
        QTRY_COMPARE(stored.count(), 2);
        QVERIFY(stored.at(1).at(1).value<Result<secrets::Kept>>().has_value());
        const ProviderFacts *facts = board().find(id);
        QVERIFY(facts->provider.baseUrl.path().contains(u"/projects/line-1/"_s));
        QCOMPARE(facts->key->account, u"signaller@line-1.iam.gserviceaccount.com"_s);
        QSignalSpy removed(&board(), &ProviderBoard::keyRemoved); // other tests read the same keychain
        board().remove(id);
        QTRY_COMPARE(removed.count(), 1);
    }

    void furtherKeysHaveAnOrderAndLimits()
    {
        const QString id = ProviderWorld::freshId();
        ListServer server({{"/v1/models", {.body = BoardList, .key = BoardKey}}});
        board().add(ownAt(id, server.url(u"/v1"_s)));
        m_world->storeKey(id, BoardKey);
        QSignalSpy stored(&board(), &ProviderBoard::keyStored);
        board().addKey(id, "the-second-key-7777", secrets::PlainHttp::Refused);
        QTRY_COMPARE(stored.count(), 1);
        QCOMPARE(keyEnds(id), (QStringList{u"3f9A"_s, u"7777"_s}));
        board().moveKey(id, u"k2"_s, -1);
        QCOMPARE(keyEnds(id), (QStringList{u"7777"_s, u"3f9A"_s}));
        board().setKeyRule(id, {.id = u"k2"_s, .name = u"Work"_s, .perDay = 100});
        QCOMPARE(m_world->workspace->settings().keys.value(id).constFirst(),
                 (routing::KeyRule{.id = u"k2"_s, .name = u"Work"_s, .perDay = 100}));
        QSignalSpy removed(&board(), &ProviderBoard::keyRemoved);
        board().removeKey(id, u"k2"_s);
        QTRY_COMPARE(removed.count(), 1);
        QTRY_COMPARE(keyEnds(id), QStringList{u"3f9A"_s});
        QCOMPARE(m_world->workspace->settings().keys.value(id).size(), 1);
    }

    void twoKeysThatAreAddedAtOnceAreBothKept()
    {
        const QString id = ProviderWorld::freshId();
        ListServer server({{"/v1/models", {.body = BoardList, .key = BoardKey}}});
        board().add(ownAt(id, server.url(u"/v1"_s)));
        QSignalSpy stored(&board(), &ProviderBoard::keyStored);
        board().addKey(id, BoardKey, secrets::PlainHttp::Refused);
        board().addKey(id, "the-second-key-7777", secrets::PlainHttp::Refused);
        QTRY_COMPARE(stored.count(), 2);
        for (const QList<QVariant> &each : stored)
            QVERIFY(each.at(1).value<Result<secrets::Kept>>());
        QTRY_COMPARE(keyEnds(id), (QStringList{u"3f9A"_s, u"7777"_s}));
        QSignalSpy removed(&board(), &ProviderBoard::keyRemoved); // other tests read the same keychain
        board().remove(id);
        QTRY_COMPARE(removed.count(), 1);
    }

    void aRemovedProviderTakesItsKeyAlong()
    {
        ListServer server({{"/v1/models", {.body = BoardList, .key = BoardKey}}});
        const QString id = ProviderWorld::freshId();
        board().add(ownAt(id, server.url(u"/v1"_s)));
        m_world->storeKey(id, BoardKey);
        board().remove(id);
        QTRY_VERIFY(!m_world->keys->info(id));
        QTRY_VERIFY(!board().find(id));
    }

    void aRemovedProviderTakesItsFurtherKeysAlong()
    {
        const QString id = ProviderWorld::freshId();
        const QUrl nobody(u"http://127.0.0.1:%1/v1"_s.arg(freePort()));
        board().add(ownAt(id, nobody));
        m_world->storeKey(id, BoardKey);
        QSignalSpy stored(&board(), &ProviderBoard::keyStored);
        board().addKey(id, "the-second-key-7777", secrets::PlainHttp::Refused);
        QTRY_COMPARE(stored.count(), 1);
        QSignalSpy removed(&board(), &ProviderBoard::keyRemoved);
        board().remove(id);
        QVERIFY(m_world->workspace->settings().keys.contains(id)); // nobody said yet that they are gone
        QTRY_COMPARE(removed.count(), 1);
        QVERIFY(!m_world->workspace->settings().keys.contains(id));

        secrets::KeyStore next(m_world->clock);
        QSignalSpy changed(&next, &secrets::KeyStore::changed);
        next.load({{.providerId = id, .baseUrl = nobody, .keyIds = {u"k2"_s}}});
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(next.infos(id).isEmpty());
    }

    void whatIsSaidOfAKeyThatIsNotLoadedStays()
    {
        const QString id = ProviderWorld::freshId();
        board().add(ownAt(id, QUrl(u"http://127.0.0.1:%1/v1"_s.arg(freePort()))));
        m_world->storeKey(id, BoardKey);
        const routing::KeyRule away{.id = u"k2"_s, .name = u"Work"_s, .perDay = 100};
        profile::Settings settings = m_world->workspace->settings();
        settings.keys.insert(id, {{}, away});
        m_world->workspace->setSettings(settings);
        const auto rules = [this, &id] { return m_world->workspace->settings().keys.value(id); };

        QSignalSpy stored(&board(), &ProviderBoard::keyStored);
        board().addKey(id, "the-third-key-8888", secrets::PlainHttp::Refused);
        QTRY_COMPARE(stored.count(), 1);
        const routing::KeyRule added{.id = u"k3"_s};
        QCOMPARE(rules(), (QList<routing::KeyRule>{{}, away, added}));
        board().moveKey(id, u"k3"_s, -1);
        QCOMPARE(rules(), (QList<routing::KeyRule>{added, away, {}}));
        const routing::KeyRule limited{.id = u"k3"_s, .perMinute = 5};
        board().setKeyRule(id, limited);
        QCOMPARE(rules(), (QList<routing::KeyRule>{limited, away, {}}));
        QSignalSpy removed(&board(), &ProviderBoard::keyRemoved);
        board().removeKey(id, u"k3"_s);
        QTRY_COMPARE(removed.count(), 1);
        QCOMPARE(rules(), (QList<routing::KeyRule>{away, {}}));
    }

    void theKeyThatIsTestedIsTheOneJustStoredElseTheFirst()
    {
        const QByteArray further = "the-second-key-7777";
        const QString id = ProviderWorld::freshId();
        ListServer server({{"/v1/models", {.body = BoardList}}});
        board().add(ownAt(id, server.url(u"/v1"_s)));
        const auto isOver = [this, &id] { return board().find(id)->check && !board().find(id)->checking; };
        m_world->storeKey(id, BoardKey);
        QTRY_VERIFY(isOver());

        qsizetype begin = server.received().size();
        const auto wasSent = [&server, &begin](const QByteArray &key) {
            return std::ranges::any_of(server.received().sliced(begin), [&key](const listen::Request &request) {
                return request.header("authorization") == "Bearer " + key;
            });
        };
        QSignalSpy stored(&board(), &ProviderBoard::keyStored);
        board().addKey(id, further, secrets::PlainHttp::Refused);
        QTRY_COMPARE(stored.count(), 1);
        QTRY_VERIFY(isOver());
        QVERIFY(wasSent(further) && !wasSent(BoardKey));

        begin = server.received().size();
        board().check(id);
        QTRY_VERIFY(isOver());
        QVERIFY(wasSent(BoardKey) && !wasSent(further));

        board().moveKey(id, u"k2"_s, -1);
        begin = server.received().size();
        board().check(id);
        QTRY_VERIFY(isOver());
        QVERIFY(wasSent(further) && !wasSent(BoardKey));
    }

    void serversOnThisMachineAreOfferedWithTheirModelsAndUsed()
    {
        ListServer server({{"/v1/models", {.body = R"({"data":[{"id":"qwen3:32b","owned_by":"library"}]})"}}});
        board().setUsualPlaces({server.url(u"/v1"_s)});
        board().lookAround();
        QTRY_COMPARE(board().offers().size(), 1);
        const QString id = board().use(board().offers().constFirst());
        QCOMPARE(id, u"ollama"_s);
        QVERIFY(board().offers().isEmpty());
        QCOMPARE(board().find(id)->provider.baseUrl, server.url(u"/v1"_s));
        QCOMPARE(board().endpoints(id).constFirst().modelId, u"ollama/qwen3:32b"_s);
        QTRY_COMPARE(lineOf(*board().find(id)).signal, Signal::Clear);
    }

    void thePracticeLineIsSwitchedInTheSettings()
    {
        board().setInUse(PracticeLine, false);
        QVERIFY(!m_world->workspace->settings().practice);
        QCOMPARE(lineOf(*board().find(PracticeLine)).signal, Signal::Off);
    }

    void aProviderThatIsSwitchedOffIsNotAsked()
    {
        ListServer server({{"/v1/models", {.body = BoardList}}});
        board().add(ownAt(u"box"_s, server.url(u"/v1"_s), true));
        QTRY_COMPARE(board().find(u"box"_s)->models, 2);
        board().setInUse(u"box"_s, false);
        const qsizetype asked = server.received().size();
        board().checkAll();
        board().lookAround();
        QVERIFY(!board().find(u"box"_s)->checking);
        QCOMPARE(server.received().size(), asked);
        QVERIFY(!m_world->workspace->catalog().provider(u"box"_s)->enabled);
    }

private:
    /// The last characters of a provider's keys, in their order.
    [[nodiscard]] QStringList keyEnds(const QString &id)
    {
        QStringList ends;
        for (const KeyFacts &each : board().find(id)->keys)
            ends.append(each.info.lastFour);
        return ends;
    }
    ProviderBoard &board() { return *m_world->board; }
    std::unique_ptr<ProviderWorld> m_world;
};

static const bool tstProviderBoard = sb::testing::add<TstProviderBoard>();

#include "tst_provider_board.moc"
