#include "tests/secrets/key_file.h"

#include "core/base/json.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace sb::testing {

namespace {

struct Free
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    void operator()(BIO *bio) const { BIO_free(bio); }
};
using KeyPair = std::unique_ptr<EVP_PKEY, Free>;

QByteArray pemOf(EVP_PKEY *key)
{
    const std::unique_ptr<BIO, Free> memory(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return QByteArray(text, qsizetype(size));
}

QByteArray publicHalf(EVP_PKEY *key)
{
    QByteArray der(i2d_PUBKEY(key, nullptr), Qt::Uninitialized);
    auto *bytes = reinterpret_cast<unsigned char *>(der.data());
    i2d_PUBKEY(key, &bytes);
    return der;
}

} // namespace

KeyFile makeKeyFile(const QUrl &tokenUrl, const QByteArray &type)
{
    static const KeyPair key(EVP_RSA_gen(2048)); // making one takes a tenth of a second
    Json json;
    json.set("type", type);
    json.set("project_id", "line-1");
    json.set("private_key_id", "0123456789abcdef");
    json.set("private_key", pemOf(key.get()));
    json.set("client_email", "signaller@line-1.iam.gserviceaccount.com");
    json.set("client_id", "1234567890");
    json.set("auth_uri", "https://accounts.google.com/o/oauth2/auth");
    json.set("token_uri", tokenUrl.toEncoded());
    return {.json = json.dumpIndented(), .publicKey = publicHalf(key.get())};
}

bool isSignedBy(const QByteArray &token, const QByteArray &publicKey)
{
    const qsizetype dot = token.lastIndexOf('.');
    if (dot < 0)
        return false;
    const QByteArray text = token.first(dot);
    const QByteArray seal = QByteArray::fromBase64(token.sliced(dot + 1), QByteArray::Base64UrlEncoding);
    const auto *bytes = reinterpret_cast<const unsigned char *>(publicKey.constData());
    const KeyPair key(d2i_PUBKEY(nullptr, &bytes, long(publicKey.size())));
    const std::unique_ptr<EVP_MD_CTX, Free> checking(EVP_MD_CTX_new());
    return key && EVP_DigestVerifyInit(checking.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1
        && EVP_DigestVerify(checking.get(), reinterpret_cast<const unsigned char *>(seal.constData()),
                            std::size_t(seal.size()), reinterpret_cast<const unsigned char *>(text.constData()),
                            std::size_t(text.size()))
        == 1;
}

} // namespace sb::testing
