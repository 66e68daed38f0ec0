#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/catalog/endpoint.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace sb::practice {

/// How one simulated provider behaves; may be turned while requests run: answers on their way follow at their next
/// token.
struct Knobs
{
    std::chrono::milliseconds firstToken{400}; ///< nothing is sent before, not even a header
    double tokensPerSecond = 60; ///< 0 or less: all at once
    double errorRate = 0; ///< share of requests that fail with `errorStatus`, in [0, 1]; drawn anew for each
    int errorStatus = 529; ///< 429, 500, 503, 529, …
    bool outage = false; ///< every request fails with `errorStatus`, also the list of models
    std::optional<std::chrono::milliseconds> retryAfter = {}; ///< sent with errors
    bool refuseConnections = false; ///< closes before a header: a reset
    std::optional<int> cutAfterTokens = {}; ///< then the connection breaks
    std::optional<int> stallAfterTokens = {}; ///< then silence, until this knob says otherwise
    std::optional<int> malformedAfterTokens = {}; ///< then a chunk that is no JSON; half a body where none is streamed
    bool html = false; ///< answers 200 with a web page
    friend bool operator==(const Knobs &, const Knobs &) = default;
};

/// One simulated provider: its id in the catalog, the dialect that it speaks, its voice.
struct SimulatedProvider
{
    QString id = {};
    catalog::DialectId dialect = catalog::DialectId::OpenAiChat;
    quint64 voice = 0; ///< two providers with different voices answer differently
    Knobs knobs = {};
    QStringList models = {}; ///< what GET /models lists; any name is served
};

/// The providers of a new profile: ids of resources/providers/practice-*.json. practice-a is out of order.
[[nodiscard]] QList<SimulatedProvider> standardProviders();

class PracticeServerPrivate;

/// Simulated providers over real HTTP on loopback. Lives on the network thread. Answers are deterministic for the
/// prompt and the voice, which requests fail by `errorRate` for their number since the start; always labelled as
/// practice.
class PracticeServer final : public QObject
{
    Q_OBJECT
public:
    PracticeServer(const QList<SimulatedProvider> &providers, const Clock &clock, QObject *parent = nullptr);
    ~PracticeServer() override;

    /// Listens on a port of 127.0.0.1. Errors: Unavailable.
    [[nodiscard]] Result<void> start();
    [[nodiscard]] QHash<QString, QUrl> baseUrls() const; ///< by provider id, for Catalog::withBaseUrls(); once started
    void setKnobs(const QString &providerId, const Knobs &knobs);
    [[nodiscard]] Knobs knobs(const QString &providerId) const; ///< the defaults for an unknown id

private:
    std::unique_ptr<PracticeServerPrivate> d;
};

} // namespace sb::practice
