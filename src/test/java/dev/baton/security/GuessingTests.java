package dev.baton.security;

import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.harness.SecondService;
import dev.baton.harness.ServiceTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy that appends the caller's address: each person of these tests calls from somewhere else. */
@ServiceTest
@TestPropertySource(properties = "server.forward-headers-strategy=native")
@ExtendWith(SecondService.class)
class GuessingTests {

    private static final AtomicInteger OFFICES = new AtomicInteger();
    private static final int GUESSERS = 5;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    IdentityService identity;

    private final String office = "198.51.100." + OFFICES.incrementAndGet();
    private final String elsewhere = "203.0.113." + OFFICES.incrementAndGet();
    private String maria = "";
    private String tom = "";

    @BeforeEach
    void hire() {
        maria = people.hire("m" + UUID.randomUUID().toString().substring(0, 8), "strategist");
        tom = people.hire("t" + UUID.randomUUID().toString().substring(0, 8), "strategist");
    }

    @Test
    void aColleagueAtTheSameAddressComesInWhileSomebodyGuesses() throws Exception {
        whileGuessing(guess -> basic(tom, "guess" + guess, office), () -> {
            assertThat(basic(maria, PASSWORD, office).statusCode()).isEqualTo(200);
            return true;
        });
    }

    @Test
    void thePersonWhoIsGuessedAtComesInFromElsewhere() throws Exception {
        whileGuessing(guess -> basic(maria, "guess" + guess, elsewhere), () -> {
            assertThat(basic(maria, PASSWORD, office).statusCode()).isEqualTo(200);
            return true;
        });
    }

    @Test
    void thePersonWhoIsGuessedAtComesInFromTheGuessersOwnAddressWithinTenSeconds() throws Exception {
        whileGuessing(guess -> basic(maria, "guess" + guess, office), () -> {
            var begin = System.nanoTime();
            assertThat(basic(maria, PASSWORD, office).statusCode()).isEqualTo(200);
            assertThat(since(begin)).isLessThan(Duration.ofSeconds(11));
            return true;
        });
    }

    @Test
    void whoCameInFromThereBeforeIsNotHeldUpAtAll() throws Exception {
        assertThat(basic(maria, PASSWORD, office).statusCode()).isEqualTo(200);
        whileGuessing(guess -> basic(maria, "guess" + guess, office), () -> {
            var begin = System.nanoTime();
            assertThat(basic(maria, PASSWORD, office).statusCode()).isEqualTo(200);
            assertThat(login(maria, PASSWORD, office).statusCode()).isEqualTo(200);
            assertThat(since(begin)).isLessThan(Duration.ofSeconds(2));
            return true;
        });
    }

    @Test
    void aForgottenScriptWithTheOldPasswordHoldsUpNobody() {
        var begin = System.nanoTime();
        for (var call = 0; call < 30; call++) {
            assertThat(basic(maria, "the-old-one", office).statusCode()).isEqualTo(401);
        }
        assertThat(basic(maria, PASSWORD, office).statusCode()).isEqualTo(200);
        assertThat(since(begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aPasswordThatWasWrongIsRightOnceItIsThePersons() {
        var next = PASSWORD + "-2";
        assertThat(basic(maria, next, office).statusCode()).isEqualTo(401);
        var user = identity.createUserQuery().userId(maria).singleResult();
        user.setPassword(next);
        identity.saveUser(user);
        assertThat(basic(maria, next, office).statusCode()).isEqualTo(200);
        assertThat(basic(maria, PASSWORD, office).statusCode()).isEqualTo(401);
    }

    @Test
    void guessesAreHeldToOneASecondAtEveryDoor() throws Exception {
        var own = Visitor.signedIn(port, maria, PASSWORD);
        basic(maria, PASSWORD, elsewhere);
        var begin = System.nanoTime();
        var heard = new ArrayList<Integer>();
        for (var guess = 0; guess < 3; guess++) {
            heard.add(basic(tom, "basic" + guess, office).statusCode());
            heard.add(login(tom, "form" + guess, office).statusCode());
        }
        assertThat(heard).containsOnly(401);
        assertThat(since(begin)).isGreaterThan(Duration.ofSeconds(1));

        begin = System.nanoTime();
        for (var guess = 0; guess < 6; guess++) {
            var change = own.with("X-Forwarded-For", elsewhere)
                    .put(
                            Visitor.SESSION_API + "/user/" + maria + "/credentials",
                            "{\"password\":\"%s-2\",\"authenticatedUserPassword\":\"guess%d\"}"
                                    .formatted(PASSWORD, guess));
            assertThat(change.statusCode()).isEqualTo(400);
        }
        assertThat(since(begin)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void whatTheCallerWritesInFrontOfTheProxysAddressDecidesNothing() {
        for (var guess = 0; guess < 5; guess++) {
            basic(maria, "guess" + guess, "192.0.2." + guess + ", 10.1.1." + office.split("[.]", -1)[3]);
        }
        var begin = System.nanoTime();
        basic(maria, "guess6", "192.0.2.77, 10.1.1." + office.split("[.]", -1)[3]);
        assertThat(since(begin)).isGreaterThan(Duration.ofMillis(500));
    }

    @Test
    void theLoginPageTakesOneNameOnly() {
        var twice = Visitor.stranger(port)
                .post("/camunda/api/admin/auth/user/default/login/tasklist?username=a&password=b", "");
        assertThat(twice.statusCode()).isIn(400, 403);
        assertThat(twice.body()).contains("one username");
    }

    /** Does something after some seconds of guessing, which goes on meanwhile. */
    private void whileGuessing(IntFunction<HttpResponse<String>> guess, Callable<Boolean> honest) throws Exception {
        var goesOn = new AtomicBoolean(true);
        var guesses = new AtomicInteger();
        var answered = new AtomicInteger();
        var guessers = Executors.newFixedThreadPool(GUESSERS);
        try {
            for (var guesser = 0; guesser < GUESSERS; guesser++) {
                var unused = guessers.submit(() -> {
                    while (goesOn.get()) {
                        var answer = guess.apply(guesses.incrementAndGet());
                        answered.addAndGet(answer.statusCode() > 0 ? 1 : 0);
                    }
                    return true;
                });
            }
            while (answered.get() < 6) {
                Thread.onSpinWait();
            }
            honest.call();
        } finally {
            goesOn.set(false);
            guessers.shutdownNow();
        }
    }

    private HttpResponse<String> basic(String person, String password, String address) {
        return Visitor.basic(port, person, password)
                .with("X-Forwarded-For", address)
                .get("/engine-rest/engine");
    }

    private HttpResponse<String> login(String person, String password, String address) {
        return Visitor.stranger(port).with("X-Forwarded-For", address).login(person, password);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
