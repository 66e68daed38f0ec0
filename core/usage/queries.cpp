#include "core/usage/queries.h"

#include "core/usage/read/reader_thread.h"

#include <QSet>

namespace sb::usage {

class QueriesPrivate
{
public:
    QueriesPrivate(Queries *q, const Clock &clockToUse)
        : clock(clockToUse)
        , reader([this, q](Ticket ticket, const Result<QueryAnswer> &answer) {
            QMetaObject::invokeMethod(q, [this, q, ticket, answer] {
                if (wanted.remove(ticket)) // else cancelled while the answer was on its way
                    emit q->answered(ticket, answer);
            });
        })
    {
    }

    const Clock &clock;
    Result<QString> path = failure(Error::Kind::Unavailable, Queries::tr("The register is still being opened."));
    quint64 lastTicket = 0;
    QSet<Ticket> wanted;
    ReaderThread reader; // last: ends first
};

Queries::Queries(const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<QueriesPrivate>(this, clock))
{
}

Queries::Queries(const QString &path, const Clock &clock, QObject *parent)
    : Queries(clock, parent)
{
    setPath(path);
}

Queries::~Queries() = default;

void Queries::setPath(const Result<QString> &path)
{
    d->path = path;
    d->reader.setPath(path);
}

const Result<QString> &Queries::path() const
{
    return d->path;
}

Ticket Queries::ask(const Query &query)
{
    const Ticket ticket{++d->lastTicket};
    d->wanted.insert(ticket);
    d->reader.post({.ticket = ticket, .query = query, .now = d->clock.wall()});
    return ticket;
}

void Queries::cancel(Ticket ticket)
{
    if (d->wanted.remove(ticket))
        d->reader.cancel(ticket);
}

} // namespace sb::usage
