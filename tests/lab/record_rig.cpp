#include "tests/lab/record_rig.h"

#include "tests/tools/traffic.h"

#include "core/usage/store/connection.h"
#include "core/usage/store/record_writer.h"
#include "core/usage/store/register_file.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

constexpr int ReplayPatienceMs = 60'000;

usage::RecordKey append(usage::RecordWriter &writer, const usage::OpenRecord &opened, const usage::Settlement &settled,
                        std::optional<usage::Vote::Kind> vote)
{
    const usage::RecordKey key = writer.append(opened, settled, true);
    if (vote)
        (void)writer.vote({.key = key, .kind = *vote, .at = opened.startedAt});
    return key;
}

catalog::Endpoint offerOf(const QString &provider, const QString &model, qint64 input, qint64 output)
{
    using catalog::PriceUnit;
    return {.id = provider + u'/' + model,
            .providerId = provider,
            .modelId = u"lab/"_s + model,
            .upstreamModel = model,
            .price = catalog::Price{.components = {{.unit = PriceUnit::FreshInput, .amount = {input}},
                                                   {.unit = PriceUnit::VisibleOutput, .amount = {output}}}},
            .contextTokens = 200'000,
            .maxOutputTokens = 8'000};
}

} // namespace

/// The writing side, in a transaction until somebody reads.
struct RecordRig::Open
{
    explicit Open(usage::OpenedRegister opened)
        : connection(std::move(opened.connection))
        , writer(*connection, opened.zone)
    {
        connection->run("PRAGMA synchronous = OFF; BEGIN IMMEDIATE");
    }

    std::unique_ptr<usage::Connection> connection;
    usage::RecordWriter writer;
};

RecordRig::RecordRig()
    : m_open(std::make_unique<Open>(
        std::move(usage::openRegister(m_folder.filePath(u"usage.sqlite"_s), QTimeZone("Europe/Berlin")).value())))
{
}

RecordRig::~RecordRig() = default;

QString RecordRig::path()
{
    m_open->writer.flush();
    m_open->connection->run("COMMIT; BEGIN IMMEDIATE");
    Q_ASSERT(!m_open->connection->failed());
    return m_folder.filePath(u"usage.sqlite"_s);
}

usage::RecordKey RecordRig::add(const usage::OpenRecord &opened, const usage::Settlement &settled,
                                std::optional<usage::Vote::Kind> vote)
{
    return append(m_open->writer, opened, settled, vote);
}

void RecordRig::vote(const usage::RecordKey &key, usage::Vote::Kind kind)
{
    (void)m_open->writer.vote({.key = key, .kind = kind, .at = WallTime{}});
}

void RecordRig::addTraffic(qint64 requests, quint64 seed)
{
    usage::Traffic traffic({.seed = seed, .requests = requests});
    for (qint64 i = 0; i < requests; ++i) {
        const usage::Traffic::Request request = traffic.next();
        append(m_open->writer, request.opened, request.settled, request.vote);
    }
}

Result<lab::ReplayReport> replayed(const lab::ReplaySpec &spec)
{
    lab::Replay replay(spec);
    QSignalSpy spy(&replay, &lab::Replay::finished);
    replay.start();
    if (spy.isEmpty() && !spy.wait(ReplayPatienceMs))
        return failure(Error::Kind::Unavailable, u"It did not end."_s);
    return spy.constFirst().constFirst().value<Result<lab::ReplayReport>>();
}

lab::ReplaySpec trafficSpec(RecordRig &rig)
{
    const usage::TrafficWorld world = usage::trafficWorld();
    return {.registerPath = rig.path(),
            .policy = world.policy,
            .chains = world.chains,
            .knownPolicies = {world.policy},
            .catalog = world.catalog,
            .until = usage::Traffic::Options().end + std::chrono::days{1}};
}

SmallWorld::SmallWorld()
    : providers{{.id = u"east"_s, .name = u"East"_s},
                {.id = u"west"_s, .name = u"West"_s},
                {.id = u"north"_s, .name = u"North"_s}}
    , endpoints{offerOf(u"east"_s, u"fox"_s, 1'000'000, 10'000'000), offerOf(u"west"_s, u"fox"_s, 2'000'000, 7'000'000),
                offerOf(u"north"_s, u"owl"_s, 300'000, 900'000)}
    , chain(chainOf({u"east/fox"_s}))
{
    chain.version = 1;
}

