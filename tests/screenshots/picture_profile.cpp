#include "tests/screenshots/picture_profile.h"

#include "app/window/window_session.h"
#include "core/profile/conversation_files.h"
#include "core/usage/store/record_writer.h"
#include "core/usage/store/register_file.h"
#include "tests/screenshots/picture_traffic.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::pictures {

namespace {

constexpr qint64 Requests = 24'000;
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

Result<void> writeRegister(const QString &path)
{
    auto opened = usage::openRegister(path, QTimeZone(ZoneId));
    if (!opened)
        return tl::unexpected(opened.error());
    usage::Connection &connection = *opened->connection;
    usage::RecordWriter writer(connection, opened->zone);
    writer.registerOwner({.pid = 1, .startTime = 1, .boot = u"an earlier one"_s}); // a dead one: what is open is lost
    usage::Traffic traffic({.seed = Seed, .requests = Requests, .days = Days, .end = Now - 4min});
    connection.run("BEGIN IMMEDIATE");
    const auto add = [&](usage::Traffic::Request request) {
        request.settled.key = writer.open(request.opened, {}, true).key;
        (void)writer.settle(request.settled, true);
    };
    for (qint64 i = 0; i < Requests; ++i) {
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

chat::Message message(chat::Role role, const QString &text)
{
    return chat::Message::make(role, text);
}

Json routeEntry(const QString &endpoint, const QString &error, int status, int tries, int ms)
{
    Json json;
    json.set("endpoint", endpoint);
    if (!error.isEmpty()) {
        json.set("error", error);
        json.set("status", qint64(status));
    }
    json.set("tries", qint64(tries));
    json.set("ms", qint64(ms));
    return json;
}

Json computed(const char *amount)
{
    Json json;
    json.set("kind", "computed");
    json.set("amount", amount);
    return json;
}

profile::Turn firstAnswer()
{
    profile::Turn turn{.user = message(chat::Role::User, u"Why do signal boxes have an interlocking?"_s),
                       .answer = message(chat::Role::Assistant,
                                         u"An **interlocking** makes conflicting routes impossible.\n\n"
                                         "1. A signal can be cleared only when its points lie right.\n"
                                         "2. Points stay locked until the train has passed.\n\n"
                                         "| lever | needs | locks |\n| --- | --- | --- |\n| 1 | 4 reversed | 2 |\n"
                                         "| 2 | 4 normal | 1 |\n\n```python\ndef clear(signal, points):\n"
                                         "    return all(p.locked for p in points)\n```\n"_s),
                       .end = "complete",
                       .servedModel = u"practice/local-line"_s,
                       .servedProvider = u"practice-b"_s,
                       .recordSeq = 1,
                       .practice = true,
                       .firstContentMs = 610,
                       .latencyMs = 4480,
                       .inputTokens = 41,
                       .outputTokens = 274};
    turn.cost = computed("0.00056");
    turn.route = Json::array();
    turn.route.append(routeEntry(u"practice-a/express"_s, u"provider_overloaded"_s, 529, 1, 440));
    turn.route.append(routeEntry(u"practice-b/local-line"_s, {}, 0, 1, 4040));
    return turn;
}

profile::Turn secondAnswer()
{
    profile::Turn turn = firstAnswer();
    turn.answer = message(chat::Role::Assistant,
                          u"Because a person at a lever may be wrong, and a train cannot swerve. The levers are tied "
                          "together so that only safe combinations can be pulled.\n\n> The frame remembers what the "
                          "signalman might forget.\n\nA simple frame for a junction needs four levers."_s);
    turn.servedModel = u"practice/night-mail"_s;
    turn.servedProvider = u"practice-c"_s;
    turn.firstContentMs = 920;
    turn.latencyMs = 3100;
    turn.outputTokens = 118;
    turn.cost = computed("0.00031");
    turn.route = Json::array();
    turn.route.append(routeEntry(u"practice-c/night-mail"_s, {}, 0, 1, 3100));
    return turn;
}

Result<void> writeConversations(const profile::Paths &paths)
{
    profile::Conversation conversation{.id = QLatin1String(ConversationId),
                                       .title = u"Why do signal boxes have an interlocking?"_s,
                                       .createdAt = Now - 5min,
                                       .changedAt = Now - 4min};
    conversation.panes = {{.target = u"chain/sample"_s, .turns = {firstAnswer()}},
                          {.target = u"practice/night-mail"_s, .turns = {secondAnswer()}}};
    const auto saved = profile::saveConversation(paths, conversation);
    if (!saved)
        return saved;
    int age = 1;
    for (const QString &title : {u"Rename a column in SQLite"_s, u"Letter to the landlord"_s, u"Tokens of a haiku"_s}) {
        profile::Conversation other = conversation;
        other.id = u"older-%1"_s.arg(age);
        other.title = title;
        other.changedAt = Now - std::chrono::hours{20 * age++};
        if (const auto kept = profile::saveConversation(paths, other); !kept)
            return kept;
    }
    return {};
}

/// The window was closed on the conversation: the profile is not a new one.
Result<void> writeSession(const profile::Paths &paths)
{
    const app::WindowSession session{.conversation = QLatin1String(ConversationId)};
    return profile::writeFile(paths.root + u"/window.json"_s, toJson(session).dumpIndented());
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
            .and_then([&](const auto &) { return writeConversations(paths); })
            .and_then([&] { return writeStandingProvider(paths, standing); })
            .and_then([&] { return writeSession(paths); })
            .map([&] { return paths; });
    });
}

} // namespace sb::pictures
