#pragma once

#include "core/usage/queries.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>

namespace sb::usage {

/// A register in a folder of its own, with calls that wait for their outcome.
class Rig : public QObject
{
    Q_OBJECT
public:
    explicit Rig(RegisterOptions options = {}); ///< a path is chosen where options has none
    ~Rig() override;

    /// Makes the register and waits for ready(). Also: closes it and opens it again.
    Result<QString> start();
    void stop();

    OpenOutcome open(const OpenRecord &record);
    OpenOutcome reserve(const FurtherAttempt &attempt);
    Result<RecordKey> settle(const Settlement &settlement);
    Result<RecordKey> settleLost(const RecordKey &key, NanoDollars amount);
    Result<RecordKey> vote(const Vote &vote);
    Result<RecordKey> setZone(const QTimeZone &zone);
    /// Opens and settles.
    RecordKey record(const OpenRecord &record, Settlement settlement);

    template <typename Answer>
    Result<Answer> ask(const Query &query)
    {
        const Result<QueryAnswer> answer = answerTo(query);
        if (!answer)
            return tl::unexpected(answer.error());
        return std::get<Answer>(*answer);
    }
    [[nodiscard]] RequestRecord detail(const RecordKey &key) { return ask<RequestRecord>(DetailQuery{key}).value(); }

    OpenOutcome waitForOpened(Ticket ticket);
    Result<RecordKey> waitForSettled(Ticket ticket);
    [[nodiscard]] Register &usage() { return *m_register; }
    [[nodiscard]] Queries &queries();
    [[nodiscard]] QString path() const { return m_options.path; }
    [[nodiscard]] QString readyPath() const { return m_ready->value_or(QString()); } ///< in use since the last ready()
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    RegisterOptions m_options = {};
    ManualClock m_clock;
    QString m_advice = {};
    bool m_damaged = false;
    int m_changes = 0;
    int m_heldUp = 0;
    int m_resumed = 0;
    QHash<Ticket, OpenOutcome> m_opened = {};
    QHash<Ticket, Result<RecordKey>> m_settled = {};

private:
    Result<QueryAnswer> answerTo(const Query &query);

    QTemporaryDir m_folder;
    std::optional<Result<QString>> m_ready = {};
    std::unique_ptr<Register> m_register;
    std::unique_ptr<Queries> m_queries;
    QHash<Ticket, Result<QueryAnswer>> m_answers = {};
};

/// A row of one statement as text, for looking into a file directly: "1|2|NULL".
[[nodiscard]] QStringList rowsOf(const QString &path, const QByteArray &sql);
[[nodiscard]] QString valueOf(const QString &path, const QByteArray &sql);

} // namespace sb::usage
