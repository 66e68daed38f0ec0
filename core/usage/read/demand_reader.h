#pragma once

#include "core/usage/recent_use.h"
#include "core/usage/store/statement.h"

#include <QHash>

namespace sb::usage {

/// What requests on record ask for. A piece of a body never changes and stands in many requests, so that each is looked
/// at once, for the life of the connection.
class DemandReader
{
public:
    explicit DemandReader(Connection &connection);
    [[nodiscard]] Demand of(const RecordKey &key);

private:
    /// Bits of one piece, see demand_reader.cpp.
    using Marks = quint32;
    [[nodiscard]] Marks marksOf(qint64 piece, bool isSkeleton);

    Statement m_body;
    Statement m_piece;
    QHash<qint64, Marks> m_known;
};

} // namespace sb::usage
