// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"

#include <QAbstractSocket>
#include <QList>
#include <QSslError>

namespace relink {

//! What is known about a request that got no whole answer.
struct TransportFailure
{
    QAbstractSocket::SocketError error = QAbstractSocket::UnknownSocketError;
    QString text; //!< Qt's words
    QList<QSslError> sslErrors;
    bool sent = false; //!< the server may have the request
};

//! One of the transport codes of relink::code; Qt's words are the description. A connection that
//! broke before anything was sent is `refused`, for its outcome is known.
AuthError transportError(const TransportFailure &failure);

//! An error of the transport that this layer itself decided on.
AuthError transportError(const char *code, const QString &description);

} // namespace relink
