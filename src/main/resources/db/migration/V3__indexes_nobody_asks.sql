-- Each event and each change of status kept these up to date, and no statement looks anything up by them.
drop index baton_handoff_instance;
drop index baton_journal_kind;
drop index baton_deputy_deputy;
