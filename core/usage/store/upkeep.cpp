// The parts of RecordWriter that run at start and when the zone changes.
#include "core/usage/store/record_writer.h"

#include "core/usage/store/connection.h"

namespace sb::usage {

void RecordWriter::registerOwner(const Owner &owner)
{
    m_owner = Statement(m_connection, "INSERT INTO owner(pid, start_time, boot) VALUES(?1, ?2, ?3) RETURNING id")
                  .find(owner.pid, owner.startTime, owner.boot)
                  .value_or(0);
}

qint64 RecordWriter::markLost()
{
    QList<qint64> dead;
    Statement owners(m_connection, "SELECT id, pid, start_time, boot FROM owner");
    while (owners.next()) {
        const Owner owner{.pid = owners.integer(1), .startTime = owners.integer(2), .boot = owners.text(3)};
        if (!isAlive(owner))
            dead.append(owners.integer(0));
    }

    qint64 lost = 0;
    Statement remove(m_connection, "DELETE FROM owner WHERE id = ?1");
    for (const qint64 owner : std::as_const(dead)) {
        const QList<RecordKey> keys = m_reservations.heldBy(owner);
        for (const RecordKey &key : keys)
            loseRow(key);
        m_reservations.disown(owner);
        remove.run(owner);
        lost += keys.size();
    }
    return lost;
}

void RecordWriter::changeZone(const QTimeZone &zone)
{
    m_days = LocalDays(zone);
    m_renumbering.begin(zone);
    // What limits look at is among the newest: it is right with this very transaction, in all but the busiest
    // registers.
    renumber();
}

void RecordWriter::rebuildRollups()
{
    m_connection.run(
        "DELETE FROM roll_sum; DELETE FROM spent;"
        "INSERT INTO spent(ledger, day, settled, reserved, first_seq, last_seq)"
        " SELECT ledger, day, sum(settled), sum(reserved), min(seq), max(seq) FROM ("
        "  SELECT r.ledger, r.day, r.seq, r.billed + r.computed + r.estimated + ifnull(s.amount, 0) AS settled,"
        "   0 AS reserved FROM request r LEFT JOIN lost_settlement s USING(ledger, seq)"
        "  UNION ALL SELECT r.ledger, r.day, r.seq, 0, ifnull(v.bound, 0)"
        "   FROM reservation v JOIN request r USING(ledger, seq))"
        " GROUP BY ledger, day");
    m_rollups.rebuild();
    m_rollups.flush();
}

} // namespace sb::usage
