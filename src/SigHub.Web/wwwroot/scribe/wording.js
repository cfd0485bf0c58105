// What is clicked is written: each act here is a place in the text and the words that go there, in the grammar that minutes
// are read by. Places are [start, end, words, caret]; the caret stands before that many characters from the end of the words.

const linesOf = text => {
  let at = 0;
  return text.split("\n").map(words => {
    const line = { start: at, end: at + words.length, words };
    at = line.end + 1;
    return line;
  });
};

const lineAround = (text, place) => linesOf(text).findLast(line => line.start <= place);

/** A line of its own after the one with the caret; on an empty line, there; in a list, an item of it. */
export const newLine = (text, caret, words) => {
  const line = lineAround(text, caret);
  if (line.words.trim() === "") return [line.start, line.end, words];
  const [, indent, mark] = /^(\s*)([-*+]|\d+[.)])\s/.exec(line.words) ?? [];
  if (!mark) return [line.end, line.end, `\n\n${words}`];
  const isNumbered = mark.length > 1;
  return [line.end, line.end, `\n${indent}${isNumbered ? " ".repeat(mark.length + 1) : ""}${isNumbered ? "-" : mark} ${words}`];
};

const label = { present: "Present", regrets: "Regrets", absent: "Absent" };
const callOf = word => new RegExp(`^\\s*(?:[-*]\\s+)?\\**${word}\\**\\s*:`, "i");

const rollCall = /^#+\s*(?:attendees|attendance|participants|present|roll call)\s*:?\s*$/i;
const sections = { ACTION: /^#+\s*(?:new )?actions?(?: items?)?\s*:?\s*$/i, DECISION: /^#+\s*decisions?\s*:?\s*$/i };

/** A paragraph of its own at the end of what stands under a heading. */
const endOf = (lines, heading, words) => {
  const below = lines.slice(lines.indexOf(heading) + 1);
  const next = below.findIndex(line => line.words.startsWith("#"));
  const own = (next < 0 ? below : below.slice(0, next)).findLast(line => line.words.trim() !== "") ?? heading;
  return [own.end, own.end, `\n\n${words}`];
};

/** Under the heading of its kind, for whoever has put the caret nowhere yet; null where the text has none. */
export const inSection = (text, words) => {
  const lines = linesOf(text);
  const heading = lines.find(line => sections[words.slice(0, words.indexOf(":"))].test(line.words));
  return heading ? endOf(lines, heading, words) : null;
};

/** Somebody is present, sent regrets or is absent; a guest stands among the present with a word for it. */
export const callRoll = (text, name, presence, guest = false) => {
  const lines = linesOf(text);
  const called = guest ? `${name} (guest)` : name;
  const line = lines.find(line => callOf(label[presence]).test(line.words));
  if (line) {
    const isEmpty = /:\**\s*$/.test(line.words);
    const end = line.start + line.words.trimEnd().length;
    return [end, line.end, `${isEmpty ? " " : ", "}${called}`];
  }

  const words = `${label[presence]}: ${called}`;
  const call = lines.findLast(line => Object.values(label).some(word => callOf(word).test(line.words)));
  if (call) return [call.end, call.end, `\n${words}`];
  const heading = lines.find(line => rollCall.test(line.words));
  if (heading) return endOf(lines, heading, words);
  const title = lines[0].words.startsWith("#") ? lines[0] : null;
  return title ? [title.end, title.end, `\n\n${words}${lines[1]?.words.trim() ? "\n" : ""}`] : [0, 0, `${words}\n\n`];
};

/** Out of whichever line of the roll call names somebody; null where none does. */
export const uncall = (text, name) => {
  for (const line of linesOf(text)) {
    if (!Object.values(label).some(word => callOf(word).test(line.words))) continue;
    const colon = line.words.indexOf(":") + 1;
    const names = line.words.slice(colon).split(",");
    const index = names.findIndex(one => one.trim().replace(/\s*\(.*\)$/, "") === name);
    if (index < 0) continue;
    const left = names.toSpliced(index, 1).join(",");
    return [line.start + colon, line.end, left && !left.startsWith(" ") ? ` ${left}` : left];
  }
  return null;
};

const field = name => new RegExp(`\\s*\\[${name}\\][^[]*`, "gi");

/** How an action stands, in fields at the end of its line; a box that can be ticked is ticked. */
export const report = (text, number, status, remark) => {
  const line = linesOf(text)[number - 1];
  if (!line) return null;
  let words = line.words.replace(field("status"), "").replace(field("remark"), "").trimEnd();
  const box = /^(\s*[-*+]\s+)\[[ xX]\]/;
  if (box.test(words)) words = words.replace(box, status === "done" ? "$1[x]" : "$1[ ]");
  if (!box.test(words) || status !== "done") words += ` [status] ${status}`;
  if (remark) words += ` [remark] ${remark.replaceAll("[", "(").replaceAll("]", ")").replaceAll("\n", " ")}`;
  return [line.start, line.end, words];
};

/** Somebody else does it from now on. */
export const handOver = (text, number, name) => {
  const line = linesOf(text)[number - 1];
  if (!line) return null;
  const words = line.words.replace(field("assignee"), "");
  const at = words.search(/\s*\[(?:due|status|remark)\]/i);
  const [before, after] = at < 0 ? [words.trimEnd(), ""] : [words.slice(0, at), words.slice(at)];
  return [line.start, line.end, `${before} [assignee] ${name}${after}`];
};
