// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule outages[] = {
    // Said in so many words, it holds under a refusal's status too.
    {"text.outage_named",
     R"re(\bservice (?:is )?(?:\w+ )?unavailable\b|)re"
     R"re(temporar(?:ily|y) (?:unavailable|down|out of (?:service|order)|offline)|)re"
     R"re(\b(?:under|scheduled|planned|down for|undergoing) maintenance|maintenance mode)re",
     nullptr,
     0,
     ProviderOutage,
     "",
     0.75,
     {Reading {ExpiredAccess, why::tokenOld}},
     "RFC 6749 4.1.2.1",
     "HTTP/1.1 403 Forbidden: the API is down for maintenance"},
    {"text.outage",
     R"re(\bdegraded (?:performance|service|availability)|internal ?server ?error|)re"
     R"re(\binternal error\b|bad gateway|service (?:is )?(?:\w+ )?unavailable|)re"
     R"re(temporar(?:ily|y) (?:\w+ )?(?:unavailable|down|out of|error|issue|problem|failure|disabled)|)re"
     R"re((?:web )?server is (?:down|returning)|(?<!remote )\bserver error\b|)re"
     R"re((?:under|scheduled|planned|down for|in|site|system) maintenance|)re"
     R"re(maintenance mode|)re"
     R"re((?:is|are|be) (?:currently |temporarily )?(?:down\b|experiencing|having (?:issues|problems|trouble)|overloaded|offline)|)re"
     R"re((?:service|server|api|site|system|platform|currently|temporarily) (?:is |are )?(?:currently |temporarily )?not available|)re"
     R"re(we'?(?:'ll| will) be (?:right )?back|be back (?:soon|shortly)|)re"
     R"re(technical (?:problem|difficult|issue|error|fault)|)re"
     R"re(experienc\w+ (?:\w+ )?(?:technical|an? (?:unexpected|internal))|)re"
     R"re(try again (?:later|in \d|in a few|shortly|soon)|please try (?:again|later)|)re"
     R"re(unexpected (?:server )?error|)re"
     R"re(an error occurred (?:on the server|while processing|in )|system error|)re"
     R"re(server (?:is )?(?:busy|overloaded|down\b)|)re"
     R"re(service (?:disruption|interruption|outage|failure)|)re"
     R"re((?:partial|major|ongoing|known|current|api) (?:outage|incident)|)re"
     R"re(backend (?:error|fetch failed|unavailable)|no healthy upstream|)re"
     R"re(\bbackend ?error|something went wrong|origin (?:is )?(?:unreachable|dns)|)re"
     R"re(unknown error|check the (?:api )?status page|)re"
     R"re((?:not|n't) (?:currently )?responding|institution ?down|)re"
     R"re(\b(?:http|status|code|error)\b["']?\W{0,4}5(?:0[0-9]|2[0-9])\b|)re"
     R"re(internal (?:service|application|processing) error|)re"
     R"re(acting as a gateway|there is a problem with the page|)re"
     R"re(server (?:is )?too busy)re",
     R"re(\b(?:http|status|code|error)\b["']?\W{0,4}4(?:0[0-7]|09|1\d|2[0-9])\b|)re"
     R"re(\b40[0134]\b|experience an outage|)re"
     R"re(php unknown error|)re"
     R"re(validation error)re",
     0,
     ProviderOutage,
     "",
     0.75,
     {Reading {Network, why::network}},
     "AMG-30",
     "Something went wrong. Please try again later."},
    {"text.page_instead_of_answer",
     R"re(html<near>instead of (?:\w+ )?json|unexpected token '?<|)re"
     R"re(unexpected character.{0,20}<|(?:is )?not valid json|expecting value: line 1|)re"
     R"re(unexpected end of json|<!doctype html)re",
     R"re("?(?:error|message)"?\s*:\s*"[a-z])re",
     0,
     ProviderOutage,
     "page_instead_of_answer",
     0.5,
     {Reading {Network, why::signInPage}},
     "R31",
     "Unexpected token < in JSON at position 0"},
};

//! The program stumbled over itself.
constexpr TextRule programs[] = {
    {"text.program",
     R"re(\btype ?error\b|reference ?error\b|key ?error\b(?!.{0,60}credential)|)re"
     R"re(null ?pointer|null reference|)re"
     R"re(undefined (?:method|variable|index|property|offset|array key)|)re"
     R"re(cannot read propert|is not a function|could not load file or assembly|)re"
     R"re(\bclass "?[\w\\\\]+"? not found|no module named|cannot find module|)re"
     R"re(missing required arguments?)re",
     R"re(\b40[0137]\b|invalid grant|unauthorized|forbidden|access denied|expired)re",
     0,
     Unknown,
     "",
     0.5,
     {Reading {NotAnError, why::noFailure}},
     "AMG-04",
     "TypeError: Cannot read properties of undefined (reading 'access_token')"},
};

} // namespace

std::span<const TextRule> serviceTextRules()
{
    return outages;
}

std::span<const TextRule> programTextRules()
{
    return programs;
}

} // namespace relink
