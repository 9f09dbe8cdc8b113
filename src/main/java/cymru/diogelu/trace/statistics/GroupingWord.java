package cymru.diogelu.trace.statistics;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads by what dates are put together from an address, where it stands in small letters. */
@Component
final class GroupingWord implements Converter<String, Grouping> {

    @Override
    public Grouping convert(String word) {
        return Grouping.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
