#pragma once

#include "core/base/json.h"
#include "core/usage/records.h"

#include <QMetaType>

#include <chrono>

namespace sb::lab {

using std::chrono::milliseconds;

/// How far a number can be trusted.
enum class Grade
{
    Exact, ///< follows from the record and the price list alone
    Estimated, ///< under the assumptions that the report names
    Unsupported, ///< the record does not say; there is no number
};
[[nodiscard]] QByteArray toWireName(Grade grade);

/// A number of requests, or a share; a request whose endpoint is picked by chance counts in parts.
struct Figure
{
    std::optional<double> value = {}; ///< nullopt exactly when unsupported
    Grade grade = Grade::Unsupported;
    friend bool operator==(const Figure &, const Figure &) = default;
};

/// Money, with what is exact and what is estimated apart: the two are never mixed up in one sum.
struct ReplayCost
{
    NanoDollars exact = {}; ///< to the nano-dollar
    NanoDollars estimated = {};
    double exactRequests = 0; ///< that it is of
    double estimatedRequests = 0;
    double unsupportedRequests = 0; ///< unpriced, or without known tokens: not in the sums

    [[nodiscard]] Grade grade() const; ///< of the sum: the weakest of its parts; Unsupported when nothing is priced
    [[nodiscard]] NanoDollars sum() const { return saturatingAdd(exact, estimated); }
    friend bool operator==(const ReplayCost &, const ReplayCost &) = default;
};

/// How long answers took, without those that nobody gave.
struct ReplayTimes
{
    std::optional<milliseconds> p50 = {};
    std::optional<milliseconds> p95 = {};
    Grade grade = Grade::Unsupported;
    double unsupportedRequests = 0; ///< left out: their endpoint has too few answers on record
    friend bool operator==(const ReplayTimes &, const ReplayTimes &) = default;
};

/// Why nothing can be said about quality.
enum class NoQuality
{
    None, ///< something can
    NoVotes,
    NoOverlap, ///< what would be picked never had a chance where votes were given
    TooFew, ///< the effective sample is below LeastVotes
};
[[nodiscard]] QByteArray toWireName(NoQuality reason);

/// What votes say, from 0 (all worse) over 0.5 (all even) to 1 (all better).
struct ReplayQuality
{
    std::optional<double> mean = {};
    std::optional<double> standardError = {};
    qint64 votes = 0; ///< that were looked at
    double effectiveVotes = 0; ///< so many even ones would tell as much; Kish's effective sample size
    double overlap = 0; ///< share of what would be picked that could have been picked on record
    Grade grade = Grade::Unsupported;
    NoQuality missing = NoQuality::NoVotes;
    friend bool operator==(const ReplayQuality &, const ReplayQuality &) = default;
};

/// The same requests as they were, or as they would have been.
struct ReplaySide
{
    ReplayCost cost = {};
    ReplayTimes latency = {}; ///< to the end of the answer
    ReplayTimes firstContent = {};
    Figure availability = {}; ///< share that is answered; what the user gave up is not counted
    ReplayQuality quality = {};
    friend bool operator==(const ReplaySide &, const ReplaySide &) = default;
};

/// Requests that go first to one model, or one endpoint.
struct ReplayPart
{
    QString id = {}; ///< of the model or endpoint; empty: to nobody, as nobody could be asked
    double recorded = 0; ///< requests
    double replayed = 0;
    Grade grade = Grade::Exact; ///< of `replayed`
    ReplayCost recordedCost = {};
    ReplayCost replayedCost = {};
    std::optional<double> votes = {}; ///< mean of the votes on its answers, as recorded
    qint64 voteCount = 0;
    QList<usage::RecordKey> examples = {}; ///< that would come here and did not, at most MostExamples
    friend bool operator==(const ReplayPart &, const ReplayPart &) = default;
};

/// Requests that one rule of the policy decides about.
struct ReplayRule
{
    std::optional<qsizetype> rule = {}; ///< index; nullopt: none is for them
    QString name = {}; ///< the rule's name, else its id, else its number
    QString chain = {}; ///< that it sends them by; empty: as they ask
    qint64 requests = 0;
    qint64 otherChain = 0; ///< of those that take another chain than on record
    double otherEndpoint = 0; ///< of those that go first to another endpoint
    ReplayCost recordedCost = {};
    ReplayCost replayedCost = {};
    QList<usage::RecordKey> examples = {}; ///< that take another chain or endpoint, at most MostExamples
    friend bool operator==(const ReplayRule &, const ReplayRule &) = default;
};

/// Requests about which nothing is said, for one reason.
struct ReplayGap
{
    QByteArray id = {}; ///< stable: "task_class", "chain", …
    QString sentence = {}; ///< translated
    qint64 requests = 0;
    QList<usage::RecordKey> examples = {}; ///< at most MostExamples
    friend bool operator==(const ReplayGap &, const ReplayGap &) = default;
};

inline constexpr qsizetype MostExamples = 5;
inline constexpr double LeastOverlap = 0.95; ///< below, an estimate of quality would be of another policy
inline constexpr double LeastVotes = 10; ///< effective ones

/// What recorded requests would have been under another policy or chain. Both sides are of the same requests: those
/// about which something can be said.
struct ReplayReport
{
    QString policy = {}; ///< empty: a chain was replayed alone
    int policyVersion = 0;
    QString chain = {}; ///< the one that is replaced; empty: none
    usage::Ledger ledger = usage::Ledger::Real;
    WallTime since = {};
    WallTime until = {};
    qint64 requests = 0; ///< on record in that time, and over
    qint64 compared = 0; ///< of those, the ones that both sides are of
    qint64 standing = 0; ///< of those compared, decided as on record
    Figure otherChain = {};
    Figure otherEndpoint = {}; ///< go first to another endpoint
    Figure otherModel = {}; ///< and of another model
    ReplaySide recorded = {};
    ReplaySide replayed = {};
    QList<ReplayPart> byModel = {}; ///< by `replayed` and then `recorded`, descending
    QList<ReplayPart> byEndpoint = {};
    QList<ReplayRule> byRule = {}; ///< in the policy's order, those for whom no rule is last
    QList<ReplayGap> gaps = {}; ///< the largest first
    QStringList assumptions = {}; ///< of the estimates that are in it; sentences, translated
    bool cancelled = false; ///< then it is of the requests that were read by then
    friend bool operator==(const ReplayReport &, const ReplayReport &) = default;
};

[[nodiscard]] Json toJson(const ReplayReport &report);
/// A table for people: what was and what would be side by side, each number with its grade.
[[nodiscard]] QString toText(const ReplayReport &report);

} // namespace sb::lab

Q_DECLARE_METATYPE(sb::lab::ReplayReport)
