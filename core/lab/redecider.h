#pragma once

#include "core/lab/planned_ways.h"
#include "core/lab/rule_finder.h"

#include <deque>

namespace sb::lab {

/// Why nothing is said about a request.
enum class Gap
{
    TaskClass, // in the order of Fact
    Tags,
    Outline,
    Session,
    Remaining,
    Decision, ///< whether a policy was asked
    Lost, ///< what became of it
    OtherLedger, ///< it would leave the ledger that is replayed
    Catalog, ///< whom it went to is not known any more, and nobody else could be asked
};
inline constexpr int GapCount = int(Gap::Catalog) + 1;
[[nodiscard]] QByteArray toWireName(Gap gap);
[[nodiscard]] QString sentence(Gap gap); ///< translated

/// What is decided about one recorded request.
struct Redecision
{
    std::optional<Gap> gap = {}; ///< set: nothing is, and the rest is empty
    bool asked = false; ///< the policy was
    std::optional<qsizetype> rule = {}; ///< of the policy
    bool otherChain = false;
    const Way *way = nullptr; ///< null: it stands as it was; lives until the next decision
    const routing::RequestOutline *outline = nullptr; ///< without sizes; null: not on record, or not looked at
};

/// Decides about recorded requests again. What is the same chain in the same version with the same preferences is not
/// decided again: what was decided then is on record, with the health of that hour.
class Redecider
{
public:
    /// All outlive this.
    Redecider(const ReplaySpec &spec, usage::RecordedRequests &requests, EndpointTable &table,
              const EndpointPast &past);

    [[nodiscard]] Redecision decide(const usage::RecordedRequest &request);

private:
    static constexpr int AsAsked = -1;
    static constexpr int UnknownChain = -2;

    struct FactsKey
    {
        const routing::RequestOutline *outline = nullptr;
        qint64 model = 0;
        qint64 client = 0;
        qint64 session = 0;
        QString taskClass = {};
        QStringList tags = {};
        int prompt = 0;
        int remaining = 0;
        int time = 0;
        Facts missing = 0;
        friend bool operator==(const FactsKey &, const FactsKey &) = default;
        friend std::size_t qHash(const FactsKey &key, std::size_t seed)
        {
            return qHashMulti(seed, quintptr(key.outline), key.model, key.client, key.session, key.taskClass, key.tags,
                              key.prompt, key.remaining, key.time, key.missing);
        }
    };
    /// The request that is decided about, as far as it was looked up.
    struct Known
    {
        const usage::RecordedRequest *request = nullptr;
        const routing::RequestOutline *outline = nullptr; ///< of m_outlines
        routing::RequestOutline sizes = {}; ///< only its numbers
        std::optional<chat::Request> body = {};
        bool bodyRead = false;
    };

    [[nodiscard]] bool isForgotten(const usage::RecordedRequest &request);
    [[nodiscard]] bool namesItsWay(const usage::RecordedRequest &request);
    [[nodiscard]] Found found(Known &known);
    [[nodiscard]] FactsKey keyOf(Known &known);
    [[nodiscard]] routing::RequestFacts factsOf(const Known &known, const FactsKey &key);
    void lookUpOutline(Known &known);
    void lookUpBody(Known &known);
    [[nodiscard]] const routing::RequestOutline *placeOf(routing::RequestOutline outline);
    [[nodiscard]] int chainNamed(const QString &name) const;
    [[nodiscard]] int chainOf(qint64 name);
    [[nodiscard]] bool stands(const usage::RecordedRequest &request, int chain, bool named);
    [[nodiscard]] bool asksTheSame(const usage::RecordedRequest &request);
    [[nodiscard]] int timePlaceOf(qint64 startedAt);

    const ReplaySpec &m_spec;
    usage::RecordedRequests &m_requests;
    QList<routing::Chain> m_chains; ///< with the one that is replayed
    QList<bool> m_changed; ///< of each chain: not to be known by its version
    PlannedWays m_ways;
    std::optional<RuleSteps> m_steps;
    qint64 m_noName = 0; ///< number of the empty name
    bool m_sameForAll = false; ///< no policy that may have held asked anything else of endpoints
    QHash<qint64, int> m_chainOf; ///< by name
    QHash<qint64, bool> m_namesChain; ///< whether a model does, by name
    QHash<std::pair<QString, int>, bool> m_same; ///< by policy and version
    QHash<FactsKey, Found> m_found;
    std::deque<routing::RequestOutline> m_outlines; ///< which stay where they are
    QHash<QByteArray, const routing::RequestOutline *> m_places;
    std::vector<const routing::RequestOutline *> m_recorded; ///< by place among those of the record
    qint64 m_quarter = -1; ///< of an hour, whose offset is known
    qint64 m_offset = 0; ///< ms
};

} // namespace sb::lab
