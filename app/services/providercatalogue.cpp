// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/providercatalogue.h"

#include "core/rules/lookalike.h"
#include "core/rules/parsepack.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

// Outside the namespace: the macro declares a function of the global one. From a static library
// the resources are linked in only where something names them.
static void initProviderResources()
{
    Q_INIT_RESOURCE(providers);
    Q_INIT_RESOURCE(providerindex);
}

namespace relink {

using namespace Qt::StringLiterals;

namespace {

const QString builtInFolder = u":/providers"_s;
const QString builtInIndex = u":/providerindex.json"_s;
const QString suffix = u".json"_s;

QList<PackProblem> problem(const QString &reason)
{
    return {{u"$"_s, reason}};
}

AuthError refused(const char *code, const QString &sentence)
{
    return localError(code, sentence);
}

Result<QByteArray, QList<PackProblem>> content(const QString &fileName)
{
    const QFileInfo info(fileName);
    // A pipe or a device would never end.
    if (!info.isFile())
        return problem(u"This is no file, or it cannot be read."_s);
    if (info.size() > packMaximumBytes)
        return problem(u"The file is larger than 256 KiB."_s);
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return problem(u"The file cannot be read: %1."_s.arg(file.errorString()));
    return file.read(packMaximumBytes + 1);
}

} // namespace

class ProviderCatalogue::Private
{
public:
    QString userFolder;
    Transform transform;
    mutable QMap<QString, std::shared_ptr<const ProviderPack>> loaded;

    static QStringList idsIn(const QString &folder)
    {
        QStringList ids;
        for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::System)) {
            if (name.endsWith(suffix))
                ids.append(name.chopped(suffix.size()));
        }
        return ids;
    }

    static const QMap<QString, ProviderFace> &builtIns()
    {
        static const QMap<QString, ProviderFace> faces = [] {
            initProviderResources();
            QFile file(builtInIndex);
            QMap<QString, ProviderFace> read;
            if (!file.open(QIODevice::ReadOnly))
                return read;
            const QJsonObject index = QJsonDocument::fromJson(file.readAll()).object();
            for (auto it = index.begin(); it != index.end(); ++it) {
                const QJsonObject face = it->toObject();
                read.insert(it.key(),
                            {face.value("name"_L1).toString(), face.value("category"_L1).toString(),
                             face.value("monogram"_L1).toString()});
            }
            return read;
        }();
        return faces;
    }

    //! The pack, unless its name is that of another one that is built in, or reads like it.
    static Result<ProviderPack, QList<PackProblem>> checked(const QByteArray &json,
                                                            const QDate &today = {})
    {
        auto pack = parseProviderPack(json, false, today);
        if (!pack)
            return pack;
        const QString read = readAs(pack->name);
        for (auto it = builtIns().begin(); it != builtIns().end(); ++it) {
            if (it.key() != pack->id && readAs(it->name) == read) {
                return QList<PackProblem> {
                    {u"$.name"_s,
                     u"This reads like “%1”, which is built in. Give it a name that nobody can "
                     "mistake for that one."_s.arg(it->name)}};
            }
        }
        return pack;
    }

    QString userFile(const QString &id) const { return QDir(userFolder).filePath(id + suffix); }

    Result<ProviderPack, QList<PackProblem>> readUserPack(const QString &id) const
    {
        if (!isPackId(id))
            return problem(u"The file's name is no pack id."_s);
        if (builtIns().contains(id))
            return problem(u"“%1” is the id of a built-in provider."_s.arg(id));
        if (QFileInfo(userFile(id)).isSymLink())
            return problem(u"This is a link to another file; links are not followed."_s);
        auto pack = ProviderCatalogue::read(userFile(id));
        if (pack && pack->id != id)
            return problem(u"The file must be called %1.json after the id in it."_s.arg(pack->id));
        return pack;
    }

    std::shared_ptr<const ProviderPack> load(const QString &id) const
    {
        if (builtIns().contains(id)) {
            QFile file(builtInFolder + u'/' + id + suffix);
            if (!file.open(QIODevice::ReadOnly))
                return nullptr;
            auto pack = readShippedPack(file.readAll());
            if (!pack)
                return nullptr;
            return std::make_shared<const ProviderPack>(transform ? transform(std::move(*pack))
                                                                  : std::move(*pack));
        }
        if (userFolder.isEmpty() || !isPackId(id) || !QFileInfo::exists(userFile(id)))
            return nullptr;
        auto pack = readUserPack(id);
        if (!pack)
            return nullptr;
        return std::make_shared<const ProviderPack>(transform ? transform(std::move(pack).value())
                                                              : std::move(pack).value());
    }
};

