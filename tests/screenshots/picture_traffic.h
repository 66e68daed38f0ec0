#pragma once

#include "tests/tools/traffic.h"

namespace sb::pictures {

/// Gives a made-up request of the traffic maker names that a person would meet: models, providers, clients, chains.
void nameAsInPictures(usage::Traffic::Request &request);

/// A request by a chain whose first step failed twice, with what was left out and why; the newest on record.
[[nodiscard]] usage::Traffic::Request fallbackRequest(WallTime at);
/// A request whose program died: it holds its bound until somebody settles it.
[[nodiscard]] usage::OpenRecord lostRequest(WallTime at);

} // namespace sb::pictures
