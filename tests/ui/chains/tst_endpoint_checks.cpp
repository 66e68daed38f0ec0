#include "tests/testing/testing.h"
#include "ui/chains/endpoint_checks.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstEndpointChecks final : public QObject
{
    Q_OBJECT
private slots:
    void severalEndpointsAreChosenOneByOne();
    void takingTheLastOneAwayMeansAllOfTheModel();
    void theOrderOfTheStepIsKeptAndShown();
    void oneThatIsNotOfferedAnyMoreCanBeTakenAway();
};

namespace {

QCheckBox *checkOf(const EndpointChecks &checks, const QString &id)
{
    return checks.findChild<QCheckBox *>(id);
}

QStringList shown(const EndpointChecks &checks)
{
    QStringList ids;
    for (const auto *check : checks.findChildren<QCheckBox *>()) {
        if (check->objectName() != u"all-endpoints"_s)
            ids.append(check->objectName());
    }
    return ids;
}

} // namespace

void TstEndpointChecks::severalEndpointsAreChosenOneByOne()
{
    EndpointChecks checks;
    const QStringList offered{u"a/x"_s, u"b/x"_s, u"c/x"_s};
    checks.present(offered, {});
    QVERIFY(checkOf(checks, u"all-endpoints"_s)->isChecked());
    const QSignalSpy chosen(&checks, &EndpointChecks::chosen);
    checkOf(checks, u"c/x"_s)->click();
    checks.present(offered, chosen.at(0).at(0).toStringList());
    checkOf(checks, u"a/x"_s)->click();
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.at(0).at(0).toStringList(), QStringList{u"c/x"_s});
    QCOMPARE(chosen.at(1).at(0).toStringList().size(), 2);
    QVERIFY(!checkOf(checks, u"all-endpoints"_s)->isChecked());
}

void TstEndpointChecks::takingTheLastOneAwayMeansAllOfTheModel()
{
    EndpointChecks checks;
    checks.present({u"a/x"_s, u"b/x"_s}, {u"b/x"_s});
    const QSignalSpy chosen(&checks, &EndpointChecks::chosen);
    checkOf(checks, u"b/x"_s)->click();
    QCOMPARE(chosen.at(0).at(0).toStringList(), QStringList());
    checks.present({u"a/x"_s, u"b/x"_s}, {});
    checkOf(checks, u"all-endpoints"_s)->click(); // it cannot be taken away itself
    QVERIFY(checkOf(checks, u"all-endpoints"_s)->isChecked());
}

void TstEndpointChecks::theOrderOfTheStepIsKeptAndShown()
{
    EndpointChecks checks;
    checks.present({u"a/x"_s, u"b/x"_s, u"c/x"_s}, {u"c/x"_s, u"a/x"_s});
    QCOMPARE(shown(checks), (QStringList{u"c/x"_s, u"a/x"_s, u"b/x"_s}));
    const QSignalSpy chosen(&checks, &EndpointChecks::chosen);
    checkOf(checks, u"b/x"_s)->click();
    QCOMPARE(chosen.at(0).at(0).toStringList(), (QStringList{u"c/x"_s, u"a/x"_s, u"b/x"_s}));
}

void TstEndpointChecks::oneThatIsNotOfferedAnyMoreCanBeTakenAway()
{
    EndpointChecks checks;
    checks.present({u"a/x"_s}, {u"gone/x"_s, u"a/x"_s});
    const QSignalSpy chosen(&checks, &EndpointChecks::chosen);
    checkOf(checks, u"gone/x"_s)->click();
    QCOMPARE(chosen.at(0).at(0).toStringList(), QStringList{u"a/x"_s});
}

static const bool tstEndpointChecks = sb::testing::add<TstEndpointChecks>();

#include "tst_endpoint_checks.moc"
