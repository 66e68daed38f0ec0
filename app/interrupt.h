#pragma once

#include <QObject>

#include <array>
#include <csignal>

class QSocketNotifier;

namespace sb::app {

/// Turns the first SIGINT, SIGTERM or SIGHUP into a signal of Qt, so that the program ends in good order. A further
/// SIGINT or SIGTERM ends it as usual; a further SIGHUP does not, since systems send it right after another. What was
/// ignored when the program started stays ignored (nohup). One at a time; needs the application.
class Interrupt final : public QObject
{
    Q_OBJECT
public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

signals:
    void requested(int signal); ///< once

private:
    void take();
    void restore(int signal);

    static constexpr std::array Signals{SIGINT, SIGTERM, SIGHUP};
    std::array<struct sigaction, Signals.size()> m_before = {};
    std::array<int, 2> m_pipe{-1, -1};
    QSocketNotifier *m_notifier;
};

} // namespace sb::app
