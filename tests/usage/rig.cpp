#include "tests/usage/rig.h"

#include "tests/usage/samples.h"

#include "core/usage/store/connection.h"

#include <QCoreApplication>
#include <QTimer>

#include <functional>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

/// Like QTest::qWaitFor(), but woken by events instead of looking every 10 ms.
bool waitUntil(const std::function<bool()> &done)
{
    constexpr int PatienceMs = 30'000;
    QTimer patience; // its event also ends the last wait
    patience.setSingleShot(true);
    patience.start(PatienceMs);
    while (!done() && patience.isActive())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return done();
}

} // namespace

Rig::Rig(RegisterOptions options)
    : m_options(std::move(options))
    , m_clock(Tuesday)
{
    if (m_options.path.isEmpty())
        m_options.path = m_folder.filePath(u"usage.sqlite"_s);
}

Rig::~Rig() = default;

Result<QString> Rig::start()
{
    stop();
    m_ready.reset();
    m_register = std::make_unique<Register>(m_options, m_clock);
    connect(m_register.get(), &Register::ready, this, [this](const auto &path, bool damaged, const QString &advice) {
        m_ready = path;
        m_damaged = damaged;
        m_advice = advice;
    });
    connect(m_register.get(), &Register::opened, this, [this](Ticket t, const auto &o) { m_opened.insert(t, o); });
    connect(m_register.get(), &Register::settled, this, [this](Ticket t, const auto &o) { m_settled.insert(t, o); });
    connect(m_register.get(), &Register::changed, this, [this] { ++m_changes; });
    connect(m_register.get(), &Register::heldUp, this, [this] { ++m_heldUp; });
    connect(m_register.get(), &Register::resumed, this, [this] { ++m_resumed; });
    m_register->start();
    if (!waitUntil([this] { return m_ready.has_value(); }))
        return failure(Error::Kind::Internal, u"ready() did not come"_s);
    return *m_ready;
}

void Rig::stop()
{
    m_queries.reset();
    m_register.reset();
    m_opened.clear();
    m_settled.clear();
    m_answers.clear();
}

OpenOutcome Rig::open(const OpenRecord &record)
{
    return waitForOpened(m_register->open(record));
}

OpenOutcome Rig::reserve(const FurtherAttempt &attempt)
{
    return waitForOpened(m_register->reserve(attempt));
}

Result<RecordKey> Rig::settle(const Settlement &settlement)
{
    return waitForSettled(m_register->settle(settlement));
}

Result<RecordKey> Rig::settleLost(const RecordKey &key, NanoDollars amount)
{
    return waitForSettled(m_register->settleLost({.key = key, .amount = amount}));
}

Result<RecordKey> Rig::vote(const Vote &vote)
{
    return waitForSettled(m_register->vote(vote));
}

Result<RecordKey> Rig::setZone(const QTimeZone &zone)
{
    return waitForSettled(m_register->setZone(zone));
}

RecordKey Rig::record(const OpenRecord &record, Settlement settlement)
{
    settlement.key = open(record).key;
    return settle(settlement).value();
}

OpenOutcome Rig::waitForOpened(Ticket ticket)
{
    if (!waitUntil([this, ticket] { return m_opened.contains(ticket); }))
        return {.error = {.message = u"opened() did not come"_s}};
    return m_opened.value(ticket);
}

Result<RecordKey> Rig::waitForSettled(Ticket ticket)
{
    if (!waitUntil([this, ticket] { return m_settled.contains(ticket); }))
        return failure(Error::Kind::Internal, u"settled() did not come"_s);
    return m_settled.value(ticket);
}

Queries &Rig::queries()
{
    if (!m_queries) {
        m_queries = std::make_unique<Queries>(m_ready->value(), m_clock);
        connect(m_queries.get(), &Queries::answered, this, [this](Ticket t, const auto &a) { m_answers.insert(t, a); });
    }
    return *m_queries;
}

Result<QueryAnswer> Rig::answerTo(const Query &query)
{
    const Ticket ticket = queries().ask(query);
    if (!waitUntil([this, ticket] { return m_answers.contains(ticket); }))
        return failure(Error::Kind::Internal, u"answered() did not come"_s);
    return m_answers.take(ticket);
}

QStringList rowsOf(const QString &path, const QByteArray &sql)
{
    const auto connection = Connection::open(path, Connection::Mode::Read);
    QStringList lines;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2((*connection)->handle(), sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
        return {QString::fromUtf8(sqlite3_errmsg((*connection)->handle()))};
    while (sqlite3_step(statement) == SQLITE_ROW) {
        QStringList cells;
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, i));
            cells.append(text ? QString::fromUtf8(text) : u"NULL"_s);
        }
        lines.append(cells.join(u'|'));
    }
    sqlite3_finalize(statement);
    return lines;
}

QString valueOf(const QString &path, const QByteArray &sql)
{
    return rowsOf(path, sql).value(0);
}

} // namespace sb::usage
