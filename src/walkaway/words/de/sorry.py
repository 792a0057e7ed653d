"""Was schiefging, auf Deutsch, je englischem Satz. Was hier fehlt, steht auf der Seite auf Englisch, so bezeichnet."""

from __future__ import annotations

SORRY = {
    (
        "{} holds purchases of {} customers, and none of them is called like this one. Gi"
        "ve a table with the rows of one customer."
    ): ("{0} enthält Käufe von {1} Namen, und keiner davon heißt wie hier. Gib eine Tabelle mit den Zeilen von einem."),
    "{} needs two or more different values, the worst for you first.": (
        "{0} braucht zwei oder mehr Werte, den für dich schlechtesten zuerst."
    ),
    "{} needs a score for each value.": "{0} braucht für jeden Wert eine Zahl.",
    "All values of {} are worth the same to you, so there is nothing to settle.": (
        "Alle Werte von {0} sind dir gleich viel wert, also ist da nichts zu klären."
    ),
    "That is more than can be weighed. Leave out values that nobody would choose.": (
        "Das ist zu viel zum Wägen. Lass Werte weg, die niemand wählen würde."
    ),
    "Give points from 0 to {}.": "Gib Punkte von 0 bis {0}.",
    "There is no issue called {}. There is: {}.": "{0} steht hier nicht. Es gibt: {1}.",
    "{} was offered at {}. Keep that value.": "{0} war schon für {1} im Angebot. Behalt diesen Wert.",
    "The first package names every issue. What about {}?": "Das erste Paket nennt alles. Was ist mit {0}?",
    "{} has no value {}. There is: {}.": "{0} hat keinen Wert {1}. Es gibt: {2}.",
    "There are numbers of a talk over a price here. Start a new talk first.": (
        "Hier stehen schon Zahlen eines Gesprächs über einen Preis. Fang zuerst ein neues an."
    ),
    "a draft, never sent": "ein Entwurf, nie gesendet",
    "{} counts the same as {}. Change or drop that one first.": (
        "{0} zählt dasselbe wie {1}. Ändere oder streiche das zuerst."
    ),
    "A rating is a number from 0 (not at all) to 10 (fully).": (
        "Eine Note ist eine Zahl von 0 (gar nicht) bis 10 (ganz)."
    ),
    "{} is counted from the messages, so it needs no rating.": (
        "{0} wird aus den Nachrichten gezählt und braucht keine Note."
    ),
    "There is no standard called {} to make a rule about. Add it first.": (
        "Einen Maßstab {0} gibt es noch nicht. Füg zuerst den Maßstab hinzu, dann die Regel."
    ),
    "There is no rule about {} to drop.": "Zu {0} gibt es keine Regel zum Aufheben.",
    "You have no standard called {}. There is: {}.": "Du hast keinen Maßstab {0}. Es gibt: {1}.",
    "Say how much of {} you need, like {}.": "Sag, wie viel du von {0} brauchst, wie {1}.",
    "Give a name, and a number after the = if you want one, like answers=80.": (
        "Gib einen Namen, und nach dem = eine Zahl, wenn du magst, wie answers=80."
    ),
    "What {} means depends on the kind of pursuit. Say it first, with --kind.": (
        "Was {0} heißt, hängt davon ab, worum es geht. Sag das zuerst."
    ),
    "For {} give a number above 0 and up to {}.": "Gib für {0} eine Zahl über 0 und bis {1}.",
    "A rule needs at least one miss, and no more misses than weeks.": (
        "Eine Regel braucht mindestens eine verfehlte Woche, und nicht mehr davon als Wochen."
    ),
    "A rule needs a level above 0, and a grace and a delay not below 0.": (
        "Eine Regel braucht ein Maß über 0 und eine Geduld nicht unter 0."
    ),
    "What would a week with {} be worth to you, at worst and at best? Count it like a week here.": (
        "Was wäre dir eine Woche mit {0} wert, schlimmstenfalls und bestenfalls? Zähl es wie eine Woche hier."
    ),
    "Give the chance as a number from 0 to 100.": "Gib die Chance als Zahl von 0 bis 100.",
    "You have no option called {}. There is: {}.": "Du hast keinen Ausweg {0}. Es gibt: {1}.",
    "For {} give a number from 0 up.": "Gib hier eine Zahl ab 0.",
    "Give what it is worth at worst first, and at best last.": (
        "Gib zuerst, was es schlimmstenfalls wert ist, und zuletzt bestenfalls."
    ),
    "Give one number, or two (worst and best), or three with the likely one between.": (
        "Gib eine Zahl, oder zwei (schlimmstenfalls und bestenfalls)."
    ),
    "The {} to find out cannot be less than nothing.": "Was das Herausfinden kostet, kann nicht unter null liegen.",
    "A week with everything met must be worth more than nothing. Give a number above 0 for good.": (
        "Eine Woche mit allem, was du brauchst, muss mehr als nichts wert sein. Gib eine Zahl über 0."
    ),
    "A weak week is worth less than a good one. Give a smaller number for weak.": (
        "Eine schwache Woche ist weniger wert als eine gute. Gib für sie eine kleinere Zahl."
    ),
    "An offer from elsewhere is more than 0.": "Ein Angebot von anderswo ist mehr als 0.",
    "First note the number at which you walked.": "Notiere zuerst die Zahl, bei der du gegangen bist.",
    "There are two currencies here, {} and {}. Give all amounts in one of them.": (
        "Hier stehen zwei Währungen, {0} und {1}. Gib alle Beträge in einer davon."
    ),
    "You count in {} here, and this is in {}. Give it in {} too.": (
        "Du zählst hier in {0}, und das ist in {1}. Gib es auch in {0}."
    ),
    "A price is 0 or more. Give it without the minus.": "Ein Preis ist 0 oder mehr. Gib die Zahl ohne Minus.",
    "This day is still to come. Give the day on which it was said.": (
        "Dieser Tag kommt erst noch. Gib den Tag, an dem es gesagt wurde."
    ),
    "This day is past. Give a day that is still to come, or 0 for what you have.": (
        "Dieser Tag ist vorbei. Gib einen Tag, der noch kommt, oder 0 für das, was du sonst hast."
    ),
    "Give a number from 0 to 100: 0 is the worst package here, 100 the best.": (
        "Gib eine Zahl von 0 bis 100: 0 ist das schlechteste Paket hier, 100 das beste."
    ),
    "Points go from 0 to 10. Give smaller numbers, or another unit, like €.": (
        "Punkte gehen von 0 bis 10. Gib kleinere Zahlen, oder eine andere Einheit, wie €."
    ),
    "What do they offer?": "Was bieten sie?",
    "What do you have if this falls through? Give 0 for nothing.": (
        "Was hast du, wenn daraus nichts wird? 0 für nichts."
    ),
    "What would you have to pay if your fallback fails too?": (
        "Was müsstest du zahlen, wenn auch dein Ausweg scheitert?"
    ),
    "How likely is the better offer, from 0 to 100?": "Wie wahrscheinlich ist das bessere Angebot, von 0 bis 100?",
    "In how many days would the better offer come?": "In wie vielen Tagen käme das bessere Angebot?",
    "Each amount must be a plain number.": "Jeder Betrag muss eine schlichte Zahl sein.",
    "How many messages get an answer is a share from 0 to 100 percent.": (
        "Wie viele Nachrichten eine Antwort bekommen, ist ein Anteil von 0 bis 100 Prozent."
    ),
    "A week has 7 days: give a number of days from 0 to 7.": "Eine Woche hat 7 Tage: Gib eine Zahl von 0 bis 7.",
    "There is no message in this chat, so there is nothing to judge. Export it again with its messages.": (
        "In diesem Chat ist keine Nachricht, also gibt es nichts zu sehen. Exportiere den Chat noch einmal."
    ),
    "There are two standards that count {}. Keep one of them.": "Zwei Maßstäbe zählen {0}. Behalt einen davon.",
    "A door with a date needs a day after the one on which you leave. Give a later day.": (
        "Eine Tür mit Datum braucht einen Tag nach dem deines Gehens. Gib einen späteren."
    ),
    "The letter is empty. Write what you would say; it stays here.": (
        "Der Brief ist leer. Schreib, was du sagen würdest; es bleibt hier."
    ),
    "An urge cannot be {}. Give a number from 1 (faint) to 5 (strong).": (
        "Gib für den Drang eine Zahl von 1 (schwach) bis 5 (stark)."
    ),
    "Say what you learned in two lines at most. What is longer can go into a letter: --letter.": (
        "Sag in höchstens zwei Zeilen, was du gelernt hast. Längeres kann in einen Brief."
    ),
    "The message is empty. Write what you think of sending; it waits here.": (
        "Die Nachricht ist leer. Schreib, was du schicken willst; es wartet hier."
    ),
    "A message cannot wait {} hours. Give a number up to {}.": (
        "Eine Nachricht kann nicht {0} Stunden warten. Gib eine Zahl bis {1}."
    ),
    "This is a group: {} others wrote in it. Whom do you mean?": (
        "Das ist eine Gruppe: {0} andere schrieben darin. Wen meinst du?"
    ),
    "Only {} has written in this chat. Who is the other person?": (
        "Nur {0} hat in diesem Chat geschrieben. Wer ist die andere Person?"
    ),
    "There are {} chats here. Which one do you mean?": "Hier sind {0} Chats. Welchen meinst du?",
    "{} has not written in this chat, and I only read chats you wrote in yourself.": (
        "{0} hat in diesem Chat nicht geschrieben, und gelesen werden nur Chats, in denen du selbst schreibst."
    ),
    (
        "The dates in {} can be read in two ways, and the file does not say which. Is the first number the "
        "{} or the {}?"
    ): ("Die Tage in {0} kann man auf zwei Arten lesen. Ist die erste Zahl der Tag (dmy) oder der Monat (mdy)?"),
    "{} is empty. Export the chat again, and wait until the export has finished.": (
        "{0} ist leer. Exportiere den Chat noch einmal und warte, bis der Export fertig ist."
    ),
    "{} is empty. Export the chat once more, without media, and give me the new file.": (
        "{0} ist leer. Exportiere den Chat noch einmal, ohne Medien, und gib die neue Datei."
    ),
    "{} is damaged or was cut off on the way. Copy it again, or export the chat again.": (
        "{0} ist beschädigt oder kam nicht ganz an. Kopiere die Datei noch einmal oder exportiere neu."
    ),
    (
        "{} is {}, and no chat export I can read. Export the chat as text (WhatsApp: Export chat > Without "
        "media) and give me the .txt or .zip."
    ): ("{0} ist kein Chat, der sich lesen lässt. Exportiere den Text (WhatsApp: Chat exportieren, Ohne Medien)."),
    (
        "In {} no line begins with a date and a time, as messages of WhatsApp do. In WhatsApp, use Export "
        "chat > Without media and give me the .txt or .zip you get."
    ): ("In {0} beginnt keine Zeile mit Tag und Uhrzeit. Nimm in WhatsApp Chat exportieren, Ohne Medien."),
    "Something in this file is not as I expect it, so I stopped. Export the chat again and give me the new file.": (
        "Etwas in dieser Datei ist anders als erwartet. Exportiere den Chat noch einmal und gib die neue Datei."
    ),
    "This file is too large for the memory here. Export a part of the chat.": (
        "Diese Datei ist zu groß für den Speicher hier. Exportiere einen Teil des Chats."
    ),
    "That passphrase does not open the store. Try again.": "Dieses Passwort öffnet nichts. Versuch es noch einmal.",
    "That recovery code does not open the store. If you made a newer one, take that, and try again.": (
        "Dieser Code öffnet nichts. Wenn du einen neueren hast, nimm den, und versuch es noch einmal."
    ),
    "There is a slip in that recovery code. Compare it sign by sign, and retype it.": (
        "In diesem Code ist ein Fehler. Vergleiche jedes Zeichen und gib alles noch einmal ein."
    ),
    "A recovery code has {} letters and digits; this has {}. Please type it again.": (
        "Der Code hat {0} Buchstaben und Ziffern, dieser {1}. Gib bitte alles noch einmal ein."
    ),
    "That passphrase is too short. Give at least {} characters; four words are good.": (
        "Dieses Passwort ist zu kurz. Nimm mindestens {0} Zeichen; vier Wörter sind gut."
    ),
    "The store is locked. Open it with your passphrase, and try again.": (
        "Alles ist gesperrt. Öffne es mit deinem Passwort und versuch es noch einmal."
    ),
    "The disk is full. What was kept before is safe; this step was not. Make room and try again.": (
        "Die Platte ist voll. Was vorher behalten war, ist sicher; dieser Schritt nicht. Schaff Platz und "
        "versuch es wieder."
    ),
    "Another walkaway is using the store. Close it, or wait until it is done, and try again.": (
        "Ein anderes walkaway ist gerade offen. Schließ es oder warte, und versuch es noch einmal."
    ),
    "{} is damaged: something in it is not as it was written. Nothing was changed.": (
        "Die Daten sind beschädigt. Nichts wurde geändert."
    ),
    "{} is not a backup or an export I know. Give a file or folder that walkaway made.": (
        "{0} ist keine Sicherung, die ich kenne. Nimm eine Datei, die walkaway gemacht hat."
    ),
    "{} is not an archive I can read.": ("{0} ist kein Archiv, das sich lesen lässt."),
    (
        "{} has no column called {}. I need when, who and text (kind is welcome); the columns I found are: "
        "{}. Rename them in the first line. Or say which is which, like {}"
    ): (
        "{0} hat keine Spalte {1}. Nötig sind when, who und text; gefunden wurden: {2}. Benenne sie in der "
        "ersten Zeile um."
    ),
    "{} has the right columns but no rows. Add at least one message and try again.": (
        "{0} hat die richtigen Spalten, aber keine Zeilen. Füg mindestens eine Nachricht hinzu."
    ),
    "{} holds nothing but empty lines. Export the chat again.": (
        "{0} hat nur leere Zeilen. Exportiere den Chat noch einmal."
    ),
    "{} is larger than {}, more than I read at once. Export a shorter time, or without media.": (
        "{0} ist zu groß, um es auf einmal zu lesen. Exportiere eine kürzere Zeit, oder ohne Medien."
    ),
    "I keep no pursuit called {}. There is: {}.": "Hier ist nichts unter dem Namen {0}.",
    "There is nothing to go by for {} yet. {}": (
        "Zu {0} gibt es noch nichts zu sehen. Leg einen Chat dazu, oder gib einem Maßstab eine Note."
    ),
    "I find nobody called {} in this chat. {}": "In diesem Chat gibt es niemanden namens {0}.",
    "There is no message in {}. Export the chat again and give me the new file.": (
        "In {0} ist keine Nachricht. Exportiere den Chat noch einmal und gib die neue Datei."
    ),
    "no message begins here": "hier beginnt keine Nachricht",
    "no message begins here, nor on the lines up to {}": "hier beginnt keine Nachricht, auch nicht bis Zeile {0}",
    "not a message": "keine Nachricht",
}
"""Die Lücken stehen im englischen Satz als {}, hier nach ihrer Nummer."""
