package cymru.diogelu.forms;

/** One of the answers a question offers, with its label in the language of the reader. */
public record Option(String value, String label) {}
