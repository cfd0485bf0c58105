// One pen at one text: what the server has, what is on its way there, what waits. It keeps on this device whatever the server
// has not taken yet, and goes on where it was when the connection comes back. It knows no page.
import { apply, between, compose, lengthBefore, transform } from "./change.js";

const firstWait = 300;
const longestWait = 8_000;
const silence = 10_000;

/** Drafts of one person at one meeting, a place for each pen; what was taken by the server is not kept. */
export class Drafts {
  #prefix;

  constructor(person, meeting) { this.#prefix = `sighub-draft/${person}/${meeting}/`; }

  keep(pen, draft) { localStorage.setItem(this.#prefix + pen, JSON.stringify({ ...draft, at: Date.now() })); }

  forget(pen) { localStorage.removeItem(this.#prefix + pen); }

  /** Holds a pen for as long as this page lives; false when another page has it. */
  async hold(pen) {
    if (!navigator.locks) return !(Date.now() - this.#read(pen)?.at < 3 * silence);
    return new Promise(answer => navigator.locks.request(this.#prefix + pen, { ifAvailable: true }, lock => {
      answer(lock !== null);
      return lock && new Promise(() => {});
    }));
  }

  /** What pages left behind that are gone: closed, crashed, or loaded again. */
  async left() {
    const left = [];
    for (const key of Object.keys(localStorage).filter(key => key.startsWith(this.#prefix))) {
      const pen = key.slice(this.#prefix.length);
      if (await this.hold(pen)) {
        const draft = this.#read(pen);
        if (draft) left.push({ pen, ...draft });
      }
    }
    return left;
  }

  #read(pen) {
    try {
      return JSON.parse(localStorage.getItem(this.#prefix + pen));
    } catch {
      return null;
    }
  }
}

export class Session extends EventTarget {
  #address;
  #drafts;
  #socket = null;
  #heardAt = 0;
  #wait = firstWait;
  #timer = 0;
  #pulse = 0;
  #queue = [];
  #held = false;
  #ready = false;
  #sent;
  #waiting;
  #stroke;
  #line = null;

  /** @param draft what there is at first: pen, version and base, and what was not taken yet of an earlier page. */
  constructor(address, drafts, { pen, version, base, sent = null, waiting = null, stroke = 0 }) {
    super();
    this.#address = address;
    this.#drafts = drafts;
    Object.assign(this, { pen, version, base, refusal: null, isKept: true });
    [this.#sent, this.#waiting, this.#stroke] = [sent, waiting, stroke];
    this.text = [sent?.change, waiting].filter(Boolean).reduce(apply, base);
    if (waiting && lengthBefore(waiting) !== (sent ? apply(base, sent.change) : base).length) throw new RangeError("This draft is broken.");
  }

  get isReady() { return this.#ready; }
  get isSettled() { return this.#sent === null && this.#waiting === null; }

  open() {
    clearTimeout(this.#timer);
    if (this.refusal || this.#socket) return;
    const address = new URL(this.#address, document.baseURI);
    address.protocol = address.protocol.replace("http", "ws");
    const socket = this.#socket = new WebSocket(address);
    this.#heardAt = Date.now();
    socket.onopen = () => {
      this.#say({ kind: "hello", pen: this.pen, version: this.version, line: this.#line });
      this.#pulse = setInterval(() => this.#beat(), silence / 2);
    };
    socket.onmessage = message => {
      if (socket !== this.#socket) return;
      this.#heardAt = Date.now();
      this.#queue.push(JSON.parse(message.data));
      this.#listen();
    };
    socket.onclose = () => {
      if (socket === this.#socket) this.#lost();
    };
  }

  /** Tries at once, without waiting any longer. */
  hurry() {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#beat();
    else if (!this.#socket) this.open();
  }

  close() {
    clearTimeout(this.#timer);
    clearInterval(this.#pulse);
    const socket = this.#socket;
    this.#socket = null;
    this.#ready = false;
    socket?.close();
  }

  /** Somebody typed here. */
  edit(change) {
    this.text = apply(this.text, change);
    this.#waiting = this.#waiting ? compose(this.#waiting, change) : change;
    this.#keep();
    this.#send();
    this.#tell("state");
  }

  /** Where the caret is, for the others to see. */
  stand(line) {
    if (line === this.#line) return;
    this.#line = line;
    if (this.#ready) this.#say({ kind: "line", line });
  }

  /** While somebody composes a character, what others do waits. */
  hold(isHeld) {
    this.#held = isHeld;
    this.#listen();
  }

  #listen() {
    while (this.#queue.length > 0) {
      const next = this.#queue[0];
      if (this.#held && (next.kind === "text" || next.kind === "edit" && !this.#isMine(next))) return;
      this.#queue.shift();
      this.#hear(next);
    }
  }

  #hear(message) {
    switch (message.kind) {
      case "edit":
        if (message.version <= this.version) return;
        if (message.version !== this.version + 1) return this.#again();
        if (this.#isMine(message)) this.#taken();
        else this.#pass(message.change, message.pen < this.pen);
        this.version = message.version;
        break;
      case "text":
        if (this.#sent && this.#sent.stroke <= message.stroke) this.#taken();
        this.#stroke = Math.max(this.#stroke, message.stroke);
        this.#pass(between(this.base, message.text), true);
        this.version = message.version;
        break;
      case "ready":
        this.#ready = true;
        this.#wait = firstWait;
        if (this.#sent) this.#say({ kind: "edit", version: this.version, ...this.#sent });
        break;
      case "no":
        this.refusal = message.why;
        this.close();
        break;
      default:
        this.#tell(message.kind, message);
        return;
    }
    this.#send();
    this.#keep();
    this.#tell("state");
  }

  #isMine(message) { return message.pen === this.pen && this.#sent?.stroke === message.stroke; }

  /** The server has what was on its way. */
  #taken() {
    this.base = apply(this.base, this.#sent.change);
    this.#sent = null;
  }

  /** What somebody else did goes between what the server has and what it has not. */
  #pass(heard, isLeft) {
    this.base = apply(this.base, heard);
    if (this.#sent) [heard, this.#sent.change] = transform(heard, this.#sent.change, isLeft);
    if (this.#waiting) [heard, this.#waiting] = transform(heard, this.#waiting, isLeft);
    this.text = apply(this.text, heard);
    this.#tell("heard", heard);
  }

  #send() {
    if (!this.#ready || this.#sent || !this.#waiting) return;
    this.#sent = { stroke: ++this.#stroke, change: this.#waiting };
    this.#waiting = null;
    this.#keep();
    this.#say({ kind: "edit", version: this.version, ...this.#sent });
  }

  #keep() {
    try {
      if (this.isSettled) this.#drafts.forget(this.pen);
      else this.#drafts.keep(this.pen, { version: this.version, base: this.base, sent: this.#sent, waiting: this.#waiting, stroke: this.#stroke });
      this.isKept = true;
    } catch {
      this.isKept = false;
    }
  }

  #say(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Nobody tells a browser that a connection is dead; so it asks. */
  #beat() {
    if (Date.now() - this.#heardAt > silence) return this.#again();
    this.#say({ kind: "ping" });
    if (!this.isSettled) this.#keep();
  }

  #again() {
    const socket = this.#socket;
    this.#lost();
    socket?.close();
  }

  #lost() {
    clearInterval(this.#pulse);
    this.#socket = null;
    this.#ready = false;
    this.#queue = this.#queue.filter(message => message.kind === "edit" || message.kind === "text" || message.kind === "no");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.open(), this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(2 * this.#wait, longestWait);
    this.#tell("state");
  }

  #tell(kind, detail) { this.dispatchEvent(new CustomEvent(kind, { detail })); }
}
