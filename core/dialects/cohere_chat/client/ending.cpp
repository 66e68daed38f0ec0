#include "core/dialects/cohere_chat/client/ending.h"

#include "core/dialects/error_reading.h"

namespace sb::dialects::cohere {

std::optional<chat::ProviderError> failureAtEnd(const AnswerHead &head, const Json &sentence, const QString &word)
{
    const bool timedOut = word == QLatin1String("TIMEOUT");
    if (sentence.toBytes().isEmpty() && !timedOut)
        return {};
    chat::ProviderError error =
        readErrorObject(head, Json(Json::Object{{"code", word}, {"message", sentence.toText()}}));
    if (timedOut)
        error.type = chat::ErrorType::Timeout;
    return error;
}

} // namespace sb::dialects::cohere
