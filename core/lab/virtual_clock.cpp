#include "core/lab/virtual_clock.h"

namespace sb::lab {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

class VirtualClock::QueuedAlarm final : public Alarm
{
public:
    QueuedAlarm(const VirtualClock &clock, std::function<void()> ring)
        : m_clock(clock)
        , m_ring(std::make_shared<const std::function<void()>>(std::move(ring)))
    {
    }
    ~QueuedAlarm() override { stop(); }
    Q_DISABLE_COPY_MOVE(QueuedAlarm)

    void set(milliseconds in) override
    {
        stop();
        m_place = Place{m_clock.steady() + std::max(in, milliseconds{0}), ++m_clock.m_set};
        m_clock.m_queue.emplace(*m_place, this);
    }
    void stop() override
    {
        if (m_place)
            m_clock.m_queue.erase(*m_place);
        m_place.reset();
    }
    [[nodiscard]] std::optional<milliseconds> left() const override
    {
        if (!m_place)
            return {};
        return duration_cast<milliseconds>(m_place->first - m_clock.steady());
    }
    void ring()
    {
        stop();
        const auto call = m_ring; // which may destroy this
        (*call)();
    }

private:
    const VirtualClock &m_clock;
    std::shared_ptr<const std::function<void()>> m_ring;
    std::optional<Place> m_place; ///< nullopt: not set
};

std::unique_ptr<Alarm> VirtualClock::alarm(std::function<void()> ring) const
{
    return std::make_unique<QueuedAlarm>(*this, std::move(ring));
}

bool VirtualClock::ringNext()
{
    if (m_queue.empty())
        return false;
    const auto &[place, next] = *m_queue.begin();
    m_time.advance(duration_cast<milliseconds>(place.first - m_time.steady()));
    next->ring();
    return true;
}

void VirtualClock::skipTo(WallTime later)
{
    Q_ASSERT(m_queue.empty());
    m_time.advance(later - m_time.wall());
}

} // namespace sb::lab
