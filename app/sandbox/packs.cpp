// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/packs.h"

#include "core/rules/parsepack.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

void loadFolder(const QString &path, bool builtIn, LoadedPacks *loaded)
{
    const QFileInfoList files = QDir(path).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly)) {
            loaded->problems.append(u"%1: %2"_s.arg(info.fileName(), file.errorString()));
            continue;
        }
        const auto pack = parseProviderPack(file.read(packMaximumBytes + 1), builtIn);
        if (!pack) {
            for (const PackProblem &problem : pack.error())
                loaded->problems.append(
                    u"%1: %2: %3"_s.arg(info.fileName(), problem.path, problem.reason));
            continue;
        }
        const bool known = std::any_of(loaded->packs.begin(), loaded->packs.end(),
                                       [&pack](const ProviderPack &p) { return p.id == pack->id; });
        if (!known)
            loaded->packs.append(*pack);
    }
}

} // namespace

LoadedPacks loadPacks(const QString &folder)
{
    LoadedPacks loaded;
    if (!folder.isEmpty()) {
        if (!QDir(folder).exists())
            loaded.problems.append(u"%1: no such folder"_s.arg(folder));
        loadFolder(folder, false, &loaded);
    }
    loadFolder(u":/providers"_s, true, &loaded);
    std::sort(loaded.packs.begin(), loaded.packs.end(),
              [](const ProviderPack &a, const ProviderPack &b) {
                  return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
              });
    return loaded;
}

} // namespace relink::sandbox
