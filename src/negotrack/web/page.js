"use strict";

/* Shows the matrix of a negotiation as of any round, and opens what is behind it.

   What is shown is said by the address alone (`#at=sochi-2022&open=demand:corridor`): every control changes it, and
   every change of it is shown. So a link keeps what one sees, and the back button leads back.

   Texts come from the record and are put in as texts, never as markup. */

const read = (name) => JSON.parse(document.getElementById(name).textContent);
const talks = read("talks");
const at = (id) => document.getElementById(id);

const MOST_CELLS = 6000; // in one table: what a browser lays out without a pause
const WORDS = 5; // up to so many parties have words in their cells, more have symbols
const VERTICAL = 18; // up to so many columns fit on a sheet of paper
const FEW = 8; // up to so many demands that nobody has spoken of are named
const LONG = 2000; // a text from so many characters on scrolls in a box of its own

const places = (things) => new Map(things.map((thing, place) => [thing.id, place]));
const partyPlaces = places(talks.parties);
const demandPlaces = places(talks.demands);
const roundPlaces = places(talks.rounds);
const last = talks.rounds.length;

const parents = talks.demands.map((demand, place) => {
  let above = place - 1;
  while (above >= 0 && talks.demands[above].depth >= demand.depth) above -= 1;
  return above;
});

/* ---- making elements */

/** Makes an element. Attributes that are false are left out; those that are functions listen. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false && value !== "" && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== "" && child !== null));
  return element;
}

const RTL = "\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefe\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}";
const STRETCH = new RegExp(`([${RTL}]+(?:(?:(?![${RTL}])[^\\p{L}\\p{M}])*[${RTL}]+)*)`, "u");

/** A sentence in pieces, so that what is written from right to left in it disturbs none of its neighbours. */
const pieces = (text) => text.split(STRETCH).map((piece, place) => (place % 2 ? isolated(piece) : piece));

const paragraph = (text, kind = "") => make("p", { class: kind }, ...pieces(text));
const unseen = (text) => make("span", { class: "unseen" }, text);
const isolated = (text) => make("bdi", {}, text); // all of it from the record
const whole = (words) => words.replace(" ", "\u00a0"); // a symbol stays with its word

/* ---- the address */

/** What the address asks for. */
function wanted() {
  const found = new URLSearchParams(location.hash.slice(1));
  return {
    number: (roundPlaces.get(found.get("at")) ?? last - 1) + 1,
    parties: found.getAll("party").filter((id) => partyPlaces.has(id)),
    outcomes: found.getAll("outcome"),
    tag: found.get("tag") ?? "",
    q: found.get("q") ?? "",
    from: Math.max(0, Number.parseInt(found.get("from") ?? "1", 10) - 1 || 0),
    open: found.get("open") ?? "",
  };
}

/** The address of a view. */
function address({ number, parties, outcomes, tag, q, from, open }) {
  const parts = new URLSearchParams();
  if (number !== last) parts.append("at", talks.rounds[number - 1].id);
  for (const id of parties) parts.append("party", id);
  for (const outcome of outcomes) parts.append("outcome", outcome);
  if (tag) parts.append("tag", tag);
  if (q) parts.append("q", q);
  if (from) parts.append("from", from + 1);
  if (open) parts.append("open", open);
  return `#${parts}`;
}

let view = wanted();

/** Goes to another view: as a step that the back button takes back, or in the place of this one.

    It is shown at once, so that two quick steps are two: the browser tells of a change of address only later. */
function go(changes, { isStep = true } = {}) {
  const to = address({ ...view, ...changes });
  if (to === address(view)) return;
  if (isStep) location.hash = to;
  else location.replace(to);
  paint();
}

/* ---- what stands as of a round */

/** The last of some runs that began up to a round; each has so many figures, the first is the round in steps. */
function standing(runs, size, until, step) {
  let found = -1;
  for (let place = 0; place < runs.length && runs[place] <= until * step + step - 1; place += size) found = place;
  return found;
}

