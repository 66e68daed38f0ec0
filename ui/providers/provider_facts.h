#pragma once

#include "core/catalog/catalog.h"
#include "core/engine/provider_check.h"
#include "core/routing/key_rule.h"
#include "core/secrets/key_store.h"
#include "ui/common/painting.h"

#include <QTimeZone>

#include <optional>

namespace sb::ui {

/// The three practice providers are one line in the list.
inline constexpr QLatin1StringView PracticeLine{"practice"};

/// One key of a provider: what may be told about it, and how it is used.
struct KeyFacts
{
    secrets::KeyInfo info = {};
    routing::KeyRule rule = {};
    friend bool operator==(const KeyFacts &, const KeyFacts &) = default;
};

/// All that is known of one provider in the list.
struct ProviderFacts
{
    catalog::Provider provider = {};
    qsizetype models = 0; ///< endpoints in the catalog
    std::optional<secrets::KeyInfo> key = {}; ///< the first one
    QList<KeyFacts> keys = {}; ///< in the order in which they are used
    std::optional<engine::ProviderCheck> check = {}; ///< the last one, of this address and this key
    bool checking = false;
    bool rejected = false; ///< requests skip it: its key was refused, or the account has no credit
    WallTime rejectedAt = {};

    /// Nothing can be asked there without a key. Local servers may have one.
    [[nodiscard]] bool needsKey() const
    {
        return provider.auth != catalog::Provider::Auth::None && !provider.local && !provider.practice;
    }
};

/// How a provider stands in the list: a signal with its word, and a second line.
struct ProviderLine
{
    Signal signal = Signal::Off;
    QString word = {}; ///< the signal in words, for who cannot see it
    QString second = {};
    friend bool operator==(const ProviderLine &, const ProviderLine &) = default;
};
[[nodiscard]] ProviderLine lineOf(const ProviderFacts &facts);

/// Something that only a person can mend; shown as a banner and at the navigation rail.
struct Hand
{
    enum class Act
    {
        ReplaceKey,
        ConfirmKey, ///< say yes or no to the address to which a key would go now
        UnlockKeychain,
        None
    };
    Signal signal = Signal::Caution;
    QString sentence = {};
    QString action = {}; ///< text of the button
    Act act = Act::None;
    QString providerId = {};
    friend bool operator==(const Hand &, const Hand &) = default;
};
[[nodiscard]] std::optional<Hand> handFor(const ProviderFacts &facts, const QTimeZone &zone, WallTime now);
/// @param kept whether a key is held in memory only
[[nodiscard]] std::optional<Hand> handFor(secrets::Keychain keychain, bool sessionKeys);

/// "127.0.0.1:11434"
[[nodiscard]] QString hostAndPort(const QUrl &url);
/// Where a provider is: host and port; of an address that is not filled in yet, its form.
[[nodiscard]] QString hostOf(const catalog::Provider &provider);
/// By what a key is known: "ends 1234", or its account.
[[nodiscard]] QString keyEnds(const secrets::KeyInfo &key);
/// What is said about a key beside its field.
[[nodiscard]] QString keyNote(const secrets::KeyInfo &key);
/// What becomes of the bill when an answer is cancelled; empty when nothing is said of that.
[[nodiscard]] QString cancelText(const catalog::Provider &provider);
/// What happens to prompts, in a sentence.
[[nodiscard]] QString dataPolicyText(const catalog::Provider &provider);
/// The provider's page that says what happens to prompts, or that should; empty when there is none.
[[nodiscard]] QString dataPolicyPage(const catalog::Provider &provider);

} // namespace sb::ui
