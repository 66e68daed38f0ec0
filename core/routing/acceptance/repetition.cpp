#include "core/routing/acceptance/repetition.h"

#include <algorithm>
#include <vector>

namespace sb::routing {

namespace {

constexpr qsizetype MostTail = 65'536;
constexpr qsizetype MostWatched = 16'384;
constexpr qsizetype FewestUnread = 256;

/// Read from the end: border[n] is the longest piece that both begins and ends the last n characters, so that these
/// have the period n - border[n].
std::optional<Loop> loopInTail(QStringView tail, LoopLimits limits)
{
    const auto at = [tail](qsizetype i) { return tail[tail.size() - 1 - i]; };
    std::vector<qsizetype> border(std::size_t(tail.size()) + 1);
    qsizetype matched = 0;
    for (qsizetype i = 1; i < tail.size(); ++i) {
        while (matched > 0 && at(i) != at(matched))
            matched = border[std::size_t(matched)];
        matched += at(i) == at(matched) ? 1 : 0;
        const qsizetype length = i + 1;
        border[std::size_t(length)] = matched;
        const qsizetype piece = length - matched;
        if (length >= limits.characters && length / piece >= limits.times)
            return Loop{piece, length};
    }
    return {};
}

} // namespace

std::optional<Loop> loopAtEnd(QStringView text, LoopLimits limits)
{
    const QStringView tail = text.last(std::min(text.size(), MostTail));
    if (const auto loop = loopInTail(tail, limits))
        return loop;
    // A line feed that no repetition has often ends an answer.
    const QStringView trimmed = tail.trimmed();
    return trimmed.size() < tail.size() ? loopInTail(trimmed, limits) : std::nullopt;
}

bool LoopWatch::append(QStringView piece)
{
    m_tail += piece;
    m_unread += piece.size();
    if (m_unread < std::max(FewestUnread, m_tail.size() / 8))
        return false;
    m_unread = 0;
    if (m_tail.size() > MostWatched)
        m_tail = m_tail.last(MostWatched);
    return loopInTail(m_tail, m_limits).has_value();
}

} // namespace sb::routing
