import { expect } from '@open-wc/testing';
import {
  createAdapter, fetchJson, type AccountAdapter, type Listing, type SourcePerson,
} from '../../../src/adapter/index.ts'; // prettier-ignore
import { createRestAdapter } from '../../../src/adapter/rest/index.ts';
import { readable, until } from '../people-page.ts';
import { faultyPage, has, type FaultyPage } from './faulty-page.ts';

const PERSON = {
  id: 'p1',
  email: 'a@acme.example',
  roleId: 'member',
  status: 'active',
  firstName: 'Ana',
};
const listing = (items: readonly object[]) => JSON.stringify({ items, total: items.length });
const json = (text: string) => () =>
  new Response(text, { headers: { 'Content-Type': 'application/json' } });
const page = (status: number) => () =>
  new Response('<!doctype html><title>Sign in</title>', {
    status,
    headers: { 'Content-Type': 'text/html' },
  });

const NO_SENSE = 'The server’s answer makes no sense.';
const DOWN = 'The server is not responding.';

type Bad = readonly [what: string, answer: () => Response | Promise<Response>, says: string];

/** What `fetch` says of an answer that CORS keeps from the page. */
let refusal: Error;

/** What comes over the line, and what the table says of it. */
const BAD: readonly Bad[] = [
  ['HTML', page(200), NO_SENSE],
  ['the page of a gateway', page(502), DOWN],
  ['an empty 200', json(''), NO_SENSE],
  ['a 204 where a body is due', () => new Response(null, { status: 204 }), NO_SENSE],
  ['rows of other types', json(listing([{ ...PERSON, email: 7 }])), NO_SENSE],
  ['one id twice', json(listing([PERSON, PERSON])), NO_SENSE],
  ['10 MB in one page', json(`{"items":[${'0,'.repeat(5 * 2 ** 20)}0],"total":1}`), NO_SENSE],
  ['an id above 2^53', json(listing([PERSON]).replace('"p1"', '9007199254740993')), NO_SENSE],
  ['a date in another format', json(listing([{ ...PERSON, createdAt: '12/11/2026' }])), NO_SENSE],
  ['a refusal of CORS', () => Promise.reject(refusal), 'The server could not be reached.'],
]; // prettier-ignore

/** Two ways to the same server. */
const WAYS: Readonly<
  Record<string, (answer: () => Response | Promise<Response>) => AccountAdapter>
> = {
  createAdapter: (answer) =>
    createAdapter({
      id: 'made',
      account: () => ({ actor: { id: 'p1', roleId: 'member' } }),
      roles: [],
      people: {
        paging: 'page',
        read: (_, { signal }) =>
          fetchJson<Listing<SourcePerson>>('/people', {
            ...(signal && { signal }),
            fetch: async () => answer(),
          }),
      },
    }),
  'the rest adapter': (answer) =>
    createRestAdapter({ baseUrl: '/api', fetch: async () => answer() }),
};

/** A people page whose list comes in one of these ways, and all the rest from where it always does. */
function opened(list: AccountAdapter): Promise<FaultyPage> {
  return faultyPage({
    through: (line) => ({ ...line, people: (request, call) => list.people(request, call) }),
  });
}

describe('<user-table> answered with', () => {
  before(async () => {
    // The other name of this very server is another origin, which nobody has let in. A page is told no more than that.
    const { hostname, port } = location;
    const other = hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    refusal = await fetch(`http://${other}:${port}/`).then(
      () => new Error('let in'),
      (thrown: unknown) => thrown as Error,
    );
    expect(refusal).to.be.instanceOf(TypeError);
  });

  for (const [way, through] of Object.entries(WAYS)) {
    describe(`by way of ${way}`, () => {
      for (const [what, answer, says] of BAD) {
        it(`${what}: says so in place of the list, and shows nobody`, async () => {
          const here = await opened(through(answer));
          // Reads are tried again where it may pass: by then they were.
          await here.pass(60_000);
          await until(() => has(here, '.is-failed'), 'the list has failed');
          expect(readable(here.$('.state-title'))).to.equal('The people could not be loaded');
          expect(readable(here.$('.is-failed'))).to.contain(says);
          expect(has(here, '.row[data-id]'), 'a row').to.equal(false);
          // Whoever develops is told more, in the console; nothing else is there.
          const rest = here.log.splice(0).filter((line) => !line.includes('Malformed answer'));
          expect(rest).to.deep.equal([]);
        });
      }

      it('a redirect to a sign-in page: asks to sign in, and shows nobody', async () => {
        const here = await opened(
          through(() => new Response(null, { status: 302, headers: { Location: '/login' } })),
        );
        await until(() => here.expiries.length > 0, 'the host is told');
        expect(has(here, '.row[data-id]'), 'a row').to.equal(false);
        expect(here.log).to.deep.equal([]);
      });
    });
  }
});
