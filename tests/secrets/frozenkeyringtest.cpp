// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/qtkeychainsecretstore.h"

#include "secrets/storefixture.h"
#include "support/testmain.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QElapsedTimer>
#include <QTimer>

#include <csignal>

using namespace relink;
using namespace relink::test;

namespace {

KeychainOptions impatient()
{
    KeychainOptions options;
    options.watchdog = 1s;
    options.probeTimeout = 500ms;
    return options;
}

//! A desktop's password prompt in front of which nobody sits: it takes the question and never
//! answers. Ends as a prompt that is dismissed.
class UnansweredPrompt : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.keyring.internal.Prompter")
public:
    UnansweredPrompt()
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"prompter"_s))
    {
        m_bus.registerObject(u"/org/gnome/keyring/Prompter"_s, this,
                             QDBusConnection::ExportAllSlots);
        m_shown = m_bus.registerService(u"org.gnome.keyring.SystemPrompter"_s);
    }
    ~UnansweredPrompt() override { dismiss(); }

    void dismiss()
    {
        m_bus.unregisterService(u"org.gnome.keyring.SystemPrompter"_s);
        QDBusConnection::disconnectFromBus(u"prompter"_s);
    }
    bool isShown() const { return m_shown; }
    int asked = 0;

public Q_SLOTS:
    void BeginPrompting(const QDBusObjectPath &)
    {
        ++asked;
        setDelayedReply(true);
    }

private:
    QDBusConnection m_bus;
    bool m_shown = false;
};

} // namespace

//! A keyring that does not answer: its process is stopped, or waits for a person.
class FrozenKeyringTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void callsEndAndTheLoopStaysAlive();
    void stateEndsToo();
    void callsBehindAHungOneEndUnstarted();
    void worksAgainWithTheLateAnswer();
    void lateWriteDoesNotOvertakeANewerOne();
    void storeMayBeDestroyedBeforeTheAnswer();
    void unansweredPromptBlocksNobodyForEver();

private:
    bool thaw() { return ::kill(pid_t(m_daemon), SIGCONT) == 0; }
    bool freeze() { return ::kill(pid_t(m_daemon), SIGSTOP) == 0; }

    QtKeychainSecretStore m_store {testService, impatient()};
    QtKeychainSecretStore m_patient {testService};
    QString m_account;
    qint64 m_daemon = 0;
};

void FrozenKeyringTest::init()
{
    if (KeyringControl::isLocked())
        QVERIFY(KeyringControl::unlock());
    m_daemon = KeyringControl::daemonPid();
    QVERIFY(m_daemon > 0);
    m_account = newAccount();
    QCOMPARE(write(m_patient, m_account, "the token"), QString());
}

void FrozenKeyringTest::cleanup()
{
    thaw();
    if (KeyringControl::isLocked())
        QVERIFY(KeyringControl::unlock());
    QTRY_VERIFY_WITH_TIMEOUT(m_store.isIdle() && m_patient.isIdle(), 10'000);
}

void FrozenKeyringTest::callsEndAndTheLoopStaysAlive()
{
    QVERIFY(freeze());
    int ticks = 0;
    QElapsedTimer sinceTick;
    qint64 longestGap = 0;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, this, [&] {
        longestGap = std::max(longestGap, sinceTick.restart());
        ++ticks;
    });
    sinceTick.start();
    ticker.start(10);
    QElapsedTimer elapsed;
    elapsed.start();
    const auto future = m_store.read(m_account);
    QCOMPARE(codeOf(future), u"not_answering"_s);
    QVERIFY2(elapsed.elapsed() >= 900 && elapsed.elapsed() < 3000,
             qPrintable(QString::number(elapsed.elapsed())));
    QVERIFY2(ticks > 20 && longestGap < 500, qPrintable(QString::number(longestGap)));
    QVERIFY(!m_store.isIdle()); // the keychain still owes its answer
}

