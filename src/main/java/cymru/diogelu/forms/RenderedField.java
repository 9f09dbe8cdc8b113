package cymru.diogelu.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form as a page shows it.
 *
 * @param key the path of the answer, such as {@code children[0].fullName}; the component's id where it takes no answer,
 *     in a row behind the row
 * @param type the type of the component in the form file
 * @param label empty where the component has none
 * @param hint the description
 * @param texts its other words by their name in the form file, such as {@code text}, {@code dateLabel}, {@code suffixAdorner}
 * @param value the answer so far, what the facts say, or the default
 * @param visible whether it is shown with these answers; hidden components stay in the model
 * @param readOnly shown, never taken as an answer
 * @param constraints limits by name: {@code minLength}, {@code maxLength}, {@code min}, {@code max}, {@code decimalDigits},
 *     {@code increment}, {@code subtype}, {@code validationType}, {@code minRows}, {@code maxRows}, ...
 * @param children the components of a group
 * @param rows the rows of a list, each with its components
 */
public record RenderedField(
        String key,
        String id,
        String type,
        String label,
        String hint,
        Map<String, String> texts,
        List<Option> options,
        @Nullable Object value,
        boolean visible,
        boolean required,
        boolean readOnly,
        Map<String, Object> constraints,
        Map<String, String> properties,
        List<RenderedField> children,
        List<List<RenderedField>> rows) {}
