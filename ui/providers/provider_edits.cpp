// What a person can do to the list of providers: the editing half of ProviderBoard.
#include "core/catalog/address.h"
#include "core/secrets/service_account.h"
#include "ui/providers/dialect_names.h"
#include "ui/providers/local_offers.h"
#include "ui/providers/provider_board.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

/// The key file of a service account names its project, which need not be typed then.
catalog::Provider withProjectOf(const catalog::Provider &provider, const QByteArray &key)
{
    if (catalog::missingPart(provider) != "project"_L1 || !secrets::isServiceAccountKey(key))
        return provider;
    const QString project =
        QString::fromUtf8(secrets::parseServiceAccount(key).value_or(secrets::ServiceAccount{}).project);
    return catalog::isAddressPart(project) ? catalog::withAddressPart(provider, u"project"_s, project) : provider;
}

/// Why a key is none for this provider; what is wrong with the key itself is the key store's to say.
std::optional<Error> keyProblem(const catalog::Provider &provider, const QByteArray &key)
{
    const auto refused = [&provider](const QString &why) {
        return Error{.kind = Error::Kind::InvalidInput, .message = why.arg(provider.name)};
    };
    const bool signs = provider.auth == catalog::Provider::Auth::GoogleServiceAccount;
    if (signs && !secrets::isServiceAccountKey(key))
        return refused(ProviderBoard::tr("%1 takes the key of a service account: create one in Google Cloud as JSON, "
                                         "and import that file."));
    if (!signs && secrets::isServiceAccountKey(key))
        return refused(ProviderBoard::tr("This is the key file of a service account; %1 takes an API key."));
    const QString part = catalog::missingPart(provider);
    if (part.isEmpty())
        return {};
    return Error{.kind = Error::Kind::InvalidInput,
                 .message =
                     ProviderBoard::tr("Fill in the address first (%1): a key is kept for one address.").arg(part)};
}

} // namespace

/// Puts it into the list, behind the others, where it is not in it yet.
void ProviderBoard::list(const QString &id)
{
    profile::Settings settings = m_workspace.settings();
    if (settings.providers.contains(id))
        return;
    settings.providers.append(id);
    m_workspace.setSettings(settings);
}

/// It was asked without a key until now: added without one, which it wanted after all.
void ProviderBoard::useKey(const QString &id)
{
    const catalog::Provider *keyless = m_workspace.catalog().provider(id);
    if (!keyless || !keyless->fromProfile || keyless->auth != catalog::Provider::Auth::None)
        return;
    catalog::Provider provider = *keyless;
    provider.auth = usualAuth(provider.dialect);
    m_workspace.saveProvider(provider);
}

void ProviderBoard::add(const catalog::Provider &provider)
{
    const catalog::Provider *before = m_workspace.catalog().provider(provider.id);
    if (!before || *before != provider)
        m_workspace.saveProvider(provider);
    list(provider.id);
    // With a key to come, there is nothing to ask before it is there.
    if (const ProviderFacts *facts = find(provider.id); facts && (!facts->needsKey() || facts->key))
        check(provider.id);
}

QString ProviderBoard::use(const engine::LocalServer &server)
{
    const catalog::Provider provider = providerFor(server, m_workspace.catalog(), listedProviders());
    add(provider);
    m_workspace.setEndpoints(provider.id, catalog::newEndpoints(provider, server.models, {}));
    return provider.id;
}

void ProviderBoard::change(const catalog::Provider &provider)
{
    const catalog::Provider *before = m_workspace.catalog().provider(provider.id);
    if (!before || *before == provider)
        return;
    const bool elsewhere = before->baseUrl != provider.baseUrl || before->dialect != provider.dialect;
    if (elsewhere)
        m_checks.forget(provider.id);
    m_workspace.saveProvider(provider);
    if (elsewhere && provider.local)
        check(provider.id);
}

