// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/credentialwords.h"

#include "core/rules/credentiallint.h"
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

} // namespace relink::words
