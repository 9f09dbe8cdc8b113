package cymru.diogelu.procedures;

import cymru.diogelu.language.Bilingual;
import java.util.Map;

/**
 * A decision table as people read it.
 *
 * @param inputs what each column asks, by its expression
 * @param outputs what each column answers, by its name
 * @param rules what each row says and by which provision, by the row's id
 */
public record DecisionTable(
        String id,
        Bilingual name,
        Map<String, Bilingual> inputs,
        Map<String, Bilingual> outputs,
        Map<String, Bilingual> rules) {}
