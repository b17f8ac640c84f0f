/* What shortens the path: every page is complete without it. */
(() => {
  "use strict";
  const menu = document.querySelector("details[data-menu]");
  const wide = window.matchMedia("(min-width: 62rem)");
  const place = () => { if (menu) menu.open = wide.matches; };
  place();
  wide.addEventListener("change", place);

  const floating = "details.menu-more, details.staff-menu";
  const close = (details, focus) => {
    if (!details || !details.open) return;
    details.open = false;
    if (focus) details.querySelector("summary").focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !(event.target instanceof Element)) return;
    close(event.target.closest(`${floating}, details[data-menu]:not(:has(details[open]))`), true);
    if (wide.matches) place();
  });
  document.addEventListener("focusout", (event) => {
    const details = event.target instanceof Element && event.target.closest(floating);
    if (details && event.relatedTarget && !details.contains(event.relatedTarget)) close(details, false);
  });
  document.addEventListener("click", (event) => {
    for (const details of document.querySelectorAll(floating)) {
      if (!details.contains(event.target)) close(details, false);
    }
  });

  const faults = document.querySelector("[data-errors]");
  if (faults) faults.focus();

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("form[data-once]")) {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
    }
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
})();
