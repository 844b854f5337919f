// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/answerparser.h"
#include "auth/httpclient.h"

#include <QNetworkProxy>
#include <QPromise>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>

#include <optional>

namespace relink {

//! One exchange of HttpClient on a socket of its own, from the connection to the verdict; deletes
//! itself after it has completed its future. The future completes from the event loop and not
//! from within a signal of the socket, so that whoever waits may delete the client.
class HttpCall final : public QObject
{
    Q_OBJECT
public:
    HttpCall(HttpRequest request, const QNetworkProxy &proxy, const HttpLimits &limits,
             QObject *parent);
    ~HttpCall() override;

    QFuture<Result<HttpAnswer>> future() { return m_promise.future(); }

private:
    void connectToServer(QAbstractSocket::NetworkLayerProtocol protocol);
    void onReady();
    void onReadyRead();
    void onSocketError(QAbstractSocket::SocketError error);
    void onDisconnected();
    void onParsed(AnswerParser::State state);
    void finish(Result<HttpAnswer> outcome);
    void fail(const char *code, const QString &description);
    AuthError redirectError(const HttpAnswer &answer) const;
    void deliver();

    const HttpRequest m_request;
    const HttpLimits m_limits;
    QSslSocket m_socket;
    AnswerParser m_parser;
    QPromise<Result<HttpAnswer>> m_promise;
    QTimer m_deadline;
    QTimer m_silence;
    QTimer m_fallback;
    QList<QSslError> m_sslErrors;
    bool m_sent = false; //!< from here on the server may have the request
    std::optional<Result<HttpAnswer>> m_outcome;
};

} // namespace relink
