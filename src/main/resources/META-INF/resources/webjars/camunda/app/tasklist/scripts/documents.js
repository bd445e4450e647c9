/*
 * Long forms show one document at a time, with how much is still open in each; what a gate missed stands at its field until that is
 * filled; whoever sends a form with a required answer missing is led to the first one, and what the service refuses stands at its field
 * until that is changed. All fields stay in the form.
 */
import {button, element} from './elements.js';
import {onForm, onRefused} from './forms.js';

const at = (data, path) => path.reduce((part, key) => part?.[key], data) ?? '';
const isEmpty = value => value === '' || value === false || (Array.isArray(value) && !value.length);
const camelCase = field => field.replace(/-([a-z])/g, (dash, letter) => letter.toUpperCase());
/** Below its label a message need not begin with it. */
const withoutLabel = (message, label) => message.startsWith(`${label}: `)
  ? message.charAt(label.length + 2).toUpperCase() + message.slice(label.length + 3) : message;
const counted = (number, one, more) => `${number} ${number === 1 ? one : more}`;

class Documents {
  constructor({form, page, components}) {
    this.form = form;
    this.page = page;
    this.components = [...components.values()];
    this.stored = structuredClone(form._getState().data);
    this.refused = new Map();
    this.gaps = this.placed(form._getState().initialData.contextGaps || []);
    const {packageVersions = {}} = form._getState().initialData;
    this.documents = form._getState().schema.components
      .filter(({type, path}) => type === 'group' && path in packageVersions)
      .map(group => ({group, fields: this.fieldsIn(group)}))
      .filter(({fields}) => fields.length);
    this.alert = element('div', {className: 'baton-alert', attributes: {role: 'alert'}});
    this.nav = element('nav', {className: 'baton-documents', attributes: {'aria-label': 'Documents of this form'}});
    this.tabs = this.documents.map((document, index) => button('', '', () => this.show(index)));
    this.all = button('', 'All at once', () => this.show(-1));
    if (this.documents.length > 1) {
      this.nav.append(...this.tabs, this.all);
      page.before(this.nav);
      this.show(Math.max(0, this.documents.findIndex(({fields}) => fields.some(field => this.isOpen(field, this.stored)))));
    }
    this.place();
    this.judge(this.stored);
    form.on('changed', ({data, errors}) => this.changed(data, errors));
  }

  fieldsIn(group) {
    const below = parts => parts.flatMap(part => [part.id, ...below(part.components || [])]);
    const ids = below(group.components);
    return this.components.filter(({id, key, type}) => key && type !== 'expression' && ids.includes(id));
  }

  /** A gap knows its package and the field in it. */
  placed(gaps) {
    const found = new Map();
    for (const {packageName, field, message, risk} of gaps) {
      const component = this.components.find(({path, key}) => key && path.join('.') === `${packageName}.${field}`);
      if (component) {
        const note = element('div', {className: 'baton-gap'}, withoutLabel(message, component.label),
          ...(risk ? [element('em', {textContent: ` At risk: ${risk}`})] : []));
        found.set(component.id, [...(found.get(component.id) || []), note]);
      }
    }
    return found;
  }

  /** Until it is filled; where a gate has looked, only what it missed, and until it says something else. */
  isOpen({id, path}, data) {
    const value = at(data, path);
    if (this.gaps.size) {
      return this.gaps.has(id) && (isEmpty(value) || JSON.stringify(value) === JSON.stringify(at(this.stored, path)));
    }
    return isEmpty(value);
  }

  blockOf({group}) {
    return this.page.querySelector(`[aria-labelledby$="-${group.id}"]`);
  }

  elementOf(id) {
    return this.page.querySelector(`[id$="-${id}"], [id$="-${id}-0"], [id$="-${id}-search"]`);
  }

  /** The page is drawn afresh now and then; the notes go where their fields are. */
  place() {
    [...this.gaps, ...[...this.refused].map(([id, {note}]) => [id, [note]])].forEach(([id, notes]) => {
      const field = this.elementOf(id)?.closest('.fjs-form-field');
      if (field && notes.some(note => note.parentElement !== field)) {
        field.querySelector('label').after(...notes);
      }
    });
    if (this.shown !== undefined) {
      this.documents.forEach(({group}, index) => {
        this.blockOf({group})?.toggleAttribute('data-baton-away', this.shown >= 0 && this.shown !== index);
      });
    }
  }

