#include "core/lab/judge.h"

#include "tests/lab/company.h"
#include "tests/testing/testing.h"

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::testing;
using routing::EndState;
using std::chrono::milliseconds;

namespace {

constexpr NanoDollars bound{1'000'000};

/// A fault that strikes the first, after which the second has answered; all is in order.
struct Case
{
    lab::Fault fault = {.id = "test", .errors = {chat::ErrorType::ProviderOverloaded}};
    routing::Chain chain = {};
    lab::Evidence evidence = {};

    engine::Ended &ended() { return evidence.requests.last().ended; }
    lab::Played &request() { return evidence.requests.last(); }
    usage::LogRow &row() { return evidence.rows.last(); }
};

using Change = std::function<void(Case &)>;

QString textOf(const QString &id)
{
    return lab::wordsOf(u"author-%1/m"_s.arg(id)).join(QString());
}

Case inOrder()
{
    const QList<Member> members{{.id = u"a"_s}, {.id = u"b"_s, .prefill = true}};
    const catalog::Catalog catalog = companyOf(members);
    Case made{.chain = chainOf(members)};
    for (const QString &id : {u"a"_s, u"b"_s})
        made.evidence.field.append({.step = made.evidence.field.size(),
                                    .endpoint = *catalog.endpoint(id + u"/m"_s),
                                    .provider = *catalog.provider(id),
                                    .bound = bound});
    const usage::RecordKey key{.seq = 1};
    lab::Played request{.text = textOf(u"b"_s), .waited = 1s};
    request.ended.end = EndState::Complete;
    request.ended.key = key;
    request.ended.recorded = true;
    request.ended.record = {.key = key,
                            .end = EndState::Complete,
                            .servedEndpoint = u"b/m"_s,
                            .attempts = {{.endpointId = u"a/m"_s}, {.endpointId = u"b/m"_s}},
                            .cost = {.kind = usage::CostKind::Computed, .amount = NanoDollars{500}}};
    made.evidence.requests = {request};
    made.evidence.exchanges = {{.endpointId = u"a/m"_s, .wrong = true}, {.endpointId = u"b/m"_s}};
    made.evidence.rows = {{.key = key, .end = EndState::Complete}};
    made.evidence.spent = {.settled = NanoDollars{500}};
    made.evidence.limit = NanoDollars{10'000};
    return made;
}

/// The same, but nobody answers, and the caller is told so.
Case failed()
{
    Case made = inOrder();
    made.fault.where = lab::Where::Everybody;
    made.evidence.exchanges[1].wrong = true;
    made.request().text.clear();
    made.ended().end = made.ended().record.end = made.row().end = EndState::Failed;
    made.ended().answer.error = chat::ProviderError{.type = chat::ErrorType::ProviderOverloaded, .message = u"busy"_s};
    return made;
}

} // namespace

Q_DECLARE_METATYPE(Change)

/// Whatever an engine might do wrong is found out.
class TstJudge : public QObject
{
    Q_OBJECT

private slots:
    void whatIsInOrderPasses_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("answers");
        const auto row = [](const char *name, bool answers, const Change &change) {
            QTest::newRow(name) << change << answers;
        };
        row("another one answers", true, [](Case &) {});
        row("nobody can answer", false, [](Case &) {});
        row("a gone-on answer", true, [](Case &c) {
            c.request().text = textOf(u"a"_s).first(20) + lab::wordsAfter(u"author-b/m"_s).join(QString());
        });
        row("one that ends at its limit", true, [](Case &c) {
            c.fault.mayEndEarly = true;
            c.request().text = textOf(u"b"_s).first(20);
            c.ended().end = c.ended().record.end = c.row().end = EndState::Length;
        });
        row("a refusal without a record", false, [](Case &c) {
            c.ended().answer.error.reset();
            c.ended().refusal = Error{.message = u"all of them rest"_s};
            c.ended().key.reset();
            c.ended().record.attempts.clear();
            c.evidence.exchanges.clear();
            c.evidence.rows.clear();
        });
    }
    void whatIsInOrderPasses()
    {
        QFETCH(Change, change);
        QFETCH(bool, answers);
        Case made = answers ? inOrder() : failed();
        change(made);
        const lab::Judgement judgement = lab::judge(made.fault, made.chain, made.evidence);
        QVERIFY2(judgement.passed, qPrintable(judgement.note));
        QVERIFY(!judgement.note.isEmpty());
    }

