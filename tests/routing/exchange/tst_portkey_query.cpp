#include "core/routing/exchange/portkey_query.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

QByteArray withQuotes(QByteArray json)
{
    return json.replace('\'', '"');
}

} // namespace

class TstPortkeyQuery : public QObject
{
    Q_OBJECT
private slots:
    void aQueryBecomesRules_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QList<Asked>>("rules");
        const auto row = [](const char *name, const QByteArray &query, const QList<Asked> &rules) {
            QTest::newRow(name) << withQuotes(query) << rules;
        };
        const Condition paid{.tags = {u"plan=paid"_s}};
        row("everything", "{}", {Asked{}});
        row("a value", "{'metadata.plan':'paid'}", {{.when = paid}});
        row("an equal", "{'metadata.plan':{'$eq':'paid'}}", {{.when = paid}});
        row("a number", "{'metadata.age':{'$eq':7}}", {{.when = {.tags = {u"age=7"_s}}}});
        row("one of", "{'metadata.plan':{'$in':['paid','pro']}}",
            {{.when = {.tags = {u"plan=paid"_s, u"plan=pro"_s}}}});
        row("not", "{'metadata.plan':{'$ne':'paid'}}", {{.unless = paid}});
        row("none of two", "{'metadata.plan':{'$ne':'a','$nin':['b']}}",
            {{.unless = Condition{.tags = {u"plan=a"_s, u"plan=b"_s}}}});
        row("a model", "{'params.model':'gpt-4o'}", {{.when = {.models = {u"gpt-4o"_s}}}});
        row("a beginning", "{'params.model':{'$regex':'^gpt-4'}}", {{.when = {.models = {u"gpt-4*"_s}}}});
        row("a word", "{'params.model':{'$regex':'mini'}}", {{.when = {.models = {u"*mini*"_s}}}});
        row("an expression that is a pattern", "{'params.model':{'$regex':'^claude-.*4\\\\.5$'}}",
            {{.when = {.models = {u"claude-*4.5"_s}}}});
        row("a user", "{'params.user':'ann'}", {{.when = {.tags = {u"user=ann"_s}}}});
        row("two keys", "{'params.model':'fast','metadata.plan':'paid'}",
            {{.when = {.models = {u"fast"_s}, .tags = {u"plan=paid"_s}}}});
        row("both", "{'$and':[{'params.model':'fast'},{'metadata.plan':{'$ne':'paid'}}]}",
            {{.when = {.models = {u"fast"_s}}, .unless = paid}});
        row("either", "{'$or':[{'metadata.plan':'paid'},{'params.model':'fast'}]}",
            {{.when = paid}, {.when = {.models = {u"fast"_s}}}});
        row("either beside another", "{'params.model':'fast','$or':[{'metadata.a':'1'},{'metadata.b':'2'}]}",
            {{.when = {.models = {u"fast"_s}, .tags = {u"a=1"_s}}},
             {.when = {.models = {u"fast"_s}, .tags = {u"b=2"_s}}}});
    }
    void aQueryBecomesRules()
    {
        QFETCH(QByteArray, query);
        QFETCH(QList<Asked>, rules);
        const auto asked = fromPortkeyQuery(*parseJson(query));
        QVERIFY(asked);
        QCOMPARE(*asked, rules);
    }

    void whatNoRuleCanAskIsNone_data()
    {
        QTest::addColumn<QByteArray>("query");
        const auto row = [](const char *name, const QByteArray &query) { QTest::newRow(name) << withQuotes(query); };
        row("no object", "[]");
        row("a comparison", "{'params.temperature':{'$gt':0.7}}");
        row("another parameter", "{'params.stream':true}");
        row("a path", "{'url.pathname':'/v1/embeddings'}");
        row("an unknown operator", "{'metadata.a':{'$like':'x'}}");
        row("a length", "{'params.messages':{'$length':{'$gt':5}}}");
        row("a star, which is a pattern here", "{'metadata.a':'x*'}");
        row("an expression with choices", "{'params.model':{'$regex':'a|b'}}");
        row("an expression with any sign", "{'params.model':{'$regex':'gpt.4'}}");
        row("two tags at once", "{'metadata.a':'1','metadata.b':'2'}");
        row("an empty list", "{'metadata.a':{'$in':[]}}");
        row("nothing to choose from", "{'$or':[]}");
        row("an object as a value", "{'metadata.a':{'$eq':{}}}");
    }
    void whatNoRuleCanAskIsNone()
    {
        QFETCH(QByteArray, query);
        QVERIFY(!fromPortkeyQuery(*parseJson(query)));
    }

    void manyAlternativesAreBounded()
    {
        // Each doubles the number of rules.
        QByteArray query = "{'$or':[{'metadata.a':'1'},{'metadata.a':'2'}]}";
        for (int i = 0; i < 12; ++i)
            query = "{'$or':[" + query + ',' + query + "]}";
        QVERIFY(!fromPortkeyQuery(*parseJson(withQuotes(query))));
    }

    void whatIsWrittenIsReadAsTheSame_data()
    {
        QTest::addColumn<Asked>("asked");
        const auto row = [](const char *name, const Asked &asked) { QTest::newRow(name) << asked; };
        row("everything", {});
        row("one model", {.when = {.models = {u"a"_s}}});
        row("two models", {.when = {.models = {u"a"_s, u"b"_s}}});
        row("a pattern", {.when = {.models = {u"openai/*"_s}}});
        row("a pattern with a dot", {.when = {.models = {u"*4.5"_s}}});
        row("tags of one key", {.when = {.tags = {u"plan=a"_s, u"plan=b"_s}}});
        row("the user", {.when = {.tags = {u"user=ann"_s}}});
        row("an exception", {.when = {.models = {u"a"_s}}, .unless = Condition{.tags = {u"plan=a"_s}}});
    }
    void whatIsWrittenIsReadAsTheSame()
    {
        QFETCH(Asked, asked);
        const auto query = toPortkeyQuery(asked);
        QVERIFY(query);
        const auto again = fromPortkeyQuery(*query);
        QVERIFY2(again && *again == QList<Asked>{asked}, query->dump().constData());
    }

    void whatCannotBeSaidIsNotWritten_data()
    {
        QTest::addColumn<Asked>("asked");
        const auto row = [](const char *name, const Asked &asked) { QTest::newRow(name) << asked; };
        row("tools", {.when = {.tools = true}});
        row("tags of two keys", {.when = {.tags = {u"a=1"_s, u"b=2"_s}}});
        row("a tag without a value", {.when = {.tags = {u"urgent"_s}}});
        row("two patterns", {.when = {.models = {u"a*"_s, u"b*"_s}}});
        row("an exception of two kinds", {.unless = Condition{.models = {u"a"_s}, .tags = {u"b=1"_s}}});
        row("the same key twice", {.when = {.tags = {u"a=1"_s}}, .unless = Condition{.tags = {u"a=2"_s}}});
    }
    void whatCannotBeSaidIsNotWritten()
    {
        QFETCH(Asked, asked);
        QVERIFY(!toPortkeyQuery(asked));
    }
};

static const bool tstPortkeyQuery = sb::testing::add<TstPortkeyQuery>();

#include "tst_portkey_query.moc"
