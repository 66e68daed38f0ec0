#include "core/routing/exchange/exchange.h"

#include "core/routing/exchange/foreign_models.h"
#include "core/routing/exchange/portkey_query.h"
#include "core/routing/exchange/status_codes.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct PortkeyImportText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Exchange)
};

constexpr int DeepestTargets = 16;

/// What a target has of its own or of those around it.
struct Inherited
{
    std::optional<int> retries = {};
    std::optional<milliseconds> timeout = {};
    Json overrides = {};
    std::optional<MoveOn> moveOn = {};
};

class PortkeyImport
{
public:
    PortkeyImport(Json source, const QString &name, const catalog::Catalog &catalog)
        : m_source(std::move(source))
        , m_catalog(catalog)
        , m_name(asChainName(name))
    {
        m_policy.name = m_name;
    }

    Result<Imported> run()
    {
        if (!m_source.isObject())
            return failure(Error::Kind::InvalidInput, PortkeyImportText::tr("A config is an object."));
        if (modeOf(m_source) == "conditional"_L1)
            addConditions();
        else
            m_policy.otherwise = addChain(m_name, m_source, {});
        namePassedProviders();
        m_report.addUnspoken(m_source);
        if (m_error)
            return tl::unexpected(*m_error);
        return Imported{.chains = m_chains, .policy = m_policy, .report = m_report.lines()};
    }

private:
    static QString modeOf(const Json &node) { return node["strategy"]["mode"].toText(); }

    void refuse(const QString &path, const QString &expected)
    {
        if (!m_error)
            m_error = Error{.kind = Error::Kind::InvalidInput,
                            .message = PortkeyImportText::tr("%1: expected %2").arg(path, expected)};
    }

    /// @return the name of the chain; empty where no target names a model, so that requests go as they ask
    QString addChain(const QString &name, const Json &node, const QString &path, const Inherited &around = {})
    {
        const QList<Step> steps = stepsOf(node, path, around, 0);
        if (steps.isEmpty())
            return {};
        m_chains.append({.name = name, .steps = steps});
        return name;
    }

    QList<Step> stepsOf(const Json &node, const QString &path, const Inherited &around, int depth)
    {
        if (depth > DeepestTargets) {
            refuse(path, PortkeyImportText::tr("at most %1 levels of targets").arg(DeepestTargets));
            return {};
        }
        Inherited here = inheritedBy(node, path, around);
        if (!node.contains("targets"))
            return leaf(node, path, here);
        const QString mode = modeOf(node);
        const QString modePath = memberPath(memberPath(path, "strategy"), "mode");
        if (mode == "fallback"_L1 || mode == "single"_L1) {
            m_report.carriedOver(modePath);
            if (mode == "fallback"_L1)
                here.moveOn = readMoveOn(node, path);
            return inTurn(node, path, here, depth);
        }
        if (mode == "loadbalance"_L1)
            return shared(node, path, here, depth);
        if (mode == "conditional"_L1)
            m_report.notCarriedOver(
                memberPath(path, "strategy"),
                PortkeyImportText::tr("Conditions decide between chains here, not inside of one; its "
                                      "targets follow one another."));
        else
            refuse(modePath, u"\"single\", \"fallback\", \"loadbalance\", \"conditional\""_s);
        return inTurn(node, path, here, depth);
    }

    QList<Step> inTurn(const Json &node, const QString &path, const Inherited &here, int depth)
    {
        QList<Step> steps;
        const QString list = memberPath(path, "targets");
        for (qsizetype i = 0; i < node["targets"].size(); ++i)
            steps += stepsOf(node["targets"].at(i), itemPath(list, i), here, depth + 1);
        return steps;
    }

    /// Targets that share the requests are the endpoints of one step, where they are alike otherwise.
    QList<Step> shared(const Json &node, const QString &path, const Inherited &here, int depth)
    {
        const QList<Step> apart = inTurn(node, path, here, depth);
        const QString modePath = memberPath(memberPath(path, "strategy"), "mode");
        QList<Step> steps;
        for (const Step &each : apart) {
            const auto alike =
                std::ranges::find_if(steps, [&each](const Step &other) { return differOnlyInEndpoints(each, other); });
            if (alike == steps.end()) {
                steps.append(each);
                continue;
            }
            if (alike->model != each.model && !alike->models.contains(each.model))
                alike->models.append(each.model);
            alike->endpoints += each.endpoints;
            alike->endpoints.removeDuplicates();
        }
        m_report.approximated(
            modePath,
            steps.size() < 2 ? PortkeyImportText::tr("As the endpoints of one step, which are picked by chance in "
                                                     "proportion to cost, waiting and risk.")
                             : PortkeyImportText::tr("Its targets differ in more than the endpoint, so that they are "
                                                     "steps that follow one another."));
        return steps;
    }

    static bool differOnlyInEndpoints(Step a, const Step &b)
    {
        // Without an endpoint of the catalog a step would be left out beside one that has one.
        if (a.endpoints.isEmpty() || b.endpoints.isEmpty())
            return false;
        a.model = b.model;
        a.models = b.models;
        a.endpoints = b.endpoints;
        return a == b;
    }

