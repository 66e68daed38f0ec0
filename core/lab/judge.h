#pragma once

#include "core/engine/run_events.h"
#include "core/lab/fault.h"
#include "core/usage/queries.h"

namespace sb::lab {

/// One exchange that was played.
struct Exchange
{
    int request = 0;
    QString endpointId = {}; ///< empty: nobody of the field was meant
    milliseconds at{0}; ///< since the request began
    bool wrong = false; ///< the fault was at work
    Performance play = {};
};

/// One request from its start to its end, as its caller saw it.
struct Played
{
    engine::Ended ended = {};
    QString text = {}; ///< that the caller has at the end
    milliseconds waited{0};
    bool isOver = true; ///< false: it had to be broken off, since nothing ended it
};

/// All that a rehearsal of one fault has seen.
struct Evidence
{
    Field field = {}; ///< of the first request's plan
    QList<Played> requests = {};
    QList<Exchange> exchanges = {}; ///< in the order in which they began
    QList<usage::LogRow> rows = {}; ///< of the register, that came with it
    budget::Spent spent = {}; ///< of its day, after its end
    std::optional<NanoDollars> limit = {}; ///< of that day
    bool reasons = false; ///< reasoning was asked for
};

struct Judgement
{
    bool passed = false;
    QString note = {};
};

/// The first of the field who could answer the request of that number, by what the fault does and the chain's rules
/// allow; null when nobody could. Not by what the chain does about it: that is what is rehearsed.
[[nodiscard]] const Runner *whoCouldAnswer(const Fault &fault, const routing::Chain &chain, const Field &field,
                                           int request);
/// The longest that these exchanges, and the waits that the chain allows between them, can take.
[[nodiscard]] milliseconds longestWait(const routing::Chain &chain, const Field &field,
                                       const QList<Exchange> &exchanges, bool reasons);
/// PASS or FAIL, and why in one sentence. Pure. PASS means: each request got a complete answer, or, where none is
/// possible, the right error in bounded time; one record; the budget kept; nothing sent against the chain's rules.
[[nodiscard]] Judgement judge(const Fault &fault, const routing::Chain &chain, const Evidence &evidence);

} // namespace sb::lab
