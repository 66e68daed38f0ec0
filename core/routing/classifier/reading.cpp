#include "core/routing/classifier/reading.h"

#include <algorithm>

namespace sb::routing {

namespace {

constexpr qsizetype MostSearched = 4'096; // messages

/// Takes the beginning and the end of one text part within what may still be read.
void addExcerpts(Turn &turn, const QString &text, qsizetype offset, qsizetype head, qsizetype tail)
{
    const QStringView all(text);
    if (all.size() <= head + tail) {
        turn.excerpts.push_back({turn.message, offset, all});
        return;
    }
    if (head > 0)
        turn.excerpts.push_back({turn.message, offset, all.first(head)});
    if (tail > 0)
        turn.excerpts.push_back({turn.message, offset + all.size() - tail, all.last(tail)});
}

Turn readTurn(const chat::Message &message, qsizetype index, qsizetype head, qsizetype tail, bool &hasImages)
{
    Turn turn{.message = index, .role = message.role};
    // The last part is often the question, whatever was attached before it: half of the room is kept for it.
    qsizetype left = head;
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const chat::Part &part = message.parts.at(i);
        hasImages = hasImages || std::holds_alternative<chat::ImagePart>(part);
        const auto *text = std::get_if<chat::TextPart>(&part);
        if (!text || text->text.isEmpty())
            continue;
        const bool isLast = i + 1 == message.parts.size();
        if (i < MostParts || isLast) {
            const qsizetype share = isLast ? std::max(left, head / 2) : left;
            addExcerpts(turn, text->text, turn.size, share, share > 0 ? tail : 0);
            left = std::max(left - text->text.size(), qsizetype(0));
        }
        turn.size += text->text.size();
    }
    return turn;
}

} // namespace

qsizetype Turn::readSize() const
{
    qsizetype read = 0;
    for (const Excerpt &excerpt : excerpts)
        read += excerpt.text.size();
    return read;
}

Reading readingOf(const chat::Request &request)
{
    const QList<chat::Message> &messages = request.messages;
    const qsizetype count = messages.size();
    // An agent's question may be many calls back; further than this the last message stands for it.
    qsizetype asking = count - 1;
    while (asking >= 0 && messages.at(asking).role != chat::Role::User && asking > count - MostSearched)
        --asking;
    if (asking >= 0 && messages.at(asking).role != chat::Role::User)
        asking = -1;

    Reading reading;
    qsizetype left = MostCharacters;
    const auto add = [&](qsizetype index, qsizetype head, qsizetype tail) {
        const bool fits = left >= head + tail;
        reading.turns.push_back(
            readTurn(messages.at(index), index, fits ? head : left / 2, fits ? tail : left / 2, reading.hasImages));
        left = std::max(left - reading.turns.back().readSize(), qsizetype(0));
    };
    // The question first, then how the conversation began, then backwards: what is near to the question says more.
    if (asking >= 0)
        add(asking, MostHead, MostTail);
    const qsizetype firsts = std::min(count, MostFirstMessages);
    for (qsizetype i = 0; i < firsts; ++i) {
        if (i != asking)
            add(i, MostEarlierHead, MostEarlierTail);
    }
    for (qsizetype i = count - 1; i >= std::max(firsts, count - MostLastMessages); --i) {
        if (i != asking)
            add(i, MostEarlierHead, MostEarlierTail);
    }
    std::ranges::sort(reading.turns, {}, &Turn::message);
    const auto found = std::ranges::find(reading.turns, asking, &Turn::message);
    reading.lastUser = asking < 0 ? -1 : found - reading.turns.begin();
    return reading;
}

} // namespace sb::routing
