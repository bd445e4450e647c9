// By whom people may sign in; Baton answers in its place where a provider is configured.
export default null;
