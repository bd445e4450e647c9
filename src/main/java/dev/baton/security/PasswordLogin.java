package dev.baton.security;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tries a name and its password, for every door that takes one. A right password comes in at once where that person came
 * in before, else in its turn; a wrong one that was tried before is wrong again and counts no more, so that a forgotten
 * script slows down nobody.
 */
final class PasswordLogin {

    private static final int CHECKS_AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int MOST_IN_QUEUE = 40;

    private final EngineUserDetailsService users;
    private final LoginThrottle throttle;
    /** Checking costs a tenth of a second of a processor: guesses must not take all of them. */
    private final Semaphore checks = new Semaphore(CHECKS_AT_ONCE, true);

    private final Semaphore waiting = new Semaphore(MOST_IN_QUEUE);

    PasswordLogin(EngineUserDetailsService users, LoginThrottle throttle) {
        this.users = users;
        this.throttle = throttle;
    }

    /**
     * @throws WrongPasswordException also for an unknown person
     * @throws TooManyAttemptsException where the password was not looked at
     */
    EngineUser authenticate(String id, String password, String address) {
        var known = users.known(id, password);
        if (known.isPresent() && !known.get()) {
            throw new WrongPasswordException(Duration.ZERO);
        }
        if (known.isPresent() && throttle.isProven(id, address)) {
            return users.withPassword(id, password).orElseThrow(() -> new WrongPasswordException(Duration.ZERO));
        }
        var turn = throttle.takeTurn(id, address);
        var person = known.isPresent()
                ? users.withPassword(id, password)
                : within(LoginThrottle.LONGEST_WAIT, checks, () -> users.withPassword(id, password));
        if (person.isEmpty()) {
            throttle.miss(id, address);
            throw new WrongPasswordException(turn);
        }
        throttle.success(id, address);
        await(turn);
        return person.get();
    }

    private static <T> T within(Duration longest, Semaphore permits, Supplier<T> work) {
        try {
            if (permits.getQueueLength() >= MOST_IN_QUEUE
                    || !permits.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyAttemptsException(Duration.ofSeconds(1));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new TooManyAttemptsException(Duration.ofSeconds(1));
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    /** Only whoever knows the password holds a thread here; the answer to a wrong one waits without. */
    private void await(Duration turn) {
        if (turn.isZero()) {
            return;
        }
        if (!waiting.tryAcquire()) {
            throw new TooManyAttemptsException(turn);
        }
        try {
            Thread.sleep(turn.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.release();
        }
    }
}
