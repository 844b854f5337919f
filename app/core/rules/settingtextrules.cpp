// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    // A fault of whoever set the connection up is nobody's lost access.
    {"text.redirect_uri",
     R"re(redirect ?(?:ur[il]s?|url|uri|address)\b.{0,100}\b(?:mismatch|invalid|not (?:match|allowed|registered|white ?listed|permitted|valid|found|configured|correct|approved|authorized|supported|listed|set)|does(?: no|n')t|do(?: no|n')t|did(?: no|n')t|missing|must|incorrect|wrong|unknown|is not|differs?|different|exact|can only be used|isn't)|)re"
     R"re((?:mismatch\w*|\binvalid|unregistered|unknown|wrong|\bbad|illegal|missing|unauthorized|incorrect)[\w ,'"]{0,30}redirect|)re"
     R"re(redirect ?(?:uri|url) ?(?:mismatch|error|is invalid)|invalid ?redirect|)re"
     R"re((?:callback|reply|return|accept) ?(?:url|uri|address)s?\b.{0,80}(?:\bnot\b|mismatch|invalid|registered|wrong|n't)|)re"
     R"re(invalid (?:callback|ru ?name)|\bru ?name\b<near>(?:invalid|wrong|not)|)re"
     R"re(weiterleitungs\w*.{0,60}(?:stimmt nicht|ungultig)|)re"
     R"re(ur[il] de (?:redirec\w+|rappel|retorno).{0,60}(?:invalid|ne corresp|no coincide|incorrect)|)re"
     R"re(omleidings\w*.{0,60}(?:komt niet|ongeldig)|)re"
     R"re(redirect (?:is )?not on)re",
     nullptr,
     0,
     Configuration,
     "redirect_uri",
     0.9,
     {Reading {InvalidClient, why::badSecret}},
     "RFC 6749 3.1.2.4",
     "The redirect_uri MUST match the registered callback URL for this application."},
    {"text.state",
     R"re((?<!illegal )\b(?:oauth |csrf |authorization )?state\b(?! ?(?:exception|error|machine))<near>(?:mismatch|does(?: not|n't) match|did(?: not|n't) match|(?:is |was )?invalid|is missing|was missing|verification failed|not found in session)|)re"
     R"re(\b(?:invalid|missing|wrong|unknown|mismatched) (?:oauth |code or )?state\b(?! machine| transition| exception| error)|)re"
     R"re(state returned in|csrf (?:detected|attack|check|verification|warning)|)re"
     R"re(possible csrf)re",
     R"re(invalid ?state ?error|state machine|order state|csrf token (?:mismatch|missing))re",
     0,
     Configuration,
     "state_mismatch",
     0.75,
     {},
     "RFC 6749 10.12",
     "OAuthCallbackError: state mismatch, possible CSRF"},
    {"text.code_verifier",
     R"re(code ?(?:verifier|challenge)\b(?!["']?[=:]["']?\w{20,})|\bpkce\b)re",
     nullptr,
     0,
     Configuration,
     "code_verifier",
     0.8,
     {Reading {ExpiredRefresh, why::expiredUnused}},
     "RFC 7636 4.6",
     "invalid_grant: code_verifier does not match the code_challenge"},
    {"text.scope_name",
     R"re(\binvalid ?(?:oauth )?scopes?\b|)re"
     R"re(\bscopes?\b<near>\b(?:is|are|was|were) (?:invalid|unknown|malformed|unrecognized|not (?:a )?(?:valid|known|exist|recognized|configured|supported|registered|found|defined|published|enabled))|)re"
     R"re(\bscopes?\b<few>(?:does|do)(?: not|n't) exist|)re"
     R"re(\b(?:unknown|unsupported|unrecognized|nonexistent|illegal|bad|disallowed) (?:\w+ )?scopes?\b|)re"
     R"re(scope ?mismatched|ungultiger (?:scope|geltungsbereich)|scope invalide|)re"
     R"re((?:portee|etendue).{0,20}invalide|(?:ambito|alcance) (?:no valido|invalido)|)re"
     R"re(ongeldige? scope)re",
     R"re(insufficient scope\b|requires? .{0,40}scope|)re"
     R"re(token<near>(?:missing|lacks|without|does not have)|)re"
     R"re(invalid oauth scope to access|invalid scope to access)re",
     0,
     Configuration,
     "scope",
     0.85,
     {Reading {PermissionScope, why::missingScope}},
     "RFC 6749 5.2",
     "error=invalid_scope: The requested scope is invalid, unknown, or malformed"},
    {"text.grant_type",
     R"re(unsupported ?(?:grant|response) ?type|)re"
     R"re((?:grant|response) ?type\b<near>(?:unsupported|not supported|(?:is |was )?invalid|is missing|not allowed|not authorized|not enabled|unknown|must be|is required)|)re"
     R"re(unsupported grant|invalid grant type|)re"
     R"re(not authorized (?:for|to use) .{0,30}grant|)re"
     R"re(authentication flow (?:is )?not (?:enabled|allowed|supported)|)re"
     R"re(client does not allow)re",
     nullptr,
     0,
     Configuration,
     "grant_type",
     0.85,
     {Reading {InvalidClient, why::badSecret}},
     "RFC 6749 5.2",
     "{\"error\":\"unsupported_grant_type\"}"},
    {"text.code_exchange",
     R"re(grant ?type\W{1,8}authorization code.{0,900}invalid ?grant|)re"
     R"re(invalid ?grant.{0,900}grant ?type\W{1,8}authorization code|)re"
     R"re(code<near>issued to another client|)re"
     R"re(code<near>(?:does not|doesn't) belong to)re",
     R"re(code (?:has |was |is )?(?:already )?(?:been )?(?:expired|used|redeemed))re",
     0,
     Configuration,
     "code_exchange",
     0.7,
     {Reading {ExpiredRefresh, why::expiredUnused}, Reading {InvalidClient, why::badSecret}},
     "RFC 6749 5.2",
     "grant_type=authorization_code&code=abc {\"error\":\"invalid_grant\"}"},
    {"text.listener",
     R"re(eaddrinuse|address already in use|)re"
     R"re(port \d+ (?:is )?(?:already )?(?:in use|taken|occupied|busy))re",
     nullptr,
     0,
     Configuration,
     "port_busy",
     0.85,
     {Reading {Network, why::network}},
     "RFC 8252 7.3",
     "listen EADDRINUSE: address already in use 127.0.0.1:8080"},
    {"text.api_not_enabled",
     R"re(access ?not ?configured|\bservice ?disabled\b|)re"
     R"re(\bapi (?:has )?not (?:been )?(?:used|enabled|activated)|)re"
     R"re(\bapi is (?:not enabled|disabled)|enable (?:the |this )?\w* ?api\b|)re"
     R"re(no route (?:was )?(?:found|matched)|rest no route|)re"
     R"re(rest api (?:is )?(?:disabled|not (?:available|enabled))|)re"
     R"re((?:endpoint|resource path|base url) (?:is )?(?:wrong|incorrect|unknown|invalid|malformed)|)re"
     R"re((?:invalid|wrong|incorrect|malformed|unsupported) (?:endpoint|base url|protocol|destination url)|)re"
     R"re(cannot (?:get|post|put) /(?!.*\b5\d\d\b)|)re"
     R"re(no permissions? .{0,30}consent .{0,30}registered|)re"
     R"re(web services? (?:is |are )?(?:not enabled|disabled|not activated)|)re"
     R"re(\binvalid target\b|issuer (?:mismatch|did not match|does not match)|)re"
     R"re((?:invalid|unexpected|wrong) issuer|no browser (?:available|found)|)re"
     R"re(permalinks?\b|\bconfig(?:uration)? error\b|)re"
     R"re(\b(?:check|verify|correct) (?:the |your |that the )?(?:shop|store|site|api|server|web ?site|base) (?:url|address|domain|host)|)re"
     R"re((?:prufen|uberprufen) sie (?:bitte )?(?:die|ihre) (?:shop|server|api)? ?(?:url|adresse)|)re"
     R"re(verifiez (?:l'|votre )?(?:url|adresse)|)re"
     R"re((?:compruebe|verifique) la (?:url|direccion)|)re"
     R"re(controleer (?:de|uw) (?:url|adres|winkel)|)re"
     R"re(\b(?:is|are|not been|isn't|aren't) (?:not )?(?:properly |correctly )?configured\b(?= ?(?:properly|correctly|yet|in|for|[.!]|$))|)re"
     R"re((?:please |must |you need to )(?:set|configure|provide|define|specify) (?!valid )(?:your |the |a |an )?(?:\w+ ){0,2}(?:client|app|api|consumer|oauth|redirect|credentials)\b|)re"
     R"re((?:publishable|public|client) (?:api )?key\b.{0,60}\bsecret (?:api )?key|)re"
     R"re(no scheme supplied|unsupported protocol|method not allowed|verified domain|)re"
     R"re(\bdraft (?:state|status|app\w*)\b|)re"
     R"re(\bapp\w*\b<near>\b(?:in draft|entwurfs\w*|brouillon|borrador|conceptstatus)|)re"
     R"re(oauth \w+ (?:parameter )?(?:is )?missing|)re"
     R"re((?:store|shop|site|api|server) (?:url|address) (?:\w+ ){0,3}(?:is )?(?:incorrect|wrong|invalid|not valid)|)re"
     R"re(not found on this server|)re"
     R"re(has (?:the )?following features enabled|webhook<few>(?:signature|secret)|)re"
     R"re(\bapi disabled\b|)re"
     R"re(endpoint\b.{0,40}\bmarked as inactive|\bissuer\b<near>(?:is |was )?invalid|invalid ?(?:\w+ ){0,3}audience\b|\baudience\b<near>(?:is |was )?(?:invalid|mismatch\w*|wrong|not (?:valid|match\w*))|)re"
     R"re(not a valid api name|)re"
     R"re(https (?:is )?(?:now )?(?:required|mandatory)|)re"
     R"re(signing algorithm|algorithm<few>not (?:registered|supported|allowed))re",
     nullptr,
     0,
     Configuration,
     "endpoint",
     0.8,
     {Reading {PermissionScope, why::missingScope}},
     "SGE-51",
     "Google Sheets API has not been used in project 123 before or it is disabled"},
    {"text.format",
     R"re(\b(?:key|token|password|secret|credential)s?\b.{0,60}\b(?:with|has|had|contained|including|including) (?:an? |the )?(?:\w+ )?(?:blank|space|white ?space|new ?line|line break|quote)s?\b|)re"
     R"re((?:schlussel|passwort|token|cle|clave|contrasena|sleutel|wachtwoord|jeton)\b.{0,60}(?:leerzeichen|espaces?|espacios?|spaties?)|)re"
     R"re(malformed (?:bearer |access |refresh |auth\w* )?(?:token|jwt|key|credential|header)|)re"
     R"re((?:token|\bkey\b|\bjwt\b|credentials?|authorization (?:http )?header|auth header|bearer\w*|secret|api ?key|header of your request)\b<near>\b(?:malformed|not well formed|wrong format|invalid format|incorrect format|bad format|too (?:short|long)|not in (?:the |a )?(?:correct|right|expected|valid|proper)|contains? (?:an? )?(?:invalid|illegal|white ?space|space|new ?line|line break|non ascii|extra)|not enough segments|(?:invalid|wrong) number of segments|must (?:be \d+|have \d|start with|begin with|consist|contain only|not contain|match)|(?:could not|cannot|can't) be (?:parsed|decoded)|must have|undecodable|(?:is |be )?prefixed with)|)re"
     R"re((?:invalid|incorrect|wrong|unexpected) (?:\w+ )?(?:length|format) (?:of|for) (?:the )?(?:\w+ )?(?:token|key|secret|credential)|)re"
     R"re(jwt (?:malformed|must)|)re"
     R"re((?:not enough|wrong number of|invalid number of) segments|)re"
     R"re(invalid ?token ?format|invalid (?:\w+ ){0,2}(?:token|key) format|)re"
     R"re((?:invalid|illegal|forbidden|disallowed|non ascii|unexpected) (?:character|char|byte|header value)s?\b<near>\b(?:header|token|authorization|key|credential)|)re"
     R"re(header (?:content )?(?:contains|value contains).{0,30}(?:invalid|illegal|new ?line|line break)|)re"
     R"re(illegal header value|err invalid char|invalid header value|)re"
     R"re((?:trailing|leading|extra|stray|hidden|invisible) (?:white ?space|spaces?|blank|newline|line break|character)s?\b|)re"
     R"re(incorrect padding|)re"
     R"re((?:new ?line|line ?feed|carriage return|control|reserved|white ?space|crlf)s?(?: or \w+)? characters?\b<near>\b(?:header|not allowed|token|key)|)re"
     R"re(invalid compact j|\bidx12(?:709|729|741|723)|)re"
     R"re((?:unable|failed) to (?:parse|decode) (?:the )?(?:\w+ )?(?:token|jwt|key|credential)|)re"
     R"re('ascii' codec|'latin[- ]?1' codec|\binvalid ?header\b|base64 ?url|)re"
     R"re(base64 (?:character|decod)|authorization header requires|\bbytestring\b|)re"
     R"re(\bperiod characters|(?:invalid|bad|illegal|incorrect) base ?64|)re"
     R"re(base64<few>(?:invalid|error|decod)|no valid credential was found in|)re"
     R"re((?:leerzeichen|espaces?|espacios?|spaties?)\b.{0,60}\b(?:schlussel|cle|clave|sleutel|passwort|token|jeton)|)re"
     R"re((?:code|token|key|secret|credential)s?\b<near>unexpected format|)re"
     R"re(only supports? using (?:an? )?(?:\w+ ){0,3}keys?\b|\btoken (?:is not|isn't|was not) an? (?:\w+ )?token|)re"
     R"re((?:could not|cannot|can't|couldn't) (?:parse|decode) (?:the )?(?:\w+ )?(?:token|jwt|key|credential)|)re"
     R"re(format of value .{0,60}is invalid|key\b.{0,30}should (?:start|begin) with)re",
     R"re(unexpected token [^a-z]|json parse|parse json|revoked, malformed|)re"
     R"re(\bjwt expired|token (?:is |has )?expired)re",
     0,
     CredentialFormat,
     "",
     0.85,
     {Reading {ExpiredAccess, why::tokenOld}, Reading {Configuration, why::setUpWrong},
      Reading {InvalidUserCredentials, why::wrongLogin}},
     "MIN-30",
     "Malformed bearer token: too short or too long"},
    {"text.not_sent",
     R"re((?:credentials?|access token|bearer token|api ?key|authorization|authentication|auth token|token|x auth token|apikey)(?: (?:header|credentials?|information|data|details|parameter|key))?\b ?(?:(?:was|were|is|are|has been|must be) )?(?:not (?:provided|supplied|present|sent|included|specified|set|given|available in (?:the )?request|found in the (?:request|header))|missing|absent)\b|)re"
     R"re(\bno password and no token|)re"
     R"re(\bno (?:\w+ )?(?:credentials?|authorization|authentication|api ?key|bearer token|access token|auth\w* header|auth token)\b<near>(?:was |were |is |are )?(?:found|provided|supplied|present|sent|included|specified|set|given|in (?:the )?(?:request|header))|)re"
     R"re((?:missing|without|lacks?|lacking) (?:an? |the |valid |your )*(?:\w+ )?(?:authorization|authentication|api ?key|auth|access token|bearer token|x \w+)(?: \w+)? ?(?:header|parameter|credentials?|key|token)?\b|)re"
     R"re(header (?:is |was )?(?:not present|missing|required)|)re"
     R"re(api ?key (?:is )?required|header is required|)re"
     R"re(\b40[013]\b (?:\w+ ){0,3}without\b|\bnot ?authed\b|oauth ?token ?is ?missing|)re"
     R"re(missing oauth request|(?:is|are) required in .{0,30}header|)re"
     R"re(stored username password credentials|)re"
     R"re((?:did not|didn't) (?:provide|send|supply|include) (?:an? |any |the |valid )*(?:\w+ )?(?:api ?key|credentials?|token|authorization|authentication)|)re"
     R"re(header [\w-]+ (?:was |is )?not found|)re"
     R"re(must authenticate with|)re"
     R"re(no (?:parameter|header|key|token) ['"]?[\w-]+['"]? (?:on|in) (?:the )?(?:http )?(?:header|request|url)|)re"
     R"re(conflicting authentication|multiple .{0,20}authentication (?:mechanisms|methods|headers)|\bcredentials must be an?)re",
     R"re(refresh token|csrf|xsrf|permission|client (?:secret|id)|unexpected token|)re"
     R"re(missing client|missing refresh|idempotency|scope|client authentication|)re"
     R"re(unknown client|)re"
     R"re((?:missing|not provided|not supplied|absent),? or (?:is |was |were )?(?:expired|invalid|incorrect|wrong)|)re"
     R"re((?:invalid|expired|incorrect)[\w ]{0,40} or (?:an? )?missing)re",
     0,
     Configuration,
     "not_sent",
     0.75,
     {Reading {CredentialFormat, why::badlyPasted},
      Reading {InvalidUserCredentials, why::wrongLogin}},
     "RFC 6750 3",
     "Authentication credentials were not provided."},
};

} // namespace

std::span<const TextRule> settingTextRules()
{
    return rules;
}

} // namespace relink
