#include "core/chat/error.h"
#include "core/usage/read/filter.h"
#include "core/usage/read/reader.h"
#include "core/usage/store/register_file.h"
#include "core/usage/store/sketch.h"

#include <algorithm>
#include <array>
#include <map>

namespace sb::usage {

namespace {

constexpr qint64 HourMs = 3'600'000;
constexpr qint64 DayMs = 24 * HourMs;

struct AttemptRow
{
    qint64 seq = 0;
    qint64 endpoint = 0;
    std::optional<qint64> firstContent = {}; ///< ms
    qint64 duration = 0; ///< ms
    bool succeeded = false;
    bool hasFailed = false;
    chat::TokenClasses tokens = {};
    qint64 startedAt = 0; ///< of the request, ms
};

/// @param cancelled name of the error of an attempt that the user ended
AttemptRow attemptAt(const Statement &row, qint64 cancelled)
{
    const bool succeeded = row.integer(4) != 0;
    const std::optional<qint64> error = row.maybeInteger(5);
    return {.seq = row.integer(0),
            .endpoint = row.integer(1),
            .firstContent = row.maybeInteger(2),
            .duration = row.integer(3),
            .succeeded = succeeded,
            .hasFailed = !succeeded && error && *error != cancelled,
            .tokens = {.freshInput = row.integer(6),
                       .cacheRead = row.integer(7),
                       .cacheWrite5m = row.integer(8),
                       .cacheWrite1h = row.integer(9),
                       .visibleOutput = row.integer(10),
                       .reasoning = row.integer(11)},
            .startedAt = row.integer(12)};
}

/// How the endpoints did.
class EndpointSums
{
public:
    void add(const AttemptRow &row)
    {
        Sum &sum = m_sums[row.endpoint];
        ++sum.attempts;
        sum.failed += row.hasFailed ? 1 : 0;
        if (!row.succeeded || !row.firstContent)
            return;
        sum.firstContent.add(std::chrono::milliseconds{*row.firstContent});
        if (row.duration > *row.firstContent && row.tokens.output() > 0) {
            sum.tokens += row.tokens.output();
            sum.milliseconds += row.duration - *row.firstContent;
        }
    }
    [[nodiscard]] QList<EndpointUse> finish(NameReader &names) const
    {
        QList<EndpointUse> list;
        for (const auto &[endpoint, sum] : m_sums) {
            EndpointUse use{.endpointId = names.text(endpoint), .attempts = sum.attempts, .failed = sum.failed};
            use.firstContent = sum.firstContent.quantile(0.5);
            if (sum.milliseconds > 0)
                use.tokensPerSecond = double(sum.tokens) * 1000 / double(sum.milliseconds);
            list.append(use);
        }
        std::ranges::sort(list, {}, &EndpointUse::endpointId);
        return list;
    }

private:
    struct Sum
    {
        qint64 attempts = 0;
        qint64 failed = 0;
        Sketch firstContent = {};
        qint64 tokens = 0;
        qint64 milliseconds = 0;
    };
    std::map<qint64, Sum> m_sums = {};
};

int bitsOf(const Demand &demand)
{
    return int(demand.isKnown) | int(demand.tools) << 1 | int(demand.images) << 2 | int(demand.files) << 3
        | int(demand.audio) << 4 | int(demand.jsonObject) << 5 | int(demand.jsonSchema) << 6;
}

/// Requests that no step tells apart.
class DemandGroups
{
public:
    explicit DemandGroups(const QList<qint64> &steps)
        : m_steps(steps)
    {
    }
    void add(const AttemptRow &row, const Demand &demand)
    {
        const qint64 prompt = row.tokens.input();
        const qint64 output = row.tokens.output();
        const Key key{bitsOf(demand), stepOf(prompt), stepOf(prompt + output), stepOf(output), -1, 0};
        addTo(m_groups, key, row, demand);
        const qint64 day = row.startedAt / DayMs;
        const bool isWeekend = (day + 3) % 7 >= 5; // 1970-01-01 was a Thursday
        Key timed = key;
        timed[4] = int(row.startedAt % DayMs / HourMs);
        timed[5] = isWeekend ? 6 : 1;
        addTo(m_byHour, timed, row, demand);
    }
    void finish(RecentUse &use) const
    {
        for (const auto &[key, group] : m_groups) {
            use.groups.append(group);
            use.requests += group.requests;
        }
        for (const auto &[key, group] : m_byHour)
            use.byHour.append(group);
    }

private:
    using Key = std::array<int, 6>; ///< demand, steps of prompt, whole and output, hour, day
    using Groups = std::map<Key, DemandGroup>;

    /// How many steps the size is above.
    [[nodiscard]] int stepOf(qint64 size) const
    {
        return int(std::ranges::lower_bound(m_steps, size) - m_steps.begin());
    }
    static void addTo(Groups &groups, const Key &key, const AttemptRow &row, const Demand &demand)
    {
        DemandGroup &group = groups[key];
        const qint64 prompt = row.tokens.input();
        group.demand = demand;
        group.hourUtc = key[4];
        group.dayOfWeekUtc = key[5];
        group.leastPrompt = group.requests == 0 ? prompt : qMin(group.leastPrompt, prompt);
        group.mostTokens = qMax(group.mostTokens, prompt + row.tokens.output());
        group.mostOutput = qMax(group.mostOutput, row.tokens.output());
        ++group.requests;
        group.tokens += row.tokens;
    }

    QList<qint64> m_steps;
    Groups m_groups = {};
    Groups m_byHour = {};
};

} // namespace

Result<QueryAnswer> Reader::read(const RecentUseQuery &query, WallTime now)
{
    const QTimeZone zone = zoneOf(m_connection);
    RecentUse use;
    use.zone = QString::fromLatin1(zone.id());
    use.lastDay = budget::dayOf(now, zone);
    use.firstDay = use.lastDay - query.days + 1;
    const SqlCondition condition = requestCondition(
        {.ledger = query.ledger, .firstDay = use.firstDay, .lastDay = use.lastDay}, m_connection, m_names);
    // In the order of the key: the attempts of a request come together.
    Statement rows(m_connection,
                   "SELECT r.seq, a.endpoint, a.first_content, a.duration, a.succeeded, a.error, a.fresh_input,"
                   " a.cache_read, a.cache_write_5m, a.cache_write_1h, a.visible_output, a.reasoning, r.started_at"
                   " FROM request r CROSS JOIN attempt a USING(ledger, seq) WHERE r.end IS NOT NULL AND "
                       + condition.text);
    condition.bindTo(rows);
    EndpointSums endpoints;
    DemandGroups groups(query.steps);
    const qint64 cancelled = m_names.id(QString::fromLatin1(chat::toWireName(chat::ErrorType::Cancelled)));
    qint64 counted = 0;
    while (rows.next()) {
        const AttemptRow row = attemptAt(rows, cancelled);
        endpoints.add(row);
        if (row.succeeded && row.seq != counted) {
            counted = row.seq; // two that answered, as when an answer is gone on with, are one request
            groups.add(row, m_demands.of({.ledger = query.ledger, .seq = row.seq}));
        }
    }
    use.endpoints = endpoints.finish(m_names);
    groups.finish(use);
    return use;
}

} // namespace sb::usage
