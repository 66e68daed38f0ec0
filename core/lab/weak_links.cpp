#include "core/lab/weak_links.h"

#include "core/lab/offers.h"
#include "core/lab/rehearsal.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::lab {

namespace {

struct WeakLinksText
{
    Q_DECLARE_TR_FUNCTIONS(sb::lab)
};

constexpr milliseconds CallersPatience{300'000}; ///< few programs wait longer for an answer

struct Line
{
    const routing::Chain &chain;
    const catalog::Catalog &catalog;
    const Scorecard &scorecard;
    QList<Offers> offers = {}; ///< of each step

    [[nodiscard]] const catalog::Provider &provider(const catalog::Endpoint *endpoint) const
    {
        return *catalog.provider(endpoint->providerId);
    }
};

/// On this machine, whatever its file says.
bool isHere(const catalog::Provider &provider)
{
    const QString host = provider.baseUrl.host();
    return provider.local || provider.practice || host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

/// The account that is charged: providers of one host share it. Servers on one machine do not.
QString poolOf(const Line &line, const catalog::Endpoint *endpoint)
{
    const catalog::Provider &provider = line.provider(endpoint);
    return isHere(provider) ? provider.id : provider.baseUrl.host();
}

template <typename Property>
QSet<QString> all(const Offers &offers, Property property)
{
    QSet<QString> found;
    for (const catalog::Endpoint *offer : offers)
        found.insert(property(offer));
    return found;
}

Offers everyOffer(const Line &line)
{
    Offers all;
    for (const Offers &offers : line.offers)
        all += offers;
    return all;
}

QList<qsizetype> everyStep(const Line &line)
{
    QList<qsizetype> steps;
    for (qsizetype i = 0; i < line.chain.steps.size(); ++i)
        steps.append(i);
    return steps;
}

QList<WeakLink> singleEndpoint(const Line &line)
{
    const QSet<QString> ids = all(everyOffer(line), [](const catalog::Endpoint *offer) { return offer->id; });
    if (ids.size() != 1)
        return {};
    return {{.id = "one_endpoint",
             .sentence =
                 WeakLinksText::tr("There is one endpoint only, %1: when it fails, nobody answers.").arg(*ids.begin()),
             .steps = everyStep(line)}};
}

QList<WeakLink> singleProvider(const Line &line)
{
    const Offers offers = everyOffer(line);
    const QSet<QString> ids = all(offers, [](const catalog::Endpoint *offer) { return offer->id; });
    const QSet<QString> providers = all(offers, [](const catalog::Endpoint *offer) { return offer->providerId; });
    if (ids.size() < 2 || providers.size() != 1)
        return {};
    return {{.id = "one_provider",
             .sentence = WeakLinksText::tr("Every step asks %1: its outage, its key and its credit end all of them.")
                             .arg(line.provider(offers.constFirst()).name),
             .steps = everyStep(line)}};
}

/// A step whose every offer is charged to an account that an earlier step already depends on.
QList<WeakLink> sharedPools(const Line &line)
{
    QList<WeakLink> links;
    for (qsizetype later = 1; later < line.offers.size(); ++later) {
        const auto pool = [&](const catalog::Endpoint *offer) { return poolOf(line, offer); };
        const QSet<QString> pools = all(line.offers.at(later), pool);
        for (qsizetype earlier = 0; earlier < later && !pools.isEmpty(); ++earlier) {
            if (!all(line.offers.at(earlier), pool).contains(pools))
                continue;
            links.append({.id = "shared_pool",
                          .sentence = WeakLinksText::tr("Step %1 shares its credit pool with step %2: an empty account "
                                                        "or a refused key ends both.")
                                          .arg(later + 1)
                                          .arg(earlier + 1),
                          .steps = {earlier, later}});
            break;
        }
    }
    return links;
}

QList<WeakLink> sameModel(const Line &line)
{
    const Offers offers = everyOffer(line);
    const QSet<QString> ids = all(offers, [](const catalog::Endpoint *offer) { return offer->id; });
    const QSet<QString> models = all(offers, [](const catalog::Endpoint *offer) { return offer->modelId; });
    const QSet<QString> authors =
        all(offers, [](const catalog::Endpoint *offer) { return offer->modelId.section(u'/', 0, 0); });
    if (ids.size() < 2)
        return {};
    if (models.size() == 1)
        return {{.id = "one_model",
                 .sentence = WeakLinksText::tr("Every step asks the same model, %1: a prompt that is too long for it, "
                                               "or that it refuses, has nowhere to go.")
                                 .arg(*models.begin()),
                 .steps = everyStep(line)}};
    if (authors.size() == 1)
        return {{.id = "one_family",
                 .sentence = WeakLinksText::tr("Every model is of %1: what one of them refuses, the others likely "
                                               "refuse, too.")
                                 .arg(*authors.begin()),
                 .steps = everyStep(line)}};
    return {};
}

QList<WeakLink> noLargerWindow(const Line &line)
{
    if (line.offers.size() < 2 || line.offers.constFirst().isEmpty())
        return {};
    const auto window = [](const catalog::Endpoint *offer) { return offer->contextTokens.value_or(0); };
    const qint64 first = window(*std::ranges::max_element(line.offers.constFirst(), {}, window));
    const Offers offers = everyOffer(line);
    const bool grows = std::ranges::any_of(
        offers, [&](const catalog::Endpoint *offer) { return !offer->contextTokens || window(offer) > first; });
    if (grows || first == 0)
        return {};
    return {{.id = "no_larger_window",
             .sentence = WeakLinksText::tr("No later step has a larger window than the first (%1 tokens): what does "
                                           "not fit there fits nowhere.")
                             .arg(first),
             .steps = everyStep(line)}};
}

/// Every offer stands in an earlier step already, which has tried it.
QList<WeakLink> neverReached(const Line &line)
{
    QList<WeakLink> links;
    QSet<QString> before;
    for (qsizetype i = 0; i < line.offers.size(); ++i) {
        const QSet<QString> ids = all(line.offers.at(i), [](const catalog::Endpoint *offer) { return offer->id; });
        if (ids.isEmpty())
            links.append({.id = "empty_step",
                          .sentence = WeakLinksText::tr("Step %1 has no endpoint that could be asked.").arg(i + 1),
                          .steps = {i}});
        else if (i > 0 && before.contains(ids))
            links.append(
                {.id = "repeated_step",
                 .sentence = WeakLinksText::tr("Step %1 asks only whom earlier steps have asked already.").arg(i + 1),
                 .steps = {i}});
        before += ids;
    }
    return links;
}

QList<WeakLink> doesNotMoveOn(const Line &line)
{
    QList<WeakLink> links;
    for (qsizetype i = 0; i + 1 < line.chain.steps.size(); ++i) {
        const routing::MoveOn &moveOn = line.chain.steps.at(i).moveOn;
        const bool limited = moveOn.rateLimit || !line.chain.steps.at(i).next.rateLimit.isEmpty();
        if (moveOn.overloaded && moveOn.silence && limited)
            continue;
        links.append({.id = "does_not_move_on",
                      .sentence = WeakLinksText::tr("Step %1 does not move on after an outage, a silence or a rate "
                                                    "limit: the steps behind it are then never asked.")
                                      .arg(i + 1),
                      .steps = {i}});
    }
    return links;
}

/// Waits that were rehearsed, not what the clocks add up to.
QList<WeakLink> longWaits(const Line &line)
{
    const FaultResult *worst = nullptr;
    for (const FaultResult &result : line.scorecard.results) {
        const bool slowAnswer = result.fault == "trickle"; // a long answer, not a wait for one
        if (!slowAnswer && (!worst || result.waited > worst->waited))
            worst = &result;
    }
    if (!worst || worst->waited <= CallersPatience)
        return {};
    return {
        {.id = "long_wait",
         .sentence = WeakLinksText::tr("The caller waits for %2 s when this happens: %1. Few programs wait that long.")
                         .arg(worst->title)
                         .arg(worst->waited.count() / 1000),
         .steps = {}}};
}

QList<WeakLink> noLocal(const Line &line)
{
    const Offers offers = everyOffer(line);
    if (std::ranges::any_of(offers, [&](const catalog::Endpoint *offer) { return isHere(line.provider(offer)); }))
        return {};
    return {{.id = "no_local",
             .sentence = WeakLinksText::tr("Nothing runs on this machine: without a network nobody answers."),
             .steps = {}}};
}

QList<WeakLink> nobodyGoesOn(const Line &line)
{
    using Mode = routing::AfterFirstContent;
    if (everyOffer(line).size() < 2 || line.chain.afterFirstContent == Mode::Hold)
        return {};
    if (line.chain.afterFirstContent == Mode::Error)
        return {{.id = "ends_after_content",
                 .sentence = WeakLinksText::tr("An answer that breaks off stays broken: the chain says so."),
                 .steps = {}}};
    const Offers offers = everyOffer(line);
    for (const catalog::Endpoint *offer : offers) {
        const bool prefills = line.chain.afterFirstContent == Mode::Continue && offer->capabilities.prefill;
        const bool same = offer->modelId == offers.constFirst()->modelId;
        if (offer->id != offers.constFirst()->id && (prefills || same))
            return {};
    }
    return {{.id = "nobody_goes_on",
             .sentence = WeakLinksText::tr("An answer that breaks off stays broken: nobody else can go on from a "
                                           "text that another model began."),
             .steps = everyStep(line)}};
}

QList<WeakLink> failedFaults(const Line &line)
{
    QList<WeakLink> links;
    for (const FaultResult &result : line.scorecard.results) {
        if (!result.passed)
            links.append({.id = "fails",
                          .sentence = WeakLinksText::tr("It does not come through this: %1.").arg(result.title),
                          .steps = {}});
    }
    return links;
}

} // namespace

QList<WeakLink> weakLinks(const routing::Chain &chain, const catalog::Catalog &catalog, const Scorecard &scorecard)
{
    const Line line{.chain = chain,
                    .catalog = catalog,
                    .scorecard = scorecard,
                    .offers = offersOf(chain, catalog, RehearsalSpec::someRequest())};
    // What ends everything at once comes before what ends a part, and that before what only takes long.
    constexpr std::array Looks{singleEndpoint, singleProvider, failedFaults, neverReached, doesNotMoveOn, sharedPools,
                               sameModel,      noLargerWindow, nobodyGoesOn, longWaits,    noLocal};
    QList<WeakLink> links;
    for (const auto look : Looks)
        links += look(line);
    return links;
}

} // namespace sb::lab
