export default {
  app: {
    name: 'Admin',
    vendor: 'Baton'
  },
  disableWelcomeMessage: true
};
