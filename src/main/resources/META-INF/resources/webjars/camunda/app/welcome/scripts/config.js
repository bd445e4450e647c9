await import('./sign-in.js').catch(failure => console.error('People sign in by password only now:', failure));

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
