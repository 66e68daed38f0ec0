#include "core/routing/exchange/exchange.h"

#include "core/routing/exchange/export_source.h"
#include "core/routing/exchange/foreign_models.h"
#include "core/routing/exchange/yaml.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct LiteLlmExportText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Exchange)
};

class LiteLlmExport
{
public:
    LiteLlmExport(const ToExport &what, const catalog::Catalog &catalog)
        : m_what(what)
        , m_catalog(catalog)
    {
    }

    Exported run()
    {
        for (const Chain &chain : m_what.chains)
            addChain(chain);
        addRules();
        addStrategy();
        Json router;
        router.set("num_retries", mostRetries());
        for (const auto &[key, value] : m_settings.members())
            router.set(key, value);
        Json out;
        out.set("model_list", m_models);
        out.set("router_settings", router);
        m_report.addUnspoken(sourceOf(m_what));
        return {.text = writeYaml(out), .report = m_report.lines()};
    }

private:
    /// The rule whose name a chain's first group has.
    [[nodiscard]] const Rule *namingRule(const Chain &chain) const
    {
        if (!m_what.policy)
            return nullptr;
        const auto found = std::ranges::find_if(m_what.policy->rules, [&chain](const Rule &rule) {
            return rule.chain == chain.name && asksModelNamesOnly(rule);
        });
        return found == m_what.policy->rules.end() ? nullptr : &*found;
    }
    [[nodiscard]] QString groupOf(const Chain &chain) const
    {
        const Rule *rule = namingRule(chain);
        return rule ? rule->when.models.constFirst() : chain.name;
    }
    [[nodiscard]] QString groupOf(const Chain &chain, qsizetype step) const
    {
        return step == 0 ? groupOf(chain) : u"%1-step-%2"_s.arg(groupOf(chain)).arg(step + 1);
    }
    [[nodiscard]] int mostRetries() const
    {
        int most = 0;
        for (const Chain &chain : m_what.chains) {
            for (const Step &step : chain.steps)
                most = std::max(most, step.retries);
        }
        return most;
    }

    void addChain(const Chain &chain)
    {
        QStringList groups;
        for (qsizetype i = 0; i < chain.steps.size(); ++i) {
            const auto endpoints = endpointsToExport(chain, i, m_catalog, m_report, true);
            if (endpoints.isEmpty())
                continue;
            groups.append(groupOf(chain, i));
            for (const catalog::Endpoint *endpoint : endpoints)
                m_models.append(entryOf(chain, i, *endpoint));
            reportStep(chain, i);
        }
        if (groups.size() > 1)
            addFallbacks("fallbacks", groups.constFirst(), groups.sliced(1));
        if (!groups.isEmpty())
            addNext(chain);
    }

    [[nodiscard]] Json entryOf(const Chain &chain, qsizetype index, const catalog::Endpoint &endpoint) const
    {
        const Step &step = chain.steps.at(index);
        const catalog::Provider *provider = m_catalog.provider(endpoint.providerId);
        Json params;
        params.set("model",
                   QString::fromLatin1(foreignNames(endpoint.providerId)->liteLlm) + u'/' + endpoint.upstreamModel);
        if (provider && provider->local)
            params.set("api_base", provider->baseUrl.toString());
        if (provider && !provider->keyVariables.isEmpty())
            params.set("api_key", u"os.environ/"_s + provider->keyVariables.constFirst());
        if (const auto timeout = oneTimeout(step.clocks))
            params.set("timeout", double(timeout->count()) / 1000);
        if (step.maxTokens)
            params.set("max_tokens", *step.maxTokens);
        for (const auto &[key, value] : step.overrides.members()) {
            if (!value.isNull())
                params.set(key, value);
        }
        Json mark;
        mark.set("chain", chain.name);
        if (index > 0)
            mark.set("step", qint64(index + 1));
        Json info;
        info.set("signalbox", mark);
        Json entry;
        entry.set("model_name", groupOf(chain, index));
        entry.set("litellm_params", params);
        entry.set("model_info", info);
        return entry;
    }

