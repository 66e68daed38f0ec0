#include "ui/models/model_texts.h"

#include "tests/testing/testing.h"
#include "ui/common/format.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;
using catalog::PagesRead;
using catalog::Provider;

namespace {

Provider silentOnPrompts(PagesRead read)
{
    return {.notFound = {{.fact = catalog::ProviderFact::DataPolicy,
                          .lookedIn = u"https://a.example/docs"_s,
                          .asOf = QDate(2026, 11, 30),
                          .read = read}}};
}

} // namespace

class TstModelTexts final : public QObject
{
    Q_OBJECT
private slots:
    void whatHappensToPromptsIsToldInAFewWords_data()
    {
        QTest::addColumn<Provider>("provider");
        QTest::addColumn<QString>("expected");
        const QString day = dateText(QDate(2026, 11, 30));
        QTest::newRow("all of it") << Provider{.dataPolicy = {.trains = false,
                                                              .retentionDays = 0,
                                                              .regions = {u"eu"_s, u"us"_s}}}
                                   << u"trains nothing, keeps nothing, eu / us"_s;
        QTest::newRow("a router") << Provider{.dataPolicy = {.varies = true}}
                                  << u"differs from model to model, or with the provider behind it"_s;
        QTest::newRow("a server here") << Provider{.local = true} << u"stays on this machine or network"_s;
        QTest::newRow("not documented") << silentOnPrompts(PagesRead::All) << u"not documented (as of %1)"_s.arg(day);
        QTest::newRow("read in part") << silentOnPrompts(PagesRead::Part) << u"not known (as of %1)"_s.arg(day);
        QTest::newRow("out of reach") << silentOnPrompts(PagesRead::None) << u"not known (as of %1)"_s.arg(day);
        QTest::newRow("nobody looked") << Provider{} << noValue();
    }
    void whatHappensToPromptsIsToldInAFewWords()
    {
        QFETCH(Provider, provider);
        QFETCH(QString, expected);
        QCOMPARE(policyText(provider), expected);
    }
};

static const bool tstModelTexts = sb::testing::add<TstModelTexts>();

#include "tst_model_texts.moc"
