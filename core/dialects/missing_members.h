#pragma once

#include "core/chat/request.h"
#include "core/dialects/notices.h"

#include <initializer_list>

namespace sb::dialects {

/// Members of a request that many services have no word for.
enum class Member
{
    TopK,
    MinP,
    FrequencyPenalty,
    PresencePenalty,
    RepetitionPenalty,
    Seed,
    Stop,
    Logprobs,
    TopLogprobs,
    User,
    Reasoning,
};

/// A notice for each of these that says something: what is at the value that it has when it is not sent does not.
/// @param sentence marked for translation in the context "sb::dialects"
void noticeMissing(const chat::Request &request, std::initializer_list<Member> missing, const char *sentence,
                   Notices &notices);

/// The notice that one answer is asked for where the request wants several.
void noticeOneAnswer(const chat::Request &request, Notices &notices);

/// The notices where a model does not let its sampling be set, or not while it reasons.
void noticeFixedSampling(const chat::Request &request, bool whileReasoning, Notices &notices);

} // namespace sb::dialects
