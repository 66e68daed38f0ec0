#pragma once

#include "app/command_line.h"
#include "app/command_start.h"

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
    void send();
    void take(const chat::Event &event);
    void takeEnd(const engine::Ended &ended);
    void print(const QString &text);

    CoreServices &m_services;
    secrets::KeyStore &m_keys;
    AskOptions m_options;
    Terminal m_terminal;
    CommandStart m_start;
    std::unique_ptr<engine::RunHandle> m_run;
    engine::AttemptStarted m_attempt;
    bool m_answering = false; ///< this attempt
    std::optional<int> m_signal; ///< that cancelled
};

} // namespace sb::app
