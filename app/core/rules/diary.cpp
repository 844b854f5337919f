// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/diary.h"

#include "core/rules/plaintext.h"
#include "core/rules/redact.h"

namespace relink {

using namespace Qt::StringLiterals;

const QStringList &notedCauses()
{
    static const QStringList causes {
        noted::passwordChanged, noted::rolesChanged,   noted::planChanged,   noted::keyRegenerated,
        noted::personLeft,      noted::securityReview, noted::upgraded,      noted::accessRevoked,
        noted::accessDisabled,  noted::appRemoved,     noted::accountClosed, noted::other,
    };
    return causes;
}

Result<HistoryEvent> noteEvent(const ChangeNote &note, const QDateTime &now)
{
    if (!notedCauses().contains(note.cause))
        return localError(code::invalidInput, u"Say what has changed."_s);
    if (!note.connection && note.provider.isEmpty())
        return localError(code::invalidInput, u"Say which connection it is about."_s);
    const QString words = oneLine(redact(note.words.trimmed()));
    if (words.isEmpty() && note.cause == noted::other)
        return localError(code::invalidInput, u"Say in your own words what has changed."_s);
    if (words.size() > longestNote) {
        return localError(code::invalidInput,
                          u"A note has %1 characters at most."_s.arg(longestNote));
    }
    const QDateTime when = note.when.isValid() ? note.when : now;
    if (when > now)
        return localError(code::invalidInput, u"This time is still to come."_s);
    HistoryEvent event;
    event.kind = HistoryKind::Change;
    event.stage = HistoryStage::Local;
    event.action = notedAction;
    event.time = when;
    event.firstSeen = when;
    event.noticedAt = now;
    event.connection = note.connection.value_or(ConnectionId {});
    event.provider = note.provider;
    event.cause = note.cause;
    event.message = words;
    return event;
}

} // namespace relink
