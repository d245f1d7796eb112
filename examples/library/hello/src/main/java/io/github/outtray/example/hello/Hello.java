package io.github.outtray.example.hello;

import java.util.Objects;

/** Says hello. */
public final class Hello {
    private Hello() {
    }

    /**
     * Greets somebody.
     *
     * @param who whom to greet
     * @return the greeting
     */
    public static String to(String who) {
        return "Hello, " + Objects.requireNonNull(who, "who") + "!";
    }
}
