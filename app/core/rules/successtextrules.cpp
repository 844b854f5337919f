// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    {"text.success",
     R"re("?access ?token"?\s*[:=]\s*"?[^\s",}]{2,}.{0,2000}(?:token ?type|expires in|expires|scope)|)re"
     R"re((?:token ?type|expires in|refresh ?token)"?\s*[:=].{0,2000}"?access ?token"?\s*[:=]\s*"?[^\s",}]{2,})re",
     R"re(\berror\b|\w+error\b|\bfail|denied|invalid|\bexpired\b|unauthor|forbidden|)re"
     R"re(revoked|exception|\b[45]\d\d\b (?:unauth|forb|bad))re",
     0,
     NotAnError,
     "token_answer",
     0.95,
     {},
     "RFC 6749 5.1",
     "{\"access_token\":\"FAKE\",\"token_type\":\"bearer\",\"expires_in\":1800}"},
    {"text.connected",
     R"re(token (?:was )?(?:rotated|refreshed|renewed)\b|)re"
     R"re(success(?:ful(?:ly)?)? (?:\w+ )?(?:connect|authenticat|authoriz|refresh|renew|logged|link|sign|verif)\w*|)re"
     R"re((?:connection|authentication|authorization|log ?in|refresh|token refresh|test|request)\b.{0,40}\b(?:success\w*|completed|established|restored|passed)\b|)re"
     R"re((?:is|are|now|quickbooks|account|status:?) connected\b|\bconnected!|)re"
     R"re(status:? (?:active|connected|ok)\b|http/[\d.]+ 20[014]\b)re",
     R"re(\berrors?\b|\w+error\b|fail|denied|invalid|expired?\b|unauthor|forbidden|)re"
     R"re(revoked|exception|not connected|unable|cannot|can't|could ?n[o']t|already|)re"
     R"re(problem|\b[45]\d\d\b|trouble|wrong|fout|fehler|erreur|refused|timed|)re"
     R"re(disconnected|throttl|unauthenticated|code"?: ?\d|limit|missing|tls alert|)re"
     R"re(incorrect|revok|clos(?:ed|ure)|suspend|deactivat|disabled|locked|)re"
     R"re(\bnot (?:found|valid|allowed|authorized|recognized)|reset by|unavailable|)re"
     R"re(actual:|)re"
     R"re(\banother\b|\bdifferent\b|)re"
     R"re(<html|wi ?fi|hotspot|captive)re",
     0,
     NotAnError,
     "success",
     0.85,
     {},
     "XRM-05",
     "Successfully connected to your account"},
    {"text.conditional",
     R"re(\bautomatically (?:disconnected|deactivated|disabled|paused|suspended) (?:if|when|after|once)\b|)re"
     R"re(\b(?:if|when|once|in case) you (?:\w+ )?(?:uninstall|revoke|disconnect|remove|change|cancel)\b|)re"
     R"re(\bno longer need to\b|)re"
     R"re(\b(?:you )?(?:don't|do not|needn't) need to (?:re ?authorize|re ?connect|log in)|)re"
     R"re(without having to (?:re ?authorize|re ?connect|log in)|)re"
     R"re((?:password|settings|profile|key|secret)\b.{0,20}\b(?:changed|updated|saved|created|rotated) successfully|)re"
     R"re(successfully (?:changed|updated|saved|created|disconnected|removed))re",
     R"re(\berrors?\b|\w+error\b|\bfail|denied|invalid|unauthor|forbidden|exception|)re"
     R"re(unable|cannot|can't|could ?n[o']t|\b[45]\d\d\b)re",
     0,
     NotAnError,
     "notice",
     0.75,
     {},
     "AMG-04",
     "If you uninstall the app, its access token is revoked."},
    {"text.notice",
     R"re(in test mode, you can|test card number|(?:be|get) notified when|join \w+ to|)re"
     R"re(completely free|sign up (?:for|to|now)|takes less than \d|three easy steps|)re"
     R"re(start selling|keep it secret|learn how to|)re"
     R"re(tokens? (?:will )?expires? (?:after|every|in) (?:\w+ )?\d+|)re"
     R"re(\b(?:if|when) you (?:uninstall|revoke|disconnect|change)|)re"
     R"re(valid for (?:\w+ )?\d+ (?:days|hours|months|minutes|years)|)re"
     R"re(^to (?:re ?)?(?:connect|authorize|link|enable|set up) .{0,60}, (?:open|go to|click|select|choose|navigate|log in|sign in)|)re"
     R"re((?:read|see) (?:our|the) (?:guide|documentation) (?:for|to|on)|)re"
     R"re(how (?:do|can) i (?:get|find|set up|create)\b|)re"
     R"re((?:wann|where|wo|when|quand|cuando|wanneer) (?:ist|is|finde|can|est|kann)\b.{0,80}\?)re",
     R"re(\b[45]\d\d\b|exception|\berror\b|invalid|expired\b|\brevoked|denied|unauthor|)re"
     R"re(no longer|fail|cannot|could not|ontbreekt|\bwarn|timed? ?out|refused|missing|)re"
     R"re(wrong|incorrect|unable|can't|\w+error\b|locked|closed|suspend|disabled|limit|)re"
     R"re(unavailable)re",
     0,
     NotAnError,
     "notice",
     0.75,
     {},
     "AMG-04",
     "In test mode, you can use the card number 4242"},
    {"text.refreshed_too_soon",
     R"re((?:access )?token is not yet expired\b|\bnot (?:allowed|possible) to (?:refresh|renew)\b.{0,40}\b(?:within|before|yet)\b|)re"
     R"re(\brefresh\w*\b.{0,40}\btoo (?:early|soon)\b|)re"
     R"re(\baccess token is not yet expired\b)re",
     R"re(\b(?:invalid|revoked|refused|reused|wrong|rejected)\b|invalid ?(?:grant|token))re",
     0,
     NotAnError,
     "refreshed_too_early",
     0.85,
     {},
     "Exact Online: token refresh",
     "Access token is not yet expired"},
    {"text.recovered",
     R"re(\b(?:retry|retried|second (?:attempt|try)|after (?:that|the refresh|refreshing))\b.{0,20}\b(?:ok|succeeded|succeeds|worked|works)\b)re",
     R"re(\b(?:fail\w*|still|again)\b|)re"
     R"re(\b(?:invalid|expired|revoked|denied|not|button)\b|\[ ?retry|retry ?\||invalid ?(?:grant|token))re",
     0,
     NotAnError,
     "success",
     0.75,
     {},
     "SGE-11",
     "401 Unauthorized, then the token was refreshed, retry OK"},
    {"text.too_early",
     R"re((?:rate limit|too early|refresh\w*)\b.{0,80}\b(?:token|session)\b.{0,20}\b(?:is |has )?(?:not (?:yet )?expired|hasn't expired|still valid)|)re"
     R"re((?:token|session)\b.{0,20}\b(?:not (?:yet )?expired|hasn't expired|still valid)\b.{0,60}\b(?:too early|refresh\w*))re",
     R"re(\binvalid\b|re ?authoriz|)re"
     R"re(\b40[13]\b)re",
     0,
     NotAnError,
     "refreshed_too_early",
     0.9,
     {},
     "Exact Online: token refresh",
     "Rate limit exceeded: access_token not expired"},
};

} // namespace

std::span<const TextRule> successTextRules()
{
    return rules;
}

} // namespace relink
