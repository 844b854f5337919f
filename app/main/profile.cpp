// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/profile.h"

#include "storage/privatefiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QString folderIn(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) % u"/relink"_s;
}

} // namespace

Result<Profile> openProfile(const QString &folder)
{
    if (folder.isEmpty()) {
        return Profile {folderIn(QStandardPaths::GenericDataLocation),
                        folderIn(QStandardPaths::GenericConfigLocation) % u"/providers"_s,
                        u"relink"_s};
    }
    const QString absolute = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    if (const Result<Done> prepared = preparePrivateFolder(absolute); !prepared)
        return prepared.error();
    // The same folder is the same profile, however its path was written.
    const QString canonical = QFileInfo(absolute).canonicalFilePath();
    const QByteArray hash
        = QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha256).toHex();
    return Profile {canonical, canonical % u"/providers"_s,
                    u"relink-"_s % QString::fromLatin1(hash.left(12))};
}

QString practiceFolder()
{
    return folderIn(QStandardPaths::GenericDataLocation) % u"/practice"_s;
}

} // namespace relink
