// Small comforts on every page; nothing here is needed to read or to act.
(() => {
  "use strict";

  const remember = (name, value) => {
    const path = new URL(document.baseURI).pathname;
    document.cookie = `${name}=${encodeURIComponent(value)};path=${path};max-age=31536000;samesite=lax`;
  };

  // Times are shown in the reader's zone from the next page on.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) remember("sighub-zone", zone);

  const isDark = () => {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };

  const nameToggles = () => {
    for (const toggle of document.querySelectorAll("[data-theme-toggle]")) {
      toggle.hidden = false;
      toggle.textContent = isDark() ? "Light" : "Dark";
      toggle.setAttribute("aria-label", `Switch to ${isDark() ? "light" : "dark"} colours`);
    }
  };

  document.addEventListener("click", event => {
    if (!event.target.closest("[data-theme-toggle]")) return;
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    remember("sighub-theme", theme);
    nameToggles();
  });

  // On a live page the router takes the link for a place of its own, scrolls there, and leaves the keyboard where it was.
  document.addEventListener("click", event => {
    if (!event.target.closest("a.skip")) return;
    event.preventDefault();
    document.getElementById("content").focus();
  }, true);

  // A filter form sends itself when a choice is made; its button stays for those without script.
  document.addEventListener("change", event => {
    const form = event.target.closest("form[data-send-on-change]");
    if (!form || !event.target.matches("select, input[type=checkbox]")) return;
    sessionStorage.setItem("sighub-focus", `${location.pathname}#${event.target.id}`);
    form.requestSubmit();
  });

  // Whoever chose by keyboard goes on at the same choice, also once the page has come alive and begins at its heading.
  const wanted = sessionStorage.getItem("sighub-focus");
  sessionStorage.removeItem("sighub-focus");
  const goOn = () => {
    if (wanted?.startsWith(`${location.pathname}#`) && document.activeElement.matches("body, h1"))
      document.getElementById(wanted.slice(wanted.indexOf("#") + 1))?.focus({ preventScroll: true });
  };
  goOn();
  const arrival = new MutationObserver(goOn);
  if (wanted) {
    arrival.observe(document.body, { subtree: true, childList: true });
    document.addEventListener("focusin", goOn);
  }
  for (const act of ["keydown", "pointerdown"])
    document.addEventListener(act, () => { arrival.disconnect(); document.removeEventListener("focusin", goOn); }, { once: true, capture: true });

  nameToggles();
  new MutationObserver(nameToggles).observe(document.body, { childList: true });
})();