catalog::Endpoint &SmallWorld::endpoint(const QString &id)
{
    return *std::ranges::find(endpoints, id, &catalog::Endpoint::id);
}

routing::Chain SmallWorld::chainOf(const QStringList &endpointIds) const
{
    routing::Chain made{.name = u"line"_s, .version = 2};
    for (const QString &id : endpointIds)
        made.steps.append(routing::Step{.endpoints = {id}});
    return made;
}

lab::ReplaySpec SmallWorld::specOf(RecordRig &rig, const routing::Chain &replayed) const
{
    return {.registerPath = rig.path(),
            .chain = replayed,
            .chains = {chain},
            .catalog = catalog(),
            .until = fromMilliseconds(1'767'268'800'000) + std::chrono::days{365}};
}

usage::RecordKey add(RecordRig &rig, const SmallWorld &world, const Sent &sent)
{
    const catalog::Catalog catalog = world.catalog();
    const catalog::Endpoint &endpoint = *catalog.endpoint(sent.endpoint);
    const qint64 ms = toMilliseconds(sent.at);
    const std::optional<NanoDollars> amount = sent.cost ? sent.cost
        : endpoint.price ? catalog::cost(*endpoint.price, {.tokens = sent.tokens, .hourUtc = int(ms / 3'600'000 % 24)})
                         : std::nullopt;
    const usage::CostKind kind = !amount ? usage::CostKind::Unpriced
        : sent.tokensEstimated           ? usage::CostKind::Estimated
                                         : usage::CostKind::Computed;
    const bool isAnswered = sent.end == routing::EndState::Complete || sent.end == routing::EndState::Length;
    usage::AttemptRecord attempt{.providerId = endpoint.providerId,
                                 .modelId = endpoint.modelId,
                                 .endpointId = endpoint.id,
                                 .startedAt = sent.at,
                                 .connect = std::chrono::milliseconds{0},
                                 .firstContent = isAnswered ? sent.firstContent : std::chrono::milliseconds{-1},
                                 .duration = sent.latency,
                                 .httpStatus = isAnswered ? 200 : 500,
                                 .succeeded = isAnswered,
                                 .moveReason = "first_try",
                                 .tokens = sent.tokens,
                                 .tokensEstimated = sent.tokensEstimated,
                                 .cost = {.kind = kind, .amount = amount}};
    if (!isAnswered)
        attempt.error =
            sent.end == routing::EndState::Cancelled ? chat::ErrorType::Cancelled : chat::ErrorType::ProviderOverloaded;
    routing::Plan plan{.chainName = sent.chain,
                       .policy = sent.policy,
                       .request = sent.outline,
                       .inputTokensBound = sent.outline.mostInput};
    const auto picks = sent.picks.isEmpty() ? QList<std::pair<QString, double>>{{sent.endpoint, 1.0}} : sent.picks;
    for (const auto &[id, probability] : picks)
        plan.candidates.append({.endpointId = id,
                                .providerId = id.section(u'/', 0, 0),
                                .modelId = catalog.endpoint(id)->modelId,
                                .rank = int(plan.candidates.size()) + 1,
                                .probability = probability});
    Json decision = toJson(plan);
    if (!sent.keepsOutline)
        decision.remove("request");
    return rig.add({.startedAt = sent.at,
                    .client = sent.client,
                    .session = sent.session,
                    .requestedModel = sent.model,
                    .chain = sent.chain,
                    .chainVersion = sent.chain.isEmpty() ? 0 : sent.chainVersion,
                    .providerId = endpoint.providerId,
                    .modelId = endpoint.modelId,
                    .request = sent.body},
                   {.end = sent.end,
                    .servedEndpoint = isAnswered ? endpoint.id : QString(),
                    .providerId = endpoint.providerId,
                    .modelId = endpoint.modelId,
                    .latency = sent.latency,
                    .firstContent = attempt.firstContent,
                    .attempts = {attempt},
                    .decision = decision,
                    .tokens = sent.tokens,
                    .cost = {.kind = kind, .amount = amount}},
                   sent.vote);
}

} // namespace sb::testing
