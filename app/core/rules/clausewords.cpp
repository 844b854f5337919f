// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/clausewords.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace relink {

namespace {

using enum Subject;
using enum Predicate;

//! Phrases, separated by "|". "*" stands for any ending of the last word.
struct SubjectWords
{
    Subject meaning;
    const char *phrases;
};

struct PredicateWords
{
    Predicate meaning;
    const char *phrases;
};

// clang-format off
constexpr std::array subjectWords {
    SubjectWords {Clock, "heure|hora|hora del sistema|heure du systeme|uhr|tijd|timestamp*|time stamp*|nonce|clock|system time|request time|date header|iat|nbf|issued in the future|systemzeit|uhrzeit|zeitstempel|horodatage|horloge|marca de tiempo|reloj|tijdstempel|systeemtijd|klok"},
    SubjectWords {Certificate, "certificate*|ssl cert*|tls cert*|zertifikat*|certificat|certificats|certificado*|certificaat|certificaten|ca bundle"},
    SubjectWords {Proxy, "proxy|proxies|proxyserver|proxy server|serveur mandataire"},
    SubjectWords {Requests, "requests|calls|api calls|rate limit|quota|request limit|call limit|daily limit|hourly limit|usage limit|number of times|daily cap|hourly cap|cap|api limit|daily quota|anfragen|aufrufe|requetes|appels|solicitudes|peticiones|llamadas|verzoeken|aanroepen"},
    SubjectWords {Connections, "connected shops|connected stores|connected organizations|linked accounts|connections|sessions|installations|installs|oauth limit|authorizations|verbindungen|connexions|conexiones|verbindingen|koppelingen"},
    SubjectWords {Environment, "environment|sandbox|test mode|live mode|production mode|umgebung|environnement|entorno|omgeving|testmodus"},
    SubjectWords {Plan, "plan|subscription*|license|licence|licenses|trial|edition|tier|package|abo|tarif|abonnement*|lizenz*|forfait|licencia|suscripcion|licentie|pakket"},
    SubjectWords {Feature, "feature*|add on|addon|module|functionality|api access|funktion|fonctionnalite|funcion|funcionalidad|functie"},
    SubjectWords {Redirect, "redirect uri*|redirect url*|redirecturi|callback url*|callback uri|return url*|reply url*|redirection uri|redirect"},
    SubjectWords {GrantType, "grant type*|response type*|authentication flow|grant flow"},
    SubjectWords {RefreshToken, "refresh token*|refreshtoken*|grant token|offline token|aktualisierungstoken|erneuerungstoken|langzeittoken|jeton d actualization|jeton d actualisation|jeton de rafraichissement|token de actualizacion|token de refresco|vernieuwingstoken"},
    SubjectWords {Code, "authorization code|auth code|grant code|authorizationcode|code d autorization|codigo de autorizacion|autorizierungscode|autorisierungscode|autorizatiecode|autorisatiecode"},
    SubjectWords {Client, "developer|client id*|client key*|client secret*|client credential*|client identifier|client assertion|client authentication|client application|clientid|clientsecret|oauth client|client|app id|app key|app secret|appid|appkey|appsecret|application id|application key|application secret|application identifier|consumer key*|consumer secret*|consumer|partner id|partner key|partner secret|sender id|sender credential*|developer id|developer key|dev id|cert id|subscription key|shared secret|app credential*|signature|hmac|signing secret|private key|integrator key|secret|client schlussel|clientschlussel|clientgeheimnis|geheimer schlussel|anwendungs id|cle client|cle secrete|identifiant client|clave de cliente|clave del cliente|secreto de cliente|secreto del cliente|id de cliente|clientgeheim|client sleutel|signatur|firma|handtekening"},
    SubjectWords {Scope, "scope|scopes|oauth scope*|api scope*|portee|ambito|geltungsbereich|api permission*|extended permission*|delegated permission*"},
    SubjectWords {ApiKey, "api key*|apikey*|access key*|secret key*|license key|licence key|web service key|webservice key|pass key|passkey|access license number|key|keys|publishable key|restricted key|secret api key|api schlussel|schlussel|cle d api|cle api|cle de l api|clave api|clave de api|clave de la api|api sleutel|sleutel"},
    SubjectWords {AccessToken, "access token*|accesstoken*|bearer token*|bearer|auth token*|oauth token*|oauthtoken|security token|session token|user token|api token*|token|tokens|jwt|id token|session|session id|zugriffstoken|zugangstoken|sitzung|jeton|jeton d acces|token de acceso|sesion|toegangstoken|sessie"},
    SubjectWords {Login, "user name*|username*|user id|userid|user|users|password*|pass word|passphrase|login|log in|logon|sign in|credential*|email or password|user credential*|benutzer|benutzername|kennwort|passwort|anmeldedaten|zugangsdaten|anmeldung|mot de passe|identifiants|identifiant|nom d utilisateur|utilisateur|contrasena|usuario|nombre de usuario|credenciales|wachtwoord|gebruikersnaam|gebruiker|inloggegevens"},
    SubjectWords {Consent, "authorization|consent|connection|grant|integration access|verbindung|autorizierung|autorisierung|freigabe|zustimmung|autorization|autorisation|consentement|connexion|autorizacion|consentimiento|conexion|verbinding|koppeling|autorizatie|autorisatie|machtiging"},
    SubjectWords {App, "app|apps|application|integration|plugin|plug in|connector|extension|anwendung|aplicacion|toepassing|applicatie"},
    SubjectWords {Account, "verkauferkonto|handlerkonto|benutzerkonto|kundenkonto|compte vendeur|compte marchand|cuenta de vendedor|verkopersaccount|workspace|account|accounts|shop|store|company|merchant|seller|company file|organization|business|konto|unternehmen|firma konto|compte|boutique|entreprise|cuenta|tienda|empresa|comercio|winkel|bedrijf|administratie"},
    SubjectWords {Tenant, "tenant*|tenant id|realm*|realm id|company id|organization id|org id|shop id|store id|store hash|merchant id|seller id|site id|portal|portal id|hub id|marketplace*|data center|data centre|datacenter|dc|region|division|location id|business id|business unit|shop cipher|shop domain|advertiser id|customer id|mandant|mandanten"},
    SubjectWords {Permission, "permission*|privilege*|role|roles|access right*|right|rights|access|access level|authorities|entitlement*|berechtigung*|rechte|zugriff*|rolle|droit|droits|acces|permiso*|privilegio*|acceso|derechos|rechten|toegang|bevoegdheid"},
    SubjectWords {Address, "ip|ip address|ip addresses|ip adresse|adresse ip|direccion ip|ip adres"},
    SubjectWords {Method, "this endpoint|this version|this api|authentication method|auth method|basic auth|basic authentication|api version|legacy api|legacy token|legacy authentication|legacy key|endpoint version"},
    SubjectWords {Endpoint, "shop address|store address|shop url|endpoint*|url|urls|host|hostname|host name|base url|base uri|domain|sub domain|subdomain|route|resource path|path|site url|store url|api url|server url|wsdl|protocol|http method|request method|content type"},
    SubjectWords {Parameter, "parameter*|param|params|header|headers|query parameter*|request body|configuration|config|setting|settings|environment variable*|env|parametre*|parametro*|einstellung*"},
    SubjectWords {Record, "order|orders|product|products|invoice*|customer|customers|item|items|sku|skus|listing*|shipment*|parcel|label|address|addresses|postcode|postal code|zip code|zip|weight|quantity|price|amount|currency|line|tax|vat|date|field|fields|attribute*|value|values|record|records|document|object|resource|category|image|file|payment|contact|supplier|warehouse|stock|tracking number|phone number|country|state code|service type|artikel|rechnung|bestellung|kunde|facture|commande|article|factura|pedido|producto|articulo|factuur|bestelling|klant"},
};

constexpr std::array predicateWords {
    PredicateWords {Invalid, "invalid|incorrect|wrong|bad|out of sync|behind|ahead|loopt achter|loopt voor|geht nach|geht vor|unknown|unrecognized|erroneous|faulty|rejected|refused|illegal|occurred validating|error validating|compromised|ungultig*|falsch*|fehlerhaft*|invalide*|incorrecte*|errone*|refuse|inconnu*|invalid*|incorrecto|incorrecta|incorrectos|incorrectas|erroneo*|ongeldig*|onjuist*|verkeerd*|foutief|mislukt"},
    PredicateWords {Expired, "expired|has lapsed|lapsed|stale|out of date|run out|timed out|too old|expiree|a expire|est expire|perime*|abgelaufen*|caducad*|caduco|expirad*|vencid*|verlopen|vervallen"},
    PredicateWords {Missing, "missing|absent|empty|blank|null|none|undefined|omitted|fehlt|fehlen|fehlend*|manquant*|manque|falta|faltan|faltante*|ontbreekt|ontbreken*|ontbrekend*"},
    PredicateWords {Required, "required|is needed|must be set|must be provided|must contain|mandatory|erforderlich|benotigt|obligatoire|requis*|requerid*|obligatori*|necesari*|vereist|verplicht|nodig"},
    PredicateWords {Revoked, "revoked|withdrawn|invalidated|deauthorized|disconnected|unlinked|terminated by|widerrufen|entzogen|getrennt|revoque*|retire|revocad*|ingetrokken"},
    PredicateWords {Denied, "denied|blocks|blocking|blockiert|bloquea|blokkeert|not allowed|prohibited|blocked by|restricted to|declined|verweigert|verboten|untersagt|interdit*|denegad*|prohibid*|rechazad*|geweigerd|ontzegd|verweigerd"},
    PredicateWords {NotFound, "no such|nonexistent|non existent|unable to find|could not find|couldn't find|cannot find|can't find|introuvable*|onbekend*|unbekannt*|desconocid*"},
    PredicateWords {Mismatch, "mismatch*|doesn't match|don't match|didn't match|does not match|do not match|did not match|differs|different from|not match|belongs to another|stimmt nicht|stimmen nicht|ne correspond*|no coincide*|komt niet overeen|klopt niet"},
    PredicateWords {Exceeded, "exceeded|exceeds|exceed|exceeding|limit reached|too many|maximum number|maximum|limit|uberschritten|erreicht|hit|used up|aufgebraucht|depasse*|atteint*|excedid*|superad*|alcanzad*|overschreden|bereikt|reached|exhausted"},
    PredicateWords {Closed, "closed|suspended|disabled|deactivated|inactive|locked|blocked|frozen|banned|terminated|cancelled|canceled|restricted|on hold|paused|gesperrt*|deaktiviert*|geschlossen|stillgelegt|desactive*|suspendu*|bloque*|ferme|suspendid*|bloquead*|cerrad*|desactivad*|geblokkeerd|gesloten|gedeactiveerd|opgeschort|uitgeschakeld"},
    PredicateWords {Removed, "removed|deleted|uninstalled|purged|archived|geloscht|entfernt|deinstalliert|supprime*|desinstalle*|eliminad*|desinstalad*|verwijderd"},
    PredicateWords {Malformed, "malformed|wrong format|invalid format|bad format|incorrect format|incorrectly formatted|badly formatted|not enough segments|too short|too long|cannot be parsed|could not be parsed|cannot be decoded|white space|whitespace|illegal character*|invalid character*|truncated"},
    PredicateWords {Insufficient, "insufficient|inadequate|not enough|lacks|lack|lacking|unzureichend*|nicht ausreichend*|insuffisant*|insuficiente*|onvoldoende|limited access"},
    PredicateWords {Unsupported, "unsupported|not supported|no longer supported|not included|not available|unavailable for|not permitted for|isn't available|only available|only supported"},
    PredicateWords {Deprecated, "switched off|turned off|shut off|abgeschaltet|eingestellt|uitgezet|deprecated|retired|sunset|discontinued|end of life|decommissioned|abgekundigt|veraltet|obsolete|obsoleto|obsoleta|verouderd"},
    PredicateWords {Used, "already used|already been used|used already|already redeemed|already consumed|reused|been used before|bereits verwendet|deja utilize|deja utilise|ya utilizad*|ya usad*|al gebruikt|not unique"},
};

//! What a "not" before it makes of a word.
constexpr std::array deniedWords {
    PredicateWords {Invalid, "valid|correct|right|accepted|verified|validated|verifiziert|verifie|verificad*|geverifieerd|authenticated|authentic|gultig*|korrekt|valide|valable|correcte|valid|valido|valida|validos|validas|correcto|geldig*|juist|correct|work|works|recognized|synchronized|synchronizada|synchronisee|gesynchronizeerd|sincronizada|sincronizado|approuve|de confianza|vertrouwd|trusted|erkannt|reconnu*|reconocid*|herkend"},
    PredicateWords {NotFound, "found|exist|exists|known|registered|configured|listed|whitelisted|white listed|defined|resolved|located|gefunden|vorhanden|registriert|trouve*|existe|existen|encontrad*|registrad*|gevonden|bestaat|geregistreerd|bekend"},
    PredicateWords {Missing, "provided|supplied|present|sent|set|given|specified|passed|stored|angegeben|gesetzt|fourni*|indique*|proporcionad*|enviad*|opgegeven|meegestuurd"},
    PredicateWords {Denied, "allowed|permitted|authorized|granted|entitled|approved|eligible|permission|berechtigt|befugt|erlaubt|gestattet|autorize*|autorise*|permis|autorizad*|permitid*|bevoegd|gemachtigd|toegestaan|geautorizeerd|geautoriseerd"},
    PredicateWords {Closed, "active|enabled|activated|activ|aktiv|actif|activo|activa|actief|ingeschakeld"},
    PredicateWords {Unsupported, "supported|available|included|offered|covered|unterstutzt|verfugbar|enthalten|pris en charge|disponible|inclu*|soportad*|compatible|ondersteund|beschikbaar|inbegrepen"},
    PredicateWords {Insufficient, "have access|have permission|sufficient|enough|zugriff auf|ausreichend*|suffisant*|suficiente*|voldoende"},
    PredicateWords {Mismatch, "match|matches|matching|correspond|corresponds|belong|belongs|ubereinstimm*|correspond*|coincide*|overeen"},
};

//! What only looks like one of the words above.
constexpr const char *emptyWords = "permission denied publickey|eacces permission denied|csrf token|xsrf token|anti forgery token|empty response body|empty response|empty body|empty answer|client error|client errors|client exception|unknown error|unknown property|invalid request|bad request|invalid input|invalid argument|invalid response|invalid json|invalid xml|bad gateway|to access|can access|cannot access|full authentication is required|authentication is required|authentication required|authorization required|access control|connection closed|required by|test mode enabled|user agent|set cookie|content type|x request id|request id|token type|token endpoint|token url|session id cookie|not found on|page not found|primary key|foreign key|key value|array key|public key token|key error|keyerror|unexpected token|no such host|right now|all rights reserved";

//! "not", before a good word, makes it a bad one, and a bad one a good one.
constexpr std::array negations {
    u"not", u"never", u"cannot", u"no", u"n't", u"without", u"unable", u"dont", u"doesnt",
    u"didnt", u"cant", u"isnt", u"arent", u"wasnt", u"hasnt", u"havent", u"couldnt", u"nicht", u"kein", u"keine",
    u"keinen", u"ohne", u"pas", u"aucun", u"aucune", u"sans", u"non", u"sin", u"ningun", u"ninguna",
    u"niet", u"geen", u"zonder", u"longer", u"neither", u"nor"};
// clang-format on

struct Word
{
    QStringView text;
    qsizetype start = 0;
};

//! A phrase taken apart; `open` lets its last word go on.
template <typename Meaning>
struct Phrase
{
    Meaning meaning;
    QStringList words;
    bool open = false;
};

constexpr int letters = 27;

int letterOf(QStringView word)
{
    const char16_t c = word.front().unicode();
    return c >= u'a' && c <= u'z' ? c - u'a' : letters - 1;
}

//! By the first letter of the first word, longest first.
template <typename Meaning>
using Phrases = std::array<std::vector<Phrase<Meaning>>, letters>;

template <typename Meaning, typename Groups>
Phrases<Meaning> phrasesOf(const Groups &groups)
{
    Phrases<Meaning> phrases;
    for (const auto &group : groups) {
        const QStringList all = QString::fromLatin1(group.phrases).split(u'|');
        for (QString words : all) {
            const bool open = words.endsWith(u'*');
            if (open)
                words.chop(1);
            const QStringList parts = words.split(u' ');
            phrases[std::size_t(letterOf(parts.front()))].push_back({group.meaning, parts, open});
        }
    }
    for (auto &list : phrases) {
        std::stable_sort(list.begin(), list.end(), [](const auto &a, const auto &b) {
            return a.words.size() != b.words.size() ? a.words.size() > b.words.size()
                                                    : a.words.back().size() > b.words.back().size();
        });
    }
    return phrases;
}

template <typename Meaning>
const Phrase<Meaning> *phraseAt(const Phrases<Meaning> &phrases, const QList<Word> &words, int at,
                                int end)
{
    for (const Phrase<Meaning> &phrase : phrases[std::size_t(letterOf(words.at(at).text))]) {
        const int count = int(phrase.words.size());
        if (at + count > end)
            continue;
        bool same = true;
        for (int i = 0; same && i < count; ++i) {
            const QStringView word = words.at(at + i).text;
            same = phrase.open && i + 1 == count ? word.startsWith(phrase.words.at(i))
                                                 : word == phrase.words.at(i);
        }
        if (same)
            return &phrase;
    }
    return nullptr;
}

bool isNegation(QStringView word)
{
    return word.endsWith(u"n't") || word == u"can't"
        || std::find(negations.begin(), negations.end(), word) != negations.end();
}

//! "Is my account locked?" does not say that it is.
bool asks(QStringView word)
{
    constexpr std::array verbs {u"is",     u"are", u"do",   u"does", u"did",   u"can", u"could",
                                u"should", u"ist", u"kann", u"est",  u"puedo", u"kan"};
    return std::find(verbs.begin(), verbs.end(), word) != verbs.end();
}

bool belongsToWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'\'';
}

