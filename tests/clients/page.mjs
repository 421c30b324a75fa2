// Pages in Chromium, at the width of a desk and of a phone, light and dark: no request
// leaves, nothing is refused, axe-core finds no violation, lists can be filtered and put
// in order by the keyboard.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const puppeteer = require("puppeteer-core");
const axe = require.resolve("axe-core/axe.min.js");

const folder = resolve(process.argv[2]);
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const faults = [];
let looked = 0;
for (const name of readdirSync(folder).filter((name) => name.endsWith(".html"))) {
  for (const [width, height, scheme] of [[1280, 900, "light"], [390, 844, "dark"], [1280, 900, "dark"]]) {
    const page = await browser.newPage();
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const url = pathToFileURL(`${folder}/${name}`).href;
    page.on("request", (request) => request.url() !== url && faults.push(`${name}: asks for ${request.url()}`));
    page.on("console", (message) => message.type() === "error" && faults.push(`${name}: ${message.text()}`));
    page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
    await page.goto(url, { waitUntil: "load" });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    if (wider) faults.push(`${name}: wider than ${width} pixels`);
    // What the page itself asked for and was refused has been heard by now; axe comes in
    // past the policy, as a tool of the browser.
    const axeText = await (await import("node:fs/promises")).readFile(axe, "utf8");
    await page.evaluate(axeText);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    for (const { id, nodes } of violations) faults.push(`${name} (${width}, ${scheme}): ${id}: ${nodes[0].html}`);
    if (width === 1280 && scheme === "light") await lists(page, name);
    const kind = `${width}-${scheme}`;
    if (name.includes("lao-cai")) await page.screenshot({ path: `${folder}/${name}.${kind}.png` });
    await page.close();
    looked += 1;
  }
}
await browser.close();
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
console.log(`${looked} pages in Chromium: no request, nothing refused, no violation found by axe-core`);

async function lists(page, name) {
  const input = await page.$("[data-list] input");
  if (input === null) return;
  await input.focus();
  await page.keyboard.type("cong khai");
  const shown = await page.evaluate(() => {
    const list = document.querySelector("[data-list]:has(input)");
    const rows = [...list.querySelectorAll("tbody tr")];
    return { all: rows.length, left: rows.filter((row) => !row.hidden).length, said: list.querySelector("[role=status]").textContent };
  });
  if (shown.said !== `${shown.left}/${shown.all}`) faults.push(`${name}: says ${shown.said}, shows ${shown.left}`);
  if (name.startsWith("lao-cai-2021-report.") && !(shown.left > 0 && shown.left < shown.all)) {
    faults.push(`${name}: the filter leaves ${shown.left} of ${shown.all}`);
  }
  const button = await page.$("[data-list] th button");
  await button.focus();
  await page.keyboard.press("Enter");
  const order = await page.evaluate(() => document.querySelector("[aria-sort]")?.getAttribute("aria-sort"));
  if (order !== "ascending") faults.push(`${name}: ordered ${order}`);
}
