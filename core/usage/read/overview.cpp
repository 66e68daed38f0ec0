#include "core/usage/read/filter.h"
#include "core/usage/read/reader.h"
#include "core/usage/store/register_file.h"
#include "core/usage/store/sketch.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace sb::usage {

namespace {

Percentiles percentilesOf(const Sketch &sketch)
{
    return {.p50 = sketch.quantile(0.50), .p95 = sketch.quantile(0.95)};
}

/// Adds up rows of any origin.
class OverviewBuilder
{
public:
    struct Model
    {
        Sums sums = {};
        Sketch latency = {};
        Sketch firstContent = {};
    };

    /// @return where the durations of the row belong
    Model &add(qint64 day, qint64 model, const Sums &sums)
    {
        m_days[{day, model}] += sums;
        Model &entry = m_models[model];
        entry.sums += sums;
        return entry;
    }

    [[nodiscard]] Overview finish(NameReader &names) const
    {
        Overview overview;
        Sketch latency;
        Sketch firstContent;
        for (const auto &[id, model] : m_models) {
            overview.sums += model.sums;
            latency.merge(model.latency);
            firstContent.merge(model.firstContent);
            overview.byModel.append({.modelId = names.text(id),
                                     .sums = model.sums,
                                     .latency = percentilesOf(model.latency),
                                     .firstContent = percentilesOf(model.firstContent)});
        }
        overview.latency = percentilesOf(latency);
        overview.firstContent = percentilesOf(firstContent);
        std::ranges::sort(overview.byModel, [](const ModelRow &a, const ModelRow &b) {
            return std::tuple(b.sums.total(), b.sums.requests, a.modelId)
                < std::tuple(a.sums.total(), a.sums.requests, b.modelId);
        });
        for (const auto &[key, sums] : m_days)
            overview.byDay.append({.day = key.first, .modelId = names.text(key.second), .sums = sums});
        return overview;
    }

private:
    std::map<std::pair<qint64, qint64>, Sums> m_days = {};
    std::unordered_map<qint64, Model> m_models = {};
};

void addRollups(OverviewBuilder &builder, Connection &connection, const SqlCondition &condition)
{
    Statement rows(connection,
                   "SELECT day, model, requests, failed, fell_back, unpriced, " + QByteArray(TokenColumns) + ", "
                       + CostColumns + ", latency, first_content FROM roll WHERE " + condition.text);
    condition.bindTo(rows);
    while (rows.next()) {
        OverviewBuilder::Model &model = builder.add(rows.integer(0), rows.integer(1), sumsAt(rows, 2));
        model.latency.merge(rows.blobView(15));
        model.firstContent.merge(rows.blobView(16));
    }
}

void addRequests(OverviewBuilder &builder, Connection &connection, const SqlCondition &condition)
{
    Statement rows(connection,
                   "SELECT r.day, r.model, 1, r.failed, r.fell_back, r.cost_kind = 3 AND s.amount IS NULL, "
                       + QByteArray(TokenColumns)
                       + ", r.billed, r.computed, r.estimated + ifnull(s.amount, 0), r.latency, r.first_content"
                         " FROM request r LEFT JOIN lost_settlement s USING(ledger, seq)"
                         " WHERE r.end IS NOT NULL AND "
                       + condition.text);
    condition.bindTo(rows);
    while (rows.next()) {
        const Sums sums = sumsAt(rows, 2);
        OverviewBuilder::Model &model = builder.add(rows.integer(0), rows.integer(1), sums);
        if (sums.failed != 0)
            continue;
        model.latency.add(std::chrono::milliseconds{rows.integer(15)});
        if (const std::optional<qint64> first = rows.maybeInteger(16))
            model.firstContent.add(std::chrono::milliseconds{*first});
    }
}

} // namespace

Result<QueryAnswer> Reader::read(const OverviewQuery &query, WallTime now)
{
    OverviewBuilder builder;
    if (const std::optional<RollupDimension> dimension = rollupFor(query.filter))
        addRollups(builder, m_connection, rollupCondition(query.filter, *dimension, m_names));
    else
        addRequests(builder, m_connection, requestCondition(query.filter, m_connection, m_names));

    Overview overview = builder.finish(m_names);
    const QTimeZone zone = zoneOf(m_connection);
    overview.today = budget::dayOf(now, zone);
    overview.zone = QString::fromLatin1(zone.id());
    return overview;
}

} // namespace sb::usage
