"""How a made-up town comes about: its administration, its groups, and those who work with it."""

import random
from dataclasses import dataclass, field

from benchmarks.town_words import DISTRICTS, DIVISIONS, FORMS, OFFICES, TOPICS
from network.organization import (
    Classification,
    Membership,
    MembershipRole,
    Organization,
    Post,
    Relation,
    RelationKind,
    Roster,
    Topic,
)

_FREE = (
    (Classification.ASSOCIATION, 40),
    (Classification.INDEPENDENT_PROVIDER, 22),
    (Classification.INITIATIVE, 18),
    (Classification.MIGRANT_ORGANIZATION, 12),
    (Classification.PROJECT, 8),
)
_LANGUAGES = ("Arabisch", "Dari", "Englisch", "Russisch", "Türkisch", "Ukrainisch", "Tigrinya")
_TARGETS = ("Familien", "Frauen", "Jugendliche", "Geflüchtete", "Ältere", "Auszubildende")


@dataclass(slots=True)
class Maker:
    """Makes one town of `size` organisations; the same numbers always make the same town."""

    size: int
    seed: int
    prefix: str = ""
    place: str = "Musterstadt"
    abroad: list[str] = field(default_factory=list)
    """Organisations of a neighbouring town that some of this one cooperate with."""
    organizations: list[Organization] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    relations: dict[tuple[str, str], Relation] = field(default_factory=dict)
    chance: random.Random = field(init=False)
    names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Fix what is left to chance."""
        self.chance = random.Random(self.seed)  # noqa: S311  (nothing secret)

    def made(self) -> Roster:
        """Return the town."""
        units = self._units()
        groups = self._working_groups(max(1, self.size // 28))
        free = self._free()
        self._take_part(units, groups, free)
        self._work_together(units, free)
        return Roster(
            organizations=tuple(self.organizations),
            posts=tuple(self.posts),
            memberships=tuple(self.memberships),
            relations=tuple(self.relations.values()),
            topics=tuple(
                Topic(id=f"t{number:02}", term=term) for number, term in enumerate(TOPICS)
            ),
        )

    def _add(self, name: str, kind: Classification, **more: object) -> str:
        """Add an organisation under a name that nobody has yet, and return its id."""
        unique, turn = name, 2
        while unique in self.names:
            unique, turn = f"{name} {turn}", turn + 1
        self.names.add(unique)
        identifier = f"{self.prefix}o{len(self.organizations):05}"
        if self.prefix:
            unique = f"{unique}, {self.place}"
        start = f"{self.chance.randint(1985, 2023)}" if self.chance.random() < 0.5 else None
        self.organizations.append(
            Organization(
                id=identifier,
                name=unique,
                classification=kind,
                start_date=start,
                **more,  # type: ignore[arg-type]
            )
        )
        return identifier

    def _units(self) -> list[str]:
        """Add the city, its divisions, departments and offices, and a post at the head of some."""
        wanted = max(4, min(400, self.size // 11))
        city = self._add(f"Stadt {self.place}", Classification.AUTHORITY)
        divisions = [
            self._add(f"Fachbereich {name}", Classification.DIVISION, parent_id=city)
            for name in DIVISIONS[: max(2, min(len(DIVISIONS), wanted // 8))]
        ]
        departments: list[str] = []
        made = [city, *divisions]
        while len(made) < wanted:
            number = len(made)
            if len(departments) < 3 * len(divisions):
                topic = list(TOPICS)[number % len(TOPICS)]
                parent = divisions[number % len(divisions)]
                name, kind = f"Bereich {topic}", Classification.DEPARTMENT
            else:
                parent = self.chance.choice(departments)
                name, kind = (
                    f"Arbeitsgebiet {OFFICES[number % len(OFFICES)]}",
                    Classification.OFFICE,
                )
            made.append(self._add(name, kind, parent_id=parent))
            if kind is Classification.DEPARTMENT:
                departments.append(made[-1])
        for unit in made[:: max(2, 900 // max(1, self.size))]:
            number = len(self.posts)
            self.posts.append(
                Post(
                    id=f"{self.prefix}p{number:04}",
                    label=f"Leitung {number + 1}",
                    organization_id=unit,
                )
            )
        return made

    def _working_groups(self, count: int) -> list[str]:
        topics, made = list(TOPICS), []
        for number in range(count):
            topic = number % len(topics)
            district = DISTRICTS[number // len(topics) % len(DISTRICTS)]
            name = f"AG {topics[topic]}" + (f" {district}" if number >= len(topics) else "")
            made.append(self._add(name, Classification.WORKING_GROUP, topic_ids=(f"t{topic:02}",)))
        return made

    def _free(self) -> list[str]:
        """Add whoever is no unit and no group of the city: of one topic, in one district."""
        kinds, shares = zip(*_FREE, strict=True)
        districts = DISTRICTS[: max(3, min(len(DISTRICTS), self.size // 60))]
        made = []
        while len(self.organizations) < self.size:
            topic = self.chance.randrange(len(TOPICS))
            district = self.chance.choice(districts)
            word = self.chance.choice(list(TOPICS.values())[topic])
            made.append(
                self._add(
                    f"{word} {district} {self.chance.choice(FORMS)}",
                    self.chance.choices(kinds, shares)[0],
                    district=district,
                    topic_ids=(f"t{topic:02}",),
                    languages=tuple(self.chance.sample(_LANGUAGES, self.chance.randrange(3))),
                    target_groups=tuple(self.chance.sample(_TARGETS, self.chance.randrange(3))),
                    open_for_cooperation=self.chance.choice((True, None, None)),
                )
            )
        return made

    def _take_part(self, units: list[str], groups: list[str], free: list[str]) -> None:
        """Fill every working group with some units, some posts, and providers of its topic."""
        topic_of = {each.id: each.topic_ids for each in self.organizations}
        for group in groups:
            near = [each for each in free if topic_of[each] == topic_of[group]]
            members = [
                *self.chance.sample(units, min(len(units), self.chance.randint(1, 3))),
                *self.chance.sample(near, min(len(near), self.chance.randint(3, 12))),
            ]
            for turn, member in enumerate(dict.fromkeys(members)):
                self._member(group, member, MembershipRole.MEMBER if turn else MembershipRole.CHAIR)

    def _member(self, group: str, member: str, role: MembershipRole) -> None:
        stated = self.chance.random() < 0.6
        self.memberships.append(
            Membership(
                id=f"{self.prefix}m{len(self.memberships):05}",
                organization_id=group,
                member_organization_id=member,
                role=role,
                start_date=self.chance.choice((None, "2015", "2019-04", "2022-01-01")),
                stated_by_id=member if stated else None,
                confirmed_by_id=group if stated and self.chance.random() < 0.7 else None,
            )
        )

    def _work_together(self, units: list[str], free: list[str]) -> None:
        """Tie those of one topic and district closely, others sometimes, until ties suffice."""
        near: dict[tuple[str, ...], list[str]] = {}
        for each in self.organizations:
            if each.district:
                near.setdefault((each.district, *each.topic_ids), []).append(each.id)
        circle = {each: members for members in near.values() for each in members}
        parents = sum(1 for each in self.organizations if each.parent_id)
        wanted = round(2.5 * self.size) - len(self.memberships) - len(self.posts) - parents
        while len(self.relations) < wanted and len(free) > 2:
            one = self.chance.choice(free)
            draw = self.chance.random()
            if (
                draw < 0.66
                and len(circle[one]) > 2
                and self._tie(one, self.chance.choice(circle[one]))
            ):
                continue
            if draw < 0.86:
                self._tie(self.chance.choice(units), one, RelationKind.FUNDS)
            elif self.abroad and draw < 0.9:
                self._tie(one, self.chance.choice(self.abroad))
            else:
                self._tie(one, self.chance.choice(free))

    def _tie(self, one: str, other: str, kind: RelationKind = RelationKind.COOPERATES) -> bool:
        """Tie two that are not tied yet; say whether that was so."""
        if one == other or (one, other) in self.relations or (other, one) in self.relations:
            return False
        if kind is RelationKind.COOPERATES and self.chance.random() < 0.3:
            kind = self.chance.choice((RelationKind.REFERS_TO, RelationKind.SUPPORTS))
        draw = self.chance.random()
        self.relations[one, other] = Relation(
            id=f"{self.prefix}r{len(self.relations):06}",
            subject_id=one,
            object_id=other,
            classification=kind,
            strength=self.chance.choice((None, None, 1.0, 2.0, 3.0)),
            start_date=self.chance.choice((None, None, "2016-05-01", "2020", "2023-09")),
            end_date="2024-12-31" if draw < 0.05 else None,
            stated_by_id=one if draw < 0.7 else None,
            confirmed_by_id=other if draw < 0.45 else None,
            disputed_by_id=other if 0.68 < draw < 0.7 else None,
        )
        return True
