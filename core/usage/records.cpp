#include "core/usage/records.h"

namespace sb::usage {

QByteArray toWireName(CostKind kind)
{
    switch (kind) {
    case CostKind::Billed:
        return QByteArrayLiteral("billed");
    case CostKind::Computed:
        return QByteArrayLiteral("computed");
    case CostKind::Estimated:
        return QByteArrayLiteral("estimated");
    case CostKind::Unpriced:
        return QByteArrayLiteral("unpriced");
    }
    Q_UNREACHABLE();
}

} // namespace sb::usage
