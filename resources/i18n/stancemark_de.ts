<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt …</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Bring in articles</source>
        <translation>Artikel einlesen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Theme, reading font, size and line length</source>
        <translation>Farben, Leseschrift, Größe und Zeilenlänge</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Projekt schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back your last step, yesterday’s too</source>
        <translation>Den letzten eigenen Schritt zurücknehmen, auch den von gestern</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>Markierung löschen</translation>
    </message>
    <message>
        <source>Delete the selected mark or stance</source>
        <translation>Die gewählte Markierung oder Haltung löschen</translation>
    </message>
    <message>
        <source>Link to actor</source>
        <translation>Mit Akteur verknüpfen</translation>
    </message>
    <message>
        <source>Say which actor the mention means; a selection is marked first</source>
        <translation>Angeben, welchen Akteur die Nennung meint; eine Auswahl wird zuerst markiert</translation>
    </message>
    <message>
        <source>Attribute or link…</source>
        <translation>Zuschreiben oder verknüpfen …</translation>
    </message>
    <message>
        <source>Link the claim to its source, its cue, or the claim that reports it</source>
        <translation>Die Aussage mit ihrer Quelle, ihrem Signal oder der berichtenden Aussage verknüpfen</translation>
    </message>
    <message>
        <source>Add stance</source>
        <translation>Haltung hinzufügen</translation>
    </message>
    <message>
        <source>Say who is for or against what, on the evidence of the selection</source>
        <translation>Angeben, wer wofür oder wogegen ist; Beleg ist die Auswahl</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>A remark on the mark, or on the article</source>
        <translation>Eine Bemerkung zur Markierung oder zum Artikel</translation>
    </message>
    <message>
        <source>Best guess</source>
        <translation>Beste Vermutung</translation>
    </message>
    <message>
        <source>Tick or untick “not sure”</source>
        <translation>„Unsicher“ an- oder abhaken</translation>
    </message>
    <message>
        <source>Add words to the mark</source>
        <translation>Wörter zur Markierung nehmen</translation>
    </message>
    <message>
        <source>A mark of several pieces: press J, select the words, press J again</source>
        <translation>Eine Markierung aus mehreren Teilen: J drücken, Wörter auswählen, noch einmal J</translation>
    </message>
    <message>
        <source>Same words elsewhere…</source>
        <translation>Dieselben Wörter anderswo …</translation>
    </message>
    <message>
        <source>List where the words of the mark stand, and mark them all</source>
        <translation>Auflisten, wo die Wörter der Markierung stehen, und alle markieren</translation>
    </message>
    <message>
        <source>Take as an example</source>
        <translation>Als Beispiel nehmen</translation>
    </message>
    <message>
        <source>Put the mark, or the selection, into the draft of the codebook as an example</source>
        <translation>Die Markierung oder Auswahl als Beispiel in den Entwurf des Codebuchs übernehmen</translation>
    </message>
    <message>
        <source>Select more</source>
        <translation>Mehr auswählen</translation>
    </message>
    <message>
        <source>Token, clause or quotation, sentence, paragraph</source>
        <translation>Wort, Teilsatz oder Zitat, Satz, Absatz</translation>
    </message>
    <message>
        <source>Select less</source>
        <translation>Weniger auswählen</translation>
    </message>
    <message>
        <source>The same way back</source>
        <translation>Denselben Weg zurück</translation>
    </message>
    <message>
        <source>Pick a mark by letter</source>
        <translation>Markierung per Buchstabe wählen</translation>
    </message>
    <message>
        <source>A letter over every mark in sight</source>
        <translation>Ein Buchstabe über jeder sichtbaren Markierung</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>Nächste Markierung</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>Vorige Markierung</translation>
    </message>
    <message>
        <source>Move end right</source>
        <translation>Ende nach rechts</translation>
    </message>
    <message>
        <source>Move end left</source>
        <translation>Ende nach links</translation>
    </message>
    <message>
        <source>Move start right</source>
        <translation>Anfang nach rechts</translation>
    </message>
    <message>
        <source>Move start left</source>
        <translation>Anfang nach links</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Done, next article</source>
        <translation>Erledigt, nächster Artikel</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Voriger Artikel</translation>
    </message>
    <message>
        <source>Find an article</source>
        <translation>Artikel suchen</translation>
    </message>
    <message>
        <source>Sort the articles</source>
        <translation>Artikel sortieren</translation>
    </message>
    <message>
        <source>Sort the other way round</source>
        <translation>Umgekehrt sortieren</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Im Artikel suchen</translation>
    </message>
    <message>
        <source>Enter and Shift+Enter go from hit to hit</source>
        <translation>Eingabe und Umschalt+Eingabe gehen von Treffer zu Treffer</translation>
    </message>
    <message>
        <source>Next highlight</source>
        <translation>Nächste Hervorhebung</translation>
    </message>
    <message>
        <source>The next of the project’s highlighted words, selected</source>
        <translation>Das nächste hervorgehobene Wort des Projekts auswählen</translation>
    </message>
    <message>
        <source>Highlight before</source>
        <translation>Vorige Hervorhebung</translation>
    </message>
    <message>
        <source>Ask for help</source>
        <translation>Um Hilfe bitten</translation>
    </message>
    <message>
        <source>Leave the article for someone to look at</source>
        <translation>Den Artikel jemandem zum Ansehen überlassen</translation>
    </message>
    <message>
        <source>Skip article</source>
        <translation>Artikel überspringen</translation>
    </message>
    <message>
        <source>Not done after all</source>
        <translation>Doch nicht erledigt</translation>
    </message>
    <message>
        <source>Save article as PDF…</source>
        <translation>Artikel als PDF speichern …</translation>
    </message>
    <message>
        <source>The text with your marks and statements, to read and print</source>
        <translation>Der Text mit den eigenen Markierungen und Haltungen, zum Lesen und Drucken</translation>
    </message>
    <message>
        <source>Join into one story</source>
        <translation>Zu einer Geschichte zusammenfassen</translation>
    </message>
    <message>
        <source>The articles selected in the list belong together</source>
        <translation>Die in der Liste ausgewählten Artikel gehören zusammen</translation>
    </message>
    <message>
        <source>Take out of the story</source>
        <translation>Aus der Geschichte nehmen</translation>
    </message>
    <message>
        <source>The articles selected in the list belong to no other</source>
        <translation>Die in der Liste ausgewählten Artikel gehören zu keinem anderen</translation>
    </message>
    <message>
        <source>Find stories…</source>
        <translation>Geschichten suchen …</translation>
    </message>
    <message>
        <source>Articles that are nearly the same text</source>
        <translation>Artikel mit fast gleichem Text</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Highlights…</source>
        <translation>Hervorhebungen …</translation>
    </message>
    <message>
        <source>Words and patterns that are coloured in every article</source>
        <translation>Wörter und Muster, die in jedem Artikel farbig sind</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Annotieren</translation>
    </message>
    <message>
        <source>Find in project</source>
        <translation>Im Projekt suchen</translation>
    </message>
    <message>
        <source>Every place where words stand, in all articles</source>
        <translation>Jede Stelle, an der die Wörter stehen, in allen Artikeln</translation>
    </message>
    <message>
        <source>Labels, values, definitions, examples: change them, and see what a change touches</source>
        <translation>Labels, Werte, Definitionen, Beispiele: ändern und sehen, was eine Änderung betrifft</translation>
    </message>
    <message>
        <source>Do anything…</source>
        <translation>Befehl suchen …</translation>
    </message>
    <message>
        <source>Every action by its name</source>
        <translation>Jeder Befehl bei seinem Namen</translation>
    </message>
    <message>
        <source>Hand out…</source>
        <translation>Ausgeben…</translation>
    </message>
    <message>
        <source>A file for each annotator, with their articles and nobody else’s work</source>
        <translation>Eine Datei für jede Person, mit ihren Artikeln und ohne die Arbeit anderer</translation>
    </message>
    <message>
        <source>Send work…</source>
        <translation>Arbeit abschicken…</translation>
    </message>
    <message>
        <source>Write a package for the lead</source>
        <translation>Ein Paket für die Leitung schreiben</translation>
    </message>
    <message>
        <source>Take in what came back</source>
        <translation>Übernehmen, was zurückkam</translation>
    </message>
    <message>
        <source>Settle versions…</source>
        <translation>Fassungen klären…</translation>
    </message>
    <message>
        <source>Layers that were changed on both sides</source>
        <translation>Ebenen, die auf beiden Seiten geändert wurden</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Every key; keys can be changed</source>
        <translation>Alle Tasten; sie lassen sich ändern</translation>
    </message>
    <message>
        <source>About Stancemark</source>
        <translation>Über Stancemark</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Mark {name}</source>
        <translation>{name} markieren</translation>
    </message>
    <message>
        <source>Mark the selection as {name}, or relabel the selected mark</source>
        <translation>Die Auswahl als {name} markieren oder die gewählte Markierung umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>Story of %Ln</source>
        <translation>
            <numerusform>Geschichte (%Ln)</numerusform>
            <numerusform>Geschichte (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>Wird zusammengefasst …</translation>
    </message>
    <message>
        <source>Taking out…</source>
        <translation>Wird herausgenommen …</translation>
    </message>
    <message>
        <source>stance: who is for or against what</source>
        <translation>Haltung: wer wofür oder wogegen ist</translation>
    </message>
    <message>
        <source>link a mention to an actor</source>
        <translation>Nennung mit Akteur verknüpfen</translation>
    </message>
    <message>
        <source>attribute a claim to its source</source>
        <translation>Aussage ihrer Quelle zuschreiben</translation>
    </message>
    <message>
        <source>note or question</source>
        <translation>Notiz oder Frage</translation>
    </message>
    <message>
        <source>the same words elsewhere</source>
        <translation>dieselben Wörter anderswo</translation>
    </message>
    <message>
        <source>select more, or less</source>
        <translation>mehr oder weniger auswählen</translation>
    </message>
    <message>
        <source>pick a mark by its letter</source>
        <translation>Markierung per Buchstabe wählen</translation>
    </message>
    <message>
        <source>next mark</source>
        <translation>nächste Markierung</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>done, next article</source>
        <translation>erledigt, nächster Artikel</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>alle Tasten</translation>
    </message>
    <message>
        <source>{label} on …</source>
        <translation>{label} zu …</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Select some words in the text, then press a key:</source>
        <translation>Wörter im Text auswählen, dann eine Taste drücken:</translation>
    </message>
    <message>
        <source>mark {name}</source>
        <translation>{name} markieren</translation>
    </message>
    <message>
        <source>Choose an article in the list, or import some.</source>
        <translation>In der Liste einen Artikel wählen oder Artikel importieren.</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message>
        <source>Save article as PDF</source>
        <translation>Artikel als PDF speichern</translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation>{path} geschrieben.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Codebooks and codes (*.json *.qdc)</source>
        <translation>Codebücher und Codes (*.json *.qdc)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s) (loses its|lose their) actor.</source>
        <translation>
            <numerusform>%Ln Nennung verliert ihren Akteur.</numerusform>
            <numerusform>%Ln Nennungen verlieren ihren Akteur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a data set</source>
        <translation>Datensatz erstellen</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>Folder to write</source>
        <translation>Zu schreibender Ordner</translation>
    </message>
    <message>
        <source>Choose where to write</source>
        <translation>Wählen, wohin geschrieben wird</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Make data set</source>
        <translation>Datensatz erstellen</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Data set into</source>
        <translation>Datensatz nach</translation>
    </message>
    <message>
        <source>Comparing the articles…</source>
        <translation>Die Artikel werden verglichen …</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>The parts</source>
        <translation>Die Teile</translation>
    </message>
    <message>
        <source>Training split</source>
        <translation>Aufteilung fürs Training</translation>
    </message>
    <message>
        <source>By lot, labels in balance</source>
        <translation>Per Los, Labels ausgewogen</translation>
    </message>
    <message>
        <source>By date: the newest are the test</source>
        <translation>Nach Datum: die neuesten als Test</translation>
    </message>
    <message>
        <source>Some sources in test alone</source>
        <translation>Einige Quellen nur im Test</translation>
    </message>
    <message>
        <source>Some actors in test alone</source>
        <translation>Einige Akteure nur im Test</translation>
    </message>
    <message>
        <source>Some issues in test alone</source>
        <translation>Einige Streitfragen nur im Test</translation>
    </message>
    <message>
        <source>train</source>
        <translation>train</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validation</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>Share of {part}</source>
        <translation>Anteil von {part}</translation>
    </message>
    <message>
        <source>None: everything in one part</source>
        <translation>Keine: alles in einem Teil</translation>
    </message>
    <message>
        <source>A new split</source>
        <translation>Eine neue Aufteilung</translation>
    </message>
    <message>
        <source>Name of the split</source>
        <translation>Name der Aufteilung</translation>
    </message>
    <message>
        <source>Way to split</source>
        <translation>Art der Aufteilung</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>In test alone</source>
        <translation>Nur im Test</translation>
    </message>
    <message>
        <source>Place the articles that are in no part</source>
        <translation>Artikel ohne Teil einordnen</translation>
    </message>
    <message>
        <source>Give the split a name.</source>
        <translation>Der Aufteilung einen Namen geben.</translation>
    </message>
    <message>
        <source>There is a split “{name}” already.</source>
        <translation>Es gibt schon eine Aufteilung „{name}“.</translation>
    </message>
    <message>
        <source>The shares add up to {number} %, not to 100.</source>
        <translation>Die Anteile ergeben {number} %, nicht 100.</translation>
    </message>
    <message>
        <source>Tick what is to be in test alone.</source>
        <translation>Ankreuzen, was nur im Test sein soll.</translation>
    </message>
    <message>
        <source>The split “{name}”</source>
        <translation>Die Aufteilung „{name}“</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>What is in each part</source>
        <translation>Was in jedem Teil ist</translation>
    </message>
    <message>
        <source>What the parts have in common</source>
        <translation>Was die Teile gemeinsam haben</translation>
    </message>
    <message>
        <source>Stories and singles</source>
        <translation>Geschichten und einzelne</translation>
    </message>
    <message>
        <source>Issues of test that are in train too: {shared} of {all}.</source>
        <translation>Streitfragen von test, die auch in train sind: {shared} von {all}.</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei geschrieben</numerusform>
            <numerusform>%Ln Dateien geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Stance: {words}</source>
        <translation>Haltung: {words}</translation>
    </message>
    <message>
        <source>Link: {words}</source>
        <translation>Verknüpfung: {words}</translation>
    </message>
    <message>
        <source>Actors of test that are in train too: {shared} of {all}.</source>
        <translation>Akteure von test, die auch in train sind: {shared} von {all}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) left out. {why}</source>
        <translation>
            <numerusform>%Ln Artikel ausgelassen. {why}</numerusform>
            <numerusform>%Ln Artikel ausgelassen. {why}</numerusform>
        </translation>
    </message>
    <message>
        <source>{part} ends with {day}.</source>
        <translation>{part} endet mit dem {day}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) (is|are) in no part.</source>
        <translation>
            <numerusform>%Ln Artikel ist in keinem Teil.</numerusform>
            <numerusform>%Ln Artikel sind in keinem Teil.</numerusform>
        </translation>
    </message>
    <message>
        <source>No text and no story is in two parts.</source>
        <translation>Kein Text und keine Geschichte ist in zwei Teilen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) of nearly the same text (is|are) in two parts.</source>
        <translation>
            <numerusform>%Ln Paar fast gleicher Texte ist in zwei Teilen.</numerusform>
            <numerusform>%Ln Paare fast gleicher Texte sind in zwei Teilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stor(y is|ies are) in two parts.</source>
        <translation>
            <numerusform>%Ln Geschichte ist in zwei Teilen.</numerusform>
            <numerusform>%Ln Geschichten sind in zwei Teilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>keine Zeilen</translation>
    </message>
    <message>
        <source>A text or a story is in two parts; leakage.json says which.</source>
        <translation>Ein Text oder eine Geschichte ist in zwei Teilen; leakage.json sagt, welche.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s) left out. {why}</source>
        <translation>
            <numerusform>%Ln Ebene ausgelassen. {why}</numerusform>
            <numerusform>%Ln Ebenen ausgelassen. {why}</numerusform>
        </translation>
    </message>
    <message>
        <source>As it will be written</source>
        <translation>Wie es geschrieben wird</translation>
    </message>
    <message>
        <source>Choose at least one label.</source>
        <translation>Mindestens ein Label wählen.</translation>
    </message>
    <message>
        <source>Stancemark</source>
        <translation>Stancemark</translation>
    </message>
    <message>
        <source>Annotation tools</source>
        <translation>Annotationsprogramme</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netzwerke</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Everything, to keep and to bring in again</source>
        <translation>Alles, zum Behalten und Wiedereinlesen</translation>
    </message>
    <message>
        <source>To go on in doccano</source>
        <translation>Zum Weiterarbeiten in doccano</translation>
    </message>
    <message>
        <source>To go on in Prodigy, or to train with spaCy</source>
        <translation>Für Prodigy oder zum Training mit spaCy</translation>
    </message>
    <message>
        <source>To go on in Label Studio, with its set-up</source>
        <translation>Für Label Studio, mit Einrichtung</translation>
    </message>
    <message>
        <source>To go on in brat; a folder for each annotator</source>
        <translation>Für brat; ein Ordner je Annotator</translation>
    </message>
    <message>
        <source>To go on in INCEpTION or UIMA; with its types</source>
        <translation>Für INCEpTION oder UIMA; mit den Typen</translation>
    </message>
    <message>
        <source>The same as JSON</source>
        <translation>Dasselbe als JSON</translation>
    </message>
    <message>
        <source>Passages and what is said of them, as linked data</source>
        <translation>Stellen und was von ihnen gesagt wird, als verknüpfte Daten</translation>
    </message>
    <message>
        <source>A word a line with its tags, to train taggers</source>
        <translation>Ein Wort je Zeile mit Tags, für Tagger</translation>
    </message>
    <message>
        <source>Words and sentences, spans as features</source>
        <translation>Wörter und Sätze, Textstellen als Merkmale</translation>
    </message>
    <message>
        <source>Documents for spaCy to train with</source>
        <translation>Dokumente zum Training mit spaCy</translation>
    </message>
    <message>
        <source>Words with BIO tags, to train taggers</source>
        <translation>Wörter mit BIO-Tags, für Tagger</translation>
    </message>
    <message>
        <source>Texts with spans, overlapping ones too</source>
        <translation>Texte mit Stellen, auch überlappenden</translation>
    </message>
    <message>
        <source>Spans and which of them belong together</source>
        <translation>Textstellen, und welche zusammengehören</translation>
    </message>
    <message>
        <source>Who is for or against what, as triples</source>
        <translation>Wer wofür oder wogegen ist, als Tripel</translation>
    </message>
    <message>
        <source>A passage, holder, target: for or against</source>
        <translation>Stelle, Träger, Ziel: dafür oder dagegen</translation>
    </message>
    <message>
        <source>Stances as premise and hypothesis</source>
        <translation>Haltungen als Prämisse und Hypothese</translation>
    </message>
    <message>
        <source>Messages to train language models</source>
        <translation>Nachrichten zum Training von Sprachmodellen</translation>
    </message>
    <message>
        <source>Prompts, answers for language models</source>
        <translation>Eingaben, Antworten für Sprachmodelle</translation>
    </message>
    <message>
        <source>How many readers say what, as shares</source>
        <translation>Wie viele Leser was sagen, als Anteile</translation>
    </message>
    <message>
        <source>What each reader says, to model readers</source>
        <translation>Was jeder Leser sagt, um Leser zu modellieren</translation>
    </message>
    <message>
        <source>Readers’ labels side by side, for LeWiDi</source>
        <translation>Labels der Leser nebeneinander, für LeWiDi</translation>
    </message>
    <message>
        <source>A web page for each article, with its marks</source>
        <translation>Eine Webseite je Artikel, mit Markierungen</translation>
    </message>
    <message>
        <source>Each article with its marks, to read and print</source>
        <translation>Artikel mit Markierungen, zum Drucken</translation>
    </message>
    <message>
        <source>All views, for the Hugging Face Hub</source>
        <translation>Alle Sichten, für den Hugging Face Hub</translation>
    </message>
    <message>
        <source>A row for each mark: spreadsheets, R, pandas</source>
        <translation>Eine Zeile je Markierung: Tabellen, R, pandas</translation>
    </message>
    <message>
        <source>The same for pandas, Polars, DuckDB</source>
        <translation>Dasselbe für pandas, Polars, DuckDB</translation>
    </message>
    <message>
        <source>A row for each holder and target</source>
        <translation>Eine Zeile für jeden Träger und jedes Ziel</translation>
    </message>
    <message>
        <source>Who is for or against what, for Gephi</source>
        <translation>Wer wofür oder wogegen ist, für Gephi</translation>
    </message>
    <message>
        <source>The same for yEd, Cytoscape, igraph, visone</source>
        <translation>Dasselbe für yEd, Cytoscape, igraph, visone</translation>
    </message>
    <message>
        <source>{number} KB</source>
        <translation>{number} KB</translation>
    </message>
    <message>
        <source>Files to be written</source>
        <translation>Zu schreibende Dateien</translation>
    </message>
    <message>
        <source>Find a format</source>
        <translation>Ein Format suchen</translation>
    </message>
    <message>
        <source>No format is called that.</source>
        <translation>Kein Format heißt so.</translation>
    </message>
    <message>
        <source>Letters instead of annotators’ names</source>
        <translation>Buchstaben statt der Namen</translation>
    </message>
    <message>
        <source>Text around a passage</source>
        <translation>Text um eine Textstelle</translation>
    </message>
    <message>
        <source>Pairs without a statement too</source>
        <translation>Auch Paare ohne Haltung</translation>
    </message>
    <message>
        <source>Actors and issues of a finished reading that it says nothing of</source>
        <translation>Akteure und Streitfragen einer fertigen Lesart, über die sie nichts sagt</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>The whole article</source>
        <translation>Der ganze Artikel</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) on each side</source>
        <translation>
            <numerusform>%n Satz auf jeder Seite</numerusform>
            <numerusform>%n Sätze auf jeder Seite</numerusform>
        </translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Textstellen</translation>
    </message>
    <message>
        <source>Its own sentence</source>
        <translation>Nur der eigene Satz</translation>
    </message>
    <message>
        <source>{split}: {part} only</source>
        <translation>{split}: nur {part}</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>Mehr dazu</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %Ln reading(s)</source>
        <translation>
            <numerusform>%Ln Lesart geschrieben</numerusform>
            <numerusform>%Ln Lesarten geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>Nicht in der Datei</translation>
    </message>
    <message>
        <source>What the file cannot hold</source>
        <translation>Was die Datei nicht fasst</translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation>Vorschau der Datei</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>Es gibt nichts zu schreiben.</translation>
    </message>
    <message>
        <source>This file is no text; there are no lines to show.</source>
        <translation>Diese Datei ist kein Text; es gibt keine Zeilen zu zeigen.</translation>
    </message>
    <message>
        <source>What more than half of the readers say</source>
        <translation>Was mehr als die Hälfte der Leser sagt</translation>
    </message>
    <message>
        <source>What any reader says, with its share</source>
        <translation>Was irgendein Leser sagt, mit Anteil</translation>
    </message>
    <message numerus="yes">
        <source>Gold (%Ln layer(s))</source>
        <translation>
            <numerusform>Gold (%Ln Ebene)</numerusform>
            <numerusform>Gold (%Ln Ebenen)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln reading(s) (was|were) looked at for what is lost.</source>
        <translation>
            <numerusform>Nach Verlusten wurde nur die erste %Ln Lesart durchgesehen.</numerusform>
            <numerusform>Nach Verlusten wurden nur die ersten %Ln Lesarten durchgesehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the articles (has|have) no layer.</source>
        <translation>
            <numerusform>%Ln der Artikel hat keine Ebene.</numerusform>
            <numerusform>%Ln der Artikel haben keine Ebene.</numerusform>
        </translation>
    </message>
    <message>
        <source>Text of the first article</source>
        <translation>Text des ersten Artikels</translation>
    </message>
    <message>
        <source>First article</source>
        <translation>Erster Artikel</translation>
    </message>
    <message>
        <source>Metadata: {kept}</source>
        <translation>Metadaten: {kept}</translation>
    </message>
    <message>
        <source>Reset to what is proposed</source>
        <translation>Auf den Vorschlag zurücksetzen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Address (URL)</source>
        <translation>Adresse (URL)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>{column} is: {field}</source>
        <translation>{column} ist: {field}</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>weglassen</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie zuvor</translation>
    </message>
    <message>
        <source>What the columns have</source>
        <translation>Was in den Spalten steht</translation>
    </message>
    <message>
        <source>Left and Right go from column to column; Enter or Space chooses.</source>
        <translation>Links und Rechts gehen von Spalte zu Spalte; Eingabe- oder Leertaste wählt.</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>Space imports a file or leaves it out. With Shift or Ctrl choose several, to be read alike.</source>
        <translation>Leertaste nimmt eine Datei auf oder lässt sie weg. Mit Umschalt oder Strg mehrere wählen, die gleich gelesen werden.</translation>
    </message>
    <message>
        <source>Drop files or folders here</source>
        <translation>Dateien oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>text, web pages, PDF and Word: an article a file, cleaned of what is not text</source>
        <translation>Text, Webseiten, PDF und Word: ein Artikel je Datei, ohne das, was kein Text ist</translation>
    </message>
    <message>
        <source>Many articles</source>
        <translation>Viele Artikel</translation>
    </message>
    <message>
        <source>tables (CSV, TSV, Excel), JSON with any keys, news feeds, web archives</source>
        <translation>Tabellen (CSV, TSV, Excel), JSON mit beliebigen Schlüsseln, Newsfeeds, Webarchive</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Lesungen</translation>
    </message>
    <message>
        <source>JSONL of this program, with all marks</source>
        <translation>JSONL dieses Programms, mit allen Markierungen</translation>
    </message>
    <message>
        <source>Other tools</source>
        <translation>Andere Programme</translation>
    </message>
    <message>
        <source>{tools}: with their marks</source>
        <translation>{tools}: mit ihren Markierungen</translation>
    </message>
    <message>
        <source>Format to read it as</source>
        <translation>Format, als das die Datei gelesen wird</translation>
    </message>
    <message>
        <source>Whose layers they become</source>
        <translation>Wessen Ebenen daraus werden</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Lesen als</translation>
    </message>
    <message>
        <source>Layers of</source>
        <translation>Ebenen von</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>wie erkannt</translation>
    </message>
    <message>
        <source>whose?</source>
        <translation>von wem?</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>wie in der Datei</translation>
    </message>
    <message>
        <source>Their label</source>
        <translation>Label dort</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>not in the codebook</source>
        <translation>nicht im Codebuch</translation>
    </message>
    <message>
        <source>{label} becomes: {ours}</source>
        <translation>{label} wird zu: {ours}</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>What their labels become</source>
        <translation>Was aus ihren Labels wird</translation>
    </message>
    <message>
        <source>Enter or Space chooses what a label becomes. With Shift or Ctrl choose several labels first.</source>
        <translation>Eingabe- oder Leertaste wählt, was aus einem Label wird. Mit Umschalt oder Strg vorher mehrere Labels wählen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln Label</numerusform>
            <numerusform>%Ln Labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposed</source>
        <translation>
            <numerusform>%Ln vorgeschlagen</numerusform>
            <numerusform>%Ln vorgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not in the codebook</source>
        <translation>
            <numerusform>%Ln nicht im Codebuch</numerusform>
            <numerusform>%Ln nicht im Codebuch</numerusform>
        </translation>
    </message>
    <message>
        <source>Pattern of the files’ names</source>
        <translation>Muster der Dateinamen</translation>
    </message>
    <message>
        <source>Fields stand in braces: title, source, author, url, published, language, external_id, or a name of your own; {*} skips. With / the folders above are read, too.</source>
        <translation>Felder stehen in geschweiften Klammern: title, source, author, url, published, language, external_id oder ein eigener Name; {*} überspringt. Mit / werden auch die Ordner darüber gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>{number} of %Ln name(s) fit.</source>
        <translation>
            <numerusform>{number} von %Ln Namen passt.</numerusform>
            <numerusform>{number} von %Ln Namen passen.</numerusform>
        </translation>
    </message>
    <message>
        <source>From the files’ names</source>
        <translation>Aus den Dateinamen</translation>
    </message>
    <message>
        <source>About the file</source>
        <translation>Über die Datei</translation>
    </message>
    <message>
        <source>What labels become, and what columns have, is remembered for the next import.</source>
        <translation>Was aus Labels wird und was in Spalten steht, ist für den nächsten Import gemerkt.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Bericht speichern …</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>it cannot be written ({error}).</source>
        <translation>sie lässt sich nicht schreiben ({error}).</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Text files</source>
        <translation>Textdateien</translation>
    </message>
    <message>
        <source>What would come in</source>
        <translation>Was hereinkäme</translation>
    </message>
    <message>
        <source>trying it out…</source>
        <translation>wird ausprobiert …</translation>
    </message>
    <message>
        <source>head or foot of the pages</source>
        <translation>Kopf oder Fuß der Seiten</translation>
    </message>
    <message>
        <source>stands before the headline</source>
        <translation>steht vor der Überschrift</translation>
    </message>
    <message>
        <source>follows the end of the article</source>
        <translation>folgt auf das Ende des Artikels</translation>
    </message>
    <message>
        <source>stands among what follows the article</source>
        <translation>steht zwischen dem, was auf den Artikel folgt</translation>
    </message>
    <message>
        <source>a Word document (DOCX)</source>
        <translation>ein Word-Dokument (DOCX)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) (belongs|belong) to a story: others are alike.</source>
        <translation>
            <numerusform>%Ln Artikel gehört zu einer Geschichte: Andere gleichen ihm.</numerusform>
            <numerusform>%Ln Artikel gehören zu einer Geschichte: Andere gleichen ihnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{place}: {mark} was {outcome}: {why}</source>
        <translation>{place}: {mark} wurde {outcome}: {why}</translation>
    </message>
    <message>
        <source>The file does not say who marked it. Choose, or type a name.</source>
        <translation>Die Datei sagt nicht, wer sie markiert hat. Einen Namen wählen oder eintippen.</translation>
    </message>
    <message>
        <source>The file says: {names}</source>
        <translation>In der Datei steht: {names}</translation>
    </message>
    <message>
        <source>Choose above which column has the text.</source>
        <translation>Oben wählen, in welcher Spalte der Text steht.</translation>
    </message>
    <message>
        <source>Left out, in the project already:</source>
        <translation>Weggelassen, weil schon im Projekt:</translation>
    </message>
    <message>
        <source>{file}, line {number}</source>
        <translation>{file}, Zeile {number}</translation>
    </message>
    <message>
        <source>which column has the text?</source>
        <translation>in welcher Spalte steht der Text?</translation>
    </message>
    <message>
        <source>whose layers are they?</source>
        <translation>wessen Ebenen sind es?</translation>
    </message>
    <message>
        <source>By content: {format}</source>
        <translation>Nach Inhalt: {format}</translation>
    </message>
    <message>
        <source>Brings in {articles}.</source>
        <translation>Bringt {articles}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s).</source>
        <translation>
            <numerusform>%Ln Ebene.</numerusform>
            <numerusform>%Ln Ebenen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %Ln label(s) not in the codebook: {labels}</source>
        <translation>
            <numerusform>{file}: %Ln Label nicht im Codebuch: {labels}</numerusform>
            <numerusform>{file}: %Ln Labels nicht im Codebuch: {labels}</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: its text is “{title}”.</source>
        <translation>{file}: Der Text ist „{title}“.</translation>
    </message>
    <message numerus="yes">
        <source>{file}: %Ln article(s).</source>
        <translation>
            <numerusform>{file}: %Ln Artikel.</numerusform>
            <numerusform>{file}: %Ln Artikel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles:</source>
        <translation>Artikel:</translation>
    </message>
    <message>
        <source>Articles that are nearly the same text, such as one agency’s report in several papers, make a story. A split for training keeps a story together.</source>
        <translation>Artikel mit fast gleichem Text, etwa die Meldung einer Agentur in mehreren Zeitungen, sind eine Geschichte. Eine Aufteilung fürs Training hält eine Geschichte zusammen.</translation>
    </message>
    <message>
        <source>Almost word for word</source>
        <translation>Fast Wort für Wort</translation>
    </message>
    <message>
        <source>The same for the greater part</source>
        <translation>Zum größeren Teil gleich</translation>
    </message>
    <message>
        <source>Whole paragraphs in common</source>
        <translation>Ganze Absätze gemeinsam</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stor(y|ies), with {articles}.</source>
        <translation>
            <numerusform>%Ln Geschichte, mit {articles}.</numerusform>
            <numerusform>%Ln Geschichten, mit {articles}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked at %Ln article(s).</source>
        <translation>
            <numerusform>%Ln Artikel durchgesehen.</numerusform>
            <numerusform>%Ln Artikel durchgesehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No new one was found.</source>
        <translation>Keine neue gefunden.</translation>
    </message>
    <message>
        <source>How much alike</source>
        <translation>Wie ähnlich</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Find stories</source>
        <translation>Geschichten suchen</translation>
    </message>
    <message>
        <source>{title} ({number})</source>
        <translation>{title} ({number})</translation>
    </message>
    <message>
        <source>No stories yet.</source>
        <translation>Noch keine Geschichten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them came into a story.</source>
        <translation>
            <numerusform>%Ln davon kam in eine Geschichte.</numerusform>
            <numerusform>%Ln davon kamen in eine Geschichte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for stories…</source>
        <translation>Geschichten werden gesucht …</translation>
    </message>
    <message>
        <source>This is the hand-out of {name}.</source>
        <translation>Dies ist die Ausgabe für {name}.</translation>
    </message>
    <message>
        <source>Each annotator gets a project file of their own. It holds the articles that they are to read, the codebook and the registries; what others marked or noted is not in it.</source>
        <translation>Jede Person bekommt eine eigene Projektdatei. Darin sind die Artikel, die sie lesen soll, das Codebuch und die Verzeichnisse; was andere markiert oder notiert haben, ist nicht darin.</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>All articles, not only those they are to read</source>
        <translation>Alle Artikel, nicht nur die zu lesenden</translation>
    </message>
    <message>
        <source>Folder for the hand-outs</source>
        <translation>Ordner für die Ausgaben</translation>
    </message>
    <message>
        <source>What was handed out</source>
        <translation>Was ausgegeben wurde</translation>
    </message>
    <message>
        <source>Handing out…</source>
        <translation>Wird ausgegeben…</translation>
    </message>
    <message numerus="yes">
        <source>{file}: %Ln article(s) for {name}</source>
        <translation>
            <numerusform>{file}: %Ln Artikel für {name}</numerusform>
            <numerusform>{file}: %Ln Artikel für {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Into the folder</source>
        <translation>In den Ordner</translation>
    </message>
    <message>
        <source>Choose a folder for the hand-outs</source>
        <translation>Ordner für die Ausgaben wählen</translation>
    </message>
    <message>
        <source>Choose what came back: packages, project files, or the folder that packages are put into. Nothing is changed before you press Merge; then a backup is made, and undo takes all of it back.</source>
        <translation>Wählen Sie, was zurückkam: Pakete, Projektdateien oder den Ordner, in den Pakete gelegt werden. Geändert wird erst etwas, wenn Sie „Zusammenführen“ drücken; dann wird eine Sicherung angelegt, und Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>What would come in is shown here.</source>
        <translation>Hier steht, was hereinkäme.</translation>
    </message>
    <message>
        <source>Files to merge</source>
        <translation>Dateien zum Zusammenführen</translation>
    </message>
    <message>
        <source>Take from a folder…</source>
        <translation>Aus einem Ordner nehmen…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>Was hereinkommt</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>Was zurückkam</translation>
    </message>
    <message>
        <source>Exchange folder</source>
        <translation>Austauschordner</translation>
    </message>
    <message>
        <source>Looking through…</source>
        <translation>Wird durchgesehen…</translation>
    </message>
    <message>
        <source>Merged.</source>
        <translation>Zusammengeführt.</translation>
    </message>
    <message>
        <source>Everything was here already; nothing was changed.</source>
        <translation>Alles war schon da; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no package in {folder}.</source>
        <translation>In {folder} ist kein Paket.</translation>
    </message>
    <message>
        <source>Packages and projects</source>
        <translation>Pakete und Projekte</translation>
    </message>
    <message>
        <source>A package is a copy of this project that can be sent or put into a shared folder. A lead merges it; a later one takes the place of an earlier.</source>
        <translation>Ein Paket ist eine Kopie dieses Projekts, die sich schicken oder in einen gemeinsamen Ordner legen lässt. Eine Leitung führt es zusammen; ein späteres ersetzt ein früheres.</translation>
    </message>
    <message>
        <source>Send work</source>
        <translation>Arbeit abschicken</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Was abgeschickt wurde</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Abschicken</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird abgeschickt…</translation>
    </message>
    <message>
        <source>Choose the exchange folder</source>
        <translation>Austauschordner wählen</translation>
    </message>
    <message>
        <source>Wrote {file}.</source>
        <translation>{file} wurde geschrieben.</translation>
    </message>
    <message>
        <source>These layers were changed here and in a hand-out. Choose the version that is to stand; the others go, and undo brings them back.</source>
        <translation>Diese Ebenen wurden hier und in einer Ausgabe geändert. Wählen Sie die Fassung, die gelten soll; die anderen gehen, und Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>No layer waits to be settled.</source>
        <translation>Keine Ebene wartet auf eine Klärung.</translation>
    </message>
    <message>
        <source>From {file}, {when}</source>
        <translation>Aus {file}, {when}</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>Gilt jetzt</translation>
    </message>
    <message>
        <source>Stance: {polarity}</source>
        <translation>Haltung: {polarity}</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>Notiz: {text}</translation>
    </message>
    <message>
        <source>Settle versions</source>
        <translation>Fassungen klären</translation>
    </message>
    <message>
        <source>What only this version has</source>
        <translation>Was nur diese Fassung hat</translation>
    </message>
    <message>
        <source>Let this version stand</source>
        <translation>Diese Fassung gelten lassen</translation>
    </message>
    <message>
        <source>Nothing that the others do not have.</source>
        <translation>Nichts, was die anderen nicht haben.</translation>
    </message>
    <message>
        <source>Article, version</source>
        <translation>Artikel, Fassung</translation>
    </message>
    <message>
        <source>{holder}, by {speaker}</source>
        <translation>{holder}, durch {speaker}</translation>
    </message>
    <message>
        <source>Labels of the article</source>
        <translation>Labels des Artikels</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>Wozu</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Read by {name}</source>
        <translation>Gelesen von {name}</translation>
    </message>
    <message>
        <source>Select two or more that were not merged yet.</source>
        <translation>Mindestens zwei auswählen, die noch nicht zusammengelegt sind.</translation>
    </message>
    <message>
        <source>No two of these are left to be merged.</source>
        <translation>Davon sind keine zwei mehr zusammenzulegen.</translation>
    </message>
    <message>
        <source>Rows: the first of each pair by name; columns: the other. On grey both said the same.</source>
        <translation>Zeilen: wer im Paar nach dem Namen zuerst kommt; Spalten: wer danach. Auf Grau sagen beide dasselbe.</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>Codebuch</translation>
    </message>
    <message>
        <source>highlight</source>
        <translation>Hervorhebung</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>Verknüpfung</translation>
    </message>
    <message>
        <source>span</source>
        <translation>Textstelle</translation>
    </message>
    <message>
        <source>stance</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>this is no codebook: {where}: {fault}.</source>
        <translation>das ist kein Codebuch: {where}: {fault}.</translation>
    </message>
    <message>
        <source>See docs/codebook.md for the keys it needs.</source>
        <translation>Welche Schlüssel es braucht, steht in docs/codebook.md.</translation>
    </message>
    <message>
        <source>this is no codebook: {where}: {fault}</source>
        <translation>das ist kein Codebuch: {where}: {fault}</translation>
    </message>
    <message>
        <source>{fault} See docs/codebook.md.</source>
        <translation>{fault} Siehe docs/codebook.md.</translation>
    </message>
    <message>
        <source>a codebook needs at least one span label</source>
        <translation>ein Codebuch braucht mindestens ein Label für Stellen</translation>
    </message>
    <message>
        <source>span label key used twice: {key}</source>
        <translation>der Schlüssel eines Labels für Stellen ist zweimal vergeben: {key}</translation>
    </message>
    <message>
        <source>hotkey used twice: {key}</source>
        <translation>die Taste ist zweimal vergeben: {key}</translation>
    </message>
    <message>
        <source>the codebook cannot be read ({strerror}).</source>
        <translation>das Codebuch lässt sich nicht lesen ({strerror}).</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>Es braucht einen Namen.</translation>
    </message>
    <message>
        <source>Type one.</source>
        <translation>Einen eingeben.</translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation>„{name}“ gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>“{hotkey}” cannot be a hotkey.</source>
        <translation>„{hotkey}“ kann keine Taste sein.</translation>
    </message>
    <message>
        <source>Choose a digit from 1 to 9.</source>
        <translation>Eine Ziffer von 1 bis 9 wählen.</translation>
    </message>
    <message>
        <source>“{colour}” is no colour.</source>
        <translation>„{colour}“ ist keine Farbe.</translation>
    </message>
    <message>
        <source>Write #rrggbb, or one of: {colours}.</source>
        <translation>#rrggbb schreiben oder eines von: {colours}.</translation>
    </message>
    <message>
        <source>“{hotkey}” is a key of the reader itself.</source>
        <translation>„{hotkey}“ ist eine Taste des Lesefelds selbst.</translation>
    </message>
    <message>
        <source>type of actor</source>
        <translation>Art von Akteur</translation>
    </message>
    <message>
        <source>span label</source>
        <translation>Label für Stellen</translation>
    </message>
    <message>
        <source>relation label</source>
        <translation>Label für Verknüpfungen</translation>
    </message>
    <message>
        <source>byte {number} does not fit</source>
        <translation>Byte {number} passt nicht</translation>
    </message>
    <message>
        <source>it does not fit</source>
        <translation>sie passt nicht dazu</translation>
    </message>
    <message>
        <source>it cannot be read as {encoding}: {place}.</source>
        <translation>als {encoding} lässt sie sich nicht lesen: {place}.</translation>
    </message>
    <message>
        <source>article label</source>
        <translation>Label für Artikel</translation>
    </message>
    <message numerus="yes">
        <source>Marking %Ln place(s)…</source>
        <translation>
            <numerusform>%Ln Stelle wird markiert …</numerusform>
            <numerusform>%Ln Stellen werden markiert …</numerusform>
        </translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>Wird zusammengelegt …</translation>
    </message>
    <message numerus="yes">
        <source>Splitting %Ln place(s)…</source>
        <translation>
            <numerusform>%Ln Stelle wird abgetrennt …</numerusform>
            <numerusform>%Ln Stellen werden abgetrennt …</numerusform>
        </translation>
    </message>
    <message>
        <source>The codebook has no name.</source>
        <translation>Das Codebuch hat keinen Namen.</translation>
    </message>
    <message>
        <source>The codebook has no label for spans.</source>
        <translation>Das Codebuch hat kein Label für Stellen.</translation>
    </message>
    <message>
        <source>Add one.</source>
        <translation>Eines hinzufügen.</translation>
    </message>
    <message>
        <source>The codebook has no type of actor.</source>
        <translation>Das Codebuch hat keine Art von Akteur.</translation>
    </message>
    <message>
        <source>Add one, “unknown” for example.</source>
        <translation>Eine hinzufügen, zum Beispiel „unknown“.</translation>
    </message>
    <message>
        <source>attribute of {label}</source>
        <translation>Merkmal von {label}</translation>
    </message>
    <message>
        <source>value of {name}</source>
        <translation>Wert von {name}</translation>
    </message>
    <message>
        <source>An example is empty.</source>
        <translation>Ein Beispiel ist leer.</translation>
    </message>
    <message>
        <source>Type it, or remove it.</source>
        <translation>Ausfüllen oder entfernen.</translation>
    </message>
    <message>
        <source>There is no intensity “{strength}”.</source>
        <translation>Es gibt keine Stärke „{strength}“.</translation>
    </message>
    <message>
        <source>Describe 1, 2 and 3 only.</source>
        <translation>Nur 1, 2 und 3 beschreiben.</translation>
    </message>
    <message>
        <source>The hotkey {hotkey} is given twice: to {one} and to {other}.</source>
        <translation>Die Taste {hotkey} ist zweimal vergeben: an {one} und an {other}.</translation>
    </message>
    <message>
        <source>Give one of them another.</source>
        <translation>Einem davon etwas anderes geben.</translation>
    </message>
    <message>
        <source>{name} leads nowhere.</source>
        <translation>{name} führt nirgendwohin.</translation>
    </message>
    <message>
        <source>Choose at least one label that it leads to.</source>
        <translation>Mindestens ein Label wählen, zu dem sie führt.</translation>
    </message>
    <message>
        <source>{name} may start less than once at a mark.</source>
        <translation>{name} darf an einer Markierung weniger als einmal beginnen.</translation>
    </message>
    <message>
        <source>Allow one, or any number.</source>
        <translation>Eine erlauben oder beliebig viele.</translation>
    </message>
    <message>
        <source>Use a letter, then letters, digits and _, at most 60.</source>
        <translation>Erlaubt sind ein Buchstabe, dann Buchstaben, Ziffern und _, höchstens 60.</translation>
    </message>
    <message>
        <source>The key {key} is given to two: {what}.</source>
        <translation>Der Schlüssel {key} ist zweimal vergeben: {what}.</translation>
    </message>
    <message>
        <source>The {what} {key} has no name.</source>
        <translation>{what} {key} hat keinen Namen.</translation>
    </message>
    <message>
        <source>A {what} is empty.</source>
        <translation>{what}: Ein Eintrag ist leer.</translation>
    </message>
    <message>
        <source>The {what} “{value}” stands there twice.</source>
        <translation>{what}: „{value}“ steht zweimal da.</translation>
    </message>
    <message>
        <source>Remove one.</source>
        <translation>Einen davon entfernen.</translation>
    </message>
    <message>
        <source>{key}: {fault}</source>
        <translation>{key}: {fault}</translation>
    </message>
    <message>
        <source>{name}: there is no span label {key}.</source>
        <translation>{name}: Es gibt kein Label {key} für Stellen.</translation>
    </message>
    <message>
        <source>Choose labels that are in the codebook.</source>
        <translation>Labels wählen, die im Codebuch stehen.</translation>
    </message>
    <message>
        <source>“{key}” cannot be the key of a {what}.</source>
        <translation>„{key}“ kann kein Schlüssel sein: {what}.</translation>
    </message>
    <message>
        <source>A {what} has no key.</source>
        <translation>{what}: Ein Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>The seeds do not fit together: {faults}.</source>
        <translation>Die Beispieldaten passen nicht zusammen: {faults}.</translation>
    </message>
    <message>
        <source>{one}, {other}</source>
        <translation>{one}, {other}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>below {value}</source>
        <translation>unter {value}</translation>
    </message>
    <message>
        <source>coverage {share}</source>
        <translation>Abdeckung {share}</translation>
    </message>
    <message>
        <source>Statements, number by number</source>
        <translation>Haltungen, Wert für Wert</translation>
    </message>
    <message>
        <source>Left and right choose a number, Enter shows its passages.</source>
        <translation>Links und Rechts wählen einen Wert, Eingabe zeigt seine Stellen.</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>The number over time</source>
        <translation>Der Wert im Verlauf</translation>
    </message>
    <message>
        <source>No two annotators have finished an article at a known time.</source>
        <translation>Von keinem Artikel ist bekannt, wann zwei Annotatoren ihn abgeschlossen haben.</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Everything in this article is settled.</source>
        <translation>In diesem Artikel ist alles entschieden.</translation>
    </message>
    <message>
        <source>Next article: {title}</source>
        <translation>Nächster Artikel: {title}</translation>
    </message>
    <message>
        <source>Why (R)</source>
        <translation>Warum (R)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Everything in this article is settled, and no other article is waiting.</source>
        <translation>In diesem Artikel ist alles entschieden, und kein anderer wartet.</translation>
    </message>
    <message>
        <source>Rule of the codebook</source>
        <translation>Regel des Codebuchs</translation>
    </message>
    <message>
        <source>Rule of the codebook (G)</source>
        <translation>Regel des Codebuchs (G)</translation>
    </message>
    <message>
        <source>✱ A reader says something new since this verdict: {verdict}</source>
        <translation>✱ Jemand sagt seit dieser Entscheidung etwas Neues: {verdict}</translation>
    </message>
    <message>
        <source>All stand</source>
        <translation>Alle gelten</translation>
    </message>
    <message>
        <source>All readings stand</source>
        <translation>Alle Lesarten gelten</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>Nobody is right: nothing here</source>
        <translation>Niemand hat recht: hier ist nichts</translation>
    </message>
    <message>
        <source>Put together…</source>
        <translation>Zusammensetzen …</translation>
    </message>
    <message>
        <source>Put together from the fields of several readings, or edit</source>
        <translation>Aus den Feldern mehrerer Lesarten zusammensetzen oder ändern</translation>
    </message>
    <message>
        <source>Re-open</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Re-open: take the verdict back</source>
        <translation>Wieder öffnen: die Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Whose field counts</source>
        <translation>Wessen Feld gilt</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>Etwas anderes …</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Next difference; at the end: settle</source>
        <translation>Nächster Unterschied; am Ende: entscheiden</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Accept the reading of {reader}</source>
        <translation>Die Lesart von {reader} annehmen</translation>
    </message>
    <message>
        <source>Both stand</source>
        <translation>Beide gelten</translation>
    </message>
    <message>
        <source>Gold has: {marks}</source>
        <translation>Gold hat: {marks}</translation>
    </message>
    <message>
        <source>{reader}: nothing</source>
        <translation>{reader}: nichts</translation>
    </message>
    <message>
        <source>All readings, one over the other: {who}</source>
        <translation>Alle Lesarten übereinander: {who}</translation>
    </message>
    <message>
        <source>The readings</source>
        <translation>Die Lesarten</translation>
    </message>
    <message>
        <source>The text as {reader} has it</source>
        <translation>Der Text mit den Markierungen von {reader}</translation>
    </message>
    <message>
        <source>What the readers say</source>
        <translation>Was die Lesarten sagen</translation>
    </message>
    <message>
        <source>{reader}: nothing here</source>
        <translation>{reader}: hier nichts</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>{settled} of {every} settled</source>
        <translation>{settled} von {every} entschieden</translation>
    </message>
    <message>
        <source>Back to the numbers</source>
        <translation>Zurück zu den Zahlen</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Show who the readers are</source>
        <translation>Zeigen, von wem die Lesarten sind</translation>
    </message>
    <message>
        <source>Lay the readings over each other</source>
        <translation>Die Lesarten übereinanderlegen</translation>
    </message>
    <message>
        <source>Accept agreed…</source>
        <translation>Einstimmiges annehmen …</translation>
    </message>
    <message>
        <source>Accept what all agree on</source>
        <translation>Annehmen, worin alle einig sind</translation>
    </message>
    <message>
        <source>By rule…</source>
        <translation>Nach Regel …</translation>
    </message>
    <message>
        <source>Differences by codebook rule</source>
        <translation>Unterschiede nach Regeln des Codebuchs</translation>
    </message>
    <message>
        <source>Not finished: {names}</source>
        <translation>Nicht fertig: {names}</translation>
    </message>
    <message>
        <source>All that any of them has</source>
        <translation>Alles, was irgendeine Lesart hat</translation>
    </message>
    <message>
        <source>The words selected in the text</source>
        <translation>Die im Text ausgewählten Wörter</translation>
    </message>
    <message>
        <source>What all of them have</source>
        <translation>Was alle haben</translation>
    </message>
    <message>
        <source>no intensity</source>
        <translation>keine Stärke</translation>
    </message>
    <message>
        <source>No open difference.</source>
        <translation>Kein offener Unterschied.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist offen.</translation>
    </message>
    <message>
        <source>No reader marked anything.</source>
        <translation>Niemand hat etwas markiert.</translation>
    </message>
    <message>
        <source>Differing</source>
        <translation>Ungleich</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>all agree</source>
        <translation>alle einig</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>What is to be judged</source>
        <translation>Was zu entscheiden ist</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>says something new since the verdict</source>
        <translation>sagt seit der Entscheidung etwas Neues</translation>
    </message>
    <message>
        <source>Two readers have to finish this article before it can be judged.</source>
        <translation>Zwei Annotatoren müssen diesen Artikel abschließen, bevor er entschieden werden kann.</translation>
    </message>
    <message>
        <source>So far: {names}.</source>
        <translation>Bisher: {names}.</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>polarity</source>
        <translation>Polarität</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfung</translation>
    </message>
    <message>
        <source>Article label</source>
        <translation>Artikellabel</translation>
    </message>
    <message>
        <source>Explicit</source>
        <translation>Ausdrücklich</translation>
    </message>
    <message>
        <source>Irony</source>
        <translation>Ironie</translation>
    </message>
    <message>
        <source>Negated</source>
        <translation>Verneint</translation>
    </message>
    <message>
        <source>{who} accepted</source>
        <translation>{who} angenommen</translation>
    </message>
    <message>
        <source>Put together from several readings</source>
        <translation>Aus mehreren Lesarten zusammengesetzt</translation>
    </message>
    <message>
        <source>Decided otherwise</source>
        <translation>Anders entschieden</translation>
    </message>
    <message>
        <source>by a rule</source>
        <translation>nach einer Regel</translation>
    </message>
    <message>
        <source>One reading</source>
        <translation>Eine Lesart</translation>
    </message>
    <message>
        <source>missed by {who}</source>
        <translation>fehlt bei {who}</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>keine Regel</translation>
    </message>
    <message>
        <source>The rule of the codebook this hangs on</source>
        <translation>Die Regel des Codebuchs, an der es hängt</translation>
    </message>
    <message>
        <source>There are no two different readings that could stand side by side.</source>
        <translation>Es gibt keine zwei verschiedenen Lesarten, die nebeneinander gelten könnten.</translation>
    </message>
    <message>
        <source>Annotators, pair by pair</source>
        <translation>Annotatoren, Paar für Paar</translation>
    </message>
    <message>
        <source>Each annotator against the others</source>
        <translation>Jeder Annotator mit den anderen</translation>
    </message>
    <message>
        <source>What one said where the other said something else</source>
        <translation>Was einmal gesagt wurde, wo sonst etwas anderes gesagt wurde</translation>
    </message>
    <message>
        <source>Articles by their share of the disagreement</source>
        <translation>Artikel nach ihrem Anteil an den Abweichungen</translation>
    </message>
    <message>
        <source>What stands behind the number</source>
        <translation>Was hinter dem Wert steht</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>How counted</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>How it is counted</source>
        <translation>Wie gezählt wird</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>Was gezählt wurde</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählung</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Actor and target</source>
        <translation>Akteur und Ziel</translation>
    </message>
    <message>
        <source>All the same</source>
        <translation>Alles gleich</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Same actor</source>
        <translation>Gleicher Akteur</translation>
    </message>
    <message>
        <source>Same marks</source>
        <translation>Dieselben Stellen</translation>
    </message>
    <message>
        <source>Same value</source>
        <translation>Derselbe Wert</translation>
    </message>
    <message>
        <source>mean IoU</source>
        <translation>mittlere IoU</translation>
    </message>
    <message>
        <source>same actor</source>
        <translation>selber Akteur</translation>
    </message>
    <message>
        <source>same target</source>
        <translation>selbes Ziel</translation>
    </message>
    <message>
        <source>α nominal</source>
        <translation>α nominal</translation>
    </message>
    <message>
        <source>α ordinal</source>
        <translation>α ordinal</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>there is no data</source>
        <translation>es gibt keine Daten</translation>
    </message>
    <message>
        <source>fewer than two annotators</source>
        <translation>weniger als zwei Annotatoren</translation>
    </message>
    <message>
        <source>nothing that both could be compared on</source>
        <translation>nichts, worin beide verglichen werden könnten</translation>
    </message>
    <message>
        <source>all the same: no variation to correct for</source>
        <translation>alles gleich: keine Streuung, um die zu bereinigen wäre</translation>
    </message>
    <message>
        <source>nothing was marked</source>
        <translation>nichts wurde markiert</translation>
    </message>
    <message>
        <source>units overlap</source>
        <translation>Einheiten überlappen sich</translation>
    </message>
    <message>
        <source>too few articles for an interval</source>
        <translation>zu wenige Artikel für ein Intervall</translation>
    </message>
    <message>
        <source>no variation between articles</source>
        <translation>keine Streuung zwischen Artikeln</translation>
    </message>
    <message>
        <source>{value} {share} of the ratings</source>
        <translation>{value}: {share} der Urteile</translation>
    </message>
    <message>
        <source>only {share} compared</source>
        <translation>nur {share} verglichen</translation>
    </message>
    <message>
        <source>fewer than three articles</source>
        <translation>weniger als drei Artikel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln statement(s)</source>
        <translation>
            <numerusform>%Ln Haltung</numerusform>
            <numerusform>%Ln Haltungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln compared</source>
        <translation>
            <numerusform>%Ln verglichen</numerusform>
            <numerusform>%Ln verglichen</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>How far annotators agree, why not, and what holds</source>
        <translation>Wie weit Annotierende übereinstimmen, warum nicht, und was gilt</translation>
    </message>
    <message>
        <source>Esc goes back to the numbers</source>
        <translation>Esc geht zurück zu den Werten</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Haltungen</translation>
    </message>
    <message>
        <source>{name} (link)</source>
        <translation>{name} (Verknüpfung)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rated by both</source>
        <translation>
            <numerusform>%Ln von beiden</numerusform>
            <numerusform>%Ln von beiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln matched</source>
        <translation>
            <numerusform>%Ln zugeordnet</numerusform>
            <numerusform>%Ln zugeordnet</numerusform>
        </translation>
    </message>
    <message>
        <source>raw {value}</source>
        <translation>roh {value}</translation>
    </message>
    <message>
        <source>{name}: not defined, {reason}</source>
        <translation>{name}: nicht bestimmt, {reason}</translation>
    </message>
    <message>
        <source>below the threshold of {value}</source>
        <translation>unter der Schwelle von {value}</translation>
    </message>
    <message>
        <source>threshold {value}</source>
        <translation>Schwelle {value}</translation>
    </message>
    <message>
        <source>95 % interval from {low} to {high}</source>
        <translation>95-%-Intervall von {low} bis {high}</translation>
    </message>
    <message>
        <source>Same: overlap ≥ {share}</source>
        <translation>Gleich: Überlappung ≥ {share}</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>When two marks are the same</source>
        <translation>Wann zwei Markierungen gleich sind</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>All codebooks</source>
        <translation>Alle Codebücher</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>Same: exact place</source>
        <translation>Gleich: genaue Stelle</translation>
    </message>
    <message>
        <source>Same: any overlap</source>
        <translation>Gleich: jede Überlappung</translation>
    </message>
    <message>
        <source>Published from</source>
        <translation>Erschienen ab</translation>
    </message>
    <message>
        <source>Published until</source>
        <translation>Erschienen bis</translation>
    </message>
    <message>
        <source>{name} (what was settled)</source>
        <translation>{name} (was entschieden ist)</translation>
    </message>
    <message>
        <source>Codebook {version}</source>
        <translation>Codebuch {version}</translation>
    </message>
    <message>
        <source>Write a date as 2026-01-31.</source>
        <translation>Schreiben Sie ein Datum wie 2026-01-31.</translation>
    </message>
    <message>
        <source>grey: not defined, or n &lt; {number}</source>
        <translation>grau: nicht bestimmt oder n &lt; {number}</translation>
    </message>
    <message>
        <source>The stronger the colour, the higher the number; {grey}</source>
        <translation>Je kräftiger die Farbe, desto höher der Wert; {grey}</translation>
    </message>
    <message>
        <source>Labels, links and article labels</source>
        <translation>Labels, Verknüpfungen und Artikel-Labels</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht …</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Choose a number and press Enter: what it is made of is listed here.</source>
        <translation>Wählen Sie eine Zahl und drücken Sie die Eingabetaste: Woraus sie besteht, wird hier aufgelistet.</translation>
    </message>
    <message>
        <source>Order of the passages</source>
        <translation>Reihenfolge der Stellen</translation>
    </message>
    <message>
        <source>Show the readers’ names instead of letters</source>
        <translation>Die Namen der Lesenden statt Buchstaben zeigen</translation>
    </message>
    <message>
        <source>Passages are being read</source>
        <translation>Stellen werden gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>What the number counts as the same</source>
        <translation>Was die Zahl als gleich zählt</translation>
    </message>
    <message>
        <source>Only these differences</source>
        <translation>Nur diese Unterschiede</translation>
    </message>
    <message>
        <source>No reader differs here.</source>
        <translation>Hier weicht niemand ab.</translation>
    </message>
    <message>
        <source>There is nothing to compare here.</source>
        <translation>Hier gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>Nach Artikel</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Nach Art</translation>
    </message>
    <message>
        <source>Open first</source>
        <translation>Offene zuerst</translation>
    </message>
    <message>
        <source>{who} marked it</source>
        <translation>{who} hat es markiert</translation>
    </message>
    <message>
        <source>agree</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>the whole article</source>
        <translation>der ganze Artikel</translation>
    </message>
    <message>
        <source>{who} did not</source>
        <translation>{who} nicht</translation>
    </message>
    <message>
        <source>marked by {who}</source>
        <translation>markiert von {who}</translation>
    </message>
    <message>
        <source>Enter opens the readings side by side.</source>
        <translation>Die Eingabetaste öffnet die Lesarten nebeneinander.</translation>
    </message>
    <message>
        <source>not by {who}</source>
        <translation>nicht von {who}</translation>
    </message>
    <message>
        <source>A page to read and print (HTML)</source>
        <translation>Eine Seite zum Lesen und Drucken (HTML)</translation>
    </message>
    <message>
        <source>The same as a PDF</source>
        <translation>Dasselbe als PDF</translation>
    </message>
    <message>
        <source>All numbers as a table (CSV)</source>
        <translation>Alle Zahlen als Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Everything that was compared, to work the numbers out again (CSV)</source>
        <translation>Alles, was verglichen wurde, um die Zahlen nachzurechnen (CSV)</translation>
    </message>
    <message>
        <source>Report on agreement</source>
        <translation>Bericht zur Übereinstimmung</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>Ordner, in den geschrieben wird</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>Den Ordner wählen, in den geschrieben wird</translation>
    </message>
    <message>
        <source>Report into</source>
        <translation>Bericht nach</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) there will be replaced.</source>
        <translation>
            <numerusform>%n Datei dort wird ersetzt.</numerusform>
            <numerusform>%n Dateien dort werden ersetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n file(s):</source>
        <translation>
            <numerusform>%n Datei geschrieben:</numerusform>
            <numerusform>%n Dateien geschrieben:</numerusform>
        </translation>
    </message>
    <message>
        <source>The PDF could not be made.</source>
        <translation>Das PDF konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>Write the page instead and print it.</source>
        <translation>Schreiben Sie stattdessen die Seite und drucken Sie sie.</translation>
    </message>
    <message numerus="yes">
        <source>gold: %Ln verdict(s)</source>
        <translation>
            <numerusform>Gold: %Ln Entscheidung</numerusform>
            <numerusform>Gold: %Ln Entscheidungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>{figure}: {name} and the others</source>
        <translation>{figure}: {name} und die anderen</translation>
    </message>
    <message>
        <source>{share} % of the disagreement</source>
        <translation>{share} % der Abweichungen</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Wovon</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Against the others</source>
        <translation>Mit den anderen</translation>
    </message>
    <message>
        <source>{name} and the others</source>
        <translation>{name} und die anderen</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einh.</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>Abw.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>no gold</source>
        <translation>kein Gold</translation>
    </message>
    <message>
        <source>No difference was settled yet.</source>
        <translation>Noch ist kein Unterschied entschieden.</translation>
    </message>
    <message>
        <source>Differences that were settled, by the entry of the codebook each hangs on.</source>
        <translation>Entschiedene Unterschiede, nach dem Eintrag des Codebuchs, an dem jeder hängt.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>no rule said</source>
        <translation>keine Regel genannt</translation>
    </message>
    <message>
        <source>n {number}</source>
        <translation>n {number}</translation>
    </message>
    <message>
        <source>{name} and {other}</source>
        <translation>{name} und {other}</translation>
    </message>
    <message numerus="yes">
        <source>{names} both finished %Ln article(s)</source>
        <translation>
            <numerusform>{names} haben beide %Ln Artikel abgeschlossen</numerusform>
            <numerusform>{names} haben beide %Ln Artikel abgeschlossen</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} with themselves</source>
        <translation>{name} mit sich selbst</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>One said {one}, the other {other}: {number}</source>
        <translation>Einmal {one}, einmal {other}: {number}</translation>
    </message>
    <message>
        <source>Threshold of this number</source>
        <translation>Schwelle für diesen Wert</translation>
    </message>
    <message>
        <source>The project’s own line: a number is flagged when its interval begins below it.</source>
        <translation>Die eigene Grenze des Projekts: Ein Wert erhält ein Zeichen, wenn sein Intervall darunter beginnt.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>“{words}” is no number.</source>
        <translation>„{words}“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>Type one such as {one}.</source>
        <translation>Geben Sie eine ein, zum Beispiel {one}.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>All readers of the article say the same</source>
        <translation>Alle Annotatoren des Artikels sagen dasselbe</translation>
    </message>
    <message>
        <source>Write the project for other programs</source>
        <translation>Das Projekt für andere Programme schreiben</translation>
    </message>
    <message>
        <source>Make a data set…</source>
        <translation>Datensatz erstellen …</translation>
    </message>
    <message>
        <source>Rows to train with, parted into train and test</source>
        <translation>Zeilen zum Trainieren, aufgeteilt in train und test</translation>
    </message>
    <message>
        <source>At least so many say the same:</source>
        <translation>Mindestens so viele sagen dasselbe:</translation>
    </message>
    <message>
        <source>How many have to agree</source>
        <translation>Wie viele einig sein müssen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accepting…</source>
        <translation>Wird angenommen …</translation>
    </message>
    <message>
        <source>{units} in {articles} can be accepted.</source>
        <translation>Annehmbar: {units} in {articles}.</translation>
    </message>
    <message>
        <source>Nothing that is open can be accepted by this rule.</source>
        <translation>Nichts Offenes kann nach dieser Regel angenommen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) (is|are) left out: a reader has not finished.</source>
        <translation>
            <numerusform>%Ln Artikel bleibt aus: jemand ist nicht fertig.</numerusform>
            <numerusform>%Ln Artikel bleiben aus: jemand ist nicht fertig.</numerusform>
        </translation>
    </message>
    <message>
        <source>These verdicts are kept as made by a rule. What is settled already stays as it is.</source>
        <translation>Diese Entscheidungen werden als nach einer Regel getroffen aufgehoben. Was schon entschieden ist, bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unit(s)</source>
        <translation>
            <numerusform>%Ln Einheit</numerusform>
            <numerusform>%Ln Einheiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement compares annotators who have finished the same article.</source>
        <translation>Die Übereinstimmung vergleicht Annotatoren, die denselben Artikel abgeschlossen haben.</translation>
    </message>
    <message>
        <source>{names} have each finished some, but none of them the same.</source>
        <translation>{names} haben je einige abgeschlossen, aber nicht dieselben.</translation>
    </message>
    <message>
        <source>The filters leave no article that two annotators have finished.
