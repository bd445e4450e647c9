export default {
  app: {
    name: 'Cockpit',
    vendor: 'Baton'
  },
  disableWelcomeMessage: true,
  previewHtml: false
};
