// Plays a consumer with pact-js: writes one pact file per specification version into the folder given.
// Run by PactJsInterop with NODE_PATH naming the folder that holds @pact-foundation/pact.
const { PactV2, PactV3, PactV4, SpecificationVersion, MatchersV2, MatchersV3 } = require('@pact-foundation/pact');

const folder = process.argv[2];
const provider = 'OrderApi';

async function v2() {
  const { like, eachLike, term } = MatchersV2;
  const pact = new PactV2({ consumer: 'JsShopV2', provider, dir: folder, spec: 2, logLevel: 'error' });
  await pact.setup();
  await pact.addInteraction({
    state: 'order 1 exists',
    uponReceiving: 'an order by id',
    withRequest: { method: 'GET', path: '/orders/1', query: { expand: 'lines' }, headers: { Accept: 'application/json' } },
    willRespondWith: {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: { id: like(1), state: term({ generate: 'open', matcher: 'open|closed' }), lines: eachLike({ sku: 'A-1', quantity: 2 }, { min: 1 }) },
    },
  });
  await fetch(`${pact.mockService.baseUrl}/orders/1?expand=lines`, { headers: { Accept: 'application/json' } });
  await pact.verify();
  await pact.finalize();
}

async function v3() {
  const { like, eachLike, integer, decimal, regex, datetime, uuid, string, boolean, fromProviderState } = MatchersV3;
  const pact = new PactV3({ consumer: 'JsShopV3', provider, dir: folder, logLevel: 'error' });
  pact
    .given('order 1 exists', { id: 1 })
    .given('the shop is open')
    .uponReceiving('an order by id')
    .withRequest({ method: 'GET', path: regex('/orders/\\d+', '/orders/1'), headers: { Accept: 'application/json' } })
    .willRespondWith({
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: {
        id: integer(1), total: decimal(12.5), state: regex('open|closed', 'open'), placed: datetime("yyyy-MM-dd'T'HH:mm:ss", '2024-01-31T10:00:00'),
        trace: uuid('f2e5c3a1-95a7-4a3e-9a5f-2f4d1a3b5c6d'), note: string('hello'), paid: boolean(true), lines: eachLike({ sku: 'A-1', quantity: integer(2) }, 2),
        customer: like({ name: 'Ada' }),
      },
    });
  await pact.executeTest((mock) => fetch(`${mock.url}/orders/1`, { headers: { Accept: 'application/json' } }));
}

async function v4() {
  const { like, integer, eachKeyMatches, arrayContaining, nullValue, regex } = MatchersV3;
  const pact = new PactV4({ consumer: 'JsShopV4', provider, dir: folder, spec: SpecificationVersion.SPECIFICATION_VERSION_V4, logLevel: 'error' });
  await pact
    .addInteraction()
    .given('order 1 exists')
    .uponReceiving('an order is placed')
    .withRequest('POST', '/orders', (request) => request.query({ dryRun: 'true' }).jsonBody({ sku: like('A-1'), quantity: integer(2) }))
    .willRespondWith(201, (response) =>
      response.headers({ Location: regex('/orders/\\d+', '/orders/1') }).jsonBody({
        id: integer(1),
        coupon: nullValue(),
        stock: eachKeyMatches({ 'A-1': 3 }, regex('[A-Z]-\\d', 'A-1')),
        events: arrayContaining(like({ kind: 'placed', at: '10:00' }), like({ kind: 'paid' })),
      }))
    .executeTest((mock) => fetch(`${mock.url}/orders?dryRun=true`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ sku: 'B-2', quantity: 5 }) }));
}

v2().then(v3).then(v4).then(
  () => process.exit(0),
  (error) => { console.error(error); process.exit(1); },
);
