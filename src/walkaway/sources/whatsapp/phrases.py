"""What WhatsApp itself writes into an export, language by language: a table to be read and added to.

en, de, es, fr, it, pt, nl, tr, ru, pl, id, ar, hi, zh, ja, ko, one line each where there is one. A phrase is compared
without invisible marks and without a full stop at its end, and upper and lower case count: people type "missed voice
call", WhatsApp writes "Missed voice call".
"""

from __future__ import annotations

from walkaway.core.events import Kind


def _each(nouns: str, rest: str) -> tuple[str, ...]:
    return tuple(rest.replace("…", noun) for noun in nouns.split("|"))


PHRASES: dict[Kind, tuple[str, ...]] = {
    Kind.MEDIA: (
        *("<Media omitted>", "<image omitted>", "<video omitted>", "<audio omitted>"),
        *("<Medien ausgeschlossen>", "<Medien weggelassen>"),
        *("<Multimedia omitido>", "<Archivo omitido>"),
        *("<Médias omis>", "<Fichier omis>"),
        *("<Media omessi>", "<Media omesso>"),
        *("<Mídia oculta>", "<Mídia omitida>", "<Arquivo de mídia oculto>", "<Ficheiro não revelado>"),
        *("<Media weggelaten>",),
        *("<Medya dahil edilmedi>", "<Medya atlanmış>"),
        *("<Без медиафайлов>", "<Медиафайл пропущен>", "<Файл пропущен>"),
        *("<pominięto multimedia>", "<Multimedia pominięto>", "<plik pominięty>"),
        *("<Media tidak disertakan>", "<Media dihilangkan>"),
        *("<تم استبعاد الوسائط>", "<تم حذف الوسائط>"),
        *("<मीडिया छोड़ा गया>", "<मीडिया के बिना>"),
        *("<省略多媒体文件>", "<媒体文件已忽略>", "<已省略媒体>", "<忽略多媒體檔>", "<省略多媒體檔案>"),
        *("<メディアは含まれていません>", "<メディアなし>", "<メディア省略>"),
        *("<미디어 파일을 제외한 내보내기>", "<미디어 생략됨>", "<사진/동영상 생략>"),
        *_each("image|video|audio|GIF|sticker|document|Contact card|contact card|video note|Video note", "… omitted"),
        *_each("Bild|Video|Audio|GIF|Sticker|Dokument|Videonotiz|Kontaktkarte", "… weggelassen"),
        *_each("Bild|Video|Audio|GIF|Sticker|Dokument|Videonotiz|Kontaktkarte", "… ausgelassen"),
        *_each("video|Video|audio|GIF|sticker|Sticker|documento", "… omitido"),
        *_each("imagen|Tarjeta de contacto|nota de video", "… omitida"),
        *_each("image|vidéo|note vidéo", "… absente"),
        *_each("audio|sticker|GIF|document", "… omis"),
        *("GIF retiré", "document manquant", "Carte de contact omise", "Fiche contact omise"),
        *_each("video|audio|documento|GIF|sticker", "… omesso"),
        *("immagine omessa", "GIF esclusa", "sticker non incluso", "Scheda contatto omessa"),
        *_each("imagem|figurinha|mensagem de vídeo", "… omitida"),
        *_each("vídeo|áudio|GIF|documento|sticker|Cartão do contato|Cartão de contacto", "… omitido"),
        *("imagem ocultada", "áudio ocultado", "vídeo ocultado"),
        *_each("afbeelding|video|audio|GIF|sticker|document|Contactkaart|videobericht", "… weggelaten"),
        *_each("görüntü|video|ses|GIF|Çıkartma|çıkartma|belge|Kişi kartı", "… dahil edilmedi"),
        *_each("изображение|видео|аудио|аудиофайл|GIF|стикер|документ|карточка контакта", "… отсутствует"),
        *_each("obraz|film|GIF|dźwięk|plik wideo|plik audio|dokument", "… pominięty"),
        *_each("naklejka|grafika|karta kontaktu|wizytówka", "… pominięta"),
        *("pominięto obraz", "pominięto film", "pominięto dźwięk", "pominięto naklejkę", "pominięto dokument"),
        *_each("gambar|video|audio|GIF|stiker|dokumen|Kartu kontak", "… tidak disertakan"),
        *_each("صورة|مقطع الفيديو|فيديو|الصوت|ملصق|مستند|GIF", "… محذوف"),
        *("صورة محذوفة", "تم استبعاد الصورة", "تم استبعاد الفيديو", "تم استبعاد الصوت", "تم استبعاد الملصق"),
        *_each("इमेज|चित्र|वीडियो|ऑडियो|GIF|स्टिकर|दस्तावेज़|डॉक्यूमेंट", "… छोड़ा गया"),
        *_each("图像|图片|视频|音频|GIF|表情|贴图|文档|联系人卡片", "…已忽略"),
        *_each("圖片|影像|影片|音訊|GIF|貼圖|文件|聯絡人名片", "…已略過"),
        *_each("画像|動画|ビデオ|音声|オーディオ|GIF|スタンプ|ドキュメント|連絡先カード", "…は含まれていません"),
        *_each("이미지|사진|동영상|비디오|오디오|음성|GIF|스티커|문서|연락처 카드", "… 생략됨"),
        # Sent, but this phone cannot show it.
        *("Waiting for this message", "Waiting for this message. This may take a while"),
        *("Warten auf diese Nachricht", "Warte auf diese Nachricht", "Esperando este mensaje", "Esperando el mensaje"),
    ),
    Kind.MISSED_CALL: (
        *(
            "Missed voice call",
            "Missed video call",
            "Missed group voice call",
            "Missed group video call",
            "Missed call",
        ),
        *("Silenced voice call", "Silenced video call", "Missed group call"),
        *("Verpasster Sprachanruf", "Verpasster Videoanruf", "Verpasster Gruppenanruf", "Verpasster Anruf"),
        *("Llamada perdida", "Llamada de voz perdida", "Videollamada perdida", "Llamada grupal perdida"),
        *("Appel vocal manqué", "Appel vidéo manqué", "Appel manqué"),
        *("Chiamata vocale persa", "Videochiamata persa", "Chiamata persa"),
        *("Chamada de voz perdida", "Ligação de voz perdida", "Chamada de vídeo perdida", "Ligação de vídeo perdida"),
        *("Gemiste spraakoproep", "Gemiste audio-oproep", "Gemiste video-oproep", "Gemiste oproep"),
        *("Cevapsız sesli arama", "Cevapsız görüntülü arama", "Cevapsız arama"),
        *("Пропущенный аудиозвонок", "Пропущенный видеозвонок", "Пропущенный звонок"),
        *("Nieodebrane połączenie głosowe", "Nieodebrane połączenie wideo", "Nieodebrana rozmowa głosowa"),
        *("Panggilan suara tak terjawab", "Panggilan video tak terjawab"),
        *("مكالمة صوتية فائتة", "مكالمة فيديو فائتة", "مكالمة فائتة"),
        *("मिस्ड वॉइस कॉल", "मिस्ड वीडियो कॉल", "छूटी हुई वॉइस कॉल", "छूटी हुई वीडियो कॉल"),
        *("未接语音通话", "未接视频通话", "未接語音通話", "未接視訊通話", "未接來電", "未接来电"),
        *("音声通話の不在着信", "ビデオ通話の不在着信", "不在着信"),
        *("부재중 음성 통화", "부재중 음성통화", "부재중 영상 통화", "부재중 영상통화", "부재중 전화"),
    ),
    Kind.CALL: (
        *("Voice call", "Video call", "Group voice call", "Group video call", "Call ended"),
        *("Sprachanruf", "Videoanruf", "Gruppenanruf"),
        *("Llamada de voz", "Videollamada", "Appel vocal", "Appel vidéo", "Chiamata vocale", "Videochiamata"),
        *("Chamada de voz", "Ligação de voz", "Chamada de vídeo", "Ligação de vídeo"),
        *("Spraakoproep", "Audio-oproep", "Video-oproep", "Sesli arama", "Görüntülü arama"),
        *("Аудиозвонок", "Видеозвонок", "Połączenie głosowe", "Połączenie wideo", "Panggilan suara", "Panggilan video"),
        *("مكالمة صوتية", "مكالمة فيديو", "वॉइस कॉल", "वीडियो कॉल"),
        *(
            "语音通话",
            "视频通话",
            "語音通話",
            "視訊通話",
            "音声通話",
            "ビデオ通話",
            "음성 통화",
            "음성통화",
            "영상 통화",
            "영상통화",
        ),
    ),
    Kind.POLL: (
        *("POLL:", "UMFRAGE:", "ENCUESTA:", "SONDAGE :", "SONDAGE:", "SONDAGGIO:", "ENQUETE:", "SONDAGEM:", "PEILING:"),
        *("ANKET:", "ОПРОС:", "ANKIETA:", "POLLING:", "JAJAK PENDAPAT:", "استطلاع:", "استطلاع رأي:", "पोल:"),
        *("投票：", "投票:", "アンケート:", "アンケート：", "投票調查:", "설문:", "투표:", "설문조사:"),
    ),
    Kind.LOCATION: (
        *("live location shared", "Live location shared", "Live-Standort wird geteilt", "Live-Standort geteilt"),
        *("Ubicación en tiempo real compartida", "Position en direct partagée", "Localisation en direct partagée"),
        *("Posizione in tempo reale condivisa", "Posizione attuale condivisa"),
        *("Localização em tempo real compartilhada", "Localização em tempo real partilhada", "Live locatie gedeeld"),
        *("Canlı konum paylaşıldı", "Геопозиция передаётся", "Udostępniono lokalizację na żywo"),
        *("Lokasi terkini dibagikan", "تمت مشاركة الموقع المباشر", "लाइव लोकेशन शेयर की गई"),
        *("共享实时位置", "已分享即時位置", "ライブロケーションを共有しました", "실시간 위치를 공유함"),
    ),
    Kind.VIEW_ONCE: (
        *("View once photo", "View once video", "View once voice message", "View once message", "null"),
        *("You received a view once photo", "You received a view once video", "You received a view once message"),
        *("You sent a view once photo", "You sent a view once video", "You sent a view once message"),
        *("Einmalansicht-Foto", "Einmalansicht-Video", "Foto de visualización única", "Video de visualización única"),
        *("Photo à vue unique", "Vidéo à vue unique", "Foto visualizzabile una volta", "Foto de visualização única"),
    ),
    Kind.DELETED: (
        *("This message was deleted", "You deleted this message"),
        *("Diese Nachricht wurde gelöscht", "Du hast diese Nachricht gelöscht"),
        *(
            "Se eliminó este mensaje",
            "Este mensaje fue eliminado",
            "Eliminaste este mensaje",
            "Este mensaje se eliminó",
        ),
        *("Ce message a été supprimé", "Vous avez supprimé ce message"),
        *("Questo messaggio è stato eliminato", "Hai eliminato questo messaggio"),
        *("Mensagem apagada", "Esta mensagem foi apagada", "Você apagou esta mensagem", "Esta mensagem foi eliminada"),
        *("Apagou esta mensagem", "Eliminou esta mensagem"),
        *("Dit bericht is verwijderd", "U hebt dit bericht verwijderd", "Je hebt dit bericht verwijderd"),
        *("Bu mesaj silindi", "Bu mesajı sildiniz"),
        *("Данное сообщение удалено", "Сообщение удалено", "Это сообщение удалено", "Вы удалили данное сообщение"),
        *("Ta wiadomość została usunięta", "Wiadomość została usunięta", "Usunięto tę wiadomość"),
        *("Pesan ini telah dihapus", "Pesan ini dihapus", "Anda telah menghapus pesan ini", "Anda menghapus pesan ini"),
        *("تم حذف هذه الرسالة", "لقد حذفت هذه الرسالة", "حذفتَ هذه الرسالة"),
        *("यह मैसेज डिलीट किया गया", "यह संदेश हटा दिया गया", "आपने यह मैसेज डिलीट किया"),
        *("此消息已删除", "此消息已被删除", "您已删除此消息", "您删除了此消息", "此訊息已刪除", "您已刪除此訊息"),
        *("このメッセージは削除されました", "このメッセージを削除しました", "あなたはこのメッセージを削除しました"),
        *("삭제된 메시지입니다", "이 메시지는 삭제되었습니다", "이 메시지를 삭제했습니다"),
    ),
}