    void reportStep(const Chain &chain, qsizetype index)
    {
        const Step &step = chain.steps.at(index);
        const QString path = stepPath(chain, index);
        if (step.retries != mostRetries())
            m_report.approximated(
                path + u".retries"_s,
                LiteLlmExportText::tr("There is one number for all; %1 is the most.").arg(mostRetries()));
        else if (step.retries != Step{}.retries)
            m_report.carriedOver(path + u".retries"_s);
        if (oneTimeout(step.clocks))
            m_report.approximated(path + u".clocks"_s, LiteLlmExportText::tr("As one timeout of the whole call."));
        if (step.maxTokens)
            m_report.carriedOver(path + u".max_tokens"_s);
        if (step.overrides.size() > 0)
            m_report.approximated(path + u".overrides"_s,
                                  LiteLlmExportText::tr("There a request that says it itself goes first."));
    }

    void addFallbacks(const QByteArray &key, const QString &from, const QStringList &to)
    {
        const Json names = Json::array(to);
        Json one;
        one.set(from.toUtf8(), names);
        Json list = m_settings[key];
        list.append(one);
        m_settings.set(key, list);
    }

    /// There a group has such fallbacks, not each of its steps.
    void addNext(const Chain &chain)
    {
        const auto add = [&](const QByteArray &key, const QByteArray &member, QString NextSteps::*next) {
            for (qsizetype i = 0; i < chain.steps.size(); ++i) {
                const QString id = chain.steps.at(i).next.*next;
                const auto target = std::ranges::find(chain.steps, id, &Step::id);
                if (id.isEmpty() || target == chain.steps.end())
                    continue;
                const QString path = stepPath(chain, i) + u".next."_s + QString::fromLatin1(member);
                if (i > 0) {
                    m_report.notCarriedOver(path, LiteLlmExportText::tr("Only the first step can have it there."));
                    continue;
                }
                const qsizetype index = std::distance(chain.steps.begin(), target);
                addFallbacks(key, groupOf(chain), {groupOf(chain, index)});
                m_report.carriedOver(path);
                m_report.carriedOver(stepPath(chain, index) + u".id"_s);
            }
        };
        add("context_window_fallbacks", "context_full", &NextSteps::contextFull);
        add("content_policy_fallbacks", "content_policy", &NextSteps::contentPolicy);
    }

    void addRules()
    {
        Json aliases;
        const QList<Rule> rules = m_what.policy ? m_what.policy->rules : QList<Rule>();
        for (qsizetype i = 0; i < rules.size(); ++i) {
            const Rule &rule = rules.at(i);
            const QString path = itemPath(u"policy.rules"_s, i);
            const auto chain = std::ranges::find(m_what.chains, rule.chain, &Chain::name);
            if (!asksModelNamesOnly(rule) || chain == m_what.chains.end()) {
                m_report.notCarriedOver(
                    path, LiteLlmExportText::tr("Only rules that give names of models to a chain can be said there."));
                continue;
            }
            const QString group = groupOf(*chain);
            for (const QString &name : rule.when.models) {
                if (name != group)
                    aliases.set(name.toUtf8(), group);
            }
            m_report.carriedOver(path);
        }
        if (aliases.size() > 0)
            m_settings.set("model_group_alias", aliases);
    }

    void addStrategy()
    {
        QList<Sort> sorts;
        for (const Chain &chain : m_what.chains) {
            for (const Step &step : chain.steps) {
                if (step.preferences.sort && !sorts.contains(*step.preferences.sort))
                    sorts.append(*step.preferences.sort);
            }
        }
        const bool isKnown = sorts == QList{Sort::Latency} || sorts == QList{Sort::Price};
        if (!isKnown)
            return;
        m_settings.set("routing_strategy",
                       sorts == QList{Sort::Latency} ? "latency-based-routing" : "cost-based-routing");
        for (const Chain &chain : m_what.chains) {
            for (qsizetype i = 0; i < chain.steps.size(); ++i) {
                if (chain.steps.at(i).preferences.sort)
                    m_report.approximated(stepPath(chain, i) + u".provider.sort"_s,
                                          LiteLlmExportText::tr("There it holds for all steps of all chains."));
            }
        }
    }

    const ToExport &m_what;
    const catalog::Catalog &m_catalog;
    Report m_report;
    Json m_models = Json::array();
    Json m_settings;
};

} // namespace

Exported exportLiteLlm(const ToExport &what, const catalog::Catalog &catalog)
{
    return LiteLlmExport(what, catalog).run();
}

} // namespace sb::routing
