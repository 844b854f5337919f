// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/devicesignin.h"

#include "core/ports/browser.h"
#include "core/ports/clock.h"
#include "core/ports/tokenendpoint.h"
#include "core/rules/tokenresponse.h"
#include "services/grants.h"

#include <algorithm>

namespace relink {

using namespace std::chrono_literals;

DeviceSignIn::DeviceSignIn(const Ports &ports, Target target, Credential secrets, AttemptId attempt,
                           AuthorizationInteraction *interaction)
    : m_ports(ports)
    , m_target(std::move(target))
    , m_secrets(std::move(secrets))
    , m_attempt(attempt)
    , m_interaction(interaction)
{
    m_timer.setSingleShot(true);
    m_timer.callOnTimeout(this, &DeviceSignIn::poll);
}

QFuture<Result<HttpAnswer>> DeviceSignIn::start()
{
    const Result<TokenCall> call = deviceAuthorizationCall(m_target.provider, m_secrets);
    if (!call) {
        m_done(call.error());
    } else {
        whenDone(m_ports.tokenEndpoint.post(*call), this, [this](Result<HttpAnswer> answer) {
            answer ? show(*answer) : m_done(answer.error());
        });
    }
    return m_done.future();
}

void DeviceSignIn::show(const HttpAnswer &answer)
{
    const Result<DeviceAuthorization> device
        = parseDeviceAnswer(answer, m_target.provider.loopbackHttpAllowed, m_ports.clock.now());
    if (!device)
        return m_done(device.error());
    m_device = *device;
    const bool opened = m_ports.browser.open(device->verification).ok();
    if (m_interaction) {
        m_interaction->waitingForBrowser(
            {m_attempt, device->verification, RedirectMode::Loopback, device->userCode}, opened);
    }
    m_timer.start(m_device.interval);
}

void DeviceSignIn::poll()
{
    if (m_ports.clock.now() >= m_device.expiresAt)
        return m_done(localError(code::expired));
    const Result<TokenCall> call
        = deviceTokenCall(m_target.provider, m_secrets, m_device.deviceCode);
    if (!call)
        return m_done(call.error());
    whenDone(m_ports.tokenEndpoint.post(*call), this,
             [this](const Result<HttpAnswer> &answer) { take(answer); });
}

void DeviceSignIn::take(const Result<HttpAnswer> &answer)
{
    const Result<TokenSet> tokens = answer ? readTokens(m_target, *answer, m_ports.clock.now())
                                           : Result<TokenSet>(answer.error());
    if (!tokens) {
        const AuthError &error = tokens.error();
        // RFC 8628 3.5: five seconds more for every slow_down, twice as long after a lost answer.
        if (error.is(code::slowDown))
            m_device.interval += 5s;
        else if (error.origin == ErrorOrigin::Transport)
            m_device.interval = std::min<std::chrono::seconds>(m_device.interval * 2, 60s);
        else if (error.is(code::deviceExpired))
            return m_done(localError(code::expired));
        else if (!error.is(code::authorizationPending))
            return m_done(error);
        m_timer.start(m_device.interval);
        return;
    }
    if (m_interaction)
        m_interaction->browserReturned();
    m_done(answer);
}

} // namespace relink
