// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/requestflaw.h"

namespace relink {

using namespace Qt::StringLiterals;

QString toString(RequestFlaw flaw)
{
    switch (flaw) {
    case RequestFlaw::CredentialsInQuery:
        return u"credentials_in_query"_s;
    case RequestFlaw::KeyInQuery:
        return u"key_in_query"_s;
    case RequestFlaw::CredentialsInAddress:
        return u"credentials_in_address"_s;
    case RequestFlaw::GetAuthentication:
        return u"get_authentication"_s;
    case RequestFlaw::NoTls:
        return u"no_tls"_s;
    case RequestFlaw::BasicWithoutTls:
        return u"basic_without_tls"_s;
    case RequestFlaw::SecretInArguments:
        return u"secret_in_arguments"_s;
    case RequestFlaw::Misprint:
        return u"misprint"_s;
    }
    Q_UNREACHABLE();
}

const QList<RequestFlaw> &allRequestFlaws()
{
    using enum RequestFlaw;
    static const QList<RequestFlaw> all {CredentialsInQuery, KeyInQuery, CredentialsInAddress,
                                         GetAuthentication,  NoTls,      BasicWithoutTls,
                                         SecretInArguments,  Misprint};
    return all;
}

} // namespace relink
