#pragma once

#include "core/usage/store/connection.h"

#include <QTimeZone>

namespace sb::usage {

/// A register ready to be written.
struct OpenedRegister
{
    std::unique_ptr<Connection> connection = {};
    QString path = {}; ///< in use: the one asked for, or a side register
    bool damaged = false; ///< a side register took the place of the one asked for
    QString advice = {}; ///< what to tell the user then
    QTimeZone zone = {}; ///< the register's own
};

/// Opens or makes a register: looks whether the file can be read, migrates it, switches the write-ahead log on. A
/// damaged file is left as it is, and NAME.side-1.sqlite beside it is used, or the next one that is not damaged; so is
/// one that is marked so. One process at a time goes through here; others wait.
/// @param zone for a new register
/// @param passOver files that the caller found to be damaged
/// Errors: NotPermitted, NoSpace, Unavailable, Conflict when it is of a newer program.
[[nodiscard]] Result<OpenedRegister> openRegister(const QString &path, const QTimeZone &zone,
                                                  const QStringList &passOver = {});

/// Says in the file itself that it is not to be written any more, to whoever opens or writes it, so that openRegister()
/// passes over it until another one (a backup) lies in its place; and leaves no log behind that belongs to it.
void markDamaged(Connection &connection);

/// The zone that a register keeps; UTC where it names none that this system knows.
[[nodiscard]] QTimeZone zoneOf(Connection &connection);

} // namespace sb::usage
