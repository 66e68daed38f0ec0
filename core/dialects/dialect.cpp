#include "core/dialects/dialect.h"

#include "core/catalog/aws_region.h"
#include "core/dialects/aws_signature.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects {

namespace {

/// As Qt writes it: with the port where it is not the usual one.
QByteArray hostOf(const QUrl &url)
{
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    return url.port(usual) == usual ? host : host + ':' + QByteArray::number(url.port());
}

/// Signed is what nobody changes on the way: the host, the kind of body, what is AWS's own.
AwsRequest signedPart(const WireRequest &request)
{
    AwsRequest part{.method = request.method,
                    .target = request.url.path(QUrl::FullyEncoded).toLatin1(),
                    .headers = {{"host", hostOf(request.url)}},
                    .bodyHash = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex()};
    if (request.url.hasQuery())
        part.target += '?' + request.url.query(QUrl::FullyEncoded).toLatin1();
    for (const Header &header : request.headers) {
        if (header.first == "content-type" || header.first.startsWith("x-amz"))
            part.headers.append(header);
    }
    return part;
}

/// An API key of Bedrock has no colon, and is no key to sign with.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-use.html
QList<Header> awsHeaders(const catalog::Provider &provider, const QByteArray &secret, const WireRequest &request,
                         WallTime now)
{
    if (!secret.contains(':'))
        return {{"authorization", "Bearer " + secret}};
    const auto key = splitAwsKey(secret);
    const QByteArray region = catalog::awsRegion(provider).toLatin1();
    if (!key || region.isEmpty())
        return {};
    return awsSignature(*key, {.region = region, .service = "bedrock", .time = now}, signedPart(request));
}

} // namespace

QByteArray AnswerHead::header(QByteArrayView name) const
{
    const auto it =
        std::find_if(headers.begin(), headers.end(), [&](const Header &header) { return header.first == name; });
    return it != headers.end() ? it->second : QByteArray();
}

QList<Header> authorization(const catalog::Provider &provider, const QByteArray &key, const WireRequest &request,
                            WallTime now)
{
    const QByteArray secret = key.trimmed();
    // A line feed inside a key would start a header of its own.
    const bool printable = std::all_of(secret.begin(), secret.end(), [](char c) { return c > ' ' && c < 0x7f; });
    // A service account's key file signs, and is sent nowhere: its tokens are.
    if (secret.isEmpty() || !printable || secret.startsWith('{'))
        return {};
    switch (provider.auth) {
    case catalog::Provider::Auth::None:
        return {};
    case catalog::Provider::Auth::GoogleServiceAccount:
    case catalog::Provider::Auth::Bearer:
        return {{"authorization", "Bearer " + secret}};
    case catalog::Provider::Auth::XApiKey:
        return {{"x-api-key", secret}};
    case catalog::Provider::Auth::XGoogApiKey:
        return {{"x-goog-api-key", secret}};
    case catalog::Provider::Auth::ApiKey:
        return {{"api-key", secret}};
    case catalog::Provider::Auth::AwsSigV4:
        return awsHeaders(provider, secret, request, now);
    }
    return {};
}

} // namespace sb::dialects
