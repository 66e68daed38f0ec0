#include "core/engine/booking.h"

#include "core/engine/continuation.h"

#include <utility>

namespace sb::engine {

namespace {

// Others may take what is left between two questions; each answer is lower than the one before.
constexpr int MostLowerings = 3;

} // namespace

Wish goingOn(const Wish &wish, const chat::Answer &delivered)
{
    const std::optional<chat::Request> onward = continuation(wish.request, delivered, wish.endpoint);
    if (!onward)
        return wish;
    Wish going = wish;
    going.request = *onward;
    going.goesOn = true;
    going.terms.maxTokens = lowered(wish.terms.maxTokens, delivered.text);
    if (wish.terms.bound && wish.endpoint.price) {
        const auto more = upperBound(*wish.endpoint.price, delivered.text.toUtf8().size(), 0);
        going.terms.bound = more ? saturatingAdd(*wish.terms.bound, *more) : wish.terms.bound;
    }
    return going;
}

Booking::Booking(RegisterDesk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
}

void Booking::open(const usage::OpenRecord &record, const Wish &wish)
{
    m_record = record;
    begin(wish);
}

void Booking::reserve(const usage::RecordKey &key, std::optional<NanoDollars> held, const Wish &wish)
{
    m_key = key;
    m_held = held;
    begin(wish);
}

void Booking::begin(const Wish &wish)
{
    m_wish = wish;
    m_lowerings = MostLowerings;
    ask();
}

void Booking::ask()
{
    const auto then = [this](const usage::OpenOutcome &outcome) { take(outcome); };
    if (m_key) {
        m_desk.reserve({.key = *m_key, .held = m_held, .bound = m_wish.terms.bound}, this, then);
    } else {
        m_record.bound = m_wish.terms.bound;
        m_desk.open(m_record, this, then);
    }
}

void Booking::take(const usage::OpenOutcome &outcome)
{
    switch (outcome.kind) {
    case usage::OpenOutcome::Kind::Opened:
        m_key = outcome.key;
        for (const budget::Warning &warning : outcome.warnings)
            emit warned(warning);
        emit granted(m_wish.terms);
        return;
    case usage::OpenOutcome::Kind::RefusedBudget:
        if (lower(outcome))
            return ask();
        emit refused(outcome.error);
        return;
    case usage::OpenOutcome::Kind::Failed:
        emit failed(outcome.error);
        return;
    }
}

bool Booking::lower(const usage::OpenOutcome &refusal)
{
    if (m_lowerings <= 0 || !m_wish.terms.bound || !refusal.remaining)
        return false;
    --m_lowerings;
    const auto terms = routing::affordableTerms(m_wish.request, m_wish.step, m_wish.endpoint, m_wish.terms.maxTokens,
                                                *refusal.remaining);
    if (!terms)
        return false;
    m_wish.terms = *terms;
    return true;
}

} // namespace sb::engine
