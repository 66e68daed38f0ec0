#include "ui/playground/conversation_list.h"

#include "tests/testing/testing.h"

#include <QFile>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstConversationList final : public QObject
{
    Q_OBJECT
private slots:
    void aFileThatCannotBeUsedIsAGrayRowWithItsReason();
    void aFileThatCannotBeUsedIsChosenButNotRenamed();
};

namespace {

const QByteArray Damaged = "{";

/// The list of a profile with one damaged conversation and one that is not.
class Shown
{
public:
    Shown()
        : paths(profile::prepare(m_folder.filePath(u"profile"_s)).value())
        , m_store(std::make_unique<profile::ConversationStore>(paths))
        , list(*m_store)
        , view(list.findChild<QListView *>())
    {
        QFile file(damagedPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(Damaged);
        file.close();
        m_store->save({.id = u"good"_s, .title = u"broken.json"_s}); // the same words, to compare the pixels
        list.resize(300, 400);
        list.show();
        list.reload();
        QTRY_COMPARE(view->model()->rowCount(), 2);
    }

    [[nodiscard]] QString damagedPath() const { return paths.conversations() + u"/broken.json"_s; }
    /// The row of the damaged file.
    [[nodiscard]] QModelIndex damaged() const
    {
        const QModelIndex first = view->model()->index(0, 0);
        return first.data(Qt::ToolTipRole).toString().isEmpty() ? first.siblingAtRow(1) : first;
    }
    [[nodiscard]] QModelIndex good() const { return damaged().siblingAtRow(1 - damaged().row()); }
    /// How dark the title of a row is, 0 is black.
    [[nodiscard]] int darkest(const QModelIndex &row) const
    {
        QRect title = view->visualRect(row);
        title.setHeight(24); // without the second line
        const QImage image = view->viewport()->grab(title).toImage();
        int darkest = 255;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                darkest = qMin(darkest, qGray(image.pixel(x, y)));
        }
        return darkest;
    }

private:
    QTemporaryDir m_folder;

public:
    const profile::Paths paths;

private:
    std::unique_ptr<profile::ConversationStore> m_store;

public:
    ConversationList list;
    QListView *view;
};

} // namespace

void TstConversationList::aFileThatCannotBeUsedIsAGrayRowWithItsReason()
{
    const Shown shown;
    QCOMPARE(shown.damaged().data().toString(), u"broken.json"_s);
    const QString reason = shown.damaged().data(Qt::ToolTipRole).toString();
    QVERIFY2(reason.contains(shown.damagedPath()) && reason.contains(u"correct it or remove it"_s), qPrintable(reason));
    QCOMPARE(shown.damaged().data(Qt::AccessibleDescriptionRole).toString(), reason);
    QCOMPARE(shown.good().data(Qt::ToolTipRole).toString(), QString());
    const int dark = shown.darkest(shown.good());
    const int gray = shown.darkest(shown.damaged());
    QVERIFY2(gray > dark + 40 && gray < 200, qPrintable(u"%1 and %2"_s.arg(dark).arg(gray)));
}

void TstConversationList::aFileThatCannotBeUsedIsChosenButNotRenamed()
{
    Shown shown;
    QSignalSpy chosen(&shown.list, &ConversationList::chosen);
    QTest::mouseClick(shown.view->viewport(), Qt::LeftButton, {}, shown.view->visualRect(shown.damaged()).center());
    QCOMPARE(chosen.value(0).value(0).toString(), u"broken"_s); // the session says what is wrong with it
    QVERIFY(!shown.damaged().flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(shown.good().flags().testFlag(Qt::ItemIsEditable));
    QFile file(shown.damagedPath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), Damaged);
}

static const bool registered = sb::testing::add<TstConversationList>();

#include "tst_conversation_list.moc"
