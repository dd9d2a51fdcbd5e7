//! Rules for pages that everybody can use, for where axe-core cannot be had. They find less than it does.

/// Gives a line for each finding: no language, no title, ids that stand twice, pictures without words, fields, buttons
/// and links without a name, headings that skip a level, and letters that can hardly be told from their ground.
pub const RULES: &str = r#"
const found = [];
const say = (rule, element) => found.push(`${rule}: ${(element?.outerHTML ?? "").slice(0, 160)}`);
const all = (css) => [...document.querySelectorAll(css)].filter((one) => one.checkVisibility());
const words = (one) => {
  const named = (one.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "");
  const labels = [...(one.labels ?? [])].map((label) => label.textContent);
  const pictures = [...one.querySelectorAll("img[alt], svg title")].map((inner) => inner.alt ?? inner.textContent);
  return [one.getAttribute("aria-label"), ...named, ...labels, one.textContent, ...pictures, one.title].join(" ").trim();
};
if (!document.documentElement.lang) say("the page says no language", document.documentElement);
if (!document.title.trim()) say("the page has no title", document.head);
const ids = new Set();
for (const one of document.querySelectorAll("[id]")) ids.has(one.id) ? say("this id stands twice", one) : ids.add(one.id);
for (const one of all("img:not([alt])")) say("a picture has no words", one);
for (const one of all("svg:not([aria-hidden])")) if (!one.querySelector("title") && !one.getAttribute("aria-label")) say("a drawing has no title", one);
for (const one of all("a[href], button, summary")) if (!words(one)) say("it has no name", one);
for (const one of all("input:not([type=hidden]), select, textarea")) if (!words(one)) say("a field has no label", one);
for (const one of document.querySelectorAll("[aria-describedby], [aria-labelledby]"))
  for (const id of `${one.getAttribute("aria-describedby") ?? ""} ${one.getAttribute("aria-labelledby") ?? ""}`.trim().split(/\s+/))
    if (!document.getElementById(id)) say(`nothing has the id ${id}`, one);
let level = 0;
for (const one of all("h1, h2, h3, h4, h5, h6")) {
  const next = Number(one.tagName[1]);
  if (next > level + 1) say("a heading skips a level", one);
  level = next;
}
if (all("h1").length !== 1) say("a page has one h1", document.body);
const colour = (text) => (text.match(/[\d.]+/g) ?? []).map(Number);
const light = ([red, green, blue]) => {
  const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
};
const ground = (one) => {
  for (; one; one = one.parentElement) {
    const shown = getComputedStyle(one).backgroundColor;
    if (shown.startsWith("rgb") && (colour(shown)[3] ?? 1) === 1) return colour(shown);
    if (!shown.startsWith("rgb") || (colour(shown)[3] ?? 1) > 0) return null;
  }
  return [255, 255, 255];
};
for (const one of all("body *")) {
  const text = [...one.childNodes].some((inner) => inner.nodeType === Node.TEXT_NODE && inner.data.trim());
  const style = getComputedStyle(one), behind = ground(one), ink = colour(style.color);
  if (!text || !behind || (ink[3] ?? 1) < 1 || one.closest("svg, .sr, .skip")) continue;
  const size = parseFloat(style.fontSize), big = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const [more, less] = [light(ink), light(behind)].sort((a, b) => b - a);
  const ratio = (more + 0.05) / (less + 0.05);
  if (ratio < (big ? 3 : 4.5)) say(`letters and ground are too alike, ${ratio.toFixed(2)}`, one);
}
return found;
"#;
