#include "core/usage/recorded_requests.h"

#include "core/chat/error.h"
#include "core/routing/policy/match.h"
#include "core/usage/read/decision_forms.h"
#include "core/usage/read/name_reader.h"
#include "core/usage/read/row_reading.h"
#include "core/usage/store/bodies.h"
#include "core/usage/store/migration.h"
#include "core/usage/store/register_file.h"
#include "core/usage/store/rollups.h"
#include "core/usage/store/varint.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

struct RecordedText
{
    Q_DECLARE_TR_FUNCTIONS(sb::usage::Register)
};

constexpr int StepsBetweenStops = 2'000; ///< of SQLite's virtual machine: some 20 µs

int isStopped(void *flag)
{
    return static_cast<const std::atomic<bool> *>(flag)->load(std::memory_order_relaxed) ? 1 : 0;
}

/// A range of the table's key.
struct SeqRange
{
    qint64 first = 1;
    qint64 last = 0;
};

/// From the first row of any of its days to the last; rows are almost in the order of time. A day more on both sides,
/// since old ones may be numbered by another zone still.
SeqRange rangeOf(Connection &connection, const RecordedQuery &query, const QTimeZone &zone)
{
    Statement days(connection,
                   "SELECT min(first_seq), max(last_seq) FROM spent WHERE ledger = ?1 AND day BETWEEN ?2 AND ?3"
                   " AND last_seq > 0");
    days.bind(int(query.ledger), budget::dayOf(query.since, zone) - 1, budget::dayOf(query.until, zone) + 1);
    SeqRange range;
    if (days.next() && days.maybeInteger(0))
        range = {.first = days.integer(0), .last = days.integer(1)};
    days.reset();
    return range;
}

/// Rows of one table in the order of the key, one ahead.
class Cursor
{
public:
    Cursor(Connection &connection, const QByteArray &sql, Ledger ledger, const SeqRange &range)
        : m_rows(connection, sql)
    {
        m_rows.bind(int(ledger), range.first, range.last);
        m_there = m_rows.next();
    }
    void advance() { m_there = m_rows.next(); }
    /// Whether the row is of this request; those of earlier ones are passed over.
    [[nodiscard]] bool isAt(qint64 seq)
    {
        while (m_there && m_rows.integer(0) < seq)
            advance();
        return m_there && m_rows.integer(0) == seq;
    }
    [[nodiscard]] const Statement &row() const { return m_rows; }
    [[nodiscard]] bool isThere() const { return m_there; }

private:
    Statement m_rows;
    bool m_there = false;
};

QByteArray rowsOf(const QByteArray &columns, const QByteArray &table)
{
    return "SELECT " + columns + " FROM " + table + " WHERE ledger = ?1 AND seq BETWEEN ?2 AND ?3 ORDER BY seq";
}

QByteArray requestRows()
{
    return rowsOf(QByteArray("seq, started_at, client, session, requested, chain, chain_version, end, latency,"
                             " first_content, cost_kind, billed + computed + estimated"),
                  "request");
}

QByteArray attemptRows()
{
    return rowsOf(QByteArray("seq, endpoint, model, step, succeeded, error, tokens_estimated, connect, first_content,"
                             " duration, ")
                      + TokenColumns,
                  "attempt")
        + ", n";
}

RecordedAttempt recordedAt(const Statement &row, qint64 cancelled)
{
    const std::optional<qint64> error = row.maybeInteger(5);
    return {.endpoint = row.integer(1),
            .model = row.integer(2),
            .step = int(row.integer(3)),
            .succeeded = row.integer(4) != 0,
            .givenUp = error == cancelled,
            .tokensEstimated = row.integer(6) != 0,
            .connect = row.maybeInteger(7),
            .firstContent = row.maybeInteger(8),
            .duration = row.integer(9),
            .tokens = tokensAt(row, 10)};
}

} // namespace

