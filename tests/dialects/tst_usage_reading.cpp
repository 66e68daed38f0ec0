#include "core/dialects/usage_reading.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::dialects;

class TstUsageReading : public QObject
{
    Q_OBJECT

private slots:
    void theFirstCountThatIsThereIsTaken()
    {
        const Json usage = *parseJson(R"({"a":null,"b":-1,"c":"5","d":2.5,"details":{"e":7},"f":8})");
        QCOMPARE(firstCount(usage, {"a", "b", "c", "d", "details.e", "f"}), std::optional<qint64>(7));
        QCOMPARE(firstCount(usage, {"details.none", "f.e"}), std::optional<qint64>());
    }

    void whatWasBilledIsReadInEachForm_data()
    {
        QTest::addColumn<QByteArray>("usage");
        QTest::addColumn<qint64>("nanoDollars"); // -1: not said
        QTest::newRow("OpenRouter: a number") << QByteArray(R"({"cost":0.00014})") << qint64(140'000);
        QTest::newRow("Perplexity: its parts and their sum")
            << QByteArray(R"({"cost":{"input_tokens_cost":0.00005,"output_tokens_cost":0.00009,"request_cost":0.006,)"
                          R"("total_cost":0.00614}})")
            << qint64(6'140'000);
        QTest::newRow("parts without a sum") << QByteArray(R"({"cost":{"request_cost":0.006}})") << qint64(-1);
        QTest::newRow("less than nothing") << QByteArray(R"({"cost":{"total_cost":-1}})") << qint64(-1);
        QTest::newRow("a text") << QByteArray(R"({"cost":"0.1"})") << qint64(-1);
    }
    void whatWasBilledIsReadInEachForm()
    {
        QFETCH(QByteArray, usage);
        QFETCH(qint64, nanoDollars);
        const auto billed = billedCost(*parseJson(usage));
        QCOMPARE(billed ? billed->value : -1, nanoDollars);
    }

    void reasoningIsAddedOnlyWhereTheSumShowsThatItIsMissing_data()
    {
        QTest::addColumn<qint64>("completion");
        QTest::addColumn<qint64>("reasoning");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("part of completion") << qint64(50) << qint64(40) << qint64(150) << qint64(50);
        QTest::newRow("beside completion, in the total") << qint64(50) << qint64(40) << qint64(190) << qint64(90);
        QTest::newRow("in neither, shown by its size") << qint64(10) << qint64(40) << qint64(110) << qint64(50);
        QTest::newRow("two more than completion is noise") << qint64(10) << qint64(12) << qint64(110) << qint64(10);
        QTest::newRow("a total that fits nothing") << qint64(10) << qint64(40) << qint64(999) << qint64(10);
        QTest::newRow("no reasoning") << qint64(10) << qint64(0) << qint64(110) << qint64(10);
    }
    void reasoningIsAddedOnlyWhereTheSumShowsThatItIsMissing()
    {
        QFETCH(qint64, completion);
        QFETCH(qint64, reasoning);
        QFETCH(qint64, total);
        chat::Usage usage{.prompt = 100, .completion = completion, .reasoning = reasoning};
        includeReasoning(usage, total);
        QTEST(*usage.completion, "expected");
    }

    void withoutATotalNothingIsAdded()
    {
        chat::Usage usage{.prompt = 100, .completion = 10, .reasoning = 40};
        includeReasoning(usage, {});
        QCOMPARE(usage.completion, std::optional<qint64>(10));
    }
};

static const bool tstUsageReading = sb::testing::add<TstUsageReading>();

#include "tst_usage_reading.moc"
