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
     R"re(org\.freedesktop\.secret\.error\.islocked|errsecinteractionnotallowed|user interaction is not allowed|\b(?:keyring|keychain|collection|wallet|secret (?:service|store))\b.{0,60}\b(?:is|was|are|remains?|stays?|seems?)? ?(?:still |currently )?locked|\blocked (?:keyring|keychain|collection|wallet)|unlock(?:ing)? (?:the |your |a )?(?:\w+ )?(?:keyring|keychain|wallet|collection)|(?:keyring|keychain|wallet|collection).{0,60}(?:failed to|could not|cannot|not) (?:be )?unlock|cannot (?:create|get) an item in a locked collection|prompt (?:was )?dismissed|schlusselbund.{0,40}gesperrt|trousseau.{0,40}verrouill|llavero.{0,40}bloquead|sleutelhanger.{0,40}vergrendeld)re",
     nullptr, 0, KeychainLocked, "locked", 0.95, {}, "R72",
     "secret-tool: Cannot get secret of a locked object in the keyring: the collection is locked"},
    {"text.keychain_denied",
     R"re(errsecauthfailed|errsecusercancel|access to (?:the )?(?:keychain|keyring)(?: item)? (?:was )?(?:denied|refused)|(?:keychain|keyring|wallet).{0,40}(?:access (?:was )?(?:denied|refused)|authorization (?:was )?denied))re",
     nullptr, 0, KeychainLocked, "denied", 0.9, {}, "R77",
     "Keychain access denied: errSecAuthFailed (-25293)"},
    {"text.keychain_missing",
     R"re(org\.freedesktop\.secrets.{0,100}(?:not provided|no such|unknown|activat|exited|not found|unavailable|owner)|the name org\.freedesktop\.secrets|no (?:recommended )?backend (?:was )?available|nokeyringerror|no (?:\w+ )?(?:keychain|keyring|secret service|credential store|password manager|wallet).{0,30}(?:available|found|installed|running)|cannot autolaunch d-?bus|(?:libsecret|gnome[- ]keyring|kwallet\w*|keyring|secret service|credential (?:store|manager|helper)|wincred|pass store).{0,80}(?:not found|not installed|not running|no such|not available|unavailable|could not be (?:found|started|opened|loaded)|cannot open shared object|is disabled|does not exist|failed to (?:load|start))|/org/freedesktop/secrets(?:/\w+)*"? ?(?:does not exist|no such)|object does not exist at path "?/org/freedesktop/secrets|dbus_session_bus_address|errsecnosuchkeychain|errsecitemnotfound|errsecnotavailable|specified item could not be found in the keychain|failed to execute child process "?dbus-launch|credentials? stor(?:e|age) (?:is )?(?:not (?:available|found|configured)|unavailable))re",
     nullptr, 0, KeychainMissing, "", 0.95, {}, "R74",
     "keyring.errors.NoKeyringError: No recommended backend was available."},

    // The clock, before certificates: a certificate that is not yet valid is its usual sign.
    {"text.certificate_not_yet_valid",
     R"re(cert(?:ificate)?.{0,60}not (?:yet|jet) (?:been )?valid|cert_not_yet_valid|err_cert_date_invalid|cert(?:ificate)?.{0,40}valid(?:ity)? (?:begins|starts|from).{0,40}future|zertifikat.{0,40}noch nicht gultig|certificat.{0,40}pas encore valide)re",
     nullptr, 0, Tls, "tls_clock", 0.8, {Reading {Clock, why::wrongClock}}, "R42",
     "SSL certificate problem: certificate is not yet valid"},
    {"text.clock",
     R"re(token (?:is )?used too early|used before issued|issued in the future|issued at (?:time )?is in the future|\b(?:iat|nbf|auth_time)\b.{0,80}(?:future|too early|clock|invalid|reasonable|not yet|before)|(?:token|jwt|assertion|id_?token).{0,80}not (?:yet|jet) (?:valid|active)|(?:token|jwt)notbefore|tokennotyetvalid|notbeforeerror|immaturesignature|(?:computer|machine|system|server|device|local|host|your|wall)(?:'?s)? (?:clock|time)\b.{0,50}(?:incorrect|wrong|off\b|out of sync|not (?:in )?sync|behind|ahead|fast|slow|drift|correct|check|skew)|clock (?:skew|drift)|clock (?:is|was|seems|may be|might be|could be) (?:\w+ )?(?:off|wrong|ahead|behind|fast|slow|out|skew|drift|incorrect|not )|check (?:that )?(?:the |your )?(?:\w+ )?clock|requesttimetooskewed|request_?time_?(?:too_?)?skewed|difference between the request time and the (?:current|server)|timestamp[_ ]?(?:refused|out of bounds|out_of_bounds)|time ?stamp.{0,60}(?:out of (?:bounds|range|sync|window)|outside|too (?:old|far|early|new|late)|recvwindow|expired|not within|is (?:invalid|incorrect|wrong)|in the future|ahead of|behind|differs|skew|drift)|(?:invalid|expired|wrong|bad|incorrect|stale) (?:request |oauth )?time ?stamp|reasonable timeframe|system ?(?:zeit|uhr).{0,40}(?:falsch|pruf|abweich|nicht)|uhr.{0,20}geht (?:vor|nach)|horloge.{0,60}(?:decal|incorrect|exact|regl|verif|synchron)|reloj.{0,60}(?:incorrect|mal|desfas|atras|adelant|sincron)|klok.{0,40}(?:loopt|verkeerd|fout|onjuist))re",
     nullptr, 0, Clock, "", 0.85, {}, "RFC 7519 4.1.5, R44",
     "google.auth.exceptions.InvalidValue: Token used too early, 1700000000 < 1700000060. Check that your computer's clock is set correctly."},

    // TLS.
    {"text.certificate_expired",
     R"re(cert(?:ificate)?s?\b.{0,60}(?:has |have |is |was |been |already )*expired|cert_has_expired|expired (?:ssl |tls |server |root |security )?cert|sec_e_cert_expired|sec_error_expired|certificate_expired|zertifikat.{0,40}(?:abgelaufen|nicht mehr gultig)|certificat.{0,40}(?:expir|perim)|certificado.{0,40}(?:caducad|expirad|vencid)|certificaat.{0,40}verlopen)re",
     R"re(client[_ ]assertion|signing certificate|certificate .{0,30}(?:uploaded|mapping))re",
     0, Tls, "certificate_expired", 0.9, {Reading {Clock, why::wrongClock}}, "R42",
     "curl: (60) SSL certificate problem: certificate has expired"},
    {"text.tls",
     R"re(self[- ]signed cert|depth_zero_self_signed|self_signed_cert|unable to get (?:local )?issuer cert|unable_to_get_issuer|unable to verify the first cert|unable_to_verify_leaf|certificate[ _]verif(?:y|ication)[ _]failed|cert(?:ificate)? verify (?:failed|error)|sslhandshake|(?:ssl|tls)[^.]{0,40}handshake|handshake[ _](?:failure|failed|error)|handshake .{0,20}fail|pkix path|valid certification path|suncertpathbuilder|certpathvalidator|\bssl_error_|\bsec_error_|err_cert_|\berr_ssl|err_tls|curl (?:error )?:? ?\(?(?:35|51|53|58|59|60|64|66|77|80|82|83|90|91)\)|curl error (?:35|51|53|58|59|60|64|66|77|80|82|83|90|91)\b|trust relationship for the ssl|remote certificate (?:is|was) (?:invalid|rejected)|remotecertificate(?:namemismatch|chainerrors|notavailable)|\bx509:|wrong version number|tlsv1(?:_| )alert|(?:ssl|tls) ?alert|alert (?:protocol version|handshake|unknown ca|internal error|certificate)|subject (?:alternative )?name.{0,30}(?:match|target)|(?:host ?name|certificate).{0,40}(?:doesn't|does not|didn't|did not|do not) match|altname|sslerror|ssl::sslerror|sslexception|sslpeerunverified|unknown ca\b|no ciphers|no cipher suites?|no protocols available|protocol is disabled|dh[_ ]key[_ ]too[_ ]small|ssl certificate (?:problem|error|verif|is|chain)|ssl/tls secure channel|create (?:an )?ssl/tls|ssl connection (?:could not|error|failed)|schannel|sec_e_|untrusted (?:root|cert)|certificate (?:is )?(?:not |un)trusted|certificate (?:chain|authority).{0,60}(?:not trusted|untrusted|unknown|incomplete|could not)|ssl (?:routines|connect error|peer)|requires? tls ?1|tls ?1\.[0-3] (?:is )?(?:required|not supported)|(?:unsupported|outdated|insecure) (?:tls|ssl)|no peer certificate|error:0[0-9a-f]{7}:ssl|sni (?:is )?(?:required|missing)|zertifikat.{0,60}(?:ungultig|nicht vertrauen|nicht uberpruft|konnte nicht|fehler|nicht gultig)|certificat.{0,60}(?:invalide|non approuv|pas approuv|non valide|n'est pas)|certificado.{0,60}(?:no valido|invalido|no es de confianza|no es valido|no confiable)|certificaat.{0,60}(?:ongeldig|niet vertrouwd|niet geldig))re",
     nullptr, 0, Tls, "", 0.9, {Reading {Network, why::network}}, "R42",
     "javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target"},

    // Proxies and network sign-in pages.
    {"text.proxy",
     R"re(proxy[ -]?authenticat|proxy-authorization required|\bproxyerror|tunneling socket|tunnel connection failed|err_(?:proxy|tunnel)|connect to (?:the )?proxy|proxy (?:server )?(?:refused|denied|error|is refusing|requires|blocked|connection failed|connect aborted|returned|responded)|(?:resolve|reach|contact) (?:the )?proxy|curl: \((?:5|97)\)|(?:response|code|error) 407|407 (?:from|proxy|\w+ from proxy)|from proxy after connect|http/[\d.]+ 407|\bzscaler\b|blue ?coat\b|\bsquid\b[/ ]\d|forcepoint|fortiguard|websense|mcafee web gateway|web ?gateway|cache administrator|(?:site|page|url|request|access).{0,40}blocked by (?:your |the |our )?(?:\w+ )?(?:administrator|network|firewall|policy|company|organization|proxy|filter|it )|blocked by (?:network )?(?:security )?polic|proxy[- ]?server.{0,40}(?:verweigert|lehnt|authentif|anmeld)|serveur proxy|servidor proxy|proxyserver)re",
     nullptr, 0, Proxy, "", 0.9, {Reading {Network, why::network}}, "R46",
     "requests.exceptions.ProxyError: Tunnel connection failed: 407 Proxy Authentication Required"},
    {"text.captive_portal",
     R"re(captive[ -]?portal|network authentication required|network login required|(?:sign|log) ?-?in(?:to)? to (?:the |this |your |our )?(?:wi-?fi|wlan|network|hotspot|guest)|(?:wi-?fi|wlan|hotspot|guest network).{0,60}(?:log ?-?in|sign ?-?in|accept|terms|connect)|accept the terms.{0,40}(?:wi-?fi|internet|hotspot)|\b511 )re",
     nullptr, 0, Network, "captive_portal", 0.9, {}, "R30, RFC 6585 6",
     "<html><title>Hotel Guest WiFi - Login</title>Please sign in to the WiFi to continue"},

    // No way to the provider.
    {"text.dns",
     R"re(\benotfound\b|eai_again|eai_noname|eai_nodata|getaddrinfo|gai error|gaierror|could ?n(?:o|')t resolve|cannot resolve|unable to resolve (?:host|address|name|the)|failed to resolve|name or service not known|name resolution|nodename nor servname|no such host|unknownhost|unknown host|name[_ ]not[_ ]resolved|remote name could not be resolved|nxdomain|servfail|dns (?:lookup|resol|error|fail|probe|query|server|name)|no address associated with|curl: \(6\)|curl error 6\b|internet_disconnected|no internet|host ?name (?:could not|cannot|not) (?:be )?(?:found|resolved)|server (?:dns )?address could not be found|hostnotfound|host not found|namensauflosung|host.{0,30}(?:nicht gefunden|konnte nicht aufgelost)|hote.{0,20}(?:introuvable|inconnu)|resoudre (?:le|l')|servidor no encontrado|no se (?:pudo|puede) resolver|kan (?:de )?(?:host|server).{0,30}niet (?:vinden|omzetten))re",
     nullptr, 0, Network, "dns", 0.95, {}, "R49",
     "getaddrinfo ENOTFOUND api.example.com"},
    {"text.gateway_timeout",
     R"re(\b50[24]\b.{0,40}(?:gateway|upstream|time|proxy)|gateway[ _]?time-?out|upstream (?:request )?time|upstream connect error|bad gateway)re",
     nullptr, 0, ProviderOutage, "", 0.85, {Reading {Network, why::network}}, "RFC 9110 15.6.5",
     "504 Gateway Timeout: upstream request timed out"},
    {"text.refused",
     R"re(econnrefused|connection (?:was )?refused|connection_refused|actively refused|curl: \(7\)|curl error 7\b|failed to connect to .{0,80}(?:port|after)|could ?n(?:o|')t connect to (?:server|host)|connectexception|unable to connect to (?:the )?(?:remote )?(?:server|host)|verbindung.{0,40}(?:verweigert|abgelehnt)|connexion.{0,20}refus|conexion.{0,20}(?:rechazad|rehusad|denegad)|verbinding.{0,20}geweigerd)re",
     nullptr, 0, Network, "refused", 0.85, {Reading {ProviderOutage, why::providerDown}}, "R49",
     "connect ECONNREFUSED 203.0.113.5:443"},
    {"text.timeout",
     R"re(\be(?:socket)?timedout\b|econnaborted|(?:connection|connect|operation|read|request|socket|response|ssl connection|query|api call|call)s? (?:attempt )?(?:has |have )?(?:timed[ -]?out|time-?out)|timed out (?:after|while|waiting|before|trying|connecting|\()|\btimeout of \d|(?:socket|connect|read|write|pool|request)?timeout(?:exception|error)\b|curl: \(28\)|curl error 28\b|deadline exceeded|err_(?:connection_)?timed_out|i/o timeout|request canceled while|httpclient\.timeout|a task was canceled|cancell?ed due to the configured|(?:within|in) the (?:allotted|allowed|configured) time|zeituberschreitung|zeitlimit|delai.{0,30}(?:depass|expir|ecoul)|tiempo de (?:espera|conexion).{0,20}(?:agotad|excedid)|time-?out.{0,20}(?:verbinding|opgetreden))re",
     R"re(\b(?:token|session|grant|authorization code|code)\b.{0,20}timed out)re",
     0, Network, "timeout", 0.75, {Reading {ProviderOutage, why::providerDown}}, "R27",
     "cURL error 28: Operation timed out after 30001 milliseconds with 0 bytes received"},
    {"text.lost",
     R"re(econnreset|connection[ _](?:was |has been )?(?:reset|aborted|closed|lost|dropped|terminated|interrupted)|socket hang ?up|remotedisconnected|remote end closed|forcibly closed|broken pipe|\bepipe\b|enetunreach|ehostunreach|enetdown|network is (?:unreachable|down)|no route to host|empty reply from server|curl: \((?:52|55|56|92)\)|curl error (?:52|55|56|92)\b|(?:unexpected )?eof (?:occurred|while|encountered)|unexpected end of stream|premature(?:ly)? (?:end|clos)|an existing connection was|failed to fetch|\bnetworkerror|network error|err_network|err_(?:empty_response|connection_(?:closed|aborted|reset))|verbindung.{0,40}(?:unterbrochen|abgebrochen|zuruckgesetzt|getrennt)|netzwerkfehler|erreur reseau|error de (?:red|conexion)\b|netwerkfout)re",
     R"re(\b40[13]\b)re", 0, Network, "connection_lost", 0.8,
     {Reading {ProviderOutage, why::providerDown}}, "R26", "Error: socket hang up code: 'ECONNRESET'"},
};

} // namespace

std::span<const TextRule> thisComputerTextRules()
{
    return rules;
}

} // namespace relink
