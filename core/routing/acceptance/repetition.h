#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace sb::routing {

/// From when on what is said again and again is a loop. Both have to be reached.
struct LoopLimits
{
    int times = 8; ///< the same piece, one behind the other
    int characters = 400; ///< all of them together
    friend bool operator==(const LoopLimits &, const LoopLimits &) = default;
};

struct Loop
{
    qsizetype piece = 0; ///< characters (UTF-16) of what is repeated
    qsizetype length = 0; ///< of all repetitions, as far as it was counted
    friend bool operator==(const Loop &, const Loop &) = default;
};

/// The loop in which a text ends: the same word, line or paragraph over and over, exactly alike, the last one perhaps
/// cut. Looks at the last 65,536 characters, once. Source: period of a word by its longest border, Knuth, Morris,
/// Pratt, "Fast pattern matching in strings", SIAM J. Comput. 6 (1977).
[[nodiscard]] std::optional<Loop> loopAtEnd(QStringView text, LoopLimits limits = {});

/// The same while a text grows, so that a loop can be cut off: some eight steps a character.
class LoopWatch
{
public:
    explicit LoopWatch(LoopLimits limits = {})
        : m_limits(limits)
    {
    }
    /// @return whether the text is in a loop now; found at most an eighth of what is kept (16,384 characters) later
    bool append(QStringView piece);

private:
    LoopLimits m_limits;
    QString m_tail;
    qsizetype m_unread = 0; ///< characters since the last look
};

} // namespace sb::routing
