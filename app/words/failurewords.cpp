// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/words.h"

#include "core/ports/secretstore.h"
#include "core/rules/calls.h"
#include "core/rules/classify.h"
#include "core/rules/plaintext.h"
#include "core/rules/redirect.h"
#include "words/translate.h"

namespace relink::words {

using namespace Qt::StringLiterals;

namespace {

//! The sentence, and the detail after it where there is one.
QString withDetail(const QString &sentence, const QString &detail)
{
    if (detail.trimmed().isEmpty())
        return sentence;
    return QString(sentence % u' ' % plainText(detail));
}

//! The detail, which says it all, or the sentence where there is none.
QString orDetail(const QString &sentence, const QString &detail)
{
    return detail.trimmed().isEmpty() ? sentence : plainText(packText(detail));
}

QString transportFailure(const AuthError &error, const QString &provider)
{
    if (error.is(code::offline))
        return translate("Failure",
                         "This computer is offline, so %1 could not be asked. Connect it to the "
                         "internet and try again.")
            .arg(provider);
    if (error.is(code::dns))
        return translate("Failure",
                         "The address of %1 cannot be found from this computer. Check the internet "
                         "connection, then the spelling of the address.")
            .arg(provider);
    if (error.is(code::refused))
        return translate("Failure",
                         "Nothing answers at the address of %1. Try again in a few minutes.")
            .arg(provider);
    if (error.is(code::timeout))
        return translate("Failure", "%1 did not answer in time. Try again in a few minutes.")
            .arg(provider);
    if (error.is(code::connectionLost))
        return translate(
                   "Failure",
                   "The connection to %1 broke off before the answer arrived, so it is not known "
                   "whether %1 did what was asked. Check the connection before you repeat it.")
            .arg(provider);
    if (error.is(code::proxy))
        return translate("Failure",
                         "The proxy refused to let Relink through to %1. Check the proxy settings "
                         "of this computer.")
            .arg(provider);
    if (error.is(code::tls))
        return translate(
                   "Failure",
                   "The address did not prove that it belongs to %1, so nothing was sent. A filter "
                   "or guest network in between is the usual cause; use another network.")
            .arg(provider);
    if (error.is(code::tlsClock))
        return translate("Failure",
                         "The certificate of %1 does not fit the date on this computer. Set the "
                         "date and time, then try again.")
            .arg(provider);
    if (error.is(code::tooLarge))
        return translate("Failure",
                         "The answer from %1 was larger than 1 MiB and was cut off. Check the "
                         "address, or try again later.")
            .arg(provider);
    if (error.is(code::redirected))
        return translate("Failure",
                         "The address of %1 points to another one. Relink never follows with a "
                         "credential; check the address, or sign in to the network first.")
            .arg(provider);
    if (error.is(code::captivePortal))
        return translate("Failure",
                         "A sign-in page of the network answered instead of %1. Sign in to the "
                         "network in your browser, then try again.")
            .arg(provider);
    if (error.is(code::unreadable))
        return translate("Failure",
                         "%1 answered with something that cannot be read. Check the address, or "
                         "try again later.")
            .arg(provider);
    return translate("Failure",
                     "%1 could not be reached. Check the internet connection and try again.")
        .arg(provider);
}

QString secretStoreFailure(const AuthError &error, const QString &provider)
{
    if (error.is(code::keychainLocked))
        return translate("Failure",
                         "The keychain of this computer is locked. Unlock it and try again; "
                         "nothing was changed.");
    if (error.is(code::keychainDenied))
        return translate(
            "Failure",
            "The keychain refused. Allow Relink to use it and try again; nothing was changed.");
    if (error.is(code::keychainNotAnswering))
        return translate("Failure",
                         "The keychain does not answer. Look for a waiting question of your "
                         "computer, then try again.");
    if (error.is(code::keychainMissing))
        return translate("Failure",
                         "No keychain is running. Install and start one, for example gnome-keyring "
                         "or KWallet; Relink keeps credentials nowhere else.");
    if (error.is(code::noKeyring))
        return translate("Failure",
                         "The keychain is running but was never set up, so nothing can be kept in "
                         "it. Set it up once, in “Passwords and Keys” or the wallet settings of "
                         "your computer, or sign out of the computer and in again.");
    if (error.is(code::keychainDamaged))
        return translate(
                   "Failure",
                   "What the keychain holds for %1 cannot be read. Re-authorise to replace it.")
            .arg(provider);
    if (error.is("entry_missing"))
        return translate("Failure",
                         "The keychain no longer holds the credential for %1. Re-authorise, or "
                         "open the keychain that has it.")
            .arg(provider);
    return withDetail(translate("Failure",
                                "The keychain could not do what was asked. Try again; if it goes "
                                "on, run “relink doctor”."),
                      error.description);
}

QString listenerFailure(const AuthError &error, const QString &provider)
{
    if (error.is(code::stateMismatch))
        return translate("Failure",
                         "That address does not belong to this authorisation at %1. Allow the "
                         "access on the browser page that was opened last, copy the whole address "
                         "you arrive at, and paste it again.")
            .arg(provider);
    if (error.is(code::noCodePasted))
        return translate("Failure",
                         "That is neither the address nor the code of this authorisation at %1. "
                         "Allow the access in the browser, copy the whole address you arrive at, "
                         "and paste it again.")
            .arg(provider);
    if (error.is(code::addressNeeded))
        return translate("Failure",
                         "The code alone is not enough at %1. Copy the whole address that the "
                         "browser arrives at, and paste it again.")
            .arg(provider);
    if (error.is(code::signatureMismatch))
        return translate("Failure",
                         "The answer of %1 does not fit the client secret that was entered. "
                         "Compare the client ID and the client secret with those shown at %1.")
            .arg(provider);
    if (error.is(code::invalidInput))
        return withDetail(translate("Failure",
                                    "The answer of %1 is not the one that was asked for, so "
                                    "nothing was sent. Start again.")
                              .arg(provider),
                          packText(error.description));
    if (error.is(code::issuerMismatch))
        return translate("Failure",
                         "Another server than %1 sent the answer, so nothing was sent to it. Check "
                         "the addresses of this connection.")
            .arg(provider);
    if (error.is(code::portBusy))
        return withDetail(translate("Failure",
                                    "Another program uses the port at which Relink waits for the "
                                    "answer. Close it, or choose another port, and try again."),
                          error.description);
    return withDetail(
        translate("Failure", "Relink could not wait for the answer from the browser. Try again."),
        error.description);
}

QString localFailure(const AuthError &error, const QString &provider)
{
    if (error.is(code::cancelled))
        return translate("Failure", "Cancelled. Nothing was changed.");
    if (error.is(code::expired))
        return translate("Failure",
                         "Nobody came back from %1 in the browser in time. Nothing was changed; "
                         "start again when you are ready.")
            .arg(provider);
    if (error.is(code::answerLost))
        return translate("Failure",
                         "The answer of %1 to the renewal was lost, so the old sign-in no longer "
                         "counts. Re-authorise to go on.")
            .arg(provider);
    if (error.is(code::differentAccount))
        return orDetail(
            translate("Failure",
                      "Another account or organisation was authorised at %1 than before. The "
                      "former one was kept; authorise again with the right one.")
                .arg(provider),
            error.description);
    if (error.is(code::connectionRemoved))
        return translate("Failure",
                         "This connection was removed meanwhile, here or by another Relink. There "
                         "is nothing left to do with it.");
    if (error.is(code::missingInput))
        return orDetail(translate("Failure", "Something that %1 needs is missing.").arg(provider),
                        error.description);
    if (error.is(code::invalidInput))
        return orDetail(translate("Failure", "A value cannot be used."), error.description);
    if (error.is(code::noBrowser))
        return translate("Failure",
                         "No browser could be started. Copy the link into one yourself.");
    if (error.is(code::noRefreshToken))
        return translate("Failure",
                         "%1 gave a sign-in that cannot be renewed without you. Re-authorise to "
                         "get a new one.")
            .arg(provider);
    if (error.is(code::endpointsChanged))
        return translate("Failure",
                         "The addresses for %1 are not those that you authorised, so nothing was "
                         "sent. Re-authorise to accept the new ones.")
            .arg(provider);
    if (error.is(code::secretUnbound))
        return withDetail(
            translate("Failure",
                      "The addresses for %1 have changed since the login or key was entered, so "
                      "nothing was sent. Enter it again to accept the new ones.")
                .arg(provider),
            error.description);
    if (error.is(code::connectionPaused))
        return translate("Failure",
                         "This connection is paused, so %1 is not asked for anything. Resume it "
                         "first.")
            .arg(provider);
    // Storage says itself what to do wherever it knows.
    if (error.is(code::storage) && !error.description.isEmpty())
        return plainText(packText(error.description));
    if (error.is(code::storage))
        return withDetail(translate("Failure",
                                    "Relink could not write its own files. Check that the disk is "
                                    "not full and that you may write there."),
                          error.description);
    if (error.is(code::busy))
        return translate("Failure",
                         "Another Relink is working on this connection. Try again in a moment.");
    return withDetail(
        translate("Failure",
                  "Relink could not do that. Try again; if it goes on, run “relink doctor”."),
        error.description);
}

QString authorizationFailure(const AuthError &error, const QString &provider)
{
    if (error.is("access_denied"))
        return translate("Failure", "You declined at %1. Nothing was changed.").arg(provider);
    if (error.is("server_error") || error.is("temporarily_unavailable"))
        return translate("Failure",
                         "%1 cannot authorise anything at the moment. Try again in a few minutes.")
            .arg(provider);
    if (error.is("invalid_scope"))
        return translate("Failure",
                         "%1 does not know a permission that was asked for. Correct the list of "
                         "permissions and try again.")
            .arg(provider);
    if (error.is("unauthorized_client"))
        return translate("Failure",
                         "%1 does not accept this app. Compare the client ID with the one "
                         "registered there.")
            .arg(provider);
    return translate("Failure",
                     "%1 refused the authorisation. Check the settings of this connection.")
        .arg(provider);
}

QString tokenFailure(const AuthError &error, const QString &provider)
{
    const int status = error.httpStatus.value_or(0);
    if (status == 429)
        return translate("Failure", "%1 asks for fewer requests. Wait a few minutes and try again.")
            .arg(provider);
    if (status >= 500 || error.is("server_error") || error.is("temporarily_unavailable"))
        return translate("Failure",
                         "%1 has a fault of its own. Try again in a few minutes; your access is "
                         "not affected.")
            .arg(provider);
    if (error.is(code::codeRefused))
        return translate("Failure",
                         "%1 refused the code: it was used already, came too late or is that of "
                         "another sign-in. Start again with a new code; if that one is refused "
                         "too, compare the client ID and secret.")
            .arg(provider);
    if (error.is(code::assertionRefused))
        return translate("Failure",
                         "%1 refused the signature of the private key. Check there that its "
                         "certificate or public key is uploaded and still valid, and compare the "
                         "key’s ID and the user and role for which it stands.")
            .arg(provider);
    if (error.is("invalid_grant"))
        return translate("Failure",
                         "The sign-in at %1 has ended or was withdrawn. Re-authorise to go on.")
            .arg(provider);
    if (error.is("invalid_client") || error.is("unauthorized_client"))
        return translate("Failure",
                         "%1 does not accept the client ID or client secret. Compare them with "
                         "those registered there.")
            .arg(provider);
    if (error.is("invalid_scope"))
        return translate("Failure",
                         "%1 does not give a permission that was asked for. Correct the list of "
                         "permissions and authorise again.")
            .arg(provider);
    if (error.is("unsupported_grant_type"))
        return translate("Failure",
                         "%1 does not allow this way of signing in for the app. Whoever registered "
                         "the app can allow it there.")
            .arg(provider);
    if (error.is("invalid_request"))
        return translate("Failure",
                         "%1 could not use the request. Check the addresses and credentials of "
                         "this connection.")
            .arg(provider);
    if (error.is(code::unreadable))
        return translate("Failure",
                         "%1 answered the sign-in with something that cannot be read. Check the "
                         "address, or try again later.")
            .arg(provider);
    return translate("Failure", "%1 refused the sign-in. Check the credential and try again.")
        .arg(provider);
}

QString resourceFailure(const AuthError &error, const QString &provider)
{
    if (error.is(code::keyRefused))
        return translate("Failure",
                         "%1 refused the key, so nothing was saved. Copy it whole and compare the "
                         "mode, test or live, for which it was made.")
            .arg(provider);
    switch (error.httpStatus.value_or(0)) {
    case 401:
        return translate("Failure",
                         "%1 no longer accepts the access. Refresh the connection; if that does "
                         "not help, re-authorise or enter a new key.")
            .arg(provider);
    case 403:
        return translate("Failure",
                         "%1 knows the account but does not allow this. Ask an administrator there "
                         "for the permission.")
            .arg(provider);
    case 429:
        return translate("Failure", "%1 asks for fewer checks. Wait a few minutes and try again.")
            .arg(provider);
    default:
        break;
    }
    if (error.httpStatus.value_or(0) >= 500)
        return translate("Failure",
                         "%1 could not answer the check because of a fault of its own. Try again "
                         "in a few minutes.")
            .arg(provider);
    return translate("Failure",
                     "%1 answered the check in a way that says nothing about the access. Check the "
                     "address that is asked.")
        .arg(provider);
}

} // namespace

QString failure(const AuthError &error, const QString &providerName)
{
    const QString provider = shownProvider(providerName);
    switch (error.origin) {
    case ErrorOrigin::AuthorizationEndpoint:
        return authorizationFailure(error, provider);
    case ErrorOrigin::TokenEndpoint:
        return tokenFailure(error, provider);
    case ErrorOrigin::RevocationEndpoint:
        return translate(
                   "Failure",
                   "%1 did not accept the request to end the access. End it on its own pages.")
            .arg(provider);
    case ErrorOrigin::Resource:
        return resourceFailure(error, provider);
    case ErrorOrigin::Transport:
        return transportFailure(error, provider);
    case ErrorOrigin::RedirectListener:
        return listenerFailure(error, provider);
    case ErrorOrigin::SecretStore:
        return secretStoreFailure(error, provider);
    case ErrorOrigin::Local:
        return localFailure(error, provider);
    }
    Q_UNREACHABLE();
}

QString providersOwnWords(const AuthError &error)
{
    const bool fromServer = error.origin == ErrorOrigin::AuthorizationEndpoint
        || error.origin == ErrorOrigin::TokenEndpoint
        || error.origin == ErrorOrigin::RevocationEndpoint || error.origin == ErrorOrigin::Resource;
    if (!fromServer && !error.httpStatus)
        return {};
    QStringList parts;
    if (error.httpStatus)
        parts += u"HTTP %1"_s.arg(*error.httpStatus);
    const bool ownName = error.is(code::codeRefused) || error.is(code::keyRefused)
        || error.is(code::assertionRefused);
    if (fromServer && !error.code.isEmpty() && !ownName)
        parts += plainText(error.code, 80);
    if (!error.providerCode.isEmpty() && error.providerCode != error.code)
        parts += plainText(error.providerCode, 80);
    if (!error.description.isEmpty() && error.description != error.code)
        parts += plainText(error.description);
    return parts.join(u" · "_s);
}

} // namespace relink::words
