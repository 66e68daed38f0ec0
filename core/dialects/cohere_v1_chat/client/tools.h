#pragma once

#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::cohere_v1 {

/// `tools`, or null. Parameters have a type of Python's and a description; what else their schemas say is put into the
/// description, with a notice. A call cannot be demanded, nor forbidden but by sending no tools.
/// @param needed whether tools must come although none may be called: results of earlier calls are sent
[[nodiscard]] Json toolsOf(const chat::Request &request, bool needed, Notices &notices);

/// JSON schema's type in the words of Python. Source: https://docs.cohere.com/v1/docs/parameter-types-in-tool-use
[[nodiscard]] QByteArray pythonType(const Json &schema);

} // namespace sb::dialects::cohere_v1
