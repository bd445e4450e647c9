package dev.baton.people;

import dev.baton.tables.Tables;
import javax.sql.DataSource;

class DeputiesOnH2Tests extends DeputiesTests {

    private static final DataSource DATABASE = Tables.onH2();

    @Override
    DataSource database() {
        return DATABASE;
    }
}
