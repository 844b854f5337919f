// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    // The redirect and other settings: a fault of whoever set the connection up (nobody's lost
    // access).
    {"text.redirect_uri",
     R"re(redirect[_ -]?ur[il]s?\b.{0,100}\b(?:mismatch|invalid|not (?:match|allowed|registered|whitelisted|permitted|valid|found|configured|correct|approved|authorized|supported|listed|set)|does(?: no|n')t|do(?: no|n')t|did(?: no|n')t|missing|must|incorrect|wrong|unknown|is not|differs?|different|exact)|(?:mismatch\w*|invalid|unregistered|unknown|wrong|bad|illegal|missing|unauthorized)[\w ,'"]{0,30}redirect|redirect_?uri_?mismatch|invalid_?redirect|\bredirect[_ -]?ur[il]\b.{0,40}error|(?:callback|reply|return) (?:url|uri|address)s?\b.{0,60}(?:not|mismatch|invalid|approved|match|registered|wrong)|invalid callback|accept[_ ]url|weiterleitungs\w*.{0,40}(?:stimmt nicht|ungultig)|uri de redirec\w+.{0,40}(?:invalid|ne corresp|no coincide|incorrect)|url de redirec\w+.{0,40}(?:invalid|ne corresp|no coincide|incorrect))re",
     nullptr, 0, Configuration, "redirect_uri", 0.9, {Reading {InvalidClient, why::badSecret}},
     "RFC 6749 3.1.2.4", "The redirect_uri MUST match the registered callback URL for this application."},
    {"text.scope_name",
     R"re(\binvalid[_ ]scopes?\b|\bscopes?\b.{0,60}\b(?:is|are|was)? ?(?:invalid|unknown|malformed|unrecognized|not (?:a )?(?:valid|known|exist|recognized|allowed for|configured|supported|registered|found|defined|published|enabled))|\b(?:unknown|unsupported|unrecognized|nonexistent|illegal|bad|disallowed) (?:\w+ )?scopes?\b|scopes? (?:that|which) (?:does not|doesn't|do not) exist|ungultiger (?:scope|geltungsbereich)|scope invalide|ambito no valido|ongeldige scope)re",
     R"re(insufficient_scope|requires? .{0,40}scope|token.{0,60}(?:missing|lacks|without|does not have))re",
     0, Configuration, "scope", 0.85, {Reading {PermissionScope, why::missingScope}}, "RFC 6749 5.2",
     "error=invalid_scope: The requested scope is invalid, unknown, or malformed"},
    {"text.state",
     R"re(\bstate\b.{0,30}(?:mismatch|does not match|doesn't match|did not match|invalid|missing|not match|verification failed)|invalid[_ ]state|csrf (?:detected|token|check|verification)|missing state|state parameter)re",
     R"re(invalidstateerror|state machine|order state)re", 0, Configuration, "state_mismatch", 0.75, {},
     "RFC 6749 10.12", "OAuthCallbackError: state mismatch, possible CSRF"},
    {"text.code_verifier",
     R"re(code[_ -]?(?:verifier|challenge)|\bpkce\b)re", nullptr, 0, Configuration, "code_verifier", 0.8,
     {Reading {ExpiredRefresh, why::expiredUnused}}, "RFC 7636 4.6",
     "invalid_grant: code_verifier does not match the code_challenge"},
    {"text.grant_type",
     R"re(unsupported[_ ](?:grant|response)[_ ]type|(?:grant|response)[_ ]type\b.{0,60}(?:unsupported|not supported|invalid|missing|not allowed|unauthorized|not authorized|not enabled|unknown|must be|is required)|unsupported grant|invalid grant type|authentication flow (?:is )?not|not authorized (?:for|to use) .{0,30}grant)re",
     nullptr, 0, Configuration, "grant_type", 0.85, {Reading {InvalidClient, why::badSecret}},
     "RFC 6749 5.2", "{\"error\":\"unsupported_grant_type\"}"},
    {"text.api_not_enabled",
     R"re(accessnotconfigured|service_disabled|api (?:has )?not (?:been )?(?:used|enabled|activated)|api is (?:not enabled|disabled)|enable (?:the |this )?\w* ?api|no route (?:was )?(?:found|matched)|rest_no_route|rest api (?:is )?(?:disabled|not (?:available|enabled))|(?:endpoint|url|resource path|host) (?:is )?(?:wrong|incorrect|unknown|invalid|malformed)|(?:invalid|wrong|incorrect|malformed|unsupported) (?:url|uri|endpoint|base url|host\b|protocol|scheme)|cannot (?:get|post|put) /|resource .{0,60}not (?:found|exist) in the tenant|invalid resource.{0,40}aadsts|aadsts(?:500011|650057|50001|900144|90002)\b|no permissions? .{0,30}consent .{0,30}registered)re",
     nullptr, 0, Configuration, "endpoint", 0.8, {Reading {PermissionScope, why::missingScope}}, "SGE-51",
     "Google Sheets API has not been used in project 123 before or it is disabled"},

    // The app's own identity.
    {"text.client",
     R"re(\binvalid[_ -]?client\b|invalid_client_(?:id|secret|credentials)|bad_client_(?:id|secret)|client authentication (?:has )?failed|client_?authentication_?failed|unauthorized[_ ]client|aadsts(?:7000215|7000222|700027|7000218|70002|700025)\b|(?:client|app|application|consumer|integrator|developer|partner|subscriber)[ _-]?(?:id|key|secret|credentials?)s?\b.{0,60}\b(?:invalid|incorrect|wrong|not (?:valid|found|recognized|match\w*|exist|correct|provided|set|known|supplied)|does not (?:match|exist)|doesn't (?:match|exist)|do not match|expired|unknown|mismatch\w*|missing|rejected|bad|disabled|required|deleted|were not valid)|(?:invalid|incorrect|wrong|bad|unknown|expired|mismatched|missing|revoked) (?:oauth )?(?:client|app|application|consumer|integrator|developer|partner|subscriber)[ _-]?(?:id|key|secret|credentials?)|client (?:credentials )?(?:is|are|was|were) (?:not valid|invalid|unknown|not recognized|not found)|consumer_key_(?:unknown|rejected|refused)|no (?:such )?(?:application|client|app) (?:was |is )?(?:found|registered|with)|(?:application|client|app) (?:with .{0,80})?(?:was )?not (?:found|registered|recognized|known)|unknown (?:oauth )?(?:client|application|app)\b|no oauth client|oauth client (?:was )?(?:not found|deleted|disabled)|(?:client|jwt|private[_ ]key)[_ ]assertion|failed to authenticate (?:the )?(?:client|app)|authenticat\w+ (?:of )?(?:the )?(?:client|application|app) failed|application authentication failed|(?:lwa|aad|app) (?:client )?(?:secret|credential)s?.{0,40}(?:expired|rotat|invalid))re",
     R"re(refresh token is invalid or was issued|invalid or was issued to another client|(?:refresh|access)[ _]token)re",
     0, InvalidClient, "", 0.88, {Reading {TestModeMismatch, why::testMode}}, "RFC 6749 5.2",
     "{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\"}"},
    {"text.client_code",
     R"re(\binvalid_client\b|\bunauthorized_client\b)re", nullptr, 0, InvalidClient, "", 0.9,
     {Reading {TestModeMismatch, why::testMode}}, "RFC 6749 5.2", "error: unauthorized_client"},
    {"text.signature",
     R"re(signature[_ ]?(?:\w+ ){0,4}(?:invalid|mismatch|does(?: not|n't) match|verification failed|incorrect|wrong|not valid|error|failed|rejected|could not be verified)|(?:invalid|incorrect|wrong|bad)[_ ](?:oauth )?(?:signature|hmac|sign)\b|signature_?(?:invalid|mismatch|doesnotmatch)|signaturedoesnotmatch|hmac.{0,40}(?:invalid|mismatch|fail|does not match))re",
     nullptr, 0, InvalidClient, "signature", 0.8,
     {Reading {Configuration, why::setUpWrong}, Reading {Clock, why::wrongClock}}, "RFC 5849 3.2",
     "Invalid signature - provided signature does not match."},

    // Consent and people.
    {"text.withdrawn_at_refresh",
     R"re(invalid_grant.{0,200}(?:user (?:may have |has )?(?:revoked|withdrawn|removed|disconnected|uninstalled)|(?:was|been|is) revoked(?! or)|revoked by|consent (?:was |has been )?(?:revoked|withdrawn)|(?:not|has not|hasn't) consented|deauthorized)|aadsts(?:50173|700082|70043|65001|50076|50079|50078|53003|50105)\b.{0,300}revok|token_?revoke[dk]?\b|access_token_revoked|\btoken (?:was |has been |is )(?:explicitly )?revoked(?! or| and)|revoked access token|(?:access|authorization|authoriz\w+|consent|grant|permission|connection)s? (?:was |were |has been |have been |is )?(?:revoked|withdrawn|removed by|disconnected by|cancel+ed by)|(?:user|merchant|seller|owner|customer|company|administrator|admin)(?: \w+)? (?:has |have |may have )?(?:revoked|withdrawn|deauthorized|disconnected|removed)(?: the| this| your| access| app|\b)|revoked (?:by|access|permission|authorization|consent)|disconnected (?:by|from) (?:the )?(?:user|merchant|company|admin|quickbooks|xero|app)|connection (?:was|has been) (?:disconnected|removed|deleted))re",
     R"re((?:expired|invalid|malformed)[^.]{0,30}\b(?:or|and/or|/)\b[^.]{0,30}revoked|revoked[^.]{0,30}\b(?:or|/)\b|revoked, (?:malformed|expired|invalid))re",
     0, Revoked, "", 0.85, {Reading {ExpiredRefresh, why::expiredUnused}}, "AMK-06",
     "The user revoked access for this application"},
    {"text.sign_in_policy",
     R"re(interaction_required|login_required|consent_required|invalid_rapt|reauth_required|rapt_required|aadsts(?:50076|50079|50078|50158|50072|53003|53000|65001|70043|700082|700084|50173|50089|50132|50133|50144|70008|54005|70000|9002313)\b|(?:multi-?factor|second factor|2fa|mfa).{0,60}(?:required|needed|must)|(?:password|passwort|mot de passe|contrasena|wachtwoord).{0,40}(?:changed|reset|was changed|expired|geandert|abgelaufen|modifie|expire|cambiad|caducad|gewijzigd|verlopen))re",
     nullptr, 0, ExpiredRefresh, "sign_in_again", 0.85, {Reading {Revoked, why::grantEnded}},
     "OpenID Connect Core 3.1.2.6", "AADSTS50076: you must use multi-factor authentication to access the resource"},
    {"text.code_spent",
     R"re((?:authorization|auth|grant|verification)[ _-]?code\b.{0,80}(?:expired|invalid|used|redeemed|consumed|not found|not valid|incorrect|unknown|already|does not exist|spent|exchanged)|(?:expired|invalid|used|spent|old|bad|incorrect) (?:authorization|auth|grant|oauth|verification) ?code|bad_auth_code|bad_verification_code|code (?:has |was |is )(?:already )?(?:been )?(?:used|redeemed|expired)|code (?:has )?expired|invalid code\b)re",
     R"re(status ?code|error ?code)re", 0, ExpiredRefresh, "code_spent", 0.75,
     {Reading {Configuration, why::setUpWrong}}, "RFC 6749 4.1.2, SGE-32",
     "Authorization code has expired or was already redeemed"},
    {"text.refresh_token",
     R"re(refresh[ _-]?tokens?\b.{0,100}\b(?:expired|invalid|not (?:valid|found|recognized|exist\w*|active|provided|available|set|present|authorized)|revoked|used|consumed|rotated|does not exist|doesn't exist|unknown|missing|none\b|null|undefined|empty|inactive|bad|wrong|rejected|fail\w*|incorrect|malformed|required|denied|no longer|lost|error)|(?:expired|invalid|bad|unknown|unauthorized|inactive|old|stale|missing|no|wrong|incorrect|without|revoked|previous|used|malformed|null|empty) (?:or \w+ )?refresh[ _-]?token|bad_refresh_token|invalid_refresh_token|refresh_token_(?:expired|invalid|not_found|revoked)|(?:fail\w*|could not|cannot|can't|unable|error|problem|impossible)\b.{0,50}\b(?:refresh\w*|renew\w*|getting|obtain\w*|retriev\w*|fetch\w*|acquir\w*)\b.{0,30}\btokens?\b|token refresh (?:has )?(?:failed|error|rejected|unsuccessful)|refresh (?:grant )?(?:failed|was rejected|request failed)|hard[ -]?expired|aktualisierungstoken.{0,60}(?:abgelaufen|ungultig)|jeton (?:d'actualisation|de rafraichissement).{0,60}(?:expir|invalid|non valide)|token de (?:actualizacion|refresco|renovacion).{0,60}(?:caducad|expirad|no valido|invalid)|(?:refresh|vernieuwings)-?token.{0,60}(?:verlopen|ongeldig|ungultig|abgelaufen|expire|caducad))re",
     R"re(not expired|access token.{0,30}(?:has )?expired.{0,40}refresh|use (?:the |your )?refresh)re",
     0, ExpiredRefresh, "", 0.85,
     {Reading {Revoked, why::grantEnded}, Reading {TestModeMismatch, why::testMode}}, "RFC 6749 5.2",
     "The refresh token is invalid or has expired"},
    {"text.invalid_grant",
     R"re(\binvalid[_ -]?grant\b|invalidgrant|aadsts\d{5,6}.{0,80}(?:expired|grant))re", nullptr, 0,
     ExpiredRefresh, "", 0.85,
     {Reading {Revoked, why::grantEnded}, Reading {TestModeMismatch, why::testMode},
      Reading {InvalidClient, why::badSecret}},
     "RFC 6749 5.2", "{ \"error\": \"invalid_grant\" }"},
    {"text.declined",
     R"re(error["']?\s*[=:]\s*["']?access_denied|(?:user|person|merchant|resource owner|owner) (?:has )?(?:denied|declined|cancel+ed|rejected|refused)|denied (?:the |your |this )?(?:request|access|authorization|permission) (?:by|from)? ?(?:the )?(?:user|owner)|cancel+ed by (?:the )?user|user_?(?:denied|cancel+ed)|authorization (?:was )?(?:declined|cancel+ed|denied by))re",
     R"re(application|client credentials|token)re", 0, NotAnError, "declined", 0.7,
     {Reading {PermissionRole, why::roleMissing}}, "RFC 6749 4.1.2.1",
     "https://127.0.0.1/callback?error=access_denied&error_description=The+user+denied+the+request"},
    {"text.insufficient_scope",
     R"re(insufficient[_ -]?(?:\w+ )?scopes?\b|insufficient authentication scopes|access_token_scope_insufficient|scope_?(?:not_?granted|insufficient|missing|required)|missing[_ ](?:\w+ ){0,3}scopes?\b|(?:require[sd]?|needs?|lacks?|lacking|without|miss(?:ing|es)|not (?:have|granted|include|contain|authorized for)|no|not|add|grant(?:ed)?|appropriate|correct|right|proper|necessary)\b[^.]{0,60}\bscopes?\b|\bscopes?\b.{0,50}\b(?:missing|insufficient|required|not (?:been )?(?:granted|authorized|include\w*|approved|present|assigned|sufficient|cover\w*)|needed|lacking|denied)|requires? merchant approval|merchant approval for|(?:token|app|key|application|integration|client)\b.{0,40}\b(?:does not have|doesn't have|lacks|has no|not have|missing)\b.{0,50}\b(?:permission|privilege|scope|authorization|access right)s?|api permission|delegated permission|application permission|(?:fehlende|unzureichende)\w* scope|portee (?:insuffisante|manquante)|ambito insuficiente|onvoldoende scope)re",
     R"re(invalid[_ ]scope)re", 0, PermissionScope, "", 0.85, {Reading {PermissionRole, why::roleMissing}},
     "RFC 6750 3.1", "WWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"orders.read\""},
    {"text.invalid_token",
     R"re(\binvalid[_ -]token\b|\bexpired_token\b|\bexpiredtoken(?:exception)?\b|invalidauthenticationtoken|invalid_auth(?:entication)?_?token|token_?expired|tokenexpired\w*|access_token_expired|tokeninvalid|oauthtokenisinvalid|invalidtoken)re",
     R"re((?:format|malformed|too (?:short|long)|missing).{0,30}$)re", 0, ExpiredAccess, "", 0.85,
     {Reading {Revoked, why::grantEnded}}, "RFC 6750 3.1",
     "WWW-Authenticate: Bearer error=\"invalid_token\""},
    {"text.invalid_request",
     R"re(\binvalid_request\b|\bunsupported_token_type\b|missing (?:required )?(?:parameter|field)s?\b.{0,40}(?:grant_type|client_id|client_secret|code|redirect_uri|refresh_token)|(?:grant_type|client_id|redirect_uri)\b.{0,40}(?:missing|is required))re",
     nullptr, 0, Configuration, "", 0.75, {Reading {InvalidClient, why::badSecret}}, "RFC 6749 5.2",
     "{\"error\":\"invalid_request\",\"error_description\":\"The request is missing a required parameter\"}"},
};

} // namespace

std::span<const TextRule> oauthTextRules()
{
    return rules;
}

} // namespace relink
