// Suggestions under the search field while somebody types: a combobox whose list leads to a search or to a page.
// The arrow keys choose, Enter goes there, Escape closes. Without this script the form works as ever.
const PAUSE = 150; // milliseconds after the last key
const SHORTEST = 2;

class Suggestions {
  constructor(box) {
    this.box = box;
    this.field = box.querySelector("input");
    this.list = document.createElement("ul");
    this.list.id = `${this.field.id}-forslag`;
    this.list.className = "suggestions__list";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", box.dataset.label);
    this.list.hidden = true;
    this.told = document.createElement("p");
    this.told.className = "visually-hidden";
    this.told.setAttribute("role", "status");
    box.append(this.list, this.told);
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries({ ...combobox, autocomplete: "off" })) this.field.setAttribute(name, value);
    this.field.addEventListener("input", () => this.later());
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.field.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const typed = this.field.value.trim();
    this.asked = typed;
    if (typed.length < SHORTEST) return this.close();
    try {
      const answer = await fetch(`${this.box.dataset.suggestions}?${new URLSearchParams({ q: typed })}`);
      const { suggestions } = await answer.json();
      if (this.asked === typed && document.activeElement === this.field) this.show(suggestions);
    } catch {
      this.close(); // no connection: then there are none
    }
  }

  show(suggestions) {
    this.chosen = -1;
    this.field.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...suggestions.map((each, place) => this.option(each, place)));
    this.list.hidden = suggestions.length === 0;
    this.field.setAttribute("aria-expanded", String(!this.list.hidden));
    const { one, many } = this.box.dataset;
    this.told.textContent = this.list.hidden ? "" : suggestions.length === 1 ? one : many.replace("{number}", suggestions.length);
  }

  option({ text, url, kind }, place) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.url = url;
    option.append(Object.assign(document.createElement("span"), { textContent: text }));
    if (kind) option.append(" ", Object.assign(document.createElement("small"), { textContent: kind }));
    return option;
  }

  press(event) {
    const options = [...this.list.children];
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault(); // else the browser empties the field
      this.close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && this.list.hidden) {
      this.ask();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
      event.preventDefault();
      const places = options.length + 1; // one of them is the field itself
      this.choose((this.chosen + 1 + (event.key === "ArrowDown" ? 1 : places - 1)) % places - 1);
    } else if (event.key === "Enter" && !this.list.hidden && this.chosen >= 0) {
      event.preventDefault();
      this.go(options[this.chosen]);
    }
  }

  choose(place) {
    this.chosen = place;
    for (const [at, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(at === place));
      if (at === place) option.scrollIntoView({ block: "nearest" });
    }
    if (place < 0) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", this.list.children[place].id);
  }

  go(option) {
    if (option) location.assign(option.dataset.url);
  }

  close() {
    clearTimeout(this.timer);
    this.asked = null;
    this.show([]);
  }
}

for (const box of document.querySelectorAll("[data-suggestions]")) new Suggestions(box);
