#include "app/ask.h"

#include "app/ask_lines.h"

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

engine::RunSpec specOf(const AskOptions &options, const QString &defaultChain)
{
    engine::RunSpec spec{.client = u"ask"_s};
    if (!options.system.isEmpty())
        spec.request.messages.append(chat::Message::make(chat::Role::System, options.system));
    spec.request.messages.append(chat::Message::make(chat::Role::User, options.prompt));
    spec.request.model = options.model;
    if (options.model.isEmpty())
        spec.chain = options.chain.isEmpty() ? defaultChain : options.chain;
    spec.request.stream = true;
    spec.request.maxCost = options.maxCost;
    return spec;
}

} // namespace

Ask::Ask(CoreServices &services, secrets::KeyStore &keys, const AskOptions &options, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_keys(keys)
    , m_options(options)
    , m_start(services, keys, m_terminal)
{
    connect(&m_start, &CommandStart::ready, this, &Ask::send);
    connect(&m_start, &CommandStart::failed, this, [this] { emit finished(FailedExit); });
}

Ask::~Ask() = default;

void Ask::start()
{
    m_start.start();
}

void Ask::send()
{
    m_run = std::make_unique<engine::RunHandle>(m_services.engine(), specOf(m_options, m_services.defaultChain()));
    connect(m_run.get(), &engine::RunHandle::attemptStarted, this, [this](const engine::AttemptStarted &attempt) {
        m_attempt = attempt;
        m_answering = false;
    });
    connect(m_run.get(), &engine::RunHandle::attemptFailed, this,
            [this](const engine::AttemptFailed &attempt) { m_terminal.report(failedLine(attempt)); });
    connect(m_run.get(), &engine::RunHandle::content, this, &Ask::take);
    connect(m_run.get(), &engine::RunHandle::ended, this, &Ask::takeEnd);
}

void Ask::take(const chat::Event &event)
{
    if (!m_answering && chat::isContent(event)) {
        m_answering = true;
        m_terminal.report(answeringLine(m_attempt.number, m_attempt.candidate));
    }
    if (m_options.json)
        return;
    if (const auto *text = std::get_if<chat::TextDelta>(&event))
        print(text->text);
    else if (const auto *refusal = std::get_if<chat::RefusalDelta>(&event))
        print(refusal->text);
}

void Ask::takeEnd(const engine::Ended &ended)
{
    if (m_options.json)
        print(QString::fromUtf8(toJson(ended).dump()));
    m_terminal.endLine();
    for (const QString &line : endLines(ended, m_start.keyPlaces(ended.plan), m_keys.keychain()))
        m_terminal.report(line);
    emit finished(m_terminal.isUnread() ? FailedExit : exitCode(ended, m_signal));
}

void Ask::print(const QString &text)
{
    const bool wasRead = !m_terminal.isUnread();
    if (!m_terminal.print(text) && wasRead)
        m_run->cancel(); // nobody reads any more: stop paying
}

void Ask::cancel(int signal)
{
    m_signal = signal;
    m_start.stop();
    if (m_run)
        m_run->cancel();
    else
        emit finished(SignalExit + signal);
}

} // namespace sb::app
