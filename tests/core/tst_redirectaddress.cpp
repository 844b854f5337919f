// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/redirectaddress.h"
#include "support/testmain.h"

#include <QTest>

using namespace relink;
using namespace Qt::StringLiterals;

//! Where the browser is sent back to, as a merchant registers it.
class RedirectAddressTest : public QObject
{
    Q_OBJECT

    using Kind = RedirectAddress::Kind;

private Q_SLOTS:
    void theAddressToRegister_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("packPort");
        QTest::addColumn<int>("entered");
        QTest::addColumn<QString>("alias");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("address");
        const QString none;
        QTest::newRow("any port") << none << 0 << -1 << none << int(Kind::AnyPort)
                                  << u"http://127.0.0.1/callback"_s;
        QTest::newRow("the pack's port") << none << 8080 << -1 << none << int(Kind::FixedPort)
                                         << u"http://127.0.0.1:8080/callback"_s;
        QTest::newRow("any instead of the pack's")
            << none << 8080 << 0 << none << int(Kind::AnyPort) << u"http://127.0.0.1/callback"_s;
        QTest::newRow("one's own port") << u"localhost"_s << 8080 << 9 << none
                                        << int(Kind::FixedPort) << u"http://localhost:9/callback"_s;
        QTest::newRow("own address")
            << none << 0 << -1 << u"{redirect_uri}"_s << int(Kind::Own) << none;
        QTest::newRow("a name") << none << 0 << -1 << u"{ru_name}"_s << int(Kind::Alias) << none;
        QTest::newRow("a page elsewhere") << none << 0 << -1 << u"https://a.example/x"_s
                                          << int(Kind::Fixed) << u"https://a.example/x"_s;
    }
    void theAddressToRegister()
    {
        QFETCH(QString, host);
        QFETCH(int, packPort);
        QFETCH(int, entered);
        QFETCH(QString, alias);
        QFETCH(int, kind);
        QFETCH(QString, address);
        AuthMethod method;
        method.redirectHost = host;
        method.redirectPort = packPort;
        method.redirectAlias = alias;
        method.redirectMode = alias.isEmpty() ? RedirectMode::Loopback : RedirectMode::Paste;
        const auto port = entered < 0 ? std::nullopt : std::optional(quint16(entered));
        const RedirectAddress found = redirectAddress(method, Environment::Production, port);
        QCOMPARE(int(found.kind), kind);
        QCOMPARE(found.address, address);
        // What one environment alone does differently.
        method.redirectModeByEnvironment.insert(Environment::Test, RedirectMode::Loopback);
        const Kind inTest = redirectAddress(method, Environment::Test, port).kind;
        QVERIFY(inTest == Kind::AnyPort || inTest == Kind::FixedPort);
        method.kind = AuthKind::ApiKey;
        QCOMPARE(int(redirectAddress(method, Environment::Production).kind), int(Kind::None));
    }
};

RELINK_TEST(RedirectAddressTest)
#include "tst_redirectaddress.moc"
