#pragma once

#include "core/base/random.h"
#include "core/profile/conversation.h"

namespace sb::profile {

/// A conversation as a person might have had it: one to four panes, some turns, prose, lists and code; the same for the
/// same state of `random`.
/// @param number names it; the higher the older
[[nodiscard]] Conversation madeUpConversation(Random &random, int number, WallTime newest);

} // namespace sb::profile
