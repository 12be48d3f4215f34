import { expect } from 'chai';
import type { Problem } from '../../src/adapter/index.ts';
import type { ChangeData, Command } from '../../src/domain/index.ts';

let count = 0;

/** A command about a person, or about nobody in particular. */
export const command = (action: string, id?: string, change?: ChangeData): Command => ({
  id: `c${++count}`,
  action,
  ...(id !== undefined && { target: { kind: 'person', id } }),
  ...(change && { change }),
});

export const invite = (email: string, roleId = 'member', more: ChangeData = {}): Command =>
  command('user.invite', undefined, { people: [{ email }], roleId, ...more });

/** What a promise was refused with; fails the test if it was not. */
export async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(thrown, 'it should have been refused').to.have.property('problem');
  return (thrown as { problem: Problem }).problem;
}
