#pragma once

#include <QString>

#include <optional>

namespace sb::usage {

/// Who keeps a row open: a process, told apart from a later one with the same number by its start and the boot.
struct Owner
{
    qint64 pid = 0;
    qint64 startTime = 0; ///< clock ticks after boot, field 22 of /proc/PID/stat
    QString boot = {}; ///< /proc/sys/kernel/random/boot_id
    friend bool operator==(const Owner &, const Owner &) = default;
};

[[nodiscard]] Owner thisProcess();
/// A process that has ended but was not waited for counts as dead.
[[nodiscard]] bool isAlive(const Owner &owner);

/// The start time in the text of /proc/PID/stat; nullopt for a zombie or other text. The command in it may hold
/// anything.
[[nodiscard]] std::optional<qint64> startTimeFromStat(const QByteArray &stat);

} // namespace sb::usage
