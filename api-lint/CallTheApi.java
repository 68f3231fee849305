import fieldservice.client.ApiClient;
import fieldservice.client.ApiException;
import fieldservice.client.api.CustomersApi;
import fieldservice.client.model.Customer;
import fieldservice.client.model.CustomerDetails;
import java.util.UUID;

/** Uses the generated client as a program of somebody else would: GATEWAY and TOKEN (a dispatcher's) come from outside. */
public final class CallTheApi {

    public static void main(String[] arguments) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(System.getenv("GATEWAY"));
        client.setRequestInterceptor(
                request -> request.setHeader("Authorization", "Bearer " + System.getenv("TOKEN")));
        CustomersApi customers = new CustomersApi(client);
        String key = UUID.randomUUID().toString();
        CustomerDetails details = new CustomerDetails().name("Cofetăria Floreasca SRL");

        Customer made = customers.registerCustomer(key, details);
        Customer again = customers.registerCustomer(key, details);
        Customer read = customers.getCustomer(made.getId(), null);
        require(again.getId().equals(made.getId()), "the same key is the same customer");
        require(read.getName().equals(details.getName()), "what was written is read");
        require(customers.listCustomers(null, null, 1, null, null, null, null, null).getItems().size() == 1, "a page of one");
        require(statusOfUnknown(customers) == 404, "an unknown customer is 404");
    }

    private static int statusOfUnknown(CustomersApi customers) {
        try {
            customers.getCustomer(UUID.randomUUID(), null);
            return 200;
        } catch (ApiException refused) {
            return refused.getCode();
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("It does not hold that " + what);
        }
    }
}
