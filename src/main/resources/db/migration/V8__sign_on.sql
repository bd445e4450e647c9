-- Who of a provider has which account. It outlives the account: nobody else gets into the name.
create table baton_sign_on (
  issuer varchar(255) not null,
  subject varchar(255) not null,
  person varchar(64) not null unique,
  account_deleted boolean not null,
  primary key (issuer, subject)
);
