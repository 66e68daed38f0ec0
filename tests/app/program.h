#pragma once

#include "core/profile/profile.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace sb::testing {

/// A new profile in a folder of its own. Its providers offer one model each, "test/ID", for 1 $ a million tokens in and
/// 10 $ out.
class TestProfile
{
public:
    TestProfile();

    void addProvider(const QString &id, const QUrl &baseUrl);
    void addProvider(catalog::Provider provider); ///< with a key from KeyVariable
    [[nodiscard]] const profile::Paths &paths() const { return m_paths; }
    [[nodiscard]] const QString &root() const { return m_paths.root; }

    static void write(const QString &path, const QByteArray &bytes);
    [[nodiscard]] static QByteArray read(const QString &path);

private:
    QTemporaryDir m_folder;
    profile::Paths m_paths;
};

/// The variable that may hold a key of a TestProfile's provider.
inline constexpr auto KeyVariable = "SIGNALBOX_TEST_KEY";

/// One of the real programs, as a person starts it.
class Program
{
public:
    explicit Program(const TestProfile &profile);
    ~Program(); ///< ends it

    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }
    void removeVariable(const QString &name) { m_environment.remove(name); }
    void setWorkingFolder(const QString &folder) { m_process.setWorkingDirectory(folder); }

    void ask(const QStringList &arguments); ///< signalbox --profile … ask …
    void openWindow(); ///< signalbox --profile …
    void run(const QString &program, const QStringList &arguments);
    [[nodiscard]] bool waitForEnd();
    void send(int signal);

    [[nodiscard]] bool isOver() const { return m_process.state() == QProcess::NotRunning; }
    [[nodiscard]] bool crashed() const { return m_process.exitStatus() == QProcess::CrashExit; }
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }
    [[nodiscard]] QByteArray output(); ///< all so far
    [[nodiscard]] QByteArray errors();
    [[nodiscard]] QByteArray ofProcess(const QString &file) const; ///< /proc/PID/FILE

private:
    QString m_root;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

} // namespace sb::testing