ProviderCatalogue::ProviderCatalogue(QString userFolder, Transform transform)
    : d(std::make_unique<Private>())
{
    d->userFolder = std::move(userFolder);
    d->transform = std::move(transform);
}

ProviderCatalogue::~ProviderCatalogue() = default;

QList<QString> ProviderCatalogue::ids() const
{
    QStringList candidates = Private::builtIns().keys();
    if (!d->userFolder.isEmpty())
        candidates += Private::idsIn(d->userFolder);
    candidates.removeDuplicates();

    QList<QString> usable;
    for (const QString &id : std::as_const(candidates)) {
        if (face(id))
            usable.append(id);
    }
    std::sort(usable.begin(), usable.end(), [this](const QString &a, const QString &b) {
        const int order = face(a)->name.compare(face(b)->name, Qt::CaseInsensitive);
        return order == 0 ? a < b : order < 0;
    });
    return usable;
}

std::optional<ProviderFace> ProviderCatalogue::face(const QString &id) const
{
    const auto &builtIns = Private::builtIns();
    if (const auto known = builtIns.constFind(id); known != builtIns.constEnd())
        return *known;
    const auto own = pack(id);
    return own ? std::optional(ProviderFace {own->name, own->category, own->monogram})
               : std::nullopt;
}

std::shared_ptr<const ProviderPack> ProviderCatalogue::pack(const QString &id) const
{
    if (const auto known = d->loaded.value(id))
        return known;
    const auto pack = d->load(id);
    if (pack)
        d->loaded.insert(id, pack);
    return pack;
}

QMap<QString, QList<PackProblem>> ProviderCatalogue::problems() const
{
    QMap<QString, QList<PackProblem>> result;
    if (d->userFolder.isEmpty())
        return result;
    for (const QString &id : Private::idsIn(d->userFolder)) {
        if (const auto pack = d->readUserPack(id); !pack)
            result.insert(id + suffix, pack.error());
    }
    return result;
}

bool ProviderCatalogue::isOwn(const QString &id) const
{
    return !Private::builtIns().contains(id) && pack(id);
}

Result<ProviderPack, QList<PackProblem>> ProviderCatalogue::read(const QString &fileName,
                                                                 const QDate &today)
{
    const auto json = content(fileName);
    if (!json)
        return json.error();
    return Private::checked(*json, today);
}

Result<QString, QList<PackProblem>> ProviderCatalogue::add(const QString &fileName,
                                                           const QDate &today)
{
    const auto json = content(fileName);
    if (!json)
        return json.error();
    // What is written is exactly what was checked.
    const auto pack = Private::checked(*json, today);
    if (!pack)
        return pack.error();
    if (Private::builtIns().contains(pack->id)) {
        return QList<PackProblem> {
            {u"$.id"_s, u"“%1” is the id of a built-in provider."_s.arg(pack->id)}};
    }
    if (d->userFolder.isEmpty())
        return problem(u"There is no folder for packs of your own."_s);
    if (QFileInfo(d->userFolder).isSymLink())
        return problem(u"The folder for packs is a link; links are not followed."_s);
    if (!QFileInfo::exists(d->userFolder)) {
        if (!QDir().mkpath(d->userFolder))
            return problem(u"The folder for packs cannot be made."_s);
        QFile::setPermissions(d->userFolder,
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QString target = d->userFile(pack->id);
    if (QFileInfo(target).isSymLink())
        return problem(u"A link stands in the place of the file; links are not followed."_s);
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(*json) != json->size() || !file.commit())
        return problem(u"The file cannot be written: %1."_s.arg(file.errorString()));
    d->loaded.remove(pack->id);
    return pack->id;
}

Result<Done> ProviderCatalogue::remove(const QString &id)
{
    if (Private::builtIns().contains(id)) {
        return refused(code::invalidInput, u"“%1” is built in and cannot be removed."_s.arg(id));
    }
    if (!isPackId(id) || d->userFolder.isEmpty()
        || (!QFileInfo::exists(d->userFile(id)) && !QFileInfo(d->userFile(id)).isSymLink())) {
        return refused(code::invalidInput, u"There is no pack of your own called “%1”."_s.arg(id));
    }
    QFile file(d->userFile(id));
    if (!file.remove())
        return refused(code::storage, u"The file cannot be removed: %1."_s.arg(file.errorString()));
    d->loaded.remove(id);
    return Done {};
}

} // namespace relink
