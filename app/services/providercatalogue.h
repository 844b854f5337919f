// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/packproblem.h"
#include "core/model/providerface.h"
#include "core/model/providerpack.h"
#include "core/result.h"

#include <QDate>
#include <QMap>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace relink {

//! The providers that can be connected: the built-in packs and the user's own. Loads a pack when
//! it is first asked for.
class ProviderCatalogue
{
public:
    using Transform = std::function<ProviderPack(ProviderPack)>;

    //! `userFolder` holds the user's packs and need not exist. `transform` is applied to every
    //! pack (practice mode maps their hosts to the sandbox: nothing real is called there).
    explicit ProviderCatalogue(QString userFolder, Transform transform = {});
    ~ProviderCatalogue();

    //! Sorted by name; a broken user pack is left out (problems() tells).
    QList<QString> ids() const;
    //! Without reading the pack where it is a built-in one; nullopt when unknown.
    std::optional<ProviderFace> face(const QString &id) const;
    std::shared_ptr<const ProviderPack> pack(const QString &id) const; //!< null when unknown
    //! True for a pack of the user's own: nobody but the user vouches for it.
    bool isOwn(const QString &id) const;
    //! File name -> problems of user packs that cannot be used.
    QMap<QString, QList<PackProblem>> problems() const;

    //! Checks a file without adding it. `today` as in parseProviderPack().
    static Result<ProviderPack, QList<PackProblem>> read(const QString &fileName,
                                                         const QDate &today = {});
    //! Copies a valid file into the user folder under its id. Refused are built-in ids and names
    //! that read like a built-in one's.
    Result<QString, QList<PackProblem>> add(const QString &fileName, const QDate &today = {});
    Result<Done> remove(const QString &id);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace relink
