// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/seenrequest.h"

namespace relink {

//! A place in a text.
struct LoggedAddress
{
    qsizetype start = 0;
    qsizetype end = 0;
    QString method; //!< upper case; empty: none stands before it
};

//! Addresses with a query but without a scheme, or without even a host, as servers log them.
QList<LoggedAddress> loggedAddresses(const QString &text);

//! Without a scheme a host stands where the path begins, unless that is the name of a page.
void splitHost(SeenRequest &request);

} // namespace relink
