#pragma once

#include "core/base/json.h"
#include "core/dialects/notices.h"

#include <functional>

// Conversations in which user and assistant take turns, each a list of blocks, and instructions stand apart.
namespace sb::dialects {

struct BlockTurn
{
    QByteArray role = {}; ///< "user", "assistant", …
    Json::Array blocks = {}; ///< at least one
    QString path = {}; ///< of the message that came last, for notices
};

/// Adds blocks to the last turn where that is of the same role, else a turn. No blocks: nothing, since an empty turn is
/// refused. @param path of the message
void addBlocks(QList<BlockTurn> &turns, const QByteArray &role, const Json::Array &blocks, const QString &path);

/// Instructions alone are the user's words, with a notice: there must be a turn.
void sayInstructionsAsUser(QList<BlockTurn> &turns, Json::Array &system, Notices &notices);

/// Takes the blanks from the end of an assistant's text that comes last, with a notice: the service refuses them.
/// @return whether there is such a text: an answer to go on from
[[nodiscard]] bool trimAnswer(QList<BlockTurn> &turns, Notices &notices);

/// How a format names the blocks of a round of tool use.
struct ToolRound
{
    std::function<bool(const Json &)> isCall;
    std::function<bool(const Json &)> isResult;
    std::function<bool(const Json &)> isReasoning;
};
/// Whether it ends in results whose calls came without their reasoning.
[[nodiscard]] bool endsInCallsWithoutReasoning(const QList<BlockTurn> &turns, const ToolRound &round);

} // namespace sb::dialects