    void whatIsWrongFails_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("answers");
        QTest::addColumn<QString>("note");
        const auto row = [](const char *name, bool answers, const QString &note, const Change &change) {
            QTest::newRow(name) << change << answers << note;
        };
        row("a cut answer is told as complete", true, u"not the one that was sent"_s,
            [](Case &c) { c.request().text.chop(5); });
        row("a part of an answer comes twice", true, u"not the one that was sent"_s,
            [](Case &c) { c.request().text += u" one ."_s; });
        row("two answers are mixed", true, u"not the one that was sent"_s,
            [](Case &c) { c.request().text = textOf(u"a"_s).first(20) + textOf(u"b"_s); });
        row("it gives up although somebody is left", false, u"step 2 could have answered"_s,
            [](Case &c) { c.fault.where = lab::Where::FirstEndpoint; });
        row("it gives up although it would have passed", false, u"step 1 could have answered"_s,
            [](Case &c) { c.fault.times = 1; });
        row("another error is told", false, u"the wrong error (authentication)"_s,
            [](Case &c) { c.ended().answer.error->type = chat::ErrorType::Authentication; });
        row("an error without words", false, u"the wrong error"_s,
            [](Case &c) { c.ended().answer.error->message.clear(); });
        row("a failure that is told as a cut", false, u"It ended as cut"_s,
            [](Case &c) { c.ended().end = c.ended().record.end = c.row().end = EndState::Cut; });
        row("it had to be broken off", false, u"broken off"_s, [](Case &c) { c.request().isOver = false; });
        row("it waits longer than its clocks", true, u"longer than its clocks"_s,
            [](Case &c) { c.request().waited = 10min; });
        row("no record", true, u"Its record does not say"_s, [](Case &c) { c.evidence.rows.clear(); });
        row("a record that is still open", true, u"Its record does not say"_s, [](Case &c) { c.row().open = true; });
        row("a record that says otherwise", true, u"Its record does not say"_s,
            [](Case &c) { c.row().end = EndState::Failed; });
        row("a record that was not acknowledged", true, u"Its record does not say"_s,
            [](Case &c) { c.ended().recorded = false; });
        row("two records", true, u"1 requests left 2 records"_s,
            [](Case &c) { c.evidence.rows.append({.key = {.seq = 2}}); });
        row("an exchange that is not in the record", true, u"2 exchanges were made, 1 are in the record"_s,
            [](Case &c) { c.ended().record.attempts.removeLast(); });
        row("an exchange with a stranger", true, u"nobody of the chain"_s,
            [](Case &c) { c.evidence.exchanges[1].endpointId.clear(); });
        row("something stays reserved", true, u"still reserved"_s, [](Case &c) { c.evidence.spent.reserved = bound; });
        row("more is spent than there was", true, u"The budget was"_s,
            [](Case &c) { c.evidence.spent.settled = NanoDollars{10'001}; });
        row("an endpoint is asked again and again", true, u"a/m was asked 5 times, at most 4 are allowed"_s,
            [](Case &c) {
                for (int i = 0; i < 4; ++i) {
                    c.evidence.exchanges.prepend(c.evidence.exchanges.constFirst());
                    c.ended().record.attempts.prepend(c.ended().record.attempts.constFirst());
                }
            });
        row("it pays twice where it must not", true, u"although the chain's rules say no"_s, [](Case &c) {
            c.fault.rule = lab::Rule::PayingTwice;
            c.chain.allowPayingTwice = false;
        });
        row("it shows a refused prompt to somebody else", true, u"although the chain's rules say no"_s,
            [](Case &c) { c.fault.rule = lab::Rule::ContentPolicy; });
        row("it goes on where the chain ends", true, u"although the chain's rules say no"_s, [](Case &c) {
            c.fault.rule = lab::Rule::AfterContent;
            c.chain.afterFirstContent = routing::AfterFirstContent::Error;
        });
        row("it asks the same model again", true, u"although its window is no larger"_s,
            [](Case &c) { c.fault.where = lab::Where::FirstWindow; });
        row("an estimate that does not say so", true, u"not marked as estimated"_s,
            [](Case &c) { c.fault.proof = lab::Proof::CostEstimated; });
        row("an excess that is not recorded", true, u"above the bound"_s,
            [](Case &c) { c.fault.proof = lab::Proof::ExcessRecorded; });
        row("money without a budget", true, u"spent without a budget"_s,
            [](Case &c) { c.fault.proof = lab::Proof::NothingSpent; });
    }
    void whatIsWrongFails()
    {
        QFETCH(Change, change);
        QFETCH(bool, answers);
        QFETCH(QString, note);
        Case made = answers ? inOrder() : failed();
        change(made);
        const lab::Judgement judgement = lab::judge(made.fault, made.chain, made.evidence);
        QVERIFY(!judgement.passed);
        QVERIFY2(judgement.note.contains(note), qPrintable(judgement.note));
    }

    void whoCouldGoOnIsForTheChainToSay_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("prefills");
        QTest::addColumn<bool>("sameModel");
        QTest::addColumn<bool>("could");
        using Mode = routing::AfterFirstContent;
        const auto row = [](const char *name, Mode mode, bool prefills, bool sameModel, bool could) {
            QTest::newRow(name) << int(mode) << prefills << sameModel << could;
        };
        row("continue, with a prefill", Mode::Continue, true, false, true);
        row("continue, without one", Mode::Continue, false, false, false);
        row("continue, the same model", Mode::Continue, false, true, true);
        row("splice, with a prefill", Mode::Splice, true, false, false);
        row("splice, the same model", Mode::Splice, false, true, true);
        row("hold", Mode::Hold, false, false, true);
        row("error", Mode::Error, true, true, false);
    }
    void whoCouldGoOnIsForTheChainToSay()
    {
        QFETCH(int, mode);
        QFETCH(bool, prefills);
        QFETCH(bool, sameModel);
        Case made = inOrder();
        made.fault.rule = lab::Rule::AfterContent;
        made.chain.afterFirstContent = routing::AfterFirstContent(mode);
        made.evidence.field[1].endpoint.capabilities.prefill = prefills;
        if (sameModel)
            made.evidence.field[1].endpoint.modelId = made.evidence.field[0].endpoint.modelId;
        QTEST(lab::whoCouldAnswer(made.fault, made.chain, made.evidence.field, 0) != nullptr, "could");
    }
};

static const bool tstJudge = sb::testing::add<TstJudge>();

#include "tst_judge.moc"
