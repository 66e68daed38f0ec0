#include "tests/screenshots/picture_profile.h"

#include "app/window/window_session.h"
#include "core/profile/class_files.h"
#include "core/profile/history_files.h"
#include "core/profile/policy_files.h"
#include "core/usage/store/record_writer.h"
#include "core/usage/store/register_file.h"
#include "tests/screenshots/picture_conversations.h"
#include "tests/screenshots/picture_traffic.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::pictures {

namespace {

constexpr qint64 PicturedRequests = 24'000;
constexpr int Days = 60;
constexpr quint64 Seed = 7;

routing::Chain everydayChat()
{
    routing::Chain chain{.name = u"everyday-chat"_s, .version = 7, .description = u"For the editor and the shell."_s};
    routing::Step first{.model = u"openai/gpt-5-mini"_s};
    first.clocks.firstContent = 8s;
    first.maxCost = NanoDollars{20'000'000};
    first.moveOn = {.contextFull = false, .badKey = false, .notFound = false, .unsupportedParameter = false};
    chain.steps = {first,
                   {.model = u"practice/local-line"_s, .endpoints = {u"practice-b/local-line"_s}},
                   {.model = u"practice/night-mail"_s, .endpoints = {u"practice-c/night-mail"_s}, .retries = 1}};
    return chain;
}

/// Real models only: none has a key here, and a rehearsal needs none.
routing::Chain threeLines()
{
    routing::Chain chain{.name = u"three-lines"_s, .version = 4};
    routing::Step first{.model = u"openai/gpt-5-mini"_s};
    first.clocks.firstContent = 8s;
    first.maxCost = NanoDollars{20'000'000};
    first.maxTokens = 2'000;
    first.next = {.contextFull = u"large"_s};
    routing::Step last{.id = u"large"_s, .model = u"openai/gpt-4.1"_s};
    last.maxTokens = 2'000;
    chain.steps = {first, {.model = u"anthropic/claude-haiku-4.5"_s, .maxTokens = 2'000}, last};
    return chain;
}

/// Nine steps: more than the diagram shows in full.
routing::Chain longChain()
{
    routing::Chain chain{.name = u"long-way-round"_s, .version = 2};
    for (const char *model :
         {"openai/gpt-5.5", "anthropic/claude-sonnet-5", "practice/express", "openai/gpt-5-mini", "practice/local-line",
          "openai/gpt-5.4-nano", "practice/night-mail", "openai/gpt-4.1", "anthropic/claude-haiku-4.5"})
        chain.steps.append({.model = QString::fromLatin1(model)});
    return chain;
}

/// Steps that use all that a step can say.
routing::Chain carefulChain()
{
    routing::Chain chain{.name = u"extract-carefully"_s, .version = 3};
    routing::Step first{.model = u"openai/gpt-5-mini"_s, .models = {u"openai/gpt-5.4-nano"_s, u"openai/gpt-4.1"_s}};
    first.next = {.contextFull = u"large"_s, .invalidOutput = u"gpt-5.5"_s};
    first.accept = {routing::JsonSchemaCheck{}, routing::LengthCheck{.maxWords = 400}, routing::RefusalCheck{}};
    first.overrides.set("temperature", 0.2);
    first.overrides.set("reasoning_effort", "low");
    first.hedge = routing::Hedge{.percentile = 90, .maxCost = NanoDollars{10'000'000}};
    routing::Step any{.id = u"large"_s};
    any.filter = routing::EndpointFilter{.tools = true, .jsonSchema = true, .contextTokens = 200'000};
    any.preferences.sort = routing::Sort::Price;
    any.preferences.maxPrice.prompt = PicoDollars{1'000'000};
    any.preferences.denyTraining = true;
    any.preferences.maxLatency.p90 = 3;
    any.clocks.firstByte = 12s;
    chain.steps = {first, any, {.id = u"gpt-5.5"_s, .model = u"openai/gpt-5.5"_s}, {.model = u"practice/express"_s}};
    return chain;
}

/// Rules that use what conditions can ask.
routing::Policy houseRules()
{
    routing::Policy policy{.name = u"house-rules"_s, .description = u"Careful with pictures, cheap at night."_s};
    routing::Rule pictures{.id = u"pictures"_s, .name = u"Pictures and files"_s, .chain = u"extract-carefully"_s};
    pictures.when.images = true;
    routing::Rule large{.id = u"large"_s, .name = u"Large prompts"_s, .chain = u"long-way-round"_s};
    large.when.promptTokens.from = 20'000;
    large.unless = routing::Condition{.clients = {u"ask"_s}};
    routing::Rule night{.id = u"night"_s, .name = u"Cheap at night"_s, .chain = u"everyday-chat"_s};
    night.when.hours = routing::DayHours{.from = 22 * 60, .to = 6 * 60};
    night.when.taskClasses = {u"bulk"_s, u"simple"_s};
    routing::Rule poor{.name = u"Little left"_s, .enabled = false, .chain = u"sample"_s};
    poor.when.remaining.below = NanoDollars{500'000'000};
    policy.rules = {pictures, large, night, poor};
    policy.otherwise = u"everyday-chat"_s;
    policy.preferences.denyTraining = true;
    policy.preferences.regions = {u"eu"_s};
    policy.quality = {u"anthropic/claude-sonnet-5"_s, u"openai/gpt-5.5"_s, u"openai/*"_s};
    return policy;
}

/// Each of the values as a version with its note.
template <typename T>
routing::VersionHistory<T> historyOf(const QList<std::pair<T, QString>> &versions)
{
    routing::VersionHistory<T> history;
    auto at = Now - 24h * int(versions.size() * 3);
    for (const auto &[value, note] : versions) {
        history = published(withDraft(history, value), at, note).value_or(history);
        at += 71h;
    }
    return history;
}

routing::VersionHistory<routing::Policy> houseRulesHistory()
{
    const routing::Policy now = houseRules();
    routing::Policy first = now;
    first.rules = {now.rules.at(0)};
    first.preferences = {};
    routing::Policy second = now;
    second.rules = {now.rules.at(1), now.rules.at(0)};
    second.otherwise = u"sample"_s;
    return historyOf<routing::Policy>({{first, u"Pictures need a careful chain"_s},
                                       {second, u"Large prompts go the long way"_s},
                                       {now, u"Nights are for bulk work"_s}});
}

/// Four versions, of which the newest takes a tenth of the requests.
routing::VersionHistory<routing::Chain> longHistory()
{
    const routing::Chain now = longChain();
    routing::Chain first = now;
    first.steps = now.steps.first(3);
    auto history = historyOf<routing::Chain>({{first, {}}, {now, u"More ways round"_s}});
    routing::Chain next = now;
    next.steps.move(5, 1);
    next.steps[0].retries = 3;
    return publishedAsCanary(withDraft(history, next), 10, Now - 5h, u"Tries the small one earlier"_s)
        .value_or(history);
}

Result<void> writePolicies(const profile::Paths &paths)
{
    const auto history = houseRulesHistory();
    return profile::savePolicyHistory(paths, u"house-rules"_s, history)
        .and_then([&](const auto &) { return profile::savePolicy(paths, history.versions.constLast().value, {}); })
        .and_then([&](const auto &) { return profile::saveChainHistory(paths, u"long-way-round"_s, longHistory()); })
        .map([](const auto &) {});
}

Result<void> writeRegister(const QString &path)
{
    auto opened = usage::openRegister(path, QTimeZone(ZoneId));
    if (!opened)
        return tl::unexpected(opened.error());
    usage::Connection &connection = *opened->connection;
    usage::RecordWriter writer(connection, opened->zone);
    writer.registerOwner({.pid = 1, .startTime = 1, .boot = u"an earlier one"_s}); // a dead one: what is open is lost
    usage::Traffic traffic({.seed = Seed, .requests = PicturedRequests, .days = Days, .end = Now - 4min});
    connection.run("BEGIN IMMEDIATE");
    const auto add = [&](usage::Traffic::Request request) {
        request.settled.key = writer.open(request.opened, {}, true).key;
        (void)writer.settle(request.settled, true);
    };
    for (qint64 i = 0; i < PicturedRequests; ++i) {
        usage::Traffic::Request request = traffic.next();
        nameAsInPictures(request);
        add(request);
    }
    (void)writer.open(lostRequest(Now - 2min), {}, true);
    add(fallbackRequest(Now - 4480ms));
    writer.flush();
    if (!connection.run("COMMIT"))
        return tl::unexpected(connection.error());
    return {};
}

/// The window was closed on the conversation: the profile is not a new one.
Result<void> writeSession(const profile::Paths &paths)
{
    const app::WindowSession session{.conversation = QLatin1String(TwoPanes)};
    return profile::writeFile(paths.root + u"/window.json"_s, toJson(session).dumpIndented());
}

Result<void> writeClasses(const profile::Paths &paths)
{
    const routing::ClassRules rules{
        .classes = {
            {.name = u"timetables"_s,
             .rules = {{.words = {u"timetable"_s, u"departure"_s, u"connection"_s}}},
             .examples = {u"When does the last train to Crewe leave?"_s, u"Is there a later connection?"_s}},
            {.name = u"legal"_s, .rules = {{.words = {u"liability"_s, u"contract"_s}}, {.client = u"office"_s}}},
            {.name = u"code"_s, .examples = {u"center a div"_s}}}};
    return profile::saveClasses(paths, rules).map([](const auto &) {});
}

Result<void> writeStandingProvider(const profile::Paths &paths, const QUrl &standing)
{
    catalog::Provider provider{.id = u"local"_s, .name = u"Local"_s, .baseUrl = standing};
    provider.auth = catalog::Provider::Auth::None;
    provider.local = true; // costs nothing: else a hard limit would leave it out
    catalog::Endpoint endpoint{.id = u"local/standing-train"_s, .providerId = u"local"_s};
    endpoint.modelId = QLatin1String(StandingModel);
    endpoint.upstreamModel = u"standing-train"_s;
    return profile::saveProvider(paths, provider)
        .and_then([&](const auto &) { return profile::saveEndpoints(paths, provider.id, {endpoint}); })
        .map([](const auto &) {});
}

} // namespace

Result<profile::Paths> makeFreshProfile(const QString &root, const profile::Settings &settings)
{
    return profile::prepare(root).and_then([&](const profile::Paths &paths) {
        return profile::saveSettings(paths, settings).map([&](const auto &) { return paths; });
    });
}

Result<profile::Paths> makeUsedProfile(const QString &root, const profile::Settings &settings, const QUrl &standing)
{
    return makeFreshProfile(root, settings).and_then([&](const profile::Paths &paths) {
        return writeRegister(paths.registerFile())
            .and_then([&] { return profile::saveChain(paths, everydayChat(), {}); })
            .and_then([&](const auto &) { return profile::saveChain(paths, longChain(), {}); })
            .and_then([&](const auto &) { return profile::saveChain(paths, carefulChain(), {}); })
            .and_then([&](const auto &) { return profile::saveChain(paths, threeLines(), {}); })
            .and_then([&](const auto &) { return writePolicies(paths); })
            .and_then([&] { return writeConversations(paths); })
            .and_then([&] { return writeClasses(paths); })
            .and_then([&] { return writeStandingProvider(paths, standing); })
            .and_then([&] { return writeSession(paths); })
            .map([&] { return paths; });
    });
}

} // namespace sb::pictures