//! Where one thing ends and another may begin.
bool endsClause(QStringView text, qsizetype at)
{
    const QChar c = text.at(at);
    const QChar next = at + 1 < text.size() ? text.at(at + 1) : QChar(u' ');
    switch (c.unicode()) {
    case u'{':
    case u'}':
    case u';':
    case u'!':
    case u'?':
    case u'<':
        return true;
    case u'.':
        return next == u' ' || next == u'"';
    case u',':
        return next == u'"' || (next == u' ' && at + 2 < text.size() && text.at(at + 2) == u'"');
    default:
        return false;
    }
}

//! The words of one clause are in; what do they say?
void read(const QList<Word> &words, int begin, int end, Clause &clause)
{
    static const Phrases<Subject> subjects = phrasesOf<Subject>(subjectWords);
    static const Phrases<Predicate> predicates = phrasesOf<Predicate>(predicateWords);
    static const Phrases<Predicate> denied = phrasesOf<Predicate>(deniedWords);
    static const Phrases<Predicate> empty
        = phrasesOf<Predicate>(std::array {PredicateWords {Predicate::Invalid, emptyWords}});
    constexpr int reachOfNot = 4;
    int negation = -reachOfNot - 1;
    for (int i = begin; i < end;) {
        const auto placed = [&](auto meaning, int count) {
            const Word &last = words.at(i + count - 1);
            return ClauseWord {meaning, i, words.at(i).start, last.start + last.text.size()};
        };
        if (const auto *phrase = phraseAt(empty, words, i, end)) {
            i += int(phrase->words.size());
            continue;
        }
        const bool isDenied = i - negation <= reachOfNot;
        if (isDenied) {
            if (const auto *phrase = phraseAt(denied, words, i, end)) {
                clause.predicates += placed(phrase->meaning, int(phrase->words.size()));
                i += int(phrase->words.size());
                continue;
            }
        }
        if (const auto *phrase = phraseAt(predicates, words, i, end)) {
            // "not expired" is no complaint; "not found" of one's own is a phrase.
            if (!isDenied || phrase->words.size() > 1)
                clause.predicates += placed(phrase->meaning, int(phrase->words.size()));
            i += int(phrase->words.size());
            continue;
        }
        if (const auto *phrase = phraseAt(subjects, words, i, end)) {
            clause.subjects += placed(phrase->meaning, int(phrase->words.size()));
            // "no token"; "no dispone de permisos".
            const bool canLack = phrase->meaning == Permission || phrase->meaning == Scope;
            if (isDenied && (i - negation == 1 || canLack))
                clause.predicates += ClauseWord {Missing, i, words.at(i).start, words.at(i).start};
            i += int(phrase->words.size());
            continue;
        }
        if (isNegation(words.at(i).text))
            negation = i;
        ++i;
    }
}

} // namespace

