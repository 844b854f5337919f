// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    // The app's own identity.
    {"text.client",
     R"re(\binvalid ?(?:oauth )?client\b|\bunauthorized ?client\b|)re"
     R"re(bad client(?: id| secret)?\b|client ?authentication (?:has )?failed|)re"
     R"re((?:failed|no (?:access )?token)\b.{0,60}\b(?:with|using|for) (?:the |these |your )?client credentials|)re"
     R"re(<client>\b<near>\b(?:<fails>|expired|disabled|deleted|mismatch\w*)|)re"
     R"re(<client> (?:is|was) <missing>|missing <client>|)re"
     R"re((?:<bad>|expired|revoked) <few><client>|)re"
     R"re((?:<bad>|expired) (?:oauth )?(?:client|consumer)\b|)re"
     R"re(\b(?:client|consumer) (?:is|are|was|were) (?:not valid|invalid|unknown|not recognized|not found)|)re"
     R"re(consumer key (?:unknown|rejected|refused)|)re"
     R"re(no (?:such )?(?:application|client|app) (?:was |is )?(?:found|registered|with)|)re"
     R"re((?:application|client|app) (?:with .{0,80})?(?:was )?not (?:found|registered|recognized|known)\b|)re"
     R"re(unknown (?:oauth )?(?:client|application|app|integration)\b|no oauth client|)re"
     R"re(token was not issued (?:to|by) this client|)re"
     R"re((?:client|jwt|private key) assertion|)re"
     R"re(failed to authenticate (?:the )?(?:client|app)|)re"
     R"re(authenticat\w+ (?:of )?(?:the )?(?:client|application|app) failed|)re"
     R"re(application authentication failed|)re"
     R"re((?:lwa|aad|app) (?:client )?(?:secret|credential)s?<near>(?:expired|rotat|invalid)|)re"
     R"re(connection credentials<near>(?:invalid|wrong)|<bad> connection credentials|)re"
     R"re((?:client|app\w*) (?:key|secret)\b<near>(?:abgelaufen|ungultig|falsch|expire|invalide|caducad|incorrect|verlopen|ongeldig)|)re"
     R"re(client (?:inconnu|invalide|desconocido)|(?:unbekannter|ungultiger) client|)re"
     R"re((?:onbekende|ongeldige) client|)re"
     R"re(<bad>.{0,20}api ?key(?:'s)? ?(?:/|and|or|,) ?(?:the )?(?:api ?)?secret|)re"
     R"re(no (?:application|app|client|consumer) (?:that )?match|)re"
     R"re((?:no|not|cannot|could not)\b.{0,60}\bactive application|)re"
     R"re(\bclient (?:is )?not authorized\b(?! (?:for|to|by)))re",
     R"re((?:refresh|access) token (?:is |was )?(?:invalid|expired)|old refresh token|)re"
     R"re(was issued to another|)re"
     R"re(must contain the following parameter|webhook)re",
     0,
     InvalidClient,
     "",
     0.88,
     {Reading {TestModeMismatch, why::testMode}},
     "RFC 6749 5.2",
     "{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\"}"},
    {"text.signature",
     R"re(signature ?<few>(?:is |was )?(?:invalid|mismatch|does(?: not|n't) match|verification failed|incorrect|wrong|not valid|error|failed|rejected|could not be verified|validation failed)|)re"
     R"re((?:invalid|incorrect|wrong|bad|mismatched) (?:oauth |request )?(?:signature|hmac|sign)\b|)re"
     R"re(signature ?(?:invalid|mismatch|does ?not ?match)|)re"
     R"re(hmac<near>(?:invalid|mismatch|fail|does not match|verification))re",
     R"re(invalid ?token\b|jwt|token signature|expired ?signature|signature (?:has )?expired|)re"
     R"re(webhook)re",
     0,
     InvalidClient,
     "signature",
     0.8,
     {Reading {Configuration, why::setUpWrong}, Reading {Clock, why::wrongClock}},
     "RFC 5849 3.2",
     "Invalid signature - provided signature does not match."},

    // Consent and people.
    {"text.withdrawn",
     R"re(\b(?:token|grant|access|authorization|consent|permission|connection|session|refresh token|approval|link)s?(?: (?:to|for|of|by) (?:[\w'"]+ ){1,5}?)? ?(?:was |were |has been |have been |had been |is |being |due to it being |got |already )*(?:explicitly )?\b(?:revoked|withdrawn|terminated|disconnected by|removed by (?:the |your |an? )?(?:user|merchant|owner|admin\w*|seller|account))(?! (?:or|and)\b|,? (?:malformed|expired|invalid)|/)(?<!expired or revoked)(?<!invalid or revoked)(?<!it has been revoked)(?<!expired/revoked)|)re"
     R"re(token ?revoke[dk]?\b|)re"
     R"re(\brevoked (?:by|access|permission|authorization|consent|token|grant)|)re"
     R"re(<person>(?: (?!not)\w+)? (?:has |have |may have )?(?:revoked|withdrawn|deauthorized|\bconsent (?:is )?(?:needed|missing|not (?:given|granted|found))|\b(?:has|have|had)(?: not|n't) (?:granted|given) (?:\w+ )?consent|disconnected|unlinked|removed) (?:the|this|that|your|our|its|their|access|app\b|consent|permission|application|authorization|connection)|)re"
     R"re((?:app|application|account|store|integration) (?:was |has been )(?:disconnected|unlinked|deauthorized)(?: by| from)?\b|)re"
     R"re(disconnected (?:by|from) (?:the )?(?:user|merchant|company|admin|app)|)re"
     R"re(connection (?:was|has been) (?:disconnected|removed|deleted|revoked)|)re"
     R"re((?:has|have|had)(?:n't| not) (?:yet )?(?:consented|(?:authorized|approved) (?:this |the |your |our )?(?:app|application|client|integration|connection|consumer))|)re"
     R"re((?:client|app\w*) (?:is )?not authorized (?:for|by) (?:the |this )?(?:user|merchant|seller|shop|account holder)|)re"
     R"re(deauthorized|)re"
     R"re(\b(?:clicked|pressed|hit|chose|used) (?:on )?"?'?(?:disconnect|revoke|remove access|uninstall)\b|)re"
     R"re(\b(?:took away|taken away|takes away|withdrew|pulled|cancell?ed) (?:the |our |your |its |this |that )?(?:\w+ )?(?:permission|access|consent|authorization)\b|)re"
     R"re(\bexpressly withdrawn|)re"
     R"re(\b(?:session|token|grant|access) (?:has been |was |were )?invalidated\b|)re"
     R"re(session does not match|\blost (?:its|the|their) connection to your|)re"
     R"re(resets? (?:all )?(?:of )?(?:your |the )?(?:access|api) (?:keys?|tokens?)|(?:has been|was|got) disconnected from the (?:\w+ )?(?:app|integration|application))re",
     R"re((?:might|could|may|can) (?:have )?(?:be(?:en)? )?(?:expired|invalid)|)re"
     R"re((?:invalid|expired|malformed)(?:,| or| /|/) ?(?:\w+,? ?){0,2}(?:or )?revoked|)re"
     R"re(revoked or (?:expired|invalid)|expired or (?:it )?(?:has )?(?:been )?revoked|)re"
     R"re(access token is revoked, malformed|application access may have been revoked|)re"
     R"re(revoke token failed|)re"
     R"re(session (?:was |has been |is )?terminated|user session|)re"
     R"re(\border (?:was|has been) revoked|\bbadge\b|\bbestell|\bkauf|\bvertrag|\bangebot|widerrufsbelehrung|\bmandat|\bbestelling|\bcommande\b|\bpedido\b)re",
     0,
     Revoked,
     "",
     0.85,
     {Reading {ExpiredRefresh, why::expiredUnused}},
     "AMK-06",
     "The user revoked access for this application"},
    {"text.sign_in_policy",
     R"re(interaction ?required|log ?in ?required\b|consent ?required|invalid rapt|)re"
     R"re(reauth ?required|rapt required|)re"
     R"re((?:multi ?factor|second factor|2fa|\bmfa\b|two factor|two step).{0,60}(?:required|needed|must|expired)|)re"
     R"re(must use multi ?factor|)re"
     R"re(password (?:was |has been |had been |is )?(?:recently )?(?:changed|expired|reset)\b|)re"
     R"re((?:changed|reset) (?:the |their |your |his |or reset their )?password|)re"
     R"re((?:passwort|kennwort).{0,40}(?:geandert|abgelaufen)|)re"
     R"re(mot de passe.{0,40}(?:modifie|change|expire)|)re"
     R"re((?:changement|cambio) de (?:mot de passe|contrasena)|)re"
     R"re(contrasena.{0,40}(?:cambiad|caducad)|)re"
     R"re(wachtwoord.{0,60}(?:gewijzigd|verlopen|veranderd))re",
     R"re((?:please|can|try to) (?:\w+ )?reset your password|log in required (?:field|parameter))re",
     0,
     ExpiredRefresh,
     "sign_in_again",
     0.85,
     {Reading {Revoked, why::grantEnded}},
     "OpenID Connect Core 3.1.2.6",
     "You must use multi-factor authentication to access the resource"},
    {"text.code_spent",
     R"re((?:authorization|auth|grant|verification|oauth|access) ?code\b<near>(?:expired|invalid|used|redeemed|consumed|not found|not valid|incorrect|unknown|already|does not exist|spent|exchanged)|)re"
     R"re((?:expired|invalid|used|spent|old|bad|incorrect) (?:authorization|auth|grant|oauth|verification) ?code|)re"
     R"re(bad auth code|bad verification code|)re"
     R"re(\bcode (?:has |was |is )(?:already )?(?:been )?(?:used|redeemed|expired)|)re"
     R"re(\bcode (?:has )?expired|)re"
     R"re((?<!postal )(?<!zip )(?<!country )(?<!currency )(?<!discount )\binvalid ?code\b(?! ?(?:point|page))|)re"
     R"re((?:grant|request) token (?:has |is |was )?(?:expired|invalid|used)|)re"
     R"re(invalid grant token|)re"
     R"re((?:codigo de autori[sz]acion|code d'autori[sz]ation|autori[sz]ierungscode|autori[sz]atiecode).{0,60}(?:invalid|expir|caduc|ungultig|abgelaufen|verlopen|ongeldig))re",
     R"re(status ?code (?:is )?(?:invalid|expired)|)re"
     R"re(error code (?:is )?(?:invalid|unknown)|coupon|promo\w*|discount|voucher|)re"
     R"re(gift (?:card|code)|application form)re",
     0,
     ExpiredRefresh,
     "code_spent",
     0.75,
     {Reading {Configuration, why::setUpWrong}},
     "RFC 6749 4.1.2, SGE-32",
     "Authorization code has expired or was already redeemed"},
    {"text.refresh_token",
     R"re(refresh ?tokens?\b(?!["']?\s*=\s*\S|&)(?:[^.;!?{}]|\.(?! |$)){0,80}?\b(?:expired|<fails>|<missing>|not active|revoked|already used|used (?:already|before|more than|twice)|reused|consumed|fail\w*|does not exist|doesn't exist|inactive|no longer|lost|error|denied|malformed)|)re"
     R"re((?:expired|<bad>|inactive|old|stale|missing|no|without|revoked|previous|used|malformed|null|empty) (?:or \w+ )?refresh ?token|)re"
     R"re((?:fail\w*|could not|cannot|can't|couldn't|unable|error|problem|impossible)\b<near>\b(?:refresh\w*|renew\w*)\b(?:[^.;!?{}]){0,30}\b(?:tokens?|authorization|access|credentials?|connection)\b|)re"
     R"re(token refresh (?:has )?(?:failed|error|rejected|unsuccessful|failure)|)re"
     R"re(refresh (?:grant )?(?:failed|was rejected|request failed)|)re"
     R"re(jetons? d(?:'actuali[sz]ation|e rafraichissement)\b.{0,40}(?:plus valide|invalide|expire|perime|inconnu|refuse)|)re"
     R"re((?:fail\w*|error) (?:to |while |during )?(?:token )?refresh(?:ing)?\b|)re"
     R"re(hard expired|token (?:is |was |has been )?(?:black|deny) ?listed|)re"
     R"re(re ?authentication (?:has )?(?:failed|required|needed)|)re"
     R"re((?:aktualisierungs|refresh|erneuerungs)token.{0,60}(?:abgelaufen|ungultig)|)re"
     R"re(refresh token.{0,60}(?:abgelaufen|ungultig|expire|invalide|caducad|no valido|verlopen|ongeldig)|)re"
     R"re((?:langzeit|dauer) ?token.{0,60}(?:abgelaufen|ungultig|geloscht)|)re"
     R"re(jeton (?:d'actualisation|de rafraichissement|d'actualization).{0,60}(?:expir|invalid|non valide)|)re"
     R"re(token de (?:actualizacion|refresco|renovacion).{0,60}(?:caducad|expirad|no valido|invalid)|)re"
     R"re(vernieuwings ?token.{0,60}(?:verlopen|ongeldig)|)re"
     R"re(refresh ?token\b.{0,80}\b(?:status|error|code|http)(?: code)? 400\b)re",
     R"re(access token not expired|access token<near>(?:has )?expired.{0,40}refresh|)re"
     R"re(use (?:the |your )?refresh|)re"
     R"re(failed to refresh (?:the )?(?:page|cache|list|data)|)re"
     R"re(^(?!.*(?:expired|invalid|revoked)).*(?:internal server error|\b50[0234]\b|service unavailable)|)re"
     R"re(unexpected error|generic error|maintenance)re",
     0,
     ExpiredRefresh,
     "",
     0.85,
     {Reading {Revoked, why::grantEnded}, Reading {TestModeMismatch, why::testMode}},
     "RFC 6749 5.2",
     "The refresh token is invalid or has expired"},
    {"text.password_grant",
     R"re(invalid ?grant.{0,120}(?:(?:wrong|invalid|incorrect|bad) (?:user ?)?(?:credentials|password|e ?mail|user ?name|log ?in)|user ?name (?:or|and) password)|)re"
     R"re((?:invalid|incorrect|wrong|bad) (?:user ?name|password|credentials).{0,200}invalid ?grant)re",
     nullptr,
     0,
     InvalidUserCredentials,
     "",
     0.85,
     {Reading {AccountClosed, why::accountShut}},
     "RFC 6749 4.3.2",
     "{\"error\":\"invalid_grant\",\"error_description\":\"Wrong email or password.\"}"},
    {"text.invalid_grant",
     R"re(\binvalid ?grant\b)re",
     nullptr,
     0,
     ExpiredRefresh,
     "",
     0.85,
     {Reading {Revoked, why::grantEnded}, Reading {TestModeMismatch, why::testMode},
      Reading {InvalidClient, why::badSecret}},
     "RFC 6749 5.2",
     "{ \"error\": \"invalid_grant\" }"},
    {"text.declined",
     R"re((?:[?&#]|^|\s)error=access denied|)re"
     R"re(\b(?:user|person|merchant|resource owner|owner|you) (?:has |have )?(?:denied|declined|cancell?ed|rejected|refused) (?:the |your |this |our |access|consent|permission|authorization)?|)re"
     R"re(denied (?:the |your |this )?(?:request|access|authorization|permission) by (?:the )?(?:user|owner)|)re"
     R"re((?:sign ?in|log ?in|authorization|consent|request) (?:was )?cancell?ed|)re"
     R"re(cancell?ed by (?:the )?user|user ?(?:denied|cancell?ed)\b|)re"
     R"re(authorization (?:was )?(?:declined|cancell?ed|denied by))re",
     R"re(request (?:was )?cancell?ed while|cancell?ed your subscription|)re"
     R"re((?:do|does|did)(?: not|n't) have (?:the |any |a |sufficient )?(?:\w+ ){0,2}<permission>)re",
     0,
     NotAnError,
     "declined",
     0.7,
     {Reading {PermissionRole, why::roleMissing}},
     "RFC 6749 4.1.2.1",
     "https://127.0.0.1/"
     "callback?error=access_denied&error_description=The+user+denied+the+request"},
    {"text.insufficient_scope",
     R"re(\bre ?install\w*\b.{0,40}\bgrant\b.{0,40}\bpermissions?|)re"
     R"re(\bread only (?:rights|access|permissions?|key|token)\b.{0,80}\b(?:writ\w+|updat\w+|creat\w+|post|refus\w+|denied|forbidden|40[13])|)re"
     R"re(\b(?:l'application|la aplicacion|die (?:app|anwendung)|de (?:app|applicatie|toepassing)|das token|le jeton|el token|het token)\b.{0,30}\b(?:n'est pas autor\w+|no (?:tiene|esta) (?:permiso|autoriz\w+)|darf nicht|darf keine|hat nicht|mag (?:geen|niet)|heeft geen)\b|)re"
     R"re(insufficient ?(?:\w+ )?scopes?\b|access token scope insufficient|)re"
     R"re(scopes? ?(?:not granted|insufficient|missing|required|mismatch|violat\w+)|)re"
     R"re(missing (?:\w+ ){0,3}scopes?\b|)re"
     R"re((?:require[sd]?|needs?|lacks?|lacking|without|miss(?:ing|es)|not (?:have|granted|include|contain|authorized for)|\bno\b|\bnot\b|\badd\b|grant(?:ed)?|appropriate|correct|right|proper|necessary|having)\b(?:[^.;{}]){0,60}?\bscopes?\b|)re"
     R"re(\bscopes?\b<near>\b(?:missing|insufficient|required|not (?:been )?(?:granted|authorized|include\w*|approved|present|assigned|sufficient|cover\w*)|needed|lacking|denied)|)re"
     R"re(oauth scope to access|)re"
     R"re(not accessible (?:by|with|for) (?:this |the )?(?:integration|app\w*|token|key)|)re"
     R"re(merchant approval|extended permissions?|)re"
     R"re(\b(?:token|app|api key|key|application|integration|client)\b(?: [\w'"*.-]+){0,3}? (?:does not have|doesn't have|do not have|lacks|has no|not have|is missing|has not been granted|hasn't been granted|is not (?:authorized|allowed|permitted) to|no tiene|n'a pas|hat keine?n?|heeft geen)\b<near>\b(?:permissions?|privileges?|scopes?|authorization|access|rights?|acceso|acces|zugriff|berechtigung\w*|toegang|rechten|permisos?)\b|)re"
     R"re((?:app|application|client|integration|sender)\b<few>(?:has |is |was |been )*not (?:been )?(?:authorized|approved|granted|permitted) (?:to|by|for)\b|)re"
     R"re(\b(?:api|delegated|application) permissions?\b<near>(?:missing|required|not|grant)|)re"
     R"re(insufficient permissions?: the app|(?:fehlende|unzureichende)\w* scope|)re"
     R"re((?:portee|etendue) (?:insuffisante|manquante)|ambito insuficiente|)re"
     R"re(onvoldoende scope|)re"
     R"re(missing \w* ?permissions?:? (?:read|write)|)re"
     R"re((?:key|token)\b<few>authorization not allowed|with upgraded permissions|)re"
     R"re((?:session|token) is not valid for use with|)re"
     R"re(<app> (?:does not|doesn't) have the capability)re",
     R"re(\binvalid scope\b|not authorized to make web services|)re"
     R"re(\b(?:role|user) (?:linked|assigned|attached|which) )re",
     0,
     PermissionScope,
     "",
     0.85,
     {Reading {PermissionRole, why::roleMissing}},
     "RFC 6750 3.1",
     "WWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"orders.read\""},
    {"text.invalid_request",
     R"re(error(?: id| code)?["']?\s*(?:[:=]|=>)\s*["']?invalid request\b(?! error)|)re"
     R"re(\(invalid request\)|\binvalid request["'. ]*$|\binvalid request:|)re"
     R"re(\bunsupported token type\b|)re"
     R"re(missing (?:required )?(?:parameter|field)s?\b.{0,40}(?:grant type|client id|client secret|code|redirect uri|refresh token)|)re"
     R"re((?:grant type|client id|redirect uri)\b.{0,40}(?:missing|is required)|)re"
     R"re(request body must contain|must contain the following parameter)re",
     nullptr,
     0,
     Configuration,
     "",
     0.6,
     {Reading {InvalidClient, why::badSecret}},
     "RFC 6749 5.2",
     "{\"error\":\"invalid_request\"}"},
};

} // namespace

std::span<const TextRule> oauthTextRules()
{
    return rules;
}

} // namespace relink
