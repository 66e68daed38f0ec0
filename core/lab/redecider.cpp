#include "core/lab/redecider.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::lab {

namespace {

struct RedeciderText
{
    Q_DECLARE_TR_FUNCTIONS(sb::lab)
};

struct GapWords
{
    const char *id = "";
    const char *sentence = "";
};
constexpr std::array<GapWords, GapCount> GapTable{{
    {"task_class",
     QT_TRANSLATE_NOOP("sb::lab",
                       "A rule asks for the kind of work, which was not told when they were sent and cannot be told "
                       "without their words.")},
    {"tags",
     QT_TRANSLATE_NOOP("sb::lab", "A rule asks for tags, and those are on record only with the request itself.")},
    {"request", QT_TRANSLATE_NOOP("sb::lab", "Neither the request nor its size and needs are on record.")},
    {"session",
     QT_TRANSLATE_NOOP("sb::lab", "A rule asks for the session, and whether they named it is not on record.")},
    {"remaining", QT_TRANSLATE_NOOP("sb::lab", "A rule asks what the budget had left, which is not on record.")},
    {"decision", QT_TRANSLATE_NOOP("sb::lab", "Whether they named their chain or a policy chose it is not on record.")},
    {"lost", QT_TRANSLATE_NOOP("sb::lab", "They were lost: nobody saw how they ended.")},
    {"other_ledger", QT_TRANSLATE_NOOP("sb::lab", "They would go from real providers to practice, or the other way.")},
    {"catalog",
     QT_TRANSLATE_NOOP("sb::lab",
                       "They went to endpoints that the catalog does not have any more, and nobody else "
                       "could be asked.")},
}};

constexpr qint64 MinuteMs = 60'000;
constexpr qint64 QuarterMs = 15 * MinuteMs; ///< clocks change at none but a quarter's begin
constexpr qint64 DayMs = 24 * 60 * MinuteMs;
constexpr qsizetype MostFacts = 200'000;

QList<routing::Chain> chainsWith(const ReplaySpec &spec)
{
    QList<routing::Chain> chains = spec.chains;
    if (!spec.chain)
        return chains;
    const auto old = std::ranges::find(chains, spec.chain->name, &routing::Chain::name);
    if (old == chains.end())
        chains.append(*spec.chain);
    else
        *old = *spec.chain;
    return chains;
}

bool asksAlike(const routing::Policy &a, const routing::Policy &b)
{
    return a.preferences == b.preferences && a.weights == b.weights;
}

/// Whether every policy that may have held asked the same of endpoints.
bool allAlike(const ReplaySpec &spec)
{
    const auto &now = spec.policy ? spec.policy : spec.inUse;
    const routing::Policy usual = now.value_or(routing::Policy());
    if (spec.knownPolicies.isEmpty())
        return asksAlike(usual, {});
    return std::ranges::all_of(spec.knownPolicies,
                               [&usual](const routing::Policy &each) { return asksAlike(usual, each); });
}

} // namespace

QByteArray toWireName(Gap gap)
{
    return GapTable[std::size_t(gap)].id;
}

QString sentence(Gap gap)
{
    return RedeciderText::tr(GapTable[std::size_t(gap)].sentence);
}

Redecider::Redecider(const ReplaySpec &spec, usage::RecordedRequests &requests, EndpointTable &table,
                     const EndpointPast &past)
    : m_spec(spec)
    , m_requests(requests)
    , m_chains(chainsWith(spec))
    , m_ways(spec, m_chains, table, past)
    , m_noName(requests.nameId(QString()))
    , m_sameForAll(allAlike(spec))
{
    if (spec.policy)
        m_steps.emplace(*spec.policy);
    for (const routing::Chain &chain : std::as_const(m_chains))
        m_changed.append(spec.chain && chain.name == spec.chain->name && !spec.chains.contains(chain));
}

