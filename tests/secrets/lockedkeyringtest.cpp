// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/qtkeychainsecretstore.h"

#include "secrets/storefixture.h"
#include "support/testmain.h"

#include <csignal>

using namespace relink;
using namespace relink::test;

//! A keyring that is really locked; without a display its prompt fails at once, as if dismissed.
class LockedKeyringTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void stateIsLocked();
    void readIsLockedAndLosesNothing();
    void absentCannotBeToldFromLocked();
    void writeIsLockedAndTheOldValueStays();
    void removeIsLockedAndRemovesNothing();
    void lockedBetweenTwoCalls();
    void daemonThatDiedComesBackLocked();
    void chunkedValueIsLockedToo();
    void namesAreLockedToo();

private:
    QtKeychainSecretStore m_store {testService};
    QString m_account;
};

void LockedKeyringTest::init()
{
    if (KeyringControl::isLocked())
        QVERIFY(KeyringControl::unlock());
    m_account = newAccount();
    QCOMPARE(write(m_store, m_account, "the token"), QString());
}

void LockedKeyringTest::cleanup()
{
    QVERIFY(KeyringControl::unlock());
    // Whatever was asked of the locked keyring, nothing was lost.
    QCOMPARE(stored(m_store, m_account), "the token");
}

void LockedKeyringTest::stateIsLocked()
{
    QVERIFY(KeyringControl::lock());
    QCOMPARE(stateOf(m_store), KeychainState::Locked);
}

void LockedKeyringTest::readIsLockedAndLosesNothing()
{
    QVERIFY(KeyringControl::lock());
    QCOMPARE(stored(m_store, m_account), "(locked)");
    QCOMPARE(stored(m_store, m_account), "(locked)");
    QCOMPARE(KeyringControl::search(testService, m_account).size(), 1);
}

void LockedKeyringTest::absentCannotBeToldFromLocked()
{
    QVERIFY(KeyringControl::lock());
    QCOMPARE(stored(m_store, newAccount()), "(locked)");
    QCOMPARE(remove(m_store, newAccount()), u"locked"_s);
}

void LockedKeyringTest::writeIsLockedAndTheOldValueStays()
{
    QVERIFY(KeyringControl::lock());
    QCOMPARE(write(m_store, m_account, "another"), u"locked"_s);
    QCOMPARE(write(m_store, newAccount(), "a new one"), u"locked"_s);
}

void LockedKeyringTest::removeIsLockedAndRemovesNothing()
{
    QVERIFY(KeyringControl::lock());
    QCOMPARE(remove(m_store, m_account), u"locked"_s);
    QCOMPARE(KeyringControl::search(testService, m_account).size(), 1);
}

void LockedKeyringTest::lockedBetweenTwoCalls()
{
    QCOMPARE(stored(m_store, m_account), "the token");
    QVERIFY(KeyringControl::lock());
    QCOMPARE(stored(m_store, m_account), "(locked)");
    QVERIFY(KeyringControl::unlock());
    QCOMPARE(stored(m_store, m_account), "the token");
    QCOMPARE(stateOf(m_store), KeychainState::Ready);
}

void LockedKeyringTest::daemonThatDiedComesBackLocked()
{
    QVERIFY(KeyringControl::signalDaemon(SIGKILL));
    QTRY_COMPARE(KeyringControl::daemonPid(), 0);
    QCOMPARE(stored(m_store, m_account), "(locked)");
    QCOMPARE(remove(m_store, m_account), u"locked"_s);
}

void LockedKeyringTest::chunkedValueIsLockedToo()
{
    KeychainOptions options;
    options.chunkBytes = 2000;
    QtKeychainSecretStore chunked(testService, options);
    const QString account = newAccount();
    QCOMPARE(write(chunked, account, QByteArray(5000, 'c')), QString());
    QVERIFY(KeyringControl::lock());
    QCOMPARE(stored(chunked, account), "(locked)");
    QCOMPARE(write(chunked, account, QByteArray(5000, 'd')), u"locked"_s);
    QCOMPARE(remove(chunked, account), u"locked"_s);
    QVERIFY(KeyringControl::unlock());
    QCOMPARE(stored(chunked, account), QByteArray(5000, 'c'));
}

//! A list that leaves out what is locked would make orphans of connections that are well.
void LockedKeyringTest::namesAreLockedToo()
{
    QVERIFY(accountsOf(m_store).contains(m_account));
    QVERIFY(KeyringControl::lock());
    QCOMPARE(accountsOf(m_store), QStringList {u"(locked)"_s});
}

RELINK_TEST(LockedKeyringTest)
#include "lockedkeyringtest.moc"
