// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/child.h"

#include "storage/profile.h"
#include "storage/samples.h"
#include "storage/sqliteconnectionstore.h"
#include "storage/sqlitehistory.h"
#include "storage/sqliterefreshjournal.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#endif

namespace relink::test {

using namespace Qt::StringLiterals;

Child::Child(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(),
                    QStringList {QLatin1StringView(childArgument)} + arguments);
    m_process.waitForStarted(10'000);
}

Child::~Child()
{
    if (m_process.state() != QProcess::NotRunning)
        kill();
}

QByteArray Child::line()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(10'000))
            break;
    }
    return m_process.readLine().trimmed();
}

QList<QByteArray> Child::lines()
{
    m_process.waitForFinished(20'000);
    return m_process.readAllStandardOutput().trimmed().split('\n');
}

QJsonObject Child::report()
{
    return QJsonDocument::fromJson(lines().constLast()).object();
}

void Child::kill()
{
    m_process.kill();
    m_process.waitForFinished(10'000);
}

int Child::finish()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(20'000);
    return m_process.exitCode();
}

namespace {

void say(const QByteArray &line)
{
    std::fprintf(stdout, "%s\n", line.constData());
    std::fflush(stdout);
}

void waitForEndOfInput()
{
    while (std::fgetc(stdin) != EOF) {}
}

std::unique_ptr<Database> ready(const QString &folder)
{
    auto database = Database::open(folder, StoppedClock());
    if (!database || !database.value()->migrate())
        return nullptr;
    return std::move(database).value();
}

//! Writes for ever and says each number once its rows are stored.
int writer(const QString &folder, int from)
{
    const auto database = ready(folder);
    SqliteConnectionStore store(*database);
    SqliteHistory history(*database);
    for (int n = from;; ++n) {
        if (!store.save(sampleConnection(n)))
            return 1;
        (void)history.append(sampleEvent(n));
        say(QByteArray::number(n));
    }
}

int marker(const QString &folder, const QString &id)
{
    const auto database = ready(folder);
    SqliteRefreshJournal journal(*database);
    if (!journal.begin({id}, {41, StoppedClock().now(), true}))
        return 1;
    say("begun");
    waitForEndOfInput();
    return 0;
}

int locker(const QString &folder, const QString &id)
{
    const auto database = ready(folder);
    SqliteRefreshJournal journal(*database);
    const auto lock = journal.tryLock({id});
    say(lock ? "locked" : "refused");
    waitForEndOfInput();
    return 0;
}

int saver(const QString &folder, const QString &id)
{
    const auto database = ready(folder);
    Connection connection = sampleConnection(900);
    connection.id.value = id;
    return SqliteConnectionStore(*database).save(connection) ? 0 : 1;
}

//! Holds the write lock until its input ends.
int holder(const QString &folder)
{
    const auto database = ready(folder);
    if (!run(database->sql(), u"BEGIN EXCLUSIVE"_s))
        return 1;
    say("held");
    waitForEndOfInput();
    return 0;
}

//! Appends and ends at once, as a program that quits.
int appender(const QString &folder, int count)
{
    const auto database = ready(folder);
    SqliteHistory history(*database);
    for (int n = 0; n < count; ++n)
        (void)history.append(sampleEvent(n));
    return 0;
}

int opener(const QString &folder)
{
    auto database = Database::open(folder, StoppedClock());
    const bool ok = database && database.value()->migrate();
    say(QJsonDocument(QJsonObject {
                          {u"ok"_s, ok},
                          {u"moved"_s, ok && !database.value()->damagedCopy().isEmpty()},
                      })
            .toJson(QJsonDocument::Compact));
    return 0;
}

#ifdef Q_OS_LINUX

//! A mount namespace of its own, so that a file system can be full or read-only for this process.
bool ownMounts()
{
    const uid_t uid = ::geteuid();
    const gid_t gid = ::getegid();
    if (::unshare(uid == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
        return false;
    const auto itself = [](uint id) -> QByteArray {
        return QByteArray::number(id) + ' ' + QByteArray::number(id) + " 1";
    };
    if (uid != 0
        && !(Profile::write(u"/proc/self/setgroups"_s, "deny")
             && Profile::write(u"/proc/self/uid_map"_s, itself(uid))
             && Profile::write(u"/proc/self/gid_map"_s, itself(gid))))
        return false;
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

QJsonObject failure(const Result<Done> &result)
{
    return {{u"ok"_s, result.ok()},
            {u"code"_s, result.ok() ? QString() : result.error().code},
            {u"text"_s, result.ok() ? QString() : result.error().description}};
}

//! Writes until an error comes, makes room, writes again; tells what it saw.
QJsonObject writeUntilFull(const QString &folder, const std::function<void()> &makeRoom)
{
    const auto database = ready(folder);
    SqliteConnectionStore store(*database);
    SqliteHistory history(*database);
    int stored = 0;
    Result<Done> saved = Done {};
    while (stored < 10'000 && saved) {
        saved = store.save(sampleConnection(stored + 1));
        stored += saved ? 1 : 0;
    }
    const auto appended = await(history.append(sampleEvent(1)));
    const auto listed = store.connections();
    QJsonObject report {{u"stored"_s, stored},
                        {u"save"_s, failure(saved)},
                        {u"append"_s, failure(appended)},
                        {u"listed"_s, listed ? int(listed->size()) : -1}};
    makeRoom();
    report[u"save_again"_s] = failure(store.save(sampleConnection(20'000)));
    report[u"append_again"_s] = failure(await(history.append(sampleEvent(2))));
    const auto found = await(history.query({}));
    report[u"events"_s] = found ? int(found->size()) : -1;
    const auto whole = single(database->sql(), u"PRAGMA integrity_check"_s);
    report[u"integrity"_s] = whole ? whole->toString() : QString();
    return report;
}

//! On a disk of one megabyte.
int fullDisk(const QString &folder)
{
    if (!ownMounts() || !QDir().mkpath(folder)
        || ::mount("none", folder.toUtf8().constData(), "tmpfs", 0, "size=1m,mode=0700") != 0)
        return childNotPermitted;
    const QString ballast = folder + u"/ballast"_s;
    if (!Profile::write(ballast, QByteArray(400'000, 'x')))
        return childNotPermitted;
    const QJsonObject report = writeUntilFull(folder, [&] { QFile::remove(ballast); });
    say(QJsonDocument(report).toJson(QJsonDocument::Compact));
    return 0;
}

//! With files limited to half a megabyte: any user can have that fault.
int fileLimit(const QString &folder)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const auto limit = [](rlim_t bytes) {
        rlimit value {};
        ::getrlimit(RLIMIT_FSIZE, &value);
        value.rlim_cur = qMin(bytes, value.rlim_max);
        ::setrlimit(RLIMIT_FSIZE, &value);
    };
    limit(512 * 1024);
    const QJsonObject report = writeUntilFull(folder, [&] { limit(RLIM_INFINITY); });
    say(QJsonDocument(report).toJson(QJsonDocument::Compact));
    return 0;
}

int readOnlyDisk(const QString &folder)
{
    const QByteArray path = folder.toUtf8();
    if (!ownMounts() || ::mount(path.constData(), path.constData(), nullptr, MS_BIND, nullptr) != 0
        || ::mount("none", path.constData(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr)
            != 0)
        return childNotPermitted;
    auto database = Database::open(folder, StoppedClock());
    QJsonObject report {{u"opened"_s, database.ok()}};
    if (database) {
        SqliteConnectionStore store(**database);
        SqliteHistory history(**database);
        const auto listed = store.connections();
        report[u"listed"_s] = listed ? int(listed->size()) : -1;
        report[u"save"_s] = failure(store.save(sampleConnection(2)));
        report[u"append"_s] = failure(await(history.append(sampleEvent(1))));
        const auto found = await(history.query({}));
        report[u"events"_s] = found ? int(found->size()) : -1;
    }
    say(QJsonDocument(report).toJson(QJsonDocument::Compact));
    return 0;
}

#endif

} // namespace

int runChild(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QString act = arguments.value(2);
    const QString folder = arguments.value(3);
    const QString more = arguments.value(4);
    if (act == "writer"_L1)
        return writer(folder, more.toInt());
    if (act == "marker"_L1)
        return marker(folder, more);
    if (act == "locker"_L1)
        return locker(folder, more);
    if (act == "saver"_L1)
        return saver(folder, more);
    if (act == "holder"_L1)
        return holder(folder);
    if (act == "appender"_L1)
        return appender(folder, more.toInt());
    if (act == "opener"_L1)
        return opener(folder);
#ifdef Q_OS_LINUX
    if (act == "full-disk"_L1)
        return fullDisk(folder);
    if (act == "file-limit"_L1)
        return fileLimit(folder);
    if (act == "read-only-disk"_L1)
        return readOnlyDisk(folder);
#endif
    return childNotPermitted;
}

} // namespace relink::test
