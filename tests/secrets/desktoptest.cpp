// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/systemclock.h"
#include "desktop/xdgbrowser.h"
#include "secrets/children.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

bool writeScript(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size()
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

//! The browser launcher, seen by a program of its name that stands first in PATH, and the
//! hardening of the process, seen by its end.
class DesktopTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void launcherGetsTheAddressAndNothingElse_data();
    void launcherGetsTheAddressAndNothingElse();
    void launcherCannotDisturbOurOutput();
    void withoutLauncherThereIsNoBrowser();
    void launcherThatCannotRunIsNoBrowser();
    void addressesOfOtherKindsAreRefused_data();
    void addressesOfOtherKindsAreRefused();
    void failureIsNotLogged();
    void clockIsUtc();
    void hardenedProcessHasNoCoreAndNoReader();
    void underSnapNothingIsChanged();
    void crashLeavesNoCoreFile();

private:
    QByteArray open(const QString &url, QProcess &child);

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

void DesktopTest::init()
{
    QVERIFY(m_folder.isValid());
    const QDir folder(m_folder.path());
    for (const QString &name : folder.entryList(QDir::Files))
        QVERIFY(QFile::remove(folder.filePath(name)));
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(u"PATH"_s, QString(m_folder.path() + u":/usr/bin:/bin"_s));
    m_environment.insert(u"SHIM"_s, m_folder.path());
    QVERIFY(writeScript(m_folder.filePath(u"xdg-open"_s),
                        "#!/bin/sh\n"
                        "echo noise; echo noise >&2\n"
                        "tr '\\0' '\\n' </proc/$$/environ >\"$SHIM/environ\"\n"
                        "for a; do printf '%s\\0' \"$a\"; done >\"$SHIM/argv.part\"\n"
                        "mv \"$SHIM/argv.part\" \"$SHIM/argv\"\n"));
}

QByteArray DesktopTest::open(const QString &url, QProcess &child)
{
    child.setProcessEnvironment(m_environment);
    startChild(child, {u"browser"_s, url});
    child.waitForFinished(5000);
    return child.readAllStandardOutput().trimmed();
}

void DesktopTest::launcherGetsTheAddressAndNothingElse_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("argument");
    const QByteArray plain = "https://login.example/authorize?response_type=code&client_id=a%2Bb"
                             "&redirect_uri=http%3A%2F%2F127.0.0.1%3A4711%2Fcallback"
                             "&state=s-_~.%25&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJS"
                             "stw-cM&code_challenge_method=S256";
    QTest::newRow("authorise") << QString::fromLatin1(plain) << plain;
    QTest::newRow("loopback") << u"http://127.0.0.1:8080/x"_s
                              << QByteArray("http://127.0.0.1:8080/x");
    QTest::newRow("what a shell would run")
        << u"https://a.example/?q=$(id)`id`;id&'%22"_s
        << QByteArray("https://a.example/?q=$(id)%60id%60;id&'%22");
    QTest::newRow("spaces and beyond ASCII")
        << u"https://a.example/ä b?c d"_s << QByteArray("https://a.example/%C3%A4%20b?c%20d");
}

void DesktopTest::launcherGetsTheAddressAndNothingElse()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, argument);
    QProcess child;
    QCOMPARE(open(url, child), "opened");
    const QString argv = m_folder.filePath(u"argv"_s);
    QTRY_VERIFY(QFile::exists(argv));
    QCOMPARE(content(argv), QByteArray(argument + '\0'));
    // Nothing was added to what the child itself was given.
    QStringList names;
    for (const QByteArray &line : content(m_folder.filePath(u"environ"_s)).split('\n')) {
        const QString name = QString::fromUtf8(line.left(line.indexOf('=')));
        if (!name.isEmpty() && !m_environment.contains(name))
            names += name;
    }
    QCOMPARE(names, QStringList());
}

void DesktopTest::launcherCannotDisturbOurOutput()
{
    QProcess child;
    QCOMPARE(open(u"https://a.example/"_s, child), "opened");
    QTRY_VERIFY(QFile::exists(m_folder.filePath(u"argv"_s)));
    QCOMPARE(child.readAll(), QByteArray());
}

