#pragma once

#include "core/chat/request.h"
#include "core/dialects/ollama/client/spoken.h"

namespace sb::dialects::ollama {

/// `messages` of /api/chat. @param reasons whether the model takes back what was thought
/// Errors: as spokenOf()
[[nodiscard]] Result<Json> conversationOf(const QList<chat::Message> &messages, bool reasons, Notices &notices);

/// What /api/generate takes instead: instructions and one prompt. A conversation of more than one turn becomes a
/// transcript, with a notice.
struct Prompt
{
    QString system = {};
    QString text = {};
    Json images = {};
};
/// Errors: as spokenOf()
[[nodiscard]] Result<Prompt> promptOf(const QList<chat::Message> &messages, Notices &notices);

} // namespace sb::dialects::ollama
