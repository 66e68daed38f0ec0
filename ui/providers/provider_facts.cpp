#include "ui/providers/provider_facts.h"

#include "core/catalog/address.h"
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using Outcome = engine::ProviderCheck::Outcome;

struct ProviderFactsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::ProviderFacts)
};

QString modelCount(const ProviderFacts &facts)
{
    return facts.models == 0 ? ProviderFactsText::tr("no models yet")
                             : ProviderFactsText::tr("%n model(s)", nullptr, int(facts.models));
}

QString keyText(const secrets::KeyInfo &key)
{
    const bool session = key.source == "session"_L1;
    if (!key.account.isEmpty())
        return session ? ProviderFactsText::tr("key of %1, this session only").arg(key.account)
                       : ProviderFactsText::tr("key of %1").arg(key.account);
    if (key.lastFour.isEmpty())
        return session ? ProviderFactsText::tr("key held for this session") : ProviderFactsText::tr("key kept");
    return session ? ProviderFactsText::tr("key ends %1, this session only").arg(key.lastFour)
                   : ProviderFactsText::tr("key ends %1").arg(key.lastFour);
}

/// What a check that went wrong says in two words; empty for one that went well.
QString trouble(const engine::ProviderCheck &check)
{
    switch (check.outcome) {
    case Outcome::Good:
        return {};
    case Outcome::KeyMissing:
        return ProviderFactsText::tr("wants a key, %1").arg(check.httpStatus);
    case Outcome::KeyRefused:
        return ProviderFactsText::tr("key refused, %1").arg(check.httpStatus);
    case Outcome::NotPermitted:
        return check.httpStatus == 402 ? ProviderFactsText::tr("no credit, 402")
                                       : ProviderFactsText::tr("not permitted, %1").arg(check.httpStatus);
    case Outcome::KeyNotSent:
        return ProviderFactsText::tr("key not sent");
    case Outcome::NotReachable:
        return ProviderFactsText::tr("not reachable");
    case Outcome::WrongPath:
        return ProviderFactsText::tr("wrong base URL, %1").arg(check.httpStatus);
    case Outcome::NotAnApi:
        return ProviderFactsText::tr("no API there");
    case Outcome::Failed:
        return ProviderFactsText::tr("answered %1").arg(check.httpStatus);
    }
    return {};
}

ProviderLine clear(const QString &second)
{
    return {Signal::Clear, ProviderFactsText::tr("ready"), second};
}

ProviderLine caution(const QString &second)
{
    return {Signal::Caution, ProviderFactsText::tr("caution"), second};
}

ProviderLine off(const QString &second)
{
    return {Signal::Off, ProviderFactsText::tr("off"), second};
}

ProviderLine stop(const QString &second)
{
    return {Signal::Stop, ProviderFactsText::tr("stop"), second};
}

QString asOf(QDate day)
{
    return ProviderFactsText::tr("as of %1").arg(QLocale().toString(day, QLocale::ShortFormat));
}

/// That a fact was looked for in vain; empty when nobody looked.
QString notFoundText(const catalog::Provider &provider, catalog::ProviderFact fact)
{
    const catalog::NotFound *missing = catalog::notFound(provider, fact);
    if (!missing)
        return {};
    //: %1 such as "as of 30/11/2026"; what a provider does not say about itself
    return (missing->read == catalog::PagesRead::All ? ProviderFactsText::tr("not documented (%1)")
                                                     : ProviderFactsText::tr("not known (%1)"))
        .arg(asOf(missing->asOf));
}

/// A server that needs no key: what counts is whether it answers.
ProviderLine lineWithoutKey(const ProviderFacts &facts)
{
    const QString host = hostAndPort(facts.provider.baseUrl);
    const QString key = facts.key ? keyText(*facts.key) : ProviderFactsText::tr("no key needed");
    if (!facts.check)
        return facts.provider.local ? off(u"%1, %2"_s.arg(host, key)) : clear(u"%1, %2"_s.arg(host, key));
    if (facts.check->outcome == Outcome::NotReachable && facts.provider.local)
        return off(ProviderFactsText::tr("%1, not running").arg(host));
    if (const QString wrong = trouble(*facts.check); !wrong.isEmpty())
        return caution(u"%1, %2"_s.arg(host, wrong));
    return facts.models == 0 ? caution(u"%1, %2"_s.arg(host, modelCount(facts))) : clear(u"%1, %2"_s.arg(host, key));
}

} // namespace

ProviderLine lineOf(const ProviderFacts &facts)
{
    if (facts.provider.practice)
        return facts.provider.enabled ? clear(ProviderFactsText::tr("simulated, always there"))
                                      : off(ProviderFactsText::tr("not in use"));
    if (!facts.provider.enabled)
        return off(ProviderFactsText::tr("not in use"));
    if (facts.checking)
        return off(ProviderFactsText::tr("being asked"));
    if (const QString part = catalog::missingPart(facts.provider); !part.isEmpty())
        return caution(ProviderFactsText::tr("fill in: %1").arg(part));
    if (facts.key && facts.key->needsConfirmation)
        return caution(ProviderFactsText::tr("key is for another address"));
    if (!facts.needsKey())
        return lineWithoutKey(facts);
    if (!facts.key)
        return off(ProviderFactsText::tr("no key"));
    const QString wrong = facts.check ? trouble(*facts.check) : QString();
    if (facts.rejected || (facts.check && facts.check->outcome == Outcome::KeyRefused))
        return stop(wrong.isEmpty() ? ProviderFactsText::tr("key refused") : wrong);
    if (!wrong.isEmpty())
        return caution(u"%1, %2"_s.arg(keyText(*facts.key), wrong));
    const QString second = u"%1, %2"_s.arg(keyText(*facts.key), modelCount(facts));
    return facts.models == 0 ? caution(second) : clear(second);
}

