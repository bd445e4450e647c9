-- What Baton itself writes. Plain SQL: the same file runs on H2 and on PostgreSQL.

-- One summary row per handoff: what a list, a page and a KPI read. The id is the business key.
create table baton_handoff (
  id                         varchar(255) not null,
  model                      varchar(255) not null,
  model_version              integer not null,
  campaign                   varchar(4000) not null,
  complexity                 varchar(20),
  execution_party            varchar(20),
  launch_date                date,
  status                     varchar(40) not null,
  outcome                    varchar(255),
  completeness_percent       integer not null,
  started_at                 timestamp with time zone not null,
  started_by                 varchar(255) not null,
  status_since               timestamp with time zone not null,
  last_event_at              timestamp with time zone not null,
  ended_at                   timestamp with time zone,
  process_instance_id        varchar(64) not null,
  team                       text not null,
  clarifications             integer not null,
  clarification_wait_seconds bigint not null,
  sent_back                  integer not null,
  constraint baton_handoff_pk primary key (id)
);
create index baton_handoff_started on baton_handoff (started_at);
create index baton_handoff_status on baton_handoff (status, status_since);
create index baton_handoff_model on baton_handoff (model, started_at);
create index baton_handoff_launch on baton_handoff (launch_date);
create index baton_handoff_instance on baton_handoff (process_instance_id);

-- What happened, in order. Rows are only ever added.
create table baton_journal (
  sequence bigint generated always as identity,
  handoff  varchar(255) not null,
  at       timestamp with time zone not null,
  kind     varchar(40) not null,
  node     varchar(255),
  who      varchar(255),
  detail   text not null,
  constraint baton_journal_pk primary key (sequence),
  constraint baton_journal_of_handoff foreign key (handoff) references baton_handoff (id)
);
create index baton_journal_handoff on baton_journal (handoff, sequence);
create index baton_journal_kind on baton_journal (kind, at);

-- The truth about a handoff's packages: every version, never overwritten.
-- The primary key decides between two writers of the same version.
create table baton_context (
  handoff  varchar(255) not null,
  name     varchar(100) not null,
  version  integer not null,
  document text not null,
  author   varchar(255) not null,
  at       timestamp with time zone not null,
  via      varchar(255) not null,
  constraint baton_context_pk primary key (handoff, name, version)
);

-- Who stands in for whom; both days count. A person has one deputy at a time.
create table baton_deputy (
  person   varchar(255) not null,
  from_day date not null,
  to_day   date not null,
  deputy   varchar(255) not null,
  constraint baton_deputy_pk primary key (person, from_day)
);
create index baton_deputy_deputy on baton_deputy (deputy);

-- Which reminders of a task went out: the primary key lets only one node send each.
create table baton_reminder (
  task_id varchar(64) not null,
  number  integer not null,
  at      timestamp with time zone not null,
  constraint baton_reminder_pk primary key (task_id, number)
);
