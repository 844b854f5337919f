// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/credentialwords.h"

#include "core/model/connection.h"
#include "core/rules/credentiallint.h"
#include "core/rules/privatekeylint.h"
#include "core/rules/secretcompare.h"
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

QString codePointName(char32_t codePoint)
{
    return QString::number(uint(codePoint), 16).toUpper().rightJustified(4, QLatin1Char('0'));
}

} // namespace

QString credentialFlaw(const CredentialFinding &finding)
{
    return credentialFlaw(finding.flaw, finding.codePoint, finding.position + 1);
}

QString credentialFlaw(CredentialFlaw flaw, char32_t codePoint, qsizetype position)
{
    //: What is wrong, the character's code point, its place counted from 1
    return translate("Credential", "%1 Character U+%2 at position %3.")
        .arg(flawName(flaw), codePointName(codePoint))
        .arg(position);
}

QString removedCharacters(const QList<CredentialFinding> &findings)
{
    if (findings.isEmpty())
        return {};
    QStringList places;
    for (const CredentialFinding &finding : findings) {
        //: The code point of a character, its place counted from 1
        places.append(translate("Credential", "U+%1 at position %2")
                          .arg(codePointName(finding.codePoint))
                          .arg(finding.position + 1));
    }
    //: What was taken away from a value, as a list
    return translate("Credential", "Removed: %1.").arg(places.join(QStringLiteral(", ")));
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

QString comparison(const SecretComparison &comparison)
{
    switch (comparison.outcome) {
    case SecretComparison::Outcome::Same:
        return translate("Credential", "It is the stored one.");
    case SecretComparison::Outcome::Differs:
        return translate("Credential",
                         "It is not the stored one. Enter the new one with “Edit” if it was "
                         "changed there.");
    case SecretComparison::Outcome::NothingStored:
        return translate("Credential", "None is stored here to compare with.");
    case SecretComparison::Outcome::SameButForCharacters:
        break;
    }
    QStringList lines {comparison.inStored
                           ? translate("Credential",
                                       "It is the stored one, but for characters that do not "
                                       "belong to what is stored. Enter it once more with “Edit”.")
                           : translate("Credential",
                                       "It is the stored one, but for characters that were copied "
                                       "along now.")};
    for (const CredentialFinding &finding : comparison.findings)
        lines.append(credentialFlaw(finding));
    return lines.join(u'\n');
}

} // namespace relink::words
