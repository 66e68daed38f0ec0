#include "core/secrets/key_store.h"

#include "tests/testing/testing.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::secrets;

/// Programs on systems where nothing keeps keys.
class TstNoKeychain : public QObject
{
    Q_OBJECT
private slots:
    void itIsSaid_data();
    void itIsSaid();
    void theSentenceSaysWhatItMeans();
};

namespace {

/// A session bus on which nobody offers to keep keys, and nobody can be started.
const auto BareBus = uR"(<busconfig><type>session</type><listen>unix:dir=%1</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>)"_s;

} // namespace

void TstNoKeychain::itIsSaid_data()
{
    QTest::addColumn<bool>("bareBus");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("a key is held, without a bus") << false << u"store"_s << QByteArray("missing held");
    QTest::newRow("a key is held, on an empty bus") << true << u"store"_s << QByteArray("missing held");
    QTest::newRow("nothing is found, without a bus") << false << u"load"_s << QByteArray("missing none");
    QTest::newRow("nothing is found, on an empty bus") << true << u"load"_s << QByteArray("missing none");
    QTest::newRow("nothing is to be removed") << false << u"remove"_s << QByteArray("missing removed");
}

void TstNoKeychain::itIsSaid()
{
    QFETCH(bool, bareBus);
    QFETCH(QString, what);
    QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    environment.remove(u"DISPLAY"_s);
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
    environment.insert(u"HOME"_s, home.path());
    QStringList command{QStringLiteral(KEY_PROCESS), u"example"_s, u"https://api.example.com/v1"_s, what};
    if (bareBus) {
        QFile configuration(home.filePath(u"bus.conf"_s));
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        configuration.write(BareBus.arg(home.path()).toUtf8());
        configuration.close();
        command = QStringList{u"dbus-run-session"_s, u"--config-file="_s + configuration.fileName(), u"--"_s} + command;
    }
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(command.takeFirst(), command);
    process.write("sk-canary-0123456789\n");
    process.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(process.state() == QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitCode(), 0);
    QTEST(process.readAllStandardOutput().trimmed(), "says");
}

void TstNoKeychain::theSentenceSaysWhatItMeans()
{
    const QString sentence = KeyStore::sentence(Keychain::Missing);
    QVERIFY(sentence.contains(u"memory"_s) && sentence.contains(u"gnome-keyring"_s));
}

static const bool tstNoKeychain = sb::testing::add<TstNoKeychain>();

#include "tst_no_keychain.moc"
