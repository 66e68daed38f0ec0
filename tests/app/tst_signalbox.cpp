#include "core/base/json.h"

#include "tests/testing/testing.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using sb::Json;

/// The real program, as a person starts it.
class TstSignalbox : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aNewProfileAnswersAfterAFallback();
    void jsonIsOneObject();
    void aPromptComesFromStandardInput();
    void anEmptyPromptIsNotSent();
    void noLibraryOfAGuiIsMapped();
    void aSignalCancelsAndSaysSo_data();
    void aSignalCancelsAndSaysSo();
    void aHangupThatIsIgnoredStaysIgnored();
    void itSpeaksTheLanguageOfTheProfile();
    void aReaderThatGoesAwayEndsTheRequest();
    void whatItCannotDoIsSaid_data();
    void whatItCannotDoIsSaid();
    void helpAndVersionNeedNoProfile();
    void withoutTheWindowItSaysSo();
    void noCoreFileIsWritten();

private:
    void start(const QStringList &arguments);
    void startAsk(const QStringList &arguments);
    [[nodiscard]] QString error() { return QString::fromUtf8(m_process->readAllStandardError()); }
    [[nodiscard]] QString output() { return QString::fromUtf8(m_process->readAllStandardOutput()); }
    [[nodiscard]] bool isOver() const { return m_process->state() == QProcess::NotRunning; }
    [[nodiscard]] QByteArray ofProcess(const QString &file) const;

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<QProcess> m_process;
};

namespace {

constexpr int Patience = 30'000;

} // namespace

void TstSignalbox::init()
{
    m_process.reset();
    m_profile = std::make_unique<QTemporaryDir>();
    m_process = std::make_unique<QProcess>();
    // A shell starts what runs in the background with the keyboard's interrupt ignored.
    m_process->setChildProcessModifier([] { std::signal(SIGINT, SIG_DFL); });
}

void TstSignalbox::start(const QStringList &arguments)
{
    m_process->start(QStringLiteral(SIGNALBOX_PROGRAM), arguments);
    QVERIFY(m_process->waitForStarted());
}

void TstSignalbox::startAsk(const QStringList &arguments)
{
    start(QStringList{u"--profile"_s, m_profile->path(), u"ask"_s} + arguments);
}

QByteArray TstSignalbox::ofProcess(const QString &file) const
{
    QFile proc(u"/proc/%1/%2"_s.arg(m_process->processId()).arg(file));
    return proc.open(QIODevice::ReadOnly) ? proc.readAll() : QByteArray();
}

void TstSignalbox::aNewProfileAnswersAfterAFallback()
{
    startAsk({u"How does a signal box work?"_s});
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), Patience);
    const QStringList lines = error().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(m_process->exitCode(), 0);
    QVERIFY(output().contains(u"signal"_s));
    QVERIFY2(lines.size() >= 3, qPrintable(lines.join(u'\n')));
    QVERIFY2(lines.constFirst().startsWith(u"attempt 1 practice-a/express: failed provider_overloaded, "_s),
             qPrintable(lines.constFirst()));
    QCOMPARE(lines.at(lines.size() - 2), u"attempt %1 practice-b/local-line: answering"_s.arg(lines.size() - 1));
    QVERIFY2(lines.constLast().startsWith(u"complete: practice/local-line by practice-b/local-line, "_s),
             qPrintable(lines.constLast()));
    QVERIFY2(lines.constLast().contains(u", practice, "_s), qPrintable(lines.constLast()));
}

void TstSignalbox::jsonIsOneObject()
{
    startAsk({u"--json"_s, u"--model"_s, u"practice/local-line"_s, u"Hello"_s});
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), Patience);
    QCOMPARE(m_process->exitCode(), 0);
    const auto json = sb::parseJson(m_process->readAllStandardOutput());
    QVERIFY(json);
    QVERIFY(!(*json)["answer"].toText().isEmpty());
    QCOMPARE((*json)["end"].toText(), u"complete"_s);
    QCOMPARE((*json)["attempts"].size(), 1);
    QCOMPARE((*json)["cost"]["ledger"].toText(), u"practice"_s);
    QVERIFY((*json)["usage"]["output"].toInteger() > 0);
}

void TstSignalbox::aPromptComesFromStandardInput()
{
    startAsk({u"--json"_s, u"--model"_s, u"practice/local-line"_s, u"-"_s});
    m_process->write("Tell me about semaphores\n");
    m_process->closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), Patience);
    QCOMPARE(m_process->exitCode(), 0);
    const auto json = sb::parseJson(m_process->readAllStandardOutput());
    QVERIFY((*json)["answer"].toText().contains(u"semaphores"_s, Qt::CaseInsensitive));
}

void TstSignalbox::anEmptyPromptIsNotSent()
{
    startAsk({u"--model"_s, u"practice/local-line"_s, u"-"_s});
    m_process->write(" \n");
    m_process->closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), Patience);
    QCOMPARE(m_process->exitCode(), 1);
    QVERIFY(error().contains(u"standard input is empty"_s));
    QVERIFY(output().isEmpty());
}