EDITED = (
    *("<This message was edited>", "<Diese Nachricht wurde bearbeitet>", "<Diese Nachricht wurde bearbeitet.>"),
    *("<Se editó este mensaje>", "<Se editó este mensaje.>", "<Este mensaje fue editado>", "<Este mensaje se editó>"),
    *("<Ce message a été modifié>", "<Questo messaggio è stato modificato>"),
    *("<Mensagem editada>", "<Esta mensagem foi editada>", "<Dit bericht is bewerkt>", "<Bu mesaj düzenlendi>"),
    *("<Сообщение изменено>", "<Данное сообщение изменено>", "<Это сообщение было изменено>"),
    *("<Wiadomość została edytowana>", "<Ta wiadomość została edytowana>", "<Wiadomość edytowana>"),
    *("<Pesan ini diedit>", "<Pesan ini telah diedit>", "<تم تعديل هذه الرسالة>", "<यह मैसेज एडिट किया गया>"),
    *(
        "<此消息已编辑>",
        "<消息已编辑>",
        "<此訊息已編輯>",
        "<このメッセージは編集されました>",
        "<このメッセージは編集済みです>",
    ),
    *("<이 메시지는 수정되었습니다>", "<수정된 메시지입니다>"),
)
"""Stands behind what was typed."""

