// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/historyevent.h"
#include "core/result.h"

#include <QFuture>
#include <QList>

namespace relink {

//! Port: the error history. All calls run on the store's own thread and complete on the
//! caller's; events are stored in the order of the calls, and none is lost when the program ends
//! in order.
class History
{
public:
    virtual ~History() = default;
    //! A failure equal to the connection's latest event (stage, class, cause, code, status,
    //! provider code) raises its count and time. A recovery marks the connection's open failures
    //! as resolved.
    virtual QFuture<Result<Done>> append(const HistoryEvent &event) = 0;
    //! Newest first.
    virtual QFuture<Result<QList<HistoryEvent>>> query(const HistoryQuery &query) = 0;
    //! Forgets a note of the change diary. What Relink itself saw stays: then nothing is done.
    virtual QFuture<Result<Done>> removeNote(qint64 id) = 0;
};

} // namespace relink
