/*
 * What was agreed about a field, or answered to a question about it, stands below the field: a click puts it there.
 */
import {button} from './elements.js';
import {answer} from './widgets.js';

const FIELD = /^baton-answer-for-(.+)$/;

function fieldOf(words) {
  const [id] = [...words.classList].map(name => FIELD.exec(name)?.[1]).filter(Boolean);
  return words.closest('.fjs-form').querySelector(`[id$="-${CSS.escape(id)}"]`);
}

function put({target}) {
  const words = target.previousElementSibling;
  const field = fieldOf(words);
  answer(field, [field.value.trim(), words.textContent].filter(Boolean).join('\n'));
  look();
}

function look() {
  for (const words of document.querySelectorAll('.fjs-form .baton-answer')) {
    if (!words.nextElementSibling) {
      words.after(button('baton-put', 'Put it into the field', put));
    }
    const field = fieldOf(words);
    words.nextElementSibling.hidden = !field || field.disabled || field.value.includes(words.textContent);
  }
}

new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
