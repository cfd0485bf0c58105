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
