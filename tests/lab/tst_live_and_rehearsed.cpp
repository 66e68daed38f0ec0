#include "core/lab/rehearsal.h"

#include "tests/engine/bench.h"
#include "tests/lab/company.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::testing;

namespace {

using Scripts = QList<Script>;

QStringList rehearsedWay(const lab::FaultResult &result)
{
    QStringList way;
    for (const lab::PathStop &stop : result.path)
        way.append(stop.endpointId + u' ' + QString::fromLatin1(stop.reason));
    return way;
}

QStringList liveWay(const Observer &seen)
{
    QStringList way;
    const QStringList reasons = seen.reasons();
    for (qsizetype i = 0; i < reasons.size(); ++i)
        way.append(seen.tried().value(i) + u' ' + reasons.at(i));
    return way;
}

} // namespace

Q_DECLARE_METATYPE(Scripts)

/// The same chain goes the same way over real sockets and on the rehearsed clock; a change of the chain changes both.
class TstLiveAndRehearsed : public QObject
{
    Q_OBJECT

private slots:
    void theyGoTheSameWay_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<Scripts>("scripts"); // of the first provider
        QTest::addColumn<int>("retries");
        QTest::addColumn<int>("tries");
        const Script busy = refusing(503, "overloaded");
        const auto rows = [&](const char *name, const QByteArray &fault, const Scripts &scripts, QList<int> tries) {
            for (int retries = 0; retries < tries.size(); ++retries)
                QTest::addRow("%s, %d retries", name, retries) << fault << scripts << retries << tries.at(retries);
        };
        rows("busy twice", "status-503-twice", {busy, busy, answering(u"Sound."_s)}, {2, 3, 3});
        rows("busy for ever", "outage", {busy}, {2, 3, 4});
        rows("a reset", "reset", {Script{.status = 0, .then = Script::Then::Abort}}, {2, 3});
        rows("a wrong key", "bad-key", {refusing(401, "invalid_api_key")}, {2, 2});
        rows("a request at fault", "request-at-fault", {refusing(400, "invalid_request_error")}, {1, 1});
        rows("a long wait", "retry-after-long", {refusing(429, "rate_limit_exceeded", {{"retry-after", "3600"}})},
             {2, 2});
        rows("a short wait", "retry-after-short",
             {refusing(429, "rate_limit_exceeded", {{"retry-after", "1"}}), answering(u"Sound."_s)}, {2});
        rows("cut", "cut", {Script{.body = textChunk(u"So far"_s), .then = Script::Then::Abort}}, {2});
    }

    void theyGoTheSameWay()
    {
        QFETCH(QByteArray, fault);
        QFETCH(Scripts, scripts);
        QFETCH(int, retries);
        QFETCH(int, tries);
        Bench bench({u"a"_s, u"b"_s});
        bench.server.script(u"a"_s, scripts);
        bench.server.script(u"b"_s, {fault == "request-at-fault" ? scripts.first() : answering(u"Sound."_s)});
        bench.chain.steps[0].retries = retries;
        for (qsizetype i = 0; i < 2; ++i) { // one is not the other: neither repeats the other's text
            const QString id = i == 0 ? u"a"_s : u"b"_s;
            bench.chain.steps[i].model = bench.endpoint(id).modelId = u"author-%1/m"_s.arg(id);
        }
        bench.useWorld();
        const auto seen = bench.run();
        QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 30'000);

        lab::RehearsalSpec spec = specOf({{.id = u"a"_s}, {.id = u"b"_s}});
        for (routing::Step &step : spec.chain.steps)
            step.retries = 0;
        spec.chain.steps[0].retries = retries;
        const lab::FaultResult result = rehearsed(spec, fault);

        QCOMPARE(liveWay(*seen).size(), tries);
        QCOMPARE(rehearsedWay(result), liveWay(*seen));
        QCOMPARE(toWireName(result.end), toWireName(seen->end().end));
    }

    void theNumberOfRetriesIsInBothScores()
    {
        QHash<int, qsizetype> live;
        QHash<int, lab::FaultResult> scored;
        for (const int retries : {0, 2}) {
            Bench bench({u"a"_s});
            bench.server.script(u"a"_s, {refusing(500, "server_error"), answering(u"Sound."_s)});
            bench.chain.steps[0].retries = retries;
            const auto seen = bench.run();
            QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 30'000);
            live[retries] = bench.server.received(u"a"_s).size();
            lab::RehearsalSpec spec = specOf({{.id = u"a"_s}});
            spec.chain.steps[0].retries = retries;
            scored[retries] = rehearsed(spec, "status-500-once");
        }
        QCOMPARE(live[0], 1);
        QCOMPARE(live[2], 2);
        QCOMPARE(scored[0].path.size(), 1);
        QCOMPARE(scored[2].path.size(), 2);
        QVERIFY(!scored[0].passed);
        QVERIFY(scored[2].passed);
    }
};

static const bool tstLiveAndRehearsed = sb::testing::add<TstLiveAndRehearsed>();

#include "tst_live_and_rehearsed.moc"
