"use strict";
// Selecting a statement marks all its words and its entry, and scrolls the other side to it; who uses
// the keyboard goes along.
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

  const beside = matchMedia("(min-width: 62rem)");
  const place = (section, side, number) =>
    document.getElementById(section.id.replace(/top$/, "") + `${side}-${number}`);

  const go = (section, number, side, by) => {
    select(section, number);
    const target = place(section, side, number);
    if (!target) return;
    history.replaceState(null, "", `#${target.id}`);
    show(target);
    // From one entry to another: where the article stands beside them, its words come along.
    if (by.reference && beside.matches) show(place(section, "w", number));
    if (by.keyboard) (target.querySelector("a.num") || target).focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const section = event.target.closest(".document");
    if (!section || !getSelection().isCollapsed) return;
    const target = event.target.closest("[data-s]");
    if (!target) return;
    const inText = event.target.closest(".text");
    const reference = !inText && target.tagName === "A" && !target.classList.contains("num");
    event.preventDefault();
    const by = { reference, keyboard: event.detail === 0 };
    go(section, target.dataset.s, inText || reference ? "s" : "w", by);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });

  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const number = target && target.dataset.s;
    if (!number) return;
    const section = target.closest(".document");
    select(section, number);
    if (beside.matches && target.classList.contains("entry")) show(place(section, "w", number));
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
