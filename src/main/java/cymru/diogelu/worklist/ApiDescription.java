package cymru.diogelu.worklist;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;

/** What the description of the API says of every call: who may call, in which languages, and how refusals look. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final Map<String, String> ALWAYS = Map.of(
            "400", "A parameter, header or body that cannot be read; nothing was stored.",
            "401", "No credentials, or wrong ones.",
            "404", "Nothing here for this person: absent and forbidden look the same.");
    private static final Map<String, String> CHANGING =
            Map.of("403", "Made by another site in a person's browser, or by somebody who raises no concerns.");
    private static final Map<String, String> WITH_BODY = Map.of(
            "413", "A body of more than one mebibyte.",
            "415", "A body that is not JSON.");
    private static final Map<String, String> WITH_ANSWERS =
            Map.of("422", "Answers refused: `errors` lists all of them at once; nothing was stored.");

    private static final Set<Class<?>> STALE =
            Set.of(TaskController.class, DraftController.class, ConcernController.class);

    @Bean
    OpenAPI description() {
        var api = new OpenAPI();
        api.info(new Info()
                .title("Diogelu")
                .version("v1")
                .description("The Wales Safeguarding Procedures for children, made executable. Instants are ISO 8601"
                        + " with offset. Answers are in the language that Accept-Language prefers of `cy` and `en`."));
        api.servers(List.of(new Server().url("/")));
        api.addSecurityItem(new SecurityRequirement().addList("person"));
        api.components(new Components()
                .addSecuritySchemes(
                        "person",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSchemas(PROBLEM, problem()));
        return api;
    }

    private static Schema<?> problem() {
        var error = new ObjectSchema()
                .addProperty("key", new StringSchema().description("The path of the field to blame."))
                .addProperty("code", new StringSchema().description("The kind of mistake, stable for programs."))
                .addProperty("message", new StringSchema().description("The mistake in the reader's language."));
        return new ObjectSchema()
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error));
    }

    @Bean
    OperationCustomizer whatHoldsForEveryCall() {
        return (operation, method) -> {
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name("Accept-Language")
                    .description("`cy` or `en`; every other language reads English.")
                    .schema(new StringSchema().example("cy")));
            refusals(operation, ALWAYS);
            if (method.hasMethodAnnotation(PostMapping.class)) {
                refusals(operation, CHANGING);
            }
            if (operation.getRequestBody() != null) {
                refusals(operation, WITH_BODY);
            }
            if (STALE.contains(method.getBeanType()) && method.hasMethodAnnotation(PostMapping.class)) {
                if (operation.getRequestBody() != null) {
                    refusals(operation, WITH_ANSWERS);
                }
                refusals(
                        operation,
                        Map.of(
                                "409",
                                "Stale: answered or taken by somebody else, a key used before, or newer words kept since."));
            }
            return operation;
        };
    }

    private static void refusals(Operation operation, Map<String, String> refusals) {
        var problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
        var content = new Content().addMediaType("application/problem+json", problem);
        refusals.forEach((status, when) -> operation
                .getResponses()
                .addApiResponse(status, new ApiResponse().description(when).content(content)));
    }
}
