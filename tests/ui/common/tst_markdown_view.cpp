#include "tests/testing/testing.h"
#include "ui/common/markdown/markdown_view.h"

#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextList>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstMarkdownView final : public QObject
{
    Q_OBJECT
private slots:
    void streamedTextReadsLikeTheWhole_data();
    void streamedTextReadsLikeTheWhole();
    void eachStepOfAParagraphLooksAsIfRenderedWhole_data();
    void eachStepOfAParagraphLooksAsIfRenderedWhole();
    void codeIsColoredInItsOwnBlock();
    void aRestartReplacesWhatWasShown();
    void anAnswerLeavesEarlierTurnsAlone_data();
    void anAnswerLeavesEarlierTurnsAlone();
    void foldingLeavesEarlierTurnsAlone();
    void turnsThatAreDroppedLeaveTheOthersAsTheyWere_data();
    void turnsThatAreDroppedLeaveTheOthersAsTheyWere();
    void loadsNothingFromOutside();
};

namespace {

/// A costly block may ask for a pause first.
bool becomesVisible(MarkdownView &view)
{
    return QTest::qWaitFor([&view] { return view.refresh(); });
}

QStringList linesOf(const MarkdownView &view)
{
    QStringList lines;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        if (!block.text().trimmed().isEmpty())
            lines.append(block.text().trimmed());
    }
    return lines;
}

QString lookOf(const QTextCharFormat &format)
{
    return u"%1 %2 %3 %4 %5"_s.arg(format.fontWeight())
        .arg(format.fontItalic() ? u"italic"_s : QString(), format.fontFixedPitch() ? u"code"_s : QString(),
             format.foreground().color().name(), format.anchorHref());
}

/// What is seen: each run of text of one look, with that look; a line of its own for each block.
QStringList runsOf(const MarkdownView &view)
{
    QStringList runs;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        runs.append(u"block, heading %1, indent %2, in a list %3"_s.arg(block.blockFormat().headingLevel())
                        .arg(block.blockFormat().leftMargin())
                        .arg(block.textList() != nullptr));
        QString last;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QString look = lookOf(it.fragment().charFormat());
            if (look != std::exchange(last, look))
                runs.append(look + u": "_s);
            runs.last() += it.fragment().text();
        }
    }
    return runs;
}

constexpr int Mark = 7;

/// Marks every block but the first and the last, which may be shared. A block that is written again has no mark.
int markBlocks(const MarkdownView &view)
{
    int marked = 0;
    for (QTextBlock block = view.document()->begin().next(); block.next().isValid(); block = block.next(), ++marked)
        block.setUserState(Mark);
    return marked;
}

int markedBlocks(const MarkdownView &view)
{
    int marked = 0;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next())
        marked += block.userState() == Mark ? 1 : 0;
    return marked;
}

void addHistory(MarkdownView &view, const QString &answer)
{
    view.addUserTurn(u"first"_s);
    view.addAnswer(answer, u"thought"_s);
    view.addNote(u"a note"_s, false);
}

} // namespace

void TstMarkdownView::streamedTextReadsLikeTheWhole_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::newRow("paragraphs") << "One *two* three.\n\nFour **five**.\n\nSix `seven`.";
    QTest::newRow("a list") << "Before\n\n- one\n- two\n  - three\n\nAfter";
    QTest::newRow("code") << "See:\n\n```python\ndef f(x):\n    return x\n\nprint(f(1))\n```\n\nDone.";
    QTest::newRow("a table") << "| a | b |\n|---|---|\n| 1 | 2 |\n\nDone.";
    QTest::newRow("headings") << "# One\n\ntext\n\n## Two\n\nmore";
}

void TstMarkdownView::streamedTextReadsLikeTheWhole()
{
    QFETCH(QString, markdown);
    MarkdownView whole;
    whole.addAnswer(markdown);

    MarkdownView streamed;
    streamed.beginAnswer();
    for (qsizetype at = 0; at < markdown.size(); at += 3) {
        streamed.appendText(markdown.mid(at, 3));
        QVERIFY(becomesVisible(streamed));
    }
    QCOMPARE(linesOf(streamed), linesOf(whole));
    streamed.endAnswer();
    QCOMPARE(linesOf(streamed), linesOf(whole));
    QCOMPARE(streamed.answerText(), markdown);
}

