#include "core/engine/provider_checker.h"

#include "core/dialects/aws_signature.h"
#include "core/dialects/model_list.h"
#include "core/secrets/key_table.h"

#include <QTimer>

#include <utility>

namespace sb::engine {

ProviderChecker::ProviderChecker(net::Network &http, TokenDesk &tokens, const Clock &clock, CheckSpec spec,
                                 Redactor redactor, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_tokens(tokens)
    , m_clock(clock)
    , m_spec(std::move(spec))
    , m_redactor(std::move(redactor))
{
    m_redactor.addSecret(m_spec.key);
    for (const QByteArray &part : dialects::secretParts(m_spec.key) + secrets::serviceAccountSecrets(m_spec.key))
        m_redactor.addSecret(part);
}

void ProviderChecker::start()
{
    if (!m_spec.key.isEmpty() && !m_spec.allowPlainHttp && !secrets::isSafeOrigin(m_spec.provider.baseUrl)) {
        m_check = keyNotSent(m_spec);
        QTimer::singleShot(0, this, &ProviderChecker::conclude);
        return;
    }
    if (m_spec.provider.auth == catalog::Provider::Auth::GoogleServiceAccount && !m_spec.key.isEmpty()) {
        m_tokens.forget(m_spec.key); // one that was bought before its key was deleted would prove nothing
        m_tokens.buy(m_spec.key, this, [this](const TokenDesk::Bought &token) { takeToken(token); });
        return;
    }
    const dialects::WireRequest list = dialects::modelListRequest(m_spec.provider);
    if (!m_spec.key.isEmpty() && !mayCarry(m_spec.provider, m_spec.key, list.url)) {
        m_check = {.providerId = m_spec.provider.id,
                   .outcome = ProviderCheck::Outcome::KeyNotSent,
                   .sentence = listElsewhere(m_spec.provider, list.url)};
        QTimer::singleShot(0, this, &ProviderChecker::conclude);
        return;
    }
    ask(list, true, &ProviderChecker::takeList);
}

/// That a token is granted is all that can be found out without paying: such an API lists no models of a project.
void ProviderChecker::takeToken(const TokenDesk::Bought &token)
{
    m_check = tokenResult(m_spec, token ? std::nullopt : std::optional(token.error()), m_redactor);
    conclude();
}

void ProviderChecker::ask(const dialects::WireRequest &wire, bool withKey,
                          void (ProviderChecker::*then)(const ListAnswer &))
{
    auto *call = new ListCall(m_http, this);
    connect(call, &ListCall::ended, this, then);
    connect(call, &ListCall::ended, call, &QObject::deleteLater);
    const QList<dialects::Header> key = withKey
        ? dialects::authorization(m_spec.provider, m_spec.key, wire, m_clock.wall())
        : QList<dialects::Header>();
    call->start(wire, key, m_spec.patience);
}

void ProviderChecker::takeList(const ListAnswer &answer)
{
    m_check = checkResult(m_spec, answer, m_redactor);
    if (m_check.outcome != ProviderCheck::Outcome::Good || m_spec.key.isEmpty()) {
        conclude();
        return;
    }
    // Some list their models to everybody: only what differs without the key proves it.
    if (m_spec.provider.keyCheck.isEmpty()) {
        ask(dialects::modelListRequest(m_spec.provider), false, &ProviderChecker::takeProof);
        return;
    }
    dialects::WireRequest wire = dialects::modelListRequest(m_spec.provider);
    wire.url = m_spec.provider.baseUrl;
    wire.url.setPath(wire.url.path() + m_spec.provider.keyCheck);
    ask(wire, true, &ProviderChecker::takeProof);
}

void ProviderChecker::takeProof(const ListAnswer &answer)
{
    const int status = answer.head.status;
    const bool refused = status == 401 || status == 403;
    if (m_spec.provider.keyCheck.isEmpty()) {
        m_check.keyProven = refused || status == 400; // Google's status for no key
    } else if (refused) {
        const QList<catalog::ListedModel> models = std::exchange(m_check.models, {});
        m_check = checkResult(m_spec, answer, m_redactor);
        m_check.models = models;
    } else {
        m_check.keyProven = status == 200;
    }
    conclude();
}

void ProviderChecker::conclude()
{
    if (m_check.outcome == ProviderCheck::Outcome::Good)
        m_check.sentence = goodSentence(m_spec, m_check);
    m_check.at = m_clock.wall();
    emit done(m_check);
}

} // namespace sb::engine
