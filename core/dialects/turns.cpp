#include "core/dialects/turns.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::dialects {

void addBlocks(QList<BlockTurn> &turns, const QByteArray &role, const Json::Array &blocks, const QString &path)
{
    if (blocks.isEmpty())
        return;
    if (turns.isEmpty() || turns.last().role != role)
        turns.append({.role = role});
    turns.last().blocks += blocks;
    turns.last().path = path;
}

void sayInstructionsAsUser(QList<BlockTurn> &turns, Json::Array &system, Notices &notices)
{
    if (!turns.isEmpty() || system.isEmpty())
        return;
    notices.translated(
        u"messages"_s,
        QT_TRANSLATE_NOOP("sb::dialects", "The instructions were sent as the user's, since nothing else was said."));
    addBlocks(turns, "user", std::exchange(system, {}), u"messages"_s);
}

bool trimAnswer(QList<BlockTurn> &turns, Notices &notices)
{
    if (turns.isEmpty() || turns.last().role != "assistant" || !turns.last().blocks.last()["text"].isString())
        return false;
    Json &block = turns.last().blocks.last();
    const QByteArray text = block["text"].toBytes();
    QByteArray trimmed = text;
    while (!trimmed.isEmpty() && QByteArrayView(" \t\r\n").contains(trimmed.back()))
        trimmed.chop(1);
    if (trimmed == text)
        return true;
    block.set("text", trimmed);
    notices.translated(
        turns.last().path,
        QT_TRANSLATE_NOOP("sb::dialects", "An answer to go on from was sent without the blanks at its end."));
    return true;
}

bool endsInCallsWithoutReasoning(const QList<BlockTurn> &turns, const ToolRound &round)
{
    bool without = false;
    for (const BlockTurn &turn : turns) {
        const auto has = [&turn](const auto &test) {
            return std::any_of(turn.blocks.begin(), turn.blocks.end(), test);
        };
        // Only an answer to results needs the reasoning of their calls, and only in the same round of tool use.
        if (turn.role == "assistant" && has(round.isCall))
            without = !has(round.isReasoning);
        else if (turn.role == "user" && !has(round.isResult))
            without = false;
    }
    return without;
}

} // namespace sb::dialects
