// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/child.h"
#include "storage/privatefiles.h"
#include "storage/profile.h"
#include "storage/samples.h"
#include "storage/sqliteconnectionstore.h"
#include "storage/sqliterefreshjournal.h"
#include "support/testmain.h"

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

#ifdef Q_OS_UNIX

namespace {

int mode(const QString &path)
{
    struct stat info
    {};
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 ? int(info.st_mode & 07777)
                                                                    : -1;
}

bool setMode(const QString &path, mode_t mode)
{
    return ::chmod(QFile::encodeName(path).constData(), mode) == 0;
}

//! Refused with a reason that names the path, and nothing written.
void verifyRefused(const Profile &profile, const QString &word)
{
    const auto database = profile.open();
    QVERIFY(!database.ok());
    QVERIFY(database.error().is(code::storage));
    QVERIFY2(database.error().description.contains(word), qPrintable(database.error().description));
    QVERIFY(database.error().description.contains(profile.folder()));
}

} // namespace

#endif

class DatabaseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void makesAPrivateFolderUnderAnyUmask_data();
    void makesAPrivateFolderUnderAnyUmask();
    void closesWhatWasOpenToOthers();
    void givesNoRightBackThatTheOwnerTookAway();
    void refusesASymlinkedFolder();
    void refusesASymlinkedFile_data();
    void refusesASymlinkedFile();
    void refusesWhatEverybodyCanWrite_data();
    void refusesWhatEverybodyCanWrite();
    void refusesAForeignFolder();
    void refusesAForeignFile();
    void refusesWhatIsNoFile();
    void leavesANewerVersionAlone();
    void manyProcessesMayStartAtOnce();
    void anotherWriterIsAnErrorNotAnEnd();
};

void DatabaseTest::makesAPrivateFolderUnderAnyUmask_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("000") << 0;
    QTest::newRow("022") << 022;
    QTest::newRow("077") << 077;
}

void DatabaseTest::makesAPrivateFolderUnderAnyUmask()
{
#ifdef Q_OS_UNIX
    QFETCH(int, mask);
    QTemporaryDir parent;
    const QString folder = parent.filePath(u"a/b/profile"_s);
    const mode_t former = ::umask(mode_t(mask));
    const auto restore = qScopeGuard([former] { ::umask(former); });
    auto database = Database::open(folder, StoppedClock());
    QVERIFY(database.ok());
    QVERIFY(database.value()->migrate().ok());
    QVERIFY(SqliteConnectionStore(*database.value()).save(sampleConnection()).ok());
    const auto lock = SqliteRefreshJournal(*database.value()).tryLock({u"a"_s});
    QVERIFY(lock);
    for (const QString &name : {u""_s, u"/.."_s, u"/../.."_s, u"/locks"_s})
        QCOMPARE(mode(QDir::cleanPath(folder + name)), 0700);
    for (const QString &name :
         {u"/relink.db"_s, u"/relink.db-wal"_s, u"/relink.db-shm"_s, u"/locks/a.lock"_s})
        QCOMPARE(mode(folder + name), 0600);
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
             QStringList({u"locks"_s, u"relink.db"_s, u"relink.db-shm"_s, u"relink.db-wal"_s}));
#endif
}

void DatabaseTest::closesWhatWasOpenToOthers()
{
#ifdef Q_OS_UNIX
    const Profile profile;
    QVERIFY(profile.ready());
    QVERIFY(setMode(profile.folder(), 0775) && setMode(profile.file(), 0664));
    const auto database = profile.ready();
    QVERIFY(database);
    QCOMPARE(mode(profile.folder()), 0700);
    QCOMPARE(mode(profile.file()), 0600);
    QCOMPARE(mode(profile.file() + u"-wal"_s), 0600);
#endif
}

void DatabaseTest::givesNoRightBackThatTheOwnerTookAway()
{
#ifdef Q_OS_UNIX
    const Profile profile;
    QVERIFY(profile.ready());
    QVERIFY(setMode(profile.file(), 0440) && setMode(profile.folder(), 0550));
    QVERIFY(preparePrivateFolder(profile.folder()));
    QCOMPARE(mode(profile.folder()), 0500);
    QVERIFY(checkPrivateFile(profile.file()));
    QCOMPARE(mode(profile.file()), 0400);
    QVERIFY(setMode(profile.folder(), 0700));
#endif
}

void DatabaseTest::refusesASymlinkedFolder()
{
#ifdef Q_OS_UNIX
    const Profile real;
    QVERIFY(real.ready());
    const Profile linked;
    QVERIFY(QFile::link(real.folder(), linked.folder()));
    verifyRefused(linked, u"symbolic link"_s);
    const auto slashed = Database::open(linked.folder() + u'/', StoppedClock());
    QVERIFY(!slashed.ok());
    const Profile dangling;
    QVERIFY(QFile::link(real.folder() + u"-gone"_s, dangling.folder()));
    verifyRefused(dangling, u"symbolic link"_s);
    QVERIFY(!QFileInfo::exists(real.folder() + u"-gone"_s));
#endif
}

void DatabaseTest::refusesASymlinkedFile_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<bool>("dangling");
    for (const bool dangling : {false, true}) {
        for (const char *suffix : {"", "-wal", "-shm", "-journal"}) {
            QTest::addRow("%s %s", suffix, dangling ? "dangling" : "to a file")
                << QString::fromLatin1(suffix) << dangling;
        }
    }
}

