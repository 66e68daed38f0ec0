#pragma once

#include <QObject>

namespace sb::app {

/// Turns the first SIGINT into a signal of Qt; the second one ends the program as usual. Must be made on the main
/// thread before any other thread is, since threads inherit which signals are blocked.
class Interrupt final : public QObject
{
    Q_OBJECT
public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

signals:
    void requested(); ///< once

private:
    void take();

    int m_descriptor = -1;
};

} // namespace sb::app
