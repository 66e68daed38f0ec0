#include "tests/testing/testing.h"
#include "ui/common/markdown/code_lexer.h"

#include <QTest>

using namespace sb::ui;

class TstCodeLexer final : public QObject
{
    Q_OBJECT
private slots:
    void colorsTheWordsOfALanguage_data();
    void colorsTheWordsOfALanguage();
    void spansAscendAndStayInside_data();
    void spansAscendAndStayInside();
};

namespace {

/// Spans as text: "keyword:if string:'x'".
QString described(const QString &code, const QString &language)
{
    static const QStringList names{QStringLiteral("keyword"), QStringLiteral("string"),   QStringLiteral("number"),
                                   QStringLiteral("comment"), QStringLiteral("function"), QStringLiteral("added"),
                                   QStringLiteral("removed")};
    QStringList parts;
    for (const CodeSpan &span : lexCode(code, language))
        parts.append(names.at(int(span.kind)) + QLatin1Char(':') + code.mid(span.start, span.length));
    return parts.join(QLatin1Char(' '));
}

} // namespace

void TstCodeLexer::colorsTheWordsOfALanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    QTest::newRow("python: keyword, call, comment") << "python"
                                                    << "if f(1): # no"
                                                    << "keyword:if function:f number:1 comment:# no";
    QTest::newRow("python: a text of several lines") << "py"
                                                     << "'''a\nb'''"
                                                     << "string:'''a\nb'''";
    QTest::newRow("c: block comment and text with an escape") << "cpp"
                                                              << "/* a */ 'b\\'c'"
                                                              << "comment:/* a */ string:'b\\'c'";
    QTest::newRow("sql: any case") << "sql"
                                   << "Select 1"
                                   << "keyword:Select number:1";
    QTest::newRow("diff: lines") << "diff"
                                 << "+a\n-b\n c"
                                 << "added:+a removed:-b";
    QTest::newRow("an apostrophe inside a word is none") << "text"
                                                         << "it's 5"
                                                         << "number:5";
    QTest::newRow("a text without its end stops at the line") << "js"
                                                              << "'a\nlet"
                                                              << "string:'a\n keyword:let";
    QTest::newRow("an unknown language has texts and numbers") << "klingon"
                                                               << "if 'x'"
                                                               << "string:'x'";
}

void TstCodeLexer::colorsTheWordsOfALanguage()
{
    QFETCH(QString, language);
    QFETCH(QString, code);
    QFETCH(QString, expected);
    QCOMPARE(described(code, language), expected);
}

void TstCodeLexer::spansAscendAndStayInside_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"", "\"", "'''", "/*", "//", "\\", "`${x}`", "#", "1.2e", "f(g(", "'\\"})
        QTest::newRow(qPrintable(QStringLiteral("<%1>").arg(QLatin1String(code)))) << QString::fromLatin1(code);
}

void TstCodeLexer::spansAscendAndStayInside()
{
    QFETCH(QString, code);
    for (const char *language : {"python", "cpp", "js", "sh", "sql", "html", "diff", "none"}) {
        qsizetype at = 0;
        for (const CodeSpan &span : lexCode(code, QString::fromLatin1(language))) {
            QVERIFY(span.start >= at && span.length > 0);
            at = span.start + span.length;
        }
        QVERIFY(at <= code.size());
    }
}

static const bool tstCodeLexer = sb::testing::add<TstCodeLexer>();

#include "tst_code_lexer.moc"
