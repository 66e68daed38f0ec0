#include "ui/chains/chain_json_view.h"

#include "tests/testing/testing.h"
#include "ui/common/json_text.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstChainJsonView final : public QObject
{
    Q_OBJECT
private slots:
    void whatIsWrongStandsBesideItsLine_data();
    void whatIsWrongStandsBesideItsLine();
    void whatMakesNoSenseStandsBesideItsLine();
    void textThatIsAChainHasNoMark();
};

namespace {

/// A chain of two steps; the second one has these members, a line each.
QString chainWith(const QString &members)
{
    return u"{\"format\": 1, \"name\": \"c\", \"version\": 1, \"steps\": [\n{\"model\": \"a/b\"},\n{\"model\": \"a/c\",\n%1}\n]}"_s
        .arg(members);
}

constexpr int FirstMember = 3; ///< its line in that text

} // namespace

void TstChainJsonView::whatIsWrongStandsBesideItsLine_data()
{
    QTest::addColumn<QString>("members");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const QString &members, int line) { QTest::newRow(name) << members << line; };
    row("no JSON", u"\"retries\": 2,\n\"id\" \"x\""_s, 1);
    row("id", u"\"retries\": 2,\n\"id\": 7"_s, 1);
    row("models", u"\"retries\": 2,\n\"models\": [\"a/d\", 7]"_s, 1);
    row("a flag of the filter", u"\"filter\": {\n\"local\": true,\n\"tools\": \"yes\"}"_s, 2);
    row("a number of the filter", u"\"filter\": {\n\"context_tokens\": 0}"_s, 1);
    row("a wish", u"\"provider\": {\n\"only\": [\"x\"],\n\"sort\": \"cheap\"}"_s, 2);
    row("a bound at a percentile", u"\"provider\": {\n\"preferred_max_latency\": {\n\"p90\": -1}}"_s, 2);
    row("a price", u"\"provider\": {\n\"max_price\": {\"prompt\": 1,\n\"completion\": \"x\"}}"_s, 2);
    row("a clock", u"\"clocks\": {\n\"cold_load_ms\": -1}"_s, 1);
    row("a failure", u"\"move_on\": {\n\"invalid_output\": 1}"_s, 1);
    row("a next step", u"\"next\": {\n\"budget\": 3}"_s, 1);
    row("a second attempt", u"\"hedge\": {\n\"percentile\": 90,\n\"least_ms\": \"x\"}"_s, 2);
    row("a check", u"\"accept\": [{\"check\": \"json\"},\n{\"check\": \"length\",\n\"max_words\": \"many\"}]"_s, 2);
    row("a check of no known kind", u"\"accept\": [\n{\"check\": \"taste\"}]"_s, 1);
    row("overrides", u"\"retries\": 1,\n\"overrides\": 7"_s, 1);
}

void TstChainJsonView::whatIsWrongStandsBesideItsLine()
{
    QFETCH(QString, members);
    QFETCH(int, line);
    ChainDocument document;
    ChainJsonView view(document);
    auto *text = view.findChild<JsonText *>();
    text->setPlainText(chainWith(members));
    QCOMPARE(text->marks().size(), 1);
    QVERIFY(!text->marks().constFirst().message.isEmpty());
    QCOMPARE(text->marks().constFirst().line - FirstMember, line);
    QVERIFY(!view.applyText());
    QCOMPARE(text->accessibleDescription(), text->marks().constFirst().message);
}

void TstChainJsonView::whatMakesNoSenseStandsBesideItsLine()
{
    ChainDocument document;
    ChainJsonView view(document);
    auto *text = view.findChild<JsonText *>();
    text->setPlainText(chainWith(u"\"next\": {\n\"budget\": \"gone\"},\n\"accept\": [\n{\"check\": \"length\"}],\n"
                                 "\"overrides\": {\n\"model\": \"x/y\"}"_s));
    QList<int> lines;
    for (const JsonText::Mark &mark : text->marks())
        lines.append(mark.line - FirstMember);
    std::sort(lines.begin(), lines.end());
    QCOMPARE(lines, (QList<int>{1, 3, 4}));
    QVERIFY(view.applyText()); // it can be opened and mended
    QCOMPARE(document.chain().steps.size(), 2);
    view.setProblems(routing::validate(document.chain(), {}, {}));
    QCOMPARE(text->marks().size(), 3);
}

void TstChainJsonView::textThatIsAChainHasNoMark()
{
    ChainDocument document;
    ChainJsonView view(document);
    auto *text = view.findChild<JsonText *>();
    text->setPlainText(u"{"_s);
    QCOMPARE(text->marks().size(), 1);
    text->setPlainText(chainWith(u"\"filter\": {\"tools\": true}"_s));
    QVERIFY(text->marks().isEmpty());
    QVERIFY(text->accessibleDescription().isEmpty());
}

static const bool tstChainJsonView = sb::testing::add<TstChainJsonView>();

#include "tst_chain_json_view.moc"
