#include "core/lab/fault.h"

#include "tests/lab/company.h"
#include "tests/testing/testing.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::testing;
using catalog::DialectId;
using std::chrono::milliseconds;

namespace {

/// Of different authors, with a larger window behind, one of them here.
QList<Member> soundCompany()
{
    return {{.id = u"a"_s},
            {.id = u"b"_s, .dialect = DialectId::AnthropicMessages, .prefill = true, .window = 200'000},
            {.id = u"c"_s, .local = true}};
}

QByteArray endOf(const lab::FaultResult &result)
{
    return toWireName(result.end);
}

QStringList wayOf(const lab::FaultResult &result)
{
    QStringList way;
    for (const lab::PathStop &stop : result.path)
        way.append(u"%1 %2"_s.arg(stop.endpointId.chopped(2), QString::fromLatin1(stop.reason)));
    return way;
}

} // namespace

/// What each fault is to do, by the error table, the clocks and the commit point of DESIGN.md, section 4.
class TstFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFaultHasANameOfItsOwn();
    void aSoundCompanyComesThrough_data();
    void aSoundCompanyComesThrough();
    void everyDialectIsRehearsed_data();
    void everyDialectIsRehearsed();
    void everyRuleOfAChainIsRehearsed_data();
    void everyRuleOfAChainIsRehearsed();
    void oneEndpointTellsWhatWentWrong_data();
    void oneEndpointTellsWhatWentWrong();
    void whatTheChainForbidsIsRespected_data();
    void whatTheChainForbidsIsRespected();
    void effortThatIsSparedFails_data();
    void effortThatIsSparedFails();
    void reasoningMayTakeTenMinutesToItsFirstContent();
    void aClockOfADayIsWaitedFor();
    void aHedgeAnswersForASlowOne();
    void anErrorNeverWinsAHedge();

private:
    lab::Scorecard m_scorecard; ///< of the sound company
};

void TstFaults::initTestCase()
{
    const Result<lab::Scorecard> scorecard = rehearsed(specOf(soundCompany()));
    QVERIFY2(scorecard, scorecard ? "" : qPrintable(scorecard.error().message));
    m_scorecard = *scorecard;
    QCOMPARE(m_scorecard.results.size(), lab::allFaults().size());
}

void TstFaults::everyFaultHasANameOfItsOwn()
{
    QSet<QByteArrayView> ids;
    QSet<QString> names;
    for (const lab::Fault &fault : lab::allFaults()) {
        ids.insert(fault.id);
        names.insert(fault.name());
        QVERIFY(!fault.id.contains(' ')); // a line of the scorecard is taken apart at its blanks
        QVERIFY(!fault.name().isEmpty());
    }
    QCOMPARE(ids.size(), lab::allFaults().size());
    QCOMPARE(names.size(), lab::allFaults().size());
    QVERIFY(ids.size() >= 30);
}

