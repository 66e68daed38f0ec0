#include "app/count.h"

using namespace Qt::StringLiterals;

namespace sb::app {

Count::Count(CoreServices &services, secrets::KeyStore &keys, const CountOptions &options, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_keys(keys)
    , m_options(options)
    , m_start(services, keys, m_terminal)
{
    connect(&m_start, &CommandStart::ready, this, &Count::send);
    connect(&m_start, &CommandStart::failed, this, [this] { emit finished(FailedExit); });
    connect(&m_services.engine(), &engine::Engine::tokensCounted, this, &Count::take);
}

void Count::start()
{
    m_start.start();
}

void Count::send()
{
    engine::RunSpec spec{.client = u"count"_s};
    if (!m_options.system.isEmpty())
        spec.request.messages.append(chat::Message::make(chat::Role::System, m_options.system));
    spec.request.messages.append(chat::Message::make(chat::Role::User, m_options.prompt));
    spec.request.model = m_options.model;
    m_call = m_services.engine().countTokens(spec);
}

void Count::take(engine::CheckId id, const engine::TokenCount &count)
{
    if (id != m_call)
        return;
    m_terminal.print(countText(count));
    m_terminal.endLine();
    m_terminal.report(countLine(count));
    const QString advice = keyAdvice(count.plan, m_start.keyPlaces(count.plan), m_keys.keychain());
    if (count.refusal && !advice.isEmpty())
        m_terminal.report(advice);
    emit finished(count.tokens && !m_terminal.isUnread() ? 0 : FailedExit);
}

void Count::cancel(int signal)
{
    m_start.stop();
    if (m_call)
        m_services.engine().cancelCheck(*m_call);
    emit finished(SignalExit + signal);
}

} // namespace sb::app
