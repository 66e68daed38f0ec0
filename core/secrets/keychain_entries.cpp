#include "core/secrets/keychain_entries.h"

#include <QCoreApplication>
#include <QTimer>

#include <memory>

#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <keychain.h>
#endif

using namespace Qt::StringLiterals;

namespace sb::secrets {

namespace {

using std::chrono::milliseconds;

struct KeychainEntriesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::secrets)
};

QString service()
{
    return KeychainService;
}

Error::Kind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return Error::Kind::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Error::Kind::NotPermitted;
    default:
        return Error::Kind::Unavailable;
    }
}

Result<void> outcomeOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError)
        return {};
    return failure(kindOf(job.error()), KeychainEntriesText::tr("The keychain says: %1").arg(job.errorString()),
                   job.errorString());
}

/// Ends when the job does or the patience is over, whichever is first. The job is nobody's child: see the class.
template <typename Job, typename Then>
void run(Job *job, milliseconds patience, QObject *context, const Then &then)
{
    auto *deadline = new QTimer(context);
    deadline->setSingleShot(true);
    QObject::connect(deadline, &QTimer::timeout, context, [job, deadline, then, context] {
        deadline->deleteLater();
        job->disconnect(context);
        then(*job, failure(Error::Kind::Unavailable, KeychainEntriesText::tr("The keychain did not answer in time.")));
    });
    QObject::connect(job, &QKeychain::Job::finished, context, [job, deadline, then] {
        deadline->stop();
        deadline->deleteLater();
        then(*job, outcomeOf(*job));
    });
    deadline->start(patience);
    job->start();
}

} // namespace

void KeychainEntries::read(const QString &name, milliseconds patience, QObject *context, const Taken &then) const
{
    auto *job = new QKeychain::ReadPasswordJob(service());
    job->setKey(name);
    run(job, patience, context, [then](const QKeychain::ReadPasswordJob &ended, const Result<void> &outcome) {
        if (outcome)
            then(ended.textData().toUtf8());
        else
            then(tl::unexpected(outcome.error()));
    });
}

void KeychainEntries::write(const QString &name, const QByteArray &text, milliseconds patience, QObject *context,
                            const Done &then) const
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setKey(name);
    job->setTextData(QString::fromUtf8(text));
    run(job, patience, context, [then](const QKeychain::Job &, const Result<void> &outcome) { then(outcome); });
}

void KeychainEntries::remove(const QString &name, milliseconds patience, QObject *context, const Done &then) const
{
    auto *job = new QKeychain::DeletePasswordJob(service());
    job->setKey(name);
    run(job, patience, context, [then](const QKeychain::Job &, const Result<void> &outcome) { then(outcome); });
}

} // namespace sb::secrets
