#include "core/routing/exchange/exchange.h"

#include "core/routing/exchange/foreign_models.h"
#include "core/routing/exchange/litellm_groups.h"
#include "core/routing/exchange/yaml.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct LiteLlmImportText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Exchange)
};

/// A setting and where it stands. LiteLLM takes most of them in two places.
struct Setting
{
    Json value = {};
    QString path = {};
};

/// One kind of fallbacks: from the name of a group to names of others.
struct Fallbacks
{
    QHash<QString, QStringList> names = {};
    QStringList byDefault = {}; ///< for groups that have none
};

class LiteLlmImport
{
public:
    LiteLlmImport(Json source, const QString &name, const catalog::Catalog &catalog)
        : m_source(std::move(source))
        , m_catalog(catalog)
    {
        m_policy.name = asChainName(name);
    }

    Result<Imported> run()
    {
        auto groups = readGroups(m_source, m_catalog, m_report);
        if (!groups)
            return tl::unexpected(groups.error());
        m_groups = std::move(*groups);
        readSettings();
        m_general = readFallbacks("fallbacks");
        m_context = readFallbacks("context_window_fallbacks");
        m_refusal = readFallbacks("content_policy_fallbacks");
        readDefaultFallbacks();
        makeTagRules();
        readAliases();
        makeChains();
        m_report.addUnspoken(m_source);
        return Imported{.chains = m_chains, .policy = m_policy, .report = m_report.lines()};
    }

private:
    [[nodiscard]] std::optional<Setting> setting(const QByteArray &key) const
    {
        for (const char *section : {"router_settings", "litellm_settings"}) {
            if (const Json *value = m_source[section].find(key))
                return Setting{*value, memberPath(QString::fromLatin1(section), key)};
        }
        return {};
    }
    [[nodiscard]] const DeploymentGroup *group(const QString &name) const
    {
        const auto found = std::ranges::find(m_groups, name, &DeploymentGroup::name);
        return found == m_groups.end() ? nullptr : &*found;
    }

    void readSettings()
    {
        readRetries();
        for (const char *key : {"timeout", "request_timeout", "stream_timeout"}) {
            const auto found = setting(key);
            const auto timeout = found ? secondsOf(found->value) : std::nullopt;
            if (!timeout)
                continue;
            if (!m_timeout)
                m_timeout = timeout;
            m_report.approximated(
                found->path,
                LiteLlmImportText::tr("As the wait for the first content; an answer that keeps coming "
                                      "is not cut off."));
        }
        readStrategy();
        for (const char *key : {"allowed_fails", "cooldown_time", "allowed_fails_policy", "disable_cooldowns"}) {
            if (const auto found = setting(key))
                m_report.notCarriedOver(
                    found->path,
                    LiteLlmImportText::tr("An endpoint that keeps failing is left out by a rule of "
                                          "its own here: after 5 failures in a row, or half of 20."));
        }
        if (const auto found = setting("enable_pre_call_checks"))
            m_report.carriedOver(found->path, LiteLlmImportText::tr("Windows are always checked before a call."));
    }

    void readRetries()
    {
        const auto found = setting("num_retries");
        const auto count = found ? found->value.toInteger() : std::nullopt;
        if (count && *count >= 0) {
            m_retries = int(std::min<qint64>(*count, MostRetries));
            if (*count <= MostRetries)
                m_report.carriedOver(found->path);
            else
                m_report.approximated(found->path, LiteLlmImportText::tr("%1 is the most.").arg(MostRetries));
        }
        const auto policy = setting("retry_policy");
        if (!policy)
            return;
        for (const auto &[key, value] : policy->value.members()) {
            const auto retries = value.toInteger();
            if (key == "InternalServerErrorRetries" && retries && *retries >= 0) {
                m_retries = int(std::min<qint64>(*retries, MostRetries));
                m_report.approximated(memberPath(policy->path, key),
                                      LiteLlmImportText::tr("Also for refused connections and overload."));
            } else {
                m_report.notCarriedOver(
                    memberPath(policy->path, key),
                    LiteLlmImportText::tr("What is tried again after which failure is set here, and "
                                          "explained in the editor of the chain."));
            }
        }
    }

