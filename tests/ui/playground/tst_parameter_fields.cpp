#include "tests/testing/testing.h"
#include "ui/playground/parameter_fields.h"

#include "core/chat/request.h"

#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstParameterFields final : public QObject
{
    Q_OBJECT
private slots:
    void aTextIsAMemberOfARequestOrRefused_data();
    void aTextIsAMemberOfARequestOrRefused();
    void aNumberIsTypedAndShownAsTheLanguageHasIt();
    void everyFieldIsTakenByARequest();
    void anEmptyTextTakesTheParameterAway();
};

namespace {

ParameterField fieldOf(const QByteArray &key)
{
    for (const ParameterField &field : parameterFields()) {
        if (field.key == key)
            return field;
    }
    return {};
}

} // namespace

void TstParameterFields::aTextIsAMemberOfARequestOrRefused_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json"); // empty: refused
    QTest::newRow("a temperature keeps its spelling") << QByteArray("temperature") << u"0.70"_s << QByteArray("0.70");
    QTest::newRow("a comma is no point in English") << QByteArray("temperature") << u"0,5"_s << QByteArray();
    QTest::newRow("a temperature above 2 is refused") << QByteArray("temperature") << u"2.1"_s << QByteArray();
    QTest::newRow("a word is no temperature") << QByteArray("temperature") << u"hot"_s << QByteArray();
    QTest::newRow("a penalty may be negative") << QByteArray("frequency_penalty") << u"-1.5"_s << QByteArray("-1.5");
    QTest::newRow("top p ends at 1") << QByteArray("top_p") << u"1.01"_s << QByteArray();
    QTest::newRow("tokens begin at 1") << QByteArray("max_tokens") << u"0"_s << QByteArray();
    QTest::newRow("tokens are whole") << QByteArray("max_tokens") << u"10.5"_s << QByteArray();
    QTest::newRow("a seed may be negative") << QByteArray("seed") << u"-7"_s << QByteArray("-7");
    QTest::newRow("stops are separated by commas")
        << QByteArray("stop") << u"END, \\n"_s << QByteArray(R"(["END","\n"])");
    QTest::newRow("five stops are too many") << QByteArray("stop") << u"a,b,c,d,e"_s << QByteArray();
}

void TstParameterFields::aTextIsAMemberOfARequestOrRefused()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, text);
    QFETCH(QByteArray, json);
    const ParameterField field = fieldOf(key);
    const Result<Json> value = parseParameter(field, text);
    if (json.isEmpty()) {
        QVERIFY(!value);
        QCOMPARE(value.error().message, field.expected);
        return;
    }
    QVERIFY(value);
    QCOMPARE(value->dump(), json);
    const Json parameters = withParameter({}, field, *value);
    QCOMPARE(*parseParameter(field, parameterText(field, parameters)), *value);
}

void TstParameterFields::aNumberIsTypedAndShownAsTheLanguageHasIt()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    const auto back = qScopeGuard([&] { QLocale::setDefault(before); });
    const ParameterField field = fieldOf("temperature");
    const Result<Json> value = parseParameter(field, u"0,70"_s);
    QVERIFY(value);
    QCOMPARE(value->dump(), QByteArray("0.70"));
    QCOMPARE(parameterText(field, withParameter({}, field, *value)), u"0,70"_s);
    QVERIFY(!parseParameter(field, u"1.000"_s)); // a thousand, or one
}

void TstParameterFields::everyFieldIsTakenByARequest()
{
    const QHash<QByteArray, QString> samples{{"stop", u"END"_s},        {"reasoning_effort", u"low"_s},
                                             {"max_tokens", u"100"_s},  {"seed", u"1"_s},
                                             {"temperature", u"0.5"_s}, {"top_p", u"0.5"_s}};
    Json json = *parseJson(R"({"model": "a/b", "messages": [{"role": "user", "content": "hi"}]})");
    for (const ParameterField &field : parameterFields()) {
        const auto value = parseParameter(field, samples.value(field.key, u"0"_s));
        QVERIFY2(value && !value->isNull(), field.key.constData());
        json.set(field.key, *value);
    }
    const auto request = chat::parseRequest(json);
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    QVERIFY(request->extra.isNull()); // each one has a member of its own
}

void TstParameterFields::anEmptyTextTakesTheParameterAway()
{
    const ParameterField field = fieldOf("seed");
    const Json set = withParameter({}, field, *parseParameter(field, u"3"_s));
    QVERIFY(set.contains("seed"));
    QVERIFY(withParameter(set, field, *parseParameter(field, u" "_s)).isNull());
}

static const bool tstParameterFields = sb::testing::add<TstParameterFields>();

#include "tst_parameter_fields.moc"