Redecision Redecider::decide(const usage::RecordedRequest &request)
{
    if (request.end == routing::EndState::Lost)
        return {.gap = Gap::Lost};
    Known known{.request = &request};
    Redecision decision;
    int chain = chainOf(request.chain);
    bool named = true; ///< or the chain that was taken is taken again
    if (m_spec.policy && !request.decision && request.chain != m_noName)
        return {.gap = Gap::Decision};
    if (m_spec.policy && !namesItsWay(request)) {
        const Found rule = found(known);
        if (rule.lacking)
            return {.gap = Gap(*rule.lacking)};
        decision.asked = true;
        named = false;
        decision.rule = rule.rule;
        chain = chainNamed(rule.chain);
    }
    decision.otherChain = chain != chainOf(request.chain);
    if (!decision.otherChain && stands(request, chain, named))
        return decision;
    lookUpOutline(known);
    if (!known.outline)
        return {.gap = Gap::Outline};
    decision.outline = known.outline;
    decision.way = &m_ways.of({.outline = known.outline,
                               .model = request.requested,
                               .modelName = m_requests.name(request.requested),
                               .chain = chain,
                               .text = known.sizes.text,
                               .likelyInput = known.sizes.likelyInput,
                               .mostInput = known.sizes.mostInput,
                               .maxTokens = known.sizes.maxTokens,
                               .remaining = known.sizes.remaining});
    if (!decision.way->picks.empty() && decision.way->practice != (m_spec.ledger == usage::Ledger::Practice))
        return {.gap = Gap::OtherLedger};
    if (decision.way->picks.empty() && isForgotten(request))
        return {.gap = Gap::Catalog};
    return decision;
}

/// Whether the catalog has become another under it, so that nobody can say that it would not have been served.
bool Redecider::isForgotten(const usage::RecordedRequest &request)
{
    return !request.attempts.empty() && !m_spec.catalog.endpoint(m_requests.name(request.attempts.front().endpoint));
}

/// Whether it is not for a policy to choose its chain.
bool Redecider::namesItsWay(const usage::RecordedRequest &request)
{
    if (request.decision && !request.decision->askedPolicy && request.chain != m_noName)
        return true;
    if (request.decision && request.decision->hasOutline && m_requests.outlines()[request.decision->outline].vectors)
        return true;
    const auto known = m_namesChain.constFind(request.requested);
    if (known != m_namesChain.cend())
        return *known;
    return *m_namesChain.insert(request.requested,
                                routing::chainNameOf(m_requests.name(request.requested)).has_value());
}

Found Redecider::found(Known &known)
{
    const FactsKey key = keyOf(known);
    const auto seen = m_found.constFind(key);
    if (seen != m_found.cend())
        return *seen;
    if (m_found.size() >= MostFacts)
        m_found.clear();
    return *m_found.insert(key, findRule(*m_spec.policy, factsOf(known, key), key.missing));
}

/// Only what a rule asks for is looked up, so that requests that differ in nothing else are one.
Redecider::FactsKey Redecider::keyOf(Known &known)
{
    const usage::RecordedRequest &request = *known.request;
    const RuleSteps &steps = *m_steps;
    const auto asks = [&steps](Fact fact) { return (steps.asked() & bitOf(fact)) != 0; };
    FactsKey key{.model = request.requested};
    const auto isMissing = [&key](Fact fact) { key.missing = Facts(key.missing | bitOf(fact)); };
    if (asks(Fact::Outline) || asks(Fact::Session) || asks(Fact::Remaining))
        lookUpOutline(known);
    if (asks(Fact::Outline)) {
        key.outline = known.outline;
        key.prompt = steps.promptPlace((known.sizes.text / 5 + known.sizes.likelyInput) / 2);
        if (!known.outline)
            isMissing(Fact::Outline);
    }
    if (asks(Fact::Session)) {
        key.session = known.outline && !known.outline->session.isEmpty() ? request.session : 0;
        if (!known.outline)
            isMissing(Fact::Session);
    }
    if (asks(Fact::Remaining)) {
        key.remaining = steps.remainingPlace(known.sizes.remaining);
        if (!request.decision || !request.decision->hasOutline)
            isMissing(Fact::Remaining);
    }
    if (asks(Fact::Tags)) {
        const auto tags = m_requests.tags(request.seq);
        key.tags = tags.value_or(QStringList());
        if (!tags)
            isMissing(Fact::Tags);
    }
    if (steps.asksClient())
        key.client = request.client;
    if (steps.asksTime())
        key.time = timePlaceOf(request.startedAt);
    if (asks(Fact::TaskClass)) {
        if (request.decision && request.decision->askedPolicy) {
            key.taskClass = request.decision->taskClass;
        } else if (lookUpBody(known); known.body) {
            key.taskClass =
                m_spec.classifier.classify(*known.body, {.client = m_requests.name(request.client)}).className;
        } else {
            isMissing(Fact::TaskClass);
        }
    }
    return key;
}

routing::RequestFacts Redecider::factsOf(const Known &known, const FactsKey &key)
{
    routing::RequestOutline outline = known.outline ? *known.outline : routing::RequestOutline();
    outline.text = known.sizes.text;
    outline.likelyInput = known.sizes.likelyInput;
    outline.model = m_requests.name(key.model);
    outline.session = key.session == 0 ? QString() : m_requests.name(key.session);
    return routing::factsOf(outline,
                            {.taskClass = key.taskClass,
                             .client = m_requests.name(key.client),
                             .tags = key.tags,
                             .now = fromMilliseconds(known.request->startedAt),
                             .zone = m_requests.zone(),
                             .remaining = known.sizes.remaining});
}

