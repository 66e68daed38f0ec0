#include "app/core_services.h"

#include "tests/testing/testing.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::app;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// One request for a model, and how it ended.
class Asked final : public QObject
{
    Q_OBJECT
public:
    Asked(CoreServices &services, const QString &model)
        : handle(services.engine(), specFor(model))
    {
        connect(&handle, &engine::RunHandle::ended, this, [this](const engine::Ended &ended) { end = ended; });
    }

    engine::RunHandle handle;
    std::optional<engine::Ended> end;

private:
    static engine::RunSpec specFor(const QString &model)
    {
        engine::RunSpec spec;
        spec.request.model = model;
        spec.request.messages = {chat::Message::make(chat::Role::User, u"Hello"_s)};
        return spec;
    }
};

} // namespace

class TstCoreServices : public QObject
{
    Q_OBJECT
private slots:
    void aNewProfileHasTheSampleChainAndPractice();
    void aBadChainIsNamedAndTheOthersGoOn();
    void badSettingsAreRefusedWithASentence();
    void theUsersClassesAreKnownToTheEngine();
    void theLimitsAreKnownToTheEngine();
    void practiceListensWhenReady();
    void practiceFollowsItsSwitch();
    void whatIsAskedBeforeTheProfileIsReadWaits();
    void aZoneThatWasChosenMeanwhileHoldsForTheRegister();
    void aDamagedRegisterIsToldWithItsSideRegister();

private:
    static Result<LoadedProfile> profileIn(const QTemporaryDir &folder, const QByteArray &settings = {});
};

void TstCoreServices::aNewProfileHasTheSampleChainAndPractice()
{
    QTemporaryDir folder;
    const auto loaded = loadProfile({.profileRoot = folder.filePath(u"new"_s)});
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
    QCOMPARE(loaded->world.chains.size(), 1);
    QCOMPARE(loaded->world.chains.constFirst().name, u"sample"_s);
    QVERIFY(loaded->world.catalog.provider(u"practice-a"_s));
    QVERIFY(loaded->notices.isEmpty());
}

void TstCoreServices::aBadChainIsNamedAndTheOthersGoOn()
{
    QTemporaryDir folder;
    const CoreOptions options{.profileRoot = folder.path()};
    QVERIFY(loadProfile(options));
    write(folder.filePath(u"chains/broken.json"_s), "{");
    const auto loaded = loadProfile(options);
    QVERIFY(loaded);
    QCOMPARE(loaded->world.chains.size(), 1);
    QCOMPARE(loaded->notices.size(), 1);
    QVERIFY2(loaded->notices.constFirst().contains(u"broken.json"_s), qPrintable(loaded->notices.constFirst()));
}

void TstCoreServices::badSettingsAreRefusedWithASentence()
{
    QTemporaryDir folder;
    const CoreOptions options{.profileRoot = folder.path()};
    QVERIFY(loadProfile(options));
    write(folder.filePath(u"settings.json"_s), "{");
    const auto loaded = loadProfile(options);
    QVERIFY(!loaded);
    QVERIFY(!loaded.error().message.isEmpty());
}

void TstCoreServices::theUsersClassesAreKnownToTheEngine()
{
    const QTemporaryDir folder;
    const auto opened = openProfile(folder.filePath(u"profile"_s));
    QVERIFY(opened);
    const auto classOf = [](const engine::World &world) {
        chat::Request request;
        request.messages = {chat::Message::make(chat::Role::User, u"What may a tenant do?"_s)};
        return world.classifier.classify(request).className;
    };
    write(opened->paths.classes(),
          "{\"version\": 1, \"classes\": [{\"name\": \"legal\", \"rules\": [{\"words\": [\"tenant\"]}]}]}");
    const LoadedProfile loaded = loadProfile(*opened, {});
    QVERIFY(loaded.notices.isEmpty());
    QCOMPARE(classOf(loaded.world), u"legal"_s);
    CoreServices services(loaded);
    services.setClassifier(routing::Classifier({}));
    QVERIFY(classOf(services.loaded().world) != u"legal"_s);
    write(opened->paths.classes(), "{");
    const LoadedProfile damaged = loadProfile(*opened, {});
    QCOMPARE(damaged.notices.size(), 1);
    QVERIFY2(damaged.notices.constFirst().contains(u"classes.json"_s), qPrintable(damaged.notices.constFirst()));
}

