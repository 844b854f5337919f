-- SPDX-FileCopyrightText: 2026 The Relink developers
-- SPDX-License-Identifier: GPL-3.0-or-later

-- "Did this help?" under the topics of the Help page. It is sent to nobody.
CREATE TABLE help_answer (
    topic TEXT PRIMARY KEY NOT NULL,
    helped INTEGER NOT NULL
) STRICT;
