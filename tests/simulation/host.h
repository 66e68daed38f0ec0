#pragma once

#include "core/catalog/catalog.h"
#include "core/routing/failure.h"
#include "core/routing/rate_book.h"

#include "tests/simulation/chance.h"
#include "tests/simulation/workload.h"

#include <unordered_map>

namespace sb::simulation {

using std::chrono::milliseconds;

enum class Outage
{
    None,
    Hard,
    Soft,
    Silent
};

/// How one host behaves; drawn, and not what the real one of that name does.
struct Habits
{
    double firstToken = 0; ///< seconds
    double throughput = 0; ///< tokens a second
    double prefill = 0; ///< tokens a second
    double slowHour = 0; ///< when it is slowest
    double slowFactor = 1;
    double cachedShare = 0; ///< 0: it caches nothing
    double errorShare = 0;
    double cutShare = 0;
    qint64 requestsPerMinute = 0;
    qint64 tokensPerMinute = 0;
    bool limitHeaders = false;
    bool retryAfter = false;

    struct Window
    {
        Outage kind = Outage::None;
        SteadyTime from{0};
        SteadyTime to{0};
    };
    std::vector<Window> outages = {};
};

/// What becomes of one attempt.
struct Fate
{
    std::optional<SteadyTime> firstContent = {}; ///< after its beginning; nullopt: none comes
    SteadyTime took{0}; ///< until its end
    std::optional<routing::AttemptFailure> failure = {}; ///< nullopt: it is complete
    qint64 cachedTokens = 0; ///< of the prompt
    qint64 answerTokens = 0; ///< that came
    NanoDollars cost = {};
    // In the headers of the answer, where the host sends them.
    std::optional<routing::RateLeft> requestsLeft = {};
    std::optional<routing::RateLeft> tokensLeft = {};
};

/// One endpoint of the day: its outages, its limits, and what it has cached.
class Host
{
public:
    Host(const catalog::Endpoint &endpoint, Habits habits, const Span &span)
        : m_endpoint(endpoint)
        , m_habits(std::move(habits))
        , m_span(span)
    {
    }

    [[nodiscard]] const catalog::Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] const Habits &habits() const { return m_habits; }

    /// @param clock after which an attempt without content is given up
    Fate serve(const Turn &turn, SteadyTime now, SteadyTime clock, Random &luck);

private:
    struct Cached
    {
        qint64 tokens = 0;
        SteadyTime at{0};
    };

    [[nodiscard]] const Habits::Window *outageAt(SteadyTime now) const;
    [[nodiscard]] std::optional<SteadyTime> nextHardOutage(SteadyTime after) const;
    [[nodiscard]] std::optional<Fate> refused(const Turn &turn, SteadyTime now);
    [[nodiscard]] bool takesFromLimits(const Turn &turn, SteadyTime now);
    [[nodiscard]] Fate answered(const Turn &turn, SteadyTime now, SteadyTime clock, Random &luck);
    [[nodiscard]] qint64 readFromCache(const Turn &turn, SteadyTime now);
    void addHeaders(Fate &fate, SteadyTime now) const;
    [[nodiscard]] double slowness(SteadyTime now) const;

    catalog::Endpoint m_endpoint;
    Habits m_habits;
    Span m_span;
    SteadyTime m_minuteEnds{0};
    qint64 m_requestsLeft = 0;
    qint64 m_tokensLeft = 0;
    std::unordered_map<int, Cached> m_cached; ///< by conversation
};

/// The hosts of a day. Prices, windows and headers are those of the catalog; all else is drawn.
[[nodiscard]] std::vector<Host> makeHosts(const catalog::Catalog &catalog, const Span &span, quint64 seed);

/// Endpoints of the model whose hosts run it themselves, in the order of the catalog.
[[nodiscard]] QList<catalog::Endpoint> endpointsOfTheDay(const catalog::Catalog &catalog);

} // namespace sb::simulation
