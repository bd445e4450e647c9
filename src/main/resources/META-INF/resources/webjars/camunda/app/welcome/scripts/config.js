export default {
  app: {
    name: 'Welcome',
    vendor: 'Baton'
  },
  disableWelcomeMessage: true,
  links: [
    {
      label: 'REST for integrators',
      href: '../../../../swagger-ui/index.html',
      description: 'What other systems may ask Baton'
    }
  ]
};
