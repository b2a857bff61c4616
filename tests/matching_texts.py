"""Sections with texts that nobody can mistake for each other, for the tests of matching."""

from collections.abc import Sequence
from dataclasses import replace

from concept_review.block import Block, BlockKind
from concept_review.matching import Part, match

TOPICS = {
    "sprache": "Kurse für Deutsch finden in allen Stadtteilen statt und werden von Ehrenamtlichen "
    "begleitet, die eine Schulung der Volkshochschule besuchen und zweimal jährlich berichten",
    "arbeit": "Das Jobcenter vermittelt Praktika in Firmen, deren Meister als Paten bereitstehen "
    "und prüft jede Anerkennung ausländischer Abschlüsse binnen acht Wochen",
    "wohnen": "Die Wohnungsgesellschaft hält jedes Jahr hundert Wohnungen für Familien frei, die "
    "aus Gemeinschaftsunterkünften ausziehen, und stellt ihnen Umzugslotsen zur Seite",
    "kita": "Erzieherinnen lernen den Umgang mit Mehrsprachigkeit, während Eltern im Café der "
    "Einrichtung Fragen zur Eingewöhnung mit Stadtteilmüttern besprechen können",
    "sport": "Vereine öffnen ihre Hallen am Sonntag für offene Gruppen, sofern Übungsleiter sich "
    "finden, deren Aufwand aus dem Topf der Sportförderung ersetzt wird",
    "gesundheit": "Dolmetscher begleiten Patienten ins Klinikum, das Telefonbereitschaft "
    "einrichtet, und Hebammen beraten Schwangere kostenlos im Nachbarschaftshaus",
    "kultur": "Museum und Theater laden Zugewanderte zu eigenen Ausstellungen ein, deren Leute "
    "aus den Gemeinden stammen, und senken den Eintritt auf einen symbolischen Euro",
    "beirat": "Der Migrantenbeirat entsendet Mitglieder in sämtliche Fachausschüsse, erhält dort "
    "Rederecht und legt der Stadtverordnetenversammlung jährlich Empfehlungen vor",
    "verwaltung": "Formulare erscheinen in leichter Sprache, Beschäftigte üben interkulturelle "
    "Kommunikation, und ein Ombudsmann nimmt Beschwerden über Diskriminierung entgegen",
}
"""Texts without anything in common but the language."""


def part(title: str, *texts: str, level: int = 1) -> Part:
    blocks = (Block(kind=BlockKind.PARAGRAPH, text=TOPICS.get(text, text)) for text in texts)
    return Part(title, level, tuple(blocks))


def sub(title: str, *texts: str) -> Part:
    return part(title, *texts, level=2)


def swap(old: str, new: str, where: Part) -> Part:
    texts = (replace(block, text=block.text.replace(old, new)) for block in where.blocks)
    changed = Part(where.title, where.level, tuple(texts))
    assert changed != where
    return changed


def told(old: Sequence[Part], new: Sequence[Part]) -> list[tuple[int | None, int | None, str]]:
    return [(each.old, each.new, each.kind.value) for each in match(old, new)]
