#include "app/embed.h"

#include "core/engine/embedding_call.h"

using namespace Qt::StringLiterals;

namespace sb::app {

Embed::Embed(CoreServices &services, secrets::KeyStore &keys, const EmbedOptions &options, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_keys(keys)
    , m_options(options)
    , m_start(services, keys, m_terminal)
{
    connect(&m_start, &CommandStart::ready, this, &Embed::send);
    connect(&m_start, &CommandStart::failed, this, [this] { emit finished(FailedExit); });
}

Embed::~Embed() = default;

void Embed::start()
{
    m_start.start();
}

void Embed::send()
{
    const chat::EmbeddingRequest request{
        .model = m_options.model, .input = m_options.texts, .dimensions = m_options.dimensions, .use = m_options.use};
    m_run = std::make_unique<engine::RunHandle>(m_services.engine(), engine::embeddingCall(request, u"embed"_s));
    connect(m_run.get(), &engine::RunHandle::attemptStarted, this, [this](const engine::AttemptStarted &attempt) {
        for (const dialects::Notice &notice : attempt.notices)
            m_terminal.report(u"%1: %2"_s.arg(notice.path, notice.message));
    });
    connect(m_run.get(), &engine::RunHandle::attemptFailed, this,
            [this](const engine::AttemptFailed &attempt) { m_terminal.report(failedLine(attempt)); });
    connect(m_run.get(), &engine::RunHandle::ended, this, &Embed::takeEnd);
}

void Embed::takeEnd(const engine::Ended &ended)
{
    if (!ended.vectors.isEmpty())
        m_terminal.print(QString::fromUtf8(vectorsJson(ended).dump()));
    m_terminal.endLine();
    for (const QString &line : endLines(ended, m_start.keyPlaces(ended.plan), m_keys.keychain()))
        m_terminal.report(line);
    emit finished(m_terminal.isUnread() ? FailedExit : exitCode(ended, m_signal));
}

void Embed::cancel(int signal)
{
    m_signal = signal;
    m_start.stop();
    if (m_run)
        m_run->cancel();
    else
        emit finished(SignalExit + signal);
}

} // namespace sb::app
