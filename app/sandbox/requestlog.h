// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/server.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace relink::sandbox {

//! What was asked of the sandbox, for tests that count: names of fields, never their values
//! (but for grant_type, which tells a refresh from an exchange).
class RequestLog
{
public:
    //! `kind`: what the address stands for; `status` 0: closed without an answer.
    void add(const http::Request &request, const QString &provider, const QString &kind,
             int status);
    QByteArray lines() const; //!< one JSON object a line
    void clear() { m_lines.clear(); }

private:
    QList<QByteArray> m_lines;
    int m_count = 0;
};

} // namespace relink::sandbox
