#pragma once

#include "core/usage/queries.h"
#include "core/usage/read/name_reader.h"
#include "core/usage/store/rollups.h"

namespace sb::usage {

/// A condition of SQL. Its numbers are written into it; the one text a user types is bound to :match.
struct SqlCondition
{
    QByteArray text = {};
    QString match = {};

    void add(const QByteArray &condition);
    void addOneOf(const QByteArray &column, const QList<qint64> &ids); ///< nothing for an empty list
    void bindTo(Statement &statement) const;
};

/// The filter over rows of `request r`. Days become a range of seq, which is the order of the table.
/// @param beforeSeq only rows with a lower seq; 0: all
[[nodiscard]] SqlCondition requestCondition(const Filter &filter, Connection &connection, NameReader &names,
                                            qint64 beforeSeq = 0);

/// The rollup that answers a filter alone; nullopt: only the requests themselves can.
[[nodiscard]] std::optional<RollupDimension> rollupFor(const Filter &filter);
/// The filter over rows of `roll`, for a dimension from rollupFor().
[[nodiscard]] SqlCondition rollupCondition(const Filter &filter, RollupDimension dimension, NameReader &names);

} // namespace sb::usage