// A record lights up the lines it came from, and a line its records.
(() => {
  "use strict";

  const bringIntoSight = (line, pane) => {
    const top = line.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    if (top < 0 || top > pane.clientHeight - 40) pane.scrollBy({ top: top - pane.clientHeight / 3 });
  };

  const light = target => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    const record = target.closest("[data-lines]");
    if (record) {
      const [first, last] = record.dataset.lines.split("-").map(Number);
      const lines = [...document.querySelectorAll("[data-line]")].filter(line => +line.dataset.line >= first && +line.dataset.line <= last);
      for (const line of lines) line.classList.add("lit");
      const pane = lines[0]?.closest("[role=region]");
      if (pane && !pane.contains(record)) bringIntoSight(lines[0], pane);
      return;
    }

    const line = target.closest("[data-line]");
    if (!line) return;
    line.classList.add("lit");
    const records = [...document.querySelectorAll("[data-lines]")].filter(other => {
      const [first, last] = other.dataset.lines.split("-").map(Number);
      return +line.dataset.line >= first && +line.dataset.line <= last && last - first < 20;
    });
    for (const other of records) other.classList.add("lit");
    if (line === document.activeElement) records[0]?.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("pointerover", event => event.target.closest("[data-lines], [data-line]") && light(event.target));
  document.addEventListener("focusin", event => event.target.closest("[data-lines], [data-line]") && light(event.target));

  // Lines that records came from are one stop of the Tab key; the arrows go from one to the next.
  document.addEventListener("keydown", event => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const line = event.target.closest?.("[data-line].read");
    if (!line) return;
    const lines = [...line.parentElement.querySelectorAll("[data-line].read")];
    const next = lines[lines.indexOf(line) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    line.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
})();

// Search: "/" leads to it, and while somebody types it suggests where they may want to go. Without this it is a plain form.
(() => {
  "use strict";

  const pause = 150;
  let asked = 0;

  const isTyping = element => element.closest("input, textarea, select, [contenteditable]") !== null;

  const partsOf = form => ({
    input: form.querySelector("input"),
    list: form.querySelector("[role=listbox]"),
    status: form.querySelector("[role=status]"),
  });

  const say = (status, text) => { if (status.textContent !== text) status.textContent = text; };

  const close = form => {
    const { input, list, status } = partsOf(form);
    asked++;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    say(status, "");
  };

  const choose = (form, option) => {
    const { input, list } = partsOf(form);
    for (const other of list.children) other.setAttribute("aria-selected", String(other === option));
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };

  const chosen = form => partsOf(form).list.querySelector("[aria-selected=true]");

  // The page's own navigation follows links, not scripts.
  const go = option => {
    const link = document.createElement("a");
    link.href = option.dataset.link;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
  };

  const show = (form, suggestions) => {
    const { input, list, status } = partsOf(form);
    list.replaceChildren(...suggestions.map((suggestion, index) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${index}`;
      option.role = "option";
      option.setAttribute("aria-selected", "false");
      option.dataset.link = suggestion.link;
      const [title, detail] = [document.createElement("span"), document.createElement("span")];
      [title.textContent, detail.textContent] = [suggestion.title, suggestion.detail];
      detail.className = "soft small";
      option.append(title, detail);
      return option;
    }));
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(suggestions.length > 0));
    input.removeAttribute("aria-activedescendant");
    say(status, suggestions.length === 0 ? "No suggestion" : suggestions.length === 1 ? "1 suggestion" : `${suggestions.length} suggestions`);
  };

  const suggest = async form => {
    const { input } = partsOf(form);
    const mine = ++asked;
    await new Promise(done => setTimeout(done, pause));
    if (mine !== asked) return;
    if (input.value.trim().length < 2) return close(form);
    try {
      const answer = await fetch(`search/suggestions?q=${encodeURIComponent(input.value)}`);
      const suggestions = answer.ok ? await answer.json() : [];
      if (mine === asked && document.activeElement === input) show(form, suggestions);
    } catch {
      if (mine === asked) close(form);
    }
  };

  const becomeCombobox = input => {
    if (input.role === "combobox") return;
    input.role = "combobox";
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", partsOf(input.form).list.id);
  };

  const fieldOf = target => target.closest?.("form[data-search]");

  document.addEventListener("focusin", event => {
    if (event.target.matches("form[data-search] input")) becomeCombobox(event.target);
  });

  document.addEventListener("input", event => {
    const form = fieldOf(event.target);
    if (form) suggest(form);
  });

  document.addEventListener("focusout", event => {
    const form = fieldOf(event.target);
    if (form && !form.contains(event.relatedTarget)) close(form);
  });

  // A press on an option must not take the focus out of the field before the click arrives.
  document.addEventListener("pointerdown", event => {
    if (event.target.closest("form[data-search] [role=option]")) event.preventDefault();
  });
  document.addEventListener("mousedown", event => {
    if (event.target.closest("form[data-search] [role=option]")) event.preventDefault();
  });

  document.addEventListener("click", event => {
    const option = event.target.closest("form[data-search] [role=option]");
    if (!option) return;
    go(option);
    close(fieldOf(option));
  });

  document.addEventListener("keydown", event => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
      const input = document.querySelector("main form[data-search] input") ?? document.querySelector("form[data-search] input");
      if (!input) return;
      event.preventDefault();
      input.focus();
      input.select();
      return;
    }

    if (!event.target.matches("form[data-search] input") || event.isComposing) return;
    const form = event.target.form;
    const options = [...partsOf(form).list.children];
    const at = options.indexOf(chosen(form));
    if (event.key === "Escape" && options.length > 0) {
      event.preventDefault();
      close(form);
    } else if (event.key === "ArrowDown" && options.length > 0) {
      event.preventDefault();
      choose(form, options[(at + 1) % options.length]);
    } else if (event.key === "ArrowUp" && options.length > 0) {
      event.preventDefault();
      choose(form, options[at <= 0 ? options.length - 1 : at - 1]);
    } else if (event.key === "ArrowDown" && event.target.value.trim().length > 1) suggest(form);
    else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      go(options[at]);
      close(form);
    }
  });
})();

// What is shown once is copied with one click.
(() => {
  "use strict";

  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard;
  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const from = document.getElementById(button.dataset.copy);
    from.select();
    await navigator.clipboard.writeText(from.value);
    button.textContent = "Copied";
  });
})();

// Passkeys: the server says what it wants, the browser asks its authenticator, the form carries the answer.
(() => {
  "use strict";

  const canDo = window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential?.parseRequestOptionsFromJSON;
  if (!canDo) return;

  const ask = async form => {
    const answer = await fetch(new URL(form.dataset.passkeyOptions, document.baseURI), { method: "POST", body: new FormData(form) });
    if (!answer.ok) throw new Error(answer.status === 429 ? "Too many tries from this address. Wait a minute." : "The server did not answer. Load this page again.");
    const options = await answer.json();
    const credential = form.dataset.passkeyForm === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    return JSON.stringify(credential);
  };

  const inWords = problem =>
    problem.name === "NotAllowedError" ? "No passkey was given; it took too long, or was cancelled."
    : problem.name === "InvalidStateError" ? "This device already has a passkey for this account."
    : problem.message;

  for (const form of document.querySelectorAll("form[data-passkey-form]")) {
    form.hidden = false;
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const said = form.querySelector("[data-passkey-problem]");
      said.hidden = true;
      try {
        form.elements.namedItem("Posted.Credential").value = await ask(form);
        form.submit();
      } catch (problem) {
        said.textContent = inWords(problem);
        said.hidden = false;
      }
    });
  }
})();

// What somebody types or sends while a page comes alive is not lost: its fields are put in anew then, and are given it again.
(() => {
  "use strict";

  const typed = new Map();
  let [focused, sent] = [null, null];

  const comesAlive = () => document.querySelector("script[src*='blazor.web']") && !document.querySelector("main[data-live]");

  const giveBack = ({ value, checked, from, to }, field) => {
    if (field.matches("[type=checkbox], [type=radio]")) field.checked = checked;
    else field.value = value;
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    if (field.id !== focused || !document.activeElement.matches("body, h1")) return;
    field.focus({ preventScroll: true });
    if (from !== null) field.setSelectionRange(from, to);
  };

  const carryOver = () => {
    if (comesAlive()) return;
    for (const [id, early] of typed) {
      const field = document.getElementById(id);
      if (field && field !== early.field) giveBack(early, field);
      if (field) typed.delete(id);
    }

    if (typed.size > 0) return;
    arrival.disconnect();
    if (sent) document.getElementById(sent).form.requestSubmit();
    sent = null;
  };

  const arrival = new MutationObserver(carryOver);
  if (comesAlive()) arrival.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-live"] });

  document.addEventListener("focusin", ({ target }) => { if (comesAlive()) focused = target.id; });

  document.addEventListener("input", ({ target: field }) => {
    if (!field.id || field.type === "file" || !comesAlive()) return;
    typed.set(field.id, { field, value: field.value, checked: field.checked, from: field.selectionStart ?? null, to: field.selectionEnd });
  });

  // Fields without names are for the page itself; sent before it hears, they would only load it anew.
  document.addEventListener("submit", event => {
    const form = event.target;
    if (!comesAlive() || [...new FormData(form)].length > 0) return;
    event.preventDefault();
    sent = [...form.elements].find(field => typed.has(field.id))?.id;
  });
})();

// Long words that are saved only at the end stay on this device while they are typed, and are back when the page was lost.
(() => {
  "use strict";

  let [kept, sent] = [null, null];

  const place = field => `sighub-kept/${field.dataset.kept}`;

  const tell = (field, isBack) => {
    const told = document.querySelector(`[data-kept-told="${field.id}"]`);
    if (told) told.hidden = !isBack;
  };

  const look = () => {
    const field = document.querySelector("main[data-live] [data-kept]");
    if (sent && !field) [sent, kept] = [localStorage.removeItem(sent) ?? null, null];
    if (!field || field === kept?.field) return;
    kept = { field, from: field.value };
    const words = localStorage.getItem(place(field));
    if (words === null || words === field.value) return;
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    tell(field, true);
  };

  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-live"] });

  document.addEventListener("input", ({ target: field }) => {
    if (field !== kept?.field) return;
    sent = null;
    if (field.value === kept.from) localStorage.removeItem(place(field));
    else localStorage.setItem(place(field), field.value);
  });

  document.addEventListener("submit", event => {
    if (kept && event.target.contains(kept.field)) sent = place(kept.field);
  });

  document.addEventListener("click", event => {
    if (!kept || !event.target.closest("[data-kept-drop]")) return;
    localStorage.removeItem(place(kept.field));
    tell(kept.field, false);
    kept.field.focus();
  });
})();

// What is put in another order may be dropped at each place of its list.
document.addEventListener("dragover", event => {
  if (event.target.closest("[data-drop]")) event.preventDefault();
});
