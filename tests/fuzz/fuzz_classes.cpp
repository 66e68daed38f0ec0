// A file of classes that is accepted must be written so that it is read as the same, and can be asked about a request.

#include "core/routing/classifier/classifier.h"

using namespace sb::routing;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto json = sb::parseJson(QByteArrayView(data, qsizetype(size)));
    if (!json)
        return 0;
    const auto rules = parseClassRules(*json);
    if (!rules) {
        if (rules.error().message.isEmpty())
            __builtin_trap();
        return 0;
    }
    const auto again = parseClassRules(toJson(*rules));
    if (!again || *again != *rules)
        __builtin_trap();
    sb::chat::Request request;
    request.messages.append(
        sb::chat::Message::make(sb::chat::Role::User, QStringLiteral("May my landlord keep 2 rents as a deposit?")));
    const Classification task = Classifier(*rules).classify(request, {.client = QStringLiteral("office")});
    if (task.className.isEmpty() || task.evidence.isEmpty())
        __builtin_trap();
    const auto kept = parseClassRules(toJson(corrected(*rules, request, QStringLiteral("another one"))));
    if (!kept)
        __builtin_trap(); // what a correction writes must be read at the next start
    return 0;
}
