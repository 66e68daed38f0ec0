#include "core/routing/policy/version_history.h"

#include "tests/catalog/cases.h"
#include "tests/routing/policy/any_policy.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using sb::testing::quoted;

namespace {

using History = VersionHistory<Policy>;

WallTime day(int number)
{
    return WallTime{std::chrono::sys_days{2026y / 7 / 1} + std::chrono::days(number)};
}

Policy saying(const QString &words, int version = 1)
{
    return {.name = u"p"_s, .version = version, .description = words};
}

/// Three versions, of which the last is in use.
History three()
{
    History history;
    for (int i = 1; i <= 3; ++i)
        history = published(withDraft(history, saying(u"v%1"_s.arg(i))), day(i), u"note %1"_s.arg(i)).value();
    return history;
}

History withCanary(int percent)
{
    return publishedAsCanary(withDraft(three(), saying(u"new"_s)), percent, day(4), u"try"_s).value();
}

QString inUse(const History &history)
{
    const auto *version = findVersion(history, history.current);
    return version ? version->value.description : QString();
}

} // namespace

class TstVersionHistory : public QObject
{
    Q_OBJECT
private slots:
    void aVersionThatIsWithdrawnStaysInTheList()
    {
        const History history = withdrawn(withCanary(10)).value();
        QVERIFY(!history.canary);
        QCOMPARE(inUse(history), u"v3"_s);
        QCOMPARE(history.versions.size(), 4);
        QVERIFY(!withdrawn(history));
    }

    void canariesAreOfThoseWhoseFileSaysWhatIsInUse()
    {
        const History history = withCanary(10);
        const Policy inFile = findVersion(history, history.current)->value;
        QCOMPARE(canariesOf<Policy>({{u"p"_s, history}}, {inFile}).size(), 1);
        QCOMPARE(canariesOf<Policy>({{u"p"_s, three()}}, {inFile}).size(), 0);
        QCOMPARE(canariesOf<Policy>({{u"p"_s, history}}, {}).size(), 0);
        QCOMPARE(canariesOf<Policy>({{u"p"_s, history}}, {saying(u"by hand"_s)}).size(), 0);
    }

    void publishingNumbersTheVersionsAndTakesTheDraftAway()
    {
        const History history = three();
        QCOMPARE(history.versions.size(), 3);
        QCOMPARE(history.current, 3);
        QVERIFY(!history.draft);
        const PublishedVersion<Policy> second{.at = day(2), .note = u"note 2"_s, .value = saying(u"v2"_s, 2)};
        QCOMPARE(*findVersion(history, 2), second);
        QVERIFY(!findVersion(history, 4));
    }

    void aDraftThatSaysWhatIsInUseIsNone()
    {
        QVERIFY(!withDraft(three(), saying(u"v3"_s, 77)).draft);
        QVERIFY(withDraft(three(), saying(u"v2"_s)).draft);
        QCOMPARE(published(three(), day(4), {}).error().kind, Error::Kind::InvalidInput);
    }

    void aRestoredVersionIsANewOneAndTheDraftStays()
    {
        const History before = withDraft(three(), saying(u"draft"_s));
        const History after = restored(before, 1, day(4), u"back"_s).value();
        QCOMPARE(after.current, 4);
        QCOMPARE(inUse(after), u"v1"_s);
        QCOMPARE(after.draft, before.draft);
        QCOMPARE(after.versions.first(3), before.versions);
        QCOMPARE(restored(before, 9, day(4), {}).error().kind, Error::Kind::NotFound);
        QCOMPARE(restored(before, 3, day(4), {}).error().kind, Error::Kind::InvalidInput);
    }