class RecordedRequestsPrivate
{
public:
    RecordedRequestsPrivate(std::unique_ptr<Connection> opened, const RecordedQuery &asked)
        : connection(std::move(opened))
        , query(asked)
        , zone(zoneOf(*connection))
        , range(rangeOf(*connection, asked, zone))
        , names(*connection)
        , forms(*connection)
        , bodies(*connection)
        , skeleton(*connection, "SELECT pieces FROM body WHERE ledger = ?1 AND seq = ?2 AND part = 0")
        , piece(*connection, "SELECT codec, data FROM piece WHERE id = ?1")
        , cancelled(names.id(QString::fromLatin1(chat::toWireName(chat::ErrorType::Cancelled))))
    {
    }

    bool readRow(RecordedRequest &request);
    void readVotes();
    [[nodiscard]] routing::EndState endOf(qint64 name);
    [[nodiscard]] QStringList tagsIn(qint64 pieceId);

    std::unique_ptr<Connection> connection;
    RecordedQuery query;
    QTimeZone zone;
    SeqRange range;
    NameReader names;
    DecisionForms forms;
    BodyReader bodies;
    Statement skeleton;
    Statement piece;
    qint64 cancelled;
    QHash<qint64, routing::EndState> ends;
    QHash<qint64, Vote::Kind> votes; ///< by seq
    QHash<qint64, QStringList> knownTags; ///< by piece
    std::unique_ptr<Cursor> requests;
    std::unique_ptr<Cursor> attempts;
    std::unique_ptr<Cursor> decisions;
    qint64 lastSeq = 0;
};

Result<std::unique_ptr<RecordedRequests>> RecordedRequests::open(const QString &path, const RecordedQuery &query,
                                                                 const std::atomic<bool> &cancelled)
{
    if (!QFileInfo::exists(path))
        return failure(Error::Kind::NotFound,
                       RecordedText::tr("There is no register yet: no request is on record in %1.").arg(path));
    Result<std::unique_ptr<Connection>> opened = Connection::open(path, Connection::Mode::Read);
    if (!opened)
        return tl::unexpected(opened.error());
    Connection &connection = **opened;
    const qint64 version = connection.integer("PRAGMA user_version");
    const bool isMarked = version > 0 && connection.integer("SELECT count(*) FROM meta WHERE key = 'damaged'") > 0;
    if (connection.failed())
        return tl::unexpected(connection.error());
    if (isMarked)
        return failure(Error::Kind::Damaged,
                       RecordedText::tr("The register %1 is damaged. End Signalbox and put a backup in its place.")
                           .arg(QFileInfo(path).fileName()));
    if (version != registerMigrations().back().version)
        return failure(Error::Kind::Conflict,
                       RecordedText::tr("The register %1 is of another version of Signalbox. Start the window or send "
                                        "a request once, so that it is brought up to date.")
                           .arg(QFileInfo(path).fileName()));
    connection.run("BEGIN"); // one snapshot for all that is read
    // The flag outlives the connection, and is only read.
    sqlite3_progress_handler(connection.handle(), StepsBetweenStops, isStopped,
                             const_cast<std::atomic<bool> *>(&cancelled));
    auto parts = std::make_unique<RecordedRequestsPrivate>(std::move(*opened), query);
    if (connection.failed())
        return tl::unexpected(connection.error());
    return std::unique_ptr<RecordedRequests>(new RecordedRequests(std::move(parts)));
}

RecordedRequests::RecordedRequests(std::unique_ptr<RecordedRequestsPrivate> parts)
    : d(std::move(parts))
{
}

RecordedRequests::~RecordedRequests() = default;

void RecordedRequests::rewind(With what)
{
    Connection &connection = *d->connection;
    const auto rows = [&](const QByteArray &sql) {
        return std::make_unique<Cursor>(connection, sql, d->query.ledger, d->range);
    };
    d->requests = rows(requestRows());
    d->attempts = rows(attemptRows());
    d->decisions.reset();
    d->lastSeq = 0;
    if (what == With::Decisions) {
        d->decisions = rows(rowsOf("seq, shape, numbers", "decision"));
        d->readVotes();
    }
}

bool RecordedRequests::next(RecordedRequest &request)
{
    while (d->requests && d->requests->isThere()) {
        const bool taken = d->readRow(request);
        d->requests->advance();
        if (taken)
            return true;
    }
    return false;
}

