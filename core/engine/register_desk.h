#pragma once

#include "core/usage/register.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

namespace sb::engine {

/// The network thread's counter at the register: hands each outcome to the one who asked for it, instead of telling
/// every run about every ticket. An asker that is gone by then is told nothing.
class RegisterDesk final : public QObject
{
    Q_OBJECT
public:
    using OnOpened = std::function<void(const usage::OpenOutcome &)>;
    using OnSettled = std::function<void(const Result<usage::RecordKey> &)>;

    explicit RegisterDesk(usage::Register &usage, QObject *parent = nullptr);

    void open(const usage::OpenRecord &record, QObject *asker, OnOpened then);
    void reserve(const usage::FurtherAttempt &attempt, QObject *asker, OnOpened then);
    void settle(const usage::Settlement &settlement, QObject *asker, OnSettled then);
    [[nodiscard]] bool isWaiting() const { return !m_opening.isEmpty() || !m_settling.isEmpty(); }

signals:
    void answered(); ///< an outcome came, and the one who asked has been told

private:
    template <typename Then>
    struct Waiting
    {
        QPointer<QObject> asker = {};
        Then then = {};
    };
    void takeOpened(usage::Ticket ticket, const usage::OpenOutcome &outcome);
    void takeSettled(usage::Ticket ticket, const Result<usage::RecordKey> &outcome);

    usage::Register &m_usage;
    QHash<usage::Ticket, Waiting<OnOpened>> m_opening;
    QHash<usage::Ticket, Waiting<OnSettled>> m_settling;
};

} // namespace sb::engine
