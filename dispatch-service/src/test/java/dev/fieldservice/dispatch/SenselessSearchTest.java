package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Http.get;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused whatever there is to be found, and needs no orders therefore. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SenselessSearchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "near=91,0",
                "near=1",
                "near=a,b",
                "near=1,2,3",
                "near=NaN,1",
                "near=1,181",
                "radiusMetres=0",
                "radiusMetres=1000",
                "near=1,2&radiusMetres=500001",
                "bbox=1,2,3",
                "bbox=2,0,1,0",
                "bbox=1,2,3,400",
                "state=FINE",
                "sort=DISTANCE",
                "sort=id",
                "territoryId=x",
                "limit=201",
                "q=\0",
                "skill=\0"
            })
    void aSearchThatMakesNoSenseIsRefused(String query) {
        get(Person.DANA, "/v1/service-orders?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aSkillIsALineOfText() {
        get(Person.DANA, "/v1/technicians?skill=\0").then().statusCode(400).contentType("application/problem+json");
    }
}