void ProviderBoard::setInUse(const QString &id, bool inUse)
{
    if (id == PracticeLine) {
        profile::Settings settings = m_workspace.settings();
        settings.practice = inUse;
        m_workspace.setSettings(settings);
        return;
    }
    if (const ProviderFacts *facts = find(id)) {
        catalog::Provider provider = facts->provider;
        provider.enabled = inUse;
        change(provider);
    }
}

void ProviderBoard::move(const QString &id, qsizetype to)
{
    QStringList order;
    for (const catalog::Provider &provider : listedProviders())
        order.append(provider.id);
    const qsizetype from = order.indexOf(id);
    if (from < 0 || to < 0 || to >= order.size() || from == to)
        return;
    order.move(from, to);
    profile::Settings settings = m_workspace.settings();
    settings.providers = order;
    m_workspace.setSettings(settings);
}

void ProviderBoard::remove(const QString &id)
{
    const ProviderFacts *facts = find(id);
    if (!facts || facts->provider.practice)
        return;
    m_removed.append({.provider = facts->provider.fromProfile ? std::optional(facts->provider) : std::nullopt,
                      .id = id,
                      .endpoints = m_workspace.ownEndpoints(id),
                      .place = m_workspace.settings().providers.indexOf(id)});
    QStringList keyIds;
    for (const routing::KeyRule &rule : rulesOf(id))
        keyIds.append(rule.id);
    m_checks.forget(id);
    // First: who is not in the catalog any more has its keys forgotten, and with them their ids. Their rules go when
    // the keys are gone, so that one that could not be removed is not lost.
    if (!keyIds.isEmpty())
        m_keys.removeAll(id, keyIds);
    profile::Settings settings = m_workspace.settings();
    settings.providers.removeAll(id);
    m_workspace.setSettings(settings);
    m_workspace.removeProvider(id);
}

bool ProviderBoard::restore(const QString &id)
{
    const auto last =
        std::find_if(m_removed.crbegin(), m_removed.crend(), [&id](const Removed &each) { return each.id == id; });
    if (last == m_removed.crend() || find(id))
        return false; // or it was added anew
    const Removed removed = m_removed.takeAt(std::prev(last.base()) - m_removed.cbegin());
    if (removed.provider)
        m_workspace.saveProvider(*removed.provider);
    m_workspace.setEndpoints(removed.id, removed.endpoints);
    if (removed.place < 0)
        return true; // was in the list by its file or its key only
    profile::Settings settings = m_workspace.settings();
    settings.providers.insert(qMin(removed.place, settings.providers.size()), removed.id);
    m_workspace.setSettings(settings);
    return true;
}

void ProviderBoard::addListedModels(const QString &id)
{
    const ProviderFacts *facts = find(id);
    if (!facts || !facts->check)
        return;
    m_workspace.setEndpoints(
        id, m_workspace.ownEndpoints(id) + catalog::newEndpoints(facts->provider, facts->check->models, endpoints(id)));
}

/// In the place of the one that is shown.
void ProviderBoard::storeKey(const QString &id, const QByteArray &key, secrets::PlainHttp plainHttp)
{
    const QList<KeyFacts> keys = keysOf(id);
    store(id, key, plainHttp, keys.isEmpty() ? QString() : keys.constFirst().info.id);
}

void ProviderBoard::addKey(const QString &id, const QByteArray &key, secrets::PlainHttp plainHttp)
{
    QStringList taken = m_adding.value(id);
    for (const routing::KeyRule &rule : rulesOf(id))
        taken.append(rule.id);
    int number = 2;
    while (taken.contains(u"k%1"_s.arg(number)))
        ++number;
    store(id, key, plainHttp, taken.isEmpty() ? QString() : u"k%1"_s.arg(number));
}

void ProviderBoard::store(const QString &id, const QByteArray &key, secrets::PlainHttp plainHttp, const QString &keyId)
{
    const catalog::Provider *provider = m_workspace.catalog().provider(id);
    if (!provider)
        return;
    const catalog::Provider filled = withProjectOf(*provider, key);
    if (const auto problem = keyProblem(filled, key)) {
        // Answered later, as the keychain does.
        QMetaObject::invokeMethod(
            this, [this, id, problem] { emit keyStored(id, tl::unexpected(*problem)); }, Qt::QueuedConnection);
        return;
    }
    if (filled != *provider)
        change(filled);
    m_adding[id].append(keyId);
    m_keys.store(id, filled.baseUrl, key, plainHttp, keyId);
}

