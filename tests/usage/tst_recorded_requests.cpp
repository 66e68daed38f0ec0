#include "core/usage/recorded_requests.h"

#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;

namespace {

const WallTime Began = fromMilliseconds(1'767'268'800'000);

OpenRecord openedAt(WallTime at)
{
    OpenRecord opened = fullOpenRecord();
    opened.ledger = Ledger::Real;
    opened.startedAt = at;
    return opened;
}

Json decisionWith(const QByteArray &more, const QByteArray &probabilities = "0.75,0.25,1")
{
    const QList<QByteArray> shares = probabilities.split(',');
    QByteArray text = R"({"chain":"line","chain_version":4,)" + more + R"("input_tokens_bound":5120,"candidates":[)";
    for (qsizetype i = 0; i < shares.size(); ++i) {
        const QByteArray number = QByteArray::number(i);
        text += (i > 0 ? ",{\"rank\":" : "{\"rank\":") + number + ",\"step\":" + (i < 2 ? "3" : "4")
            + ",\"endpoint\":\"e" + number + "/m\",\"probability\":" + shares.at(i) + ",\"expected_low\":\"0.0012\"}";
    }
    return parseJson(text + R"(],"excluded":[]})").value();
}

struct Reading
{
    explicit Reading(const QString &path, Ledger ledger = Ledger::Real)
        : opened(RecordedRequests::open(path, {.ledger = ledger, .until = Began + std::chrono::days{400}}, cancelled))
    {
        if (opened)
            (*opened)->rewind(RecordedRequests::With::Decisions);
    }
    bool next() { return (*opened)->next(request); }

    std::atomic<bool> cancelled{false};
    Result<std::unique_ptr<RecordedRequests>> opened;
    RecordedRequest request = {};
};

} // namespace

