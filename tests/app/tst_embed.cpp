#include "core/base/json.h"

#include "tests/app/program.h"
#include "tests/engine/scripted_server.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <cmath>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

namespace {

/// The real program.
class EmbedProgram : public Program
{
public:
    explicit EmbedProgram(const TestProfile &profile)
        : Program(profile)
        , m_profile(profile)
    {
        removeVariable(u"OPENAI_API_KEY"_s);
    }
    void embed(const QStringList &arguments)
    {
        run(QStringLiteral(SIGNALBOX_PROGRAM), QStringList{u"--profile"_s, m_profile.root(), u"embed"_s} + arguments);
    }

private:
    const TestProfile &m_profile;
};

Script twoNumbers()
{
    return {.contentType = "application/json",
            .body = R"({"data":[{"index":0,"embedding":[0.1,-0.2]}],"usage":{"prompt_tokens":1000}})"};
}

double product(const Json &a, const Json &b)
{
    double sum = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        sum += a.at(i).toDouble().value_or(0) * b.at(i).toDouble().value_or(0);
    return sum;
}

} // namespace

/// `signalbox embed`, as a person starts it.
class TstEmbed : public QObject
{
    Q_OBJECT
private slots:
    void aNewProfileMakesVectorsWithoutAKey();
    void aProviderIsAskedWithTheKeyOfTheEnvironment();
    void aWrongKeyIsSaidWithWhatToDo();
    void whatItCannotDoIsSaid_data();
    void whatItCannotDoIsSaid();
    void aTextComesFromStandardInput();
    void aSignalCancels();
};

void TstEmbed::aNewProfileMakesVectorsWithoutAKey()
{
    TestProfile profile;
    EmbedProgram program(profile);
    program.embed({u"--model"_s, u"practice/mileposts"_s, u"--dimensions"_s, u"16"_s, u"The signal is clear"_s,
                   u"a clear signal"_s, u"Marmalade"_s});
    QVERIFY(program.waitForEnd());
    const QByteArray printed = program.output();
    const QByteArray said = program.errors();
    QVERIFY2(program.exitCode() == 0, said.constData());
    QCOMPARE(printed.count('\n'), 1);
    const auto json = parseJson(printed);
    QVERIFY(json);
    QCOMPARE((*json)["model"].toText(), u"practice/mileposts"_s);
    QCOMPARE((*json)["dimensions"].toInteger(), 16);
    QCOMPARE((*json)["tokens"].toInteger(), 12); // 19 + 14 + 9 bytes
    QCOMPARE((*json)["cost"]["kind"].toText(), u"computed"_s);
    QCOMPARE((*json)["cost"]["ledger"].toText(), u"practice"_s);
    const Json &vectors = (*json)["vectors"];
    QCOMPARE(vectors.size(), 3);
    QCOMPARE(vectors.at(2).size(), 16);
    QVERIFY(std::abs(product(vectors.at(0), vectors.at(0)) - 1) < 0.001);
    QVERIFY(product(vectors.at(0), vectors.at(1)) > product(vectors.at(0), vectors.at(2)));
    QVERIFY2(said.startsWith("complete: practice/mileposts by practice-d/mileposts, 12 tokens in, 0 out, "),
             said.constData());
    QVERIFY2(said.contains(", practice, "), said.constData());

    EmbedProgram again(profile);
    again.embed({u"--model"_s, u"practice/mileposts"_s, u"--dimensions"_s, u"16"_s, u"The signal is clear"_s});
    QVERIFY(again.waitForEnd());
    const auto second = parseJson(again.output());
    QVERIFY(second);
    QCOMPARE((*second)["vectors"].at(0).dump(), vectors.at(0).dump());
    QCOMPARE((*second)["record"].toInteger(), 2);
}

