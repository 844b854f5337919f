// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/testmode.h"

#include "core/rules/checkresults.h"
#include "packs.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto live = Environment::Production;
constexpr auto test_ = Environment::Test;

struct Keyed
{
    ProviderPack pack = shippedPack("stripe");
    Connection connection;
    Credential credential;

    Keyed(const QByteArray &key, Environment mode)
    {
        for (const AuthMethod &method : pack.authMethods) {
            for (const InputField &field : method.inputs) {
                if (field.secret && !field.shapes.isEmpty() && connection.authMethod.isEmpty()) {
                    connection.authMethod = method.id;
                    credential.inputs.insert(field.key, SecretBytes(key));
                }
            }
        }
        connection.environment = mode;
    }
    CheckResult check() const { return checkTestMode(pack, connection, credential); }
};

} // namespace

//! Test credentials against the Test Mode: the four cells, and where a credential does not tell.
class TestModeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fourCells_data();
    void fourCells();
    void whatDoesNotTellIsNotGuessed();
    void theStoredKeyIsRead_data() { fourCells_data(); }
    void theStoredKeyIsRead();
    void whatTheProviderSaidGoesFirst();
    void withoutATestEnvironment();
    void contradictingValuesTellNothing();
};

void TestModeTest::fourCells_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("made");
    QTest::addColumn<bool>("testMode");
    QTest::addColumn<bool>("connects");
    QTest::newRow("MIN-M1") << QByteArray("sk_test_1") << true << true << true;
    QTest::newRow("MIN-M2") << QByteArray("sk_live_1") << false << false << true;
    QTest::newRow("MIN-M3") << QByteArray("sk_test_1") << true << false << false;
    QTest::newRow("MIN-M4") << QByteArray("sk_live_1") << false << true << false;
}

void TestModeTest::fourCells()
{
    QFETCH(bool, made);
    QFETCH(bool, testMode);
    QFETCH(bool, connects);
    QVERIFY(predictTestMode(made ? test_ : live, testMode ? test_ : live)
            == (connects ? TestModeOutcome::Connects : TestModeOutcome::Fails));
}

void TestModeTest::whatDoesNotTellIsNotGuessed()
{
    QVERIFY(predictTestMode(std::nullopt, live) == TestModeOutcome::Unknown);
    QVERIFY(predictTestMode(std::nullopt, test_) == TestModeOutcome::Unknown);
    const CheckResult result = Keyed("another_form", test_).check();
    QVERIFY(isOpen(result));
}

void TestModeTest::theStoredKeyIsRead()
{
    QFETCH(QByteArray, key);
    QFETCH(bool, testMode);
    QFETCH(bool, connects);
    const CheckResult result = Keyed(key, testMode ? test_ : live).check();
    QCOMPARE(result.passed, connects);
    QVERIFY(!isOpen(result));
    if (!connects) {
        QCOMPARE(toString(result.diagnosis->errorClass), u"test_mode_mismatch"_s);
        QCOMPARE(toString(result.diagnosis->action), u"switch_test_mode"_s);
    }
}

void TestModeTest::whatTheProviderSaidGoesFirst()
{
    Keyed keyed("sk_live_1", live);
    keyed.connection.credentialEnvironment = test_;
    QVERIFY(!keyed.check().passed);
}

void TestModeTest::withoutATestEnvironment()
{
    Keyed keyed("sk_test_1", live);
    keyed.pack.hasTestEnvironment = false;
    QCOMPARE(keyed.check().detail, u"no_test_mode"_s);
}

void TestModeTest::contradictingValuesTellNothing()
{
    AuthMethod method;
    InputField field;
    field.shapes = {{u"live_"_s, live}, {u"test_"_s, test_}};
    for (const QString &key : {u"one"_s, u"two"_s}) {
        field.key = key;
        method.inputs.append(field);
    }
    QVERIFY(environmentOf(method, {{u"one"_s, u"live_1"_s}}) == live);
    QVERIFY(environmentOf(method, {{u"one"_s, u"live_1"_s}, {u"two"_s, u"live_2"_s}}) == live);
    QVERIFY(!environmentOf(method, {{u"one"_s, u"live_1"_s}, {u"two"_s, u"test_2"_s}}));
    QVERIFY(!environmentOf(method, {}));
}

RELINK_TEST(TestModeTest)
#include "tst_testmode.moc"
