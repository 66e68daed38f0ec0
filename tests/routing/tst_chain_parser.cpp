#include "core/routing/chain.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Every member of the file form, each away from its default.
constexpr auto Whole = R"({
  "format": 1, "name": "sample", "version": 3, "description": "First out of order, second answers.",
  "steps": [{
    "id": "first", "model": "practice/express", "models": ["practice/local"],
    "endpoints": ["practice-a/express", "practice-b/express"],
    "filter": {"models": ["practice*"], "tools": true, "json_schema": true, "reasoning": true, "images": true,
               "files": true, "audio": true, "local": true, "open_weights": true, "free": true,
               "context_tokens": 1000, "output_tokens": 100},
    "provider": {"only": ["practice-a"], "sort": "price"},
    "clocks": {"connect_ms": 1, "upload_ms": 2, "first_byte_ms": 3, "first_content_ms": 4,
               "first_content_reasoning_ms": 5, "cold_load_ms": 8, "idle_ms": 6, "total_ms": 7},
    "retries": 1, "patience_ms": 9000, "max_cost": "0.02", "max_tokens": 1000,
    "move_on": {"overloaded": false, "rate_limit": false, "silence": false, "context_full": false, "bad_key": false,
                "not_found": false, "unsupported_parameter": false, "content_policy": true, "invalid_output": false},
    "next": {"context_full": "a", "content_policy": "b", "rate_limit": "c", "budget": "d", "invalid_output": "e"},
    "hedge": {"percentile": 90, "least_ms": 200, "max_cost": "0.01"},
    "accept": [{"check": "json", "repair": false}, {"check": "length", "max_words": 200}],
    "overrides": {"temperature": 0.10}
  }],
  "after_first_content": "hold", "allow_paying_twice": false, "allow_repeating_tools": true
})";

Json json(const char *text)
{
    const auto parsed = parseJson(text);
    return parsed ? *parsed : Json();
}

QString messageFor(const QByteArray &text)
{
    const auto chain = parseChain(json(text.constData()));
    return chain ? u"parsed"_s : chain.error().message;
}

/// A chain whose only step has these further members.
QByteArray withStep(const QByteArray &members)
{
    return R"({"format":1,"name":"c","steps":[{"model":"a/b",)" + members + "}]}";
}

} // namespace

