// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace relink {

//! Every message of Qt's and ours goes to standard error as one line, without secrets (R83, R84).
//! To be installed before the first message.
class MessageHandler
{
public:
    MessageHandler();
    //! Messages end here: libraries still log while the program's statics are being destroyed.
    ~MessageHandler();
    Q_DISABLE_COPY_MOVE(MessageHandler)
};

} // namespace relink
