// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/loopbackauthorizationagent.h"
#include "auth/probeclient.h"
#include "auth/tokenendpointclient.h"
#include "main/practiceperson.h"
#include "sandbox/playground.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "support/fakes/fakeports.h"

#include <QDateTime>

namespace relink::test {

//! Relink's own services and adapters with a person at a browser, around a sandbox.
class Bench
{
public:
    Bench(Playground &playground, const QString &packFolder);

    //! What to type in now for one way of connecting.
    Fields practiceInputs(const QString &provider, const QString &method, Environment environment);
    Credential stored(const ConnectionId &id) const;

    Playground &playground;
    FakePorts fakes;
    std::unique_ptr<ProviderCatalogue> catalogue;
    std::unique_ptr<PracticePerson> person;
    std::unique_ptr<ConnectionManager> manager;

private:
    class SystemTime : public Clock
    {
        QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    };

    SystemTime m_clock;
    LoopbackAuthorizationAgent m_agent;
    TokenEndpointClient m_tokenEndpoint;
    ProbeClient m_probe;
};

} // namespace relink::test