    void aCanaryIsPromotedOrSuperseded()
    {
        const History canary = withCanary(10);
        QCOMPARE(canary.current, 3);
        QCOMPARE(canary.canary, std::optional(Canary{.version = 4, .percent = 10}));
        QCOMPARE(withCanaryShare(canary, 50)->canary->percent, 50);
        const History done = promoted(canary).value();
        QCOMPARE(inUse(done), u"new"_s);
        QVERIFY(!done.canary);
        QVERIFY(!published(withDraft(canary, saying(u"other"_s)), day(5), {})->canary);
        QVERIFY(!restored(canary, 1, day(5), {})->canary);
        const History second = publishedAsCanary(withDraft(canary, saying(u"newer"_s)), 5, day(5), {}).value();
        QCOMPARE(second.canary, std::optional(Canary{.version = 5, .percent = 5}));
        QCOMPARE(second.current, 3);
    }

    void whatMakesNoSenseIsRefused()
    {
        const History draft = withDraft(three(), saying(u"new"_s));
        for (const int percent : {0, 100, -5})
            QCOMPARE(publishedAsCanary(draft, percent, day(4), {}).error().kind, Error::Kind::InvalidInput);
        QVERIFY(!publishedAsCanary(three(), 10, day(4), {}));
        QVERIFY(!publishedAsCanary(withDraft(History{}, saying(u"first"_s)), 10, day(4), {}));
        QVERIFY(!withCanaryShare(draft, 10));
        QVERIFY(!withCanaryShare(withCanary(10), 100));
        QVERIFY(!promoted(draft));
    }

    void aFileWrittenByHandIsWhatIsInUse_data()
    {
        QTest::addColumn<Policy>("inFile");
        QTest::addColumn<int>("current");
        QTest::addColumn<int>("versions");
        QTest::newRow("as published") << saying(u"v3"_s, 3) << 3 << 3;
        QTest::newRow("an earlier one, after a crash") << saying(u"v2"_s, 2) << 2 << 3;
        QTest::newRow("a new one under the old number") << saying(u"mine"_s, 3) << 4 << 4;
        QTest::newRow("a new one under a later number") << saying(u"mine"_s, 9) << 9 << 4;
    }
    void aFileWrittenByHandIsWhatIsInUse()
    {
        QFETCH(Policy, inFile);
        QFETCH(int, current);
        QFETCH(int, versions);
        const History history = reconciled(three(), inFile, day(7));
        QCOMPARE(history.current, current);
        QCOMPARE(history.versions.size(), versions);
        QCOMPARE(inUse(history), inFile.description);
        QCOMPARE(reconciled(history, inFile, day(8)), history);
    }

    void theCanaryTakesItsShareAndASessionStaysOnOneSide()
    {
        const History history = withCanary(10);
        constexpr int Sessions = 20'000;
        int taken = 0;
        for (int i = 0; i < Sessions; ++i) {
            const QString session = u"session-%1"_s.arg(i);
            const int version = pickVersion(history, luckOf(session, history));
            QCOMPARE(pickVersion(history, luckOf(session, history)), version);
            // Who is in stays in while the share grows.
            const History wider = withCanaryShare(history, 30).value();
            QVERIFY(version == 3 || pickVersion(wider, luckOf(session, wider)) == 4);
            taken += version == 4;
        }
        // 4 standard deviations of the binomial distribution are 170.
        QVERIFY2(std::abs(taken - Sessions / 10) < 170, qPrintable(QString::number(taken)));
    }

    void anotherCanaryTakesOtherSessions()
    {
        const History first = withCanary(50);
        const History second = publishedAsCanary(withDraft(first, saying(u"newer"_s)), 50, day(5), {}).value();
        int same = 0;
        for (int i = 0; i < 1000; ++i) {
            const QString session = QString::number(i);
            same += (pickVersion(first, luckOf(session, first)) == 3)
                == (pickVersion(second, luckOf(session, second)) == 3);
        }
        QVERIFY2(same > 400 && same < 600, qPrintable(QString::number(same)));
    }

    void theEndsOfLuckAreOnTheirSides()
    {
        const History history = withCanary(1);
        QCOMPARE(pickVersion(history, 0), 4);
        QCOMPARE(pickVersion(history, ~quint64(0)), 3);
        QCOMPARE(pickVersion(three(), 0), 3);
        QCOMPARE(pickVersion(History{}, 0), 0);
    }

