// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "support/fakes/fakeauthorizationagent.h"
#include "support/fakes/fakebrowser.h"
#include "support/fakes/fakeclock.h"
#include "support/fakes/fakeconnectionstore.h"
#include "support/fakes/fakehistory.h"
#include "support/fakes/fakehttp.h"
#include "support/fakes/fakereconnectprogressstore.h"
#include "support/fakes/fakerefreshjournal.h"
#include "support/fakes/fakesecretstore.h"

namespace relink::test {

//! A manager with nothing real behind it.
struct FakePorts
{
    FakeAuthorizationAgent agent;
    FakeTokenEndpoint tokenEndpoint;
    FakeProbe probe;
    FakeSecretStore secrets;
    FakeConnectionStore connections;
    FakeRefreshJournal journal;
    FakeReconnectProgressStore progress;
    FakeHistory history;
    FakeBrowser browser;
    FakeClock clock;

    Ports ports()
    {
        return {agent,   tokenEndpoint, probe,   secrets, connections, connections,
                journal, progress,      history, browser, clock};
    }
};

} // namespace relink::test
