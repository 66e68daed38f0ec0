#include "core/usage/queries.h"

#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"

#include "core/usage/read/filter.h"
#include "core/usage/store/connection.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;
using namespace std::chrono_literals;

namespace {

QList<qint64> seqs(const LogPage &page)
{
    QList<qint64> out;
    for (const LogRow &row : page.rows)
        out.append(row.key.seq);
    return out;
}

Json message(const QString &content)
{
    Json json = Json::object();
    json.set("role", Json("user"));
    json.set("content", Json(content));
    return json;
}

} // namespace

class TstQueries final : public QObject
{
    Q_OBJECT

private slots:
    void thePagesOfTheLogHoldEveryRowOnceNewestFirst()
    {
        Rig rig;
        QVERIFY(rig.start());
        for (int i = 0; i < 25; ++i)
            rig.record(smallOpenRecord({}), smallSettlement({}, {i}));
        QList<qint64> seen;
        LogQuery query{.count = 10};
        for (int pages = 1; pages <= 3; ++pages) {
            const LogPage page = rig.ask<LogPage>(query).value();
            QCOMPARE(page.total, 25);
            QCOMPARE(page.more, pages < 3);
            seen += seqs(page);
            query.beforeSeq = page.rows.last().key.seq;
        }
        QCOMPARE(seen.size(), 25);
        for (qsizetype i = 0; i < seen.size(); ++i)
            QCOMPARE(seen.at(i), 25 - i);
        QVERIFY(rig.ask<LogPage>(query).value().rows.isEmpty());
    }

    /// Of two upper ends SQLite takes the one that is written first, and walks from there through all newer rows.
    void aPageOfSomeDaysEntersTheTableWhereItBegins()
    {
        Rig &rig = fiveRequests();
        const qint64 tuesday = QDate(2025, 6, 3).toJulianDay();
        LogQuery query{.filter = {.firstDay = tuesday, .lastDay = tuesday + 1}, .count = 2};
        QCOMPARE(seqs(rig.ask<LogPage>(query).value()), (QList<qint64>{5, 4}));
        query.beforeSeq = 4;
        QCOMPARE(seqs(rig.ask<LogPage>(query).value()), (QList<qint64>{3, 2}));

        const auto connection = Connection::open(rig.path(), Connection::Mode::Read).value();
        NameReader names(*connection);
        const QByteArray condition = requestCondition(query.filter, *connection, names, 4).text;
        QCOMPARE(condition.count("r.seq"), 1);
        QVERIFY2(condition.contains("r.seq BETWEEN 1 AND 3"), condition.constData());
    }

