#include "core/routing/overrides.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sb::routing {

namespace {

struct OverridesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

// A step has a limit of its own cost; that of the request is the caller's.
constexpr std::array<const char *, 6> Untouchable{"model", "models", "messages", "provider", "stream", "max_cost"};

} // namespace

Result<chat::Request> withOverrides(const chat::Request &request, const Json &overrides)
{
    Json json = chat::toJson(request);
    for (const auto &[key, value] : overrides.members()) {
        if (std::ranges::find(Untouchable, key) != Untouchable.end())
            return failure(Error::Kind::InvalidInput,
                           OverridesText::tr("%1: a step cannot change this member.").arg(QString::fromUtf8(key)));
        if (value.isNull())
            json.remove(key);
        else
            json.set(key, value);
    }
    // Where a chain was named elsewhere the request has no model, which only a request as a whole must have.
    json.set("model", request.model.isEmpty() ? QStringLiteral("-") : request.model);
    auto changed = chat::parseRequest(json);
    if (changed)
        changed->model = request.model;
    return changed;
}

} // namespace sb::routing
