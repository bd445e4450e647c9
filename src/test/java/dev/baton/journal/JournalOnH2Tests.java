package dev.baton.journal;

import dev.baton.tables.Tables;
import javax.sql.DataSource;

class JournalOnH2Tests extends JournalTests {

    private static final DataSource DATABASE = Tables.onH2();

    @Override
    DataSource database() {
        return DATABASE;
    }
}
