#pragma once

#include "core/chat/request.h"

#include <vector>

namespace sb::routing {

// What the classifier reads of a request. Bounded, so that a prompt of 1 MB takes no longer than one of 50 kB: of a
// long text only the beginning and the end are read, and of a long conversation its first and last messages.
inline constexpr qsizetype MostHead = 10'000; ///< characters of the last user message, from its beginning
inline constexpr qsizetype MostTail = 4'000; ///< and from its end
inline constexpr qsizetype MostEarlierHead = 3'000; ///< the same, of any other message
inline constexpr qsizetype MostEarlierTail = 1'000;
inline constexpr qsizetype MostCharacters = 32'000; ///< of all messages together
inline constexpr qsizetype MostFirstMessages = 4;
inline constexpr qsizetype MostLastMessages = 20;
inline constexpr qsizetype MostParts = 32; ///< of one message

/// A piece of one message's text as it stands in the request, which must outlive it.
struct Excerpt
{
    qsizetype message = 0; ///< index in Request::messages
    qsizetype offset = 0; ///< of the piece in Message::text(), in UTF-16 units
    QStringView text = {};
};

/// One message, as far as it is read.
struct Turn
{
    qsizetype message = 0;
    chat::Role role = chat::Role::User;
    qsizetype size = 0; ///< of all its text, read or not
    std::vector<Excerpt> excerpts = {}; ///< in order, none empty
    [[nodiscard]] qsizetype readSize() const;
};

struct Reading
{
    std::vector<Turn> turns = {}; ///< in the order of the conversation
    qsizetype lastUser = -1; ///< index in `turns`; -1 where nobody asks
    bool hasImages = false;
    [[nodiscard]] const Turn *last() const { return lastUser < 0 ? nullptr : &turns[std::size_t(lastUser)]; }
};

[[nodiscard]] Reading readingOf(const chat::Request &request);

} // namespace sb::routing
