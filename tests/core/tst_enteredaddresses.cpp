// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/enteredaddresses.h"
#include "packs.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! Which servers a connection names that its pack does not.
class EnteredAddressesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServersOfAConnection_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("inputs");
        QTest::addColumn<QStringList>("servers");
        QTest::newRow("an issuer")
            << u"generic_oauth2"_s << u"issuer=https://idp.example/realms/a;client_id=x"_s
            << QStringList {u"https://idp.example"_s};
        QTest::newRow("single addresses, each server once")
            << u"generic_oauth2"_s
            << QString(u"authorization_endpoint=https://a.example/x;token_endpoint="
                       "https://b.example:8443/y?z;probe_url=https://b.example:8443/me"_s)
            << QStringList {u"https://a.example"_s, u"https://b.example:8443"_s};
        QTest::newRow("where the browser ends")
            << u"generic_oauth2"_s
            << QString(u"issuer=https://idp.example;redirect_uri=https://back.example/x"_s)
            << QStringList {u"https://back.example"_s, u"https://idp.example"_s};
        QTest::newRow("back to this computer")
            << u"generic_oauth2"_s
            << QString(u"issuer=https://idp.example;redirect_uri=http://127.0.0.1:1/callback"_s)
            << QStringList {u"https://idp.example"_s};
        QTest::newRow("the merchant's own site")
            << u"woocommerce"_s << u"store_url=https://shop.example/wp"_s
            << QStringList {u"https://shop.example"_s};
        QTest::newRow("below the provider's domain")
            << u"shopify"_s << u"shop=harbour;client_id=x"_s << QStringList();
        QTest::newRow("one of the pack's own")
            << u"clover"_s << u"region=eu;client_id=x"_s << QStringList();
        QTest::newRow("fixed") << u"xero"_s << u"client_id=x"_s << QStringList();
    }
    void theServersOfAConnection()
    {
        QFETCH(QString, provider);
        QFETCH(QString, inputs);
        QFETCH(QStringList, servers);
        const ProviderPack pack = shippedPack(provider.toLatin1().constData());
        QVERIFY(!pack.id.isEmpty());
        Connection connection;
        connection.provider = provider;
        for (const QString &input : inputs.split(u';'))
            connection.inputs.insert(input.section(u'=', 0, 0), input.section(u'=', 1));
        QCOMPARE(enteredAddresses(pack, connection), servers);
    }

    //! The port is the pack's, the server all the same the merchant's.
    void aSiteAtAPort()
    {
        QJsonObject json = smallPack();
        json.insert(u"probe"_s, QJsonObject {{u"url"_s, u"https://{shop}:8443/me"_s}});
        const auto pack = parseProviderPack(toJson(json), false);
        QVERIFY(pack.ok());
        Connection connection;
        connection.inputs = {{u"client_id"_s, u"x"_s}, {u"shop"_s, u"shop"_s}};
        QCOMPARE(enteredAddresses(*pack, connection), QStringList {u"https://shop"_s});
    }
};

RELINK_TEST(EnteredAddressesTest)
#include "tst_enteredaddresses.moc"
