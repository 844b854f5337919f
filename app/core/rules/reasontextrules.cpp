// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
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
     R"re(\b(?:after|during) (?:the |a |this )?(?:\w+ )?maintenance\b|)re"
     R"re(\bscheduled (?:upgrade|downtime|maintenance)|\bdowntime\b|)re"
     R"re(^(?:\w+ )?maintenance\b|\bmaintenance (?:window|mode|work))re",
     R"re(invalid ?(?:grant|token|client|access)|\b40[13]\b|\b(?:token|key|password|user ?name|consent|authorization|jeton|schlussel|passwort|wachtwoord|toegang|autori[sz]ierung)\b.{0,60}\b(?:expired|revoked|invalid|wrong|incorrect|withdrawn|ungultig|falsch|widerrufen|abgelaufen|ingetrokken|onjuist|expire|caducado)\b|please (?:re ?connect|re ?authoriz))re",
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
     R"re(declined by (?:the )?(?:issuer|bank)|)re"
     R"re(\b(?:payment|card|pre) ?authorizations?\b|\bauthorization (?:voided|cannot be captured)|\bcaptur\w+\b.{0,60}\bauthorization|\bauthorization\b.{0,60}\bcaptur|auth code\b.{0,20}\bcard)re",
     R"re(invalid ?(?:client|grant|token)|\b40[13]\b|\btoken\b|api ?key|authorization header)re",
     0,
     Unknown,
     "payment",
     0.6,
     {Reading {NotAnError, why::noFailure}},
     "AMG-04",
     "Your card was declined."},
    // Other things have tokens, links and consents too.
    {"text.other_thing",
     R"re(\b(?:payment|download|verification|reset|magic|activation|invitation|invite|confirmation|unsubscribe) (?:\w+ )?(?:link|token|url)s?\b|)re"
     R"re(\breset password token|\b(?:re)?captcha\b(?: \w+){0,2} (?:invalid|failed|expired|wrong|error)|\b(?:push notification|device|fcm|apns|authenticity) token|)re"
     R"re(\bwindows password|\bmandate\b<near>revoked|)re"
     R"re(\b(?:cookies?|marketing|newsletter)\b<near>\b(?:consent|revoked)|\bconsent\b<near>\b(?:cookies?|marketing|newsletter)|)re"
     R"re(\b(?:return|import|customs) authorization|\bcustomer'?s session\b|)re"
     R"re(\binvalid token near\b|\bparse error: |)re"
     R"re(\bsudo\b|permission denied:? ?\W{0,2}/(?:var|etc|home|usr|tmp|opt|srv|mnt)\b)re",
     R"re(\b401\b|invalid ?grant|access token|refresh token|api ?key|)re"
     R"re(\b403\b|invalid ?client|(?:auth|security|ebay|api|oauth|bearer) ?token|re ?connect|re ?authoriz|\bscopes?\b|(?:wrong|invalid) password|token (?:was|has been) revoked|token has expired|insufficient)re",
     0,
     Unknown,
     "",
     0.55,
     {Reading {NotAnError, why::noFailure}},
     "AMG-04",
     "The download link has expired"},
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
     R"re(nearing (?:the )?(?:\w+ )?limit|\bapi limit\b(?! of \d+ (?:stores|connections))|excessive .{0,30}requests|)re"
     R"re((?:got|getting|reason:?|returns?|an?|many) 429s?\b)re",
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
     R"re(legacy style|legacy\b.{0,60}\bunsupported|not allowed any ?more|)re"
     R"re((?:passing|sending|using|putting) (?:\w+ ){0,3}(?:credentials|keys?|passwords?|tokens?) (?:\w+ ){0,4}(?:is|are) no longer (?:allowed|supported|permitted))re",
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
     R"re(belongs? to (?:the )?(?:test|live|sandbox|production) (?:mode|environment)|)re"
     R"re(belongs? to (?:an? |the )?(?:test|live|sandbox|production) (?:mode )?(?:account|environment|mode|company)|\bgrant\b<near>issued (?:in|for) (?:the )?(?:sandbox|production|test|live)\b)re",
     R"re(in test mode, you can|payment method)re",
     0,
     TestModeMismatch,
     "",
     0.8,
     {Reading {InvalidUserCredentials, why::wrongLogin}, Reading {Configuration, why::setUpWrong}},
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
};

} // namespace

std::span<const TextRule> reasonTextRules()
{
    return rules;
}

} // namespace relink
