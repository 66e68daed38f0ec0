#pragma once

#include "core/catalog/endpoint.h"

namespace sb::catalog {

/// The region for which requests to a provider are signed: the one in its file, else the one in a base URL of Bedrock
/// ("https://bedrock-runtime.eu-central-1.amazonaws.com"). Empty: none is known.
/// Source: https://docs.aws.amazon.com/general/latest/gr/bedrock.html
[[nodiscard]] QString awsRegion(const Provider &provider);

/// Whether a text is spelled like a region, such as "us-gov-west-1".
[[nodiscard]] bool isAwsRegion(const QString &text);

} // namespace sb::catalog
