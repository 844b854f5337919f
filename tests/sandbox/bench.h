// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/loopbackauthorizationagent.h"
#include "auth/probeclient.h"
#include "auth/tokenendpointclient.h"
#include "main/practiceperson.h"
#include "sandbox/detour.h"
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
    //! Another process over the same stores.
    void restart();
    //! Sets this computer's clock wrong by so many seconds.
    void setClockOff(qint64 seconds) { m_clock.off = seconds; }

    Playground &playground;
    FakePorts fakes;
    std::unique_ptr<ProviderCatalogue> catalogue;
    std::unique_ptr<PracticePerson> person;
    Detour way {m_probe}; //!< of every probe
    std::unique_ptr<ConnectionManager> manager;

private:
    Ports ports();

    class SystemTime : public Clock
    {
    public:
        QDateTime now() const override { return QDateTime::currentDateTimeUtc().addSecs(off); }
        qint64 off = 0;
    };

    SystemTime m_clock;
    LoopbackAuthorizationAgent m_agent;
    TokenEndpointClient m_tokenEndpoint;
    ProbeClient m_probe;
};

} // namespace relink::test
