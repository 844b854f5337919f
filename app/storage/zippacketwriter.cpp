// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/zippacketwriter.h"

#include "storage/sql.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#endif

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr mode_t ownerOnly = 0600;

struct FreeArchive
{
    void operator()(archive *a) const { archive_write_free(a); }
};
struct FreeEntry
{
    void operator()(archive_entry *e) const { archive_entry_free(e); }
};

la_ssize_t append(archive *, void *to, const void *bytes, size_t count)
{
    static_cast<QByteArray *>(to)->append(static_cast<const char *>(bytes), qsizetype(count));
    return la_ssize_t(count);
}

//! Empty where libarchive refused.
QByteArray zipOf(const QList<PacketFile> &files, const QDateTime &time)
{
    QByteArray bytes;
    const std::unique_ptr<archive, FreeArchive> writer(archive_write_new());
    archive_write_set_format_zip(writer.get());
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    if (archive_write_open(writer.get(), &bytes, nullptr, append, nullptr) != ARCHIVE_OK)
        return {};
    for (const PacketFile &file : files) {
        const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
        archive_entry_set_pathname_utf8(entry.get(), file.name.toUtf8().constData());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), ownerOnly);
        archive_entry_set_size(entry.get(), file.content.size());
        archive_entry_set_mtime(entry.get(), time_t(time.toSecsSinceEpoch()), 0);
        if (archive_write_header(writer.get(), entry.get()) != ARCHIVE_OK
            || archive_write_data(writer.get(), file.content.constData(),
                                  size_t(file.content.size()))
                != file.content.size()) {
            return {};
        }
    }
    return archive_write_close(writer.get()) == ARCHIVE_OK ? bytes : QByteArray();
}

Result<Done> refused(const QString &fileName)
{
    return localError(code::invalidInput,
                      u"There is already a file %1. Nothing was written."_s.arg(fileName));
}

//! `rename` that takes the place of nothing; in one step where the file system can.
bool moveToNewName(const QString &from, const QString &to)
{
#ifdef Q_OS_UNIX
    // A hard link fails where the name is taken, by a link that leads nowhere too.
    if (::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0) {
        ::unlink(QFile::encodeName(from).constData());
        return true;
    }
    if (errno == EEXIST)
        return false;
#endif
    const QFileInfo info(to);
    return !info.exists() && !info.isSymLink() && QFile::rename(from, to);
}

bool moveOver(const QString &from, const QString &to)
{
#ifdef Q_OS_UNIX
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
#else
    QFile::remove(to);
    return QFile::rename(from, to);
#endif
}

} // namespace

Result<Done> ZipPacketWriter::write(const QString &fileName, const QList<PacketFile> &files,
                                    const QDateTime &time, bool replace)
{
    const QFileInfo target(fileName);
    if (target.isSymLink() || (target.exists() && (!replace || !target.isFile())))
        return refused(fileName);
    const QByteArray zip = zipOf(files, time);
    if (zip.isEmpty())
        return storageError(u"The file cannot be written: %1."_s.arg(u"ZIP"_s));
    // QTemporaryFile makes its file anew and for its owner alone.
    QTemporaryFile file(target.absolutePath() + u"/.relink-XXXXXX.zip"_s);
    if (!file.open() || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(zip) != zip.size() || !file.flush()) {
        return storageError(u"The file cannot be written: %1."_s.arg(file.errorString()));
    }
#ifdef Q_OS_UNIX
    ::fsync(file.handle());
#endif
    file.close();
    if (replace ? !moveOver(file.fileName(), fileName)
                : !moveToNewName(file.fileName(), fileName)) {
        if (!replace && (QFileInfo::exists(fileName) || QFileInfo(fileName).isSymLink()))
            return refused(fileName);
        return storageError(u"The file cannot be written: %1."_s.arg(fileName));
    }
    file.setAutoRemove(false);
    return Done {};
}

} // namespace relink
