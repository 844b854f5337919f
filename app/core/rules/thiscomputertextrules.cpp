// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    // The keychain.
    {"text.keychain_locked",
     R"re(secret\.error\.is ?locked|err ?sec ?interaction ?not ?allowed|(?:user )?interaction is not allowed|-25308\b|keyring ?locked|\b(?:keyring|keychain|collection|wallet|secret (?:service|store|collection)|credential store|password manager|vault)\b<near>\b(?:is|was|are|remains?|stays?|seems?|being)? ?(?:still |currently |now )?locked\b|\blocked (?:object|item|keyring|keychain|collection|wallet)|unlock(?:ing)? (?:the |your |a )?(?:\w+ )?(?:keyring|keychain|wallet|collection)|(?:keyring|keychain|wallet|collection|secret service).{0,60}(?:failed to|could not|cannot|not) (?:be )?unlock|failed to unlock (?:the )?(?:item|collection|keyring|keychain|wallet)|prompt (?:was )?dismissed|(?:schlusselbund|keyring|brieftasche).{0,40}gesperrt|trousseau.{0,40}verrouill|llavero.{0,40}bloquead|sleutelhanger.{0,40}vergrendeld)re",
     nullptr, 0, KeychainLocked, "locked", 0.95, {}, "R72",
     "secret-tool: Cannot get secret of a locked object in the keyring: the collection is locked"},
    {"text.keychain_denied",
     R"re(err ?sec ?(?:auth ?failed|user ?cancel\w*)|(?:keychain|keyring|security).{0,80}-(?:25293|128)\b|-25293\b|access to (?:the )?(?:keychain|keyring)(?: item)? (?:was )?(?:denied|refused)|(?:keychain|keyring|wallet).{0,40}(?:access (?:was )?(?:denied|refused)|authorization (?:was )?denied|denied access)|(?:decrypt|open|unlock)<near>(?:keychain|keyring)<near>(?:wrong|incorrect|not correct)|passphrase you entered is not correct|keychain<near>(?:deny|cannot read|can't read|asks? for))re",
     nullptr, 0, KeychainLocked, "denied", 0.9, {}, "R77",
     "Keychain access denied: errSecAuthFailed (-25293)"},
    {"text.keychain_missing",
     R"re(org\.freedesktop\.secrets?\b.{0,100}(?:not provided|no such|unknown|activat|exited|not found|unavailable|owner)|the name (?:"|')?org\.freedesktop\.secrets|no (?:recommended )?backend (?:was )?available|no keyring error|no (?:\w+ )?(?:keychain|keyring|secret service|credential (?:store|manager)|password manager|wallet|secret storage).{0,30}(?:available|found|installed|running|provider|backend)|(?:secret service|keyring|kwallet\w*|keychain|secret storage|credential (?:store|storage|manager|vault|helper)|safe ?storage|libsecret|gnome keyring|wincred|pass store)\b.{0,80}(?:neither running|not (?:be )?(?:found|installed|running|available|activatable|supported|implemented|initialized|reachable)|isn't (?:running|available|installed)|no such|unavailable|could not be (?:found|started|opened|loaded|reached)|cannot open shared object|is disabled|does not exist|failed to (?:load|start|open)|is missing)|cannot autolaunch d ?bus|/org/freedesktop/secrets(?:/\w+)*"? ?(?:does not exist|no such)|object does not exist at path "?/org/freedesktop/secrets|dbus session bus address|err ?sec ?(?:no ?such ?keychain|item ?not ?found|not ?available|no ?default ?keychain)|-2530(?:0|7)\b|-25291\b|specified item could not be found in the keychain|failed to execute child process "?dbus launch|encryption (?:is )?(?:not |un)available|error no such logon session|no such logon session|specified logon session does not exist|credentials cannot be saved|cred(?:read|write|ential) ?\w* ?(?:failed|error)\b.{0,40}(?:1168|1312)|no such interface .{0,4}org\.freedesktop|keychain (?:item )?not found|(?:credential|keyring|keytar|libsecret|secretservice)\S*:? (?:executable file )?not found|cannot find module 'keytar'|(?:storing|saving|reading|getting|accessing|store|save) (?:the |your |oauth )?(?:credentials?|secrets?|tokens?|passwords?)\b.{0,60}\b(?:in|to|from|err\w*|using) (?:the )?(?:\w+ )?(?:keychain|keyring|secret ?service|credential (?:store|manager)|exit status)|credential manager<near>(?:element not found|failed)|no keychain is available)re",
     nullptr, 0, KeychainMissing, "", 0.95, {}, "R74",
     "keyring.errors.NoKeyringError: No recommended backend was available."},

    // Their database, seen through their messages: its log-in and its handshake are not ours.
    {"text.database",
     R"re(pre ?login handshake|\bsqlstate\b|\bsql ?exception|sql server (?:error|exception|network)|deadlock(?:ed)?\b|database (?:error|is locked|connection|server|is unavailable|timeout)|\bora-\d{5}|(?:mysql|mariadb|postgres\w*|mongo\w*|redis|sqlite)\b<near>(?:error|gone away|refused|timed? ?out|exception|too many connections))re",
     nullptr, 0, ProviderOutage, "database", 0.7, {Reading {Network, why::network}}, "AMG-30",
     "SQLSTATE[HY000]: General error: 2006 MySQL server has gone away"},

    // The clock, before certificates: a certificate that is not yet valid is its usual sign.
    {"text.certificate_not_yet_valid",
     R"re(cert(?:ificate)?(?:(?! or ).){0,60}not (?:yet|jet) (?:been )?valid|err cert date invalid|cert(?:ificate)?.{0,40}valid(?:ity)? (?:begins|starts|from).{0,40}future|zertifikat.{0,40}noch nicht gultig|certificat.{0,40}pas encore valide)re",
     nullptr, 0, Tls, "tls_clock", 0.8, {Reading {Clock, why::wrongClock}}, "R42",
     "SSL certificate problem: certificate is not yet valid"},
    {"text.clock",
     R"re(token (?:is )?used too early|used before issued|\b(?:was )?issued (?:at )?(?:\w+ )?(?:is )?(?:in the future|too far (?:away|in the future|from))|\b(?:iat|nbf|auth time|issued at|not before|'?exp'?)\b<few>(?:claim|value|time)?.{0,80}(?:future|too early|too far|too large|clock|reasonable|not yet|before the|after the|off ?set)|check (?:the |your )?['"`]?(?:iat|exp|nbf)\b|\biat (?:and|or|&) exp\b|(?:token|jwt|assertion|id ?token)<near>(?:not (?:yet|jet) (?:valid|active)|prior to)|(?:token|jwt) ?not ?(?:yet ?valid|before)|immature ?signature|invalid issued at|handle token (?:prior to|with)|(?:computer|machine|system|server|device|local|host|your|wall|pc)(?:'?s)? (?:clock|time|date)\b<near>(?:incorrect|wrong|\boff\b|out of sync|(?:not|n't) (?:in )?sync|behind|ahead|fast|slow|drift|(?:not|n't) correct|check|skew|set (?:correctly|properly))|clock (?:skew|drift)|clocks? (?:is|are|was|seems|may be|might be|could be|out) (?:\w+ )?(?:off|wrong|ahead|behind|fast|slow|out|of sync|skew|drift|incorrect|not )|check (?:that )?(?:the |your )?(?:\w+ )?clock|(?:request ?)?time ?(?:is )?too ?skewed|difference between the request time and the (?:current|server)|time ?stamp ?(?:refused|out ?of ?bounds)|time ?stamp<near>(?:out of (?:bounds|range|sync|window)|outside|too (?:old|far|early|new|late)|recv ?window|expired|not within|(?:is|was) (?:invalid|incorrect|wrong|not)|in the future|ahead of|behind|differs|skew|drift)|\b(?:invalid|expired|wrong|bad|incorrect|stale|refused) (?:request |oauth )?(?:request )?time ?stamp|reasonable time ?frame|recv ?window|signature expired|\b(?:time|clock|date)\b<near>(?:hours?|minutes?|seconds?|days?) (?:behind|ahead|\boff\b|fast|slow)|(?:is now |now )(?:earlier|later) than \d{8}|request (?:has |is )?(?:expired|too old)\b.{0,40}(?:clock|time|date)|request is (?:too old|older than)|time ?stamp ?invalid|not within (?:its|the) valid time|x amz date|system ?(?:zeit|uhr).{0,40}(?:falsch|pruf|abweich|nicht)|uhr.{0,20}geht (?:vor|nach)|zeitstempel.{0,40}(?:ungultig|abgelaufen|liegt|weicht)|horloge.{0,60}(?:decal|incorrect|exact|regl|verif|synchron)|reloj.{0,60}(?:incorrect|mal|desfas|atras|adelant|sincron)|klok.{0,40}(?:loopt|verkeerd|fout|onjuist))re",
     nullptr, 0, Clock, "", 0.85, {Reading {CredentialFormat, why::badlyPasted}}, "RFC 7519 4.1.5, R44",
     "google.auth.exceptions.InvalidValue: Token used too early, 1700000000 < 1700000060. Check that your computer's clock is set correctly."},

    // Proxies and network sign-in pages, before the failed handshakes that they cause.
    {"text.proxy",
     R"re(proxy authenticat|proxy authorization (?:is )?required|\bproxy error\b|tunneling socket|tunnel (?:connection )?failed|err (?:proxy|tunnel)\b|connect to (?:the )?proxy|(?<!reverse )proxy (?:server )?(?:refused|denied|is refusing|requires|blocked|connection failed|connect aborted|returned|responded|rejected|could not|cannot|can't)|(?:resolve|reach|contact) (?:the )?proxy|curl: \((?:5|97)\)|curl error (?:5|97)\b|407 (?:from|proxy|\w+ from proxy)|from proxy after connect|\bzscaler\b|blue ?coat\b|\bsquid\b[/ ]\d|forcepoint|forti ?(?:guard|gate)|websense|mc ?afee web gateway|web ?gateway|cache administrator|(?:site|page|url|request|access)<near>blocked by (?:your |the |our )?(?:\w+ )?(?:administrator|network|firewall|policy|company|organization|proxy|filter|it )|blocked by (?:network )?(?:security )?polic|proxy ?server.{0,40}(?:verweigert|lehnt|authentif|anmeld|verificatie)|serveur proxy|servidor proxy|proxyauthenti\w+|proxyverificatie|econnrefused \S*proxy|behind (?:our|a|the|my) (?:\w+ )?proxy)re",
     nullptr, 0, Proxy, "", 0.9, {Reading {Network, why::network}}, "R46",
     "requests.exceptions.ProxyError: Tunnel connection failed: 407 Proxy Authentication Required"},
    {"text.proxy_407", R"re(.)re", nullptr, 407, Proxy, "", 0.9, {}, "RFC 9110 15.5.8", "HTTP/1.1 407"},
    {"text.captive_portal",
     R"re(captive ?portal|network authentication required|network log ?in required|\b(?:sign|log) ?in(?:to)? (?:to )?(?:the |this |your |our )?(?:\w+ ){0,3}(?:wi ?fi|wlan|hotspot|guest (?:network|wi ?fi)|internet)\b|(?:wi ?fi|wlan|hotspot|guest network).{0,60}(?:log ?in|sign ?in|accept|terms|connect)|accept the terms.{0,40}(?:wi ?fi|internet|hotspot)|http/[\d.]+ 511|\bstatus 511\b|error 511\b)re",
     nullptr, 0, Network, "captive_portal", 0.9, {}, "R30, RFC 6585 6",
     "<html><title>Hotel Guest WiFi - Login</title>Please sign in to the WiFi to continue"},

    // TLS.
    {"text.certificate_expired",
     R"re(cert(?:ificate)?s?\b<near>(?:has |have |is |was |been |already )*expired|expired (?:ssl |tls |server |root |security )?cert|sec e cert expired|sec error expired|zertifikat.{0,40}(?:abgelaufen|nicht mehr gultig)|certificat.{0,40}(?:expir|perim)|certificado.{0,40}(?:caducad|expirad|vencid)|certificaat.{0,40}verlopen)re",
     R"re(client assertion|signing certificate|certificate .{0,30}(?:uploaded|mapping))re",
     0, Tls, "certificate_expired", 0.9, {Reading {Clock, why::wrongClock}}, "R42",
     "curl: (60) SSL certificate problem: certificate has expired"},
    {"text.tls",
     R"re(self signed (?:ssl )?cert|depth zero self signed|unable to get (?:local )?issuer|unable to verify (?:the )?(?:first|leaf)|certificate verif(?:y|ication) (?:has )?failed|cert(?:ificate)? verify (?:failed|error)|ssl ?handshake|\b(?:ssl|tls)\b[^.]{0,40}handshake|handshake (?:failure|failed|error)|handshake .{0,20}fail|pkix path|valid certification path|sun cert path builder|cert ?path ?validator|\bssl error\b|\bsec error\b|err cert\b|\berr ssl|err tls|curl (?:error )?:? ?[(\[]?(?:35|51|53|58|59|60|64|66|77|80|82|83|90|91)[)\]]|curl(?:e| error)? (?:35|51|53|58|59|60|64|66|77|80|82|83|90|91)\b|\[curl\] (?:35|51|58|60|77)\b|trust relationship for the ssl|remote certificate (?:is|was) (?:invalid|rejected)|remote certificate (?:name mismatch|chain errors|not available)|\bx509:|wrong version number|tlsv1 alert|\b(?:ssl|tls|sslv3) ?alert|alert (?:protocol version|handshake|unknown ca|internal error|certificate)|subject (?:alternative )?name.{0,30}(?:match|target)|(?:host ?name|certificate)<near>(?:doesn't|does not|didn't|did not|do not) match|cert altname|err tls cert|ssl::ssl error|\bssl ?(?:exception|error)\b|ssl peer unverified|unknown ca\b|no ciphers|no cipher suites?|no protocols available|protocol is disabled|(?:dh|ee|ca)(?: certificate)? key too (?:small|weak)|certificate key too weak|md too weak|ssl certificate (?:problem|error|verif|is|chain)|ssl/tls secure channel|(?:create|establish) (?:an? )?(?:ssl|tls|secure)|ssl connection (?:could not|error|failed)|schannel|\bsec e \w+|untrusted (?:root|cert)|certificate (?:is )?(?:not |un)trusted|certificate (?:chain|authority)<near>(?:not trusted|untrusted|unknown|incomplete|could not)|ssl (?:routines|connect error|peer)|requires? tls ?1|requires an? (?:ssl|tls) client certificate|client certificate (?:is )?(?:required|missing|not)|tls ?1\.[0-3] (?:is )?(?:required|not supported|or (?:higher|later))|(?:unsupported|outdated|insecure) (?:tls|ssl)\b|no peer certificate|error:0[0-9a-f]{7}:ssl|sni (?:is )?(?:required|missing)|err cert authority|error setting certificate|ssl ?cacert|peer certificate cannot|given ca certificates|hand ?shake failed|legacy renegotiation|fatal alert|not a trusted certificate|zertifikat.{0,60}(?:ungultig|nicht vertrauen|nicht uberpruft|konnte nicht|fehler|nicht gultig)|certificat.{0,60}(?:invalide|non approuv|pas approuv|non valide|n'est pas)|certificado.{0,60}(?:no valido|invalido|no es de confianza|no es valido|no confiable)|certificaat.{0,60}(?:ongeldig|niet vertrouwd|niet geldig)|canal securise|sicheren? (?:ssl/tls )?kanal|canal seguro|beveiligd kanaal|vertrauensstellung|relation (?:d'|de )?(?:approbation|confiance)|relacion de confianza|vertrouwensrelatie)re",
     nullptr, 0, Tls, "", 0.9, {Reading {Network, why::network}}, "R42",
     "javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target"},

    // No way to the provider.
    {"text.address",
     R"re((?:getaddrinfo|e ?not ?found|resolve(?: host)?:?|lookup) ['"(]?(?:https?|undefined|null|none|http:|your\w*|example)\b|no host (?:in|part)|(?:invalid|missing|malformed) (?:url|uri|hostname|host)\b|(?:url|uri)\b<few>(?:malformed|invalid|not (?:absolute|valid|well))|no scheme supplied|missing schema|unsupported protocol|(?:only )?absolute urls? (?:are|is)|curl: \([13]\)|curl error [13]\b|relative url without a base)re",
     R"re(redirect|callback|reply)re", 0, Configuration, "endpoint", 0.85,
     {Reading {Network, why::network}}, "SGE-51", "getaddrinfo ENOTFOUND undefined undefined:443"},
    {"text.dns",
     R"re(\benotfound\b|eai again|eai noname|eai nodata|getaddrinfo|gai ?error|could ?n(?:o|')t resolve|cannot resolve|unable to resolve (?:host|address|name|the)|failed to resolve|name or service not known|name resolution|nodename nor servname|no such host|unknown ?host|name not resolved|remote name could not be resolved|nxdomain|servfail|\bdns (?:look ?up|resol|error|fail|probe|query|server|name)|no address associated with|curl: \(6\)|curl error 6\b|internet disconnected|no internet|appears to be offline|hostname could not be found|nsurl\w*.{0,40}-(?:1003|1009)\b|(?:no|without) (?:network|internet) connection|you(?:'re| are) offline|host ?name (?:could not|cannot|not) (?:be )?(?:found|resolved)|server (?:dns )?address could not be found|host ?not ?found|lookup .{0,80}(?:i/o timeout|no such|server misbehaving)|namensauflosung|host.{0,30}(?:nicht gefunden|konnte nicht aufgelost)|remotename.{0,30}nicht aufgelost|hote.{0,20}(?:introuvable|inconnu)|nom distant n'a pas pu|resoudre (?:le|l')|servidor no encontrado|no se (?:pudo|puede|ha podido) resolver|kan (?:de )?(?:host|server|externe naam).{0,30}niet (?:vinden|omzetten|word))re",
     nullptr, 0, Network, "dns", 0.95, {}, "R49",
     "getaddrinfo ENOTFOUND api.example.com"},
    {"text.gateway_timeout",
     R"re(\b50[24]\b.{0,40}(?:gateway|upstream|time|proxy)|gateway time ?out|upstream (?:request )?time|upstream connect error|bad gateway)re",
     nullptr, 0, ProviderOutage, "", 0.85, {Reading {Network, why::network}}, "RFC 9110 15.6.5",
     "504 Gateway Timeout: upstream request timed out"},
    {"text.callback_unreachable",
     R"re((?:localhost|127\.0\.0\.1)\S*(?:callback|code=).{0,120}refused|refused.{0,80}(?:localhost|127\.0\.0\.1)\S*(?:callback|code=))re",
     nullptr, 0, Configuration, "port_busy", 0.7, {Reading {Network, why::network}}, "RFC 8252 7.3",
     "ERR_CONNECTION_REFUSED localhost:3000/callback?code=abc"},
    {"text.refused",
     R"re(econnrefused|connection (?:was )?refused|actively refused|(?:curl: \(7\)|curl error 7\b)(?!.{0,200}timed out)|could ?n(?:o|')t connect to (?:server|host)|connect exception|unable to connect to (?:the )?(?:remote )?(?:server|host)|verbindung.{0,40}(?:verweigert|abgelehnt)|(?:connexion|connection)\b.{0,20}refusee?\b|conexion.{0,20}(?:rechazad|rehusad|denegad)|nsurl\w*.{0,40}-1004\b|verbinding.{0,20}geweigerd)re",
     nullptr, 0, Network, "refused", 0.85, {Reading {ProviderOutage, why::providerDown}}, "R49",
     "connect ECONNREFUSED 203.0.113.5:443"},
    {"text.timeout",
     R"re(\be(?:socket)?timedout\b|econnaborted|(?<!tokens )(?:connection|connect|operation|read|request|socket|response|ssl connection|query|api call|call|udp|tcp|dial)s? (?:attempt )?(?:has |have )?(?:timed? ?out)|time ?out (?:on|of|for|in|while|during|when|expired|error|exceeded|reached|was reached)|timeout (?:expired|period elapsed)|timed out (?:after|while|waiting|before|trying|connecting|on|\()|(?:socket|connect|read|write|pool|request|execution|gateway)? ?time ?out ?(?:exception|error)\b|curl: \(28\)|curl error 28\b|deadline exceeded|failed to connect to .{0,80}(?:port|after)|i/o time ?out|\bnsurl\w*.{0,40}-1001\b|request cancell?ed while|http ?client\.timeout|a task was cancell?ed|cancell?ed due to the configured|(?:within|in) the (?:allotted|allowed|configured) time|did not (?:properly )?respond (?:after|within|in)|zeituberschreitung|zeitlimit|delai.{0,30}(?:depass|expir|ecoul)|tiempo de (?:espera|conexion).{0,20}(?:agotad|excedid)|time ?out.{0,20}(?:verbinding|opgetreden))re",
     R"re(\b(?:session|grant|authorization code)\b.{0,20}timed out)re",
     0, Network, "timeout", 0.75, {Reading {ProviderOutage, why::providerDown}}, "R27",
     "cURL error 28: Operation timed out after 30001 milliseconds with 0 bytes received"},
    {"text.lost",
     R"re(econnreset|connection (?:was |has been )?(?:reset|aborted|closed|lost|dropped|terminated|interrupted)|socket hang ?up|remote ?disconnected|remote end closed|forcibly closed|broken pipe|\bepipe\b|enetunreach|ehostunreach|enetdown|network is (?:unreachable|down)|no route to host|empty reply from server|curl: \((?:52|55|56|92)\)|curl error (?:52|55|56|92)\b|(?:unexpected )?eof (?:occurred|while|encountered)|unexpected end of stream|premature(?:ly)? (?:end|clos)|an existing connection was|failed to fetch|fetch failed|network socket disconnected|nsurl\w*.{0,40}-1005\b|\bnetwork ?(?:error|failure|exception)\b(?!\.)|err network|err (?:empty response|connection (?:closed|aborted|reset))|verbindung.{0,40}(?:unterbrochen|abgebrochen|zuruckgesetzt|getrennt)|netzwerkfehler|erreur reseau|error de (?:red|conexion)\b|netwerkfout)re",
     R"re(\b40[13]\b|\b5\d\d\b (?:\w+ )?(?:error|internal|server)|(?:error|status|fehler)\D{0,4}5\d\d\b|not authorized|re ?connect|connect again|log in again|authorize)re", 0, Network,
     "connection_lost", 0.8, {Reading {ProviderOutage, why::providerDown}}, "R26",
     "Error: socket hang up code: 'ECONNRESET'"},
};

} // namespace

std::span<const TextRule> thisComputerTextRules()
{
    return rules;
}

} // namespace relink
