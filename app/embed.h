#pragma once

#include "app/command_line.h"
#include "app/command_start.h"

#include <QObject>

#include <memory>
#include <optional>

namespace sb::app {

/// `signalbox embed`: vectors of texts as one JSON object on standard output, what happened on standard error.
class Embed final : public QObject
{
    Q_OBJECT
public:
    Embed(CoreServices &services, secrets::KeyStore &keys, const EmbedOptions &options, QObject *parent = nullptr);
    ~Embed() override;

    void start(); ///< → finished()
    void cancel(int signal); ///< finished() with 128 + signal

signals:
    void finished(int exitCode);

private:
    void send();
    void takeEnd(const engine::Ended &ended);

    CoreServices &m_services;
    secrets::KeyStore &m_keys;
    EmbedOptions m_options;
    Terminal m_terminal;
    CommandStart m_start;
    std::unique_ptr<engine::RunHandle> m_run;
    std::optional<int> m_signal; ///< that cancelled
};

} // namespace sb::app