ATTACHED = (
    *("(file attached)", "(Datei angehängt)", "(archivo adjunto)", "(fichier joint)", "(file allegato)"),
    *("(arquivo anexado)", "(ficheiro anexado)", "(bestand bijgevoegd)", "(dosya ekli)", "(файл добавлен)"),
    *("(файл прикреплён)", "(plik załączony)", "(file terlampir)", "(الملف مرفق)", "(ملف مرفق)", "(फ़ाइल संलग्न है)"),
    *(
        "(फ़ाइल अटैच की गई)",
        "(文件附件)",
        "(附件檔案)",
        "(檔案附件)",
        "(ファイル添付)",
        "(添付ファイル)",
        "(파일 첨부)",
        "(파일 첨부됨)",
    ),
)
"""Stands behind a file's name (Android)."""

LOCATION_WORDS = (
    *("location", "Location", "Standort", "ubicación", "Ubicación", "position", "Position", "localisation"),
    *("posizione", "Posizione", "localização", "Localização", "locatie", "Locatie", "konum", "Konum"),
    *("местоположение", "Местоположение", "геопозиция", "lokalizacja", "Lokalizacja", "lokasi", "Lokasi"),
    *("الموقع", "स्थान", "位置", "位置情報", "위치"),
)
"""Stands before a link to a map."""