void TstMarkdownView::eachStepOfAParagraphLooksAsIfRenderedWhole_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::newRow("words") << u"The box, ahead answers and 7 trains pass by day"_s;
    QTest::newRow("blanks between words") << u"one  two   three four "_s;
    QTest::newRow("emphasis, then words") << u"a **bold word** goes on and *so does* this one"_s;
    QTest::newRow("emphasis that never ends") << u"a **bold word goes on and _on and on"_s;
    QTest::newRow("a star that is none") << u"2 * 3 and 4 *5 are numbers"_s;
    QTest::newRow("underscores in a word") << u"the _name_ and_more of_it here"_s;
    QTest::newRow("code, then words") << u"see `plan()` for the order of `candidates and more"_s;
    QTest::newRow("an address") << u"go to https://example.com/path and www.example.org or me@example.org today"_s;
    QTest::newRow("a link") << u"read [the page](https://example.com) and then go on"_s;
    QTest::newRow("an entity") << u"this &amp that &amp; more &copy right &copy; left"_s;
    QTest::newRow("a formula") << u"cost $5 and $6 or $x_1$ and then words"_s;
    QTest::newRow("escapes") << u"a \\*star\\* and words"_s;
    QTest::newRow("a definition of a link") << u"[a]: https://example.com and words after it"_s;
    QTest::newRow("a heading") << u"## The title goes on and on"_s;
    QTest::newRow("a quotation") << u"> who asks is answered by the box"_s;
    QTest::newRow("an item") << u"- one item goes on"_s;
    QTest::newRow("indented code") << u"    four blanks make this code"_s;
    QTest::newRow("lines of a paragraph") << u"one line goes on\nand the next one too\n\nanother begins here"_s;
    QTest::newRow("a table") << u"a | b\n--|--\none cell | another cell goes on"_s;
}

void TstMarkdownView::eachStepOfAParagraphLooksAsIfRenderedWhole()
{
    QFETCH(QString, markdown);
    for (const int step : {1, 3, 5}) {
        MarkdownView streamed;
        streamed.beginAnswer();
        for (qsizetype at = 0; at < markdown.size(); at += step) {
            streamed.appendText(markdown.mid(at, step));
            QVERIFY(streamed.refresh()); // a short block never asks for a pause
            MarkdownView whole;
            whole.beginAnswer();
            whole.appendText(markdown.first(qMin(at + step, markdown.size())));
            QVERIFY(whole.refresh());
            QCOMPARE(runsOf(streamed), runsOf(whole));
        }
    }
}

void TstMarkdownView::codeIsColoredInItsOwnBlock()
{
    MarkdownView view;
    view.addAnswer(QStringLiteral("Text before\n\n```python\nreturn 1\n```\n\nText after"));
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        const bool isCode = block.text() == QLatin1String("return 1");
        const QColor first =
            block.begin().atEnd() ? QColor() : block.begin().fragment().charFormat().foreground().color();
        if (isCode)
            QCOMPARE(first, lightTokens().codeKeyword);
        else if (!block.text().isEmpty())
            QVERIFY(first != lightTokens().codeKeyword);
    }
    QVERIFY(view.document()->toPlainText().contains(QLatin1String("return 1")));
}

void TstMarkdownView::aRestartReplacesWhatWasShown()
{
    MarkdownView view;
    view.addUserTurn(QStringLiteral("question"));
    view.beginAnswer();
    view.appendText(QStringLiteral("half an answ"));
    view.refresh();
    view.replaceText({});
    view.appendText(QStringLiteral("another"));
    view.endAnswer();
    QVERIFY(!view.toPlainText().contains(QLatin1String("half")));
    QVERIFY(view.toPlainText().contains(QLatin1String("another")));
    QVERIFY(view.toPlainText().contains(QLatin1String("question")));
}

void TstMarkdownView::anAnswerLeavesEarlierTurnsAlone_data()
{
    QTest::addColumn<QString>("before");
    QTest::newRow("after a paragraph") << u"One.\n\nTwo."_s;
    QTest::newRow("after a list") << u"- one\n- two"_s;
    QTest::newRow("after a table") << u"| a | b |\n|---|---|\n| 1 | 2 |"_s;
    QTest::newRow("after code") << u"```\ncode\n```"_s;
}

