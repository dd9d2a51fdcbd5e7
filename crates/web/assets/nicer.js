// Makes things nicer and nothing possible: every page works without it. At most 150 lines, nothing from outside.

// What was just done is told once; going back or loading anew does not tell it again.
const address = new URL(location.href);
if (address.searchParams.has("done")) {
  address.searchParams.delete("done");
  history.replaceState(null, "", address);
  sessionStorage.setItem("changed", Date.now());
}

// A page that comes back out of the browser's memory shows what stood then. When something was changed since, it is asked
// for anew; otherwise what is being typed there stays.
const changed = sessionStorage.getItem("changed");
addEventListener("pageshow", (event) => {
  if (event.persisted && sessionStorage.getItem("changed") !== changed) location.reload();
});

// A form with data-live="#place" is sent while typing; the part of the answer with that id takes its place.
for (const form of document.querySelectorAll("form[data-live]")) {
  let waiting, asked;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      asked?.abort();
      asked = new AbortController();
      const words = new URLSearchParams(new FormData(form));
      const post = form.method === "post";
      const to = form.dataset.liveTo ?? form.getAttribute("action") ?? location.pathname;
      try {
        const answer = await fetch(post ? to : `${to}?${words}`, {
          method: post ? "POST" : "GET",
          body: post ? words : undefined,
          signal: asked.signal,
        });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.querySelector(form.dataset.live);
        if (fresh) document.querySelector(form.dataset.live)?.replaceWith(fresh);
        if (!post) history.replaceState(null, "", `${to}?${words}`);
      } catch (problem) {
        if (problem.name !== "AbortError") throw problem;
      }
    }, 200);
  });
}

// One key goes to the field that names it, as "/" to the search, or presses the button that does; Ctrl-K searches too.
addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const search = event.key === "k" && (event.ctrlKey || event.metaKey);
  if ((typing && !search) || (!search && (event.ctrlKey || event.metaKey || event.altKey))) return;
  const field = document.querySelector(`[data-key="${search ? "/" : CSS.escape(event.key)}"]`);
  if (!field) return;
  event.preventDefault();
  field.closest("[popover]")?.matches(":popover-open") || field.checkVisibility() || field.closest("[popover]")?.showPopover();
  field.focus();
  if (field.matches("button, a")) field.click();
});

// A button with data-copy="#place" takes the words there along; without a script it is not shown. It may come with a live
// answer, so the page is looked over again whenever something changed.
const copies = () => document.querySelectorAll("[data-copy][hidden]").forEach((button) => (button.hidden = !navigator.clipboard));
copies();
new MutationObserver(copies).observe(document.body, { childList: true, subtree: true });
addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent);
  button.textContent = "Copied";
});

// One panel at a time, and Escape or a click beside it closes it.
const panels = () => document.querySelectorAll("details.later[open]");
addEventListener("click", (event) => panels().forEach((panel) => panel.contains(event.target) || (panel.open = false)));
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const panel of panels()) {
    panel.open = false;
    panel.querySelector("summary").focus();
  }
});
