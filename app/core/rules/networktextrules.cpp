// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    // Proxies and network sign-in pages, before the failed handshakes that they cause.
    {"text.proxy",
     R"re(proxy authenticat|proxy authorization (?:is )?required|\bproxy error\b|)re"
     R"re(tunneling socket|tunnel (?:connection )?failed|err (?:proxy|tunnel)\b|)re"
     R"re(connect to (?:the )?proxy|)re"
     R"re((?<!reverse )proxy (?:server )?(?:refused|denied|is refusing|requires|blocked|connection failed|connect aborted|returned|responded|rejected|could not|cannot|can't)|)re"
     R"re((?:resolve|reach|contact) (?:the )?proxy|curl: \((?:5|97)\)|)re"
     R"re(curl error (?:5|97)\b|407 (?:from|proxy|\w+ from proxy)|)re"
     R"re(from proxy after connect|\bzscaler\b|blue ?coat\b|\bsquid\b[/ ]\d|forcepoint|)re"
     R"re(forti ?(?:guard|gate)|websense|mc ?afee web gateway|web ?gateway|)re"
     R"re(cache administrator|)re"
     R"re((?:site|page|url|request|access)<near>blocked by (?:your |the |our )?(?:\w+ )?(?:administrator|network|firewall|policy|company|organization|proxy|filter|it )|)re"
     R"re(blocked by (?:your |the |our )?(?:network|company|corporate)(?: security)? polic|)re"
     R"re(proxy ?server.{0,40}(?:verweigert|lehnt|authentif|anmeld|verificatie)|)re"
     R"re(serveur proxy|servidor proxy|proxyauthenti\w+|proxyverificatie|)re"
     R"re(econnrefused \S*proxy|behind (?:our|a|the|my) (?:\w+ )?proxy|)re"
     R"re(internet access (?:denied|blocked)|\bweb ?filter|\bfortinet\b|\burl filter|)re"
     R"re(\bproxy\b.{0,20}\b407\b|\b407\b.{0,20}\bproxy\b)re",
     R"re(aadsts)re",
     0,
     Proxy,
     "",
     0.9,
     {Reading {Network, why::network}},
     "R46",
     "requests.exceptions.ProxyError: Tunnel connection failed: 407 Proxy Authentication Required"},
    {"text.proxy_407",
     R"re(.)re",
     nullptr,
     407,
     Proxy,
     "",
     0.9,
     {},
     "RFC 9110 15.5.8",
     "HTTP/1.1 407"},
    {"text.captive_portal",
     R"re(captive ?portal|network authentication required|network log ?in required|)re"
     R"re(\b(?:sign|log) ?in(?:to)? (?:to )?(?:the |this |your |our )?(?:\w+ ){0,3}(?:wi ?fi|wlan|hotspot|guest (?:network|wi ?fi)|internet)\b|)re"
     R"re((?:wi ?fi|wlan|hotspot|guest network).{0,60}(?:log ?in|sign ?in|accept|terms|connect)|)re"
     R"re(accept the terms.{0,40}(?:wi ?fi|internet|hotspot)|http/[\d.]+ 511|)re"
     R"re(\bstatus 511\b|error 511\b|)re"
     R"re(captive\.apple|hotspot ?detect|connectivitycheck|msftconnecttest|detectportal)re",
     nullptr,
     0,
     Network,
     "captive_portal",
     0.9,
     {},
     "R30, RFC 6585 6",
     "<html><title>Hotel Guest WiFi - Login</title>Please sign in to the WiFi to continue"},

    // TLS.
    {"text.certificate_expired",
     R"re(err cert date invalid|)re"
     R"re(cert(?:ificate)?s?\b<near>(?:has |have |is |was |been |already )*expired|)re"
     R"re(expired (?:ssl |tls |server |root |security )?cert|sec e cert expired|)re"
     R"re(sec error expired|zertifikat.{0,40}(?:abgelaufen|nicht mehr gultig)|)re"
     R"re(certificat.{0,40}(?:expir|perim)|certificado.{0,40}(?:caducad|expirad|vencid)|)re"
     R"re(certificaat.{0,40}verlopen)re",
     R"re(client assertion|signing certificate|certificate .{0,30}(?:uploaded|mapping))re",
     0,
     Tls,
     "certificate_expired",
     0.9,
     {Reading {Clock, why::wrongClock}},
     "R42",
     "curl: (60) SSL certificate problem: certificate has expired"},
    {"text.tls",
     R"re(self signed (?:ssl )?cert|depth zero self signed|)re"
     R"re(unable to get (?:local )?issuer|unable to verify (?:the )?(?:first|leaf)|)re"
     R"re(certificate verif(?:y|ication) (?:has )?failed|)re"
     R"re(cert(?:ificate)? verify (?:failed|error)|ssl ?handshake|)re"
     R"re(\b(?:ssl|tls)\b[^.]{0,40}handshake|handshake (?:failure|failed|error)|)re"
     R"re(handshake .{0,20}fail|pkix path|valid certification path|)re"
     R"re(sun cert path builder|cert ?path ?validator|\bssl error\b|\bsec error\b|)re"
     R"re(err cert\b|\berr ssl|err tls|)re"
     R"re(curl (?:error )?:? ?[(\[]?(?:35|51|53|58|59|60|64|66|77|80|82|83|90|91)[)\]]|)re"
     R"re(curl(?:e| error)? (?:35|51|53|58|59|60|64|66|77|80|82|83|90|91)\b|)re"
     R"re(\[curl\] (?:35|51|58|60|77)\b|trust relationship for the ssl|)re"
     R"re(remote certificate (?:is|was) (?:invalid|rejected)|)re"
     R"re(remote certificate (?:name mismatch|chain errors|not available)|\bx509:|)re"
     R"re(wrong version number|tlsv1 alert|\b(?:ssl|tls|sslv3) ?alert|)re"
     R"re(alert (?:protocol version|handshake|unknown ca|internal error|certificate)|)re"
     R"re(subject (?:alternative )?name.{0,30}(?:match|target)|)re"
     R"re((?:host ?name|certificate)<near>(?:doesn't|does not|didn't|did not|do not) match|)re"
     R"re(cert altname|err tls cert|ssl::ssl error|\bssl ?(?:exception|error)\b|)re"
     R"re(ssl peer unverified|unknown ca\b|no ciphers|no cipher suites?|)re"
     R"re(no protocols available|protocol is disabled|)re"
     R"re((?:dh|ee|ca)(?: certificate)? key too (?:small|weak)|certificate key too weak|)re"
     R"re(md too weak|ssl certificate (?:problem|error|verif|is|chain|of)|)re"
     R"re(ssl/tls secure channel|(?:create|establish) (?:an? )?(?:ssl|tls|secure)|)re"
     R"re(ssl connection (?:could not|error|failed)|schannel|\bsec e \w+|)re"
     R"re(untrusted (?:root|cert)|certificate (?:is )?(?:not |un)trusted|)re"
     R"re(certificate (?:chain|authority)<near>(?:not trusted|untrusted|unknown|incomplete|could not)|)re"
     R"re(ssl (?:routines|connect error|peer)|requires? tls ?1|)re"
     R"re(requires an? (?:ssl|tls) client certificate|)re"
     R"re(client certificate (?:is )?(?:required|missing|not)|)re"
     R"re(tls ?1\.[0-3] (?:is )?(?:required|not supported|or (?:higher|later))|)re"
     R"re((?:unsupported|outdated|insecure) (?:tls|ssl)\b|no peer certificate|)re"
     R"re(error:0[0-9a-f]{7}:ssl|sni (?:is )?(?:required|missing)|err cert authority|)re"
     R"re(error setting certificate|ssl ?cacert|peer certificate cannot|)re"
     R"re(given ca certificates|hand ?shake failed|legacy renegotiation|fatal alert|)re"
     R"re(not a trusted certificate|)re"
     R"re(zertifikat.{0,60}(?:ungultig|nicht vertrauen|nicht uberpruft|konnte nicht|fehler|nicht gultig)|)re"
     R"re(certificat.{0,60}(?:invalide|non approuv|pas approuv|non valide|n'est pas)|)re"
     R"re(certificado.{0,60}(?:no valido|invalido|no es de confianza|no es valido|no confiable)|)re"
     R"re(certificaat.{0,60}(?:ongeldig|niet vertrouwd|niet geldig)|canal securise|)re"
     R"re(sicheren? (?:ssl/tls )?kanal|canal seguro|beveiligd kanaal|vertrauensstellung|)re"
     R"re(relation (?:d'|de )?(?:approbation|confiance)|relacion de confianza|)re"
     R"re(vertrouwensrelatie|)re"
     R"re(communicate securely with|no common encryption|ssl ?(?:read|write|connect|library)\b.{0,40}(?:error|fail|errno)|failure in ssl library|)re"
     R"re(\bcert (?:signature|has|not|untrusted|revoked|chain|rejected|date|common name)\b|certificate for this server|)re"
     R"re(peer certificate: |invalid peer certificate|\bunknown issuer\b|tls ?v?1\.\d is not supported|\bssl version\b|)re"
     R"re(could not establish trust)re",
     nullptr,
     0,
     Tls,
     "",
     0.9,
     {Reading {Network, why::network}},
     "R42",
     "javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid "
     "certification path to requested target"},

    // No way to the provider.
    {"text.address",
     R"re((?:getaddrinfo|e ?not ?found|resolve(?: host)?:?|lookup) ['"(]?(?:https?|undefined|null|none|http:|your\w*|example)\b|)re"
     R"re(no host (?:in|part)|(?:invalid|missing|malformed) (?:url|uri|hostname|host)\b|)re"
     R"re((?:url|uri)\b<few>(?:malformed|invalid|not (?:absolute|valid|well))|)re"
     R"re(no scheme supplied|missing schema|unsupported protocol|)re"
     R"re((?:only )?absolute urls? (?:are|is)|curl: \([13]\)|curl error [13]\b|)re"
     R"re(relative url without a base)re",
     R"re(redirect|callback|reply)re",
     0,
     Configuration,
     "endpoint",
     0.85,
     {Reading {Network, why::network}},
     "SGE-51",
     "getaddrinfo ENOTFOUND undefined undefined:443"},
    {"text.dns",
     R"re(\benotfound\b|eai again|eai noname|eai nodata|getaddrinfo|gai ?error|)re"
     R"re(could ?n(?:o|')t resolve|cannot resolve|)re"
     R"re(unable to resolve (?:host|address|name|the)|failed to resolve|)re"
     R"re(name or service not known|name resolution|nodename nor servname|no such host|)re"
     R"re(unknown ?host|name not resolved|remote name could not be resolved|nxdomain|)re"
     R"re(servfail|\bdns (?:look ?up|resol|error|fail|probe|query|server|name)|)re"
     R"re(no address associated with|curl: \(6\)|curl error 6\b|internet disconnected|)re"
     R"re(no internet|appears to be offline|hostname could not be found|)re"
     R"re(nsurl\w*.{0,40}-(?:1003|1009)\b|)re"
     R"re((?:no|without) (?:network|internet) connection|you(?:'re| are) offline|)re"
     R"re(host ?name (?:could not|cannot|not) (?:be )?(?:found|resolved)|)re"
     R"re(server (?:dns )?address could not be found|host ?not ?found|)re"
     R"re(lookup .{0,80}(?:i/o timeout|no such|server misbehaving)|namensauflosung|)re"
     R"re(host.{0,30}(?:nicht gefunden|konnte nicht aufgelost)|)re"
     R"re(remotename.{0,30}nicht aufgelost|hote.{0,20}(?:introuvable|inconnu)|)re"
     R"re(nom distant n'a pas pu|resoudre (?:le|l')|servidor no encontrado|)re"
     R"re(no se (?:pudo|puede|ha podido) resolver|)re"
     R"re(kan (?:de )?(?:host|server|externe naam).{0,30}niet (?:vinden|omzetten|word)|)re"
     R"re(\bdns problem)re",
     R"re(resolve ?(?:the )?api ?key)re",
     0,
     Network,
     "dns",
     0.95,
     {},
     "R49",
     "getaddrinfo ENOTFOUND api.example.com"},
    {"text.gateway_timeout",
     R"re(\b50[24]\b.{0,40}(?:gateway|upstream|time|proxy)|gateway time ?out|)re"
     R"re(upstream (?:request )?time|upstream connect error|bad gateway)re",
     nullptr,
     0,
     ProviderOutage,
     "",
     0.85,
     {Reading {Network, why::network}},
     "RFC 9110 15.6.5",
     "504 Gateway Timeout: upstream request timed out"},
    {"text.callback_unreachable",
     R"re((?:localhost|127\.0\.0\.1)\S*(?:callback|code=).{0,120}refused|)re"
     R"re(refused.{0,80}(?:localhost|127\.0\.0\.1)\S*(?:callback|code=))re",
     nullptr,
     0,
     Configuration,
     "port_busy",
     0.7,
     {Reading {Network, why::network}},
     "RFC 8252 7.3",
     "ERR_CONNECTION_REFUSED localhost:3000/callback?code=abc"},
    {"text.refused",
     R"re(econnrefused|connection (?:was )?refused|actively refused|)re"
     R"re((?:curl: \(7\)|curl error 7\b)(?!.{0,200}timed out)|)re"
     R"re(could ?n(?:o|')t connect to (?:server|host)|connect exception|)re"
     R"re(unable to connect to (?:the )?(?:remote )?(?:server|host)|)re"
     R"re(verbindung.{0,40}(?:verweigert|abgelehnt)|)re"
     R"re((?:connexion|connection)\b.{0,20}refusee?\b|)re"
     R"re(conexion.{0,20}(?:rechazad|rehusad|denegad)|nsurl\w*.{0,40}-1004\b|)re"
     R"re(verbinding.{0,20}geweigerd)re",
     nullptr,
     0,
     Network,
     "refused",
     0.85,
     {Reading {ProviderOutage, why::providerDown}},
     "R49",
     "connect ECONNREFUSED 203.0.113.5:443"},
    {"text.timeout",
     R"re(\be(?:socket)?timedout\b|econnaborted|)re"
     R"re((?<!tokens )(?:connection|connect|operation|read|request|socket|response|ssl connection|query|api call|call|udp|tcp|dial)s? (?:attempt )?(?:has |have )?(?:timed? ?out)|)re"
     R"re(time ?out (?:on|of|for|in|while|during|when|expired|error|exceeded|reached|was reached)|)re"
     R"re(timeout (?:expired|period elapsed)|)re"
     R"re(timed out (?:after|while|waiting|before|trying|connecting|on|\()|)re"
     R"re((?:socket|connect|read|write|pool|request|execution|gateway)? ?time ?out ?(?:exception|error)\b|)re"
     R"re(curl: \(28\)|curl error 28\b|deadline exceeded|)re"
     R"re(failed to connect to .{0,80}(?:port|after)|i/o time ?out|)re"
     R"re(\bnsurl\w*.{0,40}-1001\b|request cancell?ed while|http ?client\.timeout|)re"
     R"re(a task was cancell?ed|cancell?ed due to the configured|)re"
     R"re((?:within|in) the (?:allotted|allowed|configured) time|)re"
     R"re(did not (?:properly )?respond (?:after|within|in)|zeituberschreitung|)re"
     R"re(zeitlimit|delai.{0,30}(?:depass|expir|ecoul)|)re"
     R"re(tiempo de (?:espera|conexion).{0,20}(?:agotad|excedid)|)re"
     R"re(time ?out.{0,20}(?:verbinding|opgetreden)|)re"
     R"re(\btime ?out (?:resolving|waiting|connecting|while|fetching|getting|reading|sending)|)re"
     R"re(execution expired|net::(?:open|read) ?time ?out)re",
     R"re(\b(?:session|grant|authorization code)\b.{0,20}timed out|minutes to complete|)re"
     R"re(\b504\b|gateway time)re",
     0,
     Network,
     "timeout",
     0.75,
     {Reading {ProviderOutage, why::providerDown}},
     "R27",
     "cURL error 28: Operation timed out after 30001 milliseconds with 0 bytes received"},
    {"text.lost",
     R"re(econnreset|)re"
     R"re(connection (?:was |has been )?(?:reset|aborted|closed|lost|dropped|terminated|interrupted)|)re"
     R"re(socket hang ?up|remote ?disconnected|remote end closed|forcibly closed|)re"
     R"re(broken pipe|\bepipe\b|enetunreach|ehostunreach|enetdown|)re"
     R"re(network is (?:unreachable|down)|no route to host|empty reply from server|)re"
     R"re(curl: \((?:52|55|56|92)\)|curl error (?:52|55|56|92)\b|)re"
     R"re((?:unexpected )?eof (?:occurred|while|encountered)|unexpected end of stream|)re"
     R"re(premature(?:ly)? (?:end|clos)|an existing connection was|lost connection to|)re"
     R"re(web ?socket (?:disconnected|closed|error)|failed to fetch|fetch failed|)re"
     R"re(network socket disconnected|nsurl\w*.{0,40}-1005\b|)re"
     R"re(\bnetwork ?(?:error|failure|exception)\b(?!\.)|err network|)re"
     R"re(err (?:empty response|connection (?:closed|aborted|reset))|)re"
     R"re(verbindung.{0,40}(?:unterbrochen|abgebrochen|zuruckgesetzt|getrennt)|)re"
     R"re(netzwerkfehler|erreur reseau|error de (?:red|conexion)\b|netwerkfout|)re"
     R"re(failed to load external entity|(?:could ?n(?:o|')t|cannot|failed to) load (?:the )?(?:wsdl|from 'https?)|parsing wsdl|)re"
     R"re(error sending request|\bdial (?:tcp|udp)\b|)re"
     R"re(\bcurl error (?:number|during|while|making)|)re"
     R"re(failed to establish a new connection|new connection error|winerror 100\d\d|)re"
     R"re(zugrunde ?liegende verbindung|underlying connection was closed|connexion sous jacente|conexion subyacente|onderliggende verbinding)re",
     R"re(\b40[13]\b|\b5\d\d\b (?:\w+ )?(?:error|internal|server)|)re"
     R"re((?:error|status|fehler)\D{0,4}5\d\d\b|not authorized|)re"
     R"re(re ?connect (?:your|the) (?:account|store|shop|integration)|connect again|)re"
     R"re(log in again|authorize|)re"
     R"re(invalid header value)re",
     0,
     Network,
     "connection_lost",
     0.8,
     {Reading {ProviderOutage, why::providerDown}},
     "R26",
     "Error: socket hang up code: 'ECONNRESET'"},
};

} // namespace

std::span<const TextRule> networkTextRules()
{
    return rules;
}

} // namespace relink
