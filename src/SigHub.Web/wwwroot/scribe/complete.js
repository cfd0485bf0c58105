// While somebody types a name or a number, what they may mean: a small list below the caret. Arrows choose, Enter takes,
// Escape closes; whoever types on is not disturbed.

const pause = 120;

/** What is being typed right before the caret: which kind of word, where it starts, and the letters so far. */
const wordAt = (text, caret) => {
  const start = text.lastIndexOf("\n", caret - 1) + 1;
  const line = text.slice(start, caret);
  const found = (kind, typed) => ({ kind, typed, start: caret - typed.length });

  const command = /^\s*(\/\p{L}*)$/u.exec(line);
  if (command) return found("command", command[1]);
  const mention = /(?:^|[\s([,;:])(@[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*)?)$/u.exec(line);
  if (mention) return found("people", mention[1]);
  const present = /^\s*(?:[-*]\s+)?\**(?:present|attendees|regrets|apologies|absent|guests)\**\s*:\**\s*(?:.*[,;]\s*)?(\p{L}[\p{L}\p{M}'’. -]*)$/iu.exec(line);
  if (present && present[1].length > 1) return found("people", present[1]);
  const number = /(?:^|[^\p{L}\p{N}-])([ADM]-(?:\d*|\p{L}[\p{L}\p{N}]*))$/u.exec(line);
  return number ? found({ A: "actions", D: "decisions", M: "milestones" }[number[1][0]], number[1]) : null;
};

const commands = [
  { text: "ACTION: ", title: "/action", detail: "somebody will do something" },
  { text: "DECISION: ", title: "/decision", detail: "something is settled" },
  { text: "Present: ", title: "/present", detail: "who came" },
  { text: "Regrets: ", title: "/regrets", detail: "who said beforehand not to come" },
  { text: "Guests: ", title: "/guests", detail: "who came and is not of the group" },
  { text: "### ", title: "/topic", detail: "a topic of the agenda" },
];

export class Completion {
  #field;
  #mirror;
  #address;
  #take;
  #list;
  #status;
  #word = null;
  #asked = 0;
  #known = new Map();

  /** @param take (start, end, text) puts the text in the place of what was typed. */
  constructor(field, list, status, mirror, address, take) {
    [this.#field, this.#list, this.#status] = [field, list, status];
    [this.#mirror, this.#address, this.#take] = [mirror, address, take];
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-haspopup", "listbox");
    field.setAttribute("aria-controls", list.id);
    field.addEventListener("keydown", event => this.#key(event));
    field.addEventListener("blur", () => this.close());
    field.addEventListener("scroll", () => this.close());
    field.addEventListener("pointerdown", () => this.close());
    list.addEventListener("pointerdown", event => event.preventDefault());
    list.addEventListener("mousedown", event => event.preventDefault());
    list.addEventListener("click", event => this.#choose(event.target.closest("[role=option]")));
  }

  get #options() { return [...this.#list.children]; }
  get #chosen() { return this.#options.findIndex(option => option.getAttribute("aria-selected") === "true"); }

  /** Somebody typed: looks at what is before the caret. */
  async typed() {
    const [asked, field] = [++this.#asked, this.#field];
    const word = field.selectionStart === field.selectionEnd ? wordAt(field.value, field.selectionEnd) : null;
    if (!word) return this.close();
    const found = word.kind === "command" ? commands.filter(one => one.title.startsWith(word.typed.toLowerCase())) : await this.#ask(asked, word);
    if (asked !== this.#asked || !found) return;
    this.#word = word;
    this.#show(found);
  }

  close() {
    this.#asked++;
    this.#word = null;
    if (this.#list.hidden) return;
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#field.removeAttribute("aria-activedescendant");
    this.#status.textContent = "";
  }

  async #ask(asked, { kind, typed }) {
    const query = `${this.#address}?kind=${kind}&typed=${encodeURIComponent(typed.replace(/^@/, ""))}`;
    if (this.#known.has(query)) return this.#known.get(query);
    await new Promise(done => setTimeout(done, pause));
    if (asked !== this.#asked) return null;
    try {
      const answer = await fetch(query);
      const found = answer.ok && !answer.redirected ? await answer.json() : [];
      this.#known.set(query, found);
      return found;
    } catch {
      return [];
    }
  }

  #show(found) {
    if (found.length === 0) return this.close(), undefined;
    this.#list.replaceChildren(...found.map((one, index) => {
      const [option, title, detail] = [document.createElement("li"), document.createElement("span"), document.createElement("span")];
      option.id = `${this.#list.id}-${index}`;
      option.role = "option";
      option.dataset.text = one.text;
      option.setAttribute("aria-selected", String(index === 0));
      [title.textContent, detail.textContent] = [one.title, one.detail];
      detail.className = "soft small";
      option.append(title, detail);
      return option;
    }));
    this.#list.hidden = false;
    this.#field.setAttribute("aria-activedescendant", this.#options[0].id);
    this.#status.textContent = found.length === 1 ? `1 suggestion: ${found[0].title}` : `${found.length} suggestions: ${found[0].title}`;
    const { x, y, height } = this.#mirror.spot(this.#word.start);
    const below = y + height + 4;
    this.#list.style.left = `${Math.max(0, Math.min(x, this.#field.clientWidth - this.#list.offsetWidth))}px`;
    this.#list.style.top = below + this.#list.offsetHeight > this.#field.clientHeight && y > this.#list.offsetHeight ? `${y - this.#list.offsetHeight - 4}px` : `${below}px`;
  }

  #key(event) {
    if (this.#list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const options = this.#options;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const next = options[(this.#chosen + step + options.length) % options.length];
      for (const option of options) option.setAttribute("aria-selected", String(option === next));
      this.#field.setAttribute("aria-activedescendant", next.id);
      next.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" || event.key === "Tab" && !event.shiftKey) {
      event.preventDefault();
      this.#choose(options[this.#chosen]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (["ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"].includes(event.key)) this.close();
  }

  #choose(option) {
    if (!option || !this.#word) return;
    const { start } = this.#word;
    const text = option.dataset.text;
    this.close();
    this.#take(start, this.#field.selectionEnd, text);
  }
}