Clear them to see the others.</source>
        <translation>Die Filter lassen keinen Artikel übrig, den zwei Annotatoren abgeschlossen haben.
Heben Sie sie auf, um die anderen zu sehen.</translation>
    </message>
    <message>
        <source>Nobody has finished one yet.</source>
        <translation>Noch niemand hat einen abgeschlossen.</translation>
    </message>
    <message numerus="yes">
        <source>So far only {name} has finished any: %Ln article(s).</source>
        <translation>
            <numerusform>Bisher hat nur {name} etwas abgeschlossen: %Ln Artikel.</numerusform>
            <numerusform>Bisher hat nur {name} etwas abgeschlossen: %Ln Artikel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) that two or more finished</source>
        <translation>
            <numerusform>%Ln Artikel, den mindestens zwei abgeschlossen haben</numerusform>
            <numerusform>%Ln Artikel, die mindestens zwei abgeschlossen haben</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept reading</source>
        <translation>Lesart annehmen</translation>
    </message>
    <message>
        <source>Accept what readers agree on</source>
        <translation>Annehmen, worin alle einig sind</translation>
    </message>
    <message>
        <source>Let both stand</source>
        <translation>Beide gelten lassen</translation>
    </message>
    <message>
        <source>Merge readings</source>
        <translation>Lesarten zusammensetzen</translation>
    </message>
    <message>
        <source>Settle as nothing</source>
        <translation>Als nichts entscheiden</translation>
    </message>
    <message>
        <source>Settle by editing</source>
        <translation>Durch Ändern entscheiden</translation>
    </message>
    <message>
        <source>Join story</source>
        <translation>Geschichte zusammenfassen</translation>
    </message>
    <message>
        <source>Part story</source>
        <translation>Geschichte trennen</translation>
    </message>
    <message>
        <source>Make split</source>
        <translation>Aufteilung anlegen</translation>
    </message>
    <message>
        <source>Extend split</source>
        <translation>Aufteilung erweitern</translation>
    </message>
    <message>
        <source>Remove split</source>
        <translation>Aufteilung entfernen</translation>
    </message>
    <message>
        <source>Set calibration articles</source>
        <translation>Artikel zum Einüben festlegen</translation>
    </message>
    <message>
        <source>Remember import choices</source>
        <translation>Auswahl beim Import merken</translation>
    </message>
    <message>
        <source>Set threshold</source>
        <translation>Schwelle setzen</translation>
    </message>
    <message>
        <source>Take threshold away</source>
        <translation>Schwelle wegnehmen</translation>
    </message>
    <message>
        <source>both have</source>
        <translation>beide haben</translation>
    </message>
    <message>
        <source>the same value</source>
        <translation>der gleiche Wert</translation>
    </message>
    <message>
        <source>the first reader of each pair has</source>
        <translation>der erste Leser jedes Paares hat</translation>
    </message>
    <message>
        <source>the second reader of each pair has</source>
        <translation>der zweite Leser jedes Paares hat</translation>
    </message>
    <message>
        <source>articles that both labelled</source>
        <translation>Artikel, denen beide das Label gaben</translation>
    </message>
    <message>
        <source>that both linked to an actor</source>
        <translation>die beide mit einem Akteur verknüpften</translation>
    </message>
    <message>
        <source>shares of characters, added up</source>
        <translation>Anteile an den Zeichen, zusammengezählt</translation>
    </message>
    <message>
        <source>with the same actor</source>
        <translation>mit dem gleichen Akteur</translation>
    </message>
    <message>
        <source>with the same target</source>
        <translation>mit dem gleichen Ziel</translation>
    </message>
    <message>
        <source>linked to the same actor</source>
        <translation>mit dem gleichen Akteur verknüpft</translation>
    </message>
    <message>
        <source>with the same actor and target</source>
        <translation>mit dem gleichen Akteur und Ziel</translation>
    </message>
    <message>
        <source>the same in all</source>
        <translation>in allem gleich</translation>
    </message>
    <message>
        <source>exactly the same</source>
        <translation>genau gleich</translation>
    </message>
    <message>
        <source>2 × {both:,} ÷ ({a:,} + {b:,}) = {value:g}</source>
        <translation>2 × {both:,} ÷ ({a:,} + {b:,}) = {value:g}</translation>
    </message>
    <message>
        <source>{part} ÷ {whole:,} = {value:g}</source>
        <translation>{part} ÷ {whole:,} = {value:g}</translation>
    </message>
    <message>
        <source>{units:,} were rated by both. The {ratings:,} ratings: {listed}. In order they reach from 0 to {ratings:,}; twice the middle of each value: {places}. Twice the distance, squared, adds up to {apart:,} over those rated, and to {chance:,} over all {ratings:,} × {less:,} draws of two. 1 − ({apart:,} ÷ {units:,}) ÷ ({chance:,} ÷ ({ratings:,} × {less:,})) = {value:g}</source>
        <translation>{units:,} haben beide bewertet. Die {ratings:,} Bewertungen: {listed}. Der Reihe nach reichen sie von 0 bis {ratings:,}; das Doppelte der Mitte jedes Wertes: {places}. Der doppelte Abstand im Quadrat ergibt zusammengezählt {apart:,} bei den bewerteten und {chance:,} bei allen {ratings:,} × {less:,} Ziehungen von zweien. 1 − ({apart:,} ÷ {units:,}) ÷ ({chance:,} ÷ ({ratings:,} × {less:,})) = {value:g}</translation>
    </message>
    <message>
        <source>95 % interval: each of {number:,} articles was left out once. The numbers so found differ from their mean by squares that add up to {squares:g}. Standard error: √({less:,} ÷ {number:,} × {squares:g}) = {error:g}. Student’s t with {less:,} degrees of freedom: {t:g}. {value:g} ± {t:g} × {error:g}: {low:g} to {high:g}.</source>
        <translation>95-%-Intervall: Jeder von {number:,} Artikeln wurde einmal weggelassen. Die Quadrate, um die sich die so gefundenen Zahlen von ihrem Mittel unterscheiden, ergeben zusammen {squares:g}. Standardfehler: √({less:,} ÷ {number:,} × {squares:g}) = {error:g}. Students t mit {less:,} Freiheitsgraden: {t:g}. {value:g} ± {t:g} × {error:g}: {low:g} bis {high:g}.</translation>
    </message>
    <message>
        <source>It is shown from {low:g} to {high:g}, as the number cannot reach farther.</source>
        <translation>Gezeigt wird es von {low:g} bis {high:g}, weil die Zahl nicht weiter reichen kann.</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first} {second}</translation>
    </message>
    <message>
        <source>{number:,}</source>
        <translation>{number:,}</translation>
    </message>
    <message>
        <source>{number:g}</source>
        <translation>{number:g}</translation>
    </message>
    <message>
        <source>{first}
{second}</source>
        <translation>{first}
{second}</translation>
    </message>
    <message>
        <source>{units:,} were rated by both, {apart:,} of them differently. The {ratings:,} ratings: {listed}. By chance {chance:,} of {ratings:,} × {less:,} draws of two would differ: {ratings:,}² less the square of each. 1 − ({apart:,} ÷ {units:,}) ÷ ({chance:,} ÷ ({ratings:,} × {less:,})) = {value:g}</source>
        <translation>{units:,} haben beide bewertet, {apart:,} davon verschieden. Die {ratings:,} Bewertungen: {listed}. Durch Zufall wären {chance:,} von {ratings:,} × {less:,} Ziehungen von zweien verschieden: {ratings:,}² weniger das Quadrat von jeder. 1 − ({apart:,} ÷ {units:,}) ÷ ({chance:,} ÷ ({ratings:,} × {less:,})) = {value:g}</translation>
    </message>
    <message>
        <source>{units:,} were rated by both, all alike.</source>
        <translation>{units:,} haben beide bewertet, alle gleich.</translation>
    </message>
    <message>
        <source>{value}: {number:,}</source>
        <translation>{value}: {number:,}</translation>
    </message>
    <message>
        <source>articles that both finished</source>
        <translation>Artikel, die beide erledigt haben</translation>
    </message>
    <message>
        <source>pairs of readers</source>
        <translation>Paare von Lesern</translation>
    </message>
    <message>
        <source>“{one}” and “{other}”</source>
        <translation>„{one}“ und „{other}“</translation>
    </message>
    <message>
        <source>2 × 0 ÷ (0 + 0) is not defined.</source>
        <translation>2 × 0 ÷ (0 + 0) ist nicht definiert.</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Verknüpfung</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>mean overlap</source>
        <translation>mittlere Überlappung</translation>
    </message>
    <message>
        <source>nominal alpha</source>
        <translation>Alpha, nominal</translation>
    </message>
    <message>
        <source>ordinal alpha</source>
        <translation>Alpha, ordinal</translation>
    </message>
    <message>
        <source>Statements of two readers, one to one, by the place of their claim or evidence.</source>
        <translation>Haltungen zweier Leser, eine zu einer, nach der Stelle ihrer Aussage oder ihres Belegs.</translation>
    </message>
    <message>
        <source>Statements of two readers, one to one, by the place of their claim or evidence. Those agree that also have the same actor and the same target.</source>
        <translation>Haltungen zweier Leser, eine zu einer, nach der Stelle ihrer Aussage oder ihres Belegs. Überein stimmen die, die auch den gleichen Akteur und das gleiche Ziel haben.</translation>
    </message>
    <message>
        <source>Statements of two readers, one to one, by the place of their claim or evidence. Those agree that also have the same actor, target, polarity and intensity.</source>
        <translation>Haltungen zweier Leser, eine zu einer, nach der Stelle ihrer Aussage oder ihres Belegs. Überein stimmen die, die auch den gleichen Akteur, das gleiche Ziel, die gleiche Polarität und Stärke haben.</translation>
    </message>
    <message>
        <source>The places of the statements that both readers found: how much of them both cover.</source>
        <translation>Die Stellen der Haltungen, die beide Leser fanden: wie viel davon beide abdecken.</translation>
    </message>
    <message>
        <source>Who holds the stance, in the statements that both readers found.</source>
        <translation>Wer die Haltung hat, in den Haltungen, die beide Leser fanden.</translation>
    </message>
    <message>
        <source>What the stance is about, in the statements that both readers found.</source>
        <translation>Worum es der Haltung geht, in den Haltungen, die beide Leser fanden.</translation>
    </message>
    <message>
        <source>Polarity, in the statements that both readers found, with the same actor and target, and gave a polarity.</source>
        <translation>Polarität, in den Haltungen, die beide Leser fanden, mit gleichem Akteur und Ziel, und denen beide eine Polarität gaben.</translation>
    </message>
    <message>
        <source>Intensity, in the statements that both readers found, with the same actor, target and polarity, and graded.</source>
        <translation>Stärke, in den Haltungen, die beide Leser fanden, mit gleichem Akteur, Ziel und gleicher Polarität, und denen beide eine Stärke gaben.</translation>
    </message>
    <message>
        <source>Marks of two readers with the label {label}. Those agree that have exactly the same characters.</source>
        <translation>Markierungen zweier Leser mit dem Label {label}. Überein stimmen die mit genau den gleichen Zeichen.</translation>
    </message>
    <message>
        <source>Marks of two readers with the label {label}, one to one.</source>
        <translation>Markierungen zweier Leser mit dem Label {label}, eine zu einer.</translation>
    </message>
    <message>
        <source>Marks with the label {label} that both readers have: how much of them both cover.</source>
        <translation>Markierungen mit dem Label {label}, die beide Leser haben: wie viel davon beide abdecken.</translation>
    </message>
    <message>
        <source>Marks with the label {label} that both readers have and linked to an actor each.</source>
        <translation>Markierungen mit dem Label {label}, die beide Leser haben und jeweils mit einem Akteur verknüpft haben.</translation>
    </message>
    <message>
        <source>Relations {label} of two readers. Those agree that join the same marks.</source>
        <translation>Verknüpfungen {label} zweier Leser. Überein stimmen die, die die gleichen Markierungen verbinden.</translation>
    </message>
    <message>
        <source>The label {label} of articles, where both readers gave it a value.</source>
        <translation>Das Label {label} von Artikeln, wo beide Leser ihm einen Wert gaben.</translation>
    </message>
    <message>
        <source>Two marks are the same if they share a character.</source>
        <translation>Zwei Markierungen sind dieselbe, wenn sie ein Zeichen gemeinsam haben.</translation>
    </message>
    <message>
        <source>Two marks are the same if they share at least {share:g} of the characters that either covers.</source>
        <translation>Zwei Markierungen sind dieselbe, wenn sie mindestens {share:g} der Zeichen gemeinsam haben, die eine von beiden abdeckt.</translation>
    </message>
    <message>
        <source>F1 = 2 × what both have ÷ (what one has + what the other has). What only one has counts against it.</source>
        <translation>F1 = 2 × was beide haben ÷ (was der eine hat + was der andere hat). Was nur einer hat, zählt dagegen.</translation>
    </message>
    <message>
        <source>Characters that both cover ÷ characters that either covers, added up over the pairs of marks ÷ their number.</source>
        <translation>Zeichen, die beide abdecken ÷ Zeichen, die einer abdeckt, zusammengezählt über die Paare von Markierungen ÷ ihre Anzahl.</translation>
    </message>
    <message>
        <source>Those that agree ÷ those compared. Nothing is taken off for chance.</source>
        <translation>Die übereinstimmenden ÷ die verglichenen. Für den Zufall wird nichts abgezogen.</translation>
    </message>
    <message>
        <source>Krippendorff’s alpha = 1 − disagreement found ÷ disagreement expected if the values were dealt out by chance. Every disagreement weighs the same.</source>
        <translation>Krippendorffs Alpha = 1 − gefundene Abweichung ÷ Abweichung, die zu erwarten wäre, wenn die Werte zufällig verteilt wären. Jede Abweichung wiegt gleich viel.</translation>
    </message>
    <message>
        <source>Krippendorff’s alpha = 1 − disagreement found ÷ disagreement expected if the values were dealt out by chance. A disagreement weighs the square of how many ratings lie between the two values.</source>
        <translation>Krippendorffs Alpha = 1 − gefundene Abweichung ÷ Abweichung, die zu erwarten wäre, wenn die Werte zufällig verteilt wären. Eine Abweichung wiegt das Quadrat davon, wie viele Bewertungen zwischen den beiden Werten liegen.</translation>
    </message>
    <message>
        <source>There is no value: there is nothing to compare.</source>
        <translation>Es gibt keinen Wert: Es ist nichts zu vergleichen da.</translation>
    </message>
    <message>
        <source>There is no value: it takes two readers, and there are fewer.</source>
        <translation>Es gibt keinen Wert: Dazu braucht es zwei Leser, es sind weniger.</translation>
    </message>
    <message>
        <source>There is no value: there is nothing that both readers could be compared on.</source>
        <translation>Es gibt keinen Wert: Es gibt nichts, worin beide Leser verglichen werden könnten.</translation>
    </message>
    <message>
        <source>There is no value: everything has the same value, so chance alone would agree as well. That is neither full agreement nor none.</source>
        <translation>Es gibt keinen Wert: Alles hat den gleichen Wert, so würde auch der Zufall allein übereinstimmen. Das ist weder volle Übereinstimmung noch keine.</translation>
    </message>
    <message>
        <source>There is no value: neither reader marked anything. That is not counted as agreement.</source>
        <translation>Es gibt keinen Wert: Keiner der Leser hat etwas markiert. Das zählt nicht als Übereinstimmung.</translation>
    </message>
    <message>
        <source>There is no value: marks of one reader overlap, which this measure cannot take.</source>
        <translation>Es gibt keinen Wert: Markierungen eines Lesers überlappen, was dieses Maß nicht zulässt.</translation>
    </message>
    <message>
        <source>There is no 95 % interval: it takes three articles, and the number must be there without any one of them.</source>
        <translation>Es gibt kein 95-%-Intervall: Dazu braucht es drei Artikel, und ohne jeden einzelnen muss die Zahl noch da sein.</translation>
    </message>
    <message>
        <source>There is no 95 % interval: leaving out one article or another changes nothing. That does not make it certain.</source>
        <translation>Es gibt kein 95-%-Intervall: Den einen oder anderen Artikel wegzulassen ändert nichts. Sicher wird die Zahl dadurch nicht.</translation>
    </message>
    <message>
        <source>No 95 % interval was asked for.</source>
        <translation>Nach einem 95-%-Intervall wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>One value makes up more than 90 %: alpha then changes a lot with a few ratings.</source>
        <translation>Ein Wert macht mehr als 90 % aus: Alpha ändert sich dann stark mit wenigen Bewertungen.</translation>
    </message>
    <message>
        <source>Less than half could be compared: what is left is the easier half.</source>
        <translation>Weniger als die Hälfte ließ sich vergleichen: Was bleibt, ist die leichtere Hälfte.</translation>
    </message>
    <message>
        <source>Fewer than three articles.</source>
        <translation>Weniger als drei Artikel.</translation>
    </message>
    <message>
        <source>{label}: {measure}</source>
        <translation>{label}: {measure}</translation>
    </message>
    <message>
        <source>Under each number the difference to the period before it, with a 95 % interval from drawing articles anew. ▲ and ▼: the interval leaves out 0.</source>
        <translation>Unter jeder Zahl der Unterschied zum Zeitraum davor, mit einem 95-%-Intervall aus neu gezogenen Artikeln. ▲ und ▼: Das Intervall enthält die 0 nicht.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>platziert</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>Marks of another tool: {counted}</source>
        <translation>Markierungen eines anderen Programms: {counted}</translation>
    </message>
    <message>
        <source>Marks that do not stand where the file says:</source>
        <translation>Markierungen, die nicht stehen, wo die Datei sagt:</translation>
    </message>
    <message>
        <source>{change} against the time before</source>
        <translation>{change} gegenüber der Zeit davor</translation>
    </message>
    <message>
        <source>Finished, by</source>
        <translation>Fertig, nach</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>None of these differences here.</source>
        <translation>Keine dieser Abweichungen hier.</translation>
    </message>
    <message>
        <source>Each reader’s agreement with all the others.</source>
        <translation>Die Übereinstimmung jedes Lesers mit allen anderen.</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Statements that differ</source>
        <translation>Haltungen, die abweichen</translation>
    </message>
    <message>
        <source>Marks of one alone</source>
        <translation>Markierungen nur eines Lesers</translation>
    </message>
    <message>
        <source>Readers, pair by pair</source>
        <translation>Leser, Paar für Paar</translation>
    </message>
    <message>
        <source>Above the diagonal the number, below it how many units and articles it rests on.</source>
        <translation>Über der Diagonale die Zahl, darunter, auf wie vielen Einheiten und Artikeln sie beruht.</translation>
    </message>
    <message>
        <source>The first {most:,} of {number:,} articles.</source>
        <translation>Die ersten {most:,} von {number:,} Artikeln.</translation>
    </message>
    <message>
        <source>Reader by reader</source>
        <translation>Leser für Leser</translation>
    </message>
    <message>
        <source>Where readers differ</source>
        <translation>Worin Leser abweichen</translation>
    </message>
    <message>
        <source>Rows: the first reader of a pair, by name. Columns: the second, at the same place.</source>
        <translation>Zeilen: der erste Leser eines Paares, nach dem Namen. Spalten: der zweite an derselben Stelle.</translation>
    </message>
    <message>
        <source>n {units:,}</source>
        <translation>n {units:,}</translation>
    </message>
    <message>
        <source>articles {number:,}</source>
        <translation>Artikel {number:,}</translation>
    </message>
    <message>
        <source>Agreement in {project}</source>
        <translation>Übereinstimmung in {project}</translation>
    </message>
    <message>
        <source>Only finished layers count. Totals are sums over all articles and pairs of readers, never means. F1, shares and alpha are different scales and cannot be compared with each other. The 95 % intervals say what other articles would have changed; they say nothing about other readers.</source>
        <translation>Nur erledigte Ebenen zählen. Gesamtzahlen sind Summen über alle Artikel und Paare von Lesern, nie Mittelwerte. F1, Anteile und Alpha sind verschiedene Skalen und nicht miteinander vergleichbar. Die 95-%-Intervalle sagen, was andere Artikel geändert hätten; über andere Leser sagen sie nichts.</translation>
    </message>
    <message>
        <source>Each link is counted on what the one before it left: extent, actor and target on the statements that both found, polarity where actor and target are the same, intensity where polarity is the same too.</source>
        <translation>Jedes Glied zählt auf dem, was das vorige übrig ließ: Umfang, Akteur und Ziel auf den Haltungen, die beide fanden, Polarität, wo Akteur und Ziel gleich sind, Stärke, wo auch die Polarität gleich ist.</translation>
    </message>
    <message>
        <source>A number is below its threshold if the lower end of its interval is.</source>
        <translation>Eine Zahl liegt unter ihrer Schwelle, wenn das untere Ende ihres Intervalls darunter liegt.</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Verknüpfungen</translation>
    </message>
    <message>
        <source>How each number came about</source>
        <translation>Wie jede Zahl zustande kam</translation>
    </message>
    <message>
        <source>Marks by label</source>
        <translation>Markierungen nach Label</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>below</source>
        <translation>darunter</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>below {least}</source>
        <translation>unter {least}</translation>
    </message>
    <message>
        <source>no interval</source>
        <translation>kein Intervall</translation>
    </message>
    <message>
        <source>{share} agree</source>
        <translation>{share} stimmen überein</translation>
    </message>
    <message>
        <source>{share} could be compared</source>
        <translation>{share} vergleichbar</translation>
    </message>
    <message>
        <source>most often {value}, {share}</source>
        <translation>am häufigsten {value}, {share}</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} oder {other}</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, Zeile {line}</translation>
    </message>
    <message>
        <source>{place}: {message}</source>
        <translation>{place}: {message}</translation>
    </message>
    <message>
        <source>Input should be {expected}</source>
        <translation>hier gehört {expected} hin</translation>
    </message>
    <message>
        <source>Input should be greater than or equal to {least}</source>
        <translation>die Zahl muss mindestens {least} sein</translation>
    </message>
    <message>
        <source>Field required</source>
        <translation>das Feld fehlt</translation>
    </message>
    <message>
        <source>Extra inputs are not permitted</source>
        <translation>ein solches Feld gibt es nicht</translation>
    </message>
    <message>
        <source>Input should be a valid string</source>
        <translation>hier gehört Text hin</translation>
    </message>
    <message>
        <source>Input should be a valid integer</source>
        <translation>hier gehört eine ganze Zahl hin</translation>
    </message>
    <message>
        <source>Input should be a valid number</source>
        <translation>hier gehört eine Zahl hin</translation>
    </message>
    <message>
        <source>Input should be a valid boolean</source>
        <translation>hier gehört true oder false hin</translation>
    </message>
    <message>
        <source>Input should be a valid dictionary</source>
        <translation>hier gehört ein Objekt hin</translation>
    </message>
    <message>
        <source>Input should be a valid array</source>
        <translation>hier gehört eine Liste hin</translation>
    </message>
    <message>
        <source>Input should be a valid list</source>
        <translation>hier gehört eine Liste hin</translation>
    </message>
    <message>
        <source>Input should be a valid tuple</source>
        <translation>hier gehört eine Liste hin</translation>
    </message>
    <message>
        <source>Input should be an object</source>
        <translation>hier gehört ein Objekt hin</translation>
    </message>
    <message>
        <source>missing )</source>
        <translation>es fehlt )</translation>
    </message>
    <message>
        <source>missing ]</source>
        <translation>es fehlt ]</translation>
    </message>
    <message>
        <source>expected }</source>
        <translation>es fehlt }</translation>
    </message>
    <message>
        <source>unterminated character set</source>
        <translation>die Zeichenklasse ist nicht geschlossen</translation>
    </message>
    <message>
        <source>unbalanced parenthesis</source>
        <translation>eine Klammer zu viel</translation>
    </message>
    <message>
        <source>nothing to repeat</source>
        <translation>es gibt nichts zu wiederholen</translation>
    </message>
    <message>
        <source>multiple repeat</source>
        <translation>zwei Wiederholungen hintereinander</translation>
    </message>
    <message>
        <source>bad escape (end of pattern)</source>
        <translation>nach dem \ fehlt ein Zeichen</translation>
    </message>
    <message>
        <source>bad character range</source>
        <translation>der Zeichenbereich ist falsch herum</translation>
    </message>
    <message>
        <source>min repeat greater than max repeat</source>
        <translation>die kleinste Zahl der Wiederholungen ist größer als die größte</translation>
    </message>
    <message>
        <source>unknown property</source>
        <translation>unbekannte Eigenschaft</translation>
    </message>
    <message>
        <source>unknown extension</source>
        <translation>unbekannte Erweiterung hinter der Klammer</translation>
    </message>
    <message>
        <source>unknown group</source>
        <translation>unbekannte Gruppe</translation>
    </message>
    <message>
        <source>invalid group reference</source>
        <translation>Verweis auf eine Gruppe, die es nicht gibt</translation>
    </message>
    <message>
        <source>a number in it is too large.</source>
        <translation>eine Zahl darin ist zu groß.</translation>
    </message>
    <message>
        <source>Correct the line and import again.</source>
        <translation>Die Zeile berichtigen und noch einmal importieren.</translation>
    </message>
    <message>
        <source>Move it away to import the readings alone, or export again.</source>
        <translation>Sie beiseitelegen, um nur die Lesarten zu importieren, oder noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Each line of canonical JSONL is an object whose first key is schema.</source>
        <translation>Jede Zeile von kanonischem JSONL ist ein Objekt, dessen erster Schlüssel schema ist.</translation>
    </message>
    <message>
        <source>there is no reading in this file.</source>
        <translation>in dieser Datei ist keine Lesart.</translation>
    </message>
    <message>
        <source>Look for the full copy.</source>
        <translation>Die vollständige Datei suchen.</translation>
    </message>
    <message>
        <source>this is not a Stancemark reading.</source>
        <translation>das ist keine Lesart von Stancemark.</translation>
    </message>
    <message>
        <source>the schema is {found}, not {wanted}.</source>
        <translation>das Schema ist {found}, nicht {wanted}.</translation>
    </message>
    <message>
        <source>A newer program may read it.</source>
        <translation>Ein neueres Programm kann sie vielleicht lesen.</translation>
    </message>
    <message>
        <source>this is not UTF-8 (byte {start} of the line).</source>
        <translation>das ist kein UTF-8 (Byte {start} der Zeile).</translation>
    </message>
    <message>
        <source>this is not valid JSON ({why}, byte {column}).</source>
        <translation>das ist kein gültiges JSON ({why}, Byte {column}).</translation>
    </message>
    <message>
        <source>the text does not have the hash given with it.</source>
        <translation>der Text hat nicht den Hash, der dabeisteht.</translation>
    </message>
    <message>
        <source>It was changed; export it again.</source>
        <translation>Er wurde geändert; noch einmal exportieren.</translation>
    </message>
    <message>
        <source>there are marks, but no layer that they belong to.</source>
        <translation>es gibt Markierungen, aber keine Ebene, zu der sie gehören.</translation>
    </message>
    <message>
        <source>Add the layer, or export it again.</source>
        <translation>Die Ebene hinzufügen oder noch einmal exportieren.</translation>
    </message>
    <message>
        <source>the file cannot be read ({strerror}).</source>
        <translation>die Datei lässt sich nicht lesen ({strerror}).</translation>
    </message>
    <message>
        <source>Check that it is there.</source>
        <translation>Prüfen, ob sie da ist.</translation>
    </message>
    <message>
        <source>{fault}.</source>
        <translation>{fault}.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8, or export it again.</source>
        <translation>Die Datei als UTF-8 speichern oder noch einmal exportieren.</translation>
    </message>
    <message>
        <source>a character is cut in half (a lone surrogate at byte {column}).</source>
        <translation>ein Zeichen ist halbiert (ein einzelnes Surrogat bei Byte {column}).</translation>
    </message>
    <message>
        <source>The file may be cut off; export it again.</source>
        <translation>Die Datei ist vielleicht abgeschnitten; noch einmal exportieren.</translation>
    </message>
    <message>
        <source>this is no companion of a Stancemark export (its schema is {schema}).</source>
        <translation>das ist keine Begleitdatei eines Exports von Stancemark (ihr Schema ist {schema}).</translation>
    </message>
    <message>
        <source>this is no companion of a Stancemark export ({why}).</source>
        <translation>das ist keine Begleitdatei eines Exports von Stancemark ({why}).</translation>
    </message>
    <message>
        <source>Repair the text at its source.</source>
        <translation>Den Text an seiner Quelle berichtigen.</translation>
    </message>
    <message>
        <source>Choose its encoding by hand, or save the file as UTF-8.</source>
        <translation>Die Kodierung von Hand wählen oder die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>a byte here does not fit, though the rest of the file is UTF-8; the file is damaged or cut off.</source>
        <translation>ein Byte hier passt nicht, obwohl der Rest der Datei UTF-8 ist; sie ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>The file does not say its encoding; it was read as {encoding}; it could also be {rivals}. Check the accents.</source>
        <translation>Die Datei nennt ihre Kodierung nicht; sie wurde als {encoding} gelesen; es könnte auch {rivals} sein. Bitte Umlaute und Akzente prüfen.</translation>
    </message>
    <message>
        <source>The file does not say its encoding; it was read as {encoding}.</source>
        <translation>Die Datei nennt ihre Kodierung nicht; sie wurde als {encoding} gelesen.</translation>
    </message>
    <message>
        <source>there are NUL characters (the first at character {nul}), so this is not plain text.</source>
        <translation>sie enthält NUL-Zeichen (das erste an Stelle {nul}), also ist das kein reiner Text.</translation>
    </message>
    <message>
        <source>character {at} is half of a surrogate pair (U+{code}), which no text file can hold.</source>
        <translation>Zeichen {at} ist die Hälfte eines Surrogatpaars (U+{code}), das keine Textdatei enthalten kann.</translation>
    </message>
    <message>
        <source>Repair or replace the file, or choose an encoding by hand.</source>
        <translation>Die Datei reparieren oder ersetzen oder eine Kodierung von Hand wählen.</translation>
    </message>
    <message>
        <source>{unsaid} Check the accents.</source>
        <translation>{unsaid} Bitte Umlaute und Akzente prüfen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>the file is empty.</source>
        <translation>die Datei ist leer.</translation>
    </message>
    <message>
        <source>Leave it out, or look for the full copy.</source>
        <translation>Sie weglassen oder die vollständige Datei suchen.</translation>
    </message>
    <message>
        <source>this looks like {kind}, not like text.</source>
        <translation>das sieht nach {kind} aus, nicht nach Text.</translation>
    </message>
    <message>
        <source>Save the article as plain text or HTML.</source>
        <translation>Den Artikel als reinen Text oder als HTML speichern.</translation>
    </message>
    <message>
        <source>there is nothing but white space.</source>
        <translation>da ist nichts als Leerraum.</translation>
    </message>
    <message>
        <source>Export the text again from where it came, as UTF-8.</source>
        <translation>Den Text an seiner Quelle noch einmal als UTF-8 exportieren.</translation>
    </message>
    <message>
        <source>this looks like a binary file, not like text: it holds NUL bytes.</source>
        <translation>das sieht nach einer Binärdatei aus, nicht nach Text: Sie enthält NUL-Bytes.</translation>
    </message>
    <message>
        <source>it is no UTF-8, and no other encoding fits the whole file.</source>
        <translation>es ist kein UTF-8, und keine andere Kodierung passt auf die ganze Datei.</translation>
    </message>
    <message>
        <source>it says it is {encoding}, but byte {start} does not fit.</source>
        <translation>sie gibt an, {encoding} zu sein, aber Byte {start} passt nicht.</translation>
    </message>
    <message>
        <source>“{encoding}” is not the name of a text encoding.</source>
        <translation>„{encoding}“ ist kein Name einer Textkodierung.</translation>
    </message>
    <message>
        <source>Use a name such as utf-8, utf-16, cp1252 or koi8-r.</source>
        <translation>Einen Namen wie utf-8, utf-16, cp1252 oder koi8-r verwenden.</translation>
    </message>
    <message>
        <source>Choose another encoding.</source>
        <translation>Eine andere Kodierung wählen.</translation>
    </message>
    <message>
        <source>The marks were changed in doccano; the labels of the article, which it does not show, were left out.</source>
        <translation>Die Markierungen wurden in doccano geändert; die Labels des Artikels, die es nicht zeigt, blieben weg.</translation>
    </message>
    <message>
        <source>the status, the annotator or the labels of the article are not as they were written.</source>
        <translation>der Stand, der Name oder die Labels des Artikels sind nicht, wie sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>the comments should be texts.</source>
        <translation>die Kommentare sollten Texte sein.</translation>
    </message>
    <message>
        <source>A relation “{label}” was left out: one of its ends is not in the file.</source>
        <translation>Eine Verknüpfung „{label}“ blieb weg: Eines ihrer Enden steht nicht in der Datei.</translation>
    </message>
    <message>
        <source>label {number} of this line is not [start, end, label].</source>
        <translation>Label {number} dieser Zeile ist nicht [Anfang, Ende, Label].</translation>
    </message>
    <message>
        <source>{cut} blocks look like the web page around the article and will be cut out.</source>
        <translation>{cut} Blöcke sehen nach der Webseite um den Artikel herum aus und werden weggeschnitten.</translation>
    </message>
    <message>
        <source>there are {blocks} blocks, but {keep} ticks.</source>
        <translation>es gibt {blocks} Blöcke, aber {keep} Häkchen.</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>Noch einmal öffnen.</translation>
    </message>
    <message>
        <source>no text is left of the article.</source>
        <translation>vom Artikel bleibt kein Text übrig.</translation>
    </message>
    <message>
        <source>Tick at least one block of it.</source>
        <translation>Bei mindestens einem seiner Blöcke ein Häkchen setzen.</translation>
    </message>
    <message>
        <source>1 block looks like the web page around the article and will be cut out.</source>
        <translation>1 Block sieht nach der Webseite um den Artikel herum aus und wird weggeschnitten.</translation>
    </message>
    <message>
        <source>this is no web page: there is no tag in it.</source>
        <translation>das ist keine Webseite: Es ist kein Tag darin.</translation>
    </message>
    <message>
        <source>Import it as plain text.</source>
        <translation>Als reinen Text importieren.</translation>
    </message>
    <message>
        <source>no article was found in this web page.</source>
        <translation>auf dieser Webseite wurde kein Artikel gefunden.</translation>
    </message>
    <message>
        <source>Save the article&apos;s text as a text file.</source>
        <translation>Den Text des Artikels als Textdatei speichern.</translation>
    </message>
    <message>
        <source>this is not valid JSON ({why}, character {column}).</source>
        <translation>das ist kein gültiges JSON ({why}, Zeichen {column}).</translation>
    </message>
    <message>
        <source>{word} is no number in JSON</source>
        <translation>{word} ist in JSON keine Zahl</translation>
    </message>
    <message>
        <source>“{key}” should be {wanted}, not {found}.</source>
        <translation>„{key}“ muss {wanted} sein, nicht {found}.</translation>
    </message>
    <message>
        <source>there is no article in this file.</source>
        <translation>in dieser Datei ist kein Artikel.</translation>
    </message>
    <message>
        <source>the list is not closed, or something follows it</source>
        <translation>die Liste ist nicht geschlossen, oder es folgt etwas auf sie</translation>
    </message>
    <message>
        <source>this is not {encoding} (byte {start}).</source>
        <translation>das ist kein {encoding} (Byte {start}).</translation>
    </message>
    <message>
        <source>a number in it is too large</source>
        <translation>eine Zahl darin ist zu groß</translation>
    </message>
    <message>
        <source>a character is cut in half (a lone surrogate).</source>
        <translation>ein Zeichen ist zerschnitten (ein einzelnes Surrogat).</translation>
    </message>
    <message>
        <source>this is no object, but {found}.</source>
        <translation>das ist kein Objekt, sondern {found}.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>there is no text under the key “{key}”.</source>
        <translation>unter dem Schlüssel „{key}“ steht kein Text.</translation>
    </message>
    <message>
        <source>Give the key that the text stands under, or leave the line out.</source>
        <translation>Den Schlüssel angeben, unter dem der Text steht, oder die Zeile weglassen.</translation>
    </message>
    <message>
        <source>it is nested too deeply.</source>
        <translation>es ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>this is not valid JSON ({why}).</source>
        <translation>das ist kein gültiges JSON ({why}).</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>eine Liste von Objekten</translation>
    </message>
    <message>
        <source>a comma or ] is missing</source>
        <translation>ein Komma oder ] fehlt</translation>
    </message>
    <message>
        <source>there is more after the object</source>
        <translation>nach dem Objekt steht noch etwas</translation>
    </message>
    <message>
        <source>Labels of the article that are no text have no place in this format.</source>
        <translation>Labels des Artikels, die kein Text sind, haben in diesem Format keinen Platz.</translation>
    </message>
    <message>
        <source>Label Studio has no unfinished work: such layers count as finished there.</source>
        <translation>Label Studio kennt keine unfertige Arbeit: Solche Ebenen gelten dort als erledigt.</translation>
    </message>
    <message>
        <source>Layers that nobody has begun were left out.</source>
        <translation>Ebenen, die niemand begonnen hat, blieben weg.</translation>
    </message>
    <message>
        <source>Annotators whose name is no e-mail address are not known to Label Studio: their work goes to whoever imports it.</source>
        <translation>Wessen Name keine E-Mail-Adresse ist, den kennt Label Studio nicht: Die Arbeit geht an den, der sie einliest.</translation>
    </message>
    <message>
        <source>this is no task of Label Studio: there is no “data” in it.</source>
        <translation>das ist keine Aufgabe von Label Studio: „data“ fehlt.</translation>
    </message>
    <message>
        <source>“{key}” has {number} of which only the number is given; export in full.</source>
        <translation>„{key}“ hat {number}, von denen nur die Nummer dasteht; vollständig exportieren.</translation>
    </message>
    <message>
        <source>there is no text under the key “{key}” of the task&apos;s data.</source>
        <translation>unter dem Schlüssel „{key}“ der Daten dieser Aufgabe steht kein Text.</translation>
    </message>
    <message>
        <source>Give the key that the text stands under, or leave the task out.</source>
        <translation>Den Schlüssel angeben, unter dem der Text steht, oder die Aufgabe weglassen.</translation>
    </message>
    <message>
        <source>Drafts that were not submitted were left out.</source>
        <translation>Entwürfe, die nicht abgeschickt wurden, blieben weg.</translation>
    </message>
    <message>
        <source>Label Studio has the work of {name} on this task as ground truth.</source>
        <translation>In Label Studio gilt die Arbeit von {name} an dieser Aufgabe als Gold (ground truth).</translation>
    </message>
    <message>
        <source>{count} results of the type “{kind}” mark no text and were left out.</source>
        <translation>{count} Ergebnisse der Art „{kind}“ markieren keinen Text und blieben weg.</translation>
    </message>
    <message>
        <source>the value of a result of the type “{kind}” is no object.</source>
        <translation>der Wert eines Ergebnisses der Art „{kind}“ ist kein Objekt.</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>einem PDF-Dokument</translation>
    </message>
    <message>
        <source>a ZIP archive (Word, OpenDocument and EPUB files are ZIP archives too)</source>
        <translation>einem ZIP-Archiv (auch Dateien von Word, OpenDocument und EPUB sind ZIP-Archive)</translation>
    </message>
    <message>
        <source>an empty ZIP archive</source>
        <translation>einem leeren ZIP-Archiv</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>einem gzip-Archiv</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>einem xz-Archiv</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>einem 7-Zip-Archiv</translation>
    </message>
    <message>
        <source>a Zstandard archive</source>
        <translation>einem Zstandard-Archiv</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>einem RAR-Archiv</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>einem PNG-Bild</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>einem JPEG-Bild</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>einem GIF-Bild</translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation>einem TIFF-Bild</translation>
    </message>
    <message>
        <source>a Rich Text document</source>
        <translation>einem Rich-Text-Dokument</translation>
    </message>
    <message>
        <source>a SQLite database</source>
        <translation>einer SQLite-Datenbank</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>einem Programm</translation>
    </message>
    <message>
        <source>a sound or video file</source>
        <translation>einer Ton- oder Videodatei</translation>
    </message>
    <message>
        <source>a sound file</source>
        <translation>einer Tondatei</translation>
    </message>
    <message>
        <source>a Windows program</source>
        <translation>einem Windows-Programm</translation>
    </message>
    <message>
        <source>a bitmap picture</source>
        <translation>einem Bitmap-Bild</translation>
    </message>
    <message>
        <source>a sound, video or WebP file</source>
        <translation>einer Ton-, Video- oder WebP-Datei</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>einem bzip2-Archiv</translation>
    </message>
    <message>
        <source>The articles&apos; texts are not in the table; offsets are code points of them.</source>
        <translation>Die Texte der Artikel stehen nicht in der Tabelle; Positionen zählen in ihnen Codepunkte.</translation>
    </message>
    <message>
        <source>Articles that nobody has a layer on have no row.</source>
        <translation>Artikel, auf denen niemand eine Ebene hat, haben keine Zeile.</translation>
    </message>
    <message>
        <source>Statements about claims are not in the network, which joins actors with actors and issues.</source>
        <translation>Haltungen zu Aussagen sind nicht im Netz; es verbindet Akteure mit Akteuren und Streitfragen.</translation>
    </message>
    <message>
        <source>Statements of unnamed holders are not in the network.</source>
        <translation>Haltungen ungenannter Träger sind nicht im Netz.</translation>
    </message>
    <message>
        <source>Statements about actors or issues that are not in the registries are not in the network.</source>
        <translation>Haltungen zu Akteuren oder Streitfragen, die nicht in den Registern stehen, sind nicht im Netz.</translation>
    </message>
    <message>
        <source>at {start} stands “{there}”; “{quote}” was found at {place}</source>
        <translation>bei {start} steht „{there}“; „{quote}“ wurde bei {place} gefunden</translation>
    </message>
    <message>
        <source>{fault}</source>
        <translation>{fault}</translation>
    </message>
    <message>
        <source>its words “{quote}” do not stand in the text</source>
        <translation>ihre Worte „{quote}“ stehen nicht im Text</translation>
    </message>
    <message>
        <source>there is nothing but blanks</source>
        <translation>dort ist nichts als Leerraum</translation>
    </message>
    <message>
        <source>its label is left out</source>
        <translation>ihr Label wird weggelassen</translation>
    </message>
    <message>
        <source>the same mark is there already</source>
        <translation>dieselbe Markierung ist schon da</translation>
    </message>
    <message>
        <source>one of its ends was left out</source>
        <translation>eines ihrer Enden wurde weggelassen</translation>
    </message>
    <message>
        <source>what it is about was left out</source>
        <translation>wovon sie handelt, wurde weggelassen</translation>
    </message>
    <message>
        <source>it has no place in the text</source>
        <translation>sie hat keine Stelle im Text</translation>
    </message>
    <message>
        <source>it has no words</source>
        <translation>sie hat keine Worte</translation>
    </message>
    <message>
        <source>This looks like a web page. Import it as HTML to get the article without its markup.</source>
        <translation>Das sieht nach einer Webseite aus. Als HTML importiert, kommt der Artikel ohne die Auszeichnung.</translation>
    </message>
    <message>
        <source>Unfinished work is written with the answer “ignore”, so that nobody trains on it.</source>
        <translation>Unfertige Arbeit wird mit der Antwort „ignore“ geschrieben, damit niemand damit trainiert.</translation>
    </message>
    <message>
        <source>Somebody else answered this task; notes and labels of the article that came with it were left out.</source>
        <translation>Jemand anders hat diese Aufgabe beantwortet; Notizen und Labels des Artikels, die dabei waren, blieben weg.</translation>
    </message>
    <message>
        <source>the answer should be accept, reject or ignore, not {found}.</source>
        <translation>die Antwort muss accept, reject oder ignore sein, nicht {found}.</translation>
    </message>
    <message>
        <source>The task was rejected; its {number} marks were left out.</source>
        <translation>Die Aufgabe wurde abgelehnt; ihre {number} Markierungen blieben weg.</translation>
    </message>
    <message>
        <source>what stands under “{key}” is not as it was written.</source>
        <translation>was unter „{key}“ steht, ist nicht, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>{number} versions that do not say whose they are were left out.</source>
        <translation>{number} Fassungen, die nicht sagen, von wem sie sind, blieben weg.</translation>
    </message>
    <message>
        <source>A relation “{label}” was left out: the file does not say which spans it joins.</source>
        <translation>Eine Verknüpfung „{label}“ blieb weg: Die Datei sagt nicht, welche Stellen sie verbindet.</translation>
    </message>
    <message>
        <source>Statements on who is for or against what have no place in this format.</source>
        <translation>Haltungen, also wer für oder gegen was ist, haben in diesem Format keinen Platz.</translation>
    </message>
    <message>
        <source>Spans in several pieces were written as one, from the first word to the last.</source>
        <translation>Stellen aus mehreren Teilen wurden als eine geschrieben, vom ersten Wort bis zum letzten.</translation>
    </message>
    <message>
        <source>“Best guess, not sure” has no place in this format.</source>
        <translation>„Beste Vermutung, unsicher“ hat in diesem Format keinen Platz.</translation>
    </message>
    <message>
        <source>Which actor a span mentions has no place in this format.</source>
        <translation>Welchen Akteur eine Stelle nennt, hat in diesem Format keinen Platz.</translation>
    </message>
    <message>
        <source>Attributes of spans that have no place in this format were left out.</source>
        <translation>Merkmale von Stellen, die in diesem Format keinen Platz haben, blieben weg.</translation>
    </message>
    <message>
        <source>Attributes of relations have no place in this format.</source>
        <translation>Merkmale von Verknüpfungen haben in diesem Format keinen Platz.</translation>
    </message>
    <message>
        <source>Relations of spans that were left out were left out too.</source>
        <translation>Verknüpfungen von Stellen, die wegblieben, blieben auch weg.</translation>
    </message>
    <message>
        <source>Of notes only the words were written: not who wrote them, on which span, and whether they are settled.</source>
        <translation>Von Notizen wurden nur die Worte geschrieben: nicht, von wem, zu welcher Stelle und ob sie erledigt sind.</translation>
    </message>
    <message>
        <source>Nothing is marked here, and the file does not say whether anybody read it; it counts as not begun.</source>
        <translation>Hier ist nichts markiert, und die Datei sagt nicht, ob es jemand gelesen hat; es gilt als nicht begonnen.</translation>
    </message>
    <message>
        <source>A span of “{title}” does not have the words that it was marked with.</source>
        <translation>Eine Stelle in „{title}“ hat nicht die Worte, mit denen sie markiert wurde.</translation>
    </message>
    <message>
        <source>Check the project, or take the span ({id}) out of it.</source>
        <translation>Das Projekt prüfen oder die Stelle ({id}) herausnehmen.</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>reiner Text</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>a file of unknown kind</source>
        <translation>eine Datei unbekannter Art</translation>
    </message>
    <message>
        <source>{name}; by its content it was taken for {kind}.</source>
        <translation>{name}; dem Inhalt nach ist sie {kind}.</translation>
    </message>
    <message>
        <source>“{ending}” is no known ending</source>
        <translation>Die Endung „{ending}“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>the name has no ending</source>
        <translation>Der Name der Datei hat keine Endung</translation>
    </message>
    <message>
        <source>it could not be read ({strerror}).</source>
        <translation>sie ließ sich nicht lesen ({strerror}).</translation>
    </message>
    <message>
        <source>Try a copy of it.</source>
        <translation>Es mit einer Kopie versuchen.</translation>
    </message>
    <message>
        <source>a JSON Lines file holds readings, not one article.</source>
        <translation>eine Datei in JSON Lines enthält Lesarten, nicht einen Artikel.</translation>
    </message>
    <message>
        <source>Import it as JSONL.</source>
        <translation>Als JSONL importieren.</translation>
    </message>
    <message>
        <source>this is a device or a pipe, not a file.</source>
        <translation>das ist ein Gerät oder eine Pipe, keine Datei.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Weglassen.</translation>
    </message>
    <message>
        <source>this link leads to no file.</source>
        <translation>diese Verknüpfung führt zu keiner Datei.</translation>
    </message>
    <message>
        <source>Remove the link, or bring the file back.</source>
        <translation>Die Verknüpfung entfernen oder die Datei zurückholen.</translation>
    </message>
    <message>
        <source>the file is not there any more.</source>
        <translation>die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Bring it back, or leave it out.</source>
        <translation>Sie zurückholen oder weglassen.</translation>
    </message>
    <message>
        <source>you are not allowed to read it.</source>
        <translation>zum Lesen fehlt die Berechtigung.</translation>
    </message>
    <message>
        <source>Change its permissions, or copy it elsewhere.</source>
        <translation>Ihre Rechte ändern oder sie woandershin kopieren.</translation>
    </message>
    <message>
        <source>this is a folder, not a file.</source>
        <translation>das ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>Name the folder to import what is in it.</source>
        <translation>Den Ordner angeben, um zu importieren, was darin ist.</translation>
    </message>
    <message>
        <source>this folder leads back to a folder it is in, so it is not followed.</source>
        <translation>dieser Ordner führt zurück in einen, in dem er liegt; ihm wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>Remove the link.</source>
        <translation>Die Verknüpfung entfernen.</translation>
    </message>
    <message>
        <source>input error</source>
        <translation>Lesefehler</translation>
    </message>
    <message>
        <source>“{words}” is no country.</source>
        <translation>„{words}“ ist kein Land.</translation>
    </message>
    <message>
        <source>Type its English name or its code of three letters.</source>
        <translation>Den englischen Namen oder den Code aus drei Buchstaben eingeben.</translation>
    </message>
    <message>
        <source>{last} comes before {first}.</source>
        <translation>{last} liegt vor {first}.</translation>
    </message>
    <message>
        <source>Correct one of the dates.</source>
        <translation>Eines der Daten berichtigen.</translation>
    </message>
    <message>
        <source>“{value}” is only half of an external id.</source>
        <translation>„{value}“ ist nur die Hälfte einer externen Kennung.</translation>
    </message>
    <message>
        <source>Write it as wikidata: Q159.</source>
        <translation>So schreiben: wikidata: Q159.</translation>
    </message>
    <message>
        <source>“{value}” is no date.</source>
        <translation>„{value}“ ist kein Datum.</translation>
    </message>
    <message>
        <source>Write 2024, 2024-05 or 2024-05-31.</source>
        <translation>Richtig ist 2024, 2024-05 oder 2024-05-31.</translation>
    </message>
    <message>
        <source>From codebook to codebook</source>
        <translation>Von Codebuch zu Codebuch</translation>
    </message>
    <message>
        <source>From month to month</source>
        <translation>Von Monat zu Monat</translation>
    </message>
    <message>
        <source>From week to week</source>
        <translation>Von Woche zu Woche</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>ab {day}</translation>
    </message>
    <message>
        <source>Articles that two or more have finished</source>
        <translation>Artikel, die zwei oder mehr erledigt haben</translation>
    </message>
    <message>
        <source>The same mark</source>
        <translation>Dieselbe Markierung</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Codebook versions</source>
        <translation>Codebuch-Versionen</translation>
    </message>
    <message>
        <source>Only from sources</source>
        <translation>Nur aus Quellen</translation>
    </message>
    <message>
        <source>Only stories</source>
        <translation>Nur Storys</translation>
    </message>
    <message>
        <source>Only published</source>
        <translation>Nur erschienen</translation>
    </message>
    <message>
        <source>Only under codebook</source>
        <translation>Nur unter Codebuch</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>The report was cancelled; nothing was written.</source>
        <translation>Der Bericht wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>An article needs a title.</source>
        <translation>Ein Artikel braucht einen Titel.</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was imported.</source>
        <translation>Der Import wurde abgebrochen; nichts wurde importiert.</translation>
    </message>
    <message>
        <source>{place} ({number:,} uses)</source>
        <translation>{place} ({number:,} Verwendungen)</translation>
    </message>
    <message>
        <source>{parts} and {number} more</source>
        <translation>{parts} und {number} weitere</translation>
    </message>
    <message>
        <source>Still used, but no longer in the codebook: {parts}.</source>
        <translation>Noch verwendet, aber nicht mehr im Codebuch: {parts}.</translation>
    </message>
    <message>
        <source>Say what takes over.</source>
        <translation>Angeben, was an die Stelle tritt.</translation>
    </message>
    <message>
        <source>{place} (1 use)</source>
        <translation>{place} (1 Verwendung)</translation>
    </message>
    <message>
        <source>{kind} {names}</source>
        <translation>{kind} {names}</translation>
    </message>
    <message>
        <source>The codebook is the same as before.</source>
        <translation>Das Codebuch ist dasselbe wie vorher.</translation>
    </message>
    <message>
        <source>Change something first.</source>
        <translation>Erst etwas ändern.</translation>
    </message>
    <message>
        <source>The codebook cannot be read back.</source>
        <translation>Das Codebuch lässt sich nicht wieder lesen.</translation>
    </message>
    <message>
        <source>Take back the last change of it.</source>
        <translation>Seine letzte Änderung zurücknehmen.</translation>
    </message>
    <message>
        <source>“{place}” cannot be renamed to “{name}”.</source>
        <translation>„{place}“ kann nicht in „{name}“ umbenannt werden.</translation>
    </message>
    <message>
        <source>Look at the draft again.</source>
        <translation>Den Entwurf noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Two entries cannot both be called “{name}”.</source>
        <translation>Zwei Einträge können nicht beide „{name}“ heißen.</translation>
    </message>
    <message>
        <source>Choose another name for one of them.</source>
        <translation>Für einen von ihnen einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>this is no file.</source>
        <translation>das ist keine Datei.</translation>
    </message>
    <message>
        <source>Choose a codebook file (JSON).</source>
        <translation>Eine Codebuch-Datei (JSON) wählen.</translation>
    </message>
    <message>
        <source>this is too large for a codebook.</source>
        <translation>das ist zu groß für ein Codebuch.</translation>
    </message>
    <message>
        <source>This layer is no longer in the project.</source>
        <translation>Diese Ebene ist nicht mehr im Projekt.</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Die Liste noch einmal ansehen.</translation>
    </message>
    <message>
        <source>This is another annotator’s work.</source>
        <translation>Das ist die Arbeit eines anderen Annotators.</translation>
    </message>
    <message>
        <source>They, or a lead, can say that it was looked at.</source>
        <translation>Er selbst oder die Leitung kann sagen, dass es angesehen wurde.</translation>
    </message>
    <message>
        <source>This span is no longer there.</source>
        <translation>Diese Stelle ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It may have been taken back; look at the article.</source>
        <translation>Sie wurde vielleicht zurückgenommen; den Artikel ansehen.</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This {kind} is not in the registry.</source>
        <translation>Dieser Eintrag ({kind}) ist nicht im Register.</translation>
    </message>
    <message>
        <source>Reload the list.</source>
        <translation>Die Liste neu laden.</translation>
    </message>
    <message>
        <source>Choose “{name}” instead.</source>
        <translation>Stattdessen „{name}“ wählen.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Etwas anderes wählen.</translation>
    </message>
    <message>
        <source>“{name}” was merged into another {kind}.</source>
        <translation>„{name}“ wurde mit einem anderen Eintrag ({kind}) zusammengelegt.</translation>
    </message>
    <message>
        <source>There is already an {kind} of that name, “{name}”.</source>
        <translation>Einen Eintrag ({kind}) dieses Namens gibt es schon: „{name}“.</translation>
    </message>
    <message>
        <source>There is already an actor of the type {type} of that name, “{name}”.</source>
        <translation>Einen Akteur der Art {type} und dieses Namens gibt es schon: „{name}“.</translation>
    </message>
    <message>
        <source>Use it, or choose another name.</source>
        <translation>Ihn verwenden oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>“{name}” refers to an {kind} that is not in the registry, or to itself.</source>
        <translation>„{name}“ verweist auf einen Eintrag ({kind}), der nicht im Register steht, oder auf sich selbst.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Einen anderen wählen.</translation>
    </message>
    <message>
        <source>“{one}” already speaks for “{other}”, perhaps through others.</source>
        <translation>„{one}“ spricht schon für „{other}“, vielleicht über andere.</translation>
    </message>
    <message>
        <source>“{one}” is already part of “{other}”, perhaps through others.</source>
        <translation>„{one}“ gehört schon zu „{other}“, vielleicht über andere.</translation>
    </message>
    <message>
        <source>“{one}” was merged into “{other}”, perhaps through others.</source>
        <translation>„{one}“ wurde mit „{other}“ zusammengelegt, vielleicht über andere.</translation>
    </message>
    <message>
        <source>1 mark or {kind} refers to “{name}”.</source>
        <translation>Eine Markierung oder ein Eintrag ({kind}) verweist auf „{name}“.</translation>
    </message>
    <message>
        <source>{used} marks and {kind}s refer to “{name}”.</source>
        <translation>{used} Markierungen und Einträge ({kind}) verweisen auf „{name}“.</translation>
    </message>
    <message>
        <source>Merge it into another one instead.</source>
        <translation>Stattdessen mit einem anderen zusammenlegen.</translation>
    </message>
    <message>
        <source>1 raw file stays in the project; export with raw files to take it along.</source>
        <translation>1 Rohdatei bleibt im Projekt; mit Rohdateien exportieren, um sie mitzunehmen.</translation>
    </message>
    <message>
        <source>{files} raw files stay in the project; export with raw files to take them along.</source>
        <translation>{files} Rohdateien bleiben im Projekt; mit Rohdateien exportieren, um sie mitzunehmen.</translation>
    </message>
    <message>
        <source>{number} verdicts stay in the project.</source>
        <translation>{number} Entscheidungen bleiben im Projekt.</translation>
    </message>
    <message>
        <source>Choose a name that does not end in {ending}.</source>
        <translation>Einen Namen wählen, der nicht auf {ending} endet.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({strerror}).</source>
        <translation>{path} kann nicht geschrieben werden ({strerror}).</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>There is no annotator “{annotator}”.</source>
        <translation>Es gibt keinen Annotator „{annotator}“.</translation>
    </message>
    <message>
        <source>The project has: {names}.</source>
        <translation>Das Projekt hat: {names}.</translation>
    </message>
    <message>
        <source>The history of steps (undo) stays in the project.</source>
        <translation>Der Verlauf der Schritte (Rückgängig) bleibt im Projekt.</translation>
    </message>
    <message>
        <source>{path} is a folder.</source>
        <translation>{path} ist ein Ordner.</translation>
    </message>
    <message>
        <source>Name a file in it.</source>
        <translation>Eine Datei darin nennen.</translation>
    </message>
    <message>
        <source>{path} is the name of what goes with an export.</source>
        <translation>{path} ist der Name der Begleitdatei eines Exports.</translation>
    </message>
    <message>
        <source>There is no room for {path}; it was not written.</source>
        <translation>Für {path} ist kein Platz; es wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Platz schaffen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>1 verdict stays in the project.</source>
        <translation>1 Entscheidung bleibt im Projekt.</translation>
    </message>
    <message>
        <source>{target} is the project itself.</source>
        <translation>{target} ist das Projekt selbst.</translation>
    </message>
    <message>
        <source>{path} cannot be written: it is a folder or a device.</source>
        <translation>{path} kann nicht geschrieben werden: Es ist ein Ordner oder ein Gerät.</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>Der Export wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>In “{title}”: {message}</source>
        <translation>In „{title}“: {message}</translation>
    </message>
    <message>
        <source>An annotator is called “{name}”, as the layer of verdicts is.</source>
        <translation>Jemand heißt „{name}“ wie die Ebene der Entscheidungen.</translation>
    </message>
    <message>
        <source>Import the layer under another name first.</source>
        <translation>Die Ebene zuerst unter einem anderen Namen importieren.</translation>
    </message>
    <message>
        <source>“{name}” starts from this mark already in gold.</source>
        <translation>„{name}“ geht in Gold schon von dieser Markierung aus.</translation>
    </message>
    <message>
        <source>Re-open that verdict first.</source>
        <translation>Zuerst jene Entscheidung wieder öffnen.</translation>
    </message>
    <message>
        <source>Other decisions refer to “{quote}”.</source>
        <translation>Andere Entscheidungen beziehen sich auf „{quote}“.</translation>
    </message>
    <message>
        <source>Re-open those first: its statement, its relations.</source>
        <translation>Zuerst diese wieder öffnen: die Haltung, die Verknüpfungen.</translation>
    </message>
    <message>
        <source>This highlight is no longer there.</source>
        <translation>Diese Hervorhebung ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The name is longer than {most} characters.</source>
        <translation>Der Name ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Einen kürzeren wählen.</translation>
    </message>
    <message>
        <source>The list of highlights has changed.</source>
        <translation>Die Liste der Hervorhebungen hat sich geändert.</translation>
    </message>
    <message>
        <source>Look at it again.</source>
        <translation>Sie noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Import the .jsonl file that was exported with it; this one then comes along.</source>
        <translation>Die .jsonl-Datei importieren, die damit exportiert wurde; diese hier kommt dann mit.</translation>
    </message>
    <message>
        <source>there is no file to import in this folder.</source>
        <translation>in diesem Ordner ist keine Datei zum Importieren.</translation>
    </message>
    <message>
        <source>the file&apos;s name is not readable text.</source>
        <translation>der Name der Datei ist kein lesbarer Text.</translation>
    </message>
    <message>
        <source>Rename the file.</source>
        <translation>Die Datei umbenennen.</translation>
    </message>
    <message>
        <source>this is what goes with an export, not the readings.</source>
        <translation>das ist die Begleitdatei eines Exports, nicht die Lesarten.</translation>
    </message>
    <message>
        <source>“{name}” is “{other}” in this project.</source>
        <translation>„{name}“ heißt in diesem Projekt „{other}“.</translation>
    </message>
    <message>
        <source>{path}: its codebook {version} is not the project&apos;s; the project keeps its own.</source>
        <translation>{path}: Ihr Codebuch {version} ist nicht das des Projekts; das Projekt behält sein eigenes.</translation>
    </message>
    <message>
        <source>The project now has the codebook “{name}”, version {version}, of {path}.</source>
        <translation>Das Projekt hat nun das Codebuch „{name}“, Version {version}, aus {path}.</translation>
    </message>
    <message>
        <source>“{name}” refers to an entry of the registry that is not there.</source>
        <translation>„{name}“ verweist auf einen Eintrag des Registers, den es nicht gibt.</translation>
    </message>
    <message>
        <source>Export the file again, with its companion beside it.</source>
        <translation>Die Datei noch einmal exportieren, mit der Begleitdatei daneben.</translation>
    </message>
    <message>
        <source>“{name}” differs from the registry&apos;s “{other}”; the project keeps its own.</source>
        <translation>„{name}“ unterscheidet sich von „{other}“ im Register; das Projekt behält seinen Eintrag.</translation>
    </message>
    <message>
        <source>The highlight “{name}” differs from the project&apos;s; the project keeps its own.</source>
        <translation>Die Hervorhebung „{name}“ unterscheidet sich von der des Projekts; das Projekt behält seine.</translation>
    </message>
    <message>
        <source>This {kind} is no longer there.</source>
        <translation>Nicht mehr da: {kind}.</translation>
    </message>
    <message>
        <source>This verdict is no longer there.</source>
        <translation>Diese Entscheidung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Look at the article again.</source>
        <translation>Den Artikel noch einmal ansehen.</translation>
    </message>
    <message>
        <source>A mark that this refers to is no longer there.</source>
        <translation>Eine Markierung, auf die sich das bezieht, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>“{quote}”, which this refers to, is still open.</source>
        <translation>„{quote}“, worauf sich das bezieht, ist noch offen.</translation>
    </message>
    <message>
        <source>“{quote}”, which this refers to, was settled as nothing.</source>
        <translation>„{quote}“, worauf sich das bezieht, wurde als nichts entschieden.</translation>
    </message>
    <message>
        <source>This number lies between {low:g} and 1.</source>
        <translation>Diese Zahl liegt zwischen {low:g} und 1.</translation>
    </message>
    <message>
        <source>Type a threshold between them.</source>
        <translation>Eine Schwelle dazwischen eingeben.</translation>
    </message>
    <message>
        <source>Stopped; nothing was accepted.</source>
        <translation>Angehalten; nichts wurde angenommen.</translation>
    </message>
    <message>
        <source>The codebook has no entry {rule}.</source>
        <translation>Das Codebuch hat keinen Eintrag {rule}.</translation>
    </message>
    <message>
        <source>Choose one of its entries.</source>
        <translation>Einen seiner Einträge wählen.</translation>
    </message>
    <message>
        <source>The readings have changed since they were compared.</source>
        <translation>Die Lesarten haben sich seit dem Vergleich geändert.</translation>
    </message>
    <message>
        <source>There is nothing to decide on.</source>
        <translation>Hier ist nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>Choose a reading that has something here.</source>
        <translation>Eine Lesart wählen, die hier etwas hat.</translation>
    </message>
    <message>
        <source>An article has one value of a label.</source>
        <translation>Ein Artikel hat einen Wert je Label.</translation>
    </message>
    <message>
        <source>Accept one of them.</source>
        <translation>Einen davon annehmen.</translation>
    </message>
    <message>
        <source>The pattern is longer than {most:,} characters.</source>
        <translation>Das Muster ist länger als {most:,} Zeichen.</translation>
    </message>
    <message>
        <source>{what} {remedy}</source>
        <translation>{what} {remedy}</translation>
    </message>
    <message>
        <source>“{name}” matches more than {most:,} times; the rest is not shown.</source>
        <translation>„{name}“ passt mehr als {most:,} Mal; der Rest wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>This is no regular expression: {what}.</source>
        <translation>Das ist kein regulärer Ausdruck: {what}.</translation>
    </message>
    <message>
        <source>This is no regular expression at its end: {what}.</source>
        <translation>Der reguläre Ausdruck ist am Ende falsch: {what}.</translation>
    </message>
    <message>
        <source>This is no regular expression at character {place}: {what}.</source>
        <translation>Der reguläre Ausdruck ist bei Zeichen {place} falsch: {what}.</translation>
    </message>
    <message>
        <source>That is longer than {most:,} characters.</source>
        <translation>Das ist länger als {most:,} Zeichen.</translation>
    </message>
    <message>
        <source>The pattern took longer than {seconds:g} seconds over one article and was stopped.</source>
        <translation>Das Muster brauchte für einen Artikel länger als {seconds:g} Sekunden und wurde angehalten.</translation>
    </message>
    <message>
        <source>This {kind} is no longer in the project.</source>
        <translation>Nicht mehr im Projekt: {kind}.</translation>
    </message>
    <message>
        <source>The exchange folder {folder} is not there.</source>
        <translation>Der Austauschordner {folder} ist nicht da.</translation>
    </message>
    <message>
        <source>Connect it, or choose another.</source>
        <translation>Verbinden Sie ihn, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The exchange folder {folder} cannot be read ({strerror}).</source>
        <translation>Der Austauschordner {folder} lässt sich nicht lesen ({strerror}).</translation>
    </message>
    <message>
        <source>There is no such annotator.</source>
        <translation>Diese Person gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Look at the list of people.</source>
        <translation>Sehen Sie in der Liste der Personen nach.</translation>
    </message>
    <message>
        <source>“{name}” has nothing to read.</source>
        <translation>„{name}“ hat nichts zu lesen.</translation>
    </message>
    <message>
        <source>Plan the reading first, or hand out all articles.</source>
        <translation>Planen Sie zuerst, wer was liest, oder geben Sie alle Artikel aus.</translation>
    </message>
    <message>
        <source>Choose another name, or take it away.</source>
        <translation>Wählen Sie einen anderen Namen, oder räumen Sie die Datei weg.</translation>
    </message>
    <message>
        <source>The hand-out was cancelled; nothing was written.</source>
        <translation>Die Ausgabe wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The merge was cancelled; nothing was changed.</source>
        <translation>Das Zusammenführen wurde abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>it belongs to another project, “{name}”.</source>
        <translation>sie gehört zu einem anderen Projekt, „{name}“.</translation>
    </message>
    <message>
        <source>Merge it into that one, or export and import its work.</source>
        <translation>Führen Sie sie mit jenem zusammen, oder exportieren und importieren Sie ihre Arbeit.</translation>
    </message>
    <message>
        <source>this is the project itself.</source>
        <translation>das ist das Projekt selbst.</translation>
    </message>
    <message>
        <source>Choose what came back.</source>
        <translation>Wählen Sie, was zurückkam.</translation>
    </message>
    <message>
        <source>the article has another text here; the work stays in its file.</source>
        <translation>der Artikel hat hier einen anderen Text; die Arbeit bleibt in ihrer Datei.</translation>
    </message>
    <message>
        <source>both sides changed it; both are kept.</source>
        <translation>beide Seiten haben sie geändert; beide Fassungen sind aufgehoben.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>newer</source>
        <translation>neuer</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>older</source>
        <translation>älter</translation>
    </message>
    <message>
        <source>conflicting</source>
        <translation>widersprüchlich</translation>
    </message>
    <message>
        <source>cannot be placed</source>
        <translation>nicht unterzubringen</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>{file}, {annotator}: {parts}.</source>
        <translation>{file}, {annotator}: {parts}.</translation>
    </message>
    <message>
        <source>New article: “{title}”.</source>
        <translation>Neuer Artikel: „{title}“.</translation>
    </message>
    <message>
        <source>“{name}” is the registry&apos;s “{other}”.</source>
        <translation>„{name}“ ist „{other}“ im Verzeichnis.</translation>
    </message>
    <message>
        <source>New in the registry: “{name}”, from {who}; look at it.</source>
        <translation>Neu im Verzeichnis: „{name}“, von {who}; sehen Sie es an.</translation>
    </message>
    <message>
        <source>“{name}” has other details with {who}; the project keeps its own.</source>
        <translation>„{name}“ hat bei {who} andere Angaben; das Projekt behält seine eigenen.</translation>
    </message>
    <message>
        <source>“{title}” by {annotator}: {why}</source>
        <translation>„{title}“ von {annotator}: {why}</translation>
    </message>
    <message>
        <source>Ask for it again; nothing was changed.</source>
        <translation>Lassen Sie sie sich noch einmal schicken; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>this is no package of Stancemark.</source>
        <translation>das ist kein Paket von Stancemark.</translation>
    </message>
    <message>
        <source>it is not as it was sent: its content was altered.</source>
        <translation>sie ist nicht, wie sie abgeschickt wurde: der Inhalt wurde verändert.</translation>
    </message>
    <message>
        <source>it is cut off or damaged.</source>
        <translation>sie ist abgeschnitten oder beschädigt.</translation>
    </message>
    <message>
        <source>it is not as it was sent: its length is another.</source>
        <translation>sie ist nicht, wie sie abgeschickt wurde: die Länge ist eine andere.</translation>
    </message>
    <message>
        <source>it was made by a newer version of Stancemark.</source>
        <translation>sie wurde mit einer neueren Version von Stancemark gemacht.</translation>
    </message>
    <message>
        <source>Install the newer version; nothing was changed.</source>
        <translation>Installieren Sie die neuere Version; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Each article needs a reader.</source>
        <translation>Jeder Artikel braucht jemanden, der ihn liest.</translation>
    </message>
    <message>
        <source>Choose one or more.</source>
        <translation>Einen oder mehrere wählen.</translation>
    </message>
    <message>
        <source>{readers} readers of an article were asked for, and there are {number}.</source>
        <translation>Verlangt wurden {readers} Lesende je Artikel, da sind {number}.</translation>
    </message>
    <message>
        <source>Add annotators, or ask for fewer.</source>
        <translation>Annotatoren hinzufügen oder weniger verlangen.</translation>
    </message>
    <message>
        <source>The part that more are to read has no more readers than the rest.</source>
        <translation>Der Teil, den mehr lesen sollen, hat nicht mehr Lesende als der Rest.</translation>
    </message>
    <message>
        <source>Choose a higher number.</source>
        <translation>Eine höhere Zahl wählen.</translation>
    </message>
    <message>
        <source>A share lies between 0 and 1.</source>
        <translation>Ein Anteil liegt zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>Type one between them.</source>
        <translation>Einen dazwischen eingeben.</translation>
    </message>
    <message>
        <source>What somebody is to read must be more than nothing.</source>
        <translation>Was jemand lesen soll, muss mehr als nichts sein.</translation>
    </message>
    <message>
        <source>Leave them out instead.</source>
        <translation>Stattdessen weglassen.</translation>
    </message>
    <message>
        <source>Only a lead can settle which version stands.</source>
        <translation>Nur eine Leitung kann entscheiden, welche Fassung gilt.</translation>
    </message>
    <message>
        <source>Ask a lead.</source>
        <translation>Fragen Sie eine Leitung.</translation>
    </message>
    <message>
        <source>This version is no longer kept.</source>
        <translation>Diese Fassung ist nicht mehr aufgehoben.</translation>
    </message>
    <message>
        <source>{whose}: codebook version {version} is not one of the project&apos;s; labels are kept as they are.</source>
        <translation>{whose}: Codebuch-Version {version} ist keine des Projekts; die Labels bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>{whose}: the label {label} is not in the project&apos;s codebook.</source>
        <translation>{whose}: Das Label {label} steht nicht im Codebuch des Projekts.</translation>
    </message>
    <message>
        <source>it has no fragment</source>
        <translation>sie hat keinen Teil</translation>
    </message>
    <message>
        <source>it ends at {last}, after the end of the text ({length})</source>
        <translation>sie endet bei {last}, nach dem Ende des Textes ({length})</translation>
    </message>
    <message>
        <source>fragment {start}–{end} is empty</source>
        <translation>der Teil {start}–{end} ist leer</translation>
    </message>
    <message>
        <source>fragment {start}–{end} begins before the text</source>
        <translation>der Teil {start}–{end} beginnt vor dem Text</translation>
    </message>
    <message>
        <source>fragment {start}–{end} overlaps the one before it or is out of order</source>
        <translation>der Teil {start}–{end} überschneidet sich mit dem vorigen oder steht nicht in der Reihenfolge</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>Select the passages that mean someone else.</source>
        <translation>Die Stellen auswählen, die jemand anderen meinen.</translation>
    </message>
    <message>
        <source>There is nothing to merge.</source>
        <translation>Es gibt nichts zusammenzulegen.</translation>
    </message>
    <message>
        <source>Choose an entry of the list.</source>
        <translation>Einen Eintrag der Liste wählen.</translation>
    </message>
    <message>
        <source>One of them is not in the registry.</source>
        <translation>Einer davon ist nicht im Register.</translation>
    </message>
    <message>
        <source>“{name}” cannot be merged into itself.</source>
        <translation>„{name}“ kann nicht mit sich selbst zusammengelegt werden.</translation>
    </message>
    <message>
        <source>Merge into “{name}” instead.</source>
        <translation>Stattdessen mit „{name}“ zusammenlegen.</translation>
    </message>
    <message>
        <source>“{name}” was itself merged.</source>
        <translation>„{name}“ wurde selbst zusammengelegt.</translation>
    </message>
    <message>
        <source>The passages name “{name}” already.</source>
        <translation>Die Stellen nennen schon „{name}“.</translation>
    </message>
    <message>
        <source>One of the passages is no longer there.</source>
        <translation>Eine der Stellen ist nicht mehr da.</translation>
    </message>
    <message>
        <source>One of the passages names another entry by now.</source>
        <translation>Eine der Stellen nennt inzwischen einen anderen Eintrag.</translation>
    </message>
    <message>
        <source>The codebook has no label {label}.</source>
        <translation>Das Codebuch hat kein Label {label}.</translation>
    </message>
    <message>
        <source>Choose one of its labels.</source>
        <translation>Eines seiner Labels wählen.</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>Nirgends ist ein Häkchen.</translation>
    </message>
    <message>
        <source>Tick at least one place.</source>
        <translation>Mindestens ein Häkchen setzen.</translation>
    </message>
    <message>
        <source>One of the articles is not in the project.</source>
        <translation>Einer der Artikel ist nicht im Projekt.</translation>
    </message>
    <message>
        <source>Search again.</source>
        <translation>Noch einmal suchen.</translation>
    </message>
    <message>
        <source>“{quote}” does not stand at {start}–{end} of the text.</source>
        <translation>„{quote}“ steht nicht an {start}–{end} des Textes.</translation>
    </message>
    <message>
        <source>“{quote}” at {start}–{end} is marked as {name} already.</source>
        <translation>„{quote}“ an {start}–{end} ist schon als {name} markiert.</translation>
    </message>
    <message>
        <source>Untick it.</source>
        <translation>Das Häkchen wegnehmen.</translation>
    </message>
    <message>
        <source>A {name} may not overlap another one (“{quote}”).</source>
        <translation>Markierungen als {name} dürfen einander nicht überschneiden („{quote}“).</translation>
    </message>
    <message>
        <source>“{quote}” is ticked twice, or overlaps another tick.</source>
        <translation>„{quote}“ hat zwei Häkchen oder überschneidet sich mit einem anderen.</translation>
    </message>
    <message>
        <source>Untick one.</source>
        <translation>Ein Häkchen wegnehmen.</translation>
    </message>
    <message>
        <source>this import</source>
        <translation>dieser Import</translation>
    </message>
    <message>
        <source>the project</source>
        <translation>das Projekt</translation>
    </message>
    <message>
        <source>{path}, line {number}: {where} has another version of this layer of “{title}”; it was kept.</source>
        <translation>{path}, Zeile {number}: {where} hat eine andere Fassung dieser Ebene von „{title}“; sie wurde behalten.</translation>
    </message>
    <message>
        <source>a mark refers to {stranger}, which is no actor</source>
        <translation>eine Markierung verweist auf {stranger}, das ist kein Akteur</translation>
    </message>
    <message>
        <source>two notes have the same id</source>
        <translation>zwei Notizen haben dieselbe Kennung</translation>
    </message>
    <message>
        <source>the article {id} is in the project with another text.</source>
        <translation>der Artikel {id} ist mit einem anderen Text im Projekt.</translation>
    </message>
    <message>
        <source>A text never changes after import; give the article another id.</source>
        <translation>Ein Text ändert sich nach dem Import nie; dem Artikel eine andere Kennung geben.</translation>
    </message>
    <message>
        <source>{path}: the label {label} is not in the project&apos;s codebook.</source>
        <translation>{path}: Das Label {label} steht nicht im Codebuch des Projekts.</translation>
    </message>
    <message>
        <source>the stance {id} has a target ({kind}) that is not there</source>
        <translation>die Haltung {id} hat ein Ziel ({kind}), das es nicht gibt</translation>
    </message>
    <message>
        <source>Correct the line, or export it again.</source>
        <translation>Die Zeile berichtigen oder noch einmal exportieren.</translation>
    </message>
    <message>
        <source>An annotator needs a name.</source>
        <translation>Ein Annotator braucht einen Namen.</translation>
    </message>
    <message>
        <source>{name} cannot be “{value}”.</source>
        <translation>{name} kann nicht „{value}“ sein.</translation>
    </message>
    <message>
        <source>Choose one of: {values}.</source>
        <translation>Eines wählen von: {values}.</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>Die Notiz ist leer.</translation>
    </message>
    <message>
        <source>Type something.</source>
        <translation>Etwas eingeben.</translation>
    </message>
    <message>
        <source>This note is an answer.</source>
        <translation>Diese Notiz ist eine Antwort.</translation>
    </message>
    <message>
        <source>Ask in a note of its own.</source>
        <translation>In einer eigenen Notiz fragen.</translation>
    </message>
    <message>
        <source>This question is no longer there.</source>
        <translation>Diese Frage ist nicht mehr da.</translation>
    </message>
    <message>
        <source>This note is an answer itself.</source>
        <translation>Diese Notiz ist selbst eine Antwort.</translation>
    </message>
    <message>
        <source>Answer the question.</source>
        <translation>Die Frage beantworten.</translation>
    </message>
    <message>
        <source>The selection {start}–{end} is not inside the text.</source>
        <translation>Die Auswahl {start}–{end} liegt nicht im Text.</translation>
    </message>
    <message>
        <source>Select some words first.</source>
        <translation>Erst Wörter auswählen.</translation>
    </message>
    <message>
        <source>There is nothing but blanks in the selection.</source>
        <translation>In der Auswahl ist nichts als Leerraum.</translation>
    </message>
    <message>
        <source>The span cannot be there: {fault}.</source>
        <translation>Die Markierung kann dort nicht stehen: {fault}.</translation>
    </message>
    <message>
        <source>Select other words.</source>
        <translation>Andere Wörter wählen.</translation>
    </message>
    <message>
        <source>The codebook has no relation {label}.</source>
        <translation>Das Codebuch hat keine Verknüpfung {label}.</translation>
    </message>
    <message>
        <source>Choose one of its relations.</source>
        <translation>Eine seiner Verknüpfungen wählen.</translation>
    </message>
    <message>
        <source>A {name} is not linked to an actor.</source>
        <translation>{name} wird nicht mit einem Akteur verknüpft.</translation>
    </message>
    <message>
        <source>Select a mention.</source>
        <translation>Eine Nennung wählen.</translation>
    </message>
    <message>
        <source>This actor is not in the registry.</source>
        <translation>Dieser Akteur ist nicht im Register.</translation>
    </message>
    <message>
        <source>Choose another, or add it.</source>
        <translation>Einen anderen wählen oder ihn hinzufügen.</translation>
    </message>
    <message>
        <source>The codebook has no attribute {key} for this label.</source>
        <translation>Das Codebuch hat für dieses Label kein Merkmal {key}.</translation>
    </message>
    <message>
        <source>Choose one of its attributes.</source>
        <translation>Eines seiner Merkmale wählen.</translation>
    </message>
    <message>
        <source>“{name}” goes from {head} to {tails}.</source>
        <translation>„{name}“ geht von {head} zu {tails}.</translation>
    </message>
    <message>
        <source>Select such a pair of marks.</source>
        <translation>Ein solches Paar von Markierungen wählen.</translation>
    </message>
    <message>
        <source>These two marks are linked already.</source>
        <translation>Diese beiden Markierungen sind schon verknüpft.</translation>
    </message>
    <message>
        <source>“{name}” would go round in a circle.</source>
        <translation>„{name}“ würde einen Kreis bilden.</translation>
    </message>
    <message>
        <source>Select another mark.</source>
        <translation>Eine andere Markierung wählen.</translation>
    </message>
    <message>
        <source>These words are marked as {name} already.</source>
        <translation>Diese Wörter sind schon als {name} markiert.</translation>
    </message>
    <message>
        <source>Move one.</source>
        <translation>Eine davon verschieben.</translation>
    </message>
    <message>
        <source>{name} cannot be “{one}”.</source>
        <translation>{name} kann nicht „{one}“ sein.</translation>
    </message>
    <message>
        <source>A holder is an actor, the author, or unnamed.</source>
        <translation>Ein Träger ist ein Akteur, der Autor oder ungenannt.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Einen davon wählen.</translation>
    </message>
    <message>
        <source>The {kind} that the stance is about is not there.</source>
        <translation>Das Ziel der Haltung ({kind}) gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose another target.</source>
        <translation>Ein anderes Ziel wählen.</translation>
    </message>
    <message>
        <source>The stance has no evidence in the text: {fault}.</source>
        <translation>Die Haltung hat keinen Beleg im Text: {fault}.</translation>
    </message>
    <message>
        <source>Select the passage that shows it.</source>
        <translation>Die Stelle auswählen, die sie zeigt.</translation>
    </message>
    <message>
        <source>Supranational</source>
        <translation>Supranational</translation>
    </message>
    <message>
        <source>No country</source>
        <translation>Kein Land</translation>
    </message>
    <message>
        <source>“{value}” is no date; write 2026, 2026-01 or 2026-01-05..2026-02</source>
        <translation>„{value}“ ist kein Datum; richtig ist 2026, 2026-01 oder 2026-01-05..2026-02</translation>
    </message>
    <message>
        <source>“{value}” is no status; there are {statuses}</source>
        <translation>„{value}“ ist kein Status; es gibt {statuses}</translation>
    </message>
    <message>
        <source>To look for the sign itself, put a \ before it.</source>
        <translation>Soll das Zeichen selbst gesucht werden, ein \ davorsetzen.</translation>
    </message>
    <message>
        <source>“{name}” was stopped after {seconds}: its pattern tries too many ways to match. Make the pattern simpler.</source>
        <translation>„{name}“ wurde nach {seconds} angehalten: Das Muster probiert zu viele Möglichkeiten durch. Das Muster einfacher schreiben.</translation>
    </message>
    <message>
        <source>The pattern is wrong at sign {place}, “{pattern}”: {what}.</source>
        <translation>Das Muster ist falsch bei Zeichen {place}, „{pattern}“: {what}.</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 Sekunde</translation>
    </message>
    <message>
        <source>{number:g} seconds</source>
        <translation>{number:g} Sekunden</translation>
    </message>
    <message>
        <source>There is no pattern.</source>
        <translation>Es gibt kein Muster.</translation>
    </message>
    <message>
        <source>Type a word or a regular expression.</source>
        <translation>Ein Wort oder einen regulären Ausdruck eingeben.</translation>
    </message>
    <message>
        <source>Make several highlights of it.</source>
        <translation>Mehrere Hervorhebungen daraus machen.</translation>
    </message>
    <message>
        <source>The pattern cannot be used: it is nested too deep, or counts too far.</source>
        <translation>Das Muster lässt sich nicht verwenden: Es ist zu tief verschachtelt oder zählt zu weit.</translation>
    </message>
    <message>
        <source>The pattern is not finished: {what}, at its end.</source>
        <translation>Das Muster ist nicht fertig: {what}, am Ende.</translation>
    </message>
    <message>
        <source>Make it simpler.</source>
        <translation>Es einfacher schreiben.</translation>
    </message>
    <message>
        <source>Put a \ before a sign that is meant as it is.</source>
        <translation>Vor ein Zeichen, das für sich selbst steht, ein \ setzen.</translation>
    </message>
    <message>
        <source>There is nothing to look for yet.</source>
        <translation>Es gibt noch nichts zu suchen.</translation>
    </message>
    <message>
        <source>Type a pattern.</source>
        <translation>Ein Muster eingeben.</translation>
    </message>
    <message>
        <source>Look for less.</source>
        <translation>Nach weniger suchen.</translation>
    </message>
    <message>
        <source>Type some words.</source>
        <translation>Einige Wörter eingeben.</translation>
    </message>
    <message>
        <source>This regular expression is too large.</source>
        <translation>Dieser reguläre Ausdruck ist zu groß.</translation>
    </message>
    <message>
        <source>Write it more simply.</source>
        <translation>Einfacher schreiben.</translation>
    </message>
    <message>
        <source>A repetition inside a repetition, as in (a+)+, is the usual reason; write it more simply.</source>
        <translation>Meist liegt es an einer Wiederholung in einer Wiederholung, wie in (a+)+; es einfacher schreiben.</translation>
    </message>
    <message>
        <source>No backup of {project} could be made: the folder {target} cannot be made ({strerror}).</source>
        <translation>Von {project} ließ sich keine Sicherung machen: Der Ordner {target} kann nicht angelegt werden ({strerror}).</translation>
    </message>
    <message>
        <source>Give the folder write permission, or back up to another place.</source>
        <translation>Dem Ordner Schreibrechte geben oder an einem anderen Ort sichern.</translation>
    </message>
    <message>
        <source>The backup was cancelled.</source>
        <translation>Die Sicherung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>{project} is damaged, so no backup of it was made.</source>
        <translation>{project} ist beschädigt, darum wurde keine Sicherung gemacht.</translation>
    </message>
    <message>
        <source>The earlier backups are kept.</source>
        <translation>Die früheren Sicherungen bleiben.</translation>
    </message>
    <message>
        <source>No backup could be written to {path} ({error}).</source>
        <translation>Nach {path} ließ sich keine Sicherung schreiben ({error}).</translation>
    </message>
    <message>
        <source>No backup could be written to {path} ({strerror}).</source>
        <translation>Nach {path} ließ sich keine Sicherung schreiben ({strerror}).</translation>
    </message>
    <message>
        <source>There is no room for a backup at {parent}.</source>
        <translation>Für eine Sicherung in {parent} ist kein Platz.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>“{step}” cannot be taken back: what came with it has been worked on since.</source>
        <translation>„{step}“ lässt sich nicht zurücknehmen: An dem, was damit kam, wurde seither gearbeitet.</translation>
    </message>
    <message>
        <source>“{step}” cannot be {done}: the codebook no longer has {place}.</source>
        <translation>„{step}“ kann nicht {done} werden: Im Codebuch gibt es {place} nicht mehr.</translation>
    </message>
    <message>
        <source>“{step}” cannot be {done}: it does not fit with other work done since.</source>
        <translation>„{step}“ kann nicht {done} werden: Es passt nicht zu anderer Arbeit, die seither getan wurde.</translation>
    </message>
    <message>
        <source>Take back that work first.</source>
        <translation>Erst diese Arbeit zurücknehmen.</translation>
    </message>
    <message>
        <source>{what} ({number:,})</source>
        <translation>{what} ({number:,})</translation>
    </message>
    <message>
        <source>Look at the list.</source>
        <translation>Sehen Sie in der Liste nach.</translation>
    </message>
    <message>
        <source>{path} is there already, and not empty.</source>
        <translation>{path} ist schon da und nicht leer.</translation>
    </message>
    <message>
        <source>Name a new folder.</source>
        <translation>Nennen Sie einen neuen Ordner.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s) (waits|wait) to be settled: Team, Settle versions.</source>
        <translation>
            <numerusform>%Ln Ebene wartet auf eine Klärung: Team, Fassungen klären.</numerusform>
            <numerusform>%Ln Ebenen warten auf eine Klärung: Team, Fassungen klären.</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan reading</source>
        <translation>Lesen planen</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Conversations on whole articles (JSON lines)</source>
        <translation>Gespräche über ganze Artikel (JSON Lines)</translation>
    </message>
    <message>
        <source>Data set for the Hugging Face Hub (folder)</source>
        <translation>Datensatz für den Hugging Face Hub (Ordner)</translation>
    </message>
    <message>
        <source>Gold that is not done was left out.</source>
        <translation>Gold, das nicht abgeschlossen ist, blieb weg.</translation>
    </message>
    <message>
        <source>Articles that none of those who count has finished were left out.</source>
        <translation>Artikel, die niemand von denen abgeschlossen hat, die zählen, blieben weg.</translation>
    </message>
    <message>
        <source>Every annotator’s layer.</source>
        <translation>Die Ebene jedes Annotators.</translation>
    </message>
    <message>
        <source>Gold, where it is done.</source>
        <translation>Gold, wo es abgeschlossen ist.</translation>
    </message>
    <message>
        <source>One layer of what more than half of the readers marked who finished the article; in each field what most of them say, and nothing on a tie.</source>
        <translation>Eine Ebene aus dem, was mehr als die Hälfte derer markiert hat, die den Artikel abgeschlossen haben; in jedem Feld, was die meisten sagen, und nichts bei Gleichstand.</translation>
    </message>
    <message>
        <source>One layer of what anybody marked who finished the article, with the share of those who did; in each field what most of them say.</source>
        <translation>Eine Ebene aus dem, was irgendjemand markiert hat, der den Artikel abgeschlossen hat, mit dem Anteil derer, die es taten; in jedem Feld, was die meisten sagen.</translation>
    </message>
    <message>
        <source>Learning with disagreements, 2023 (JSON)</source>
        <translation>Lernen mit Uneinigkeit, 2023 (JSON)</translation>
    </message>
    <message>
        <source>Marks of less than a majority of the readers were left out.</source>
        <translation>Markierungen von weniger als der Mehrheit der Lesenden blieben weg.</translation>
    </message>
    <message>
        <source>As many readers say one thing as another of these marks; what the first of them says was taken.</source>
        <translation>Bei diesen Markierungen sagen gleich viele das eine wie das andere; genommen wurde, was der Erste von ihnen sagt.</translation>
    </message>
    <message>
        <source>As many readers say one polarity as another; these statements count as undecided.</source>
        <translation>Gleich viele sagen die eine Polarität wie die andere; diese Haltungen gelten als unentschieden.</translation>
    </message>
    <message>
        <source>As many readers say one actor as another; these marks mention none.</source>
        <translation>Gleich viele sagen den einen Akteur wie den anderen; diese Markierungen nennen keinen.</translation>
    </message>
    <message>
        <source>As many readers say one thing as another in a detail of these marks; the detail was left out.</source>
        <translation>Gleich viele sagen in einer Einzelheit dieser Markierungen das eine wie das andere; die Einzelheit blieb weg.</translation>
    </message>
    <message>
        <source>Links and statements about marks that were left out were left out too.</source>
        <translation>Verknüpfungen und Haltungen zu Markierungen, die wegblieben, blieben auch weg.</translation>
    </message>
    <message>
        <source>As many readers say one label as another; these marks were left out.</source>
        <translation>Gleich viele sagen das eine Label wie das andere; diese Markierungen blieben weg.</translation>
    </message>
    <message>
        <source>As many readers say one holder as another; these statements were left out.</source>
        <translation>Gleich viele sagen den einen Träger wie den anderen; diese Haltungen blieben weg.</translation>
    </message>
    <message>
        <source>As many readers say one target as another; these statements were left out.</source>
        <translation>Gleich viele sagen das eine Ziel wie das andere; diese Haltungen blieben weg.</translation>
    </message>
    <message>
        <source>As many readers say one polarity as another; these statements were left out.</source>
        <translation>Gleich viele sagen die eine Polarität wie die andere; diese Haltungen blieben weg.</translation>
    </message>
    <message>
        <source>As many readers say one value as another; these labels of articles were left out.</source>
        <translation>Gleich viele sagen den einen Wert wie den anderen; diese Labels von Artikeln blieben weg.</translation>
    </message>
    <message>
        <source>As many readers say one end as another; these links were left out.</source>
        <translation>Gleich viele sagen das eine Ende wie das andere; diese Verknüpfungen blieben weg.</translation>
    </message>
    <message>
        <source>Stance as inference: premise and hypothesis (JSON lines)</source>
        <translation>Haltung als Schluss (JSON Lines)</translation>
    </message>
    <message>
        <source>Statements of mixed polarity have no place in this format.</source>
        <translation>Haltungen gemischter Polarität haben in diesem Format keinen Platz.</translation>
    </message>
    <message>
        <source>Table of marks (Parquet)</source>
        <translation>Tabelle der Markierungen (Parquet)</translation>
    </message>
    <message>
        <source>Parquet files need the package pyarrow, which is not installed.</source>
        <translation>Parquet-Dateien brauchen das Paket pyarrow, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>Install it: pip install &apos;stancemark[formats]&apos;.</source>
        <translation>Installieren: pip install &apos;stancemark[formats]&apos;.</translation>
    </message>
    <message>
        <source>Prompts and completions on stance (JSON lines)</source>
        <translation>Eingaben und Antworten zur Haltung (JSON Lines)</translation>
    </message>
    <message>
        <source>Ratings, a row for each reader (JSON lines)</source>
        <translation>Bewertungen, eine Zeile je Leser (JSON Lines)</translation>
    </message>
    <message>
        <source>Links between spans (JSON lines)</source>
        <translation>Verknüpfungen von Textstellen (JSON Lines)</translation>
    </message>
    <message>
        <source>the view is new</source>
        <translation>die Ansicht ist neu</translation>
    </message>
    <message>
        <source>left out before: {why}</source>
        <translation>blieb zuvor weg: {why}</translation>
    </message>
    <message>
        <source>the article is new</source>
        <translation>der Artikel ist neu</translation>
    </message>
    <message>
        <source>marked since</source>
        <translation>seither markiert</translation>
    </message>
    <message>
        <source>the view is gone</source>
        <translation>die Ansicht ist weg</translation>
    </message>
    <message>
        <source>left out now: {why}</source>
        <translation>bleibt jetzt weg: {why}</translation>
    </message>
    <message>
        <source>the article is gone</source>
        <translation>der Artikel ist weg</translation>
    </message>
    <message>
        <source>the mark is gone</source>
        <translation>die Markierung ist weg</translation>
    </message>
    <message>
        <source>other options</source>
        <translation>andere Einstellungen</translation>
    </message>
    <message>
        <source>other layers</source>
        <translation>andere Ebenen</translation>
    </message>
    <message>
        <source>the codebook changed</source>
        <translation>das Codebuch hat sich geändert</translation>
    </message>
    <message>
        <source>labelled otherwise</source>
        <translation>anders ausgezeichnet</translation>
    </message>
    <message>
        <source>in another part</source>
        <translation>in einem anderen Teil</translation>
    </message>
    <message>
        <source>marked otherwise</source>
        <translation>anders markiert</translation>
    </message>
    <message>
        <source>Name the folder of a data set that `stancemark dataset` wrote.</source>
        <translation>Den Ordner eines Datensatzes nennen, den `stancemark dataset` geschrieben hat.</translation>
    </message>
    <message>
        <source>Write the data set again.</source>
        <translation>Den Datensatz noch einmal schreiben.</translation>
    </message>
    <message>
        <source>it cannot be read ({strerror}).</source>
        <translation>sie ist nicht lesbar ({strerror}).</translation>
    </message>
    <message>
        <source>it is no manifest of a data set.</source>
        <translation>sie ist kein Manifest eines Datensatzes.</translation>
    </message>
    <message>
        <source>it names a file outside its folder.</source>
        <translation>sie nennt eine Datei außerhalb ihres Ordners.</translation>
    </message>
    <message>
        <source>this file is not there.</source>
        <translation>diese Datei ist nicht da.</translation>
    </message>
    <message>
        <source>it is no JSON.</source>
        <translation>sie ist kein JSON.</translation>
    </message>
    <message>
        <source>{place} is not as it should be.</source>
        <translation>{place} ist nicht, wie es sein sollte.</translation>
    </message>
    <message>
        <source>this is no row of a data set.</source>
        <translation>dies ist keine Zeile eines Datensatzes.</translation>
    </message>
    <message>
        <source>Relations have no place in this format.</source>
        <translation>Verknüpfungen haben in diesem Format keinen Platz.</translation>
    </message>
    <message>
        <source>Layers that are not done have no row: nobody knows what is missing in them.</source>
        <translation>Ebenen, die nicht abgeschlossen sind, haben keine Zeile: Niemand weiß, was in ihnen fehlt.</translation>
    </message>
    <message>
        <source>It is in no part of the split.</source>
        <translation>Er ist in keinem Teil der Aufteilung.</translation>
    </message>
    <message>
        <source>Soft labels (JSON lines)</source>
        <translation>Weiche Labels (JSON Lines)</translation>
    </message>
    <message>
        <source>Gold is nobody’s rating; it was left out.</source>
        <translation>Gold ist niemandes Urteil; es blieb weg.</translation>
    </message>
    <message>
        <source>Spans by characters (JSON lines)</source>
        <translation>Textstellen nach Zeichen (JSON Lines)</translation>
    </message>
    <message>
        <source>The day it was published is not known.</source>
        <translation>Der Tag, an dem er erschien, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It is for calibration, and would have to be in test.</source>
        <translation>Er dient der Kalibrierung und müsste in den Test.</translation>
    </message>
    <message>
        <source>There are fewer days of publication than parts.</source>
        <translation>Es gibt weniger Erscheinungstage als Teile.</translation>
    </message>
    <message>
        <source>Choose another way to split, or fewer parts.</source>
        <translation>Anders aufteilen oder weniger Teile wählen.</translation>
    </message>
    <message>
        <source>Stance pairs (JSON lines)</source>
        <translation>Haltungspaare (JSON Lines)</translation>
    </message>
    <message>
        <source>Statements whose polarity could not be decided were left out.</source>
        <translation>Haltungen, deren Polarität nicht zu entscheiden war, blieben weg.</translation>
    </message>
    <message>
        <source>Tokens with BIO tags (JSON lines)</source>
        <translation>Tokens mit BIO-Tags (JSON Lines)</translation>
    </message>
    <message>
        <source>Spans that others cover are only in the layers, not in the tags.</source>
        <translation>Stellen, die andere verdecken, stehen nur in den Schichten, nicht in den Tags.</translation>
    </message>
    <message>
        <source>Which pieces belong to one span has no place in tags.</source>
        <translation>Welche Stücke zu einer Stelle gehören, hat in Tags keinen Platz.</translation>
    </message>
    <message>
        <source>Triples of holder, polarity and target (JSON lines)</source>
        <translation>Tripel aus Träger, Polarität und Ziel (JSON Lines)</translation>
    </message>
    <message>
        <source>Statements of unnamed holders have no place in this format.</source>
        <translation>Haltungen ungenannter Träger haben in diesem Format keinen Platz.</translation>
    </message>
    <message>
        <source>The file may be cut off or damaged; get it again.</source>
        <translation>Die Datei ist vielleicht abgeschnitten oder beschädigt; noch einmal besorgen.</translation>
    </message>
    <message>
        <source>it would unpack to {size:,} bytes, far more than such a file has.</source>
        <translation>sie würde entpackt {size:,} Bytes groß, weit mehr, als eine solche Datei hat.</translation>
    </message>
    <message>
        <source>Do not open it, unless you know where it comes from.</source>
        <translation>Nicht öffnen, außer Sie wissen, woher sie kommt.</translation>
    </message>
    <message>
        <source>it is locked with a password.</source>
        <translation>sie ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
        <source>Save it without one.</source>
        <translation>Ohne Passwort speichern.</translation>
    </message>
    <message>
        <source>it cannot be unpacked.</source>
        <translation>sie lässt sich nicht entpacken.</translation>
    </message>
    <message>
        <source>“{name}” in it is damaged.</source>
        <translation>„{name}“ darin ist beschädigt.</translation>
    </message>
    <message>
        <source>lines {lines} and more</source>
        <translation>Zeilen {lines} und weitere</translation>
    </message>
    <message>
        <source>lines {lines}</source>
        <translation>Zeilen {lines}</translation>
    </message>
    <message>
        <source>line {lines}</source>
        <translation>Zeile {lines}</translation>
    </message>
    <message>
        <source>Rows without a text were left out: {number} ({lines}).</source>
        <translation>Zeilen ohne Text blieben weg: {number} ({lines}).</translation>
    </message>
    <message>
        <source>Dates that could not be told, or that could be two dates, are kept as they stand under “meta”: {number} ({lines}). Write dates as 2024-03-05.</source>
        <translation>Daten, die nicht zu erkennen sind oder zwei Tage meinen können, stehen unverändert unter „meta“: {number} ({lines}). Schreiben Sie Daten als 2024-03-05.</translation>
    </message>
    <message>
        <source>Texts with HTML in them were turned into plain text: {number} ({lines}).</source>
        <translation>Texte mit HTML darin wurden zu reinem Text: {number} ({lines}).</translation>
    </message>
    <message>
        <source>brat (folder of .txt and .ann)</source>
        <translation>brat (Ordner mit .txt und .ann)</translation>
    </message>
    <message>
        <source>{number} texts without a .ann file were left out: {names}.</source>
        <translation>{number} Texte ohne .ann-Datei blieben weg: {names}.</translation>
    </message>
    <message>
        <source>there is no text with a .ann file in it.</source>
        <translation>darin ist kein Text mit einer .ann-Datei.</translation>
    </message>
    <message>
        <source>Name the folder that has them.</source>
        <translation>Den Ordner nennen, in dem sie liegen.</translation>
    </message>
    <message>
        <source>this line is not as it was written.</source>
        <translation>diese Zeile ist nicht, wie sie geschrieben wurde.</translation>
    </message>
    <message>
        <source>a name in this folder is not readable text.</source>
        <translation>ein Name in diesem Ordner ist kein lesbarer Text.</translation>
    </message>
    <message>
        <source>the text of these marks, {name}, is not beside them.</source>
        <translation>der Text zu diesen Markierungen, {name}, liegt nicht daneben.</translation>
    </message>
    <message>
        <source>Put it there, or leave this file out.</source>
        <translation>Dorthin legen oder diese Datei weglassen.</translation>
    </message>
    <message>
        <source>the last line ends before its words do.</source>
        <translation>die letzte Zeile endet vor ihren Wörtern.</translation>
    </message>
    <message>
        <source>this is no line as brat writes it: “{line}”.</source>
        <translation>so schreibt brat keine Zeile: „{line}“.</translation>
    </message>
    <message>
        <source>The file may be cut off; look for the full copy.</source>
        <translation>Die Datei ist vielleicht abgeschnitten; die vollständige suchen.</translation>
    </message>
    <message>
        <source>the id {id} is there twice.</source>
        <translation>die Kennung {id} kommt zweimal vor.</translation>
    </message>
    <message>
        <source>{file}: {words}.</source>
        <translation>{file}: {words}.</translation>
    </message>
    <message>
        <source>what several events on the same words say of themselves stands on one span</source>
        <translation>was mehrere Ereignisse auf denselben Wörtern von sich sagen, steht an einer Stelle</translation>
    </message>
    <message>
        <source>{name}: what it is about ({id}) is not there</source>
        <translation>{name}: Worum es geht ({id}), ist nicht da</translation>
    </message>
    <message>
        <source>the relation “{label}” ({id}) lacks one of its ends</source>
        <translation>der Verknüpfung „{label}“ ({id}) fehlt ein Ende</translation>
    </message>
    <message>
        <source>Of labels only letters, digits, _ and - were written, as brat has it; other signs became _.</source>
        <translation>Von Labels wurden nur Buchstaben, Ziffern, _ und - geschrieben, wie brat sie hat; andere Zeichen wurden zu _.</translation>
    </message>
    <message>
        <source>Attributes that are numbers or lists of one were written as words.</source>
        <translation>Eigenschaften, die Zahlen oder Listen aus einem sind, wurden als Wörter geschrieben.</translation>
    </message>
    <message>
        <source>Spans lose line ends and tabs at their ends; pieces with nothing but those between them become one.</source>
        <translation>Stellen verlieren Zeilenenden und Tabulatoren an ihren Enden; Stücke, zwischen denen nur solche stehen, werden eines.</translation>
    </message>
    <message>
        <source>Spans of nothing but blanks have no place in this format.</source>
        <translation>Stellen aus nichts als Leerzeichen haben in diesem Format keinen Platz.</translation>
    </message>
    <message>
        <source>Of notes only the words and the span were written: not who wrote them and whether they are settled.</source>
        <translation>Von Notizen wurden nur die Wörter und die Stelle geschrieben: nicht, wer sie schrieb und ob sie erledigt sind.</translation>
    </message>
    <message>
        <source>Notes on a span were written in one line.</source>
        <translation>Notizen an einer Stelle wurden in eine Zeile geschrieben.</translation>
    </message>
    <message>
        <source>Canonical JSONL</source>
        <translation>Kanonisches JSONL</translation>
    </message>
    <message>
        <source>Unpack it, and import its parts.</source>
        <translation>Entpacken und ihre Teile importieren.</translation>
    </message>
    <message>
        <source>it defines a document type or entities, which no such file needs.</source>
        <translation>sie legt einen Dokumenttyp oder Entitäten fest, die keine solche Datei braucht.</translation>
    </message>
    <message>
        <source>this is no sound XML ({why}).</source>
        <translation>dies ist kein gültiges XML ({why}).</translation>
    </message>
    <message>
        <source>this is no sound XML.</source>
        <translation>dies ist kein gültiges XML.</translation>
    </message>
    <message>
        <source>{name} cannot be the name of a feature.</source>
        <translation>{name} kann kein Merkmal heißen.</translation>
    </message>
    <message>
        <source>UIMA CAS (JSON)</source>
        <translation>UIMA CAS (JSON)</translation>
    </message>
    <message>
        <source>there is no JSON file in it.</source>
        <translation>darin ist keine JSON-Datei.</translation>
    </message>
    <message>
        <source>it does not say which types it has.</source>
        <translation>sie sagt nicht, welche Typen sie hat.</translation>
    </message>
    <message>
        <source>{file} is no UIMA CAS; it was left out.</source>
        <translation>{file} ist kein UIMA CAS; sie blieb weg.</translation>
    </message>
    <message>
        <source>{number} places lie outside the text or within a character.</source>
        <translation>{number} Stellen liegen außerhalb des Textes oder in einem Zeichen.</translation>
    </message>
    <message>
        <source>there is no text in it.</source>
        <translation>darin ist kein Text.</translation>
    </message>
    <message>
        <source>Put the TypeSystem.xml that was exported with it beside it.</source>
        <translation>Die TypeSystem.xml daneben legen, die mit ihr exportiert wurde.</translation>
    </message>
    <message>
        <source>it is damaged, or not as UIMA writes it.</source>
        <translation>sie ist beschädigt oder nicht, wie UIMA sie schreibt.</translation>
    </message>
    <message>
        <source>its type system lacks a type ({why}).</source>
        <translation>ihrem Typsystem fehlt ein Typ ({why}).</translation>
    </message>
    <message>
        <source>UIMA CAS (XMI: INCEpTION, DKPro)</source>
        <translation>UIMA CAS (XMI: INCEpTION, DKPro)</translation>
    </message>
    <message>
        <source>Control characters, which XML cannot hold, were written as U+FFFD.</source>
        <translation>Steuerzeichen, die XML nicht fasst, wurden als U+FFFD geschrieben.</translation>
    </message>
    <message>
        <source>Export it as UIMA CAS XMI (XML 1.0).</source>
        <translation>Als UIMA CAS XMI (XML 1.0) exportieren.</translation>
    </message>
    <message>
        <source>there is no XMI file in it.</source>
        <translation>darin ist keine XMI-Datei.</translation>
    </message>
    <message>
        <source>there is no {file} beside it.</source>
        <translation>daneben liegt keine {file}.</translation>
    </message>
    <message>
        <source>Put the one there that was exported with it.</source>
        <translation>Die dorthin legen, die mit ihr exportiert wurde.</translation>
    </message>
    <message>
        <source>It has {names}.</source>
        <translation>Sie hat {names}.</translation>
    </message>
    <message>
        <source>{columns} Say which has the text: choose it in the dialog, or give --column text=NAME.</source>
        <translation>{columns} Sagen Sie, welche den Text hat: im Dialog wählen, oder --column text=NAME angeben.</translation>
    </message>
    <message>
        <source>It has no columns.</source>
        <translation>Sie hat keine Spalten.</translation>
    </message>
    <message>
        <source>It has {names} and {more} more.</source>
        <translation>Sie hat {names} und {more} weitere.</translation>
    </message>
    <message>
        <source>there is no column “{name}” for {field}.</source>
        <translation>es gibt keine Spalte „{name}“ für {field}.</translation>
    </message>
    <message>
        <source>no column is called as if it had the articles&apos; texts.</source>
        <translation>keine Spalte heißt, als hätte sie die Texte der Artikel.</translation>
    </message>
    <message>
        <source>CoNLL (BIO tags)</source>
        <translation>CoNLL (BIO-Tags)</translation>
    </message>
    <message>
        <source>Articles that nobody has read were left out: they would look like read ones in which there is nothing.</source>
        <translation>Artikel, die niemand gelesen hat, blieben weg: Sie sähen aus wie gelesene, in denen nichts ist.</translation>
    </message>
    <message>
        <source>Whose layer it is, and whether it is finished, has no place in this format.</source>
        <translation>Wessen Ebene es ist und ob sie abgeschlossen ist, hat in diesem Format keinen Platz.</translation>
    </message>
    <message>
        <source>A word has one tag: spans over one another were left out, the longest or first named kept.</source>
        <translation>Ein Wort hat ein Tag: Stellen übereinander blieben weg, die längste oder zuerst genannte blieb.</translation>
    </message>
    <message>
        <source>Blanks in labels were written as _.</source>
        <translation>Leerzeichen in Labels wurden als _ geschrieben.</translation>
    </message>
    <message>
        <source>Labels of the whole article have no place in this format.</source>
        <translation>Labels des ganzen Artikels haben in diesem Format keinen Platz.</translation>
    </message>
    <message>
        <source>Notes have no place in this format.</source>
        <translation>Notizen haben in diesem Format keinen Platz.</translation>
    </message>
    <message>
        <source>this should be a word and a tag such as B-PER, I-PER or O, not “{line}”.</source>
        <translation>hier sollten ein Wort und ein Tag wie B-PER, I-PER oder O stehen, nicht „{line}“.</translation>
    </message>
    <message>
        <source>CoNLL-U</source>
        <translation>CoNLL-U</translation>
    </message>
    <message>
        <source>Articles of nothing but blanks have no place in this format.</source>
        <translation>Artikel aus nichts als Leerzeichen haben in diesem Format keinen Platz.</translation>
    </message>
    <message>
        <source>The spans are no longer those that were written; relations, attributes and actors were left out.</source>
        <translation>Die Stellen sind nicht mehr die geschriebenen; Verknüpfungen, Eigenschaften und Akteure blieben weg.</translation>
    </message>
    <message>
        <source>this line has {number} columns, not 10.</source>
        <translation>diese Zeile hat {number} Spalten, nicht 10.</translation>
    </message>
    <message>
        <source>this line has no word in its second column.</source>
        <translation>diese Zeile hat kein Wort in der zweiten Spalte.</translation>
    </message>
    <message>
        <source>“{number}” is no number of a word.</source>
        <translation>„{number}“ ist keine Nummer eines Wortes.</translation>
    </message>
    <message>
        <source>this comment is not as it was written.</source>
        <translation>dieser Kommentar ist nicht, wie er geschrieben wurde.</translation>
    </message>
    <message>
        <source>what is said of span {number} is not as it was written.</source>
        <translation>was von Stelle {number} gesagt wird, ist nicht, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>the pieces of a span are not as they were written.</source>
        <translation>die Stücke einer Stelle sind nicht, wie sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>the pieces of span {number} are not as they were written.</source>
        <translation>die Stücke von Stelle {number} sind nicht, wie sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>relation {number} is not as it was written.</source>
        <translation>Verknüpfung {number} ist nicht, wie sie geschrieben wurde.</translation>
    </message>
    <message>
        <source>Discourse Network Analyzer (DNA 3 and 2)</source>
        <translation>Discourse Network Analyzer (DNA 3 und 2)</translation>
    </message>
    <message>
        <source>DNA sets “agreement” to yes until somebody changes it: a statement of support may be one that nobody looked at.</source>
        <translation>DNA setzt „agreement“ auf Ja, bis es jemand ändert: Eine Zustimmung kann eine sein, die sich niemand ansah.</translation>
    </message>
    <message>
        <source>DNA 2 keeps dates in the time of the computer that it ran on, and does not say which: some may be a day off.</source>
        <translation>DNA 2 führt Daten in der Zeit des Rechners, auf dem es lief, und sagt nicht, welche das war: Manche können um einen Tag abweichen.</translation>
    </message>
    <message>
        <source>Line ends of two characters count as one in DNA; offsets were counted so. Look at some of them.</source>
        <translation>Zeilenenden aus zwei Zeichen zählen in DNA als eines; die Stellen wurden so gezählt. Sehen Sie sich einige an.</translation>
    </message>
    <message>
        <source>{number} regular expressions were left out.</source>
        <translation>{number} reguläre Ausdrücke blieben weg.</translation>
    </message>
    <message>
        <source>it has no table {table}; it is no file of {program}.</source>
        <translation>sie hat keine Tabelle {table}; sie ist keine Datei von {program}.</translation>
    </message>
    <message>
        <source>Choose a .dna file of version 2 or 3.</source>
        <translation>Eine .dna-Datei der Version 2 oder 3 wählen.</translation>
    </message>
    <message>
        <source>its tables are not as {program} writes them ({error}).</source>
        <translation>ihre Tabellen sind nicht, wie {program} sie schreibt ({error}).</translation>
    </message>
    <message>
        <source>“{title}” has no text; its statements were left out.</source>
        <translation>„{title}“ hat keinen Text; seine Aussagen blieben weg.</translation>
    </message>
    <message>
        <source>Open it in {program} and save it again.</source>
        <translation>In {program} öffnen und noch einmal speichern.</translation>
    </message>
    <message>
        <source>doccano (JSON lines)</source>
        <translation>doccano (JSON Lines)</translation>
    </message>
    <message>
        <source>Word document (DOCX)</source>
        <translation>Word-Dokument (DOCX)</translation>
    </message>
    <message>
        <source>this Word document cannot be read; it may be damaged.</source>
        <translation>dieses Word-Dokument ist nicht lesbar; vielleicht ist es beschädigt.</translation>
    </message>
    <message>
        <source>Open it in Word or LibreOffice and save it again.</source>
        <translation>In Word oder LibreOffice öffnen und noch einmal speichern.</translation>
    </message>
    <message>
        <source>this is no Word document.</source>
        <translation>dies ist kein Word-Dokument.</translation>
    </message>
    <message>
        <source>Give it the ending of what it is.</source>
        <translation>Ihr die Endung geben, die zu ihr passt.</translation>
    </message>
    <message>
        <source>it is too large to be an article.</source>
        <translation>sie ist zu groß für einen Artikel.</translation>
    </message>
    <message>
        <source>Take it apart.</source>
        <translation>Aufteilen.</translation>
    </message>
    <message>
        <source>this looks like {kind}, not like a Word document.</source>
        <translation>dies sieht nach {kind} aus, nicht nach einem Word-Dokument.</translation>
    </message>
    <message>
        <source>Network of actors and issues (CSV of edges)</source>
        <translation>Netzwerk (CSV der Kanten)</translation>
    </message>
    <message>
        <source>reading it needs the package {package}, which is not installed.</source>
        <translation>zum Lesen wird das Paket {package} gebraucht, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>This format needs the package {package}, which is not installed.</source>
        <translation>Dieses Format braucht das Paket {package}, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>News feed (RSS, Atom)</source>
        <translation>Newsfeed (RSS, Atom)</translation>
    </message>
    <message>
        <source>this is no feed.</source>
        <translation>dies ist kein Feed.</translation>
    </message>
    <message>
        <source>RSS, Atom and RDF can be read.</source>
        <translation>RSS, Atom und RDF sind lesbar.</translation>
    </message>
    <message>
        <source>it defines entities, which no feed needs and which can be used to flood a program.</source>
        <translation>sie legt Entitäten fest, die kein Feed braucht und mit denen man ein Programm überfluten kann.</translation>
    </message>
    <message>
        <source>the feed is cut off: its end is missing.</source>
        <translation>der Feed ist abgeschnitten: Sein Ende fehlt.</translation>
    </message>
    <message>
        <source>Save it again.</source>
        <translation>Noch einmal speichern.</translation>
    </message>
    <message>
        <source>Entries without a text were left out: {number}.</source>
        <translation>Einträge ohne Text blieben weg: {number}.</translation>
    </message>
    <message>
        <source>Entries of which the feed has only a summary: {number}.</source>
        <translation>Einträge, von denen der Feed nur eine Zusammenfassung hat: {number}.</translation>
    </message>
    <message>
        <source>The feed is not well-formed; check what came in.</source>
        <translation>Der Feed ist nicht wohlgeformt; prüfen Sie, was hereinkam.</translation>
    </message>
    <message>
        <source>it is too large to be a feed.</source>
        <translation>sie ist zu groß für einen Feed.</translation>
    </message>
    <message>
        <source>this feed cannot be read; it may be damaged.</source>
        <translation>dieser Feed ist nicht lesbar; vielleicht ist er beschädigt.</translation>
    </message>
    <message>
        <source>{path}: its name does not fit the pattern: {why}.</source>
        <translation>{path}: Ihr Name passt nicht zum Muster: {why}.</translation>
    </message>
    <message>
        <source>it is not of the form “{pattern}”</source>
        <translation>er hat nicht die Form „{pattern}“</translation>
    </message>
    <message>
        <source>the pattern “{pattern}”, character {place}</source>
        <translation>das Muster „{pattern}“, Zeichen {place}</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a field.</source>
        <translation>„{name}“ kann kein Feld heißen.</translation>
    </message>
    <message>
        <source>Use {fields}, a name of your own, or {skip} to skip it.</source>
        <translation>Nehmen Sie {fields}, einen eigenen Namen, oder {skip} zum Überspringen.</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>es ist leer.</translation>
    </message>
    <message>
        <source>Write one, such as {example}.</source>
        <translation>Eines schreiben, etwa {example}.</translation>
    </message>
    <message>
        <source>nothing can stand before the first folder.</source>
        <translation>vor dem ersten Ordner kann nichts stehen.</translation>
    </message>
    <message>
        <source>Take the slash away.</source>
        <translation>Den Schrägstrich wegnehmen.</translation>
    </message>
    <message>
        <source>there is no field in it.</source>
        <translation>darin ist kein Feld.</translation>
    </message>
    <message>
        <source>Write one in braces, such as {title}.</source>
        <translation>Eines in geschweiften Klammern schreiben, etwa {title}.</translation>
    </message>
    <message>
        <source>this brace has no partner.</source>
        <translation>diese Klammer hat kein Gegenstück.</translation>
    </message>
    <message>
        <source>nothing stands between {one} and {other}.</source>
        <translation>zwischen {one} und {other} steht nichts.</translation>
    </message>
    <message>
        <source>Put a sign between them, so that it is known where the first one ends.</source>
        <translation>Ein Zeichen dazwischen setzen, damit man weiß, wo das erste endet.</translation>
    </message>
    <message>
        <source>the text is what the file holds.</source>
        <translation>der Text ist, was die Datei enthält.</translation>
    </message>
    <message>
        <source>it is not readable text</source>
        <translation>es ist kein lesbarer Text</translation>
    </message>
    <message>
        <source>Write fields as {title}.</source>
        <translation>Felder als {title} schreiben.</translation>
    </message>
    <message>
        <source>the field “{name}” stands here again.</source>
        <translation>das Feld „{name}“ steht hier noch einmal.</translation>
    </message>
    <message>
        <source>“{given}” is no date, or could be two</source>
        <translation>„{given}“ ist kein Datum oder könnte zwei sein</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>it is damaged, or no file of {program}.</source>
        <translation>sie ist beschädigt oder keine Datei von {program}.</translation>
    </message>
    <message>
        <source>Network of actors and issues (GEXF)</source>
        <translation>Netzwerk (GEXF)</translation>
    </message>
    <message>
        <source>Network of actors and issues (GraphML)</source>
        <translation>Netzwerk (GraphML)</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Webseite (HTML)</translation>
    </message>
    <message>
        <source>this is no answer of a web server</source>
        <translation>dies ist keine Antwort eines Webservers</translation>
    </message>
    <message>
        <source>it is packed in a way that cannot be unpacked</source>
        <translation>es ist so gepackt, dass es sich nicht entpacken lässt</translation>
    </message>
    <message>
        <source>Articles as JSON (any keys)</source>
        <translation>Artikel als JSON (beliebige Schlüssel)</translation>
    </message>
    <message>
        <source>this is a Stancemark reading, whose marks would be lost here.</source>
        <translation>dies ist eine Stancemark-Lesung, deren Markierungen hier verloren gingen.</translation>
    </message>
    <message>
        <source>Label Studio (JSON)</source>
        <translation>Label Studio (JSON)</translation>
    </message>
    <message>
        <source>an Excel workbook (XLSX)</source>
        <translation>einer Excel-Mappe (XLSX)</translation>
    </message>
    <message>
        <source>an OpenDocument text (ODT)</source>
        <translation>einem OpenDocument-Text (ODT)</translation>
    </message>
    <message>
        <source>an old Word, Excel or Outlook file, or one with a password</source>
        <translation>einer alten Word-, Excel- oder Outlook-Datei oder einer mit Passwort</translation>
    </message>
    <message>
        <source>an e-book (EPUB)</source>
        <translation>einem E-Book (EPUB)</translation>
    </message>
    <message>
        <source>a PowerPoint presentation</source>
        <translation>einer PowerPoint-Präsentation</translation>
    </message>
    <message>
        <source>Open it in Word or LibreOffice and save it as a Word document (.docx), without a password.</source>
        <translation>In Word oder LibreOffice öffnen und als Word-Dokument (.docx) ohne Passwort speichern.</translation>
    </message>
    <message>
        <source>Unpack it, and import what is in it.</source>
        <translation>Entpacken und importieren, was darin ist.</translation>
    </message>
    <message>
        <source>Give it the ending {ending}.</source>
        <translation>Ihr die Endung {ending} geben.</translation>
    </message>
    <message>
        <source>Table of marks (CSV)</source>
        <translation>Tabelle der Markierungen (CSV)</translation>
    </message>
    <message>
        <source>The spans are no longer those that were written: their relations, attributes and statements were left out.</source>
        <translation>Die Stellen sind nicht mehr die geschriebenen: Ihre Verknüpfungen, Eigenschaften und Haltungen blieben weg.</translation>
    </message>
    <message>
        <source>Of statements it is left out whether they are implicit, ironic, negated or sure.</source>
        <translation>Von Haltungen blieb weg, ob sie implizit, ironisch, verneint oder sicher sind.</translation>
    </message>
    <message>
        <source>Statements on an actor or issue without a name were left out.</source>
        <translation>Haltungen zu einem Akteur oder Thema ohne Namen blieben weg.</translation>
    </message>
    <message>
        <source>Pages to read and print (HTML)</source>
        <translation>Seiten zum Lesen und Drucken (HTML)</translation>
    </message>
    <message>
        <source>A page is for reading: no mark in it can be brought in again.</source>
        <translation>Eine Seite ist zum Lesen: Keine Markierung auf ihr lässt sich wieder hereinholen.</translation>
    </message>
    <message>
        <source>read by {name}</source>
        <translation>gelesen von {name}</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>this PDF cannot be read; it may be damaged.</source>
        <translation>dieses PDF ist nicht lesbar; vielleicht ist es beschädigt.</translation>
    </message>
    <message>
        <source>Get it again, or save the article as plain text.</source>
        <translation>Noch einmal besorgen oder den Artikel als reinen Text speichern.</translation>
    </message>
    <message>
        <source>The date is the day on which the file was made; it may not be the day of publication.</source>
        <translation>Das Datum ist der Tag, an dem die Datei entstand; es muss nicht der des Erscheinens sein.</translation>
    </message>
    <message>
        <source>there is no text in this PDF; its pages are probably pictures.</source>
        <translation>in diesem PDF ist kein Text; seine Seiten sind wohl Bilder.</translation>
    </message>
    <message>
        <source>Lines at the head or foot of the pages that will be cut out: {number}.</source>
        <translation>Zeilen am Kopf oder Fuß der Seiten, die herausfallen: {number}.</translation>
    </message>
    <message>
        <source>No text was found on these pages: {pages}.</source>
        <translation>Auf diesen Seiten fand sich kein Text: {pages}.</translation>
    </message>
    <message>
        <source>this looks like {kind}, not like a PDF.</source>
        <translation>dies sieht nach {kind} aus, nicht nach einem PDF.</translation>
    </message>
    <message>
        <source>this is no PDF.</source>
        <translation>dies ist kein PDF.</translation>
    </message>
    <message>
        <source>Save a copy without one, and import that.</source>
        <translation>Eine Kopie ohne Passwort speichern und diese importieren.</translation>
    </message>
    <message>
        <source>it has {pages:,} pages.</source>
        <translation>es hat {pages:,} Seiten.</translation>
    </message>
    <message>
        <source>Have the text recognised (OCR), and import the result.</source>
        <translation>Den Text erkennen lassen (OCR) und das Ergebnis importieren.</translation>
    </message>
    <message>
        <source>its fonts do not say which letters they draw.</source>
        <translation>seine Schriften sagen nicht, welche Buchstaben sie zeichnen.</translation>
    </message>
    <message>
        <source>No text was found on {number} pages ({pages} and more).</source>
        <translation>Auf {number} Seiten fand sich kein Text ({pages} und weitere).</translation>
    </message>
    <message>
        <source>A PDF is for reading: no mark in it can be brought in again.</source>
        <translation>Eine PDF ist zum Lesen: Keine Markierung darin kann wieder eingelesen werden.</translation>
    </message>
    <message>
        <source>A PDF is drawn by the window, which is not there.</source>
        <translation>Eine PDF zeichnet das Fenster, das nicht da ist.</translation>
    </message>
    <message>
        <source>Export from the window, or with `stancemark export`.</source>
        <translation>Aus dem Fenster exportieren oder mit `stancemark export`.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Prodigy (JSON lines)</source>
        <translation>Prodigy (JSON Lines)</translation>
    </message>
    <message>
        <source>QualCoder (.qda)</source>
        <translation>QualCoder (.qda)</translation>
    </message>
    <message>
        <source>there is no {file} in it.</source>
        <translation>darin ist keine {file}.</translation>
    </message>
    <message>
        <source>Choose QualCoder’s project folder.</source>
        <translation>Den Projektordner von QualCoder wählen.</translation>
    </message>
    <message>
        <source>Choose the {file} of a project.</source>
        <translation>Die {file} eines Projekts wählen.</translation>
    </message>
    <message>
        <source>{number} codes of pictures, sound and video were left out.</source>
        <translation>{number} Codes von Bildern, Ton und Video blieben weg.</translation>
    </message>
    <message>
        <source>REFI-QDA project (.qdpx)</source>
        <translation>REFI-QDA-Projekt (.qdpx)</translation>
    </message>
    <message>
        <source>Export the project again.</source>
        <translation>Das Projekt noch einmal exportieren.</translation>
    </message>
    <message>
        <source>it holds codes only, and no text.</source>
        <translation>sie enthält nur Codes und keinen Text.</translation>
    </message>
    <message>
        <source>Text {number}</source>
        <translation>Text {number}</translation>
    </message>
    <message>
        <source>its project.qde is no REFI-QDA project.</source>
        <translation>ihre project.qde ist kein REFI-QDA-Projekt.</translation>
    </message>
    <message>
        <source>{number} sources that are no plain text were left out.</source>
        <translation>{number} Quellen, die kein reiner Text sind, blieben weg.</translation>
    </message>
    <message>
        <source>“{title}” has no plain text; it was left out.</source>
        <translation>„{title}“ hat keinen reinen Text; er blieb weg.</translation>
    </message>
    <message>
        <source>a selection has no place ({guid}).</source>
        <translation>eine Auswahl hat keinen Ort ({guid}).</translation>
    </message>
    <message>
        <source>its project.qde is no sound XML.</source>
        <translation>ihre project.qde ist kein gültiges XML.</translation>
    </message>
    <message>
        <source>a passage has a code that is not in the codebook.</source>
        <translation>eine Stelle hat einen Code, der nicht im Codebuch steht.</translation>
    </message>
    <message>
        <source>spaCy (DocBin, with a configuration)</source>
        <translation>spaCy (DocBin, mit Konfiguration)</translation>
    </message>
    <message>
        <source>Spans below longer ones, or with white space at an end, are no entities; all are among the spans “sc”.</source>
        <translation>Stellen unter längeren oder mit Leerraum an einem Ende sind keine Entitäten; alle stehen unter den Spans „sc“.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Noch einmal exportieren.</translation>
    </message>
    <message>
        <source>document {number} is not as it was written.</source>
        <translation>Dokument {number} ist nicht, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>it is damaged, or no file of spaCy’s documents.</source>
        <translation>sie ist beschädigt oder keine Datei mit Dokumenten von spaCy.</translation>
    </message>
    <message>
        <source>unpacked it is larger than a gigabyte.</source>
        <translation>entpackt ist sie größer als ein Gigabyte.</translation>
    </message>
    <message>
        <source>Take it in parts.</source>
        <translation>In Teilen nehmen.</translation>
    </message>
    <message>
        <source>Document {number} has no text; it was left out.</source>
        <translation>Dokument {number} hat keinen Text; es blieb weg.</translation>
    </message>
    <message>
        <source>Table of articles (CSV, TSV, Excel)</source>
        <translation>Tabelle von Artikeln (CSV, TSV, Excel)</translation>
    </message>
    <message>
        <source>Correct the row, or export the table again.</source>
        <translation>Die Zeile berichtigen oder die Tabelle noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Parted by {delimiter}, read as {encoding}.</source>
        <translation>Getrennt durch {delimiter}, gelesen als {encoding}.</translation>
    </message>
    <message>
        <source>a quotation mark in this row is neither doubled nor at the end of its cell.</source>
        <translation>ein Anführungszeichen in dieser Zeile ist weder verdoppelt noch am Ende seiner Zelle.</translation>
    </message>
    <message>
        <source>One column, read as {encoding}.</source>
        <translation>Eine Spalte, gelesen als {encoding}.</translation>
    </message>
    <message>
        <source>a cell has more than {number:,} characters; is a quotation mark not closed?</source>
        <translation>eine Zelle hat mehr als {number:,} Zeichen; ist ein Anführungszeichen nicht geschlossen?</translation>
    </message>
    <message>
        <source>a quotation mark in this row is not closed.</source>
        <translation>ein Anführungszeichen in dieser Zeile ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>there is no table in this file.</source>
        <translation>in dieser Datei ist keine Tabelle.</translation>
    </message>
    <message>
        <source>it has {number:,} columns.</source>
        <translation>sie hat {number:,} Spalten.</translation>
    </message>
    <message>
        <source>Is it a table?</source>
        <translation>Ist es eine Tabelle?</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>Spalte {number}</translation>
    </message>
    <message>
        <source>this row has {cells} cells, but the header has {width}.</source>
        <translation>diese Zeile hat {cells} Zellen, der Kopf aber {width}.</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>Kommas</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>Semikolons</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>upright strokes</source>
        <translation>senkrechte Striche</translation>
    </message>
    <message>
        <source>From the sheet “{name}”.</source>
        <translation>Aus dem Blatt „{name}“.</translation>
    </message>
    <message>
        <source>Only the sheet “{name}” was read, not {others}.</source>
        <translation>Nur das Blatt „{name}“ wurde gelesen, nicht {others}.</translation>
    </message>
    <message>
        <source>this workbook cannot be read; it may be damaged.</source>
        <translation>diese Mappe ist nicht lesbar; vielleicht ist sie beschädigt.</translation>
    </message>
    <message>
        <source>Open it and save the sheet as CSV.</source>
        <translation>Öffnen und das Blatt als CSV speichern.</translation>
    </message>
    <message>
        <source>there is no table in this workbook.</source>
        <translation>in dieser Mappe ist keine Tabelle.</translation>
    </message>
    <message>
        <source>this is not {encoding}.</source>
        <translation>dies ist nicht {encoding}.</translation>
    </message>
    <message>
        <source>Web archive (WARC)</source>
        <translation>Webarchiv (WARC)</translation>
    </message>
    <message>
        <source>Byte {at}: {why} It was passed over.</source>
        <translation>Byte {at}: {why} Es wurde übergangen.</translation>
    </message>
    <message>
        <source>{address}: {why}</source>
        <translation>{address}: {why}</translation>
    </message>
    <message>
        <source>it is larger than {size:,} bytes.</source>
        <translation>sie ist größer als {size:,} Bytes.</translation>
    </message>
    <message>
        <source>{why}.</source>
        <translation>{why}.</translation>
    </message>
    <message>
        <source>it is not UTF-8.</source>
        <translation>sie ist nicht UTF-8.</translation>
    </message>
    <message>
        <source>the crawler cut it off; the end of the text may be missing.</source>
        <translation>der Crawler hat sie abgeschnitten; das Ende des Textes kann fehlen.</translation>
    </message>
    <message>
        <source>Nothing came of {number} more records.</source>
        <translation>Aus {number} weiteren Einträgen wurde nichts.</translation>
    </message>
    <message>
        <source>a record without an address</source>
        <translation>ein Eintrag ohne Adresse</translation>
    </message>
    <message>
        <source>the archive is cut off here.</source>
        <translation>das Archiv ist hier abgeschnitten.</translation>
    </message>
    <message>
        <source>a record has too many headers.</source>
        <translation>ein Eintrag hat zu viele Kopfzeilen.</translation>
    </message>
    <message>
        <source>no record begins here.</source>
        <translation>hier beginnt kein Eintrag.</translation>
    </message>
    <message>
        <source>a record does not say how long it is.</source>
        <translation>ein Eintrag sagt nicht, wie lang er ist.</translation>
    </message>
    <message>
        <source>a record unpacks to far more than it should.</source>
        <translation>ein Eintrag wird entpackt viel größer, als er sollte.</translation>
    </message>
    <message>
        <source>the packed data is damaged.</source>
        <translation>die gepackten Daten sind beschädigt.</translation>
    </message>
    <message>
        <source>WebAnno TSV 3 (INCEpTION)</source>
        <translation>WebAnno TSV 3 (INCEpTION)</translation>
    </message>
    <message>
        <source>the first line does not say that this is WebAnno TSV 3.</source>
        <translation>die erste Zeile sagt nicht, dass dies WebAnno TSV 3 ist.</translation>
    </message>
    <message>
        <source>there is no sentence in this file.</source>
        <translation>in dieser Datei ist kein Satz.</translation>
    </message>
    <message>
        <source>Export the file as WebAnno TSV 3.</source>
        <translation>Die Datei als WebAnno TSV 3 exportieren.</translation>
    </message>
    <message>
        <source>The layer {name} is grammar of words; it was left out.</source>
        <translation>Die Schicht {name} ist Grammatik von Wörtern; sie blieb weg.</translation>
    </message>
    <message>
        <source>{number} of “{name}” were left out: they cover no words or refer to nothing.</source>
        <translation>{number} von „{name}“ blieben weg: Sie stehen an keinen Wörtern oder verweisen auf nichts.</translation>
    </message>
    <message>
        <source>Import it by itself, or under Codebook.</source>
        <translation>Importieren Sie sie für sich, oder unter Codebuch.</translation>
    </message>
    <message>
        <source>Export the codebook again.</source>
        <translation>Exportieren Sie das Codebuch noch einmal.</translation>
    </message>
    <message>
        <source>it is no REFI-QDA codebook.</source>
        <translation>sie ist kein REFI-QDA-Codebuch.</translation>
    </message>
    <message>
        <source>it is no sound XML.</source>
        <translation>sie ist kein heiles XML.</translation>
    </message>
    <message>
        <source>W3C Web Annotation (JSON-LD)</source>
        <translation>W3C Web Annotation (JSON-LD)</translation>
    </message>
    <message>
        <source>there is no annotation in this file.</source>
        <translation>in dieser Datei ist keine Annotation.</translation>
    </message>
    <message>
        <source>{number} annotations or pages that are elsewhere were left out.</source>
        <translation>{number} Annotationen oder Seiten, die anderswo liegen, blieben weg.</translation>
    </message>
    <message>
        <source>{number} annotations are of nothing that is in the file; they were left out.</source>
        <translation>{number} Annotationen betreffen nichts, was in der Datei ist; sie blieben weg.</translation>
    </message>
    <message>
        <source>what Stancemark wrote of “{source}” is not as it was written.</source>
        <translation>was Stancemark über „{source}“ schrieb, ist nicht, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>The relation “{label}” ({id}) lacks one of its ends.</source>
        <translation>Der Verknüpfung „{label}“ ({id}) fehlt ein Ende.</translation>
    </message>
    <message>
        <source>the text of “{source}” is not in it.</source>
        <translation>der Text von „{source}“ ist nicht darin.</translation>
    </message>
    <message>
        <source>Put the text beside it, in a file called {name}.</source>
        <translation>Den Text daneben legen, in eine Datei namens {name}.</translation>
    </message>
    <message>
        <source>“{quote}” stands {number} times in the text; the first was taken.</source>
        <translation>„{quote}“ steht {number}-mal im Text; genommen wurde das erste.</translation>
    </message>
    <message>
        <source>annotation {number}: {message}</source>
        <translation>Annotation {number}: {message}</translation>
    </message>
    <message>
        <source>Correct it and import again.</source>
        <translation>Berichtigen und noch einmal importieren.</translation>
    </message>
    <message>
        <source>this row has {there} columns after the words, not {wanted}.</source>
        <translation>diese Zeile hat {there} Spalten nach den Wörtern, nicht {wanted}.</translation>
    </message>
    <message>
        <source>Correct the line, or export the file again.</source>
        <translation>Die Zeile berichtigen oder die Datei noch einmal exportieren.</translation>
    </message>
    <message>
        <source>the token “{words}” does not stand in the text of its sentence.</source>
        <translation>das Token „{words}“ steht nicht im Text seines Satzes.</translation>
    </message>
    <message>
        <source>this is no row of a WebAnno file: “{line}”.</source>
        <translation>dies ist keine Zeile einer WebAnno-Datei: „{line}“.</translation>
    </message>
    <message>
        <source>this part of a token does not lie in the token before it.</source>
        <translation>dieser Teil eines Tokens liegt nicht im Token davor.</translation>
    </message>
    <message>
        <source>it only groups others.</source>
        <translation>er gruppiert nur andere.</translation>
    </message>
    <message>
        <source>This layer is not finished.</source>
        <translation>Diese Ebene ist nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>It has no gold that is done.</source>
        <translation>Er hat kein Gold, das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>None of those who count has finished it.</source>
        <translation>Niemand von denen, die zählen, hat ihn abgeschlossen.</translation>
    </message>
    <message>
        <source>No article is in a part of the split “{name}”.</source>
        <translation>Kein Artikel ist in einem Teil der Aufteilung „{name}“.</translation>
    </message>
    <message>
        <source>Extend the split.</source>
        <translation>Die Aufteilung erweitern.</translation>
    </message>
    <message>
        <source>There is no view “{name}”.</source>
        <translation>Es gibt keine Ansicht „{name}“.</translation>
    </message>
    <message>
        <source>There are {names}.</source>
        <translation>Es gibt {names}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: {words}</source>
        <translation>{path}, Zeile {line}: {words}</translation>
    </message>
    <message>
        <source>{path}: {words}</source>
        <translation>{path}: {words}</translation>
    </message>
    <message>
        <source>it does not say who marked it.</source>
        <translation>sie sagt nicht, wer markiert hat.</translation>
    </message>
    <message>
        <source>Give the annotator’s name with it.</source>
        <translation>Geben Sie den Namen des Annotators mit an.</translation>
    </message>
    <message>
        <source>{path}: its columns are taken as they were in this project before.</source>
        <translation>{path}: Die Spalten werden so gelesen wie zuvor in diesem Projekt.</translation>
    </message>
    <message>
        <source>Labels of {tool} become what they became in this project before.</source>
        <translation>Labels von {tool} werden zu dem, was sie in diesem Projekt zuvor wurden.</translation>
    </message>
    <message>
        <source>“{title}” is not theirs to read.</source>
        <translation>„{title}“ ist nicht für diese Person.</translation>
    </message>
    <message>
        <source>Choose other articles.</source>
        <translation>Wählen Sie andere Artikel.</translation>
    </message>
    <message>
        <source>“{title}” was begun already.</source>
        <translation>„{title}“ ist schon begonnen.</translation>
    </message>
    <message>
        <source>Only what is not begun can move.</source>
        <translation>Nur was nicht begonnen ist, kann weitergegeben werden.</translation>
    </message>
    <message>
        <source>The other one reads “{title}” already.</source>
        <translation>Die andere Person liest „{title}“ schon.</translation>
    </message>
    <message>
        <source>The shares do not add up to 1.</source>
        <translation>Die Anteile ergeben nicht 1.</translation>
    </message>
    <message>
        <source>Give 0.8, 0.1 and 0.1, for example.</source>
        <translation>Zum Beispiel 0,8, 0,1 und 0,1 angeben.</translation>
    </message>
    <message>
        <source>Nothing is left out.</source>
        <translation>Nichts ist ausgenommen.</translation>
    </message>
    <message>
        <source>Name what is to be in test alone.</source>
        <translation>Angeben, was nur im Test sein soll.</translation>
    </message>
    <message>
        <source>There is no split “{name}”.</source>
        <translation>Es gibt keine Aufteilung „{name}“.</translation>
    </message>
    <message>
        <source>“{name}” is no name for a split.</source>
        <translation>„{name}“ ist kein Name für eine Aufteilung.</translation>
    </message>
    <message>
        <source>Use letters, digits, - and _.</source>
        <translation>Buchstaben, Ziffern, - und _ verwenden.</translation>
    </message>
    <message>
        <source>Extend it, or choose another name.</source>
        <translation>Sie erweitern oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is no way to split called “{method}”.</source>
        <translation>Eine Art aufzuteilen, die „{method}“ heißt, gibt es nicht.</translation>
    </message>
    <message>
        <source>There is {ways}.</source>
        <translation>Es gibt {ways}.</translation>
    </message>
    <message>
        <source>The seed is too large a number.</source>
        <translation>Der Startwert ist eine zu große Zahl.</translation>
    </message>
    <message>
        <source>Choose a smaller one.</source>
        <translation>Einen kleineren wählen.</translation>
    </message>
    <message>
        <source>The days do not fit the parts.</source>
        <translation>Die Tage passen nicht zu den Teilen.</translation>
    </message>
    <message>
        <source>Give a last day, YYYY-MM-DD, for each of {parts}, each later than the one before.</source>
        <translation>Geben Sie für jeden von {parts} einen letzten Tag an, JJJJ-MM-TT, jeden später als den davor.</translation>
    </message>
    <message>
        <source>There is no part for what is not left out.</source>
        <translation>Es gibt keinen Teil für das, was nicht ausgelassen wird.</translation>
    </message>
    <message>
        <source>Add a part, such as train.</source>
        <translation>Einen Teil hinzufügen, etwa train.</translation>
    </message>
    <message>
        <source>There is no article {id}.</source>
        <translation>Es gibt keinen Artikel {id}.</translation>
    </message>
    <message>
        <source>Look at the list of articles.</source>
        <translation>Sehen Sie in die Liste der Artikel.</translation>
    </message>
    <message>
        <source>An article that is in test of the split “{name}” cannot be for calibration.</source>
        <translation>Ein Artikel, der im Test der Aufteilung „{name}“ ist, kann nicht der Kalibrierung dienen.</translation>
    </message>
    <message>
        <source>Choose another article, or remove the split.</source>
        <translation>Einen anderen Artikel wählen oder die Aufteilung entfernen.</translation>
    </message>
    <message>
        <source>“{part}” is no name for a part.</source>
        <translation>„{part}“ ist kein Name für einen Teil.</translation>
    </message>
    <message>
        <source>Begin with a letter; use letters, digits and _.</source>
        <translation>Mit einem Buchstaben beginnen; Buchstaben, Ziffern und _ verwenden.</translation>
    </message>
    <message>
        <source>“{name}” is not in the project.</source>
        <translation>„{name}“ ist nicht im Projekt.</translation>
    </message>
    <message>
        <source>the parts but the last</source>
        <translation>die Teile bis auf den letzten</translation>
    </message>
    <message>
        <source>How alike articles must be is more than 0 and at most 1.</source>
        <translation>Wie ähnlich Artikel sein müssen, ist mehr als 0 und höchstens 1.</translation>
    </message>
    <message>
        <source>Give 0.5, for example.</source>
        <translation>Geben Sie zum Beispiel 0,5 an.</translation>
    </message>
    <message>
        <source>So many articles were not looked through for stories; search for stories now.</source>
        <translation>So viele Artikel wurden nicht nach Geschichten durchsucht; suchen Sie jetzt nach Geschichten.</translation>
    </message>
    <message>
        <source>The search for copies was cancelled; nothing was changed.</source>
        <translation>Die Suche nach Kopien wurde abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A story has two articles or more.</source>
        <translation>Eine Geschichte hat zwei Artikel oder mehr.</translation>
    </message>
    <message>
        <source>Choose another article, too.</source>
        <translation>Noch einen Artikel wählen.</translation>
    </message>
    <message>
        <source>None of these articles is in a story.</source>
        <translation>Keiner dieser Artikel ist in einer Geschichte.</translation>
    </message>
    <message>
        <source>Look at the list of stories.</source>
        <translation>Sehen Sie in die Liste der Geschichten.</translation>
    </message>
    <message>
        <source>A row of {table} refers to a {other} that is not there.</source>
        <translation>Eine Zeile von {table} verweist auf {other}, das es nicht gibt.</translation>
    </message>
    <message>
        <source>The span label {label} is not in the codebook.</source>
        <translation>Das Label {label} für Stellen steht nicht im Codebuch.</translation>
    </message>
    <message>
        <source>The relation label {label} is not in the codebook.</source>
        <translation>Das Label {label} für Verknüpfungen steht nicht im Codebuch.</translation>
    </message>
    <message>
        <source>A record cannot be read: {first}.</source>
        <translation>Ein Eintrag lässt sich nicht lesen: {first}.</translation>
    </message>
    <message>
        <source>SQLite finds damage: {row}.</source>
        <translation>SQLite findet einen Schaden: {row}.</translation>
    </message>
    <message>
        <source>the span {id} “{quote}” is wrong: {fault}</source>
        <translation>die Stelle {id} „{quote}“ ist falsch: {fault}</translation>
    </message>
    <message>
        <source>the mention “{quote}” is linked to an actor that is not there</source>
        <translation>die Nennung „{quote}“ ist mit einem Akteur verknüpft, den es nicht gibt</translation>
    </message>
    <message>
        <source>the relation {id} ({label}) joins a span that is not in this layer</source>
        <translation>die Verknüpfung {id} ({label}) verweist auf eine Stelle, die nicht in dieser Ebene ist</translation>
    </message>
    <message>
        <source>the stance {id} has a holder that is not there</source>
        <translation>die Haltung {id} hat einen Träger, den es nicht gibt</translation>
    </message>
    <message>
        <source>the stance {id} is expressed by an actor that is not there</source>
        <translation>die Haltung {id} wird von einem Akteur ausgedrückt, den es nicht gibt</translation>
    </message>
    <message>
        <source>the stance {id} belongs to a claim that is not in this layer</source>
        <translation>die Haltung {id} gehört zu einer Aussage, die nicht in dieser Ebene ist</translation>
    </message>
    <message>
        <source>the evidence of the stance {id} is wrong: {fault}</source>
        <translation>der Beleg der Haltung {id} ist falsch: {fault}</translation>
    </message>
    <message>
        <source>the note {id} is about a span that is not in this layer</source>
        <translation>die Notiz {id} gehört zu einer Stelle, die nicht in dieser Ebene ist</translation>
    </message>
    <message>
        <source>two {kind}s have the same id</source>
        <translation>zwei haben dieselbe Kennung: {kind}</translation>
    </message>
    <message>
        <source>The text is not the one that was imported.</source>
        <translation>Der Text ist nicht der, der importiert wurde.</translation>
    </message>
    <message>
        <source>the span {id} says {start}–{end}, which its fragments do not cover</source>
        <translation>die Stelle {id} sagt {start}–{end}, was ihre Teile nicht abdecken</translation>
    </message>
    <message>
        <source>the span {id} says “{quote}”, the text at its place is “{found}”</source>
        <translation>die Stelle {id} sagt „{quote}“, der Text an ihrem Ort ist „{found}“</translation>
    </message>
    <message>
        <source>{user} on {host} (process {process}, since {since} UTC)</source>
        <translation>{user} auf {host} (Prozess {process}, seit {since} UTC)</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>einem anderen Programm</translation>
    </message>
    <message>
        <source>a database of another program, not a Stancemark project</source>
        <translation>die Datenbank eines anderen Programms, kein Projekt von Stancemark</translation>
    </message>
    <message>
        <source>{path} could not be read ({error}).</source>
        <translation>{path} ließ sich nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>Den Datenträger prüfen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The newest good backup is {backup}. Open that copy; the damaged file was not touched.</source>
        <translation>Die neueste gute Sicherung ist {backup}. Diese Kopie öffnen; die beschädigte Datei wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>No backup of it was found. Keep the file: parts of it may still be readable. It was not touched.</source>
        <translation>Es fand sich keine Sicherung davon. Die Datei behalten: Teile davon sind vielleicht noch lesbar. Sie wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path} ist beschädigt.</translation>
    </message>
    <message>
        <source>{path} could not be written ({error}).</source>
        <translation>{path} ließ sich nicht schreiben ({error}).</translation>
    </message>
    <message>
        <source>This is in the project already.</source>
        <translation>Das ist schon im Projekt.</translation>
    </message>
    <message>
        <source>Look for it there.</source>
        <translation>Dort nachsehen.</translation>
    </message>
    <message>
        <source>The project {path} cannot be made ({error}).</source>
        <translation>Das Projekt {path} kann nicht angelegt werden ({error}).</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write.</source>
        <translation>Einen Ordner wählen, den es gibt und der beschreibbar ist.</translation>
    </message>
    <message>
        <source>not a Stancemark project</source>
        <translation>kein Projekt von Stancemark</translation>
    </message>
    <message>
        <source>{path} is {what}.</source>
        <translation>{path} ist {what}.</translation>
    </message>
    <message>
        <source>Choose a .stancemark file.</source>
        <translation>Eine .stancemark-Datei wählen.</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of Stancemark (its schema is {version}, not {known}).</source>
        <translation>{path} wurde von einer neueren Version von Stancemark geschrieben (ihr Schema ist {version}, nicht {known}).</translation>
    </message>
    <message>
        <source>Install the newer version to open it; nothing was changed.</source>
        <translation>Zum Öffnen die neuere Version installieren; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>you have no permission to write the file</source>
        <translation>die Berechtigung zum Schreiben fehlt</translation>
    </message>
    <message>
        <source>it is open for writing by {holder}</source>
        <translation>sie ist zum Schreiben geöffnet von {holder}</translation>
    </message>
    <message>
        <source>{path} is being written by another program.</source>
        <translation>{path} wird gerade von einem anderen Programm geschrieben.</translation>
    </message>
    <message>
        <source>Close that program and try again.</source>
        <translation>Dieses Programm schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is no room left on the disk of {path}: the last action was not saved, everything before it is.</source>
        <translation>Auf dem Datenträger von {path} ist kein Platz mehr: Die letzte Handlung wurde nicht gespeichert, alles davor schon.</translation>
    </message>
    <message>
        <source>Free some space and do it again.</source>
        <translation>Platz schaffen und es noch einmal tun.</translation>
    </message>
    <message>
        <source>{path} can no longer be written ({error}).</source>
        <translation>{path} kann nicht mehr geschrieben werden ({error}).</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>Die Rechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>This refers to something that is not in the project, or that other work still refers to.</source>
        <translation>Das verweist auf etwas, das nicht im Projekt ist, oder andere Arbeit verweist noch darauf.</translation>
    </message>
    <message>
        <source>It may have been taken back; look again.</source>
        <translation>Es wurde vielleicht zurückgenommen; noch einmal nachsehen.</translation>
    </message>
    <message>
        <source>There is no room for a new project at {path}.</source>
        <translation>Für ein neues Projekt in {path} ist kein Platz.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
        <source>Check the name, or make a new project.</source>
        <translation>Den Namen prüfen oder ein neues Projekt anlegen.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({strerror}).</source>
        <translation>{path} lässt sich nicht lesen ({strerror}).</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Die Rechte prüfen.</translation>
    </message>
    <message>
        <source>the folder {folder} cannot be written</source>
        <translation>in den Ordner {folder} kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>A character is cut in half (a lone surrogate), which no file can hold.</source>
        <translation>Ein Zeichen ist halbiert (ein einzelnes Surrogat), das keine Datei enthalten kann.</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Noch einmal eingeben.</translation>
    </message>
    <message>
        <source>{path} was made by an older version and could not be brought up to date ({error}).</source>
        <translation>{path} stammt von einer älteren Version und ließ sich nicht auf den neuen Stand bringen ({error}).</translation>
    </message>
    <message>
        <source>It is as it was; the newest backup is {backup}.</source>
        <translation>Sie ist, wie sie war; die neueste Sicherung ist {backup}.</translation>
    </message>
    <message>
        <source>Mark it anew, or take back the change of the codebook first.</source>
        <translation>Neu markieren oder erst die Änderung des Codebuchs zurücknehmen.</translation>
    </message>
    <message>
        <source>{path} already exists.</source>
        <translation>{path} gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name, or open it.</source>
        <translation>Einen anderen Namen wählen oder es öffnen.</translation>
    </message>
    <message>
        <source>it was opened for reading only</source>
        <translation>sie wurde nur zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>{path} has no codebook.</source>
        <translation>{path} hat kein Codebuch.</translation>
    </message>
    <message>
        <source>Open a backup.</source>
        <translation>Eine Sicherung öffnen.</translation>
    </message>
    <message>
        <source>{name} cannot be changed: {why}.</source>
        <translation>{name} kann nicht geändert werden: {why}.</translation>
    </message>
    <message>
        <source>{name} is closed.</source>
        <translation>{name} ist geschlossen.</translation>
    </message>
    <message>
        <source>This article is not in the project.</source>
        <translation>Dieser Artikel ist nicht im Projekt.</translation>
    </message>
    <message>
        <source>Take back the later work first.</source>
        <translation>Erst die spätere Arbeit zurücknehmen.</translation>
    </message>
    <message>
        <source>{path} was made by an older version and cannot be brought up to date, because {why}.</source>
        <translation>{path} stammt von einer älteren Version und lässt sich nicht auf den neuen Stand bringen, denn {why}.</translation>
    </message>
    <message>
        <source>Open it where it can be written.</source>
        <translation>Sie dort öffnen, wo sie geschrieben werden kann.</translation>
    </message>
    <message>
        <source>it is closed</source>
        <translation>es ist geschlossen</translation>
    </message>
    <message>
        <source>Undo or reload to see what is there.</source>
        <translation>Rückgängig machen oder neu laden, um zu sehen, was da ist.</translation>
    </message>
    <message>
        <source>“{step}” cannot be {done}: the {kind} it made or changed has been changed since.</source>
        <translation>„{step}“ kann nicht {done} werden: Was dabei entstand oder sich änderte ({kind}), wurde seither geändert.</translation>
    </message>
    <message>
        <source>Take back the later change first, or correct it by hand.</source>
        <translation>Erst die spätere Änderung zurücknehmen oder es von Hand berichtigen.</translation>
    </message>
    <message>
        <source>Nothing matches.
