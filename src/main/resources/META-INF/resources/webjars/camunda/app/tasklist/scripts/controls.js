/*
 * Shows what the person may use and no more: what changes a task's dates and holders only to those whom the engine lets assign,
 * giving back only to those whom the task is offered to, the link to Cockpit only to those who may open Cockpit. And tells
 * more of what is there: how many tasks each list holds, what each process is for.
 */
import {scopeOf, service} from './angular.js';
import {element} from './elements.js';
import {onForm, onSent} from './forms.js';

const PACE = 60_000; // milliseconds between two counts
const isSignedIn = () => Boolean(document.querySelector('.task-filters'));

async function ask(path) {
  const answer = await fetch(service('Uri').appUri(`engine://engine/:engine/${path}`));
  return answer.ok ? answer.json() : {};
}

/* Controls */

const isAllowed = async (permission, type, id) => (await ask(
  `authorization/check?permissionName=${permission}&resourceName=any&resourceType=${type}&resourceId=${id}`)).authorized;

const TASK = 7;
const PROCESS = 6;

async function allow(card, task) {
  const {name, authorizedApps = []} = service('$rootScope').authentication;
  card.classList.remove('baton-assigns', 'baton-gives-back', 'baton-cockpit');
  card.classList.toggle('baton-cockpit', authorizedApps.includes('cockpit'));
  const process = scopeOf(card).task._embedded.processDefinition[0].key;
  const [byTask, byProcess, offered] = await Promise.all([
    isAllowed('TASK_ASSIGN', TASK, task),
    isAllowed('TASK_ASSIGN', PROCESS, process),
    ask(`task?taskIdIn=${task}&candidateUser=${encodeURIComponent(name)}&includeAssignedTasks=true&maxResults=1`)
  ]);
  card.classList.toggle('baton-assigns', Boolean(byTask || byProcess));
  card.classList.toggle('baton-gives-back', offered.length === 1 || Boolean(byTask || byProcess));
}

onForm(({page, of}) => {
  const card = page.closest('.task-card');
  if (card && of.kind === 'task') {
    allow(card, of.id);
  }
});

/* Lists and processes */

function count() {
  if (!isSignedIn() || document.hidden) {
    return;
  }
  for (const item of document.querySelectorAll('.task-filter')) {
    ask(`filter/${scopeOf(item).filter.id}/count`)
      .then(({count: number = ''}) => item.querySelector('.name a').setAttribute('data-count', number));
  }
}

function describe() {
  for (const entry of document.querySelectorAll('.available-processes li:not(.baton-described)')) {
    entry.classList.add('baton-described');
    const [sentence = ''] = /^.*?[.!?](?=\s|$)/s.exec(scopeOf(entry).processDefinition.description) || [];
    entry.append(element('p', {textContent: sentence}));
  }
}

let lists = 0;
new MutationObserver(() => {
  describe();
  const now = document.querySelectorAll('.task-filter').length;
  if (now !== lists) {
    lists = now;
    count();
  }
}).observe(document.body, {childList: true, subtree: true});

onSent(() => setTimeout(count, 1_000)); // the next tasks are there by then
setInterval(count, PACE);
