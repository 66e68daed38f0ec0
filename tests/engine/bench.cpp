#include "tests/engine/bench.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

constexpr auto Model = "test/model"_L1;

catalog::Price price()
{
    return {.components = {{.unit = catalog::PriceUnit::FreshInput, .amount = {1'000'000}},
                           {.unit = catalog::PriceUnit::VisibleOutput, .amount = {10'000'000}}},
            .source = u"about:test"_s,
            .asOf = QDate(2026, 1, 1)};
}

catalog::Endpoint endpointOf(const QString &provider)
{
    return {.id = provider + u"/m"_s,
            .providerId = provider,
            .modelId = Model,
            .upstreamModel = u"m"_s,
            .price = price(),
            .contextTokens = 100'000,
            .maxOutputTokens = 1'000};
}

} // namespace

Observer::Observer(engine::Engine &engine, const engine::RunSpec &spec)
    : handle(std::make_unique<engine::RunHandle>(engine, spec))
{
    using engine::RunHandle;
    connect(handle.get(), &RunHandle::attemptStarted, this, [this](const engine::AttemptStarted &attempt) {
        started.append(attempt);
        order.append(u"started "_s + attempt.candidate.endpointId);
    });
    connect(handle.get(), &RunHandle::attemptFailed, this, [this](const engine::AttemptFailed &attempt) {
        failed.append(attempt);
        order.append(u"failed "_s + attempt.candidate.endpointId);
    });
    connect(handle.get(), &RunHandle::restarted, this, [this] {
        text.clear();
        order.append(u"restarted"_s);
    });
    connect(handle.get(), &RunHandle::content, this, [this](const chat::Event &event) {
        if (const auto *delta = std::get_if<chat::TextDelta>(&event)) {
            text += delta->text;
            order.append(u"text"_s);
        }
    });
    connect(handle.get(), &RunHandle::ended, this, [this](const engine::Ended &last) {
        ended.append(last);
        order.append(u"ended "_s + QString::fromLatin1(toWireName(last.end)));
    });
}

QStringList Observer::tried() const
{
    QStringList endpoints;
    for (const engine::AttemptStarted &attempt : started)
        endpoints.append(attempt.candidate.endpointId);
    return endpoints;
}

QStringList Observer::reasons() const
{
    QStringList all;
    for (const usage::AttemptRecord &attempt : end().record.attempts)
        all.append(QString::fromLatin1(attempt.moveReason));
    return all;
}

Bench::Bench(const QStringList &providers, const budget::Limits &limits)
{
    chain.name = u"test"_s;
    for (const QString &name : providers) {
        m_providers.append(
            {.id = name, .name = name, .baseUrl = server.baseUrl(name), .auth = catalog::Provider::Auth::None});
        m_endpoints.append(endpointOf(name));
        chain.steps.append({.model = Model, .endpoints = {name + u"/m"_s}, .retries = 0});
    }
    usage = std::make_unique<usage::Register>(usage::RegisterOptions{.path = registerPath(), .limits = limits}, clock);
    connect(usage.get(), &usage::Register::ready, this,
            [this](const Result<QString> &path) { m_ready = path.has_value(); });
    usage->start();
    restart();
}

void Bench::restart()
{
    engine.reset();
    engine = std::make_unique<engine::Engine>(*usage, clock, std::make_unique<SeededRandom>(7));
    useWorld();
}

Bench::~Bench() = default;

void Bench::useWorld()
{
    world.catalog = catalog::Catalog(m_providers, m_endpoints);
    engine->setWorld(world);
}

catalog::Endpoint &Bench::endpoint(const QString &provider)
{
    return *std::find_if(m_endpoints.begin(), m_endpoints.end(),
                         [&provider](const catalog::Endpoint &each) { return each.providerId == provider; });
}

catalog::Provider &Bench::provider(const QString &provider)
{
    return *std::find_if(m_providers.begin(), m_providers.end(),
                         [&provider](const catalog::Provider &each) { return each.id == provider; });
}

engine::RunSpec Bench::spec() const
{
    engine::RunSpec spec{.chainValue = chain, .client = u"test"_s};
    spec.request.messages.append(chat::Message::make(chat::Role::User, u"How does a signal box work?"_s));
    return spec;
}

} // namespace sb::testing
