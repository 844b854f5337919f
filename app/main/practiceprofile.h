// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>

#include <memory>

class QLockFile;

namespace relink {

//! The folder of one practice run. A folder with real connections is never taken for one: practice
//! empties its profile.
class PracticeProfile
{
public:
    //! Practice's own folder, or the next one while another practice window has that; else the
    //! given folder. Held while the object lives.
    static Result<PracticeProfile> claim(const QString &given);
    //! For one command: the folder is shared with whoever else practises there.
    static Result<QString> folderFor(const QString &given);

    PracticeProfile(PracticeProfile &&) noexcept;
    PracticeProfile &operator=(PracticeProfile &&) noexcept;
    ~PracticeProfile();

    QString folder() const { return m_folder; }

private:
    PracticeProfile(QString folder, std::unique_ptr<QLockFile> lock);

    QString m_folder;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace relink
