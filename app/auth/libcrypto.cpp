// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/libcrypto.h"

#include <QLibrary>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <memory>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

AuthError keyError(const QString &sentence)
{
    return localError(code::invalidInput, sentence);
}

//! What is used of libcrypto 3, resolved by name: linked, it would be loaded at every start.
struct Functions
{
    decltype(&::BIO_new_mem_buf) bioNew = nullptr;
    decltype(&::BIO_free) bioFree = nullptr;
    decltype(&::PEM_read_bio_PrivateKey) readKey = nullptr;
    decltype(&::EVP_PKEY_free) keyFree = nullptr;
    decltype(&::EVP_PKEY_get_base_id) keyType = nullptr;
    decltype(&::EVP_PKEY_get_bits) keyBits = nullptr;
    decltype(&::EVP_MD_CTX_new) digestNew = nullptr;
    decltype(&::EVP_MD_CTX_free) digestFree = nullptr;
    decltype(&::EVP_sha256) sha256 = nullptr;
    decltype(&::EVP_DigestSignInit) signInit = nullptr;
    decltype(&::EVP_DigestSign) digestSign = nullptr;
    decltype(&::EVP_PKEY_CTX_set_rsa_padding) setPadding = nullptr;
    decltype(&::EVP_PKEY_CTX_set_rsa_pss_saltlen) setSalt = nullptr;
    decltype(&::d2i_ECDSA_SIG) readEcdsa = nullptr;
    decltype(&::ECDSA_SIG_free) ecdsaFree = nullptr;
    decltype(&::ECDSA_SIG_get0_r) ecdsaR = nullptr;
    decltype(&::ECDSA_SIG_get0_s) ecdsaS = nullptr;
    decltype(&::BN_bn2binpad) padded = nullptr;
    bool complete = false;

    static const Functions &loaded()
    {
        static const Functions functions = load();
        return functions;
    }

private:
    static Functions load()
    {
#ifdef Q_OS_WIN
        QLibrary library(u"libcrypto-3-x64"_s);
#else
        QLibrary library(u"crypto"_s, 3);
#endif
        Functions f;
        const auto resolve = [&library](auto &function, const char *name) {
            function = reinterpret_cast<std::decay_t<decltype(function)>>(library.resolve(name));
            return function != nullptr;
        };
        f.complete = resolve(f.bioNew, "BIO_new_mem_buf") && resolve(f.bioFree, "BIO_free")
            && resolve(f.readKey, "PEM_read_bio_PrivateKey") && resolve(f.keyFree, "EVP_PKEY_free")
            && resolve(f.keyType, "EVP_PKEY_get_base_id") && resolve(f.keyBits, "EVP_PKEY_get_bits")
            && resolve(f.digestNew, "EVP_MD_CTX_new") && resolve(f.digestFree, "EVP_MD_CTX_free")
            && resolve(f.sha256, "EVP_sha256") && resolve(f.signInit, "EVP_DigestSignInit")
            && resolve(f.digestSign, "EVP_DigestSign")
            && resolve(f.setPadding, "EVP_PKEY_CTX_set_rsa_padding")
            && resolve(f.setSalt, "EVP_PKEY_CTX_set_rsa_pss_saltlen")
            && resolve(f.readEcdsa, "d2i_ECDSA_SIG") && resolve(f.ecdsaFree, "ECDSA_SIG_free")
            && resolve(f.ecdsaR, "ECDSA_SIG_get0_r") && resolve(f.ecdsaS, "ECDSA_SIG_get0_s")
            && resolve(f.padded, "BN_bn2binpad");
        return f;
    }
};

//! RFC 7518 3.4: two numbers of 32 bytes instead of the DER that libcrypto makes.
QByteArray joinedNumbers(const Functions &f, const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    ECDSA_SIG *signature = f.readEcdsa(nullptr, &at, der.size());
    if (!signature)
        return {};
    QByteArray raw(64, '\0');
    auto *out = reinterpret_cast<unsigned char *>(raw.data());
    const bool fits = f.padded(f.ecdsaR(signature), out, 32) == 32
        && f.padded(f.ecdsaS(signature), out + 32, 32) == 32;
    f.ecdsaFree(signature);
    return fits ? raw : QByteArray();
}

} // namespace

Result<QByteArray> LibCrypto::sign(const QString &algorithm, const QByteArray &privateKeyPem,
                                   const QByteArray &message)
{
    const Functions &f = Functions::loaded();
    if (!f.complete) {
        return localError("missing",
                          u"OpenSSL 3 (libcrypto) is needed to sign and was not found."_s);
    }
    const std::unique_ptr<BIO, decltype(f.bioFree)> bio(
        f.bioNew(privateKeyPem.constData(), static_cast<int>(privateKeyPem.size())), f.bioFree);
    // A key that asks for a password gets none, instead of a question on a terminal.
    const auto noPassword = [](char *, int, int, void *) { return 0; };
    const std::unique_ptr<EVP_PKEY, decltype(f.keyFree)> key(
        bio ? f.readKey(bio.get(), nullptr, noPassword, nullptr) : nullptr, f.keyFree);
    if (!key) {
        return keyError(u"The private key cannot be read. It must be the whole PEM text, from "
                        "-----BEGIN to END-----, without a password."_s);
    }
    const bool elliptic = algorithm == "ES256"_L1;
    const int type = f.keyType(key.get());
    if (elliptic ? type != EVP_PKEY_EC || f.keyBits(key.get()) != 256 : type != EVP_PKEY_RSA) {
        return keyError(elliptic ? u"This is no elliptic-curve key of 256 bits (P-256)."_s
                                 : u"This is no RSA key."_s);
    }
    if (!elliptic && f.keyBits(key.get()) < 2048)
        return keyError(u"An RSA key needs at least 2048 bits."_s);
    const std::unique_ptr<EVP_MD_CTX, decltype(f.digestFree)> digest(f.digestNew(), f.digestFree);
    EVP_PKEY_CTX *context = nullptr;
    bool good = digest && f.signInit(digest.get(), &context, f.sha256(), nullptr, key.get()) == 1;
    if (good && algorithm == "PS256"_L1) {
        good = f.setPadding(context, RSA_PKCS1_PSS_PADDING) == 1
            && f.setSalt(context, RSA_PSS_SALTLEN_DIGEST) == 1;
    }
    const auto *bytes = reinterpret_cast<const unsigned char *>(message.constData());
    const auto size = static_cast<size_t>(message.size());
    size_t length = 0;
    good = good && f.digestSign(digest.get(), nullptr, &length, bytes, size) == 1;
    QByteArray signature(static_cast<qsizetype>(length), '\0');
    good = good
        && f.digestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &length,
                        bytes, size)
            == 1;
    if (!good)
        return keyError(u"The private key cannot be used for signing."_s);
    signature.truncate(static_cast<qsizetype>(length));
    if (!elliptic)
        return signature;
    const QByteArray raw = joinedNumbers(f, signature);
    return raw.isEmpty()
        ? Result<QByteArray>(keyError(u"The private key cannot be used for signing."_s))
        : Result<QByteArray>(raw);
}

} // namespace relink
