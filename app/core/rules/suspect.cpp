// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/suspect.h"

#include "core/rules/light.h"

#include <tuple>

namespace relink {

FailureStart startOf(const HistoryEvent &event)
{
    FailureStart start {event.connection, event.provider, {}, event.firstSeen};
    if (event.kind == HistoryKind::Failure)
        start.errorClass = event.errorClass;
    return start;
}

FailureStart startOf(const Connection &connection)
{
    const ConnectionState &state = connection.state;
    FailureStart start {connection.id, connection.provider, {}, state.since};
    if (lightFor(state) == Light::Red && state.diagnosis)
        start.errorClass = state.diagnosis->errorClass;
    return start;
}

bool mayHaveSuspect(const FailureStart &failure)
{
    return failure.time.isValid() && failure.errorClass && !isTransient(*failure.errorClass)
        && !isKeychain(*failure.errorClass) && *failure.errorClass != ErrorClass::NotAnError;
}

HistoryQuery notesBefore(const FailureStart &failure)
{
    HistoryQuery query;
    query.connection = failure.connection;
    query.notesOfProvider = failure.provider;
    query.action = notedAction;
    query.since = failure.time.addSecs(-std::chrono::seconds(suspectWithin).count());
    query.until = failure.time;
    return query;
}

std::optional<HistoryEvent> suspectFor(const FailureStart &failure,
                                       const QList<HistoryEvent> &notes)
{
    if (!mayHaveSuspect(failure))
        return std::nullopt;
    const auto isOwn = [&failure](const HistoryEvent &note) {
        return !note.connection.isEmpty() && note.connection == failure.connection;
    };
    const auto rank = [&isOwn](const HistoryEvent &note) {
        return std::tuple(note.time, isOwn(note), note.id);
    };
    const HistoryEvent *suspect = nullptr;
    for (const HistoryEvent &note : notes) {
        const bool concerns = isOwn(note)
            || (note.connection.isEmpty() && !note.provider.isEmpty()
                && note.provider == failure.provider);
        const qint64 before = note.time.secsTo(failure.time);
        const bool near = note.time.isValid() && before >= 0
            && before <= std::chrono::seconds(suspectWithin).count();
        if (note.action == notedAction && concerns && near
            && (!suspect || rank(*suspect) < rank(note)))
            suspect = &note;
    }
    return suspect ? std::optional(*suspect) : std::nullopt;
}

} // namespace relink