    Inherited inheritedBy(const Json &node, const QString &path, Inherited here)
    {
        readRetry(node, path, here);
        if (const auto timeout = node["request_timeout"].toInteger(); timeout && *timeout > 0) {
            here.timeout = std::min(milliseconds(*timeout), LongestClock);
            m_report.approximated(
                memberPath(path, "request_timeout"),
                PortkeyImportText::tr("As the wait for the first content; an answer that keeps coming "
                                      "is not cut off."));
        }
        for (const auto &[key, value] : node["override_params"].members())
            here.overrides.set(key, value);
        if (node.contains("weight"))
            m_report.notCarriedOver(
                memberPath(path, "weight"),
                PortkeyImportText::tr("Requests are shared out by cost, waiting and risk here, not by "
                                      "set shares."));
        if (node.contains("cache"))
            m_report.notCarriedOver(memberPath(path, "cache"),
                                    PortkeyImportText::tr("Answers are not kept to be given again here."));
        return here;
    }

    void readRetry(const Json &node, const QString &path, Inherited &here)
    {
        const QString at = memberPath(path, "retry");
        const auto attempts = node["retry"]["attempts"].toInteger();
        if (attempts && *attempts >= 0) {
            here.retries = int(std::min<qint64>(*attempts, MostRetries));
            m_report.carriedOver(memberPath(at, "attempts"));
        }
        if (node["retry"].contains("on_status_codes"))
            m_report.notCarriedOver(
                memberPath(at, "on_status_codes"),
                PortkeyImportText::tr("What is tried again after which failure is set here: refused "
                                      "connections, overload, and rate limits that are short."));
        if (node["retry"].contains("use_retry_after_header"))
            m_report.carriedOver(memberPath(at, "use_retry_after_header"), PortkeyImportText::tr("It always is."));
    }

    /// Without codes any failure leads on.
    MoveOn readMoveOn(const Json &node, const QString &path)
    {
        if (!node["strategy"].contains("on_status_codes"))
            return MoveOn{.contentPolicy = true};
        QList<qint64> codes;
        for (const Json &code : node["strategy"]["on_status_codes"].items())
            codes.append(code.toInteger().value_or(0));
        m_report.approximated(memberPath(memberPath(path, "strategy"), "on_status_codes"),
                              PortkeyImportText::tr("As kinds of failures: a code may be said of more than one."));
        return moveOnAfter(codes);
    }

    /// Who is asked, in the ways in which a target may say it.
    QString providerOf(const Json &node, const QString &path)
    {
        QString provider = node["provider"].toText();
        if (!provider.startsWith(u'@'))
            return provider;
        // An integration is named by its user: "@openai-prod".
        provider = provider.sliced(1);
        QString known = provider;
        while (!known.isEmpty() && !isKnown(known))
            known = known.contains(u'-') ? known.left(known.lastIndexOf(u'-')) : QString();
        if (known.isEmpty())
            m_report.notCarriedOver(
                memberPath(path, "provider"),
                PortkeyImportText::tr("Which provider “%1” is, only its owner knows.").arg(provider));
        else
            m_report.approximated(memberPath(path, "provider"),
                                  PortkeyImportText::tr("“%1” is taken for %2.").arg(provider, known));
        return known;
    }
    [[nodiscard]] bool isKnown(const QString &provider) const
    {
        const QStringList ids = providersCalled(provider);
        return std::ranges::any_of(ids, [this](const QString &id) { return m_catalog.provider(id) != nullptr; });
    }

    QList<Step> leaf(const Json &node, const QString &path, const Inherited &here)
    {
        const QString modelPath = memberPath(memberPath(path, "override_params"), "model");
        QString provider = providerOf(node, path);
        QString model = here.overrides["model"].toText();
        if (model.startsWith(u'@') && model.contains(u'/')) {
            Json named;
            named.set("provider", model.section(u'/', 0, 0));
            provider = providerOf(named, memberPath(path, "override_params"));
            model = model.section(u'/', 1);
        }
        if (model.isEmpty()) {
            m_passed.append({provider, path});
            return {};
        }
        const catalog::Endpoint *endpoint = endpointCalled(m_catalog, provider, model);
        if (!endpoint && provider.isEmpty())
            endpoint = endpointCalled(m_catalog, model);
        Step step = stepWith(here, path);
        step.model = endpoint ? endpoint->modelId : provider.isEmpty() ? model : provider + u'/' + model;
        if (endpoint) {
            step.endpoints = {endpoint->id};
            m_report.carriedOver(modelPath, endpoint->id);
            if (!node["provider"].toText().startsWith(u'@'))
                m_report.carriedOver(memberPath(path, "provider"));
        } else {
            m_report.approximated(
                modelPath,
                PortkeyImportText::tr("The catalog has no “%1”. The step asks for a model of this name; "
                                      "choose another one, or add it at its provider.")
                    .arg(step.model));
        }
        return {step};
    }

