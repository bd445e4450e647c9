package dev.baton.people;

import dev.baton.tables.Tables;
import javax.sql.DataSource;

class DeputiesOnPostgresTests extends DeputiesTests {

    private static final DataSource DATABASE = Tables.onPostgres();

    @Override
    DataSource database() {
        return DATABASE;
    }
}
