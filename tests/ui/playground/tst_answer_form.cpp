#include "ui/playground/answer_form.h"

#include "tests/testing/testing.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstAnswerForm final : public QObject
{
    Q_OBJECT
private slots:
    void aSchemaHasANameThatProvidersTake_data();
    void aSchemaHasANameThatProvidersTake();
    void anEditedSchemaKeepsItsName();
};

void TstAnswerForm::aSchemaHasANameThatProvidersTake_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("no title") << u""_s << u"answer"_s;
    QTest::newRow("letters") << u"City-2"_s << u"City-2"_s;
    QTest::newRow("blanks") << u" a  city "_s << u"a_city"_s;
    QTest::newRow("letters with accents") << u"Größe (m²)"_s << u"Gr_e_m_"_s;
    QTest::newRow("another script") << u"都市"_s << u"_"_s;
    QTest::newRow("long") << QString(70, u'x') << QString(64, u'x');
}

void TstAnswerForm::aSchemaHasANameThatProvidersTake()
{
    QFETCH(QString, title);
    QTEST(schemaName(title), "name");
}

void TstAnswerForm::anEditedSchemaKeepsItsName()
{
    AnswerForm form;
    form.reset(*parseJson(R"({"type": "json_schema",
                              "json_schema": {"name": "mine", "schema": {"title": "T", "type": "object"}}})"),
               {});
    QSignalSpy edited(&form, &AnswerForm::edited);
    form.findChild<QPlainTextEdit *>(u"schema"_s)->setPlainText(u"{\"title\": \"T\", \"type\": \"string\"}"_s);
    QCOMPARE(edited.count(), 1);
    const auto format = edited.constFirst().constFirst().value<Json>();
    QCOMPARE(format["json_schema"]["name"].toText(), u"mine"_s);
    QCOMPARE(format["json_schema"]["schema"]["type"].toText(), u"string"_s);
}

static const bool tstAnswerForm = sb::testing::add<TstAnswerForm>();

#include "tst_answer_form.moc"
