#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// What a provider says of prompts, bills and limits, and what it was not found to say.
namespace sb::catalog {

/// What happens to prompts, as the provider says.
struct DataPolicy
{
    std::optional<bool> trains = {};
    std::optional<int> retentionDays = {};
    QStringList regions = {}; ///< where they are processed and kept, such as "eu"; empty when not known
    bool varies = false; ///< the model decides, or the provider that a router asks
    QString source = {};
    QDate asOf = {};
    friend bool operator==(const DataPolicy &, const DataPolicy &) = default;
};

/// What becomes of the bill when an answer is cancelled.
struct CancelPolicy
{
    std::optional<bool> stopsBilling = {}; ///< nullopt: not known
    bool varies = false; ///< the provider that a router asks decides
    QString source = {};
    QDate asOf = {};
    friend bool operator==(const CancelPolicy &, const CancelPolicy &) = default;
};

/// What a provider file says of its provider, or says that it was looked for in vain.
enum class ProviderFact
{
    DataPolicy,
    Cancel,
    RateLimitHeaders
};

/// How much could be read of the provider's pages that should have a fact.
enum class PagesRead
{
    All,
    Part,
    None
};

/// A fact that was looked for in the provider's own pages and not found.
struct NotFound
{
    ProviderFact fact = ProviderFact::DataPolicy;
    QString lookedIn = {}; ///< a page or a repository of the provider, http or https
    QDate asOf = {};
    PagesRead read = PagesRead::All; ///< All: it is not documented; else it may be, where nobody read
    friend bool operator==(const NotFound &, const NotFound &) = default;
};

/// What one response header tells about a rate limit. "Tokens" are input and output together.
enum class LimitFigure
{
    RequestsLimit,
    RequestsRemaining,
    RequestsReset,
    TokensLimit,
    TokensRemaining,
    TokensReset,
    InputTokensLimit,
    InputTokensRemaining,
    InputTokensReset,
    OutputTokensLimit,
    OutputTokensRemaining,
    OutputTokensReset
};

/// How the time of a reset is written.
enum class ResetForm
{
    Duration, ///< "6m0s", "17.575s", "26ms"
    Seconds, ///< from now, as a number
    Date, ///< RFC 3339
    UnixSeconds,
    UnixMilliseconds
};

struct LimitHeader
{
    LimitFigure figure = LimitFigure::RequestsRemaining;
    QByteArray name = {}; ///< in lower case; "ratelimit;r": the parameter r of the first item in a list
    friend bool operator==(const LimitHeader &, const LimitHeader &) = default;
};

struct RateLimitHeaders
{
    QList<LimitHeader> headers = {}; ///< each figure once
    ResetForm resetForm = ResetForm::Seconds;
    friend bool operator==(const RateLimitHeaders &, const RateLimitHeaders &) = default;
};

/// What may be sent in any 60 seconds, where somebody stated it; of a provider: with each of its keys.
struct RateLimits
{
    std::optional<qint64> requestsPerMinute = {};
    std::optional<qint64> tokensPerMinute = {}; ///< input and output together
    friend bool operator==(const RateLimits &, const RateLimits &) = default;
};

} // namespace sb::catalog
