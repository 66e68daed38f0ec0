#include "tests/testing/testing.h"
#include "ui/common/markdown/markdown_view.h"

#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace sb::ui;

class TstMarkdownView final : public QObject
{
    Q_OBJECT
private slots:
    void streamedTextReadsLikeTheWhole_data();
    void streamedTextReadsLikeTheWhole();
    void codeIsColoredInItsOwnBlock();
    void aRestartReplacesWhatWasShown();
    void loadsNothingFromOutside();
};

namespace {

QStringList linesOf(const MarkdownView &view)
{
    QStringList lines;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        if (!block.text().trimmed().isEmpty())
            lines.append(block.text().trimmed());
    }
    return lines;
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
        bool shown = false;
        QTRY_VERIFY((shown = shown || streamed.refresh())); // a costly block may ask for a pause
    }
    QCOMPARE(linesOf(streamed), linesOf(whole));
    streamed.endAnswer();
    QCOMPARE(linesOf(streamed), linesOf(whole));
    QCOMPARE(streamed.answerText(), markdown);
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

static const bool registered = sb::testing::add<TstMarkdownView>();

#include "tst_markdown_view.moc"
