package cymru.diogelu.agencies;

import cymru.diogelu.language.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One of the 22 local authorities and the agencies that serve its area.
 *
 * @param gss code of the Government Statistical Service, such as {@code W06000015}
 * @param advocacyProvider null where no provider is confirmed
 */
public record Authority(
        String gss,
        Bilingual name,
        Agency police,
        Agency healthBoard,
        Agency board,
        @Nullable Agency advocacyProvider) {}
