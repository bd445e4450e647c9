/*
 * Keeps what a person types before it is sent, in this browser, per person and task (or process that a form starts).
 * A draft holds the fields that the person changed, each with what it said before: somebody else's newer text is never
 * replaced by it unseen.
 */
import {service} from './angular.js';
import {sentenceAbout, stillOpen} from './closed.js';
import {button, element} from './elements.js';
import {onForm, onSent} from './forms.js';

const NAME = 'baton-draft:';
const PACE = 3_000; // milliseconds between a change and its being kept
const DAYS = 30;
const NUMBER = 50;
const attached = new Set();

const at = (data, path) => path.reduce((part, key) => part?.[key], data) ?? '';
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const timeOf = moment => new Date(moment).toLocaleTimeString([], {hour: '2-digit', minute: '2-digit'});
const dayOf = moment => new Date(moment).toLocaleDateString([], {day: 'numeric', month: 'long'});
const isToday = moment => new Date(moment).toDateString() === new Date().toDateString();
const inWords = moment => isToday(moment) ? timeOf(moment) : `${dayOf(moment)}, ${timeOf(moment)}`;
const said = value => value === '' ? 'nothing' : `“${typeof value === 'object' ? JSON.stringify(value) : value}”`;

/** A copy in which the value at a path is another one. */
function put(data, [key, ...rest], value) {
  return {...data, [key]: rest.length ? put(data?.[key], rest, value) : value};
}

class Draft {
  constructor({form, page, components, of}) {
    this.form = form;
    this.page = page;
    this.id = of.kind === 'task' ? of.id : of.id.split(':')[0]; // of a process in whichever version
    this.place = `${NAME}${service('$rootScope').authentication.name}:${this.id}`;
    this.fields = [...components.values()].filter(({key, type}) => key && type !== 'expression');
    this.stored = structuredClone(form._getState().data);
    this.changes = {};
    this.waiting = {}; // of the draft: what somebody else has changed meanwhile
    this.note = element('span', {className: 'baton-draft', attributes: {role: 'status'}});
    this.back = button('btn btn-link baton-draft-drop', 'Start again from what is stored', () => this.drop());
    this.back.hidden = true;
    this.newer = element('div', {className: 'baton-newer', attributes: {role: 'status'}});
    this.show();
    this.restore();
    form.on('changed', ({data}) => this.changed(data));
  }

  /** Where the buttons are that send the form. */
  show() {
    this.page.before(this.newer);
    const dialog = this.page.closest('.modal-content')?.querySelector('.modal-footer .col-xs-8');
    (dialog || this.page.closest('.form-pane').querySelector('.form-actions')).prepend(this.back, this.note);
  }

  restore() {
    const {saved, changes = {}} = JSON.parse(localStorage.getItem(this.place)) || {};
    let data = this.stored;
    for (const {path} of this.fields) {
      const change = changes[path.join('.')];
      if (!change || same(change.is, at(data, path))) {
        continue;
      }
      if (same(change.was, at(data, path))) {
        data = put(data, path, change.is);
        this.changes[path.join('.')] = change;
      } else {
        this.waiting[path.join('.')] = change;
      }
    }
    if (data !== this.stored) {
      this.fill(data);
    }
    if (this.isEmpty()) {
      localStorage.removeItem(this.place);
    } else {
      this.tell(`Your draft of ${inWords(saved)} is back`);
    }
    this.compare();
  }

  fill(data) {
    const {schema, initialData} = this.form._getState();
    this.form.importSchema(schema, {...initialData, ...data});
  }

  changed(data) {
    const changes = {};
    for (const {path, label} of this.fields) {
      const was = at(this.stored, path);
      const is = at(data, path);
      if (!same(was, is)) {
        changes[path.join('.')] = {was, is, label};
      }
    }
    if (attached.has(this) && !same(changes, this.changes)) {
      this.changes = changes;
      this.timer ??= setTimeout(() => this.keep(), PACE);
    }
  }

  isEmpty() {
    return !Object.keys({...this.waiting, ...this.changes}).length;
  }

  /** Once more the field's text counts as changed by the person; until then it waits beside the newer one. */
  compare() {
    const rows = this.fields.filter(({path}) => this.waiting[path.join('.')]).map(({path, label}) => {
      const name = path.join('.');
      const {is} = this.waiting[name];
      const take = () => {
        delete this.waiting[name];
        this.fill(put(this.form._getState().data, path, is));
        this.compare();
      };
      return element('p', {}, element('strong', {textContent: label}),
        ` was changed by somebody else meanwhile; the field shows the newer text. Your draft says ${said(is)}. `,
        button('btn btn-default btn-xs', 'Use my draft', take));
    });
    this.newer.replaceChildren(...rows);
  }