Clear the filter, or choose another status.</source>
        <translation>Nichts gefunden.
Den Filter leeren oder einen anderen Status wählen.</translation>
    </message>
    <message>
        <source>Words are looked for in title and source. To narrow:</source>
        <translation>Gesucht wird in Titel und Quelle. Zum Eingrenzen:</translation>
    </message>
    <message>
        <source>Title, actor:, date:…</source>
        <translation>Titel, actor:, date: …</translation>
    </message>
    <message>
        <source>Find an article by title or source</source>
        <translation>Artikel nach Titel oder Quelle suchen</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>Noch keine Artikel</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Show only: {status}, {number}</source>
        <translation>Nur zeigen: {status}, {number}</translation>
    </message>
    <message>
        <source>{all} · {done} done</source>
        <translation>{all} · {done} erledigt</translation>
    </message>
    <message>
        <source>a question is open</source>
        <translation>eine Frage ist offen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s)</source>
        <translation>
            <numerusform>%Ln Markierung</numerusform>
            <numerusform>%Ln Markierungen</numerusform>
        </translation>
    </message>
    <message>
        <source>also “{alias}”</source>
        <translation>auch „{alias}“</translation>
    </message>
    <message>
        <source>The author</source>
        <translation>Der Autor</translation>
    </message>
    <message>
        <source>Unnamed</source>
        <translation>Ungenannt</translation>
    </message>
    <message>
        <source>Create actor “{name}”</source>
        <translation>Akteur „{name}“ anlegen</translation>
    </message>
    <message>
        <source>Create issue “{name}”</source>
        <translation>Streitfrage „{name}“ anlegen</translation>
    </message>
    <message>
        <source>issue</source>
        <translation>Streitfrage</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>Which actor is {words}?</source>
        <translation>Welcher Akteur ist {words}?</translation>
    </message>
    <message>
        <source>Press the letter of a mention or a claim. Esc lets go.</source>
        <translation>Den Buchstaben einer Nennung oder Aussage drücken. Esc lässt los.</translation>
    </message>
    <message>
        <source>Who says it for the holder?</source>
        <translation>Wer sagt es für den Träger?</translation>
    </message>
    <message>
        <source>Select a mention first.</source>
        <translation>Zuerst eine Nennung auswählen.</translation>
    </message>
    <message>
        <source>Select the passage that shows the stance first.</source>
        <translation>Zuerst die Textstelle auswählen, die die Haltung zeigt.</translation>
    </message>
    <message>
        <source>That mark is neither a claim nor linked to an actor.</source>
        <translation>Diese Markierung ist weder eine Aussage noch mit einem Akteur verknüpft.</translation>
    </message>
    <message>
        <source>Select some words first, then press the key.</source>
        <translation>Zuerst Wörter auswählen, dann die Taste drücken.</translation>
    </message>
    <message>
        <source>The stance was not saved.</source>
        <translation>Die Haltung wurde nicht gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>Done. %n mark(s) (lacks|lack) a value the codebook asks for.</source>
        <translation>
            <numerusform>Erledigt. Bei %n Markierung fehlt ein Wert, den das Codebuch verlangt.</numerusform>
            <numerusform>Erledigt. Bei %n Markierungen fehlt ein Wert, den das Codebuch verlangt.</numerusform>
        </translation>
    </message>
    <message>
        <source>That was the last article in the list.</source>
        <translation>Das war der letzte Artikel der Liste.</translation>
    </message>
    <message>
        <source>This is the first article in the list.</source>
        <translation>Das ist der erste Artikel der Liste.</translation>
    </message>
    <message>
        <source>The same string elsewhere</source>
        <translation>Dieselben Wörter anderswo</translation>
    </message>
    <message>
        <source>All my articles</source>
        <translation>Alle meine Artikel</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß/klein beachten</translation>
    </message>
    <message>
        <source>Inflections</source>
        <translation>Beugungen</translation>
    </message>
    <message>
        <source>Also with ’s, s or es at the end</source>
        <translation>Auch mit ’s, s oder es am Ende</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Weitere Namen</translation>
    </message>
    <message>
        <source>Mark ⏎</source>
        <translation>Markieren ⏎</translation>
    </message>
    <message>
        <source>Mark the ticked places, key Enter</source>
        <translation>Die angehakten Stellen markieren, Eingabetaste</translation>
    </message>
    <message>
        <source>“{words}” elsewhere</source>
        <translation>„{words}“ anderswo</translation>
    </message>
    <message>
        <source>Aliases of {actor}</source>
        <translation>Weitere Namen von {actor}</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Mark {number} ⏎</source>
        <translation>{number} markieren ⏎</translation>
    </message>
    <message>
        <source>No such place.</source>
        <translation>Keine solche Stelle.</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) marked already</source>
        <translation>
            <numerusform>%Ln Stelle schon markiert</numerusform>
            <numerusform>%Ln Stellen schon markiert</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {all} ticked</source>
        <translation>{number} von {all} angehakt</translation>
    </message>
    <message>
        <source>{label} (not in the codebook)</source>
        <translation>{label} (nicht im Codebuch)</translation>
    </message>
    <message>
        <source>{attribute}, required, empty</source>
        <translation>{attribute}, verlangt, leer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Required.</source>
        <translation>Verlangt.</translation>
    </message>
    <message>
        <source>{number} found</source>
        <translation>{number} gefunden</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} von {all}</translation>
    </message>
    <message>
        <source>Hit before (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>Nächster Treffer (Eingabe)</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>Highlights in this article</source>
        <translation>Hervorhebungen in diesem Artikel</translation>
    </message>
    <message>
        <source>All highlights</source>
        <translation>Alle Hervorhebungen</translation>
    </message>
    <message>
        <source>{name}: still looking</source>
        <translation>{name}: Suche läuft</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln hit(s)</source>
        <translation>
            <numerusform>{name}: %Ln Treffer</numerusform>
            <numerusform>{name}: %Ln Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All highlights, %n not shown</source>
        <translation>
            <numerusform>Alle Hervorhebungen, %n nicht gezeigt</numerusform>
            <numerusform>Alle Hervorhebungen, %n nicht gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Still looking…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>No highlight matches in this article.</source>
        <translation>Keine Hervorhebung trifft in diesem Artikel zu.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Selected mark</source>
        <translation>Gewählte Markierung</translation>
    </message>
    <message>
        <source>Marks of this article</source>
        <translation>Markierungen dieses Artikels</translation>
    </message>
    <message>
        <source>Actors of this article</source>
        <translation>Akteure dieses Artikels</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markiert</translation>
    </message>
    <message numerus="yes">
        <source>Deleted with %n stance(s) about it. {key} brings all back.</source>
        <translation>
            <numerusform>Gelöscht, mit %n Haltung dazu. {key} holt alles zurück.</numerusform>
            <numerusform>Gelöscht, mit %n Haltungen dazu. {key} holt alles zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no highlights yet. {key} opens the list.</source>
        <translation>Es gibt noch keine Hervorhebungen. {key} öffnet die Liste.</translation>
    </message>
    <message>
        <source>The menu View</source>
        <translation>Das Menü Ansicht</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>Akteure</translation>
    </message>
    <message>
        <source>{name}, key {key}</source>
        <translation>{name}, Taste {key}</translation>
    </message>
    <message>
        <source>{relation}: choose the {others} for {words} — its letter, Tab and Enter, or a click.</source>
        <translation>{relation}: {others} für {words} wählen – Buchstabe, Tab und Eingabe oder Klick.</translation>
    </message>
    <message>
        <source>Select a claim first: links start there.</source>
        <translation>Zuerst eine Aussage auswählen: Verknüpfungen beginnen dort.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>This cannot be the other end: choose {others}, or press Esc.</source>
        <translation>Das kann nicht das andere Ende sein: {others} wählen oder Esc drücken.</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>Die Notiz ändern</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>Die Notiz ändern</translation>
    </message>
    <message>
        <source>asks for help</source>
        <translation>bittet um Hilfe</translation>
    </message>
    <message>
        <source>Answer to {name}</source>
        <translation>Antwort an {name}</translation>
    </message>
    <message>
        <source>Enter saves the answer.</source>
        <translation>Eingabe speichert die Antwort.</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>antworten</translation>
    </message>
    <message>
        <source>Answer {name}</source>
        <translation>{name} antworten</translation>
    </message>
    <message>
        <source>Show {words}</source>
        <translation>{words} zeigen</translation>
    </message>
    <message>
        <source>The note is a question</source>
        <translation>Die Notiz ist eine Frage</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>geklärt</translation>
    </message>
    <message>
        <source>The note is settled</source>
        <translation>Die Notiz ist geklärt</translation>
    </message>
    <message>
        <source>Delete the note</source>
        <translation>Die Notiz löschen</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>A remark or a question. Enter saves it.</source>
        <translation>Eine Bemerkung oder Frage. Eingabe speichert sie.</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Die Notiz hinzufügen</translation>
    </message>
    <message>
        <source>On {words}</source>
        <translation>Zu {words}</translation>
    </message>
    <message>
        <source>On this article</source>
        <translation>Zu diesem Artikel</translation>
    </message>
    <message>
        <source>Places of the string</source>
        <translation>Stellen mit diesen Wörtern</translation>
    </message>
    <message>
        <source>Space ticks a place or leaves it out, Control A ticks all, Enter marks them.</source>
        <translation>Leertaste hakt eine Stelle an oder ab, Strg A hakt alle an, Eingabe markiert sie.</translation>
    </message>
    <message>
        <source>marked · {title}</source>
        <translation>markiert · {title}</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>angehakt</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>nicht angehakt</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Number of marks</source>
        <translation>Anzahl der Markierungen</translation>
    </message>
    <message>
        <source>Open notes</source>
        <translation>Offene Notizen</translation>
    </message>
    <message>
        <source>Order of import</source>
        <translation>Reihenfolge des Imports</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <source>Sorted by {name}, the other way round</source>
        <translation>Sortiert: {name}, umgekehrt</translation>
    </message>
    <message>
        <source>Sorted by {name}</source>
        <translation>Sortiert: {name}</translation>
    </message>
    <message>
        <source>Select a mark first.</source>
        <translation>Zuerst eine Markierung auswählen.</translation>
    </message>
    <message>
        <source>Choose an article</source>
        <translation>Einen Artikel wählen</translation>
    </message>
    <message>
        <source>Press the letter of a mark. Esc lets go.</source>
        <translation>Den Buchstaben einer Markierung drücken. Esc lässt los.</translation>
    </message>
    <message>
        <source>There is no mark in sight.</source>
        <translation>Keine Markierung ist zu sehen.</translation>
    </message>
    <message>
        <source>That would leave nothing of the mark. Delete takes it away.</source>
        <translation>Damit bliebe nichts von der Markierung. Entf nimmt sie weg.</translation>
    </message>
    <message>
        <source>Select the words to add to {words}, or to take out of it, then press J. Esc lets go.</source>
        <translation>Die Wörter auswählen, die zu {words} kommen oder davon weg sollen, dann J drücken. Esc lässt los.</translation>
    </message>
    <message>
        <source>Select a mark first, then J, then the words to add to it.</source>
        <translation>Zuerst eine Markierung auswählen, dann J, dann die Wörter, die dazukommen.</translation>
    </message>
    <message>
        <source>{name}: what matches</source>
        <translation>{name}: was passt</translation>
    </message>
    <message>
        <source>Sure?</source>
        <translation>Sicher?</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Link to an actor…  A</source>
        <translation>Mit Akteur verknüpfen …  A</translation>
    </message>
    <message>
        <source>Unlink {name}</source>
        <translation>Verknüpfung mit {name} lösen</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Verknüpfung lösen</translation>
    </message>
    <message>
        <source>+ choose in the text</source>
        <translation>+ im Text wählen</translation>
    </message>
    <message>
        <source>{relation}: choose a mark</source>
        <translation>{relation}: eine Markierung wählen</translation>
    </message>
    <message>
        <source>Then Tab to the mark and Enter, or click it</source>
        <translation>Dann mit Tab zur Markierung und Eingabe, oder Klick</translation>
    </message>
    <message>
        <source>Linked mark</source>
        <translation>Verknüpfte Markierung</translation>
    </message>
    <message>
        <source>Remove the link to {words}</source>
        <translation>Die Verknüpfung mit {words} entfernen</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>Die Verknüpfung entfernen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete this mark</source>
        <translation>Diese Markierung löschen</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz …</translation>
    </message>
    <message>
        <source>Write a note on this mark</source>
        <translation>Eine Notiz zu dieser Markierung schreiben</translation>
    </message>
    <message>
        <source>Guideline · {label}</source>
        <translation>Leitfaden · {label}</translation>
    </message>
    <message>
        <source>Linked from</source>
        <translation>Verknüpft von</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>Type a name · @ the author · _ unnamed · . letters</source>
        <translation>Namen tippen · @ der Autor · _ ungenannt · . Buchstaben</translation>
    </message>
    <message>
        <source>+ for · - against · 0 neutral · ~ mixed · ?</source>
        <translation>+ für · - gegen · 0 neutral · ~ gespalten · ?</translation>
    </message>
    <message>
        <source>Type an actor, issue or claim · . letters</source>
        <translation>Akteur, Streitfrage oder Aussage tippen · . Buchstaben</translation>
    </message>
    <message>
        <source>New stance</source>
        <translation>Neue Haltung</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Träger</translation>
    </message>
    <message>
        <source>who</source>
        <translation>wer</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>type an actor, issue or claim</source>
        <translation>Akteur, Streitfrage, Aussage</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>implicit</source>
        <translation>implizit</translation>
    </message>
    <message>
        <source>Implicit: not said outright</source>
        <translation>Implizit: nicht ausdrücklich gesagt</translation>
    </message>
    <message>
        <source>ironic</source>
        <translation>ironisch</translation>
    </message>
    <message>
        <source>Ironic</source>
        <translation>Ironisch</translation>
    </message>
    <message>
        <source>by…</source>
        <translation>durch …</translation>
    </message>
    <message>
        <source>Expressed by: who says it for the holder</source>
        <translation>Geäußert von: wer es für den Träger sagt</translation>
    </message>
    <message>
        <source>Save ⏎</source>
        <translation>Speichern ⏎</translation>
    </message>
    <message>
        <source>Save the stance</source>
        <translation>Die Haltung speichern</translation>
    </message>
    <message>
        <source>Polarity: {name}</source>
        <translation>Polarität: {name}</translation>
    </message>
    <message>
        <source>Give up the stance</source>
        <translation>Die Haltung verwerfen</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>durch {name}</translation>
    </message>
    <message>
        <source>Expressed by {name}</source>
        <translation>Geäußert von {name}</translation>
    </message>
    <message>
        <source>Expressed by (B)</source>
        <translation>Geäußert von (B)</translation>
    </message>
    <message>
        <source>Say who holds the stance: type a name, @ or _.</source>
        <translation>Es fehlt, wessen Haltung es ist: Namen tippen, @ oder _.</translation>
    </message>
    <message>
        <source>Say which way it goes: + - 0 ~ or ?.</source>
        <translation>Es fehlt die Richtung: + - 0 ~ oder ?.</translation>
    </message>
    <message>
        <source>Say what it is about: type, and pick with Enter.</source>
        <translation>Es fehlt, worum es geht: tippen und mit Eingabe wählen.</translation>
    </message>
    <message>
        <source>Polarity</source>
        <translation>Polarität</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Expressed by</source>
        <translation>Geäußert von</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>the holder</source>
        <translation>der Träger</translation>
    </message>
    <message>
        <source>use selection</source>
        <translation>übernehmen</translation>
    </message>
    <message>
        <source>Take the selection in the text as evidence</source>
        <translation>Die Auswahl im Text als Beleg nehmen</translation>
    </message>
    <message>
        <source>Note on the stance</source>
        <translation>Notiz zur Haltung</translation>
    </message>
    <message>
        <source>Delete this stance</source>
        <translation>Diese Haltung löschen</translation>
    </message>
    <message>
        <source>The holder says it</source>
        <translation>Der Träger sagt es selbst</translation>
    </message>
    <message>
        <source>said outright</source>
        <translation>ausdrücklich gesagt</translation>
    </message>
    <message>
        <source>denied (negated)</source>
        <translation>verneint</translation>
    </message>
    <message>
        <source>Select the passage in the text first, then “use selection”.</source>
        <translation>Zuerst die Stelle im Text auswählen, dann „übernehmen“.</translation>
    </message>
    <message>
        <source>Who holds it?</source>
        <translation>Wessen Haltung ist es?</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>Who says it?</source>
        <translation>Wer sagt es?</translation>
    </message>
    <message>
        <source>low</source>
        <translation>kaum</translation>
    </message>
    <message>
        <source>Show the actor</source>
        <translation>Akteur zeigen</translation>
    </message>
    <message>
        <source>The actor of the mention, in the registry, with every place that names it</source>
        <translation>Der Akteur der Nennung im Register, mit jeder Stelle, die ihn nennt</translation>
    </message>
    <message>
        <source>Mark the article done and open the next that is to do</source>
        <translation>Den Artikel als erledigt markieren und den nächsten offenen öffnen</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>What was asked and noted, and what was answered</source>
        <translation>Was gefragt und notiert wurde und was geantwortet wurde</translation>
    </message>
    <message>
        <source>Actors and issues</source>
        <translation>Akteure und Streitfragen</translation>
    </message>
    <message>
        <source>Who and what the marks name: edit, merge, split, find duplicates</source>
        <translation>Wen und was die Markierungen nennen: ändern, zusammenlegen, trennen, Dubletten finden</translation>
    </message>
    <message>
        <source>Example of {label}: it is in the draft of the codebook, to be saved there (Ctrl+3).</source>
        <translation>Beispiel für {label}: Es steht im Entwurf des Codebuchs und wird dort gespeichert (Strg+3).</translation>
    </message>
    <message>
        <source>The draft of the codebook has no {label} any more.</source>
        <translation>Der Entwurf des Codebuchs hat kein {label} mehr.</translation>
    </message>
    <message>
        <source>This is an example of {label} already.</source>
        <translation>Das ist schon ein Beispiel für {label}.</translation>
    </message>
    <message>
        <source>Select a mark, or some words, first.</source>
        <translation>Zuerst eine Markierung oder Wörter auswählen.</translation>
    </message>
    <message>
        <source>Example of {label}</source>
        <translation>Beispiel für {label}</translation>
    </message>
    <message>
        <source>What is no {label}</source>
        <translation>Was kein {label} ist</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Leitfaden</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>{name} ({key})</source>
        <translation>{name} ({key})</translation>
    </message>
    <message>
        <source>To {name}: “{text}”</source>
        <translation>An {name}: „{text}“</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Frage</translation>
    </message>
    <message>
        <source>The new note is a question</source>
        <translation>Die neue Notiz ist eine Frage</translation>
    </message>
    <message>
        <source>Ticked by itself when the note ends in a question mark (Alt+Q)</source>
        <translation>Wird von selbst angehakt, wenn die Notiz mit Fragezeichen endet (Alt+F)</translation>
    </message>
    <message>
        <source>The question is gone.</source>
        <translation>Die Frage gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Asked by others</source>
        <translation>Von anderen gefragt</translation>
    </message>
    <message>
        <source>That was the last one to do in the list.</source>
        <translation>Das war der letzte offene der Liste.</translation>
    </message>
    <message numerus="yes">
        <source>From here on nothing is left to do; %n article(s) further up (is|are).</source>
        <translation>
            <numerusform>Ab hier ist nichts mehr offen; weiter oben noch %n Artikel.</numerusform>
            <numerusform>Ab hier ist nichts mehr offen; weiter oben noch %n Artikel.</numerusform>
        </translation>
    </message>
    <message>
        <source>1–3 how strong · the keys on the chips · ⏎ saves · Esc gives up</source>
        <translation>1–3 wie stark · Tasten auf den Knöpfen · ⏎ speichert · Esc verwirft</translation>
    </message>
    <message>
        <source>⏎ keeps the note; ⏎ once more saves the stance</source>
        <translation>⏎ behält die Notiz; noch einmal ⏎ speichert die Haltung</translation>
    </message>
    <message>
        <source>“{words}” was not taken: pick a line with Enter.</source>
        <translation>„{words}“ wurde nicht übernommen: eine Zeile mit Eingabe wählen.</translation>
    </message>
    <message>
        <source>“{key}” does nothing here: {keys}</source>
        <translation>„{key}“ bewirkt hier nichts: {keys}</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>eher</translation>
    </message>
    <message>
        <source>high</source>
        <translation>ganz</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verneint</translation>
    </message>
    <message>
        <source>Denied: the passage says that it is not so</source>
        <translation>Verneint: Die Stelle sagt, dass es nicht so ist</translation>
    </message>
    <message>
        <source>Note on the new stance</source>
        <translation>Notiz zur neuen Haltung</translation>
    </message>
    <message>
        <source>what a reader should know</source>
        <translation>was man dazu wissen sollte</translation>
    </message>
    <message>
        <source>Intensity: {number} {words}</source>
        <translation>Stärke: {number} {words}</translation>
    </message>
    <message>
        <source>Add a stance</source>
        <translation>Eine Haltung hinzufügen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Not in the list</source>
        <translation>Nicht in der Liste</translation>
    </message>
    <message>
        <source>Article {number} of {all}</source>
        <translation>Artikel {number} von {all}</translation>
    </message>
    <message>
        <source>What matches</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>{name}, with commas between</source>
        <translation>{name}, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>ist für</translation>
    </message>
    <message>
        <source>Supports</source>
        <translation>Dafür</translation>
    </message>
    <message>
        <source>opposes</source>
        <translation>ist gegen</translation>
    </message>
    <message>
        <source>Opposes</source>
        <translation>Dagegen</translation>
    </message>
    <message>
        <source>is neutral on</source>
        <translation>ist neutral zu</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutral</translation>
    </message>
    <message>
        <source>is mixed on</source>
        <translation>ist gespalten zu</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Gespalten</translation>
    </message>
    <message>
        <source>cannot be decided on</source>
        <translation>ist unklar zu</translation>
    </message>
    <message>
        <source>Cannot decide</source>
        <translation>Nicht entscheidbar</translation>
    </message>
    <message>
        <source>a mark that is gone</source>
        <translation>eine Markierung, die es nicht mehr gibt</translation>
    </message>
    <message>
        <source>an actor that is gone</source>
        <translation>ein Akteur, den es nicht mehr gibt</translation>
    </message>
    <message>
        <source>an issue that is gone</source>
        <translation>eine Streitfrage, die es nicht mehr gibt</translation>
    </message>
    <message>
        <source>intensity {number}</source>
        <translation>Stärke {number}</translation>
    </message>
    <message>
        <source>explicit</source>
        <translation>explizit</translation>
    </message>
    <message>
        <source>irony</source>
        <translation>Ironie</translation>
    </message>
    <message>
        <source>negated</source>
        <translation>verneint</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s).</source>
        <translation>
            <numerusform>%Ln Änderung.</numerusform>
            <numerusform>%Ln Änderungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard all changes</source>
        <translation>Alle Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Review changes…</source>
        <translation>Änderungen prüfen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln removal(s) (needs|need) a word on what takes over.</source>
        <translation>
            <numerusform>Bei %Ln Entfernung fehlt, was an die Stelle tritt.</numerusform>
            <numerusform>Bei %Ln Entfernungen fehlt, was an die Stelle tritt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s) (was|were) made before a change that concerns (it|them).</source>
        <translation>
            <numerusform>%Ln Ebene entstand vor einer Änderung, die sie betrifft.</numerusform>
            <numerusform>%Ln Ebenen entstanden vor einer Änderung, die sie betrifft.</numerusform>
        </translation>
    </message>
    <message>
        <source>No article needs another look.</source>
        <translation>Kein Artikel braucht einen zweiten Blick.</translation>
    </message>
    <message>
        <source>Go to the article   ⏎</source>
        <translation>Zum Artikel gehen   ⏎</translation>
    </message>
    <message>
        <source>Go to the article</source>
        <translation>Zum Artikel gehen</translation>
    </message>
    <message>
        <source>Looked at again   L</source>
        <translation>Noch einmal angesehen   L</translation>
    </message>
    <message>
        <source>There are more, which come up when these are done.</source>
        <translation>Es gibt mehr; sie kommen, wenn diese erledigt sind.</translation>
    </message>
    <message>
        <source>Layers that need another look</source>
        <translation>Ebenen, die einen zweiten Blick brauchen</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Seither geändert</translation>
    </message>
    <message>
        <source>+ example</source>
        <translation>+ Beispiel</translation>
    </message>
    <message>
        <source>Add an example</source>
        <translation>Ein Beispiel hinzufügen</translation>
    </message>
    <message>
        <source>Example {number}</source>
        <translation>Beispiel {number}</translation>
    </message>
    <message>
        <source>Example {number}: passage</source>
        <translation>Beispiel {number}: Textstelle</translation>
    </message>
    <message>
        <source>The passage, with [the mark] in it</source>
        <translation>Die Textstelle, mit [der Markierung] darin</translation>
    </message>
    <message>
        <source>Example {number}: why</source>
        <translation>Beispiel {number}: warum</translation>
    </message>
    <message>
        <source>Remove example {number}</source>
        <translation>Beispiel {number} entfernen</translation>
    </message>
    <message>
        <source>+ mark</source>
        <translation>+ ja</translation>
    </message>
    <message>
        <source>− not</source>
        <translation>− nein</translation>
    </message>
    <message>
        <source>soft fill</source>
        <translation>zarte Fläche</translation>
    </message>
    <message>
        <source>bracket</source>
        <translation>Klammer</translation>
    </message>
    <message>
        <source>dotted line</source>
        <translation>gepunktete Linie</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Stands in the export</source>
        <translation>Steht im Export</translation>
    </message>
    <message>
        <source>Hotkey</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>Gezeichnet als</translation>
    </message>
    <message>
        <source>may overlap another one of its own</source>
        <translation>darf eine andere seiner Art überlappen</translation>
    </message>
    <message>
        <source>is linked to an actor of the registry</source>
        <translation>wird mit einem Akteur des Registers verknüpft</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Name of a new attribute</source>
        <translation>Name eines neuen Attributs</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>at most one at a mark; another takes its place</source>
        <translation>höchstens eine an einer Markierung; eine andere tritt an ihre Stelle</translation>
    </message>
    <message>
        <source>must not go round in a circle</source>
        <translation>darf nicht im Kreis laufen</translation>
    </message>
    <message>
        <source>Intensity {number}</source>
        <translation>Stärke {number}</translation>
    </message>
    <message>
        <source>Type of actor</source>
        <translation>Art von Akteur</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>{key} · {label} has it</source>
        <translation>{key} · hat {label}</translation>
    </message>
    <message>
        <source>one value for each issue</source>
        <translation>ein Wert je Streitfrage</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>New value; without values any text will do</source>
        <translation>Neuer Wert; ohne Werte geht jeder Text</translation>
    </message>
    <message>
        <source>always to be filled in</source>
        <translation>immer auszufüllen</translation>
    </message>
    <message>
        <source>several values at once</source>
        <translation>mehrere Werte zugleich</translation>
    </message>
    <message>
        <source>Name of a new one</source>
        <translation>Name eines neuen Eintrags</translation>
    </message>
    <message>
        <source>Blue of actors</source>
        <translation>Blau der Akteure</translation>
    </message>
    <message>
        <source>Orange of claims</source>
        <translation>Orange der Aussagen</translation>
    </message>
    <message>
        <source>Grey of cues</source>
        <translation>Grau der Signale</translation>
    </message>
    <message>
        <source>Purple of evidence</source>
        <translation>Lila der Belege</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>Zinnober</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Himmelblau</translation>
    </message>
    <message>
        <source>Hard to read on this ground ({ratio} to 1, 4.5 is needed): shown as {shown}.</source>
        <translation>Auf diesem Grund schwer zu lesen ({ratio} zu 1, nötig ist 4,5): gezeigt als {shown}.</translation>
    </message>
    <message>
        <source>Own colour</source>
        <translation>Eigene Farbe</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>{list}: add</source>
        <translation>{list}: hinzufügen</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>Farbe: {name}</translation>
    </message>
    <message>
        <source>{list}: move up</source>
        <translation>{list}: nach oben</translation>
    </message>
    <message>
        <source>{list}: move down</source>
        <translation>{list}: nach unten</translation>
    </message>
    <message>
        <source>{list}: remove</source>
        <translation>{list}: entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotator(s)</source>
        <translation>
            <numerusform>%Ln Annotator</numerusform>
            <numerusform>%Ln Annotatoren</numerusform>
        </translation>
    </message>
    <message>
        <source>Touches {marks} in {layers} of {people}.</source>
        <translation>Betrifft: {marks}, {layers}, {people}.</translation>
    </message>
    <message>
        <source>No mark is touched.</source>
        <translation>Keine Markierung ist betroffen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) (gives|give) way to one that is there already.</source>
        <translation>
            <numerusform>%Ln Wert weicht einem, der schon da ist.</numerusform>
            <numerusform>%Ln Werte weichen einem, der schon da ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes of the codebook</source>
        <translation>Änderungen des Codebuchs</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>What takes over for what is removed?</source>
        <translation>Was tritt an die Stelle des Entfernten?</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>{entry}: what takes over</source>
        <translation>{entry}: was an die Stelle tritt</translation>
    </message>
    <message numerus="yes">
        <source>{entry} · %Ln use(s)</source>
        <translation>
            <numerusform>{entry} · %Ln Verwendung</numerusform>
            <numerusform>{entry} · %Ln Verwendungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln span(s)</source>
        <translation>
            <numerusform>%Ln Textstelle</numerusform>
            <numerusform>%Ln Textstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s)</source>
        <translation>
            <numerusform>%Ln Verknüpfung</numerusform>
            <numerusform>%Ln Verknüpfungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln actor(s)</source>
        <translation>
            <numerusform>%Ln Akteur</numerusform>
            <numerusform>%Ln Akteure</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing: take it off the marks</source>
        <translation>Nichts: von den Markierungen nehmen</translation>
    </message>
    <message>
        <source>Nothing: delete these links</source>
        <translation>Nichts: diese Verknüpfungen löschen</translation>
    </message>
    <message>
        <source>Changed in the draft</source>
        <translation>Im Entwurf geändert</translation>
    </message>
    <message>
        <source>Versions of the codebook</source>
        <translation>Versionen des Codebuchs</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>What this version changed</source>
        <translation>Was diese Version geändert hat</translation>
    </message>
    <message>
        <source>The first version.</source>
        <translation>Die erste Version.</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>Nichts geändert.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verknüpfungen</translation>
    </message>
    <message>
        <source>Article labels</source>
        <translation>Artikel-Labels</translation>
    </message>
    <message>
        <source>Types of actor</source>
        <translation>Arten von Akteuren</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>hotkey</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>style</source>
        <translation>Strich</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>link to an actor</source>
        <translation>Verknüpfung mit Akteur</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>required</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>mehrere Werte</translation>
    </message>
    <message>
        <source>number at one mark</source>
        <translation>Anzahl an einer Markierung</translation>
    </message>
    <message>
        <source>no circles</source>
        <translation>keine Kreise</translation>
    </message>
    <message>
        <source>one for each issue</source>
        <translation>eines je Streitfrage</translation>
    </message>
    <message>
        <source>intensity</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>any text</source>
        <translation>beliebiger Text</translation>
    </message>
    <message>
        <source>~ {entry}: {field} was {old}, is {new}</source>
        <translation>~ {entry}: {field} war {old}, ist {new}</translation>
    </message>
    <message>
        <source>+ {entry} is new</source>
        <translation>+ {entry} ist neu</translation>
    </message>
    <message>
        <source>→ {entry}: {old} is now {new}</source>
        <translation>→ {entry}: {old} heißt jetzt {new}</translation>
    </message>
    <message>
        <source>− {entry} is gone</source>
        <translation>− {entry} entfällt</translation>
    </message>
    <message>
        <source>~ {entry}: {field} changed</source>
        <translation>~ {entry}: {field} geändert</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>− {entry} is gone; {other} takes over</source>
        <translation>− {entry} entfällt; {other} übernimmt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlsliste</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Stancemark is free software under the MIT licence.</source>
        <translation>Stancemark ist freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>The window is drawn by Qt {version}, used through PySide6. Qt and PySide6 come under the GNU Lesser General Public License, version 3. They are loaded as separate libraries: you may replace them by versions of your own. Their source is at code.qt.io, the licence at gnu.org/licenses/lgpl-3.0.</source>
        <translation>Das Fenster zeichnet Qt {version}, benutzt durch PySide6. Qt und PySide6 stehen unter der GNU Lesser General Public License, Version 3. Sie werden als getrennte Bibliotheken geladen und dürfen durch eigene Fassungen ersetzt werden. Ihr Quelltext steht auf code.qt.io, die Lizenz auf gnu.org/licenses/lgpl-3.0.</translation>
    </message>
    <message>
        <source>Other parts:</source>
        <translation>Weitere Bestandteile:</translation>
    </message>
    <message>
        <source>The icons were drawn for this program and come under its licence.</source>
        <translation>Die Symbole wurden für dieses Programm gezeichnet und stehen unter seiner Lizenz.</translation>
    </message>
    <message>
        <source>Nothing you label leaves this computer: the program never uses the network.</source>
        <translation>Nichts verlässt diesen Rechner: Das Programm benutzt nie das Netz.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zieldatei</translation>
    </message>
    <message>
        <source>Whose layers</source>
        <translation>Wessen Ebenen</translation>
    </message>
    <message>
        <source>Articles that nobody has read too</source>
        <translation>Auch Artikel, die niemand gelesen hat</translation>
    </message>
    <message>
        <source>The files that the articles were cut from</source>
        <translation>Die Dateien, aus denen die Artikel stammen</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message numerus="yes">
        <source>Of all annotators (%Ln layer(s))</source>
        <translation>
            <numerusform>Von allen Annotatoren (%Ln Ebene)</numerusform>
            <numerusform>Von allen Annotatoren (%Ln Ebenen)</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} exists and will be replaced.</source>
        <translation>{file} gibt es schon und wird ersetzt.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message numerus="yes">
        <source>Of {name} (%Ln layer(s))</source>
        <translation>
            <numerusform>Von {name} (%Ln Ebene)</numerusform>
            <numerusform>Von {name} (%Ln Ebenen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Orange, dotted</source>
        <translation>Orange, gepunktet</translation>
    </message>
    <message>
        <source>Blue, dashed</source>
        <translation>Blau, gestrichelt</translation>
    </message>
    <message>
        <source>Purple, dash and dot</source>
        <translation>Lila, Strich und Punkt</translation>
    </message>
    <message>
        <source>Teal, long dashes</source>
        <translation>Petrol, lange Striche</translation>
    </message>
    <message>
        <source>Pink, dotted</source>
        <translation>Rosa, gepunktet</translation>
    </message>
    <message>
        <source>Brown, dashed</source>
        <translation>Braun, gestrichelt</translation>
    </message>
    <message>
        <source>Green, dash and dot</source>
        <translation>Grün, Strich und Punkt</translation>
    </message>
    <message>
        <source>Violet, long dashes</source>
        <translation>Violett, lange Striche</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s) in the open article</source>
        <translation>
            <numerusform>%Ln Treffer im offenen Artikel</numerusform>
            <numerusform>%Ln Treffer im offenen Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>As the pattern, if empty</source>
        <translation>Wenn leer, wie das Muster</translation>
    </message>
    <message>
        <source>bridge|ferr(y|ies)</source>
        <translation>brücken*|fähren*</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>What the pattern matches</source>
        <translation>Was das Muster trifft</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>It</source>
        <translation>Es</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Hervorhebungen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Words that are coloured in every article, for everybody. A tick shows them; where several match, the upper one counts. A pattern is a regular expression; plain words are one.</source>
        <translation>Wörter, die in jedem Artikel und für alle farbig sind. Ein Haken zeigt sie; wo mehrere zutreffen, gilt die obere. Ein Muster ist ein regulärer Ausdruck; auch einfache Wörter sind einer.</translation>
    </message>
    <message>
        <source>{block} · cut</source>
        <translation>{block} · gestrichen</translation>
    </message>
    <message>
        <source>Files found</source>
        <translation>Gefundene Dateien</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Report of the import</source>
        <translation>Bericht des Imports</translation>
    </message>
    <message>
        <source>Reading again…</source>
        <translation>Wird noch einmal gelesen …</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Wird importiert …</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Dateien zum Importieren</translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation>Ordner zum Importieren</translation>
    </message>
    <message>
        <source>Import {things}</source>
        <translation>{things} importieren</translation>
    </message>
    <message>
        <source>This folder</source>
        <translation>Dieser Ordner</translation>
    </message>
    <message>
        <source>there is no file to import in it.</source>
        <translation>er enthält keine Datei zum Importieren.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Neues Label</translation>
    </message>
    <message>
        <source>New link</source>
        <translation>Neue Verknüpfung</translation>
    </message>
    <message>
        <source>New article label</source>
        <translation>Neues Artikel-Label</translation>
    </message>
    <message>
        <source>new type</source>
        <translation>neue Art</translation>
    </message>
    <message>
        <source>Import a codebook file</source>
        <translation>Codebuch-Datei importieren</translation>
    </message>
    <message>
        <source>Export the codebook as a file</source>
        <translation>Codebuch als Datei exportieren</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Versionen …</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>+ add</source>
        <translation>+ hinzufügen</translation>
    </message>
    <message>
        <source>Move the entry up</source>
        <translation>Den Eintrag nach oben rücken</translation>
    </message>
    <message>
        <source>Move the entry down</source>
        <translation>Den Eintrag nach unten rücken</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation>Den Eintrag entfernen</translation>
    </message>
    <message>
        <source>The entry</source>
        <translation>Der Eintrag</translation>
    </message>
    <message>
        <source>Codebooks (*.json)</source>
        <translation>Codebücher (*.json)</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>{file} has the codebook that the project has.</source>
        <translation>{file} enthält dasselbe Codebuch wie das Projekt.</translation>
    </message>
    <message>
        <source>Take back the last edit</source>
        <translation>Letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Geschrieben: {file}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s)</source>
        <translation>
            <numerusform>%Ln Ebene</numerusform>
            <numerusform>%Ln Ebenen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln span(s) will stand on the same words as another one of the same label.</source>
        <translation>
            <numerusform>%Ln Textstelle wird auf denselben Wörtern stehen wie eine andere mit demselben Label.</numerusform>
            <numerusform>%Ln Textstellen werden auf denselben Wörtern stehen wie eine andere mit demselben Label.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as version {number}</source>
        <translation>Als Version {number} speichern</translation>
    </message>
    <message>
        <source>{entry}: {field}</source>
        <translation>{entry}: {field}</translation>
    </message>
    <message>
        <source>gone: {example}</source>
        <translation>weg: {example}</translation>
    </message>
    <message>
        <source>new: {example}</source>
        <translation>neu: {example}</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>gestrichen</translation>
    </message>
    <message>
        <source>Encoding of the file</source>
        <translation>Zeichensatz der Datei</translation>
    </message>
    <message>
        <source>Cut nothing</source>
        <translation>Nichts streichen</translation>
    </message>
    <message>
        <source>Keep the text exactly as it is in the file, the headline included</source>
        <translation>Den Text genau so behalten, wie er in der Datei steht, mit der Überschrift</translation>
    </message>
    <message>
        <source>Blocks of the text</source>
        <translation>Blöcke des Textes</translation>
    </message>
    <message>
        <source>Space keeps a block or cuts it out.</source>
        <translation>Leertaste behält einen Block oder streicht ihn.</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>wählen …</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>The same text is in the project already, as “{title}”.</source>
        <translation>Derselbe Text ist schon im Projekt, als „{title}“.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln block(s) cut</source>
        <translation>
            <numerusform>%Ln Block gestrichen</numerusform>
            <numerusform>%Ln Blöcke gestrichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) kept</source>
        <translation>
            <numerusform>%Ln Zeichen behalten</numerusform>
            <numerusform>%Ln Zeichen behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled; nothing was imported.</source>
        <translation>Abgebrochen; nichts wurde importiert.</translation>
    </message>
    <message>
        <source>address or link alone</source>
        <translation>nur Adresse oder Link</translation>
    </message>
    <message>
        <source>advertising slot</source>
        <translation>Werbeplatz</translation>
    </message>
    <message>
        <source>article text</source>
        <translation>Artikeltext</translation>
    </message>
    <message>
        <source>chat widget</source>
        <translation>Chatfenster</translation>
    </message>
    <message>
        <source>comment form</source>
        <translation>Kommentarfeld</translation>
    </message>
    <message>
        <source>cookie notice</source>
        <translation>Cookie-Hinweis</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>newsletter or subscription</source>
        <translation>Newsletter oder Abonnement</translation>
    </message>
    <message>
        <source>nothing is cut</source>
        <translation>nichts wird gestrichen</translation>
    </message>
    <message>
        <source>page footer</source>
        <translation>Seitenfuß</translation>
    </message>
    <message>
        <source>page navigation</source>
        <translation>Seitennavigation</translation>
    </message>
    <message>
        <source>related articles</source>
        <translation>verwandte Artikel</translation>
    </message>
    <message>
        <source>sharing links</source>
        <translation>Links zum Teilen</translation>
    </message>
    <message>
        <source>tag line</source>
        <translation>Schlagwortzeile</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new article(s)</source>
        <translation>
            <numerusform>%Ln neuer Artikel</numerusform>
            <numerusform>%Ln neue Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported {articles} and %Ln layer(s).</source>
        <translation>
            <numerusform>{articles} und %Ln Ebene importiert.</numerusform>
            <numerusform>{articles} und %Ln Ebenen importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} bytes</source>
        <translation>{number} Byte</translation>
    </message>
    <message>
        <source>cannot be imported</source>
        <translation>lässt sich nicht importieren</translation>
    </message>
    <message numerus="yes">
        <source>Brings in {articles} and %Ln layer(s).</source>
        <translation>
            <numerusform>Bringt {articles} und %Ln Ebene.</numerusform>
            <numerusform>Bringt {articles} und %Ln Ebenen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %Ln article(s).</source>
        <translation>
            <numerusform>%Ln Artikel importiert.</numerusform>
            <numerusform>%Ln Artikel importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{title}”, %Ln character(s)</source>
        <translation>
            <numerusform>„{title}“, %Ln Zeichen</numerusform>
            <numerusform>„{title}“, %Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Conflicts, left as they are:</source>
        <translation>Konflikte, unverändert gelassen:</translation>
    </message>
    <message>
        <source>Not imported:</source>
        <translation>Nicht importiert:</translation>
    </message>
    <message>
        <source>Remarks:</source>
        <translation>Anmerkungen:</translation>
    </message>
    <message>
        <source>{number} already there</source>
        <translation>{number} schon vorhanden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s)</source>
        <translation>
            <numerusform>%Ln Konflikt</numerusform>
            <numerusform>%Ln Konflikte</numerusform>
        </translation>
    </message>
    <message>
        <source>and {number} more.</source>
        <translation>und {number} weitere.</translation>
    </message>
    <message>
        <source>already in the project</source>
        <translation>schon im Projekt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) already in the project.</source>
        <translation>
            <numerusform>%Ln Artikel schon im Projekt.</numerusform>
            <numerusform>%Ln Artikel schon im Projekt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s) already in the project.</source>
        <translation>
            <numerusform>%Ln Ebene schon im Projekt.</numerusform>
            <numerusform>%Ln Ebenen schon im Projekt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Actors, claims, stances (default)</source>
        <translation>Akteure, Aussagen, Haltungen (Vorgabe)</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Name of the project</source>
        <translation>Name des Projekts</translation>
    </message>
    <message>
        <source>Strait coverage 2024</source>
        <translation>Brückenstreit 2024</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Codebook file</source>
        <translation>Codebuch-Datei</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Eigener Name</translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation>Was angelegt wird</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>Making the project…</source>
        <translation>Das Projekt wird angelegt …</translation>
    </message>
    <message>
        <source>Folder for the project</source>
        <translation>Ordner für das Projekt</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codebuch</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Einen Ordner wählen</translation>
    </message>
    <message>
        <source>Choose a codebook</source>
        <translation>Ein Codebuch wählen</translation>
    </message>
    <message>
        <source>Give the project a name.</source>
        <translation>Das Projekt braucht einen Namen.</translation>
    </message>
    <message>
        <source>A file name cannot hold “{sign}”. Leave it out.</source>
        <translation>Ein Dateiname kann kein „{sign}“ enthalten. Bitte weglassen.</translation>
    </message>
    <message>
        <source>The name cannot begin or end with a full stop.</source>
        <translation>Der Name kann nicht mit einem Punkt beginnen oder enden.</translation>
    </message>
    <message>
        <source>Give the folder in full, or choose it.</source>
        <translation>Den Ordner vollständig angeben oder auswählen.</translation>
    </message>
    <message>
        <source>There is no folder {folder}. Choose one that exists.</source>
        <translation>Es gibt keinen Ordner {folder}. Bitte einen vorhandenen wählen.</translation>
    </message>
    <message>
        <source>{file} is already in this folder. Choose another name, or open it.</source>
        <translation>{file} liegt schon in diesem Ordner. Einen anderen Namen wählen oder die Datei öffnen.</translation>
    </message>
    <message>
        <source>There is no file {file}. Choose a codebook, or leave this empty for the default one.</source>
        <translation>Es gibt keine Datei {file}. Ein Codebuch wählen oder das Feld für die Vorgabe leer lassen.</translation>
    </message>
    <message>
        <source>Give your name: your marks are kept under it.</source>
        <translation>Der eigene Name fehlt: Unter ihm werden die Markierungen geführt.</translation>
    </message>
    <message>
        <source>Makes {file}</source>
        <translation>Legt {file} an</translation>
    </message>
    <message>
        <source>Codebooks</source>
        <translation>Codebücher</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made ({why}).</source>
        <translation>Der Ordner {folder} lässt sich nicht anlegen ({why}).</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel what is running</source>
        <translation>Den laufenden Vorgang abbrechen</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
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
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source>Usual settings</source>
        <translation>Übliche Einstellungen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Reading face</source>
        <translation>Leseschrift</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>Zeilenlänge</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Filter by action or key</source>
        <translation>Nach Befehl oder Taste filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Press the new key for “{action}”, or Esc</source>
        <translation>Die neue Taste für „{action}“ drücken, oder Esc</translation>
    </message>
    <message>
        <source>{keys}, changed by you</source>
        <translation>{keys}, selbst geändert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) marked</source>
        <translation>
            <numerusform>%Ln Stelle markiert</numerusform>
            <numerusform>%Ln Stellen markiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to {path}</source>
        <translation>Geschrieben: {path}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out, which (is|are) marked already</source>
        <translation>
            <numerusform>%Ln weggelassen, weil schon markiert</numerusform>
            <numerusform>%Ln weggelassen, weil schon markiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the lines</source>
        <translation>Die Zeilen exportieren</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV-Datei (*.csv)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation>Die Suche anhalten</translation>
    </message>
    <message>
        <source>Label for the ticked lines</source>
        <translation>Label für die angehakten Zeilen</translation>
    </message>
    <message>
        <source>Mark the ticked lines</source>
        <translation>Die angehakten Zeilen markieren</translation>
    </message>
    <message>
        <source>Write the lines as CSV</source>
        <translation>Die Zeilen als CSV schreiben</translation>
    </message>
    <message>
        <source>Preparing faster searches: {percent} %</source>
        <translation>Schnellere Suche wird vorbereitet: {percent} %</translation>
    </message>
    <message>
        <source>Mark the ticked lines, all in one step (M)</source>
        <translation>Die angehakten Zeilen in einem Schritt markieren (M)</translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln</source>
        <translation>
            <numerusform>%Ln markieren</numerusform>
            <numerusform>%Ln markieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Words that an article has all of; “several words” in quotation marks stay together</source>
        <translation>Wörter, die alle im Artikel stehen; „mehrere Wörter“ in Anführungszeichen bleiben beisammen</translation>
    </message>
    <message>
        <source>Words that follow one another</source>
        <translation>Wörter, die aufeinander folgen</translation>
    </message>
    <message>
        <source>A regular expression, such as \bferr(y|ies)\b</source>
        <translation>Ein regulärer Ausdruck, etwa \bfähren?\b</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>Alle Texte</translation>
    </message>
    <message>
        <source>My marks</source>
        <translation>Meine Markierungen</translation>
    </message>
    <message>
        <source>My stances</source>
        <translation>Meine Haltungen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Wortfolge</translation>
    </message>
    <message>
        <source>Any actor</source>
        <translation>Jeder Akteur</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Was gesucht wird</translation>
    </message>
    <message>
        <source>Look in</source>
        <translation>Suchen in</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>Suchen nach</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Any label</source>
        <translation>Jedes Label</translation>
    </message>
    <message>
        <source>Whose?</source>
        <translation>Wessen?</translation>
    </message>
    <message>
        <source>Any polarity</source>
        <translation>Jede Polarität</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Space ticks the selected lines, Control A ticks all, M marks them, Enter goes to the place.</source>
        <translation>Leertaste hakt die gewählten Zeilen an, Strg A alle, M markiert sie, Eingabe geht zur Stelle.</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Verlauf …</translation>
    </message>
    <message>
        <source>All your steps; take back, or do again, as far as any of them</source>
        <translation>Alle eigenen Schritte; bis zu jedem davon zurücknehmen oder wiederholen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Nothing yet. Every step you take will stand here.</source>
        <translation>Noch nichts. Jeder eigene Schritt wird hier stehen.</translation>
    </message>
    <message>
        <source>Steps, newest first</source>
        <translation>Schritte, die neuesten zuerst</translation>
    </message>
    <message>
        <source>What {name} did</source>
        <translation>Was {name} getan hat</translation>
    </message>
    <message numerus="yes">
        <source>Takes back “{step}”, and %n step(s) after it.</source>
        <translation>
            <numerusform>Nimmt „{step}“ und %n Schritt danach zurück.</numerusform>
            <numerusform>Nimmt „{step}“ und %n Schritte danach zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) to go</source>
        <translation>
            <numerusform>noch %n Schritt</numerusform>
            <numerusform>noch %n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n step(s)</source>
        <translation>
            <numerusform>%n Schritt zurücknehmen</numerusform>
            <numerusform>%n Schritte zurücknehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Does “{step}” again, and before it %n step(s).</source>
        <translation>
            <numerusform>Wiederholt „{step}“ und davor %n Schritt.</numerusform>
            <numerusform>Wiederholt „{step}“ und davor %n Schritte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be changed: {why}.</source>
        <translation>Nichts lässt sich ändern: {why}.</translation>
    </message>
    <message>
        <source>Takes back “{step}”.</source>
        <translation>Nimmt „{step}“ zurück.</translation>
    </message>
    <message numerus="yes">
        <source>Do again %n step(s)</source>
        <translation>
            <numerusform>%n Schritt wiederholen</numerusform>
            <numerusform>%n Schritte wiederholen</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Does “{step}” again.</source>
        <translation>Wiederholt „{step}“.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>{step} · taken back</source>
        <translation>{step} · zurückgenommen</translation>
    </message>
    <message>
        <source>Type words to see every place where they stand.
