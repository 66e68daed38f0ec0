#pragma once

#include "core/routing/classifier/model.h"

namespace sb::routing {

/// The task class of the highest score, with all scores and what they are made of.
[[nodiscard]] Classification decideByFeatures(const chat::Request &request, const FeatureVector &features);

/// The words at some places of a request, each shortened, at most MostPlaces of them.
[[nodiscard]] QString textAt(const chat::Request &request, const QList<Place> &places);

} // namespace sb::routing
