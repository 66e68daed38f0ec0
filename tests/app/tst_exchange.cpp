#include "tests/app/program.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

namespace {

const QByteArray twoGroups = R"(model_list:
  - model_name: quick
    litellm_params: {model: openai/gpt-4o-mini, rpm: 60}
  - model_name: large
    litellm_params: {model: openai/gpt-4o}
router_settings:
  fallbacks: [{quick: [large]}]
)";
const QByteArray portkeyConfig =
    R"({"strategy": {"mode": "fallback"}, "targets": [{"provider": "openai", "override_params": {"model": "gpt-4o"}}]})";

/// `signalbox WORDS`, with this profile.
struct Exchanged
{
    Exchanged(const TestProfile &profile, const QStringList &words)
        : program(profile)
    {
        program.setVariable(u"LANGUAGE"_s, u"en"_s);
        program.run(QStringLiteral(SIGNALBOX_PROGRAM), QStringList{u"--profile"_s, profile.root()} + words);
        ended = program.waitForEnd();
        output = program.output();
        errors = program.errors();
    }

    Program program;
    bool ended = false;
    QByteArray output = {};
    QByteArray errors = {};
};

QString fileWith(const TestProfile &profile, const QString &name, const QByteArray &content)
{
    const QString path = profile.root() + u'/' + name;
    TestProfile::write(path, content);
    return path;
}

} // namespace

/// `signalbox import` and `signalbox export`, as a person starts them.
class TstExchange : public QObject
{
    Q_OBJECT
private slots:
    void aFileOfLiteLlmBecomesChainsAndAPolicy();
    void aFileOfPortkeyIsKnownByItsContent();
    void aDryRunWritesNothing();
    void nothingIsWrittenWhereANameIsTaken();
    void replacingIsSaid();
    void whatIsExportedComesBackAsItWas_data();
    void whatIsExportedComesBackAsItWas();
    void aFileThatExistsIsNotReplacedUnlessToldSo();
    void aChainAndAPolicyOfOneNameAreToldApart();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
};

void TstExchange::aFileOfLiteLlmBecomesChainsAndAPolicy()
{
    const TestProfile profile;
    const Exchanged imported(profile, {u"import"_s, fileWith(profile, u"lite llm.yaml"_s, twoGroups)});
    QVERIFY2(imported.program.exitCode() == 0, imported.errors.constData());
    QCOMPARE(imported.output, "wrote the chain “quick”\nwrote the chain “large”\nwrote the policy “lite-llm”\n");
    QVERIFY2(imported.errors.contains("model_list[0].litellm_params.rpm"), imported.errors.constData());
    QVERIFY(imported.errors.contains("chosen in Settings"));
    const auto quick = parseJson(TestProfile::read(profile.paths().chain(u"quick"_s)));
    QCOMPARE((*quick)["steps"].size(), 2);
    QVERIFY(QFile::exists(profile.paths().policies() + u"/lite-llm.json"_s));
}

void TstExchange::aFileOfPortkeyIsKnownByItsContent()
{
    const TestProfile profile;
    const QString path = fileWith(profile, u"config.txt"_s, portkeyConfig);
    const Exchanged imported(profile, {u"import"_s, path, u"--as"_s, u"work"_s});
    QVERIFY2(imported.program.exitCode() == 0, imported.errors.constData());
    QVERIFY2(imported.output.contains("wrote the chain “work”\n"), imported.output.constData());
    const Exchanged misread(profile, {u"import"_s, path, u"--from"_s, u"litellm"_s});
    QCOMPARE(misread.program.exitCode(), 1);
}

void TstExchange::aDryRunWritesNothing()
{
    const TestProfile profile;
    const Exchanged dry(profile, {u"import"_s, fileWith(profile, u"l.yaml"_s, twoGroups), u"--dry-run"_s});
    QCOMPARE(dry.program.exitCode(), 0);
    QVERIFY2(dry.output.startsWith("would write the chain “quick”\n"), dry.output.constData());
    QVERIFY(!QFile::exists(profile.paths().chain(u"quick"_s)));
    QVERIFY(!QFile::exists(profile.paths().policies() + u"/l.json"_s));
}

void TstExchange::nothingIsWrittenWhereANameIsTaken()
{
    const TestProfile profile;
    const QByteArray mine = R"({"format": 1, "name": "large", "version": 1, "steps": [{"model": "test/mine"}]})";
    TestProfile::write(profile.paths().chain(u"large"_s), mine);
    const Exchanged refused(profile, {u"import"_s, fileWith(profile, u"l.yaml"_s, twoGroups)});
    QCOMPARE(refused.program.exitCode(), 1);
    QVERIFY2(refused.errors.contains("Nothing was written, since these exist: the chain “large”."),
             refused.errors.constData());
    QCOMPARE(TestProfile::read(profile.paths().chain(u"large"_s)), mine);
    QVERIFY(!QFile::exists(profile.paths().chain(u"quick"_s)));
}

void TstExchange::replacingIsSaid()
{
    const TestProfile profile;
    TestProfile::write(profile.paths().chain(u"large"_s),
                       R"({"format": 1, "name": "large", "version": 1, "steps": [{"model": "test/mine"}]})");
    const QString path = fileWith(profile, u"l.yaml"_s, twoGroups);
    const Exchanged dry(profile, {u"import"_s, path, u"--replace"_s, u"--dry-run"_s});
    QVERIFY2(dry.output.contains("would replace the chain “large”\n"), dry.output.constData());
    QVERIFY(TestProfile::read(profile.paths().chain(u"large"_s)).contains("test/mine"));
    const Exchanged replaced(profile, {u"import"_s, path, u"--replace"_s});
    QVERIFY2(replaced.program.exitCode() == 0, replaced.errors.constData());
    QVERIFY2(replaced.output.contains("wrote the chain “quick”\nreplaced the chain “large”\n"),
             replaced.output.constData());
    QVERIFY(TestProfile::read(profile.paths().chain(u"large"_s)).contains("gpt-4o"));
}

