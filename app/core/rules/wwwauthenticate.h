// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace relink {

//! One challenge of WWW-Authenticate, RFC 9110 11.6.1.
struct AuthChallenge
{
    QByteArray scheme; //!< lower case
    QByteArray token68;
    QMap<QByteArray, QByteArray> parameters; //!< names in lower case; the last of equal names

    friend bool operator==(const AuthChallenge &, const AuthChallenge &) = default;
};

//! The challenges of one or several header lines joined by line breaks. A line that breaks the
//! grammar yields none of its challenges and leaves the other lines alone (R51).
QList<AuthChallenge> parseChallenges(const QByteArray &joinedLines);

//! What the Bearer challenge says, RFC 6750 3. Empty where it is silent.
struct BearerError
{
    bool challenged = false; //!< there is a Bearer challenge at all
    QString error;
    QString description;
    QStringList scope; //!< what the resource would need

    friend bool operator==(const BearerError &, const BearerError &) = default;
};

//! Reads the Bearer challenge and no other (R51).
BearerError bearerError(const QByteArray &joinedLines);

} // namespace relink