/** The run of a cell as of a round; null where there is nothing to be seen. */
function run(demand, party, number) {
  const runs = talks.runs[demand][party];
  const place = runs ? standing(runs, 3, number, 2) : -1;
  if (place < 0 || runs[place + 1] < 0) return null;
  return { face: runs[place + 1], isNew: runs[place] === 2 * number + 1, since: runs[place + 2] };
}

/** What became of a demand as of a round. */
function outcome(demand, number) {
  const runs = talks.outcomes[demand];
  const [word, shown, style, brief, whole, since, deciders, isAwaited, replaced] =
    talks.rows[runs[standing(runs, 2, number, 1) + 1]];
  return { word, shown, style, brief, whole, since, deciders: talks.deciders[deciders], isAwaited, replaced };
}

/** What a cell shows as of a round; null where there is nothing to be seen. */
function cell(demand, party, number, became) {
  const found = run(demand, party, number);
  const decides = became.deciders.includes(party);
  if (!found) return became.isAwaited && decides ? SILENT : null;
  const [symbol, words, told, style, judged, conditions, legend, accounts] = talks.faces[found.face];
  const isJudged = judged === "all" || (judged === "principals" && talks.parties[party].role === "principal");
  const signs = [...legend];
  let marks = "";
  let more = "";
  if (isJudged && !decides) {
    marks += "'";
    more += ", does not decide it";
    signs.push(DECIDES_NOT);
  }
  if (found.isNew && number > 1) {
    marks += "*";
    more += ", said in this round";
    signs.push(THIS_ROUND);
  }
  const isMet = conditions.every((one) => one >= 0 && outcome(one, number).word === "agreed");
  return {
    symbol: symbol + marks,
    words: words + marks,
    told: told + more,
    style: isMet ? style : "none",
    conditions: isMet ? [] : conditions,
    signs,
    accounts,
    since: found.since,
    opens: true,
  };
}

const sign = (words) => talks.legend.indexOf(words);
const FIRST_SIGN = sign("if conditional");
const DECIDES_NOT = sign("' does not decide it");
const THIS_ROUND = sign("* said in this round");
const SILENT = {
  symbol: ".",
  words: ". silent",
  told: "silent",
  style: "",
  conditions: [],
  signs: [sign(". silent")],
  accounts: [],
  opens: false,
};

/** What moved in a round, by demand and party; nothing in the first, where all is new. */
function moves(number) {
  const told = number > 1 ? talks.moves[number - 1] : [];
  const found = new Map();
  for (let place = 0; place < told.length; place += 3) found.set(`${told[place]} ${told[place + 1]}`, told[place + 2]);
  return found;
}

/** What became of outcomes in a round, by demand; nothing in the first. */
function changes(number) {
  const told = number > 1 ? talks.changes[number - 1] : [];
  const found = new Map();
  for (let place = 0; place < told.length; place += 2) found.set(told[place], told[place + 1]);
  return found;
}

/** The title of a demand, with the text that is meant where it was amended. */
function title(demand, number) {
  const { title: words, titles } = talks.demands[demand];
  const made = Object.keys(titles).filter((one) => one <= number);
  return words + (made.length ? titles[Math.max(...made)] : "");
}

/* ---- what is chosen */

/** The places of the demands that have a row. */
function rows({ number, outcomes, tag, q }) {
  const isWord = (one) => one.toLowerCase().includes(q.toLowerCase());
  const isNamed = (place) => {
    const { id, number: own, title: words } = talks.demands[place];
    return own === q || isWord(id) || isWord(words) || (parents[place] >= 0 && isNamed(parents[place]));
  };
  return talks.demands.flatMap((demand, place) => {
    const { word } = outcome(place, number);
    const isWanted = outcomes.length ? outcomes.includes(word) : word !== "unraised";
    return isWanted && (!tag || demand.tags.includes(tag)) && (!q || isNamed(place)) ? [place] : [];
  });
}

/** The places of the parties that have a column. */
const columns = ({ parties }) =>
  parties.length ? parties.map((id) => partyPlaces.get(id)).sort((one, other) => one - other) : talks.columns;

/* ---- the matrix */

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

