#include "core/profile/price_files.h"

#include "tests/catalog/refresh_make.h"
#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QDir>
#include <QTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;
using namespace sb::testing;
using catalog::EndpointChange;
using catalog::FetchedList;
using catalog::PriceHistory;

namespace {

EndpointChange change(int day, qint64 input)
{
    return {.endpointId = u"p/m"_s,
            .change = {.from = noon(1, 1) + std::chrono::hours(24 * day),
                       .seenAt = noon(1, 1) + std::chrono::hours(24 * day),
                       .cost = {.price = dollars(input, 9)}}};
}

/// A child that appends a change again and again, and one byte into the pipe after each.
pid_t startWriter(const Paths &paths, int pipe)
{
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    for (int i = 0;; ++i) {
        const bool written = appendHistory(paths, {change(i, i % 2 + 1)}).has_value();
        if (!written || ::write(pipe, "x", 1) != 1)
            ::_exit(1);
    }
}

/// A list of the shipped provider "groq".
FetchedList groqs(const QList<catalog::Endpoint> &endpoints, WallTime at = noon(11, 30))
{
    FetchedList fetched = list(FetchedList::Kind::PricedModels, endpoints, at);
    fetched.sourceId = u"groq"_s;
    return fetched;
}

} // namespace

class TstPriceFiles : public QObject
{
    Q_OBJECT

private slots:
    void aNewProfileHasNothingAndReadingWritesNothing()
    {
        const ProfileFolder folder;
        const LoadedPrices prices = loadPrices(folder.paths());
        QVERIFY(prices.fetched.isEmpty() && prices.overrides.isEmpty() && prices.bad.isEmpty());
        QCOMPARE(loadHistory(folder.paths()).history, PriceHistory());
        QVERIFY(!QFileInfo::exists(folder.paths().priceHistory()));
        QVERIFY(!QFileInfo::exists(folder.paths().priceOverrides()));
        QCOMPARE(ProfileFolder::rights(folder.paths().fetched()), 0700);
    }

    void historyIsReadAsItWasAppended()
    {
        const ProfileFolder folder;
        QVERIFY(appendHistory(folder.paths(), {change(1, 1), change(2, 2)}));
        QVERIFY(appendHistory(folder.paths(), {change(3, 3)}));
        QVERIFY(appendHistory(folder.paths(), {}));
        const LoadedHistory loaded = loadHistory(folder.paths());
        QCOMPARE(loaded.history.size(), 3);
        QCOMPARE(loaded.history.latest(u"p/m"_s), std::optional(change(3, 3).change));
        QVERIFY(loaded.bad.isEmpty());
        QCOMPARE(ProfileFolder::rights(folder.paths().priceHistory()), 0600);
    }

    void aLineThatACrashLeftUnfinishedIsCutOff()
    {
        const ProfileFolder folder;
        const QString path = folder.paths().priceHistory();
        QVERIFY(appendHistory(folder.paths(), {change(1, 1), change(2, 2)}));
        const QByteArray whole = ProfileFolder::read(path);
        const qsizetype first = whole.indexOf('\n') + 1;
        for (qsizetype cut = first; cut < whole.size(); ++cut) {
            ProfileFolder::write(path, whole.first(cut));
            const LoadedHistory torn = loadHistory(folder.paths());
            QCOMPARE(torn.history.size(), 1);
            QVERIFY(torn.bad.isEmpty());
            QVERIFY(appendHistory(folder.paths(), {change(2, 2)}));
            QCOMPARE(ProfileFolder::read(path), whole);
        }
    }

    void nothingThatWasAppendedIsMissingAfterKill()
    {
        const ProfileFolder folder;
        for (int round = 0; round < 5; ++round) {
            int pipe[2];
            QVERIFY(::pipe(pipe) == 0);
            const qsizetype before = lines(folder.paths());
            const pid_t writer = startWriter(folder.paths(), pipe[1]);
            ::close(pipe[1]);
            char byte = 0;
            qsizetype acknowledged = 0;
            while (acknowledged < 20 && ::read(pipe[0], &byte, 1) == 1)
                ++acknowledged;
            ::kill(writer, SIGKILL);
            int status = 0;
            ::waitpid(writer, &status, 0);
            while (::read(pipe[0], &byte, 1) == 1)
                ++acknowledged;
            ::close(pipe[0]);
            QVERIFY(lines(folder.paths()) >= before + acknowledged);
            QVERIFY(loadHistory(folder.paths()).bad.isEmpty());
        }
    }

    void aDamagedLineIsNamedAndHidesNoOther()
    {
        const ProfileFolder folder;
        QVERIFY(appendHistory(folder.paths(), {change(1, 1)}));
        const QByteArray good = ProfileFolder::read(folder.paths().priceHistory());
        ProfileFolder::write(folder.paths().priceHistory(), "by hand\n" + good + QByteArray(1, '\0') + "\n");
        const LoadedHistory loaded = loadHistory(folder.paths());
        QCOMPARE(loaded.history.size(), 1);
        QCOMPARE(loaded.bad.size(), 1);
        QVERIFY2(loaded.bad.constFirst().error.message.contains(u"2 line"_s),
                 qPrintable(loaded.bad.constFirst().error.message));
    }

