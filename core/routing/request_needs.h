#pragma once

#include "core/chat/request.h"
#include "core/routing/request_outline.h"

#include <QSize>

namespace sb::routing {

/// What planning asks of a request, counted once for all endpoints. Sizes are in tokens.
/// Natural text and code take 3 to 5 bytes a token in the tokenizers in use; 1 is the least that any can take, and 8 is
/// above what any reaches over a whole prompt.
struct RequestNeeds
{
    qint64 text = 0; ///< bytes of all texts
    qint64 most = 0; ///< cannot be exceeded, see inputTokensBound()
    qint64 least = 0; ///< a window below cannot hold the prompt
    qint64 likelyLow = 0; ///< for the expected cost
    qint64 likelyHigh = 0;
    bool images = false;
    bool files = false;
    bool audio = false;
    bool tools = false;
    bool jsonObject = false;
    bool jsonSchema = false;
    qint64 choices = 1; ///< "n": so many answers are billed
    QString serviceTier = {}; ///< priced apart
    bool serviceTools = false; ///< tools that the provider runs: nobody can say how much they search and read
    QStringList reasoningInFlight = {}; ///< who made it, see opaque_reasoning.h
    [[nodiscard]] qint64 likely() const { return (likelyLow + likelyHigh) / 2; }
};

[[nodiscard]] RequestNeeds needsOf(const chat::Request &request);
/// Of a request that is not there any more.
[[nodiscard]] RequestNeeds needsOf(const RequestOutline &outline);
/// Sets what follows from the bytes of the texts alone.
void measureText(RequestNeeds &needs);
/// What the sketch of an outlined request needs once a step has changed it to `changed`. How long its texts are stays
/// as it was.
[[nodiscard]] RequestNeeds changedBy(const Json &overrides, RequestNeeds needs, const chat::Request &changed);
[[nodiscard]] RequestOutline outlineOf(const chat::Request &request, const RequestNeeds &needs);

/// The most tokens that an image of so many pixels is billed as, by the dearest published rule (OpenAI, gpt-4o-mini:
/// 2,833 and 5,667 for each tile of 512 × 512, after fitting into 2,048 × 2,048 and shrinking the shorter side to 768).
/// Anthropic (w·h/750), Gemini (258 a tile of 768 × 768), Pixtral (w·h/256) and Qwen (w·h/784, at most 16,384) stay
/// below. Source: https://platform.openai.com/docs/guides/images-vision#calculating-costs
[[nodiscard]] qint64 imageTokensBound(std::optional<QSize> pixels);

} // namespace sb::routing
