// Where the others type: an edge at their line and their letters at its end. Their names stand above the text as words.

export class Marks {
  #field;
  #mirror;
  #layer;
  #people = [];
  #frame = 0;

  constructor(field, mirror, layer) {
    [this.#field, this.#mirror, this.#layer] = [field, mirror, layer];
    field.addEventListener("scroll", () => this.draw());
    new ResizeObserver(() => this.draw()).observe(field);
  }

  show(people) {
    this.#people = people.filter(one => one.line > 0);
    this.draw();
  }

  /** Once for all that moved the lines since the last picture. */
  draw() {
    cancelAnimationFrame(this.#frame);
    if (this.#people.length > 0 || this.#layer.firstChild) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    const [lines, taken] = [this.#mirror.lines(this.#people.map(one => one.line)), new Map()];
    this.#layer.replaceChildren(...this.#people.flatMap((one, index) => {
      const { y, height } = lines[index];
      if (y + height <= 0 || y >= this.#field.clientHeight) return [];
      const before = taken.get(one.line) ?? 0;
      taken.set(one.line, before + 1);
      const [edge, letters] = [document.createElement("i"), document.createElement("span")];
      [edge.className, letters.className] = ["initials", "initials"];
      for (const mark of [edge, letters]) {
        mark.dataset.hue = one.hue;
        mark.style.top = `${y}px`;
      }
      edge.style.height = `${height}px`;
      letters.style.left = `${this.#field.clientWidth - 26 * (before + 1)}px`;
      letters.textContent = one.letters;
      return [edge, letters];
    }));
  }
}