class TstRecordedRequests : public QObject
{
    Q_OBJECT

private slots:
    void requestsComeInTheirOrderWithTheirAttempts()
    {
        Rig rig;
        QVERIFY(rig.start());
        for (int i = 0; i < 3; ++i)
            rig.record(openedAt(Began + std::chrono::minutes{i}), fullSettlement({}));
        (void)rig.open(openedAt(Began)); // not over
        Reading reading(rig.path());
        QVERIFY(reading.opened);
        RecordedRequests &requests = **reading.opened;
        const Settlement settled = fullSettlement({});
        for (int i = 0; i < 3; ++i) {
            QVERIFY(reading.next());
            const RecordedRequest &request = reading.request;
            QCOMPARE(request.seq, i + 1);
            QCOMPARE(request.startedAt, toMilliseconds(Began) + i * 60'000);
            QCOMPARE(requests.name(request.client), openedAt(Began).client);
            QCOMPARE(request.end, settled.end);
            QVERIFY(request.cost == settled.cost);
            QCOMPARE(request.attempts.size(), size_t(settled.attempts.size()));
            const AttemptRecord &last = settled.attempts.constLast();
            QCOMPARE(requests.name(request.attempts.back().endpoint), last.endpointId);
            QVERIFY(request.attempts.back().tokens == last.tokens);
            QCOMPARE(request.attempts.back().duration, qint64(last.duration.count()));
            QVERIFY(requests.seen() <= requests.about());
        }
        QVERIFY(!reading.next());
        QVERIFY(requests.status());
        requests.rewind(RecordedRequests::With::Attempts);
        QVERIFY(reading.next());
        QCOMPARE(reading.request.seq, 1);
        QVERIFY(!reading.request.decision);
    }

    void aDecisionIsTakenApartByItsShape()
    {
        Rig rig;
        QVERIFY(rig.start());
        const QByteArray policy =
            R"("policy":{"policy":"daily","version":12,"rule":"r","class":"code","confidence":0.75},)";
        for (const QByteArray &text : {QByteArray("4000"), QByteArray("123")}) {
            Settlement settled = fullSettlement({});
            settled.decision =
                decisionWith(policy + R"("request":{"text":)" + text
                             + R"(,"likely_input":900,"tools":true,"max_tokens":64,"remaining":"0.25"},)");
            rig.record(openedAt(Began), settled);
        }
        Reading reading(rig.path());
        QVERIFY(reading.opened && reading.next());
        const DecisionForm *form = reading.request.decision;
        QVERIFY(form);
        QVERIFY(form->askedPolicy && form->hasOutline);
        QCOMPARE(form->policy, u"daily"_s);
        QCOMPARE(form->taskClass, u"code"_s);
        const DecisionNumbers &numbers = reading.request.numbers;
        QCOMPARE(numbers.policyVersion, 12);
        QCOMPARE(numbers.text, 4'000);
        QCOMPARE(numbers.likelyInput, 900);
        QCOMPARE(numbers.mostInput, 5'120);
        QCOMPARE(numbers.maxTokens, std::optional<qint64>(64));
        QCOMPARE(numbers.remaining, std::optional(NanoDollars{250'000'000}));
        QCOMPARE(numbers.probabilities, (std::vector<double>{0.75, 0.25, 1}));
        QCOMPARE(numbers.picks, size_t(2)); // the third is of the next step
        QVERIFY((*reading.opened)->outlines()[form->outline].tools);
        QVERIFY(reading.next());
        QCOMPARE(reading.request.decision, form); // one form for both
        QCOMPARE(reading.request.numbers.text, 123);
    }

    void numbersInPreferencesAreReadWithEachDecision()
    {
        Rig rig;
        QVERIFY(rig.start());
        for (const QByteArray &price : {QByteArray("\"1.5\""), QByteArray("2")}) {
            Settlement settled = fullSettlement({});
            settled.decision = decisionWith(R"("request":{"text":1,"likely_input":2,"provider":{"max_price":{"prompt":)"
                                            + price + "}}},");
            rig.record(openedAt(Began), settled);
        }
        Reading reading(rig.path());
        QVERIFY(reading.opened && reading.next());
        const auto prompt = [&reading] {
            const auto &outlines = (*reading.opened)->outlines();
            return outlines[reading.request.decision->outline].provider["max_price"]["prompt"].dump();
        };
        QCOMPARE(prompt(), "\"1.5\"");
        QVERIFY(reading.next());
        QCOMPARE(prompt(), "2");
    }

    void decisionsOfBeforeOutlinesHaveNone()
    {
        Rig rig;
        QVERIFY(rig.start());
        Settlement settled = fullSettlement({});
        settled.decision = decisionWith({});
        rig.record(openedAt(Began), settled);
        settled.decision = {};
        rig.record(openedAt(Began), settled);
        Reading reading(rig.path());
        QVERIFY(reading.opened && reading.next());
        QVERIFY(reading.request.decision && !reading.request.decision->hasOutline
                && !reading.request.decision->askedPolicy);
        QVERIFY(reading.next());
        QVERIFY(!reading.request.decision);
    }

    void theLastVoteCounts()
    {
        Rig rig;
        QVERIFY(rig.start());
        const RecordKey key = rig.record(openedAt(Began), fullSettlement({}));
        rig.record(openedAt(Began), fullSettlement({}));
        QVERIFY(rig.vote({.key = key, .kind = Vote::Kind::Worse}));
        QVERIFY(rig.vote({.key = key, .kind = Vote::Kind::Better}));
        Reading reading(rig.path());
        QVERIFY(reading.opened && reading.next());
        QCOMPARE(reading.request.vote, std::optional(Vote::Kind::Better));
        QVERIFY(reading.next());
        QCOMPARE(reading.request.vote, std::nullopt);
    }

    void tagsComeFromTheRequestItself()
    {
        Rig rig;
        QVERIFY(rig.start());
        OpenRecord opened = openedAt(Began);
        opened.request =
            parseJson(R"({"model":"m","messages":[],"user":"me","metadata":{"team":"north","tags":"a,b"}})").value();
        const RecordKey with = rig.record(opened, fullSettlement({}));
        opened.request = {};
        const RecordKey without = rig.record(opened, fullSettlement({}));
        Reading reading(rig.path());
        QVERIFY(reading.opened);
        QCOMPARE((*reading.opened)->tags(with.seq),
                 std::optional(QStringList{u"team=north"_s, u"a"_s, u"b"_s, u"user=me"_s}));
        QCOMPARE((*reading.opened)->tags(without.seq), std::nullopt);
        QCOMPARE((*reading.opened)->body(with.seq)["model"].toText(), u"m"_s);
    }

    void whatIsCancelledEnds()
    {
        Rig rig;
        QVERIFY(rig.start());
        for (int i = 0; i < 200; ++i)
            rig.record(openedAt(Began), fullSettlement({}));
        Reading reading(rig.path());
        QVERIFY(reading.opened && reading.next());
        reading.cancelled = true;
        int more = 0;
        while (reading.next())
            ++more;
        QVERIFY(more < 199);
        QVERIFY(!(*reading.opened)->status());
        QCOMPARE((*reading.opened)->status().error().kind, Error::Kind::Cancelled);
    }
};

static const bool tstRecordedRequests = sb::testing::add<TstRecordedRequests>();

#include "tst_recorded_requests.moc"