void Redecider::lookUpOutline(Known &known)
{
    if (known.outline)
        return;
    const usage::RecordedRequest &request = *known.request;
    if (request.decision && request.decision->hasOutline) {
        const std::size_t place = request.decision->outline;
        if (place >= m_recorded.size())
            m_recorded.resize(place + 1, nullptr);
        if (!m_recorded[place])
            m_recorded[place] = placeOf(m_requests.outlines()[place]);
        known.outline = m_recorded[place];
        known.sizes = {.text = request.numbers.text,
                       .mostInput = request.numbers.mostInput,
                       .likelyInput = request.numbers.likelyInput,
                       .maxTokens = request.numbers.maxTokens,
                       .remaining = request.numbers.remaining};
        return;
    }
    lookUpBody(known);
    if (!known.body)
        return;
    known.sizes = routing::outlineOf(*known.body);
    known.outline = placeOf(known.sizes);
}

/// Of a request of before outlines were kept, or whose kind of work nobody asked for.
void Redecider::lookUpBody(Known &known)
{
    if (std::exchange(known.bodyRead, true))
        return;
    const Json body = m_requests.body(known.request->seq);
    if (!body["messages"].isArray())
        return; // texts to be made vectors of, or nothing
    if (auto request = chat::parseRequest(body))
        known.body = std::move(*request);
}

const routing::RequestOutline *Redecider::placeOf(routing::RequestOutline outline)
{
    outline.model.clear();
    if (!outline.session.isEmpty())
        outline.session = QString::fromLatin1(routing::SomeSession);
    outline.text = outline.likelyInput = outline.mostInput = 0;
    outline.maxTokens.reset();
    outline.remaining.reset();
    const routing::RequestOutline *&place = m_places[toJson(outline).dump()];
    if (!place)
        place = &m_outlines.emplace_back(std::move(outline));
    return place;
}

int Redecider::chainNamed(const QString &name) const
{
    if (name.isEmpty())
        return AsAsked;
    const auto found = std::ranges::find(m_chains, name, &routing::Chain::name);
    return found == m_chains.end() ? UnknownChain : int(found - m_chains.begin());
}

int Redecider::chainOf(qint64 name)
{
    const auto known = m_chainOf.constFind(name);
    return known != m_chainOf.cend() ? *known : *m_chainOf.insert(name, chainNamed(m_requests.name(name)));
}

/// Whether the decision on record is the one that would be made.
bool Redecider::stands(const usage::RecordedRequest &request, int chain, bool named)
{
    if (chain == UnknownChain)
        return true; // one that was never saved, or is not there any more: nothing takes its place
    if (chain >= 0) {
        const bool isReplayed = m_spec.chain && m_chains.at(chain).name == m_spec.chain->name;
        const bool isOther = m_chains.at(chain).version != request.chainVersion;
        if (m_changed.at(chain) || (isOther && (!named || isReplayed)))
            return false;
    }
    return asksTheSame(request);
}

bool Redecider::asksTheSame(const usage::RecordedRequest &request)
{
    if (!m_spec.policy)
        return true;
    if (!request.decision || !request.decision->askedPolicy)
        return m_sameForAll; // which one held then is not on record
    const std::pair key{request.decision->policy, request.numbers.policyVersion};
    if (const auto known = m_same.constFind(key); known != m_same.cend())
        return *known;
    const auto then = std::ranges::find_if(m_spec.knownPolicies, [&key](const routing::Policy &policy) {
        return policy.name == key.first && policy.version == key.second;
    });
    const bool isCandidate = m_spec.policy->name == key.first && m_spec.policy->version == key.second;
    return *m_same.insert(key, then == m_spec.knownPolicies.end() ? isCandidate : asksAlike(*then, *m_spec.policy));
}

int Redecider::timePlaceOf(qint64 startedAt)
{
    if (startedAt / QuarterMs != m_quarter) {
        m_quarter = startedAt / QuarterMs;
        m_offset = 1'000LL * m_requests.zone().offsetFromUtc(QDateTime::fromMSecsSinceEpoch(startedAt, Qt::UTC));
    }
    const qint64 local = startedAt + m_offset;
    const qint64 day = (local / DayMs + 3) % 7; // 1970-01-01 was a Thursday
    return m_steps->timePlace(routing::Weekday(day), int(local % DayMs / MinuteMs));
}

} // namespace sb::lab
