-- SPDX-FileCopyrightText: 2026 The Relink developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Times are milliseconds since 1970 UTC. There is no column for a secret: those live in the
-- keychain under connection.secret_account. What is searched or sorted is a column; the rest of
-- a value is JSON.

CREATE TABLE connection (
    position INTEGER PRIMARY KEY AUTOINCREMENT, -- the order in which they were made
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE, -- the name without regard to case
    provider TEXT NOT NULL,
    via TEXT NOT NULL,
    environment TEXT NOT NULL,
    credential_environment TEXT,
    auth_method TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    identity TEXT NOT NULL,
    secret_account TEXT NOT NULL,
    has_secret INTEGER NOT NULL,
    created_at INTEGER,
    access_expires_at INTEGER,
    refresh_expires_at INTEGER,
    health TEXT NOT NULL,
    keychain_reason TEXT,
    since INTEGER,
    verified_at INTEGER,
    retry_at INTEGER,
    failures INTEGER NOT NULL,
    diagnosis TEXT, -- JSON
    error TEXT, -- JSON
    details TEXT NOT NULL -- JSON: inputs, captures, discovered, bound_origins, scope
) STRICT;

-- One row: grows with every change of the table above, so that a process sees the changes of
-- another one without being woken by the history.
CREATE TABLE connection_revision (value INTEGER NOT NULL) STRICT;
INSERT INTO connection_revision (value) VALUES (0);

-- Refreshes that were begun and are not known to be finished.
CREATE TABLE refresh_marker (
    connection TEXT PRIMARY KEY NOT NULL,
    generation INTEGER NOT NULL,
    started_at INTEGER,
    retried INTEGER NOT NULL
) STRICT;

CREATE TABLE reconnect_progress (
    connection TEXT PRIMARY KEY NOT NULL,
    started_at INTEGER,
    progress TEXT NOT NULL -- JSON
) STRICT;

-- Events may belong to no connection, or to one that was never stored because it failed to
-- connect; hence no foreign key.
CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    noticed_at INTEGER,
    count INTEGER NOT NULL,
    kind TEXT NOT NULL,
    connection TEXT NOT NULL,
    connection_name TEXT NOT NULL,
    provider TEXT NOT NULL,
    stage TEXT NOT NULL,
    action TEXT NOT NULL,
    http_status INTEGER,
    provider_code TEXT NOT NULL,
    error_class TEXT,
    cause TEXT NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    resolved INTEGER NOT NULL,
    search_key TEXT NOT NULL -- message, name and codes without regard to case
) STRICT;

CREATE INDEX history_time ON history (time, id);
CREATE INDEX history_connection_time ON history (connection, time, id);
CREATE INDEX history_connection ON history (connection);
CREATE INDEX history_open ON history (connection) WHERE resolved = 0 AND kind = 'failure';
