-- The order in which events of all handoffs are read: numbers that only committed events get, one after the other.
alter table baton_journal add column feed_position bigint;
update baton_journal set feed_position = sequence;
create index baton_journal_feed on baton_journal (feed_position);

-- One row: the last number given. Whoever gives numbers holds it.
create table baton_feed (
  last_position bigint not null
);
insert into baton_feed (last_position) select coalesce(max(sequence), 0) from baton_journal;
