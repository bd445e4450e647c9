await import('../../welcome/scripts/sign-in.js').catch(failure => console.error('People sign in by password only now:', failure));

export default {
  app: {
    name: 'Cockpit',
    vendor: 'Baton'
  },
  disableWelcomeMessage: true,
  previewHtml: false
};
