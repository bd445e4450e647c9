package dev.baton.kills;

import dev.baton.web.Crew;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** People who start and carry transfers, one after the other, until the service no longer answers. */
final class Crowd {

    private final Crew crew;
    private final List<Journey> journeys = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> surprises = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> clients;

    Crowd(int clients, Crew crew, String life, Random random) {
        this.crew = crew;
        this.clients = IntStream.rangeClosed(1, clients)
                .mapToObj(client -> {
                    var own = new Random(random.nextLong());
                    return new Thread(() -> work("%s-%d".formatted(life, client), own), "client " + client);
                })
                .toList();
    }

    void start() {
        clients.forEach(Thread::start);
    }

    List<Journey> journeys() {
        synchronized (journeys) {
            return List.copyOf(journeys);
        }
    }

    /** How many steps were answered so far. */
    int answered() {
        return journeys().stream().mapToInt(Journey::answered).sum();
    }

    /** Those who wait for an answer right now. */
    List<Journey> waiting() {
        return journeys().stream()
                .filter(journey -> journey.unanswered() != null)
                .toList();
    }

    /** Waits until everybody has noticed that the service is gone; gives back what nobody expected. */
    List<Throwable> disperse() throws InterruptedException {
        for (var client : clients) {
            client.join();
        }
        return List.copyOf(surprises);
    }

    private void work(String client, Random random) {
        try {
            for (var number = 1; ; number++) {
                var journey = new Journey("%s-%d".formatted(client, number), random);
                journeys.add(journey);
                while (journey.hasNext()) {
                    if (!journey.advance(crew)) {
                        return;
                    }
                }
            }
        } catch (RuntimeException | AssertionError surprise) {
            surprises.add(surprise);
        }
    }
}