LEAD_WORDS = tuple(f": {word}" for word in LOCATION_WORDS)
"""Never the end of a person's name, although a ": " follows."""

_CALLS = (
    r"(?:Group )?(?:Voice|Video) call|(?:Sprach|Video|Gruppen)anruf|Llamada de voz|Videollamada"
    r"|Appel vocal|Appel vidéo|Chiamata vocale|Videochiamata|(?:Chamada|Ligação) de (?:voz|vídeo)"
    r"|(?:Spraak|Audio-|Video-)oproep|Sesli arama|Görüntülü arama|Аудиозвонок|Видеозвонок"
    r"|Połączenie (?:głosowe|wideo)|Panggilan (?:suara|video)|مكالمة صوتية|مكالمة فيديو|वॉइस कॉल|वीडियो कॉल"
    r"|语音通话|视频通话|語音通話|視訊通話|音声通話|ビデオ通話|음성 ?통화|영상 ?통화"
)
_UNITS = (
    r"[hms]|secs?|seconds?|mins?|minutes?|hrs?|hours?|Sek|Min|Std|Sekunden?|Minuten?|Stunden?"
    r"|segundos?|minutos?|horas?|secondes?|heures?|secondi|minuti|ore|sn|dk|sa|сек|мин|ч|sek|godz|dtk|mnt|jam"
    r"|秒|分|分钟|分鐘|小时|小時|時間|초|분|시간|ث|د|ثانية|دقيقة|सेकंड|मिनट"
)

