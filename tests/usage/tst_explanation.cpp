#include "core/usage/explanation.h"

#include "tests/testing/testing.h"
#include "tests/usage/samples.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;
using namespace std::chrono_literals;

namespace {

Json json(const char *text)
{
    return parseJson(QByteArray(text).replace('\'', '"')).value();
}

constexpr RecordKey Key{.ledger = Ledger::Real, .seq = 12};

/// By the second rule to a chain, whose first step failed twice and whose second one answered what had to be mended.
RequestRecord fallenBack()
{
    RequestRecord record;
    record.opened = {.client = u"playground"_s, .requestedModel = u"auto"_s, .chain = u"careful"_s, .chainVersion = 7};
    Settlement &settled = record.settled;
    settled.end = routing::EndState::Complete;
    settled.latency = 4480ms;
    settled.tokens = {.freshInput = 1041, .visibleOutput = 274};
    settled.cost = {.kind = CostKind::Computed, .amount = NanoDollars{560'000}};
    settled.attempts = {{.endpointId = u"a/x"_s,
                         .duration = 1400ms,
                         .httpStatus = 529,
                         .error = chat::ErrorType::ProviderOverloaded,
                         .errorMessage = u"Overloaded"_s,
                         .moveReason = "first_try",
                         .cost = {.kind = CostKind::Computed, .amount = NanoDollars{}}},
                        {.endpointId = u"b/y"_s,
                         .step = 1,
                         .waitedBefore = 520ms,
                         .firstContent = 620ms,
                         .duration = 3070ms,
                         .httpStatus = 200,
                         .succeeded = true,
                         .moveReason = "next_overloaded",
                         .cost = {.kind = CostKind::Computed, .amount = NanoDollars{560'000}}}};
    settled.decision = json(
        "{'policy':{'policy':'work','version':4,'rule':'ag','rule_number':2,'rule_name':'Agents','chain':'careful',"
        "'passed':[{'rule':1,'rule_number':1,'unmet':'prompt_tokens','detail':'Only for prompts of 1,000 tokens or "
        "more; this one has about 120.'}],'class':'code','confidence':0.87,'classed_by':'features',"
        "'evidence':[{'feature':'code_lines','weight':2.13},{'feature':'is_social','weight':-0.4}]},"
        "'candidates':[{'rank':1,'step':0,'endpoint':'a/x','probability':0.62,'expected_low':'0.00021',"
        "'expected_high':'0.00055','pick':'stays'},{'rank':2,'step':1,'endpoint':'b/y','probability':1}],"
        "'excluded':[{'step':0,'endpoint':'c/z','reason':'no_key','detail':'There is no key for C.'}],"
        "'checks':[{'attempt':2,'verdicts':[{'check':'json','verdict':'passed','detail':'A code fence was taken "
        "away.'},{'check':'language','verdict':'cannot_check','detail':'too short'}]}]}");
    return record;
}

QString sentences(const Explanation &explanation, Explained about)
{
    QStringList found;
    for (const ExplainedLine &line : explanation) {
        if (line.about == about)
            found.append(line.sentence);
    }
    return found.join(u'\n');
}

} // namespace

/// What a record says about itself, in sentences.
class TstExplanation final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void aRequestIsToldFromTheQuestionToTheBill()
    {
        const Explanation told = explain(fallenBack(), Key);
        QCOMPARE(
            toText(told),
            u"Request 12 from playground asked for auto.\n"
            "It was taken for “Code”, 87% sure: has lines of code (+2.1), greets or thanks (−0.4).\n"
            "Rule 1 did not apply: Only for prompts of 1,000 tokens or more; this one has about 120.\n"
            "Rule 2 “Agents” of the policy work, version 4 sent it to the chain careful.\n"
            "Candidate 1 of step 1: a/x, chance 62%, expected cost $0.00021 to $0.00055. It has the conversation in "
            "its cache and is hardly dearer than the best.\n"
            "Candidate 2 of step 2: b/y, chance 100%, expected cost unpriced.\n"
            "Left out: c/z. There is no key for C.\n"
            "Attempt 1: a/x failed with 529 after 1.40 s: Overloaded.\n"
            "Attempt 2: Moved on: the provider is overloaded or out of order. After a wait of 0.52 s: b/y answered "
            "in 3.07 s, first content after 0.62 s ($0.00056 by the price list).\n"
            "The answer of attempt 2 passed the check “json” once it was mended: A code fence was taken away.\n"
            "The check “language” could not tell about the answer of attempt 2: too short.\n"
            "The answer was complete after 4.48 s: 1,041 tokens in, 274 out, $0.00056 by the price list.\n"_s);
        QCOMPARE(toJson(told).size(), told.size());
        QCOMPARE(toJson(told).at(1)["about"].toBytes(), QByteArray("class"));
    }

    void ofTwoThatRanBesideEachOtherTheWinnerAndThePriceOfTheOtherAreTold_data()
    {
        QTest::addColumn<bool>("firstWins");
        QTest::addColumn<QString>("says");
        QTest::newRow("the second") << false << u"b/y was used; a/x cost $0.00020 estimated besides."_s;
        QTest::newRow("the first") << true << u"a/x was used; b/y cost $0.00030 estimated besides."_s;
    }
    void ofTwoThatRanBesideEachOtherTheWinnerAndThePriceOfTheOtherAreTold()
    {
        QFETCH(bool, firstWins);
        RequestRecord record = fallenBack();
        QList<AttemptRecord> &attempts = record.settled.attempts;
        attempts[1].moveReason = "hedge";
        attempts[0].cost = {.kind = CostKind::Estimated, .amount = NanoDollars{200'000}};
        attempts[1].cost = {.kind = CostKind::Estimated, .amount = NanoDollars{300'000}};
        attempts[0].succeeded = firstWins;
        attempts[1].succeeded = !firstWins;
        attempts[firstWins ? 1 : 0].error = chat::ErrorType::Cancelled;
        attempts[firstWins ? 1 : 0].httpStatus = 0;
        const QString told = sentences(explain(record, Key), Explained::Hedge);
        QVERIFY2(told.startsWith(u"Attempts 1 and 2 ran beside each other:"_s), qPrintable(told));
        QFETCH(QString, says);
        QVERIFY2(told.endsWith(says), qPrintable(told));
    }

    void whoDecidedIsTold_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QString>("rule");
        QTest::newRow("a rule that lets it go") << QByteArray("{'policy':'w','version':1,'rule':3,'rule_number':3}")
                                                << u"Rule 3 of the policy w, version 1 let it travel as it asked."_s;
        QTest::newRow("the chain of all others")
            << QByteArray("{'policy':'w','version':1,'chain':'c'}")
            << u"No rule of the policy w, version 1 applied, so it went to the chain c."_s;
        QTest::newRow("nobody") << QByteArray("{'policy':'w','version':1}")
                                << u"No rule of the policy w, version 1 applied, so it travelled as it asked."_s;
        QTest::newRow("a record of an older version")
            << QByteArray("{'policy':'w','version':1,'rule':'ag','chain':'c'}")
            << u"Rule ag of the policy w, version 1 sent it to the chain c."_s;
    }
    void whoDecidedIsTold()
    {
        QFETCH(QByteArray, policy);
        RequestRecord record = fallenBack();
        record.settled.decision = Json::object();
        record.settled.decision.set("policy", json(policy.constData()));
        QTEST(sentences(explain(record, Key), Explained::Rule), "rule");
    }

    void aClassOfTheUsersSaysByWhatItWasFound()
    {
        RequestRecord record = fallenBack();
        Json policy = json("{'policy':'w','version':1,'class':'legal','confidence':1,'classed_by':'rule',"
                           "'evidence':[{'feature':'rule_words','weight':1}]}");
        record.settled.decision.set("policy", policy);
        QCOMPARE(sentences(explain(record, Key), Explained::Class),
                 u"By a rule of yours it was taken for “legal”: has a word of your rule."_s);
        policy.set("classed_by", "example");
        policy.set("confidence", 0.4);
        policy.set("evidence", json("[{'feature':'example','weight':0.3},{'feature':'example','weight':0.1}]"));
        record.settled.decision.set("policy", policy);
        QCOMPARE(sentences(explain(record, Key), Explained::Class),
                 u"By an example of yours it was taken for “legal”, 40% sure: is like an example of yours."_s);
    }

    void recordsThatSayLittleAreToldAsFarAsTheyGo()
    {
        RequestRecord running = fallenBack();
        running.open = true;
        QCOMPARE(explain(running, Key).size(), 2);
        RequestRecord lost;
        lost.settled.end = routing::EndState::Lost;
        QVERIFY(sentences(explain(lost, Key), Explained::End).contains(u"died"_s));
        RequestRecord old = fallenBack(); // decisions were not always kept
        old.settled.decision = {};
        QVERIFY(sentences(explain(old, Key), Explained::Candidate).contains(u"not on record"_s));
        QVERIFY(!sentences(explain(old, Key), Explained::Attempt).isEmpty());
        RequestRecord practice = fallenBack();
        QVERIFY(explain(practice, {.ledger = Ledger::Practice, .seq = 3})
                    .constFirst()
                    .sentence.startsWith(u"Practice request 3"_s));
    }

    void ofManyCandidatesTheFirstAreListedAndTheOthersCounted()
    {
        RequestRecord record = fallenBack();
        const Json one = record.settled.decision["candidates"].at(1);
        Json many = Json::array();
        for (int i = 0; i < 30; ++i)
            many.append(one);
        record.settled.decision.set("candidates", many);
        const QString told = sentences(explain(record, Key), Explained::Candidate);
        QCOMPARE(told.count(u'\n'), 8);
        QVERIFY2(told.endsWith(u"22 more candidate(s)."_s), qPrintable(told));
    }

    void anythingThatTheEngineMayWriteIsTold()
    {
        SeededRandom random(5);
        for (int i = 0; i < 200; ++i) {
            const OpenRecord opened = randomOpenRecord(random, Ledger::Real);
            const RequestRecord record{.opened = opened, .settled = randomSettlement(random, Key, opened)};
            for (const ExplainedLine &line : explain(record, Key)) {
                QVERIFY(!line.sentence.isEmpty());
                QVERIFY2(!line.sentence.contains(u'%' + QString::number(1)), qPrintable(line.sentence));
            }
        }
        const RequestRecord full{.opened = fullOpenRecord(), .settled = fullSettlement(Key)};
        QVERIFY(toText(explain(full, Key)).contains(u"south/second"_s));
    }
};

static const bool tstExplanation = sb::testing::add<TstExplanation>();

#include "tst_explanation.moc"
