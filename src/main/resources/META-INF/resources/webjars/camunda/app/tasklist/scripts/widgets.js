/*
 * Tables for lists with columns, a calendar for days, the right keyboard for numbers.
 *
 * A form names the widget of a field in the field's properties. The field that Tasklist drew stays and holds the answer,
 * as the text that a person would type into it; a widget only edits that text. Days are texts, YYYY-MM-DD: no time zone
 * can move them.
 */
import {button, element} from './elements.js';
import {formAround} from './forms.js';

const FIELDS = 'textarea.fjs-textarea, .fjs-form-field-textfield input.fjs-input';
const widgetOf = new WeakMap(); // field on the page -> what keeps its widget in place

function propertiesOf(field) {
  const {components = new Map()} = formAround(field) || {};
  const id = [...components.keys()].find(known => field.id.endsWith(`-${known}`));
  return components.get(id)?.properties || {};
}

function look() {
  for (const field of document.querySelectorAll(FIELDS)) {
    if (field.closest('.baton-table') || !formAround(field)) {
      continue;
    }
    if (!widgetOf.has(field)) {
      const properties = propertiesOf(field);
      const widget = WIDGETS[properties.widget];
      widgetOf.set(field, widget ? widget(field, properties) : () => {});
    }
    widgetOf.get(field)();
  }
}

/* Fields and elements */

const valueOf = field => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
const isLocked = field => field.disabled || field.readOnly;
const labelOf = field =>
  [...(field.labels || [])].map(label => label.textContent.replace(/\*\s*$/, '').trim()).join(' ') || 'List';

/** Answers a question in the person's place, so that Tasklist notices at once. */
export function answer(field, text) {
  valueOf(field).set.call(field, text);
  field.dispatchEvent(new Event('input', {bubbles: true}));
  field.dispatchEvent(new Event('change', {bubbles: true}));
  field.dispatchEvent(new FocusEvent('focusout', {bubbles: true})); // until a field is left Tasklist waits for more
}

/** Calls back whenever Tasklist, or a person, gives the field another text, or opens or closes it. */
function watch(field, changed) {
  const {get, set} = valueOf(field);
  Object.defineProperty(field, 'value', {
    configurable: true,
    get,
    set(text) {
      set.call(this, text);
      changed();
    }
  });
  field.addEventListener('input', changed);
  new MutationObserver(changed).observe(field, {attributes: true, attributeFilter: ['disabled', 'readonly']});
}

/* Days */

const two = number => String(number).padStart(2, '0');

