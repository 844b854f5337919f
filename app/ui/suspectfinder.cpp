// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/suspectfinder.h"

#include "services/connectionmanager.h"
#include "services/futures.h"
#include "words/notewords.h"

namespace relink {

SuspectFinder::SuspectFinder(ConnectionManager &manager, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
{
    connect(&manager, &ConnectionManager::historyChanged, this, [this](const ConnectionId &id) {
        // A note about all of a provider belongs to no connection.
        if (id.isEmpty() || id == m_failure.connection)
            ask();
    });
}

void SuspectFinder::look(const FailureStart &failure)
{
    if (failure == m_failure)
        return;
    m_failure = failure;
    m_sentence.clear();
    ask();
}

void SuspectFinder::ask()
{
    if (!mayHaveSuspect(m_failure))
        return;
    whenDone(m_manager.history(notesBefore(m_failure)), this,
             [this, failure = m_failure](const Result<QList<HistoryEvent>> &notes) {
                 if (failure != m_failure || !notes)
                     return;
                 const auto suspect = suspectFor(failure, *notes);
                 const QString sentence
                     = suspect ? words::suspectSentence(*suspect, failure.time) : QString();
                 if (sentence == m_sentence)
                     return;
                 m_sentence = sentence;
                 Q_EMIT found();
             });
}

} // namespace relink
