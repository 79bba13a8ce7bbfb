// What the pages gain when script runs: clocks that move, news that is announced, an exit that leaves no trace in the history.
// Every read and every decision works without this file.
"use strict";

// --- clocks: the server said how much time was left; from there the browser counts. No wall clock, so a wrong one does no harm.
const started = performance.now();
const [dayWord, hourWord, minuteWord, momentWord] = (document.body.dataset.units ?? "").split(",");

function duration(seconds) {
  const s = Math.abs(seconds);
  const parts = s >= 86400
    ? [[Math.floor(s / 86400), dayWord], [Math.floor(s % 86400 / 3600), hourWord]]
    : [[Math.floor(s / 3600), hourWord], [Math.floor(s % 3600 / 60), minuteWord]];
  return parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`).join(" ") || momentWord;
}

function tick() {
  const elapsed = (performance.now() - started) / 1000;
  for (const clock of document.querySelectorAll(".clock[data-left]")) {
    const left = Number(clock.dataset.left) - elapsed;
    const text = left <= 0 ? clock.dataset.over.replace("{0}", duration(left)) : duration(left);
    if (clock.textContent !== text) clock.textContent = text;
    clock.classList.toggle("red", left <= 0);
    clock.classList.toggle("amber", left > 0 && left <= Number(clock.dataset.total) / 4);
    clock.classList.toggle("green", left > Number(clock.dataset.total) / 4);
  }
}

// --- live: frames say that something is new; the page itself is asked for it, so that every word comes from the same place.
const bar = document.querySelector("[data-live]");
const topics = bar?.dataset.live.split(" ") ?? [];
let fresh = null;
let asking = 0;

function announce(text, label, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-sm";
  button.textContent = label;
  button.addEventListener("click", act);
  bar.querySelector("[role=status]").replaceChildren(document.createTextNode(`${text} `), button);
}

const entries = root => [...root.querySelectorAll("[data-timeline] [data-position]")];

// Frames come in bursts: one look at the page after the last of them.
function changed() {
  clearTimeout(asking);
  asking = setTimeout(look, 200);
}

async function look() {
  if (!topics.includes("timeline")) return announce(bar.dataset.text, bar.dataset.reload, () => location.reload());
  try {
    const response = await fetch(location.href, { cache: "no-store" });
    if (!response.ok || response.redirected) throw new Error(`The page answered ${response.status}.`);
    fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const known = new Set(entries(document).map(entry => entry.dataset.position));
    const news = entries(fresh).filter(entry => !known.has(entry.dataset.position));
    if (news.length === 0) return;
    const from = [...new Set(news.map(entry => entry.dataset.agency))].join(", ");
    announce(bar.dataset.textEntry.replace("{0}", news.length).replace("{1}", from), bar.dataset.show, show);
  } catch {
    announce(bar.dataset.lost, bar.dataset.reload, () => location.reload());
  }
}

// New entries take their places when the reader asks. What was open stays open, and the line that was being read stays where it was.
function show() {
  const here = document.querySelector("[data-timeline]");
  const known = new Set(entries(document).map(entry => entry.dataset.position));
  const open = new Set(entries(document).filter(entry => entry.querySelector(".facts[open]")).map(entry => entry.dataset.position));
  const read = entries(document).find(entry => entry.getBoundingClientRect().top >= 0);
  const top = read?.getBoundingClientRect().top;
  const scrolled = scrollY > 0;
  here.replaceChildren(...fresh.querySelector("[data-timeline]").childNodes);
  for (const entry of entries(document)) {
    if (!known.has(entry.dataset.position)) entry.classList.add("new");
    if (open.has(entry.dataset.position)) entry.querySelector(".facts").open = true;
  }
  const same = read && here.querySelector(`[data-position="${read.dataset.position}"]`);
  if (scrolled && same) scrollBy({ top: same.getBoundingClientRect().top - top, behavior: "instant" });
  document.querySelector("[data-panels]")?.replaceChildren(...(fresh.querySelector("[data-panels]")?.childNodes ?? []));
  bar.querySelector("[role=status]").replaceChildren();
  entries(document).find(entry => entry.classList.contains("new"))?.querySelector("summary")?.focus({ preventScroll: scrolled });
}

function concerns(topic, ...ids) {
  return topics.includes(topic) && (!bar.dataset.liveId || ids.includes(bar.dataset.liveId));
}

const firstPause = 2000;
let heard = bar?.dataset.after ?? "";
let pause = firstPause;

function listen() {
  const source = new EventSource(heard ? `/api/v1/stream?after=${encodeURIComponent(heard)}` : "/api/v1/stream");
  source.addEventListener("open", () => { pause = firstPause; });
  source.addEventListener("timeline", event => {
    heard = event.lastEventId;
    const line = JSON.parse(event.data);
    if (concerns("timeline", line.case) || (line.handoff && concerns("handoff", line.handoff.id))) changed();
  });
  source.addEventListener("alert", event => {
    heard = event.lastEventId;
    if (concerns("alert", JSON.parse(event.data).alert.id)) changed();
  });
  return source;
}

// A browser has few connections to one server: a tab that nobody looks at gives its one back.
function live() {
  let source = null;
  let again = 0;
  const stop = () => { clearTimeout(again); source?.close(); source = null; };
  // The browser connects again by itself after a cut, but not after an answer that is no stream: busy, or starting anew.
  const start = () => {
    source = listen();
    source.addEventListener("error", () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      stop();
      again = setTimeout(start, pause);
      pause = Math.min(pause * 2, 120000);
    });
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return stop();
    if (!source) { stop(); start(); }
    if (topics.includes("timeline")) changed();
  });
  addEventListener("pagehide", stop);
  start();
}

// --- quick exit: the page leaves at once and cannot be reached by going back; the form then ends the session.
document.querySelector("[data-quick-exit]")?.addEventListener("submit", () => {
  document.documentElement.hidden = true;
  document.title = "";
  history.replaceState(null, "", "/masuk");
});

// --- a second press while the first is under way sends nothing (the server would not record it twice either).
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent));

tick();
setInterval(tick, 15000);
if (bar && "EventSource" in window) live();
