// Writes pact files with the official engine, through the native part of pact-js: what TwinFiles writes with ours.
// Run by OfficialFileTwins with NODE_PATH naming the folder that holds @pact-foundation/pact.
const path = require('path');
const { createRequire } = require('module');
const fromPact = createRequire(require.resolve('@pact-foundation/pact'));
const { makeConsumerPact, makeConsumerMessagePact } = fromPact('@pact-foundation/pact-core');

const folder = process.argv[2];
const provider = 'Twin';
const json = 'application/json';
const [V2, V3, V4] = [3, 4, 5];
const rule = (type, value, more = {}) => ({ 'pact:matcher:type': type, value, ...more });
const made = (type, generator, value, more = {}) => ({ 'pact:matcher:type': type, 'pact:generator:type': generator, value, ...more });
const text = (value) => JSON.stringify(value);
const pixels = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 255]);

// What V2, V3 and V4 have in common.
function plain(pact, version) {
  const add = (description) => pact.newInteraction(description);
  let one = add('a plain get');
  one.withRequest('GET', '/plain');
  one.withStatus(200);

  one = add('a delete');
  one.withRequest('DELETE', '/things/1');
  one.withStatus(204);

  one = add('a method in small letters');
  one.withRequest('patch', '/small');
  one.withStatus(202);

  one = add('a query');
  one.withRequest('GET', '/query');
  one.withQuery('b', 0, 'two words');
  one.withQuery('a', 0, '1');
  one.withQuery('a', 1, '2');
  one.withQuery('ü&=', 0, 'ä+/?#%');
  one.withQuery('empty', 0, '');
  one.withQuery('ids[]', 0, '7');
  one.withStatus(200);

  one = add('a query with rules');
  one.withRequest('GET', '/query-rules');
  one.withQuery('page', 0, text(rule('integer', 1)));
  one.withQuery('sort', 0, text(rule('regex', 'asc', { regex: 'asc|desc' })));
  one.withStatus(200);

  one = add('headers');
  one.withRequest('GET', '/headers');
  one.withRequestHeader('Accept', 0, 'application/json');
  one.withRequestHeader('Accept', 1, 'text/plain');
  one.withRequestHeader('x-small', 0, 'v');
  one.withRequestHeader('X-Comma', 0, 'a, b');
  one.withRequestHeader('X-Empty', 0, '');
  one.withRequestHeader('X-Umlaut', 0, 'grün');
  one.withStatus(200);
  one.withResponseHeader('Set-Cookie', 0, 'a=1; Path=/');
  one.withResponseHeader('Set-Cookie', 1, 'b=2');
  one.withResponseHeader('Cache-Control', 0, 'no-cache, no-store');
  one.withResponseHeader('Date', 0, 'Sat, 01 Jan 2022 00:00:00 GMT');

  one = add('headers with rules');
  one.withRequest('GET', '/header-rules');
  one.withRequestHeader('X-Id', 0, text(rule('regex', 'a1', { regex: '[a-z]\\d' })));
  one.withStatus(200);
  one.withResponseHeader('ETag', 0, text(rule('type', 'abc')));

  one = add('a path with a rule');
  one.withRequest('GET', text(rule('regex', '/users/1', { regex: '^/users/\\d+$' })));
  one.withStatus(200);

  one = add('one state');
  one.given('a thing exists');
  one.withRequest('GET', '/state');
  one.withStatus(200);

  one = add('a JSON body');
  one.withRequest('POST', '/json');
  one.withRequestBody(text({ z: 1, a: [true, null, 'x', { y: 'b', x: 'a' }], n: -1.5, big: 12345678901, e: {}, l: [], s: '' }), json);
  one.withStatus(201);
  one.withResponseBody(text({ text: 'grün "q" \\ / \t\n\u0001\u007f <&> \u2028 😀', 'a b': 1, '': 2 }), json);

  one = add('JSON bodies of one value');
  one.withRequest('POST', '/json-value');
  one.withRequestBody(text([1, 2]), json);
  one.withStatus(200);
  one.withResponseBody('"hello"', json);

  one = add('a JSON body that is a number');
  one.withRequest('POST', '/json-number');
  one.withRequestBody('42', json);
  one.withStatus(200);
  one.withResponseBody('true', json);

  one = add('a JSON body of another type');
  one.withRequest('POST', '/json-type');
  one.withRequestBody(text({ a: 1 }), 'application/vnd.shop+json');
  one.withStatus(200);
  one.withResponseBody(text({ a: 1 }), 'application/json; charset=utf-8');

  one = add('JSON rules');
  one.withRequest('POST', '/json-rules');
  one.withRequestBody(text({
    id: rule('integer', 1), name: rule('type', 'Ada'), price: rule('decimal', 1.5), count: rule('number', 3), code: rule('regex', 'a1', { regex: '[a-z]\\d' }),
    part: rule('include', 'abc'), list: rule('type', [{ k: rule('type', 'v') }], { min: 1 }), more: rule('type', [1], { max: 3 }), both: rule('type', [1], { min: 1, max: 3 }),
    same: rule('equality', 'x'), 'odd name': rule('type', 1), nothing: rule('null', null),
  }), json);
  one.withStatus(200);
  one.withResponseBody(text(rule('type', { inner: rule('type', { deep: rule('integer', 1) }) })), json);

  one = add('a text body');
  one.withRequest('POST', '/text');
  one.withRequestBody('hello\nworld', 'text/plain');
  one.withStatus(200);
  one.withResponseBody('grün', 'text/plain; charset=utf-8');

  one = add('an XML body');
  one.withRequest('POST', '/xml');
  one.withRequestBody('<?xml version="1.0"?><a b="1">x</a>', 'application/xml');
  one.withStatus(200);
  one.withResponseBody('<a/>', 'text/xml');

  one = add('a form body');
  one.withRequest('POST', '/form');
  one.withRequestBody('a=1&b=two+words', 'application/x-www-form-urlencoded');
  one.withStatus(200);

  one = add('a body that looks like JSON');
  one.withRequest('POST', '/looks');
  one.withRequestBody('{"a":1}', 'text/plain');
  one.withStatus(200);
  one.withResponseBody('<html></html>', 'text/html');

  one = add('a header of the type beside the body');
  one.withRequest('POST', '/typed');
  one.withRequestHeader('Content-Type', 0, 'application/json;charset=UTF-8');
  one.withRequestBody(text({ a: 1 }), json);
  one.withStatus(200);

  one = add('an empty body');
  one.withRequest('POST', '/empty');
  one.withRequestBody('', 'text/plain');
  one.withStatus(200);

  one = add('a binary body');
  one.withRequest('POST', '/binary');
  one.withRequestBinaryBody(pixels, 'image/png');
  one.withStatus(200);
}

