package cymru.diogelu.trace.statistics;

import cymru.diogelu.trace.statistics.Compliance.Fate;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads how a date stands from an address, where it stands in small letters. */
@Component
final class FateWord implements Converter<String, Fate> {

    @Override
    public Fate convert(String word) {
        return Fate.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