/** Lets the heads of a matrix that needs no box to scroll in stay in sight. */
function fit() {
  const box = at("matrix").parentElement;
  box.classList.remove("fits");
  box.classList.toggle("fits", box.scrollWidth <= box.clientWidth);
  document.documentElement.style.setProperty("--above", `${at("controls").offsetHeight}px`);
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
      change ? make("span", { class: "change" }, ` ${change}`) : "",
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
    : `Shown: ${demands} of ${talks.demands.length} demands, ${parties} of ${talks.parties.length} parties.`;
}

function paintLegend({ signs, condition, isMoved }, hasWords) {
  const conditional = FIRST_SIGN;
  const lines = [...signs]
    .sort((one, other) => one - other)
    .filter((one) => !hasWords || one > conditional)
    .map((one) => talks.legend[one]);
  if (hasWords && condition) {
    const numbers = condition.map((one) => talks.demands[one]?.number).filter(Boolean).join(" and ");
    if (numbers) lines.push(`if ${numbers}: counts once ${numbers} ${condition.length > 1 ? "are" : "is"} agreed`);
  }
  if (isMoved) lines.push(make("span", {}, make("span", { class: "moved" }, "underlined"), ": changed in this round"));
  at("legend").replaceChildren(...lines.map((line) => make("span", { class: "item" }, line)));
}

/* ---- around the matrix */

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

/* ---- what is behind a cell, a party, a demand, a round */

/** Shows in the panel what is open. */
function paintPanel() {
  const panel = at("panel");
  const [kind, ...ids] = view.open.split(":");
  const told = TELL[kind]?.(...ids);
  if (!told) {
    if (panel.open) panel.close();
    return;
  }
  const isOther = panel.dataset.shows !== view.open;
  panel.dataset.shows = view.open;
  panel.replaceChildren(
    make("button", { type: "button", class: "close", click: () => go({ open: "" }) }, "Close"),
    make("h2", { id: "panel-head", tabindex: "-1" }, ...told.head),
    ...told.body,
  );
  if (!panel.open) {
    if (matchMedia("(max-width: 64rem)").matches) panel.showModal();
    else panel.show();
  }
  if (isOther) {
    panel.scrollTop = 0;
    at("panel-head").focus({ preventScroll: true });
  }
}

const TELL = {
  cell(demandId, partyId) {
    const demand = demandPlaces.get(demandId);
    const party = partyPlaces.get(partyId);
    if (demand === undefined || party === undefined) return null;
    const became = outcome(demand, view.number);
    const shown = cell(demand, party, view.number, became);
    const way = moves(view.number).get(`${demand} ${party}`);
    const { name } = talks.parties[party];
    const said = evidence(demand).filter((one) => one.of?.includes(party));
    return {
      head: [opener(`party:${partyId}`, isolated(name)), " on ", demandOpener(demand)],
      body: [
        make("p", { class: shown?.style ?? "" }, ...position(shown)),
        way ? paragraph(`Moved in this round: ${way}${before(demand, party)}.`) : "",
        ...(shown?.accounts ?? []).map((account) => paragraph(`${account[0].toUpperCase()}${account.slice(1)}.`)),
        ...tellers(said, name),
      ],
    };
  },

  demand(id) {
    const demand = demandPlaces.get(id);
    if (demand === undefined) return null;
    const became = outcome(demand, view.number);
    const told = read(`demand-${demand}`);
    const since = became.since ? ` since round ${became.since}, ${talks.rounds[became.since - 1].day}` : "";
    const claims = told.claims.filter((one) => one.round <= view.number);
    return {
      head: [`${talks.demands[demand].number} `, isolated(title(demand, view.number))],
      body: [
        paragraph((became.shown.startsWith("~") ? "provisionally " : "") + became.word + since, became.style),
        became.whole ? paragraph(became.whole) : "",
        facts(told.facts),
        ...texts(told.texts),
        ...positions(demand, became),
        ...section("Claimed outcomes", claims.length ? [make("ul", {}, ...claims.map(claim))] : []),
        ...section("Statements, in order", statements(evidence(demand))),
      ],
    };
  },

  party(id) {
    const party = partyPlaces.get(id);
    if (party === undefined) return null;
    const { name, role } = talks.parties[party];
    return {
      head: [isolated(name), `, ${role}`],
      body: [facts(read(`party-${party}`).facts), ...stances(party)],
    };
  },

  round(id) {
    const place = roundPlaces.get(id);
    if (place === undefined) return null;
    const { happened, rest } = read(`round-${place}`);
    const lines = happened.map(([way, number, symbol, said]) => {
      const demand = talks.demands.find((one) => one.number === number);
      const link = demand ? opener(`demand:${demand.id}`, number) : number;
      const cells = [make("td", { class: "number" }, link), make("td", {}, symbol), make("td", {}, ...pieces(said))];
      return make("tr", {}, make("th", { scope: "row" }, way), ...cells);
    });
    return {
      head: [`${place + 1}. `, isolated(talks.rounds[place].words)],
      body: [
        lines.length ? make("table", { class: "happened" }, make("tbody", {}, ...lines)) : "",
        ...rest.map((text) => paragraph(text)),
      ],
    };
  },
};

