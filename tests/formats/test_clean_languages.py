"""Scraped pages in the other languages whose furniture is known."""

from __future__ import annotations

import pytest

from annotator.formats.clean import blocks, propose

PAGES = {
    "german": (
        """Startseite > Politik > Inseln
Anzeige
Fähre zu den Außeninseln wird eingestellt
Die Reederei sagte am Montag, sie werde die Außeninseln ab dem ersten Mai nicht mehr anlaufen.
Anzeige
Die Bewohner hatten die Regierung um Geld für die Linie gebeten, der Minister lehnte Gespräche ab.
Lesen Sie auch: Hafen wird ausgebaggert
Das könnte Sie auch interessieren
Schule gewinnt Preis
Kommentare (12)
Impressum
Datenschutz""",
        "Fähre zu den Außeninseln wird eingestellt",
        2,
    ),
    "french": (
        """Aller au contenu

La ligne de ferry vers les îles va fermer

Publicité

La compagnie a déclaré lundi qu'elle ne desservirait plus les îles à partir du premier mai.

Les habitants avaient demandé à l'État de payer la ligne, mais le ministre a refusé d'en parler.

Lire aussi : Le port sera dragué

Laisser un commentaire

Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *

Mentions légales""",
        "La ligne de ferry vers les îles va fermer",
        2,
    ),
    "spanish": (
        """Inicio

Cierra la línea de ferris a las islas

La compañía dijo el lunes que dejará de navegar a las islas desde el primero de mayo.

Publicidad

Los isleños habían pedido al gobierno que pagara la línea, pero el ministro se negó a hablar.

Comparte este artículo
Artículos relacionados
El puerto será dragado
Todos los derechos reservados""",
        "Cierra la línea de ferris a las islas",
        2,
    ),
    "portuguese": (
        """Pular para o conteúdo

Linha de balsas para as ilhas vai fechar

A empresa disse na segunda-feira que deixará de navegar para as ilhas a partir de maio.

Continua após a publicidade

Os ilhéus tinham pedido ao governo que pagasse a linha, mas o ministro recusou-se a falar.

Deixe um comentário
O seu endereço de e-mail não será publicado.
Nome""",
        "Linha de balsas para as ilhas vai fechar",
        2,
    ),
    "italian": (
        """Vai al contenuto

Chiude la linea di traghetti per le isole

La compagnia ha detto lunedì che dal primo maggio non navigherà più verso le isole esterne.

Pubblicità

Gli isolani avevano chiesto al governo di pagare la linea, ma il ministro ha rifiutato di parlarne.

Leggi anche: Il porto sarà dragato
Lascia un commento
Il tuo indirizzo email non sarà pubblicato.
Torna su""",
        "Chiude la linea di traghetti per le isole",
        2,
    ),
    "russian": (
        """Главная

Паромную линию на острова закроют

Компания сообщила в понедельник, что с первого мая паромы больше не пойдут на дальние острова.

Реклама

Жители просили правительство оплатить линию, но министр отказался с ними говорить об этом.

Поделиться в Телеграм

Читайте также

Порт углубят

Все права защищены""",
        "Паромную линию на острова закроют",
        2,
    ),
    "arabic": (
        """الرئيسية

إغلاق خط العبارات إلى الجزر

قالت الشركة يوم الاثنين إنها ستتوقف عن الإبحار إلى الجزر البعيدة اعتبارا من أول مايو.

إعلان

طلب سكان الجزر من الحكومة أن تدفع تكاليف الخط، لكن الوزير رفض الحديث معهم في الأمر.

شارك هذا المقال

اقرأ أيضا

تعميق الميناء

جميع الحقوق محفوظة""",
        "إغلاق خط العبارات إلى الجزر",
        2,
    ),
}


@pytest.mark.parametrize("language", PAGES)
def test_pages_in_other_languages(language: str) -> None:
    text, title, paragraphs = PAGES[language]
    assert propose(text).title == title
    kept = [block.text for block in blocks(text) if block.kind == "body"]
    assert len(kept) == paragraphs
    assert all(line.endswith(".") for line in kept)
