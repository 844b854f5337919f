// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <future>

namespace relink {

//! Loads the TLS library beside whatever goes on: otherwise the first connection does it, and the
//! window stands still meanwhile. Waits for it when it goes.
class TlsAhead
{
public:
    TlsAhead();

private:
    std::future<void> m_loading;
};

} // namespace relink
