"use strict";
// Lists can be filtered and put in order. Without this script they are whole and in the
// order of the plan. Nothing is made from text: words only move.
(() => {
  const lang = document.documentElement.lang;
  const plain = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const order = new Intl.Collator(lang, { numeric: true });

  const value = (row, at) => row.cells[at]?.dataset.sort ?? row.cells[at]?.textContent.trim() ?? "";
  const isNumber = (text) => text !== "" && Number.isFinite(Number(text));

  const compare = (one, other) => {
    if (one === "" || other === "") return (one === "") - (other === "");
    return isNumber(one) && isNumber(other) ? Number(one) - Number(other) : order.compare(one, other);
  };

  for (const list of document.querySelectorAll("[data-list]")) {
    const body = list.querySelector("tbody");
    const rows = [...body.rows];
    const tools = list.querySelector(".tools");
    if (tools) {
      const status = tools.querySelector("[role=status]");
      const words = rows.map((row) => plain(row.textContent));
      const count = () => {
        const shown = rows.filter((row) => !row.hidden).length;
        status.textContent = `${shown}/${rows.length}`;
      };
      tools.querySelector("input").addEventListener("input", (event) => {
        const wanted = plain(event.target.value).split(/\s+/).filter(Boolean);
        rows.forEach((row, at) => {
          row.hidden = !wanted.every((word) => words[at].includes(word));
        });
        count();
      });
      tools.hidden = false;
      count();
    }

    list.querySelectorAll("thead th").forEach((head, at) => {
      if (head.dataset.still !== undefined) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const rising = head.getAttribute("aria-sort") !== "ascending";
        list.querySelectorAll("[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", rising ? "ascending" : "descending");
        const sorted = [...rows].sort((one, other) => {
          const [a, b] = [value(one, at), value(other, at)];
          const empty = (a === "") - (b === "");
          return empty || (rising ? compare(a, b) : compare(b, a));
        });
        body.append(...sorted);
      });
    });
  }
})();