  keep() {
    if (!this.timer) {
      return;
    }
    clearTimeout(this.timer);
    this.timer = undefined;
    const saved = new Date().toISOString();
    try {
      if (this.isEmpty()) {
        localStorage.removeItem(this.place);
      } else {
        localStorage.setItem(this.place, JSON.stringify({saved, changes: {...this.waiting, ...this.changes}}));
      }
      this.failed = false;
      this.tell(`Draft saved ${timeOf(saved)}`);
    } catch (noRoom) {
      this.failed = true;
      this.timer = setTimeout(() => this.keep(), PACE);
      this.tell('This browser keeps no draft: complete the task, or copy your text, before you leave.');
    }
  }

  tell(sentence) {
    this.note.textContent = this.isEmpty() ? '' : sentence;
    this.back.hidden = this.isEmpty();
  }

  drop() {
    this.waiting = {};
    this.compare();
    this.fill(this.stored);
    this.changed(this.stored);
    this.keep();
  }

  /** Nothing of it is left to keep: it was sent. */
  end() {
    clearTimeout(this.timer);
    this.timer = undefined;
    attached.delete(this);
    localStorage.removeItem(this.place);
  }
}

/** What is still being typed reaches the form when its field is left. */
function keepAll() {
  ['blur', 'focusout'].forEach(type => document.activeElement?.dispatchEvent(new FocusEvent(type, {bubbles: true})));
  attached.forEach(draft => draft.keep());
}

onForm(known => {
  const draft = new Draft(known);
  attached.add(draft);
  showClosed();
  return () => {
    draft.keep();
    attached.delete(draft);
  };
});

onSent(id => [...attached].filter(draft => draft.id === id || draft.id === id.split(':')[0]).forEach(draft => draft.end()));

document.addEventListener('visibilitychange', () => document.hidden && keepAll());
window.addEventListener('pagehide', keepAll);
window.addEventListener('beforeunload', event => {
  keepAll();
  if ([...attached].some(draft => draft.failed)) {
    event.preventDefault();
  }
});

/** Tasklist's own Save keeps one state per task for whoever comes next: the button keeps the draft instead. */
document.addEventListener('click', event => {
  if (event.target.closest?.('.form-actions [ng-click="save($event)"]') && attached.size) {
    event.stopImmediatePropagation();
    keepAll();
  }
}, true);

/** Drops what is old, what is too much, and what Tasklist kept of its own. */
function tidy() {
  const oldest = new Date(Date.now() - DAYS * 86_400_000).toISOString();
  const drafts = Object.keys(localStorage).filter(key => key.startsWith(NAME))
    .map(key => ({key, saved: JSON.parse(localStorage.getItem(key)).saved}))
    .sort((one, other) => other.saved.localeCompare(one.saved));
  drafts.filter(({saved}, index) => saved < oldest || index >= NUMBER).forEach(({key}) => localStorage.removeItem(key));
  Object.keys(localStorage).filter(key => key.startsWith('camunda-form:')).forEach(key => localStorage.removeItem(key));
}

/** Lays before the person what they typed into tasks that are over, or somebody else's by now, until they throw it away. */
async function showClosed() {
  const mine = `${NAME}${service('$rootScope').authentication.name}:`;
  const ids = Object.keys(localStorage).filter(key => key.startsWith(mine)).map(key => key.slice(mine.length))
    .filter(id => /^[0-9a-f]+-[0-9a-f-]+$/.test(id));
  if (asked || !ids.length) {
    return;
  }
  asked = true;
  const open = await stillOpen(ids);
  for (const id of ids.filter(one => open && !open.includes(one))) {
    document.body.append(closed(mine + id, await sentenceAbout(id)));
  }
}

function closed(place, sentence) {
  const texts = Object.entries(JSON.parse(localStorage.getItem(place)).changes).flatMap(([path, {is, label = path}]) =>
    [element('dt', {textContent: label}), element('dd', {textContent: typeof is === 'object' ? JSON.stringify(is) : is})]);
  const note = element('div', {className: 'baton-closed baton-closed-draft', attributes: {role: 'status'}},
    element('strong', {textContent: sentence}), element('p', {textContent: 'You had typed, and not sent:'}),
    element('dl', {}, ...texts),
    button('btn btn-default btn-xs', 'Throw it away', () => {
      localStorage.removeItem(place);
      note.remove();
    }));
  return note;
}

let asked = false;
tidy();
