// Keeps what is typed in the diary's form in this browser until the server has said that it is saved.
//
// One shelf for each person and municipality. It is cleared when the page that confirms shows the form's token, by the
// server when somebody signs out (Clear-Site-Data), and after a week. Without this script the form works as ever.
const SHELF = "dagbog:";
const WEEK = 7 * 24 * 60 * 60 * 1000;
const FIELDS = ["text", "title", "seen", "date", "token"];

const shelves = {
  all: () => Object.keys(localStorage).filter((key) => key.startsWith(SHELF)),
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  write(key, words) {
    try {
      localStorage.setItem(key, JSON.stringify(words));
    } catch {
      // No room, or a browser that keeps nothing: then it is as it was without us.
    }
  },
};

function tidy(savedToken) {
  for (const key of shelves.all()) {
    const words = shelves.read(key);
    if (!words || Date.now() - words.at > WEEK || words.token === savedToken) localStorage.removeItem(key);
  }
}

class KeptWords {
  constructor(form) {
    this.form = form;
    this.bar = form.querySelector("[data-kept-words]");
    this.key = this.shelf();
    this.stopped = false;
    if ("typed" in form.dataset) this.keep();
    else this.bringBack();
    form.addEventListener("input", () => this.keep());
    form.addEventListener("change", () => this.keep());
    form.addEventListener("submit", (event) => this.send(event));
    this.bar.querySelector("[data-forget]").addEventListener("click", () => this.forget());
    addEventListener("offline", () => this.tell("offline"));
    addEventListener("online", () => this.tell("online"));
    addEventListener("pageshow", () => this.rest());
    if (!navigator.onLine) this.tell("offline");
  }

  shelf() {
    return `${SHELF}${this.form.dataset.keep}:${new FormData(this.form).get("place")}`;
  }

  keep() {
    const typed = new FormData(this.form);
    const words = Object.fromEntries(FIELDS.map((name) => [name, typed.get(name)]));
    const written = words.text || words.title || words.seen;
    const moved = this.shelf() !== this.key;
    if (moved || !written) localStorage.removeItem(this.key);
    this.key = this.shelf();
    if (written) shelves.write(this.key, { ...words, at: Date.now() });
    else if (moved) this.bringBack();
  }

  bringBack() {
    const words = shelves.read(this.key);
    if (!words) return;
    for (const name of FIELDS) this.form.elements[name].value = words[name];
    this.tell("found");
  }

  forget() {
    localStorage.removeItem(this.key);
    this.tell("");
    location.replace(location.href); // a fresh form has a fresh token
  }

  send(event) {
    this.keep();
    if (navigator.onLine || this.stopped) {
      this.form.setAttribute("aria-busy", "true");
      return;
    }
    // A browser without a connection shows its own page in place of ours. Who presses once more may know better.
    event.preventDefault();
    this.stopped = true;
    this.tell("stopped");
    this.bar.scrollIntoView({ block: "center" });
  }

  rest() {
    this.form.removeAttribute("aria-busy");
  }

  tell(what) {
    if (what !== "stopped") this.stopped = false;
    for (const line of this.bar.querySelectorAll("[data-when]")) line.hidden = line.dataset.when !== what;
  }
}

try {
  tidy(document.querySelector("[data-saved]")?.dataset.saved);
  for (const form of document.querySelectorAll("form[data-keep]")) new KeptWords(form);
} catch {
  // A browser may refuse its storage altogether.
}
