#include "tests/tools/conversations.h"

#include "core/routing/end_state.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

using std::chrono::milliseconds;

QString sentence(Random &random, qint64 words)
{
    static const QStringList vocabulary =
        u"the line was clear and a train from the north came in at dawn under heavy fog while"
        " signals stood at danger until every point lay right again"_s.split(u' ');
    QStringList text;
    for (qint64 i = 0; i < words; ++i)
        text.append(vocabulary.at(qsizetype(random.below(quint64(vocabulary.size())))));
    return text.join(u' ');
}

QString answerText(Random &random)
{
    QString text;
    const auto parts = 2 + random.below(5);
    for (quint64 part = 0; part < parts; ++part) {
        switch (random.below(4)) {
        case 0:
            text += u"- %1\n- %2\n- **%3**\n\n"_s.arg(sentence(random, 6), sentence(random, 9), sentence(random, 3));
            break;
        case 1:
            text += u"```python\ndef clear(line: str) -> bool:\n    return line != \"%1\"\n```\n\n"_s.arg(
                sentence(random, 4));
            break;
        default:
            text += sentence(random, 20 + qint64(random.below(60))) + u".\n\n"_s;
        }
    }
    return text;
}

Turn turnOf(Random &random, const QString &prompt, qint64 seq)
{
    const auto latency = qint64(600 + random.below(9'000));
    Turn turn{.user = chat::Message::make(chat::Role::User, prompt),
              .answer = chat::Message::make(chat::Role::Assistant, answerText(random)),
              .end = routing::toWireName(routing::EndState::Complete),
              .servedModel = u"author-1/model-1"_s,
              .servedProvider = u"provider-7"_s,
              .recordSeq = seq,
              .firstContentMs = latency / 4,
              .latencyMs = latency,
              .inputTokens = prompt.size() / 4,
              .outputTokens = latency / 12};
    turn.cost.set("kind", "computed");
    turn.cost.set("amount", "0.00056");
    Json stop;
    stop.set("endpoint", "provider-7/model-1");
    stop.set("provider", "provider-7");
    stop.set("model", "author-1/model-1");
    stop.set("tries", 1);
    stop.set("ms", 0);
    turn.route.append(stop);
    return turn;
}

} // namespace

Conversation madeUpConversation(Random &random, int number, WallTime newest)
{
    const WallTime at = newest - milliseconds{number * 3'600'000LL};
    const auto panes = random.below(4) == 0 ? 1 + random.below(MaxPanes) : 1;
    const auto turns = 1 + random.below(6);
    QStringList prompts;
    for (quint64 turn = 0; turn < turns; ++turn)
        prompts.append(sentence(random, 5 + qint64(random.below(30))) + u'?');

    Conversation conversation{.id = u"made-up-%1"_s.arg(number, 5, 10, QLatin1Char('0')),
                              .title = prompts.constFirst().left(48),
                              .createdAt = at - milliseconds{600'000},
                              .changedAt = at};
    for (quint64 i = 0; i < panes; ++i) {
        PaneState pane{.target = u"author-%1/model-%1"_s.arg(i + 1)};
        for (const QString &prompt : std::as_const(prompts))
            pane.turns.append(turnOf(random, prompt, number * 6LL + pane.turns.size() + 1));
        conversation.panes.append(pane);
    }
    return conversation;
}

} // namespace sb::profile
