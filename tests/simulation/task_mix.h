#pragma once

#include "tests/simulation/chance.h"

#include <array>

// The stated mix of tasks, and the tier of models that each goes to.
namespace sb::simulation {

struct TaskClass
{
    const char *name = ""; ///< as rules name it
    double share = 0; ///< of requests
    LogNormal prompt = {}; ///< tokens
    LogNormal answer = {}; ///< tokens, what is thought included
    int tier = 0; ///< into Tiers
};

/// From the strongest to the least.
inline constexpr std::array Tiers{
    "anthropic/claude-opus-4.8", "anthropic/claude-sonnet-4.6", "google/gemini-3.5-flash",
    "openai/gpt-oss-120b",       "google/gemma-4-26b-a4b-it",
};

inline constexpr std::array Tasks{
    TaskClass{"simple", 0.35, {350, 0.8}, {60, 0.8}, 4},
    TaskClass{"chat", 0.25, {1'200, 1.0}, {320, 0.8}, 3},
    TaskClass{"code", 0.20, {5'000, 1.0}, {700, 0.9}, 1},
    TaskClass{"long_document", 0.10, {30'000, 0.8}, {500, 0.7}, 2},
    TaskClass{"reasoning", 0.05, {1'500, 0.9}, {3'500, 0.7}, 0},
    TaskClass{"bulk", 0.05, {800, 0.7}, {200, 0.7}, 4},
};

/// Models that somebody may use for everything, against which the saving is counted.
inline constexpr std::array ForEverything{"anthropic/claude-opus-4.8", "openai/gpt-5.5", "anthropic/claude-sonnet-4.6"};

inline constexpr int TaskRequests = 20'000;
inline constexpr double LongestTaskPrompt = 120'000; ///< tokens: within the windows of all tiers
inline constexpr double LongestTaskAnswer = 16'000;
/// Of the answers of lower tiers, that the strong model is asked for once more.
inline constexpr std::array AskedAgain{0.0, 0.1, 0.2, 0.3};

} // namespace sb::simulation
