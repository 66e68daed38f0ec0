<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>main</name>
    <message>
        <source>The profile folder.</source>
        <translation>Der Profilordner.</translation>
    </message>
</context>
<context>
    <name>sb::Json</name>
    <message>
        <source>not valid JSON at byte %1</source>
        <translation>kein gültiges JSON bei Byte %1</translation>
    </message>
    <message>
        <source>JSON is nested more than %1 levels deep</source>
        <translation>das JSON ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
</context>
<context>
    <name>sb::JsonFields</name>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a text that is not empty</source>
        <translation>ein nicht leerer Text</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a whole number of at least %1</source>
        <translation>eine ganze Zahl ab %1</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a day such as "2026-07-02"</source>
        <translation>ein Tag wie "2026-07-02"</translation>
    </message>
    <message>
        <source>%1 at most; a newer Signalbox wrote this file</source>
        <translation>höchstens %1; ein neueres Signalbox hat diese Datei geschrieben</translation>
    </message>
    <message>
        <source>expected %1, but it is missing</source>
        <translation>erwartet: %1, fehlt aber</translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation>erwartet: %1, gefunden: %2</translation>
    </message>
    <message>
        <source>this member is not known; check its spelling</source>
        <translation>dieses Feld ist unbekannt; bitte die Schreibweise prüfen</translation>
    </message>
</context>
<context>
    <name>sb::Money</name>
    <message>
        <source>The amount is too large; at most 9.2 billion dollars fit.</source>
        <translation>Der Betrag ist zu groß; höchstens 9,2 Milliarden Dollar passen.</translation>
    </message>
    <message>
        <source>“%1” is no decimal number; write it like 0.25.</source>
        <translation>„%1“ ist keine Dezimalzahl; Schreibweise: 0.25.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” has more than %n decimals.</source>
        <translation>
            <numerusform>„%1“ hat mehr als %n Nachkommastelle.</numerusform>
            <numerusform>„%1“ hat mehr als %n Nachkommastellen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::app</name>
    <message>
        <source>giving up</source>
        <translation>gibt auf</translation>
    </message>
    <message>
        <source>moving on</source>
        <translation>weiter zum nächsten</translation>
    </message>
    <message>
        <source>retrying in %1 s</source>
        <translation>neuer Versuch in %1 s</translation>
    </message>
    <message>
        <source>cost unknown (unpriced)</source>
        <translation>Kosten unbekannt (ohne Preis)</translation>
    </message>
    <message>
        <source>attempt %1 %2: answering</source>
        <translation>Versuch %1 %2: antwortet</translation>
    </message>
    <message>
        <source>attempt %1 %2: failed %3, %4</source>
        <translation>Versuch %1 %2: fehlgeschlagen %3, %4</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 tokens in, %2 out</source>
        <translation>%1 Token ein, %2 aus</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Beispiele:</translation>
    </message>
    <message>
        <source>A native workbench and router for language models.</source>
        <translation>Eine native Werkbank und Weiche für Sprachmodelle.</translation>
    </message>
    <message>
        <source>Folder of the profile.</source>
        <translation>Ordner des Profils.</translation>
    </message>
    <message>
        <source>Model to ask, as author/slug.</source>
        <translation>Gefragtes Modell, als author/slug.</translation>
    </message>
    <message>
        <source>Chain to send the prompt through.</source>
        <translation>Kette, durch die der Prompt geht.</translation>
    </message>
    <message>
        <source>System prompt.</source>
        <translation>System-Prompt.</translation>
    </message>
    <message>
        <source>Print one JSON object with answer, attempts, usage and cost.</source>
        <translation>Ein JSON-Objekt mit Antwort, Versuchen, Verbrauch und Kosten ausgeben.</translation>
    </message>
    <message>
        <source>ask: expected a prompt, or “-” to read it from standard input</source>
        <translation>ask: erwartet wird ein Prompt oder „-“, um ihn von der Standardeingabe zu lesen</translation>
    </message>
    <message>
        <source>ask: expected --model or --chain, got both</source>
        <translation>ask: erwartet wird --model oder --chain, nicht beides</translation>
    </message>
    <message>
        <source>Send one prompt and print the answer.</source>
        <translation>Einen Prompt senden und die Antwort ausgeben.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>%1: key from %2, for %3</source>
        <translation>%1: Schlüssel aus %2, für %3</translation>
    </message>
    <message>
        <source>The window is not installed: there is no %1. “signalbox ask” works without it.</source>
        <translation>Das Fenster ist nicht installiert: %1 fehlt. „signalbox ask“ geht auch ohne.</translation>
    </message>
    <message>
        <source>The prompt cannot be read from standard input.</source>
        <translation>Der Prompt kann nicht von der Standardeingabe gelesen werden.</translation>
    </message>
    <message>
        <source>“signalbox --help” shows what is possible.</source>
        <translation>„signalbox --help“ zeigt, was möglich ist.</translation>
    </message>
    <message>
        <source>Add a key in the window, under Providers.</source>
        <translation>Fügen Sie im Fenster unter „Anbieter“ einen Schlüssel hinzu.</translation>
    </message>
    <message>
        <source> or $</source>
        <translation> oder $</translation>
    </message>
    <message>
        <source>%1: its key was entered for %2 and is not sent to %3. Confirm the address in Providers, or correct it.</source>
        <translation>%1: Der Schlüssel wurde für %2 eingegeben und wird nicht an %3 gesendet. Bestätigen Sie die Adresse unter „Anbieter“, oder berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>the keychain</source>
        <translation>dem Schlüsselbund</translation>
    </message>
    <message>
        <source>Add a key in the window, under Providers, or put it into $%1 and use %2.</source>
        <translation>Fügen Sie im Fenster unter „Anbieter“ einen Schlüssel hinzu, oder setzen Sie $%1 und verwenden Sie %2.</translation>
    </message>
    <message>
        <source>Take the API keys of the shipped providers from their environment variables. Providers that you added or changed get one only when they are named: --keys-from-env=acme,other.</source>
        <translation>Die API-Schlüssel der mitgelieferten Anbieter aus ihren Umgebungsvariablen nehmen. Anbieter, die Sie hinzugefügt oder geändert haben, bekommen nur einen, wenn sie genannt werden: --keys-from-env=acme,other.</translation>
    </message>
    <message>
        <source>%1: the key from %2 is for %3 only and is not sent to %4. Enter a key for that address in Providers.</source>
        <translation>%1: Der Schlüssel aus %2 ist nur für %3 und wird nicht an %4 gesendet. Geben Sie unter „Anbieter“ einen Schlüssel für diese Adresse ein.</translation>
    </message>
    <message>
        <source>%1: %2 is not sent to %3. To do so, say --keys-from-env=%1.</source>
        <translation>%1: %2 wird nicht an %3 gesendet. Dazu dient --keys-from-env=%1.</translation>
    </message>
    <message>
        <source>There is no prompt: standard input is empty.</source>
        <translation>Es gibt keinen Prompt: Die Standardeingabe ist leer.</translation>
    </message>
    <message>
        <source>%1: the key from %2 is not used: %3</source>
        <translation>%1: Der Schlüssel aus %2 wird nicht verwendet: %3</translation>
    </message>
    <message>
        <source>%1 (estimate)</source>
        <translation>%1 (geschätzt)</translation>
    </message>
    <message>
        <source>%1 does not count tokens: estimated as one for four bytes</source>
        <translation>%1 zählt keine Token: geschätzt als eines für vier Bytes</translation>
    </message>
    <message>
        <source>counted by %1</source>
        <translation>gezählt von %1</translation>
    </message>
    <message>
        <source>Without a command the window opens.</source>
        <translation>Ohne Befehl öffnet sich das Fenster.</translation>
    </message>
    <message>
        <source>Length of the vectors, where the model can make shorter ones.</source>
        <translation>Länge der Vektoren, wo das Modell kürzere machen kann.</translation>
    </message>
    <message>
        <source>What the texts are: query or document.</source>
        <translation>Was die Texte sind: query (Frage) oder document (Dokument).</translation>
    </message>
    <message>
        <source>embed: expected texts, or “-” to read one from standard input</source>
        <translation>embed: Texte erwartet, oder „-“, um einen von der Standardeingabe zu lesen</translation>
    </message>
    <message>
        <source>embed: expected --model, got none</source>
        <translation>embed: --model erwartet, es fehlt</translation>
    </message>
    <message>
        <source>embed: --dimensions: expected a whole number above 0, got “%1”</source>
        <translation>embed: --dimensions: ganze Zahl über 0 erwartet, nicht „%1“</translation>
    </message>
    <message>
        <source>embed: --input: expected query or document, got “%1”</source>
        <translation>embed: --input: query oder document erwartet, nicht „%1“</translation>
    </message>
    <message>
        <source>count: expected a prompt, or “-” to read it from standard input</source>
        <translation>count: ein Prompt erwartet, oder „-“, um ihn von der Standardeingabe zu lesen</translation>
    </message>
    <message>
        <source>count: expected --model, got none</source>
        <translation>count: --model erwartet, es fehlt</translation>
    </message>
    <message>
        <source>Print the vectors of texts as one JSON object.</source>
        <translation>Die Vektoren von Texten als ein JSON-Objekt ausgeben.</translation>
    </message>
    <message>
        <source>Print how many tokens a prompt has.</source>
        <translation>Ausgeben, wie viele Token ein Prompt hat.</translation>
    </message>
    <message>
        <source>Number from which chance is drawn; the same gives the same scorecard.</source>
        <translation>Zahl, aus der der Zufall gezogen wird; dieselbe ergibt dieselbe Wertung.</translation>
    </message>
    <message>
        <source>Print one JSON object with every fault, its path and the weak links.</source>
        <translation>Ein JSON-Objekt mit jeder Störung, ihrem Weg und den schwachen Stellen ausgeben.</translation>
    </message>
    <message>
        <source>rehearse: expected one chain, got %1</source>
        <translation>rehearse: eine Kette erwartet, %1 erhalten</translation>
    </message>
    <message>
        <source>rehearse: --seed: expected a whole number, got “%1”</source>
        <translation>rehearse: --seed: eine ganze Zahl erwartet, „%1“ erhalten</translation>
    </message>
    <message>
        <source>Run a chain against every fault, on a clock of its own; nothing is sent.</source>
        <translation>Eine Kette gegen jede Störung proben, nach einer eigenen Uhr; gesendet wird nichts.</translation>
    </message>
    <message>
        <source>The chain cannot be read from %1: %2</source>
        <translation>Die Kette kann nicht aus %1 gelesen werden: %2</translation>
    </message>
    <message>
        <source>There is no chain “%1”.</source>
        <translation>Es gibt keine Kette „%1“.</translation>
    </message>
    <message>
        <source>Weakest link: %1</source>
        <translation>Schwächste Stelle: %1</translation>
    </message>
    <message>
        <source>The most that it may cost, in dollars; who can cost more is not asked. With --model auto the best model that fits, by the order of quality in your policy.</source>
        <translation>Was es höchstens kosten darf, in Dollar; wer mehr kosten kann, wird nicht gefragt. Mit --model auto das beste Modell, das hineinpasst, nach der Rangfolge der Güte in Ihrem Regelwerk.</translation>
    </message>
    <message>
        <source>ask: --max-cost: expected dollars such as 0.01, got “%1”</source>
        <translation>ask: --max-cost: erwartet Dollar wie 0.01, erhalten „%1“</translation>
    </message>
    <message>
        <source>Of the requests to practice providers, which are counted apart.</source>
        <translation>Aus den Anfragen an Übungsanbieter, die für sich gezählt werden.</translation>
    </message>
    <message>
        <source>Print one JSON object with every sentence and what it is about.</source>
        <translation>Ein JSON-Objekt mit jedem Satz und dem, wovon er handelt, ausgeben.</translation>
    </message>
    <message>
        <source>explain: expected the number of a request, got “%1”</source>
        <translation>explain: erwartet wurde die Nummer einer Anfrage, nicht „%1“</translation>
    </message>
    <message>
        <source>Policy to replay: a name in the profile, or the path of a file. Without it, the one in use; with --chain, none.</source>
        <translation>Regelwerk, das nachgespielt wird: ein Name im Profil oder der Pfad einer Datei. Ohne diese Angabe das benutzte; mit --chain keins.</translation>
    </message>
    <message>
        <source>Chain that takes the place of the one with its name: a name in the profile, or the path of a file.</source>
        <translation>Kette, die an die Stelle der gleichnamigen tritt: ein Name im Profil oder der Pfad einer Datei.</translation>
    </message>
    <message>
        <source>How far back: a number of minutes, hours, days or weeks, such as 90m, 12h, 30d or 4w. Without it, 30d.</source>
        <translation>Wie weit zurück: eine Zahl von Minuten, Stunden, Tagen oder Wochen, etwa 90m, 12h, 30d oder 4w. Ohne Angabe 30d.</translation>
    </message>
    <message>
        <source>Replay what was sent to practice providers instead of real ones.</source>
        <translation>Nachspielen, was an Übungsanbieter statt an echte gesendet wurde.</translation>
    </message>
    <message>
        <source>Print one JSON object, in which every number says whether it is exact, estimated or unsupported.</source>
        <translation>Ein JSON-Objekt ausgeben, in dem jede Zahl sagt, ob sie genau, geschätzt oder nicht belegt ist.</translation>
    </message>
    <message>
        <source>replay: expected options only, got “%1”</source>
        <translation>replay: nur Optionen erwartet, „%1“ erhalten</translation>
    </message>
    <message>
        <source>replay: --%1: expected a name or a file, got nothing</source>
        <translation>replay: --%1: ein Name oder eine Datei erwartet, nichts erhalten</translation>
    </message>
    <message>
        <source>replay: --since: expected a time such as 12h, 30d or 4w, got “%1”</source>
        <translation>replay: --since: eine Dauer wie 12h, 30d oder 4w erwartet, „%1“ erhalten</translation>
    </message>
    <message>
        <source>Name of the policy, and of a chain that the file does not name.</source>
        <translation>Name des Regelwerks und einer Kette, die in der Datei keinen hat.</translation>
    </message>
    <message>
        <source>Whose file it is: litellm or portkey. Without it the file shows it.</source>
        <translation>Wessen Datei es ist: litellm oder portkey. Ohne Angabe zeigt es die Datei.</translation>
    </message>
    <message>
        <source>Only say what would be written and what would be lost.</source>
        <translation>Nur sagen, was geschrieben würde und was verloren ginge.</translation>
    </message>
    <message>
        <source>Replace chains and policies of the same names.</source>
        <translation>Ketten und Regelwerke gleichen Namens ersetzen.</translation>
    </message>
    <message>
        <source>import: expected one file, got %1</source>
        <translation>import: erwartet eine Datei, erhalten %1</translation>
    </message>
    <message>
        <source>import: --from: expected litellm or portkey, got “%1”</source>
        <translation>import: --from: erwartet litellm oder portkey, erhalten „%1“</translation>
    </message>
    <message>
        <source>import: --as: expected at most 64 letters, digits, '-', '_' or '.', not starting with '.', got “%1”</source>
        <translation>import: --as: erwartet höchstens 64 Buchstaben, Ziffern, '-', '_' oder '.', nicht mit '.' am Anfang, erhalten „%1“</translation>
    </message>
    <message>
        <source>Whose form it is written in: litellm or portkey.</source>
        <translation>In wessen Form geschrieben wird: litellm oder portkey.</translation>
    </message>
    <message>
        <source>Replace the file where it exists.</source>
        <translation>Die Datei ersetzen, falls sie schon da ist.</translation>
    </message>
    <message>
        <source>export: expected the name of a chain or policy, and at most a file</source>
        <translation>export: erwartet den Namen einer Kette oder eines Regelwerks und höchstens eine Datei</translation>
    </message>
    <message>
        <source>export: --to: expected litellm or portkey, got “%1”</source>
        <translation>export: --to: erwartet litellm oder portkey, erhalten „%1“</translation>
    </message>
    <message>
        <source>Say how a request on record was decided and what came of it.</source>
        <translation>Sagen, wie eine verbuchte Anfrage entschieden wurde und was daraus wurde.</translation>
    </message>
    <message>
        <source>Say what recorded requests would have been under another policy; nothing is sent.</source>
        <translation>Sagen, was aufgezeichnete Anfragen unter einem anderen Regelwerk gewesen wären; gesendet wird nichts.</translation>
    </message>
    <message>
        <source>Make chains and a policy out of a file of another router.</source>
        <translation>Aus der Datei eines anderen Routers Ketten und ein Regelwerk machen.</translation>
    </message>
    <message>
        <source>Write a chain or a policy as a file of another router.</source>
        <translation>Eine Kette oder ein Regelwerk als Datei eines anderen Routers schreiben.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 4 MiB, as no configuration is.</source>
        <translation>%1 ist größer als 4 MiB, wie es keine Konfiguration ist.</translation>
    </message>
    <message>
        <source>the chain “%1”</source>
        <translation>die Kette „%1“</translation>
    </message>
    <message>
        <source>the policy “%1”</source>
        <translation>das Regelwerk „%1“</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>Carried over as they are: %1.</source>
        <translation>Unverändert übernommen: %1.</translation>
    </message>
    <message>
        <source>would replace</source>
        <translation>würde ersetzen:</translation>
    </message>
    <message>
        <source>would write</source>
        <translation>würde schreiben:</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt:</translation>
    </message>
    <message>
        <source>wrote</source>
        <translation>geschrieben:</translation>
    </message>
    <message>
        <source>There are a chain and a policy “%1”; say chain/%1 or policy/%1.</source>
        <translation>Es gibt eine Kette und ein Regelwerk „%1“; sagen Sie chain/%1 oder policy/%1.</translation>
    </message>
    <message>
        <source>There is no chain or policy “%1”.</source>
        <translation>Es gibt keine Kette und kein Regelwerk „%1“.</translation>
    </message>
    <message>
        <source>%1 exists. Name another file, or say --replace.</source>
        <translation>%1 gibt es schon. Nennen Sie eine andere Datei, oder sagen Sie --replace.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>%1 has nothing that is a chain or a policy here.</source>
        <translation>%1 enthält nichts, was hier eine Kette oder ein Regelwerk ist.</translation>
    </message>
    <message>
        <source>Nothing was written, since these exist: %1. Choose a name with --as, rename them, or say --replace.</source>
        <translation>Es wurde nichts geschrieben, denn dies gibt es schon: %1. Wählen Sie mit --as einen Namen, benennen Sie um, oder sagen Sie --replace.</translation>
    </message>
    <message>
        <source>Requests do not take the policy until it is chosen in Settings.</source>
        <translation>Anfragen folgen dem Regelwerk erst, wenn es in den Einstellungen gewählt ist.</translation>
    </message>
    <message>
        <source>No request is on record in this profile yet.</source>
        <translation>In diesem Profil ist noch keine Anfrage verbucht.</translation>
    </message>
    <message>
        <source>%1 % of %2 requests</source>
        <translation>%1 % von %2 Anfragen</translation>
    </message>
    <message>
        <source>There is no policy “%1”.</source>
        <translation>Es gibt kein Regelwerk „%1“.</translation>
    </message>
    <message>
        <source>No policy is in use. Say what is to be replayed by --policy or --chain.</source>
        <translation>Kein Regelwerk ist in Gebrauch. Sagen Sie mit --policy oder --chain, was nachgespielt werden soll.</translation>
    </message>
</context>
<context>
    <name>sb::app::RaiseServer</name>
    <message>
        <source>A second start of Signalbox cannot find this window: %1.</source>
        <translation>Ein zweiter Start von Signalbox kann dieses Fenster nicht finden: %1.</translation>
    </message>
</context>
<context>
    <name>sb::app::WindowApp</name>
    <message>
        <source>Playground</source>
        <translation>Playground</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>Ketten</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>The language changes when the answers that are coming are complete.</source>
        <translation>Die Sprache wechselt, wenn die laufenden Antworten vollständig sind.</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>A model server</source>
        <translation>Ein Modellserver</translation>
    </message>
    <message>
        <source>caution: %1</source>
        <extracomment>State of a section in the navigation, then why.</extracomment>
        <translation>Vorsicht: %1</translation>
    </message>
    <message>
        <source>%1 The same is true of %2.</source>
        <extracomment>A sentence about a file that cannot be used, then the paths of others.</extracomment>
        <translation>%1 Dasselbe gilt für %2.</translation>
    </message>
    <message>
        <source>%1 What you typed and what was answered is held, and saving is tried again. Do not close Signalbox before.</source>
        <extracomment>%1 is a sentence: why a conversation cannot be saved.</extracomment>
        <translation>%1 Was eingegeben und geantwortet wurde, wird aufbewahrt, und das Speichern wird wiederholt. Signalbox bitte vorher nicht schließen.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Farbschema</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkles Farbschema</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Farbschema des Systems</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Practice requests</source>
        <translation>Übungsanfragen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Last refresh of prices</source>
        <translation>Letztes Auffrischen der Preise</translation>
    </message>
</context>
<context>
    <name>sb::budget</name>
    <message>
        <source>the daily limit of %1</source>
        <translation>das Tageslimit von %1</translation>
    </message>
    <message>
        <source>the monthly limit of %1</source>
        <translation>das Monatslimit von %1</translation>
    </message>
    <message>
        <source>%1 is spent: %2 is reached. It only warns, and stops nothing.</source>
        <extracomment>%1: an amount of money; %2: “the daily limit of $1.00”</extracomment>
        <translation>%1 sind ausgegeben: %2 ist erreicht. Es warnt nur und hält nichts auf.</translation>
    </message>
    <message>
        <source>%1 of %2 is spent.</source>
        <translation>%1 ausgegeben, begrenzt durch %2.</translation>
    </message>
</context>
<context>
    <name>sb::catalog</name>
    <message>
        <source>milliseconds since 1970</source>
        <translation>Millisekunden seit 1970</translation>
    </message>
</context>
<context>
    <name>sb::catalog::Endpoint</name>
    <message>
        <source>no “%1”, which is not known</source>
        <translation>kein „%1“, das ist unbekannt</translation>
    </message>
    <message>
        <source>author/name without blanks</source>
        <translation>author/name ohne Leerzeichen</translation>
    </message>
    <message>
        <source>no price where an endpoint is free</source>
        <translation>kein Preis, wo ein Endpunkt kostenlos ist</translation>
    </message>
    <message>
        <source>the id of a provider</source>
        <translation>die Kennung eines Anbieters</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>each upstream model once</source>
        <translation>jedes Modell des Anbieters nur einmal</translation>
    </message>
</context>
<context>
    <name>sb::catalog::FetchedList</name>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>the id of a source</source>
        <translation>die Kennung einer Quelle</translation>
    </message>
    <message>
        <source>models of “%1” only</source>
        <translation>nur Modelle von „%1“</translation>
    </message>
</context>
<context>
    <name>sb::catalog::ForeignList</name>
    <message>
        <source>A price is no number: %1.</source>
        <translation>Ein Preis ist keine Zahl: %1.</translation>
    </message>
    <message>
        <source>Its name is missing, too long or has blanks in it.</source>
        <translation>Sein Name fehlt, ist zu lang oder enthält Leerzeichen.</translation>
    </message>
</context>
<context>
    <name>sb::catalog::Price</name>
    <message>
        <source>dollars as a text such as "0.005", with at most 12 decimals</source>
        <translation>Dollar als Text wie "0.005", mit höchstens 12 Nachkommastellen</translation>
    </message>
    <message>
        <source>dollars for a million tokens as a text such as "2.50", with at most 6 decimals</source>
        <translation>Dollar je Million Token als Text wie "2.50", mit höchstens 6 Nachkommastellen</translation>
    </message>
    <message>
        <source>what is paid for, such as "input"</source>
        <translation>wofür bezahlt wird, etwa "input"</translation>
    </message>
    <message>
        <source>an hour, as the other end has one</source>
        <translation>eine Stunde, da das andere Ende eine hat</translation>
    </message>
    <message>
        <source>another hour than from_hour_utc</source>
        <translation>eine andere Stunde als from_hour_utc</translation>
    </message>
    <message>
        <source>each unit once under the same condition</source>
        <translation>jede Einheit nur einmal unter derselben Bedingung</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>at least one price, or no "price" at all where none is known</source>
        <translation>mindestens ein Preis, oder gar kein "price", wo keiner bekannt ist</translation>
    </message>
</context>
<context>
    <name>sb::catalog::PriceIndex</name>
    <message>
        <source>Its price has a step that is not known: %1.</source>
        <translation>Sein Preis hat eine unbekannte Stufe: %1.</translation>
    </message>
    <message>
        <source>Its price says nothing about input or output.</source>
        <translation>Sein Preis sagt nichts über Eingabe oder Ausgabe.</translation>
    </message>
    <message>
        <source>It has two names.</source>
        <translation>Es hat zwei Namen.</translation>
    </message>
    <message>
        <source>This is not an index of providers and models.</source>
        <translation>Das ist kein Verzeichnis von Anbietern und Modellen.</translation>
    </message>
    <message>
        <source>It claims to be another provider: “%1”.</source>
        <translation>Es gibt sich als anderer Anbieter aus: „%1“.</translation>
    </message>
</context>
<context>
    <name>sb::catalog::PriceOverride</name>
    <message>
        <source>Say what input and output cost; 0 where it costs nothing.</source>
        <translation>Geben Sie an, was Eingabe und Ausgabe kosten; 0, wo es nichts kostet.</translation>
    </message>
    <message>
        <source>A price cannot be negative.</source>
        <translation>Ein Preis kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>A price above $1,000 for one is not taken. Check the unit.</source>
        <translation>Ein Preis über 1.000 $ je Stück wird nicht angenommen. Prüfen Sie die Einheit.</translation>
    </message>
    <message>
        <source>A price above $10,000 for a million tokens is not taken. Check the unit: prices are for a million tokens.</source>
        <translation>Ein Preis über 10.000 $ je Million Token wird nicht angenommen. Prüfen Sie die Einheit: Preise gelten je Million Token.</translation>
    </message>
    <message>
        <source>Each unit can have one price under the same condition.</source>
        <translation>Jede Einheit kann unter derselben Bedingung nur einen Preis haben.</translation>
    </message>
    <message>
        <source>a text of at most %1 characters</source>
        <translation>ein Text von höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>The note is too long: %1 characters at most.</source>
        <translation>Die Notiz ist zu lang: höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>each endpoint once</source>
        <translation>jeden Endpunkt einmal</translation>
    </message>
</context>
<context>
    <name>sb::catalog::PriceSanity</name>
    <message>
        <source>$%1 for one</source>
        <translation>%1 $ je Stück</translation>
    </message>
    <message>
        <source>$%1 for a million tokens</source>
        <translation>%1 $ je Million Token</translation>
    </message>
    <message>
        <source>A price is negative.</source>
        <translation>Ein Preis ist negativ.</translation>
    </message>
    <message>
        <source>$%1 for one is absurdly high.</source>
        <translation>%1 $ je Stück ist unsinnig hoch.</translation>
    </message>
    <message>
        <source>%1 is absurdly low.</source>
        <translation>%1 ist unsinnig niedrig.</translation>
    </message>
    <message>
        <source>%1 after %2 cannot be right.</source>
        <translation>%1 nach %2 kann nicht stimmen.</translation>
    </message>
</context>
<context>
    <name>sb::catalog::Provider</name>
    <message>
        <source>an http or https address without user, query and fragment</source>
        <translation>eine http- oder https-Adresse ohne Benutzer, Abfrage und Fragment</translation>
    </message>
    <message>
        <source>lower case letters, digits, - and _, at most 64</source>
        <translation>Kleinbuchstaben, Ziffern, - und _, höchstens 64</translation>
    </message>
    <message>
        <source>a path that begins with / and has no query</source>
        <translation>ein Pfad, der mit / beginnt und keine Abfrage hat</translation>
    </message>
    <message>
        <source>a name of A to Z, 0 to 9 and _ that ends in _KEY or _TOKEN</source>
        <translation>ein Name aus A bis Z, 0 bis 9 und _, der auf _KEY oder _TOKEN endet</translation>
    </message>
    <message>
        <source>a region such as us-east-1, since the base URL names none</source>
        <translation>eine Region wie us-east-1, denn die Basis-URL nennt keine</translation>
    </message>
    <message>
        <source>a region in lower case letters, digits and -</source>
        <translation>eine Region aus Kleinbuchstaben, Ziffern und -</translation>
    </message>
    <message>
        <source>the name of a header in lower case</source>
        <translation>der Name eines Headers in Kleinbuchstaben</translation>
    </message>
    <message>
        <source>an id without blanks, of at most 100 letters</source>
        <translation>eine Kennung ohne Leerzeichen, höchstens 100 Zeichen</translation>
    </message>
    <message>
        <source>a version such as 2024-10-21 or preview</source>
        <translation>eine Version wie 2024-10-21 oder preview</translation>
    </message>
    <message>
        <source>letters, digits, -, _, . and :, at most 128</source>
        <translation>Buchstaben, Ziffern, -, _, . und :, höchstens 128</translation>
    </message>
    <message>
        <source>the http or https address of a page</source>
        <translation>die http- oder https-Adresse einer Seite</translation>
    </message>
    <message>
        <source>the day on which it was looked for</source>
        <translation>der Tag, an dem danach gesucht wurde</translation>
    </message>
    <message>
        <source>nothing, since the file states it</source>
        <translation>nichts, denn die Datei gibt es an</translation>
    </message>
</context>
<context>
    <name>sb::catalog::Refresh</name>
    <message>
        <source>The list is empty. What was known stays; try again later.</source>
        <translation>Die Liste ist leer. Was bekannt war, bleibt; versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 of %2 entries cannot be right, the first one since: %3 What was known stays.</source>
        <translation>%1 von %2 Einträgen können nicht stimmen, der erste, weil: %3 Was bekannt war, bleibt.</translation>
    </message>
    <message>
        <source>Only %1 of %2 known models are in the list. What was known stays; try again later.</source>
        <translation>Nur %1 von %2 bekannten Modellen stehen in der Liste. Was bekannt war, bleibt; versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Only %1 of %2 known prices are in the list. What was known stays; try again later.</source>
        <translation>Nur %1 von %2 bekannten Preisen stehen in der Liste. Was bekannt war, bleibt; versuchen Sie es später erneut.</translation>
    </message>
</context>
<context>
    <name>sb::catalog::RouterModels</name>
    <message>
        <source>Its price has a condition that is not known: %1.</source>
        <translation>Sein Preis hat eine unbekannte Bedingung: %1.</translation>
    </message>
    <message>
        <source>Its price says nothing about input or output.</source>
        <translation>Sein Preis sagt nichts über Eingabe oder Ausgabe.</translation>
    </message>
    <message>
        <source>This is not a list of models.</source>
        <translation>Das ist keine Liste von Modellen.</translation>
    </message>
    <message>
        <source>This is not a list of offers.</source>
        <translation>Das ist keine Liste von Angeboten.</translation>
    </message>
    <message>
        <source>The answer is about another model: “%1” instead of “%2”.</source>
        <translation>Die Antwort betrifft ein anderes Modell: „%1“ statt „%2“.</translation>
    </message>
</context>
<context>
    <name>sb::chat</name>
    <message>
        <source>expected an https: or data: URL</source>
        <translation>erwartet: eine https:- oder data:-URL</translation>
    </message>
    <message>
        <source>expected a data: URL in Base64</source>
        <translation>erwartet: eine data:-URL in Base64</translation>
    </message>
    <message>
        <source>an https: or data: URL</source>
        <translation>eine https:- oder data:-URL</translation>
    </message>
    <message>
        <source>a string or a list</source>
        <translation>ein Text oder eine Liste</translation>
    </message>
    <message>
        <source>expected “function” or “custom”</source>
        <translation>erwartet: „function“ oder „custom“</translation>
    </message>
    <message>
        <source>expected system, developer, user, assistant or tool, got “%1”</source>
        <translation>erwartet: system, developer, user, assistant oder tool, nicht „%1“</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>expected %1, got %2</source>
        <translation>erwartet: %1, gefunden: %2</translation>
    </message>
    <message>
        <source>expected a name, got an empty string</source>
        <translation>erwartet: ein Name, gefunden: ein leerer Text</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a whole number above 0</source>
        <translation>eine ganze Zahl über 0</translation>
    </message>
    <message>
        <source>a list of at least one message</source>
        <translation>eine Liste mit mindestens einer Nachricht</translation>
    </message>
    <message>
        <source>expected none, minimal, low, medium, high, xhigh or max, got “%1”</source>
        <translation>erwartet: none, minimal, low, medium, high, xhigh oder max, nicht „%1“</translation>
    </message>
    <message>
        <source>expected the same as in reasoning.effort, or none</source>
        <translation>erwartet: dasselbe wie in reasoning.effort, oder nichts</translation>
    </message>
    <message>
        <source>expected either this or max_completion_tokens</source>
        <translation>erwartet: entweder dies oder max_completion_tokens</translation>
    </message>
    <message>
        <source>expected auto, none, required or an object</source>
        <translation>erwartet: auto, none, required oder ein Objekt</translation>
    </message>
    <message>
        <source>expected string, number, integer, boolean, object, array or null, or a list</source>
        <translation>erwartet: string, number, integer, boolean, object, array oder null, oder eine Liste</translation>
    </message>
    <message>
        <source>expected an object of schemas</source>
        <translation>erwartet: ein Objekt aus Schemas</translation>
    </message>
    <message>
        <source>expected a list of schemas</source>
        <translation>erwartet: eine Liste von Schemas</translation>
    </message>
    <message>
        <source>expected a list of names</source>
        <translation>erwartet: eine Liste von Namen</translation>
    </message>
    <message>
        <source>expected a name</source>
        <translation>erwartet: ein Name</translation>
    </message>
    <message>
        <source>“%1” is not among the properties</source>
        <translation>„%1“ ist nicht unter den Eigenschaften</translation>
    </message>
    <message>
        <source>expected a JSON schema, which is an object, got %1</source>
        <translation>erwartet: ein JSON-Schema, also ein Objekt, gefunden: %1</translation>
    </message>
    <message>
        <source>expected a list of values</source>
        <translation>erwartet: eine Liste von Werten</translation>
    </message>
    <message>
        <source>dollars such as "0.01"</source>
        <translation>Dollar wie "0.01"</translation>
    </message>
</context>
<context>
    <name>sb::dialects</name>
    <message>
        <source>The answer is too large.</source>
        <translation>Die Antwort ist zu groß.</translation>
    </message>
    <message>
        <source>The answer was empty.</source>
        <translation>Die Antwort war leer.</translation>
    </message>
    <message>
        <source>The answer was neither JSON nor an event stream.</source>
        <translation>Die Antwort war weder JSON noch ein Ereignisstrom.</translation>
    </message>
    <message>
        <source>An event of the answer is too large.</source>
        <translation>Ein Ereignis der Antwort ist zu groß.</translation>
    </message>
    <message>
        <source>An event of the answer is not JSON.</source>
        <translation>Ein Ereignis der Antwort ist kein JSON.</translation>
    </message>
    <message>
        <source>The answer is not JSON.</source>
        <translation>Die Antwort ist kein JSON.</translation>
    </message>
    <message>
        <source>The answer has no choices.</source>
        <translation>Die Antwort hat keine „choices“.</translation>
    </message>
    <message>
        <source>One answer is asked for; more would be paid and not shown.</source>
        <translation>Es wird eine Antwort verlangt; weitere würden bezahlt und nicht gezeigt.</translation>
    </message>
    <message>
        <source>Only OpenRouter takes this.</source>
        <translation>Das nimmt nur OpenRouter an.</translation>
    </message>
    <message>
        <source>The budget for reasoning was sent as an effort.</source>
        <translation>Das Budget fürs Nachdenken wurde als Aufwand gesendet.</translation>
    </message>
    <message>
        <source>Reasoning on or off was sent as an effort.</source>
        <translation>Nachdenken an oder aus wurde als Aufwand gesendet.</translation>
    </message>
    <message>
        <source>The highest effort here is xhigh.</source>
        <translation>Der höchste Aufwand ist hier xhigh.</translation>
    </message>
    <message>
        <source>Only the effort of reasoning can be set here.</source>
        <translation>Hier lässt sich nur der Aufwand des Nachdenkens einstellen.</translation>
    </message>
    <message>
        <source>The JSON schema was sent as an instruction, with JSON mode on.</source>
        <translation>Das JSON-Schema wurde als Anweisung gesendet, mit eingeschaltetem JSON-Modus.</translation>
    </message>
    <message>
        <source>The reasoning of earlier answers is not sent back here.</source>
        <translation>Das Nachdenken früherer Antworten wird hierhin nicht zurückgesendet.</translation>
    </message>
    <message>
        <source>messages[%1].content[%2].file.file_data: expected the file's bytes as a data: URL, got a link</source>
        <translation>messages[%1].content[%2].file.file_data: erwartet werden die Bytes der Datei als data:-URL, nicht ein Link</translation>
    </message>
    <message>
        <source>Without a message of the user, the instruction was sent as one.</source>
        <translation>Ohne Nachricht des Benutzers wurde die Anweisung als solche gesendet.</translation>
    </message>
    <message>
        <source>Gemini takes instructions at the start only; this one was sent as the user's.</source>
        <translation>Gemini nimmt Anweisungen nur am Anfang; diese wurde als die des Benutzers gesendet.</translation>
    </message>
    <message>
        <source>A call that another model made was marked as such for Gemini.</source>
        <translation>Ein Aufruf eines anderen Modells wurde für Gemini als solcher gekennzeichnet.</translation>
    </message>
    <message>
        <source>%1.tool_call_id: expected the id of an earlier call</source>
        <translation>%1.tool_call_id: erwartet: die Kennung eines früheren Aufrufs</translation>
    </message>
    <message>
        <source>The answer has no candidates.</source>
        <translation>Die Antwort hat keine Kandidaten.</translation>
    </message>
    <message>
        <source>The arguments of a tool call came out of order.</source>
        <translation>Die Argumente eines Werkzeugaufrufs kamen in falscher Reihenfolge.</translation>
    </message>
    <message>
        <source>The provider ended the answer with %1.</source>
        <translation>Der Anbieter beendete die Antwort mit %1.</translation>
    </message>
    <message>
        <source>This model takes no JSON mode here; it was asked for JSON in the instruction.</source>
        <translation>Dieses Modell kennt hier keinen JSON-Modus; JSON wurde in der Anweisung verlangt.</translation>
    </message>
    <message>
        <source>Gemini has nothing like it.</source>
        <translation>Gemini hat nichts Vergleichbares.</translation>
    </message>
    <message>
        <source>Gemini takes five stop sequences; the first five were sent.</source>
        <translation>Gemini nimmt fünf Stoppfolgen; die ersten fünf wurden gesendet.</translation>
    </message>
    <message>
        <source>Gemini takes seeds of 32 bits.</source>
        <translation>Gemini nimmt Startwerte mit 32 Bit.</translation>
    </message>
    <message>
        <source>expected a data: URL in base64 that names its media type</source>
        <translation>erwartet: eine data:-URL in Base64, die ihren Medientyp nennt</translation>
    </message>
    <message>
        <source>Gemini chooses the resolution of a picture itself.</source>
        <translation>Gemini wählt die Auflösung eines Bilds selbst.</translation>
    </message>
    <message>
        <source>Gemini does not see the name of a file.</source>
        <translation>Gemini sieht den Namen einer Datei nicht.</translation>
    </message>
    <message>
        <source>expected text, a picture, a file, audio or a video for Gemini</source>
        <translation>erwartet für Gemini: Text, Bild, Datei, Ton oder Video</translation>
    </message>
    <message>
        <source>This model does not reason.</source>
        <translation>Dieses Modell denkt nicht nach.</translation>
    </message>
    <message>
        <source>Gemini takes an effort, a budget, and whether to show it.</source>
        <translation>Gemini nimmt einen Aufwand, ein Budget, und ob es gezeigt wird.</translation>
    </message>
    <message>
        <source>The budget for reasoning was brought into this model's range.</source>
        <translation>Das Budget fürs Nachdenken wurde in den Bereich dieses Modells gebracht.</translation>
    </message>
    <message>
        <source>The highest effort here is high.</source>
        <translation>Der höchste Aufwand ist hier high.</translation>
    </message>
    <message>
        <source>The lowest effort here is low.</source>
        <translation>Der niedrigste Aufwand ist hier low.</translation>
    </message>
    <message>
        <source>This model always reasons; the least was asked for.</source>
        <translation>Dieses Modell denkt immer nach; das Geringste wurde verlangt.</translation>
    </message>
    <message>
        <source>Gemini does not hold a function to its schema.</source>
        <translation>Gemini hält eine Funktion nicht an ihr Schema.</translation>
    </message>
    <message>
        <source>Gemini has no such tool.</source>
        <translation>Gemini hat kein solches Werkzeug.</translation>
    </message>
    <message>
        <source>Gemini may call several tools at once.</source>
        <translation>Gemini kann mehrere Werkzeuge zugleich aufrufen.</translation>
    </message>
    <message>
        <source>%1.role: expected “user” or “model”</source>
        <translation>%1.role: erwartet: „user“ oder „model“</translation>
    </message>
    <message>
        <source>%1.parts: expected at least one part</source>
        <translation>%1.parts: erwartet: mindestens ein Teil</translation>
    </message>
    <message>
        <source>contents: expected at least one content</source>
        <translation>contents: erwartet: mindestens ein Inhalt</translation>
    </message>
    <message>
        <source>path: expected /models/MODEL:generateContent or /models/MODEL:streamGenerateContent</source>
        <translation>path: erwartet: /models/MODEL:generateContent oder /models/MODEL:streamGenerateContent</translation>
    </message>
    <message>
        <source>expected an object, got a %1</source>
        <translation>erwartet: ein Objekt, gefunden: %1</translation>
    </message>
    <message>
        <source>The answer has no content.</source>
        <translation>Die Antwort hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>This model's longest answer is shorter.</source>
        <translation>Die längste Antwort dieses Modells ist kürzer.</translation>
    </message>
    <message>
        <source>A limit is required, and none is known: 4,096 was sent.</source>
        <translation>Eine Grenze ist nötig und keine bekannt: 4.096 wurde gesendet.</translation>
    </message>
    <message>
        <source>Messages have no answer format of this type.</source>
        <translation>Messages hat kein Antwortformat dieser Art.</translation>
    </message>
    <message>
        <source>Only JSON objects can be demanded here.</source>
        <translation>Hier lassen sich nur JSON-Objekte verlangen.</translation>
    </message>
    <message>
        <source>JSON was demanded as the input of a tool; its input is the answer.</source>
        <translation>JSON wurde als Eingabe eines Werkzeugs verlangt; dessen Eingabe ist die Antwort.</translation>
    </message>
    <message>
        <source>The highest temperature here is 1.</source>
        <translation>Die höchste Temperatur ist hier 1.</translation>
    </message>
    <message>
        <source>Either temperature or top_p can be set, not both.</source>
        <translation>Es geht entweder temperature oder top_p, nicht beides.</translation>
    </message>
    <message>
        <source>This model does not let its sampling be set.</source>
        <translation>Bei diesem Modell lässt sich die Auswahl nicht einstellen.</translation>
    </message>
    <message>
        <source>Sampling cannot be set while the model reasons.</source>
        <translation>Beim Nachdenken lässt sich die Auswahl nicht einstellen.</translation>
    </message>
    <message>
        <source>Blanks alone cannot stop an answer here.</source>
        <translation>Leerzeichen allein können hier keine Antwort beenden.</translation>
    </message>
    <message>
        <source>Only the user's id can be sent along here.</source>
        <translation>Hier lässt sich nur die Kennung des Benutzers mitsenden.</translation>
    </message>
    <message>
        <source>There is no such service tier here.</source>
        <translation>Diese Dienststufe gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Messages have no such parameter.</source>
        <translation>Messages hat keinen solchen Parameter.</translation>
    </message>
    <message>
        <source>Messages have no such member here.</source>
        <translation>Messages hat hier kein solches Feld.</translation>
    </message>
    <message>
        <source>expected a picture as JPEG, PNG, GIF or WebP</source>
        <translation>erwartet: ein Bild als JPEG, PNG, GIF oder WebP</translation>
    </message>
    <message>
        <source>How closely to look cannot be set here.</source>
        <translation>Wie genau hingesehen wird, lässt sich hier nicht einstellen.</translation>
    </message>
    <message>
        <source>expected a PDF, a text or a picture</source>
        <translation>erwartet: ein PDF, ein Text oder ein Bild</translation>
    </message>
    <message>
        <source>expected text, a picture or a file, got sound</source>
        <translation>erwartet: Text, Bild oder Datei, gefunden: Ton</translation>
    </message>
    <message>
        <source>expected text, a picture or a file</source>
        <translation>erwartet: Text, Bild oder Datei</translation>
    </message>
    <message>
        <source>This model always reasons; the lowest effort was asked for.</source>
        <translation>Dieses Modell denkt immer nach; der geringste Aufwand wurde verlangt.</translation>
    </message>
    <message>
        <source>Reasoning is off: it does not go with a call that is demanded.</source>
        <translation>Nachdenken ist aus: Es verträgt sich nicht mit einem verlangten Aufruf.</translation>
    </message>
    <message>
        <source>Reasoning is off: the calls before these results came without reasoning of this model.</source>
        <translation>Nachdenken ist aus: Die Aufrufe vor diesen Ergebnissen kamen ohne Nachdenken dieses Modells.</translation>
    </message>
    <message>
        <source>Reasoning is off: it does not go with an answer to go on from.</source>
        <translation>Das Nachdenken ist aus: Es verträgt sich nicht mit einer Antwort, die fortgesetzt wird.</translation>
    </message>
    <message>
        <source>Reasoning is off: it needs an answer of more than 1,024 tokens.</source>
        <translation>Nachdenken ist aus: Es braucht eine Antwort von mehr als 1.024 Token.</translation>
    </message>
    <message>
        <source>At least 1,024 tokens, and fewer than the whole answer has.</source>
        <translation>Mindestens 1.024 Token, und weniger als die ganze Antwort hat.</translation>
    </message>
    <message>
        <source>Tools have no such member here.</source>
        <translation>Werkzeuge haben hier kein solches Feld.</translation>
    </message>
    <message>
        <source>Messages cannot narrow down which tools may be called.</source>
        <translation>Messages kann nicht eingrenzen, welche Werkzeuge aufgerufen werden dürfen.</translation>
    </message>
    <message>
        <source>Messages have no tools of this type.</source>
        <translation>Messages hat keine Werkzeuge dieser Art.</translation>
    </message>
    <message>
        <source>There are no tools that could be chosen.</source>
        <translation>Es gibt keine Werkzeuge, die gewählt werden könnten.</translation>
    </message>
    <message>
        <source>The instructions were sent as the user's, since nothing else was said.</source>
        <translation>Die Anweisungen wurden als die des Benutzers gesendet, da sonst nichts gesagt war.</translation>
    </message>
    <message>
        <source>Messages have no names here.</source>
        <translation>Messages hat hier keine Namen.</translation>
    </message>
    <message>
        <source>Instructions from the middle were moved to the start.</source>
        <translation>Anweisungen aus der Mitte wurden an den Anfang gestellt.</translation>
    </message>
    <message>
        <source>Only reasoning that Anthropic signed can be sent back here.</source>
        <translation>Hier lässt sich nur Nachdenken zurücksenden, das Anthropic signiert hat.</translation>
    </message>
    <message>
        <source>Arguments that are no JSON object were sent as a text inside of one.</source>
        <translation>Argumente, die kein JSON-Objekt sind, wurden als Text in einem gesendet.</translation>
    </message>
    <message>
        <source>An answer to go on from was sent without the blanks at its end.</source>
        <translation>Eine fortzusetzende Antwort wurde ohne die Leerzeichen am Ende gesendet.</translation>
    </message>
    <message>
        <source>expected auto, any, tool or none</source>
        <translation>erwartet: auto, any, tool oder none</translation>
    </message>
    <message>
        <source>expected a type of content block, got “%1”</source>
        <translation>erwartet: eine Art von Inhaltsblock, gefunden: „%1“</translation>
    </message>
    <message>
        <source>expected user or assistant</source>
        <translation>erwartet: user oder assistant</translation>
    </message>
    <message>
        <source>The answer was a web page, not JSON. The base URL may be wrong.</source>
        <translation>Die Antwort war eine Webseite statt JSON. Vielleicht stimmt die Basis-URL nicht.</translation>
    </message>
    <message>
        <source>This is not a list of models.</source>
        <translation>Das ist keine Modell-Liste.</translation>
    </message>
    <message>
        <source>The file was sent as a document that can be cited.</source>
        <translation>Die Datei wurde als Dokument gesendet, das zitiert werden kann.</translation>
    </message>
    <message>
        <source>expected text, a picture or a file that is text</source>
        <translation>erwartet: Text, ein Bild oder eine Datei aus Text</translation>
    </message>
    <message>
        <source>A picture in the result of a tool was sent as the user's.</source>
        <translation>Ein Bild im Ergebnis eines Werkzeugs wurde als Bild des Benutzers gesendet.</translation>
    </message>
    <message>
        <source>expected text</source>
        <translation>erwartet: Text</translation>
    </message>
    <message>
        <source>Reasoning that another provider signed cannot be sent back here.</source>
        <translation>Überlegungen, die ein anderer Anbieter signiert hat, können hier nicht zurückgesendet werden.</translation>
    </message>
    <message>
        <source>The answer has no message.</source>
        <translation>Die Antwort enthält keine Nachricht.</translation>
    </message>
    <message>
        <source>There is no answer format of this type here.</source>
        <translation>Ein Antwortformat dieser Art gibt es hier nicht.</translation>
    </message>
    <message>
        <source>JSON was asked for in the instructions, too.</source>
        <translation>JSON wurde auch in den Anweisungen verlangt.</translation>
    </message>
    <message>
        <source>At most five stop sequences; the first five were sent.</source>
        <translation>Höchstens fünf Stoppfolgen; die ersten fünf wurden gesendet.</translation>
    </message>
    <message>
        <source>The nearest value that is taken here was sent.</source>
        <translation>Der nächstliegende Wert, der hier angenommen wird, wurde gesendet.</translation>
    </message>
    <message>
        <source>Cohere has no such parameter.</source>
        <translation>Cohere hat keinen solchen Parameter.</translation>
    </message>
    <message>
        <source>Only an effort or a budget for reasoning can be set here.</source>
        <translation>Für das Nachdenken lässt sich hier nur ein Aufwand oder ein Budget einstellen.</translation>
    </message>
    <message>
        <source>Tools are held to their schemas only where all ask for it and each requires something.</source>
        <translation>Werkzeuge werden nur dann an ihre Schemas gebunden, wenn alle es verlangen und jedes etwas voraussetzt.</translation>
    </message>
    <message>
        <source>Only the tools that may be called were sent.</source>
        <translation>Nur die Werkzeuge, die aufgerufen werden dürfen, wurden gesendet.</translation>
    </message>
    <message>
        <source>Several tools may be called at once here.</source>
        <translation>Hier können mehrere Werkzeuge zugleich aufgerufen werden.</translation>
    </message>
    <message>
        <source>Only functions can be tools here.</source>
        <translation>Nur Funktionen können hier Werkzeuge sein.</translation>
    </message>
    <message>
        <source>Tools cannot be chosen in this way here.</source>
        <translation>Werkzeuge lassen sich hier nicht so auswählen.</translation>
    </message>
    <message>
        <source>The conversation was sent as one prompt, turn by turn.</source>
        <translation>Das Gespräch wurde als ein Prompt gesendet, Beitrag für Beitrag.</translation>
    </message>
    <message>
        <source>Tools need Ollama's chat API.</source>
        <translation>Werkzeuge brauchen Ollamas Chat-API.</translation>
    </message>
    <message>
        <source>No tools were sent, since none may be called.</source>
        <translation>Es wurden keine Werkzeuge gesendet, weil keines aufgerufen werden darf.</translation>
    </message>
    <message>
        <source>A call cannot be demanded here.</source>
        <translation>Ein Aufruf lässt sich hier nicht erzwingen.</translation>
    </message>
    <message>
        <source>Tools are not held to their schemas here.</source>
        <translation>Werkzeuge werden hier nicht an ihre Schemas gebunden.</translation>
    </message>
    <message>
        <source>Ollama has no such parameter.</source>
        <translation>Ollama hat keinen solchen Parameter.</translation>
    </message>
    <message>
        <source>The file was sent as a text of the message.</source>
        <translation>Die Datei wurde als Text der Nachricht gesendet.</translation>
    </message>
    <message>
        <source>expected text, the bytes of a picture, or a file that is text</source>
        <translation>erwartet: Text, die Bytes eines Bildes oder eine Datei aus Text</translation>
    </message>
    <message>
        <source>An event of the answer was damaged on the way.</source>
        <translation>Ein Ereignis der Antwort wurde unterwegs beschädigt.</translation>
    </message>
    <message>
        <source>Only reasoning that this model signed is sent back here.</source>
        <translation>Hierhin wird nur Nachdenken zurückgesendet, das dieses Modell unterschrieben hat.</translation>
    </message>
    <message>
        <source>A text was added: files without one are refused here.</source>
        <translation>Ein Text wurde hinzugefügt: Dateien ohne Text werden hier abgelehnt.</translation>
    </message>
    <message>
        <source>With this effort of reasoning no limit can be set.</source>
        <translation>Bei diesem Aufwand des Nachdenkens lässt sich keine Grenze setzen.</translation>
    </message>
    <message>
        <source>Converse has no such parameter.</source>
        <translation>Converse hat keinen solchen Parameter.</translation>
    </message>
    <message>
        <source>How much this model reasons cannot be set here.</source>
        <translation>Wie viel dieses Modell nachdenkt, lässt sich hier nicht einstellen.</translation>
    </message>
    <message>
        <source>expected a PDF, a Word or Excel file, a text or a picture</source>
        <translation>erwartet: ein PDF, eine Word- oder Excel-Datei, ein Text oder ein Bild</translation>
    </message>
    <message>
        <source>expected a kind of sound that is taken here</source>
        <translation>erwartet: ein Tonformat, das hier angenommen wird</translation>
    </message>
    <message>
        <source>Calls cannot be forbidden here.</source>
        <translation>Aufrufe lassen sich hier nicht verbieten.</translation>
    </message>
    <message>
        <source>The tools of earlier calls were sent by name: they must be known here.</source>
        <translation>Die Werkzeuge früherer Aufrufe wurden dem Namen nach gesendet: Sie müssen hier bekannt sein.</translation>
    </message>
    <message>
        <source>Calls cannot be limited to one at a time here.</source>
        <translation>Aufrufe lassen sich hier nicht auf einen zur selben Zeit beschränken.</translation>
    </message>
    <message>
        <source>The answer is in no language of Bedrock's models.</source>
        <translation>Die Antwort ist in keiner Sprache der Modelle von Bedrock.</translation>
    </message>
    <message>
        <source>expected text or a file that is text</source>
        <translation>erwartet: Text oder eine Textdatei</translation>
    </message>
    <message>
        <source>Calls were left out, and their results sent as text.</source>
        <translation>Aufrufe wurden weggelassen und ihre Ergebnisse als Text gesendet.</translation>
    </message>
    <message>
        <source>This model makes vectors of texts: all texts were sent as one.</source>
        <translation>Dieses Modell macht aus Texten Vektoren: Alle Texte wurden als einer gesendet.</translation>
    </message>
    <message>
        <source>The model's own API has no such parameter.</source>
        <translation>Die eigene API des Modells hat keinen solchen Parameter.</translation>
    </message>
    <message>
        <source>Only the Responses API takes this.</source>
        <translation>Das nimmt nur die Responses-API an.</translation>
    </message>
    <message>
        <source>Prompts are cached by the service itself.</source>
        <translation>Der Dienst speichert Prompts von selbst zwischen.</translation>
    </message>
    <message>
        <source>The answer has no list of output.</source>
        <translation>Die Antwort hat keine Liste „output“.</translation>
    </message>
    <message>
        <source>The provider says that its answer failed.</source>
        <translation>Der Anbieter meldet, dass seine Antwort gescheitert ist.</translation>
    </message>
    <message>
        <source>Answers are not made in the background here.</source>
        <translation>Antworten werden hier nicht im Hintergrund erstellt.</translation>
    </message>
    <message>
        <source>The Responses API has no such parameter.</source>
        <translation>Die Responses-API hat keinen solchen Parameter.</translation>
    </message>
    <message>
        <source>Only reasoning that came encrypted can be sent back here.</source>
        <translation>Hier können nur Überlegungen zurückgesendet werden, die verschlüsselt gekommen sind.</translation>
    </message>
    <message>
        <source>expected user, assistant, system or developer</source>
        <translation>erwartet: user, assistant, system oder developer</translation>
    </message>
    <message>
        <source>expected a type of input item, got “%1”</source>
        <translation>erwartet: eine Art von Eingabeelement, gefunden: „%1“</translation>
    </message>
    <message>
        <source>expected a type of content part, got “%1”</source>
        <translation>erwartet: eine Art von Inhaltsteil, gefunden: „%1“</translation>
    </message>
    <message>
        <source>expected a message of the user or of a tool at the end</source>
        <translation>erwartet: eine Nachricht des Nutzers oder eines Werkzeugs am Ende</translation>
    </message>
    <message>
        <source>Tools that gave results must be sent, and then may be called.</source>
        <translation>Werkzeuge mit Ergebnissen müssen mitgesendet werden und dürfen dann aufgerufen werden.</translation>
    </message>
    <message>
        <source>What types cannot say of parameters was sent in their descriptions.</source>
        <translation>Was Typen über Parameter nicht sagen können, wurde in deren Beschreibungen gesendet.</translation>
    </message>
    <message>
        <source>The answer has no vectors.</source>
        <translation>Die Antwort hat keine Vektoren.</translation>
    </message>
    <message>
        <source>expected one text: this model takes no more</source>
        <translation>erwartet: ein Text, mehr nimmt dieses Modell nicht an</translation>
    </message>
    <message>
        <source>expected one text or more</source>
        <translation>erwartet: mindestens ein Text</translation>
    </message>
    <message>
        <source>Embeddings have no such parameter here.</source>
        <translation>Einbettungen haben hier keinen solchen Parameter.</translation>
    </message>
    <message>
        <source>A purpose is required here; that of documents was sent.</source>
        <translation>Hier muss ein Zweck genannt werden; der von Dokumenten wurde gesendet.</translation>
    </message>
    <message>
        <source>JSON was asked for in the prompt only.</source>
        <translation>JSON wurde nur im Prompt verlangt.</translation>
    </message>
    <message>
        <source>Without a limit only 16 tokens would come; up to 1,024 were asked for.</source>
        <translation>Ohne Grenze kämen nur 16 Tokens; bis zu 1.024 wurden verlangt.</translation>
    </message>
    <message>
        <source>Tools need a chat API.</source>
        <translation>Werkzeuge brauchen eine Chat-API.</translation>
    </message>
    <message>
        <source>Completions have no such parameter.</source>
        <translation>„Completions“ kennen diesen Parameter nicht.</translation>
    </message>
    <message>
        <source>This provider does not count tokens.</source>
        <translation>Dieser Anbieter zählt keine Tokens.</translation>
    </message>
    <message>
        <source>The answer has no count of tokens.</source>
        <translation>Die Antwort nennt keine Zahl von Tokens.</translation>
    </message>
    <message>
        <source>Only the Messages API takes this.</source>
        <translation>Das nimmt nur die Messages-API an.</translation>
    </message>
    <message>
        <source>Only Gemini takes this.</source>
        <translation>Das nimmt nur Gemini an.</translation>
    </message>
    <message>
        <source>The answer was compressed (%1), which was not asked for. A proxy in between may do that: switch it off there, or ask directly.</source>
        <translation>Die Antwort war komprimiert (%1), was nicht verlangt war. Das kann ein Proxy dazwischen tun: Schalten Sie es dort ab, oder fragen Sie direkt.</translation>
    </message>
    <message>
        <source>Seeds below zero are not taken here.</source>
        <translation>Startwerte unter null werden hier nicht angenommen.</translation>
    </message>
    <message>
        <source>JSON was asked for in the instructions only.</source>
        <translation>JSON wurde nur in den Anweisungen verlangt.</translation>
    </message>
    <message>
        <source>What is to be cached cannot be marked here.</source>
        <translation>Was zwischengespeichert werden soll, lässt sich hier nicht kennzeichnen.</translation>
    </message>
    <message>
        <source>%1 does not take this.</source>
        <translation>%1 nimmt das nicht an.</translation>
    </message>
</context>
<context>
    <name>sb::engine</name>
    <message>
        <source>The provider ended the answer with an error of its own.</source>
        <translation>Der Anbieter beendete die Antwort mit einem eigenen Fehler.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>There is no chain “%1”. Choose another one or save it first.</source>
        <translation>Es gibt keine Kette „%1“. Bitte eine andere wählen oder sie erst sichern.</translation>
    </message>
    <message>
        <source>model: expected “author/slug” or “chain/NAME”, got nothing</source>
        <translation>model: erwartet wird „author/slug“ oder „chain/NAME“, gefunden: nichts</translation>
    </message>
    <message>
        <source>messages: expected at least one message, got an empty list</source>
        <translation>messages: erwartet wird mindestens eine Nachricht, gefunden: eine leere Liste</translation>
    </message>
    <message>
        <source>The chain “%1” has no steps. Add one first.</source>
        <translation>Die Kette „%1“ hat keine Schritte. Bitte erst einen hinzufügen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>No endpoint can serve this request. %1</source>
        <translation>Kein Endpunkt kann diese Anfrage bedienen. %1</translation>
    </message>
    <message>
        <source>The answer was not used: it does not repeat the text that was already delivered.</source>
        <translation>Die Antwort wurde nicht verwendet: Sie wiederholt den schon gezeigten Text nicht.</translation>
    </message>
    <message>
        <source>The provider filtered the answer before it began.</source>
        <translation>Der Anbieter hat die Antwort gefiltert, bevor sie begann.</translation>
    </message>
    <message>
        <source>The answer stopped coming before it was finished.</source>
        <translation>Die Antwort verstummte, bevor sie fertig war.</translation>
    </message>
    <message>
        <source>The connection could not be made in time.</source>
        <translation>Die Verbindung kam nicht rechtzeitig zustande.</translation>
    </message>
    <message>
        <source>The request could not be sent in time.</source>
        <translation>Die Anfrage konnte nicht rechtzeitig gesendet werden.</translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation>Der Anbieter hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The provider sent nothing of the answer in time.</source>
        <translation>Der Anbieter hat rechtzeitig nichts von der Antwort gesendet.</translation>
    </message>
    <message>
        <source>The provider answered with status %1 and no reason.</source>
        <translation>Der Anbieter antwortete mit Status %1 und ohne Begründung.</translation>
    </message>
    <message>
        <source>The answer ended before it was finished.</source>
        <translation>Die Antwort brach ab, bevor sie fertig war.</translation>
    </message>
    <message>
        <source>The connection ended before the answer began.</source>
        <translation>Die Verbindung endete, bevor die Antwort begann.</translation>
    </message>
    <message>
        <source>The provider could not be reached.</source>
        <translation>Der Anbieter war nicht erreichbar.</translation>
    </message>
    <message>
        <source>No secure connection could be made.</source>
        <translation>Es kam keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>The connection broke before an answer; whether the provider worked on it is unknown.</source>
        <translation>Die Verbindung brach vor einer Antwort ab; ob der Anbieter daran gearbeitet hat, ist unbekannt.</translation>
    </message>
    <message>
        <source>The provider points to another address; it is not followed, since the key would go there.</source>
        <translation>Der Anbieter verweist auf eine andere Adresse; ihr wird nicht gefolgt, weil der Schlüssel dorthin ginge.</translation>
    </message>
    <message>
        <source>What came is not an HTTP answer.</source>
        <translation>Was kam, ist keine HTTP-Antwort.</translation>
    </message>
    <message>
        <source>%1 speaks a format that Signalbox does not know.</source>
        <translation>%1 spricht ein Format, das Signalbox nicht kennt.</translation>
    </message>
    <message>
        <source>%1 refused the key. Change it in Providers.</source>
        <translation>%1 hat den Schlüssel abgelehnt. Ändern Sie ihn unter „Anbieter“.</translation>
    </message>
    <message>
        <source>%1 It says: %2</source>
        <translation>%1 Die Meldung: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 did not send the file within %n s.</source>
        <translation>
            <numerusform>%1 hat die Datei nicht innerhalb von %n s gesendet.</numerusform>
            <numerusform>%1 hat die Datei nicht innerhalb von %n s gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>A link must be an https address without a user name.</source>
        <translation>Ein Link muss eine https-Adresse ohne Benutzernamen sein.</translation>
    </message>
    <message>
        <source>The host %1 was not found.</source>
        <translation>Der Rechner %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>%1 is no host of the internet; files of this machine and its networks are not fetched.</source>
        <translation>%1 ist kein Rechner im Internet; Dateien von diesem Rechner und aus seinen Netzen werden nicht geholt.</translation>
    </message>
    <message>
        <source>%1 redirects too often.</source>
        <translation>%1 leitet zu oft weiter.</translation>
    </message>
    <message>
        <source>The file at %1 has more than %2 MB.</source>
        <translation>Die Datei unter %1 hat mehr als %2 MB.</translation>
    </message>
    <message>
        <source>%1 has no such file.</source>
        <translation>%1 hat keine solche Datei.</translation>
    </message>
    <message>
        <source>%1 answered with %2 instead of the file.</source>
        <translation>%1 hat mit %2 statt mit der Datei geantwortet.</translation>
    </message>
    <message>
        <source>What %1 sent is no picture.</source>
        <translation>Was %1 gesendet hat, ist kein Bild.</translation>
    </message>
    <message>
        <source>What %1 sent is no file of a known kind.</source>
        <translation>Was %1 gesendet hat, ist keine Datei einer bekannten Art.</translation>
    </message>
    <message>
        <source>The chain “%1” cannot be used. %2: %3</source>
        <translation>Die Kette „%1“ ist nicht verwendbar. %2: %3</translation>
    </message>
    <message>
        <source>The file at %1 came without its end.</source>
        <translation>Die Datei unter %1 kam ohne ihr Ende.</translation>
    </message>
    <message>
        <source>%1 would be left out, and all parameters are required: %2</source>
        <translation>%1 würde weggelassen, und alle Parameter sind verlangt: %2</translation>
    </message>
    <message>
        <source>%1 was asked with a signature for %2, which is not its region. Choose the region of its address in Providers.</source>
        <translation>%1 wurde mit einer Signatur für %2 gefragt, was nicht seine Region ist. Wählen Sie unter „Anbieter“ die Region seiner Adresse.</translation>
    </message>
    <message>
        <source>The account of this key has no credit at %1. Top it up there, or add another key in Providers.</source>
        <translation>Das Konto dieses Schlüssels hat bei %1 kein Guthaben. Laden Sie es dort auf, oder fügen Sie unter „Anbieter“ einen anderen Schlüssel hinzu.</translation>
    </message>
    <message>
        <source>%1 knows the key, but does not let it do this. Allow it there, or take another region or key in Providers.</source>
        <translation>%1 kennt den Schlüssel, erlaubt ihm dies aber nicht. Erlauben Sie es dort, oder nehmen Sie unter „Anbieter“ eine andere Region oder einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>Reasoning that another endpoint signed or encrypted is not sent: it would be refused here.</source>
        <translation>Nachdenken, das ein anderer Endpunkt signiert oder verschlüsselt hat, wird nicht gesendet: Es würde hier abgelehnt.</translation>
    </message>
    <message>
        <source>%1 is served until %2 only. Choose another model before that day.</source>
        <translation>%1 gibt es nur noch bis %2. Wählen Sie vor diesem Tag ein anderes Modell.</translation>
    </message>
    <message>
        <source>%1 was to be served until %2 only. Choose another model.</source>
        <translation>%1 sollte es nur bis %2 geben. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Every key of %1 has reached the limit that you set for it. Raise it in Providers.</source>
        <translation>Jeder Schlüssel von %1 hat das Limit erreicht, das Sie ihm gesetzt haben. Erhöhen Sie es unter „Anbieter“.</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>This provider bills an answer to its end all the same: the cost is the most that it can be.</source>
        <translation>Dieser Anbieter berechnet eine Antwort trotzdem bis zu ihrem Ende: Die Kosten sind das Höchste, was sie sein können.</translation>
    </message>
    <message>
        <source>%1 does not have this model in the region of its address, or not for this account. Choose another region in Providers, or another model.</source>
        <translation>%1 hat dieses Modell in der Region seiner Adresse nicht, oder nicht für dieses Konto. Wählen Sie unter Anbieter eine andere Region oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>The answer is too long to be one.</source>
        <translation>Die Antwort ist zu lang, um eine zu sein.</translation>
    </message>
    <message>
        <source>The answer has %1 vectors, %2 were asked for.</source>
        <translation>Die Antwort hat %1 Vektoren, gefragt waren %2.</translation>
    </message>
    <message>
        <source>%1 makes no vectors, as far as Signalbox knows.</source>
        <translation>%1 macht keine Vektoren, soweit Signalbox weiß.</translation>
    </message>
    <message>
        <source>input: expected at least one text, got an empty list</source>
        <translation>input: mindestens ein Text erwartet, die Liste ist leer</translation>
    </message>
    <message>
        <source>model: “auto” leaves the choice to the rules of a policy, and none sends this request to a chain. Add such a rule, or name a model.</source>
        <translation>model: „auto“ überlässt die Wahl den Regeln eines Regelwerks, und keine schickt diese Anfrage auf eine Kette. Legen Sie eine solche Regel an, oder nennen Sie ein Modell.</translation>
    </message>
    <message>
        <source>The answer did not pass the check “%1”: %2</source>
        <translation>Die Antwort hat die Prüfung „%1“ nicht bestanden: %2</translation>
    </message>
    <message>
        <source>Given up: another one that ran beside it began to answer first.</source>
        <translation>Aufgegeben: Ein Versuch, der daneben lief, hat zuerst geantwortet.</translation>
    </message>
    <message>
        <source>Nothing fits into the %1 that this request may cost. The cheapest that could serve it, %2, can cost %3. Raise the limit, or lower max_tokens.</source>
        <translation>Nichts passt in die %1, die diese Anfrage kosten darf. Das billigste, das sie beantworten könnte, %2, kann %3 kosten. Heben Sie die Grenze an, oder senken Sie max_tokens.</translation>
    </message>
    <message>
        <source>The first of them has room again in %1 s.</source>
        <translation>Der erste davon hat in %1 s wieder Platz.</translation>
    </message>
    <message>
        <source>A further attempt can cost %1, and of the %2 that this request may cost its earlier ones hold %3.</source>
        <translation>Ein weiterer Versuch kann %1 kosten, und von den %2, die diese Anfrage kosten darf, sind %3 für die früheren gebunden.</translation>
    </message>
</context>
<context>
    <name>sb::engine::CatalogFetch</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The list of %1 is longer than any list of models.</source>
        <translation>Die Liste von %1 ist länger als jede Modellliste.</translation>
    </message>
    <message>
        <source>%1 sent a page, not a list of models (%2).</source>
        <translation>%1 hat eine Seite geschickt, keine Modellliste (%2).</translation>
    </message>
    <message>
        <source>The list of %1 cannot be read: %2</source>
        <translation>Die Liste von %1 kann nicht gelesen werden: %2</translation>
    </message>
</context>
<context>
    <name>sb::engine::Grant</name>
    <message>
        <source>Google granted no token, since the clock of this machine is wrong. Set it. It says: %1</source>
        <translation>Google hat kein Token gewährt, weil die Uhr dieses Rechners falsch geht. Stellen Sie sie. Die Antwort: %1</translation>
    </message>
    <message>
        <source>The service account %1 is deleted or disabled. Enable it in Google Cloud, or import the key of another one. It says: %2</source>
        <translation>Das Dienstkonto %1 ist gelöscht oder deaktiviert. Aktivieren Sie es in Google Cloud, oder importieren Sie den Schlüssel eines anderen. Die Antwort: %2</translation>
    </message>
    <message>
        <source>Google does not take the key of the service account %1: it is expired or was deleted. Create a new one, and import its file. It says: %2</source>
        <translation>Google nimmt den Schlüssel des Dienstkontos %1 nicht an: Er ist abgelaufen oder gelöscht. Erstellen Sie einen neuen, und importieren Sie seine Datei. Die Antwort: %2</translation>
    </message>
    <message>
        <source>Google granted no token: %1</source>
        <translation>Google hat kein Token gewährt: %1</translation>
    </message>
    <message>
        <source>Google's token service answered with status %1. Try again later.</source>
        <translation>Googles Token-Dienst antwortete mit Status %1. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>What answers at %1 is not Google's token service. A proxy or a sign-in page of the network may stand in between.</source>
        <translation>Was unter %1 antwortet, ist nicht Googles Token-Dienst. Vielleicht steht ein Proxy oder eine Anmeldeseite des Netzes dazwischen.</translation>
    </message>
</context>
<context>
    <name>sb::engine::ProviderCheck</name>
    <message>
        <source>It says: %1</source>
        <translation>Er sagt: %1</translation>
    </message>
    <message>
        <source>%1 wants a key (%2).</source>
        <translation>%1 verlangt einen Schlüssel (%2).</translation>
    </message>
    <message>
        <source>%1 refused the key (%2).</source>
        <translation>%1 hat den Schlüssel abgelehnt (%2).</translation>
    </message>
    <message>
        <source>%1 knows the key, but the account has no credit (402).</source>
        <translation>%1 kennt den Schlüssel, aber das Konto hat kein Guthaben (402).</translation>
    </message>
    <message>
        <source>%1 does not permit this with the key (%2).</source>
        <translation>%1 erlaubt das mit diesem Schlüssel nicht (%2).</translation>
    </message>
    <message>
        <source>%1 has no list of models at %2 (%3). Check the base URL.</source>
        <translation>%1 hat unter %2 keine Modell-Liste (%3). Bitte die Basis-URL prüfen.</translation>
    </message>
    <message>
        <source>%1 answers, but takes no more requests for now (429). Try again later.</source>
        <translation>%1 antwortet, nimmt aber zurzeit keine Anfragen mehr an (429). Bitte später erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 answered with status %2.</source>
        <translation>%1 antwortete mit Status %2.</translation>
    </message>
    <message>
        <source>A web page answers at %1, not an API. Check the base URL.</source>
        <translation>Unter %1 antwortet eine Webseite, keine API. Bitte die Basis-URL prüfen.</translation>
    </message>
    <message>
        <source>What answers at %1 sends no list of models. Check base URL and dialect.</source>
        <translation>Was unter %1 antwortet, sendet keine Modell-Liste. Bitte Basis-URL und Dialekt prüfen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 answers and lists %n model(s). No key is needed.</source>
        <translation>
            <numerusform>%1 antwortet und nennt %n Modell. Ein Schlüssel ist nicht nötig.</numerusform>
            <numerusform>%1 antwortet und nennt %n Modelle. Ein Schlüssel ist nicht nötig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %n model(s), but to everybody: that does not prove the key.</source>
        <translation>
            <numerusform>%1 nennt %n Modell, aber jedem: Das beweist den Schlüssel nicht.</numerusform>
            <numerusform>%1 nennt %n Modelle, aber jedem: Das beweist den Schlüssel nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 accepted the key and lists %n model(s).</source>
        <translation>
            <numerusform>%1 hat den Schlüssel angenommen und nennt %n Modell.</numerusform>
            <numerusform>%1 hat den Schlüssel angenommen und nennt %n Modelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key was not sent: %1 is another machine, and http would show the key to the network. Use https.</source>
        <translation>Der Schlüssel wurde nicht gesendet: %1 ist ein anderer Rechner, und http würde ihn dem Netz zeigen. Bitte https verwenden.</translation>
    </message>
    <message>
        <source>%1 accepted the key. It has no list of models.</source>
        <translation>%1 hat den Schlüssel angenommen. Es gibt dort keine Modellliste.</translation>
    </message>
    <message>
        <source>%1 answers. It has no list of models: a key shows whether it works when it is used.</source>
        <translation>%1 antwortet. Es gibt dort keine Modellliste: Ob ein Schlüssel gilt, zeigt sich, wenn er benutzt wird.</translation>
    </message>
    <message>
        <source>%1 lists its models at %2. The key was entered for %3, and goes nowhere else. An access key of AWS can ask for the list, since it signs and is not sent.</source>
        <translation>%1 führt seine Modelle unter %2 auf. Der Schlüssel wurde für %3 eingegeben und geht nirgendwo sonst hin. Ein Zugriffsschlüssel von AWS kann die Liste abfragen, da er nur unterschreibt und nicht gesendet wird.</translation>
    </message>
</context>
<context>
    <name>sb::lab</name>
    <message>
        <source>nothing goes wrong</source>
        <translation>nichts geht schief</translation>
    </message>
    <message>
        <source>nothing listens at the first endpoint</source>
        <translation>am ersten Endpunkt lauscht niemand</translation>
    </message>
    <message>
        <source>the first provider's host has no address</source>
        <translation>der Rechner des ersten Anbieters hat keine Adresse</translation>
    </message>
    <message>
        <source>the first provider's certificate is not accepted</source>
        <translation>das Zertifikat des ersten Anbieters wird nicht anerkannt</translation>
    </message>
    <message>
        <source>no connection, and no word about it</source>
        <translation>keine Verbindung, und kein Wort darüber</translation>
    </message>
    <message>
        <source>the request is not taken</source>
        <translation>die Anfrage wird nicht abgenommen</translation>
    </message>
    <message>
        <source>the connection breaks once before an answer; it may have done the work</source>
        <translation>die Verbindung bricht einmal vor einer Antwort ab; vielleicht wurde gearbeitet</translation>
    </message>
    <message>
        <source>the connection breaks every time before an answer</source>
        <translation>die Verbindung bricht jedes Mal vor einer Antwort ab</translation>
    </message>
    <message>
        <source>the request is taken, and nothing comes</source>
        <translation>die Anfrage wird abgenommen, und es kommt nichts</translation>
    </message>
    <message>
        <source>an answer begins, and has no content</source>
        <translation>eine Antwort beginnt und hat keinen Inhalt</translation>
    </message>
    <message>
        <source>signs of life hide that no content comes</source>
        <translation>Lebenszeichen verdecken, dass kein Inhalt kommt</translation>
    </message>
    <message>
        <source>the connection breaks behind the head</source>
        <translation>die Verbindung bricht hinter dem Kopf ab</translation>
    </message>
    <message>
        <source>an answer of no bytes</source>
        <translation>eine Antwort ohne ein Byte</translation>
    </message>
    <message>
        <source>a web page instead of an answer</source>
        <translation>eine Webseite statt einer Antwort</translation>
    </message>
    <message>
        <source>the provider points elsewhere</source>
        <translation>der Anbieter verweist woanders hin</translation>
    </message>
    <message>
        <source>what comes first is no event</source>
        <translation>was zuerst kommt, ist kein Ereignis</translation>
    </message>
    <message>
        <source>an internal error, once</source>
        <translation>ein interner Fehler, einmal</translation>
    </message>
    <message>
        <source>overloaded, twice</source>
        <translation>überlastet, zweimal</translation>
    </message>
    <message>
        <source>the first endpoint stays overloaded</source>
        <translation>der erste Endpunkt bleibt überlastet</translation>
    </message>
    <message>
        <source>every error comes late</source>
        <translation>jeder Fehler kommt spät</translation>
    </message>
    <message>
        <source>an error inside an answer that began with 200</source>
        <translation>ein Fehler in einer Antwort, die mit 200 begann</translation>
    </message>
    <message>
        <source>a rate limit inside an answer that began with 200</source>
        <translation>eine Ratenbegrenzung in einer Antwort, die mit 200 begann</translation>
    </message>
    <message>
        <source>a rate limit that ends in two seconds</source>
        <translation>eine Ratenbegrenzung, die in zwei Sekunden endet</translation>
    </message>
    <message>
        <source>a rate limit that ends at a time of day</source>
        <translation>eine Ratenbegrenzung, die zu einer Uhrzeit endet</translation>
    </message>
    <message>
        <source>a rate limit that lasts longer than the patience</source>
        <translation>eine Ratenbegrenzung, die länger dauert als die Geduld</translation>
    </message>
    <message>
        <source>a rate limit that does not say when it ends</source>
        <translation>eine Ratenbegrenzung, die nicht sagt, wann sie endet</translation>
    </message>
    <message>
        <source>every provider is at its limit for an hour</source>
        <translation>jeder Anbieter ist für eine Stunde an seiner Grenze</translation>
    </message>
    <message>
        <source>the first provider refuses the key</source>
        <translation>der erste Anbieter weist den Schlüssel zurück</translation>
    </message>
    <message>
        <source>the first provider's account is empty</source>
        <translation>das Konto beim ersten Anbieter ist leer</translation>
    </message>
    <message>
        <source>the credit is enough for a shorter answer</source>
        <translation>das Guthaben reicht für eine kürzere Antwort</translation>
    </message>
    <message>
        <source>the first provider does not serve this country</source>
        <translation>der erste Anbieter bedient dieses Land nicht</translation>
    </message>
    <message>
        <source>the first endpoint's model is gone</source>
        <translation>das Modell des ersten Endpunkts ist weg</translation>
    </message>
    <message>
        <source>the prompt is too long for the first model</source>
        <translation>der Prompt ist zu lang für das erste Modell</translation>
    </message>
    <message>
        <source>the request is too large for the first endpoint</source>
        <translation>die Anfrage ist zu groß für den ersten Endpunkt</translation>
    </message>
    <message>
        <source>the first endpoint does not take a parameter</source>
        <translation>der erste Endpunkt nimmt einen Parameter nicht an</translation>
    </message>
    <message>
        <source>the first provider refuses the prompt</source>
        <translation>der erste Anbieter lehnt den Prompt ab</translation>
    </message>
    <message>
        <source>a filter ends the answer before it begins</source>
        <translation>ein Filter beendet die Antwort, bevor sie beginnt</translation>
    </message>
    <message>
        <source>the request itself is wrong</source>
        <translation>die Anfrage selbst ist falsch</translation>
    </message>
    <message>
        <source>the connection breaks in the middle of the answer</source>
        <translation>die Verbindung bricht mitten in der Antwort ab</translation>
    </message>
    <message>
        <source>the answer ends politely before it is finished</source>
        <translation>die Antwort endet höflich, bevor sie fertig ist</translation>
    </message>
    <message>
        <source>the answer stops coming</source>
        <translation>die Antwort bleibt aus</translation>
    </message>
    <message>
        <source>signs of life hide that the answer stops coming</source>
        <translation>Lebenszeichen verdecken, dass die Antwort ausbleibt</translation>
    </message>
    <message>
        <source>an error in the middle of the answer</source>
        <translation>ein Fehler mitten in der Antwort</translation>
    </message>
    <message>
        <source>an event in the middle of the answer is none</source>
        <translation>ein Ereignis mitten in der Antwort ist keines</translation>
    </message>
    <message>
        <source>a filter ends the answer</source>
        <translation>ein Filter beendet die Antwort</translation>
    </message>
    <message>
        <source>the answer ends at its limit</source>
        <translation>die Antwort endet an ihrer Grenze</translation>
    </message>
    <message>
        <source>the connection breaks behind the end of the answer</source>
        <translation>die Verbindung bricht hinter dem Ende der Antwort ab</translation>
    </message>
    <message>
        <source>something follows on the end of the answer</source>
        <translation>auf das Ende der Antwort folgt noch etwas</translation>
    </message>
    <message>
        <source>the answer comes in pieces of one byte</source>
        <translation>die Antwort kommt in Stücken von einem Byte</translation>
    </message>
    <message>
        <source>each word comes just before the idle clock ends</source>
        <translation>jedes Wort kommt kurz vor dem Ende der Leerlaufuhr</translation>
    </message>
    <message>
        <source>the first word comes just before its clock ends</source>
        <translation>das erste Wort kommt kurz vor dem Ende seiner Uhr</translation>
    </message>
    <message>
        <source>the answer does not say what it used</source>
        <translation>die Antwort sagt nicht, was sie verbraucht hat</translation>
    </message>
    <message>
        <source>more is billed than could have been used</source>
        <translation>es wird mehr berechnet, als verbraucht sein kann</translation>
    </message>
    <message>
        <source>the first provider is down</source>
        <translation>der erste Anbieter ist ausgefallen</translation>
    </message>
    <message>
        <source>the first two providers are down</source>
        <translation>die ersten beiden Anbieter sind ausgefallen</translation>
    </message>
    <message>
        <source>only this machine can be reached</source>
        <translation>nur dieser Rechner ist erreichbar</translation>
    </message>
    <message>
        <source>everybody is down</source>
        <translation>alle sind ausgefallen</translation>
    </message>
    <message>
        <source>the first provider fails every other time</source>
        <translation>der erste Anbieter versagt jedes zweite Mal</translation>
    </message>
    <message>
        <source>the first provider is down for five minutes</source>
        <translation>der erste Anbieter ist fünf Minuten ausgefallen</translation>
    </message>
    <message>
        <source>the first is slow, and the others are quick to send an error</source>
        <translation>der erste ist langsam, und die anderen senden schnell einen Fehler</translation>
    </message>
    <message>
        <source>a model is loaded first, which takes 40 seconds</source>
        <translation>ein Modell wird erst geladen, was 40 Sekunden dauert</translation>
    </message>
    <message>
        <source>the budget runs out half way</source>
        <translation>das Budget geht auf halbem Weg aus</translation>
    </message>
    <message>
        <source>nothing is left of the budget</source>
        <translation>vom Budget ist nichts übrig</translation>
    </message>
    <message>
        <source>the caller leaves in the middle of the answer</source>
        <translation>der Aufrufer geht mitten in der Antwort</translation>
    </message>
    <message>
        <source>the computer sleeps for an hour in the middle of the answer</source>
        <translation>der Rechner schläft mitten in der Antwort eine Stunde</translation>
    </message>
    <message>
        <source>the calendar is set back by an hour in the middle of the answer</source>
        <translation>der Kalender wird mitten in der Antwort um eine Stunde zurückgestellt</translation>
    </message>
    <message>
        <source>It ended as %1, but the answer is not the one that was sent.</source>
        <translation>Es endete als %1, aber die Antwort ist nicht die, die gesendet wurde.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>no error</source>
        <translation>kein Fehler</translation>
    </message>
    <message>
        <source>It had to be broken off: nothing ended it.</source>
        <translation>Es musste abgebrochen werden: nichts hat es beendet.</translation>
    </message>
    <message>
        <source>It ended as %1 (%2), although step %3 could have answered.</source>
        <translation>Es endete als %1 (%2), obwohl Schritt %3 hätte antworten können.</translation>
    </message>
    <message>
        <source>It ended as %1 with the wrong error (%2).</source>
        <translation>Es endete als %1 mit dem falschen Fehler (%2).</translation>
    </message>
    <message>
        <source>It took %1 s, longer than its clocks and waits together (%2 s).</source>
        <translation>Es dauerte %1 s, länger als seine Uhren und Wartezeiten zusammen (%2 s).</translation>
    </message>
    <message>
        <source>Its record does not say how it ended.</source>
        <translation>Sein Eintrag sagt nicht, wie es endete.</translation>
    </message>
    <message>
        <source>%1 requests left %2 records.</source>
        <translation>%1 Anfragen haben %2 Einträge hinterlassen.</translation>
    </message>
    <message>
        <source>Something was sent to nobody of the chain.</source>
        <translation>Etwas wurde an niemanden aus der Kette gesendet.</translation>
    </message>
    <message>
        <source>%1 exchanges were made, %2 are in the record.</source>
        <translation>%1 Austausche fanden statt, %2 stehen im Eintrag.</translation>
    </message>
    <message>
        <source>Something is still reserved after the end.</source>
        <translation>Nach dem Ende ist noch etwas reserviert.</translation>
    </message>
    <message>
        <source>The budget was %1 dollars, and %2 were spent.</source>
        <translation>Das Budget betrug %1 Dollar, ausgegeben wurden %2.</translation>
    </message>
    <message>
        <source>%1 was asked %2 times, at most %3 are allowed.</source>
        <translation>%1 wurde %2-mal gefragt, höchstens %3-mal ist erlaubt.</translation>
    </message>
    <message>
        <source>%1 was asked although the chain's rules say no.</source>
        <translation>%1 wurde gefragt, obwohl die Regeln der Kette es verbieten.</translation>
    </message>
    <message>
        <source>%1 was asked although its window is no larger.</source>
        <translation>%1 wurde gefragt, obwohl sein Fenster nicht größer ist.</translation>
    </message>
    <message>
        <source>Its cost is not marked as estimated.</source>
        <translation>Die Kosten sind nicht als geschätzt gekennzeichnet.</translation>
    </message>
    <message>
        <source>What was billed above the bound is not in the record.</source>
        <translation>Was über der Schranke berechnet wurde, steht nicht im Eintrag.</translation>
    </message>
    <message>
        <source>Something was spent without a budget.</source>
        <translation>Ohne Budget wurde etwas ausgegeben.</translation>
    </message>
    <message>
        <source>%1 of %2 requests were answered.</source>
        <translation>%1 von %2 Anfragen wurden beantwortet.</translation>
    </message>
    <message>
        <source>It strikes nobody here.</source>
        <translation>Es trifft hier niemanden.</translation>
    </message>
    <message>
        <source>Step %1 answered.</source>
        <translation>Schritt %1 hat geantwortet.</translation>
    </message>
    <message>
        <source>Step %1 answered, at try %2.</source>
        <translation>Schritt %1 hat geantwortet, beim Versuch %2.</translation>
    </message>
    <message>
        <source>It ended when its caller left, and is recorded.</source>
        <translation>Es endete, als der Aufrufer ging, und ist eingetragen.</translation>
    </message>
    <message>
        <source>The chain ends here: what came is kept, with the error.</source>
        <translation>Hier endet die Kette: was kam, bleibt, mit dem Fehler.</translation>
    </message>
    <message>
        <source>It ended where the filter ended it.</source>
        <translation>Es endete, wo der Filter es beendete.</translation>
    </message>
    <message>
        <source>Nobody could answer, and the caller is told why (%1).</source>
        <translation>Niemand konnte antworten, und der Aufrufer erfährt, warum (%1).</translation>
    </message>
    <message>
        <source>%1 cannot be rehearsed: it speaks %2.</source>
        <translation>%1 kann nicht geprobt werden: es spricht %2.</translation>
    </message>
    <message>
        <source>There is no room for the rehearsal: %1</source>
        <translation>Für die Probe ist kein Platz: %1</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed</source>
        <translation>%1 bestanden, %2 nicht bestanden</translation>
    </message>
    <message>
        <source>There is one endpoint only, %1: when it fails, nobody answers.</source>
        <translation>Es gibt nur einen Endpunkt, %1: versagt er, antwortet niemand.</translation>
    </message>
    <message>
        <source>Every step asks %1: its outage, its key and its credit end all of them.</source>
        <translation>Jeder Schritt fragt %1: sein Ausfall, sein Schlüssel und sein Guthaben beenden sie alle.</translation>
    </message>
    <message>
        <source>Step %1 shares its credit pool with step %2: an empty account or a refused key ends both.</source>
        <translation>Schritt %1 teilt sein Guthaben mit Schritt %2: ein leeres Konto oder ein abgelehnter Schlüssel beendet beide.</translation>
    </message>
    <message>
        <source>Every step asks the same model, %1: a prompt that is too long for it, or that it refuses, has nowhere to go.</source>
        <translation>Jeder Schritt fragt dasselbe Modell, %1: ein Prompt, der ihm zu lang ist oder den es ablehnt, kann nirgends hin.</translation>
    </message>
    <message>
        <source>Every model is of %1: what one of them refuses, the others likely refuse, too.</source>
        <translation>Jedes Modell ist von %1: was eines ablehnt, lehnen die anderen wohl auch ab.</translation>
    </message>
    <message>
        <source>No later step has a larger window than the first (%1 tokens): what does not fit there fits nowhere.</source>
        <translation>Kein späterer Schritt hat ein größeres Fenster als der erste (%1 Token): was dort nicht passt, passt nirgends.</translation>
    </message>
    <message>
        <source>Step %1 has no endpoint that could be asked.</source>
        <translation>Schritt %1 hat keinen Endpunkt, der gefragt werden könnte.</translation>
    </message>
    <message>
        <source>Step %1 asks only whom earlier steps have asked already.</source>
        <translation>Schritt %1 fragt nur, wen frühere Schritte schon gefragt haben.</translation>
    </message>
    <message>
        <source>Step %1 does not move on after an outage, a silence or a rate limit: the steps behind it are then never asked.</source>
        <translation>Schritt %1 geht nach einem Ausfall, nach Stille oder einer Ratenbegrenzung nicht weiter: die Schritte dahinter werden dann nie gefragt.</translation>
    </message>
    <message>
        <source>Nothing runs on this machine: without a network nobody answers.</source>
        <translation>Nichts läuft auf diesem Rechner: ohne Netz antwortet niemand.</translation>
    </message>
    <message>
        <source>An answer that breaks off stays broken: the chain says so.</source>
        <translation>Eine Antwort, die abbricht, bleibt abgebrochen: so sagt es die Kette.</translation>
    </message>
    <message>
        <source>The caller waits for %2 s when this happens: %1. Few programs wait that long.</source>
        <translation>Der Aufrufer wartet %2 s, wenn dies geschieht: %1. So lange warten nur wenige Programme.</translation>
    </message>
    <message>
        <source>It does not come through this: %1.</source>
        <translation>Es übersteht dies nicht: %1.</translation>
    </message>
    <message>
        <source>the first endpoint is slower than it ever was</source>
        <translation>der erste Endpunkt ist langsamer als je zuvor</translation>
    </message>
    <message>
        <source>The first step is well again, and is not used.</source>
        <translation>Der erste Schritt ist wieder gesund und wird nicht benutzt.</translation>
    </message>
    <message>
        <source>An answer that breaks off stays broken: nobody else can go on from a text that another model began.</source>
        <translation>Eine Antwort, die abbricht, bleibt abgebrochen: niemand sonst kann fortsetzen, was ein anderes Modell begann.</translation>
    </message>
    <message>
        <source>The checks of answers are not rehearsed.</source>
        <translation>Die Prüfungen von Antworten werden nicht geprobt.</translation>
    </message>
    <message>
        <source>chosen faults</source>
        <translation>gewählte Störungen</translation>
    </message>
    <message>
        <source>A rule asks for the kind of work, which was not told when they were sent and cannot be told without their words.</source>
        <translation>Eine Regel fragt nach der Art der Arbeit; die wurde beim Senden nicht bestimmt und lässt sich ohne den Wortlaut nicht bestimmen.</translation>
    </message>
    <message>
        <source>A rule asks for tags, and those are on record only with the request itself.</source>
        <translation>Eine Regel fragt nach Schlagwörtern, und die sind nur mit der Anfrage selbst aufgezeichnet.</translation>
    </message>
    <message>
        <source>Neither the request nor its size and needs are on record.</source>
        <translation>Weder die Anfrage noch ihre Größe und ihr Bedarf sind aufgezeichnet.</translation>
    </message>
    <message>
        <source>A rule asks for the session, and whether they named it is not on record.</source>
        <translation>Eine Regel fragt nach der Sitzung, und ob sie die nannten, ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>A rule asks what the budget had left, which is not on record.</source>
        <translation>Eine Regel fragt, was vom Budget übrig war; das ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Whether they named their chain or a policy chose it is not on record.</source>
        <translation>Ob sie ihre Kette nannten oder ein Regelwerk sie wählte, ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>They were lost: nobody saw how they ended.</source>
        <translation>Sie gingen verloren: Niemand sah, wie sie endeten.</translation>
    </message>
    <message>
        <source>They would go from real providers to practice, or the other way.</source>
        <translation>Sie gingen von echten Anbietern zur Übung oder umgekehrt.</translation>
    </message>
    <message>
        <source>They went to endpoints that the catalog does not have any more, and nobody else could be asked.</source>
        <translation>Sie gingen an Endpunkte, die der Katalog nicht mehr kennt, und sonst konnte niemand gefragt werden.</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>keine Regel</translation>
    </message>
    <message>
        <source>Every provider is taken to have a key.</source>
        <translation>Jeder Anbieter hat einen Schlüssel.</translation>
    </message>
    <message>
        <source>Endpoints are taken to have been all the time as they were on the whole, and budgets to have had left what they had.</source>
        <translation>Endpunkte waren die ganze Zeit so wie im Ganzen, und von Budgets war übrig, was übrig war.</translation>
    </message>
    <message>
        <source>Elsewhere an answer is priced as the catalog has it today, in one attempt.</source>
        <translation>Anderswo kostet eine Antwort, was der Katalog heute sagt, in einem Versuch.</translation>
    </message>
    <message>
        <source>Another model is taken to use as many tokens for an answer.</source>
        <translation>Ein anderes Modell braucht ebenso viele Tokens für eine Antwort.</translation>
    </message>
    <message>
        <source>Elsewhere as much is taken to be read from a cache.</source>
        <translation>Anderswo wird ebenso viel aus dem Cache gelesen.</translation>
    </message>
    <message>
        <source>Endpoints are taken to fail independently of each other, and to be as fast as with other prompts and answers of about that size.</source>
        <translation>Endpunkte versagen unabhängig voneinander und sind so schnell wie bei anderen Prompts und Antworten etwa dieser Größe.</translation>
    </message>
    <message>
        <source>Votes on answers that came after a failure elsewhere are left out where another endpoint would be asked.</source>
        <translation>Stimmen zu Antworten, die nach einem Fehler anderswo kamen, bleiben weg, wo ein anderer Endpunkt gefragt würde.</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>cannot say</source>
        <translation>nicht zu sagen</translation>
    </message>
    <message>
        <source>no votes, cannot say</source>
        <translation>keine Stimmen, nicht zu sagen</translation>
    </message>
    <message>
        <source>no overlap, cannot say</source>
        <translation>keine Überschneidung, nicht zu sagen</translation>
    </message>
    <message>
        <source>too few votes, cannot say</source>
        <translation>zu wenige Stimmen, nicht zu sagen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Chain “%1”</source>
        <translation>Kette „%1“</translation>
    </message>
    <message>
        <source>Policy “%1”, version %2</source>
        <translation>Regelwerk „%1“, Version %2</translation>
    </message>
    <message>
        <source>%1, over requests from %2 to %3 UTC</source>
        <translation>%1, über Anfragen von %2 bis %3 UTC</translation>
    </message>
    <message>
        <source>requests on record</source>
        <translation>aufgezeichnete Anfragen</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>verglichen</translation>
    </message>
    <message>
        <source>decided as on record</source>
        <translation>entschieden wie aufgezeichnet</translation>
    </message>
    <message>
        <source>by another chain</source>
        <translation>über eine andere Kette</translation>
    </message>
    <message>
        <source>first to another endpoint</source>
        <translation>zuerst an einen anderen Endpunkt</translation>
    </message>
    <message>
        <source>and of another model</source>
        <translation>und eines anderen Modells</translation>
    </message>
    <message>
        <source>on record</source>
        <translation>aufgezeichnet</translation>
    </message>
    <message>
        <source>replayed</source>
        <translation>nachgespielt</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>requests that are not in it</source>
        <translation>Anfragen, die darin fehlen</translation>
    </message>
    <message>
        <source>time to first content</source>
        <translation>Zeit bis zum ersten Inhalt</translation>
    </message>
    <message>
        <source>time to the end</source>
        <translation>Zeit bis zum Ende</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>quality by votes</source>
        <translation>Güte nach Stimmen</translation>
    </message>
    <message>
        <source>votes that tell</source>
        <translation>Stimmen, die etwas sagen</translation>
    </message>
    <message>
        <source>cost on record</source>
        <translation>Kosten, aufgezeichnet</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>another chain</source>
        <translation>andere Kette</translation>
    </message>
    <message>
        <source>another endpoint</source>
        <translation>anderer Endpunkt</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>wie verlangt</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message numerus="yes">
        <source>Left out, %n request(s): %1</source>
        <translation>
            <numerusform>Ausgelassen, %n Anfrage: %1</numerusform>
            <numerusform>Ausgelassen, %n Anfragen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Assumed: %1</source>
        <translation>Annahme: %1</translation>
    </message>
    <message>
        <source>Cancelled: this is of the requests that were read by then.</source>
        <translation>Abgebrochen: Dies gilt für die bis dahin gelesenen Anfragen.</translation>
    </message>
    <message>
        <source>The chain “%1” has no steps. Add one first.</source>
        <translation>Die Kette „%1“ hat keine Schritte. Bitte erst einen hinzufügen.</translation>
    </message>
    <message>
        <source>The chain “%1” cannot be used. %2: %3</source>
        <translation>Die Kette „%1“ ist nicht verwendbar. %2: %3</translation>
    </message>
    <message>
        <source>The policy “%1” cannot be replayed. %2: there is no chain “%3”.</source>
        <translation>Das Regelwerk „%1“ kann nicht nachgespielt werden. %2: Es gibt keine Kette „%3“.</translation>
    </message>
    <message>
        <source>There is neither a policy nor a chain to be replayed.</source>
        <translation>Es gibt weder ein Regelwerk noch eine Kette, die nachgespielt werden soll.</translation>
    </message>
</context>
<context>
    <name>sb::listen</name>
    <message>
        <source>Port %1 of %2 cannot be used: %3.</source>
        <translation>Port %1 von %2 kann nicht verwendet werden: %3.</translation>
    </message>
</context>
<context>
    <name>sb::net</name>
    <message>
        <source>%1 redirects to %2. The address has to be corrected: following would carry the key there.</source>
        <translation>%1 leitet auf %2 um. Die Adresse muss berichtigt werden: Folgen würde den Schlüssel dorthin tragen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not accepted: %2.</source>
        <translation>Das Zertifikat von %1 wird nicht angenommen: %2.</translation>
    </message>
    <message>
        <source>%1 does not speak TLS (https).</source>
        <translation>%1 spricht kein TLS (https).</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2.</source>
        <translation>Keine sichere Verbindung zu %1: %2.</translation>
    </message>
    <message>
        <source>Nothing listens at %1.</source>
        <translation>Unter %1 antwortet niemand.</translation>
    </message>
    <message>
        <source>The host %1 was not found.</source>
        <translation>Der Rechner %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The proxy gave no connection to %1: %2.</source>
        <translation>Der Proxy gab keine Verbindung zu %1: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>%1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>%1 closed the connection in the TLS handshake.</source>
        <translation>%1 schloss die Verbindung während des TLS-Handschlags.</translation>
    </message>
    <message>
        <source>%1 did not answer in HTTP.</source>
        <translation>%1 hat nicht in HTTP geantwortet.</translation>
    </message>
    <message>
        <source>%1 closed the connection before it answered. It may have done the work.</source>
        <translation>%1 schloss die Verbindung vor einer Antwort. Die Arbeit kann dennoch getan sein.</translation>
    </message>
    <message>
        <source>No connection to %1 within the limit.</source>
        <translation>Keine Verbindung zu %1 in der Frist.</translation>
    </message>
    <message>
        <source>%1 stopped taking the request.</source>
        <translation>%1 nahm die Anfrage nicht weiter an.</translation>
    </message>
    <message>
        <source>%1 did not begin to answer within the limit.</source>
        <translation>%1 begann in der Frist nicht zu antworten.</translation>
    </message>
    <message>
        <source>%1 sent no content within the limit.</source>
        <translation>%1 sendete in der Frist keinen Inhalt.</translation>
    </message>
    <message>
        <source>%1 stopped sending content.</source>
        <translation>%1 sendete keinen Inhalt mehr.</translation>
    </message>
    <message>
        <source>%1 did not finish within the limit.</source>
        <translation>%1 wurde in der Frist nicht fertig.</translation>
    </message>
    <message>
        <source>%1 closed the connection in the middle of the answer.</source>
        <translation>%1 schloss die Verbindung mitten in der Antwort.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The address is not one of the web (http or https).</source>
        <translation>Das ist keine Adresse des Webs (http oder https).</translation>
    </message>
    <message>
        <source>The address of %1 contains a user name. It belongs into a header.</source>
        <translation>Die Adresse von %1 enthält einen Benutzernamen. Er gehört in einen Header.</translation>
    </message>
    <message>
        <source>The header “%1” contains a line break.</source>
        <translation>Der Header „%1“ enthält einen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>The computer slept meanwhile.</source>
        <translation>Der Rechner war inzwischen im Ruhezustand.</translation>
    </message>
</context>
<context>
    <name>sb::profile::Catalog</name>
    <message>
        <source>expected the id "%1", as the file is called, found "%2"</source>
        <translation>erwartet: die Kennung "%1", wie die Datei heißt, gefunden: "%2"</translation>
    </message>
    <message>
        <source>there is no provider "%1"</source>
        <translation>es gibt keinen Anbieter "%1"</translation>
    </message>
    <message>
        <source>“%1” cannot be the id of a provider. Take lower case letters, digits, - and _.</source>
        <translation>„%1“ kann keine Kennung eines Anbieters sein. Erlaubt sind Kleinbuchstaben, Ziffern, - und _.</translation>
    </message>
</context>
<context>
    <name>sb::profile::Chains</name>
    <message>
        <source>“%1” cannot be the name of a chain. Take letters, digits, -, _ and .</source>
        <translation>„%1“ kann kein Name einer Kette sein. Erlaubt sind Buchstaben, Ziffern, -, _ und .</translation>
    </message>
    <message>
        <source>name: expected "%1", as the file is called</source>
        <translation>name: erwartet: "%1", wie die Datei heißt</translation>
    </message>
    <message>
        <source>“%1” was changed or removed meanwhile. Your version was kept as “%2”; look at both and remove one.</source>
        <translation>„%1“ wurde inzwischen geändert oder entfernt. Ihre Fassung liegt als „%2“ daneben; bitte beide ansehen und eine entfernen.</translation>
    </message>
</context>
<context>
    <name>sb::profile::Conversation</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>%1 / %2 tokens, %3 s, $%4</source>
        <extracomment>Under an exported answer: tokens in, tokens out, seconds, dollars.</extracomment>
        <translation>%1 / %2 Token, %3 s, $%4</translation>
    </message>
    <message>
        <source>%1 could not be moved. Is the profile folder writable?</source>
        <translation>%1 konnte nicht verschoben werden. Ist der Profilordner beschreibbar?</translation>
    </message>
    <message>
        <source>“%1” is no conversation.</source>
        <translation>„%1“ ist kein Gespräch.</translation>
    </message>
    <message>
        <source>expected a conversation, got %1</source>
        <translation>erwartet: ein Gespräch, gefunden: %1</translation>
    </message>
    <message>
        <source>format: expected %1, got %2; a newer Signalbox wrote this file</source>
        <translation>format: erwartet: %1, gefunden: %2; ein neueres Signalbox hat diese Datei geschrieben</translation>
    </message>
    <message>
        <source>id: expected a name</source>
        <translation>id: erwartet: ein Name</translation>
    </message>
    <message>
        <source>panes: expected a list of 1 to %1</source>
        <translation>panes: erwartet: eine Liste von 1 bis %1</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <extracomment>In an export; %1 is the name of a tool.</extracomment>
        <translation>Ergebnis von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Reasoning:</source>
        <translation>Gedankengang:</translation>
    </message>
</context>
<context>
    <name>sb::profile::Files</name>
    <message>
        <source>“%1” is larger than %2 bytes.</source>
        <translation>„%1“ ist größer als %2 Bytes.</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>„%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” may not be read. Check who owns it and its rights.</source>
        <translation>„%1“ darf nicht gelesen werden. Bitte Besitzer und Rechte prüfen.</translation>
    </message>
    <message>
        <source>“%1” could not be read: %2.</source>
        <translation>„%1“ konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>There is no space left to write “%1”. Free some space and try again; what was there before is unchanged.</source>
        <translation>Kein Platz mehr, um „%1“ zu schreiben. Bitte Platz schaffen und erneut versuchen; was vorher da war, ist unverändert.</translation>
    </message>
    <message>
        <source>“%1” may not be written. Check who owns it and its rights.</source>
        <translation>„%1“ darf nicht geschrieben werden. Bitte Besitzer und Rechte prüfen.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2. What was there before is unchanged.</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2. Was vorher da war, ist unverändert.</translation>
    </message>
    <message>
        <source>“%1” cannot be used: %2. It was left as it is; correct it or remove it.</source>
        <translation>„%1“ ist nicht brauchbar: %2. Die Datei blieb, wie sie ist; bitte berichtigen oder entfernen.</translation>
    </message>
    <message>
        <source>“%1” was changed by another program meanwhile. What was set here is in it now; the other version was kept as “%2”.</source>
        <translation>„%1“ wurde inzwischen von einem anderen Programm geändert. Es enthält nun, was hier eingestellt wurde; die andere Fassung ist als „%2“ erhalten.</translation>
    </message>
    <message>
        <source>“%1” was changed by another program meanwhile and was not removed. Look at it again.</source>
        <translation>„%1“ wurde inzwischen von einem anderen Programm geändert und nicht entfernt. Sehen Sie es noch einmal an.</translation>
    </message>
</context>
<context>
    <name>sb::profile::Histories</name>
    <message>
        <source>Nothing is called “%1” that could have a history.</source>
        <translation>Nichts heißt „%1“, das eine Geschichte haben könnte.</translation>
    </message>
</context>
<context>
    <name>sb::profile::Policies</name>
    <message>
        <source>“%1” cannot be the name of a policy. Take letters, digits, -, _ and .</source>
        <translation>„%1“ kann kein Regelwerk heißen. Erlaubt sind Buchstaben, Ziffern, -, _ und .</translation>
    </message>
</context>
<context>
    <name>sb::profile::Prices</name>
    <message>
        <source>expected the list of "%1", as the file is called, found that of "%2"</source>
        <translation>erwartet war die Liste von „%1“, wie die Datei heißt, gefunden die von „%2“</translation>
    </message>
    <message>
        <source>“%1” is not the id of a source.</source>
        <translation>„%1“ ist keine Kennung einer Quelle.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of it cannot be read</source>
        <translation>
            <numerusform>%n Zeile davon kann nicht gelesen werden</numerusform>
            <numerusform>%n Zeilen davon können nicht gelesen werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::profile::Profile</name>
    <message>
        <source>“%1” holds other files and is no profile. Name a folder that is new, empty or a profile.</source>
        <translation>„%1“ enthält andere Dateien und ist kein Profil. Bitte einen neuen oder leeren Ordner oder ein Profil nennen.</translation>
    </message>
</context>
<context>
    <name>sb::profile::Settings</name>
    <message>
        <source>a code such as "en" or "de", or an empty text for the system's</source>
        <translation>ein Kürzel wie "en" oder "de", oder ein leerer Text für die Sprache des Systems</translation>
    </message>
    <message>
        <source>a name such as "Europe/Berlin", or an empty text for the system's</source>
        <translation>ein Name wie "Europe/Berlin", oder ein leerer Text für die Zone des Systems</translation>
    </message>
    <message>
        <source>the name of a chain, or an empty text</source>
        <translation>der Name einer Kette, oder ein leerer Text</translation>
    </message>
    <message>
        <source>dollars as a text such as "5.00", below ten million</source>
        <translation>Dollar als Text wie "5.00", unter zehn Millionen</translation>
    </message>
    <message>
        <source>ids of providers</source>
        <translation>Kennungen von Anbietern</translation>
    </message>
    <message>
        <source>an https address, or nothing</source>
        <translation>eine https-Adresse oder nichts</translation>
    </message>
    <message>
        <source>a list of keys</source>
        <translation>eine Liste von Schlüsseln</translation>
    </message>
    <message>
        <source>lower case letters and digits, another one for each key</source>
        <translation>Kleinbuchstaben und Ziffern, für jeden Schlüssel andere</translation>
    </message>
    <message>
        <source>the id of a provider</source>
        <translation>die Kennung eines Anbieters</translation>
    </message>
    <message>
        <source>ids of models such as "openai/gpt-5-mini"</source>
        <translation>Kennungen von Modellen wie "openai/gpt-5-mini"</translation>
    </message>
    <message>
        <source>the name of a policy, or an empty text</source>
        <translation>den Namen eines Regelwerks oder einen leeren Text</translation>
    </message>
</context>
<context>
    <name>sb::profile::WindowLock</name>
    <message>
        <source>Another window shows this profile already (process %1). Use that one; if it does not answer, end it and start again.</source>
        <translation>Ein anderes Fenster zeigt dieses Profil schon (Prozess %1). Verwenden Sie jenes; wenn es nicht antwortet, beenden Sie es und starten Sie neu.</translation>
    </message>
</context>
<context>
    <name>sb::profile::Workspace</name>
    <message>
        <source>There is no “%1” in the catalog.</source>
        <translation>„%1“ gibt es im Katalog nicht.</translation>
    </message>
</context>
<context>
    <name>sb::routing</name>
    <message>
        <source>There is no step %1; the chain has %2.</source>
        <translation>Es gibt keinen Schritt %1; die Kette hat %2.</translation>
    </message>
    <message>
        <source>The first candidate of the plan.</source>
        <translation>Der erste Kandidat des Plans.</translation>
    </message>
    <message>
        <source>Tried again here: the failure may pass.</source>
        <translation>Hier noch einmal versucht: Der Fehler kann vorübergehen.</translation>
    </message>
    <message>
        <source>Tried again here after the wait that the provider asked for.</source>
        <translation>Hier noch einmal versucht, nach der Wartezeit, die der Anbieter nannte.</translation>
    </message>
    <message>
        <source>Tried again here with as many output tokens as the credit pays for.</source>
        <translation>Hier noch einmal versucht, mit so vielen Ausgabe-Token, wie das Guthaben bezahlt.</translation>
    </message>
    <message>
        <source>Moved on: the provider is overloaded or out of order.</source>
        <translation>Weiter: Der Anbieter ist überlastet oder gestört.</translation>
    </message>
    <message>
        <source>Moved on: the rate limit lasts longer than the step waits.</source>
        <translation>Weiter: Das Anfragelimit dauert länger, als der Schritt wartet.</translation>
    </message>
    <message>
        <source>Moved on: no answer began in time.</source>
        <translation>Weiter: Keine Antwort begann rechtzeitig.</translation>
    </message>
    <message>
        <source>Moved on to a larger context window: the prompt did not fit.</source>
        <translation>Weiter zu einem größeren Kontextfenster: Der Prompt passte nicht.</translation>
    </message>
    <message>
        <source>Moved on to another provider's key: this one was refused or has no credit.</source>
        <translation>Weiter zum Schlüssel eines anderen Anbieters: Dieser wurde abgelehnt oder hat kein Guthaben.</translation>
    </message>
    <message>
        <source>Moved on: this endpoint does not know the model.</source>
        <translation>Weiter: Dieser Endpunkt kennt das Modell nicht.</translation>
    </message>
    <message>
        <source>Moved on to a larger limit: the request was too large.</source>
        <translation>Weiter zu einer höheren Grenze: Die Anfrage war zu groß.</translation>
    </message>
    <message>
        <source>Moved on: this endpoint does not take one of the parameters.</source>
        <translation>Weiter: Dieser Endpunkt nimmt einen der Parameter nicht an.</translation>
    </message>
    <message>
        <source>Moved on: the chain tries elsewhere after a refusal by content policy.</source>
        <translation>Weiter: Die Kette versucht es nach einer Ablehnung durch Inhaltsregeln anderswo.</translation>
    </message>
    <message>
        <source>Moved on: the connection was reset; the lost attempt may be billed too.</source>
        <translation>Weiter: Die Verbindung wurde zurückgesetzt; auch der verlorene Versuch kann berechnet werden.</translation>
    </message>
    <message>
        <source>Moved on: the budget does not cover the most that this endpoint can cost.</source>
        <translation>Weiter: Das Budget deckt nicht, was dieser Endpunkt höchstens kosten kann.</translation>
    </message>
    <message>
        <source>Went on elsewhere: the answer broke off.</source>
        <translation>Anderswo fortgesetzt: Die Antwort brach ab.</translation>
    </message>
    <message>
        <source>Stopped: refused by content policy, and the chain does not move on after that.</source>
        <translation>Halt: durch Inhaltsregeln abgelehnt, und die Kette geht danach nicht weiter.</translation>
    </message>
    <message>
        <source>Stopped: the request itself is at fault and would fail elsewhere too.</source>
        <translation>Halt: Die Anfrage selbst ist fehlerhaft und würde auch anderswo scheitern.</translation>
    </message>
    <message>
        <source>Stopped: the lost attempt may be billed, and the chain does not pay twice.</source>
        <translation>Halt: Der verlorene Versuch kann berechnet werden, und die Kette zahlt nicht doppelt.</translation>
    </message>
    <message>
        <source>Stopped: the step does not move on after this kind of failure.</source>
        <translation>Halt: Der Schritt geht nach dieser Art von Fehler nicht weiter.</translation>
    </message>
    <message>
        <source>Stopped: the answer broke off and is not continued elsewhere.</source>
        <translation>Halt: Die Antwort brach ab und wird nicht anderswo fortgesetzt.</translation>
    </message>
    <message>
        <source>Stopped: no candidate is left that could help.</source>
        <translation>Halt: Kein Kandidat ist übrig, der helfen könnte.</translation>
    </message>
    <message>
        <source>Stopped: the plan has no candidate.</source>
        <translation>Halt: Der Plan hat keinen Kandidaten.</translation>
    </message>
    <message>
        <source>Stopped by the caller.</source>
        <translation>Vom Aufrufer angehalten.</translation>
    </message>
    <message>
        <source>It takes no images.</source>
        <translation>Er nimmt keine Bilder.</translation>
    </message>
    <message>
        <source>It takes no files.</source>
        <translation>Er nimmt keine Dateien.</translation>
    </message>
    <message>
        <source>It takes no audio.</source>
        <translation>Er nimmt keine Tonaufnahmen.</translation>
    </message>
    <message>
        <source>It calls no tools.</source>
        <translation>Er ruft keine Werkzeuge auf.</translation>
    </message>
    <message>
        <source>It does not answer by a JSON schema.</source>
        <translation>Er antwortet nicht nach einem JSON-Schema.</translation>
    </message>
    <message>
        <source>It has no JSON mode.</source>
        <translation>Er hat keinen JSON-Modus.</translation>
    </message>
    <message>
        <source>Went on elsewhere from the delivered text: the answer broke off.</source>
        <translation>Anderswo vom gezeigten Text an fortgesetzt: Die Antwort brach ab.</translation>
    </message>
    <message>
        <source>Moved on: a linked file could not be fetched, and this endpoint takes no links.</source>
        <translation>Weitergegangen: Eine verlinkte Datei konnte nicht geholt werden, und dieser Endpunkt nimmt keine Links.</translation>
    </message>
    <message>
        <source>Lost requests (%1) hold another %2: settle them in Requests.</source>
        <extracomment>%1: numbers of requests, such as “#1, #7”; %2: an amount of money, beside one that was named before</extracomment>
        <translation>Verlorene Anfragen (%1) halten weitere %2: Klären Sie sie unter „Anfragen“.</translation>
    </message>
    <message>
        <source>The key is usable.</source>
        <translation>Der Schlüssel ist verwendbar.</translation>
    </message>
    <message>
        <source>The provider refused the key.</source>
        <translation>Der Anbieter hat den Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>The account of the key has no credit or no permission.</source>
        <translation>Das Konto des Schlüssels hat kein Guthaben oder keine Erlaubnis.</translation>
    </message>
    <message>
        <source>The provider takes no more requests with the key for now.</source>
        <translation>Der Anbieter nimmt mit dem Schlüssel vorerst keine Anfragen mehr an.</translation>
    </message>
    <message>
        <source>The key has reached its limit of requests in a minute.</source>
        <translation>Der Schlüssel hat sein Limit an Anfragen je Minute erreicht.</translation>
    </message>
    <message>
        <source>The key has reached its limit of requests in a day.</source>
        <translation>Der Schlüssel hat sein Limit an Anfragen je Tag erreicht.</translation>
    </message>
    <message>
        <source>Tried again here with the provider's next key: the other one was refused.</source>
        <translation>Hier mit dem nächsten Schlüssel des Anbieters erneut versucht: Der andere wurde abgelehnt.</translation>
    </message>
    <message>
        <source>no regular expression: %1 at character %2</source>
        <translation>kein regulärer Ausdruck: %1 bei Zeichen %2</translation>
    </message>
    <message>
        <source>a JSON schema</source>
        <translation>ein JSON-Schema</translation>
    </message>
    <message>
        <source>a language such as "de", or "prompt"</source>
        <translation>eine Sprache wie "de" oder "prompt"</translation>
    </message>
    <message>
        <source>%1: expected a list of checks, found %2</source>
        <translation>%1: erwartet wird eine Liste von Prüfungen, gefunden wurde %2</translation>
    </message>
    <message>
        <source>Texts in “%1” cannot be told from other languages.</source>
        <translation>Texte in „%1“ lassen sich nicht von anderen Sprachen unterscheiden.</translation>
    </message>
    <message>
        <source>Say how long an answer is: at least one limit.</source>
        <translation>Sagen Sie, wie lang eine Antwort ist: mindestens eine Grenze.</translation>
    </message>
    <message>
        <source>No answer is at least %1 and at most %2 long.</source>
        <translation>Keine Antwort ist mindestens %1 und höchstens %2 lang.</translation>
    </message>
    <message>
        <source>a pattern that cannot be checked: see its character %1</source>
        <translation>ein Muster, das nicht prüfbar ist: siehe sein Zeichen %1</translation>
    </message>
    <message>
        <source>The answer calls tools and has no text.</source>
        <translation>Die Antwort ruft Werkzeuge auf und hat keinen Text.</translation>
    </message>
    <message>
        <source>%1: expected %2</source>
        <translation>%1: erwartet wird %2</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (und %2 weitere)</translation>
    </message>
    <message>
        <source>code fence</source>
        <translation>Codeblock</translation>
    </message>
    <message>
        <source>text around it</source>
        <translation>Text ringsum</translation>
    </message>
    <message>
        <source>trailing comma</source>
        <translation>Komma am Ende</translation>
    </message>
    <message>
        <source>line feed or the like within a text</source>
        <translation>Zeilenumbruch oder Ähnliches in einem Text</translation>
    </message>
    <message>
        <source>True, False or None</source>
        <translation>True, False oder None</translation>
    </message>
    <message>
        <source>single quotes</source>
        <translation>einfache Anführungszeichen</translation>
    </message>
    <message>
        <source>no arguments at all</source>
        <translation>gar keine Argumente</translation>
    </message>
    <message>
        <source>Repaired: %1.</source>
        <translation>Repariert: %1.</translation>
    </message>
    <message>
        <source>This is not valid JSON.</source>
        <translation>Das ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>This is valid JSON only when it is repaired.</source>
        <translation>Das ist nur nach einer Reparatur gültiges JSON.</translation>
    </message>
    <message>
        <source>This is valid JSON only when it is repaired, and it was delivered already.</source>
        <translation>Das ist nur nach einer Reparatur gültiges JSON und wurde schon ausgeliefert.</translation>
    </message>
    <message>
        <source>The request asks for no schema.</source>
        <translation>Die Anfrage verlangt kein Schema.</translation>
    </message>
    <message>
        <source>The answer calls no tool.</source>
        <translation>Die Antwort ruft kein Werkzeug auf.</translation>
    </message>
    <message>
        <source>Call %1, “%2”: %3</source>
        <translation>Aufruf %1, „%2“: %3</translation>
    </message>
    <message>
        <source>The request has no such tool.</source>
        <translation>Die Anfrage hat kein solches Werkzeug.</translation>
    </message>
    <message>
        <source>Arguments are an object.</source>
        <translation>Argumente sind ein Objekt.</translation>
    </message>
    <message>
        <source>exactly one alternative, not several</source>
        <translation>genau eine Möglichkeit, nicht mehrere</translation>
    </message>
    <message>
        <source>something that “not” does not describe</source>
        <translation>etwas, das „not“ nicht beschreibt</translation>
    </message>
    <message>
        <source>what one of its %1 alternatives describes</source>
        <translation>was eine der %1 Möglichkeiten beschreibt</translation>
    </message>
    <message>
        <source>cannot be checked below the top</source>
        <translation>unterhalb der obersten Ebene nicht prüfbar</translation>
    </message>
    <message>
        <source>cannot be checked: JSON Schema has no such keyword, and providers differ; name null as a type</source>
        <translation>nicht prüfbar: JSON Schema kennt das Schlüsselwort nicht, und Anbieter verstehen es verschieden; nennen Sie null als Typ</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>eine Liste von Namen</translation>
    </message>
    <message>
        <source>a schema</source>
        <translation>ein Schema</translation>
    </message>
    <message>
        <source>a number above 0 of at most 18 digits</source>
        <translation>eine Zahl über 0 mit höchstens 18 Ziffern</translation>
    </message>
    <message>
        <source>a regular expression</source>
        <translation>ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>a list of values</source>
        <translation>eine Liste von Werten</translation>
    </message>
    <message>
        <source>an item of the kind that is asked for</source>
        <translation>ein Eintrag der verlangten Art</translation>
    </message>
    <message>
        <source>an item that is not there before</source>
        <translation>ein Eintrag, der nicht schon vorkommt</translation>
    </message>
    <message>
        <source>a member “%1”</source>
        <translation>ein Mitglied „%1“</translation>
    </message>
    <message>
        <source>only draft 2020-12 and draft-07 can be checked</source>
        <translation>prüfbar sind nur Draft 2020-12 und Draft-07</translation>
    </message>
    <message>
        <source>the schema is too large to be checked</source>
        <translation>das Schema ist zu groß, um geprüft zu werden</translation>
    </message>
    <message>
        <source>a URI that occurs once</source>
        <translation>eine URI, die einmal vorkommt</translation>
    </message>
    <message>
        <source>an anchor that occurs once</source>
        <translation>ein Anker, der einmal vorkommt</translation>
    </message>
    <message>
        <source>the keyword occurs twice</source>
        <translation>das Schlüsselwort kommt zweimal vor</translation>
    </message>
    <message>
        <source>cannot check the keyword “%1”</source>
        <translation>das Schlüsselwort „%1“ ist nicht prüfbar</translation>
    </message>
    <message>
        <source>cannot be checked, expected %1</source>
        <translation>nicht prüfbar, erwartet wird %1</translation>
    </message>
    <message>
        <source>a URI</source>
        <translation>eine URI</translation>
    </message>
    <message>
        <source>cannot be checked: it leads to no schema of this document</source>
        <translation>nicht prüfbar: führt zu keinem Schema dieses Dokuments</translation>
    </message>
    <message>
        <source>cannot be checked: its references go round in a circle</source>
        <translation>nicht prüfbar: seine Verweise führen im Kreis</translation>
    </message>
    <message>
        <source>string, number, integer, boolean, object, array or null, or a list</source>
        <translation>string, number, integer, boolean, object, array oder null oder eine Liste davon</translation>
    </message>
    <message>
        <source>at least one type</source>
        <translation>mindestens ein Typ</translation>
    </message>
    <message>
        <source>a list of schemas</source>
        <translation>eine Liste von Schemas</translation>
    </message>
    <message>
        <source>an object of schemas</source>
        <translation>ein Objekt mit Schemas</translation>
    </message>
    <message>
        <source>the name occurs twice</source>
        <translation>der Name kommt zweimal vor</translation>
    </message>
    <message>
        <source>a whole number of at least 0</source>
        <translation>eine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>schema and value are nested too deep</source>
        <translation>Schema und Wert sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>hier nichts</translation>
    </message>
    <message>
        <source>%1, not %2</source>
        <translation>%1, nicht %2</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eins von %1</translation>
    </message>
    <message>
        <source>a multiple of %1</source>
        <translation>ein Vielfaches von %1</translation>
    </message>
    <message>
        <source>a text that its pattern matches</source>
        <translation>ein Text, auf den das Muster passt</translation>
    </message>
    <message>
        <source>a pattern takes too long</source>
        <translation>ein Muster braucht zu lange</translation>
    </message>
    <message>
        <source>at least %1, not %2</source>
        <translation>mindestens %1, nicht %2</translation>
    </message>
    <message>
        <source>at most %1, not %2</source>
        <translation>höchstens %1, nicht %2</translation>
    </message>
    <message>
        <source>schema and value ask for too much work</source>
        <translation>Schema und Wert verlangen zu viel Arbeit</translation>
    </message>
    <message>
        <source>%1: %2, fewer than %3.</source>
        <translation>%1: %2, weniger als %3.</translation>
    </message>
    <message>
        <source>%1: %2, more than %3.</source>
        <translation>%1: %2, mehr als %3.</translation>
    </message>
    <message>
        <source>There is nothing but a refusal.</source>
        <translation>Es gibt nichts als eine Ablehnung.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Die Antwort ist leer.</translation>
    </message>
    <message>
        <source>There is nothing but reasoning.</source>
        <translation>Es gibt nichts als Überlegungen.</translation>
    </message>
    <message>
        <source>The prompt's language cannot be told.</source>
        <translation>Die Sprache der Eingabe ist nicht zu erkennen.</translation>
    </message>
    <message>
        <source>The answer's language cannot be told: too short, or mixed.</source>
        <translation>Die Sprache der Antwort ist nicht zu erkennen: zu kurz oder gemischt.</translation>
    </message>
    <message>
        <source>The answer is in “%1”, not in “%2”.</source>
        <translation>Die Antwort ist in „%1“, nicht in „%2“.</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>It ends in a loop: the same %1 characters, over and over.</source>
        <translation>Sie endet in einer Schleife: immer wieder dieselben %1 Zeichen.</translation>
    </message>
    <message>
        <source>The model has refused.</source>
        <translation>Das Modell hat abgelehnt.</translation>
    </message>
    <message>
        <source>The provider has filtered the answer.</source>
        <translation>Der Anbieter hat die Antwort gefiltert.</translation>
    </message>
    <message>
        <source>The answer opens with a refusal.</source>
        <translation>Die Antwort beginnt mit einer Ablehnung.</translation>
    </message>
    <message>
        <source>The answer matches a pattern of refusals.</source>
        <translation>Auf die Antwort passt ein Muster für Ablehnungen.</translation>
    </message>
    <message>
        <source>A pattern takes too long.</source>
        <translation>Ein Muster braucht zu lange.</translation>
    </message>
    <message>
        <source>The pattern does not match.</source>
        <translation>Das Muster passt nicht.</translation>
    </message>
    <message>
        <source>The pattern matches.</source>
        <translation>Das Muster passt.</translation>
    </message>
    <message>
        <source>a regular expression (%1)</source>
        <translation>ein regulärer Ausdruck (%1)</translation>
    </message>
    <message>
        <source>a list of words that are not empty</source>
        <translation>eine Liste von Wörtern, die nicht leer sind</translation>
    </message>
    <message>
        <source>at least one condition</source>
        <translation>mindestens eine Bedingung</translation>
    </message>
    <message>
        <source>a list of at most %1 objects</source>
        <translation>eine Liste von höchstens %1 Objekten</translation>
    </message>
    <message>
        <source>a number above 0 and up to 1</source>
        <translation>eine Zahl über 0 und bis 1</translation>
    </message>
    <message>
        <source>a list of at most %1 texts</source>
        <translation>eine Liste von höchstens %1 Texten</translation>
    </message>
    <message>
        <source>a text of 1 to %1 characters</source>
        <translation>ein Text von 1 bis %1 Zeichen</translation>
    </message>
    <message>
        <source>a name that no other class has</source>
        <translation>ein Name, den keine andere Klasse hat</translation>
    </message>
    <message>
        <source>how common the class is without any sign</source>
        <translation>wie häufig die Klasse ohne jedes Zeichen ist</translation>
    </message>
    <message>
        <source>is like an example of yours</source>
        <translation>gleicht einem Ihrer Beispiele</translation>
    </message>
    <message>
        <source>wants a result for each of several things</source>
        <translation>will ein Ergebnis für jedes von mehreren</translation>
    </message>
    <message>
        <source>speaks of a batch or its items</source>
        <translation>spricht von einem Stapel oder seinen Teilen</translation>
    </message>
    <message>
        <source>asks for a label</source>
        <translation>will eine Einordnung</translation>
    </message>
    <message>
        <source>asks for yes or no</source>
        <translation>will ein Ja oder Nein</translation>
    </message>
    <message>
        <source>wants the bare answer</source>
        <translation>will nur die Antwort</translation>
    </message>
    <message>
        <source>asks to translate or reword</source>
        <translation>will eine Übersetzung oder andere Worte</translation>
    </message>
    <message>
        <source>asks to find values in a text</source>
        <translation>will Angaben aus einem Text</translation>
    </message>
    <message>
        <source>asks for a summary</source>
        <translation>will eine Zusammenfassung</translation>
    </message>
    <message>
        <source>refers to a text</source>
        <translation>bezieht sich auf einen Text</translation>
    </message>
    <message>
        <source>asks for one figure from many</source>
        <translation>will eine Zahl aus vielen</translation>
    </message>
    <message>
        <source>asks for a proof</source>
        <translation>will einen Beweis</translation>
    </message>
    <message>
        <source>asks for a calculation</source>
        <translation>will eine Rechnung</translation>
    </message>
    <message>
        <source>states conditions as a puzzle does</source>
        <translation>stellt Bedingungen wie ein Rätsel</translation>
    </message>
    <message>
        <source>asks for a decision or a plan</source>
        <translation>will eine Entscheidung oder einen Plan</translation>
    </message>
    <message>
        <source>asks for causes, or to weigh an argument</source>
        <translation>fragt nach Ursachen oder nach dem Wert eines Arguments</translation>
    </message>
    <message>
        <source>uses words of programming</source>
        <translation>hat Wörter der Programmierung</translation>
    </message>
    <message>
        <source>uses words of computing</source>
        <translation>hat Wörter der Computerwelt</translation>
    </message>
    <message>
        <source>names a programming language or tool</source>
        <translation>nennt eine Programmiersprache oder ein Werkzeug</translation>
    </message>
    <message>
        <source>greets or thanks</source>
        <translation>grüßt oder dankt</translation>
    </message>
    <message>
        <source>asks for something invented</source>
        <translation>will etwas Erfundenes</translation>
    </message>
    <message>
        <source>asks for advice or ideas</source>
        <translation>will Rat oder Einfälle</translation>
    </message>
    <message>
        <source>speaks of feelings or of people nearby</source>
        <translation>spricht von Gefühlen oder nahen Menschen</translation>
    </message>
    <message>
        <source>asks what something is</source>
        <translation>fragt, was etwas ist</translation>
    </message>
    <message>
        <source>asks to write something new</source>
        <translation>will etwas neu geschrieben haben</translation>
    </message>
    <message>
        <source>speaks of learning or a profession</source>
        <translation>spricht vom Lernen oder vom Beruf</translation>
    </message>
    <message>
        <source>turns to another topic</source>
        <translation>wechselt das Thema</translation>
    </message>
    <message>
        <source>asks to play a part</source>
        <translation>will, dass eine Rolle gespielt wird</translation>
    </message>
    <message>
        <source>uses words of arithmetic</source>
        <translation>hat Wörter des Rechnens</translation>
    </message>
    <message>
        <source>has about 20 records or more</source>
        <translation>hat etwa 20 Datensätze oder mehr</translation>
    </message>
    <message>
        <source>has a few records</source>
        <translation>hat einige Datensätze</translation>
    </message>
    <message>
        <source>has many records and one task for all</source>
        <translation>hat viele Datensätze und eine Aufgabe für alle</translation>
    </message>
    <message>
        <source>has records and wants one figure from them</source>
        <translation>hat Datensätze und will eine Zahl daraus</translation>
    </message>
    <message>
        <source>is one piece of a batch</source>
        <translation>ist ein Stück eines Stapels</translation>
    </message>
    <message>
        <source>has lines of code</source>
        <translation>hat Zeilen eines Programms</translation>
    </message>
    <message>
        <source>has names or signs as in code</source>
        <translation>hat Namen oder Zeichen wie in einem Programm</translation>
    </message>
    <message>
        <source>has an error message of a program</source>
        <translation>hat die Fehlermeldung eines Programms</translation>
    </message>
    <message>
        <source>has lines of a log or stack trace</source>
        <translation>hat Zeilen eines Protokolls oder Stacktrace</translation>
    </message>
    <message>
        <source>the conversation had code before</source>
        <translation>in der Unterhaltung kam schon ein Programm vor</translation>
    </message>
    <message>
        <source>wants a bare answer about code</source>
        <translation>will nur eine Antwort zu einem Programm</translation>
    </message>
    <message>
        <source>describes a program that is to be made</source>
        <translation>beschreibt ein Programm, das entstehen soll</translation>
    </message>
    <message>
        <source>has a long text</source>
        <translation>hat einen langen Text</translation>
    </message>
    <message>
        <source>has a text of middle length</source>
        <translation>hat einen Text mittlerer Länge</translation>
    </message>
    <message>
        <source>the conversation had a long text before</source>
        <translation>in der Unterhaltung kam schon ein langer Text vor</translation>
    </message>
    <message>
        <source>has headings or paragraphs of a document</source>
        <translation>hat Überschriften oder Absätze eines Dokuments</translation>
    </message>
    <message>
        <source>tells of the person who asks</source>
        <translation>erzählt von dem, der fragt</translation>
    </message>
    <message>
        <source>the question has numbers</source>
        <translation>die Frage hat Zahlen</translation>
    </message>
    <message>
        <source>has signs of formulas</source>
        <translation>hat Zeichen von Formeln</translation>
    </message>
    <message>
        <source>has amounts with units</source>
        <translation>hat Mengen mit Einheiten</translation>
    </message>
    <message>
        <source>has question marks</source>
        <translation>hat Fragezeichen</translation>
    </message>
    <message>
        <source>quotes what it is about</source>
        <translation>zitiert, worum es geht</translation>
    </message>
    <message>
        <source>has a text after a colon</source>
        <translation>hat einen Text nach einem Doppelpunkt</translation>
    </message>
    <message>
        <source>is a single arithmetic operation</source>
        <translation>ist eine einzelne Rechnung</translation>
    </message>
    <message>
        <source>is short</source>
        <translation>ist kurz</translation>
    </message>
    <message>
        <source>takes several sentences to ask</source>
        <translation>fragt in mehreren Sätzen</translation>
    </message>
    <message>
        <source>asks nothing</source>
        <translation>fragt nichts</translation>
    </message>
    <message>
        <source>the system message sets a task of labels or values</source>
        <translation>die Systemnachricht verlangt Einordnungen oder Angaben</translation>
    </message>
    <message>
        <source>the system message or the tools are about programs</source>
        <translation>Systemnachricht oder Werkzeuge handeln von Programmen</translation>
    </message>
    <message>
        <source>the system message refers to a text</source>
        <translation>die Systemnachricht bezieht sich auf einen Text</translation>
    </message>
    <message>
        <source>goes on with a conversation</source>
        <translation>setzt eine Unterhaltung fort</translation>
    </message>
    <message>
        <source>a task was set before</source>
        <translation>eine Aufgabe wurde vorher gestellt</translation>
    </message>
    <message>
        <source>offers tools</source>
        <translation>bietet Werkzeuge an</translation>
    </message>
    <message>
        <source>demands JSON</source>
        <translation>verlangt JSON</translation>
    </message>
    <message>
        <source>allows only a short answer</source>
        <translation>erlaubt nur eine kurze Antwort</translation>
    </message>
    <message>
        <source>has a word of your rule</source>
        <translation>hat ein Wort Ihrer Regel</translation>
    </message>
    <message>
        <source>matches the pattern of your rule</source>
        <translation>entspricht dem Muster Ihrer Regel</translation>
    </message>
    <message>
        <source>comes from the client %1</source>
        <translation>kommt vom Programm %1</translation>
    </message>
    <message>
        <source>has the tag %1</source>
        <translation>trägt die Marke %1</translation>
    </message>
    <message>
        <source>is as long as your rule says</source>
        <translation>ist so lang, wie Ihre Regel sagt</translation>
    </message>
    <message>
        <source>offers no tools</source>
        <translation>bietet keine Werkzeuge an</translation>
    </message>
    <message>
        <source>has images</source>
        <translation>hat Bilder</translation>
    </message>
    <message>
        <source>has no images</source>
        <translation>hat keine Bilder</translation>
    </message>
    <message>
        <source>the system message has the text of your rule</source>
        <translation>die Systemnachricht hat den Text Ihrer Regel</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Simple</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <source>Long document</source>
        <translation>Langes Dokument</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Bulk</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Moved on: the answer did not pass a check of the step.</source>
        <translation>Weiter: Die Antwort hat eine Prüfung des Schritts nicht bestanden.</translation>
    </message>
    <message>
        <source>Started beside a slow one: whichever begins to answer first is used, both are paid.</source>
        <translation>Neben einem langsamen gestartet: Wer zuerst zu antworten beginnt, zählt; bezahlt werden beide.</translation>
    </message>
    <message>
        <source>Stopped: a tool may have been run for it, and the chain does not send it twice.</source>
        <translation>Beendet: Dafür lief womöglich schon ein Werkzeug, und die Kette schickt es nicht zweimal.</translation>
    </message>
    <message>
        <source>It makes vectors of texts and answers no prompt; “signalbox embed” asks it.</source>
        <translation>Es macht Vektoren aus Texten und beantwortet keine Prompts; „signalbox embed“ fragt es.</translation>
    </message>
    <message>
        <source>%1 may train on prompts.</source>
        <translation>%1 darf mit Prompts trainieren.</translation>
    </message>
    <message>
        <source>%1 does not say that prompts are not used for training.</source>
        <translation>%1 sagt nicht, dass mit Prompts nicht trainiert wird.</translation>
    </message>
    <message>
        <source>a list of steps</source>
        <translation>eine Liste von Schritten</translation>
    </message>
    <message>
        <source>at most 64 letters, digits, '-', '_' or '.', not starting with '.'</source>
        <translation>höchstens 64 Buchstaben, Ziffern, '-', '_' oder '.', nicht mit '.' am Anfang</translation>
    </message>
    <message>
        <source>format: this chain is in format %1, and this version of Signalbox reads format %2. Update Signalbox, or export the chain there for an older version.</source>
        <translation>format: Diese Kette hat Format %1, und diese Version von Signalbox liest Format %2. Aktualisieren Sie Signalbox, oder exportieren Sie die Kette dort für eine ältere Version.</translation>
    </message>
    <message>
        <source>The catalog has no endpoint “%1”.</source>
        <translation>Der Katalog hat keinen Endpunkt „%1“.</translation>
    </message>
    <message>
        <source>“%1” is named twice; remove one.</source>
        <translation>„%1“ ist zweimal genannt; entfernen Sie eines.</translation>
    </message>
    <message>
        <source>A clock runs for 1 ms to 24 hours, not for %1 ms.</source>
        <translation>Eine Uhr läuft 1 ms bis 24 Stunden, nicht %1 ms.</translation>
    </message>
    <message>
        <source>0 to %1 retries, not %2.</source>
        <translation>0 bis %1 Wiederholungen, nicht %2.</translation>
    </message>
    <message>
        <source>A step waits for at most %1 s, not for %2 ms.</source>
        <translation>Ein Schritt wartet höchstens %1 s, nicht %2 ms.</translation>
    </message>
    <message>
        <source>A cost limit cannot be negative.</source>
        <translation>Eine Kostengrenze kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>An answer needs at least 1 token.</source>
        <translation>Eine Antwort braucht mindestens 1 Token.</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>Wählen Sie ein Modell.</translation>
    </message>
    <message>
        <source>The catalog has no model “%1”.</source>
        <translation>Der Katalog kennt kein Modell „%1“.</translation>
    </message>
    <message>
        <source>An earlier step has the id “%1”, too.</source>
        <translation>Auch ein früherer Schritt heißt „%1“.</translation>
    </message>
    <message>
        <source>No later step has the id “%1”.</source>
        <translation>Kein späterer Schritt heißt „%1“.</translation>
    </message>
    <message>
        <source>A second attempt starts after a percentile from 50 to 99.</source>
        <translation>Ein zweiter Versuch beginnt nach einem Perzentil von 50 bis 99.</translation>
    </message>
    <message>
        <source>0 ms to 24 hours.</source>
        <translation>0 ms bis 24 Stunden.</translation>
    </message>
    <message>
        <source>Never reached: step %1 moves on after no kind of failure.</source>
        <translation>Nie erreicht: Schritt %1 geht nach keiner Art von Fehler weiter.</translation>
    </message>
    <message>
        <source>The same as step %1; give that one more retries instead.</source>
        <translation>Dasselbe wie Schritt %1; geben Sie dem stattdessen mehr Wiederholungen.</translation>
    </message>
    <message>
        <source>A name has at most 64 letters, digits, '-', '_' or '.', and does not start with '.'.</source>
        <translation>Ein Name hat höchstens 64 Buchstaben, Ziffern, '-', '_' oder '.' und beginnt nicht mit '.'.</translation>
    </message>
    <message>
        <source>Versions start at 1.</source>
        <translation>Versionen beginnen bei 1.</translation>
    </message>
    <message>
        <source>Add at least one step.</source>
        <translation>Fügen Sie mindestens einen Schritt hinzu.</translation>
    </message>
    <message>
        <source>an amount of dollars such as "0.02"</source>
        <translation>einen Betrag in Dollar wie "0.02"</translation>
    </message>
    <message>
        <source>a number from 0 on</source>
        <translation>eine Zahl ab 0</translation>
    </message>
    <message>
        <source>%1: a step cannot change this member.</source>
        <translation>%1: Das kann ein Schritt nicht ändern.</translation>
    </message>
    <message>
        <source>It offers “%1”, this step asks for “%2”.</source>
        <translation>Er bietet „%1“ an, dieser Schritt verlangt „%2“.</translation>
    </message>
    <message>
        <source>No provider in the catalog offers “%1”.</source>
        <translation>Kein Anbieter im Katalog bietet „%1“ an.</translation>
    </message>
    <message>
        <source>Nothing in the catalog fits the filter of this step.</source>
        <translation>Nichts im Katalog passt zum Filter dieses Schritts.</translation>
    </message>
    <message>
        <source>This request runs on practice providers only.</source>
        <translation>Diese Anfrage läuft nur bei Übungsanbietern.</translation>
    </message>
    <message>
        <source>This request runs on real providers only.</source>
        <translation>Diese Anfrage läuft nur bei echten Anbietern.</translation>
    </message>
    <message>
        <source>No fallbacks are allowed, and another one is first.</source>
        <translation>Ausweichen ist nicht erlaubt, und ein anderer ist der erste.</translation>
    </message>
    <message>
        <source>It may search and read as much as it likes at your cost, so that no hard limit can be kept.</source>
        <translation>Es darf auf Ihre Kosten beliebig viel suchen und lesen; so lässt sich keine harte Grenze einhalten.</translation>
    </message>
    <message>
        <source>Its price is not known, and this step allows at most %1.</source>
        <translation>Der Preis ist nicht bekannt, und dieser Schritt erlaubt höchstens %1.</translation>
    </message>
    <message>
        <source>Its price is not known, and the budget is a hard limit with %1 left.</source>
        <translation>Der Preis ist nicht bekannt, und vom Budget, einer harten Grenze, sind %1 übrig.</translation>
    </message>
    <message>
        <source>It can cost %1, and the budget has %2 left.</source>
        <translation>Das kann %1 kosten, und vom Budget sind %2 übrig.</translation>
    </message>
    <message>
        <source>It can cost %1, this step allows %2.</source>
        <translation>Das kann %1 kosten, dieser Schritt erlaubt %2.</translation>
    </message>
    <message>
        <source>Practice is switched off in Settings.</source>
        <translation>Die Übung ist in den Einstellungen ausgeschaltet.</translation>
    </message>
    <message>
        <source>%1 is switched off.</source>
        <translation>%1 ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>There is no key for %1.</source>
        <translation>Für %1 gibt es keinen Schlüssel.</translation>
    </message>
    <message>
        <source>%1 refused its key, or the account has no credit.</source>
        <translation>%1 hat den Schlüssel abgelehnt, oder das Konto hat kein Guthaben.</translation>
    </message>
    <message>
        <source>%1 said that it does not offer “%2”.</source>
        <translation>%1 hat gesagt, dass es „%2“ nicht anbietet.</translation>
    </message>
    <message>
        <source>It failed repeatedly; the next try is in %1 s.</source>
        <translation>Er ist mehrmals ausgefallen; der nächste Versuch ist in %1 s.</translation>
    </message>
    <message>
        <source>Its rate limit is used up for %1 s, and this step waits for at most %2 s.</source>
        <translation>Sein Ratenlimit ist für %1 s ausgeschöpft, und dieser Schritt wartet höchstens %2 s.</translation>
    </message>
    <message>
        <source>%1 may have to load the model first, and this step does not wait for that.</source>
        <translation>%1 muss das Modell womöglich erst laden, und darauf wartet dieser Schritt nicht.</translation>
    </message>
    <message>
        <source>The prompt has at least %1 tokens, the window %2.</source>
        <translation>Der Prompt hat mindestens %1 Token, das Fenster %2.</translation>
    </message>
    <message>
        <source>Only %1 may be used.</source>
        <translation>Nur %1 ist erlaubt.</translation>
    </message>
    <message>
        <source>The request or the step ignores it.</source>
        <translation>Die Anfrage oder der Schritt schließt ihn aus.</translation>
    </message>
    <message>
        <source>No fallbacks are allowed beyond %1.</source>
        <translation>Über %1 hinaus ist Ausweichen nicht erlaubt.</translation>
    </message>
    <message>
        <source>%1 keeps prompts for %2 days.</source>
        <translation>%1 bewahrt Prompts %2 Tage auf.</translation>
    </message>
    <message>
        <source>%1 does not say that prompts are not kept.</source>
        <translation>%1 sagt nicht, dass Prompts nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Prompts may be processed in %1 only, and nothing says that this is there.</source>
        <translation>Prompts dürfen nur in %1 verarbeitet werden, und nichts sagt, dass das dort ist.</translation>
    </message>
    <message>
        <source>Its quantization is %1; %2 is asked for.</source>
        <translation>Seine Quantisierung ist %1; verlangt ist %2.</translation>
    </message>
    <message>
        <source>Its price is not known, and one is not to be exceeded.</source>
        <translation>Der Preis ist nicht bekannt, und es gilt eine Obergrenze.</translation>
    </message>
    <message>
        <source>Its list price is above what the request or the step allows.</source>
        <translation>Sein Listenpreis liegt über dem, was Anfrage oder Schritt erlauben.</translation>
    </message>
    <message>
        <source>“:free” asks for endpoints that cost nothing, and this one is not known to.</source>
        <translation>„:free“ verlangt Endpunkte, die nichts kosten, und von diesem ist das nicht bekannt.</translation>
    </message>
    <message>
        <source>“:online” asks for a search of the web, which %1 does not add to an answer.</source>
        <translation>„:online“ verlangt eine Websuche, die %1 einer Antwort nicht hinzufügt.</translation>
    </message>
    <message>
        <source>The suffix of the model is not known; :floor, :nitro, :free, :exacto and :online are.</source>
        <translation>Der Zusatz am Modell ist nicht bekannt; es gibt :floor, :nitro, :free, :exacto und :online.</translation>
    </message>
    <message>
        <source>an object with members of a request</source>
        <translation>ein Objekt mit Feldern einer Anfrage</translation>
    </message>
    <message>
        <source>a model such as "author/name"</source>
        <translation>ein Modell wie "author/name"</translation>
    </message>
    <message>
        <source>The request and the step allow nobody that the other allows, too.</source>
        <translation>Anfrage und Schritt erlauben niemanden, den der jeweils andere auch erlaubt.</translation>
    </message>
    <message>
        <source>A request goes on to a later step, not to step %1.</source>
        <translation>Eine Anfrage geht zu einem späteren Schritt weiter, nicht zu Schritt %1.</translation>
    </message>
    <message>
        <source>Nobody else came into question for the first place.</source>
        <translation>Für den ersten Platz kam niemand sonst in Frage.</translation>
    </message>
    <message>
        <source>It has the conversation in its cache and is hardly dearer than the best.</source>
        <translation>Er hat das Gespräch im Cache und ist kaum teurer als der beste.</translation>
    </message>
    <message>
        <source>Drawn by chance, and the best by cost, waiting and risk.</source>
        <translation>Vom Zufall gewählt, und nach Kosten, Wartezeit und Risiko der beste.</translation>
    </message>
    <message>
        <source>Drawn by chance, although another one was better by cost, waiting and risk.</source>
        <translation>Vom Zufall gewählt, obwohl ein anderer nach Kosten, Wartezeit und Risiko besser war.</translation>
    </message>
    <message>
        <source>The first in the list of the step.</source>
        <translation>Der erste in der Liste des Schritts.</translation>
    </message>
    <message>
        <source>The cheapest, as was asked.</source>
        <translation>Der billigste, wie verlangt.</translation>
    </message>
    <message>
        <source>The most tokens a second, as was asked.</source>
        <translation>Die meisten Token je Sekunde, wie verlangt.</translation>
    </message>
    <message>
        <source>The quickest first token, as was asked.</source>
        <translation>Das schnellste erste Token, wie verlangt.</translation>
    </message>
    <message>
        <source>The fewest failures, as was asked.</source>
        <translation>Die wenigsten Fehler, wie verlangt.</translation>
    </message>
    <message>
        <source>has tools or none, as your rule says</source>
        <translation>hat Werkzeuge oder keine, wie Ihre Regel es sagt</translation>
    </message>
    <message>
        <source>has images or none, as your rule says</source>
        <translation>hat Bilder oder keine, wie Ihre Regel es sagt</translation>
    </message>
    <message>
        <source>comes from the client of your rule</source>
        <translation>kommt vom Client Ihrer Regel</translation>
    </message>
    <message>
        <source>has the tag of your rule</source>
        <translation>hat das Schlagwort Ihrer Regel</translation>
    </message>
    <message>
        <source>What may be sent with the key in a minute, as is stated, is used up.</source>
        <translation>Was laut Angabe in einer Minute mit dem Schlüssel gesendet werden darf, ist verbraucht.</translation>
    </message>
    <message>
        <source>Its price is not known, and this request may cost at most %1.</source>
        <translation>Sein Preis ist nicht bekannt, und diese Anfrage darf höchstens %1 kosten.</translation>
    </message>
    <message>
        <source>It can cost %1, this request may cost %2.</source>
        <translation>Es kann %1 kosten, diese Anfrage darf %2 kosten.</translation>
    </message>
    <message>
        <source>What may be sent with the keys of %3 is used up for %1 s, by the limits that are set for them in Providers, and this step waits for at most %2 s.</source>
        <translation>Was mit den Schlüsseln von %3 gesendet werden darf, ist nach den unter Anbieter gesetzten Grenzen für %1 s verbraucht, und dieser Schritt wartet höchstens %2 s.</translation>
    </message>
    <message>
        <source>%1 has not loaded the model, and this step does not wait for that.</source>
        <translation>%1 hat das Modell nicht geladen, und dieser Schritt wartet nicht darauf.</translation>
    </message>
    <message>
        <source>%1 is loading the model, and this step does not wait for that.</source>
        <translation>%1 lädt das Modell gerade, und dieser Schritt wartet nicht darauf.</translation>
    </message>
    <message>
        <source>It refuses calls of tools that it did not sign; %1 made them.</source>
        <translation>Es weist Aufrufe von Werkzeugen zurück, die es nicht signiert hat; sie stammen von %1.</translation>
    </message>
    <message>
        <source>It cannot read the reasoning behind the calls of tools, which %1 signed or encrypted, and all of the request is required.</source>
        <translation>Es kann die Überlegungen hinter den Werkzeugaufrufen nicht lesen, die %1 signiert oder verschlüsselt hat, und die ganze Anfrage ist verlangt.</translation>
    </message>
    <message>
        <source>The request and the step have no region in common.</source>
        <translation>Anfrage und Schritt haben keine Region gemeinsam.</translation>
    </message>
    <message>
        <source>The request and the step have no quantization in common.</source>
        <translation>Anfrage und Schritt haben keine Quantisierung gemeinsam.</translation>
    </message>
</context>
<context>
    <name>sb::routing::Changes</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1: %2 added, %3 removed.</source>
        <translation>%1: %2 hinzugefügt, %3 entfernt.</translation>
    </message>
    <message>
        <source>%1: %2 added.</source>
        <translation>%1: %2 hinzugefügt.</translation>
    </message>
    <message>
        <source>%1: %2 removed.</source>
        <translation>%1: %2 entfernt.</translation>
    </message>
    <message>
        <source>%1: now in the order %2.</source>
        <translation>%1: jetzt in der Reihenfolge %2.</translation>
    </message>
    <message>
        <source>%1: %2 instead of its default.</source>
        <translation>%1: %2 statt der Vorgabe.</translation>
    </message>
    <message>
        <source>%1: at its default again, instead of %2.</source>
        <translation>%1: wieder die Vorgabe statt %2.</translation>
    </message>
    <message>
        <source>%1: %2 instead of %3.</source>
        <translation>%1: %2 statt %3.</translation>
    </message>
    <message>
        <source>%1 is new.</source>
        <translation>%1 ist neu.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>%1 was moved from place %2 to %3.</source>
        <translation>%1 wurde von Platz %2 auf %3 verschoben.</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
</context>
<context>
    <name>sb::routing::Exchange</name>
    <message>
        <source>None of its endpoints is known there.</source>
        <translation>Keiner seiner Endpunkte ist dort bekannt.</translation>
    </message>
    <message>
        <source>Without %1, which is not known there.</source>
        <translation>Ohne %1, dort nicht bekannt.</translation>
    </message>
    <message>
        <source>By the endpoints that the catalog has today.</source>
        <translation>Mit den Endpunkten, die der Katalog heute hat.</translation>
    </message>
    <message>
        <source>There is one number for all; %1 is the most.</source>
        <translation>Dort gibt es eine Zahl für alle; %1 ist die größte.</translation>
    </message>
    <message>
        <source>As one timeout of the whole call.</source>
        <translation>Als eine Frist für den ganzen Aufruf.</translation>
    </message>
    <message>
        <source>There a request that says it itself goes first.</source>
        <translation>Dort hat Vorrang, was eine Anfrage selbst sagt.</translation>
    </message>
    <message>
        <source>Only the first step can have it there.</source>
        <translation>Dort kann es nur der erste Schritt haben.</translation>
    </message>
    <message>
        <source>Only rules that give names of models to a chain can be said there.</source>
        <translation>Dort lassen sich nur Regeln sagen, die einer Kette Namen von Modellen geben.</translation>
    </message>
    <message>
        <source>There it holds for all steps of all chains.</source>
        <translation>Dort gilt es für alle Schritte aller Ketten.</translation>
    </message>
    <message>
        <source>%1: expected %2</source>
        <translation>%1: erwartet wird %2</translation>
    </message>
    <message>
        <source>The catalog has no “%1”. The step asks for a model of this name; choose another one, or add it at its provider.</source>
        <translation>Der Katalog kennt „%1“ nicht. Der Schritt fragt nach einem Modell dieses Namens; wählen Sie ein anderes, oder fügen Sie es bei seinem Anbieter hinzu.</translation>
    </message>
    <message>
        <source>Its provider has this address here, too.</source>
        <translation>Sein Anbieter hat auch hier diese Adresse.</translation>
    </message>
    <message>
        <source>Addresses belong to providers here; set it at the provider.</source>
        <translation>Adressen gehören hier zu Anbietern; tragen Sie sie beim Anbieter ein.</translation>
    </message>
    <message>
        <source>As the order of the steps.</source>
        <translation>Als Reihenfolge der Schritte.</translation>
    </message>
    <message>
        <source>Requests are shared out by cost, waiting and risk here, not by set shares; limits are set at keys of a provider.</source>
        <translation>Anfragen werden hier nach Kosten, Wartezeit und Risiko verteilt, nicht nach festen Anteilen; Grenzen stehen bei den Schlüsseln eines Anbieters.</translation>
    </message>
    <message>
        <source>This is no number of seconds.</source>
        <translation>Das ist keine Zahl von Sekunden.</translation>
    </message>
    <message>
        <source>As the wait for the first content; an answer that keeps coming is not cut off.</source>
        <translation>Als Wartezeit auf den ersten Inhalt; eine Antwort, die weiter kommt, wird nicht abgebrochen.</translation>
    </message>
    <message>
        <source>The step sets it for every request, also for those that say it themselves.</source>
        <translation>Der Schritt setzt es für jede Anfrage, auch wenn sie es selbst sagt.</translation>
    </message>
    <message>
        <source>a list of deployments</source>
        <translation>eine Liste von Bereitstellungen</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>ein Modell</translation>
    </message>
    <message>
        <source>A pattern is no chain: such requests go as they ask.</source>
        <translation>Ein Muster ist keine Kette: solche Anfragen gehen, wie sie fragen.</translation>
    </message>
    <message>
        <source>By whichever provider offers the model that is asked for.</source>
        <translation>Über jeden Anbieter, der das gefragte Modell hat.</translation>
    </message>
    <message>
        <source>The chain “%1”.</source>
        <translation>Die Kette „%1“.</translation>
    </message>
    <message>
        <source>An endpoint that keeps failing is left out by a rule of its own here: after 5 failures in a row, or half of 20.</source>
        <translation>Ein Endpunkt, der immer wieder ausfällt, wird hier nach eigener Regel ausgelassen: nach 5 Fehlern hintereinander oder der Hälfte von 20.</translation>
    </message>
    <message>
        <source>Windows are always checked before a call.</source>
        <translation>Kontextfenster werden immer vor einem Aufruf geprüft.</translation>
    </message>
    <message>
        <source>%1 is the most.</source>
        <translation>%1 ist das Höchste.</translation>
    </message>
    <message>
        <source>Also for refused connections and overload.</source>
        <translation>Auch für abgelehnte Verbindungen und Überlast.</translation>
    </message>
    <message>
        <source>What is tried again after which failure is set here, and explained in the editor of the chain.</source>
        <translation>Was nach welchem Fehler noch einmal versucht wird, steht hier fest und ist im Editor der Kette erklärt.</translation>
    </message>
    <message>
        <source>The endpoints of a step are picked by chance in proportion to cost, waiting and risk; near a rate limit others come first.</source>
        <translation>Die Endpunkte eines Schritts werden zufällig im Verhältnis von Kosten, Wartezeit und Risiko gewählt; nahe an einer Ratengrenze kommen andere zuerst.</translation>
    </message>
    <message>
        <source>The file has no such group.</source>
        <translation>Die Datei hat keine solche Gruppe.</translation>
    </message>
    <message>
        <source>Another prompt for a fallback: a step has the request's.</source>
        <translation>Ein anderer Prompt beim Ausweichen: ein Schritt hat den der Anfrage.</translation>
    </message>
    <message>
        <source>As a further step.</source>
        <translation>Als weiterer Schritt.</translation>
    </message>
    <message>
        <source>The file has no such group; the step asks for a model of this name.</source>
        <translation>Die Datei hat keine solche Gruppe; der Schritt fragt nach einem Modell dieses Namens.</translation>
    </message>
    <message>
        <source>As rules of the policy.</source>
        <translation>Als Regeln des Regelwerks.</translation>
    </message>
    <message>
        <source>As a rule of the policy.</source>
        <translation>Als Regel des Regelwerks.</translation>
    </message>
    <message>
        <source>No rule leads to it, and a config has one way for all.</source>
        <translation>Keine Regel führt zu ihr, und eine Konfiguration hat einen Weg für alle.</translation>
    </message>
    <message>
        <source>Only rules that ask for models, metadata and the user, and lead to a chain, can be said there.</source>
        <translation>Dort lassen sich nur Regeln sagen, die nach Modellen, Metadaten und Nutzer fragen und zu einer Kette führen.</translation>
    </message>
    <message>
        <source>No rule that could be said leads to it.</source>
        <translation>Keine Regel, die sich sagen ließ, führt zu ihr.</translation>
    </message>
    <message>
        <source>As status codes.</source>
        <translation>Als Statuscodes.</translation>
    </message>
    <message>
        <source>There the codes of the first step hold for all.</source>
        <translation>Dort gelten die Codes des ersten Schritts für alle.</translation>
    </message>
    <message>
        <source>%1 is the most there.</source>
        <translation>%1 ist dort das Höchste.</translation>
    </message>
    <message>
        <source>There it holds for every request, also for those that say it themselves.</source>
        <translation>Dort gilt es für jede Anfrage, auch wenn sie es selbst sagt.</translation>
    </message>
    <message>
        <source>A config is an object.</source>
        <translation>Eine Konfiguration ist ein Objekt.</translation>
    </message>
    <message>
        <source>at most %1 levels of targets</source>
        <translation>höchstens %1 Ebenen von Zielen</translation>
    </message>
    <message>
        <source>Conditions decide between chains here, not inside of one; its targets follow one another.</source>
        <translation>Bedingungen entscheiden hier zwischen Ketten, nicht innerhalb einer; ihre Ziele folgen aufeinander.</translation>
    </message>
    <message>
        <source>As the endpoints of one step, which are picked by chance in proportion to cost, waiting and risk.</source>
        <translation>Als Endpunkte eines Schritts, die zufällig im Verhältnis von Kosten, Wartezeit und Risiko gewählt werden.</translation>
    </message>
    <message>
        <source>Its targets differ in more than the endpoint, so that they are steps that follow one another.</source>
        <translation>Seine Ziele unterscheiden sich in mehr als dem Endpunkt; sie sind Schritte, die aufeinander folgen.</translation>
    </message>
    <message>
        <source>Requests are shared out by cost, waiting and risk here, not by set shares.</source>
        <translation>Anfragen werden hier nach Kosten, Wartezeit und Risiko verteilt, nicht nach festen Anteilen.</translation>
    </message>
    <message>
        <source>Answers are not kept to be given again here.</source>
        <translation>Antworten werden hier nicht aufbewahrt, um sie noch einmal zu geben.</translation>
    </message>
    <message>
        <source>What is tried again after which failure is set here: refused connections, overload, and rate limits that are short.</source>
        <translation>Was nach welchem Fehler noch einmal versucht wird, steht hier fest: abgelehnte Verbindungen, Überlast und kurze Ratengrenzen.</translation>
    </message>
    <message>
        <source>It always is.</source>
        <translation>Das gilt immer.</translation>
    </message>
    <message>
        <source>As kinds of failures: a code may be said of more than one.</source>
        <translation>Als Arten von Fehlern: ein Code kann für mehrere stehen.</translation>
    </message>
    <message>
        <source>Which provider “%1” is, only its owner knows.</source>
        <translation>Welcher Anbieter „%1“ ist, weiß nur, wem er gehört.</translation>
    </message>
    <message>
        <source>“%1” is taken for %2.</source>
        <translation>„%1“ wird für %2 gehalten.</translation>
    </message>
    <message>
        <source>A step cannot change this member.</source>
        <translation>Ein Schritt kann dieses Feld nicht ändern.</translation>
    </message>
    <message>
        <source>the name of a target</source>
        <translation>der Name eines Ziels</translation>
    </message>
    <message>
        <source>No rule can ask this; it is kept as a rule that is switched off and holds for no request.</source>
        <translation>Danach kann keine Regel fragen; es bleibt als abgeschaltete Regel, die für keine Anfrage gilt.</translation>
    </message>
    <message>
        <source>As %1 rules.</source>
        <translation>Als %1 Regeln.</translation>
    </message>
    <message>
        <source>As a preference of the policy.</source>
        <translation>Als Vorliebe des Regelwerks.</translation>
    </message>
    <message>
        <source>The catalog has no such provider.</source>
        <translation>Der Katalog kennt diesen Anbieter nicht.</translation>
    </message>
    <message>
        <source>It passes the model on that was asked for; a step names its model.</source>
        <translation>Es reicht das gefragte Modell weiter; ein Schritt nennt sein Modell.</translation>
    </message>
    <message>
        <source>Keys are never imported. Enter it at its provider; it is kept in the keychain.</source>
        <translation>Schlüssel werden nie übernommen. Tragen Sie ihn bei seinem Anbieter ein; er liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Nothing here is like it.</source>
        <translation>Hier gibt es nichts Entsprechendes.</translation>
    </message>
    <message>
        <source>Line %1: this is no YAML (%2).</source>
        <translation>Zeile %1: das ist kein YAML (%2).</translation>
    </message>
    <message>
        <source>one document only</source>
        <translation>nur ein Dokument</translation>
    </message>
    <message>
        <source>Line %1: expected %2.</source>
        <translation>Zeile %1: erwartet wird %2.</translation>
    </message>
    <message>
        <source>This file stands for more than %1 values.</source>
        <translation>Diese Datei steht für mehr als %1 Werte.</translation>
    </message>
    <message>
        <source>at most %1 levels</source>
        <translation>höchstens %1 Ebenen</translation>
    </message>
    <message>
        <source>an anchor that was named before</source>
        <translation>ein Anker, der zuvor benannt wurde</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>a name before its value</source>
        <translation>ein Name vor seinem Wert</translation>
    </message>
    <message>
        <source>a map to merge</source>
        <translation>eine Abbildung zum Einfügen</translation>
    </message>
    <message>
        <source>This file has more than %1 bytes.</source>
        <translation>Diese Datei hat mehr als %1 Bytes.</translation>
    </message>
</context>
<context>
    <name>sb::routing::Policies</name>
    <message>
        <source> or </source>
        <comment>between the names of a list of which one is enough</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>prompts of %1 tokens or more, but less than %2</source>
        <translation>Prompts ab %1 und unter %2 Tokens</translation>
    </message>
    <message>
        <source>prompts of %1 tokens or more</source>
        <translation>Prompts ab %1 Tokens</translation>
    </message>
    <message>
        <source>prompts of less than %1 tokens</source>
        <translation>Prompts unter %1 Tokens</translation>
    </message>
    <message>
        <source>a budget with $%1 or more left, but less than $%2</source>
        <translation>ein Budget mit mindestens $%1 und weniger als $%2 Rest</translation>
    </message>
    <message>
        <source>a budget with $%1 or more left</source>
        <translation>ein Budget mit mindestens $%1 Rest</translation>
    </message>
    <message>
        <source>a budget with less than $%1 left</source>
        <translation>ein Budget mit weniger als $%1 Rest</translation>
    </message>
    <message>
        <source>answers in the form %1</source>
        <translation>Antworten in der Form %1</translation>
    </message>
    <message>
        <source>the hours from %1 to %2</source>
        <translation>die Zeit von %1 bis %2</translation>
    </message>
    <message>
        <source>tasks of the class %1</source>
        <translation>Aufgaben der Klasse %1</translation>
    </message>
    <message>
        <source>the model %1</source>
        <translation>das Modell %1</translation>
    </message>
    <message>
        <source>requests with tools</source>
        <translation>Anfragen mit Werkzeugen</translation>
    </message>
    <message>
        <source>requests without tools</source>
        <translation>Anfragen ohne Werkzeuge</translation>
    </message>
    <message>
        <source>requests with images</source>
        <translation>Anfragen mit Bildern</translation>
    </message>
    <message>
        <source>requests without images</source>
        <translation>Anfragen ohne Bilder</translation>
    </message>
    <message>
        <source>requests with files</source>
        <translation>Anfragen mit Dateien</translation>
    </message>
    <message>
        <source>requests without files</source>
        <translation>Anfragen ohne Dateien</translation>
    </message>
    <message>
        <source>requests with audio</source>
        <translation>Anfragen mit Ton</translation>
    </message>
    <message>
        <source>requests without audio</source>
        <translation>Anfragen ohne Ton</translation>
    </message>
    <message>
        <source>requests with the tag %1</source>
        <translation>Anfragen mit dem Etikett %1</translation>
    </message>
    <message>
        <source>the client %1</source>
        <translation>den Client %1</translation>
    </message>
    <message>
        <source>the session %1</source>
        <translation>die Sitzung %1</translation>
    </message>
    <message>
        <source>what a newer version calls “%1”</source>
        <translation>das, was eine neuere Version „%1“ nennt</translation>
    </message>
    <message>
        <source>a time such as "07:30"</source>
        <translation>eine Uhrzeit wie "07:30"</translation>
    </message>
    <message>
        <source>this one is of the class %1</source>
        <translation>diese ist von der Klasse %1</translation>
    </message>
    <message>
        <source>this one was not classed</source>
        <translation>diese ist nicht eingestuft</translation>
    </message>
    <message>
        <source>%1 was asked for</source>
        <translation>gefragt war %1</translation>
    </message>
    <message>
        <source>no model was asked for</source>
        <translation>nach keinem Modell war gefragt</translation>
    </message>
    <message>
        <source>this one has about %1</source>
        <translation>dieser hat etwa %1</translation>
    </message>
    <message>
        <source>this one asks for %1</source>
        <translation>diese verlangt %1</translation>
    </message>
    <message>
        <source>this one asks for another form</source>
        <translation>diese verlangt eine andere Form</translation>
    </message>
    <message>
        <source>this one has %1</source>
        <translation>diese hat %1</translation>
    </message>
    <message>
        <source>this one has no tags</source>
        <translation>diese hat keine Etiketten</translation>
    </message>
    <message>
        <source>this one is from %1</source>
        <translation>diese ist von %1</translation>
    </message>
    <message>
        <source>this one is from nobody known</source>
        <translation>diese ist von niemandem, der bekannt ist</translation>
    </message>
    <message>
        <source>this one is of the session %1</source>
        <translation>diese gehört zur Sitzung %1</translation>
    </message>
    <message>
        <source>this one is of no session</source>
        <translation>diese gehört zu keiner Sitzung</translation>
    </message>
    <message>
        <source>it is %1, %2</source>
        <translation>es ist %1, %2</translation>
    </message>
    <message>
        <source>$%1 is left</source>
        <translation>$%1 sind übrig</translation>
    </message>
    <message>
        <source>there is no budget</source>
        <translation>es gibt kein Budget</translation>
    </message>
    <message>
        <source>Switched off.</source>
        <translation>Abgeschaltet.</translation>
    </message>
    <message>
        <source>Not for %1.</source>
        <translation>Nicht für %1.</translation>
    </message>
    <message>
        <source>It asks for %1, which this version cannot judge.</source>
        <translation>Sie fragt nach %1; das kann diese Version nicht beurteilen.</translation>
    </message>
    <message>
        <source>Only for %1.</source>
        <translation>Nur für %1.</translation>
    </message>
    <message>
        <source>Only for %1; %2.</source>
        <translation>Nur für %1; %2.</translation>
    </message>
    <message>
        <source>There is no rule %1; the policy has %2.</source>
        <translation>Es gibt keine Regel %1; das Regelwerk hat %2.</translation>
    </message>
    <message>
        <source>format: this policy is in format %1, and this version of Signalbox reads format %2. Update Signalbox, or export the policy there for an older version.</source>
        <translation>format: dieses Regelwerk hat das Format %1, und diese Version von Signalbox liest Format %2. Aktualisieren Sie Signalbox, oder exportieren Sie das Regelwerk dort für eine ältere Version.</translation>
    </message>
    <message>
        <source>at most 64 letters, digits, '-', '_' or '.', not starting with '.'</source>
        <translation>höchstens 64 Buchstaben, Ziffern, '-', '_' oder '.', nicht mit '.' am Anfang</translation>
    </message>
    <message>
        <source>a list of rules</source>
        <translation>eine Liste von Regeln</translation>
    </message>
    <message>
        <source>An empty name fits nothing.</source>
        <translation>Ein leerer Name passt auf nichts.</translation>
    </message>
    <message>
        <source>“%1” is named twice; remove one.</source>
        <translation>„%1“ ist zweimal genannt; entfernen Sie eines.</translation>
    </message>
    <message>
        <source>There is no chain “%1”.</source>
        <translation>Es gibt keine Kette „%1“.</translation>
    </message>
    <message>
        <source>No size of a prompt lies between these bounds.</source>
        <translation>Zwischen diesen Grenzen liegt keine Größe eines Prompts.</translation>
    </message>
    <message>
        <source>No amount lies between these bounds.</source>
        <translation>Zwischen diesen Grenzen liegt kein Betrag.</translation>
    </message>
    <message>
        <source>What is left of a budget is never less than nothing.</source>
        <translation>Von einem Budget ist nie weniger als nichts übrig.</translation>
    </message>
    <message>
        <source>No time lies between the two; leave them out for the whole day.</source>
        <translation>Dazwischen liegt keine Zeit; lassen Sie beide weg, wenn der ganze Tag gemeint ist.</translation>
    </message>
    <message>
        <source>This day is named twice; remove one.</source>
        <translation>Dieser Tag ist zweimal genannt; entfernen Sie einen.</translation>
    </message>
    <message>
        <source>This version does not know this member, so the rule is for no request. Check its spelling.</source>
        <translation>Diese Version kennt dieses Feld nicht; die Regel gilt für keine Anfrage. Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>Never reached: rule %1 takes all of its requests.</source>
        <translation>Nie erreicht: Regel %1 nimmt alle seine Anfragen.</translation>
    </message>
    <message>
        <source>An earlier rule has the id “%1”, too.</source>
        <translation>Auch eine frühere Regel hat die Kennung „%1“.</translation>
    </message>
    <message>
        <source>An exception for every request leaves none; say which.</source>
        <translation>Eine Ausnahme für jede Anfrage lässt keine übrig; sagen Sie, für welche.</translation>
    </message>
    <message>
        <source>Time is worth nothing or more.</source>
        <translation>Zeit ist nichts oder mehr wert.</translation>
    </message>
    <message>
        <source>A share is from 0 to 1.</source>
        <translation>Ein Anteil liegt zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>A power from 0 to %1.</source>
        <translation>Eine Potenz von 0 bis %1.</translation>
    </message>
    <message>
        <source>A name has at most 64 letters, digits, '-', '_' or '.', and does not start with '.'.</source>
        <translation>Ein Name hat höchstens 64 Buchstaben, Ziffern, '-', '_' oder '.' und beginnt nicht mit '.'.</translation>
    </message>
    <message>
        <source>Versions start at 1.</source>
        <translation>Versionen beginnen bei 1.</translation>
    </message>
    <message>
        <source>Nobody knows which model is the best while the order of quality is empty.</source>
        <translation>Solange die Rangfolge der Güte leer ist, weiß niemand, welches Modell das beste ist.</translation>
    </message>
</context>
<context>
    <name>sb::routing::Versions</name>
    <message>
        <source>a time such as "2026-07-02T12:30:00.000Z"</source>
        <translation>eine Zeit wie "2026-07-02T12:30:00.000Z"</translation>
    </message>
    <message>
        <source>a list of versions</source>
        <translation>eine Liste von Versionen</translation>
    </message>
    <message>
        <source>%1: the numbers of versions go up</source>
        <translation>%1: die Nummern von Versionen steigen</translation>
    </message>
    <message>
        <source>the number of one of the versions</source>
        <translation>die Nummer einer der Versionen</translation>
    </message>
    <message>
        <source>a share from 1 to 99</source>
        <translation>ein Anteil von 1 bis 99</translation>
    </message>
    <message>
        <source>There is no version that takes a share of the requests.</source>
        <translation>Es gibt keine Version, die einen Anteil der Anfragen nimmt.</translation>
    </message>
    <message>
        <source>A share is from 1 % to 99 %, not %1 %.</source>
        <translation>Ein Anteil liegt zwischen 1 % und 99 %, nicht bei %1 %.</translation>
    </message>
    <message>
        <source>Nothing was changed since the last version.</source>
        <translation>Seit der letzten Version wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A first version takes all requests; there is no other one for the rest.</source>
        <translation>Eine erste Version nimmt alle Anfragen; für den Rest gibt es keine andere.</translation>
    </message>
    <message>
        <source>There is no version %1.</source>
        <translation>Es gibt keine Version %1.</translation>
    </message>
    <message>
        <source>Version %1 is in use already.</source>
        <translation>Version %1 ist schon in Gebrauch.</translation>
    </message>
</context>
<context>
    <name>sb::secrets</name>
    <message>
        <source>The key is empty. Paste it as the provider showed it.</source>
        <translation>Der Schlüssel ist leer. Bitte so einfügen, wie ihn der Anbieter zeigte.</translation>
    </message>
    <message>
        <source>This is too long for a key. Paste the key alone.</source>
        <translation>Das ist zu lang für einen Schlüssel. Bitte nur den Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>A key has only letters, digits and signs, without blanks. Paste the key alone.</source>
        <translation>Ein Schlüssel hat nur Buchstaben, Ziffern und Zeichen, keine Leerzeichen. Bitte nur den Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>The keychain's entry cannot be read. Enter the key again.</source>
        <translation>Der Eintrag im Schlüsselbund ist nicht lesbar. Bitte den Schlüssel erneut eingeben.</translation>
    </message>
    <message>
        <source>The keychain says: %1</source>
        <translation>Der Schlüsselbund sagt: %1</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>This is no key file of a service account: it is not JSON. Download the key as JSON.</source>
        <translation>Das ist keine Schlüsseldatei eines Dienstkontos: Sie ist kein JSON. Laden Sie den Schlüssel als JSON herunter.</translation>
    </message>
    <message>
        <source>This is no key file of a service account: its type is “%1”. Create a key of a service account in Google Cloud, as JSON.</source>
        <translation>Das ist keine Schlüsseldatei eines Dienstkontos: Ihr Typ ist „%1“. Erstellen Sie in Google Cloud den Schlüssel eines Dienstkontos, als JSON.</translation>
    </message>
    <message>
        <source>The key file has no client_email. Download it again.</source>
        <translation>Die Schlüsseldatei hat keine client_email. Laden Sie sie erneut herunter.</translation>
    </message>
    <message>
        <source>The key file's token_uri is not https://oauth2.googleapis.com/token. Nothing is sent elsewhere: download a new key from Google Cloud.</source>
        <translation>Die token_uri der Schlüsseldatei ist nicht https://oauth2.googleapis.com/token. Anderswohin wird nichts gesendet: Laden Sie einen neuen Schlüssel von Google Cloud herunter.</translation>
    </message>
    <message>
        <source>The private key in this file cannot be read. Download the file again, and change nothing in it.</source>
        <translation>Der private Schlüssel in dieser Datei kann nicht gelesen werden. Laden Sie die Datei erneut herunter, und ändern Sie nichts darin.</translation>
    </message>
    <message>
        <source>The service account's private key cannot sign. Import its key file again.</source>
        <translation>Der private Schlüssel des Dienstkontos kann nicht signieren. Importieren Sie seine Schlüsseldatei erneut.</translation>
    </message>
</context>
<context>
    <name>sb::secrets::KeyStore</name>
    <message>
        <source>The keychain was not looked at yet.</source>
        <translation>Der Schlüsselbund wurde noch nicht angesehen.</translation>
    </message>
    <message>
        <source>Keys are kept in the keychain of your desktop.</source>
        <translation>Schlüssel liegen im Schlüsselbund Ihres Desktops.</translation>
    </message>
    <message>
        <source>The keychain of your desktop is locked or not set up. Unlock it to use the keys in it; until then, new keys are held in memory and forgotten when Signalbox ends.</source>
        <translation>Der Schlüsselbund Ihres Desktops ist gesperrt oder nicht eingerichtet. Bitte entsperren, um seine Schlüssel zu verwenden; bis dahin bleiben neue Schlüssel im Arbeitsspeicher und sind vergessen, wenn Signalbox endet.</translation>
    </message>
    <message>
        <source>There is no keychain on this system: no Secret Service or KWallet answers. Keys are held in memory and forgotten when Signalbox ends. To keep them, install and start gnome-keyring or KWallet.</source>
        <translation>Auf diesem System gibt es keinen Schlüsselbund: Weder Secret Service noch KWallet antwortet. Schlüssel bleiben im Arbeitsspeicher und sind vergessen, wenn Signalbox endet. Um sie zu behalten, bitte gnome-keyring oder KWallet installieren und starten.</translation>
    </message>
    <message>
        <source>“%1” is not encrypted: everybody on the way could read the key. Use https, or say that the key may go there all the same.</source>
        <translation>„%1“ ist unverschlüsselt: Jeder unterwegs könnte den Schlüssel lesen. Bitte https verwenden, oder ausdrücklich erlauben, dass der Schlüssel dennoch dorthin geht.</translation>
    </message>
    <message>
        <source>There is no key of “%1”.</source>
        <translation>Es gibt keinen Schlüssel von „%1“.</translation>
    </message>
    <message>
        <source>The key of “%1” is still in the keychain, which is locked or does not answer. Unlock it and remove the key again.</source>
        <translation>Der Schlüssel von „%1“ ist noch im Schlüsselbund, der gesperrt ist oder nicht antwortet. Bitte entsperren und den Schlüssel erneut entfernen.</translation>
    </message>
    <message>
        <source>The key of “%1” could not be removed from the keychain. Remove the entry “signalbox/%2” with your desktop's password program.</source>
        <translation>Der Schlüssel von „%1“ ließ sich nicht aus dem Schlüsselbund entfernen. Bitte den Eintrag „signalbox/%2“ mit der Passwortverwaltung des Desktops entfernen.</translation>
    </message>
    <message>
        <source>The keychain has another key of “%1” already. Save again to replace it.</source>
        <translation>Der Schlüsselbund hat schon einen anderen Schlüssel von „%1“. Speichern Sie noch einmal, um ihn zu ersetzen.</translation>
    </message>
</context>
<context>
    <name>sb::ui::AddProvider</name>
    <message>
        <source>Add a provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Keys in the environment</source>
        <translation>Schlüssel in der Umgebung</translation>
    </message>
    <message>
        <source>Known providers</source>
        <translation>Bekannte Anbieter</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Ein anderer</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>%1 is set</source>
        <translation>%1 ist gesetzt</translation>
    </message>
    <message>
        <source>It usually holds a key of %1. It is read and stored only when you say so.</source>
        <translation>Darin steht gewöhnlich ein Schlüssel von %1. Er wird nur auf Ihren Wunsch gelesen und gespeichert.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>At %1, no key needed, free.</source>
        <translation>Unter %1, ohne Schlüssel, kostenlos.</translation>
    </message>
    <message numerus="yes">
        <source>At %1, with a key. %n priced model(s).</source>
        <translation>
            <numerusform>Unter %1, mit Schlüssel. %n Modell mit Preis.</numerusform>
            <numerusform>Unter %1, mit Schlüssel. %n Modelle mit Preis.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Looking for Ollama, LM Studio, llama.cpp, vLLM and others</source>
        <translation>Ollama, LM Studio, llama.cpp, vLLM und andere werden gesucht</translation>
    </message>
    <message>
        <source>No other server was found at the usual ports of Ollama, LM Studio, llama.cpp, vLLM and others. Start one and look again, or give its address below.</source>
        <translation>An den üblichen Ports von Ollama, LM Studio, llama.cpp, vLLM und anderen wurde kein weiterer Server gefunden. Bitte einen starten und erneut suchen, oder unten seine Adresse angeben.</translation>
    </message>
    <message>
        <source>Find a provider</source>
        <translation>Anbieter suchen</translation>
    </message>
    <message>
        <source>None is known by that name. It can be added below by its base URL.</source>
        <translation>Unter diesem Namen ist keiner bekannt. Unten lässt er sich mit seiner Basis-URL hinzufügen.</translation>
    </message>
    <message>
        <source>At %1, with a key. Its prices are not known.</source>
        <translation>Bei %1, mit Schlüssel. Preise sind nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>sb::ui::AddressParts</name>
    <message>
        <source>Expected a name of letters, digits, - and _ only, as the provider shows it</source>
        <translation>Erwartet wird ein Name nur aus Buchstaben, Ziffern, - und _, wie der Anbieter ihn zeigt</translation>
    </message>
</context>
<context>
    <name>sb::ui::AnswerForm</name>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>Streng</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>JSON-Objekt</translation>
    </message>
    <message>
        <source>JSON by a schema</source>
        <translation>JSON nach Schema</translation>
    </message>
    <message>
        <source>Form of the answer</source>
        <translation>Form der Antwort</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>The provider must keep to the schema; some then take only a part of JSON schema</source>
        <translation>Der Anbieter muss sich an das Schema halten; manche nehmen dann nur einen Teil von JSON-Schema</translation>
    </message>
    <message>
        <source>The JSON schema is not right: %1</source>
        <translation>Das JSON-Schema stimmt nicht: %1</translation>
    </message>
    <message>
        <source>The JSON schema is missing</source>
        <translation>Das JSON-Schema fehlt</translation>
    </message>
</context>
<context>
    <name>sb::ui::AttachmentRow</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 × %2, %3 kB</source>
        <translation>%1 × %2, %3 kB</translation>
    </message>
    <message>
        <source>Image, %1. Remove</source>
        <translation>Bild, %1. Entfernen</translation>
    </message>
    <message>
        <source>Remove this image (Delete)</source>
        <translation>Dieses Bild entfernen (Entf)</translation>
    </message>
</context>
<context>
    <name>sb::ui::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>sb::ui::BaseUrl</name>
    <message>
        <source>Expected an address such as https://api.example.com/v1</source>
        <translation>Erwartet wird eine Adresse wie https://api.example.com/v1</translation>
    </message>
    <message>
        <source>Expected an http or https address</source>
        <translation>Erwartet wird eine http- oder https-Adresse</translation>
    </message>
    <message>
        <source>Expected no user and password in the address: the key has its own field</source>
        <translation>In der Adresse stehen kein Benutzer und kein Passwort: Der Schlüssel hat ein eigenes Feld</translation>
    </message>
    <message>
        <source>Expected an address without ? and #</source>
        <translation>Erwartet wird eine Adresse ohne ? und #</translation>
    </message>
    <message>
        <source>Expected the address before %1</source>
        <translation>Erwartet wird die Adresse vor %1</translation>
    </message>
</context>
<context>
    <name>sb::ui::CatalogTable</name>
    <message>
        <source>%1 costs nothing.</source>
        <translation>%1 kostet nichts.</translation>
    </message>
    <message>
        <source>Nobody has said what %1 asks for it.</source>
        <translation>Niemand hat gesagt, was %1 dafür verlangt.</translation>
    </message>
    <message>
        <source>%1, for a million tokens. As of %2, from %3. Cached and long prompts may have other prices.</source>
        <translation>%1, je Million Token. Stand %2, von %3. Für zwischengespeicherte und lange Prompts können andere Preise gelten.</translation>
    </message>
    <message>
        <source>None of your requests of the last 30 days went to %1.</source>
        <translation>Keine Ihrer Anfragen der letzten 30 Tage ging an %1.</translation>
    </message>
    <message numerus="yes">
        <source>Your own %n attempt(s) at %1 in the last 30 days.</source>
        <translation>
            <numerusform>Ihr eigener %n Versuch bei %1 in den letzten 30 Tagen.</numerusform>
            <numerusform>Ihre eigenen %n Versuche bei %1 in den letzten 30 Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>favorite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>im Vergleich</translation>
    </message>
    <message>
        <source>List price of a million tokens of a short prompt, at the cheapest endpoint that matches</source>
        <translation>Listenpreis je Million Token eines kurzen Prompts, beim günstigsten passenden Endpunkt</translation>
    </message>
    <message>
        <source>Measured by your own requests of the last 30 days</source>
        <translation>Gemessen an Ihren eigenen Anfragen der letzten 30 Tage</translation>
    </message>
    <message>
        <source>What your answered requests of the last 30 days would have cost here: their tokens, each class by its price, as far as the model can do what they needed</source>
        <translation>Was Ihre beantworteten Anfragen der letzten 30 Tage hier gekostet hätten: ihre Token, jede Klasse zu ihrem Preis, soweit das Modell kann, was sie brauchten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>Kann</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>tok/s</source>
        <translation>Tok/s</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>30 days here</source>
        <translation>30 Tage hier</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Price age</source>
        <translation>Preisalter</translation>
    </message>
</context>
<context>
    <name>sb::ui::ChainBox</name>
    <message>
        <source>as the request asks</source>
        <translation>wie die Anfrage will</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1 (nicht vorhanden)</translation>
    </message>
</context>
<context>
    <name>sb::ui::ChainFields</name>
    <message>
        <source>Asks the next endpoint to go on from the text already shown. Falls back to splice, then to an error.</source>
        <translation>Bittet den nächsten Endpunkt, vom schon gezeigten Text an fortzusetzen. Sonst wird angestückelt, sonst ein Fehler gemeldet.</translation>
    </message>
    <message>
        <source>Starts again elsewhere, and goes on only if the new answer repeats what was shown. Else an error.</source>
        <translation>Beginnt anderswo neu und geht nur weiter, wenn die neue Antwort das Gezeigte wiederholt. Sonst ein Fehler.</translation>
    </message>
    <message>
        <source>Shows nothing until the answer is complete, so that a restart is not seen.</source>
        <translation>Zeigt nichts, bis die Antwort vollständig ist, sodass ein Neubeginn nicht auffällt.</translation>
    </message>
    <message>
        <source>Keeps what was shown and says that it was cut.</source>
        <translation>Behält das Gezeigte und sagt, dass es abbrach.</translation>
    </message>
    <message>
        <source>Whole chain, after the first token</source>
        <translation>Ganze Kette, nach dem ersten Token</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Splice</source>
        <translation>Anstückeln</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>Zurückhalten</translation>
    </message>
    <message>
        <source>Report an error</source>
        <translation>Fehler melden</translation>
    </message>
    <message>
        <source>If cut</source>
        <translation>Bei Abbruch</translation>
    </message>
    <message>
        <source>Change what follows a cut</source>
        <translation>Verhalten bei Abbruch ändern</translation>
    </message>
</context>
<context>
    <name>sb::ui::ChainHeader</name>
    <message>
        <source>Chains</source>
        <translation>Ketten</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Strecke</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Name of the chain</source>
        <translation>Name der Kette</translation>
    </message>
    <message>
        <source>Chain menu</source>
        <translation>Menü der Kette</translation>
    </message>
    <message>
        <source>New chain</source>
        <translation>Neue Kette</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Delete chain</source>
        <translation>Kette löschen</translation>
    </message>
    <message>
        <source>Letters, digits, -, _ and ., at most 64, not beginning with .</source>
        <translation>Buchstaben, Ziffern, -, _ und ., höchstens 64, nicht mit . beginnend</translation>
    </message>
    <message>
        <source>There is a chain of this name</source>
        <translation>Es gibt schon eine Kette dieses Namens</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Nachspielen</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Shows the history, or no longer</source>
        <translation>Zeigt den Verlauf oder nicht mehr</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Regelwerk</translation>
    </message>
    <message>
        <source>Choose a chain or a policy; F2 renames it</source>
        <translation>Kette oder Regelwerk wählen; F2 benennt um</translation>
    </message>
    <message>
        <source>Name of the policy</source>
        <translation>Name des Regelwerks</translation>
    </message>
    <message>
        <source>Policy menu</source>
        <translation>Menü des Regelwerks</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>Neues Regelwerk</translation>
    </message>
    <message>
        <source>Delete policy</source>
        <translation>Regelwerk löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the rehearsal (Ctrl+R)</source>
        <translation>Probe abbrechen (Strg+R)</translation>
    </message>
    <message>
        <source>Play every fault against this chain; sends and spends nothing (Ctrl+R)</source>
        <translation>Jede Störung gegen diese Kette spielen; sendet nichts und gibt nichts aus (Strg+R)</translation>
    </message>
    <message>
        <source>There is a policy of this name</source>
        <translation>Ein Regelwerk dieses Namens gibt es schon</translation>
    </message>
</context>
<context>
    <name>sb::ui::ChainJsonView</name>
    <message>
        <source>Chain as JSON</source>
        <translation>Kette als JSON</translation>
    </message>
    <message>
        <source>Edit as JSON</source>
        <translation>Als JSON bearbeiten</translation>
    </message>
</context>
<context>
    <name>sb::ui::ChainRules</name>
    <message>
        <source>Again after a lost connection</source>
        <translation>Erneut nach Verbindungsabbruch</translation>
    </message>
    <message>
        <source>Again with tools in flight</source>
        <translation>Erneut bei laufenden Werkzeugen</translation>
    </message>
    <message>
        <source>The provider may have worked on the first request already and bill both.</source>
        <translation>Der Anbieter hat die erste Anfrage vielleicht schon bearbeitet und berechnet beide.</translation>
    </message>
    <message>
        <source>The provider may have run tools for the first request already, and would run them again.</source>
        <translation>Der Anbieter hat für die erste Anfrage vielleicht schon Werkzeuge ausgeführt und täte es noch einmal.</translation>
    </message>
    <message>
        <source>Change what follows a lost connection</source>
        <translation>Folge eines Verbindungsabbruchs ändern</translation>
    </message>
    <message>
        <source>Change what follows tools in flight</source>
        <translation>Umgang mit laufenden Werkzeugen ändern</translation>
    </message>
    <message>
        <source>never pays twice</source>
        <translation>zahlt nie doppelt</translation>
    </message>
    <message>
        <source>runs tools again</source>
        <translation>führt Werkzeuge erneut aus</translation>
    </message>
</context>
<context>
    <name>sb::ui::ChainTransfer</name>
    <message>
        <source>Import a chain</source>
        <translation>Kette importieren</translation>
    </message>
    <message>
        <source>Chains (*.json)</source>
        <translation>Ketten (*.json)</translation>
    </message>
    <message>
        <source>Export the chain</source>
        <translation>Kette exportieren</translation>
    </message>
    <message>
        <source>Import a policy</source>
        <translation>Regelwerk importieren</translation>
    </message>
    <message>
        <source>Policies (*.json)</source>
        <translation>Regelwerke (*.json)</translation>
    </message>
    <message>
        <source>Export the policy</source>
        <translation>Regelwerk exportieren</translation>
    </message>
</context>
<context>
    <name>sb::ui::ChainsPage</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>New chain</source>
        <translation>Neue Kette</translation>
    </message>
    <message>
        <source>Step removed</source>
        <translation>Schritt entfernt</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nichts geändert</translation>
    </message>
    <message>
        <source>Draft of version %1</source>
        <translation>Entwurf von Version %1</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>No chain yet</source>
        <translation>Noch keine Kette</translation>
    </message>
    <message>
        <source>A chain is a list of models: when one fails, the next is asked. Every request can name one.</source>
        <translation>Eine Kette ist eine Liste von Modellen: Scheitert eines, wird das nächste gefragt. Jede Anfrage kann eine nennen.</translation>
    </message>
    <message>
        <source>“%1” was changed elsewhere. Saving keeps yours beside it, as a new chain.</source>
        <translation>„%1“ wurde anderswo geändert. Beim Sichern bleibt Ihre Fassung daneben als neue Kette erhalten.</translation>
    </message>
    <message>
        <source>chain</source>
        <comment>name of a new chain: letters, digits and -</comment>
        <translation>kette</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>Nicht importiert: %1</translation>
    </message>
    <message>
        <source>Edits before</source>
        <translation>Frühere Änderungen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>%1 was not saved</source>
        <translation>%1 wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>%1 added to %2; the edits of %3 were not saved</source>
        <extracomment>%1 a model, %2 and %3 names of chains</extracomment>
        <translation>%1 zu %2 hinzugefügt; die Änderungen an %3 wurden nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 added to %2</source>
        <translation>%1 zu %2 hinzugefügt</translation>
    </message>
    <message>
        <source>The edits of %1 are kept as its draft</source>
        <translation>Die Änderungen an %1 bleiben als Entwurf erhalten</translation>
    </message>
    <message>
        <source>Draft from before</source>
        <translation>Entwurf von vorher</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>version %1 takes %2 %</source>
        <translation>Version %1 bekommt %2 %</translation>
    </message>
    <message>
        <source>Publish as version %1</source>
        <translation>Als Version %1 veröffentlichen</translation>
    </message>
    <message>
        <source>Publish (%1)</source>
        <translation>Veröffentlichen (%1)</translation>
    </message>
    <message>
        <source>Under another name it takes all requests.</source>
        <translation>Unter anderem Namen bekommt sie alle Anfragen.</translation>
    </message>
    <message>
        <source>%1 is published as version %2</source>
        <translation>%1 ist als Version %2 veröffentlicht</translation>
    </message>
    <message>
        <source>It is planned by this chain, whichever model it names, and not sent.</source>
        <translation>Sie wird nach dieser Kette geplant, welches Modell sie auch nennt, und nicht gesendet.</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>eingefügt</translation>
    </message>
    <message>
        <source>The new version takes %1 %</source>
        <translation>Die neue Version bekommt %1 %</translation>
    </message>
    <message>
        <source>The new version takes no requests any more</source>
        <translation>Die neue Version bekommt keine Anfragen mehr</translation>
    </message>
    <message>
        <source>Version %1 takes %2 % of the requests</source>
        <translation>Version %1 bekommt %2 % der Anfragen</translation>
    </message>
    <message>
        <source>Restore version %1</source>
        <translation>Version %1 wiederherstellen</translation>
    </message>
    <message>
        <source>Version %1 is the draft</source>
        <translation>Version %1 ist der Entwurf</translation>
    </message>
</context>
<context>
    <name>sb::ui::ChangeList</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
</context>
<context>
    <name>sb::ui::ChartData</name>
    <message>
        <source>Other</source>
        <translation>Übrige</translation>
    </message>
</context>
<context>
    <name>sb::ui::ChartPanel</name>
    <message>
        <source>%1 leads with %2 of %3</source>
        <extracomment>The sentence beside the chart's title: which model leads, with how much, of how much.</extracomment>
        <translation>%1 führt mit %2 von %3</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) unpriced</source>
        <translation>
            <numerusform>%n Anfrage ohne Preis</numerusform>
            <numerusform>%n Anfragen ohne Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>The chart as a table</source>
        <translation>Das Diagramm als Tabelle</translation>
    </message>
    <message>
        <source>Spend by model</source>
        <translation>Ausgaben je Modell</translation>
    </message>
    <message>
        <source>Tokens by model</source>
        <translation>Token je Modell</translation>
    </message>
</context>
<context>
    <name>sb::ui::ChartTable</name>
    <message>
        <source>Week from</source>
        <translation>Woche ab</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>sb::ui::CheckList</name>
    <message>
        <source>Add a check</source>
        <translation>Prüfung hinzufügen</translation>
    </message>
    <message>
        <source>An answer that does not pass a check is a failed attempt, and the chain goes on.</source>
        <translation>Eine Antwort, die eine Prüfung nicht besteht, ist ein gescheiterter Versuch, und die Kette geht weiter.</translation>
    </message>
    <message>
        <source>Menu of check %1, %2</source>
        <extracomment>Accessible name. %1 is the number of the check, %2 its kind.</extracomment>
        <translation>Menü der Prüfung %1, %2</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>the request's</source>
        <translation>das der Anfrage</translation>
    </message>
    <message>
        <source>A JSON schema. Usual: the one that the request asks its answer for.</source>
        <translation>Ein JSON-Schema. Üblich: das, nach dem die Anfrage ihre Antwort verlangt.</translation>
    </message>
    <message>
        <source>Remove a check</source>
        <translation>Prüfung entfernen</translation>
    </message>
    <message>
        <source>Move a check</source>
        <translation>Prüfung verschieben</translation>
    </message>
</context>
<context>
    <name>sb::ui::Chip</name>
    <message>
        <source>%1: %2, filter, button menu</source>
        <extracomment>Accessible name of a filter chip. %1 is the name of the filter, %2 its value.</extracomment>
        <translation>%1: %2, Filter, Menüschalter</translation>
    </message>
</context>
<context>
    <name>sb::ui::ClassEditor</name>
    <message>
        <source>Name of the class</source>
        <translation>Name der Klasse</translation>
    </message>
    <message>
        <source>One of the classes that are there; what is yours adds to it.</source>
        <translation>Eine der vorhandenen Klassen; was Sie angeben, kommt dazu.</translation>
    </message>
    <message>
        <source>Words by which a request is taken for “%1”</source>
        <translation>Wörter, an denen eine Anfrage als „%1“ erkannt wird</translation>
    </message>
    <message>
        <source>Words, by commas</source>
        <translation>Wörter, durch Kommas getrennt</translation>
    </message>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n Beispiel</numerusform>
            <numerusform>%n Beispiele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other rule(s)</source>
        <translation>
            <numerusform>%n weitere Regel</numerusform>
            <numerusform>%n weitere Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Menu of the class “%1”</source>
        <translation>Menü der Klasse „%1“</translation>
    </message>
    <message>
        <source>Forget its examples</source>
        <translation>Ihre Beispiele vergessen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Name of a new class</source>
        <translation>Name einer neuen Klasse</translation>
    </message>
    <message>
        <source>A new class</source>
        <translation>Eine neue Klasse</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>A class needs a name</source>
        <translation>Eine Klasse braucht einen Namen</translation>
    </message>
    <message>
        <source>There is a class “%1” already</source>
        <translation>Eine Klasse „%1“ gibt es schon</translation>
    </message>
    <message>
        <source>Renamed to “%1”. Rules of policies that name “%2” do not follow.</source>
        <translation>Umbenannt in „%1“. Regeln von Regelwerken, die „%2“ nennen, ziehen nicht nach.</translation>
    </message>
    <message>
        <source>Examples of “%1” forgotten</source>
        <translation>Beispiele für „%1“ vergessen</translation>
    </message>
    <message>
        <source>Class “%1” removed</source>
        <translation>Klasse „%1“ entfernt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>sb::ui::ClassPopup</name>
    <message>
        <source>Class of the request: %1</source>
        <translation>Klasse der Anfrage: %1</translation>
    </message>
    <message>
        <source>Prompt, with what was seen marked</source>
        <translation>Prompt, Gesehenes hervorgehoben</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Anzeichen</translation>
    </message>
    <message>
        <source>This was … instead</source>
        <translation>Das war stattdessen …</translation>
    </message>
    <message>
        <source>Keeps this request as an example, so that those like it are taken for the same.</source>
        <translation>Behält diese Anfrage als Beispiel, damit ähnliche ebenso eingestuft werden.</translation>
    </message>
    <message>
        <source>Name of the new class</source>
        <translation>Name der neuen Klasse</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Your classes</source>
        <translation>Ihre Klassen</translation>
    </message>
    <message>
        <source>A new class…</source>
        <translation>Eine neue Klasse…</translation>
    </message>
</context>
<context>
    <name>sb::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Search, or &gt; commands, @ models, # requests</source>
        <translation>Suchen, oder &gt; Befehle, @ Modelle, # Anfragen</translation>
    </message>
    <message>
        <source>Search for a command, a model or a request</source>
        <translation>Nach Befehl, Modell oder Anfrage suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Gefundenes</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
</context>
<context>
    <name>sb::ui::ComparisonModel</name>
    <message>
        <source>streaming</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>%1, best</source>
        <translation>%1, bester Wert</translation>
    </message>
    <message>
        <source>Pane</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Bedient von</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>First token, s</source>
        <translation>Erstes Token, s</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Token/s</translation>
    </message>
    <message>
        <source>Time, s</source>
        <translation>Zeit, s</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Token ein</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Token aus</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Urteil</translation>
    </message>
</context>
<context>
    <name>sb::ui::ComparisonPage</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Compare none</source>
        <translation>Keines vergleichen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), each at its cheapest endpoint. Enter opens one, Delete takes it out.</source>
        <translation>
            <numerusform>%n Modell, an seinem günstigsten Endpunkt. Eingabe öffnet es, Entf nimmt es heraus.</numerusform>
            <numerusform>%n Modelle, jedes an seinem günstigsten Endpunkt. Eingabe öffnet eines, Entf nimmt es heraus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::ComparisonView</name>
    <message>
        <source>Comparison of the answers</source>
        <translation>Vergleich der Antworten</translation>
    </message>
    <message>
        <source>One row a pane, for the turn that is shown. Green is the best of a column; Enter opens the trace.</source>
        <translation>Eine Zeile je Spalte, für die gezeigte Runde. Grün ist der beste Wert; Eingabe öffnet den Verlauf.</translation>
    </message>
</context>
<context>
    <name>sb::ui::ConditionFields</name>
    <message>
        <source>Whether the request has any of them. Usual: with or without.</source>
        <translation>Ob die Anfrage welche hat. Üblich: mit oder ohne.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>egal</translation>
    </message>
    <message>
        <source>only with</source>
        <translation>nur mit</translation>
    </message>
    <message>
        <source>only without</source>
        <translation>nur ohne</translation>
    </message>
    <message>
        <source>In which form the answer is asked for. None checked: in any.</source>
        <translation>In welcher Form die Antwort verlangt wird. Nichts angekreuzt: in jeder.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON by a schema</source>
        <translation>JSON nach Schema</translation>
    </message>
    <message>
        <source>None checked: on every day. Hours over midnight belong to the day on which they begin.</source>
        <translation>Nichts angekreuzt: an jedem Tag. Stunden über Mitternacht gehören zu dem Tag, an dem sie beginnen.</translation>
    </message>
    <message>
        <source>a time such as 7:30, at most 24:00</source>
        <translation>eine Uhrzeit wie 7:30, höchstens 24:00</translation>
    </message>
    <message>
        <source>In the time zone of the settings. An end that is not later than the start is on the next day.</source>
        <translation>In der Zeitzone der Einstellungen. Ein Ende, das nicht nach dem Anfang liegt, ist am nächsten Tag.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Classes that the classifier gives to requests, such as code or chat; * stands for any text. Commas between several, of which one is enough; Down opens the list.</source>
        <translation>Klassen, die Anfragen zugeteilt werden, etwa code oder chat; * steht für beliebigen Text. Mehrere mit Kommas, eine genügt; Pfeil ab öffnet die Liste.</translation>
    </message>
    <message>
        <source>Models asked for</source>
        <translation>Verlangte Modelle</translation>
    </message>
    <message>
        <source>Patterns of models, * for any text: anthropic/*; auto where none is named. Commas between several, of which one is enough.</source>
        <translation>Muster von Modellen, * für beliebigen Text: anthropic/*; auto, wo keines genannt ist. Mehrere mit Kommas, eines genügt.</translation>
    </message>
    <message>
        <source>any, such as anthropic/*</source>
        <translation>alle, etwa anthropic/*</translation>
    </message>
    <message>
        <source>Likely size of the prompt in tokens. Empty: no bound.</source>
        <translation>Wahrscheinliche Größe des Prompts in Tokens. Leer: keine Grenze.</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Prompt, tokens</source>
        <translation>Prompt, Tokens</translation>
    </message>
    <message>
        <source>from</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Answer as</source>
        <translation>Antwort als</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>playground, ask, or the name of a client; * stands for any text. Commas between several, of which one is enough.</source>
        <translation>playground, ask oder der Name eines Clients; * steht für beliebigen Text. Mehrere mit Kommas, eines genügt.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>KEY=VALUE of the request's metadata, an entry of metadata.tags, or user=NAME; * stands for any text. One is enough.</source>
        <translation>KEY=VALUE aus den Metadaten der Anfrage, ein Eintrag von metadata.tags oder user=NAME; * steht für beliebigen Text. Eines genügt.</translation>
    </message>
    <message>
        <source>any, such as team=night*</source>
        <translation>alle, etwa team=night*</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Ids of conversations; * stands for any text. One is enough.</source>
        <translation>Kennungen von Gesprächen; * steht für beliebigen Text. Eine genügt.</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>What is left under the strictest limit. Without a limit there is always enough.</source>
        <translation>Was unter der strengsten Grenze übrig ist. Ohne Grenze ist immer genug da.</translation>
    </message>
    <message>
        <source>Left of the budget, $</source>
        <translation>Vom Budget übrig, $</translation>
    </message>
    <message>
        <source>Task and model</source>
        <translation>Aufgabe und Modell</translation>
    </message>
    <message>
        <source>Size and content</source>
        <translation>Größe und Inhalt</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>Wer fragt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
</context>
<context>
    <name>sb::ui::ConditionForm</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>the panes of this window</source>
        <translation>die Felder dieses Fensters</translation>
    </message>
    <message>
        <source>the command line</source>
        <translation>die Befehlszeile</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>the request names none</source>
        <translation>die Anfrage nennt keines</translation>
    </message>
</context>
<context>
    <name>sb::ui::ConversationList</name>
    <message>
        <source>Find in conversations</source>
        <translation>In Gesprächen suchen</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Conversations are kept here once you sent something.</source>
        <translation>Hier liegen Gespräche, sobald Sie etwas gesendet haben.</translation>
    </message>
    <message>
        <source>No conversation has all of these words.</source>
        <translation>Kein Gespräch enthält alle diese Wörter.</translation>
    </message>
</context>
<context>
    <name>sb::ui::ConversationModel</name>
    <message>
        <source>This file cannot be used. Open it to see what to do.</source>
        <translation>Diese Datei ist nicht verwendbar. Öffnen zeigt, was zu tun ist.</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
</context>
<context>
    <name>sb::ui::CostEstimate</name>
    <message>
        <source>no endpoint can serve this</source>
        <translation>kein Endpunkt kann das bedienen</translation>
    </message>
    <message>
        <source>≈ %1 tokens</source>
        <translation>≈ %1 Token</translation>
    </message>
    <message>
        <source>%1 · unpriced</source>
        <extracomment>Behind the number of tokens that a prompt has.</extracomment>
        <translation>%1 · ohne Preis</translation>
    </message>
    <message>
        <source>%1 · %2 to %3</source>
        <extracomment>Tokens of the prompt in all panes, then the least and the most that the answers are expected to cost.</extracomment>
        <translation>%1 · %2 bis %3</translation>
    </message>
    <message>
        <source>%1, more where unpriced</source>
        <translation>%1, mehr wo ohne Preis</translation>
    </message>
</context>
<context>
    <name>sb::ui::DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 T</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 T</translation>
    </message>
    <message>
        <source>90 d</source>
        <translation>90 T</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Echt</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Spend by model, table</source>
        <translation>Ausgaben je Modell, Tabelle</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Buch</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>The register could not be read</source>
        <translation>Das Register konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No practice request in this range</source>
        <translation>Keine Übungsanfrage in diesem Zeitraum</translation>
    </message>
    <message>
        <source>No request in this range</source>
        <translation>Keine Anfrage in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Ask the sample chain in the playground, and it appears here.</source>
        <translation>Im Playground die Beispielkette fragen, dann erscheint es hier.</translation>
    </message>
    <message>
        <source>Requests to real providers appear here. Practice has a ledger of its own: the switch above.</source>
        <translation>Anfragen an echte Anbieter erscheinen hier. Die Übung hat ein eigenes Buch: der Umschalter oben.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>No practice request yet</source>
        <translation>Noch keine Übungsanfrage</translation>
    </message>
    <message>
        <source>No request yet</source>
        <translation>Noch keine Anfrage</translation>
    </message>
    <message>
        <source>Open the playground</source>
        <translation>Playground öffnen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Reading the register</source>
        <translation>Das Register wird gelesen</translation>
    </message>
    <message>
        <source>A large one takes a moment.</source>
        <translation>Ein großes braucht einen Augenblick.</translation>
    </message>
    <message>
        <source>The register could not be read: %1</source>
        <translation>Das Register konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Show practice</source>
        <translation>Übung anzeigen</translation>
    </message>
</context>
<context>
    <name>sb::ui::DateRange</name>
    <message>
        <source>everything on record</source>
        <translation>alles Verzeichnete</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A range of dates.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>within a month</comment>
        <extracomment>A range of days within a month: the first day, then the whole date of the last.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>d</source>
        <comment>day of the month</comment>
        <translation>d.</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a whole date</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>sb::ui::Decision</name>
    <message>
        <source>tools</source>
        <translation>Werkzeugen</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bildern</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>with %1</source>
        <extracomment>%1 is a list: "tools, images".</extracomment>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>This one decides.</source>
        <translation>Diese entscheidet.</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Sonst</translation>
    </message>
    <message>
        <source>No rule fits, so this decides.</source>
        <translation>Keine Regel passt, also entscheidet dies.</translation>
    </message>
    <message>
        <source>No rule fits: %1</source>
        <extracomment>%1 is where the request goes: "to everyday-chat".</extracomment>
        <translation>Keine Regel passt: %1</translation>
    </message>
    <message>
        <source>Rule %1 decides: %2</source>
        <translation>Regel %1 entscheidet: %2</translation>
    </message>
    <message>
        <source>About %1 tokens</source>
        <translation>Etwa %1 Token</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>asks for %1</source>
        <translation>verlangt %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 übrig</translation>
    </message>
</context>
<context>
    <name>sb::ui::DecisionModel</name>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
</context>
<context>
    <name>sb::ui::DecisionPanel</name>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Last request</source>
        <translation>Letzte Anfrage</translation>
    </message>
    <message>
        <source>Last request (none on record)</source>
        <translation>Letzte Anfrage (keine verzeichnet)</translation>
    </message>
    <message>
        <source>From the record</source>
        <translation>Aus dem Register</translation>
    </message>
    <message>
        <source>%1   %2   %3</source>
        <extracomment>An entry of the record: time, what was asked for, who asked.</extracomment>
        <translation>%1   %2   %3</translation>
    </message>
    <message>
        <source>Paste a request…</source>
        <translation>Anfrage einfügen …</translation>
    </message>
    <message>
        <source>Sample, %1 tokens</source>
        <translation>Beispiel, %1 Token</translation>
    </message>
    <message>
        <source>It is not sent.</source>
        <translation>Sie wird nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>sb::ui::DecisionTable</name>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>served</source>
        <translation>bedient</translation>
    </message>
    <message numerus="yes">
        <source>failed, %n try(s)</source>
        <extracomment>How often an endpoint was asked in vain.</extracomment>
        <translation>
            <numerusform>gescheitert, %n Versuch</numerusform>
            <numerusform>gescheitert, %n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The first candidate answered at the first try.</source>
        <translation>Der erste Kandidat antwortete beim ersten Versuch.</translation>
    </message>
    <message>
        <source>%1 failed with %2 and answered at a later try.</source>
        <translation>%1 scheiterte mit %2 und antwortete bei einem späteren Versuch.</translation>
    </message>
    <message numerus="yes">
        <source>Moved on because %1 failed with %2, %n try(s). %3 answered; nothing had been shown before.</source>
        <translation>
            <numerusform>Weiter, weil %1 mit %2 scheiterte, %n Versuch. %3 antwortete; vorher war nichts gezeigt worden.</numerusform>
            <numerusform>Weiter, weil %1 mit %2 scheiterte, %n Versuche. %3 antwortete; vorher war nichts gezeigt worden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody answered: %1 failed with %2, and no candidate was left.</source>
        <translation>Niemand antwortete: %1 scheiterte mit %2, und kein Kandidat war übrig.</translation>
    </message>
    <message>
        <source>The program that sent it died before the answer was recorded.</source>
        <translation>Das Programm, das sie sendete, stürzte ab, bevor die Antwort verzeichnet war.</translation>
    </message>
    <message>
        <source>It is running: attempts and cost are recorded when the answer has ended.</source>
        <translation>Sie läuft: Versuche und Kosten werden verzeichnet, wenn die Antwort beendet ist.</translation>
    </message>
</context>
<context>
    <name>sb::ui::DecisionView</name>
    <message>
        <source>Which rule decides</source>
        <translation>Welche Regel entscheidet</translation>
    </message>
</context>
<context>
    <name>sb::ui::DiffView</name>
    <message>
        <source>First answer</source>
        <translation>Erste Antwort</translation>
    </message>
    <message>
        <source>Second answer</source>
        <translation>Zweite Antwort</translation>
    </message>
    <message>
        <source>Difference of the answers</source>
        <translation>Unterschied der Antworten</translation>
    </message>
    <message>
        <source>There are no two answers yet.</source>
        <translation>Es gibt noch keine zwei Antworten.</translation>
    </message>
    <message>
        <source>%1 of the words are the same. Struck out: only in the first; underlined: only in the second.</source>
        <translation>%1 der Wörter sind gleich. Durchgestrichen: nur in der ersten; unterstrichen: nur in der zweiten.</translation>
    </message>
</context>
<context>
    <name>sb::ui::DocumentChooser</name>
    <message>
        <source>Policies</source>
        <translation>Regelwerke</translation>
    </message>
    <message>
        <source>%1, in use</source>
        <extracomment>A policy in a list, that all requests go by.</extracomment>
        <translation>%1, in Gebrauch</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>Neues Regelwerk</translation>
    </message>
</context>
<context>
    <name>sb::ui::DryRun</name>
    <message>
        <source>What does a signal box do when a line is blocked?</source>
        <translation>Was tut ein Stellwerk, wenn eine Strecke gesperrt ist?</translation>
    </message>
</context>
<context>
    <name>sb::ui::EndpointChecks</name>
    <message>
        <source>All of the model</source>
        <translation>Alle des Modells</translation>
    </message>
</context>
<context>
    <name>sb::ui::EndpointModel</name>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>As of %1, from %2. Cached and long prompts may have other prices.</source>
        <translation>Stand %1, von %2. Gecachte und lange Prompts können andere Preise haben.</translation>
    </message>
    <message>
        <source>Nobody has said what this costs.</source>
        <translation>Niemand hat gesagt, was das kostet.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Upstream id</source>
        <translation>Kennung beim Anbieter</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
</context>
<context>
    <name>sb::ui::EvidenceTable</name>
    <message>
        <source>What was seen</source>
        <translation>Was zu sehen war</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>%1, %2 sure</source>
        <translation>%1, zu %2 sicher</translation>
    </message>
    <message>
        <source>A rule of yours says so.</source>
        <translation>Eine Ihrer Regeln sagt es.</translation>
    </message>
    <message>
        <source>It is like an example of yours.</source>
        <translation>Sie gleicht einem Ihrer Beispiele.</translation>
    </message>
    <message>
        <source>By its words and its form; what speaks against it counts below zero.</source>
        <translation>Nach Wörtern und Form; was dagegen spricht, zählt unter null.</translation>
    </message>
</context>
<context>
    <name>sb::ui::ExplanationView</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Class and rules</source>
        <translation>Klasse und Regeln</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
</context>
<context>
    <name>sb::ui::FacetList</name>
    <message numerus="yes">
        <source>%1: %2, %n model(s)</source>
        <extracomment>A check of a facet: its name and how many models it would show.</extracomment>
        <translation>
            <numerusform>%1: %2, %n Modell</numerusform>
            <numerusform>%1: %2, %n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::FacetPanel</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Fähigkeit</translation>
    </message>
    <message>
        <source>Output price, $ per M tokens</source>
        <translation>Ausgabepreis, $ je Mio. Token</translation>
    </message>
    <message>
        <source>Context, tokens</source>
        <translation>Kontext, Token</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Data policy</source>
        <translation>Umgang mit Daten</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Favorites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>In the last month</source>
        <translation>Im letzten Monat</translation>
    </message>
    <message>
        <source>In half a year</source>
        <translation>Im letzten halben Jahr</translation>
    </message>
    <message>
        <source>In a year</source>
        <translation>Im letzten Jahr</translation>
    </message>
</context>
<context>
    <name>sb::ui::FaultWords</name>
    <message>
        <source>All well</source>
        <translation>Alles gut</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>Keine Adresse</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Connect hangs</source>
        <translation>Verbinden hängt</translation>
    </message>
    <message>
        <source>Upload hangs</source>
        <translation>Upload hängt</translation>
    </message>
    <message>
        <source>Reset once</source>
        <translation>Einmal Reset</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>No content</source>
        <translation>Ohne Inhalt</translation>
    </message>
    <message>
        <source>Pings only</source>
        <translation>Nur Pings</translation>
    </message>
    <message>
        <source>Cut at once</source>
        <translation>Gleich Abbruch</translation>
    </message>
    <message>
        <source>Empty answer</source>
        <translation>Leere Antwort</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Redirect</source>
        <translation>Umleitung</translation>
    </message>
    <message>
        <source>Garbled</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>500 once</source>
        <translation>500 einmal</translation>
    </message>
    <message>
        <source>503 twice</source>
        <translation>503 zweimal</translation>
    </message>
    <message>
        <source>529 overloaded</source>
        <translation>529 überlastet</translation>
    </message>
    <message>
        <source>503 late</source>
        <translation>503 spät</translation>
    </message>
    <message>
        <source>Error in 200</source>
        <translation>Fehler in 200</translation>
    </message>
    <message>
        <source>Limit in 200</source>
        <translation>Limit in 200</translation>
    </message>
    <message>
        <source>429 for 2 s</source>
        <translation>429 für 2 s</translation>
    </message>
    <message>
        <source>429 with date</source>
        <translation>429 mit Datum</translation>
    </message>
    <message>
        <source>429 for 1 h</source>
        <translation>429 für 1 h</translation>
    </message>
    <message>
        <source>429 open end</source>
        <translation>429 ohne Ende</translation>
    </message>
    <message>
        <source>429 everywhere</source>
        <translation>429 überall</translation>
    </message>
    <message>
        <source>Bad key</source>
        <translation>Falscher Key</translation>
    </message>
    <message>
        <source>No credit</source>
        <translation>Kein Guthaben</translation>
    </message>
    <message>
        <source>Little credit</source>
        <translation>Wenig Guthaben</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>Verboten</translation>
    </message>
    <message>
        <source>Model gone</source>
        <translation>Modell fort</translation>
    </message>
    <message>
        <source>Context full</source>
        <translation>Kontext voll</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Prompt refused</source>
        <translation>Prompt abgelehnt</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>Gefiltert</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>Falsche Anfrage</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Abbruch</translation>
    </message>
    <message>
        <source>Polite cut</source>
        <translation>Leiser Abbruch</translation>
    </message>
    <message>
        <source>Stall</source>
        <translation>Stockt</translation>
    </message>
    <message>
        <source>Pings, stall</source>
        <translation>Pings, stockt</translation>
    </message>
    <message>
        <source>Error inside</source>
        <translation>Fehler mittendrin</translation>
    </message>
    <message>
        <source>Bad chunk</source>
        <translation>Kaputtes Stück</translation>
    </message>
    <message>
        <source>Filtered late</source>
        <translation>Spät gefiltert</translation>
    </message>
    <message>
        <source>Output limit</source>
        <translation>Ausgabelimit</translation>
    </message>
    <message>
        <source>Broken end</source>
        <translation>Bruch am Ende</translation>
    </message>
    <message>
        <source>Babble</source>
        <translation>Nachgeplapper</translation>
    </message>
    <message>
        <source>Byte by byte</source>
        <translation>Byte für Byte</translation>
    </message>
    <message>
        <source>Trickle</source>
        <translation>Tröpfelt</translation>
    </message>
    <message>
        <source>Late start</source>
        <translation>Später Beginn</translation>
    </message>
    <message>
        <source>No usage</source>
        <translation>Ohne Verbrauch</translation>
    </message>
    <message>
        <source>Overbilled</source>
        <translation>Zu teuer</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>Two down</source>
        <translation>Zwei fort</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>All down</source>
        <translation>Alle fort</translation>
    </message>
    <message>
        <source>Flapping</source>
        <translation>Wackelt</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Erholung</translation>
    </message>
    <message>
        <source>Slow first</source>
        <translation>Erster langsam</translation>
    </message>
    <message>
        <source>Hedge error</source>
        <translation>Absicherung</translation>
    </message>
    <message>
        <source>Cold load</source>
        <translation>Kaltstart</translation>
    </message>
    <message>
        <source>Budget ends</source>
        <translation>Budget endet</translation>
    </message>
    <message>
        <source>No budget</source>
        <translation>Kein Budget</translation>
    </message>
    <message>
        <source>Caller leaves</source>
        <translation>Aufrufer geht</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Ruhezustand</translation>
    </message>
    <message>
        <source>Clock jump</source>
        <translation>Uhr springt</translation>
    </message>
    <message>
        <source>Before an answer</source>
        <translation>Vor einer Antwort</translation>
    </message>
    <message>
        <source>Instead of an answer</source>
        <translation>Statt einer Antwort</translation>
    </message>
    <message>
        <source>Inside an answer</source>
        <translation>Mitten in der Antwort</translation>
    </message>
    <message>
        <source>Around it</source>
        <translation>Drumherum</translation>
    </message>
</context>
<context>
    <name>sb::ui::FieldRows</name>
    <message>
        <source>%1 Usual: %2.</source>
        <extracomment>Help of a field: what it means, and what holds while it is empty.</extracomment>
        <translation>%1 Üblich: %2.</translation>
    </message>
    <message>
        <source>Expected %1</source>
        <translation>Erwartet: %1</translation>
    </message>
</context>
<context>
    <name>sb::ui::FiguresRow</name>
    <message>
        <source>%1 points</source>
        <extracomment>Difference of two percentages.</extracomment>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>Half of the requests took at most %1</source>
        <translation>Die Hälfte der Anfragen dauerte höchstens %1</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>First token, p95</source>
        <translation>Erstes Token, p95</translation>
    </message>
    <message>
        <source>Whole answer, p95</source>
        <translation>Ganze Antwort, p95</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Fell back</source>
        <translation>Ausgewichen</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Billed %1, computed %2, estimated %3, unpriced requests %4</source>
        <translation>Berechnet vom Anbieter %1, errechnet %2, geschätzt %3, Anfragen ohne Preis %4</translation>
    </message>
    <message>
        <source>In %1, out %2</source>
        <translation>Ein %1, aus %2</translation>
    </message>
</context>
<context>
    <name>sb::ui::FileJsonView</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>sb::ui::FindingTable</name>
    <message>
        <source>Beneath your own price: %1, before %2</source>
        <extracomment>A list price changed beneath the user's own; %1 before, %2 now.</extracomment>
        <translation>Unter Ihrem eigenen Preis: %1, vorher %2</translation>
    </message>
    <message>
        <source>Now %1, before %2</source>
        <translation>Jetzt %1, vorher %2</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>$ per M tokens, input / output</source>
        <translation>$ je Mio. Token, Eingabe / Ausgabe</translation>
    </message>
</context>
<context>
    <name>sb::ui::FirstRun</name>
    <message>
        <source>Practice line</source>
        <translation>Übungsstrecke</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Hier beginnen</translation>
    </message>
    <message>
        <source>The line is built. No train has run yet.</source>
        <translation>Die Strecke ist gebaut. Noch fuhr kein Zug.</translation>
    </message>
    <message>
        <source>Simulated models on this machine. No key, no cost, and every fault can be rehearsed: the first step of the sample chain is out of order.</source>
        <translation>Simulierte Modelle auf diesem Rechner. Kein Schlüssel, keine Kosten, und jede Störung lässt sich üben: Der erste Schritt der Beispielkette ist gestört.</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>OpenAI, Anthropic, Google, OpenRouter and others. Kept in the system's keychain.</source>
        <translation>OpenAI, Anthropic, Google, OpenRouter und andere. Liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Choose what should answer. You can add more at any time, in Providers.</source>
        <translation>Wählen Sie, was antworten soll. Unter Anbieter lässt sich jederzeit mehr hinzufügen.</translation>
    </message>
    <message>
        <source>Found at %1. It has no model yet.</source>
        <extracomment>A card for a model server on this machine; %2 is its address, %3 the names of its models.</extracomment>
        <translation>Gefunden unter %1. Noch ohne Modell.</translation>
    </message>
    <message numerus="yes">
        <source>Found at %1 with %n model(s): %2.</source>
        <translation>
            <numerusform>Gefunden unter %1 mit %n Modell: %2.</numerusform>
            <numerusform>Gefunden unter %1 mit %n Modellen: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is running on this machine</source>
        <translation>%1 läuft auf diesem Rechner</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
</context>
<context>
    <name>sb::ui::FoldHead</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Name of a section of a form for assistive programs: its title, and what is set in it.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>sb::ui::ForAllFields</name>
    <message>
        <source>Holds for every request, also for one that names its chain or model. Of two wishes about the order the request's own wins; of two limits the stricter one.</source>
        <translation>Gilt für jede Anfrage, auch wenn sie Kette oder Modell nennt. Von zwei Wünschen zur Reihenfolge gilt der eigene der Anfrage, von zwei Grenzen die strengere.</translation>
    </message>
    <message>
        <source>Order and limits</source>
        <translation>Reihenfolge und Grenzen</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>„%1“ ändern</translation>
    </message>
    <message>
        <source>What waiting is worth</source>
        <translation>Was Warten wert ist</translation>
    </message>
    <message>
        <source>Models by quality</source>
        <translation>Modelle nach Güte</translation>
    </message>
    <message>
        <source>own weights</source>
        <translation>eigene Gewichte</translation>
    </message>
</context>
<context>
    <name>sb::ui::ImageImport</name>
    <message>
        <source>The pasted image</source>
        <extracomment>Stands for the name of a file where an image came from the clipboard.</extracomment>
        <translation>Das eingefügte Bild</translation>
    </message>
    <message>
        <source>%1 is no image that can be read.</source>
        <translation>%1 ist kein lesbares Bild.</translation>
    </message>
    <message>
        <source>%1 has %2 MB; an image may have at most %3 MB. Make it smaller first.</source>
        <translation>%1 hat %2 MB; ein Bild darf höchstens %3 MB haben. Bitte vorher verkleinern.</translation>
    </message>
</context>
<context>
    <name>sb::ui::InspectorSections</name>
    <message>
        <source>An object with members of a request.</source>
        <translation>Ein Objekt mit Angaben einer Anfrage.</translation>
    </message>
    <message>
        <source>Which endpoints</source>
        <translation>Welche Endpunkte</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Providers without a key</source>
        <translation>Anbieter ohne Schlüssel</translation>
    </message>
    <message>
        <source>Order and limits</source>
        <translation>Reihenfolge und Grenzen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>After a failure</source>
        <translation>Nach einem Fehler</translation>
    </message>
    <message>
        <source>A second attempt</source>
        <translation>Ein zweiter Versuch</translation>
    </message>
    <message>
        <source>Checks of the answer</source>
        <translation>Prüfungen der Antwort</translation>
    </message>
    <message>
        <source>Changes to the request</source>
        <translation>Änderungen der Anfrage</translation>
    </message>
    <message>
        <source>All of them, as JSON</source>
        <translation>Alle zusammen, als JSON</translation>
    </message>
    <message>
        <source>Members of the request that this step sets, whatever the request says; null takes one away.</source>
        <translation>Angaben der Anfrage, die dieser Schritt setzt, gleich was sie sagt; null nimmt eine weg.</translation>
    </message>
    <message>
        <source>Whole chain</source>
        <translation>Ganze Kette</translation>
    </message>
</context>
<context>
    <name>sb::ui::KeyFigure</name>
    <message>
        <source>up %1</source>
        <translation>plus %1</translation>
    </message>
    <message>
        <source>down %1</source>
        <translation>minus %1</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
</context>
<context>
    <name>sb::ui::KeyList</name>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>Add another key</source>
        <translation>Weiteren Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Requests go on with the next key when one is refused, or has reached its limit</source>
        <translation>Anfragen gehen mit dem nächsten Schlüssel weiter, wenn einer abgelehnt wird oder sein Limit erreicht hat</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Name of key %1</source>
        <translation>Name von Schlüssel %1</translation>
    </message>
    <message>
        <source> a minute</source>
        <extracomment>After a number of requests.</extracomment>
        <translation> je Minute</translation>
    </message>
    <message>
        <source>Requests a minute with key %1</source>
        <translation>Anfragen je Minute mit Schlüssel %1</translation>
    </message>
    <message>
        <source> a day</source>
        <extracomment>After a number of requests.</extracomment>
        <translation> je Tag</translation>
    </message>
    <message>
        <source>Requests a day with key %1</source>
        <translation>Anfragen je Tag mit Schlüssel %1</translation>
    </message>
    <message>
        <source>Move or remove key %1</source>
        <translation>Schlüssel %1 verschieben oder entfernen</translation>
    </message>
    <message>
        <source>Use earlier</source>
        <translation>Früher verwenden</translation>
    </message>
    <message>
        <source>Use later</source>
        <translation>Später verwenden</translation>
    </message>
    <message>
        <source>Remove this key</source>
        <translation>Diesen Schlüssel entfernen</translation>
    </message>
</context>
<context>
    <name>sb::ui::KeyRow</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Send it without encryption: others in the network can read the key and the prompts</source>
        <translation>Unverschlüsselt senden: Andere im Netz können Schlüssel und Prompts lesen</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>Schlüssel von %1</translation>
    </message>
    <message>
        <source>Remove the key of %1</source>
        <translation>Schlüssel von %1 entfernen</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Paste a key first</source>
        <translation>Erst einen Schlüssel einfügen</translation>
    </message>
    <message>
        <source>The address begins with http: and is another machine. Use https, or say yes above.</source>
        <translation>Die Adresse beginnt mit http: und ist ein anderer Rechner. Bitte https verwenden, oder oben zustimmen.</translation>
    </message>
    <message>
        <source>Import file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>Reads a key file of a service account; the file itself is not kept</source>
        <translation>Liest die Schlüsseldatei eines Dienstkontos; die Datei selbst wird nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Paste the text of the key file</source>
        <translation>Text der Schlüsseldatei einfügen</translation>
    </message>
    <message>
        <source>Import a key file</source>
        <translation>Schlüsseldatei importieren</translation>
    </message>
    <message>
        <source>Key files (*.json);;All files (*)</source>
        <translation>Schlüsseldateien (*.json);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>sb::ui::LegendRow</name>
    <message>
        <source>Show or hide %1</source>
        <translation>%1 zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>sb::ui::LinePainter</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>No fault</source>
        <translation>Keine Störung</translation>
    </message>
</context>
<context>
    <name>sb::ui::LinePanel</name>
    <message>
        <source>Decision of the dry run</source>
        <translation>Entscheidung des Probelaufs</translation>
    </message>
    <message>
        <source>No step yet</source>
        <translation>Noch kein Schritt</translation>
    </message>
    <message>
        <source>A chain is a list of steps: the first that can answer does.</source>
        <translation>Eine Kette ist eine Liste von Schritten: Der erste, der kann, antwortet.</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Zoom, %1 percent</source>
        <translation>Zoom, %1 Prozent</translation>
    </message>
    <message>
        <source>Last prompt</source>
        <translation>Letzter Prompt</translation>
    </message>
    <message>
        <source>Last prompt (none on record)</source>
        <translation>Letzter Prompt (keiner verzeichnet)</translation>
    </message>
    <message>
        <source>Sample, %1 tokens</source>
        <translation>Beispiel, %1 Token</translation>
    </message>
    <message>
        <source>last prompt</source>
        <translation>letzter Prompt</translation>
    </message>
    <message>
        <source>sample, %1 tokens</source>
        <translation>Beispiel, %1 Token</translation>
    </message>
    <message>
        <source>No faults any more: back to what is live</source>
        <translation>Keine Störungen mehr: zurück zum Live-Zustand</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Zoom (Ctrl+Plus, Ctrl+Minus, Ctrl+0; Ctrl+9 fits)</source>
        <translation>Zoom (Strg+Plus, Strg+Minus, Strg+0; Strg+9 passt ein)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Zoom, all of it fits</source>
        <translation>Zoom, alles eingepasst</translation>
    </message>
    <message>
        <source>Recorded request…</source>
        <translation>Aufgezeichnete Anfrage…</translation>
    </message>
    <message>
        <source>Pasted request…</source>
        <translation>Eingefügte Anfrage…</translation>
    </message>
    <message>
        <source>%1, %2 tokens</source>
        <extracomment>Which request is planned; %1 is what it is called.</extracomment>
        <translation>%1, %2 Token</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
</context>
<context>
    <name>sb::ui::LineView</name>
    <message>
        <source>the same</source>
        <extracomment>Condition on a leg of the diagram: as on the leg above.</extracomment>
        <translation>dasselbe</translation>
    </message>
    <message numerus="yes">
        <source>at most %n token(s)</source>
        <translation>
            <numerusform>höchstens %n Token</numerusform>
            <numerusform>höchstens %n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Line diagram of the chain</source>
        <translation>Streckenplan der Kette</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Move step</source>
        <translation>Schritt verschieben</translation>
    </message>
    <message>
        <source>F chooses a fault, G where a failure goes, Insert adds a step</source>
        <translation>F wählt eine Störung, G wohin es bei einem Fehler geht, Einfg fügt einen Schritt hinzu</translation>
    </message>
    <message>
        <source>After a failure of step %1: %2. Click, or drag to a later station, to lead some failures there (G)</source>
        <translation>Nach einem Fehler von Schritt %1: %2. Klicken oder zu einer späteren Station ziehen, um manche Fehler dorthin zu leiten (G)</translation>
    </message>
    <message>
        <source>Add a step here (Insert adds behind the selected one)</source>
        <translation>Hier einen Schritt einfügen (Einfg fügt hinter dem gewählten ein)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>fault %1</source>
        <translation>Störung %1</translation>
    </message>
</context>
<context>
    <name>sb::ui::LiveState</name>
    <message>
        <source>%1 of %2 cooling down</source>
        <extracomment>Endpoints of a step that are left alone after failures: "2 of 3 cooling down".</extracomment>
        <translation>%1 von %2 pausieren</translation>
    </message>
    <message>
        <source>cooling down, %1 s</source>
        <translation>pausiert noch %1 s</translation>
    </message>
    <message>
        <source>on trial</source>
        <extracomment>The next request shows whether an endpoint that failed is well again.</extracomment>
        <translation>auf Probe</translation>
    </message>
    <message>
        <source>%1 served</source>
        <extracomment>The share of a chain's requests that a step answered.</extracomment>
        <translation>%1 bedient</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>An error, and when: "529 overloaded, 4 min ago".</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>answered %1 of %2 requests of the last 24 hours</source>
        <translation>hat in den letzten 24 Stunden %1 von %2 Anfragen beantwortet</translation>
    </message>
    <message>
        <source>last error %1</source>
        <translation>letzter Fehler %1</translation>
    </message>
</context>
<context>
    <name>sb::ui::LocalOffers</name>
    <message>
        <source>%1 at port %2</source>
        <translation>%1 an Port %2</translation>
    </message>
    <message>
        <source>A model server</source>
        <translation>Ein Modellserver</translation>
    </message>
    <message>
        <source>%1 is running on this machine</source>
        <translation>%1 läuft auf diesem Rechner</translation>
    </message>
    <message>
        <source>Found at %1. It has no models yet.</source>
        <translation>Gefunden unter %1. Er hat noch keine Modelle.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found at %1 with %n model(s): %2.</source>
        <translation>
            <numerusform>Gefunden unter %1 mit %n Modell: %2.</numerusform>
            <numerusform>Gefunden unter %1 mit %n Modellen: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::LogProxy</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Bedient von</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>In / out</source>
        <translation>Ein / aus</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <extracomment>Cost of a request whose program died: at most the amount that was reserved.</extracomment>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>of a request</comment>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>sb::ui::MainWindow</name>
    <message>
        <source>Fold the navigation</source>
        <translation>Navigation einklappen</translation>
    </message>
    <message>
        <source>Open the command palette</source>
        <translation>Befehlspalette öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>A sentence, then how many others wait behind it.</extracomment>
        <translation>
            <numerusform>%1 (und %n weiteres)</numerusform>
            <numerusform>%1 (und %n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>A command.</extracomment>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>sb::ui::MarkdownView</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message numerus="yes">
        <source>Reasoning, %n character(s)</source>
        <extracomment>The number of characters of the model's reasoning; the arrow folds it in and out.</extracomment>
        <translation>
            <numerusform>Nachdenken, %n Zeichen</numerusform>
            <numerusform>Nachdenken, %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls %1</source>
        <extracomment>Over a block of code: the name of the function that the model calls, or whose result was sent.</extracomment>
        <translation>Ruft %1 auf</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>Ergebnis von %1</translation>
    </message>
</context>
<context>
    <name>sb::ui::MetricsStrip</name>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>best</source>
        <translation>bester Wert</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>Tokens per second.</extracomment>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>tok/s</source>
        <translation>Tok/s</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>streaming, %1 s</source>
        <translation>empfängt, %1 s</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Bedient von</translation>
    </message>
</context>
<context>
    <name>sb::ui::ModelComparison</name>
    <message>
        <source>Cheapest endpoint</source>
        <translation>Günstigster Endpunkt</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Input, $ per M</source>
        <translation>Eingabe, $ je Mio.</translation>
    </message>
    <message>
        <source>Output, $ per M</source>
        <translation>Ausgabe, $ je Mio.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>Token je Sekunde</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Your 30 days here</source>
        <translation>Ihre 30 Tage hier</translation>
    </message>
    <message>
        <source>Requests it could serve</source>
        <translation>Anfragen, die es bedienen könnte</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>Kann</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Price as of</source>
        <translation>Preis vom</translation>
    </message>
    <message>
        <source>%1, best</source>
        <translation>%1, am besten</translation>
    </message>
</context>
<context>
    <name>sb::ui::ModelDetail</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Favorite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Add to chain</source>
        <translation>Zur Kette hinzufügen</translation>
    </message>
    <message>
        <source>Use in playground</source>
        <translation>Im Playground verwenden</translation>
    </message>
    <message>
        <source>At most %1 models are compared at once</source>
        <translation>Höchstens %1 Modelle werden zugleich verglichen</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Price over time, table</source>
        <translation>Preis im Verlauf, Tabelle</translation>
    </message>
    <message>
        <source>Price by part</source>
        <translation>Preis nach Teilen</translation>
    </message>
    <message>
        <source>Its page</source>
        <translation>Seine Seite</translation>
    </message>
    <message>
        <source>This model is no longer in the catalog.</source>
        <translation>Dieses Modell ist nicht mehr im Katalog.</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n Endpunkt</numerusform>
            <numerusform>%n Endpunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Released %1</source>
        <translation>Erschienen %1</translation>
    </message>
    <message>
        <source>Do not compare</source>
        <translation>Nicht vergleichen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a provider, %2 what it does with prompts</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Price at %1, $ per M tokens</source>
        <translation>Preis bei %1, $ je Mio. Token</translation>
    </message>
    <message>
        <source>Set my own price</source>
        <translation>Eigenen Preis setzen</translation>
    </message>
    <message>
        <source>Change my own price</source>
        <translation>Eigenen Preis ändern</translation>
    </message>
    <message>
        <source>%1 has your own price</source>
        <translation>%1 hat Ihren eigenen Preis</translation>
    </message>
    <message>
        <source>%1 has its list price again</source>
        <translation>%1 hat wieder den Listenpreis</translation>
    </message>
</context>
<context>
    <name>sb::ui::ModelList</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>Ein Modell suchen</translation>
    </message>
    <message>
        <source>Type to search. Space marks a favorite, Ctrl+Space compares, Enter opens the details.</source>
        <extracomment>Accessible description of the table of models.</extracomment>
        <translation>Tippen sucht. Leertaste merkt einen Favoriten, Strg+Leertaste vergleicht, Eingabe öffnet die Einzelheiten.</translation>
    </message>
    <message>
        <source>%1 of %2 shown, prices of %3</source>
        <extracomment>How many models are in the list, of how many; then the day of the latest price.</extracomment>
        <translation>%1 von %2 gezeigt, Preise vom %3</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s) set</source>
        <translation>
            <numerusform>%n Filter gesetzt</numerusform>
            <numerusform>%n Filter gesetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>mine</source>
        <comment>the user's own order of models</comment>
        <translation>meine</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation>%1 vergleichen</translation>
    </message>
    <message>
        <source>Side by side (%1). Ctrl+Space in the list takes a model in, up to %2.</source>
        <translation>Nebeneinander (%1). Strg+Leertaste in der Liste nimmt ein Modell auf, bis zu %2.</translation>
    </message>
    <message>
        <source>Your own figures could not be read: %1</source>
        <translation>Ihre eigenen Zahlen konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1, which you use, %2.</source>
        <translation>%1, das Sie verwenden, %2.</translation>
    </message>
    <message numerus="yes">
        <source>So do %n other(s).</source>
        <translation>
            <numerusform>So auch %n weiteres.</numerusform>
            <numerusform>So auch %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Reading the catalog</source>
        <translation>Der Katalog wird gelesen</translation>
    </message>
    <message>
        <source>Models and prices are being sorted in.</source>
        <translation>Modelle und Preise werden einsortiert.</translation>
    </message>
    <message>
        <source>There is no model in the catalog</source>
        <translation>Im Katalog ist kein Modell</translation>
    </message>
    <message>
        <source>Add a provider, or a server on this machine, in Providers.</source>
        <translation>Fügen Sie unter „Anbieter“ einen Anbieter oder einen Server auf diesem Rechner hinzu.</translation>
    </message>
    <message>
        <source>No model fits</source>
        <translation>Kein Modell passt</translation>
    </message>
    <message>
        <source>No endpoint has all that the filters at the left ask for.</source>
        <translation>Kein Endpunkt hat alles, was die Filter links verlangen.</translation>
    </message>
    <message>
        <source>Nothing with “%1” has all that is asked for.</source>
        <translation>Nichts mit „%1“ hat alles, was verlangt ist.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Suche und Filter löschen</translation>
    </message>
    <message>
        <source>Mine: favorites, then the newest</source>
        <translation>Meine: Favoriten, dann die neuesten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Use in playground</source>
        <translation>Im Playground verwenden</translation>
    </message>
    <message>
        <source>Add to chain…</source>
        <translation>Zur Kette hinzufügen …</translation>
    </message>
    <message>
        <source>No favorite any more</source>
        <translation>Kein Favorit mehr</translation>
    </message>
    <message>
        <source>Favorite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Do not compare</source>
        <translation>Nicht vergleichen</translation>
    </message>
    <message>
        <source>%1 is no favorite any more</source>
        <translation>%1 ist kein Favorit mehr</translation>
    </message>
    <message>
        <source>At most %1 models are compared at once</source>
        <translation>Höchstens %1 Modelle werden zugleich verglichen</translation>
    </message>
    <message>
        <source>Sorting in what came</source>
        <translation>Was kam, wird einsortiert</translation>
    </message>
    <message>
        <source>Asking for prices, %1 of %2</source>
        <extracomment>How far a refresh of prices is: %1 of %2 sources were asked.</extracomment>
        <translation>Preise werden erfragt, %1 von %2</translation>
    </message>
    <message>
        <source>Cancel refresh</source>
        <translation>Auffrischen abbrechen</translation>
    </message>
    <message>
        <source>Refresh prices</source>
        <translation>Preise auffrischen</translation>
    </message>
    <message>
        <source>What was fetched by then is used</source>
        <translation>Was bis dahin geholt ist, wird verwendet</translation>
    </message>
    <message>
        <source>Asks providers and price lists for models and prices: sends no prompt and costs nothing</source>
        <translation>Fragt Anbieter und Preislisten nach Modellen und Preisen: sendet keinen Prompt und kostet nichts</translation>
    </message>
</context>
<context>
    <name>sb::ui::ModelTable</name>
    <message>
        <source>Billed %1, computed %2, estimated %3, unpriced requests %4</source>
        <translation>Berechnet vom Anbieter %1, errechnet %2, geschätzt %3, Anfragen ohne Preis %4</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>sb::ui::ModelTexts</name>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>%1 fresh input</source>
        <translation>%1 frische Eingabe</translation>
    </message>
    <message>
        <source>%1 read from a cache</source>
        <translation>%1 aus einem Zwischenspeicher gelesen</translation>
    </message>
    <message>
        <source>%1 written to a cache</source>
        <translation>%1 in einen Zwischenspeicher geschrieben</translation>
    </message>
    <message>
        <source>%1 output</source>
        <translation>%1 Ausgabe</translation>
    </message>
    <message>
        <source>%1 reasoning</source>
        <translation>%1 Nachdenken</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Makes images</source>
        <translation>Erzeugt Bilder</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Spricht</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>Offene Gewichte</translation>
    </message>
    <message>
        <source>No training</source>
        <translation>Kein Training</translation>
    </message>
    <message>
        <source>No retention</source>
        <translation>Keine Aufbewahrung</translation>
    </message>
    <message>
        <source>Can be asked now</source>
        <translation>Jetzt zu fragen</translation>
    </message>
    <message>
        <source>Text only</source>
        <translation>Nur Text</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date</comment>
        <extracomment>A date of which the day matters, such as 4 Mar 2026.</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>your own price</source>
        <translation>Ihr eigener Preis</translation>
    </message>
    <message>
        <source>your own file</source>
        <translation>Ihre eigene Datei</translation>
    </message>
    <message>
        <source>Costs nothing: it runs on this machine or network.</source>
        <translation>Kostet nichts: Es läuft auf diesem Rechner oder in diesem Netz.</translation>
    </message>
    <message>
        <source>From %1, without a date</source>
        <translation>Von %1, ohne Datum</translation>
    </message>
    <message>
        <source>As of today, from %1</source>
        <translation>Stand heute, von %1</translation>
    </message>
    <message numerus="yes">
        <source>As of %1, %n day(s) ago, from %2</source>
        <translation>
            <numerusform>Stand %1, vor %n Tag, von %2</numerusform>
            <numerusform>Stand %1, vor %n Tagen, von %2</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>How old a price is, in a narrow column.</extracomment>
        <translation>heute</translation>
    </message>
    <message>
        <source>No request of the last 30 days was answered: there is nothing to price.</source>
        <translation>Keine Anfrage der letzten 30 Tage wurde beantwortet: Es gibt nichts zu berechnen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 could have served none of your %n answered request(s) of the last 30 days: they need more room, or what it cannot do.</source>
        <translation>
            <numerusform>%1 hätte Ihre %n beantwortete Anfrage der letzten 30 Tage nicht bedienen können: Sie braucht mehr Platz oder was es nicht kann.</numerusform>
            <numerusform>%1 hätte keine Ihrer %n beantworteten Anfragen der letzten 30 Tage bedienen können: Sie brauchen mehr Platz oder was es nicht kann.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could have served %2 of your %3 answered requests of the last 30 days.</source>
        <extracomment>%1 a provider, %2 and %3 numbers of requests</extracomment>
        <translation>%1 hätte %2 Ihrer %3 beantworteten Anfragen der letzten 30 Tage bedienen können.</translation>
    </message>
    <message>
        <source>Their tokens at its prices: %1.</source>
        <extracomment>%1 lists tokens by class: "1,204 fresh input, 88 output"</extracomment>
        <translation>Ihre Token zu seinen Preisen: %1.</translation>
    </message>
    <message>
        <source>Each class is paid by its own price, at the hour and prompt size of the request, in the standard tier. The model might need more or fewer tokens for the same, and find less in a cache.</source>
        <translation>Jede Klasse wird zu ihrem eigenen Preis bezahlt, zur Stunde und Promptgröße der Anfrage, in der Standardstufe. Das Modell könnte mehr oder weniger Token für dasselbe brauchen und weniger in einem Zwischenspeicher finden.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n request(s) only the size is on record, not whether they need tools or images.</source>
        <translation>
            <numerusform>Von %n Anfrage ist nur die Größe aufgezeichnet, nicht, ob sie Werkzeuge oder Bilder braucht.</numerusform>
            <numerusform>Von %n Anfragen ist nur die Größe aufgezeichnet, nicht, ob sie Werkzeuge oder Bilder brauchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of it has a price.</source>
        <translation>Nicht alles davon hat einen Preis.</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>endete %1</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>endet %1</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n Endpunkt</numerusform>
            <numerusform>%n Endpunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>least cost %1</source>
        <translation>geringste Kosten %1</translation>
    </message>
    <message>
        <source>stays on this machine or network</source>
        <translation>bleibt auf diesem Rechner oder in diesem Netz</translation>
    </message>
    <message>
        <source>trains on prompts</source>
        <translation>trainiert mit Prompts</translation>
    </message>
    <message>
        <source>keeps nothing</source>
        <translation>bewahrt nichts auf</translation>
    </message>
    <message numerus="yes">
        <source>kept %n day(s)</source>
        <translation>
            <numerusform>%n Tag aufbewahrt</numerusform>
            <numerusform>%n Tage aufbewahrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Unpriced: nobody has said what this costs. Set your own price to have it counted.</source>
        <translation>Ohne Preis: Niemand hat gesagt, was dies kostet. Setzen Sie einen eigenen Preis, damit es gezählt wird.</translation>
    </message>
    <message>
        <source>Your own price since %1.</source>
        <translation>Ihr eigener Preis seit %1.</translation>
    </message>
    <message>
        <source>Your own price since %1: %2.</source>
        <extracomment>%1 a date, %2 the user's own note</extracomment>
        <translation>Ihr eigener Preis seit %1: %2.</translation>
    </message>
    <message>
        <source>The list said %1.</source>
        <extracomment>%1 is a price, "unpriced" or "free".</extracomment>
        <translation>Die Liste sagte %1.</translation>
    </message>
    <message>
        <source>for %1 %</source>
        <extracomment>That part of all requests could have been served; below 100.</extracomment>
        <translation>für %1 %</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>trains nothing</source>
        <translation>trainiert nicht</translation>
    </message>
    <message>
        <source>differs from model to model, or with the provider behind it</source>
        <translation>je nach Modell oder dem Anbieter dahinter verschieden</translation>
    </message>
    <message>
        <source>not documented (as of %1)</source>
        <extracomment>%1 a date; what a provider does not say about itself</extracomment>
        <translation>nicht dokumentiert (Stand %1)</translation>
    </message>
    <message>
        <source>not known (as of %1)</source>
        <translation>nicht bekannt (Stand %1)</translation>
    </message>
</context>
<context>
    <name>sb::ui::ModelsPage</name>
    <message>
        <source>New chain</source>
        <translation>Neue Kette</translation>
    </message>
</context>
<context>
    <name>sb::ui::MoveOnChecks</name>
    <message>
        <source>Overloaded</source>
        <translation>Überlastung</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Anfragelimit</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Schweigen</translation>
    </message>
    <message>
        <source>Context full</source>
        <translation>Kontext voll</translation>
    </message>
    <message>
        <source>Bad key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Content policy</source>
        <translation>Inhaltsregel</translation>
    </message>
    <message>
        <source>The connection is refused or lost, or the provider says that it cannot serve at present (408, 498, 5xx).</source>
        <translation>Die Verbindung wird abgelehnt oder bricht ab, oder der Anbieter kann gerade nicht antworten (408, 498, 5xx).</translation>
    </message>
    <message>
        <source>The provider asks to wait for longer than this step does (429).</source>
        <translation>Der Anbieter verlangt längeres Warten als dieser Schritt erlaubt (429).</translation>
    </message>
    <message>
        <source>Nothing comes within the clocks above.</source>
        <translation>Innerhalb der Zeiten oben kommt nichts.</translation>
    </message>
    <message>
        <source>The prompt is too long: the next one has a larger window.</source>
        <translation>Der Prompt ist zu lang: Der nächste hat ein größeres Fenster.</translation>
    </message>
    <message>
        <source>The key is refused, or there is no credit (401, 402, 403): the next one has another key.</source>
        <translation>Der Schlüssel wird abgelehnt, oder das Guthaben fehlt (401, 402, 403): Der nächste hat einen anderen.</translation>
    </message>
    <message>
        <source>The endpoint does not know the model.</source>
        <translation>Der Endpunkt kennt das Modell nicht.</translation>
    </message>
    <message>
        <source>The endpoint does not take a member of the request. The trace says which.</source>
        <translation>Der Endpunkt nimmt eine Angabe der Anfrage nicht an. Der Verlauf sagt, welche.</translation>
    </message>
    <message>
        <source>Failed check</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>The answer does not pass a check of this step.</source>
        <translation>Die Antwort besteht eine Prüfung dieses Schritts nicht.</translation>
    </message>
    <message>
        <source>The provider refuses what is asked. Another one may not.</source>
        <translation>Der Anbieter lehnt das Gefragte ab. Ein anderer vielleicht nicht.</translation>
    </message>
</context>
<context>
    <name>sb::ui::NameChips</name>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Nothing on record yet</source>
        <translation>Noch nichts verzeichnet</translation>
    </message>
</context>
<context>
    <name>sb::ui::NamesEdit</name>
    <message>
        <source>Choose from a list (Down)</source>
        <translation>Aus einer Liste wählen (Pfeil ab)</translation>
    </message>
</context>
<context>
    <name>sb::ui::NavigationRail</name>
    <message>
        <source>Sections</source>
        <extracomment>Accessible name of the list of panels.</extracomment>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>sb::ui::NextFields</name>
    <message>
        <source>Where a request goes after one kind of failure, instead of to the next endpoint.</source>
        <translation>Wohin eine Anfrage nach einem solchen Fehler geht, statt zum nächsten Endpunkt.</translation>
    </message>
    <message>
        <source>Context full</source>
        <translation>Kontext voll</translation>
    </message>
    <message>
        <source>When the prompt is too long for the model: to a step with a larger window.</source>
        <translation>Wenn der Prompt für das Modell zu lang ist: zu einem Schritt mit größerem Fenster.</translation>
    </message>
    <message>
        <source>Content policy</source>
        <translation>Inhaltsregeln</translation>
    </message>
    <message>
        <source>When the provider refuses what is asked.</source>
        <translation>Wenn der Anbieter das Gefragte ablehnt.</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>When the limit is used up for longer than this step's patience.</source>
        <translation>Wenn das Limit länger aufgebraucht ist, als die Geduld dieses Schritts reicht.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>When what is left of the budget does not pay for it.</source>
        <translation>Wenn der Rest des Budgets dafür nicht reicht.</translation>
    </message>
    <message>
        <source>Failed check</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>When an answer does not pass a check of this step.</source>
        <translation>Wenn eine Antwort eine Prüfung dieses Schritts nicht besteht.</translation>
    </message>
    <message>
        <source>Change the next step</source>
        <translation>Nächsten Schritt ändern</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>By which earlier steps go on to this one. It is made by itself when a step is chosen.</source>
        <translation>Unter ihr gehen frühere Schritte zu diesem weiter. Sie entsteht von selbst, wenn ein Schritt gewählt wird.</translation>
    </message>
    <message>
        <source>Id of this step</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Change the id</source>
        <translation>Kennung ändern</translation>
    </message>
    <message>
        <source>next endpoint</source>
        <translation>nächster</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>“%1”, not found</source>
        <extracomment>A step that is named by its id and is not there.</extracomment>
        <translation>„%1“, nicht da</translation>
    </message>
</context>
<context>
    <name>sb::ui::OfferTable</name>
    <message numerus="yes">
        <source>%n attempt(s) of yours in the last 30 days</source>
        <translation>
            <numerusform>%n Versuch von Ihnen in den letzten 30 Tagen</numerusform>
            <numerusform>%n Versuche von Ihnen in den letzten 30 Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>tok/s</source>
        <translation>Tok/s</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>30 days here</source>
        <translation>30 Tage hier</translation>
    </message>
    <message>
        <source>Price age</source>
        <translation>Preisalter</translation>
    </message>
</context>
<context>
    <name>sb::ui::OtherwiseFields</name>
    <message>
        <source>The chain of requests that no rule is for. Usual: as the request asks.</source>
        <translation>Die Kette der Anfragen, für die keine Regel gilt. Üblich: wie die Anfrage will.</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Geht an</translation>
    </message>
    <message>
        <source>Rules are asked from the first to the last; the first that fits decides. Requests that name a chain themselves are never asked about.</source>
        <translation>Regeln werden von der ersten bis zur letzten gefragt; die erste, die passt, entscheidet. Für Anfragen, die selbst eine Kette nennen, wird keine gefragt.</translation>
    </message>
    <message>
        <source>Change where others go</source>
        <translation>Weg der übrigen ändern</translation>
    </message>
    <message>
        <source>Change the description</source>
        <translation>Beschreibung ändern</translation>
    </message>
</context>
<context>
    <name>sb::ui::OwnProviderForm</name>
    <message>
        <source>Send without encryption: others in the network can read key and prompts</source>
        <translation>Unverschlüsselt senden: Andere im Netz können Schlüssel und Prompts lesen</translation>
    </message>
    <message>
        <source>My own server: what it serves is free</source>
        <translation>Mein eigener Server: Was er bedient, ist kostenlos</translation>
    </message>
    <message>
        <source>leave empty where none is needed</source>
        <translation>leer lassen, wo keiner nötig ist</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Give it a name</source>
        <translation>Bitte einen Namen geben</translation>
    </message>
    <message>
        <source>The address begins with http: and is another machine. Use https, or say yes below.</source>
        <translation>Die Adresse beginnt mit http: und ist ein anderer Rechner. Bitte https verwenden, oder unten zustimmen.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Requests are signed for one region, such as us-east-1: the address names none</source>
        <translation>Anfragen werden für eine Region signiert, etwa us-east-1: Die Adresse nennt keine</translation>
    </message>
</context>
<context>
    <name>sb::ui::Pane</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Close this pane</source>
        <translation>Diese Spalte schließen</translation>
    </message>
    <message>
        <source>Pane %1, %2. %3</source>
        <extracomment>Accessible name of a pane: its number, what it asks, and what happened, as a sentence.</extracomment>
        <translation>Spalte %1, %2. %3</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Pane %1 (Alt+%1)</source>
        <translation>Spalte %1 (Alt+%1)</translation>
    </message>
    <message>
        <source>Ask the prompt here, too</source>
        <translation>Den Prompt auch hier fragen</translation>
    </message>
    <message>
        <source>Ask again in all panes</source>
        <translation>In allen Spalten noch einmal fragen</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Show the trace</source>
        <translation>Verlauf zeigen</translation>
    </message>
    <message>
        <source>Why this route</source>
        <translation>Warum dieser Weg</translation>
    </message>
</context>
<context>
    <name>sb::ui::PaneRun</name>
    <message>
        <source>The answer reached its limit of tokens.</source>
        <translation>Die Antwort hat ihre Token-Grenze erreicht.</translation>
    </message>
    <message>
        <source>The provider's content filter ended the answer.</source>
        <translation>Der Inhaltsfilter des Anbieters hat die Antwort beendet.</translation>
    </message>
    <message>
        <source>The connection broke before the end of the answer.</source>
        <translation>Die Verbindung brach vor dem Ende der Antwort ab.</translation>
    </message>
    <message>
        <source>The provider fell silent before the end of the answer.</source>
        <translation>Der Anbieter verstummte vor dem Ende der Antwort.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>No answer. %1</source>
        <translation>Keine Antwort. %1</translation>
    </message>
    <message>
        <source>No answer.</source>
        <translation>Keine Antwort.</translation>
    </message>
    <message>
        <source>No answer. %1 Nothing further was tried: %2</source>
        <translation>Keine Antwort. %1 Weiter wurde nichts versucht: %2</translation>
    </message>
    <message>
        <source>Asked with the key “%1”.</source>
        <translation>Gefragt mit dem Schlüssel „%1“.</translation>
    </message>
    <message>
        <source>The model is told that these calls got no result: %1.</source>
        <translation>Dem Modell wird gesagt, dass diese Aufrufe kein Ergebnis bekamen: %1.</translation>
    </message>
</context>
<context>
    <name>sb::ui::ParameterField</name>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>0 to 2, or empty</source>
        <translation>0 bis 2, oder leer</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>0 to 1, or empty</source>
        <translation>0 bis 1, oder leer</translation>
    </message>
    <message>
        <source>Tokens at most</source>
        <translation>Höchstens Token</translation>
    </message>
    <message>
        <source>a whole number from 1, or empty</source>
        <translation>eine ganze Zahl ab 1, oder leer</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>a whole number, or empty</source>
        <translation>eine ganze Zahl, oder leer</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Halt bei</translation>
    </message>
    <message>
        <source>one to four texts with commas between, or empty</source>
        <translation>ein bis vier Texte mit Kommas dazwischen, oder leer</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>one of the list</source>
        <translation>eines aus der Liste</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>−2 to 2, or empty</source>
        <translation>−2 bis 2, oder leer</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Vorkommen</translation>
    </message>
</context>
<context>
    <name>sb::ui::ParameterForm</name>
    <message>
        <source>All panes</source>
        <translation>Alle Spalten</translation>
    </message>
    <message>
        <source>This pane</source>
        <translation>Diese Spalte</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Parameters of</source>
        <translation>Parameter von</translation>
    </message>
    <message>
        <source>Pane %1, %2</source>
        <extracomment>Whose parameters the fields below set. %2 is a model or a chain.</extracomment>
        <translation>Spalte %1, %2</translation>
    </message>
    <message>
        <source>A pane's own parameters go before these</source>
        <translation>Eigene Parameter einer Spalte gehen vor</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>as all panes: %1</source>
        <translation>wie alle Spalten: %1</translation>
    </message>
</context>
<context>
    <name>sb::ui::PasteDialog</name>
    <message>
        <source>Line %1: this is no JSON.</source>
        <translation>Zeile %1: Das ist kein JSON.</translation>
    </message>
    <message>
        <source>Use this request</source>
        <translation>Diese Anfrage nehmen</translation>
    </message>
    <message>
        <source>Paste a request</source>
        <translation>Anfrage einfügen</translation>
    </message>
    <message>
        <source>Request as JSON or as text</source>
        <translation>Anfrage als JSON oder als Text</translation>
    </message>
    <message>
        <source>A request in OpenAI's form, or just its text. %1</source>
        <translation>Eine Anfrage in der Form von OpenAI oder nur ihr Text. %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>sb::ui::PlanTable</name>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>No endpoint can serve this</source>
        <translation>Kein Endpunkt kann das bedienen</translation>
    </message>
    <message>
        <source>asked first</source>
        <translation>zuerst gefragt</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Step %1 is asked first, %2</source>
        <extracomment>Dry run: the step that is asked first, and what it is expected to cost.</extracomment>
        <translation>Schritt %1 wird zuerst gefragt, %2</translation>
    </message>
    <message>
        <source>asked next</source>
        <translation>danach gefragt</translation>
    </message>
    <message>
        <source>waits %1</source>
        <extracomment>Until its rate limit has room.</extracomment>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>%1 reserved</source>
        <extracomment>The amount that is reserved against the budget.</extracomment>
        <translation>%1 reserviert</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>Schritt %1, %2</translation>
    </message>
    <message>
        <source>%1, may have to load</source>
        <translation>%1, muss vielleicht laden</translation>
    </message>
    <message>
        <source>Chance</source>
        <extracomment>How likely it is that this endpoint is tried first in its step.</extracomment>
        <translation>Chance</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
</context>
<context>
    <name>sb::ui::PlaygroundHeader</name>
    <message>
        <source>Playground</source>
        <translation>Playground</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>Gemeinsam rollen</translation>
    </message>
    <message>
        <source>Add a pane</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Settings of the conversation</source>
        <translation>Einstellungen des Gesprächs</translation>
    </message>
    <message>
        <source>View of the answers</source>
        <translation>Ansicht der Antworten</translation>
    </message>
    <message>
        <source>Panes scroll with each other</source>
        <translation>Spalten rollen miteinander</translation>
    </message>
    <message>
        <source>As Markdown…</source>
        <translation>Als Markdown …</translation>
    </message>
    <message>
        <source>As JSON…</source>
        <translation>Als JSON …</translation>
    </message>
    <message>
        <source>Set of %1</source>
        <extracomment>Behind the title: how many panes answer side by side.</extracomment>
        <translation>%1 Spalten</translation>
    </message>
</context>
<context>
    <name>sb::ui::PlaygroundPage</name>
    <message>
        <source>Export the conversation</source>
        <translation>Gespräch exportieren</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>gespraech</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>sb::ui::PlaygroundSession</name>
    <message>
        <source>Our provider answers 529 at peak hours. What should we do for each kind of failure? A short table, then a retry helper in Python.</source>
        <translation>Unser Anbieter antwortet zu Stoßzeiten mit 529. Was sollen wir bei jeder Art von Fehler tun? Eine kurze Tabelle, dann eine Wiederholungsfunktion in Python.</translation>
    </message>
    <message>
        <source>Signalbox ended before the answer was whole.</source>
        <translation>Signalbox endete, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>Conversation deleted</source>
        <translation>Gespräch gelöscht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Pane closed</source>
        <translation>Spalte geschlossen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Sent again. Later turns were dropped.</source>
        <translation>Erneut gesendet. Spätere Runden entfielen.</translation>
    </message>
    <message>
        <source>Sent again. The answer before was dropped.</source>
        <translation>Erneut gesendet. Die Antwort davor entfiel.</translation>
    </message>
    <message>
        <source>Asked again. The answer before was dropped.</source>
        <translation>Erneut gefragt. Die Antwort davor entfiel.</translation>
    </message>
    <message>
        <source>Still answering: %1</source>
        <extracomment>%1 is the title of a conversation that was left while answers came.</extracomment>
        <translation>Antwortet noch: %1</translation>
    </message>
    <message>
        <source>This class can take no further example</source>
        <translation>Diese Klasse kann kein weiteres Beispiel aufnehmen</translation>
    </message>
    <message>
        <source>Kept as an example of “%1”</source>
        <translation>Als Beispiel für „%1“ behalten</translation>
    </message>
    <message>
        <source>Kept, but a rule of “%1” decides first</source>
        <translation>Behalten, aber zuerst entscheidet eine Regel von „%1“</translation>
    </message>
</context>
<context>
    <name>sb::ui::PolicyFields</name>
    <message>
        <source>About this policy</source>
        <translation>Über dieses Regelwerk</translation>
    </message>
    <message>
        <source>What it is for, in your own words.</source>
        <translation>Wofür es gut ist, in Ihren Worten.</translation>
    </message>
    <message>
        <source>A second, $</source>
        <translation>Sekunde, $</translation>
    </message>
    <message>
        <source>dollars from 0 on, or empty</source>
        <translation>Dollar ab 0 oder leer</translation>
    </message>
    <message>
        <source>What a second of waiting is worth; who answers sooner may cost as much more. The usual amount is %1 an hour.</source>
        <translation>Was eine Sekunde Warten wert ist; wer früher antwortet, darf so viel mehr kosten. Üblich sind %1 je Stunde.</translation>
    </message>
    <message>
        <source>Exploring, %</source>
        <translation>Erkunden, %</translation>
    </message>
    <message>
        <source>0 to 100, or empty</source>
        <translation>0 bis 100 oder leer</translation>
    </message>
    <message>
        <source>Share of requests that go to any of the endpoints alike, so that all stay known.</source>
        <translation>Anteil der Anfragen, die gleichmäßig an alle Endpunkte gehen, damit alle bekannt bleiben.</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source>0 to %1, or empty</source>
        <translation>0 bis %1 oder leer</translation>
    </message>
    <message>
        <source>How fast the share of an endpoint falls with what it costs: at 8, who is 9 % dearer gets half; at 0 all get the same.</source>
        <translation>Wie schnell der Anteil eines Endpunkts mit seinen Kosten fällt: bei 8 bekommt die Hälfte, wer 9 % teurer ist; bei 0 bekommen alle gleich viel.</translation>
    </message>
</context>
<context>
    <name>sb::ui::PolicyInspector</name>
    <message>
        <source>Rule menu</source>
        <translation>Menü der Regel</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Sonst</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Alle Anfragen</translation>
    </message>
</context>
<context>
    <name>sb::ui::PolicyJsonView</name>
    <message>
        <source>Edit as JSON</source>
        <translation>Als JSON bearbeiten</translation>
    </message>
    <message>
        <source>Policy as JSON</source>
        <translation>Regelwerk als JSON</translation>
    </message>
</context>
<context>
    <name>sb::ui::PolicyPage</name>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rule removed</source>
        <translation>Regel entfernt</translation>
    </message>
    <message>
        <source>The new version takes %1 %</source>
        <translation>Die neue Version bekommt %1 %</translation>
    </message>
    <message>
        <source>The new version takes no requests any more</source>
        <translation>Die neue Version bekommt keine Anfragen mehr</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Draft of version %1</source>
        <translation>Entwurf von Version %1</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>version %1 takes %2 %</source>
        <translation>Version %1 bekommt %2 %</translation>
    </message>
    <message>
        <source>Publish as version %1</source>
        <translation>Als Version %1 veröffentlichen</translation>
    </message>
    <message>
        <source>Publish (%1)</source>
        <translation>Veröffentlichen (%1)</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nichts hat sich geändert</translation>
    </message>
    <message>
        <source>Publish it first; then requests can go by it</source>
        <translation>Erst veröffentlichen; dann können Anfragen danach gehen</translation>
    </message>
    <message>
        <source>Requests that name no chain go by this policy</source>
        <translation>Anfragen ohne eigene Kette gehen nach diesem Regelwerk</translation>
    </message>
    <message>
        <source>No policy is in use; requests go as they ask</source>
        <translation>Kein Regelwerk ist in Gebrauch; Anfragen gehen, wie sie wollen</translation>
    </message>
    <message>
        <source>“%1” is in use</source>
        <translation>„%1“ ist in Gebrauch</translation>
    </message>
    <message>
        <source>Requests go by %1</source>
        <translation>Anfragen gehen nach %1</translation>
    </message>
    <message>
        <source>Requests go as they ask</source>
        <translation>Anfragen gehen, wie sie wollen</translation>
    </message>
    <message>
        <source>Draft from before</source>
        <translation>Entwurf von vorher</translation>
    </message>
    <message>
        <source>What was typed in %1 is no policy and was not kept</source>
        <translation>Das in %1 Getippte ist kein Regelwerk und wurde nicht behalten</translation>
    </message>
    <message>
        <source>policy</source>
        <comment>name of a new policy: letters, digits and -</comment>
        <translation>regelwerk</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>Nicht importiert: %1</translation>
    </message>
    <message>
        <source>%1 removed, requests go as they ask</source>
        <translation>%1 entfernt, Anfragen gehen, wie sie wollen</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>“%1” was changed elsewhere. Publishing keeps yours beside it, as a new policy.</source>
        <translation>„%1“ wurde anderswo geändert. Beim Veröffentlichen bleibt Ihres daneben erhalten, als neues Regelwerk.</translation>
    </message>
    <message>
        <source>Under another name it takes all requests.</source>
        <translation>Unter anderem Namen bekommt es alle Anfragen.</translation>
    </message>
    <message>
        <source>Version %1 takes %2 % of the requests</source>
        <translation>Version %1 bekommt %2 % der Anfragen</translation>
    </message>
    <message>
        <source>Restore version %1</source>
        <translation>Version %1 wiederherstellen</translation>
    </message>
    <message>
        <source>Version %1 is the draft</source>
        <translation>Version %1 ist der Entwurf</translation>
    </message>
    <message>
        <source>%1 is published as version %2</source>
        <translation>%1 ist als Version %2 veröffentlicht</translation>
    </message>
</context>
<context>
    <name>sb::ui::PriceChart</name>
    <message>
        <source>Price over time</source>
        <translation>Preis im Verlauf</translation>
    </message>
    <message>
        <source>Since %1: input %2, output %3</source>
        <extracomment>%1 is a date, then the two prices that held since then.</extracomment>
        <translation>Seit %1: Eingabe %2, Ausgabe %3</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
</context>
<context>
    <name>sb::ui::PriceForm</name>
    <message>
        <source>Type dollars for a million tokens, such as %1, with at most six decimals.</source>
        <translation>Geben Sie Dollar je Million Token an, etwa %1, mit höchstens sechs Nachkommastellen.</translation>
    </message>
    <message>
        <source>Input, $ per M</source>
        <translation>Eingabe, $ je Mio.</translation>
    </message>
    <message>
        <source>Output, $ per M</source>
        <translation>Ausgabe, $ je Mio.</translation>
    </message>
    <message>
        <source>Cached, $ per M</source>
        <translation>Gecacht, $ je Mio.</translation>
    </message>
    <message>
        <source>as input</source>
        <translation>wie Eingabe</translation>
    </message>
    <message>
        <source>Contract, discount, page</source>
        <translation>Vertrag, Rabatt, Seite</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Use this price</source>
        <translation>Diesen Preis verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove my own price</source>
        <translation>Eigenen Preis entfernen</translation>
    </message>
</context>
<context>
    <name>sb::ui::PriceLineTable</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Paid for</source>
        <translation>Wofür</translation>
    </message>
</context>
<context>
    <name>sb::ui::PriceLines</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Gecachte Eingabe</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Cache schreiben</translation>
    </message>
    <message>
        <source>Cache write, 1 hour</source>
        <translation>Cache schreiben, 1 Std.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Web search</source>
        <translation>Websuche</translation>
    </message>
    <message>
        <source>Second of audio</source>
        <translation>Sekunde Audio</translation>
    </message>
    <message>
        <source>%1 per M</source>
        <extracomment>A price for a million tokens.</extracomment>
        <translation>%1 je Mio.</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>prompts above %1</source>
        <translation>Prompts über %1</translation>
    </message>
    <message>
        <source>%1 to %2 h UTC</source>
        <translation>%1 bis %2 Uhr UTC</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>Montag bis Freitag</translation>
    </message>
</context>
<context>
    <name>sb::ui::PriceStepTable</name>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>sb::ui::PriceSteps</name>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>No price is known yet</source>
        <translation>Noch ist kein Preis bekannt</translation>
    </message>
    <message>
        <source>No change has been seen since %1</source>
        <translation>Seit %1 wurde keine Änderung gesehen</translation>
    </message>
    <message>
        <source>Another part of the price changed on %1</source>
        <translation>Ein anderer Teil des Preises änderte sich am %1</translation>
    </message>
    <message>
        <source>Output went from %1 to %2 on %3</source>
        <extracomment>%1 and %2 are prices, %3 is a date.</extracomment>
        <translation>Die Ausgabe ging von %1 auf %2 am %3</translation>
    </message>
    <message>
        <source>Input went from %1 to %2 on %3</source>
        <translation>Die Eingabe ging von %1 auf %2 am %3</translation>
    </message>
</context>
<context>
    <name>sb::ui::PromptBox</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Ask all panes</source>
        <translation>Alle Spalten fragen</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Send (Ctrl+Enter)</source>
        <translation>Senden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Attach an image</source>
        <translation>Bild anhängen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Senden an</translation>
    </message>
    <message numerus="yes">
        <source>A message takes at most %n image(s).</source>
        <translation>
            <numerusform>Eine Nachricht fasst höchstens %n Bild.</numerusform>
            <numerusform>Eine Nachricht fasst höchstens %n Bilder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach images</source>
        <translation>Bilder anhängen</translation>
    </message>
    <message>
        <source>Images (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>Ask something</source>
        <translation>Etwas fragen</translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s)</source>
        <translation>
            <numerusform>%n Werkzeug</numerusform>
            <numerusform>%n Werkzeuge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::PromptDesk</name>
    <message>
        <source>An answer is still coming</source>
        <translation>Eine Antwort kommt noch</translation>
    </message>
    <message>
        <source>Choose a model first</source>
        <translation>Erst ein Modell wählen</translation>
    </message>
    <message>
        <source>Type a prompt first</source>
        <translation>Erst einen Prompt eingeben</translation>
    </message>
    <message>
        <source>all %1</source>
        <extracomment>Who gets the prompt: all three panes, or two of three.</extracomment>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>The chain that is asked: none, but a model.</extracomment>
        <translation>keine</translation>
    </message>
    <message>
        <source>None, %1 alone</source>
        <extracomment>In the menu of chains: none, but this model alone.</extracomment>
        <translation>Keine, nur %1</translation>
    </message>
    <message>
        <source>All panes</source>
        <translation>Alle Spalten</translation>
    </message>
    <message>
        <source>The profile is still being read</source>
        <translation>Das Profil wird noch gelesen</translation>
    </message>
    <message>
        <source>An image is still being read</source>
        <translation>Ein Bild wird noch gelesen</translation>
    </message>
</context>
<context>
    <name>sb::ui::ProviderBoard</name>
    <message>
        <source>Practice line</source>
        <translation>Übungsstrecke</translation>
    </message>
    <message>
        <source>%1 takes the key of a service account: create one in Google Cloud as JSON, and import that file.</source>
        <translation>%1 nimmt den Schlüssel eines Dienstkontos: Erstellen Sie einen in Google Cloud als JSON, und importieren Sie diese Datei.</translation>
    </message>
    <message>
        <source>This is the key file of a service account; %1 takes an API key.</source>
        <translation>Das ist die Schlüsseldatei eines Dienstkontos; %1 nimmt einen API-Schlüssel.</translation>
    </message>
    <message>
        <source>Fill in the address first (%1): a key is kept for one address.</source>
        <translation>Füllen Sie zuerst die Adresse aus (%1): Ein Schlüssel gilt für eine Adresse.</translation>
    </message>
</context>
<context>
    <name>sb::ui::ProviderDetail</name>
    <message>
        <source>Move or remove</source>
        <translation>Verschieben oder entfernen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Simulated models on this machine. No key, no cost, and every fault can be rehearsed. Their requests have a ledger of their own.</source>
        <translation>Simulierte Modelle auf diesem Rechner. Kein Schlüssel, keine Kosten, und jede Störung lässt sich üben. Ihre Anfragen haben ein eigenes Buch.</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Where to get a key</source>
        <translation>Woher ein Schlüssel kommt</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Its page</source>
        <translation>Seine Seite</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Only where the server asks for one.</source>
        <translation>Nur wo der Server einen verlangt.</translation>
    </message>
    <message>
        <source>stay where this server is</source>
        <translation>bleiben, wo dieser Server ist</translation>
    </message>
    <message>
        <source>Asks for the list of models: sends no prompt and costs nothing</source>
        <translation>Fragt nach der Modell-Liste: sendet keinen Prompt und kostet nichts</translation>
    </message>
    <message>
        <source>Add a key first</source>
        <translation>Erst einen Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Test this key</source>
        <translation>Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Asking %1 for its models</source>
        <translation>%1 wird nach Modellen gefragt</translation>
    </message>
    <message>
        <source>%1 It answered in %2.</source>
        <translation>%1 Antwort in %2.</translation>
    </message>
    <message>
        <source>None yet: its list has not been read</source>
        <translation>Noch keine: Die Liste wurde noch nicht gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), prices for a million tokens</source>
        <translation>
            <numerusform>%n Modell, Preise je Million Token</numerusform>
            <numerusform>%n Modelle, Preise je Million Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n more from its list, unpriced</source>
        <translation>
            <numerusform>%n weiteres aus der Liste hinzufügen, ohne Preis</numerusform>
            <numerusform>%n weitere aus der Liste hinzufügen, ohne Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove provider</source>
        <translation>Anbieter entfernen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Another region has another address: a key is asked for again before it is sent there</source>
        <translation>Eine andere Region hat eine andere Adresse: Nach einem Schlüssel wird erneut gefragt, bevor er dorthin gesendet wird</translation>
    </message>
    <message>
        <source>Fill in the address first</source>
        <translation>Zuerst die Adresse ausfüllen</translation>
    </message>
</context>
<context>
    <name>sb::ui::ProviderFacts</name>
    <message>
        <source>no models yet</source>
        <translation>noch keine Modelle</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>key held for this session</source>
        <translation>Schlüssel nur für diese Sitzung</translation>
    </message>
    <message>
        <source>key kept</source>
        <translation>Schlüssel aufbewahrt</translation>
    </message>
    <message>
        <source>key ends %1, this session only</source>
        <translation>Schlüssel endet auf %1, nur diese Sitzung</translation>
    </message>
    <message>
        <source>key ends %1</source>
        <translation>Schlüssel endet auf %1</translation>
    </message>
    <message>
        <source>wants a key, %1</source>
        <translation>verlangt einen Schlüssel, %1</translation>
    </message>
    <message>
        <source>key refused, %1</source>
        <translation>Schlüssel abgelehnt, %1</translation>
    </message>
    <message>
        <source>no credit, 402</source>
        <translation>kein Guthaben, 402</translation>
    </message>
    <message>
        <source>not permitted, %1</source>
        <translation>nicht erlaubt, %1</translation>
    </message>
    <message>
        <source>key not sent</source>
        <translation>Schlüssel nicht gesendet</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>wrong base URL, %1</source>
        <translation>falsche Basis-URL, %1</translation>
    </message>
    <message>
        <source>no API there</source>
        <translation>dort keine API</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>antwortete %1</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>caution</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>Halt</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>kein Schlüssel nötig</translation>
    </message>
    <message>
        <source>%1, not running</source>
        <translation>%1, läuft nicht</translation>
    </message>
    <message>
        <source>simulated, always there</source>
        <translation>simuliert, immer da</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>nicht in Gebrauch</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>wird gefragt</translation>
    </message>
    <message>
        <source>key is for another address</source>
        <translation>Schlüssel gilt für andere Adresse</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>The key of %1 was entered for %2. It is not sent to %3 until you say so.</source>
        <translation>Der Schlüssel von %1 wurde für %2 eingegeben. Er geht erst an %3, wenn Sie zustimmen.</translation>
    </message>
    <message>
        <source>Send it there</source>
        <translation>Dorthin senden</translation>
    </message>
    <message>
        <source>%1 refused its key at %2 (%3).</source>
        <translation>%1 lehnte den Schlüssel um %2 ab (%3).</translation>
    </message>
    <message>
        <source>%1 refused its key, or the account has no credit, at %2.</source>
        <translation>%1 lehnte um %2 den Schlüssel ab, oder das Konto hat kein Guthaben.</translation>
    </message>
    <message>
        <source>Requests skip it until the key is replaced.</source>
        <translation>Anfragen übergehen ihn, bis der Schlüssel ersetzt ist.</translation>
    </message>
    <message>
        <source>Replace key</source>
        <translation>Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Held in memory until Signalbox ends. Never written to a file.</source>
        <translation>Im Arbeitsspeicher, bis Signalbox endet. Steht nie in einer Datei.</translation>
    </message>
    <message>
        <source>Taken from the environment for this run. Never written to a file.</source>
        <translation>Für diesen Lauf aus der Umgebung. Steht nie in einer Datei.</translation>
    </message>
    <message>
        <source>Handed over by the system for this run. Never written to a file.</source>
        <translation>Für diesen Lauf vom System übergeben. Steht nie in einer Datei.</translation>
    </message>
    <message>
        <source>In the keychain. Never shown again, never written to a file.</source>
        <translation>Im Schlüsselbund. Wird nie wieder gezeigt, steht nie in einer Datei.</translation>
    </message>
    <message>
        <source>In the keychain since %1. Never shown again, never written to a file.</source>
        <translation>Im Schlüsselbund seit %1. Wird nie wieder gezeigt, steht nie in einer Datei.</translation>
    </message>
    <message>
        <source>trains models on prompts</source>
        <translation>trainiert Modelle mit Prompts</translation>
    </message>
    <message>
        <source>no training on prompts</source>
        <translation>kein Training mit Prompts</translation>
    </message>
    <message>
        <source>keeps nothing</source>
        <translation>behält nichts</translation>
    </message>
    <message numerus="yes">
        <source>keeps prompts %n day(s)</source>
        <translation>
            <numerusform>behält Prompts %n Tag</numerusform>
            <numerusform>behält Prompts %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a whole date</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>processed in %1</source>
        <translation>verarbeitet in %1</translation>
    </message>
    <message>
        <source>key of %1, this session only</source>
        <translation>Schlüssel von %1, nur für diese Sitzung</translation>
    </message>
    <message>
        <source>key of %1</source>
        <translation>Schlüssel von %1</translation>
    </message>
    <message>
        <source>fill in: %1</source>
        <translation>ausfüllen: %1</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>aufbewahrt</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>endet %1</translation>
    </message>
    <message>
        <source>stops the bill</source>
        <translation>beendet die Berechnung</translation>
    </message>
    <message>
        <source>does not stop the bill: the most that the answer can cost is counted</source>
        <translation>beendet die Berechnung nicht: Gezählt wird das Höchste, was die Antwort kosten kann</translation>
    </message>
    <message>
        <source>not documented (%1)</source>
        <extracomment>%1 such as "as of 30/11/2026"; what a provider does not say about itself</extracomment>
        <translation>nicht dokumentiert (%1)</translation>
    </message>
    <message>
        <source>not known (%1)</source>
        <translation>nicht bekannt (%1)</translation>
    </message>
    <message>
        <source>stops the bill at some of the providers behind it</source>
        <translation>beendet die Rechnung bei manchen Anbietern dahinter</translation>
    </message>
    <message>
        <source>differs from model to model, or with the provider behind it</source>
        <translation>je nach Modell oder dem Anbieter dahinter verschieden</translation>
    </message>
</context>
<context>
    <name>sb::ui::ProviderModel</name>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>%1, %2: %3, this month %4</source>
        <extracomment>Accessible text of a row: name, state, second line, what was spent this month.</extracomment>
        <translation>%1, %2: %3, diesen Monat %4</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
</context>
<context>
    <name>sb::ui::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Remove the key of %1?</source>
        <translation>Schlüssel von %1 entfernen?</translation>
    </message>
    <message>
        <source>It is deleted here, and cannot be brought back; at the provider it stays valid.</source>
        <translation>Er wird hier gelöscht und lässt sich nicht zurückholen; beim Anbieter bleibt er gültig.</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>Schlüssel entfernen</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Alle prüfen</translation>
    </message>
    <message>
        <source>Asks every provider with a key for its models: sends no prompt and costs nothing</source>
        <translation>Fragt jeden Anbieter mit Schlüssel nach seinen Modellen: sendet keinen Prompt und kostet nichts</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Add provider (%1)</source>
        <translation>Anbieter hinzufügen (%1)</translation>
    </message>
    <message>
        <source>Keys stay in the system keychain</source>
        <translation>Schlüssel bleiben im Schlüsselbund</translation>
    </message>
    <message>
        <source>Keys are held for this session only</source>
        <translation>Schlüssel gelten nur für diese Sitzung</translation>
    </message>
    <message>
        <source>Nobody can be asked yet</source>
        <translation>Noch kann niemand gefragt werden</translation>
    </message>
    <message>
        <source>Add a server on this machine, or a provider with your key.</source>
        <translation>Einen Server auf diesem Rechner hinzufügen, oder einen Anbieter mit Ihrem Schlüssel.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <extracomment>After a sentence: how many other things need a hand.</extracomment>
        <translation>
            <numerusform>Und %n weiterer.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the key of %1 to %2?</source>
        <translation>Schlüssel von %1 an %2 senden?</translation>
    </message>
    <message>
        <source>It was entered for %1.</source>
        <translation>Er wurde für %1 eingegeben.</translation>
    </message>
    <message>
        <source>It was entered for %1. The new address is not encrypted: others in the network can read the key and the prompts.</source>
        <translation>Er wurde für %1 eingegeben. Die neue Adresse ist unverschlüsselt: Andere im Netz können Schlüssel und Prompts lesen.</translation>
    </message>
    <message>
        <source>Send it there</source>
        <translation>Dorthin senden</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Remove %1 and its key?</source>
        <translation>%1 samt Schlüssel entfernen?</translation>
    </message>
    <message>
        <source>The key is deleted here, and cannot be brought back. Requests that were sent stay in the register.</source>
        <translation>Der Schlüssel wird hier gelöscht und lässt sich nicht zurückholen. Gesendete Anfragen bleiben im Register.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The key of %1 was not stored: %2</source>
        <translation>Der Schlüssel von %1 wurde nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>Remove this key of %1?</source>
        <translation>Diesen Schlüssel von %1 entfernen?</translation>
    </message>
</context>
<context>
    <name>sb::ui::PublishDialog</name>
    <message>
        <source>Publish as version %1</source>
        <translation>Als Version %1 veröffentlichen</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>%1 veröffentlichen</translation>
    </message>
    <message>
        <source>what changed, and why</source>
        <translation>was sich geändert hat und warum</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>This is the first version.</source>
        <translation>Dies ist die erste Version.</translation>
    </message>
    <message>
        <source>Against version %1, which is in use:</source>
        <translation>Gegenüber Version %1, die in Gebrauch ist:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes all requests at once</source>
        <translation>Sie bekommt sofort alle Anfragen</translation>
    </message>
    <message>
        <source>It takes a share of them first, %:</source>
        <translation>Sie bekommt zuerst einen Teil davon, %:</translation>
    </message>
    <message>
        <source>Share, %</source>
        <translation>Anteil, %</translation>
    </message>
    <message>
        <source>Expected 1 to 99</source>
        <translation>Erwartet: 1 bis 99</translation>
    </message>
</context>
<context>
    <name>sb::ui::QualityFields</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Further models by quality</source>
        <translation>Weitere Modelle nach Güte</translation>
    </message>
    <message>
        <source>a model, or anthropic/*</source>
        <translation>ein Modell oder anthropic/*</translation>
    </message>
    <message>
        <source>Models or patterns that come last in the order; commas between, Down opens the list.</source>
        <translation>Modelle oder Muster, die in der Reihenfolge hinten stehen; Kommas dazwischen, Pfeil ab öffnet die Liste.</translation>
    </message>
    <message>
        <source>Add to the order by quality</source>
        <translation>Zur Reihenfolge nach Güte hinzufügen</translation>
    </message>
</context>
<context>
    <name>sb::ui::QualityList</name>
    <message>
        <source>Models by quality, the best first</source>
        <translation>Modelle nach Güte, das beste zuerst</translation>
    </message>
    <message>
        <source>From the best to the least; * stands for any text. What is not in the list has no place. Alt+Up and Alt+Down move, F2 types over, Delete removes.</source>
        <translation>Vom besten zum schwächsten; * steht für beliebigen Text. Was nicht in der Liste steht, hat keinen Platz. Alt+Pfeil bewegt, F2 ändert, Entf entfernt.</translation>
    </message>
    <message>
        <source>Change the order by quality</source>
        <translation>Reihenfolge nach Güte ändern</translation>
    </message>
    <message>
        <source>Remove from the order by quality</source>
        <translation>Aus der Reihenfolge nach Güte entfernen</translation>
    </message>
</context>
<context>
    <name>sb::ui::RangeSlider</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>Accessible description of a range with two handles: from the first value to the second.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>lower end active</source>
        <translation>unteres Ende aktiv</translation>
    </message>
    <message>
        <source>upper end active</source>
        <translation>oberes Ende aktiv</translation>
    </message>
</context>
<context>
    <name>sb::ui::RecordCurl</name>
    <message>
        <source>Not kept: recording of prompts and answers was off.</source>
        <translation>Nicht aufbewahrt: Das Verzeichnen von Prompts und Antworten war aus.</translation>
    </message>
    <message>
        <source>The catalog has no endpoint “%1”.</source>
        <translation>Der Katalog hat keinen Endpunkt „%1“.</translation>
    </message>
    <message>
        <source>%1 speaks another format than the one in which requests are kept.</source>
        <translation>%1 spricht ein anderes Format als das, in dem Anfragen aufbewahrt werden.</translation>
    </message>
</context>
<context>
    <name>sb::ui::RecordView</name>
    <message>
        <source>Trace</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Raw record</source>
        <translation>Rohdaten des Eintrags</translation>
    </message>
    <message>
        <source>Open in playground</source>
        <translation>Im Playground öffnen</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>How known</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Fresh input</source>
        <translation>Neue Eingabe</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>amount, $</source>
        <translation>Betrag, $</translation>
    </message>
    <message>
        <source>This amount</source>
        <translation>Diesen Betrag</translation>
    </message>
    <message>
        <source>version %1, %2</source>
        <translation>Version %1, %2</translation>
    </message>
    <message>
        <source>Not kept: recording of prompts and answers was off.</source>
        <translation>Nicht aufbewahrt: Das Verzeichnen von Prompts und Antworten war aus.</translation>
    </message>
    <message>
        <source>The answer has no text.</source>
        <translation>Die Antwort hat keinen Text.</translation>
    </message>
    <message>
        <source>billed</source>
        <translation>vom Anbieter berechnet</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>errechnet</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>What is shown of the request</source>
        <translation>Was von der Anfrage gezeigt wird</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>What did it cost? The provider's page may know; until then all of it is held.</source>
        <translation>Was hat sie gekostet? Die Seite des Anbieters weiß es vielleicht; bis dahin bleibt alles zurückgehalten.</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>All of %1</source>
        <extracomment>What a lost request cost: the most that it could have.</extracomment>
        <translation>Alles von %1</translation>
    </message>
    <message>
        <source>Record as JSON</source>
        <translation>Eintrag als JSON</translation>
    </message>
    <message>
        <source>Request as JSON</source>
        <translation>Anfrage als JSON</translation>
    </message>
    <message>
        <source>Request as curl, without key</source>
        <translation>Anfrage als curl, ohne Schlüssel</translation>
    </message>
    <message>
        <source>The answer is still coming.</source>
        <translation>Die Antwort kommt noch.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Amount in dollars</source>
        <translation>Betrag in Dollar</translation>
    </message>
    <message>
        <source>No answer came.</source>
        <translation>Es kam keine Antwort.</translation>
    </message>
    <message>
        <source>Expected dollars, such as %1</source>
        <translation>Erwartet werden Dollar, etwa %1</translation>
    </message>
    <message>
        <source>Vectors came: %1, of %2 numbers each. They are not kept.</source>
        <translation>Vektoren kamen: %1, mit je %2 Zahlen. Sie werden nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Erklärt</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) before it did not apply: “Explained” says why.</source>
        <translation>
            <numerusform>%n Regel davor galt nicht: „Erklärt“ sagt, warum.</numerusform>
            <numerusform>%n Regeln davor galten nicht: „Erklärt“ sagt, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
</context>
<context>
    <name>sb::ui::RecordedDialog</name>
    <message>
        <source>Use this request</source>
        <translation>Diese Anfrage nehmen</translation>
    </message>
    <message>
        <source>Dry run of a recorded request</source>
        <translation>Trockenlauf einer aufgezeichneten Anfrage</translation>
    </message>
    <message>
        <source>The last requests</source>
        <translation>Die letzten Anfragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is no request on record yet.</source>
        <translation>Noch ist keine Anfrage aufgezeichnet.</translation>
    </message>
    <message>
        <source>The text of this request was not kept, so it cannot be planned again.</source>
        <translation>Der Text dieser Anfrage wurde nicht behalten, sie lässt sich also nicht noch einmal planen.</translation>
    </message>
</context>
<context>
    <name>sb::ui::RecordedModel</name>
    <message>
        <source>practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
</context>
<context>
    <name>sb::ui::RefreshPage</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Last refresh</source>
        <translation>Letztes Auffrischen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n anzusehen</numerusform>
            <numerusform>%n anzusehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::RefreshWords</name>
    <message>
        <source>new list</source>
        <translation>neue Liste</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>nicht übernommen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) changed</source>
        <translation>
            <numerusform>%n Preis geändert</numerusform>
            <numerusform>%n Preise geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s) are new</source>
        <translation>
            <numerusform>%n Endpunkt ist neu</numerusform>
            <numerusform>%n Endpunkte sind neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beneath your own price</source>
        <translation>
            <numerusform>%n unter Ihrem eigenen Preis</numerusform>
            <numerusform>%n unter Ihrem eigenen Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Nichts geändert</translation>
    </message>
    <message>
        <source>%1 asked: %2. %3.</source>
        <extracomment>%1 is a number of sources, %2 what came of them, %3 what changed.</extracomment>
        <translation>%1 gefragt: %2. %3.</translation>
    </message>
</context>
<context>
    <name>sb::ui::RehearsedPath</name>
    <message>
        <source>%1 tries, %2</source>
        <translation>%1 Versuche, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Time and cost of a leg.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Answered by step %1 in %2, %3</source>
        <extracomment>A rehearsed request: the step, the time, what it cost.</extracomment>
        <translation>Schritt %1 antwortet nach %2, %3</translation>
    </message>
    <message>
        <source>Nobody was asked</source>
        <translation>Niemand wurde gefragt</translation>
    </message>
    <message>
        <source>No answer after %2: %1</source>
        <extracomment>A rehearsed request: the error of the last step that was asked, and the time.</extracomment>
        <translation>Keine Antwort nach %2: %1</translation>
    </message>
    <message>
        <source>Request %1 of %2: %3</source>
        <translation>Anfrage %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>sb::ui::Replay</name>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>exact %1 of %2</source>
        <extracomment>Part of a sum: its amount, of so many requests.</extracomment>
        <translation>genau %1 von %2</translation>
    </message>
    <message>
        <source>estimated %1 of %2</source>
        <translation>geschätzt %1 von %2</translation>
    </message>
    <message>
        <source>%1 cannot be priced</source>
        <translation>%1 ohne Preis</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>tokens as they were used, at today's prices</source>
        <translation>die verbrauchten Tokens zu heutigen Preisen</translation>
    </message>
    <message>
        <source>without %1 at endpoints with too few answers on record</source>
        <translation>ohne %1 bei Endpunkten mit zu wenigen Antworten im Register</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>share that gets an answer</source>
        <translation>Anteil, der eine Antwort erhält</translation>
    </message>
    <message>
        <source>%1 points</source>
        <extracomment>Percentage points.</extracomment>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>no votes on record</source>
        <translation>keine Stimmen im Register</translation>
    </message>
    <message>
        <source>no overlap: what would be picked was never picked by chance</source>
        <translation>keine Überschneidung: was gewählt würde, wurde nie zufällig gewählt</translation>
    </message>
    <message>
        <source>too few votes count for it</source>
        <translation>zu wenige Stimmen zählen dafür</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <extracomment>A mean and its standard error: "71.0 % ± 2.3".</extracomment>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>votes of comparisons: all worse 0%, all better 100%</source>
        <translation>Stimmen aus Vergleichen: alle schlechter 0 %, alle besser 100 %</translation>
    </message>
    <message>
        <source>cannot say</source>
        <translation>keine Aussage</translation>
    </message>
    <message>
        <source>%1 votes, which tell as much as %2</source>
        <extracomment>"as much as 41 votes": the effective sample size of an estimate that weighs them.</extracomment>
        <translation>%1 Stimmen, die so viel sagen wie %2</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n vote(s) on record</source>
        <translation>
            <numerusform>%1 von %n Stimme im Register</numerusform>
            <numerusform>%1 von %n Stimmen im Register</numerusform>
        </translation>
    </message>
    <message>
        <source>No rule</source>
        <translation>Keine Regel</translation>
    </message>
    <message>
        <source>go as they ask</source>
        <translation>gehen, wie sie es verlangen</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>über %1</translation>
    </message>
    <message numerus="yes">
        <source>elsewhere; %n take(s) another chain</source>
        <translation>
            <numerusform>anderswohin; %n nimmt eine andere Kette</numerusform>
            <numerusform>anderswohin; %n nehmen eine andere Kette</numerusform>
        </translation>
    </message>
    <message>
        <source>half of them take no longer</source>
        <translation>die Hälfte dauert nicht länger</translation>
    </message>
    <message>
        <source>95 of 100 take no longer</source>
        <translation>95 von 100 dauern nicht länger</translation>
    </message>
    <message>
        <source>First token, median</source>
        <translation>Erstes Token, Median</translation>
    </message>
    <message>
        <source>First token, p95</source>
        <translation>Erstes Token, p95</translation>
    </message>
    <message>
        <source>Whole answer, median</source>
        <translation>Ganze Antwort, Median</translation>
    </message>
    <message>
        <source>Whole answer, p95</source>
        <translation>Ganze Antwort, p95</translation>
    </message>
    <message>
        <source>Take another chain</source>
        <translation>Nehmen eine andere Kette</translation>
    </message>
    <message>
        <source>Go first to another endpoint</source>
        <translation>Gehen zuerst an einen anderen Endpunkt</translation>
    </message>
    <message>
        <source>Go first to another model</source>
        <translation>Gehen zuerst an ein anderes Modell</translation>
    </message>
    <message>
        <source>No request is on record in this time.</source>
        <translation>In dieser Zeit steht keine Anfrage im Register.</translation>
    </message>
    <message>
        <source>All %1 requests can be compared</source>
        <translation>Alle %1 Anfragen lassen sich vergleichen</translation>
    </message>
    <message>
        <source>%1 of %2 requests can be compared</source>
        <translation>%1 von %2 Anfragen lassen sich vergleichen</translation>
    </message>
    <message>
        <source>%1; %2 would be decided as they were.</source>
        <translation>%1; %2 würden entschieden wie zuvor.</translation>
    </message>
    <message>
        <source>Canceled. Of what was read by then: %1</source>
        <translation>Abgebrochen. Von dem bis dahin Gelesenen: %1</translation>
    </message>
    <message>
        <source>%1 left out: %2</source>
        <translation>%1 ausgelassen: %2</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
</context>
<context>
    <name>sb::ui::ReplayView</name>
    <message>
        <source>Not replayed yet</source>
        <translation>Noch nicht nachgespielt</translation>
    </message>
    <message>
        <source>Decides about the requests on record again, as this would: what they would have cost, how long they would have taken. Nothing is sent.</source>
        <translation>Entscheidet über die Anfragen im Register neu, so wie dies es täte: was sie gekostet, wie lange sie gedauert hätten. Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Nachspielen</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Requests of the last</source>
        <translation>Anfragen der letzten</translation>
    </message>
    <message>
        <source>of an earlier state</source>
        <translation>von einem früheren Stand</translation>
    </message>
    <message>
        <source>Of all of them</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>Im Register</translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>Nachgespielt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>How far to trust</source>
        <translation>Verlässlichkeit</translation>
    </message>
    <message>
        <source>What was and what would be</source>
        <translation>Was war und was wäre</translation>
    </message>
    <message>
        <source>Where requests would go</source>
        <translation>Wohin Anfragen gingen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Divided by</source>
        <translation>Geteilt nach</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>Das Register wird gelesen …</translation>
    </message>
    <message>
        <source>%1 of %2 requests decided again</source>
        <translation>%1 von %2 Anfragen neu entschieden</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Replay again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Go elsewhere</source>
        <translation>Gehen anderswohin</translation>
    </message>
    <message>
        <source>Cost differs by</source>
        <translation>Kosten ändern sich um</translation>
    </message>
    <message>
        <source>Goes first to</source>
        <translation>Geht zuerst an</translation>
    </message>
    <message>
        <source>Replayed, with cost</source>
        <translation>Nachgespielt, mit Kosten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It could not be replayed</source>
        <translation>Es ließ sich nicht nachspielen</translation>
    </message>
</context>
<context>
    <name>sb::ui::RequestFilters</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Fell back</source>
        <translation>Ausgewichen</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Echt</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Buch</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>any</source>
        <translation>egal</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>sb::ui::RequestSource</name>
    <message>
        <source>a sample, none is on record</source>
        <translation>einem Beispiel, keine ist verzeichnet</translation>
    </message>
    <message>
        <source>the last request</source>
        <translation>der letzten Anfrage</translation>
    </message>
    <message>
        <source>the request of %1</source>
        <extracomment>%1 is a time: "14:31:07".</extracomment>
        <translation>der Anfrage von %1</translation>
    </message>
    <message>
        <source>a pasted request</source>
        <translation>einer eingefügten Anfrage</translation>
    </message>
    <message>
        <source>a sample, %1 tokens</source>
        <translation>einem Beispiel, %1 Token</translation>
    </message>
    <message>
        <source>It names a chain itself, so no policy is asked about it. Without that it would go so:</source>
        <translation>Sie nennt selbst eine Kette, daher wird kein Regelwerk gefragt. Ohne das ginge sie so:</translation>
    </message>
    <message>
        <source>Its text was not recorded: its size, its content and its class are not known.</source>
        <translation>Ihr Text wurde nicht verzeichnet: Größe, Inhalt und Klasse sind nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>sb::ui::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Find in requests</source>
        <translation>In Anfragen suchen</translation>
    </message>
    <message>
        <source>The register could not be read</source>
        <translation>Das Register konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>No request yet</source>
        <translation>Noch keine Anfrage</translation>
    </message>
    <message>
        <source>No request on record fits these filters.</source>
        <translation>Keine verzeichnete Anfrage passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>What is asked in the playground or by “signalbox ask” appears here. Practice has a ledger of its own.</source>
        <translation>Was im Playground oder mit „signalbox ask“ gefragt wird, erscheint hier. Die Übung hat ein eigenes Buch.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Words in prompts and answers (Ctrl+F)</source>
        <translation>Wörter in Prompts und Antworten (Strg+F)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 or more</source>
        <extracomment>Where counting stops; %1 is "10,000 requests".</extracomment>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>The register could not be read: %1</source>
        <translation>Das Register konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Open the playground</source>
        <translation>Playground öffnen</translation>
    </message>
    <message>
        <source>Reading the register</source>
        <translation>Das Register wird gelesen</translation>
    </message>
    <message>
        <source>A large one takes a moment.</source>
        <translation>Ein großes braucht einen Augenblick.</translation>
    </message>
    <message>
        <source>All prompts and answers are looked through.</source>
        <translation>Alle Prompts und Antworten werden durchsucht.</translation>
    </message>
    <message>
        <source>The record could not be read: %1</source>
        <translation>Der Eintrag konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The lost request could not be settled: %1</source>
        <translation>Die verlorene Anfrage konnte nicht abgerechnet werden: %1</translation>
    </message>
    <message>
        <source>No practice request yet</source>
        <translation>Noch keine Übungsanfrage</translation>
    </message>
    <message>
        <source>Show practice</source>
        <translation>Übung anzeigen</translation>
    </message>
</context>
<context>
    <name>sb::ui::RoutePopup</name>
    <message>
        <source>Why this route</source>
        <translation>Warum dieser Weg</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Open in Requests</source>
        <translation>In Anfragen öffnen</translation>
    </message>
</context>
<context>
    <name>sb::ui::RouteStrip</name>
    <message>
        <source>Route</source>
        <translation>Strecke</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 scheiterte: %2</translation>
    </message>
    <message>
        <source>%1 answered, %2</source>
        <translation>%1 antwortete, %2</translation>
    </message>
    <message>
        <source>%1 is asked</source>
        <translation>%1 wird gefragt</translation>
    </message>
    <message>
        <source>no train yet</source>
        <translation>noch kein Zug</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n weiterer</numerusform>
            <numerusform>+%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Why this route</source>
        <translation>Warum dieser Weg</translation>
    </message>
</context>
<context>
    <name>sb::ui::RuleFields</name>
    <message>
        <source>Rule is on</source>
        <translation>Regel ist an</translation>
    </message>
    <message>
        <source>One that is off is passed over, as if it were not there.</source>
        <translation>Eine ausgeschaltete wird übergangen, als wäre sie nicht da.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>For people; lists and records show it.</source>
        <translation>Für Menschen; Listen und Einträge zeigen ihn.</translation>
    </message>
    <message>
        <source>its number</source>
        <translation>ihre Nummer</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>By which records and comparisons know the rule when it is moved or changed.</source>
        <translation>Woran Einträge und Vergleiche die Regel erkennen, wenn sie bewegt oder geändert wird.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>Nur für</translation>
    </message>
    <message>
        <source>But not for</source>
        <translation>Aber nicht für</translation>
    </message>
    <message>
        <source>The chain by which requests of this rule go. Usual: as the request asks, so that nothing is changed for it.</source>
        <translation>Die Kette, auf der Anfragen dieser Regel gehen. Üblich: wie die Anfrage will, sodass sich für sie nichts ändert.</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Geht an</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>„%1“ ändern</translation>
    </message>
</context>
<context>
    <name>sb::ui::RuleList</name>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate rule</source>
        <translation>Regel duplizieren</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>Switch rule on</source>
        <translation>Regel einschalten</translation>
    </message>
    <message>
        <source>Switch rule off</source>
        <translation>Regel ausschalten</translation>
    </message>
    <message>
        <source>Move rule</source>
        <translation>Regel bewegen</translation>
    </message>
</context>
<context>
    <name>sb::ui::RuleModel</name>
    <message>
        <source>Otherwise</source>
        <translation>Sonst</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Alle Anfragen</translation>
    </message>
    <message>
        <source>When no rule fits.</source>
        <translation>Wenn keine Regel passt.</translation>
    </message>
    <message>
        <source>Providers, weights, quality.</source>
        <translation>Anbieter, Gewichte, Güte.</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <extracomment>A part of a policy for assistive programs: title, whom it is for, where its requests go.</extracomment>
        <translation>%1, %2 %3</translation>
    </message>
    <message>
        <source>Rule %1, </source>
        <translation>Regel %1, </translation>
    </message>
    <message>
        <source>, switched off</source>
        <translation>, ausgeschaltet</translation>
    </message>
</context>
<context>
    <name>sb::ui::RuleWords</name>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the conditions of a rule, all of which must hold</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>For every request.</source>
        <translation>Für jede Anfrage.</translation>
    </message>
    <message>
        <source>Only for %1.</source>
        <translation>Nur für %1.</translation>
    </message>
    <message>
        <source>For every request but %1.</source>
        <translation>Für jede Anfrage außer für %1.</translation>
    </message>
    <message>
        <source>Only for %1. Not for %2.</source>
        <extracomment>%1 and %2 are conditions.</extracomment>
        <translation>Nur für %1. Nicht für %2.</translation>
    </message>
    <message>
        <source>as the request asks</source>
        <translation>wie die Anfrage will</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message numerus="yes">
        <source>%n wish(es)</source>
        <translation>
            <numerusform>%n Wunsch</numerusform>
            <numerusform>%n Wünsche</numerusform>
        </translation>
    </message>
    <message>
        <source>own weights</source>
        <translation>eigene Gewichte</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) by quality</source>
        <translation>
            <numerusform>%n Modell nach Güte</numerusform>
            <numerusform>%n Modelle nach Güte</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule %1: %2</source>
        <translation>Regel %1: %2</translation>
    </message>
</context>
<context>
    <name>sb::ui::RulesPanel</name>
    <message>
        <source>Add a rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move a rule, Space switches it on and off</source>
        <translation>Alt+Pfeil bewegt eine Regel, Leertaste schaltet sie an und aus</translation>
    </message>
</context>
<context>
    <name>sb::ui::RunProgress</name>
    <message>
        <source>try %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>first try</source>
        <translation>erster Versuch</translation>
    </message>
    <message>
        <source>served, %1 of %2</source>
        <extracomment>In the line over an answer: it came from the second of three endpoints that could be asked.</extracomment>
        <translation>bedient, %1 von %2</translation>
    </message>
    <message>
        <source>%1, second model</source>
        <extracomment>Behind the name of the model that served: it is the second one that was asked.</extracomment>
        <translation>%1, zweites Modell</translation>
    </message>
    <message>
        <source>%1, model no. %2</source>
        <translation>%1, Modell Nr. %2</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
</context>
<context>
    <name>sb::ui::ScoreCells</name>
    <message>
        <source>fails</source>
        <translation>besteht nicht</translation>
    </message>
    <message>
        <source>passes without an answer</source>
        <translation>besteht ohne Antwort</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>besteht</translation>
    </message>
    <message>
        <source>%1, %2: %3. %4</source>
        <extracomment>A fault of the scorecard: its id, whether the chain passes, the fault in words, what came of it.</extracomment>
        <translation>%1, %2: %3. %4</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
</context>
<context>
    <name>sb::ui::ScorecardStrip</name>
    <message>
        <source>Fault scorecard</source>
        <translation>Störungsprüfung</translation>
    </message>
    <message>
        <source>Faults rehearsed</source>
        <translation>Geprobte Störungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 of %2 faults</source>
        <translation>%1 von %2 Störungen</translation>
    </message>
    <message>
        <source>Not rehearsed yet. A rehearsal plays %1 faults against this chain on a clock of its own: nothing is sent, and nothing is spent.</source>
        <translation>Noch nicht geprobt. Eine Probe spielt %1 Störungen auf einer eigenen Uhr gegen diese Kette: nichts wird gesendet, nichts ausgegeben.</translation>
    </message>
    <message>
        <source>of %1 pass</source>
        <extracomment>Behind a number: "14 of 16 pass".</extracomment>
        <translation>von %1 bestanden</translation>
    </message>
    <message>
        <source>running …</source>
        <translation>läuft …</translation>
    </message>
    <message>
        <source>of an earlier version</source>
        <translation>von früherer Fassung</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>run %1, %2</source>
        <extracomment>When a rehearsal ended, and how long it took: "run 2 min ago, 0.4 s".</extracomment>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>This is of an earlier version of the chain: rehearse again.</source>
        <translation>Das gilt für eine frühere Fassung der Kette: neu proben.</translation>
    </message>
    <message>
        <source>Weakest link: %1</source>
        <extracomment>The weakest link of a chain, as a sentence.</extracomment>
        <translation>Schwächste Stelle: %1</translation>
    </message>
    <message>
        <source>No weak link was found.</source>
        <translation>Keine schwache Stelle gefunden.</translation>
    </message>
</context>
<context>
    <name>sb::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Bewegung verringern</translation>
    </message>
    <message>
        <source>Overall limit</source>
        <translation>Gesamtlimit</translation>
    </message>
    <message>
        <source>A day, $</source>
        <translation>Je Tag, $</translation>
    </message>
    <message>
        <source>A month, $</source>
        <translation>Je Monat, $</translation>
    </message>
    <message>
        <source>A hard limit refuses a request whose largest possible cost does not fit; a soft one only warns. Practice requests do not count.</source>
        <translation>Ein hartes Limit lehnt eine Anfrage ab, deren größtmögliche Kosten nicht hineinpassen; ein weiches warnt nur. Übungsanfragen zählen nicht.</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Hart</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>Requests and records</source>
        <translation>Anfragen und Verzeichnis</translation>
    </message>
    <message>
        <source>Default chain</source>
        <translation>Standardkette</translation>
    </message>
    <message>
        <source>Time zone of days</source>
        <translation>Zeitzone der Tage</translation>
    </message>
    <message>
        <source>Keep prompts and answers in the register</source>
        <translation>Prompts und Antworten im Register aufbewahren</translation>
    </message>
    <message>
        <source>List the practice providers</source>
        <translation>Übungsanbieter auflisten</translation>
    </message>
    <message>
        <source>The sample</source>
        <translation>Das Beispiel</translation>
    </message>
    <message>
        <source>Each takes effect at once</source>
        <translation>Jede wirkt sofort</translation>
    </message>
    <message>
        <source>Where days and months begin. Another zone counts the sums of all days anew.</source>
        <translation>Wo Tage und Monate beginnen. Eine andere Zone zählt die Summen aller Tage neu.</translation>
    </message>
    <message>
        <source>Without them, Requests shows times, tokens and costs, but not what was said.</source>
        <translation>Ohne sie zeigt „Anfragen“ Zeiten, Token und Kosten, aber nicht, was gesagt wurde.</translation>
    </message>
    <message>
        <source>Survive power loss, not only a crash</source>
        <translation>Auch Stromausfall überstehen, nicht nur einen Absturz</translation>
    </message>
    <message>
        <source>Each request waits for the disk.</source>
        <translation>Jede Anfrage wartet auf den Datenträger.</translation>
    </message>
    <message>
        <source>Simulated models on this machine, with a ledger of their own.</source>
        <translation>Simulierte Modelle auf diesem Rechner, mit eigenem Kassenbuch.</translation>
    </message>
    <message>
        <source>Expected dollars, such as %1</source>
        <translation>Erwartet werden Dollar, etwa %1</translation>
    </message>
    <message>
        <source>%1 (is gone)</source>
        <extracomment>The default chain, which was removed.</extracomment>
        <translation>%1 (gibt es nicht mehr)</translation>
    </message>
    <message>
        <source>Your classes of requests</source>
        <translation>Ihre Klassen von Anfragen</translation>
    </message>
    <message>
        <source>A request with one of a class's words, or worded like one of its examples, is taken for it. Rules of a policy send classes to chains; “This was … instead” in the playground adds examples.</source>
        <translation>Eine Anfrage, die eines der Wörter einer Klasse hat oder wie eines ihrer Beispiele lautet, wird so eingestuft. Regeln eines Regelwerks schicken Klassen an Ketten; „Das war stattdessen …“ im Playground fügt Beispiele hinzu.</translation>
    </message>
</context>
<context>
    <name>sb::ui::SetupPanel</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Settings of the conversation</source>
        <translation>Einstellungen des Gesprächs</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>What every answer should keep to</source>
        <translation>Woran sich jede Antwort halten soll</translation>
    </message>
    <message>
        <source>A list of functions as OpenAI has them. Calls are shown in the answer; you type their results.</source>
        <translation>Eine Liste von Funktionen wie bei OpenAI. Aufrufe stehen in der Antwort; ihre Ergebnisse geben Sie ein.</translation>
    </message>
    <message>
        <source>A parameter is not right: %1</source>
        <translation>Ein Parameter stimmt nicht: %1</translation>
    </message>
    <message>
        <source>The tools are not right: %1</source>
        <translation>Die Werkzeuge stimmen nicht: %1</translation>
    </message>
</context>
<context>
    <name>sb::ui::ShownPath</name>
    <message>
        <source>%1: of an earlier version, rehearse again</source>
        <extracomment>Of a fault of the scorecard, whose results are of an earlier version of the chain.</extracomment>
        <translation>%1: von einer früheren Fassung, neu proben</translation>
    </message>
    <message>
        <source>rehearsing …</source>
        <translation>wird geprobt …</translation>
    </message>
    <message>
        <source>not made yet</source>
        <translation>noch nicht gemacht</translation>
    </message>
</context>
<context>
    <name>sb::ui::SourceTable</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>Gelistet</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Weg</translation>
    </message>
</context>
<context>
    <name>sb::ui::SpendChart</name>
    <message>
        <source>Spend by model</source>
        <translation>Ausgaben je Modell</translation>
    </message>
    <message numerus="yes">
        <source>%n bar(s)</source>
        <translation>
            <numerusform>%n Balken</numerusform>
            <numerusform>%n Balken</numerusform>
        </translation>
    </message>
    <message>
        <source>Tokens by model</source>
        <translation>Token je Modell</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a short date</comment>
        <extracomment>Under the bars of a chart, a day and its month.</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a short date without its year</comment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>sb::ui::SpentToday</name>
    <message>
        <source>Spent today</source>
        <translation>Heute ausgegeben</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>The limit, after the amount spent: "of $5.00"</extracomment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>Spent this month</source>
        <translation>Im Monat ausgegeben</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <extracomment>"Spent today", then an amount, then the limit.</extracomment>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2. Held for requests that run or were lost: %3.</source>
        <extracomment>"Spent today", then an amount, then another.</extracomment>
        <translation>%1: %2. Zurückgehalten für laufende oder verlorene Anfragen: %3.</translation>
    </message>
</context>
<context>
    <name>sb::ui::StepFields</name>
    <message>
        <source>seconds, more than 0</source>
        <translation>Sekunden, mehr als 0</translation>
    </message>
    <message>
        <source>Retries here</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>0 to %1</source>
        <translation>0 bis %1</translation>
    </message>
    <message>
        <source>On the same endpoint, after an overload or a lost connection, with a growing pause.</source>
        <translation>Am selben Endpunkt, nach Überlastung oder verlorener Verbindung, mit wachsender Pause.</translation>
    </message>
    <message>
        <source>Patience, s</source>
        <translation>Geduld, s</translation>
    </message>
    <message>
        <source>0 to 60 seconds</source>
        <translation>0 bis 60 Sekunden</translation>
    </message>
    <message>
        <source>The longest pause that a provider may ask for with Retry-After. Beyond it the chain moves on.</source>
        <translation>Die längste Pause, um die ein Anbieter mit Retry-After bitten darf. Darüber geht die Kette weiter.</translation>
    </message>
    <message>
        <source>Cost at most, $</source>
        <translation>Höchstens, $</translation>
    </message>
    <message>
        <source>dollars, or empty</source>
        <translation>Dollar, oder leer</translation>
    </message>
    <message>
        <source>An endpoint that might cost more is left out.</source>
        <translation>Ein Endpunkt, der mehr kosten könnte, wird ausgelassen.</translation>
    </message>
    <message>
        <source>Answer, tokens</source>
        <translation>Antwort, Token</translation>
    </message>
    <message>
        <source>a whole number from 1, or empty</source>
        <translation>eine ganze Zahl ab 1, oder leer</translation>
    </message>
    <message>
        <source>The most tokens of an answer when the request sets no limit of its own.</source>
        <translation>Die meisten Token einer Antwort, wenn die Anfrage selbst keine Grenze setzt.</translation>
    </message>
    <message>
        <source>Connect, s</source>
        <translation>Verbinden, s</translation>
    </message>
    <message>
        <source>From the socket's start to the request being sent.</source>
        <translation>Vom Öffnen der Verbindung bis zur gesendeten Anfrage.</translation>
    </message>
    <message>
        <source>Upload, s</source>
        <translation>Senden, s</translation>
    </message>
    <message>
        <source>The longest time without progress while the request is sent.</source>
        <translation>Die längste Zeit ohne Fortschritt, während die Anfrage gesendet wird.</translation>
    </message>
    <message>
        <source>First byte, s</source>
        <translation>Erstes Byte, s</translation>
    </message>
    <message>
        <source>From the end of the upload to the answer's first byte.</source>
        <translation>Vom Ende des Sendens bis zum ersten Byte der Antwort.</translation>
    </message>
    <message>
        <source>First token, s</source>
        <translation>Erstes Token, s</translation>
    </message>
    <message>
        <source>From the end of the upload to the first content. Pings do not count.</source>
        <translation>Vom Ende des Sendens bis zum ersten Inhalt. Pings zählen nicht.</translation>
    </message>
    <message>
        <source>…reasoning, s</source>
        <translation>…mit Denken, s</translation>
    </message>
    <message>
        <source>The same, when the request asks for reasoning.</source>
        <translation>Dasselbe, wenn die Anfrage Nachdenken verlangt.</translation>
    </message>
    <message>
        <source>Between, s</source>
        <translation>Dazwischen, s</translation>
    </message>
    <message>
        <source>The longest pause between two pieces of content.</source>
        <translation>Die längste Pause zwischen zwei Inhalten.</translation>
    </message>
    <message>
        <source>Total, s</source>
        <translation>Insgesamt, s</translation>
    </message>
    <message>
        <source>For the whole answer, only where an endpoint cannot stream.</source>
        <translation>Für die ganze Antwort, nur wo ein Endpunkt nicht streamen kann.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>the prompt's</source>
        <translation>die des Prompts</translation>
    </message>
    <message>
        <source>A code such as de or en; empty: the language of the prompt.</source>
        <translation>Ein Kürzel wie de oder en; leer: die Sprache des Prompts.</translation>
    </message>
    <message>
        <source>Words, at least</source>
        <translation>Wörter ab</translation>
    </message>
    <message>
        <source>Words, at most</source>
        <translation>Wörter bis</translation>
    </message>
    <message>
        <source>Letters, at least</source>
        <translation>Zeichen ab</translation>
    </message>
    <message>
        <source>Letters, at most</source>
        <translation>Zeichen bis</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>How often the same piece comes, one behind the other.</source>
        <translation>Wie oft dasselbe Stück hintereinander kommt.</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>How long all of that is together. Both have to be reached.</source>
        <translation>Wie lang das alles zusammen ist. Beides muss erreicht sein.</translation>
    </message>
    <message>
        <source>Also a refusal, an expression a line</source>
        <translation>Auch abgelehnt, ein Ausdruck je Zeile</translation>
    </message>
    <message>
        <source>Regular expressions that mark a refusal beside those that are known, anywhere in a short text.</source>
        <translation>Reguläre Ausdrücke, die neben den bekannten eine Ablehnung anzeigen, irgendwo in einem kurzen Text.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>A regular expression, searched anywhere; (?i) in front: in any case.</source>
        <translation>Ein regulärer Ausdruck, überall gesucht; (?i) davor: groß oder klein.</translation>
    </message>
    <message>
        <source>an expression</source>
        <translation>ein Ausdruck</translation>
    </message>
    <message>
        <source>Has to occur</source>
        <translation>Muss vorkommen</translation>
    </message>
    <message>
        <source>Unchecked: must not occur.</source>
        <translation>Ohne Haken: darf nicht vorkommen.</translation>
    </message>
    <message>
        <source>Mend what has only one reading</source>
        <translation>Eindeutiges ausbessern</translation>
    </message>
    <message>
        <source>Such as a fence around it, or a comma too many. The trace says so.</source>
        <translation>Etwa einen Zaun darum oder ein Komma zu viel. Der Verlauf sagt es.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>a whole number from %1, or empty</source>
        <translation>eine ganze Zahl ab %1 oder nichts</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON by a schema</source>
        <translation>JSON nach Schema</translation>
    </message>
    <message>
        <source>Tool arguments</source>
        <translation>Werkzeugangaben</translation>
    </message>
    <message>
        <source>Not empty</source>
        <translation>Nicht leer</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>No loop</source>
        <translation>Keine Schleife</translation>
    </message>
    <message>
        <source>No refusal</source>
        <translation>Keine Ablehnung</translation>
    </message>
    <message>
        <source>a number from 0 on, or empty</source>
        <translation>eine Zahl ab 0 oder nichts</translation>
    </message>
    <message>
        <source>usual: %1</source>
        <extracomment>First entry of a list of choices. %1 is what holds when nothing is chosen.</extracomment>
        <translation>üblich: %1</translation>
    </message>
    <message>
        <source>Only those that fit:</source>
        <translation>Nur passende:</translation>
    </message>
    <message>
        <source>Leaves out what cannot do what is checked below. Where no model is named, all that fit are asked.</source>
        <translation>Lässt weg, was das unten Gewählte nicht kann. Ist kein Modell genannt, werden alle passenden gefragt.</translation>
    </message>
    <message>
        <source>First comes</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>By what the endpoints of this step are put into an order. As usual: named endpoints as they are listed, others by cost, waiting and risk together.</source>
        <translation>Wonach die Endpunkte dieses Schritts geordnet werden. Üblich: genannte wie aufgeführt, andere nach Kosten, Warten und Risiko zusammen.</translation>
    </message>
    <message>
        <source>the best all round</source>
        <translation>die insgesamt besten</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>wie aufgeführt</translation>
    </message>
    <message>
        <source>the cheapest</source>
        <translation>die billigsten</translation>
    </message>
    <message>
        <source>the fastest writer</source>
        <translation>die schnellsten</translation>
    </message>
    <message>
        <source>the first to answer</source>
        <translation>die promptesten</translation>
    </message>
    <message>
        <source>the most reliable</source>
        <translation>die verlässlichsten</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Whether prompts may be used for training. Never: only who says that they are not.</source>
        <translation>Ob Prompts zum Training dienen dürfen. Nie: nur wer sagt, dass sie es nicht tun.</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Whether prompts may be kept. Never: only who says that nothing is.</source>
        <translation>Ob Prompts aufbewahrt werden dürfen. Nie: nur wer sagt, dass nichts bleibt.</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Where prompts may be processed, such as eu. This machine is within all of them.</source>
        <translation>Wo Prompts verarbeitet werden dürfen, etwa eu. Dieser Rechner liegt in allen.</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>Quantisierung</translation>
    </message>
    <message>
        <source>Only weights of these widths, such as fp8 or bf16; unknown is one of them.</source>
        <translation>Nur Gewichte dieser Breiten, etwa fp8 oder bf16; auch unknown zählt dazu.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>Answers by a JSON schema.</source>
        <translation>Antwortet nach einem JSON-Schema.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Calls tools.</source>
        <translation>Ruft Werkzeuge auf.</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Thinks before it answers.</source>
        <translation>Denkt nach, bevor es antwortet.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Takes images.</source>
        <translation>Nimmt Bilder an.</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>Offene Gewichte</translation>
    </message>
    <message>
        <source>The weights of the model are published.</source>
        <translation>Die Gewichte des Modells sind veröffentlicht.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Takes files.</source>
        <translation>Nimmt Dateien an.</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Takes sound.</source>
        <translation>Nimmt Ton an.</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>On this machine or in its network.</source>
        <translation>Auf diesem Rechner oder in seinem Netz.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Kostenlos</translation>
    </message>
    <message>
        <source>Known to cost nothing.</source>
        <translation>Kostet bekanntlich nichts.</translation>
    </message>
    <message>
        <source>Further models</source>
        <translation>Weitere Modelle</translation>
    </message>
    <message>
        <source>Asked after the model above, in this order; commas between. Down opens the list.</source>
        <translation>Nach dem Modell oben gefragt, in dieser Reihenfolge; mit Kommas. Pfeil ab öffnet die Liste.</translation>
    </message>
    <message>
        <source>Context, tokens</source>
        <translation>Kontext, Token</translation>
    </message>
    <message>
        <source>Its window is at least this large. One that is not known is not.</source>
        <translation>Das Fenster ist mindestens so groß. Ein unbekanntes ist es nicht.</translation>
    </message>
    <message>
        <source>Output, tokens</source>
        <translation>Ausgabe, Token</translation>
    </message>
    <message>
        <source>Its answers may be at least this long.</source>
        <translation>Antworten dürfen mindestens so lang sein.</translation>
    </message>
    <message>
        <source>Model names</source>
        <translation>Namen der Modelle</translation>
    </message>
    <message>
        <source>Patterns of models, * for any text: anthropic/*. Commas between several.</source>
        <translation>Muster von Modellen, * für beliebigen Text: anthropic/*. Mehrere mit Kommas.</translation>
    </message>
    <message>
        <source>any, such as anthropic/*</source>
        <translation>beliebig, etwa anthropic/*</translation>
    </message>
    <message>
        <source>Only these providers</source>
        <translation>Nur diese Anbieter</translation>
    </message>
    <message>
        <source>Nobody else is asked. Commas between; Down opens the list.</source>
        <translation>Niemand sonst wird gefragt. Mit Kommas; Pfeil ab öffnet die Liste.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Never these providers</source>
        <translation>Nie diese Anbieter</translation>
    </message>
    <message>
        <source>They are left out. Commas between; Down opens the list.</source>
        <translation>Sie werden ausgelassen. Mit Kommas; Pfeil ab öffnet die Liste.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Whether an endpoint must offer the form of answer that is asked for, or other words may be found for it.</source>
        <translation>Ob ein Endpunkt die verlangte Form der Antwort bieten muss oder sie anders erbeten werden darf.</translation>
    </message>
    <message>
        <source>preferred</source>
        <translation>bevorzugt</translation>
    </message>
    <message>
        <source>required</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Whether all endpoints of the first model come before those of the next one, or all models are put into one order.</source>
        <translation>Ob alle Endpunkte des ersten Modells vor denen des nächsten kommen oder alle Modelle in eine Reihe.</translation>
    </message>
    <message>
        <source>in turn</source>
        <translation>in Folge</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>alle gemeinsam</translation>
    </message>
    <message>
        <source>one after the other</source>
        <translation>nacheinander</translation>
    </message>
    <message>
        <source>Providers in this order</source>
        <translation>Anbieter in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>They are tried first, in this order. Commas between; Down opens the list.</source>
        <translation>Sie kommen zuerst, in dieser Reihenfolge. Mit Kommas; Pfeil ab öffnet die Liste.</translation>
    </message>
    <message>
        <source>none is preferred</source>
        <translation>keiner bevorzugt</translation>
    </message>
    <message>
        <source>Others then</source>
        <translation>Danach andere</translation>
    </message>
    <message>
        <source>Whether other endpoints of this step are tried when the first fails. Never: only the first, or those of the order.</source>
        <translation>Ob nach einem Fehler andere Endpunkte dieses Schritts folgen. Nie: nur der erste oder die der Reihenfolge.</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>folgen</translation>
    </message>
    <message>
        <source>Input, $/M</source>
        <translation>Eingabe, $/M</translation>
    </message>
    <message>
        <source>The highest list price of a million input tokens.</source>
        <translation>Der höchste Listenpreis einer Million Eingabe-Token.</translation>
    </message>
    <message>
        <source>Output, $/M</source>
        <translation>Ausgabe, $/M</translation>
    </message>
    <message>
        <source>The highest list price of a million output tokens.</source>
        <translation>Der höchste Listenpreis einer Million Ausgabe-Token.</translation>
    </message>
    <message>
        <source>Request, $</source>
        <translation>Anfrage, $</translation>
    </message>
    <message>
        <source>The highest list price of one request, where there is one.</source>
        <translation>Der höchste Listenpreis einer Anfrage, wo es ihn gibt.</translation>
    </message>
    <message>
        <source>Image, $</source>
        <translation>Bild, $</translation>
    </message>
    <message>
        <source>The highest list price of one image, where there is one.</source>
        <translation>Der höchste Listenpreis eines Bildes, wo es ihn gibt.</translation>
    </message>
    <message>
        <source>Tokens a second, at least</source>
        <translation>Token je Sekunde, mindestens</translation>
    </message>
    <message>
        <source>Whoever was measured to be slower is tried after the others. p90: what nine of ten answers reach or stay below.</source>
        <translation>Wer langsamer gemessen wurde, kommt nach den anderen. p90: was neun von zehn Antworten höchstens erreichen.</translation>
    </message>
    <message>
        <source>First token after seconds, at most</source>
        <translation>Erstes Token, s, höchstens</translation>
    </message>
    <message>
        <source>Whoever was measured to begin later is tried after the others. p90: nine of ten answers begin by then.</source>
        <translation>Wer später beginnt, kommt nach den anderen. p90: Neun von zehn Antworten beginnen bis dahin.</translation>
    </message>
    <message>
        <source>Ask another one when slow</source>
        <translation>Bei Langsamkeit ein zweiter</translation>
    </message>
    <message>
        <source>A second attempt beside a slow first one: who answers first is shown, the other is stopped. Both are on the bill.</source>
        <translation>Ein zweiter Versuch neben einem langsamen ersten: Wer zuerst antwortet, wird gezeigt, der andere gestoppt. Beide kosten.</translation>
    </message>
    <message>
        <source>Slower than, %</source>
        <translation>Langsamer als, %</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>It is slow when so many of a hundred answers of this endpoint had begun by then.</source>
        <translation>Langsam ist, wer noch nicht begann, wenn von hundert Antworten so viele schon begonnen hätten.</translation>
    </message>
    <message>
        <source>Not before, s</source>
        <translation>Nicht vor, s</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>However fast its answers usually begin.</source>
        <translation>Wie schnell seine Antworten sonst auch beginnen.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>0 to 2, or empty</source>
        <translation>0 bis 2 oder nichts</translation>
    </message>
    <message>
        <source>Set for this step, whatever the request says.</source>
        <translation>Für diesen Schritt gesetzt, gleich was die Anfrage sagt.</translation>
    </message>
    <message>
        <source>the request's</source>
        <translation>wie angefragt</translation>
    </message>
    <message>
        <source>How much the model thinks in this step.</source>
        <translation>Wie viel das Modell in diesem Schritt nachdenkt.</translation>
    </message>
    <message>
        <source>minimal</source>
        <translation>minimal</translation>
    </message>
    <message>
        <source>low</source>
        <translation>wenig</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>viel</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>am meisten</translation>
    </message>
    <message>
        <source>Tokens at most</source>
        <translation>Token höchstens</translation>
    </message>
    <message>
        <source>Of an answer in this step, whatever the request says.</source>
        <translation>Einer Antwort in diesem Schritt, gleich was die Anfrage sagt.</translation>
    </message>
    <message>
        <source>Its cost, $</source>
        <translation>Dessen Kosten, $</translation>
    </message>
    <message>
        <source>The second one is not started where it might cost more.</source>
        <translation>Der zweite beginnt nicht, wo er mehr kosten könnte.</translation>
    </message>
    <message>
        <source>seconds, or 0 for not at all</source>
        <translation>Sekunden, oder 0 für gar nicht</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Loading, s</source>
        <translation>Laden, s</translation>
    </message>
    <message>
        <source>Instead of both, where a server of your own may have to load the model first.</source>
        <translation>Statt beider, wo ein eigener Server das Modell vielleicht erst laden muss.</translation>
    </message>
</context>
<context>
    <name>sb::ui::StepInspector</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Uhren</translation>
    </message>
    <message>
        <source>Move on when</source>
        <translation>Weiter bei</translation>
    </message>
    <message>
        <source>Before moving on</source>
        <translation>Vor dem Weitergehen</translation>
    </message>
    <message>
        <source>Choose model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Change when to move on</source>
        <translation>Bedingung des Weitergehens ändern</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>No step selected</source>
        <translation>Kein Schritt ausgewählt</translation>
    </message>
    <message>
        <source>Step menu</source>
        <translation>Menü des Schritts</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Choose endpoints</source>
        <translation>Endpunkte wählen</translation>
    </message>
    <message>
        <source>The field that is being edited is explained here.</source>
        <translation>Hier wird erklärt, was gerade bearbeitet wird.</translation>
    </message>
    <message>
        <source>The model that this step asks. Empty: any that fits what is chosen under “Which endpoints”.</source>
        <translation>Das Modell, das dieser Schritt fragt. Leer: jedes, das zu „Welche Endpunkte“ passt.</translation>
    </message>
    <message>
        <source>Who of those that offer the model may be asked. Those that are chosen come first.</source>
        <translation>Wer von den Anbietern des Modells gefragt werden darf. Die gewählten stehen vorn.</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <extracomment>In the list of what can be undone. %1 is the title of a field.</extracomment>
        <translation>„%1“ ändern</translation>
    </message>
    <message>
        <source>any that fits</source>
        <translation>jedes passende</translation>
    </message>
    <message>
        <source>author/name</source>
        <translation>Autor/Name</translation>
    </message>
    <message>
        <source>All that fit</source>
        <translation>Alle passenden</translation>
    </message>
    <message>
        <source>All of the model</source>
        <translation>Alle des Modells</translation>
    </message>
    <message>
        <source>All of the models</source>
        <translation>Alle der Modelle</translation>
    </message>
</context>
<context>
    <name>sb::ui::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>Schritt entfernen</translation>
    </message>
    <message>
        <source>Move step</source>
        <translation>Schritt verschieben</translation>
    </message>
    <message>
        <source>Duplicate step</source>
        <translation>Schritt duplizieren</translation>
    </message>
</context>
<context>
    <name>sb::ui::StepMenus</name>
    <message>
        <source>No fault</source>
        <translation>Keine Störung</translation>
    </message>
    <message>
        <source>Change the next step</source>
        <translation>Nächsten Schritt ändern</translation>
    </message>
    <message>
        <source>On %1 go to</source>
        <extracomment>A kind of failure; below it, the steps to which a request can go then.</extracomment>
        <translation>Bei „%1“ weiter mit</translation>
    </message>
    <message>
        <source>the next endpoint</source>
        <translation>dem nächsten Endpunkt</translation>
    </message>
    <message>
        <source>step %1, %2</source>
        <translation>Schritt %1, %2</translation>
    </message>
    <message>
        <source>On %1 go to step %2</source>
        <translation>Bei „%1“ weiter mit Schritt %2</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>After a failure</source>
        <translation>Nach einem Fehler</translation>
    </message>
    <message>
        <source>Add a step before</source>
        <translation>Schritt davor hinzufügen</translation>
    </message>
    <message>
        <source>Add a step behind</source>
        <translation>Schritt dahinter hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>sb::ui::StepModel</name>
    <message>
        <source>Step %1, %2, %3</source>
        <translation>Schritt %1, %2, %3</translation>
    </message>
</context>
<context>
    <name>sb::ui::StepOutcome</name>
    <message>
        <source>overload</source>
        <translation>Überlastung</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Schweigen</translation>
    </message>
    <message>
        <source>full context</source>
        <translation>voller Kontext</translation>
    </message>
    <message>
        <source>bad key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>content policy</source>
        <translation>Inhaltsregel</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <extracomment>The end of a list of failures: "overload, limit" or "silence".</extracomment>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>any failure</source>
        <translation>jeder Fehler</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>any failure but %1</source>
        <extracomment>After which failures the next step is asked; %1 is a list of those after which it is not.</extracomment>
        <translation>jeder Fehler außer %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>asked first</source>
        <translation>zuerst</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, or cost over %2</source>
        <extracomment>Condition on a leg of the diagram: the failures, or the limit of cost that makes the step pass.</extracomment>
        <translation>%1, oder Kosten über %2</translation>
    </message>
    <message>
        <source>failed check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>hat geantwortet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ausgefallen</translation>
    </message>
</context>
<context>
    <name>sb::ui::StepWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeugen</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bildern</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>open weights</source>
        <translation>offenen Gewichten</translation>
    </message>
    <message>
        <source>%1 context</source>
        <translation>%1 Kontext</translation>
    </message>
    <message>
        <source>%1 output</source>
        <translation>%1 Ausgabe</translation>
    </message>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>the best all round</source>
        <translation>insgesamt beste</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>wie aufgeführt</translation>
    </message>
    <message>
        <source>the cheapest</source>
        <translation>billigste zuerst</translation>
    </message>
    <message>
        <source>the fastest writer</source>
        <translation>schnellste zuerst</translation>
    </message>
    <message>
        <source>the first to answer</source>
        <translation>prompteste zuerst</translation>
    </message>
    <message>
        <source>the most reliable</source>
        <translation>verlässlichste zuerst</translation>
    </message>
    <message>
        <source>at most %1/M</source>
        <translation>höchstens %1/M</translation>
    </message>
    <message>
        <source>output at most %1/M</source>
        <translation>Ausgabe höchstens %1/M</translation>
    </message>
    <message>
        <source>price limit</source>
        <translation>Preisgrenze</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n Endpunkt</numerusform>
            <numerusform>%n Endpunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>all that fit</source>
        <translation>alle passenden</translation>
    </message>
    <message>
        <source>all endpoints</source>
        <translation>alle Endpunkte</translation>
    </message>
    <message>
        <source>first token in %1</source>
        <translation>erstes Token in %1</translation>
    </message>
    <message>
        <source>headers in %1</source>
        <translation>Kopfzeilen in %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n Prüfung</numerusform>
            <numerusform>%n Prüfungen</numerusform>
        </translation>
    </message>
    <message>
        <source>with a second attempt</source>
        <translation>mit zweitem Versuch</translation>
    </message>
    <message numerus="yes">
        <source>%n retry(s)</source>
        <translation>
            <numerusform>%n Wiederholung</numerusform>
            <numerusform>%n Wiederholungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1M</source>
        <translation>%1M</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1k</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <extracomment>A filter of endpoints: "Any local" "tools, 200k context".</extracomment>
        <translation>%1 mit %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 or %n other(s)</source>
        <extracomment>A step that asks several models; %1 is the first one.</extracomment>
        <translation>
            <numerusform>%1 oder %n weiteres</numerusform>
            <numerusform>%1 oder %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation>noch kein Modell</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>The id of a step, by which others go on to it.</extracomment>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n further model(s)</source>
        <translation>
            <numerusform>%n weiteres Modell</numerusform>
            <numerusform>%n weitere Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>with %1</source>
        <extracomment>%1 is what an endpoint has to be able to do: "tools, 200k context".</extracomment>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>all parameters</source>
        <translation>alle Parameter</translation>
    </message>
    <message>
        <source>parameters preferred</source>
        <translation>Parameter bevorzugt</translation>
    </message>
    <message>
        <source>no training</source>
        <translation>kein Training</translation>
    </message>
    <message>
        <source>training allowed</source>
        <translation>Training erlaubt</translation>
    </message>
    <message>
        <source>nothing kept</source>
        <translation>nichts aufbewahrt</translation>
    </message>
    <message>
        <source>keeping allowed</source>
        <translation>Aufbewahren erlaubt</translation>
    </message>
    <message>
        <source>any that fit</source>
        <translation>alle passenden</translation>
    </message>
    <message>
        <source>all models together</source>
        <translation>alle Modelle gemeinsam</translation>
    </message>
    <message>
        <source>model after model</source>
        <translation>Modell nach Modell</translation>
    </message>
    <message>
        <source>%1 first</source>
        <translation>zuerst %1</translation>
    </message>
    <message>
        <source>others then</source>
        <translation>danach andere</translation>
    </message>
    <message>
        <source>no others</source>
        <translation>keine anderen</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>time to first token</source>
        <translation>Zeit bis zum ersten Token</translation>
    </message>
    <message>
        <source>upload %1</source>
        <translation>Hochladen %1</translation>
    </message>
    <message>
        <source>first byte %1</source>
        <translation>erstes Byte %1</translation>
    </message>
    <message>
        <source>reasoning %1</source>
        <translation>Nachdenken %1</translation>
    </message>
    <message>
        <source>loading %1</source>
        <translation>Laden %1</translation>
    </message>
    <message>
        <source>total %1</source>
        <translation>gesamt %1</translation>
    </message>
    <message>
        <source>patience %1</source>
        <translation>Geduld %1</translation>
    </message>
    <message>
        <source>%1 to step %2</source>
        <extracomment>A failure and where it leads: "full context to step 3".</extracomment>
        <translation>%1 zu Schritt %2</translation>
    </message>
    <message>
        <source>%1 to “%2”</source>
        <translation>%1 zu „%2“</translation>
    </message>
    <message>
        <source>full context</source>
        <translation>voller Kontext</translation>
    </message>
    <message>
        <source>content policy</source>
        <translation>Inhaltsregeln</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>failed check</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>after %1 % of its answers</source>
        <translation>nach %1 % seiner Antworten</translation>
    </message>
    <message>
        <source>not before %1</source>
        <translation>nicht vor %1</translation>
    </message>
    <message>
        <source>answer at most %1 tokens</source>
        <translation>Antwort höchstens %1 Token</translation>
    </message>
    <message>
        <source>fits nothing in the catalog</source>
        <translation>passt auf nichts im Katalog</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fits %1 of %2, %n can be used</source>
        <extracomment>"fits 37 endpoints of 12 models, 9 can be used"</extracomment>
        <translation>
            <numerusform>passt auf %1 von %2, %n nutzbar</numerusform>
            <numerusform>passt auf %1 von %2, %n nutzbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::StepsPanel</name>
    <message>
        <source>Add a step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move a step</source>
        <translation>Alt+Auf und Alt+Ab verschieben einen Schritt</translation>
    </message>
</context>
<context>
    <name>sb::ui::TargetButton</name>
    <message>
        <source>Choose a model or a chain (Ctrl+M)</source>
        <translation>Modell oder Kette wählen (Strg+M)</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <extracomment>Accessible name of the button that chooses the model of a pane.</extracomment>
        <translation>Modell: %1</translation>
    </message>
</context>
<context>
    <name>sb::ui::TargetChooser</name>
    <message>
        <source>Input / output per million tokens, at the cheapest provider</source>
        <translation>Eingabe / Ausgabe je Million Token, beim günstigsten Anbieter</translation>
    </message>
    <message>
        <source>Choose what is asked</source>
        <translation>Wählen, wer gefragt wird</translation>
    </message>
    <message>
        <source>Find by name, provider or ability</source>
        <translation>Nach Name, Anbieter oder Fähigkeit suchen</translation>
    </message>
    <message>
        <source>What can be asked</source>
        <translation>Was gefragt werden kann</translation>
    </message>
    <message>
        <source>Nothing can be asked yet: add a key in Providers.</source>
        <translation>Noch kann nichts gefragt werden: Fügen Sie unter „Anbieter“ einen Schlüssel hinzu.</translation>
    </message>
    <message>
        <source>Nothing has all of these words.</source>
        <translation>Nichts enthält alle diese Wörter.</translation>
    </message>
</context>
<context>
    <name>sb::ui::TargetList</name>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>Price of a million input tokens / of a million output tokens.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>Ketten</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Asked lately</source>
        <translation>Zuletzt gefragt</translation>
    </message>
    <message>
        <source>Not to be reached yet: a key is missing, or the server</source>
        <translation>Noch nicht erreichbar: Es fehlt ein Schlüssel oder der Server</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Chain %1</source>
        <translation>Kette %1</translation>
    </message>
</context>
<context>
    <name>sb::ui::ToolResults</name>
    <message>
        <source>Send results</source>
        <translation>Ergebnisse senden</translation>
    </message>
    <message>
        <source>Send the results on (Ctrl+Enter)</source>
        <translation>Ergebnisse weitersenden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <extracomment>Over a field: the name of a function that the model wants to have called.</extracomment>
        <translation>Ergebnis von %1</translation>
    </message>
    <message>
        <source>What the tool answers, as text or JSON</source>
        <translation>Was das Werkzeug antwortet, als Text oder JSON</translation>
    </message>
</context>
<context>
    <name>sb::ui::TurnBand</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Turn before</source>
        <translation>Vorige Runde</translation>
    </message>
    <message>
        <source>Next turn</source>
        <translation>Nächste Runde</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Bearbeiten und erneut senden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Send again (Ctrl+Enter)</source>
        <translation>Erneut senden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>The number of the turn that is shown, and how many there are.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Sie: %1</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Taken for: %1</source>
        <translation>Eingestuft als: %1</translation>
    </message>
    <message>
        <source>Class: %1, button menu</source>
        <extracomment>Accessible name of a button: the class of the prompt; it opens what speaks for it.</extracomment>
        <translation>Klasse: %1, Schaltfläche mit Menü</translation>
    </message>
</context>
<context>
    <name>sb::ui::VersionList</name>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>not published yet</source>
        <translation>noch nicht veröffentlicht</translation>
    </message>
    <message>
        <source>no note</source>
        <translation>ohne Notiz</translation>
    </message>
</context>
<context>
    <name>sb::ui::VersionRows</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>takes %1 %</source>
        <translation>bekommt %1 %</translation>
    </message>
    <message>
        <source>Version %1 takes %2 % of the requests, version %3 the others. All requests of a session go by the same.</source>
        <translation>Version %1 bekommt %2 % der Anfragen, Version %3 die übrigen. Alle Anfragen einer Sitzung gehen nach derselben.</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>bewegt</translation>
    </message>
</context>
<context>
    <name>sb::ui::VersionsView</name>
    <message>
        <source>Share, %</source>
        <translation>Anteil, %</translation>
    </message>
    <message>
        <source>Take all requests</source>
        <translation>Alle Anfragen</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Restore as draft</source>
        <translation>Als Entwurf holen</translation>
    </message>
    <message>
        <source>Expected 1 to 99</source>
        <translation>Erwartet: 1 bis 99</translation>
    </message>
    <message>
        <source>What is in use stays until it is published; Undo brings the draft back</source>
        <translation>Was in Gebrauch ist, bleibt bis zum Veröffentlichen; Rückgängig bringt den Entwurf zurück</translation>
    </message>
    <message>
        <source>The draft is being edited already</source>
        <translation>Der Entwurf wird schon bearbeitet</translation>
    </message>
    <message>
        <source>Nothing to compare with</source>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Each time it is published, a version is kept here, with a note and what differs.</source>
        <translation>Bei jedem Veröffentlichen bleibt hier eine Version erhalten, mit Notiz und Unterschieden.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>%1 and %2 are "Version 6" and "Draft".</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Beide sagen dasselbe.</translation>
    </message>
</context>
<context>
    <name>sb::ui::VoteButtons</name>
    <message>
        <source>Better than the others (Alt+B)</source>
        <translation>Besser als die anderen (Alt+B)</translation>
    </message>
    <message>
        <source>Worse than the others (Alt+W)</source>
        <translation>Schlechter als die anderen (Alt+W)</translation>
    </message>
    <message>
        <source>As good as the others (Alt+T)</source>
        <translation>So gut wie die anderen (Alt+T)</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>tie</source>
        <translation>gleich</translation>
    </message>
</context>
<context>
    <name>sb::ui::Waterfall</name>
    <message>
        <source>Attempt %1 of %2, %3, %4</source>
        <translation>Versuch %1 von %2, %3, %4</translation>
    </message>
    <message>
        <source>failed after %1</source>
        <translation>gescheitert nach %1</translation>
    </message>
    <message>
        <source>answered in %1</source>
        <translation>beantwortet in %1</translation>
    </message>
    <message>
        <source>waited %1 before</source>
        <translation>wartete vorher %1</translation>
    </message>
</context>
<context>
    <name>sb::ui::WaterfallView</name>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>until first token</source>
        <translation>bis zum ersten Token</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>waiting before a retry</source>
        <translation>Warten vor neuem Versuch</translation>
    </message>
</context>
<context>
    <name>sb::ui::format</name>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Längengrenze</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>gefiltert</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>verstummt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>überlastet</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation>Anfragelimit</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>no credit</source>
        <translation>kein Guthaben</translation>
    </message>
    <message>
        <source>context full</source>
        <translation>Kontext voll</translation>
    </message>
    <message>
        <source>content policy</source>
        <translation>Inhaltsregel</translation>
    </message>
    <message>
        <source>model not found</source>
        <translation>Modell unbekannt</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Schweigen</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>Verbindung zurückgesetzt</translation>
    </message>
    <message>
        <source>not an answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>no endpoint</source>
        <translation>kein Endpunkt</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>nicht angeboten</translation>
    </message>
    <message>
        <source>cooling down</source>
        <translation>ruht nach Fehlern</translation>
    </message>
    <message>
        <source>prompt too long</source>
        <translation>Prompt zu lang</translation>
    </message>
    <message>
        <source>kind of input</source>
        <translation>Art der Eingabe</translation>
    </message>
    <message>
        <source>lacks a feature</source>
        <translation>Fähigkeit fehlt</translation>
    </message>
    <message>
        <source>over the cost limit</source>
        <translation>über der Kostengrenze</translation>
    </message>
    <message>
        <source>over the budget</source>
        <translation>über dem Budget</translation>
    </message>
    <message>
        <source>practice and real</source>
        <translation>Übung und echt</translation>
    </message>
    <message>
        <source>over budget</source>
        <translation>über dem Budget</translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>A number of percent; some languages have a blank between the two.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>may train on prompts</source>
        <translation>trainiert evtl. mit Prompts</translation>
    </message>
    <message>
        <source>keeps prompts</source>
        <translation>bewahrt Prompts auf</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>anderswo</translation>
    </message>
    <message>
        <source>quantization</source>
        <translation>Quantisierung</translation>
    </message>
    <message>
        <source>no fallbacks</source>
        <translation>kein Ausweichen</translation>
    </message>
    <message>
        <source>rate limit used up</source>
        <translation>Ratenlimit ausgeschöpft</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>nicht geladen</translation>
    </message>
    <message>
        <source>variant not offered</source>
        <translation>Variante nicht angeboten</translation>
    </message>
    <message>
        <source>signed reasoning of another</source>
        <translation>signiert von anderem</translation>
    </message>
    <message>
        <source>above the request's limit</source>
        <translation>über der Grenze der Anfrage</translation>
    </message>
</context>
<context>
    <name>sb::usage::Explanation</name>
    <message>
        <source>failed with %1</source>
        <translation>scheiterte mit %1</translation>
    </message>
    <message>
        <source>did not begin to answer in time</source>
        <translation>begann nicht rechtzeitig zu antworten</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>brach ab</translation>
    </message>
    <message>
        <source>stopped in the middle of its answer</source>
        <translation>blieb mitten in der Antwort stehen</translation>
    </message>
    <message>
        <source>closed the connection without an answer</source>
        <translation>schloss die Verbindung ohne Antwort</translation>
    </message>
    <message>
        <source>could not be reached</source>
        <translation>war nicht erreichbar</translation>
    </message>
    <message>
        <source>answered what cannot be used</source>
        <translation>antwortete Unbrauchbares</translation>
    </message>
    <message>
        <source>was not asked, for lack of budget</source>
        <translation>wurde aus Mangel an Budget nicht gefragt</translation>
    </message>
    <message>
        <source>was given up</source>
        <translation>wurde aufgegeben</translation>
    </message>
    <message>
        <source>failed (%1)</source>
        <translation>scheiterte (%1)</translation>
    </message>
    <message>
        <source>%1 %2 after %3</source>
        <translation>%1 %2 nach %3</translation>
    </message>
    <message>
        <source>which cost %1</source>
        <translation>was %1 kostete</translation>
    </message>
    <message>
        <source>%1 answered in %2 (%3).</source>
        <translation>%1 antwortete in %2 (%3).</translation>
    </message>
    <message>
        <source>%1 answered in %2, first content after %3 (%4).</source>
        <translation>%1 antwortete in %2, erster Inhalt nach %3 (%4).</translation>
    </message>
    <message>
        <source>Attempt %1:</source>
        <translation>Versuch %1:</translation>
    </message>
    <message>
        <source>After a wait of %1:</source>
        <translation>Nach einer Wartezeit von %1:</translation>
    </message>
    <message>
        <source>The answer of attempt %1 passed the check “%2” once it was mended: %3</source>
        <translation>Die Antwort von Versuch %1 bestand die Prüfung „%2“, nachdem sie ausgebessert war: %3</translation>
    </message>
    <message>
        <source>The answer of attempt %1 passed the check “%2”.</source>
        <translation>Die Antwort von Versuch %1 bestand die Prüfung „%2“.</translation>
    </message>
    <message>
        <source>The answer of attempt %1 failed the check “%2”: %3</source>
        <translation>Die Antwort von Versuch %1 bestand die Prüfung „%2“ nicht: %3</translation>
    </message>
    <message>
        <source>The check “%2” had nothing to look at in the answer of attempt %1.</source>
        <translation>Für die Prüfung „%2“ gab es in der Antwort von Versuch %1 nichts zu prüfen.</translation>
    </message>
    <message>
        <source>The check “%2” could not tell about the answer of attempt %1: %3</source>
        <translation>Die Prüfung „%2“ konnte über die Antwort von Versuch %1 nichts sagen: %3</translation>
    </message>
    <message>
        <source>Attempts %1 and %2 ran beside each other:</source>
        <translation>Die Versuche %1 und %2 liefen nebeneinander:</translation>
    </message>
    <message>
        <source>neither was used.</source>
        <translation>keiner wurde verwendet.</translation>
    </message>
    <message>
        <source>%1 was used; %2 cost %3 besides.</source>
        <translation>%1 wurde verwendet; %2 kostete daneben %3.</translation>
    </message>
    <message>
        <source>%1 was used; what %2 cost besides is not known.</source>
        <translation>%1 wurde verwendet; was %2 daneben kostete, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>the chain %1, version %2</source>
        <translation>der Kette %1, Version %2</translation>
    </message>
    <message>
        <source>Practice request %1 from %2 asked for %3.</source>
        <translation>Übungsanfrage %1 von %2 fragte nach %3.</translation>
    </message>
    <message>
        <source>Request %1 from %2 asked for %3.</source>
        <translation>Anfrage %1 von %2 fragte nach %3.</translation>
    </message>
    <message>
        <source>By a rule of yours it was taken for “%1”</source>
        <translation>Nach einer Ihrer Regeln galt sie als „%1“</translation>
    </message>
    <message>
        <source>By an example of yours it was taken for “%1”, %2 sure</source>
        <translation>Nach einem Ihrer Beispiele galt sie als „%1“, zu %2 sicher</translation>
    </message>
    <message>
        <source>It was taken for “%1”, %2 sure</source>
        <translation>Sie galt als „%1“, zu %2 sicher</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>Rule %1 did not apply: %2</source>
        <translation>Regel %1 galt nicht: %2</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>Rule %1 of the policy %2 let it travel as it asked.</source>
        <translation>Regel %1 des Regelwerks %2 ließ sie fahren, wie sie wollte.</translation>
    </message>
    <message>
        <source>Rule %1 of the policy %2 sent it to the chain %3.</source>
        <translation>Regel %1 des Regelwerks %2 schickte sie an die Kette %3.</translation>
    </message>
    <message>
        <source>No rule of the policy %1 applied, so it travelled as it asked.</source>
        <translation>Keine Regel des Regelwerks %1 galt, also fuhr sie, wie sie wollte.</translation>
    </message>
    <message>
        <source>No rule of the policy %1 applied, so it went to the chain %2.</source>
        <translation>Keine Regel des Regelwerks %1 galt, also ging sie an die Kette %2.</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Candidate %1 of step %2: %3, chance %4, expected cost %5.</source>
        <translation>Kandidat %1 für Schritt %2: %3, Chance %4, erwartete Kosten %5.</translation>
    </message>
    <message numerus="yes">
        <source>%n more candidate(s).</source>
        <translation>
            <numerusform>%n weiterer Kandidat.</numerusform>
            <numerusform>%n weitere Kandidaten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: %1. %2</source>
        <translation>Ausgeschlossen: %1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more were left out.</source>
        <translation>
            <numerusform>%n weiterer wurde ausgeschlossen.</numerusform>
            <numerusform>%n weitere wurden ausgeschlossen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens in, %2 out, %3</source>
        <translation>%1 Token hinein, %2 heraus, %3</translation>
    </message>
    <message>
        <source>The answer was complete after %1: %2.</source>
        <translation>Die Antwort war nach %1 vollständig: %2.</translation>
    </message>
    <message>
        <source>The answer reached its length limit after %1: %2.</source>
        <translation>Die Antwort erreichte nach %1 ihre Längengrenze: %2.</translation>
    </message>
    <message>
        <source>A content filter ended the answer after %1: %2.</source>
        <translation>Ein Inhaltsfilter beendete die Antwort nach %1: %2.</translation>
    </message>
    <message>
        <source>The answer stayed incomplete after %1: %2.</source>
        <translation>Die Antwort blieb nach %1 unvollständig: %2.</translation>
    </message>
    <message>
        <source>It was stopped after %1: %2.</source>
        <translation>Sie wurde nach %1 angehalten: %2.</translation>
    </message>
    <message>
        <source>It ended without an answer after %1: %2.</source>
        <translation>Sie endete nach %1 ohne Antwort: %2.</translation>
    </message>
    <message>
        <source>The program that sent it died before the answer was recorded.</source>
        <translation>Das Programm, das sie sandte, endete, bevor die Antwort verbucht war.</translation>
    </message>
    <message>
        <source>$%1</source>
        <translation>%1 $</translation>
    </message>
    <message>
        <source>%1 billed</source>
        <translation>%1 abgerechnet</translation>
    </message>
    <message>
        <source>%1 by the price list</source>
        <translation>%1 nach Preisliste</translation>
    </message>
    <message>
        <source>%1 estimated</source>
        <translation>%1 geschätzt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>It is running: how it was decided is on record when it ends.</source>
        <translation>Sie läuft: Wie entschieden wurde, ist verbucht, wenn sie endet.</translation>
    </message>
    <message>
        <source>How it was decided is not on record.</source>
        <translation>Wie entschieden wurde, ist nicht verbucht.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>sb::usage::Queries</name>
    <message>
        <source>There is no request #%1 in the register.</source>
        <translation>Im Register gibt es keine Anfrage #%1.</translation>
    </message>
    <message>
        <source>The register is still being opened.</source>
        <translation>Das Register wird noch geöffnet.</translation>
    </message>
</context>
<context>
    <name>sb::usage::Register</name>
    <message>
        <source>The backup %1 cannot be written; the register stays as it was.</source>
        <translation>Die Sicherung %1 kann nicht geschrieben werden; das Register bleibt, wie es war.</translation>
    </message>
    <message>
        <source>The register %1 was written by a newer Signalbox (form %2, this program knows up to %3). Update Signalbox, or use another profile.</source>
        <translation>Das Register %1 wurde von einem neueren Signalbox geschrieben (Form %2, dieses Programm kennt bis %3). Bitte Signalbox aktualisieren oder ein anderes Profil verwenden.</translation>
    </message>
    <message>
        <source>Request #%1 is closed already and is not changed again.</source>
        <translation>Anfrage #%1 ist schon abgeschlossen und wird nicht mehr geändert.</translation>
    </message>
    <message>
        <source>There is no request #%1 in the register.</source>
        <translation>Im Register gibt es keine Anfrage #%1.</translation>
    </message>
    <message>
        <source>The disk of the register is full. Free some space: what waits to be recorded is kept and tried again.</source>
        <translation>Der Datenträger des Registers ist voll. Bitte Platz schaffen: Was noch zu verzeichnen ist, bleibt erhalten und wird erneut versucht.</translation>
    </message>
    <message>
        <source>The register cannot be written. Check the rights of its file and folder.</source>
        <translation>Das Register kann nicht geschrieben werden. Bitte die Rechte von Datei und Ordner prüfen.</translation>
    </message>
    <message>
        <source>The query was cancelled.</source>
        <translation>Die Abfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The register cannot be used right now. Check its disk, and whether another program holds it.</source>
        <translation>Das Register ist gerade nicht benutzbar. Bitte den Datenträger prüfen und ob ein anderes Programm es festhält.</translation>
    </message>
    <message>
        <source>The register refused a statement. This is a fault of Signalbox; please report it.</source>
        <translation>Das Register hat eine Anweisung abgelehnt. Das ist ein Fehler von Signalbox; bitte melden.</translation>
    </message>
    <message>
        <source>The register %1 cannot be opened. Check the rights of its file and folder.</source>
        <translation>Das Register %1 kann nicht geöffnet werden. Bitte die Rechte von Datei und Ordner prüfen.</translation>
    </message>
    <message>
        <source>This is a database of another program.</source>
        <translation>Das ist eine Datenbank eines anderen Programms.</translation>
    </message>
    <message>
        <source>The end of the file is missing.</source>
        <translation>Das Ende der Datei fehlt.</translation>
    </message>
    <message>
        <source>The register %1 is damaged and was left as it is. New requests are recorded in %2, and limits count only those. To have the old records back, end Signalbox and put a backup in the place of the damaged file.</source>
        <translation>Das Register %1 ist beschädigt und blieb, wie es ist. Neue Anfragen werden in %2 verzeichnet, und Limits zählen nur diese. Um die alten Einträge zurückzubekommen, Signalbox beenden und eine Sicherung an die Stelle der beschädigten Datei legen.</translation>
    </message>
    <message>
        <source>Another Signalbox is still preparing the register. Try again.</source>
        <translation>Ein anderes Signalbox bereitet das Register noch vor. Bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>The disk of the register %1 is full. Free some space, then start again.</source>
        <translation>Der Datenträger des Registers %1 ist voll. Schaffen Sie Platz, und starten Sie dann neu.</translation>
    </message>
    <message>
        <source>The folder of the register %1 cannot be written. Check its rights and its disk.</source>
        <translation>Der Ordner des Registers %1 kann nicht beschrieben werden. Bitte Rechte und Datenträger prüfen.</translation>
    </message>
    <message>
        <source>The price of this endpoint is not known, so %1 lets nothing through to it. Set a price in Models, or allow the endpoint.</source>
        <translation>Der Preis dieses Endpunkts ist nicht bekannt, deshalb lässt %1 nichts zu ihm durch. Bitte einen Preis festlegen oder den Endpunkt erlauben.</translation>
    </message>
    <message>
        <source>This may cost up to %1, but %2 has only %3 left.</source>
        <translation>Das kann bis zu %1 kosten, aber für %2 sind nur noch %3 übrig.</translation>
    </message>
    <message>
        <source>Request #%1 is not lost: there is nothing to settle.</source>
        <translation>Anfrage #%1 ist nicht verloren: Es gibt nichts abzurechnen.</translation>
    </message>
    <message>
        <source>The amount must not be negative.</source>
        <translation>Der Betrag darf nicht negativ sein.</translation>
    </message>
    <message>
        <source>Lost request #%1 was settled already.</source>
        <translation>Die verlorene Anfrage #%1 ist schon abgerechnet.</translation>
    </message>
    <message>
        <source>The register %1 is damaged. End Signalbox and put a backup in its place.</source>
        <translation>Das Register %1 ist beschädigt. Beenden Sie Signalbox und legen Sie eine Sicherung an seine Stelle.</translation>
    </message>
    <message>
        <source>A page of the file is damaged.</source>
        <translation>Eine Seite der Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>There is no register yet: no request is on record in %1.</source>
        <translation>Es gibt noch kein Register: In %1 ist keine Anfrage aufgezeichnet.</translation>
    </message>
    <message>
        <source>The register %1 is of another version of Signalbox. Start the window or send a request once, so that it is brought up to date.</source>
        <translation>Das Register %1 ist von einer anderen Version von Signalbox. Starten Sie einmal das Fenster oder senden Sie eine Anfrage, damit es auf den neuesten Stand kommt.</translation>
    </message>
</context>
</TS>