#pragma once

#include "core/catalog/catalog.h"
#include "core/lab/spread.h"
#include "core/routing/plan.h"
#include "core/usage/recorded_requests.h"

#include <array>
#include <vector>

namespace sb::lab {

/// Endpoints that are on record or may be asked, by number.
class EndpointTable
{
public:
    struct Entry
    {
        QString id = {};
        QString model = {};
        const catalog::Endpoint *endpoint = nullptr; ///< null: the catalog does not have it any more
        const catalog::Provider *provider = nullptr;
    };

    /// @param catalog outlives this
    explicit EndpointTable(const catalog::Catalog &catalog)
        : m_catalog(catalog)
    {
    }

    [[nodiscard]] int placeOf(const QString &id, const QString &model);
    /// By the numbers of a record.
    [[nodiscard]] int placeOf(const usage::RecordedAttempt &attempt, usage::RecordedRequests &names);
    [[nodiscard]] const Entry &at(int place) const { return m_entries[std::size_t(place)]; }
    [[nodiscard]] int count() const { return int(m_entries.size()); }

private:
    const catalog::Catalog &m_catalog;
    std::vector<Entry> m_entries;
    QHash<QString, int> m_byId;
    QHash<qint64, int> m_byName;
};

inline constexpr int LeastSamples = 20; ///< below, a distribution says nothing about its slow part

/// Answers by their length, which is most of how long they take; in tokens.
inline constexpr std::array<qint64, 3> AnswerSizeSteps{100, 400, 1'600};
inline constexpr std::size_t AnswerSizes = AnswerSizeSteps.size() + 1;
[[nodiscard]] std::size_t answerSize(qint64 tokens); ///< below AnswerSizes

/// What attempts on record have shown about endpoints.
class EndpointPast
{
public:
    /// @param place of the attempt's endpoint
    void add(int place, const usage::RecordedAttempt &attempt);

    /// What plan() is told, for prompts of each size.
    [[nodiscard]] std::array<routing::HealthView, routing::PromptSizes> views(const EndpointTable &table) const;
    /// Times in ms, with prompts of that size; of all sizes where those are too few; null where these are, too.
    [[nodiscard]] const Spread *firstContent(int place, std::size_t prompt) const;
    [[nodiscard]] const Spread *duration(int place, std::size_t prompt, std::size_t answer) const;
    /// Share of attempts that failed; nullopt where there are too few.
    [[nodiscard]] std::optional<double> failureShare(int place) const;

private:
    struct BySize
    {
        Spread firstToken = {}; ///< seconds from the end of the upload
        Spread throughput = {}; ///< output tokens a second
        Spread firstContent = {};
        std::array<Spread, AnswerSizes> duration = {};
    };
    struct Past
    {
        double attempts = 0;
        double failures = 0;
        std::array<BySize, routing::PromptSizes> sizes = {};
        Spread firstContent = {};
        std::array<Spread, AnswerSizes> duration = {};
    };
    [[nodiscard]] const Past *at(int place) const;

    std::vector<Past> m_places;
};

} // namespace sb::lab
