// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    {"text.expired_connect_again",
     R"re(\btokens? expires? after \d+ (?:months?|days?|years?)|)re"
     R"re(\b(?:token|access|authorization|authentication|connection|credentials?)\b<near>expired.{0,200}(?:re ?authoriz|re ?authenticat|re ?connect|generate (?:a )?new|new token|authorize (?:\w+ ){0,4}again|connect (?:\w+ ){0,4}again)|)re"
     R"re(\b(?:token|authorization)\b<near>expired\b.{0,60}\bre ?(?:created|generated|issued))re",
     R"re(refresh(?:ing)? (?:the |your )?(?:access )?token|automatically)re",
     0,
     ExpiredRefresh,
     "",
     0.8,
     {Reading {ExpiredAccess, why::tokenOld}, Reading {Revoked, why::grantEnded}},
     "MIN-50",
     "The token has expired. Please re-authorise the account."},
    {"text.access_expired",
     R"re((?<!refresh )\b<access_token>\b(?! refresh)<near>\b(?:has |have |is |was |are |already |may have |might have |appears |seems |to |be |been |probably )*\b<expired>(?! api)|)re"
     R"re((?:expired|stale) (?:\w+ )?<access_token>|\bjwt (?:is |has )?expired|)re"
     R"re(expired jwt|)re"
     R"re(token (?:lifetime|expiry|expiration)\b<near>(?:exceed|invalid|past|over)|)re"
     R"re(expired ?signature|signature has expired|lifetime validation failed|)re"
     R"re(\bidx10223\b|)re"
     R"re((?:session|sessie|sitzung|sesion)\b<few>(?:has |is |was )*(?:<expired>|no longer valid|invalid|abgelaufen|expiree?|caducad\w*|verlopen|not found|does not exist)|)re"
     R"re(expired session|invalid session|session ?expired|token ?expired|)re"
     R"re(expired ?authentication|(?<!refresh )token<near>no longer valid|)re"
     R"re(token ?(?:expired|too old)|)re"
     R"re(session (?:was |has been |is )?(?:terminated|ended|closed)|)re"
     R"re(token used too late|)re"
     R"re(\bexpired (?:authenticator|ticket)\b)re",
     R"re(refresh token (?:has |is |was )?(?:expired|invalid)|not expired|)re"
     R"re(hasn't expired|api key (?:has |is )?expired|)re"
     R"re(expired or (?:been )?revoked|expired/revoked)re",
     0,
     ExpiredAccess,
     "",
     0.85,
     {Reading {ExpiredRefresh, why::expiredUnused}},
     "SGE-10",
     "TokenExpired: token expired at 08/12/2022 07:00:40"},
    {"text.grant_expired",
     R"re(\b(?:authorization|authentication|connection|access|consent|log ?in|sign ?in|grant|permission|oauth)\b(?! token| key)<few>(?:has |have |is |was |are )*(?:expired|no longer valid|run out|lapsed)|)re"
     R"re(\bcredentials?\b<near>(?:has |have |is |was |are )*(?:expired|no longer valid|run out|lapsed)|)re"
     R"re(expired (?:log ?in|authorization|authentication|connection|consent|grant|access)\b(?! token)|)re"
     R"re((?:access|authorization|connection)<near>expired or (?:it )?(?:has )?(?:been )?revoked|)re"
     R"re(expired or revoked|valid for \d+ \w+ and (?:it |has )?expired|)re"
     R"re(token (?:for .{0,30})?(?:is |has |was )?(?:expired or (?:been )?revoked)|)re"
     R"re((?:account|connection|log ?in|sign ?in) details (?:are |is )?no longer valid|)re"
     R"re((?:connection|link|access|authorization|integration) is not valid any ?more|)re"
     R"re((?:connection|link|integration) is (?:invalid|no longer valid)\b(?! (?:for|json|xml))|)re"
     R"re(\bintegration (?:to \w+ |with \w+ )?(?:has |is )?expired)re",
     R"re(access token (?:has |is )?expired|certificate)re",
     0,
     ExpiredRefresh,
     "",
     0.8,
     {Reading {Revoked, why::grantEnded}},
     "AMK-09",
     "Authentication is no longer valid"},
    {"text.key_expired",
     R"re(expired <few><api_key>|<api_key><near>(?:has |is |was |have )*expired)re",
     R"re((?:may|might|could) (?:also )?(?:be|have been|have) expired|)re"
     R"re((?:missing|invalid|incorrect|wrong)[\w ,/]{0,20}(?:,|\bor\b|/) ?expired)re",
     0,
     ExpiredRefresh,
     "key_expired",
     0.8,
     {Reading {Revoked, why::grantEnded}, Reading {InvalidUserCredentials, why::wrongLogin}},
     "MIN-24",
     "Expired API Key provided"},
    {"text.key_withdrawn",
     R"re(<api_key><near>\b(?:revoked|inactive|disabled|deactivated|deleted|no longer active|not active|rolled|regenerated|removed|suspended|blocked)|)re"
     R"re((?:revoked|inactive|disabled|deactivated|deleted) <few><api_key>|)re"
     R"re(<api_key><near>no longer valid)re",
     nullptr,
     0,
     Revoked,
     "key_withdrawn",
     0.8,
     {Reading {InvalidUserCredentials, why::wrongLogin}, Reading {AccountClosed, why::accountShut}},
     "MIN-24",
     "This API key is no longer active"},
    {"text.api_key",
     R"re(<bad> <few><api_key>|)re"
     R"re(<api_key>\b<near>\b(?:<fails>|inactive|no longer|<missing>)|)re"
     R"re((?:key|passkey) (?:is |was )?(?:invalid|not valid|not recognized)|)re"
     R"re(no such api ?key|)re"
     R"re(check your <api_key>|)re"
     R"re(check (?:that )?(?:your|the) <api_key>|)re"
     R"re(<api_key> (?:authentication|authorization)[\w/ ]* (?:failure|failed|error)|get a new (?:api )?key\b)re",
     R"re(client key|idempotency|primary key|foreign key|duplicate key|ssh key|key error|)re"
     R"re(\b404\b)re",
     0,
     InvalidClient,
     "key_refused",
     0.85,
     {Reading {InvalidUserCredentials, why::wrongLogin}, Reading {TestModeMismatch, why::testMode},
      Reading {CredentialFormat, why::spaces}},
     "MIN-20",
     "Your API key may be invalid, or you've attempted to access the wrong datacenter."},
    {"text.login",
     R"re((?:<bad>|expired) <few><login>(?! input)\b(?! ?token)|)re"
     R"re(<login>(?: [\w@.'"]+){0,3}? (?:(?:is|are|was|were|has|have|been|may be|might be|and|or|/) )*(?:<fails>|bad\b|mismatch)|)re"
     R"re(\blog ?in (?:attempt )?(?:has |was |is )*(?:incorrect|rejected|invalid|denied)|)re"
     R"re((?:sign ?in|sign ?on|logon) (?:attempt )?(?:has |was |is )*(?:incorrect|rejected|invalid|denied)|)re"
     R"re(unrecognized log ?in|)re"
     R"re((?:cannot|could not|can't) be authorized with|)re"
     R"re(with (?:the )?(?:provided|given|supplied) credentials|logon failure|)re"
     R"re(user (?:was )?not (?:found|recognized)|no such user|unknown user\b|)re"
     R"re(security header is not valid|)re"
     R"re(check (?:your |the )?(?:user ?name|password|credentials|log ?in|authentication details)|)re"
     R"re((?:application|app) ?specific password|)re"
     R"re(\b(?:invalid|bad|wrong) authentication\b(?! (?:header|credentials|token))|)re"
     R"re(header received from the server was ['"]+(?:basic|ntlm|negotiate|digest)|)re"
     R"re(single sign on.{0,200}user ?name and password|)re"
     R"re(www authenticate["']?\s*[:=>]+\s*["'\[]*(?:basic|digest|ntlm)\b|)re"
     R"re(did(?: not|n't) (?:sign|log) in correctly|)re"
     R"re(<bad> (?:authorization|authentication) (?:information|data|details)|)re"
     R"re(verify (?:your |the |connection )+credentials)re",
     R"re(proxy|must (?:be|have) .{0,20}(?:characters|long)|)re"
     R"re((?:authentication|authorization) error ?\{?"?(?:permission|insufficient)|)re"
     R"re(authentication failure:? (?:permission|forbidden)|approved to access|)re"
     R"re(oauth ?token ?invalid|)re"
     R"re(authentication\w*[ .:]+(?:\w+ )?token (?:is )?(?:invalid|expired|not valid)|)re"
     R"re(invalid (?:access |auth |bearer |oauth )token)re",
     0,
     InvalidUserCredentials,
     "",
     0.7,
     {Reading {TestModeMismatch, why::testMode}, Reading {CredentialFormat, why::spaces},
      Reading {ExpiredAccess, why::tokenOld}},
     "MIN-T4",
     "Invalid credentials"},
    {"text.no_token",
     R"re((?:fail\w*|could not|cannot|can't|couldn't|unable|error|problem|impossible|exception)\b(?: \w+){0,3}? (?:get|obtain|retriev|fetch|acquir|exchang)\w*\b(?:[^.;!?{}]){0,30}\btokens?\b|)re"
     R"re(access ?token (?:is |was |= ?|: ?)?(?:none|null|undefined|nil|empty)\b|)re"
     R"re(no (?:valid )?(?:access )?token (?:was )?(?:found|available|stored|returned|obtained)|)re"
     R"re(obtenir (?:le |un )?jeton)re",
     R"re(expires? in|token type|\blexer\b|\bparser\b|for string|tokeniz)re",
     0,
     ExpiredRefresh,
     "no_token",
     0.5,
     {Reading {InvalidClient, why::badSecret}, Reading {Configuration, why::setUpWrong}},
     "RFC 6749 5.2",
     "failed getting access token"},
    {"text.invalid_token",
     R"re(\b(?:invalid|rejected|bad|inactive|unrecognized) ?(?:\w+ )?<access_token>|)re"
     R"re(\b<access_token> ?(?:invalid|rejected|inactive)\b|oauth ?token ?is ?invalid|)re"
     R"re((?<!refresh )\b<access_token>\b<near>\b(?:<fails>|inactive|isn't active|not active|denied)|)re"
     R"re(token (?:supplied|provided|sent|used|you \w+)? ?(?:is|was) (?:<fails>)|)re"
     R"re(invalid access\b|\b(?:invalid|bad) ?auth\b|)re"
     R"re(the resource owner or authorization server denied the request)re",
     R"re(refresh token|unexpected token|csrf|xsrf|publickeytoken|public key token|)re"
     R"re((?:you|user|account|role|key|app\w*)\b<near>(?:permission|privilege)|)re"
     R"re(does not have permission|syntax|)re"
     R"re(not well formed|parsable)re",
     0,
     ExpiredAccess,
     "token_refused",
     0.75,
     {Reading {Revoked, why::grantEnded}, Reading {ExpiredRefresh, why::expiredUnused},
      Reading {InvalidUserCredentials, why::wrongLogin}},
     "RFC 6750 3.1",
     "WWW-Authenticate: Bearer error=\"invalid_token\""},
    {"text.connect_again",
     R"re((?:please|must|needs?|needed|have to|has to|should|requires?|required|try|ask|will need to|may need to|click|here)\b<near>\b(?:re ?(?:authenticat\w*|authoriz\w*|connect\w*|consent\w*|link)|(?:log|sign) ?(?:back )?in again|log ?in again)|)re"
     R"re(\bre ?(?:authenticat\w*|authoriz\w*|connect\w*|link\w*)\b<few>(?:required|needed|necessary|your (?:account|connection|integration))|)re"
     R"re(connect (?:\w+ ){0,4}(?:again|anew|once more)\b|)re"
     R"re(authorize (?:\w+ ){0,4}again\b|again (?:to )?(?:authorize|connect)|)re"
     R"re(not connected to\b|)re"
     R"re(\b(?:account|app|application|integration|store|shop|connection|channel|company|organization|processor|bank|feed|marketplace)\b<near>(?:has been |was |were |got |is |been |became )disconnected|)re"
     R"re(disconnected from (?:your|the) (?:account|store|shop)|)re"
     R"re(\bpair (?:\w+ ){0,3}again\b)re",
     R"re(\bpermissions? (?:issue|problem|error)|will reconnect|reconnecting returns|)re"
     R"re((?:to|from) (?:the )?(?:internet|server|network|wi ?fi|database|socket)\b|)re"
     R"re(\busb\b|scanner|printer|\bcable|\bplug\b|)re"
     R"re(\b50[0-9]\b|service (?:is )?(?:temporarily )?unavailable|maintenance|\b(?:quote|offer|cart|basket|mysql)\b)re",
     0,
     ExpiredRefresh,
     "",
     0.6,
     {Reading {Revoked, why::grantEnded}, Reading {InvalidUserCredentials, why::wrongLogin}},
     "AMK-09",
     "Please reconnect your account in the settings."},
};

