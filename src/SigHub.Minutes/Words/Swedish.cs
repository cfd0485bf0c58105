using SigHub.Minutes.Sections;

namespace SigHub.Minutes.Words;

/// <summary>The words of Swedish minutes.</summary>
internal static class Swedish
{
    public static readonly Language Words = new()
    {
        Months =
        [
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober|okt",
            "november",
            "december",
        ],
        Weekdays = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"],
        Sections =
        [
            (SectionKind.NextMeeting, ["nästa möte", "kommande möten", "nästa sammanträde"]),
            (
                SectionKind.CarriedActions,
                ["uppgifter från förra mötet", "föregående uppgifter", "kvarstående uppgifter", "föregående möte"]
            ),
            (SectionKind.Actions, ["uppgifter", "åtgärder", "att göra", "åtgärdslista", "=uppdrag", "nästa steg"]),
            (SectionKind.Regrets, ["anmält förhinder", "förhinder", "förhindrade", "återbud", "anmälda förhinder"]),
            (SectionKind.Absent, ["frånvarande", "ej närvarande", "saknades"]),
            (
                SectionKind.RollCall,
                ["närvarande", "närvaro", "deltagare", "närvarolista", "närvarande ledamöter", "adjungerade", "=gäster"]
            ),
            (SectionKind.Decisions, ["=beslut", "fattade beslut", "beslutspunkter"]),
            (
                SectionKind.Officers,
                [
                    "=ordförande",
                    "=mötesordförande",
                    "=sekreterare",
                    "=mötessekreterare",
                    "=justerare",
                    "=justerare av protokollet",
                ]
            ),
            (SectionKind.Members, ["medlemmar", "ledamöter", "=styrelse", "=styrelsen"]),
            (SectionKind.Goals, ["mål", "målsättning"]),
            (SectionKind.Purpose, ["syfte", "om oss", "beskrivning", "uppdragsbeskrivning"]),
            (SectionKind.Agenda, ["dagordning", "föredragningslista", "=ämnen"]),
            (SectionKind.Links, ["=länkar", "bilagor", "handlingar"]),
            (SectionKind.Communication, ["kontakt", "e postlista"]),
            (SectionKind.Meetings, ["=möten", "=mötestider"]),
            (SectionKind.Roadmap, ["färdplan", "milstolpar", "tidsplan"]),
            (SectionKind.Discussion, ["diskussion", "anteckningar", "mötesanteckningar", "övriga frågor", "rapporter"]),
        ],
        Columns =
        [
            (Column.Date, ["datum"]),
            (Column.Minutes, ["protokoll", "anteckningar"]),
            (Column.Name, ["namn", "deltagare", "vem"]),
            (Column.Affiliation, ["organisation", "företag"]),
            (Column.Role, ["roll", "uppdrag", "post"]),
            (Column.Presence, ["närvarande", "närvaro"]),
            (Column.Task, ["uppgift", "vad", "åtgärd"]),
            (Column.Owner, ["ansvarig", "ansvariga", "vem"]),
            (Column.Status, ["status", "läge"]),
            (Column.Due, ["klart senast", "senast", "när", "deadline"]),
        ],
        DateLabel = @"datum|tid|dag|mötesdatum|när",
        MeetingWords =
            @"protokoll|mötesprotokoll|styrelseprotokoll|möten?|mötet|\w+möten?|\w+mötet|sammanträde|minnesanteckningar|mötesanteckningar",
        TitleWords = @"den|från|för|vid|fört|nr|vecka|kl",
        Groups =
        [
            (GroupKind.WorkingGroup, @"[Aa]rbetsgrupp(?:en)?\b|[Ii]ntressegrupp(?:en)?\b"),
            (
                GroupKind.Committee,
                @"\b[Ss]tyrelsen?\b|[Uu]tskott(?:et)?\b|\b[Kk]ommitt[ée]n?\b|\b[Nn]ämnden?\b|[Ss]tyrgrupp(?:en)?\b"
            ),
            (GroupKind.Project, @"\b[Pp]rojektet\b"),
        ],
        Genitives = [("styrelsens", "styrelsen", ""), ("arbetsgruppens", "arbetsgruppen", "")],
        Cancelled = @"\b(?:inställt|inställd|inget möte)\b",
        Role =
            @"(?:vice )?ordförande|sekreterare|kassör|(?:styrelse)?ledamot|suppleant|justerare|revisor|adjungerad|gäst|projektledare",
        NotPeople =
            "gäster ingen inga alla styrelsen medlemmar möte mötet protokoll plats datum tid dagordning beslut förslag uppgift uppgifter ämne rapport val",
        NotOwners =
            "den det de en ett man vi jag han hon detta denna dessa alla var i på vid för med efter från innan till och eller om att nästa ny nytt nya förslag protokoll beslut möte mötet ämne fråga frågan",
        Remarks = "digitalt distans telefon via från till delvis länk",
        Yes = @"ja|närvarande|deltog",
        No = @"nej|frånvarande",
        Excused = @"förhinder|anmält förhinder|förhindrad|återbud",
        ActionMark = @"uppgift(?:er)?|åtgärd(?:er)?|att göra|uppdrag",
        Promise =
            @"ska|skall|bör|tar|åtar sig att|ansvarar för(?: att)?|ordnar|undersöker|skriver|kollar(?: upp)?|bokar|skickar|kontaktar",
        States =
        [
            (ActionStatus.Open, @"(?:ej klar[t]?|inte klar[t]?|ej påbörja[td]|kvarstår|öppen)\b"),
            (ActionStatus.InProgress, @"(?:pågår|pågående|påbörja[td]|delvis klar[t]?)\b"),
            (ActionStatus.OnHold, @"(?:vilande|bordlag[dt]|pausa[td]|väntar)\b"),
            (ActionStatus.Cancelled, @"(?:utgår|inställ[dt]|struke[nt]|avbruten)\b"),
            (ActionStatus.Done, @"(?:klart?|färdigt?|avsluta[dt]|genomför[dt]|åtgärda[dt])(?:[.,;:!)\]]|$| )"),
        ],
        DueAhead = @"senast(?: den)?|före(?: den)?|till(?: den)?|fram till|klart?(?: till| senast)?",
        Nothing = @"inga?|inget|inga (?:nya )?(?:uppgifter|beslut|frågor|ärenden|övriga frågor)",
        DecisionMark = @"beslut|beslutades|beslutas",
        Settled =
        [
            @"\b(?:mötet|styrelsen|gruppen|kommittén|stämman|vi|utskottet|nämnden) (?:\w+ ){0,2}(?:beslutar|beslutade|beslöt|enades|godkände|valde|antog|biföll)\b",
            @"^(?:det )?beslut(?:ades|as|ade) att\b",
            @"\b(?:förslaget|protokollet|budgeten|dagordningen|motionen)\b.{0,60}\b(?:godkändes|antogs|bifölls|avslogs|fastställdes)\b",
        ],
        SettledHint = "beslut|beslöt|enades|godkän|valde|antog|bif|avslog|fastställ",
        Outcome = @"(?:enhälligt |bifölls|bifalles|avslogs|godkändes).{0,30}",
    };
}
