#include "tests/simulation/task_routing.h"

#include "core/routing/plan.h"
#include "core/routing/policy/match.h"

#include "tests/simulation/task_mix.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sb::simulation {

namespace {

QString textOf(const char *name)
{
    return QString::fromLatin1(name);
}

/// One rule a class, each with a chain of its own.
routing::Policy policyByClass()
{
    routing::Policy policy{.name = u"by-task"_s};
    for (const TaskClass &task : Tasks)
        policy.rules.append(
            {.id = textOf(task.name), .when = {.taskClasses = {textOf(task.name)}}, .chain = textOf(task.name)});
    return policy;
}

routing::Chain chainOf(const QString &name, const char *model)
{
    return {.name = name, .steps = {routing::Step{.model = textOf(model)}}};
}

const char *modelFor(const QString &chain)
{
    const auto task =
        std::ranges::find(Tasks, chain.toLatin1(), [](const TaskClass &each) { return QByteArray(each.name); });
    return Tiers[size_t(task->tier)];
}

struct TaskRequest
{
    const TaskClass *task = nullptr;
    qint64 prompt = 0;
    qint64 answer = 0;
};

TaskRequest drawTask(Random &random)
{
    double left = random.unit();
    const auto found = std::ranges::find_if(Tasks, [&left](const TaskClass &task) { return (left -= task.share) < 0; });
    const TaskClass &task = found == Tasks.end() ? Tasks.back() : *found;
    return {.task = &task,
            .prompt = qint64(std::clamp(draw(task.prompt, random), 10.0, LongestTaskPrompt)),
            .answer = qint64(std::clamp(draw(task.answer, random), 1.0, LongestTaskAnswer))};
}

/// Of all providers of the catalog with keys for all of them.
class TaskPrices
{
public:
    TaskPrices(const catalog::Catalog &shipped, quint64 seed)
        : m_random(mixed(seed, 6))
    {
        m_input.catalog = shipped;
        for (const catalog::Provider &provider : shipped.providers())
            m_input.usableProviders.insert(provider.id);
    }

    /// In dollars, at the endpoint that plan() puts first.
    double costOf(const TaskRequest &request, const routing::Chain &chain)
    {
        const QString text(request.prompt * traffic::BytesPerToken, u'x');
        m_input.chain = chain;
        m_input.request.messages = {chat::Message::make(chat::Role::User, text)};
        const routing::Plan plan = routing::plan(m_input, WallTime{}, m_random);
        const catalog::Endpoint &endpoint = *m_input.catalog.endpoint(plan.candidates.constFirst().endpointId);
        catalog::Consumption used;
        used.tokens = {.freshInput = request.prompt, .visibleOutput = request.answer};
        return double(catalog::cost(*endpoint.price, used).value_or(NanoDollars{}).value) / 1e9;
    }

private:
    SeededRandom m_random;
    routing::PlanInput m_input;
};

TaskCost sumOf(const std::vector<TaskCost> &costs)
{
    TaskCost sum;
    for (const TaskCost &cost : costs) {
        sum.requests += cost.requests;
        sum.strong += cost.strong;
        sum.routed += cost.routed;
        sum.again += cost.again;
    }
    return sum;
}

QByteArray percent(double share)
{
    return QByteArray::number(100 * share, 'f', 1) + " %";
}

QByteArray line(const char *name, const QByteArray &model, const TaskCost &cost, int all)
{
    return QByteArray("| ") + name + " | " + percent(double(cost.requests) / all) + " | " + model + " | "
        + QByteArray::number(cost.strong, 'f', 2) + " | " + QByteArray::number(cost.routed, 'f', 2) + " | "
        + percent(saving({cost})) + " |\n";
}

} // namespace

std::vector<TaskCost> compareTaskRouting(const catalog::Catalog &shipped, const char *forEverything, quint64 seed)
{
    const routing::Policy policy = policyByClass();
    const routing::Chain strong = chainOf(u"strong"_s, forEverything);
    TaskPrices prices(shipped, seed);
    SeededRandom random(mixed(seed, 5));
    std::vector<TaskCost> costs(Tasks.size());
    for (int i = 0; i < TaskRequests; ++i) {
        const TaskRequest request = drawTask(random);
        const routing::Match match = routing::match(policy, {.taskClass = textOf(request.task->name)});
        const char *model = modelFor(match.chain);
        TaskCost &cost = costs[size_t(request.task - Tasks.data())];
        const double byStrong = prices.costOf(request, strong);
        ++cost.requests;
        cost.strong += byStrong;
        cost.routed += prices.costOf(request, chainOf(match.chain, model));
        cost.again += QByteArrayView(model) == forEverything ? 0 : byStrong;
    }
    return costs;
}

double saving(const std::vector<TaskCost> &costs, double again)
{
    const TaskCost sum = sumOf(costs);
    return 1 - (sum.routed + again * sum.again) / sum.strong;
}

QByteArray taskTables(const catalog::Catalog &shipped, quint64 seed)
{
    const std::vector<TaskCost> costs = compareTaskRouting(shipped, Tiers.front(), seed);
    QByteArray text = "| task | requests | tier | all by " + QByteArray(Tiers.front())
        + ", $ | by task, $ | saving |\n"
          "|---|---|---|---|---|---|\n";
    for (size_t i = 0; i < Tasks.size(); ++i)
        text += line(Tasks[i].name, Tiers[size_t(Tasks[i].tier)], costs[i], TaskRequests);
    text += line("all", "", sumOf(costs), TaskRequests) + '\n';
    text += "| saving, where so many answers of lower tiers are asked for again |";
    QByteArray rule = "|---|";
    for (const double again : AskedAgain) {
        text += ' ' + percent(again) + " |";
        rule += "---|";
    }
    text += '\n' + rule + '\n';
    for (const char *model : ForEverything) {
        const std::vector<TaskCost> against = compareTaskRouting(shipped, model, seed);
        text += QByteArray("| against ") + model + " for all |";
        for (const double again : AskedAgain)
            text += ' ' + percent(saving(against, again)) + " |";
        text += '\n';
    }
    return text;
}

} // namespace sb::simulation
