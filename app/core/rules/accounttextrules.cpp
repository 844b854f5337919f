// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    // Before the subscription: an access token may have a "lifetime" of its own.
    {"text.plan_unpaid",
     R"re((?:subscription|trial|trial period|licen[cs]e|membership|registration|free (?:plan|budget|quota|tier|credits?)|abonnement|abo|suscripcion|lizenz|licencia|licentie)\b<near>\b(?:has |have |is |was |been |period |had )*(?:expired|ended|lapsed|over\b|cancell?ed|terminated|unpaid|past due|inactive|used up|exhausted|abgelaufen|beendet|gekundigt|expire|resilie|caducad|vencid|finalizad|verlopen|beeindigd|opgezegd)|)re"
     R"re((?:expired|ended|lapsed|inactive|no active|no valid|without an? active) (?:trial|subscription|licen[cs]e)\b|)re"
     R"re(subscription ?(?:expired|ended|inactive|cancell?ed|required)|)re"
     R"re(licen[cs]e ?expired|payment (?:is )?(?:overdue|past due|due\b)|)re"
     R"re(billing problem|(?:insufficient|out of|no more|not enough) (?:api )?credits?\b|)re"
     R"re((?:cannot|could not|unable to) verify (?:your |the )?(?:subscription|licen[cs]e)|)re"
     R"re((?:make sure|check|ensure)<near>(?:subscription|licen[cs]e)<near>active|)re"
     R"re(company (?:and )?has expired)re",
     nullptr,
     0,
     PlanRestriction,
     "subscription_ended",
     0.75,
     {Reading {AccountClosed, why::accountShut}},
     "QuickBooks Online API: 6190",
     "Subscription period has ended or canceled or there was a billing problem"},

    {"text.plan",
     R"re(\b(?:module|feature|app|service|api|product|company|account) (?:is )?not subscribed|)re"
     R"re(not subscribed to (?:this|the)|)re"
     R"re(\b(?:standard|basic|free|trial|starter|limited|lite|developer) (?:api )?access (?:only|does not|doesn't|is limited|has no)|)re"
     R"re(\b(?:account|store|shop|company|organization|portal|workspace) (?:\w+ )?(?:does not|doesn't|do not|don't|has no|without) (?:currently )?(?:have )?access to\b.{0,40}\b(?:features?|functions?|modules?|products?|add ?ons?|the api|our api|api access)\b|)re"
     R"re(\b(?:your|this|current|shop'?s?|store'?s?|account'?s?|company'?s?|the|their|active|pricing|any|a)\b<near>\b(?:plan|subscription|edition|package|tier|licen[cs]e|offering|version of)\b<near>\b(?:does not|doesn't|do not|don't|isn't|is not|not|cannot|can't|without)\b.{0,60}\b(?:include|have|support|allow|cover|eligib\w+|entitl\w+|permit|contain|access|available|enabled|grant)|)re"
     R"re(upgrade (?:your|to|the|their)\b<near>(?:plan|account|subscription|edition|tier|licen|package|pro\b|premium|advanced|plus|enterprise|higher)|)re"
     R"re((?:plan|subscription|edition|licen[cs]e|tier) upgrade|)re"
     R"re(upgraded (?:plan|tier|edition)|)re"
     R"re((?:not|n't) (?:available|included|supported|enabled|offered|permitted|allowed|accessible) (?:in|on|for|with|by|under|as part of) (?:your|this|the|current|a|an)\b<near>(?:plan|subscription|edition|tier|package|licen[cs]e|account type|country)|)re"
     R"re((?:only|exclusively) (?:available|supported|accessible|offered) (?:in|on|for|with|to)\b<near>(?:plan|subscription|edition|tier|customers|merchants|stores|plus|enterprise|advanced|premium)|)re"
     R"re(require[sd]? (?:(?:a|an|the|at least)\b )?(?:[\w'"]+ ){0,4}(?:plan|subscription|edition|licen[cs]e|tier|upgrade|add ?on|module)\b|)re"
     R"re((?:restricted|limited|blocked|locked) (?:on|for|by|in|under) (?:your|the|this) (?:current )?(?:plan|subscription|edition|tier)|)re"
     R"re((?:subscription )?plan (?:was|has been|were) (?:changed|downgraded)|)re"
     R"re(feature<near>(?:not (?:available|enabled|included|licensed|activated|part of|supported)|disabled)|)re"
     R"re(feature ?not ?(?:available|enabled|supported)|)re"
     R"re(not (?:activated|enabled) (?:on|for|in|with) (?:your|this|the) (?:account|profile|store|shop|company|organization|edition)|)re"
     R"re(not licensed|unlicensed|licens\w* saknas|)re"
     R"re((?:must have|needs?) (?:an? )?(?:[\w']+ ){0,3}(?:plan|subscription)\b|)re"
     R"re((?:maximum|limit) (?:number )?of (?:\w+ ){1,3}(?:for|on|in) your (?:current )?plan|)re"
     R"re(premium (?:is )?required|(?:different|higher) access (?:level|tier)|)re"
     R"re(plan ?limit|contract is (?:valid|not)|)re"
     R"re(not an? (?:professional|business|premium|pro|plus|enterprise|paid)\b.{0,30}account|)re"
     R"re((?:missing|no|without) (?:a )?(?:valid )?licen[cs]e\b|higher (?:plan|tier)|)re"
     R"re(paid (?:plan|account)|premium feature|(?:not|isn't) entitled|)re"
     R"re((?:missing|no|lacks?) entitlement|)re"
     R"re(\bplan\b<near>(?:restrict|insufficient|too low|limit(?:ed|ation))|)re"
     R"re((?:enterprise|pro|premium|plus) (?:plan|edition|account)s? (?:only|is required|required)|)re"
     R"re((?:tarif|paket|plan|abo\w*|edition)\b.{0,60}(?:nicht (?:enthalten|verfugbar|freigeschaltet|unterstutzt)|enthalt .{0,20}nicht|upgrade|hoher)|)re"
     R"re((?:forfait|offre|abonnement|formule).{0,60}(?:ne (?:permet|comprend|inclut|dispose|donne)|pas (?:inclus|disponible|acces)|superieur)|)re"
     R"re((?:plan|suscripcion).{0,60}(?:no (?:incluye|permite|tiene|admite)|superior|actualic)|)re"
     R"re((?:pakket|abonnement).{0,60}(?:niet (?:inbegrepen|beschikbaar|ondersteund)|upgrade)|)re"
     R"re((?:action|operation|method|call|endpoint|function|service) (?:is |has been )?(?:disabled|not enabled|not activated|switched off) (?:for|on) (?:the|this|your) (?:merchant|account|shop|store|company)|)re"
     R"re((?:does not|doesn't|do not|don't) have access to (?:this|that|the|these) (?:\w+ )?(?:features?|functions?|products?|modules?)\b|)re"
     R"re((?:isn't|is not|not yet) (?:publicly )?available (?:for|to) (?:the )?public|\bgated access\b|\b(?:closed|private|limited) beta\b|\bearly access\b|limited availability|)re"
     R"re((?:subscription|plan|account|licen[cs]e)<near>must be upgraded)re",
     R"re(rate limit exceeded|\bplan(?:s|ned|ning)? (?:to|on) (?:migrat|releas|remov|retir|switch|mov|introduc))re",
     0,
     PlanRestriction,
     "",
     0.8,
     {Reading {PermissionRole, why::roleMissing}},
     "AMG-20",
     "This shop's plan does not have access to this feature"},
    {"text.plan_402",
     R"re(payment required|.)re",
     nullptr,
     402,
     PlanRestriction,
     "",
     0.7,
     {Reading {AccountClosed, why::accountShut}},
     "RFC 9110 15.5.3",
     "402 Payment Required"},

    // Of whatever else there is only so much.
    {"text.limit",
     R"re(\blimit ?(?:was |has been |is |have been )?(?:reached|exceeded)|)re"
     R"re(\b(?:reached|exceeded|hit) (?:the |your |its |an? )?(?:\w+ ){0,4}limit\b)re",
     R"re(time ?limit|size limit|length limit|memory limit|retry limit|character limit|credit limit)re",
     0,
     RateLimited,
     "",
     0.6,
     {Reading {PlanRestriction, why::planAllows}, Reading {ConnectionLimit, why::otherUse}},
     "RFC 6585 4",
     "User reached the limit of 50 questions."},
    // Whoever stood behind the app or the connection has left.
    {"text.owner_left",
     R"re((?:user|person|owner|employee|colleague|admin\w*|developer) (?:who|that|which) (?:\w+ )?(?:created|set up|registered|made|built) (?:the |this |our |your )?(?:\w+ )?(?:app|application|client|integration|plugin)\b.{0,80}\b(?:left|deleted|removed|closed|no longer|gone|deactivated|disabled)|)re"
     R"re((?:authorizing|installing|connecting) user (?:has |was |is )(?:\w+ )?(?:left|deleted|removed|deactivated|disabled|no longer))re",
     nullptr,
     0,
     AppRemoved,
     "app_owner_gone",
     0.8,
     {Reading {AccountClosed, why::accountShut}},
     "XRM-34",
     "The person who created the app was deleted by the administrator"},
    {"text.grantor_left",
     R"re((?:user|person|owner|employee|colleague|admin\w*|staff|account) (?:who|that|which) (?:\w+ ){0,4}?(?:create|created|set up|made|authorized|authorize|connected|connect|established) (?:\w+ ){0,4}?(?:connection|link|access|store|shop|account|feed|company|channel)?\b.{0,80}\b(?:left|deleted|removed|closed|no longer|gone|deactivated|disabled))re",
     nullptr,
     0,
     Revoked,
     "grantor_gone",
     0.75,
     {Reading {AppRemoved, why::appGone}, Reading {PermissionRole, why::roleMissing}},
     "XRM-34",
     "The employee who made the connection has left and was deleted"},
    {"text.switched_off_after",
     R"re(\bautomatically (?:disconnected|deactivated|disabled|paused|suspended) (?:if|when|after|once)\b.{0,80}\b(?:unable|cannot|can't|could not|couldn't|fail\w*|errors?|attempts?|not (?:respond|reach))\b)re",
     nullptr,
     0,
     ProviderOutage,
     "",
     0.5,
     {Reading {Network, why::network}},
     "AMG-30",
     "The feed is automatically paused after three failed attempts"},
    {"text.packages",
     R"re(\bcomposer\\|composer ?downloader|\bpackages\.json\b|\bnpm err|)re"
     R"re(\bpip(?:3)? install\b|\bnuget\.org|could not be downloaded)re",
     R"re(oauth|refresh token)re",
     0,
     Unknown,
     "",
     0.5,
     {Reading {NotAnError, why::noFailure}, Reading {InvalidUserCredentials, why::wrongLogin}},
     "AMG-04",
     "The 'https://repo.example.com/packages.json' URL could not be accessed (HTTP 403)"},
    {"text.granted_helps",
     R"re(\bworks?\b.{0,40}\b(?:when|if|once|after)\b.{0,40}\b(?:access|permissions?|scopes?|rights)\b.{0,20}\b(?:given|granted|enabled|added))re",
     nullptr,
     0,
     PermissionScope,
     "",
     0.65,
     {Reading {PermissionRole, why::roleMissing}},
     "RFC 6750 3.1",
     "It works when full access is granted to the key"},
    {"text.access_disabled",
     R"re(disabled access (?:to|for) (?:the |this |your )?<app>|)re"
     R"re(access (?:to|for|of) (?:the |this |your )?<app> (?:is |was |has been )(?:disabled|switched off|turned off|blocked))re",
     nullptr,
     0,
     Revoked,
     "access_disabled",
     0.85,
     {Reading {AppRemoved, why::appGone}},
     "AMK-08",
     "Disabled access to application"},

    {"text.account_closed",
     R"re(\b(?:invalid|bad|wrong) account status|account validations? failed|)re"
     R"re(account (?:status )?(?:is )?(?:not in good standing|under review)|)re"
     R"re((?<!checking )(?<!service )\b(?:account|company|company file|store|shop|portal|organization|tenant|seller|merchant|business|user(?: account)?|subscriber|profile|site|mandant|konto|benutzerkonto|compte|boutique|utilisateur|cuenta|tienda|usuario|administratie|winkel)s?\b(?: '?"?[\w@.-]+'?"?| id [\w-]+| \([^)]*\)){0,2}[ '"]{1,3}(?:is|are|was|were|has|have|been|being|got|isn't|ist|wurde|est|a ete|esta|ha sido|fue|se encuentra|is niet)\b ?(?:\w+ ){0,3}?(?:closed|suspended|terminated|deactivated|deleted|cancell?ed|frozen|blocked|disabled|inactive|locked(?: out)?|archived|banned|restricted|limited|on hold|no longer (?:active|exists?|available)|not (?:yet )?(?:active|activated|verified|approved)|active\b(?<=n't active|not active)|geschlossen|gesperrt|deaktiviert|geloscht|gekundigt|stillgelegt|inaktiv|ferme\w*|suspendu\w*|desactive\w*|supprime\w*|cloture\w*|bloque\w*|cerrad\w*|suspendid\w*|desactivad\w*|eliminad\w*|bloquead\w*|inactiv[oa]|geblokkeerd|gesloten|opgeschort|gedeactiveerd|verwijderd|actief)\b|)re"
     R"re(\b(?:account|user|merchant|seller|store|shop|company|payee account|portal)s? ?(?:not active|closed|suspended|inactive|deleted|disabled|locked|blocked|terminated|restricted|deactivated|frozen)\b|)re"
     R"re(\b(?:closed|suspended|deactivated|deleted|frozen|inactive|disabled|blocked|terminated|locked|banned) (?:\w+ )?(?:account|company|store|shop|portal|user|seller|merchant|organization|customer|tenant)\b|)re"
     R"re((?:gesperrtes|geschlossenes|deaktiviertes) (?:konto|benutzerkonto)|)re"
     R"re(unavailable shop|)re"
     R"re((?:shop|store) (?:is )?(?:currently |temporarily )?(?:unavailable|closed|frozen|paused|not available)|)re"
     R"re(no longer (?:a )?(?:customer|active user|employee|employed)|)re"
     R"re((?:sales|selling|seller) (?:account )?(?:is |was |has been )?suspended|selling (?:privileges|account)<near>(?:suspended|removed|deactivated)|shops?<few>(?:go|goes|went) to suspend|)re"
     R"re(violation of (?:our|the|their) (?:acceptable use|terms|polic)|)re"
     R"re(\bblockade\b)re",
     R"re(made inactive|(?:incorrect|correctly) or your account|)re"
     R"re(user disabled (?:javascript|cookies)|locked (?:account )?due to too many|)re"
     R"re(or (?:the )?(?:user|account) (?:is )?locked|)re"
     R"re(keys? (?:are|is) disabled)re",
     0,
     AccountClosed,
     "",
     0.8,
     {Reading {InvalidUserCredentials, why::wrongLogin}},
     "MIN-20",
     "Your seller account has been suspended"},

    {"text.app_removed",
     R"re(\b<app>\b(?: instance| access)?(?: with (?:id|identifier) \S+)? (?:was|were|has been|have been|is|been|got|is not|was not|has not been|temporarily)? ?(?:\w+ ){0,2}?(?:uninstalled|deauthorized|not installed|blocked|suspended|disabled|deactivated|unpublished|delisted|installed by the administrator)\b(?! by (?:corp|network))|)re"
     R"re(\b<app>\b(?: instance)?(?: (?:was|has been|is|been|got))+ (?:removed|deleted)\b|)re"
     R"re((?:removed|deleted|uninstalled|deauthorized) (?:the |your |this |our )?(?:app|application|integration|plugin|connector)\b|)re"
     R"re(\buninstalled\b|)re"
     R"re(\b(?:app|application) (?:is |was |has )?(?:not|no longer) (?:been )?installed (?:on|in|for|by|to)\b|)re"
     R"re(\b(?:app|client|application|integration) ?(?:removed|uninstalled|deleted|disabled|blocked|suspended|not installed)\b|)re"
     R"re((?:deleted|disabled|blocked|suspended|inactive|deactivated) (?:oauth )?(?:client|app|application|integration)\b|)re"
     R"re(disabled for this app|)re"
     R"re(\b(?:app )?installation (?:was |has been |is |could |cannot )?(?:not found|not be found|suspended|removed|deleted)|)re"
     R"re(app<few>(?:has )?not (?:been )?(?:yet )?(?:been )?(?:verified|completed .{0,20}verification)|)re"
     R"re((?:app|application|anwendung|integration)\b.{0,40}(?:deinstalliert|gesperrt|entfernt|deaktiviert)|)re"
     R"re(application.{0,40}(?:desinstallee|supprimee|bloquee|desactivee)|)re"
     R"re(aplicacion.{0,40}(?:desinstalad|eliminad|bloquead|desactivad)|)re"
     R"re(app\b.{0,40}(?:verwijderd|geblokkeerd|uitgeschakeld)|)re"
     R"re(disabled the use of (?:\w+ )*from this|(?:app|key|client)\b<near>(?:moved|changed|set|put|went) (?:back )?to ['"]?pending|)re"
     R"re(no longer able to use the <app>|)re"
     R"re((?:removed|deleted|uninstalled) (?:their|its) (?:app|application))re",
     R"re(\bnpm\b|\bpip3? |composer|)re"
     R"re((?:module|package|library|extension) .{0,20}not installed|\bapt |)re"
     R"re((?:grant|flow) .{0,20}disabled|access has been blocked|removed the app's)re",
     0,
     AppRemoved,
     "",
     0.8,
     {Reading {Revoked, why::grantEnded}},
     "AMK-07",
     "The application was uninstalled by the merchant"},

    {"text.ip_restricted",
     R"re(\bip (?:address )?<few>(?:is )?(?:restricted|blocked|denied|(?:not|n't) (?:allowed|white ?listed|authorized|permitted|in the allow))|)re"
     R"re((?:ip|address) (?:white|allow) ?list)re",
     nullptr,
     0,
     PermissionRole,
     "ip_restricted",
     0.8,
     {Reading {Configuration, why::setUpWrong}},
     "AMG-10",
     "Your IP address is not allowed to use the API"},
    {"text.tenant",
     R"re(\bnot the owner of\b|)re"
     R"re(\b(?:does not|doesn't|do not|don't) own (?:this|the|that)\b|\bnot owned by\b|)re"
     R"re(\b(?:tenant|realm|company|organization|org|data ?cent(?:er|re)|region|shop|store|hub|portal|company file|division|administration|merchant|seller|marketplace|subsidiary|business|profile|branch|subdomain|instance) ?(?:id|code|hash|domain|guid|name|number|cipher)?\b(?! url)(?:[^.;!?{},:]|: ?["'\\d]){0,50}?\b(?:mismatch\w*|(?:does|do|did)(?: not|n't) (?:\w+ )?(?:match|exist|belong)|not (?:found|match\w*|linked|connected|accessible|valid|recognized|associated|registered|known)|(?:is|was) (?:wrong|incorrect|invalid|unknown)|(?:wrong|incorrect|invalid|unknown)\b|could not be (?:found|located)|no longer exists)|)re"
     R"re(\b(?:wrong|incorrect|invalid|unknown|mismatched|unrecognized|no such) (?:tenant|realm|company|organization|org\b|data ?cent(?:er|re)|region|hub|portal|marketplace|shop|store|division|administration|merchant|subdomain|instance|profile)\b(?! token)|)re"
     R"re(\b(?:token|grant|user|app|connection|key|belongs? to|exists in|object|order|resource|issued (?:for|to))\b<near>\b(?:an?|the)? ?(?:different|another|other|wrong) (?:\w+ )?(?:tenant|company|organization|realm|data ?cent|region|store|shop|portal|hub|division|instance|profile|merchant|seller|directory)|)re"
     R"re((?:company|organization|tenant|shop|store|account) you(?:'re| are) (?:trying|attempting)\b.{0,40}\b(?:does not|doesn't) match|)re"
     R"re((?:different|differs) from the (?:\w+ )?(?:account|company|shop|store|organization)|)re"
     R"re((?:not|n't) (?:associated|linked|registered) (?:with|to) (?:your|this|the) (?:\w+ )?(?:log ?in|account|user)\b|)re"
     R"re(no longer belongs? to|)re"
     R"re((?:from|in|of) (?:an?) (?:different|another|other) (?:region|market|country)|)re"
     R"re((?:does|do)(?: not|n't) belong to (?:this|the|your) <tenant>|)re"
     R"re((?:selected|chose|picked|connected) (?:an?|the) (?:different|wrong|other) <tenant>|)re"
     R"re(not (?:associated|affiliated) with (?:the |this |that )?<tenant>|)re"
     R"re((?:invalid|wrong|unknown|incorrect) (?:seller|merchant|company|shop|store|tenant|organization) ?(?:id|code|account)|)re"
     R"re(not (?:a )?(?:member|part|user) of (?:the|this|that) (?:tenant|organization|company)|)re"
     R"re(does not exist in (?:the )?(?:tenant|directory|organization|company)|)re"
     R"re(not (?:authorized|connected|linked|valid|permitted) (?:for|to|with) (?:this|the|that) (?:tenant|organization|company|shop|store|realm)\b|)re"
     R"re((?:no |not |without |lost )access to (?:the |this |that )?(?:tenant|organization|company file|realm|shop|store|business|division|administration|portal)\b|)re"
     R"re(missing or unknown (?:hub|tenant|realm|company)|)re"
     R"re(\b(?:no|missing) (?:tenants?|realms?|compan(?:y|ies)|company files?|shops?|merchants?|organizations?|stores?) ?(?:id|header|was|were|found|selected|available|connected)|)re"
     R"re(not available (?:for|to) (?:this|your) (?:user|log ?in)|)re"
     R"re(\b(?:mandant|firma|organisation|unternehmen|buchungskreis).{0,40}(?:nicht gefunden|falsch|stimmt nicht|unbekannt)|)re"
     R"re((?:falsche[rnms]?|verkeerde|onjuiste|mauvaise?|equivocada) (?:mandant|firma|organization|unternehmen|administratie|bedrijf|divisie|societe|entreprise|empresa)\w*|)re"
     R"re((?:ongeldig|ungultig)\w*:? (?:divisie|division|mandant)|)re"
     R"re((?:societe|entreprise|dossier|organization).{0,40}(?:introuvable|incorrect|inconnu)|)re"
     R"re((?:empresa|organizacion).{0,40}(?:no (?:encontrad|existe|coincide)|incorrect)|)re"
     R"re((?:administratie|organizatie|bedrijf|organisatie|divisie).{0,40}(?:niet gevonden|onjuist|onbekend|ongeldig)|)re"
     R"re((?:does not|doesn't|do not|don't) own (?:the )?<tenant>|(?:could not|cannot|couldn't|can't|unable to) find (?:an? |the |your |any )?(?:shop|store|company|tenant|organization|merchant|seller)\b|no matching (?:\w+ )?(?:channel|tenant|shop|store|company)|)re"
     R"re(not in (?:the |this |your )?(?:current )?(?:tenant|organization|company)\b)re",
     R"re((?:company|store|business) (?:address|name) is invalid|client secret|)re"
     R"re(certificate|password|access token (?:is|has|was) |refresh token)re",
     0,
     WrongTenant,
     "",
     0.75,
     {Reading {Configuration, why::setUpWrong}, Reading {PermissionRole, why::roleMissing}},
     "XRM-12",
     "Tenant not found: the company is not connected"},
};

} // namespace

std::span<const TextRule> accountTextRules()
{
    return rules;
}

} // namespace relink
