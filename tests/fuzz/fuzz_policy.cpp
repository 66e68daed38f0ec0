// A policy file, or the history of one, that is accepted must be written so that it is read as the same.

#include "core/routing/policy/match.h"
#include "core/routing/policy/semantic_diff.h"
#include "core/routing/policy/version_history.h"

using namespace sb::routing;

namespace {

void checkPolicy(const sb::Json &json)
{
    const auto policy = parsePolicy(json);
    if (!policy)
        return;
    const auto again = parsePolicy(toJson(*policy));
    if (!again || *again != *policy || !semanticDiff(*policy, *again).isEmpty())
        __builtin_trap();
    (void)validate(*policy, QStringList{});
    const RequestFacts facts;
    for (const PassedRule &each : match(*policy, facts).passed)
        (void)sentence(policy->rules.at(each.index), each.unmet, facts);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto json = sb::parseJson(QByteArrayView(data, qsizetype(size)));
    if (!json)
        return 0;
    checkPolicy(*json);
    if (const auto history = parseHistory<Policy>(*json)) {
        const auto again = parseHistory<Policy>(toJson(*history));
        if (!again || *again != *history)
            __builtin_trap();
    }
    return 0;
}
