/*
 * The forms on the page. Tasklist keeps the form that it draws to itself; form-js, which draws it with Preact, hands it
 * down to all that it draws, and there it is found. What a form is of, a task or a process that it starts, says the
 * address that it is loaded from; so it is noted in the form as that arrives.
 */

const LOADED = /\/(?:task\/([^/]+)\/deployed-form|process-definition\/([^/]+)\/deployed-start-form)(?:\?|$)/;
const SENT = /\/(?:task|process-definition)\/([^/]+)\/submit-form(?:\?|$)/;
const drawn = new Map(); // form-js's element -> what is known of its form
const drawing = [];
const sending = [];
const refusing = [];

/** Calls back with each form that Tasklist draws; what it gives back is called when the form goes away. */
export const onForm = listener => drawing.push(listener);

/** Calls back with the id of a task or of a process that was completed, or started, by a form. */
export const onSent = listener => sending.push(listener);

/** Calls back with the fields of a form that was refused, each with what is wrong. */
export const onRefused = listener => refusing.push(listener);

/** The form that an element of the page is in, with all its components by their ids. */
export const formAround = element => drawn.get(element.closest('.fjs-container'));

const load = window.fetch;
window.fetch = async (...asked) => {
  const loaded = await load(...asked);
  const [isForm, task, process] = LOADED.exec(loaded.url) || [];
  if (!loaded.ok || !isForm) {
    return loaded;
  }
  const of = {kind: task ? 'task' : 'process', id: decodeURIComponent(task || process)};
  return new Response(JSON.stringify({...await loaded.json(), of}));
};

const send = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function (...body) {
  this.addEventListener('load', () => {
    const [isForm, id] = SENT.exec(this.responseURL) || [];
    if (isForm && this.status < 300) {
      sending.forEach(listener => listener(decodeURIComponent(id)));
    } else if (isForm && this.status === 400) {
      refusing.forEach(listener => listener(JSON.parse(this.responseText).fields || []));
    }
  });
  return send.apply(this, body);
};

/** What Preact drew into an element is a tree of nodes, their children under __k. */
function serviceIn(node) {
  if (Array.isArray(node)) {
    return node.reduce((found, child) => found || serviceIn(child), undefined);
  }
  return node && (node.props?.value?.getService || serviceIn(node.__k));
}

function know(page) {
  const form = serviceIn(page.__k)?.('form');
  if (!form?._getState().schema?.of) {
    return; // not all there yet, or of a Tasklist that nobody has tried
  }
  form.get('config').debounce = false; // Drawn again while it waits to hear of a text, form-js would lose that text.
  form._setState({});
  const {schema} = form._getState();
  const components = new Map();
  const collect = (parts, path) => parts.forEach(part => {
    const at = part.path ? [...path, ...part.path.split('.')] : path;
    components.set(part.id, {...part, path: part.key ? [...at, ...part.key.split('.')] : at});
    collect(part.components || [], at);
  });
  collect(schema.components, []);
  const known = {page, form, components, of: schema.of};
  drawn.set(page, known);
  known.leave = drawing.map(listener => listener(known)).filter(Boolean);
}

function look() {
  for (const [page, {leave}] of drawn) {
    if (!page.isConnected) {
      drawn.delete(page);
      leave.forEach(left => left());
    }
  }
  for (const page of document.querySelectorAll('.fjs-container')) {
    if (!drawn.has(page)) {
      know(page);
    }
  }
}

new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