void DesktopTest::withoutLauncherThereIsNoBrowser()
{
    QVERIFY(QFile::remove(m_folder.filePath(u"xdg-open"_s)));
    m_environment.insert(u"PATH"_s, m_folder.path());
    QProcess child;
    QCOMPARE(open(u"https://a.example/"_s, child), "no_browser");
}

void DesktopTest::launcherThatCannotRunIsNoBrowser()
{
    QVERIFY(writeScript(m_folder.filePath(u"xdg-open"_s), "#!/nonexistent/interpreter\n"));
    QProcess child;
    QCOMPARE(open(u"https://a.example/"_s, child), "no_browser");
}

void DesktopTest::addressesOfOtherKindsAreRefused_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url : {"file:///etc/passwd", "javascript:alert(1)", "data:text/html,x",
                            "smb://host/share", "--help", "", "/usr/bin/id", "https:"})
        QTest::newRow(*url ? url : "empty") << QString::fromLatin1(url);
}

void DesktopTest::addressesOfOtherKindsAreRefused()
{
    QFETCH(QString, url);
    QProcess child;
    QCOMPARE(open(url, child), "invalid_input");
    QVERIFY(!QFile::exists(m_folder.filePath(u"argv"_s)));
}

void DesktopTest::failureIsNotLogged()
{
    m_environment.insert(u"PATH"_s, u"/nonexistent"_s);
    m_environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    QProcess child;
    child.setProcessEnvironment(m_environment);
    child.start(QCoreApplication::applicationFilePath(),
                {u"--child"_s, u"browser"_s, u"https://a.example/?state=canary"_s});
    QVERIFY(child.waitForFinished(5000));
    QCOMPARE(child.readAllStandardOutput().trimmed(), "no_browser");
    const QByteArray log = child.readAllStandardError();
    QVERIFY2(!log.contains("canary") && !log.contains("a.example"), log.constData());
}

void DesktopTest::clockIsUtc()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QDateTime now = SystemClock().now();
    QCOMPARE(now.timeSpec(), Qt::UTC);
    QVERIFY(before <= now && now <= QDateTime::currentDateTimeUtc());
}

void DesktopTest::hardenedProcessHasNoCoreAndNoReader()
{
    m_environment.remove(u"SNAP"_s);
    QProcess child;
    child.setProcessEnvironment(m_environment);
    startChild(child, {u"limits"_s});
    QVERIFY(child.waitForFinished(5000));
    QCOMPARE(child.readAllStandardOutput().trimmed(), "0 0 0");
}

void DesktopTest::underSnapNothingIsChanged()
{
    m_environment.insert(u"SNAP"_s, u"/snap/relink/1"_s);
    QProcess child;
    child.setProcessEnvironment(m_environment);
    startChild(child, {u"limits"_s});
    QVERIFY(child.waitForFinished(5000));
    QVERIFY(child.readAllStandardOutput().trimmed().endsWith(" 1"));
}

void DesktopTest::crashLeavesNoCoreFile()
{
#ifdef Q_OS_LINUX
    const auto dumpsCore = [this](const char *how) {
        const QByteArray program = QCoreApplication::applicationFilePath().toLocal8Bit();
        const QByteArray folder = m_folder.path().toLocal8Bit();
        const pid_t pid = fork();
        if (pid == 0) {
            if (chdir(folder.constData()) == 0)
                execl(program.constData(), program.constData(), "--child", "abort", how, nullptr);
            _exit(1);
        }
        int status = 0;
        if (waitpid(pid, &status, 0) != pid || !WIFSIGNALED(status) || WTERMSIG(status) != SIGABRT)
            return -1;
        return WCOREDUMP(status) ? 1 : 0;
    };
    QCOMPARE(dumpsCore("harden"), 0);
    if (dumpsCore("plain") != 1)
        QSKIP("this machine writes no core files at all, so their absence proves nothing");
#else
    QSKIP("Linux only");
#endif
}

RELINK_TEST(DesktopTest)
#include "desktoptest.moc"
