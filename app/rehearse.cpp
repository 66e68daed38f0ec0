#include "app/rehearse.h"

#include "app/command_start.h"
#include "resources/data.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

struct RehearseText
{
    Q_DECLARE_TR_FUNCTIONS(sb::app)
};

Result<routing::Chain> chainIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound,
                       RehearseText::tr("The chain cannot be read from %1: %2").arg(path, file.errorString()));
    return parseJson(file.readAll()).and_then(routing::parseChain).map_error([&path](Error error) {
        error.message = path + u": "_s + error.message;
        return error;
    });
}

/// Of the day on which it is rehearsed, since a model may be retired by then.
WallTime noonOf(WallTime time)
{
    return std::chrono::floor<std::chrono::days>(time) + std::chrono::hours{12};
}

} // namespace

Result<routing::Chain> chainToRehearse(const QString &meant, const QList<routing::Chain> &chains)
{
    if (meant.isEmpty()) {
        initData();
        return chainIn(u":/signalbox/chains/sample.json"_s);
    }
    if (!routing::isChainName(meant) || meant.endsWith(".json"_L1))
        return chainIn(meant);
    const auto found = std::ranges::find(chains, meant, &routing::Chain::name);
    if (found != chains.end())
        return *found;
    return failure(Error::Kind::NotFound, RehearseText::tr("There is no chain “%1”.").arg(meant));
}

Rehearse::Rehearse(const LoadedProfile &loaded, const RehearseOptions &options, QObject *parent)
    : QObject(parent)
    , m_loaded(loaded)
    , m_options(options)
{
}

void Rehearse::start()
{
    if (!m_terminal.open())
        return emit finished(FailedExit);
    for (const QString &notice : std::as_const(m_loaded.notices))
        m_terminal.report(notice);
    const Result<routing::Chain> chain = chainToRehearse(m_options.chain, m_loaded.world.chains);
    if (!chain)
        return take(tl::unexpected(chain.error()));
    m_rehearsal = std::make_unique<lab::Rehearsal>(lab::RehearsalSpec{.chain = *chain,
                                                                      .catalog = m_loaded.world.catalog,
                                                                      .seed = m_options.seed,
                                                                      .startsAt = noonOf(SystemClock().wall())});
    connect(m_rehearsal.get(), &lab::Rehearsal::finished, this, &Rehearse::take);
    m_rehearsal->start();
}

void Rehearse::take(const Result<lab::Scorecard> &scorecard)
{
    if (!scorecard) {
        m_terminal.report(scorecard.error().message);
        return emit finished(FailedExit);
    }
    m_terminal.print(m_options.json ? QString::fromUtf8(lab::toJson(*scorecard).dump()) + u'\n'
                                    : lab::toText(*scorecard));
    for (const QString &sentence : scorecard->leftOut)
        m_terminal.report(sentence);
    if (!m_options.json && !scorecard->weakLinks.isEmpty())
        m_terminal.report(RehearseText::tr("Weakest link: %1").arg(scorecard->weakLinks.constFirst().sentence));
    emit finished(scorecard->failed() == 0 && !m_terminal.isUnread() ? 0 : FailedExit);
}

void Rehearse::cancel(int signal)
{
    emit finished(SignalExit + signal);
}

} // namespace sb::app
