#pragma once

#include "core/chat/embedding.h"
#include "core/engine/run_events.h"
#include "core/engine/world.h"

namespace sb::engine {

// A request for vectors is a run like any other: planned, reserved for, recorded, tried again. What it has of its own
// is here. Pure.

/// What is handed to Engine::start(). It is tried again at the endpoint that the plan ranks first, by the rules of
/// every request, and never moves on to another: vectors of two models cannot be compared, and hosts of one model
/// differ in how they make them. It moves on only where nothing was sent.
[[nodiscard]] RunSpec embeddingCall(const chat::EmbeddingRequest &request, const QString &client);

/// The world of such a run: the endpoints that make vectors with this model. Where the catalog knows none that says so,
/// those of the model, since not every list tells; where it does not know the model either and the name begins with
/// that of a provider, "provider/upstream-model", its endpoint without a price. Windows are left out: each input is
/// measured against one by itself, which is the provider's to say.
[[nodiscard]] World vectorWorld(const World &world, const QString &model);

/// For the body store, in OpenAI's form.
[[nodiscard]] Json embeddingBody(const chat::EmbeddingRequest &request);
/// The answer without its vectors: a hundred times larger than what they were made of, and no use to a person.
[[nodiscard]] Json vectorsBody(const chat::Answer &answer, const QList<chat::Vector> &vectors);

} // namespace sb::engine
