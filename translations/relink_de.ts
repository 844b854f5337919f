<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>Account</name>
    <message>
        <source>%1 does not tell who signed in, so it could not be compared with the person before.</source>
        <translation>%1 teilt nicht mit, wer sich angemeldet hat; der Vergleich mit der Person von vorher war deshalb nicht möglich.</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Nothing for you to do.</source>
        <translation>Für Sie ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Wait a little: Relink tries again by itself.</source>
        <translation>Warten Sie ein wenig: Relink versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Refresh the connection.</source>
        <translation>Erneuern Sie die Verbindung.</translation>
    </message>
    <message>
        <source>Re-authorise at %1.</source>
        <translation>Autorisieren Sie bei %1 neu.</translation>
    </message>
    <message>
        <source>Compare the stored credential and settings with those at %1 and update them.</source>
        <translation>Vergleichen Sie die gespeicherten Zugangsdaten und Einstellungen mit denen bei %1 und aktualisieren Sie sie.</translation>
    </message>
    <message>
        <source>Switch Test Mode so that it matches the credential from %1.</source>
        <translation>Stellen Sie den Testmodus so ein, dass er zu den Zugangsdaten von %1 passt.</translation>
    </message>
    <message>
        <source>Re-authorise and choose the right organisation at %1.</source>
        <translation>Autorisieren Sie neu und wählen Sie bei %1 die richtige Organisation.</translation>
    </message>
    <message>
        <source>Ask whoever administers %1 for the missing permission.</source>
        <translation>Bitten Sie die Person, die %1 verwaltet, um die fehlende Berechtigung.</translation>
    </message>
    <message>
        <source>Unlock or start this computer’s keychain, then check again.</source>
        <translation>Entsperren oder starten Sie den Schlüsselbund dieses Computers und prüfen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Check this computer’s internet connection.</source>
        <translation>Prüfen Sie die Internetverbindung dieses Computers.</translation>
    </message>
    <message>
        <source>Set this computer’s date and time.</source>
        <translation>Stellen Sie Datum und Uhrzeit dieses Computers richtig.</translation>
    </message>
    <message>
        <source>Contact the support of %1 with the details shown here.</source>
        <translation>Wenden Sie sich mit den hier gezeigten Einzelheiten an den Support von %1.</translation>
    </message>
</context>
<context>
    <name>BrowserPage</name>
    <message>
        <source>en-GB</source>
        <extracomment>The language of these pages as BCP 47, e.g. de</extracomment>
        <translation>de</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>The account is connected. You can close this page and go back to Relink.</source>
        <translation>Das Konto ist verbunden. Sie können diese Seite schließen und zu Relink zurückkehren.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Relink could not finish connecting the account and shows why and what helps. You can close this page.</source>
        <translation>Relink konnte das Verbinden des Kontos nicht abschließen und zeigt, warum und was hilft. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>Access was declined</source>
        <translation>Der Zugriff wurde abgelehnt</translation>
    </message>
    <message>
        <source>Nothing has been changed. You can close this page and go back to Relink.</source>
        <translation>Es wurde nichts geändert. Sie können diese Seite schließen und zu Relink zurückkehren.</translation>
    </message>
    <message>
        <source>Relink is still busy</source>
        <translation>Relink ist noch beschäftigt</translation>
    </message>
    <message>
        <source>Relink will show whether the account is connected. You can close this page.</source>
        <translation>Relink zeigt gleich, ob das Konto verbunden ist. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>Nothing more to do here</source>
        <translation>Hier ist nichts mehr zu tun</translation>
    </message>
    <message>
        <source>Relink has this reply already. You can close this page and go back to Relink.</source>
        <translation>Relink hat diese Antwort schon. Sie können diese Seite schließen und zu Relink zurückkehren.</translation>
    </message>
    <message>
        <source>This page is of no use</source>
        <translation>Diese Seite ist ohne Nutzen</translation>
    </message>
    <message>
        <source>Relink did not expect this request and has changed nothing. You can close this page.</source>
        <translation>Relink hat diese Anfrage nicht erwartet und nichts geändert. Sie können diese Seite schließen.</translation>
    </message>
</context>
<context>
    <name>Cause</name>
    <message>
        <source>%1 does not accept the key (noticed %2). Compare it with the one shown there.</source>
        <translation>%1 nimmt den Schlüssel nicht an (bemerkt %2). Vergleichen Sie ihn mit dem dort angezeigten.</translation>
    </message>
    <message>
        <source>%1 does not accept the key: it was mistyped, replaced by a newer one, or is one for test mode. Compare it with the key shown at %1.</source>
        <translation>%1 nimmt den Schlüssel nicht an: Er wurde falsch eingegeben, durch einen neueren ersetzt oder gilt für den Testmodus. Vergleichen Sie ihn mit dem Schlüssel, der bei %1 angezeigt wird.</translation>
    </message>
    <message>
        <source>Key not accepted</source>
        <translation>Schlüssel nicht angenommen</translation>
    </message>
    <message>
        <source>The renewal’s answer was lost</source>
        <translation>Die Antwort auf die Erneuerung ging verloren</translation>
    </message>
    <message>
        <source>Relink asked %1 to renew the sign-in and the answer never arrived, so the old sign-in no longer counts. Nobody withdrew anything.</source>
        <translation>Relink hat %1 um die Erneuerung der Anmeldung gebeten, und die Antwort kam nie an; die alte Anmeldung gilt daher nicht mehr. Niemand hat etwas widerrufen.</translation>
    </message>
    <message>
        <source>The answer of %1 to a renewal was lost %2. Re-authorise to go on.</source>
        <translation>Die Antwort von %1 auf eine Erneuerung ging verloren (%2). Autorisieren Sie neu, damit es weitergeht.</translation>
    </message>
    <message>
        <source>A renewal was interrupted</source>
        <translation>Eine Erneuerung wurde unterbrochen</translation>
    </message>
    <message>
        <source>Relink was stopped while it renewed the sign-in at %1, so the old sign-in no longer counts.</source>
        <translation>Relink wurde beendet, während es die Anmeldung bei %1 erneuerte; die alte Anmeldung gilt daher nicht mehr.</translation>
    </message>
    <message>
        <source>Renewal at %1 was interrupted %2. Re-authorise to go on.</source>
        <translation>Die Erneuerung bei %1 wurde unterbrochen (%2). Autorisieren Sie neu, damit es weitergeht.</translation>
    </message>
    <message>
        <source>Sign-in cannot be renewed</source>
        <translation>Die Anmeldung lässt sich nicht erneuern</translation>
    </message>
    <message>
        <source>%1 gave a sign-in that cannot be renewed without you. When it ends, only signing in again helps.</source>
        <translation>%1 hat eine Anmeldung gegeben, die sich ohne Sie nicht erneuern lässt. Wenn sie endet, hilft nur eine neue Anmeldung.</translation>
    </message>
    <message>
        <source>The sign-in at %1 ended %2 and cannot be renewed without you. Re-authorise to go on.</source>
        <translation>Die Anmeldung bei %1 endete (%2) und lässt sich ohne Sie nicht erneuern. Autorisieren Sie neu.</translation>
    </message>
    <message>
        <source>The addresses have changed</source>
        <translation>Die Adressen haben sich geändert</translation>
    </message>
    <message>
        <source>The addresses for %1 are not those that you authorised, so Relink sends nothing there until you authorise again.</source>
        <translation>Die Adressen für %1 sind nicht die, die Sie autorisiert haben. Relink sendet deshalb nichts dorthin, bis Sie neu autorisieren.</translation>
    </message>
    <message>
        <source>The addresses for %1 changed %2, so nothing is sent there. Re-authorise to accept them.</source>
        <translation>Die Adressen für %1 haben sich geändert (%2), deshalb wird nichts gesendet. Autorisieren Sie neu, um sie anzunehmen.</translation>
    </message>
    <message>
        <source>Renewal was refused</source>
        <translation>Die Erneuerung wurde verweigert</translation>
    </message>
    <message>
        <source>%1 refused to renew the sign-in and gave no clear reason. Authorising again is the surest way on.</source>
        <translation>%1 hat die Erneuerung der Anmeldung verweigert und keinen klaren Grund genannt. Am sichersten hilft eine neue Autorisierung.</translation>
    </message>
    <message>
        <source>%1 refused to renew the sign-in %2. Re-authorise to go on.</source>
        <translation>%1 hat die Erneuerung der Anmeldung verweigert (%2). Autorisieren Sie neu, damit es weitergeht.</translation>
    </message>
    <message>
        <source>Code used, too late or mistyped</source>
        <translation>Code verbraucht, zu spät oder vertippt</translation>
    </message>
    <message>
        <source>The code from %1 was used already, had run out before it arrived or was not copied whole. A new authorisation makes a new one.</source>
        <translation>Der Code von %1 war schon verwendet, vor der Ankunft abgelaufen oder nicht ganz kopiert. Eine neue Autorisierung erzeugt einen neuen.</translation>
    </message>
    <message>
        <source>The authorisation at %1 ran out %2 before it was complete. Authorise once more.</source>
        <translation>Die Autorisierung bei %1 lief ab, bevor sie fertig war (%2). Autorisieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Stored sign-in is damaged</source>
        <translation>Die gespeicherte Anmeldung ist beschädigt</translation>
    </message>
    <message>
        <source>What the keychain holds for %1 cannot be read as a sign-in. It stays there until a new one replaces it.</source>
        <translation>Was der Schlüsselbund für %1 enthält, ist nicht als Anmeldung lesbar. Es bleibt dort, bis eine neue es ersetzt.</translation>
    </message>
    <message>
        <source>The stored sign-in for %1 was found damaged %2. Re-authorise to replace it.</source>
        <translation>Die gespeicherte Anmeldung für %1 ist beschädigt (%2). Autorisieren Sie neu, um sie zu ersetzen.</translation>
    </message>
    <message>
        <source>Access is switched off</source>
        <translation>Der Zugriff ist abgeschaltet</translation>
    </message>
    <message>
        <source>The app is still known at %1, but its access was switched off there. Switch it on again or authorise anew.</source>
        <translation>Die App ist bei %1 noch bekannt, aber ihr Zugriff wurde dort abgeschaltet. Schalten Sie ihn wieder ein oder autorisieren Sie neu.</translation>
    </message>
    <message>
        <source>Access was switched off at %1 %2. Switch it on there or re-authorise.</source>
        <translation>Der Zugriff wurde bei %1 abgeschaltet (%2). Schalten Sie ihn dort ein oder autorisieren Sie neu.</translation>
    </message>
    <message>
        <source>Another account was authorised</source>
        <translation>Ein anderes Konto wurde autorisiert</translation>
    </message>
    <message>
        <source>The sign-in at %1 belongs to another account or organisation than before. The former one was kept.</source>
        <translation>Die Anmeldung bei %1 gehört zu einem anderen Konto oder einer anderen Organisation als bisher. Die bisherige wurde behalten.</translation>
    </message>
    <message>
        <source>Another account was signed in at %1 %2. Re-authorise with the right one.</source>
        <translation>Bei %1 war ein anderes Konto angemeldet (%2). Autorisieren Sie mit dem richtigen neu.</translation>
    </message>
    <message>
        <source>The network asks for a sign-in</source>
        <translation>Das Netzwerk verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>A sign-in page of the network answered instead of %1. Sign in to the network in your browser; your access is not affected.</source>
        <translation>Statt %1 hat eine Anmeldeseite des Netzwerks geantwortet. Melden Sie sich im Browser beim Netzwerk an; Ihr Zugriff ist nicht betroffen.</translation>
    </message>
    <message>
        <source>A network sign-in page stands before %1. Sign in to the network.</source>
        <translation>Eine Anmeldeseite des Netzwerks steht vor %1. Melden Sie sich beim Netzwerk an.</translation>
    </message>
    <message>
        <source>This computer is offline</source>
        <translation>Dieser Computer ist offline</translation>
    </message>
    <message>
        <source>This computer has no connection to the internet, so %1 could not be asked. Your access is not affected.</source>
        <translation>Dieser Computer hat keine Verbindung zum Internet, %1 konnte deshalb nicht gefragt werden. Ihr Zugriff ist nicht betroffen.</translation>
    </message>
    <message>
        <source>Offline, so %1 cannot be asked.</source>
        <translation>Offline, %1 kann nicht gefragt werden.</translation>
    </message>
    <message>
        <source>Address not found</source>
        <translation>Adresse nicht gefunden</translation>
    </message>
    <message>
        <source>This computer cannot find the address of %1. Usually the internet connection is down; sometimes an address is misspelt.</source>
        <translation>Dieser Computer findet die Adresse von %1 nicht. Meist ist die Internetverbindung unterbrochen, manchmal eine Adresse falsch geschrieben.</translation>
    </message>
    <message>
        <source>The address of %1 cannot be found from here.</source>
        <translation>Die Adresse von %1 ist von hier nicht zu finden.</translation>
    </message>
    <message>
        <source>Nobody answers there</source>
        <translation>Dort antwortet niemand</translation>
    </message>
    <message>
        <source>The address of %1 exists, but nothing answers there at the moment. Your access is not affected.</source>
        <translation>Die Adresse von %1 gibt es, aber zurzeit antwortet dort nichts. Ihr Zugriff ist nicht betroffen.</translation>
    </message>
    <message>
        <source>%1 takes no connections at the moment.</source>
        <translation>%1 nimmt zurzeit keine Verbindungen an.</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine Antwort in angemessener Zeit</translation>
    </message>
    <message>
        <source>%1 did not answer within half a minute. Your access is not affected; Relink tries again by itself.</source>
        <translation>%1 hat eine halbe Minute lang nicht geantwortet. Ihr Zugriff ist nicht betroffen; Relink versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Connection broke off</source>
        <translation>Die Verbindung riss ab</translation>
    </message>
    <message>
        <source>The connection to %1 broke off before its answer was complete. Relink tries again by itself.</source>
        <translation>Die Verbindung zu %1 riss ab, bevor die Antwort vollständig war. Relink versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off.</source>
        <translation>Die Verbindung zu %1 riss ab.</translation>
    </message>
    <message>
        <source>Sent elsewhere</source>
        <translation>Woandershin geschickt</translation>
    </message>
    <message>
        <source>Something on the way to %1 sent Relink to another address, which it does not follow. A network sign-in page is the usual cause.</source>
        <translation>Auf dem Weg zu %1 wurde Relink an eine andere Adresse geschickt, der es nicht folgt. Meist ist eine Anmeldeseite des Netzwerks die Ursache.</translation>
    </message>
    <message>
        <source>Something on the way to %1 points elsewhere; Relink does not follow.</source>
        <translation>Etwas auf dem Weg zu %1 verweist woandershin; Relink folgt dem nicht.</translation>
    </message>
    <message>
        <source>The address has moved</source>
        <translation>Die Adresse ist umgezogen</translation>
    </message>
    <message>
        <source>%1 says that this address has moved for good. Relink never sends a credential after such a pointer; the address has to be corrected.</source>
        <translation>%1 sagt, dass diese Adresse dauerhaft umgezogen ist. Relink sendet Zugangsdaten nie einem solchen Hinweis hinterher; die Adresse muss berichtigt werden.</translation>
    </message>
    <message>
        <source>An address of %1 moved %2. Correct it in the connection’s settings.</source>
        <translation>Eine Adresse von %1 ist umgezogen (%2). Berichtigen Sie sie in den Einstellungen der Verbindung.</translation>
    </message>
    <message>
        <source>Answer of another attempt</source>
        <translation>Antwort eines anderen Versuchs</translation>
    </message>
    <message>
        <source>What came back from the browser does not belong to this authorisation at %1, so it was ignored. Start again from here.</source>
        <translation>Was aus dem Browser zurückkam, gehört nicht zu dieser Autorisierung bei %1 und wurde nicht beachtet. Beginnen Sie hier neu.</translation>
    </message>
    <message>
        <source>The answer from %1 belonged to another attempt (noticed %2). Authorise once more.</source>
        <translation>Die Antwort von %1 gehörte zu einem anderen Versuch (bemerkt: %2). Autorisieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Answer of another server</source>
        <translation>Antwort eines anderen Servers</translation>
    </message>
    <message>
        <source>The answer named another server than %1 as its sender, so nothing was sent. Check the addresses of this connection.</source>
        <translation>Die Antwort nannte einen anderen Server als %1 als Absender, deshalb wurde nichts gesendet. Prüfen Sie die Adressen dieser Verbindung.</translation>
    </message>
    <message>
        <source>Another server than %1 answered %2. Check the addresses in the settings.</source>
        <translation>Ein anderer Server als %1 hat geantwortet (%2). Prüfen Sie die Adressen in den Einstellungen.</translation>
    </message>
    <message>
        <source>The return address is in use</source>
        <translation>Die Weiterleitungsadresse ist belegt</translation>
    </message>
    <message>
        <source>Another program uses the port at which Relink waits for %1. Close that program, or choose another port in the settings.</source>
        <translation>Ein anderes Programm benutzt den Port, an dem Relink auf %1 wartet. Beenden Sie es oder wählen Sie in den Einstellungen einen anderen Port.</translation>
    </message>
    <message>
        <source>The port for the answer from %1 was in use %2. Close the other program and authorise.</source>
        <translation>Der Port für die Antwort von %1 war belegt (%2). Beenden Sie das andere Programm und autorisieren Sie.</translation>
    </message>
    <message>
        <source>Unknown permission name</source>
        <translation>Unbekannter Name einer Berechtigung</translation>
    </message>
    <message>
        <source>%1 does not know a permission that this connection asks for. Correct the list of permissions in the settings.</source>
        <translation>%1 kennt eine Berechtigung nicht, um die diese Verbindung bittet. Berichtigen Sie die Liste der Berechtigungen in den Einstellungen.</translation>
    </message>
    <message>
        <source>%1 refused a permission name %2. Correct the permissions in the settings.</source>
        <translation>%1 hat den Namen einer Berechtigung zurückgewiesen (%2). Berichtigen Sie die Berechtigungen in den Einstellungen.</translation>
    </message>
    <message>
        <source>Way of signing in not allowed</source>
        <translation>Art der Anmeldung nicht erlaubt</translation>
    </message>
    <message>
        <source>The app registered at %1 may not use this way of signing in. Whoever registered it can allow it there.</source>
        <translation>Die bei %1 registrierte App darf sich nicht auf diese Art anmelden. Wer sie registriert hat, kann das dort erlauben.</translation>
    </message>
    <message>
        <source>The app may not sign in this way at %1 (noticed %2). Allow it in the app’s registration.</source>
        <translation>Die App darf sich bei %1 nicht auf diese Art anmelden (bemerkt: %2). Erlauben Sie es in der Registrierung der App.</translation>
    </message>
    <message>
        <source>Address does not exist</source>
        <translation>Die Adresse gibt es nicht</translation>
    </message>
    <message>
        <source>%1 has nothing at the address in the settings. Check it for misspelling.</source>
        <translation>Bei %1 gibt es unter der eingestellten Adresse nichts. Prüfen Sie, ob sie richtig geschrieben ist.</translation>
    </message>
    <message>
        <source>%1 found nothing at the stored address %2. Check it in the settings.</source>
        <translation>Unter der gespeicherten Adresse gibt es bei %1 nichts (%2). Prüfen Sie sie in den Einstellungen.</translation>
    </message>
    <message>
        <source>Withdrawal refused</source>
        <translation>Der Widerruf wurde verweigert</translation>
    </message>
    <message>
        <source>%1 did not accept the request to end the access. It can be ended on its own pages.</source>
        <translation>%1 hat die Bitte, den Zugriff zu beenden, nicht angenommen. Sie können ihn auf dessen eigenen Seiten beenden.</translation>
    </message>
    <message>
        <source>Something is not filled in</source>
        <translation>Etwas ist nicht ausgefüllt</translation>
    </message>
    <message>
        <source>A value that %1 needs is missing in the settings of this connection.</source>
        <translation>In den Einstellungen dieser Verbindung fehlt ein Wert, den %1 braucht.</translation>
    </message>
    <message>
        <source>A value that %1 needs is missing (noticed %2). Fill it in in the settings.</source>
        <translation>Ein Wert, den %1 braucht, fehlt (bemerkt: %2). Tragen Sie ihn in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>A value cannot be right</source>
        <translation>Ein Wert kann nicht stimmen</translation>
    </message>
    <message>
        <source>A value in the settings of this connection cannot be used for %1.</source>
        <translation>Ein Wert in den Einstellungen dieser Verbindung ist für %1 nicht brauchbar.</translation>
    </message>
    <message>
        <source>A setting for %1 cannot be used (noticed %2). Correct it in the settings.</source>
        <translation>Eine Einstellung für %1 ist nicht brauchbar (bemerkt: %2). Berichtigen Sie sie in den Einstellungen.</translation>
    </message>
    <message>
        <source>No browser opened</source>
        <translation>Kein Browser ging auf</translation>
    </message>
    <message>
        <source>Relink could not start a browser for %1. Copy the link into one yourself.</source>
        <translation>Relink konnte für %1 keinen Browser starten. Kopieren Sie den Link selbst in einen.</translation>
    </message>
    <message>
        <source>No browser opened for %1 (noticed %2). Copy the link into one yourself.</source>
        <translation>Für %1 ging kein Browser auf (bemerkt: %2). Kopieren Sie den Link selbst in einen.</translation>
    </message>
    <message>
        <source>Certificate out of date, or clock wrong</source>
        <translation>Zertifikat abgelaufen oder Uhr falsch</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid at the time that this computer’s clock shows. Check the clock first.</source>
        <translation>Das Zertifikat von %1 gilt nicht zu der Zeit, die die Uhr dieses Computers zeigt. Prüfen Sie zuerst die Uhr.</translation>
    </message>
    <message>
        <source>The certificate of %1 does not fit this computer’s clock. Check the date and time.</source>
        <translation>Das Zertifikat von %1 passt nicht zur Uhr dieses Computers. Prüfen Sie Datum und Uhrzeit.</translation>
    </message>
    <message>
        <source>Answer far too large</source>
        <translation>Die Antwort ist viel zu groß</translation>
    </message>
    <message>
        <source>The answer from %1 was larger than 1 MiB and was cut off. Relink tries again by itself.</source>
        <translation>Die Antwort von %1 war größer als 1 MiB und wurde abgeschnitten. Relink versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>%1 sent an answer that was far too large.</source>
        <translation>%1 hat eine viel zu große Antwort gesendet.</translation>
    </message>
    <message>
        <source>Answer not readable</source>
        <translation>Die Antwort ist nicht lesbar</translation>
    </message>
    <message>
        <source>%1 answered with something that Relink cannot read as an answer. It tries again by itself.</source>
        <translation>%1 hat etwas geantwortet, das Relink nicht als Antwort lesen kann. Es versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>%1 sent an answer that cannot be read.</source>
        <translation>%1 hat eine Antwort gesendet, die nicht lesbar ist.</translation>
    </message>
    <message>
        <source>Keychain refused</source>
        <translation>Der Schlüsselbund hat verweigert</translation>
    </message>
    <message>
        <source>The keychain did not hand out the credential for %1. Allow it when your computer asks; nothing is lost.</source>
        <translation>Der Schlüsselbund hat die Zugangsdaten für %1 nicht herausgegeben. Erlauben Sie es, wenn Ihr Computer fragt; es ist nichts verloren.</translation>
    </message>
    <message>
        <source>The keychain refused to hand out the credential for %1.</source>
        <translation>Der Schlüsselbund gibt die Zugangsdaten für %1 nicht heraus.</translation>
    </message>
    <message>
        <source>Keychain not answering</source>
        <translation>Der Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>The keychain that holds the credential for %1 does not answer. A question of your computer may be waiting behind a window.</source>
        <translation>Der Schlüsselbund mit den Zugangsdaten für %1 antwortet nicht. Vielleicht wartet eine Frage Ihres Computers hinter einem Fenster.</translation>
    </message>
    <message>
        <source>The keychain does not answer, so the credential for %1 cannot be read.</source>
        <translation>Der Schlüsselbund antwortet nicht, deshalb sind die Zugangsdaten für %1 nicht lesbar.</translation>
    </message>
    <message>
        <source>Entry missing in the keychain</source>
        <translation>Eintrag fehlt im Schlüsselbund</translation>
    </message>
    <message>
        <source>The keychain is open but no longer holds the credential for %1. If it is in another keychain, open that; otherwise authorise again.</source>
        <translation>Der Schlüsselbund ist offen, enthält die Zugangsdaten für %1 aber nicht mehr. Liegen sie in einem anderen, öffnen Sie diesen; sonst autorisieren Sie neu.</translation>
    </message>
    <message>
        <source>The credential for %1 is not in the keychain. Re-authorise, or open the keychain that has it.</source>
        <translation>Die Zugangsdaten für %1 sind nicht im Schlüsselbund. Autorisieren Sie neu oder öffnen Sie den Schlüsselbund, der sie hat.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>You cancelled before %1 answered. Nothing was changed.</source>
        <translation>Sie haben abgebrochen, bevor %1 geantwortet hat. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser</source>
        <translation>Niemand kam aus dem Browser zurück</translation>
    </message>
    <message>
        <source>Relink waited for %1 in your browser until the time was up. Nothing was changed.</source>
        <translation>Relink hat im Browser auf %1 gewartet, bis die Zeit um war. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>You declined</source>
        <translation>Sie haben abgelehnt</translation>
    </message>
    <message>
        <source>The access was declined at %1. Nothing was changed.</source>
        <translation>Der Zugriff wurde bei %1 abgelehnt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Answer says nothing about the access</source>
        <translation>Die Antwort sagt nichts über den Zugriff</translation>
    </message>
    <message>
        <source>%1 answered, but not in a way that tells whether the access is good. The address of the check may be wrong.</source>
        <translation>%1 hat geantwortet, aber nicht so, dass man erkennt, ob der Zugriff gilt. Vielleicht ist die Adresse der Prüfung falsch.</translation>
    </message>
    <message>
        <source>The check at %1 gave no verdict %2.</source>
        <translation>Die Prüfung bei %1 ergab kein Urteil (%2).</translation>
    </message>
    <message>
        <source>Key no longer accepted</source>
        <translation>Schlüssel nicht mehr akzeptiert</translation>
    </message>
    <message>
        <source>%1 no longer takes the stored key. A key cannot be renewed from here: make a new one at %1 and enter it.</source>
        <translation>%1 nimmt den gespeicherten Schlüssel nicht mehr an. Ein Schlüssel lässt sich von hier aus nicht erneuern: Erstellen Sie bei %1 einen neuen und geben Sie ihn ein.</translation>
    </message>
    <message>
        <source>%1 no longer takes the stored key (noticed %2). Make a new one there and enter it.</source>
        <translation>%1 nimmt den gespeicherten Schlüssel nicht mehr an (bemerkt: %2). Erstellen Sie dort einen neuen und geben Sie ihn ein.</translation>
    </message>
    <message>
        <source>Client secret does not fit</source>
        <translation>Client-Geheimnis passt nicht</translation>
    </message>
    <message>
        <source>The answer of %1 does not fit the client secret that was entered: the client ID or the client secret is wrong.</source>
        <translation>Die Antwort von %1 passt nicht zum eingegebenen Client-Geheimnis: Die Client-ID oder das Client-Geheimnis ist falsch.</translation>
    </message>
    <message>
        <source>The client ID or client secret for %1 is wrong (noticed %2). Compare both.</source>
        <translation>Die Client-ID oder das Client-Geheimnis für %1 ist falsch (bemerkt: %2). Vergleichen Sie beide.</translation>
    </message>
    <message>
        <source>Connection removed</source>
        <translation>Verbindung entfernt</translation>
    </message>
    <message>
        <source>The connection to %1 was removed while Relink was at work on it.</source>
        <translation>Die Verbindung zu %1 wurde entfernt, während Relink mit ihr arbeitete.</translation>
    </message>
    <message>
        <source>You ended the access here</source>
        <translation>Sie haben den Zugriff hier beendet</translation>
    </message>
    <message>
        <source>The access to %1 was ended in Relink, so nothing of it is stored any more. Nothing is wrong; connect it again if you want it back.</source>
        <translation>Der Zugriff auf %1 wurde in Relink beendet, deshalb ist nichts mehr davon gespeichert. Es liegt kein Fehler vor; verbinden Sie neu, wenn Sie ihn zurückhaben möchten.</translation>
    </message>
    <message>
        <source>Keychain not set up</source>
        <translation>Schlüsselbund nicht eingerichtet</translation>
    </message>
    <message>
        <source>The keychain is running but was never set up, so nothing for %1 can be kept in it. Set it up once, or sign out of the computer and in again.</source>
        <translation>Der Schlüsselbund läuft, wurde aber nie eingerichtet, deshalb kann nichts für %1 darin abgelegt werden. Richten Sie ihn einmal ein, oder melden Sie sich am Computer ab und wieder an.</translation>
    </message>
    <message>
        <source>The keychain was never set up, so nothing for %1 can be kept.</source>
        <translation>Der Schlüsselbund wurde nie eingerichtet, deshalb kann nichts für %1 abgelegt werden.</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>Es funktioniert</translation>
    </message>
    <message>
        <source>%1 accepts the access, so nothing needs mending. You can authorise anew all the same.</source>
        <translation>%1 akzeptiert den Zugriff, es ist also nichts zu beheben. Sie können trotzdem neu autorisieren.</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Nothing is known against the access to %1, but it has not been confirmed either. You can authorise anew to be sure.</source>
        <translation>Gegen den Zugriff auf %1 spricht nichts, er ist aber auch nicht bestätigt. Sie können neu autorisieren, um sicherzugehen.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>This connection is paused, so %1 is not asked for anything until you resume it.</source>
        <translation>Diese Verbindung ist pausiert, deshalb wird %1 nach nichts gefragt, bis Sie sie fortsetzen.</translation>
    </message>
    <message>
        <source>You said that it stopped working</source>
        <translation>Sie haben gesagt, dass es nicht mehr funktioniert</translation>
    </message>
    <message>
        <source>%1 holds this access itself, so Relink cannot look. It keeps what you said until you say that it works again.</source>
        <translation>%1 verwahrt diesen Zugang selbst, Relink kann also nicht nachsehen. Es behält Ihre Angabe, bis Sie sagen, dass es wieder funktioniert.</translation>
    </message>
    <message>
        <source>You told us %2 that it stopped working. Bring it back at %1, then say that it works.</source>
        <translation>Sie haben angegeben (%2), dass es nicht mehr funktioniert. Stellen Sie es bei %1 wieder her, und sagen Sie dann, dass es funktioniert.</translation>
    </message>
    <message>
        <source>Signature not accepted</source>
        <translation>Signatur nicht angenommen</translation>
    </message>
    <message>
        <source>%1 does not accept what the private key signed: its certificate may not be uploaded there or may have run out, or the key’s ID, the user or the role do not fit.</source>
        <translation>%1 nimmt nicht an, was der private Schlüssel signiert hat: Vielleicht ist sein Zertifikat dort nicht hochgeladen oder abgelaufen, oder Schlüssel-ID, Benutzer oder Rolle passen nicht.</translation>
    </message>
    <message>
        <source>%1 refused the signature of the private key %2. Compare certificate, key ID, user and role there.</source>
        <translation>%1 hat die Signatur des privaten Schlüssels nicht angenommen (%2). Vergleichen Sie dort Zertifikat, Schlüssel-ID, Benutzer und Rolle.</translation>
    </message>
    <message>
        <source>As you told us</source>
        <translation>So haben Sie es uns gesagt</translation>
    </message>
    <message>
        <source>%1 holds this access itself, so Relink cannot look. You said that it works there.</source>
        <translation>%1 verwaltet diesen Zugang selbst, deshalb kann Relink nicht nachsehen. Sie haben gesagt, dass er dort funktioniert.</translation>
    </message>
    <message>
        <source>Nothing is known yet</source>
        <translation>Noch ist nichts bekannt</translation>
    </message>
    <message>
        <source>%1 holds this access itself, so Relink cannot look, and nobody has said how it stands.</source>
        <translation>%1 verwaltet diesen Zugang selbst, deshalb kann Relink nicht nachsehen, und niemand hat gesagt, wie es um ihn steht.</translation>
    </message>
    <message>
        <source>A successful sign-in</source>
        <translation>Eine gelungene Anmeldung</translation>
    </message>
    <message>
        <source>This is what %1 sends when a sign-in has succeeded. Whoever has it can use the access: do not pass it on.</source>
        <translation>Das sendet %1, wenn eine Anmeldung gelungen ist. Wer es hat, kann den Zugriff nutzen: Geben Sie es nicht weiter.</translation>
    </message>
    <message>
        <source>A successful answer</source>
        <translation>Eine erfolgreiche Antwort</translation>
    </message>
    <message>
        <source>What was asked of %1 was done.</source>
        <translation>Was von %1 verlangt wurde, ist geschehen.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>This computer’s clock</source>
        <translation>Die Uhr dieses Computers</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Sign-in at %1</source>
        <translation>Anmeldung bei %1</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 antwortet</translation>
    </message>
    <message>
        <source>%1 answers (%2 s)</source>
        <translation>%1 antwortet (%2 s)</translation>
    </message>
    <message>
        <source>could not be compared; nothing points against it</source>
        <translation>nicht vergleichbar; nichts spricht dagegen</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>one minute off against %1; set the date and time</source>
        <translation>eine Minute Abweichung von %1; stellen Sie Datum und Uhrzeit</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes off against %1; set the date and time</source>
        <translation>
            <numerusform>eine Minute Abweichung von %1; stellen Sie Datum und Uhrzeit</numerusform>
            <numerusform>%n Minuten Abweichung von %1; stellen Sie Datum und Uhrzeit</numerusform>
        </translation>
    </message>
    <message>
        <source>differs from that of %1; set the date and time</source>
        <translation>weicht von der bei %1 ab; stellen Sie Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>refuses access; allow it when your computer asks</source>
        <translation>verweigert den Zugriff; erlauben Sie ihn, wenn Ihr Computer fragt</translation>
    </message>
    <message>
        <source>does not answer; look for a waiting question of your computer</source>
        <translation>antwortet nicht; suchen Sie nach einer wartenden Frage Ihres Computers</translation>
    </message>
    <message>
        <source>none is running; install and start one</source>
        <translation>keiner läuft; installieren und starten Sie einen</translation>
    </message>
    <message>
        <source>locked; unlock it</source>
        <translation>gesperrt; entsperren Sie ihn</translation>
    </message>
    <message>
        <source>not usable at the moment</source>
        <translation>zurzeit nicht benutzbar</translation>
    </message>
    <message>
        <source>%1 accepts it</source>
        <translation>%1 nimmt sie an</translation>
    </message>
    <message>
        <source>%1 does not accept it</source>
        <translation>%1 nimmt sie nicht an</translation>
    </message>
    <message>
        <source>could not be verified, as no address for checking is known; “Edit” takes one</source>
        <translation>konnte nicht geprüft werden, da keine Adresse zum Prüfen bekannt ist; unter „Bearbeiten“ lässt sie sich eintragen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Sign-in page of the network</source>
        <translation>Anmeldeseite des Netzwerks</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>A second connection</source>
        <translation>Eine zweite Verbindung</translation>
    </message>
    <message>
        <source>Characters copied along</source>
        <translation>Mitkopierte Zeichen</translation>
    </message>
    <message>
        <source>Test Mode</source>
        <translation>Testmodus</translation>
    </message>
    <message>
        <source>there is a connection</source>
        <translation>eine Verbindung ist da</translation>
    </message>
    <message>
        <source>none stands in the way</source>
        <translation>keiner steht im Weg</translation>
    </message>
    <message>
        <source>not needed inside this computer</source>
        <translation>innerhalb dieses Computers nicht nötig</translation>
    </message>
    <message>
        <source>%1 proved who it is</source>
        <translation>%1 hat sich ausgewiesen</translation>
    </message>
    <message>
        <source>none stands in between</source>
        <translation>keine steht dazwischen</translation>
    </message>
    <message>
        <source>not looked at: something else comes first</source>
        <translation>nicht geprüft: Anderes kommt zuerst</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>one minute</source>
        <translation>eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” looks misspelt; did you mean “%2”?</source>
        <translation>„%1“ sieht falsch geschrieben aus; meinten Sie „%2“?</translation>
    </message>
    <message>
        <source>“%1” is a misprint that was copied along</source>
        <translation>„%1“ ist ein mitkopierter Druckfehler</translation>
    </message>
    <message>
        <source>“%1” is not an address of %2, which uses %3</source>
        <translation>„%1“ ist keine Adresse von %2; dort wird %3 verwendet</translation>
    </message>
    <message>
        <source>“%1” is not encrypted; it has to begin with https</source>
        <translation>„%1“ ist nicht verschlüsselt; die Adresse muss mit https beginnen</translation>
    </message>
    <message>
        <source>“%1” cannot be used as an address</source>
        <translation>„%1“ lässt sich nicht als Adresse verwenden</translation>
    </message>
    <message>
        <source>“%1” is only the front page; a page that answers with data is a better proof</source>
        <translation>„%1“ ist nur die Startseite; eine Seite, die mit Daten antwortet, beweist mehr</translation>
    </message>
    <message>
        <source>as %1 publishes them: %2</source>
        <translation>wie von %1 veröffentlicht: %2</translation>
    </message>
    <message>
        <source>%1 publishes addresses elsewhere: %2. Ask whether that is right.</source>
        <translation>%1 veröffentlicht Adressen anderswo: %2. Fragen Sie nach, ob das stimmt.</translation>
    </message>
    <message>
        <source>encrypted, and those of %1: %2</source>
        <translation>verschlüsselt und die von %1: %2</translation>
    </message>
    <message>
        <source>Relink asks no address for this connection</source>
        <translation>Relink fragt für diese Verbindung keine Adresse ab</translation>
    </message>
    <message>
        <source>none have to be asked for</source>
        <translation>es müssen keine erbeten werden</translation>
    </message>
    <message>
        <source>%1 does not say which it granted</source>
        <translation>%1 teilt nicht mit, welche erteilt wurden</translation>
    </message>
    <message>
        <source>all that are needed were granted</source>
        <translation>alle benötigten wurden erteilt</translation>
    </message>
    <message>
        <source>not granted: %1</source>
        <translation>nicht erteilt: %1</translation>
    </message>
    <message>
        <source>granted beyond that: %1</source>
        <translation>darüber hinaus erteilt: %1</translation>
    </message>
    <message>
        <source>keys do not push each other out</source>
        <translation>Schlüssel verdrängen einander nicht</translation>
    </message>
    <message>
        <source>no other one here uses the same sign-in</source>
        <translation>keine andere hier verwendet dieselbe Anmeldung</translation>
    </message>
    <message>
        <source>This stopped %1 after “%2” was connected.</source>
        <translation>Diese Verbindung brach ab, %1 nach dem Verbinden von „%2“.</translation>
    </message>
    <message>
        <source>“%1” is connected with the same sign-in.</source>
        <translation>„%1“ ist mit derselben Anmeldung verbunden.</translation>
    </message>
    <message>
        <source>A newer sign-in ends an older one at %1. Keep one of the two, or give each its own user.</source>
        <translation>Bei %1 beendet eine neuere Anmeldung die ältere. Behalten Sie eine von beiden, oder geben Sie jeder einen eigenen Benutzer.</translation>
    </message>
    <message>
        <source>The next sign-in for one may end the other at %1.</source>
        <translation>Die nächste Anmeldung für die eine kann bei %1 die andere beenden.</translation>
    </message>
    <message>
        <source>That need not be the cause.</source>
        <translation>Das muss nicht die Ursache sein.</translation>
    </message>
    <message>
        <source>nothing that was typed in is stored</source>
        <translation>es ist nichts gespeichert, was eingegeben wurde</translation>
    </message>
    <message>
        <source>none in what is stored</source>
        <translation>keine in dem, was gespeichert ist</translation>
    </message>
    <message>
        <source>%1: what is stored is not a whole private key</source>
        <translation>%1: was gespeichert ist, ist kein vollständiger privater Schlüssel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>One more was found.</source>
        <translation>Ein weiteres wurde gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n more were found.</source>
        <translation>
            <numerusform>%n weiteres wurde gefunden.</numerusform>
            <numerusform>%n weitere wurden gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>It may belong there.</source>
        <translation>Es kann dorthin gehören.</translation>
    </message>
    <message>
        <source>%1 has none</source>
        <translation>%1 hat keinen</translation>
    </message>
    <message>
        <source>on; nothing tells whether the credential is for tests</source>
        <translation>ein; nichts verrät, ob die Zugangsdaten für Tests sind</translation>
    </message>
    <message>
        <source>off; nothing tells whether the credential is for live use</source>
        <translation>aus; nichts verrät, ob die Zugangsdaten für den Echtbetrieb sind</translation>
    </message>
    <message>
        <source>on, and the credential is for tests</source>
        <translation>ein, und die Zugangsdaten sind für Tests</translation>
    </message>
    <message>
        <source>off, and the credential is for live use</source>
        <translation>aus, und die Zugangsdaten sind für den Echtbetrieb</translation>
    </message>
    <message>
        <source>open, but without an entry for this connection</source>
        <translation>offen, aber ohne Eintrag für diese Verbindung</translation>
    </message>
    <message>
        <source>open, but the entry of this connection cannot be read</source>
        <translation>offen, aber der Eintrag dieser Verbindung lässt sich nicht lesen</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>There is no display for the window here. Every command works without one: see relink --help.</source>
        <translation>Hier gibt es keinen Bildschirm für das Fenster. Alle Befehle funktionieren ohne: siehe relink --help.</translation>
    </message>
    <message>
        <source>The time given with --timeout is up. Nothing more was changed.</source>
        <translation>Die mit --timeout gegebene Zeit ist um. Mehr wurde nicht geändert.</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>Diesen Befehl gibt es nicht.</translation>
    </message>
    <message>
        <source>The result could not be written: %1.</source>
        <translation>Das Ergebnis ließ sich nicht schreiben: %1.</translation>
    </message>
    <message>
        <source>There is nothing in the history yet.</source>
        <translation>Im Verlauf steht noch nichts.</translation>
    </message>
    <message>
        <source>Nothing in the history fits.</source>
        <translation>Nichts im Verlauf passt dazu.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing more was changed.</source>
        <translation>Abgebrochen. Mehr wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Several organisations can be reached, and none was named. Nothing was changed.</source>
        <translation>Mehrere Organisationen sind erreichbar, und keine wurde genannt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>There is no connection named “%1”.</source>
        <translation>Es gibt keine Verbindung namens „%1“.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 ist nicht brauchbar: %2</translation>
    </message>
    <message>
        <source>There is no provider “%1”. “relink providers list” shows them.</source>
        <translation>Es gibt keinen Anbieter „%1“. „relink providers list“ zeigt sie.</translation>
    </message>
    <message>
        <source>(optional)</source>
        <translation>(freiwillig)</translation>
    </message>
    <message>
        <source>No address for checking is known; give one with --set probe_url=…, otherwise the connection stays unconfirmed.</source>
        <translation>Es ist keine Adresse zum Prüfen bekannt; geben Sie eine mit --set probe_url=… an, sonst bleibt die Verbindung unbestätigt.</translation>
    </message>
    <message>
        <source>%1 can be used.</source>
        <translation>%1 ist brauchbar.</translation>
    </message>
    <message>
        <source>Added. Connect with “relink connect %1”.</source>
        <translation>Hinzugefügt. Verbinden Sie mit „relink connect %1“.</translation>
    </message>
    <message>
        <source>“%1” still uses it; remove that connection first.</source>
        <translation>„%1“ benutzt ihn noch; entfernen Sie zuerst diese Verbindung.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%n provider packs can be used.</source>
        <translation>
            <numerusform>Ein Anbieterpaket ist brauchbar.</numerusform>
            <numerusform>%n Anbieterpakete sind brauchbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>“edit” needs something to change.</source>
        <translation>„edit“ braucht etwas, das geändert werden soll.</translation>
    </message>
    <message>
        <source>The description of this provider is gone.</source>
        <translation>Die Beschreibung dieses Anbieters ist nicht mehr da.</translation>
    </message>
    <message>
        <source>There are no connections yet. Connect one with: relink connect PROVIDER. “relink providers list” shows what there is.</source>
        <translation>Es gibt noch keine Verbindungen. Verbinden Sie eine mit: relink connect PROVIDER. „relink providers list“ zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>“reauthorize” takes --set organisation_id=ID only; “edit” changes the rest.</source>
        <translation>„reauthorize“ nimmt nur --set organisation_id=ID; den Rest ändert „edit“.</translation>
    </message>
    <message>
        <source>“%1” was removed from this computer.</source>
        <translation>„%1“ wurde von diesem Computer entfernt.</translation>
    </message>
    <message>
        <source>“%1” was already revoked %2; there is nothing left to revoke.</source>
        <translation>Der Zugriff von „%1“ wurde schon beendet (%2); es gibt nichts mehr zu beenden.</translation>
    </message>
    <message>
        <source>%1 If %2 still lists the access, end it there: %3</source>
        <comment>%3 is a menu path of the provider</comment>
        <translation>%1 Falls %2 den Zugriff noch aufführt, beenden Sie ihn dort: %3</translation>
    </message>
    <message>
        <source>You ended the access to %1 in Relink %2, so there is no token. Connect it again with: %3</source>
        <translation>Sie haben den Zugriff auf %1 in Relink beendet (%2); deshalb gibt es kein Token. Verbinden Sie neu mit: %3</translation>
    </message>
    <message>
        <source>There is no class “%1”. There are: %2.</source>
        <translation>Es gibt keine Klasse „%1“. Es gibt: %2.</translation>
    </message>
    <message>
        <source>There is no stage “%1”. There are: %2.</source>
        <translation>Es gibt keinen Abschnitt „%1“. Es gibt: %2.</translation>
    </message>
    <message>
        <source>“%1” is no time. Write it as 2026-11-18T08:12:00Z, or as 7d for 7 days ago.</source>
        <translation>„%1“ ist keine Zeit. Schreiben Sie 2026-11-18T08:12:00Z, oder 7d für vor 7 Tagen.</translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(einmal)</numerusform>
            <numerusform>(%n-mal)</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown option %1.</source>
        <translation>Unbekannte Option %1.</translation>
    </message>
    <message>
        <source>%1 needs a value: %2.</source>
        <translation>%1 braucht einen Wert: %2.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>“providers” needs one more word.</source>
        <translation>„providers“ braucht noch ein Wort.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>“%1” has no option %2.</source>
        <translation>„%1“ hat keine Option %2.</translation>
    </message>
    <message>
        <source>%1 is given twice.</source>
        <translation>%1 ist doppelt angegeben.</translation>
    </message>
    <message>
        <source>“%1” is given twice.</source>
        <translation>„%1“ ist doppelt angegeben.</translation>
    </message>
    <message>
        <source>Choose either --csv or --json, not both at once.</source>
        <translation>Wählen Sie entweder --csv oder --json, nicht beides zugleich.</translation>
    </message>
    <message>
        <source>--sandbox goes with --practice only.</source>
        <translation>--sandbox geht nur zusammen mit --practice.</translation>
    </message>
    <message>
        <source>--profile needs a folder.</source>
        <translation>--profile braucht einen Ordner.</translation>
    </message>
    <message>
        <source>--timeout needs a number of seconds from 1 to 86400.</source>
        <translation>--timeout braucht eine Zahl von Sekunden von 1 bis 86400.</translation>
    </message>
    <message>
        <source>%1 needs a key and a value: %2.</source>
        <translation>%1 braucht einen Schlüssel und einen Wert: %2.</translation>
    </message>
    <message>
        <source>--environment is either production or test.</source>
        <translation>--environment ist entweder production oder test.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>“%1” needs %2.</source>
        <translation>„%1“ braucht %2.</translation>
    </message>
    <message>
        <source>“%1” does not take “%2”.</source>
        <translation>„%1“ nimmt „%2“ nicht an.</translation>
    </message>
    <message>
        <source>name of the connection</source>
        <translation>Name der Verbindung</translation>
    </message>
    <message>
        <source>product whose integration it serves</source>
        <translation>Produkt, dessen Anbindung sie dient</translation>
    </message>
    <message>
        <source>live, or Test Mode</source>
        <translation>Echtbetrieb oder Testmodus</translation>
    </message>
    <message>
        <source>one value that is not secret</source>
        <translation>ein Wert, der nicht geheim ist</translation>
    </message>
    <message>
        <source>read one secret value from a file</source>
        <translation>einen geheimen Wert aus einer Datei lesen</translation>
    </message>
    <message>
        <source>keep all files below DIR</source>
        <translation>alle Dateien unter DIR halten</translation>
    </message>
    <message>
        <source>print the result as JSON</source>
        <translation>das Ergebnis als JSON ausgeben</translation>
    </message>
    <message>
        <source>print the address to open instead of opening it</source>
        <translation>die Adresse ausgeben, statt sie zu öffnen</translation>
    </message>
    <message>
        <source>give the whole command so long (300)</source>
        <translation>dem ganzen Befehl so lange Zeit geben (300)</translation>
    </message>
    <message>
        <source>practise with pretend providers on this computer</source>
        <translation>mit Übungsanbietern auf diesem Computer üben</translation>
    </message>
    <message>
        <source>with --practice: use the sandbox that runs at URL</source>
        <translation>mit --practice: die Sandbox unter URL benutzen</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>diese Hilfe zeigen</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>die Version zeigen</translation>
    </message>
    <message>
        <source>what can be connected</source>
        <translation>was verbunden werden kann</translation>
    </message>
    <message>
        <source>what one provider asks for</source>
        <translation>was ein Anbieter verlangt</translation>
    </message>
    <message>
        <source>check provider packs without adding them</source>
        <translation>Anbieterpakete prüfen, ohne sie hinzuzufügen</translation>
    </message>
    <message>
        <source>add a provider pack of your own</source>
        <translation>ein eigenes Anbieterpaket hinzufügen</translation>
    </message>
    <message>
        <source>remove a provider pack of your own</source>
        <translation>ein eigenes Anbieterpaket entfernen</translation>
    </message>
    <message>
        <source>connect a new account</source>
        <translation>ein neues Konto verbinden</translation>
    </message>
    <message>
        <source>show what is known, without asking anybody</source>
        <translation>zeigen, was bekannt ist, ohne jemanden zu fragen</translation>
    </message>
    <message>
        <source>ask the provider now</source>
        <translation>den Anbieter jetzt fragen</translation>
    </message>
    <message>
        <source>change settings or credentials</source>
        <translation>Einstellungen oder Zugangsdaten ändern</translation>
    </message>
    <message>
        <source>stop checking and renewing</source>
        <translation>nicht mehr prüfen und erneuern</translation>
    </message>
    <message>
        <source>go on after a pause</source>
        <translation>nach einer Pause weitermachen</translation>
    </message>
    <message>
        <source>renew the access</source>
        <translation>den Zugriff erneuern</translation>
    </message>
    <message>
        <source>choose the organisation beforehand</source>
        <translation>die Organisation vorher wählen</translation>
    </message>
    <message>
        <source>authorise again in the browser</source>
        <translation>im Browser neu autorisieren</translation>
    </message>
    <message>
        <source>end the access at the provider</source>
        <translation>den Zugriff beim Anbieter beenden</translation>
    </message>
    <message>
        <source>forget a connection on this computer</source>
        <translation>eine Verbindung auf diesem Computer vergessen</translation>
    </message>
    <message>
        <source>the guided way back to green</source>
        <translation>der geführte Weg zurück zu Grün</translation>
    </message>
    <message>
        <source>print one access token that is valid now</source>
        <translation>ein jetzt gültiges Zugriffstoken ausgeben</translation>
    </message>
    <message>
        <source>only this connection</source>
        <translation>nur diese Verbindung</translation>
    </message>
    <message>
        <source>only this provider</source>
        <translation>nur diesen Anbieter</translation>
    </message>
    <message>
        <source>only this class of failure</source>
        <translation>nur diese Klasse von Fehlern</translation>
    </message>
    <message>
        <source>only this stage</source>
        <translation>nur diesen Abschnitt</translation>
    </message>
    <message>
        <source>from this time on: RFC 3339, or 7d for 7 days</source>
        <translation>ab dieser Zeit: RFC 3339, oder 7d für 7 Tage</translation>
    </message>
    <message>
        <source>up to this time</source>
        <translation>bis zu dieser Zeit</translation>
    </message>
    <message>
        <source>only what contains TEXT</source>
        <translation>nur was TEXT enthält</translation>
    </message>
    <message>
        <source>only what still stands</source>
        <translation>nur was noch besteht</translation>
    </message>
    <message>
        <source>print a table for a spreadsheet</source>
        <translation>eine Tabelle für ein Tabellenprogramm ausgeben</translation>
    </message>
    <message>
        <source>what went wrong, and what mended</source>
        <translation>was schiefging und was geholfen hat</translation>
    </message>
    <message>
        <source>test what Relink needs from this computer</source>
        <translation>prüfen, was Relink von diesem Computer braucht</translation>
    </message>
    <message>
        <source>Relink keeps the accounts that a shop depends on connected. Without a command it opens its window.</source>
        <translation>Relink hält die Konten verbunden, von denen ein Geschäft abhängt. Ohne Befehl öffnet es sein Fenster.</translation>
    </message>
    <message>
        <source>NAME is the name of a connection or its id. Exit codes: 0 done, 1 something asked for is red, 2 usage, 3 failed or could not be verified, 4 keychain locked or missing, 5 cancelled, declined or timed out.</source>
        <translation>NAME ist der Name einer Verbindung oder ihre ID. Rückgabewerte: 0 erledigt, 1 etwas davon ist rot, 2 falscher Aufruf, 3 misslungen oder nicht zu prüfen, 4 Schlüsselbund gesperrt oder nicht da, 5 abgebrochen, abgelehnt oder Zeit abgelaufen.</translation>
    </message>
    <message>
        <source>%1 knows no auth_method “%2”. It knows: %3.</source>
        <translation>%1 kennt keine auth_method „%2“. Bekannt sind: %3.</translation>
    </message>
    <message>
        <source>%1 has no value “%2”. It takes: %3.</source>
        <translation>%1 hat keinen Wert „%2“. Möglich sind: %3.</translation>
    </message>
    <message>
        <source>“%1” belongs to another way of signing in to %2 than this connection uses. Make a new connection for it: %3</source>
        <translation>„%1“ gehört zu einer anderen Art der Anmeldung bei %2, als diese Verbindung sie verwendet. Legen Sie dafür eine neue Verbindung an: %3</translation>
    </message>
    <message>
        <source>“%1” belongs to another way of signing in to %2. Choose that way with %3.</source>
        <translation>„%1“ gehört zu einer anderen Art der Anmeldung bei %2. Wählen Sie diese mit %3.</translation>
    </message>
    <message>
        <source>“%1” is a secret, and other programs can read command lines. Use --secret %1 and give it as a line of standard input, or --secret-file %1=FILE.</source>
        <translation>„%1“ ist geheim, und andere Programme können Befehlszeilen lesen. Benutzen Sie --secret %1 und geben Sie den Wert als Zeile der Standardeingabe, oder --secret-file %1=FILE.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The file %1 is too large for a secret.</source>
        <translation>Die Datei %1 ist für ein Geheimnis zu groß.</translation>
    </message>
    <message>
        <source>The value of “%1” is empty.</source>
        <translation>Der Wert von „%1“ ist leer.</translation>
    </message>
    <message>
        <source>Standard input ended before the value of “%1” was read.</source>
        <translation>Die Standardeingabe endete, bevor der Wert von „%1“ gelesen war.</translation>
    </message>
    <message>
        <source>%1 needs “%2”: give it with %3.</source>
        <translation>%1 braucht „%2“: geben Sie es mit %3 an.</translation>
    </message>
    <message>
        <source>%1 needs “%2”: give it with %3, or let Relink find it with %4.</source>
        <translation>%1 braucht „%2“: Geben Sie es mit %3 an, oder lassen Sie Relink es mit %4 finden.</translation>
    </message>
    <message>
        <source>“%1”: %2 It was removed.</source>
        <translation>„%1“: %2 Es wurde entfernt.</translation>
    </message>
    <message>
        <source>“%1”: %2 The value is kept as it was entered.</source>
        <translation>„%1“: %2 Der Wert bleibt, wie er eingegeben wurde.</translation>
    </message>
    <message>
        <source>“%1” cannot be used: %2</source>
        <translation>„%1“ ist nicht brauchbar: %2</translation>
    </message>
    <message>
        <source>%1 said: %2</source>
        <translation>%1 sagte: %2</translation>
    </message>
    <message>
        <source>%1 (Enter keeps the stored one): </source>
        <translation>%1 (Eingabetaste behält den gespeicherten Wert): </translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Es funktioniert.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>No browser could be started. Open this address yourself:</source>
        <translation>Kein Browser konnte gestartet werden. Öffnen Sie diese Adresse selbst:</translation>
    </message>
    <message>
        <source>Waiting for you in the browser. If no page opened, open this address: %1</source>
        <translation>Relink wartet auf Sie im Browser. Falls keine Seite aufging, öffnen Sie diese Adresse: %1</translation>
    </message>
    <message>
        <source>Allow the access there. Then copy the whole address of the page you arrive at, or the code it shows, paste it here and press Enter:</source>
        <translation>Erlauben Sie dort den Zugriff. Kopieren Sie dann die ganze Adresse der Seite, auf der Sie ankommen, oder den Code, den sie zeigt, fügen Sie ihn hier ein und drücken Sie die Eingabetaste:</translation>
    </message>
    <message>
        <source>Nothing more to read.</source>
        <translation>Es gibt nichts mehr zu lesen.</translation>
    </message>
    <message>
        <source>The answer has arrived. Checking it…</source>
        <translation>Die Antwort ist da. Sie wird geprüft …</translation>
    </message>
    <message>
        <source>Several organisations can be reached. Name one with --set organisation_id=ID:</source>
        <translation>Mehrere Organisationen sind erreichbar. Nennen Sie eine mit --set organisation_id=ID:</translation>
    </message>
    <message>
        <source>Which organisation is this connection for?</source>
        <translation>Für welche Organisation ist diese Verbindung?</translation>
    </message>
    <message>
        <source>Number from 1 to %1: </source>
        <translation>Zahl von 1 bis %1: </translation>
    </message>
    <message>
        <source>That is not one of the numbers.</source>
        <translation>Das ist keine der Zahlen.</translation>
    </message>
    <message>
        <source>Authorised before: %1</source>
        <translation>Bisher autorisiert: %1</translation>
    </message>
    <message>
        <source>Authorised now: %1</source>
        <translation>Jetzt autorisiert: %1</translation>
    </message>
    <message>
        <source>Take the new account instead? Type “yes” to take it; Enter keeps the former: </source>
        <translation>Stattdessen das neue Konto nehmen? Tippen Sie „ja“, um es zu nehmen; die Eingabetaste behält das bisherige: </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>--name needs a name, or leave it out.</source>
        <translation>--name braucht einen Namen; sonst lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Try again in a while with: %1</source>
        <translation>Versuchen Sie es in einer Weile noch einmal mit: %1</translation>
    </message>
    <message>
        <source>“%1” is built in and cannot be removed.</source>
        <translation>„%1“ ist eingebaut und lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>%1 is in order, but it cannot be added under this id, which a built-in provider has. Give it another “id”.</source>
        <translation>%1 ist in Ordnung, lässt sich aber unter dieser Kennung nicht hinzufügen, denn ein eingebauter Anbieter hat sie. Geben Sie eine andere „id“ an.</translation>
    </message>
    <message>
        <source>(one of: %1)</source>
        <translation>(eines von: %1)</translation>
    </message>
    <message>
        <source>relink [COMMAND] [OPTION…]; relink --help lists the commands</source>
        <translation>relink [BEFEHL] [OPTION…]; relink --help zeigt die Befehle</translation>
    </message>
    <message>
        <source>The line given for “%1” is too long: a value has at most 262,144 bytes. Nothing was stored.</source>
        <translation>Die Zeile für „%1“ ist zu lang: Ein Wert hat höchstens 262.144 Bytes. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>With --practice type: any client ID, the client secret %1, the user %2 with the password %3, the API key %4.</source>
        <translation>Mit --practice geben Sie ein: eine beliebige Client-ID, das Client-Geheimnis %1, den Benutzer %2 mit dem Passwort %3, den API-Schlüssel %4.</translation>
    </message>
    <message>
        <source>Replaced the former one of this name. Connect with “relink connect %1”.</source>
        <translation>Der frühere Anbieter dieses Namens wurde ersetzt. Verbinden Sie mit „relink connect %1“.</translation>
    </message>
    <message>
        <source>“%1” works, so nothing was changed. To authorise anew all the same: %2</source>
        <translation>„%1“ funktioniert, es wurde deshalb nichts geändert. Trotzdem neu autorisieren: %2</translation>
    </message>
    <message>
        <source>There is no valid token. %1 Once mended, “%2” turns it green again.</source>
        <translation>Es gibt kein gültiges Token. %1 Ist es behoben, wird die Verbindung mit „%2“ wieder grün.</translation>
    </message>
    <message>
        <source>Give the address with: %1</source>
        <translation>Geben Sie die Adresse an mit: %1</translation>
    </message>
    <message>
        <source>%1 refused that code. Paste the whole address of the page you arrived at, or another code, and press Enter:</source>
        <translation>%1 hat diesen Code abgelehnt. Fügen Sie die ganze Adresse der Seite ein, auf der Sie angekommen sind, oder einen anderen Code, und drücken Sie die Eingabetaste:</translation>
    </message>
    <message>
        <source>replace FILE if there is one</source>
        <translation>FILE ersetzen, falls es schon existiert</translation>
    </message>
    <message>
        <source>write the connections without secrets, for another computer</source>
        <translation>die Verbindungen ohne Geheimnisse schreiben, für einen anderen Computer</translation>
    </message>
    <message>
        <source>add the connections that “export” wrote, to be authorised here</source>
        <translation>die Verbindungen hinzufügen, die „export“ geschrieben hat, um sie hier zu autorisieren</translation>
    </message>
    <message>
        <source>Without FILE, or with “-”, the document goes to standard output. Provider packs of your own are only named in it; copy their files along.</source>
        <translation>Ohne FILE oder mit „-“ geht das Dokument an die Standardausgabe. Ihre eigenen Anbieterpakete sind darin nur genannt; kopieren Sie deren Dateien mit.</translation>
    </message>
    <message>
        <source>--force goes with a FILE only.</source>
        <translation>--force gehört nur zu einer FILE.</translation>
    </message>
    <message>
        <source>There is already a file %1. Nothing was written. --force replaces it.</source>
        <translation>Die Datei %1 gibt es schon. Es wurde nichts geschrieben. --force ersetzt sie.</translation>
    </message>
    <message>
        <source>One connection was written to %1. No secret is in it: authorise it on the other computer after “relink import”.</source>
        <translation>Eine Verbindung wurde nach %1 geschrieben. Es ist kein Geheimnis darin: Autorisieren Sie sie auf dem anderen Computer nach „relink import“.</translation>
    </message>
    <message numerus="yes">
        <source>%n connections were written to %1. No secret is in it: authorise them on the other computer after “relink import”.</source>
        <translation>
            <numerusform>Eine Verbindung wurde nach %1 geschrieben. Es ist kein Geheimnis darin: Autorisieren Sie sie auf dem anderen Computer nach „relink import“.</numerusform>
            <numerusform>%n Verbindungen wurden nach %1 geschrieben. Es ist kein Geheimnis darin: Autorisieren Sie sie auf dem anderen Computer nach „relink import“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the provider packs of your own along, they are not in it: %1.</source>
        <translation>Nehmen Sie Ihre eigenen Anbieterpakete mit, sie sind nicht darin: %1.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Die Standardeingabe</translation>
    </message>
    <message>
        <source>%1 cannot be imported. Nothing was added. %2</source>
        <translation>%1 kann nicht importiert werden. Es wurde nichts hinzugefügt. %2</translation>
    </message>
    <message>
        <source>“%1” was left out: there is no provider “%2” here. Add its pack with “relink providers add FILE”, then import again.</source>
        <translation>„%1“ wurde ausgelassen: Den Anbieter „%2“ gibt es hier nicht. Fügen Sie sein Paket mit „relink providers add FILE“ hinzu und importieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>Es wurde nichts hinzugefügt.</translation>
    </message>
    <message>
        <source>One connection was added. Authorise it with: %1</source>
        <translation>Eine Verbindung wurde hinzugefügt. Autorisieren Sie sie mit: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n connections were added. Authorise each of them, for example with: %1</source>
        <translation>
            <numerusform>Eine Verbindung wurde hinzugefügt. Autorisieren Sie sie mit: %1</numerusform>
            <numerusform>%n Verbindungen wurden hinzugefügt. Autorisieren Sie jede davon, zum Beispiel mit: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>read one secret value as a line of standard input (a private key: all its lines)</source>
        <translation>einen geheimen Wert als Zeile der Standardeingabe lesen (einen privaten Schlüssel mit allen Zeilen)</translation>
    </message>
    <message>
        <source>--yes is for providers that keep the access themselves. %1 is asked.</source>
        <translation>--yes ist für Anbieter, die den Zugriff selbst verwahren. %1 wird gefragt.</translation>
    </message>
    <message>
        <source>Say with --yes that the access is set up at %1; nobody can be asked here.</source>
        <translation>Bestätigen Sie mit --yes, dass der Zugriff bei %1 eingerichtet ist; hier kann niemand gefragt werden.</translation>
    </message>
    <message>
        <source>Is the access set up there? Type “yes” when it is: </source>
        <translation>Ist der Zugriff dort eingerichtet? Geben Sie dann „ja“ ein: </translation>
    </message>
    <message>
        <source>Enter this code there, if the page does not show it already, and allow the access. Relink waits for it.</source>
        <translation>Geben Sie dort diesen Code ein, falls die Seite ihn nicht schon zeigt, und erlauben Sie den Zugriff. Relink wartet darauf.</translation>
    </message>
    <message>
        <source>(for example %1)</source>
        <translation>(zum Beispiel %1)</translation>
    </message>
    <message>
        <source>Has a Test Mode: --environment test.</source>
        <translation>Hat einen Testmodus: --environment test.</translation>
    </message>
    <message>
        <source>What ends:</source>
        <translation>Was endet:</translation>
    </message>
    <message>
        <source>Limits:</source>
        <translation>Grenzen:</translation>
    </message>
    <message>
        <source>Good to know:</source>
        <translation>Gut zu wissen:</translation>
    </message>
    <message>
        <source>To end the access at the provider:</source>
        <translation>So beenden Sie den Zugriff beim Anbieter:</translation>
    </message>
    <message>
        <source>Not confirmed by the provider’s documents:</source>
        <translation>Von den Unterlagen des Anbieters nicht bestätigt:</translation>
    </message>
    <message>
        <source>Documentation and status page:</source>
        <translation>Dokumentation und Statusseite:</translation>
    </message>
    <message>
        <source>how long an access lasts before it is renewed</source>
        <translation>wie lange ein Zugriff gilt, bevor er erneuert wird</translation>
    </message>
    <message>
        <source>how long the sign-in lasts</source>
        <translation>wie lange die Anmeldung gilt</translation>
    </message>
    <message>
        <source>whether a renewal replaces the refresh token</source>
        <translation>ob eine Erneuerung das Refresh-Token ersetzt</translation>
    </message>
    <message>
        <source>whether and how the access can be ended from here</source>
        <translation>ob und wie der Zugriff von hier aus beendet werden kann</translation>
    </message>
    <message>
        <source>the way through the menus to end the access there</source>
        <translation>der Weg durch die Menüs, um den Zugriff dort zu beenden</translation>
    </message>
    <message>
        <source>“%1” is not connected yet, so there is no token. Authorise it with: %2</source>
        <translation>„%1“ ist noch nicht verbunden, es gibt also kein Token. Autorisieren Sie die Verbindung mit: %2</translation>
    </message>
    <message>
        <source>“%1” is not connected yet; there is nothing to revoke.</source>
        <translation>„%1“ ist noch nicht verbunden; es gibt nichts zu widerrufen.</translation>
    </message>
    <message>
        <source> – your own pack</source>
        <translation> – Ihr eigenes Paket</translation>
    </message>
    <message>
        <source>give a connection or a pair another name</source>
        <translation>einer Verbindung oder einem Paar einen anderen Namen geben</translation>
    </message>
    <message>
        <source>name of the pair</source>
        <translation>Name des Paares</translation>
    </message>
    <message>
        <source>tie an accounting connection to the shop, marketplace or till it works with</source>
        <translation>eine Buchhaltung mit dem Shop, Marktplatz oder der Kasse verbinden, mit denen sie zusammenarbeitet</translation>
    </message>
    <message>
        <source>dissolve a pair; both connections stay</source>
        <translation>ein Paar auflösen; beide Verbindungen bleiben</translation>
    </message>
    <message>
        <source>the servers that the file names are yours</source>
        <translation>die Server, die die Datei nennt, sind Ihre</translation>
    </message>
    <message>
        <source>say that the access is set up at a provider that keeps it itself</source>
        <translation>sagen, dass der Zugang bei einem Anbieter, der ihn selbst verwahrt, eingerichtet ist</translation>
    </message>
    <message>
        <source>“-” is standard input. A connection whose name is taken is left out, and so is one whose provider is not here. Where anything in the file is wrong, nothing is added. Servers that the file names are shown and asked about first; where nobody can be asked, --yes is needed.</source>
        <translation>„-“ ist die Standardeingabe. Eine Verbindung, deren Name vergeben ist, wird ausgelassen, ebenso eine, deren Anbieter es hier nicht gibt. Ist in der Datei irgendetwas falsch, wird nichts hinzugefügt. Server, die die Datei nennt, werden gezeigt und erst erfragt; wo niemand gefragt werden kann, ist --yes nötig.</translation>
    </message>
    <message>
        <source>Some providers keep the access themselves, so Relink can ask nobody: it says what to set up there and asks you whether that is done. --yes says so beforehand, and the command ends with 0; with any other provider --yes is refused.</source>
        <translation>Manche Anbieter verwahren den Zugang selbst, sodass Relink niemanden fragen kann: Es sagt, was dort einzurichten ist, und fragt Sie, ob das geschehen ist. --yes sagt es vorab, und der Befehl endet mit 0; bei jedem anderen Anbieter wird --yes abgelehnt.</translation>
    </message>
    <message>
        <source>A pair is one accounting connection and one shop, marketplace or till, in either order. PAIR is its name or its id; without --name it is named after the two. “relink status” shows the pairs.</source>
        <translation>Ein Paar sind eine Buchhaltung und ein Shop, Marktplatz oder eine Kasse, in beliebiger Reihenfolge. PAIR ist sein Name oder seine ID; ohne --name heißt es nach den beiden. „relink status“ zeigt die Paare.</translation>
    </message>
    <message>
        <source>The file says which servers these connections are to sign in at:</source>
        <translation>Die Datei sagt, bei welchen Servern sich diese Verbindungen anmelden sollen:</translation>
    </message>
    <message>
        <source>Say with --yes that they are yours; nobody can be asked here. Nothing was added.</source>
        <translation>Sagen Sie mit --yes, dass es Ihre sind; hier kann niemand gefragt werden. Es wurde nichts hinzugefügt.</translation>
    </message>
    <message>
        <source>Are they yours? Type “yes” to import: </source>
        <translation>Sind es Ihre? Tippen Sie „yes“, um zu importieren: </translation>
    </message>
    <message numerus="yes">
        <source>%n connections are being added…</source>
        <translation>
            <numerusform>Eine Verbindung wird hinzugefügt …</numerusform>
            <numerusform>%n Verbindungen werden hinzugefügt …</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is named twice, and a pair is of two connections.</source>
        <translation>„%1“ ist zweimal genannt, und ein Paar besteht aus zwei Verbindungen.</translation>
    </message>
    <message>
        <source>The pair “%1” is dissolved. Both connections stay.</source>
        <translation>Das Paar „%1“ ist aufgelöst. Beide Verbindungen bleiben.</translation>
    </message>
    <message>
        <source>There is no pair named “%1”. “relink status” shows the pairs.</source>
        <translation>Es gibt kein Paar namens „%1“. „relink status“ zeigt die Paare.</translation>
    </message>
    <message>
        <source>Several pairs are named “%1”. Give the id of one: %2.</source>
        <translation>Mehrere Paare heißen „%1“. Geben Sie die ID von einem an: %2.</translation>
    </message>
    <message>
        <source>%1 %2  Pair “%3”: %4 and %5</source>
        <translation>%1 %2  Paar „%3“: %4 und %5</translation>
    </message>
    <message>
        <source>Redirect address to register: %1 (Relink adds whichever port is free)</source>
        <translation>Einzutragende Weiterleitungsadresse: %1 (Relink ergänzt einen freien Port)</translation>
    </message>
    <message>
        <source>Redirect address to register: %1</source>
        <translation>Einzutragende Weiterleitungsadresse: %1</translation>
    </message>
    <message>
        <source>Redirect address to register: an https address of your own; give it with --set redirect_uri=… and paste the address the browser ends up at</source>
        <translation>Einzutragende Weiterleitungsadresse: eine eigene https-Adresse; geben Sie sie mit --set redirect_uri=… an und fügen Sie die Adresse ein, bei der der Browser ankommt</translation>
    </message>
    <message>
        <source>Redirect address to register: the provider gives it a name, which is entered below; paste the address the browser ends up at</source>
        <translation>Einzutragende Weiterleitungsadresse: Der Anbieter gibt ihr einen Namen, der unten eingegeben wird; fügen Sie die Adresse ein, bei der der Browser ankommt</translation>
    </message>
    <message>
        <source>In Test Mode: %1</source>
        <translation>Im Testmodus: %1</translation>
    </message>
    <message>
        <source>Permissions asked for (scope): %1</source>
        <translation>Erbetene Berechtigungen (scope): %1</translation>
    </message>
    <message>
        <source>No “%1” is kept on this computer. If there is one, give it with %2.</source>
        <translation>Auf diesem Computer ist kein „%1“ gespeichert. Gibt es eines, geben Sie es mit %2 an.</translation>
    </message>
    <message>
        <source>%1 (Enter if there is none)</source>
        <translation>%1 (Eingabetaste, wenn es keines gibt)</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Please type “yes” or “no”.</source>
        <translation>Bitte tippen Sie „ja“ oder „nein“.</translation>
    </message>
    <message>
        <source>Nobody can be asked here. Say how it stands with: %1</source>
        <translation>Hier kann niemand gefragt werden. Sagen Sie, wie es steht, mit: %1</translation>
    </message>
    <message>
        <source>Type “yes” or “no”: </source>
        <translation>Tippen Sie „ja“ oder „nein“: </translation>
    </message>
    <message>
        <source>Your answer is kept.</source>
        <translation>Ihre Antwort ist festgehalten.</translation>
    </message>
    <message>
        <source>--told goes with one connection: name it.</source>
        <translation>--told gilt für eine Verbindung: nennen Sie sie.</translation>
    </message>
    <message>
        <source>%1 cannot be asked. Say how it stands with: %2</source>
        <translation>%1 lässt sich nicht befragen. Sagen Sie, wie es steht, mit: %2</translation>
    </message>
    <message>
        <source>--told is either works or stopped.</source>
        <translation>--told ist entweder works oder stopped.</translation>
    </message>
    <message>
        <source>say how it stands at a provider that keeps the access itself</source>
        <translation>sagen, wie es bei einem Anbieter steht, der den Zugang selbst verwaltet</translation>
    </message>
    <message>
        <source>Some providers keep the access themselves, so Relink can ask nobody and keeps what you say: “reconnect” shows what to do there and asks whether it works, “check NAME --told works” or “--told stopped” says so beforehand.</source>
        <translation>Manche Anbieter verwalten den Zugang selbst, sodass Relink niemanden fragen kann und festhält, was Sie sagen: „reconnect“ zeigt, was dort zu tun ist, und fragt, ob es funktioniert; „check NAME --told works“ oder „--told stopped“ sagt es von vornherein.</translation>
    </message>
    <message>
        <source>“%1” was left out: there is already a connection or a pair of this name.</source>
        <translation>„%1“ wurde ausgelassen: Es gibt schon eine Verbindung oder ein Paar dieses Namens.</translation>
    </message>
    <message>
        <source>The pair “%1” went with it; its other connection stays.</source>
        <translation>Das Paar „%1“ ist damit aufgelöst; dessen andere Verbindung bleibt.</translation>
    </message>
    <message>
        <source>“%1” is a pair, not a connection. Dissolve it with: %2</source>
        <translation>„%1“ ist ein Paar, keine Verbindung. Lösen Sie es auf mit: %2</translation>
    </message>
    <message>
        <source>“%1” is a pair, not a connection. Name one of its two: %2.</source>
        <translation>„%1“ ist ein Paar, keine Verbindung. Nennen Sie eine seiner beiden: %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Brought along: %1</source>
        <translation>Mitgebracht: %1</translation>
    </message>
    <message>
        <source>To take it, use “reauthorize” with %1.</source>
        <translation>Um es zu übernehmen, verwenden Sie „reauthorize“ mit %1.</translation>
    </message>
    <message>
        <source>Take this one for the connection? Type “yes” to take it; Enter keeps nothing: </source>
        <translation>Dieses Konto für die Verbindung übernehmen? „ja“ übernimmt es, Enter behält nichts: </translation>
    </message>
    <message>
        <source>those of the addresses you enter</source>
        <translation>die der Adressen, die Sie eingeben</translation>
    </message>
    <message>
        <source>Keys, passwords and tokens go only to: %1</source>
        <translation>Schlüssel, Passwörter und Token gehen nur an: %1</translation>
    </message>
    <message>
        <source>%1 has no value “%2”; it asks for none.</source>
        <translation>%1 hat keinen Wert „%2“ und fragt nach keinem.</translation>
    </message>
    <message>
        <source>The time given with --timeout is up.</source>
        <translation>Die mit --timeout gegebene Zeit ist um.</translation>
    </message>
    <message>
        <source>Paste the text, press Enter, then Ctrl+D.</source>
        <translation>Fügen Sie den Text ein, drücken Sie die Eingabetaste und dann Strg+D.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>This is more than 4 MiB. Take the part that tells of the failure.</source>
        <translation>Das sind mehr als 4 MiB. Nehmen Sie den Teil, der vom Fehler handelt.</translation>
    </message>
    <message>
        <source>This holds no text. Relink reads text only; from a picture or a document, copy the words.</source>
        <translation>Das enthält keinen Text. Relink liest nur Text; aus einem Bild oder Dokument kopieren Sie bitte die Wörter.</translation>
    </message>
    <message>
        <source>There is nothing to read: the text is empty.</source>
        <translation>Es gibt nichts zu lesen: Der Text ist leer.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>the provider it is about</source>
        <translation>der Anbieter, um den es geht</translation>
    </message>
    <message>
        <source>what an error text means, and what helps</source>
        <translation>was ein Fehlertext bedeutet und was hilft</translation>
    </message>
    <message>
        <source>what is unsafe in a request, and the safe form</source>
        <translation>was an einer Anfrage unsicher ist, und die sichere Form</translation>
    </message>
    <message>
        <source>Reads any text with an error in it, 4 MiB at most: an e-mail, a log, a page. Without FILE, or with “-”, it reads standard input. Nothing of it is kept, and secrets are not shown. Ends with 0 for any answer, with 2 for an empty text or a file that cannot be read.</source>
        <translation>Liest jeden Text mit einem Fehler darin, höchstens 4 MiB: eine E-Mail, ein Protokoll, eine Seite. Ohne FILE oder mit „-“ wird die Standardeingabe gelesen. Nichts davon wird aufbewahrt, und Geheimnisse werden nicht gezeigt. Endet mit 0 bei jeder Antwort, mit 2 bei einem leeren Text oder einer Datei, die nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>Reads an address, a curl command, raw HTTP or a script, 4 MiB at most. Without FILE, or with “-”, it reads standard input. Nothing is sent, and no secret is shown. Ends with 0 whatever is found, with 2 for an empty text or a file that cannot be read.</source>
        <translation>Liest eine Adresse, einen curl-Befehl, rohes HTTP oder ein Skript, höchstens 4 MiB. Ohne FILE oder mit „-“ wird die Standardeingabe gelesen. Nichts wird gesendet, und kein Geheimnis wird gezeigt. Endet mit 0, was auch gefunden wird, mit 2 bei einem leeren Text oder einer Datei, die nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>%1 is a link or no plain file. Nothing was written.</source>
        <translation>%1 ist eine Verknüpfung oder keine einfache Datei. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The support packet was written to %1.</source>
        <translation>Das Support-Paket wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>One value in it was replaced; support.txt names it.</source>
        <translation>Ein Wert darin wurde ersetzt; support.txt nennt ihn.</translation>
    </message>
    <message numerus="yes">
        <source>%n values in it were replaced; support.txt names them.</source>
        <translation>
            <numerusform>Ein Wert darin wurde ersetzt; support.txt nennt ihn.</numerusform>
            <numerusform>%n Werte darin wurden ersetzt; support.txt nennt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has no picture: those are made in the window, with “Support packet…”.</source>
        <translation>Bilder enthält es nicht: Die entstehen im Fenster, mit „Support-Paket …“.</translation>
    </message>
    <message>
        <source>where to write the packet</source>
        <translation>wohin das Paket geschrieben wird</translation>
    </message>
    <message>
        <source>what you were doing when it failed</source>
        <translation>was Sie taten, als der Fehler auftrat</translation>
    </message>
    <message>
        <source>leave the names of people, shops and organisations in</source>
        <translation>Namen von Personen, Shops und Organisationen stehen lassen</translation>
    </message>
    <message>
        <source>write what a support team asks for, without secrets, into a ZIP file</source>
        <translation>schreibt in eine ZIP-Datei, wonach der Support fragt, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Secrets are replaced, and so are the names of people, shops and organisations unless you say --names; support.txt lists what was. The file is for you alone to read: send it where you ask for help.</source>
        <translation>Geheimnisse werden ersetzt, und ohne --names auch die Namen von Personen, Shops und Organisationen; support.txt zählt auf, was ersetzt wurde. Nur Sie können die Datei lesen: Senden Sie sie dorthin, wo Sie um Hilfe bitten.</translation>
    </message>
    <message>
        <source>For whoever built your integration:</source>
        <translation>Für die Person, die Ihre Integration gebaut hat:</translation>
    </message>
    <message>
        <source>A message that you can send:</source>
        <translation>Eine Nachricht, die Sie senden können:</translation>
    </message>
    <message>
        <source>Press Enter: %1. Type “skip” to go on without: </source>
        <extracomment>%1 is what a button of the window would say, such as “Open Xero and authorise”</extracomment>
        <translation>Eingabetaste: %1. Tippen Sie „skip“, um ohne diesen Schritt weiterzugehen: </translation>
    </message>
    <message>
        <source>Press Enter when it is done. Type “no” if it is not possible or “skip”, with the reason behind it: </source>
        <translation>Drücken Sie die Eingabetaste, wenn es erledigt ist. Tippen Sie „nein“, wenn es nicht möglich ist, oder „skip“ zum Überspringen, mit dem Grund dahinter: </translation>
    </message>
    <message>
        <source>Please press Enter, or type “no” or “skip”.</source>
        <translation>Bitte drücken Sie die Eingabetaste, oder tippen Sie „nein“ oder „skip“.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>Type a number, or press Enter to go on without an answer: </source>
        <translation>Tippen Sie eine Zahl, oder drücken Sie die Eingabetaste, um ohne Antwort weiterzugehen: </translation>
    </message>
    <message>
        <source>Type a number: </source>
        <translation>Tippen Sie eine Zahl: </translation>
    </message>
    <message>
        <source>Please type a number between 1 and %1.</source>
        <translation>Bitte tippen Sie eine Zahl zwischen 1 und %1.</translation>
    </message>
    <message>
        <source>This step ends an access, so somebody has to agree to it. Run the command in a terminal.</source>
        <translation>Dieser Schritt beendet einen Zugriff; deshalb muss jemand zustimmen. Führen Sie den Befehl in einem Terminal aus.</translation>
    </message>
    <message>
        <source>What a support team asks for is put together by: %1</source>
        <translation>Was ein Support-Team wissen will, stellt dieser Befehl zusammen: %1</translation>
    </message>
    <message>
        <source>%1? Type “yes”, or “skip” to go on without: </source>
        <extracomment>%1 is what a button of the window would say, such as “Revoke access”</extracomment>
        <translation>%1? Tippen Sie „ja“, oder „skip“, um ohne diesen Schritt weiterzugehen: </translation>
    </message>
    <message>
        <source>Nobody was there to be asked.</source>
        <translation>Es war niemand da, den man fragen konnte.</translation>
    </message>
    <message>
        <source>Somebody has to choose here: “%1” Run the command in a terminal.</source>
        <translation>Hier muss jemand wählen: „%1“ Führen Sie den Befehl in einem Terminal aus.</translation>
    </message>
</context>
<context>
    <name>Credential</name>
    <message>
        <source>A space was copied along in front.</source>
        <translation>Vorn wurde ein Leerzeichen mitkopiert.</translation>
    </message>
    <message>
        <source>A space was copied along at the end.</source>
        <translation>Am Ende wurde ein Leerzeichen mitkopiert.</translation>
    </message>
    <message>
        <source>There is a space inside.</source>
        <translation>Im Inneren steht ein Leerzeichen.</translation>
    </message>
    <message>
        <source>A line break was copied along.</source>
        <translation>Ein Zeilenumbruch wurde mitkopiert.</translation>
    </message>
    <message>
        <source>A tab was copied along.</source>
        <translation>Ein Tabulator wurde mitkopiert.</translation>
    </message>
    <message>
        <source>A no-break space was copied along.</source>
        <translation>Ein geschütztes Leerzeichen wurde mitkopiert.</translation>
    </message>
    <message>
        <source>An invisible character was copied along.</source>
        <translation>Ein unsichtbares Zeichen wurde mitkopiert.</translation>
    </message>
    <message>
        <source>A control character was copied along.</source>
        <translation>Ein Steuerzeichen wurde mitkopiert.</translation>
    </message>
    <message>
        <source>There is a typographic quote.</source>
        <translation>Es enthält ein typografisches Anführungszeichen.</translation>
    </message>
    <message>
        <source>Quotes were copied along.</source>
        <translation>Anführungszeichen wurden mitkopiert.</translation>
    </message>
    <message>
        <source>The word before the key was copied along.</source>
        <translation>Das Wort vor dem Schlüssel wurde mitkopiert.</translation>
    </message>
    <message>
        <source>A letter only looks like the usual one.</source>
        <translation>Ein Buchstabe sieht nur aus wie der übliche.</translation>
    </message>
    <message>
        <source>%1 Character U+%2 at position %3.</source>
        <extracomment>What is wrong, the character&apos;s code point, its place counted from 1</extracomment>
        <translation>%1 Zeichen U+%2 an Stelle %3.</translation>
    </message>
    <message>
        <source>This is not a private key in text form. It begins with a line like “-----BEGIN PRIVATE KEY-----”.</source>
        <translation>Das ist kein privater Schlüssel in Textform. Er beginnt mit einer Zeile wie „-----BEGIN PRIVATE KEY-----“.</translation>
    </message>
    <message>
        <source>The end is missing. Copy the last line too, which begins with “-----END”.</source>
        <translation>Das Ende fehlt. Kopieren Sie auch die letzte Zeile, die mit „-----END“ beginnt.</translation>
    </message>
    <message>
        <source>This is the public half of the key. The private half is needed here.</source>
        <translation>Das ist die öffentliche Hälfte des Schlüssels. Hier wird die private gebraucht.</translation>
    </message>
    <message>
        <source>This is a certificate. The private key that belongs to it is needed here.</source>
        <translation>Das ist ein Zertifikat. Hier wird der private Schlüssel gebraucht, der dazugehört.</translation>
    </message>
    <message>
        <source>This key is locked with a passphrase. Save it without one and paste it again; the keychain protects it here.</source>
        <translation>Dieser Schlüssel ist mit einer Passphrase gesperrt. Speichern Sie ihn ohne Passphrase, und fügen Sie ihn noch einmal ein; hier schützt ihn der Schlüsselbund.</translation>
    </message>
    <message>
        <source>This looks made for live use, but Test Mode is on. The two must match.</source>
        <translation>Das sieht aus, als sei es für den echten Betrieb, aber der Testmodus ist an. Beides muss zusammenpassen.</translation>
    </message>
    <message>
        <source>This looks made for tests, but Test Mode is off. The two must match.</source>
        <translation>Das sieht aus, als sei es für Tests, aber der Testmodus ist aus. Beides muss zusammenpassen.</translation>
    </message>
    <message>
        <source>U+%1 at position %2</source>
        <translation>U+%1 an Stelle %2</translation>
    </message>
    <message>
        <source>Removed: %1.</source>
        <translation>Entfernt: %1.</translation>
    </message>
    <message>
        <source>It is the stored one.</source>
        <translation>Es ist der gespeicherte Wert.</translation>
    </message>
    <message>
        <source>It is not the stored one. Enter the new one with “Edit” if it was changed there.</source>
        <translation>Es ist nicht der gespeicherte Wert. Geben Sie den neuen mit „Bearbeiten“ ein, falls er dort geändert wurde.</translation>
    </message>
    <message>
        <source>None is stored here to compare with.</source>
        <translation>Hier ist keiner gespeichert, mit dem sich vergleichen ließe.</translation>
    </message>
    <message>
        <source>It is the stored one, but for characters that do not belong to what is stored. Enter it once more with “Edit”.</source>
        <translation>Es ist der gespeicherte Wert bis auf Zeichen, die nicht in das Gespeicherte gehören. Geben Sie ihn mit „Bearbeiten“ noch einmal ein.</translation>
    </message>
    <message>
        <source>It is the stored one, but for characters that were copied along now.</source>
        <translation>Es ist der gespeicherte Wert bis auf Zeichen, die eben mitkopiert wurden.</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>The keychain is open.</source>
        <translation>Der Schlüsselbund ist offen.</translation>
    </message>
    <message>
        <source>The keychain is running and has no keyring yet.</source>
        <translation>Der Schlüsselbund läuft und enthält noch nichts.</translation>
    </message>
    <message>
        <source>An entry can be written, read and removed.</source>
        <translation>Ein Eintrag lässt sich schreiben, lesen und entfernen.</translation>
    </message>
    <message>
        <source>Nothing keeps the keychain’s answers from Relink.</source>
        <translation>Die Antworten des Schlüsselbunds erreichen Relink ungehindert.</translation>
    </message>
    <message>
        <source>QT_NO_GLIB is set, so the keychain cannot answer. Remove it from the environment.</source>
        <translation>QT_NO_GLIB ist gesetzt, deshalb kann der Schlüsselbund nicht antworten. Entfernen Sie es aus der Umgebung.</translation>
    </message>
    <message>
        <source>The browser’s answer can be received on 127.0.0.1.</source>
        <translation>Die Antwort des Browsers kann auf 127.0.0.1 empfangen werden.</translation>
    </message>
    <message>
        <source>No port can be opened on 127.0.0.1 (%1), so the browser’s answer cannot be received.</source>
        <translation>Auf 127.0.0.1 lässt sich kein Port öffnen (%1), deshalb kann die Antwort des Browsers nicht empfangen werden.</translation>
    </message>
    <message>
        <source>The database in %1 is in order.</source>
        <translation>Die Datenbank in %1 ist in Ordnung.</translation>
    </message>
    <message>
        <source>The database in %1 is damaged: %2</source>
        <translation>Die Datenbank in %1 ist beschädigt: %2</translation>
    </message>
    <message>
        <source>A damaged one was moved to %1.</source>
        <translation>Eine beschädigte wurde nach %1 verschoben.</translation>
    </message>
    <message>
        <source>The system opens pages itself.</source>
        <translation>Das System öffnet Seiten selbst.</translation>
    </message>
    <message>
        <source>xdg-open is not installed, so no browser can be started. Install xdg-utils, or use --no-browser.</source>
        <translation>xdg-open ist nicht installiert, deshalb kann kein Browser gestartet werden. Installieren Sie xdg-utils oder benutzen Sie --no-browser.</translation>
    </message>
    <message>
        <source>Pages are opened with %1.</source>
        <translation>Seiten werden mit %1 geöffnet.</translation>
    </message>
</context>
<context>
    <name>ErrorClass</name>
    <message>
        <source>Access ran out</source>
        <translation>Der Zugriff ist abgelaufen</translation>
    </message>
    <message>
        <source>Sign-in expired</source>
        <translation>Die Anmeldung ist abgelaufen</translation>
    </message>
    <message>
        <source>Access was withdrawn</source>
        <translation>Der Zugriff wurde widerrufen</translation>
    </message>
    <message>
        <source>App credentials not accepted</source>
        <translation>Zugangsdaten der App nicht angenommen</translation>
    </message>
    <message>
        <source>User name, password or key not accepted</source>
        <translation>Benutzername, Passwort oder Schlüssel nicht angenommen</translation>
    </message>
    <message>
        <source>Credential contains something that does not belong</source>
        <translation>Zugangsdaten enthalten etwas, das nicht hineingehört</translation>
    </message>
    <message>
        <source>Test Mode does not match the credential</source>
        <translation>Testmodus passt nicht zu den Zugangsdaten</translation>
    </message>
    <message>
        <source>The user lacks a permission</source>
        <translation>Dem Benutzer fehlt eine Berechtigung</translation>
    </message>
    <message>
        <source>A permission was not granted</source>
        <translation>Eine Berechtigung wurde nicht erteilt</translation>
    </message>
    <message>
        <source>Not included in the plan</source>
        <translation>Nicht im Tarif enthalten</translation>
    </message>
    <message>
        <source>The app was removed</source>
        <translation>Die App wurde entfernt</translation>
    </message>
    <message>
        <source>Wrong organisation</source>
        <translation>Falsche Organisation</translation>
    </message>
    <message>
        <source>Another connection took over</source>
        <translation>Eine andere Verbindung hat übernommen</translation>
    </message>
    <message>
        <source>Too many connections</source>
        <translation>Zu viele Verbindungen</translation>
    </message>
    <message>
        <source>Sign-in method no longer offered</source>
        <translation>Art der Anmeldung wird nicht mehr angeboten</translation>
    </message>
    <message>
        <source>Provider out of order</source>
        <translation>Störung beim Anbieter</translation>
    </message>
    <message>
        <source>Asked to slow down</source>
        <translation>Um langsamere Anfragen gebeten</translation>
    </message>
    <message>
        <source>No internet connection</source>
        <translation>Keine Internetverbindung</translation>
    </message>
    <message>
        <source>Proxy does not let Relink through</source>
        <translation>Der Proxy lässt Relink nicht durch</translation>
    </message>
    <message>
        <source>Secure connection not possible</source>
        <translation>Keine sichere Verbindung möglich</translation>
    </message>
    <message>
        <source>This computer’s clock is wrong</source>
        <translation>Die Uhr dieses Computers geht falsch</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>A setting is not right</source>
        <translation>Eine Einstellung stimmt nicht</translation>
    </message>
    <message>
        <source>Account closed or blocked</source>
        <translation>Konto geschlossen oder gesperrt</translation>
    </message>
    <message>
        <source>Not a fault</source>
        <translation>Kein Fehler</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>Nicht erkannt</translation>
    </message>
    <message>
        <source>%1 gives out access for a short time and this one has run out. Relink can usually renew it by itself.</source>
        <translation>%1 gibt Zugriff für kurze Zeit, und diese ist abgelaufen. Relink kann ihn meist von selbst erneuern.</translation>
    </message>
    <message>
        <source>%1 no longer takes the sign-in: it ran out, or somebody withdrew it there. Only signing in again starts a new one.</source>
        <translation>%1 nimmt die Anmeldung nicht mehr an: Sie ist abgelaufen, oder jemand hat sie dort widerrufen. Nur eine neue Anmeldung hilft.</translation>
    </message>
    <message>
        <source>Somebody ended the access at %1, or %1 ended it after a change such as a new password. Authorise again if it should go on.</source>
        <translation>Jemand hat den Zugriff bei %1 beendet, oder %1 hat ihn nach einer Änderung wie einem neuen Passwort beendet. Autorisieren Sie neu, wenn es weitergehen soll.</translation>
    </message>
    <message>
        <source>%1 does not accept the client ID or client secret of the app. Your own sign-in is not the cause.</source>
        <translation>%1 nimmt die Client-ID oder das Client-Geheimnis der App nicht an. Ihre eigene Anmeldung ist nicht die Ursache.</translation>
    </message>
    <message>
        <source>%1 does not accept the user name, password or key that is stored. It may have been changed or made anew there.</source>
        <translation>%1 nimmt den gespeicherten Benutzernamen, das Passwort oder den Schlüssel nicht an. Vielleicht wurde dort etwas geändert oder neu erzeugt.</translation>
    </message>
    <message>
        <source>The credential holds a space, a line break or another character that copying often brings along, so %1 cannot read it.</source>
        <translation>Die Zugangsdaten enthalten ein Leerzeichen, einen Zeilenumbruch oder ein anderes Zeichen, das beim Kopieren oft mitkommt; %1 kann sie deshalb nicht lesen.</translation>
    </message>
    <message>
        <source>%1 keeps test and live apart: test credentials work only with Test Mode on, live ones only with it off.</source>
        <translation>%1 trennt Test und Echtbetrieb: Testzugangsdaten gehen nur mit Testmodus, echte nur ohne ihn.</translation>
    </message>
    <message>
        <source>%1 knows who you are, but the user behind this connection may not do this. An administrator there can change the role.</source>
        <translation>%1 weiß, wer Sie sind, aber der Benutzer hinter dieser Verbindung darf das nicht. Ein Administrator kann dort die Rolle ändern.</translation>
    </message>
    <message>
        <source>This permission was not part of the access that was allowed at %1, or it was taken away since. Whoever administers %1 can allow it.</source>
        <translation>Diese Berechtigung gehörte nicht zu dem Zugriff, der bei %1 erlaubt wurde, oder sie wurde seither entzogen. Wer %1 verwaltet, kann sie erteilen.</translation>
    </message>
    <message>
        <source>The connection works, but your plan at %1 does not include this data or function.</source>
        <translation>Die Verbindung funktioniert, aber Ihr Tarif bei %1 enthält diese Daten oder Funktion nicht.</translation>
    </message>
    <message>
        <source>The app is no longer installed at %1, or whoever created it has left. It has to be added there again.</source>
        <translation>Die App ist bei %1 nicht mehr installiert, oder wer sie angelegt hat, ist nicht mehr da. Sie muss dort neu hinzugefügt werden.</translation>
    </message>
    <message>
        <source>The sign-in at %1 is good, but it does not reach the organisation that this connection is for.</source>
        <translation>Die Anmeldung bei %1 ist gut, reicht aber nicht zu der Organisation, für die diese Verbindung ist.</translation>
    </message>
    <message>
        <source>%1 allows one connection of this kind at a time, and a newer one has replaced this one.</source>
        <translation>%1 erlaubt nur eine Verbindung dieser Art zugleich, und eine neuere hat diese ersetzt.</translation>
    </message>
    <message>
        <source>The number of apps that %1 allows is used up. Removing one that is no longer needed makes room.</source>
        <translation>Die Zahl der Apps, die %1 erlaubt, ist erreicht. Entfernen Sie eine, die nicht mehr gebraucht wird.</translation>
    </message>
    <message>
        <source>%1 has retired the way in which this connection signs in. It has to be set up in the present way.</source>
        <translation>%1 hat die Art eingestellt, auf die sich diese Verbindung anmeldet. Sie muss auf die heutige Art eingerichtet werden.</translation>
    </message>
    <message>
        <source>%1 has a fault of its own at the moment. Your access is not affected and Relink keeps trying.</source>
        <translation>%1 hat zurzeit selbst eine Störung. Ihr Zugriff ist nicht betroffen, und Relink versucht es weiter.</translation>
    </message>
    <message>
        <source>%1 was asked too often in a short time. Relink waits as long as it was told to.</source>
        <translation>%1 wurde in kurzer Zeit zu oft gefragt. Relink wartet so lange, wie es gesagt bekam.</translation>
    </message>
    <message>
        <source>%1 could not be reached from this computer. That says nothing about your access; Relink tries again by itself.</source>
        <translation>%1 war von diesem Computer nicht zu erreichen. Das sagt nichts über Ihren Zugriff; Relink versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>The proxy between this computer and %1 refused. Your access is not affected.</source>
        <translation>Der Proxy zwischen diesem Computer und %1 hat verweigert. Ihr Zugriff ist nicht betroffen.</translation>
    </message>
    <message>
        <source>The address did not prove that it belongs to %1, so Relink sent nothing. A filter or guest network in between is the usual cause.</source>
        <translation>Die Adresse konnte nicht nachweisen, dass sie zu %1 gehört; Relink hat deshalb nichts gesendet. Meist ist ein Filter oder Gastnetz die Ursache.</translation>
    </message>
    <message>
        <source>This computer’s date or time is so far off that %1 cannot be reached safely. Your access is not affected.</source>
        <translation>Datum oder Uhrzeit dieses Computers gehen so falsch, dass %1 nicht sicher erreichbar ist. Ihr Zugriff ist nicht betroffen.</translation>
    </message>
    <message>
        <source>The credential for %1 is in the keychain of this computer, which is locked or not answering. Nothing is lost.</source>
        <translation>Die Zugangsdaten für %1 liegen im Schlüsselbund dieses Computers, der gesperrt ist oder nicht antwortet. Es ist nichts verloren.</translation>
    </message>
    <message>
        <source>This computer has no keychain running, and Relink keeps the credential for %1 nowhere else.</source>
        <translation>Auf diesem Computer läuft kein Schlüsselbund, und Relink bewahrt die Zugangsdaten für %1 nirgends sonst auf.</translation>
    </message>
    <message>
        <source>A setting of this connection does not agree with what is registered at %1, for example an address or the name of a permission.</source>
        <translation>Eine Einstellung dieser Verbindung stimmt nicht mit dem überein, was bei %1 registriert ist, etwa eine Adresse oder der Name einer Berechtigung.</translation>
    </message>
    <message>
        <source>%1 says that the account itself is closed, suspended or blocked. Only %1 can open it again.</source>
        <translation>%1 sagt, dass das Konto selbst geschlossen, ausgesetzt oder gesperrt ist. Nur %1 kann es wieder öffnen.</translation>
    </message>
    <message>
        <source>%1 answered in a way that looks like a fault but is none.</source>
        <translation>%1 hat so geantwortet, dass es wie ein Fehler aussieht, aber keiner ist.</translation>
    </message>
    <message>
        <source>%1 refused, and its answer fits nothing that Relink knows. Its own words are kept with it.</source>
        <translation>%1 hat abgelehnt, und die Antwort passt zu nichts, was Relink kennt. Der Wortlaut ist aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>This computer is offline, so %1 could not be asked. Connect it to the internet and try again.</source>
        <translation>Dieser Computer ist offline, %1 konnte deshalb nicht gefragt werden. Verbinden Sie ihn mit dem Internet und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The address of %1 cannot be found from this computer. Check the internet connection, then the spelling of the address.</source>
        <translation>Dieser Computer findet die Adresse von %1 nicht. Prüfen Sie die Internetverbindung, dann die Schreibweise der Adresse.</translation>
    </message>
    <message>
        <source>Nothing answers at the address of %1. Try again in a few minutes.</source>
        <translation>Unter der Adresse von %1 antwortet nichts. Versuchen Sie es in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again in a few minutes.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Versuchen Sie es in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off before the answer arrived, so it is not known whether %1 did what was asked. Check the connection before you repeat it.</source>
        <translation>Die Verbindung zu %1 riss ab, bevor die Antwort ankam; ob %1 das Gewünschte getan hat, ist nicht bekannt. Prüfen Sie die Verbindung, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>The proxy refused to let Relink through to %1. Check the proxy settings of this computer.</source>
        <translation>Der Proxy lässt Relink nicht zu %1 durch. Prüfen Sie die Proxy-Einstellungen dieses Computers.</translation>
    </message>
    <message>
        <source>The address did not prove that it belongs to %1, so nothing was sent. A filter or guest network in between is the usual cause; use another network.</source>
        <translation>Die Adresse konnte nicht nachweisen, dass sie zu %1 gehört; es wurde deshalb nichts gesendet. Meist ist ein Filter oder Gastnetz die Ursache; benutzen Sie ein anderes Netz.</translation>
    </message>
    <message>
        <source>The certificate of %1 does not fit the date on this computer. Set the date and time, then try again.</source>
        <translation>Das Zertifikat von %1 passt nicht zum Datum dieses Computers. Stellen Sie Datum und Uhrzeit und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The answer from %1 was larger than 1 MiB and was cut off. Check the address, or try again later.</source>
        <translation>Die Antwort von %1 war größer als 1 MiB und wurde abgeschnitten. Prüfen Sie die Adresse oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The address of %1 points to another one. Relink never follows with a credential; check the address, or sign in to the network first.</source>
        <translation>Die Adresse von %1 verweist auf eine andere. Relink folgt nie mit Zugangsdaten; prüfen Sie die Adresse oder melden Sie sich zuerst beim Netzwerk an.</translation>
    </message>
    <message>
        <source>A sign-in page of the network answered instead of %1. Sign in to the network in your browser, then try again.</source>
        <translation>Statt %1 hat eine Anmeldeseite des Netzwerks geantwortet. Melden Sie sich im Browser beim Netzwerk an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 answered with something that cannot be read. Check the address, or try again later.</source>
        <translation>%1 hat etwas geantwortet, das nicht lesbar ist. Prüfen Sie die Adresse oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not be reached. Check the internet connection and try again.</source>
        <translation>%1 war nicht zu erreichen. Prüfen Sie die Internetverbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain of this computer is locked. Unlock it and try again; nothing was changed.</source>
        <translation>Der Schlüsselbund dieses Computers ist gesperrt. Entsperren Sie ihn und versuchen Sie es noch einmal; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The keychain refused. Allow Relink to use it and try again; nothing was changed.</source>
        <translation>Der Schlüsselbund hat verweigert. Erlauben Sie Relink, ihn zu benutzen, und versuchen Sie es noch einmal; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The keychain does not answer. Look for a waiting question of your computer, then try again.</source>
        <translation>Der Schlüsselbund antwortet nicht. Suchen Sie nach einer wartenden Frage Ihres Computers und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No keychain is running. Install and start one, for example gnome-keyring or KWallet; Relink keeps credentials nowhere else.</source>
        <translation>Es läuft kein Schlüsselbund. Installieren und starten Sie einen, zum Beispiel gnome-keyring oder KWallet; Relink bewahrt Zugangsdaten nirgends sonst auf.</translation>
    </message>
    <message>
        <source>What the keychain holds for %1 cannot be read. Re-authorise to replace it.</source>
        <translation>Was der Schlüsselbund für %1 enthält, ist nicht lesbar. Autorisieren Sie neu, um es zu ersetzen.</translation>
    </message>
    <message>
        <source>The keychain no longer holds the credential for %1. Re-authorise, or open the keychain that has it.</source>
        <translation>Der Schlüsselbund enthält die Zugangsdaten für %1 nicht mehr. Autorisieren Sie neu oder öffnen Sie den Schlüsselbund, der sie hat.</translation>
    </message>
    <message>
        <source>The keychain could not do what was asked. Try again; if it goes on, run “relink doctor”.</source>
        <translation>Der Schlüsselbund konnte das nicht tun. Versuchen Sie es noch einmal; wenn es dabei bleibt, rufen Sie „relink doctor“ auf.</translation>
    </message>
    <message>
        <source>That address does not belong to this authorisation at %1. Allow the access on the browser page that was opened last, copy the whole address you arrive at, and paste it again.</source>
        <translation>Diese Adresse gehört nicht zu dieser Autorisierung bei %1. Erlauben Sie den Zugriff auf der zuletzt geöffneten Browserseite, kopieren Sie die ganze Adresse, bei der Sie ankommen, und fügen Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>That is neither the address nor the code of this authorisation at %1. Allow the access in the browser, copy the whole address you arrive at, and paste it again.</source>
        <translation>Das ist weder die Adresse noch der Code dieser Autorisierung bei %1. Erlauben Sie den Zugriff im Browser, kopieren Sie die ganze Adresse, bei der Sie ankommen, und fügen Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>The code alone is not enough at %1. Copy the whole address that the browser arrives at, and paste it again.</source>
        <translation>Der Code allein genügt bei %1 nicht. Kopieren Sie die ganze Adresse, bei der der Browser ankommt, und fügen Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>The answer of %1 does not fit the client secret that was entered. Compare the client ID and the client secret with those shown at %1.</source>
        <translation>Die Antwort von %1 passt nicht zum eingegebenen Client-Geheimnis. Vergleichen Sie Client-ID und Client-Geheimnis mit den Angaben bei %1.</translation>
    </message>
    <message>
        <source>The answer of %1 is not the one that was asked for, so nothing was sent. Start again.</source>
        <translation>Die Antwort von %1 ist nicht die erwartete; deshalb wurde nichts gesendet. Beginnen Sie von vorn.</translation>
    </message>
    <message>
        <source>Another server than %1 sent the answer, so nothing was sent to it. Check the addresses of this connection.</source>
        <translation>Ein anderer Server als %1 hat die Antwort gesendet, deshalb wurde ihm nichts gesendet. Prüfen Sie die Adressen dieser Verbindung.</translation>
    </message>
    <message>
        <source>Another program uses the port at which Relink waits for the answer. Close it, or choose another port, and try again.</source>
        <translation>Ein anderes Programm benutzt den Port, an dem Relink auf die Antwort wartet. Beenden Sie es oder wählen Sie einen anderen Port und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Relink could not wait for the answer from the browser. Try again.</source>
        <translation>Relink konnte nicht auf die Antwort des Browsers warten. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Nobody came back from %1 in the browser in time. Nothing was changed; start again when you are ready.</source>
        <translation>Niemand kam rechtzeitig von %1 aus dem Browser zurück. Es wurde nichts geändert; beginnen Sie neu, wenn Sie so weit sind.</translation>
    </message>
    <message>
        <source>The answer of %1 to the renewal was lost, so the old sign-in no longer counts. Re-authorise to go on.</source>
        <translation>Die Antwort von %1 auf die Erneuerung ging verloren; die alte Anmeldung gilt daher nicht mehr. Autorisieren Sie neu, damit es weitergeht.</translation>
    </message>
    <message>
        <source>Another account or organisation was authorised at %1 than before. The former one was kept; authorise again with the right one.</source>
        <translation>Bei %1 wurde ein anderes Konto oder eine andere Organisation autorisiert als bisher. Die bisherige wurde behalten; autorisieren Sie noch einmal mit der richtigen.</translation>
    </message>
    <message>
        <source>Something that %1 needs is missing.</source>
        <translation>Etwas, das %1 braucht, fehlt.</translation>
    </message>
    <message>
        <source>A value cannot be used.</source>
        <translation>Ein Wert ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>No browser could be started. Copy the link into one yourself.</source>
        <translation>Kein Browser konnte gestartet werden. Kopieren Sie den Link selbst in einen.</translation>
    </message>
    <message>
        <source>%1 gave a sign-in that cannot be renewed without you. Re-authorise to get a new one.</source>
        <translation>%1 hat eine Anmeldung gegeben, die sich ohne Sie nicht erneuern lässt. Autorisieren Sie neu, um eine neue zu bekommen.</translation>
    </message>
    <message>
        <source>The addresses for %1 are not those that you authorised, so nothing was sent. Re-authorise to accept the new ones.</source>
        <translation>Die Adressen für %1 sind nicht die, die Sie autorisiert haben; es wurde deshalb nichts gesendet. Autorisieren Sie neu, um die neuen anzunehmen.</translation>
    </message>
    <message>
        <source>Relink could not write its own files. Check that the disk is not full and that you may write there.</source>
        <translation>Relink konnte seine eigenen Dateien nicht schreiben. Prüfen Sie, ob der Datenträger voll ist und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>Another Relink is working on this connection. Try again in a moment.</source>
        <translation>Ein anderes Relink arbeitet gerade an dieser Verbindung. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Relink could not do that. Try again; if it goes on, run “relink doctor”.</source>
        <translation>Relink konnte das nicht tun. Versuchen Sie es noch einmal; wenn es dabei bleibt, rufen Sie „relink doctor“ auf.</translation>
    </message>
    <message>
        <source>You declined at %1. Nothing was changed.</source>
        <translation>Sie haben bei %1 abgelehnt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 cannot authorise anything at the moment. Try again in a few minutes.</source>
        <translation>%1 kann zurzeit nichts autorisieren. Versuchen Sie es in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>%1 does not know a permission that was asked for. Correct the list of permissions and try again.</source>
        <translation>%1 kennt eine verlangte Berechtigung nicht. Berichtigen Sie die Liste der Berechtigungen und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 does not accept this app. Compare the client ID with the one registered there.</source>
        <translation>%1 nimmt diese App nicht an. Vergleichen Sie die Client-ID mit der dort registrierten.</translation>
    </message>
    <message>
        <source>%1 refused the authorisation. Check the settings of this connection.</source>
        <translation>%1 hat die Autorisierung abgelehnt. Prüfen Sie die Einstellungen dieser Verbindung.</translation>
    </message>
    <message>
        <source>%1 asks for fewer requests. Wait a few minutes and try again.</source>
        <translation>%1 bittet um weniger Anfragen. Warten Sie ein paar Minuten und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 has a fault of its own. Try again in a few minutes; your access is not affected.</source>
        <translation>%1 hat selbst eine Störung. Versuchen Sie es in ein paar Minuten noch einmal; Ihr Zugriff ist nicht betroffen.</translation>
    </message>
    <message>
        <source>The sign-in at %1 has ended or was withdrawn. Re-authorise to go on.</source>
        <translation>Die Anmeldung bei %1 ist zu Ende oder wurde widerrufen. Autorisieren Sie neu, damit es weitergeht.</translation>
    </message>
    <message>
        <source>%1 does not accept the client ID or client secret. Compare them with those registered there.</source>
        <translation>%1 nimmt die Client-ID oder das Client-Geheimnis nicht an. Vergleichen Sie beides mit dem dort Registrierten.</translation>
    </message>
    <message>
        <source>%1 does not give a permission that was asked for. Correct the list of permissions and authorise again.</source>
        <translation>%1 erteilt eine verlangte Berechtigung nicht. Berichtigen Sie die Liste der Berechtigungen und autorisieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 does not allow this way of signing in for the app. Whoever registered the app can allow it there.</source>
        <translation>%1 erlaubt der App diese Art der Anmeldung nicht. Wer die App registriert hat, kann sie dort erlauben.</translation>
    </message>
    <message>
        <source>%1 could not use the request. Check the addresses and credentials of this connection.</source>
        <translation>%1 konnte mit der Anfrage nichts anfangen. Prüfen Sie Adressen und Zugangsdaten dieser Verbindung.</translation>
    </message>
    <message>
        <source>%1 answered the sign-in with something that cannot be read. Check the address, or try again later.</source>
        <translation>%1 hat auf die Anmeldung etwas geantwortet, das nicht lesbar ist. Prüfen Sie die Adresse oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in. Check the credential and try again.</source>
        <translation>%1 hat die Anmeldung abgelehnt. Prüfen Sie die Zugangsdaten und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 no longer accepts the access. Refresh the connection; if that does not help, re-authorise or enter a new key.</source>
        <translation>%1 akzeptiert den Zugriff nicht mehr. Erneuern Sie die Verbindung; hilft das nicht, autorisieren Sie neu oder geben Sie einen neuen Schlüssel ein.</translation>
    </message>
    <message>
        <source>%1 knows the account but does not allow this. Ask an administrator there for the permission.</source>
        <translation>%1 kennt das Konto, erlaubt das aber nicht. Bitten Sie dort einen Administrator um die Berechtigung.</translation>
    </message>
    <message>
        <source>%1 asks for fewer checks. Wait a few minutes and try again.</source>
        <translation>%1 bittet um weniger Prüfungen. Warten Sie ein paar Minuten und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not answer the check because of a fault of its own. Try again in a few minutes.</source>
        <translation>%1 konnte die Prüfung wegen einer eigenen Störung nicht beantworten. Versuchen Sie es in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>%1 answered the check in a way that says nothing about the access. Check the address that is asked.</source>
        <translation>%1 hat die Prüfung so beantwortet, dass es nichts über den Zugriff sagt. Prüfen Sie die abgefragte Adresse.</translation>
    </message>
    <message>
        <source>%1 did not accept the request to end the access. End it on its own pages.</source>
        <translation>%1 hat die Bitte, den Zugriff zu beenden, nicht angenommen. Beenden Sie ihn auf dessen eigenen Seiten.</translation>
    </message>
    <message>
        <source>%1 refused the code: it was used already, came too late or is that of another sign-in. Start again with a new code; if that one is refused too, compare the client ID and secret.</source>
        <translation>%1 hat den Code abgelehnt: Er wurde schon verwendet, kam zu spät oder gehört zu einer anderen Anmeldung. Beginnen Sie mit einem neuen Code von vorn; wird auch dieser abgelehnt, vergleichen Sie Client-ID und Client-Geheimnis.</translation>
    </message>
    <message>
        <source>This connection was removed meanwhile, here or by another Relink. There is nothing left to do with it.</source>
        <translation>Diese Verbindung wurde inzwischen entfernt, hier oder durch ein anderes Relink. Mit ihr ist nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>The keychain is running but was never set up, so nothing can be kept in it. Set it up once, in “Passwords and Keys” or the wallet settings of your computer, or sign out of the computer and in again.</source>
        <translation>Der Schlüsselbund läuft, wurde aber nie eingerichtet, deshalb kann nichts darin abgelegt werden. Richten Sie ihn einmal ein, unter „Passwörter und Verschlüsselung“ oder in den Einstellungen der digitalen Brieftasche, oder melden Sie sich am Computer ab und wieder an.</translation>
    </message>
    <message>
        <source>The addresses for %1 have changed since the login or key was entered, so nothing was sent. Enter it again to accept the new ones.</source>
        <translation>Die Adressen für %1 haben sich geändert, seit Anmeldung oder Schlüssel eingegeben wurden; es wurde deshalb nichts gesendet. Geben Sie sie erneut ein, um die neuen anzunehmen.</translation>
    </message>
    <message>
        <source>This connection is paused, so %1 is not asked for anything. Resume it first.</source>
        <translation>Diese Verbindung ist pausiert, deshalb wird %1 nach nichts gefragt. Setzen Sie sie zuerst fort.</translation>
    </message>
    <message>
        <source>%1 refused the key, so nothing was saved. Copy it whole and compare the mode, test or live, for which it was made.</source>
        <translation>%1 hat den Schlüssel abgelehnt, es wurde deshalb nichts gespeichert. Kopieren Sie ihn vollständig und vergleichen Sie, ob er für den Test- oder den Livebetrieb gilt.</translation>
    </message>
    <message>
        <source>%1 refused the signature of the private key. Check there that its certificate or public key is uploaded and still valid, and compare the key’s ID and the user and role for which it stands.</source>
        <translation>%1 hat die Signatur des privaten Schlüssels nicht angenommen. Prüfen Sie dort, ob das Zertifikat oder der öffentliche Schlüssel dazu hochgeladen ist und noch gilt, und vergleichen Sie die Schlüssel-ID sowie Benutzer und Rolle, für die er steht.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Authorisation</source>
        <translation>Autorisierung</translation>
    </message>
    <message>
        <source>End of the authorisation</source>
        <translation>Ende der Autorisierung</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Erneuerung</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Widerruf</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Own files</source>
        <translation>Eigene Dateien</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Reconnected at %1 by you</source>
        <translation>Von Ihnen bei %1 neu verbunden</translation>
    </message>
    <message>
        <source>The keychain answers again</source>
        <translation>Der Schlüsselbund antwortet wieder</translation>
    </message>
    <message>
        <source>%1 renews the sign-in again</source>
        <translation>%1 erneuert die Anmeldung wieder</translation>
    </message>
    <message>
        <source>%1 works again</source>
        <translation>%1 funktioniert wieder</translation>
    </message>
    <message>
        <source>Connected at %1</source>
        <translation>Bei %1 verbunden</translation>
    </message>
    <message>
        <source>Authorised again at %1</source>
        <translation>Bei %1 neu autorisiert</translation>
    </message>
    <message>
        <source>Access at %1 withdrawn by you</source>
        <translation>Zugriff bei %1 von Ihnen widerrufen</translation>
    </message>
    <message>
        <source>Sign-in at %1 renewed</source>
        <translation>Anmeldung bei %1 erneuert</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Einstellungen geändert</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>What happened, at which provider</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>You said that it works</source>
        <translation>Sie haben gesagt, dass es funktioniert</translation>
    </message>
    <message>
        <source>You said that it stopped working</source>
        <translation>Sie haben gesagt, dass es nicht mehr funktioniert</translation>
    </message>
    <message>
        <source>Access token forgotten by you and asked for again</source>
        <translation>Zugriffstoken von Ihnen vergessen und neu angefordert</translation>
    </message>
    <message>
        <source>%1: works again, you said</source>
        <extracomment>What was refused before, as the merchant says</extracomment>
        <translation>%1: funktioniert wieder, laut Ihrer Angabe</translation>
    </message>
    <message>
        <source>%1: works again at %2</source>
        <extracomment>What was refused before, at which provider</extracomment>
        <translation>%1: funktioniert wieder bei %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What was being done, and what went wrong</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Reconnecting at %1 given up by you</source>
        <translation>Erneutes Verbinden mit %1 von Ihnen abgebrochen</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>%1 holds a real profile. Practise in another folder.</source>
        <translation>%1 enthält ein echtes Profil. Üben Sie in einem anderen Ordner.</translation>
    </message>
    <message>
        <source>Another practice window uses this folder. Close it first.</source>
        <translation>Ein anderes Übungsfenster benutzt diesen Ordner. Schließen Sie es zuerst.</translation>
    </message>
    <message>
        <source>The practice providers could not be started: %1</source>
        <translation>Die Übungsanbieter konnten nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>relink-sandbox is not installed beside Relink.</source>
        <translation>relink-sandbox ist nicht neben Relink installiert.</translation>
    </message>
    <message>
        <source>--sandbox takes the address that relink-sandbox prints, such as http://127.0.0.1:8080.</source>
        <translation>--sandbox nimmt die Adresse, die relink-sandbox ausgibt, etwa http://127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>Accounting</source>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>Web shop</source>
        <translation>Webshop</translation>
    </message>
    <message>
        <source>eBay orders</source>
        <translation>eBay-Bestellungen</translation>
    </message>
    <message>
        <source>Sister company</source>
        <translation>Schwesterfirma</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Head office books</source>
        <translation>Bücher der Zentrale</translation>
    </message>
    <message>
        <source>Making the practice accounts…</source>
        <translation>Die Übungskonten werden angelegt …</translation>
    </message>
    <message>
        <source>Connecting %1 for practice…</source>
        <translation>%1 wird zum Üben verbunden …</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>%1 accepts the access no longer (%2), renewed or not. Re-authorise to go on.</source>
        <translation>%1 nimmt den Zugriff nicht mehr an (%2), auch erneuert nicht. Autorisieren Sie neu, damit es weitergeht.</translation>
    </message>
    <message>
        <source>Sign-in at %1 expired or was withdrawn %2. Re-authorise to go on.</source>
        <translation>Die Anmeldung bei %1 ist abgelaufen oder wurde widerrufen (%2). Autorisieren Sie neu.</translation>
    </message>
    <message>
        <source>Access was withdrawn at %1 %2. Re-authorise to get data flowing again.</source>
        <translation>Der Zugriff bei %1 wurde widerrufen (%2). Autorisieren Sie neu, damit wieder Daten fließen.</translation>
    </message>
    <message>
        <source>%1 refused the client ID or secret %2. Compare them with those at %1.</source>
        <translation>%1 hat Client-ID oder Client-Geheimnis abgelehnt (%2). Vergleichen Sie beides mit dem bei %1.</translation>
    </message>
    <message>
        <source>%1 refused the stored login or key %2. Replace it with the present one.</source>
        <translation>%1 hat Anmeldung oder Schlüssel abgelehnt (%2). Ersetzen Sie sie durch die heutigen.</translation>
    </message>
    <message>
        <source>The stored credential has a stray character; %1 refused it %2. Paste it anew.</source>
        <translation>Die Zugangsdaten enthalten ein falsches Zeichen; %1 hat sie abgelehnt (%2). Fügen Sie sie neu ein.</translation>
    </message>
    <message>
        <source>Test Mode and the credential for %1 do not match (noticed %2). Make them match.</source>
        <translation>Testmodus und Zugangsdaten für %1 passen nicht zusammen (bemerkt: %2). Gleichen Sie sie an.</translation>
    </message>
    <message>
        <source>%1 does not let this user do that (noticed %2). Ask an administrator there.</source>
        <translation>%1 erlaubt diesem Benutzer das nicht (bemerkt: %2). Fragen Sie dort einen Administrator.</translation>
    </message>
    <message>
        <source>A permission at %1 is missing (noticed %2). Ask whoever administers %1 to allow it.</source>
        <translation>Bei %1 fehlt eine Berechtigung (bemerkt: %2). Bitten Sie die Person, die %1 verwaltet, sie zu erteilen.</translation>
    </message>
    <message>
        <source>Your plan at %1 does not include this (noticed %2). Ask whoever runs it.</source>
        <translation>Ihr Tarif bei %1 enthält das nicht (bemerkt: %2). Fragen Sie die Person, die ihn verwaltet.</translation>
    </message>
    <message>
        <source>The app was removed at %1 %2. Add it there again and re-authorise.</source>
        <translation>Die App wurde bei %1 entfernt (%2). Fügen Sie sie dort wieder hinzu und autorisieren Sie neu.</translation>
    </message>
    <message>
        <source>The sign-in does not reach this organisation at %1 (noticed %2). Choose it anew.</source>
        <translation>Die Anmeldung reicht bei %1 nicht zu dieser Organisation (bemerkt: %2). Wählen Sie sie neu.</translation>
    </message>
    <message>
        <source>A newer connection to %1 replaced this one %2. Keep only one of them.</source>
        <translation>Eine neuere Verbindung zu %1 hat diese ersetzt (%2). Behalten Sie nur eine davon.</translation>
    </message>
    <message>
        <source>%1 allows no further app (noticed %2). Remove one there that you do not need.</source>
        <translation>%1 erlaubt keine weitere App (bemerkt: %2). Entfernen Sie dort eine, die Sie nicht brauchen.</translation>
    </message>
    <message>
        <source>%1 refused the old way of signing in %2. Set it up in the new way.</source>
        <translation>%1 hat die alte Art der Anmeldung abgelehnt (%2). Richten Sie die neue ein.</translation>
    </message>
    <message>
        <source>%1 has a fault of its own.</source>
        <translation>%1 hat selbst eine Störung.</translation>
    </message>
    <message>
        <source>%1 asked Relink to slow down.</source>
        <translation>%1 bittet Relink, langsamer zu fragen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached from here.</source>
        <translation>%1 ist von hier nicht zu erreichen.</translation>
    </message>
    <message>
        <source>The proxy does not let Relink through to %1.</source>
        <translation>Der Proxy lässt Relink nicht zu %1 durch.</translation>
    </message>
    <message>
        <source>The address did not prove that it is %1; nothing was sent.</source>
        <translation>Die Adresse konnte nicht nachweisen, dass sie %1 ist; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This computer’s clock is too far off for %1. Set the date and time.</source>
        <translation>Die Uhr dieses Computers geht für %1 zu falsch. Stellen Sie Datum und Uhrzeit.</translation>
    </message>
    <message>
        <source>The keychain with the credential for %1 is locked. Unlock it to go on.</source>
        <translation>Der Schlüsselbund mit den Zugangsdaten für %1 ist gesperrt. Entsperren Sie ihn, damit es weitergeht.</translation>
    </message>
    <message>
        <source>No keychain is running, so the credential for %1 cannot be read.</source>
        <translation>Es läuft kein Schlüsselbund, deshalb sind die Zugangsdaten für %1 nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 refused a setting of this connection %2. Check the settings.</source>
        <translation>%1 hat eine Einstellung dieser Verbindung abgelehnt (%2). Prüfen Sie die Einstellungen.</translation>
    </message>
    <message>
        <source>%1 says the account is closed or blocked (noticed %2). Contact %1.</source>
        <translation>%1 sagt, das Konto ist geschlossen oder gesperrt (bemerkt: %2). Wenden Sie sich an %1.</translation>
    </message>
    <message>
        <source>%1 reported something that is no fault (noticed %2).</source>
        <translation>%1 hat etwas gemeldet, das kein Fehler ist (bemerkt: %2).</translation>
    </message>
    <message>
        <source>%1 refused %2; the reason is not one Relink knows. See its own words.</source>
        <translation>%1 hat abgelehnt (%2); den Grund kennt Relink nicht. Sehen Sie sich den Wortlaut an.</translation>
    </message>
    <message>
        <source>The addresses for %1 changed %2, so the login or key is not sent there. Enter it again to accept them.</source>
        <translation>Die Adressen für %1 haben sich geändert (%2), deshalb werden Anmeldung oder Schlüssel nicht dorthin gesendet. Geben Sie sie erneut ein, um die neuen anzunehmen.</translation>
    </message>
</context>
<context>
    <name>Revoke</name>
    <message>
        <source>%1 ended the access and refuses it now.</source>
        <translation>%1 hat den Zugriff beendet und verweigert ihn jetzt.</translation>
    </message>
    <message>
        <source>%1 took the request to end the access. That it is refused now could not be verified.</source>
        <translation>%1 hat die Bitte angenommen, den Zugriff zu beenden. Ob er jetzt verweigert wird, ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <source>The access was removed from this computer, but %1 may still list it.</source>
        <translation>Der Zugriff wurde von diesem Computer entfernt, aber %1 führt ihn vielleicht noch.</translation>
    </message>
    <message>
        <source>%1 End it there: %2</source>
        <comment>%2 is a menu path of the provider</comment>
        <translation>%1 Beenden Sie ihn dort: %2</translation>
    </message>
    <message>
        <source>The access at %1 was not ended; nothing was changed.</source>
        <translation>Der Zugriff bei %1 wurde nicht beendet; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 took the request to end the access. What was issued before may go on working until %2.</source>
        <translation>%1 hat die Bitte angenommen, den Zugriff zu beenden. Was vorher ausgestellt wurde, kann bis %2 weiter gelten.</translation>
    </message>
</context>
<context>
    <name>Resumed</name>
    <message>
        <source>You stopped at “%1” %2.</source>
        <extracomment>The title of a step, and when: &quot;3 min ago&quot;, &quot;yesterday 14:05&quot;</extracomment>
        <translation>Sie haben bei „%1“ aufgehört (%2).</translation>
    </message>
    <message>
        <source>These steps are done: %1.</source>
        <extracomment>A list of titles</extracomment>
        <translation>Erledigt sind diese Schritte: %1.</translation>
    </message>
    <message>
        <source>What may have changed since is checked afresh.</source>
        <translation>Was sich seither geändert haben kann, wird neu geprüft.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>%1 Last verified %2; trying again %3.</source>
        <translation>%1 Zuletzt bestätigt: %2; nächster Versuch %3.</translation>
    </message>
    <message>
        <source>%1 Trying again %2.</source>
        <translation>%1 Nächster Versuch %2.</translation>
    </message>
    <message>
        <source>%1 Last verified %2.</source>
        <translation>%1 Zuletzt bestätigt: %2.</translation>
    </message>
    <message>
        <source>%1 Relink’s window tries again by itself while it runs, “relink check” tries at once.</source>
        <translation>%1 Das Fenster von Relink versucht es von selbst wieder, solange es läuft; „relink check“ versucht es sofort.</translation>
    </message>
    <message>
        <source>%1 Trying again %2; nothing for you to do.</source>
        <translation>%1 Nächster Versuch %2; für Sie ist nichts zu tun.</translation>
    </message>
    <message>
        <source>%1 Nothing for you to do.</source>
        <translation>%1 Für Sie ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing is known against it, but %1 has not confirmed it yet.</source>
        <translation>Es spricht nichts dagegen, aber %1 hat es noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>der Anbieter</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Keychain refused</source>
        <translation>Der Schlüsselbund hat verweigert</translation>
    </message>
    <message>
        <source>Keychain not answering</source>
        <translation>Der Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation>bestätigt %1</translation>
    </message>
    <message>
        <source>Not connected yet. Authorise at %1 to start.</source>
        <translation>Noch nicht verbunden. Autorisieren Sie bei %1, um zu beginnen.</translation>
    </message>
    <message>
        <source>Paused %1. Nothing is checked or renewed until you resume it.</source>
        <translation>Pausiert %1. Es wird nichts geprüft oder erneuert, bis Sie fortsetzen.</translation>
    </message>
    <message>
        <source>%1 (test)</source>
        <translation>%1 (Test)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>provider, organisation</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4</source>
        <extracomment>Read by a screen reader: name, provider, state, sentence</extracomment>
        <translation>%1, %2, %3: %4</translation>
    </message>
    <message>
        <source>Authorising…</source>
        <translation>Wird autorisiert …</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>Wird erneuert …</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Withdrawing access…</source>
        <translation>Zugriff wird widerrufen …</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Echt</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and check again; nothing is lost.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und prüfen Sie noch einmal; es ist nichts verloren.</translation>
    </message>
    <message>
        <source>The keychain refused access. Allow it and check again; nothing is lost.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert. Erlauben Sie ihn und prüfen Sie noch einmal; es ist nichts verloren.</translation>
    </message>
    <message>
        <source>The keychain does not answer. Look for a waiting question of your computer; nothing is lost.</source>
        <translation>Der Schlüsselbund antwortet nicht. Suchen Sie nach einer wartenden Frage Ihres Computers; es ist nichts verloren.</translation>
    </message>
    <message>
        <source>You removed the access to %1 from Relink %2.</source>
        <translation>Sie haben den Zugriff auf %1 aus Relink entfernt (%2).</translation>
    </message>
    <message>
        <source>%1 may still allow it.</source>
        <translation>%1 lässt ihn womöglich noch zu.</translation>
    </message>
    <message>
        <source>%1 may still allow it; end it there: %2.</source>
        <comment>%2 is a menu path of the provider</comment>
        <translation>%1 lässt ihn womöglich noch zu; beenden Sie ihn dort: %2.</translation>
    </message>
    <message>
        <source>You ended the access to %1 in Relink %2.</source>
        <translation>Sie haben den Zugriff auf %1 in Relink beendet (%2).</translation>
    </message>
    <message>
        <source>Enter the login or key again to connect it.</source>
        <translation>Geben Sie Anmeldung oder Schlüssel erneut ein, um wieder zu verbinden.</translation>
    </message>
    <message>
        <source>Re-authorise to connect it again.</source>
        <translation>Autorisieren Sie neu, um wieder zu verbinden.</translation>
    </message>
    <message>
        <source>The sign-in at %1 ends %2 and cannot be renewed without you. Re-authorise while it still works.</source>
        <translation>Die Anmeldung bei %1 endet (%2) und lässt sich ohne Sie nicht erneuern. Autorisieren Sie neu, solange sie noch gilt.</translation>
    </message>
    <message>
        <source>The sign-in at %1 ends soon and cannot be renewed without you. Re-authorise while it still works.</source>
        <translation>Die Anmeldung bei %1 endet bald und lässt sich ohne Sie nicht erneuern. Autorisieren Sie neu, solange sie noch gilt.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>Of a row: what is the matter, what to do</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 It began %2. Trying again %3; re-authorising may end it.</source>
        <translation>%1 Begonnen hat es %2. Nächster Versuch %3; eine neue Autorisierung kann es beenden.</translation>
    </message>
    <message>
        <source>verified %1. No lasting sign-in was granted: you will need to sign in again %2.</source>
        <translation>bestätigt %1. Eine dauerhafte Anmeldung wurde nicht gewährt: Sie müssen sich %2 neu anmelden.</translation>
    </message>
    <message>
        <source>As you told us on %1.</source>
        <translation>Nach Ihrer Angabe vom %1.</translation>
    </message>
    <message>
        <source>Told by you</source>
        <translation>Laut Ihrer Angabe</translation>
    </message>
    <message>
        <source>%1. The connection itself was verified %2</source>
        <extracomment>Of a green row: what does not work, and that the connection does</extracomment>
        <translation>%1. Die Verbindung selbst wurde %2 bestätigt</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation>gleich</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n Min.</numerusform>
            <numerusform>vor %n Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n Min.</numerusform>
            <numerusform>in %n Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n Std.</numerusform>
            <numerusform>vor %n Std.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n Std.</numerusform>
            <numerusform>in %n Std.</numerusform>
        </translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>a time of day</comment>
        <translation>um %1</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>zu unbekannter Zeit</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>morgen %1</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>A QLocale date format: short day of the week, day, short month</extracomment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A date and a time of day</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>A QLocale date format: day, short month, year</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>A QLocale date format: day, month, year</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Relink’s database was damaged. It was moved to %1 and a new one was begun; connections that could still be read are listed.</source>
        <translation>Die Datenbank von Relink war beschädigt. Sie wurde nach %1 verschoben und eine neue begonnen; Verbindungen, die noch lesbar waren, sind aufgeführt.</translation>
    </message>
</context>
<context>
    <name>pack</name>
    <message>
        <source>marketplace</source>
        <translation>Marktplatz</translation>
    </message>
    <message>
        <source>Sign in with eBay</source>
        <translation>Bei eBay anmelden</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>The App ID of your keyset in the eBay developer account. Test Mode needs the one of the Sandbox keyset.</source>
        <translation>Die App ID Ihres Keysets im eBay-Entwicklerkonto. Der Testmodus braucht die des Sandbox-Keysets.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>The Cert ID of the same keyset.</source>
        <translation>Die Cert ID desselben Keysets.</translation>
    </message>
    <message>
        <source>RuName</source>
        <translation>RuName</translation>
    </message>
    <message>
        <source>eBay&apos;s name for your redirect address: in the developer account, under User Tokens of the keyset.</source>
        <translation>eBays Name für Ihre Weiterleitungsadresse: im Entwicklerkonto unter User Tokens des Keysets.</translation>
    </message>
    <message>
        <source>Permissions (scopes)</source>
        <translation>Berechtigungen (Scopes)</translation>
    </message>
    <message>
        <source>Leave this empty for the usual ones. Otherwise list them with spaces between them.</source>
        <translation>Leer lassen für die üblichen. Sonst mit Leerzeichen getrennt aufführen.</translation>
    </message>
    <message>
        <source>The eBay Sandbox has its own accounts, keysets and RuNames. They do not work in production, and the other way round.</source>
        <translation>Die eBay-Sandbox hat eigene Konten, Keysets und RuNames. Sie gelten nicht im Echtbetrieb, und umgekehrt.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for eBay.</source>
        <translation>Für eBay ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>eBay answers the same when the access was withdrawn.</source>
        <translation>eBay antwortet genauso, wenn der Zugriff widerrufen wurde.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn at eBay.</source>
        <translation>Vielleicht wurde der Zugriff bei eBay widerrufen.</translation>
    </message>
    <message>
        <source>Tokens of the Sandbox do not work in production, and the other way round.</source>
        <translation>Token der Sandbox gelten nicht im Echtbetrieb, und umgekehrt.</translation>
    </message>
    <message>
        <source>The sign-in may belong to the Sandbox and the keyset to production, or the other way round.</source>
        <translation>Vielleicht gehört die Anmeldung zur Sandbox und das Keyset zum Echtbetrieb, oder umgekehrt.</translation>
    </message>
    <message>
        <source>eBay writes its errors in the language of the site: go by the error code, not by the words.</source>
        <translation>eBay schreibt seine Fehler in der Sprache der Website: Richten Sie sich nach der Fehlernummer, nicht nach den Worten.</translation>
    </message>
    <message>
        <source>Tokens work only in the environment they were made in.</source>
        <translation>Token gelten nur in der Umgebung, in der sie erzeugt wurden.</translation>
    </message>
    <message>
        <source>The sign-in lasts about 18 months and cannot be prolonged; then it has to be repeated.</source>
        <translation>Die Anmeldung gilt etwa 18 Monate und lässt sich nicht verlängern; dann muss sie wiederholt werden.</translation>
    </message>
    <message>
        <source>Mintsoft and similar products need the connection authorised again by hand when it has expired.</source>
        <translation>Mintsoft und ähnliche Produkte müssen von Hand neu autorisiert werden, wenn die Verbindung abgelaufen ist.</translation>
    </message>
    <message>
        <source>other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Sign in with the service</source>
        <translation>Beim Dienst anmelden</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>The address that the service names as its issuer. Relink reads the other addresses from it.</source>
        <translation>Die Adresse, die der Dienst als seinen Issuer nennt. Relink liest die übrigen Adressen dort ab.</translation>
    </message>
    <message>
        <source>Authorisation address</source>
        <translation>Autorisierungsadresse</translation>
    </message>
    <message>
        <source>Where people sign in. Needed without an issuer; with one it goes before what the service says.</source>
        <translation>Wo man sich anmeldet. Ohne Issuer nötig; mit einem gilt sie vor dem, was der Dienst sagt.</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Token-Adresse</translation>
    </message>
    <message>
        <source>Where tokens are given out. Needed without an issuer.</source>
        <translation>Wo Token ausgegeben werden. Ohne Issuer nötig.</translation>
    </message>
    <message>
        <source>Revocation address</source>
        <translation>Widerrufsadresse</translation>
    </message>
    <message>
        <source>Where an access is withdrawn, if the service has such an address.</source>
        <translation>Wo ein Zugriff widerrufen wird, falls der Dienst eine solche Adresse hat.</translation>
    </message>
    <message>
        <source>The name under which the service knows your app.</source>
        <translation>Der Name, unter dem der Dienst Ihre App kennt.</translation>
    </message>
    <message>
        <source>Leave this empty for a public client, which has none.</source>
        <translation>Leer lassen bei einem öffentlichen Client, der keines hat.</translation>
    </message>
    <message>
        <source>Client authentication</source>
        <translation>Nachweis des Clients</translation>
    </message>
    <message>
        <source>How the client secret is sent. Leave this empty for the usual way.</source>
        <translation>Wie das Client-Geheimnis gesendet wird. Leer lassen für die übliche Art.</translation>
    </message>
    <message>
        <source>As the service&apos;s documentation names them, with spaces between them.</source>
        <translation>Wie die Dokumentation des Dienstes sie nennt, mit Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>Extra parameters</source>
        <translation>Weitere Parameter</translation>
    </message>
    <message>
        <source>For the sign-in address, written as a query string.</source>
        <translation>Für die Anmeldeadresse, als Query-String geschrieben.</translation>
    </message>
    <message>
        <source>Redirect port</source>
        <translation>Rückkehrport</translation>
    </message>
    <message>
        <source>The port of http://127.0.0.1:PORT/callback, if the service wants a fixed one.</source>
        <translation>Der Port von http://127.0.0.1:PORT/callback, falls der Dienst einen festen verlangt.</translation>
    </message>
    <message>
        <source>Redirect address</source>
        <translation>Weiterleitungsadresse</translation>
    </message>
    <message>
        <source>If the service does not take http://127.0.0.1: the address registered with it. You then copy the address that the browser ends up at back into Relink.</source>
        <translation>Falls der Dienst http://127.0.0.1 nicht annimmt: die bei ihm registrierte Adresse. Sie kopieren dann die Adresse, auf der der Browser endet, in Relink zurück.</translation>
    </message>
    <message>
        <source>Address for checking</source>
        <translation>Adresse zum Prüfen</translation>
    </message>
    <message>
        <source>An address of the service that answers when the access works. Left empty, the service&apos;s userinfo address is used if it names one.</source>
        <translation>Eine Adresse des Dienstes, die antwortet, wenn der Zugriff gilt. Bleibt sie leer, wird die Userinfo-Adresse des Dienstes benutzt, falls er eine nennt.</translation>
    </message>
    <message>
        <source>For a test system, make a connection of its own with that system&apos;s addresses.</source>
        <translation>Legen Sie für ein Testsystem eine eigene Verbindung mit dessen Adressen an.</translation>
    </message>
    <message>
        <source>The service names no address for checking. Enter one, and Relink can tell whether the access works.</source>
        <translation>Der Dienst nennt keine Adresse zum Prüfen. Geben Sie eine ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>The revocation address comes from the service&apos;s metadata or from you.</source>
        <translation>Die Widerrufsadresse kommt aus den Metadaten des Dienstes oder von Ihnen.</translation>
    </message>
    <message>
        <source>warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Benutzername und Passwort</translation>
    </message>
    <message>
        <source>Mintsoft user</source>
        <translation>Mintsoft-Benutzer</translation>
    </message>
    <message>
        <source>The user name you sign in to Mintsoft with.</source>
        <translation>Der Benutzername, mit dem Sie sich bei Mintsoft anmelden.</translation>
    </message>
    <message>
        <source>Mintsoft password</source>
        <translation>Mintsoft-Passwort</translation>
    </message>
    <message>
        <source>It stays in the keychain of this computer and is used to fetch a new key when the old one ends.</source>
        <translation>Es bleibt im Schlüsselbund dieses Computers und dient dazu, einen neuen Schlüssel zu holen, wenn der alte endet.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Copy it from Mintsoft itself, not from a document or an e-mail: those add invisible characters.</source>
        <translation>Kopieren Sie ihn aus Mintsoft selbst, nicht aus einem Dokument oder einer E-Mail: Diese fügen unsichtbare Zeichen hinzu.</translation>
    </message>
    <message>
        <source>Mintsoft switches Test Mode per integration inside Mintsoft. It has to match the kind of credentials entered there.</source>
        <translation>Mintsoft schaltet den Testmodus je Anbindung innerhalb von Mintsoft. Er muss zu der Art der dort eingegebenen Zugangsdaten passen.</translation>
    </message>
    <message>
        <source>Mintsoft has no address for withdrawing a key.</source>
        <translation>Mintsoft hat keine Adresse, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>The user name, password or key may have been entered wrongly or changed since.</source>
        <translation>Vielleicht wurden Benutzername, Passwort oder Schlüssel falsch eingegeben oder inzwischen geändert.</translation>
    </message>
    <message>
        <source>An invisible space may stand before or after the value.</source>
        <translation>Vielleicht steht ein unsichtbares Leerzeichen vor oder hinter dem Wert.</translation>
    </message>
    <message>
        <source>The account may have been deactivated.</source>
        <translation>Vielleicht wurde das Konto deaktiviert.</translation>
    </message>
    <message>
        <source>The key may have been replaced, or the password changed.</source>
        <translation>Vielleicht wurde der Schlüssel ersetzt oder das Passwort geändert.</translation>
    </message>
    <message>
        <source>An invisible space may stand before or after the key.</source>
        <translation>Vielleicht steht ein unsichtbares Leerzeichen vor oder hinter dem Schlüssel.</translation>
    </message>
    <message>
        <source>The old way of signing in with GET was switched off on 1 May 2024.</source>
        <translation>Die alte Anmeldung mit GET wurde am 1. Mai 2024 abgeschaltet.</translation>
    </message>
    <message>
        <source>The key may have been created under an account with fewer rights.</source>
        <translation>Vielleicht wurde der Schlüssel unter einem Konto mit weniger Rechten angelegt.</translation>
    </message>
    <message>
        <source>Test Mode in Mintsoft must match the kind of credentials, or Mintsoft answers “Invalid credentials”.</source>
        <translation>Der Testmodus in Mintsoft muss zur Art der Zugangsdaten passen, sonst antwortet Mintsoft „Invalid credentials“.</translation>
    </message>
    <message>
        <source>A space copied along before or after a key or password makes it fail.</source>
        <translation>Ein vor oder hinter einem Schlüssel oder Passwort mitkopiertes Leerzeichen macht es ungültig.</translation>
    </message>
    <message>
        <source>Check that the account at the other platform is still active: a changed password, a replaced key, an e-mail about security.</source>
        <translation>Prüfen Sie, ob das Konto auf der anderen Plattform noch aktiv ist: ein geändertes Passwort, ein ersetzter Schlüssel, eine E-Mail zur Sicherheit.</translation>
    </message>
    <message>
        <source>Users of the old Mintsoft WMS mobile app see the message about a deprecated method too.</source>
        <translation>Auch Benutzer der alten Mobil-App Mintsoft WMS sehen die Meldung über ein veraltetes Verfahren.</translation>
    </message>
    <message>
        <source>accounting</source>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>Sign in with Intuit</source>
        <translation>Bei Intuit anmelden</translation>
    </message>
    <message>
        <source>From the keys of your app in Intuit&apos;s developer portal. Test Mode needs the development key pair.</source>
        <translation>Aus den Schlüsseln Ihrer App im Entwicklerportal von Intuit. Der Testmodus braucht das Entwicklungspaar.</translation>
    </message>
    <message>
        <source>From the same key pair.</source>
        <translation>Aus demselben Schlüsselpaar.</translation>
    </message>
    <message>
        <source>The https address registered with the production keys. Intuit sends the browser there; you copy the whole address it ends up at back into Relink.</source>
        <translation>Die mit den Produktionsschlüsseln registrierte https-Adresse. Intuit schickt den Browser dorthin; Sie kopieren die ganze Adresse, auf der er endet, in Relink zurück.</translation>
    </message>
    <message>
        <source>The address http://127.0.0.1:PORT/callback must be registered with your app. Leave this empty for port 48017.</source>
        <translation>Die Adresse http://127.0.0.1:PORT/callback muss bei Ihrer App registriert sein. Leer lassen für Port 48017.</translation>
    </message>
    <message>
        <source>Test Mode reaches the sandbox company with the app&apos;s development keys. Development and production keys cannot be exchanged for one another.</source>
        <translation>Der Testmodus erreicht die Sandbox-Firma mit den Entwicklungsschlüsseln der App. Entwicklungs- und Produktionsschlüssel sind nicht austauschbar.</translation>
    </message>
    <message>
        <source>The keys may belong to the sandbox and the company to production, or the other way round.</source>
        <translation>Vielleicht gehören die Schlüssel zur Sandbox und die Firma zum Echtbetrieb, oder umgekehrt.</translation>
    </message>
    <message>
        <source>Somebody may have disconnected the app in QuickBooks.</source>
        <translation>Vielleicht hat jemand die App in QuickBooks getrennt.</translation>
    </message>
    <message>
        <source>The sign-in may belong to another company.</source>
        <translation>Vielleicht gehört die Anmeldung zu einer anderen Firma.</translation>
    </message>
    <message>
        <source>The keys may be those of the other environment.</source>
        <translation>Vielleicht sind es die Schlüssel der anderen Umgebung.</translation>
    </message>
    <message>
        <source>Only a primary administrator or company administrator can authorise the app.</source>
        <translation>Nur ein Hauptadministrator oder Firmenadministrator kann die App autorisieren.</translation>
    </message>
    <message>
        <source>Connecting another company file than before changes the company ID: Relink compares it and asks.</source>
        <translation>Wird eine andere Firma verbunden als bisher, ändert sich die Firmen-ID: Relink vergleicht sie und fragt.</translation>
    </message>
    <message>
        <source>A fresh token may need a moment before Intuit accepts it everywhere.</source>
        <translation>Ein frisches Token braucht vielleicht einen Moment, bis Intuit es überall annimmt.</translation>
    </message>
    <message>
        <source>Without a new sign-in the access ends after 100 days of disuse, and after five years in any case.</source>
        <translation>Ohne neue Anmeldung endet der Zugriff nach 100 Tagen ohne Benutzung, und in jedem Fall nach fünf Jahren.</translation>
    </message>
    <message>
        <source>Sign in with Sage Intacct</source>
        <translation>Bei Sage Intacct anmelden</translation>
    </message>
    <message>
        <source>Shown with your application in the Sage Intacct Developer Console.</source>
        <translation>Steht bei Ihrer Anwendung in der Sage Intacct Developer Console.</translation>
    </message>
    <message>
        <source>Shown with the client ID. Leave this empty if your application has none.</source>
        <translation>Steht bei der Client-ID. Leer lassen, wenn Ihre Anwendung keines hat.</translation>
    </message>
    <message>
        <source>Only if your app cannot use http://127.0.0.1:48017/callback: the address registered with it. You then copy the address that the browser ends up at back into Relink.</source>
        <translation>Nur wenn Ihre App http://127.0.0.1:48017/callback nicht benutzen kann: die bei ihr registrierte Adresse. Sie kopieren dann die Adresse, auf der der Browser endet, in Relink zurück.</translation>
    </message>
    <message>
        <source>An API key belongs either to development companies or to production companies, and that cannot be changed later. Both use the same address.</source>
        <translation>Ein API-Schlüssel gehört entweder zu Entwicklungs- oder zu Produktionsfirmen, und das lässt sich später nicht ändern. Beide benutzen dieselbe Adresse.</translation>
    </message>
    <message>
        <source>No call for checking a Sage Intacct connection is known. Enter an address of your own, and Relink can tell whether the access works.</source>
        <translation>Zum Prüfen einer Verbindung zu Sage Intacct ist kein Aufruf bekannt. Geben Sie eine eigene Adresse ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Sage Intacct.</source>
        <translation>Für Sage Intacct ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>Somebody may have withdrawn the access or changed the password.</source>
        <translation>Vielleicht hat jemand den Zugriff widerrufen oder das Passwort geändert.</translation>
    </message>
    <message>
        <source>Sage Intacct answers the same when the client ID or secret is wrong.</source>
        <translation>Sage Intacct antwortet genauso, wenn Client-ID oder Client-Geheimnis falsch sind.</translation>
    </message>
    <message>
        <source>A second sign-in for the same user and company ends the first one.</source>
        <translation>Eine zweite Anmeldung für denselben Benutzer und dieselbe Firma beendet die erste.</translation>
    </message>
    <message>
        <source>Somebody may have withdrawn the access.</source>
        <translation>Vielleicht hat jemand den Zugriff widerrufen.</translation>
    </message>
    <message>
        <source>The short-lived part of the access may simply be over.</source>
        <translation>Vielleicht ist nur der kurzlebige Teil des Zugriffs vorbei.</translation>
    </message>
    <message>
        <source>The company has to authorise the sender ID, or an administrator has to approve the sign-in.</source>
        <translation>Die Firma muss die Sender-ID autorisieren, oder ein Administrator muss die Anmeldung genehmigen.</translation>
    </message>
    <message>
        <source>A new sign-in for the same user and company ends the earlier one.</source>
        <translation>Eine neue Anmeldung für denselben Benutzer und dieselbe Firma beendet die frühere.</translation>
    </message>
    <message>
        <source>A 401 can also mean that the user lacks a role or a permission.</source>
        <translation>Ein 401 kann auch bedeuten, dass dem Benutzer eine Rolle oder Berechtigung fehlt.</translation>
    </message>
    <message>
        <source>A production company takes at most five API keys.</source>
        <translation>Eine Produktionsfirma nimmt höchstens fünf API-Schlüssel.</translation>
    </message>
    <message>
        <source>commerce</source>
        <translation>Handel</translation>
    </message>
    <message>
        <source>Sign in with Shopify</source>
        <translation>Bei Shopify anmelden</translation>
    </message>
    <message>
        <source>Store domain</source>
        <translation>Shop-Domain</translation>
    </message>
    <message>
        <source>The part before .myshopify.com. In the admin it stands in the address: admin.shopify.com/store/…</source>
        <translation>Der Teil vor .myshopify.com. Im Admin steht er in der Adresse: admin.shopify.com/store/…</translation>
    </message>
    <message>
        <source>Shown with your app in the Shopify developer dashboard.</source>
        <translation>Steht bei Ihrer App im Entwickler-Dashboard von Shopify.</translation>
    </message>
    <message>
        <source>Shown with the client ID.</source>
        <translation>Steht bei der Client-ID.</translation>
    </message>
    <message>
        <source>Admin API access token</source>
        <translation>Zugriffstoken der Admin-API</translation>
    </message>
    <message>
        <source>Shown once when the custom app is installed in the store. It begins with shpat_, shpca_ or shppa_.</source>
        <translation>Wird einmal gezeigt, wenn die eigene App im Shop installiert wird. Es beginnt mit shpat_, shpca_ oder shppa_.</translation>
    </message>
    <message>
        <source>Shopify has no separate test system. Use a development store.</source>
        <translation>Shopify hat kein getrenntes Testsystem. Benutzen Sie einen Entwicklungsshop.</translation>
    </message>
    <message>
        <source>The app may have been uninstalled from the store, which ends the access at once.</source>
        <translation>Vielleicht wurde die App im Shop deinstalliert, was den Zugriff sofort beendet.</translation>
    </message>
    <message>
        <source>The token may have been replaced in the admin.</source>
        <translation>Vielleicht wurde das Token im Admin ersetzt.</translation>
    </message>
    <message>
        <source>The staff account may lack the permission.</source>
        <translation>Vielleicht fehlt dem Mitarbeiterkonto die Berechtigung.</translation>
    </message>
    <message>
        <source>Public apps have to use tokens that expire: new ones since 1 April 2026, all from 1 January 2027. Custom apps are exempt.</source>
        <translation>Öffentliche Apps müssen ablaufende Token benutzen: neue seit dem 1. April 2026, alle ab dem 1. Januar 2027. Eigene Apps sind ausgenommen.</translation>
    </message>
    <message>
        <source>Going from a token that never expires to one that does cannot be undone.</source>
        <translation>Der Wechsel von einem Token, das nie abläuft, zu einem ablaufenden lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Creating a custom app needs the permission to develop apps.</source>
        <translation>Das Anlegen einer eigenen App verlangt die Berechtigung, Apps zu entwickeln.</translation>
    </message>
    <message>
        <source>A wrong store name gives the same answers as a wrong token.</source>
        <translation>Ein falscher Shopname ergibt dieselben Antworten wie ein falsches Token.</translation>
    </message>
    <message>
        <source>Withdrawing the access uninstalls the app from the store.</source>
        <translation>Der Widerruf des Zugriffs deinstalliert die App im Shop.</translation>
    </message>
    <message>
        <source>Sign in with Xero</source>
        <translation>Bei Xero anmelden</translation>
    </message>
    <message>
        <source>Shown with your app in Xero&apos;s developer portal.</source>
        <translation>Steht bei Ihrer App im Entwicklerportal von Xero.</translation>
    </message>
    <message>
        <source>Leave this empty for an app of the desktop type: Xero gives it no secret.</source>
        <translation>Leer lassen bei einer App vom Typ Desktop: Xero gibt ihr kein Geheimnis.</translation>
    </message>
    <message>
        <source>Xero has no separate test system. To try things out, choose the Demo Company when Xero asks for an organisation.</source>
        <translation>Xero hat kein getrenntes Testsystem. Wählen Sie zum Ausprobieren die Demo Company, wenn Xero nach einer Organisation fragt.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn in Xero, or a refresh went wrong.</source>
        <translation>Vielleicht wurde der Zugriff in Xero widerrufen, oder eine Erneuerung ging schief.</translation>
    </message>
    <message>
        <source>The person who created the app in Xero may have left, which removes their apps.</source>
        <translation>Vielleicht ist die Person, die die App in Xero angelegt hat, nicht mehr da, was ihre Apps entfernt.</translation>
    </message>
    <message>
        <source>The secret of the app in Xero may have been replaced: check it and create a new one.</source>
        <translation>Vielleicht wurde das Geheimnis der App in Xero ersetzt: Prüfen Sie es und legen Sie ein neues an.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn in Xero.</source>
        <translation>Vielleicht wurde der Zugriff in Xero widerrufen.</translation>
    </message>
    <message>
        <source>The app may not be allowed one of the permissions it asks for.</source>
        <translation>Vielleicht ist der App eine der verlangten Berechtigungen nicht erlaubt.</translation>
    </message>
    <message>
        <source>When the person who created the app in Xero leaves or is deleted, the app stops working and has to be created again.</source>
        <translation>Wenn die Person, die die App in Xero angelegt hat, geht oder gelöscht wird, funktioniert die App nicht mehr und muss neu angelegt werden.</translation>
    </message>
    <message>
        <source>An organisation takes two uncertified apps: connecting a third pushes one of them out.</source>
        <translation>Eine Organisation nimmt zwei nicht zertifizierte Apps: Eine dritte verdrängt eine davon.</translation>
    </message>
    <message>
        <source>On a repeated sign-in Xero shows the organisation as connected already: continue with the existing organisation.</source>
        <translation>Bei einer wiederholten Anmeldung zeigt Xero die Organisation als schon verbunden: Fahren Sie mit der bestehenden Organisation fort.</translation>
    </message>
    <message>
        <source>Whoever signs in needs Standard, Adviser or Admin access with the right to manage connected apps.</source>
        <translation>Wer sich anmeldet, braucht den Zugriff Standard, Adviser oder Admin mit dem Recht, verbundene Apps zu verwalten.</translation>
    </message>
    <message>
        <source>New apps cannot use the broad accounting scopes.</source>
        <translation>Neue Apps können die breiten Buchhaltungsberechtigungen nicht benutzen.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>Diesen Computer prüfen</translation>
    </message>
    <message>
        <source>Before anything is changed, Relink makes sure that the fault is not here.</source>
        <translation>Bevor etwas geändert wird, stellt Relink sicher, dass der Fehler nicht hier liegt.</translation>
    </message>
    <message>
        <source>Renew without signing in</source>
        <translation>Ohne Anmeldung erneuern</translation>
    </message>
    <message>
        <source>Often {provider} renews the access by itself. Relink asks once; nothing else changes.</source>
        <translation>Oft erneuert {provider} den Zugriff von selbst. Relink fragt einmal; sonst ändert sich nichts.</translation>
    </message>
    <message>
        <source>Renew the access</source>
        <translation>Den Zugriff erneuern</translation>
    </message>
    <message>
        <source>Enter the current credential</source>
        <translation>Die heutigen Zugangsdaten eingeben</translation>
    </message>
    <message>
        <source>Copy it from {provider} itself, not from a document or an e-mail. What you leave empty stays as it is.</source>
        <translation>Kopieren Sie sie von {provider} selbst, nicht aus einem Dokument oder einer E-Mail. Was Sie leer lassen, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Use this credential</source>
        <translation>Diese Zugangsdaten benutzen</translation>
    </message>
    <message>
        <source>Compare the credential</source>
        <translation>Die Zugangsdaten vergleichen</translation>
    </message>
    <message>
        <source>{provider} did not accept what Relink presented. Compare each value with what {provider} shows, and that Test Mode matches. What you leave empty stays as it is.</source>
        <translation>{provider} hat nicht angenommen, was Relink vorgelegt hat. Vergleichen Sie jeden Wert mit dem, was {provider} zeigt, und ob der Testmodus passt. Was Sie leer lassen, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Use these values</source>
        <translation>Diese Werte benutzen</translation>
    </message>
    <message>
        <source>Have the permission restored</source>
        <translation>Die Berechtigung wiederherstellen lassen</translation>
    </message>
    <message>
        <source>{provider} knows the account but does not allow this. Ask whoever looks after {provider} in your business whether a role, a permission or the plan changed, and to restore it.</source>
        <translation>{provider} kennt das Konto, erlaubt das aber nicht. Fragen Sie, wer sich in Ihrem Betrieb um {provider} kümmert, ob sich eine Rolle, eine Berechtigung oder der Tarif geändert hat, und lassen Sie es wiederherstellen.</translation>
    </message>
    <message>
        <source>Authorise again at {provider}</source>
        <translation>Bei {provider} neu autorisieren</translation>
    </message>
    <message>
        <source>Your browser opens at {provider}. Sign in with the account this connection belongs to and allow the permission. If it shows as already connected, continue with the existing organisation. Come back here afterwards.</source>
        <translation>Ihr Browser öffnet {provider}. Melden Sie sich mit dem Konto an, zu dem diese Verbindung gehört, und erlauben Sie die Berechtigung. Wird sie als schon verbunden gezeigt, fahren Sie mit der bestehenden Organisation fort. Kommen Sie danach hierher zurück.</translation>
    </message>
    <message>
        <source>Open {provider} and authorise</source>
        <translation>{provider} öffnen und autorisieren</translation>
    </message>
    <message>
        <source>Authorise again if asked to</source>
        <translation>Auf Wunsch neu autorisieren</translation>
    </message>
    <message>
        <source>Some permissions count only after signing in once more. Skip this if nobody told you to.</source>
        <translation>Manche Berechtigungen gelten erst nach einer neuen Anmeldung. Überspringen Sie das, wenn Ihnen niemand dazu geraten hat.</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Die Verbindung prüfen</translation>
    </message>
    <message>
        <source>Relink makes one call to {provider} with what would be saved.</source>
        <translation>Relink ruft {provider} einmal mit dem auf, was gespeichert würde.</translation>
    </message>
    <message>
        <source>An address of the service that answers when the access works. Without one, Relink cannot tell whether it does.</source>
        <translation>Eine Adresse des Dienstes, die antwortet, wenn der Zugriff gilt. Ohne sie kann Relink nicht erkennen, ob er gilt.</translation>
    </message>
    <message>
        <source>One of the extra parameters has no name.</source>
        <translation>Einer der weiteren Parameter hat keinen Namen.</translation>
    </message>
    <message>
        <source>Relink sets “%1” itself.</source>
        <translation>Relink setzt „%1“ selbst.</translation>
    </message>
    <message>
        <source>An invisible character stands in this value.</source>
        <translation>In diesem Wert steht ein unsichtbares Zeichen.</translation>
    </message>
    <message>
        <source>This must be one of: %1.</source>
        <translation>Das muss eines davon sein: %1.</translation>
    </message>
    <message>
        <source>This does not look like one.</source>
        <translation>Das sieht nicht danach aus.</translation>
    </message>
    <message>
        <source>This should look like %1.</source>
        <translation>Das sollte aussehen wie %1.</translation>
    </message>
    <message>
        <source>A port is a number from 0 to 65535; 0 means any free one.</source>
        <translation>Ein Port ist eine Zahl von 0 bis 65535; 0 bedeutet irgendein freier.</translation>
    </message>
    <message>
        <source>A redirect address has no fragment.</source>
        <translation>Eine Weiterleitungsadresse hat keinen Teil nach #.</translation>
    </message>
    <message>
        <source>%1 is secret and is not given openly.</source>
        <translation>%1 ist geheim und wird nicht offen angegeben.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>There is no input of the name “%1”.</source>
        <translation>Es gibt keine Eingabe namens „%1“.</translation>
    </message>
    <message>
        <source>Without an issuer, both endpoints are needed.</source>
        <translation>Ohne Issuer werden beide Adressen gebraucht.</translation>
    </message>
    <message>
        <source>Without an issuer, the token address is needed.</source>
        <translation>Ohne Issuer wird die Token-Adresse gebraucht.</translation>
    </message>
    <message>
        <source>The host name &quot;%1&quot; has a dot too many. Write it as in the provider&apos;s documentation.</source>
        <translation>Der Hostname „%1“ hat einen Punkt zu viel. Schreiben Sie ihn wie in der Dokumentation des Anbieters.</translation>
    </message>
    <message>
        <source>The host name &quot;%1&quot; has characters that no host name has. Only letters, digits, dots and hyphens may stand in it.</source>
        <translation>Der Hostname „%1“ hat Zeichen, die kein Hostname hat. Nur Buchstaben, Ziffern, Punkte und Bindestriche dürfen darin stehen.</translation>
    </message>
    <message>
        <source>The host &quot;%1&quot; is an IP address in disguise. Write the name of the host, or the address as four numbers.</source>
        <translation>Der Host „%1“ ist eine verkleidete IP-Adresse. Schreiben Sie den Namen des Hosts oder die Adresse als vier Zahlen.</translation>
    </message>
    <message>
        <source>The host name is too long.</source>
        <translation>Der Hostname ist zu lang.</translation>
    </message>
    <message>
        <source>Enter an address that starts with https://.</source>
        <translation>Geben Sie eine Adresse ein, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>This is not a whole address. It must start with https://.</source>
        <translation>Das ist keine ganze Adresse. Sie muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>Addresses that start with &quot;%1:&quot; are not opened. It must start with https://.</source>
        <translation>Adressen, die mit „%1:“ beginnen, werden nicht geöffnet. Sie muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>The address has a backslash. Remove it or write a slash.</source>
        <translation>Die Adresse hat einen umgekehrten Schrägstrich. Entfernen Sie ihn oder schreiben Sie einen Schrägstrich.</translation>
    </message>
    <message>
        <source>The address has a user name before the host. Remove everything up to and including the @.</source>
        <translation>Vor dem Host steht ein Benutzername. Entfernen Sie alles bis einschließlich des @.</translation>
    </message>
    <message>
        <source>The host name has the character %1, which can pass for another one. Type the host name with plain letters.</source>
        <translation>Der Hostname hat das Zeichen %1, das für ein anderes gehalten werden kann. Tippen Sie den Hostnamen mit einfachen Buchstaben.</translation>
    </message>
    <message>
        <source>The address has the character %1. Remove it, or write it percent-encoded.</source>
        <translation>Die Adresse hat das Zeichen %1. Entfernen Sie es oder schreiben Sie es prozentkodiert.</translation>
    </message>
    <message>
        <source>The host name has percent-encoded characters. Type it with plain letters.</source>
        <translation>Der Hostname hat prozentkodierte Zeichen. Tippen Sie ihn mit einfachen Buchstaben.</translation>
    </message>
    <message>
        <source>The address has a part after #. Remove it.</source>
        <translation>Die Adresse hat einen Teil nach #. Entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>The path has a percent-encoded dot. Write the dot itself.</source>
        <translation>Der Pfad hat einen prozentkodierten Punkt. Schreiben Sie den Punkt selbst.</translation>
    </message>
    <message>
        <source>The address has no usable host name.</source>
        <translation>Die Adresse hat keinen brauchbaren Hostnamen.</translation>
    </message>
    <message>
        <source>The port of the address must be between 1 and 65535.</source>
        <translation>Der Port der Adresse muss zwischen 1 und 65535 liegen.</translation>
    </message>
    <message>
        <source>This is not a valid address: a character in it must be percent-encoded.</source>
        <translation>Das ist keine gültige Adresse: Ein Zeichen darin muss prozentkodiert werden.</translation>
    </message>
    <message>
        <source>The address must start with https://: http would send secrets unprotected.</source>
        <translation>Die Adresse muss mit https:// beginnen: http würde Geheimnisse ungeschützt senden.</translation>
    </message>
    <message>
        <source>The address must start with https://. Plain http to this computer is for practice and development only.</source>
        <translation>Die Adresse muss mit https:// beginnen. Einfaches http zu diesem Computer ist nur für Übung und Entwicklung.</translation>
    </message>
    <message>
        <source>“%1” is missing or cannot be used here.</source>
        <translation>„%1“ fehlt oder ist hier nicht brauchbar.</translation>
    </message>
    <message>
        <source>The provider&apos;s token address is not known.</source>
        <translation>Die Token-Adresse des Anbieters ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The client ID is missing.</source>
        <translation>Die Client-ID fehlt.</translation>
    </message>
    <message>
        <source>The client secret is missing.</source>
        <translation>Das Client-Geheimnis fehlt.</translation>
    </message>
    <message>
        <source>There is no access token.</source>
        <translation>Es gibt kein Zugriffstoken.</translation>
    </message>
    <message>
        <source>The access token cannot stand in a header.</source>
        <translation>Das Zugriffstoken kann nicht in einer Kopfzeile stehen.</translation>
    </message>
    <message>
        <source>The provider&apos;s authorisation address is not known.</source>
        <translation>Die Autorisierungsadresse des Anbieters ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The redirect brought no “%1”.</source>
        <translation>Die Rückkehr brachte kein „%1“.</translation>
    </message>
    <message>
        <source>The redirect&apos;s “%1” is unusable.</source>
        <translation>„%1“ der Rückkehr ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>The redirect&apos;s “%1” is another than asked for.</source>
        <translation>„%1“ der Rückkehr ist ein anderes als verlangt.</translation>
    </message>
    <message>
        <source>This connection does not log in.</source>
        <translation>Diese Verbindung meldet sich nicht mit Benutzername an.</translation>
    </message>
    <message>
        <source>The key is missing.</source>
        <translation>Der Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>The key holds characters that cannot be sent.</source>
        <translation>Der Schlüssel enthält Zeichen, die sich nicht senden lassen.</translation>
    </message>
    <message>
        <source>There is no address for checking this connection.</source>
        <translation>Es gibt keine Adresse, um diese Verbindung zu prüfen.</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” cannot be used here.</source>
        <translation>„%1“ ist hier nicht brauchbar.</translation>
    </message>
    <message>
        <source>An issuer or the addresses themselves are needed.</source>
        <translation>Ein Issuer oder die Adressen selbst werden gebraucht.</translation>
    </message>
    <message>
        <source>This provider does not know “%1”.</source>
        <translation>Dieser Anbieter kennt „%1“ nicht.</translation>
    </message>
    <message>
        <source>This provider has no way of connecting called “%1”.</source>
        <translation>Dieser Anbieter kennt keinen Weg der Verbindung namens „%1“.</translation>
    </message>
    <message>
        <source>The address of the metadata gave no JSON object.</source>
        <translation>Die Adresse der Metadaten gab kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The server calls itself “%1”, not “%2”.</source>
        <translation>Der Server nennt sich „%1“, nicht „%2“.</translation>
    </message>
    <message>
        <source>The server&apos;s metadata has no “%1”.</source>
        <translation>In den Metadaten des Servers fehlt „%1“.</translation>
    </message>
    <message>
        <source>The server does not take the S256 code challenge.</source>
        <translation>Der Server nimmt die Prüfsumme S256 nicht an.</translation>
    </message>
    <message>
        <source>The answer to the login holds no usable key.</source>
        <translation>Die Antwort auf die Anmeldung enthält keinen brauchbaren Schlüssel.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn at the provider.</source>
        <translation>Vielleicht wurde der Zugriff beim Anbieter widerrufen.</translation>
    </message>
    <message>
        <source>The sign-in may simply have run out.</source>
        <translation>Vielleicht ist die Anmeldung einfach abgelaufen.</translation>
    </message>
    <message>
        <source>The connection may point at a company or shop that is no longer linked.</source>
        <translation>Vielleicht zeigt die Verbindung auf eine Firma oder einen Shop, die nicht mehr verknüpft sind.</translation>
    </message>
    <message>
        <source>The authorisation may not have covered this kind of data.</source>
        <translation>Vielleicht umfasste die Autorisierung diese Art von Daten nicht.</translation>
    </message>
    <message>
        <source>The app&apos;s own secret may have been changed.</source>
        <translation>Vielleicht wurde das Geheimnis der App geändert.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock may be wrong.</source>
        <translation>Vielleicht geht die Uhr dieses Computers falsch.</translation>
    </message>
    <message>
        <source>The provider&apos;s address may have changed.</source>
        <translation>Vielleicht hat sich die Adresse des Anbieters geändert.</translation>
    </message>
    <message>
        <source>A network sign-in page may have answered instead.</source>
        <translation>Vielleicht hat stattdessen eine Anmeldeseite des Netzwerks geantwortet.</translation>
    </message>
    <message>
        <source>The credential may belong to the other mode: test or live.</source>
        <translation>Vielleicht gehören die Zugangsdaten zum anderen Modus: Test oder Echtbetrieb.</translation>
    </message>
    <message>
        <source>A space may have slipped in when the credential was pasted.</source>
        <translation>Vielleicht ist beim Einfügen ein Leerzeichen mitgekommen.</translation>
    </message>
    <message>
        <source>The issuer must be an https address, as the service shows it.</source>
        <translation>Der Issuer muss eine https-Adresse sein, wie der Dienst sie zeigt.</translation>
    </message>
    <message>
        <source>The service&apos;s metadata names no usable addresses for this way of connecting. Enter them yourself.</source>
        <translation>Die Metadaten des Dienstes nennen für diesen Weg keine brauchbaren Adressen. Geben Sie sie selbst ein.</translation>
    </message>
    <message>
        <source>Several organisations are reachable; one must be chosen.</source>
        <translation>Mehrere Organisationen sind erreichbar; eine muss gewählt werden.</translation>
    </message>
    <message>
        <source>This connection was removed.</source>
        <translation>Diese Verbindung wurde entfernt.</translation>
    </message>
    <message>
        <source>There is no connection named “%1”.</source>
        <translation>Es gibt keine Verbindung namens „%1“.</translation>
    </message>
    <message>
        <source>There is no provider “%1”.</source>
        <translation>Es gibt keinen Anbieter „%1“.</translation>
    </message>
    <message>
        <source>%1 has no way of connecting named “%2”.</source>
        <translation>%1 kennt keinen Weg der Verbindung namens „%2“.</translation>
    </message>
    <message>
        <source>%1 has no Test Mode.</source>
        <translation>%1 hat keinen Testmodus.</translation>
    </message>
    <message>
        <source>The description of this provider is missing.</source>
        <translation>Die Beschreibung dieses Anbieters fehlt.</translation>
    </message>
    <message>
        <source>A connection needs a name.</source>
        <translation>Eine Verbindung braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is already a connection named “%1”. Choose another name.</source>
        <translation>Es gibt schon eine Verbindung namens „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>This name is too long: a connection&apos;s name has at most %1 characters.</source>
        <translation>Dieser Name ist zu lang: Der Name einer Verbindung hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A connection&apos;s name must not hold a line break or another control character.</source>
        <translation>Der Name einer Verbindung darf weder Zeilenumbrüche noch andere Steuerzeichen enthalten.</translation>
    </message>
    <message>
        <source>This is no file, or it cannot be read.</source>
        <translation>Das ist keine Datei, oder sie ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The file is larger than 256 KiB.</source>
        <translation>Die Datei ist größer als 256 KiB.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>The file&apos;s name is no pack id.</source>
        <translation>Der Name der Datei ist keine Paket-ID.</translation>
    </message>
    <message>
        <source>“%1” is the id of a built-in provider.</source>
        <translation>„%1“ ist die ID eines eingebauten Anbieters.</translation>
    </message>
    <message>
        <source>This is a link to another file; links are not followed.</source>
        <translation>Das ist ein Verweis auf eine andere Datei; Verweisen wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>The file must be called %1.json after the id in it.</source>
        <translation>Die Datei muss nach der ID in ihr %1.json heißen.</translation>
    </message>
    <message>
        <source>There is no folder for packs of your own.</source>
        <translation>Es gibt keinen Ordner für eigene Pakete.</translation>
    </message>
    <message>
        <source>The folder for packs is a link; links are not followed.</source>
        <translation>Der Ordner für Pakete ist ein Verweis; Verweisen wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>The folder for packs cannot be made.</source>
        <translation>Der Ordner für Pakete lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>A link stands in the place of the file; links are not followed.</source>
        <translation>An der Stelle der Datei steht ein Verweis; Verweisen wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>Die Datei lässt sich nicht schreiben: %1.</translation>
    </message>
    <message>
        <source>“%1” is built in and cannot be removed.</source>
        <translation>„%1“ ist eingebaut und lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>There is no pack of your own called “%1”.</source>
        <translation>Es gibt kein eigenes Paket namens „%1“.</translation>
    </message>
    <message>
        <source>The file cannot be removed: %1.</source>
        <translation>Die Datei lässt sich nicht entfernen: %1.</translation>
    </message>
    <message>
        <source>The connection has not been verified yet.</source>
        <translation>Die Verbindung wurde noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>The description of the provider “%1” is missing. Add its file again.</source>
        <translation>Die Beschreibung des Anbieters „%1“ fehlt. Fügen Sie seine Datei wieder hinzu.</translation>
    </message>
    <message>
        <source>“%1” is a symbolic link. Relink keeps its data in real files only: put the real one in its place, or choose another profile folder.</source>
        <translation>„%1“ ist ein symbolischer Verweis. Relink hält seine Daten nur in echten Dateien: Setzen Sie die echte an seine Stelle oder wählen Sie einen anderen Profilordner.</translation>
    </message>
    <message>
        <source>“%1” belongs to another user. Run Relink as that user, make yourself the owner, or choose another profile folder.</source>
        <translation>„%1“ gehört einem anderen Benutzer. Starten Sie Relink als dieser Benutzer, machen Sie sich zum Besitzer oder wählen Sie einen anderen Profilordner.</translation>
    </message>
    <message>
        <source>Everybody can write to “%1”, so its content cannot be trusted. Check it, take that right away (chmod o-w), or choose another profile folder.</source>
        <translation>Jeder kann in „%1“ schreiben, der Inhalt ist also nicht vertrauenswürdig. Prüfen Sie ihn, nehmen Sie dieses Recht weg (chmod o-w) oder wählen Sie einen anderen Profilordner.</translation>
    </message>
    <message>
        <source>“%1” could not be closed to other users. Check who owns it and whether its disk is writable.</source>
        <translation>„%1“ ließ sich nicht für andere Benutzer schließen. Prüfen Sie, wem es gehört und ob der Datenträger beschreibbar ist.</translation>
    </message>
    <message>
        <source>The folder “%1” could not be made. Check that its parent exists and is writable.</source>
        <translation>Der Ordner „%1“ ließ sich nicht anlegen. Prüfen Sie, ob der übergeordnete Ordner da und beschreibbar ist.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be written, so Relink can keep nothing in it. Allow writing there (chmod u+w), or choose another profile folder.</source>
        <translation>In den Ordner „%1“ kann nicht geschrieben werden; Relink kann dort nichts aufbewahren. Erlauben Sie dort das Schreiben (chmod u+w), oder wählen Sie einen anderen Profilordner.</translation>
    </message>
    <message>
        <source>“%1” is no folder. Move it away, or choose another profile folder.</source>
        <translation>„%1“ ist kein Ordner. Verschieben Sie es oder wählen Sie einen anderen Profilordner.</translation>
    </message>
    <message>
        <source>“%1” is no plain file. Move it away, or choose another profile folder.</source>
        <translation>„%1“ ist keine einfache Datei. Verschieben Sie es oder wählen Sie einen anderen Profilordner.</translation>
    </message>
    <message>
        <source>“%1” could not be made. Check that its folder is writable and the disk not full.</source>
        <translation>„%1“ ließ sich nicht anlegen. Prüfen Sie, ob der Ordner beschreibbar und der Datenträger nicht voll ist.</translation>
    </message>
    <message>
        <source>The user name, password or key may be wrong.</source>
        <translation>Der Benutzername, das Passwort oder der Schlüssel ist vielleicht falsch.</translation>
    </message>
    <message>
        <source>The answer may not have come from the provider at all.</source>
        <translation>Die Antwort kam vielleicht gar nicht vom Anbieter.</translation>
    </message>
    <message>
        <source>This is the id of “%1”. Choose another name.</source>
        <translation>Das ist die Kennung von „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The private key is missing.</source>
        <translation>Der private Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>This provider has no address for signing in with a code.</source>
        <translation>Dieser Anbieter hat keine Adresse für die Anmeldung mit einem Code.</translation>
    </message>
    <message>
        <source>The refresh token is missing.</source>
        <translation>Das Refresh-Token fehlt.</translation>
    </message>
    <message>
        <source>A user name cannot hold a colon here.</source>
        <translation>Ein Benutzername kann hier keinen Doppelpunkt enthalten.</translation>
    </message>
    <message>
        <source>A secret holds characters that cannot be sent.</source>
        <translation>Ein Geheimnis enthält Zeichen, die nicht gesendet werden können.</translation>
    </message>
    <message>
        <source>The answer holds no code to enter.</source>
        <translation>Die Antwort enthält keinen Code zum Eingeben.</translation>
    </message>
    <message>
        <source>OpenSSL 3 (libcrypto) is needed to sign and was not found.</source>
        <translation>Zum Signieren wird OpenSSL 3 (libcrypto) gebraucht; es wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The private key cannot be read. It must be the whole PEM text, from -----BEGIN to END-----, without a password.</source>
        <translation>Der private Schlüssel kann nicht gelesen werden. Nötig ist der ganze PEM-Text von -----BEGIN bis END-----, ohne Kennwort.</translation>
    </message>
    <message>
        <source>This is no elliptic-curve key of 256 bits (P-256).</source>
        <translation>Dies ist kein Schlüssel für elliptische Kurven mit 256 Bit (P-256).</translation>
    </message>
    <message>
        <source>This is no RSA key.</source>
        <translation>Dies ist kein RSA-Schlüssel.</translation>
    </message>
    <message>
        <source>An RSA key needs at least 2048 bits.</source>
        <translation>Ein RSA-Schlüssel braucht mindestens 2048 Bit.</translation>
    </message>
    <message>
        <source>The private key cannot be used for signing.</source>
        <translation>Mit dem privaten Schlüssel kann nicht signiert werden.</translation>
    </message>
    <message>
        <source>The service did not say where this account lives (%1).</source>
        <translation>Der Dienst hat nicht gesagt, wo dieses Konto liegt (%1).</translation>
    </message>
    <message>
        <source>This key is not known.</source>
        <translation>Dieser Schlüssel ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This key is missing.</source>
        <translation>Dieser Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>This must be a text.</source>
        <translation>Hier muss ein Text stehen.</translation>
    </message>
    <message>
        <source>This text is too long.</source>
        <translation>Dieser Text ist zu lang.</translation>
    </message>
    <message>
        <source>This must be an object.</source>
        <translation>Hier muss ein Objekt stehen.</translation>
    </message>
    <message>
        <source>This must be a list.</source>
        <translation>Hier muss eine Liste stehen.</translation>
    </message>
    <message>
        <source>This is no id of a provider.</source>
        <translation>Das ist keine Kennung eines Anbieters.</translation>
    </message>
    <message>
        <source>This is either “production” or “test”.</source>
        <translation>Hier steht entweder „production“ oder „test“.</translation>
    </message>
    <message>
        <source>This is no time such as 2026-01-31T08:00:00Z.</source>
        <translation>Das ist kein Zeitpunkt wie 2026-01-31T08:00:00Z.</translation>
    </message>
    <message>
        <source>The file is larger than 8 MiB.</source>
        <translation>Die Datei ist größer als 8 MiB.</translation>
    </message>
    <message>
        <source>This is no export of connections.</source>
        <translation>Das ist kein Export von Verbindungen.</translation>
    </message>
    <message>
        <source>This must be the number 1.</source>
        <translation>Hier muss die Zahl 1 stehen.</translation>
    </message>
    <message>
        <source>The file was written by a newer Relink. Update this one first.</source>
        <translation>Die Datei wurde von einem neueren Relink geschrieben. Aktualisieren Sie zuerst dieses hier.</translation>
    </message>
    <message>
        <source>The file has too many connections.</source>
        <translation>Die Datei enthält zu viele Verbindungen.</translation>
    </message>
    <message>
        <source>Two connections of the file have this name.</source>
        <translation>Zwei Verbindungen der Datei haben diesen Namen.</translation>
    </message>
    <message>
        <source>The provider has no such way of connecting in this Relink.</source>
        <translation>Der Anbieter kennt in diesem Relink keine solche Art der Verbindung.</translation>
    </message>
    <message>
        <source>The provider has no Test Mode.</source>
        <translation>Der Anbieter hat keinen Testmodus.</translation>
    </message>
    <message>
        <source>This is a secret, and an export has none.</source>
        <translation>Das ist ein Geheimnis, und ein Export enthält keine.</translation>
    </message>
    <message>
        <source>There is already a file %1. Nothing was written.</source>
        <translation>Die Datei %1 gibt es schon. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Sign in with Sage</source>
        <translation>Bei Sage anmelden</translation>
    </message>
    <message>
        <source>Shown with your app, where you registered it.</source>
        <translation>Steht bei Ihrer App, dort, wo Sie sie registriert haben.</translation>
    </message>
    <message>
        <source>Sage Accounting has no separate test system. Use a trial business.</source>
        <translation>Sage Accounting hat kein getrenntes Testsystem. Benutzen Sie eine Testfirma.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn in Sage Accounting.</source>
        <translation>Vielleicht wurde der Zugriff in Sage Accounting widerrufen.</translation>
    </message>
    <message>
        <source>Without use for 31 days the access ends and Sage asks for a new sign-in.</source>
        <translation>Nach 31 Tagen ohne Benutzung endet der Zugriff, und Sage verlangt eine neue Anmeldung.</translation>
    </message>
    <message>
        <source>After withdrawing, an access already given out still works for up to five minutes.</source>
        <translation>Nach dem Widerruf gilt ein schon ausgegebener Zugriff noch bis zu fünf Minuten.</translation>
    </message>
    <message>
        <source>Sage knows two permissions: reading only, or everything.</source>
        <translation>Sage kennt zwei Berechtigungen: nur lesen oder alles.</translation>
    </message>
    <message>
        <source>The country decides which sign-in page Sage shows.</source>
        <translation>Das Land bestimmt, welche Anmeldeseite Sage zeigt.</translation>
    </message>
    <message>
        <source>If you copy the address back by hand, do so within a minute of signing in: the code in it lasts no longer.</source>
        <translation>Wenn Sie die Adresse von Hand zurückkopieren, tun Sie es innerhalb einer Minute nach dem Anmelden: Der Code darin gilt nicht länger.</translation>
    </message>
    <message>
        <source>Sign in with MYOB</source>
        <translation>Bei MYOB anmelden</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for MYOB.</source>
        <translation>Für MYOB ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>The sign-in may not have covered this kind of data.</source>
        <translation>Vielleicht hat die Anmeldung diese Art von Daten nicht umfasst.</translation>
    </message>
    <message>
        <source>Whoever signed in may no longer be an administrator of the company file.</source>
        <translation>Vielleicht ist die Person, die sich angemeldet hat, nicht mehr Administrator der Firmendatei.</translation>
    </message>
    <message>
        <source>MYOB answers the same for an address that does not exist.</source>
        <translation>MYOB antwortet genauso bei einer Adresse, die es nicht gibt.</translation>
    </message>
    <message>
        <source>The app may have used up its calls for now.</source>
        <translation>Vielleicht hat die App ihre Aufrufe vorerst verbraucht.</translation>
    </message>
    <message>
        <source>MYOB takes 8 calls a second and 1,000,000 a day for each app.</source>
        <translation>MYOB nimmt je App 8 Aufrufe in der Sekunde und 1.000.000 am Tag an.</translation>
    </message>
    <message>
        <source>Each sign-in reaches one company file: connect further ones separately.</source>
        <translation>Jede Anmeldung erreicht eine Firmendatei: Verbinden Sie weitere einzeln.</translation>
    </message>
    <message>
        <source>The broad permission CompanyFile is deprecated: the ones that begin with sme- take its place.</source>
        <translation>Die breite Berechtigung CompanyFile ist veraltet: An ihre Stelle treten die, die mit sme- beginnen.</translation>
    </message>
    <message>
        <source>Whoever signs in has to be an administrator of the company file.</source>
        <translation>Wer sich anmeldet, muss Administrator der Firmendatei sein.</translation>
    </message>
    <message>
        <source>Right after signing in, MYOB may refuse the access for about 20 seconds.</source>
        <translation>Gleich nach der Anmeldung lehnt MYOB den Zugriff vielleicht etwa 20 Sekunden lang ab.</translation>
    </message>
    <message>
        <source>The redirect address has to match the registered one exactly, down to a closing slash.</source>
        <translation>Die Weiterleitungsadresse muss genau mit der registrierten übereinstimmen, bis auf einen Schrägstrich am Ende.</translation>
    </message>
    <message>
        <source>AccountRight company files with a user name and password of their own cannot be connected yet.</source>
        <translation>Firmendateien von AccountRight mit eigenem Benutzernamen und Passwort lassen sich noch nicht verbinden.</translation>
    </message>
    <message>
        <source>Sign in with FreshBooks</source>
        <translation>Bei FreshBooks anmelden</translation>
    </message>
    <message>
        <source>The access may have been withdrawn in FreshBooks.</source>
        <translation>Vielleicht wurde der Zugriff in FreshBooks widerrufen.</translation>
    </message>
    <message>
        <source>The permissions are also chosen on the app&apos;s own page at FreshBooks.</source>
        <translation>Die Berechtigungen werden auch auf der Seite der App bei FreshBooks gewählt.</translation>
    </message>
    <message>
        <source>A refresh token works once: another program with the same sign-in ends this one.</source>
        <translation>Ein Refresh-Token gilt einmal: Ein anderes Programm mit derselben Anmeldung beendet diese.</translation>
    </message>
    <message>
        <source>A FreshBooks membership without an accounting account cannot be chosen here.</source>
        <translation>Eine FreshBooks-Mitgliedschaft ohne Buchhaltungskonto kann hier nicht gewählt werden.</translation>
    </message>
    <message>
        <source>Sign in with FreeAgent</source>
        <translation>Bei FreeAgent anmelden</translation>
    </message>
    <message>
        <source>Shown with your app, where you registered it. Test Mode uses the same one.</source>
        <translation>Steht bei Ihrer App, dort, wo Sie sie registriert haben. Der Testmodus benutzt dieselbe.</translation>
    </message>
    <message>
        <source>Test Mode reaches the FreeAgent sandbox. The client ID and secret of your app are the same there.</source>
        <translation>Der Testmodus erreicht die FreeAgent-Sandbox. Client-ID und Client-Geheimnis Ihrer App sind dort dieselben.</translation>
    </message>
    <message>
        <source>FreeAgent has no address for withdrawing an access: the app has to be removed in FreeAgent.</source>
        <translation>FreeAgent hat keine Adresse, an der ein Zugriff widerrufen wird: Die App muss in FreeAgent entfernt werden.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn in FreeAgent.</source>
        <translation>Vielleicht wurde der Zugriff in FreeAgent widerrufen.</translation>
    </message>
    <message>
        <source>What the connection may do follows the access level of the person who signs in.</source>
        <translation>Was die Verbindung darf, richtet sich nach der Zugriffsstufe der Person, die sich anmeldet.</translation>
    </message>
    <message>
        <source>An app for companies does not work for an accountancy practice, and the other way round.</source>
        <translation>Eine App für Firmen gilt nicht für eine Buchhaltungskanzlei, und umgekehrt.</translation>
    </message>
    <message>
        <source>If the client secret was replaced at FreeAgent, enter the new one here.</source>
        <translation>Wenn das Client-Geheimnis bei FreeAgent ersetzt wurde, geben Sie hier das neue ein.</translation>
    </message>
    <message>
        <source>Sign in with Zoho</source>
        <translation>Bei Zoho anmelden</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>Rechenzentrum</translation>
    </message>
    <message>
        <source>The ending of the address at which you use Zoho: com, eu, in and so on. An account lives in one data centre only.</source>
        <translation>Die Endung der Adresse, unter der Sie Zoho benutzen: com, eu, in und so weiter. Ein Konto liegt in nur einem Rechenzentrum.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn in Zoho.</source>
        <translation>Vielleicht wurde der Zugriff in Zoho widerrufen.</translation>
    </message>
    <message>
        <source>The account may live in another data centre than the one chosen here.</source>
        <translation>Vielleicht liegt das Konto in einem anderen Rechenzentrum als dem hier gewählten.</translation>
    </message>
    <message>
        <source>Zoho keeps 20 sign-ins per user: one more ends the oldest.</source>
        <translation>Zoho behält 20 Anmeldungen je Benutzer: Eine weitere beendet die älteste.</translation>
    </message>
    <message>
        <source>Zoho Books takes 100 calls a minute for each organisation, and a number a day that depends on the plan.</source>
        <translation>Zoho Books nimmt je Organisation 100 Aufrufe in der Minute an, und am Tag eine Zahl, die vom Tarif abhängt.</translation>
    </message>
    <message>
        <source>An account lives in one data centre. With the wrong one, Zoho answers as if the client or the code were wrong.</source>
        <translation>Ein Konto liegt in einem Rechenzentrum. Beim falschen antwortet Zoho, als wären der Client oder der Code falsch.</translation>
    </message>
    <message>
        <source>Zoho gives out only a few new tokens in a short time: do not refresh again and again.</source>
        <translation>Zoho gibt in kurzer Zeit nur wenige neue Token aus: Erneuern Sie nicht immer wieder.</translation>
    </message>
    <message>
        <source>Sign in with NetSuite</source>
        <translation>Bei NetSuite anmelden</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>Konto-ID</translation>
    </message>
    <message>
        <source>In NetSuite under Setup &gt; Company &gt; Company Information. A sandbox account has its own, for example 1234567_SB1.</source>
        <translation>In NetSuite unter Setup &gt; Company &gt; Company Information. Ein Sandbox-Konto hat eine eigene, zum Beispiel 1234567_SB1.</translation>
    </message>
    <message>
        <source>Shown with the integration record in NetSuite.</source>
        <translation>Steht beim Integration Record in NetSuite.</translation>
    </message>
    <message>
        <source>Certificate (machine to machine)</source>
        <translation>Zertifikat (Maschine zu Maschine)</translation>
    </message>
    <message>
        <source>Certificate ID</source>
        <translation>Zertifikats-ID</translation>
    </message>
    <message>
        <source>NetSuite shows it once the public part of your certificate has been uploaded.</source>
        <translation>NetSuite zeigt sie, sobald der öffentliche Teil Ihres Zertifikats hochgeladen ist.</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>An access by certificate is withdrawn in NetSuite itself.</source>
        <translation>Ein Zugriff mit Zertifikat wird in NetSuite selbst widerrufen.</translation>
    </message>
    <message>
        <source>A NetSuite sandbox is an account of its own, with its own account ID: make a connection of its own for it.</source>
        <translation>Eine NetSuite-Sandbox ist ein eigenes Konto mit eigener Konto-ID: Legen Sie dafür eine eigene Verbindung an.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn in NetSuite.</source>
        <translation>Vielleicht wurde der Zugriff in NetSuite widerrufen.</translation>
    </message>
    <message>
        <source>The role or the integration record may have been changed in NetSuite.</source>
        <translation>Vielleicht wurde die Rolle oder der Integration Record in NetSuite geändert.</translation>
    </message>
    <message>
        <source>The sign-in lasts exactly seven days and cannot be prolonged; then it has to be repeated.</source>
        <translation>Die Anmeldung gilt genau sieben Tage und lässt sich nicht verlängern; dann muss sie wiederholt werden.</translation>
    </message>
    <message>
        <source>The role chosen while signing in decides what the connection may do.</source>
        <translation>Die bei der Anmeldung gewählte Rolle bestimmt, was die Verbindung darf.</translation>
    </message>
    <message>
        <source>The redirect address has to match the one on the integration record exactly.</source>
        <translation>Die Weiterleitungsadresse muss genau mit der auf dem Integration Record übereinstimmen.</translation>
    </message>
    <message>
        <source>Every permission asked for has to be switched on in the integration record.</source>
        <translation>Jede verlangte Berechtigung muss im Integration Record eingeschaltet sein.</translation>
    </message>
    <message>
        <source>A certificate has to be uploaded and assigned in NetSuite for each account, and again after a sandbox has been refreshed.</source>
        <translation>Ein Zertifikat muss in NetSuite für jedes Konto hochgeladen und zugeordnet werden, und erneut, nachdem eine Sandbox aufgefrischt wurde.</translation>
    </message>
    <message>
        <source>NetSuite takes no new connections with token-based authentication (TBA) from release 2027.1: sign in, or use a certificate.</source>
        <translation>Ab Version 2027.1 nimmt NetSuite keine neuen Verbindungen mit tokenbasierter Authentifizierung (TBA) an: Melden Sie sich an, oder benutzen Sie ein Zertifikat.</translation>
    </message>
    <message>
        <source>Sign in with Wave</source>
        <translation>Bei Wave anmelden</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>A token that Wave gave out for your own account.</source>
        <translation>Ein Token, das Wave für Ihr eigenes Konto ausgegeben hat.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Wave.</source>
        <translation>Für Wave ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn in Wave.</source>
        <translation>Vielleicht wurde der Zugriff in Wave widerrufen.</translation>
    </message>
    <message>
        <source>Wave connects only businesses with an active Pro or Wave Advisor subscription. When it ends, the connection stops.</source>
        <translation>Wave verbindet nur Firmen mit einem laufenden Abonnement Pro oder Wave Advisor. Endet es, endet die Verbindung.</translation>
    </message>
    <message>
        <source>Each refresh ends the former access at once.</source>
        <translation>Jede Erneuerung beendet den vorigen Zugriff sofort.</translation>
    </message>
    <message>
        <source>A permission to write does not include the one to read: ask for both.</source>
        <translation>Eine Berechtigung zum Schreiben enthält nicht die zum Lesen: Verlangen Sie beide.</translation>
    </message>
    <message>
        <source>Sign in with Exact Online</source>
        <translation>Bei Exact Online anmelden</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>The ending of the address at which you use Exact Online: start.exactonline.nl, .be, .de and so on.</source>
        <translation>Die Endung der Adresse, unter der Sie Exact Online benutzen: start.exactonline.nl, .be, .de und so weiter.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Exact Online.</source>
        <translation>Für Exact Online ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn in Exact Online.</source>
        <translation>Vielleicht wurde der Zugriff in Exact Online widerrufen.</translation>
    </message>
    <message>
        <source>Another program may have refreshed with the same sign-in.</source>
        <translation>Vielleicht hat ein anderes Programm mit derselben Anmeldung erneuert.</translation>
    </message>
    <message>
        <source>Exact Online takes 60 calls a minute and 5,000 a day for each company.</source>
        <translation>Exact Online nimmt je Firma 60 Aufrufe in der Minute und 5.000 am Tag an.</translation>
    </message>
    <message>
        <source>Exact has to approve the app before anybody but its maker can connect.</source>
        <translation>Exact muss die App genehmigen, bevor jemand anderes als ihr Hersteller sie verbinden kann.</translation>
    </message>
    <message>
        <source>An access lasts ten minutes and can be refreshed only at its very end.</source>
        <translation>Ein Zugriff gilt zehn Minuten und lässt sich erst ganz am Ende erneuern.</translation>
    </message>
    <message>
        <source>Sign in with Microsoft</source>
        <translation>Bei Microsoft anmelden</translation>
    </message>
    <message>
        <source>Microsoft tenant</source>
        <translation>Microsoft-Mandant</translation>
    </message>
    <message>
        <source>The domain or the ID of your organisation at Microsoft. Leave this as it is if you do not know it.</source>
        <translation>Die Domain oder die ID Ihrer Organisation bei Microsoft. Lassen Sie dies, wie es ist, wenn Sie sie nicht kennen.</translation>
    </message>
    <message>
        <source>Business Central environment</source>
        <translation>Business-Central-Umgebung</translation>
    </message>
    <message>
        <source>The name of the environment in Business Central. A sandbox has its own name.</source>
        <translation>Der Name der Umgebung in Business Central. Eine Sandbox hat einen eigenen Namen.</translation>
    </message>
    <message>
        <source>The address http://localhost:PORT/callback must be registered with your app. Leave this empty for port 48017.</source>
        <translation>Die Adresse http://localhost:PORT/callback muss bei Ihrer App registriert sein. Lassen Sie dies für Port 48017 leer.</translation>
    </message>
    <message>
        <source>Only if your app cannot use http://localhost:48017/callback: the address registered with it. You then copy the address that the browser ends up at back into Relink.</source>
        <translation>Nur wenn Ihre App http://localhost:48017/callback nicht benutzen kann: die bei ihr registrierte Adresse. Sie kopieren dann die Adresse, auf der der Browser endet, in Relink zurück.</translation>
    </message>
    <message>
        <source>App of your own, without a sign-in</source>
        <translation>Eigene App, ohne Anmeldung</translation>
    </message>
    <message>
        <source>The domain or the ID of your organisation at Microsoft.</source>
        <translation>Die Domain oder die ID Ihrer Organisation bei Microsoft.</translation>
    </message>
    <message>
        <source>A sandbox is another environment name at the same address: make a connection of its own for it.</source>
        <translation>Eine Sandbox ist ein anderer Umgebungsname unter derselben Adresse: Legen Sie dafür eine eigene Verbindung an.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Business Central.</source>
        <translation>Für Business Central ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>An administrator may have withdrawn the access.</source>
        <translation>Vielleicht hat ein Administrator den Zugriff widerrufen.</translation>
    </message>
    <message>
        <source>Business Central counts the calls of each user over five minutes.</source>
        <translation>Business Central zählt die Aufrufe jedes Benutzers über fünf Minuten.</translation>
    </message>
    <message>
        <source>Whoever signs in needs a licence for Business Central.</source>
        <translation>Wer sich anmeldet, braucht eine Lizenz für Business Central.</translation>
    </message>
    <message>
        <source>The first sign-in may need an administrator&apos;s approval in Microsoft Entra.</source>
        <translation>Die erste Anmeldung braucht vielleicht die Genehmigung eines Administrators in Microsoft Entra.</translation>
    </message>
    <message>
        <source>The numbers that begin with AADSTS are meant for people and may change.</source>
        <translation>Die Nummern, die mit AADSTS beginnen, sind für Menschen gedacht und können sich ändern.</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>The word for your edition of Sage 200 in the address of its API, after api.columbus.sage.com/uk/.</source>
        <translation>Das Wort für Ihre Edition von Sage 200 in der Adresse der API, hinter api.columbus.sage.com/uk/.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Sage 200.</source>
        <translation>Für Sage 200 ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>Sign in with Fortnox</source>
        <translation>Bei Fortnox anmelden</translation>
    </message>
    <message>
        <source>No call for checking a Fortnox connection is known. Enter an address of your own, and Relink can tell whether the access works.</source>
        <translation>Zum Prüfen einer Verbindung zu Fortnox ist kein Aufruf bekannt. Geben Sie eine eigene Adresse ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Fortnox.</source>
        <translation>Für Fortnox ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>Sign in with Twinfield</source>
        <translation>Bei Twinfield anmelden</translation>
    </message>
    <message>
        <source>No call for checking a Twinfield connection is known. Enter an address of your own, and Relink can tell whether the access works.</source>
        <translation>Zum Prüfen einer Verbindung zu Twinfield ist kein Aufruf bekannt. Geben Sie eine eigene Adresse ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Twinfield.</source>
        <translation>Für Twinfield ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>Connection held by Amaka</source>
        <translation>Verbindung, die Amaka hält</translation>
    </message>
    <message>
        <source>Amaka holds this access itself: Relink cannot look at it and goes by what you confirm.</source>
        <translation>Amaka hält diesen Zugriff selbst: Relink kann ihn nicht einsehen und richtet sich nach dem, was Sie bestätigen.</translation>
    </message>
    <message>
        <source>Amaka holds this access itself, so it is withdrawn there.</source>
        <translation>Amaka hält diesen Zugriff selbst, daher wird er dort widerrufen.</translation>
    </message>
    <message>
        <source>Connection held by Amalgam</source>
        <translation>Verbindung, die Amalgam hält</translation>
    </message>
    <message>
        <source>Amalgam holds this access itself: Relink cannot look at it and goes by what you confirm.</source>
        <translation>Amalgam hält diesen Zugriff selbst: Relink kann ihn nicht einsehen und richtet sich nach dem, was Sie bestätigen.</translation>
    </message>
    <message>
        <source>Amalgam holds this access itself, so it is withdrawn there.</source>
        <translation>Amalgam hält diesen Zugriff selbst, daher wird er dort widerrufen.</translation>
    </message>
    <message>
        <source>The connection itself may be broken: refresh it first.</source>
        <translation>Vielleicht ist die Verbindung selbst unterbrochen: Erneuern Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Somebody may have changed roles or permissions.</source>
        <translation>Vielleicht hat jemand Rollen oder Berechtigungen geändert.</translation>
    </message>
    <message>
        <source>The plan may not include this kind of data.</source>
        <translation>Vielleicht enthält der Tarif diese Art von Daten nicht.</translation>
    </message>
    <message>
        <source>The platform may have a passing problem: try again in a few minutes.</source>
        <translation>Vielleicht hat die Plattform eine vorübergehende Störung: Versuchen Sie es in einigen Minuten erneut.</translation>
    </message>
    <message>
        <source>An authorization error is not always a broken connection: permissions, the plan or an outage can be the cause.</source>
        <translation>Ein Autorisierungsfehler ist nicht immer eine unterbrochene Verbindung: Auch Berechtigungen, der Tarif oder ein Ausfall können die Ursache sein.</translation>
    </message>
    <message>
        <source>If refreshing the connection does not help, the cause is at the platform that Amalgam reads from.</source>
        <translation>Wenn das Erneuern der Verbindung nicht hilft, liegt die Ursache bei der Plattform, aus der Amalgam liest.</translation>
    </message>
    <message>
        <source>Connection held by Xeroom</source>
        <translation>Verbindung, die Xeroom hält</translation>
    </message>
    <message>
        <source>Xeroom holds this access itself: Relink cannot look at it and goes by what you confirm.</source>
        <translation>Xeroom hält diesen Zugriff selbst: Relink kann ihn nicht einsehen und richtet sich nach dem, was Sie bestätigen.</translation>
    </message>
    <message>
        <source>Sign in with Seller Central</source>
        <translation>Bei Seller Central anmelden</translation>
    </message>
    <message>
        <source>Seller Central address</source>
        <translation>Adresse von Seller Central</translation>
    </message>
    <message>
        <source>Where you sign in to Seller Central, for example sellercentral.amazon.co.uk.</source>
        <translation>Wo Sie sich bei Seller Central anmelden, zum Beispiel sellercentral.amazon.co.uk.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>The part of the world that your marketplace belongs to.</source>
        <translation>Der Teil der Welt, zu dem Ihr Marktplatz gehört.</translation>
    </message>
    <message>
        <source>North America</source>
        <translation>Nordamerika</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>Far East</source>
        <translation>Fernost</translation>
    </message>
    <message>
        <source>Application ID</source>
        <translation>Anwendungs-ID</translation>
    </message>
    <message>
        <source>Amazon&apos;s name for your app. It begins with amzn1.</source>
        <translation>Amazons Name für Ihre App. Er beginnt mit amzn1.</translation>
    </message>
    <message>
        <source>The LWA client ID of your app at Amazon.</source>
        <translation>Die LWA-Client-ID Ihrer App bei Amazon.</translation>
    </message>
    <message>
        <source>The LWA client secret of the same app. Amazon makes you replace it every 180 days.</source>
        <translation>Das LWA-Client-Geheimnis derselben App. Amazon verlangt, es alle 180 Tage zu ersetzen.</translation>
    </message>
    <message>
        <source>The https address registered with your app. Amazon sends the browser there; you copy the whole address it ends up at back into Relink.</source>
        <translation>Die bei Ihrer App registrierte https-Adresse. Amazon schickt den Browser dorthin; Sie kopieren die ganze Adresse, auf der er endet, in Relink zurück.</translation>
    </message>
    <message>
        <source>State of the app</source>
        <translation>Stand der App</translation>
    </message>
    <message>
        <source>Leave this empty once Amazon has published the app.</source>
        <translation>Lassen Sie dies leer, sobald Amazon die App veröffentlicht hat.</translation>
    </message>
    <message>
        <source>Still a draft</source>
        <translation>Noch ein Entwurf</translation>
    </message>
    <message>
        <source>Refresh token from Seller Central</source>
        <translation>Refresh-Token aus Seller Central</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Refresh-Token</translation>
    </message>
    <message>
        <source>Seller Central shows it when you authorise your own app there. It begins with Atzr|.</source>
        <translation>Seller Central zeigt es, wenn Sie dort Ihre eigene App autorisieren. Es beginnt mit Atzr|.</translation>
    </message>
    <message>
        <source>Test Mode reaches Amazon&apos;s sandbox instead of your real data.</source>
        <translation>Der Testmodus erreicht Amazons Sandbox statt Ihrer echten Daten.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Amazon.</source>
        <translation>Für Amazon ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn in Seller Central.</source>
        <translation>Vielleicht wurde der Zugriff in Seller Central widerrufen.</translation>
    </message>
    <message>
        <source>The marketplace may belong to another region than the one chosen here.</source>
        <translation>Vielleicht gehört der Marktplatz zu einer anderen Region als der hier gewählten.</translation>
    </message>
    <message>
        <source>Replace the client secret at Amazon every 180 days and enter the new one here: the sign-in itself stays.</source>
        <translation>Ersetzen Sie das Client-Geheimnis bei Amazon alle 180 Tage und geben Sie das neue hier ein: Die Anmeldung selbst bleibt bestehen.</translation>
    </message>
    <message>
        <source>A sign-in may end after a year: then it has to be repeated.</source>
        <translation>Eine Anmeldung endet vielleicht nach einem Jahr: Dann muss sie wiederholt werden.</translation>
    </message>
    <message>
        <source>What the app may do is set at Amazon with its roles, not when signing in.</source>
        <translation>Was die App darf, wird bei Amazon mit ihren Rollen eingestellt, nicht beim Anmelden.</translation>
    </message>
    <message>
        <source>Copy the address back into Relink within five minutes of signing in: the code in it lasts no longer.</source>
        <translation>Kopieren Sie die Adresse innerhalb von fünf Minuten nach dem Anmelden in Relink zurück: Der Code darin gilt nicht länger.</translation>
    </message>
    <message>
        <source>Sign in with Etsy</source>
        <translation>Bei Etsy anmelden</translation>
    </message>
    <message>
        <source>Etsy calls it the keystring of your app.</source>
        <translation>Etsy nennt sie den Keystring Ihrer App.</translation>
    </message>
    <message>
        <source>The https address registered with your app. Etsy sends the browser there; you copy the whole address it ends up at back into Relink.</source>
        <translation>Die bei Ihrer App registrierte https-Adresse. Etsy schickt den Browser dorthin; Sie kopieren die ganze Adresse, auf der er endet, in Relink zurück.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Etsy.</source>
        <translation>Für Etsy ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>Etsy takes 10 calls a second for each app.</source>
        <translation>Etsy nimmt je App 10 Aufrufe in der Sekunde an.</translation>
    </message>
    <message>
        <source>Etsy has to approve the app before it can be used.</source>
        <translation>Etsy muss die App genehmigen, bevor sie benutzt werden kann.</translation>
    </message>
    <message>
        <source>Etsy takes https addresses only, so the address is copied back by hand.</source>
        <translation>Etsy nimmt nur https-Adressen, daher wird die Adresse von Hand zurückkopiert.</translation>
    </message>
    <message>
        <source>Sign in with TikTok Shop</source>
        <translation>Bei TikTok Shop anmelden</translation>
    </message>
    <message>
        <source>Service ID</source>
        <translation>Service-ID</translation>
    </message>
    <message>
        <source>It stands in the authorisation link of your app in the Partner Center.</source>
        <translation>Sie steht im Autorisierungslink Ihrer App im Partner Center.</translation>
    </message>
    <message>
        <source>App key</source>
        <translation>App-Schlüssel</translation>
    </message>
    <message>
        <source>Shown with your app in the Partner Center.</source>
        <translation>Steht bei Ihrer App im Partner Center.</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>App-Geheimnis</translation>
    </message>
    <message>
        <source>Shown with the app key.</source>
        <translation>Steht beim App-Schlüssel.</translation>
    </message>
    <message>
        <source>No call for checking a TikTok Shop connection is known. Enter an address of your own, and Relink can tell whether the access works.</source>
        <translation>Zum Prüfen einer Verbindung zu TikTok Shop ist kein Aufruf bekannt. Geben Sie eine eigene Adresse ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for TikTok Shop.</source>
        <translation>Für TikTok Shop ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>When signing in, a seller can leave out permissions: check afterwards that all that are needed were given.</source>
        <translation>Beim Anmelden kann ein Verkäufer Berechtigungen weglassen: Prüfen Sie danach, ob alle nötigen erteilt wurden.</translation>
    </message>
    <message>
        <source>The redirect address is the one registered with your app in the Partner Center.</source>
        <translation>Die Weiterleitungsadresse ist die, die bei Ihrer App im Partner Center registriert ist.</translation>
    </message>
    <message>
        <source>Client ID and secret</source>
        <translation>Client-ID und Client-Geheimnis</translation>
    </message>
    <message>
        <source>Shown with the keys of your account at Walmart&apos;s developer portal.</source>
        <translation>Steht bei den Schlüsseln Ihres Kontos im Entwicklerportal von Walmart.</translation>
    </message>
    <message>
        <source>Sign in with Walmart</source>
        <translation>Bei Walmart anmelden</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Walmart.</source>
        <translation>Für Walmart ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>The keys may have been replaced or may belong to another account.</source>
        <translation>Vielleicht wurden die Schlüssel ersetzt oder gehören zu einem anderen Konto.</translation>
    </message>
    <message>
        <source>An access lasts 15 minutes: Relink fetches a new one by itself.</source>
        <translation>Ein Zugriff gilt 15 Minuten: Relink holt von selbst einen neuen.</translation>
    </message>
    <message>
        <source>pos</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Sign in with Lightspeed</source>
        <translation>Bei Lightspeed anmelden</translation>
    </message>
    <message>
        <source>Shown with your Lightspeed app.</source>
        <translation>Steht bei Ihrer App von Lightspeed.</translation>
    </message>
    <message>
        <source>Personal token</source>
        <translation>Persönliches Token</translation>
    </message>
    <message>
        <source>Needs the Plus plan.</source>
        <translation>Verlangt den Tarif Plus.</translation>
    </message>
    <message>
        <source>No call for checking a Lightspeed Retail connection is known. Enter an address of your own, and Relink can tell whether the access works.</source>
        <translation>Zum Prüfen einer Verbindung zu Lightspeed Retail ist kein Aufruf bekannt. Geben Sie eine eigene Adresse ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Lightspeed Retail.</source>
        <translation>Für Lightspeed Retail ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>An app that Lightspeed has not approved can be connected to 30 stores at most.</source>
        <translation>Eine App, die Lightspeed nicht genehmigt hat, lässt sich mit höchstens 30 Shops verbinden.</translation>
    </message>
    <message>
        <source>Personal tokens need the Plus plan.</source>
        <translation>Persönliche Token verlangen den Tarif Plus.</translation>
    </message>
    <message>
        <source>Sign in with Clover</source>
        <translation>Bei Clover anmelden</translation>
    </message>
    <message>
        <source>Where your Clover account belongs: its address tells.</source>
        <translation>Wohin Ihr Clover-Konto gehört: Seine Adresse sagt es.</translation>
    </message>
    <message>
        <source>www.clover.com</source>
        <translation>www.clover.com</translation>
    </message>
    <message>
        <source>www.eu.clover.com (Europe)</source>
        <translation>www.eu.clover.com (Europa)</translation>
    </message>
    <message>
        <source>www.la.clover.com (Latin America)</source>
        <translation>www.la.clover.com (Lateinamerika)</translation>
    </message>
    <message>
        <source>Shown with your Clover app.</source>
        <translation>Steht bei Ihrer App von Clover.</translation>
    </message>
    <message>
        <source>Sign in with Clover, using the app secret</source>
        <translation>Bei Clover anmelden, mit dem Geheimnis der App</translation>
    </message>
    <message>
        <source>The Clover sandbox has an address of its own for all regions.</source>
        <translation>Die Clover-Sandbox hat eine eigene Adresse für alle Regionen.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Clover.</source>
        <translation>Für Clover ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>Clover limits how many sign-ins an app may keep for one merchant: a new one can end the oldest.</source>
        <translation>Clover begrenzt, wie viele Anmeldungen eine App je Händler behalten darf: Eine neue kann die älteste beenden.</translation>
    </message>
    <message>
        <source>What the app may do is set at Clover with the app, not when signing in.</source>
        <translation>Was die App darf, wird bei Clover an der App eingestellt, nicht beim Anmelden.</translation>
    </message>
    <message>
        <source>Permissions for Ecommerce are not to be had in Europe.</source>
        <translation>Berechtigungen für Ecommerce gibt es in Europa nicht.</translation>
    </message>
    <message>
        <source>Old tokens that never expire have to be replaced.</source>
        <translation>Alte Token, die nie ablaufen, müssen ersetzt werden.</translation>
    </message>
    <message>
        <source>Toast API host</source>
        <translation>API-Host von Toast</translation>
    </message>
    <message>
        <source>The first part of the host that Toast gave you, for example ws-api.</source>
        <translation>Der erste Teil des Hosts, den Toast Ihnen genannt hat, zum Beispiel ws-api.</translation>
    </message>
    <message>
        <source>Restaurant ID</source>
        <translation>Restaurant-ID</translation>
    </message>
    <message>
        <source>The GUID of the restaurant at Toast.</source>
        <translation>Die GUID des Restaurants bei Toast.</translation>
    </message>
    <message>
        <source>From the credentials that Toast gave you.</source>
        <translation>Aus den Zugangsdaten, die Toast Ihnen gegeben hat.</translation>
    </message>
    <message>
        <source>No call for checking a Toast connection is known. Enter an address of your own, and Relink can tell whether the access works.</source>
        <translation>Zum Prüfen einer Verbindung zu Toast ist kein Aufruf bekannt. Geben Sie eine eigene Adresse ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Toast.</source>
        <translation>Für Toast ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Sign in with Square</source>
        <translation>Bei Square anmelden</translation>
    </message>
    <message>
        <source>The application ID of your Square app. It begins with sq0idp-, in Test Mode with sandbox-sq0idb-.</source>
        <translation>Die Anwendungs-ID Ihrer App von Square. Sie beginnt mit sq0idp-, im Testmodus mit sandbox-sq0idb-.</translation>
    </message>
    <message>
        <source>The https address registered with your app. Square sends the browser there; you copy the whole address it ends up at back into Relink.</source>
        <translation>Die bei Ihrer App registrierte https-Adresse. Square schickt den Browser dorthin; Sie kopieren die ganze Adresse, auf der er endet, in Relink zurück.</translation>
    </message>
    <message>
        <source>Sign in with Square, using the application secret</source>
        <translation>Bei Square anmelden, mit dem Anwendungsgeheimnis</translation>
    </message>
    <message>
        <source>Application secret</source>
        <translation>Anwendungsgeheimnis</translation>
    </message>
    <message>
        <source>The application secret of the same app. It begins with sq0csp-.</source>
        <translation>Das Anwendungsgeheimnis derselben App. Es beginnt mit sq0csp-.</translation>
    </message>
    <message>
        <source>Copy it from Square itself. A token of the sandbox works in Test Mode alone.</source>
        <translation>Kopieren Sie es von Square selbst. Ein Token der Sandbox gilt nur im Testmodus.</translation>
    </message>
    <message>
        <source>The Square sandbox has application IDs and tokens of its own. They do not work in production, and the other way round.</source>
        <translation>Die Square-Sandbox hat eigene Anwendungs-IDs und Token. Sie gelten nicht im Echtbetrieb, und umgekehrt.</translation>
    </message>
    <message>
        <source>Square withdraws an access only for an app that shows its application secret.</source>
        <translation>Square widerruft einen Zugriff nur für eine App, die ihr Anwendungsgeheimnis vorweist.</translation>
    </message>
    <message>
        <source>Tokens of the sandbox do not work in production, and the other way round.</source>
        <translation>Token der Sandbox gelten nicht im Echtbetrieb, und umgekehrt.</translation>
    </message>
    <message>
        <source>Asking for other permissions needs a new sign-in.</source>
        <translation>Andere Berechtigungen verlangen eine neue Anmeldung.</translation>
    </message>
    <message>
        <source>Withdrawing one token withdraws all tokens of that sign-in.</source>
        <translation>Wird ein Token widerrufen, so werden alle Token dieser Anmeldung widerrufen.</translation>
    </message>
    <message>
        <source>The beginning of an access token does not tell whether it is for the sandbox or for production.</source>
        <translation>Am Anfang eines Zugriffstokens ist nicht zu erkennen, ob es für die Sandbox oder den Echtbetrieb gilt.</translation>
    </message>
    <message>
        <source>Secret or restricted key</source>
        <translation>Geheimer oder eingeschränkter Schlüssel</translation>
    </message>
    <message>
        <source>From dashboard.stripe.com/apikeys. Keys for real payments begin with sk_live_ or rk_live_, keys for Test Mode with sk_test_ or rk_test_.</source>
        <translation>Von dashboard.stripe.com/apikeys. Schlüssel für echte Zahlungen beginnen mit sk_live_ oder rk_live_, Schlüssel für den Testmodus mit sk_test_ oder rk_test_.</translation>
    </message>
    <message>
        <source>Sign in with Stripe Connect</source>
        <translation>Bei Stripe Connect anmelden</translation>
    </message>
    <message>
        <source>The one of your Connect platform, for the same mode as the secret key.</source>
        <translation>Die Ihrer Connect-Plattform, für denselben Modus wie der geheime Schlüssel.</translation>
    </message>
    <message>
        <source>Secret key of the platform</source>
        <translation>Geheimer Schlüssel der Plattform</translation>
    </message>
    <message>
        <source>Keys for real payments begin with sk_live_, keys for Test Mode with sk_test_.</source>
        <translation>Schlüssel für echte Zahlungen beginnen mit sk_live_, Schlüssel für den Testmodus mit sk_test_.</translation>
    </message>
    <message>
        <source>The https address registered with your app. Stripe sends the browser there; you copy the whole address it ends up at back into Relink.</source>
        <translation>Die bei Ihrer App registrierte https-Adresse. Stripe schickt den Browser dorthin; Sie kopieren die ganze Adresse, auf der er endet, in Relink zurück.</translation>
    </message>
    <message>
        <source>In Test Mode Stripe has the same addresses: the key decides. It has to begin with sk_test_ or rk_test_.</source>
        <translation>Im Testmodus hat Stripe dieselben Adressen: Der Schlüssel entscheidet. Er muss mit sk_test_ oder rk_test_ beginnen.</translation>
    </message>
    <message>
        <source>No address for withdrawing a key is known for Stripe.</source>
        <translation>Für Stripe ist keine Adresse bekannt, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>The key may have been replaced in Stripe.</source>
        <translation>Vielleicht wurde der Schlüssel in Stripe ersetzt.</translation>
    </message>
    <message>
        <source>The account may have withdrawn the access.</source>
        <translation>Vielleicht hat das Konto den Zugriff widerrufen.</translation>
    </message>
    <message>
        <source>The key may belong to the other mode: test or live.</source>
        <translation>Vielleicht gehört der Schlüssel zum anderen Modus: Test oder Echtbetrieb.</translation>
    </message>
    <message>
        <source>Stripe takes 100 reading calls a second.</source>
        <translation>Stripe nimmt 100 lesende Aufrufe in der Sekunde an.</translation>
    </message>
    <message>
        <source>A key is for real payments or for tests, never for both.</source>
        <translation>Ein Schlüssel gilt für echte Zahlungen oder für Tests, nie für beides.</translation>
    </message>
    <message>
        <source>A restricted key needs the permission for each kind of data that is read.</source>
        <translation>Ein eingeschränkter Schlüssel braucht die Berechtigung für jede Art von Daten, die gelesen wird.</translation>
    </message>
    <message>
        <source>A publishable key, which begins with pk_, is not the right one.</source>
        <translation>Ein veröffentlichbarer Schlüssel, der mit pk_ beginnt, ist nicht der richtige.</translation>
    </message>
    <message>
        <source>App of your own PayPal account</source>
        <translation>App Ihres eigenen PayPal-Kontos</translation>
    </message>
    <message>
        <source>Shown with your PayPal app. Test Mode needs the one of a sandbox app.</source>
        <translation>Steht bei Ihrer App von PayPal. Der Testmodus braucht die einer Sandbox-App.</translation>
    </message>
    <message>
        <source>Log in with PayPal</source>
        <translation>Mit PayPal einloggen</translation>
    </message>
    <message>
        <source>The PayPal sandbox has apps of its own. Their client IDs do not work in production, and the other way round.</source>
        <translation>Die PayPal-Sandbox hat eigene Apps. Deren Client-IDs gelten nicht im Echtbetrieb, und umgekehrt.</translation>
    </message>
    <message>
        <source>The app may belong to the sandbox and the connection to production, or the other way round.</source>
        <translation>Vielleicht gehört die App zur Sandbox und die Verbindung zum Echtbetrieb, oder umgekehrt.</translation>
    </message>
    <message>
        <source>Nothing in a client ID or secret tells the sandbox from production: only the app itself does.</source>
        <translation>Weder Client-ID noch Client-Geheimnis zeigen, ob sie zur Sandbox oder zum Echtbetrieb gehören: Das zeigt nur die App selbst.</translation>
    </message>
    <message>
        <source>Connections of the open banking kind have to be agreed to again every 90 days.</source>
        <translation>Verbindungen nach Art des Open Banking müssen alle 90 Tage erneut bestätigt werden.</translation>
    </message>
    <message>
        <source>Sign in with Mollie</source>
        <translation>Bei Mollie anmelden</translation>
    </message>
    <message>
        <source>Shown with your Mollie app.</source>
        <translation>Steht bei Ihrer App von Mollie.</translation>
    </message>
    <message>
        <source>No call for checking a Mollie connection is known. Enter an address of your own, and Relink can tell whether the access works.</source>
        <translation>Zum Prüfen einer Verbindung zu Mollie ist kein Aufruf bekannt. Geben Sie eine eigene Adresse ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Mollie.</source>
        <translation>Für Mollie ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>Sign in with Adyen</source>
        <translation>Bei Adyen anmelden</translation>
    </message>
    <message>
        <source>Test Mode reaches Adyen&apos;s test system instead of the real one.</source>
        <translation>Der Testmodus erreicht Adyens Testsystem statt des echten.</translation>
    </message>
    <message>
        <source>No call for checking an Adyen connection is known. Enter an address of your own, and Relink can tell whether the access works.</source>
        <translation>Zum Prüfen einer Verbindung zu Adyen ist kein Aufruf bekannt. Geben Sie eine eigene Adresse ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Adyen.</source>
        <translation>Für Adyen ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>Consumer key and secret</source>
        <translation>Consumer Key und Consumer Secret</translation>
    </message>
    <message>
        <source>Store address</source>
        <translation>Shop-Adresse</translation>
    </message>
    <message>
        <source>The address of your shop, with its folder if WordPress stands in one. Leave away /wp-json.</source>
        <translation>Die Adresse Ihres Shops, mit dem Ordner, falls WordPress in einem liegt. Ohne /wp-json.</translation>
    </message>
    <message>
        <source>Consumer key</source>
        <translation>Consumer Key</translation>
    </message>
    <message>
        <source>It begins with ck_. WordPress shows it once, when the key is made.</source>
        <translation>Er beginnt mit ck_. WordPress zeigt ihn einmal, wenn der Schlüssel angelegt wird.</translation>
    </message>
    <message>
        <source>Consumer secret</source>
        <translation>Consumer Secret</translation>
    </message>
    <message>
        <source>It begins with cs_ and is shown with the consumer key.</source>
        <translation>Es beginnt mit cs_ und steht beim Consumer Key.</translation>
    </message>
    <message>
        <source>No address for withdrawing a key is known for WooCommerce.</source>
        <translation>Für WooCommerce ist keine Adresse bekannt, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>The key may have been revoked in WordPress.</source>
        <translation>Vielleicht wurde der Schlüssel in WordPress widerrufen.</translation>
    </message>
    <message>
        <source>The key or the secret may have been entered wrongly.</source>
        <translation>Vielleicht wurden der Schlüssel oder das Geheimnis falsch eingegeben.</translation>
    </message>
    <message>
        <source>The WordPress user that the key belongs to may have been deleted.</source>
        <translation>Vielleicht wurde der WordPress-Benutzer gelöscht, dem der Schlüssel gehört.</translation>
    </message>
    <message>
        <source>The key may lack the permission to read and write.</source>
        <translation>Vielleicht fehlt dem Schlüssel die Berechtigung zum Lesen und Schreiben.</translation>
    </message>
    <message>
        <source>When the WordPress user that owns the key is deleted, the key stops working.</source>
        <translation>Wird der WordPress-Benutzer gelöscht, dem der Schlüssel gehört, gilt der Schlüssel nicht mehr.</translation>
    </message>
    <message>
        <source>If the shop says that the address does not exist, its permalinks may be set to “Plain”, or a plugin may block its REST API.</source>
        <translation>Wenn der Shop sagt, dass es die Adresse nicht gibt, stehen seine Permalinks vielleicht auf „Einfach“, oder ein Plugin sperrt seine REST-API.</translation>
    </message>
    <message>
        <source>Some web hosts remove the sign-in from the call. Then the shop answers as if the key were wrong: ask the host.</source>
        <translation>Manche Webhoster entfernen die Anmeldung aus dem Aufruf. Dann antwortet der Shop, als wäre der Schlüssel falsch: Fragen Sie den Hoster.</translation>
    </message>
    <message>
        <source>A shop without https cannot be connected.</source>
        <translation>Ein Shop ohne https lässt sich nicht verbinden.</translation>
    </message>
    <message>
        <source>Integration with four keys</source>
        <translation>Integration mit vier Schlüsseln</translation>
    </message>
    <message>
        <source>The address of your store, with its folder if it stands in one.</source>
        <translation>Die Adresse Ihres Shops, mit dem Ordner, falls er in einem liegt.</translation>
    </message>
    <message>
        <source>Store view code</source>
        <translation>Code der Store View</translation>
    </message>
    <message>
        <source>In the admin under Stores &gt; All Stores.</source>
        <translation>Im Admin unter Stores &gt; All Stores.</translation>
    </message>
    <message>
        <source>Shown with the integration when it is activated.</source>
        <translation>Wird bei der Integration gezeigt, wenn sie aktiviert wird.</translation>
    </message>
    <message>
        <source>In the admin under System &gt; Extensions &gt; Integrations. It has 32 characters: small letters and digits.</source>
        <translation>Im Admin unter System &gt; Extensions &gt; Integrations. Es hat 32 Zeichen: Kleinbuchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Access token secret</source>
        <translation>Geheimnis des Zugriffstokens</translation>
    </message>
    <message>
        <source>Access token of an integration alone</source>
        <translation>Nur das Zugriffstoken einer Integration</translation>
    </message>
    <message>
        <source>No address for withdrawing a key is known for Adobe Commerce.</source>
        <translation>Für Adobe Commerce ist keine Adresse bekannt, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>Since version 2.4.4 the store takes access tokens on their own only after that is switched on.</source>
        <translation>Seit Version 2.4.4 nimmt der Shop Zugriffstoken allein nur an, wenn das eingeschaltet wurde.</translation>
    </message>
    <message>
        <source>The token may no longer be valid.</source>
        <translation>Vielleicht ist das Token nicht mehr gültig.</translation>
    </message>
    <message>
        <source>The token may have been withdrawn in the admin.</source>
        <translation>Vielleicht wurde das Token im Admin widerrufen.</translation>
    </message>
    <message>
        <source>With all four keys nothing has to be switched on in the store: choose that way if you can.</source>
        <translation>Mit allen vier Schlüsseln muss im Shop nichts eingeschaltet werden: Wählen Sie diesen Weg, wenn Sie können.</translation>
    </message>
    <message>
        <source>Since version 2.4.4 an access token works on its own only after switching on, under Stores &gt; Configuration &gt; Services &gt; OAuth &gt; Consumer Settings, “Allow OAuth Access Tokens to be used as standalone Bearer tokens”.</source>
        <translation>Seit Version 2.4.4 gilt ein Zugriffstoken allein nur, wenn unter Stores &gt; Configuration &gt; Services &gt; OAuth &gt; Consumer Settings „Allow OAuth Access Tokens to be used as standalone Bearer tokens“ eingeschaltet wurde.</translation>
    </message>
    <message>
        <source>The integration has to be allowed every kind of data that is read.</source>
        <translation>Der Integration muss jede Art von Daten erlaubt sein, die gelesen wird.</translation>
    </message>
    <message>
        <source>The clock of this computer has to be right, or the store refuses the four keys.</source>
        <translation>Die Uhr dieses Computers muss richtig gehen, sonst weist der Shop die vier Schlüssel ab.</translation>
    </message>
    <message>
        <source>Shop address</source>
        <translation>Shop-Adresse</translation>
    </message>
    <message>
        <source>The address of your shop, with its folder if Shopware stands in one.</source>
        <translation>Die Adresse Ihres Shops, mit dem Ordner, falls Shopware in einem liegt.</translation>
    </message>
    <message>
        <source>The name under which the shop knows your access.</source>
        <translation>Der Name, unter dem der Shop Ihren Zugang kennt.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Shopware.</source>
        <translation>Für Shopware ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>Relink asks the shop for a new access to see whether the connection works. What the access may do in the shop is not checked by that.</source>
        <translation>Relink verlangt vom Shop einen neuen Zugriff, um zu sehen, ob die Verbindung gilt. Was der Zugriff im Shop darf, ist damit nicht geprüft.</translation>
    </message>
    <message>
        <source>Store-level access token</source>
        <translation>Zugriffstoken auf Shop-Ebene</translation>
    </message>
    <message>
        <source>Store hash</source>
        <translation>Shop-Hash</translation>
    </message>
    <message>
        <source>The part after store- in the control panel&apos;s address: store-….mybigcommerce.com</source>
        <translation>Der Teil nach store- in der Adresse des Control Panels: store-….mybigcommerce.com</translation>
    </message>
    <message>
        <source>The one of a store-level API account, under Settings &gt; Store-level API accounts.</source>
        <translation>Das eines API-Kontos auf Shop-Ebene, unter Settings &gt; Store-level API accounts.</translation>
    </message>
    <message>
        <source>No address for withdrawing a key is known for BigCommerce.</source>
        <translation>Für BigCommerce ist keine Adresse bekannt, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>The API account may have been deleted in BigCommerce.</source>
        <translation>Vielleicht wurde das API-Konto in BigCommerce gelöscht.</translation>
    </message>
    <message>
        <source>The store hash may belong to another store.</source>
        <translation>Vielleicht gehört der Shop-Hash zu einem anderen Shop.</translation>
    </message>
    <message>
        <source>The owner of the store may have changed.</source>
        <translation>Vielleicht hat der Inhaber des Shops gewechselt.</translation>
    </message>
    <message>
        <source>BigCommerce may have suspended the store, for example over a bill.</source>
        <translation>Vielleicht hat BigCommerce den Shop gesperrt, zum Beispiel wegen einer Rechnung.</translation>
    </message>
    <message>
        <source>How many calls a store takes depends on its plan, for example 150 in 30 seconds.</source>
        <translation>Wie viele Aufrufe ein Shop annimmt, hängt von seinem Tarif ab, zum Beispiel 150 in 30 Sekunden.</translation>
    </message>
    <message>
        <source>A token cannot be withdrawn by itself: delete the API account that it belongs to.</source>
        <translation>Ein Token lässt sich nicht für sich widerrufen: Löschen Sie das API-Konto, zu dem es gehört.</translation>
    </message>
    <message>
        <source>Do not use an account-level token: it reaches all your stores.</source>
        <translation>Benutzen Sie kein Token auf Kontoebene: Es erreicht alle Ihre Shops.</translation>
    </message>
    <message>
        <source>A store in maintenance and a suspended store give the same answer.</source>
        <translation>Ein Shop in Wartung und ein gesperrter Shop antworten gleich.</translation>
    </message>
    <message>
        <source>Sign in with Squarespace</source>
        <translation>Bei Squarespace anmelden</translation>
    </message>
    <message>
        <source>Squarespace gives out the client ID and secret of an app on request.</source>
        <translation>Squarespace gibt Client-ID und Client-Geheimnis einer App auf Antrag aus.</translation>
    </message>
    <message>
        <source>Given out with the client ID.</source>
        <translation>Wird zusammen mit der Client-ID ausgegeben.</translation>
    </message>
    <message>
        <source>Copy it from Squarespace itself.</source>
        <translation>Kopieren Sie ihn von Squarespace selbst.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Squarespace.</source>
        <translation>Für Squarespace ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>Squarespace takes 300 calls a minute; after more than that it refuses for one minute.</source>
        <translation>Squarespace nimmt 300 Aufrufe je Minute an; bei mehr weist es eine Minute lang ab.</translation>
    </message>
    <message>
        <source>The client ID and secret have to be requested from Squarespace, on the account&apos;s page for developer apps.</source>
        <translation>Client-ID und Client-Geheimnis müssen bei Squarespace beantragt werden, auf der Seite des Kontos für Entwickler-Apps.</translation>
    </message>
    <message>
        <source>API key for one site</source>
        <translation>API-Schlüssel für eine Website</translation>
    </message>
    <message>
        <source>Site ID</source>
        <translation>Website-ID</translation>
    </message>
    <message>
        <source>The ID of the site that Relink is to reach.</source>
        <translation>Die ID der Website, die Relink erreichen soll.</translation>
    </message>
    <message>
        <source>Only the owner of the Wix account can use one.</source>
        <translation>Nur der Inhaber des Wix-Kontos kann einen benutzen.</translation>
    </message>
    <message>
        <source>API key for the whole account</source>
        <translation>API-Schlüssel für das ganze Konto</translation>
    </message>
    <message>
        <source>The ID of your Wix account.</source>
        <translation>Die ID Ihres Wix-Kontos.</translation>
    </message>
    <message>
        <source>No call for checking a key for the whole Wix account is known. Enter an address of your own, and Relink can tell whether the access works.</source>
        <translation>Zum Prüfen eines Schlüssels für das ganze Wix-Konto ist kein Aufruf bekannt. Geben Sie eine eigene Adresse ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>Installed app</source>
        <translation>Installierte App</translation>
    </message>
    <message>
        <source>Instance ID</source>
        <translation>Instanz-ID</translation>
    </message>
    <message>
        <source>The ID that Wix gave the app when it was installed on your site.</source>
        <translation>Die ID, die Wix der App gegeben hat, als sie auf Ihrer Website installiert wurde.</translation>
    </message>
    <message>
        <source>No address for withdrawing a key is known for Wix.</source>
        <translation>Für Wix ist keine Adresse bekannt, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>API keys are for the owner of the account alone; apps of others cannot use them.</source>
        <translation>API-Schlüssel sind allein für den Inhaber des Kontos; Apps anderer können sie nicht benutzen.</translation>
    </message>
    <message>
        <source>An app of your own works once it is installed on the site.</source>
        <translation>Eine eigene App gilt, sobald sie auf der Website installiert ist.</translation>
    </message>
    <message>
        <source>The access to Amaka may have been withdrawn.</source>
        <translation>Vielleicht wurde Amaka der Zugriff entzogen.</translation>
    </message>
    <message>
        <source>Amaka may have been uninstalled or switched off at the other service.</source>
        <translation>Vielleicht wurde Amaka beim anderen Dienst deinstalliert oder abgeschaltet.</translation>
    </message>
    <message>
        <source>The user name or password of the other account may have changed.</source>
        <translation>Vielleicht haben sich Benutzername oder Passwort des anderen Kontos geändert.</translation>
    </message>
    <message>
        <source>The account may not have enough rights.</source>
        <translation>Vielleicht hat das Konto nicht genug Rechte.</translation>
    </message>
    <message>
        <source>Amaka is connected anew in one of two places, and either will do: in the app store or app settings of your accounting software, or on the Amaka dashboard.</source>
        <translation>Amaka wird an einer von zwei Stellen neu verbunden, beide sind recht: im App Store oder in den App-Einstellungen Ihrer Buchhaltungssoftware oder auf dem Amaka-Dashboard.</translation>
    </message>
    <message>
        <source>On the Amaka dashboard, revoke both sides, the accounting one and the shop or till, before you make the integration again.</source>
        <translation>Widerrufen Sie auf dem Amaka-Dashboard beide Seiten, die der Buchhaltung und die des Shops oder der Kasse, bevor Sie die Integration neu anlegen.</translation>
    </message>
    <message>
        <source>Xeroom holds this access itself, so it is withdrawn in Xero.</source>
        <translation>Xeroom hält diesen Zugriff selbst, daher wird er in Xero widerrufen.</translation>
    </message>
    <message>
        <source>Other apps may have taken the places that the organisation has for uncertified apps.</source>
        <translation>Vielleicht haben andere Apps die Plätze belegt, die die Organisation für nicht zertifizierte Apps hat.</translation>
    </message>
    <message>
        <source>Xeroom works with an app of your own in Xero&apos;s developer portal. When the person who created it leaves or is deleted, or its secret is replaced, the connection ends.</source>
        <translation>Xeroom arbeitet mit einer eigenen App im Entwicklerportal von Xero. Wenn die Person, die sie angelegt hat, geht oder gelöscht wird oder ihr Geheimnis ersetzt wird, endet die Verbindung.</translation>
    </message>
    <message>
        <source>An upgrade of WooCommerce or Xeroom can end the connection: authorise it again then.</source>
        <translation>Eine Aktualisierung von WooCommerce oder Xeroom kann die Verbindung beenden: Autorisieren Sie sie dann neu.</translation>
    </message>
    <message>
        <source>courier</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>API key (v2)</source>
        <translation>API-Schlüssel (v2)</translation>
    </message>
    <message>
        <source>v2 API key</source>
        <translation>API-Schlüssel für v2</translation>
    </message>
    <message>
        <source>In ShipStation under Settings &gt; Account &gt; API Settings. It has to be a v2 key: those for v1 are not accepted here.</source>
        <translation>In ShipStation unter Settings &gt; Account &gt; API Settings. Es muss ein Schlüssel für v2 sein: Die für v1 werden hier nicht angenommen.</translation>
    </message>
    <message>
        <source>API key and secret (v1)</source>
        <translation>API-Schlüssel und Geheimnis (v1)</translation>
    </message>
    <message>
        <source>v1 API key</source>
        <translation>API-Schlüssel für v1</translation>
    </message>
    <message>
        <source>In ShipStation under Settings &gt; Account &gt; API Settings. It has to be a v1 key: those for v2 are not accepted here.</source>
        <translation>In ShipStation unter Settings &gt; Account &gt; API Settings. Es muss ein Schlüssel für v1 sein: Die für v2 werden hier nicht angenommen.</translation>
    </message>
    <message>
        <source>v1 API secret</source>
        <translation>API-Geheimnis für v1</translation>
    </message>
    <message>
        <source>Shown with the v1 API key.</source>
        <translation>Steht beim API-Schlüssel für v1.</translation>
    </message>
    <message>
        <source>ShipStation has sandbox keys for v2, at the same address: the key decides.</source>
        <translation>ShipStation hat Sandbox-Schlüssel für v2, unter derselben Adresse: Der Schlüssel entscheidet.</translation>
    </message>
    <message>
        <source>No address for withdrawing a key is known for ShipStation.</source>
        <translation>Für ShipStation ist keine Adresse bekannt, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>The key may be one for the other version: ShipStation has separate keys for v1 and v2.</source>
        <translation>Vielleicht ist es ein Schlüssel für die andere Version: ShipStation hat getrennte Schlüssel für v1 und v2.</translation>
    </message>
    <message>
        <source>ShipStation takes 200 calls a minute with a v2 key, 20 with one of the sandbox, and 40 with a v1 key.</source>
        <translation>ShipStation nimmt mit einem Schlüssel für v2 200 Aufrufe je Minute an, mit einem der Sandbox 20 und mit einem für v1 40.</translation>
    </message>
    <message>
        <source>Keys for v1 and v2 cannot be exchanged for one another, and ShipStation refuses both in the same words.</source>
        <translation>Schlüssel für v1 und v2 sind nicht austauschbar, und ShipStation weist beide mit denselben Worten ab.</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API-Token</translation>
    </message>
    <message>
        <source>It begins with shippo_live_, in Test Mode with shippo_test_.</source>
        <translation>Es beginnt mit shippo_live_, im Testmodus mit shippo_test_.</translation>
    </message>
    <message>
        <source>In Test Mode Shippo has the same address: the token decides. It has to begin with shippo_test_.</source>
        <translation>Im Testmodus hat Shippo dieselbe Adresse: Das Token entscheidet. Es muss mit shippo_test_ beginnen.</translation>
    </message>
    <message>
        <source>No address for withdrawing a key is known for Shippo.</source>
        <translation>Für Shippo ist keine Adresse bekannt, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>A test token makes labels that look real but are worth nothing.</source>
        <translation>Ein Testtoken erzeugt Etiketten, die echt aussehen, aber nichts wert sind.</translation>
    </message>
    <message>
        <source>It begins with EZAK, in Test Mode with EZTK.</source>
        <translation>Er beginnt mit EZAK, im Testmodus mit EZTK.</translation>
    </message>
    <message>
        <source>In Test Mode EasyPost has the same address: the key decides. It has to begin with EZTK.</source>
        <translation>Im Testmodus hat EasyPost dieselbe Adresse: Der Schlüssel entscheidet. Er muss mit EZTK beginnen.</translation>
    </message>
    <message>
        <source>No address for withdrawing a key is known for EasyPost.</source>
        <translation>Für EasyPost ist keine Adresse bekannt, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>The key may have been switched off in EasyPost.</source>
        <translation>Vielleicht wurde der Schlüssel in EasyPost abgeschaltet.</translation>
    </message>
    <message>
        <source>EasyPost takes five calls a second for lists.</source>
        <translation>EasyPost nimmt für Listen fünf Aufrufe je Sekunde an.</translation>
    </message>
    <message>
        <source>DPD user</source>
        <translation>DPD-Benutzer</translation>
    </message>
    <message>
        <source>The user name you sign in to DPD with.</source>
        <translation>Der Benutzername, mit dem Sie sich bei DPD anmelden.</translation>
    </message>
    <message>
        <source>DPD password</source>
        <translation>DPD-Passwort</translation>
    </message>
    <message>
        <source>It stays in the keychain of this computer and is used to sign in anew when the session ends.</source>
        <translation>Es bleibt im Schlüsselbund dieses Computers und dient dazu, sich neu anzumelden, wenn die Sitzung endet.</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>Kontonummer</translation>
    </message>
    <message>
        <source>The number of your DPD account.</source>
        <translation>Die Nummer Ihres DPD-Kontos.</translation>
    </message>
    <message>
        <source>No test system is known for DPD in the United Kingdom.</source>
        <translation>Für DPD im Vereinigten Königreich ist kein Testsystem bekannt.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for DPD.</source>
        <translation>Für DPD ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>DPD opens its interface only by contract, after an audit of printed labels.</source>
        <translation>DPD öffnet seine Schnittstelle nur mit Vertrag, nach einer Prüfung gedruckter Etiketten.</translation>
    </message>
    <message>
        <source>DPD Local and DPD in other countries have addresses of their own: this connection does not reach them.</source>
        <translation>DPD Local und DPD in anderen Ländern haben eigene Adressen: Diese Verbindung erreicht sie nicht.</translation>
    </message>
    <message>
        <source>API authorisation key</source>
        <translation>API-Autorisierungsschlüssel</translation>
    </message>
    <message>
        <source>In Click &amp; Drop under Settings &gt; Integrations, with the API integration.</source>
        <translation>In Click &amp; Drop unter Settings &gt; Integrations, bei der API-Integration.</translation>
    </message>
    <message>
        <source>No address for withdrawing a key is known for Click &amp; Drop.</source>
        <translation>Für Click &amp; Drop ist keine Adresse bekannt, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>API key for tracking</source>
        <translation>API-Schlüssel für die Sendungsverfolgung</translation>
    </message>
    <message>
        <source>The key for DHL&apos;s unified tracking. Copy it from DHL itself.</source>
        <translation>Der Schlüssel für die einheitliche Sendungsverfolgung von DHL. Kopieren Sie ihn von DHL selbst.</translation>
    </message>
    <message>
        <source>DHL Express (MyDHL API)</source>
        <translation>DHL Express (MyDHL API)</translation>
    </message>
    <message>
        <source>MyDHL API user name</source>
        <translation>Benutzername für die MyDHL API</translation>
    </message>
    <message>
        <source>The user name that DHL Express gave you for its interface.</source>
        <translation>Der Benutzername, den DHL Express Ihnen für seine Schnittstelle gegeben hat.</translation>
    </message>
    <message>
        <source>MyDHL API password</source>
        <translation>Passwort für die MyDHL API</translation>
    </message>
    <message>
        <source>Given out with the user name.</source>
        <translation>Wird zusammen mit dem Benutzernamen ausgegeben.</translation>
    </message>
    <message>
        <source>DHL Parcel Germany (business customer account)</source>
        <translation>DHL Paket Deutschland (Geschäftskundenkonto)</translation>
    </message>
    <message>
        <source>Shown with your app in DHL&apos;s developer portal.</source>
        <translation>Steht bei Ihrer App im Entwicklerportal von DHL.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>The one of your business customer account at DHL.</source>
        <translation>Der Ihres Geschäftskundenkontos bei DHL.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Test Mode reaches the sandbox of DHL Parcel Germany. The tests of DHL Express stand at an address of their own: enter it as the address for checking.</source>
        <translation>Der Testmodus erreicht die Sandbox von DHL Paket Deutschland. Die Tests von DHL Express haben eine eigene Adresse: Geben Sie sie als Adresse zum Prüfen ein.</translation>
    </message>
    <message>
        <source>No call for checking a DHL connection is known. Enter an address of your own, and Relink can tell whether the access works.</source>
        <translation>Zum Prüfen einer Verbindung zu DHL ist kein Aufruf bekannt. Geben Sie eine eigene Adresse ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>No address for withdrawing a key is known for DHL.</source>
        <translation>Für DHL ist keine Adresse bekannt, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>DHL Express, parcels in Germany and tracking are separate services with separate keys.</source>
        <translation>DHL Express, Pakete in Deutschland und die Sendungsverfolgung sind getrennte Dienste mit getrennten Schlüsseln.</translation>
    </message>
    <message>
        <source>Your own UPS account</source>
        <translation>Ihr eigenes UPS-Konto</translation>
    </message>
    <message>
        <source>Shown with your UPS app.</source>
        <translation>Steht bei Ihrer App von UPS.</translation>
    </message>
    <message>
        <source>Sign in with UPS</source>
        <translation>Bei UPS anmelden</translation>
    </message>
    <message>
        <source>No call for checking a UPS connection is known. Enter an address of your own, and Relink can tell whether the access works.</source>
        <translation>Zum Prüfen einer Verbindung zu UPS ist kein Aufruf bekannt. Geben Sie eine eigene Adresse ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>Sign in with UPS, using the client secret</source>
        <translation>Bei UPS anmelden, mit dem Client-Geheimnis</translation>
    </message>
    <message>
        <source>Test Mode reaches the Customer Integration Environment of UPS.</source>
        <translation>Der Testmodus erreicht die Customer Integration Environment von UPS.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for UPS.</source>
        <translation>Für UPS ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>For your own account no sign-in in the browser is needed: the client ID and secret are enough.</source>
        <translation>Für Ihr eigenes Konto ist keine Anmeldung im Browser nötig: Client-ID und Client-Geheimnis genügen.</translation>
    </message>
    <message>
        <source>API key and secret key</source>
        <translation>API-Schlüssel und geheimer Schlüssel</translation>
    </message>
    <message>
        <source>Shown with your project in FedEx&apos;s developer portal. Test Mode needs the test key.</source>
        <translation>Steht bei Ihrem Projekt im Entwicklerportal von FedEx. Der Testmodus braucht den Testschlüssel.</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
        <source>Shown with the API key.</source>
        <translation>Steht beim API-Schlüssel.</translation>
    </message>
    <message>
        <source>The FedEx sandbox has keys of its own. They do not work in production, and the other way round.</source>
        <translation>Die FedEx-Sandbox hat eigene Schlüssel. Sie gelten nicht im Echtbetrieb, und umgekehrt.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for FedEx.</source>
        <translation>Für FedEx ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>The keys may be those for tests and the connection for production, or the other way round.</source>
        <translation>Vielleicht sind die Schlüssel die für Tests und die Verbindung ist für den Echtbetrieb, oder umgekehrt.</translation>
    </message>
    <message>
        <source>Tracking has a pair of keys of its own: make a connection of its own for it.</source>
        <translation>Die Sendungsverfolgung hat ein eigenes Schlüsselpaar: Legen Sie dafür eine eigene Verbindung an.</translation>
    </message>
    <message>
        <source>Test Mode reaches the testing environment of USPS (TEM).</source>
        <translation>Der Testmodus erreicht die Testumgebung von USPS (TEM).</translation>
    </message>
    <message>
        <source>App installation</source>
        <translation>App-Installation</translation>
    </message>
    <message>
        <source>Shown with the application ID.</source>
        <translation>Steht bei der Anwendungs-ID.</translation>
    </message>
    <message>
        <source>Installation token</source>
        <translation>Installationstoken</translation>
    </message>
    <message>
        <source>Open https://apps.linnworks.net/Authorization/Authorize/ with your application ID behind it. For an app without a postback address, Linnworks shows the token on that page.</source>
        <translation>Öffnen Sie https://apps.linnworks.net/Authorization/Authorize/ mit Ihrer Anwendungs-ID dahinter. Bei einer App ohne Postback-Adresse zeigt Linnworks das Token auf dieser Seite.</translation>
    </message>
    <message>
        <source>No call for checking a Linnworks connection is known. Enter an address of your own, and Relink can tell whether the access works.</source>
        <translation>Zum Prüfen einer Verbindung zu Linnworks ist kein Aufruf bekannt. Geben Sie eine eigene Adresse ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Linnworks.</source>
        <translation>Für Linnworks ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>Each customer has a server of their own: calls go to the address that Linnworks names at the login.</source>
        <translation>Jeder Kunde hat einen eigenen Server: Aufrufe gehen an die Adresse, die Linnworks bei der Anmeldung nennt.</translation>
    </message>
    <message>
        <source>A login lasts for a while only; Relink logs in again with the installation token.</source>
        <translation>Eine Anmeldung gilt nur eine Weile; Relink meldet sich mit dem Installationstoken neu an.</translation>
    </message>
    <message>
        <source>In Veeqo under Employees &gt; the user &gt; API key.</source>
        <translation>In Veeqo unter Employees &gt; der Benutzer &gt; API key.</translation>
    </message>
    <message>
        <source>Sign in with Veeqo</source>
        <translation>Bei Veeqo anmelden</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Veeqo.</source>
        <translation>Für Veeqo ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>No address for withdrawing a key is known for Veeqo.</source>
        <translation>Für Veeqo ist keine Adresse bekannt, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>Veeqo takes five calls a second, and 100 at once after a pause.</source>
        <translation>Veeqo nimmt fünf Aufrufe je Sekunde an, und 100 auf einmal nach einer Pause.</translation>
    </message>
    <message>
        <source>It belongs to the application key.</source>
        <translation>Sie gehört zum Anwendungsschlüssel.</translation>
    </message>
    <message>
        <source>Application key</source>
        <translation>Anwendungsschlüssel</translation>
    </message>
    <message>
        <source>Copy it from Cin7 Core itself, not from a document or an e-mail: those add invisible characters.</source>
        <translation>Kopieren Sie ihn aus Cin7 Core selbst, nicht aus einem Dokument oder einer E-Mail: Diese fügen unsichtbare Zeichen hinzu.</translation>
    </message>
    <message>
        <source>No address for withdrawing a key is known for Cin7 Core.</source>
        <translation>Für Cin7 Core ist keine Adresse bekannt, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Sign in with Google</source>
        <translation>Bei Google anmelden</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Dienstkonto</translation>
    </message>
    <message>
        <source>E-mail address of the service account</source>
        <translation>E-Mail-Adresse des Dienstkontos</translation>
    </message>
    <message>
        <source>In the key file that Google gave you, behind client_email.</source>
        <translation>In der Schlüsseldatei, die Google Ihnen gegeben hat, hinter client_email.</translation>
    </message>
    <message>
        <source>The whole text behind private_key in the key file, from -----BEGIN to END-----.</source>
        <translation>Der ganze Text hinter private_key in der Schlüsseldatei, von -----BEGIN bis END-----.</translation>
    </message>
    <message>
        <source>The access of a service account ends by itself after an hour. No address for withdrawing it is known.</source>
        <translation>Der Zugriff eines Dienstkontos endet nach einer Stunde von selbst. Eine Adresse, an der er widerrufen wird, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No call for checking a Google connection is known. Enter an address of your own, and Relink can tell whether the access works.</source>
        <translation>Zum Prüfen einer Verbindung zu Google ist kein Aufruf bekannt. Geben Sie eine eigene Adresse ein, dann kann Relink erkennen, ob der Zugriff gilt.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn in the Google account.</source>
        <translation>Vielleicht wurde der Zugriff im Google-Konto widerrufen.</translation>
    </message>
    <message>
        <source>The app may still be in testing, where a sign-in ends after seven days.</source>
        <translation>Vielleicht ist die App noch im Test, wo eine Anmeldung nach sieben Tagen endet.</translation>
    </message>
    <message>
        <source>While the app is in testing at Google, every sign-in ends after seven days.</source>
        <translation>Solange die App bei Google im Test ist, endet jede Anmeldung nach sieben Tagen.</translation>
    </message>
    <message>
        <source>While the app is in testing, only the test users entered at Google can sign in.</source>
        <translation>Solange die App im Test ist, können sich nur die bei Google eingetragenen Testbenutzer anmelden.</translation>
    </message>
    <message>
        <source>A sign-in that is not used for six months may end.</source>
        <translation>Eine Anmeldung, die sechs Monate nicht benutzt wird, kann enden.</translation>
    </message>
    <message>
        <source>Sign in with HubSpot</source>
        <translation>Bei HubSpot anmelden</translation>
    </message>
    <message>
        <source>They have to be the ones your app requires. Leave this empty for the usual ones. Otherwise list them with spaces between them.</source>
        <translation>Es müssen die sein, die Ihre App verlangt. Leer lassen für die üblichen. Sonst mit Leerzeichen getrennt aufführen.</translation>
    </message>
    <message>
        <source>A token that HubSpot gave out for your own account.</source>
        <translation>Ein Token, das HubSpot für Ihr eigenes Konto ausgegeben hat.</translation>
    </message>
    <message>
        <source>HubSpot takes the token inside the address, where Relink puts no secret.</source>
        <translation>HubSpot verlangt das Token in der Adresse, in die Relink kein Geheimnis schreibt.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn in HubSpot.</source>
        <translation>Vielleicht wurde der Zugriff in HubSpot widerrufen.</translation>
    </message>
    <message>
        <source>The app may have been uninstalled in HubSpot.</source>
        <translation>Vielleicht wurde die App in HubSpot deinstalliert.</translation>
    </message>
    <message>
        <source>HubSpot takes 110 calls in ten seconds for each account.</source>
        <translation>HubSpot nimmt je Konto 110 Aufrufe in zehn Sekunden an.</translation>
    </message>
    <message>
        <source>Whoever installs the app has to be a Super Admin or have the App Marketplace permission.</source>
        <translation>Wer die App installiert, muss Super Admin sein oder die Berechtigung App Marketplace haben.</translation>
    </message>
    <message>
        <source>HubSpot tells nobody when the app is uninstalled: it shows at the next refresh.</source>
        <translation>HubSpot meldet es niemandem, wenn die App deinstalliert wird: Es zeigt sich bei der nächsten Erneuerung.</translation>
    </message>
    <message>
        <source>The sign-in fails when the permissions asked for are not those of the app.</source>
        <translation>Die Anmeldung schlägt fehl, wenn die verlangten Berechtigungen nicht die der App sind.</translation>
    </message>
    <message>
        <source>After withdrawing, an access already given out still works until it ends.</source>
        <translation>Nach dem Widerruf gilt ein schon ausgegebener Zugriff noch bis zu seinem Ende.</translation>
    </message>
    <message>
        <source>An app that HubSpot does not list in its marketplace can be installed 25 times at most.</source>
        <translation>Eine App, die HubSpot nicht in seinem Marktplatz führt, lässt sich höchstens 25-mal installieren.</translation>
    </message>
    <message>
        <source>Sign in with Mailchimp</source>
        <translation>Bei Mailchimp anmelden</translation>
    </message>
    <message>
        <source>It ends with a hyphen and the data centre, for example -us6.</source>
        <translation>Er endet mit einem Bindestrich und dem Rechenzentrum, zum Beispiel -us6.</translation>
    </message>
    <message>
        <source>The part after the last hyphen of the API key, for example us6.</source>
        <translation>Der Teil hinter dem letzten Bindestrich des API-Schlüssels, zum Beispiel us6.</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Mailchimp.</source>
        <translation>Für Mailchimp ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>The access may have been withdrawn in Mailchimp.</source>
        <translation>Vielleicht wurde der Zugriff in Mailchimp widerrufen.</translation>
    </message>
    <message>
        <source>The account may live in another data centre than the one entered here.</source>
        <translation>Vielleicht liegt das Konto in einem anderen Rechenzentrum als dem hier eingegebenen.</translation>
    </message>
    <message>
        <source>The user at Mailchimp may have been deactivated.</source>
        <translation>Vielleicht wurde der Benutzer bei Mailchimp deaktiviert.</translation>
    </message>
    <message>
        <source>The Mailchimp plan may not include this.</source>
        <translation>Vielleicht enthält der Mailchimp-Tarif dies nicht.</translation>
    </message>
    <message>
        <source>An account lives in one data centre. With the wrong one, Mailchimp answers as if the key were invalid.</source>
        <translation>Ein Konto liegt in einem Rechenzentrum. Beim falschen antwortet Mailchimp, als wäre der Schlüssel ungültig.</translation>
    </message>
    <message>
        <source>When a user at Mailchimp is deactivated, that user&apos;s keys stop working.</source>
        <translation>Wird ein Benutzer bei Mailchimp deaktiviert, gelten dessen Schlüssel nicht mehr.</translation>
    </message>
    <message>
        <source>Copy it from Klaviyo itself, not from a document or an e-mail: those add invisible characters.</source>
        <translation>Kopieren Sie ihn aus Klaviyo selbst, nicht aus einem Dokument oder einer E-Mail: Diese fügen unsichtbare Zeichen hinzu.</translation>
    </message>
    <message>
        <source>API revision</source>
        <translation>API-Revision</translation>
    </message>
    <message>
        <source>The date of the API version to use. Leave it as it is unless Klaviyo asks for a newer one.</source>
        <translation>Das Datum der zu benutzenden API-Version. Lassen Sie es, wie es ist, solange Klaviyo kein neueres verlangt.</translation>
    </message>
    <message>
        <source>Sign in with Klaviyo</source>
        <translation>Bei Klaviyo anmelden</translation>
    </message>
    <message>
        <source>No address for withdrawing an access is known for Klaviyo.</source>
        <translation>Für Klaviyo ist keine Adresse bekannt, an der ein Zugriff widerrufen wird.</translation>
    </message>
    <message>
        <source>No address for withdrawing a key is known for Klaviyo.</source>
        <translation>Für Klaviyo ist keine Adresse bekannt, an der ein Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>App of your own organisation, without signing in</source>
        <translation>App Ihrer eigenen Organisation, ohne Anmeldung</translation>
    </message>
    <message>
        <source>Custom Connection</source>
        <translation>Custom Connection</translation>
    </message>
    <message>
        <source>Shown with your Custom Connection in Xero&apos;s developer portal.</source>
        <translation>Steht bei Ihrer Custom Connection im Entwicklerportal von Xero.</translation>
    </message>
    <message>
        <source>No address for withdrawing a Custom Connection is known for Xero.</source>
        <translation>Für Xero ist keine Adresse bekannt, an der eine Custom Connection widerrufen wird.</translation>
    </message>
    <message>
        <source>Xero takes 60 calls a minute and 5,000 a day for each organisation.</source>
        <translation>Xero nimmt je Organisation 60 Aufrufe in der Minute und 5.000 am Tag an.</translation>
    </message>
    <message>
        <source>An app can be connected to five organisations on Xero&apos;s starter tier, and has to be certified for more than 25.</source>
        <translation>In der Starter-Stufe von Xero lässt sich eine App mit fünf Organisationen verbinden, für mehr als 25 muss sie zertifiziert sein.</translation>
    </message>
    <message>
        <source>With several organisations under one Xero login, a connection may be lost: use a login of its own for each.</source>
        <translation>Bei mehreren Organisationen unter einem Xero-Login geht vielleicht eine Verbindung verloren: Benutzen Sie für jede einen eigenen Login.</translation>
    </message>
    <message>
        <source>QuickBooks Online takes 500 calls a minute for each company.</source>
        <translation>QuickBooks Online nimmt je Firma 500 Aufrufe in der Minute an.</translation>
    </message>
    <message>
        <source>Application without a sign-in</source>
        <translation>Anwendung ohne Anmeldung</translation>
    </message>
    <message>
        <source>Web services user</source>
        <translation>Web-Services-Benutzer</translation>
    </message>
    <message>
        <source>User, company and entity in one: user@company|entity. The entity may be left out.</source>
        <translation>Benutzer, Firma und Einheit in einem: benutzer@firma|einheit. Die Einheit kann wegbleiben.</translation>
    </message>
    <message>
        <source>Sign in with a code on another device</source>
        <translation>Mit einem Code auf einem anderen Gerät anmelden</translation>
    </message>
    <message>
        <source>Address for device sign-in</source>
        <translation>Adresse für die Anmeldung am Gerät</translation>
    </message>
    <message>
        <source>Where the service gives out the short code. Needed without an issuer.</source>
        <translation>Wo der Dienst den kurzen Code ausgibt. Ohne Issuer nötig.</translation>
    </message>
    <message>
        <source>Client ID and secret alone, without signing in</source>
        <translation>Nur Client-ID und Client-Geheimnis, ohne Anmeldung</translation>
    </message>
    <message>
        <source>An address of the service that answers when the access works. Left empty, Relink asks for a new access instead.</source>
        <translation>Eine Adresse des Dienstes, die antwortet, wenn der Zugriff gilt. Bleibt sie leer, verlangt Relink stattdessen einen neuen Zugriff.</translation>
    </message>
    <message>
        <source>User name and password of an administrator</source>
        <translation>Benutzername und Passwort eines Administrators</translation>
    </message>
    <message>
        <source>The one with which the administrator signs in to the store.</source>
        <translation>Der, mit dem sich der Administrator im Shop anmeldet.</translation>
    </message>
    <message>
        <source>Signing in as an administrator does not work where the store asks for a second factor, as it usually does.</source>
        <translation>Die Anmeldung als Administrator geht nicht, wenn der Shop einen zweiten Faktor verlangt, wie meistens.</translation>
    </message>
    <message>
        <source>UPS account number</source>
        <translation>UPS-Kontonummer</translation>
    </message>
    <message>
        <source>The six characters of your UPS account, if the app is to act for one account alone.</source>
        <translation>Die sechs Zeichen Ihres UPS-Kontos, falls die App nur für ein Konto handeln soll.</translation>
    </message>
    <message>
        <source>This connection can be asked; nobody has to say how it stands.</source>
        <translation>Bei dieser Verbindung lässt sich nachfragen; niemand muss sagen, wie es um sie steht.</translation>
    </message>
    <message>
        <source>%1 holds this access itself.</source>
        <translation>%1 verwahrt diesen Zugang selbst.</translation>
    </message>
    <message>
        <source>A pair is an accounting connection and a shop, marketplace or till.</source>
        <translation>Ein Paar besteht aus einer Buchhaltungsverbindung und einem Shop, Marktplatz oder einer Kasse.</translation>
    </message>
    <message>
        <source>These two are a pair already.</source>
        <translation>Diese beiden sind schon ein Paar.</translation>
    </message>
    <message>
        <source>This pair is there no more.</source>
        <translation>Dieses Paar gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This must be a list of two connections.</source>
        <translation>Hier muss eine Liste von zwei Verbindungen stehen.</translation>
    </message>
    <message>
        <source>No connection of the file has this name.</source>
        <translation>Keine Verbindung der Datei hat diesen Namen.</translation>
    </message>
    <message>
        <source>The organisation “%1” is not among those that this sign-in reaches.</source>
        <translation>Die Organisation „%1“ gehört nicht zu denen, die diese Anmeldung erreicht.</translation>
    </message>
    <message>
        <source>The private part of the same certificate, as PEM text with its first and last line: an RSA key of at least 2,048 bits, for elliptic-curve (EC) keys cannot be used here. It stays in the keychain of this computer.</source>
        <translation>Der private Teil desselben Zertifikats, als PEM-Text mit seiner ersten und letzten Zeile: ein RSA-Schlüssel mit mindestens 2.048 Bit; Schlüssel mit elliptischen Kurven (EC) gehen hier nicht. Er bleibt im Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>This reads like “%1”, which is built in. Give it a name that nobody can mistake for that one.</source>
        <translation>Das liest sich wie „%1“, das mitgeliefert ist. Geben Sie ihm einen Namen, den niemand damit verwechseln kann.</translation>
    </message>
    <message>
        <source>A name must not begin with a hyphen: the command line would take it for an option.</source>
        <translation>Ein Name darf nicht mit einem Bindestrich beginnen: Die Befehlszeile hielte ihn für eine Option.</translation>
    </message>
    <message>
        <source>A pair is of two connections, and this is the same one twice.</source>
        <translation>Ein Paar besteht aus zwei Verbindungen, und dies ist zweimal dieselbe.</translation>
    </message>
    <message>
        <source>The file has too many pairs.</source>
        <translation>Die Datei enthält zu viele Paare.</translation>
    </message>
    <message>
        <source>The old way of signing in with GET is switched off.</source>
        <translation>Die alte Anmeldung mit GET ist abgeschaltet.</translation>
    </message>
    <message>
        <source>HubSpot switches the present token address off.</source>
        <translation>HubSpot schaltet die heutige Token-Adresse ab.</translation>
    </message>
    <message>
        <source>Bring it back at {provider}</source>
        <translation>Stellen Sie den Zugang bei {provider} wieder her</translation>
    </message>
    <message>
        <source>{provider} keeps this access itself, so it is brought back there and nowhere else. Then come back here.</source>
        <translation>{provider} verwaltet diesen Zugang selbst, deshalb wird er dort wiederhergestellt und nirgends sonst. Kommen Sie danach hierher zurück.</translation>
    </message>
    <message>
        <source>Does it work at {provider}?</source>
        <translation>Funktioniert es bei {provider}?</translation>
    </message>
    <message>
        <source>Look there. Relink cannot ask {provider}, so it keeps your answer, with the date.</source>
        <translation>Sehen Sie dort nach. Relink kann {provider} nicht fragen und hält deshalb Ihre Antwort fest, mit dem Datum.</translation>
    </message>
    <message>
        <source>Keep your answer</source>
        <translation>Ihre Antwort festhalten</translation>
    </message>
    <message>
        <source>Until you say otherwise, this connection is shown as you told us.</source>
        <translation>Bis Sie etwas anderes sagen, wird diese Verbindung so angezeigt, wie Sie es uns gesagt haben.</translation>
    </message>
    <message>
        <source>A name must not hold invisible characters; U+%1 stands at position %2.</source>
        <translation>Ein Name darf keine unsichtbaren Zeichen enthalten; an Stelle %2 steht U+%1.</translation>
    </message>
    <message>
        <source>A pair needs a name.</source>
        <translation>Ein Paar braucht einen Namen.</translation>
    </message>
    <message>
        <source>This name is too long: a pair&apos;s name has at most %1 characters.</source>
        <translation>Dieser Name ist zu lang: Der Name eines Paares hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A pair&apos;s name must not hold a line break or another control character.</source>
        <translation>Der Name eines Paares darf weder Zeilenumbruch noch andere Steuerzeichen enthalten.</translation>
    </message>
    <message>
        <source>This name is too long: a product&apos;s name has at most %1 characters.</source>
        <translation>Dieser Name ist zu lang: Der Name eines Produkts hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A product&apos;s name must not hold a line break or another control character.</source>
        <translation>Der Name eines Produkts darf weder Zeilenumbruch noch andere Steuerzeichen enthalten.</translation>
    </message>
    <message>
        <source>There is already a pair named “%1”. Choose another name.</source>
        <translation>Es gibt schon ein Paar namens „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“%1” is a connection, so a pair cannot be named like it. Choose another name.</source>
        <translation>„%1“ ist eine Verbindung, deshalb kann ein Paar nicht so heißen. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>This connection was brought along for “%1”, and this sign-in reached “%2”. Nothing was kept.</source>
        <translation>Diese Verbindung wurde für „%1“ mitgebracht, und diese Anmeldung hat „%2“ erreicht. Es wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>The organisation “%1” is not among those that this sign-in reaches: %2.</source>
        <translation>Die Organisation „%1“ gehört nicht zu denen, die diese Anmeldung erreicht: %2.</translation>
    </message>
    <message>
        <source>The scope “%1” holds a character that no scope may have, such as a quotation mark, a backslash or an accent.</source>
        <translation>Die Berechtigung (scope) „%1“ enthält ein Zeichen, das keine haben darf, etwa ein Anführungszeichen, einen umgekehrten Schrägstrich oder einen Buchstaben mit Akzent.</translation>
    </message>
    <message>
        <source>The scope “%1” stands here twice.</source>
        <translation>Die Berechtigung (scope) „%1“ steht hier zweimal.</translation>
    </message>
    <message>
        <source>The plan or subscription may not include this.</source>
        <translation>Der Tarif oder das Abonnement enthält das vielleicht nicht.</translation>
    </message>
    <message>
        <source>The user whose access is used may lack a role or permission.</source>
        <translation>Dem Benutzer, dessen Zugang verwendet wird, fehlt vielleicht eine Rolle oder Berechtigung.</translation>
    </message>
    <message>
        <source>The provider may have a fault that passes.</source>
        <translation>Der Anbieter hat vielleicht eine vorübergehende Störung.</translation>
    </message>
    <message>
        <source>The account at the provider may be closed or suspended.</source>
        <translation>Das Konto beim Anbieter ist vielleicht geschlossen oder gesperrt.</translation>
    </message>
    <message>
        <source>The app may have been removed or blocked at the provider.</source>
        <translation>Die App wurde beim Anbieter vielleicht entfernt oder gesperrt.</translation>
    </message>
    <message>
        <source>An access token that has merely run out is refused in the same words.</source>
        <translation>Ein Zugriffstoken, das nur abgelaufen ist, wird mit denselben Worten abgelehnt.</translation>
    </message>
    <message>
        <source>An address, a scope name or another setting may be wrong.</source>
        <translation>Eine Adresse, der Name einer Berechtigung oder eine andere Einstellung ist vielleicht falsch.</translation>
    </message>
    <message>
        <source>The program may use a way of signing in that was retired.</source>
        <translation>Das Programm verwendet vielleicht eine Art der Anmeldung, die es nicht mehr gibt.</translation>
    </message>
    <message>
        <source>Too many requests may have been sent in a short time.</source>
        <translation>Vielleicht wurden in kurzer Zeit zu viele Anfragen gesendet.</translation>
    </message>
    <message>
        <source>Another program or user may have taken the connection over.</source>
        <translation>Vielleicht hat ein anderes Programm oder ein anderer Benutzer die Verbindung übernommen.</translation>
    </message>
    <message>
        <source>The network between this computer and the provider may be at fault.</source>
        <translation>Vielleicht liegt es am Netz zwischen diesem Computer und dem Anbieter.</translation>
    </message>
    <message>
        <source>The credential may have been cut off or mixed up when it was pasted.</source>
        <translation>Die Zugangsdaten wurden beim Einfügen vielleicht abgeschnitten oder vertauscht.</translation>
    </message>
    <message>
        <source>The text may not be about the connection at all.</source>
        <translation>Der Text handelt vielleicht gar nicht von der Verbindung.</translation>
    </message>
    <message>
        <source>Access ran out</source>
        <translation>Der Zugriff ist abgelaufen</translation>
    </message>
    <message>
        <source>The pass that lets Relink in lasts for a short time only, and this one has run out. It can usually be renewed without you.</source>
        <translation>Der Ausweis, mit dem Relink Zutritt hat, gilt nur kurze Zeit, und dieser ist abgelaufen. Meist lässt er sich ohne Sie erneuern.</translation>
    </message>
    <message>
        <source>Nobody did anything wrong: such a pass always runs out.</source>
        <translation>Niemand hat etwas falsch gemacht: Ein solcher Ausweis läuft immer ab.</translation>
    </message>
    <message>
        <source>Until the access is renewed, nothing is fetched or sent over this connection.</source>
        <translation>Bis der Zugriff erneuert ist, wird über diese Verbindung nichts geholt und nichts gesendet.</translation>
    </message>
    <message>
        <source>Sign-in expired</source>
        <translation>Die Anmeldung ist abgelaufen</translation>
    </message>
    <message>
        <source>The sign-in itself no longer counts, so it cannot be renewed without you. Somebody has to sign in again.</source>
        <translation>Die Anmeldung selbst gilt nicht mehr und lässt sich deshalb ohne Sie nicht erneuern. Jemand muss sich neu anmelden.</translation>
    </message>
    <message>
        <source>You need not have done anything: many platforms end a sign-in after a set time.</source>
        <translation>Sie müssen nichts getan haben: Viele Plattformen beenden eine Anmeldung nach einer festgelegten Zeit.</translation>
    </message>
    <message>
        <source>Until somebody signs in again, nothing is fetched or sent over this connection.</source>
        <translation>Bis sich jemand neu anmeldet, wird über diese Verbindung nichts geholt und nichts gesendet.</translation>
    </message>
    <message>
        <source>Access was withdrawn</source>
        <translation>Der Zugriff wurde widerrufen</translation>
    </message>
    <message>
        <source>Somebody took the access back at the platform, or the platform ended it after a change such as a new password.</source>
        <translation>Jemand hat den Zugriff bei der Plattform zurückgenommen, oder die Plattform hat ihn nach einer Änderung wie einem neuen Passwort beendet.</translation>
    </message>
    <message>
        <source>Your computer and Relink are not the cause: it was decided at the platform.</source>
        <translation>Ihr Computer und Relink sind nicht die Ursache: Das wurde bei der Plattform entschieden.</translation>
    </message>
    <message>
        <source>App credentials not accepted</source>
        <translation>Zugangsdaten der App nicht angenommen</translation>
    </message>
    <message>
        <source>The platform does not accept the name or password of the app itself, its client ID and client secret.</source>
        <translation>Die Plattform nimmt Namen oder Passwort der App selbst nicht an, also ihre Client-ID und ihr Client-Geheimnis.</translation>
    </message>
    <message>
        <source>Your own user name and password are not the cause.</source>
        <translation>Ihr eigener Benutzername und Ihr Passwort sind nicht die Ursache.</translation>
    </message>
    <message>
        <source>Until it is mended, nothing is fetched or sent over this connection.</source>
        <translation>Bis das behoben ist, wird über diese Verbindung nichts geholt und nichts gesendet.</translation>
    </message>
    <message>
        <source>User name, password or key not accepted</source>
        <translation>Benutzername, Passwort oder Schlüssel nicht angenommen</translation>
    </message>
    <message>
        <source>The platform does not recognise the user name, password or key that is stored.</source>
        <translation>Die Plattform erkennt den gespeicherten Benutzernamen, das Passwort oder den Schlüssel nicht.</translation>
    </message>
    <message>
        <source>Often somebody changed the password or made a new key, and this connection was not told.</source>
        <translation>Oft hat jemand das Passwort geändert oder einen neuen Schlüssel erstellt, und diese Verbindung hat nichts davon erfahren.</translation>
    </message>
    <message>
        <source>Credential contains something that does not belong</source>
        <translation>Zugangsdaten enthalten etwas, das nicht hineingehört</translation>
    </message>
    <message>
        <source>A space, a line break or another character that does not belong there came along when the credential was copied.</source>
        <translation>Beim Kopieren der Zugangsdaten kam ein Leerzeichen, ein Zeilenumbruch oder ein anderes Zeichen mit, das nicht hineingehört.</translation>
    </message>
    <message>
        <source>The key itself may be quite right, and you could not see the extra character.</source>
        <translation>Der Schlüssel selbst kann ganz richtig sein, und das überzählige Zeichen konnten Sie nicht sehen.</translation>
    </message>
    <message>
        <source>Test Mode does not match the credential</source>
        <translation>Testmodus passt nicht zu den Zugangsdaten</translation>
    </message>
    <message>
        <source>Credentials for testing are used with Test Mode off, or real ones with Test Mode on.</source>
        <translation>Zugangsdaten zum Testen werden bei ausgeschaltetem Testmodus verwendet oder echte bei eingeschaltetem.</translation>
    </message>
    <message>
        <source>Neither the account nor the key is faulty; they only do not belong together.</source>
        <translation>Weder das Konto noch der Schlüssel ist fehlerhaft; sie gehören nur nicht zusammen.</translation>
    </message>
    <message>
        <source>The user lacks a permission</source>
        <translation>Dem Benutzer fehlt eine Berechtigung</translation>
    </message>
    <message>
        <source>The platform knows who is asking, but the user behind this connection may not do this.</source>
        <translation>Die Plattform weiß, wer fragt, aber der Benutzer hinter dieser Verbindung darf das nicht.</translation>
    </message>
    <message>
        <source>The sign-in works. Somebody may have changed a role or a permission.</source>
        <translation>Die Anmeldung funktioniert. Vielleicht hat jemand eine Rolle oder eine Berechtigung geändert.</translation>
    </message>
    <message>
        <source>Only what needs this permission stops; the rest goes on.</source>
        <translation>Nur was diese Berechtigung braucht, steht still; alles andere läuft weiter.</translation>
    </message>
    <message>
        <source>A permission was not granted</source>
        <translation>Eine Berechtigung wurde nicht erteilt</translation>
    </message>
    <message>
        <source>This permission was not part of what was allowed when the app or key was set up.</source>
        <translation>Diese Berechtigung gehörte nicht zu dem, was erlaubt wurde, als die App oder der Schlüssel eingerichtet wurde.</translation>
    </message>
    <message>
        <source>The sign-in works, and the platform protects your data as it should.</source>
        <translation>Die Anmeldung funktioniert, und die Plattform schützt Ihre Daten so, wie sie soll.</translation>
    </message>
    <message>
        <source>Not included in the plan</source>
        <translation>Nicht im Tarif enthalten</translation>
    </message>
    <message>
        <source>Your plan at the platform does not include this data or function.</source>
        <translation>Ihr Tarif bei der Plattform enthält diese Daten oder diese Funktion nicht.</translation>
    </message>
    <message>
        <source>The connection works, and signing in again changes nothing.</source>
        <translation>Die Verbindung funktioniert, und eine neue Anmeldung ändert nichts.</translation>
    </message>
    <message>
        <source>Only what the plan leaves out stops; the rest goes on.</source>
        <translation>Nur was der Tarif nicht enthält, steht still; alles andere läuft weiter.</translation>
    </message>
    <message>
        <source>The app was removed</source>
        <translation>Die App wurde entfernt</translation>
    </message>
    <message>
        <source>The app is no longer installed at the platform, or it went with the person who created it.</source>
        <translation>Die App ist bei der Plattform nicht mehr installiert, oder sie verschwand mit der Person, die sie angelegt hat.</translation>
    </message>
    <message>
        <source>Your credentials are not wrong: what they belonged to is gone.</source>
        <translation>Ihre Zugangsdaten sind nicht falsch: Es fehlt, wozu sie gehörten.</translation>
    </message>
    <message>
        <source>Until the app is there again, nothing is fetched or sent over this connection.</source>
        <translation>Bis die App wieder da ist, wird über diese Verbindung nichts geholt und nichts gesendet.</translation>
    </message>
    <message>
        <source>Wrong organisation</source>
        <translation>Falsche Organisation</translation>
    </message>
    <message>
        <source>The sign-in is good, but it leads to another company or organisation than this connection is for.</source>
        <translation>Die Anmeldung ist gut, führt aber zu einer anderen Firma oder Organisation als der, für die diese Verbindung da ist.</translation>
    </message>
    <message>
        <source>Neither the password nor the key is wrong.</source>
        <translation>Weder das Passwort noch der Schlüssel ist falsch.</translation>
    </message>
    <message>
        <source>Until the right organisation is chosen, nothing is fetched or sent over this connection.</source>
        <translation>Bis die richtige Organisation gewählt ist, wird über diese Verbindung nichts geholt und nichts gesendet.</translation>
    </message>
    <message>
        <source>Another connection took over</source>
        <translation>Eine andere Verbindung hat übernommen</translation>
    </message>
    <message>
        <source>The platform allows one sign-in of this kind at a time, and a newer one has replaced yours.</source>
        <translation>Die Plattform erlaubt nur eine Anmeldung dieser Art zur selben Zeit, und eine neuere hat Ihre ersetzt.</translation>
    </message>
    <message>
        <source>Nothing is wrong with your credentials.</source>
        <translation>Mit Ihren Zugangsdaten ist alles in Ordnung.</translation>
    </message>
    <message>
        <source>Too many connections</source>
        <translation>Zu viele Verbindungen</translation>
    </message>
    <message>
        <source>The platform allows only so many connected apps, and all places are taken.</source>
        <translation>Die Plattform erlaubt nur eine bestimmte Zahl verbundener Apps, und alle Plätze sind belegt.</translation>
    </message>
    <message>
        <source>Until there is room, nothing is fetched or sent over this connection.</source>
        <translation>Bis ein Platz frei ist, wird über diese Verbindung nichts geholt und nichts gesendet.</translation>
    </message>
    <message>
        <source>Sign-in method no longer offered</source>
        <translation>Art der Anmeldung wird nicht mehr angeboten</translation>
    </message>
    <message>
        <source>The program signs in in a way that the platform has retired.</source>
        <translation>Das Programm meldet sich auf eine Weise an, die die Plattform abgeschafft hat.</translation>
    </message>
    <message>
        <source>Your credentials are not the cause; the program has to be changed.</source>
        <translation>Ihre Zugangsdaten sind nicht die Ursache; das Programm muss geändert werden.</translation>
    </message>
    <message>
        <source>Until the program signs in the present way, nothing is fetched or sent by it.</source>
        <translation>Bis sich das Programm auf die heutige Weise anmeldet, holt und sendet es nichts.</translation>
    </message>
    <message>
        <source>Provider out of order</source>
        <translation>Störung beim Anbieter</translation>
    </message>
    <message>
        <source>The platform has a fault of its own at the moment.</source>
        <translation>Die Plattform hat im Augenblick selbst eine Störung.</translation>
    </message>
    <message>
        <source>Neither you nor your credentials are the cause.</source>
        <translation>Weder Sie noch Ihre Zugangsdaten sind die Ursache.</translation>
    </message>
    <message>
        <source>What needs the platform waits until it answers again; your access stays.</source>
        <translation>Was die Plattform braucht, wartet, bis sie wieder antwortet; Ihr Zugriff bleibt bestehen.</translation>
    </message>
    <message>
        <source>Asked to slow down</source>
        <translation>Um langsamere Anfragen gebeten</translation>
    </message>
    <message>
        <source>The platform was asked too often in a short time and wants a pause.</source>
        <translation>Die Plattform wurde in kurzer Zeit zu oft gefragt und möchte eine Pause.</translation>
    </message>
    <message>
        <source>Your access is not affected.</source>
        <translation>Ihr Zugriff ist nicht betroffen.</translation>
    </message>
    <message>
        <source>Requests wait for a while and then go on by themselves.</source>
        <translation>Anfragen warten eine Weile und laufen dann von selbst weiter.</translation>
    </message>
    <message>
        <source>No internet connection</source>
        <translation>Keine Internetverbindung</translation>
    </message>
    <message>
        <source>The platform could not be reached from this computer.</source>
        <translation>Die Plattform war von diesem Computer aus nicht zu erreichen.</translation>
    </message>
    <message>
        <source>That says nothing about your account: it is not affected.</source>
        <translation>Über Ihr Konto sagt das nichts: Es ist nicht betroffen.</translation>
    </message>
    <message>
        <source>Relink cannot look at the platform from this computer. What runs elsewhere goes on.</source>
        <translation>Relink kann von diesem Computer aus nicht nach der Plattform sehen. Was anderswo läuft, geht weiter.</translation>
    </message>
    <message>
        <source>Proxy does not let Relink through</source>
        <translation>Der Proxy lässt Relink nicht durch</translation>
    </message>
    <message>
        <source>The proxy, the computer through which your business reaches the internet, refused.</source>
        <translation>Der Proxy, also der Computer, über den Ihr Betrieb ins Internet geht, hat abgelehnt.</translation>
    </message>
    <message>
        <source>The platform and your account are not the cause.</source>
        <translation>Die Plattform und Ihr Konto sind nicht die Ursache.</translation>
    </message>
    <message>
        <source>Secure connection not possible</source>
        <translation>Keine sichere Verbindung möglich</translation>
    </message>
    <message>
        <source>The address could not prove that it belongs to the platform, so Relink sent nothing.</source>
        <translation>Die Adresse konnte nicht beweisen, dass sie zur Plattform gehört; deshalb hat Relink nichts gesendet.</translation>
    </message>
    <message>
        <source>Your access is not affected, and nothing was given away.</source>
        <translation>Ihr Zugriff ist nicht betroffen, und nichts wurde preisgegeben.</translation>
    </message>
    <message>
        <source>This computer’s clock is wrong</source>
        <translation>Die Uhr dieses Computers geht falsch</translation>
    </message>
    <message>
        <source>The date or time of this computer is so far off that the platform refuses it.</source>
        <translation>Datum oder Uhrzeit dieses Computers sind so falsch, dass die Plattform ablehnt.</translation>
    </message>
    <message>
        <source>Nothing is wrong with your account.</source>
        <translation>Mit Ihrem Konto ist alles in Ordnung.</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>Your credentials lie in the keychain of this computer, which is locked or does not answer.</source>
        <translation>Ihre Zugangsdaten liegen im Schlüsselbund dieses Computers, und der ist gesperrt oder antwortet nicht.</translation>
    </message>
    <message>
        <source>Nothing is lost, and the platform is not the cause.</source>
        <translation>Nichts ist verloren, und die Plattform ist nicht die Ursache.</translation>
    </message>
    <message>
        <source>Relink can neither check nor renew until the keychain is open.</source>
        <translation>Relink kann weder prüfen noch erneuern, bis der Schlüsselbund offen ist.</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>The keychain of this computer, the locked store for passwords, is missing or does not hold this connection.</source>
        <translation>Der Schlüsselbund dieses Computers, der verschlossene Ort für Passwörter, fehlt oder enthält diese Verbindung nicht.</translation>
    </message>
    <message>
        <source>Relink can neither check nor renew until there is a keychain that holds this connection.</source>
        <translation>Relink kann weder prüfen noch erneuern, bis es einen Schlüsselbund gibt, der diese Verbindung enthält.</translation>
    </message>
    <message>
        <source>A setting is not right</source>
        <translation>Eine Einstellung stimmt nicht</translation>
    </message>
    <message>
        <source>A setting, such as an address or the name of a permission, does not agree with what the platform knows.</source>
        <translation>Eine Einstellung, etwa eine Adresse oder der Name einer Berechtigung, stimmt nicht mit dem überein, was die Plattform kennt.</translation>
    </message>
    <message>
        <source>Nobody withdrew an access, and your password is not the cause.</source>
        <translation>Niemand hat einen Zugriff widerrufen, und Ihr Passwort ist nicht die Ursache.</translation>
    </message>
    <message>
        <source>Until the setting is corrected, this connection cannot be authorised or used.</source>
        <translation>Bis die Einstellung berichtigt ist, kann diese Verbindung nicht autorisiert und nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Account closed or blocked</source>
        <translation>Konto geschlossen oder gesperrt</translation>
    </message>
    <message>
        <source>The platform says that the account itself is closed, suspended or blocked.</source>
        <translation>Die Plattform sagt, dass das Konto selbst geschlossen, ausgesetzt oder gesperrt ist.</translation>
    </message>
    <message>
        <source>The connection is not the cause, and signing in again does not help.</source>
        <translation>Die Verbindung ist nicht die Ursache, und eine neue Anmeldung hilft nicht.</translation>
    </message>
    <message>
        <source>Until the platform opens the account again, nothing works that needs it.</source>
        <translation>Bis die Plattform das Konto wieder öffnet, geht nichts, was es braucht.</translation>
    </message>
    <message>
        <source>Not a fault</source>
        <translation>Kein Fehler</translation>
    </message>
    <message>
        <source>This is not an error: it is a normal answer, or somebody stopped on purpose.</source>
        <translation>Das ist kein Fehler: Es ist eine gewöhnliche Antwort, oder jemand hat absichtlich aufgehört.</translation>
    </message>
    <message>
        <source>Nobody has to do anything.</source>
        <translation>Niemand muss etwas tun.</translation>
    </message>
    <message>
        <source>Nothing stops.</source>
        <translation>Nichts steht still.</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>Nicht erkannt</translation>
    </message>
    <message>
        <source>The text fits nothing that Relink knows for certain.</source>
        <translation>Der Text passt zu nichts, was Relink sicher kennt.</translation>
    </message>
    <message>
        <source>It does not prove that your access is lost.</source>
        <translation>Er beweist nicht, dass Ihr Zugriff verloren ist.</translation>
    </message>
    <message>
        <source>What stops cannot be told from this text.</source>
        <translation>Was stillsteht, lässt sich aus diesem Text nicht ablesen.</translation>
    </message>
    <message>
        <source>What is an access token?</source>
        <translation>Was ist ein Zugriffstoken?</translation>
    </message>
    <message>
        <source>An access token is a pass. With it a program may use another service for you without knowing your password.</source>
        <translation>Ein Zugriffstoken ist ein Ausweis. Damit darf ein Programm für Sie einen anderen Dienst verwenden, ohne Ihr Passwort zu kennen.</translation>
    </message>
    <message>
        <source>The program gets it only after you have signed in and allowed the access.</source>
        <translation>Das Programm bekommt ihn erst, nachdem Sie sich angemeldet und den Zugriff erlaubt haben.</translation>
    </message>
    <message>
        <source>It shows the pass with every request to that service, and to nobody else.</source>
        <translation>Es zeigt den Ausweis bei jeder Anfrage an diesen Dienst vor und sonst niemandem.</translation>
    </message>
    <message>
        <source>It works like a special key: it opens some doors and not others, for example so that your data can be fetched. You can take it back at any time.</source>
        <translation>Er wirkt wie ein besonderer Schlüssel: Manche Türen öffnet er, andere nicht, etwa damit Ihre Daten geholt werden können. Sie können ihn jederzeit zurücknehmen.</translation>
    </message>
    <message>
        <source>What does 401 mean?</source>
        <translation>Was bedeutet 401?</translation>
    </message>
    <message>
        <source>401 is the answer of a service that did not recognise the credentials it was shown, or was shown none. The request was not carried out.</source>
        <translation>401 ist die Antwort eines Dienstes, der die vorgezeigten Zugangsdaten nicht erkannt hat oder dem keine gezeigt wurden. Die Anfrage wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The request may be repeated with new credentials. Relink renews the access and repeats once; if that does not help, it asks you.</source>
        <translation>Die Anfrage darf mit neuen Zugangsdaten wiederholt werden. Relink erneuert den Zugriff und wiederholt sie einmal; hilft das nicht, fragt es Sie.</translation>
    </message>
    <message>
        <source>What does 403 mean, and how does it differ?</source>
        <translation>Was bedeutet 403, und was ist daran anders?</translation>
    </message>
    <message>
        <source>With a 401 the credentials are not recognised. With a 403 they are, but the account may not do what was asked.</source>
        <translation>Bei einem 401 werden die Zugangsdaten nicht erkannt. Bei einem 403 werden sie es, aber das Konto darf nicht, was verlangt wurde.</translation>
    </message>
    <message>
        <source>A 403 says: &quot;I know who you are, but you&apos;re not allowed here.&quot;</source>
        <translation>Ein 403 sagt: „Ich weiß, wer Sie sind, aber hier dürfen Sie nicht hinein.“</translation>
    </message>
    <message>
        <source>Good credentials are therefore not enough: the permission has to be there as well. Ask whoever administers the platform whether a role or a permission changed.</source>
        <translation>Gute Zugangsdaten reichen also nicht: Auch die Berechtigung muss da sein. Fragen Sie, wer die Plattform verwaltet, ob sich eine Rolle oder eine Berechtigung geändert hat.</translation>
    </message>
    <message>
        <source>With Xeroom a 403 can also mean that the app’s own secret is no longer right. Check it in Xero and create a new one.</source>
        <translation>Bei Xeroom kann ein 403 auch bedeuten, dass das Geheimnis der App selbst nicht mehr stimmt. Prüfen Sie es in Xero und erstellen Sie ein neues.</translation>
    </message>
    <message>
        <source>When do 401 and 403 appear?</source>
        <translation>Wann treten 401 und 403 auf?</translation>
    </message>
    <message>
        <source>They appear when the sign-in behind a connection no longer counts: credentials were changed, the access was revoked or switched off, the app was removed, or the sign-in has run out.</source>
        <translation>Sie treten auf, wenn die Anmeldung hinter einer Verbindung nicht mehr gilt: Zugangsdaten wurden geändert, der Zugriff wurde widerrufen oder abgeschaltet, die App wurde entfernt, oder die Anmeldung ist abgelaufen.</translation>
    </message>
    <message>
        <source>How do I reconnect?</source>
        <translation>Wie verbinde ich neu?</translation>
    </message>
    <message>
        <source>Choose the connection and click Reconnect…; Relink takes you through it one step at a time.</source>
        <translation>Wählen Sie die Verbindung und klicken Sie auf „Neu verbinden …“; Relink führt Sie Schritt für Schritt hindurch.</translation>
    </message>
    <message>
        <source>The gentlest step comes first: refresh, then authorise again, and only then disconnect at the platform.</source>
        <translation>Der sanfteste Schritt kommt zuerst: erneuern, dann neu autorisieren und erst dann bei der Plattform trennen.</translation>
    </message>
    <message>
        <source>Words that mean the same</source>
        <translation>Wörter, die dasselbe bedeuten</translation>
    </message>
    <message>
        <source>Authorise and authorize are the same. Revoke, disconnect and remove all end an access; refresh, renew and reconnect all bring it back.</source>
        <translation>Die englischen Schreibweisen authorise und authorize sind dasselbe. Widerrufen, trennen und entfernen beenden einen Zugriff; auffrischen, erneuern und neu verbinden bringen ihn zurück.</translation>
    </message>
    <message>
        <source>Steps of our own</source>
        <translation>Unsere eigenen Schritte</translation>
    </message>
    <message>
        <source>Check the internet connection</source>
        <translation>Die Internetverbindung prüfen</translation>
    </message>
    <message>
        <source>Open any web page in your browser. If it does not load either, check the cable or the Wi-Fi, or restart the router.</source>
        <translation>Öffnen Sie in Ihrem Browser irgendeine Seite. Lädt auch sie nicht, prüfen Sie das Kabel oder das WLAN, oder starten Sie den Router neu.</translation>
    </message>
    <message>
        <source>Is something blocking Relink?</source>
        <translation>Hält etwas Relink auf?</translation>
    </message>
    <message>
        <source>If web pages load, a firewall or a VPN (a private tunnel through the internet) may hold Relink back. Switch the VPN off for a moment, or ask whoever looks after your network.</source>
        <translation>Wenn Seiten laden, hält vielleicht eine Firewall oder ein VPN (ein privater Tunnel durch das Internet) Relink auf. Schalten Sie das VPN kurz aus, oder fragen Sie, wer Ihr Netz betreut.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Click Check now. Your access was not affected, so there is nothing to sign in to again.</source>
        <translation>Klicken Sie auf „Jetzt prüfen“. Ihr Zugriff war nicht betroffen; Sie müssen sich also nirgends neu anmelden.</translation>
    </message>
    <message>
        <source>Sign in to the network</source>
        <translation>Am Netz anmelden</translation>
    </message>
    <message>
        <source>Open any web page in your browser. If the network shows a page of its own, as in a hotel or a shopping centre, sign in there or accept its terms.</source>
        <translation>Öffnen Sie in Ihrem Browser irgendeine Seite. Zeigt das Netz eine eigene Seite, wie im Hotel oder im Einkaufszentrum, melden Sie sich dort an oder stimmen Sie den Bedingungen zu.</translation>
    </message>
    <message>
        <source>Or use another network</source>
        <translation>Oder ein anderes Netz verwenden</translation>
    </message>
    <message>
        <source>If that page does not let you through, connect this computer to another network, for example that of your phone.</source>
        <translation>Lässt diese Seite Sie nicht durch, verbinden Sie diesen Computer mit einem anderen Netz, zum Beispiel dem Ihres Telefons.</translation>
    </message>
    <message>
        <source>Check how the address is spelt</source>
        <translation>Die Schreibweise der Adresse prüfen</translation>
    </message>
    <message>
        <source>If web pages load, look at the address or shop name in the connection’s settings: a single wrong letter leads nowhere. Click Edit, correct it and click Update.</source>
        <translation>Wenn Seiten laden, sehen Sie sich in den Einstellungen der Verbindung die Adresse oder den Namen des Shops an: Ein einziger falscher Buchstabe führt nirgendwohin. Klicken Sie auf „Bearbeiten“, berichtigen Sie ihn und klicken Sie auf „Aktualisieren“.</translation>
    </message>
    <message>
        <source>Look at the proxy settings</source>
        <translation>Die Proxy-Einstellungen ansehen</translation>
    </message>
    <message>
        <source>Open the network settings of this computer and find the proxy, the computer through which your business sends its internet traffic. Check its address and port. If your network has no proxy, switch it off there.</source>
        <translation>Öffnen Sie die Netzwerkeinstellungen dieses Computers und suchen Sie den Proxy, also den Computer, über den Ihr Betrieb ins Internet geht. Prüfen Sie Adresse und Port. Hat Ihr Netz keinen Proxy, schalten Sie ihn dort aus.</translation>
    </message>
    <message>
        <source>Does the proxy want a password?</source>
        <translation>Will der Proxy ein Passwort?</translation>
    </message>
    <message>
        <source>Status 407 means that the proxy wants its own user name and password. Enter them in the proxy settings; those of the platform do not belong there.</source>
        <translation>Status 407 bedeutet, dass der Proxy seinen eigenen Benutzernamen und sein eigenes Passwort will. Geben Sie sie in den Proxy-Einstellungen ein; die der Plattform gehören nicht dorthin.</translation>
    </message>
    <message>
        <source>Have the platform let through</source>
        <translation>Die Plattform durchlassen</translation>
    </message>
    <message>
        <source>If the proxy refuses the address, ask whoever looks after your network to let Relink through to it. Then click Check now.</source>
        <translation>Lehnt der Proxy die Adresse ab, bitten Sie, wer Ihr Netz betreut, Relink dorthin durchzulassen. Klicken Sie dann auf „Jetzt prüfen“.</translation>
    </message>
    <message>
        <source>Check date and time</source>
        <translation>Datum und Uhrzeit prüfen</translation>
    </message>
    <message>
        <source>Look at the date and time of this computer. A wrong date makes every certificate, the proof of whom an address belongs to, look invalid.</source>
        <translation>Sehen Sie nach Datum und Uhrzeit dieses Computers. Mit einem falschen Datum sieht jedes Zertifikat, der Nachweis, wem eine Adresse gehört, ungültig aus.</translation>
    </message>
    <message>
        <source>Try another network</source>
        <translation>Ein anderes Netz versuchen</translation>
    </message>
    <message>
        <source>A virus scanner, a web filter or a guest network may stand in between. Try another network, for example that of your phone; if it works there, tell whoever looks after your network.</source>
        <translation>Vielleicht steht ein Virenscanner, ein Webfilter oder ein Gastnetz dazwischen. Versuchen Sie ein anderes Netz, zum Beispiel das Ihres Telefons; geht es dort, sagen Sie es, wem Ihr Netz anvertraut ist.</translation>
    </message>
    <message>
        <source>Install updates</source>
        <translation>Aktualisierungen einspielen</translation>
    </message>
    <message>
        <source>Install the pending updates of this computer: they also renew the list of trusted certificates.</source>
        <translation>Spielen Sie die ausstehenden Aktualisierungen dieses Computers ein: Sie erneuern auch die Liste der vertrauenswürdigen Zertifikate.</translation>
    </message>
    <message>
        <source>Do not go round it</source>
        <translation>Nicht umgehen</translation>
    </message>
    <message>
        <source>Relink sends nothing over a connection that is not secure, and there is no switch for it. If several computers and networks show the same, tell the platform’s support that its certificate is faulty.</source>
        <translation>Relink sendet nichts über eine Verbindung, die nicht sicher ist, und es gibt keinen Schalter dafür. Zeigen mehrere Computer und Netze dasselbe, sagen Sie dem Support der Plattform, dass ihr Zertifikat fehlerhaft ist.</translation>
    </message>
    <message>
        <source>Switch on automatic time</source>
        <translation>Automatische Uhrzeit einschalten</translation>
    </message>
    <message>
        <source>Open the date and time settings of this computer and switch on automatic date and time.</source>
        <translation>Öffnen Sie die Einstellungen für Datum und Uhrzeit dieses Computers und schalten Sie die automatische Einstellung ein.</translation>
    </message>
    <message>
        <source>Check the time zone</source>
        <translation>Die Zeitzone prüfen</translation>
    </message>
    <message>
        <source>Check in the same place that the time zone is that of your town.</source>
        <translation>Prüfen Sie am selben Ort, dass die Zeitzone die Ihrer Stadt ist.</translation>
    </message>
    <message>
        <source>Check the connection again</source>
        <translation>Die Verbindung noch einmal prüfen</translation>
    </message>
    <message>
        <source>Click Check now. If the clock goes wrong again after every restart, the small battery in the computer is probably empty.</source>
        <translation>Klicken Sie auf „Jetzt prüfen“. Geht die Uhr nach jedem Neustart wieder falsch, ist wahrscheinlich die kleine Batterie im Computer leer.</translation>
    </message>
    <message>
        <source>Unlock the keychain</source>
        <translation>Den Schlüsselbund öffnen</translation>
    </message>
    <message>
        <source>When this computer asks for it, unlock the keychain, the locked store for your passwords. The question may be waiting behind another window.</source>
        <translation>Wenn dieser Computer danach fragt, öffnen Sie den Schlüsselbund, den verschlossenen Ort für Ihre Passwörter. Die Frage wartet vielleicht hinter einem anderen Fenster.</translation>
    </message>
    <message>
        <source>Allow Relink to use it</source>
        <translation>Relink den Schlüsselbund erlauben</translation>
    </message>
    <message>
        <source>If you are asked whether Relink may use the keychain, allow it.</source>
        <translation>Werden Sie gefragt, ob Relink den Schlüsselbund verwenden darf, erlauben Sie es.</translation>
    </message>
    <message>
        <source>Sign out of the computer and in again</source>
        <translation>Vom Computer ab- und wieder anmelden</translation>
    </message>
    <message>
        <source>If nothing asks and nothing answers, sign out of this computer and in again. If your login password was changed, the keychain may still want the old one.</source>
        <translation>Wenn nichts fragt und nichts antwortet, melden Sie sich von diesem Computer ab und wieder an. Wurde Ihr Anmeldepasswort geändert, will der Schlüsselbund vielleicht noch das alte.</translation>
    </message>
    <message>
        <source>Click Check now. Your access is still stored and has not changed.</source>
        <translation>Klicken Sie auf „Jetzt prüfen“. Ihr Zugriff ist noch gespeichert und hat sich nicht geändert.</translation>
    </message>
    <message>
        <source>Start a keychain</source>
        <translation>Einen Schlüsselbund starten</translation>
    </message>
    <message>
        <source>Install and start a keychain, a locked store for passwords, for example GNOME Keyring or KWallet. Relink keeps your credentials nowhere else.</source>
        <translation>Installieren und starten Sie einen Schlüsselbund, einen verschlossenen Ort für Passwörter, zum Beispiel den GNOME-Schlüsselbund oder KWallet. Relink bewahrt Ihre Zugangsdaten nirgendwo sonst auf.</translation>
    </message>
    <message>
        <source>Set it up once</source>
        <translation>Ihn einmal einrichten</translation>
    </message>
    <message>
        <source>Open “Passwords and Keys” or the wallet settings of this computer and create a keychain if there is none yet.</source>
        <translation>Öffnen Sie „Passwörter und Verschlüsselung“ oder die Einstellungen der digitalen Brieftasche dieses Computers und legen Sie einen Schlüsselbund an, wenn es noch keinen gibt.</translation>
    </message>
    <message>
        <source>Sign in to the computer again</source>
        <translation>Neu am Computer anmelden</translation>
    </message>
    <message>
        <source>Sign out of this computer and in again, so that the keychain starts with it. Then click Check now.</source>
        <translation>Melden Sie sich von diesem Computer ab und wieder an, damit der Schlüsselbund mit startet. Klicken Sie dann auf „Jetzt prüfen“.</translation>
    </message>
    <message>
        <source>Open the keychain that has it</source>
        <translation>Den Schlüsselbund öffnen, der sie hat</translation>
    </message>
    <message>
        <source>If you keep several keychains, open the one in which this connection was saved and click Check now.</source>
        <translation>Wenn Sie mehrere Schlüsselbunde haben, öffnen Sie den, in dem diese Verbindung gespeichert wurde, und klicken Sie auf „Jetzt prüfen“.</translation>
    </message>
    <message>
        <source>Otherwise sign in once more</source>
        <translation>Sonst noch einmal anmelden</translation>
    </message>
    <message>
        <source>If the entry is gone, click Re-authorise and sign in, or click Edit and enter the key again.</source>
        <translation>Ist der Eintrag verschwunden, klicken Sie auf „Neu autorisieren“ und melden Sie sich an, oder klicken Sie auf „Bearbeiten“ und geben Sie den Schlüssel neu ein.</translation>
    </message>
    <message>
        <source>Find the setting that is meant</source>
        <translation>Die gemeinte Einstellung finden</translation>
    </message>
    <message>
        <source>Read the error: it often names the setting that does not fit, such as an address or a permission.</source>
        <translation>Lesen Sie den Fehler: Oft nennt er die Einstellung, die nicht passt, etwa eine Adresse oder eine Berechtigung.</translation>
    </message>
    <message>
        <source>Compare the settings</source>
        <translation>Die Einstellungen vergleichen</translation>
    </message>
    <message>
        <source>Click Edit and compare each value with the page at the platform where the app is registered. Correct what differs and click Update.</source>
        <translation>Klicken Sie auf „Bearbeiten“ und vergleichen Sie jeden Wert mit der Seite der Plattform, auf der die App registriert ist. Berichtigen Sie, was abweicht, und klicken Sie auf „Aktualisieren“.</translation>
    </message>
    <message>
        <source>Copy the redirect address</source>
        <translation>Die Weiterleitungsadresse kopieren</translation>
    </message>
    <message>
        <source>Click Edit and copy the redirect address, the address that your browser returns to after the sign-in.</source>
        <translation>Klicken Sie auf „Bearbeiten“ und kopieren Sie die Weiterleitungsadresse, also die Adresse, zu der Ihr Browser nach der Anmeldung zurückkehrt.</translation>
    </message>
    <message>
        <source>Register it at the platform</source>
        <translation>Sie bei der Plattform eintragen</translation>
    </message>
    <message>
        <source>Open the page at the platform where the app is registered and enter the address there, letter for letter and without a slash too many. Save it and authorise.</source>
        <translation>Öffnen Sie bei der Plattform die Seite, auf der die App registriert ist, und tragen Sie die Adresse dort ein, Buchstabe für Buchstabe und ohne überzähligen Schrägstrich. Speichern Sie und autorisieren Sie.</translation>
    </message>
    <message>
        <source>Find the permission that is not known</source>
        <translation>Die unbekannte Berechtigung finden</translation>
    </message>
    <message>
        <source>The list of permissions (scopes) holds a name that the platform does not know or no longer gives. The error often names it; otherwise compare the list with the platform’s documentation.</source>
        <translation>Die Liste der Berechtigungen (Scopes) enthält einen Namen, den die Plattform nicht kennt oder nicht mehr vergibt. Oft nennt ihn der Fehler; sonst vergleichen Sie die Liste mit der Dokumentation der Plattform.</translation>
    </message>
    <message>
        <source>Correct the list</source>
        <translation>Die Liste berichtigen</translation>
    </message>
    <message>
        <source>Click Edit, correct or remove that name and click Update. If you leave the list empty, Relink asks for the usual permissions.</source>
        <translation>Klicken Sie auf „Bearbeiten“, berichtigen oder entfernen Sie diesen Namen und klicken Sie auf „Aktualisieren“. Lassen Sie die Liste leer, fragt Relink nach den üblichen Berechtigungen.</translation>
    </message>
    <message>
        <source>Ask whether the interface is switched on</source>
        <translation>Fragen, ob die Schnittstelle eingeschaltet ist</translation>
    </message>
    <message>
        <source>If the address is right and still nothing is there, the platform’s interface for programs (API) may be switched off or blocked by a security add-on. Ask whoever looks after the shop or the server.</source>
        <translation>Ist die Adresse richtig und trotzdem nichts dort, ist vielleicht die Schnittstelle der Plattform für Programme (API) ausgeschaltet oder durch eine Sicherheitserweiterung gesperrt. Fragen Sie, wer den Shop oder den Server betreut.</translation>
    </message>
    <message>
        <source>Fill in what is missing</source>
        <translation>Ausfüllen, was fehlt</translation>
    </message>
    <message>
        <source>Click Edit and look for a field that is empty or marked. Enter the value from the platform and click Update.</source>
        <translation>Klicken Sie auf „Bearbeiten“ und suchen Sie ein Feld, das leer oder markiert ist. Geben Sie den Wert von der Plattform ein und klicken Sie auf „Aktualisieren“.</translation>
    </message>
    <message>
        <source>Have your account admitted</source>
        <translation>Ihr Konto zulassen</translation>
    </message>
    <message>
        <source>The app is still being tested at the platform and lets in only the accounts on its list. Ask whoever registered the app to add yours, or to publish the app.</source>
        <translation>Die App wird bei der Plattform noch getestet und lässt nur die Konten auf ihrer Liste herein. Bitten Sie, wer die App registriert hat, Ihr Konto hinzuzufügen oder die App zu veröffentlichen.</translation>
    </message>
    <message>
        <source>Start the sign-in again</source>
        <translation>Die Anmeldung neu beginnen</translation>
    </message>
    <message>
        <source>Close the older sign-in pages in your browser. Then start the authorisation again and use only the page that Relink opens last.</source>
        <translation>Schließen Sie die älteren Anmeldeseiten in Ihrem Browser. Beginnen Sie die Autorisierung dann neu und verwenden Sie nur die Seite, die Relink zuletzt öffnet.</translation>
    </message>
    <message>
        <source>Free the port</source>
        <translation>Den Port freimachen</translation>
    </message>
    <message>
        <source>Another program uses the port, the numbered door of this computer at which Relink waits for your browser. Close that program, or click Edit and choose another port; a port registered at the platform has to be changed there too.</source>
        <translation>Ein anderes Programm verwendet den Port, die nummerierte Tür dieses Computers, an der Relink auf Ihren Browser wartet. Schließen Sie dieses Programm, oder klicken Sie auf „Bearbeiten“ und wählen Sie einen anderen Port; ein bei der Plattform eingetragener Port muss auch dort geändert werden.</translation>
    </message>
    <message>
        <source>Open the link yourself</source>
        <translation>Den Link selbst öffnen</translation>
    </message>
    <message>
        <source>Copy the link that Relink shows and paste it into the address line of a browser on this computer.</source>
        <translation>Kopieren Sie den Link, den Relink zeigt, und fügen Sie ihn in die Adresszeile eines Browsers auf diesem Computer ein.</translation>
    </message>
    <message>
        <source>Have this way of signing in allowed</source>
        <translation>Diese Art der Anmeldung erlauben lassen</translation>
    </message>
    <message>
        <source>The app may not sign in this way. Ask whoever registered it at the platform to allow it, or to name the way that is allowed.</source>
        <translation>Die App darf sich nicht auf diese Weise anmelden. Bitten Sie, wer sie bei der Plattform registriert hat, das zu erlauben oder die erlaubte Weise zu nennen.</translation>
    </message>
    <message>
        <source>End the access at the platform</source>
        <translation>Den Zugriff bei der Plattform beenden</translation>
    </message>
    <message>
        <source>The platform did not accept the request to end the access. Open its page of connected apps and remove the access there.</source>
        <translation>Die Plattform hat die Bitte, den Zugriff zu beenden, nicht angenommen. Öffnen Sie dort die Seite der verbundenen Apps und entfernen Sie den Zugriff.</translation>
    </message>
    <message>
        <source>Wait as long as you are told</source>
        <translation>So lange warten, wie gesagt wird</translation>
    </message>
    <message>
        <source>The platform wants fewer requests. Relink waits as long as the answer says and goes on by itself; clicking more often makes it longer.</source>
        <translation>Die Plattform möchte weniger Anfragen. Relink wartet so lange, wie die Antwort sagt, und macht von selbst weiter; öfter zu klicken verlängert es.</translation>
    </message>
    <message>
        <source>Spread the work</source>
        <translation>Die Arbeit verteilen</translation>
    </message>
    <message>
        <source>If it happens often, see which other programs use the same account and let them run at other times.</source>
        <translation>Kommt das oft vor, sehen Sie nach, welche anderen Programme dasselbe Konto verwenden, und lassen Sie sie zu anderen Zeiten laufen.</translation>
    </message>
    <message>
        <source>Look at the status page</source>
        <translation>Die Statusseite ansehen</translation>
    </message>
    <message>
        <source>Look at the platform’s status page, or ask others who use it, whether there is a fault.</source>
        <translation>Sehen Sie auf der Statusseite der Plattform nach, ob es eine Störung gibt, oder fragen Sie andere, die sie verwenden.</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Leave the connection, the password and the key as they are: your access is not affected. Relink tries again by itself.</source>
        <translation>Lassen Sie Verbindung, Passwort und Schlüssel, wie sie sind: Ihr Zugriff ist nicht betroffen. Relink versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>Den Grund herausfinden</translation>
    </message>
    <message>
        <source>Sign in at the platform and read its notice, and look for an e-mail: an unpaid bill or a missing document is often the reason.</source>
        <translation>Melden Sie sich bei der Plattform an und lesen Sie ihren Hinweis, und suchen Sie nach einer E-Mail: Oft ist eine unbezahlte Rechnung oder eine fehlende Unterlage der Grund.</translation>
    </message>
    <message>
        <source>Have the account reopened</source>
        <translation>Das Konto wieder öffnen lassen</translation>
    </message>
    <message>
        <source>Contact the platform’s support: only the platform can open the account again. When it is open, click Check now.</source>
        <translation>Wenden Sie sich an den Support der Plattform: Nur sie kann das Konto wieder öffnen. Ist es offen, klicken Sie auf „Jetzt prüfen“.</translation>
    </message>
    <message>
        <source>Make room</source>
        <translation>Platz schaffen</translation>
    </message>
    <message>
        <source>Open the list of connected apps at the platform, remove one that nobody needs any longer and connect again.</source>
        <translation>Öffnen Sie bei der Plattform die Liste der verbundenen Apps, entfernen Sie eine, die niemand mehr braucht, und verbinden Sie neu.</translation>
    </message>
    <message>
        <source>Ask for more</source>
        <translation>Um mehr bitten</translation>
    </message>
    <message>
        <source>If you need all of them, ask the platform’s support whether another plan allows more connections.</source>
        <translation>Wenn Sie alle brauchen, fragen Sie den Support der Plattform, ob ein anderer Tarif mehr Verbindungen erlaubt.</translation>
    </message>
    <message>
        <source>Find the other connection</source>
        <translation>Die andere Verbindung finden</translation>
    </message>
    <message>
        <source>Ask who else has signed in for the same company with the same user, perhaps on another computer or with another program. Only the last one counts.</source>
        <translation>Fragen Sie, wer sich sonst noch mit demselben Benutzer für dieselbe Firma angemeldet hat, vielleicht auf einem anderen Computer oder mit einem anderen Programm. Nur die letzte Anmeldung zählt.</translation>
    </message>
    <message>
        <source>Give each its own user</source>
        <translation>Jedem seinen eigenen Benutzer geben</translation>
    </message>
    <message>
        <source>Have an administrator create a user of its own for each program; otherwise they go on pushing each other out.</source>
        <translation>Lassen Sie von einem Administrator für jedes Programm einen eigenen Benutzer anlegen; sonst verdrängen sie einander weiter.</translation>
    </message>
    <message>
        <source>Enter the value alone</source>
        <translation>Nur den Wert eingeben</translation>
    </message>
    <message>
        <source>Enter the key or token alone: no quotation marks, no line break, and no word such as “Bearer” before it.</source>
        <translation>Geben Sie nur den Schlüssel oder das Token ein: ohne Anführungszeichen, ohne Zeilenumbruch und ohne ein Wort wie „Bearer“ davor.</translation>
    </message>
    <message>
        <source>Watch for look-alike characters</source>
        <translation>Auf ähnliche Zeichen achten</translation>
    </message>
    <message>
        <source>Did you type it? Then O and 0, or l, I and 1, are easily mixed up. Copy it instead.</source>
        <translation>Haben Sie getippt? Dann sind O und 0 oder l, I und 1 leicht verwechselt. Kopieren Sie stattdessen.</translation>
    </message>
    <message>
        <source>Decide about the plan</source>
        <translation>Über den Tarif entscheiden</translation>
    </message>
    <message>
        <source>Decide with whoever pays for the plan whether to take a higher one or to do without this data. The connection itself is good.</source>
        <translation>Entscheiden Sie mit denen, die den Tarif bezahlen, ob Sie einen höheren nehmen oder ohne diese Daten auskommen. Die Verbindung selbst ist gut.</translation>
    </message>
    <message>
        <source>Update the program</source>
        <translation>Das Programm aktualisieren</translation>
    </message>
    <message>
        <source>If a program of another maker signs in for you, install its latest version: it may use the present way already.</source>
        <translation>Meldet sich ein Programm eines anderen Herstellers für Sie an, installieren Sie seine neueste Version: Vielleicht verwendet sie schon die heutige Weise.</translation>
    </message>
    <message>
        <source>Find more of the message</source>
        <translation>Mehr von der Meldung finden</translation>
    </message>
    <message>
        <source>Paste the whole message, with the lines before and after it. A number such as 401 or 403 and the name of the platform help most.</source>
        <translation>Fügen Sie die ganze Meldung ein, mit den Zeilen davor und danach. Eine Zahl wie 401 oder 403 und der Name der Plattform helfen am meisten.</translation>
    </message>
    <message>
        <source>Choose the connection</source>
        <translation>Die Verbindung wählen</translation>
    </message>
    <message>
        <source>Choose the connection that the message is about: the same words mean different things on different platforms.</source>
        <translation>Wählen Sie die Verbindung, um die es in der Meldung geht: Dieselben Worte bedeuten auf verschiedenen Plattformen Verschiedenes.</translation>
    </message>
    <message>
        <source>Ask support</source>
        <translation>Den Support fragen</translation>
    </message>
    <message>
        <source>If nothing fits, send the message to the support of the program that showed it, with the time at which it came.</source>
        <translation>Passt nichts, senden Sie die Meldung an den Support des Programms, das sie gezeigt hat, mit der Uhrzeit, zu der sie kam.</translation>
    </message>
    <message>
        <source>Two directions</source>
        <translation>Zwei Richtungen</translation>
    </message>
    <message>
        <source>A sign-in error can stop an integration on either side: on its way to Mintsoft, or on the way from Mintsoft to another platform.</source>
        <translation>Ein Anmeldefehler kann eine Anbindung auf beiden Seiten aufhalten: auf dem Weg zu Mintsoft oder auf dem Weg von Mintsoft zu einer anderen Plattform.</translation>
    </message>
    <message>
        <source>Work in this order</source>
        <translation>In dieser Reihenfolge vorgehen</translation>
    </message>
    <message>
        <source>Go through the sections one after the other and stop as soon as the connection works.</source>
        <translation>Gehen Sie die Abschnitte nacheinander durch und hören Sie auf, sobald die Verbindung funktioniert.</translation>
    </message>
    <message>
        <source>Look at the overview first</source>
        <translation>Zuerst die Übersicht ansehen</translation>
    </message>
    <message>
        <source>In Mintsoft, open the page Connect Overview. If the connection is marked inactive in red, the sign-in is the trouble. If it is green, it is live and signed in; look elsewhere then.</source>
        <translation>Öffnen Sie in Mintsoft die Seite „Connect Overview“. Ist die Verbindung rot als inaktiv gekennzeichnet, liegt es an der Anmeldung. Ist sie grün, läuft sie und ist angemeldet; suchen Sie dann anderswo.</translation>
    </message>
    <message>
        <source>Find the exact error</source>
        <translation>Den genauen Fehler finden</translation>
    </message>
    <message>
        <source>Open the list of order integrations (or courier integrations) and find the connection. Click View errors, or look at the screen Import errors.</source>
        <translation>Öffnen Sie die Liste der Auftragsanbindungen (oder der Versandanbindungen) und suchen Sie die Verbindung. Klicken Sie auf „View errors“, oder sehen Sie in die Ansicht „Import errors“.</translation>
    </message>
    <message>
        <source>Match the error</source>
        <translation>Den Fehler zuordnen</translation>
    </message>
    <message>
        <source>Compare the error with the six rows of the table and go on with the section that the row names.</source>
        <translation>Vergleichen Sie den Fehler mit den sechs Zeilen der Tabelle und machen Sie mit dem Abschnitt weiter, den die Zeile nennt.</translation>
    </message>
    <message>
        <source>401 Unauthorised</source>
        <translation>401 Unauthorised</translation>
    </message>
    <message>
        <source>The credentials are wrong or have expired, or the integration signs in in an old way. Go on with steps 2 and 3.</source>
        <translation>Die Zugangsdaten sind falsch oder abgelaufen, oder die Anbindung meldet sich auf alte Weise an. Weiter mit den Schritten 2 und 3.</translation>
    </message>
    <message>
        <source>403 Forbidden</source>
        <translation>403 Forbidden</translation>
    </message>
    <message>
        <source>The account does not have the permissions for this operation. Go on with step 4.</source>
        <translation>Das Konto hat nicht die Berechtigungen für diesen Vorgang. Weiter mit Schritt 4.</translation>
    </message>
    <message>
        <source>Authorisation token is hard expired</source>
        <translation>Authorisation token is hard expired</translation>
    </message>
    <message>
        <source>The sign-in to the platform has run out for good and has to be renewed by hand; this is common on eBay. Go on with step 5.</source>
        <translation>Die Anmeldung bei der Plattform ist endgültig abgelaufen und muss von Hand erneuert werden; bei eBay ist das häufig. Weiter mit Schritt 5.</translation>
    </message>
    <message>
        <source>Invalid credentials / Authentication failed</source>
        <translation>Invalid credentials / Authentication failed</translation>
    </message>
    <message>
        <source>Test and production do not match, or the credentials were typed wrongly. Go on with step 6.</source>
        <translation>Test und Echtbetrieb passen nicht zusammen, oder die Zugangsdaten wurden falsch eingegeben. Weiter mit Schritt 6.</translation>
    </message>
    <message>
        <source>Deprecated API authentication method</source>
        <translation>Deprecated API authentication method</translation>
    </message>
    <message>
        <source>The integration still signs in in the old way, with GET. Go on with step 7.</source>
        <translation>Die Anbindung meldet sich noch auf die alte Weise an, mit GET. Weiter mit Schritt 7.</translation>
    </message>
    <message>
        <source>Connection inactive, no specific error shown</source>
        <translation>Verbindung inaktiv, ohne bestimmten Fehler</translation>
    </message>
    <message>
        <source>Perhaps somebody changed the credentials, or a new authorisation is due. Go on with step 2.</source>
        <translation>Vielleicht hat jemand die Zugangsdaten geändert, oder eine neue Autorisierung ist fällig. Weiter mit Schritt 2.</translation>
    </message>
    <message>
        <source>A 401 with the old method</source>
        <translation>Ein 401 mit der alten Weise</translation>
    </message>
    <message>
        <source>If a 401 shows that the integration signs in in the old way, do steps 2 and 3 and then step 7 as well.</source>
        <translation>Zeigt ein 401, dass sich die Anbindung auf die alte Weise anmeldet, führen Sie die Schritte 2 und 3 aus und danach auch Schritt 7.</translation>
    </message>
    <message>
        <source>Why credentials stop working</source>
        <translation>Warum Zugangsdaten nicht mehr gelten</translation>
    </message>
    <message>
        <source>There are three usual reasons: the password was changed at the platform, the API key was made anew, or the account was deactivated.</source>
        <translation>Es gibt drei übliche Gründe: Das Passwort wurde bei der Plattform geändert, der API-Schlüssel wurde neu erstellt, oder das Konto wurde deaktiviert.</translation>
    </message>
    <message>
        <source>Sign in at the platform itself</source>
        <translation>Bei der Plattform selbst anmelden</translation>
    </message>
    <message>
        <source>Before you enter anything again, sign in at the platform itself (Shopify, Amazon, eBay, DPD or whichever it is) and see whether the account is still active.</source>
        <translation>Bevor Sie etwas neu eingeben, melden Sie sich bei der Plattform selbst an (Shopify, Amazon, eBay, DPD oder welche es ist) und sehen Sie nach, ob das Konto noch aktiv ist.</translation>
    </message>
    <message>
        <source>Compare the key</source>
        <translation>Den Schlüssel vergleichen</translation>
    </message>
    <message>
        <source>Open the developer or integration settings at the platform. Check that the key or token shown there is the one stored for this connection.</source>
        <translation>Öffnen Sie bei der Plattform die Einstellungen für Entwickler oder Anbindungen. Prüfen Sie, ob der Schlüssel oder das Token dort dasselbe ist, das für diese Verbindung gespeichert ist.</translation>
    </message>
    <message>
        <source>Look through your e-mail</source>
        <translation>Ihre E-Mails durchsehen</translation>
    </message>
    <message>
        <source>Look for e-mails from the platform about security changes, reset credentials or changed permissions.</source>
        <translation>Suchen Sie nach E-Mails der Plattform über Änderungen der Sicherheit, zurückgesetzte Zugangsdaten oder geänderte Berechtigungen.</translation>
    </message>
    <message>
        <source>Was the key made anew?</source>
        <translation>Wurde der Schlüssel neu erstellt?</translation>
    </message>
    <message>
        <source>If the platform changes its keys from time to time, check whether that happened after this connection was set up.</source>
        <translation>Wechselt die Plattform ihre Schlüssel von Zeit zu Zeit, prüfen Sie, ob das nach dem Einrichten dieser Verbindung geschehen ist.</translation>
    </message>
    <message>
        <source>Enter the current credentials</source>
        <translation>Die heutigen Zugangsdaten eingeben</translation>
    </message>
    <message>
        <source>Find the connection in its list and click Edit. Replace the credentials with the current ones and click Update. Then see whether the status becomes active.</source>
        <translation>Suchen Sie die Verbindung in ihrer Liste und klicken Sie auf „Bearbeiten“. Ersetzen Sie die Zugangsdaten durch die heutigen und klicken Sie auf „Aktualisieren“. Sehen Sie dann nach, ob der Status aktiv wird.</translation>
    </message>
    <message>
        <source>Invisible spaces</source>
        <translation>Unsichtbare Leerzeichen</translation>
    </message>
    <message>
        <source>Copying often brings a space along, before or after a key, a token or a password. You cannot see it, yet the sign-in fails although the credential is right.</source>
        <translation>Beim Kopieren kommt oft ein Leerzeichen mit, vor oder nach einem Schlüssel, einem Token oder einem Passwort. Man sieht es nicht, und doch schlägt die Anmeldung fehl, obwohl die Zugangsdaten stimmen.</translation>
    </message>
    <message>
        <source>Remove spaces at both ends</source>
        <translation>Leerzeichen an beiden Enden entfernen</translation>
    </message>
    <message>
        <source>Click Edit and then into the field of the credential. Press Home: the cursor has to stand directly before the first character that you see. Press End: nothing may follow the last one. Delete extra spaces and click Update.</source>
        <translation>Klicken Sie auf „Bearbeiten“ und dann in das Feld mit den Zugangsdaten. Drücken Sie Pos1: Die Schreibmarke muss unmittelbar vor dem ersten sichtbaren Zeichen stehen. Drücken Sie Ende: Nach dem letzten darf nichts folgen. Löschen Sie überzählige Leerzeichen und klicken Sie auf „Aktualisieren“.</translation>
    </message>
    <message>
        <source>Copy from the platform itself</source>
        <translation>Von der Plattform selbst kopieren</translation>
    </message>
    <message>
        <source>Copy the key from the platform’s own page and not from a document or an e-mail: those can add characters that you do not see.</source>
        <translation>Kopieren Sie den Schlüssel von der Seite der Plattform und nicht aus einem Dokument oder einer E-Mail: Diese können Zeichen hinzufügen, die man nicht sieht.</translation>
    </message>
    <message>
        <source>A 403 is about permission</source>
        <translation>Bei einem 403 geht es um Berechtigungen</translation>
    </message>
    <message>
        <source>A 403 means that the credentials are good but the account may not do this. After a 401 it is the other way round: the platform does not know the credentials in the first place.</source>
        <translation>Ein 403 bedeutet, dass die Zugangsdaten gut sind, das Konto das aber nicht darf. Bei einem 401 ist es umgekehrt: Die Plattform kennt die Zugangsdaten gar nicht erst.</translation>
    </message>
    <message>
        <source>Check the Connect role</source>
        <translation>Die Connect-Rolle prüfen</translation>
    </message>
    <message>
        <source>In Mintsoft, open the warehouse user accounts and find the user. The Connect role group of the platform has to be assigned, for example Connect-Shopify or Connect-Amazon.</source>
        <translation>Öffnen Sie in Mintsoft die Benutzerkonten des Lagers („Warehouse User Accounts“) und suchen Sie den Benutzer. Die Connect-Rollengruppe der Plattform muss zugewiesen sein, zum Beispiel Connect-Shopify oder Connect-Amazon.</translation>
    </message>
    <message>
        <source>Check what the key may do</source>
        <translation>Prüfen, was der Schlüssel darf</translation>
    </message>
    <message>
        <source>The key may have been made under an account with limited permissions. Open the developer settings at the platform and check the permissions (scopes) of the key.</source>
        <translation>Vielleicht wurde der Schlüssel unter einem Konto mit eingeschränkten Berechtigungen erstellt. Öffnen Sie bei der Plattform die Einstellungen für Entwickler und prüfen Sie die Berechtigungen (Scopes) des Schlüssels.</translation>
    </message>
    <message>
        <source>Think of recent changes</source>
        <translation>An jüngste Änderungen denken</translation>
    </message>
    <message>
        <source>Was the user’s role or a permission changed recently? Check both sides: the platform, and the product that connects to it.</source>
        <translation>Wurde vor Kurzem die Rolle des Benutzers oder eine Berechtigung geändert? Prüfen Sie beide Seiten: die Plattform und das Produkt, das sich mit ihr verbindet.</translation>
    </message>
    <message>
        <source>Ask your administrator</source>
        <translation>Ihren Administrator fragen</translation>
    </message>
    <message>
        <source>If you cannot change permissions yourself, ask your system administrator to check them and to restore what is missing.</source>
        <translation>Können Sie Berechtigungen nicht selbst ändern, bitten Sie Ihren Systemadministrator, sie zu prüfen und wiederherzustellen, was fehlt.</translation>
    </message>
    <message>
        <source>Some sign-ins end after a set time</source>
        <translation>Manche Anmeldungen enden nach einer festen Zeit</translation>
    </message>
    <message>
        <source>Some platforms end a sign-in after a set time, and it has to be renewed by hand; eBay is the usual example. Orders stop importing and you see “Authorisation token is hard expired”.</source>
        <translation>Manche Plattformen beenden eine Anmeldung nach einer festgelegten Zeit, und sie muss von Hand erneuert werden; eBay ist das übliche Beispiel. Bestellungen werden nicht mehr importiert, und Sie sehen „Authorisation token is hard expired“.</translation>
    </message>
    <message>
        <source>Renew the sign-in</source>
        <translation>Die Anmeldung erneuern</translation>
    </message>
    <message>
        <source>Find the connection in the list of order integrations and click Edit. Click Authorise or Re-authorise, sign in at the platform and allow the access. Then click Update to save.</source>
        <translation>Suchen Sie die Verbindung in der Liste der Auftragsanbindungen und klicken Sie auf „Bearbeiten“. Klicken Sie auf „Autorisieren“ oder „Neu autorisieren“, melden Sie sich bei der Plattform an und erlauben Sie den Zugriff. Klicken Sie dann zum Speichern auf „Aktualisieren“.</translation>
    </message>
    <message>
        <source>It will happen again</source>
        <translation>Das kommt wieder</translation>
    </message>
    <message>
        <source>On some platforms, eBay among them, a sign-in has a fixed lifetime. It has to be renewed from time to time even when nothing is wrong.</source>
        <translation>Bei manchen Plattformen, eBay gehört dazu, hat eine Anmeldung eine feste Lebensdauer. Sie muss von Zeit zu Zeit erneuert werden, auch wenn nichts verkehrt ist.</translation>
    </message>
    <message>
        <source>Extend it, or set a reminder</source>
        <translation>Verlängern oder eine Erinnerung setzen</translation>
    </message>
    <message>
        <source>If the sign-in runs out regularly, see whether the platform lets you extend it. Otherwise set yourself a reminder, and re-authorise before it ends.</source>
        <translation>Läuft die Anmeldung regelmäßig ab, sehen Sie nach, ob die Plattform eine Verlängerung zulässt. Sonst setzen Sie sich eine Erinnerung und autorisieren neu, bevor sie endet.</translation>
    </message>
    <message>
        <source>Test Mode is the usual cause</source>
        <translation>Meist ist es der Testmodus</translation>
    </message>
    <message>
        <source>Behind “Invalid credentials” and “Authentication failed” there is most often a Test Mode that does not match the credentials.</source>
        <translation>Hinter „Invalid credentials“ und „Authentication failed“ steckt am häufigsten ein Testmodus, der nicht zu den Zugangsdaten passt.</translation>
    </message>
    <message>
        <source>Test and production are apart</source>
        <translation>Test und Echtbetrieb sind getrennt</translation>
    </message>
    <message>
        <source>Each kind counts only on its own side: test credentials with Test Mode on, production credentials with it off.</source>
        <translation>Jede Art gilt nur auf ihrer eigenen Seite: Test-Zugangsdaten bei eingeschaltetem Testmodus, echte bei ausgeschaltetem.</translation>
    </message>
    <message>
        <source>Test credentials, Test Mode enabled</source>
        <translation>Test-Zugangsdaten, Testmodus eingeschaltet</translation>
    </message>
    <message>
        <source>Test credentials + Enabled: Connects correctly</source>
        <translation>Test-Zugangsdaten + eingeschaltet: verbindet richtig</translation>
    </message>
    <message>
        <source>Production credentials, Test Mode disabled</source>
        <translation>Echte Zugangsdaten, Testmodus ausgeschaltet</translation>
    </message>
    <message>
        <source>Production credentials + Disabled: Connects correctly</source>
        <translation>Echte Zugangsdaten + ausgeschaltet: verbindet richtig</translation>
    </message>
    <message>
        <source>Test credentials, Test Mode disabled</source>
        <translation>Test-Zugangsdaten, Testmodus ausgeschaltet</translation>
    </message>
    <message>
        <source>Test credentials + Disabled: Authentication failure</source>
        <translation>Test-Zugangsdaten + ausgeschaltet: Anmeldung schlägt fehl</translation>
    </message>
    <message>
        <source>Production credentials, Test Mode enabled</source>
        <translation>Echte Zugangsdaten, Testmodus eingeschaltet</translation>
    </message>
    <message>
        <source>Production credentials + Enabled: Authentication failure</source>
        <translation>Echte Zugangsdaten + eingeschaltet: Anmeldung schlägt fehl</translation>
    </message>
    <message>
        <source>Make Test Mode match</source>
        <translation>Den Testmodus passend stellen</translation>
    </message>
    <message>
        <source>Find the connection in the list of its kind and click Edit. Find the Test Mode toggle and set it to match your credentials: on for test, off for production. Click Update.</source>
        <translation>Suchen Sie die Verbindung in der Liste ihrer Art und klicken Sie auf „Bearbeiten“. Suchen Sie den Schalter „Testmodus“ und stellen Sie ihn passend zu Ihren Zugangsdaten: ein für Test, aus für den Echtbetrieb. Klicken Sie auf „Aktualisieren“.</translation>
    </message>
    <message>
        <source>Integrations - Test Mode toggle</source>
        <translation>Integrations - Test Mode toggle</translation>
    </message>
    <message>
        <source>Mintsoft explains the toggle further in the article “Integrations - Test Mode toggle”.</source>
        <translation>Mintsoft erklärt den Schalter weiter im Artikel „Integrations - Test Mode toggle“.</translation>
    </message>
    <message>
        <source>The old sign-in was retired</source>
        <translation>Die alte Anmeldung wurde abgeschafft</translation>
    </message>
    <message>
        <source>The message “The user is using a deprecated API Authentication method” means that the integration signs in in the old way, with GET requests. Mintsoft retired it on 1 May 2024.</source>
        <translation>Die Meldung „The user is using a deprecated API Authentication method“ bedeutet, dass sich die Anbindung auf die alte Weise anmeldet, mit GET-Anfragen. Mintsoft hat sie am 1. Mai 2024 abgeschafft.</translation>
    </message>
    <message>
        <source>Sign in the present way</source>
        <translation>Auf die heutige Weise anmelden</translation>
    </message>
    <message>
        <source>Every API integration has to sign in with POST and the credentials in the body of the request. The API key goes into the header ms-apikey.</source>
        <translation>Jede API-Anbindung muss sich mit POST anmelden, mit den Zugangsdaten im Inhalt der Anfrage. Der API-Schlüssel kommt in die Kopfzeile ms-apikey.</translation>
    </message>
    <message>
        <source>Are you affected?</source>
        <translation>Sind Sie betroffen?</translation>
    </message>
    <message>
        <source>Only integrations that use the public Mintsoft API directly are affected: your own ones and those of other makers. Integrations of the courier developer portal are not; if yours is one of them, skip this.</source>
        <translation>Betroffen sind nur Anbindungen, die die öffentliche Mintsoft-API unmittelbar verwenden: Ihre eigenen und die anderer Hersteller. Anbindungen aus dem Entwicklerportal der Versender sind es nicht; ist Ihre eine davon, überspringen Sie das.</translation>
    </message>
    <message>
        <source>Have the integration updated</source>
        <translation>Die Anbindung erneuern lassen</translation>
    </message>
    <message>
        <source>Whoever looks after the integration has to change how it signs in. For Mintsoft the article “API - Authenticate requests” describes it: send its title to your developer.</source>
        <translation>Wer die Anbindung betreut, muss ändern, wie sie sich anmeldet. Für Mintsoft beschreibt das der Artikel „API - Authenticate requests“: Senden Sie seinen Titel an Ihren Entwickler.</translation>
    </message>
    <message>
        <source>Do you use the WMS mobile app?</source>
        <translation>Verwenden Sie die mobile WMS-App?</translation>
    </message>
    <message>
        <source>The old Mintsoft WMS mobile app shows the same error. If you use it, move to the Access Mintsoft app; the Mintsoft support team helps you with that.</source>
        <translation>Die alte mobile WMS-App von Mintsoft zeigt denselben Fehler. Wenn Sie sie verwenden, wechseln Sie zur App Access Mintsoft; das Support-Team von Mintsoft hilft Ihnen dabei.</translation>
    </message>
    <message>
        <source>Contact support: the full error</source>
        <translation>Support: der vollständige Fehler</translation>
    </message>
    <message>
        <source>If no step has helped, contact the Mintsoft support team. Send the full error message with all its codes.</source>
        <translation>Hat kein Schritt geholfen, wenden Sie sich an das Support-Team von Mintsoft. Senden Sie die vollständige Fehlermeldung mit allen Codes.</translation>
    </message>
    <message>
        <source>Contact support: which integration</source>
        <translation>Support: welche Anbindung</translation>
    </message>
    <message>
        <source>Name the integration and the platform that it connects to.</source>
        <translation>Nennen Sie die Anbindung und die Plattform, mit der sie verbindet.</translation>
    </message>
    <message>
        <source>Contact support: since when</source>
        <translation>Support: seit wann</translation>
    </message>
    <message>
        <source>Give the date and the time when the error came first, with the time zone.</source>
        <translation>Nennen Sie Datum und Uhrzeit, wann der Fehler zuerst kam, mit der Zeitzone.</translation>
    </message>
    <message>
        <source>Contact support: screenshots</source>
        <translation>Support: Bildschirmfotos</translation>
    </message>
    <message>
        <source>Add screenshots: the screen Import errors with the error on it, or the settings of the connection. Make sure that no password or key can be read in them.</source>
        <translation>Fügen Sie Bildschirmfotos bei: die Ansicht „Import errors“ mit dem Fehler oder die Einstellungen der Verbindung. Achten Sie darauf, dass kein Passwort und kein Schlüssel darauf zu lesen ist.</translation>
    </message>
    <message>
        <source>Contact support: what you tried</source>
        <translation>Support: was Sie versucht haben</translation>
    </message>
    <message>
        <source>Say which of the steps you have tried already.</source>
        <translation>Sagen Sie, welche der Schritte Sie schon versucht haben.</translation>
    </message>
    <message>
        <source>Did this answer your question?</source>
        <translation>War Ihre Frage damit beantwortet?</translation>
    </message>
    <message>
        <source>Answer with yes or no if you like. The answer stays on this computer.</source>
        <translation>Antworten Sie mit Ja oder Nein, wenn Sie mögen. Die Antwort bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Platforms named in the article</source>
        <translation>Plattformen, die der Artikel nennt</translation>
    </message>
    <message>
        <source>The article names Shopify, Amazon, eBay and DPD as examples. The steps fit other platforms as well.</source>
        <translation>Der Artikel nennt Shopify, Amazon, eBay und DPD als Beispiele. Die Schritte passen auch zu anderen Plattformen.</translation>
    </message>
    <message>
        <source>The 401 message</source>
        <translation>Die Meldung mit 401</translation>
    </message>
    <message>
        <source>Xero’s message holds &quot;Title&quot;:&quot;Unauthorized&quot;, &quot;Status&quot;:401 and &quot;Detail&quot;:&quot;AuthenticationUnsuccessful&quot;. Curly quotes and missing braces do not matter.</source>
        <translation>Die Meldung von Xero enthält &quot;Title&quot;:&quot;Unauthorized&quot;, &quot;Status&quot;:401 und &quot;Detail&quot;:&quot;AuthenticationUnsuccessful&quot;. Typografische Anführungszeichen und fehlende Klammern machen nichts aus.</translation>
    </message>
    <message>
        <source>What the 401 means</source>
        <translation>Was der 401 bedeutet</translation>
    </message>
    <message>
        <source>The secure connection to Xero is interrupted because its security token, the pass that Xero had given out, failed or ran out.</source>
        <translation>Die sichere Verbindung zu Xero ist unterbrochen, weil ihr Sicherheitstoken, der von Xero ausgegebene Ausweis, versagt hat oder abgelaufen ist.</translation>
    </message>
    <message>
        <source>After an upgrade</source>
        <translation>Nach einer Aktualisierung</translation>
    </message>
    <message>
        <source>An upgrade can end the connection, depending on what it changed. Authorise again then.</source>
        <translation>Eine Aktualisierung kann die Verbindung beenden, je nachdem, was sie geändert hat. Autorisieren Sie dann neu.</translation>
    </message>
    <message>
        <source>The owner of the app has gone</source>
        <translation>Der Besitzer der App ist weg</translation>
    </message>
    <message>
        <source>The account of the person who created the Xero app was closed.</source>
        <translation>Das Konto der Person, die die Xero-App angelegt hat, wurde geschlossen.</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>A healthy connection shows the word Active in green.</source>
        <translation>Eine gesunde Verbindung zeigt das Wort „Aktiv“ in Grün.</translation>
    </message>
    <message>
        <source>Authorise and reconnect</source>
        <translation>Autorisieren und neu verbinden</translation>
    </message>
    <message>
        <source>Click Authorise and connect again. Your browser opens for the sign-in.</source>
        <translation>Klicken Sie auf „Autorisieren“ und verbinden Sie neu. Ihr Browser öffnet sich für die Anmeldung.</translation>
    </message>
    <message>
        <source>Sign in if asked</source>
        <translation>Sich anmelden, wenn gefragt wird</translation>
    </message>
    <message>
        <source>If you are not signed in at the platform, it asks you to. Use the account that this connection belongs to.</source>
        <translation>Sind Sie bei der Plattform nicht angemeldet, fordert sie Sie dazu auf. Verwenden Sie das Konto, zu dem diese Verbindung gehört.</translation>
    </message>
    <message>
        <source>Continue with existing organisation</source>
        <translation>Mit der bestehenden Organisation weitermachen</translation>
    </message>
    <message>
        <source>If the platform says that you are connected already, choose “continue with existing organisation”. It must be the same organisation as before.</source>
        <translation>Sagt die Plattform, dass Sie schon verbunden sind, wählen Sie „continue with existing organisation“ (mit der bestehenden Organisation fortfahren). Es muss dieselbe Organisation sein wie vorher.</translation>
    </message>
    <message>
        <source>Look for a green Active</source>
        <translation>Auf ein grünes „Aktiv“ achten</translation>
    </message>
    <message>
        <source>The light should now turn green and say Active. It does so only after a check has succeeded.</source>
        <translation>Das Licht sollte nun grün werden und „Aktiv“ sagen. Das tut es erst, wenn eine Prüfung gelungen ist.</translation>
    </message>
    <message>
        <source>Send a test order</source>
        <translation>Eine Testbestellung senden</translation>
    </message>
    <message>
        <source>Send or resend one order and see whether it arrives. Orders should go through again.</source>
        <translation>Senden Sie eine Bestellung oder senden Sie sie erneut und sehen Sie nach, ob sie ankommt. Bestellungen sollten wieder durchgehen.</translation>
    </message>
    <message>
        <source>Disconnect at the platform, then reconnect</source>
        <translation>Bei der Plattform trennen, dann neu verbinden</translation>
    </message>
    <message>
        <source>Only if the steps before did not help: open the connection settings at the platform (in Xero: the connected app Xeroom) and disconnect the app there. Then come back and authorise again.</source>
        <translation>Nur wenn die Schritte davor nicht geholfen haben: Öffnen Sie die Verbindungseinstellungen bei der Plattform (in Xero: die verbundene App Xeroom) und trennen Sie die App dort. Kommen Sie dann zurück und autorisieren Sie neu.</translation>
    </message>
    <message>
        <source>Will it happen again?</source>
        <translation>Kommt das wieder?</translation>
    </message>
    <message>
        <source>The access to Xero is renewed by itself every 15 minutes, so that it does not run out.</source>
        <translation>Der Zugriff auf Xero wird alle 15 Minuten von selbst erneuert, damit er nicht abläuft.</translation>
    </message>
    <message>
        <source>The limit of connections</source>
        <translation>Die Höchstzahl der Verbindungen</translation>
    </message>
    <message>
        <source>A platform may allow only a certain number of connected apps, and another app can take the place of yours. Renewing regularly keeps the place.</source>
        <translation>Eine Plattform erlaubt vielleicht nur eine bestimmte Zahl verbundener Apps, und eine andere App kann den Platz der Ihren einnehmen. Regelmäßiges Erneuern hält den Platz.</translation>
    </message>
    <message>
        <source>If it happens every few days</source>
        <translation>Wenn es alle paar Tage geschieht</translation>
    </message>
    <message>
        <source>Does the connection end often, for example every few days? Go through the causes first: an upgrade, or the account of the app’s creator being closed.</source>
        <translation>Endet die Verbindung oft, zum Beispiel alle paar Tage? Gehen Sie zuerst die Ursachen durch: eine Aktualisierung oder das geschlossene Konto dessen, der die App angelegt hat.</translation>
    </message>
    <message>
        <source>Use the latest version</source>
        <translation>Die neueste Version verwenden</translation>
    </message>
    <message>
        <source>Check which version of Xeroom is installed, update it to the latest one and note its number.</source>
        <translation>Prüfen Sie, welche Version von Xeroom installiert ist, aktualisieren Sie auf die neueste und notieren Sie ihre Nummer.</translation>
    </message>
    <message>
        <source>Submit a ticket</source>
        <translation>Eine Anfrage an den Support stellen</translation>
    </message>
    <message>
        <source>If it still happens with the latest version, submit a ticket to the Xeroom support desk.</source>
        <translation>Kommt es auch mit der neuesten Version vor, stellen Sie eine Anfrage an den Support von Xeroom.</translation>
    </message>
    <message>
        <source>What a 403 says</source>
        <translation>Was ein 403 sagt</translation>
    </message>
    <message>
        <source>A 403 differs from a 401. It tells the program: &quot;I know who you are, but you&apos;re not allowed here.&quot;</source>
        <translation>Ein 403 ist anders als ein 401. Er sagt dem Programm: „Ich weiß, wer du bist, aber hier darfst du nicht hinein.“</translation>
    </message>
    <message>
        <source>Valid credentials are not enough</source>
        <translation>Gültige Zugangsdaten reichen nicht</translation>
    </message>
    <message>
        <source>Even when the credentials are good, the platform answers 403 if they lack the permission for what was asked.</source>
        <translation>Auch wenn die Zugangsdaten gut sind, antwortet die Plattform mit 403, wenn ihnen die Berechtigung für das Verlangte fehlt.</translation>
    </message>
    <message>
        <source>Check and recreate the secret</source>
        <translation>Das Geheimnis prüfen und neu erstellen</translation>
    </message>
    <message>
        <source>With Xeroom, a 403 points at the connection’s own credentials and not only at the token. Open your app in Xero, check its client secret and create a new one. Enter the new one in place of the old and authorise again.</source>
        <translation>Bei Xeroom weist ein 403 auf die Zugangsdaten der Verbindung selbst hin und nicht nur auf das Token. Öffnen Sie Ihre App in Xero, prüfen Sie ihr Client-Geheimnis und erstellen Sie ein neues. Geben Sie das neue anstelle des alten ein und autorisieren Sie neu.</translation>
    </message>
    <message>
        <source>Think of staff changes</source>
        <translation>An Wechsel im Personal denken</translation>
    </message>
    <message>
        <source>If a new secret does not help, ask whether somebody has left the business or has been removed from Xero.</source>
        <translation>Hilft ein neues Geheimnis nicht, fragen Sie, ob jemand den Betrieb verlassen hat oder aus Xero entfernt wurde.</translation>
    </message>
    <message>
        <source>The creator of the app was removed</source>
        <translation>Wer die App angelegt hat, wurde entfernt</translation>
    </message>
    <message>
        <source>Ask who created the app. If an administrator has deleted that person at the platform, as often happens in Xero, the apps of that person are gone too.</source>
        <translation>Fragen Sie, wer die App angelegt hat. Hat ein Administrator diese Person bei der Plattform gelöscht, wie es in Xero oft vorkommt, sind auch ihre Apps verschwunden.</translation>
    </message>
    <message>
        <source>Recreate the app</source>
        <translation>Die App neu anlegen</translation>
    </message>
    <message>
        <source>In that case create the app anew. The installation instructions of Xeroom lead you through it: https://www.xeroom.com/installation-instructions/</source>
        <translation>Legen Sie die App in diesem Fall neu an. Die Installationsanleitung von Xeroom führt Sie hindurch: https://www.xeroom.com/installation-instructions/</translation>
    </message>
    <message>
        <source>The 403 message</source>
        <translation>Die Meldung mit 403</translation>
    </message>
    <message>
        <source>The same message can come with &quot;Title&quot;:&quot;Forbidden&quot; and &quot;Status&quot;:403. Then these steps apply: first the secret, then staff changes, then the app.</source>
        <translation>Dieselbe Meldung kann mit &quot;Title&quot;:&quot;Forbidden&quot; und &quot;Status&quot;:403 kommen. Dann gelten diese Schritte: zuerst das Geheimnis, dann Wechsel im Personal, dann die App.</translation>
    </message>
    <message>
        <source>Thank you for your feedback</source>
        <translation>Danke für Ihre Rückmeldung</translation>
    </message>
    <message>
        <source>Yes: “That’s great!” No: “Sorry! We couldn&apos;t be helpful”. Either answer stays on this computer and is sent to nobody.</source>
        <translation>Ja: „Das ist schön!“ Nein: „Schade, dass wir nicht helfen konnten.“ Beide Antworten bleiben auf diesem Computer und werden niemandem gesendet.</translation>
    </message>
    <message>
        <source>Your data is fetched when you need it</source>
        <translation>Ihre Daten werden geholt, wenn Sie sie brauchen</translation>
    </message>
    <message>
        <source>An action such as running a report fetches the latest data from your linked accounts. It therefore helps to note which report showed the error.</source>
        <translation>Ein Vorgang wie ein Bericht holt die neuesten Daten aus Ihren verknüpften Konten. Deshalb hilft es, sich zu merken, welcher Bericht den Fehler zeigte.</translation>
    </message>
    <message>
        <source>What an authorisation error says</source>
        <translation>Was ein Autorisierungsfehler sagt</translation>
    </message>
    <message>
        <source>Something at the other service kept the data back. What that was, the error alone does not tell.</source>
        <translation>Etwas beim anderen Dienst hat die Daten zurückgehalten. Was das war, verrät der Fehler allein nicht.</translation>
    </message>
    <message>
        <source>Refresh comes first</source>
        <translation>Erneuern kommt zuerst</translation>
    </message>
    <message>
        <source>Most often the connection itself is broken, so refreshing the connection is offered first.</source>
        <translation>Meist ist die Verbindung selbst unterbrochen; deshalb wird zuerst angeboten, sie zu erneuern.</translation>
    </message>
    <message>
        <source>The connection may be fine</source>
        <translation>Die Verbindung kann in Ordnung sein</translation>
    </message>
    <message>
        <source>An error does not prove a broken connection. It may work well, and only this one report or kind of data is held back.</source>
        <translation>Ein Fehler beweist keine unterbrochene Verbindung. Vielleicht arbeitet sie gut, und nur dieser eine Bericht oder diese Art von Daten wird zurückgehalten.</translation>
    </message>
    <message>
        <source>Refresh connection</source>
        <translation>Verbindung erneuern</translation>
    </message>
    <message>
        <source>The button Refresh connection renews the access. Re-authorise does the same with a new sign-in.</source>
        <translation>Die Schaltfläche „Verbindung erneuern“ erneuert den Zugriff. „Neu autorisieren“ tut dasselbe mit einer neuen Anmeldung.</translation>
    </message>
    <message>
        <source>Already refreshed and still failing</source>
        <translation>Schon erneuert, und der Fehler bleibt</translation>
    </message>
    <message>
        <source>If you have refreshed the connection and the error is still there, you have learnt something useful: the connection is not the cause. Look at the platform next, at permissions, plan and faults.</source>
        <translation>Haben Sie die Verbindung erneuert und der Fehler ist noch da, wissen Sie nun etwas Nützliches: Die Verbindung ist nicht die Ursache. Sehen Sie als Nächstes bei der Plattform nach Berechtigungen, Tarif und Störungen.</translation>
    </message>
    <message>
        <source>Ask whether roles were changed</source>
        <translation>Fragen, ob Rollen geändert wurden</translation>
    </message>
    <message>
        <source>Ask your team whether somebody recently changed roles or permissions at the platform.</source>
        <translation>Fragen Sie Ihr Team, ob jemand vor Kurzem Rollen oder Berechtigungen bei der Plattform geändert hat.</translation>
    </message>
    <message>
        <source>What changes permissions</source>
        <translation>Was Berechtigungen ändert</translation>
    </message>
    <message>
        <source>Permissions often change after one of three events: a change made by an administrator, a security review, or a new subscription plan. Note which of them happened, and when.</source>
        <translation>Berechtigungen ändern sich oft nach einem von drei Ereignissen: einer Änderung durch einen Administrator, einer Sicherheitsprüfung oder einem neuen Abonnement. Notieren Sie, welches davon eintrat und wann.</translation>
    </message>
    <message>
        <source>Check what the account may see</source>
        <translation>Prüfen, was das Konto sehen darf</translation>
    </message>
    <message>
        <source>Open the account settings at the platform. Make sure that the account which this connection uses can still reach the data.</source>
        <translation>Öffnen Sie bei der Plattform die Kontoeinstellungen. Vergewissern Sie sich, dass das Konto, das diese Verbindung verwendet, die Daten noch erreicht.</translation>
    </message>
    <message>
        <source>This kind of data is restricted</source>
        <translation>Diese Art von Daten ist eingeschränkt</translation>
    </message>
    <message>
        <source>Some platforms give out certain data only with a certain plan, or only if it was included when the integration was set up.</source>
        <translation>Manche Plattformen geben bestimmte Daten nur bei einem bestimmten Tarif heraus oder nur, wenn sie beim Einrichten der Anbindung vorgesehen waren.</translation>
    </message>
    <message>
        <source>Most reports run and one does not</source>
        <translation>Die meisten Berichte laufen, einer nicht</translation>
    </message>
    <message>
        <source>If most reports run and a single one always stops, a restricted kind of data is the likely reason.</source>
        <translation>Laufen die meisten Berichte und bleibt immer derselbe stehen, liegt es wahrscheinlich an eingeschränkten Daten.</translation>
    </message>
    <message>
        <source>Check your plan</source>
        <translation>Ihren Tarif prüfen</translation>
    </message>
    <message>
        <source>Look up at the platform whether your plan has changed. Then see whether the data you want belongs to a higher plan.</source>
        <translation>Sehen Sie bei der Plattform nach, ob sich Ihr Tarif geändert hat. Sehen Sie dann nach, ob die gewünschten Daten zu einem höheren Tarif gehören.</translation>
    </message>
    <message>
        <source>The platform has a passing fault</source>
        <translation>Die Plattform hat eine vorübergehende Störung</translation>
    </message>
    <message>
        <source>Sometimes the fault lies wholly with the other service, and nothing at your end is wrong.</source>
        <translation>Manchmal liegt der Fehler ganz beim anderen Dienst, und bei Ihnen ist nichts verkehrt.</translation>
    </message>
    <message>
        <source>Try again in a few minutes</source>
        <translation>In einigen Minuten noch einmal versuchen</translation>
    </message>
    <message>
        <source>If everything looks right at your end, wait a few minutes and try again.</source>
        <translation>Sieht bei Ihnen alles richtig aus, warten Sie einige Minuten und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Refresh the connection</source>
        <translation>Die Verbindung erneuern</translation>
    </message>
    <message>
        <source>Click Refresh connection first. It is the simplest step, and most of these errors end with it.</source>
        <translation>Klicken Sie zuerst auf „Verbindung erneuern“. Das ist der einfachste Schritt, und die meisten dieser Fehler enden damit.</translation>
    </message>
    <message>
        <source>If the error comes back</source>
        <translation>Wenn der Fehler wiederkommt</translation>
    </message>
    <message>
        <source>Take an offered reconnect first. If the error comes back, go through the other causes in this order: permissions, restricted data, a fault of the platform.</source>
        <translation>Nehmen Sie zuerst ein angebotenes Neuverbinden an. Kommt der Fehler wieder, gehen Sie die anderen Ursachen in dieser Reihenfolge durch: Berechtigungen, eingeschränkte Daten, eine Störung der Plattform.</translation>
    </message>
    <message>
        <source>Contact support: which report</source>
        <translation>Support: welcher Bericht</translation>
    </message>
    <message>
        <source>If it goes on, contact the support. Say which report you wanted to run.</source>
        <translation>Hört es nicht auf, wenden Sie sich an den Support. Sagen Sie, welchen Bericht Sie abrufen wollten.</translation>
    </message>
    <message>
        <source>Name the integration that is concerned, for example QuickBooks or Xero.</source>
        <translation>Nennen Sie die betroffene Anbindung, zum Beispiel QuickBooks oder Xero.</translation>
    </message>
    <message>
        <source>Contact support: how often</source>
        <translation>Support: wie oft</translation>
    </message>
    <message>
        <source>Say whether the error comes every time or only now and then.</source>
        <translation>Sagen Sie, ob der Fehler jedes Mal kommt oder nur ab und zu.</translation>
    </message>
    <message>
        <source>Contact support: recent changes</source>
        <translation>Support: jüngste Änderungen</translation>
    </message>
    <message>
        <source>List recent changes to your account or your team’s permissions at the platform.</source>
        <translation>Nennen Sie jüngste Änderungen an Ihrem Konto oder an den Berechtigungen Ihres Teams bei der Plattform.</translation>
    </message>
    <message>
        <source>Where to reach support</source>
        <translation>Wo Sie den Support erreichen</translation>
    </message>
    <message>
        <source>Write to the support by e-mail, or use the help menu in the app.</source>
        <translation>Schreiben Sie dem Support eine E-Mail, oder verwenden Sie das Hilfemenü in der App.</translation>
    </message>
    <message>
        <source>When Sage Intacct answers 401</source>
        <translation>Wann Sage Intacct mit 401 antwortet</translation>
    </message>
    <message>
        <source>Sage Intacct answers 401 when the credentials that were shown to it are invalid or have expired.</source>
        <translation>Sage Intacct antwortet mit 401, wenn die vorgezeigten Zugangsdaten ungültig oder abgelaufen sind.</translation>
    </message>
    <message>
        <source>The answer to look for</source>
        <translation>Die Antwort, nach der zu suchen ist</translation>
    </message>
    <message>
        <source>The answer reads HTTP/1.1 401 Unauthorized with { &quot;error&quot;: &quot;invalid_grant&quot; }. It means that the sign-in can no longer be renewed; other services send the same words with status 400.</source>
        <translation>Die Antwort lautet HTTP/1.1 401 Unauthorized mit { &quot;error&quot;: &quot;invalid_grant&quot; }. Sie bedeutet, dass sich die Anmeldung nicht mehr erneuern lässt; andere Dienste senden dieselben Worte mit Status 400.</translation>
    </message>
    <message>
        <source>The access token has expired</source>
        <translation>Das Zugriffstoken ist abgelaufen</translation>
    </message>
    <message>
        <source>Access tokens live for a short time only and have to be renewed regularly. Relink does that by itself.</source>
        <translation>Zugriffstoken leben nur kurz und müssen regelmäßig erneuert werden. Relink tut das von selbst.</translation>
    </message>
    <message>
        <source>An expired token gives a 401</source>
        <translation>Ein abgelaufenes Token ergibt einen 401</translation>
    </message>
    <message>
        <source>Whoever shows an expired token gets a 401. Relink renews it once and repeats the request once, not more.</source>
        <translation>Wer ein abgelaufenes Token vorzeigt, bekommt einen 401. Relink erneuert es einmal und wiederholt die Anfrage einmal, nicht öfter.</translation>
    </message>
    <message>
        <source>Get a new pair of tokens</source>
        <translation>Ein neues Paar Token holen</translation>
    </message>
    <message>
        <source>Click Refresh connection. Relink asks for a new access token and a new refresh token, the pass used for renewing, and keeps both in place of the old ones.</source>
        <translation>Klicken Sie auf „Verbindung erneuern“. Relink fragt nach einem neuen Zugriffstoken und einem neuen Refresh-Token, dem Ausweis zum Erneuern, und behält beide anstelle der alten.</translation>
    </message>
    <message>
        <source>What the renewal sends</source>
        <translation>Was die Erneuerung sendet</translation>
    </message>
    <message>
        <source>The renewal is a POST request, form-encoded, with grant_type=refresh_token, refresh_token, client_id and client_secret.</source>
        <translation>Die Erneuerung ist eine POST-Anfrage in Formularkodierung mit grant_type=refresh_token, refresh_token, client_id und client_secret.</translation>
    </message>
    <message>
        <source>What the answer brings</source>
        <translation>Was die Antwort bringt</translation>
    </message>
    <message>
        <source>Read access_token and refresh_token from the JSON answer. If it brings no refresh_token, the old one stays in use.</source>
        <translation>Lesen Sie access_token und refresh_token aus der JSON-Antwort. Bringt sie kein refresh_token, bleibt das alte in Gebrauch.</translation>
    </message>
    <message>
        <source>The printed sample does not run</source>
        <translation>Das abgedruckte Beispiel läuft nicht</translation>
    </message>
    <message>
        <source>The program in the article has typing errors, in its address among other places, and cannot be run as it is printed. Take the address from Sage’s own documentation.</source>
        <translation>Das Programm im Artikel hat Tippfehler, unter anderem in seiner Adresse, und läuft so nicht, wie es gedruckt ist. Entnehmen Sie die Adresse der Dokumentation von Sage selbst.</translation>
    </message>
    <message>
        <source>Fields of the answer</source>
        <translation>Felder der Antwort</translation>
    </message>
    <message>
        <source>The answer names access_token, scopes (full_access:read Contact:action), token_type (bearer), expires_in (300), refresh_token, its lifetime of 86400 seconds and the number of whoever asked. Names with spaces in place of underscores count as well.</source>
        <translation>Die Antwort nennt access_token, scopes (full_access:read Contact:action), token_type (bearer), expires_in (300), refresh_token, dessen Lebensdauer von 86400 Sekunden und die Nummer dessen, der gefragt hat. Namen mit Leerzeichen anstelle von Unterstrichen zählen auch.</translation>
    </message>
    <message>
        <source>Access lasts five minutes</source>
        <translation>Der Zugriff dauert fünf Minuten</translation>
    </message>
    <message>
        <source>In the article the access lasts 300 seconds, that is 5 minutes. This is not confirmed: what Sage Intacct answers counts.</source>
        <translation>Im Artikel dauert der Zugriff 300 Sekunden, das sind 5 Minuten. Bestätigt ist das nicht: Es zählt, was Sage Intacct antwortet.</translation>
    </message>
    <message>
        <source>The sign-in lasts 24 hours</source>
        <translation>Die Anmeldung dauert 24 Stunden</translation>
    </message>
    <message>
        <source>In the article the sign-in can be renewed for 86,400 seconds, that is 24 hours, so it has to be renewed well within a day. This is not confirmed: what Sage Intacct answers counts.</source>
        <translation>Im Artikel lässt sich die Anmeldung 86.400 Sekunden lang erneuern, das sind 24 Stunden; sie muss also gut innerhalb eines Tages erneuert werden. Bestätigt ist das nicht: Es zählt, was Sage Intacct antwortet.</translation>
    </message>
    <message>
        <source>The printed answer is damaged</source>
        <translation>Die abgedruckte Antwort ist beschädigt</translation>
    </message>
    <message>
        <source>The sample answer in the article lacks commas and was copied badly. Pasted here it counts as a token answer that cannot be read, and its tokens are masked.</source>
        <translation>In der Beispielantwort des Artikels fehlen Kommas, und sie wurde schlecht abgeschrieben. Hier eingefügt gilt sie als Token-Antwort, die sich nicht lesen lässt, und ihre Token werden unkenntlich gemacht.</translation>
    </message>
    <message>
        <source>The access token was revoked or is invalid</source>
        <translation>Das Zugriffstoken wurde widerrufen oder ist ungültig</translation>
    </message>
    <message>
        <source>The service has ended the token, or does not accept it any longer.</source>
        <translation>Der Dienst hat das Token beendet oder nimmt es nicht mehr an.</translation>
    </message>
    <message>
        <source>Why a token ends</source>
        <translation>Warum ein Token endet</translation>
    </message>
    <message>
        <source>There are three usual reasons: a user revoked the access, the token ran out, or a user changed the password.</source>
        <translation>Es gibt drei übliche Gründe: Ein Benutzer hat den Zugriff widerrufen, das Token ist abgelaufen, oder ein Benutzer hat das Passwort geändert.</translation>
    </message>
    <message>
        <source>The messages to look for</source>
        <translation>Die Meldungen, nach denen zu suchen ist</translation>
    </message>
    <message>
        <source>Two messages stand for this: “Revoked Access Token” and “Invalid Access Token”, in capital or small letters.</source>
        <translation>Zwei Meldungen über das Zugriffstoken stehen dafür: „Revoked Access Token“ und „Invalid Access Token“, groß- oder kleingeschrieben.</translation>
    </message>
    <message>
        <source>Refresh once, then authorise</source>
        <translation>Einmal erneuern, dann autorisieren</translation>
    </message>
    <message>
        <source>Do what you would do for an expired token: click Refresh connection. If Sage Intacct refuses that, do not repeat it; click Re-authorise and sign in.</source>
        <translation>Tun Sie, was Sie bei einem abgelaufenen Token täten: Klicken Sie auf „Verbindung erneuern“. Lehnt Sage Intacct das ab, wiederholen Sie es nicht; klicken Sie auf „Neu autorisieren“ und melden Sie sich an.</translation>
    </message>
    <message>
        <source>Invalid credentials</source>
        <translation>Ungültige Zugangsdaten</translation>
    </message>
    <message>
        <source>The credentials used to get a token were wrong or had expired.</source>
        <translation>Die Zugangsdaten, mit denen ein Token geholt werden sollte, waren falsch oder abgelaufen.</translation>
    </message>
    <message>
        <source>Wrong user name or password</source>
        <translation>Falscher Benutzername oder falsches Passwort</translation>
    </message>
    <message>
        <source>The user name or the password is not right.</source>
        <translation>Der Benutzername oder das Passwort stimmt nicht.</translation>
    </message>
    <message>
        <source>Expired code or refresh token</source>
        <translation>Abgelaufener Code oder abgelaufenes Refresh-Token</translation>
    </message>
    <message>
        <source>The code from a sign-in came too late, or the refresh token, the pass used for renewing, has run out. Start the sign-in again.</source>
        <translation>Der Code aus einer Anmeldung kam zu spät, oder das Refresh-Token, der Ausweis zum Erneuern, ist abgelaufen. Beginnen Sie die Anmeldung neu.</translation>
    </message>
    <message>
        <source>Wrong client ID or client secret</source>
        <translation>Falsche Client-ID oder falsches Client-Geheimnis</translation>
    </message>
    <message>
        <source>The client ID or the client secret, the name and the password of the app itself, is not right.</source>
        <translation>Die Client-ID oder das Client-Geheimnis, also Name und Passwort der App selbst, stimmt nicht.</translation>
    </message>
    <message>
        <source>What follows from it</source>
        <translation>Was daraus folgt</translation>
    </message>
    <message>
        <source>The sign-in fails, there is no token, and nothing can be read or sent over this connection.</source>
        <translation>Die Anmeldung schlägt fehl, es gibt kein Token, und über diese Verbindung kann nichts gelesen und nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Compare client ID and secret</source>
        <translation>Client-ID und Geheimnis vergleichen</translation>
    </message>
    <message>
        <source>Open the place where the app is registered; for Sage Intacct that is the Sage Intacct Developer Console. Compare the client ID and the client secret there with the values that are stored, and correct what differs.</source>
        <translation>Öffnen Sie den Ort, an dem die App registriert ist; bei Sage Intacct ist das die Sage Intacct Developer Console. Vergleichen Sie dort Client-ID und Client-Geheimnis mit den gespeicherten Werten und berichtigen Sie, was abweicht.</translation>
    </message>
    <message>
        <source>Reset the password or ask support</source>
        <translation>Das Passwort zurücksetzen oder den Support fragen</translation>
    </message>
    <message>
        <source>If that does not mend it, reset your password. Or get help from the Sage Intacct customer support.</source>
        <translation>Behebt das den Fehler nicht, setzen Sie Ihr Passwort zurück. Oder holen Sie Hilfe beim Kundensupport von Sage Intacct.</translation>
    </message>
    <message>
        <source>A permission is missing</source>
        <translation>Eine Berechtigung fehlt</translation>
    </message>
    <message>
        <source>The user, or the application, may not do what was asked.</source>
        <translation>Der Benutzer oder die Anwendung darf nicht, was verlangt wurde.</translation>
    </message>
    <message>
        <source>User or application</source>
        <translation>Benutzer oder Anwendung</translation>
    </message>
    <message>
        <source>Either the user has no suitable role or permission level, or nobody has authorised the application for this action.</source>
        <translation>Entweder hat der Benutzer keine passende Rolle oder Berechtigungsstufe, oder niemand hat die Anwendung für diesen Vorgang autorisiert.</translation>
    </message>
    <message>
        <source>What were you doing?</source>
        <translation>Was haben Sie gerade getan?</translation>
    </message>
    <message>
        <source>Think of what you were doing, because the permission depends on it. There are four kinds: by role (your job), by object (such as invoices), by action (such as posting) and by company.</source>
        <translation>Denken Sie daran, was Sie gerade getan haben, denn davon hängt die Berechtigung ab. Es gibt vier Arten: nach Rolle (Ihre Aufgabe), nach Objekt (etwa Rechnungen), nach Vorgang (etwa Buchen) und nach Firma.</translation>
    </message>
    <message>
        <source>Ask an administrator</source>
        <translation>Einen Administrator fragen</translation>
    </message>
    <message>
        <source>Ask an administrator of Sage Intacct to authorise the application and to give it the permissions it needs. Without that it cannot even get a token.</source>
        <translation>Bitten Sie einen Administrator von Sage Intacct, die Anwendung zu autorisieren und ihr die nötigen Berechtigungen zu geben. Ohne das bekommt sie nicht einmal ein Token.</translation>
    </message>
    <message>
        <source>Find out which permission</source>
        <translation>Herausfinden, welche Berechtigung</translation>
    </message>
    <message>
        <source>Not sure which permission is meant? Look it up in the documentation, or speak with an administrator.</source>
        <translation>Sie wissen nicht, welche Berechtigung gemeint ist? Schlagen Sie in der Dokumentation nach, oder sprechen Sie mit einem Administrator.</translation>
    </message>
    <message>
        <source>Check and adjust the user</source>
        <translation>Den Benutzer prüfen und anpassen</translation>
    </message>
    <message>
        <source>Check that the user behind this connection has the permission. If not, have the role or permission level adjusted. If that is not possible, ask the Sage Intacct support.</source>
        <translation>Prüfen Sie, ob der Benutzer hinter dieser Verbindung die Berechtigung hat. Wenn nicht, lassen Sie die Rolle oder die Berechtigungsstufe anpassen. Geht das nicht, fragen Sie den Support von Sage Intacct.</translation>
    </message>
    <message>
        <source>Six general checks for a 401</source>
        <translation>Sechs allgemeine Prüfungen bei einem 401</translation>
    </message>
    <message>
        <source>The article ends with six general checks, in this order. The fifth is not meant for connections like this one.</source>
        <translation>Der Artikel endet mit sechs allgemeinen Prüfungen, in dieser Reihenfolge. Die fünfte ist nicht für Verbindungen wie diese gemeint.</translation>
    </message>
    <message>
        <source>Make sure that the address (URL) is the right one.</source>
        <translation>Vergewissern Sie sich, dass die Adresse (URL) die richtige ist.</translation>
    </message>
    <message>
        <source>Look at the address again: is it misspelt or out of date?</source>
        <translation>Sehen Sie die Adresse noch einmal an: Ist sie falsch geschrieben oder veraltet?</translation>
    </message>
    <message>
        <source>Clear the cache, that is, what a program has kept from before: forget the access token and ask for a new one.</source>
        <translation>Leeren Sie den Zwischenspeicher, also was ein Programm von früher behalten hat: Vergessen Sie das Zugriffstoken und fragen Sie nach einem neuen.</translation>
    </message>
    <message>
        <source>Check the credentials.</source>
        <translation>Prüfen Sie die Zugangsdaten.</translation>
    </message>
    <message>
        <source>The article says to disable the password protection. This is not for API connections: do not switch protection off.</source>
        <translation>Der Artikel sagt, man solle den Passwortschutz ausschalten. Das gilt nicht für API-Verbindungen: Schalten Sie keinen Schutz aus.</translation>
    </message>
    <message>
        <source>Have whoever built the integration look through the code.</source>
        <translation>Lassen Sie, wer die Anbindung gebaut hat, den Code durchsehen.</translation>
    </message>
    <message>
        <source>Check the address</source>
        <translation>Die Adresse prüfen</translation>
    </message>
    <message>
        <source>Compare the address in the connection’s settings with the platform’s documentation: it has to begin with https, and the name of the server and the path have to be spelt exactly so.</source>
        <translation>Vergleichen Sie die Adresse in den Einstellungen der Verbindung mit der Dokumentation der Plattform: Sie muss mit https beginnen, und der Name des Servers und der Pfad müssen genau so geschrieben sein.</translation>
    </message>
    <message>
        <source>Forget the access token and ask again</source>
        <translation>Das Zugriffstoken vergessen und neu fragen</translation>
    </message>
    <message>
        <source>Have Relink forget the access token that it holds and ask for a new one. Your sign-in stays.</source>
        <translation>Lassen Sie Relink das Zugriffstoken, das es hat, vergessen und nach einem neuen fragen. Ihre Anmeldung bleibt.</translation>
    </message>
    <message>
        <source>What a 401 means</source>
        <translation>Was ein 401 bedeutet</translation>
    </message>
    <message>
        <source>A 401 says that the credentials which arrived were not authorised. The request may be repeated with new or replaced ones; they travel in a line of the request named Authorization. Relink does that once.</source>
        <translation>Ein 401 sagt, dass die angekommenen Zugangsdaten nicht berechtigt waren. Die Anfrage darf mit neuen oder ersetzten wiederholt werden; sie reisen in einer Zeile der Anfrage namens Authorization. Relink tut das einmal.</translation>
    </message>
    <message>
        <source>What the number 401 is</source>
        <translation>Was die Zahl 401 ist</translation>
    </message>
    <message>
        <source>401 is a status code of the web. The request was not carried out because it came without valid credentials for what it asked for.</source>
        <translation>401 ist ein Statuscode des Webs. Die Anfrage wurde nicht ausgeführt, weil sie ohne gültige Zugangsdaten für das Verlangte kam.</translation>
    </message>
    <message>
        <source>For whoever built your integration</source>
        <translation>Für den, der Ihre Anbindung gebaut hat</translation>
    </message>
    <message>
        <source>The article is written for people who build integrations with Sage Intacct themselves. Steps that need programming are marked so; pass them on.</source>
        <translation>Der Artikel ist für Leute geschrieben, die Anbindungen an Sage Intacct selbst bauen. Schritte, für die man programmieren muss, sind so gekennzeichnet; geben Sie sie weiter.</translation>
    </message>
    <message>
        <source>Was this article helpful?</source>
        <translation>War dieser Artikel hilfreich?</translation>
    </message>
    <message>
        <source>Sign-in errors 401 and 403</source>
        <translation>Anmeldefehler 401 und 403</translation>
    </message>
    <message>
        <source>The codes 401 and 403 both mean that another service did not let your integration in. With an accounting integration both are mended in the same way, so one page serves both.</source>
        <translation>Die Codes 401 und 403 bedeuten beide, dass ein anderer Dienst Ihre Anbindung nicht hereingelassen hat. Bei einer Anbindung der Buchhaltung werden beide auf dieselbe Weise behoben; deshalb genügt eine Seite für beide.</translation>
    </message>
    <message>
        <source>When these errors appear</source>
        <translation>Wann diese Fehler auftreten</translation>
    </message>
    <message>
        <source>You meet a 401 or 403 when the sign-in behind an integration no longer counts: it was changed, withdrawn, switched off or has run out.</source>
        <translation>Ein 401 oder 403 begegnet Ihnen, wenn die Anmeldung hinter einer Anbindung nicht mehr gilt: Sie wurde geändert, widerrufen, abgeschaltet oder ist abgelaufen.</translation>
    </message>
    <message>
        <source>What an access token is</source>
        <translation>Was ein Zugriffstoken ist</translation>
    </message>
    <message>
        <source>An access token is the pass that lets one program work in another for you. Knowing what it does makes these errors easier to understand.</source>
        <translation>Ein Zugriffstoken ist der Ausweis, mit dem ein Programm für Sie in einem anderen arbeiten darf. Wer weiß, was es tut, versteht diese Fehler leichter.</translation>
    </message>
    <message>
        <source>How to reconnect after a 401 or 403</source>
        <translation>Nach einem 401 oder 403 neu verbinden</translation>
    </message>
    <message>
        <source>The user name, password or key that the integration uses is not, or no longer, the right one.</source>
        <translation>Der Benutzername, das Passwort oder der Schlüssel, den die Anbindung verwendet, ist nicht oder nicht mehr der richtige.</translation>
    </message>
    <message>
        <source>Revoked access to application</source>
        <translation>Zugriff der App widerrufen</translation>
    </message>
    <message>
        <source>Somebody withdrew the access that was once allowed to the app.</source>
        <translation>Jemand hat den Zugriff zurückgenommen, der der App einmal erlaubt wurde.</translation>
    </message>
    <message>
        <source>Uninstalled application</source>
        <translation>App deinstalliert</translation>
    </message>
    <message>
        <source>The app was removed from the other service, and its access went with it.</source>
        <translation>Die App wurde aus dem anderen Dienst entfernt, und ihr Zugriff mit ihr.</translation>
    </message>
    <message>
        <source>Disabled access to application</source>
        <translation>Zugriff der App abgeschaltet</translation>
    </message>
    <message>
        <source>The app is still installed, but somebody switched its access off.</source>
        <translation>Die App ist noch installiert, aber jemand hat ihren Zugriff abgeschaltet.</translation>
    </message>
    <message>
        <source>Authentication is no longer valid</source>
        <translation>Die Anmeldung gilt nicht mehr</translation>
    </message>
    <message>
        <source>The sign-in from before has run out or no longer counts. If you do not know more, take this cause: authorising again mends it.</source>
        <translation>Die frühere Anmeldung ist abgelaufen oder zählt nicht mehr. Wenn Sie nicht mehr wissen, nehmen Sie diese Ursache: Neu zu autorisieren behebt sie.</translation>
    </message>
    <message>
        <source>What an access token is for</source>
        <translation>Wozu ein Zugriffstoken da ist</translation>
    </message>
    <message>
        <source>An access token lets an application use another service’s interface for programs (its API) without knowing your password.</source>
        <translation>Mit einem Zugriffstoken kann eine Anwendung die Schnittstelle eines anderen Dienstes für Programme (seine API) verwenden, ohne Ihr Passwort zu kennen.</translation>
    </message>
    <message>
        <source>How an application gets it</source>
        <translation>Wie eine Anwendung es bekommt</translation>
    </message>
    <message>
        <source>The application receives the token only after you have done two things: signed in, and allowed the access.</source>
        <translation>Die Anwendung bekommt das Token erst, nachdem Sie zweierlei getan haben: sich angemeldet und den Zugriff erlaubt.</translation>
    </message>
    <message>
        <source>How an application uses it</source>
        <translation>Wie eine Anwendung es verwendet</translation>
    </message>
    <message>
        <source>With every request to the other service the application shows the token as its proof that it may ask.</source>
        <translation>Bei jeder Anfrage an den anderen Dienst zeigt die Anwendung das Token als Beweis vor, dass sie fragen darf.</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>In einfachen Worten</translation>
    </message>
    <message>
        <source>Think of a special key that opens some doors of a building and not others. An app that you trust is handed such a key and shows it whenever it wants something there, such as fetching your data. You can take the key back at any time.</source>
        <translation>Denken Sie an einen besonderen Schlüssel, der manche Türen eines Gebäudes öffnet und andere nicht. Eine App, der Sie vertrauen, bekommt einen solchen Schlüssel und zeigt ihn vor, wann immer sie dort etwas will, etwa Ihre Daten holen. Sie können den Schlüssel jederzeit zurücknehmen.</translation>
    </message>
    <message>
        <source>Choose one of two ways</source>
        <translation>Einen von zwei Wegen wählen</translation>
    </message>
    <message>
        <source>You can reconnect from your accounting software or from the Amaka dashboard. Pick one of the two.</source>
        <translation>Sie können aus Ihrer Buchhaltungssoftware oder aus der Übersicht von Amaka (Dashboard) neu verbinden. Wählen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>Both ways work</source>
        <translation>Beide Wege funktionieren</translation>
    </message>
    <message>
        <source>Take the way that is easier for you: both end with the same working connection.</source>
        <translation>Nehmen Sie den Weg, der für Sie leichter ist: Beide enden mit derselben funktionierenden Verbindung.</translation>
    </message>
    <message>
        <source>When to reconnect</source>
        <translation>Wann neu zu verbinden ist</translation>
    </message>
    <message>
        <source>Reconnect when the access was revoked, or when you have changed a user name, password or key.</source>
        <translation>Verbinden Sie neu, wenn der Zugriff widerrufen wurde oder wenn Sie einen Benutzernamen, ein Passwort oder einen Schlüssel geändert haben.</translation>
    </message>
    <message>
        <source>Sign in to the accounting software</source>
        <translation>An der Buchhaltungssoftware anmelden</translation>
    </message>
    <message>
        <source>Open your accounting software and sign in to it.</source>
        <translation>Öffnen Sie Ihre Buchhaltungssoftware und melden Sie sich an.</translation>
    </message>
    <message>
        <source>Open the account settings</source>
        <translation>Die Kontoeinstellungen öffnen</translation>
    </message>
    <message>
        <source>There, open the account settings.</source>
        <translation>Öffnen Sie dort die Kontoeinstellungen.</translation>
    </message>
    <message>
        <source>Open the App Store or app settings</source>
        <translation>Den App Store oder die App-Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Choose the App Store; in some programs the entry is named app settings.</source>
        <translation>Wählen Sie den App Store; in manchen Programmen heißt der Eintrag App-Einstellungen.</translation>
    </message>
    <message>
        <source>Find Amaka</source>
        <translation>Amaka suchen</translation>
    </message>
    <message>
        <source>Look for Amaka in the list and click it.</source>
        <translation>Suchen Sie Amaka in der Liste und klicken Sie darauf.</translation>
    </message>
    <message>
        <source>Authorise the app</source>
        <translation>Die App autorisieren</translation>
    </message>
    <message>
        <source>Authorise Amaka to connect to the place that your data comes from, for example your shop.</source>
        <translation>Autorisieren Sie Amaka, sich mit dem Ort zu verbinden, von dem Ihre Daten kommen, zum Beispiel Ihrem Shop.</translation>
    </message>
    <message>
        <source>Sign in when asked</source>
        <translation>Sich anmelden, wenn gefragt wird</translation>
    </message>
    <message>
        <source>Follow the pages that appear and sign in with your accounting login. Afterwards come back and let Relink check.</source>
        <translation>Folgen Sie den Seiten, die erscheinen, und melden Sie sich mit Ihrem Zugang zur Buchhaltung an. Kommen Sie danach zurück und lassen Sie Relink prüfen.</translation>
    </message>
    <message>
        <source>Sign in to the dashboard</source>
        <translation>An der Übersicht anmelden</translation>
    </message>
    <message>
        <source>Open the Amaka dashboard in your browser and sign in.</source>
        <translation>Öffnen Sie die Übersicht von Amaka (Dashboard) in Ihrem Browser und melden Sie sich an.</translation>
    </message>
    <message>
        <source>Open Connected Accounts</source>
        <translation>„Connected Accounts“ öffnen</translation>
    </message>
    <message>
        <source>Go to the page Connected Accounts.</source>
        <translation>Gehen Sie zur Seite „Connected Accounts“ (Verbundene Konten).</translation>
    </message>
    <message>
        <source>Revoke the accounting side</source>
        <translation>Die Seite der Buchhaltung widerrufen</translation>
    </message>
    <message>
        <source>Click ••• beside your accounting software and choose Revoke access.</source>
        <translation>Klicken Sie auf ••• neben Ihrer Buchhaltungssoftware und wählen Sie „Revoke access“ (Zugriff widerrufen).</translation>
    </message>
    <message>
        <source>Revoke the shop or till side</source>
        <translation>Die Seite des Shops oder der Kasse widerrufen</translation>
    </message>
    <message>
        <source>Do the same for your shop or point-of-sale account: click ••• beside it and choose Revoke access. Only when both are revoked is this step done.</source>
        <translation>Tun Sie dasselbe für das Konto Ihres Shops oder Ihrer Kasse: Klicken Sie auf ••• daneben und wählen Sie „Revoke access“ (Zugriff widerrufen). Erst wenn beide widerrufen sind, ist dieser Schritt getan.</translation>
    </message>
    <message>
        <source>Refresh the page and sign in again</source>
        <translation>Die Seite neu laden und wieder anmelden</translation>
    </message>
    <message>
        <source>Reload the page in your browser and sign in to the dashboard once more.</source>
        <translation>Laden Sie die Seite in Ihrem Browser neu und melden Sie sich noch einmal an der Übersicht an.</translation>
    </message>
    <message>
        <source>Start a new integration</source>
        <translation>Eine neue Anbindung beginnen</translation>
    </message>
    <message>
        <source>Click New integration at the top right.</source>
        <translation>Klicken Sie oben rechts auf „New integration“ (Neue Anbindung).</translation>
    </message>
    <message>
        <source>Connect the account</source>
        <translation>Das Konto verbinden</translation>
    </message>
    <message>
        <source>Click Connect new account.</source>
        <translation>Klicken Sie auf „Connect new account“ (Neues Konto verbinden).</translation>
    </message>
    <message>
        <source>Choose the organisation</source>
        <translation>Die Organisation wählen</translation>
    </message>
    <message>
        <source>Choose the organisation, that is the company, that you want to connect.</source>
        <translation>Wählen Sie die Organisation, also die Firma, die Sie verbinden möchten.</translation>
    </message>
    <message>
        <source>Allow the permission</source>
        <translation>Die Berechtigung erlauben</translation>
    </message>
    <message>
        <source>Click Allow permission. If you cancel instead, nothing changes.</source>
        <translation>Klicken Sie auf „Allow permission“ (Berechtigung erlauben). Wenn Sie stattdessen abbrechen, ändert sich nichts.</translation>
    </message>
    <message>
        <source>Follow the wizard</source>
        <translation>Dem Assistenten folgen</translation>
    </message>
    <message>
        <source>Answer the questions on the pages that follow.</source>
        <translation>Beantworten Sie die Fragen auf den folgenden Seiten.</translation>
    </message>
    <message>
        <source>Save and continue</source>
        <translation>Speichern und weiter</translation>
    </message>
    <message>
        <source>Click Save + Continue on the last page. Before that nothing is kept.</source>
        <translation>Klicken Sie auf der letzten Seite auf „Save + Continue“ (Speichern + Weiter). Vorher wird nichts behalten.</translation>
    </message>
    <message>
        <source>Keep this order</source>
        <translation>Diese Reihenfolge einhalten</translation>
    </message>
    <message>
        <source>On the dashboard the order matters: first revoke both sides, then reload and sign in, and only then make the new integration. If you skip one, the old access can get in the way.</source>
        <translation>In der Übersicht kommt es auf die Reihenfolge an: zuerst beide Seiten widerrufen, dann neu laden und anmelden und erst dann die neue Anbindung anlegen. Lassen Sie etwas aus, kann der alte Zugriff im Weg sein.</translation>
    </message>
    <message>
        <source>Where the articles disagree</source>
        <translation>Wo die Artikel sich widersprechen</translation>
    </message>
    <message>
        <source>A 403 has several readings</source>
        <translation>Ein 403 lässt sich verschieden lesen</translation>
    </message>
    <message>
        <source>The articles read a 403 differently, so Relink follows the one that belongs to your product. Where none does, it looks at permissions first, then the organisation, then the plan, then the secret, and offers to reconnect last.</source>
        <translation>Die Artikel lesen einen 403 verschieden; deshalb folgt Relink dem, der zu Ihrem Produkt gehört. Gibt es keinen, sieht es zuerst nach den Berechtigungen, dann nach der Organisation, dann nach dem Tarif, dann nach dem Geheimnis und bietet zuletzt an, neu zu verbinden.</translation>
    </message>
    <message>
        <source>When access is renewed</source>
        <translation>Wann der Zugriff erneuert wird</translation>
    </message>
    <message>
        <source>Relink renews the access at the provider’s usual interval, or earlier where it lasts for a shorter time.</source>
        <translation>Relink erneuert den Zugriff im üblichen Abstand des Anbieters oder früher, wenn er kürzer gilt.</translation>
    </message>
    <message>
        <source>Refresh once, never in a circle</source>
        <translation>Einmal erneuern, nie im Kreis</translation>
    </message>
    <message>
        <source>After a revoked access one refresh is tried. If it fails, a full sign-in follows; the same step never comes twice.</source>
        <translation>Nach einem widerrufenen Zugriff wird einmal eine Erneuerung versucht. Schlägt sie fehl, folgt eine vollständige Anmeldung; derselbe Schritt kommt nie zweimal.</translation>
    </message>
    <message>
        <source>The gentlest step first</source>
        <translation>Der sanfteste Schritt zuerst</translation>
    </message>
    <message>
        <source>First the access is refreshed, then authorised again in place. Only if neither helps do you disconnect at the provider, and creating everything anew comes last.</source>
        <translation>Zuerst wird der Zugriff erneuert, dann an Ort und Stelle neu autorisiert. Nur wenn beides nicht hilft, trennen Sie beim Anbieter, und alles neu anzulegen kommt zuletzt.</translation>
    </message>
    <message>
        <source>Different words, same meaning</source>
        <translation>Andere Worte, dieselbe Bedeutung</translation>
    </message>
    <message>
        <source>Green, red or neither</source>
        <translation>Grün, Rot oder keines von beiden</translation>
    </message>
    <message>
        <source>Green means that a check has just succeeded, red that you are needed. Everything between is named in words and never shown in green.</source>
        <translation>Grün bedeutet, dass gerade eine Prüfung gelungen ist, Rot, dass Sie gebraucht werden. Alles dazwischen wird in Worten genannt und nie grün gezeigt.</translation>
    </message>
    <message>
        <source>The text counts before the number</source>
        <translation>Der Text zählt vor der Zahl</translation>
    </message>
    <message>
        <source>Services put the same error under different numbers. Relink reads the code in the answer first and the number afterwards.</source>
        <translation>Dienste setzen denselben Fehler unter verschiedene Zahlen. Relink liest zuerst den Code in der Antwort und danach die Zahl.</translation>
    </message>
    <message>
        <source>The same words under 401 and 403</source>
        <translation>Dieselben Worte unter 401 und 403</translation>
    </message>
    <message>
        <source>Xero’s “AuthenticationUnsuccessful” means an expired sign-in under 401, and under 403 an organisation or app that does not fit. The number therefore belongs to the message.</source>
        <translation>„AuthenticationUnsuccessful“ von Xero bedeutet unter 401 eine abgelaufene Anmeldung und unter 403 eine Organisation oder App, die nicht passt. Die Zahl gehört also zur Meldung.</translation>
    </message>
    <message>
        <source>Unsafe advice is marked</source>
        <translation>Unsicherer Rat wird gekennzeichnet</translation>
    </message>
    <message>
        <source>One article advises to switch a protection off. Relink shows such advice, marks it as unsafe and never carries it out.</source>
        <translation>Ein Artikel rät, einen Schutz auszuschalten. Relink zeigt solchen Rat, kennzeichnet ihn als unsicher und führt ihn nie aus.</translation>
    </message>
    <message>
        <source>Typing errors are not taken over</source>
        <translation>Tippfehler werden nicht übernommen</translation>
    </message>
    <message>
        <source>First occurred, and first noticed</source>
        <translation>Zuerst aufgetreten und zuerst bemerkt</translation>
    </message>
    <message>
        <source>An error is often noticed later than it began. Relink keeps both times.</source>
        <translation>Ein Fehler wird oft später bemerkt, als er begann. Relink behält beide Zeiten.</translation>
    </message>
    <message>
        <source>Three names for one mismatch</source>
        <translation>Drei Namen für eine Unstimmigkeit</translation>
    </message>
    <message>
        <source>“Invalid credentials”, “Authentication failed” and “Authentication failure” can all come from a Test Mode that does not match.</source>
        <translation>„Invalid credentials“, „Authentication failed“ und „Authentication failure“ können alle von einem Testmodus kommen, der nicht passt.</translation>
    </message>
    <message>
        <source>Start at the matching section</source>
        <translation>Beim passenden Abschnitt beginnen</translation>
    </message>
    <message>
        <source>Relink starts at the section that fits your error. If that does not mend it, the other sections follow in order, without those that are proven good.</source>
        <translation>Relink beginnt beim Abschnitt, der zu Ihrem Fehler passt. Hilft er nicht, folgen die anderen Abschnitte der Reihe nach, ohne die, die sich schon als gut erwiesen haben.</translation>
    </message>
    <message>
        <source>What “Invalid credentials” means</source>
        <translation>Was „Invalid credentials“ bedeutet</translation>
    </message>
    <message>
        <source>The meaning depends on the product. If none is known, check for spaces first, then Test Mode, then the credentials themselves, and reconnect last.</source>
        <translation>Die Bedeutung hängt vom Produkt ab. Ist keines bekannt, sehen Sie zuerst nach Leerzeichen, dann nach dem Testmodus, dann nach den Zugangsdaten selbst, und verbinden Sie zuletzt neu.</translation>
    </message>
    <message>
        <source>A missing permission under any number</source>
        <translation>Eine fehlende Berechtigung unter jeder Zahl</translation>
    </message>
    <message>
        <source>Some services report a missing permission as 401, others as 403. If the text names a permission, that counts and not the number.</source>
        <translation>Manche Dienste melden eine fehlende Berechtigung als 401, andere als 403. Nennt der Text eine Berechtigung, zählt das und nicht die Zahl.</translation>
    </message>
    <message>
        <source>Keys are checked, sign-ins renewed</source>
        <translation>Schlüssel werden geprüft, Anmeldungen erneuert</translation>
    </message>
    <message>
        <source>What a 401 asks of you depends on the credential. A key is compared and entered again; a sign-in is refreshed and then, if need be, authorised again.</source>
        <translation>Was ein 401 von Ihnen verlangt, hängt von den Zugangsdaten ab. Ein Schlüssel wird verglichen und neu eingegeben; eine Anmeldung wird erneuert und dann, wenn nötig, neu autorisiert.</translation>
    </message>
    <message>
        <source>Something may be wrong with the certificate itself.</source>
        <translation>Mit dem Zertifikat selbst stimmt vielleicht etwas nicht.</translation>
    </message>
    <message>
        <source>Words, and what they mean</source>
        <translation>Wörter und was sie bedeuten</translation>
    </message>
    <message>
        <source>The pass with which a program may use a service for you. It is shown with every request.</source>
        <translation>Der Ausweis, mit dem ein Programm einen Dienst für Sie nutzen darf. Er wird bei jeder Anfrage vorgezeigt.</translation>
    </message>
    <message>
        <source>Active, Inactive</source>
        <translation>Aktiv, Inaktiv</translation>
    </message>
    <message>
        <source>The words beside the light: Active is green and was checked, Inactive is red and needs you.</source>
        <translation>Die Wörter neben dem Licht: „Aktiv“ ist grün und wurde geprüft, „Inaktiv“ ist rot und braucht Sie.</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>The part of a service that is made for programs and not for people.</source>
        <translation>Der Teil eines Dienstes, der für Programme gemacht ist und nicht für Menschen.</translation>
    </message>
    <message>
        <source>A key that you copy from the platform. It is compared and entered again, not renewed.</source>
        <translation>Ein Schlüssel, den Sie von der Plattform kopieren. Er wird verglichen und neu eingegeben, nicht erneuert.</translation>
    </message>
    <message>
        <source>Authorise</source>
        <translation>Autorisieren</translation>
    </message>
    <message>
        <source>To sign in at the platform and allow the access. Spelt authorize elsewhere; Re-authorise is the same once more.</source>
        <translation>Sich bei der Plattform anmelden und den Zugriff erlauben. „Erneut autorisieren“ ist dasselbe noch einmal.</translation>
    </message>
    <message>
        <source>Client ID and client secret</source>
        <translation>Client-ID und Client-Geheimnis</translation>
    </message>
    <message>
        <source>The name and the password of the app itself, not yours.</source>
        <translation>Der Name und das Passwort der App selbst, nicht Ihre eigenen.</translation>
    </message>
    <message>
        <source>Hard expired</source>
        <translation>Endgültig abgelaufen</translation>
    </message>
    <message>
        <source>A sign-in that has run out for good and can only be renewed by signing in again.</source>
        <translation>Eine Anmeldung, die endgültig abgelaufen ist und nur durch eine neue Anmeldung erneuert werden kann.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>The company at the platform to which a connection belongs. One sign-in may lead to several.</source>
        <translation>Das Unternehmen bei der Plattform, zu dem eine Verbindung gehört. Eine Anmeldung kann zu mehreren führen.</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>What a user or a key may do at the platform; also called role, right or scope.</source>
        <translation>Was ein Benutzer oder ein Schlüssel bei der Plattform darf; auch Rolle, Recht oder Scope genannt.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>To renew the access without a new sign-in. Renew means the same.</source>
        <translation>Den Zugriff ohne neue Anmeldung erneuern. „Erneuern“ bedeutet dasselbe.</translation>
    </message>
    <message>
        <source>The pass used for renewing. It lasts longer than the access token and stays when that one is forgotten.</source>
        <translation>Der Ausweis zum Erneuern. Er gilt länger als das Zugriffstoken und bleibt, wenn jenes vergessen wird.</translation>
    </message>
    <message>
        <source>Revoke access</source>
        <translation>Zugriff widerrufen</translation>
    </message>
    <message>
        <source>To end an access. Disconnect and remove mean the same.</source>
        <translation>Einen Zugriff beenden. „Trennen“ und „entfernen“ bedeuten dasselbe.</translation>
    </message>
    <message>
        <source>Test Mode</source>
        <translation>Testmodus</translation>
    </message>
    <message>
        <source>The switch between practising and real business. Test credentials count only with it on, real ones only with it off.</source>
        <translation>Der Schalter zwischen Üben und echtem Geschäft. Test-Zugangsdaten gelten nur, wenn er an ist, echte nur, wenn er aus ist.</translation>
    </message>
    <message>
        <source>401</source>
        <translation>401</translation>
    </message>
    <message>
        <source>The answer to credentials that were not recognised.</source>
        <translation>Die Antwort auf Zugangsdaten, die nicht erkannt wurden.</translation>
    </message>
    <message>
        <source>403</source>
        <translation>403</translation>
    </message>
    <message>
        <source>The answer to good credentials without the permission.</source>
        <translation>Die Antwort auf richtige Zugangsdaten, denen die Berechtigung fehlt.</translation>
    </message>
    <message>
        <source>How Relink reads an error</source>
        <translation>Wie Relink einen Fehler liest</translation>
    </message>
    <message>
        <source>The articles do not always agree. These are the rules by which Relink decides. What else an error could mean is shown beside its answer.</source>
        <translation>Die Artikel sind sich nicht immer einig. Nach diesen Regeln entscheidet Relink. Was ein Fehler sonst noch bedeuten kann, steht bei der Antwort.</translation>
    </message>
    <message>
        <source>What Relink leaves out, and why</source>
        <translation>Was Relink weglässt und warum</translation>
    </message>
    <message>
        <source>Some things in the articles are misprinted, belong to another product or are not safe here. Relink does none of them. This is what they are, and why.</source>
        <translation>Manches in den Artikeln ist falsch gedruckt, gehört zu einem anderen Produkt oder ist hier nicht sicher. Relink tut nichts davon. Hier steht, was es ist und warum.</translation>
    </message>
    <message>
        <source>How Amaka’s steps go</source>
        <translation>So gehen die Schritte von Amaka</translation>
    </message>
    <message>
        <source>How Sage Intacct’s steps go</source>
        <translation>So gehen die Schritte von Sage Intacct</translation>
    </message>
    <message>
        <source>How Amalgam’s steps go</source>
        <translation>So gehen die Schritte von Amalgam</translation>
    </message>
    <message>
        <source>How Xeroom’s steps go</source>
        <translation>So gehen die Schritte von Xeroom</translation>
    </message>
    <message>
        <source>How Mintsoft’s steps go</source>
        <translation>So gehen die Schritte von Mintsoft</translation>
    </message>
    <message>
        <source>All that the article says, in its own order. In the guided reconnect you meet what concerns you, one step at a time; here you can read the rest as well.</source>
        <translation>Alles, was der Artikel sagt, in seiner Reihenfolge. Beim geführten Neuverbinden begegnet Ihnen Schritt für Schritt, was Sie betrifft; hier können Sie auch den Rest lesen.</translation>
    </message>
    <message>
        <source>Steps of Relink’s own</source>
        <translation>Eigene Schritte von Relink</translation>
    </message>
    <message>
        <source>Where no article has a step, Relink has one of its own: for the internet connection, the clock of this computer, the keychain and more.</source>
        <translation>Wo kein Artikel einen Schritt hat, hat Relink einen eigenen: für die Internetverbindung, die Uhr dieses Computers, den Schlüsselbund und mehr.</translation>
    </message>
    <message>
        <source>Where an article is misprinted, Relink goes by what was meant. The misprinted words are used nowhere.</source>
        <translation>Wo ein Artikel falsch gedruckt ist, richtet sich Relink nach dem, was gemeint war. Die falsch gedruckten Wörter werden nirgends verwendet.</translation>
    </message>
    <message>
        <source>A stray link to another topic</source>
        <translation>Ein verirrter Verweis auf ein anderes Thema</translation>
    </message>
    <message>
        <source>The article points to “Sage 50 Payroll Full Payment Submission Error” on the way. That is another product and another error, so it is left out here on purpose.</source>
        <translation>Der Artikel verweist nebenbei auf „Sage 50 Payroll Full Payment Submission Error“. Das ist ein anderes Produkt und ein anderer Fehler und wird hier mit Absicht weggelassen.</translation>
    </message>
    <message>
        <source>Say what has changed.</source>
        <translation>Sagen Sie, was sich geändert hat.</translation>
    </message>
    <message>
        <source>Say which connection it is about.</source>
        <translation>Sagen Sie, um welche Verbindung es geht.</translation>
    </message>
    <message>
        <source>Say in your own words what has changed.</source>
        <translation>Sagen Sie mit eigenen Worten, was sich geändert hat.</translation>
    </message>
    <message>
        <source>A note has %1 characters at most.</source>
        <translation>Eine Notiz hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>This time is still to come.</source>
        <translation>Diese Zeit liegt noch in der Zukunft.</translation>
    </message>
    <message>
        <source>%1 renews an access only shortly before it ends, so this one was kept. Relink renews it by itself then.</source>
        <translation>%1 erneuert einen Zugriff erst kurz vor seinem Ende, darum wurde dieser behalten. Relink erneuert ihn dann von selbst.</translation>
    </message>
    <message>
        <source>%1 is used with a key, which is not renewed: compare it with the one there and enter it again if it differs.</source>
        <translation>%1 wird mit einem Schlüssel genutzt, und der wird nicht erneuert: Vergleichen Sie ihn mit dem dortigen und geben Sie ihn neu ein, wenn er abweicht.</translation>
    </message>
    <message>
        <source>Open the accounting software</source>
        <translation>Buchhaltungssoftware öffnen</translation>
    </message>
    <message>
        <source>Open the App Store</source>
        <translation>App Store öffnen</translation>
    </message>
    <message>
        <source>Open the Amaka dashboard in your browser and sign in. The order matters on the pages that follow: first revoke both sides, then reload and sign in, and only then connect anew.</source>
        <translation>Öffnen Sie das Amaka-Dashboard in Ihrem Browser und melden Sie sich an. Auf den folgenden Seiten kommt es auf die Reihenfolge an: erst beide Seiten widerrufen, dann neu laden und anmelden, und erst danach neu verbinden.</translation>
    </message>
    <message>
        <source>Revoke this side</source>
        <translation>Diese Seite widerrufen</translation>
    </message>
    <message>
        <source>The access of {connection} is ended, at {provider} too where that is possible. This side is 1 of 2.</source>
        <translation>Der Zugriff von {connection} wird beendet, wo es möglich ist auch bei {provider}. Diese Seite ist 1 von 2.</translation>
    </message>
    <message>
        <source>Revoke the other side</source>
        <translation>Die andere Seite widerrufen</translation>
    </message>
    <message>
        <source>The access of {partner} is ended as well. Only when both are revoked is this step done.</source>
        <translation>Auch der Zugriff von {partner} wird beendet. Erst wenn beide widerrufen sind, ist dieser Schritt getan.</translation>
    </message>
    <message>
        <source>Reload and sign in again</source>
        <translation>Neu laden und wieder anmelden</translation>
    </message>
    <message>
        <source>Connect the account anew</source>
        <translation>Konto neu verbinden</translation>
    </message>
    <message>
        <source>Your browser opens at {provider}. Sign in, choose the organisation that you want to connect and allow the permission. If you cancel instead, nothing is stored.</source>
        <translation>Ihr Browser öffnet {provider}. Melden Sie sich an, wählen Sie die Organisation, die Sie verbinden möchten, und erlauben Sie den Zugriff. Wenn Sie stattdessen abbrechen, wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Allow permission</source>
        <translation>Zugriff erlauben</translation>
    </message>
    <message>
        <source>Enter the credential of {provider} once more. Nothing is stored before Save + Continue.</source>
        <translation>Geben Sie die Zugangsdaten von {provider} noch einmal ein. Vor „Speichern + Weiter“ wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Connect the other side anew</source>
        <translation>Andere Seite neu verbinden</translation>
    </message>
    <message>
        <source>Now the same for {partner}: sign in, choose the organisation and allow the permission.</source>
        <translation>Nun dasselbe für {partner}: Melden Sie sich an, wählen Sie die Organisation und erlauben Sie den Zugriff.</translation>
    </message>
    <message>
        <source>Check, then Save + Continue</source>
        <translation>Prüfen, dann Speichern + Weiter</translation>
    </message>
    <message>
        <source>Relink makes one call with what would be saved, on each side that was connected anew. Save + Continue is the last page; before that nothing is kept.</source>
        <translation>Relink macht mit dem, was gespeichert würde, einen Aufruf auf jeder neu verbundenen Seite. „Speichern + Weiter“ ist die letzte Seite; vorher wird nichts behalten.</translation>
    </message>
    <message>
        <source>It worked</source>
        <translation>Es hat geklappt</translation>
    </message>
    <message>
        <source>It did not</source>
        <translation>Es hat nicht geklappt</translation>
    </message>
    <message>
        <source>What may be the cause?</source>
        <translation>Was mag die Ursache sein?</translation>
    </message>
    <message>
        <source>Choose what you know. If you do not know more, take the last one: authorising again mends it.</source>
        <translation>Wählen Sie, was Sie wissen. Wenn Sie nicht mehr wissen, nehmen Sie die letzte: Eine neue Autorisierung behebt sie.</translation>
    </message>
    <message>
        <source>Take the way that is easier for you: either will work, and both end with the same working connection.</source>
        <translation>Nehmen Sie den Weg, der für Sie einfacher ist: Beide gehen, und beide enden mit derselben funktionierenden Verbindung.</translation>
    </message>
    <message>
        <source>Through my accounting software</source>
        <translation>Über meine Buchhaltungssoftware</translation>
    </message>
    <message>
        <source>Through the Amaka dashboard</source>
        <translation>Über das Amaka-Dashboard</translation>
    </message>
    <message>
        <source>Accounting software</source>
        <translation>Buchhaltungssoftware</translation>
    </message>
    <message>
        <source>Amaka dashboard</source>
        <translation>Amaka-Dashboard</translation>
    </message>
    <message>
        <source>Did you refresh it already?</source>
        <translation>Haben Sie sie schon erneuert?</translation>
    </message>
    <message>
        <source>If you have refreshed the connection and the error is still there, that is useful to know: the connection is not the cause. Relink then looks at the platform.</source>
        <translation>Wenn Sie die Verbindung erneuert haben und der Fehler noch da ist, ist das gut zu wissen: Die Verbindung ist nicht die Ursache. Relink sieht dann bei der Plattform nach.</translation>
    </message>
    <message>
        <source>No, not yet</source>
        <translation>Nein, noch nicht</translation>
    </message>
    <message>
        <source>Yes, and the error is still there</source>
        <translation>Ja, und der Fehler ist noch da</translation>
    </message>
    <message>
        <source>Re-authorise</source>
        <translation>Neu autorisieren</translation>
    </message>
    <message>
        <source>Refreshing alone did not help: sign in once more. Your browser opens at {provider}; allow the access and come back. If the error comes back after that, the causes that follow are the next place to look.</source>
        <translation>Erneuern allein hat nicht geholfen: Melden Sie sich noch einmal an. Ihr Browser öffnet {provider}; erlauben Sie den Zugriff und kommen Sie zurück. Kehrt der Fehler danach wieder, sind die folgenden Ursachen als Nächstes an der Reihe.</translation>
    </message>
    <message>
        <source>Did anyone change roles?</source>
        <translation>Hat jemand Rollen geändert?</translation>
    </message>
    <message>
        <source>Ask your team whether roles or permissions were changed recently. It often follows one of three events; Relink notes in the diary which it was.</source>
        <translation>Fragen Sie Ihr Team, ob kürzlich Rollen oder Berechtigungen geändert wurden. Oft ging eines von drei Ereignissen voraus; Relink merkt sich im Tagebuch, welches es war.</translation>
    </message>
    <message>
        <source>A change by an administrator</source>
        <translation>Eine Änderung durch einen Administrator</translation>
    </message>
    <message>
        <source>A security review</source>
        <translation>Eine Sicherheitsprüfung</translation>
    </message>
    <message>
        <source>A new subscription plan</source>
        <translation>Ein neuer Tarif</translation>
    </message>
    <message>
        <source>None of these, or not known</source>
        <translation>Nichts davon oder nicht bekannt</translation>
    </message>
    <message>
        <source>The connection goes through the account {account}. Open the account settings at {provider} and make sure that it can still reach the data.</source>
        <translation>Die Verbindung läuft über das Konto {account}. Öffnen Sie die Kontoeinstellungen bei {provider} und stellen Sie sicher, dass es die Daten noch erreicht.</translation>
    </message>
    <message>
        <source>Is it one report only?</source>
        <translation>Ist es nur ein Bericht?</translation>
    </message>
    <message>
        <source>Some platforms give out certain data only with a certain plan, or only if it was included when the integration was set up. If most reports run and one always stops, that is the likely reason.</source>
        <translation>Manche Plattformen geben bestimmte Daten nur mit einem bestimmten Tarif heraus oder nur, wenn sie beim Einrichten der Integration dabei waren. Wenn die meisten Berichte laufen und einer immer abbricht, ist das der wahrscheinliche Grund.</translation>
    </message>
    <message>
        <source>One stops, the others run</source>
        <translation>Einer bricht ab, die anderen laufen</translation>
    </message>
    <message>
        <source>All of them stop</source>
        <translation>Alle brechen ab</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Did the plan change?</source>
        <translation>Hat sich der Tarif geändert?</translation>
    </message>
    <message>
        <source>Look up at {provider} whether your plan has changed.</source>
        <translation>Sehen Sie bei {provider} nach, ob sich Ihr Tarif geändert hat.</translation>
    </message>
    <message>
        <source>Does the data need more?</source>
        <translation>Brauchen die Daten mehr?</translation>
    </message>
    <message>
        <source>See at {provider} whether the data that you want belongs to a higher plan.</source>
        <translation>Sehen Sie bei {provider} nach, ob die gewünschten Daten zu einem höheren Tarif gehören.</translation>
    </message>
    <message>
        <source>If everything looks right at your end, {provider} may have a passing fault. Wait a few minutes; Relink then tries once by itself.</source>
        <translation>Wenn bei Ihnen alles richtig aussieht, hat {provider} vielleicht eine vorübergehende Störung. Warten Sie einige Minuten; Relink versucht es dann einmal von selbst.</translation>
    </message>
    <message>
        <source>See whether {provider} reports a fault, or ask others who use it.</source>
        <translation>Sehen Sie nach, ob {provider} eine Störung meldet, oder fragen Sie andere, die es nutzen.</translation>
    </message>
    <message>
        <source>Run the report again</source>
        <translation>Den Bericht noch einmal ausführen</translation>
    </message>
    <message>
        <source>Run the report, or do the action, that had stopped.</source>
        <translation>Führen Sie den Bericht oder die Aktion aus, die abgebrochen war.</translation>
    </message>
    <message>
        <source>Ask for help</source>
        <translation>Hilfe holen</translation>
    </message>
    <message>
        <source>All steps are worked through. The packet says which report, which integration, how often and what changed recently, without passwords and keys.</source>
        <translation>Alle Schritte sind durchgegangen. Das Paket nennt, welcher Bericht, welche Integration, wie oft und was sich kürzlich geändert hat, ohne Passwörter und Schlüssel.</translation>
    </message>
    <message>
        <source>Something at {provider} kept the data back. Most often the connection itself is broken, so refreshing comes first. But it may be working just fine, and only one report or kind of data is held back.</source>
        <translation>Etwas bei {provider} hat die Daten zurückgehalten. Meist ist die Verbindung selbst unterbrochen, deshalb kommt das Erneuern zuerst. Sie kann aber auch in Ordnung sein, und nur ein Bericht oder eine Art von Daten wird zurückgehalten.</translation>
    </message>
    <message>
        <source>A: permissions</source>
        <translation>A: Berechtigungen</translation>
    </message>
    <message>
        <source>B: restricted data</source>
        <translation>B: eingeschränkte Daten</translation>
    </message>
    <message>
        <source>C: a passing fault</source>
        <translation>C: eine vorübergehende Störung</translation>
    </message>
    <message>
        <source>It works: why reconnect?</source>
        <translation>Es geht: Warum neu verbinden?</translation>
    </message>
    <message>
        <source>The light is green, so the sign-in counts. If something else is the trouble, reconnecting will not mend it.</source>
        <translation>Das Licht ist grün, die Anmeldung gilt also. Wenn etwas anderes die Ursache ist, behebt eine neue Verbindung es nicht.</translation>
    </message>
    <message>
        <source>Another program shows an error</source>
        <translation>Ein anderes Programm zeigt einen Fehler</translation>
    </message>
    <message>
        <source>The password or the key was changed</source>
        <translation>Das Passwort oder der Schlüssel wurde geändert</translation>
    </message>
    <message>
        <source>It should use another user or organisation</source>
        <translation>Ein anderer Benutzer oder eine andere Organisation soll gelten</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>Relink makes one call to {provider} with what would be saved. Only an answer that accepts it turns the light green.</source>
        <translation>Relink macht mit dem, was gespeichert würde, einen Aufruf bei {provider}. Nur eine Antwort, die es annimmt, macht das Licht grün.</translation>
    </message>
    <message>
        <source>Send a test invoice</source>
        <translation>Eine Testrechnung senden</translation>
    </message>
    <message>
        <source>Send or resend one invoice or order and see whether it arrives in {provider}.</source>
        <translation>Senden Sie eine Rechnung oder Bestellung, gern noch einmal, und sehen Sie nach, ob sie bei {provider} ankommt.</translation>
    </message>
    <message>
        <source>Make a test label</source>
        <translation>Ein Testetikett erstellen</translation>
    </message>
    <message>
        <source>Ask for one label or price of a parcel as usual and see whether it comes.</source>
        <translation>Fordern Sie wie gewohnt ein Etikett oder einen Paketpreis an und sehen Sie, ob es kommt.</translation>
    </message>
    <message>
        <source>Look for a payment</source>
        <translation>Nach einer Zahlung sehen</translation>
    </message>
    <message>
        <source>Let your shop fetch the payments of {provider} and see whether the latest one is there.</source>
        <translation>Lassen Sie Ihren Shop die Zahlungen von {provider} abrufen und sehen Sie nach, ob die letzte dabei ist.</translation>
    </message>
    <message>
        <source>Send over a contact</source>
        <translation>Einen Kontakt übertragen</translation>
    </message>
    <message>
        <source>Let one contact be sent to {provider} and see whether it arrives.</source>
        <translation>Lassen Sie einen Kontakt an {provider} übertragen und sehen Sie nach, ob er ankommt.</translation>
    </message>
    <message>
        <source>Try what stopped</source>
        <translation>Versuchen, was nicht mehr ging</translation>
    </message>
    <message>
        <source>Do again what had stopped, and see whether it works.</source>
        <translation>Tun Sie noch einmal, was nicht mehr ging, und sehen Sie, ob es klappt.</translation>
    </message>
    <message>
        <source>All steps for this error are worked through. A support packet holds what {provider} asks for, without passwords and keys.</source>
        <translation>Alle Schritte für diesen Fehler sind durchgegangen. Ein Supportpaket enthält, wonach {provider} fragt, ohne Passwörter und Schlüssel.</translation>
    </message>
    <message>
        <source>Disconnect at {provider} first</source>
        <translation>Erst bei {provider} trennen</translation>
    </message>
    <message>
        <source>If authorising in place did not help, end the access at {provider} itself: {menu_path}. Then come back and authorise once more.</source>
        <translation>Wenn eine neue Autorisierung nicht geholfen hat, beenden Sie den Zugriff bei {provider} selbst: {menu_path}. Kommen Sie dann zurück und autorisieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>This connection was set up on {created}. Check at {provider} whether the key or password was made anew after that.</source>
        <translation>Diese Verbindung wurde am {created} eingerichtet. Prüfen Sie bei {provider}, ob der Schlüssel oder das Passwort danach neu erstellt wurde.</translation>
    </message>
    <message>
        <source>Look for extra characters</source>
        <translation>Überzählige Zeichen suchen</translation>
    </message>
    <message>
        <source>Relink looks for spaces and other characters that were copied along, and shows where they are.</source>
        <translation>Relink sucht nach Leerzeichen und anderen Zeichen, die mitkopiert wurden, und zeigt, wo sie stehen.</translation>
    </message>
    <message>
        <source>Enter it without extras</source>
        <translation>Ohne Überzähliges eingeben</translation>
    </message>
    <message>
        <source>Copy the value from {provider} itself and enter it alone: no space at either end, no quotation marks, no word such as “Bearer” before it. Home and End lead to the ends of the field. If you type it, mind O and 0, l and 1.</source>
        <translation>Kopieren Sie den Wert bei {provider} selbst und geben Sie ihn allein ein: kein Leerzeichen am Anfang oder Ende, keine Anführungszeichen, kein Wort wie „Bearer“ davor. Pos1 und Ende führen an die Enden des Feldes. Wenn Sie ihn tippen, achten Sie auf O und 0, l und 1.</translation>
    </message>
    <message>
        <source>Compare Test Mode</source>
        <translation>Testmodus vergleichen</translation>
    </message>
    <message>
        <source>Test credentials count only with Test Mode on, real ones only with it off. Relink compares what it can.</source>
        <translation>Test-Zugangsdaten gelten nur bei eingeschaltetem Testmodus, echte nur bei ausgeschaltetem. Relink vergleicht, was es vergleichen kann.</translation>
    </message>
    <message>
        <source>If your credentials are for testing, Test Mode has to be on; for real business it has to be off. The table shows which cells connect. Switch it only if it does not match.</source>
        <translation>Sind Ihre Zugangsdaten zum Testen, muss der Testmodus eingeschaltet sein; für den echten Betrieb muss er ausgeschaltet sein. Die Tabelle zeigt, welche Felder sich verbinden. Schalten Sie nur um, wenn es nicht zusammenpasst.</translation>
    </message>
    <message>
        <source>Switch Test Mode</source>
        <translation>Testmodus umschalten</translation>
    </message>
    <message>
        <source>Correct the credentials</source>
        <translation>Zugangsdaten berichtigen</translation>
    </message>
    <message>
        <source>{provider} did not accept what Relink presented. Compare each value with what {provider} shows. What you leave empty stays as it is.</source>
        <translation>{provider} hat nicht angenommen, was Relink vorgezeigt hat. Vergleichen Sie jeden Wert mit dem, was {provider} anzeigt. Was Sie leer lassen, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Did anything change recently?</source>
        <translation>Hat sich kürzlich etwas geändert?</translation>
    </message>
    <message>
        <source>{provider} knows the account but does not allow this. Ask your team whether one of these happened, at {provider} or at the product that connects to it. Relink notes it in the diary.</source>
        <translation>{provider} kennt das Konto, erlaubt dies aber nicht. Fragen Sie Ihr Team, ob eines davon geschehen ist, bei {provider} oder bei dem Produkt, das sich damit verbindet. Relink merkt es sich im Tagebuch.</translation>
    </message>
    <message>
        <source>An administrator changed a role or permission</source>
        <translation>Ein Administrator hat eine Rolle oder Berechtigung geändert</translation>
    </message>
    <message>
        <source>There was a security review</source>
        <translation>Es gab eine Sicherheitsprüfung</translation>
    </message>
    <message>
        <source>The subscription plan changed</source>
        <translation>Der Tarif wurde geändert</translation>
    </message>
    <message>
        <source>Somebody left the business</source>
        <translation>Jemand hat den Betrieb verlassen</translation>
    </message>
    <message>
        <source>Nothing that we know of</source>
        <translation>Nichts, von dem wir wissen</translation>
    </message>
    <message>
        <source>This connection uses the account {account}. Open its settings at {provider} and make sure that it can still reach the data.</source>
        <translation>Diese Verbindung nutzt das Konto {account}. Öffnen Sie dessen Einstellungen bei {provider} und stellen Sie sicher, dass es die Daten noch erreicht.</translation>
    </message>
    <message>
        <source>Compare the permissions</source>
        <translation>Berechtigungen vergleichen</translation>
    </message>
    <message>
        <source>Relink compares the permissions that were granted with those that are needed.</source>
        <translation>Relink vergleicht die erteilten Berechtigungen mit den benötigten.</translation>
    </message>
    <message>
        <source>Wait and try again</source>
        <translation>Warten und noch einmal versuchen</translation>
    </message>
    <message>
        <source>Leave the connection, the password and the key as they are and wait a few minutes. Relink then tries once by itself.</source>
        <translation>Lassen Sie Verbindung, Passwort und Schlüssel, wie sie sind, und warten Sie einige Minuten. Relink versucht es dann einmal von selbst.</translation>
    </message>
    <message>
        <source>Ask others who use it</source>
        <translation>Andere Nutzer fragen</translation>
    </message>
    <message>
        <source>{provider} wants fewer requests. Relink waits and then tries once by itself; clicking more often makes it longer.</source>
        <translation>{provider} möchte weniger Anfragen. Relink wartet und versucht es dann einmal von selbst; häufigeres Klicken verlängert es.</translation>
    </message>
    <message>
        <source>The sign-in reaches several organisations. Choose the one that this connection is for: {organisation}.</source>
        <translation>Die Anmeldung erreicht mehrere Organisationen. Wählen Sie die, für die diese Verbindung gedacht ist: {organisation}.</translation>
    </message>
    <message>
        <source>Look for another sign-in</source>
        <translation>Nach einer anderen Anmeldung suchen</translation>
    </message>
    <message>
        <source>Some platforms let one sign-in of a user count at a time. Relink looks whether another connection here uses the same.</source>
        <translation>Bei manchen Plattformen gilt je Benutzer nur eine Anmeldung auf einmal. Relink sieht nach, ob hier eine andere Verbindung dieselbe nutzt.</translation>
    </message>
    <message>
        <source>Make room at {provider}</source>
        <translation>Bei {provider} Platz schaffen</translation>
    </message>
    <message>
        <source>{provider} allows only so many connected apps, and another one may have taken the place of yours. Disconnect there one that nobody needs any longer.</source>
        <translation>{provider} erlaubt nur eine bestimmte Zahl verbundener Apps, und eine andere kann den Platz Ihrer App eingenommen haben. Trennen Sie dort eine, die niemand mehr braucht.</translation>
    </message>
    <message>
        <source>Correct the address</source>
        <translation>Adresse berichtigen</translation>
    </message>
    <message>
        <source>Compare the address with the documentation of {provider}: https at the beginning, and server and path spelt exactly so.</source>
        <translation>Vergleichen Sie die Adresse mit der Dokumentation von {provider}: https am Anfang, und Server und Pfad genau so geschrieben.</translation>
    </message>
    <message>
        <source>Is the interface switched on?</source>
        <translation>Ist die Schnittstelle eingeschaltet?</translation>
    </message>
    <message>
        <source>Read the error: it often names the setting that does not fit. Compare each value with the page at {provider} where the app is registered, and correct what differs.</source>
        <translation>Lesen Sie den Fehler: Oft nennt er die Einstellung, die nicht passt. Vergleichen Sie jeden Wert mit der Seite bei {provider}, auf der die App registriert ist, und berichtigen Sie, was abweicht.</translation>
    </message>
    <message>
        <source>Register the redirect address</source>
        <translation>Weiterleitungsadresse eintragen</translation>
    </message>
    <message>
        <source>Copy the redirect address, to which your browser returns after the sign-in, from the connection’s settings. Enter it at {provider} where the app is registered, letter for letter, and save.</source>
        <translation>Kopieren Sie die Weiterleitungsadresse, zu der Ihr Browser nach der Anmeldung zurückkehrt, aus den Einstellungen der Verbindung. Tragen Sie sie bei {provider} dort, wo die App registriert ist, Zeichen für Zeichen ein und speichern Sie.</translation>
    </message>
    <message>
        <source>Correct the permissions</source>
        <translation>Berechtigungen berichtigen</translation>
    </message>
    <message>
        <source>The list of permissions (scopes) holds a name that {provider} does not know or no longer gives. Correct or remove it; an empty list asks for the usual ones.</source>
        <translation>Die Liste der Berechtigungen (Scopes) enthält einen Namen, den {provider} nicht kennt oder nicht mehr vergibt. Berichtigen oder entfernen Sie ihn; eine leere Liste fragt nach den üblichen.</translation>
    </message>
    <message>
        <source>Close the older sign-in pages</source>
        <translation>Ältere Anmeldeseiten schließen</translation>
    </message>
    <message>
        <source>Close the older sign-in pages in your browser. Then use only the page that Relink opens next.</source>
        <translation>Schließen Sie die älteren Anmeldeseiten in Ihrem Browser. Nutzen Sie danach nur die Seite, die Relink als Nächstes öffnet.</translation>
    </message>
    <message>
        <source>Have this way allowed</source>
        <translation>Diesen Weg erlauben lassen</translation>
    </message>
    <message>
        <source>If web pages load, look at the address or shop name: a single wrong letter leads nowhere. What you leave empty stays as it is.</source>
        <translation>Wenn Webseiten geladen werden, sehen Sie sich die Adresse oder den Shopnamen an: Ein einziger falscher Buchstabe führt ins Leere. Was Sie leer lassen, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Sign out and in again</source>
        <translation>Ab- und wieder anmelden</translation>
    </message>
    <message>
        <source>Your browser opens at {provider}. Sign in there and allow the access; then come back here.</source>
        <translation>Ihr Browser öffnet {provider}. Melden Sie sich dort an und erlauben Sie den Zugriff; kommen Sie dann hierher zurück.</translation>
    </message>
    <message>
        <source>At {provider} a sign-in lasts about {refresh_days} days. See whether the platform lets you extend it; otherwise set a reminder and re-authorise before it ends.</source>
        <translation>Bei {provider} hält eine Anmeldung etwa {refresh_days} Tage. Sehen Sie nach, ob die Plattform sie verlängern lässt; sonst setzen Sie sich eine Erinnerung und autorisieren neu, bevor sie endet.</translation>
    </message>
    <message>
        <source>Who created the app?</source>
        <translation>Wer hat die App angelegt?</translation>
    </message>
    <message>
        <source>That person has left or was removed</source>
        <translation>Diese Person ist gegangen oder wurde entfernt</translation>
    </message>
    <message>
        <source>The app was removed there</source>
        <translation>Die App wurde dort entfernt</translation>
    </message>
    <message>
        <source>Neither, or not known</source>
        <translation>Keines davon oder nicht bekannt</translation>
    </message>
    <message>
        <source>Authorise again</source>
        <translation>Neu autorisieren</translation>
    </message>
    <message>
        <source>Connect anew</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>The credentials</source>
        <translation>Die Zugangsdaten</translation>
    </message>
    <message>
        <source>Extra characters</source>
        <translation>Überzählige Zeichen</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>The account</source>
        <translation>Das Konto</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Der Tarif</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>The organisation</source>
        <translation>Die Organisation</translation>
    </message>
    <message>
        <source>Another connection</source>
        <translation>Eine andere Verbindung</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>The way of signing in</source>
        <translation>Die Art der Anmeldung</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>Die Adresse</translation>
    </message>
    <message>
        <source>The settings</source>
        <translation>Die Einstellungen</translation>
    </message>
    <message>
        <source>The redirect address</source>
        <translation>Die Weiterleitungsadresse</translation>
    </message>
    <message>
        <source>The permissions</source>
        <translation>Die Berechtigungen</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>The list of accounts</source>
        <translation>Die Liste der Konten</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Wieder anmelden</translation>
    </message>
    <message>
        <source>The port</source>
        <translation>Der Port</translation>
    </message>
    <message>
        <source>The browser</source>
        <translation>Der Browser</translation>
    </message>
    <message>
        <source>End the access</source>
        <translation>Zugriff beenden</translation>
    </message>
    <message>
        <source>The internet connection</source>
        <translation>Die Internetverbindung</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Das Netzwerk</translation>
    </message>
    <message>
        <source>The proxy</source>
        <translation>Der Proxy</translation>
    </message>
    <message>
        <source>The secure connection</source>
        <translation>Die sichere Verbindung</translation>
    </message>
    <message>
        <source>The clock</source>
        <translation>Die Uhr</translation>
    </message>
    <message>
        <source>The keychain</source>
        <translation>Der Schlüsselbund</translation>
    </message>
    <message>
        <source>Sign in once more</source>
        <translation>Noch einmal anmelden</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>Die App</translation>
    </message>
    <message>
        <source>It is green: why reconnect?</source>
        <translation>Grün: Warum neu verbinden?</translation>
    </message>
    <message>
        <source>Green means live and signed in, in Relink and on the page Connect Overview. If something else is the trouble, reconnecting will not mend it.</source>
        <translation>Grün heißt in Betrieb und angemeldet, in Relink und auf der Seite „Connect Overview“. Wenn etwas anderes die Ursache ist, behebt eine neue Verbindung es nicht.</translation>
    </message>
    <message>
        <source>Which error does it show?</source>
        <translation>Welcher Fehler erscheint?</translation>
    </message>
    <message>
        <source>Open the list of order integrations (or courier integrations) in Mintsoft, find the connection and click View errors, or look at the screen Import errors. Choose the row that fits; if it shows no error, take the last one.</source>
        <translation>Öffnen Sie in Mintsoft die Liste der Bestellintegrationen (oder Kurierintegrationen), suchen Sie die Verbindung und klicken Sie auf „View errors“, oder sehen Sie auf die Seite „Import errors“. Wählen Sie die passende Zeile; wird kein Fehler angezeigt, nehmen Sie die letzte.</translation>
    </message>
    <message>
        <source>This connection was set up on {created}. If the platform changes its keys from time to time, check whether that happened after this day.</source>
        <translation>Diese Verbindung wurde am {created} eingerichtet. Wenn die Plattform ihre Schlüssel von Zeit zu Zeit wechselt, prüfen Sie, ob das nach diesem Tag geschehen ist.</translation>
    </message>
    <message>
        <source>The password was changed</source>
        <translation>Das Passwort wurde geändert</translation>
    </message>
    <message>
        <source>The API key was made anew</source>
        <translation>Der API-Schlüssel wurde neu erstellt</translation>
    </message>
    <message>
        <source>The account was deactivated</source>
        <translation>Das Konto wurde deaktiviert</translation>
    </message>
    <message>
        <source>Replace the credentials with the current ones and click Update. Relink then checks whether the connection becomes active.</source>
        <translation>Ersetzen Sie die Zugangsdaten durch die aktuellen und klicken Sie auf „Aktualisieren“. Relink prüft dann, ob die Verbindung aktiv wird.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Bring in the current sign-in</source>
        <translation>Aktuelle Anmeldung verwenden</translation>
    </message>
    <message>
        <source>Your browser opens at {provider}. Sign in with the current password and allow the access. Relink then checks whether the connection becomes active.</source>
        <translation>Ihr Browser öffnet {provider}. Melden Sie sich mit dem aktuellen Passwort an und erlauben Sie den Zugriff. Relink prüft dann, ob die Verbindung aktiv wird.</translation>
    </message>
    <message>
        <source>Copying often brings a space along that nobody sees. Relink looks for such characters, and shows which they are and where.</source>
        <translation>Beim Kopieren kommt oft ein Leerzeichen mit, das niemand sieht. Relink sucht nach solchen Zeichen und zeigt, welche es sind und wo sie stehen.</translation>
    </message>
    <message>
        <source>Click into the field and press Home: the cursor has to stand directly before the first character. Press End: nothing may follow the last one. Copy from the platform itself, not from a document or an e-mail.</source>
        <translation>Klicken Sie in das Feld und drücken Sie Pos1: Der Cursor muss direkt vor dem ersten Zeichen stehen. Drücken Sie Ende: Nach dem letzten darf nichts folgen. Kopieren Sie bei der Plattform selbst, nicht aus einem Dokument oder einer E-Mail.</translation>
    </message>
    <message>
        <source>In Mintsoft, open the warehouse user accounts and find the user. The Connect role group of the platform has to be assigned: Connect-{provider}, as it is Connect-Shopify or Connect-Amazon elsewhere.</source>
        <translation>Öffnen Sie in Mintsoft die „Warehouse User Accounts“ und suchen Sie den Benutzer. Die Connect-Rollengruppe der Plattform muss zugewiesen sein: Connect-{provider}, so wie anderswo Connect-Shopify oder Connect-Amazon.</translation>
    </message>
    <message>
        <source>Yes, at the platform</source>
        <translation>Ja, bei der Plattform</translation>
    </message>
    <message>
        <source>Yes, in Mintsoft</source>
        <translation>Ja, in Mintsoft</translation>
    </message>
    <message>
        <source>No, or not known</source>
        <translation>Nein oder nicht bekannt</translation>
    </message>
    <message>
        <source>Click the button: your browser opens at {provider}. Sign in there and allow the access; then come back. It is kept at the end with Save + Continue.</source>
        <translation>Klicken Sie auf die Schaltfläche: Ihr Browser öffnet {provider}. Melden Sie sich dort an und erlauben Sie den Zugriff; kommen Sie dann zurück. Behalten wird es am Ende mit „Speichern + Weiter“.</translation>
    </message>
    <message>
        <source>Get a new key or token from {provider}, enter it and click Update.</source>
        <translation>Holen Sie sich bei {provider} einen neuen Schlüssel oder ein neues Token, geben Sie es ein und klicken Sie auf „Aktualisieren“.</translation>
    </message>
    <message>
        <source>At {provider} a sign-in lasts about {refresh_days} days, even when nothing is wrong. See whether the platform lets you extend it; otherwise set a reminder and re-authorise before it ends.</source>
        <translation>Bei {provider} hält eine Anmeldung etwa {refresh_days} Tage, auch wenn alles in Ordnung ist. Sehen Sie nach, ob die Plattform sie verlängern lässt; sonst setzen Sie sich eine Erinnerung und autorisieren neu, bevor sie endet.</translation>
    </message>
    <message>
        <source>The table shows which of the four cells connect. Make Test Mode match the kind of your credentials: on for test, off for production.</source>
        <translation>Die Tabelle zeigt, welche der vier Felder sich verbinden. Stellen Sie den Testmodus passend zu Ihren Zugangsdaten: ein für Test, aus für den echten Betrieb.</translation>
    </message>
    <message>
        <source>In Mintsoft, find the connection in the list of its kind and click Edit. Set the Test Mode toggle to match your credentials: on for test, off for production. Click Update.</source>
        <translation>Suchen Sie in Mintsoft die Verbindung in der Liste ihrer Art und klicken Sie auf „Edit“. Stellen Sie den Schalter „Test Mode“ passend zu Ihren Zugangsdaten: ein für Test, aus für den echten Betrieb. Klicken Sie auf „Update“.</translation>
    </message>
    <message>
        <source>It uses the public API directly</source>
        <translation>Sie nutzt die öffentliche API direkt</translation>
    </message>
    <message>
        <source>It is one of the courier developer portal</source>
        <translation>Sie gehört zum Entwicklerportal der Kuriere</translation>
    </message>
    <message>
        <source>We do not know</source>
        <translation>Wir wissen es nicht</translation>
    </message>
    <message>
        <source>The WMS mobile app?</source>
        <translation>Die mobile WMS-App?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Move to the new app</source>
        <translation>Zur neuen App wechseln</translation>
    </message>
    <message>
        <source>Move to the Access Mintsoft app on each device; the Mintsoft support team helps you with that.</source>
        <translation>Wechseln Sie auf jedem Gerät zur App „Access Mintsoft“; das Supportteam von Mintsoft hilft Ihnen dabei.</translation>
    </message>
    <message>
        <source>Ask the Mintsoft support</source>
        <translation>Mintsoft-Support fragen</translation>
    </message>
    <message>
        <source>All steps are worked through. The packet holds what the Mintsoft support team asks for: the full error, the integration, since when, a picture of it and what you tried, without passwords and keys.</source>
        <translation>Alle Schritte sind durchgegangen. Das Paket enthält, wonach das Supportteam von Mintsoft fragt: den ganzen Fehler, die Integration, seit wann, ein Bild davon und was Sie versucht haben, ohne Passwörter und Schlüssel.</translation>
    </message>
    <message>
        <source>Step 2: credentials</source>
        <translation>Schritt 2: Zugangsdaten</translation>
    </message>
    <message>
        <source>Step 3: extra characters</source>
        <translation>Schritt 3: überzählige Zeichen</translation>
    </message>
    <message>
        <source>Step 4: permissions</source>
        <translation>Schritt 4: Berechtigungen</translation>
    </message>
    <message>
        <source>Step 5: renew the sign-in</source>
        <translation>Schritt 5: Anmeldung erneuern</translation>
    </message>
    <message>
        <source>Step 6: Test Mode</source>
        <translation>Schritt 6: Testmodus</translation>
    </message>
    <message>
        <source>Step 7: way of signing in</source>
        <translation>Schritt 7: Art der Anmeldung</translation>
    </message>
    <message>
        <source>A user revoked the access</source>
        <translation>Ein Benutzer hat den Zugriff widerrufen</translation>
    </message>
    <message>
        <source>The token ran out</source>
        <translation>Das Token ist abgelaufen</translation>
    </message>
    <message>
        <source>A user changed the password</source>
        <translation>Ein Benutzer hat das Passwort geändert</translation>
    </message>
    <message>
        <source>If refreshing was refused, do not repeat it: sign in once more. Your browser opens at {provider}; sign in and allow the access.</source>
        <translation>Wurde das Erneuern abgelehnt, wiederholen Sie es nicht: Melden Sie sich noch einmal an. Ihr Browser öffnet {provider}; melden Sie sich an und erlauben Sie den Zugriff.</translation>
    </message>
    <message>
        <source>Ask for new access</source>
        <translation>Neuen Zugriff anfordern</translation>
    </message>
    <message>
        <source>If refreshing was refused, do not repeat it: check the values of the app and ask with them once more. What you leave empty stays as it is.</source>
        <translation>Wurde das Erneuern abgelehnt, wiederholen Sie es nicht: Prüfen Sie die Werte der App und fragen Sie damit noch einmal an. Was Sie leer lassen, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Ask with these values</source>
        <translation>Mit diesen Werten anfragen</translation>
    </message>
    <message>
        <source>Which of these is it?</source>
        <translation>Welches davon ist es?</translation>
    </message>
    <message>
        <source>The credentials used to get a token were wrong or had expired. Choose what you know or suspect.</source>
        <translation>Die Zugangsdaten, mit denen ein Token geholt wird, waren falsch oder abgelaufen. Wählen Sie, was Sie wissen oder vermuten.</translation>
    </message>
    <message>
        <source>Correct ID and secret</source>
        <translation>ID und Geheimnis berichtigen</translation>
    </message>
    <message>
        <source>Enter what differed from the Sage Intacct Developer Console. What you leave empty stays as it is.</source>
        <translation>Geben Sie ein, was von der „Sage Intacct Developer Console“ abwich. Was Sie leer lassen, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>Das Passwort zurücksetzen</translation>
    </message>
    <message>
        <source>Get help from Sage Intacct</source>
        <translation>Hilfe von Sage Intacct holen</translation>
    </message>
    <message>
        <source>Reset your password</source>
        <translation>Passwort zurücksetzen</translation>
    </message>
    <message>
        <source>Reset your password at Sage Intacct. Then come back and sign in with the new one.</source>
        <translation>Setzen Sie Ihr Passwort bei Sage Intacct zurück. Kommen Sie dann zurück und melden Sie sich mit dem neuen an.</translation>
    </message>
    <message>
        <source>Sign in with the new password</source>
        <translation>Mit dem neuen Passwort anmelden</translation>
    </message>
    <message>
        <source>Your browser opens at {provider}. Sign in with the new password and allow the access.</source>
        <translation>Ihr Browser öffnet {provider}. Melden Sie sich mit dem neuen Passwort an und erlauben Sie den Zugriff.</translation>
    </message>
    <message>
        <source>Ask Sage Intacct</source>
        <translation>Sage Intacct fragen</translation>
    </message>
    <message>
        <source>Ask the Sage Intacct customer support to check the credentials. The support packet on the last page holds what they need.</source>
        <translation>Bitten Sie den Kundendienst von Sage Intacct, die Zugangsdaten zu prüfen. Das Supportpaket auf der letzten Seite enthält, was er braucht.</translation>
    </message>
    <message>
        <source>My job asks for it (by role)</source>
        <translation>Meine Aufgabe verlangt es (nach Rolle)</translation>
    </message>
    <message>
        <source>Certain objects, such as invoices</source>
        <translation>Bestimmte Objekte, etwa Rechnungen</translation>
    </message>
    <message>
        <source>A certain action, such as posting</source>
        <translation>Eine bestimmte Aktion, etwa Buchen</translation>
    </message>
    <message>
        <source>Another company or entity</source>
        <translation>Eine andere Firma oder Einheit</translation>
    </message>
    <message>
        <source>User or application?</source>
        <translation>Benutzer oder Anwendung?</translation>
    </message>
    <message>
        <source>The user lacks a role or permission</source>
        <translation>Dem Benutzer fehlt eine Rolle oder Berechtigung</translation>
    </message>
    <message>
        <source>The application was not authorised</source>
        <translation>Die Anwendung wurde nicht autorisiert</translation>
    </message>
    <message>
        <source>Forget and ask again</source>
        <translation>Vergessen und neu anfordern</translation>
    </message>
    <message>
        <source>Relink forgets the access token that it holds and asks for a new one. Your sign-in stays.</source>
        <translation>Relink vergisst das Zugriffstoken, das es hat, und fordert ein neues an. Ihre Anmeldung bleibt.</translation>
    </message>
    <message>
        <source>Have the code looked through</source>
        <translation>Den Code durchsehen lassen</translation>
    </message>
    <message>
        <source>This is for whoever built your integration: pass it on. The sample in the article does not run as it is printed; take the address from Sage’s own documentation.</source>
        <translation>Das ist für die Person, die Ihre Integration gebaut hat: Geben Sie es weiter. Das Beispiel im Artikel läuft nicht so, wie es gedruckt ist; nehmen Sie die Adresse aus der Dokumentation von Sage.</translation>
    </message>
    <message>
        <source>Get new tokens</source>
        <translation>Neue Token holen</translation>
    </message>
    <message>
        <source>Password or support</source>
        <translation>Passwort oder Support</translation>
    </message>
    <message>
        <source>General checks</source>
        <translation>Allgemeine Prüfungen</translation>
    </message>
    <message>
        <source>Relink makes one call to {provider} with what would be saved. The light turns green and says Active only after it has succeeded.</source>
        <translation>Relink macht mit dem, was gespeichert würde, einen Aufruf bei {provider}. Das Licht wird erst grün und zeigt „Aktiv“, wenn er gelungen ist.</translation>
    </message>
    <message>
        <source>Disconnect in Xero first</source>
        <translation>Erst in Xero trennen</translation>
    </message>
    <message>
        <source>Only if the steps before did not help: open the connection settings in Xero and disconnect the app there. Then come back and authorise once more.</source>
        <translation>Nur wenn die Schritte davor nicht geholfen haben: Öffnen Sie die Verbindungseinstellungen in Xero und trennen Sie die App dort. Kommen Sie dann zurück und autorisieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Recreate the secret in Xero</source>
        <translation>Geheimnis in Xero neu erstellen</translation>
    </message>
    <message>
        <source>A 403 can also point at the credentials of the app. Open the app in Xero, check its client secret and create a new one. An app of the desktop type has no secret: with one of those, skip this page and the next.</source>
        <translation>Ein 403 kann auch auf die Zugangsdaten der App hinweisen. Öffnen Sie die App in Xero, prüfen Sie ihr Client-Geheimnis und erstellen Sie ein neues. Eine Desktop-App hat kein Geheimnis: Überspringen Sie dann diese und die nächste Seite.</translation>
    </message>
    <message>
        <source>Enter the new secret</source>
        <translation>Neues Geheimnis eingeben</translation>
    </message>
    <message>
        <source>Enter the new secret in place of the old one. The old one is given up when you save.</source>
        <translation>Geben Sie das neue Geheimnis anstelle des alten ein. Das alte wird beim Speichern aufgegeben.</translation>
    </message>
    <message>
        <source>Use the new secret</source>
        <translation>Neues Geheimnis verwenden</translation>
    </message>
    <message>
        <source>That person was removed or has left</source>
        <translation>Diese Person wurde entfernt oder ist gegangen</translation>
    </message>
    <message>
        <source>That person is still there</source>
        <translation>Diese Person ist noch da</translation>
    </message>
    <message>
        <source>Recreate the app in Xero</source>
        <translation>App in Xero neu anlegen</translation>
    </message>
    <message>
        <source>In that case register the app anew in Xero, with the same redirect address as before.</source>
        <translation>Registrieren Sie die App in diesem Fall in Xero neu, mit derselben Weiterleitungsadresse wie zuvor.</translation>
    </message>
    <message>
        <source>Enter the new app’s values</source>
        <translation>Werte der neuen App eingeben</translation>
    </message>
    <message>
        <source>Enter the client ID and the client secret of the new app in place of the old ones.</source>
        <translation>Geben Sie die Client-ID und das Client-Geheimnis der neuen App anstelle der alten ein.</translation>
    </message>
    <message>
        <source>Authorise the new app</source>
        <translation>Neue App autorisieren</translation>
    </message>
    <message>
        <source>Your browser opens at {provider}. Sign in, choose the organisation that this connection is for and allow the permission.</source>
        <translation>Ihr Browser öffnet {provider}. Melden Sie sich an, wählen Sie die Organisation, für die diese Verbindung gedacht ist, und erlauben Sie den Zugriff.</translation>
    </message>
    <message>
        <source>Disconnect and reconnect</source>
        <translation>Trennen und neu verbinden</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>Das Geheimnis</translation>
    </message>
    <message>
        <source>Authorise in Xeroom</source>
        <translation>In Xeroom autorisieren</translation>
    </message>
    <message>
        <source>Open Xeroom and click Authorise. Your browser opens for the sign-in.</source>
        <translation>Öffnen Sie Xeroom und klicken Sie auf „Authorise“. Ihr Browser öffnet sich für die Anmeldung.</translation>
    </message>
    <message>
        <source>Continue with existing</source>
        <translation>Mit bestehender fortfahren</translation>
    </message>
    <message>
        <source>If Xero says that you are connected already, choose “continue with existing organisation”. It must be the same organisation as before.</source>
        <translation>Wenn Xero sagt, dass Sie schon verbunden sind, wählen Sie „continue with existing organisation“. Es muss dieselbe Organisation wie vorher sein.</translation>
    </message>
    <message>
        <source>Is it a green Active again?</source>
        <translation>Ist es wieder ein grünes Active?</translation>
    </message>
    <message>
        <source>Look in Xeroom: the light should be green and say Active. Relink cannot ask Xeroom, so it keeps your answer, with the date.</source>
        <translation>Sehen Sie in Xeroom nach: Das Licht sollte grün sein und „Active“ zeigen. Relink kann Xeroom nicht fragen und behält deshalb Ihre Antwort mit dem Datum.</translation>
    </message>
    <message>
        <source>Did one of these come before?</source>
        <translation>Ging eines davon voraus?</translation>
    </message>
    <message>
        <source>The security token can fail after an upgrade, or when the person who created the Xero app has had the account closed.</source>
        <translation>Das Sicherheitstoken kann nach einem Upgrade versagen oder wenn das Konto der Person geschlossen wurde, die die Xero-App angelegt hat.</translation>
    </message>
    <message>
        <source>With Xeroom, a 403 points at the connection’s own credentials and not only at the token. Open your app in Xero, check its client secret and create a new one.</source>
        <translation>Bei Xeroom weist ein 403 auf die Zugangsdaten der Verbindung selbst hin und nicht nur auf das Token. Öffnen Sie Ihre App in Xero, prüfen Sie ihr Client-Geheimnis und erstellen Sie ein neues.</translation>
    </message>
    <message>
        <source>With Xeroom, a 403 points at the connection’s own credentials and not only at the token. Open your app in Xero, check its client secret and create a new one. An app of the desktop type has no secret: with one of those, skip this page and the next.</source>
        <translation>Bei Xeroom weist ein 403 auf die Zugangsdaten der Verbindung selbst hin und nicht nur auf das Token. Öffnen Sie Ihre App in Xero, prüfen Sie ihr Client-Geheimnis und erstellen Sie ein neues. Eine Desktop-App hat kein Geheimnis: Überspringen Sie dann diese und die nächste Seite.</translation>
    </message>
    <message>
        <source>Enter the secret in Xeroom</source>
        <translation>Geheimnis in Xeroom eingeben</translation>
    </message>
    <message>
        <source>Enter the new secret in Xeroom in place of the old one, and authorise again there.</source>
        <translation>Geben Sie das neue Geheimnis in Xeroom anstelle des alten ein und autorisieren Sie dort neu.</translation>
    </message>
    <message>
        <source>Authorise with it</source>
        <translation>Damit autorisieren</translation>
    </message>
    <message>
        <source>Your browser opens at {provider}. Sign in, allow the permission and continue with the existing organisation.</source>
        <translation>Ihr Browser öffnet {provider}. Melden Sie sich an, erlauben Sie den Zugriff und fahren Sie mit der bestehenden Organisation fort.</translation>
    </message>
    <message>
        <source>If a new secret does not help, think of staff changes: if an administrator has removed the person who created the app from Xero, the apps of that person are gone too.</source>
        <translation>Wenn ein neues Geheimnis nicht hilft, denken Sie an personelle Änderungen: Hat ein Administrator die Person, die die App angelegt hat, aus Xero entfernt, sind auch ihre Apps weg.</translation>
    </message>
    <message>
        <source>Authorise in Xeroom with the new app.</source>
        <translation>Autorisieren Sie in Xeroom mit der neuen App.</translation>
    </message>
    <message>
        <source>All steps for this error are worked through. If it still happens with the latest version, submit a ticket to the Xeroom support desk. The packet holds what it asks for, without passwords and keys.</source>
        <translation>Alle Schritte für diesen Fehler sind durchgegangen. Wenn es mit der neuesten Version immer noch geschieht, reichen Sie beim Xeroom-Support ein Ticket ein. Das Paket enthält, wonach er fragt, ohne Passwörter und Schlüssel.</translation>
    </message>
    <message>
        <source>If it happens often</source>
        <translation>Wenn es oft geschieht</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Lagerbestand</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Company details</source>
        <translation>Firmendaten</translation>
    </message>
    <message>
        <source>The provider does not list its organisations. Authorise again and choose there.</source>
        <translation>Der Anbieter listet seine Organisationen nicht auf. Autorisieren Sie neu und wählen Sie dort.</translation>
    </message>
    <message>
        <source>Granted permissions</source>
        <translation>Erteilte Berechtigungen</translation>
    </message>
    <message>
        <source>Enter the app’s secret</source>
        <translation>Das Geheimnis der App eingeben</translation>
    </message>
    <message>
        <source>It was kept in the keychain entry that is gone. Copy the client secret from where your app is registered at {provider}.</source>
        <translation>Es lag in dem Eintrag des Schlüsselbunds, der verschwunden ist. Kopieren Sie das Client-Geheimnis von dort, wo Ihre App bei {provider} registriert ist.</translation>
    </message>
    <message>
        <source>This connection was reconnected elsewhere meanwhile. Check it again before saving.</source>
        <translation>Diese Verbindung wurde inzwischen anderswo wieder hergestellt. Prüfen Sie sie noch einmal, bevor Sie speichern.</translation>
    </message>
    <message>
        <source>Authorise here as well</source>
        <translation>Auch hier autorisieren</translation>
    </message>
    <message>
        <source>Amaka’s own access is renewed now; this connection has one beside it. Your browser opens at {provider}: sign in and allow the access, then come back.</source>
        <translation>Der eigene Zugriff von Amaka ist nun erneuert; diese Verbindung hat daneben noch einen. Ihr Browser öffnet {provider}: Melden Sie sich an, erlauben Sie den Zugriff und kommen Sie dann zurück.</translation>
    </message>
    <message>
        <source>Enter the credential here as well</source>
        <translation>Zugangsdaten auch hier eingeben</translation>
    </message>
    <message>
        <source>Amaka’s own access is renewed now; this connection has one beside it. Enter the credential of {provider} that is valid now. What you leave empty stays as it is.</source>
        <translation>Der eigene Zugriff von Amaka ist nun erneuert; diese Verbindung hat daneben noch einen. Geben Sie die Zugangsdaten von {provider} ein, die jetzt gelten. Was Sie leer lassen, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Enter the user name and the password that are valid at {provider} now. What you leave empty stays as it is.</source>
        <translation>Geben Sie den Benutzernamen und das Passwort ein, die jetzt bei {provider} gelten. Was Sie leer lassen, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Enter the current login</source>
        <translation>Aktuelle Anmeldedaten eingeben</translation>
    </message>
    <message>
        <source>Compare the user name</source>
        <translation>Benutzernamen vergleichen</translation>
    </message>
    <message>
        <source>See at {provider} which user this integration signs in as, and whether it is the user name of this connection.</source>
        <translation>Sehen Sie bei {provider} nach, mit welchem Benutzer sich diese Integration anmeldet, und ob es der Benutzername dieser Verbindung ist.</translation>
    </message>
    <message>
        <source>Was the password changed?</source>
        <translation>Wurde das Passwort geändert?</translation>
    </message>
    <message>
        <source>Find out whether the password was changed at {provider} after this connection was set up.</source>
        <translation>Finden Sie heraus, ob das Passwort bei {provider} geändert wurde, nachdem diese Verbindung eingerichtet worden war.</translation>
    </message>
</context>
<context>
    <name>relink::AccountsPage</name>
    <message>
        <source>Connected Accounts</source>
        <translation>Verbundene Konten</translation>
    </message>
    <message>
        <source>Search name, provider, organisation</source>
        <translation>Name, Anbieter oder Organisation suchen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>What needs you comes first</source>
        <translation>Zuerst kommt, was Sie braucht</translation>
    </message>
    <message>
        <source>No connection fits this search. Esc shows all of them.</source>
        <translation>Keine Verbindung passt zu dieser Suche. Esc zeigt alle.</translation>
    </message>
    <message>
        <source>What can be done with this connection</source>
        <translation>Was sich mit dieser Verbindung tun lässt</translation>
    </message>
    <message>
        <source>No keychain was found, so no sign-in can be kept. Install and start one (gnome-keyring or KWallet), then try again. Nothing is lost.</source>
        <translation>Es wurde kein Schlüsselbund gefunden, deshalb lässt sich keine Anmeldung aufbewahren. Installieren und starten Sie einen (gnome-keyring oder KWallet) und versuchen Sie es noch einmal. Es ist nichts verloren.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>Details of the failure</source>
        <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
        <source>&amp;Authorise again</source>
        <translation>&amp;Neu autorisieren</translation>
    </message>
    <message>
        <source>Shows only the connections in this state</source>
        <translation>Zeigt nur die Verbindungen in diesem Zustand</translation>
    </message>
    <message numerus="yes">
        <source>%n connections need you. Relink leads through them one after the other, first those that hold up most.</source>
        <translation>
            <numerusform>Eine Verbindung braucht Sie. Relink führt hindurch.</numerusform>
            <numerusform>%n Verbindungen brauchen Sie. Relink führt nacheinander hindurch, zuerst durch die, die am meisten aufhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Go through them</source>
        <translation>&amp;Durchgehen</translation>
    </message>
</context>
<context>
    <name>relink::AuthorizeDialog</name>
    <message>
        <source>Authorise %1</source>
        <translation>%1 autorisieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Sign in all the same</source>
        <translation>&amp;Trotzdem anmelden</translation>
    </message>
</context>
<context>
    <name>relink::BrowserWaitPanel</name>
    <message>
        <source>%1 (signed in as %2)</source>
        <translation>%1 (angemeldet als %2)</translation>
    </message>
    <message>
        <source>If the page does not open, copy this link into a browser on this computer:</source>
        <translation>Falls die Seite nicht aufgeht, kopieren Sie diesen Link in einen Browser auf diesem Computer:</translation>
    </message>
    <message>
        <source>Sign-in link</source>
        <translation>Anmeldelink</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>&amp;Open again</source>
        <translation>Noch einmal ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Opens the sign-in page in the browser once more</source>
        <translation>Öffnet die Anmeldeseite noch einmal im Browser</translation>
    </message>
    <message>
        <source>&amp;Stop waiting</source>
        <translation>Nicht mehr &amp;warten</translation>
    </message>
    <message>
        <source>When you have allowed the access, the browser shows a page with a code or ends at a long address. Copy either and paste it here:</source>
        <translation>Wenn Sie den Zugriff erlaubt haben, zeigt der Browser eine Seite mit einem Code oder endet auf einer langen Adresse. Kopieren Sie eines davon und fügen Sie es hier ein:</translation>
    </message>
    <message>
        <source>Code or whole address from the browser</source>
        <translation>Code oder ganze Adresse aus dem Browser</translation>
    </message>
    <message>
        <source>Code or whole address</source>
        <translation>Code oder ganze Adresse</translation>
    </message>
    <message>
        <source>&amp;Use this code</source>
        <translation>Diesen &amp;Code benutzen</translation>
    </message>
    <message>
        <source>Which one should be connected?</source>
        <translation>Welche soll verbunden werden?</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>&amp;Connect this one</source>
        <translation>Diese &amp;verbinden</translation>
    </message>
    <message>
        <source>This is another account</source>
        <translation>Das ist ein anderes Konto</translation>
    </message>
    <message>
        <source>Connected until now</source>
        <translation>Bisher verbunden</translation>
    </message>
    <message>
        <source>Signed in just now</source>
        <translation>Gerade angemeldet</translation>
    </message>
    <message>
        <source>&amp;Keep the former account</source>
        <translation>Das bisherige Konto &amp;behalten</translation>
    </message>
    <message>
        <source>Use the &amp;new account</source>
        <translation>Das &amp;neue Konto nehmen</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird beendet …</translation>
    </message>
    <message>
        <source>Waiting for your browser</source>
        <translation>Relink wartet auf Ihren Browser</translation>
    </message>
    <message>
        <source>A page of %1 is open in your browser. Sign in there and allow the access, then come back: this page notices by itself.</source>
        <translation>Eine Seite von %1 ist in Ihrem Browser offen. Melden Sie sich dort an, erlauben Sie den Zugriff und kommen Sie zurück: Diese Seite merkt es von selbst.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the link into a browser on this computer.</source>
        <translation>Kein Browser ging auf. Kopieren Sie den Link in einen Browser auf diesem Computer.</translation>
    </message>
    <message>
        <source>%1 answered. Checking the connection…</source>
        <translation>%1 hat geantwortet. Die Verbindung wird geprüft …</translation>
    </message>
    <message>
        <source>Paste the code or the whole address from the browser first.</source>
        <translation>Fügen Sie zuerst den Code oder die ganze Adresse aus dem Browser ein.</translation>
    </message>
    <message>
        <source>The sign-in at %1 reaches more than one organisation.</source>
        <translation>Die Anmeldung bei %1 erreicht mehr als eine Organisation.</translation>
    </message>
    <message>
        <source>You signed in at %1 with an account that is not the one this connection had. Nothing has changed yet.</source>
        <translation>Sie haben sich bei %1 mit einem anderen Konto angemeldet, als diese Verbindung hatte. Noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A page of %1 is open in your browser. Sign in there and allow the access, then come back with what the browser shows at the end.</source>
        <translation>Eine Seite von %1 ist in Ihrem Browser geöffnet. Melden Sie sich dort an, erlauben Sie den Zugriff und kommen Sie dann mit dem zurück, was der Browser am Ende zeigt.</translation>
    </message>
    <message>
        <source>%1 refused that code. Paste the whole address of the page you arrived at, or another code.</source>
        <translation>%1 hat diesen Code abgelehnt. Fügen Sie die ganze Adresse der Seite ein, auf der Sie angekommen sind, oder einen anderen Code.</translation>
    </message>
    <message>
        <source>If the page does not open, go there on any device:</source>
        <translation>Öffnet sich die Seite nicht, rufen Sie sie auf einem beliebigen Gerät auf:</translation>
    </message>
    <message>
        <source>A page of %1 is open in your browser. Enter this code there and allow the access, then come back: this page notices by itself.</source>
        <translation>Eine Seite von %1 ist in Ihrem Browser geöffnet. Geben Sie dort diesen Code ein, und erlauben Sie den Zugriff; kommen Sie dann zurück: Diese Seite merkt es von selbst.</translation>
    </message>
    <message>
        <source>Code to enter</source>
        <translation>Code zum Eingeben</translation>
    </message>
    <message>
        <source>Copy &amp;code</source>
        <translation>&amp;Code kopieren</translation>
    </message>
    <message>
        <source>This connection was brought along for another organisation than the one you signed in to at %1. Nothing is kept yet.</source>
        <translation>Diese Verbindung wurde für eine andere Organisation mitgebracht als die, bei der Sie sich bei %1 angemeldet haben. Noch ist nichts übernommen.</translation>
    </message>
    <message>
        <source>Brought along</source>
        <translation>Mitgebracht</translation>
    </message>
    <message>
        <source>&amp;Keep nothing</source>
        <translation>&amp;Nichts übernehmen</translation>
    </message>
</context>
<context>
    <name>relink::CheckTable</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>wird geprüft …</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The name of a check and its result, for a screen reader</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht bestätigt</translation>
    </message>
</context>
<context>
    <name>relink::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>relink::ConnectDialog</name>
    <message>
        <source>The provider’s own words</source>
        <translation>Der Wortlaut des Anbieters</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>New integration</source>
        <translation>Neue Anbindung</translation>
    </message>
    <message>
        <source>Which account should be connected?</source>
        <translation>Welches Konto soll verbunden werden?</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>You sign in at %1 in your own browser. Relink never sees your password.</source>
        <translation>Sie melden sich in Ihrem eigenen Browser bei %1 an. Relink sieht Ihr Passwort nie.</translation>
    </message>
    <message>
        <source>What you enter is kept in the keychain of this computer.</source>
        <translation>Was Sie eingeben, wird im Schlüsselbund dieses Computers aufbewahrt.</translation>
    </message>
    <message>
        <source>&amp;Connect new account</source>
        <translation>Neues Konto ver&amp;binden</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>Choose a provider first.</source>
        <translation>Wählen Sie zuerst einen Anbieter.</translation>
    </message>
    <message>
        <source>Something is missing or does not fit; it is marked below.</source>
        <translation>Etwas fehlt oder passt nicht; es ist unten markiert.</translation>
    </message>
    <message>
        <source>%1 is connected</source>
        <translation>%1 ist verbunden</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>%1 wurde hinzugefügt</translation>
    </message>
    <message>
        <source>Organisation: %1</source>
        <translation>Organisation: %1</translation>
    </message>
    <message>
        <source>&amp;It works there</source>
        <translation>&amp;Es funktioniert dort</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>So it is called in the list. Change it if you know it by another name.</source>
        <translation>So heißt sie in der Liste. Ändern Sie ihn, wenn Sie sie unter einem anderen Namen kennen.</translation>
    </message>
    <message>
        <source>&amp;Connect all the same</source>
        <translation>&amp;Trotzdem verbinden</translation>
    </message>
</context>
<context>
    <name>relink::ConnectionActions</name>
    <message>
        <source>View &amp;errors</source>
        <translation>&amp;Fehler ansehen</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>&amp;Jetzt prüfen</translation>
    </message>
    <message>
        <source>Re&amp;fresh connection</source>
        <translation>Verbindung erne&amp;uern</translation>
    </message>
    <message>
        <source>Re-&amp;authorise</source>
        <translation>Neu &amp;autorisieren</translation>
    </message>
    <message>
        <source>E&amp;dit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Rena&amp;me</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Re&amp;voke access</source>
        <translation>Zugriff &amp;widerrufen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Re&amp;connect…</source>
        <translation>Neu ver&amp;binden …</translation>
    </message>
    <message>
        <source>Resu&amp;me</source>
        <comment>a paused connection</comment>
        <translation>Fort&amp;setzen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A connection&apos;s name and what went wrong with it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Revoke the access of %1?</source>
        <translation>Den Zugriff von %1 widerrufen?</translation>
    </message>
    <message>
        <source>Relink asks %1 to end the access and forgets the sign-in. What uses this connection stops working until you authorise it again. This cannot be taken back.</source>
        <translation>Relink bittet %1, den Zugriff zu beenden, und vergisst die Anmeldung. Was diese Verbindung benutzt, funktioniert nicht mehr, bis Sie neu autorisieren. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>The access is revoked</source>
        <translation>Der Zugriff ist widerrufen</translation>
    </message>
    <message>
        <source>%1 took the request</source>
        <translation>%1 hat die Bitte angenommen</translation>
    </message>
    <message>
        <source>Removed here, not yet at %1</source>
        <translation>Hier entfernt, noch nicht bei %1</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nichts hat sich geändert</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>&amp;Open page at %1</source>
        <translation>Seite bei %1 ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>The connection, its sign-in and its error history are deleted on this computer. At %1 the access may stay listed until you revoke it. This cannot be taken back.</source>
        <translation>Die Verbindung, ihre Anmeldung und ihr Fehlerverlauf werden auf diesem Computer gelöscht. Bei %1 bleibt der Zugriff vielleicht aufgeführt, bis Sie ihn widerrufen. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Relink cannot ask %1 to end the access: it only forgets the sign-in on this computer. What uses this connection stops working until you authorise it again. This cannot be taken back.</source>
        <translation>Relink kann %1 nicht bitten, den Zugriff zu beenden: Es vergisst nur die Anmeldung auf diesem Computer. Was diese Verbindung nutzt, funktioniert erst wieder, wenn Sie neu autorisieren. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>At %1 the access ends only when you end it there: %2</source>
        <extracomment>%1 is a provider, %2 a menu path there</extracomment>
        <translation>Bei %1 endet der Zugriff erst, wenn Sie ihn dort beenden: %2</translation>
    </message>
    <message>
        <source>This path is not confirmed; it may have another name there.</source>
        <translation>Dieser Weg ist nicht bestätigt; er kann dort anders heißen.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>Dissolve %1?</source>
        <translation>%1 auflösen?</translation>
    </message>
    <message>
        <source>The two are no longer shown as one row. Both connections stay as they are.</source>
        <translation>Die beiden stehen dann nicht mehr in einer Zeile. Beide Verbindungen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Dissolve</source>
        <translation>&amp;Auflösen</translation>
    </message>
    <message>
        <source>The pair “%1” is dissolved with it; its other side stays.</source>
        <translation>Das Paar „%1“ wird damit aufgelöst; seine andere Seite bleibt.</translation>
    </message>
    <message>
        <source>&amp;Support packet…</source>
        <translation>&amp;Support-Paket …</translation>
    </message>
    <message>
        <source>C&amp;ontact support…</source>
        <translation>Support k&amp;ontaktieren …</translation>
    </message>
    <message>
        <source>Forget access &amp;token and ask again</source>
        <translation>Zugriffs&amp;token vergessen und neu anfordern</translation>
    </message>
    <message>
        <source>%1 has a new access token.</source>
        <extracomment>A connection</extracomment>
        <translation>%1 hat ein neues Zugriffstoken.</translation>
    </message>
    <message>
        <source>&amp;Continue reconnecting</source>
        <translation>Ver&amp;binden fortsetzen</translation>
    </message>
    <message>
        <source>Add a no&amp;te…</source>
        <translation>No&amp;tiz hinzufügen …</translation>
    </message>
</context>
<context>
    <name>relink::ConnectionDelegate</name>
    <message>
        <source>Reconnect…</source>
        <translation>Neu verbinden …</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>provider, organisation</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Continue reconnecting</source>
        <translation>Verbinden fortsetzen</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>Fortsetzen …</translation>
    </message>
</context>
<context>
    <name>relink::ConnectionDetails</name>
    <message>
        <source>Select a connection to see its details.</source>
        <translation>Wählen Sie eine Verbindung, um ihre Einzelheiten zu sehen.</translation>
    </message>
    <message>
        <source>A reconnect was begun here. It goes on where it was left.</source>
        <translation>Hier wurde ein Neuverbinden begonnen. Es geht dort weiter, wo es verlassen wurde.</translation>
    </message>
    <message>
        <source>Reco&amp;nnect…</source>
        <translation>&amp;Neu verbinden …</translation>
    </message>
    <message>
        <source>Leads through the steps that bring it back</source>
        <translation>Führt durch die Schritte, die sie zurückbringen</translation>
    </message>
    <message>
        <source>Signs in at the provider in your browser</source>
        <translation>Meldet Sie im Browser beim Anbieter an</translation>
    </message>
    <message>
        <source>Re&amp;voke access</source>
        <translation>Zugriff &amp;widerrufen</translation>
    </message>
    <message>
        <source>Ends the access at the provider</source>
        <translation>Beendet den Zugriff beim Anbieter</translation>
    </message>
    <message>
        <source>The provider’s own words</source>
        <translation>Der Wortlaut des Anbieters</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Credential is for</source>
        <translation>Zugangsdaten sind für</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>In this state since</source>
        <translation>In diesem Zustand seit</translation>
    </message>
    <message>
        <source>Access valid until</source>
        <translation>Zugriff gültig bis</translation>
    </message>
    <message>
        <source>Sign-in valid until</source>
        <translation>Anmeldung gültig bis</translation>
    </message>
    <message>
        <source>%1’s own words</source>
        <translation>Der Wortlaut von %1</translation>
    </message>
    <message>
        <source>&amp;Authorise</source>
        <translation>&amp;Autorisieren</translation>
    </message>
    <message>
        <source>Re-&amp;authorise</source>
        <translation>Neu &amp;autorisieren</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>It &amp;works</source>
        <translation>Es &amp;funktioniert</translation>
    </message>
    <message>
        <source>Notes today as the day you said so</source>
        <translation>Merkt sich heute als Tag Ihrer Angabe</translation>
    </message>
    <message>
        <source>It &amp;stopped working</source>
        <translation>Es funktioniert &amp;nicht mehr</translation>
    </message>
    <message>
        <source>Notes it and shows the way to bring it back</source>
        <translation>Merkt es sich und zeigt den Weg, es wiederherzustellen</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Erneuerung</translation>
    </message>
    <message>
        <source>Ending the access</source>
        <translation>Beenden des Zugriffs</translation>
    </message>
    <message>
        <source>Not granted</source>
        <translation>Nicht gewährt</translation>
    </message>
    <message>
        <source>%1 · your own definition</source>
        <translation>%1 · von Ihnen selbst beschrieben</translation>
    </message>
    <message>
        <source>Add a n&amp;ote…</source>
        <translation>N&amp;otiz hinzufügen …</translation>
    </message>
    <message>
        <source>Keeps a change that somebody made, such as a new password</source>
        <translation>Hält eine Änderung fest, die jemand vorgenommen hat, etwa ein neues Passwort</translation>
    </message>
    <message>
        <source>Co&amp;ntinue reconnecting</source>
        <translation>Verbi&amp;nden fortsetzen</translation>
    </message>
    <message>
        <source>Goes on where the reconnect was left</source>
        <translation>Macht dort weiter, wo das Verbinden unterbrochen wurde</translation>
    </message>
</context>
<context>
    <name>relink::ConnectionForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>How you call this connection. Left empty, it gets the name of the provider and the organisation.</source>
        <translation>Wie Sie diese Verbindung nennen. Bleibt er leer, bekommt sie den Namen des Anbieters und der Organisation.</translation>
    </message>
    <message>
        <source>How to connect</source>
        <translation>Art der Verbindung</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>The product whose integration needs this connection, such as your warehouse or accounting software.</source>
        <translation>Das Produkt, dessen Anbindung diese Verbindung braucht, etwa Ihre Lager- oder Buchhaltungssoftware.</translation>
    </message>
    <message>
        <source>Your sign-in data goes to %1 and nowhere else.</source>
        <translation>Ihre Anmeldedaten gehen an %1 und nirgends sonst hin.</translation>
    </message>
    <message>
        <source>What you need first</source>
        <translation>Was Sie zuerst brauchen</translation>
    </message>
    <message>
        <source>Suggested: %1</source>
        <translation>Vorschlag: %1</translation>
    </message>
</context>
<context>
    <name>relink::TestModeBox</name>
    <message>
        <source>&amp;Test Mode</source>
        <translation>&amp;Testmodus</translation>
    </message>
    <message>
        <source>For keys of the provider’s test environment; live keys do not work with it</source>
        <translation>Für Schlüssel der Testumgebung des Anbieters; echte Schlüssel gehen damit nicht</translation>
    </message>
    <message>
        <source>Whether Test Mode works here is not confirmed.</source>
        <translation>Ob der Testmodus hier funktioniert, ist nicht bestätigt.</translation>
    </message>
</context>
<context>
    <name>relink::ConnectionListModel</name>
    <message>
        <source>Enter shows the details, the Menu key what can be done.</source>
        <translation>Die Eingabetaste zeigt die Einzelheiten, die Menütaste, was sich tun lässt.</translation>
    </message>
    <message>
        <source>Enter shows the details, Ctrl+R reconnects, the Menu key shows what can be done.</source>
        <translation>Die Eingabetaste zeigt die Einzelheiten, Strg+R verbindet neu, die Menütaste zeigt, was sich tun lässt.</translation>
    </message>
    <message>
        <source>%1, pair of %2 and %3. %4</source>
        <translation>%1, Paar aus %2 und %3. %4</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Enter shows the details, Ctrl+R goes on with the reconnect that was begun, the Menu key shows what can be done.</source>
        <translation>Eingabe zeigt die Einzelheiten, Strg+R setzt das begonnene Verbinden fort, die Menütaste zeigt, was sich tun lässt.</translation>
    </message>
</context>
<context>
    <name>relink::CopyLine</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what the button does, with what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copies the text beside it, to be pasted elsewhere</source>
        <translation>Kopiert den Text daneben, zum Einfügen an anderer Stelle</translation>
    </message>
</context>
<context>
    <name>relink::EditDialog</name>
    <message>
        <source>&amp;Update</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>The provider file of this connection is missing, so it cannot be edited.</source>
        <translation>Die Anbieterdatei dieser Verbindung fehlt, deshalb lässt sie sich nicht bearbeiten.</translation>
    </message>
    <message>
        <source>Compare with what is stored</source>
        <translation>Mit dem Gespeicherten vergleichen</translation>
    </message>
</context>
<context>
    <name>relink::HistoryModel</name>
    <message>
        <source>Failure, resolved</source>
        <translation>Fehler, behoben</translation>
    </message>
    <message>
        <source>Failure, not resolved</source>
        <translation>Fehler, nicht behoben</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Erholung</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Kind of event and what happened, for a screen reader</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>All at %1</source>
        <translation>Alle bei %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>relink::HistoryView</name>
    <message>
        <source>&amp;Unresolved only</source>
        <translation>Nur &amp;unbehobene</translation>
    </message>
    <message>
        <source>Error history</source>
        <translation>Fehlerverlauf</translation>
    </message>
    <message>
        <source>Search message or code</source>
        <translation>Meldung oder Code suchen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>What failed and what worked again, newest first</source>
        <translation>Was schiefging und was wieder ging, das Neueste zuerst</translation>
    </message>
    <message>
        <source>Select an event to see what is known about it.</source>
        <translation>Wählen Sie ein Ereignis, um zu sehen, was darüber bekannt ist.</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>While</source>
        <translation>Während</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>The provider’s own words</source>
        <translation>Der Wortlaut des Anbieters</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>Einzelheiten &amp;kopieren</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n events</source>
        <translation>
            <numerusform>das neueste Ereignis</numerusform>
            <numerusform>die neuesten %n Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>one event</source>
        <translation>ein Ereignis</translation>
    </message>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · nothing unresolved</source>
        <extracomment>How many events are shown, and how many of them are not resolved</extracomment>
        <translation>%1 · nichts unbehoben</translation>
    </message>
    <message>
        <source>%1 · %2 not resolved</source>
        <translation>%1 · %2 nicht behoben</translation>
    </message>
    <message>
        <source>Nothing fits this search.</source>
        <translation>Nichts passt zu dieser Suche.</translation>
    </message>
    <message>
        <source>Nothing has gone wrong so far. Failures and recoveries will be listed here.</source>
        <translation>Bisher ging nichts schief. Fehler und Erholungen werden hier aufgeführt.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A connection and its provider</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>%1’s own words</source>
        <translation>Der Wortlaut von %1</translation>
    </message>
    <message>
        <source>met elsewhere, saved by you</source>
        <translation>anderswo aufgetreten, von Ihnen gespeichert</translation>
    </message>
    <message>
        <source>What you saved</source>
        <translation>Was Sie gespeichert haben</translation>
    </message>
    <message>
        <source>&amp;Support packet…</source>
        <translation>&amp;Support-Paket …</translation>
    </message>
    <message>
        <source>Gathers what a support team asks for about this connection</source>
        <translation>Stellt zusammen, wonach der Support zu dieser Verbindung fragt</translation>
    </message>
    <message>
        <source>Add a n&amp;ote…</source>
        <translation>N&amp;otiz hinzufügen …</translation>
    </message>
    <message>
        <source>Keeps a change that somebody made, such as a new password</source>
        <translation>Hält eine Änderung fest, die jemand vorgenommen hat, etwa ein neues Passwort</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Notiert</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation>Was Sie geschrieben haben</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Was versucht wurde</translation>
    </message>
    <message>
        <source>All connections at %1</source>
        <translation>Alle Verbindungen bei %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>The note was removed.</source>
        <translation>Die Notiz wurde entfernt.</translation>
    </message>
    <message>
        <source>&amp;Remove this note</source>
        <translation>Diese Notiz ent&amp;fernen</translation>
    </message>
</context>
<context>
    <name>relink::InlineMessage</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>relink::InputFieldEditor</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (freiwillig)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>For example %1</source>
        <translation>Zum Beispiel %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Zeigen: %1</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Bereinigen</translation>
    </message>
    <message>
        <source>Clean: %1</source>
        <translation>Bereinigen: %1</translation>
    </message>
    <message>
        <source>Paste the whole key, from its BEGIN to its END line</source>
        <translation>Den ganzen Schlüssel einfügen, von der BEGIN- bis zur END-Zeile</translation>
    </message>
    <message>
        <source>Private key, %1 lines</source>
        <translation>Privater Schlüssel, %1 Zeilen</translation>
    </message>
</context>
<context>
    <name>relink::MainWindow</name>
    <message>
        <source>Relink – Practice</source>
        <translation>Relink – Übung</translation>
    </message>
    <message>
        <source>Connected Accounts</source>
        <translation>Verbundene Konten</translation>
    </message>
    <message>
        <source>Error history</source>
        <translation>Fehlerverlauf</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <source>New &amp;integration</source>
        <translation>Neue &amp;Anbindung</translation>
    </message>
    <message>
        <source>Check a&amp;ll</source>
        <translation>A&amp;lle prüfen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Connected &amp;Accounts</source>
        <translation>Verbundene &amp;Konten</translation>
    </message>
    <message>
        <source>Error &amp;history</source>
        <translation>Fehler&amp;verlauf</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 braucht Sie</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n braucht Sie</numerusform>
            <numerusform>%n brauchen Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Relink cannot write to its own storage, so changes and history may be lost when it is closed. Free some space or check the permissions of its folder. (%1)</source>
        <translation>Relink kann nicht in seine eigene Ablage schreiben; Änderungen und Verlauf gehen beim Schließen vielleicht verloren. Schaffen Sie Platz oder prüfen Sie die Rechte des Ordners. (%1)</translation>
    </message>
    <message>
        <source>Saving to the keychain… Relink closes as soon as that is done.</source>
        <translation>Wird im Schlüsselbund gespeichert … Relink schließt sich, sobald das geschehen ist.</translation>
    </message>
    <message>
        <source>A new sign-in is not saved yet: the keychain does not take it. Do not quit before it is unlocked.</source>
        <translation>Eine neue Anmeldung ist noch nicht gespeichert: Der Schlüsselbund nimmt sie nicht an. Beenden Sie Relink nicht, bevor er entsperrt ist.</translation>
    </message>
    <message>
        <source>Quit without saving?</source>
        <translation>Ohne Speichern beenden?</translation>
    </message>
    <message>
        <source>The keychain has not taken a new sign-in. If you quit now, that connection may have to be authorised again. Unlock the keychain first to keep it.</source>
        <translation>Der Schlüsselbund hat eine neue Anmeldung nicht angenommen. Wenn Sie jetzt beenden, muss diese Verbindung vielleicht neu autorisiert werden. Entsperren Sie zuerst den Schlüsselbund, um sie zu behalten.</translation>
    </message>
    <message>
        <source>&amp;Quit anyway</source>
        <translation>Trotzdem &amp;beenden</translation>
    </message>
    <message>
        <source>The keychain holds no sign-in for %1. Open the keychain that has it, or authorise again.</source>
        <extracomment>Names of connections</extracomment>
        <translation>Der Schlüsselbund enthält keine Anmeldung für %1. Öffnen Sie den Schlüsselbund, der sie hat, oder autorisieren Sie neu.</translation>
    </message>
    <message>
        <source>One sign-in in the keychain belongs to no connection here.</source>
        <translation>Eine Anmeldung im Schlüsselbund gehört hier zu keiner Verbindung.</translation>
    </message>
    <message numerus="yes">
        <source>%n sign-ins in the keychain belong to no connection here.</source>
        <translation>
            <numerusform>Eine Anmeldung im Schlüsselbund gehört hier zu keiner Verbindung.</numerusform>
            <numerusform>%n Anmeldungen im Schlüsselbund gehören hier zu keiner Verbindung.</numerusform>
        </translation>
    </message>
    <message>
        <source>It may be left over from an interruption, or belong to another copy of Relink on this computer.</source>
        <translation>Das kann von einer Unterbrechung übrig sein oder zu einer anderen Relink-Installation auf diesem Computer gehören.</translation>
    </message>
    <message>
        <source>Remove &amp;left-overs…</source>
        <translation>Ü&amp;berreste entfernen …</translation>
    </message>
    <message>
        <source>Remove what belongs to no connection?</source>
        <translation>Entfernen, was zu keiner Verbindung gehört?</translation>
    </message>
    <message>
        <source>Relink deletes these sign-ins from the keychain of this computer. At the provider they stay valid until they run out. If another copy of Relink uses them, keep them. This cannot be taken back.</source>
        <translation>Relink löscht diese Anmeldungen aus dem Schlüsselbund dieses Computers. Beim Anbieter bleiben sie gültig, bis sie ablaufen. Wenn eine andere Relink-Installation sie verwendet, behalten Sie sie. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Every connection and whether it works</source>
        <translation>Jede Verbindung und ob sie funktioniert</translation>
    </message>
    <message>
        <source>What failed and what worked again</source>
        <translation>Was fehlschlug und was wieder funktioniert</translation>
    </message>
    <message>
        <source>What can be done with connections</source>
        <translation>Was Sie mit Verbindungen tun können</translation>
    </message>
    <message>
        <source>The pages of this window, and the search</source>
        <translation>Die Seiten dieses Fensters und die Suche</translation>
    </message>
    <message>
        <source>Diagnose an error</source>
        <translation>Fehler einschätzen</translation>
    </message>
    <message>
        <source>What an error from anywhere means, and what to do</source>
        <translation>Was ein Fehler von irgendwoher bedeutet und was zu tun ist</translation>
    </message>
    <message>
        <source>&amp;Diagnose an error…</source>
        <translation>Fehler &amp;einschätzen …</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>What the words mean, and what the platforms say</source>
        <translation>Was die Wörter bedeuten und was die Plattformen sagen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>What words mean, and who can help</source>
        <translation>Was Wörter bedeuten und wer helfen kann</translation>
    </message>
    <message>
        <source>Reconnect one after the ot&amp;her…</source>
        <translation>Nacheinander neu ver&amp;binden …</translation>
    </message>
</context>
<context>
    <name>relink::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Practice: nothing here is real</source>
        <translation>Übung: Nichts hier ist echt</translation>
    </message>
</context>
<context>
    <name>relink::OutcomeDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The provider’s own words</source>
        <translation>Der Wortlaut des Anbieters</translation>
    </message>
</context>
<context>
    <name>relink::ProviderPicker</name>
    <message>
        <source>%1, %2</source>
        <extracomment>A provider and its category, for a screen reader</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Search providers</source>
        <translation>Anbieter suchen</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>&amp;Show all categories</source>
        <translation>Alle Kategorien &amp;zeigen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Choose “%1”</source>
        <translation>„%1“ &amp;wählen</translation>
    </message>
    <message>
        <source>Nothing here matches “%1”, but another category has it.</source>
        <translation>Hier passt nichts zu „%1“, aber in einer anderen Kategorie gibt es etwas.</translation>
    </message>
    <message>
        <source>No provider matches “%1”. A service that follows the OAuth 2.0 standard can be connected all the same, with the addresses that it documents.</source>
        <translation>Kein Anbieter passt zu „%1“. Ein Dienst, der dem Standard OAuth 2.0 folgt, lässt sich trotzdem verbinden, mit den Adressen, die er dokumentiert.</translation>
    </message>
    <message>
        <source>%1 · your own definition</source>
        <translation>%1 · von Ihnen selbst beschrieben</translation>
    </message>
</context>
<context>
    <name>relink::ReconnectPage</name>
    <message>
        <source>Ready to save</source>
        <translation>Bereit zum Speichern</translation>
    </message>
    <message>
        <source>What is an access token?</source>
        <translation>Was ist ein Zugriffstoken?</translation>
    </message>
    <message>
        <source>For whoever built your integration</source>
        <translation>Für die Person, die Ihre Integration gebaut hat</translation>
    </message>
    <message>
        <source>About your other connection: %1 (%2)</source>
        <translation>Zu Ihrer anderen Verbindung: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>relink::ReconnectWizard</name>
    <message>
        <source>&amp;Go on without</source>
        <translation>&amp;Ohne das weiter</translation>
    </message>
    <message>
        <source>Reconnect %1</source>
        <translation>%1 neu verbinden</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>provider, organisation</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Do &amp;this now</source>
        <translation>Das &amp;jetzt tun</translation>
    </message>
    <message>
        <source>I have &amp;done this</source>
        <translation>Das habe ich &amp;erledigt</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Noch einmal &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Save + Continue</source>
        <translation>&amp;Speichern + Weiter</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Warten …</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Go on without &amp;waiting</source>
        <translation>Ohne &amp;Warten weiter</translation>
    </message>
    <message>
        <source>&amp;Note it and go on</source>
        <translation>&amp;Notieren und weiter</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>%1 · saved so far</source>
        <translation>%1 · bis hierher gespeichert</translation>
    </message>
</context>
<context>
    <name>relink::ReconnectFooter</name>
    <message>
        <source>Finish &amp;later</source>
        <translation>S&amp;päter fertigstellen</translation>
    </message>
    <message>
        <source>Closes and goes on at this step next time</source>
        <translation>Schließt und geht beim nächsten Mal an diesem Schritt weiter</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing has been changed, and Cancel leaves it so.</source>
        <translation>Es wurde nichts geändert, und „Abbrechen“ lässt es dabei.</translation>
    </message>
    <message>
        <source>An access was revoked; that cannot be taken back. Closing keeps your place.</source>
        <translation>Ein Zugriff wurde widerrufen; das lässt sich nicht zurücknehmen. Beim Schließen bleibt Ihre Stelle erhalten.</translation>
    </message>
    <message>
        <source>The access was renewed and stays so. Closing keeps your place.</source>
        <translation>Der Zugriff wurde erneuert und bleibt es. Beim Schließen bleibt Ihre Stelle erhalten.</translation>
    </message>
    <message>
        <source>What was signed in or entered here is thrown away; the connection stays as it was.</source>
        <translation>Was hier angemeldet oder eingegeben wurde, wird verworfen; die Verbindung bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>relink::RenameDialog</name>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>relink::StepList</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <extracomment>A step&apos;s number, title and state, for a screen reader</extracomment>
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>only if needed</source>
        <translation>nur falls nötig</translation>
    </message>
    <message>
        <source>did not help</source>
        <translation>hat nicht geholfen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>relink::TestBadge</name>
    <message>
        <source>TEST</source>
        <comment>badge of a test connection</comment>
        <translation>TEST</translation>
    </message>
    <message>
        <source>Test Mode</source>
        <translation>Testmodus</translation>
    </message>
    <message>
        <source>%1, Test Mode</source>
        <extracomment>The name of a connection, for a screen reader</extracomment>
        <translation>%1, Testmodus</translation>
    </message>
</context>
<context>
    <name>Category</name>
    <message>
        <source>Accounting</source>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>Online shop</source>
        <translation>Onlineshop</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Marktplatz</translation>
    </message>
    <message>
        <source>Point of sale</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
</context>
<context>
    <name>Method</name>
    <message>
        <source>You sign in at %1 in your browser and allow the access there.</source>
        <translation>Sie melden sich in Ihrem Browser bei %1 an und erlauben dort den Zugriff.</translation>
    </message>
    <message>
        <source>Relink shows a short code. You enter it at %1 in a browser.</source>
        <translation>Relink zeigt einen kurzen Code. Sie geben ihn in einem Browser bei %1 ein.</translation>
    </message>
    <message>
        <source>Relink signs in with the ID and secret of your own app; nobody has to sign in at %1.</source>
        <translation>Relink meldet sich mit Kennung und Geheimnis Ihrer eigenen App an; bei %1 muss sich niemand anmelden.</translation>
    </message>
    <message>
        <source>Relink signs in with a private key whose other half %1 knows; nobody has to sign in.</source>
        <translation>Relink meldet sich mit einem privaten Schlüssel an, dessen andere Hälfte %1 kennt; niemand muss sich anmelden.</translation>
    </message>
    <message>
        <source>You copy a refresh token that %1 shows and paste it here.</source>
        <translation>Sie kopieren ein Refresh-Token, das %1 anzeigt, und fügen es hier ein.</translation>
    </message>
    <message>
        <source>You copy a key at %1 and paste it here.</source>
        <translation>Sie kopieren einen Schlüssel bei %1 und fügen ihn hier ein.</translation>
    </message>
    <message>
        <source>%1 keeps the access itself. Relink cannot look inside: it notes what you tell it.</source>
        <translation>%1 verwahrt den Zugang selbst. Relink kann nicht hineinsehen: Es merkt sich, was Sie ihm sagen.</translation>
    </message>
    <message>
        <source>Register an app of your own at %1, or ask whoever looks after yours for its details.</source>
        <translation>Registrieren Sie bei %1 eine eigene App, oder erfragen Sie die Angaben bei der Person, die Ihre App betreut.</translation>
    </message>
    <message>
        <source>Register an app of your own at %1 and give it the public half of a key pair. The private half goes below.</source>
        <translation>Registrieren Sie bei %1 eine eigene App, und hinterlegen Sie dort die öffentliche Hälfte eines Schlüsselpaars. Die private Hälfte gehört unten hinein.</translation>
    </message>
    <message>
        <source>Have %1 show the refresh token of your app.</source>
        <translation>Lassen Sie sich von %1 das Refresh-Token Ihrer App anzeigen.</translation>
    </message>
    <message>
        <source>Find or make the key at %1.</source>
        <translation>Suchen oder erzeugen Sie den Schlüssel bei %1.</translation>
    </message>
    <message>
        <source>Have a login at %1 that may use its interface (API).</source>
        <translation>Halten Sie bei %1 einen Zugang bereit, der die Schnittstelle (API) benutzen darf.</translation>
    </message>
    <message>
        <source>Set up the access at %1 as it is described there.</source>
        <translation>Richten Sie den Zugang bei %1 so ein, wie es dort beschrieben ist.</translation>
    </message>
    <message>
        <source>Relink does not know where on the site of %1 an app is registered. Ask the support there how to register one of your own. Needed from it: %2.</source>
        <translation>Relink weiß nicht, wo auf der Website von %1 eine App registriert wird. Fragen Sie den dortigen Support, wie Sie eine eigene registrieren. Gebraucht wird davon: %2.</translation>
    </message>
    <message>
        <source>Relink does not know where on the site of %1 an app is registered. Ask the support there how to register one that may sign in by itself (client credentials). Needed from it: %2.</source>
        <translation>Relink weiß nicht, wo auf der Website von %1 eine App registriert wird. Fragen Sie den dortigen Support, wie Sie eine registrieren, die sich selbst anmelden darf (Client Credentials). Gebraucht wird davon: %2.</translation>
    </message>
    <message>
        <source>Relink does not know where on the site of %1 an app is registered. Ask the support there how to register one that signs in with a private key, and where its certificate or public key is uploaded.</source>
        <translation>Relink weiß nicht, wo auf der Website von %1 eine App registriert wird. Fragen Sie den dortigen Support, wie Sie eine registrieren, die sich mit einem privaten Schlüssel anmeldet, und wo dessen Zertifikat oder öffentlicher Schlüssel hochgeladen wird.</translation>
    </message>
    <message>
        <source>Relink does not know where on the site of %1 these are shown. Ask the support there where to find for your own app: %2.</source>
        <translation>Relink weiß nicht, wo auf der Website von %1 diese Angaben stehen. Fragen Sie den dortigen Support, wo Sie für Ihre eigene App Folgendes finden: %2.</translation>
    </message>
    <message>
        <source>Relink does not know where on the site of %1 this is made. Ask the support there for access to its interface (API) by key. Needed: %2.</source>
        <translation>Relink weiß nicht, wo auf der Website von %1 der Schlüssel erzeugt wird. Bitten Sie den dortigen Support um einen Zugang zur Schnittstelle (API) mit Schlüssel. Gebraucht wird: %2.</translation>
    </message>
    <message>
        <source>Relink does not know where on the site of %1 such a login is made. Ask the support there for one that may use its interface (API). Needed: %2.</source>
        <translation>Relink weiß nicht, wo auf der Website von %1 ein solcher Zugang eingerichtet wird. Bitten Sie den dortigen Support um einen, der die Schnittstelle (API) benutzen darf. Gebraucht wird: %2.</translation>
    </message>
    <message>
        <source>Relink does not know where on the site of %1 this is set up. Ask the support there.</source>
        <translation>Relink weiß nicht, wo auf der Website von %1 das eingerichtet wird. Fragen Sie den dortigen Support.</translation>
    </message>
    <message>
        <source>You copy these at %1 and paste them here: %2.</source>
        <translation>Sie kopieren diese Angaben bei %1 und fügen sie hier ein: %2.</translation>
    </message>
    <message>
        <source>Relink signs in at %1 with what you enter here: %2.</source>
        <translation>Relink meldet sich bei %1 mit dem an, was Sie hier eingeben: %2.</translation>
    </message>
</context>
<context>
    <name>relink::FoldedSection</name>
    <message>
        <source>Open; press to fold it away</source>
        <translation>Aufgeklappt; drücken, um es zuzuklappen</translation>
    </message>
    <message>
        <source>Folded away; press to read it</source>
        <translation>Zugeklappt; drücken, um es zu lesen</translation>
    </message>
</context>
<context>
    <name>relink::FormFields</name>
    <message>
        <source>More options</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Das wird gebraucht.</translation>
    </message>
    <message>
        <source>This does not have the form that %1 uses.</source>
        <translation>Das hat nicht die Form, die %1 benutzt.</translation>
    </message>
    <message>
        <source>This does not have the form that %1 uses, for example %2.</source>
        <translation>Das hat nicht die Form, die %1 benutzt, zum Beispiel %2.</translation>
    </message>
</context>
<context>
    <name>relink::ProviderNotes</name>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>From %1: %2</source>
        <translation>Ab %1: %2</translation>
    </message>
    <message>
        <source>Since %1: %2</source>
        <translation>Seit %1: %2</translation>
    </message>
    <message>
        <source>Good to know about %1 (%2)</source>
        <translation>Gut zu wissen über %1 (%2)</translation>
    </message>
</context>
<context>
    <name>relink::SetupGuide</name>
    <message>
        <source>Redirect address to register</source>
        <translation>Weiterleitungsadresse zum Registrieren</translation>
    </message>
    <message>
        <source>&amp;Open page at %1</source>
        <translation>Seite bei %1 ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Read how at %1</source>
        <translation>&amp;Anleitung von %1 lesen</translation>
    </message>
    <message>
        <source>Enter this redirect address at %1:</source>
        <translation>Geben Sie diese Weiterleitungsadresse bei %1 ein:</translation>
    </message>
    <message>
        <source>This redirect address must stand at %1:</source>
        <translation>Diese Weiterleitungsadresse muss bei %1 stehen:</translation>
    </message>
    <message>
        <source>It leads to this computer and has to be entered letter for letter.</source>
        <translation>Sie führt zu diesem Computer und muss Zeichen für Zeichen so eingegeben werden.</translation>
    </message>
    <message>
        <source>It leads to this computer. Relink adds whichever port is free; the standard asks servers to take any.</source>
        <translation>Sie führt zu diesem Computer. Relink ergänzt einen Port, der gerade frei ist; der Standard verlangt, dass Server jeden annehmen.</translation>
    </message>
    <message>
        <source>The browser ends there after the sign-in. Copy the whole address of that page back to Relink.</source>
        <translation>Dort endet der Browser nach der Anmeldung. Kopieren Sie die ganze Adresse dieser Seite zurück in Relink.</translation>
    </message>
    <message>
        <source>%1 takes no redirect address on this computer. Register an https address of your own there and enter it below. The browser ends there after the sign-in, and you copy the whole address of that page back to Relink.</source>
        <translation>%1 nimmt keine Weiterleitungsadresse auf diesem Computer. Registrieren Sie dort eine eigene https-Adresse, und geben Sie sie unten ein. Der Browser endet dort nach der Anmeldung, und Sie kopieren die ganze Adresse dieser Seite zurück in Relink.</translation>
    </message>
    <message>
        <source>%1 gives the redirect address a name of its own; enter that name below. After the sign-in you copy what the browser shows back to Relink.</source>
        <translation>%1 gibt der Weiterleitungsadresse einen eigenen Namen; geben Sie diesen unten ein. Nach der Anmeldung kopieren Sie zurück in Relink, was der Browser zeigt.</translation>
    </message>
    <message>
        <source>Its documentation may say it too.</source>
        <translation>Vielleicht steht es auch in der Dokumentation.</translation>
    </message>
    <message>
        <source>&amp;Documentation of %1</source>
        <translation>&amp;Dokumentation von %1</translation>
    </message>
    <message>
        <source>Which redirect addresses %1 takes is not confirmed.</source>
        <translation>Welche Weiterleitungsadressen %1 annimmt, ist nicht bestätigt.</translation>
    </message>
    <message>
        <source>What has access already is looked after there under: %1</source>
        <translation>Was schon Zugriff hat, wird dort verwaltet unter: %1</translation>
    </message>
    <message>
        <source>See what has &amp;access at %1</source>
        <translation>&amp;Zugriffe bei %1 ansehen</translation>
    </message>
</context>
<context>
    <name>relink::TransferActions</name>
    <message>
        <source>E&amp;xport connections…</source>
        <translation>Verbindungen e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Impor&amp;t connections…</source>
        <translation>Verbindungen impor&amp;tieren …</translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation>Verbindungen exportieren</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>Verbindungen importieren</translation>
    </message>
    <message>
        <source>Exported connections (*.json)</source>
        <translation>Exportierte Verbindungen (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The connections were not exported</source>
        <translation>Die Verbindungen wurden nicht exportiert</translation>
    </message>
    <message>
        <source>One connection was written to %1.</source>
        <translation>Eine Verbindung wurde nach %1 geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n connections were written to %1.</source>
        <translation>
            <numerusform>Eine Verbindung wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Verbindungen wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>No secret is in the file. On the other computer choose Import connections and authorise each of them there.</source>
        <translation>Die Datei enthält kein Geheimnis. Wählen Sie auf dem anderen Computer „Verbindungen importieren“ und autorisieren Sie dort jede von ihnen.</translation>
    </message>
    <message>
        <source>The connections are exported</source>
        <translation>Die Verbindungen sind exportiert</translation>
    </message>
    <message>
        <source>Take along the files of your own providers</source>
        <translation>Nehmen Sie die Dateien Ihrer eigenen Anbieter mit</translation>
    </message>
    <message>
        <source>This file cannot be imported</source>
        <translation>Diese Datei kann nicht importiert werden</translation>
    </message>
    <message>
        <source>Nothing was added. Export the connections again on the other computer.</source>
        <translation>Es wurde nichts hinzugefügt. Exportieren Sie die Verbindungen auf dem anderen Computer noch einmal.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>There is nothing to import</source>
        <translation>Es gibt nichts zu importieren</translation>
    </message>
    <message>
        <source>The file has no connections.</source>
        <translation>Die Datei enthält keine Verbindungen.</translation>
    </message>
    <message>
        <source>The connections were not imported</source>
        <translation>Die Verbindungen wurden nicht importiert</translation>
    </message>
    <message>
        <source>The connections are being added…</source>
        <translation>Die Verbindungen werden hinzugefügt …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Doubt</name>
    <message>
        <source>not confirmed</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>asked of %1; whether that works is not confirmed</source>
        <translation>wird bei %1 beantragt; ob das wirkt, ist nicht bestätigt</translation>
    </message>
    <message>
        <source>only at %1; the way there is not confirmed</source>
        <translation>nur bei %1; der Weg dort ist nicht bestätigt</translation>
    </message>
    <message>
        <source>only at %1: %2</source>
        <comment>%2 is a menu path there</comment>
        <translation>nur bei %1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>whether each one ends the former sign-in is not confirmed</source>
        <translation>ob jede die frühere Anmeldung beendet, ist nicht bestätigt</translation>
    </message>
</context>
<context>
    <name>relink::TellDialog</name>
    <message>
        <source>Does %1 work?</source>
        <translation>Funktioniert %1?</translation>
    </message>
    <message>
        <source>It &amp;works there</source>
        <translation>Es &amp;funktioniert dort</translation>
    </message>
    <message>
        <source>It does &amp;not work</source>
        <translation>Es funktioniert &amp;nicht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>relink::PairSection</name>
    <message>
        <source>&amp;Pair with…</source>
        <translation>&amp;Paar bilden mit …</translation>
    </message>
    <message>
        <source>Rename pair…</source>
        <translation>Paar umbenennen …</translation>
    </message>
    <message>
        <source>Dissolve pair</source>
        <translation>Paar auflösen</translation>
    </message>
    <message>
        <source>Shows this connection and the one it works with as one row</source>
        <translation>Zeigt diese Verbindung und die, mit der sie zusammenarbeitet, als eine Zeile</translation>
    </message>
    <message>
        <source>Both connections stay</source>
        <translation>Beide Verbindungen bleiben</translation>
    </message>
    <message>
        <source>Pair: %1</source>
        <translation>Paar: %1</translation>
    </message>
    <message>
        <source>Shows this side of the pair</source>
        <translation>Zeigt diese Seite des Paars</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>relink::PairDialog</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Pair %1</source>
        <translation>Paar mit %1</translation>
    </message>
    <message>
        <source>An accounting connection and a shop, marketplace or till that work together stand in one row, with the worse light of the two.</source>
        <translation>Eine Buchhaltungsverbindung und ein Shop, Marktplatz oder eine Kasse, die zusammenarbeiten, stehen in einer Zeile, mit dem schlechteren der beiden Lichter.</translation>
    </message>
    <message>
        <source>&amp;Make the pair</source>
        <translation>Paar &amp;bilden</translation>
    </message>
    <message>
        <source>Rename pair</source>
        <translation>Paar umbenennen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Name of the pair</source>
        <translation>Name des Paars</translation>
    </message>
    <message>
        <source>Left empty, it is named after the two.</source>
        <translation>Bleibt er leer, heißt das Paar nach den beiden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>relink::AccountsHead</name>
    <message>
        <source>Connected Accounts</source>
        <translation>Verbundene Konten</translation>
    </message>
    <message>
        <source>Check a&amp;ll</source>
        <translation>A&amp;lle prüfen</translation>
    </message>
    <message>
        <source>Asks every provider whether the access works</source>
        <translation>Fragt jeden Anbieter, ob der Zugriff gilt</translation>
    </message>
    <message>
        <source>New &amp;integration</source>
        <translation>Neue &amp;Anbindung</translation>
    </message>
    <message>
        <source>Connects another account</source>
        <translation>Verbindet ein weiteres Konto</translation>
    </message>
    <message>
        <source>Nothing is connected yet</source>
        <translation>Noch ist nichts verbunden</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 braucht Sie</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n braucht Sie</numerusform>
            <numerusform>%n brauchen Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n aktiv</numerusform>
            <numerusform>%n aktiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 checked</source>
        <extracomment>Progress of &quot;Check all&quot;</extracomment>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>last check %1</source>
        <translation>letzte Prüfung %1</translation>
    </message>
</context>
<context>
    <name>relink::EmptyAccounts</name>
    <message>
        <source>New &amp;integration</source>
        <translation>Neue &amp;Anbindung</translation>
    </message>
    <message>
        <source>Connect the first account that your shop depends on, and Relink tells you whenever it stops working.</source>
        <translation>Verbinden Sie das erste Konto, von dem Ihr Geschäft abhängt. Relink sagt Ihnen dann, wenn es nicht mehr funktioniert.</translation>
    </message>
    <message>
        <source>Connects an account</source>
        <translation>Verbindet ein Konto</translation>
    </message>
    <message>
        <source>&amp;Practise first</source>
        <translation>&amp;Erst üben</translation>
    </message>
    <message>
        <source>Opens a second window with made-up accounts, where nothing can break</source>
        <translation>Öffnet ein zweites Fenster mit erfundenen Konten, in dem nichts kaputtgehen kann</translation>
    </message>
    <message>
        <source>&amp;Diagnose an error…</source>
        <translation>&amp;Fehler einschätzen …</translation>
    </message>
    <message>
        <source>Says what an error from anywhere means</source>
        <translation>Sagt, was ein Fehler von irgendwoher bedeutet</translation>
    </message>
</context>
<context>
    <name>relink::AskedScopes</name>
    <message>
        <source>What Relink asks for (%1)</source>
        <translation>Was Relink anfordert (%1)</translation>
    </message>
    <message>
        <source>By their names at %1</source>
        <translation>Mit den Namen, die %1 dafür hat</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>“%1” and “%2” were a pair, but one of them is left out, so there is none.</source>
        <translation>„%1“ und „%2“ waren ein Paar, doch eines davon wird ausgelassen, also gibt es keines.</translation>
    </message>
    <message>
        <source>“%1” and “%2” were a pair, but what has such a name here may be another account. Pair them yourself if it is the same.</source>
        <translation>„%1“ und „%2“ waren ein Paar, doch was hier so heißt, kann ein anderes Konto sein. Verbinden Sie sie selbst zu einem Paar, wenn es dasselbe ist.</translation>
    </message>
    <message>
        <source>“%1” and “%2” were a pair, but a pair is an accounting connection and a shop, marketplace or till.</source>
        <translation>„%1“ und „%2“ waren ein Paar, doch ein Paar sind eine Buchhaltung und ein Shop, Marktplatz oder eine Kasse.</translation>
    </message>
    <message>
        <source>“%1” and “%2” are a pair here already.</source>
        <translation>„%1“ und „%2“ sind hier bereits ein Paar.</translation>
    </message>
    <message>
        <source>“%1” and “%2” were a pair, but a connection has its name, “%3”. Pair them under another name.</source>
        <translation>„%1“ und „%2“ waren ein Paar, aber eine Verbindung trägt dessen Namen, „%3“. Verbinden Sie sie unter einem anderen Namen zu einem Paar.</translation>
    </message>
</context>
<context>
    <name>relink::ImportDialog</name>
    <message>
        <source>The file names the servers where you will sign in. Import it only if you know them:</source>
        <translation>Die Datei nennt die Server, bei denen Sie sich anmelden werden. Importieren Sie sie nur, wenn Sie diese kennen:</translation>
    </message>
    <message>
        <source>Pairs that are made:</source>
        <translation>Paare, die entstehen:</translation>
    </message>
    <message>
        <source>Import the pairs?</source>
        <translation>Die Paare importieren?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>They are added without any secret: authorise each of them afterwards.</source>
        <translation>Sie werden ohne Geheimnisse hinzugefügt: Autorisieren Sie danach jede von ihnen.</translation>
    </message>
    <message>
        <source>Left out, for their names are taken here:</source>
        <translation>Ausgelassen, weil ihre Namen hier vergeben sind:</translation>
    </message>
    <message>
        <source>Left out, for their providers are not here (%1):</source>
        <translation>Ausgelassen, weil es ihre Anbieter hier nicht gibt (%1):</translation>
    </message>
    <message>
        <source>Import this connection?</source>
        <translation>Diese Verbindung importieren?</translation>
    </message>
    <message>
        <source>Import these connections?</source>
        <translation>Diese Verbindungen importieren?</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und eine weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connections that are added:</source>
        <translation>Verbindungen, die hinzukommen:</translation>
    </message>
    <message>
        <source>Pairs that are not made:</source>
        <translation>Paare, die nicht entstehen:</translation>
    </message>
</context>
<context>
    <name>Diagnose</name>
    <message>
        <source>Provider: not named in the text</source>
        <translation>Anbieter: im Text nicht genannt</translation>
    </message>
    <message>
        <source>Provider: %1 (as you said)</source>
        <translation>Anbieter: %1 (von Ihnen genannt)</translation>
    </message>
    <message>
        <source>Provider: %1 (%2)</source>
        <comment>%2 is how sure that is</comment>
        <translation>Anbieter: %1 (%2)</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP-Status: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>What decided: “%1”</source>
        <translation>Was entschied: „%1“</translation>
    </message>
    <message>
        <source>Also possible:</source>
        <translation>Auch möglich:</translation>
    </message>
    <message>
        <source>What to do, in this order:</source>
        <translation>Was zu tun ist, in dieser Reihenfolge:</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Als Nächstes: %1</translation>
    </message>
    <message>
        <source>nearly certain</source>
        <translation>so gut wie sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>eine Vermutung</translation>
    </message>
    <message>
        <source>Relink’s own check contradicts this: %1 works (%2). The text may be older, or about another connection.</source>
        <comment>%2 is when that was found</comment>
        <translation>Die eigene Prüfung von Relink widerspricht dem: %1 funktioniert (%2). Der Text kann älter sein oder eine andere Verbindung betreffen.</translation>
    </message>
    <message>
        <source>Relink’s own check found something else for %1: %2</source>
        <comment>%2 is a sentence</comment>
        <translation>Die eigene Prüfung von Relink hat bei %1 etwas anderes gefunden: %2</translation>
    </message>
    <message>
        <source>This text tells of no failure, or of none that Relink knows.</source>
        <translation>Dieser Text handelt von keinem Fehler, oder von keinem, den Relink kennt.</translation>
    </message>
    <message>
        <source>Check now whether %1 works.</source>
        <comment>%1 is a connection</comment>
        <translation>Prüfen Sie jetzt, ob %1 funktioniert.</translation>
    </message>
    <message>
        <source>Change nothing at %1. See whether the error comes again, and which connection it is about.</source>
        <comment>%1 is a connection</comment>
        <translation>Ändern Sie nichts an %1. Sehen Sie nach, ob der Fehler wieder auftritt und um welche Verbindung es geht.</translation>
    </message>
    <message>
        <source>‹hidden›</source>
        <comment>in place of a password or key in a text</comment>
        <translation>‹verborgen›</translation>
    </message>
</context>
<context>
    <name>RequestLint</name>
    <message>
        <source>The text holds no address and no request that could be judged.</source>
        <translation>Der Text enthält keine Adresse und keine Anfrage, die sich beurteilen ließe.</translation>
    </message>
    <message>
        <source>Nothing unsafe was found.</source>
        <translation>Nichts Unsicheres gefunden.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>The safe form, with your own values in place of &lt;…&gt;. Sign in with POST, credentials in the body; send the key in a header:</source>
        <translation>Die sichere Form, mit Ihren eigenen Werten anstelle von &lt;…&gt;. Melden Sie sich mit POST an, die Zugangsdaten im Inhalt der Anfrage; den Schlüssel senden Sie in einer Kopfzeile:</translation>
    </message>
    <message>
        <source>Credentials stand in the address (%1). Servers, proxies and browsers keep addresses: send them in the body of a POST.</source>
        <translation>In der Adresse stehen Zugangsdaten (%1). Server, Proxys und Browser bewahren Adressen auf: Senden Sie sie im Inhalt einer POST-Anfrage.</translation>
    </message>
    <message>
        <source>The API key stands in the address (%1). Send it in a header.</source>
        <translation>Der API-Schlüssel steht in der Adresse (%1). Senden Sie ihn in einer Kopfzeile.</translation>
    </message>
    <message>
        <source>User name and password stand before the host %1. Take them out of the address.</source>
        <translation>Benutzername und Passwort stehen vor dem Host %1. Nehmen Sie sie aus der Adresse heraus.</translation>
    </message>
    <message>
        <source>This signs in with GET (%1). Use POST, with the credentials in the body.</source>
        <translation>Hier wird mit GET angemeldet (%1). Verwenden Sie POST, mit den Zugangsdaten im Inhalt der Anfrage.</translation>
    </message>
    <message>
        <source>The way to %1 is not encrypted (http). Use https, so that nobody on the way can read along.</source>
        <translation>Der Weg zu %1 ist nicht verschlüsselt (http). Verwenden Sie https, damit unterwegs niemand mitlesen kann.</translation>
    </message>
    <message>
        <source>User name and password go to %1 readable by everybody on the way: Basic over http only looks scrambled.</source>
        <translation>Benutzername und Passwort gehen für alle unterwegs lesbar an %1: Basic über http sieht nur verschlüsselt aus.</translation>
    </message>
    <message>
        <source>A secret stands on the command line (%1), where other users of this computer can see it in the list of programs. Put it into a file that only you can read, and give that to curl with --config.</source>
        <translation>Ein Geheimnis steht auf der Befehlszeile (%1), wo andere Benutzer dieses Computers es in der Liste der Programme sehen können. Schreiben Sie es in eine Datei, die nur Sie lesen können, und geben Sie diese curl mit --config.</translation>
    </message>
    <message>
        <source>“%1” is a misprint of a printed sample and does not work as it stands.</source>
        <translation>„%1“ ist der Druckfehler eines abgedruckten Beispiels und funktioniert so nicht.</translation>
    </message>
    <message>
        <source>No credentials in the address.</source>
        <translation>Keine Zugangsdaten in der Adresse.</translation>
    </message>
    <message>
        <source>No API key in the address.</source>
        <translation>Kein API-Schlüssel in der Adresse.</translation>
    </message>
    <message>
        <source>No user name before the host.</source>
        <translation>Kein Benutzername vor dem Host.</translation>
    </message>
    <message>
        <source>Nothing signs in with GET.</source>
        <translation>Nichts meldet sich mit GET an.</translation>
    </message>
    <message>
        <source>No unencrypted address.</source>
        <translation>Keine unverschlüsselte Adresse.</translation>
    </message>
    <message>
        <source>No password goes unencrypted.</source>
        <translation>Kein Passwort geht unverschlüsselt hinaus.</translation>
    </message>
    <message>
        <source>No secret on the command line.</source>
        <translation>Kein Geheimnis auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>No known misprint.</source>
        <translation>Kein bekannter Druckfehler.</translation>
    </message>
    <message>
        <source>Change the request, or send this to whoever looks after the script.</source>
        <translation>Ändern Sie die Anfrage, oder senden Sie dies an die Person, die das Skript betreut.</translation>
    </message>
    <message>
        <source>Change the request to the safe form, or send this to whoever looks after the script.</source>
        <translation>Bringen Sie die Anfrage in die sichere Form, oder senden Sie dies an die Person, die das Skript betreut.</translation>
    </message>
</context>
<context>
    <name>relink::AnswerView</name>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Paste an error, and Relink tells you what it means and what to do.</source>
        <translation>Fügen Sie einen Fehler ein, und Relink sagt Ihnen, was er bedeutet und was zu tun ist.</translation>
    </message>
    <message>
        <source>It may come from anywhere: an import report, an order note, an e-mail, a log. More around it does no harm. Web addresses and scripts are looked through for unsafe requests.</source>
        <translation>Er kann von überall her sein: aus einem Importbericht, einer Notiz an einer Bestellung, einer E-Mail, einem Protokoll. Mehr Text drumherum schadet nicht. Webadressen und Skripte werden auf unsichere Anfragen durchgesehen.</translation>
    </message>
    <message>
        <source>&amp;Try an example</source>
        <translation>Beispiel ausprobie&amp;ren</translation>
    </message>
    <message>
        <source>Puts a made-up error into the field</source>
        <translation>Setzt einen erfundenen Fehler in das Feld</translation>
    </message>
    <message>
        <source>Try a re&amp;quest</source>
        <translation>An&amp;frage ausprobieren</translation>
    </message>
    <message>
        <source>Puts a made-up unsafe request into the field</source>
        <translation>Setzt eine erfundene unsichere Anfrage in das Feld</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Ausschlaggebend</translation>
    </message>
    <message>
        <source>What to do, in this order</source>
        <translation>Was zu tun ist, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>It could also be</source>
        <translation>Es könnte auch sein</translation>
    </message>
    <message>
        <source>How sure this is: %1</source>
        <translation>Wie sicher das ist: %1</translation>
    </message>
    <message>
        <source>not named in the text</source>
        <translation>im Text nicht genannt</translation>
    </message>
    <message>
        <source>%1 (as you said)</source>
        <translation>%1 (wie Sie angegeben haben)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>• %1: %2</source>
        <translation>• %1: %2</translation>
    </message>
    <message>
        <source>Reading the text…</source>
        <translation>Der Text wird gelesen …</translation>
    </message>
    <message>
        <source>W&amp;hat is this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
</context>
<context>
    <name>relink::AnswerActs</name>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>&amp;Reconnect…</source>
        <translation>&amp;Neu verbinden …</translation>
    </message>
    <message>
        <source>Opens the guided reconnect of the chosen connection where this error leads to</source>
        <translation>Öffnet das geführte Neuverbinden der gewählten Verbindung dort, wohin dieser Fehler führt</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>&amp;Jetzt prüfen</translation>
    </message>
    <message>
        <source>Asks whether the chosen connection works</source>
        <translation>Fragt, ob die gewählte Verbindung funktioniert</translation>
    </message>
    <message>
        <source>Copy &amp;answer</source>
        <translation>Antwort &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies the answer without secrets, to be sent on</source>
        <translation>Kopiert die Antwort ohne Geheimnisse, zum Weitergeben</translation>
    </message>
    <message>
        <source>&amp;Save to the history…</source>
        <translation>Im Verlauf &amp;speichern …</translation>
    </message>
    <message>
        <source>Shows what would be kept in the error history of the connection, and asks</source>
        <translation>Zeigt, was im Fehlerverlauf der Verbindung gespeichert würde, und fragt nach</translation>
    </message>
    <message>
        <source>Is it about %1?</source>
        <translation>Geht es um %1?</translation>
    </message>
</context>
<context>
    <name>relink::DiagnosePage</name>
    <message>
        <source>Diagnose an error</source>
        <translation>Fehler einschätzen</translation>
    </message>
    <message>
        <source>Read on this computer only, and forgotten when you leave this page.</source>
        <translation>Wird nur auf diesem Computer gelesen und vergessen, sobald Sie diese Seite verlassen.</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>%1 wird geprüft …</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>The answer was copied.</source>
        <translation>Die Antwort wurde kopiert.</translation>
    </message>
    <message>
        <source>Saved in the error history of %1.</source>
        <translation>Im Fehlerverlauf von %1 gespeichert.</translation>
    </message>
    <message>
        <source>View &amp;errors</source>
        <translation>&amp;Fehler ansehen</translation>
    </message>
    <message>
        <source>The text names %1, not %2.</source>
        <translation>Der Text nennt %1, nicht %2.</translation>
    </message>
    <message>
        <source>The text is long: only what matters of it is shown.</source>
        <translation>Der Text ist lang: Nur das Wesentliche wird angezeigt.</translation>
    </message>
</context>
<context>
    <name>relink::DocumentedStepList</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
</context>
<context>
    <name>relink::PasteField</name>
    <message>
        <source>Text with the error</source>
        <translation>Text mit dem Fehler</translation>
    </message>
    <message>
        <source>Paste or type any text, or drop a text file here</source>
        <translation>Fügen Sie beliebigen Text ein, tippen Sie ihn, oder ziehen Sie eine Textdatei hierher</translation>
    </message>
    <message>
        <source>Paste an error message, an e-mail, a log, a web address or a script, or drop a text file here.</source>
        <translation>Fügen Sie eine Fehlermeldung, eine E-Mail, ein Protokoll, eine Webadresse oder ein Skript ein, oder ziehen Sie eine Textdatei hierher.</translation>
    </message>
    <message>
        <source>This is more than 4 MiB. Take the part that tells of the failure.</source>
        <translation>Das sind mehr als 4 MiB. Nehmen Sie den Teil, der vom Fehler handelt.</translation>
    </message>
    <message>
        <source>Reading %1 characters…</source>
        <translation>%1 Zeichen werden gelesen …</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is larger than 4 MiB. Paste the part that tells of the failure.</source>
        <translation>%1 ist größer als 4 MiB. Fügen Sie den Teil ein, der vom Fehler handelt.</translation>
    </message>
    <message>
        <source>%1 holds no text. Relink reads text files only; from a picture or a document, copy the words.</source>
        <translation>%1 enthält keinen Text. Relink liest nur Textdateien; aus einem Bild oder Dokument kopieren Sie bitte die Wörter.</translation>
    </message>
</context>
<context>
    <name>relink::PastePane</name>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>The connection that this is about; the answer then follows what is known of it</source>
        <translation>Die Verbindung, um die es geht; die Antwort richtet sich dann nach dem, was von ihr bekannt ist</translation>
    </message>
    <message>
        <source>Whose error this is, where the text does not say it or you know better</source>
        <translation>Von wem dieser Fehler ist, wenn der Text es nicht sagt oder Sie es besser wissen</translation>
    </message>
    <message>
        <source>Forgets the text and its answer</source>
        <translation>Vergisst den Text und die Antwort</translation>
    </message>
    <message>
        <source>C&amp;onnection</source>
        <translation>Ver&amp;bindung</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>Anb&amp;ieter</translation>
    </message>
    <message>
        <source>Passwords, keys and tokens in the text were hidden.</source>
        <translation>Passwörter, Schlüssel und Token im Text wurden verborgen.</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>Keine gewählt</translation>
    </message>
    <message>
        <source>As the text says</source>
        <translation>Wie im Text</translation>
    </message>
    <message>
        <source>Choose the connection first that this is about: the history is kept by connection.</source>
        <translation>Wählen Sie zuerst die Verbindung, um die es geht: Der Verlauf wird je Verbindung geführt.</translation>
    </message>
    <message>
        <source>The history is kept by connection, and there is none yet.</source>
        <translation>Der Verlauf wird je Verbindung geführt, und es gibt noch keine.</translation>
    </message>
</context>
<context>
    <name>relink::RequestView</name>
    <message>
        <source>Copy the safe &amp;form</source>
        <translation>Sichere Form k&amp;opieren</translation>
    </message>
    <message>
        <source>The safe form of the request</source>
        <translation>Die sichere Form der Anfrage</translation>
    </message>
    <message>
        <source>The safe form: sign in with POST, credentials in the body; send the key in a header. Put your own values in place of &lt;…&gt;.</source>
        <translation>Die sichere Form: mit POST anmelden, Zugangsdaten im Textkörper; den Schlüssel in einem Header senden. Setzen Sie Ihre eigenen Werte anstelle von &lt;…&gt; ein.</translation>
    </message>
    <message>
        <source>The request is in order</source>
        <translation>Die Anfrage ist in Ordnung</translation>
    </message>
    <message>
        <source>The request is unsafe</source>
        <translation>Die Anfrage ist unsicher</translation>
    </message>
    <message>
        <source>✕ Line %1: %2</source>
        <translation>✕ Zeile %1: %2</translation>
    </message>
    <message>
        <source>✓ Nothing unsafe was found.</source>
        <translation>✓ Es wurde nichts Unsicheres gefunden.</translation>
    </message>
</context>
<context>
    <name>relink::SaveErrorDialog</name>
    <message>
        <source>Save to the history of %1?</source>
        <translation>Im Verlauf von %1 speichern?</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Was gespeichert wird</translation>
    </message>
    <message>
        <source>&amp;Save to the history</source>
        <translation>Im Verlauf &amp;speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This line and what it means are kept in the error history on this computer, until the connection is removed. Passwords, keys and tokens are left out. Look whether anything else in it should not be kept.</source>
        <translation>Diese Zeile und ihre Bedeutung werden im Fehlerverlauf auf diesem Computer aufbewahrt, bis die Verbindung entfernt wird. Passwörter, Schlüssel und Token sind weggelassen. Sehen Sie nach, ob noch etwas darin steht, das nicht aufbewahrt werden soll.</translation>
    </message>
    <message>
        <source>for example the name of a report</source>
        <translation>zum Beispiel der Name eines Berichts</translation>
    </message>
    <message>
        <source>&amp;What were you doing? (optional)</source>
        <translation>&amp;Was haben Sie gerade getan? (freiwillig)</translation>
    </message>
</context>
<context>
    <name>Diary</name>
    <message>
        <source>A password was changed</source>
        <translation>Ein Passwort wurde geändert</translation>
    </message>
    <message>
        <source>Roles or permissions were changed</source>
        <translation>Rollen oder Berechtigungen wurden geändert</translation>
    </message>
    <message>
        <source>The subscription plan was changed</source>
        <translation>Der Tarif wurde gewechselt</translation>
    </message>
    <message>
        <source>A key was made anew</source>
        <translation>Ein Schlüssel wurde neu erzeugt</translation>
    </message>
    <message>
        <source>Somebody with access left</source>
        <translation>Jemand mit Zugang ist gegangen</translation>
    </message>
    <message>
        <source>There was a security review</source>
        <translation>Es gab eine Sicherheitsprüfung</translation>
    </message>
    <message>
        <source>An app, plugin or edition was upgraded</source>
        <translation>Eine App, ein Plugin oder eine Edition wurde erneuert</translation>
    </message>
    <message>
        <source>The access was withdrawn</source>
        <translation>Der Zugriff wurde entzogen</translation>
    </message>
    <message>
        <source>The access was switched off</source>
        <translation>Der Zugriff wurde abgeschaltet</translation>
    </message>
    <message>
        <source>The app was removed</source>
        <translation>Die App wurde entfernt</translation>
    </message>
    <message>
        <source>The account was closed or paused</source>
        <translation>Das Konto wurde geschlossen oder pausiert</translation>
    </message>
    <message>
        <source>Something else was changed</source>
        <translation>Etwas anderes wurde geändert</translation>
    </message>
    <message>
        <source>Noted: %1</source>
        <translation>Notiert: %1</translation>
    </message>
    <message>
        <source>Noted: “%1”</source>
        <translation>Notiert: „%1“</translation>
    </message>
    <message>
        <source>Noted: %1 – “%2”</source>
        <translation>Notiert: %1 – „%2“</translation>
    </message>
    <message>
        <source>It began within an hour of a change that you noted: “%1”.</source>
        <translation>Es begann innerhalb einer Stunde nach einer Änderung, die Sie notiert haben: „%1“.</translation>
    </message>
    <message>
        <source>It began an hour after a change that you noted: “%1”.</source>
        <translation>Es begann eine Stunde nach einer Änderung, die Sie notiert haben: „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>It began %n hours after a change that you noted: “%1”.</source>
        <translation>
            <numerusform>Es begann eine Stunde nach einer Änderung, die Sie notiert haben: „%1“.</numerusform>
            <numerusform>Es begann %n Stunden nach einer Änderung, die Sie notiert haben: „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It began %n days after a change that you noted: “%1”.</source>
        <translation>
            <numerusform>Es begann einen Tag nach einer Änderung, die Sie notiert haben: „%1“.</numerusform>
            <numerusform>Es begann %n Tage nach einer Änderung, die Sie notiert haben: „%1“.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Support</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>hat nicht geholfen</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>nicht möglich</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>Support packet, made by Relink %1 on %2</source>
        <translation>Support-Paket, erstellt von Relink %1 am %2</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>(not filled in)</source>
        <translation>(nicht ausgefüllt)</translation>
    </message>
    <message>
        <source>There is none in this packet.</source>
        <translation>In diesem Paket ist keines.</translation>
    </message>
    <message>
        <source>No failure of this connection is known.</source>
        <translation>Von dieser Verbindung ist kein Fehler bekannt.</translation>
    </message>
    <message>
        <source>Seen outside of Relink and kept by the merchant</source>
        <translation>Außerhalb von Relink gesehen und vom Händler festgehalten</translation>
    </message>
    <message>
        <source>Seen while: %1</source>
        <translation>Gesehen bei: %1</translation>
    </message>
    <message>
        <source>Integration of: %1</source>
        <translation>Anbindung von: %1</translation>
    </message>
    <message>
        <source>Platform: %1</source>
        <translation>Plattform: %1</translation>
    </message>
    <message>
        <source>Works with: %1</source>
        <translation>Arbeitet zusammen mit: %1</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Umgebung: %1</translation>
    </message>
    <message>
        <source>First occurred: %1</source>
        <translation>Zuerst aufgetreten: %1</translation>
    </message>
    <message>
        <source>First noticed: %1</source>
        <translation>Zuerst bemerkt: %1</translation>
    </message>
    <message>
        <source>Last seen: %1</source>
        <translation>Zuletzt gesehen: %1</translation>
    </message>
    <message>
        <source>The same failure was seen before, first on: %1</source>
        <translation>Derselbe Fehler wurde schon früher gesehen, zuerst: %1</translation>
    </message>
    <message>
        <source>Seen once so far.</source>
        <translation>Bisher einmal gesehen.</translation>
    </message>
    <message numerus="yes">
        <source>Every time: seen %n times, and never without in between.</source>
        <translation>
            <numerusform>Jedes Mal: bisher einmal gesehen.</numerusform>
            <numerusform>Jedes Mal: %n-mal gesehen, und dazwischen nie ohne Fehler.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only now and then: seen %n times, and it worked again once in between.</source>
        <translation>
            <numerusform>Nur hin und wieder: einmal gesehen, und einmal ging es wieder.</numerusform>
            <numerusform>Nur hin und wieder: %n-mal gesehen, und dazwischen ging es einmal wieder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only now and then: seen %n times, and it worked again %1 times in between.</source>
        <translation>
            <numerusform>Nur hin und wieder: einmal gesehen, und %1-mal ging es wieder.</numerusform>
            <numerusform>Nur hin und wieder: %n-mal gesehen, und dazwischen ging es %1-mal wieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>None is known.</source>
        <translation>Nichts bekannt.</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>A step of the guided reconnect, what came of it, and when</extracomment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Name: %1</translation>
    </message>
    <message>
        <source>Organisation: %1</source>
        <translation>Organisation: %1</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>State: %1 (%2)</source>
        <translation>Zustand: %1 (%2)</translation>
    </message>
    <message>
        <source>Permissions: %1</source>
        <translation>Berechtigungen: %1</translation>
    </message>
    <message>
        <source>Last worked: %1</source>
        <translation>Ging zuletzt: %1</translation>
    </message>
    <message>
        <source>Sign-in lasts until: %1</source>
        <translation>Anmeldung gilt bis: %1</translation>
    </message>
    <message>
        <source>Older ones stand in support.json.</source>
        <translation>Ältere stehen in support.json.</translation>
    </message>
    <message>
        <source>Nothing has gone wrong so far.</source>
        <translation>Bisher ist nichts schiefgegangen.</translation>
    </message>
    <message>
        <source>Nothing had to be replaced.</source>
        <translation>Es musste nichts ersetzt werden.</translation>
    </message>
    <message>
        <source>in the message</source>
        <translation>in der Meldung</translation>
    </message>
    <message>
        <source>in the message of %1</source>
        <translation>in der Meldung von %1</translation>
    </message>
    <message>
        <source>in the code</source>
        <translation>im Code</translation>
    </message>
    <message>
        <source>in the code of %1</source>
        <translation>im Code von %1</translation>
    </message>
    <message>
        <source>in what you were doing</source>
        <translation>in Ihrer Angabe, was Sie taten</translation>
    </message>
    <message>
        <source>in the change of %1</source>
        <translation>in der Änderung von %1</translation>
    </message>
    <message>
        <source>in your reason for a step</source>
        <translation>in Ihrem Grund bei einem Schritt</translation>
    </message>
    <message>
        <source>in the settings</source>
        <translation>in den Einstellungen</translation>
    </message>
    <message>
        <source>What I was doing</source>
        <translation>Was ich getan habe</translation>
    </message>
    <message>
        <source>Integration and platform</source>
        <translation>Anbindung und Plattform</translation>
    </message>
    <message>
        <source>How often it happens</source>
        <translation>Wie oft es vorkommt</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>Jüngste Änderungen</translation>
    </message>
    <message>
        <source>Full error message with its codes</source>
        <translation>Vollständige Fehlermeldung mit ihren Codes</translation>
    </message>
    <message>
        <source>When it first occurred</source>
        <translation>Wann es zuerst auftrat</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Steps already tried</source>
        <translation>Schon versuchte Schritte</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>a secret</source>
        <translation>ein Geheimnis</translation>
    </message>
    <message>
        <source>hidden since it was stored</source>
        <translation>schon beim Speichern verborgen</translation>
    </message>
    <message>
        <source>one character</source>
        <translation>ein Zeichen</translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>ein Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A step of the guided reconnect, and what came of it</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>relink::SupportDialog</name>
    <message>
        <source>Support packet</source>
        <translation>Support-Paket</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>What a support team asks for about %1. Nothing is sent: look it through, then save or copy it.</source>
        <translation>Wonach der Support zu %1 fragt. Es wird nichts gesendet: Sehen Sie es durch, dann speichern oder kopieren Sie es.</translation>
    </message>
    <message>
        <source>What were you doing when it failed?</source>
        <translation>Was taten Sie, als der Fehler auftrat?</translation>
    </message>
    <message>
        <source>For example the report or the action</source>
        <translation>Zum Beispiel der Bericht oder der Vorgang</translation>
    </message>
    <message>
        <source>Keep the &amp;names of people and shops</source>
        <translation>&amp;Namen von Personen und Shops behalten</translation>
    </message>
    <message>
        <source>Add &amp;pictures of the history and the settings</source>
        <translation>&amp;Bilder des Verlaufs und der Einstellungen beifügen</translation>
    </message>
    <message>
        <source>&amp;Add a picture…</source>
        <translation>Bild &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Being gathered…</source>
        <translation>Wird zusammengestellt …</translation>
    </message>
    <message>
        <source>Save the support packet</source>
        <translation>Support-Paket speichern</translation>
    </message>
    <message>
        <source>Support packet (*.zip)</source>
        <translation>Support-Paket (*.zip)</translation>
    </message>
    <message>
        <source>The packet was written to %1. Only you can read it there; send it to whom you ask for help.</source>
        <translation>Das Paket wurde nach %1 geschrieben. Nur Sie können es dort lesen; senden Sie es dem, den Sie um Hilfe bitten.</translation>
    </message>
    <message>
        <source>%1 is a link or no plain file. Nothing was written.</source>
        <translation>%1 ist eine Verknüpfung oder keine einfache Datei. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Bild hinzufügen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Bilder (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>%1 is no picture, or it is too large.</source>
        <translation>%1 ist kein Bild oder zu groß.</translation>
    </message>
    <message>
        <source>Pictures of your own are taken as they are. Make sure that no password or key can be read in them.</source>
        <translation>Eigene Bilder werden genommen, wie sie sind. Achten Sie darauf, dass darin kein Passwort und kein Schlüssel zu lesen ist.</translation>
    </message>
    <message>
        <source>The text is on the clipboard. The pictures are not.</source>
        <translation>Der Text ist in der Zwischenablage, die Bilder nicht.</translation>
    </message>
</context>
<context>
    <name>relink::SupportPreview</name>
    <message>
        <source>What the packet says</source>
        <translation>Was das Paket sagt</translation>
    </message>
    <message>
        <source>One value was replaced</source>
        <translation>Ein Wert wurde ersetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n values were replaced</source>
        <translation>
            <numerusform>Ein Wert wurde ersetzt</numerusform>
            <numerusform>%n Werte wurden ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>One picture</source>
        <translation>Ein Bild</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>Ein Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Documented by: %1</source>
        <extracomment>An article, with the product that it is about before it</extracomment>
        <translation>Dokumentiert in: %1</translation>
    </message>
    <message>
        <source>Menu: %1</source>
        <extracomment>A path through menus</extracomment>
        <translation>Menü: %1</translation>
    </message>
    <message>
        <source>For whoever built your integration</source>
        <translation>Für die Person, die Ihre Integration gebaut hat</translation>
    </message>
    <message>
        <source>Unsafe: %1</source>
        <extracomment>Before advice that must not be followed</extracomment>
        <translation>Unsicher: %1</translation>
    </message>
</context>
<context>
    <name>relink::HelpTopicView</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A word of the glossary and its meaning</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
</context>
<context>
    <name>relink::HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>What the words mean, and what the platforms’ own articles say.</source>
        <translation>Was die Wörter bedeuten und was die Artikel der Plattformen sagen.</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>No topic holds these words.</source>
        <translation>Kein Thema enthält diese Wörter.</translation>
    </message>
    <message>
        <source>The topic</source>
        <translation>Das Thema</translation>
    </message>
    <message>
        <source>Reconnect a &amp;connection…</source>
        <translation>Eine Verbindung neu ver&amp;binden …</translation>
    </message>
</context>
<context>
    <name>relink::HelpAnswer</name>
    <message>
        <source>&amp;Yes, it helped</source>
        <translation>&amp;Ja, das hat geholfen</translation>
    </message>
    <message>
        <source>&amp;No, it did not</source>
        <translation>&amp;Nein, das hat nicht geholfen</translation>
    </message>
    <message>
        <source>Did this help?</source>
        <translation>Hat das geholfen?</translation>
    </message>
    <message>
        <source>That’s great! Your answer stays on this computer, and you can change it.</source>
        <translation>Sehr schön! Ihre Antwort bleibt auf diesem Computer, und Sie können sie ändern.</translation>
    </message>
    <message>
        <source>Sorry! We couldn’t be helpful. The support of the platform may be: choose “Contact support…” in the menu Help. Your answer stays on this computer, and you can change it.</source>
        <translation>Es tut uns leid, dass wir nicht helfen konnten. Vielleicht kann es der Support der Plattform: Wählen Sie „Support kontaktieren …“ im Menü „Hilfe“. Ihre Antwort bleibt auf diesem Computer, und Sie können sie ändern.</translation>
    </message>
</context>
<context>
    <name>relink::ConnectionChooser</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <extracomment>A connection, its provider and its status in a word</extracomment>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is no connection yet.</source>
        <translation>Es gibt noch keine Verbindung.</translation>
    </message>
    <message>
        <source>Which connection is it about?</source>
        <translation>Um welche Verbindung geht es?</translation>
    </message>
</context>
<context>
    <name>relink::ContactDialog</name>
    <message>
        <source>Contact support about %1</source>
        <translation>Support zu %1 kontaktieren</translation>
    </message>
    <message>
        <source>&amp;Prepare a support packet…</source>
        <translation>&amp;Support-Paket vorbereiten …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>A support packet gathers what support teams ask for. Nothing is sent by Relink: you look through it and send it yourself.</source>
        <translation>Ein Support-Paket sammelt, wonach Support-Teams fragen. Relink sendet nichts: Sie sehen es durch und verschicken es selbst.</translation>
    </message>
    <message>
        <source>This is where %1 helps its customers.</source>
        <translation>Hier hilft %1 seinen Kunden.</translation>
    </message>
    <message>
        <source>Relink knows no support address of %1, and makes none up. Look for “Help” or “Contact” on its own pages.</source>
        <translation>Relink kennt keine Support-Adresse von %1 und erfindet keine. Suchen Sie auf den Seiten von %1 nach „Hilfe“ oder „Kontakt“.</translation>
    </message>
    <message>
        <source>Mail address of the support</source>
        <translation>E-Mail-Adresse des Supports</translation>
    </message>
    <message>
        <source>&amp;Open the support page of %1</source>
        <translation>Support-Seite von %1 ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Status page of %1</source>
        <translation>&amp;Statusseite von %1</translation>
    </message>
    <message>
        <source>&amp;Documentation of %1</source>
        <translation>&amp;Dokumentation von %1</translation>
    </message>
</context>
<context>
    <name>relink::HelpActions</name>
    <message>
        <source>&amp;Help topics</source>
        <translation>&amp;Hilfethemen</translation>
    </message>
    <message>
        <source>Reconnect a &amp;connection…</source>
        <translation>Eine Verbindung neu ver&amp;binden …</translation>
    </message>
    <message>
        <source>Forget an access &amp;token and ask again…</source>
        <translation>Ein Zugriffs&amp;token vergessen und neu anfordern …</translation>
    </message>
    <message>
        <source>Forget an access token</source>
        <translation>Ein Zugriffstoken vergessen</translation>
    </message>
    <message>
        <source>&amp;Forget and ask again</source>
        <translation>&amp;Vergessen und neu anfordern</translation>
    </message>
    <message>
        <source>Contact &amp;support…</source>
        <translation>&amp;Support kontaktieren …</translation>
    </message>
    <message>
        <source>Contact support</source>
        <translation>Support kontaktieren</translation>
    </message>
    <message>
        <source>Reconnect a connection</source>
        <translation>Eine Verbindung neu verbinden</translation>
    </message>
    <message>
        <source>&amp;Reconnect…</source>
        <translation>&amp;Neu verbinden …</translation>
    </message>
</context>
<context>
    <name>Areas</name>
    <message>
        <source>works, checked %1</source>
        <translation>funktioniert, geprüft %1</translation>
    </message>
    <message>
        <source>an error since %1, noted by you</source>
        <translation>Fehler seit %1, von Ihnen vermerkt</translation>
    </message>
    <message>
        <source>refused since %1</source>
        <translation>abgelehnt seit %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What is refused, e.g. &quot;Orders&quot; or &quot;Orders, Stock&quot;; since when</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not working since %1</source>
        <translation>funktioniert nicht seit %1</translation>
    </message>
</context>
<context>
    <name>relink::AreaList</name>
    <message>
        <source>What works and what does not</source>
        <translation>Was funktioniert und was nicht</translation>
    </message>
    <message>
        <source>stopped with the connection</source>
        <translation>steht mit der Verbindung still</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Funktioniert nicht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What a connection is used for, and how it stands</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This works again</source>
        <translation>Das funktioniert wieder</translation>
    </message>
</context>
<context>
    <name>relink::NoteDialog</name>
    <message>
        <source>&amp;Add the note</source>
        <translation>Notiz &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Note a change</source>
        <translation>Änderung notieren</translation>
    </message>
    <message>
        <source>For example: new password for the shop account</source>
        <translation>Zum Beispiel: neues Passwort für das Shop-Konto</translation>
    </message>
    <message>
        <source>Passwords, keys and tokens are left out</source>
        <translation>Passwörter, Schlüssel und Tokens werden weggelassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What has changed?</source>
        <translation>Was hat sich geändert?</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Mit eigenen Worten</translation>
    </message>
    <message>
        <source>When did it happen?</source>
        <translation>Wann war das?</translation>
    </message>
    <message>
        <source>Which connection is it about?</source>
        <translation>Um welche Verbindung geht es?</translation>
    </message>
    <message>
        <source>It is kept in the history on this computer. When something fails within three days of it, Relink reminds you.</source>
        <translation>Sie bleibt im Verlauf auf diesem Computer. Fällt innerhalb von drei Tagen danach etwas aus, erinnert Relink Sie daran.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>All connections at %1</source>
        <translation>Alle Verbindungen bei %1</translation>
    </message>
</context>
<context>
    <name>relink::RecoveryDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Skip for now</source>
        <translation>Vorerst ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Reconnect one after the other</source>
        <translation>Nacheinander neu verbinden</translation>
    </message>
    <message>
        <source>Connections that need you</source>
        <translation>Verbindungen, die Sie brauchen</translation>
    </message>
    <message>
        <source>Choosing a skipped one comes back to it</source>
        <translation>Wählen Sie eine übersprungene, um zu ihr zurückzukehren</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Reconnected</source>
        <translation>Neu verbunden</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Still red</source>
        <translation>Noch rot</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n reconnected</source>
        <translation>
            <numerusform>eine neu verbunden</numerusform>
            <numerusform>%n neu verbunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>eine übersprungen</numerusform>
            <numerusform>%n übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still red</source>
        <translation>
            <numerusform>eine noch rot</numerusform>
            <numerusform>%n noch rot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>eine wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to go</source>
        <translation>
            <numerusform>noch eine</numerusform>
            <numerusform>noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs you any more</source>
        <translation>Nichts braucht Sie mehr</translation>
    </message>
    <message>
        <source>1 still needs you</source>
        <translation>Eine braucht Sie noch</translation>
    </message>
    <message numerus="yes">
        <source>%n still need you</source>
        <translation>
            <numerusform>Eine braucht Sie noch</numerusform>
            <numerusform>%n brauchen Sie noch</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one in the list to come back to it. Why it is red stands beside its name.</source>
        <translation>Wählen Sie eine aus der Liste, um zu ihr zurückzukehren. Warum sie rot ist, steht bei ihrem Namen.</translation>
    </message>
    <message>
        <source>&amp;Continue with %1</source>
        <translation>&amp;Weiter mit %1</translation>
    </message>
    <message>
        <source>&amp;Reconnect %1…</source>
        <translation>%1 neu &amp;verbinden …</translation>
    </message>
</context>
<context>
    <name>relink::RecoveryList</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <translation>%1, %2. %3</translation>
    </message>
</context>
<context>
    <name>relink::ActionPage</name>
    <message>
        <source>%1 of %2 done.</source>
        <translation>%1 von %2 erledigt.</translation>
    </message>
    <message>
        <source>&amp;Go on without</source>
        <translation>&amp;Ohne das weiter</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Working on it…</source>
        <translation>In Arbeit …</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Erledigt.</translation>
    </message>
</context>
<context>
    <name>relink::CheckPage</name>
    <message>
        <source>Check &amp;again</source>
        <translation>Noch einmal &amp;prüfen</translation>
    </message>
    <message>
        <source>%1 accepts this connection now, which the text that you pasted contradicts. It may be older, or about another connection. You can still go on.</source>
        <translation>%1 nimmt diese Verbindung jetzt an, anders als der eingefügte Text es sagt. Er kann älter sein oder eine andere Verbindung betreffen. Sie können trotzdem weitermachen.</translation>
    </message>
</context>
<context>
    <name>relink::ExplainPage</name>
    <message>
        <source>This is what the text says that you pasted.</source>
        <translation>Das sagt der Text, den Sie eingefügt haben.</translation>
    </message>
    <message>
        <source>This is the likeliest reading of what %1 answered; others are possible.</source>
        <translation>Das ist die wahrscheinlichste Deutung dessen, was %1 geantwortet hat; andere sind möglich.</translation>
    </message>
</context>
<context>
    <name>relink::ExternalPage</name>
    <message>
        <source>The way there</source>
        <translation>Der Weg dorthin</translation>
    </message>
    <message>
        <source>&amp;Open the page at %1</source>
        <translation>Seite bei %1 ö&amp;ffnen</translation>
    </message>
    <message>
        <source>This step: %1.</source>
        <translation>Dieser Schritt: %1.</translation>
    </message>
    <message>
        <source>No browser could be opened. The page is: %1</source>
        <translation>Kein Browser ging auf. Die Seite ist: %1</translation>
    </message>
</context>
<context>
    <name>relink::OtherReadings</name>
    <message>
        <source>Also possible</source>
        <translation>Auch möglich</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>relink::QuestionPage</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>I don’t know</source>
        <translation>Ich weiß es nicht</translation>
    </message>
    <message>
        <source>Choose an answer first.</source>
        <translation>Wählen Sie zuerst eine Antwort.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>relink::ScopeTable</name>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Permissions that are needed</source>
        <translation>Benötigte Berechtigungen</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht mitgeteilt</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>erteilt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>relink::StepNotice</name>
    <message>
        <source>The provider’s own words</source>
        <translation>Der Wortlaut des Anbieters</translation>
    </message>
    <message>
        <source>%1’s own words</source>
        <translation>Der Wortlaut von %1</translation>
    </message>
</context>
<context>
    <name>relink::StepReason</name>
    <message>
        <source>Not &amp;possible</source>
        <translation>Nicht &amp;möglich</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Do it &amp;after all</source>
        <translation>&amp;Doch erledigen</translation>
    </message>
    <message>
        <source>This step cannot be done; asks why</source>
        <translation>Dieser Schritt ist nicht möglich; fragt nach dem Grund</translation>
    </message>
    <message>
        <source>Goes on without this step; asks why</source>
        <translation>Macht ohne diesen Schritt weiter; fragt nach dem Grund</translation>
    </message>
    <message>
        <source>Why is this step skipped? (optional)</source>
        <translation>Warum wird dieser Schritt übersprungen? (freiwillig)</translation>
    </message>
    <message>
        <source>Why is it not possible? (optional)</source>
        <translation>Warum ist es nicht möglich? (freiwillig)</translation>
    </message>
</context>
<context>
    <name>relink::StepSource</name>
    <message>
        <source>&amp;Where this comes from</source>
        <translation>&amp;Woher das kommt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Documented by: %1</source>
        <translation>Dokumentiert von: %1</translation>
    </message>
</context>
<context>
    <name>relink::StepTools</name>
    <message>
        <source>A message to your administrator, ready to send</source>
        <translation>Eine Nachricht an Ihre Administratorin oder Ihren Administrator, fertig zum Senden</translation>
    </message>
    <message>
        <source>A message to whoever built your integration, ready to send</source>
        <translation>Eine Nachricht an die Person, die Ihre Integration gebaut hat, fertig zum Senden</translation>
    </message>
</context>
<context>
    <name>relink::SupportPage</name>
    <message>
        <source>&amp;Prepare a support packet…</source>
        <translation>&amp;Support-Paket vorbereiten…</translation>
    </message>
    <message>
        <source>&amp;Contact support…</source>
        <translation>Support &amp;kontaktieren…</translation>
    </message>
</context>
<context>
    <name>relink::VerifyPage</name>
    <message>
        <source>Check &amp;again</source>
        <translation>Noch einmal &amp;prüfen</translation>
    </message>
    <message>
        <source>No address for checking is known for %1, so it could not be verified that the connection works.</source>
        <translation>Für %1 ist keine Adresse zum Prüfen bekannt; deshalb ließ sich nicht feststellen, ob die Verbindung funktioniert.</translation>
    </message>
    <message>
        <source>%1 accepts the connection.</source>
        <translation>%1 nimmt die Verbindung an.</translation>
    </message>
    <message>
        <source>%1 does not accept the connection yet.</source>
        <translation>%1 nimmt die Verbindung noch nicht an.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>nicht angenommen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No address for checking is known for %1, so it could not be verified that the connection works. “Save + Continue” keeps it.</source>
        <translation>Für %1 ist keine Adresse zum Prüfen bekannt; deshalb ließ sich nicht feststellen, ob die Verbindung funktioniert. „Speichern + Weiter“ behält sie.</translation>
    </message>
    <message>
        <source>%1 accepts the connection. “Save + Continue” keeps it.</source>
        <translation>%1 nimmt die Verbindung an. „Speichern + Weiter“ behält sie.</translation>
    </message>
</context>
<context>
    <name>relink::WaitBox</name>
    <message>
        <source>%1 left; then Relink goes on and checks by itself.</source>
        <translation>Noch %1; dann macht Relink von selbst weiter und prüft.</translation>
    </message>
    <message>
        <source>one minute left</source>
        <translation>noch eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left</source>
        <translation>
            <numerusform>noch eine Minute</numerusform>
            <numerusform>noch %n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Our connection “%1” to %2 does not work (%3).</source>
        <translation>Unsere Verbindung „%1“ zu %2 funktioniert nicht (%3).</translation>
    </message>
    <message>
        <source>Our connection “%1” to %2 does not work.</source>
        <translation>Unsere Verbindung „%1“ zu %2 funktioniert nicht.</translation>
    </message>
    <message>
        <source>Organisation: %1</source>
        <translation>Organisation: %1</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>%1 answered: %2</source>
        <translation>%1 hat geantwortet: %2</translation>
    </message>
    <message>
        <source>What is needed: %1</source>
        <translation>Was nötig ist: %1</translation>
    </message>
    <message>
        <source>Missing permissions: %1</source>
        <translation>Fehlende Berechtigungen: %1</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Wo: %1</translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation>Seite: %1</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>Guten Tag,</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Vielen Dank.</translation>
    </message>
    <message>
        <source>Please tell me when it is done, so that I can connect it again.</source>
        <translation>Bitte sagen Sie mir, wenn es erledigt ist, damit ich die Verbindung wiederherstellen kann.</translation>
    </message>
    <message>
        <source>Integration: %1</source>
        <translation>Integration: %1</translation>
    </message>
    <message>
        <source>Please never put keys or tokens into an address, and send none to me by e-mail.</source>
        <translation>Bitte schreiben Sie Schlüssel und Token nie in eine Adresse, und senden Sie mir keine per E-Mail.</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>did not help</source>
        <translation>hat nicht geholfen</translation>
    </message>
    <message>
        <source>still to do</source>
        <translation>noch zu tun</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft gerade</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>hat nicht geholfen</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>nicht möglich</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Relink checks</source>
        <translation>Relink prüft</translation>
    </message>
    <message>
        <source>Relink does this</source>
        <translation>Das erledigt Relink</translation>
    </message>
    <message>
        <source>You do this</source>
        <translation>Das erledigen Sie</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Überprüfung</translation>
    </message>
    <message>
        <source>Help from others</source>
        <translation>Hilfe von anderen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>Competing</name>
    <message>
        <source>%1 is already connected to the same account at %2. If one of them stops later, the second sign-in may be why.</source>
        <translation>%1 ist bereits mit demselben Konto bei %2 verbunden. Bricht eine der beiden später ab, kann es an der zweiten Anmeldung liegen.</translation>
    </message>
    <message>
        <source>%1 are already connected to the same account at %2. If one of them stops later, one more sign-in may be why.</source>
        <translation>%1 sind bereits mit demselben Konto bei %2 verbunden. Bricht eine davon später ab, kann es an einer weiteren Anmeldung liegen.</translation>
    </message>
    <message>
        <source>%1 is already connected to %2.</source>
        <translation>%1 ist bereits mit %2 verbunden.</translation>
    </message>
    <message>
        <source>%1 are already connected to %2.</source>
        <translation>%1 sind bereits mit %2 verbunden.</translation>
    </message>
    <message>
        <source>A sign-in for the same company with the same user ends the earlier one. Sign in with another user, or keep only one of the two.</source>
        <translation>Eine Anmeldung für dieselbe Firma mit demselben Benutzer beendet die frühere. Melden Sie sich mit einem anderen Benutzer an, oder behalten Sie nur eine von beiden.</translation>
    </message>
    <message>
        <source>One more sign-in with the same user ends the oldest one. Sign in with another user, or remove one that is not needed.</source>
        <translation>Eine weitere Anmeldung mit demselben Benutzer beendet die älteste. Melden Sie sich mit einem anderen Benutzer an, oder entfernen Sie eine, die nicht gebraucht wird.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>relink::CompareKeyBox</name>
    <message>
        <source>Co&amp;mpare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Which value</source>
        <translation>Welcher Wert</translation>
    </message>
    <message>
        <source>Paste what %1 shows</source>
        <translation>Fügen Sie ein, was %1 anzeigt</translation>
    </message>
    <message>
        <source>Value to compare</source>
        <translation>Zu vergleichender Wert</translation>
    </message>
    <message>
        <source>It is compared with the stored one on this computer. Neither is shown, and what you paste is not kept.</source>
        <translation>Verglichen wird mit dem gespeicherten Wert auf diesem Computer. Keiner wird angezeigt, und was Sie einfügen, wird nicht behalten.</translation>
    </message>
    <message>
        <source>Set up here %1.</source>
        <translation>Hier eingerichtet: %1.</translation>
    </message>
    <message>
        <source>Its entries were last changed %1.</source>
        <translation>Eingaben zuletzt geändert: %1.</translation>
    </message>
</context>
<context>
    <name>relink::CopiedCharacters</name>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Bereinigen</translation>
    </message>
    <message>
        <source>Go there: %1</source>
        <translation>Dorthin: %1</translation>
    </message>
    <message>
        <source>Clean: %1</source>
        <translation>Bereinigen: %1</translation>
    </message>
    <message>
        <source>One more was found.</source>
        <translation>Ein weiteres wurde gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n more were found.</source>
        <translation>
            <numerusform>%n weiteres wurde gefunden.</numerusform>
            <numerusform>%n weitere wurden gefunden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relink::TestModeCell</name>
    <message>
        <source>Connects</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Does not connect</source>
        <translation>Verbindet nicht</translation>
    </message>
</context>
<context>
    <name>relink::TestModeTable</name>
    <message>
        <source>Test Mode and credential</source>
        <translation>Testmodus und Zugangsdaten</translation>
    </message>
    <message>
        <source>Test Mode on</source>
        <translation>Testmodus ein</translation>
    </message>
    <message>
        <source>Test Mode off</source>
        <translation>Testmodus aus</translation>
    </message>
    <message>
        <source>Credential for tests</source>
        <translation>Zugangsdaten für Tests</translation>
    </message>
    <message>
        <source>Credential for live use</source>
        <translation>Zugangsdaten für den Echtbetrieb</translation>
    </message>
    <message>
        <source>Those for tests begin with: %1</source>
        <translation>Die für Tests beginnen mit: %1</translation>
    </message>
    <message>
        <source>Those for live use begin with: %1</source>
        <translation>Die für den Echtbetrieb beginnen mit: %1</translation>
    </message>
    <message>
        <source>Test Mode is on, and this credential is for tests: they match.</source>
        <translation>Der Testmodus ist ein, und diese Zugangsdaten sind für Tests: Das passt zusammen.</translation>
    </message>
    <message>
        <source>Test Mode is off, and this credential is for live use: they match.</source>
        <translation>Der Testmodus ist aus, und diese Zugangsdaten sind für den Echtbetrieb: Das passt zusammen.</translation>
    </message>
    <message>
        <source>Test Mode is on: only a credential for tests connects.</source>
        <translation>Der Testmodus ist ein: Nur Zugangsdaten für Tests verbinden.</translation>
    </message>
    <message>
        <source>Test Mode is off: only a credential for live use connects.</source>
        <translation>Der Testmodus ist aus: Nur Zugangsdaten für den Echtbetrieb verbinden.</translation>
    </message>
</context>
</TS>
