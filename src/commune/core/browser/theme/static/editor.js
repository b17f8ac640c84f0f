/* The editor of rich texts names its frame after the label of the field: a screen reader says where one writes. */
(() => {
  "use strict";
  const name = (frame) => {
    const field = frame.id.replace(/_ifr$/, "");
    const label = document.querySelector(`label[for="${CSS.escape(field)}"]`);
    if (label && !frame.title) frame.title = label.textContent.trim();
  };
  const look = () => document.querySelectorAll("iframe.tox-edit-area__iframe:not([title])").forEach(name);
  if (document.querySelector("main form")) new MutationObserver(look).observe(document.querySelector("main"), { childList: true, subtree: true });
})();
