import type { Asked, BatchAnswer, BatchSource, Doing } from '../create-adapter/index.ts';
import { HttpRefusal } from '../http/fetch-json.ts';
import { malformed } from '../malformed.ts';
import type { Call } from '../port.ts';
import { toProblem } from '../problem.ts';
import { pathOf, type Client } from './client.ts';
import { operationsOf, patchBody } from './patch.ts';
import type { RoleNames } from './person.ts';
import { ifDone, type Abilities } from './probe.ts';
import { BULK_REQUEST, isObject, type Json } from './resources.ts';

/** So many at a time at most: one answer should not take minutes. */
const MOST = 100;

interface Operation {
  readonly method: 'PATCH';
  readonly path: string;
  readonly data?: Json;
}

/** Many commands in one request (RFC 7644, section 3.7), each with what became of it. */
export function bulkOf(
  client: Client,
  bulk: NonNullable<Abilities['bulk']>,
  names: RoleNames,
  /** For what a single operation cannot do. */
  runOne: (asked: Asked, call: Call) => Promise<BatchAnswer>,
): BatchSource {
  const size = Math.min(bulk.maxOperations, MOST);

  /** The answers of one request; `undefined` where there is no Bulk after all. */
  async function send(
    operations: readonly Operation[],
    call: Call,
  ): Promise<readonly BatchAnswer[] | undefined> {
    const body = { schemas: [BULK_REQUEST], Operations: operations };
    if (JSON.stringify(body).length * 3 > bulk.maxPayloadSize && operations.length > 1) {
      const half = operations.length >> 1;
      const first = await send(operations.slice(0, half), call);
      const second = first && (await send(operations.slice(half), call));
      return second && [...first, ...second];
    }
    const answer = await ifDone(client.ask('/Bulk', { method: 'POST', body }, call));
    if (answer === undefined) return undefined;
    const results = isObject(answer) ? answer['Operations'] : undefined;
    if (!Array.isArray(results) || results.length !== operations.length)
      throw malformed('/Bulk should have one result for each operation');
    return operations.map((operation, i) => answerOf(operation, results[i]));
  }

  return {
    max: Math.max(1, size),
    run: async (commands, call) => {
      const answers: BatchAnswer[] = [];
      const together: (readonly [number, Operation])[] = [];
      const alone: number[] = [];
      for (const [i, asked] of commands.entries()) {
        try {
          const operation = operationFor(asked, names);
          if (operation) together.push([i, operation]);
          else alone.push(i);
        } catch (error) {
          answers[i] = { error };
        }
      }
      const sent = together.length > 0 ? await send(together.map(([, one]) => one), call) : []; // prettier-ignore
      for (const [n, [i]] of together.entries()) {
        const answer = sent?.[n];
        if (answer) answers[i] = answer;
        else alone.push(i);
      }
      for (const i of alone.sort((a, b) => a - b)) {
        const asked = commands[i];
        if (asked) answers[i] = await runOne(asked, call);
      }
      return answers;
    },
  };
}

/** What can be said in one operation. Someone deleted has to be taken out of their groups as well, so that is not one. */
function operationFor(asked: Asked, names: RoleNames): Operation | undefined {
  const operations = operationsOf(asked, names);
  if (!operations) return undefined;
  return { method: 'PATCH', path: pathOf('Users', asked.targetId), data: patchBody(operations) };
}

function answerOf({ path }: Operation, result: unknown): BatchAnswer {
  if (!isObject(result)) throw malformed('/Bulk: a result should be an object');
  const { status, response, location } = result;
  const code = Number(isObject(status) ? status['code'] : status);
  if (!Number.isInteger(code)) throw malformed('/Bulk: a result should have a status');
  if (typeof location === 'string' && !location.endsWith(path.replace('/Users', '')))
    throw malformed('/Bulk: the results are not in the order of the operations');
  if (code >= 400) return { error: new HttpRefusal(code, new Headers(), response) };
  // Whatever came along may lack the groups: who was changed is read again.
  return { value: null };
}

/** What became of one command, as part of many. */
export async function outcomeOf(run: () => ReturnType<Doing>): Promise<BatchAnswer> {
  try {
    return { value: await run() };
  } catch (error) {
    const { kind } = toProblem(error);
    if (kind === 'aborted' || kind === 'unauthenticated') throw error;
    return { error };
  }
}
