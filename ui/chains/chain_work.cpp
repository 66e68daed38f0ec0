#include "ui/chains/chain_work.h"

namespace sb::ui {

Json toJson(const ChainWork &work)
{
    Json json = Json::object();
    json.set("chain", routing::toJson(work.chain));
    json.set("saved", routing::toJson(work.saved));
    json.set("kept_as", work.keptAs);
    json.set("typed", work.typed);
    json.set("policy", work.policy);
    return json;
}

Result<ChainWork> parseChainWork(const Json &json)
{
    return routing::parseChain(json["chain"]).and_then([&json](const routing::Chain &chain) {
        return routing::parseChain(json["saved"]).map([&json, &chain](const routing::Chain &saved) {
            return ChainWork{.chain = chain,
                             .saved = saved,
                             .keptAs = json["kept_as"].toText(),
                             .typed = json["typed"].toText(),
                             .policy = json["policy"].toText()};
        });
    });
}

} // namespace sb::ui
