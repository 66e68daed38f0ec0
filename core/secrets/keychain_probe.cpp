#include "core/secrets/keychain_probe.h"

#include "core/secrets/secret_service.h"

using namespace Qt::StringLiterals;

namespace sb::secrets {

namespace {

constexpr auto CanaryText = "Signalbox looks here whether the keychain is open. This is no key.";

/// Where QtKeychain talks to KWallet, what the Secret Service says does not count.
bool isPlasma()
{
    return qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains("KDE"_L1);
}

} // namespace

KeychainProbe::KeychainProbe(const KeychainEntries &entries, QObject *parent)
    : QObject(parent)
    , m_entries(entries)
{
}

void KeychainProbe::start(bool mayPrompt)
{
    m_patience = mayPrompt ? std::chrono::milliseconds(PromptPatience) : std::chrono::milliseconds(KeychainPatience);
    if (mayPrompt || isPlasma()) {
        readCanary();
        return;
    }
    askSecretService(this, [this](SecretService service) {
        if (service == SecretService::Locked)
            emit done(Keychain::Locked);
        else
            readCanary();
    });
}

void KeychainProbe::readCanary()
{
    m_entries.read(CanaryName, m_patience, this, [this](const Result<QByteArray> &text) {
        if (text && *text == CanaryText)
            emit done(Keychain::Usable);
        else if (text || text.error().kind == Error::Kind::NotFound)
            writeCanary();
        else
            giveUp(text.error());
    });
}

void KeychainProbe::writeCanary()
{
    m_entries.write(CanaryName, CanaryText, m_patience, this, [this](const Result<void> &written) {
        if (written)
            compareCanary();
        else
            giveUp(written.error());
    });
}

void KeychainProbe::compareCanary()
{
    m_entries.read(CanaryName, m_patience, this, [this](const Result<QByteArray> &text) {
        emit done(text && *text == CanaryText ? Keychain::Usable : Keychain::Missing);
    });
}

void KeychainProbe::giveUp(const Error &why)
{
    if (why.kind == Error::Kind::NotPermitted) {
        emit done(Keychain::Locked);
        return;
    }
    // A prompt that was closed leaves a collection as it was: locked, or not made.
    askSecretService(this, [this](SecretService service) {
        emit done(service == SecretService::Locked ? Keychain::Locked : Keychain::Missing);
    });
}

} // namespace sb::secrets
