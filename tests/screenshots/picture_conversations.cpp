#include "tests/screenshots/picture_conversations.h"

#include "core/profile/conversation_files.h"
#include "tests/screenshots/picture_profile.h"

#include <QBuffer>
#include <QImage>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::pictures {

namespace {

constexpr auto Question = "Why do signal boxes have an interlocking?";

struct Stop
{
    QString provider = {};
    QString model = {};
    QString error = {};
    int tries = 1;
    int ms = 0;
};

Json routeOf(const QList<Stop> &stops)
{
    Json route = Json::array();
    for (const Stop &stop : stops) {
        Json json;
        json.set("endpoint", stop.provider + stop.model.mid(stop.model.indexOf(u'/')));
        json.set("provider", stop.provider);
        json.set("model", stop.model);
        if (!stop.error.isEmpty())
            json.set("error", stop.error);
        json.set("tries", qint64(stop.tries));
        json.set("ms", qint64(stop.ms));
        route.append(json);
    }
    return route;
}

Json computed(const char *amount)
{
    Json json;
    json.set("kind", "computed");
    json.set("amount", amount);
    return json;
}

profile::Turn turnOf(const QString &question, const QString &answer, const QList<Stop> &stops)
{
    profile::Turn turn{.user = chat::Message::make(chat::Role::User, question),
                       .prompt = 1,
                       .answer = chat::Message::make(chat::Role::Assistant, answer),
                       .end = "complete",
                       .servedModel = stops.constLast().model,
                       .servedProvider = stops.constLast().provider,
                       .recordSeq = 1,
                       .candidates = 3,
                       .firstContentMs = 610,
                       .latencyMs = 4480,
                       .inputTokens = 41,
                       .outputTokens = 274};
    turn.cost = computed("0.00056");
    turn.route = routeOf(stops);
    return turn;
}

const QString &longAnswer()
{
    static const QString text = u"An **interlocking** makes conflicting routes impossible.\n\n"
                                "1. A signal can be cleared only when its points lie right.\n"
                                "2. Points stay locked until the train has passed.\n\n"
                                "| lever | needs | locks |\n| --- | --- | --- |\n| 1 | 4 reversed | 2 |\n"
                                "| 2 | 4 normal | 1 |\n\n```python\ndef clear(signal, points):\n"
                                "    return all(p.locked for p in points)\n```\n"_s;
    return text;
}

const QString &shortAnswer()
{
    static const QString text =
        u"Because a person at a lever may be wrong, and a train cannot swerve. The levers are tied "
        "together so that only safe combinations can be pulled.\n\n> The frame remembers what the "
        "signalman might forget.\n\nA simple frame for a junction needs four levers."_s;
    return text;
}

profile::Turn fallback()
{
    profile::Turn turn = turnOf(QLatin1String(Question), longAnswer(),
                                {{.provider = u"practice-a"_s,
                                  .model = u"practice/express"_s,
                                  .error = u"529 overloaded"_s,
                                  .tries = 2,
                                  .ms = 1420},
                                 {.provider = u"practice-b"_s, .model = u"practice/local-line"_s}});
    turn.practice = true;
    turn.firstContentMs = 2030;
    return turn;
}

profile::Turn nightMail()
{
    profile::Turn turn = turnOf(QLatin1String(Question), shortAnswer(),
                                {{.provider = u"practice-c"_s, .model = u"practice/night-mail"_s}});
    turn.practice = true;
    turn.recordSeq = 2;
    turn.firstContentMs = 920;
    turn.latencyMs = 3100;
    turn.outputTokens = 118;
    turn.cost = computed("0.00031");
    return turn;
}

/// Nobody answered: both providers of the step failed.
profile::Turn failed()
{
    profile::Turn turn = turnOf(QLatin1String(Question), {},
                                {{.provider = u"openai"_s,
                                  .model = u"openai/gpt-5-mini"_s,
                                  .error = u"429 rate limit"_s,
                                  .tries = 2,
                                  .ms = 1210}});
    turn.answer = {};
    turn.end = "failed";
    turn.error = u"No answer. Requests are limited to 60 per minute for this key."_s;
    turn.servedModel.clear();
    turn.servedProvider.clear();
    turn.firstContentMs = -1;
    turn.latencyMs = 1210;
    turn.inputTokens = turn.outputTokens = 0;
    turn.cost = computed("0");
    return turn;
}

profile::Conversation conversation(const char *id, const QString &title, std::chrono::minutes ago)
{
    return {.id = QLatin1String(id), .title = title, .createdAt = Now - ago, .changedAt = Now - ago};
}

profile::Conversation twoPanes()
{
    profile::Conversation kept = conversation(TwoPanes, QLatin1String(Question), 4min);
    kept.panes = {{.target = u"chain/sample"_s, .turns = {fallback()}},
                  {.target = u"practice/night-mail"_s, .turns = {nightMail()}}};
    kept.systemPrompt = u"You know British signalling practice. Answer in plain words."_s;
    kept.parameters.set("temperature", Json(0.3));
    kept.parameters.set("max_tokens", qint64(800));
    return kept;
}

profile::Conversation fourPanes()
{
    profile::Conversation kept = conversation(FourPanes, u"Interlocking, four answers"_s, 30min);
    profile::Turn claude = turnOf(QLatin1String(Question), longAnswer(),
                                  {{.provider = u"anthropic"_s, .model = u"anthropic/claude-sonnet-5"_s}});
    claude.cost = computed("0.0048");
    profile::Turn mini =
        turnOf(QLatin1String(Question), shortAnswer(), {{.provider = u"openai"_s, .model = u"openai/gpt-5-mini"_s}});
    mini.firstContentMs = 380;
    mini.recordSeq = 2;
    profile::Turn local =
        turnOf(QLatin1String(Question), shortAnswer(), {{.provider = u"local"_s, .model = u"local/standing-train"_s}});
    local.recordSeq = 3;
    kept.panes = {{.target = u"anthropic/claude-sonnet-5"_s, .turns = {claude}},
                  {.target = u"openai/gpt-5-mini"_s, .turns = {mini}},
                  {.target = u"practice/night-mail"_s, .turns = {nightMail()}},
                  {.target = u"local/standing-train"_s, .turns = {local}}};
    return kept;
}

profile::Conversation noAnswer()
{
    profile::Conversation kept = conversation(NoAnswer, u"Limits of a provider"_s, 40min);
    kept.panes = {{.target = u"openai/gpt-5-mini"_s, .turns = {failed()}},
                  {.target = u"practice/night-mail"_s, .turns = {nightMail()}}};
    return kept;
}

/// A drawing, so that the pictures need no file.
QByteArray drawnImage(Qt::GlobalColor color)
{
    QImage image(320, 200, QImage::Format_RGB32);
    image.fill(color);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return "data:image/png;base64," + png.toBase64();
}

profile::Conversation openCalls()
{
    profile::Conversation kept = conversation(OpenCalls, u"Next train from Ely"_s, 50min);
    profile::Turn turn = turnOf(u"When is the next train from Ely to Norwich, and is it late?"_s, {},
                                {{.provider = u"openai"_s, .model = u"openai/gpt-5-mini"_s}});
    turn.answer = chat::Message::make(chat::Role::Assistant, u"I look at the board first."_s);
    turn.answer.toolCalls = {
        {.id = u"call_1"_s, .name = u"departures"_s, .arguments = u"{\"station\":\"ELY\",\"to\":\"NRW\"}"_s},
        {.id = u"call_2"_s, .name = u"delay_of"_s, .arguments = u"{\"train\":\"1K77\"}"_s}};
    kept.panes = {{.target = u"openai/gpt-5-mini"_s, .turns = {turn}}};
    kept.draft = u"Which of these two signals is at danger?"_s;
    kept.draftImages = {drawnImage(Qt::darkRed), drawnImage(Qt::darkGreen)};
    return kept;
}

} // namespace

Result<void> writeConversations(const profile::Paths &paths)
{
    profile::Conversation one = conversation(OnePane, u"What an interlocking is"_s, 20h);
    one.panes = {{.target = u"chain/sample"_s, .turns = {fallback()}}};
    QList<profile::Conversation> all{twoPanes(), fourPanes(), noAnswer(), openCalls(), one};
    const QStringList titles{u"Rename a column in SQLite"_s, u"Letter to the landlord"_s, u"Tokens of a haiku"_s};
    for (const QString &title : titles) {
        profile::Conversation older = one;
        older.id = u"older-%1"_s.arg(all.size());
        older.title = title;
        older.changedAt = Now - 20h * all.size();
        all.append(older);
    }
    for (const profile::Conversation &each : std::as_const(all)) {
        if (const auto kept = profile::saveConversation(paths, each); !kept)
            return tl::unexpected(kept.error());
    }
    return {};
}

} // namespace sb::pictures