const demandOpener = (demand) =>
  opener(`demand:${talks.demands[demand].id}`, `${talks.demands[demand].number} `, isolated(title(demand, view.number)));

const section = (words, body) => (body.length ? [make("h3", {}, words), ...body] : []);

function outcomeWords({ word, shown, replaced }) {
  return (shown.startsWith("~") ? `provisionally ${word}` : word) + (replaced ? `, ${replaced}` : "");
}

/** What a cell says, with since when. */
function position(shown) {
  if (!shown) return ["Has said nothing."];
  const since = shown.since ? `, since ${talks.rounds[shown.since - 1].day}` : "";
  return [make("span", { "aria-hidden": "true" }, `${shown.symbol} `), shown.told + since];
}

/** What a cell showed before this round. */
function before(demand, party) {
  const was = run(demand, party, view.number - 1);
  return `, was ${was ? talks.faces[was.face][2] : "silent"}`;
}

/** The statements on a demand up to the round shown. */
const evidence = (demand) => read(`demand-${demand}`).said.filter((one) => one.round <= view.number);

/** Statements side by side: what is the party's own word, and what each other says of it. */
function tellers(said, name) {
  const groups = new Map([[`${name} itself`, []]]);
  for (const one of said) {
    for (const [, , , giver] of one.says) {
      const head_ = giver ? `By the account of ${talks.parties[partyPlaces.get(giver)]?.name ?? giver}` : `${name} itself`;
      if (!groups.has(head_)) groups.set(head_, []);
      groups.get(head_).push(one);
    }
  }
  if (groups.size === 1) return section("Statements, in order", statements(said));
  const sides = [...groups].map(([head_, ones]) =>
    make("div", {}, make("h3", {}, ...pieces(head_)), ...(ones.length ? statements(ones) : [paragraph("No word of its own is recorded.")])),
  );
  return [make("div", { class: "sides" }, ...sides)];
}

/** Statements, each under the round that it was made in. */
function statements(said) {
  const found = [];
  let number = 0;
  for (const one of said) {
    if (one.round !== number) {
      number = one.round;
      found.push(paragraph(`${number}. ${talks.rounds[number - 1].words}`, "when"));
    }
    found.push(statement(one));
  }
  return found;
}

function statement({ says, quote = "", text = "", cites = [], remarks = [] }) {
  const words = says.map(([symbol, style, told]) =>
    make("p", { class: style }, make("span", { "aria-hidden": "true" }, symbol === '"' ? "" : `${symbol} `), ...pieces(told)),
  );
  return make(
    "div",
    { class: "statement" },
    ...words,
    quote && quoted("blockquote", `"${quote}"`),
    text && quoted("p", text, "text: "),
    ...proof(cites, remarks),
  );
}

/** A text of the record in its own words; a long one in a box of its own. */
function quoted(tag, words, ...before) {
  const long = words.length > LONG ? { class: "long", tabindex: "0", role: "region", "aria-label": "a long text" } : {};
  return make("div", long, make(tag, {}, ...before, isolated(words)));
}