# The patterns from here on are in the dialect of RE2.
PATTERNS: dict[Kind, tuple[str, ...]] = {
    Kind.MISSED_CALL: (
        r"Missed (?:group )?(?:voice |video )?call(?:,| at| from) .+",
        r"(?:Voice|Video|Group) call, (?:No answer|Tap to call back|Declined|Unavailable).*",
        r"Verpasster (?:Sprach|Video|Gruppen)?anruf(?:,| um| von) .+",
        r"(?:Sprach|Video)anruf, (?:Keine Antwort|Tippe).*",
        r"(?:Llamada(?: de voz)?|Videollamada) perdida(?:,| a las?) .+",
        r"(?:Llamada de voz|Videollamada), (?:Sin respuesta|No contestada).*",
        r"Appel (?:vocal|vidéo) manqué(?:,| à) .+",
        r"(?:Appel (?:vocal|vidéo)), (?:Pas de réponse|Sans réponse).*",
        r"(?:Chiamata vocale|Videochiamata) persa(?:,| alle) .+",
        r"(?:Chamada|Ligação) de (?:voz|vídeo) perdida(?:,| às) .+",
        r"Gemiste (?:spraak|audio-|video-)oproep(?:,| om) .+",
    ),
    Kind.CALL: (
        rf"(?:{_CALLS})(?:,| •| -|，|、) ?(?:\d+ ?(?:{_UNITS})(?:\W.*)?|(?:Answered|Angenommen|Auf anderem).*)",
    ),
    Kind.LOCATION: (
        rf"(?:{'|'.join(LOCATION_WORDS)}) ?[:：] ?https?://(?:maps\.google\.|goo\.gl/maps|maps\.app|foursquare\.com|\w+\.foursquare).*",
        rf"(?:{'|'.join(LOCATION_WORDS)}) ?[:：] .+ ?\(https://(?:maps\.google|foursquare).*",
    ),
    Kind.DELETED: (
        r"This message was deleted by (?:admin|an admin|group admin) ?.*",
        r"Diese Nachricht wurde (?:von (?:Admin|der Gruppenadmin|einem Admin)) ?.* ?gelöscht",
        r"(?:Este mensaje fue eliminado|Se eliminó este mensaje) por .+",
    ),
    Kind.VIEW_ONCE: (
        r"You (?:received|sent) a view once (?:message|photo|video|voice message)\. .+",
        r"Du hast eine Einmalansicht-Nachricht (?:erhalten|gesendet).*",
    ),
    Kind.MEDIA: (
        r"<[^<>:]{2,24} ?: [^<>]+>",  # <attached: 00000012-PHOTO-2024-01-02-10-00-00.jpg>
    ),
}

