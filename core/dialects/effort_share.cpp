#include "core/dialects/effort_share.h"

namespace sb::dialects {

qint64 percentOf(chat::ReasoningEffort effort)
{
    using enum chat::ReasoningEffort;
    switch (effort) {
    case None:
        return 0;
    case Minimal:
        return 10;
    case Low:
        return 20;
    case Medium:
        return 50;
    case High:
        return 80;
    case XHigh:
    case Max:
        return 95;
    }
    Q_UNREACHABLE();
}

chat::ReasoningEffort effortForBudget(qint64 tokens)
{
    if (tokens <= 1024)
        return chat::ReasoningEffort::Low;
    return tokens <= 8192 ? chat::ReasoningEffort::Medium : chat::ReasoningEffort::High;
}

} // namespace sb::dialects
