-- What scripts sign in with. The secret itself is kept nowhere, only its SHA-256.
create table baton_token (
  id varchar(36) not null primary key,
  digest varchar(64) not null unique,
  name varchar(100) not null,
  person varchar(255) not null,
  roles text not null,
  created_by varchar(255) not null,
  created timestamp with time zone not null,
  expires timestamp with time zone not null,
  last_used timestamp with time zone
);
create index baton_token_person on baton_token (person);
