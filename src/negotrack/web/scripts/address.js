/* What is shown? The address alone says so (`#at=sochi-2022&open=demand:corridor`): every control changes it, and every
   change of it is shown. So a link keeps what one sees, and the back button leads back. */

"use strict";

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
  parts.append("at", talks.rounds[number - 1].id); // never empty: that would lead to the top of the page
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
