// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace relink {

class AuthorizationAgent;
class Browser;
class Clock;
class ConnectionStore;
class History;
class IntegrationStore;
class Probe;
class ReconnectProgressStore;
class RefreshJournal;
class SecretStore;
class TokenEndpoint;

//! Every outside thing the services use. None is owned; all outlive the services.
struct Ports
{
    AuthorizationAgent &agent;
    TokenEndpoint &tokenEndpoint;
    Probe &probe;
    SecretStore &secrets;
    ConnectionStore &connections;
    IntegrationStore &integrations;
    RefreshJournal &journal;
    ReconnectProgressStore &progress;
    History &history;
    Browser &browser;
    Clock &clock;
};

} // namespace relink
