// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/httpcall.h"

#include "auth/httpmessage.h"
#include "auth/transporterror.h"

using namespace Qt::StringLiterals;

namespace relink {

namespace {

constexpr std::chrono::milliseconds fallbackAfter {4000};

} // namespace

HttpCall::HttpCall(HttpRequest request, const QNetworkProxy &proxy, const HttpLimits &limits,
                   QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_limits(limits)
    , m_parser(limits.head, limits.body, m_request.method == "HEAD")
{
    m_promise.start();
    m_socket.setProxy(proxy);
    // What is not read yet stays with the system, so a flood meets a closed window.
    m_socket.setReadBufferSize(128 * 1024);
    const bool https = m_request.url.scheme() == "https"_L1;
    if (https)
        connect(&m_socket, &QSslSocket::encrypted, this, &HttpCall::onReady);
    else
        connect(&m_socket, &QSslSocket::connected, this, &HttpCall::onReady);
    connect(&m_socket, &QSslSocket::connected, &m_fallback, &QTimer::stop);
    connect(&m_socket, &QSslSocket::readyRead, this, &HttpCall::onReadyRead);
    connect(&m_socket, &QSslSocket::bytesWritten, this, [this] { m_silence.start(); });
    connect(&m_socket, &QSslSocket::errorOccurred, this, &HttpCall::onSocketError);
    connect(&m_socket, &QSslSocket::disconnected, this, &HttpCall::onDisconnected);
    // Only remembered, never ignored: the handshake fails (R42).
    connect(&m_socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_sslErrors += errors; });

    const auto timeout = [this](std::chrono::milliseconds limit) {
        fail(code::timeout,
             u"No complete answer within %1 seconds."_s.arg(double(limit.count()) / 1000));
    };
    m_deadline.setSingleShot(true);
    m_deadline.callOnTimeout(this, [this, timeout] { timeout(m_limits.total); });
    m_deadline.start(m_limits.total);
    m_silence.setSingleShot(true);
    m_silence.callOnTimeout(this, [this, timeout] { timeout(m_limits.silence); });
    m_silence.start(m_limits.silence);
    // A network whose IPv6 leads nowhere swallows the attempt; nothing has been sent by then.
    m_fallback.setSingleShot(true);
    m_fallback.callOnTimeout(this, [this] { connectToServer(QAbstractSocket::IPv4Protocol); });
    if (proxy.type() == QNetworkProxy::NoProxy)
        m_fallback.start(fallbackAfter);
    connectToServer(QAbstractSocket::AnyIPProtocol);
}

HttpCall::~HttpCall()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

void HttpCall::connectToServer(QAbstractSocket::NetworkLayerProtocol protocol)
{
    if (m_outcome || m_sent)
        return;
    {
        const QSignalBlocker quiet(m_socket);
        m_socket.abort();
    }
    const QString host = m_request.url.host(QUrl::FullyEncoded);
    if (m_request.url.scheme() == "https"_L1)
        m_socket.connectToHostEncrypted(host, quint16(m_request.url.port(443)),
                                        QIODevice::ReadWrite, protocol);
    else
        m_socket.connectToHost(host, quint16(m_request.url.port(80)), QIODevice::ReadWrite,
                               protocol);
}

void HttpCall::onReady()
{
    // Once: there is no second connection after this one (R26).
    if (m_outcome || std::exchange(m_sent, true))
        return;
    m_socket.write(requestBytes(m_request));
}

void HttpCall::onReadyRead()
{
    m_silence.start();
    while (!m_outcome && m_socket.bytesAvailable() > 0)
        onParsed(m_parser.feed(m_socket.read(64 * 1024)));
}

void HttpCall::onSocketError(QAbstractSocket::SocketError error)
{
    onReadyRead();
    if (m_outcome)
        return;
    // An orderly end may be what a body without a length waits for.
    if (error == QAbstractSocket::RemoteHostClosedError)
        onParsed(m_parser.close());
    if (!m_outcome)
        finish(transportError({error, m_socket.errorString(), m_sslErrors, m_sent}));
}

void HttpCall::onDisconnected()
{
    if (!m_outcome)
        onSocketError(QAbstractSocket::RemoteHostClosedError);
}

void HttpCall::onParsed(AnswerParser::State state)
{
    switch (state) {
    case AnswerParser::State::Reading:
        return;
    case AnswerParser::State::HeadTooLarge:
        fail(code::tooLarge,
             u"The header of the answer is larger than %1 bytes."_s.arg(m_limits.head));
        return;
    case AnswerParser::State::BodyTooLarge:
        fail(code::tooLarge, u"The answer is larger than %1 bytes."_s.arg(m_limits.body));
        return;
    case AnswerParser::State::Malformed:
        fail(code::unreadable, u"The answer is not valid HTTP."_s);
        return;
    case AnswerParser::State::Whole:
        break;
    }
    const HttpAnswer &answer = m_parser.answer();
    const QByteArray coding = answer.header("Content-Encoding");
    if (answer.status / 100 == 3)
        finish(redirectError(answer));
    else if (answer.status == 407)
        fail(code::proxy, u"The proxy asks for a login."_s);
    else if (!answer.body.isEmpty() && !coding.isEmpty()
             && coding.compare("identity", Qt::CaseInsensitive) != 0)
        fail(code::unreadable, u"The answer is compressed although that was declined."_s);
    else
        finish(answer);
}

void HttpCall::fail(const char *code, const QString &description)
{
    AuthError error = transportError(code, description);
    if (m_parser.answer().status > 0)
        error.httpStatus = m_parser.answer().status;
    finish(error);
}

AuthError HttpCall::redirectError(const HttpAnswer &answer) const
{
    // Only where to: the rest of the address may carry what the server put there.
    const QUrl target = m_request.url.resolved(QUrl::fromEncoded(answer.header("Location")));
    AuthError error
        = transportError(code::redirected,
                         target.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment
                                         | QUrl::RemoveUserInfo | QUrl::FullyEncoded));
    error.httpStatus = answer.status;
    return error;
}

void HttpCall::finish(Result<HttpAnswer> outcome)
{
    if (m_outcome)
        return;
    m_outcome = std::move(outcome);
    m_deadline.stop();
    m_silence.stop();
    m_fallback.stop();
    QMetaObject::invokeMethod(this, &HttpCall::deliver, Qt::QueuedConnection);
}

void HttpCall::deliver()
{
    m_socket.disconnect(this);
    m_socket.abort();
    // Last: whoever waits may delete the client and with it this object.
    QPromise<Result<HttpAnswer>> promise = std::move(m_promise);
    Result<HttpAnswer> outcome = *std::move(m_outcome);
    deleteLater();
    promise.addResult(std::move(outcome));
    promise.finish();
}

} // namespace relink
