package dev.baton.packages;

import dev.baton.tables.Tables;
import javax.sql.DataSource;

class ContextStoreOnH2Tests extends ContextStoreTests {

    private static final DataSource DATABASE = Tables.onH2();

    @Override
    DataSource database() {
        return DATABASE;
    }
}
