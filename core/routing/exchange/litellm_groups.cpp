#include "core/routing/exchange/litellm_groups.h"

#include "core/routing/exchange/foreign_models.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct LiteLlmGroupsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Exchange)
};

/// Members of a request that a deployment sets for requests that do not.
constexpr std::array RequestMembers{"temperature",
                                    "top_p",
                                    "top_k",
                                    "min_p",
                                    "frequency_penalty",
                                    "presence_penalty",
                                    "seed",
                                    "stop",
                                    "reasoning_effort",
                                    "service_tier",
                                    "parallel_tool_calls"};

Error badMember(const QString &path, const QString &expected)
{
    return {.kind = Error::Kind::InvalidInput, .message = LiteLlmGroupsText::tr("%1: expected %2").arg(path, expected)};
}

/// Reads one deployment's litellm_params.
class DeploymentReader
{
public:
    DeploymentReader(const Json &params, QString path, const catalog::Catalog &catalog, Report &report)
        : m_params(params)
        , m_path(std::move(path))
        , m_catalog(catalog)
        , m_report(report)
    {
    }

    Deployment read()
    {
        m_deployment.path = m_path;
        readModel();
        readAddress();
        readShares();
        readTimeouts();
        readOverrides();
        return m_deployment;
    }

private:
    [[nodiscard]] QString at(const QByteArray &key) const { return memberPath(m_path, key); }

    void readModel()
    {
        m_deployment.model = m_params["model"].toText();
        m_deployment.endpoint = endpointCalled(m_catalog, m_deployment.model);
        if (m_deployment.endpoint)
            m_report.carriedOver(at("model"), m_deployment.endpoint->id);
        else
            m_report.approximated(at("model"),
                                  LiteLlmGroupsText::tr("The catalog has no “%1”. The step asks for a model of this "
                                                        "name; choose another one, or add it at its provider.")
                                      .arg(m_deployment.model));
    }

    void readAddress()
    {
        const QString base = m_params["api_base"].toText();
        if (base.isEmpty())
            return;
        const auto *provider = m_deployment.endpoint ? m_catalog.provider(m_deployment.endpoint->providerId) : nullptr;
        const QUrl ours = provider ? provider->baseUrl : QUrl();
        if (!ours.isEmpty() && QUrl(base).host() == ours.host() && QUrl(base).port() == ours.port())
            m_report.carriedOver(at("api_base"), LiteLlmGroupsText::tr("Its provider has this address here, too."));
        else
            m_report.notCarriedOver(
                at("api_base"), LiteLlmGroupsText::tr("Addresses belong to providers here; set it at the provider."));
    }

    void readShares()
    {
        m_deployment.order = m_params["order"].toInteger().value_or(0);
        if (m_params.contains("order"))
            m_report.carriedOver(at("order"), LiteLlmGroupsText::tr("As the order of the steps."));
        for (const char *key : {"weight", "rpm", "tpm", "max_parallel_requests"}) {
            if (m_params.contains(key))
                m_report.notCarriedOver(
                    at(key),
                    LiteLlmGroupsText::tr("Requests are shared out by cost, waiting and risk here, "
                                          "not by set shares; limits are set at keys of a provider."));
        }
        for (const Json &tag : m_params["tags"].items())
            m_deployment.tags.append(tag.toText());
        m_deployment.tags.removeAll(QString());
    }

    void readTimeouts()
    {
        for (const char *key : {"stream_timeout", "timeout"}) {
            if (!m_params.contains(key))
                continue;
            const auto timeout = secondsOf(m_params[key]);
            if (!timeout) {
                m_report.notCarriedOver(at(key), LiteLlmGroupsText::tr("This is no number of seconds."));
                continue;
            }
            if (!m_deployment.timeout)
                m_deployment.timeout = timeout;
            m_report.approximated(
                at(key),
                LiteLlmGroupsText::tr("As the wait for the first content; an answer that keeps coming "
                                      "is not cut off."));
        }
    }

    void readOverrides()
    {
        m_deployment.maxTokens = m_params["max_tokens"].toInteger();
        if (m_deployment.maxTokens && *m_deployment.maxTokens >= 1)
            m_report.carriedOver(at("max_tokens"));
        else
            m_deployment.maxTokens.reset();
        for (const char *key : RequestMembers) {
            if (!m_params.contains(key))
                continue;
            m_deployment.overrides.set(key, m_params[key]);
            m_report.approximated(
                at(key),
                LiteLlmGroupsText::tr("The step sets it for every request, also for those that say it "
                                      "themselves."));
        }
    }

    const Json &m_params;
    QString m_path;
    const catalog::Catalog &m_catalog;
    Report &m_report;
    Deployment m_deployment;
};

DeploymentGroup &groupNamed(QList<DeploymentGroup> &groups, const QString &name)
{
    const auto found = std::ranges::find(groups, name, &DeploymentGroup::name);
    if (found != groups.end())
        return *found;
    groups.append({.name = name, .chain = asChainName(name), .isWildcard = name.contains(u'*')});
    return groups.last();
}

