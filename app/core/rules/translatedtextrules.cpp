// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    {"text.translated.validation",
     R"re((?:ongeldige?|ungultige?[rsn]?|invalides?|no valid[oa]|incorrect[oa]?|non valide):? (?:\w+: ?)?["']?(?:btw|steuer|tva|iva|artikel|datum|date|fecha|bedrag|betrag|montant|importe|plz|postcode|adresse|direccion|menge|cantidad|konto(?:nummer)?\b|buchung|rechnung|facture|factura|factuur|grootboek|betalings)|(?:btw|steuer|bu|buchungs) ?schlussel|(?:rechnung|beleg|facture|factura|factuur|bestelling|bestellung|commande|pedido)\b.{0,60}(?:passt nicht|konnte nicht|kon niet|n'a pas pu|no se pudo|non aboutie)|kon geen .{0,60}aanmaken|objectverwijzing|objektverweis|reference d'objet|referencia a objeto|in gebruik:|bereits vorhanden|bestaat (?:al|reeds)|existe deja|ya existe)re",
     R"re(verkeerde administratie|divisie|parametres de connexion|deconnecte)re", 0, Unknown, "", 0.5,
     {Reading {NotAnError, why::noFailure}}, "AMG-04", "Kon geen factuur aanmaken: Ongeldig: Btw-percentage"},
    {"text.translated.network",
     R"re((?:keine|konnte nicht|konnte keine) .{0,30}verbindung|verbindung.{0,60}(?:nicht (?:hergestellt|aufgebaut|moglich)|fehlgeschlagen)|(?:aucune|impossible).{0,30}connexion (?:n'a pu|au serveur|reseau)|impossible de (?:se connecter|joindre|contacter)|no se (?:puede|pudo|ha podido) (?:conectar|establecer)|geen verbinding (?:maken|mogelijk|met)|kan niet verbinden|(?:timeout|zeituberschreitung) (?:fur|bei)|delai d'attente|tijdslimiet|tiempo de espera|nessuna connessione|impossibile connettersi|nao foi possivel (?:conectar|ligar))re",
     R"re(token|autoris|autoriz|zugangsdaten|passw|api)re", 0, Network, "", 0.75,
     {Reading {ProviderOutage, why::providerDown}}, "R49", "No se puede conectar con el servidor remoto"},
    {"text.translated.rate",
     R"re((?:anfrage|aufruf|abruf|requete|appel|solicitud|peticion|llamada|verzoek|aanroep|richiest|requisic|api)\w*\b.{0,40}(?:uberschritten|erreicht|depasse|atteint|superad|alcanzad|excedid|bereikt|overschreden|superat)|(?:limit|limite|limiet|kontingent|obergrenze)\b.{0,60}(?:uberschritten|depasse\w*|superad\w*|alcanzad\w*|bereikt|overschreden)|superado (?:el|la) limite)re",
     R"re(zeitlimit|tijdslimiet|verbindungen|connexions|conexiones|koppelingen)re", 0, RateLimited, "", 0.8, {}, "RFC 6585 4",
     "Se ha superado el límite de solicitudes"},
    {"text.translated.plan",
     R"re(\b(?:tarif|paket|abo|abonnement|lizenz|licens|plan|suscripcion|licencia|forfait|offre|formule|licence|pakket|licentie|piano|plano)\b.{0,60}\b(?:nicht|kein\w*|\bne\b|pas|no (?:incluye|permite|tiene|admite|da|dispone)|geen|niet|non (?:include|permette|consente)|nao (?:inclui|permite)|inte)\b|\b(?:kein\w*|geen|ingen|sin|sans|aucune?|nessun\w*) (?:\w+ )?(?:lizenz|licens|licentie|licencia|licence|abonnement|suscripcion)|account ?type.{0,40}\b(?:niet|nicht|pas|no)\b|proefaccount|compte d'essai|probe(?:zeitraum|version|abo).{0,40}abgelaufen)re",
     nullptr, 0, PlanRestriction, "", 0.75, {Reading {PermissionRole, why::roleMissing}}, "AMG-20",
     "Uw abonnement geeft geen toegang"},
    {"text.translated.revoked",
     R"re(widerrufen|(?:zugriff|berechtigung|freigabe).{0,30}(?:entzogen|zuruckgezogen|geloscht)|\brevoque|acces.{0,30}retire|\brevocad[oa]|\brevocat[oa]|\brevogad[oa]|acceso.{0,30}retirad|ingetrokken|a (?:peut etre )?ete deconnecte|aterkallad)re",
     nullptr, 0, Revoked, "", 0.85, {Reading {ExpiredRefresh, why::expiredUnused}}, "AMK-06",
     "Der Zugriff wurde vom Benutzer widerrufen."},
    {"text.translated.client",
     R"re((?:client|app|anwendungs|application|aplicacion|toepassings)\w* ?(?:id|schlussel|secret|geheimnis|sleutel)\b.{0,40}(?:falsch|ungultig|abgelaufen|invalide|incorrect|expire|no (?:es )?valid|caducad|ongeldig|onjuist|verlopen|saknas)|secreto (?:de|del) (?:cliente|aplicacion).{0,40}(?:no|invalid|incorrect|caducad)|(?:secret|cle secrete) (?:du client|de l'application|client).{0,40}(?:invalid|incorrect|expir)|clientgeheim.{0,40}(?:onjuist|ongeldig|verlopen)|client id (?:d'application )?(?:invalide|no valido|ungultig|ongeldig)|unbekannter client|client (?:inconnu|desconocido|onbekend))re",
     nullptr, 0, InvalidClient, "", 0.8, {Reading {TestModeMismatch, why::testMode}}, "RFC 6749 5.2",
     "El secreto de cliente no es válido"},
    {"text.translated.scope",
     R"re((?:scope|geltungsbereich|portee|alcance|ambito|bereik)\b.{0,60}(?:nicht|fehl|\bpas\b|insuffisant|manquant|no (?:es|esta|autoriz|valid|tiene|conced)|insuficiente|falta|niet|onvoldoende|ontbreekt|saknas)|(?:token|jeton|api ?key|api ?schlussel|cle api|clave api|api ?sleutel|app|anwendung|application|aplicacion|anslutningen)\b.{0,60}\b(?:no tiene|n'a pas|keine?n?|geen|saknar|non ha|nao tem) (?:\w+ ){0,2}(?:acces\w*|acceso|zugriff|berechtigung\w*|rechte\w*|droits?|permisos?|toegang|rechten|behorighet\w*|autoris\w*|autoriz\w*))re",
     nullptr, 0, PermissionScope, "", 0.75, {Reading {PermissionRole, why::roleMissing}}, "RFC 6750 3.1",
     "La portée demandée n'est pas autorisée pour ce jeton"},
    {"text.translated.session",
     R"re((?:sitzung|session|sesion|sessie|sessione|sessao)\b.{0,30}(?:abgelaufen|ungultig|beendet|expire\w*|caducad\w*|vencid\w*|verlopen|scadut\w*|expirou))re",
     nullptr, 0, ExpiredAccess, "", 0.8, {Reading {ExpiredRefresh, why::expiredUnused}}, "SGE-11",
     "La sessione è scaduta"},
    {"text.translated.changed_password",
     R"re((?:passwort|kennwort|zugangsdaten|anmeldedaten|mot de passe|identifiants|contrasena|credenciales|wachtwoord|inloggegevens)\b.{0,40}(?:geandert|gewechselt|zuruckgesetzt|modifie\w*|change\w*|reinitialise\w*|cambiad\w*|modificad\w*|gewijzigd|veranderd|aangepast)|(?:changement|modification|cambio) de (?:mot de passe|contrasena|identifiants))re",
     nullptr, 0, InvalidUserCredentials, "", 0.7, {Reading {ExpiredRefresh, why::expiredUnused}}, "MIN-20",
     "Sie haben Ihre Zugangsdaten geändert."},
    {"text.translated.connect_again",
     R"re((?:langzeit|dauer|refresh|erneuerungs|aktualisierungs) ?token.{0,60}(?:abgelaufen|ungultig|geloscht)|(?:verbindung|anbindung|verknupfung|kopplung|autorisierung|authorizierung|authentifizierung\w*|authentifizierungsdaten|zustimmung|freigabe|zugriff|berechtigung)\b.{0,80}(?:abgelaufen|erneuer|ungultig|unterbrochen|getrennt|verloren)|(?:connexion|liaison|autorisation|autorization|consentement|(?<!jeton d')acces|synchronisation)\b.{0,60}(?:expire|plus valide|plus valable|perdue?|rompue?|interrompue?|deconnecte)|(?:conexion|autorizacion|vinculacion|consentimiento|\bacceso|integracion)\b.{0,60}(?:caducad|expirad|vencid|perdid|desconectad|interrumpid)|(?:koppeling|verbinding|autorisatie|authorizatie|machtiging|toestemming|integratie|toegang)\b.{0,60}(?:verlopen|ongeldig|verbroken|verloren|ingetrokken|niet meer|werkt niet)|(?:erneut|neu|wieder)\b.{0,30}(?:anmeld|verbind|autorisier|verknupf|authentifizier|einlogg|anmelden)|melden sie .{0,40}(?:erneut|neu|wieder|an\b)|re ?connect(?:er|ez)|re ?autoriz?s?(?:er|ez|ar)\b|(?:a|de) nouveau.{0,30}(?:connect|autoris|autoriz)|vuelva a (?!intent)|volver a (?:conectar|autorizar|iniciar)|renueve|(?:opnieuw).{0,30}(?:verbind|inlogg|aanmeld|autoriz|autoris|koppel)|(?:koppel|verbind|autoriseer|log) .{0,30}opnieuw|log opnieuw|(?:anbindung|token|verbindung|zugriff) .{0,20}erneuern)re",
     R"re(spater (?:erneut|noch ?mal)|(?:erneut|noch ?mal|opnieuw|de nouveau) (?:versuchen|proberen|essayer)|keine berechtigung|nicht berechtigt|zeitpunkt noch|\b5\d\d\b)re", 0, ExpiredRefresh, "", 0.8,
     {Reading {Revoked, why::grantEnded}, Reading {InvalidUserCredentials, why::wrongLogin}}, "AMK-09",
     "Die Verbindung ist abgelaufen. Bitte melden Sie sich erneut an."},
    {"text.translated.access_expired",
     R"re((?:zugriffs|zugangs)? ?(?:token|schlussel|zugang|anmeldung)s?\b.{0,40}(?:abgelaufen|nicht mehr gultig)|abgelaufene[rsn]? (?:zugriffs ?)?token|(?:jeton|token)s?\b.{0,40}(?:expire|perime|plus valide)|token.{0,40}(?:caducad|expirad|vencid|caduco)|(?:toegangs)?token.{0,40}verlopen|verlopen (?:toegangs)?token|token.{0,30}scadut|token expirou)re",
     nullptr, 0, ExpiredAccess, "", 0.85, {Reading {ExpiredRefresh, why::expiredUnused}}, "SGE-10",
     "Le jeton d'accès a expiré."},
    {"text.translated.login",
     R"re((?:ungultige|falsche|fehlerhafte|unbekannte)[rsnm]? (?:\w+ )?(?:anmelde\w*|zugangsdaten|benutzer\w*|passwort|kennwort|api ?schlussel|schlussel|log ?in|kundennummer|app ?key)|(?:anmelde(?:daten|information\w*)|zugangsdaten|benutzername|benutzer|passwort|kennwort|api ?schlussel|app ?key|log ?in)\b.{0,60}(?:falsch|ungultig|nicht korrekt|nicht gultig|inkorrekt|unbekannt|stimm\w+ nicht|nicht erkannt|prufen|uberprufen)|(?:anmeldung|authentifizierung|authentisierung|log ?in)\b.{0,60}(?:fehlgeschlagen|gescheitert|fehler|nicht erfolgreich|nicht moglich|verweigert|abgelehnt)|authentifizierungsfehler|anmeldefehler|(?:identifiants?|mot de passe|nom d'utilisateur|utilisateur|cle (?:d'|de l')?api|cle)\b.{0,60}(?:invalide|incorrect|errone|non valide|inconnu|introuvable|mauvais|refuse)|(?:mauvais|invalides?) (?:identifiants?|mot de passe)|(?:authentification|connexion|identification)\b.{0,30}(?:echou|echec|impossible|refus)|echec (?:de|d')\s*(?:l'|la )?(?:authentification|connexion|identification)|(?:credenciales?|contrasena|usuario|nombre de usuario|clave(?: de)? api|clave)\b.{0,60}(?:invalid|incorrect|no (?:valid|es valid|son valid|coincide|reconoc|existe)|erroneas?)|(?:autenticacion|inicio de sesion)\b.{0,30}(?:fallid|fallo|error|incorrect|fracas)|(?:fallo|error)\b.{0,15}(?:de|en la) (?:autenticacion|inicio)|(?:inloggegevens|gebruikersnaam|wachtwoord|api ?sleutel|sleutel|aanmeldgegevens|referenties)\b.{0,60}(?:ongeldig|onjuist|verkeerd|incorrect|niet (?:geldig|juist|correct|herkend)|klopp\w+ niet)|(?:ongeldige|onjuiste|verkeerde|foutieve) (?:inlog\w*|gebruikers\w*|wachtwoord|api ?sleutel|sleutel|gegevens|aanmeld\w*)|(?:authenticatie|aanmelden|inloggen|verificatie)\b.{0,30}(?:mislukt|gefaald|fout|niet gelukt)|ogiltig inloggning|kan inte logga in)re",
     R"re(zertifik|certific|proxy|netzwerk)re", 0, InvalidUserCredentials, "", 0.8,
     {Reading {TestModeMismatch, why::testMode}, Reading {CredentialFormat, why::spaces}}, "MIN-T4",
     "Anmeldung fehlgeschlagen: Benutzername oder Passwort falsch"},
    {"text.translated.others",
     R"re((?:nome utente|credenziali|credenciais|senha|utilizador)\b.{0,40}(?:errat|non valid|invalid|incorret|scorrett)|nieprawid\S+ (?:login|has\S+|dane)|(?:felaktigt|ogiltigt?|fel) (?:l\S+senord|anvandar\w*|inloggning\w*)|forkert (?:brugernavn|adgangskode)|неверн\S* (?:логин|пароль|имя|учетн\S*)|用户名或密码|密码错误)re",
     nullptr, 0, InvalidUserCredentials, "", 0.75,
     {Reading {TestModeMismatch, why::testMode}, Reading {CredentialFormat, why::spaces}}, "MIN-T4",
     "Nome utente o password errati"},
    {"text.translated.access_refused",
     R"re((?:zugriffs)? ?token\b.{0,40}(?:ungultig|nicht gultig|fehlt|unbekannt)|ungultige[rsn]? (?:zugriffs ?)?token|(?:jeton|token)\b.{0,40}(?:invalide|non valide|manquant|inconnu|incorrect)|token\b.{0,40}(?:no (?:es )?valido|invalido|incorrecto)|(?:toegangs)?token\b.{0,40}(?:ongeldig|niet geldig|onjuist)|ongeldige? (?:toegangs)?token|token non valido|token invalido|ogiltig token)re",
     R"re(refresh|actualis|rafraich)re", 0, ExpiredAccess, "token_refused", 0.75,
     {Reading {ExpiredRefresh, why::expiredUnused}}, "XRM-02", "Ongeldig toegangstoken"},
    {"text.translated.permission",
     R"re((?:keine?n?|fehlende|unzureichende|nicht (?:die |genugend |ausreichende? )?) ?(?:\w+ ){0,3}(?:berechtigung|rechte|zugriff|befugnis|rolle)|nicht (?:berechtigt|befugt|erlaubt|gestattet|freigeschaltet)|zugriff.{0,20}(?:verweigert|verboten|untersagt|fehlgeschlagen)|\bunzulassig\b|(?:berechtigung|rechte)\w*\b.{0,30}(?:fehl|nicht|reich\w+ nicht)|(?:droits?|permissions?|autorizations?|autorisations?|privileges?|habilitation)\b.{0,40}(?:insuffisant|manquant|necessaire|requis|pas)|(?:pas|aucun|sans) (?:\w+ ){0,4}(?:droits?|autorizations?|autorisations?|permissions?|acces)|acces (?:\w+ )?(?:refuse|interdit)|n'(?:etes|est|avez|a) pas (?:autoriz|autoris|le droit|les droits|acces|habilit)|\binterdit\b|(?:permisos?|privilegios?|autorizacion)\b.{0,30}(?:insuficiente|denegad|necesari|requerid|faltan?)|(?:no tiene|sin|falta\w*) (?:\w+ ){0,3}(?:permisos?|privilegios?|autorizacion|acceso|derechos)|acceso (?:\w+ )?(?:denegado|prohibido)|\bprohibido\b|no (?:esta|tiene) (?:autorizad|permitid)|(?:onvoldoende|geen|ontbrekende|niet (?:de juiste|voldoende|genoeg)) (?:\w+ ){0,2}(?:rechten|machtiging|toestemming|toegang|bevoegdheid|permissie|rol)|toegang (?:\w+ )?(?:geweigerd|verboten|ontzegd)|\bverboden\b|niet (?:gemachtigd|bevoegd|toegestaan|geautoriseerd) (?:om|voor|tot)|saknar behorighet|accesso negato|acesso negado|permessi insufficienti)re",
     nullptr, 0, PermissionRole, "", 0.75,
     {Reading {PermissionScope, why::missingScope}, Reading {PlanRestriction, why::planAllows}}, "SGE-40",
     "No tiene permisos suficientes para realizar esta acción"},
    {"text.translated.outage",
     R"re((?:dienst|server|service|system|schnittstelle)\w*\b.{0,40}(?:nicht (?:verfugbar|erreichbar)|wartung|uberlastet|gestort)|wartungsarbeiten|wartungsmodus|interner (?:server)?fehler|spater (?:erneut|noch ?mal|wieder)|spateren zeitpunkt|service\w*\b.{0,40}(?:indisponible|maintenance)|erreur interne|reessay\w+ (?:plus tard|ulterieurement|dans)|en maintenance|servicio\b.{0,40}(?:no (?:esta )?disponible|mantenimiento)|error interno|(?:intente|intentelo|vuelva a intentar\w*).{0,30}(?:mas tarde|nuevo)|en mantenimiento|en manutencion|(?:dienst|server|service|systeem)\b.{0,40}(?:niet beschikbaar|niet bereikbaar|onderhoud|storing)|interne (?:server)?fout|probeer.{0,30}(?:later|opnieuw)|onderhoud|technische (?:storung|probleme|storing)|probleme technique|problema tecnico|servizio non disponibile|servico indisponivel)re",
     nullptr, 0, ProviderOutage, "", 0.75, {Reading {Network, why::network}}, "AMG-30",
     "Der Dienst ist zurzeit nicht verfügbar, bitte versuchen Sie es später erneut."},
};

} // namespace

std::span<const TextRule> translatedTextRules()
{
    return rules;
}

} // namespace relink
