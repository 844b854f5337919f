// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

using namespace relink::test;
using namespace Qt::StringLiterals;

//! Exit code 4: the keychain is locked or missing. Real keyrings in these states, never a fake.
class KeychainExitsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

    static int setKeyring(bool locked)
    {
        QProcess process;
        if (locked) {
            process.start(u"dbus-send"_s,
                          {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                           u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                           u"array:objpath:/org/freedesktop/secrets/collection/login"_s});
        } else {
            const QString control = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/keyring"_s;
            process.start(u"gnome-keyring-daemon"_s,
                          {u"--replace"_s, u"--unlock"_s, u"--components=secrets"_s,
                           u"--control-directory="_s + control});
            process.write(qgetenv("KEYRING_PASSWORD"));
            process.closeWriteChannel();
        }
        process.waitForFinished(5000);
        return process.exitCode();
    }

    //! One command with another keyring than this test's own.
    Run runWithKeyring(const QByteArray &start, const QStringList &command,
                       const QByteArray &input = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KEYRING_START"_s, QString::fromLatin1(start));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(RELINK_WITH_KEYRING),
                      QStringList {QStringLiteral(RELINK_EXECUTABLE)}
                          + m_bench->arguments(command));
        process.write(input);
        process.closeWriteChannel();
        Run run;
        if (process.waitForFinished(30000))
            run.exitCode = process.exitCode();
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        return run;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->isReady());
        QCOMPARE(m_bench->connectXero(u"Books"_s).exitCode, 0);
    }
    void cleanup() { QCOMPARE(setKeyring(false), 0); }
    void cleanupTestCase() { m_bench.reset(); }

    //! R72: locked is not "no token"; nothing is lost.
    void aLockedKeychainEndsWithFour()
    {
        const QByteArray before = m_bench->run({u"token"_s, u"Books"_s}).out;
        QVERIFY(!before.isEmpty());
        QCOMPARE(setKeyring(true), 0);
        for (const QString &command : {u"check"_s, u"refresh"_s, u"token"_s, u"reauthorize"_s}) {
            const Run locked = m_bench->run(
                {u"--no-browser"_s, u"--json"_s, u"--timeout"_s, u"15"_s, command, u"Books"_s});
            QVERIFY2(locked.exitCode == 4, (QByteArray(command.toUtf8() + ": " + locked.told())));
            QVERIFY2(!locked.err.contains("Open:"), locked.told());
        }
        const Run status = m_bench->run({u"status"_s, u"Books"_s, u"--json"_s});
        QVERIFY2(status.exitCode == 4, status.told());
        QCOMPARE(status.connection()[u"health"_s], u"keychain_locked"_s);
        QCOMPARE(status.connection()[u"light"_s], u"neutral"_s);
        QCOMPARE(status.connection()[u"recommended_action"_s], u"unlock_keychain"_s);
        // A new connection is refused before anybody is sent to a browser.
        const Run connect
            = m_bench->run({u"--no-browser"_s, u"--json"_s, u"connect"_s, u"xero"_s, u"--name"_s,
                            u"New"_s, u"--set"_s, u"client_id=practice-client"_s});
        QVERIFY2(connect.exitCode == 4, connect.told());
        QCOMPARE(connect.error()[u"class"_s], u"keychain_locked"_s);
        QCOMPARE(connect.error()[u"action"_s], u"unlock_keychain"_s);
        const Run doctor = m_bench->run({u"doctor"_s, u"--json"_s});
        QVERIFY2(doctor.exitCode == 4, doctor.told());

        QCOMPARE(setKeyring(false), 0);
        const Run checked = m_bench->run({u"check"_s, u"Books"_s, u"--json"_s});
        QVERIFY2(checked.exitCode == 0, checked.told());
        QCOMPARE(m_bench->run({u"token"_s, u"Books"_s}).out, before);
    }

    //! R74
    void aMissingKeychainEndsWithFour()
    {
        const Run connect = runWithKeyring("none",
                                           {u"--no-browser"_s, u"--json"_s, u"connect"_s,
                                            u"mintsoft"_s, u"--name"_s, u"Other"_s, u"--set"_s,
                                            u"auth_method=api_key"_s, u"--secret"_s, u"api_key"_s},
                                           "practice-key\n");
        QVERIFY2(connect.exitCode == 4, connect.told());
        QCOMPARE(connect.error()[u"class"_s], u"keychain_missing"_s);
        QVERIFY(connect.error()[u"message"_s].toString().contains(u"gnome-keyring"_s));
        const Run check = runWithKeyring("none", {u"--json"_s, u"check"_s, u"Books"_s});
        QVERIFY2(check.exitCode == 4, check.told());
        QCOMPARE(m_bench->run({u"status"_s, u"Other"_s}).exitCode, 2);
        QCOMPARE(m_bench->run({u"check"_s, u"Books"_s}).exitCode, 0);
    }
};

RELINK_TEST(KeychainExitsTest)
#include "keychainexitstest.moc"
