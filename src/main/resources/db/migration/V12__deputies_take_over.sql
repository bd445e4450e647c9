-- Whether the open tasks of the person have gone to the deputy, and come back: each happens once, whoever does it.
alter table baton_deputy add column begun boolean default false not null;
alter table baton_deputy add column over boolean default false not null;

-- One row. Whoever names a deputy holds it: two at the same moment could close a circle that neither of them sees.
create table baton_deputy_lock (
  changes bigint not null
);
insert into baton_deputy_lock (changes) values (0);
