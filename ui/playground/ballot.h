#pragma once

#include "core/usage/queries.h"

#include <QHash>
#include <QObject>

#include <map>
#include <optional>

namespace sb::ui {

/// The votes on answers as the register has them: cast here, and read again when a conversation is opened. A vote is a
/// row that points to the record; the last one on a record counts.
class Ballot final : public QObject
{
    Q_OBJECT
public:
    Ballot(usage::Register &usage, usage::Queries &queries, const Clock &clock, QObject *parent = nullptr);

    void read(const QList<usage::RecordKey> &keys); ///< → changed()
    /// @param against the answer that it was compared with, where there was one
    void cast(const usage::RecordKey &key, std::optional<usage::RecordKey> against, usage::Vote::Kind kind);
    [[nodiscard]] std::optional<usage::Vote::Kind> voteOn(const usage::RecordKey &key) const;

signals:
    void changed(); ///< acknowledged by the register, or read from it
    void failed(const sb::Error &error);

private:
    void take(const Result<usage::QueryAnswer> &answer);

    usage::Register &m_usage;
    usage::Queries &m_queries;
    const Clock &m_clock;
    QList<usage::RecordKey> m_wanted; ///< asked again when the register is ready only later
    usage::Ticket m_reading;
    QHash<usage::Ticket, usage::Vote> m_casting;
    std::map<usage::RecordKey, usage::Vote::Kind> m_votes;
};

} // namespace sb::ui
