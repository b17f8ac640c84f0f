/* Asks for the page of a job again until it is done; without scripts a link does it. */
(() => {
  "use strict";
  const PAUSE = 3000;
  const look = async () => {
    const shown = document.getElementById("job");
    if (!shown || !shown.dataset.unfinished) return;
    try {
      const answer = await fetch(window.location.href, { credentials: "same-origin" });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.getElementById("job");
        if (fresh) {
          const held = shown.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
          shown.replaceWith(fresh);
          if (held) fresh.querySelector(`a[href="${CSS.escape(held)}"], a`)?.focus();
        }
      }
    } catch { /* the network comes back */ }
    window.setTimeout(look, PAUSE);
  };
  window.setTimeout(look, PAUSE);
})();
