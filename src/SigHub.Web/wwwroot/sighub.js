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

  // A filter form sends itself when a choice is made; its button stays for those without script.
  document.addEventListener("change", event => {
    const form = event.target.closest("form[data-send-on-change]");
    if (form && event.target.matches("select, input[type=checkbox]")) form.requestSubmit();
  });

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
    for (const other of document.querySelectorAll("[data-lines]")) {
      const [first, last] = other.dataset.lines.split("-").map(Number);
      if (+line.dataset.line >= first && +line.dataset.line <= last && last - first < 20) other.classList.add("lit");
    }
  };

  document.addEventListener("pointerover", event => event.target.closest("[data-lines], [data-line]") && light(event.target));
  document.addEventListener("focusin", event => event.target.closest("[data-lines]") && light(event.target));
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
