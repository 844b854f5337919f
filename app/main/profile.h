// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>

namespace relink {

//! Where one profile keeps its things.
struct Profile
{
    QString dataFolder; //!< the database and its locks
    QString providersFolder; //!< the user's own packs; need not exist
    QString keychainService; //!< unique to the profile
};

//! `folder` as given with --profile; empty: the user's own, in the folders that the system has for
//! that. A given folder is made if it is missing and closed to others; `storage` when it cannot be.
Result<Profile> openProfile(const QString &folder);

//! The folder of practice mode, apart from everything real.
QString practiceFolder();

} // namespace relink
