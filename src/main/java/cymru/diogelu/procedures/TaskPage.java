package cymru.diogelu.procedures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of open tasks; {@code next} is the cursor of the page after it, absent on the last. */
public record TaskPage(List<OpenTask> tasks, @Nullable String next) {}
