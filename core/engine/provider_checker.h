#pragma once

#include "core/base/redactor.h"
#include "core/engine/check_result.h"
#include "core/engine/token_desk.h"

namespace sb::engine {

/// Asks one provider for its models, and then whether the answer needed the key. On the network thread.
class ProviderChecker final : public QObject
{
    Q_OBJECT
public:
    /// @param redactor knows the loaded keys; the one that is checked is added
    ProviderChecker(net::Network &http, TokenDesk &tokens, const Clock &clock, CheckSpec spec, Redactor redactor,
                    QObject *parent);

    void start();

signals:
    void done(const sb::engine::ProviderCheck &check); ///< exactly once, from the event loop

private:
    void ask(const dialects::WireRequest &wire, bool withKey, void (ProviderChecker::*then)(const ListAnswer &));
    void takeToken(const TokenDesk::Bought &token);
    void takeList(const ListAnswer &answer);
    void takeProof(const ListAnswer &answer);
    void conclude();

    net::Network &m_http;
    TokenDesk &m_tokens;
    const Clock &m_clock;
    const CheckSpec m_spec;
    Redactor m_redactor;
    ProviderCheck m_check;
};

} // namespace sb::engine