void TstSignalbox::noLibraryOfAGuiIsMapped()
{
    startAsk({u"--model"_s, u"practice/local-line"_s, u"Hello"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_process->bytesAvailable() > 0, Patience); // in the middle of an answer
    const QByteArray maps = ofProcess(u"maps"_s);
    QVERIFY(maps.contains("libQt6Core"));
    for (const char *library : {"libQt6Gui", "libQt6Widgets", "libQt6Charts", "libxcb", "libX11"})
        QVERIFY2(!maps.contains(library), library);
    m_process->kill();
    QTRY_VERIFY(isOver());
}

void TstSignalbox::aSignalCancelsAndSaysSo_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("code");
    QTest::newRow("an interrupt from the keyboard") << SIGINT << 130;
    QTest::newRow("the end of the session") << SIGTERM << 143;
    QTest::newRow("a terminal that is closed") << SIGHUP << 129;
}

void TstSignalbox::aSignalCancelsAndSaysSo()
{
    QFETCH(int, signal);
    startAsk({u"--model"_s, u"practice/local-line"_s, u"Hello"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_process->bytesAvailable() > 0, Patience);
    ::kill(pid_t(m_process->processId()), signal);
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), Patience);
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QTEST(m_process->exitCode(), "code");
    QVERIFY(error().contains(u"\ncancelled: "_s));
}

void TstSignalbox::aHangupThatIsIgnoredStaysIgnored()
{
    m_process->setChildProcessModifier([] { std::signal(SIGHUP, SIG_IGN); }); // nohup
    startAsk({u"--model"_s, u"practice/local-line"_s, u"Hello"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_process->bytesAvailable() > 0, Patience);
    ::kill(pid_t(m_process->processId()), SIGHUP);
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), Patience);
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process->exitCode(), 0);
}

void TstSignalbox::itSpeaksTheLanguageOfTheProfile()
{
    QFile settings(m_profile->filePath(u"settings.json"_s));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(R"({"version": 1, "language": "de"})");
    settings.close();
    startAsk({u"--chain"_s, u"nowhere"_s, u"Hello"_s});
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), Patience);
    const QString said = error();
    QVERIFY2(said.contains(u"Es gibt keine Kette „nowhere“"_s), qPrintable(said));
}

void TstSignalbox::aReaderThatGoesAwayEndsTheRequest()
{
    m_process->start(u"/bin/sh"_s,
                     {u"-c"_s, uR"(("$0" "$@"; echo "exit code $?" >&2) | head -c 1)"_s,
                      QStringLiteral(SIGNALBOX_PROGRAM), u"--profile"_s, m_profile->path(), u"ask"_s, u"--model"_s,
                      u"practice/local-line"_s, u"Hello"_s});
    QVERIFY(m_process->waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), Patience);
    const QString said = error();
    QVERIFY2(said.contains(u"\ncancelled: "_s) && said.contains(u"exit code 1\n"_s), qPrintable(said));
    QCOMPARE(output().size(), 1);
}

void TstSignalbox::whatItCannotDoIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("no prompt") << QStringList{} << 2 << u"prompt"_s;
    QTest::newRow("an unknown option") << QStringList{u"--colour"_s, u"Hello"_s} << 2 << u"colour"_s;
    QTest::newRow("an unknown chain") << QStringList{u"--chain"_s, u"nowhere"_s, u"Hello"_s} << 1 << u"nowhere"_s;
    QTest::newRow("an unknown model") << QStringList{u"--model"_s, u"no/body"_s, u"Hello"_s} << 1 << u"no/body"_s;
    QTest::newRow("a model without a key") << QStringList{u"--model"_s, u"anthropic/claude-sonnet-5"_s, u"Hello"_s} << 1
                                           << u"There is no key for Anthropic"_s;
}

void TstSignalbox::whatItCannotDoIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    startAsk(arguments);
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), Patience);
    QTEST(m_process->exitCode(), "code");
    const QString said = error();
    QVERIFY2(said.contains(says), qPrintable(said));
    QVERIFY(output().isEmpty());
}

void TstSignalbox::helpAndVersionNeedNoProfile()
{
    for (const QString &option : {u"--help"_s, u"--version"_s}) {
        start({option});
        QTRY_VERIFY(isOver());
        QCOMPARE(m_process->exitCode(), 0);
        QVERIFY(output().startsWith(option == u"--version"_s ? u"signalbox "_s : u"Usage: "_s));
    }
}

void TstSignalbox::withoutTheWindowItSaysSo()
{
    // A copy, so that no window is beside it.
    const QString copy = m_profile->filePath(u"signalbox"_s);
    QVERIFY(QFile::copy(QStringLiteral(SIGNALBOX_PROGRAM), copy));
    m_process->start(copy, {});
    QVERIFY(m_process->waitForStarted());
    QTRY_VERIFY(isOver());
    QCOMPARE(m_process->exitCode(), 1);
    QVERIFY(error().contains(u"signalbox-window"_s));
}

void TstSignalbox::noCoreFileIsWritten()
{
    startAsk({u"-"_s}); // waits for its prompt
    QTRY_VERIFY(ofProcess(u"limits"_s).contains("Max core file size        0                    0"));
    m_process->kill();
    QTRY_VERIFY(isOver());
}

static const bool tstSignalbox = sb::testing::add<TstSignalbox>();

#include "tst_signalbox.moc"
