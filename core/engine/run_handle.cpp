#include "core/engine/engine.h"

namespace sb::engine {

RunHandle::RunHandle(Engine &engine, const RunSpec &spec, QObject *parent)
    : QObject(parent)
    , m_engine(&engine)
{
    // Before the start, so that no event is missed; queued, so that none comes before m_id is known.
    connect(&engine, &Engine::runEvent, this, &RunHandle::take, Qt::QueuedConnection);
    m_id = engine.start(spec);
}

RunHandle::~RunHandle()
{
    cancel();
}

void RunHandle::cancel()
{
    if (m_running && m_engine)
        m_engine->cancel(m_id);
}

void RunHandle::take(RequestId id, const RunEvent &event)
{
    if (id != m_id || !m_running)
        return;
    if (const auto *started = std::get_if<AttemptStarted>(&event))
        emit attemptStarted(*started);
    else if (const auto *failed = std::get_if<AttemptFailed>(&event))
        emit attemptFailed(*failed);
    else if (std::holds_alternative<Restarted>(event))
        emit restarted();
    else if (const auto *arrived = std::get_if<Content>(&event))
        emit content(arrived->event);
    else if (const auto *end = std::get_if<Ended>(&event)) {
        m_running = false;
        emit ended(*end);
    }
}

} // namespace sb::engine
