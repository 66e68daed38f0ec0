#include "core/profile/target.h"

#include "core/profile/settings.h"

#include <optional>
#include <tuple>

namespace sb::profile {

namespace {

constexpr qint64 QuestionTokens = 1'000;
constexpr qint64 AnswerTokens = 500;

/// How far an endpoint is from being meant; the least is.
std::tuple<int, qint64, QString> rankOf(const catalog::Endpoint &endpoint, bool practice)
{
    enum Class
    {
        Known,
        Priced,
        Free,
        Practice,
        Unpriced
    };
    if (practice)
        return {Practice, 0, endpoint.modelId};
    if (endpoint.free)
        return {Free, 0, endpoint.modelId};
    const auto cost =
        endpoint.price ? catalog::expectedCost(*endpoint.price, QuestionTokens, AnswerTokens) : std::nullopt;
    if (!cost)
        return {Unpriced, 0, endpoint.modelId};
    const bool known = endpoint.capabilities.tools && !endpoint.fromProfile;
    return {known ? Known : Priced, cost->value, endpoint.modelId};
}

} // namespace

QStringList withRecent(QStringList recent, const QString &target)
{
    recent.removeAll(target);
    recent.prepend(target);
    recent.resize(qMin(recent.size(), MaxRecentTargets));
    return recent;
}

QString modestModel(const catalog::Catalog &catalog, const QSet<QString> &usable, const QStringList &except)
{
    std::optional<std::tuple<int, qint64, QString>> best;
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        if (!usable.contains(endpoint.providerId) || except.contains(endpoint.modelId) || !endpoint.outputs.text)
            continue;
        const catalog::Provider *provider = catalog.provider(endpoint.providerId);
        const auto rank = rankOf(endpoint, provider && provider->practice);
        if (!best || rank < *best)
            best = rank;
    }
    return best ? std::get<QString>(*best) : QString();
}

} // namespace sb::profile
