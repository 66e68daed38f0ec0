#pragma once

#include "core/dialects/bedrock_models.h"
#include "core/dialects/dialect.h"
#include "core/dialects/notices.h"

namespace sb::dialects::bedrock {

/// What a body is made of.
struct BodyInput
{
    const chat::Request &request;
    const catalog::Provider &provider;
    const catalog::Endpoint &endpoint;
    EncodeOptions options = {};
    Family family = {};
};

struct Body
{
    Json json = {};
    QList<Notice> notices = {};
};

/// Families whose body another dialect of ours writes: Claude, Nova, and all that speak OpenAI's chat.
[[nodiscard]] Result<Body> borrowedBody(const BodyInput &input);

/// Families that take one prompt, and Cohere's chat of version 1. Text only.
[[nodiscard]] Result<Body> textBody(const BodyInput &input);

/// The texts of the user as vectors.
[[nodiscard]] Result<Body> embeddingBody(const BodyInput &input);

} // namespace sb::dialects::bedrock
