// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/checkresults.h"
#include "words/storedcheckwords.h"
#include "words/translate.h"
#include "words/words.h"

namespace relink::words {

using namespace Qt::StringLiterals;

QString checkName(CheckId check, const QString &providerName)
{
    switch (check) {
    case CheckId::Network:
        return translate("Check", "Internet");
    case CheckId::Clock:
        return translate("Check", "This computer’s clock");
    case CheckId::Keychain:
        return translate("Check", "Keychain");
    case CheckId::Grant:
        return translate("Check", "Sign-in at %1").arg(shownProvider(providerName));
    case CheckId::Proxy:
        return translate("Check", "Proxy");
    case CheckId::Tls:
        return translate("Check", "Encryption");
    case CheckId::CaptivePortal:
        return translate("Check", "Sign-in page of the network");
    case CheckId::Endpoint:
        return translate("Check", "Address");
    case CheckId::Scopes:
        return translate("Check", "Permissions");
    case CheckId::Competing:
        return translate("Check", "A second connection");
    case CheckId::Format:
        return translate("Check", "Characters copied along");
    case CheckId::TestMode:
        return translate("Check", "Test Mode");
    }
    Q_UNREACHABLE();
}

namespace {

QString notKnown()
{
    return translate("Check", "could not be compared; nothing points against it");
}

//! What was found, and that it is none of the account's fault.
QString wayFault(const CheckResult &result, const QString &provider)
{
    return result.diagnosis
        ? classExplanation(result.diagnosis->errorClass, result.diagnosis->cause, provider)
        : translate("Check", "%1 does not answer").arg(provider);
}

QString networkSentence(const CheckResult &result, const QString &provider)
{
    if (!result.passed)
        return wayFault(result, provider);
    if (result.detail == checkdetail::unknown)
        return notKnown();
    bool known = false;
    const double milliseconds = result.values.value(u"milliseconds"_s).toDouble(&known);
    if (!known)
        return translate("Check", "there is a connection");
    return translate("Check", "%1 answers (%2 s)")
        .arg(provider, QLocale().toString(milliseconds / 1000, 'f', 1));
}

QString waySentence(const CheckResult &result, const QString &provider)
{
    if (!result.passed)
        return wayFault(result, provider);
    if (result.detail == checkdetail::unknown)
        return notKnown();
    switch (result.check) {
    case CheckId::Proxy:
        return translate("Check", "none stands in the way");
    case CheckId::Tls:
        return result.detail == "none_needed"_L1
            ? translate("Check", "not needed inside this computer")
            : translate("Check", "%1 proved who it is").arg(provider);
    default:
        return translate("Check", "none stands in between");
    }
}

QString clockSentence(const CheckResult &result, const QString &provider)
{
    const int minutes = qAbs(result.values.value(u"minutes"_s).toInt());
    if (result.passed)
        return result.detail == checkdetail::unknown ? notKnown() : translate("Check", "right");
    if (minutes == 1)
        return translate("Check", "one minute off against %1; set the date and time").arg(provider);
    if (minutes > 1) {
        return translate("Check", "%n minutes off against %1; set the date and time", nullptr,
                         minutes)
            .arg(provider);
    }
    return translate("Check", "differs from that of %1; set the date and time").arg(provider);
}

QString keychainResult(const CheckResult &result)
{
    if (result.passed)
        return translate("Check", "unlocked");
    if (result.detail == "denied"_L1)
        return translate("Check", "refuses access; allow it when your computer asks");
    if (result.detail == "not_answering"_L1)
        return translate("Check", "does not answer; look for a waiting question of your computer");
    if (result.detail == "missing"_L1)
        return translate("Check", "none is running; install and start one");
    if (result.detail == "entry_missing"_L1)
        return translate("Check", "open, but without an entry for this connection");
    if (result.detail == "damaged"_L1)
        return translate("Check", "open, but the entry of this connection cannot be read");
    if (result.detail == "locked"_L1)
        return translate("Check", "locked; unlock it");
    return translate("Check", "not usable at the moment");
}

QString grantSentence(const CheckResult &result, const QString &provider)
{
    if (result.passed && result.detail == "no_probe"_L1) {
        return translate("Check",
                         "could not be verified, as no address for checking is known; “Edit” takes "
                         "one");
    }
    if (result.passed)
        return translate("Check", "%1 accepts it").arg(provider);
    if (result.diagnosis)
        return classTitle(result.diagnosis->errorClass, result.diagnosis->cause);
    return translate("Check", "%1 does not accept it").arg(provider);
}

} // namespace

QString checkSentence(const CheckResult &result, const QString &providerName)
{
    const QString provider = shownProvider(providerName);
    if (result.passed && result.detail == checkdetail::notLookedAt)
        return translate("Check", "not looked at: something else comes first");
    switch (result.check) {
    case CheckId::Network:
        return networkSentence(result, provider);
    case CheckId::Proxy:
    case CheckId::Tls:
    case CheckId::CaptivePortal:
        return waySentence(result, provider);
    case CheckId::Endpoint:
        return endpointSentence(result, provider);
    case CheckId::Scopes:
        return scopeSentence(result, provider);
    case CheckId::Competing:
        return competingSentence(result, provider);
    case CheckId::Format:
        return formatSentence(result);
    case CheckId::TestMode:
        return testModeSentence(result, provider);
    case CheckId::Clock:
        return clockSentence(result, provider);
    case CheckId::Keychain:
        return keychainResult(result);
    case CheckId::Grant:
        return grantSentence(result, provider);
    }
    Q_UNREACHABLE();
}

} // namespace relink::words
