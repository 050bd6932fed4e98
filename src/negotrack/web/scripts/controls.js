/* How is something else chosen? */

"use strict";

function setUp() {
  if (last) {
    at("slider").hidden = last === 1;
    at("filters").hidden = false;
    at("hint").hidden = false;
    const years = talks.rounds.flatMap(({ day }) => day.match(/\d{4}/g) ?? []);
    if (years.at(0) !== years.at(-1)) at("ends").append(`${years.at(0)} to ${years.at(-1)}`);
    at("round").addEventListener("input", () => go({ number: Number(at("round").value), from: 0 }, { isStep: false }));
    at("earlier").addEventListener("click", () => go({ number: Math.max(1, view.number - 1) }));
    at("later").addEventListener("click", () => go({ number: Math.min(last, view.number + 1) }));
  }
  setUpFilters();
  for (const line of at("course").querySelectorAll("[data-round]")) setUpRound(line);
  at("panel").addEventListener("close", () => {
    const was = at("panel").dataset.shows;
    at("panel").dataset.shows = "";
    if (view.open) go({ open: "" });
    document.querySelector(`#layout [data-open="${CSS.escape(was)}"]`)?.focus();
  });
  document.addEventListener("keydown", keyed);
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // the address says what is shown
    document.querySelector(".box").focus();
  });
  for (const form of document.forms) form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => {
    if (address(wanted()) !== address(view)) paint();
  });
  addEventListener("resize", fit);
  at("large")?.remove();
}

/** Lets a row of the course lead to its round. */
function setUpRound(line) {
  const { round: id } = line.dataset;
  const words = line.querySelector("th");
  const link = make("button", { type: "button", click: () => go({ number: roundPlaces.get(id) + 1 }) }, ...words.childNodes);
  words.replaceChildren(link, " ", opener(`round:${id}`, "what happened"));
}

function setUpFilters() {
  const box = (kind, value, words) =>
    make(
      "label",
      {},
      make("input", { type: "checkbox", name: kind, value, change: () => go({ [kind]: ticked(kind), from: 0 }) }),
      " ",
      isolated(words),
    );
  const tags = [...new Set(talks.demands.flatMap((demand) => demand.tags))].filter(Boolean).sort();
  at("tags").hidden = !tags.length;
  at("tag").append(...tags.map((tag) => make("option", { value: tag }, tag)));
  at("tag").addEventListener("change", () => go({ tag: at("tag").value, from: 0 }));
  at("q").addEventListener("input", () => go({ q: at("q").value.trim(), from: 0 }, { isStep: false }));
  at("outcomes").append(
    ...["agreed", "rejected", "pending", "withdrawn", "unraised"].map((word) => box("outcomes", word, word)),
  );
  at("parties").append(...talks.columns.map((place) => box("parties", talks.parties[place].id, talks.parties[place].name)));
  at("all").addEventListener("click", () => go({ parties: [], outcomes: [], tag: "", q: "", from: 0 }));
}

const boxes = (kind) => [...document.querySelectorAll(`input[name="${kind}"]`)];
const ticked = (kind) => boxes(kind).filter((one) => one.checked).map((one) => one.value);

function paintFilters() {
  for (const kind of ["parties", "outcomes"]) {
    for (const one of boxes(kind)) one.checked = view[kind].includes(one.value);
  }
  at("tag").value = view.tag;
  if (document.activeElement !== at("q")) at("q").value = view.q;
}

/** Arrows go from round to round, and within the matrix from cell to cell; Escape closes what is open. */
function keyed(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.key === "Escape" && view.open) {
    go({ open: "" });
    return;
  }
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  if (!step || event.target.closest("input, select, textarea, dialog")) return;
  const here = event.target.closest("#matrix td, #matrix th");
  if (here) {
    const to = neighbour(here, step);
    if (to) {
      event.preventDefault();
      to.focus();
    }
  } else if (step[1] && !event.target.closest(".box")) {
    event.preventDefault();
    go({ number: Math.min(last, Math.max(1, view.number + step[1])), from: 0 });
  }
}

/** The nearest button of the matrix from a cell on, in one direction. */
function neighbour(here, [down, right]) {
  const lines = [...at("matrix").rows];
  let line = lines.indexOf(here.parentElement);
  let column = here.cellIndex;
  for (;;) {
    line += down;
    column += right;
    const next = lines[line]?.cells[column];
    if (!next) return null;
    const button = next.querySelector("button");
    if (button) return button;
  }
}

function paint() {
  view = wanted();
  if (!last) return;
  paintAround();
  paintFilters();
  paintPanel();
  paintMatrix();
  for (const one of document.querySelectorAll("main [data-open]")) {
    if (one.dataset.open === view.open) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
}

setUp();
paint();
document.querySelector("main [aria-current][data-open]")?.scrollIntoView({ block: "center" });
