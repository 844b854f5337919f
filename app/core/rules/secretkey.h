// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace relink {

//! What the name of a key says about its value (R83).
enum class SecretKey {
    No,
    Loose, //!< code, state, key, …: a secret in addresses, elsewhere only if it looks like one
    Strict, //!< access_token, password, api_key, …: always
    Header, //!< Authorization, Cookie: the whole value, spaces and all
};

//! However the key is spelt: access_token, clientSecret, ms-apikey, "Api Key"; also in German,
//! French, Spanish, Dutch and Portuguese: Zugriffsschlüssel, contraseña.
SecretKey secretKey(QStringView key);

//! True for a key whose values redact() may hide.
bool isSecretKey(QStringView key);

//! True for token and key, of which sentences tell more than of a state or a code.
bool isCredentialNoun(QStringView key);

//! True for a path whose last word speaks of a token, key or password, as part of it too: of such a
//! value a connection's row keeps no more than the mark of an account.
bool isSecretPath(const QString &path);

} // namespace relink