    void readStrategy()
    {
        const auto found = setting("routing_strategy");
        if (!found)
            return;
        const QString strategy = found->value.toText();
        if (strategy == "latency-based-routing"_L1)
            m_sort = Sort::Latency;
        else if (strategy == "cost-based-routing"_L1)
            m_sort = Sort::Price;
        if (m_sort)
            m_report.carriedOver(found->path);
        else
            m_report.approximated(
                found->path,
                LiteLlmImportText::tr("The endpoints of a step are picked by chance in proportion to "
                                      "cost, waiting and risk; near a rate limit others come first."));
    }

    Fallbacks readFallbacks(const QByteArray &key)
    {
        Fallbacks fallbacks;
        const auto found = setting(key);
        for (qsizetype i = 0; found && i < found->value.size(); ++i) {
            for (const auto &[name, list] : found->value.at(i).members()) {
                const QString path = memberPath(itemPath(found->path, i), name);
                const QStringList names = readNames(list, path);
                if (name == "*")
                    fallbacks.byDefault = names;
                else if (group(QString::fromUtf8(name)))
                    fallbacks.names.insert(QString::fromUtf8(name), names);
                else
                    m_report.notCarriedOver(path, LiteLlmImportText::tr("The file has no such group."));
            }
        }
        return fallbacks;
    }

