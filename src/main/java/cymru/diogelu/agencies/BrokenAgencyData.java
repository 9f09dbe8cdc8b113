package cymru.diogelu.agencies;

/** The data on authorities, agencies or roles is wrong: the message names file, line or key, and reason. */
public class BrokenAgencyData extends RuntimeException {

    BrokenAgencyData(String file, String where, String reason) {
        super("%s, %s: %s".formatted(file, where, reason));
    }
}
