#pragma once

#include "core/engine/run_events.h"
#include "core/secrets/key_store.h"

namespace sb::app {

// What `ask` prints, as pure functions. Lines have no line feed.

/// "attempt 4 practice-b/local-line: answering"
[[nodiscard]] QString answeringLine(int number, const routing::Candidate &candidate);
/// "attempt 1 practice-a/express: failed provider_overloaded, retrying in 0.5 s"
[[nodiscard]] QString failedLine(const engine::AttemptFailed &attempt);
/// "complete: practice/local-line by practice-b/local-line, 12 tokens in, 96 out, $0.00012 computed, practice, 1.4 s"
[[nodiscard]] QString summaryLine(const engine::Ended &ended);
/// Why there is no complete answer, in one sentence; empty when there is one.
[[nodiscard]] QString problem(const engine::Ended &ended);
/// Where a key that is missing could be put.
struct KeyPlaces
{
    QStringList variables = {}; ///< of the environment
    QStringList providers = {}; ///< that read them
    bool mustBeNamed = false; ///< with --keys-from-env, since one of them is not as it was shipped
};
/// What to do where nothing was sent and a key would have changed that; empty otherwise.
[[nodiscard]] QString keyAdvice(const engine::Ended &ended, const KeyPlaces &places, secrets::Keychain keychain);
/// What --json prints.
[[nodiscard]] Json toJson(const engine::Ended &ended);
/// 0 only for a complete answer, 130 for a cancelled one, as after Ctrl+C, else 1.
[[nodiscard]] int exitCode(const engine::Ended &ended);

/// Text from elsewhere without the control characters by which it could command a terminal; line feeds and tabs stay.
[[nodiscard]] QString forTerminal(const QString &text);

} // namespace sb::app