function later(pact) {
  const add = (description) => pact.newInteraction(description);
  let one = add('states with parameters');
  one.given('no parameters');
  one.givenWithParams('some', text({ id: 7, name: 'Ada', list: [1], nested: { a: null } }));
  one.withRequest('GET', '/states');
  one.withStatus(200);

  one = add('generators');
  one.withRequest('GET', '/generators');
  one.withStatus(200);
  one.withResponseBody(text({
    int: made('integer', 'RandomInt', 5, { min: 1, max: 9 }), dec: made('decimal', 'RandomDecimal', 1.5, { digits: 6 }), hex: made('regex', 'RandomHexadecimal', 'AB', { regex: '^[0-9a-fA-F]+$', digits: 8 }),
    str: made('type', 'RandomString', 'x', { size: 12 }), flag: made('boolean', 'RandomBoolean', true), code: made('regex', 'Regex', 'a1', { regex: '[a-z]\\d' }),
    state: made('type', 'ProviderState', 7, { expression: '${id}', dataType: 'INTEGER' }),
  }), json);

  one = add('date rules');
  one.withRequest('GET', '/dates');
  one.withStatus(200);
  one.withResponseBody(text({
    day: made('date', 'Date', '2001-02-03', { format: 'yyyy-MM-dd' }), time: made('time', 'Time', '10:11', { format: 'HH:mm' }),
    moment: made('datetime', 'DateTime', '2001-02-03T10:11:12', { format: "yyyy-MM-dd'T'HH:mm:ss" }),
  }), json);
}

function last(pact) {
  const add = (description) => pact.newInteraction(description);
  let one = add('comments');
  one.addTextComment('first');
  one.addTextComment('second "quoted"');
  one.setInteractionTestName('a test');
  one.withRequest('GET', '/comments');
  one.withStatus(200);

  one = add('a pending one');
  one.setPending(true);
  one.withRequest('GET', '/pending');
  one.withStatus(200);

  one = add('rules of V4');
  one.withRequest('GET', '/v4');
  one.withStatus(200);
  one.withResponseBody(text({
    version: rule('semver', '1.0.0'), full: rule('notEmpty', 'x'),
    any: rule('arrayContains', undefined, { variants: [{ a: rule('type', 1) }, { b: 2 }] }),
    keys: rule('eachKey', { k1: 1 }, { rules: [{ 'pact:matcher:type': 'regex', regex: 'k\\d' }] }),
    values: rule('eachValue', { k: 1 }, { rules: [{ 'pact:matcher:type': 'integer' }] }),
  }), json);

  one = add('a class of status');
  one.withRequest('GET', '/status');
  one.withStatus(rule('statusCode', 200, { status: 'success' }));

  let message = pact.newAsynchronousMessage('');
  message.expectsToReceive('an event');
  message.given('an order exists');
  message.givenWithParams('with', text({ id: 1 }));
  message.withMetadata('topic', 'orders');
  message.withContents(text({ id: rule('integer', 1) }), json);

  message = pact.newAsynchronousMessage('');
  message.expectsToReceive('an event of text');
  message.withContents('hello', 'text/plain');

  message = pact.newAsynchronousMessage('');
  message.expectsToReceive('an event of bytes');
  message.withBinaryContents(pixels, 'image/png');

  const both = pact.newSynchronousMessage('a question');
  both.given('somebody listens');
  both.withRequestContents(text({ sku: rule('type', 'tea') }), json);
  both.withResponseContents(text({ price: rule('integer', 5) }), json);
}

function messages(pact) {
  let message = pact.newMessage('');
  message.expectsToReceive('a message');
  message.given('plain');
  message.givenWithParams('with', text({ id: 1 }));
  message.withMetadata('topic', 'orders');
  message.withMetadata('other', 'one');
  message.withContents(text({ id: rule('integer', 1), name: 'x' }), json);

  message = pact.newMessage('');
  message.expectsToReceive('a message of text');
  message.withContents('hello', 'text/plain');

  message = pact.newMessage('');
  message.expectsToReceive('a message of bytes');
  message.withBinaryContents(pixels, 'application/octet-stream');
}

for (const [consumer, version, parts] of [['TwinV2', V2, [plain]], ['TwinV3', V3, [plain, later]], ['TwinV4', V4, [plain, later, last]]]) {
  const pact = makeConsumerPact(consumer, provider, version, 'error');
  for (const part of parts) part(pact, version);
  pact.writePactFile(folder, false);
}

const pact = makeConsumerMessagePact('TwinMessages', provider, V3, 'error');
messages(pact);
pact.writePactFile(folder, false);
