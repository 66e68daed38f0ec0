#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace sb::routing {

/// How one of a provider's keys is used; the key itself is in the keychain, under this id.
struct KeyRule
{
    QString id = {}; ///< empty: the key without an id
    QString name = {}; ///< as the user calls it; may be empty
    std::optional<int> perMinute = {}; ///< at most so many requests in any 60 seconds
    std::optional<int> perDay = {}; ///< and in any 24 hours
    std::optional<qint64> tokensPerMinute = {}; ///< at most so many, both ways, in any 60 seconds
    friend bool operator==(const KeyRule &, const KeyRule &) = default;
};

/// The rules of each provider's keys, in the order in which they are used.
using KeyRules = QHash<QString, QList<KeyRule>>;

} // namespace sb::routing
