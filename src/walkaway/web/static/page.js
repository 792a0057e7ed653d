// What a page does beyond being read: the way out, hiding, keys, dropping a file, copying. Everything works without it but copying.
"use strict";
(() => {
  const body = document.body;

  // The way out. Blank first, then lock, then go; the page is replaced, so that Back does not lead here.
  function leave() {
    document.title = "";
    body.replaceChildren();
    document.documentElement.className = "";
    navigator.sendBeacon("/leave");
    location.replace(body.dataset.neutral);
  }
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-leave]")) {
      event.preventDefault();
      leave();
    }
  }, true);
  let shifts = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") { shifts = []; return; }
    if (event.repeat) return;
    shifts = [...shifts, event.timeStamp].filter((at) => event.timeStamp - at < 5000);
    if (shifts.length >= 3) leave();
  }, true);
  // A page kept by the browser for Back may be one that was left or locked since.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // Being away: this page must not stay readable once everything is locked.
  let idle;
  const awake = () => { clearTimeout(idle); idle = setTimeout(() => location.replace("/unlock"), (Number(body.dataset.idle) + 5) * 1000); };
  for (const kind of ["pointerdown", "keydown", "scroll"]) addEventListener(kind, awake, { passive: true });
  awake();

  // Keys
  const help = document.getElementById("help");
  const places = { t: "/", d: "/decide", w: "/write", a: "/after", l: "/library" };
  let going = 0;
  const typing = (target) => target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select");
  function showHelp() { if (help.open) help.close(); else { help.show(); help.querySelector("button").focus(); } }
  document.querySelector("[data-help]").addEventListener("click", (event) => { event.preventDefault(); showHelp(); });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === ".") {
      event.preventDefault();
      document.documentElement.classList.toggle("discreet");
      document.querySelector('form[action="/discreet"] button').click();
      return;
    }
    if (event.key === "Escape" && help.open) { help.close(); return; }
    if (body.dataset.keys !== "on" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "?") showHelp();
    else if (event.key === "n") location.assign("/library");
    else if (event.key === "g") going = event.timeStamp;
    else if (places[event.key] && event.timeStamp - going < 2000) location.assign(places[event.key]);
  });

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
