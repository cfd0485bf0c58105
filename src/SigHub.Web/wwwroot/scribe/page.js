// The page on which minutes are written: a text field, who else is at it, what the text says so far.
import { between, changesNothing, replacing, shift } from "./change.js";
import { Completion } from "./complete.js";
import { Marks } from "./marks.js";
import { lineAt, Mirror } from "./mirror.js";
import { Drafts, Session } from "./session.js";
import { Undo } from "./undo.js";
import { callRoll, handOver, inSection, newLine, report, uncall } from "./wording.js";

const unhurried = 600;
const tired = 3_000;

/** A text field may hold halves of characters, which no database keeps. */
const whole = text => text.toWellFormed ? text.toWellFormed().replaceAll("\0", "") : text.replaceAll("\0", "");

const nameOf = element => element.id || element.getAttribute("aria-label") || element.textContent.trim();

class Page {
  #root;
  #field;
  #session;
  #undo = new Undo();
  #mirror;
  #marks;
  #completion;
  #said = "";
  #late = 0;
  #wasReady = false;
  #rest = 0;
  #hasStood = false;
  #clock = 0;

  static async open(root) {
    const { person, meeting, version, live } = root.dataset;
    const drafts = new Drafts(person, meeting);
    const pen = crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((byte, i) => ([4, 6, 8, 10].includes(i) ? "-" : "") + byte.toString(16).padStart(2, "0")).join("");
    await drafts.hold(pen);
    const field = root.querySelector("[data-scribe-text]");
    field.value = field.defaultValue;
    new Page(root, field, new Session(live, drafts, { pen, version: Number(version), base: field.value }));
    for (const draft of await drafts.left()) Page.#handIn(live, drafts, draft);
  }

