// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

using namespace relink::test;
using namespace Qt::StringLiterals;

//! What a fault of the practice platforms leads to: the class, the sentence and the action agree.
class AdviceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->isReady());
        QVERIFY(m_bench->connectXero(u"Books"_s).exitCode == 0);
        const Run key = m_bench->connectKey(u"Stock"_s);
        QVERIFY2(key.exitCode == 0, key.told());
    }
    void cleanup() { m_bench->clearFaults(); }
    void cleanupTestCase() { m_bench.reset(); }

    void faultsAreReadForWhatTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("errorClass");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *provider, const char *fault,
                            const char *errorClass, const char *action, const char *says) {
            QTest::addRow("%s %s", provider, fault)
                << QString::fromLatin1(name) << QString::fromLatin1(provider)
                << QString::fromLatin1(fault) << QString::fromLatin1(errorClass)
                << QString::fromLatin1(action) << QString::fromLatin1(says);
        };
        row("Books", "xero", "wrong_environment", "test_mode_mismatch", "switch_test_mode",
            "Test Mode");
        row("Books", "xero", "deprecated_method", "deprecated_method", "contact_support",
            "old way of signing in");
        row("Books", "xero", "remove_permission", "permission_scope", "ask_administrator", "Ask ");
        row("Stock", "mintsoft", "expire", "expired_access", "edit_credential",
            "Make a new one there");
    }
    void faultsAreReadForWhatTheyAre()
    {
        QFETCH(QString, name);
        QFETCH(QString, provider);
        QFETCH(QString, fault);
        m_bench->fault({{u"provider"_s, provider}, {u"fault"_s, fault}});
        const Run checked = m_bench->run({u"check"_s, name, u"--json"_s});
        QVERIFY2(checked.exitCode == 1, checked.told());
        QTEST(checked.connection()[u"error_class"_s].toString(), "errorClass");
        QTEST(checked.connection()[u"recommended_action"_s].toString(), "action");
        QFETCH(QString, says);
        const QString reason = checked.connection()[u"reason"_s].toString();
        QVERIFY2(reason.contains(says), qPrintable(reason));
    }

    void aWrongAppSecretIsNamed()
    {
        const Run refused = m_bench->runAuthorizing(
            {u"--json"_s, u"connect"_s, u"shopify"_s, u"--name"_s, u"Shop"_s, u"--set"_s,
             u"shop=my-store"_s, u"--set"_s, u"client_id=practice-client"_s, u"--secret"_s,
             u"client_secret"_s},
            "not-the-secret\n");
        QVERIFY2(refused.exitCode == 3, refused.told());
        QCOMPARE(refused.error()[u"class"_s].toString(), u"invalid_client"_s);
        QCOMPARE(refused.error()[u"action"_s].toString(), u"edit_credential"_s);
        const QString message = refused.error()[u"message"_s].toString();
        QVERIFY2(message.contains(u"client secret"_s), qPrintable(message));
    }
};

RELINK_TEST(AdviceTest)
#include "advicetest.moc"
