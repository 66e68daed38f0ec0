#pragma once

#include "core/usage/store/reservations.h"
#include "core/usage/store/rollups.h"

#include <QTimeZone>

namespace sb::usage {

/// Numbers the days of all requests anew after a change of the zone, a slice at a time, each in a transaction of the
/// caller's, so that nobody's request waits for a register of millions. What a slice moves from day to day it moves in
/// the rollups and in the sums of spending, too: at every COMMIT they are the sums of the rows, whose newest have their
/// new day already. How far it has come stands in the register, so that whoever opens it goes on, also after a kill.
class Renumbering
{
public:
    Renumbering(Connection &connection, Rollups &rollups, Reservations &reservations);

    void begin(const QTimeZone &zone); ///< from the newest request on; also in the middle of an earlier change
    [[nodiscard]] bool isPending();
    /// The next slice; Rollups::flush() comes after it. @return false: all days are numbered anew
    bool step();

    static constexpr qint64 SliceRows = 1'000;
    static constexpr qint64 WidestDay = 100'000; ///< of which first and last request are still looked for

private:
    /// What is next: requests from this seq down, then days from this one up, of which first and last request are found
    /// anew, and those that nothing is left of are removed.
    struct Place
    {
        enum class Phase
        {
            Rows,
            Days
        };
        Phase phase = Phase::Rows;
        Ledger ledger = Ledger::Practice;
        qint64 at = 0;
    };
    struct Move
    {
        RecordKey key = {};
        qint64 from = 0;
        qint64 to = 0;
        NanoDollars settled = {};
    };
    [[nodiscard]] std::optional<Place> place();
    void setPlace(const std::optional<Place> &next);
    [[nodiscard]] std::optional<Place> moveRows(const Place &from);
    [[nodiscard]] std::optional<Place> tidyDays(const Place &from);
    void move(const Move &what);

    Connection &m_connection;
    Rollups &m_rollups;
    Reservations &m_reservations;
    Statement m_place;
    Statement m_setPlace;
    Statement m_removePlace;
    Statement m_rows;
    Statement m_setDay;
    Statement m_days;
    Statement m_ends;
    Statement m_setEnds;
    Statement m_removeDay;
};

} // namespace sb::usage
