#include "core/usage/read/filter.h"
#include "core/usage/read/reader.h"
#include "core/usage/store/register_file.h"

#include <map>

namespace sb::usage {

namespace {

/// Attempts of one endpoint at one step.
class StepUseSum
{
public:
    /// @param failure nullopt: it answered, or its caller left
    void add(WallTime at, bool succeeded, std::optional<chat::ErrorType> failure, int status)
    {
        ++m_use.attempts;
        m_use.served += succeeded ? 1 : 0;
        if (failure && at >= m_use.lastErrorAt) {
            m_use.lastError = failure;
            m_use.lastStatus = status;
            m_use.lastErrorAt = at;
        }
        if (at >= m_use.lastAt) {
            m_use.lastAt = at;
            m_use.failedLast = failure.has_value();
        }
    }
    [[nodiscard]] StepUse finish(int step, const QString &endpointId) const
    {
        StepUse use = m_use;
        use.step = step;
        use.endpointId = endpointId;
        return use;
    }

private:
    StepUse m_use = {};
};

} // namespace

Result<QueryAnswer> Reader::read(const ChainUseQuery &query, WallTime now)
{
    const QTimeZone zone = zoneOf(m_connection);
    const WallTime since = now - std::chrono::hours(query.hours);
    // Whole days first, which lie close together; then the hours of the first one.
    SqlCondition condition = requestCondition({.ledger = query.ledger,
                                               .firstDay = budget::dayOf(since, zone),
                                               .lastDay = budget::dayOf(now, zone),
                                               .chains = {query.chain}},
                                              m_connection, m_names);
    condition.add("r.started_at >= " + QByteArray::number(toMilliseconds(since)));
    Statement rows(m_connection,
                   "SELECT r.seq, r.started_at, a.step, a.endpoint, a.started_after, a.succeeded, a.error,"
                   " a.http_status FROM request r CROSS JOIN attempt a USING(ledger, seq) WHERE r.end IS NOT NULL AND "
                       + condition.text);
    condition.bindTo(rows);
    ChainUse use;
    std::map<std::pair<int, QString>, StepUseSum> sums;
    qint64 counted = -1;
    while (rows.next()) {
        const bool succeeded = rows.integer(5) != 0;
        std::optional<chat::ErrorType> failure;
        if (const auto error = rows.maybeInteger(6); error && !succeeded)
            failure = chat::errorTypeFromWireName(m_names.text(*error).toLatin1()).value_or(chat::ErrorType::Unmapped);
        if (failure == chat::ErrorType::Cancelled)
            failure.reset();
        sums[{int(rows.integer(2)), m_names.text(rows.integer(3))}].add(
            fromMilliseconds(rows.integer(1) + rows.integer(4)), succeeded, failure, int(rows.integer(7)));
        if (rows.integer(0) != counted) {
            counted = rows.integer(0);
            ++use.requests;
        }
    }
    for (const auto &[place, sum] : sums)
        use.steps.append(sum.finish(place.first, place.second));
    return use;
}

} // namespace sb::usage
