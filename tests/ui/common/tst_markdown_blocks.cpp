#include "tests/testing/testing.h"
#include "ui/common/markdown/markdown_blocks.h"

#include <QTest>

using namespace sb::ui;

class TstMarkdownBlocks final : public QObject
{
    Q_OBJECT
private slots:
    void closesWhatCannotChangeAnyMore_data();
    void closesWhatCannotChangeAnyMore();
    void neverGoesBackWhileTheTextGrows();
};

void TstMarkdownBlocks::closesWhatCannotChangeAnyMore_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("open");
    QTest::newRow("one paragraph stays open") << "one\ntwo"
                                              << "one\ntwo";
    QTest::newRow("a blank line alone closes nothing") << "one\n\n"
                                                       << "one\n\n";
    QTest::newRow("the next paragraph closes the first") << "one\n\ntwo\n"
                                                         << "two\n";
    QTest::newRow("a list goes on after a blank line") << "- a\n\n- b\n"
                                                       << "- a\n\n- b\n";
    QTest::newRow("a paragraph ends a list") << "- a\n\nafter\n"
                                             << "after\n";
    QTest::newRow("an indented line belongs to the list") << "1. a\n\n   more\n"
                                                          << "1. a\n\n   more\n";
    QTest::newRow("blank lines inside a fence close nothing") << "```py\na\n\nb\n"
                                                              << "```py\na\n\nb\n";
    QTest::newRow("a longer fence is not closed by a shorter one") << "````\n```\n\nx\n"
                                                                   << "````\n```\n\nx\n";
    QTest::newRow("a closed fence is closed by what follows") << "```\na\n```\n\nafter\n"
                                                              << "after\n";
    QTest::newRow("a table is closed by a paragraph") << "|a|\n|-|\n|b|\n\nafter\n"
                                                      << "after\n";
}

void TstMarkdownBlocks::closesWhatCannotChangeAnyMore()
{
    QFETCH(QString, text);
    QFETCH(QString, open);
    QCOMPARE(text.mid(closedPrefix(text)), open);
}

void TstMarkdownBlocks::neverGoesBackWhileTheTextGrows()
{
    const QString text = QStringLiteral(
        "# Head\n\npara one\n\n- a\n- b\n\n  more\n\n```c\nint x;\n\nint y;\n```\n\n|a|b|\n|-|-|\n|1|2|\n\nlast\n");
    qsizetype closed = 0;
    for (qsizetype length = 1; length <= text.size(); ++length) {
        const qsizetype next = closedPrefix(QStringView(text).first(length), closed);
        QVERIFY(next >= closed && next <= length);
        closed = next;
    }
    QCOMPARE(text.mid(closed), QStringLiteral("last\n"));
}

static const bool tstMarkdownBlocks = sb::testing::add<TstMarkdownBlocks>();

#include "tst_markdown_blocks.moc"
