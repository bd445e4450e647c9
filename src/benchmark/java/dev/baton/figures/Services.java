package dev.baton.figures;

import java.io.IOException;
import java.util.List;

/** Starts each side with what it needs and nothing else. */
final class Services {

    private Services() {}

    static Service baton(Settings settings, String database) throws IOException {
        return Service.start(
                "baton",
                settings.baton(),
                settings.out(),
                database,
                List.of("--baton.admin.id=" + Staff.ADMIN, "--baton.admin.password=" + Client.PASSWORD));
    }

    static Service plain(Settings settings, String database) throws IOException {
        return Service.start(
                "plain",
                settings.plain(),
                settings.out(),
                database,
                List.of(
                        "--plain.login=true",
                        "--camunda.bpm.admin-user.id=" + Staff.ADMIN,
                        "--camunda.bpm.admin-user.password=" + Client.PASSWORD));
    }

    static Service open(Settings settings, String database) throws IOException {
        return Service.start("open", settings.plain(), settings.out(), database, List.of());
    }
}
