// What a page does beyond being read: dropping a file, copying. Everything works without it but copying.
"use strict";
(() => {
  // A file, dropped anywhere on the page or chosen
  const drop = document.querySelector("form[data-drop]");
  if (drop) {
    const file = drop.querySelector('input[type="file"]');
    drop.querySelector(".send").hidden = true;
    file.addEventListener("change", () => { if (file.files.length) drop.requestSubmit(); });
    addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
    addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
    addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      if (!event.dataTransfer.files.length) return;
      file.files = event.dataTransfer.files;
      drop.requestSubmit();
    });
  }

  // Copying what may be sent
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.copied;
    });
  }

  // The messages behind a sentence come in right under it: go there. Their address ends in #messages-…, so that Back closes them.
  const evidence = document.getElementById("evidence");
  if (evidence) {
    const links = [...document.querySelectorAll('a[hx-get*="/evidence/"]')];
    const place = (link) => `#messages-${link.pathname.split("/").pop()}`;
    let opener = null;
    const open = (link) => {
      opener = link;
      const section = link.closest("section");
      if (section) section.append(evidence); else link.closest("dl").after(evidence);
      if (location.hash !== place(link)) location.hash = place(link);
    };
    for (const link of links) {
      link.addEventListener("click", (event) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(link);
      });
    }
    const follow = () => {
      if (opener && location.hash === place(opener)) return;
      const link = links.find((one) => location.hash === place(one));
      if (link) {
        open(link);
        htmx.ajax("GET", link.getAttribute("hx-get"), { target: evidence });  // not link.click(): it may not be htmx's yet, and would lead away
      }
      else if (opener) { evidence.replaceChildren(); opener.focus(); opener = null; }
    };
    addEventListener("hashchange", follow);
    addEventListener("load", follow);
    new MutationObserver(() => {
      if (!evidence.firstElementChild) return;
      evidence.focus({ preventScroll: true });
      evidence.scrollIntoView({ block: "start" });
    }).observe(evidence, { childList: true });
  }
})();