    QStringList readNames(const Json &list, const QString &path)
    {
        QStringList names;
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString name = list.at(i).toText();
            if (name.isEmpty()) {
                m_report.notCarriedOver(
                    itemPath(path, i),
                    LiteLlmImportText::tr("Another prompt for a fallback: a step has the request's."));
                continue;
            }
            names.append(name);
            if (group(name))
                m_report.carriedOver(itemPath(path, i), LiteLlmImportText::tr("As a further step."));
            else
                m_report.approximated(
                    itemPath(path, i),
                    LiteLlmImportText::tr("The file has no such group; the step asks for a model of this name."));
        }
        return names;
    }

    void readDefaultFallbacks()
    {
        if (const auto found = setting("default_fallbacks"))
            m_general.byDefault = readNames(found->value, found->path);
    }

    /// Requests with a tag go by the deployments that have it.
    void makeTagRules()
    {
        const auto enabled = setting("enable_tag_filtering");
        if (!enabled || !enabled->value.toBool().value_or(false))
            return;
        m_report.carriedOver(enabled->path, LiteLlmImportText::tr("As rules of the policy."));
        for (DeploymentGroup &each : m_groups) {
            QStringList tags;
            for (const Deployment &deployment : each.deployments) {
                tags += deployment.tags;
                if (!deployment.tags.isEmpty())
                    m_report.carriedOver(deployment.path + u".tags"_s);
            }
            tags.removeDuplicates();
            const bool hasDefault = tags.removeAll(u"default"_s) > 0;
            for (const QString &tag : tags)
                addTagRule(each, tag);
            // Requests without a tag go by the default ones, or by those without a tag.
            QList<Deployment> rest = each.deployments;
            rest.removeIf([hasDefault](const Deployment &deployment) {
                return hasDefault ? !deployment.tags.contains(u"default"_s) : !deployment.tags.isEmpty();
            });
            if (!rest.isEmpty())
                each.deployments = rest;
        }
    }

    void addTagRule(const DeploymentGroup &each, const QString &tag)
    {
        QList<Deployment> tagged = each.deployments;
        tagged.removeIf([&tag](const Deployment &deployment) { return !deployment.tags.contains(tag); });
        DeploymentGroup ofTag = each;
        ofTag.deployments = tagged;
        ofTag.chain = asChainName(each.chain.left(40) + u'-' + tag);
        m_policy.rules.append(
            {.id = ofTag.chain, .when = {.models = {each.name}, .tags = {tag}}, .chain = ofTag.chain});
        m_tagged.append(ofTag);
    }

    void readAliases()
    {
        const auto found = setting("model_group_alias");
        if (!found)
            return;
        for (const auto &[alias, value] : found->value.members()) {
            const QString path = memberPath(found->path, alias);
            const QString target = value.isObject() ? value["model"].toText() : value.toText();
            const DeploymentGroup *named = group(target);
            if (!named) {
                m_report.notCarriedOver(path, LiteLlmImportText::tr("The file has no such group."));
                continue;
            }
            m_aliases.append({.when = {.models = {QString::fromUtf8(alias)}}, .chain = named->chain});
            m_report.carriedOver(path, LiteLlmImportText::tr("As a rule of the policy."));
        }
    }

    /// The steps of a group alone.
    [[nodiscard]] QList<Step> ownSteps(const DeploymentGroup &of) const
    {
        QList<Step> steps = stepsOf(of.deployments);
        for (Step &step : steps) {
            step.retries = m_retries.value_or(step.retries);
            if (m_timeout && step.clocks == StepClocks{})
                setTimeout(step, *m_timeout);
            if (step.endpoints.size() > 1)
                step.preferences.sort = m_sort;
        }
        return steps;
    }

    [[nodiscard]] QList<Step> stepsNamed(const QString &name) const
    {
        if (const DeploymentGroup *named = group(name))
            return ownSteps(*named);
        Deployment alone{.model = name, .endpoint = endpointCalled(m_catalog, name)};
        return ownSteps({.name = name, .deployments = {alone}});
    }

    /// The id of the first step of a group in a chain, which is added at the end where the chain has it not yet.
    static QString joined(Chain &chain, QHash<QString, QString> &ids, const QString &name, QList<Step> steps)
    {
        if (const auto known = ids.constFind(name); known != ids.cend())
            return *known;
        if (steps.isEmpty())
            return {};
        steps.first().id = asChainName(name);
        ids.insert(name, steps.constFirst().id);
        chain.steps += steps;
        return steps.constFirst().id;
    }

    [[nodiscard]] Chain chainOf(const DeploymentGroup &of) const
    {
        Chain chain{.name = of.chain, .steps = ownSteps(of)};
        const qsizetype own = chain.steps.size();
        QHash<QString, QString> ids{{of.name, QString()}};
        for (const QString &name : m_general.names.value(of.name, m_general.byDefault))
            joined(chain, ids, name, stepsNamed(name));
        const auto lead = [&](const Fallbacks &fallbacks, QString NextSteps::*next) {
            QString first;
            for (const QString &name : fallbacks.names.value(of.name, fallbacks.byDefault)) {
                const QString id = joined(chain, ids, name, stepsNamed(name));
                if (first.isEmpty())
                    first = id;
            }
            for (qsizetype i = 0; i < own; ++i)
                chain.steps[i].next.*next = first;
        };
        lead(m_context, &NextSteps::contextFull);
        lead(m_refusal, &NextSteps::contentPolicy);
        dropUnusedIds(chain);
        return chain;
    }

    /// Only what is named needs an id.
    static void dropUnusedIds(Chain &chain)
    {
        QStringList used;
        for (const Step &step : chain.steps)
            used += {step.next.contextFull, step.next.contentPolicy};
        for (Step &step : chain.steps) {
            if (!used.contains(step.id))
                step.id.clear();
        }
    }

    /// LiteLLM takes a name before any pattern, and a longer pattern before a shorter one.
    [[nodiscard]] QList<DeploymentGroup> byPrecedence() const
    {
        QList<DeploymentGroup> ordered = m_groups;
        std::ranges::stable_sort(ordered, {}, [](const DeploymentGroup &each) {
            return each.isWildcard ? std::numeric_limits<qsizetype>::max() - each.name.size() : -1;
        });
        return ordered;
    }

    void makeChains()
    {
        for (const DeploymentGroup &each : m_tagged)
            m_chains.append(chainOf(each));
        QList<Rule> byPattern;
        for (const DeploymentGroup &each : byPrecedence()) {
            if (each.stepOf > 0)
                continue;
            const QString chain = each.isWildcard ? QString() : each.chain;
            if (!each.isWildcard)
                m_chains.append(chainOf(each));
            (each.isWildcard ? byPattern : m_policy.rules)
                .append({.id = chain, .when = {.models = {each.name}}, .chain = chain});
        }
        m_policy.rules += m_aliases;
        m_policy.rules += byPattern;
    }

    Json m_source;
    const catalog::Catalog &m_catalog;
    Report m_report;
    QList<DeploymentGroup> m_groups;
    QList<DeploymentGroup> m_tagged; ///< parts of groups, for requests with a tag
    std::optional<int> m_retries;
    std::optional<milliseconds> m_timeout;
    std::optional<Sort> m_sort;
    Fallbacks m_general;
    Fallbacks m_context;
    Fallbacks m_refusal;
    QList<Rule> m_aliases;
    QList<Chain> m_chains;
    Policy m_policy;
};

} // namespace

Result<Imported> importLiteLlm(QByteArrayView yaml, const QString &name, const catalog::Catalog &catalog)
{
    return parseYaml(yaml).and_then([&](const Json &source) { return LiteLlmImport(source, name, catalog).run(); });
}

} // namespace sb::routing
