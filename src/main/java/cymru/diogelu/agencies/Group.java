package cymru.diogelu.agencies;

/** A role at a place: the people who may complete a task. Written {@code front-door.W06000015}. */
public record Group(String role, String place) {

    /**
     * Reads the written form; whether role and place exist is for {@link Agencies} to say.
     *
     * @throws IllegalArgumentException when the text is not a role key, a dot and a place
     */
    public static Group parse(String text) {
        if (!text.matches("[a-z0-9-]+\\.[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("'%s' is not a role and a place".formatted(text));
        }
        int dot = text.indexOf('.');
        return new Group(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return role + "." + place;
    }
}
