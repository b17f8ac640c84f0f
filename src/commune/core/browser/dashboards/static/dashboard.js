/* A dashboard without waiting: filters, order and pages replace the list in place; without this script, the form and the links do the same. */
(function () {
  "use strict";
  var root = document.querySelector("[data-dashboard]");
  if (!root || !window.fetch || !window.DOMParser) { return; }
  var form = root.querySelector("[data-dashboard-form]");
  var waiting = null;
  var turn = 0;

  function results() { return root.querySelector("[data-dashboard-results]"); }

  function address() {
    var data = new FormData(form);
    var params = new URLSearchParams();
    data.forEach(function (value, name) { if (value && name.charAt(0) !== "_") { params.append(name, value); } });
    return form.action + "?" + params.toString();
  }

  function keepOpen(fresh) {
    fresh.querySelectorAll("details").forEach(function (one, place) {
      var old = form.querySelectorAll("details")[place];
      if (old && old.open) { one.open = true; }
    });
  }

  /* the list and the form come from the same page: counts beside the filters stay true */
  function show(html, focus) {
    var page = new DOMParser().parseFromString(html, "text/html");
    var freshResults = page.querySelector("[data-dashboard-results]");
    var freshForm = page.querySelector("[data-dashboard-form]");
    if (!freshResults || !freshForm) { window.location.reload(); return; }
    var active = document.activeElement && form.contains(document.activeElement) ? document.activeElement : null;
    var typed = active && active.name === "q" ? { value: active.value, at: active.selectionStart } : null;
    keepOpen(freshForm);
    form.innerHTML = freshForm.innerHTML;
    form.querySelectorAll("details").forEach(function (one, place) { one.open = freshForm.querySelectorAll("details")[place].open; });
    results().replaceWith(freshResults);
    arm();
    if (active && active.id) {
      var again = document.getElementById(active.id);
      if (again) { again.focus(); if (typed) { again.value = typed.value; again.setSelectionRange(typed.at, typed.at); } }
    } else if (focus) {
      root.querySelector("[data-dashboard-status]").focus();
    }
    announce();
  }

  /* a status that is replaced is not read out; one that changes is */
  function announce() {
    var status = root.querySelector("[data-dashboard-status]");
    var said = status.textContent;
    status.textContent = "";
    window.setTimeout(function () { status.textContent = said; }, 50);
  }

  function go(url, push, focus) {
    var mine = ++turn;
    results().setAttribute("aria-busy", "true");
    fetch(url, { credentials: "same-origin", headers: { Accept: "text/html" } }).then(function (answer) {
      if (!answer.ok || answer.redirected) { throw new Error("list"); }
      return answer.text();
    }).then(function (html) {
      if (mine !== turn) { return; }
      /* no state: Plone's own script reloads the page at each return to an entry that has one */
      if (push) { window.history.pushState(null, "", url); }
      show(html, focus);
    }).catch(function () { window.location.assign(url); });
  }

  /* "select the whole page" is offered only where a script can do it */
  function arm() {
    var all = root.querySelector("[data-dashboard-all]");
    if (!all) { return; }
    all.hidden = false;
    all.addEventListener("click", function () {
      var boxes = Array.from(root.querySelectorAll("input[name='uids:list']"));
      var on = boxes.some(function (box) { return !box.checked; });
      boxes.forEach(function (box) { box.checked = on; });
    });
  }

  root.addEventListener("click", function (event) {
    var link = event.target.closest("[data-dashboard-results] nav a, [data-dashboard-results] thead a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
    event.preventDefault();
    go(link.href, true, true);
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); go(address(), true, false); });
  form.addEventListener("change", function (event) { if (event.target.type !== "search") { go(address(), true, false); } });
  form.addEventListener("input", function (event) {
    if (event.target.type !== "search") { return; }
    window.clearTimeout(waiting);
    waiting = window.setTimeout(function () { go(address(), true, false); }, 400);
  });
  window.addEventListener("popstate", function () { go(window.location.href, false, false); });
  arm();
})();
