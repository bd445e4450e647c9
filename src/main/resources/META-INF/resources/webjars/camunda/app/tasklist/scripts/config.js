// Not one of the customScripts: Tasklist would not open at all where such a script cannot be loaded.
await import('./widgets.js').catch(failure => console.error('Lists and days are plain text fields now:', failure));
await import('./drafts.js').catch(failure => console.error('Drafts are kept by Save only now:', failure));
await import('./documents.js').catch(failure => console.error('Long forms are shown as a whole only now:', failure));
await import('./closed.js').catch(failure => console.error('Tasks that are over are noticed on Complete only now:', failure));
await import('./controls.js').catch(failure => console.error('Controls that are not allowed are shown now:', failure));
await import('./answers.js').catch(failure => console.error('Agreed answers are copied by hand now:', failure));
await import('../../welcome/scripts/sign-in.js').catch(failure => console.error('People sign in by password only now:', failure));

export default {
  app: {
    name: 'Tasklist',
    vendor: 'Baton'
  },
  disableWelcomeMessage: true,
  assignProcessInstanceIdToTaskComment: true,

  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'claims the task you look at'},
    focusFilter: {key: 'ctrl+shift+f', description: 'goes to the first list of tasks'},
    focusList: {key: 'ctrl+alt+l', description: 'goes to the first task of the list'},
    focusForm: {key: 'ctrl+alt+f', description: 'goes to the first question of the form'},
    startProcess: {key: 'ctrl+alt+p', description: 'starts a handoff'}
  }
};
