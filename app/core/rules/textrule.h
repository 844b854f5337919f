// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/errorclass.h"

#include <array>
#include <span>

namespace relink {

//! One way in which people and programs tell a failure, whoever the provider is. The rules are
//! ordered: what lies innermost (no network, a wrong clock) goes before what wraps it, a reason
//! before a code, a code before a mere status.
struct TextRule
{
    struct Reading
    {
        ErrorClass errorClass = ErrorClass::Unknown;
        const char *why = nullptr; //!< of whysentences.h
    };

    const char *id;
    const char *pattern; //!< over ErrorText::text(), with the word groups of textPattern()
    const char *unless; //!< when this is found too, the rule does not speak; may be null
    int status; //!< must be the text's; 0: any
    ErrorClass errorClass;
    const char *cause;
    double confidence;
    std::array<Reading, 3> alternatives;
    const char *source;
    const char *example; //!< what it was written for, and a test
};

//! The rules in their order, by what they speak of.
std::span<const TextRule> successTextRules();
std::span<const TextRule> thisComputerTextRules(); //!< keychain, clock
std::span<const TextRule> networkTextRules(); //!< proxy, TLS, names, connections
std::span<const TextRule> reasonTextRules(); //!< incidents, limits, old ways, test mode, others
std::span<const TextRule> accountTextRules(); //!< plan, account, app, organisation
std::span<const TextRule> settingTextRules(); //!< redirect URI, scope names, what was not sent
std::span<const TextRule> oauthTextRules(); //!< the codes of RFC 6749 and family, with their words
std::span<const TextRule> credentialTextRules(); //!< tokens, keys and logins in words
std::span<const TextRule> wrapperTextRules(); //!< "authentication failed", when no reason is given
std::span<const TextRule> permissionTextRules();
std::span<const TextRule> translatedTextRules(); //!< German, French, Spanish, Dutch
std::span<const TextRule> toldTextRules(); //!< symptoms in people's own words
std::span<const TextRule> programTextRules(); //!< nobody's answer at all
std::span<const TextRule> serviceTextRules(); //!< outages and refusals without a reason
std::span<const TextRule> statusTextRules(); //!< nothing but a status

} // namespace relink
