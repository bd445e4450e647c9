/* Elements of the page. */

export function element(tag, {attributes = {}, ...properties} = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children);
  return made;
}

export const button = (className, textContent, onclick, attributes = {}) =>
  element('button', {type: 'button', className, textContent, onclick, attributes});
