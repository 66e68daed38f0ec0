#pragma once

#include "core/chat/event.h"
#include "core/lab/fault_names.h"
#include "core/lab/field.h"
#include "core/lab/performance.h"
#include "core/routing/chain.h"
#include "core/routing/end_state.h"

#include <limits>

namespace sb::lab {

/// Whom a fault strikes, of those that a plan may use.
enum class Where
{
    Nobody,
    FirstEndpoint,
    FirstProvider, ///< all endpoints of the provider that is asked first
    TwoProviders, ///< and those of the next one
    FirstWindow, ///< the first one's model, and whoever has no larger window than it
    SmallWindows, ///< the first endpoint, and whoever is known to have no larger window
    Local, ///< the first endpoint on this machine
    Internet, ///< everybody who is not on this machine
    AllButFirst,
    Everybody,
};

/// What a chain may rule out although the world would allow it: such a rule is respected, not held against the chain.
enum class Rule
{
    None,
    AfterContent, ///< whether another one may go on where an answer broke off
    ContentPolicy, ///< whether a refused request may be shown to somebody else
    PayingTwice, ///< whether what may have been worked on is sent again
    RequestAtFault, ///< nobody is asked again
    CallerLeft, ///< nobody waits for an answer any more
};

/// What has to be true of a record, beside what is of each.
enum class Proof
{
    None,
    CostEstimated, ///< where there is a price, the cost is an estimate and not nothing
    ExcessRecorded, ///< more than the bound was billed, and is in the record
    NothingSpent, ///< by anybody who has a price
    ComesBack, ///< the last request is served by the step that comes first
};

enum class Budget
{
    Ample, ///< far more than all bounds, where each candidate has a price; else none
    OneAttempt, ///< room for the first candidate's bound and a twentieth of it
    Nothing,
};

struct Scene;

inline constexpr int Always = std::numeric_limits<int>::max();

/// What goes wrong with whoever of one step is asked.
struct StepPlay
{
    qsizetype step = 0; ///< index into the chain
    int times = Always; ///< as in Fault
    bool everyOther = false;
    void (*play)(Performance &sound, const Scene &scene) = nullptr;
};

/// One thing that goes wrong: what happens at which exchange with whom, and what follows from it. A value.
struct Fault
{
    QByteArrayView id = {};
    const char *title = nullptr; ///< in words, to be translated in the context sb::lab
    Where where = Where::FirstEndpoint;
    int times = Always; ///< so many exchanges with each that is struck go wrong, then it is sound
    void (*play)(Performance &sound, const Scene &scene) = nullptr; ///< makes of a sound exchange what happens
    QList<StepPlay> steps = {}; ///< instead of `where` and `play`: each at its own step
    QList<chat::ErrorType> errors = {}; ///< one of which is told when nobody can answer
    routing::EndState end = routing::EndState::Failed;
    Rule rule = Rule::None;

    bool harmless = false; ///< strange, but an answer
    bool everyOther = false; ///< only the first, third, … exchange goes wrong
    void (*playOthers)(Performance &sound, const Scene &scene) = nullptr; ///< with those that are not struck
    int requests = 1; ///< one after the other
    int requestsSound = 0; ///< the first so many, in which an engine learns what is usual
    int requestsStruck = Always; ///< the first so many, from those on
    milliseconds between{1'000}; ///< the end of one and the start of the next
    bool mayEndEarly = false; ///< by the output limit, which is an answer
    std::optional<milliseconds> cancelAfter = {}; ///< the caller leaves, so long after the start
    std::optional<milliseconds> sleepAfter = {}; ///< the machine sleeps for an hour
    std::optional<milliseconds> jumpAfter = {}; ///< the calendar is set back by an hour
    Budget budget = Budget::Ample;
    Proof proof = Proof::None;

    [[nodiscard]] QString name() const; ///< the title, translated
};

/// All faults, in the order in which they are rehearsed.
[[nodiscard]] QList<Fault> allFaults();

[[nodiscard]] QList<Fault> stepFaults(); ///< as stepFaultNames()
/// One request in which these are at work, each at its step. Ids that stepFaults() does not have are passed over.
[[nodiscard]] Fault faultOf(const QList<ChosenFault> &chosen);

[[nodiscard]] bool strikes(Where where, const Runner &runner, const Field &field);

/// What an exchange is about.
struct Scene
{
    const Runner &runner;
    const routing::Step &step;
    QByteArray body = {}; ///< of the request
    WallTime now = {};
    bool reasons = false; ///< reasoning was asked for: another clock of the first content
};

/// What the model would say: the same for all who have it.
[[nodiscard]] QStringList wordsOf(const QString &modelId);
/// How it goes on from a text that somebody else began.
[[nodiscard]] QStringList wordsAfter(const QString &modelId);

/// What an answer is otherwise than a sound one.
struct Saying
{
    bool usage = true;
    chat::FinishReason finish = chat::FinishReason::Stop; ///< unless the output limit ends it
    int words = -1; ///< so many only; negative: all
    std::optional<qint64> completionTokens = {}; ///< that are reported, instead of one for each word
};
/// A sound exchange: the answer that is said, as far as the request's output limit goes.
[[nodiscard]] Performance spoken(const Scene &scene, const Saying &saying = {});
/// Whether it is, in that request of those that the fault asks for.
[[nodiscard]] bool isAtWork(const Fault &fault, int request);
/// What happens at the nth exchange (from 0) with this runner, in this request.
[[nodiscard]] bool goesWrong(const Fault &fault, const Field &field, const Runner &runner, int nth, int request);
[[nodiscard]] Performance performanceOf(const Fault &fault, const Field &field, const Scene &scene, int nth,
                                        int request);

} // namespace sb::lab