void FrozenKeyringTest::stateEndsToo()
{
    QVERIFY(freeze());
    QCOMPARE(stateOf(m_store), KeychainState::NotAnswering);
    QVERIFY(thaw());
    QCOMPARE(stateOf(m_store), KeychainState::Ready);
}

void FrozenKeyringTest::callsBehindAHungOneEndUnstarted()
{
    QVERIFY(freeze());
    QElapsedTimer elapsed;
    elapsed.start();
    const auto read = m_store.read(m_account);
    const auto written = m_store.write(m_account, SecretBytes("must not be written"));
    const auto removed = m_store.remove(m_account);
    QCOMPARE(codeOf(read), u"not_answering"_s);
    QCOMPARE(codeOf(written), u"not_answering"_s);
    QCOMPARE(codeOf(removed), u"not_answering"_s);
    QVERIFY(elapsed.elapsed() < 3000);
    const auto later = m_store.remove(m_account);
    QCOMPARE(codeOf(later), u"not_answering"_s);
    QVERIFY(thaw());
    QTRY_VERIFY(m_store.isIdle());
    QCOMPARE(stored(m_store, m_account), "the token");
}

void FrozenKeyringTest::worksAgainWithTheLateAnswer()
{
    QVERIFY(freeze());
    QCOMPARE(codeOf(m_store.write(m_account, SecretBytes("late"))), u"not_answering"_s);
    // Made while the keychain hangs, answered because it comes back in time.
    const auto waiting = m_store.read(m_account);
    QVERIFY(thaw());
    QCOMPARE(codeOf(waiting), QString());
    QCOMPARE(waiting.result().value()->reveal(), "late");
    QCOMPARE(write(m_store, m_account, "newer"), QString());
    QCOMPARE(stored(m_store, m_account), "newer");
    QCOMPARE(remove(m_store, m_account), QString());
}

void FrozenKeyringTest::lateWriteDoesNotOvertakeANewerOne()
{
    QVERIFY(freeze());
    QCOMPARE(codeOf(m_store.write(m_account, SecretBytes("late"))), u"not_answering"_s);
    const auto newer = m_store.write(m_account, SecretBytes("newer"));
    QVERIFY(thaw());
    QCOMPARE(codeOf(newer), QString());
    QCOMPARE(stored(m_store, m_account), "newer");
}

void FrozenKeyringTest::storeMayBeDestroyedBeforeTheAnswer()
{
    QVERIFY(freeze());
    auto store = std::make_unique<QtKeychainSecretStore>(testService, impatient());
    const auto read = store->read(m_account);
    const auto written = store->write(m_account, SecretBytes("never started"));
    const auto state = store->state();
    QTest::qWait(50); // the job is on its way
    store.reset();
    QVERIFY(read.isFinished() && read.isCanceled());
    QVERIFY(written.isFinished() && written.isCanceled());
    QVERIFY(state.isFinished() && state.isCanceled());
    QVERIFY(thaw());
    // Behind the abandoned job in QtKeychain's own queue.
    QCOMPARE(stored(m_patient, m_account), "the token");
}

void FrozenKeyringTest::unansweredPromptBlocksNobodyForEver()
{
    UnansweredPrompt prompt;
    QVERIFY(prompt.isShown());
    QVERIFY(KeyringControl::lock());
    const auto read = m_store.read(m_account);
    QTRY_COMPARE(prompt.asked, 1);
    QCOMPARE(stateOf(m_store), KeychainState::Locked);
    QCOMPARE(codeOf(read), u"not_answering"_s);
    QCOMPARE(codeOf(m_store.remove(m_account)), u"not_answering"_s);
    QVERIFY(!m_store.isIdle());

    const auto waiting = m_patient.read(m_account);
    prompt.dismiss();
    QCOMPARE(codeOf(waiting), u"locked"_s);
    QVERIFY(KeyringControl::unlock());
    QTRY_VERIFY(m_store.isIdle());
    QCOMPARE(stored(m_store, m_account), "the token");
}

RELINK_TEST(FrozenKeyringTest)
#include "frozenkeyringtest.moc"
