// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/orphansearch.h"

#include "core/ports/reconnectprogressstore.h"
#include "core/ports/secretstore.h"
#include "services/connectiontable.h"
#include "services/credentialvault.h"
#include "services/futures.h"

#include <algorithm>

namespace relink {

OrphanSearch::OrphanSearch(const Ports &ports, ConnectionTable &table, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_table(table)
{}

QFuture<Result<Orphans>> OrphanSearch::find()
{
    const Completion<Orphans> done;
    whenDone(m_ports.secrets.accounts(), this,
             [this, done](Result<std::optional<QStringList>> accounts) {
                 if (!accounts)
                     return done(accounts.error());
                 done(accounts->has_value() ? judge(**accounts) : Orphans {});
             });
    return done.future();
}

Orphans OrphanSearch::judge(const QStringList &accounts)
{
    m_table.reloadIfChanged();
    Orphans orphans;
    QStringList known;
    for (const Connection &connection : m_table.all()) {
        known.append(connection.secretAccount);
        const auto progress = m_ports.progress.load(connection.id);
        // Unreadable progress is no reason to take its item away.
        if (!progress || progress->has_value())
            known.append(CredentialVault::pendingAccount(connection));
        if (connection.hasSecret && !accounts.contains(connection.secretAccount))
            orphans.connections.append(connection.id);
    }
    std::copy_if(accounts.begin(), accounts.end(), std::back_inserter(orphans.accounts),
                 [&known](const QString &account) { return !known.contains(account); });
    return orphans;
}

QFuture<Result<Done>> OrphanSearch::remove(const QStringList &accounts)
{
    const Completion<Done> done;
    // Meanwhile one of them may have got its row: connecting stores the item first.
    whenDone(find(), this, [this, done, accounts](Result<Orphans> still) {
        if (!still)
            return done(still.error());
        QStringList left = still->accounts;
        left.removeIf([&accounts](const QString &account) { return !accounts.contains(account); });
        removeNext(left, done);
    });
    return done.future();
}

void OrphanSearch::removeNext(QStringList accounts, const std::function<void(Result<Done>)> &done)
{
    if (accounts.isEmpty())
        return done(Done {});
    const QString account = accounts.takeFirst();
    whenDone(m_ports.secrets.remove(account), this, [this, accounts, done](Result<Done> removed) {
        removed ? removeNext(accounts, done) : done(std::move(removed));
    });
}

} // namespace relink