ENCRYPTION_NOTICE = (
    r"^(?:Messages and calls are end-to-end|Messages (?:you send )?to this (?:chat|group|conversation)(?: and calls)?"
    r" are"
    r"|Nachrichten und Anrufe sind Ende-zu-Ende"
    r"|Nachrichten(?:, die du)? in (?:diesem|dieser) (?:Chat|Gruppe|Unterhaltung)"
    r"|(?:Los m|M)ensajes y (?:las )?llamadas (?:están|son|cifrad)|Los mensajes (?:en|y|que)[^.]{0,40} cifrad"
    r"|Les messages et (?:les )?appels sont|Les messages (?:envoyés|et)[^.]{0,60} chiffr"
    r"|I messaggi e le chiamate sono|As mensagens e (?:as )?(?:chamadas|ligações) são"
    r"|Berichten en (?:gesprekken|oproepen) (?:zijn|worden)|Mesajlar(?:ınız)? ve aramalar(?:ınız)? uçtan uca"
    r"|Сообщения и звонки защищены|Wiadomości i (?:połączenia|rozmowy) są|Pesan dan panggilan (?:di)?"
    r"(?:terenkripsi|enkripsi)|الرسائل والمكالمات مشفرة|मैसेज और कॉल्स? एंड-टू-एंड|消息和通话(?:都|均)?(?:已)?(?:进行)?端到端"
    r"|訊息和通話(?:都)?(?:經)?(?:已)?端對端|メッセージと通話は|메시지와 통화는)"
)
"""On older iPhones it stands there as if the other had said it."""

SYSTEM = (
    r"end-to-end encrypt|created (?:this |the )?group|changed (?:the|this|their|to|your) |(?: |^)(?:added|removed) "
    r"|were added|were removed| left$|joined (?:using|from|via|the)|security code|disappearing messages"
    r"|blocked this contact|is a contact|pinned a message|now an admin|no longer an admin|business account"
    r"|default timer|invite link|message timer|reset this group"
    r"|Ende-zu-Ende|hat die Gruppe|hat den Betreff|hinzugefügt|entfernt|Gruppenbild|Sicherheitsnummer|Sicherheitscode"
    r"|selbstlöschende|blockiert|beigetreten|ist jetzt (?:ein )?Admin|hat die Beschreibung|Gruppenbeschreibung"
    r"|de extremo a extremo|creó (?:este|el) grupo|cambió (?:el|la|este|su)|añadió a|eliminó a|salió del grupo|se unió"
    r"|código de seguridad|mensajes temporales|bloqueaste"
    r"|de bout en bout|a créé (?:ce|le) groupe|a (?:changé|modifié) |a ajouté|a retiré|a quitté|a rejoint"
    r"|code de sécurité|messages éphémères"
    r"|crittograf|ha creato |ha (?:cambiato|modificato) |ha aggiunto|ha rimosso|ha abbandonato|codice di sicurezza"
    r"|messaggi effimeri"
    r"|ponta a ponta|criou (?:este|o) grupo|mudou |alterou |adicionou|removeu| saiu$|entrou (?:usando|com)"
    r"|código de segurança|mensagens temporárias"
    r"|end-to-end versleuteld|heeft de groep|heeft het onderwerp|toegevoegd|beveiligingscode|verdwijnende berichten"
    r"|uçtan uca|grubu oluşturdu|kişisini ekledi|çıkardı$|ayrıldı$|güvenlik kodu|süreli mesaj"
    r"|сквозным шифрованием|создал|добавил|удалил|покинул|вышел|изменил|код безопасности|исчезающ"
    r"|szyfrowan|utworzył|dodał|usunął|opuścił|zmienił|kod bezpieczeństwa|znikające"
    r"|terenkripsi|membuat grup|menambahkan|mengeluarkan| keluar$|mengubah|kode keamanan|pesan sementara"
    r"|مشفرة|التشفير|أنشأ|أضاف|أزال|غادر|غيّر|رمز الأمان|ذاتية الاختفاء"
    r"|एंड-टू-एंड|ग्रुप बनाया|जोड़ा|हटाया|सुरक्षा कोड"
    r"|端到端加密|端對端加密|创建了|建立了|添加了|新增了|移除了|退出了|離開了|更改了|變更了|安全码|安全碼|安全代码|限时消息|限時訊息"
    r"|エンドツーエンド|グループを作成|追加しました|退出しました|変更しました|セキュリティコード|消えるメッセージ"
    r"|종단 ?간 암호화|그룹을 (?:만들|생성)|추가했습니다|나갔습니다|변경했습니다|보안 코드|사라지는 메시지"
)
"""Something happened to the chat itself. Asked only of text that nobody can have typed."""
