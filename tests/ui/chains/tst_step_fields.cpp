#include "tests/testing/testing.h"
#include "ui/chains/step_fields.h"
#include "ui/chains/step_model.h"

#include <QSet>
#include <QTest>

using namespace sb;
using namespace sb::ui;

class TstStepFields final : public QObject
{
    Q_OBJECT
private slots:
    void everyClockAndLimitOfAStepHasAField();
    void textBecomesAValueOrIsRefused_data();
    void textBecomesAValueOrIsRefused();
    void secondsHaveThePointOfTheLocale();
};

namespace {

StepField fieldAt(const QString &path)
{
    for (const StepField &field : clockFields() + limitFields()) {
        if (field.path == path)
            return field;
    }
    return {};
}

} // namespace

void TstStepFields::everyClockAndLimitOfAStepHasAField()
{
    // A step whose numbers all differ from the defaults: its JSON names every member that there is.
    routing::Step step{.model = QStringLiteral("a/b"), .retries = 7};
    step.patience = std::chrono::milliseconds{7};
    step.maxCost = NanoDollars{7};
    step.maxTokens = 7;
    for (auto member : {&routing::StepClocks::connect, &routing::StepClocks::upload, &routing::StepClocks::firstByte,
                        &routing::StepClocks::firstContent, &routing::StepClocks::firstContentReasoning,
                        &routing::StepClocks::idle, &routing::StepClocks::total})
        step.clocks.*member = std::chrono::milliseconds{7};
    const Json json = routing::toJson(routing::Chain{.name = QStringLiteral("c"), .steps = {step}})["steps"].items()[0];
    for (const char *key : {"retries", "patience_ms", "max_cost", "max_tokens"}) {
        QVERIFY2(!json[key].isNull(), key);
        QVERIFY2(fieldAt(QString::fromLatin1(key)).write, key);
    }
    QCOMPARE(json["clocks"].size(), clockFields().size());
    QSet<QString> titles;
    for (const StepField &field : clockFields() + limitFields()) {
        QVERIFY(field.path.startsWith(QStringLiteral("clocks."))
                    ? !json["clocks"][field.path.mid(7).toLatin1()].isNull()
                    : true);
        QVERIFY(!titles.contains(field.title));
        titles.insert(field.title);
        routing::Step back;
        QVERIFY2(field.write(back, field.read(step)), qPrintable(field.path));
        QCOMPARE(field.read(back), field.read(step));
    }
}

void TstStepFields::textBecomesAValueOrIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("taken");
    QTest::addColumn<QString>("reads");
    QTest::newRow("seconds") << "clocks.idle_ms"
                             << "8" << true << "8";
    QTest::newRow("part of a second") << "clocks.idle_ms"
                                      << "0.25" << true << "0.25";
    QTest::newRow("a comma") << "clocks.idle_ms"
                             << "0,25" << false << "60";
    QTest::newRow("a thousand, which would read as one") << "clocks.idle_ms"
                                                         << "1,000" << false << "60";
    QTest::newRow("no time") << "clocks.idle_ms"
                             << "0" << false << "60";
    QTest::newRow("not a number") << "clocks.idle_ms"
                                  << "soon" << false << "60";
    QTest::newRow("empty clock") << "clocks.idle_ms"
                                 << "" << false << "60";
    QTest::newRow("too long") << "clocks.idle_ms"
                              << "86401" << false << "60";
    QTest::newRow("no retries") << "retries"
                                << "0" << true << "0";
    QTest::newRow("too many retries") << "retries"
                                      << "11" << false << "2";
    QTest::newRow("half a retry") << "retries"
                                  << "1.5" << false << "2";
    QTest::newRow("no patience") << "patience_ms"
                                 << "0" << true << "0";
    QTest::newRow("too much patience") << "patience_ms"
                                       << "61" << false << "5";
    QTest::newRow("a cost") << "max_cost"
                            << "0.02" << true << "0.02";
    QTest::newRow("no cost limit") << "max_cost"
                                   << "" << true << "";
    QTest::newRow("a cost of nothing") << "max_cost"
                                       << "0" << false << "";
    QTest::newRow("tokens") << "max_tokens"
                            << "512" << true << "512";
    QTest::newRow("no tokens") << "max_tokens"
                               << "0" << false << "";
}

void TstStepFields::textBecomesAValueOrIsRefused()
{
    QFETCH(QString, path);
    QFETCH(QString, typed);
    QFETCH(bool, taken);
    const StepField field = fieldAt(path);
    routing::Step step;
    QCOMPARE(field.write(step, typed), taken);
    QTEST(field.read(step), "reads");
    if (!taken)
        QCOMPARE(step, routing::Step{});
}

void TstStepFields::secondsHaveThePointOfTheLocale()
{
    const StepField field = fieldAt(QStringLiteral("clocks.first_content_ms"));
    routing::Step step{.model = QStringLiteral("a/b")};
    QLocale::setDefault(QLocale(QLocale::German));
    const bool taken = field.write(step, QStringLiteral("2,5"));
    const QString shown = field.read(step);
    const QString summary = stepSummary(step);
    const bool either = field.write(step, QStringLiteral("1.000"));
    QLocale::setDefault(QLocale::c());
    QVERIFY(taken);
    QCOMPARE(step.clocks.firstContent, std::chrono::milliseconds{2500});
    QCOMPARE(shown, QStringLiteral("2,5"));
    QVERIFY2(summary.contains(QStringLiteral("2,5 s")), qPrintable(summary));
    QVERIFY(!either);
}

static const bool tstStepFields = sb::testing::add<TstStepFields>();

#include "tst_step_fields.moc"
