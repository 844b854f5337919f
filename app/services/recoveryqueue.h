// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"

#include <QList>
#include <QObject>

#include <optional>

namespace relink {

class ConnectionManager;

//! One run through all red connections, one after the other. It mends nothing itself: whoever shows
//! it reconnects the current one and says how that ended; what became of a connection is read from
//! its light. Nothing is stored: a run that is begun anew starts with what is red then.
class RecoveryQueue : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Open, //!< still to be done
        Reconnected,
        Skipped,
        Left, //!< tried, and still red
        Resting, //!< neither red nor reconnected: nothing to do just now
    };

    struct Entry
    {
        ConnectionId id;
        State state = State::Open;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    struct Score
    {
        int reconnected = 0;
        int skipped = 0;
        int left = 0;
        int resting = 0;
        int open = 0;

        friend bool operator==(const Score &, const Score &) = default;
    };

    //! Takes what is red now, in the order of recoveryOrder().
    explicit RecoveryQueue(ConnectionManager &manager, QObject *parent = nullptr);
    ~RecoveryQueue() override;

    const QList<Entry> &entries() const { return m_entries; }
    //! The one to reconnect now; null when all are behind.
    std::optional<ConnectionId> current() const { return m_current; }
    bool isFinished() const { return !m_current; }
    Score score() const;

    //! The guided reconnect of the current one is open: it stays the current one until closed().
    void begin() { m_underWay = true; }
    //! The current one is for later; on to the next open one.
    void skip();
    //! Its guided reconnect was closed: reconnected, or left as it is.
    void closed();
    //! To one of them, skipped and left ones too.
    void goTo(const ConnectionId &id);

Q_SIGNALS:
    void changed();

private:
    Entry *entry(const ConnectionId &id);
    std::optional<State> stateByLight(const ConnectionId &id) const;
    void settle(State state);
    void moveOn();
    void look(const ConnectionId &id);

    ConnectionManager &m_manager;
    QList<Entry> m_entries;
    std::optional<ConnectionId> m_current; //!< always an open one
    bool m_underWay = false;
};

} // namespace relink
