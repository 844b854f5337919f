// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/credential.h"
#include "core/model/httpanswer.h"
#include "core/rules/deviceanswer.h"
#include "services/futures.h"
#include "services/interaction.h"
#include "services/ports.h"
#include "services/target.h"

#include <QObject>
#include <QTimer>

namespace relink {

//! One sign-in with a code that the person types in on any device (RFC 8628): asks for the code,
//! shows it and polls. Completes once, with the answer that holds the tokens or with the failure.
class DeviceSignIn : public QObject
{
public:
    //! `interaction` may be null and must outlive it.
    DeviceSignIn(const Ports &ports, Target target, Credential secrets, AttemptId attempt,
                 AuthorizationInteraction *interaction);

    QFuture<Result<HttpAnswer>> start();
    //! Asks no more; the future stays open.
    void stop() { m_timer.stop(); }

private:
    void show(const HttpAnswer &answer);
    void poll();
    void take(const Result<HttpAnswer> &answer);

    Ports m_ports;
    const Target m_target;
    const Credential m_secrets;
    const AttemptId m_attempt;
    AuthorizationInteraction *m_interaction;
    DeviceAuthorization m_device;
    QTimer m_timer;
    Completion<HttpAnswer> m_done;
};

} // namespace relink
