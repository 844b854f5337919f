// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychainverdict.h"

#include "secrets/storefixture.h"
#include "support/testmain.h"

#include <QDBusError>

using namespace relink;
using namespace relink::test;
using Role = SecretServiceRole;
using State = KeychainState;

//! What the answers of QtKeychain and of the Secret Service mean together; also for platforms and
//! desktops that no test machine has.
class KeychainVerdictTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void absence_data();
    void absence();
    void error_data();
    void error();
    void roleOfTheDesktop_data();
    void roleOfTheDesktop();
    void stateOfABusError_data();
    void stateOfABusError();
};

void KeychainVerdictTest::absence_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("unlocked");
    QTest::addColumn<int>("locked");
    QTest::addColumn<QString>("verdict"); // absent, present, or the error's code
    const auto row = [](const char *name, Role role, State state, int unlocked, int locked,
                        const char *verdict) {
        QTest::newRow(name) << int(role) << int(state) << unlocked << locked
                            << QString::fromLatin1(verdict);
    };
    row("ready, none", Role::Decides, State::Ready, 0, 0, "absent");
    row("ready, there after all", Role::Decides, State::Ready, 1, 0, "present");
    row("locked, there", Role::Decides, State::Locked, 0, 1, "locked");
    row("locked, none seen", Role::Decides, State::Locked, 0, 0, "locked");
    row("item in another, locked keyring", Role::Decides, State::Ready, 0, 1, "locked");
    row("no keyring", Role::Decides, State::NoCollection, 0, 0, "absent");
    row("no service", Role::Decides, State::Missing, 0, 0, "missing");
    row("hung", Role::Decides, State::NotAnswering, 0, 0, "not_answering");
    row("KWallet, no service", Role::Hints, State::Missing, 0, 0, "absent");
    row("KWallet, service locked", Role::Hints, State::Locked, 0, 0, "absent");
    row("libsecret on KDE, item locked", Role::Hints, State::Locked, 0, 1, "locked");
    row("libsecret on KDE, item there", Role::Hints, State::Ready, 1, 0, "present");
    row("other platform", Role::Absent, State::Missing, 0, 0, "absent");
}

void KeychainVerdictTest::absence()
{
    QFETCH(int, role);
    QFETCH(int, state);
    QFETCH(int, unlocked);
    QFETCH(int, locked);
    QFETCH(QString, verdict);
    const SecretServiceAnswer answer {State(state), unlocked, locked, {}};
    const Result<bool> result = judgeAbsence(Role(role), answer);
    const QString seen = !result ? result.error().code : *result ? u"present"_s : u"absent"_s;
    QCOMPARE(seen, verdict);
}

void KeychainVerdictTest::error_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, Role role, State state, QKeychain::Error error,
                        const char *code) {
        QTest::newRow(name) << int(role) << int(state) << int(error) << QString::fromLatin1(code);
    };
    using namespace QKeychain;
    row("denied while locked", Role::Decides, State::Locked, AccessDenied, "locked");
    row("prompt dismissed", Role::Decides, State::Locked, AccessDeniedByUser, "locked");
    row("other error while locked", Role::Decides, State::Locked, OtherError, "locked");
    row("denied though unlocked", Role::Decides, State::Ready, AccessDenied, "denied");
    row("denied by the person", Role::Decides, State::Ready, AccessDeniedByUser, "denied");
    row("no service", Role::Decides, State::Missing, OtherError, "missing");
    row("no keyring", Role::Decides, State::NoCollection, OtherError, "no_keyring");
    row("hung", Role::Decides, State::NotAnswering, OtherError, "not_answering");
    row("no libsecret", Role::Decides, State::Ready, NoBackendAvailable, "missing");
    row("disk full", Role::Decides, State::Ready, OtherError, "failed");
    row("KWallet refused", Role::Hints, State::Missing, AccessDenied, "denied");
    row("KWallet gone", Role::Hints, State::Missing, NoBackendAvailable, "missing");
    row("KWallet failed", Role::Hints, State::NotAnswering, OtherError, "failed");
    row("libsecret on KDE, locked", Role::Hints, State::Locked, AccessDenied, "locked");
    row("macOS, refused", Role::Absent, State::Ready, AccessDeniedByUser, "denied");
    row("no keychain built in", Role::Absent, State::Ready, NotImplemented, "missing");
    row("Windows, failed", Role::Absent, State::Ready, CouldNotDeleteEntry, "failed");
}

void KeychainVerdictTest::error()
{
    QFETCH(int, role);
    QFETCH(int, state);
    QFETCH(int, error);
    QFETCH(QString, code);
    const SecretServiceAnswer answer {State(state), 0, 0, {}};
    const AuthError result = judgeError(Role(role), answer, QKeychain::Error(error), u"text"_s);
    QCOMPARE(result.code, code);
    QVERIFY(result.origin == ErrorOrigin::SecretStore);
}

void KeychainVerdictTest::roleOfTheDesktop_data()
{
    QTest::addColumn<QByteArray>("desktop");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<int>("role");
    QTest::newRow("none") << QByteArray() << QByteArray() << int(Role::Decides);
    QTest::newRow("GNOME") << QByteArray("GNOME") << QByteArray() << int(Role::Decides);
    QTest::newRow("Plasma 5") << QByteArray("KDE") << QByteArray("5") << int(Role::Hints);
    QTest::newRow("Plasma 6") << QByteArray("KDE") << QByteArray("6") << int(Role::Decides);
}

void KeychainVerdictTest::roleOfTheDesktop()
{
    QFETCH(QByteArray, desktop);
    QFETCH(QByteArray, version);
    QFETCH(int, role);
    qputenv("XDG_CURRENT_DESKTOP", desktop);
    qputenv("KDE_SESSION_VERSION", version);
    const Role seen = secretServiceRole();
    qunsetenv("XDG_CURRENT_DESKTOP");
    qunsetenv("KDE_SESSION_VERSION");
    QCOMPARE(int(seen), role);
}

void KeychainVerdictTest::stateOfABusError_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<State>("state");
    QTest::newRow("unknown service") << int(QDBusError::ServiceUnknown) << State::Missing;
    QTest::newRow("no bus") << int(QDBusError::Disconnected) << State::Missing;
    QTest::newRow("sandbox refuses") << int(QDBusError::AccessDenied) << State::Missing;
    QTest::newRow("no reply") << int(QDBusError::NoReply) << State::NotAnswering;
    QTest::newRow("start timed out") << int(QDBusError::TimedOut) << State::NotAnswering;
    QTest::newRow("keyring gone") << int(QDBusError::UnknownObject) << State::NoCollection;
}

void KeychainVerdictTest::stateOfABusError()
{
    QFETCH(int, type);
    QFETCH(State, state);
    QCOMPARE(SecretServiceProbe::stateOf(QDBusError(QDBusError::ErrorType(type), {})), state);
}

RELINK_TEST(KeychainVerdictTest)
#include "keychainverdicttest.moc"
