package dev.fieldservice.dispatch;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A company that tells its customers of their visits, as one does without a word about it. */
public class CustomersTold implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("fieldservice.visits.told-after", "PT5M");
    }
}