void TstFaults::aSoundCompanyComesThrough_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QStringList>("way");
    QTest::addColumn<milliseconds>("least");
    QTest::addColumn<milliseconds>("most");
    const auto row = [](const char *fault, const QByteArray &end, const QStringList &way, milliseconds least,
                        milliseconds most) { QTest::newRow(fault) << end << way << least << most; };
    const QString first = u"a first_try"_s;
    const QString again = u"a retry_transient"_s;
    const QStringList twice{first, again};
    const QStringList thrice{first, again, again};
    const auto then = [](const QStringList &way, const QString &next) { return way + QStringList{next}; };
    row("sound", "complete", {first}, 0s, 2s);
    row("refused", "complete", then(thrice, u"b next_overloaded"_s), 1s, 5s);
    row("host-not-found", "complete", then(thrice, u"b next_overloaded"_s), 1s, 5s);
    row("tls-failed", "complete", then(thrice, u"b next_overloaded"_s), 1s, 5s);
    row("connect-hangs", "complete", {first, u"b next_silent"_s}, 10s, 12s);
    row("upload-hangs", "complete", {first, u"b next_silent"_s}, 30s, 32s);
    row("reset-once", "complete", twice, 400ms, 4s);
    row("reset", "complete", then(thrice, u"b next_reset"_s), 1s, 6s);
    row("silence", "complete", {first, u"b next_silent"_s}, 30s, 32s);
    row("head-only", "complete", {first, u"b next_silent"_s}, 60s, 62s);
    row("keep-alive-stall", "complete", {first, u"b next_silent"_s}, 60s, 62s);
    row("cut-before-content", "complete", then(thrice, u"b next_reset"_s), 1s, 6s);
    row("web-page", "complete", then(thrice, u"b next_overloaded"_s), 1s, 6s);
    row("redirect", "complete", then(thrice, u"b next_overloaded"_s), 1s, 6s);
    row("garbled", "complete", then(thrice, u"b next_overloaded"_s), 1s, 6s);
    row("status-500-once", "complete", twice, 400ms, 3s);
    row("status-503-twice", "complete", thrice, 1s, 5s);
    row("status-529", "complete", then(thrice, u"b next_overloaded"_s), 1s, 6s);
    row("slow-503", "complete", then(thrice, u"b next_overloaded"_s), 81s, 86s);
    row("error-in-200", "complete", then(thrice, u"b next_overloaded"_s), 1s, 6s);
    row("limit-in-200", "complete", then(thrice, u"b next_rate_limited"_s), 1s, 6s);
    row("retry-after-short", "complete", {first, u"a retry_after_header"_s}, 2s, 4s);
    row("retry-after-date", "complete", {first, u"a retry_after_header"_s}, 2s, 5s);
    row("retry-after-long", "complete", {first, u"b next_rate_limited"_s}, 0s, 2s);
    row("limit-without-time", "complete", twice, 400ms, 3s);
    row("limited-everywhere", "failed", {first, u"b next_rate_limited"_s, u"c next_rate_limited"_s}, 0s, 3s);
    row("bad-key", "complete", {first, u"b next_key"_s}, 0s, 2s);
    row("no-credit", "complete", {first, u"b next_key"_s}, 0s, 2s);
    row("affords-less", "length", {first, u"a retry_clamped"_s}, 0s, 2s);
    row("forbidden", "complete", {first, u"b next_key"_s}, 0s, 2s);
    row("model-gone", "complete", {first, u"b next_not_found"_s}, 0s, 2s);
    row("context-overflow", "complete", {first, u"b next_context"_s}, 0s, 2s);
    row("too-large", "complete", {first, u"b next_too_large"_s}, 0s, 2s);
    row("unsupported-parameter", "complete", {first, u"b next_parameter"_s}, 0s, 2s);
    row("content-policy", "failed", {first}, 0s, 1s);
    row("filtered", "filtered", {first}, 0s, 1s);
    row("request-at-fault", "failed", {first}, 0s, 1s);
    row("cut", "complete", {first, u"b continue"_s}, 0s, 2s);
    row("polite-cut", "complete", {first, u"b continue"_s}, 0s, 2s);
    row("stall", "complete", {first, u"b continue"_s}, 60s, 62s);
    row("keep-alive-in-answer", "complete", {first, u"b continue"_s}, 60s, 62s);
    row("error-in-answer", "complete", {first, u"b continue"_s}, 0s, 2s);
    row("garbled-answer", "complete", {first, u"b continue"_s}, 0s, 2s);
    row("filtered-answer", "filtered", {first}, 0s, 1s);
    row("output-limit", "length", {first}, 0s, 1s);
    row("broken-after-end", "complete", {first}, 0s, 2s);
    row("babble-after-end", "complete", {first}, 0s, 2s);
    row("byte-by-byte", "complete", {first}, 0s, 1s);
    row("trickle", "complete", {first}, 20min, 60min);
    row("slow-first-content", "complete", {first}, 50s, 60s);
    row("usage-missing", "complete", {first}, 0s, 2s);
    row("billed-above-bound", "complete", {first}, 0s, 2s);
    row("outage", "complete", then(thrice, u"b next_overloaded"_s), 1s, 6s);
    row("network-down", "complete",
        then(thrice, u"b next_overloaded"_s)
            + QStringList{u"b retry_transient"_s, u"b retry_transient"_s, u"c next_overloaded"_s},
        2s, 9s);
    row("slow-first", "complete", QStringList(21, first), 20s, 22s);
    row("hedge-error", "complete", QStringList(21, first), 20s, 22s);
    row("cold-load", "complete", {first}, 0s, 2s); // it is behind the others, and was not asked
    row("budget-empty", "complete", {u"c first_try"_s}, 0s, 2s); // what costs nothing is never blocked
    row("caller-leaves", "cancelled", {first}, 500ms, 500ms);
    row("sleep", "complete", {first}, 0s, 2s);
    row("clock-jump", "complete", {first}, 0s, 2s);
}

