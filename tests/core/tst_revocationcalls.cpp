// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calls.h"
#include "packconnections.h"
#include "packs.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

//! Ends of an access that no client has to prove itself for.
class RevocationCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWayWithoutAClient_data()
    {
        QTest::addColumn<QJsonObject>("revocation");
        const QString endpoint = u"https://a.example.com/end"_s;
        QTest::newRow("by the token alone")
            << QJsonObject {{u"endpoint"_s, endpoint}, {u"authentication"_s, u"none"_s}};
        QTest::newRow("by a header of its own")
            << QJsonObject {{u"endpoint"_s, endpoint}, {u"authorization"_s, u"Key {k}"_s}};
        QTest::newRow("by a field")
            << QJsonObject {{u"endpoint"_s, endpoint},
                            {u"style"_s, u"fields"_s},
                            {u"authentication"_s, u"none"_s},
                            {u"fields"_s, QJsonObject {{u"token"_s, u"{access_token}"_s}}}};
    }
    void aWayWithoutAClient()
    {
        QFETCH(QJsonObject, revocation);
        QJsonObject json = smallPack();
        json.insert(u"auth_methods"_s,
                    QJsonArray {QJsonDocument::fromJson(keyAndLogin).array().first()});
        json.insert(u"revocation"_s, revocation);
        const auto pack = parseProviderPack(toJson(json), false);
        QVERIFY2(pack.ok(), pack.ok() ? "" : qPrintable(pack.error().first().reason));
        Connection connection;
        connection.provider = u"shop"_s;
        connection.inputs.insert(u"shop"_s, u"mine"_s);
        const auto resolved = resolveProvider(*pack, connection);
        QVERIFY(resolved.ok());
        Credential credential;
        credential.inputs.insert(u"k"_s, SecretBytes("k3y"));
        credential.accessToken = AccessToken("k3y");
        const auto calls = revocationCalls(*resolved, connection, credential);
        QCOMPARE(calls.size(), 1);
        const auto call = std::get<TokenCall>(calls.first());
        QVERIFY(!call.client);
        QVERIFY(fieldsOf(call).startsWith("token=k3y"));
        QCOMPARE(call.authorization.reveal(),
                 QByteArray(revocation.contains(u"authorization"_s) ? "Key k3y" : ""));
    }
};

RELINK_TEST(RevocationCallsTest)

#include "tst_revocationcalls.moc"
