#include "core/lab/rehearsal.h"

#include "core/lab/fault.h"
#include "core/lab/rehearser.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace sb::lab {

class RehearsalPrivate
{
public:
    explicit RehearsalPrivate(const RehearsalSpec &spec)
        : rehearser(new Rehearser(spec))
    {
    }

    template <typename Call>
    void post(Call &&call)
    {
        QMetaObject::invokeMethod(rehearser, std::forward<Call>(call), Qt::QueuedConnection);
    }

    QThread thread;
    Rehearser *rehearser; ///< lives on `thread`, deleted there when it finishes
};

chat::Request RehearsalSpec::someRequest()
{
    chat::Request request;
    request.messages = {
        chat::Message::make(chat::Role::User, u"Is the line clear? Answer in one sentence, and say by which way."_s)};
    return request;
}

Rehearsal::Rehearsal(const RehearsalSpec &spec, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<RehearsalPrivate>(spec))
{
    d->thread.setObjectName(u"rehearsal"_s);
    d->rehearser->moveToThread(&d->thread);
    connect(d->rehearser, &Rehearser::faultRehearsed, this, &Rehearsal::faultRehearsed);
    connect(d->rehearser, &Rehearser::finished, this, &Rehearsal::finished);
    connect(&d->thread, &QThread::finished, d->rehearser, &QObject::deleteLater);
    d->thread.start();
}

Rehearsal::~Rehearsal()
{
    d->post([rehearser = d->rehearser] { rehearser->cancel(); });
    d->thread.quit();
    d->thread.wait();
}

void Rehearsal::start()
{
    d->post([rehearser = d->rehearser] { rehearser->start(); });
}

void Rehearsal::cancel()
{
    d->post([rehearser = d->rehearser] { rehearser->cancel(); });
}

int Rehearsal::faultCount()
{
    return int(allFaults().size());
}

} // namespace sb::lab
