// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/zippacketwriter.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <archive.h>
#include <archive_entry.h>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
const QList<PacketFile> files {{u"support.txt"_s, "what happened\n"},
                               {u"Bücher.png"_s, QByteArray(100'000, 'x') + QByteArray(3, '\0')}};

QList<PacketFile> unpacked(const QString &fileName)
{
    QList<PacketFile> found;
    archive *reader = archive_read_new();
    archive_read_support_format_zip(reader);
    if (archive_read_open_filename(reader, QFile::encodeName(fileName).constData(), 10240)
        == ARCHIVE_OK) {
        archive_entry *entry = nullptr;
        while (archive_read_next_header(reader, &entry) == ARCHIVE_OK) {
            QByteArray content(archive_entry_size(entry), Qt::Uninitialized);
            const auto read = archive_read_data(reader, content.data(), size_t(content.size()));
            content.resize(qMax<qsizetype>(0, read));
            found += PacketFile {QString::fromUtf8(archive_entry_pathname_utf8(entry)), content};
        }
    }
    archive_read_free(reader);
    return found;
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &name, const QByteArray &content)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

//! Support packets on disk (R92, R94).
class ZipPacketWriterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatWasWrittenIsRead()
    {
        const QString name = m_folder->filePath(u"packet.zip"_s);
        QVERIFY(ZipPacketWriter().write(name, files, noon, false).ok());
        QCOMPARE(unpacked(name), files);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void onlyTheOwnerReadsIt()
    {
#ifdef Q_OS_UNIX
        const mode_t before = ::umask(0);
        const QString name = m_folder->filePath(u"packet.zip"_s);
        const bool written = ZipPacketWriter().write(name, files, noon, false).ok();
        ::umask(before);
        QVERIFY(written);
        struct stat status
        {};
        QCOMPARE(::stat(QFile::encodeName(name).constData(), &status), 0);
        QCOMPARE(int(status.st_mode & 0777), 0600);
#endif
    }

    void whatIsThereIsReplacedOnlyWhenAsked()
    {
        const QString name = m_folder->filePath(u"packet.zip"_s);
        QVERIFY(put(name, "mine"));
        const Result<Done> refused = ZipPacketWriter().write(name, files, noon, false);
        QVERIFY(!refused.ok() && refused.error().is(code::invalidInput));
        QCOMPARE(contentOf(name), QByteArray("mine"));
        QVERIFY(ZipPacketWriter().write(name, files, noon, true).ok());
        QCOMPARE(unpacked(name), files);
        QVERIFY(!(QFile::permissions(name) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void aLinkIsNeverFollowed_data()
    {
        QTest::addColumn<bool>("dangling");
        QTest::addColumn<bool>("replace");
        for (const bool dangling : {false, true}) {
            for (const bool replace : {false, true}) {
                QTest::addRow("%s, %s", dangling ? "dangling" : "to a file",
                              replace ? "to be replaced" : "to be new")
                    << dangling << replace;
            }
        }
    }
    void aLinkIsNeverFollowed()
    {
        QFETCH(const bool, dangling);
        QFETCH(const bool, replace);
        const QString target = m_folder->filePath(u"elsewhere"_s);
        const QString name = m_folder->filePath(u"packet.zip"_s);
        QVERIFY(dangling || put(target, "mine"));
        QVERIFY(QFile::link(target, name));
        const Result<Done> refused = ZipPacketWriter().write(name, files, noon, replace);
        QVERIFY(!refused.ok() && refused.error().is(code::invalidInput));
        QVERIFY(QFileInfo(name).isSymLink());
        QCOMPARE(contentOf(target), dangling ? QByteArray() : QByteArray("mine"));
        QCOMPARE(QFile::exists(target), !dangling);
    }

    void aFolderIsNoPlace()
    {
        const QString name = m_folder->filePath(u"packet.zip"_s);
        QVERIFY(QDir().mkpath(name));
        QVERIFY(!ZipPacketWriter().write(name, files, noon, true).ok());
        const Result<Done> nowhere
            = ZipPacketWriter().write(m_folder->filePath(u"no/such/p.zip"_s), files, noon, false);
        QVERIFY(!nowhere.ok() && nowhere.error().is(code::storage));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace relink::test

using relink::test::ZipPacketWriterTest;
RELINK_TEST(ZipPacketWriterTest)
#include "zippacketwritertest.moc"
