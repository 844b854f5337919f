// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace relink::test;
using namespace Qt::StringLiterals;

//! A profile that its owner closed to writing stays closed, and Relink says what is in its way.
class ReadOnlyProfileTest : public QObject
{
    Q_OBJECT

#ifdef Q_OS_UNIX
    static constexpr uid_t nobody = 65534;

    static int mode(const QString &path)
    {
        struct stat info
        {};
        return ::stat(path.toUtf8().constData(), &info) == 0 ? int(info.st_mode & 07777) : -1;
    }
    //! Root may write everywhere, so that somebody else runs the command.
    static Run run(const QString &profile, const QStringList &command)
    {
        QProcess process;
        if (::geteuid() == 0) {
            process.setChildProcessModifier([] {
                if (::setgid(nobody) != 0 || ::setuid(nobody) != 0)
                    ::_exit(99);
            });
        }
        process.start(QStringLiteral(RELINK_EXECUTABLE),
                      QStringList {u"--profile"_s, profile} + command);
        Run run;
        if (process.waitForFinished(20000))
            run.exitCode = process.exitCode();
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        return run;
    }
    static bool give(const QTemporaryDir &folder, mode_t mode)
    {
        const QByteArray path = folder.path().toUtf8();
        if (::geteuid() == 0 && ::chown(path.constData(), nobody, nobody) != 0)
            return false;
        return ::chmod(path.constData(), mode) == 0;
    }
#endif

private Q_SLOTS:
    void anEmptyOneIsRefusedWithTheReason()
    {
#ifdef Q_OS_UNIX
        const QTemporaryDir folder;
        QVERIFY(give(folder, 0555));
        const Run status = run(folder.path(), {u"status"_s});
        QVERIFY2(status.exitCode == 3, status.told());
        QVERIFY2(status.err.contains("cannot be written")
                     && status.err.contains(folder.path().toUtf8()),
                 status.told());
        QCOMPARE(mode(folder.path()), 0500);
        QVERIFY(give(folder, 0700));
#else
        QSKIP("modes are Unix'");
#endif
    }

    void aFullOneIsReadAndLeftAsItIs()
    {
#ifdef Q_OS_UNIX
        const QTemporaryDir folder;
        QVERIFY(give(folder, 0700));
        QCOMPARE(run(folder.path(), {u"status"_s, u"--json"_s}).exitCode, 0);
        QVERIFY(give(folder, 0500));
        const Run status = run(folder.path(), {u"status"_s, u"--json"_s});
        QVERIFY2(status.exitCode == 0, status.told());
        QCOMPARE(mode(folder.path()), 0500);
        QVERIFY(give(folder, 0700));
#else
        QSKIP("modes are Unix'");
#endif
    }
};

RELINK_TEST(ReadOnlyProfileTest)
#include "readonlyprofiletest.moc"