    void aRunningRequestCountsUnderAFilterOfItsProvider()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.record(smallOpenRecord({}), smallSettlement({}, {5}));
        const OpenRecord running = smallOpenRecord({});
        rig.open(running);
        const LogPage page = rig.ask<LogPage>(LogQuery{.filter = {.providers = {running.providerId}}}).value();
        QCOMPARE(page.rows.size(), 2);
        QCOMPARE(page.total, 2);
        QCOMPARE(rig.ask<LogPage>(LogQuery{.filter = {.providers = {u"nobody"_s}}}).value(),
                 (LogPage{.zone = page.zone}));
    }

    void aRowOfTheLogShowsTheRequest()
    {
        Rig rig;
        QVERIFY(rig.start());
        const RecordKey key = rig.record(fullOpenRecord(), fullSettlement({}));
        const LogRow row = rig.ask<LogPage>(LogQuery{}).value().rows.value(0);
        const Settlement expected = fullSettlement(key);
        QCOMPARE(row,
                 (LogRow{.key = key,
                         .startedAt = Tuesday,
                         .end = expected.end,
                         .open = false,
                         .requested = u"careful"_s,
                         .servedModel = expected.modelId,
                         .servedProvider = expected.providerId,
                         .client = u"playground"_s,
                         .tries = 2,
                         .firstContent = expected.firstContent,
                         .latency = expected.latency,
                         .tokens = expected.tokens,
                         .cost = expected.cost}));
    }

    void aRunningRequestIsInTheLogWithItsBoundAndInNoSum()
    {
        Rig rig;
        QVERIFY(rig.start());
        QCOMPARE(rig.open(smallOpenRecord(NanoDollars{900})).key.seq, 1);
        const LogRow row = rig.ask<LogPage>(LogQuery{}).value().rows.value(0);
        QVERIFY(row.open);
        QCOMPARE(row.requested, u"author/m0"_s);
        QCOMPARE(row.bound, NanoDollars{900});
        QCOMPARE(row.cost, Cost{});
        QCOMPARE(rig.ask<Overview>(OverviewQuery{}).value().sums, Sums{});
    }

    void aFilterFindsItsRequests_data()
    {
        QTest::addColumn<Filter>("filter");
        QTest::addColumn<QList<qint64>>("expected");
        const qint64 tuesday = QDate(2025, 6, 3).toJulianDay();
        QTest::newRow("nothing asked") << Filter{} << QList<qint64>{5, 4, 3, 2, 1};
        QTest::newRow("the other ledger") << Filter{.ledger = Ledger::Practice} << QList<qint64>{1};
        QTest::newRow("a day") << Filter{.firstDay = tuesday + 1, .lastDay = tuesday + 1} << QList<qint64>{5, 3};
        QTest::newRow("days without requests") << Filter{.firstDay = 1, .lastDay = 2} << QList<qint64>{};
        QTest::newRow("days far beyond") << Filter{.firstDay = 1, .lastDay = 99'999'999}
                                         << QList<qint64>{5, 4, 3, 2, 1};
        QTest::newRow("a model") << Filter{.models = {u"author/second"_s}} << QList<qint64>{4};
        QTest::newRow("either of two models")
            << Filter{.models = {u"author/second"_s, u"author/m0"_s}} << QList<qint64>{5, 4, 3, 2, 1};
        QTest::newRow("a provider") << Filter{.providers = {u"south"_s}} << QList<qint64>{4};
        QTest::newRow("a chain") << Filter{.chains = {u"careful"_s}} << QList<qint64>{4};
        QTest::newRow("a client") << Filter{.clients = {u"playground"_s}} << QList<qint64>{4};
        QTest::newRow("ends that are failures")
            << Filter{.ends = {routing::EndState::Cut, routing::EndState::Stalled}} << QList<qint64>{2};
        QTest::newRow("ends of both sorts")
            << Filter{.ends = {routing::EndState::Cut, routing::EndState::Length}} << QList<qint64>{4, 2};
        QTest::newRow("fell back") << Filter{.fellBack = true} << QList<qint64>{4};
        QTest::newRow("did not") << Filter{.fellBack = false} << QList<qint64>{5, 3, 2, 1};
        QTest::newRow("all conditions hold at once")
            << Filter{.models = {u"author/m0"_s}, .ends = {routing::EndState::Length}} << QList<qint64>{};
        QTest::newRow("a name that does not occur") << Filter{.models = {u"author/none"_s}} << QList<qint64>{};
        QTest::newRow("a word of the prompt") << Filter{.text = u"sky"_s} << QList<qint64>{4};
        QTest::newRow("a word of the answer, in other case") << Filter{.text = u"RAYLEIGH"_s} << QList<qint64>{4};
        QTest::newRow("two words of one message") << Filter{.text = u" blue  why "_s} << QList<qint64>{4};
        QTest::newRow("a word of nobody") << Filter{.text = u"green"_s} << QList<qint64>{};
    }
    void aFilterFindsItsRequests()
    {
        QFETCH(Filter, filter);
        QFETCH(QList<qint64>, expected);
        Rig &rig = fiveRequests();
        const LogPage page = rig.ask<LogPage>(LogQuery{.filter = filter}).value();
        QCOMPARE(seqs(page), expected);
        QCOMPARE(page.total, expected.size());
        QCOMPARE(rig.ask<Overview>(OverviewQuery{filter}).value().sums.requests, expected.size());
    }

    void whatIsTypedIntoTheSearchIsNeverAQueryLanguage_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("found");
        QTest::newRow("quotes") << u"say \"hello"_s << 1;
        QTest::newRow("operators are words") << u"hello AND world"_s << 0;
        QTest::newRow("a star") << u"hel*"_s << 0;
        QTest::newRow("a column") << u"text:hello"_s << 0;
        QTest::newRow("parentheses") << u"(hello)"_s << 1;
        QTest::newRow("accents do not count") << u"cafe"_s << 1;
        QTest::newRow("only signs") << u"\" ( *"_s << 0;
        QTest::newRow("an SQL quote") << u"'; DROP TABLE request; --"_s << 0;
    }
    void whatIsTypedIntoTheSearchIsNeverAQueryLanguage()
    {
        QFETCH(QString, typed);
        QFETCH(int, found);
        Rig rig;
        QVERIFY(rig.start());
        OpenRecord record = smallOpenRecord({});
        record.request = Json::object();
        record.request.set("messages", Json(Json::Array{message(u"I say hello to the world in a café"_s)}));
        rig.record(record, smallSettlement({}, {1}));
        const Result<LogPage> page = rig.ask<LogPage>(LogQuery{.filter = {.text = typed}});
        QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
        QCOMPARE(page->rows.size(), found);
    }

    void anOverviewPutsTheDearestModelFirst()
    {
        Rig rig;
        QVERIFY(rig.start());
        const QStringList models{u"author/a"_s, u"author/b"_s, u"author/c"_s, u"author/d"_s};
        const QList<qint64> costs{10, 30, 0, 0};
        for (int i = 0; i < 4; ++i) {
            for (int times = 0; times < (i == 3 ? 2 : 1); ++times) {
                Settlement settlement = smallSettlement({}, {costs.at(i)});
                settlement.modelId = models.at(i);
                rig.record(smallOpenRecord({}), settlement);
            }
        }
        QStringList order;
        const Overview overview = rig.ask<Overview>(OverviewQuery{}).value();
        for (const ModelRow &row : overview.byModel)
            order.append(row.modelId);
        QCOMPARE(order, (QStringList{u"author/b"_s, u"author/a"_s, u"author/d"_s, u"author/c"_s}));
        QCOMPARE(overview.today, QDate(2025, 6, 3).toJulianDay());
        QVERIFY(overview.latency.p50.value() >= 495ms && overview.latency.p50.value() <= 505ms); // 500, within 1 %
    }

    void theMonthOfEachProviderIsOfItsLedgerAndWithoutOthers()
    {
        Rig rig;
        QVERIFY(rig.start());
        const auto served = [&rig](const QString &provider, qint64 cost, WallTime at, Ledger ledger = Ledger::Real) {
            OpenRecord record = smallOpenRecord({}, at);
            record.ledger = ledger;
            Settlement settlement = smallSettlement({}, {cost});
            settlement.providerId = provider;
            rig.record(record, settlement);
        };
        served(u"north"_s, 1, Tuesday - 24h * 10); // in May
        served(u"north"_s, 10, Tuesday - 24h);
        served(u"north"_s, 100, Tuesday);
        served(u"south"_s, 1000, Tuesday);
        served(u"south"_s, 5, Tuesday, Ledger::Practice);
        served({}, 0, Tuesday); // nobody served it
        const MonthByProvider month = rig.ask<MonthByProvider>(MonthByProviderQuery{}).value();
        QCOMPARE(month.sums.size(), 2);
        QCOMPARE(month.sums.value(u"north"_s).total(), NanoDollars{110});
        QCOMPARE(month.sums.value(u"north"_s).requests, 2);
        QCOMPARE(month.sums.value(u"south"_s).total(), NanoDollars{1000});
        QCOMPARE(QDate::fromJulianDay(month.days.first), QDate(2025, 6, 1));
        QCOMPARE(QDate::fromJulianDay(month.days.last), QDate(2025, 6, 30));
    }

    void spendingIsOfTodayAndOfTheMonth()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.record(smallOpenRecord(NanoDollars{50}, Tuesday - 24h * 10), smallSettlement({}, {1})); // in May
        rig.record(smallOpenRecord(NanoDollars{50}, Tuesday - 24h), smallSettlement({}, {10}));
        rig.record(smallOpenRecord(NanoDollars{50}), smallSettlement({}, {100}));
        QCOMPARE(rig.open(smallOpenRecord(NanoDollars{50})).kind, OpenOutcome::Kind::Opened);
        const SpentNow now = rig.ask<SpentNow>(SpentQuery{}).value();
        QCOMPARE(now.today, (budget::Spent{.settled = {100}, .reserved = {50}}));
        QCOMPARE(now.month, (budget::Spent{.settled = {110}, .reserved = {50}}));
    }

    void namesAreThoseThatOccurInTheLedger()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.record(fullOpenRecord(), fullSettlement({}));
        OpenRecord practice = smallOpenRecord({});
        practice.ledger = Ledger::Practice;
        rig.record(practice, smallSettlement({}, {1}));
        QCOMPARE(rig.ask<Names>(NamesQuery{}).value(),
                 (Names{.models = {u"author/second"_s},
                        .providers = {u"south"_s},
                        .chains = {u"careful"_s},
                        .clients = {u"playground"_s}}));
        QCOMPARE(rig.ask<Names>(NamesQuery{Ledger::Practice}).value().clients, QStringList{u"ask"_s});
    }

    void aCancelledQueryIsInterruptedAndAnswersNothing()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.record(smallOpenRecord({}), smallSettlement({}, {1}));
        {
            // 200,000 rows, so that reading them takes a while.
            const auto writer = Connection::open(rig.path(), Connection::Mode::Write);
            QVERIFY(
                (*writer)->run("WITH RECURSIVE n(i) AS (VALUES(2) UNION ALL SELECT i + 1 FROM n WHERE i < 200000)"
                               " INSERT INTO request SELECT ledger, n.i, started_at, day, client, session, requested,"
                               " chain, chain_version, first_provider, first_model, bound, end, failed,"
                               " fell_back, endpoint, provider, model, latency, first_content, tries, fresh_input,"
                               " cache_read, cache_write_5m, cache_write_1h, visible_output, reasoning, cost_kind,"
                               " billed, computed, estimated FROM request, n WHERE seq = 1"));
        }
        QList<Ticket> answered;
        connect(&rig.queries(), &Queries::answered, this, [&answered](Ticket ticket) { answered.append(ticket); });
        const OverviewQuery slow{{.fellBack = false}};
        const Ticket first = rig.queries().ask(slow);
        const Ticket second = rig.queries().ask(slow);
        const Ticket third = rig.queries().ask(SpentQuery{});
        rig.queries().cancel(first);
        rig.queries().cancel(second);
        QTRY_VERIFY(answered.contains(third));
        QCOMPARE(answered, QList<Ticket>{third});
        QCOMPARE(rig.ask<Overview>(slow).value().sums.requests, 200'000); // the connection stays good
    }

    void aReaderHoldsNoSnapshotAfterItsAnswer()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.record(smallOpenRecord({}), smallSettlement({}, {1}));
        QVERIFY(rig.ask<LogPage>(LogQuery{.count = 1}));
        const auto writer = Connection::open(rig.path(), Connection::Mode::Write);
        QCOMPARE((*writer)->integer("PRAGMA wal_checkpoint(TRUNCATE)"), 0); // 1: a reader is in the way
    }

    void aRegisterThatIsNotThereIsAnError()
    {
        const ManualClock clock(Tuesday);
        Queries queries(u"/nowhere/usage.sqlite"_s, clock);
        QSignalSpy spy(&queries, &Queries::answered);
        queries.ask(SpentQuery{});
        QVERIFY(spy.wait());
        const auto answer = spy.at(0).at(1).value<Result<QueryAnswer>>();
        QVERIFY(!answer);
        QVERIFY2(answer.error().message.contains(u"/nowhere/usage.sqlite"_s), qPrintable(answer.error().message));
    }

    void whatIsAskedBeforeThePathIsKnownWaitsForIt()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.record(smallOpenRecord({}), smallSettlement({}, {1}));
        SystemClock clock;
        Queries queries(clock);
        QList<Result<QueryAnswer>> answers;
        connect(&queries, &Queries::answered, this, [&](Ticket, const auto &answer) { answers.append(answer); });
        queries.ask(LogQuery{});
        const Ticket unwanted = queries.ask(LogQuery{});
        queries.cancel(unwanted);
        queries.setPath(rig.path());
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(std::get<LogPage>(answers.constFirst().value()).rows.size(), 1);
    }
    void anotherPathIsReadFromTheNextQueryOn()
    {
        Rig one;
        Rig two;
        QVERIFY(one.start() && two.start());
        two.record(smallOpenRecord({}), smallSettlement({}, {1}));
        SystemClock clock;
        Queries queries(one.path(), clock);
        QList<qint64> totals;
        connect(&queries, &Queries::answered, this, [&](Ticket, const Result<QueryAnswer> &answer) {
            totals.append(answer ? std::get<LogPage>(*answer).total : -1);
        });
        queries.ask(LogQuery{});
        QTRY_COMPARE(totals, QList<qint64>{0});
        queries.setPath(two.path());
        queries.ask(LogQuery{});
        QTRY_COMPARE(totals, (QList<qint64>{0, 1}));
        queries.setPath(tl::unexpected(Error{.kind = Error::Kind::Conflict, .message = u"newer"_s}));
        queries.ask(LogQuery{});
        QTRY_COMPARE(totals, (QList<qint64>{0, 1, -1}));
    }

private:
    /// Five requests of all sorts and one of practice; made once, as nobody writes to it.
    Rig &fiveRequests()
    {
        if (m_five)
            return *m_five;
        m_five = std::make_unique<Rig>();
        (void)m_five->start();
        m_five->record(smallOpenRecord({}), smallSettlement({}, {1}));
        Settlement cut = smallSettlement({}, {1});
        cut.end = routing::EndState::Cut;
        m_five->record(smallOpenRecord({}), cut);
        m_five->record(smallOpenRecord({}, Tuesday + 24h), smallSettlement({}, {1}));
        m_five->record(fullOpenRecord(), fullSettlement({}));
        m_five->record(smallOpenRecord({}, Tuesday + 25h), smallSettlement({}, {1}));
        OpenRecord practice = smallOpenRecord({});
        practice.ledger = Ledger::Practice;
        m_five->record(practice, smallSettlement({}, {1}));
        return *m_five;
    }

    std::unique_ptr<Rig> m_five;
};

static const bool tstQueries = sb::testing::add<TstQueries>();

#include "tst_queries.moc"
