// A check list of the guide's points, kept in this browser only. Nothing of it is sent anywhere.
//
// A tick is known by its point's key, so it stays when points change places, and whoever the page is read as. Without
// this script the list has no boxes on screen; on paper it always has.
const SHELF = "guide:krydser";

const ticks = {
  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(SHELF));
      return new Set(Array.isArray(kept) ? kept : []);
    } catch {
      return new Set();
    }
  },
  write(keys) {
    if (keys.size) localStorage.setItem(SHELF, JSON.stringify([...keys]));
    else localStorage.removeItem(SHELF);
  },
};

const keysOf = (element) => element.dataset.progress.split(" ").filter(Boolean);

class CheckList {
  constructor(panel) {
    this.panel = panel;
    this.total = panel.querySelector("[data-total]");
    this.undo = panel.querySelector("[data-undo]");
    this.points = [...document.querySelectorAll("[data-point]")];
    this.rows = [...document.querySelectorAll("[data-progress]")];
    this.points.forEach((point) => this.addBox(point));
    panel.querySelector("[data-clear]").addEventListener("click", () => this.clear());
    this.undo.addEventListener("click", () => this.bringBack());
    addEventListener("storage", () => this.show());
    addEventListener("pageshow", () => this.show());
    panel.hidden = false;
    this.show();
  }

  addBox(point) {
    const label = this.panel.querySelector("template").content.firstElementChild.cloneNode(true);
    const [box, word] = [label.querySelector("input"), label.querySelector("span")];
    box.id = `${point.id}-kryds`;
    word.id = `${point.id}-ord`;
    word.textContent = point.dataset.word;
    box.setAttribute("aria-labelledby", `${word.id} ${point.id}-tekst`);
    box.addEventListener("change", () => this.tick(point.dataset.point, box.checked));
    point.querySelector(".guide-point").append(label);
  }

  get keys() {
    return this.points.length ? this.points.map((point) => point.dataset.point) : this.rows.flatMap(keysOf);
  }

  tick(key, ticked) {
    const kept = ticks.read();
    if (ticked) kept.add(key);
    else kept.delete(key);
    this.keep(kept);
  }

  clear() {
    const kept = ticks.read();
    this.gone = new Set(this.panel.dataset.checks === "whole" ? kept : this.keys.filter((key) => kept.has(key)));
    this.keep(new Set([...kept].filter((key) => !this.gone.has(key))));
    if (!this.gone.size) return;
    this.total.textContent = this.total.dataset.cleared;
    this.undo.hidden = false;
    this.undo.focus();
  }

  bringBack() {
    this.keep(new Set([...ticks.read(), ...this.gone]));
    this.panel.querySelector("[data-clear]").focus();
  }

  keep(kept) {
    ticks.write(kept);
    this.undo.hidden = true;
    this.show();
  }

  show() {
    const kept = ticks.read();
    for (const point of this.points) {
      const ticked = kept.has(point.dataset.point);
      point.classList.toggle("is-ticked", ticked);
      point.querySelector(".tick input").checked = ticked;
    }
    for (const row of this.rows) {
      row.textContent = ` · ${told(row, keysOf(row), kept)}`;
      row.hidden = !keysOf(row).some((key) => kept.has(key));
    }
    this.total.textContent = told(this.total, this.keys, kept);
  }
}

function told(element, keys, kept) {
  const done = keys.filter((key) => kept.has(key)).length;
  return element.dataset.told.replace("{done}", done).replace("{all}", keys.length);
}

try {
  localStorage.getItem(SHELF); // a browser may refuse its storage altogether: then there is no list to keep
  const panel = document.querySelector("[data-checks]");
  if (panel) new CheckList(panel);
} catch {
  // Without storage the page is as it is without a script.
}
