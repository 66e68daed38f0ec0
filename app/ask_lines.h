#pragma once

#include "core/engine/run_events.h"
#include "core/engine/token_count.h"
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
[[nodiscard]] QString keyAdvice(const routing::Plan &plan, const KeyPlaces &places, secrets::Keychain keychain);
/// What standard error is told at the end: why there is no complete answer, what to do about it, the summary of what
/// was recorded.
[[nodiscard]] QStringList endLines(const engine::Ended &ended, const KeyPlaces &places, secrets::Keychain keychain);
/// What --json prints.
[[nodiscard]] Json toJson(const engine::Ended &ended);
/// What `embed` prints.
[[nodiscard]] Json vectorsJson(const engine::Ended &ended);
/// What `count` prints: the number, and whether it is an estimate.
[[nodiscard]] QString countText(const engine::TokenCount &count);
/// "counted by anthropic/claude-sonnet-4-5", or why it is an estimate, or why there is no count.
[[nodiscard]] QString countLine(const engine::TokenCount &count);
/// 0 only for a complete answer, 128 + the signal for one that it cancelled, or 130, as after Ctrl+C, else 1.
[[nodiscard]] int exitCode(const engine::Ended &ended, std::optional<int> signal = {});

/// Text from elsewhere without the control characters by which it could command a terminal; line feeds and tabs stay.
[[nodiscard]] QString forTerminal(const QString &text);

} // namespace sb::app
