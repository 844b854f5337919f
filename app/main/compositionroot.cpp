// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/compositionroot.h"

#include "auth/loopbackauthorizationagent.h"
#include "auth/probeclient.h"
#include "auth/tokenendpointclient.h"
#include "core/rules/practicemapping.h"
#include "desktop/systemclock.h"
#include "desktop/xdgbrowser.h"
#include "main/browserpagetexts.h"
#include "main/registeringsecretstore.h"
#include "secrets/qtkeychainsecretstore.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "storage/database.h"
#include "storage/sqliteconnectionstore.h"
#include "storage/sqlitehelpanswerstore.h"
#include "storage/sqlitehistory.h"
#include "storage/sqlitereconnectprogressstore.h"
#include "storage/sqliterefreshjournal.h"
#include "storage/zippacketwriter.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! The Browser port as a switch: practice lends the window a browser of its own for a while.
class SwitchedBrowser final : public Browser
{
public:
    Result<Done> open(const QUrl &url) override
    {
        return m_current ? m_current->open(url) : m_own.open(url);
    }
    void use(std::unique_ptr<Browser> browser) { m_current = std::move(browser); }

private:
    XdgBrowser m_own;
    std::unique_ptr<Browser> m_current;
};

} // namespace

ProviderCatalogue::Transform packTransform(const std::optional<QUrl> &sandbox)
{
    if (!sandbox)
        return {};
    return [origin = *sandbox](ProviderPack pack) { return mapToSandbox(std::move(pack), origin); };
}

//! In the order of their construction; what depends stands after what it depends on.
struct CompositionRoot::Parts
{
    Parts(CompositionOptions options, std::unique_ptr<Database> opened)
        : database(std::move(opened))
        , keychain(options.profile.keychainService)
        , secrets(keychain)
        , agent(browserPageTexts())
        , connections(*database)
        , journal(*database)
        , progress(*database)
        , history(*database)
        , helpAnswers(*database)
        , catalogue(options.profile.providersFolder, packTransform(options.sandbox))
        , manager(Ports {agent, tokenEndpoint, probe, secrets, connections, connections, journal,
                         progress, history, browser, clock},
                  catalogue)
    {
        browser.use(std::move(options.browser));
    }

    SystemClock clock;
    SwitchedBrowser browser;
    std::unique_ptr<Database> database;
    QtKeychainSecretStore keychain;
    RegisteringSecretStore secrets;
    LoopbackAuthorizationAgent agent;
    TokenEndpointClient tokenEndpoint;
    ProbeClient probe;
    SqliteConnectionStore connections;
    SqliteRefreshJournal journal;
    SqliteReconnectProgressStore progress;
    SqliteHistory history;
    SqliteHelpAnswerStore helpAnswers;
    ZipPacketWriter packets;
    ProviderCatalogue catalogue;
    ConnectionManager manager;
};

Result<std::unique_ptr<CompositionRoot>> CompositionRoot::open(CompositionOptions options)
{
    const SystemClock clock;
    Result<std::unique_ptr<Database>> database = Database::open(options.profile.dataFolder, clock);
    if (!database)
        return database.error();
    auto parts = std::make_unique<Parts>(std::move(options), std::move(database).value());
    return std::unique_ptr<CompositionRoot>(new CompositionRoot(std::move(parts)));
}

CompositionRoot::CompositionRoot(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

CompositionRoot::~CompositionRoot() = default;

bool CompositionRoot::needsMigration() const
{
    return m_parts->database->needsMigration();
}

void CompositionRoot::readAhead()
{
    m_parts->connections.readAhead();
}

Result<Done> CompositionRoot::load()
{
    if (m_parts->database->needsMigration()) {
        if (const Result<Done> migrated = m_parts->database->migrate(); !migrated)
            return migrated;
    }
    return m_parts->manager.load();
}

QString CompositionRoot::damagedCopy() const
{
    return m_parts->database->damagedCopy();
}

ConnectionManager &CompositionRoot::manager()
{
    return m_parts->manager;
}

ProviderCatalogue &CompositionRoot::catalogue()
{
    return m_parts->catalogue;
}

Clock &CompositionRoot::clock()
{
    return m_parts->clock;
}

SecretStore &CompositionRoot::secrets()
{
    return m_parts->secrets;
}

PacketWriter &CompositionRoot::packets()
{
    return m_parts->packets;
}

HelpAnswerStore &CompositionRoot::helpAnswers()
{
    return m_parts->helpAnswers;
}

void CompositionRoot::setBrowser(std::unique_ptr<Browser> browser)
{
    m_parts->browser.use(std::move(browser));
}

Database &CompositionRoot::database()
{
    return *m_parts->database;
}

Browser &CompositionRoot::browser()
{
    return m_parts->browser;
}

} // namespace relink
