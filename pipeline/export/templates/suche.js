// Search on the page itself: shows the cards that hold every word typed. Without this script all cards are shown.
"use strict";

const form = document.getElementById("suche");

function fold(text) {
  return text
    .toLowerCase()
    .replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss")
    .normalize("NFD").replace(/[\u0300-\u036f]/g, "");
}

if (form) {
  const input = document.getElementById("wort");
  const told = document.getElementById("treffer");
  const groups = Array.from(document.querySelectorAll("section.group"), (section) => ({
    section,
    cards: Array.from(section.querySelectorAll(".card"), (card) => {
      const text = fold(section.querySelector("h2").textContent + " " + card.textContent);
      return { card, text, digits: text.replace(/[^0-9]/g, "") };
    }),
  }));
  const others = document.querySelectorAll(".groups, .more");

  const search = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    const number = /^[0-9 +/()-]+$/.test(input.value.trim()) ? input.value.replace(/[^0-9]/g, "") : "";
    const people = new Set();
    for (const { section, cards } of groups) {
      let any = false;
      for (const { card, text, digits } of cards) {
        const hit = words.every((word) => text.includes(word)) || (number.length > 3 && digits.includes(number));
        card.hidden = !hit;
        if (hit) {
          any = true;
          people.add(card.querySelector(".save a").getAttribute("href"));
        }
      }
      section.hidden = !any;
    }
    others.forEach((other) => { other.hidden = words.length > 0; });
    told.textContent = words.length === 0 ? ""
      : people.size === 0 ? told.dataset.none
      : people.size === 1 ? told.dataset.one
      : told.dataset.many.replace("#", String(people.size));
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    input.blur();
  });
  input.addEventListener("input", search);
  form.hidden = false;
  search();
}
