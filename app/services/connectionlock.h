// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"

#include <QObject>

#include <functional>
#include <memory>

namespace relink {

class RefreshJournal;

//! Calls `then` once with the lock of the connection, at once where nobody else has it. Null after
//! some seconds of waiting: whoever holds it hangs, and the person is not to wait for that.
void withConnectionLock(RefreshJournal &journal, const ConnectionId &id, QObject *context,
                        std::function<void(std::shared_ptr<void>)> then);

} // namespace relink
