#include "tests/app/program.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

/// `signalbox count`, as a person starts it.
class TstCount : public QObject
{
    Q_OBJECT
private slots:
    void whatItCountsAndWhoDid_data();
    void whatItCountsAndWhoDid();
};

void TstCount::whatItCountsAndWhoDid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("prints");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QStringList &arguments, int code, const QByteArray &prints,
                        const QByteArray &says) { QTest::newRow(name) << arguments << code << prints << says; };
    const QString text = u"How many tokens are these?"_s; // 26 bytes
    row("as Anthropic does", {u"--model"_s, u"practice/local-line"_s, text}, 0, "7\n", "counted by practice-");
    row("as Gemini does", {u"--model"_s, u"practice/night-mail"_s, text}, 0, "7\n", "counted by practice-");
    row("with a system prompt", {u"--model"_s, u"practice/local-line"_s, u"--system"_s, u"Be brief."_s, text}, 0, "9\n",
        "counted by practice-b/local-line");
    row("of words without quotes", {u"--model"_s, u"practice/local-line"_s, u"How"_s, u"many?"_s}, 0, "3\n",
        "counted by");
    row("an estimate says so", {u"--model"_s, u"test/free"_s, text}, 0, "7 (estimate)\n",
        "free/m does not count tokens: estimated");
    row("no model", {text}, 2, "", "count: expected --model");
    row("no prompt", {u"--model"_s, u"practice/local-line"_s}, 2, "", "count: expected a prompt");
    row("an unknown model", {u"--model"_s, u"no/body"_s, text}, 1, "", "no/body");
    row("a model without a key", {u"--model"_s, u"anthropic/claude-sonnet-5"_s, text}, 1, "",
        "There is no key for Anthropic");
    row("and what to do about it", {u"--model"_s, u"anthropic/claude-sonnet-5"_s, text}, 1, "", "--keys-from-env");
}

void TstCount::whatItCountsAndWhoDid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    TestProfile profile;
    profile.addProvider(u"free"_s, QUrl(u"http://127.0.0.1:9/v1"_s)); // never asked
    Program program(profile);
    program.removeVariable(u"ANTHROPIC_API_KEY"_s);
    program.setVariable(QString::fromLatin1(KeyVariable), u"sk-none"_s);
    QStringList all{u"--profile"_s, profile.root(), u"count"_s};
    if (arguments.contains(u"test/free"_s))
        all.append(u"--keys-from-env=free"_s);
    program.run(QStringLiteral(SIGNALBOX_PROGRAM), all + arguments);
    QVERIFY(program.waitForEnd());
    const QByteArray said = program.errors();
    QVERIFY2(said.contains(says), said.constData());
    QTEST(program.exitCode(), "code");
    QTEST(program.output(), "prints");
}

static const bool tstCount = sb::testing::add<TstCount>();

#include "tst_count.moc"
