// What one person can take back: their own changes, each moved along with whatever others change meanwhile.
import { changesNothing, compose, transform, undo } from "./change.js";

const pause = 1_000;

export class Undo {
  #back = [];
  #forth = [];
  #at = -Infinity;

  /** Somebody typed; keys that follow each other at once are taken back together. */
  typed(change, before, now) {
    const back = undo(change, before);
    if (now - this.#at < pause && this.#back.length > 0) this.#back.push(compose(back, this.#back.pop()));
    else this.#back.push(back);
    this.#forth = [];
    this.#at = now;
  }

  /** What comes next is taken back by itself. */
  pause() { this.#at = -Infinity; }

  /** Somebody else changed the text. */
  heard(change) {
    for (const stack of [this.#back, this.#forth]) {
      let passing = change;
      for (let i = stack.length - 1; i >= 0; i--) [passing, stack[i]] = transform(passing, stack[i], true);
    }
  }

  /** The change that takes the last one back; null when there is none. */
  back(text) { return this.#turn(this.#back, this.#forth, text); }

  forth(text) { return this.#turn(this.#forth, this.#back, text); }

  #turn(from, to, text) {
    this.pause();
    while (from.length > 0) {
      const change = from.pop();
      if (changesNothing(change)) continue;
      to.push(undo(change, text));
      return change;
    }
    return null;
  }
}
