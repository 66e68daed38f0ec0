#include "ui/playground/conversation_list.h"

#include "tests/testing/testing.h"
#include "ui/common/format.h"
#include "ui/playground/conversation_model.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
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
    void theCursorStaysWhereTheArrowKeysPutIt();
    void aNewConversationGetsTheCursorWhenItIsKept();
    void aNameThatIsTypedOutlastsASave();
    void aWordThatIsTypedFastIsSearchedForOnce();
    void aTimeIsInTheZoneOfTheSettings();
    void theFieldForSearchingHasAName();
    void aNameThatIsTypedIsTakenWhenAnotherIsOpened();
};

namespace {

const QByteArray Damaged = "{";

/// The list of a profile with one damaged conversation and one that is not.
class ShownList
{
public:
    ShownList()
        : paths(profile::prepare(m_folder.filePath(u"profile"_s)).value())
        , m_store(std::make_unique<profile::ConversationStore>(paths))
        , workspace(paths, {})
        , list(*m_store, workspace, m_clock)
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

    [[nodiscard]] profile::ConversationStore &store() { return *m_store; }
    [[nodiscard]] QModelIndex row(const QString &id) const
    {
        return view->model()->match(view->model()->index(0, 0), ConversationModel::IdRole, id).value(0);
    }
    /// What the key does; the key itself needs an active window.
    void press(const QKeySequence &key)
    {
        for (QAction *action : view->actions()) {
            if (action->shortcut() == key)
                action->trigger();
        }
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;

public:
    const profile::Paths paths;

private:
    std::unique_ptr<profile::ConversationStore> m_store;

public:
    profile::Workspace workspace;
    ConversationList list;
    QListView *view;
};

} // namespace

void TstConversationList::aFileThatCannotBeUsedIsAGrayRowWithItsReason()
{
    const ShownList shown;
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
    ShownList shown;
    QSignalSpy chosen(&shown.list, &ConversationList::chosen);
    QTest::mouseClick(shown.view->viewport(), Qt::LeftButton, {}, shown.view->visualRect(shown.damaged()).center());
    QCOMPARE(chosen.value(0).value(0).toString(), u"broken"_s); // the session says what is wrong with it
    QVERIFY(!shown.damaged().flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(shown.good().flags().testFlag(Qt::ItemIsEditable));
    QFile file(shown.damagedPath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), Damaged);
}

void TstConversationList::theCursorStaysWhereTheArrowKeysPutIt()
{
    ShownList shown;
    shown.list.setCurrent(u"good"_s);
    shown.list.keep({.id = u"third"_s, .title = u"third"_s});
    QCOMPARE(shown.view->currentIndex(), shown.row(u"good"_s));
    shown.view->setCurrentIndex(shown.row(u"third"_s)); // as arrow keys do
    shown.list.keep({.id = u"good"_s, .title = u"an answer came"_s}); // the open one moves up
    QCOMPARE(shown.row(u"good"_s).row(), 0);
    QCOMPARE(shown.view->currentIndex(), shown.row(u"third"_s));
    shown.list.reload();
    QTRY_COMPARE(shown.view->model()->rowCount(), 2); // the third has no file
    QVERIFY(shown.row(u"good"_s).isValid());
}

void TstConversationList::aNewConversationGetsTheCursorWhenItIsKept()
{
    ShownList shown;
    shown.list.setCurrent(u"new"_s);
    QVERIFY(!shown.view->currentIndex().isValid());
    shown.list.keep({.id = u"new"_s, .title = u"first words"_s});
    QCOMPARE(shown.view->currentIndex(), shown.row(u"new"_s));
}

void TstConversationList::aNameThatIsTypedOutlastsASave()
{
    ShownList shown;
    QSignalSpy renamed(&shown.list, &ConversationList::renameRequested);
    shown.view->setCurrentIndex(shown.row(u"good"_s));
    shown.press(Qt::Key_F2);
    auto *editor = shown.view->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(u"half a na"_s);
    shown.list.keep({.id = u"other"_s, .title = u"other"_s});
    shown.list.keep({.id = u"good"_s, .title = u"an answer came"_s});
    QSignalSpy listed(&shown.store(), &profile::ConversationStore::listed);
    shown.list.reload();
    QTRY_COMPARE(listed.count(), 1);
    QCOMPARE(shown.view->findChild<QLineEdit *>(), editor);
    QCOMPARE(editor->text(), u"half a na"_s);
    QCOMPARE(renamed.count(), 0);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(renamed.count(), 1);
    QCOMPARE(renamed.constFirst().value(0).toString(), u"good"_s);
    QCOMPARE(renamed.constFirst().value(1).toString(), u"half a na"_s);
}

void TstConversationList::aWordThatIsTypedFastIsSearchedForOnce()
{
    ShownList shown;
    QSignalSpy listed(&shown.store(), &profile::ConversationStore::listed);
    QTest::keyClicks(shown.list.findChild<QLineEdit *>(), u"broken"_s);
    QTRY_VERIFY(!listed.isEmpty());
    QCOMPARE(listed.count(), 1);
    QCOMPARE(listed.constFirst().constFirst().toString(), u"broken"_s);
}

void TstConversationList::aTimeIsInTheZoneOfTheSettings()
{
    ShownList shown;
    const WallTime time = fromMilliseconds(1'700'000'000'000);
    shown.list.keep({.id = u"timed"_s, .title = u"timed"_s, .changedAt = time});
    profile::Settings settings = shown.workspace.settings();
    for (const QByteArray &zone : {QByteArray("Asia/Tokyo"), QByteArray("America/Lima")}) {
        settings.timeZone = QString::fromLatin1(zone);
        shown.workspace.setSettings(settings);
        QTRY_COMPARE(shown.row(u"timed"_s).data(ConversationModel::SecondRole).toString(),
                     formatWhen(time, QTimeZone(zone), SystemClock().wall()));
    }
}

void TstConversationList::theFieldForSearchingHasAName()
{
    ShownList shown;
    QVERIFY(!shown.list.findChild<QLineEdit *>()->accessibleName().isEmpty());
}

void TstConversationList::aNameThatIsTypedIsTakenWhenAnotherIsOpened()
{
    ShownList shown;
    QSignalSpy renamed(&shown.list, &ConversationList::renameRequested);
    shown.view->setCurrentIndex(shown.row(u"good"_s));
    shown.press(Qt::Key_F2);
    auto *editor = shown.view->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(u"A name"_s);
    shown.list.setCurrent(u"another"_s); // a new one, which has no row yet
    QCOMPARE(renamed.size(), 1);
    QCOMPARE(renamed.constFirst().at(0).toString(), u"good"_s);
    QCOMPARE(renamed.constFirst().at(1).toString(), u"A name"_s);
    QCOMPARE(shown.row(u"good"_s).data().toString(), u"A name"_s);
}

static const bool tstConversationList = sb::testing::add<TstConversationList>();

#include "tst_conversation_list.moc"
