package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.billing.documents.LawfulXml;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;

/** After every class of tests: each invoice and each credit note that was issued in it has an XML that the official rules say nothing against. */
public final class WhatIsIssuedIsLawful implements QuarkusTestAfterAllCallback {

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    @Override
    public void afterAll(QuarkusTestContext context) {
        for (String document : issued()) {
            if (SEEN.add(document)) {
                requireLawful(document);
            }
        }
    }

    /** These need not be read. @param documents as the API calls them, as {@code /v1/invoices/…} */
    static void leaveOut(List<String> documents) {
        documents.forEach(document -> SEEN.add(document.substring("/v1/".length())));
    }

    private static void requireLawful(String document) {
        AtomicReference<byte[]> xml = new AtomicReference<>();
        eventually(() -> xml.set(xml(document).then().statusCode(200).extract().asByteArray()));
        try {
            assertThat(LawfulXml.objections(xml.get())).as(document).isEmpty();
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Between classes nobody tells REST Assured where the service is. */
    private static Response xml(String document) {
        return given().baseUri(ConfigProvider.getConfig().getValue("test.url", String.class))
                .auth()
                .oauth2(Tokens.of(Person.ANA))
                .get("/v1/" + document + "/xml");
    }

    /** As they are called in an address. */
    private static List<String> issued() {
        try (Connection connection =
                        CDI.current().select(AgroalDataSource.class).get().getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select 'invoices/' || id from invoice where state = 'ISSUED' union all"
                                + " select 'credit-notes/' || id from credit_note where state = 'ISSUED' order by 1")) {
            List<String> documents = new ArrayList<>();
            while (rows.next()) {
                documents.add(rows.getString(1));
            }
            return documents;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
