package dev.baton.web;

import java.util.List;

/** A list as an object, so that it can grow. */
record Items<T>(List<T> items) {

    Items {
        items = List.copyOf(items);
    }
}
