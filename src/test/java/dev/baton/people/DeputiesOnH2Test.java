package dev.baton.people;

import dev.baton.tables.Tables;
import javax.sql.DataSource;

class DeputiesOnH2Test extends DeputiesTest {

    private static final DataSource DATABASE = Tables.onH2();

    @Override
    DataSource database() {
        return DATABASE;
    }
}
