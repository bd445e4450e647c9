package dev.baton.figures;

import com.fasterxml.jackson.databind.JsonNode;

/** One of the two ways to run the same handoff: which calls a client makes there. */
interface Side {

    void start(Client client, String person, String key);

    /** The open tasks of the handoff that the person sees: the same call on each side. */
    default JsonNode tasks(Client client, String person, String key) {
        return client.get(person, "/engine-rest/task?processInstanceBusinessKey=" + key + "&maxResults=10");
    }

    void complete(Client client, String person, String task, Answers answers);

    JsonNode standing(Client client, String person, String key);
}
