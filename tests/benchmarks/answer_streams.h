#pragma once

#include "core/catalog/endpoint.h"

namespace sb::bench {

/// The bytes of one answer, as a provider of this dialect streams them.
struct Stream
{
    QByteArray contentType = "text/event-stream";
    QByteArray body = {};
};

/// An answer of 4,000 tokens, one an event.
[[nodiscard]] Stream streamOf(catalog::DialectId dialect);

} // namespace sb::bench
