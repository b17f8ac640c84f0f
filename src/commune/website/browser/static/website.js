/* Suggestions below a search field: an enhancement, the form works without it. */
(function () {
  "use strict";
  function combobox(field) {
    var list = document.createElement("ul"), timer = 0, chosen = -1, found = [];
    list.className = "suggestions";
    list.id = field.id + "-suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", field.labels[0] ? field.labels[0].textContent : "");
    list.hidden = true;
    field.parentNode.appendChild(list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", list.id);
    function close() {
      list.hidden = true;
      chosen = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }
    function mark(number) {
      chosen = number;
      Array.prototype.forEach.call(list.children, function (item, at) {
        item.setAttribute("aria-selected", String(at === number));
      });
      if (number < 0) { field.removeAttribute("aria-activedescendant"); }
      else { field.setAttribute("aria-activedescendant", list.children[number].id); }
    }
    function show(rows) {
      found = rows;
      list.textContent = "";
      rows.forEach(function (row, at) {
        var item = document.createElement("li"), title = document.createElement("span"), kind = document.createElement("small");
        item.id = list.id + "-" + at;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        title.textContent = row.title;
        kind.textContent = row.kind;
        item.append(title, kind);
        item.addEventListener("mousedown", function (event) { event.preventDefault(); location.href = row.url; });
        list.appendChild(item);
      });
      if (rows.length) { list.hidden = false; field.setAttribute("aria-expanded", "true"); chosen = -1; }
      else { close(); }
    }
    function ask() {
      var typed = field.value.trim();
      if (typed.length < 2) { close(); return; }
      fetch(field.dataset.suggest + "?q=" + encodeURIComponent(typed))
        .then(function (answer) { return answer.ok ? answer.json() : []; })
        .then(function (rows) { if (field.value.trim() === typed) { show(rows); } })
        .catch(close);
    }
    field.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(ask, 200); });
    field.addEventListener("blur", close);
    field.addEventListener("keydown", function (event) {
      if (list.hidden) { return; }
      if (event.key === "ArrowDown") { event.preventDefault(); mark((chosen + 1) % found.length); }
      else if (event.key === "ArrowUp") { event.preventDefault(); mark((chosen - 1 + found.length) % found.length); }
      else if (event.key === "Escape") { event.preventDefault(); close(); }
      else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); location.href = found[chosen].url; }
    });
  }
  document.querySelectorAll("[data-suggest]").forEach(combobox);
})();