void TstFaults::aSoundCompanyComesThrough()
{
    QFETCH(milliseconds, least);
    QFETCH(milliseconds, most);
    const auto result =
        std::ranges::find(m_scorecard.results, QByteArray(QTest::currentDataTag()), &lab::FaultResult::fault);
    QVERIFY(result != m_scorecard.results.end());
    QVERIFY2(result->passed, qPrintable(result->note));
    QTEST(endOf(*result), "end");
    QTEST(wayOf(*result), "way");
    QVERIFY2(result->waited >= least && result->waited <= most,
             QByteArray::number(qint64(result->waited.count())).constData());
}

void TstFaults::everyDialectIsRehearsed_data()
{
    QTest::addColumn<int>("dialect");
    for (const DialectId dialect :
         {DialectId::OpenAiChat, DialectId::OpenAiResponses, DialectId::OpenAiCompletions, DialectId::AnthropicMessages,
          DialectId::GeminiGenerateContent, DialectId::CohereChat, DialectId::OllamaChat, DialectId::OllamaGenerate,
          DialectId::BedrockConverse})
        QTest::newRow(toWireName(dialect).constData()) << int(dialect);
}

void TstFaults::everyDialectIsRehearsed()
{
    QFETCH(int, dialect);
    const Result<lab::Scorecard> scorecard =
        rehearsed(specOf({{.id = u"a"_s, .dialect = DialectId(dialect)},
                          {.id = u"b"_s, .dialect = DialectId(dialect), .prefill = true, .window = 200'000},
                          {.id = u"c"_s, .dialect = DialectId(dialect), .local = true}}));
    QVERIFY2(scorecard, scorecard ? "" : qPrintable(scorecard.error().message));
    QVERIFY2(scorecard->failed() == 0, complaintsOf(*scorecard).constData());
}

void TstFaults::everyRuleOfAChainIsRehearsed_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("lenient");
    QTest::addColumn<bool>("hedges");
    using Mode = routing::AfterFirstContent;
    for (const Mode mode : {Mode::Continue, Mode::Splice, Mode::Hold, Mode::Error}) {
        for (const bool lenient : {false, true}) {
            for (const bool hedges : {false, true})
                QTest::addRow("%s%s%s", toWireName(mode).constData(), lenient ? ", lenient" : ", strict",
                              hedges ? ", hedged" : "")
                    << int(mode) << lenient << hedges;
        }
    }
}

void TstFaults::everyRuleOfAChainIsRehearsed()
{
    QFETCH(int, mode);
    QFETCH(bool, lenient);
    QFETCH(bool, hedges);
    lab::RehearsalSpec spec = specOf(soundCompany());
    spec.chain.afterFirstContent = routing::AfterFirstContent(mode);
    spec.chain.allowPayingTwice = lenient;
    for (routing::Step &step : spec.chain.steps) {
        step.moveOn.contentPolicy = lenient;
        if (hedges)
            step.hedge = routing::Hedge{};
    }
    const Result<lab::Scorecard> scorecard = rehearsed(spec);
    QVERIFY2(scorecard, scorecard ? "" : qPrintable(scorecard.error().message));
    QVERIFY2(scorecard->failed() == 0, complaintsOf(*scorecard).constData());
}

