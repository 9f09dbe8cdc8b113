package cymru.diogelu.ledger;

import java.security.GeneralSecurityException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bodies of entries, as far as there are keys for them. */
final class Bodies {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ChainKeys keys;
    private final JsonMapper json = JsonMapper.builder().build();

    Bodies(ChainKeys keys) {
        this.keys = keys;
    }

    /** What a body holds, or why nobody can read it. */
    record Read(Map<String, Object> body, @Nullable Unreadable reason) {

        static Read not(Unreadable reason) {
            return new Read(Map.of(), reason);
        }
    }

    Read read(StoredEntry stored) {
        Integer number = stored.header().bodyKey();
        if (number == null) {
            return parsed(stored.body());
        }
        ChainKeys.Found found = keys.find(stored.chain(), number);
        return found.key() == null ? Read.not(reason(found)) : decrypted(found.key(), stored);
    }

    private Read decrypted(ChainKey key, StoredEntry stored) {
        try {
            return parsed(key.decrypt(stored.header(), stored.body()));
        } catch (GeneralSecurityException changed) {
            return Read.not(Unreadable.DAMAGED);
        }
    }

    private Read parsed(byte[] body) {
        try {
            return new Read(json.readValue(body, OBJECT), null);
        } catch (JacksonException changed) {
            return Read.not(Unreadable.DAMAGED);
        }
    }

    private static Unreadable reason(ChainKeys.Found found) {
        return found.reason() == null ? Unreadable.KEY_LOST : found.reason();
    }
}
