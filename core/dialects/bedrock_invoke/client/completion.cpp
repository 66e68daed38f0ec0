#include "core/dialects/bedrock_invoke/client/completion.h"

#include "core/dialects/usage_reading.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

namespace {

/// Where a family has what all have. Paths below `list`, or below the answer where it has none.
struct Places
{
    const char *list = nullptr; ///< its first item is the answer
    const char *mark = ""; ///< the member by which it is known
    const char *text = "";
    const char *finish = "";
    const char *finishWord = nullptr; ///< inside of `finish`
    const char *textInside = nullptr; ///< inside of `text`
};

constexpr std::array AllPlaces{
    Places{.list = "results", .mark = "outputText", .text = "outputText", .finish = "completionReason"}, // Titan
    Places{.mark = "outputText", .text = "outputText", .finish = "completionReason"}, // Titan, in pieces
    Places{.mark = "generation", .text = "generation", .finish = "stop_reason"}, // Llama
    Places{.list = "outputs", .mark = "text", .text = "text", .finish = "stop_reason"}, // Mistral
    Places{.list = "generations", .mark = "text", .text = "text", .finish = "finish_reason"}, // Command
    Places{.list = "completions",
           .mark = "data",
           .text = "data",
           .finish = "finishReason",
           .finishWord = "reason",
           .textInside = "text"}, // Jurassic
    Places{.list = "choices", .mark = "text", .text = "text", .finish = "stop_reason"}, // DeepSeek R1
    Places{.mark = "completion", .text = "completion", .finish = "stop_reason"}, // Claude 2, without turns
    Places{.mark = "is_finished", .text = "text", .finish = "finish_reason"}, // Command, in pieces
};

const Json &inside(const Json &json, const char *member)
{
    return member ? json[member] : json;
}

chat::Usage countsOf(const Json &json, const Json &answer)
{
    chat::Usage usage;
    usage.prompt = firstCount(json, {"inputTextTokenCount", "prompt_token_count"});
    usage.completion = firstCount(json, {"totalOutputTextTokenCount", "generation_token_count"});
    if (!usage.completion)
        usage.completion = firstCount(answer, {"tokenCount"});
    // Jurassic lists the tokens themselves.
    if (json["prompt"]["tokens"].isArray())
        usage.prompt = json["prompt"]["tokens"].size();
    if (answer["data"]["tokens"].isArray())
        usage.completion = answer["data"]["tokens"].size();
    return usage;
}

} // namespace

std::optional<Completion> readCompletion(const Json &json)
{
    for (const Places &places : AllPlaces) {
        const Json &answer = places.list ? json[places.list].at(0) : json;
        if (!answer.contains(places.mark))
            continue;
        Completion completion{.text = inside(answer[places.text], places.textInside).toText(),
                              .usage = countsOf(json, answer)};
        const Json &finish = inside(answer[places.finish], places.finishWord);
        if (finish.isString())
            completion.finish = finish.toText();
        return completion;
    }
    return {};
}

} // namespace sb::dialects::bedrock
