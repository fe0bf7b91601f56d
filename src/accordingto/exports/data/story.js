"use strict";
// Marks all words of the place that a link leads to, and opens the claim that a number names.
// Without this script the links still lead to the beginning of the words.
(() => {
  const arrive = () => {
    document.querySelectorAll(".on").forEach((e) => e.classList.remove("on"));
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.tagName === "DETAILS") target.open = true;
    if (target.classList.contains("at")) {
      document.querySelectorAll(`.ref[data-r~="${CSS.escape(id)}"]`).forEach((e) => e.classList.add("on"));
      target.scrollIntoView({ block: "center" });
    }
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
