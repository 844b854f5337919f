// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/scopedrift.h"

#include "packconnections.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

//! Less, more or differently ordered than asked for (R37).
class ScopeDriftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparedAsSets_data()
    {
        QTest::addColumn<QStringList>("granted");
        QTest::addColumn<bool>("renewable");
        QTest::addColumn<QStringList>("missing");
        const QStringList all {u"a"_s, u"b"_s, u"offline_access"_s};
        QTest::newRow("not told: as asked") << QStringList() << true << QStringList();
        QTest::newRow("all") << all << true << QStringList();
        QTest::newRow("in another order")
            << QStringList {u"offline_access"_s, u"b"_s, u"a"_s} << true << QStringList();
        QTest::newRow("more") << (all + QStringList {u"c"_s}) << true << QStringList();
        QTest::newRow("less") << QStringList {u"b"_s, u"offline_access"_s} << true
                              << QStringList {u"a"_s};
        QTest::newRow("lasting, though not listed")
            << QStringList {u"a"_s, u"b"_s} << true << QStringList();
        QTest::newRow("not lasting")
            << QStringList {u"a"_s, u"b"_s} << false << QStringList {u"offline_access"_s};
        QTest::newRow("another case is another scope")
            << QStringList {u"A"_s, u"b"_s} << true << QStringList {u"a"_s};
    }
    void comparedAsSets()
    {
        QFETCH(QStringList, granted);
        QFETCH(bool, renewable);
        QFETCH(QStringList, missing);
        QJsonObject json = smallPack();
        QJsonArray methods = json.value("auth_methods"_L1).toArray();
        QJsonObject method = methods.first().toObject();
        method.insert(u"scopes"_s, QJsonArray {u"a"_s, u"b"_s, u"offline_access"_s});
        methods.replace(0, method);
        json.insert(u"auth_methods"_s, methods);
        const auto pack = parseProviderPack(toJson(json), false);
        QVERIFY(pack.ok());
        Connection connection = connectionTo("shop", {{u"client_id"_s, u"app"_s}});
        connection.scope = granted;
        connection.accessExpiresAt = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        connection.refreshExpiresAt = renewable
            ? std::optional(connection.accessExpiresAt->addDays(60))
            : connection.accessExpiresAt;
        QCOMPARE(missingScopes(*pack, connection), missing);
        // What the merchant entered takes the place of the pack's.
        connection.inputs.insert(u"scope"_s, u"b"_s);
        connection.scope = {u"x"_s};
        QCOMPARE(missingScopes(*pack, connection), QStringList {u"b"_s});
    }

    // MIN-42
    void theCheckListsBoth()
    {
        QJsonObject json = smallPack();
        QJsonArray methods = json.value("auth_methods"_L1).toArray();
        QJsonObject method = methods.first().toObject();
        method.insert(u"scopes"_s, QJsonArray {u"a"_s, u"b"_s});
        methods.replace(0, method);
        json.insert(u"auth_methods"_s, methods);
        const auto pack = parseProviderPack(toJson(json), false);
        QVERIFY(pack.ok());
        Connection connection;
        QCOMPARE(checkScopes(*pack, connection).detail, u"not_told"_s);
        connection.scope = {u"b"_s, u"c"_s};
        const CheckResult less = checkScopes(*pack, connection);
        QVERIFY(!less.passed);
        QCOMPARE(toString(less.diagnosis->errorClass), u"permission_scope"_s);
        QCOMPARE(less.values.value(u"missing"_s), u"a"_s);
        QCOMPARE(less.values.value(u"extra"_s), u"c"_s);
        connection.scope = {u"b"_s, u"a"_s};
        const CheckResult all = checkScopes(*pack, connection);
        QCOMPARE(all.detail, u"all_granted"_s);
        QVERIFY(all.values.isEmpty());
        const auto none = parseProviderPack(toJson(smallPack()), false);
        QCOMPARE(checkScopes(*none, connection).detail, u"none_asked"_s);
    }
};

RELINK_TEST(ScopeDriftTest)

#include "tst_scopedrift.moc"
