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

const char *codeFor(QNetworkReply::NetworkError error, bool sent)
{
    const char *broken = sent ? code::connectionLost : code::refused;
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return code::refused;
    case QNetworkReply::HostNotFoundError:
        return code::dns;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return code::timeout;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return code::offline;
    case QNetworkReply::UnknownNetworkError: // "network unreachable" comes as this one
        return sent ? code::connectionLost : code::offline;
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return code::redirected;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return code::proxy;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return broken;
    default:
        return code::unreadable;
    }
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
    if (failure.error == QNetworkReply::SslHandshakeFailedError || !failure.sslErrors.isEmpty())
        return tlsError(failure);
    return transportError(codeFor(failure.error, failure.sent), failure.text);
}

} // namespace relink