//! That somebody was not let in, without what for; whatever is said beside it goes before.
constexpr TextRule wrappers[] = {
    {"text.authentication_failed",
     R"re(authentication ?(?:has |was |attempt |request )*(?:fail\w*|unsuccessful|error|exception|rejected|denied|incorrect)\b|)re"
     R"re((?:general )?authentication ?error|authorization was not correct|)re"
     R"re(auth ?(?:has )?(?:fail\w*|error)\b|fail\w* (?:to )?authenticat\w+|)re"
     R"re(could ?n(?:o|')t (?:be )?authenticat\w*|(?:un)?able to authenticat\w*|)re"
     R"re(cannot authenticat\w*|)re"
     R"re(\b(?:log ?in|sign ?in|sign ?on|logon) (?:attempt )?(?:has |was |is )*(?:failed|failure|error|unsuccessful)|)re"
     R"re(failed (?:to )?(?:log ?in|sign ?in|logon)|)re"
     R"re((?:could not|couldn't|cannot|can't|unable to) log ?in|)re"
     R"re(exception\\+authentication\b|)re"
     R"re(error (?:has )?occurred (?:during|while|in) (?:the )?authenticat)re",
     R"re(\bforbidden\b|proxy|must (?:be|have) .{0,20}(?:characters|long)|)re"
     R"re((?:authentication|authorization) error ?\{?"?(?:permission|insufficient)|)re"
     R"re(authentication failure:? (?:permission|forbidden)|approved to access|)re"
     R"re(oauth ?token ?invalid|)re"
     R"re(authentication\w*[ .:]+(?:\w+ )?token (?:is )?(?:invalid|expired|not valid)|)re"
     R"re(invalid (?:access |auth |bearer |oauth )token)re",
     0,
     InvalidUserCredentials,
     "",
     0.65,
     {Reading {TestModeMismatch, why::testMode}, Reading {CredentialFormat, why::spaces},
      Reading {ExpiredAccess, why::tokenOld}},
     "MIN-T4",
     "Authentication failed"},
    {"text.not_authenticated",
     R"re(could not verify that you are authorized|cookie check failed|)re"
     R"re(authorization has been denied|(?<!re)\bunauthenticated\b|)re"
     R"re(not (?:been )?authenticated|not logged in|)re"
     R"re((?:authentication|authorization|log ?in) (?:is )?required|)re"
     R"re(requires? (?:an? )?(?:user )?authentication|lacks valid authentication|)re"
     R"re(full authentication is required|)re"
     R"re(request\b<few>not authorized\b(?! to| for)|)re"
     R"re((?:must|have to|need to) be (?:logged|signed) in)re",
     R"re(refresh token|csrf|xsrf|)re"
     R"re((?:you|user|account|role|key|app\w*)\b<near>(?:permission|privilege)|)re"
     R"re(does not have permission)re",
     0,
     ExpiredAccess,
     "token_refused",
     0.65,
     {Reading {Revoked, why::grantEnded}, Reading {ExpiredRefresh, why::expiredUnused},
      Reading {InvalidUserCredentials, why::wrongLogin}},
     "RFC 6750 3.1",
     "Full authentication is required to access this resource"},
};

} // namespace

std::span<const TextRule> wrapperTextRules()
{
    return wrappers;
}

std::span<const TextRule> credentialTextRules()
{
    return rules;
}

} // namespace relink
