#include "core/routing/classifier/example_index.h"

#include "tests/testing/testing.h"
#include "tests/tools/classifier_fit.h"
#include "tests/tools/labelled_prompts.h"

#include <QFile>
#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace sb::tools;
using namespace Qt::StringLiterals;

namespace {

QString promptFile(const QString &name)
{
    return sb::testing::inSource(u"tests/routing/prompts/"_s + name);
}

QByteArray classifierReadme()
{
    QFile file(sb::testing::inSource(u"core/routing/classifier/README.md"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TstClassifierPrompts : public QObject
{
    Q_OBJECT
private slots:
    void theReadmeHasTheMatrixOfEverySet_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("prompts");
        QTest::newRow("tuning") << u"tuning.jsonl"_s << 200;
        QTest::newRow("held out") << u"held_out.jsonl"_s << 300;
    }
    /// Only figures are read here: which held-out prompts fail must not be known to those who tune.
    void theReadmeHasTheMatrixOfEverySet()
    {
        QFETCH(QString, file);
        QFETCH(int, prompts);
        const auto read = readPrompts(promptFile(file));
        QVERIFY(read);
        const Confusion confusion = confusionOf(*read);
        QCOMPARE(sumOf(confusion), prompts);
        QVERIFY2(classifierReadme().contains(tableOf(confusion)), tableOf(confusion).constData());
    }

    void theTuningPromptsAreNearlyAllRight()
    {
        const auto read = readPrompts(promptFile(u"tuning.jsonl"_s));
        QVERIFY(read);
        QVERIFY(rightOf(confusionOf(*read)) >= 192);
    }

    void theWeightsAreThoseOfTheFit()
    {
        const auto read = readPrompts(promptFile(u"tuning.jsonl"_s));
        QVERIFY(read);
        std::vector<Sample> samples;
        for (const LabelledPrompt &prompt : *read)
            samples.push_back({featuresOf(prompt.request), prompt.taskClass});
        const Model fitted = fit(samples, DefaultPull);
        for (std::size_t f = 0; f < FeatureCount; ++f) {
            for (std::size_t c = 0; c < TaskClassCount; ++c) {
                // One hundredth: another compiler may round the last digit the other way.
                const double difference = std::abs(fitted.weights[f][c] - fittedModel().weights[f][c]);
                QVERIFY2(difference < 0.015, toWireName(Feature(f)).constData());
            }
        }
    }

    void examplesTakeWhatTheReadmeSays()
    {
        const auto others = readPrompts(promptFile(u"tuning.jsonl"_s));
        QVERIFY(others);
        const auto figures = exampleFiguresOf(promptFile(u"examples.jsonl"_s), *others, DefaultThreshold);
        QVERIFY(figures);
        const QByteArray row = rowOf(DefaultThreshold, *figures);
        QVERIFY2(classifierReadme().contains(row), row.constData());
    }
};

static const bool tstClassifierPrompts = sb::testing::add<TstClassifierPrompts>();

#include "tst_classifier_prompts.moc"
