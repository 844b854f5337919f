// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/filelock.h"

#include <QFile>
#include <QLockFile>

namespace relink {

std::shared_ptr<QLockFile> lockFile(const QString &path, std::chrono::milliseconds wait)
{
    auto lock = std::make_shared<QLockFile>(path);
    // Age alone never takes a lock from a living holder: before QLockFile removes a file, it must
    // get the kernel's lock on it, which the holder has. Without an age, a file that was left empty
    // would be held for ever, because it names no process whose end could be seen.
    lock->setStaleLockTime(1000);
    if (!lock->tryLock(int(wait.count())))
        return {};
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return lock;
}

} // namespace relink
