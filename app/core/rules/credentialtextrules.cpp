// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    {"text.format",
     R"re(malformed (?:bearer |access |refresh |auth\w* )?(?:token|jwt|key|credential|header)|(?:token|\bkey\b|jwt|credentials?|authorization header|auth header|bearer\w*|secret|api[ _-]?key)\b.{0,60}\b(?:malformed|not well[- ]formed|wrong format|invalid format|incorrect format|bad format|too (?:short|long)|not in (?:the |a )?(?:correct|right|expected|valid|proper)|contains? (?:an? )?(?:invalid|illegal|whitespace|white space|space|new ?line|line break|non-ascii|extra)|not enough segments|must (?:be \d+|have \d|start with|begin with|consist|contain only|not contain|match)|length|could not be (?:parsed|decoded)|cannot be (?:parsed|decoded)|undecodable)|jwt (?:malformed|must)|(?:not enough|wrong number of) segments|invalid_?token_?format|invalid (?:bearer )?(?:token|key) format|(?:invalid|illegal|forbidden|disallowed|non-ascii|unexpected) (?:character|char|byte|header value|value)s?\b.{0,60}\b(?:header|token|authorization|key|credential)|header (?:content )?(?:contains|value contains).{0,30}(?:invalid|illegal|new ?line|line break)|illegal header value|err_invalid_char|invalid header value|(?:trailing|leading|extra|stray|hidden|invisible) (?:white ?space|spaces?|blank|newline|line break|character)s?|incorrect padding|invalid compact j|\bidx12(?:709|729|741|723)|(?:unable|failed) to (?:parse|decode) (?:the )?(?:\w+ )?(?:token|jwt|key|credential)|'ascii' codec|'latin-1' codec|bytestring|(?:leerzeichen|espaces?|espacios?|spaties?)\b.{0,60}\b(?:schlussel|cle|clave|sleutel|passwort|token|jeton))re",
     R"re(json|xml|unexpected token [^a-z])re", 0, CredentialFormat, "", 0.85,
     {Reading {ExpiredAccess, why::tokenOld}, Reading {InvalidUserCredentials, why::wrongLogin}},
     "MIN-30", "Malformed bearer token: too short or too long"},
    {"text.access_expired",
     R"re(\b(?:access[ _-]?|bearer |auth\w* |security |session |oauth2? |user |lwa |api |id )?tokens?\b[^.]{0,60}\b(?:has |have |is |was |are |already |may have |might have |appears |seems |to |be |been |probably )*\b(?:expired|stale|out of date|timed out)\b|\b(?:expired|stale) (?:\w+ )?(?:access[ _-]?|bearer |auth\w* |security |session |jwt |oauth2? |id )?tokens?\b|jwt (?:is |has )?expired|expired jwt|token (?:lifetime|expiry|expiration)|expiredsignature|signature has expired|lifetime validation failed|\bidx10223\b|(?:session|sessie|sitzung|sesion)\b.{0,30}\b(?:has |is |was )*(?:expired|timed out|no longer valid|invalid|abgelaufen|expiree?|caducad\w*|verlopen)|(?:login|sign-?in|log-?in|authentication|authorization|authoriz\w+) (?:has |is |was )*expired|expired (?:session|login|authorization|authentication)|token.{0,30}no longer valid|token ?(?:expir\w+|too old))re",
     R"re(refresh[ _-]?token (?:has |is |was )?(?:expired|invalid)|not expired|hasn't expired|api[ _-]?key (?:has |is )?expired)re",
     0, ExpiredAccess, "", 0.85, {Reading {ExpiredRefresh, why::expiredUnused}}, "SGE-10",
     "TokenExpired: token expired at 08/12/2022 07:00:40"},
    {"text.api_key",
     R"re((?:invalid|incorrect|wrong|bad|unknown|unrecognized|expired|revoked|inactive|disabled|deleted|missing|no|unauthorized|non-?existent|rejected) (?:or \w+ )?(?:\w+ )?(?:api|access|license|subscription|integration|user|account|secret|private|rest|auth\w*|restricted|consumer|public)?[ _-]?(?:api[ _-]?)?(?:key|passkey|apikey)s?\b(?!word)|\b(?:api|access|license|subscription|integration|secret|private|restricted|ms|consumer)[ _-]?key\b.{0,60}\b(?:invalid|incorrect|wrong|not (?:valid|found|recognized|correct|match\w*|accepted|exist\w*|provided|active|authorized|allowed)|rejected|does not (?:match|exist)|doesn't (?:match|exist)|bad|unknown|fail\w*|inactive|expired|disabled|revoked|deleted|missing|required|no longer|regenerated|rolled|is not)|invalid_?api_?key|api_?key_?(?:invalid|expired|inactive|required|not_?found|revoked|disabled|missing)|apikey\.(?:inactive|required|invalid|not)|expired api key)re",
     R"re(client[_ ]?key|idempotency|primary key|foreign key|duplicate key|ssh)re", 0,
     InvalidUserCredentials, "key_refused", 0.85,
     {Reading {TestModeMismatch, why::testMode}, Reading {CredentialFormat, why::spaces},
      Reading {ExpiredAccess, why::tokenOld}},
     "MIN-20", "Your API key may be invalid, or you've attempted to access the wrong datacenter."},
    {"text.login",
     R"re((?:invalid|incorrect|wrong|bad|unknown|unrecognized|mismatched|faulty|not valid|expired)[ _-](?:\w+ )?(?:user[ _-]?credentials?|credentials?|login\b|log-?in\b|logon|user ?name|userid|user id|user\b(?! input)|password|pass ?phrase|pin\b|e-?mail|account number|sign-?in)|(?:credentials?|user ?name|user name|login|log-?in|password|logon|e-?mail|account number)\b.{0,60}\b(?:invalid|incorrect|wrong|not (?:valid|found|recognized|correct|match\w*|accepted|exist|authorized)|rejected|refused|does not (?:match|exist)|doesn't match|do not match|bad|unknown|mismatch|were not valid|no longer)|invalid_?(?:credentials?|login|user|username|password)\b|bad_?credentials|incorrect_?(?:login|password|credentials)|(?:log ?-?in|logon|sign ?-?in|sign-?on) (?:attempt )?(?:has |was |is )*(?:failed|failure|error|incorrect|unsuccessful|rejected|invalid|denied)|failed (?:to )?(?:log ?-?in|login|sign ?-?in|logon)|authentication[_ ]?(?:has |was |attempt |request )*(?:fail\w*|unsuccessful|error|exception|rejected|denied|incorrect)|auth[_ ]?(?:has )?(?:fail\w*|error)\b|fail\w* (?:to )?authenticat\w+|could ?n(?:o|')t (?:be )?authenticat\w*|unable to authenticat\w*|cannot authenticat\w*|not able to authenticat\w*|authenticationunsuccessful|authenticationfail\w+|unrecognized login|logon failure|user (?:was )?not (?:found|recognized)|no such user|unknown user\b)re",
     R"re(proxy|keyring|keychain|ssl|must (?:be|have) .{0,20}(?:characters|long))re", 0, InvalidUserCredentials,
     "", 0.7,
     {Reading {TestModeMismatch, why::testMode}, Reading {CredentialFormat, why::spaces},
      Reading {ExpiredAccess, why::tokenOld}},
     "MIN-T4", "Invalid credentials / Authentication failed"},
    {"text.access_refused",
     R"re(\b(?:access|bearer|auth\w*|security|api|iaf|user|oauth|oauth2|identity|session|jwt|id)[ _-]?tokens?\b.{0,80}\b(?:invalid|not (?:valid|recognized|found|accepted|authorized|provided|supplied|present|set|exist)|rejected|refused|missing|unauthorized|inactive|unknown|bad|wrong|required|none|null|fail\w*|incorrect|denied|could not be verified|revoked)|(?:invalid|unknown|bad|missing|unrecognized|wrong|rejected|incorrect|no|unauthorized|inactive|without) (?:or \w+ )?(?:\w+ )?(?:access|bearer|auth\w*|security|api|iaf|oauth2?|session|identity)?[ _-]?(?:access )?tokens?\b|\btokens?\b (?:supplied |provided |sent |used |you \w+ )?(?:is|was|are) (?:not valid|invalid|not recognized|rejected|not accepted|missing|unknown|bad)|bearer token (?:is )?(?:invalid|missing)|token_rejected|tokenrejected|invalid access|authorization has been denied|unauthenticated|not authenticated|not logged in|no (?:valid )?(?:authentication|authorization)\b.{0,20}(?:header|credential|provided|token|information)|authentication (?:is )?required|requires? (?:an? )?(?:user )?authentication|authorization required|authentication credentials were not provided|(?:valid )?credentials (?:are |is )?required|lacks valid authentication|missing (?:the )?authorization|authorization header (?:is )?(?:missing|required|not)|full authentication is required|re-?(?:authenticat\w*|authoriz\w*|connect\w*|consent)|(?:log|sign) ?(?:back )?in again|reauth\w*|login again|reconnect)re",
     R"re(refresh[ _-]?token|unexpected token|csrf|xsrf|api[ _-]?key|redirect|\bpermission|syntax)re", 0,
     ExpiredAccess, "token_refused", 0.7,
     {Reading {ExpiredRefresh, why::expiredUnused}, Reading {Revoked, why::grantEnded},
      Reading {InvalidUserCredentials, why::wrongLogin}},
     "XRM-02", "The access token provided is not valid."},
};

} // namespace

std::span<const TextRule> credentialTextRules()
{
    return rules;
}

} // namespace relink
