#include "core/dialects/transcript.h"

using namespace Qt::StringLiterals;

namespace sb::dialects {

QString transcriptTurn(const chat::Message &message, const QString &text)
{
    const QString who = message.role == chat::Role::Assistant ? u"Assistant"_s
        : message.role == chat::Role::Tool                    ? u"Tool"_s
                                                              : u"User"_s;
    QString turn = who + u": "_s + text + message.refusal;
    for (const chat::ToolCall &call : message.toolCalls)
        turn += u"\n%1(%2)"_s.arg(call.name, call.arguments);
    return turn;
}

} // namespace sb::dialects
