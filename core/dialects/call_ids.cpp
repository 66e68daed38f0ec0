#include "core/dialects/call_ids.h"

using namespace Qt::StringLiterals;

namespace sb::dialects {

void completeCallIds(QList<chat::Message> &messages)
{
    QStringList waiting; // ids given here, whose results are still to come
    for (qsizetype i = 0; i < messages.size(); ++i) {
        chat::Message &message = messages[i];
        if (!message.toolCalls.isEmpty())
            waiting.clear();
        for (qsizetype j = 0; j < message.toolCalls.size(); ++j) {
            chat::ToolCall &call = message.toolCalls[j];
            if (!call.id.isEmpty())
                continue;
            call.id = u"call_%1_%2"_s.arg(i).arg(j); // the same in every follow-up, for the caches of providers
            waiting.append(call.id);
        }
        if (message.role == chat::Role::Tool && message.toolCallId.isEmpty() && !waiting.isEmpty())
            message.toolCallId = waiting.takeFirst();
    }
}

} // namespace sb::dialects