bool RecordedRequestsPrivate::readRow(RecordedRequest &request)
{
    const Statement &row = requests->row();
    lastSeq = row.integer(0);
    const qint64 startedAt = row.integer(1);
    const std::optional<qint64> end = row.maybeInteger(7);
    if (!end || startedAt < toMilliseconds(query.since) || startedAt >= toMilliseconds(query.until))
        return false;
    request.seq = lastSeq;
    request.startedAt = startedAt;
    request.client = row.integer(2);
    request.session = row.integer(3);
    request.requested = row.integer(4);
    request.chain = row.integer(5);
    request.chainVersion = int(row.integer(6));
    request.end = endOf(*end);
    request.latency = row.integer(8);
    request.firstContent = row.maybeInteger(9);
    request.cost = costOf(CostKind(row.integer(10)), row.maybeMoney(11), {});
    request.attempts.clear();
    for (; attempts->isAt(lastSeq); attempts->advance())
        request.attempts.push_back(recordedAt(attempts->row(), cancelled));
    request.vote.reset();
    request.decision = nullptr;
    if (!decisions)
        return true;
    if (const auto vote = votes.constFind(lastSeq); vote != votes.cend())
        request.vote = *vote;
    if (decisions->isAt(lastSeq)) {
        const Statement &stored = decisions->row();
        request.decision = forms.read(stored.integer(1), stored.blobView(2), request.numbers);
    }
    return true;
}

/// The last one on each request; most requests have none.
void RecordedRequestsPrivate::readVotes()
{
    votes.clear();
    Statement rows(*connection, "SELECT seq, kind FROM vote WHERE ledger = ?1 AND seq BETWEEN ?2 AND ?3 ORDER BY id");
    rows.bind(int(query.ledger), range.first, range.last);
    while (rows.next())
        votes.insert(rows.integer(0), Vote::Kind(rows.integer(1)));
}

routing::EndState RecordedRequestsPrivate::endOf(qint64 name)
{
    const auto known = ends.constFind(name);
    return known != ends.cend() ? *known : *ends.insert(name, endStateOf(names.text(name)));
}

Result<void> RecordedRequests::status() const
{
    if (d->connection->failed())
        return tl::unexpected(d->connection->error());
    return {};
}

qint64 RecordedRequests::seen() const
{
    return d->lastSeq == 0 ? 0 : d->lastSeq - d->range.first + 1;
}

qint64 RecordedRequests::about() const
{
    return std::max<qint64>(d->range.last - d->range.first + 1, 0);
}

QString RecordedRequests::name(qint64 id)
{
    return d->names.text(id);
}

qint64 RecordedRequests::nameId(const QString &text)
{
    return d->names.id(text);
}

const QTimeZone &RecordedRequests::zone() const
{
    return d->zone;
}

const std::vector<routing::RequestOutline> &RecordedRequests::outlines() const
{
    return d->forms.outlines();
}

Json RecordedRequests::body(qint64 seq)
{
    return d->bodies.body({.ledger = d->query.ledger, .seq = seq}, BodyWriter::Part::Request);
}

std::optional<QStringList> RecordedRequests::tags(qint64 seq)
{
    d->skeleton.bind(int(d->query.ledger), seq);
    if (!d->skeleton.next())
        return std::nullopt;
    const QByteArray pieces = d->skeleton.blob(0);
    d->skeleton.reset();
    QByteArrayView rest(pieces);
    const std::optional<quint64> id = takeVarint(rest);
    return id ? std::optional(d->tagsIn(qint64(*id))) : std::nullopt;
}

QStringList RecordedRequestsPrivate::tagsIn(qint64 pieceId)
{
    if (const auto known = knownTags.constFind(pieceId); known != knownTags.cend())
        return *known;
    QByteArray text;
    piece.bind(pieceId);
    if (piece.next())
        text = piece.integer(0) == 1 ? qUncompress(piece.blob(1)) : piece.blob(1);
    piece.reset();
    const Json json = parseJson(text).value_or(Json());
    chat::Request request{.user = json["user"].toText()};
    request.extra.set("metadata", json["metadata"]);
    return *knownTags.insert(pieceId, routing::tagsOf(request));
}

} // namespace sb::usage
