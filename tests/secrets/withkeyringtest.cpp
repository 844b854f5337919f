// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace {

//! A process that is gone, or only waits for its parent to take note.
bool isOver(const QByteArray &pid)
{
    QFile status(QString(u"/proc/"_s + QString::fromLatin1(pid) + u"/stat"_s));
    if (!status.open(QIODevice::ReadOnly))
        return true;
    const QByteArray line = status.readAll();
    return line.isEmpty() || line.mid(line.lastIndexOf(')') + 2).startsWith('Z');
}

} // namespace

//! The script that other tests trust: tests/support/with-keyring.
class WithKeyringTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void passesInputOutputAndStatus();
    void unknownCommandIs127();
    void homeAndDisplayAreItsOwn();
    void startStates_data();
    void startStates();
    void stoppedDaemonIsEndedToo();
    void signalEndsTheCommandAndEverything();

private:
    //! Output lines of a shell command under the script.
    QList<QByteArray> run(const QString &command, const QByteArray &input = {});

    QProcess m_process;
    QProcessEnvironment m_environment;
};

void WithKeyringTest::init()
{
    m_environment = QProcessEnvironment::systemEnvironment();
    m_process.setProgram(QStringLiteral(RELINK_SOURCE_DIR "/tests/support/with-keyring"));
}

QList<QByteArray> WithKeyringTest::run(const QString &command, const QByteArray &input)
{
    m_process.setProcessEnvironment(m_environment);
    m_process.setArguments({u"bash"_s, u"-c"_s, command});
    m_process.start();
    m_process.write(input);
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(15'000))
        return {"did not end"};
    return m_process.readAllStandardOutput().trimmed().split('\n');
}

void WithKeyringTest::passesInputOutputAndStatus()
{
    QCOMPARE(run(u"cat; exit 7"_s, "through"), QList<QByteArray> {"through"});
    QCOMPARE(m_process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process.exitCode(), 7);
    QCOMPARE(m_process.readAllStandardError(), QByteArray());
}

void WithKeyringTest::unknownCommandIs127()
{
    m_process.setArguments({u"no-such-command"_s});
    m_process.start();
    QVERIFY(m_process.waitForFinished(15'000));
    QCOMPARE(m_process.exitCode(), 127);
}

void WithKeyringTest::homeAndDisplayAreItsOwn()
{
    m_environment.insert(u"DISPLAY"_s, u":99"_s);
    const auto lines = run(
        u"for v in HOME XDG_{DATA,CONFIG,CACHE,STATE}_HOME XDG_RUNTIME_DIR; do echo ${!v}; done;"
        "echo ${DISPLAY-unset}"_s);
    QCOMPARE(lines.size(), 7);
    for (int i = 1; i < 5; ++i)
        QVERIFY2(lines.at(i).startsWith(QByteArray(lines.first() + '/')), lines.at(i).constData());
    QVERIFY(!lines.contains(qgetenv("HOME")));
    QCOMPARE(lines.last(), "unset");
    for (const QByteArray &folder : lines)
        QVERIFY2(!QFile::exists(QString::fromUtf8(folder)), folder.constData());
    m_environment.insert(u"KEYRING_KEEP_DISPLAY"_s, u"1"_s);
    QCOMPARE(run(u"echo $DISPLAY"_s), QList<QByteArray> {":99"});
}

void WithKeyringTest::startStates_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QByteArray>("seen");
    const QByteArray alias = "object path \"/org/freedesktop/secrets/collection/login\"";
    QTest::newRow("default") << QString() << QByteArray(alias + " boolean false");
    QTest::newRow("locked") << u"locked"_s << QByteArray(alias + " boolean true");
    QTest::newRow("empty") << u"empty"_s << QByteArray("object path \"/\"");
    QTest::newRow("none") << u"none"_s << QByteArray("ServiceUnknown");
}

void WithKeyringTest::startStates()
{
    QFETCH(QString, start);
    QFETCH(QByteArray, seen);
    if (!start.isEmpty())
        m_environment.insert(u"KEYRING_START"_s, start);
    const auto lines = run(
        u"ask() { dbus-send --session --print-reply --dest=org.freedesktop.secrets \"$@\" 2>&1; };"
        "echo $(ask /org/freedesktop/secrets org.freedesktop.Secret.Service.ReadAlias"
        " string:default | grep -oE 'object path.*|ServiceUnknown')"
        " $(ask /org/freedesktop/secrets/collection/login org.freedesktop.DBus.Properties.Get"
        " string:org.freedesktop.Secret.Collection string:Locked | grep -oE 'boolean .*')"_s);
    QCOMPARE(lines, QList<QByteArray> {seen});
}

void WithKeyringTest::stoppedDaemonIsEndedToo()
{
    const auto lines
        = run(u"pid=$(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus"
              " /org/freedesktop/DBus org.freedesktop.DBus.GetConnectionUnixProcessID"
              " string:org.freedesktop.secrets | sed 's/.* //'); kill -STOP $pid; echo $pid"_s);
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines.first().toInt() > 1);
    QVERIFY(isOver(lines.first()));
}

void WithKeyringTest::signalEndsTheCommandAndEverything()
{
    m_process.setProcessEnvironment(m_environment);
    m_process.setArguments({u"bash"_s, u"-c"_s, u"echo $$ $HOME; exec sleep 60"_s});
    m_process.start();
    QVERIFY(m_process.waitForReadyRead(15'000));
    const QList<QByteArray> words = m_process.readLine().trimmed().split(' ');
    m_process.terminate();
    QVERIFY(m_process.waitForFinished(5000));
    QCOMPARE(m_process.exitCode(), 143);
    QVERIFY(isOver(words.value(0)));
    QVERIFY(!QFile::exists(QString::fromUtf8(words.value(1))));
}

RELINK_TEST(WithKeyringTest)
#include "withkeyringtest.moc"
