// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>

namespace relink {

//! The ground the database stands on (R92): a folder and files of the user's own, closed to
//! everybody else, whatever the umask. Errors have code `storage` and say what to do.

//! Makes the folder with its missing parents (0700), or closes an existing one to others; what its
//! owner may not do stays so. Refuses a symbolic link, somebody else's folder and one that
//! everybody can write to.
Result<Done> preparePrivateFolder(const QString &path);

//! Nothing new can be kept in a folder that its owner closed to writing.
Result<Done> checkWritableFolder(const QString &path);

//! Closes an existing file to others (at most 0600); one that is missing is fine. Refuses a
//! symbolic link, somebody else's file, one that everybody can write to, and what is no plain file.
Result<Done> checkPrivateFile(const QString &path);

//! Makes an empty file (0600). Refuses to touch what is there already, a dangling link included.
Result<Done> createPrivateFile(const QString &path);

} // namespace relink
