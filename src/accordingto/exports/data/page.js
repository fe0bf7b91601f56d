"use strict";
// Selecting a statement marks all its words and its entry, and scrolls the other side to it.
// Without this script the numbers are plain links between the two sides.
(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const clear = () => document.querySelectorAll(".on").forEach((e) => e.classList.remove("on"));

  const select = (section, number) => {
    clear();
    const marked = section.querySelectorAll(`.st[data-s="${number}"], .cue[data-s="${number}"], .src[data-s="${number}"], .n[data-s="${number}"], .entry[data-s="${number}"]`);
    marked.forEach((e) => e.classList.add("on"));
  };

  const show = (element) => {
    if (element) element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  };

  const go = (section, number, side) => {
    select(section, number);
    const id = section.id.replace(/top$/, "") + `${side}-${number}`;
    history.replaceState(null, "", `#${id}`);
    show(document.getElementById(id));
  };

  document.addEventListener("click", (event) => {
    const section = event.target.closest(".document");
    if (!section || !getSelection().isCollapsed) return;
    const target = event.target.closest("[data-s]");
    if (!target) return;
    const inText = event.target.closest(".text");
    const reference = !inText && target.tagName === "A" && !target.classList.contains("num");
    event.preventDefault();
    go(section, target.dataset.s, inText || reference ? "s" : "w");
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });

  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const number = target && target.dataset.s;
    if (number) select(target.closest(".document"), number);
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
