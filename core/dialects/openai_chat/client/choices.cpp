#include "core/dialects/openai_chat/client/choices.h"

namespace sb::dialects::openai {

const Json &firstChoice(const Json &answer)
{
    static const Json none;
    for (const Json &choice : answer["choices"].items()) {
        if (choice["index"].toInteger().value_or(0) == 0)
            return choice;
    }
    return none;
}

} // namespace sb::dialects::openai
