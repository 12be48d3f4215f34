import { expect } from 'chai';
import type { WatchEvent } from '../../../src/adapter/index.ts';
import { watch } from '../../../src/adapter/rest/watch.ts';
import { createWire } from '../../../src/adapter/rest/wire.ts';
import { settle } from '../fault-clock.ts';
import { fakeServer, page } from './fake-server.ts';

const EVERYTHING: readonly WatchEvent[] = [
  { topic: 'people' },
  { topic: 'account' },
  { topic: 'subaccounts' },
  { topic: 'groups' },
  { topic: 'links' },
  { topic: 'events' },
];

/** A stream that says these, piece by piece, and then ends or stays open. */
function stream(pieces: readonly string[], staysOpen = false): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      if (!staysOpen) controller.close();
    },
  });
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
}

/** Watches until so many events were told. */
async function told(count: number, answer: Parameters<typeof fakeServer>[0]) {
  const { adapter, sent } = fakeServer(answer);
  const ended = new AbortController();
  const events: WatchEvent[] = [];
  await new Promise<void>((done) => {
    adapter.watch(
      (event) => {
        events.push(event);
        if (events.length === count) done();
      },
      { signal: ended.signal, subaccountId: 's1' },
    );
  });
  ended.abort();
  await settle();
  return { events, sent };
}

describe('watching over the rest adapter', () => {
  it('tells of what the server tells, however the lines are cut', async () => {
    const { events, sent } = await told(3, () =>
      stream(
        [
          ': connected\n\nevent: change\nda',
          'ta: {"topic":"people","ids":["p1","é',
          '"]}\r\n\r\ndata:{"topic":"groups"}\n',
          '\nid: 7\ndata: {"topic":"account","more":1}\n\n',
        ],
        true,
      ),
    );
    expect(events).to.deep.equal([
      { topic: 'people', ids: ['p1', 'é'] },
      { topic: 'groups' },
      { topic: 'account' },
    ]);
    expect(sent).to.have.length(1);
    expect(sent[0]?.url.href).to.equal('https://api.example/v1/events?subaccountId=s1');
    expect(sent[0]?.headers.get('accept')).to.equal('text/event-stream');
  });

  it('passes over what it cannot read', async () => {
    const { events } = await told(1, () =>
      stream(
        [
          'data: {"topic":"weather"}\n\ndata: {\n\ndata: null\n\ndata\n\n{"topic":"people"}\n\ndata: {"topic":"people","ids":[1]}\n\n',
        ],
        true,
      ),
    );
    expect(events).to.deep.equal([{ topic: 'people' }]);
  });

  it('connects again when the stream breaks off, and says that anything may have changed meanwhile', async () => {
    const { events, sent } = await told(2 + EVERYTHING.length, (_, nth) =>
      nth === 1
        ? stream(['retry: 1\n\ndata: {"topic":"groups"}\n\n'])
        : stream(['data: {"topic":"people"}\n\n'], true),
    );
    expect(events).to.deep.equal([{ topic: 'groups' }, ...EVERYTHING, { topic: 'people' }]);
    expect(sent).to.have.length(2);
  });

  it('leaves a backend alone that has no such route', async () => {
    const ended = new AbortController();
    const events: WatchEvent[] = [];
    const wire = createWire({
      baseUrl: 'https://api.example',
      fetch: async () => page(404),
    });
    await watch(wire, (event) => events.push(event), { signal: ended.signal });
    expect(events).to.deep.equal([]);
  });

  it('ends with its signal, also while it waits to connect again', async () => {
    for (const answer of [
      () => page(503),
      () => stream([], true),
      () => stream(['retry: 60000\n\n']),
    ]) {
      let asked = 0;
      const wire = createWire({
        baseUrl: 'https://api.example',
        fetch: async () => {
          asked++;
          return answer();
        },
      });
      const ended = new AbortController();
      const over = watch(wire, () => undefined, { signal: ended.signal });
      await settle();
      ended.abort();
      await over;
      expect(asked).to.equal(1);
    }
  });
});
