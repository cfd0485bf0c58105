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
    for (const other of document.querySelectorAll("[data-lines]")) {
      const [first, last] = other.dataset.lines.split("-").map(Number);
      if (+line.dataset.line >= first && +line.dataset.line <= last && last - first < 20) other.classList.add("lit");
    }
  };

  document.addEventListener("pointerover", event => event.target.closest("[data-lines], [data-line]") && light(event.target));
  document.addEventListener("focusin", event => event.target.closest("[data-lines]") && light(event.target));
})();
