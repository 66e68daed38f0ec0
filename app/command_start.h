#pragma once

#include "app/ask_lines.h"
#include "app/core_services.h"
#include "app/terminal.h"

#include <QObject>

namespace sb::app {

inline constexpr int FailedExit = 1;
inline constexpr int SignalExit = 128; ///< plus the signal, as shells say it

/// What every command does before it sends anything: opens its output, tells what the profile's files and keys say,
/// waits for the register, practice and the keychain.
class CommandStart final : public QObject
{
    Q_OBJECT
public:
    /// @param keys with what was given to this process; the keychain's are added at the start
    CommandStart(CoreServices &services, secrets::KeyStore &keys, Terminal &terminal, QObject *parent = nullptr);

    void start(); ///< → ready() or failed()
    void stop(); ///< ready() does not come any more

    /// Of the providers that a plan left out for lack of a key.
    [[nodiscard]] KeyPlaces keyPlaces(const routing::Plan &plan) const;

signals:
    void ready(); ///< once
    void failed();

private:
    void takeKeys();
    void announce();
    void fail(const Error &error);

    CoreServices &m_services;
    secrets::KeyStore &m_keys;
    Terminal &m_terminal;
    bool m_ready = false; ///< the register is open, practice listens
    bool m_keysLoaded = false;
    bool m_over = false; ///< announced or stopped
};

} // namespace sb::app
