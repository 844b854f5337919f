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
        <source>Press Enter to open %1 and authorise.</source>
        <translation>Drücken Sie die Eingabetaste, um %1 zu öffnen und zu autorisieren.</translation>
    </message>
    <message>
        <source>%1 (Enter keeps the stored one): </source>
        <translation>%1 (Eingabetaste behält den gespeicherten Wert): </translation>
    </message>
    <message>
        <source>Press Enter when it is done, or type n if it is not possible: </source>
        <translation>Drücken Sie die Eingabetaste, wenn es erledigt ist, oder tippen Sie n, wenn es nicht möglich ist: </translation>
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
        <source>&amp;Test Mode</source>
        <translation>&amp;Testmodus</translation>
    </message>
    <message>
        <source>For keys of the provider’s test environment; live keys do not work with it</source>
        <translation>Für Schlüssel der Testumgebung des Anbieters; echte Schlüssel gehen damit nicht</translation>
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
        <source>Check &amp;again</source>
        <translation>Noch einmal &amp;prüfen</translation>
    </message>
    <message>
        <source>The provider’s own words</source>
        <translation>Der Wortlaut des Anbieters</translation>
    </message>
    <message>
        <source>&amp;Where this comes from</source>
        <translation>&amp;Woher das kommt</translation>
    </message>
    <message>
        <source>%1’s own words</source>
        <translation>Der Wortlaut von %1</translation>
    </message>
    <message>
        <source>No browser could be opened. The page is: %1</source>
        <translation>Kein Browser ging auf. Die Seite ist: %1</translation>
    </message>
    <message>
        <source>This is the likeliest reading of what %1 answered; others are possible.</source>
        <translation>Das ist die wahrscheinlichste Deutung dessen, was %1 geantwortet hat; andere sind möglich.</translation>
    </message>
    <message>
        <source>Working on it…</source>
        <translation>In Arbeit …</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Erledigt.</translation>
    </message>
    <message>
        <source>&amp;Open page at %1</source>
        <translation>Seite bei %1 ö&amp;ffnen</translation>
    </message>
    <message>
        <source>%1 accepts the connection. “Save + Continue” keeps it; until then nothing has changed.</source>
        <translation>%1 nimmt die Verbindung an. „Speichern + Weiter“ behält sie; bis dahin hat sich nichts geändert.</translation>
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
        <source>Ready to save</source>
        <translation>Bereit zum Speichern</translation>
    </message>
    <message>
        <source>Documented by: %1</source>
        <translation>Dokumentiert von: %1</translation>
    </message>
    <message>
        <source>It could also be: %1. %2</source>
        <extracomment>Another reading of an error, and why it is possible</extracomment>
        <translation>Es könnte auch sein: %1. %2</translation>
    </message>
    <message>
        <source>No address for checking is known for %1, so it could not be verified that the connection works. “Save + Continue” keeps it; until then nothing has changed.</source>
        <translation>Für %1 ist keine Adresse zum Prüfen bekannt; deshalb ließ sich nicht feststellen, ob die Verbindung funktioniert. „Speichern + Weiter“ behält sie; bis dahin hat sich nichts geändert.</translation>
    </message>
</context>
<context>
    <name>relink::ReconnectWizard</name>
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
        <source>Finish &amp;later</source>
        <translation>S&amp;päter fertigstellen</translation>
    </message>
    <message>
        <source>Closes and goes on at this step next time</source>
        <translation>Schließt und geht beim nächsten Mal an diesem Schritt weiter</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Not &amp;possible</source>
        <translation>Nicht &amp;möglich</translation>
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
        <source>Step %1 of %2 · saved so far</source>
        <translation>Schritt %1 von %2 · bis hier gespeichert</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
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
        <source>&amp;Go on without</source>
        <translation>&amp;Ohne das weiter</translation>
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
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
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
</TS>
