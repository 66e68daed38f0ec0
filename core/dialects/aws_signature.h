#pragma once

#include "core/base/clock.h"
#include "core/dialects/dialect.h"

namespace sb::dialects {

/// An access key of AWS, with the session token that temporary ones need.
struct AwsKey
{
    QByteArray id = {};
    QByteArray secret = {};
    QByteArray sessionToken = {};
    friend bool operator==(const AwsKey &, const AwsKey &) = default;
};

/// "ACCESS_KEY_ID:SECRET" or "ACCESS_KEY_ID:SECRET:SESSION_TOKEN", as one key of ours; nullopt for anything else, such
/// as a Bedrock API key, which has no colon.
[[nodiscard]] std::optional<AwsKey> splitAwsKey(const QByteArray &key);

/// What of a key is secret by itself, beside the whole: the parts of an AWS key, nothing of another.
[[nodiscard]] QByteArrayList secretParts(const QByteArray &key);

/// What is signed of a request.
struct AwsRequest
{
    QByteArray method = {};
    QByteArray target = {}; ///< path and query as they are sent, without dot segments
    QList<Header> headers = {}; ///< with "host"; all are signed
    QByteArray bodyHash = {}; ///< SHA-256 in hexadecimal digits
};

/// Where and when a signature is good.
struct AwsScope
{
    QByteArray region = {};
    QByteArray service = {};
    WallTime time = {};
};

/// The headers that sign a request: x-amz-date, x-amz-security-token where there is a session, authorization. Every
/// step of the path is encoded once more, as all services but S3 want it. Source:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
[[nodiscard]] QList<Header> awsSignature(const AwsKey &key, const AwsScope &scope, const AwsRequest &request);

} // namespace sb::dialects
