/* Votes with one key a member; previous and next item with Alt and an arrow. The form is complete without it. */
(() => {
  "use strict";
  const hint = document.querySelector(".votes-keys");
  if (hint) hint.hidden = false;
  const form = document.querySelector("form[data-votes]");
  const rows = form ? [...form.querySelectorAll("tbody tr")] : [];
  const enter = (row) => {
    const radio = row && (row.querySelector("input:checked") || row.querySelector("input:not(:disabled)"));
    if (radio) radio.focus();
  };
  if (form) form.addEventListener("keydown", (event) => {
    const row = event.target instanceof Element && event.target.closest("tbody tr");
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = rows.indexOf(row);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      enter(rows[at + (event.key === "ArrowDown" ? 1 : -1)]);
      return;
    }
    const radio = event.key.length === 1 && row.querySelector(`input[data-key="${CSS.escape(event.key.toLowerCase())}"]:not(:disabled)`);
    if (!radio) return;
    event.preventDefault();
    radio.checked = true;
    if (rows[at + 1]) enter(rows[at + 1]);
    else form.querySelector("button[value=votes]").focus();
  });
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || !event.shiftKey) return;
    const button = document.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (button) { event.preventDefault(); button.click(); }
  });
})();
