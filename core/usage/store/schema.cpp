#include "core/usage/store/migration.h"

#include <array>

namespace sb::usage {

namespace {

// Money is in nano-dollars, time in milliseconds UTC, durations in milliseconds, a day is a local day number
// (QDate::toJulianDay) in the zone of meta. ledger: 0 real, 1 practice. cost_kind: CostKind. Columns that end in a word
// of `name` (client, model, …) hold name.id.
const Migration first{
    1,
    {
        "PRAGMA application_id = 0x53426f78", // "SBox"; see RegisterFile
        "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE TABLE name(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
        "CREATE TABLE owner(id INTEGER PRIMARY KEY, pid INTEGER NOT NULL, start_time INTEGER NOT NULL,"
        " boot TEXT NOT NULL) STRICT",

        // owner: while open; NULL once settled or lost. end, … tries: NULL or 0 while open, then never changed again.
        "CREATE TABLE request("
        " ledger INTEGER NOT NULL, seq INTEGER NOT NULL, started_at INTEGER NOT NULL, day INTEGER NOT NULL,"
        " client INTEGER NOT NULL, session INTEGER NOT NULL, requested INTEGER NOT NULL,"
        " chain INTEGER NOT NULL, chain_version INTEGER NOT NULL,"
        " first_provider INTEGER NOT NULL, first_model INTEGER NOT NULL, bound INTEGER, owner INTEGER,"
        " end INTEGER, failed INTEGER NOT NULL DEFAULT 0, fell_back INTEGER NOT NULL DEFAULT 0, endpoint INTEGER,"
        " provider INTEGER NOT NULL, model INTEGER NOT NULL,"
        " latency INTEGER NOT NULL DEFAULT 0, first_content INTEGER, tries INTEGER NOT NULL DEFAULT 0,"
        " fresh_input INTEGER NOT NULL DEFAULT 0, cache_read INTEGER NOT NULL DEFAULT 0,"
        " cache_write_5m INTEGER NOT NULL DEFAULT 0, cache_write_1h INTEGER NOT NULL DEFAULT 0,"
        " visible_output INTEGER NOT NULL DEFAULT 0, reasoning INTEGER NOT NULL DEFAULT 0,"
        " cost_kind INTEGER NOT NULL DEFAULT 3, billed INTEGER NOT NULL DEFAULT 0,"
        " computed INTEGER NOT NULL DEFAULT 0, estimated INTEGER NOT NULL DEFAULT 0,"
        " PRIMARY KEY(ledger, seq)) STRICT, WITHOUT ROWID",
        "CREATE INDEX request_day ON request(ledger, day)", // entries end in the key: newest first for free
        "CREATE INDEX request_model ON request(ledger, model)",
        "CREATE INDEX request_failed ON request(ledger, seq) WHERE failed = 1",
        "CREATE INDEX request_open ON request(owner) WHERE owner IS NOT NULL",

        "CREATE TABLE attempt("
        " ledger INTEGER NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL, provider INTEGER NOT NULL,"
        " model INTEGER NOT NULL, endpoint INTEGER NOT NULL, step INTEGER NOT NULL, started_after INTEGER NOT NULL,"
        " waited_before INTEGER NOT NULL, connect INTEGER, first_content INTEGER, duration INTEGER NOT NULL,"
        " http_status INTEGER NOT NULL, succeeded INTEGER NOT NULL, error INTEGER, error_message TEXT,"
        " move_reason INTEGER NOT NULL, fresh_input INTEGER NOT NULL, cache_read INTEGER NOT NULL,"
        " cache_write_5m INTEGER NOT NULL, cache_write_1h INTEGER NOT NULL, visible_output INTEGER NOT NULL,"
        " reasoning INTEGER NOT NULL, tokens_estimated INTEGER NOT NULL, cost_kind INTEGER NOT NULL, cost INTEGER,"
        " bound INTEGER, price_source INTEGER NOT NULL,"
        " PRIMARY KEY(ledger, seq, n)) STRICT, WITHOUT ROWID",

        // Bounds of open and lost requests; spent has their sum and what is settled, so that a limit reads 31 rows.
        "CREATE TABLE reservation(ledger INTEGER NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL,"
        " bound INTEGER NOT NULL, PRIMARY KEY(ledger, seq, n)) STRICT, WITHOUT ROWID",
        "CREATE TABLE spent(ledger INTEGER NOT NULL, day INTEGER NOT NULL, settled INTEGER NOT NULL,"
        " reserved INTEGER NOT NULL, PRIMARY KEY(ledger, day)) STRICT, WITHOUT ROWID",

        // Later facts.
        "CREATE TABLE vote(id INTEGER PRIMARY KEY, ledger INTEGER NOT NULL, seq INTEGER NOT NULL,"
        " against_ledger INTEGER, against_seq INTEGER, kind INTEGER NOT NULL, at INTEGER NOT NULL) STRICT",
        "CREATE INDEX vote_request ON vote(ledger, seq)",
        "CREATE TABLE lost_settlement(ledger INTEGER NOT NULL, seq INTEGER NOT NULL, amount INTEGER NOT NULL,"
        " at INTEGER NOT NULL, PRIMARY KEY(ledger, seq)) STRICT, WITHOUT ROWID",

        // Every JSON text is stored once, by the first 16 bytes of its SHA-256. codec: 0 plain, 1 qCompress.
        // body.pieces: varints, the skeleton first, then the messages. part: 0 request, 1 answer.
        "CREATE TABLE piece(id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, codec INTEGER NOT NULL,"
        " data BLOB NOT NULL) STRICT",
        "CREATE TABLE body(ledger INTEGER NOT NULL, seq INTEGER NOT NULL, part INTEGER NOT NULL,"
        " pieces BLOB NOT NULL, PRIMARY KEY(ledger, seq, part)) STRICT, WITHOUT ROWID",
        "CREATE TABLE message_use(ledger INTEGER NOT NULL, piece INTEGER NOT NULL, seq INTEGER NOT NULL,"
        " PRIMARY KEY(ledger, piece, seq)) STRICT, WITHOUT ROWID",
        "CREATE VIRTUAL TABLE message_fts USING fts5(text, content='',"
        " tokenize='unicode61 remove_diacritics 2')",
        // Decisions differ in their numbers: the shape is a piece, the numbers are here, packed.
        "CREATE TABLE decision(ledger INTEGER NOT NULL, seq INTEGER NOT NULL, shape INTEGER NOT NULL,"
        " numbers BLOB NOT NULL, PRIMARY KEY(ledger, seq)) STRICT, WITHOUT ROWID",

        // dimension: RollupDimension; value: name.id in that dimension. Sketches: Sketch::encoded().
        "CREATE TABLE roll(ledger INTEGER NOT NULL, dimension INTEGER NOT NULL, day INTEGER NOT NULL,"
        " model INTEGER NOT NULL, value INTEGER NOT NULL, requests INTEGER NOT NULL, failed INTEGER NOT NULL,"
        " fell_back INTEGER NOT NULL, unpriced INTEGER NOT NULL, fresh_input INTEGER NOT NULL,"
        " cache_read INTEGER NOT NULL, cache_write_5m INTEGER NOT NULL, cache_write_1h INTEGER NOT NULL,"
        " visible_output INTEGER NOT NULL, reasoning INTEGER NOT NULL, billed INTEGER NOT NULL,"
        " computed INTEGER NOT NULL, estimated INTEGER NOT NULL, latency BLOB NOT NULL, first_content BLOB NOT NULL,"
        " PRIMARY KEY(ledger, dimension, day, model, value)) STRICT, WITHOUT ROWID",
    }};

// What a request costs to record is above all the number of pages that it touches. So an open request is known by its
// row of `reservation`, of which there are few, instead of by an index over all requests; and the days of a filter are
// found by the first and last seq of a day, which stand in the row of `spent` that is written anyway.
const Migration fewerPages{
    2,
    {
        "DROP INDEX request_day",
        "ALTER TABLE spent ADD COLUMN first_seq INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE spent ADD COLUMN last_seq INTEGER NOT NULL DEFAULT 0",
        "INSERT INTO spent(ledger, day, settled, reserved, first_seq, last_seq)"
        " SELECT ledger, day, 0, 0, min(seq), max(seq) FROM request WHERE true GROUP BY ledger, day"
        " ON CONFLICT(ledger, day) DO UPDATE SET first_seq = excluded.first_seq, last_seq = excluded.last_seq",

        // One row at least for every open and every lost request. bound: NULL when unpriced. owner: NULL when lost.
        "CREATE TABLE held(ledger INTEGER NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL, bound INTEGER,"
        " owner INTEGER, PRIMARY KEY(ledger, seq, n)) STRICT, WITHOUT ROWID",
        "INSERT INTO held(ledger, seq, n, bound, owner)"
        " SELECT v.ledger, v.seq, v.n, v.bound, r.owner FROM reservation v JOIN request r USING(ledger, seq)",
        "INSERT INTO held(ledger, seq, n, owner)"
        " SELECT ledger, seq, 1, owner FROM request WHERE owner IS NOT NULL ON CONFLICT DO NOTHING",
        "DROP TABLE reservation",
        "ALTER TABLE held RENAME TO reservation",
        "DROP INDEX request_open",
        "ALTER TABLE request DROP COLUMN owner",
    }};

// A settled request would touch five pages of rollups, as many as all the rest of it. So it is noted in `unrolled`, in
// the transaction that settles it, and hundreds are added to the rollups at once; lost ones are added as they are
// found. Readers see both as `roll`, exact at any moment: a view of the sums and of what is not yet in them.
const Migration rolledUpTogether{
    3,
    {
        "ALTER TABLE roll RENAME TO roll_sum",
        "CREATE TABLE unrolled(ledger INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(ledger, seq))"
        " STRICT, WITHOUT ROWID",
        "CREATE VIEW roll AS SELECT * FROM roll_sum UNION ALL"
        " SELECT r.ledger, d.column1 AS dimension, r.day, r.model,"
        " CASE d.column1 WHEN 0 THEN 0 WHEN 1 THEN r.provider WHEN 2 THEN r.chain WHEN 3 THEN r.client ELSE r.end END,"
        " 1, r.failed, r.fell_back, r.cost_kind = 3, r.fresh_input, r.cache_read,"
        " r.cache_write_5m, r.cache_write_1h, r.visible_output, r.reasoning, r.billed, r.computed,"
        " r.estimated, sketch_of(CASE r.failed WHEN 0 THEN r.latency END),"
        " sketch_of(CASE r.failed WHEN 0 THEN r.first_content END)"
        " FROM unrolled u CROSS JOIN request r USING(ledger, seq)"
        " CROSS JOIN (VALUES(0), (1), (2), (3), (4)) d",
    }};

// Which of the provider's keys went along: a name, as the id of a key is a text. Its uses of the last 24 hours count
// against its own limit in the next process, too. NULL: none did, nothing was sent, or the row is older than this step.
const Migration keysOfAttempts{4, {"ALTER TABLE attempt ADD COLUMN key INTEGER"}};

} // namespace

std::span<const Migration> registerMigrations()
{
    static const std::array steps{first, fewerPages, rolledUpTogether, keysOfAttempts};
    return steps;
}

} // namespace sb::usage