void TstMarkdownView::anAnswerLeavesEarlierTurnsAlone()
{
    QFETCH(QString, before);
    MarkdownView view;
    view.resize(400, 300);
    addHistory(view, before);
    view.addUserTurn(u"second"_s);
    const QStringList history = linesOf(view);
    const int marked = markBlocks(view);
    QVERIFY(marked > 1);
    view.beginAnswer();
    view.appendReasoning(u"thinking"_s);
    QVERIFY(view.refresh());
    view.appendText(u"- some"_s);
    QVERIFY(becomesVisible(view));
    view.replaceText(u"# Another"_s);
    view.endAnswer();
    QCOMPARE(markedBlocks(view), marked);
    QCOMPARE(linesOf(view).mid(0, history.size()), history);
    QCOMPARE(linesOf(view).constLast(), u"Another"_s);
}

void TstMarkdownView::foldingLeavesEarlierTurnsAlone()
{
    MarkdownView view;
    addHistory(view, u"- one\n- two"_s);
    view.addUserTurn(u"second"_s);
    const int marked = markBlocks(view);
    QVERIFY(marked > 1);
    view.addAnswer(u"Answer"_s, u"a thought of its own"_s);
    view.addNote(u"stopped"_s, false);
    const QStringList folded = linesOf(view);

    emit view.anchorClicked(QUrl(u"reasoning:4"_s));
    QVERIFY(view.toPlainText().contains(u"a thought of its own"_s));
    emit view.anchorClicked(QUrl(u"reasoning:4"_s));
    QCOMPARE(linesOf(view), folded);
    QCOMPARE(markedBlocks(view), marked);
}

void TstMarkdownView::turnsThatAreDroppedLeaveTheOthersAsTheyWere_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("dropped");
    QTest::newRow("after a list") << u"- one\n- two"_s << 1;
    QTest::newRow("after a table") << u"| a |\n|---|\n| 1 |"_s << 1;
    QTest::newRow("all") << u"One."_s << 0;
    QTest::newRow("one that is not there") << u"One."_s << 2;
}

void TstMarkdownView::turnsThatAreDroppedLeaveTheOthersAsTheyWere()
{
    QFETCH(QString, before);
    QFETCH(int, dropped);
    MarkdownView view;
    view.resize(400, 300);
    addHistory(view, before);
    const QStringList first = linesOf(view);
    const int marked = markBlocks(view);
    view.addUserTurn(u"second"_s);
    view.beginAnswer();
    view.appendText(u"half an answer"_s);
    view.refresh();
    const QStringList both = linesOf(view);

    view.dropTurnsFrom(dropped);
    QCOMPARE(linesOf(view), dropped == 0 ? QStringList{} : dropped == 1 ? first : both);
    QCOMPARE(markedBlocks(view), dropped > 0 ? marked : 0);
    QCOMPARE(view.isStreaming(), dropped > 1);
    QCOMPARE(view.topTurn(), dropped > 1 ? 1 : dropped - 1);
    if (dropped > 1)
        return;
    view.addUserTurn(u"third"_s);
    view.addAnswer(u"whole"_s);
    QCOMPARE(linesOf(view), (dropped == 0 ? QStringList{} : first) + QStringList({u"You"_s, u"third"_s, u"whole"_s}));
}

void TstMarkdownView::loadsNothingFromOutside()
{
    MarkdownView view;
    view.addAnswer(QStringLiteral("![x](file:///etc/passwd) ![y](http://127.0.0.1:9/a.png) <script>alert(1)</script>"));
    view.resize(300, 200);
    view.grab();
    QVERIFY(view.document()
                ->resource(QTextDocument::ImageResource, QUrl(QStringLiteral("file:///etc/passwd")))
                .toByteArray()
                .isEmpty());
    QVERIFY(view.toPlainText().contains(QLatin1String("<script>")));
}

static const bool tstMarkdownView = sb::testing::add<TstMarkdownView>();

#include "tst_markdown_view.moc"