void TstEmbed::aProviderIsAskedWithTheKeyOfTheEnvironment()
{
    ScriptedServer server;
    server.script(u"acme"_s, {twoNumbers()});
    TestProfile profile;
    profile.addProvider(u"acme"_s, server.baseUrl(u"acme"_s));
    EmbedProgram program(profile);
    program.setVariable(QString::fromLatin1(KeyVariable), u"sk-good"_s);
    program.embed({u"--model"_s, u"test/acme"_s, u"--keys-from-env=acme"_s, u"--input"_s, u"query"_s, u"Hello"_s});
    QTRY_VERIFY_WITH_TIMEOUT(program.isOver(), 30'000);
    const QByteArray said = program.errors();
    QVERIFY2(program.exitCode() == 0, said.constData());
    QCOMPARE(server.received(u"acme"_s).value(0).header("authorization"), QByteArray("Bearer sk-good"));
    const auto json = parseJson(program.output());
    QVERIFY(json);
    QCOMPARE((*json)["vectors"].dump(), QByteArray("[[0.100000001,-0.200000003]]"));
    QCOMPARE((*json)["cost"]["usd"].dump(), QByteArray("0.001"));
    QCOMPARE((*json)["cost"]["ledger"].toText(), u"real"_s);
    QVERIFY2(said.contains("acme: key from $SIGNALBOX_TEST_KEY"), said.constData());
    QVERIFY2(said.contains("complete: test/acme by acme/m, 1000 tokens in"), said.constData());
}

void TstEmbed::aWrongKeyIsSaidWithWhatToDo()
{
    ScriptedServer server;
    server.script(u"acme"_s, {refusing(401, "invalid_api_key")});
    TestProfile profile;
    profile.addProvider(u"acme"_s, server.baseUrl(u"acme"_s));
    EmbedProgram program(profile);
    program.setVariable(QString::fromLatin1(KeyVariable), u"sk-wrong"_s);
    program.embed({u"--model"_s, u"test/acme"_s, u"--keys-from-env=acme"_s, u"Hello"_s});
    QTRY_VERIFY_WITH_TIMEOUT(program.isOver(), 30'000);
    const QByteArray said = program.errors();
    QCOMPARE(program.exitCode(), 1);
    QVERIFY(program.output().isEmpty());
    QVERIFY2(said.contains("acme refused the key. Change it in Providers."), said.constData());
    QVERIFY2(said.contains("failed: 0 tokens in"), said.constData());
}

void TstEmbed::whatItCannotDoIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no model") << QStringList{u"Hello"_s} << 2 << QByteArray("--model");
    QTest::newRow("an unknown model") << QStringList{u"--model"_s, u"no/body"_s, u"Hello"_s} << 1
                                      << QByteArray("no/body");
    QTest::newRow("a model without a key") << QStringList{u"--model"_s, u"openai/text-embedding-3-small"_s, u"Hello"_s}
                                           << 1 << QByteArray("There is no key for OpenAI.");
    QTest::newRow("and what to do about it")
        << QStringList{u"--model"_s, u"openai/text-embedding-3-small"_s, u"Hello"_s} << 1
        << QByteArray("put it into $OPENAI_API_KEY and use --keys-from-env");
    QTest::newRow("more dimensions than there are")
        << QStringList{u"--model"_s, u"practice/mileposts"_s, u"--dimensions"_s, u"9999"_s, u"Hello"_s} << 1
        << QByteArray("dimensions: expected a whole number from 1 to 1024");
}

void TstEmbed::whatItCannotDoIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    TestProfile profile;
    EmbedProgram program(profile);
    program.embed(arguments);
    QVERIFY(program.waitForEnd());
    QTEST(program.exitCode(), "code");
    const QByteArray said = program.errors();
    QVERIFY2(said.contains(says), said.constData());
    QVERIFY(program.output().isEmpty());
}

void TstEmbed::aTextComesFromStandardInput()
{
    TestProfile profile;
    QProcess process;
    process.start(
        QStringLiteral(SIGNALBOX_PROGRAM),
        {u"--profile"_s, profile.root(), u"embed"_s, u"--model"_s, u"practice/mileposts"_s, u"one"_s, u"-"_s});
    QVERIFY(process.waitForStarted());
    process.write("two\n");
    process.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(process.state() == QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitCode(), 0);
    const auto json = parseJson(process.readAllStandardOutput());
    QVERIFY(json);
    QCOMPARE((*json)["vectors"].size(), 2);
}

void TstEmbed::aSignalCancels()
{
    ScriptedServer server;
    server.script(u"acme"_s, {{.status = 0, .then = Script::Then::Hang}});
    TestProfile profile;
    profile.addProvider(u"acme"_s, server.baseUrl(u"acme"_s));
    EmbedProgram program(profile);
    program.setVariable(QString::fromLatin1(KeyVariable), u"sk-good"_s);
    program.embed({u"--model"_s, u"test/acme"_s, u"--keys-from-env=acme"_s, u"Hello"_s});
    QTRY_COMPARE_WITH_TIMEOUT(server.received(u"acme"_s).size(), 1, 30'000);
    program.send(SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(program.isOver(), 30'000);
    QCOMPARE(program.exitCode(), 128 + SIGTERM);
    QTRY_COMPARE(server.left(), 1);
    const QByteArray said = program.errors();
    QVERIFY2(said.contains("cancelled: "), said.constData());
}

static const bool tstEmbed = sb::testing::add<TstEmbed>();

#include "tst_embed.moc"
