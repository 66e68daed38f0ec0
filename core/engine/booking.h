#pragma once

#include "core/chat/event.h"
#include "core/engine/register_desk.h"
#include "core/routing/plan.h"

#include <QObject>

namespace sb::engine {

/// An attempt that needs room in the budget.
struct Wish
{
    chat::Request request = {}; ///< as it would be sent
    routing::Step step = {};
    catalog::Endpoint endpoint = {};
    routing::Terms terms = {}; ///< as far as the plan knows
    bool goesOn = false; ///< the request asks to go on from a delivered text
};
/// The same attempt, asked to go on from a text that was already delivered, where continuation() makes that possible:
/// the text is input beside the prompt that the plan has counted, and is taken off the output limit. Pure.
[[nodiscard]] Wish goingOn(const Wish &wish, const chat::Answer &delivered);

/// Gets room in the register for the attempts of one request. Where a limit has less left than an attempt asks for, its
/// output limit is lowered to what is left and asked for again. One answer to each call, from the event loop.
class Booking final : public QObject
{
    Q_OBJECT
public:
    /// @param desk outlives this
    explicit Booking(RegisterDesk &desk, QObject *parent = nullptr);

    /// Opens the row of the request, with room for its first attempt.
    void open(const usage::OpenRecord &record, const Wish &wish);
    /// Room for a further attempt of a request whose row is open.
    /// @param held what its other attempts hold, see heldBy() in billing.h
    void reserve(const usage::RecordKey &key, std::optional<NanoDollars> held, const Wish &wish);
    /// Asks no second time with less; an answer still comes.
    void cancel() { m_lowerings = 0; }

    /// Of the row, once it is open.
    [[nodiscard]] const std::optional<usage::RecordKey> &key() const { return m_key; }

signals:
    void granted(const sb::routing::Terms &terms); ///< lower ones than asked for, where less was left
    void refused(const sb::Error &why); ///< by a limit
    void failed(const sb::Error &why); ///< nothing can be written
    void warned(const sb::budget::Warning &warning); ///< before granted()

private:
    void begin(const Wish &wish);
    void ask();
    void take(const usage::OpenOutcome &outcome);
    [[nodiscard]] bool lower(const usage::OpenOutcome &refusal);

    RegisterDesk &m_desk;
    usage::OpenRecord m_record; ///< until it is open
    std::optional<usage::RecordKey> m_key;
    std::optional<NanoDollars> m_held;
    Wish m_wish;
    int m_lowerings = 0; ///< that may still be made
};

} // namespace sb::engine
