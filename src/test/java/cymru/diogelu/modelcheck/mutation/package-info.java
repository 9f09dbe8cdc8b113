/** Single changes to the real models, lawless and harmless, and what the check says of each. */
@org.jspecify.annotations.NullMarked
package cymru.diogelu.modelcheck.mutation;
