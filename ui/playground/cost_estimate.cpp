#include "ui/playground/cost_estimate.h"

#include "ui/common/format.h"
#include "ui/playground/pane_run.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr qint64 BytesPerToken = 4; ///< the plan's bound counts a byte as a token; what is likely is a quarter of it

QList<engine::RunSpec> specsFor(const profile::Conversation &shared, const QList<profile::PaneState> &panes)
{
    QList<engine::RunSpec> specs;
    for (const profile::PaneState &pane : panes) {
        if (const auto request = profile::requestFor(shared, pane, pane.turns.size() - 1))
            specs.append({.request = *request, .client = PlaygroundClient, .session = shared.id});
    }
    return specs;
}

} // namespace

CostEstimate::CostEstimate(engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    connect(&m_engine, &engine::Engine::planned, this, [this](RequestId id, const Result<routing::Plan> &plan) {
        if (m_waiting.remove(id))
            take(plan);
    });
}

void CostEstimate::ask(const profile::Conversation &shared, const QList<profile::PaneState> &panes)
{
    const int generation = ++m_generation;
    m_waiting.clear();
    if (panes.isEmpty()) {
        plan(generation, {});
        return;
    }
    QThreadPool::globalInstance()->start(
        [self = QPointer(this), shared, panes, generation, app = QCoreApplication::instance()] {
            const QList<engine::RunSpec> specs = specsFor(shared, panes);
            // Posted to the application, which outlives both: self may die on its own thread meanwhile.
            QMetaObject::invokeMethod(app, [self, generation, specs] {
                if (self)
                    self->plan(generation, specs);
            });
        });
}

void CostEstimate::plan(int generation, const QList<engine::RunSpec> &specs)
{
    if (generation != m_generation)
        return; // something else was typed meanwhile
    m_tokens = 0;
    m_low = {};
    m_high = {};
    m_unpriced = 0;
    m_problem.clear();
    for (const engine::RunSpec &spec : specs)
        m_waiting.insert(m_engine.dryRun(spec));
    if (specs.isEmpty())
        emit changed({});
}

void CostEstimate::take(const Result<routing::Plan> &plan)
{
    if (!plan) {
        m_problem = plan.error().message;
    } else if (plan->candidates.isEmpty()) {
        m_problem = tr("no endpoint can serve this");
    } else {
        m_tokens += qMax<qint64>(1, plan->inputTokensBound / BytesPerToken);
        const routing::Candidate &first = plan->candidates.constFirst();
        if (first.expectedLow && first.expectedHigh) {
            m_low.value += first.expectedLow->value;
            m_high.value += first.expectedHigh->value;
        } else {
            ++m_unpriced;
        }
    }
    if (m_waiting.isEmpty())
        emit changed(sentence());
}

QString CostEstimate::sentence() const
{
    if (m_tokens == 0)
        return m_problem;
    const QString tokens = tr("≈ %1 tokens").arg(formatCount(m_tokens));
    if (m_unpriced > 0 && m_high.value == 0)
        //: Behind the number of tokens that a prompt has.
        return tr("%1 · unpriced").arg(tokens);
    //: Tokens of the prompt in all panes, then the least and the most that the answers are expected to cost.
    const QString range = tr("%1 · %2 to %3").arg(tokens, formatMoney(m_low), formatMoney(m_high));
    return m_unpriced > 0 ? tr("%1, more where unpriced").arg(range) : range;
}

} // namespace sb::ui
