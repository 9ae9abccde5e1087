// The page is complete without this: it adds the filter, opens what a link points into, and unfolds for printing.
(function () {
  "use strict";
  const form = document.getElementById("filter");
  const total = document.querySelectorAll(".note").length;
  const files = [...document.querySelectorAll("details.file")].map((element) => ({
    element,
    path: element.querySelector("h3").textContent.toLowerCase(),
    hunks: [...element.querySelectorAll(".diff tbody, div.notes")].map((hunk) => ({
      element: hunk,
      notes: [...hunk.querySelectorAll(".note")],
      text: "",
    })),
  }));

  function textOf(hunk) {
    if (!hunk.text) {
      const titles = hunk.notes.map((note) => note.querySelector("code").title);
      hunk.text = (hunk.element.textContent + " " + titles.join(" ")).toLowerCase();
    }
    return hunk.text;
  }

  function filter() {
    const fields = form.elements;
    const boxes = [...fields.status];
    const statuses = boxes.filter((box) => box.checked).map((box) => box.value);
    const service = fields.service.value;
    const rule = fields.rule.value;
    const words = fields.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const narrow = Boolean(statuses.length < boxes.length || service || rule);
    let shown = 0;
    for (const file of files) {
      let any = false;
      for (const hunk of file.hunks) {
        let fitting = 0;
        for (const note of hunk.notes) {
          const { status, service: its, rule: own } = note.dataset;
          note.hidden = !(statuses.includes(status) && (!service || its === service) && (!rule || own === rule));
          fitting += note.hidden ? 0 : 1;
        }
        const said = words.every((word) => file.path.includes(word) || textOf(hunk).includes(word));
        const visible = said && (fitting > 0 || !narrow);
        hunk.element.hidden = !visible;
        any = any || visible;
        shown += visible ? fitting : 0;
      }
      file.element.hidden = !any && (narrow || words.length > 0);
    }
    form.querySelector("output").textContent = `${shown} of ${total} ${total === 1 ? "use" : "uses"}`;
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", (event) => {
      const fold = event.target.dataset.fold;
      if (fold !== undefined) {
        files.forEach((file) => { file.element.open = Boolean(fold); });
      }
    });
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-rule]");
      if (link) {
        form.reset();
        form.elements.rule.value = link.dataset.rule;
        filter();
        files.filter((file) => !file.element.hidden).forEach((file) => { file.element.open = true; });
      }
    });
    filter(); // a browser may have kept what was chosen before a reload
  }

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) {
      return;
    }
    if (form && target.closest("[hidden]")) {
      form.reset();
      filter();
    }
    for (let up = target; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") {
        up.open = true;
      }
    }
    target.scrollIntoView({ block: target.matches(".note") ? "center" : "start" });
  }
  window.addEventListener("hashchange", reveal);
  reveal();

  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((details) => { details.open = true; });
  });
  window.addEventListener("afterprint", () => {
    folded.forEach((details) => { details.open = false; });
  });
})();
