"""Lo que salió mal, en español, por cada frase inglesa. Lo que falta queda en inglés, señalado así."""

from __future__ import annotations

SORRY = {
    (
        "{} holds purchases of {} customers, and none of them is called like this one. Gi"
        "ve a table with the rows of one customer."
    ): ("{0} tiene compras de {1} nombres, y ninguno se llama como aquí. Da una tabla con las filas de uno."),
    "{} needs two or more different values, the worst for you first.": (
        "{0} necesita dos valores o más, primero el peor para ti."
    ),
    "{} needs a score for each value.": "{0} necesita un número para cada valor.",
    "All values of {} are worth the same to you, so there is nothing to settle.": (
        "Todos los valores de {0} valen lo mismo para ti: no hay nada que acordar."
    ),
    "That is more than can be weighed. Leave out values that nobody would choose.": (
        "Es demasiado para pesarlo. Quita los valores que nadie elegiría."
    ),
    "Give points from 0 to {}.": "Da puntos de 0 a {0}.",
    "There is no issue called {}. There is: {}.": "Aquí no está {0}. Hay: {1}.",
    "{} was offered at {}. Keep that value.": "{0} ya se ofreció con {1}. Deja ese valor.",
    "The first package names every issue. What about {}?": "El primer paquete lo nombra todo. ¿Qué hay de {0}?",
    "{} has no value {}. There is: {}.": "{0} no tiene el valor {1}. Hay: {2}.",
    "There are numbers of a talk over a price here. Start a new talk first.": (
        "Aquí ya hay números de un trato sobre un precio. Empieza antes uno nuevo."
    ),
    "a draft, never sent": "un borrador que nunca se envió",
    "{} counts the same as {}. Change or drop that one first.": (
        "{0} cuenta lo mismo que {1}. Cambia o quita ese antes."
    ),
    "A rating is a number from 0 (not at all) to 10 (fully).": "Una nota es un número de 0 (nada) a 10 (del todo).",
    "{} is counted from the messages, so it needs no rating.": "{0} se cuenta de los mensajes y no necesita nota.",
    "There is no standard called {} to make a rule about. Add it first.": (
        "No hay un mínimo {0} para hacer una regla. Añádelo antes."
    ),
    "There is no rule about {} to drop.": "No hay regla sobre {0} que quitar.",
    "You have no standard called {}. There is: {}.": "No tienes un mínimo {0}. Hay: {1}.",
    "Say how much of {} you need, like {}.": "Di cuánto necesitas de {0}, como {1}.",
    "Give a name, and a number after the = if you want one, like answers=80.": (
        "Da un nombre y, si quieres, un número tras el =, como answers=80."
    ),
    "What {} means depends on the kind of pursuit. Say it first, with --kind.": (
        "Lo que significa {0} depende de qué se trate. Dilo primero."
    ),
    "For {} give a number above 0 and up to {}.": "Para {0} da un número mayor que 0 y hasta {1}.",
    "A rule needs at least one miss, and no more misses than weeks.": (
        "Una regla necesita al menos una semana fallada, y no más que semanas."
    ),
    "A rule needs a level above 0, and a grace and a delay not below 0.": (
        "Una regla necesita un nivel mayor que 0 y una espera no menor que 0."
    ),
    "What would a week with {} be worth to you, at worst and at best? Count it like a week here.": (
        "¿Qué te valdría una semana con {0}, en el peor y en el mejor caso? Cuéntalo como una semana aquí."
    ),
    "Give the chance as a number from 0 to 100.": "Da la probabilidad como un número de 0 a 100.",
    "You have no option called {}. There is: {}.": "No tienes una opción {0}. Hay: {1}.",
    "For {} give a number from 0 up.": "Da aquí un número desde 0.",
    "Give what it is worth at worst first, and at best last.": (
        "Da primero lo que vale en el peor caso, y al final en el mejor."
    ),
    "Give one number, or two (worst and best), or three with the likely one between.": (
        "Da un número, o dos (peor y mejor caso)."
    ),
    "The {} to find out cannot be less than nothing.": "Lo que cuesta averiguarlo no puede ser menos que nada.",
    "A week with everything met must be worth more than nothing. Give a number above 0 for good.": (
        "Una semana con todo lo que necesitas tiene que valer más que nada. Da un número mayor que 0."
    ),
    "A weak week is worth less than a good one. Give a smaller number for weak.": (
        "Una semana floja vale menos que una buena. Da para ella un número menor."
    ),
    "An offer from elsewhere is more than 0.": "Una oferta de otro lado es más que 0.",
    "First note the number at which you walked.": "Anota antes el número con el que te fuiste.",
    "There are two currencies here, {} and {}. Give all amounts in one of them.": (
        "Aquí hay dos monedas, {0} y {1}. Da todas las cantidades en una de ellas."
    ),
    "You count in {} here, and this is in {}. Give it in {} too.": (
        "Aquí cuentas en {0}, y esto está en {1}. Dalo también en {0}."
    ),
    "A price is 0 or more. Give it without the minus.": "Un precio es 0 o más. Dalo sin el menos.",
    "This day is still to come. Give the day on which it was said.": (
        "Ese día aún no ha llegado. Da el día en que se dijo."
    ),
    "This day is past. Give a day that is still to come, or 0 for what you have.": (
        "Ese día ya pasó. Da un día que esté por venir, o 0 en lo que tienes si no."
    ),
    "Give a number from 0 to 100: 0 is the worst package here, 100 the best.": (
        "Da un número de 0 a 100: 0 es el peor paquete aquí, 100 el mejor."
    ),
    "Points go from 0 to 10. Give smaller numbers, or another unit, like €.": (
        "Los puntos van de 0 a 10. Da números menores, u otra unidad, como €."
    ),
    "What do they offer?": "¿Qué ofrecen?",
    "What do you have if this falls through? Give 0 for nothing.": "¿Qué tienes si esto no sale? 0 si nada.",
    "What would you have to pay if your fallback fails too?": (
        "¿Cuánto tendrías que pagar si tu alternativa también falla?"
    ),
    "How likely is the better offer, from 0 to 100?": "¿Qué tan probable es la oferta mejor, de 0 a 100?",
    "In how many days would the better offer come?": "¿En cuántos días llegaría la oferta mejor?",
    "Each amount must be a plain number.": "Cada cantidad tiene que ser un número simple.",
    "How many messages get an answer is a share from 0 to 100 percent.": (
        "Cuántos mensajes reciben respuesta es una parte de 0 a 100 por ciento."
    ),
    "A week has 7 days: give a number of days from 0 to 7.": "Una semana tiene 7 días: da un número de 0 a 7.",
    "There is no message in this chat, so there is nothing to judge. Export it again with its messages.": (
        "En este chat no hay mensajes, así que no hay nada que mirar. Expórtalo otra vez con sus mensajes."
    ),
    "There are two standards that count {}. Keep one of them.": "Hay dos mínimos que cuentan {0}. Quédate con uno.",
    "A door with a date needs a day after the one on which you leave. Give a later day.": (
        "Una puerta con fecha necesita un día posterior al de irte. Da uno posterior."
    ),
    "The letter is empty. Write what you would say; it stays here.": (
        "La carta está vacía. Escribe lo que dirías; se queda aquí."
    ),
    "An urge cannot be {}. Give a number from 1 (faint) to 5 (strong).": (
        "Para las ganas, da un número de 1 (leves) a 5 (fuertes)."
    ),
    "Say what you learned in two lines at most. What is longer can go into a letter: --letter.": (
        "Di en dos líneas como mucho lo que aprendiste. Lo más largo puede ir en una carta."
    ),
    "The message is empty. Write what you think of sending; it waits here.": (
        "El mensaje está vacío. Escribe lo que piensas enviar; espera aquí."
    ),
    "A message cannot wait {} hours. Give a number up to {}.": (
        "Un mensaje no puede esperar {0} horas. Da un número hasta {1}."
    ),
    "This is a group: {} others wrote in it. Whom do you mean?": (
        "Es un grupo: escribieron otras {0} personas. ¿A quién te refieres?"
    ),
    "Only {} has written in this chat. Who is the other person?": (
        "Solo {0} ha escrito en este chat. ¿Quién es la otra persona?"
    ),
    "There are {} chats here. Which one do you mean?": "Aquí hay {0} chats. ¿Cuál quieres decir?",
    "{} has not written in this chat, and I only read chats you wrote in yourself.": (
        "{0} no ha escrito en este chat, y solo leo chats en los que escribes tú."
    ),
    (
        "The dates in {} can be read in two ways, and the file does not say which. Is the first number the "
        "{} or the {}?"
    ): ("Las fechas de {0} se pueden leer de dos maneras. ¿El primer número es el día (dmy) o el mes (mdy)?"),
    "{} is empty. Export the chat again, and wait until the export has finished.": (
        "{0} está vacío. Exporta el chat otra vez y espera a que termine."
    ),
    "{} is empty. Export the chat once more, without media, and give me the new file.": (
        "{0} está vacío. Exporta el chat otra vez, sin archivos, y da el archivo nuevo."
    ),
    "{} is damaged or was cut off on the way. Copy it again, or export the chat again.": (
        "{0} está dañado o llegó incompleto. Cópialo otra vez, o exporta otra vez el chat."
    ),
    (
        "{} is {}, and no chat export I can read. Export the chat as text (WhatsApp: Export chat > Without "
        "media) and give me the .txt or .zip."
    ): ("{0} no es un chat que se pueda leer. Expórtalo como texto (WhatsApp: Exportar chat, Sin archivos)."),
    (
        "In {} no line begins with a date and a time, as messages of WhatsApp do. In WhatsApp, use Export "
        "chat > Without media and give me the .txt or .zip you get."
    ): ("En {0} ninguna línea empieza con día y hora. En WhatsApp usa Exportar chat, Sin archivos."),
    "Something in this file is not as I expect it, so I stopped. Export the chat again and give me the new file.": (
        "Algo en este archivo no es como se espera. Exporta el chat otra vez y da el archivo nuevo."
    ),
    "This file is too large for the memory here. Export a part of the chat.": (
        "Este archivo es demasiado grande para la memoria de aquí. Exporta una parte del chat."
    ),
    "That passphrase does not open the store. Try again.": "Esa contraseña no abre nada. Inténtalo otra vez.",
    "That recovery code does not open the store. If you made a newer one, take that, and try again.": (
        "Ese código no abre nada. Si hiciste uno más nuevo, usa ese e inténtalo otra vez."
    ),
    "There is a slip in that recovery code. Compare it sign by sign, and retype it.": (
        "Hay un error en ese código. Compáralo signo por signo y escríbelo otra vez."
    ),
    "A recovery code has {} letters and digits; this has {}. Please type it again.": (
        "El código tiene {0} letras y cifras; este tiene {1}. Escríbelo otra vez, por favor."
    ),
    "That passphrase is too short. Give at least {} characters; four words are good.": (
        "Esa contraseña es muy corta. Usa al menos {0} letras; cuatro palabras van bien."
    ),
    "The store is locked. Open it with your passphrase, and try again.": (
        "Está cerrado. Ábrelo con tu contraseña e inténtalo otra vez."
    ),
    "The disk is full. What was kept before is safe; this step was not. Make room and try again.": (
        "El disco está lleno. Lo que había está a salvo; este paso no. Haz sitio e inténtalo otra vez."
    ),
    "Another walkaway is using the store. Close it, or wait until it is done, and try again.": (
        "Otro walkaway está abierto. Ciérralo o espera, e inténtalo otra vez."
    ),
    "{} is damaged: something in it is not as it was written. Nothing was changed.": (
        "Los datos están dañados. No se cambió nada."
    ),
    "{} is not a backup or an export I know. Give a file or folder that walkaway made.": (
        "{0} no es una copia que yo conozca. Da un archivo que hizo walkaway."
    ),
    "{} is not an archive I can read.": ("{0} no es un archivo que se pueda leer."),
    (
        "{} has no column called {}. I need when, who and text (kind is welcome); the columns I found are: "
        "{}. Rename them in the first line. Or say which is which, like {}"
    ): (
        "{0} no tiene una columna {1}. Hacen falta when, who y text; se encontraron: {2}. Cámbiales el "
        "nombre en la primera línea."
    ),
    "{} has the right columns but no rows. Add at least one message and try again.": (
        "{0} tiene las columnas pero ninguna fila. Añade al menos un mensaje."
    ),
    "{} holds nothing but empty lines. Export the chat again.": (
        "{0} solo tiene líneas vacías. Exporta el chat otra vez."
    ),
    "{} is larger than {}, more than I read at once. Export a shorter time, or without media.": (
        "{0} es demasiado grande para leerlo de una vez. Exporta un tiempo más corto, o sin archivos."
    ),
    "I keep no pursuit called {}. There is: {}.": "Aquí no hay nada con el nombre {0}.",
    "There is nothing to go by for {} yet. {}": (
        "De {0} todavía no hay nada que mirar. Añade un chat, o pon nota a un mínimo."
    ),
    "I find nobody called {} in this chat. {}": "En este chat no hay nadie llamado {0}.",
    "There is no message in {}. Export the chat again and give me the new file.": (
        "En {0} no hay mensajes. Exporta el chat otra vez y da el archivo nuevo."
    ),
    "no message begins here": "aquí no empieza ningún mensaje",
    "no message begins here, nor on the lines up to {}": "aquí no empieza ningún mensaje, ni hasta la línea {0}",
    "not a message": "no es un mensaje",
}
"""Los huecos van en la frase inglesa como {}, aquí por su número."""
