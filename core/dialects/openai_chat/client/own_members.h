#pragma once

#include "core/catalog/endpoint.h"
#include "core/dialects/dialect.h"

namespace sb::dialects::openai {

/// A body in the form of the reference, made what this provider takes: members that it refuses are left out, those that
/// have another name here get it, as its file says. @return what was left out
[[nodiscard]] QList<Notice> adaptMembers(Json &body, const catalog::Provider &provider);

} // namespace sb::dialects::openai
