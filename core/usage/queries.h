#pragma once

#include "core/usage/recent_use.h"
#include "core/usage/register.h"
#include "core/usage/sums.h"

#include <QHash>
#include <QStringList>

#include <variant>

namespace sb::usage {

/// Which requests a view is about.
struct Filter
{
    Ledger ledger = Ledger::Real;
    qint64 firstDay = 0; ///< local day numbers, inclusive; 0 and 0: all
    qint64 lastDay = 0;
    QStringList models = {}; ///< empty: all
    QStringList providers = {};
    QStringList chains = {};
    QStringList clients = {};
    QList<routing::EndState> ends = {};
    std::optional<bool> fellBack = {};
    QString text = {}; ///< words in prompt or answer; empty: all
    friend bool operator==(const Filter &, const Filter &) = default;
};

struct Percentiles
{
    std::optional<std::chrono::milliseconds> p50 = {};
    std::optional<std::chrono::milliseconds> p95 = {};
    friend bool operator==(const Percentiles &, const Percentiles &) = default;
};

// Queries and their answers; one pair each.
struct OverviewQuery
{
    Filter filter = {};
    friend bool operator==(const OverviewQuery &, const OverviewQuery &) = default;
};
struct ModelRow
{
    QString modelId = {};
    Sums sums = {};
    Percentiles latency = {};
    Percentiles firstContent = {};
    friend bool operator==(const ModelRow &, const ModelRow &) = default;
};
struct DayModelRow
{
    qint64 day = 0;
    QString modelId = {};
    Sums sums = {};
    friend bool operator==(const DayModelRow &, const DayModelRow &) = default;
};
/// All that the dashboard's first page shows, from the rollups.
struct Overview
{
    Sums sums = {};
    Percentiles latency = {};
    Percentiles firstContent = {};
    QList<ModelRow> byModel = {}; ///< by spend, then requests, descending
    QList<DayModelRow> byDay = {}; ///< by day
    qint64 today = 0; ///< local day number now
    QString zone = {};
    friend bool operator==(const Overview &, const Overview &) = default;
};

/// A page of the log, newest first.
struct LogQuery
{
    Filter filter = {};
    qint64 beforeSeq = 0; ///< 0: from the newest
    int count = 128;
    friend bool operator==(const LogQuery &, const LogQuery &) = default;
};
struct LogRow
{
    RecordKey key = {};
    WallTime startedAt = {};
    routing::EndState end = routing::EndState::Failed;
    bool open = false;
    QString requested = {}; ///< chain, else model
    QString servedModel = {};
    QString servedProvider = {};
    QString client = {};
    int tries = 0;
    std::chrono::milliseconds firstContent{-1};
    std::chrono::milliseconds latency{0};
    chat::TokenClasses tokens = {};
    Cost cost = {};
    std::optional<NanoDollars> bound = {}; ///< what open and unsettled lost ones hold of the budget
    friend bool operator==(const LogRow &, const LogRow &) = default;
};
struct LogPage
{
    QList<LogRow> rows = {};
    qint64 total = 0; ///< rows that match, at most 10,000 counted when filtered
    bool more = false;
    QString zone = {}; ///< IANA id: in which the filter's days begin
    friend bool operator==(const LogPage &, const LogPage &) = default;
};

struct DetailQuery
{
    RecordKey key = {};
    friend bool operator==(const DetailQuery &, const DetailQuery &) = default;
};
/// Spend of today and of the month, for the rail and the budget bar.
struct SpentQuery
{
    Ledger ledger = Ledger::Real;
    friend bool operator==(const SpentQuery &, const SpentQuery &) = default;
};
struct SpentNow
{
    budget::Spent today = {};
    budget::Spent month = {};
    friend bool operator==(const SpentNow &, const SpentNow &) = default;
};
/// What each provider got this month; the answers that it served count for it.
struct MonthByProviderQuery
{
    Ledger ledger = Ledger::Real;
    friend bool operator==(const MonthByProviderQuery &, const MonthByProviderQuery &) = default;
};
struct MonthByProvider
{
    QHash<QString, Sums> sums = {}; ///< by provider id; those without a request are missing
    budget::DayRange days = {}; ///< the month, in the register's zone
    friend bool operator==(const MonthByProvider &, const MonthByProvider &) = default;
};
/// Names that occur, for filter menus.
struct NamesQuery
{
    Ledger ledger = Ledger::Real;
    friend bool operator==(const NamesQuery &, const NamesQuery &) = default;
};
struct Names
{
    QStringList models = {};
    QStringList providers = {};
    QStringList chains = {};
    QStringList clients = {};
    friend bool operator==(const Names &, const Names &) = default;
};

/// The last vote on each of these records.
struct VotesQuery
{
    QList<RecordKey> keys = {};
    friend bool operator==(const VotesQuery &, const VotesQuery &) = default;
};
struct Votes
{
    QList<Vote> votes = {}; ///< at most one a record; none where nobody voted
    friend bool operator==(const Votes &, const Votes &) = default;
};

using Query = std::variant<OverviewQuery, LogQuery, DetailQuery, SpentQuery, MonthByProviderQuery, NamesQuery,
                           VotesQuery, RecentUseQuery, ChainUseQuery>;
using QueryAnswer =
    std::variant<Overview, LogPage, RequestRecord, SpentNow, MonthByProvider, Names, Votes, RecentUse, ChainUse>;

class QueriesPrivate;

/// The register's reading side: a thread with a read-only connection. ask() returns at once; answered() comes on the
/// thread of this object. Queries are answered one after the other; who asks anew cancels what it no longer needs.
/// The register must be ready at the path given; what is asked before a path is known waits for it.
class Queries final : public QObject
{
    Q_OBJECT
public:
    explicit Queries(const Clock &clock, QObject *parent = nullptr); ///< setPath() follows
    Queries(const QString &path, const Clock &clock, QObject *parent = nullptr);
    ~Queries() override;

    /// Where the register is, as Register::ready() says: a side register, when the file is damaged. With an error every
    /// query is answered by it.
    void setPath(const Result<QString> &path);
    /// That. Errors: Unavailable until it was told.
    [[nodiscard]] const Result<QString> &path() const;

    Ticket ask(const Query &query);
    void cancel(Ticket ticket); ///< no answer comes any more; a running statement is interrupted

signals:
    void answered(sb::usage::Ticket ticket, const sb::Result<sb::usage::QueryAnswer> &answer);

private:
    std::unique_ptr<QueriesPrivate> d;
};

} // namespace sb::usage
