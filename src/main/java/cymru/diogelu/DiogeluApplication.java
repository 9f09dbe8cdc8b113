package cymru.diogelu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Diogelu: the Wales Safeguarding Procedures for children as executable models. */
@SpringBootApplication
public class DiogeluApplication {

    public static void main(String[] args) {
        SpringApplication.run(DiogeluApplication.class, args);
    }
}
