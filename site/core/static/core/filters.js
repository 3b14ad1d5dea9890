// A form with filters asks for its answer while it is filled in (htmx). Where that fails, it is sent as it always was.
for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(failure, (event) => event.target.closest("form")?.submit());
}
