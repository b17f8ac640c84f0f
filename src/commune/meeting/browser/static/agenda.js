/* Dragging a line of the agenda: it fills the number field and sends the very same form. */
(() => {
  "use strict";
  const list = document.querySelector(".agenda-managed");
  if (!list) return;
  const hint = document.querySelector(".agenda-drag-help");
  if (hint) hint.hidden = false;
  let dragged = null;
  const line = (event) => event.target instanceof Element && event.target.closest(".agenda-line");
  const clear = () => list.querySelectorAll(".agenda-over").forEach((one) => one.classList.remove("agenda-over"));
  for (const one of list.children) one.draggable = true;
  list.addEventListener("dragstart", (event) => {
    dragged = line(event);
    if (!dragged) return;
    dragged.classList.add("agenda-dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.number);
  });
  list.addEventListener("dragover", (event) => {
    const over = line(event);
    if (!dragged || !over) return;
    event.preventDefault();
    clear();
    if (over !== dragged) over.classList.add("agenda-over");
  });
  list.addEventListener("drop", (event) => {
    const over = line(event);
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    dragged.querySelector(".agenda-to").value = over.dataset.number;
    dragged.querySelector("button[name=to]").click();
  });
  list.addEventListener("dragend", () => {
    clear();
    if (dragged) dragged.classList.remove("agenda-dragged");
    dragged = null;
  });
  /* After a move, the keyboard stands where it was: on the same item. */
  const moved = window.location.hash.startsWith("#item-") && document.getElementById(window.location.hash.slice(1));
  const target = moved && moved.querySelector(".agenda-to");
  if (target) target.focus({ preventScroll: true });
})();
