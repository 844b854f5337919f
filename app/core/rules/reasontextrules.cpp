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
        // What a provider tells everybody, before the failures that it tells of.
        {"text.status_page",
         R"re(\b(?:we have|we've|we) (?:identified|implemented|deployed|rolled out|resolved|mitigated)\b|)re"
         R"re(\bwe are (?:\w+ )?(?:investigating|monitoring|aware|working on (?:a fix|mitigation|resolving))|)re"
         R"re(\belevated (?:\w+ )?(?:error|latency|failure|timeout)s?|remain elevated|)re"
         R"re(\b(?:during|of) (?:the|this) incident\b|incident window|\bthis incident\b|)re"
         R"re((?:issue|incident|problem|disruption|degradation) (?:impacting|affecting)\b|)re"
         R"re(\bincident (?:has been |was |is )?resolved|service (?:has been |is )?restored|)re"
         R"re(\b(?:is|was) \**down\b(?! ?(?:to|at|by|for))|)re"
         R"re(\bvorfall (?:gelost|behoben|betrifft)|den vorfall|wieder (?:regular |normal |voll )?verfugbar|\bstorung(?:en)?\b.{0,60}(?:behoben|gelost|dienst|server|system|schnittstelle)|)re"
         R"re(incident (?:resolu|en cours)|service retabli|incidencia (?:resuelta|en curso)|servicio restablecido|\bstoring\b.{0,60}(?:opgelost|verholpen|dienst|systeem)|)re"
         R"re(\bincident (?:started|began|occurred)|\bwe (?:observed|experienced|saw) (?:\w+ )*(?:slow|failed|failures|errors|degraded|elevated|increased)|)re"
         R"re((?:apps|users|customers|merchants|some requests) (?:may|might) have (?:experienced|seen|failed)|over the course of this period|)re"
         R"re(\bour (?:cloud|hosting|upstream) provider|transient (?:issue|failure|problem)|)re"
         R"re(\b(?:after|during) (?:the |a |this )?(?:\w+ )?maintenance\b)re",
         nullptr,
         0,
         ProviderOutage,
         "",
         0.8,
         {Reading {Network, why::network}},
         "AMG-30",
         "We are investigating elevated error rates for API requests."},
        // Money, not access.
        {"text.payment",
         R"re(\bcard (?:was |has been |has |is )?(?:declined|expired)|)re"
         R"re(card ?(?:error|declined)|expired ?card|insufficient ?funds|)re"
         R"re(payment (?:was |has been )?(?:declined|refused)|)re"
         R"re(declined by (?:the )?(?:issuer|bank))re",
         nullptr,
         0,
         Unknown,
         "payment",
         0.6,
         {Reading {NotAnError, why::noFailure}},
         "AMG-04",
         "Your card was declined."},
        {"text.rate",
         R"re((?<![-\w] )(?<![-\w])(?:api |request |user |usage |call |app )?rate ?limit(?:ed|s|ing|er)?\b(?! ?(?:limit|remaining|reset|policy|type|headers?)\b)(?! ?:? ?\d)|)re"
         R"re(rate ?limit ?(?:exceeded|error|reached)|(?<!not )\brate ?limited\b|)re"
         R"re(\breduce (?:your |the )?(?:request|call|api) (?:rates?|frequency)|)re"
         R"re(too ?many ?(?:\w+ )?(?:requests?|calls?|queries|api|attempts)\b|\bthrottl|)re"
         R"re((?<!storage )(?<!disk )(?<!mailbox )quota.{0,20}(?:exceeded|reached|exhausted)|)re"
         R"re(exceeded.{0,30}(?:quota|(?:request|call|api|rate|daily|hourly|minute)\w* (?:limit|volume))|)re"
         R"re((?:request|call|api|daily|hourly|minute|concurrency|governance) limit.{0,30}(?:exceeded|reached|hit)|)re"
         R"re(exceeded the (?:allowed |maximum )?number of (?:times|calls|requests)|)re"
         R"re(\bremaining[\w ]{0,20}["']?\s*[:=]\s*["'\[]*0\b(?!\.)|user ?rate ?limit|)re"
         R"re((?:requests|calls) per (?:second|minute|hour|day).{0,40}(?:exceed|limit)|)re"
         R"re((?:limit|maximum) (?:of|number of) .{0,20}(?:requests|calls)|)re"
         R"re((?:limit|maximum) (?:of|for) .{0,30}(?:requests|calls)|)re"
         R"re((?:exceeded|reached) \d+ (?:calls|requests)|\d+ (?:calls|requests) per \d*|)re"
         R"re((?:exceeded|reached) (?:the |your )?(?:\w+ )?usage limit|)re"
         R"re((?:request|call|api|usage) limit (?:was |has been |is )?(?:exceeded|reached|hit)|)re"
         R"re(concurrent (?!session|user|log)(?:\w+ )?limit|retry (?:after|in) \d+ ?(?:s\b|sec|min|ms)|)re"
         R"re(\bslow down\b|zu viele (?:anfragen|aufrufe|zugriffe)|anfragelimit|)re"
         R"re(trop de (?:requetes|demandes|appels)|)re"
         R"re(demasiadas (?:solicitudes|peticiones|llamadas)|)re"
         R"re(te veel (?:verzoeken|aanvragen|aanroepen)|)re"
         R"re(rate ?limit problem|)re"
         R"re(nearing (?:the )?(?:\w+ )?limit|\bapi limit\b(?! of \d+ (?:stores|connections))|excessive .{0,30}requests)re",
         R"re(max retries exceeded|)re"
         R"re(rate ?limited"?\W{0,4}(?:=>|:|=)? ?false)re",
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
         R"re(\b(?:is|are|was|were|has been|have been|will be|being|now) (?:now |being )?(?:deprecated|retired|sunset(?:ted)?|discontinued|decommissioned|phased out|shut ?down)\b|)re"
         R"re(\bno longer (?:be )?supported\b|will be (?:switched|turned|shut) (?:off|down)|)re"
         R"re((?:nicht (?:mehr|langer) unterstutzt|wird (?:abgeschaltet|eingestellt)|n'est plus (?:prise? en charge|supporte\w*)|ya no (?:es compatible|esta soportad\w|se admite)|niet (?:meer|langer) ondersteund)|)re"
         R"re(\bno longer available\b.{0,40}\b(?:migrate|switch|move|use)\b|)re"
         R"re(will stop working|)re"
         R"re(deprecated (?:api )?(?:auth\w*|log ?in|sign ?in|method|api|endpoint|grant|token|version|scope)|)re"
         R"re((?:auth\w*|log ?in|sign ?in|api|grant|token|keys?|endpoint|version|method|tls|flow|credentials?|passwords?|protocol|service)\b<near>\b(?:is|are|was|were|been|be|being|now)? ?(?:deprecated|retired|sunset\w*|discontinued|decommissioned|end of life|shut ?down|phased out|turned off)|)re"
         R"re((?:auth\w*|log ?in|sign ?in|api|grant|endpoint|version|method|flow|passwords?|scopes?)\b<near>\bno longer (?:be )?(?:supported|available|works?(?! (?:at|for|in) )|possible|offered)\b|)re"
         R"re((?:support (?:for|of)|option to|possibility (?:of|to)) .{0,80}(?:removed|dropped|ends?|ended)|)re"
         R"re(no longer be (?:able to be )?used|)re"
         R"re(no longer (?:be )?(?:possible|supports?|accepts?|allows?)\b.{0,60}(?:auth|api|token|basic|password|key|log ?in|version|method|reuse|re use)|)re"
         R"re(legacy (?:api|auth\w*|tokens?|credentials?|keys?|log ?in|method|custom app|get)\b.{0,80}(?:no longer|deprecat|retir|disabled|not supported|removed|cannot|invalid|used)|)re"
         R"re((?:\w+ )?(?:token|key) is invalid .{0,20}legacy|legacy token|)re"
         R"re(basic auth\w* (?:is|has been|was) (?:disabled|no longer|deprecat|retired)|)re"
         R"re((?:will be|are|is) (?:removing|dropping|ending|retiring|discontinuing|sunsetting|phasing out)\b.{0,80}(?:option|support|auth|token|api|key|log ?in|method)|)re"
         R"re(older (?:\w+ )?(?:key|token|version|api)|)re"
         R"re((?:modern|new|newer) (?:\w+ )?(?:api key|authentication|oauth)\b.{0,40}(?:need|required|must|use|instead)|)re"
         R"re((?:unsupported|invalid|old|outdated|obsolete|expired) api version|)re"
         R"re(api version .{0,30}(?:not supported|unsupported|too old|expired|invalid|removed)|)re"
         R"re(this version of the (?:api|app|application|client).{0,60}(?:no longer|not supported|expired)|)re"
         R"re(has been (?:retired|decommissioned|sunset)|)re"
         R"re((?:veraltet|eingestellt|abgekundigt).{0,80}(?:auth|api|anmeld|methode)|)re"
         R"re((?:auth\w*|api|methode?|metodo).{0,60}(?:veraltet|obsolet|depreciee|verouderd|nicht mehr unterstutzt|plus (?:prise en charge|supporte)|ya no (?:es|esta) (?:compatible|soportad)|niet meer (?:ondersteund|mogelijk))|)re"
         R"re(\btokens? (?:is|are) no longer accepted|)re"
         R"re(flow has been blocked|migrate your (?:app|application|integration)|migration guide|not (?:with |via |through |by )?basic auth|)re"
         R"re((?:deprecation|retirement|sunset|end of life) (?:notice|announcement)|no longer be able to (?:use|utilize|connect|sign|log)|)re"
         R"re(will cease to\b|\b410\b.{0,4}gone\b|)re"
         R"re(legacy style|legacy\b.{0,60}\bunsupported|not allowed any ?more)re",
         R"re(deprecat(?:ed|ion)(?: ?:|warning)|deprecation ?warning|\[?dep\d{4}\]?|)re"
         R"re((?:function|method|parameter|class|property|package|module|argument)s? \S+ (?:is|are|has been) deprecated|)re"
         R"re(passing .{0,60}deprecated|deprecated in php|php deprecated|)re"
         R"re(php unknown error|\w+\(\): using)re",
         0,
         DeprecatedMethod,
         "",
         0.85,
         {Reading {Configuration, why::setUpWrong}},
         "MIN-70",
         "The user is using a deprecated API Authentication method"},

        {"text.test_mode",
         R"re(\blive ?mode ?mismatch|\btest ?mode ?charges|)re"
         R"re(only (?:make|accept|process|create) test (?:charges|payments|transactions|orders)|)re"
         R"re(exists in (?:test|live|sandbox|production) mode|)re"
         R"re(\b(?:test ?(?:schlussel|zugang\w*|umgebung|modus)|(?:cle|compte|mode|jeton) (?:de )?test|(?:clave|cuenta|modo|credenciales) de prueba|test ?(?:sleutel|omgeving))\b.{0,80}\b(?:live\w*|produkti\w+|production|produccion|productie\w*)|)re"
         R"re(\bworks? (?:fine |well |perfectly )?(?:in|with|on) (?:the )?(?:sandbox|test|demo|staging)\b.{0,80}\b(?:live|production|prod)\b.{0,80}\b(?:invalid|fail\w*|error|40[13]|refus\w+|denied|not|unauthorized)|)re"
         R"re(\b(?:test|sandbox|staging|dev|development|demo|trial) ?(?:mode|key|api key|credential|token|access token|account|user|client|environment|secret|app)s?\b<far>\b(?:live|production|prod)\b|)re"
         R"re(\b(?:live|production|prod) ?(?:mode|key|api key|credential|token|access token|account|user|client|environment|secret|app|host|url|endpoint|server|site)s?\b<far>\b(?:test|sandbox|staging|demo)\b|)re"
         R"re(live ?mode api key|)re"
         R"re(\b(?:sandbox|test|staging)\b(?: [\w"']+){0,8}? (?:live|production|prod) (?:mode )?(?:keys?|credentials?|tokens?|accounts?|secrets?)\b|)re"
         R"re((?:test data|test mode|sandbox).{0,80}\b(?:in|on) (?:live|production)\b|)re"
         R"re(\b(?:wrong|different|other|incorrect|mismatch\w*) (?:api )?(?:environment|mode)\b|)re"
         R"re(environment<near>(?:mismatch|does not match|doesn't match|wrong|incorrect)|)re"
         R"re((?:not a valid|invalid|no valid) (?:sandbox|production|live|test) |)re"
         R"re(\b(?:sandbox|production|test|live)\b<near>(?:not (?:valid|allowed|work\w*|usable|accepted)|cannot be used|can't be used|can only|only (?:be used|work|valid|supports?))<near>\b(?:sandbox|production|live|test|environment)\b|)re"
         R"re((?:key|token|credential)s?<near>\b(?:issued|created|generated|intended|valid|made) (?:for|in|on) (?:the )?(?:sandbox|production|test|live|(?:other|another) (?:environment|mode))|)re"
         R"re((?:using|used|with) (?:a )?(?:sandbox|test|production|live) (?:mode )?(?:api )?(?:key|credential|token|account)s?<near>(?:in|on|against|with) (?:the )?(?:sandbox|test|production|live)|)re"
         R"re((?:test|production|live|sandbox) credentials?, (?:\w+ )?test mode (?:is )?(?:enabled|disabled|on|off)|)re"
         R"re(testmodus.{0,80}(?:produktiv|echt|live)|mode test.{0,80}(?:production|reel)|)re"
         R"re(modo de prueba.{0,80}(?:produccion|real)|testomgeving.{0,80}productie|)re"
         R"re(requires? (?:an? )?(?:production|live|test|sandbox) (?:mode )?(?:api )?(?:keys?|credentials?|tokens?)|)re"
         R"re(\buse of (?:live|test|production|sandbox) (?:credentials?|keys?|tokens?)|)re"
         R"re(\b(?:production|live)\b.{0,80}\b(?:demo|test|sandbox) (?:credentials?|keys?|tokens?)\b|)re"
         R"re(can (?:\w+ )?only be used with (?:test|live) ?mode|)re"
         R"re((?:between|wrong) live ?/ ?test|between test ?/ ?live|)re"
         R"re(belongs? to (?:the )?(?:test|live|sandbox|production) (?:mode|environment))re",
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
         R"re(connection ?limit|)re"
         R"re(\b(?:can|may|could) only (?:link|connect|add|have|use) (?:up to )?(?:one|two|three|four|five|ten|\d+)\b|)re"
         R"re(\b(?:can't|cannot|could not) (?:link|connect|add) (?:another|any more|more)\b.{0,80}\b(?:most|limit|maximum|allowed|already)|)re"
         R"re(\b(?:maximum|max\.?|limit|too many|exceed\w*)\b<near>\b(?:number of )?(?:connections|connected (?:apps|organi\w*|accounts|companies)|linked (?:accounts|apps)|organizations|integrations|installations|installs|active (?:tokens|sessions|connections)|refresh tokens|access tokens|tenants|concurrent (?:sessions|logins|users)|simultaneous (?:sessions|logins|users)|sessions|seats|licen[cs]ed users|api users|devices|companies|stores)\b|)re"
         R"re(\b(?:connections|connected (?:apps|organi\w*|accounts)|organizations|integrations|tokens|sessions|installations|tenants)\b<near>\b(?:limit|maximum)\b|)re"
         R"re(\b(?:limit|maximum) (?:of|for) (?:\d+|two|connected|connections) ?(?:apps?|connections?|organi|tenants|users|tokens|sessions)|)re"
         R"re(max(?:imum)? (?:for|per) (?:app|user|client|account|organization)|)re"
         R"re(uncertified app|can only (?:connect|have|use|link|add) (?:one|\d+|two)\b|)re"
         R"re((?:maximum|limit|max) (?:number )?of (?:\w+ ){0,2}(?:tokens|keys|apps|stores)\b|)re"
         R"re(\b(?:two|2|25|five|5) (?:\w+ )?(?:connections|organi\w+|apps) (?:limit|maximum|only)|)re"
         R"re(only (?:one|two|\d+) (?:\w+ )?(?:connections?|apps?|integrations?|organizations?) (?:is|are|can|may|at|per|allowed|permitted)|)re"
         R"re(maximal\w* (?:anzahl|zahl).{0,40}(?:verbindung|integration|anwendung)|)re"
         R"re(nombre maxim\w*.{0,30}(?:connexion|application)|)re"
         R"re(numero maximo de (?:conexion|aplicacion|sesion)|)re"
         R"re(maximum aantal (?:koppeling|verbinding)|)re"
         R"re((?:cannot|can't|could not) have more than \d+ (?:or \d+ )?(?:\w+ )?(?:tokens|sessions|connections|keys|apps)|)re"
         R"re(\b(?:integration|association|account|user|store|connection|app|token|session|device)s? (?:\w+ ){0,2}limit ?(?:was |has been |is )?(?:reached|exceeded)|can only (?:connect|link) .{0,40}\bto \d+\b|(?:has|have) more than \d+ (?:\w+ )?(?:accounts|stores|connections|apps|users)|)re"
         R"re(too many (?:active )?(?:log ?ins|sessions|connections|devices|users)|\bsession limit\b|only (?:1|one) session per|)re"
         R"re((?:log ?in|device|session|user)s? (?:device |session )?limit (?:of|is)\b|maximum (?:log ?in|device|session|user)|)re"
         R"re((?:reached|exceeded|hit) (?:its|the|your) (?:maximum )?(?:user|seat|connection|integration|device|session|store|organi[sz]ation)s? limit)re",
         R"re(rate limit exceeded|requests per|concurrent (?:requests|calls)|)re"
         R"re(too many (?:requests|calls)|(?:tcp|http|database|pool|sql)\w* connections?|)re"
         R"re(/integrations/)re",
         0,
         ConnectionLimit,
         "",
         0.85,
         {Reading {CompetingConnection, why::otherUse}},
         "XRM-21",
         "You have reached the maximum number of connected organisations for this app"},

        {"text.competing",
         R"re(\b(?:thrown|kicked|kicks?|kicking|logged|signed)(?: \w+){0,2} out\b.{0,80}\b(?:another|other|same|somewhere|elsewhere|someone)|)re"
         R"re(\beach time (?:we|i|someone|a user) (?:log|sign)\w* in\b.{0,100}\b(?:session|connection|token|sync|integration)\b.{0,40}\b(?:thrown|kicked|ends?|ended|lost|dies|invalid|closed|drops)|)re"
         R"re(\b(?:share|same|one) (?:\w+ )?(?:log ?in|user|token|credentials?)\b.{0,60}\b(?:kick\w*|overwrit\w+|invalidat\w+|out)\b|)re"
         R"re((?:anderer? (?:benutzer|nutzer|anwender)|autre utilisateur|otro usuario|andere gebruiker)\b.{0,80}(?:angemeldet|beendet|connecte|deconnecte|sesion|aangemeld|uitgelogd)|)re"
         R"re(\b(?:another|other|second|different|newer|someone else|somebody else) ?(?:app\w*|integration|user|session|authorization|connection|log ?in|device|browser|computer|instance|process|client|token|program|store|shop|account|partner|location|place|machine)?\b<near>\b(?:already|replaced|invalidat\w*|took over|is using|logged (?:in|on)|signed in|has (?:been )?(?:used|authorized|connected)|connected the same|superseded|overw\w+|in use)|)re"
         R"re(already (?:been )?(?:connected|linked|authorized|in use|integrated|registered|associated|paired|logged ?(?:in|on)|signed in)\b<near>\b(?:another|other|different|elsewhere|on|by|with|to)\b|)re"
         R"re((?:connected|linked|registered|associated) (?:to|with) (?:another|a different|other)(?! (?:data|tenant|region|environment))|)re"
         R"re((?:used|active|opened?|session) (?:on|from|at|in) (?:another|a different|other|multiple) (?:device|browser|computer|place|location|session|tab)|)re"
         R"re((?:logged|signed) (?:in|on|into) (?:from|at|on|with|to) (?:another|a different|a second|multiple)|)re"
         R"re(\b(?:previous|old|older|first|other|existing|earlier|original) (?:\w+ )?(?:token|session|connection|log ?in)s?\b.{0,30}\b(?:is|was|were|are|gets?|got|became|become|been) (?:\w+ )?(?:invalid\w*|replaced|superseded|overwritten|kicked|logged out|signed out|terminated|revoked)|)re"
         R"re((?:session|token|connection)<near>(?:was |been |is )(?:replaced|superseded|overwritten|taken over)|)re"
         R"re(invalidated by (?:a|the|another) (?:newer|new|second|later|log)|)re"
         R"re(\banother (?:instance|copy|process|installation)\b<near>\brunning|)re"
         R"re((?:logged|signed) (?:you )?out because|\b(?:logged|signed) in elsewhere|)re"
         R"re(\bnew (?:connection|session|log ?in|token) (?:was|has been|is) (?:established|created|issued|opened)|)re"
         R"re(kick(?:s|ed|ing)? (?:each other|the other|me|us|them) (?:out|off)|)re"
         R"re(only one (?:active )?(?:session|token|connection|log ?in)|)re"
         R"re((?:session|log ?in) conflict|bereits (?:mit|von) (?:einem )?ander\w*|)re"
         R"re(deja (?:connecte|utilise|associe|lie) .{0,30}autre|)re"
         R"re(ya (?:esta )?(?:conectad|vinculad|asociad)\w* .{0,30}otr|)re"
         R"re(al (?:gekoppeld|verbonden) .{0,30}ander|)re"
         R"re(\b(?:user|account)\b.{0,80}\bis already (?:logged|signed) (?:in|on)|already (?:been )?subscribed (?:to )?by another|(?:using|share|use) the same (?:credentials|log ?in|user|token)\b.{0,80}\b(?:scripts?|both|machines?|servers?|same time)|)re"
         R"re(\bdevice ?(?:1|a|one)\b.{0,200}\bdevice ?(?:2|b|two)\b|\brace condition\b|multiple (?:[\w-]+ )?(?:instances|workers|processes)\b<near>(?:refresh|token|running)|)re"
         R"re((?:the )?other (?:store|shop|company|account|one|connection|user|device)\b<near>(?:gets|is|was|becomes|will be) (?:\w+ )?(?:disconnected|logged out|lost)|)re"
         R"re(new (?:log ?in|session|sign ?in)<near>(?:found|detected|started|with your account)|)re"
         R"re(\b(?:second|another|other|new) device\b.{0,120}\b(?:logged out|signed out|session ended|fights?|kicked|disconnected)|)re"
         R"re(concurrent (?:token )?refresh|\bmultiple (?:browser )?tabs\b)re",
         R"re(already (?:exists|registered)|already been used previously|try another|)re"
         R"re(address already in use)re",
         0,
         CompetingConnection,
         "",
         0.8,
         {Reading {ExpiredRefresh, why::expiredUnused}, Reading {WrongTenant, why::otherCompany}},
         "XRM-21",
         "This store is already connected to another account"},

        // Before the subscription: an access token may have a "lifetime" of its own.
        {"text.plan_unpaid",
         R"re((?:subscription|trial|trial period|licen[cs]e|membership|registration|free (?:plan|budget|quota|tier|credits?)|abonnement|abo|suscripcion|lizenz|licencia|licentie)\b<near>\b(?:has |have |is |was |been |period |had )*(?:expired|ended|lapsed|over\b|cancell?ed|terminated|unpaid|past due|inactive|used up|exhausted|abgelaufen|beendet|gekundigt|expire|resilie|caducad|vencid|finalizad|verlopen|beeindigd|opgezegd)|)re"
         R"re((?:expired|ended|lapsed|inactive|no active|no valid|without an? active) (?:trial|subscription|licen[cs]e)\b|)re"
         R"re(subscription ?(?:expired|ended|inactive|cancell?ed|required)|)re"
         R"re(licen[cs]e ?expired|payment (?:is )?(?:overdue|past due|due\b)|)re"
         R"re(billing problem|(?:insufficient|out of|no more|not enough) (?:api )?credits?\b|)re"
         R"re((?:cannot|could not|unable to) verify (?:your |the )?(?:subscription|licen[cs]e)|)re"
         R"re((?:make sure|check|ensure)<near>(?:subscription|licen[cs]e)<near>active)re",
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
         R"re((?:does not|doesn't|do not|don't) own (?:the )?<tenant>|(?:could not|cannot|couldn't|can't|unable to) find (?:an? |the |your |any )?(?:shop|store|company|tenant|organization|merchant|seller)\b|no matching (?:\w+ )?(?:channel|tenant|shop|store|company))re",
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

std::span<const TextRule> reasonTextRules()
{
    return rules;
}

} // namespace relink
