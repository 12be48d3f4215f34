import type { Command } from '../../../domain/index.ts';
import type { Check } from '../check.ts';
import { ensure, skip } from '../ensure.ts';
import type { Subject } from '../subject.ts';
import { NOBODY } from './records.ts';

function batchOf({ adapter, capabilities }: Subject) {
  if (!capabilities.batch || !adapter.batch) return skip('there is no batch');
  return adapter.batch.bind(adapter);
}

export const batchChecks: readonly Check[] = [
  {
    name: 'batches-answer-one-by-one',
    promise:
      'answers a batch with one result for each command, in order, whatever became of the others',
    run: async (subject) => {
      const batch = batchOf(subject);
      const { person, other = person, field, valueOf } = await subject.editable();
      const rename = (id: string, text: string): Command =>
        subject.command('user.edit', { kind: 'person', id }, { values: { [field]: text } });
      const results = await batch([
        rename(person.id, 'First'),
        rename(NOBODY, 'Second'),
        rename(other.id, 'Third'),
        subject.command('conformance.unknown'),
      ]);
      try {
        ensure(results.length === 4, `4 commands, ${results.length} results`);
        const [first, second, third, fourth] = results;
        ensure(first?.ok && third?.ok, 'a command failed for the sake of another');
        ensure(
          second && !second.ok && second.problem.kind !== 'unknown',
          'a command about nobody was done',
        );
        ensure(
          fourth && !fourth.ok && fourth.problem.kind === 'unsupported',
          'an unknown command is not unsupported',
        );
        ensure(
          first.value === null || first.value.id === person.id,
          'the first result is not about the first person',
        );
        ensure(
          third.value === null || third.value.id === other.id,
          'the third result is not about the third person',
        );
        ensure(
          valueOf(await subject.adapter.person(other.id)) === 'Third',
          'a command after a refused one was not done',
        );
      } finally {
        await subject.edit(person.id, field, valueOf(person));
        await subject.edit(other.id, field, valueOf(other));
      }
    },
  },
  {
    name: 'an-empty-batch-is-empty',
    promise: 'answers a batch of nothing with nothing',
    run: async (subject) => {
      const results = await batchOf(subject)([]);
      ensure(Array.isArray(results) && results.length === 0, 'a batch of nothing has results');
    },
  },
  {
    name: 'an-aborted-batch-rejects',
    promise: 'rejects as a whole when a batch is aborted before it',
    run: async (subject) => {
      const batch = batchOf(subject);
      await subject.refused('batch() aborted', ['aborted'], () =>
        batch([subject.command('user.list')], { signal: AbortSignal.abort() }),
      );
    },
  },
];
