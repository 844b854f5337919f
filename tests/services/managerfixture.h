// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/credentialformat.h"
#include "core/rules/light.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "services/reconnectsession.h"
#include "support/fakes/fakeports.h"
#include "support/futures.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace relink::test {

//! A manager on fakes with one user pack, `acme`: a rotating OAuth provider with a probe.
class ManagerFixture
{
public:
    explicit ManagerFixture(const QByteArray &lifetimes = R"({"rotates": true})")
        : ManagerFixture(QJsonDocument::fromJson(packJson(lifetimes)).object())
    {}
    //! With a pack of the test's own, whose id is `acme` too.
    explicit ManagerFixture(const QJsonObject &json)
    {
        const QString file = folder.filePath(QStringLiteral("acme.json"));
        QFile pack(file);
        if (pack.open(QIODevice::WriteOnly))
            pack.write(QJsonDocument(json).toJson());
        pack.close();
        catalogue = std::make_unique<ProviderCatalogue>(folder.path());
        manager = std::make_unique<ConnectionManager>(fakes.ports(), *catalogue);
    }

    static QByteArray packJson(const QByteArray &lifetimes);
    static QByteArray tokens(const QByteArray &access, const QByteArray &refresh,
                             int expiresIn = 3600)
    {
        QByteArray json = R"({"token_type":"Bearer","access_token":")" + access
            + R"(","expires_in":)" + QByteArray::number(expiresIn);
        if (!refresh.isEmpty())
            json += R"(,"refresh_token":")" + refresh + '"';
        return json + '}';
    }
    static HttpAnswer me(const QByteArray &organisation = "org-1", const QByteArray &who = "alice")
    {
        return jsonAnswer(200,
                          R"({"org":{"id":")" + organisation + R"(","name":"Harbour"},"user":")"
                              + who + "\"}");
    }
    static HttpAnswer unauthorized() { return jsonAnswer(401, R"({"error":"invalid_token"})"); }

    ConnectRequest request(const QString &name = QStringLiteral("Web shop")) const
    {
        ConnectRequest request;
        request.provider = QStringLiteral("acme");
        request.name = name;
        request.inputs.insert(QStringLiteral("client_id"), QStringLiteral("client"));
        return request;
    }

    //! A green connection holding `a1`/`r1`.
    ConnectionId connected(const QString &name = QStringLiteral("Web shop"))
    {
        fakes.tokenEndpoint.answers.append(jsonAnswer(200, tokens("a1", "r1")));
        fakes.probe.answers.append(me());
        const Result<Connection> made = outcomeOf(manager->connectAccount(request(name), nullptr));
        return made ? made->id : ConnectionId {};
    }

    Connection row(const ConnectionId &id) const
    {
        return manager->connection(id).value_or(Connection {});
    }
    QString light(const ConnectionId &id) const { return toString(lightFor(row(id).state)); }
    QString health(const ConnectionId &id) const { return toString(row(id).state.health); }
    QString errorClass(const ConnectionId &id) const
    {
        const auto diagnosis = row(id).state.diagnosis;
        return diagnosis ? toString(diagnosis->errorClass) : QString();
    }
    QString cause(const ConnectionId &id) const
    {
        const auto diagnosis = row(id).state.diagnosis;
        return diagnosis ? diagnosis->cause : QString();
    }
    Credential stored(const ConnectionId &id, const QString &suffix = {}) const
    {
        const auto item = fakes.secrets.items.constFind(row(id).secretAccount + suffix);
        if (item == fakes.secrets.items.cend())
            return {};
        const Result<Credential> credential = parseCredential(*item);
        return credential ? *credential : Credential {};
    }

    QTemporaryDir folder;
    FakePorts fakes;
    std::unique_ptr<ProviderCatalogue> catalogue;
    std::unique_ptr<ConnectionManager> manager;
};

} // namespace relink::test
