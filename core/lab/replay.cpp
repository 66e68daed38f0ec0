#include "core/lab/replay.h"

#include "core/lab/replayer.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace sb::lab {

class ReplayPrivate
{
public:
    explicit ReplayPrivate(const ReplaySpec &spec)
        : replayer(new Replayer(spec, cancelled))
    {
    }

    template <typename Call>
    void post(Call &&call)
    {
        QMetaObject::invokeMethod(replayer, std::forward<Call>(call), Qt::QueuedConnection);
    }

    std::atomic<bool> cancelled{false};
    QThread thread;
    Replayer *replayer; ///< lives on `thread`, deleted there when it finishes
};

Replay::Replay(const ReplaySpec &spec, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<ReplayPrivate>(spec))
{
    d->thread.setObjectName(u"replay"_s);
    d->replayer->moveToThread(&d->thread);
    connect(d->replayer, &Replayer::progress, this, &Replay::progress);
    connect(d->replayer, &Replayer::finished, this, &Replay::finished);
    connect(&d->thread, &QThread::finished, d->replayer, &QObject::deleteLater);
    d->thread.start();
}

Replay::~Replay()
{
    d->cancelled = true;
    d->thread.quit();
    d->thread.wait();
}

void Replay::start()
{
    d->post([replayer = d->replayer] { replayer->start(); });
}

void Replay::cancel()
{
    d->cancelled = true; // seen at once, by the statement that runs, too
    d->post([replayer = d->replayer] { replayer->cancel(); });
}

} // namespace sb::lab
