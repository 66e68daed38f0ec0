#pragma once

#include "core/profile/profile.h"

namespace sb::pictures {

// The conversations of the pictures, by their ids.
inline constexpr auto OnePane = "one-pane"; ///< one chain that fell back
inline constexpr auto TwoPanes = "two-panes"; ///< with a system prompt and parameters
inline constexpr auto FourPanes = "four-panes"; ///< four models
inline constexpr auto NoAnswer = "no-answer"; ///< a model that failed beside one that answered
inline constexpr auto OldOne = "older-5"; ///< to be deleted
inline constexpr auto OpenCalls = "open-calls"; ///< tool calls that wait for results, images in the draft

[[nodiscard]] Result<void> writeConversations(const profile::Paths &paths);

} // namespace sb::pictures
