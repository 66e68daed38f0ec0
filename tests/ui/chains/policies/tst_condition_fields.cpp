#include "ui/chains/policies/condition_fields.h"

#include "core/routing/policy/policy.h"
#include "tests/testing/testing.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

namespace {

ConditionField fieldAt(const QString &path)
{
    for (const ConditionField &field : conditionFields()) {
        if (field.path == path)
            return field;
    }
    return {};
}

/// A condition with every member set, as its file has it.
routing::Policy fullPolicy()
{
    const QByteArray text =
        "{\"format\": 1, \"name\": \"p\", \"rules\": [{\"when\": {\"tasks\": [\"code\"], \"models\": [\"auto\"], "
        "\"prompt_tokens\": {\"from\": 10, \"below\": 100}, \"tools\": true, \"images\": false, \"files\": true, "
        "\"audio\": false, \"output\": [\"json_object\"], \"tags\": [\"a=b\"], \"clients\": [\"ask\"], "
        "\"sessions\": [\"s\"], \"hours\": {\"from\": \"07:30\", \"to\": \"18:00\"}, \"weekdays\": [\"mon\"], "
        "\"remaining\": {\"from\": \"1\", \"below\": \"2\"}}}]}";
    return parseJson(text).and_then(routing::parsePolicy).value();
}

} // namespace

class TstConditionFields final : public QObject
{
    Q_OBJECT
private slots:
    void whatIsTypedReadsBack_data();
    void whatIsTypedReadsBack();
    void whatIsNoneIsRefused_data();
    void whatIsNoneIsRefused();
    void everyFieldHasHelpAndADefault();
    void everyMemberOfTheFileHasAField();
    void anEmptyFieldAsksNothing();
    void partsTogetherAreTheWhole();
    void daysStandInTheirOrder();
};

void TstConditionFields::whatIsTypedReadsBack_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::newRow("names") << u"tasks"_s << u"code , chat,code"_s << u"code, chat"_s;
    QTest::newRow("a bound") << u"prompt_tokens.from"_s << u"1000"_s << u"1000"_s;
    QTest::newRow("a bound of none") << u"prompt_tokens.below"_s << u"0"_s << u"0"_s;
    QTest::newRow("a presence") << u"tools"_s << u"no"_s << u"no"_s;
    QTest::newRow("a form") << u"output.json_schema"_s << u"1"_s << u"1"_s;
    QTest::newRow("an hour alone") << u"hours.from"_s << u"7"_s << u"07:00"_s;
    QTest::newRow("an hour with minutes") << u"hours.to"_s << u"7:30"_s << u"07:30"_s;
    QTest::newRow("an amount") << u"remaining.below"_s << u"0.50"_s << u"0.50"_s;
    QTest::newRow("nothing left") << u"remaining.below"_s << u"0"_s << u"0.00"_s;
}

void TstConditionFields::whatIsTypedReadsBack()
{
    QFETCH(QString, path);
    QFETCH(QString, typed);
    const ConditionField field = fieldAt(path);
    QCOMPARE(field.path, path);
    routing::Condition condition;
    QVERIFY(field.write(condition, typed));
    QTEST(field.read(condition), "shown");
    QVERIFY(routing::asksAnything(condition));
}

void TstConditionFields::whatIsNoneIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("typed");
    QTest::newRow("a word for a number") << u"prompt_tokens.from"_s << u"many"_s;
    QTest::newRow("less than nothing") << u"prompt_tokens.from"_s << u"-1"_s;
    QTest::newRow("a debt") << u"remaining.from"_s << u"-1"_s;
    QTest::newRow("the 25th hour") << u"hours.to"_s << u"25:00"_s;
    QTest::newRow("a start at the end") << u"hours.from"_s << u"24:00"_s;
    QTest::newRow("the 60th minute") << u"hours.from"_s << u"7:60"_s;
    QTest::newRow("seconds") << u"hours.from"_s << u"7:30:10"_s;
}

void TstConditionFields::whatIsNoneIsRefused()
{
    QFETCH(QString, path);
    QFETCH(QString, typed);
    const ConditionField field = fieldAt(path);
    routing::Condition condition;
    QVERIFY(!field.write(condition, typed));
    QCOMPARE(condition, routing::Condition());
    QVERIFY(!field.expected.isEmpty());
}

void TstConditionFields::everyFieldHasHelpAndADefault()
{
    QSet<QString> paths;
    for (const ConditionField &field : conditionFields()) {
        QVERIFY2(!field.title.isEmpty(), qPrintable(field.path));
        QVERIFY2(!field.explanation.isEmpty(), qPrintable(field.path));
        QVERIFY2(!field.usual.isEmpty() || field.kind == FieldKind::Flag, qPrintable(field.path));
        QVERIFY2(!paths.contains(field.path), qPrintable(field.path));
        paths.insert(field.path);
    }
}

/// A member that comes to the file without a field is one that nobody can edit.
void TstConditionFields::everyMemberOfTheFileHasAField()
{
    QVERIFY(fullPolicy().rules.constFirst().when.extra.isNull()); // all of it is known
    const Json json = toJson(fullPolicy().rules.constFirst());
    for (const auto &[key, value] : json["when"].members()) {
        const QString member = QString::fromUtf8(key);
        bool found = false;
        for (const ConditionField &field : conditionFields())
            found = found || field.path == member || field.path.startsWith(member + u'.');
        QVERIFY2(found, key.constData());
    }
}

void TstConditionFields::anEmptyFieldAsksNothing()
{
    routing::Condition condition = fullPolicy().rules.constFirst().when;
    for (const ConditionField &field : conditionFields())
        QVERIFY2(field.write(condition, {}), qPrintable(field.path));
    QCOMPARE(condition, routing::Condition());
}

void TstConditionFields::partsTogetherAreTheWhole()
{
    const routing::Condition full = fullPolicy().rules.constFirst().when;
    QStringList said;
    for (const ConditionPart part : ConditionParts) {
        const QStringList here = phrases(onlyPart(full, part));
        QVERIFY2(!here.isEmpty(), qPrintable(partTitle(part)));
        said += here;
    }
    QStringList whole = phrases(full);
    said.sort();
    whole.sort();
    QCOMPARE(said, whole);
}

void TstConditionFields::daysStandInTheirOrder()
{
    routing::Condition condition;
    QVERIFY(fieldAt(u"weekdays.4"_s).write(condition, u"1"_s));
    QVERIFY(fieldAt(u"weekdays.0"_s).write(condition, u"1"_s));
    QCOMPARE(condition.weekdays, (QList{routing::Weekday::Monday, routing::Weekday::Friday}));
    QVERIFY(fieldAt(u"weekdays.4"_s).write(condition, {}));
    QCOMPARE(condition.weekdays, QList{routing::Weekday::Monday});
}

static const bool tstConditionFields = sb::testing::add<TstConditionFields>();

#include "tst_condition_fields.moc"
