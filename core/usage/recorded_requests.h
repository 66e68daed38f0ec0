#pragma once

#include "core/routing/request_outline.h"
#include "core/usage/records.h"

#include <QTimeZone>

#include <atomic>
#include <memory>
#include <vector>

namespace sb::usage {

// Many requests, one after the other, for who decides about them again. Texts that repeat are numbers here: see
// RecordedRequests::name().

struct RecordedAttempt
{
    qint64 endpoint = 0;
    qint64 model = 0;
    int step = 0;
    bool succeeded = false;
    bool givenUp = false; ///< by who asked; says nothing about the endpoint
    bool tokensEstimated = false;
    std::optional<qint64> connect = {}; ///< ms
    std::optional<qint64> firstContent = {}; ///< ms, from its start
    qint64 duration = 0; ///< ms
    chat::TokenClasses tokens = {};
    friend bool operator==(const RecordedAttempt &, const RecordedAttempt &) = default;
};

/// What decisions of one form have in common.
struct DecisionForm
{
    bool askedPolicy = false;
    QString policy = {};
    QString taskClass = {}; ///< empty: no policy was asked, or it found none
    bool hasOutline = false; ///< else it is of an older version
    std::size_t outline = 0; ///< index into RecordedRequests::outlines()
    QStringList candidates = {}; ///< ids of their endpoints, in the order of the decision
    friend bool operator==(const DecisionForm &, const DecisionForm &) = default;
};

/// What a decision says in numbers.
struct DecisionNumbers
{
    int policyVersion = 0;
    qint64 text = 0; ///< as in RequestOutline
    qint64 likelyInput = 0;
    qint64 mostInput = 0;
    std::optional<qint64> maxTokens = {};
    std::optional<NanoDollars> remaining = {};
    /// Of being tried first in its step, of each of DecisionForm::candidates.
    std::vector<double> probabilities = {};
    std::size_t picks = 0; ///< the first so many candidates are of the first step that has any
    friend bool operator==(const DecisionNumbers &, const DecisionNumbers &) = default;
};

struct RecordedRequest
{
    qint64 seq = 0;
    qint64 startedAt = 0; ///< ms UTC
    qint64 client = 0;
    qint64 session = 0;
    qint64 requested = 0; ///< model
    qint64 chain = 0;
    int chainVersion = 0;
    routing::EndState end = routing::EndState::Failed;
    qint64 latency = 0; ///< ms
    std::optional<qint64> firstContent = {}; ///< ms
    Cost cost = {};
    std::vector<RecordedAttempt> attempts = {};
    std::optional<Vote::Kind> vote = {}; ///< the last one
    const DecisionForm *decision = nullptr; ///< of the stream; null: none is on record, or it was not asked for
    DecisionNumbers numbers = {};
};

struct RecordedQuery
{
    Ledger ledger = Ledger::Real;
    WallTime since = {};
    WallTime until = {}; ///< exclusive
    friend bool operator==(const RecordedQuery &, const RecordedQuery &) = default;
};

class RecordedRequestsPrivate;

/// The requests of a ledger and a time that are over, in the order of the register, from one snapshot. Blocks: for a
/// thread that may, and belongs to it.
class RecordedRequests
{
public:
    /// @param cancelled outlives this; once it is set, next() ends within a millisecond
    /// Errors: NotFound when there is no such file; Conflict for a register of another version; Damaged, NotPermitted,
    /// Unavailable.
    [[nodiscard]] static Result<std::unique_ptr<RecordedRequests>> open(const QString &path, const RecordedQuery &query,
                                                                        const std::atomic<bool> &cancelled);
    ~RecordedRequests();
    Q_DISABLE_COPY_MOVE(RecordedRequests)

    enum class With
    {
        Attempts,
        Decisions, ///< and votes
    };
    void rewind(With what); ///< before the first one
    /// The next request, into the caller's memory. False at the end, when it was cancelled, and after an error.
    [[nodiscard]] bool next(RecordedRequest &request);
    [[nodiscard]] Result<void> status() const; ///< Cancelled when it was, and errors of SQLite
    [[nodiscard]] qint64 seen() const; ///< of about(): how far next() has come; never less than before in one round
    [[nodiscard]] qint64 about() const; ///< so many rows lie between the first and the last of that time

    [[nodiscard]] QString name(qint64 id);
    [[nodiscard]] qint64 nameId(const QString &text); ///< −1: nothing on record has that name
    [[nodiscard]] const QTimeZone &zone() const; ///< of the register's days

    /// Outlines that differ in more than their sizes, output limit and remaining budget, which are DecisionNumbers'.
    /// The model is empty; a session that was named is routing::SomeSession.
    [[nodiscard]] const std::vector<routing::RequestOutline> &outlines() const;
    /// The request itself; null where bodies are not recorded.
    [[nodiscard]] Json body(qint64 seq);
    /// Its tags, by its body; nullopt where that is not recorded.
    [[nodiscard]] std::optional<QStringList> tags(qint64 seq);

private:
    explicit RecordedRequests(std::unique_ptr<RecordedRequestsPrivate> parts);

    std::unique_ptr<RecordedRequestsPrivate> d;
};

} // namespace sb::usage
