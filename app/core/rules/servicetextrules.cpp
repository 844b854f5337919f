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

constexpr TextRule successes[] = {
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
     R"re(\banother\b|\bdifferent\b)re",
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

constexpr TextRule statuses[] = {
    // What is no refusal of a connection: the data that was sent, or the program that sent it.
    {"text.validation",
     R"re(validation (?:error|exception|failed|failure|errors)|)re"
     R"re((?:must|should|has to) be unique|not ?unique\b|)re"
     R"re(duplicate (?:entry|name|number|key|document|record|order|invoice)|)re"
     R"re(already (?:exists|been used previously|been taken)|)re"
     R"re((?:field|parameter|property|attribute|value|line|quantity|amount|address|postcode|zip|sku|email)s?\b.{0,40}\b(?:is required|are required|is missing|is invalid|was invalid|were invalid|not valid|must|cannot be (?:empty|blank|null)|too long|out of range)|)re"
     R"re(unprocessable|invalid resource|)re"
     R"re(invalid (?:line|item|amount|quantity|date|value|input|format|address|postcode|field|parameter|order|invoice|product|sku|json|xml|data)|)re"
     R"re(made inactive|)re"
     R"re((?:record|invoice|order|product|customer|item|object|document|resource|page|file|row|sku|item)s?\b.{0,60}(?:not found|could not be found|does not exist|doesn't exist|not exist|was deleted)|)re"
     R"re(no such \w+|schema|syntax ?error|parse error|\bunexpected token\b|)re"
     R"re(type ?error\b|reference ?error|null ?pointer|null reference|)re"
     R"re(undefined (?:method|variable|index|property)|cannot read propert|)re"
     R"re(is not a function|not a valid\b|could not load file or assembly|)re"
     R"re(class not found|no module named|cannot find module|missing required arguments?)re",
     nullptr,
     0,
     Unknown,
     "",
     0.5,
     {Reading {NotAnError, why::noFailure}},
     "AMG-04",
     "Validation Exception: Invoice # must be unique"},
    {"text.token_endpoint_401",
     R"re(/(?:oauth2?|connect|auth|identity|security)/?(?:v\d(?:\.\d)?/)?(?:\w+/)*token\b|)re"
     R"re(token ?(?:endpoint|uri|url)|/oauth2?/(?:v\d/)?access ?token|)re"
     R"re(\btoken (?:exchange|request)\b|)re"
     R"re((?:request|get|obtain|exchange|refresh)\w* ?(?:the |an? )?(?:access )?token\b)re",
     nullptr,
     401,
     InvalidClient,
     "",
     0.6,
     {Reading {ExpiredRefresh, why::expiredUnused}, Reading {TestModeMismatch, why::testMode}},
     "RFC 6749 5.2",
     "POST https://api.example.com/oauth2/token 401"},
    {"text.token_endpoint_403",
     R"re(/(?:oauth2?|connect|auth|identity|security)/?(?:v\d(?:\.\d)?/)?(?:\w+/)*token\b|)re"
     R"re(token ?(?:endpoint|uri|url)|/oauth2?/(?:v\d/)?access ?token|)re"
     R"re(\btoken (?:exchange|request)\b|)re"
     R"re((?:request|get|obtain|exchange|refresh)\w* ?(?:the |an? )?(?:access )?token\b)re",
     nullptr,
     403,
     InvalidClient,
     "",
     0.5,
     {Reading {Configuration, why::setUpWrong}, Reading {ExpiredRefresh, why::expiredUnused}},
     "RFC 6749 5.2",
     "POST https://api.example.com/oauth2/token 403"},
    {"text.token_endpoint_400",
     R"re(/(?:oauth2?|connect|auth|identity|security)/?(?:v\d(?:\.\d)?/)?(?:\w+/)*token\b|)re"
     R"re(token ?(?:endpoint|uri|url)|/oauth2?/(?:v\d/)?access ?token|)re"
     R"re(\btoken (?:exchange|request|refresh|renewal)\b|)re"
     R"re((?:request|get|obtain|exchange|refresh)\w* ?(?:the |an? )?(?:access )?token\b)re",
     nullptr,
     400,
     ExpiredRefresh,
     "refused",
     0.5,
     {Reading {Configuration, why::setUpWrong}, Reading {InvalidClient, why::badSecret}},
     "RFC 6749 5.2",
     "POST https://api.example.com/oauth2/token 400"},
    {"text.not_found",
     R"re(.)re",
     nullptr,
     404,
     Configuration,
     "endpoint",
     0.4,
     {Reading {PermissionRole, why::roleMissing}, Reading {WrongTenant, why::otherCompany}},
     "SGE-51",
     "404 on https://api.example.com/v1/me"},
    {"text.method_not_allowed",
     R"re(.)re",
     nullptr,
     405,
     Configuration,
     "endpoint",
     0.5,
     {Reading {DeprecatedMethod, why::oldMethod}},
     "RFC 9110 15.5.6",
     "HTTP 405"},
    {"text.token_request_refused",
     R"re(\btoken (?:exchange|request)\b.{0,80}\bunauthorized\b)re",
     nullptr,
     0,
     InvalidClient,
     "",
     0.55,
     {Reading {ExpiredRefresh, why::expiredUnused}, Reading {TestModeMismatch, why::testMode}},
     "RFC 6749 5.2",
     "Token exchange answered with status Unauthorized"},
    {"text.forbidden",
     R"re(\bforbidden\b|\b403\b)re",
     nullptr,
     0,
     PermissionRole,
     "",
     0.55,
     {Reading {PermissionScope, why::missingScope}, Reading {PlanRestriction, why::planAllows},
      Reading {WrongTenant, why::otherCompany}},
     "MIN-40, X-01",
     "403 Forbidden"},
    {"text.inactive",
     R"re((?:connection|integration|channel|account|status)\b.{0,20}\b(?:is |shows? |= ?|: ?)?(?:inactive|disconnected|not connected|broken)|)re"
     R"re(\bnot connected|connection (?:lost|failed|error|broken))re",
     R"re(http status|bad request|token request)re",
     0,
     InvalidUserCredentials,
     "inactive",
     0.45,
     {Reading {ExpiredRefresh, why::expiredUnused}, Reading {Revoked, why::grantEnded}},
     "MIN-T6",
     "Connection inactive"},
    {"text.authorization_error",
     R"re(authorization (?:error|failed|failure|problem|issue)|unable to authorize|)re"
     R"re(could not authorize)re",
     nullptr,
     0,
     Unknown,
     "",
     0.4,
     {Reading {ExpiredAccess, why::tokenOld}, Reading {PermissionRole, why::roleMissing},
      Reading {PlanRestriction, why::planAllows}},
     "AMG-02",
     "Authorization error"},
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

std::span<const TextRule> successTextRules()
{
    return successes;
}

std::span<const TextRule> statusTextRules()
{
    return statuses;
}

} // namespace relink
