// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "main/profile.h"
#include "services/providercatalogue.h"

#include <QUrl>

#include <memory>
#include <optional>

namespace relink {

class Browser;
class Clock;
class ConnectionManager;
class Database;
class HelpAnswerStore;
class PacketWriter;
class SecretStore;

struct CompositionOptions
{
    Profile profile;
    std::optional<QUrl> sandbox; //!< practice: built-in packs are played there
    std::unique_ptr<Browser> browser; //!< null: the person's own
};

//! What practice does to the built-in packs; empty without a sandbox.
ProviderCatalogue::Transform packTransform(const std::optional<QUrl> &sandbox);

//! Every adapter of one profile and the services on top. The only place that makes them.
class CompositionRoot
{
public:
    //! Opens the profile's database but reads nothing; load() follows. Errors have code `storage`.
    static Result<std::unique_ptr<CompositionRoot>> open(CompositionOptions options);
    ~CompositionRoot();

    //! Begins to read what load() will ask for, while the caller does something else.
    void readAhead();
    //! True: load() has to bring the database to the present version first, which may take a while.
    bool needsMigration() const;
    Result<Done> load();
    //! Where a damaged database was moved to; empty when none was.
    QString damagedCopy() const;

    ConnectionManager &manager();
    ProviderCatalogue &catalogue();
    Clock &clock();
    SecretStore &secrets();
    HelpAnswerStore &helpAnswers();
    PacketWriter &packets();
    //! From now on pages open there. Null: in the person's own browser.
    void setBrowser(std::unique_ptr<Browser> browser);
    Browser &browser();
    //! For the self-tests of `relink doctor`.
    Database &database();

private:
    struct Parts;
    explicit CompositionRoot(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace relink
