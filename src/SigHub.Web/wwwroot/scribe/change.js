// Changes of a text, as the server's TextChange knows them: [12, "new", -3, 40] keeps 12 characters, puts "new", takes 3 and
// keeps 40. Characters are UTF-16 code units. What goes at a place stands after what comes there.

const isText = step => typeof step === "string";

// A text may be "7" or "-3", which are greater and less than nothing, too.
const isKept = step => typeof step === "number" && step > 0;
const isRemoved = step => typeof step === "number" && step < 0;
const sizeOf = step => isText(step) ? step.length : Math.abs(step);

/** Builds a change step by step, in the one form that equal changes have. */
class Draft {
  steps = [];

  keep(length) {
    const last = this.steps.length - 1;
    if (length === 0) return;
    if (isKept(this.steps[last])) this.steps[last] += length;
    else this.steps.push(length);
  }

  remove(length) {
    const last = this.steps.length - 1;
    if (length === 0) return;
    if (isRemoved(this.steps[last])) this.steps[last] -= length;
    else this.steps.push(-length);
  }

  insert(text) {
    if (text === "") return;
    const place = isRemoved(this.steps.at(-1)) ? this.steps.length - 1 : this.steps.length;
    if (place > 0 && isText(this.steps[place - 1])) this.steps[place - 1] += text;
    else this.steps.splice(place, 0, text);
  }

  keepOrRemove(length, removes) {
    if (removes) this.remove(length);
    else this.keep(length);
  }
}

/** Goes over the steps of a change in strides of any length. */
class Walk {
  #steps;
  #at = 0;
  #passed = 0;

  constructor(steps) { this.#steps = steps; }

  get #step() { return this.#steps[this.#at]; }
  get isOver() { return this.#at === this.#steps.length; }
  get text() { return !this.isOver && isText(this.#step) ? this.#step.slice(this.#passed) : null; }
  get removes() { return !this.isOver && isRemoved(this.#step); }
  get left() { return sizeOf(this.#step) - this.#passed; }

  pass(length) {
    this.#passed += length;
    if (this.#passed < sizeOf(this.#step)) return;
    this.#at++;
    this.#passed = 0;
  }
}

export const lengthBefore = change => change.reduce((sum, step) => sum + (isText(step) ? 0 : Math.abs(step)), 0);

export const changesNothing = change => change.every(isKept);

export const replacing = (text, at, removed, inserted) => {
  const change = new Draft();
  change.keep(at);
  change.insert(inserted);
  change.remove(removed);
  change.keep(text.length - at - removed);
  return change.steps;
};

const isHigh = code => code >= 0xd800 && code <= 0xdbff;
const isLow = code => code >= 0xdc00 && code <= 0xdfff;

/** The smallest single change between two texts; where it could stand in several places, it ends at the caret. */
export const between = (before, after, caret = after.length) => {
  const shorter = Math.min(before.length, after.length);
  let end = 0;
  const mostEnd = Math.min(shorter, after.length - caret);
  while (end < mostEnd && before[before.length - end - 1] === after[after.length - end - 1]) end++;
  let start = 0;
  while (start < shorter - end && before[start] === after[start]) start++;
  while (end < shorter - start && before[before.length - end - 1] === after[after.length - end - 1]) end++;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  return replacing(before, start, before.length - end - start, after.slice(start, after.length - end));
};

export const apply = (text, change) => {
  if (lengthBefore(change) !== text.length) throw new RangeError("This change does not fit the text.");
  let [at, after] = [0, ""];
  for (const step of change) {
    if (isText(step)) after += step;
    else {
      if (step > 0) after += text.slice(at, at + step);
      at += Math.abs(step);
    }
  }
  return after;
};

/** Takes a change back that was made to this text. */
export const undo = (change, text) => {
  const back = new Draft();
  let at = 0;
  for (const step of change) {
    if (isText(step)) back.remove(step.length);
    else {
      if (step > 0) back.keep(step);
      else back.insert(text.slice(at, at - step));
      at += Math.abs(step);
    }
  }
  return back.steps;
};

/** Two changes of the same text, each as it is after the other. */
export const transform = (first, second, firstIsLeft) => {
  const [one, other, a, b] = [new Draft(), new Draft(), new Walk(first), new Walk(second)];
  while (!a.isOver || !b.isOver) {
    if (a.text !== null && (firstIsLeft || b.text === null)) {
      one.insert(a.text);
      other.keep(a.text.length);
      a.pass(a.text.length);
    } else if (b.text !== null) {
      one.keep(b.text.length);
      other.insert(b.text);
      b.pass(b.text.length);
    } else {
      if (a.isOver || b.isOver) throw new RangeError("These changes were made to different texts.");
      const length = Math.min(a.left, b.left);
      if (!b.removes) one.keepOrRemove(length, a.removes);
      if (!a.removes) other.keepOrRemove(length, b.removes);
      a.pass(length);
      b.pass(length);
    }
  }
  return [one.steps, other.steps];
};

/** One change and then the next, as one. */
export const compose = (first, next) => {
  const [both, a, b] = [new Draft(), new Walk(first), new Walk(next)];
  while (!a.isOver || !b.isOver) {
    if (a.removes) {
      both.remove(a.left);
      a.pass(a.left);
    } else if (b.text !== null) {
      both.insert(b.text);
      b.pass(b.text.length);
    } else {
      if (a.isOver || b.isOver) throw new RangeError("These changes do not follow each other.");
      const length = Math.min(a.left, b.left);
      if (a.text === null) both.keepOrRemove(length, b.removes);
      else if (!b.removes) both.insert(a.text.slice(0, length));
      a.pass(length);
      b.pass(length);
    }
  }
  return both.steps;
};

/** Where a caret goes: what stood before it stays before it, and what is inserted right at it comes after it. */
export const shift = (change, caret) => {
  let [at, shifted] = [0, caret];
  for (const step of change) {
    if (at >= caret) break;
    if (isText(step)) shifted += step.length;
    else {
      if (step < 0) shifted -= Math.min(-step, caret - at);
      at += Math.abs(step);
    }
  }
  return shifted;
};
