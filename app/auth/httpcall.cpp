// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/httpcall.h"

#include "auth/oneshotbody.h"
#include "auth/transporterror.h"

using namespace Qt::StringLiterals;

namespace relink {

namespace {

//! Errors by which QNetworkReply says no more than what the status says already.
bool isOnlyTheStatus(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return true;
    default:
        return false;
    }
}

} // namespace

HttpCall::HttpCall(QNetworkReply *reply, const OneShotBody *body, const HttpLimits &limits,
                   QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_reply(reply)
    , m_requestBody(body)
{
    m_promise.start();
    // What this side has not read yet stays in the socket, so a flood meets a closed window.
    m_reply->setReadBufferSize(64 * 1024);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpCall::onMetaData);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpCall::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::onFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_sslErrors += errors; });
    m_deadline.setSingleShot(true);
    m_deadline.callOnTimeout(this, [this] {
        stop(code::timeout,
             u"No complete answer within %1 seconds."_s.arg(double(m_limits.total.count()) / 1000));
    });
    m_deadline.start(m_limits.total);
}

HttpCall::~HttpCall()
{
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    m_reply->deleteLater();
}

void HttpCall::onMetaData()
{
    qsizetype size = 0;
    for (const QNetworkReply::RawHeaderPair &header : m_reply->rawHeaderPairs())
        size += header.first.size() + header.second.size() + 4;
    if (size > m_limits.head)
        stop(code::tooLarge,
             u"The header of the answer is larger than %1 bytes."_s.arg(m_limits.head));
}

void HttpCall::onReadyRead()
{
    if (m_stopped)
        return;
    m_body += m_reply->read(m_limits.body + 1 - m_body.size());
    if (m_body.size() > m_limits.body)
        stop(code::tooLarge, u"The answer is larger than %1 bytes."_s.arg(m_limits.body));
}

void HttpCall::stop(const char *code, const QString &description)
{
    if (m_stopped || m_outcome)
        return;
    m_stopped = transportError(code, description);
    m_body.clear();
    m_reply->abort();
}

void HttpCall::onFinished()
{
    if (m_outcome)
        return;
    onReadyRead();
    m_deadline.stop();
    m_outcome = verdict();
    QMetaObject::invokeMethod(this, &HttpCall::deliver, Qt::QueuedConnection);
}

Result<HttpAnswer> HttpCall::verdict() const
{
    HttpAnswer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_stopped) {
        AuthError stopped = *m_stopped;
        if (answer.status > 0)
            stopped.httpStatus = answer.status;
        return stopped;
    }
    if (answer.status == 407)
        return transportError(code::proxy, m_reply->errorString());
    for (const QNetworkReply::RawHeaderPair &header : m_reply->rawHeaderPairs())
        answer.headers.append({header.first, header.second});
    // Before the error: a 307 asks for the body again and is reported as if it had been lost.
    if (answer.status / 100 == 3)
        return redirectError(answer);
    if (answer.status == 0 || !isOnlyTheStatus(m_reply->error())) {
        TransportFailure failure;
        failure.error = m_reply->error();
        failure.text = m_reply->errorString();
        failure.sslErrors = m_sslErrors;
        failure.sent = answer.status > 0 || !m_requestBody || !m_requestBody->isUntouched();
        return transportError(failure);
    }
    answer.body = m_body;
    if (!isWhole(answer))
        return transportError(code::connectionLost,
                              u"The answer ended before its announced length."_s);
    return answer;
}

AuthError HttpCall::redirectError(const HttpAnswer &answer) const
{
    // Only where to: the rest of the address may carry what the server put there.
    const QUrl target = m_reply->url().resolved(QUrl::fromEncoded(answer.header("Location")));
    AuthError error = transportError(
        code::redirected,
        target.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment
                        | QUrl::RemoveUserInfo | QUrl::FullyEncoded));
    error.httpStatus = answer.status;
    return error;
}

bool HttpCall::isWhole(const HttpAnswer &answer) const
{
    const bool bodiless = m_reply->operation() == QNetworkAccessManager::HeadOperation
        || answer.status == 204 || !answer.header("Content-Encoding").isEmpty();
    bool announced = false;
    const qint64 length = answer.header("Content-Length").trimmed().toLongLong(&announced);
    return bodiless || !announced || length == answer.body.size();
}

void HttpCall::deliver()
{
    // Last: whoever waits may delete the client and with it this object.
    QPromise<Result<HttpAnswer>> promise = std::move(m_promise);
    Result<HttpAnswer> outcome = *std::move(m_outcome);
    deleteLater();
    promise.addResult(std::move(outcome));
    promise.finish();
}

} // namespace relink
