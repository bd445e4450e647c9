// Use: npm run draw. Draws each diagram and each form as one PNG of its own size, and writes the pages that show them all.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

const MARGIN = 15;
const [processes, docs, served, tasklist] = process.argv.slice(2);
const library = name => join(createRequire(import.meta.url).resolve(`${name}/package.json`), '../dist');
const executablePath = execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"]).toString().trim();
const folders = { models: 'Models', transfers: 'What models call', systems: 'Around them' };
const text = (xml, pattern) => (xml.match(pattern) || ['', ''])[1].replaceAll('&amp;', '&');
const inWords = name => name.replace(/[A-Z]/g, capital => ` ${capital.toLowerCase()}`);

const uses = [];
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
let diagrams = '# Diagrams\n\nEvery process that Baton ships, drawn by `npm run draw` in `tools/pictures`. Operations open and change them in Camunda Modeler.\n';
for (const [folder, title] of Object.entries(folders)) {
  diagrams += `\n## ${title}\n`;
  for (const file of readdirSync(join(processes, folder)).filter(name => name.endsWith('.bpmn')).sort()) {
    const xml = readFileSync(join(processes, folder, file), 'utf8');
    const key = basename(file, '.bpmn');
    await drawDiagram(xml, join(docs, 'pictures', `${key}.png`));
    const head = xml.slice(xml.indexOf('<bpmn:process '));
    const name = text(head, / name="([^"]*)"/);
    diagrams += `\n### ${name}\n\n${text(head, /<bpmn:documentation>([^<]*)</)}\n\n![${key}](pictures/${key}.png)\n`;
    uses.push(...usesIn(name, head));
  }
}
writeFileSync(join(docs, 'diagrams.md'), diagrams);
writeFileSync(join(docs, 'forms.md'), await forms());
await browser.close();

/** Where a process asks with a form. */
function usesIn(process, xml) {
  return [...xml.matchAll(/<bpmn:(?:startEvent|userTask) ([^>]*)>\s*(?:<bpmn:documentation>([^<]*)<)?/g)].map(([, attributes, purpose]) =>
    ({ process, name: text(attributes, /\bname="([^"]*)"/), form: text(attributes, /camunda:formRef="([\w-]*)"/), purpose })).filter(({ form }) => form);
}

/** Each form at the place in the diagrams that uses it first. */
async function forms() {
  let page = `# Forms

What people are asked, as Tasklist shows it in a handoff that knows nothing yet: ‹words› stand for what it fills in, and questions
that depend on an answer, documents that were written and notes about what came back come later. What a package asks is taken from
the tables; where the contract of the handoff says which packages these are, the first contract of the table stands for all. Drawn
by \`npm run draw\` in \`tools/pictures\`. The [diagrams](diagrams.md) show when each form comes.
`;
  mkdirSync(join(docs, 'pictures', 'forms'), { recursive: true });
  const firsts = uses.filter((use, at) => uses.findIndex(({ form }) => form === use.form) === at);
  for (const [at, { process, name, form, purpose }] of firsts.entries()) {
    await drawForm(form, join(docs, 'pictures', 'forms', `${form}.png`));
    const others = uses.filter(use => use.form === form && (use.process !== process || use.name !== name))
      .map(use => `*${use.name}* (${use.process})`);
    page += process === firsts[at - 1]?.process ? '' : `\n## ${process}\n`;
    page += `\n### ${name}\n\n${purpose || 'Asked of whoever starts it.'}\n`;
    page += others.length ? `\nThe same form asks in ${[...new Set(others)].join(', ')}.\n` : '';
    page += `\n![${form}](pictures/forms/${form}.png)\n`;
  }
  return page;
}

async function drawForm(key, path) {
  const { schema, data } = JSON.parse(readFileSync(join(served, `${key}.json`), 'utf8').replace(/\{\{(?:\w+\.)*(\w+)\}\}/g, (all, name) => `‹${inWords(name)}›`));
  const tab = await browser.newPage({ viewport: { width: 1280, height: 600 } });
  tab.on('pageerror', error => { throw error; });
  await tab.route('http://baton/**', route => {
    const file = new URL(route.request().url()).pathname;
    return file === '/' ? route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><div id="form"></div>' }) : route.fulfill({ path: join(tasklist, file) });
  });
  await tab.goto('http://baton/');
  await tab.addStyleTag({ path: join(library('@bpmn-io/form-js'), 'assets/form-js.css') });
  await tab.addStyleTag({ url: 'http://baton/styles/user-styles.css' });
  await tab.addStyleTag({ content: 'body { margin: 0; padding: 0 } #form { box-sizing: border-box; width: 800px; padding: 15px }' });
  await tab.addScriptTag({ path: join(library('@bpmn-io/form-js'), 'form-viewer.umd.js') });
  for (const script of ['widgets', 'documents']) await tab.addScriptTag({ type: 'module', url: `http://baton/scripts/${script}.js` });
  await tab.evaluate(([form, known]) => window.FormViewer.createForm({ container: '#form', schema: { ...form, of: {} }, data: known }), [schema, data]);
  await tab.waitForTimeout(200);
  await sharp(await tab.locator('#form').screenshot()).png({ palette: true, colours: 32 }).toFile(path);
  await tab.close();
}

async function drawDiagram(xml, path) {
  const tab = await browser.newPage({ viewport: { width: 800, height: 600 } });
  await tab.setContent('<div id="canvas" style="position: absolute; inset: 0; background: #fff"></div>');
  for (const css of ['assets/diagram-js.css', 'assets/bpmn-js.css']) await tab.addStyleTag({ path: join(library('bpmn-js'), css) });
  await tab.addScriptTag({ path: join(library('bpmn-js'), 'bpmn-viewer.production.min.js') });
  const box = await tab.evaluate(async source => {
    window.viewer = new window.BpmnJS({ container: '#canvas' });
    const { warnings } = await window.viewer.importXML(source);
    if (warnings.length) throw new Error(warnings.join('\n'));
    return window.viewer.get('canvas').viewbox().inner;
  }, xml);
  await tab.setViewportSize({ width: Math.ceil(box.width) + 2 * MARGIN, height: Math.ceil(box.height) + 2 * MARGIN });
  await tab.evaluate(([b, margin]) => {
    window.viewer.get('canvas').resized();
    window.viewer.get('canvas').viewbox({ x: b.x - margin, y: b.y - margin, width: b.width + 2 * margin, height: b.height + 2 * margin });
  }, [box, MARGIN]);
  await tab.screenshot({ path });
  await tab.close();
}
