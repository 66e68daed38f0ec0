#include "core/chat/key_order.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::chat;

namespace {

Json parsed(const QByteArray &text)
{
    return *parseJson(QByteArray(text).replace('\'', '"'));
}

} // namespace

class TstKeyOrder : public QObject
{
    Q_OBJECT

private slots:
    void theSameOrderIsNoDifference()
    {
        QVERIFY(orderDifference(parsed("{'a':1,'b':[{'c':2}]}"), parsed("{'a':1,'b':[{'c':2}]}")).isNull());
    }

    void aDifferenceHoldsOnlyKeys()
    {
        const Json order = orderDifference(parsed("{'b':'text','a':[{'d':1,'c':2},3]}"), //
                                           parsed("{'a':[{'c':2,'d':1},3],'b':'text'}"));
        QCOMPARE(order.dump(), parsed("{'b':null,'a':[{'d':null,'c':null},null]}").dump());
    }

    void aDifferenceUndoesTheOtherOrder()
    {
        const Json source = parsed("{'b':{'y':[{'q':1,'p':2}],'x':2},'a':1}");
        const Json written = parsed("{'a':1,'b':{'x':2,'y':[{'p':2,'q':1}]}}");
        QVERIFY(arranged(written, orderDifference(source, written)) == source);
    }

    void unknownKeysComeLastInTheirOwnOrder()
    {
        QCOMPARE(arranged(parsed("{'n':1,'m':2,'a':3}"), QList<QByteArray>{"a", "z"}).dump(),
                 parsed("{'a':3,'n':1,'m':2}").dump());
    }

    void anOrderOfAnotherShapeIsIgnored()
    {
        const Json written = parsed("{'a':[1,2],'b':3}");
        QVERIFY(arranged(written, parsed("{'a':{'x':null},'b':[null]}")) == written);
        QVERIFY(arranged(written, Json()) == written);
        QVERIFY(arranged(written, parsed("{'a':[null]}")) == written);
    }
};

static const bool tstKeyOrder = sb::testing::add<TstKeyOrder>();

#include "tst_key_order.moc"