Enter goes to the list, and on to the place.</source>
        <translation>Wörter tippen, um jede Stelle zu sehen, an der sie stehen.
Eingabe geht zur Liste und weiter zur Stelle.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>there are more, which are not shown</source>
        <translation>es gibt mehr, die nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde angehalten.</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({error}).</source>
        <translation>Im Programm ist etwas schiefgegangen ({error}).</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>Bitte melden.</translation>
    </message>
    <message>
        <source>The key of “{action}” comes from the project’s codebook.</source>
        <translation>Die Taste für „{action}“ kommt aus dem Codebuch des Projekts.</translation>
    </message>
    <message>
        <source>Change it there.</source>
        <translation>Dort ändern.</translation>
    </message>
    <message>
        <source>That is no key this program can use.</source>
        <translation>Diese Taste kann das Programm nicht verwenden.</translation>
    </message>
    <message>
        <source>Press another one.</source>
        <translation>Eine andere drücken.</translation>
    </message>
    <message>
        <source>{key} already moves, selects or copies text.</source>
        <translation>{key} bewegt, wählt oder kopiert schon Text.</translation>
    </message>
    <message>
        <source>Press another key.</source>
        <translation>Eine andere Taste drücken.</translation>
    </message>
    <message>
        <source>{key} alone is for actions in the text.</source>
        <translation>{key} allein ist für Befehle im Text.</translation>
    </message>
    <message>
        <source>Hold Ctrl or Alt with it.</source>
        <translation>Strg oder Alt dazu halten.</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”.</source>
        <translation>{key} ist die Taste für „{action}“.</translation>
    </message>
    <message>
        <source>Press another one, or change that one first.</source>
        <translation>Eine andere drücken oder erst jene ändern.</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}” now.</source>
        <translation>{key} ist jetzt die Taste für „{action}“.</translation>
    </message>
    <message>
        <source>Reset that one first.</source>
        <translation>Erst jene zurücksetzen.</translation>
    </message>
    <message>
        <source>your own keys cannot be read, so the usual ones are in use.</source>
        <translation>die eigenen Tasten sind nicht lesbar, darum gelten die üblichen.</translation>
    </message>
    <message>
        <source>Set them again (F1).</source>
        <translation>Sie neu festlegen (F1).</translation>
    </message>
    <message>
        <source>your keys could not be kept: {why}.</source>
        <translation>die eigenen Tasten ließen sich nicht speichern: {why}.</translation>
    </message>
    <message>
        <source>They act until you quit.</source>
        <translation>Sie gelten bis zum Beenden.</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your marks are saved.</source>
        <translation>Im Programm ist etwas schiefgegangen. Die Markierungen sind gespeichert.</translation>
    </message>
    <message>
        <source>What happened is in {file}; please send it with your report.</source>
        <translation>Was geschah, steht in {file}; bitte der Meldung beilegen.</translation>
    </message>
    <message>
        <source>{project} was not opened</source>
        <translation>{project} wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>Copying the backup…</source>
        <translation>Die Sicherung wird kopiert …</translation>
    </message>
    <message>
        <source>Opening {project}…</source>
        <translation>{project} wird geöffnet …</translation>
    </message>
    <message>
        <source>Open the newest good backup as a copy</source>
        <translation>Die neueste gute Sicherung als Kopie öffnen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Who annotates in {project}?</source>
        <translation>Wer annotiert in {project}?</translation>
    </message>
    <message>
        <source>Your marks are kept under this name, apart from other people’s.</source>
        <translation>Unter diesem Namen werden die eigenen Markierungen geführt, getrennt von denen anderer.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>call for help</source>
        <translation>Bitte um Hilfe</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>The question and its answers</source>
        <translation>Die Frage und ihre Antworten</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Eigene Antwort</translation>
    </message>
    <message>
        <source>Your answer. Enter saves it.</source>
        <translation>Eigene Antwort. Eingabe speichert sie.</translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>Zur Stelle gehen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Geklärt</translation>
    </message>
    <message>
        <source>question and call for help</source>
        <translation>Frage und Bitte um Hilfe</translation>
    </message>
    <message>
        <source>Open again   S</source>
        <translation>Wieder offen   S</translation>
    </message>
    <message>
        <source>Settled   S</source>
        <translation>Geklärt   S</translation>
    </message>
    <message>
        <source>Left for somebody to look at, without a note.</source>
        <translation>Jemandem zum Ansehen überlassen, ohne Notiz.</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Textstelle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln Antwort</numerusform>
            <numerusform>%Ln Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>No question is open.</source>
        <translation>Keine Frage ist offen.</translation>
    </message>
    <message>
        <source>There are no notes that are not settled.</source>
        <translation>Es gibt keine ungeklärten Notizen.</translation>
    </message>
    <message>
        <source>There are no notes yet. N in the text writes one.</source>
        <translation>Es gibt noch keine Notizen. N im Text schreibt eine.</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Offene Fragen</translation>
    </message>
    <message>
        <source>All that is not settled</source>
        <translation>Alles Ungeklärte</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Whose notes are shown</source>
        <translation>Wessen Notizen gezeigt werden</translation>
    </message>
    <message>
        <source>Everybody’s</source>
        <translation>Von allen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Workspace: {name}</source>
        <translation>Arbeitsbereich: {name}</translation>
    </message>
    <message>
        <source>Article text</source>
        <translation>Artikeltext</translation>
    </message>
    <message>
        <source>{label} (uncertain)</source>
        <translation>{label} (unsicher)</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>Enter opens a project, Delete takes it off this list.</source>
        <translation>Eingabe öffnet ein Projekt, Entf nimmt es von der Liste.</translation>
    </message>
    <message>
        <source>opened {when}</source>
        <translation>geöffnet {when}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Von dieser Liste nehmen</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Der eine</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>Der andere</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>Mögliche Dubletten</translation>
    </message>
    <message>
        <source>Enter merges, Delete says that they are not the same.</source>
        <translation>Eingabe legt zusammen, Entf sagt, dass sie nicht dasselbe sind.</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Nicht dasselbe</translation>
    </message>
    <message>
        <source>Looking for duplicates…</source>
        <translation>Dubletten werden gesucht …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s)</source>
        <translation>
            <numerusform>%Ln Paar</numerusform>
            <numerusform>%Ln Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>No duplicates found.</source>
        <translation>Keine Dubletten gefunden.</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Unbenutzt</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Zusammengelegt</translation>
    </message>
    <message>
        <source>{shown} of {there}</source>
        <translation>{shown} von {there}</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Enter edits, Insert adds, M merges, Delete deletes.</source>
        <translation>Eingabe ändert, Einfg legt an, M legt zusammen, Entf löscht.</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Namen suchen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>Einen Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Dubletten</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Streitfragen</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenlegen …</translation>
    </message>
    <message>
        <source>Merge into another one</source>
        <translation>Mit einem anderen zusammenlegen</translation>
    </message>
    <message>
        <source>Key: {key}</source>
        <translation>Taste: {key}</translation>
    </message>
    <message>
        <source>Delete this entry</source>
        <translation>Diesen Eintrag löschen</translation>
    </message>
    <message>
        <source>Split off…</source>
        <translation>Abtrennen …</translation>
    </message>
    <message>
        <source>Let the selected passages name another entry</source>
        <translation>Die gewählten Stellen einen anderen Eintrag nennen lassen</translation>
    </message>
    <message>
        <source>merged into {name}</source>
        <translation>zusammengelegt mit {name}</translation>
    </message>
    <message>
        <source>Another entry has the same name. {names}</source>
        <translation>Ein anderer Eintrag hat denselben Namen. {names}</translation>
    </message>
    <message numerus="yes">
        <source>Used in %Ln place(s)</source>
        <translation>
            <numerusform>An %Ln Stelle benutzt</numerusform>
            <numerusform>An %Ln Stellen benutzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Not used anywhere</source>
        <translation>Nirgends benutzt</translation>
    </message>
    <message>
        <source>{field}: take away {name}</source>
        <translation>{field}: {name} wegnehmen</translation>
    </message>
    <message>
        <source>Take away: {name}</source>
        <translation>Wegnehmen: {name}</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>{value} (not in the codebook)</source>
        <translation>{value} (nicht im Codebuch)</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>ohne Angabe</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>Weitere Namen</translation>
    </message>
    <message>
        <source>one name a line</source>
        <translation>ein Name je Zeile</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>eine je Zeile</translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation>Spricht für</translation>
    </message>
    <message>
        <source>For whom does this actor speak?</source>
        <translation>Für wen spricht dieser Akteur?</translation>
    </message>
    <message>
        <source>Member of</source>
        <translation>Mitglied von</translation>
    </message>
    <message>
        <source>+ bloc or body</source>
        <translation>+ Bündnis oder Gremium</translation>
    </message>
    <message>
        <source>External ids</source>
        <translation>Externe Kennungen</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>to</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Of which country?</source>
        <translation>Aus welchem Land?</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Teil von</translation>
    </message>
    <message>
        <source>Of which issue is it a part?</source>
        <translation>Von welcher Streitfrage ist es ein Teil?</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Of which bloc or body is it a member?</source>
        <translation>In welchem Bündnis oder Gremium ist er Mitglied?</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>Choose the {kind} that stays.</source>
        <translation>Wählen, was bleibt ({kind}).</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Zusammenlegen mit</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenlegen</translation>
    </message>
    <message>
        <source>Merge {names}</source>
        <translation>{names} zusammenlegen</translation>
    </message>
    <message>
        <source>into</source>
        <translation>mit</translation>
    </message>
    <message numerus="yes">
        <source>Who is meant in %Ln selected place(s)?</source>
        <translation>
            <numerusform>Wer ist an %Ln gewählten Stelle gemeint?</numerusform>
            <numerusform>Wer ist an %Ln gewählten Stellen gemeint?</numerusform>
        </translation>
    </message>
    <message>
        <source>Which actor is new?</source>
        <translation>Welcher Akteur ist neu?</translation>
    </message>
    <message>
        <source>Which issue is new?</source>
        <translation>Welche Streitfrage ist neu?</translation>
    </message>
    <message>
        <source>Which one stays?</source>
        <translation>Welcher bleibt?</translation>
    </message>
    <message>
        <source>No actors yet.</source>
        <translation>Noch keine Akteure.</translation>
    </message>
    <message>
        <source>No issues yet.</source>
        <translation>Noch keine Streitfragen.</translation>
    </message>
    <message>
        <source>Nothing fits the filter.</source>
        <translation>Nichts passt zum Filter.</translation>
    </message>
    <message>
        <source>Where it is used</source>
        <translation>Wo es benutzt wird</translation>
    </message>
    <message>
        <source>Enter goes to the passage, S splits off what is selected.</source>
        <translation>Eingabe geht zur Textstelle, S trennt die Auswahl ab.</translation>
    </message>
    <message>
        <source>article label “{key}”</source>
        <translation>Artikel-Label „{key}“</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>Stances</source>
        <translation>Haltungen</translation>
    </message>
    <message>
        <source>mention</source>
        <translation>Nennung</translation>
    </message>
    <message>
        <source>holder</source>
        <translation>Träger</translation>
    </message>
    <message>
        <source>{things} will name {name}.</source>
        <translation>{things} nennen dann {name}.</translation>
    </message>
    <message>
        <source>Nothing has to be re-pointed; {name} takes over names and missing facts.</source>
        <translation>Nichts muss umgehängt werden; {name} übernimmt Namen und fehlende Angaben.</translation>
    </message>
    <message numerus="yes">
        <source>⚠ %Ln label value(s) of both: that of {name} stays.</source>
        <translation>
            <numerusform>⚠ %Ln Label-Wert bei beiden: Der von {name} bleibt.</numerusform>
            <numerusform>⚠ %Ln Label-Werte bei beiden: Die von {name} bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>from</source>
        <comment>a date</comment>
        <translation>ab</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a date</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>gleicher Name</translation>
    </message>
    <message>
        <source>a name in common</source>
        <translation>ein gemeinsamer Name</translation>
    </message>
    <message>
        <source>initials of the other</source>
        <translation>Anfangsbuchstaben des anderen</translation>
    </message>
    <message>
        <source>first names cut short</source>
        <translation>abgekürzte Vornamen</translation>
    </message>
    <message>
        <source>a middle name less</source>
        <translation>ein Mittelname weniger</translation>
    </message>
    <message>
        <source>similar spelling</source>
        <translation>ähnliche Schreibung</translation>
    </message>
    <message>
        <source>actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>zusammengelegt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln Nennung</numerusform>
            <numerusform>%Ln Nennungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stance(s)</source>
        <translation>
            <numerusform>%Ln Haltung</numerusform>
            <numerusform>%Ln Haltungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article label(s)</source>
        <translation>
            <numerusform>%Ln Artikel-Label</numerusform>
            <numerusform>%Ln Artikel-Labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) of other entries</source>
        <translation>
            <numerusform>%Ln Verweis anderer Einträge</numerusform>
            <numerusform>%Ln Verweise anderer Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %Ln stance(s) will have the same holder and target.</source>
        <translation>
            <numerusform>⚠ %Ln Haltung hat dann denselben Träger und dasselbe Ziel.</numerusform>
            <numerusform>⚠ %Ln Haltungen haben dann denselben Träger und dasselbe Ziel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking back “{step}”…</source>
        <translation>„{step}“ wird zurückgenommen …</translation>
    </message>
    <message>
        <source>Doing “{step}” again…</source>
        <translation>„{step}“ wird wiederholt …</translation>
    </message>
    <message>
        <source>Wait until it is done; then try again.</source>
        <translation>Warten Sie, bis es fertig ist; dann noch einmal.</translation>
    </message>
    <message>
        <source>Making the sample project…</source>
        <translation>Das Beispielprojekt wird angelegt …</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>{file} is open for reading only: {why}.</source>
        <translation>{file} ist nur zum Lesen offen: {why}.</translation>
    </message>
    <message>
        <source>Stancemark projects</source>
        <translation>Stancemark-Projekte</translation>
    </message>
    <message>
        <source>Label who says what in news articles,
