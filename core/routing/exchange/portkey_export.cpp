#include "core/routing/exchange/exchange.h"

#include "core/routing/exchange/export_source.h"
#include "core/routing/exchange/foreign_models.h"
#include "core/routing/exchange/portkey_query.h"
#include "core/routing/exchange/status_codes.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct PortkeyExportText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Exchange)
};

constexpr int MostPortkeyRetries = 5;

class PortkeyExport
{
public:
    PortkeyExport(const ToExport &what, const catalog::Catalog &catalog)
        : m_what(what)
        , m_catalog(catalog)
    {
    }

    Exported run()
    {
        const bool hasRules = m_what.policy && !m_what.policy->rules.isEmpty();
        const Json config = hasRules ? conditional() : single();
        m_report.addUnspoken(sourceOf(m_what));
        return {.text = config.dumpIndented(), .report = m_report.lines()};
    }

private:
    [[nodiscard]] const Chain *chainNamed(const QString &name) const
    {
        const auto found = std::ranges::find(m_what.chains, name, &Chain::name);
        return found == m_what.chains.end() ? nullptr : &*found;
    }

    /// The chain of all requests.
    Json single()
    {
        const QString otherwise = m_what.policy ? m_what.policy->otherwise : QString();
        const Chain *chain =
            otherwise.isEmpty() && !m_what.chains.isEmpty() ? &m_what.chains.constFirst() : chainNamed(otherwise);
        if (!chain)
            return Json::object();
        if (!otherwise.isEmpty())
            m_report.carriedOver(u"policy.otherwise"_s);
        for (const Chain &each : m_what.chains) {
            if (each.name != chain->name)
                m_report.notCarriedOver(
                    u"chains."_s + each.name,
                    PortkeyExportText::tr("No rule leads to it, and a config has one way for all."));
        }
        return nodeOf(*chain);
    }

    Json conditional()
    {
        Json conditions = Json::array();
        QStringList used;
        for (qsizetype i = 0; i < m_what.policy->rules.size(); ++i) {
            const Rule &rule = m_what.policy->rules.at(i);
            const QString path = itemPath(u"policy.rules"_s, i);
            const auto query = toPortkeyQuery({.when = rule.when, .unless = rule.unless});
            if (!rule.enabled || !query || !chainNamed(rule.chain)) {
                m_report.notCarriedOver(
                    path,
                    PortkeyExportText::tr("Only rules that ask for models, metadata and the user, and "
                                          "lead to a chain, can be said there."));
                continue;
            }
            Json condition;
            condition.set("query", *query);
            condition.set("then", rule.chain);
            conditions.append(condition);
            used.append(rule.chain);
            m_report.carriedOver(path);
        }
        Json strategy;
        strategy.set("mode", "conditional");
        strategy.set("conditions", conditions);
        if (chainNamed(m_what.policy->otherwise)) {
            strategy.set("default", m_what.policy->otherwise);
            used.append(m_what.policy->otherwise);
            m_report.carriedOver(u"policy.otherwise"_s);
        }
        Json config;
        config.set("strategy", strategy);
        config.set("targets", namedTargets(used));
        return config;
    }

    Json namedTargets(const QStringList &used)
    {
        Json targets = Json::array();
        for (const Chain &chain : m_what.chains) {
            if (!used.contains(chain.name)) {
                m_report.notCarriedOver(u"chains."_s + chain.name,
                                        PortkeyExportText::tr("No rule that could be said leads to it."));
                continue;
            }
            Json target;
            target.set("name", chain.name);
            for (const auto &[key, value] : nodeOf(chain).members())
                target.set(key, value);
            targets.append(target);
        }
        return targets;
    }

    Json nodeOf(const Chain &chain)
    {
        Json targets = Json::array();
        std::optional<MoveOn> moveOn;
        for (qsizetype i = 0; i < chain.steps.size(); ++i) {
            const auto endpoints = endpointsToExport(chain, i, m_catalog, m_report, false);
            if (endpoints.isEmpty())
                continue;
            targets.append(targetOf(chain, i, endpoints));
            if (!moveOn)
                moveOn = chain.steps.at(i).moveOn;
            reportMoveOn(chain, i, *moveOn);
        }
        if (targets.size() == 1)
            return targets.at(0);
        Json codes = Json::array();
        for (const qint64 code : codesOf(moveOn.value_or(MoveOn{})))
            codes.append(Json(code));
        Json strategy;
        strategy.set("mode", "fallback");
        strategy.set("on_status_codes", codes);
        Json node;
        node.set("strategy", strategy);
        node.set("targets", targets);
        return node;
    }

    void reportMoveOn(const Chain &chain, qsizetype index, const MoveOn &first)
    {
        const MoveOn &here = chain.steps.at(index).moveOn;
        if (here == MoveOn{} && first == MoveOn{})
            return;
        m_report.approximated(stepPath(chain, index) + u".move_on"_s,
                              here == first ? PortkeyExportText::tr("As status codes.")
                                            : PortkeyExportText::tr("There the codes of the first step hold for all."));
    }

    Json targetOf(const Chain &chain, qsizetype index, const QList<const catalog::Endpoint *> &endpoints)
    {
        const Step &step = chain.steps.at(index);
        Json shared;
        if (step.retries > 0) {
            Json retry;
            retry.set("attempts", std::min(step.retries, MostPortkeyRetries));
            shared.set("retry", retry);
        }
        const QString path = stepPath(chain, index);
        if (step.retries > MostPortkeyRetries)
            m_report.approximated(path + u".retries"_s,
                                  PortkeyExportText::tr("%1 is the most there.").arg(MostPortkeyRetries));
        else if (step.retries != Step{}.retries)
            m_report.carriedOver(path + u".retries"_s);
        if (const auto timeout = oneTimeout(step.clocks)) {
            shared.set("request_timeout", qint64(timeout->count()));
            m_report.approximated(path + u".clocks"_s, PortkeyExportText::tr("As one timeout of the whole call."));
        }
        if (step.overrides.size() > 0)
            m_report.carriedOver(path + u".overrides"_s);
        if (step.maxTokens)
            m_report.approximated(path + u".max_tokens"_s,
                                  PortkeyExportText::tr("There it holds for every request, also for those that say it "
                                                        "themselves."));
        Json targets = Json::array();
        for (const catalog::Endpoint *endpoint : endpoints)
            targets.append(leafOf(step, *endpoint));
        Json target = targets.at(0);
        if (targets.size() > 1) {
            Json strategy;
            strategy.set("mode", "loadbalance");
            target = Json::object();
            target.set("strategy", strategy);
            target.set("targets", targets);
        }
        for (const auto &[key, value] : shared.members())
            target.set(key, value);
        return target;
    }

    static Json leafOf(const Step &step, const catalog::Endpoint &endpoint)
    {
        Json params;
        params.set("model", endpoint.upstreamModel);
        if (step.maxTokens)
            params.set("max_tokens", *step.maxTokens);
        for (const auto &[key, value] : step.overrides.members()) {
            if (!value.isNull())
                params.set(key, value);
        }
        Json leaf;
        leaf.set("provider", foreignNames(endpoint.providerId)->portkey);
        leaf.set("override_params", params);
        return leaf;
    }

    const ToExport &m_what;
    const catalog::Catalog &m_catalog;
    Report m_report;
};

} // namespace

Exported exportPortkey(const ToExport &what, const catalog::Catalog &catalog)
{
    return PortkeyExport(what, catalog).run();
}

} // namespace sb::routing
