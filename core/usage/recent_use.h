#pragma once

#include "core/catalog/catalog.h"
#include "core/usage/records.h"

namespace sb::usage {

/// What a request must find at an endpoint, besides room for its tokens.
struct Demand
{
    bool isKnown = false; ///< the request itself is on record; else only its size tells
    bool tools = false;
    bool images = false;
    bool files = false;
    bool audio = false;
    bool jsonObject = false;
    bool jsonSchema = false;
    friend bool operator==(const Demand &, const Demand &) = default;
};

/// Answered requests between which no size step of the query lies: an endpoint serves all of them or none, and at the
/// same step of its price. Sizes are in tokens.
struct DemandGroup
{
    Demand demand = {};
    int hourUtc = -1; ///< when they were sent; -1: at any hour
    int dayOfWeekUtc = 0; ///< 1 for Monday to Friday, 6 for the weekend; 0: on any day
    qint64 requests = 0;
    qint64 leastPrompt = 0; ///< the smallest prompt, with what came from a cache
    qint64 mostTokens = 0; ///< prompt and answer of the largest request
    qint64 mostOutput = 0;
    chat::TokenClasses tokens = {}; ///< of all of them, as the attempts that answered report them
    friend bool operator==(const DemandGroup &, const DemandGroup &) = default;
};

/// How one endpoint did. Attempts that the user cancelled are no failures.
struct EndpointUse
{
    QString endpointId = {};
    qint64 attempts = 0;
    qint64 failed = 0;
    std::optional<std::chrono::milliseconds> firstContent = {}; ///< median of the attempts that answered
    std::optional<double> tokensPerSecond = {}; ///< all output over all time from the first content to the end
    friend bool operator==(const EndpointUse &, const EndpointUse &) = default;
};

/// The last days up to today, in the register's zone.
struct RecentUseQuery
{
    Ledger ledger = Ledger::Real;
    int days = 30;
    QList<qint64> steps = {}; ///< sizeSteps(): where groups end
    friend bool operator==(const RecentUseQuery &, const RecentUseQuery &) = default;
};

struct RecentUse
{
    QList<EndpointUse> endpoints = {}; ///< by id
    qint64 requests = 0; ///< that were answered
    QList<DemandGroup> groups = {};
    QList<DemandGroup> byHour = {}; ///< the same requests, hours and weekends apart
    qint64 firstDay = 0; ///< local day numbers
    qint64 lastDay = 0;
    QString zone = {};
    friend bool operator==(const RecentUse &, const RecentUse &) = default;
};

/// What went by a chain within the last hours, step by step.
struct ChainUseQuery
{
    Ledger ledger = Ledger::Real;
    QString chain = {};
    int hours = 24;
    friend bool operator==(const ChainUseQuery &, const ChainUseQuery &) = default;
};

/// One endpoint at one step. A step is counted as it was numbered when the request was made.
struct StepUse
{
    int step = 0;
    QString endpointId = {};
    qint64 attempts = 0;
    qint64 served = 0; ///< that answered
    WallTime lastAt = {}; ///< when the last attempt began
    std::optional<chat::ErrorType> lastError = {}; ///< of the last that failed; the caller's leaving is no failure
    int lastStatus = 0; ///< HTTP status that came with it
    WallTime lastErrorAt = {};
    bool failedLast = false; ///< the last attempt was that one
    friend bool operator==(const StepUse &, const StepUse &) = default;
};

struct ChainUse
{
    QList<StepUse> steps = {}; ///< by step, then endpoint
    qint64 requests = 0; ///< that are settled, answered or not
    friend bool operator==(const ChainUse &, const ChainUse &) = default;
};

/// Sizes at which a window or an answer's limit ends or a price changes, ascending, each once.
[[nodiscard]] QList<qint64> sizeSteps(const catalog::Catalog &catalog);

/// What the same requests would have cost at one endpoint.
struct WhatIf
{
    qint64 requests = 0; ///< that were answered
    qint64 served = 0; ///< that the endpoint could have answered, too
    qint64 demandUnknown = 0; ///< of those, whose needs beside their size are not on record
    chat::TokenClasses tokens = {}; ///< of those served
    std::optional<NanoDollars> cost = {}; ///< of those served; nullopt: unpriced, or none
    friend bool operator==(const WhatIf &, const WhatIf &) = default;
};

/// Prices the tokens as they were used, each class by its own price, in the standard tier at the hour of the request.
/// Whether the endpoint would have used as many tokens, or found as much in its cache, nobody can know.
[[nodiscard]] WhatIf whatIf(const RecentUse &use, const catalog::Provider &provider, const catalog::Endpoint &endpoint);

} // namespace sb::usage
