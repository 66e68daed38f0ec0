#pragma once

#include "app/command_line.h"
#include "app/core_services.h"
#include "app/progress_line.h"
#include "app/terminal.h"
#include "core/lab/replay.h"

#include <QObject>

namespace sb::app {

/// What is replayed by these options: names in the profile, or paths of files; without either the policy in use.
/// Errors: NotFound, NotPermitted, InvalidInput.
[[nodiscard]] Result<lab::ReplaySpec> replaySpec(const LoadedProfile &loaded, const ReplayOptions &options,
                                                 WallTime now);

/// `signalbox replay`: what recorded requests would have cost, and how long they would have taken, under another
/// policy. The register is only read, no key is needed and nothing is sent.
class ReplayCommand final : public QObject
{
    Q_OBJECT
public:
    ReplayCommand(const LoadedProfile &loaded, const ReplayOptions &options, QObject *parent = nullptr);

    void start(); ///< → finished()
    void cancel(int signal); ///< finished() with 128 + signal, at once

signals:
    void finished(int exitCode); ///< 0 when there is a report

private:
    void take(const Result<lab::ReplayReport> &report);
    void end(int exitCode);

    LoadedProfile m_loaded;
    ReplayOptions m_options;
    Terminal m_terminal;
    ProgressLine m_progress;
    std::unique_ptr<lab::Replay> m_replay;
    bool m_over = false;
};

} // namespace sb::app
