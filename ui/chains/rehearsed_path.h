#pragma once

#include "core/lab/scorecard.h"
#include "ui/chains/step_outcome.h"

namespace sb::ui {

/// How a rehearsed request came through one step.
struct Leg
{
    int tries = 0; ///< 0: it was not asked
    std::chrono::milliseconds took{0}; ///< from the first try to the end of the last, with the waits between
    usage::Cost cost = {}; ///< of all tries
    bool answered = false;
    QByteArray error = {}; ///< of the last try that failed: toWireName(chat::ErrorType)
    int httpStatus = 0; ///< that came with it
    friend bool operator==(const Leg &, const Leg &) = default;
};

/// From one step to another, or from the request to its first one.
struct PathMove
{
    qsizetype from = -1; ///< -1: the request
    qsizetype to = 0;
    QByteArray reason = {}; ///< toWireName(routing::MoveReason)
    friend bool operator==(const PathMove &, const PathMove &) = default;
};

/// One rehearsed request along a chain, as the line draws it.
struct RehearsedPath
{
    QList<Leg> legs = {}; ///< one a step
    QList<PathMove> moves = {}; ///< in the order in which they were made
    qsizetype servedBy = -1; ///< step; -1: nobody answered
    std::chrono::milliseconds took{0};
    usage::Cost cost = {};
    routing::EndState end = routing::EndState::Failed;
    int request = 0; ///< which of those that the fault asks for, from 0
    int requests = 1;
    friend bool operator==(const RehearsedPath &, const RehearsedPath &) = default;
};

/// Of several requests the first that was not answered, else the first of those with the most tries. Pure.
/// @param steps of the chain that was rehearsed
[[nodiscard]] RehearsedPath pathOf(const lab::FaultResult &result, qsizetype steps);
[[nodiscard]] QList<StepOutcome> stepOutcomes(const RehearsedPath &path);
/// "Answered by step 2 in 2.31 s, $0.00056", or how it ended.
[[nodiscard]] QString pathSentence(const RehearsedPath &path);
/// "529 overloaded" of the name of an error and its status.
[[nodiscard]] QString faultErrorText(const QByteArray &error, int httpStatus);

} // namespace sb::ui
