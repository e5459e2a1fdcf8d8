// Gives integration JSON to the official engine, one interaction per fact, and collects what it writes into a pact file.
// Arguments: a file of facts, and the file for the answers. Run by OfficialIntegration with NODE_PATH naming the folder that holds pact-js.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { getFfiLib } = require(require.resolve('@pact-foundation/pact-core/src/ffi', { paths: [require.resolve('@pact-foundation/pact')] }));

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pactkit-integration-'));
const log = path.join(folder, 'log');
const ffi = getFfiLib('error', log);
const [REQUEST, RESPONSE] = [0, 1];

// The engine tells of a matcher it cannot use in its log alone.
let read = 0;
function refused() {
  const text = fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '';
  const news = text.slice(read);
  read = text.length;
  return news.includes('ERROR');
}

function describe(pact, fact, name) {
  const [text] = fact.Texts;
  if (fact.Place === 'message' || fact.Place === 'metadata') {
    const message = ffi.pactffiNewAsyncMessage(pact, name);
    ffi.pactffiMessageExpectsToReceive(message, name);
    if (fact.Place === 'message') ffi.pactffiMessageWithContents(message, 'application/json', text);
    else ffi.pactffiMessageWithMetadata(message, 'k', text);
    return;
  }

  const interaction = ffi.pactffiNewInteraction(pact, name);
  ffi.pactffiUponReceiving(interaction, name);
  if (fact.Place === 'body') ffi.pactffiWithBody(interaction, RESPONSE, 'application/json', text);
  else if (fact.Place === 'xml') ffi.pactffiWithBody(interaction, RESPONSE, 'application/xml', text);
  else if (fact.Place === 'form') ffi.pactffiWithBody(interaction, RESPONSE, 'application/x-www-form-urlencoded', text);
  else if (fact.Place === 'path') ffi.pactffiWithRequest(interaction, 'GET', text);
  else if (fact.Place === 'query') fact.Texts.forEach((value, index) => ffi.pactffiWithQueryParameter(interaction, 'k', index, value));
  else if (fact.Place === 'status') ffi.pactffiResponseStatus(interaction, text);
  else fact.Texts.forEach((value, index) => ffi.pactffiWithHeader(interaction, REQUEST, fact.Place, index, value));
}

const facts = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const answers = [];
for (const specification of [2, 3, 4]) {
  for (const messages of [false, true]) {
    const some = facts.filter((fact) => fact.Specification === specification && ['message', 'metadata'].includes(fact.Place) === messages);
    if (some.length === 0) continue;
    const pact = ffi.pactffiNewPact('c', 'p');
    ffi.pactffiWithSpecification(pact, specification + 1);
    const refusals = some.map((fact, index) => {
      describe(pact, fact, `${index}`);
      return refused() ? [fact.Name] : [];
    });
    const target = path.join(folder, `${specification}${messages}`);
    fs.mkdirSync(target);
    ffi.pactffiWritePactFile(pact, target, true);
    // As text: JavaScript would change the spelling of numbers.
    answers.push({ Names: some.map((fact) => fact.Name), Refused: refusals.flat(), Pact: fs.readFileSync(path.join(target, 'c-p.json'), 'utf8') });
  }
}

fs.writeFileSync(process.argv[3], JSON.stringify(answers));
fs.rmSync(folder, { recursive: true });
process.exit(0);
