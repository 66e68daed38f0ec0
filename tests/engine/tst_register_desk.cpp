#include "core/engine/register_desk.h"

#include "tests/testing/testing.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;

/// Who asks the register is told, and only then everybody that it was.
class TstRegisterDesk : public QObject
{
    Q_OBJECT

private slots:
    void anOutcomeIsToldFirstToTheOneWhoAsked()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        usage::Register usage({.path = folder.filePath(u"usage.sqlite"_s)}, clock);
        engine::RegisterDesk desk(usage);
        QStringList order;
        connect(&desk, &engine::RegisterDesk::answered, this,
                [&] { order.append(desk.isWaiting() ? u"answered, others wait"_s : u"answered"_s); });
        usage.start();
        QVERIFY(!desk.isWaiting());
        std::optional<usage::RecordKey> key;
        desk.open({.startedAt = clock.wall(), .bound = NanoDollars{5}}, this, [&](const usage::OpenOutcome &outcome) {
            key = outcome.key;
            order.append(u"opened"_s);
        });
        QVERIFY(desk.isWaiting());
        QTRY_COMPARE_WITH_TIMEOUT(order, (QStringList{u"opened"_s, u"answered"_s}), 30'000);
        QVERIFY(!desk.isWaiting());

        order.clear();
        desk.settle({.key = *key}, this, [&](const Result<usage::RecordKey> &) { order.append(u"settled"_s); });
        QVERIFY(desk.isWaiting());
        QTRY_COMPARE_WITH_TIMEOUT(order, (QStringList{u"settled"_s, u"answered"_s}), 30'000);
    }

    void whatAnotherOneAskedIsNotItsOwn()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        usage::Register usage({.path = folder.filePath(u"usage.sqlite"_s)}, clock);
        engine::RegisterDesk mine(usage);
        engine::RegisterDesk other(usage);
        int answers = 0;
        connect(&mine, &engine::RegisterDesk::answered, this, [&answers] { ++answers; });
        usage.start();
        bool told = false;
        other.open({.startedAt = clock.wall()}, this, [&told](const usage::OpenOutcome &) { told = true; });
        QTRY_VERIFY_WITH_TIMEOUT(told, 30'000);
        QCOMPARE(answers, 0);
    }
};

static const bool tstRegisterDesk = sb::testing::add<TstRegisterDesk>();

#include "tst_register_desk.moc"
