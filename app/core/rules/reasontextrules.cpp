// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[]
    = {
        // Money, not access.
        {"text.payment",
         R"re(\bcard (?:was |has been |has |is )?(?:declined|expired)|card ?(?:error|declined)|expired ?card|insufficient ?funds|payment (?:was |has been )?(?:declined|refused)|declined by (?:the )?(?:issuer|bank))re",
         nullptr,
         0,
         Unknown,
         "payment",
         0.6,
         {Reading {NotAnError, why::noFailure}},
         "AMG-04",
         "Your card was declined."},
        {"text.rate",
         R"re((?<![-\w] )(?<![-\w])(?:api |request |user |usage |call |app )?rate ?limit(?:ed|s|ing|er)?\b(?! ?(?:limit|remaining|reset|policy|type|headers?)\b)(?! ?:? ?\d)|rate ?limit ?(?:exceeded|error|reached)|(?<!not )\brate ?limited\b|too ?many ?(?:\w+ )?(?:requests|calls|queries|api|attempts)\b|\bthrottl|(?<!storage )(?<!disk )(?<!mailbox )quota.{0,20}(?:exceeded|reached|exhausted)|exceeded.{0,30}(?:quota|(?:request|call|api|rate|daily|hourly|minute)\w* (?:limit|volume))|(?:request|call|api|daily|hourly|minute|concurrency|governance) limit.{0,30}(?:exceeded|reached|hit)|user ?rate ?limit|(?:requests|calls) per (?:second|minute|hour|day).{0,40}(?:exceed|limit)|(?:limit|maximum) (?:of|number of) .{0,20}(?:requests|calls)|(?:limit|maximum) (?:of|for) .{0,30}(?:requests|calls)|(?:exceeded|reached) \d+ (?:calls|requests)|\d+ (?:calls|requests) per \d*|(?:exceeded|reached) (?:the |your )?(?:\w+ )?usage limit|(?:request|call|api|usage) limit (?:was |has been |is )?(?:exceeded|reached|hit)|concurrent (?:\w+ )?limit|retry (?:after|in) \d+ ?(?:s\b|sec|min|ms)|\bslow down\b|zu viele (?:anfragen|aufrufe|zugriffe)|anfragelimit|trop de (?:requetes|demandes|appels)|demasiadas (?:solicitudes|peticiones|llamadas)|te veel (?:verzoeken|aanvragen|aanroepen))re",
         R"re(max retries exceeded)re",
         0,
         RateLimited,
         "",
         0.9,
         {},
         "RFC 6585 4",
         "Rate limit exceeded, retry after 30 s"},
        {"text.rate_429",
         R"re(.)re",
         nullptr,
         429,
         RateLimited,
         "",
         0.9,
         {},
         "RFC 6585 4",
         "HTTP/1.1 429"},

        {"text.deprecated",
         R"re(\b(?:is|are|was|were|has been|have been|will be|being|now) (?:now |being )?(?:deprecated|retired|sunset(?:ted)?|discontinued|decommissioned|phased out|shut ?down)\b|\bno longer (?:be )?supported\b|will stop working|deprecated (?:api )?(?:auth\w*|log ?in|sign ?in|method|api|endpoint|grant|token|version|scope)|(?:auth\w*|log ?in|sign ?in|api|grant|token|keys?|endpoint|version|method|tls|flow|credentials?|passwords?|protocol|service)\b<near>\b(?:is|are|was|were|been|be|being|now)? ?(?:deprecated|retired|sunset\w*|discontinued|decommissioned|end of life|shut ?down|phased out|turned off)|(?:auth\w*|log ?in|sign ?in|api|grant|endpoint|version|method|flow|passwords?|scopes?)\b<near>\bno longer (?:be )?(?:supported|available|works?|possible|offered)\b|(?:support|option|possibility) (?:for|of|to) .{0,80}(?:removed|dropped|ends?|ended)|no longer be (?:able to be )?used|no longer (?:be )?(?:possible|supports?|accepts?|allows?)\b.{0,60}(?:auth|api|token|basic|password|key|log ?in|version|method|reuse|re use)|legacy (?:api|auth\w*|tokens?|credentials?|keys?|log ?in|method|custom app|get)\b.{0,80}(?:no longer|deprecat|retir|disabled|not supported|removed|cannot|invalid|used)|(?:\w+ )?(?:token|key) is invalid .{0,20}legacy|legacy token|basic auth\w* (?:is|has been|was) (?:disabled|no longer|deprecat|retired)|(?:will be|are|is) (?:removing|dropping|ending|retiring|discontinuing|sunsetting|phasing out)\b.{0,80}(?:option|support|auth|token|api|key|log ?in|method)|older (?:\w+ )?(?:key|token|version|api)|(?:modern|new|newer) (?:\w+ )?(?:api key|authentication|oauth)\b.{0,40}(?:need|required|must|use|instead)|(?:unsupported|invalid|old|outdated|obsolete|expired) api version|api version .{0,30}(?:not supported|unsupported|too old|expired|invalid|removed)|this version of the (?:api|app|application|client).{0,60}(?:no longer|not supported|expired)|has been (?:retired|decommissioned|sunset)|(?:veraltet|eingestellt|abgekundigt).{0,80}(?:auth|api|anmeld|methode)|(?:auth\w*|api|methode?|metodo).{0,60}(?:veraltet|obsolet|depreciee|verouderd|nicht mehr unterstutzt|plus (?:prise en charge|supporte)|ya no (?:es|esta) (?:compatible|soportad)|niet meer (?:ondersteund|mogelijk)))re",
         R"re(deprecat(?:ed|ion)(?: ?:|warning)|deprecation ?warning|\[?dep\d{4}\]?|(?:function|method|parameter|class|property|package|module|argument)s? \S+ (?:is|are|has been) deprecated|passing .{0,60}deprecated|deprecated in php|php deprecated)re",
         0,
         DeprecatedMethod,
         "",
         0.85,
         {Reading {Configuration, why::setUpWrong}},
         "MIN-70",
         "The user is using a deprecated API Authentication method"},

        {"text.test_mode",
         R"re(exists in (?:test|live|sandbox|production) mode|\b(?:test|sandbox|staging|dev|development|demo|trial) ?(?:mode|key|api key|credential|token|access token|account|user|client|environment|secret|app)s?\b<far>\b(?:live|production|prod)\b|\b(?:live|production|prod) ?(?:mode|key|api key|credential|token|access token|account|user|client|environment|secret|app|host|url|endpoint|server|site)s?\b<far>\b(?:test|sandbox|staging|demo)\b|live ?mode api key|\b(?:sandbox|test|staging)\b(?: [\w"']+){0,8}? (?:live|production|prod) (?:mode )?(?:keys?|credentials?|tokens?|accounts?|secrets?)\b|(?:test data|test mode|sandbox).{0,80}\b(?:in|on) (?:live|production)\b|\b(?:wrong|different|other|incorrect|mismatch\w*) (?:api )?(?:environment|mode)\b|environment<near>(?:mismatch|does not match|doesn't match|wrong|incorrect)|(?:not a valid|invalid|no valid) (?:sandbox|production|live|test) |\b(?:sandbox|production|test|live)\b<near>(?:not (?:valid|allowed|work\w*|usable|accepted)|cannot be used|can't be used|can only|only (?:be used|work|valid|supports?))<near>\b(?:sandbox|production|live|test|environment)\b|(?:key|token|credential)s?<near>(?:issued|created|generated|intended|valid|made) (?:for|in|on) (?:the )?(?:sandbox|production|test|live|other|another)|(?:using|used|with) (?:a )?(?:sandbox|test|production|live) (?:mode )?(?:api )?(?:key|credential|token|account)s?<near>(?:in|on|against|with) (?:the )?(?:sandbox|test|production|live)|(?:test|production|live|sandbox) credentials?, (?:\w+ )?test mode (?:is )?(?:enabled|disabled|on|off)|testmodus.{0,80}(?:produktiv|echt|live)|mode test.{0,80}(?:production|reel)|modo de prueba.{0,80}(?:produccion|real)|testomgeving.{0,80}productie)re",
         R"re(in test mode, you can|payment method)re",
         0,
         TestModeMismatch,
         "",
         0.8,
         {Reading {InvalidUserCredentials, why::wrongLogin},
          Reading {Configuration, why::setUpWrong}},
         "MIN-61",
         "No such customer; a similar object exists in test mode, but a live mode key was used"},

        {"text.connection_limit",
         R"re(connection ?limit|\b(?:maximum|max\.?|limit|too many|exceed\w*)\b<near>\b(?:number of )?(?:connections|connected (?:apps|organi\w*|accounts|companies)|linked (?:accounts|apps)|organizations|integrations|installations|installs|active (?:tokens|sessions|connections)|refresh tokens|access tokens|tenants|concurrent (?:sessions|logins|users)|simultaneous (?:sessions|logins|users)|sessions|seats|licen[cs]ed users|api users|devices|companies|stores)\b|\b(?:connections|connected (?:apps|organi\w*|accounts)|organizations|integrations|tokens|sessions|installations|tenants)\b<near>\b(?:limit|maximum)\b|\b(?:limit|maximum) (?:of|for) (?:\d+|two|connected|connections) ?(?:apps?|connections?|organi|tenants|users|tokens|sessions)|max(?:imum)? (?:for|per) (?:app|user|client|account|organization)|uncertified app|can only (?:connect|have|use|link|add) (?:one|\d+|two)\b|(?:maximum|limit|max) (?:number )?of (?:\w+ ){0,2}(?:tokens|keys|apps|stores)\b|\b(?:two|2|25|five|5) (?:\w+ )?(?:connections|organi\w+|apps) (?:limit|maximum|only)|only (?:one|two|\d+) (?:\w+ )?(?:connections?|apps?|integrations?|organizations?) (?:is|are|can|may|at|per|allowed|permitted)|maximal\w* (?:anzahl|zahl).{0,40}(?:verbindung|integration|anwendung)|nombre maxim\w*.{0,30}(?:connexion|application)|numero maximo de (?:conexion|aplicacion|sesion)|maximum aantal (?:koppeling|verbinding))re",
         R"re(rate limit exceeded|requests per|concurrent (?:requests|calls)|too many (?:requests|calls)|(?:tcp|http|database|pool|sql)\w* connections?)re",
         0,
         ConnectionLimit,
         "",
         0.85,
         {Reading {CompetingConnection, why::otherUse}},
         "XRM-21",
         "You have reached the maximum number of connected organisations for this app"},

        {"text.competing",
         R"re(\b(?:another|other|second|different|newer|someone else|somebody else) ?(?:app\w*|integration|user|session|authorization|connection|log ?in|device|browser|computer|instance|process|client|token|program|store|shop|account|partner|location|place|machine)?\b<near>\b(?:already|replaced|invalidat\w*|took over|is using|logged (?:in|on)|signed in|has (?:been )?(?:used|authorized|connected)|connected the same|superseded|overw\w+|in use)|already (?:been )?(?:connected|linked|authorized|in use|integrated|registered|associated|paired|logged ?(?:in|on)|signed in)\b<near>\b(?:another|other|different|elsewhere|on|by|with|to)\b|(?:connected|linked|registered|associated) (?:to|with) (?:another|a different|other)(?! (?:data|tenant|region|environment))|(?:used|active|opened?|session) (?:on|from|at|in) (?:another|a different|other|multiple) (?:device|browser|computer|place|location|session|tab)|(?:logged|signed) (?:in|on|into) (?:from|at|on|with|to) (?:another|a different|a second|multiple)|\b(?:previous|old|older|first|other|existing|earlier|original) (?:\w+ )?(?:token|session|connection|log ?in)s?\b.{0,30}\b(?:is|was|were|are|gets?|got|became|become|been) (?:\w+ )?(?:invalid\w*|replaced|superseded|overwritten|kicked|logged out|signed out|terminated|revoked)|(?:session|token|connection)<near>(?:was |been |is )(?:replaced|superseded|overwritten|taken over)|invalidated by (?:a|the|another) (?:newer|new|second|later|log)|\banother (?:instance|copy|process|installation)\b<near>\brunning|(?:logged|signed) (?:you )?out because|\b(?:logged|signed) in elsewhere|\bnew (?:connection|session|log ?in|token) (?:was|has been|is) (?:established|created|issued|opened)|kick(?:s|ed|ing)? (?:each other|the other|me|us|them) (?:out|off)|only one (?:active )?(?:session|token|connection|log ?in)|(?:session|log ?in) conflict|bereits (?:mit|von) (?:einem )?ander\w*|deja (?:connecte|utilise|associe|lie) .{0,30}autre|ya (?:esta )?(?:conectad|vinculad|asociad)\w* .{0,30}otr|al (?:gekoppeld|verbonden) .{0,30}ander)re",
         R"re(already (?:exists|registered)|already been used previously|try another|address already in use)re",
         0,
         CompetingConnection,
         "",
         0.8,
         {Reading {ExpiredRefresh, why::expiredUnused}, Reading {WrongTenant, why::otherCompany}},
         "XRM-21",
         "This store is already connected to another account"},

        // Before the subscription: an access token may have a "lifetime" of its own.
        {"text.plan_unpaid",
         R"re((?:subscription|trial|trial period|licen[cs]e|membership|registration|free (?:plan|budget|quota|tier|credits?)|abonnement|abo|suscripcion|lizenz|licencia|licentie)\b<near>\b(?:has |have |is |was |been |period |had )*(?:expired|ended|lapsed|over\b|cancell?ed|terminated|unpaid|past due|inactive|used up|exhausted|abgelaufen|beendet|gekundigt|expire|resilie|caducad|vencid|finalizad|verlopen|beeindigd|opgezegd)|(?:expired|ended|lapsed|inactive|no active|no valid|without an? active) (?:trial|subscription|licen[cs]e)\b|subscription ?(?:expired|ended|inactive|cancell?ed|required)|licen[cs]e ?expired|payment (?:is )?(?:overdue|past due|due\b)|billing problem|(?:insufficient|out of|no more|not enough) (?:api )?credits?\b)re",
         nullptr,
         0,
         PlanRestriction,
         "subscription_ended",
         0.75,
         {Reading {AccountClosed, why::accountShut}},
         "QuickBooks Online API: 6190",
         "Subscription period has ended or canceled or there was a billing problem"},

        {"text.plan",
         R"re(\b(?:your|this|current|shop'?s?|store'?s?|account'?s?|company'?s?|the|their|active|pricing|any|a)\b<near>\b(?:plan|subscription|edition|package|tier|licen[cs]e|offering|version of)\b<near>\b(?:does not|doesn't|do not|don't|isn't|is not|not|cannot|can't|without)\b.{0,60}\b(?:include|have|support|allow|cover|eligib\w+|entitl\w+|permit|contain|access|available|enabled|grant)|upgrade (?:your|to|the|their)\b<near>(?:plan|account|subscription|edition|tier|licen|package|pro\b|premium|advanced|plus|enterprise|higher)|(?:plan|subscription|edition|licen[cs]e|tier) upgrade|upgraded (?:plan|tier|edition)|(?:not|n't) (?:available|included|supported|enabled|offered|permitted|allowed|accessible) (?:in|on|for|with|by|under|as part of) (?:your|this|the|current|a|an)\b<near>(?:plan|subscription|edition|tier|package|licen[cs]e|account type|country)|(?:only|exclusively) (?:available|supported|accessible|offered) (?:in|on|for|with|to)\b<near>(?:plan|subscription|edition|tier|customers|merchants|stores|plus|enterprise|advanced|premium)|require[sd]? (?:(?:a|an|the|at least)\b )?(?:[\w'"]+ ){0,4}(?:plan|subscription|edition|licen[cs]e|tier|upgrade|add ?on|module)\b|(?:restricted|limited|blocked|locked) (?:on|for|by|in|under) (?:your|the|this) (?:current )?(?:plan|subscription|edition|tier)|(?:subscription )?plan (?:was|has been|were) (?:changed|downgraded)|feature<near>(?:not (?:available|enabled|included|licensed|activated|part of|supported)|disabled)|feature ?not ?(?:available|enabled|supported)|not (?:activated|enabled) (?:on|for|in|with) (?:your|this|the) (?:account|profile|store|shop|company|organization|edition)|not licensed|unlicensed|licens\w* saknas|(?:must have|needs?) (?:an? )?(?:[\w']+ ){0,3}(?:plan|subscription)\b|(?:maximum|limit) (?:number )?of (?:\w+ ){1,3}(?:for|on|in) your (?:current )?plan|premium (?:is )?required|(?:different|higher) access (?:level|tier)|plan ?limit|contract is (?:valid|not)|not an? (?:professional|business|premium|pro|plus|enterprise|paid)\b.{0,30}account|(?:missing|no|without) (?:a )?(?:valid )?licen[cs]e\b|higher (?:plan|tier)|paid (?:plan|account)|premium feature|(?:not|isn't) entitled|(?:missing|no|lacks?) entitlement|\bplan\b<near>(?:restrict|insufficient|too low|limit(?:ed|ation))|(?:enterprise|pro|premium|plus) (?:plan|edition|account)s? (?:only|is required|required)|(?:tarif|paket|plan|abo\w*|edition)\b.{0,60}(?:nicht (?:enthalten|verfugbar|freigeschaltet|unterstutzt)|enthalt .{0,20}nicht|upgrade|hoher)|(?:forfait|offre|abonnement|formule).{0,60}(?:ne (?:permet|comprend|inclut|dispose|donne)|pas (?:inclus|disponible|acces)|superieur)|(?:plan|suscripcion).{0,60}(?:no (?:incluye|permite|tiene|admite)|superior|actualic)|(?:pakket|abonnement).{0,60}(?:niet (?:inbegrepen|beschikbaar|ondersteund)|upgrade))re",
         R"re(rate limit exceeded|plan (?:to|on) )re",
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

        // Whoever stood behind the app or the connection has left.
        {"text.owner_left",
         R"re((?:user|person|owner|employee|colleague|admin\w*|developer) (?:who|that|which) (?:\w+ )?(?:created|set up|registered|made|authorized|built|connected)\b.{0,80}\b(?:left|deleted|removed|closed|no longer|gone|deactivated|disabled)|(?:authorizing|installing|connecting) user (?:has |was |is )(?:\w+ )?(?:left|deleted|removed|deactivated|disabled|no longer))re",
         nullptr,
         0,
         AppRemoved,
         "app_owner_gone",
         0.8,
         {Reading {AccountClosed, why::accountShut}},
         "XRM-34",
         "The person who created the app was deleted by the administrator"},
        {"text.access_disabled",
         R"re(disabled access (?:to|for) (?:the |this |your )?<app>|access (?:to|for|of) (?:the |this |your )?<app> (?:is |was |has been )(?:disabled|switched off|turned off|blocked))re",
         nullptr,
         0,
         Revoked,
         "access_disabled",
         0.85,
         {Reading {AppRemoved, why::appGone}},
         "AMK-08",
         "Disabled access to application"},

        {"text.account_closed", R"re((?<!checking )(?<!service )\b(?:account|company|company file|store|shop|portal|organization|tenant|seller|merchant|business|user(?: account)?|subscriber|profile|site|mandant|konto|benutzerkonto|compte|boutique|utilisateur|cuenta|tienda|usuario|administratie|winkel)s?\b(?: '?"?[\w@.-]+'?"?| id [\w-]+| \([^)]*\)){0,2}[ '"]{1,3}(?:is|are|was|were|has|have|been|being|got|isn't|ist|wurde|est|a ete|esta|ha sido|fue|se encuentra|is niet)\b ?(?:\w+ ){0,3}?(?:closed|suspended|terminated|deactivated|deleted|cancell?ed|frozen|blocked|disabled|inactive|locked(?: out)?|archived|banned|restricted|limited|on hold|no longer (?:active|exists?|available)|not (?:yet )?(?:active|activated|verified|approved)|active\b(?<=n't active|not active)|geschlossen|gesperrt|deaktiviert|geloscht|gekundigt|stillgelegt|inaktiv|ferme\w*|suspendu\w*|desactive\w*|supprime\w*|cloture\w*|bloque\w*|cerrad\w*|suspendid\w*|desactivad\w*|eliminad\w*|bloquead\w*|inactiv[oa]|geblokkeerd|gesloten|opgeschort|gedeactiveerd|verwijderd|actief)\b|\b(?:account|user|merchant|seller|store|shop|company|payee account|portal)s? ?(?:not active|closed|suspended|inactive|deleted|disabled|locked|blocked|terminated|restricted|deactivated|frozen)\b|\b(?:closed|suspended|deactivated|deleted|frozen|inactive|disabled|blocked|terminated|locked|banned) (?:\w+ )?(?:account|company|store|shop|portal|user|seller|merchant|organization|customer|tenant)\b|(?:gesperrtes|geschlossenes|deaktiviertes) (?:konto|benutzerkonto)|unavailable shop|(?:shop|store) (?:is )?(?:currently |temporarily )?(?:unavailable|closed|frozen|paused|not available)|no longer (?:a )?(?:customer|active user|employee|employed))re", R"re(made inactive|(?:incorrect|correctly) or your account|user disabled (?:javascript|cookies)|locked (?:account )?due to too many)re", 0, AccountClosed, "", 0.8, {Reading {InvalidUserCredentials, why::wrongLogin}}, "MIN-20", "Your seller account has been suspended"},

        {"text.app_removed",
         R"re(\b<app>\b(?: instance| access)?(?: with (?:id|identifier) \S+)? (?:was|were|has been|have been|is|been|got|is not|was not|has not been|temporarily)? ?(?:\w+ ){0,2}?(?:uninstalled|deauthorized|not installed|blocked|suspended|disabled|deactivated|unpublished|delisted|installed by the administrator)\b(?! by (?:corp|network))|\b<app>\b(?: instance)?(?: (?:was|has been|is|been|got))+ (?:removed|deleted)\b|(?:removed|deleted|uninstalled|deauthorized) (?:the |your |this |our )?(?:app|application|integration|plugin|connector)\b|\buninstalled\b|\b(?:app|application) (?:is |was |has )?not (?:been )?installed (?:on|in|for|by|to)\b|\b(?:app|client|application|integration) ?(?:removed|uninstalled|deleted|disabled|blocked|suspended|not installed)\b|(?:deleted|disabled|blocked|suspended|inactive|deactivated) (?:oauth )?(?:client|app|application|integration)\b|disabled for this app|\b(?:app )?installation (?:was |has been |is |could |cannot )?(?:not found|not be found|suspended|removed|deleted)|app<few>(?:has )?not (?:been )?(?:yet )?(?:been )?(?:verified|completed .{0,20}verification)|(?:app|application|anwendung|integration)\b.{0,40}(?:deinstalliert|gesperrt|entfernt|deaktiviert)|application.{0,40}(?:desinstallee|supprimee|bloquee|desactivee)|aplicacion.{0,40}(?:desinstalad|eliminad|bloquead|desactivad)|app\b.{0,40}(?:verwijderd|geblokkeerd|uitgeschakeld))re",
         R"re(\bnpm\b|\bpip3? |composer|(?:module|package|library|extension) .{0,20}not installed|\bapt |(?:grant|flow) .{0,20}disabled|access has been blocked|removed the app's)re",
         0,
         AppRemoved,
         "",
         0.8,
         {Reading {Revoked, why::grantEnded}},
         "AMK-07",
         "The application was uninstalled by the merchant"},

        {"text.ip_restricted",
         R"re(\bip (?:address )?<few>(?:is )?(?:restricted|blocked|denied|(?:not|n't) (?:allowed|white ?listed|authorized|permitted|in the allow))|(?:ip|address) (?:white|allow) ?list)re",
         nullptr,
         0,
         PermissionRole,
         "ip_restricted",
         0.8,
         {Reading {Configuration, why::setUpWrong}},
         "AMG-10",
         "Your IP address is not allowed to use the API"},
        {"text.tenant",
         R"re(\b(?:tenant|realm|company|organization|org|data ?cent(?:er|re)|region|shop|store|hub|portal|company file|division|administration|merchant|seller|marketplace|subsidiary|business|profile|branch|subdomain|instance) ?(?:id|code|hash|domain|guid|name|number|cipher)?\b(?! url)(?:[^.;!?{},]){0,50}?\b(?:mismatch\w*|(?:does|do|did)(?: not|n't) (?:\w+ )?(?:match|exist|belong)|not (?:found|match\w*|linked|connected|accessible|valid|recognized|associated|registered|known)|(?:is|was) (?:wrong|incorrect|invalid|unknown)|(?:wrong|incorrect|invalid|unknown)\b|could not be (?:found|located)|no longer exists)|\b(?:wrong|incorrect|invalid|unknown|mismatched|unrecognized|no such) (?:tenant|realm|company|organization|org\b|data ?cent(?:er|re)|region|hub|portal|marketplace|shop|store|division|administration|merchant|subdomain|instance|profile)\b(?! token)|\b(?:token|grant|user|app|connection|key|belongs? to|exists in|object|order|resource|issued (?:for|to))\b<near>\b(?:an?|the)? ?(?:different|another|other|wrong) (?:\w+ )?(?:tenant|company|organization|realm|data ?cent|region|store|shop|portal|hub|division|instance|profile|merchant|seller|directory)|(?:company|organization|tenant|shop|store|account) you(?:'re| are) (?:trying|attempting)\b.{0,40}\b(?:does not|doesn't) match|(?:different|differs) from the (?:\w+ )?(?:account|company|shop|store|organization)|(?:not|n't) (?:associated|linked|registered) (?:with|to) (?:your|this|the) (?:\w+ )?(?:log ?in|account|user)\b|no longer belongs? to|(?:from|in|of) (?:an?) (?:different|another|other) (?:region|market|country)|(?:does|do)(?: not|n't) belong to (?:this|the|your) <tenant>|(?:selected|chose|picked|connected) (?:an?|the) (?:different|wrong|other) <tenant>|not (?:associated|affiliated) with (?:the |this |that )?<tenant>|(?:invalid|wrong|unknown|incorrect) (?:seller|merchant|company|shop|store|tenant|organization) ?(?:id|code|account)|not (?:a )?(?:member|part|user) of (?:the|this|that) (?:tenant|organization|company)|does not exist in (?:the )?(?:tenant|directory|organization|company)|not (?:authorized|connected|linked|valid|permitted) (?:for|to|with) (?:this|the|that) (?:tenant|organization|company|shop|store|realm)\b|(?:no |not |without |lost )access to (?:the |this |that )?(?:tenant|organization|company file|realm|shop|store|business|division|administration|portal)\b|missing or unknown (?:hub|tenant|realm|company)|\b(?:no|missing) (?:tenants?|realms?|compan(?:y|ies)|company files?|shops?|merchants?|organizations?|stores?) ?(?:id|header|was|were|found|selected|available|connected)|not available (?:for|to) (?:this|your) (?:user|log ?in)|\b(?:mandant|firma|organisation|unternehmen|buchungskreis).{0,40}(?:nicht gefunden|falsch|stimmt nicht|unbekannt)|(?:falsche[rnms]?|verkeerde|onjuiste|mauvaise?|equivocada) (?:mandant|firma|organization|unternehmen|administratie|bedrijf|divisie|societe|entreprise|empresa)\w*|(?:ongeldig|ungultig)\w*:? (?:divisie|division|mandant)|(?:societe|entreprise|dossier|organization).{0,40}(?:introuvable|incorrect|inconnu)|(?:empresa|organizacion).{0,40}(?:no (?:encontrad|existe|coincide)|incorrect)|(?:administratie|organizatie|bedrijf|organisatie|divisie).{0,40}(?:niet gevonden|onjuist|onbekend|ongeldig))re",
         R"re((?:company|store|business) (?:address|name) is invalid|client secret|certificate|password|access token (?:is|has|was) |refresh token)re",
         0,
         WrongTenant,
         "",
         0.75,
         {Reading {Configuration, why::setUpWrong}, Reading {PermissionRole, why::roleMissing}},
         "XRM-12",
         "Tenant not found: the company is not connected"},
};

} // namespace

std::span<const TextRule> reasonTextRules()
{
    return rules;
}

} // namespace relink
