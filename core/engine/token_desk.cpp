#include "core/engine/token_desk.h"

#include <QTimer>

using namespace std::chrono_literals;

namespace sb::engine {

namespace {

constexpr std::chrono::milliseconds Patience = 10s; ///< for each step: connecting, the first byte, the rest
constexpr std::chrono::seconds Margin = 60s; ///< a token that ends while a request is on its way is of no use

} // namespace

TokenDesk::TokenDesk(net::Network &http, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
{
}

TokenDesk::~TokenDesk()
{
    qDeleteAll(findChildren<ListCall *>()); // they hold calls of the client
}

QByteArray TokenDesk::held(const QByteArray &key) const
{
    const auto it = m_held.constFind(key);
    return it != m_held.constEnd() && m_clock.sinceBoot() < it->until ? it->token : QByteArray();
}

void TokenDesk::buy(const QByteArray &key, QObject *asker, const Then &then)
{
    QList<Asker> &waiting = m_waiting[key];
    waiting.append({.who = asker, .then = then});
    if (waiting.size() == 1)
        QTimer::singleShot(0, this, [this, key] { ask(key); });
}

void TokenDesk::forget(const QByteArray &key)
{
    m_held.remove(key);
}

void TokenDesk::ask(const QByteArray &key)
{
    const auto refuse = [this, &key](const Error &why) {
        finish(key,
               tl::unexpected(chat::ProviderError{.type = chat::ErrorType::Authentication, .message = why.message}));
    };
    const Result<secrets::ServiceAccount> account = secrets::parseServiceAccount(key);
    if (!account)
        return refuse(account.error());
    const Result<QByteArray> assertion = secrets::assertionOf(*account, m_clock.wall());
    if (!assertion)
        return refuse(assertion.error());
    auto *call = new ListCall(m_http, this);
    connect(call, &ListCall::ended, this,
            [this, key, account = *account](const ListAnswer &answer) { take(key, account, answer); });
    connect(call, &ListCall::ended, call, &QObject::deleteLater);
    call->start(grantRequest(account->tokenUrl, *assertion), {}, Patience);
}

void TokenDesk::take(const QByteArray &key, const secrets::ServiceAccount &account, const ListAnswer &answer)
{
    const auto grant = readGrant(answer, account);
    if (!grant)
        return finish(key, tl::unexpected(grant.error()));
    m_held.insert(key, {.token = grant->token, .until = m_clock.sinceBoot() + grant->lifetime - Margin});
    finish(key, grant->token);
}

void TokenDesk::finish(const QByteArray &key, const Bought &bought)
{
    const QList<Asker> waiting = m_waiting.take(key);
    for (const Asker &asker : waiting) {
        if (asker.who)
            asker.then(bought);
    }
}

} // namespace sb::engine
