// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/practiceprofile.h"

#include "main/profile.h"
#include "storage/privatefiles.h"
#include "words/translate.h"

#include <QDir>
#include <QFile>
#include <QLockFile>

namespace relink {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

constexpr int mostWindows = 9;
//! Says that everything in a folder is made up.
constexpr auto marker = "practice-profile"_L1;

Result<Done> prepare(const QString &folder)
{
    if (const Result<Done> prepared = preparePrivateFolder(folder); !prepared)
        return prepared;
    const QDir dir(folder);
    if (dir.exists(marker))
        return Done {};
    if (dir.exists(u"relink.db"_s)) {
        return localError(
            code::invalidInput,
            translate("Practice", "%1 holds a real profile. Practise in another folder.")
                .arg(folder));
    }
    return createPrivateFile(dir.filePath(marker));
}

} // namespace

Result<QString> PracticeProfile::folderFor(const QString &given)
{
    const QString folder
        = QDir::cleanPath(QDir(given.isEmpty() ? practiceFolder() : given).absolutePath());
    if (const Result<Done> prepared = prepare(folder); !prepared)
        return prepared.error();
    return folder;
}

Result<PracticeProfile> PracticeProfile::claim(const QString &given)
{
    for (int number = 1; number <= mostWindows; ++number) {
        const QString suffix = number > 1 ? u"-%1"_s.arg(number) : QString();
        const Result<QString> folder
            = folderFor(given.isEmpty() ? QString(practiceFolder() % suffix) : given);
        if (!folder)
            return folder.error();
        auto lock = std::make_unique<QLockFile>(*folder % u"/practice.lock"_s);
        lock->setStaleLockTime(0); // of a process that is gone at once, of a living one never
        if (lock->tryLock())
            return PracticeProfile(*folder, std::move(lock));
        if (!given.isEmpty())
            break;
    }
    return localError(
        code::busy,
        translate("Practice", "Another practice window uses this folder. Close it first."));
}

PracticeProfile::PracticeProfile(QString folder, std::unique_ptr<QLockFile> lock)
    : m_folder(std::move(folder))
    , m_lock(std::move(lock))
{}

PracticeProfile::PracticeProfile(PracticeProfile &&) noexcept = default;
PracticeProfile &PracticeProfile::operator=(PracticeProfile &&) noexcept = default;
PracticeProfile::~PracticeProfile() = default;

} // namespace relink
