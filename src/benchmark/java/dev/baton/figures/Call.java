package dev.baton.figures;

/** The kinds of call that a lifecycle is made of. */
enum Call {
    START("start"),
    TASKS("list the handoff's tasks"),
    COMPLETE("complete a task"),
    STANDING("read where it stands");

    private final String words;

    Call(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