    void onlySoManyVersionsAreKeptAndThoseInUseAlways()
    {
        History history = withCanary(10); // 3 is in use, 4 the canary
        for (int i = 0; i < MostKeptVersions + 20; ++i)
            history = publishedAsCanary(withDraft(history, saying(u"draft %1"_s.arg(i))), 10, day(5), {}).value();
        QCOMPARE(history.versions.size(), MostKeptVersions);
        QVERIFY(findVersion(history, 3));
        QVERIFY(findVersion(history, history.canary->version));
        QVERIFY(!findVersion(history, 1));
    }

    void aHistoryIsReadAsItWasWritten()
    {
        for (int seed = 0; seed < 500; ++seed) {
            SeededRandom random{quint64(seed)};
            History history;
            for (quint64 left = random.below(5); left > 0; --left)
                history = published(withDraft(history, routing::testing::anyPolicy(random)), day(int(random.below(99))),
                                    u"n"_s)
                              .value_or(history);
            history = withDraft(history, routing::testing::anyPolicy(random));
            if (routing::testing::oneIn(random, 2))
                history = publishedAsCanary(history, 7, day(1), {}).value_or(history);
            const Json written = toJson(history);
            const auto again = parseHistory<Policy>(*parseJson(written.dumpIndented()));
            QVERIFY2(again && *again == history, written.dump().constData());
        }
    }

    void aHistoryOfAChainIsToo()
    {
        VersionHistory<Chain> history;
        history = withDraft(history, {.name = u"c"_s, .steps = {{.model = u"a/b"_s}}});
        history = published(history, day(1), u"first"_s).value();
        history = withDraft(history, {.name = u"c"_s, .steps = {{.model = u"a/c"_s}}});
        history.extra.set("color", "blue");
        QCOMPARE(parseHistory<Chain>(toJson(history)).value(), history);
    }

    void anErrorNamesThePath_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &text, const QString &message) {
            QTest::newRow(name) << quoted(text) << message;
        };
        const QByteArray first = "{'at':'2026-07-02T12:30:00.000Z','value':{'format':1,'name':'p'}}";
        row("no format", "{'versions':[]}", u"format: expected 1, but it is missing"_s);
        row("a newer format", "{'format':2,'versions':[]}", u"format: expected a whole number from 1 to 1, found 2"_s);
        row("no versions", "{'format':1}", u"versions: expected a list of versions, but it is missing"_s);
        row("a bad time", "{'format':1,'versions':[{'at':'today','value':{'format':1,'name':'p'}}]}",
            u"versions[0].at: expected a time such as \"2026-07-02T12:30:00.000Z\", found \"today\""_s);
        row("a bad value", "{'format':1,'versions':[{'at':'2026-07-02','value':{'format':1,'name':'p','rules':1}}]}",
            u"versions[0].value: rules: expected a list of rules, found 1"_s);
        row("no value", "{'format':1,'versions':[{'at':'2026-07-02'}]}",
            u"versions[0].value: expected an object, found null"_s);
        row("a number twice", "{'format':1,'versions':[" + first + ',' + first + "]}",
            u"versions[1]: the numbers of versions go up"_s);
        row("an unknown version in use", "{'format':1,'current':2,'versions':[" + first + "]}",
            u"current: expected the number of one of the versions, found 2"_s);
        row("an unknown canary", "{'format':1,'canary':{'version':2,'percent':5},'versions':[" + first + "]}",
            u"canary.version: expected the number of one of the versions, found 2"_s);
        row("a share of nothing", "{'format':1,'canary':{'version':1,'percent':0},'versions':[" + first + "]}",
            u"canary.percent: expected a whole number from 1 to 99, found 0"_s);
        row("a bad draft", "{'format':1,'versions':[],'draft':7}", u"draft: expected an object, found 7"_s);
    }
    void anErrorNamesThePath()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const auto history = parseHistory<Policy>(*parseJson(text));
        QCOMPARE(history ? u"parsed"_s : history.error().message, message);
    }
};

static const bool tstVersionHistory = sb::testing::add<TstVersionHistory>();

#include "tst_version_history.moc"
