#pragma once

#include "core/lab/endpoint_past.h"
#include "core/lab/replay_report.h"

namespace sb::lab {

/// What one request costs, and how well that is known. No amount exactly when unsupported.
struct Priced
{
    NanoDollars amount = {};
    Grade grade = Grade::Unsupported;
    friend bool operator==(const Priced &, const Priced &) = default;
};

[[nodiscard]] Priced priceOnRecord(const usage::RecordedRequest &request);

/// The attempt whose tokens are those of the answer, or of what there is of one; null: none has any.
[[nodiscard]] const usage::RecordedAttempt *answerOf(const usage::RecordedRequest &request);

/// What the answer that is on record would cost at another endpoint, each class of its tokens by its own price at the
/// hour of the request. Exact for the same model, where its tokens were counted and not estimated.
/// @param model of the answer
[[nodiscard]] Priced priceAt(const EndpointTable::Entry &entry, const usage::RecordedRequest &request,
                             const usage::RecordedAttempt *answer, const QString &model,
                             const routing::RequestOutline &outline);

/// A sum of prices of requests, each of which may count in part.
class CostSum
{
public:
    /// @param share of the request, in (0, 1]; what is a part of one is never exact
    void add(const Priced &priced, double share = 1);
    [[nodiscard]] ReplayCost total() const;
    CostSum &operator+=(const CostSum &other);

private:
    NanoDollars m_exact = {};
    double m_estimated = 0; ///< nano-dollars
    double m_exactRequests = 0;
    double m_estimatedRequests = 0;
    double m_unsupportedRequests = 0;
};

} // namespace sb::lab
