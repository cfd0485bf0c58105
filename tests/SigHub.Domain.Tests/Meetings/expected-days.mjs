// Made expected-days.tsv, with ical.js 2.2.1 for the days and Node's own time zones (ICU) for the instants:
//   npm install ical.js@2.2.1 && node expected-days.mjs > expected-days.tsv
// One line a rule: rule, start (the first day that fits), zone, local time, and the next 12 meetings as UTC instants.
import ICAL from "ical.js";

const rules = [];
for (const end of ["", ";COUNT=5", ";UNTIL=20270630"]) {
  for (const interval of [1, 2, 3, 4]) {
    const every = interval === 1 ? "" : `;INTERVAL=${interval}`;
    rules.push(`FREQ=DAILY${every}${end}`);
    for (const days of ["MO", "TH", "TU,TH", "SU", "SU,MO", "MO,WE,FR"]) {
      rules.push(`FREQ=WEEKLY${every};BYDAY=${days}${end}`);
      rules.push(`FREQ=WEEKLY${every};BYDAY=${days}${end};WKST=SU`);
    }
    for (const days of ["1MO", "2TH", "3WE", "4FR", "5TU", "-1FR", "-2MO", "1TU,3TU", "1MO,-1MO", "WE"])
      rules.push(`FREQ=MONTHLY${every};BYDAY=${days}${end}`);
    rules.push(`FREQ=MONTHLY${every}${end}`);
  }
}
const starts = ["2026-03-05", "2026-10-31", "2027-01-29", "2024-02-29"];
const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Casablanca"];
const clock = "17:00";

const offset = (utc, zone) => {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" })
      .formatToParts(new Date(utc)).map(part => [part.type, Number(part.value)]));
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute) - utc;
};
const instant = (day, zone) => {
  const local = Date.parse(`${day}T${clock}Z`);
  const guess = local - offset(local, zone);
  return new Date(local - offset(guess, zone)).toISOString().slice(0, 16) + "Z";
};
const days = (rule, start, count) => {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
  const found = [];
  for (let next; found.length < count && (next = iterator.next()); )
    found.push(next.toString().slice(0, 10));
  return found;
};

rules.forEach((rule, i) => {
  const [first] = days(rule.replace(/;(COUNT|UNTIL)=\w+/, ""), starts[i % starts.length], 1);
  const zone = zones[i % zones.length];
  console.log([rule, first, zone, clock, days(rule, first, 12).map(day => instant(day, zone)).join(" ")].join("\t"));
});
