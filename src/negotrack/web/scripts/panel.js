/* What is behind a cell, a party, a demand, a round? */

"use strict";

const LONG = 2000; // a text from so many characters on scrolls in a box of its own

/** Shows in the panel what is open. */
function paintPanel() {
  const panel = at("panel");
  const [kind, ...ids] = view.open.split(":");
  const isKnown = Object.hasOwn(TELL, kind) && TELL[kind].length === ids.length;
  const told = isKnown ? TELL[kind](...ids) : null;
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
    const said = evidence(demand).filter((one) => one.says.some((words) => words[4].includes(party)));
    return {
      head: [opener(`party:${partyId}`, isolated(name)), " on ", demandOpener(demand)],
      body: [
        make("p", { class: shown?.style ?? "" }, ...position(shown)),
        way ? paragraph(`Moved in this round, ${way}: ${stance(demand, party, view.number - 1)} \u2192 ${stance(demand, party, view.number)}.`) : "",
        ...(shown?.accounts ?? []).map((account) => paragraph(`${account[0].toUpperCase()}${account.slice(1)}.`)),
        ...tellers(said, party),
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
      head: numbered(demand),
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
    const told = read(`party-${party}`);
    return {
      head: [isolated(name), `, ${role}`],
      body: [facts(told.facts), ...stances(party), ...section("By its account", told.tells.flatMap((demand) => tale(demand, id)))],
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

/** The number of a demand and its title, which may itself begin with a figure. */
const numbered = (demand) => [
  make("span", { class: "dim number" }, talks.demands[demand].number),
  " ",
  isolated(title(demand, view.number)),
];

const demandOpener = (demand) => opener(`demand:${talks.demands[demand].id}`, ...numbered(demand));

const section = (words, body) => (body.length ? [make("h3", {}, words), ...body] : []);

function outcomeWords({ word, shown, replaced }) {
  return (shown.startsWith("~") ? `provisionally ${word}` : word) + (replaced ? `, ${replaced}` : "");
}

/** What a cell says, with since when. */
function position(shown) {
  if (!shown) return ["Has said nothing."];
  const since = shown.since ? `, since ${talks.rounds[shown.since - 1].day}` : "";
  return [shown.told + since];
}

/** Where a party stood as of a round, in a word or two. */
function stance(demand, party, number) {
  const found = run(demand, party, number);
  return found ? talks.faces[found.face][9] : "silent";
}

/** The statements on a demand up to the round shown. */
const evidence = (demand) => read(`demand-${demand}`).said.filter((one) => one.round <= view.number);

/** Statements side by side: what is the party's own word, and what each other says of it. */
function tellers(said, party) {
  const own = `${talks.parties[party].name} itself`;
  const groups = new Map([[own, []]]);
  for (const one of said) {
    for (const words of one.says.filter((sentence) => sentence[4].includes(party))) {
      const giver = words[3];
      const teller = giver ? `By the account of ${talks.parties[partyPlaces.get(giver)]?.name ?? giver}` : own;
      if (!groups.has(teller)) groups.set(teller, []);
      groups.get(teller).push({ ...one, says: [words] });
    }
  }
  if (groups.size === 1) return section("Statements, in order", statements(groups.get(own)));
  const sides = [...groups].map(([teller, ones]) => {
    const told = ones.length ? statements(ones) : [paragraph("No word of its own is recorded.")];
    return make("div", {}, make("h3", {}, ...pieces(teller)), ...told);
  });
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
    make("p", { class: style }, make("span", { "aria-hidden": "true" }, symbol && `${symbol} `), ...pieces(told)),
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
  const groups = talks.groups.map(() => []);
  talks.demands.forEach(({ id }, demand) => {
    const became = outcome(demand, view.number);
    const shown = cell(demand, party, view.number, became);
    if (!shown) return;
    const open = shown.opens ? `cell:${id}:${talks.parties[party].id}` : `demand:${id}`;
    groups[shown.group].push(
      make(
        "li",
        {},
        opener(open, ...numbered(demand)),
        make("div", { class: "dim" }, ...pieces(`${path(demand, party) || shown.told}; ${outcomeWords(became)}`)),
      ),
    );
  });
  if (!groups.some((lines) => lines.length)) return [paragraph(`Has said nothing in ${view.number} ${view.number === 1 ? "round" : "rounds"}.`)];
  return groups.flatMap((lines, group) =>
    lines.length ? section(`${talks.groups[group]} ${lines.length}`, [make("ul", {}, ...lines)]) : [],
  );
}

/** What a party says that others said of a demand. */
function tale(demand, giver) {
  const said = evidence(demand).filter((one) => one.says.some((words) => words[3] === giver));
  return said.length ? [make("p", {}, demandOpener(demand)), ...statements(said)] : [];
}

/** How a party came to stand where it stands on a demand: `31 Oct 2022: rejects; 1 Jun 2023: accepts`. */
function path(demand, party) {
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
