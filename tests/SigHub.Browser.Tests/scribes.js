// Scribes at random: the browser's own sessions and undoing against a server of a few lines, with connections that break at any
// moment, texts that are sent anew, and pages that close with something unsent. Answers how many rounds held.
async ({ rounds, seed }) => {
  const at = name => new URL(`scribe/${name}.js`, document.baseURI);
  const { apply, between, changesNothing, transform } = await import(at("change"));
  const { Session, Drafts } = await import(at("session"));
  const { Undo } = await import(at("undo"));

  const random = most => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return Math.floor(seed / 0x7fffffff * most) % most;
  };
  const must = (isSo, what) => { if (!isSo) throw new Error(what); };
  const server = { text: "", edits: [], sockets: new Set() };

  window.WebSocket = class {
    static OPEN = 1;
    readyState = 0;
    said = [];
    heard = [];
    isGreeted = false;

    constructor() { server.sockets.add(this); }
    send(message) { this.said.push(JSON.parse(message)); }
    close() { this.readyState = 3; server.sockets.delete(this); }
  };

  const lastStrokeOf = pen => Math.max(0, ...server.edits.filter(edit => edit.pen === pen).map(edit => edit.stroke));

  const answer = socket => {
    const message = socket.said.shift();
    if (message?.kind === "hello") {
      socket.pen = message.pen;
      if (random(4) === 0) socket.heard.push({ kind: "text", version: server.edits.length, text: server.text, stroke: lastStrokeOf(message.pen) });
      else socket.heard.push(...server.edits.slice(message.version));
      socket.heard.push({ kind: "ready" });
      socket.isGreeted = true;
    } else if (message?.kind === "edit" && message.stroke > lastStrokeOf(socket.pen)) {
      const change = server.edits.slice(message.version).reduce((mine, other) => transform(other.change, mine, other.pen < socket.pen)[1], message.change);
      const edit = { kind: "edit", version: server.edits.length + 1, pen: socket.pen, stroke: message.stroke, change };
      server.text = apply(server.text, change);
      server.edits.push(edit);
      for (const other of server.sockets) if (other.isGreeted) other.heard.push(edit);
    }
    return message !== undefined;
  };

  class Scribe {
    undo = new Undo();

    constructor(drafts, draft) {
      this.session = new Session("live", drafts, draft);
      this.field = this.session.text;
      this.session.addEventListener("heard", event => {
        this.undo.heard(event.detail);
        this.field = apply(this.field, event.detail);
      });
      this.open();
    }

    open() {
      this.session.open();
      this.socket = [...server.sockets].at(-1);
    }

    connect() {
      if (this.socket?.readyState !== 0) return;
      this.socket.readyState = 1;
      this.socket.onopen();
    }

    hear() {
      const message = this.socket?.readyState === 1 ? this.socket.heard.shift() : undefined;
      if (message) this.socket.onmessage({ data: JSON.stringify(message) });
      return message !== undefined;
    }

    lose() {
      const socket = this.socket;
      this.socket = null;
      socket?.close();
      socket?.onclose();
    }

    type(start, removed, words, now) {
      const text = this.session.text;
      const after = text.slice(0, start) + words + text.slice(start + removed);
      const change = between(text, after, start + words.length);
      if (changesNothing(change)) return;
      this.undo.typed(change, text, now);
      this.field = after;
      this.session.edit(change);
    }

    turn(isBack) {
      const change = isBack ? this.undo.back(this.session.text) : this.undo.forth(this.session.text);
      if (!change) return false;
      this.field = apply(this.field, change);
      this.session.edit(change);
      return true;
    }
  }

  for (let round = 0; round < rounds; round++) {
    Object.assign(server, { text: "", edits: [] });
    server.sockets.clear();
    localStorage.clear();
    const drafts = new Drafts("person", "meeting");
    const scribes = Array.from({ length: 2 + random(4) }, (_, i) => new Scribe(drafts, { pen: `${random(1000)}-${i}`, version: 0, base: "" }));
    const [typed, removed] = [new Set(), new Set()];
    let [next, isUndone] = [0x4e00, false];

    for (let moves = 0; moves < 120; moves++) {
      const scribe = scribes[random(scribes.length)];
      const what = random(12);
      if (what < 4) {
        const { text } = scribe.session;
        const start = random(text.length + 1);
        const gone = random(3) ? 0 : Math.min(random(5), text.length - start);
        const words = random(4) ? Array.from({ length: 1 + random(4) }, () => String.fromCharCode(next++)).join("") : "";
        for (const letter of words) typed.add(letter);
        for (const letter of text.slice(start, start + gone)) removed.add(letter);
        scribe.type(start, gone, words, round * 1e9 + random(3) * 600);
      } else if (what === 4) scribe.connect();
      else if (what === 5 && scribe.socket) answer(scribe.socket);
      else if (what < 9) scribe.hear();
      else if (what === 9 && random(4) === 0 && scribe.socket) {
        for (let arrived = random(3); arrived > 0; arrived--) answer(scribe.socket);
        scribe.lose();
      } else if (what === 10 && !scribe.socket) scribe.open();
      else if (what === 11 && random(3) === 0) isUndone = scribe.turn(random(2) === 0) || isUndone;
    }

    if (random(3) === 0) {
      const closed = scribes.shift();
      server.sockets.delete(closed.socket);
      closed.session.close();
      const key = Object.keys(localStorage).find(key => key.endsWith(`/${closed.session.pen}`));
      must(key || closed.session.isSettled, "a page closed and nothing was kept");
      if (key) scribes.push(new Scribe(drafts, { pen: closed.session.pen, ...JSON.parse(localStorage.getItem(key)) }));
      must(!key || scribes.at(-1).session.text === closed.session.text, "a draft was kept wrongly");
    }

    const isDone = () => scribes.every(({ session }) => session.isSettled && session.version === server.edits.length);
    for (let turns = 0; turns < 500 && !(turns > 3 && isDone()); turns++) {
      for (const scribe of scribes) {
        if (!scribe.socket) scribe.open();
        scribe.connect();
        while (answer(scribe.socket));
        while (scribe.hear());
      }
    }

    for (const { session, field } of scribes) {
      must(isDone() && session.text === server.text && field === server.text, `round ${round}: not the same text everywhere`);
      session.close();
    }
    must(Object.keys(localStorage).length === 0, `round ${round}: a draft was left`);
    must(new Set(server.text).size === server.text.length || isUndone, `round ${round}: something is there twice`);
    must(isUndone || [...typed].every(letter => removed.has(letter) || server.text.includes(letter)), `round ${round}: something is lost`);
  }

  return rounds;
}
