#pragma once

#include "core/base/clock.h"
#include "core/practice/answer_output.h"
#include "core/practice/practice.h"
#include "core/practice/script.h"

#include <QObject>
#include <QTimer>

namespace sb::practice {

/// One answer on its way: plays a script at the pace of the knobs, with their faults.
class SimulatedAnswer final : public QObject
{
    Q_OBJECT
public:
    SimulatedAnswer(listen::Exchange *exchange, std::unique_ptr<AnswerOutput> output, Script script, const Clock &clock,
                    const Knobs &knobs);

    void start();
    void setKnobs(const Knobs &knobs); ///< takes effect at the next token; ends a stall that is no longer asked for

signals:
    void ended(); ///< once, last: all said, cut, or the client is gone

private:
    void step();
    [[nodiscard]] bool takeFault(); ///< whether the answer stops here, for now or for good
    void sendToken();
    void end();
    void wait();

    QPointer<listen::Exchange> m_exchange;
    std::unique_ptr<AnswerOutput> m_output;
    Script m_script;
    const Clock &m_clock;
    Knobs m_knobs;
    QTimer m_timer;
    SteadyTime m_startedAt{0};
    SteadyTime m_due{0}; ///< when the next token should go out
    qsizetype m_sent = 0; ///< tokens
    bool m_begun = false;
    bool m_isStalled = false;
    bool m_wasMalformed = false;
    bool m_hasEnded = false;
};

} // namespace sb::practice
