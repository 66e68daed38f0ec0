#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/catalog/catalog.h"
#include "core/catalog/listed_model.h"

#include <QMetaType>

namespace sb::engine {

/// Names one check or search; its answer carries the same.
using CheckId = Id<struct CheckTag>;

struct CheckSpec
{
    catalog::Provider provider = {};
    QByteArray key = {}; ///< empty: asked without one
    bool allowPlainHttp = false; ///< the user said yes to a key over http beyond this machine
    std::chrono::milliseconds patience{10'000}; ///< for each step: connecting, the first byte, the rest
};

/// How a provider answered when it was asked for its models. No prompt is sent, and nothing is paid.
struct ProviderCheck
{
    enum class Outcome
    {
        Good, ///< it lists its models; whether that needed the key, `keyProven` says
        KeyMissing, ///< it wants a key, and there is none
        KeyRefused, ///< 401
        NotPermitted, ///< 402, 403: the key is known, but this is not allowed, or the account has no credit
        KeyNotSent, ///< it would have gone over plain http to another machine, or to another host than it was entered
                    ///< for
        NotReachable, ///< nothing listens, no such host, TLS, silence
        WrongPath, ///< 404: a server, but not at this path
        NotAnApi, ///< a web page, or something else than a list
        Failed, ///< 429, 5xx and other statuses: nothing is known about the key
    };
    QString providerId = {};
    Outcome outcome = Outcome::NotReachable;
    bool keyProven = false; ///< the answer would have been another one without this key
    int httpStatus = 0; ///< 0: no answer
    QString sentence = {}; ///< translated, for people: what happened and what to do; no key in it
    QList<catalog::ListedModel> models = {};
    std::chrono::milliseconds latency{-1}; ///< socket started to header; negative when there was none
    WallTime at = {};

    [[nodiscard]] bool reachable() const { return httpStatus > 0; }
    friend bool operator==(const ProviderCheck &, const ProviderCheck &) = default;
};

/// A server on this machine that answers in OpenAI's form.
struct LocalServer
{
    QString kind = {}; ///< id of the shipped provider that it is, such as "ollama" or "vllm"; else empty
    QUrl baseUrl = {};
    QList<catalog::ListedModel> models = {};
    friend bool operator==(const LocalServer &, const LocalServer &) = default;
};

} // namespace sb::engine

Q_DECLARE_METATYPE(sb::engine::ProviderCheck)
Q_DECLARE_METATYPE(QList<sb::engine::LocalServer>)
