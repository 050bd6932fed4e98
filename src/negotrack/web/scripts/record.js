/* What stands as of a round? */

"use strict";

const read = (name) => JSON.parse(at(name).textContent); // what was said is read where it is asked for
const talks = read("talks");

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
  const [symbol, words, told, style, judged, conditions, legend, accounts, group] = talks.faces[found.face];
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
    group,
    since: found.since,
    opens: true,
  };
}

const sign = (words) => talks.legend.indexOf(words);
const CONDITIONAL = sign("if conditional");
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
  group: talks.groups.length - 1,
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