void DatabaseTest::refusesASymlinkedFile()
{
#ifdef Q_OS_UNIX
    QFETCH(QString, suffix);
    QFETCH(bool, dangling);
    const Profile profile;
    QVERIFY(profile.ready());
    QTemporaryDir elsewhere;
    const QString target = elsewhere.filePath(u"target"_s);
    if (!dangling)
        QVERIFY(Profile::write(target, "precious"));
    QFile::remove(profile.file() + suffix);
    QVERIFY(QFile::link(target, profile.file() + suffix));
    verifyRefused(profile, u"symbolic link"_s);
    QCOMPARE(Profile::bytesOf(target), dangling ? QByteArray() : QByteArray("precious"));
    QCOMPARE(QFileInfo::exists(target), !dangling);
#endif
}

void DatabaseTest::refusesWhatEverybodyCanWrite_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("folder") << u""_s;
    QTest::newRow("file") << u"/relink.db"_s;
}

void DatabaseTest::refusesWhatEverybodyCanWrite()
{
#ifdef Q_OS_UNIX
    QFETCH(QString, name);
    const Profile profile;
    QVERIFY(profile.ready());
    QVERIFY(setMode(profile.folder() + name, 0777));
    verifyRefused(profile, u"Everybody can write"_s);
    QCOMPARE(mode(profile.folder() + name), 0777);
#endif
}

void DatabaseTest::refusesAForeignFolder()
{
#ifdef Q_OS_UNIX
    if (::geteuid() != 0) {
        // The system's own folder is foreign to everybody else.
        const auto database = Database::open(u"/usr"_s, StoppedClock());
        QVERIFY(!database.ok());
        QVERIFY(database.error().is(code::storage));
        QVERIFY(database.error().description.contains(u"another user"_s));
        return;
    }
    const Profile profile;
    QVERIFY(QDir().mkpath(profile.folder()));
    QVERIFY(::chown(QFile::encodeName(profile.folder()).constData(), 65534, 65534) == 0);
    verifyRefused(profile, u"another user"_s);
    QVERIFY(QDir(profile.folder()).isEmpty());
#endif
}

void DatabaseTest::refusesAForeignFile()
{
#ifdef Q_OS_UNIX
    if (::geteuid() != 0)
        QSKIP("only root can give a file away");
    const Profile profile;
    QVERIFY(profile.ready());
    const QByteArray before = profile.bytes();
    QVERIFY(::chown(QFile::encodeName(profile.file()).constData(), 65534, 65534) == 0);
    verifyRefused(profile, u"another user"_s);
    QVERIFY(profile.bytes() == before);
#endif
}

void DatabaseTest::refusesWhatIsNoFile()
{
#ifdef Q_OS_UNIX
    const Profile folder;
    QVERIFY(QDir().mkpath(folder.file()));
    QVERIFY(setMode(folder.folder(), 0700) && setMode(folder.file(), 0700));
    verifyRefused(folder, u"no plain file"_s);

    const Profile pipe;
    QVERIFY(QDir().mkpath(pipe.folder()));
    QVERIFY(::mkfifo(QFile::encodeName(pipe.file()).constData(), 0600) == 0);
    verifyRefused(pipe, u"no plain file"_s);

    const Profile file;
    QVERIFY(Profile::write(file.folder(), "a file"));
    verifyRefused(file, u"no folder"_s);
#endif
}

void DatabaseTest::leavesANewerVersionAlone()
{
    const Profile profile;
    {
        const auto database = profile.ready();
        QVERIFY(SqliteConnectionStore(*database).save(sampleConnection()).ok());
        QVERIFY(run(database->sql(), u"PRAGMA user_version = 4711"_s).ok());
    }
    const QByteArray before = profile.bytes();
    const auto database = profile.open();
    QVERIFY(!database.ok());
    QVERIFY(database.error().is(code::storage));
    QVERIFY(database.error().description.contains(u"newer Relink"_s));
    QVERIFY(profile.bytes() == before);
    QVERIFY(QDir(profile.folder()).entryList({u"*damaged*"_s}).isEmpty());
}

void DatabaseTest::manyProcessesMayStartAtOnce()
{
    const Profile profile;
    QVERIFY(QDir().mkpath(profile.folder()));
    std::vector<std::unique_ptr<Child>> children;
    for (int i = 0; i < 6; ++i)
        children.push_back(std::make_unique<Child>(QStringList {u"opener"_s, profile.folder()}));
    for (const auto &child : children) {
        const QJsonObject report = child->report();
        QCOMPARE(report[u"ok"_s], QJsonValue(true));
        QCOMPARE(report[u"moved"_s], QJsonValue(false));
    }
}

void DatabaseTest::anotherWriterIsAnErrorNotAnEnd()
{
    const Profile profile;
    const auto database = profile.ready({shippedMigrations(), std::chrono::milliseconds(200)});
    SqliteConnectionStore store(*database);
    QVERIFY(store.save(sampleConnection(1)).ok());
    Child other({u"holder"_s, profile.folder()});
    QCOMPARE(other.line(), "held");

    const auto saved = store.save(sampleConnection(2));
    QVERIFY(!saved.ok());
    QVERIFY(saved.error().is(code::storage));
    QVERIFY(saved.error().description.contains(u"Another program"_s));
    QVERIFY(!store.remove(sampleConnection(1).id).ok());
    QVERIFY(!SqliteRefreshJournal(*database).begin({u"a"_s}, {}).ok());
    QCOMPARE(store.connections()->size(), 1);
    // Opening and reading need no writer's leave.
    auto second = profile.open();
    QVERIFY(second.ok());
    QCOMPARE(SqliteConnectionStore(*second.value()).connections()->size(), 1);

    QCOMPARE(other.finish(), 0);
    QVERIFY(store.save(sampleConnection(2)).ok());
    QVERIFY(store.remove(sampleConnection(1).id).ok());
    QCOMPARE(store.connections()->size(), 1);
}

RELINK_TEST(DatabaseTest)
#include "databasetest.moc"
