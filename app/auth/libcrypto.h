// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace relink {

//! The one use that Relink has for OpenSSL's libcrypto: signatures with RSA and elliptic curves,
//! which Qt 6.4 has not.
class LibCrypto
{
public:
    //! Raw signature as RFC 7518 3 wants it: for ES256 the two numbers of 32 bytes each.
    static Result<QByteArray> sign(const QString &algorithm, const QByteArray &privateKeyPem,
                                   const QByteArray &message);
};

} // namespace relink