std::optional<Hand> handFor(const ProviderFacts &facts, const QTimeZone &zone, WallTime now)
{
    if (!facts.provider.enabled || facts.provider.practice || !facts.key || facts.provider.baseUrl.isEmpty())
        return {};
    const QString &name = facts.provider.name;
    if (facts.key->needsConfirmation)
        return Hand{
            .sentence =
                ProviderFactsText::tr("The key of %1 was entered for %2. It is not sent to %3 until you say so.")
                    .arg(name, QUrl(QString::fromUtf8(facts.key->origin)).host(), hostAndPort(facts.provider.baseUrl)),
            .action = ProviderFactsText::tr("Send it there"),
            .act = Hand::Act::ConfirmKey,
            .providerId = facts.provider.id};
    const bool refused = facts.check && facts.check->outcome == Outcome::KeyRefused;
    if (!facts.rejected && !refused)
        return {};
    const int status = facts.check ? facts.check->httpStatus : 0;
    const QString time = formatTime(refused ? facts.check->at : facts.rejectedAt, zone, now);
    const QString what = refused
        ? ProviderFactsText::tr("%1 refused its key at %2 (%3).").arg(name, time).arg(status)
        : ProviderFactsText::tr("%1 refused its key, or the account has no credit, at %2.").arg(name, time);
    return Hand{.signal = Signal::Caution,
                .sentence = what + u' ' + ProviderFactsText::tr("Requests skip it until the key is replaced."),
                .action = ProviderFactsText::tr("Replace key"),
                .act = Hand::Act::ReplaceKey,
                .providerId = facts.provider.id};
}

std::optional<Hand> handFor(secrets::Keychain keychain, bool sessionKeys)
{
    if (keychain == secrets::Keychain::Locked)
        return Hand{.sentence = secrets::KeyStore::sentence(keychain),
                    .action = ProviderFactsText::tr("Unlock"),
                    .act = Hand::Act::UnlockKeychain};
    if (keychain == secrets::Keychain::Missing && sessionKeys)
        return Hand{.sentence = secrets::KeyStore::sentence(keychain)};
    return {};
}

QString hostAndPort(const QUrl &url)
{
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

QString hostOf(const catalog::Provider &provider)
{
    return provider.baseUrl.isEmpty() ? provider.addressForm.section(u'/', 2, 2) : hostAndPort(provider.baseUrl);
}

QString keyEnds(const secrets::KeyInfo &key)
{
    if (!key.account.isEmpty())
        return key.account;
    return key.lastFour.isEmpty() ? ProviderFactsText::tr("kept") : ProviderFactsText::tr("ends %1").arg(key.lastFour);
}

QString keyNote(const secrets::KeyInfo &key)
{
    if (key.source == "session"_L1)
        return ProviderFactsText::tr("Held in memory until Signalbox ends. Never written to a file.");
    if (key.source == "environment"_L1)
        return ProviderFactsText::tr("Taken from the environment for this run. Never written to a file.");
    if (key.source == "credentials"_L1)
        return ProviderFactsText::tr("Handed over by the system for this run. Never written to a file.");
    if (!key.storedOn.isValid())
        return ProviderFactsText::tr("In the keychain. Never shown again, never written to a file.");
    return ProviderFactsText::tr("In the keychain since %1. Never shown again, never written to a file.")
        .arg(QLocale().toString(key.storedOn, ProviderFactsText::tr("d MMMM yyyy", "a whole date")));
}

QString cancelText(const catalog::Provider &provider)
{
    const catalog::CancelPolicy &policy = provider.cancel;
    if (!policy.stopsBilling)
        return policy.varies ? ProviderFactsText::tr("stops the bill at some of the providers behind it")
                             : notFoundText(provider, catalog::ProviderFact::Cancel);
    return *policy.stopsBilling
        ? ProviderFactsText::tr("stops the bill")
        : ProviderFactsText::tr("does not stop the bill: the most that the answer can cost is counted");
}

QString dataPolicyText(const catalog::Provider &provider)
{
    const catalog::DataPolicy &policy = provider.dataPolicy;
    QStringList parts;
    if (policy.trains)
        parts.append(*policy.trains ? ProviderFactsText::tr("trains models on prompts")
                                    : ProviderFactsText::tr("no training on prompts"));
    if (policy.retentionDays)
        parts.append(*policy.retentionDays == 0
                         ? ProviderFactsText::tr("keeps nothing")
                         : ProviderFactsText::tr("keeps prompts %n day(s)", nullptr, *policy.retentionDays));
    if (!policy.regions.isEmpty())
        parts.append(ProviderFactsText::tr("processed in %1").arg(policy.regions.join(u", "_s).toUpper()));
    if (policy.varies)
        parts.append(ProviderFactsText::tr("differs from model to model, or with the provider behind it"));
    if (parts.isEmpty()) {
        const QString missing = notFoundText(provider, catalog::ProviderFact::DataPolicy);
        return missing.isEmpty() ? ProviderFactsText::tr("not known") : missing;
    }
    if (policy.asOf.isValid())
        parts.append(asOf(policy.asOf));
    return parts.join(u", "_s);
}

QString dataPolicyPage(const catalog::Provider &provider)
{
    const catalog::NotFound *missing = catalog::notFound(provider, catalog::ProviderFact::DataPolicy);
    return missing ? missing->lookedIn : provider.dataPolicy.source;
}

} // namespace sb::ui
