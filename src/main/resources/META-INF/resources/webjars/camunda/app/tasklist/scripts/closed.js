/*
 * Tells whoever looks at a task that is over by now, or somebody else's, what became of it. What they typed stays where it is, to be
 * copied.
 */
import {service} from './angular.js';
import {element} from './elements.js';
import {onForm} from './forms.js';

const REFUSED = 400;
const PACE = 15_000; // milliseconds between two looks
const watched = new Map(); // the page of a form -> its task

const uri = path => service('Uri').appUri(`engine://engine/:engine/${path}`);

/** What became of a task that the person no longer sees, in a sentence: the one with which an answer to it would be refused. */
export async function sentenceAbout(task) {
  const answer = await fetch(uri(`task/${task}/form-variables?variableNames=none`));
  return answer.status === REFUSED
    ? (await answer.json()).message
    : 'This task is not yours any more: somebody else holds it by now.';
}

/** Which of these tasks the person still sees; nothing where nobody could say. */
export async function stillOpen(tasks) {
  const answer = await fetch(uri(`task?taskIdIn=${tasks}&maxResults=${tasks.length}`));
  return answer.ok ? (await answer.json()).map(({id}) => id) : undefined;
}

async function look() {
  if (document.hidden) {
    return;
  }
  for (const [page, task] of watched) {
    const open = await stillOpen([task]).catch(() => undefined);
    if (open && !open.includes(task) && watched.delete(page)) {
      tell(page, await sentenceAbout(task));
    }
  }
}

function tell(page, sentence) {
  const note = element('div', {className: 'baton-closed', attributes: {role: 'alert'}},
    element('strong', {textContent: sentence}),
    element('p', {textContent: 'It cannot be completed. What you typed stays here until you leave: copy what you still need.'}));
  page.before(note);
  note.scrollIntoView({block: 'center'});
}

onForm(({page, of}) => {
  if (of.kind === 'task') {
    watched.set(page, of.id);
    return () => watched.delete(page);
  }
});

setInterval(look, PACE);
['visibilitychange', 'focus'].forEach(type => window.addEventListener(type, look));