void TstFaults::oneEndpointTellsWhatWentWrong_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<int>("tries");
    const auto row = [](const char *fault, const QByteArray &end, const QByteArray &error, int tries) {
        QTest::newRow(fault) << end << error << tries;
    };
    row("refused", "failed", "provider_unavailable", 3);
    row("connect-hangs", "failed", "timeout", 1);
    row("reset", "failed", "reset_before_answer", 3);
    row("keep-alive-stall", "failed", "timeout", 1);
    row("retry-after-long", "failed", "rate_limit_exceeded", 1);
    row("bad-key", "failed", "authentication", 1);
    row("context-overflow", "failed", "context_length_exceeded", 1);
    row("cut", "cut", "cut", 1);
    row("polite-cut", "cut", "cut", 1);
    row("stall", "stalled", "stalled", 1);
    row("outage", "failed", "provider_overloaded", 3);
    row("all-down", "failed", "provider_overloaded", 3);
}

void TstFaults::oneEndpointTellsWhatWentWrong()
{
    QFETCH(int, tries);
    const lab::FaultResult result = rehearsed(specOf({{.id = u"a"_s}}), QTest::currentDataTag());
    QVERIFY2(result.passed, qPrintable(result.note)); // nobody could have answered
    QTEST(endOf(result), "end");
    QCOMPARE(result.path.size(), tries);
    QTEST(result.path.constLast().error, "error");
}

void TstFaults::whatTheChainForbidsIsRespected_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<int>("tries");
    QTest::newRow("an answer that breaks off is not gone on with")
        << QByteArray("cut") << u"error"_s << QByteArray("cut") << 1;
    QTest::newRow("an answer that stops coming is not gone on with")
        << QByteArray("stall") << u"error"_s << QByteArray("stalled") << 1;
    QTest::newRow("what may have been worked on is not sent again")
        << QByteArray("reset-once") << u"once"_s << QByteArray("failed") << 1;
    QTest::newRow("a refused prompt is shown to nobody else")
        << QByteArray("content-policy") << QString() << QByteArray("failed") << 1;
    QTest::newRow("a refused prompt is shown to somebody else where the chain says so")
        << QByteArray("content-policy") << u"policy"_s << QByteArray("complete") << 2;
    QTest::newRow("a filtered prompt as well") << QByteArray("filtered") << u"policy"_s << QByteArray("complete") << 2;
    QTest::newRow("what is held back begins again elsewhere")
        << QByteArray("cut") << u"hold"_s << QByteArray("complete") << 4;
}

void TstFaults::whatTheChainForbidsIsRespected()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, rule);
    QFETCH(int, tries);
    lab::RehearsalSpec spec = specOf(soundCompany());
    spec.chain.allowPayingTwice = rule != "once"_L1;
    spec.chain.steps[0].moveOn.contentPolicy = rule == "policy"_L1;
    if (rule == "error"_L1)
        spec.chain.afterFirstContent = routing::AfterFirstContent::Error;
    else if (rule == "hold"_L1)
        spec.chain.afterFirstContent = routing::AfterFirstContent::Hold;
    const lab::FaultResult result = rehearsed(spec, fault);
    QVERIFY2(result.passed, qPrintable(result.note));
    QTEST(endOf(result), "end");
    QCOMPARE(result.path.size(), tries);
}

void TstFaults::effortThatIsSparedFails_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("spared");
    QTest::newRow("no retry, and nobody else") << QByteArray("status-500-once") << u"retries"_s;
    QTest::newRow("one retry where two are needed") << QByteArray("status-503-twice") << u"retry"_s;
    QTest::newRow("no patience, and nobody else") << QByteArray("retry-after-short") << u"patience"_s;
    QTest::newRow("no time to load") << QByteArray("cold-load") << u"loading"_s;
    QTest::newRow("does not move on after a silence") << QByteArray("silence") << u"silence"_s;
    QTest::newRow("does not move on after an outage") << QByteArray("outage") << u"overloaded"_s;
    QTest::newRow("does not move on with another key") << QByteArray("bad-key") << u"key"_s;
}

