#include "core/routing/exchange/yaml.h"

#include "core/base/random.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

Json anyJson(Random &random, int depth)
{
    static const QList<QByteArray> texts{
        "",      "a",   "yes",         "Null",  "~",       "1.50",    "0755", "a: b",       "- x", "# c",
        "\"q\"", "'s'", "line\nbreak", "tab\t", " space ", "é\u2028", "&a",   "*a",         "<<",  "=",
        "!!str", "%y",  "@x",          "`",     "{a}",     "[b]",     "a #b", "2024-01-01", "1e3", ".5"};
    switch (random.below(depth > 4 ? 4 : 6)) {
    case 0:
        return {};
    case 1:
        return random.below(2) == 0;
    case 2:
        return Json(Json::Number{"-12.50"});
    case 3:
        return texts.at(qsizetype(random.below(quint64(texts.size()))));
    case 4: {
        Json list = Json::array();
        for (quint64 left = random.below(4); left > 0; --left)
            list.append(anyJson(random, depth + 1));
        return list;
    }
    default: {
        Json map = Json::object();
        for (quint64 left = random.below(4); left > 0; --left)
            map.set(texts.at(qsizetype(random.below(quint64(texts.size())))), anyJson(random, depth + 1));
        return map;
    }
    }
}

} // namespace

class TstYaml : public QObject
{
    Q_OBJECT
private slots:
    void aDocumentIsReadAsJson_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const QByteArray &yaml, QByteArray json) {
            QTest::newRow(name) << yaml << json.replace('\'', '"');
        };
        row("nothing", "", "null");
        row("a comment", "# only\n", "null");
        row("a map in a list", "- a: 1\n  b: [x, 'y']\n- 2\n", "[{'a':1,'b':['x','y']},2]");
        row("flags as PyYAML has them", "[yes, No, on, OFF, true, FALSE]", "[true,false,true,false,true,false]");
        row("nulls", "- ~\n- null\n-\n- ''\n", "[null,null,null,'']");
        row("quoted scalars are texts", "['yes', \"1\", '~']", "['yes','1','~']");
        row("numbers keep their spelling", "[1, -2, 1.50, 6e3]", "[1,-2,1.50,6e3]");
        row("numbers that JSON spells otherwise", "[+1, .5, 1_000, 5.]", "[1,0.5,1000,5]");
        row("what looks like a number and is none", "[0755, 1.2.3, 2024-02-01, 1-2, ., _1, .inf, .nan]",
            "['0755','1.2.3','2024-02-01','1-2','.','_1','.inf','.nan']");
        row("a block text", "a: |\n  one\n  two\n", "{'a':'one\\ntwo\\n'}");
        row("an anchor", "a: &x {b: 1}\nc: *x\n", "{'a':{'b':1},'c':{'b':1}}");
        row("a merge", "x: &x {a: 1, b: 1}\ny: {<<: *x, b: 2}\n", "{'x':{'a':1,'b':1},'y':{'b':2,'a':1}}");
        row("a merge of two", "x: &x {a: 1}\ny: &y {a: 2, b: 2}\nz: {<<: [*x, *y]}\n",
            "{'x':{'a':1},'y':{'a':2,'b':2},'z':{'a':1,'b':2}}");
        row("JSON", "{\"a\": [1, null, \"x\"]}", "{'a':[1,null,'x']}");
        row("numbers as names", "{1: a}", "{'1':'a'}");
    }
    void aDocumentIsReadAsJson()
    {
        QFETCH(QByteArray, yaml);
        const auto json = parseYaml(yaml);
        QVERIFY2(json, json ? "" : qPrintable(json.error().message));
        QTEST(json->dump(), "json");
    }

    void whatIsNoYamlIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("begin");
        QTest::newRow("a bracket that stays open") << QByteArray("a: 1\nb: [1\n") << u"Line 3: "_s;
        QTest::newRow("a tab as indentation") << QByteArray("a:\n\tb: 1\n") << u"Line 2: "_s;
        QTest::newRow("an unknown anchor") << QByteArray("a: *x\n") << u"Line 1: expected an anchor"_s;
        QTest::newRow("an anchor inside of itself") << QByteArray("a: &x [*x]\n") << u"Line 1: expected an anchor"_s;
        QTest::newRow("two documents") << QByteArray("a: 1\n---\nb: 1\n") << u"Line 2: expected one document"_s;
        QTest::newRow("a list as a name") << QByteArray("? [a]\n: b\n") << u"Line 1: expected a name"_s;
        QTest::newRow("a list merged") << QByteArray("<<: 1\n") << u"Line 1: expected a map"_s;
        QTest::newRow("bytes that are not UTF-8") << QByteArray("a: \xff\n") << u"Line 1: "_s;
        QTest::newRow("very deep") << QByteArray(1000, '[') << u"Line 1: expected at most 64 levels"_s;
    }
    void whatIsNoYamlIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, begin);
        const auto json = parseYaml(yaml);
        QVERIFY(!json);
        QVERIFY2(json.error().message.startsWith(begin), qPrintable(json.error().message));
        QCOMPARE(json.error().kind, Error::Kind::InvalidInput);
    }

    /// Each line stands for ten times the one before: ten to the ninth.
    void aSmallFileCannotBecomeALargeValue()
    {
        QByteArray yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 9; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1);
            yaml += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " ["
                + QByteArrayList(10, before).join(", ") + "]\n";
        }
        const auto json = parseYaml(yaml);
        QVERIFY(!json);
        QCOMPARE(json.error().kind, Error::Kind::TooLarge);
        QCOMPARE(parseYaml(QByteArray(5'000'000, ' ')).error().kind, Error::Kind::TooLarge);
    }

    void whatIsWrittenIsReadAsTheSame()
    {
        for (int seed = 0; seed < 5000; ++seed) {
            SeededRandom random{quint64(seed)};
            const Json json = anyJson(random, 0);
            const QByteArray yaml = writeYaml(json);
            const auto again = parseYaml(yaml);
            QVERIFY2(again && *again == json,
                     (QByteArray::number(seed) + '\n' + json.dump() + '\n' + yaml
                      + (again ? again->dump() : again.error().message.toUtf8()))
                         .constData());
        }
    }

    void whatIsWrittenLooksAsPeopleWriteIt()
    {
        const auto json = parseJson("{\"model_list\":[{\"name\":\"a\",\"on\":\"yes\",\"rpm\":5}],\"none\":[]}");
        QCOMPARE(writeYaml(*json), QByteArray("model_list:\n- name: a\n  \"on\": \"yes\"\n  rpm: 5\nnone: []\n"));
    }
};

static const bool tstYaml = sb::testing::add<TstYaml>();

#include "tst_yaml.moc"
