// The draft-7 files of Debian's json-schema-test-suite, all of them. What we do not check has to say so.

#include "core/routing/acceptance/schema.h"

#include "tests/testing/testing.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <array>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto SuiteFolder = "/usr/share/json-schema-test-suite/tests/draft7"_L1;

/// What "cannot check" is right for. An empty group stands for all groups of the file.
struct Unchecked
{
    const char *file;
    const char *group;
    const char *reason;
};
constexpr std::array UncheckedGroups{
    Unchecked{"ref.json", "remote ref, containing refs itself", "nothing is fetched"},
    Unchecked{"ref.json", "escaped pointer ref", "leads to keywords of its own, which are no place for schemas"},
    Unchecked{"definitions.json", "", "the meta-schema is remote"},
    Unchecked{"refRemote.json", "", "nothing is fetched"},
    Unchecked{"optional/content.json", "", "contentMediaType and contentEncoding are not checked"},
};

/// `format` is an annotation, so that every value passes; the optional files of the suite see an assertion in it.
bool isAboutFormat(const QString &file)
{
    return file.startsWith("optional/format/"_L1) || file == "optional/ecmascript-regex.json"_L1;
}

/// Where 2020-12 means something else by the same words: there, what stands beside a reference counts.
constexpr std::array OtherIn2020{
    std::pair{"ref overrides any sibling keywords", "ref valid, maxItems ignored"},
};

QStringList suiteFiles()
{
    const QDir folder{QString(SuiteFolder)};
    QStringList files;
    for (const QString &below : {u""_s, u"optional/"_s, u"optional/format/"_s}) {
        for (const QString &name : QDir(folder.filePath(below)).entryList({u"*.json"_s}, QDir::Files, QDir::Name))
            files.append(below + name);
    }
    return files;
}

Json suiteGroups(const QString &name)
{
    QFile file(SuiteFolder + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? parseJson(file.readAll()).value_or(Json()) : Json();
}

SchemaVerdict::Kind verdictOf(const Json &schema, const Json &value, SchemaDraft draft)
{
    const auto compiled = compileSchema(schema, draft);
    return compiled ? validate(*compiled, value).kind : SchemaVerdict::Kind::CannotCheck;
}

QByteArray wordFor(SchemaVerdict::Kind kind)
{
    return kind == SchemaVerdict::Kind::Fits      ? "fits"
        : kind == SchemaVerdict::Kind::DoesNotFit ? "does not fit"
                                                  : "cannot check";
}

} // namespace

class TstSchemaSuite final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void draft7IsJudgedAsTheSuiteSays_data();
    void draft7IsJudgedAsTheSuiteSays();
    void as2020ItIsJudgedAlikeOrNotAtAll_data() { rows(); }
    void as2020ItIsJudgedAlikeOrNotAtAll();
    void theListOfWhatIsNotCheckedIsNotTooLong();

private:
    static void rows();
};

void TstSchemaSuite::initTestCase()
{
    QVERIFY2(suiteFiles().size() >= 50,
             "The schemas' test suite is missing. Install the package json-schema-test-suite (packaging/packages).");
}

void TstSchemaSuite::rows()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("test");
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("valid");
    for (const QString &file : suiteFiles()) {
        for (const Json &group : suiteGroups(file).items()) {
            const QString name = group["description"].toText();
            for (const Json &test : group["tests"].items()) {
                const QString what = test["description"].toText();
                QTest::addRow("%s: %s: %s", qPrintable(file), qPrintable(name), qPrintable(what))
                    << file << name << what << group["schema"].dump() << test["data"].dump()
                    << test["valid"].toBool().value_or(false);
            }
        }
    }
}

void TstSchemaSuite::draft7IsJudgedAsTheSuiteSays_data()
{
    rows();
}

void TstSchemaSuite::draft7IsJudgedAsTheSuiteSays()
{
    QFETCH(QString, file);
    QFETCH(QString, group);
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(bool, valid);
    const auto isListed = [&](const Unchecked &each) {
        return file == QLatin1StringView(each.file) && (*each.group == '\0' || group == QLatin1StringView(each.group));
    };
    QByteArray expected = valid || isAboutFormat(file) ? "fits" : "does not fit";
    if (std::ranges::any_of(UncheckedGroups, isListed))
        expected = "cannot check";
    QCOMPARE(wordFor(verdictOf(*parseJson(schema), *parseJson(value), SchemaDraft::Draft7)), expected);
}

void TstSchemaSuite::as2020ItIsJudgedAlikeOrNotAtAll()
{
    QFETCH(QString, file);
    QFETCH(QString, group);
    QFETCH(QString, test);
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(bool, valid);
    const auto isOther = [&](const auto &each) {
        return group == QLatin1StringView(each.first) && test == QLatin1StringView(each.second);
    };
    if (std::ranges::any_of(OtherIn2020, isOther))
        valid = !valid;
    const QByteArray verdict = wordFor(verdictOf(*parseJson(schema), *parseJson(value), SchemaDraft::Draft2020));
    if (verdict != "cannot check")
        QCOMPARE(verdict, QByteArray(valid || isAboutFormat(file) ? "fits" : "does not fit"));
}

void TstSchemaSuite::theListOfWhatIsNotCheckedIsNotTooLong()
{
    int checked7 = 0;
    int checked2020 = 0;
    int all = 0;
    for (const QString &file : suiteFiles()) {
        for (const Json &group : suiteGroups(file).items()) {
            ++all;
            checked7 += compileSchema(group["schema"], SchemaDraft::Draft7) ? 1 : 0;
            checked2020 += compileSchema(group["schema"], SchemaDraft::Draft2020) ? 1 : 0;
        }
    }
    qInfo("%d groups, checked as draft 7: %d, as 2020-12: %d", all, checked7, checked2020);
    QVERIFY(checked7 >= all - 15);
    QVERIFY(checked2020 >= all - 30);
}

static const bool tstSchemaSuite = sb::testing::add<TstSchemaSuite>();

#include "tst_schema_suite.moc"
