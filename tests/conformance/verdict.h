#pragma once

#include "core/engine/run_events.h"
#include "tests/dialects/exchange.h"

namespace sb::testing {

/// What became of one exchange.
struct Verdict
{
    QByteArray id = {};
    QByteArray api = {};
    QByteArray dialect = {};
    bool spoken = true; ///< whether we have its dialect; if not, it was not run
    bool ownRequest = false; ///< the recorded request was sent, not a minimal one
    QStringList differences = {}; ///< empty: passed
};

/// Compares the end of a run with what the recording expects: the fields of the answer, the end state, and the token
/// classes of the record.
[[nodiscard]] QStringList judge(const engine::Ended &ended, const Json &expect);

} // namespace sb::testing
