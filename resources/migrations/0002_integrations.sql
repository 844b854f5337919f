-- SPDX-FileCopyrightText: 2026 The Relink developers
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Two connections that work as a pair. Removed with either of them.
CREATE TABLE integration (
    position INTEGER PRIMARY KEY AUTOINCREMENT, -- the order in which they were made
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    accounting TEXT NOT NULL,
    other TEXT NOT NULL
) STRICT;
