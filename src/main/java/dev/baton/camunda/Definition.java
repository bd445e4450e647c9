package dev.baton.camunda;

/**
 * A process, decision or form in one version.
 *
 * @param deployment id of the deployment that brought it
 * @param file       name of the file that it stands in, as it was deployed
 */
public record Definition(Kind kind, String key, int version, String id, String deployment, String file) {

    public enum Kind {
        PROCESS("process"),
        DECISION("table"),
        FORM("form");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** What people call it. */
        public String word() {
            return word;
        }
    }

    /** What its versions share. */
    public record Name(Kind kind, String key) {}

    public Name name() {
        return new Name(kind, key);
    }

    /** As in "version 2 of the process transfer". */
    public String inWords() {
        return "version %d of the %s %s".formatted(version, kind.word(), key);
    }
}
