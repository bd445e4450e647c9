package dev.baton.camunda;

/** Is told when a command of the engine has done its work, in its transaction, before the engine writes its own rows. */
public interface FlushListener {

    void beforeFlush();
}
