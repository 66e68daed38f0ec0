#pragma once

#include "core/chat/request.h"
#include "core/routing/policy/condition.h"

namespace sb::routing {

/// A request as far as a decision about it goes, without its words. Kept with the decision, so that another policy can
/// decide about it later.
struct RequestOutline
{
    // These stand in the record by themselves.
    QString model = {}; ///< as asked
    QString session = {}; ///< as the request names it; empty: it does not

    qint64 text = 0; ///< bytes of all texts
    qint64 mostInput = 0; ///< tokens that the input cannot exceed
    qint64 likelyInput = 0; ///< tokens that it hardly exceeds
    bool tools = false;
    bool images = false;
    bool files = false;
    bool audio = false;
    bool serviceTools = false; ///< of the provider: nobody can say how much they search and read
    bool reasoning = false; ///< is asked for
    bool vectors = false; ///< of texts are asked for, and no answer
    std::optional<OutputForm> output = OutputForm::Text; ///< nullopt: a form of another kind, such as a grammar
    qint64 choices = 1; ///< so many answers are billed
    std::optional<qint64> maxTokens = {}; ///< as asked
    QString serviceTier = {};
    QStringList fallbackModels = {};
    Json provider = {}; ///< the request's own preferences
    std::optional<NanoDollars> remaining = {}; ///< of the strictest budget, when it was decided; nullopt: no limit
    friend bool operator==(const RequestOutline &, const RequestOutline &) = default;
};

/// Stands for a session whose name is not told.
inline constexpr const char *SomeSession = "?";

[[nodiscard]] RequestOutline outlineOf(const chat::Request &request);

/// In which form an answer is asked for; nullopt: in one of another kind.
[[nodiscard]] std::optional<OutputForm> outputFormOf(const chat::Request &request);

/// A request of this outline that has no words: what plan() and implicitChain() read of it beside what it counts.
[[nodiscard]] chat::Request sketchOf(const RequestOutline &outline);

/// What is stored with a decision: all but the model and the session, of which it only says whether one was named.
/// Leaves out what is at its default.
[[nodiscard]] Json toJson(const RequestOutline &outline);
/// The same outline but for what it leaves out, and for `mostInput`, which the decision has itself. A session that was
/// named is SomeSession.
[[nodiscard]] RequestOutline outlineFrom(const Json &json);

} // namespace sb::routing
