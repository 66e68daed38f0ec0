#include "app/core_services.h"

#include "tests/testing/testing.h"

#include <QFile>
#include <QSignalSpy>
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

} // namespace

class TstCoreServices : public QObject
{
    Q_OBJECT
private slots:
    void aNewProfileHasTheSampleChainAndPractice();
    void withoutPracticeItsProvidersAreNotThere();
    void aBadChainIsNamedAndTheOthersGoOn();
    void badSettingsAreRefusedWithASentence();
    void theLimitsAreKnownToTheEngine();
    void practiceListensWhenReady();
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

void TstCoreServices::withoutPracticeItsProvidersAreNotThere()
{
    QTemporaryDir folder;
    const CoreOptions options{.profileRoot = folder.path()};
    QVERIFY(loadProfile(options));
    write(folder.filePath(u"settings.json"_s), R"({"version": 1, "practice": false})");
    const auto loaded = loadProfile(options);
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
    QVERIFY(!loaded->world.catalog.provider(u"practice-a"_s));
    QVERIFY(loaded->world.catalog.provider(u"openai"_s));
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

static const bool registered = sb::testing::add<TstCoreServices>();

#include "tst_core_services.moc"