    Step stepWith(const Inherited &here, const QString &path)
    {
        Step step;
        step.retries = here.retries.value_or(0); // without a word there are none
        if (here.timeout) {
            for (milliseconds StepClocks::*clock : {&StepClocks::firstByte, &StepClocks::firstContent,
                                                    &StepClocks::firstContentReasoning, &StepClocks::total})
                step.clocks.*clock = *here.timeout;
        }
        if (here.moveOn)
            step.moveOn = *here.moveOn;
        const QString at = memberPath(path, "override_params");
        for (const auto &[key, value] : here.overrides.members()) {
            if (key == "model")
                continue;
            const bool isForbidden =
                isSecretName(key) || key == "messages" || key == "stream" || key == "models" || key == "provider";
            if (isForbidden) {
                m_report.notCarriedOver(memberPath(at, key),
                                        PortkeyImportText::tr("A step cannot change this member."));
                continue;
            }
            step.overrides.set(key, value);
            m_report.carriedOver(memberPath(at, key));
        }
        return step;
    }

    void addConditions()
    {
        const QString strategy = u"strategy"_s;
        m_report.carriedOver(strategy + u".mode"_s, PortkeyImportText::tr("As rules of the policy."));
        const Inherited around = inheritedBy(m_source, {}, {});
        const Json &targets = m_source["targets"];
        for (qsizetype i = 0; i < targets.size(); ++i) {
            const QString name = targets.at(i)["name"].toText();
            const QString path = itemPath(u"targets"_s, i);
            if (name.isEmpty()) {
                refuse(path + u".name"_s, PortkeyImportText::tr("a name"));
                return;
            }
            m_report.carriedOver(path + u".name"_s);
            m_chainOf.insert(name, addChain(asChainName(name), targets.at(i), path, around));
        }
        const Json &conditions = m_source["strategy"]["conditions"];
        for (qsizetype i = 0; i < conditions.size(); ++i)
            addCondition(conditions.at(i), itemPath(strategy + u".conditions"_s, i));
        readDefault(strategy + u".default"_s);
    }

    void addCondition(const Json &condition, const QString &path)
    {
        const QString then = condition["then"].toText();
        if (!m_chainOf.contains(then)) {
            refuse(path + u".then"_s, PortkeyImportText::tr("the name of a target"));
            return;
        }
        const auto asked = fromPortkeyQuery(condition["query"]);
        if (!asked) {
            // Kept as what no version can judge, so that it holds for no request, even when it is switched on.
            Rule rule{.enabled = false, .chain = m_chainOf.value(then)};
            rule.when.extra.set("portkey_query", condition["query"]);
            m_policy.rules.append(rule);
            m_report.notCarriedOver(path + u".query"_s,
                                    PortkeyImportText::tr("No rule can ask this; it is kept as a rule that is switched "
                                                          "off and holds for no request."));
        } else {
            for (const Asked &each : *asked)
                m_policy.rules.append({.when = each.when, .unless = each.unless, .chain = m_chainOf.value(then)});
            m_report.carriedOver(path + u".query"_s,
                                 asked->size() > 1 ? PortkeyImportText::tr("As %1 rules.").arg(asked->size())
                                                   : QString());
        }
        m_report.carriedOver(path + u".then"_s);
    }

    void readDefault(const QString &path)
    {
        if (!m_source["strategy"].contains("default"))
            return;
        const QString name = m_source["strategy"]["default"].toText();
        if (!m_chainOf.contains(name)) {
            refuse(path, PortkeyImportText::tr("the name of a target"));
            return;
        }
        m_policy.otherwise = m_chainOf.value(name);
        m_report.carriedOver(path);
    }

    /// Targets that pass the model on that was asked for: only a policy as a whole can name providers then.
    void namePassedProviders()
    {
        const bool isAll = m_chains.isEmpty() && m_chainOf.isEmpty();
        for (const auto &[provider, path] : m_passed) {
            const QStringList ids = providersCalled(provider);
            const auto id =
                std::ranges::find_if(ids, [this](const QString &each) { return m_catalog.provider(each) != nullptr; });
            const QString at = provider.isEmpty() ? path : memberPath(path, "provider");
            if (isAll && id != ids.end()) {
                m_policy.preferences.order.append(*id);
                m_policy.preferences.only.append(*id);
                m_report.carriedOver(at, PortkeyImportText::tr("As a preference of the policy."));
            } else if (isAll) {
                m_report.notCarriedOver(at, PortkeyImportText::tr("The catalog has no such provider."));
            } else {
                m_report.notCarriedOver(
                    at,
                    PortkeyImportText::tr("It passes the model on that was asked for; a step names its "
                                          "model."));
            }
        }
    }

    Json m_source;
    const catalog::Catalog &m_catalog;
    QString m_name;
    Report m_report;
    QList<Chain> m_chains;
    Policy m_policy;
    QHash<QString, QString> m_chainOf; ///< by the name of the target; empty: as the request asks
    QList<std::pair<QString, QString>> m_passed; ///< provider and path of targets without a model
    std::optional<Error> m_error;
};

} // namespace

Result<Imported> importPortkey(QByteArrayView json, const QString &name, const catalog::Catalog &catalog)
{
    return parseJson(json).and_then([&](const Json &source) { return PortkeyImport(source, name, catalog).run(); });
}

} // namespace sb::routing
