// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    {"text.translated.revoked",
     R"re(widerrufen|zugriff.{0,30}(?:entzogen|zuruckgezogen)|\brevoque|acces.{0,30}retire|\brevocad[oa]|acceso.{0,30}retirad|ingetrokken)re",
     nullptr, 0, Revoked, "", 0.85, {Reading {ExpiredRefresh, why::expiredUnused}}, "AMK-06",
     "Der Zugriff wurde vom Benutzer widerrufen."},
    {"text.translated.connect_again",
     R"re((?:erneut|neu|wieder)\b.{0,30}(?:anmeld|verbind|autorisier|verknupf|authentifizier|einlogg)|verbindung.{0,40}(?:erneuer|abgelaufen|ungultig)|(?:autorisierung|berechtigung|zustimmung|verknupfung|freigabe).{0,30}abgelaufen|reconnect(?:er|ez)|(?:vous |se )?reconnecter|a nouveau.{0,30}(?:connect|autoris)|(?:connexion|autorisation|autorization|consentement).{0,30}(?:expir|plus valide|plus valable)|vuelva a|volver a (?:conectar|autorizar|iniciar)|(?:conexion|autorizacion|consentimiento).{0,30}(?:caducad|expirad|vencid)|opnieuw.{0,30}(?:verbind|inlogg|aanmeld|autoriz|autoris|koppel)|(?:koppeling|verbinding|autorisatie|toestemming|machtiging).{0,30}(?:verlopen|ongeldig))re",
     R"re(spater (?:erneut|noch ?mal))re", 0, ExpiredRefresh, "", 0.8,
     {Reading {Revoked, why::grantEnded}}, "AMK-09",
     "Die Verbindung ist abgelaufen. Bitte melden Sie sich erneut an."},
    {"text.translated.access_expired",
     R"re((?:zugriffs ?)?(?:token|schlussel|zugang|anmeldung)s?\b.{0,40}(?:abgelaufen|nicht mehr gultig)|abgelaufene[rsn]? (?:zugriffs ?)?token|(?:jeton|token)s?\b.{0,40}(?:expire|perime|plus valide)|token.{0,40}(?:caducad|expirad|vencid|caduco)|(?:toegangs)?token.{0,40}verlopen|verlopen (?:toegangs)?token)re",
     nullptr, 0, ExpiredAccess, "", 0.85, {Reading {ExpiredRefresh, why::expiredUnused}}, "SGE-10",
     "Le jeton d'accès a expiré."},
    {"text.translated.login",
     R"re((?:ungultige|falsche|fehlerhafte|unbekannte)[rsn]? (?:\w+ )?(?:anmelde\w*|zugangsdaten|benutzer\w*|passwort|kennwort|api ?schlussel|schlussel|login|kundennummer)|(?:anmelde(?:daten|information\w*)|zugangsdaten|benutzername|passwort|kennwort|api ?schlussel|login)\b.{0,60}(?:falsch|ungultig|nicht korrekt|nicht gultig|inkorrekt|unbekannt|stimm\w+ nicht|nicht erkannt)|(?:anmeldung|authentifizierung|authentisierung|login)\b.{0,30}(?:fehlgeschlagen|gescheitert|fehler|nicht erfolgreich|nicht moglich|verweigert|abgelehnt)|authentifizierungsfehler|anmeldefehler|(?:identifiants?|mot de passe|nom d'utilisateur|utilisateur|cle (?:d'|de l')?api|cle)\b.{0,60}(?:invalide|incorrect|errone|non valide|inconnu|introuvable|mauvais|refuse)|(?:mauvais|invalides?) (?:identifiants?|mot de passe)|(?:authentification|connexion)\b.{0,30}(?:echou|echec|impossible|refus)|echec (?:de|d')\s*(?:l'|la )?(?:authentification|connexion|identification)|(?:credenciales?|contrasena|usuario|nombre de usuario|clave(?: de)? api|clave)\b.{0,60}(?:invalid|incorrect|no (?:valid|es valid|son valid|coincide|reconoc|existe)|erroneas?)|(?:autenticacion|inicio de sesion)\b.{0,30}(?:fallid|fallo|error|incorrect|fracas)|(?:fallo|error)\b.{0,15}(?:de|en la) (?:autenticacion|inicio)|(?:inloggegevens|gebruikersnaam|wachtwoord|api ?sleutel|sleutel|aanmeldgegevens|referenties)\b.{0,60}(?:ongeldig|onjuist|verkeerd|incorrect|niet (?:geldig|juist|correct|herkend)|klopp\w+ niet)|(?:ongeldige|onjuiste|verkeerde|foutieve) (?:inlog\w*|gebruikers\w*|wachtwoord|api ?sleutel|sleutel|gegevens|aanmeld\w*)|(?:authenticatie|aanmelden|inloggen|verificatie)\b.{0,30}(?:mislukt|gefaald|fout|niet gelukt))re",
     R"re(zertifik|certific|proxy)re", 0, InvalidUserCredentials, "", 0.8,
     {Reading {TestModeMismatch, why::testMode}, Reading {CredentialFormat, why::spaces}}, "MIN-T4",
     "Anmeldung fehlgeschlagen: Benutzername oder Passwort falsch"},
    {"text.translated.access_refused",
     R"re((?:zugriffs ?)?token\b.{0,40}(?:ungultig|nicht gultig|fehlt|unbekannt)|ungultige[rsn]? (?:zugriffs ?)?token|(?:jeton|token)\b.{0,40}(?:invalide|non valide|manquant|inconnu|incorrect)|token\b.{0,40}(?:no (?:es )?valido|invalido|incorrecto)|(?:toegangs)?token\b.{0,40}(?:ongeldig|niet geldig|onjuist)|ongeldige? (?:toegangs)?token)re",
     R"re(refresh|actualis|rafraich)re", 0, ExpiredAccess, "token_refused", 0.75,
     {Reading {ExpiredRefresh, why::expiredUnused}}, "XRM-02", "Ongeldig toegangstoken"},
    {"text.translated.permission",
     R"re((?:keine|fehlende|unzureichende|nicht (?:die |genugend |ausreichende? )?)\b ?(?:\w+ ){0,3}(?:berechtigung|rechte|zugriffsrecht|befugnis|rolle)|nicht (?:berechtigt|befugt|erlaubt|gestattet)|zugriff.{0,20}(?:verweigert|verboten|untersagt)|(?:berechtigung|rechte)\w*\b.{0,30}(?:fehl|nicht|reich\w+ nicht)|(?:droits?|permissions?|autorizations?|autorisations?|privileges?|habilitation)\b.{0,40}(?:insuffisant|manquant|necessaire|requis|pas)|(?:pas|aucun|sans) (?:\w+ ){0,4}(?:droits?|autorizations?|autorisations?|permissions?|acces)|acces (?:\w+ )?(?:refuse|interdit)|n'(?:etes|est|avez|a) pas (?:autoriz|autoris|le droit|les droits|acces|habilit)|(?:permisos?|privilegios?|autorizacion)\b.{0,30}(?:insuficiente|denegad|necesari|requerid|faltan?)|(?:no tiene|sin|falta\w*) (?:\w+ ){0,3}(?:permisos?|privilegios?|autorizacion|acceso|derechos)|acceso (?:\w+ )?(?:denegado|prohibido)|no (?:esta|tiene) (?:autorizad|permitid)|(?:onvoldoende|geen|ontbrekende|niet de juiste|niet voldoende) (?:\w+ ){0,2}(?:rechten|machtiging|toestemming|toegang|bevoegdheid|permissie|rol)|toegang (?:\w+ )?(?:geweigerd|verboten|ontzegd)|niet (?:gemachtigd|bevoegd|toegestaan|geautoriseerd))re",
     nullptr, 0, PermissionRole, "", 0.75,
     {Reading {PermissionScope, why::missingScope}, Reading {PlanRestriction, why::planAllows}}, "SGE-40",
     "No tiene permisos suficientes para realizar esta acción"},
    {"text.translated.outage",
     R"re((?:dienst|server|service|system|schnittstelle)\w*\b.{0,40}(?:nicht (?:verfugbar|erreichbar)|wartung|uberlastet|gestort)|wartungsarbeiten|wartungsmodus|interner (?:server)?fehler|spater (?:erneut|noch ?mal|wieder)|service\w*\b.{0,40}(?:indisponible|maintenance)|erreur interne|reessay\w+ (?:plus tard|ulterieurement|dans)|en maintenance|servicio\b.{0,40}(?:no disponible|mantenimiento)|error interno|(?:intente|intentelo|vuelva a intentar\w*).{0,30}(?:mas tarde|nuevo)|en mantenimiento|(?:dienst|server|service|systeem)\b.{0,40}(?:niet beschikbaar|niet bereikbaar|onderhoud|storing)|interne (?:server)?fout|probeer.{0,30}(?:later|opnieuw)|onderhoud)re",
     nullptr, 0, ProviderOutage, "", 0.75, {Reading {Network, why::network}}, "AMG-30",
     "Der Dienst ist zurzeit nicht verfügbar, bitte versuchen Sie es später erneut."},
    {"text.translated.unauthorized",
     R"re(nicht autori[sz]iert|unautori[sz]iert|non autori[sz]e|no autori[sz]ad|niet geautori[sz]eerd|ongeautori[sz]eerd)re",
     nullptr, 0, ExpiredAccess, "", 0.5,
     {Reading {InvalidUserCredentials, why::wrongLogin}, Reading {PermissionRole, why::roleMissing}},
     "MIN-T1", "Fehler: Nicht autorisiert"},
};

} // namespace

std::span<const TextRule> translatedTextRules()
{
    return rules;
}

} // namespace relink