/** Where it is written, and what else is to be known. */
function proof(cites, remarks) {
  const lines = document.querySelectorAll("#sources li");
  const found = cites.map(([place, locator]) => {
    const source = talks.sources[place];
    if (!source) return paragraph(`[${place}] no such source${locator ? `, ${locator}` : ""}`, "dim");
    const link = lines[place].querySelector("a")?.cloneNode();
    link?.append(source.words);
    return make("p", { class: "dim" }, `[${source.id}] `, link ?? isolated(source.words), ...pieces(locator ? `, ${locator}` : ""));
  });
  if (!cites.length) found.push(paragraph("no source", "dim"));
  return [...found, ...remarks.map((text) => paragraph(text, "dim"))];
}

const claim = ({ words, cites, remarks }) => make("li", {}, ...pieces(words), ...proof(cites, remarks));

/** What is to be known besides; the id, which only the dossier needs, last. */
const facts = ([id, ...pairs]) =>
  make("dl", {}, ...[...pairs, id].flatMap(([key, text]) => [make("dt", {}, key), make("dd", {}, ...pieces(text))]));

function texts(told) {
  const made = told.filter((one) => one.round <= view.number);
  return section(
    "Amended texts",
    made.map(({ round, number, text, by }) =>
      quoted("p", text, `text ${number}, by `, ...pieces(by), `, ${talks.rounds[round - 1].day}: `),
    ),
  );
}

/** Where the parties stand on a demand. */
function positions(demand, became) {
  const found = talks.columns.flatMap((party) => {
    const shown = cell(demand, party, view.number, became);
    if (!shown) return [];
    const { id, name } = talks.parties[party];
    return [
      make("dt", {}, opener(`party:${id}`, isolated(name))),
      make("dd", {}, opener(`cell:${talks.demands[demand].id}:${id}`, ...position(shown))),
    ];
  });
  return section("Positions", found.length ? [make("dl", {}, ...found)] : []);
}

/** Where a party stands on all demands, and how it came there. */
function stances(party) {
  const groups = new Map();
  talks.demands.forEach(({ id }, demand) => {
    const became = outcome(demand, view.number);
    const shown = cell(demand, party, view.number, became);
    if (!shown) return;
    const word = shown.told.split(/[ ,]/, 1)[0];
    if (!groups.has(word)) groups.set(word, []);
    const open = shown.opens ? `cell:${id}:${talks.parties[party].id}` : `demand:${id}`;
    groups.get(word).push(
      make(
        "li",
        {},
        opener(open, `${talks.demands[demand].number} `, isolated(title(demand, view.number))),
        make("div", { class: "dim" }, ...pieces(`${history(demand, party) || shown.told}; ${outcomeWords(became)}`)),
      ),
    );
  });
  if (!groups.size) return [paragraph(`Has said nothing in ${view.number} ${view.number === 1 ? "round" : "rounds"}.`)];
  return [...groups].flatMap(([word, lines]) => section(`${word}: ${lines.length}`, [make("ul", {}, ...lines)]));
}

/** How a party came to stand where it stands on a demand: `31 Oct 2022: rejects; 1 Jun 2023: accepts`. */
function history(demand, party) {
  const runs = talks.runs[demand][party] ?? [];
  const told = [];
  for (let place = 0; place < runs.length; place += 3) {
    const number = runs[place] >> 1;
    if (number > view.number) break;
    const words = runs[place + 1] < 0 ? "silent" : talks.faces[runs[place + 1]][2];
    if (told.at(-1)?.words !== words) told.push({ words, day: talks.rounds[number - 1].day });
  }
  return told.map(({ day, words }) => `${day}: ${words}`).join("; ");
}

/* ---- controls */

function setUp() {
  if (last) {
    at("slider").hidden = last === 1;
    at("filters").hidden = false;
    at("hint").hidden = false;
    const years = talks.rounds.flatMap(({ day }) => day.match(/\d{4}/g) ?? []);
    at("ends").append([...new Set([years.at(0), years.at(-1)])].join(" to "));
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
    document.querySelector(`#layout [data-open="${was}"]`)?.focus();
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
  const tags = [...new Set(talks.demands.flatMap((demand) => demand.tags))].sort();
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
