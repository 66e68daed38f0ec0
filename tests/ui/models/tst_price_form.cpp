#include "ui/models/price_form.h"

#include "tests/testing/testing.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstPriceForm final : public QObject
{
    Q_OBJECT
private slots:
    void aTypedPriceIsExact_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("expected"); // pico-dollars a token; -1: refused
        QTest::newRow("dollars") << u"3"_s << qint64(3'000'000);
        QTest::newRow("cents") << u"0.25"_s << qint64(250'000);
        QTest::newRow("six decimals") << u"0.000001"_s << qint64(1);
        QTest::newRow("nothing is a price") << u"0"_s << qint64(0);
        QTest::newRow("seven decimals") << u"0.0000001"_s << qint64(-1);
        QTest::newRow("negative") << u"-1"_s << qint64(-1);
        QTest::newRow("empty") << u""_s << qint64(-1);
        QTest::newRow("words") << u"cheap"_s << qint64(-1);
    }
    void aTypedPriceIsExact()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, expected);
        const Result<PicoDollars> price = typedPerMillion(typed);
        QCOMPARE(price ? price->value : -1, expected);
        if (!price)
            QVERIFY(price.error().message.contains(u"2.50"_s)); // what to type
    }

    void theFormSavesWhatIsTyped()
    {
        PriceForm form;
        QSignalSpy saved(&form, &PriceForm::saved);
        form.present({}, false);
        form.findChild<QLineEdit *>(u"own-input"_s)->setText(u"1.50"_s);
        form.findChild<QLineEdit *>(u"own-output"_s)->setText(u"6"_s);
        form.findChild<QLineEdit *>(u"own-note"_s)->setText(u" contract of May "_s);
        form.findChild<QPushButton *>(u"own-save"_s)->click();
        QCOMPARE(saved.count(), 1);
        const auto price = saved.at(0).at(0).value<catalog::Price>();
        QCOMPARE(price.components.size(), 2); // an empty cached price is as input
        QCOMPARE(price.components[0].amount.value, 1'500'000);
        QCOMPARE(saved.at(0).at(1).toString(), u"contract of May"_s);
        QCOMPARE(draftOf(price, u"n"_s), (PriceForm::Draft{.input = u"1.50"_s, .output = u"6.00"_s, .note = u"n"_s}));
    }

    void whatTheFormDoesNotShowStays()
    {
        using enum catalog::PriceUnit;
        const catalog::PriceComponent write{.unit = CacheWrite5m, .amount = {4}};
        const catalog::PriceComponent step{.unit = FreshInput, .amount = {5}, .condition = {.abovePromptTokens = 200}};
        const catalog::Price edited{.components = {{.unit = FreshInput, .amount = {1}},
                                                   {.unit = VisibleOutput, .amount = {2}},
                                                   {.unit = CacheRead, .amount = {3}},
                                                   write,
                                                   step}};
        const catalog::Price typed{
            .components = {{.unit = FreshInput, .amount = {7}}, {.unit = VisibleOutput, .amount = {8}}}};
        const QList<catalog::PriceComponent> whole = typed.components + QList{write, step};
        QCOMPARE(withUnshown(typed, edited).components, whole);
    }

    void whatIsNoPriceIsSaidAtItsField()
    {
        PriceForm form;
        QSignalSpy saved(&form, &PriceForm::saved);
        form.present({.input = u"1"_s, .output = u"much"_s}, false);
        form.findChild<QPushButton *>(u"own-save"_s)->click();
        QCOMPARE(saved.count(), 0);
        auto *output = form.findChild<QLineEdit *>(u"own-output"_s);
        QVERIFY(output->property("wrong").toBool());
        QCOMPARE(output->text(), u"much"_s);
        QVERIFY(!output->accessibleDescription().isEmpty());
    }

    void removingIsOfferedWhereThereIsSomethingToRemove()
    {
        PriceForm form;
        form.present({}, false);
        auto *remove = form.findChild<QPushButton *>(u"own-remove"_s);
        QVERIFY(remove->isHidden());
        form.present({.input = u"1"_s, .output = u"1"_s}, true);
        QVERIFY(!remove->isHidden());
    }
};

static const bool tstPriceForm = sb::testing::add<TstPriceForm>();

#include "tst_price_form.moc"
