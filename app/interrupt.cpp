#include "app/interrupt.h"

#include <QSocketNotifier>

#include <csignal>

#include <sys/signalfd.h>
#include <unistd.h>

namespace sb::app {

namespace {

sigset_t interruptSet()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    return set;
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    const sigset_t set = interruptSet();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_descriptor = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    auto *notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &Interrupt::take);
}

Interrupt::~Interrupt()
{
    close(m_descriptor);
}

void Interrupt::take()
{
    signalfd_siginfo info{};
    if (read(m_descriptor, &info, sizeof info) != ssize_t(sizeof info))
        return;
    const sigset_t set = interruptSet();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    emit requested();
}

} // namespace sb::app
