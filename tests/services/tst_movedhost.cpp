// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "wayspacks.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

//! Each login brings a session and the server that it is good at.
constexpr char session[] = R"({
    "id": "session", "label": "User and password", "kind": "login",
    "inputs": [{"key": "user", "label": "User"},
               {"key": "password", "label": "Password", "secret": true}],
    "login_endpoint": "https://acme.example/login", "login_encoding": "json",
    "login_fields": {"User": "{user}", "Password": "{password}"}, "login_key_path": "Token",
    "token_captures": [{"from": "Server", "as": "server", "pattern": "[a-z0-9]+"}]
})";

//! The same with tokens that are refreshed.
constexpr char signIn[] = R"({
    "id": "oauth2", "label": "Sign in", "kind": "authorization_code",
    "inputs": [{"key": "client_id", "label": "Client ID"}],
    "authorization_endpoint": "https://acme.example/authorize",
    "token_endpoint": "https://acme.example/token",
    "token_endpoint_auth_methods_supported": ["none"],
    "token_captures": [{"from": "Server", "as": "server", "pattern": "[a-z0-9]+"}]
})";

constexpr char probeAtServer[] = R"({
    "probe": {"url": "https://{server}.acme.example/me", "organisation_id_path": "org.id"},
    "revocation": {"absent_reason": "Made up."}, "environments": {"test": {"available": false}}
})";

HttpAnswer sessionAt(const QByteArray &key, const QByteArray &server)
{
    return jsonAnswer(200, R"({"Token":")" + key + R"(","Server":")" + server + "\"}");
}

class Session : public ManagerFixture
{
public:
    Session()
        : ManagerFixture(packWith(session, probeAtServer))
    {
        ConnectRequest wanted = request();
        wanted.inputs = {{u"user"_s, u"shop"_s}};
        wanted.secrets.insert(u"password"_s, SecretBytes("p"));
        fakes.tokenEndpoint.answers.append(sessionAt("s1", "eu1"));
        fakes.probe.answers.append(me());
        const auto made = outcomeOf(manager->connectAccount(wanted, nullptr));
        id = made ? made->id : ConnectionId {};
    }

    //! The session is refused, and `answer` is what the login that follows says.
    void renewWith(const HttpAnswer &answer)
    {
        fakes.probe.answers.append(unauthorized());
        fakes.tokenEndpoint.answers.append(answer);
        fakes.probe.answers.append(me());
        (void)outcomeOf(manager->check(id));
    }
    QString host() const { return fakes.probe.calls.last().url.host(); }

    ConnectionId id;
};

} // namespace

//! What a renewed token says about where the account lives (R99).
class MovedHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSessionElsewhereIsFollowedThere()
    {
        Session f;
        QCOMPARE(f.host(), u"eu1.acme.example"_s);
        f.renewWith(sessionAt("s2", "eu2"));
        QCOMPARE(f.host(), u"eu2.acme.example"_s);
        QCOMPARE(f.light(f.id), u"green"_s);
        const Connection stored = f.fakes.connections.rows.value(0);
        QCOMPARE(stored.captures.value(u"server"_s), u"eu2"_s);
        QCOMPARE(stored.boundOrigins,
                 QStringList({u"https://acme.example:443"_s, u"https://eu2.acme.example:443"_s}));
        QCOMPARE(f.stored(f.id).accessToken.reveal(), QByteArray("s2"));

        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->check(f.id)));
        QCOMPARE(f.host(), u"eu2.acme.example"_s);
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), 2);
    }

    void aRefreshedTokenIsFollowedToo()
    {
        ManagerFixture f(packWith(signIn, probeAtServer));
        f.fakes.tokenEndpoint.answers.append(
            jsonAnswer(200, R"({"access_token":"a1","refresh_token":"r1","Server":"eu1"})"));
        f.fakes.probe.answers.append(f.me());
        const auto made = outcomeOf(f.manager->connectAccount(f.request(), nullptr));
        QVERIFY(made);
        f.fakes.tokenEndpoint.answers.append(
            jsonAnswer(200, R"({"access_token":"a2","refresh_token":"r2","Server":"eu2"})"));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->refresh(made->id)));
        QCOMPARE(f.fakes.probe.calls.last().url.host(), u"eu2.acme.example"_s);
        QCOMPARE(f.light(made->id), u"green"_s);
    }

    void anAnswerWithoutAServerKeepsTheFormer()
    {
        Session f;
        f.renewWith(jsonAnswer(200, R"({"Token":"s2"})"));
        QCOMPARE(f.host(), u"eu1.acme.example"_s);
        QCOMPARE(f.light(f.id), u"green"_s);
    }

    void noServerOutsideThePackIsFollowed_data()
    {
        QTest::addColumn<QByteArray>("server");
        QTest::newRow("another host") << QByteArray("evil.example/");
        QTest::newRow("user info") << QByteArray("a@evil");
        QTest::newRow("fragment") << QByteArray("x#");
        QTest::newRow("nothing") << QByteArray("");
    }

    void noServerOutsideThePackIsFollowed()
    {
        QFETCH(QByteArray, server);
        Session f;
        const QStringList bound = f.row(f.id).boundOrigins;
        f.renewWith(sessionAt("s2", server));
        QCOMPARE(f.host(), u"eu1.acme.example"_s);
        QCOMPARE(f.row(f.id).captures.value(u"server"_s), u"eu1"_s);
        QCOMPARE(f.row(f.id).boundOrigins, bound);
    }

    //! Keychain and database are two: a death between them leaves the new token with the old
    //! server, and the next renewal puts that right.
    void aPlaceThatWasNotStoredIsLearntWithTheNextToken()
    {
        Session f;
        f.fakes.connections.broken = true;
        f.renewWith(sessionAt("s2", "eu2"));
        f.fakes.connections.broken = false;
        QCOMPARE(f.stored(f.id).accessToken.reveal(), QByteArray("s2"));
        QCOMPARE(f.fakes.connections.rows.value(0).captures.value(u"server"_s), u"eu1"_s);
        f.renewWith(sessionAt("s3", "eu2"));
        QCOMPARE(f.host(), u"eu2.acme.example"_s);
        QCOMPARE(f.light(f.id), u"green"_s);
    }
};

RELINK_TEST(MovedHostTest)
#include "tst_movedhost.moc"
