// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>

#include <functional>

namespace relink {

class Clock;
class ConnectionManager;
class HelpAnswerStore;
class PacketWriter;

//! What the window is given by whoever builds the program. Nothing is owned; all outlive it.
struct Surroundings
{
    ConnectionManager &manager;
    const Clock &clock;
    //! Opens a page in the person's browser; false when none could be started. Only an address
    //! that passed checkBrowserUrl() is handed over.
    std::function<bool(const QUrl &)> openUrl;
    //! Starts the practice window; empty: not offered.
    std::function<void()> startPractice;
    bool practice = false; //!< this is the practice window
    PacketWriter *packets = nullptr; //!< null: no support packet can be saved
    HelpAnswerStore *helpAnswers = nullptr; //!< null: nobody is asked whether a topic helped
    //! Opens the Help page at a topic, such as "access_token"; made by the window itself.
    std::function<void(const QString &topic)> showHelp = {};
};

//! Hands an address to `openUrl` if it may be opened at all (R18).
bool openChecked(const Surroundings &surroundings, const QUrl &url);

} // namespace relink
