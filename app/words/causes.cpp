// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/causes.h"

#include "words/translate.h"

#include <QLatin1StringView>

namespace relink::words {

namespace {

struct Entry
{
    ErrorClass errorClass;
    const char *cause;
    const char *title;
    const char *explanation;
    const char *sentence;
};

using enum ErrorClass;

// clang-format off
const Entry entries[] = {
    {Unknown, "told_stopped",
     QT_TRANSLATE_NOOP("Cause", "You said that it stopped working"),
     QT_TRANSLATE_NOOP("Cause", "%1 holds this access itself, so Relink cannot look. It keeps what you said until you say that it works again."),
     QT_TRANSLATE_NOOP("Cause", "You told us %2 that it stopped working. Bring it back at %1, then say that it works.")},
    {NotAnError, "token_answer",
     QT_TRANSLATE_NOOP("Cause", "A successful sign-in"),
     QT_TRANSLATE_NOOP("Cause", "This is what %1 sends when a sign-in has succeeded. Whoever has it can use the access: do not pass it on."),
     ""},
    {NotAnError, "success",
     QT_TRANSLATE_NOOP("Cause", "A successful answer"),
     QT_TRANSLATE_NOOP("Cause", "What was asked of %1 was done."),
     ""},
    {ExpiredRefresh, "answer_lost",
     QT_TRANSLATE_NOOP("Cause", "The renewal’s answer was lost"),
     QT_TRANSLATE_NOOP("Cause", "Relink asked %1 to renew the sign-in and the answer never arrived, so the old sign-in no longer counts. Nobody withdrew anything."),
     QT_TRANSLATE_NOOP("Cause", "The answer of %1 to a renewal was lost %2. Re-authorise to go on.")},
    {ExpiredRefresh, "interrupted",
     QT_TRANSLATE_NOOP("Cause", "A renewal was interrupted"),
     QT_TRANSLATE_NOOP("Cause", "Relink was stopped while it renewed the sign-in at %1, so the old sign-in no longer counts."),
     QT_TRANSLATE_NOOP("Cause", "Renewal at %1 was interrupted %2. Re-authorise to go on.")},
    {ExpiredRefresh, "revoked_here",
     QT_TRANSLATE_NOOP("Cause", "You ended the access here"),
     QT_TRANSLATE_NOOP("Cause", "The access to %1 was ended in Relink, so nothing of it is stored any more. Nothing is wrong; connect it again if you want it back."),
     ""},
    {ExpiredRefresh, "no_refresh_token",
     QT_TRANSLATE_NOOP("Cause", "Sign-in cannot be renewed"),
     QT_TRANSLATE_NOOP("Cause", "%1 gave a sign-in that cannot be renewed without you. When it ends, only signing in again helps."),
     QT_TRANSLATE_NOOP("Cause", "The sign-in at %1 ended %2 and cannot be renewed without you. Re-authorise to go on.")},
    {ExpiredRefresh, "endpoints_changed",
     QT_TRANSLATE_NOOP("Cause", "The addresses have changed"),
     QT_TRANSLATE_NOOP("Cause", "The addresses for %1 are not those that you authorised, so Relink sends nothing there until you authorise again."),
     QT_TRANSLATE_NOOP("Cause", "The addresses for %1 changed %2, so nothing is sent there. Re-authorise to accept them.")},
    {ExpiredRefresh, "refused",
     QT_TRANSLATE_NOOP("Cause", "Renewal was refused"),
     QT_TRANSLATE_NOOP("Cause", "%1 refused to renew the sign-in and gave no clear reason. Authorising again is the surest way on."),
     QT_TRANSLATE_NOOP("Cause", "%1 refused to renew the sign-in %2. Re-authorise to go on.")},
    {ExpiredRefresh, "code_spent",
     QT_TRANSLATE_NOOP("Cause", "Code used, too late or mistyped"),
     QT_TRANSLATE_NOOP("Cause", "The code from %1 was used already, had run out before it arrived or was not copied whole. A new authorisation makes a new one."),
     QT_TRANSLATE_NOOP("Cause", "The authorisation at %1 ran out %2 before it was complete. Authorise once more.")},
    {ExpiredRefresh, "credential_damaged",
     QT_TRANSLATE_NOOP("Cause", "Stored sign-in is damaged"),
     QT_TRANSLATE_NOOP("Cause", "What the keychain holds for %1 cannot be read as a sign-in. It stays there until a new one replaces it."),
     QT_TRANSLATE_NOOP("Cause", "The stored sign-in for %1 was found damaged %2. Re-authorise to replace it.")},
    {ExpiredAccess, "key_refused",
     QT_TRANSLATE_NOOP("Cause", "Key no longer accepted"),
     QT_TRANSLATE_NOOP("Cause", "%1 no longer takes the stored key. A key cannot be renewed from here: make a new one at %1 and enter it."),
     QT_TRANSLATE_NOOP("Cause", "%1 no longer takes the stored key (noticed %2). Make a new one there and enter it.")},
    {InvalidClient, "key_refused",
     QT_TRANSLATE_NOOP("Cause", "Key not accepted"),
     QT_TRANSLATE_NOOP("Cause", "%1 does not accept the key: it was mistyped, replaced by a newer one, or is one for test mode. Compare it with the key shown at %1."),
     QT_TRANSLATE_NOOP("Cause", "%1 does not accept the key (noticed %2). Compare it with the one shown there.")},
    {InvalidClient, "secret_differs",
     QT_TRANSLATE_NOOP("Cause", "Client secret does not fit"),
     QT_TRANSLATE_NOOP("Cause", "The answer of %1 does not fit the client secret that was entered: the client ID or the client secret is wrong."),
     QT_TRANSLATE_NOOP("Cause", "The client ID or client secret for %1 is wrong (noticed %2). Compare both.")},
    {InvalidClient, "assertion_refused",
     QT_TRANSLATE_NOOP("Cause", "Signature not accepted"),
     QT_TRANSLATE_NOOP("Cause", "%1 does not accept what the private key signed: its certificate may not be uploaded there or may have run out, or the key’s ID, the user or the role do not fit."),
     QT_TRANSLATE_NOOP("Cause", "%1 refused the signature of the private key %2. Compare certificate, key ID, user and role there.")},
    {Revoked, "access_disabled",
     QT_TRANSLATE_NOOP("Cause", "Access is switched off"),
     QT_TRANSLATE_NOOP("Cause", "The app is still known at %1, but its access was switched off there. Switch it on again or authorise anew."),
     QT_TRANSLATE_NOOP("Cause", "Access was switched off at %1 %2. Switch it on there or re-authorise.")},
    {WrongTenant, "different_account",
     QT_TRANSLATE_NOOP("Cause", "Another account was authorised"),
     QT_TRANSLATE_NOOP("Cause", "The sign-in at %1 belongs to another account or organisation than before. The former one was kept."),
     QT_TRANSLATE_NOOP("Cause", "Another account was signed in at %1 %2. Re-authorise with the right one.")},
    {Network, "captive_portal",
     QT_TRANSLATE_NOOP("Cause", "The network asks for a sign-in"),
     QT_TRANSLATE_NOOP("Cause", "A sign-in page of the network answered instead of %1. Sign in to the network in your browser; your access is not affected."),
     QT_TRANSLATE_NOOP("Cause", "A network sign-in page stands before %1. Sign in to the network.")},
    {Network, "offline",
     QT_TRANSLATE_NOOP("Cause", "This computer is offline"),
     QT_TRANSLATE_NOOP("Cause", "This computer has no connection to the internet, so %1 could not be asked. Your access is not affected."),
     QT_TRANSLATE_NOOP("Cause", "Offline, so %1 cannot be asked.")},
    {Network, "dns",
     QT_TRANSLATE_NOOP("Cause", "Address not found"),
     QT_TRANSLATE_NOOP("Cause", "This computer cannot find the address of %1. Usually the internet connection is down; sometimes an address is misspelt."),
     QT_TRANSLATE_NOOP("Cause", "The address of %1 cannot be found from here.")},
    {Network, "refused",
     QT_TRANSLATE_NOOP("Cause", "Nobody answers there"),
     QT_TRANSLATE_NOOP("Cause", "The address of %1 exists, but nothing answers there at the moment. Your access is not affected."),
     QT_TRANSLATE_NOOP("Cause", "%1 takes no connections at the moment.")},
    {Network, "timeout",
     QT_TRANSLATE_NOOP("Cause", "No answer in time"),
     QT_TRANSLATE_NOOP("Cause", "%1 did not answer within half a minute. Your access is not affected; Relink tries again by itself."),
     QT_TRANSLATE_NOOP("Cause", "%1 did not answer in time.")},
    {Network, "connection_lost",
     QT_TRANSLATE_NOOP("Cause", "Connection broke off"),
     QT_TRANSLATE_NOOP("Cause", "The connection to %1 broke off before its answer was complete. Relink tries again by itself."),
     QT_TRANSLATE_NOOP("Cause", "The connection to %1 broke off.")},
    {Network, "redirected",
     QT_TRANSLATE_NOOP("Cause", "Sent elsewhere"),
     QT_TRANSLATE_NOOP("Cause", "Something on the way to %1 sent Relink to another address, which it does not follow. A network sign-in page is the usual cause."),
     QT_TRANSLATE_NOOP("Cause", "Something on the way to %1 points elsewhere; Relink does not follow.")},
    {Configuration, "redirected",
     QT_TRANSLATE_NOOP("Cause", "The address has moved"),
     QT_TRANSLATE_NOOP("Cause", "%1 says that this address has moved for good. Relink never sends a credential after such a pointer; the address has to be corrected."),
     QT_TRANSLATE_NOOP("Cause", "An address of %1 moved %2. Correct it in the connection’s settings.")},
    {Configuration, "state_mismatch",
     QT_TRANSLATE_NOOP("Cause", "Answer of another attempt"),
     QT_TRANSLATE_NOOP("Cause", "What came back from the browser does not belong to this authorisation at %1, so it was ignored. Start again from here."),
     QT_TRANSLATE_NOOP("Cause", "The answer from %1 belonged to another attempt (noticed %2). Authorise once more.")},
    {Configuration, "issuer_mismatch",
     QT_TRANSLATE_NOOP("Cause", "Answer of another server"),
     QT_TRANSLATE_NOOP("Cause", "The answer named another server than %1 as its sender, so nothing was sent. Check the addresses of this connection."),
     QT_TRANSLATE_NOOP("Cause", "Another server than %1 answered %2. Check the addresses in the settings.")},
    {Configuration, "port_busy",
     QT_TRANSLATE_NOOP("Cause", "The return address is in use"),
     QT_TRANSLATE_NOOP("Cause", "Another program uses the port at which Relink waits for %1. Close that program, or choose another port in the settings."),
     QT_TRANSLATE_NOOP("Cause", "The port for the answer from %1 was in use %2. Close the other program and authorise.")},
    {Configuration, "scope",
     QT_TRANSLATE_NOOP("Cause", "Unknown permission name"),
     QT_TRANSLATE_NOOP("Cause", "%1 does not know a permission that this connection asks for. Correct the list of permissions in the settings."),
     QT_TRANSLATE_NOOP("Cause", "%1 refused a permission name %2. Correct the permissions in the settings.")},
    {Configuration, "grant_type",
     QT_TRANSLATE_NOOP("Cause", "Way of signing in not allowed"),
     QT_TRANSLATE_NOOP("Cause", "The app registered at %1 may not use this way of signing in. Whoever registered it can allow it there."),
     QT_TRANSLATE_NOOP("Cause", "The app may not sign in this way at %1 (noticed %2). Allow it in the app’s registration.")},
    {Configuration, "endpoint",
     QT_TRANSLATE_NOOP("Cause", "Address does not exist"),
     QT_TRANSLATE_NOOP("Cause", "%1 has nothing at the address in the settings. Check it for misspelling."),
     QT_TRANSLATE_NOOP("Cause", "%1 found nothing at the stored address %2. Check it in the settings.")},
    {Configuration, "revocation",
     QT_TRANSLATE_NOOP("Cause", "Withdrawal refused"),
     QT_TRANSLATE_NOOP("Cause", "%1 did not accept the request to end the access. It can be ended on its own pages."),
     ""},
    {Configuration, "missing_input",
     QT_TRANSLATE_NOOP("Cause", "Something is not filled in"),
     QT_TRANSLATE_NOOP("Cause", "A value that %1 needs is missing in the settings of this connection."),
     QT_TRANSLATE_NOOP("Cause", "A value that %1 needs is missing (noticed %2). Fill it in in the settings.")},
    {Configuration, "invalid_input",
     QT_TRANSLATE_NOOP("Cause", "A value cannot be right"),
     QT_TRANSLATE_NOOP("Cause", "A value in the settings of this connection cannot be used for %1."),
     QT_TRANSLATE_NOOP("Cause", "A setting for %1 cannot be used (noticed %2). Correct it in the settings.")},
    {Configuration, "no_browser",
     QT_TRANSLATE_NOOP("Cause", "No browser opened"),
     QT_TRANSLATE_NOOP("Cause", "Relink could not start a browser for %1. Copy the link into one yourself."),
     QT_TRANSLATE_NOOP("Cause", "No browser opened for %1 (noticed %2). Copy the link into one yourself.")},
    {Tls, "tls_clock",
     QT_TRANSLATE_NOOP("Cause", "Certificate out of date, or clock wrong"),
     QT_TRANSLATE_NOOP("Cause", "The certificate of %1 is not valid at the time that this computer’s clock shows. Check the clock first."),
     QT_TRANSLATE_NOOP("Cause", "The certificate of %1 does not fit this computer’s clock. Check the date and time.")},
    {ProviderOutage, "too_large",
     QT_TRANSLATE_NOOP("Cause", "Answer far too large"),
     QT_TRANSLATE_NOOP("Cause", "The answer from %1 was larger than 1 MiB and was cut off. Relink tries again by itself."),
     QT_TRANSLATE_NOOP("Cause", "%1 sent an answer that was far too large.")},
    {ProviderOutage, "unreadable_answer",
     QT_TRANSLATE_NOOP("Cause", "Answer not readable"),
     QT_TRANSLATE_NOOP("Cause", "%1 answered with something that Relink cannot read as an answer. It tries again by itself."),
     QT_TRANSLATE_NOOP("Cause", "%1 sent an answer that cannot be read.")},
    {KeychainLocked, "denied",
     QT_TRANSLATE_NOOP("Cause", "Keychain refused"),
     QT_TRANSLATE_NOOP("Cause", "The keychain did not hand out the credential for %1. Allow it when your computer asks; nothing is lost."),
     QT_TRANSLATE_NOOP("Cause", "The keychain refused to hand out the credential for %1.")},
    {KeychainLocked, "not_answering",
     QT_TRANSLATE_NOOP("Cause", "Keychain not answering"),
     QT_TRANSLATE_NOOP("Cause", "The keychain that holds the credential for %1 does not answer. A question of your computer may be waiting behind a window."),
     QT_TRANSLATE_NOOP("Cause", "The keychain does not answer, so the credential for %1 cannot be read.")},
    {KeychainMissing, "entry_missing",
     QT_TRANSLATE_NOOP("Cause", "Entry missing in the keychain"),
     QT_TRANSLATE_NOOP("Cause", "The keychain is open but no longer holds the credential for %1. If it is in another keychain, open that; otherwise authorise again."),
     QT_TRANSLATE_NOOP("Cause", "The credential for %1 is not in the keychain. Re-authorise, or open the keychain that has it.")},
    {KeychainMissing, "no_keyring",
     QT_TRANSLATE_NOOP("Cause", "Keychain not set up"),
     QT_TRANSLATE_NOOP("Cause", "The keychain is running but was never set up, so nothing for %1 can be kept in it. Set it up once, or sign out of the computer and in again."),
     QT_TRANSLATE_NOOP("Cause", "The keychain was never set up, so nothing for %1 can be kept.")},
    {NotAnError, "works",
     QT_TRANSLATE_NOOP("Cause", "It works"),
     QT_TRANSLATE_NOOP("Cause", "%1 accepts the access, so nothing needs mending. You can authorise anew all the same."),
     ""},
    {NotAnError, "unconfirmed",
     QT_TRANSLATE_NOOP("Cause", "Not confirmed"),
     QT_TRANSLATE_NOOP("Cause", "Nothing is known against the access to %1, but it has not been confirmed either. You can authorise anew to be sure."),
     ""},
    {NotAnError, "told_works",
     QT_TRANSLATE_NOOP("Cause", "As you told us"),
     QT_TRANSLATE_NOOP("Cause", "%1 holds this access itself, so Relink cannot look. You said that it works there."),
     ""},
    {NotAnError, "not_told",
     QT_TRANSLATE_NOOP("Cause", "Nothing is known yet"),
     QT_TRANSLATE_NOOP("Cause", "%1 holds this access itself, so Relink cannot look, and nobody has said how it stands."),
     ""},
    {NotAnError, "paused",
     QT_TRANSLATE_NOOP("Cause", "Paused"),
     QT_TRANSLATE_NOOP("Cause", "This connection is paused, so %1 is not asked for anything until you resume it."),
     ""},
    {NotAnError, "cancelled",
     QT_TRANSLATE_NOOP("Cause", "Cancelled"),
     QT_TRANSLATE_NOOP("Cause", "You cancelled before %1 answered. Nothing was changed."),
     ""},
    {NotAnError, "removed",
     QT_TRANSLATE_NOOP("Cause", "Connection removed"),
     QT_TRANSLATE_NOOP("Cause", "The connection to %1 was removed while Relink was at work on it."),
     ""},
    {NotAnError, "timed_out",
     QT_TRANSLATE_NOOP("Cause", "Nobody came back from the browser"),
     QT_TRANSLATE_NOOP("Cause", "Relink waited for %1 in your browser until the time was up. Nothing was changed."),
     ""},
    {NotAnError, "declined",
     QT_TRANSLATE_NOOP("Cause", "You declined"),
     QT_TRANSLATE_NOOP("Cause", "The access was declined at %1. Nothing was changed."),
     ""},
    {Unknown, "no_verdict",
     QT_TRANSLATE_NOOP("Cause", "Answer says nothing about the access"),
     QT_TRANSLATE_NOOP("Cause", "%1 answered, but not in a way that tells whether the access is good. The address of the check may be wrong."),
     QT_TRANSLATE_NOOP("Cause", "The check at %1 gave no verdict %2.")},
};
// clang-format on

} // namespace

std::optional<CauseWords> causeWords(ErrorClass errorClass, const QString &cause)
{
    if (cause.isEmpty())
        return std::nullopt;
    for (const Entry &entry : entries) {
        if (entry.errorClass != errorClass || cause != QLatin1StringView(entry.cause))
            continue;
        CauseWords words;
        words.title = translate("Cause", entry.title);
        words.explanation = translate("Cause", entry.explanation);
        if (*entry.sentence)
            words.sentence = translate("Cause", entry.sentence);
        return words;
    }
    return std::nullopt;
}

QString classSentence(ErrorClass errorClass)
{
    switch (errorClass) {
    case ExpiredAccess:
        return translate(
            "Reason",
            "%1 accepts the access no longer (%2), renewed or not. Re-authorise to go on.");
    case ExpiredRefresh:
        return translate("Reason",
                         "Sign-in at %1 expired or was withdrawn %2. Re-authorise to go on.");
    case Revoked:
        return translate("Reason",
                         "Access was withdrawn at %1 %2. Re-authorise to get data flowing again.");
    case InvalidClient:
        return translate("Reason",
                         "%1 refused the client ID or secret %2. Compare them with those at %1.");
    case InvalidUserCredentials:
        return translate("Reason",
                         "%1 refused the stored login or key %2. Replace it with the present one.");
    case CredentialFormat:
        return translate(
            "Reason",
            "The stored credential has a stray character; %1 refused it %2. Paste it anew.");
    case TestModeMismatch:
        return translate(
            "Reason",
            "Test Mode and the credential for %1 do not match (noticed %2). Make them match.");
    case PermissionRole:
        return translate(
            "Reason",
            "%1 does not let this user do that (noticed %2). Ask an administrator there.");
    case PermissionScope:
        return translate(
            "Reason",
            "A permission at %1 is missing (noticed %2). Ask whoever administers %1 to allow it.");
    case PlanRestriction:
        return translate(
            "Reason", "Your plan at %1 does not include this (noticed %2). Ask whoever runs it.");
    case AppRemoved:
        return translate("Reason",
                         "The app was removed at %1 %2. Add it there again and re-authorise.");
    case WrongTenant:
        return translate(
            "Reason",
            "The sign-in does not reach this organisation at %1 (noticed %2). Choose it anew.");
    case CompetingConnection:
        return translate("Reason",
                         "A newer connection to %1 replaced this one %2. Keep only one of them.");
    case ConnectionLimit:
        return translate(
            "Reason",
            "%1 allows no further app (noticed %2). Remove one there that you do not need.");
    case DeprecatedMethod:
        return translate("Reason",
                         "%1 refused the old way of signing in %2. Set it up in the new way.");
    case ProviderOutage:
        return translate("Reason", "%1 has a fault of its own.");
    case RateLimited:
        return translate("Reason", "%1 asked Relink to slow down.");
    case Network:
        return translate("Reason", "%1 cannot be reached from here.");
    case Proxy:
        return translate("Reason", "The proxy does not let Relink through to %1.");
    case Tls:
        return translate("Reason", "The address did not prove that it is %1; nothing was sent.");
    case Clock:
        return translate("Reason",
                         "This computer’s clock is too far off for %1. Set the date and time.");
    case KeychainLocked:
        return translate("Reason",
                         "The keychain with the credential for %1 is locked. Unlock it to go on.");
    case KeychainMissing:
        return translate("Reason",
                         "No keychain is running, so the credential for %1 cannot be read.");
    case Configuration:
        return translate("Reason",
                         "%1 refused a setting of this connection %2. Check the settings.");
    case AccountClosed:
        return translate("Reason",
                         "%1 says the account is closed or blocked (noticed %2). Contact %1.");
    case NotAnError:
        return translate("Reason", "%1 reported something that is no fault (noticed %2).");
    case Unknown:
        return translate("Reason",
                         "%1 refused %2; the reason is not one Relink knows. See its own words.");
    }
    Q_UNREACHABLE();
}

} // namespace relink::words