void TstExchange::whatIsExportedComesBackAsItWas_data()
{
    QTest::addColumn<QString>("router");
    QTest::newRow("LiteLLM") << u"litellm"_s;
    QTest::newRow("Portkey") << u"portkey"_s;
}

void TstExchange::whatIsExportedComesBackAsItWas()
{
    QFETCH(QString, router);
    const TestProfile profile;
    TestProfile::write(profile.paths().chain(u"two"_s),
                       R"({"format": 1, "name": "two", "version": 1, "steps": [)"
                       R"({"model": "openai/gpt-4.1", "endpoints": ["openai/gpt-4.1"]},)"
                       R"({"model": "openai/gpt-4.1-mini", "endpoints": ["openai/gpt-4.1-mini"]}]})");
    const Exchanged printed(profile, {u"export"_s, u"two"_s, u"--to"_s, router});
    QVERIFY2(printed.program.exitCode() == 0, printed.errors.constData());
    const QString path = profile.root() + u"/exported"_s;
    const Exchanged exported(profile, {u"export"_s, u"two"_s, u"--to"_s, router, path});
    QCOMPARE(exported.program.exitCode(), 0);
    QCOMPARE(exported.output, "");
    QCOMPARE(TestProfile::read(path).trimmed(), printed.output.trimmed());

    const TestProfile other;
    const Exchanged imported(other, {u"import"_s, path, u"--as"_s, u"two"_s});
    QVERIFY2(imported.program.exitCode() == 0, imported.errors.constData());
    const auto chain = parseJson(TestProfile::read(other.paths().chain(u"two"_s)));
    QVERIFY2(chain && (*chain)["steps"].size() == 2, imported.output.constData());
    QCOMPARE((*chain)["steps"].at(1)["model"].toText(), u"openai/gpt-4.1-mini"_s);
}

void TstExchange::aFileThatExistsIsNotReplacedUnlessToldSo()
{
    const TestProfile profile;
    const QString path = fileWith(profile, u"out.yaml"_s, "mine");
    const Exchanged refused(profile, {u"export"_s, u"sample"_s, u"--to"_s, u"litellm"_s, path});
    QCOMPARE(refused.program.exitCode(), 1);
    QVERIFY2(refused.errors.contains("say --replace"), refused.errors.constData());
    QCOMPARE(TestProfile::read(path), "mine");
    const Exchanged replaced(profile, {u"export"_s, u"sample"_s, u"--to"_s, u"litellm"_s, path, u"--replace"_s});
    QVERIFY2(replaced.program.exitCode() == 0, replaced.errors.constData());
    QVERIFY(TestProfile::read(path).contains("model_list"));
}

void TstExchange::aChainAndAPolicyOfOneNameAreToldApart()
{
    const TestProfile profile;
    TestProfile::write(profile.paths().policies() + u"/sample.json"_s,
                       R"({"format": 1, "name": "sample", "otherwise": "sample"})");
    const Exchanged unclear(profile, {u"export"_s, u"sample"_s, u"--to"_s, u"portkey"_s});
    QCOMPARE(unclear.program.exitCode(), 1);
    QVERIFY2(unclear.errors.contains("chain/sample or policy/sample"), unclear.errors.constData());
    for (const QString &name : {u"chain/sample"_s, u"policy/sample"_s}) {
        const Exchanged clear(profile, {u"export"_s, name, u"--to"_s, u"portkey"_s});
        QVERIFY2(clear.program.exitCode() == 0, clear.errors.constData());
        QVERIFY(parseJson(clear.output));
    }
}

void TstExchange::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no such file") << QStringList{u"import"_s, u"/nowhere/x.yaml"_s} << 1
                                  << QByteArray("/nowhere/x.yaml cannot be read");
    QTest::newRow("no file") << QStringList{u"import"_s} << 2 << QByteArray("expected one file, got 0");
    QTest::newRow("a name that is none") << QStringList{u"import"_s, u"x"_s, u"--as"_s, u"a/b"_s} << 2
                                         << QByteArray("--as: expected");
    QTest::newRow("an unknown router") << QStringList{u"import"_s, u"x"_s, u"--from"_s, u"bifrost"_s} << 2
                                       << QByteArray("“bifrost”");
    QTest::newRow("no such chain") << QStringList{u"export"_s, u"nobody"_s, u"--to"_s, u"litellm"_s} << 1
                                   << QByteArray("There is no chain or policy “nobody”.");
    QTest::newRow("to nobody") << QStringList{u"export"_s, u"sample"_s} << 2 << QByteArray("--to: expected");
    QTest::newRow("what to export") << QStringList{u"export"_s, u"--to"_s, u"litellm"_s} << 2
                                    << QByteArray("expected the name");
}

void TstExchange::whatIsWrongIsSaid()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, says);
    const TestProfile profile;
    const Exchanged exchanged(profile, words);
    QVERIFY(exchanged.ended);
    QTEST(exchanged.program.exitCode(), "code");
    QVERIFY2(exchanged.errors.contains(says), exchanged.errors.constData());
    QCOMPARE(exchanged.output, "");
}

static const bool tstExchange = sb::testing::add<TstExchange>();

#include "tst_exchange.moc"
