#pragma once

#include "tests/engine/scripted_server.h"
#include "tests/testing/shifted_clock.h"

#include "core/engine/engine.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace sb::testing {

/// What one run said, in order.
class Observer final : public QObject
{
    Q_OBJECT
public:
    Observer(engine::Engine &engine, const engine::RunSpec &spec);

    std::unique_ptr<engine::RunHandle> handle;
    QStringList order = {}; ///< "started a/m", "failed a/m overloaded…", "text …", "restarted", "ended complete"
    QList<engine::AttemptStarted> started = {};
    QList<engine::AttemptFailed> failed = {};
    QString text = {}; ///< as delivered
    QList<engine::Ended> ended = {};

    [[nodiscard]] bool isOver() const { return !ended.isEmpty(); }
    [[nodiscard]] const engine::Ended &end() const { return ended.constFirst(); }
    [[nodiscard]] QStringList tried() const; ///< endpoints, in order
    [[nodiscard]] QStringList reasons() const; ///< why each attempt was made, from the record
};

/// A real register in a folder of its own, a real engine, a scripted server: one provider per name, each with one
/// endpoint of the model "test/model" that costs 1 $ per million tokens in and 10 $ out.
class Bench final : public QObject
{
    Q_OBJECT
public:
    explicit Bench(const QStringList &providers, const budget::Limits &limits = {});
    ~Bench() override;

    ShiftedClock clock; ///< of register and engine
    ScriptedServer server;
    engine::World world = {};
    routing::Chain chain = {}; ///< one step a provider, no retries
    std::unique_ptr<usage::Register> usage;
    std::unique_ptr<engine::Engine> engine;

    [[nodiscard]] bool isReady() const { return m_ready; }
    void useWorld(); ///< after a change of `world`
    void restart(); ///< another engine on the same register, as after a new start of the program
    catalog::Endpoint &endpoint(const QString &provider);
    catalog::Provider &provider(const QString &provider);
    [[nodiscard]] engine::RunSpec spec() const; ///< one prompt through `chain`
    [[nodiscard]] std::unique_ptr<Observer> run() const { return std::make_unique<Observer>(*engine, spec()); }
    /// Rows of the register, as SQL counts them.
    [[nodiscard]] QString registerPath() const { return m_folder.filePath(QStringLiteral("usage.sqlite")); }

private:
    QTemporaryDir m_folder;
    QList<catalog::Provider> m_providers;
    QList<catalog::Endpoint> m_endpoints;
    bool m_ready = false;
};

} // namespace sb::testing
