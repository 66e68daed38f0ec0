#include "core/routing/acceptance/repair.h"

#include "core/base/json.h"
#include "core/base/random.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

/// "TEXT <= repair, repair", or "no".
QByteArray mended(const QByteArray &text)
{
    const auto repaired = repairJson(text);
    if (!repaired)
        return "no";
    QByteArrayList repairs;
    for (const JsonRepair repair : repaired->repairs)
        repairs.append(toWireName(repair));
    return repaired->text + " <= " + repairs.join(", ");
}

/// JSON values of every kind, with texts that look like trouble.
class SomeJson
{
public:
    explicit SomeJson(quint64 seed)
        : m_random(seed)
    {
    }
    Json value(int depth)
    {
        switch (below(depth > 0 ? 7 : 5)) {
        case 0:
            return {};
        case 1:
            return Json(below(2) == 0);
        case 2:
            return Json(Json::Number{QByteArray::number(below(100'000)) + (below(2) == 0 ? "" : ".50")});
        case 3:
        case 4:
            return Json(text());
        case 5:
            return list(depth);
        default:
            return object(depth);
        }
    }
    Json object(int depth)
    {
        Json made = Json::object();
        for (int i = below(4); i > 0; --i)
            made.set(text() + QByteArray::number(i), value(depth - 1));
        return made;
    }
    int below(int end) { return int(m_random.next() % quint64(end)); }

private:
    Json list(int depth)
    {
        Json made = Json::array();
        for (int i = below(4); i > 0; --i)
            made.append(value(depth - 1));
        return made;
    }
    QByteArray text()
    {
        static const QByteArrayList pieces{"a", "'", "\"",  "\\", "\n", "\t", "True", ",]",
                                           "}", "{", "```", ":",  "é",  " ",  "\x01"};
        QByteArray made;
        for (int i = below(6); i > 0; --i)
            made += pieces.at(below(int(pieces.size())));
        return made;
    }

    SeededRandom m_random;
};

/// Writes JSON with the mistakes that can be mended.
QByteArray withMistakes(const Json &json, SomeJson &some)
{
    if (json.isBool())
        return *json.toBool() ? "True" : "False";
    if (json.isNull())
        return "None";
    if (json.isString() && !json.toBytes().contains('\\') && !json.toBytes().contains('"'))
        return '"' + json.toBytes() + '"'; // control characters as they are
    QByteArrayList parts;
    for (const Json &item : json.items())
        parts.append(withMistakes(item, some));
    for (const auto &[key, value] : json.members())
        parts.append(Json(key).dump() + ": " + withMistakes(value, some));
    if (!json.isArray() && !json.isObject())
        return json.dump();
    const QByteArray tail = !parts.isEmpty() && some.below(2) == 0 ? " ,\n" : "";
    return (json.isArray() ? "[" : "{") + parts.join(", ") + tail + (json.isArray() ? "]" : "}");
}

} // namespace

class TstRepair final : public QObject
{
    Q_OBJECT
private slots:
    void whatHasOneReadingIsMended_data();
    void whatHasOneReadingIsMended();
    void whatIsInDoubtStays_data();
    void whatIsInDoubtStays();
    void whatParsesComesBackAsItIs();
    void whatWasMendedIsWhatWasMeant();
    void aCutAnswerIsNeverClosed();
    void aMegabyteTakesLinearTime();
};

void TstRepair::whatHasOneReadingIsMended_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *text, const char *result) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(result);
    };
    row("nothing to mend", "{\"a\": 1}", "{\"a\": 1} <= ");
    row("blanks around it are JSON's own", " [1]\n", " [1]\n <= ");
    row("a fence", "```json\n{\"a\": 1}\n```", "{\"a\": 1} <= code_fence");
    row("a fence without a language", "```\n[1]\n```\n", "[1] <= code_fence");
    row("a fence in one line", "```json {\"a\": 1}```", "{\"a\": 1} <= code_fence");
    row("a number in a fence", "```json\n42\n```", "42 <= code_fence");
    row("a text in a fence", "```\n\"a\"\n```", "\"a\" <= code_fence");
    row("a fence and prose", "Here it is:\n```json\n{\"a\": 1}\n```\nAnything else?",
        "{\"a\": 1} <= code_fence, text_around");
    row("prose before", "Sure!\n\n{\"a\": 1}", "{\"a\": 1} <= text_around");
    row("prose behind a colon", "The result: {\"a\": 1}", "{\"a\": 1} <= text_around");
    row("prose behind", "{\"a\": 1}\n\nLet me know.", "{\"a\": 1} <= text_around");
    row("trailing commas", "{\"a\": [1, 2, ], }", "{\"a\": [1, 2 ] } <= trailing_comma");
    row("a line feed in a text", "{\"a\": \"x\ny\tz\r\"}", "{\"a\": \"x\\ny\\tz\\u000d\"} <= control_character");
    row("Python's words", "{\"a\": True, \"b\": [False, None]}",
        "{\"a\": true, \"b\": [false, null]} <= python_literal");
    row("Python's words in texts stay", "{\"a\": \"True\", \"b\": None}",
        "{\"a\": \"True\", \"b\": null} <= python_literal");
    row("Python's texts", "{'a': 'say \"hi\"', 'b': 'it\\'s'}",
        "{\"a\": \"say \\\"hi\\\"\", \"b\": \"it's\"} <= single_quotes");
    row("both kinds of quotes", "{'a': \"it's\"}", "{\"a\": \"it's\"} <= single_quotes");
    row("all of it", "Result:\n```python\n{'a': True, 'b': ['x\ny',],}\n```",
        "{\"a\": true, \"b\": [\"x\\ny\"]} <= code_fence, text_around, trailing_comma, control_character, "
        "python_literal, single_quotes");
    row("a fence within a text", "{\"a\": \"```\nb\n```\"}", "{\"a\": \"```\\nb\\n```\"} <= control_character");
    row("only Python's word", "True", "true <= python_literal");
}

