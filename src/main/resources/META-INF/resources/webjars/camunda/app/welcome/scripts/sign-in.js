// The login page's other way in: the button beside the password, what the last try came to nothing of, and signing out there.
import provider from './provider.js';

const atLogin = () => location.hash.startsWith('#/login');
let asked = atLogin() ? '' : location.hash;

function add() {
  const form = document.querySelector('form[name="signinForm"]');
  if (!form || document.querySelector('.baton-sign-in')) {
    return;
  }
  const choice = document.createElement('div');
  choice.className = 'baton-sign-in';
  if (provider.refusal) {
    const reason = document.createElement('div');
    reason.className = 'alert alert-danger';
    reason.setAttribute('role', 'alert');
    reason.textContent = provider.refusal;
    choice.append(reason);
  }
  const link = document.createElement('a');
  link.className = 'btn btn-lg btn-default';
  link.textContent = 'Sign in with ' + provider.name;
  link.href = provider.address;
  link.addEventListener('click', () => {
    link.href = provider.address + '?to=' + encodeURIComponent(location.pathname + location.search + asked);
  });
  choice.append(link);
  form.before(choice);
}

function signOutThere() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (/\/auth\/user\/[^/]+\/logout$/.test(address)) {
      this.addEventListener('load', () => {
        const page = this.status === 200 && this.getResponseHeader('Baton-Sign-Out');
        if (page) {
          location.assign(page);
        }
      });
    }
    return open.call(this, method, address, ...rest);
  };
}

if (provider) {
  addEventListener('hashchange', () => {
    asked = atLogin() ? asked : location.hash;
  });
  new MutationObserver(add).observe(document.documentElement, {childList: true, subtree: true});
  add();
  signOutThere();
}