function isDay(text) {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) || []).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day > 0 && day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/** What to say about a text that is no day in the one order that everybody reads alike; nothing is changed. */
function doubt(text) {
  const typed = text.trim();
  if (!typed || isDay(typed)) {
    return '';
  }
  const days = ordersOf(typed).map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`);
  const real = [...new Set(days)].filter(isDay);
  if (real.length) {
    return `“${typed}” ${real.length > 1 ? 'can be two days' : 'is not read alike everywhere'}: write ${real.join(' or ')}.`;
  }
  return days.length
    ? `“${typed}” is no day in the calendar.`
    : 'Write the day as year-month-day, such as 2027-03-04.';
}

/** In which ways digits can be year, month and day. */
function ordersOf(typed) {
  const [, first, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) || [];
  const [, one, mark, other, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(typed) || [];
  if (first) {
    return [[first, month, day]];
  }
  if (year) {
    return mark === '.' ? [[year, other, one]] : [[year, other, one], [year, one, other]];
  }
  return [];
}

/** A button that opens the browser's own calendar; what is picked goes into the field. */
function calendar(field, label) {
  const day = element('input', {
    type: 'date',
    className: 'baton-day',
    tabIndex: -1,
    attributes: {'aria-hidden': 'true'},
    oninput() {
      if (day.value) {
        answer(field, day.value);
        field.focus();
      }
    }
  });
  const show = () => {
    day.value = isDay(field.value.trim()) ? field.value.trim() : '';
    day.showPicker();
  };
  field.addEventListener('keydown', event => {
    if (event.altKey && event.key === 'ArrowDown' && !isLocked(field)) {
      event.preventDefault();
      show();
    }
  });
  return element('span', {className: 'baton-calendar'},
    button('baton-pick', '', show, {'aria-label': `Pick a day: ${label}`, title: 'Pick a day (Alt + ↓)'}), day);
}

function dayField(field) {
  const hint = element('div', {className: 'baton-hint', attributes: {role: 'status'}});
  const pick = calendar(field, labelOf(field));
  const place = field.closest('.fjs-input-group') || field;
  const say = () => {
    pick.hidden = isLocked(field);
    hint.textContent = doubt(field.value);
  };
  field.placeholder = 'YYYY-MM-DD';
  field.autocomplete = 'off';
  watch(field, say);
  say();
  return () => {
    if (!pick.isConnected || !hint.isConnected) {
      place.classList.add('baton-day-field');
      place.append(pick);
      place.after(hint);
    }
  };
}

function numberField(field, {decimalDigits}) {
  field.inputMode = decimalDigits === '0' ? 'numeric' : 'decimal';
  field.autocomplete = 'off';
  return () => {};
}

/* Rows as text: one per line, cells between bars; a backslash before a bar, ↵ for a line break, JSON after an = */

const escape = text => text.replace(/^=|[\\|↵]/g, '\\$&').replaceAll('\n', '↵');
const unescape = text => text.replace(/\\([\\|↵=])|↵/g, (all, escaped) => escaped || '\n');
const POINT = /^[-•*–](?:\s|$)/;

function json(text) {
  try {
    return JSON.parse(unescape(text).slice(1));
  } catch (notJson) {
    return undefined;
  }
}

/** A text that begins like a point of a list would lose its bullet. */
const encode = (text, column) => column === 0 && POINT.test(text) ? `=${escape(JSON.stringify(text))}` : escape(text);

function decode(cell) {
  if (!cell.startsWith('=')) {
    return unescape(cell);
  }
  const value = json(cell);
  return typeof value === 'string' ? value : unescape(cell);
}

function split(line) {
  const cells = [''];
  for (const [part] of line.matchAll(/\\?[^]/gu)) {
    if (part === '|') {
      cells.push('');
    } else {
      cells[cells.length - 1] += part;
    }
  }
  return cells.map(cell => cell.trim());
}

/** The cells of a line as they are written; a single one where the line is no row of these columns. */
function cellsOf(line, columns) {
  const bare = line.trim().replace(/^[-•*–]\s+(?=\S)/, '');
  if (bare.startsWith('=') && typeof json(bare) === 'object') {
    return {cells: [bare], whole: true};
  }
  const cells = split(bare);
  return {cells: [...cells.slice(0, columns - 1), cells.slice(columns - 1).join(' | ')], whole: false};
}

/* What people paste */

const SURE_BULLET = /^\s*[•·▪◦‣●○■\uf0a7\uf0b7]\s+(?=\S)/;
const BULLET = /^\s*(?:[•·▪◦‣●○■\uf0a7\uf0b7*–—-]|\d{1,3}[.)]|[a-z][.)]|o(?=\t))\s+(?=\S)/;

/** The rows of a spreadsheet, of a Markdown table, of a list of points, or of plain lines; below names, by name. */
function rowsOf(pasted, names) {
  const text = pasted.replace(/\r\n?/g, '\n');
  if (/(?:^|\t)"/.test(text) && text.includes('\t')) {
    return withoutHeader(quoted(text), names);
  }
  const lines = text.split('\n').filter(line => line.trim());
  const listed = lines.every(line => BULLET.test(line));
  const bare = lines.map(line => line.replace(listed ? BULLET : SURE_BULLET, ''));
  if (bare.some(line => line.includes('\t'))) {
    return withoutHeader(bare.map(line => line.split('\t').map(cell => cell.trim())), names);
  }
  const framed = bare.every(line => line.trim().startsWith('|'));
  return withoutHeader(bare.map(line => markdown(line.trim(), framed)), names);
}

/** Cells of a spreadsheet that hold line breaks come in quotes. */
function quoted(text) {
  const rows = [[]];
  for (const [, inQuotes, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    rows[rows.length - 1].push((inQuotes?.replaceAll('""', '"') ?? plain).trim());
    if (end === '\n') {
      rows.push([]);
    } else if (!end) {
      break;
    }
  }
  return rows.filter(row => row.some(Boolean));
}

function markdown(line, framed) {
  const cells = split(line);
  if (cells.length > 1 && cells[0] === '' && (framed || cells.at(-1) === '')) {
    cells.shift();
  }
  if (cells.length > 1 && cells.at(-1) === '') {
    cells.pop();
  }
  return cells.map(cell => unescape(cell).replace(/<br\s*\/?>/gi, '\n'));
}

function withoutHeader(rows, names) {
  const known = names.map(name => name.toLowerCase());
  const [first = [], second = []] = rows;
  const places = first.map(cell => known.indexOf(cell.replace(/^\*\*(.*)\*\*$/, '$1').toLowerCase()));
  const ruled = second.length > 0 && second.every(cell => /^:?-+:?$/.test(cell));
  const byName = places.every(place => place >= 0) && (places.length > 1 || names.length === 1);
  const body = rows.slice(ruled ? 2 : byName ? 1 : 0);
  return {byName, rows: byName ? body.map(row => known.map((name, column) => row[places.indexOf(column)])) : body};
}

/* Tables */

class Table {
  constructor(field, {columns, columnTypes = ''}) {
    this.field = field;
    this.names = columns.split('|').map(name => name.trim());
    this.types = columnTypes.split('|');
    this.label = labelOf(field);
    this.body = element('tbody');
    this.more = button('baton-add', 'Add row', () => this.go(this.append()));
    this.note = element('span', {attributes: {role: 'status'}});
    this.back = button('baton-undo', 'Undo', () => this.undo());
    const head = this.names.map((textContent, column) =>
      element('th', {textContent, scope: 'col', className: this.types[column] === 'date' ? 'baton-days' : ''}));
    this.host = element('div', {className: 'baton-table', attributes: {role: 'group', 'aria-label': this.label}},
      element('table', {}, element('thead', {}, element('tr', {}, ...head, element('td'))), this.body),
      element('div', {className: 'baton-below'}, this.more, this.note, this.back));
    this.listen();
    this.read();
  }

  listen() {
    this.host.addEventListener('input', event => this.typed(event.target));
    this.host.addEventListener('keydown', event => this.pressed(event));
    this.host.addEventListener('paste', event => this.pasted(event));
    this.host.addEventListener('focusout', () => this.write());
    this.field.addEventListener('focus', () => this.go(this.body.rows[0])); // somebody clicked the label
    watch(this.field, () => this.read());
    new ResizeObserver(() => this.resized()).observe(this.host);
  }

  place() {
    if (!this.host.isConnected) {
      this.field.classList.add('baton-kept');
      this.field.tabIndex = -1;
      this.field.setAttribute('aria-hidden', 'true');
      this.field.after(this.host);
      this.host.setAttribute('aria-describedby', this.field.getAttribute('aria-describedby') || '');
    }
  }

  read() {
    const locked = isLocked(this.field);
    if (this.unsaved || (this.text === this.field.value && this.locked === locked)) {
      return;
    }
    this.locked = locked;
    this.host.classList.toggle('baton-locked', locked);
    this.show(this.field.value);
  }

  show(text) {
    this.text = text;
    this.say('');
    this.body.replaceChildren();
    const lines = text.split(/\r?\n/).filter(line => line.trim());
    (lines.length ? lines : [undefined]).forEach(line => this.insert(line));
    this.settle();
  }

  write() {
    if (!this.unsaved) {
      return;
    }
    clearTimeout(this.unsaved);
    this.text = [...this.body.rows].map(row => this.lineOf(row)).filter(Boolean).join('\n');
    if (this.text !== this.field.value) {
      answer(this.field, this.text);
    }
    this.unsaved = undefined;
  }

  /** Tasklist draws the whole form afresh at every answer: it hears of one when a person pauses or leaves the cell. */
  changed() {
    clearTimeout(this.unsaved);
    this.unsaved = setTimeout(() => this.write(), 300);
  }

  lineOf(row) {
    if (row.line !== undefined) {
      return row.line;
    }
    const cells = this.cells(row).map((cell, column) => cell.source ?? encode(cell.value.trim(), column));
    while (cells.length && !cells.at(-1)) {
      cells.pop();
    }
    return cells.join(' | ');
  }

  append() {
    const row = this.insert();
    this.settle();
    return row;
  }

  /** After rows came or went. */
  settle() {
    this.number();
    fit(this.body.querySelectorAll('textarea'));
  }

  insert(line, before = null) {
    const {cells, whole} = cellsOf(line || '', this.names.length);
    const row = element('tr');
    row.line = line;
    const columns = whole ? [this.names.join(', ')] : this.names;
    row.append(...columns.map((name, column) => this.cell(name, cells[column] || '', whole ? '' : this.types[column])));
    if (whole) {
      row.cells[0].colSpan = this.names.length;
    }
    row.append(element('td', {}, button('baton-remove', '×', () => this.remove(row), {tabindex: -1})));
    this.body.insertBefore(row, before);
    return row;
  }

  cell(name, source, type) {
    const cell = element('textarea', {rows: 1, value: decode(source), disabled: this.field.disabled});
    cell.readOnly = this.locked;
    cell.name = name;
    cell.source = source;
    cell.isDay = type === 'date';
    cell.inputMode = type === 'number' ? 'decimal' : '';
    const content = element('div', {}, cell);
    if (cell.isDay && !this.locked) {
      const pick = calendar(cell, name);
      pick.firstChild.tabIndex = -1;
      content.append(pick);
    }
    this.judge(cell);
    return element('td', {attributes: {'data-column': name}}, content);
  }

  cells(row) {
    return [...row.querySelectorAll('textarea')];
  }

  number() {
    [...this.body.rows].forEach((row, index) => {
      this.cells(row).forEach(cell => cell.setAttribute('aria-label', `${cell.name}, row ${index + 1}`));
      const remove = row.querySelector('.baton-remove');
      remove.setAttribute('aria-label', `Remove row ${index + 1}`);
      remove.setAttribute('aria-keyshortcuts', 'Alt+Delete');
      remove.title = 'Remove row (Alt + Delete)';
    });
  }

  judge(cell) {
    const sentence = cell.isDay ? doubt(cell.value) : '';
    cell.title = sentence;
    cell.setAttribute('aria-invalid', String(Boolean(sentence)));
  }

  typed(cell) {
    const row = cell.closest('tbody tr');
    if (!row || cell.tagName !== 'TEXTAREA') {
      return;
    }
    cell.source = undefined;
    row.line = undefined;
    this.judge(cell);
    fit([cell]);
    this.say('');
    this.changed();
  }

  pressed(event) {
    const row = event.target.closest('tbody tr');
    if (!row || event.isComposing || this.locked) {
      return;
    }
    const {key, altKey, shiftKey, ctrlKey, metaKey} = event;
    const cells = this.cells(row);
    const isEmpty = cells.every(cell => !cell.value.trim());
    if (key === 'Delete' && altKey) {
      this.remove(row);
    } else if (key === 'Backspace' && isEmpty && this.body.rows.length > 1) {
      this.remove(row);
    } else if (key === 'Enter' && event.target.tagName === 'TEXTAREA' && !(shiftKey || altKey || ctrlKey || metaKey)) {
      const next = row.nextElementSibling;
      if (next || !isEmpty) {
        this.go(next || this.append(), next ? cells.indexOf(event.target) : 0);
      }
    } else {
      return;
    }
    event.preventDefault();
  }

  remove(row) {
    const filled = this.cells(row).some(cell => cell.value.trim());
    const before = this.now();
    const next = row.nextElementSibling || row.previousElementSibling || this.append();
    row.remove();
    this.number();
    this.changed();
    this.write();
    this.go(next);
    if (filled) {
      this.say('Row removed.', before);
    }
  }

  pasted(event) {
    const cell = event.target;
    const row = cell.closest('tbody tr');
    if (!row || this.locked) {
      return;
    }
    const pasted = event.clipboardData.getData('text/plain');
    const {rows, byName} = rowsOf(pasted, this.names);
    const cells = this.cells(row);
    if (!rows.length || cells.length !== this.names.length || (rows.length === 1 && rows[0].length === 1)) {
      return; // a text for this cell
    }
    event.preventDefault();
    const before = this.now();
    const start = byName ? 0 : cells.indexOf(cell);
    let target = row;
    rows.forEach((texts, index) => {
      target = index === 0 ? row : this.below(target);
      this.fill(this.cells(target).slice(start), texts);
      target.line = undefined;
    });
    this.settle();
    this.go(target, start);
    this.changed();
    this.write();
    this.say(rows.length === 1 ? 'One row pasted.' : `${rows.length} rows pasted.`, before);
  }

  /** The next row to paste into; one that is no row of these columns stays as it is. */
  below(row) {
    const next = row.nextElementSibling;
    return next && this.cells(next).length === this.names.length ? next : this.insert(undefined, next);
  }

  /** What is pasted beyond the last column goes into it: nothing is lost. */
  fill(cells, texts) {
    cells.slice(0, texts.length).forEach((cell, index) => {
      const isLast = index === cells.length - 1;
      if (texts[index] === undefined) {
        return; // a column that the pasted table does not have
      }
      cell.value = isLast ? texts.slice(index).filter(Boolean).join(' | ') : texts[index];
      cell.source = undefined;
      this.judge(cell);
    });
  }

  now() {
    return [...this.body.rows].map(row => this.lineOf(row)).filter(Boolean).join('\n');
  }

  say(sentence, before) {
    this.before = before;
    this.note.textContent = sentence;
    this.back.hidden = before === undefined;
  }

  undo() {
    this.show(this.before);
    this.changed();
    this.write();
    this.go(this.body.rows[0]);
  }

  go(row, column = 0) {
    const cells = row ? this.cells(row) : [];
    (cells[column] || cells[0])?.focus();
  }

  resized() {
    if (this.width !== this.host.clientWidth) {
      this.width = this.host.clientWidth;
      fit(this.body.querySelectorAll('textarea'));
    }
  }
}

/** Makes cells as high as their texts; all are measured before any changes, or the page would be laid out for each. */
function fit(cells) {
  cells.forEach(cell => { cell.style.height = 'auto'; });
  const heights = [...cells].map(cell => cell.scrollHeight);
  cells.forEach((cell, index) => { cell.style.height = heights[index] ? `${heights[index]}px` : 'auto'; });
}

function tableField(field, properties) {
  if (!properties.columns) {
    return () => {};
  }
  const table = new Table(field, properties);
  return () => table.place();
}

const WIDGETS = {table: tableField, date: dayField, number: numberField};

new MutationObserver(changes => {
  if (changes.some(({target}) => !target.closest?.('.baton-table'))) {
    look();
  }
}).observe(document.body, {childList: true, subtree: true});
