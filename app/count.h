#pragma once

#include "app/command_line.h"
#include "app/command_start.h"

#include <QObject>

#include <optional>

namespace sb::app {

/// `signalbox count`: how many tokens a prompt has, on standard output; who counted, on standard error.
class Count final : public QObject
{
    Q_OBJECT
public:
    Count(CoreServices &services, secrets::KeyStore &keys, const CountOptions &options, QObject *parent = nullptr);

    void start(); ///< → finished()
    void cancel(int signal); ///< finished() with 128 + signal

signals:
    void finished(int exitCode);

private:
    void send();
    void take(engine::CheckId id, const engine::TokenCount &count);

    CoreServices &m_services;
    secrets::KeyStore &m_keys;
    CountOptions m_options;
    Terminal m_terminal;
    CommandStart m_start;
    std::optional<engine::CheckId> m_call;
};

} // namespace sb::app
