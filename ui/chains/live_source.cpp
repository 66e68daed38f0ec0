#include "ui/chains/live_source.h"

using namespace std::chrono_literals;

namespace sb::ui {

namespace {
constexpr auto HealthEvery = 2s; // it says seconds that are left
constexpr auto UseEvery = 30s;
} // namespace

LiveSource::LiveSource(engine::Engine &engine, usage::Queries &queries, ChainDocument &document, DryRun &dryRun,
                       const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_queries(queries)
    , m_document(document)
    , m_dryRun(dryRun)
    , m_clock(clock)
{
    m_health.setInterval(HealthEvery);
    m_use.setInterval(UseEvery);
    connect(&m_health, &QTimer::timeout, this, &LiveSource::lookAtHealth);
    connect(&m_use, &QTimer::timeout, this, &LiveSource::lookAtUse);
    connect(&m_engine, &engine::Engine::healthSeen, this, [this](engine::CheckId id, const Breakers &breakers) {
        if (id != m_looking)
            return;
        m_breakers = breakers;
        present();
    });
    connect(&m_queries, &usage::Queries::answered, this, &LiveSource::takeUse);
    connect(&m_document, &ChainDocument::opened, this, [this] {
        m_lastUse = {};
        m_states.clear();
        if (m_use.isActive())
            QMetaObject::invokeMethod(this, &LiveSource::lookAtUse, Qt::QueuedConnection); // once it is there
    });
    connect(&m_dryRun, &DryRun::finished, this, [this] {
        if (m_use.isActive() && m_dryRun.plan() && m_dryRun.plan()->practice != m_practice)
            lookAtUse();
        present();
    });
}

void LiveSource::setWatching(bool watching)
{
    if (watching == m_health.isActive())
        return;
    if (!watching) {
        m_health.stop();
        m_use.stop();
        return;
    }
    m_health.start();
    m_use.start();
    lookAtHealth();
    lookAtUse();
}

void LiveSource::lookAtHealth()
{
    m_looking = m_engine.lookAtHealth();
}

void LiveSource::lookAtUse()
{
    if (m_document.saved().name.isEmpty())
        return;
    m_practice = m_dryRun.plan() && m_dryRun.plan()->practice;
    m_queries.cancel(m_asked);
    m_asked = m_queries.ask(usage::ChainUseQuery{.ledger = m_practice ? usage::Ledger::Practice : usage::Ledger::Real,
                                                 .chain = m_document.saved().name});
}

void LiveSource::takeUse(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer)
{
    if (ticket != m_asked)
        return;
    m_asked = {};
    if (!answer)
        return; // the register says so itself; what is shown stays
    m_lastUse = std::get<usage::ChainUse>(*answer);
    present();
}

void LiveSource::present()
{
    const qsizetype steps = m_document.chain().steps.size();
    QList<StepLive> states;
    if (const auto &plan = m_dryRun.plan())
        states = liveStates(steps, *plan, m_lastUse, m_breakers);
    if (states == m_states)
        return;
    m_states = states;
    emit changed();
}

} // namespace sb::ui
