#include "core/dialects/list_splitter.h"
#include "tests/testing/testing.h"

#include <QTest>

using sb::dialects::ListSplitter;

class TstListSplitter : public QObject
{
    Q_OBJECT

private slots:
    void aListIsCutIntoItsItems_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArrayList>("items");
        const auto row = [](const char *name, const QByteArray &list, const QByteArrayList &items) {
            QTest::newRow(name) << list << items;
        };
        row("nothing in it", "[]", {});
        row("two objects", R"([{"a":1},{"b":2}])", {R"({"a":1})", R"({"b":2})"});
        row("white space and line feeds around them", "[ {\"a\":1}\r\n,\r\n {\"b\":2}\n]\n",
            {R"({"a":1})", R"({"b":2})"});
        row("brackets inside strings", "[{\"a\":\"]}\\\"[{\"}]", {"{\"a\":\"]}\\\"[{\"}"});
        row("a backslash before the end of a string", R"([{"a":"\\"},{}])", {R"({"a":"\\"})", "{}"});
        row("lists and objects inside", R"([{"a":[{},[1]]}])", {R"({"a":[{},[1]]})"});
        row("an item that is not whole", R"([{"a":1},{"b":)", {R"({"a":1})"});
        row("things that are no objects", R"([1, "a,b", true])", {"1", R"("a,b")", "true"});
    }
    void aListIsCutIntoItsItems()
    {
        QFETCH(QByteArray, list);
        QFETCH(QByteArrayList, items);
        ListSplitter whole;
        QCOMPARE(QByteArrayList(whole.feed(list)), items);
        ListSplitter bytewise;
        QByteArrayList found;
        for (const char c : std::as_const(list))
            found += bytewise.feed(QByteArrayView(&c, 1));
        QCOMPARE(found, items);
    }

    void anItemAboveTheLimitIsRefused()
    {
        ListSplitter splitter(10);
        QVERIFY(splitter.feed(R"([{"a":1},)").size() == 1);
        QVERIFY(!splitter.overflowed());
        QVERIFY(splitter.feed(R"({"a":"too long for it"}])").isEmpty());
        QVERIFY(splitter.overflowed());
    }
};

static const bool tstListSplitter = sb::testing::add<TstListSplitter>();

#include "tst_list_splitter.moc"
