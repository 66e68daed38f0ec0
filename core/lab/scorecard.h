#pragma once

#include "core/base/json.h"
#include "core/routing/end_state.h"
#include "core/usage/records.h"

#include <QMetaType>

#include <chrono>

namespace sb::lab {

using std::chrono::milliseconds;

/// One attempt on the way of a rehearsed request, as the line of a chain draws it.
struct PathStop
{
    int request = 0; ///< of those that the fault asks for, from 0
    qsizetype step = 0; ///< index into the chain
    QString endpointId = {};
    QByteArray reason = {}; ///< why it was made: toWireName(routing::MoveReason)
    milliseconds startedAt{0}; ///< since its request began
    milliseconds took{0};
    milliseconds firstContent{-1}; ///< since it began; negative: none came
    int httpStatus = 0;
    QByteArray error = {}; ///< toWireName(chat::ErrorType); empty when it answered
    usage::Cost cost = {};
    friend bool operator==(const PathStop &, const PathStop &) = default;
};

/// How a chain came through one fault.
struct FaultResult
{
    QByteArray fault = {}; ///< its id
    QString title = {}; ///< in words
    bool passed = false;
    routing::EndState end = routing::EndState::Failed; ///< of several requests the first that was not answered
    milliseconds waited{0}; ///< by the rehearsed clock; of several requests the longest
    usage::Cost cost = {}; ///< of all attempts of all requests
    QString note = {}; ///< how it ended, or what is wrong; one sentence
    QList<PathStop> path = {};
    friend bool operator==(const FaultResult &, const FaultResult &) = default;
};

/// What makes a chain weaker than it looks.
struct WeakLink
{
    QByteArray id = {}; ///< "one_provider", stable
    QString sentence = {}; ///< translated
    QList<qsizetype> steps = {}; ///< indexes into the chain that it is about
    friend bool operator==(const WeakLink &, const WeakLink &) = default;
};

/// What a rehearsal found: the same for the same chain, catalog, request, start and seed.
struct Scorecard
{
    QString chain = {};
    int version = 1;
    quint64 seed = 0;
    QList<FaultResult> results = {}; ///< in the order of the fault catalog
    QList<WeakLink> weakLinks = {}; ///< the weakest first
    QStringList leftOut = {}; ///< what could not be rehearsed, and why
    bool cancelled = false; ///< then not all faults are there

    [[nodiscard]] int passed() const;
    [[nodiscard]] int failed() const { return int(results.size()) - passed(); }
    friend bool operator==(const Scorecard &, const Scorecard &) = default;
};

[[nodiscard]] Json toJson(const Scorecard &scorecard);
/// `PASS fault-id complete 1.2 s $0.000123 note`, a line a fault with its columns aligned, then `N passed, N failed`.
[[nodiscard]] QString toText(const Scorecard &scorecard);

} // namespace sb::lab

Q_DECLARE_METATYPE(sb::lab::FaultResult)
Q_DECLARE_METATYPE(sb::lab::Scorecard)
