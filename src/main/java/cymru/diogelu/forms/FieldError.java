package cymru.diogelu.forms;

import cymru.diogelu.language.Bilingual;

/**
 * What is wrong with one answer.
 *
 * @param key the path of the answer, such as {@code children[0].fullName}
 * @param code what kind of mistake, stable for programs: {@code required}, {@code tooLong}, {@code notAnOption}, ...
 */
public record FieldError(String key, String code, Bilingual message) {}