void TstRepair::whatHasOneReadingIsMended()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, result);
    QCOMPARE(mended(text), result);
}

void TstRepair::whatIsInDoubtStays_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const char *text) { QTest::newRow(name) << QByteArray(text); };
    row("nothing", "");
    row("prose", "I cannot do that.");
    row("an object within a sentence", "In Python {} is an empty dict.");
    row("a list within a sentence", "See [1] for more.");
    row("a number and an explanation", "42\nis the answer");
    row("a word and an explanation", "True\nsince it is so");
    row("two values", "{\"a\": 1}\n{\"a\": 2}");
    row("two values in fences", "```json\n{\"a\": 1}\n```\nor\n```json\n{\"a\": 2}\n```");
    row("a footnote behind it", "{\"a\": 1}\n\nsee [1]");
    row("an object that is cut", "{\"a\": 1, \"b\": [1, 2");
    row("a text that is cut", "{\"a\": \"b");
    row("a fence that is cut", "```json\n{\"a\": 1}\n");
    row("a bracket that is missing", "{\"a\": [1, 2}");
    row("a comma that is missing", "{\"a\": 1 \"b\": 2}");
    row("two commas", "[1,, 2]");
    row("a comma alone", "[,]");
    row("names without quotes", "{a: 1}");
    row("an apostrophe", "{'a': 'it's'}");
    row("a quotation in a text", "{\"a\": \"say \"hi\"\"}");
    row("a comment", "{\"a\": 1} // one");
    row("a comment within", "{\"a\": 1, /* two */ \"b\": 2}");
    row("undefined", "{\"a\": undefined}");
    row("NaN", "[NaN]");
    row("an ellipsis", "[1, 2, ...]");
    row("Python's escape", "{'a': '\\x41'}");
    row("a text that holds a list", "\"note:\n[1]\n");
    row("a blank that JSON does not know", "\f11");
    row("no UTF-8", "{'a': '\xff'}");
}

void TstRepair::whatIsInDoubtStays()
{
    QFETCH(QByteArray, text);
    QCOMPARE(mended(text), QByteArray("no"));
}

void TstRepair::whatParsesComesBackAsItIs()
{
    SomeJson some(1);
    for (int i = 0; i < 5'000; ++i) {
        const Json json = some.value(4);
        const QByteArray text = i % 2 == 0 ? json.dump() : json.dumpIndented();
        QCOMPARE(repairJson(text), (RepairedJson{text, {}}));
    }
}

void TstRepair::whatWasMendedIsWhatWasMeant()
{
    SomeJson some(2);
    int repairs = 0;
    for (int i = 0; i < 5'000; ++i) {
        const Json json = some.object(4);
        const QByteArray wrong = withMistakes(json, some);
        const auto repaired = repairJson(i % 2 == 0 ? wrong : "Here:\n```json\n" + wrong + "\n```");
        QVERIFY2(repaired, wrong.constData());
        const auto meant = parseJson(repaired->text);
        QVERIFY2(meant && *meant == json, wrong.constData());
        QCOMPARE(repairJson(repaired->text), (RepairedJson{repaired->text, {}}));
        repairs += int(repaired->repairs.size());
    }
    QVERIFY(repairs > 5'000);
}

void TstRepair::aCutAnswerIsNeverClosed()
{
    SomeJson some(3);
    for (int i = 0; i < 500; ++i) {
        const QByteArray whole = withMistakes(some.object(4), some);
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(!repairJson(whole.first(length)), whole.first(length).constData());
    }
}

void TstRepair::aMegabyteTakesLinearTime()
{
    // Were it quadratic, this would take minutes.
    const QByteArray open(1'000'000, '[');
    QVERIFY(!repairJson(open));
    QVERIFY(!repairJson(QByteArray("{'a': '").repeated(150'000)));
    QVERIFY(!repairJson(QByteArray("``` [\n").repeated(150'000)));
    QVERIFY(repairJson('[' + QByteArray("True, ").repeated(150'000) + ']'));
}

static const bool tstRepair = sb::testing::add<TstRepair>();

#include "tst_repair.moc"
