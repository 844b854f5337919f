// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/words.h"

#include "words/causes.h"
#include "words/translate.h"

namespace relink::words {

using namespace Qt::StringLiterals;

QString classTitle(ErrorClass errorClass, const QString &cause)
{
    if (const auto words = causeWords(errorClass, cause))
        return words->title;
    switch (errorClass) {
    case ErrorClass::ExpiredAccess:
        return translate("ErrorClass", "Access ran out");
    case ErrorClass::ExpiredRefresh:
        return translate("ErrorClass", "Sign-in expired");
    case ErrorClass::Revoked:
        return translate("ErrorClass", "Access was withdrawn");
    case ErrorClass::InvalidClient:
        return translate("ErrorClass", "App credentials not accepted");
    case ErrorClass::InvalidUserCredentials:
        return translate("ErrorClass", "User name, password or key not accepted");
    case ErrorClass::CredentialFormat:
        return translate("ErrorClass", "Credential contains something that does not belong");
    case ErrorClass::TestModeMismatch:
        return translate("ErrorClass", "Test Mode does not match the credential");
    case ErrorClass::PermissionRole:
        return translate("ErrorClass", "The user lacks a permission");
    case ErrorClass::PermissionScope:
        return translate("ErrorClass", "A permission was not granted");
    case ErrorClass::PlanRestriction:
        return translate("ErrorClass", "Not included in the plan");
    case ErrorClass::AppRemoved:
        return translate("ErrorClass", "The app was removed");
    case ErrorClass::WrongTenant:
        return translate("ErrorClass", "Wrong organisation");
    case ErrorClass::CompetingConnection:
        return translate("ErrorClass", "Another connection took over");
    case ErrorClass::ConnectionLimit:
        return translate("ErrorClass", "Too many connections");
    case ErrorClass::DeprecatedMethod:
        return translate("ErrorClass", "Sign-in method no longer offered");
    case ErrorClass::ProviderOutage:
        return translate("ErrorClass", "Provider out of order");
    case ErrorClass::RateLimited:
        return translate("ErrorClass", "Asked to slow down");
    case ErrorClass::Network:
        return translate("ErrorClass", "No internet connection");
    case ErrorClass::Proxy:
        return translate("ErrorClass", "Proxy does not let Relink through");
    case ErrorClass::Tls:
        return translate("ErrorClass", "Secure connection not possible");
    case ErrorClass::Clock:
        return translate("ErrorClass", "This computer’s clock is wrong");
    case ErrorClass::KeychainLocked:
        return translate("ErrorClass", "Keychain locked");
    case ErrorClass::KeychainMissing:
        return translate("ErrorClass", "No keychain");
    case ErrorClass::Configuration:
        return translate("ErrorClass", "A setting is not right");
    case ErrorClass::AccountClosed:
        return translate("ErrorClass", "Account closed or blocked");
    case ErrorClass::NotAnError:
        return translate("ErrorClass", "Not a fault");
    case ErrorClass::Unknown:
        return translate("ErrorClass", "Not recognised");
    }
    Q_UNREACHABLE();
}

QString classExplanation(ErrorClass errorClass, const QString &cause, const QString &providerName)
{
    if (const auto words = causeWords(errorClass, cause))
        return words->explanation.arg(shownProvider(providerName));
    switch (errorClass) {
    case ErrorClass::ExpiredAccess:
        return translate("ErrorClass",
                         "%1 gives out access for a short time and this one has run out. Relink "
                         "can usually renew it by itself.")
            .arg(shownProvider(providerName));
    case ErrorClass::ExpiredRefresh:
        return translate("ErrorClass",
                         "%1 no longer takes the sign-in: it ran out, or somebody withdrew it "
                         "there. Only signing in again starts a new one.")
            .arg(shownProvider(providerName));
    case ErrorClass::Revoked:
        return translate("ErrorClass",
                         "Somebody ended the access at %1, or %1 ended it after a change such as "
                         "a new password. Authorise again if it should go on.")
            .arg(shownProvider(providerName));
    case ErrorClass::InvalidClient:
        return translate("ErrorClass",
                         "%1 does not accept the client ID or client secret of the app. Your "
                         "own sign-in is not the cause.")
            .arg(shownProvider(providerName));
    case ErrorClass::InvalidUserCredentials:
        return translate("ErrorClass",
                         "%1 does not accept the user name, password or key that is stored. It "
                         "may have been changed or made anew there.")
            .arg(shownProvider(providerName));
    case ErrorClass::CredentialFormat:
        return translate("ErrorClass",
                         "The credential holds a space, a line break or another character that "
                         "copying often brings along, so %1 cannot read it.")
            .arg(shownProvider(providerName));
    case ErrorClass::TestModeMismatch:
        return translate("ErrorClass",
                         "%1 keeps test and live apart: test credentials work only with Test Mode "
                         "on, live ones only with it off.")
            .arg(shownProvider(providerName));
    case ErrorClass::PermissionRole:
        return translate("ErrorClass",
                         "%1 knows who you are, but the user behind this connection may not do "
                         "this. An administrator there can change the role.")
            .arg(shownProvider(providerName));
    case ErrorClass::PermissionScope:
        return translate("ErrorClass",
                         "This permission was not part of the access that was allowed at %1, or it "
                         "was taken away since. Whoever administers %1 can allow it.")
            .arg(shownProvider(providerName));
    case ErrorClass::PlanRestriction:
        return translate("ErrorClass",
                         "The connection works, but your plan at %1 does not include this data "
                         "or function.")
            .arg(shownProvider(providerName));
    case ErrorClass::AppRemoved:
        return translate("ErrorClass",
                         "The app is no longer installed at %1, or whoever created it has left. "
                         "It has to be added there again.")
            .arg(shownProvider(providerName));
    case ErrorClass::WrongTenant:
        return translate("ErrorClass",
                         "The sign-in at %1 is good, but it does not reach the organisation that "
                         "this connection is for.")
            .arg(shownProvider(providerName));
    case ErrorClass::CompetingConnection:
        return translate("ErrorClass",
                         "%1 allows one connection of this kind at a time, and a newer one has "
                         "replaced this one.")
            .arg(shownProvider(providerName));
    case ErrorClass::ConnectionLimit:
        return translate("ErrorClass",
                         "The number of apps that %1 allows is used up. Removing one that is no "
                         "longer needed makes room.")
            .arg(shownProvider(providerName));
    case ErrorClass::DeprecatedMethod:
        return translate("ErrorClass",
                         "%1 has retired the way in which this connection signs in. It has to be "
                         "set up in the present way.")
            .arg(shownProvider(providerName));
    case ErrorClass::ProviderOutage:
        return translate("ErrorClass",
                         "%1 has a fault of its own at the moment. Your access is not affected "
                         "and Relink keeps trying.")
            .arg(shownProvider(providerName));
    case ErrorClass::RateLimited:
        return translate("ErrorClass",
                         "%1 was asked too often in a short time. Relink waits as long as it was "
                         "told to.")
            .arg(shownProvider(providerName));
    case ErrorClass::Network:
        return translate("ErrorClass",
                         "%1 could not be reached from this computer. That says nothing about "
                         "your access; Relink tries again by itself.")
            .arg(shownProvider(providerName));
    case ErrorClass::Proxy:
        return translate("ErrorClass",
                         "The proxy between this computer and %1 refused. Your access is not "
                         "affected.")
            .arg(shownProvider(providerName));
    case ErrorClass::Tls:
        return translate("ErrorClass",
                         "The address did not prove that it belongs to %1, so Relink sent "
                         "nothing. A filter or guest network in between is the usual cause.")
            .arg(shownProvider(providerName));
    case ErrorClass::Clock:
        return translate("ErrorClass",
                         "This computer’s date or time is so far off that %1 cannot be reached "
                         "safely. Your access is not affected.")
            .arg(shownProvider(providerName));
    case ErrorClass::KeychainLocked:
        return translate("ErrorClass",
                         "The credential for %1 is in the keychain of this computer, which is "
                         "locked or not answering. Nothing is lost.")
            .arg(shownProvider(providerName));
    case ErrorClass::KeychainMissing:
        return translate("ErrorClass",
                         "This computer has no keychain running, and Relink keeps the credential "
                         "for %1 nowhere else.")
            .arg(shownProvider(providerName));
    case ErrorClass::Configuration:
        return translate("ErrorClass",
                         "A setting of this connection does not agree with what is registered at "
                         "%1, for example an address or the name of a permission.")
            .arg(shownProvider(providerName));
    case ErrorClass::AccountClosed:
        return translate("ErrorClass",
                         "%1 says that the account itself is closed, suspended or blocked. Only "
                         "%1 can open it again.")
            .arg(shownProvider(providerName));
    case ErrorClass::NotAnError:
        return translate("ErrorClass", "%1 answered in a way that looks like a fault but is none.")
            .arg(shownProvider(providerName));
    case ErrorClass::Unknown:
        return translate("ErrorClass",
                         "%1 refused, and its answer fits nothing that Relink knows. Its own "
                         "words are kept with it.")
            .arg(shownProvider(providerName));
    }
    Q_UNREACHABLE();
}

QString actionSentence(RecommendedAction action, const QString &providerName)
{
    switch (action) {
    case RecommendedAction::None:
        return translate("Action", "Nothing for you to do.");
    case RecommendedAction::Wait:
        return translate("Action", "Wait a little: Relink tries again by itself.");
    case RecommendedAction::Refresh:
        return translate("Action", "Refresh the connection.");
    case RecommendedAction::Reauthorize:
        return translate("Action", "Re-authorise at %1.").arg(shownProvider(providerName));
    case RecommendedAction::EditCredential:
        return translate("Action",
                         "Compare the stored credential and settings with those at %1 and update "
                         "them.")
            .arg(shownProvider(providerName));
    case RecommendedAction::SwitchTestMode:
        return translate("Action", "Switch Test Mode so that it matches the credential from %1.")
            .arg(shownProvider(providerName));
    case RecommendedAction::ChooseOrganisation:
        return translate("Action", "Re-authorise and choose the right organisation at %1.")
            .arg(shownProvider(providerName));
    case RecommendedAction::AskAdministrator:
        return translate("Action", "Ask whoever administers %1 for the missing permission.")
            .arg(shownProvider(providerName));
    case RecommendedAction::UnlockKeychain:
        return translate("Action", "Unlock or start this computer’s keychain, then check again.");
    case RecommendedAction::CheckNetwork:
        return translate("Action", "Check this computer’s internet connection.");
    case RecommendedAction::SetClock:
        return translate("Action", "Set this computer’s date and time.");
    case RecommendedAction::ContactSupport:
        return translate("Action", "Contact the support of %1 with the details shown here.")
            .arg(shownProvider(providerName));
    }
    Q_UNREACHABLE();
}

} // namespace relink::words
