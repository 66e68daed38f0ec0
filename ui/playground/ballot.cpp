#include "ui/playground/ballot.h"

namespace sb::ui {

Ballot::Ballot(usage::Register &usage, usage::Queries &queries, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_usage(usage)
    , m_queries(queries)
    , m_clock(clock)
{
    connect(&m_usage, &usage::Register::ready, this, [this] {
        if (!m_wanted.isEmpty())
            read(m_wanted);
    });
    connect(&m_usage, &usage::Register::settled, this,
            [this](usage::Ticket ticket, const Result<usage::RecordKey> &outcome) {
                if (!m_casting.contains(ticket))
                    return;
                const usage::Vote vote = m_casting.take(ticket);
                if (!outcome) {
                    emit failed(outcome.error());
                    return;
                }
                m_votes[vote.key] = vote.kind;
                emit changed();
            });
    connect(&m_queries, &usage::Queries::answered, this,
            [this](usage::Ticket ticket, const Result<usage::QueryAnswer> &answer) {
                if (ticket == m_reading)
                    take(answer);
            });
}

void Ballot::read(const QList<usage::RecordKey> &keys)
{
    m_wanted = keys;
    m_reading = m_queries.ask(usage::VotesQuery{.keys = keys});
}

void Ballot::cast(const usage::RecordKey &key, std::optional<usage::RecordKey> against, usage::Vote::Kind kind)
{
    if (voteOn(key) == kind)
        return;
    const usage::Vote vote{.key = key, .against = against, .kind = kind, .at = m_clock.wall()};
    m_casting.insert(m_usage.vote(vote), vote);
}

std::optional<usage::Vote::Kind> Ballot::voteOn(const usage::RecordKey &key) const
{
    const auto it = m_votes.find(key);
    return it == m_votes.end() ? std::nullopt : std::optional(it->second);
}

void Ballot::take(const Result<usage::QueryAnswer> &answer)
{
    if (!answer)
        return; // the register is not open yet: ready() asks again
    if (const auto *votes = std::get_if<usage::Votes>(&*answer)) {
        for (const usage::Vote &vote : votes->votes)
            m_votes[vote.key] = vote.kind;
        emit changed();
    }
}

} // namespace sb::ui
