/* Shortens the path of a form; without it every page works by a round trip to the server. */
(() => {
  "use strict";
  const live = document.getElementById("form-live");
  const form = () => document.querySelector("form[data-form]");
  if (!form()) return;
  let touched = false;
  let busy = false;
  let waiting = false;

  const answers = () => {
    const data = new FormData(form());
    for (const input of form().querySelectorAll("input[type=file]")) data.delete(input.name);
    data.set("go", "stay");
    return data;
  };

  /* Send what is typed; the server says what applies, and the part asked for is put in its place. */
  const send = async (renew) => {
    if (busy) {
      waiting = waiting || renew;
      return;
    }
    busy = true;
    touched = false;
    try {
      const answer = await fetch(form().action, { method: "POST", body: answers(), credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("form[data-form]");
      if (!fresh) return;
      form().elements.version.value = fresh.elements.version.value;
      form().querySelector("[data-saved]").replaceWith(fresh.querySelector("[data-saved]"));
      if (renew) replace(fresh);
      if (live) live.textContent = form().querySelector("[data-saved]").textContent;
    } catch {
      /* offline: what is typed stays in the page */
    } finally {
      busy = false;
    }
    if (waiting) {
      waiting = false;
      send(true);
    }
  };

  /* What was typed or chosen since the question was sent stays: the server has not read it yet. */
  const keep = (before, now) => {
    for (const old of before.querySelectorAll("input[id], select[id], textarea[id]")) {
      const same = now.querySelector(`#${CSS.escape(old.id)}`);
      if (!same) continue;
      if (old.type === "file") same.replaceWith(old);
      else if (old.type === "checkbox" || old.type === "radio") same.checked = old.checked;
      else same.value = old.value;
    }
  };

  const replace = (fresh) => {
    const focused = document.activeElement;
    const before = document.getElementById("form-fields");
    const now = fresh.querySelector("#form-fields");
    form().elements.shown.value = fresh.elements.shown.value;
    keep(before, now);
    before.replaceWith(now);
    const again = focused && focused.id && document.getElementById(focused.id);
    if (!again) return;
    again.focus();
    if (typeof focused.selectionStart === "number") again.setSelectionRange(focused.selectionStart, focused.selectionEnd);
  };

  document.addEventListener("change", (event) => {
    touched = true;
    if (event.target.matches("[data-controls]")) send(true);
  });
  document.addEventListener("input", () => { touched = true; });
  setInterval(() => { if (touched) send(false); }, 30000);

  /* Streets of the authority while one types */
  let known = new Map();
  const look = async (input) => {
    const answer = await fetch(`${form().dataset.streets}?q=${encodeURIComponent(input.value)}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const { items } = await answer.json();
    known = new Map(items.map((street) => [`${street.name}, ${street.postcode} ${street.locality}`, street]));
    document.getElementById(input.getAttribute("list")).replaceChildren(...[...known.keys()].map((text) => new Option(text, text)));
  };
  document.addEventListener("input", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLElement) || !input.matches("[data-street]")) return;
    const place = input.closest("[data-address]");
    const street = known.get(input.value);
    if (!street) {
      place.querySelector("[data-street-id]").value = "";
      if (input.value.length > 1) look(input);
      return;
    }
    input.value = street.name;
    place.querySelector("[data-street-id]").value = street.id;
    place.querySelector("[data-postal-code]").value = street.postcode;
    place.querySelector("[data-city]").value = street.locality;
  });
})();
