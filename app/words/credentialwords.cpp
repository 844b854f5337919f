// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/credentialwords.h"

#include "core/model/connection.h"
#include "core/rules/credentiallint.h"
#include "core/rules/privatekeylint.h"
#include "words/translate.h"

namespace relink::words {

namespace {

QString flawName(CredentialFlaw flaw)
{
    switch (flaw) {
    case CredentialFlaw::LeadingSpace:
        return translate("Credential", "A space was copied along in front.");
    case CredentialFlaw::TrailingSpace:
        return translate("Credential", "A space was copied along at the end.");
    case CredentialFlaw::InnerSpace:
        return translate("Credential", "There is a space inside.");
    case CredentialFlaw::LineBreak:
        return translate("Credential", "A line break was copied along.");
    case CredentialFlaw::Tab:
        return translate("Credential", "A tab was copied along.");
    case CredentialFlaw::NoBreakSpace:
        return translate("Credential", "A no-break space was copied along.");
    case CredentialFlaw::ZeroWidth:
        return translate("Credential", "An invisible character was copied along.");
    case CredentialFlaw::ControlCharacter:
        return translate("Credential", "A control character was copied along.");
    case CredentialFlaw::SmartQuote:
        return translate("Credential", "There is a typographic quote.");
    case CredentialFlaw::SurroundingQuotes:
        return translate("Credential", "Quotes were copied along.");
    case CredentialFlaw::BearerPrefix:
        return translate("Credential", "The word before the key was copied along.");
    case CredentialFlaw::LookAlike:
        return translate("Credential", "A letter only looks like the usual one.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString credentialFlaw(const CredentialFinding &finding)
{
    //: What is wrong, the character's code point, its place counted from 1
    return translate("Credential", "%1 Character U+%2 at position %3.")
        .arg(flawName(finding.flaw),
             QString::number(uint(finding.codePoint), 16)
                 .toUpper()
                 .rightJustified(4, QLatin1Char('0')))
        .arg(finding.position + 1);
}

QString privateKeyFlaw(PrivateKeyFlaw flaw)
{
    switch (flaw) {
    case PrivateKeyFlaw::NotPem:
        return translate("Credential",
                         "This is not a private key in text form. It begins with a line like "
                         "“-----BEGIN PRIVATE KEY-----”.");
    case PrivateKeyFlaw::Incomplete:
        return translate(
            "Credential",
            "The end is missing. Copy the last line too, which begins with “-----END”.");
    case PrivateKeyFlaw::PublicKey:
        return translate("Credential",
                         "This is the public half of the key. The private half is needed here.");
    case PrivateKeyFlaw::Certificate:
        return translate("Credential",
                         "This is a certificate. The private key that belongs to it is needed "
                         "here.");
    case PrivateKeyFlaw::Encrypted:
        return translate("Credential",
                         "This key is locked with a passphrase. Save it without one and paste it "
                         "again; the keychain protects it here.");
    }
    Q_UNREACHABLE();
}

QString otherEnvironment(Environment looksMadeFor)
{
    switch (looksMadeFor) {
    case Environment::Production:
        return translate("Credential",
                         "This looks made for live use, but Test Mode is on. The two must match.");
    case Environment::Test:
        return translate("Credential",
                         "This looks made for tests, but Test Mode is off. The two must match.");
    }
    Q_UNREACHABLE();
}

} // namespace relink::words
