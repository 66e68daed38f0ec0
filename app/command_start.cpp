#include "app/command_start.h"

#include <utility>

namespace sb::app {

CommandStart::CommandStart(CoreServices &services, secrets::KeyStore &keys, Terminal &terminal, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_keys(keys)
    , m_terminal(terminal)
{
}

void CommandStart::start()
{
    if (!m_terminal.open()) {
        emit failed();
        return;
    }
    const auto tell = [this](const Error &why) { m_terminal.report(why.message); };
    connect(&m_services, &CoreServices::registerOpened, this, [this](const QString &, const QString &advice) {
        if (!advice.isEmpty())
            m_terminal.report(advice);
    });
    connect(&m_services.usage(), &usage::Register::heldUp, this, tell);
    connect(&m_services, &CoreServices::practiceFailed, this, tell);
    connect(&m_services, &CoreServices::failed, this, &CommandStart::fail);
    connect(&m_services.engine(), &engine::Engine::budgetWarned, this,
            [this](const budget::Warning &warning) { m_terminal.report(describe(warning)); });
    connect(&m_services, &CoreServices::ready, this, [this] {
        m_ready = true;
        announce();
    });
    connect(&m_keys, &secrets::KeyStore::changed, this, &CommandStart::takeKeys);
    for (const QString &notice : m_services.loaded().notices)
        m_terminal.report(notice);
    m_services.start();
    m_keys.load(keyOwners(m_services.loaded().world.catalog.providers(), m_services.loaded().shipped,
                          m_services.loaded().settings.keys));
}

void CommandStart::stop()
{
    m_over = true;
}

void CommandStart::takeKeys()
{
    m_services.setKeys(m_keys.table());
    for (const QString &notice : keychainNotices(m_services.loaded().world.catalog.providers(), m_keys))
        m_terminal.report(notice);
    m_keysLoaded = true;
    announce();
}

void CommandStart::announce()
{
    if (m_ready && m_keysLoaded && !std::exchange(m_over, true))
        emit ready();
}

void CommandStart::fail(const Error &error)
{
    m_terminal.report(error.message);
    emit failed();
}

KeyPlaces CommandStart::keyPlaces(const routing::Plan &plan) const
{
    const catalog::Catalog &catalog = m_services.loaded().world.catalog;
    KeyPlaces places;
    for (const routing::Excluded &each : plan.excluded) {
        const catalog::Endpoint *endpoint = catalog.endpoint(each.endpointId);
        // An endpoint that no list has begins with its provider's name.
        const catalog::Provider *provider =
            catalog.provider(endpoint ? endpoint->providerId : each.endpointId.section(u'/', 0, 0));
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

} // namespace sb::app
