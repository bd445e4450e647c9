package dev.baton.security;

import java.time.Duration;

/** A refusal that whoever guesses gets to read only after a while. */
interface HeldBack {

    Duration hold();
}
