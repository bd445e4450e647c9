-- The plan of a handoff as it was computed last, which stages are done and when. It is computed again, never added to.
create table baton_plan (
  handoff  varchar(255) not null,
  document text not null,
  constraint baton_plan_pk primary key (handoff),
  constraint baton_plan_of_handoff foreign key (handoff) references baton_handoff (id)
);