and where they stand.</source>
        <translation>Festhalten, wer was in Nachrichten sagt
und wo er steht.</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>Beispielprojekt</translation>
    </message>
    <message>
        <source>A small project with articles, marks and three annotators, to try things on</source>
        <translation>Ein kleines Projekt mit Artikeln, Markierungen und drei Annotatoren zum Ausprobieren</translation>
    </message>
    <message>
        <source>Projects you open are listed here. You can also drop a project file on this page.</source>
        <translation>Hier stehen die zuletzt geöffneten Projekte. Eine Projektdatei lässt sich auch auf diese Seite ziehen.</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Every step is kept in {file}</source>
        <translation>Jeder Schritt steht in {file}</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>Rückgängig: {step}</translation>
    </message>
    <message>
        <source>How long you have worked on this article. Pauses are not counted beyond a minute.</source>
        <translation>Wie lange an diesem Artikel gearbeitet wurde. Pausen zählen nicht über eine Minute hinaus.</translation>
    </message>
    <message>
        <source>Annotator: {name}. Change annotator</source>
        <translation>Annotator: {name}. Annotator wechseln</translation>
    </message>
    <message>
        <source>read-only: {why}</source>
        <translation>nur lesbar: {why}</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>codebook {version}</source>
        <translation>Codebuch {version}</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Annotatoren</translation>
    </message>
    <message>
        <source>Add annotator: name, Enter</source>
        <translation>Neuer Annotator: Name, Eingabe</translation>
    </message>
    <message>
        <source>Name of a new annotator</source>
        <translation>Name eines neuen Annotators</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Worked on this article: {time}</source>
        <translation>An diesem Artikel gearbeitet: {time}</translation>
    </message>
    <message>
        <source>Problem: {text}</source>
        <translation>Problem: {text}</translation>
    </message>
    <message>
        <source>Notice: {text}</source>
        <translation>Hinweis: {text}</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Change actor</source>
        <translation>Akteur ändern</translation>
    </message>
    <message>
        <source>Change attributes</source>
        <translation>Attribute ändern</translation>
    </message>
    <message>
        <source>Change highlight</source>
        <translation>Hervorhebung ändern</translation>
    </message>
    <message>
        <source>Change issue</source>
        <translation>Streitfrage ändern</translation>
    </message>
    <message>
        <source>Change stance</source>
        <translation>Haltung ändern</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>Titel ändern</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Delete actor</source>
        <translation>Akteur löschen</translation>
    </message>
    <message>
        <source>Delete highlight</source>
        <translation>Hervorhebung löschen</translation>
    </message>
    <message>
        <source>Delete issue</source>
        <translation>Streitfrage löschen</translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation>Notiz löschen</translation>
    </message>
    <message>
        <source>Delete stance</source>
        <translation>Haltung löschen</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Label article</source>
        <translation>Artikel-Label setzen</translation>
    </message>
    <message>
        <source>Looked at again</source>
        <translation>Noch einmal angesehen</translation>
    </message>
    <message>
        <source>Make a note of a question</source>
        <translation>Frage zur Notiz machen</translation>
    </message>
    <message>
        <source>Make a question of a note</source>
        <translation>Notiz zur Frage machen</translation>
    </message>
    <message>
        <source>Mark certain</source>
        <translation>Als sicher markieren</translation>
    </message>
    <message>
        <source>Mark done</source>
        <translation>Als erledigt markieren</translation>
    </message>
    <message>
        <source>Mark uncertain</source>
        <translation>Als unsicher markieren</translation>
    </message>
    <message>
        <source>Move boundary</source>
        <translation>Grenze verschieben</translation>
    </message>
    <message>
        <source>Order highlights</source>
        <translation>Hervorhebungen ordnen</translation>
    </message>
    <message>
        <source>Put back to do</source>
        <translation>Wieder auf offen setzen</translation>
    </message>
    <message>
        <source>Reopen note</source>
        <translation>Notiz wieder öffnen</translation>
    </message>
    <message>
        <source>Resolve note</source>
        <translation>Notiz klären</translation>
    </message>
    <message>
        <source>Save codebook</source>
        <translation>Codebuch speichern</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Arbeitszeit</translation>
    </message>
    <message>
        <source>Unlink actor</source>
        <translation>Verknüpfung mit Akteur lösen</translation>
    </message>
    <message>
        <source>Relabel as {name}</source>
        <translation>Umbenennen in {name}</translation>
    </message>
    <message>
        <source>Link: {name}</source>
        <translation>Verknüpfen: {name}</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>{name} löschen</translation>
    </message>
    <message>
        <source>Add actor {name}</source>
        <translation>Akteur {name} hinzufügen</translation>
    </message>
    <message>
        <source>Add annotator {name}</source>
        <translation>Annotator {name} hinzufügen</translation>
    </message>
    <message>
        <source>Add highlight {name}</source>
        <translation>Hervorhebung {name} hinzufügen</translation>
    </message>
    <message>
        <source>Add issue {name}</source>
        <translation>Streitfrage {name} hinzufügen</translation>
    </message>
    <message>
        <source>Change actor {name}</source>
        <translation>Akteur {name} ändern</translation>
    </message>
    <message>
        <source>Change issue {name}</source>
        <translation>Streitfrage {name} ändern</translation>
    </message>
    <message>
        <source>Change highlight {name}</source>
        <translation>Hervorhebung {name} ändern</translation>
    </message>
    <message>
        <source>Delete actor {name}</source>
        <translation>Akteur {name} löschen</translation>
    </message>
    <message>
        <source>Delete highlight {name}</source>
        <translation>Hervorhebung {name} löschen</translation>
    </message>
    <message>
        <source>Delete issue {name}</source>
        <translation>Streitfrage {name} löschen</translation>
    </message>
    <message>
        <source>Save codebook version {name}</source>
        <translation>Codebuch-Version {name} speichern</translation>
    </message>
    <message>
        <source>Merge {name} into {other}</source>
        <translation>{name} mit {other} zusammenlegen</translation>
    </message>
    <message>
        <source>Split {name} from {other}</source>
        <translation>{name} von {other} trennen</translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln occurrence(s)</source>
        <translation>
            <numerusform>%Ln Vorkommen markieren</numerusform>
            <numerusform>%Ln Vorkommen markieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln article(s)</source>
        <translation>
            <numerusform>%Ln Artikel importieren</numerusform>
            <numerusform>%Ln Artikel importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{articles}, %Ln layer(s)</source>
        <translation>
            <numerusform>{articles}, %Ln Ebene</numerusform>
            <numerusform>{articles}, %Ln Ebenen</numerusform>
        </translation>
    </message>
</context>
</TS>
