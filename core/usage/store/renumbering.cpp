#include "core/usage/store/renumbering.h"

#include "core/usage/store/connection.h"
#include "core/usage/store/local_days.h"
#include "core/usage/store/register_file.h"

#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace sb::usage {

Renumbering::Renumbering(Connection &connection, Rollups &rollups, Reservations &reservations)
    : m_connection(connection)
    , m_rollups(rollups)
    , m_reservations(reservations)
    , m_place(connection, "SELECT value FROM meta WHERE key = 'renumbering'")
    , m_setPlace(connection,
                 "INSERT INTO meta(key, value) VALUES('renumbering', ?1)"
                 " ON CONFLICT(key) DO UPDATE SET value = excluded.value")
    , m_removePlace(connection, "DELETE FROM meta WHERE key = 'renumbering'")
    , m_rows(connection,
             "SELECT r.seq, r.started_at, r.day, r.billed + r.computed + r.estimated + ifnull(s.amount, 0)"
             " FROM request r LEFT JOIN lost_settlement s USING(ledger, seq)"
             " WHERE r.ledger = ?1 AND r.seq <= ?2 ORDER BY r.seq DESC LIMIT ?3")
    , m_setDay(connection, "UPDATE request SET day = ?3 WHERE ledger = ?1 AND seq = ?2")
    , m_days(connection,
             "SELECT day, first_seq, last_seq FROM spent WHERE ledger = ?1 AND day >= ?2 ORDER BY day LIMIT 64")
    , m_ends(connection,
             "SELECT min(seq), max(seq) FROM request WHERE ledger = ?1 AND seq BETWEEN ?2 AND ?3 AND day = ?4")
    , m_setEnds(connection, "UPDATE spent SET first_seq = ?3, last_seq = ?4 WHERE ledger = ?1 AND day = ?2")
    , m_removeDay(connection, "DELETE FROM spent WHERE ledger = ?1 AND day = ?2")
{
}

void Renumbering::begin(const QTimeZone &zone)
{
    Statement(m_connection,
              "INSERT INTO meta(key, value) VALUES('zone', ?1)"
              " ON CONFLICT(key) DO UPDATE SET value = excluded.value")
        .run(QString::fromLatin1(zone.id()));
    setPlace(Place{.ledger = Ledger::Real, .at = std::numeric_limits<qint64>::max()});
}

bool Renumbering::isPending()
{
    return place().has_value();
}

bool Renumbering::step()
{
    // Read anew each time: another process may have done a slice, or have chosen another zone.
    const std::optional<Place> from = place();
    if (!from)
        return false;
    const std::optional<Place> next = from->phase == Place::Phase::Rows ? moveRows(*from) : tidyDays(*from);
    setPlace(next);
    return next.has_value();
}

std::optional<Renumbering::Place> Renumbering::place()
{
    m_place.bind();
    const QStringList words = m_place.next() ? m_place.text(0).split(u' ') : QStringList();
    m_place.reset();
    if (words.size() != 3)
        return {};
    return Place{.phase = words[0] == "days"_L1 ? Place::Phase::Days : Place::Phase::Rows,
                 .ledger = Ledger(words[1].toInt()),
                 .at = words[2].toLongLong()};
}

void Renumbering::setPlace(const std::optional<Place> &next)
{
    if (!next)
        m_removePlace.run();
    else
        m_setPlace.run(u"%1 %2 %3"_s.arg(next->phase == Place::Phase::Days ? u"days"_s : u"rows"_s)
                           .arg(int(next->ledger))
                           .arg(next->at));
}

std::optional<Renumbering::Place> Renumbering::moveRows(const Place &from)
{
    LocalDays days(zoneOf(m_connection));
    std::vector<Move> moves; // collected first: a scan must not run over the rows that it changes
    qint64 rows = 0;
    qint64 last = 0;
    m_rows.bind(int(from.ledger), from.at, SliceRows);
    while (m_rows.next()) {
        ++rows;
        last = m_rows.integer(0);
        const qint64 day = days.of(fromMilliseconds(m_rows.integer(1)));
        if (day != m_rows.integer(2))
            moves.push_back({.key = {.ledger = from.ledger, .seq = last},
                             .from = m_rows.integer(2),
                             .to = day,
                             .settled = {m_rows.integer(3)}});
    }
    for (const Move &each : moves)
        move(each);
    if (rows == SliceRows)
        return Place{.ledger = from.ledger, .at = last - 1};
    if (from.ledger == Ledger::Real)
        return Place{.ledger = Ledger::Practice, .at = std::numeric_limits<qint64>::max()};
    return Place{.phase = Place::Phase::Days, .ledger = Ledger::Real, .at = 0};
}

void Renumbering::move(const Move &what)
{
    m_rollups.move(what.key, what.to); // it reads the day that the row still has
    m_setDay.run(int(what.key.ledger), what.key.seq, what.to);
    m_reservations.move(what.key, what.from, what.to, what.settled);
}

std::optional<Renumbering::Place> Renumbering::tidyDays(const Place &from)
{
    struct Day
    {
        qint64 day = 0;
        qint64 first = 0;
        qint64 last = 0;
    };
    std::vector<Day> days;
    m_days.bind(int(from.ledger), from.at);
    while (m_days.next())
        days.push_back({.day = m_days.integer(0), .first = m_days.integer(1), .last = m_days.integer(2)});

    qint64 rows = 0;
    for (const Day &each : days) {
        // One request by a wrong clock makes a day reach over the whole register: such ends stay as wide as they are.
        if (each.last - each.first > WidestDay)
            continue;
        m_ends.bind(int(from.ledger), each.first, each.last, each.day);
        const bool found = m_ends.next();
        const std::optional<qint64> first = found ? m_ends.maybeInteger(0) : std::nullopt;
        const qint64 last = found ? m_ends.integer(1) : 0;
        m_ends.reset();
        if (first)
            m_setEnds.run(int(from.ledger), each.day, *first, last);
        else
            m_removeDay.run(int(from.ledger), each.day);
        rows += each.last - each.first;
        if (rows >= SliceRows)
            return Place{.phase = Place::Phase::Days, .ledger = from.ledger, .at = each.day + 1};
    }
    if (!days.empty())
        return Place{.phase = Place::Phase::Days, .ledger = from.ledger, .at = days.back().day + 1};
    if (from.ledger == Ledger::Real)
        return Place{.phase = Place::Phase::Days, .ledger = Ledger::Practice, .at = 0};
    return {};
}

} // namespace sb::usage
