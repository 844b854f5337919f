// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/children.h"
#include "secrets/storefixture.h"
#include "support/testmain.h"

#include <QDirIterator>
#include <QTemporaryDir>

using namespace relink;
using namespace relink::test;

namespace {

const auto withKeyring = QStringLiteral(RELINK_SOURCE_DIR "/tests/support/with-keyring");

bool anyFileContains(const QString &folder, const QByteArray &text)
{
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            return true;
    }
    return false;
}

} // namespace

//! Nothing there that could keep a secret; each case in a process of its own.
class MissingKeyringTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void noSecretServiceOnTheBus();
    void noBus();
    void noKeyringYet();
    void nothingIsTouchedBeforeTheFirstCall();

private:
    QList<QByteArray> linesOf(QProcess &child);

    const QString m_account = newAccount();
    const QString m_canary = u"canary-"_s + newAccount();
    QTemporaryDir m_home;
};

//! Wherever the store could have put it instead: nowhere (R74).
void MissingKeyringTest::cleanup()
{
    QVERIFY(!anyFileContains(m_home.path(), m_canary.toUtf8()));
    QVERIFY(!anyFileContains(QDir::homePath(), m_canary.toUtf8()));
    QVERIFY(!anyFileContains(qEnvironmentVariable("XDG_RUNTIME_DIR"), m_canary.toUtf8()));
}

QList<QByteArray> MissingKeyringTest::linesOf(QProcess &child)
{
    if (!child.waitForFinished(20'000) || child.exitStatus() != QProcess::NormalExit)
        return {"no normal end"};
    QList<QByteArray> lines = child.readAllStandardOutput().split('\n');
    lines.removeLast();
    return lines;
}

void MissingKeyringTest::noSecretServiceOnTheBus()
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KEYRING_START"_s, u"none"_s);
    child.setProcessEnvironment(environment);
    // The shell looks through the child's home before with-keyring removes it.
    startChild(child, {u"missing"_s, m_account, m_canary},
               {withKeyring, u"sh"_s, u"-c"_s,
                u"\"$@\"; grep -r canary- \"$HOME\" \"$XDG_RUNTIME_DIR\" | cat"_s, u"sh"_s});
    const QList<QByteArray> expected {"Missing", "missing", "(missing)", "missing"};
    QCOMPARE(linesOf(child), expected);
}

void MissingKeyringTest::noBus()
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s,
                       QString(u"unix:path="_s + m_home.path() + u"/no-bus"_s));
    environment.insert(u"HOME"_s, m_home.path());
    environment.remove(u"DISPLAY"_s);
    for (const char *name : {"DATA", "CONFIG", "CACHE", "STATE"})
        environment.remove(QString(u"XDG_"_s + QLatin1StringView(name) + u"_HOME"_s));
    child.setProcessEnvironment(environment);
    startChild(child, {u"missing"_s, m_account, m_canary});
    const QList<QByteArray> expected {"Missing", "missing", "(missing)", "missing"};
    QCOMPARE(linesOf(child), expected);
}

void MissingKeyringTest::noKeyringYet()
{
    // A service that was never given a password has no keyring to write to, and without a display
    // it cannot ask for one.
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KEYRING_START"_s, u"empty"_s);
    child.setProcessEnvironment(environment);
    startChild(child, {u"missing"_s, m_account, m_canary}, {withKeyring});
    const QList<QByteArray> expected {"NoCollection", "no_keyring", "(absent)", ""};
    QCOMPARE(linesOf(child), expected);
}

void MissingKeyringTest::nothingIsTouchedBeforeTheFirstCall()
{
    QProcess child;
    startChild(child, {u"lazy"_s});
    QCOMPARE(linesOf(child), QList<QByteArray> {"not loaded"});
}

RELINK_TEST(MissingKeyringTest)
#include "missingkeyringtest.moc"