QList<Clause> clausesOf(QStringView text)
{
    QList<Clause> clauses;
    QList<Word> words;
    int begin = 0;
    const auto finish = [&](bool isQuestion) {
        Clause clause;
        if (!isQuestion || begin >= words.size() || !asks(words.at(begin).text))
            read(words, begin, int(words.size()), clause);
        begin = int(words.size());
        if (!clause.subjects.isEmpty() && !clause.predicates.isEmpty())
            clauses += clause;
    };
    for (qsizetype i = 0; i < text.size();) {
        if (text.at(i).isLetterOrNumber()) {
            qsizetype end = i + 1;
            // "l'utilisateur" is two words.
            const bool elided = end < text.size() && text.at(end) == u'\'';
            while (!elided && end < text.size() && belongsToWord(text.at(end)))
                ++end;
            qsizetype last = end;
            while (last > i + 1 && text.at(last - 1) == u'\'')
                --last;
            words += Word {text.sliced(i, last - i), i};
            i = end;
            continue;
        }
        if (endsClause(text, i))
            finish(text.at(i) == u'?');
        ++i;
    }
    finish(false);
    return clauses;
}

QStringList clauseFailureWords()
{
    QStringList words;
    for (const auto &list : {std::span<const PredicateWords>(predicateWords),
                             std::span<const PredicateWords>(deniedWords)}) {
        for (const PredicateWords &one : list)
            words += QString::fromLatin1(one.phrases).split(u'|');
    }
    return words;
}

} // namespace relink
