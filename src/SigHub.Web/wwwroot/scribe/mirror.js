// A text field does not say where its lines are on the screen; a copy of it does.

const copied = ["boxSizing", "fontFamily", "fontSize", "fontWeight", "fontStyle", "letterSpacing", "lineHeight", "tabSize", "textIndent", "wordSpacing",
  "paddingTop", "paddingRight", "paddingBottom", "paddingLeft"];

/** The number of the line that a place of a text is on, from 1. */
export const lineAt = (text, place) => {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < place; at = text.indexOf("\n", at + 1)) line++;
  return line;
};

export class Mirror {
  #field;
  #copy = document.createElement("div");

  constructor(field) {
    this.#field = field;
    this.#copy.setAttribute("aria-hidden", "true");
    Object.assign(this.#copy.style, { position: "absolute", top: "0", left: "-9999px", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "break-word" });
  }

  /** What somebody looks at: the first line in sight, and how far it is from the top. */
  look() {
    if (this.#field.scrollTop === 0) return null;
    return this.#measure(lines => {
      const { scrollTop, value } = this.#field;
      const index = Math.max(0, lines.findIndex(line => line.offsetTop + line.offsetHeight > scrollTop));
      const end = value.split("\n").slice(0, index + 1).reduce((sum, line) => sum + line.length + 1, -1);
      return { end, away: lines[index].offsetTop - scrollTop };
    });
  }

  /** Scrolls so that the same line is at the same place. */
  lookAgain(look, moved) {
    if (look === null) return;
    this.#measure(lines => {
      this.#field.scrollTop = lines[lineAt(this.#field.value, moved(look.end)) - 1].offsetTop - look.away;
    });
  }

  /** Scrolls so that a place is in sight. */
  reveal(place) {
    this.#measure(lines => {
      const line = lines[lineAt(this.#field.value, place) - 1];
      const { scrollTop, clientHeight } = this.#field;
      if (line.offsetTop < scrollTop || line.offsetTop + line.offsetHeight > scrollTop + clientHeight)
        this.#field.scrollTop = Math.max(0, line.offsetTop - clientHeight / 3);
    });
  }

  /** Where a place is, from the upper left corner of the field, and how high its line is. */
  spot(place) {
    return this.#measure(lines => {
      const { value, scrollTop, scrollLeft } = this.#field;
      const line = lines[lineAt(value, place) - 1];
      const start = value.lastIndexOf("\n", place - 1) + 1;
      const mark = document.createElement("span");
      mark.textContent = "\u200b";
      line.replaceChildren(value.slice(start, place), mark);
      return { x: mark.offsetLeft - scrollLeft, y: mark.offsetTop - scrollTop, height: mark.offsetHeight };
    });
  }

  /** Where lines are, by their numbers, from the upper edge of the field; a line that is no more is the last one. */
  lines(numbers) {
    return this.#measure(lines => numbers.map(number => {
      const line = lines[Math.min(number, lines.length) - 1];
      return { y: line.offsetTop - this.#field.scrollTop, height: line.offsetHeight };
    }));
  }

  #measure(act) {
    const style = getComputedStyle(this.#field);
    for (const name of copied) this.#copy.style[name] = style[name];
    this.#copy.style.width = `${this.#field.clientWidth}px`;
    this.#copy.replaceChildren(...this.#field.value.split("\n").map(text => {
      const line = document.createElement("div");
      line.textContent = text === "" ? "\u200b" : text;
      return line;
    }));
    document.body.append(this.#copy);
    try {
      return act([...this.#copy.children]);
    } finally {
      this.#copy.remove();
    }
  }
}
