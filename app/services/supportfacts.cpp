// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ports/history.h"
#include "core/ports/reconnectprogressstore.h"
#include "core/ports/secretstore.h"
#include "core/rules/supportchecklists.h"
#include "services/connectionmanager.h"
#include "services/managerprivate.h"
#include "services/providercatalogue.h"
#include "services/supportlists.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QString keyringName()
{
#if defined(Q_OS_WIN)
    return u"Credential Manager"_s;
#elif defined(Q_OS_MACOS)
    return u"Keychain"_s;
#else
    return u"Secret Service"_s;
#endif
}

QString stateName(KeychainState state)
{
    switch (state) {
    case KeychainState::Ready:
        return u"ready"_s;
    case KeychainState::Locked:
        return u"locked"_s;
    case KeychainState::NoCollection:
        return u"no keyring"_s;
    case KeychainState::Missing:
        return u"missing"_s;
    case KeychainState::NotAnswering:
        return u"not answering"_s;
    }
    Q_UNREACHABLE();
}

SupportVersions versionsHere()
{
    SupportVersions versions;
    versions.relink = QCoreApplication::applicationVersion();
    versions.qt = QString::fromLatin1(qVersion());
    versions.system
        = u"%1 (%2 %3, %4)"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(),
                                  QSysInfo::kernelVersion(), QSysInfo::currentCpuArchitecture());
    return versions;
}

QList<SecretBytes> secretsOf(const Credential &credential)
{
    QList<SecretBytes> secrets = credential.inputs.values();
    secrets += SecretBytes(credential.accessToken.reveal());
    secrets += SecretBytes(credential.refreshToken.reveal());
    return secrets;
}

} // namespace

QFuture<Result<SupportFacts>> ConnectionManager::supportFacts(const ConnectionId &id)
{
    const auto row = connection(id);
    if (!row)
        return completed(Result<SupportFacts>(localError(code::invalidInput)));
    const auto nameOf = [this](const QString &provider) {
        const auto face = catalogue().face(provider);
        return face ? face->name : provider;
    };
    SupportFacts facts;
    facts.connection = *row;
    facts.connection.via = nameOf(row->via);
    facts.providerName = nameOf(row->provider);
    for (const Integration &pair : integrations()) {
        if (!pair.has(id))
            continue;
        const auto other = connection(pair.accounting == id ? pair.other : pair.accounting);
        if (other) {
            facts.otherName = other->name;
            facts.otherProviderName = nameOf(other->provider);
        }
    }
    facts.checklist = checklistFor(supportChecklists(), row->via, row->provider);
    facts.versions = versionsHere();
    if (const auto progress = d->ports.progress.load(id); progress.ok())
        facts.progress = *progress;
    HistoryQuery query;
    query.connection = id;
    query.notesOfProvider = row->provider;
    const Completion<SupportFacts> completion;
    whenDone(history(query), this,
             [this, facts, completion](const Result<QList<HistoryEvent>> &events) mutable {
                 if (!events)
                     return completion(events.error());
                 facts.events = *events;
                 whenDone(
                     d->ports.secrets.state(), this, KeychainState::NotAnswering,
                     [this, facts, completion](KeychainState state) mutable {
                         facts.versions.keyring = u"%1 (%2)"_s.arg(keyringName(), stateName(state));
                         // Nobody is asked to unlock a keyring for a packet.
                         if (state != KeychainState::Ready || !facts.connection.hasSecret)
                             return completion(facts);
                         whenDone(d->vault.read(facts.connection), this,
                                  [facts, completion](const Result<Credential> &stored) mutable {
                                      if (stored)
                                          facts.secrets = secretsOf(*stored);
                                      completion(facts);
                                  });
                     });
             });
    return completion.future();
}

} // namespace relink
