package dev.baton.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.ServiceTest;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

@ServiceTest
class CspNonceFilterTests {

    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");

    @Autowired
    private TestRestTemplate http;

    @Test
    void aPagesScriptsRunAlsoWhenManyOpenPagesAtOnce() {
        IntStream.range(0, 400).parallel().forEach(one -> {
            var page = http.getForEntity("/camunda/app/tasklist/default/", String.class);
            assertThat(nonce(IN_PAGE, page.getBody()))
                    .isEqualTo(nonce(IN_HEADER, page.getHeaders().getFirst("Content-Security-Policy")));
        });
    }

    private static String nonce(Pattern where, String text) {
        var found = where.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
