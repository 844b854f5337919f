// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/resolve.h"
#include "services/connectionmanager.h"
#include "services/managerprivate.h"
#include "services/providercatalogue.h"

namespace relink {

QList<Competitor> ConnectionManager::competitorsOf(const Connection &connection) const
{
    const auto pack = d->catalogue.pack(connection.provider);
    return pack ? relink::competitorsOf(*pack, connection, d->table.all()) : QList<Competitor>();
}

QFuture<Result<SecretComparison>> ConnectionManager::compareSecret(const ConnectionId &id,
                                                                   const QString &field,
                                                                   const SecretBytes &entered)
{
    const Completion<SecretComparison> done;
    const std::optional<Connection> known = connection(id);
    if (!known) {
        done(localError(code::invalidInput));
        return done.future();
    }
    const auto pack = d->catalogue.pack(known->provider);
    const AuthMethod *method = pack ? methodOf(*pack, *known) : nullptr;
    const bool isKey = method && field == method->keyInput;
    whenDone(d->vault.read(*known), this,
             [done, field, isKey, entered](const Result<Credential> &credential) {
                 if (!credential)
                     return done(credential.error());
                 SecretBytes stored = credential->inputs.value(field);
                 if (stored.isEmpty() && isKey)
                     stored = SecretBytes(credential->accessToken.reveal());
                 done(compareSecrets(stored, entered));
             });
    return done.future();
}

} // namespace relink
