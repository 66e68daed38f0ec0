#include "tests/testing/testing.h"
#include "ui/chains/step_fields.h"
#include "ui/chains/step_words.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstStepFields final : public QObject
{
    Q_OBJECT
private slots:
    void everyMemberOfAStepHasAnEditor();
    void whatAFieldShowsItTakesBack();
    void anEmptyFieldMeansAsUsual();
    void checksHaveTheirFields_data();
    void checksHaveTheirFields();
    void aNewCheckCanBeDecidedAndReadBack();
    void textBecomesAValueOrIsRefused_data();
    void textBecomesAValueOrIsRefused();
    void secondsHaveThePointOfTheLocale();
};

namespace {

StepField fieldAt(const QString &path)
{
    for (const StepField &field : allStepFields()) {
        if (field.path == path)
            return field;
    }
    return {};
}

/// A step in whose file every member that there is stands.
routing::Step nothingAsUsual()
{
    using namespace std::chrono_literals;
    routing::Step step{.id = u"me"_s, .model = u"a/b"_s, .models = {u"a/c"_s}, .endpoints = {u"x/b"_s}, .retries = 7};
    step.filter = routing::EndpointFilter{{u"a/*"_s}, true, true, true, true, true, true, true, true, true, 7000, 70};
    routing::Preferences &wishes = step.preferences;
    wishes = {.order = {u"x"_s}, .only = {u"x"_s, u"y"_s}, .ignore = {u"z"_s}};
    wishes.allowFallbacks = wishes.requireParameters = wishes.denyTraining = wishes.zeroRetention = true;
    wishes.quantizations = {u"fp8"_s};
    wishes.regions = {u"eu"_s};
    wishes.sort = routing::Sort::Price;
    wishes.acrossModels = true;
    wishes.minThroughput = {50, 40, 30, 20.5};
    wishes.maxLatency = {0.5, 1, 2, 3};
    wishes.maxPrice = {PicoDollars{1'250'000}, PicoDollars{10'000'000}, PicoDollars{7}, PicoDollars{5'000'000'000}};
    step.clocks = {7ms, 7ms, 7ms, 7ms, 7ms, 7ms, 7ms, 7ms};
    step.patience = 7ms;
    step.maxCost = NanoDollars{7};
    step.maxTokens = 7;
    step.moveOn = {false, false, false, false, false, false, false, true, false};
    step.next = {u"a"_s, u"a"_s, u"a"_s, u"a"_s, u"a"_s};
    step.hedge = routing::Hedge{.percentile = 90, .least = 7ms, .maxCost = NanoDollars{7}};
    step.accept = {routing::NonEmptyCheck{}};
    step.overrides = parseJson(R"({"temperature": 0.5, "max_tokens": 7, "reasoning_effort": "high"})").value();
    return step;
}

/// Of every member that is no object itself, and of the objects that a check stands for.
QStringList pathsIn(const Json &json, const QString &path)
{
    QStringList paths;
    if (!json.isObject() || path == u"filter"_s || path == u"hedge"_s)
        paths.append(path);
    for (const auto &[key, value] : json.members())
        paths += pathsIn(value, path.isEmpty() ? QString::fromUtf8(key) : path + u'.' + QString::fromUtf8(key));
    return paths;
}

} // namespace

void TstStepFields::everyMemberOfAStepHasAnEditor()
{
    const routing::Step step = nothingAsUsual();
    const Json json = routing::toJson(routing::Chain{.name = u"c"_s, .steps = {step}})["steps"].items()[0];
    QStringList paths = pathsIn(json, {});
    QVERIFY(paths.size() > 50);
    // Those that are edited otherwise than by fields.
    paths.removeIf([](const QString &path) {
        static const QStringList others{u"model"_s, u"endpoints"_s, u"id"_s, u"move_on."_s, u"next."_s, u"accept"_s};
        return std::any_of(others.begin(), others.end(), [&path](const QString &each) {
            return path == each || (each.endsWith(u'.') && path.startsWith(each));
        });
    });
    for (const StepField &field : allStepFields())
        paths.removeOne(field.path);
    paths.removeOne(u"provider.sort.by"_s); // sort is an object where there is a partition
    QCOMPARE(paths, QStringList());
}

void TstStepFields::whatAFieldShowsItTakesBack()
{
    const routing::Step step = nothingAsUsual();
    QSet<QString> seen;
    for (const StepField &field : allStepFields()) {
        const QByteArray name = field.path.toUtf8();
        QVERIFY2(!seen.contains(field.path), name.constData());
        seen.insert(field.path);
        QVERIFY2(!field.title.isEmpty() && !field.explanation.isEmpty(), name.constData());
        const QString text = field.read(step);
        QVERIFY2(!text.isEmpty(), name.constData());
        routing::Step back = step;
        QVERIFY2(field.write(back, text), name.constData());
        QVERIFY2(back == step, name.constData());
        routing::Step fresh;
        QVERIFY2(field.write(fresh, text), name.constData());
        QCOMPARE(field.read(fresh), text);
    }
}

void TstStepFields::anEmptyFieldMeansAsUsual()
{
    for (const StepField &field : allStepFields()) {
        if (field.path.startsWith(u"clocks."_s) || field.path == u"retries"_s || field.path == u"patience_ms"_s)
            continue; // they always have a number
        routing::Step step = nothingAsUsual();
        QVERIFY2(field.write(step, {}), qPrintable(field.path));
        const QString left = field.read(step);
        const bool isDefault = left.isEmpty() || left == field.usual;
        QVERIFY2(isDefault, qPrintable(field.path + u": "_s + left));
    }
}

void TstStepFields::checksHaveTheirFields_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("JSON") << QByteArray(R"({"check": "json", "repair": false})");
    QTest::newRow("tool arguments") << QByteArray(R"({"check": "tool_arguments", "repair": false})");
    QTest::newRow("language") << QByteArray(R"({"check": "language", "language": "de"})");
    QTest::newRow("length") << QByteArray(
        R"({"check": "length", "min_characters": 7, "max_characters": 70, "min_words": 3, "max_words": 30})");
    QTest::newRow("loop") << QByteArray(R"({"check": "repetition", "times": 3, "characters": 30})");
    QTest::newRow("refusal") << QByteArray(R"({"check": "refusal", "patterns": ["no, ?never", "cannot"]})");
    QTest::newRow("expression") << QByteArray(R"({"check": "pattern", "pattern": "^a, b$", "must_match": false})");
    QTest::newRow("not empty") << QByteArray(R"({"check": "non_empty"})");
}

void TstStepFields::checksHaveTheirFields()
{
    QFETCH(QByteArray, json);
    Json list = Json::array();
    list.append(parseJson(json).value());
    routing::Step step{.accept = routing::parseChecks(list, u"accept"_s).value()};
    const QList<StepField> fields = checkFields(step.accept.constFirst(), 0);
    QCOMPARE(fields.size() + 1, list.items()[0].size()); // each member but its kind
    QList<routing::AcceptanceCheck> kinds = checkKinds();
    const auto same = std::find_if(kinds.cbegin(), kinds.cend(), [&step](const routing::AcceptanceCheck &each) {
        return each.index() == step.accept.constFirst().index();
    });
    routing::Step fresh{.accept = {*same}};
    for (const StepField &field : fields) {
        QVERIFY2(field.path.startsWith(u"accept[0]."_s), qPrintable(field.path));
        QVERIFY2(field.write(fresh, field.read(step)), qPrintable(field.path));
    }
    QCOMPARE(fresh, step);
}

void TstStepFields::aNewCheckCanBeDecidedAndReadBack()
{
    const QList<routing::AcceptanceCheck> kinds = checkKinds();
    QCOMPARE(kinds.size(), qsizetype(std::variant_size_v<routing::AcceptanceCheck>));
    QVERIFY(routing::problems(kinds, {}).isEmpty());
    QCOMPARE(routing::parseChecks(routing::toJson(kinds), {}).value(), kinds);
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
    QTest::newRow("no wait for loading") << "clocks.cold_load_ms"
                                         << "0" << true << "0";
    QTest::newRow("a context") << "filter.context_tokens"
                               << "200000" << true << "200000";
    QTest::newRow("a context of nothing") << "filter.context_tokens"
                                          << "0" << false << "";
    QTest::newRow("names") << "provider.only"
                           << " openai,azure ,, openai" << true << "openai, azure";
    QTest::newRow("a price of a million") << "provider.max_price.prompt"
                                          << "1.25" << true << "1.25";
    QTest::newRow("a price below what is counted") << "provider.max_price.prompt"
                                                   << "0.0000001" << false << "";
    QTest::newRow("a negative price") << "provider.max_price.image"
                                      << "-1" << false << "";
    QTest::newRow("a percentile that says nothing") << "hedge.percentile"
                                                    << "49" << false << "";
    QTest::newRow("a percentile") << "hedge.percentile"
                                  << "90" << true << "90";
    QTest::newRow("a speed") << "provider.preferred_min_throughput.p90"
                             << "40.5" << true << "40.5";
    QTest::newRow("a speed without an end") << "provider.preferred_min_throughput.p90"
                                            << "inf" << false << "";
    QTest::newRow("a temperature") << "overrides.temperature"
                                   << "0.70" << true << "0.70";
    QTest::newRow("too hot") << "overrides.temperature"
                             << "2.1" << false << "";
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