class TstChainParser : public QObject
{
    Q_OBJECT
private slots:
    void everyMemberIsRead()
    {
        const auto chain = parseChain(json(Whole));
        QVERIFY2(chain, qPrintable(chain ? QString() : chain.error().message));
        QCOMPARE(chain->name, u"sample"_s);
        QCOMPARE(chain->version, 3);
        QCOMPARE(chain->afterFirstContent, AfterFirstContent::Hold);
        QCOMPARE(chain->allowPayingTwice, false);
        QCOMPARE(chain->steps.size(), 1);
        const Step &step = chain->steps.constFirst();
        QCOMPARE(step.model, u"practice/express"_s);
        QCOMPARE(step.endpoints, (QStringList{u"practice-a/express"_s, u"practice-b/express"_s}));
        QVERIFY((step.clocks == StepClocks{1ms, 2ms, 3ms, 4ms, 5ms, 8ms, 6ms, 7ms}));
        QCOMPARE(step.retries, 1);
        QCOMPARE(step.patience, 9000ms);
        QCOMPARE(step.maxCost, std::optional(NanoDollars{20'000'000}));
        QCOMPARE(step.maxTokens, std::optional<qint64>(1000));
        QVERIFY((step.moveOn == MoveOn{false, false, false, false, false, false, false, true, false}));
        QCOMPARE(step.id, u"first"_s);
        QCOMPARE(modelsOf(step), (QStringList{u"practice/express"_s, u"practice/local"_s}));
        QVERIFY(step.filter && step.filter->tools && step.filter->free && step.filter->contextTokens == 1000);
        QCOMPARE(step.preferences.sort, std::optional(Sort::Price));
        QVERIFY((step.next == NextSteps{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
        QVERIFY((step.hedge == Hedge{90, 200ms, NanoDollars{10'000'000}}));
        QCOMPARE(step.overrides["temperature"].numberLiteral(), QByteArray("0.10"));
        QVERIFY(chain->allowRepeatingTools);
        QCOMPARE(step.accept,
                 (QList<AcceptanceCheck>{JsonCheck{.repair = false}, LengthCheck{.maxWords = qint64(200)}}));
    }

    void onlyFormatNameStepsAndModelAreRequired()
    {
        const auto chain = parseChain(json(R"({"format":1,"name":"c","steps":[{"model":"a/b"}]})"));
        QVERIFY(chain);
        QVERIFY((*chain == Chain{.name = u"c"_s, .steps = {Step{.model = u"a/b"_s}}}));
    }

    void theWriterLeavesOutWhatIsAtItsDefault()
    {
        const QByteArray least = R"({"format":1,"name":"c","steps":[{"model":"a/b"}]})";
        QCOMPARE(toJson(*parseChain(json(least.constData()))).dump(), least);
    }

    void theWriterKeepsWhatIsNot()
    {
        const Json whole = json(Whole);
        QCOMPARE(toJson(*parseChain(whole)).dump(), whole.dump());
    }

    void membersThatWeDoNotKnowAreKeptAtEveryLevel()
    {
        const QByteArray text = R"({"format":1,"name":"c","steps":[{"model":"a/b","clocks":{"queue_ms":1.50},)"
                                R"("move_on":{"boredom":true},"weight":0.10}],"color":{"b":1,"a":2}})";
        const auto chain = parseChain(json(text.constData()));
        QVERIFY(chain);
        QCOMPARE(toJson(*chain).dump(), text);
    }

    void anErrorNamesThePathAndWhatWasExpected_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &text, const QString &message) {
            QTest::newRow(name) << text << message;
        };
        const QString name = u"at most 64 letters, digits, '-', '_' or '.', not starting with '.'"_s;
        const QString whole = u"a whole number from 0 to 2147483647"_s;
        row("no object", "[]", u"expected an object, found array"_s);
        row("no format", R"({"name":"c","steps":[]})", u"format: expected 1, but it is missing"_s);
        row("format 0", R"({"format":0})", u"format: expected a whole number of at least 1, found 0"_s);
        row("no name", R"({"format":1,"steps":[]})", u"name: expected "_s + name + u", but it is missing"_s);
        row("a path as name", R"({"format":1,"name":"../x","steps":[]})",
            u"name: expected "_s + name + u", found \"../x\""_s);
        row("no steps", R"({"format":1,"name":"c"})", u"steps: expected a list of steps, but it is missing"_s);
        row("steps as object", R"({"format":1,"name":"c","steps":{}})",
            u"steps: expected a list of steps, found object"_s);
        row("a step as number", R"({"format":1,"name":"c","steps":[7]})", u"steps[0]: expected an object, found 7"_s);
        row("second step without model", R"({"format":1,"name":"c","steps":[{"model":"a/b"},{}]})",
            u"steps[1].model: expected a model such as \"author/name\", but it is missing"_s);
        row("endpoints", withStep(R"("endpoints":["a",1])"),
            u"steps[0].endpoints: expected a list of texts, found array"_s);
        row("a clock as string", withStep(R"("clocks":{"idle_ms":"1 s"})"),
            u"steps[0].clocks.idle_ms: expected "_s + whole + u", found \"1 s\""_s);
        row("a clock with a fraction", withStep(R"("clocks":{"idle_ms":1.5})"),
            u"steps[0].clocks.idle_ms: expected "_s + whole + u", found 1.5"_s);
        row("clocks as list", withStep(R"("clocks":[])"), u"steps[0].clocks: expected an object, found array"_s);
        row("negative retries", withStep(R"("retries":-1)"),
            u"steps[0].retries: expected "_s + whole + u", found -1"_s);
        row("max_tokens 0", withStep(R"("max_tokens":0)"),
            u"steps[0].max_tokens: expected a whole number of at least 1, found 0"_s);
        row("max_cost", withStep(R"("max_cost":"cheap")"),
            u"steps[0].max_cost: expected an amount of dollars such as \"0.02\", found \"cheap\""_s);
        row("move_on", withStep(R"("move_on":{"silence":null})"),
            u"steps[0].move_on.silence: expected true or false, found null"_s);
        row("after_first_content", R"({"format":1,"name":"c","steps":[],"after_first_content":"panic"})",
            u"after_first_content: expected \"continue\", \"splice\", \"hold\", \"error\", found \"panic\""_s);
        row("allow_paying_twice", R"({"format":1,"name":"c","steps":[],"allow_paying_twice":1})",
            u"allow_paying_twice: expected true or false, found 1"_s);
        row("of two mistakes the first", R"({"format":1,"name":"c","steps":[{"model":1},{"model":2}]})",
            u"steps[0].model: expected a text, found 1"_s);
    }
    void anErrorNamesThePathAndWhatWasExpected()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        QCOMPARE(messageFor(text), message);
    }

    void aNewerFormatIsRefusedWithWhatToDoWhateverElseItHolds()
    {
        const QString message = messageFor(R"({"format":2,"stages":[]})");
        QVERIFY2(message.startsWith(u"format: this chain is in format 2"_s), qPrintable(message));
        QVERIFY2(message.contains(u"Update Signalbox"_s), qPrintable(message));
    }

    void moneyIsReadExactlyFromAStringOrANumber()
    {
        for (const char *spelled : {R"("0.000000001")", "0.000000001", "1e-9"}) {
            const auto chain = parseChain(json(withStep(QByteArray(R"("max_cost":)") + spelled).constData()));
            QVERIFY2(chain, spelled);
            QCOMPARE(chain->steps.constFirst().maxCost, std::optional(NanoDollars{1}));
        }
    }
};

static const bool tstChainParser = sb::testing::add<TstChainParser>();

#include "tst_chain_parser.moc"
