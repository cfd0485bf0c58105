using SigHub.Minutes.Sections;

namespace SigHub.Minutes.Words;

/// <summary>The words of German minutes.</summary>
internal static class German
{
    public static readonly Language Words = new()
    {
        Months =
        [
            "januar|jänner",
            "februar",
            "märz|mrz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober|okt",
            "november",
            "dezember|dez",
        ],
        Weekdays = ["sonntag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend"],
        Sections =
        [
            (SectionKind.NextMeeting, ["nächste sitzung", "nächstes treffen", "nächster termin", "kommende sitzung"]),
            (
                SectionKind.CarriedActions,
                [
                    "aufgaben aus der letzten sitzung",
                    "aufgaben der letzten sitzung",
                    "aufgaben vom letzten treffen",
                    "offene aufgaben",
                    "offene punkte",
                ]
            ),
            (SectionKind.Actions, ["aufgaben", "=aufgabe", "maßnahmen", "arbeitsaufträge", "nächste schritte"]),
            (SectionKind.Regrets, ["entschuldigt", "entschuldigte"]),
            (SectionKind.Absent, ["nicht anwesend", "abwesend", "abwesende", "unentschuldigt", "=es fehlen"]),
            (
                SectionKind.RollCall,
                [
                    "anwesend",
                    "anwesende",
                    "anwesenheit",
                    "anwesenheitsliste",
                    "teilnehmer",
                    "teilnehmende",
                    "teilnehmerinnen",
                    "teilnehmerliste",
                    "=gäste",
                ]
            ),
            (SectionKind.Decisions, ["beschlüsse", "=beschluss", "entscheidungen"]),
            (
                SectionKind.Officers,
                [
                    "=protokoll",
                    "=protokollant",
                    "=protokollantin",
                    "=protokollführung",
                    "=protokoll von",
                    "=sitzungsleitung",
                    "=versammlungsleiter",
                    "=versammlungsleitung",
                    "=redeleitung",
                    "=moderation",
                    "=schriftführer",
                ]
            ),
            (SectionKind.Members, ["mitglieder", "ansprechpartner", "=vorstand"]),
            (SectionKind.Goals, ["ziele", "zielsetzung"]),
            (SectionKind.Purpose, ["zweck", "über uns", "beschreibung", "auftrag"]),
            (SectionKind.Agenda, ["tagesordnung", "tagesordnungspunkte", "=themen", "=tops"]),
            (SectionKind.Links, ["=verweise", "unterlagen", "anlagen"]),
            (SectionKind.Communication, ["kontakt", "mailingliste"]),
            (SectionKind.Meetings, ["=termine", "=treffen", "=sitzungen"]),
            (SectionKind.Roadmap, ["fahrplan", "meilensteine", "zeitplan"]),
            (SectionKind.Discussion, ["diskussion", "besprechung", "sonstiges", "verschiedenes", "notizen"]),
        ],
        Columns =
        [
            (Column.Date, ["datum"]),
            (Column.Minutes, ["protokoll", "notizen"]),
            (Column.Name, ["name", "wer"]),
            (Column.Affiliation, ["firma", "organisation", "unternehmen"]),
            (Column.Role, ["rolle", "funktion", "amt"]),
            (Column.Presence, ["anwesend", "anwesenheit"]),
            (Column.Task, ["aufgabe", "was", "maßnahme"]),
            (Column.Owner, ["verantwortlich", "zuständig", "wer"]),
            (Column.Status, ["stand", "status"]),
            (Column.Due, ["bis wann", "frist", "termin", "fällig"]),
        ],
        DateLabel = @"datum|termin|sitzungstermin|sitzung am",
        MeetingWords =
            @"protokolle?|niederschrift|sitzung(?:en|sprotokoll)?|\w+sitzung|treffen|besprechung|ergebnisprotokoll|kurzprotokoll|versammlung|\w+versammlung",
        TitleWords = @"der|die|das|des|dem|vom|am|zur|zum|über|öffentliches|kw|woche|uhr",
        Groups =
        [
            (
                GroupKind.WorkingGroup,
                @"\bAG\b|\bAK\b|[Aa]rbeitsgruppe|[Aa]rbeitskreis|[Ff]achgruppe|[Ii]nteressengruppe"
            ),
            (
                GroupKind.Committee,
                @"[Vv]orstand(?:e?s)?\b|[Aa]usschuss|[Bb]eirat(?:e?s)?\b|\bGremiums?\b|\bKuratoriums?\b"
            ),
            (GroupKind.Project, @"\bProjekt(?:e?s)?\b"),
        ],
        Genitives =
        [
            ("arbeitskreises", "arbeitskreis", "er"),
            ("ausschusses", "ausschuss", "er"),
            ("vorstands", "vorstand", "er"),
            ("vorstandes", "vorstand", "er"),
            ("beirats", "beirat", "er"),
            ("beirates", "beirat", "er"),
            ("gremiums", "gremium", "es"),
            ("kuratoriums", "kuratorium", "es"),
            ("projekts", "projekt", "es"),
            ("projektes", "projekt", "es"),
        ],
        MeetingOfBody =
            @"\b(?<body>\w*(?:vorstand|beirat|ausschuss|arbeitskreis|gremium))s?(?:sitzung|treffen)(?:en|s)?\b",
        Cancelled = @"\b(?:fällt aus|ausgefallen|abgesagt|entfällt|keine sitzung)\b",
        Role =
            @"(?:stellv\w*\.? )?vorsitzende[rn]?|vorstand|schriftführer(?:in)?|kassenwart(?:in)?|kassier(?:er|erin)?|schatzmeister(?:in)?|beisitzer(?:in)?|protokollant(?:in)?|moderation|gast|mitglied|leiter(?:in)?|sprecher(?:in)?",
        NotPeople =
            "gäste gast niemand vorstand mitglieder sitzung protokoll beginn ende ort datum uhr tagesordnung keine keiner beschluss antrag aufgabe aufgaben thema themen ergebnis abstimmung",
        NotOwners =
            "der die das den dem des ein eine es man wir ich sie er ihr dies diese dieser dieses alle jeder im am bei für mit nach von vor zum zur und oder wenn dass nächste nächster nächstes neue neuer antrag protokoll vorschlag beschluss sitzung thema termin",
        Remarks = "online telefonisch digital ab bis zeitweise später remote hybrid präsenz",
        Yes = @"ja|anwesend|da",
        No = @"nein|abwesend|fehlt|unentschuldigt",
        Excused = @"entschuldigt|entsch\.",
        ActionMark = @"aufgaben?|auftrag|maßnahme|to-?do|zu erledigen",
        Promise =
            @"wird|werden|soll|sollen|muss|müssen|übernimmt|übernehmen|kümmer[nt] sich um|kümmern sich um|erledigt|bereitet|prüft|klärt|schreibt|erstellt|organisiert|fragt",
        States =
        [
            (ActionStatus.Open, @"(?:nicht erledigt|noch nicht|noch offen|offen|ausstehend|steht aus)\b"),
            (ActionStatus.InProgress, @"(?:in arbeit|in bearbeitung|läuft|laufend|begonnen|teilweise erledigt)\b"),
            (ActionStatus.OnHold, @"(?:zurückgestellt|vertagt|pausiert|ruht|blockiert)\b"),
            (ActionStatus.Cancelled, @"(?:entfällt|entfallen|abgebrochen|hinfällig|gestrichen)\b"),
            (ActionStatus.Done, @"(?:erledigt|fertig|abgeschlossen|umgesetzt|ist durch)(?:[.,;:!)\]]|$| )"),
        ],
        DueAhead = @"bis(?: spätestens)?(?: zum| ende)?|spätestens(?: am)?|fällig(?: am| bis)?|frist",
        Nothing =
            @"keine?(?: weiteren?)?|nichts|entfällt|keine (?:neuen )?(?:aufgaben|beschlüsse|punkte|anträge|wahlen|meldungen)",
        DecisionMark = @"beschluss|beschlüsse|beschlossen|abstimmung|entscheidung|beschlussfassung",
        Settled =
        [
            @"\b(?:vorstand|ausschuss|gruppe|versammlung|gremium|wir|alle|arbeitsgruppe|runde) (?:\w+ ){0,3}(?:beschließ(?:t|en)|beschloss(?:en)?|einig(?:t|en) sich|stimmt \w+ zu)\b",
            @"\b(?:antrag|vorschlag|protokolle?|beschluss|haushalt|satzung)\b.{0,80}\b(?:einstimmig |mehrheitlich )?(?:angenommen|abgelehnt|genehmigt|beschlossen|verabschiedet)\b",
            @"\b(?:vorstand|versammlung|gruppe|wir|alle|mitglieder) (?:wähl(?:t|en)|bestimm(?:t|en)|nehm?en|nimmt)\b.{0,80}\b(?:einstimmig|mehrheitlich)\b",
            @"\b(?:es wurde|wurde|ist|wird) (?:einstimmig |mehrheitlich )(?:beschlossen|angenommen|genehmigt|gewählt)\b",
        ],
        SettledHint = "beschl|angenommen|abgelehnt|genehmigt|einig|stimm|wähl|verabschiedet",
        Outcome =
            @"(?:abstimmungs)?ergebnis\b.{0,60}|dafür:? ?\d.{0,40}|(?:einstimmig|mehrheitlich) (?:angenommen|abgelehnt|beschlossen|genehmigt).{0,20}",
    };
}
