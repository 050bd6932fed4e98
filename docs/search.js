// What is found in the search, in which order: pages and their sections before the names of Python.
var Scorer = {
  objNameMatch: 4,
  objPartialMatch: 2,
  objPrio: { 0: 1, 1: 1, 2: 1 },
  objPrioDefault: 1,
  title: 15,
  partialTitle: 12,
  term: 5,
  partialTerm: 2,
};
