// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/qtkeychainsecretstore.h"

#include "secrets/children.h"
#include "secrets/storefixture.h"
#include "support/testmain.h"

#include <csignal>

using namespace relink;
using namespace relink::test;

//! The program ends while a keychain job runs (R81): no crash, and no half value.
class QuitTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void quitsWithAJobInFlight_data();
    void quitsWithAJobInFlight();
    void quitsWhileTheKeyringHangs_data();
    void quitsWhileTheKeyringHangs();

private:
    QtKeychainSecretStore m_store {testService};
    QString m_account;
};

void QuitTest::init()
{
    if (KeyringControl::isLocked())
        QVERIFY(KeyringControl::unlock());
    m_account = newAccount();
    QCOMPARE(write(m_store, m_account, "old"), QString());
}

void QuitTest::quitsWithAJobInFlight_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<int>("delay");
    for (const char *operation : {"write", "read", "remove"}) {
        for (const int delay : {0, 2, 5, 10, 20})
            QTest::addRow("%s, %d ms", operation, delay) << QString::fromLatin1(operation) << delay;
    }
}

void QuitTest::quitsWithAJobInFlight()
{
    QFETCH(QString, operation);
    QFETCH(int, delay);
    QProcess child;
    // A program that is quit on purpose in the middle of a D-Bus call leaves the call behind, which
    // is Qt's; a crash or a half value is what is looked for here.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s);
    child.setProcessEnvironment(environment);
    startChild(child, {u"quit"_s, operation, m_account, u"new"_s, QString::number(delay)});
    QVERIFY(child.waitForFinished(5000));
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QCOMPARE(child.exitCode(), 0);
    const QByteArray left = stored(m_store, m_account);
    if (operation == "write"_L1)
        QVERIFY2(left == "old" || left == "new", left.constData());
    else if (operation == "read"_L1)
        QCOMPARE(left, "old");
    else
        QVERIFY2(left == "old" || left == "(absent)", left.constData());
}

void QuitTest::quitsWhileTheKeyringHangs_data()
{
    QTest::addColumn<QString>("operation");
    for (const char *operation : {"write", "read", "remove"})
        QTest::newRow(operation) << QString::fromLatin1(operation);
}

void QuitTest::quitsWhileTheKeyringHangs()
{
    QFETCH(QString, operation);
    const qint64 daemon = KeyringControl::daemonPid();
    QVERIFY(::kill(pid_t(daemon), SIGSTOP) == 0);
    QProcess child;
    startChild(child, {u"quit"_s, operation, m_account, u"new"_s, u"150"_s});
    const bool ended = child.waitForFinished(5000);
    QVERIFY(::kill(pid_t(daemon), SIGCONT) == 0);
    QVERIFY(ended);
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QCOMPARE(child.exitCode(), 0);
    QVERIFY(!stored(m_store, m_account).startsWith('('));
}

RELINK_TEST(QuitTest)
#include "quittest.moc"