  judge(data) {
    this.documents.forEach(({group, fields}, index) => {
      const open = fields.filter(field => this.elementOf(field.id) && this.isOpen(field, data)).length;
      this.tabs[index].textContent = `${group.label} · ${open ? `${open} open` : 'complete'}`;
      this.tabs[index].classList.toggle('baton-complete', !open);
    });
    this.gaps.forEach((notes, id) => {
      const field = this.components.find(component => component.id === id);
      notes.forEach(note => { note.hidden = !this.isOpen(field, data); });
    });
  }

  show(index) {
    const isFirst = this.shown === undefined;
    this.shown = index;
    [...this.tabs, this.all].forEach((tab, place) =>
      tab.setAttribute('aria-pressed', String(place === (index < 0 ? this.tabs.length : index))));
    this.place();
    if (!isFirst && index >= 0) {
      this.blockOf(this.documents[index])?.scrollIntoView();
    }
  }

  changed(data, errors) {
    this.judge(data);
    this.refused.forEach(({note, path, value}, id) => {
      if (JSON.stringify(at(data, path)) !== value) {
        note.remove();
        this.refused.delete(id);
      }
    });
    if (!Object.keys(errors || {}).length) {
      this.alert.remove();
    }
  }

  /** Whether it can be sent; if not, the first field that stands in the way is shown and named. */
  check() {
    document.activeElement?.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
    const errors = this.form.validate();
    const wrong = this.components.filter(({id}) => errors[id]?.length);
    if (!wrong.length) {
      return true;
    }
    const [{id, label}] = wrong;
    const others = wrong.length - 1;
    const [fault] = errors[id];
    this.alert.textContent = (fault === 'Field is required.' ? `“${label}” needs an answer.` : `“${label}”: ${fault}`)
      + (others ? ` ${counted(others, 'other field needs', 'other fields need')} one too.` : '');
    (this.page.closest('.modal-content')?.querySelector('.modal-footer')
      || this.page.closest('.form-pane').querySelector('.form-actions')).prepend(this.alert);
    this.leadTo(id);
    return false;
  }

  leadTo(id) {
    const home = this.documents.findIndex(({fields}) => fields.some(field => field.id === id));
    if (home >= 0 && this.shown >= 0) {
      this.show(home);
    }
    this.elementOf(id)?.focus();
    this.elementOf(id)?.scrollIntoView({block: 'center'});
  }

  /** What the service did not take stands at its field until that says something else. */
  refuse(fields) {
    this.refused.forEach(({note}) => note.remove());
    this.refused.clear();
    const {data} = this.form._getState();
    for (const {field, message} of fields) {
      const {id, path} = this.components.find(({path, key}) => key && path.join('.') === camelCase(field)) || {};
      if (id) {
        const note = element('div', {className: 'baton-gap baton-refused', attributes: {role: 'alert'}}, message);
        this.refused.set(id, {note, path, value: JSON.stringify(at(data, path))});
      }
    }
    this.place();
    const [first] = this.refused.keys();
    if (first) {
      this.leadTo(first);
    }
  }
}

const shown = new Map(); // form-js's element -> what is shown of it

onForm(known => {
  const documents = new Documents(known);
  shown.set(known.page, documents);
  known.page.addEventListener('submit', event => stopUnless(documents.check(), event), true); // Enter in a field
  return () => shown.delete(known.page);
});

onRefused(fields => shown.forEach(documents => documents.refuse(fields)));

function stopUnless(canBeSent, event) {
  if (!canBeSent) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

document.addEventListener('click', event => {
  const send = event.target.closest?.('[ng-click="complete()"], [ng-click="startProcessInstance()"]');
  const pane = send?.closest('.modal-content, .form-pane');
  const page = pane?.querySelector('.fjs-container');
  if (shown.has(page)) {
    stopUnless(shown.get(page).check(), event);
  }
}, true);

new MutationObserver(() => shown.forEach(documents => documents.place()))
  .observe(document.body, {childList: true, subtree: true});