/// First those that are set, also of keys that are not loaded: these are in the keychain, and found by their rule only.
QList<routing::KeyRule> ProviderBoard::rulesOf(const QString &id) const
{
    QList<routing::KeyRule> rules = m_workspace.settings().keys.value(id);
    for (const secrets::KeyInfo &info : m_keys.infos(id)) {
        if (std::ranges::find(rules, info.id, &routing::KeyRule::id) == rules.end())
            rules.append({.id = info.id});
    }
    return rules;
}

/// Of the keys that are loaded, in the order of rulesOf().
QList<KeyFacts> ProviderBoard::keysOf(const QString &id) const
{
    const QList<secrets::KeyInfo> infos = m_keys.infos(id);
    QList<KeyFacts> keys;
    for (const routing::KeyRule &rule : rulesOf(id)) {
        const auto info = std::ranges::find(infos, rule.id, &secrets::KeyInfo::id);
        if (info != infos.end()) // else it is not loaded: a locked keychain, say
            keys.append({.info = *info, .rule = rule});
    }
    return keys;
}

void ProviderBoard::saveRules(const QString &id, const QList<routing::KeyRule> &rules)
{
    profile::Settings settings = m_workspace.settings();
    if (rules.isEmpty())
        settings.keys.remove(id);
    else
        settings.keys.insert(id, rules);
    if (settings != m_workspace.settings())
        m_workspace.setSettings(settings);
}

/// A further key is looked for under the ids of the rules only.
void ProviderBoard::keepRule(const QString &id, const QString &keyId)
{
    if (!keyId.isEmpty())
        saveRules(id, rulesOf(id));
}

void ProviderBoard::dropRules(const QString &id, const QStringList &keyIds)
{
    QList<routing::KeyRule> rules = m_workspace.settings().keys.value(id);
    rules.removeIf([&keyIds](const routing::KeyRule &rule) { return keyIds.contains(rule.id); });
    saveRules(id, rules);
}

void ProviderBoard::setKeyRule(const QString &id, const routing::KeyRule &rule)
{
    QList<routing::KeyRule> rules = rulesOf(id);
    const auto known = std::ranges::find(rules, rule.id, &routing::KeyRule::id);
    if (known == rules.end())
        return;
    *known = rule;
    saveRules(id, rules);
}

void ProviderBoard::moveKey(const QString &id, const QString &keyId, int by)
{
    QList<routing::KeyRule> shown;
    for (const KeyFacts &each : keysOf(id))
        shown.append(each.rule);
    const auto known = std::ranges::find(shown, keyId, &routing::KeyRule::id);
    const qsizetype from = known - shown.begin();
    const qsizetype to = from + by;
    if (known == shown.end() || to < 0 || to >= shown.size())
        return;
    // Among those that are shown; the others stay in their places.
    QList<routing::KeyRule> rules = rulesOf(id);
    const QList<routing::KeyRule> before = shown;
    shown.move(from, to);
    for (routing::KeyRule &rule : rules) {
        if (const qsizetype place = before.indexOf(rule); place >= 0)
            rule = shown.at(place);
    }
    saveRules(id, rules);
}

void ProviderBoard::removeKey(const QString &id)
{
    if (const ProviderFacts *facts = find(id); facts && facts->key)
        removeKey(id, facts->key->id);
}

void ProviderBoard::removeKey(const QString &id, const QString &keyId)
{
    m_keys.remove(id, keyId);
}

void ProviderBoard::confirmKey(const QString &id, secrets::PlainHttp plainHttp)
{
    m_keys.confirm(id, plainHttp);
}

void ProviderBoard::take(const secrets::EnvironmentOffer &offer)
{
    m_keys.take(offer);
}

} // namespace sb::ui