void TstFaults::effortThatIsSparedFails()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, spared);
    const bool alone = spared == "retries"_L1 || spared == "retry"_L1 || spared == "patience"_L1;
    lab::RehearsalSpec spec = specOf(alone                        ? QList<Member>{{.id = u"a"_s}}
                                         : spared == "loading"_L1 ? QList<Member>{{.id = u"c"_s, .local = true}}
                                                                  : soundCompany());
    const lab::RehearsalSpec before = spec;
    routing::Step &step = spec.chain.steps[0];
    if (spared == "retries"_L1)
        step.retries = 0;
    else if (spared == "retry"_L1)
        step.retries = 1;
    else if (spared == "patience"_L1)
        step.patience = 0ms;
    else if (spared == "loading"_L1)
        step.clocks.coldLoad = 30s;
    step.moveOn.silence = spared != "silence"_L1;
    step.moveOn.overloaded = spared != "overloaded"_L1;
    step.moveOn.badKey = spared != "key"_L1;

    const lab::FaultResult result = rehearsed(spec, fault);
    QVERIFY(!result.passed);
    QVERIFY2(result.note.contains("could have answered"_L1), qPrintable(result.note));
    if (spared == "loading"_L1)
        spec.chain.steps[0].clocks.coldLoad = 2min;
    else
        spec = before;
    const lab::FaultResult mended = rehearsed(spec, fault);
    QVERIFY2(mended.passed, qPrintable(mended.note));
    QCOMPARE(endOf(mended), "complete");
}

void TstFaults::reasoningMayTakeTenMinutesToItsFirstContent()
{
    lab::RehearsalSpec spec = specOf({{.id = u"a"_s}});
    const lab::FaultResult plain = rehearsed(spec, "head-only");
    QVERIFY2(plain.waited > 60s && plain.waited < 61s, QByteArray::number(qint64(plain.waited.count())).constData());
    spec.request.reasoning = chat::Reasoning{.enabled = true};
    const lab::FaultResult reasoning = rehearsed(spec, "head-only");
    QVERIFY2(reasoning.waited > 600s && reasoning.waited < 601s,
             QByteArray::number(qint64(reasoning.waited.count())).constData());
    const lab::FaultResult slow = rehearsed(spec, "slow-first-content");
    QCOMPARE(endOf(slow), "complete");
    QVERIFY(slow.waited > 540s);
}

void TstFaults::aClockOfADayIsWaitedFor()
{
    lab::RehearsalSpec spec = specOf({{.id = u"a"_s}});
    spec.chain.steps[0].clocks.idle = 24h;
    const lab::FaultResult result = rehearsed(spec, "stall");
    QVERIFY2(result.passed, qPrintable(result.note));
    QCOMPARE(endOf(result), "stalled");
    QVERIFY(result.waited > 24h);
}

void TstFaults::aHedgeAnswersForASlowOne()
{
    lab::RehearsalSpec spec = specOf(soundCompany());
    const lab::FaultResult waited = rehearsed(spec, "slow-first");
    spec.chain.steps[0].hedge = routing::Hedge{};
    const lab::FaultResult hedged = rehearsed(spec, "slow-first");
    QVERIFY2(hedged.passed, qPrintable(hedged.note));
    QVERIFY(waited.waited > 20s);
    QVERIFY(hedged.waited < 3s);
    const QStringList way = wayOf(hedged);
    QCOMPARE(way.last(2), (QStringList{u"a first_try"_s, u"b hedge"_s}));
    QVERIFY(hedged.cost.amount > waited.cost.amount); // it is a purchase
}

void TstFaults::anErrorNeverWinsAHedge()
{
    lab::RehearsalSpec spec = specOf(soundCompany());
    spec.chain.steps[0].hedge = routing::Hedge{};
    const lab::FaultResult result = rehearsed(spec, "hedge-error");
    QVERIFY2(result.passed, qPrintable(result.note));
    QCOMPARE(endOf(result), "complete");
    QVERIFY(result.waited > 20s); // the first one answered
    const auto rival = std::ranges::find(result.path, QByteArray("hedge"), &lab::PathStop::reason);
    QVERIFY(rival != result.path.end()); // there was one
    QVERIFY(!rival->error.isEmpty());
}

static const bool tstFaults = sb::testing::add<TstFaults>();

#include "tst_faults.moc"
