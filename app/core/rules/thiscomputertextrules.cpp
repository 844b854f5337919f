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
     R"re(secret\.error\.is ?locked|err ?sec ?interaction ?not ?allowed|)re"
     R"re((?:user )?interaction is not allowed|-25308\b|keyring ?locked|)re"
     R"re(\b(?:keyring|keychain|collection|wallet|secret (?:service|store|collection)|credential store|password manager|vault)\b<near>\b(?:is|was|are|remains?|stays?|seems?|being)? ?(?:still |currently |now )?locked\b|)re"
     R"re(\blocked (?:object|item|keyring|keychain|collection|wallet)|)re"
     R"re(unlock(?:ing)? (?:the |your |a )?(?:\w+ )?(?:keyring|keychain|wallet|collection)|)re"
     R"re((?:keyring|keychain|wallet|collection|secret service).{0,60}(?:failed to|could not|cannot|not) (?:be )?unlock|)re"
     R"re(failed to unlock (?:the )?(?:item|collection|keyring|keychain|wallet)|)re"
     R"re(prompt (?:was )?dismissed|)re"
     R"re((?:schlusselbund|keyring|brieftasche).{0,40}gesperrt|)re"
     R"re(trousseau.{0,40}verrouill|llavero.{0,40}bloquead|)re"
     R"re(sleutelhanger.{0,40}vergrendeld|)re"
     R"re(/org/freedesktop/secrets/prompt|)re"
     R"re(interaction with the security server is not allowed|)re"
     R"re(no such secret item at path|)re"
     R"re(wants to use your confidential information|(?<![\d.])25308\b)re",
     nullptr,
     0,
     KeychainLocked,
     "locked",
     0.95,
     {},
     "R72",
     "secret-tool: Cannot get secret of a locked object in the keyring: the collection is locked"},
    {"text.keychain_denied",
     R"re(err ?sec ?(?:auth ?failed|user ?cancel\w*)|)re"
     R"re((?:keychain|keyring|security).{0,80}-(?:25293|128)\b|-25293\b|)re"
     R"re(access to (?:the )?(?:keychain|keyring)(?: item)? (?:was )?(?:denied|refused)|)re"
     R"re((?:keychain|keyring|wallet).{0,40}(?:access (?:was )?(?:denied|refused)|authorization (?:was )?denied|denied access)|)re"
     R"re((?:decrypt|open|unlock)<near>(?:keychain|keyring)<near>(?:wrong|incorrect|not correct)|)re"
     R"re(passphrase you entered is not correct|)re"
     R"re(keychain<near>(?:deny|cannot read|can't read|asks? for)|)re"
     R"re(key not valid for use in specified state|crypt(?:un)?protect ?data|\bdpapi\b)re",
     nullptr,
     0,
     KeychainLocked,
     "denied",
     0.9,
     {},
     "R77",
     "Keychain access denied: errSecAuthFailed (-25293)"},
    {"text.keychain_missing",
     R"re((?:fail\w*|could not|cannot|can't|unable|error)\b.{0,80}\b(?:in ?to|to|in|from|with|using) (?:the )?(?:\w+ )?(?:keychain|keyring|credential (?:store|manager)|secret (?:service|store))\b|)re"
     R"re(\b(?:keychain|keyring|secret service)\b<near>(?:fail\w*|error)|)re"
     R"re(org\.freedesktop\.secrets?\b.{0,100}(?:not provided|no such|unknown|activat|exited|not found|unavailable|owner)|)re"
     R"re(the name (?:"|')?org\.freedesktop\.secrets|)re"
     R"re(no (?:recommended )?backend (?:was )?available|no keyring error|)re"
     R"re(no (?:\w+ )?(?:keychain|keyring|secret service|credential (?:store|manager)|password manager|wallet|secret storage).{0,30}(?:available|found|installed|running|provider|backend)|)re"
     R"re((?:secret service|keyring|kwallet\w*|keychain|secret storage|credential (?:store|storage|manager|vault|helper)|safe ?storage|libsecret|gnome keyring|wincred|pass store)\b.{0,80}(?:neither running|not (?:be )?(?:found|installed|running|available|activatable|supported|implemented|initialized|reachable)|isn't (?:running|available|installed)|no such|unavailable|could not be (?:found|started|opened|loaded|reached)|cannot open shared object|is disabled|does not exist|failed to (?:load|start|open)|is missing)|)re"
     R"re(cannot autolaunch d ?bus|)re"
     R"re(/org/freedesktop/secrets(?:/\w+)*"? ?(?:does not exist|no such)|)re"
     R"re(object does not exist at path "?/org/freedesktop/secrets|)re"
     R"re(dbus session bus address|)re"
     R"re(err ?sec ?(?:no ?such ?keychain|item ?not ?found|not ?available|no ?default ?keychain)|)re"
     R"re(-2530(?:0|7)\b|-25291\b|specified item could not be found in the keychain|)re"
     R"re(failed to execute child process "?dbus launch|)re"
     R"re(encryption (?:is )?(?:not |un)available|error no such logon session|)re"
     R"re(no such logon session|specified logon session does not exist|)re"
     R"re(credentials cannot be saved|)re"
     R"re(cred(?:read|write|ential) ?\w* ?(?:failed|error)\b.{0,40}(?:1168|1312)|)re"
     R"re(no such interface .{0,4}org\.freedesktop|keychain (?:item )?not found|)re"
     R"re((?:credential (?:\w*keychain|helper|manager|store|desktop|secretservice|wincred|pass)|keyring|keytar|libsecret|secretservice)\S*:? (?:executable file )?not found|)re"
     R"re(cannot find module 'keytar'|)re"
     R"re((?:storing|saving|reading|getting|accessing|store|save) (?:the |your |oauth )?(?:credentials?|secrets?|tokens?|passwords?)\b.{0,60}\b(?:in|to|from|err\w*|using) (?:the )?(?:\w+ )?(?:keychain|keyring|secret ?service|credential (?:store|manager)|exit status)|)re"
     R"re(credential manager<near>(?:element not found|failed)|no keychain is available|)re"
     R"re(\bsecret ?tool\b.{0,80}\bd ?bus\b|)re"
     R"re(\bwin32cred\b|\bcred ?(?:write|read)\b|)re"
     R"re(no such object path \W?/org/freedesktop/secrets|credential\b.{0,80}the stub received bad data|\bsecret ?tool: failed|(?:write|read|store|save) (?:the )?credentials?: (?!invalid)|)re"
     R"re((?:can'?[st]|cannot|could not|unable to) access (?:the )?(?:system )?(?:keyring|keychain)|)re"
     R"re(failed to connect to socket \S*bus\b|org\.freedesktop\.dbus\.error|)re"
     R"re(secret store (?:error|not functional)|no secret found|not enough memory resources are available to process this command|failed to write item to store)re",
     nullptr,
     0,
     KeychainMissing,
     "",
     0.95,
     {},
     "R74",
     "keyring.errors.NoKeyringError: No recommended backend was available."},

    // Their database, seen through their messages: its log-in and its handshake are not ours.
    {"text.database",
     R"re(pre ?login handshake|\bsqlstate\b|\bsql ?exception|)re"
     R"re(sql server (?:error|exception|network)|deadlock(?:ed)?\b|)re"
     R"re(database (?:error|is locked|connection|server|is unavailable|timeout)|)re"
     R"re(\bora-\d{5}|)re"
     R"re((?:my ?sql|maria ?db|postgre\w*|mongo\w*|redis|sq ?lite)\b<near>(?:error|gone away|refused|timed? ?out|exception|too many connections))re",
     nullptr,
     0,
     ProviderOutage,
     "database",
     0.7,
     {Reading {Network, why::network}},
     "AMG-30",
     "SQLSTATE[HY000]: General error: 2006 MySQL server has gone away"},

    // The clock, before certificates: a certificate that is not yet valid is its usual sign.
    {"text.certificate_not_yet_valid",
     R"re(cert(?:ificate)?(?:(?! or ).){0,60}not (?:yet|jet) (?:been )?valid|)re"
     R"re(cert(?:ificate)?.{0,40}valid(?:ity)? (?:begins|starts|from).{0,40}future|)re"
     R"re(zertifikat.{0,40}noch nicht gultig|certificat.{0,40}pas encore valide)re",
     nullptr,
     0,
     Clock,
     "",
     0.75,
     {Reading {Tls, why::certificateWrong}},
     "R42",
     "SSL certificate problem: certificate is not yet valid"},
    {"text.clock",
     R"re(token (?:is )?used too early|)re"
     R"re((?<!expired or )(?<!expired or is )\bnot yet (?:current|valid)\b(?!.{0,20}(?:verified|approved))|)re"
     R"re(is still later than|is now earlier than|short ?lived token|)re"
     R"re(not within \d+ seconds|of (?:the )?server time|acceptable timestamps|)re"
     R"re(\bnonce ?(?:already |was |has been )*(?:used|reused|replayed)|)re"
     R"re(used before issued|)re"
     R"re(\b(?:was )?issued (?:at )?(?:\w+ )?(?:is )?(?:in the future|too far (?:away|in the future|from))|)re"
     R"re(\b(?:iat|nbf|auth time|issued at|not before|'?exp'?)\b<few>(?:claim|value|time)?.{0,80}(?:future|too early|too far|too large|clock|reasonable|not yet|before the|after the|off ?set)|)re"
     R"re(check (?:the |your )?['"`]?(?:iat|exp|nbf)\b|\biat (?:and|or|&) exp\b|)re"
     R"re((?:token|jwt|assertion|id ?token)<near>(?:not (?:yet|jet) (?:valid|active)|prior to)|)re"
     R"re((?:token|jwt) ?not ?(?:yet ?valid|before)|immature ?signature|)re"
     R"re(invalid issued at|handle token (?:prior to|with)|)re"
     R"re((?:computer|machine|system|server|device|local|host|your|wall|pc)(?:'?s)? (?:clock|time|date)\b<near>(?:incorrect|wrong|\boff\b|out of sync|(?:not|n't) (?:in )?sync|behind|ahead|fast|slow|drift|(?:not|n't) correct|check|skew|set (?:correctly|properly))|)re"
     R"re(clock (?:skew|drift)|)re"
     R"re(clocks? (?:is|are|was|seems|may be|might be|could be|out) (?:\w+ )?(?:off|wrong|ahead|behind|fast|slow|out|of sync|skew|drift|incorrect|not )|)re"
     R"re(check (?:that )?(?:the |your )?(?:\w+ )?clock|)re"
     R"re((?:request ?)?time ?(?:is )?too ?skewed|)re"
     R"re(difference between the request time and the (?:current|server)|)re"
     R"re(time ?stamp ?(?:refused|out ?of ?bounds)|)re"
     R"re(time ?stamp<near>(?:out of (?:bounds|range|sync|window)|outside|too (?:old|far|early|new|late)|recv ?window|expired|not within|(?:is|was) (?:invalid|incorrect|wrong|not)|in the future|ahead of|behind|differs|skew|drift)|)re"
     R"re(\b(?:invalid|expired|wrong|bad|incorrect|stale|refused) (?:request |oauth )?(?:request )?time ?stamp|)re"
     R"re(reasonable time ?frame|recv ?window|signature expired|)re"
     R"re(\b(?:time|clock|date)\b<near>(?:hours?|minutes?|seconds?|days?) (?:behind|ahead|\boff\b|fast|slow)|)re"
     R"re((?:is now |now )(?:earlier|later) than \d{8}|)re"
     R"re(request (?:has |is )?(?:expired|too old)\b.{0,40}\b(?:clock|time|date)|)re"
     R"re(request is (?:too old|older than)|time ?stamp ?invalid|)re"
     R"re(not within (?:its|the) valid time|x amz date|)re"
     R"re(system ?(?:zeit|uhr).{0,40}(?:falsch|pruf|abweich|nicht)|)re"
     R"re(uhr.{0,20}geht (?:vor|nach)|)re"
     R"re(zeitstempel.{0,40}(?:ungultig|abgelaufen|liegt|weicht)|)re"
     R"re(horloge.{0,60}(?:decal|incorrect|exact|regl|verif|synchron)|)re"
     R"re(reloj.{0,60}(?:incorrect|mal|desfas|atras|adelant|sincron)|)re"
     R"re(klok.{0,40}(?:loopt|verkeerd|fout|onjuist)|)re"
     R"re((?:token|jwt|assertion)<few>not (?:active|valid) (?:yet|before|until)|)re"
     R"re(seconds since (?:the )?(?:unix )?epoch|)re"
     R"re((?:message|request|assertion|signature|timestamp) expired at .{0,40}\bit is now\b|)re"
     R"re(\b(?:issued at|iat|nbf|not before)\b<few>(?:greater|later|after|invalid)|)re"
     R"re(1970-01-01.{0,200}certificate|certificate.{0,200}1970-01-01)re",
     R"re(\bjwt (?:is )?expired at \d|)re"
     R"re(refresh token expired)re",
     0,
     Clock,
     "",
     0.85,
     {Reading {CredentialFormat, why::badlyPasted}},
     "RFC 7519 4.1.5, R44",
     "google.auth.exceptions.InvalidValue: Token used too early, 1700000000 < 1700000060. Check "
     "that your computer's clock is set correctly."},
};

} // namespace

std::span<const TextRule> thisComputerTextRules()
{
    return rules;
}

} // namespace relink
