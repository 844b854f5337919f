// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace relink {

//! What makes a request unsafe.
enum class RequestFlaw {
    CredentialsInQuery, //!< servers, proxies and browsers write addresses down
    KeyInQuery,
    CredentialsInAddress, //!< user:password@host
    GetAuthentication, //!< signing in by GET (MIN-70)
    NoTls,
    BasicWithoutTls,
    SecretInArguments, //!< other users of the computer can read command lines
    Misprint, //!< SGE-15
};

struct RequestFinding
{
    RequestFlaw flaw = RequestFlaw::CredentialsInQuery;
    int line = 0; //!< from 1
    QString what; //!< names of parameters, a host, an option; never a value

    friend bool operator==(const RequestFinding &, const RequestFinding &) = default;
};

struct RequestLint
{
    bool hasRequest = false; //!< otherwise the text holds none that could be judged
    QList<RequestFinding> findings; //!< in the order of their lines
    QString suggested; //!< the safe form, placeholders for all secrets; empty: nothing to change

    friend bool operator==(const RequestLint &, const RequestLint &) = default;
};

QString toString(RequestFlaw flaw);
const QList<RequestFlaw> &allRequestFlaws();

} // namespace relink
