#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QHash>
#include <QObject>
#include <QUrl>

namespace sb::practice {
class PracticeServer;
}

namespace sb::app {

/// Keeps the practice providers on the network thread: made here, where its sockets are to live.
class PracticeHost final : public QObject
{
    Q_OBJECT
public:
    explicit PracticeHost(const Clock &clock);

    // To be called on its thread.
    void start(); ///< → started()
    void stop(); ///< answers that are on their way are cut

signals:
    void started(const sb::Result<QHash<QString, QUrl>> &baseUrls);

private:
    const Clock &m_clock;
    practice::PracticeServer *m_server = nullptr;
};

} // namespace sb::app
