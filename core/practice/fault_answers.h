#pragma once

#include "core/dialects/dialect.h"
#include "core/listen/exchange.h"
#include "core/practice/practice.h"

namespace sb::practice {

/// Answers with an error of this status in the provider's dialect, with Retry-After where the knobs say so.
void respondWithError(listen::Exchange &exchange, const dialects::ServerDialect &dialect, int status,
                      const QString &message, const Knobs &knobs);
/// Answers 200 with a web page, as a captive portal or a wrong base URL would.
void respondWithPage(listen::Exchange &exchange);

} // namespace sb::practice
