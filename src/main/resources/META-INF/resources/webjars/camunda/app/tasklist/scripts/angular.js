/* What Tasklist, which is built with AngularJS, offers its own parts; it is there once the page is. */

export const service = name => window.angular.element(document.body).injector().get(name);

export const scopeOf = element => window.angular.element(element).scope();
