package cymru.diogelu.statute;

/**
 * A length that one authority has set for itself, with where it says so.
 *
 * @param authority GSS code
 * @param limit the provision's own limit with the authority's length
 */
public record LocalLimit(String authority, String provision, Limit limit, String source, Confidence confidence) {}
