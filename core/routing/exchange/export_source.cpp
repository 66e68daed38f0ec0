#include "core/routing/exchange/export_source.h"

#include "core/routing/exchange/foreign_models.h"
#include "core/routing/policy/member_diff.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct ExportSourceText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Exchange)
};

} // namespace

Json sourceOf(const ToExport &what)
{
    const QList<QByteArray> ours{"format", "version", "name"};
    Json chains = Json::object();
    for (const Chain &chain : what.chains)
        chains.set(chain.name.toUtf8(), without(toJson(chain), ours));
    Json json;
    if (what.policy)
        json.set("policy", without(toJson(*what.policy), ours));
    json.set("chains", chains);
    return json;
}

QString stepPath(const Chain &chain, qsizetype step)
{
    return u"chains.%1.steps[%2]"_s.arg(chain.name, QString::number(step));
}

QList<const catalog::Endpoint *> endpointsToExport(const Chain &chain, qsizetype index, const catalog::Catalog &catalog,
                                                   Report &report, bool forLiteLlm)
{
    const Step &step = chain.steps.at(index);
    const QString path = stepPath(chain, index);
    QList<const catalog::Endpoint *> all;
    for (const QString &id : step.endpoints)
        all.append(catalog.endpoint(id));
    if (step.endpoints.isEmpty()) {
        for (const QString &model : modelsOf(step))
            all += catalog.endpointsFor(model);
    }
    all.removeAll(nullptr);
    QStringList unknown;
    all.removeIf([&](const catalog::Endpoint *endpoint) {
        const ForeignNames *names = foreignNames(endpoint->providerId);
        const bool isKnown = names && *(forLiteLlm ? names->liteLlm : names->portkey) != '\0';
        if (!isKnown)
            unknown.append(endpoint->id);
        return !isKnown;
    });
    if (all.isEmpty())
        report.notCarriedOver(path, ExportSourceText::tr("None of its endpoints is known there."));
    else if (!unknown.isEmpty())
        report.approximated(path + u".model"_s,
                            ExportSourceText::tr("Without %1, which is not known there.").arg(unknown.join(u", "_s)));
    else if (step.endpoints.isEmpty())
        report.approximated(path + u".model"_s, ExportSourceText::tr("By the endpoints that the catalog has today."));
    else
        report.carriedOver(path + u".model"_s);
    if (!all.isEmpty() && !step.models.isEmpty())
        report.carriedOver(path + u".models"_s);
    if (!all.isEmpty() && !step.endpoints.isEmpty())
        report.carriedOver(path + u".endpoints"_s);
    return all;
}

std::optional<milliseconds> oneTimeout(const StepClocks &clocks)
{
    const StepClocks defaults;
    const milliseconds one = clocks.firstContent;
    const StepClocks expected{.firstByte = one, .firstContent = one, .firstContentReasoning = one, .total = one};
    return clocks != defaults && clocks == expected ? std::optional(one) : std::nullopt;
}

bool asksModelNamesOnly(const Rule &rule)
{
    const Condition models{.models = rule.when.models};
    const bool named = std::ranges::none_of(rule.when.models, [](const QString &name) { return name.contains(u'*'); });
    return rule.enabled && !rule.unless && !rule.when.models.isEmpty() && rule.when == models && named;
}

} // namespace sb::routing
