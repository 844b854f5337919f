// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    {"text.deprecated",
     R"re(deprecated (?:api )?(?:auth|log-?in|sign-?in|method|api|endpoint|grant|token|version|scope)|(?:auth\w*|login|log-?in|sign-?in|api|grant|token|key|endpoint|version|method|tls|flow|credentials?)\b.{0,60}\b(?:is|are|was|were|been|be|now)? ?(?:deprecated|retired|sunset|discontinued|decommissioned|end[- ]of[- ]life|shut ?down|turned off)|(?:auth\w*|login|sign-?in|api|grant|token|keys?|endpoint|version|method|flow|passwords?)\b.{0,60}\bno longer (?:be )?(?:supported|accepted|available|allowed|works?|valid)\b.{0,60}(?:auth|api|version|method|use|migrat|upgrad|endpoint|token|oauth)|no longer (?:support|accept)s?.{0,60}(?:auth|api|token|basic|password|key|login|version|method)|legacy (?:api|auth\w*|tokens?|credentials?|keys?|login|method|custom app).{0,80}(?:no longer|deprecat|retir|disabled|not supported|removed|cannot)|basic auth\w* (?:is|has been|was) (?:disabled|no longer|deprecat|retired)|(?:unsupported|invalid|old|outdated|obsolete|expired) api[- ]version|api version .{0,30}(?:not supported|unsupported|too old|expired|invalid|removed)|this version of the (?:api|app|application|client).{0,60}(?:no longer|not supported|expired)|has been (?:retired|decommissioned|sunset)|(?:veraltet|eingestellt|abgekundigt).{0,80}(?:auth|api|anmeld|methode)|(?:auth\w*|api|methode?|metodo).{0,60}(?:veraltet|obsolet|depreciee|verouderd|nicht mehr unterstutzt|plus (?:prise en charge|supporte)|ya no (?:es|esta) (?:compatible|soportad)))re",
     R"re(deprecat(?:ed|ion)(?: ?:|warning)|deprecationwarning|\[?dep\d{4}\]?|passing .{0,60}deprecated)re",
     0, DeprecatedMethod, "", 0.85, {Reading {Configuration, why::setUpWrong}}, "MIN-70",
     "The user is using a deprecated API Authentication method"},

    {"text.test_mode",
     R"re(exists in (?:test|live|sandbox|production) mode|(?:test|sandbox|staging|dev\w*)[ -]?(?:mode|key|api key|credential|token|account|user|client|environment|secret|app)s?\b.{0,80}\b(?:live|production|prod)\b|\b(?:live|production|prod)[ -]?(?:mode|key|api key|credential|token|account|user|client|environment|secret|app|host|url|endpoint|server)s?\b.{0,80}\b(?:test|sandbox|staging)\b|(?:wrong|different|other|incorrect|mismatch\w*) (?:environment|mode)\b|environment.{0,30}(?:mismatch|does not match|doesn't match|wrong|incorrect)|\b(?:sandbox|production|test|live)\b.{0,60}(?:not (?:valid|allowed|work\w*|usable|accepted)|cannot be used|can't be used|can only|only (?:be used|work|valid)).{0,60}\b(?:sandbox|production|live|test|environment)\b|(?:key|token|credential)s?.{0,40}(?:issued|created|generated|intended|valid) (?:for|in) (?:the )?(?:sandbox|production|test|live|other|another)|using (?:sandbox|test|production|live) (?:key|credential|token|account)s?.{0,40}(?:in|on|against|with) (?:the )?(?:sandbox|test|production|live)|testmodus.{0,80}(?:produktiv|echt|live)|mode test.{0,80}(?:production|reel)|modo de prueba.{0,80}(?:produccion|real)|testomgeving.{0,80}productie)re",
     R"re(test mode enabled|in test mode, you can|payment_method)re",
     0, TestModeMismatch, "", 0.8, {Reading {InvalidUserCredentials, why::wrongLogin}}, "MIN-61",
     "No such customer; a similar object exists in test mode, but a live mode key was used"},

    {"text.connection_limit",
     R"re(connection[ _]limit|(?:maximum|max\.?|limit|too many|exceed\w*)\b.{0,40}\b(?:number of )?(?:connections|connected (?:apps|organi|accounts|companies)|linked (?:accounts|apps)|organizations|integrations|installations|installs|active (?:tokens|sessions|connections)|refresh tokens|access tokens|tenants|concurrent (?:sessions|logins|users)|sessions|seats|licen[cs]ed users|api users|devices)\b|(?:connections|connected (?:apps|organi\w*|accounts)|organizations|integrations|tokens|sessions|installations)\b.{0,40}\b(?:limit|maximum)\b|(?:limit|maximum) (?:of|for) (?:\d+|two|connected|connections)|uncertified app|\b(?:two|2|25|five|5) (?:\w+ )?(?:connections|organi\w+|apps) (?:limit|maximum|only)|only (?:one|two|\d+) (?:\w+ )?(?:connections?|apps?|integrations?|organizations?|sessions?) (?:is|are|can|may|at|per|allowed|permitted)|maximal\w* (?:anzahl|zahl).{0,40}(?:verbindung|integration|anwendung)|nombre maxim\w*.{0,30}(?:connexion|application)|numero maximo de (?:conexion|aplicacion|sesion)|maximum aantal (?:koppeling|verbinding))re",
     R"re(rate|requests?|calls|per (?:second|minute|hour|day)|concurrent (?:requests|calls))re",
     0, ConnectionLimit, "", 0.85, {Reading {CompetingConnection, why::otherUse}}, "XRM-21",
     "You have reached the maximum number of connected organisations for this app"},

    {"text.rate",
     R"re((?<![-\w])(?:api |request |user |usage |call |app )?rate[ _]?limit(?:ed|s|ing|er)?\b(?![-_](?:limit|remaining|reset|policy|type))(?! ?(?:remaining|reset|policy|:? ?\d))|ratelimitexceeded|ratelimiterror|rate_limit_exceeded|too[ _-]?many[ _-]?(?:requests|calls|queries|api)|toomanyrequests|\bthrottl|quota.{0,20}(?:exceeded|reached|exhausted)|quotaexceeded|exceeded.{0,30}(?:quota|(?:request|call|api|rate|daily|hourly|minute)\w* (?:limit|volume))|(?:request|call|api|daily|hourly|minute|concurrency) limit.{0,20}(?:exceeded|reached|hit)|user_?rate_?limit|(?:requests|calls) per (?:second|minute|hour|day).{0,40}(?:exceed|limit)|limit of .{0,20}(?:requests|calls)|retry (?:after|in) \d+ ?(?:s|sec|min|ms)|\bslow_?down\b|\b429\b|zu viele (?:anfragen|aufrufe|zugriffe)|anfragelimit|trop de (?:requetes|demandes|appels)|demasiadas (?:solicitudes|peticiones|llamadas)|te veel (?:verzoeken|aanvragen|aanroepen))re",
     nullptr, 0, RateLimited, "", 0.9, {}, "RFC 6585 4",
     "429 Too Many Requests: rate limit exceeded, retry after 30 s"},

    {"text.competing",
     R"re((?:another|other|second|different|newer|new) (?:app\w*|integration|user|session|authorization|connection|login|device|instance|process|client|token|program|store|shop|account|partner)\b.{0,60}\b(?:already|replaced|invalidat\w*|took over|is using|logged|has been (?:used|authorized|connected)|superseded|overw\w+|was (?:issued|created))|already (?:been )?(?:connected|linked|authorized|in use|integrated|registered|associated|paired|logged in)\b.{0,40}\b(?:another|other|different|elsewhere|by|with|to)\b|(?:connected|linked|registered|associated) (?:to|with) (?:another|a different|other)|logged (?:in|on) (?:from|at|on|with) (?:another|a different)|(?:session|token|connection).{0,40}(?:replaced|superseded|overwritten|taken over)|invalidated by (?:a|the) (?:newer|new|second|later)|only one (?:active )?(?:session|token|connection|login)|bereits (?:mit|von) (?:einem )?ander\w*|deja (?:connecte|utilise|associe|lie) .{0,30}autre|ya (?:esta )?(?:conectad|vinculad|asociad)\w* .{0,30}otr|al (?:gekoppeld|verbonden) .{0,30}ander)re",
     nullptr, 0, CompetingConnection, "", 0.8, {Reading {WrongTenant, why::otherCompany}}, "XRM-21",
     "This store is already connected to another account"},

    {"text.trial_or_subscription_over",
     R"re((?:subscription|trial|trial period|licen[cs]e|membership|abonnement|abo|suscripcion|lizenz|licencia|licentie)\b.{0,50}(?:has |have |is |was |been |period )*(?:expired|ended|lapsed|over\b|cancel+ed|terminated|unpaid|past due|inactive|abgelaufen|beendet|gekundigt|expire|resilie|caducad|vencid|finalizad|verlopen|beeindigd|opgezegd)|(?:expired|ended|lapsed|inactive|no active|without an? active) (?:trial|subscription|licen[cs]e)|subscription_?(?:expired|ended|inactive|cancel+ed)|payment (?:is )?(?:overdue|past due))re",
     nullptr, 0, AccountClosed, "subscription_ended", 0.75, {Reading {PlanRestriction, why::planAllows}},
     "QuickBooks Online API: 6190", "Subscription period has ended or canceled or there was a billing problem"},

    {"text.plan",
     R"re(\b(?:your|this|current|shop'?s?|store'?s?|account'?s?|company'?s?|the|their|active|pricing|any|a)\b[^.]{0,30}\b(?:plan|subscription|edition|package|tier|licen[cs]e|offering|version of)\b[^.]{0,20}\b(?:does not|doesn't|do not|don't|isn't|is not|not|cannot|can't|without)\b.{0,60}\b(?:include|have|support|allow|cover|eligib\w+|entitl\w+|permit|contain|access|available|enabled|grant)|upgrade (?:your|to|the|their)\b.{0,40}(?:plan|account|subscription|edition|tier|licen|package|pro\b|premium|advanced|plus|enterprise|higher)|(?:plan|subscription|edition|licen[cs]e|tier) upgrade|not (?:available|included|supported|enabled|offered|permitted|allowed) (?:in|on|for|with|by|under|as part of) (?:your|this|the|current)\b.{0,40}(?:plan|subscription|edition|tier|package|licen[cs]e|version|account type|country|region)|(?:only|exclusively) (?:available|supported|accessible) (?:in|on|for|with|to) .{0,40}(?:plan|subscription|edition|tier|customers|merchants|stores|plus|enterprise|advanced|premium)|require[sd]? (?:a|an|the)\b.{0,40}\b(?:plan|subscription|edition|licen[cs]e|tier|upgrade|add-?on|module)\b|feature.{0,40}(?:not (?:available|enabled|included|licensed|activated|part of|supported)|disabled)|feature_?not_?(?:available|enabled|supported)|not licensed|(?:missing|no|without) (?:a )?(?:valid )?licen[cs]e|higher (?:plan|tier)|paid (?:plan|account)|payment required|\b402\b|premium feature|(?:not|isn't) entitled|(?:missing|no|lacks?) entitlement|plan.{0,30}(?:restrict|insufficient|too low|limit(?:ed|ation))|enterprise (?:plan|edition|account)s? (?:only|is required|required)|(?:tarif|paket|plan|abo\w*|edition).{0,60}(?:nicht (?:enthalten|verfugbar|freigeschaltet|unterstutzt)|enthalt .{0,20}nicht|upgrade|hoher)|(?:forfait|offre|abonnement|formule).{0,60}(?:ne (?:permet|comprend|inclut|dispose|donne)|pas (?:inclus|disponible|acces)|superieur)|(?:plan|suscripcion).{0,60}(?:no (?:incluye|permite|tiene|admite)|superior|actualic)|(?:pakket|abonnement).{0,60}(?:niet (?:inbegrepen|beschikbaar|ondersteund)|upgrade))re",
     R"re(rate)re", 0, PlanRestriction, "", 0.8, {Reading {PermissionRole, why::roleMissing}}, "AMG-20",
     "This shop's plan does not have access to this feature"},

    {"text.account_closed",
     R"re(\b(?:account|company|company file|store|shop|portal|organization|tenant|seller|merchant|hub|customer|business|user|profile|site|mandant|konto|benutzerkonto|compte|boutique|utilisateur|cuenta|tienda|usuario|administratie|winkel)s?\b.{0,50}\b(?:is|are|was|were|has|have|been|being|got|ist|wurde|est|a ete|esta|ha sido|fue|se encuentra|werd)?\b ?(?:\w+ ){0,2}(?:closed|suspended|terminated|deactivated|deleted|cancel+ed|frozen|blocked|disabled|inactive|locked(?: out)?|archived|banned|restricted|on hold|no longer (?:active|exists?|available)|not active|geschlossen|gesperrt|deaktiviert|geloscht|gekundigt|stillgelegt|inaktiv|ferme\w*|suspendu\w*|desactive\w*|supprime\w*|cloture\w*|bloque\w*|cerrad\w*|suspendid\w*|desactivad\w*|eliminad\w*|bloquead\w*|inactiv[oa]|geblokkeerd|gesloten|opgeschort|gedeactiveerd|verwijderd)\b|account_?(?:closed|suspended|inactive|deleted|disabled|locked|blocked|terminated)|(?:closed|suspended|deactivated|deleted|frozen|inactive|disabled|blocked|terminated|locked) (?:account|company|store|shop|portal|user|seller|merchant|organization|customer|tenant)|(?:gesperrtes|geschlossenes|deaktiviertes) (?:konto|benutzerkonto)|unavailable shop|(?:shop|store) (?:is )?(?:currently |temporarily )?(?:unavailable|closed|frozen|not available)|no longer (?:a )?(?:customer|active user|employee|employed)|bad_hub)re",
     R"re((?:api[ _]?key|token|app|application|client|integration|password|feature|scope|endpoint|connection)s?\b.{0,20}(?:disabled|inactive|blocked|deleted|suspended)|made inactive|item|product|invoice|contact|vendor|line|javascript|cookies)re",
     0, AccountClosed, "", 0.8, {Reading {InvalidUserCredentials, why::wrongLogin}}, "MIN-20",
     "Your seller account has been suspended"},

    {"text.app_removed",
     R"re(\b(?:app|application|integration|client|plugin|add-?on|extension|connector)\b.{0,60}\b(?:was|were|has been|have been|is|been|got|is not|not|not been)? ?(?:uninstalled|deauthorized|disconnected by|not installed|blocked|suspended|disabled|deactivated|unpublished|delisted)\b|\b(?:app|application|integration|client|connector)\b(?: (?:was|has been|is|been|got))+ (?:removed|deleted)\b|(?:removed|deleted|uninstalled|deauthorized) (?:the |your |this |our )?(?:app|application|integration|plugin|connector)\b|\buninstalled\b|not (?:been )?installed (?:on|in|for|by|to)|app[_ -]?(?:removed|uninstalled|deleted|disabled|blocked|suspended|not[_ -]?installed)|(?:application|client|app|integration)[_ ]?(?:disabled|blocked|suspended)|integrationblocked|(?:app|application|anwendung|integration)\b.{0,40}(?:deinstalliert|gesperrt|entfernt|deaktiviert)|application.{0,40}(?:desinstallee|supprimee|bloquee|desactivee)|aplicacion.{0,40}(?:desinstalad|eliminad|bloquead|desactivad)|app.{0,40}(?:verwijderd|geblokkeerd|uitgeschakeld))re",
     R"re(npm|pip |composer|module|package|ppa|apt |cookies|javascript|for this (?:client|application) ?: ?grant|flow|grant type)re",
     0, AppRemoved, "", 0.8, {Reading {Revoked, why::grantEnded}}, "AMK-07",
     "The application was uninstalled by the merchant"},

    {"text.tenant",
     R"re(\b(?:tenant|realm|company|organization|org|data ?cent(?:er|re)|region|shop|store|hub|portal|company file|division|administration|merchant|seller|marketplace|subsidiary|business|location|branch|site|subdomain|warehouse|instance|database)[ _-]?(?:id|code|hash|domain|guid|name|number|url)?\b.{0,50}\b(?:mismatch\w*|does not match|doesn't match|do not match|did not match|not (?:found|match\w*|linked|connected|accessible|authorized|valid|recognized|associated|registered|known)|wrong|incorrect|invalid|unknown|does not exist|doesn't exist|could not be found)|\b(?:wrong|incorrect|invalid|unknown|mismatched|unrecognized|no such) (?:tenant|realm|company|organization|org\b|data ?cent(?:er|re)|region|hub|portal|marketplace|shop|store|division|administration|account id|merchant id|subdomain|domain|instance)|(?:token|grant|user|app|connection|key).{0,60}\b(?:a different|another|other|wrong|different) (?:tenant|company|organization|realm|data ?cent|region|store|shop|portal|hub|division|instance)|not (?:a )?(?:member|part|user) of (?:the|this|that) (?:tenant|organization|company)|not (?:authorized|connected|linked|valid|permitted) (?:for|to|with) (?:this|the|that) (?:tenant|organization|company|shop|store|realm)|(?:no |not |without |lost )access to (?:the |this |that )?(?:tenant|organization|company|company file|realm|shop|store|business|division|administration|portal)|does not exist in tenant|tenant .{0,60}not found|missing or unknown (?:hub|tenant|realm|company)|(?:mandant|firma|organisation|unternehmen|buchungskreis).{0,40}(?:nicht gefunden|falsch|stimmt nicht|unbekannt)|(?:societe|entreprise|dossier|organization).{0,40}(?:introuvable|incorrect|inconnu)|(?:empresa|organizacion).{0,40}(?:no (?:encontrad|existe|coincide)|incorrect)|(?:administratie|organizatie|bedrijf|organisatie).{0,40}(?:niet gevonden|onjuist|onbekend))re",
     R"re(redirect|scope|client[_ ]?(?:id|secret)|certificate|application with identifier|consumer)re",
     0, WrongTenant, "", 0.75, {Reading {PermissionRole, why::roleMissing}}, "AMG-12",
     "The user is not a member of this organisation: tenant id does not match the token"},
};

} // namespace

std::span<const TextRule> reasonTextRules()
{
    return rules;
}

} // namespace relink
