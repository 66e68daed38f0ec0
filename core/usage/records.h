#pragma once

#include "core/budget/budget.h"
#include "core/chat/usage.h"
#include "core/routing/dispatcher.h"

#include <QMetaType>

#include <optional>

namespace sb::usage {

/// Real and practice money never meet in one sum.
enum class Ledger
{
    Real = 0,
    Practice = 1
};

/// The name of a request in the register: dense per ledger, in the order of opening.
struct RecordKey
{
    Ledger ledger = Ledger::Real;
    qint64 seq = 0; ///< from 1
    int file = 0; ///< which of the files that its writer had to use one after the other; not stored
    friend bool operator==(const RecordKey &, const RecordKey &) = default;
    friend std::strong_ordering operator<=>(const RecordKey &, const RecordKey &) = default;
};

/// How a cost is known. Never mixed up in a sum.
enum class CostKind
{
    Billed = 0,
    Computed = 1,
    Estimated = 2,
    Unpriced = 3
};
[[nodiscard]] QByteArray toWireName(CostKind kind);

struct Cost
{
    CostKind kind = CostKind::Unpriced;
    std::optional<NanoDollars> amount = {}; ///< nullopt exactly when unpriced
    friend bool operator==(const Cost &, const Cost &) = default;
};

/// What is written before anything is sent.
struct OpenRecord
{
    Ledger ledger = Ledger::Real;
    WallTime startedAt = {};
    QString client = {}; ///< "playground", "ask", later the name of a gateway client
    QString session = {}; ///< conversation or session id; may be empty
    QString requestedModel = {};
    QString chain = {}; ///< empty: no chain
    int chainVersion = 0;
    QString providerId = {}; ///< of the first candidate
    QString modelId = {};
    std::optional<NanoDollars> bound = {}; ///< reserved for the first attempt; nullopt: unpriced
    Json request = {}; ///< normalized request, for the body store; null when bodies are not recorded
    friend bool operator==(const OpenRecord &, const OpenRecord &) = default;
};

/// Room for another attempt of an open request.
struct FurtherAttempt
{
    RecordKey key = {};
    /// What the attempts that have ended still hold, of what was reserved for them; nullopt: unpriced.
    std::optional<NanoDollars> held = {};
    std::optional<NanoDollars> bound = {}; ///< of the one to come; nullopt: unpriced
    friend bool operator==(const FurtherAttempt &, const FurtherAttempt &) = default;
};

/// One HTTP exchange.
struct AttemptRecord
{
    QString providerId = {};
    QString modelId = {};
    QString endpointId = {};
    int step = 0;
    WallTime startedAt = {};
    std::chrono::milliseconds waitedBefore{0};
    std::chrono::milliseconds connect{-1}; ///< start to request sent; negative: not reached
    std::chrono::milliseconds firstContent{-1}; ///< start to first content
    std::chrono::milliseconds duration{0};
    int httpStatus = 0;
    bool succeeded = false;
    std::optional<chat::ErrorType> error = {};
    QString errorMessage = {}; ///< redacted
    QByteArray moveReason = {}; ///< why this attempt was made: toWireName(MoveReason)
    chat::TokenClasses tokens = {};
    bool tokensEstimated = false;
    Cost cost = {};
    std::optional<NanoDollars> bound = {};
    QString priceSource = {}; ///< source and date of the price snapshot
    /// Id of the provider's key that went along, empty for the one without an id; nullopt: none did, nothing was sent,
    /// or the record is older than this.
    std::optional<QString> keyId = {};
    friend bool operator==(const AttemptRecord &, const AttemptRecord &) = default;
};

/// A request that was sent with one of a provider's keys.
struct KeyUse
{
    QString providerId = {};
    QString keyId = {}; ///< as in AttemptRecord
    WallTime at = {}; ///< start of the attempt
    friend bool operator==(const KeyUse &, const KeyUse &) = default;
};

/// What an earlier attempt has shown about its endpoint.
struct PastAttempt
{
    QString endpointId = {};
    QString providerId = {};
    WallTime endedAt = {};
    qint64 promptTokens = 0;
    qint64 outputTokens = 0;
    std::optional<std::chrono::milliseconds> connect = {}; ///< start to request sent
    std::optional<std::chrono::milliseconds> firstContent = {}; ///< start to first content
    std::chrono::milliseconds duration{0};
    int httpStatus = 0;
    std::optional<chat::ErrorType> error = {}; ///< nullopt: it brought an answer
    friend bool operator==(const PastAttempt &, const PastAttempt &) = default;
};

/// What closes an open row and is never changed again.
struct Settlement
{
    RecordKey key = {};
    routing::EndState end = routing::EndState::Failed;
    QString servedEndpoint = {}; ///< empty when nobody answered
    QString providerId = {}; ///< of the serving or last attempt
    QString modelId = {};
    std::chrono::milliseconds latency{0}; ///< caller's start to end
    std::chrono::milliseconds firstContent{-1};
    QList<AttemptRecord> attempts = {};
    Json decision = {}; ///< routing::toJson(Plan), and what checks said: engine::decisionBody()
    Json answer = {}; ///< for the body store; null when bodies are not recorded
    chat::TokenClasses tokens = {}; ///< of all attempts
    Cost cost = {}; ///< of all attempts; the weakest kind of its parts
    friend bool operator==(const Settlement &, const Settlement &) = default;
};

/// The whole record, as the Requests panel shows it.
struct RequestRecord
{
    OpenRecord opened = {};
    Settlement settled = {};
    bool open = false; ///< still running in some process
    friend bool operator==(const RequestRecord &, const RequestRecord &) = default;
};

/// A later fact about a record.
struct Vote
{
    enum class Kind
    {
        Better,
        Worse,
        Tie
    };
    RecordKey key = {};
    std::optional<RecordKey> against = {};
    Kind kind = Kind::Tie;
    WallTime at = {};
    friend bool operator==(const Vote &, const Vote &) = default;
};

/// How a lost request is settled by the user.
struct LostSettlement
{
    RecordKey key = {};
    NanoDollars amount = {}; ///< 0, the bound, or what the provider's page says
    friend bool operator==(const LostSettlement &, const LostSettlement &) = default;
};

} // namespace sb::usage

Q_DECLARE_METATYPE(sb::usage::RecordKey)
