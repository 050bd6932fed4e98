/* How are elements made? Texts come from the record and are put in as texts, never as markup. */

"use strict";

const at = (id) => document.getElementById(id);

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
