#include "tests/testing/testing.h"
#include "ui/chains/chain_header.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstChainHeader final : public QObject
{
    Q_OBJECT
private slots:
    void aNameIsTypedWhereItStands();
    void escapeKeepsTheName();
    void whatIsNoNameIsNotTaken_data();
    void whatIsNoNameIsNotTaken();
    void theKeyOfSavingStaysWhenItsTextChanges();
};

namespace {

struct World
{
    QUndoStack undoStack;
    ChainHeader header{undoStack};
    QSignalSpy renamed{&header, &ChainHeader::renamed};
    QLineEdit *name = header.findChild<QLineEdit *>(u"chain-name"_s);

    World()
    {
        header.setDocuments({u"day"_s, u"night"_s}, {u"rules"_s}, {}, u"day"_s);
        header.present({.any = true});
        header.show();
        header.beginRenaming();
    }
};

} // namespace

void TstChainHeader::aNameIsTypedWhereItStands()
{
    World world;
    QVERIFY(world.name->isVisible());
    world.name->setText(u"early-morning"_s);
    QTest::keyClick(world.name, Qt::Key_Return);
    QCOMPARE(world.renamed.size(), 1);
    QCOMPARE(world.renamed.at(0).at(0).toString(), u"early-morning"_s);
    QVERIFY(!world.name->isVisible());
}

void TstChainHeader::escapeKeepsTheName()
{
    World world;
    world.name->setText(u"early-morning"_s);
    QTest::keyClick(world.name, Qt::Key_Escape);
    QVERIFY(!world.name->isVisible());
    QCOMPARE(world.renamed.size(), 0);
    QCOMPARE(world.header.current(), u"day"_s);
}

void TstChainHeader::whatIsNoNameIsNotTaken_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("a folder") << u"a/b"_s;
    QTest::newRow("that of another chain") << u"night"_s;
    QTest::newRow("the same") << u"day"_s;
}

void TstChainHeader::whatIsNoNameIsNotTaken()
{
    QFETCH(QString, text);
    World world;
    world.name->setText(text);
    QTest::keyClick(world.name, Qt::Key_Return);
    QCOMPARE(world.renamed.size(), 0);
}

void TstChainHeader::theKeyOfSavingStaysWhenItsTextChanges()
{
    World world;
    QSignalSpy saved(&world.header, &ChainHeader::saveRequested);
    QVERIFY(QTest::qWaitForWindowActive(&world.header));
    for (const QString &text : {u"Publish as version 2"_s, u"Publish as version 3"_s}) {
        saved.clear();
        world.header.present({.any = true, .save = text, .savable = true});
        QTest::keySequence(&world.header, QKeySequence::Save);
        QTRY_COMPARE(saved.size(), 1); // a button shows for a moment that it is pressed
    }
}

static const bool tstChainHeader = sb::testing::add<TstChainHeader>();

#include "tst_chain_header.moc"
