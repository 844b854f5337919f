// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/recoveryqueue.h"

#include "core/rules/light.h"
#include "core/rules/recoveryorder.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"

#include <algorithm>

namespace relink {

RecoveryQueue::RecoveryQueue(ConnectionManager &manager, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
{
    QList<Broken> broken;
    const QList<Integration> pairs = manager.integrations();
    for (const Connection &connection : manager.connections()) {
        if (lightFor(connection.state) != Light::Red)
            continue;
        const auto pack = manager.catalogue().pack(connection.provider);
        broken.append({connection, impactOf(connection, pack.get(), pairs)});
    }
    for (const ConnectionId &id : recoveryOrder(broken))
        m_entries.append({id, State::Open});
    moveOn();
    for (const auto signal :
         {&ConnectionManager::connectionAdded, &ConnectionManager::connectionChanged,
          &ConnectionManager::connectionRemoved})
        connect(&manager, signal, this, &RecoveryQueue::look);
}

RecoveryQueue::~RecoveryQueue() = default;

RecoveryQueue::Entry *RecoveryQueue::entry(const ConnectionId &id)
{
    const auto at = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&id](const Entry &e) { return e.id == id; });
    return at == m_entries.end() ? nullptr : &*at;
}

//! Null for a red one: its light does not say whether it was skipped or tried.
std::optional<RecoveryQueue::State> RecoveryQueue::stateByLight(const ConnectionId &id) const
{
    const auto connection = m_manager.connection(id);
    if (!connection || lightFor(connection->state) == Light::Red)
        return std::nullopt;
    const bool good = lightFor(connection->state) == Light::Green
        || connection->state.health == Health::Unverified;
    return good ? State::Reconnected : State::Resting;
}

void RecoveryQueue::look(const ConnectionId &id)
{
    const QList<Entry> before = m_entries;
    const auto connection = m_manager.connection(id);
    Entry *known = entry(id);
    if (!connection) {
        m_entries.removeIf([&id](const Entry &e) { return e.id == id; });
    } else if (const auto state = stateByLight(id)) {
        if (known && !(m_underWay && m_current == id))
            known->state = *state;
    } else if (!known) {
        m_entries.append({id, State::Open});
    } else if (known->state == State::Reconnected || known->state == State::Resting) {
        known->state = State::Open;
    }
    if (m_entries == before)
        return;
    const Entry *now = m_current ? entry(*m_current) : nullptr;
    if (!now || now->state != State::Open)
        moveOn();
    Q_EMIT changed();
}

//! The next open one behind the current one, else the first.
void RecoveryQueue::moveOn()
{
    const auto isOpen = [](const Entry &e) { return e.state == State::Open; };
    const Entry *from = m_current ? entry(*m_current) : nullptr;
    const auto begin = m_entries.begin();
    auto next
        = std::find_if(from ? begin + (from - m_entries.data()) : begin, m_entries.end(), isOpen);
    if (next == m_entries.end())
        next = std::find_if(begin, m_entries.end(), isOpen);
    m_current = next == m_entries.end() ? std::nullopt : std::optional(next->id);
}

void RecoveryQueue::settle(State state)
{
    m_underWay = false;
    if (!m_current)
        return;
    entry(*m_current)->state = stateByLight(*m_current).value_or(state);
    moveOn();
    Q_EMIT changed();
}

void RecoveryQueue::skip()
{
    settle(State::Skipped);
}

void RecoveryQueue::closed()
{
    settle(State::Left);
}

void RecoveryQueue::goTo(const ConnectionId &id)
{
    Entry *wanted = entry(id);
    if (!wanted || m_current == id || stateByLight(id))
        return;
    wanted->state = State::Open;
    m_current = id;
    Q_EMIT changed();
}

RecoveryQueue::Score RecoveryQueue::score() const
{
    Score score;
    for (const Entry &e : m_entries) {
        switch (e.state) {
        case State::Open:
            ++score.open;
            break;
        case State::Reconnected:
            ++score.reconnected;
            break;
        case State::Skipped:
            ++score.skipped;
            break;
        case State::Left:
            ++score.left;
            break;
        case State::Resting:
            ++score.resting;
            break;
        }
    }
    return score;
}

} // namespace relink
