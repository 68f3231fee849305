// Uses the generated client as a program of somebody else would: GATEWAY and TOKEN (a dispatcher's) come from outside.
import { Configuration, CustomersApi, ResponseError } from './typescript-client/index';

declare const process: { env: Record<string, string>; exit(status: number): never };

async function call(): Promise<void> {
  const customers = new CustomersApi(
    new Configuration({ basePath: process.env.GATEWAY, accessToken: process.env.TOKEN }),
  );
  const idempotencyKey = crypto.randomUUID();
  const customerDetails = { name: 'Cofetăria Floreasca SRL' };
  const made = await customers.registerCustomer({ idempotencyKey, customerDetails });
  const again = await customers.registerCustomer({ idempotencyKey, customerDetails });
  const read = await customers.getCustomer({ id: made.id });
  demand(again.id === made.id, 'the same key is the same customer');
  demand(read.name === customerDetails.name, 'what was written is read');
  const page = await customers.listCustomers({ limit: 1 });
  demand(page.items.length === 1, 'a page of one');
  const refusal = await customers.getCustomer({ id: crypto.randomUUID() }).catch((error: unknown) => error);
  demand(refusal instanceof ResponseError && refusal.response.status === 404, 'an unknown customer is 404');
}

function demand(holds: boolean, what: string): void {
  if (!holds) {
    throw new Error(`It does not hold that ${what}`);
  }
}

call().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
