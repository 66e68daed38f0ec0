#include "core/engine/preparation.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::engine;

namespace {

routing::Chain chainOf(const QString &name)
{
    return {.name = name, .steps = {{.model = u"test/model"_s}}};
}

RunSpec specOf(const QString &model, const QString &chain = {})
{
    RunSpec spec{.chain = chain};
    spec.request.model = model;
    spec.request.messages.append(chat::Message::make(chat::Role::User, u"Hello"_s));
    return spec;
}

} // namespace

/// Refusals are tested with the engine, see TstEngine.
class TstPreparation : public QObject
{
    Q_OBJECT
private slots:
    void aRequestTravelsByTheChainItNames_data();
    void aRequestTravelsByTheChainItNames();
};

void TstPreparation::aRequestTravelsByTheChainItNames_data()
{
    QTest::addColumn<RunSpec>("spec");
    QTest::addColumn<QString>("chain");
    RunSpec unsaved = specOf(u"test/model"_s, u"night"_s);
    unsaved.chainValue = chainOf(u"draft"_s);
    QTest::newRow("by name") << specOf({}, u"night"_s) << u"night"_s;
    QTest::newRow("as its model") << specOf(u"chain/night"_s) << u"night"_s;
    QTest::newRow("a name wins over a model") << specOf(u"test/model"_s, u"night"_s) << u"night"_s;
    QTest::newRow("an unsaved chain wins over a name") << unsaved << u"draft"_s;
}

void TstPreparation::aRequestTravelsByTheChainItNames()
{
    QFETCH(RunSpec, spec);
    const auto input = prepare(spec, {.chains = {chainOf(u"day"_s), chainOf(u"night"_s)}}, {});
    QVERIFY(input);
    QTEST(input->chain.name, "chain");
}

static const bool tstPreparation = sb::testing::add<TstPreparation>();

#include "tst_preparation.moc"
