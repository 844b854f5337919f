// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/keys.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <memory>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};

using Bio = std::unique_ptr<BIO, Freed<&BIO_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<&EVP_PKEY_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freed<&EVP_MD_CTX_free>>;
using Ecdsa = std::unique_ptr<ECDSA_SIG, Freed<&ECDSA_SIG_free>>;

Key readPublic(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    return Key(bio ? PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr) : nullptr);
}

QByteArray content(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

bool isElliptic(const QString &algorithm)
{
    return algorithm == "ES256"_L1;
}

//! The two numbers of a JWT's signature as the DER that libcrypto verifies.
QByteArray derOf(const QByteArray &raw)
{
    if (raw.size() != 64)
        return {};
    const auto *bytes = reinterpret_cast<const unsigned char *>(raw.constData());
    const Ecdsa signature(ECDSA_SIG_new());
    ECDSA_SIG_set0(signature.get(), BN_bin2bn(bytes, 32, nullptr),
                   BN_bin2bn(bytes + 32, 32, nullptr));
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(signature.get(), &der);
    const QByteArray result(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return result;
}

bool verifies(EVP_PKEY *key, const QString &algorithm, const QByteArray &message,
              const QByteArray &signature)
{
    const bool elliptic = isElliptic(algorithm);
    if (EVP_PKEY_get_base_id(key) != (elliptic ? EVP_PKEY_EC : EVP_PKEY_RSA))
        return false;
    const QByteArray der = elliptic ? derOf(signature) : signature;
    const Digest digest(EVP_MD_CTX_new());
    EVP_PKEY_CTX *context = nullptr;
    if (EVP_DigestVerifyInit(digest.get(), &context, EVP_sha256(), nullptr, key) != 1)
        return false;
    if (algorithm == "PS256"_L1
        && (EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) != 1
            || EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) != 1)) {
        return false;
    }
    return EVP_DigestVerify(digest.get(), reinterpret_cast<const unsigned char *>(der.constData()),
                            static_cast<size_t>(der.size()),
                            reinterpret_cast<const unsigned char *>(message.constData()),
                            static_cast<size_t>(message.size()))
        == 1;
}

} // namespace

bool Keys::add(const QString &provider, const QByteArray &publicKeyPem)
{
    if (!readPublic(publicKeyPem))
        return false;
    m_public[provider].append(publicKeyPem);
    return true;
}

QByteArray Keys::practiceKey(const QString &provider, const QString &algorithm)
{
    const bool elliptic = isElliptic(algorithm);
    QByteArray &known = m_practice[provider + (elliptic ? u"/EC"_s : u"/RSA"_s)];
    if (!known.isEmpty())
        return known;
    Key key(elliptic ? EVP_EC_gen("P-256") : EVP_RSA_gen(2048));
    const Bio secret(BIO_new(BIO_s_mem()));
    const Bio open(BIO_new(BIO_s_mem()));
    if (!key
        || PEM_write_bio_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
            != 1
        || PEM_write_bio_PUBKEY(open.get(), key.get()) != 1) {
        return {};
    }
    known = content(secret.get());
    m_public[provider].append(content(open.get()));
    return known;
}

void Keys::withdraw(const QString &provider)
{
    m_withdrawn[provider] += m_public.take(provider);
    m_practice.remove(provider + u"/EC"_s);
    m_practice.remove(provider + u"/RSA"_s);
}

void Keys::restore(const QString &provider)
{
    m_public[provider] += m_withdrawn.take(provider);
}

bool Keys::verify(const QString &provider, const QString &algorithm, const QByteArray &message,
                  const QByteArray &signature) const
{
    const QList<QByteArray> known = m_public.value(provider);
    return std::any_of(known.begin(), known.end(), [&](const QByteArray &pem) {
        const Key key = readPublic(pem);
        return key && verifies(key.get(), algorithm, message, signature);
    });
}

} // namespace relink::sandbox
