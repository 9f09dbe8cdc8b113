package cymru.diogelu.procedures.models;

import cymru.diogelu.language.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One element of a procedure's model as people read it.
 *
 * @param type the BPMN element's name, such as {@code userTask}
 * @param name absent for elements that carry none, such as joins
 * @param form the id of the form that the element asks, if it asks one
 * @param repeatedFor the variable that names what each repetition is for; absent where the element stands alone
 * @param documentation what the law asks here, each sentence with its provisions' ids; absent where no form is asked
 */
public record ModelElement(
        String id,
        String type,
        @Nullable Bilingual name,
        @Nullable String form,
        @Nullable String repeatedFor,
        @Nullable Bilingual documentation) {}
