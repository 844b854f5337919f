// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/privatefiles.h"

#include "storage/sql.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions ownerFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownerFolder = ownerFile | QFile::ExeOwner;
//! Qt reports the rights of the calling user beside those of the owner.
constexpr QFile::Permissions modeBits = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
    | QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
    | QFile::ExeOther;

Result<Done> checkOwned(const QFileInfo &info)
{
    const QString path = info.filePath();
    if (info.isSymLink())
        return storageError(
            u"“%1” is a symbolic link. Relink keeps its data in real files only: put the real one in its place, or choose another profile folder."_s
                .arg(path));
#ifdef Q_OS_UNIX
    if (info.ownerId() != ::geteuid())
        return storageError(
            u"“%1” belongs to another user. Run Relink as that user, make yourself the owner, or choose another profile folder."_s
                .arg(path));
    if (info.permissions().testFlag(QFile::WriteOther))
        return storageError(
            u"Everybody can write to “%1”, so its content cannot be trusted. Check it, take that right away (chmod o-w), or choose another profile folder."_s
                .arg(path));
#endif
    return Done {};
}

//! Takes what goes beyond `most`, and gives no right back that the owner took away.
Result<Done> restrict(const QFileInfo &info, QFile::Permissions most)
{
#ifdef Q_OS_UNIX
    const QFile::Permissions present = info.permissions() & modeBits;
    if ((present & most) != present && !QFile::setPermissions(info.filePath(), present & most))
        return storageError(
            u"“%1” could not be closed to other users. Check who owns it and whether its disk is writable."_s
                .arg(info.filePath()));
#else
    Q_UNUSED(info)
    Q_UNUSED(most)
#endif
    return Done {};
}

Result<Done> makeFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return Done {};
    const QString parent = info.path();
    if (parent != path) {
        if (auto made = makeFolder(parent); !made)
            return made;
    }
    // Another process may have been quicker.
    if (!QDir().mkdir(path, ownerFolder) && !QFileInfo(path).isDir())
        return storageError(
            u"The folder “%1” could not be made. Check that its parent exists and is writable."_s
                .arg(path));
    return Done {};
}

} // namespace

Result<Done> preparePrivateFolder(const QString &path)
{
    // Without a slash at its end: a link is only seen as one by its own name.
    const QString clean = QDir::cleanPath(QDir(path).absolutePath());
    QFileInfo info(clean);
    if (!info.isSymLink() && !info.exists()) {
        if (auto made = makeFolder(clean); !made)
            return made;
        info.refresh();
    }
    if (auto owned = checkOwned(info); !owned)
        return owned;
    if (!info.isDir())
        return storageError(
            u"“%1” is no folder. Move it away, or choose another profile folder."_s.arg(clean));
    return restrict(info, ownerFolder);
}

Result<Done> checkWritableFolder(const QString &path)
{
    if (!QFileInfo(path).isWritable())
        return storageError(
            u"The folder “%1” cannot be written, so Relink can keep nothing in it. Allow writing there (chmod u+w), or choose another profile folder."_s
                .arg(path));
    return Done {};
}

Result<Done> checkPrivateFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isSymLink() && !info.exists())
        return Done {};
    if (auto owned = checkOwned(info); !owned)
        return owned;
    if (!info.isFile())
        return storageError(
            u"“%1” is no plain file. Move it away, or choose another profile folder."_s.arg(path));
    return restrict(info, ownerFile);
}

Result<Done> createPrivateFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerFile))
        return storageError(
            u"“%1” could not be made. Check that its folder is writable and the disk not full."_s
                .arg(path));
    file.close();
    return checkPrivateFile(path);
}

} // namespace relink
