// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/loopbackauthorizationagent.h"
#include "http/rawclient.h"
#include "support/futures.h"

#include <QUrlQuery>

namespace relink::test {

//! One attempt as its caller sees it.
struct Attempt
{
    AttemptId id;
    PendingAuthorization pending;
    QFuture<Result<AuthorizationGrant>> future;
    int ready = 0;

    QString parameter(const QString &name) const
    {
        return QUrlQuery(pending.url).queryItemValue(name, QUrl::FullyDecoded);
    }
    QString state() const { return parameter(QStringLiteral("state")); }
    quint16 port() const { return quint16(QUrl(parameter(QStringLiteral("redirect_uri"))).port()); }
};

inline AuthorizationRequest request(quint64 id = 1)
{
    AuthorizationRequest r;
    r.attempt.value = id;
    r.endpoint = QUrl(QStringLiteral("https://shop.example/authorize"));
    r.clientId = QStringLiteral("client");
    r.scope = QStringLiteral("orders");
    return r;
}

inline AuthorizationRequest pasteRequest()
{
    AuthorizationRequest r = request();
    r.redirectMode = RedirectMode::Paste;
    r.redirectUri = QStringLiteral("Shop_RuName-1");
    return r;
}

inline Attempt begin(LoopbackAuthorizationAgent &agent, const AuthorizationRequest &r)
{
    Attempt attempt;
    attempt.id = r.attempt;
    attempt.future = agent.begin(r, [&attempt](const PendingAuthorization &pending) {
        attempt.pending = pending;
        ++attempt.ready;
    });
    return attempt;
}

inline QByteArray get(quint16 port, const QByteArray &target)
{
    RawClient client(port);
    if (!client.isConnected())
        return "(no connection)";
    client.send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
                + "\r\n\r\n");
    return client.readToEnd();
}

inline bool isListening(quint16 port)
{
    return RawClient(port).isConnected();
}

inline QByteArray redirectWith(const Attempt &attempt, const QByteArray &parameters)
{
    return "/callback?" + parameters + "&state=" + attempt.state().toLatin1();
}

inline ListenerTimes quickTimes()
{
    ListenerTimes times;
    times.linger = std::chrono::milliseconds(300);
    return times;
}

} // namespace relink::test
