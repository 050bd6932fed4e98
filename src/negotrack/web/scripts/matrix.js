/* Who stands where as of the round that is shown, and what moved in it? */

"use strict";

const MOST_CELLS = 4000; // in one table: what a browser lays out without a pause
const WORDS = 5; // up to so many parties have words in their cells, more have symbols
const VERTICAL = 18; // up to so many columns fit on a sheet of paper
const FEW = 8; // up to so many demands that nobody has spoken of are named

function paintMatrix() {
  const parties = columns(view);
  const all = rows(view);
  const size = Math.max(10, Math.floor(MOST_CELLS / Math.max(1, parties.length)));
  const isCut = all.length > size;
  const from = isCut ? Math.min(view.from, Math.floor((all.length - 1) / size) * size) : 0;
  const shown = isCut ? all.slice(from, from + size) : all;
  const hasWords = parties.length <= WORDS;
  const moved = moves(view.number);
  const changed = changes(view.number);
  const seen = { signs: new Set(), condition: null, isMoved: false };

  const table = at("matrix");
  const focused = document.activeElement?.closest?.("#matrix [data-open]")?.dataset.open;
  table.className = [hasWords ? "words" : "symbols", parties.length > VERTICAL ? "wide" : ""].join(" ").trim();
  table.tHead.replaceChildren(head(parties));
  table.tBodies[0].replaceChildren(
    ...shown.map((demand) => row(demand, parties, { hasWords, moved, change: changed.get(demand), seen })),
  );
  table.hidden = !shown.length;
  if (focused) table.querySelector(`[data-open="${focused}"]`)?.focus();

  fit();
  paintPages({ from, size, total: all.length, isCut });
  paintShown(all.length, parties.length);
  paintLegend(seen, hasWords);
}

/** Lets the controls stay in sight where they leave room, and the heads of a matrix that needs no box to scroll in. */
function fit() {
  const controls = at("controls");
  const isTall = controls.offsetHeight > innerHeight / 3;
  controls.classList.toggle("tall", isTall);
  document.documentElement.style.setProperty("--above", isTall ? "0" : `${controls.offsetHeight}px`);
  const box = at("matrix").parentElement;
  box.classList.remove("fits");
  box.classList.toggle("fits", box.scrollWidth <= box.clientWidth);
}

function head(parties) {
  const names = parties.map((party) => {
    const { id, head: words } = talks.parties[party];
    return make("th", { scope: "col", class: "party" }, opener(`party:${id}`, isolated(words)));
  });
  const words = (text, kind = "") => make("th", { scope: "col", class: kind }, text);
  return make("tr", {}, words("no."), words("demand"), ...names, words("outcome"), words("reason"));
}

function row(demand, parties, { hasWords, moved, change, seen }) {
  const { id, number: place, depth } = talks.demands[demand];
  const became = outcome(demand, view.number);
  const cells = parties.map((party) => {
    const shown = cell(demand, party, view.number, became);
    const way = moved.get(`${demand} ${party}`);
    if (!shown) return make("td");
    const name = talks.parties[party].name;
    for (const one of shown.signs) seen.signs.add(one);
    if (shown.conditions.length) seen.condition ??= shown.conditions;
    if (way) seen.isMoved = true;
    const content = [
      make("span", { class: way ? "moved" : "", "aria-hidden": "true" }, hasWords ? whole(shown.words) : shown.symbol),
      unseen(shown.told + (way ? `, moved: ${way}` : "")),
    ];
    const open = `cell:${id}:${talks.parties[party].id}`;
    return make(
      "td",
      { class: shown.style, "data-head": name, title: `${name}: ${shown.told}` },
      ...(shown.opens ? [opener(open, ...content)] : content),
    );
  });
  if (change) seen.isMoved = true;
  return make(
    "tr",
    { class: became.replaced || became.word === "withdrawn" ? "dim" : "" },
    make("td", { class: "number" }, place),
    make(
      "th",
      { scope: "row", class: `depth-${Math.min(depth, 4)}` },
      opener(`demand:${id}`, isolated(title(demand, view.number))),
    ),
    ...cells,
    make(
      "td",
      { class: `outcome ${became.style}`, "data-head": "outcome" },
      make("span", { class: change ? "moved" : "" }, became.shown),
      change && change !== became.word ? make("span", { class: "change" }, ` ${change}`) : "",
    ),
    make("td", { class: "reason", "data-head": became.brief && "reason" }, ...pieces(became.brief)),
  );
}

/** A button that opens something, and says which one it is. */
function opener(what, ...children) {
  return make(
    "button",
    { type: "button", "data-open": what, click: () => go({ open: view.open === what ? "" : what }) },
    ...children,
  );
}

function paintPages({ from, size, total, isCut }) {
  const step = (words, to) =>
    make("button", { type: "button", disabled: to < 0 || to >= total, click: () => go({ from: to }) }, words);
  at("pages").hidden = !isCut;
  at("pages").replaceChildren(
    `Demands ${from + 1} to ${Math.min(from + size, total)} of ${total} `,
    step("Previous", from - size),
    " ",
    step("Next", from + size),
  );
}

function paintShown(demands, parties) {
  const isAll = !view.parties.length && !view.outcomes.length && !view.tag && !view.q;
  at("filtered").hidden = isAll;
  at("shown").textContent = isAll
    ? ""
    : `Shown: ${demands} of ${talks.demands.length} demands, ${parties} of ${talks.parties.length} parties.${demands ? "" : " No demand fits the filter."}`;
}

function paintLegend({ signs, condition, isMoved }, hasWords) {
  const lines = [...signs]
    .sort((one, other) => one - other)
    .filter((one) => !hasWords || one > CONDITIONAL)
    .map((one) => talks.legend[one]);
  if (hasWords && condition) {
    const numbers = condition.map((one) => talks.demands[one]?.number).filter(Boolean).join(" and ");
    if (numbers) lines.push(`if ${numbers}: counts once ${numbers} ${condition.length > 1 ? "are" : "is"} agreed`);
  }
  if (isMoved) lines.push(make("span", {}, make("span", { class: "moved" }, "underlined"), ": changed in this round"));
  at("legend").replaceChildren(...lines.map((line) => make("span", { class: "item" }, line)));
}

function paintAround() {
  const { asOf, counts, notes } = talks.rounds[view.number - 1];
  at("as-of").replaceChildren(...pieces(asOf));
  at("counts").textContent = counts;
  at("notes").replaceChildren(...notes.map((text) => paragraph(text)), unraised());
  const slider = at("round");
  slider.value = view.number;
  slider.setAttribute("aria-valuetext", `${view.number} of ${last}: ${talks.rounds[view.number - 1].words}`);
  at("earlier").disabled = view.number === 1;
  at("later").disabled = view.number === last;
  for (const line of at("course").querySelectorAll("[data-round]")) {
    const isHere = roundPlaces.get(line.dataset.round) === view.number - 1;
    if (isHere) line.setAttribute("aria-current", "true");
    else line.removeAttribute("aria-current");
  }
}

/** Says which demands nobody has spoken of; of many, how many. */
function unraised() {
  const found = talks.demands.filter((_, place) => outcome(place, view.number).word === "unraised");
  if (!found.length || view.outcomes.includes("unraised")) return "";
  if (found.length <= FEW) return paragraph(`Unraised: ${found.map((one) => `${one.number} ${one.title}`).join(", ")}.`);
  const show = make("button", { type: "button", click: () => go({ outcomes: ["unraised"], from: 0 }) }, "Show");
  return make("p", {}, `Unraised: ${found.length} demands. `, show);
}
