#include "core/catalog/refresh_report.h"

#include <algorithm>

namespace sb::catalog {

int count(const RefreshReport &report, SourceReport::Outcome outcome)
{
    return int(std::ranges::count(report.sources, outcome, &SourceReport::outcome));
}

} // namespace sb::catalog
