// The way out, hiding, keys. Heard from before the page has its first word: there is no moment in which it can be read and not be left.
"use strict";
(() => {
  const root = document.documentElement;

  // The way out. Blank first, then lock, then go; the page is replaced, so that Back does not lead here.
  function leave() {
    document.title = "";
    document.body?.replaceChildren();
    root.hidden = true;
    root.className = "";
    navigator.sendBeacon("/leave");
    location.replace(root.dataset.neutral);
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
  const awake = () => { clearTimeout(idle); idle = setTimeout(() => location.replace("/unlock"), (Number(root.dataset.idle) + 5) * 1000); };
  for (const kind of ["pointerdown", "keydown", "scroll"]) addEventListener(kind, awake, { passive: true });
  awake();

  // Keys. What they reach for may not have come yet.
  const places = { t: "/", d: "/decide", w: "/write", a: "/after", l: "/library" };
  let going = 0;
  const typing = (target) => target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select");
  const help = () => document.getElementById("help");
  function showHelp() { if (help()?.open) help().close(); else { help()?.show(); help()?.querySelector("button").focus(); } }
  function hide() {
    root.classList.toggle("discreet");
    const kept = () => document.querySelector('form[action="/discreet"] button').click();
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", kept, { once: true });
    else kept();
  }
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-help]")) {
      event.preventDefault();
      showHelp();
    }
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === ".") {
      event.preventDefault();
      hide();
      return;
    }
    if (event.key === "Escape" && help()?.open) { help().close(); return; }
    if (root.dataset.keys !== "on" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "?") showHelp();
    else if (event.key === "n") location.assign("/library");
    else if (event.key === "g") going = event.timeStamp;
    else if (places[event.key] && event.timeStamp - going < 2000) location.assign(places[event.key]);
  });
})();
