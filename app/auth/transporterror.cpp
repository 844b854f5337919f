// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/transporterror.h"

#include <QStringList>

#include <algorithm>

namespace relink {

namespace {

//! Only the dates are wrong: a computer with a wrong clock sees exactly this. A certificate that
//! nobody trusts stays untrusted whatever the clock says.
bool isAboutTime(const QList<QSslError> &errors)
{
    return !errors.isEmpty() && std::all_of(errors.begin(), errors.end(), [](const QSslError &e) {
        return e.error() == QSslError::CertificateExpired
            || e.error() == QSslError::CertificateNotYetValid;
    });
}

AuthError tlsError(const TransportFailure &failure)
{
    QStringList words;
    for (const QSslError &error : failure.sslErrors) {
        if (!words.contains(error.errorString()))
            words.append(error.errorString());
    }
    return transportError(isAboutTime(failure.sslErrors) ? code::tlsClock : code::tls,
                          words.isEmpty() ? failure.text : words.join(u'\n'));
}

const char *codeFor(const TransportFailure &failure)
{
    switch (failure.error) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return code::proxy;
    default:
        break;
    }
    if (failure.sent)
        return code::connectionLost;
    switch (failure.error) {
    case QAbstractSocket::ConnectionRefusedError:
    case QAbstractSocket::RemoteHostClosedError:
        return code::refused;
    case QAbstractSocket::HostNotFoundError:
        return code::dns;
    case QAbstractSocket::SocketTimeoutError:
        return code::timeout;
    default: // unreachable, no route, no permission to use the network
        return code::offline;
    }
}

bool isTls(const TransportFailure &failure)
{
    return !failure.sslErrors.isEmpty() || failure.error == QAbstractSocket::SslHandshakeFailedError
        || failure.error == QAbstractSocket::SslInternalError
        || failure.error == QAbstractSocket::SslInvalidUserDataError;
}

} // namespace

AuthError transportError(const char *code, const QString &description)
{
    AuthError error = localError(code, description);
    error.origin = ErrorOrigin::Transport;
    return error;
}

AuthError transportError(const TransportFailure &failure)
{
    if (isTls(failure) && !failure.sent)
        return tlsError(failure);
    return transportError(codeFor(failure), failure.text);
}

} // namespace relink
