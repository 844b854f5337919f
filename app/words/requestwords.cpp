// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/requestwords.h"

#include "core/rules/plaintext.h"
#include "words/translate.h"

namespace relink::words {

QString requestSentence(const RequestFinding &finding)
{
    const QString what = plainText(finding.what, 200);
    switch (finding.flaw) {
    case RequestFlaw::CredentialsInQuery:
        return translate("RequestLint",
                         "Credentials stand in the address (%1). Servers, proxies and browsers "
                         "keep addresses: send them in the body of a POST.")
            .arg(what);
    case RequestFlaw::KeyInQuery:
        return translate("RequestLint",
                         "The API key stands in the address (%1). Send it in a header.")
            .arg(what);
    case RequestFlaw::CredentialsInAddress:
        return translate("RequestLint",
                         "User name and password stand before the host %1. Take them out of the "
                         "address.")
            .arg(what);
    case RequestFlaw::GetAuthentication:
        return translate("RequestLint",
                         "This signs in with GET (%1). Use POST, with the credentials in the body.")
            .arg(what);
    case RequestFlaw::NoTls:
        return translate("RequestLint",
                         "The way to %1 is not encrypted (http). Use https, so that nobody on the "
                         "way can read along.")
            .arg(what);
    case RequestFlaw::BasicWithoutTls:
        return translate("RequestLint",
                         "User name and password go to %1 readable by everybody on the way: Basic "
                         "over http only looks scrambled.")
            .arg(what);
    case RequestFlaw::SecretInArguments:
        return translate("RequestLint",
                         "A secret stands on the command line (%1), where other users of this "
                         "computer can see it in the list of programs. Put it into a file that "
                         "only you can read, and give that to curl with --config.")
            .arg(what);
    case RequestFlaw::Misprint:
        return translate("RequestLint",
                         "“%1” is a misprint of a printed sample and does not work as it stands.")
            .arg(what);
    }
    Q_UNREACHABLE();
}

QString changeRequestSentence(const RequestLint &lint)
{
    return lint.suggested.isEmpty()
        ? translate("RequestLint",
                    "Change the request, or send this to whoever looks after the script.")
        : translate("RequestLint",
                    "Change the request to the safe form, or send this to whoever looks after "
                    "the script.");
}

QString inOrderSentence(RequestFlaw flaw)
{
    switch (flaw) {
    case RequestFlaw::CredentialsInQuery:
        return translate("RequestLint", "No credentials in the address.");
    case RequestFlaw::KeyInQuery:
        return translate("RequestLint", "No API key in the address.");
    case RequestFlaw::CredentialsInAddress:
        return translate("RequestLint", "No user name before the host.");
    case RequestFlaw::GetAuthentication:
        return translate("RequestLint", "Nothing signs in with GET.");
    case RequestFlaw::NoTls:
        return translate("RequestLint", "No unencrypted address.");
    case RequestFlaw::BasicWithoutTls:
        return translate("RequestLint", "No password goes unencrypted.");
    case RequestFlaw::SecretInArguments:
        return translate("RequestLint", "No secret on the command line.");
    case RequestFlaw::Misprint:
        return translate("RequestLint", "No known misprint.");
    }
    Q_UNREACHABLE();
}

} // namespace relink::words
