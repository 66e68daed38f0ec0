#pragma once

#include "core/base/random.h"
#include "core/engine/attempt.h"
#include "core/engine/run.h"
#include "core/engine/token_count.h"

#include <QObject>

#include <memory>
#include <optional>

namespace sb::engine {

/// Asks a provider how many tokens a request has, at the first endpoint of its plan that counts, tried again by the
/// rules of every request. It costs nothing, so that nothing is reserved or recorded. Deleting it closes the
/// connection without a word.
class TokenCountCall final : public QObject
{
    Q_OBJECT
public:
    TokenCountCall(const RunParts &parts, const RunSpec &spec, std::shared_ptr<const Snapshot> snapshot, quint64 seed,
                   QObject *parent = nullptr);
    ~TokenCountCall() override;

    void start();

signals:
    void done(const sb::engine::TokenCount &count); ///< exactly once, from the event loop

private:
    [[nodiscard]] std::optional<Error> plan();
    void keepThoseWhoCount();
    void estimate();
    void follow(const routing::Move &move);
    [[nodiscard]] bool chooseKey();
    [[nodiscard]] QByteArray key() const;
    void ask();
    void take(const AttemptOutcome &outcome);
    void conclude();
    [[nodiscard]] const routing::Candidate &candidate() const;
    [[nodiscard]] const catalog::Provider &provider() const;

    RunParts m_parts;
    RunSpec m_spec;
    std::shared_ptr<const Snapshot> m_snapshot;
    SeededRandom m_random;
    routing::Chain m_chain;
    std::optional<routing::Dispatcher> m_dispatcher;
    routing::Move m_move;
    QString m_keyId; ///< that goes along
    QHash<QString, QSet<QString>> m_triedKeys; ///< by provider
    std::unique_ptr<Attempt> m_attempt;
    std::unique_ptr<Alarm> m_wait;
    TokenCount m_count;
};

} // namespace sb::engine
