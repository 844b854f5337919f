// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/httpclient.h"

#include <QNetworkReply>
#include <QPromise>
#include <QSslError>
#include <QTimer>

namespace relink {

class OneShotBody;

//! One exchange of HttpClient from the first byte to the verdict; deletes itself after it has
//! completed its future. The future completes from the event loop and not from within a signal of
//! the reply, so that whoever waits may delete the client.
class HttpCall final : public QObject
{
    Q_OBJECT
public:
    //! `body` may be null; the reply owns it.
    HttpCall(QNetworkReply *reply, const OneShotBody *body, const HttpLimits &limits,
             QObject *parent);
    ~HttpCall() override;

    QFuture<Result<HttpAnswer>> future() { return m_promise.future(); }

private:
    void onMetaData();
    void onReadyRead();
    void onFinished();
    void stop(const char *code, const QString &description);
    Result<HttpAnswer> verdict() const;
    AuthError redirectError(const HttpAnswer &answer) const;
    bool isWhole(const HttpAnswer &answer) const;
    void deliver();

    const HttpLimits m_limits;
    QNetworkReply *const m_reply;
    const OneShotBody *const m_requestBody;
    QPromise<Result<HttpAnswer>> m_promise;
    QTimer m_deadline;
    QByteArray m_body;
    QList<QSslError> m_sslErrors;
    std::optional<AuthError> m_stopped; //!< why this side gave up
    std::optional<Result<HttpAnswer>> m_outcome;
};

} // namespace relink
