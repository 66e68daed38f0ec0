#pragma once

#include "core/chat/message.h"
#include "core/dialects/notices.h"

namespace sb::dialects::bedrock {

/// What somebody said.
struct Turn
{
    bool byModel = false;
    QString text = {};
    friend bool operator==(const Turn &, const Turn &) = default;
};

/// A conversation as text alone.
struct Dialogue
{
    QString instructions = {};
    QList<Turn> turns = {}; ///< no two neighbors are of the same side
};

/// Results of tools become the user's text; calls and reasoning are left out, with a notice.
/// Errors: InvalidInput for a part that is no text, with its path.
[[nodiscard]] Result<Dialogue> dialogueOf(const QList<chat::Message> &messages, Notices &notices);

} // namespace sb::dialects::bedrock
