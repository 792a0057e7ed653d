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

  // The messages behind a number come in below: go there.
  const evidence = document.getElementById("evidence");
  if (evidence) new MutationObserver(() => { evidence.focus({ preventScroll: true }); evidence.scrollIntoView({ block: "start" }); }).observe(evidence, { childList: true });
})();
