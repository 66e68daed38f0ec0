#include "ui/providers/provider_model.h"

#include "tests/testing/testing.h"
#include "tests/ui/providers/provider_world.h"
#include "ui/common/table.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using namespace sb::ui;

class TstProviderModel final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_world = std::make_unique<ProviderWorld>();
        QTRY_VERIFY(m_world->isReady());
        for (const QString &id : {u"a"_s, u"b"_s}) // names of documentation: nobody is asked without a key
            m_world->board->add({.id = id, .name = id.toUpper(), .baseUrl = QUrl(u"https://x.example/v1"_s)});
        m_model = std::make_unique<ProviderModel>(*m_world->board);
    }
    void cleanup()
    {
        m_model.reset();
        m_world.reset();
    }

    void itIsAModel()
    {
        const QAbstractItemModelTester tester(m_model.get());
        m_world->board->move(u"b"_s, 0);
        m_world->board->setInUse(u"a"_s, false);
        m_world->board->remove(u"a"_s);
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->idAt(m_model->index(0, 0)), u"b"_s);
    }

    void aRowSaysAllInWords()
    {
        const QModelIndex row = m_model->indexOf(u"a"_s);
        QCOMPARE(row.data().toString(), u"A"_s);
        QCOMPARE(row.data(SecondLineRole).toString(), u"no key"_s);
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), u"A, off: no key, this month –"_s);
    }

    void theMonthIsMoneyOrAWord()
    {
        usage::MonthByProvider month{.days = {.first = QDate(2026, 11, 1).toJulianDay()}};
        month.sums.insert(u"a"_s, {.requests = 3, .computed = NanoDollars{13'840'000'000}});
        month.sums.insert(u"b"_s, {.requests = 1, .unpriced = 1});
        m_model->setMonth(month);
        const auto text = [this](const QString &id) {
            return m_model->indexOf(id).siblingAtColumn(ProviderModel::Month).data().toString();
        };
        QCOMPARE(text(u"a"_s), u"$13.84"_s);
        QCOMPARE(text(u"b"_s), u"unpriced"_s);
        QCOMPARE(text(PracticeLine), u"free"_s);
        QCOMPARE(m_model->headerData(ProviderModel::Month, Qt::Horizontal, Qt::DisplayRole).toString(), u"November"_s);
    }

    void aRowThatIsDroppedMovesAndThePracticeLineStaysLast()
    {
        drop(u"a"_s, m_model->rowCount());
        QCOMPARE(m_model->idAt(m_model->index(0, 0)), u"b"_s);
        QCOMPARE(m_model->idAt(m_model->index(1, 0)), u"a"_s);
        drop(u"a"_s, 0);
        QCOMPARE(m_model->idAt(m_model->index(0, 0)), u"a"_s);
        QVERIFY(!(m_model->flags(m_model->indexOf(PracticeLine)) & Qt::ItemIsDragEnabled));
    }

private:
    void drop(const QString &id, int row)
    {
        const std::unique_ptr<QMimeData> data(m_model->mimeData({m_model->indexOf(id)}));
        QVERIFY2(!m_model->dropMimeData(data.get(), Qt::MoveAction, row, 0, {}), "the view would remove the row");
    }

    std::unique_ptr<ProviderWorld> m_world;
    std::unique_ptr<ProviderModel> m_model;
};

static const bool tstProviderModel = sb::testing::add<TstProviderModel>();

#include "tst_provider_model.moc"