    void aLongHistoryIsWrittenAnewWithItsNewestSteps()
    {
        const ProfileFolder folder;
        const QString path = folder.paths().priceHistory();
        PriceHistory history;
        for (int i = 0; i < 50; ++i)
            QVERIFY(history.add(change(i, i + 1)));
        QVERIFY(appendHistory(folder.paths(), history.newest(50)));
        QVERIFY(shortenHistory(folder.paths(), history));
        QCOMPARE(lines(folder.paths()), 50); // it is not long
        QVERIFY(QFile::resize(path, 65LL * 1024 * 1024));
        QVERIFY(shortenHistory(folder.paths(), history));
        QCOMPARE(lines(folder.paths()), 20);
        QCOMPARE(loadHistory(folder.paths()).history.latest(u"p/m"_s), history.latest(u"p/m"_s));
    }

    void whatWasFetchedIsInTheCatalogAfterARestart()
    {
        const ProfileFolder folder;
        catalog::Endpoint brandNew = offer(u"brand-new"_s, dollars(3, 4), u"groq"_s);
        QVERIFY(saveFetched(folder.paths(), groqs({brandNew})));
        const LoadedCatalog loaded = loadCatalog(folder.paths());
        QVERIFY2(loaded.bad.isEmpty(), loaded.bad.isEmpty() ? "" : qPrintable(loaded.bad.constFirst().error.message));
        QCOMPARE(inputOf(loaded.catalog, u"groq/brand-new"_s), 3);
        QVERIFY(!loaded.files.endpoint(u"groq/brand-new"_s));
        QVERIFY(!loaded.shipped.endpoint(u"groq/brand-new"_s));
        QCOMPARE(loaded.fetched.size(), 1);
    }

    void aDamagedListIsNamedAndHidesNoOther_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << toJson(groqs({offer(u"m"_s, {}, u"groq"_s)})).dump().chopped(9);
        QTest::newRow("of another source") << toJson(groqs({})).dump();
        QTest::newRow("no text") << QByteArray("\xff\xfe");
    }
    void aDamagedListIsNamedAndHidesNoOther()
    {
        QFETCH(QByteArray, bytes);
        const ProfileFolder folder;
        QVERIFY(saveFetched(folder.paths(), groqs({offer(u"brand-new"_s, dollars(3, 4), u"groq"_s)})));
        ProfileFolder::write(folder.paths().fetched(u"openai"_s), bytes);
        const LoadedCatalog loaded = loadCatalog(folder.paths());
        QVERIFY(loaded.catalog.endpoint(u"openai/gpt-5.5"_s));
        QVERIFY(loaded.catalog.endpoint(u"groq/brand-new"_s));
        QCOMPARE(loaded.bad.size(), 1);
        QCOMPARE(loaded.bad.constFirst().path, folder.paths().fetched(u"openai"_s));
    }

    void noSourceLeadsOutOfTheFolder()
    {
        const ProfileFolder folder;
        FetchedList outside = groqs({});
        outside.sourceId = u"../settings"_s;
        QCOMPARE(saveFetched(folder.paths(), outside).error().kind, Error::Kind::InvalidInput);
    }

    void overridesAreAppliedLastAndADamagedFileIsKept()
    {
        const ProfileFolder folder;
        const Paths &paths = folder.paths();
        QVERIFY(saveFetched(paths, groqs({offer(u"m"_s, dollars(3, 4), u"groq"_s)})));
        const catalog::Endpoint beneath = *loadCatalog(paths).catalog.endpoint(u"groq/m"_s);
        const QList<catalog::PriceOverride> own{
            catalog::makeOverride(beneath, dollars(1, 1), u"contract"_s, QDate(2026, 11, 30)).value()};
        QVERIFY(saveOverrides(paths, own));
        QCOMPARE(ProfileFolder::rights(paths.priceOverrides()), 0600);
        const LoadedCatalog loaded = loadCatalog(paths);
        QCOMPARE(loaded.overrides, own);
        QCOMPARE(inputOf(loaded.catalog, u"groq/m"_s), 1);
        QCOMPARE(inputOf(loaded.beneath, u"groq/m"_s), 3);

        ProfileFolder::write(paths.priceOverrides(), "by hand, with a mistake");
        QCOMPARE(loadCatalog(paths).bad.size(), 1);
        QVERIFY(saveOverrides(paths, own));
        QCOMPARE(ProfileFolder::read(paths.priceOverrides() + ".damaged-1"_L1), "by hand, with a mistake");
    }

    void aRefreshThatCannotBeWrittenIsUsedAndSaidSo()
    {
        const ProfileFolder folder;
        QVERIFY(QDir(folder.paths().fetched()).removeRecursively());
        const catalog::RefreshInput input{.files = loadCatalog(folder.paths()).files};
        const StoredRefresh stored = storeRefresh(
            folder.paths(), input, {fetched(groqs({offer(u"m"_s, dollars(3, 4), u"groq"_s)}))}, noon(11, 30));
        QVERIFY(stored.error.has_value());
        QCOMPARE(inputOf(stored.result.beneath, u"groq/m"_s), 3);
        QVERIFY(stored.history.latest(u"groq/m"_s).has_value());
    }

private:
    static qsizetype lines(const Paths &paths)
    {
        const QByteArray bytes = ProfileFolder::read(paths.priceHistory());
        return bytes.contains("<no such file>") ? 0 : bytes.count('\n');
    }
};

static const bool tstPriceFiles = sb::testing::add<TstPriceFiles>();

#include "tst_price_files.moc"
