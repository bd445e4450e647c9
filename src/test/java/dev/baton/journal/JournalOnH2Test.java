package dev.baton.journal;

import dev.baton.tables.Tables;
import javax.sql.DataSource;

class JournalOnH2Test extends JournalTest {

    private static final DataSource DATABASE = Tables.onH2();

    @Override
    DataSource database() {
        return DATABASE;
    }
}