void TstCoreServices::theLimitsAreKnownToTheEngine()
{
    QTemporaryDir folder;
    const CoreOptions options{.profileRoot = folder.path()};
    const auto before = loadProfile(options);
    QVERIFY(before);
    QCOMPARE(before->world.limits, budget::Limits{});
    profile::Settings settings = before->settings;
    settings.limits.daily = budget::Limit{.amount = NanoDollars{2'000'000'000}, .hard = false};
    settings.limits.monthly = budget::Limit{.period = budget::Period::Month, .amount = NanoDollars{5'000'000'000}};
    QVERIFY(profile::saveSettings(before->paths, settings));
    const auto after = loadProfile(options);
    QCOMPARE(after->world.limits, settings.limits);
}

void TstCoreServices::practiceListensWhenReady()
{
    QTemporaryDir folder;
    const auto loaded = loadProfile({.profileRoot = folder.path()});
    QVERIFY(loaded);
    CoreServices services(*loaded);
    QSignalSpy ready(&services, &CoreServices::ready);
    services.start();
    QTRY_COMPARE(ready.size(), 1);
    const catalog::Provider *practice = services.loaded().world.catalog.provider(u"practice-a"_s);
    QVERIFY(practice);
    QVERIFY(practice->baseUrl.port() != loaded->world.catalog.provider(u"practice-a"_s)->baseUrl.port());
    QCOMPARE(services.defaultChain(), u"sample"_s);
}

Result<LoadedProfile> TstCoreServices::profileIn(const QTemporaryDir &folder, const QByteArray &settings)
{
    (void)profile::prepare(folder.path());
    if (!settings.isEmpty())
        write(folder.filePath(u"settings.json"_s), settings);
    return loadProfile({.profileRoot = folder.path()});
}

void TstCoreServices::practiceFollowsItsSwitch()
{
    QTemporaryDir folder;
    const auto loaded = profileIn(folder, R"({"version": 1, "practice": false})");
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
    CoreServices services(*loaded);
    QSignalSpy ready(&services, &CoreServices::ready);
    QSignalSpy listening(&services, &CoreServices::practiceReady);
    services.start();
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(listening.isEmpty());

    Asked off(services, u"practice/local-line"_s);
    QTRY_VERIFY(off.end);
    QVERIFY(off.end->refusal);
    QVERIFY2(off.end->refusal->message.contains(u"switched off in Settings"_s), qPrintable(off.end->refusal->message));
    QVERIFY(!off.end->key);

    profile::Settings settings = loaded->settings;
    settings.practice = true;
    services.applySettings(settings);
    QTRY_COMPARE(listening.size(), 1);
    Asked on(services, u"practice/local-line"_s);
    QTRY_VERIFY_WITH_TIMEOUT(on.end, 30'000);
    QCOMPARE(on.end->end, routing::EndState::Complete);

    const QUrl address = services.loaded().world.catalog.provider(u"practice-b"_s)->baseUrl;
    settings.practice = false;
    services.applySettings(settings);
    Asked offAgain(services, u"chain/sample"_s);
    QTRY_VERIFY(offAgain.end);
    QVERIFY(offAgain.end->refusal);
    QTcpSocket socket; // nobody listens any more
    socket.connectToHost(address.host(), quint16(address.port()));
    QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
    QCOMPARE(ready.size(), 1);
}

void TstCoreServices::whatIsAskedBeforeTheProfileIsReadWaits()
{
    QTemporaryDir folder;
    const auto loaded = profileIn(folder);
    QVERIFY(loaded);
    CoreServices services({.paths = loaded->paths, .settings = loaded->settings, .complete = false});
    QSignalSpy ready(&services, &CoreServices::ready);
    Asked early(services, u"practice/local-line"_s);
    services.start();
    QTRY_COMPARE(ready.size(), 1);
    services.setWorld(loaded->world.catalog, loaded->world.chains, {}, {});
    Asked later(services, u"practice/local-line"_s); // the keys may still come
    services.setKeys({});
    QTRY_VERIFY_WITH_TIMEOUT(early.end && later.end, 30'000);
    QCOMPARE(early.end->end, routing::EndState::Complete);
    QCOMPARE(later.end->end, routing::EndState::Complete);
}

void TstCoreServices::aZoneThatWasChosenMeanwhileHoldsForTheRegister()
{
    QTemporaryDir folder;
    for (const char *zone : {"Europe/Berlin", "Asia/Tokyo"}) {
        const auto loaded = profileIn(folder, R"({"version": 1, "time_zone": ")" + QByteArray(zone) + R"("})");
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
        CoreServices services(*loaded);
        services.start();
        QTRY_COMPARE(services.usage().standing().zone.id(), QByteArray(zone));
    }
}

void TstCoreServices::aDamagedRegisterIsToldWithItsSideRegister()
{
    QTemporaryDir folder;
    const auto loaded = profileIn(folder);
    QVERIFY(loaded);
    write(loaded->paths.registerFile(), QByteArray(8192, 'x'));
    CoreServices services(*loaded);
    QSignalSpy opened(&services, &CoreServices::registerOpened);
    services.start();
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(opened.constFirst().at(0).toString().endsWith(u"usage.side-1.sqlite"_s));
    QVERIFY(opened.constFirst().at(1).toString().contains(u"usage.side-1.sqlite"_s));
}

static const bool tstCoreServices = sb::testing::add<TstCoreServices>();

#include "tst_core_services.moc"
