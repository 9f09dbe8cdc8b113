package cymru.diogelu.forms;

import cymru.diogelu.language.Language;
import java.util.List;

/** A form as a page shows it to one reader: its language, and its fields in order with what has been answered so far. */
public record RenderModel(String form, Language language, List<RenderedField> fields) {}
