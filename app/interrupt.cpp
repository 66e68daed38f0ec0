#include "app/interrupt.h"

#include <QSocketNotifier>

#include <algorithm>
#include <atomic>

#include <fcntl.h>
#include <unistd.h>

namespace sb::app {

namespace {

// All that a handler of signals can reach. Not signalfd: it needs the signals blocked, and a browser that is started
// for a link would inherit that and could not be ended any more.
std::atomic<int> wakeDescriptor = -1;

void wake(int signal)
{
    const int before = errno;
    (void)!write(wakeDescriptor, &signal, sizeof signal);
    errno = before;
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    (void)!pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK);
    wakeDescriptor = m_pipe[1];
    struct sigaction action = {};
    action.sa_handler = wake;
    action.sa_flags = SA_RESTART;
    for (size_t i = 0; i < Signals.size(); ++i) {
        sigaction(Signals[i], nullptr, &m_before[i]);
        if (m_before[i].sa_handler != SIG_IGN)
            sigaction(Signals[i], &action, nullptr);
    }
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Interrupt::take);
}

Interrupt::~Interrupt()
{
    for (const int signal : Signals)
        restore(signal);
    wakeDescriptor = -1;
    delete m_notifier; // before what it watches
    close(m_pipe[0]);
    close(m_pipe[1]);
}

void Interrupt::restore(int signal)
{
    const auto index = size_t(std::ranges::find(Signals, signal) - Signals.begin());
    sigaction(signal, &m_before[index], nullptr);
}

void Interrupt::take()
{
    int signal = 0;
    if (read(m_pipe[0], &signal, sizeof signal) != ssize_t(sizeof signal))
        return;
    m_notifier->setEnabled(false);
    restore(SIGINT);
    restore(SIGTERM);
    emit requested(signal);
}

} // namespace sb::app
