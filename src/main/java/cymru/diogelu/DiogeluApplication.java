package cymru.diogelu;

import cymru.diogelu.operations.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Diogelu: the Wales Safeguarding Procedures for children as executable models. */
@SpringBootApplication
public class DiogeluApplication {

    public static void main(String[] args) {
        Commands.run(DiogeluApplication.class, args);
    }
}
