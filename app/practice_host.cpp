#include "app/practice_host.h"

#include "core/practice/practice.h"

namespace sb::app {

PracticeHost::PracticeHost(const Clock &clock)
    : m_clock(clock)
{
}

void PracticeHost::start()
{
    stop();
    m_server = new practice::PracticeServer(practice::standardProviders(), m_clock, this);
    const Result<void> listening = m_server->start();
    if (listening)
        emit started(m_server->baseUrls());
    else
        emit started(tl::unexpected(listening.error()));
}

void PracticeHost::stop()
{
    delete m_server;
    m_server = nullptr;
}

} // namespace sb::app
