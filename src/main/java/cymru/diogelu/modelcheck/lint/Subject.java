package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;

/** A set of models with what it is judged by. */
record Subject(Models models, Provisions provisions, Agencies agencies) {}
