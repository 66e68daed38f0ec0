// A file of another router may be anything: what is read of it must be chains and a policy that our own files can hold,
// and what is written of those must be a file again.

#include "core/routing/exchange/exchange.h"
#include "core/routing/exchange/yaml.h"

using namespace sb::routing;

namespace {

sb::catalog::Catalog smallCatalog()
{
    sb::catalog::Endpoint endpoint{.id = QStringLiteral("openai/gpt-4o"),
                                   .providerId = QStringLiteral("openai"),
                                   .modelId = QStringLiteral("openai/gpt-4o"),
                                   .upstreamModel = QStringLiteral("gpt-4o")};
    return {{{.id = QStringLiteral("openai")}}, {endpoint}};
}

void checkImported(const sb::Result<Imported> &imported, const sb::catalog::Catalog &catalog)
{
    if (!imported)
        return;
    for (const Chain &chain : imported->chains) {
        const auto again = parseChain(toJson(chain));
        if (!again || *again != chain)
            __builtin_trap();
    }
    const auto policy = parsePolicy(toJson(*imported->policy));
    if (!policy || *policy != *imported->policy)
        __builtin_trap();
    const ToExport what{.policy = imported->policy, .chains = imported->chains};
    if (!parseYaml(exportLiteLlm(what, catalog).text) || !sb::parseJson(exportPortkey(what, catalog).text))
        __builtin_trap();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const sb::catalog::Catalog catalog = smallCatalog();
    const QByteArrayView text(data, qsizetype(size));
    checkImported(importLiteLlm(text, QStringLiteral("x"), catalog), catalog);
    checkImported(importPortkey(text, QStringLiteral("x"), catalog), catalog);
    if (const auto json = parseYaml(text)) {
        const auto again = parseYaml(writeYaml(*json));
        if (!again || *again != *json)
            __builtin_trap();
    }
    return 0;
}
