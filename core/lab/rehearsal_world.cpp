#include "core/lab/rehearsal_world.h"

#include "core/lab/offers.h"
#include "core/lab/speech.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::lab {

using Auth = catalog::Provider::Auth;

namespace {

struct RehearsalWorldText
{
    Q_DECLARE_TR_FUNCTIONS(sb::lab)
};

/// No key, and of the form that a signature asks for.
constexpr QByteArrayView RehearsalKey = "REHEARSAL0KEY:not-a-secret-of-anybody";

/// Whom a step names, and whom it may use otherwise, by a filter.
QSet<QString> providersOf(const catalog::Catalog &catalog, const routing::Chain &chain, const chat::Request &request)
{
    QSet<QString> ids;
    const auto add = [&ids](const catalog::Endpoint *endpoint) {
        if (endpoint)
            ids.insert(endpoint->providerId);
    };
    for (const routing::Step &step : chain.steps) {
        for (const QString &id : step.endpoints)
            add(catalog.endpoint(id));
        if (!step.endpoints.isEmpty())
            continue;
        for (const QString &model : modelsOf(step)) {
            for (const catalog::Endpoint *endpoint : catalog.endpointsFor(model))
                add(endpoint);
        }
    }
    for (const Offers &offers : offersOf(chain, catalog, request)) {
        for (const catalog::Endpoint *endpoint : offers)
            add(endpoint);
    }
    return ids;
}

routing::Chain withoutChecks(routing::Chain chain)
{
    for (routing::Step &step : chain.steps)
        step.accept.clear();
    return chain;
}

/// What is not filled in gets a name that leads nowhere.
QUrl addressOf(const catalog::Provider &provider)
{
    if (!provider.baseUrl.isEmpty())
        return provider.baseUrl;
    static const QRegularExpression part(u"\\{[^}]*\\}"_s);
    return QUrl(QString(provider.addressForm).replace(part, u"rehearsal"_s));
}

catalog::Provider playable(catalog::Provider provider, bool asReal)
{
    provider.baseUrl = addressOf(provider);
    if (provider.awsRegion.isEmpty() && provider.auth == Auth::AwsSigV4)
        provider.awsRegion = u"us-east-1"_s;
    if (provider.auth == Auth::GoogleServiceAccount) // buying a token is not rehearsed
        provider.auth = Auth::Bearer;
    if (provider.practice) {
        provider.enabled = true;
        provider.practice = !asReal;
    }
    return provider;
}

} // namespace

RehearsalWorld rehearsalWorld(const catalog::Catalog &catalog, const routing::Chain &chain,
                              const chat::Request &request)
{
    const QSet<QString> used = providersOf(catalog, chain, request);
    const bool allPractice =
        std::ranges::all_of(used, [&](const QString &id) { return catalog.provider(id)->practice; });
    RehearsalWorld made{.chain = withoutChecks(chain)};
    if (made.chain != chain)
        made.leftOut.append(RehearsalWorldText::tr("The checks of answers are not rehearsed."));
    QList<catalog::Provider> providers;
    QList<catalog::Endpoint> endpoints;
    for (const catalog::Provider &known : catalog.providers()) {
        if (!used.contains(known.id))
            continue;
        const catalog::Provider provider = playable(known, allPractice);
        if (!canPlay(provider.dialect)) {
            made.leftOut.append(RehearsalWorldText::tr("%1 cannot be rehearsed: it speaks %2.")
                                    .arg(provider.name, QString::fromLatin1(toWireName(provider.dialect))));
            continue;
        }
        providers.append(provider);
        if (provider.auth != Auth::None)
            made.world.keys.set(provider.id,
                                {.value = RehearsalKey.toByteArray(),
                                 .origin = secrets::originOf(provider.baseUrl),
                                 .source = u"session"_s,
                                 .plainHttp = true});
    }
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        if (used.contains(endpoint.providerId))
            endpoints.append(endpoint);
    }
    made.world.catalog = catalog::Catalog(providers, endpoints);
    made.world.chains = {made.chain};
    return made;
}

} // namespace sb::lab
