package dev.baton;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class Baton {

    public static void main(String[] args) {
        SpringApplication.run(Baton.class, args);
    }
}
