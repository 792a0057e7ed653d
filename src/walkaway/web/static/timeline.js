// The table of messages a week, drawn so that one can look closer. The table stays beneath for everybody else.
"use strict";
(() => {
  const table = document.querySelector("table[data-timeline]");
  const place = document.getElementById(table.dataset.timeline);
  const rows = [...table.tBodies[0].rows];
  if (rows.length < 2 || document.documentElement.classList.contains("discreet")) return;
  const column = (k) => rows.map((row) => Number(row.cells[k].textContent));
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const names = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  const days = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeZone: "UTC" });
  const ticks = new Intl.DateTimeFormat(document.documentElement.lang, { day: "numeric", month: "short", year: "2-digit", timeZone: "UTC" });
  const axis = { stroke: colour("--quiet"), grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line") } };
  const plot = new uPlot({
    width: place.clientWidth, height: 260, tzDate: (at) => uPlot.tzDate(new Date(at * 1000), "UTC"),
    series: [{ label: names[0], value: (_, at) => (at == null ? "–" : days.format(new Date(at * 1000))) },
      { label: names[1], stroke: colour("--share"), width: 2 }, { label: names[2], stroke: colour("--theirs"), width: 2, dash: [6, 3] }],
    axes: [{ ...axis, space: 90, values: (_, marks) => marks.map((at) => ticks.format(new Date(at * 1000))) }, { ...axis, size: 44 }],
  }, [rows.map((row) => Number(row.dataset.at)), column(1), column(2)], place);
  new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height: 260 })).observe(place);
})();
