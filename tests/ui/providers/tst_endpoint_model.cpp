#include "ui/providers/endpoint_model.h"

#include "tests/testing/testing.h"
#include "ui/common/table.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;
using catalog::PriceUnit;

namespace {

catalog::Endpoint priced(qint64 input, qint64 output)
{
    return {.id = u"x/m"_s,
            .providerId = u"x"_s,
            .modelId = u"author/m"_s,
            .upstreamModel = u"m"_s,
            .price = catalog::Price{.components = {{.unit = PriceUnit::FreshInput, .amount = {input}},
                                                   {.unit = PriceUnit::FreshInput,
                                                    .amount = {input * 10},
                                                    .condition = {.abovePromptTokens = 200'000}},
                                                   {.unit = PriceUnit::VisibleOutput, .amount = {output}}}}};
}

QString textAt(const EndpointModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TstEndpointModel final : public QObject
{
    Q_OBJECT
private slots:
    void pricesStandForAMillionTokensOfAShortPrompt()
    {
        EndpointModel model;
        const QAbstractItemModelTester tester(&model);
        model.present({priced(2'000'000, 12'000'000)}); // pico-dollars a token are micro-dollars a million
        QCOMPARE(textAt(model, 0, EndpointModel::Input), u"$2.00"_s);
        QCOMPARE(textAt(model, 0, EndpointModel::Output), u"$12.00"_s);
    }

    void aColumnHasOneNumberOfDecimals()
    {
        EndpointModel model;
        model.present({priced(75'000, 300'000), priced(2'000'000, 12'000'000)});
        QCOMPARE(textAt(model, 0, EndpointModel::Input), u"$0.075"_s);
        QCOMPARE(textAt(model, 1, EndpointModel::Input), u"$2.000"_s);
        QCOMPARE(textAt(model, 0, EndpointModel::Output), u"$0.30"_s);
    }

    void noPriceIsAWordAndFreeIsAnother()
    {
        catalog::Endpoint unpriced = priced(1, 1);
        unpriced.price.reset();
        catalog::Endpoint free = unpriced;
        free.free = true;
        EndpointModel model;
        model.present({unpriced, free});
        QCOMPARE(textAt(model, 0, EndpointModel::Input), u"unpriced"_s);
        QCOMPARE(textAt(model, 1, EndpointModel::Output), u"free"_s);
        QCOMPARE(textAt(model, 0, EndpointModel::Context), u"–"_s);
        QVERIFY(model.index(0, EndpointModel::Context).data(NumberRole).toBool());
    }
};

static const bool tstEndpointModel = sb::testing::add<TstEndpointModel>();

#include "tst_endpoint_model.moc"