/// What exportLiteLlm() writes, so that a chain comes back as one.
void readOwnMark(const Json &entry, const QString &path, DeploymentGroup &group, Report &report)
{
    const Json &mark = entry["model_info"]["signalbox"];
    const QString chain = mark["chain"].toText();
    if (!isChainName(chain))
        return;
    group.chain = chain;
    group.stepOf = int(mark["step"].toInteger().value_or(0));
    report.carriedOver(memberPath(path, "model_info"));
}

/// Two names that differ in signs that no chain may have would be one chain.
void separateChains(QList<DeploymentGroup> &groups)
{
    QStringList taken;
    for (DeploymentGroup &group : groups) {
        if (group.isWildcard || group.stepOf > 0)
            continue;
        const QString wanted = group.chain;
        for (int i = 2; taken.contains(group.chain); ++i)
            group.chain = wanted.left(60) + u'-' + QString::number(i);
        taken.append(group.chain);
    }
}

bool areOneStep(const Deployment &a, const Deployment &b)
{
    return a.order == b.order && a.timeout == b.timeout && a.maxTokens == b.maxTokens
        && equivalent(a.overrides, b.overrides);
}

void addTo(Step &step, const Deployment &deployment)
{
    const QString model = deployment.endpoint ? deployment.endpoint->modelId : deployment.model;
    if (step.model.isEmpty())
        step.model = model;
    else if (step.model != model && !step.models.contains(model))
        step.models.append(model);
    if (deployment.endpoint && !step.endpoints.contains(deployment.endpoint->id))
        step.endpoints.append(deployment.endpoint->id);
}

} // namespace

std::optional<milliseconds> secondsOf(const Json &json)
{
    bool isNumber = true;
    const double seconds = json.isString() ? json.toText().toDouble(&isNumber) : json.toDouble().value_or(-1);
    const double most = double(LongestClock.count()) / 1000;
    if (!isNumber || !(seconds > 0) || seconds > most)
        return {};
    return milliseconds(std::max<qint64>(std::llround(seconds * 1000), 1));
}

void setTimeout(Step &step, milliseconds timeout)
{
    for (milliseconds StepClocks::*clock :
         {&StepClocks::firstByte, &StepClocks::firstContent, &StepClocks::firstContentReasoning, &StepClocks::total})
        step.clocks.*clock = timeout;
}

Result<QList<DeploymentGroup>> readGroups(const Json &source, const catalog::Catalog &catalog, Report &report)
{
    const Json &list = source["model_list"];
    if (!list.isArray() || list.size() == 0)
        return tl::unexpected(badMember(u"model_list"_s, LiteLlmGroupsText::tr("a list of deployments")));
    QList<DeploymentGroup> groups;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const Json &entry = list.at(i);
        const QString path = itemPath(u"model_list"_s, i);
        const QString name = entry["model_name"].toText();
        if (name.isEmpty())
            return tl::unexpected(badMember(memberPath(path, "model_name"), LiteLlmGroupsText::tr("a name")));
        if (entry["litellm_params"]["model"].toText().isEmpty())
            return tl::unexpected(
                badMember(memberPath(path, "litellm_params") + u".model"_s, LiteLlmGroupsText::tr("a model")));
        DeploymentGroup &group = groupNamed(groups, name);
        readOwnMark(entry, path, group, report);
        const QString at = memberPath(path, "litellm_params");
        if (group.isWildcard) {
            report.approximated(memberPath(path, "model_name"),
                                LiteLlmGroupsText::tr("A pattern is no chain: such requests go as they ask."));
            report.approximated(memberPath(at, "model"),
                                LiteLlmGroupsText::tr("By whichever provider offers the model that is asked for."));
            continue;
        }
        report.carriedOver(memberPath(path, "model_name"), LiteLlmGroupsText::tr("The chain “%1”.").arg(group.chain));
        group.deployments.append(DeploymentReader(entry["litellm_params"], at, catalog, report).read());
    }
    separateChains(groups);
    return groups;
}

QList<Step> stepsOf(const QList<Deployment> &deployments)
{
    QList<Deployment> ordered = deployments;
    std::ranges::stable_sort(ordered, {}, &Deployment::order);
    QList<Step> steps;
    for (auto rest = ordered; !rest.isEmpty();) {
        const Deployment first = rest.constFirst();
        Step step{.maxTokens = first.maxTokens, .overrides = first.overrides};
        if (first.timeout)
            setTimeout(step, *first.timeout);
        for (const Deployment &each : rest) {
            if (areOneStep(first, each))
                addTo(step, each);
        }
        rest.removeIf([&first](const Deployment &each) { return areOneStep(first, each); });
        steps.append(step);
    }
    return steps;
}

} // namespace sb::routing
