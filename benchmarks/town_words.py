"""Words from which names of a made-up town are put together."""

TOPICS = {
    "Sprache und Bildung": ("Sprachbrücke", "Lernwerkstatt", "Wortschatz", "Lesepaten", "Lernboot"),
    "Wohnen": ("Wohnlotsen", "Dach für alle", "Nachbarhaus", "Mietertreff", "Ankommen"),
    "Arbeit": ("Jobstart", "Werkhof", "Berufswege", "Ausbildungsring", "Anlauf"),
    "Gesundheit": ("Gesundheitslotsen", "Seelennetz", "Heilkreis", "Pflegebrücke", "Atempause"),
    "Kinder und Jugend": ("Kinderland", "Jugendwerk", "Spielmobil", "Kita-Kreis", "Ferienbund"),
    "Kultur": ("Kulturschmiede", "Klangraum", "Bühne offen", "Atelierhaus", "Festkreis"),
    "Sport": ("Sportfreunde", "Bewegung verbindet", "Ballspielverein", "Ruderkreis", "Lauftreff"),
    "Beratung": ("Beratungsnetz", "Wegweiser", "Rechtshilfe", "Clearingstelle", "Sprechstunde"),
    "Frauen": ("Frauentreff", "Mütterzentrum", "Mondlicht", "Frauenstimme", "Weberinnen"),
    "Begegnung": ("Begegnungscafé", "Offene Tür", "Brückenbauer", "Kieztreff", "Tischrunde"),
    "Flucht und Asyl": ("Willkommenskreis", "Asylhilfe", "Zuflucht", "Patenschaften", "Ankerplatz"),
    "Demokratie": ("Bürgerforum", "Stimme zeigen", "Toleranzwerk", "Dialoghaus", "Mitreden"),
}  # fmt: skip
"""Fields of action, and the words that name who works in them."""

DISTRICTS = (
    "Altstadt", "Nordstadt", "Südvorstadt", "Oststadt", "Weststadt", "Lindenhof", "Kirchberg",
    "Am Stadtpark", "Hafenviertel", "Mühlenau", "Rosengarten", "Waldsiedlung", "Neustadt",
    "Bahnhofsviertel", "Schlossberg", "Gartenstadt", "Kiefernheide", "Seeblick", "Uferstadt",
    "Großfeld", "Kleinfeld", "Steintor", "Brunnenplatz", "Ziegelei", "Heidehof", "Auental",
)  # fmt: skip

DIVISIONS = (
    "Soziales und Gesundheit", "Bildung, Jugend und Sport", "Ordnung und Sicherheit",
    "Stadtplanung und Bauen", "Kultur und Museum", "Finanzen und Personal",
    "Umwelt und Klima", "Wirtschaft und Arbeit", "Bürgerservice", "Digitales und Zentrale Dienste",
)  # fmt: skip

OFFICES = (
    "Grundsatz", "Leistungen", "Beratung", "Planung", "Förderung", "Aufsicht", "Koordination",
    "Unterbringung", "Teilhabe", "Statistik", "Recht", "Zuwendungen",
)  # fmt: skip

FORMS = ("e. V.", "gGmbH", "Initiative", "Verein", "Stiftung", "Netzwerk", "Projekt", "Haus")

PLACES = (
    "Aldorf", "Bergheim", "Crivau", "Dornstedt", "Eichwalde", "Falkenau", "Grünfurt", "Hohenfels",
    "Ilmenstadt", "Jessnitz", "Königsau", "Lübbenhagen", "Marienthal", "Neuruhn", "Oderbrück",
    "Prenzdorf", "Querfurth", "Rheinsbach", "Schönwerder", "Templow", "Uckerfeld", "Velten am See",
    "Wittgensdorf", "Xanthen", "Ysenburg", "Zossenberg",
)  # fmt: skip
