#pragma once

#include "app/command_line.h"
#include "app/core_services.h"
#include "app/terminal.h"
#include "core/lab/rehearsal.h"

#include <QObject>

namespace sb::app {

/// The chain that is meant: a name in the profile, a path of a file, or the shipped sample for nothing. Errors:
/// NotFound, NotPermitted, InvalidInput.
[[nodiscard]] Result<routing::Chain> chainToRehearse(const QString &meant, const QList<routing::Chain> &chains);

/// `signalbox rehearse`: a line for each fault on standard output, then how many were passed; the weakest link on
/// standard error. Neither the engine nor the register of the profile is used, no key is read and nothing is sent.
class Rehearse final : public QObject
{
    Q_OBJECT
public:
    Rehearse(const LoadedProfile &loaded, const RehearseOptions &options, QObject *parent = nullptr);

    void start(); ///< → finished()
    void cancel(int signal); ///< finished() with 128 + signal

signals:
    void finished(int exitCode); ///< 0 only if no fault was failed

private:
    void take(const Result<lab::Scorecard> &scorecard);

    LoadedProfile m_loaded;
    RehearseOptions m_options;
    Terminal m_terminal;
    std::unique_ptr<lab::Rehearsal> m_rehearsal;
};

} // namespace sb::app
