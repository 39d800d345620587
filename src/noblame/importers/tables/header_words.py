"""What the header of a table calls time, author and text, in some twenty languages.

Accents and case do not count, so the words stand without them. Scripts without spaces are found
inside longer headers.
"""

_WORDS = {
    "time": (
        """datetime timestamp time when start started begin began occurred created date day ts epoch
        zeitpunkt zeitstempel zeit uhrzeit wann beginn datum tag
        horodatage heure quand debut date jour  hora cuando inicio fecha dia  data quando ora orario inizio
        tijdstip tijd wanneer  tidpunkt tidspunkt tid klockslag dato  cas kdy  czas godzina kiedy
        время когда дата час коли  zaman tarih saat  aika milloin pvm  日時 時刻 時間 日付 时间 日期 시간 일시 날짜"""
    ),
    "end": "end ended until finished bis ende fin jusqu hasta fim fine tot slut do konec koniec 終了 结束",
    "zone": "timezone tz zone zeitzone fuseau zona pasmo",
    "author": (
        """who author user username name person actor owner by reporter sender from speaker assignee
        wer autor autorin person name  qui auteur  quien autor usuario  quem  chi autore  wie  vem hvem  kdo  kto
        кто хто автор  kim  kuka  誰 担当 担当者 谁 人员 负责人 누가 담당자  source system"""
    ),
    "text": (
        """message description desc what text happened event summary details note notes comment action activity title msg body
        was nachricht beschreibung ereignis text meldung vorfall  quoi message description evenement
        que mensaje descripcion evento  mensagem descricao acontecimento  cosa messaggio descrizione
        wat bericht omschrijving gebeurtenis  vad hvad hva meddelande besked melding handelse hendelse beskrivning beskrivelse
        co zprava popis udalost  opis wiadomosc zdarzenie  что сообщение описание событие що подія опис
        ne mesaj aciklama olay  mita viesti kuvaus tapahtuma  内容 出来事 事象 説明 描述 事件 消息 내용 메시지 설명"""
    ),
    "kind": "kind category type art kategorie categorie tipo typ",
    "link": "link url evidence source_url ticket permalink beleg lien enlace odkaz",
}

WORDS = {role: tuple(words.split()) for role, words in _WORDS.items()}
"""Words of each role, the surest first."""
