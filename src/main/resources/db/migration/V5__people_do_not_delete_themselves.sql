-- People read (2) and change (4) their own account; the engine had granted everything (2147483647) to each on themselves.
update ACT_RU_AUTHORIZATION
set PERMS_ = 6, REV_ = REV_ + 1
where TYPE_ = 1 and RESOURCE_TYPE_ = 1 and USER_ID_ = RESOURCE_ID_ and PERMS_ = 2147483647;
