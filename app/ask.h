#pragma once

#include "app/ask_lines.h"
#include "app/command_line.h"
#include "app/core_services.h"

#include <QFile>
#include <QObject>

#include <memory>
#include <optional>

namespace sb::app {

/// `signalbox ask`: one prompt, the answer on standard output, what happened on standard error.
class Ask final : public QObject
{
    Q_OBJECT
public:
    /// @param keys with what was given to this process; the keychain's are added at the start
    Ask(CoreServices &services, secrets::KeyStore &keys, const AskOptions &options, QObject *parent = nullptr);
    ~Ask() override;

    void start(); ///< → finished()
    void cancel(int signal); ///< finished() with 128 + signal

signals:
    void finished(int exitCode);

private:
    void takeKeys();
    void sendWhenReady();
    void send();
    void take(const chat::Event &event);
    [[nodiscard]] KeyPlaces keyPlaces(const routing::Plan &plan) const;
    void takeEnd(const engine::Ended &ended);
    void print(const QString &text);
    void report(const QString &line);
    void fail(const Error &error);

    CoreServices &m_services;
    secrets::KeyStore &m_keys;
    AskOptions m_options;
    QFile m_out;
    QFile m_err;
    std::unique_ptr<engine::RunHandle> m_run;
    engine::AttemptStarted m_attempt;
    bool m_ready = false; ///< the register is open, practice listens
    bool m_keysLoaded = false;
    bool m_answering = false; ///< this attempt
    bool m_printed = false; ///< anything, so that the last line needs its end
    bool m_terminal = false; ///< standard output is one
    bool m_unread = false; ///< standard output cannot be written any more
    std::optional<int> m_signal; ///< that cancelled
};

} // namespace sb::app
