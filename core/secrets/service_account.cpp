#include "core/secrets/service_account.h"

#include "core/base/json_fields.h"
#include "core/secrets/key_table.h"

#include <QCoreApplication>

#include <memory>
#include <openssl/evp.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace sb::secrets {

namespace {

constexpr auto Scope = "https://www.googleapis.com/auth/cloud-platform";
constexpr auto TokenHost = "oauth2.googleapis.com"_L1;
constexpr std::chrono::seconds Lifetime = std::chrono::hours{1}; // the longest that is granted
constexpr auto PemBegin = "-----BEGIN PRIVATE KEY-----";
constexpr auto PemEnd = "-----END PRIVATE KEY-----";

struct ServiceAccountText
{
    Q_DECLARE_TR_FUNCTIONS(sb::secrets)
};

struct Free
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using PrivateKey = std::unique_ptr<EVP_PKEY, Free>;
using Signing = std::unique_ptr<EVP_MD_CTX, Free>;

tl::unexpected<Error> refused(const QString &why)
{
    return failure(Error::Kind::InvalidInput, why);
}

PrivateKey readKey(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    PrivateKey key(d2i_AutoPrivateKey(nullptr, &bytes, long(der.size())));
    return key && EVP_PKEY_is_a(key.get(), "RSA") ? std::move(key) : nullptr;
}

/// The bytes of a PEM block, or of bare Base64 as we keep them; empty for anything else.
QByteArray derOf(const QByteArray &text)
{
    QByteArray body = text.trimmed();
    if (body.startsWith(PemBegin)) {
        const qsizetype begin = qsizetype(qstrlen(PemBegin));
        const qsizetype end = body.indexOf(PemEnd, begin);
        if (end < 0)
            return {};
        body = body.sliced(begin, end - begin);
    }
    body.replace('\n', "").replace('\r', "");
    const auto der = QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
    return der.decodingStatus == QByteArray::Base64DecodingStatus::Ok ? der.decoded : QByteArray();
}

/// A file could name any server, which would then be handed what opens the account.
bool isTokenUrl(const QUrl &url)
{
    if (url.scheme() == "https"_L1 && url.port(443) == 443 && url.host() == TokenHost && url.userInfo().isEmpty())
        return true;
    return url.scheme() == "http"_L1 && isSafeOrigin(url);
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray signature(EVP_PKEY *key, const QByteArray &text)
{
    const Signing signing(EVP_MD_CTX_new());
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData());
    std::size_t size = 0;
    if (EVP_DigestSignInit(signing.get(), nullptr, EVP_sha256(), nullptr, key) != 1
        || EVP_DigestSign(signing.get(), nullptr, &size, bytes, std::size_t(text.size())) != 1)
        return {};
    QByteArray made(qsizetype(size), Qt::Uninitialized);
    if (EVP_DigestSign(signing.get(), reinterpret_cast<unsigned char *>(made.data()), &size, bytes,
                       std::size_t(text.size()))
        != 1)
        return {};
    return made.first(qsizetype(size));
}

} // namespace

bool isServiceAccountKey(const QByteArray &key)
{
    return key.trimmed().startsWith('{');
}

Result<ServiceAccount> parseServiceAccount(const QByteArray &json)
{
    const Result<Json> file = parseJson(json);
    if (!file || !file->isObject())
        return refused(ServiceAccountText::tr(
            "This is no key file of a service account: it is not JSON. Download the key as JSON."));
    const auto text = [&file](const char *name) { return (*file)[name].toBytes(); };
    if (text("type") != "service_account")
        return refused(ServiceAccountText::tr(
                           "This is no key file of a service account: its type is “%1”. Create a key of a service "
                           "account in Google Cloud, as JSON.")
                           .arg(QString::fromUtf8(text("type").left(40))));
    const ServiceAccount account{.email = text("client_email"),
                                 .keyId = text("private_key_id"),
                                 .project = text("project_id"),
                                 .tokenUrl = QUrl(QString::fromUtf8(text("token_uri")), QUrl::StrictMode),
                                 .privateKey = derOf(text("private_key"))};
    if (account.email.isEmpty())
        return refused(ServiceAccountText::tr("The key file has no client_email. Download it again."));
    if (!isTokenUrl(account.tokenUrl))
        return refused(ServiceAccountText::tr(
            "The key file's token_uri is not https://oauth2.googleapis.com/token. Nothing is sent "
            "elsewhere: download a new key from Google Cloud."));
    if (!readKey(account.privateKey))
        return refused(
            ServiceAccountText::tr("The private key in this file cannot be read. Download the file again, and change "
                                   "nothing in it."));
    return account;
}

QByteArray serviceAccountKey(const ServiceAccount &account)
{
    Json json;
    json.set("type", "service_account");
    json.set("project_id", account.project);
    json.set("private_key_id", account.keyId);
    json.set("private_key", account.privateKey.toBase64());
    json.set("client_email", account.email);
    json.set("token_uri", account.tokenUrl.toEncoded());
    return json.dump();
}

Result<QByteArray> assertionOf(const ServiceAccount &account, WallTime now)
{
    Json header;
    header.set("alg", "RS256");
    header.set("typ", "JWT");
    if (!account.keyId.isEmpty())
        header.set("kid", account.keyId);
    const qint64 issued = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    Json claims;
    claims.set("iss", account.email);
    claims.set("scope", Scope);
    claims.set("aud", account.tokenUrl.toEncoded());
    claims.set("iat", issued);
    claims.set("exp", issued + qint64(Lifetime.count()));
    const QByteArray text = base64Url(header.dump()) + '.' + base64Url(claims.dump());
    const PrivateKey key = readKey(account.privateKey);
    const QByteArray seal = key ? signature(key.get(), text) : QByteArray();
    if (seal.isEmpty())
        return refused(
            ServiceAccountText::tr("The service account's private key cannot sign. Import its key file again."));
    return text + '.' + base64Url(seal);
}

QByteArrayList serviceAccountSecrets(const QByteArray &key)
{
    if (!isServiceAccountKey(key))
        return {};
    const Result<ServiceAccount> account = parseServiceAccount(key);
    return account ? QByteArrayList{account->privateKey.toBase64()} : QByteArrayList();
}

} // namespace sb::secrets
