// Use: npm run draw. Draws each diagram as one PNG of its own size, and writes the page that shows them all.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const MARGIN = 15;
const [processes, docs] = process.argv.slice(2);
const library = join(createRequire(import.meta.url).resolve('bpmn-js/package.json'), '../dist');
const executablePath = execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"]).toString().trim();
const folders = { models: 'Models', transfers: 'What models call', systems: 'Around them' };
const text = (xml, pattern) => (xml.match(pattern) || ['', ''])[1].replaceAll('&amp;', '&');

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
let page = '# Diagrams\n\nEvery process that Baton ships, drawn by `npm run draw` in `tools/pictures`. Operations open and change them in Camunda Modeler.\n';
for (const [folder, title] of Object.entries(folders)) {
  page += `\n## ${title}\n`;
  for (const file of readdirSync(join(processes, folder)).filter(name => name.endsWith('.bpmn')).sort()) {
    const xml = readFileSync(join(processes, folder, file), 'utf8');
    const key = basename(file, '.bpmn');
    await draw(xml, join(docs, 'pictures', `${key}.png`));
    const head = xml.slice(xml.indexOf('<bpmn:process '));
    page += `\n### ${text(head, / name="([^"]*)"/)}\n\n${text(head, /<bpmn:documentation>([^<]*)</)}\n\n![${key}](pictures/${key}.png)\n`;
  }
}
writeFileSync(join(docs, 'diagrams.md'), page);
await browser.close();

async function draw(xml, path) {
  const tab = await browser.newPage({ viewport: { width: 800, height: 600 } });
  await tab.setContent('<div id="canvas" style="position: absolute; inset: 0; background: #fff"></div>');
  for (const css of ['assets/diagram-js.css', 'assets/bpmn-js.css']) await tab.addStyleTag({ path: join(library, css) });
  await tab.addScriptTag({ path: join(library, 'bpmn-viewer.production.min.js') });
  const box = await tab.evaluate(async source => {
    window.viewer = new window.BpmnJS({ container: '#canvas' });
    const { warnings } = await window.viewer.importXML(source);
    if (warnings.length) throw new Error(warnings.join('\n'));
    return window.viewer.get('canvas').viewbox().inner;
  }, xml);
  await tab.setViewportSize({ width: Math.ceil(box.width) + 2 * MARGIN, height: Math.ceil(box.height) + 2 * MARGIN });
  await tab.evaluate(([b, margin]) => {
    document.querySelector('.bjs-powered-by').style.display = 'none';
    window.viewer.get('canvas').resized();
    window.viewer.get('canvas').viewbox({ x: b.x - margin, y: b.y - margin, width: b.width + 2 * margin, height: b.height + 2 * margin });
  }, [box, MARGIN]);
  await tab.screenshot({ path });
  await tab.close();
}
