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
     R"re((?:ongeldige?|ungultige?[rsn]?|invalides?|no valid[oa]|incorrect[oa]?|non valide):? (?:\w+: ?)?["']?(?:btw|steuer|tva|iva|artikel|datum|date|fecha|bedrag|betrag|montant|importe|plz|postcode|adresse|direccion|menge|cantidad|konto(?:nummer)?\b|buchung|rechnung|facture|factura|factuur|grootboek|betalings)|)re"
     R"re((?:btw|steuer|bu|buchungs) ?schlussel|)re"
     R"re((?:rechnung|beleg|facture|factura|factuur|bestelling|bestellung|commande|pedido)\b.{0,60}(?:passt nicht|konnte nicht|kon niet|n'a pas pu|no se pudo|non aboutie)|)re"
     R"re(kon geen .{0,60}aanmaken|objectverwijzing|objektverweis|reference d'objet|)re"
     R"re(referencia a objeto|in gebruik:|bereits vorhanden|bestaat (?:al|reeds)|)re"
     R"re(existe deja|ya existe)re",
     R"re(verkeerde administratie|divisie|parametres de connexion|deconnecte)re",
     0,
     Unknown,
     "",
     0.5,
     {Reading {NotAnError, why::noFailure}},
     "AMG-04",
     "Kon geen factuur aanmaken: Ongeldig: Btw-percentage"},
    {"text.translated.network",
     R"re(connexion au serveur.{0,30}(?:expire|perdue|interrompue|echou|impossible)|)re"
     R"re(conexion con el servidor.{0,40}(?:perdid|agotad|interrumpid|fall)|)re"
     R"re(verbinding met de server.{0,40}(?:verbroken|mislukt|verloren)|)re"
     R"re(verbindung zum server.{0,40}(?:abgebrochen|unterbrochen|verloren|fehlgeschlagen)|)re"
     R"re((?:keine|konnte nicht|konnte keine) .{0,30}verbindung|)re"
     R"re(verbindung.{0,60}(?:nicht (?:hergestellt|aufgebaut|moglich)|fehlgeschlagen)|)re"
     R"re((?:aucune|impossible).{0,30}connexion (?:n'a pu|au serveur|reseau)|)re"
     R"re(impossible de (?:se connecter|joindre|contacter)|)re"
     R"re(no se (?:puede|pudo|ha podido) (?:conectar|establecer)|)re"
     R"re(geen verbinding (?:maken|mogelijk|met)|kan niet verbinden|)re"
     R"re((?:timeout|zeituberschreitung) (?:fur|bei)|delai d'attente|tijdslimiet|)re"
     R"re(tiempo de espera|nessuna connessione|impossibile connettersi|)re"
     R"re(nao foi possivel (?:conectar|ligar)|)re"
     R"re(verbinding.{0,20}time ?out|time ?out.{0,20}verbinding|)re"
     R"re(n'a pas pu se connecter)re",
     R"re(token|autoris|autoriz|zugangsdaten|passw|api)re",
     0,
     Network,
     "",
     0.75,
     {Reading {ProviderOutage, why::providerDown}},
     "R49",
     "No se puede conectar con el servidor remoto"},
    {"text.translated.rate",
     R"re((?:anfrage|aufruf|abruf|requete|appel|solicitud|peticion|llamada|verzoek|aanroep|richiest|requisic|api)\w*\b.{0,40}(?:uberschritten|erreicht|depasse|atteint|superad|alcanzad|excedid|bereikt|overschreden|superat)|)re"
     R"re((?:limit|limite|limiet|kontingent|obergrenze)\b.{0,60}(?:uberschritten|depasse\w*|superad\w*|alcanzad\w*|bereikt|overschreden)|)re"
     R"re(superado (?:el|la) limite)re",
     R"re(zeitlimit|tijdslimiet|verbindungen|connexions|conexiones|koppelingen)re",
     0,
     RateLimited,
     "",
     0.8,
     {},
     "RFC 6585 4",
     "Se ha superado el límite de solicitudes"},
    {"text.translated.plan",
     R"re(\b(?:tarif|paket|abo|abonnement|lizenz|licens|plan|suscripcion|licencia|forfait|offre|formule|licence|pakket|licentie|piano|plano)\b.{0,60}\b(?:nicht|kein\w*|\bne\b|pas|no (?:incluye|permite|tiene|admite|da|dispone)|geen|niet|non (?:include|permette|consente)|nao (?:inclui|permite)|inte)\b|)re"
     R"re(\b(?:kein\w*|geen|ingen|sin|sans|aucune?|nessun\w*) (?:\w+ )?(?:lizenz|licens|licentie|licencia|licence|abonnement|suscripcion)|)re"
     R"re(account ?type.{0,40}\b(?:niet|nicht|pas|no)\b|proefaccount|compte d'essai|)re"
     R"re(probe(?:zeitraum|version|abo).{0,40}abgelaufen)re",
     nullptr,
     0,
     PlanRestriction,
     "",
     0.75,
     {Reading {PermissionRole, why::roleMissing}},
     "AMG-20",
     "Uw abonnement geeft geen toegang"},
    {"text.translated.revoked",
     R"re(widerrufen|)re"
     R"re((?:zugriff|berechtigung|freigabe).{0,30}(?:entzogen|zuruckgezogen|geloscht)|)re"
     R"re(\brevoque|\bacces\b.{0,30}retire|\brevocad[oa]|\brevocat[oa]|\brevogad[oa]|)re"
     R"re(acceso.{0,30}retirad|ingetrokken|a (?:peut etre )?ete deconnecte|aterkallad)re",
     R"re(\bbestell|\bkauf|\bvertrag|\bangebot|widerrufsbelehrung|\bmandat|\bbestelling|\bcommande\b|\bpedido\b|\bkaufer)re",
     0,
     Revoked,
     "",
     0.85,
     {Reading {ExpiredRefresh, why::expiredUnused}},
     "AMK-06",
     "Der Zugriff wurde vom Benutzer widerrufen."},
    {"text.translated.client",
     R"re((?:client|app|anwendungs|application|aplicacion|toepassings)\w* ?(?:id|schlussel|secret|geheimnis|sleutel)\b.{0,40}(?:falsch|ungultig|abgelaufen|invalide|incorrect|expire|no (?:es )?valid|caducad|ongeldig|onjuist|verlopen|saknas)|)re"
     R"re(secreto (?:de|del) (?:cliente|aplicacion).{0,40}(?:no|invalid|incorrect|caducad)|)re"
     R"re((?:secret|cle secrete) (?:du client|de l'application|client).{0,40}(?:invalid|incorrect|expir)|)re"
     R"re(identifiant (?:de |du )?client\b.{0,40}(?:invalid|incorrect|inconnu|introuvable|n'est pas)|)re"
     R"re(identificador (?:de |del )?cliente\b.{0,40}(?:no |invalid|incorrect|desconocid)|)re"
     R"re(clientgeheim.{0,40}(?:onjuist|ongeldig|verlopen)|)re"
     R"re(client id (?:d'application )?(?:invalide|no valido|ungultig|ongeldig)|)re"
     R"re(unbekannter client|client (?:inconnu|desconocido|onbekend))re",
     nullptr,
     0,
     InvalidClient,
     "",
     0.8,
     {Reading {TestModeMismatch, why::testMode}},
     "RFC 6749 5.2",
     "El secreto de cliente no es válido"},
    {"text.translated.scope",
     R"re((?:scope|geltungsbereich|portee|alcance|ambito|bereik)\b.{0,60}(?:nicht|fehl|\bpas\b|insuffisant|manquant|no (?:es|esta|autoriz|valid|tiene|conced)|insuficiente|falta|niet|onvoldoende|ontbreekt|saknas)|)re"
     R"re((?:token|jeton|api ?key|api ?schlussel|cle api|clave api|api ?sleutel|app|anwendung|application|aplicacion|anslutningen)\b.{0,60}\b(?:no tiene|n'a pas|keine?n?|geen|saknar|non ha|nao tem) (?:\w+ ){0,2}(?:acces\w*|acceso|zugriff|berechtigung\w*|rechte\w*|droits?|permisos?|toegang|rechten|behorighet\w*|autoris\w*|autoriz\w*))re",
     nullptr,
     0,
     PermissionScope,
     "",
     0.75,
     {Reading {PermissionRole, why::roleMissing}},
     "RFC 6750 3.1",
     "La portée demandée n'est pas autorisée pour ce jeton"},
    {"text.translated.session",
     R"re((?:sitzung|session|sesion|sessie|sessione|sessao)\b.{0,30}(?:abgelaufen|ungultig|beendet|\ba expire\w*|caducad\w*|vencid\w*|verlopen|scadut\w*|expirou))re",
     nullptr,
     0,
     ExpiredAccess,
     "",
     0.8,
     {Reading {ExpiredRefresh, why::expiredUnused}},
     "SGE-11",
     "La sessione è scaduta"},
    {"text.translated.changed_password",
     R"re((?:passwort|kennwort|zugangsdaten|anmeldedaten|mot de passe|identifiants|contrasena|credenciales|wachtwoord|inloggegevens)\b.{0,40}(?:geandert|gewechselt|zuruckgesetzt|modifie\w*|change\w*|reinitialise\w*|cambiad\w*|modificad\w*|gewijzigd|veranderd|aangepast)|)re"
     R"re((?:changement|modification|cambio) de (?:mot de passe|contrasena|identifiants))re",
     nullptr,
     0,
     InvalidUserCredentials,
     "",
     0.7,
     {Reading {ExpiredRefresh, why::expiredUnused}},
     "MIN-20",
     "Sie haben Ihre Zugangsdaten geändert."},
    {"text.translated.access_expired",
     R"re((?:zugriffs|zugangs)? ?(?:token|schlussel|zugang|anmeldung)s?\b.{0,40}(?:abgelaufen|nicht mehr gultig)|)re"
     R"re(abgelaufene[rsn]? (?:zugriffs ?)?token|)re"
     R"re(jetons?\b.{0,40}(?:expire|perime|plus valide)|)re"
     R"re(tokens?\b.{0,20}\b(?:a|est|ont|sont) (?:expire|perime)|)re"
     R"re(token\b.{0,30}plus valide|token.{0,40}(?:caducad|expirad|vencid|caduco)|)re"
     R"re((?:toegangs)?token.{0,40}verlopen|verlopen (?:toegangs)?token|)re"
     R"re(token.{0,30}scadut|token expirou)re",
     R"re(refresh|actuali[sz]|rafraich|refresco|aktualisierung|erneuerung|vernieuw)re",
     0,
     ExpiredAccess,
     "",
     0.85,
     {Reading {ExpiredRefresh, why::expiredUnused}},
     "SGE-10",
     "Le jeton d'accès a expiré."},
    {"text.translated.connect_again",
     R"re((?:langzeit|dauer|refresh|erneuerungs|aktualisierungs) ?token.{0,60}(?:abgelaufen|ungultig|geloscht)|)re"
     R"re((?:verbindung|anbindung|verknupfung|kopplung|autorisierung|authorizierung|authentifizierung\w*|authentifizierungsdaten|zustimmung|freigabe|zugriff|berechtigung)\b.{0,80}(?:abgelaufen|erneuer|ungultig|unterbrochen|getrennt|verloren)|)re"
     R"re((?:connexion|liaison|autorisation|autorization|consentement|(?<!jeton d')acces|synchronisation)\b.{0,60}(?:expire|plus valide|plus valable|perdue?|rompue?|interrompue?|deconnecte)|)re"
     R"re((?:conexion|autorizacion|vinculacion|consentimiento|\bacceso|integracion)\b.{0,60}(?:caducad|expirad|vencid|perdid|desconectad|interrumpid)|)re"
     R"re((?:koppeling|verbinding|autorisatie|authorizatie|machtiging|toestemming|integratie|toegang)\b.{0,60}(?:verlopen|ongeldig|verbroken|verloren|ingetrokken|niet meer|werkt niet)|)re"
     R"re((?:erneut|neu|wieder)\b.{0,30}(?:anmeld|verbind|autorisier|verknupf|authentifizier|einlogg|anmelden)|)re"
     R"re(melden sie .{0,40}(?:erneut|neu|wieder|an\b)|re ?connect(?:er|ez)|)re"
     R"re(re ?autoriz?s?(?:er|ez|ar)\b|)re"
     R"re((?:a|de) nouveau.{0,30}(?:connect|autoris|autoriz)|vuelva a (?!intent)|)re"
     R"re(volver a (?:conectar|autorizar|iniciar)|renueve|)re"
     R"re((?:opnieuw).{0,30}(?:verbind|inlogg|aanmeld|autoriz|autoris|koppel)|)re"
     R"re((?:koppel|verbind|autoriseer|log) .{0,30}opnieuw|log opnieuw|)re"
     R"re((?:anbindung|token|verbindung|zugriff) .{0,20}erneuern)re",
     R"re(spater (?:erneut|noch ?mal)|)re"
     R"re((?:erneut|noch ?mal|opnieuw|de nouveau) (?:versuchen|proberen|essayer)|)re"
     R"re(keine berechtigung|nicht berechtigt|zeitpunkt noch|\b5\d\d\b)re",
     0,
     ExpiredRefresh,
     "",
     0.8,
     {Reading {Revoked, why::grantEnded}, Reading {InvalidUserCredentials, why::wrongLogin}},
     "AMK-09",
     "Die Verbindung ist abgelaufen. Bitte melden Sie sich erneut an."},
    {"text.translated.login",
     R"re((?:ungultige|falsche|fehlerhafte|unbekannte)[rsnm]? (?:\w+ )?(?:anmelde\w*|zugangsdaten|benutzer\w*|passwort|kennwort|api ?schlussel|schlussel|log ?in|kundennummer|app ?key)|)re"
     R"re((?:anmelde(?:daten|information\w*)|zugangsdaten|benutzername|benutzer|passwort|kennwort|api ?schlussel|app ?key|log ?in)\b.{0,60}(?:falsch|ungultig|nicht korrekt|nicht gultig|inkorrekt|unbekannt|stimm\w+ nicht|nicht erkannt|prufen|uberprufen)|)re"
     R"re((?:anmeldung|authentifizierung|authentisierung|log ?in)\b.{0,60}(?:fehlgeschlagen|gescheitert|fehler|nicht erfolgreich|nicht moglich|verweigert|abgelehnt)|)re"
     R"re(authentifizierungsfehler|anmeldefehler|)re"
     R"re((?:identifiants?|mot de passe|nom d'utilisateur|utilisateur|cle (?:d'|de l')?api|cle)\b.{0,60}(?:invalide|incorrect|errone|non valide|inconnu|introuvable|mauvais|refuse)|)re"
     R"re((?:mauvais|invalides?) (?:identifiants?|mot de passe)|)re"
     R"re((?:authentification|connexion|identification)\b.{0,30}(?:echou|echec|impossible|refus)|)re"
     R"re(echec (?:de|d')\s*(?:l'|la )?(?:authentification|connexion|identification)|)re"
     R"re((?:credenciales?|contrasena|usuario|nombre de usuario|clave(?: de)? api|clave)\b.{0,60}(?:invalid|incorrect|no (?:valid|es valid|son valid|coincide|reconoc|existe)|erroneas?)|)re"
     R"re((?:autenticacion|inicio de sesion)\b.{0,30}(?:fallid|fallo|error|incorrect|fracas)|)re"
     R"re((?:fallo|error)\b.{0,15}(?:de|en la) (?:autenticacion|inicio)|)re"
     R"re((?:inloggegevens|gebruikersnaam|wachtwoord|api ?sleutel|sleutel|aanmeldgegevens|referenties)\b.{0,60}(?:ongeldig|onjuist|verkeerd|incorrect|niet (?:geldig|juist|correct|herkend)|klopp\w+ niet)|)re"
     R"re((?:ongeldige|onjuiste|verkeerde|foutieve) (?:inlog\w*|gebruikers\w*|wachtwoord|api ?sleutel|sleutel|gegevens|aanmeld\w*)|)re"
     R"re((?:authenticatie|aanmelden|inloggen|verificatie)\b.{0,30}(?:mislukt|gefaald|fout|niet gelukt)|)re"
     R"re(ogiltig inloggning|kan inte logga in|)re"
     R"re(\b(?:angemeldet\w*|eingeloggt)\b.{0,40}\bsein\b|nicht (?:angemeldet|eingeloggt)|non connecte|no ha iniciado sesion|niet (?:ingelogd|aangemeld))re",
     R"re(zertifik|certific|proxy|netzwerk)re",
     0,
     InvalidUserCredentials,
     "",
     0.8,
     {Reading {TestModeMismatch, why::testMode}, Reading {CredentialFormat, why::spaces}},
     "MIN-T4",
     "Anmeldung fehlgeschlagen: Benutzername oder Passwort falsch"},
    {"text.translated.others",
     R"re((?:nome utente|credenziali|credenciais|senha|utilizador)\b.{0,40}(?:errat|non valid|invalid|incorret|scorrett)|)re"
     R"re(nieprawid\S+ (?:login|has\S+|dane)|)re"
     R"re((?:felaktigt|ogiltigt?|fel) (?:l\S+senord|anvandar\w*|inloggning\w*)|)re"
     R"re(forkert (?:brugernavn|adgangskode)|неверн\S* (?:логин|пароль|имя|учетн\S*)|)re"
     R"re(用户名或密码|密码错误)re",
     nullptr,
     0,
     InvalidUserCredentials,
     "",
     0.75,
     {Reading {TestModeMismatch, why::testMode}, Reading {CredentialFormat, why::spaces}},
     "MIN-T4",
     "Nome utente o password errati"},
    {"text.translated.access_refused",
     R"re((?:zugriffs)? ?token\b.{0,40}(?:ungultig|nicht gultig|fehlt|unbekannt)|)re"
     R"re(ungultige[rsn]? (?:zugriffs ?)?token|)re"
     R"re((?:jeton|token)\b.{0,40}(?:invalide|non valide|manquant|inconnu|incorrect)|)re"
     R"re(token\b.{0,40}(?:no (?:es )?valido|invalido|incorrecto)|)re"
     R"re((?:toegangs)?token\b.{0,40}(?:ongeldig|niet geldig|onjuist)|)re"
     R"re(ongeldige? (?:toegangs)?token|token non valido|token invalido|ogiltig token)re",
     R"re(refresh|actualis|rafraich)re",
     0,
     ExpiredAccess,
     "token_refused",
     0.75,
     {Reading {ExpiredRefresh, why::expiredUnused}},
     "XRM-02",
     "Ongeldig toegangstoken"},
    {"text.translated.permission",
     R"re((?:keine?n?|fehlende|unzureichende|nicht (?:die |genugend |ausreichende? )?) ?(?:\w+ ){0,3}(?:berechtigung|rechte|zugriff|befugnis|rolle)|)re"
     R"re(nicht (?:berechtigt|befugt|erlaubt|gestattet|freigeschaltet)|)re"
     R"re(zugriff.{0,20}(?:verweigert|verboten|untersagt|fehlgeschlagen)|\bunzulassig\b|)re"
     R"re((?:berechtigung|rechte)\w*\b.{0,30}(?:fehl|nicht|reich\w+ nicht)|)re"
     R"re((?:droits?|permissions?|autorizations?|autorisations?|privileges?|habilitation)\b.{0,40}(?:insuffisant|manquant|necessaire|\brequis|\bpas\b)|)re"
     R"re(\b(?:pas|aucun|sans) (?:\w+ ){0,4}(?:droits?|autorizations?|autorisations?|permissions?|acces)|)re"
     R"re(acces (?:\w+ )?(?:refuse|interdit)|)re"
     R"re(n'(?:etes|est|avez|a) pas (?:autoriz|autoris|le droit|les droits|acces|habilit)|)re"
     R"re(\binterdit\b|)re"
     R"re((?:permisos?|privilegios?|autorizacion)\b.{0,30}(?:insuficiente|denegad|necesari|requerid|faltan?)|)re"
     R"re((?:no tiene|sin|falta\w*) (?:\w+ ){0,3}(?:permisos?|privilegios?|autorizacion|acceso|derechos)|)re"
     R"re(acceso (?:\w+ )?(?:denegado|prohibido)|\bprohibido\b|)re"
     R"re(no (?:esta|tiene) (?:autorizad|permitid)|)re"
     R"re((?:onvoldoende|geen|ontbrekende|niet (?:de juiste|voldoende|genoeg)) (?:\w+ ){0,2}(?:rechten|machtiging|toestemming|toegang|bevoegdheid|permissie|rol)|)re"
     R"re(toegang (?:\w+ )?(?:geweigerd|verboten|ontzegd)|\bverboden\b|)re"
     R"re(niet (?:gemachtigd|bevoegd|toegestaan|geautoriseerd) (?:om|voor|tot)|)re"
     R"re(saknar behorighet|ingen behorighet|accesso negato|acesso negado|)re"
     R"re(permessi insufficienti)re",
     nullptr,
     0,
     PermissionRole,
     "",
     0.75,
     {Reading {PermissionScope, why::missingScope}, Reading {PlanRestriction, why::planAllows}},
     "SGE-40",
     "No tiene permisos suficientes para realizar esta acción"},
    {"text.translated.outage",
     R"re((?:dienst|server|service|system|schnittstelle)\w*\b.{0,40}(?:nicht (?:verfugbar|erreichbar)|wartung|uberlastet|gestort)|)re"
     R"re(wartungsarbeiten|wartungsmodus|interner (?:server)?fehler|)re"
     R"re(spater (?:erneut|noch ?(?:ein)?mal|wieder)|unerwarteter (?:server ?)?fehler|)re"
     R"re(arbeiten (?:gerade|derzeit|zurzeit) an|erreur inattendue|error inesperado|)re"
     R"re(onverwachte fout|spateren zeitpunkt|)re"
     R"re(service\w*\b.{0,40}(?:indisponible|maintenance)|erreur interne|)re"
     R"re(reessay\w+ (?:plus tard|ulterieurement|dans)|en maintenance|)re"
     R"re(servicio\b.{0,40}(?:no (?:esta )?disponible|mantenimiento)|error interno|)re"
     R"re((?:intente|intentelo|vuelva a intentar\w*).{0,30}(?:mas tarde|nuevo)|)re"
     R"re(en mantenimiento|en manutencion|)re"
     R"re((?:dienst|server|service|systeem)\b.{0,40}(?:niet beschikbaar|niet bereikbaar|onderhoud|storing)|)re"
     R"re(interne (?:server)?fout|probeer.{0,30}(?:later|opnieuw)|onderhoud|)re"
     R"re(technische (?:storung|probleme|storing)|probleme technique|problema tecnico|)re"
     R"re(servizio non disponibile|servico indisponivel)re",
     nullptr,
     0,
     ProviderOutage,
     "",
     0.75,
     {Reading {Network, why::network}},
     "AMG-30",
     "Der Dienst ist zurzeit nicht verfügbar, bitte versuchen Sie es später erneut."},
};

} // namespace

std::span<const TextRule> translatedTextRules()
{
    return rules;
}

} // namespace relink
