#include "core/chat/request.h"

#include "core/chat/request_json.h"

namespace sb::chat {

QByteArray toWireName(ReasoningEffort effort)
{
    switch (effort) {
    case ReasoningEffort::None:
        return "none";
    case ReasoningEffort::Minimal:
        return "minimal";
    case ReasoningEffort::Low:
        return "low";
    case ReasoningEffort::Medium:
        return "medium";
    case ReasoningEffort::High:
        return "high";
    case ReasoningEffort::XHigh:
        return "xhigh";
    case ReasoningEffort::Max:
        return "max";
    }
    Q_UNREACHABLE();
}

bool Reasoning::asked() const
{
    if (enabled == false || effort == ReasoningEffort::None)
        return false;
    return enabled.has_value() || effort.has_value() || maxTokens.has_value();
}

QString itemPath(const QString &path, qsizetype index)
{
    return path + u'[' + QString::number(index) + u']';
}

} // namespace sb::chat
