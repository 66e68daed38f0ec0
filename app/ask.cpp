#include "app/ask.h"

#include "app/ask_lines.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

constexpr int FailedExit = 1;
constexpr int SignalExit = 128; ///< plus the signal, as shells say it

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
    return spec;
}

} // namespace

Ask::Ask(CoreServices &services, secrets::KeyStore &keys, const AskOptions &options, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_keys(keys)
    , m_options(options)
    , m_terminal(isatty(STDOUT_FILENO) == 1)
{
}

Ask::~Ask() = default;

void Ask::start()
{
    if (!m_out.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered)
        || !m_err.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        emit finished(FailedExit);
        return;
    }
    connect(&m_services, &CoreServices::registerOpened, this, [this](const QString &, const QString &advice) {
        if (!advice.isEmpty())
            report(advice);
    });
    connect(&m_services.usage(), &usage::Register::heldUp, this, [this](const Error &why) { report(why.message); });
    connect(&m_services, &CoreServices::practiceFailed, this, [this](const Error &why) { report(why.message); });
    connect(&m_services, &CoreServices::failed, this, &Ask::fail);
    connect(&m_services.engine(), &engine::Engine::budgetWarned, this,
            [this](const budget::Warning &warning) { report(describe(warning)); });
    connect(&m_services, &CoreServices::ready, this, [this] {
        m_ready = true;
        sendWhenReady();
    });
    connect(&m_keys, &secrets::KeyStore::changed, this, &Ask::takeKeys);
    for (const QString &notice : m_services.loaded().notices)
        report(notice);
    m_services.start();
    m_keys.load(keyOwners(m_services.loaded().world.catalog.providers(), m_services.loaded().shipped,
                          m_services.loaded().settings.keys));
}

void Ask::takeKeys()
{
    m_services.setKeys(m_keys.table());
    for (const QString &notice : keychainNotices(m_services.loaded().world.catalog.providers(), m_keys))
        report(notice);
    m_keysLoaded = true;
    sendWhenReady();
}

void Ask::sendWhenReady()
{
    if (m_ready && m_keysLoaded && !m_run && !m_signal)
        send();
}

void Ask::send()
{
    m_run = std::make_unique<engine::RunHandle>(m_services.engine(), specOf(m_options, m_services.defaultChain()));
    connect(m_run.get(), &engine::RunHandle::attemptStarted, this, [this](const engine::AttemptStarted &attempt) {
        m_attempt = attempt;
        m_answering = false;
    });
    connect(m_run.get(), &engine::RunHandle::attemptFailed, this,
            [this](const engine::AttemptFailed &attempt) { report(failedLine(attempt)); });
    connect(m_run.get(), &engine::RunHandle::content, this, &Ask::take);
    connect(m_run.get(), &engine::RunHandle::ended, this, &Ask::takeEnd);
}

void Ask::take(const chat::Event &event)
{
    if (!m_answering && chat::isContent(event)) {
        m_answering = true;
        report(answeringLine(m_attempt.number, m_attempt.candidate));
    }
    if (m_options.json)
        return;
    if (const auto *text = std::get_if<chat::TextDelta>(&event))
        print(text->text);
    else if (const auto *refusal = std::get_if<chat::RefusalDelta>(&event))
        print(refusal->text);
}

/// Of the providers that were left out for lack of a key.
KeyPlaces Ask::keyPlaces(const routing::Plan &plan) const
{
    const catalog::Catalog &catalog = m_services.loaded().world.catalog;
    KeyPlaces places;
    for (const routing::Excluded &each : plan.excluded) {
        const catalog::Endpoint *endpoint = catalog.endpoint(each.endpointId);
        const catalog::Provider *provider = endpoint ? catalog.provider(endpoint->providerId) : nullptr;
        if (!provider || each.reason != routing::Exclusion::NoKey)
            continue;
        const QString variable = variablesOf(*provider, m_services.loaded().shipped).value(0);
        if (variable.isEmpty())
            continue;
        places.variables.append(variable);
        places.providers.append(provider->id);
        places.mustBeNamed = places.mustBeNamed || provider->fromProfile;
    }
    places.variables.removeDuplicates();
    places.providers.removeDuplicates();
    return places;
}

void Ask::takeEnd(const engine::Ended &ended)
{
    if (m_options.json)
        print(QString::fromUtf8(toJson(ended).dump()));
    if (m_printed)
        m_out.write("\n");
    if (const QString why = problem(ended); !why.isEmpty())
        report(why);
    if (const QString advice = keyAdvice(ended, keyPlaces(ended.plan), m_keys.keychain()); !advice.isEmpty())
        report(advice);
    if (ended.key)
        report(summaryLine(ended));
    if (m_unread)
        emit finished(FailedExit);
    else if (m_signal && ended.end == routing::EndState::Cancelled)
        emit finished(SignalExit + *m_signal);
    else
        emit finished(exitCode(ended));
}

void Ask::print(const QString &text)
{
    // A pipe gets what the model wrote; a terminal must not be commanded by it.
    const QByteArray bytes = (m_terminal ? forTerminal(text) : text).toUtf8();
    m_printed = m_printed || !bytes.isEmpty();
    if (m_out.write(bytes) == bytes.size() || m_unread)
        return;
    m_unread = true; // nobody reads any more: stop paying
    m_run->cancel();
}

void Ask::report(const QString &line)
{
    m_err.write(forTerminal(line).toUtf8() + '\n');
}

void Ask::fail(const Error &error)
{
    report(error.message);
    emit finished(FailedExit);
}

void Ask::cancel(int signal)
{
    m_signal = signal;
    if (m_run)
        m_run->cancel();
    else
        emit finished(SignalExit + signal);
}

} // namespace sb::app