  /** What an earlier page could not hand in goes to the server now, and comes back as everybody's changes do. */
  static #handIn(live, drafts, draft) {
    const session = new Session(live, drafts, draft);
    session.addEventListener("state", () => {
      if (session.isReady && session.isSettled) session.close();
    });
    session.open();
  }

  constructor(root, field, session) {
    [this.#root, this.#field, this.#session, this.#mirror] = [root, field, session, new Mirror(field)];
    this.#completion = new Completion(field, root.querySelector("[data-scribe-list]"), root.querySelector("[data-scribe-found]"), this.#mirror, root.dataset.completions,
      (start, end, words) => this.#put([start, end, words]));
    this.#marks = new Marks(field, this.#mirror, root.querySelector("[data-scribe-marks]"));
    field.addEventListener("input", () => { this.#typed(); this.#completion.typed(); });
    field.addEventListener("beforeinput", event => this.#before(event));
    field.addEventListener("keydown", event => this.#key(event));
    root.addEventListener("click", event => this.#clicked(event.target.closest("[data-scribe-do], [data-scribe-line]")));
    root.addEventListener("keydown", event => this.#review(event));
    root.addEventListener("submit", event => this.#sent(event));
    document.addEventListener("keydown", event => this.#help(event));
    field.addEventListener("compositionstart", () => session.hold(true));
    field.addEventListener("compositionend", () => { this.#typed(); session.hold(false); });
    document.addEventListener("selectionchange", () => this.#stand());
    window.addEventListener("online", () => session.hurry());
    window.addEventListener("pageshow", () => session.hurry());
    document.addEventListener("visibilitychange", () => document.hidden || session.hurry());
    session.addEventListener("heard", event => this.#heard(event.detail));
    session.addEventListener("state", () => this.#show());
    session.addEventListener("here", event => this.#welcome(event.detail.people));
    session.addEventListener("records", () => this.#read());
    field.readOnly = false;
    root.dataset.scribe = "open";
    session.open();
    this.#show();
    this.#time(JSON.parse(sessionStorage.getItem(`sighub-timer/${root.dataset.meeting}`)));
  }

  #typed() {
    const [field, session] = [this.#field, this.#session];
    const text = whole(field.value);
    if (text !== field.value) field.setRangeText(text, 0, field.value.length, "end");
    const change = between(session.text, text, field.selectionEnd);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => session.hold(false), tired);
    if (changesNothing(change)) return;
    this.#undo.typed(change, session.text, performance.now());
    session.edit(change);
    this.#marks.draw();
  }

  /** Browsers know only what was typed, not what others wrote meanwhile: undoing is ours. */
  #before(event) {
    if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
    event.preventDefault();
    this.#turn(event.inputType === "historyUndo");
  }

  #key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    if (key === "enter") {
      event.preventDefault();
      return this.#actions[0]?.querySelector(".line").focus();
    }
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    this.#turn(key === "z" && !event.shiftKey);
  }

  #turn(isBack) {
    const change = isBack ? this.#undo.back(this.#session.text) : this.#undo.forth(this.#session.text);
    if (!change) return;
    this.#session.edit(change);
    this.#write(change);
    const caret = this.#endOf(change);
    this.#field.setSelectionRange(caret, caret);
    this.#mirror.reveal(caret);
  }

  #heard(change) {
    this.#undo.heard(change);
    const look = this.#mirror.look();
    this.#write(change);
    this.#mirror.lookAgain(look, place => shift(change, place));
    this.#stand();
  }

  /** Carries a change into the field; caret and selection keep what stands before them. */
  #write(change) {
    let at = 0;
    for (const step of change) {
      if (typeof step === "string") {
        this.#field.setRangeText(step, at, at, "preserve");
        at += step.length;
      } else if (step > 0) at += step;
      else this.#field.setRangeText("", at, at - step, "preserve");
    }
    this.#marks.draw();
  }

  #endOf(change) {
    let [at, end] = [0, 0];
    for (const step of change) {
      if (typeof step === "string") end = at += step.length;
      else if (step > 0) at += step;
      else end = at;
    }
    return end;
  }

  /** The actions beside the text that are in sight. */
  get #actions() { return [...this.#root.querySelectorAll("[data-scribe-records] li[data-words]")].filter(one => one.checkVisibility()); }

  /** At an action a letter does what its button does, and goes on to the next one. */
  #review(event) {
    const action = event.target.closest("[data-scribe-records] li[data-words]");
    if (!action || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const actions = this.#actions;
    const beside = step => actions[actions.indexOf(action) + step];
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    const button = action.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (step) beside(step)?.querySelector(".line").focus();
    else if (event.key === "Escape") this.#field.focus();
    else if (button) this.#clicked(button, (beside(1) ?? beside(-1))?.dataset.words ?? "");
    else return;
    event.preventDefault();
  }

  /** Words in the place of others, as if they had been typed; whoever goes through the actions goes on with the next one. */
  #put(place, next) {
    if (!place || this.#field.readOnly) return;
    const [start, end, words] = place;
    const change = replacing(this.#session.text, start, end - start, words);
    this.#undo.pause();
    this.#undo.typed(change, this.#session.text, performance.now());
    this.#undo.pause();
    this.#session.edit(change);
    this.#write(change);
    const caret = start + words.length;
    this.#field.setSelectionRange(caret, caret);
    const after = this.#actions.find(one => one.dataset.words === next);
    (next === undefined ? this.#field : after?.querySelector(".line") ?? this.#root.querySelector("[data-scribe-records]")).focus();
    this.#mirror.reveal(caret);
  }

  /** @param next the line of the action to go on with. */
  #clicked(target, next) {
    if (!target) return;
    const { scribeDo, name, minutes, presence, status, question } = target.dataset;
    const [text, caret] = [this.#session.text, this.#field.selectionEnd];
    switch (scribeDo) {
      case undefined: return this.#go(this.#lineOf(target));
      case "action": return this.#add("ACTION: ", text, caret);
      case "decision": return this.#add("DECISION: ", text, caret);
      case "call":
        this.#put(uncall(text, name));
        return this.#put(callRoll(this.#session.text, name, presence));
      case "report":
        if (question) return this.#ask(question, remark => this.#put(report(this.#session.text, this.#lineOf(target), status, remark), next));
        return this.#put(report(text, this.#lineOf(target), status), next);
      case "hand-over": return this.#ask(question, name => this.#put(handOver(this.#session.text, this.#lineOf(target), name), next));
      case "time": return this.#time({ topic: name, planned: Number(minutes ?? 0) * 60, begun: Date.now() });
      case "stop": return this.#time(null);
      case "keys": return this.#root.querySelector("[data-scribe-keys]").showModal();
      case "close": return target.closest("dialog").close();
    }
  }

  /** Where the caret stands, or where such things stand while nobody has put it anywhere. */
  #add(words, text, caret) {
    this.#put(this.#hasStood ? newLine(text, caret, words) : inSection(text, words) ?? newLine(text, caret, words));
  }

  #sent(event) {
    event.preventDefault();
    if (event.target.matches("[data-scribe-guest]")) {
      const name = new FormData(event.target).get("name").trim();
      if (name) this.#put(callRoll(this.#session.text, name, "present", true));
      event.target.reset();
    }
  }

  /** A sentence that belongs to an act. */
  #ask(question, then) {
    const dialog = this.#root.querySelector("[data-scribe-ask]");
    const input = dialog.querySelector("input");
    dialog.querySelector("label").textContent = question;
    input.value = "";
    dialog.querySelector("form").onsubmit = event => {
      event.preventDefault();
      const words = input.value.trim();
      if (!words) return input.focus();
      dialog.close();
      then(words);
    };
    dialog.showModal();
  }

  /** The line that a record was read from, wherever it has gone meanwhile; 0 when it is no more. */
  #lineOf(record) {
    const lines = this.#session.text.split("\n");
    const { scribeLine, words } = record.closest("[data-words]")?.dataset ?? record.dataset;
    const number = Number(scribeLine);
    if (words === undefined || lines[number - 1] === words) return number;
    const places = lines.map((line, index) => line === words ? index + 1 : 0).filter(Boolean);
    return places.sort((a, b) => Math.abs(a - number) - Math.abs(b - number))[0] ?? 0;
  }

  #go(number) {
    const lines = this.#field.value.split("\n").slice(0, number);
    if (number < 1 || lines.length < number) return;
    const end = lines.join("\n").length;
    this.#field.focus();
    this.#field.setSelectionRange(end - lines.at(-1).length, end);
    this.#mirror.reveal(end);
  }

  /** How long a topic takes; one at a time, on this screen only, where it goes on when the page is loaded again. */
  #time(running) {
    clearInterval(this.#clock);
    const timer = this.#root.querySelector("[data-scribe-timer]");
    const place = `sighub-timer/${this.#root.dataset.meeting}`;
    timer.hidden = running === null;
    if (running === null) return sessionStorage.removeItem(place);
    sessionStorage.setItem(place, JSON.stringify(running));
    const [words, time] = timer.querySelectorAll("span");
    const { topic, planned, begun } = running;
    const clock = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    const show = () => {
      const seconds = Math.floor((Date.now() - begun) / 1000);
      time.textContent = planned ? `${clock(seconds)} of ${clock(planned)}` : clock(seconds);
      time.classList.toggle("late", planned > 0 && seconds > planned);
    };
    words.textContent = topic;
    show();
    this.#clock = setInterval(show, 1000);
  }

  #help(event) {
    if (event.key !== "?" || event.target.closest("input, textarea, select, dialog")) return;
    event.preventDefault();
    this.#root.querySelector("[data-scribe-keys]").showModal();
  }

  #stand() {
    if (document.activeElement !== this.#field) return;
    this.#hasStood = true;
    this.#session.stand(lineAt(this.#field.value, this.#field.selectionEnd));
  }

  #show() {
    const session = this.#session;
    this.#root.dataset.settled = session.isReady && session.isSettled;
    clearTimeout(this.#late);
    if (session.isReady && !this.#wasReady) this.#read();
    this.#wasReady = session.isReady;
    if (session.refusal) {
      this.#field.readOnly = true;
      return this.#say("refused", session.isSettled ? session.refusal : `${session.refusal} What you typed since is kept on this device.`);
    }
    if (!session.isKept) return this.#say("offline", "Not saved, and this device has no room to keep it: copy your text somewhere");
    if (!session.isReady) return this.#say("offline", session.isSettled ? "Offline: you can go on typing" : "Offline: kept on this device");
    if (session.isSettled) return this.#say("saved", "Saved");
    this.#late = setTimeout(() => this.#say("saving", "Saving…"), unhurried);
  }

  #say(state, words) {
    if (this.#said === words) return;
    this.#said = words;
    const status = this.#root.querySelector("[data-scribe-state]");
    status.dataset.scribeState = state;
    status.textContent = words;
  }

  #welcome(people) {
    const list = this.#root.querySelector("[data-scribe-here]");
    const others = people.filter(one => one.pen !== this.#session.pen);
    this.#marks.show(others);
    list.replaceChildren(...others.map(one => {
      const [item, letters, words] = [document.createElement("li"), document.createElement("span"), document.createElement("span")];
      letters.className = "initials";
      letters.dataset.hue = one.hue;
      letters.setAttribute("aria-hidden", "true");
      letters.textContent = one.letters;
      words.textContent = one.line ? `${one.name}, line ${one.line}` : one.name;
      item.append(letters, words);
      return item;
    }));
  }

  async #read() {
    const panel = this.#root.querySelector("[data-scribe-records]");
    if (!panel) return;
    try {
      const answer = await fetch(this.#root.dataset.records, { headers: { accept: "text/html" } });
      if (!answer.ok || answer.redirected) return;
      const records = await answer.text();
      // Whoever presses a button means this one; what is to be shown after that is read then.
      if (panel.matches(":active")) {
        const released = new AbortController();
        const again = () => { released.abort(); setTimeout(() => this.#read()); };
        for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, again, { signal: released.signal });
        return;
      }

      const focused = panel.contains(document.activeElement) ? document.activeElement : null;
      if (focused?.value) return;
      const folds = [...panel.querySelectorAll("[data-scribe-fold]")];
      panel.innerHTML = records;
      for (const { dataset: { scribeFold }, open } of folds) {
        const fold = panel.querySelector(`[data-scribe-fold="${scribeFold}"]`);
        if (fold) fold.open = open;
      }
      if (focused) [...panel.querySelectorAll("button, input, summary")].find(one => nameOf(one) === nameOf(focused))?.focus({ preventScroll: true });
    } catch {
      // The next reading comes with the connection.
    }
  }
}

for (const root of document.querySelectorAll("[data-scribe]")) Page.open(root);
