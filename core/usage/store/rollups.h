#pragma once

#include "core/usage/records.h"
#include "core/usage/store/sketch.h"
#include "core/usage/store/statement.h"
#include "core/usage/sums.h"

#include <map>

namespace sb::usage {

/// By what a rollup is split beside ledger, day and model. Stored by number.
enum class RollupDimension
{
    All = 0,
    Provider = 1,
    Chain = 2,
    Client = 3,
    End = 4
};

/// One settled request as the rollups see it; names by number.
struct RollupFacts
{
    Ledger ledger = Ledger::Real;
    qint64 day = 0;
    qint64 model = 0;
    qint64 provider = 0;
    qint64 chain = 0;
    qint64 client = 0;
    qint64 end = 0;
    Sums sums = {}; ///< what it adds
    /// Of answers only: the time until a failure says nothing about how fast an endpoint is.
    std::optional<std::chrono::milliseconds> latency = {};
    std::optional<std::chrono::milliseconds> firstContent = {};
};

/// Adds up what a transaction does to the rollups, and writes it just before COMMIT: a group of requests touches few
/// rows. Requests that are settled one by one are noted and rolled up together.
class Rollups
{
public:
    explicit Rollups(Connection &connection);

    void add(const RollupFacts &facts);
    /// A settled request, to be added with others: see rollUp(). Readers count it from now on.
    void note(const RecordKey &key);
    /// Enough are noted to be worth a transaction of their own.
    [[nodiscard]] bool wantsRollUp() const { return m_noted >= WorthATransaction; }
    void rollUp(); ///< adds all that is noted, by any process
    void rebuild(); ///< from the requests
    /// Takes a request out of the day that its row has, and counts it on this one. What is only noted is not counted
    /// yet, and follows its row.
    void move(const RecordKey &key, qint64 day);

    void flush(); ///< inside the open transaction
    void forget(); ///< after a rollback

private:
    static constexpr int WorthATransaction = 256;
    static constexpr int MaxNoted = 2'048; ///< of this process; then they are rolled up with the next group
    struct Key
    {
        Ledger ledger = Ledger::Real;
        RollupDimension dimension = RollupDimension::All;
        qint64 day = 0;
        qint64 model = 0;
        qint64 value = 0; ///< 0 in All
        friend bool operator==(const Key &, const Key &) = default;
        friend std::strong_ordering operator<=>(const Key &, const Key &) = default;
    };
    struct Delta
    {
        Sums sums = {};
        Sketch latency = {};
        Sketch firstContent = {};
    };
    void count(const RollupFacts &facts, qint64 times); ///< −1: takes it away
    void write(const Key &key, const Delta &delta);
    void writePending();
    void addRows(Statement &rows);

    Statement m_upsert;
    Statement m_note;
    Statement m_notedRows;
    Statement m_clear;
    Statement m_allRows;
    Statement m_countedRow;
    Statement m_removeEmpty;
    int m_noted = 0; ///< by this process since the last roll-up
    std::map<Key, Delta> m_pending = {}; ///< in the order of the table
};

/// The columns of a Sums in the tables request and roll, in this order; see sumsAt().
inline constexpr const char *TokenColumns =
    "fresh_input, cache_read, cache_write_5m, cache_write_1h, visible_output, reasoning";
inline constexpr const char *CostColumns = "billed, computed, estimated";

[[nodiscard]] chat::TokenClasses tokensAt(const Statement &row, int firstColumn); ///< six columns
/// requests, failed, fell_back, unpriced, TokenColumns, CostColumns: thirteen columns.
[[nodiscard]] Sums sumsAt(const Statement &row, int firstColumn);

} // namespace sb::usage
