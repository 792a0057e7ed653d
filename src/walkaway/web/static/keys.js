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

  // Hiding. The page is covered at once. One that holds what was typed, or that answers a form, could not be asked for
  // again: it stays under its cover, is given back when shown, and the server is only told, so that the next page is hidden.
  let told = Promise.resolve();
  let left = {};
  const isCovered = () => root.classList.contains("covered");
  const loaded = (then) => { if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", then, { once: true }); else then(); };
  const typedIn = (field) => {
    if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
    if (field.tagName !== "SELECT") return field.value !== field.defaultValue;
    return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
  };
  const typed = () => [...document.querySelectorAll("main input, main textarea, main select")].some(typedIn);
  const hiding = () => document.querySelector('form[action="/discreet"]');
  function tell() {
    const { hide, back } = hiding().elements;
    const said = new URLSearchParams({ hide: hide.value });
    told = told.then(() => fetch("/discreet", { method: "POST", body: said, keepalive: true })).catch(() => {});
    hide.value = hide.value === "yes" ? "no" : "yes";
    [back.textContent, back.dataset.other] = [back.dataset.other, back.textContent];
    const label = back.getAttribute("aria-label");
    back.setAttribute("aria-label", back.dataset.otherLabel);
    back.dataset.otherLabel = label;
  }
  function cover(on) {
    if (on) left = { focus: document.activeElement, top: scrollY };
    root.classList.toggle("covered", on);
    if (on) return;
    scrollTo(0, left.top);
    if (left.focus?.closest("main")) left.focus.focus({ preventScroll: true });
  }
  let asked = false;  // for the page as it is hidden: until it comes, this one stays covered
  function hide() {
    if (asked) return;
    const was = isCovered(), veiled = root.classList.contains("discreet");
    if (!veiled) cover(!was);
    loaded(() => {
      if (was || typed() || (!veiled && root.dataset.from === "form")) {
        tell();
        if (veiled) root.classList.toggle("later", hiding().elements.hide.value === "yes");
      } else {
        asked = true;
        hiding().requestSubmit(hiding().elements.back);
      }
    });
  }
  const go = (place) => told.then(() => location.assign(place));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (event.target.closest('form[action="/discreet"] button')) {
      event.preventDefault();
      hide();
    } else if (link && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey && (isCovered() || root.classList.contains("later"))) {
      event.preventDefault();
      go(link.href);
    }
  });
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
    // Who typed when the page was covered may type on for a moment: that must not lead away from it.
    if (isCovered() || root.dataset.keys !== "on" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "?") showHelp();
    else if (event.key === "n") go("/library");
    else if (event.key === "g") going = event.timeStamp;
    else if (places[event.key] && event.timeStamp - going < 2000) go(places[event.key]);
  });
})();
